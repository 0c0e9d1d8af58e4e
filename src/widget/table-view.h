/* SPDX-License-Identifier: GPL-3.0-or-later
 * The table twin on the screen: sortable, selectable, copied as TSV. */
#pragma once

#include <gtk/gtk.h>

#include "chart/scene.h"
#include "query/table.h"

G_BEGIN_DECLS

#define RS_TYPE_TABLE_VIEW (rs_table_view_get_type ())
G_DECLARE_FINAL_TYPE (RsTableView, rs_table_view, RS, TABLE_VIEW, GtkWidget)

/**
 * RsTableView:
 *
 * Scrolls itself. Cells are plain text, never markup; what does not fit is ellipsized and shown in
 * a tooltip.
 *
 * Signals: `row-selected` (int series, int point): the user selected the row of a datum (one row in
 * all); not emitted by rs_table_view_select_datum().
 *
 * # Keys
 * Those of a column view; Ctrl+C (action `table.copy`) copies the selected rows, or all, with
 * headers, as tab-separated text; Ctrl+A selects all.
 *
 * # CSS nodes
 * `table-view` around a scrolled `columnview.data-table`; cells are labels, those of numeric
 * columns with the style class `.numeric`.
 */

GtkWidget *rs_table_view_new (void);

/* Shows the table for people of @frame. (nullable) */
void rs_table_view_set_frame (RsTableView *self, RsFrame *frame);

/* "New urban jobs · Chongqing": what is the same in all rows of a frame's table has no column, but
 * is told here; "" for nothing. (transfer full) */
char *rs_table_view_get_common (RsTableView *self);

/* Shows any table. @table: (transfer full) (nullable) */
void rs_table_view_take_table (RsTableView *self, RsTable *table);
const RsTable *rs_table_view_get_table (RsTableView *self); /* (nullable) (transfer none) */

/* Selects the row of @datum and scrolls to it; RS_DATUM_NONE and a datum without a row unselect
 * all. */
void rs_table_view_select_datum (RsTableView *self, RsDatum datum);

/* Rows in the order shown, tab-separated, with headers: the selected ones, or all. "" without a
 * table. (transfer full) */
char *rs_table_view_get_tsv (RsTableView *self, gboolean only_selected);

/* Number of rows shown, and the row of the table that stands at @position. */
guint rs_table_view_get_n_rows (RsTableView *self);
guint rs_table_view_get_row (RsTableView *self, guint position);

/* Sorts by a column of the table as a click on its header does; FALSE where that column cannot be
 * sorted sensibly. */
gboolean rs_table_view_sort (RsTableView *self, guint column, GtkSortType order);

G_END_DECLS
