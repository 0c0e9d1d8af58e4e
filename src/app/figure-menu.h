/* SPDX-License-Identifier: GPL-3.0-or-later
 * The context menu of a figure. */
#pragma once

#include "widget/chart-view.h"

G_BEGIN_DECLS

/**
 * rs_figure_menu_popup:
 * @parent: a widget with a layout manager, around @chart: its actions and those above it are in
 * reach
 * @x, @y: in px of @chart
 *
 * While the menu is open the cursor of @chart stays where it is; then @chart has the focus again.
 */
void
rs_figure_menu_popup (GtkWidget *parent, RsChartView *chart, double x, double y, GMenuModel *menu);

G_END_DECLS
