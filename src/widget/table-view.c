/* SPDX-License-Identifier: GPL-3.0-or-later
 * The table twin on the screen: sortable, selectable, copied as TSV. */
#define G_LOG_DOMAIN "renshe-widget"

#include "config.h"

#include "widget/table-view.h"

#include <math.h>

#include "widget/engine.h"
#include "widget/table-rows.h"

/* Numbers are shown whole. A column of texts is as wide as its longest one, up to this, and may
 * grow where there is room; what is longer is ellipsized. */
#define TEXT_MAX_CHARS 28
#define TEXT_NATURAL_CHARS 60

/* px that a page moves for one of a touchpad, as GTK has it. */
#define SURFACE_STEP 2.5

/* What the cells of a column are, which decides how it is sorted. */
typedef enum
{
  ORDER_NONE, /* not at all */
  ORDER_TEXT,
  ORDER_NUMBER,
  ORDER_PERIOD,
} ColumnOrder;

/* Of a frame's table: indicator, region, period, value, unit come first. */
#define VALUE_COLUMN 3
#define N_COMMON_COLUMNS 5

struct _RsTableView
{
  GtkWidget parent_instance;

  GtkColumnView *column_view;
  GtkScrolledWindow *scrolled_window;

  RsFrame *frame;               /* (nullable) (owned): what the table was made from, if anything */
  RsTableRows *rows;            /* (nullable) (owned) */
  GtkSortListModel *sorted;     /* (nullable) (owned) */
  GtkSelectionModel *selection; /* (nullable) (owned) */
  GArray *orders;               /* (element-type ColumnOrder) (owned): of the columns there are */
  GArray *widths;               /* (element-type int) (owned): of the same, in characters */
  gboolean selecting;           /* while the program selects */
};

/* What a column's sorter compares by. */
typedef struct
{
  RsTableView *view;
  guint column;
  ColumnOrder order;
} SortBy;

G_DEFINE_FINAL_TYPE (RsTableView, rs_table_view, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ROW_SELECTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The period of a row, of type NONE where there is no time. */
static RsPeriod
get_period (RsTableView *self, guint row)
{
  if (self->frame == NULL)
    return (RsPeriod){ RS_PERIOD_NONE, 0, 0 };
  return rs_table_rows_get_table (self->rows)->rows[row].period;
}

/* Whether all cells of @column are the labels of their rows' periods: those are sorted by time, not
 * by letters. */
static gboolean
is_period_column (RsTableView *self, guint column)
{
  const RsTable *table = rs_table_rows_get_table (self->rows);

  for (guint i = 0; i < table->n_rows; i++)
    {
      const RsPeriod period = get_period (self, i);
      g_autofree char *label = NULL;

      if (period.type == RS_PERIOD_NONE)
        return FALSE;
      label = rs_period_to_label (period, rs_frame_get_language (self->frame));
      if (g_strcmp0 (label, table->rows[i].cells[column]) != 0)
        return FALSE;
    }
  return table->n_rows > 0;
}

/* Numbers in several units have no order. */
static gboolean
has_one_unit (RsTableView *self)
{
  g_autofree char *first = NULL;

  if (self->frame == NULL)
    return TRUE;
  for (guint i = 0; i < rs_frame_get_n_series (self->frame); i++)
    {
      g_autofree char *unit = rs_frame_get_unit_label (self->frame, i, FALSE);

      if (i == 0)
        first = g_steal_pointer (&unit);
      else if (g_strcmp0 (first, unit) != 0)
        return FALSE;
    }
  return TRUE;
}

static int
compare_cells (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const SortBy *by = user_data;
  RsTableRowItem *first = (RsTableRowItem *) a;
  RsTableRowItem *second = (RsTableRowItem *) b;
  const guint row_a = rs_table_row_item_get_row (first);
  const guint row_b = rs_table_row_item_get_row (second);
  const char *text_a = rs_table_row_item_get_cell (first, by->column);
  const char *text_b = rs_table_row_item_get_cell (second, by->column);
  double x = 0.0;
  double y = 0.0;

  switch (by->order)
    {
    case ORDER_NONE:
      return 0;
    case ORDER_TEXT:
      return g_utf8_collate (text_a, text_b);
    case ORDER_PERIOD:
      return rs_period_compare (get_period (by->view, row_a), get_period (by->view, row_b));
    case ORDER_NUMBER:
      x = rs_table_cell_to_number (text_a);
      y = rs_table_cell_to_number (text_b);
      /* What is missing comes before the smallest, apart from it. */
      if (isnan (x) || isnan (y))
        return (isnan (y) ? 1 : 0) - (isnan (x) ? 1 : 0);
      return (x > y) - (x < y);
    }
  return 0;
}

static gboolean
cell_query_tooltip_cb (
  GtkWidget *label, int x, int y, gboolean keyboard_mode, GtkTooltip *tooltip, gpointer user_data)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_label (GTK_LABEL (label)));
  return TRUE;
}

