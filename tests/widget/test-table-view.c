/* SPDX-License-Identifier: GPL-3.0-or-later
 * The table view shows, sorts, selects and copies exactly the cells of a table. */
#include "config.h"

#include "widget/table-view.h"

#include <math.h>
#include <string.h>

#include "fixture.h"
#include "widget/table-rows.h"

typedef struct
{
  RsDataset *dataset;
  RsFrame *frame;
  RsTableView *view;
  guint n_selected;
  int series;
  int point;
} Fixture;

static void
row_selected_cb (RsTableView *view, int series, int point, Fixture *fixture)
{
  fixture->n_selected++;
  fixture->series = series;
  fixture->point = point;
}

static RsFrame *
run_view (RsDataset *dataset, RsChartKind kind, int year)
{
  g_autoptr (RsView) view = fixture_new_view (kind);
  g_autoptr (GError) error = NULL;
  const RsSelection selection = { (char *) "A", year };
  RsFrame *frame = rs_view_run (view, dataset, &selection, RS_LANGUAGE_EN, &error);

  g_assert_no_error (error);
  return frame;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dataset = fixture_new_dataset ();
  fixture->frame = run_view (fixture->dataset, RS_CHART_COLUMNS, 2005);
  fixture->view = g_object_ref_sink (RS_TABLE_VIEW (rs_table_view_new ()));
  g_signal_connect (fixture->view, "row-selected", G_CALLBACK (row_selected_cb), fixture);
  rs_table_view_set_frame (fixture->view, fixture->frame);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->view);
  rs_frame_unref (fixture->frame);
  rs_dataset_unref (fixture->dataset);
}

static GtkWidget *
find_column_view (GtkWidget *widget)
{
  if (GTK_IS_COLUMN_VIEW (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_column_view (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkSelectionModel *
get_selection (Fixture *fixture)
{
  GtkWidget *view = find_column_view (GTK_WIDGET (fixture->view));

  return gtk_column_view_get_model (GTK_COLUMN_VIEW (view));
}

/* Column number by header, as the table has it. */
static guint
find_column (const RsTable *table, gboolean numeric)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (table->numeric[i] == numeric)
      return i;
  g_assert_not_reached ();
  return 0;
}

static void
test_equal (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RsTable) expected = rs_table_new (fixture->frame, RS_TABLE_FOR_PEOPLE);
  const RsTable *shown = rs_table_view_get_table (fixture->view);
  GtkWidget *column_view = find_column_view (GTK_WIDGET (fixture->view));
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (column_view));

  g_assert_cmpuint (expected->n_rows, >, 3);
  g_assert_cmpuint (rs_table_view_get_n_rows (fixture->view), ==, expected->n_rows);
  g_assert_cmpuint (g_list_model_get_n_items (columns), ==, expected->n_columns);
  for (guint c = 0; c < expected->n_columns; c++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, c);

      g_assert_cmpstr (gtk_column_view_column_get_title (column), ==, expected->headers[c]);
    }
  for (guint r = 0; r < expected->n_rows; r++)
    for (guint c = 0; c < expected->n_columns; c++)
      g_assert_cmpstr (shown->rows[r].cells[c], ==, expected->rows[r].cells[c]);
}

/* Collects the labels that are on the screen, as they are. */
static void
collect_labels (GtkWidget *widget, GPtrArray *texts)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget))
    {
      g_assert_false (gtk_label_get_use_markup (GTK_LABEL (widget)));
      g_ptr_array_add (texts, (gpointer) gtk_label_get_text (GTK_LABEL (widget)));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_labels (child, texts);
}

static RsTable *
make_table (const char *const *headers, guint n_columns, const char *const *cells, guint n_rows)
{
  RsTable *table = g_new0 (RsTable, 1);

  table->n_columns = n_columns;
  table->headers = g_new0 (char *, n_columns + 1);
  table->numeric = g_new0 (gboolean, n_columns);
  for (guint c = 0; c < n_columns; c++)
    {
      table->headers[c] = g_strdup (headers[c]);
      table->numeric[c] = c == 1;
    }
  table->n_rows = n_rows;
  table->rows = g_new0 (RsTableRow, n_rows);
  for (guint r = 0; r < n_rows; r++)
    {
      table->rows[r].cells = g_new0 (char *, n_columns + 1);
      table->rows[r].series = 0;
      table->rows[r].point = (int) r;
      for (guint c = 0; c < n_columns; c++)
        table->rows[r].cells[c] = g_strdup (cells[r * n_columns + c]);
    }
  return table;
}

