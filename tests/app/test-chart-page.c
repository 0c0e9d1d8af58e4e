/* SPDX-License-Identifier: GPL-3.0-or-later
 * The page of one chart in the real window: kinds, ranges, and the menu of a figure. */
#include "config.h"

#include "app/application.h"
#include "app/chart-page.h"
#include "app/export-dialog.h"
#include "app/kind-picker.h"
#include "app/overview-page.h"
#include "app/present-window.h"
#include "widget/chart-view.h"

/* One application for all: a process has one. Each case begins with the chart of registered
 * unemployment, Chongqing, 2005. */
static RsApplication *application;
static RsWindow *window;
static RsDocument *document;
static RsChartPage *page;
static RsChartView *chart;
static guint position;

static void
settle (void)
{
  for (int i = 0; i < 5; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (2000);
    }
}

static void
act (const char *name, GVariant *parameter)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), name, parameter);
  settle ();
}

/* The first widget of @type inside @widget, depth first. */
static gpointer
find (gpointer widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
set_up (void)
{
  const RsViewChoice none = { 0 };
  const RsBoard *board;

  rs_document_select_region (document, "500000");
  rs_document_select_year (document, 2005);
  rs_document_set_board_id (document, "overview");
  board = rs_document_get_board (document);
  for (position = 0; position < board->views->len; position++)
    {
      const RsView *view = g_ptr_array_index (board->views, position);

      if (g_strcmp0 (view->id, "registered-unemployment") == 0)
        break;
    }
  g_assert_cmpuint (position, <, board->views->len);
  rs_document_set_choice (document, position, &none);
  act ("chart", g_variant_new_uint32 (position));
}

static RsChartKind
get_kind (void)
{
  return rs_frame_get_kind (rs_chart_page_get_frame (page));
}

/* (nullable): the row of the open picker for @kind */
static GtkListBoxRow *
find_row (GtkListBox *list, const char *label)
{
  for (int i = 0; gtk_list_box_get_row_at_index (list, i) != NULL; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, i);
      GtkLabel *title = find (row, GTK_TYPE_LABEL);

      if (g_strcmp0 (gtk_label_get_label (title), label) == 0)
        return row;
    }
  return NULL;
}

static GtkListBox *
open_picker (void)
{
  act ("kind", NULL);
  /* It comes when its button is in view. */
  while (!gtk_widget_get_visible (find (page, RS_TYPE_KIND_PICKER)))
    g_main_context_iteration (NULL, TRUE);
  settle ();
  return find (find (page, RS_TYPE_KIND_PICKER), GTK_TYPE_LIST_BOX);
}

static void
pick (RsChartKind kind)
{
  GtkListBoxRow *row = find_row (open_picker (), rs_chart_kind_get_label (kind, RS_LANGUAGE_EN));

  g_assert_nonnull (row);
  g_assert_true (gtk_list_box_row_get_activatable (row));
  g_signal_emit_by_name (gtk_widget_get_parent (GTK_WIDGET (row)), "row-activated", row);
  settle ();
}

/* All kinds stand there, those that would mislead with a sentence and not to be chosen. */
static void
test_picker_lists_all (void)
{
  GtkListBox *list;
  guint n_refused = 0, n_rows = 0;

  set_up ();
  list = open_picker ();
  for (guint k = 0; k < RS_N_CHART_KINDS; k++)
    {
      const char *label = rs_chart_kind_get_label ((RsChartKind) k, RS_LANGUAGE_EN);
      GtkListBoxRow *row = find_row (list, label);
      g_autofree char *reason =
        rs_view_explain_kind (rs_chart_page_get_view (page), rs_document_get_dataset (document),
                              rs_document_get_selection (document), (RsChartKind) k);
      GtkWidget *texts;

      g_assert_nonnull (row);
      n_rows++;
      g_assert_cmpint (gtk_list_box_row_get_activatable (row), ==, reason == NULL);
      if (reason == NULL)
        continue;
      n_refused++;
      texts = gtk_widget_get_parent (find (row, GTK_TYPE_LABEL));
      g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (gtk_widget_get_last_child (texts))), ==,
                       reason);
    }
  g_assert_cmpuint (n_refused, >, 0);
  g_assert_cmpuint (n_rows - n_refused, >, 3);
  gtk_popover_popdown (find (page, RS_TYPE_KIND_PICKER));
  settle ();
}