static gboolean
is_numeric (RsTableView *self, guint column)
{
  const RsTable *table = rs_table_rows_get_table (self->rows);

  return column < table->n_columns && table->numeric[column];
}

static void
cell_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_widget_set_has_tooltip (label, TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (cell_query_tooltip_cb), NULL);
  gtk_list_item_set_child (item, label);
}

static void
cell_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  RsTableRowItem *row = gtk_list_item_get_item (item);
  const guint column = GPOINTER_TO_UINT (user_data);
  RsTableView *self = RS_TABLE_VIEW (gtk_widget_get_ancestor (label, RS_TYPE_TABLE_VIEW));
  const gboolean numeric = self != NULL && self->rows != NULL && is_numeric (self, column);
  const int width = self != NULL && column < self->widths->len
                      ? g_array_index (self->widths, int, column)
                      : TEXT_MAX_CHARS;

  gtk_label_set_label (GTK_LABEL (label), rs_table_row_item_get_cell (row, column));
  gtk_label_set_xalign (GTK_LABEL (label), numeric ? 1.0f : 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (label), numeric ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), numeric ? -1 : width);
  gtk_label_set_max_width_chars (GTK_LABEL (label), numeric ? -1 : TEXT_NATURAL_CHARS);
  if (numeric)
    gtk_widget_add_css_class (label, "numeric");
  else
    gtk_widget_remove_css_class (label, "numeric");
}

static ColumnOrder
get_order (RsTableView *self, guint column, gboolean one_unit)
{
  if (is_numeric (self, column))
    return one_unit ? ORDER_NUMBER : ORDER_NONE;
  return is_period_column (self, column) ? ORDER_PERIOD : ORDER_TEXT;
}

static void
add_column (RsTableView *self, guint column, ColumnOrder order)
{
  const RsTable *table = rs_table_rows_get_table (self->rows);
  g_autoptr (GtkColumnViewColumn) view_column = NULL;
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (cell_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (cell_bind_cb), GUINT_TO_POINTER (column));
  view_column = gtk_column_view_column_new (table->headers[column], factory);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  if (order != ORDER_NONE)
    {
      SortBy *by = g_new (SortBy, 1);
      g_autoptr (GtkSorter) sorter = NULL;

      *by = (SortBy){ self, column, order };
      sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cells, by, g_free));
      gtk_column_view_column_set_sorter (view_column, sorter);
    }
  gtk_column_view_append_column (self->column_view, view_column);
}

static void
remove_columns (RsTableView *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->column_view);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->column_view, column);
    }
}

static gboolean
has_same_columns (const RsTable *a, const RsTable *b)
{
  if (a == NULL || b == NULL || a->n_columns != b->n_columns)
    return FALSE;
  for (guint i = 0; i < a->n_columns; i++)
    if (a->numeric[i] != b->numeric[i] || g_strcmp0 (a->headers[i], b->headers[i]) != 0)
      return FALSE;
  return TRUE;
}

