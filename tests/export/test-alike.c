/* SPDX-License-Identifier: GPL-3.0-or-later
 * The same scene in every format looks the same, and as it did before. All figures are invented. */
#include "config.h"

#include <glib/gstdio.h>

#include "export/pdf.h"
#include "export/png.h"
#include "export/svg.h"
#include "lib/fixture-dataset.h"
#include "render/picture.h"

/* Other programs draw edges and letters by rules of their own: blocks of so many pixels compare. */
#define BLOCK_PX 8
#define TOLERANCE 24
#define SHARE 0.015

typedef struct
{
  RsTextEngine *engine; /* (owned) */
  char *folder;         /* (owned): for files of this test */
} Fixture;

/* Other programs see no other fonts than ours. */
static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *fonts = g_test_build_filename (G_TEST_DIST, "fonts", NULL);
  g_autofree char *configuration = NULL, *text = NULL;

  f->engine = rs_picture_engine ();
  f->folder = g_dir_make_tmp ("renshe-alike-XXXXXX", &error);
  g_assert_no_error (error);
  configuration = g_build_filename (f->folder, "fonts.conf", NULL);
  text = g_strdup_printf ("<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">"
                          "<fontconfig><dir>%s</dir><cachedir>%s</cachedir></fontconfig>",
                          fonts, f->folder);
  g_file_set_contents (configuration, text, -1, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (f->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (f->folder), ==, 0);
  g_free (f->folder);
  rs_text_engine_free (f->engine);
}

static char *
get_path (Fixture *f, const char *name)
{
  return g_build_filename (f->folder, name, NULL);
}

static void
write_bytes (const char *path, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_file_set_contents (path, data, (gssize) size, &error);
  g_assert_no_error (error);
}

static void
run (Fixture *f, const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) environment = g_get_environ ();
  g_autofree char *configuration = get_path (f, "fonts.conf");
  g_autofree char *errors = NULL;
  int status = 0;

  environment = g_environ_setenv (environment, "FONTCONFIG_FILE", configuration, TRUE);
  g_spawn_sync (f->folder, (char **) argv, environment, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                &errors, &status, &error);
  g_assert_no_error (error);
  if (!g_spawn_check_wait_status (status, &error))
    g_error ("%s: %s %s", argv[0], error->message, errors);
}

static cairo_surface_t *
load (const char *path)
{
  cairo_surface_t *picture = cairo_image_surface_create_from_png (path);
  cairo_surface_t *surface;
  cairo_t *cr;

  g_assert_cmpint (cairo_surface_status (picture), ==, CAIRO_STATUS_SUCCESS);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, cairo_image_surface_get_width (picture),
                                        cairo_image_surface_get_height (picture));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  cairo_surface_destroy (picture);
  return surface;
}

/* Takes both. */
static void
assert_alike (const char *name, cairo_surface_t *ours, cairo_surface_t *theirs)
{
  cairo_surface_t *a = rs_picture_shrink (ours, BLOCK_PX);
  cairo_surface_t *b = rs_picture_shrink (theirs, BLOCK_PX);
  RsPictureDifference difference = rs_picture_compare (a, b, TOLERANCE);

  if (difference.share > SHARE)
    {
      g_test_message ("%s: %.3f of the blocks differ, by %u at worst", name, difference.share,
                      difference.worst);
      g_test_fail ();
    }
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
  cairo_surface_destroy (ours);
  cairo_surface_destroy (theirs);
}

static void
check_svg (Fixture *f, const char *name, const RsScene *scene)
{
  g_autofree char *svg = get_path (f, "picture.svg");
  g_autofree char *png = get_path (f, "svg.png");
  g_autoptr (GBytes) bytes = rs_svg_encode (scene, f->engine);
  const char *const argv[] = { "rsvg-convert", "--output", png, svg, NULL };

  write_bytes (svg, bytes);
  run (f, argv);
  assert_alike (name, rs_picture_paint (scene, f->engine, 1, NULL), load (png));
}

