/* SPDX-License-Identifier: GPL-3.0-or-later
 * A table as a list model: row objects are made when a list asks for them. */
#define G_LOG_DOMAIN "renshe-widget"

#include "config.h"

#include "widget/table-rows.h"

#include <math.h>

/* Digits of a number in a cell; longer ones are no numbers. */
#define NUMBER_MAX_BYTES 64

struct _RsTableRows
{
  GObject parent_instance;

  RsTable *table; /* (owned) */
};

struct _RsTableRowItem
{
  GObject parent_instance;

  RsTableRows *rows; /* (owned): keeps the table alive */
  guint row;
};

G_DEFINE_FINAL_TYPE (RsTableRowItem, rs_table_row_item, G_TYPE_OBJECT)

static GType
rs_table_rows_get_item_type (GListModel *model)
{
  return RS_TYPE_TABLE_ROW_ITEM;
}

static guint
rs_table_rows_get_n_items (GListModel *model)
{
  return RS_TABLE_ROWS (model)->table->n_rows;
}

static gpointer
rs_table_rows_get_item (GListModel *model, guint position)
{
  RsTableRows *self = RS_TABLE_ROWS (model);
  RsTableRowItem *item = NULL;

  if (position >= self->table->n_rows)
    return NULL;
  item = g_object_new (RS_TYPE_TABLE_ROW_ITEM, NULL);
  item->rows = g_object_ref (self);
  item->row = position;
  return item;
}

static void
rs_table_rows_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = rs_table_rows_get_item_type;
  iface->get_n_items = rs_table_rows_get_n_items;
  iface->get_item = rs_table_rows_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RsTableRows,
                               rs_table_rows,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      rs_table_rows_list_model_init))

static void
rs_table_row_item_finalize (GObject *object)
{
  g_object_unref (RS_TABLE_ROW_ITEM (object)->rows);
  G_OBJECT_CLASS (rs_table_row_item_parent_class)->finalize (object);
}

static void
rs_table_row_item_class_init (RsTableRowItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rs_table_row_item_finalize;
}

static void
rs_table_row_item_init (RsTableRowItem *self)
{
}

static void
rs_table_rows_finalize (GObject *object)
{
  rs_table_free (RS_TABLE_ROWS (object)->table);
  G_OBJECT_CLASS (rs_table_rows_parent_class)->finalize (object);
}

static void
rs_table_rows_class_init (RsTableRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rs_table_rows_finalize;
}

static void
rs_table_rows_init (RsTableRows *self)
{
}

guint
rs_table_row_item_get_row (RsTableRowItem *self)
{
  g_return_val_if_fail (RS_IS_TABLE_ROW_ITEM (self), 0);

  return self->row;
}

const char *
rs_table_row_item_get_cell (RsTableRowItem *self, guint column)
{
  const RsTable *table = NULL;
  const char *text = NULL;

  g_return_val_if_fail (RS_IS_TABLE_ROW_ITEM (self), "");

  table = self->rows->table;
  if (column < table->n_columns)
    text = table->rows[self->row].cells[column];
  return text != NULL ? text : "";
}

RsTableRows *
rs_table_rows_new (RsTable *table)
{
  RsTableRows *self = NULL;

  g_return_val_if_fail (table != NULL, NULL);

  self = g_object_new (RS_TYPE_TABLE_ROWS, NULL);
  self->table = table;
  return self;
}

const RsTable *
rs_table_rows_get_table (RsTableRows *self)
{
  g_return_val_if_fail (RS_IS_TABLE_ROWS (self), NULL);

  return self->table;
}

double
rs_table_cell_to_number (const char *text)
{
  char digits[NUMBER_MAX_BYTES];
  gsize n = 0;
  gboolean any = FALSE;

  g_return_val_if_fail (text != NULL, NAN);

  for (const char *p = text; *p != '\0' && n + 1 < sizeof digits; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (c < 0x80 && (g_ascii_isdigit ((char) c) || (any && c == '.')))
        {
          any = TRUE;
          digits[n++] = (char) c;
        }
      /* U+2212 is the minus of people, "-" that of files. */
      else if (n == 0 && (c == 0x2212 || c == '-'))
        digits[n++] = '-';
      /* Grouping goes on; anything else after the digits ends the number. */
      else if (any && c != ',' && c != 0x2009 && c != 0x202F)
        break;
    }
  digits[n] = '\0';
  return any ? g_ascii_strtod (digits, NULL) : (double) NAN;
}
