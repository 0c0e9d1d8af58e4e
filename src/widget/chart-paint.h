/* SPDX-License-Identifier: GPL-3.0-or-later
 * Scenes as render nodes. */
#pragma once

#include <gtk/gtk.h>

#include "chart/scene.h"

G_BEGIN_DECLS

/**
 * rs_chart_paint_node:
 * @scene: what to paint
 * @scale: device pixels a px
 *
 * Paints @scene once, so that the node can be drawn many times at no cost.
 *
 * Returns: (transfer full): the picture.
 */
GskRenderNode *rs_chart_paint_node (const RsScene *scene, int scale);

/* Paints @scene now, over no more than the ink that it has. For small scenes that change with every
 * motion. */
void rs_chart_paint_snapshot (const RsScene *scene, GtkSnapshot *snapshot, int scale);

G_END_DECLS
