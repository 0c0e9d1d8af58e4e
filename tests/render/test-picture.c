/* SPDX-License-Identifier: GPL-3.0-or-later
 * Whole pictures against themselves: larger, clipped, in parts, twice, on a desktop that writes
 * from right to left, with fewer points. All figures are invented. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "chart/marks/series.h"
#include "lib/fixture-dataset.h"
#include "picture.h"

#define WIDTH_PX 480
#define HEIGHT_PX 320

typedef struct
{
  RsTextEngine *engine; /* (owned) */
  GPtrArray *scenes;    /* (owned) of RsScene */
  GPtrArray *names;     /* (owned) */
} Fixture;

static const char *const views[] = {
  "{\"indicators\":[\"jobs\"],\"chart\":\"%s\"}",
  "{\"indicators\":[\"rate_june\",\"rate_august\"],\"chart\":\"%s\"}",
  "{\"indicators\":[\"jobs\"],\"regions\":[\"A\",\"B\"],\"chart\":\"%s\"}",
};

/* Every kind that suits one of the views, each in another theme. */
static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  const char *const *themes = rs_theme_list ();

  f->engine = rs_picture_engine ();
  f->scenes = g_ptr_array_new_with_free_func ((GDestroyNotify) rs_scene_unref);
  f->names = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (f->scenes, rs_picture_sampler (f->engine));
  g_ptr_array_add (f->names, g_strdup ("sampler"));
  for (guint kind = RS_CHART_COLUMNS; kind < RS_N_CHART_KINDS; kind++)
    for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
      {
        const char *name = rs_chart_kind_to_string ((RsChartKind) kind);
        const char *theme = themes[(kind + i) % g_strv_length ((char **) themes)];
        g_auto (GStrv) halves = g_strsplit (views[i], "%s", 2);
        g_autofree char *view = g_strconcat (halves[0], name, halves[1], NULL);
        g_autoptr (RsFrame) frame = rs_picture_frame (dataset, view, 2021);

        if (frame == NULL)
          continue;
        g_ptr_array_add (f->scenes,
                         rs_picture_figure (frame, f->engine, theme, WIDTH_PX, HEIGHT_PX));
        g_ptr_array_add (f->names, g_strdup_printf ("%s %zu in %s", name, i, theme));
      }
  g_assert_cmpuint (f->scenes->len, >, 20);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_ptr_array_unref (f->scenes);
  g_ptr_array_unref (f->names);
  rs_text_engine_free (f->engine);
}

static void
assert_like (
  const char *name, cairo_surface_t *a, cairo_surface_t *b, guint tolerance, double share)
{
  RsPictureDifference difference = rs_picture_compare (a, b, tolerance);

  if (difference.share > share)
    {
      g_test_message ("%s: %.4f of the pixels differ, by %u at worst", name, difference.share,
                      difference.worst);
      g_test_fail ();
    }
}

static void
test_twice (Fixture *f, gconstpointer data)
{
  g_autoptr (RsTextEngine) other = rs_picture_engine ();

  for (guint i = 0; i < f->scenes->len; i++)
    {
      cairo_surface_t *a = rs_picture_paint (f->scenes->pdata[i], f->engine, 1, NULL);
      cairo_surface_t *b = rs_picture_paint (f->scenes->pdata[i], f->engine, 1, NULL);
      cairo_surface_t *c = rs_picture_paint (f->scenes->pdata[i], other, 1, NULL);

      assert_like (f->names->pdata[i], a, b, 0, 0);
      assert_like (f->names->pdata[i], a, c, 0, 0);
      cairo_surface_destroy (a);
      cairo_surface_destroy (b);
      cairo_surface_destroy (c);
    }
}

/* On a screen of twice the resolution a picture is the picture of everything twice as large.
 * Letters are placed to a fraction of a device pixel, so that their edges may differ by a little.
 */
