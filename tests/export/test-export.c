/* SPDX-License-Identifier: GPL-3.0-or-later
 * Whole exports: sizes, errors, and the same bytes whatever the process is. */
#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#include "export/export.h"
#include "lib/fixture-dataset.h"

static const RsFormat all_formats[] = {
  RS_FORMAT_PNG, RS_FORMAT_SVG, RS_FORMAT_PDF, RS_FORMAT_CSV, RS_FORMAT_TSV,
};

static RsTextEngine *
new_engine (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "fonts", NULL);

  return rs_text_engine_new_for_fonts (folder, "DejaVu Sans");
}

static RsFrame *
new_frame (RsLanguage language)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  g_autoptr (RsView) view = rs_view_new ();
  g_autoptr (GError) error = NULL;
  RsSelection selection = { (char *) "A", 2021 };
  RsFrame *frame;

  view->indicators = g_strdupv ((char **) (const char *[]){ "jobs", NULL });
  frame = rs_view_run (view, dataset, &selection, language, &error);
  g_assert_no_error (error);
  return frame;
}

static GBytes *export(RsFormat format, GError **error)
{
  g_autoptr (RsTextEngine) engine = new_engine ();
  g_autoptr (RsFrame) frame = new_frame (RS_LANGUAGE_EN);
  RsExportOptions options;

  rs_export_options_init (&options);
  options.format = format;
  options.width_px = 640;
  options.height_px = 400;
  return rs_export_to_bytes (frame, &options, engine, error);
}

static gboolean
has_text (GBytes *bytes, const char *text)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  return memmem (data, length, text, strlen (text)) != NULL;
}

static void
test_formats (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (all_formats); i++)
    {
      const char *name = rs_format_to_string (all_formats[i]);
      g_autofree char *upper = g_ascii_strup (name, -1);
      RsFormat format = RS_FORMAT_PNG;

      g_assert_true (rs_format_from_string (name, &format));
      g_assert_cmpint (format, ==, all_formats[i]);
      g_assert_true (rs_format_from_string (upper, &format));
      g_assert_cmpint (format, ==, all_formats[i]);
      g_assert_nonnull (strchr (rs_format_get_mime_type (format), '/'));
    }
  {
    RsFormat format;

    g_assert_false (rs_format_from_string ("jpeg", &format));
    g_assert_false (rs_format_from_string ("", &format));
  }
}

static void
test_options (void)
{
  RsExportOptions options;

  rs_export_options_init (&options);
  g_assert_cmpint (options.format, ==, RS_FORMAT_PNG);
  g_assert_cmpfloat (options.width_px, ==, 1280);
  g_assert_cmpfloat (options.height_px, ==, 720);
  g_assert_cmpfloat (options.scale, ==, 1);
  g_assert_cmpint (options.type_mode, ==, RS_TYPE_PAGE);
  g_assert_false (options.overwrite);
  g_assert_cmpstr (options.theme, ==, "light");
}

static void
test_contents (void)
{
  static const char *const starts[] = { "\x89PNG", "<?xml", "%PDF", "\xef\xbb\xbf", "" };

  for (gsize i = 0; i < G_N_ELEMENTS (all_formats); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = export(all_formats[i], &error);
      gsize length;
      const char *data;

      g_assert_no_error (error);
      data = g_bytes_get_data (bytes, &length);
      g_assert_cmpuint (length, >, 100);
      g_assert_cmpmem (data, strlen (starts[i]), starts[i], strlen (starts[i]));
    }
}

/* Title and description are in every picture, for those who cannot see it. */
static void
test_title_and_description (void)
{
  g_autoptr (RsTextEngine) engine = new_engine ();
  g_autoptr (RsFrame) frame = new_frame (RS_LANGUAGE_EN);
  g_autoptr (GBytes) png = export(RS_FORMAT_PNG, NULL);
  g_autoptr (GBytes) svg = export(RS_FORMAT_SVG, NULL);
  g_autoptr (RsScene) scene = NULL;
  RsExportOptions options;

  rs_export_options_init (&options);
  scene = rs_export_scene (frame, &options, engine, NULL);
  g_assert_cmpstr (rs_scene_get_title (scene), !=, "");
  g_assert_cmpstr (rs_scene_get_description (scene), !=, "");
  g_assert_true (has_text (png, rs_scene_get_title (scene)));
  g_assert_true (has_text (png, rs_scene_get_description (scene)));
  g_assert_true (has_text (svg, rs_scene_get_title (scene)));
}

/* The sum of all bytes of all formats, made by this process. */
static char *
checksum_of_all (void)
{
  GChecksum *checksum = g_checksum_new (G_CHECKSUM_SHA256);
  char *text;

  for (gsize i = 0; i < G_N_ELEMENTS (all_formats); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = export(all_formats[i], &error);
      gsize length;
      gconstpointer data;

      g_assert_no_error (error);
      data = g_bytes_get_data (bytes, &length);
      g_checksum_update (checksum, data, (gssize) length);
    }
  text = g_strdup (g_checksum_get_string (checksum));
  g_checksum_free (checksum);
  return text;
}

