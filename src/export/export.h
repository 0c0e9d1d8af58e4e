/* SPDX-License-Identifier: GPL-3.0-or-later
 * A figure as a file or as bytes: what the window, the clipboard and renshe-cli all call. */
#pragma once

#include <gio/gio.h>

#include "chart/chart.h"
#include "render/text.h"

G_BEGIN_DECLS

#define RS_EXPORT_ERROR (rs_export_error_quark ())
GQuark rs_export_error_quark (void);

typedef enum
{
  RS_EXPORT_ERROR_RENDER,    /* cairo failed; the message is cairo's */
  RS_EXPORT_ERROR_TOO_LARGE, /* over 32,767 px a side, or over the area limit */
  RS_EXPORT_ERROR_WRITE,     /* disk full, no permission, no such folder… with the file's name */
  RS_EXPORT_ERROR_EXISTS,    /* the file exists and overwriting was not asked for */
  RS_EXPORT_ERROR_TOO_SMALL, /* no room for what every picture must say: subtitle, chart, source */
  RS_EXPORT_ERROR_GLYPHS,    /* a character that no font on this machine can draw */
} RsExportError;

#define RS_EXPORT_MAX_SIDE_PX 32767
#define RS_EXPORT_MAX_AREA_PX (256.0 * 1024 * 1024)

typedef enum
{
  RS_FORMAT_PNG,
  RS_FORMAT_SVG,
  RS_FORMAT_PDF,
  RS_FORMAT_CSV,
  RS_FORMAT_TSV,
} RsFormat;

/* `png`, …: also the file name ending. */
const char *rs_format_to_string (RsFormat format);
gboolean rs_format_from_string (const char *text, RsFormat *out_format);
const char *rs_format_get_mime_type (RsFormat format);

typedef struct
{
  RsFormat format;
  double width_px;      /* 1280 */
  double height_px;     /* 720 */
  double scale;         /* 1: device pixels a px of a PNG */
  const char *theme;    /* (nullable): `print` */
  double text_scale;    /* 1 */
  RsTypeMode type_mode; /* PAGE */
  gboolean overwrite;
} RsExportOptions;

/* 1280×720, scale 1, theme `light`, PNG, no overwriting. */
void rs_export_options_init (RsExportOptions *self);

/**
 * rs_export_options_check:
 * @error: #RsExportError: the picture would be too small or too large; the message says what is
 * allowed
 *
 * A table has no size. The functions below check for themselves.
 *
 * Returns: whether a picture of this size is made.
 */
gboolean rs_export_options_check (const RsExportOptions *self, GError **error);

/* The scene that an export paints: title, headline, chart, notes, all sources. (transfer full) */
RsScene *rs_export_scene (const RsFrame *frame,
                          const RsExportOptions *options,
                          RsTextEngine *engine,
                          GError **error);

/**
 * rs_export_to_bytes:
 *
 * Same frame, options and fonts: same bytes, in any process, folder, time zone, locale.
 *
 * Returns: (transfer full) (nullable): the whole file.
 */
GBytes *rs_export_to_bytes (const RsFrame *frame,
                            const RsExportOptions *options,
                            RsTextEngine *engine,
                            GError **error);

/**
 * rs_export_to_file:
 *
 * Writes beside @file, syncs, and renames: the file is there whole or not at all. Without
 * `overwrite` an existing file is %RS_EXPORT_ERROR_EXISTS.
 */
gboolean rs_export_to_file (const RsFrame *frame,
                            const RsExportOptions *options,
                            RsTextEngine *engine,
                            GFile *file,
                            GCancellable *cancellable,
                            GError **error);

/* Name without folder: "new_urban_jobs_500000_2021.png", from the category ids; safe in any file
 * system. (transfer full) */
char *rs_export_suggest_name (const RsFrame *frame, RsFormat format);

G_END_DECLS