static void
test_scale (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < f->scenes->len; i++)
    {
      g_autoptr (RsScene) large = rs_picture_scale_scene (f->scenes->pdata[i], f->engine, 2);
      cairo_surface_t *a = rs_picture_paint (f->scenes->pdata[i], f->engine, 2, NULL);
      cairo_surface_t *b = rs_picture_paint (large, f->engine, 1, NULL);

      assert_like (f->names->pdata[i], a, b, 64, 0.002);
      cairo_surface_destroy (a);
      cairo_surface_destroy (b);
    }
}

/* And seen from afar it is the picture of the usual resolution. */
static void
test_resolution (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < f->scenes->len; i++)
    {
      cairo_surface_t *a = rs_picture_paint (f->scenes->pdata[i], f->engine, 1, NULL);
      cairo_surface_t *b = rs_picture_paint (f->scenes->pdata[i], f->engine, 4, NULL);
      cairo_surface_t *small = rs_picture_shrink (a, 4);
      cairo_surface_t *smaller = rs_picture_shrink (b, 16);

      assert_like (f->names->pdata[i], small, smaller, 48, 0.02);
      cairo_surface_destroy (a);
      cairo_surface_destroy (b);
      cairo_surface_destroy (small);
      cairo_surface_destroy (smaller);
    }
}

/* A part of a picture, as a window paints it, is what lies there in the whole, but for how slanted
 * edges are rounded. */
static void
test_crop (Fixture *f, gconstpointer data)
{
  static const RsRect parts[] = { { 0, 0, 100, 60 }, { 37, 21, 150, 140 }, { 140, 90, 100, 110 } };

  for (guint i = 0; i < f->scenes->len; i++)
    for (guint scale = 1; scale <= 2; scale++)
      {
        cairo_surface_t *whole = rs_picture_paint (f->scenes->pdata[i], f->engine, scale, NULL);

        for (gsize j = 0; j < G_N_ELEMENTS (parts); j++)
          {
            cairo_surface_t *part =
              rs_picture_paint (f->scenes->pdata[i], f->engine, scale, &parts[j]);
            cairo_surface_t *there = cairo_image_surface_create (
              CAIRO_FORMAT_RGB24, (int) (parts[j].width * scale), (int) (parts[j].height * scale));
            cairo_t *cr = cairo_create (there);

            cairo_set_source_surface (cr, whole, -parts[j].x * scale, -parts[j].y * scale);
            cairo_paint (cr);
            cairo_destroy (cr);
            cairo_surface_flush (there);
            assert_like (f->names->pdata[i], part, there, 32, 0);
            cairo_surface_destroy (part);
            cairo_surface_destroy (there);
          }
        cairo_surface_destroy (whole);
      }
}

/* Clipping to a part leaves all else as it was, and the part as in the whole. */
static void
test_clip (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < f->scenes->len; i++)
    {
      RsScene *scene = f->scenes->pdata[i];
      cairo_surface_t *whole = rs_picture_paint (scene, f->engine, 1, NULL);
      int width = cairo_image_surface_get_width (whole);
      int height = cairo_image_surface_get_height (whole);
      cairo_surface_t *clipped = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
      cairo_surface_t *expected = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
      cairo_t *cr = cairo_create (clipped);

      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_rectangle (cr, 20, 30, 120, 90);
      cairo_clip (cr);
      cairo_paint (cr);
      rs_painter_paint (scene, cr, f->engine, 1);
      cairo_destroy (cr);
      cr = cairo_create (expected);
      cairo_rectangle (cr, 20, 30, 120, 90);
      cairo_set_source_surface (cr, whole, 0, 0);
      cairo_fill (cr);
      cairo_destroy (cr);
      cairo_surface_flush (clipped);
      cairo_surface_flush (expected);
      assert_like (f->names->pdata[i], clipped, expected, 2, 0);
      cairo_surface_destroy (whole);
      cairo_surface_destroy (clipped);
      cairo_surface_destroy (expected);
    }
}