static void
test_same_bytes_twice (void)
{
  g_autofree char *a = checksum_of_all ();
  g_autofree char *b = checksum_of_all ();

  g_assert_cmpstr (a, ==, b);
}

static void
print_checksum (void)
{
  g_autofree char *checksum = NULL;

  setlocale (LC_ALL, "");
  checksum = checksum_of_all ();
  g_print ("checksum %s\n", checksum);
}

/* Another process with another time zone, locale, home and folder. */
static void
test_same_bytes_in_another_process (void)
{
  static const char *const environments[][2] = {
    { "TZ", "Pacific/Kiritimati" }, { "LC_ALL", "de_DE.UTF-8" },  { "LANGUAGE", "zh_CN" },
    { "HOME", "/nonexistent" },     { "SOURCE_DATE_EPOCH", "1" },
  };
  g_autofree char *expected = checksum_of_all ();

  for (gsize i = 0; i < G_N_ELEMENTS (environments); i++)
    {
      g_autofree char *before = g_strdup (g_getenv (environments[i][0]));
      g_autofree char *line = g_strdup_printf ("*checksum %s*", expected);

      g_setenv (environments[i][0], environments[i][1], TRUE);
      g_test_trap_subprocess ("/export/subprocess/checksum", 0, G_TEST_SUBPROCESS_DEFAULT);
      if (before != NULL)
        g_setenv (environments[i][0], before, TRUE);
      else
        g_unsetenv (environments[i][0]);
      g_test_trap_assert_passed ();
      g_test_trap_assert_stdout (line);
    }
}

typedef struct
{
  RsFormat format;
  double width, height, scale;
  int code; /* -1: goes well */
} SizeCase;

static const SizeCase size_cases[] = {
  { RS_FORMAT_PNG, 240, 180, 1, RS_EXPORT_ERROR_TOO_SMALL },
  { RS_FORMAT_SVG, 240, 180, 1, RS_EXPORT_ERROR_TOO_SMALL },
  { RS_FORMAT_PNG, 480, 360, 1, -1 },
  { RS_FORMAT_PNG, 32768, 400, 1, RS_EXPORT_ERROR_TOO_LARGE },
  { RS_FORMAT_PNG, 400, 32768, 1, RS_EXPORT_ERROR_TOO_LARGE },
  { RS_FORMAT_PNG, 16384, 400, 2, RS_EXPORT_ERROR_TOO_LARGE },
  { RS_FORMAT_PNG, 20000, 20000, 1, RS_EXPORT_ERROR_TOO_LARGE },
  { RS_FORMAT_PNG, INFINITY, 400, 1, RS_EXPORT_ERROR_TOO_LARGE },
  { RS_FORMAT_SVG, 32768, 400, 1, RS_EXPORT_ERROR_TOO_LARGE },
  { RS_FORMAT_PDF, 400, 32768, 1, RS_EXPORT_ERROR_TOO_LARGE },
  { RS_FORMAT_SVG, 400, 400, 1000, -1 }, /* a drawing has no pixels to multiply */
  { RS_FORMAT_PNG, 239, 400, 1, RS_EXPORT_ERROR_RENDER },
  { RS_FORMAT_PNG, 400, 0, 1, RS_EXPORT_ERROR_RENDER },
  { RS_FORMAT_PNG, NAN, 400, 1, RS_EXPORT_ERROR_RENDER },
  { RS_FORMAT_PNG, 400, 400, 0, RS_EXPORT_ERROR_RENDER },
  { RS_FORMAT_PNG, 400, 400, NAN, RS_EXPORT_ERROR_RENDER },
  { RS_FORMAT_PNG, 400, 400, -1, RS_EXPORT_ERROR_RENDER },
};

