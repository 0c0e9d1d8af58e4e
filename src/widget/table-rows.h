/* SPDX-License-Identifier: GPL-3.0-or-later
 * A table as a list model: row objects are made when a list asks for them. */
#pragma once

#include <gio/gio.h>

#include "query/table.h"

G_BEGIN_DECLS

#define RS_TYPE_TABLE_ROW_ITEM (rs_table_row_item_get_type ())
G_DECLARE_FINAL_TYPE (RsTableRowItem, rs_table_row_item, RS, TABLE_ROW_ITEM, GObject)

/* Number of the row in its table. */
guint rs_table_row_item_get_row (RsTableRowItem *self);

/* Text of a cell; never NULL. Lives as long as the item. (transfer none) */
const char *rs_table_row_item_get_cell (RsTableRowItem *self, guint column);

#define RS_TYPE_TABLE_ROWS (rs_table_rows_get_type ())
G_DECLARE_FINAL_TYPE (RsTableRows, rs_table_rows, RS, TABLE_ROWS, GObject)

/* @table: (transfer full) */
RsTableRows *rs_table_rows_new (RsTable *table);
const RsTable *rs_table_rows_get_table (RsTableRows *self);

/**
 * rs_table_cell_to_number:
 * @text: a cell for people: `1,234.5`, `−3.2`, `≈ 5`, `> 95`, `75.1†`, `–`
 *
 * Returns: the number in it, for sorting; NaN where there is none.
 */
double rs_table_cell_to_number (const char *text);

G_END_DECLS
