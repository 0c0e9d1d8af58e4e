/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  const char *keyword; /* Latin-1, 1 to 79 bytes: "Title", "Description", "Source" */
  const char *text;    /* UTF-8 */
} RsPngText;

/* An RGB24 or ARGB32 image surface as a PNG with sRGB, physical resolution and iTXt chunks;
 * deterministic. (transfer full) */
GBytes *rs_png_encode (
  cairo_surface_t *surface, double dpi, const RsPngText *texts, guint n_texts, GError **error);

G_END_DECLS