/* Average characters that the longest cell takes; those of Chinese count twice. */
static int
get_width (const RsTable *table, guint column)
{
  int width = 0;

  for (guint i = 0; i < table->n_rows && width < TEXT_MAX_CHARS; i++)
    {
      int n = 0;

      for (const char *p = table->rows[i].cells[column]; p != NULL && *p != '\0';
           p = g_utf8_next_char (p))
        n += g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;
      width = MAX (width, n);
    }
  /* Texts of small letters are narrower than the average character. */
  return MIN (width * 9 / 10 + 1, TEXT_MAX_CHARS);
}

static void
measure_columns (RsTableView *self)
{
  const RsTable *table = rs_table_view_get_table (self);

  g_array_set_size (self->widths, 0);
  for (guint i = 0; i < table->n_columns; i++)
    {
      const int width = get_width (table, i);

      g_array_append_val (self->widths, width);
    }
}

static gboolean
is_column_empty (const RsTable *table, guint column)
{
  for (guint i = 0; i < table->n_rows; i++)
    if (table->rows[i].cells[column] != NULL && table->rows[i].cells[column][0] != '\0')
      return FALSE;
  return TRUE;
}

/* Whether what the column tells is the same in all rows of a frame's table: then it is told once,
 * by rs_table_view_get_common(). Those are indicator, region, period and unit, not the figures. */
static gboolean
is_column_common (RsTableView *self, const RsTable *table, guint column)
{
  if (self->frame == NULL || column >= N_COMMON_COLUMNS || column == VALUE_COLUMN ||
      table->n_rows < 2)
    return FALSE;
  for (guint r = 0; r < table->n_rows; r++)
    if (g_strcmp0 (table->rows[r].cells[column], table->rows[0].cells[column]) != 0)
      return FALSE;
  return !is_column_empty (table, column);
}

char *
rs_table_view_get_common (RsTableView *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const RsTable *table;

  g_return_val_if_fail (RS_IS_TABLE_VIEW (self), NULL);

  table = rs_table_view_get_table (self);
  for (guint i = 0; table != NULL && i < table->n_columns; i++)
    if (is_column_common (self, table, i))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", table->rows[0].cells[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Columns without a word in them, and those that say the same all the way down, leave their place
 * to the others. */
static void
hide_columns (RsTableView *self)
{
  const RsTable *table = rs_table_view_get_table (self);
  GListModel *columns = gtk_column_view_get_columns (self->column_view);
  gboolean last = TRUE;

  for (guint i = g_list_model_get_n_items (columns); i > 0; i--)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i - 1);
      const gboolean visible = table->n_rows == 0 || (!is_column_empty (table, i - 1) &&
                                                      !is_column_common (self, table, i - 1));

      gtk_column_view_column_set_visible (column, visible);
      gtk_column_view_column_set_expand (column, visible && last);
      last = last && !visible;
    }
}

/* Columns that are as they were stay, with their widths and the order that the user chose. */
static void
update_columns (RsTableView *self, const RsTable *old)
{
  const RsTable *table = rs_table_view_get_table (self);
  g_autoptr (GArray) orders = g_array_new (FALSE, TRUE, sizeof (ColumnOrder));
  const gboolean one_unit = has_one_unit (self);
  gboolean same = has_same_columns (table, old);

  for (guint i = 0; table != NULL && i < table->n_columns; i++)
    {
      const ColumnOrder order = get_order (self, i, one_unit);

      same = same && order == g_array_index (self->orders, ColumnOrder, i);
      g_array_append_val (orders, order);
    }
  if (same)
    return;
  remove_columns (self);
  for (guint i = 0; i < orders->len; i++)
    add_column (self, i, g_array_index (orders, ColumnOrder, i));
  g_array_unref (self->orders);
  self->orders = g_steal_pointer (&orders);
}

static void
selection_changed_cb (RsTableView *self)
{
  g_autoptr (GtkBitset) selected = NULL;
  const RsTable *table = rs_table_view_get_table (self);
  guint row = 0;

  if (self->selecting || table == NULL)
    return;
  selected = gtk_selection_model_get_selection (self->selection);
  if (gtk_bitset_get_size (selected) != 1)
    return;
  row = rs_table_view_get_row (self, gtk_bitset_get_minimum (selected));
  if (table->rows[row].series >= 0 && table->rows[row].point >= 0)
    g_signal_emit (self, signals[SIGNAL_ROW_SELECTED], 0, table->rows[row].series,
                   table->rows[row].point);
}

