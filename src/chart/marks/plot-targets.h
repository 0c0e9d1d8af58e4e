/* SPDX-License-Identifier: GPL-3.0-or-later
 * Targets of series over time: a tick a period, its rule where it changes. */
#pragma once

#include "chart/marks/plot.h"

G_BEGIN_DECLS

/* Ticks of all targets of a series of the panel in @color. */
void rs_plot_draw_targets (RsPlot *plot, guint in_panel, const RsColor *color);

/* Each rule is said where it changes, or as soon after that as there is room; @chosen: only the one
 * of the chosen year, else only the others. */
void rs_plot_label_targets (RsPlot *plot, guint in_panel, const RsColor *color, gboolean chosen);

G_END_DECLS