static const char *const headers[] = { "Name", "Value" };
static const char *const cells[] = {
  "<b>beta</b>", "1,234.5", "alpha", "−3.2†", "delta", "–", "gamma", "≈ 5",
};

static void
test_no_markup (Fixture *fixture, gconstpointer data)
{
  GtkWindow *window = NULL;
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  rs_table_view_take_table (fixture->view, make_table (headers, 2, cells, 4));
  window = fixture_show (GTK_WIDGET (fixture->view), 500, 400);
  collect_labels (GTK_WIDGET (fixture->view), texts);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    g_assert_true (g_ptr_array_find_with_equal_func (texts, cells[i], g_str_equal, NULL));
  fixture_close (window);
}

static void
assert_order (RsTableView *view, const guint *expected, guint n)
{
  g_assert_cmpuint (rs_table_view_get_n_rows (view), ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (rs_table_view_get_row (view, i), ==, expected[i]);
}

static void
test_sort (Fixture *fixture, gconstpointer data)
{
  static const guint by_value[] = { 2, 1, 3, 0 };
  static const guint by_value_down[] = { 0, 3, 1, 2 };

  rs_table_view_take_table (fixture->view, make_table (headers, 2, cells, 4));
  g_assert_true (rs_table_view_sort (fixture->view, 1, GTK_SORT_ASCENDING));
  assert_order (fixture->view, by_value, 4);
  g_assert_true (rs_table_view_sort (fixture->view, 1, GTK_SORT_DESCENDING));
  assert_order (fixture->view, by_value_down, 4);
  g_assert_true (rs_table_view_sort (fixture->view, 0, GTK_SORT_ASCENDING));
  g_assert_false (rs_table_view_sort (fixture->view, 2, GTK_SORT_ASCENDING));
}

/* The columns stay, and with them the order, when another year gives the same headers. */
static void
test_sort_stays (Fixture *fixture, gconstpointer data)
{
  const guint column = find_column (rs_table_view_get_table (fixture->view), TRUE);
  g_autoptr (RsFrame) other = run_view (fixture->dataset, RS_CHART_COLUMNS, 2002);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_true (rs_table_view_sort (fixture->view, column, GTK_SORT_DESCENDING));
  before = rs_table_view_get_tsv (fixture->view, FALSE);
  rs_table_view_set_frame (fixture->view, other);
  after = rs_table_view_get_tsv (fixture->view, FALSE);
  g_assert_cmpstr (before, ==, after);
}

static void
test_select (Fixture *fixture, gconstpointer data)
{
  const RsTable *table = rs_table_view_get_table (fixture->view);
  GtkSelectionModel *selection = get_selection (fixture);
  const RsDatum datum = { table->rows[1].series, table->rows[1].point };
  const RsDatum nowhere = { 7, 7 };

  g_assert_cmpint (datum.point, >=, 0);
  rs_table_view_select_datum (fixture->view, datum);
  g_assert_true (gtk_selection_model_is_selected (selection, 1));
  g_assert_cmpuint (fixture->n_selected, ==, 0);
  gtk_selection_model_select_item (selection, 2, TRUE);
  g_assert_cmpuint (fixture->n_selected, ==, 1);
  g_assert_cmpint (fixture->series, ==, table->rows[2].series);
  g_assert_cmpint (fixture->point, ==, table->rows[2].point);
  rs_table_view_select_datum (fixture->view, nowhere);
  g_assert_false (gtk_selection_model_is_selected (selection, 2));
  rs_table_view_select_datum (fixture->view, datum);
  rs_table_view_select_datum (fixture->view, RS_DATUM_NONE);
  g_assert_false (gtk_selection_model_is_selected (selection, 1));
}

static void
test_tsv (Fixture *fixture, gconstpointer data)
{
  g_autofree char *all = NULL;
  g_autofree char *some = NULL;
  g_autoptr (RsTable) table = rs_table_new (fixture->frame, RS_TABLE_FOR_PEOPLE);
  g_autofree char *expected = rs_table_to_csv (table, '\t', FALSE);

  all = rs_table_view_get_tsv (fixture->view, FALSE);
  g_assert_cmpstr (all, ==, expected);
  rs_table_view_take_table (fixture->view, make_table (headers, 2, cells, 4));
  rs_table_view_sort (fixture->view, 1, GTK_SORT_ASCENDING);
  gtk_selection_model_select_item (get_selection (fixture), 1, TRUE);
  gtk_selection_model_select_item (get_selection (fixture), 3, FALSE);
  some = rs_table_view_get_tsv (fixture->view, TRUE);
  g_assert_nonnull (strstr (some, "alpha"));
  g_assert_nonnull (strstr (some, "beta"));
  g_assert_null (strstr (some, "gamma"));
  g_assert_true (strstr (some, "alpha") < strstr (some, "beta"));
  g_assert_cmpuint (fixture->n_selected, ==, 1);
}

static void
read_text_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  char **text = user_data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  if (*text == NULL)
    *text = g_strdup ("");
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copied = NULL;
  g_autofree char *expected = rs_table_view_get_tsv (fixture->view, FALSE);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->view));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), "table.copy", NULL));
  gdk_clipboard_read_text_async (clipboard, NULL, read_text_cb, &copied);
  while (copied == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (copied, ==, expected);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  rs_table_view_set_frame (fixture->view, NULL);
  g_assert_null (rs_table_view_get_table (fixture->view));
  g_assert_cmpuint (rs_table_view_get_n_rows (fixture->view), ==, 0);
  text = rs_table_view_get_tsv (fixture->view, TRUE);
  g_assert_cmpstr (text, ==, "");
  rs_table_view_select_datum (fixture->view, (RsDatum){ 0, 0 });
  g_assert_false (rs_table_view_sort (fixture->view, 0, GTK_SORT_ASCENDING));
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *text;
    double number;
  } rows[] = {
    { "75.1", 75.1 },     { "1,234.5", 1234.5 }, { "−3.2", -3.2 }, { "≈ 5", 5.0 },
    { "> 95", 95.0 },     { "75.1†", 75.1 },     { "0", 0.0 },     { "-2", -2.0 },
    { "≥ 600,000", 6e5 }, { "12 p", 12.0 },
  };
  static const char *const none[] = { "", "–", "no figure", "—" };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpfloat (rs_table_cell_to_number (rows[i].text), ==, rows[i].number);
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_true (isnan (rs_table_cell_to_number (none[i])));
}

