/* SPDX-License-Identifier: GPL-3.0-or-later
 * Image surfaces as PNG files. */
#define G_LOG_DOMAIN "renshe-export"

#include "config.h"

#include "export/png.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>
#include <zlib.h>

#include "export/export.h"

/* Encoding is nine tenths of an export. On charts level 3 takes half the time of level 6 for an
 * eighth more bytes, and libpng's adaptive filters take twice that again for nothing. */
#define LEVEL 3

#define IDAT_BYTES (64 * 1024)

#define FILTER_NONE 0
#define FILTER_UP 2

#define METRES_PER_INCH 0.0254

static void
append_uint32 (GByteArray *out, guint32 value)
{
  guint32 big = GUINT32_TO_BE (value);

  g_byte_array_append (out, (const guint8 *) &big, sizeof big);
}

static void
append_chunk (GByteArray *out, const char *type, const guint8 *data, gsize length)
{
  gsize start;

  append_uint32 (out, (guint32) length);
  start = out->len;
  g_byte_array_append (out, (const guint8 *) type, 4);
  if (length > 0)
    g_byte_array_append (out, data, (guint) length);
  append_uint32 (out, (guint32) crc32 (0, out->data + start, (uInt) (length + 4)));
}

static void
append_header (GByteArray *out, int width, int height, gboolean has_alpha)
{
  static const guint8 signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  g_autoptr (GByteArray) data = g_byte_array_new ();
  guint8 rest[] = { 8, has_alpha ? 6 : 2, 0, 0, 0 };

  g_byte_array_append (out, signature, sizeof signature);
  append_uint32 (data, (guint32) width);
  append_uint32 (data, (guint32) height);
  g_byte_array_append (data, rest, sizeof rest);
  append_chunk (out, "IHDR", data->data, data->len);
}

static void
append_color_and_size (GByteArray *out, double dpi)
{
  static const guint8 perceptual[] = { 0 };
  static const guint8 metre[] = { 1 };
  guint32 per_metre = (guint32) lround (dpi / METRES_PER_INCH);
  g_autoptr (GByteArray) data = g_byte_array_new ();

  append_chunk (out, "sRGB", perceptual, sizeof perceptual);
  append_uint32 (data, per_metre);
  append_uint32 (data, per_metre);
  g_byte_array_append (data, metre, sizeof metre);
  append_chunk (out, "pHYs", data->data, data->len);
}

/* Uncompressed, in no declared language. */
static void
append_text (GByteArray *out, const RsPngText *text)
{
  static const guint8 flags[] = { 0, 0, 0, 0,
                                  0 }; /* end of keyword, flag, method, language, keyword */
  g_autoptr (GByteArray) data = g_byte_array_new ();
  g_autofree char *valid = g_utf8_make_valid (text->text, -1);

  g_byte_array_append (data, (const guint8 *) text->keyword, (guint) strlen (text->keyword));
  g_byte_array_append (data, flags, sizeof flags);
  g_byte_array_append (data, (const guint8 *) valid, (guint) strlen (valid));
  append_chunk (out, "iTXt", data->data, data->len);
}

static gboolean
has_transparency (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  const guint8 *data = cairo_image_surface_get_data (surface);

  if (cairo_image_surface_get_format (surface) != CAIRO_FORMAT_ARGB32)
    return FALSE;
  for (int y = 0; y < height; y++)
    {
      const guint32 *row = (const guint32 *) (gconstpointer) (data + (gsize) y * stride);

      for (int x = 0; x < width; x++)
        if (row[x] >> 24 != 0xff)
          return TRUE;
    }
  return FALSE;
}

/* cairo multiplies colours by alpha; PNG does not. */
static guint8
unmultiply (guint32 channel, guint32 alpha)
{
  return alpha == 0 ? 0 : (guint8) MIN (255, (channel * 255 + alpha / 2) / alpha);
}

static void
convert_row (guint8 *out, const guint32 *row, int width, gboolean has_alpha)
{
  for (int x = 0; x < width; x++)
    {
      guint32 red = row[x] >> 16 & 0xff, green = row[x] >> 8 & 0xff, blue = row[x] & 0xff;

      if (has_alpha)
        {
          guint32 alpha = row[x] >> 24;

          *out++ = unmultiply (red, alpha);
          *out++ = unmultiply (green, alpha);
          *out++ = unmultiply (blue, alpha);
          *out++ = (guint8) alpha;
        }
      else
        {
          *out++ = (guint8) red;
          *out++ = (guint8) green;
          *out++ = (guint8) blue;
        }
    }
}