static void
copy_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  RsTableView *self = RS_TABLE_VIEW (widget);
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
  g_autofree char *text = rs_table_view_get_tsv (self, !gtk_bitset_is_empty (selected));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

/* GTK 4.8 has no function for it, but each of its lists has the action; the list is an inner child
 * of the column view. */
static void
scroll_to (RsTableView *self, guint position)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->column_view));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_activate_action (child, "list.scroll-to-item", "u", position))
      return;
}

static gboolean
can_scroll (GtkAdjustment *adjustment, double way)
{
  double value = gtk_adjustment_get_value (adjustment);

  if (way < 0)
    return value > gtk_adjustment_get_lower (adjustment);
  return value < gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
}

/* A scrolled window keeps every scroll for itself, also one that moves nothing or that it turns
 * sideways. What the rows have no room for goes to the page around. */
static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, RsTableView *self)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = NULL;
  double step;

  if (fabs (dy) <= fabs (dx) || (state & GDK_SHIFT_MASK) != 0 || page == NULL ||
      can_scroll (gtk_scrolled_window_get_vadjustment (self->scrolled_window), dy))
    return GDK_EVENT_PROPAGATE;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (page));
  if (gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_SURFACE)
    step = SURFACE_STEP;
  else
    step = pow (gtk_adjustment_get_page_size (adjustment), 2.0 / 3.0);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + dy * step);
  return GDK_EVENT_STOP;
}

static void
add_wheel (RsTableView *self)
{
  GtkEventController *wheel =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect (wheel, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), wheel);
}

static void
rs_table_view_dispose (GObject *object)
{
  RsTableView *self = RS_TABLE_VIEW (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  if (self->column_view != NULL)
    {
      gtk_column_view_set_model (self->column_view, NULL);
      remove_columns (self);
    }
  g_clear_object (&self->selection);
  g_clear_object (&self->sorted);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->frame, rs_frame_unref);
  g_clear_pointer (&self->orders, g_array_unref);
  g_clear_pointer (&self->widths, g_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), RS_TYPE_TABLE_VIEW);
  G_OBJECT_CLASS (rs_table_view_parent_class)->dispose (object);
}

static void
rs_table_view_class_init (RsTableViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rs_table_view_dispose;
  signals[SIGNAL_ROW_SELECTED] =
    g_signal_new ("row-selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  gtk_widget_class_install_action (widget_class, "table.copy", NULL, copy_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "table.copy",
                                       NULL);
  rs_widget_init ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/renshe/Renshe/widget/table-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RsTableView, column_view);
  gtk_widget_class_bind_template_child (widget_class, RsTableView, scrolled_window);
  gtk_widget_class_set_css_name (widget_class, "table-view");
}

static void
rs_table_view_init (RsTableView *self)
{
  GtkSorter *sorter = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->orders = g_array_new (FALSE, TRUE, sizeof (ColumnOrder));
  self->widths = g_array_new (FALSE, TRUE, sizeof (int));
  sorter = g_object_ref (gtk_column_view_get_sorter (self->column_view));
  self->sorted = gtk_sort_list_model_new (NULL, sorter);
  self->selection =
    GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->sorted))));
  g_signal_connect_swapped (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb),
                            self);
  gtk_column_view_set_model (self->column_view, self->selection);
  add_wheel (self);
}

GtkWidget *
rs_table_view_new (void)
{
  return g_object_new (RS_TYPE_TABLE_VIEW, NULL);
}