/* What is the same in all rows is told once; the table itself stays whole. */
static void
test_common (Fixture *fixture, gconstpointer data)
{
  GListModel *columns =
    gtk_column_view_get_columns (GTK_COLUMN_VIEW (find_column_view (GTK_WIDGET (fixture->view))));
  const RsTable *table = rs_table_view_get_table (fixture->view);
  g_autofree char *common = rs_table_view_get_common (fixture->view);

  for (guint c = 0; c < 5; c++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, c);
      gboolean same = TRUE;

      for (guint r = 1; r < table->n_rows; r++)
        same = same && g_str_equal (table->rows[r].cells[c], table->rows[0].cells[c]);
      if (c == 3 || *table->rows[0].cells[c] == '\0')
        continue;
      g_assert_cmpint (gtk_column_view_column_get_visible (column), ==, !same);
      if (same)
        g_assert_nonnull (strstr (common, table->rows[0].cells[c]));
    }
  g_assert_cmpstr (common, !=, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/widget/table-view/equal", test_equal);
  ADD ("/widget/table-view/no-markup", test_no_markup);
  ADD ("/widget/table-view/sort", test_sort);
  ADD ("/widget/table-view/sort-stays", test_sort_stays);
  ADD ("/widget/table-view/select", test_select);
  ADD ("/widget/table-view/tsv", test_tsv);
  ADD ("/widget/table-view/copy", test_copy);
  ADD ("/widget/table-view/empty", test_empty);
  ADD ("/widget/table-view/common", test_common);
  g_test_add_func ("/widget/table-rows/numbers", test_numbers);
  return g_test_run ();
}
