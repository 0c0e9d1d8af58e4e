/* SPDX-License-Identifier: GPL-3.0-or-later
 * Scene to cairo: the one painter for screen, PNG, SVG, PDF and print. */
#pragma once

#include "chart/scene.h"
#include "render/text.h"

G_BEGIN_DECLS

/**
 * rs_painter_paint:
 * @cr: scaled so that one unit is one px of the scene
 * @snap: device pixels a px on raster targets, 0 on vector targets: crisp marks are set on whole
 * device pixels
 */
void rs_painter_paint (const RsScene *scene, cairo_t *cr, RsTextEngine *engine, double snap);

G_END_DECLS
