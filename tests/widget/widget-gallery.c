/* SPDX-License-Identifier: GPL-3.0-or-later
 * All widgets in a window, on invented figures: for the accessibility test, and to look at. */
#include "config.h"

#include "fixture.h"
#include "widget/chart-view.h"
#include "widget/period-slider.h"
#include "widget/region-tree.h"
#include "widget/table-view.h"

typedef struct
{
  RsDataset *dataset;
  RsSelection selection;
  RsLanguage language;
  GtkWindow *window;
  RsChartView *card;  /* activates */
  RsChartView *chart; /* does not */
  RsTableView *table;
  gboolean closed;
} Gallery;

static void
run (Gallery *gallery)
{
  g_autoptr (RsView) view = fixture_new_view (RS_CHART_COLUMNS);
  g_autoptr (RsView) lines = fixture_new_view (RS_CHART_LINES);
  g_autoptr (RsFrame) frame = NULL;
  g_autoptr (RsFrame) second = NULL;
  g_autoptr (GError) error = NULL;

  frame = rs_view_run (view, gallery->dataset, &gallery->selection, gallery->language, &error);
  g_assert_no_error (error);
  second = rs_view_run (lines, gallery->dataset, &gallery->selection, gallery->language, &error);
  g_assert_no_error (error);
  rs_chart_view_set_frame (gallery->card, frame);
  rs_chart_view_set_frame (gallery->chart, second);
  rs_table_view_set_frame (gallery->table, second);
}

static void
say (Gallery *gallery, const char *what)
{
  gtk_window_set_title (gallery->window, what);
}

static void
year_changed_cb (RsPeriodSlider *slider, int year, Gallery *gallery)
{
  g_autofree char *title = g_strdup_printf ("year %d", year);

  gallery->selection.year = year;
  run (gallery);
  say (gallery, title);
}

static void
selected_cb (RsRegionTree *tree, const char *id, Gallery *gallery)
{
  g_autofree char *title = g_strdup_printf ("region %s", id);

  g_free (gallery->selection.region);
  gallery->selection.region = g_strdup (id);
  run (gallery);
  say (gallery, title);
}

static void
activated_cb (RsChartView *view, Gallery *gallery)
{
  say (gallery, "activated");
}

static void
cursor_moved_cb (RsChartView *view, int series, int point, Gallery *gallery)
{
  rs_table_view_select_datum (gallery->table, (RsDatum){ series, point });
}

static void
row_selected_cb (RsTableView *view, int series, int point, Gallery *gallery)
{
  rs_chart_view_set_cursor (gallery->chart, (RsDatum){ series, point });
}

static void
range_selected_cb (RsChartView *view, const char *from, const char *to, Gallery *gallery)
{
  g_autofree char *title = g_strdup_printf ("range %s to %s", from, to);

  rs_chart_view_set_zoomed (view, TRUE);
  say (gallery, title);
}

static void
zoom_back_cb (RsChartView *view, Gallery *gallery)
{
  rs_chart_view_set_zoomed (view, FALSE);
  say (gallery, "zoomed back");
}

static void
context_menu_cb (RsChartView *view, double x, double y, Gallery *gallery)
{
  say (gallery, "menu");
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  say (user_data, "escaped");
  return TRUE;
}

static gboolean
find_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  rs_region_tree_focus_search (user_data);
  return TRUE;
}

static gboolean
close_request_cb (GtkWindow *window, Gallery *gallery)
{
  gallery->closed = TRUE;
  return FALSE;
}

static void
add_shortcuts (Gallery *gallery, RsRegionTree *tree)
{
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (shortcuts),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                      gtk_callback_action_new (escape_cb, gallery, NULL)));
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (shortcuts),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_f, GDK_CONTROL_MASK),
                      gtk_callback_action_new (find_cb, tree, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (gallery->window), shortcuts);
}

static GtkWidget *
build (Gallery *gallery)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *cards = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *slider = rs_period_slider_new ();
  GtkWidget *tree = rs_region_tree_new ();

  gallery->card = RS_CHART_VIEW (rs_chart_view_new ());
  gallery->chart = RS_CHART_VIEW (rs_chart_view_new ());
  gallery->table = RS_TABLE_VIEW (rs_table_view_new ());
  rs_chart_view_set_activates (gallery->card, TRUE);
  rs_chart_view_set_type_mode (gallery->chart, RS_TYPE_PAGE);
  rs_chart_view_set_parts (gallery->chart,
                           RS_FIGURE_TITLE | RS_FIGURE_CHART | RS_FIGURE_NOTES | RS_FIGURE_SOURCE);
  rs_period_slider_set_years (RS_PERIOD_SLIDER (slider), fixture_years, FIXTURE_N_YEARS);
  rs_period_slider_set_year (RS_PERIOD_SLIDER (slider), gallery->selection.year);
  rs_region_tree_set_dataset (RS_REGION_TREE (tree), gallery->dataset, gallery->language);
  rs_region_tree_set_selected (RS_REGION_TREE (tree), gallery->selection.region);
  g_signal_connect (slider, "year-changed", G_CALLBACK (year_changed_cb), gallery);
  g_signal_connect (tree, "selected", G_CALLBACK (selected_cb), gallery);
  g_signal_connect (gallery->card, "activated", G_CALLBACK (activated_cb), gallery);
  g_signal_connect (gallery->chart, "cursor-moved", G_CALLBACK (cursor_moved_cb), gallery);
  rs_chart_view_set_range_enabled (gallery->chart, TRUE);
  g_signal_connect (gallery->chart, "range-selected", G_CALLBACK (range_selected_cb), gallery);
  g_signal_connect (gallery->chart, "zoom-back", G_CALLBACK (zoom_back_cb), gallery);
  g_signal_connect (gallery->chart, "context-menu", G_CALLBACK (context_menu_cb), gallery);
  g_signal_connect (gallery->table, "row-selected", G_CALLBACK (row_selected_cb), gallery);
  gtk_widget_set_size_request (side, 268, -1);
  gtk_widget_set_vexpand (tree, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (gallery->card), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (gallery->chart), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (gallery->table), TRUE);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_box_append (GTK_BOX (side), slider);
  gtk_box_append (GTK_BOX (side), tree);
  gtk_box_append (GTK_BOX (cards), GTK_WIDGET (gallery->card));
  gtk_box_append (GTK_BOX (cards), GTK_WIDGET (gallery->chart));
  gtk_box_append (GTK_BOX (content), cards);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (gallery->table));
  gtk_box_append (GTK_BOX (box), side);
  gtk_box_append (GTK_BOX (box), content);
  add_shortcuts (gallery, RS_REGION_TREE (tree));
  return box;
}

int
main (int argc, char **argv)
{
  Gallery gallery = { .selection = { .region = g_strdup ("A"), .year = 2005 } };

  if (argc > 1 && !rs_language_from_string (argv[1], &gallery.language))
    return 2;
  gtk_init ();
  gallery.dataset = fixture_new_dataset ();
  gallery.window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_title (gallery.window, "Widget gallery");
  gtk_window_set_default_size (gallery.window, 1240, 840);
  gtk_window_set_child (gallery.window, build (&gallery));
  g_signal_connect (gallery.window, "close-request", G_CALLBACK (close_request_cb), &gallery);
  run (&gallery);
  gtk_window_present (gallery.window);
  while (!gallery.closed)
    g_main_context_iteration (NULL, TRUE);
  rs_selection_clear (&gallery.selection);
  rs_dataset_unref (gallery.dataset);
  return 0;
}