static void
test_sizes (void)
{
  g_autoptr (RsTextEngine) engine = new_engine ();
  g_autoptr (RsFrame) frame = new_frame (RS_LANGUAGE_EN);

  for (gsize i = 0; i < G_N_ELEMENTS (size_cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = NULL;
      RsExportOptions options;

      rs_export_options_init (&options);
      options.format = size_cases[i].format;
      options.width_px = size_cases[i].width;
      options.height_px = size_cases[i].height;
      options.scale = size_cases[i].scale;
      bytes = rs_export_to_bytes (frame, &options, engine, &error);
      if (size_cases[i].code < 0)
        {
          g_assert_no_error (error);
          g_assert_nonnull (bytes);
        }
      else
        {
          g_assert_error (error, RS_EXPORT_ERROR, size_cases[i].code);
          g_assert_null (bytes);
        }
    }
}

static void
test_scale (void)
{
  g_autoptr (RsTextEngine) engine = new_engine ();
  g_autoptr (RsFrame) frame = new_frame (RS_LANGUAGE_EN);
  g_autoptr (GBytes) bytes = NULL;
  RsExportOptions options;
  const guint8 *data;

  rs_export_options_init (&options);
  options.width_px = 500;
  options.height_px = 400;
  options.scale = 1.5;
  bytes = rs_export_to_bytes (frame, &options, engine, NULL);
  data = g_bytes_get_data (bytes, NULL);
  /* Width and height in IHDR. */
  g_assert_cmpuint (data[18] * 256u + data[19], ==, 750);
  g_assert_cmpuint (data[22] * 256u + data[23], ==, 600);
}

static void
test_themes (void)
{
  g_autoptr (RsTextEngine) engine = new_engine ();
  g_autoptr (RsFrame) frame = new_frame (RS_LANGUAGE_EN);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) error = NULL;
  RsExportOptions options;

  rs_export_options_init (&options);
  options.format = RS_FORMAT_SVG;
  for (const char *const *theme = rs_theme_list (); *theme != NULL; theme++)
    {
      g_autoptr (GBytes) bytes = NULL;

      options.theme = *theme;
      bytes = rs_export_to_bytes (frame, &options, engine, &error);
      g_assert_no_error (error);
      g_assert_true (
        g_hash_table_add (seen, g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes)));
    }
  options.theme = "plaid";
  g_assert_null (rs_export_to_bytes (frame, &options, engine, &error));
  g_assert_error (error, RS_EXPORT_ERROR, RS_EXPORT_ERROR_RENDER);
  g_assert_nonnull (strstr (error->message, "plaid"));
}

/* The bundled font has no Chinese: a picture of empty boxes is refused; SVG carries text. */
static void
test_missing_glyphs (void)
{
  g_autoptr (RsTextEngine) engine = new_engine ();
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  g_autoptr (RsView) view = rs_view_new ();
  g_autoptr (RsFrame) frame = NULL;
  RsSelection selection = { (char *) "A", 2021 };

  view->indicators = g_strdupv ((char **) (const char *[]){ "jobs", NULL });
  view->title.original = g_strdup ("发明的标题");
  frame = rs_view_run (view, dataset, &selection, RS_LANGUAGE_EN, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (all_formats); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = NULL;
      RsExportOptions options;

      rs_export_options_init (&options);
      options.format = all_formats[i];
      bytes = rs_export_to_bytes (frame, &options, engine, &error);
      if (options.format == RS_FORMAT_PNG || options.format == RS_FORMAT_PDF)
        {
          g_assert_error (error, RS_EXPORT_ERROR, RS_EXPORT_ERROR_GLYPHS);
          g_assert_nonnull (strstr (error->message, "U+53D1"));
        }
      else
        g_assert_no_error (error);
    }
}

static void
test_to_file (void)
{
  g_autoptr (RsTextEngine) engine = new_engine ();
  g_autoptr (RsFrame) frame = new_frame (RS_LANGUAGE_EN);
  g_autofree char *folder = g_dir_make_tmp ("renshe-export-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "chart.svg", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) expected = NULL;
  g_autoptr (GBytes) found = NULL;
  RsExportOptions options;

  rs_export_options_init (&options);
  options.format = RS_FORMAT_SVG;
  g_assert_true (rs_export_to_file (frame, &options, engine, file, NULL, &error));
  g_assert_no_error (error);
  expected = rs_export_to_bytes (frame, &options, engine, NULL);
  found = g_file_load_bytes (file, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (expected, found));

  g_assert_false (rs_export_to_file (frame, &options, engine, file, NULL, &error));
  g_assert_error (error, RS_EXPORT_ERROR, RS_EXPORT_ERROR_EXISTS);
  g_clear_error (&error);
  options.overwrite = TRUE;
  g_assert_true (rs_export_to_file (frame, &options, engine, file, NULL, &error));

  /* What cannot be drawn touches no file. */
  options.width_px = 1;
  g_assert_false (rs_export_to_file (frame, &options, engine, file, NULL, &error));
  g_clear_pointer (&found, g_bytes_unref);
  found = g_file_load_bytes (file, NULL, NULL, NULL);
  g_assert_true (g_bytes_equal (expected, found));
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/subprocess/checksum", print_checksum);
  g_test_add_func ("/export/export/formats", test_formats);
  g_test_add_func ("/export/export/options", test_options);
  g_test_add_func ("/export/export/contents", test_contents);
  g_test_add_func ("/export/export/title-and-description", test_title_and_description);
  g_test_add_func ("/export/export/same-bytes-twice", test_same_bytes_twice);
  g_test_add_func ("/export/export/same-bytes-in-another-process",
                   test_same_bytes_in_another_process);
  g_test_add_func ("/export/export/sizes", test_sizes);
  g_test_add_func ("/export/export/scale", test_scale);
  g_test_add_func ("/export/export/themes", test_themes);
  g_test_add_func ("/export/export/missing-glyphs", test_missing_glyphs);
  g_test_add_func ("/export/export/to-file", test_to_file);
  return g_test_run ();
}