/* Every theme can be exported in and is kept for the next time; slides have those for projectors.
 */
static void
test_themes (void)
{
  static const char *const pairs[][2] = {
    { "light", "hall" },
    { "dark", "hall-dark" },
    { "high-contrast", "high-contrast" },
  };
  g_autoptr (GSettings) settings = g_settings_new ("org.renshe.Renshe");
  RsPresentWindow *presentation;

  set_up ();
  for (const char *const *id = rs_theme_list (); *id != NULL; id++)
    {
      RsExportDialog *dialog;
      RsExportOptions options;

      g_assert_true (g_settings_set_string (settings, "export-theme", *id));
      dialog = rs_export_dialog_new (window, settings);
      rs_export_dialog_get_options (dialog, &options);
      g_assert_cmpstr (options.theme, ==, *id);
      gtk_window_destroy (GTK_WINDOW (dialog));
    }
  g_settings_reset (settings, "export-theme");
  presentation = rs_present_window_new (GTK_APPLICATION (application), document, "light");
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      RsChartView *slide = find (presentation, RS_TYPE_CHART_VIEW);

      rs_present_window_set_theme (presentation, pairs[i][0]);
      g_assert_cmpstr (rs_chart_view_get_theme (slide), ==, pairs[i][1]);
    }
  gtk_window_destroy (GTK_WINDOW (presentation));
}

/* Page, card, slide, copy and export draw what was chosen. */
static void
test_choice_is_everywhere (void)
{
  RsOverviewPage *overview = find (window, RS_TYPE_OVERVIEW_PAGE);
  RsChartKind own;
  RsExportDialog *dialog;
  RsPresentWindow *presentation;
  g_autoptr (RsFrame) exported = NULL;

  set_up ();
  own = get_kind ();
  g_assert_cmpint (own, !=, RS_CHART_RANKED);
  pick (RS_CHART_RANKED);
  g_assert_cmpint (get_kind (), ==, RS_CHART_RANKED);
  g_assert_true (rs_window_get_current_frame (window) == rs_chart_page_get_frame (page));
  g_assert_cmpint (rs_frame_get_kind (rs_overview_page_get_frame (overview, position)), ==,
                   RS_CHART_RANKED);
  dialog = rs_export_dialog_new (window, NULL);
  exported = rs_export_dialog_run_view (dialog);
  g_assert_cmpint (rs_frame_get_kind (exported), ==, RS_CHART_RANKED);
  gtk_window_destroy (GTK_WINDOW (dialog));
  presentation = rs_present_window_new (GTK_APPLICATION (application), document, "light");
  rs_present_window_show_slide (presentation, position);
  g_assert_cmpint (
    rs_frame_get_kind (rs_chart_view_get_frame (find (presentation, RS_TYPE_CHART_VIEW))), ==,
    RS_CHART_RANKED);
  gtk_window_destroy (GTK_WINDOW (presentation));
  /* It holds when one comes back, and Automatic takes it back. */
  act ("back", NULL);
  act ("chart", g_variant_new_uint32 (position));
  g_assert_cmpint (get_kind (), ==, RS_CHART_RANKED);
  pick (RS_CHART_AUTO);
  g_assert_cmpint (get_kind (), ==, own);
}

static void
get_years (int *out_first, int *out_last)
{
  const RsSeries *series = rs_frame_get_series (rs_chart_page_get_frame (page), 0);

  *out_first = series->points[0].period.year;
  *out_last = series->points[series->n_points - 1].period.year;
}

static void
choose_range (int from, int to)
{
  g_autofree char *first = g_strdup_printf ("%d", from);
  g_autofree char *last = g_strdup_printf ("%d", to);

  g_signal_emit_by_name (chart, "range-selected", first, last);
}

static void
check_years (int first, int last)
{
  int shown_first, shown_last;

  get_years (&shown_first, &shown_last);
  g_assert_cmpint (shown_first, ==, first);
  g_assert_cmpint (shown_last, ==, last);
}

static void
test_range (void)
{
  int first, last;

  set_up ();
  get_years (&first, &last);
  g_assert_cmpint (last - first, >=, 2);
  choose_range (first + 1, last - 1);
  check_years (first + 1, last - 1);
  /* The range stays with another kind. */
  pick (RS_CHART_DOTS);
  g_assert_cmpint (get_kind (), ==, RS_CHART_DOTS);
  check_years (first + 1, last - 1);
  gtk_widget_activate_action (GTK_WIDGET (chart), "zoom.back", NULL);
  check_years (first, last);
  /* Zoomed out beyond the figures is all of them; half beyond them ends with them. */
  choose_range (first + 1, 2999);
  check_years (first + 1, last);
  choose_range (1000, 2999);
  check_years (first, last);
  g_signal_emit_by_name (chart, "range-selected", "nonsense", "2003");
  check_years (first, last);
}

