/* SPDX-License-Identifier: GPL-3.0-or-later
 * PDF documents: fixed dates, the same bytes, and streams that fail. */
#include "config.h"

#include <string.h>

#include "export/export.h"
#include "export/pdf.h"

typedef struct
{
  RsTextEngine *engine; /* (owned) */
  RsScene *scene;       /* (owned) */
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  const RsColor black = { 0, 0, 0, 1 };
  const RsFont font = { 12, RS_WEIGHT_NORMAL, FALSE };
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "fonts", NULL);
  RsTextExtents extents;

  f->engine = rs_text_engine_new_for_fonts (folder, "DejaVu Sans");
  f->scene = rs_scene_new (640, 480, RS_LANGUAGE_EN);
  extents = rs_text_metrics_measure (rs_text_engine_get_metrics (f->engine), "Invented", &font,
                                     RS_LANGUAGE_EN, 0, 0);
  rs_scene_set_title (f->scene, "Invented (title) \\ 标题");
  rs_scene_set_description (f->scene, "Invented description");
  rs_scene_add_rect (f->scene, RS_PART_BAR, rs_rect (10, 10, 100, 100), &black, NULL, 0);
  rs_scene_add_text (f->scene, RS_PART_LABEL, (RsPoint){ 100, 200 }, RS_ALIGN_START, "Invented",
                     &font, &black, 0, 0, &extents);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  rs_scene_unref (f->scene);
  rs_text_engine_free (f->engine);
}

/* Whether @bytes holds @piece outside of compressed streams. */
static gboolean
has_bytes (GBytes *bytes, const char *piece)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return memmem (data, length, piece, strlen (piece)) != NULL;
}

static void
test_document (Fixture *f, gconstpointer data)
{
  const RsPdfInfo info = { "Publisher A", "2022-07-08T09:10:11+08:00" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = rs_pdf_encode (f->scene, f->engine, &info, &error);
  gsize length;
  const char *start;

  g_assert_no_error (error);
  start = g_bytes_get_data (bytes, &length);
  g_assert_cmpmem (start, 5, "%PDF-", 5);
  g_assert_true (has_bytes (bytes, "%%EOF"));
  /* 640 × 480 px are 480 × 360 points. */
  g_assert_true (has_bytes (bytes, "/MediaBox [ 0 0 480 360 ]"));
  g_assert_true (has_bytes (bytes, "/Author (Publisher A)"));
  g_assert_true (has_bytes (bytes, "/Subject (Invented description)"));
  g_assert_true (has_bytes (bytes, "/CreationDate (20220708011011"));
  g_assert_true (has_bytes (bytes, "/ModDate (20220708011011"));
}

typedef struct
{
  const char *updated;
  const char *date;
} DateCase;

static const DateCase date_cases[] = {
  { NULL, "20000101000000" },         { "", "20000101000000" },
  { "soon", "20000101000000" },       { "2022-13-45", "20000101000000" },
  { "2022", "20220101000000" },       { "2022-07", "20220701000000" },
  { "2022-07-08", "20220708000000" }, { "2022-07-08T09:10:11Z", "20220708091011" },
};

static void
test_dates (Fixture *f, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (date_cases); i++)
    {
      const RsPdfInfo info = { NULL, date_cases[i].updated };
      g_autofree char *expected = g_strconcat ("/CreationDate (", date_cases[i].date, NULL);
      g_autoptr (GBytes) bytes = rs_pdf_encode (f->scene, f->engine, &info, NULL);

      if (!has_bytes (bytes, expected))
        g_error ("no %s for “%s”", expected, date_cases[i].updated);
    }
}

static void
test_same_bytes (Fixture *f, gconstpointer data)
{
  const RsPdfInfo info = { NULL, "2022" };
  g_autoptr (GBytes) a = rs_pdf_encode (f->scene, f->engine, &info, NULL);
  g_autoptr (GBytes) b = NULL;

  g_usleep (1100 * 1000); /* over the next second, so that a clock would show */
  b = rs_pdf_encode (f->scene, f->engine, &info, NULL);
  g_assert_true (g_bytes_equal (a, b));
}

/* Takes so many bytes, then fails. */
static cairo_status_t
take_some (gpointer closure, const unsigned char *data, unsigned int length)
{
  gint64 *left = closure;

  *left -= length;
  return *left < 0 ? CAIRO_STATUS_WRITE_ERROR : CAIRO_STATUS_SUCCESS;
}

/* Wherever the stream fails, also at its very end, it is noticed. */
static void
test_failing_stream (Fixture *f, gconstpointer data)
{
  const RsPdfInfo info = { NULL, "2022" };
  g_autoptr (GBytes) whole = rs_pdf_encode (f->scene, f->engine, &info, NULL);
  gint64 length = (gint64) g_bytes_get_size (whole);
  gint64 enough = length;

  for (gint64 limit = 0; limit < length; limit += length / 20)
    {
      gint64 left = limit;
      g_autoptr (GError) error = NULL;

      g_assert_false (rs_pdf_write (f->scene, f->engine, &info, take_some, &left, &error));
      g_assert_error (error, RS_EXPORT_ERROR, RS_EXPORT_ERROR_RENDER);
    }
  length--;
  g_assert_false (rs_pdf_write (f->scene, f->engine, &info, take_some, &length, NULL));
  g_assert_true (rs_pdf_write (f->scene, f->engine, &info, take_some, &enough, NULL));
}

#define ADD(path, func) g_test_add ("/export/pdf/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("document", test_document);
  ADD ("dates", test_dates);
  ADD ("same-bytes", test_same_bytes);
  ADD ("failing-stream", test_failing_stream);
  return g_test_run ();
}
