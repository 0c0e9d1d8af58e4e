/* SPDX-License-Identifier: GPL-3.0-or-later
 * A figure as a file or as bytes. */
#define G_LOG_DOMAIN "renshe-export"

#include "config.h"

#include "export/export.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "export/atomic-file.h"
#include "export/pdf.h"
#include "export/png.h"
#include "export/svg.h"
#include "query/summary.h"
#include "query/table.h"
#include "render/painter.h"

#define DEFAULT_THEME "light"

/* The smallest picture that the layout promises to keep free of overlaps. */
#define MIN_WIDTH_PX 240.0
#define MIN_HEIGHT_PX 180.0

#define DPI_AT_SCALE_1 96.0

G_DEFINE_QUARK (rs - export - error - quark, rs_export_error)

typedef struct
{
  const char *name;
  const char *mime_type;
} FormatInfo;

static const FormatInfo formats[] = {
  [RS_FORMAT_PNG] = { "png", "image/png" },
  [RS_FORMAT_SVG] = { "svg", "image/svg+xml" },
  [RS_FORMAT_PDF] = { "pdf", "application/pdf" },
  [RS_FORMAT_CSV] = { "csv", "text/csv" },
  [RS_FORMAT_TSV] = { "tsv", "text/tab-separated-values" },
};

const char *
rs_format_to_string (RsFormat format)
{
  g_return_val_if_fail ((guint) format < G_N_ELEMENTS (formats), "");

  return formats[format].name;
}

gboolean
rs_format_from_string (const char *text, RsFormat *out_format)
{
  g_return_val_if_fail (text != NULL && out_format != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (text, formats[i].name) == 0)
      {
        *out_format = (RsFormat) i;
        return TRUE;
      }
  return FALSE;
}

const char *
rs_format_get_mime_type (RsFormat format)
{
  g_return_val_if_fail ((guint) format < G_N_ELEMENTS (formats), "");

  return formats[format].mime_type;
}

void
rs_export_options_init (RsExportOptions *self)
{
  g_return_if_fail (self != NULL);

  *self = (RsExportOptions){
    .format = RS_FORMAT_PNG,
    .width_px = 1280,
    .height_px = 720,
    .scale = 1,
    .theme = DEFAULT_THEME,
    .text_scale = 1,
    .type_mode = RS_TYPE_PAGE,
    .overwrite = FALSE,
  };
}

static gboolean
is_picture (RsFormat format)
{
  return format == RS_FORMAT_PNG || format == RS_FORMAT_SVG || format == RS_FORMAT_PDF;
}

/* Only pixels are multiplied by the scale. */
static double
get_scale (const RsExportOptions *options)
{
  return options->format == RS_FORMAT_PNG ? options->scale : 1;
}

static gboolean
check_size (const RsExportOptions *options, GError **error)
{
  double scale = get_scale (options);
  double width = options->width_px * scale, height = options->height_px * scale;

  if (!(options->width_px >= MIN_WIDTH_PX) || !(options->height_px >= MIN_HEIGHT_PX) ||
      !(scale > 0))
    {
      g_set_error (error, RS_EXPORT_ERROR, RS_EXPORT_ERROR_RENDER,
                   _ ("A picture is at least %d × %d pixels large."), (int) MIN_WIDTH_PX,
                   (int) MIN_HEIGHT_PX);
      return FALSE;
    }
  if (width > RS_EXPORT_MAX_SIDE_PX || height > RS_EXPORT_MAX_SIDE_PX)
    {
      g_set_error (error, RS_EXPORT_ERROR, RS_EXPORT_ERROR_TOO_LARGE,
                   _ ("A picture of %.0f × %.0f pixels is too large: neither side may be over %d."),
                   width, height, RS_EXPORT_MAX_SIDE_PX);
      return FALSE;
    }
  if (width * height > RS_EXPORT_MAX_AREA_PX)
    {
      g_set_error (
        error, RS_EXPORT_ERROR, RS_EXPORT_ERROR_TOO_LARGE,
        _ ("A picture of %.0f × %.0f pixels is too large: it may have %.0f million pixels."), width,
        height, RS_EXPORT_MAX_AREA_PX / 1e6);
      return FALSE;
    }
  return TRUE;
}

gboolean
rs_export_options_check (const RsExportOptions *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return !is_picture (self->format) || check_size (self, error);
}

RsScene *
rs_export_scene (const RsFrame *frame,
                 const RsExportOptions *options,
                 RsTextEngine *engine,
                 GError **error)
{
  RsFigureOptions figure = { 0 };

  g_return_val_if_fail (frame != NULL && options != NULL && engine != NULL, NULL);

  if (!check_size (options, error))
    return NULL;
  figure.theme = rs_theme_get (options->theme != NULL ? options->theme : DEFAULT_THEME);
  if (figure.theme == NULL)
    {
      g_set_error (error, RS_EXPORT_ERROR, RS_EXPORT_ERROR_RENDER, _ ("There is no theme “%s”."),
                   options->theme);
      return NULL;
    }
  figure.width_px = options->width_px;
  figure.height_px = options->height_px;
  figure.text_scale = options->text_scale > 0 ? options->text_scale : 1;
  figure.type_mode = options->type_mode;
  figure.parts = RS_FIGURE_TITLE | RS_FIGURE_HEADLINE | RS_FIGURE_CHART | RS_FIGURE_NOTES |
                 RS_FIGURE_SOURCE | RS_FIGURE_ALL_SOURCES;
  return rs_figure_new (frame, &figure, rs_text_engine_get_metrics (engine));
}