typedef struct
{
  GByteArray *out;
  z_stream z;
  guint8 *buffer; /* of IDAT_BYTES */
} Packer;

static gboolean
packer_write (Packer *self, guint8 *data, gsize length, int flush)
{
  int status;

  self->z.next_in = data;
  self->z.avail_in = (uInt) length;
  do
    {
      status = deflate (&self->z, flush);
      if (status == Z_STREAM_ERROR)
        return FALSE;
      if (self->z.avail_out == 0 || status == Z_STREAM_END)
        {
          append_chunk (self->out, "IDAT", self->buffer, IDAT_BYTES - self->z.avail_out);
          self->z.next_out = self->buffer;
          self->z.avail_out = IDAT_BYTES;
        }
    }
  while (flush == Z_FINISH ? status != Z_STREAM_END : self->z.avail_in > 0);
  return TRUE;
}

/* A row that repeats the one above is all zeros with the filter “up”, which deflates fastest;
 * others are left as they are. */
static gboolean
pack_rows (Packer *self, cairo_surface_t *surface, gboolean has_alpha)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  const guint8 *data = cairo_image_surface_get_data (surface);
  gsize length = 1 + (gsize) width * (has_alpha ? 4 : 3);
  g_autofree guint8 *line = g_malloc (length);
  gboolean good = TRUE;

  for (int y = 0; y < height && good; y++)
    {
      const guint8 *row = data + (gsize) y * stride;

      if (y > 0 && memcmp (row, row - stride, (gsize) width * 4) == 0)
        {
          memset (line, 0, length);
          line[0] = FILTER_UP;
        }
      else
        {
          line[0] = FILTER_NONE;
          convert_row (line + 1, (const guint32 *) (gconstpointer) row, width, has_alpha);
        }
      good = packer_write (self, line, length, Z_NO_FLUSH);
    }
  return good && packer_write (self, NULL, 0, Z_FINISH);
}

static gboolean
append_pixels (GByteArray *out, cairo_surface_t *surface, gboolean has_alpha)
{
  Packer packer = { .out = out };
  gboolean good;

  if (deflateInit (&packer.z, LEVEL) != Z_OK)
    return FALSE;
  packer.buffer = g_malloc (IDAT_BYTES);
  packer.z.next_out = packer.buffer;
  packer.z.avail_out = IDAT_BYTES;
  good = pack_rows (&packer, surface, has_alpha);
  deflateEnd (&packer.z);
  g_free (packer.buffer);
  return good;
}

GBytes *
rs_png_encode (
  cairo_surface_t *surface, double dpi, const RsPngText *texts, guint n_texts, GError **error)
{
  g_autoptr (GByteArray) out = NULL;
  cairo_format_t format;
  gboolean has_alpha;

  g_return_val_if_fail (surface != NULL, NULL);

  cairo_surface_flush (surface);
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, RS_EXPORT_ERROR, RS_EXPORT_ERROR_RENDER,
                   _ ("The picture could not be drawn: %s."),
                   cairo_status_to_string (cairo_surface_status (surface)));
      return NULL;
    }
  format = cairo_image_surface_get_format (surface);
  g_return_val_if_fail (format == CAIRO_FORMAT_RGB24 || format == CAIRO_FORMAT_ARGB32, NULL);

  out = g_byte_array_new ();
  has_alpha = has_transparency (surface);
  append_header (out, cairo_image_surface_get_width (surface),
                 cairo_image_surface_get_height (surface), has_alpha);
  append_color_and_size (out, dpi);
  for (guint i = 0; i < n_texts; i++)
    if (texts[i].text != NULL && *texts[i].text != '\0')
      append_text (out, &texts[i]);
  if (!append_pixels (out, surface, has_alpha))
    {
      g_set_error_literal (error, RS_EXPORT_ERROR, RS_EXPORT_ERROR_RENDER,
                           _ ("The picture could not be packed as PNG."));
      return NULL;
    }
  append_chunk (out, "IEND", NULL, 0);
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}