/* @table: (transfer full) (nullable) */
static void
set_table (RsTableView *self, RsFrame *frame, RsTable *table)
{
  g_autoptr (RsTableRows) old = g_steal_pointer (&self->rows);

  self->selecting = TRUE;
  gtk_sort_list_model_set_model (self->sorted, NULL);
  if (frame != NULL)
    rs_frame_ref (frame);
  g_clear_pointer (&self->frame, rs_frame_unref);
  self->frame = frame;
  if (table != NULL)
    self->rows = rs_table_rows_new (table);
  update_columns (self, old != NULL ? rs_table_rows_get_table (old) : NULL);
  if (self->rows != NULL)
    {
      measure_columns (self);
      hide_columns (self);
      gtk_sort_list_model_set_model (self->sorted, G_LIST_MODEL (self->rows));
    }
  self->selecting = FALSE;
}

void
rs_table_view_set_frame (RsTableView *self, RsFrame *frame)
{
  g_return_if_fail (RS_IS_TABLE_VIEW (self));

  if (frame == self->frame && frame != NULL)
    return;
  set_table (self, frame, frame != NULL ? rs_table_new (frame, RS_TABLE_FOR_PEOPLE) : NULL);
}

void
rs_table_view_take_table (RsTableView *self, RsTable *table)
{
  g_return_if_fail (RS_IS_TABLE_VIEW (self));

  set_table (self, NULL, table);
}

const RsTable *
rs_table_view_get_table (RsTableView *self)
{
  g_return_val_if_fail (RS_IS_TABLE_VIEW (self), NULL);

  return self->rows != NULL ? rs_table_rows_get_table (self->rows) : NULL;
}

void
rs_table_view_select_datum (RsTableView *self, RsDatum datum)
{
  const RsTable *table = rs_table_view_get_table (self);
  const guint n = rs_table_view_get_n_rows (self);

  self->selecting = TRUE;
  gtk_selection_model_unselect_all (self->selection);
  for (guint i = 0; i < n && datum.series >= 0; i++)
    {
      const RsTableRow *row = &table->rows[rs_table_view_get_row (self, i)];

      if (row->series != datum.series || row->point != datum.point)
        continue;
      gtk_selection_model_select_item (self->selection, i, TRUE);
      scroll_to (self, i);
      break;
    }
  self->selecting = FALSE;
}

char *
rs_table_view_get_tsv (RsTableView *self, gboolean only_selected)
{
  const RsTable *table = rs_table_view_get_table (self);
  const guint n = rs_table_view_get_n_rows (self);
  g_autofree RsTableRow *rows = NULL;
  RsTable shown;

  if (table == NULL)
    return g_strdup ("");
  /* The same cells in the order of the screen: borrowed, not copied. */
  rows = g_new (RsTableRow, MAX (n, 1));
  shown = *table;
  shown.rows = rows;
  shown.n_rows = 0;
  for (guint i = 0; i < n; i++)
    if (!only_selected || gtk_selection_model_is_selected (self->selection, i))
      rows[shown.n_rows++] = table->rows[rs_table_view_get_row (self, i)];
  return rs_table_to_csv (&shown, '\t', FALSE);
}

guint
rs_table_view_get_n_rows (RsTableView *self)
{
  g_return_val_if_fail (RS_IS_TABLE_VIEW (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->sorted));
}

guint
rs_table_view_get_row (RsTableView *self, guint position)
{
  g_autoptr (RsTableRowItem) item = NULL;

  g_return_val_if_fail (RS_IS_TABLE_VIEW (self), 0);

  item = g_list_model_get_item (G_LIST_MODEL (self->sorted), position);
  g_return_val_if_fail (item != NULL, 0);
  return rs_table_row_item_get_row (item);
}

gboolean
rs_table_view_sort (RsTableView *self, guint column, GtkSortType order)
{
  g_autoptr (GtkColumnViewColumn) view_column = NULL;

  g_return_val_if_fail (RS_IS_TABLE_VIEW (self), FALSE);

  view_column = g_list_model_get_item (gtk_column_view_get_columns (self->column_view), column);
  if (view_column == NULL || gtk_column_view_column_get_sorter (view_column) == NULL)
    return FALSE;
  gtk_column_view_sort_by_column (self->column_view, view_column, order);
  return TRUE;
}