/* Escape: cursor, range, page, one after the other. */
static void
test_escape (void)
{
  RsScene *scene;
  RsDatum datum;
  int first, last;

  set_up ();
  get_years (&first, &last);
  choose_range (first + 1, last);
  settle ();
  scene = rs_chart_view_get_scene (chart);
  g_assert_nonnull (scene);
  rs_scene_get_stop (scene, 0, &datum, NULL, NULL);
  rs_chart_view_set_cursor (chart, datum);
  gtk_widget_activate_action (GTK_WIDGET (chart), "cursor.clear", NULL);
  g_assert_cmpint (rs_chart_view_get_cursor (chart).series, ==, -1);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (chart), "zoom.back", NULL));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "back"));
  act ("back", NULL);
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "kind"));
}

static void
on_text (GObject *source, GAsyncResult *result, gpointer user_data)
{
  char **text = user_data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
test_menu (void)
{
  RsScene *scene;
  RsDatum datum;
  GtkPopover *menu;
  g_autofree char *text = NULL;

  set_up ();
  scene = rs_chart_view_get_scene (chart);
  g_assert_nonnull (scene);
  rs_scene_get_stop (scene, 0, &datum, NULL, NULL);
  rs_chart_view_set_cursor (chart, datum);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (chart), "menu.popup", NULL));
  settle ();
  menu = find (page, GTK_TYPE_POPOVER_MENU);
  g_assert_nonnull (menu);
  /* The cursor stays on what the menu is about. */
  g_assert_cmpint (rs_chart_view_get_cursor (chart).series, ==, datum.series);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "figure.copy-value", NULL));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (page)), NULL, on_text,
                                 &text);
  for (int i = 0; i < 100 && text == NULL; i++)
    settle ();
  g_assert_nonnull (text);
  g_assert_true (g_str_has_suffix (text, "%"));
  gtk_popover_popdown (menu);
  settle ();
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "figure.show-source", NULL));
  g_assert_true (GTK_IS_LABEL (gtk_root_get_focus (GTK_ROOT (window))));
}

/* What is about other regions stands behind what is about the chosen one. */
static void
test_others_last (void)
{
  RsOverviewPage *overview = find (window, RS_TYPE_OVERVIEW_PAGE);
  const RsBoard *board;

  set_up ();
  act ("back", NULL);
  board = rs_document_get_board (document);
  for (guint i = 0; i < board->views->len; i++)
    {
      const RsView *view = g_ptr_array_index (board->views, i);
      gboolean states_others = view->regions != NULL;

      if (!states_others)
        continue;
      g_assert_false (rs_overview_page_is_of_others (overview, i));
      rs_document_select_region (document, "110000");
      g_assert_true (rs_overview_page_is_of_others (overview, i));
      g_assert_false (rs_overview_page_is_of_others (overview, 0));
      rs_document_select_region (document, "500000");
      g_assert_false (rs_overview_page_is_of_others (overview, i));
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gpointer last_window = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  application = rs_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_application_activate (G_APPLICATION (application));
  window = rs_application_get_window (application);
  document = rs_window_get_document (window);
  page = find (window, RS_TYPE_CHART_PAGE);
  chart = find (page, RS_TYPE_CHART_VIEW);
  settle ();

  g_test_add_func ("/app/kind-picker/lists-all", test_picker_lists_all);
  g_test_add_func ("/app/kind-picker/choice-is-everywhere", test_choice_is_everywhere);
  g_test_add_func ("/app/export-dialog/themes", test_themes);
  g_test_add_func ("/app/chart-page/range", test_range);
  g_test_add_func ("/app/chart-page/escape", test_escape);
  g_test_add_func ("/app/chart-page/menu", test_menu);
  g_test_add_func ("/app/overview-page/others-last", test_others_last);
  result = g_test_run ();

  g_object_add_weak_pointer (G_OBJECT (window), &last_window);
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
  g_assert_null (last_window);
  g_clear_object (&application);
  return result;
}