static char *
get_checksum (Fixture *f)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < f->scenes->len; i++)
    {
      cairo_surface_t *surface = rs_picture_paint (f->scenes->pdata[i], f->engine, 1, NULL);

      g_checksum_update (checksum, cairo_image_surface_get_data (surface),
                         (gssize) cairo_image_surface_get_stride (surface) *
                           cairo_image_surface_get_height (surface));
      cairo_surface_destroy (surface);
    }
  return g_strdup (g_checksum_get_string (checksum));
}

/* A desktop that writes from right to left changes nothing in a picture. */
static void
test_right_to_left (Fixture *f, gconstpointer data)
{
  g_autofree char *here = get_checksum (f);

  if (g_test_subprocess ())
    {
      g_print ("picture %s\n", here);
      return;
    }
  g_setenv ("PANGO_LANGUAGE", "ar:he:fa", TRUE);
  g_setenv ("LANGUAGE", "ar", TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_unsetenv ("PANGO_LANGUAGE");
  g_unsetenv ("LANGUAGE");
  g_test_trap_assert_passed ();
  {
    g_autofree char *expected = g_strdup_printf ("*picture %s*", here);

    g_test_trap_assert_stdout (expected);
  }
}

/* @n figures over the width of the picture, as a restless curve. */
static GArray *
make_run (guint n)
{
  GArray *run = g_array_sized_new (FALSE, FALSE, sizeof (RsPoint), n);

  for (guint i = 0; i < n; i++)
    {
      double x = 10 + (WIDTH_PX - 20) * (double) i / n;
      double noise = ((i * 2654435761u) >> 16) % 1000 / 1000.0 - 0.5;
      RsPoint point = { x, HEIGHT_PX / 2 + 90 * sin (x / 30) + noise * (i % 97 == 0 ? 120 : 24) };

      g_array_append_val (run, point);
    }
  return run;
}

static RsScene *
draw_run (const GArray *run, double stroke_px)
{
  static const RsColor ink = { 0.18, 0.36, 0.6, 1 };
  RsScene *scene = rs_scene_new (WIDTH_PX, HEIGHT_PX, RS_LANGUAGE_EN);

  rs_scene_begin_path (scene, RS_PART_LINE, NULL, &ink, stroke_px);
  for (guint i = 0; i < run->len; i++)
    {
      RsPoint point = g_array_index (run, RsPoint, i);

      if (i == 0)
        rs_scene_move_to (scene, point.x, point.y);
      else
        rs_scene_line_to (scene, point.x, point.y);
    }
  rs_scene_end_path (scene);
  rs_scene_seal (scene);
  return scene;
}

/* First, lowest, highest and last of each px look like all of them: pixels differ at the edges of
 * the band only, and by little. */
static void
test_thinned (Fixture *f, gconstpointer data)
{
  static const guint sizes[] = { 1500, 5000, 20000 };
  static const double strokes[] = { 1.4, 2, 4.5 };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (strokes); j++)
      {
        g_autoptr (GArray) run = make_run (sizes[i]);
        g_autoptr (RsScene) full = draw_run (run, strokes[j]);
        g_autofree char *name = g_strdup_printf ("%u points, %.1f px", sizes[i], strokes[j]);
        cairo_surface_t *a = rs_picture_paint (full, f->engine, 1, NULL);
        cairo_surface_t *b;

        rs_series_thin (run);
        g_assert_cmpuint (run->len, <=, 4 * (WIDTH_PX - 19));
        {
          g_autoptr (RsScene) thin = draw_run (run, strokes[j]);

          b = rs_picture_paint (thin, f->engine, 1, NULL);
        }
        assert_like (name, a, b, 96, 0.01);
        g_assert_cmpfloat (rs_picture_compare (a, b, 0).mean, <, 1.5);
        cairo_surface_destroy (a);
        cairo_surface_destroy (b);
      }
}

#define ADD(path, func) g_test_add ("/render/picture/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("twice", test_twice);
  ADD ("scale", test_scale);
  ADD ("resolution", test_resolution);
  ADD ("crop", test_crop);
  ADD ("clip", test_clip);
  ADD ("right-to-left", test_right_to_left);
  ADD ("thinned", test_thinned);
  return g_test_run ();
}
