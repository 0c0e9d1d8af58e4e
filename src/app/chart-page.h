/* SPDX-License-Identifier: GPL-3.0-or-later
 * One chart large, with the table of exactly what it draws, its notes and its sources. */
#pragma once

#include <gtk/gtk.h>

#include "app/document.h"

G_BEGIN_DECLS

#define RS_TYPE_CHART_PAGE (rs_chart_page_get_type ())
G_DECLARE_FINAL_TYPE (RsChartPage, rs_chart_page, RS, CHART_PAGE, GtkWidget)

/**
 * RsChartPage:
 *
 * The range of years can be set for charts over time, by its lists or in the chart itself; it holds
 * until another chart is shown. The kind of chart is the document's (rs_document_set_choice()). The
 * cursor of the chart and the selected row of the table are one.
 *
 * # Keys
 * Those of the chart and of the table; Tab goes on to range, table, notes and sources; the kind
 * comes before the chart.
 */

/* @document: (transfer none): followed from now on. */
void rs_chart_page_set_document (RsChartPage *self, RsDocument *document);
void rs_chart_page_set_theme (RsChartPage *self, const char *theme_id);

/* Shows the view at @position of the document's board. Beyond the last: ignored. */
void rs_chart_page_show (RsChartPage *self, guint position);
guint rs_chart_page_get_position (RsChartPage *self);

/* The view as shown, with its range; NULL before the first. (nullable) (transfer none) */
const RsView *rs_chart_page_get_view (RsChartPage *self);
RsFrame *rs_chart_page_get_frame (RsChartPage *self); /* (nullable) (transfer none) */

/* Opens the list of kinds of chart. */
void rs_chart_page_pick_kind (RsChartPage *self);

/* @from, @to: years; 0 and 0 for what the board says. */
void rs_chart_page_set_range (RsChartPage *self, int from, int to);

G_END_DECLS