/* Boxes in the place of letters are no picture of anything. SVG is spared: its text is set where it
 * is read. */
static gboolean
check_glyphs (const RsScene *scene, RsTextEngine *engine, GError **error)
{
  for (guint i = 0; i < rs_scene_get_n_marks (scene); i++)
    {
      const RsMark *mark = rs_scene_get_mark (scene, i);
      gunichar missing = 0;
      char character[7] = { 0 };

      if (mark->type != RS_MARK_TEXT ||
          rs_text_engine_has_glyphs (engine, mark->text, rs_scene_get_language (scene), &missing))
        continue;
      g_unichar_to_utf8 (missing, character);
      g_set_error (
        error, RS_EXPORT_ERROR, RS_EXPORT_ERROR_GLYPHS,
        /* Translators: a character and its number in Unicode. */
        _ ("No font on this machine can draw “%s” (U+%04X). Install one that can, such as "
           "fonts-noto-cjk for Chinese."),
        character, missing);
      return FALSE;
    }
  return TRUE;
}

/* A picture goes its way alone: without what it measures, where and when, and whose figures these
 * are, it is not let go (chart-rules R1, R6). */
static gboolean
check_room (const RsScene *scene, GError **error)
{
  static const char *const needed[] = { "subtitle", "chart", "sources" };

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (rs_scene_count_left_out (scene, needed[i]) > 0)
      {
        g_set_error (error, RS_EXPORT_ERROR, RS_EXPORT_ERROR_TOO_SMALL,
                     /* Translators: width and height in px. */
                     _ ("%.0f × %.0f px has no room for the chart with its subtitle and source. "
                        "Choose a larger size or smaller text."),
                     rs_scene_get_width (scene), rs_scene_get_height (scene));
        return FALSE;
      }
  return TRUE;
}

static GBytes *
encode_png (const RsFrame *frame,
            const RsScene *scene,
            const RsExportOptions *options,
            RsTextEngine *engine,
            GError **error)
{
  double scale = options->scale;
  g_autofree char *sources = rs_summary_sources (frame, 0);
  const RsPngText texts[] = {
    { "Title", rs_scene_get_title (scene) },
    { "Description", rs_scene_get_description (scene) },
    { "Source", sources },
    { "Software", "Renshe " RS_VERSION },
  };
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) lround (options->width_px * scale),
                                (int) lround (options->height_px * scale));
  cairo_t *cr = cairo_create (surface);
  GBytes *bytes;

  cairo_scale (cr, scale, scale);
  rs_painter_paint (scene, cr, engine, scale);
  /* An error of the context stays with it: cairo does not hand it to an image surface. */
  if (cairo_status (cr) != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, RS_EXPORT_ERROR, RS_EXPORT_ERROR_RENDER,
                   _ ("The picture could not be drawn: %s."),
                   cairo_status_to_string (cairo_status (cr)));
      bytes = NULL;
    }
  else
    bytes = rs_png_encode (surface, DPI_AT_SCALE_1 * scale, texts, G_N_ELEMENTS (texts), error);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return bytes;
}

static GBytes *
encode_table (const RsFrame *frame, RsFormat format)
{
  g_autoptr (RsTable) table = rs_table_new (frame, RS_TABLE_FOR_FILES);
  char *text = format == RS_FORMAT_CSV ? rs_table_to_csv (table, ',', TRUE)
                                       : rs_table_to_csv (table, '\t', FALSE);

  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
encode_picture (const RsFrame *frame,
                const RsExportOptions *options,
                RsTextEngine *engine,
                GError **error)
{
  g_autoptr (RsScene) scene = rs_export_scene (frame, options, engine, error);
  RsDataset *dataset = rs_frame_get_dataset (frame);
  RsPdfInfo info = { 0 };

  if (scene == NULL || !check_room (scene, error))
    return NULL;
  if (options->format == RS_FORMAT_SVG)
    return rs_svg_encode (scene, engine);
  if (!check_glyphs (scene, engine, error))
    return NULL;
  if (options->format == RS_FORMAT_PNG)
    return encode_png (frame, scene, options, engine, error);
  info.author = rs_text_get (rs_dataset_get_source_text (dataset), rs_frame_get_language (frame));
  info.updated = rs_dataset_get_updated (dataset);
  return rs_pdf_encode (scene, engine, &info, error);
}

GBytes *
rs_export_to_bytes (const RsFrame *frame,
                    const RsExportOptions *options,
                    RsTextEngine *engine,
                    GError **error)
{
  g_return_val_if_fail (frame != NULL && options != NULL && engine != NULL, NULL);

  if (is_picture (options->format))
    return encode_picture (frame, options, engine, error);
  return encode_table (frame, options->format);
}

gboolean
rs_export_to_file (const RsFrame *frame,
                   const RsExportOptions *options,
                   RsTextEngine *engine,
                   GFile *file,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  bytes = rs_export_to_bytes (frame, options, engine, error);
  return bytes != NULL && rs_atomic_write (file, bytes, options->overwrite, cancellable, error);
}
