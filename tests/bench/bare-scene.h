/* SPDX-License-Identifier: GPL-3.0-or-later
 * A picture drawn by cairo and pango alone: the yardstick for frames. */
#pragma once

#include <pango/pangocairo.h>

#include "chart/scene.h"

G_BEGIN_DECLS

typedef struct
{
  PangoFontMap *font_map;
  PangoContext *context;
} BarePen;

void bare_pen_init (BarePen *self);
void bare_pen_clear (BarePen *self);

/**
 * bare_scene_draw:
 *
 * Every mark of @scene by the shortest way that cairo and pango offer: a path and a fill or stroke
 * a shape, a new layout a text. Nothing is laid out, kept, snapped or looked up: whoever draws this
 * picture by hand does at least that.
 */
void bare_scene_draw (BarePen *self, const RsScene *scene, cairo_t *cr);

G_END_DECLS
