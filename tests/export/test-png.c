/* SPDX-License-Identifier: GPL-3.0-or-later
 * PNG files, read back by cairo and chunk by chunk. */
#include "config.h"

#include <string.h>
#include <zlib.h>

#include "export/png.h"

/* A surface with an edge, a gradient and repeated rows: what filters and runs may get wrong. */
static cairo_surface_t *
draw (cairo_format_t format, int width, int height, double alpha)
{
  cairo_surface_t *surface = cairo_image_surface_create (format, width, height);
  cairo_t *cr = cairo_create (surface);
  cairo_pattern_t *gradient = cairo_pattern_create_linear (0, 0, width, height);

  cairo_pattern_add_color_stop_rgba (gradient, 0, 1, 0.2, 0, alpha);
  cairo_pattern_add_color_stop_rgba (gradient, 1, 0, 0.1, 0.9, 1);
  cairo_set_source (cr, gradient);
  cairo_rectangle (cr, 0, 0, width, height / 2.0);
  cairo_fill (cr);
  cairo_pattern_destroy (gradient);
  cairo_set_source_rgb (cr, 0, 0.5, 0.25);
  cairo_rectangle (cr, width / 4.0, height / 2.0, width / 2.0, height / 2.0);
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

typedef struct
{
  const guint8 *data;
  gsize left;
} Reader;

static cairo_status_t
read_bytes (gpointer closure, unsigned char *out, unsigned int length)
{
  Reader *reader = closure;

  if (length > reader->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (out, reader->data, length);
  reader->data += length;
  reader->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
read_back (GBytes *bytes)
{
  Reader reader;

  reader.data = g_bytes_get_data (bytes, &reader.left);
  return cairo_image_surface_create_from_png_stream (read_bytes, &reader);
}

static void
assert_same_pixels (cairo_surface_t *a, cairo_surface_t *b, int tolerance)
{
  int width = cairo_image_surface_get_width (a), height = cairo_image_surface_get_height (a);

  g_assert_cmpint (cairo_surface_status (b), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (b), ==, width);
  g_assert_cmpint (cairo_image_surface_get_height (b), ==, height);
  for (int y = 0; y < height; y++)
    {
      const guint8 *row_a =
        cairo_image_surface_get_data (a) + y * cairo_image_surface_get_stride (a);
      const guint8 *row_b =
        cairo_image_surface_get_data (b) + y * cairo_image_surface_get_stride (b);
      gboolean has_alpha = cairo_image_surface_get_format (a) == CAIRO_FORMAT_ARGB32;

      for (int i = 0; i < width * 4; i++)
        if (has_alpha || i % 4 != 3) /* the fourth byte of RGB24 is anything */
          g_assert_cmpint (ABS (row_a[i] - row_b[i]), <=, tolerance);
    }
}

static void
test_round_trip (void)
{
  static const int sizes[][2] = { { 1, 1 }, { 3, 5 }, { 640, 360 }, { 1, 4000 }, { 4000, 1 } };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      cairo_surface_t *surface = draw (CAIRO_FORMAT_RGB24, sizes[i][0], sizes[i][1], 1);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = rs_png_encode (surface, 96, NULL, 0, &error);
      cairo_surface_t *back;

      g_assert_no_error (error);
      back = read_back (bytes);
      assert_same_pixels (surface, back, 0);
      cairo_surface_destroy (back);
      cairo_surface_destroy (surface);
    }
}

static void
test_transparency (void)
{
  cairo_surface_t *surface = draw (CAIRO_FORMAT_ARGB32, 200, 100, 0.3);
  g_autoptr (GBytes) bytes = rs_png_encode (surface, 96, NULL, 0, NULL);
  cairo_surface_t *back = read_back (bytes);

  g_assert_cmpint (cairo_image_surface_get_format (back), ==, CAIRO_FORMAT_ARGB32);
  /* Dividing by alpha and multiplying again rounds. */
  assert_same_pixels (surface, back, 1);
  cairo_surface_destroy (back);
  cairo_surface_destroy (surface);
}

static guint32
get_uint32 (const guint8 *p)
{
  return (guint32) p[0] << 24 | (guint32) p[1] << 16 | (guint32) p[2] << 8 | p[3];
}

/* The first chunk of @type; checks the lengths and checksums of all. */
static const guint8 *
find_chunk (GBytes *bytes, const char *type, const char *keyword, gsize *out_length)
{
  gsize size;
  const guint8 *p = g_bytes_get_data (bytes, &size);
  const guint8 *end = p + size, *found = NULL;

  for (p += 8; p < end;)
    {
      guint32 length = get_uint32 (p);
      const guint8 *data = p + 8;

      g_assert_cmpuint (length, <=, (gsize) (end - data) - 4);
      g_assert_cmphex (get_uint32 (data + length), ==, crc32 (0, p + 4, length + 4));
      if (found == NULL && memcmp (p + 4, type, 4) == 0 &&
          (keyword == NULL || strcmp ((const char *) data, keyword) == 0))
        {
          found = data;
          *out_length = length;
        }
      p = data + length + 4;
    }
  g_assert_true (p == end);
  return found;
}

static void
test_chunks (void)
{
  const RsPngText texts[] = {
    { "Title", "新增就业 “jobs”" },
    { "Description", "" },
    { "Source", NULL },
    { "Software", "two\nlines" },
  };
  cairo_surface_t *surface = draw (CAIRO_FORMAT_RGB24, 20, 10, 1);
  g_autoptr (GBytes) bytes = rs_png_encode (surface, 192, texts, G_N_ELEMENTS (texts), NULL);
  gsize length = 0;
  const guint8 *data;

  data = find_chunk (bytes, "IHDR", NULL, &length);
  g_assert_cmpuint (length, ==, 13);
  g_assert_cmpuint (get_uint32 (data), ==, 20);
  g_assert_cmpuint (get_uint32 (data + 4), ==, 10);
  g_assert_cmpuint (data[9], ==, 2); /* colour without alpha */
  g_assert_nonnull (find_chunk (bytes, "sRGB", NULL, &length));
  data = find_chunk (bytes, "pHYs", NULL, &length);
  g_assert_cmpuint (get_uint32 (data), ==, 7559); /* 192 dpi in pixels a metre */
  g_assert_cmpuint (data[8], ==, 1);
  data = find_chunk (bytes, "iTXt", "Title", &length);
  g_assert_cmpmem (data + 10, length - 10, texts[0].text, strlen (texts[0].text));
  data = find_chunk (bytes, "iTXt", "Software", &length);
  g_assert_cmpmem (data + 13, length - 13, texts[3].text, strlen (texts[3].text));
  /* Nothing to say is not said. */
  g_assert_null (find_chunk (bytes, "iTXt", "Description", &length));
  g_assert_null (find_chunk (bytes, "iTXt", "Source", &length));
  /* No date, no time: the same picture has the same bytes. */
  g_assert_null (find_chunk (bytes, "tIME", NULL, &length));
  find_chunk (bytes, "IEND", NULL, &length);
  g_assert_cmpuint (length, ==, 0);
  cairo_surface_destroy (surface);
}

static void
test_same_bytes (void)
{
  cairo_surface_t *surface = draw (CAIRO_FORMAT_RGB24, 300, 200, 1);
  g_autoptr (GBytes) a = rs_png_encode (surface, 96, NULL, 0, NULL);
  g_autoptr (GBytes) b = rs_png_encode (surface, 96, NULL, 0, NULL);

  g_assert_true (g_bytes_equal (a, b));
  cairo_surface_destroy (surface);
}

/* Noise does not deflate: the data fill several chunks. */
static void
test_many_chunks (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 700, 500);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (GBytes) bytes = NULL;
  cairo_surface_t *back;
  guint8 *data = cairo_image_surface_get_data (surface);

  for (int i = 0; i < 500 * cairo_image_surface_get_stride (surface); i++)
    data[i] = (guint8) g_rand_int (random);
  cairo_surface_mark_dirty (surface);
  bytes = rs_png_encode (surface, 96, NULL, 0, NULL);
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 700 * 500 * 3);
  back = read_back (bytes);
  assert_same_pixels (surface, back, 0);
  cairo_surface_destroy (back);
  cairo_surface_destroy (surface);
}

static void
test_broken_surface (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, -1, 10);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = rs_png_encode (surface, 96, NULL, 0, &error);

  g_assert_null (bytes);
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, cairo_status_to_string (CAIRO_STATUS_INVALID_SIZE)));
  cairo_surface_destroy (surface);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/png/round-trip", test_round_trip);
  g_test_add_func ("/export/png/transparency", test_transparency);
  g_test_add_func ("/export/png/chunks", test_chunks);
  g_test_add_func ("/export/png/same-bytes", test_same_bytes);
  g_test_add_func ("/export/png/many-chunks", test_many_chunks);
  g_test_add_func ("/export/png/broken-surface", test_broken_surface);
  return g_test_run ();
}