/* A point is a 72nd of an inch, and a px a 96th. */
static void
check_pdf (Fixture *f, const char *name, const RsScene *scene)
{
  const RsPdfInfo info = { "Invented", "2022-07-08" };
  g_autofree char *pdf = get_path (f, "picture.pdf");
  g_autofree char *stem = get_path (f, "pdf");
  g_autofree char *png = get_path (f, "pdf.png");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = rs_pdf_encode (scene, f->engine, &info, &error);
  const char *const argv[] = { "pdftoppm", "-png", "-r", "96", "-singlefile", pdf, stem, NULL };

  g_assert_no_error (error);
  write_bytes (pdf, bytes);
  run (f, argv);
  assert_alike (name, rs_picture_paint (scene, f->engine, 1, NULL), load (png));
}

static const char *const views[] = {
  "{\"indicators\":[\"jobs\"],\"chart\":\"columns\"}",
  "{\"indicators\":[\"rate_june\",\"rate_august\"],\"chart\":\"lines\"}",
  "{\"indicators\":[\"members\"],\"chart\":\"lines\"}",
  "{\"indicators\":[\"jobs\"],\"regions\":[\"A\",\"B\"],\"chart\":\"heat\"}",
  "{\"indicators\":[\"jobs\"],\"regions\":[\"A\",\"B\"],\"chart\":\"dumbbell\"}",
  "{\"indicators\":[\"jobs\"],\"regions\":[\"A\",\"B\"],\"chart\":\"bullet\"}",
};

static void
test_formats (Fixture *f, gconstpointer data)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  g_autoptr (RsScene) sampler = rs_picture_sampler (f->engine);
  const char *const *themes = rs_theme_list ();

  check_svg (f, "sampler as SVG", sampler);
  check_pdf (f, "sampler as PDF", sampler);
  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autoptr (RsFrame) frame = rs_picture_frame (dataset, views[i], 2021);
      g_autoptr (RsScene) scene = NULL;
      g_autofree char *svg = g_strdup_printf ("%s as SVG", views[i]);
      g_autofree char *pdf = g_strdup_printf ("%s as PDF", views[i]);

      g_assert_nonnull (frame);
      scene = rs_picture_figure (frame, f->engine, themes[i], 480, 320);
      check_svg (f, svg, scene);
      check_pdf (f, pdf, scene);
    }
}

/* Compares with tests/golden/NAME.png; with UPDATE_GOLDEN=1 writes it. */
static void
check_golden (Fixture *f, const char *name, const RsScene *scene)
{
  g_autofree char *file_name = g_strdup_printf ("%s.png", name);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "golden", file_name, NULL);
  cairo_surface_t *now = rs_picture_paint (scene, f->engine, 1, NULL), *then;
  RsPictureDifference difference;

  if (g_strcmp0 (g_getenv ("UPDATE_GOLDEN"), "1") == 0)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = rs_png_encode (now, 96, NULL, 0, &error);

      g_assert_no_error (error);
      write_bytes (path, bytes);
    }
  then = load (path);
  /* Versions of FreeType and cairo differ at the edges of letters: cairo 1.18 in a half of what is
   * allowed here. */
  difference = rs_picture_compare (now, then, 96);
  if (difference.share > 0.004 || difference.mean > 2)
    {
      g_test_message ("%s: %.4f of the pixels differ, by %u at worst and %.2f in the mean",
                      file_name, difference.share, difference.worst, difference.mean);
      g_test_fail ();
    }
  cairo_surface_destroy (now);
  cairo_surface_destroy (then);
}

static void
test_golden (Fixture *f, gconstpointer data)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  g_autoptr (RsFrame) frame = rs_picture_frame (dataset, views[1], 2021);
  g_autoptr (RsScene) sampler = rs_picture_sampler (f->engine);
  g_autoptr (RsScene) scene = rs_picture_figure (frame, f->engine, "light", 480, 320);

  check_golden (f, "sampler", sampler);
  check_golden (f, "lines", scene);
}

#define ADD(path, func) g_test_add ("/export/alike/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("formats", test_formats);
  ADD ("golden", test_golden);
  return g_test_run ();
}
