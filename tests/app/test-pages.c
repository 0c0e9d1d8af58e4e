/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the pages of the real window show where room or figures are scarce, and what a pointer does
 * to them. */
#include "config.h"

#include "app/application.h"
#include "app/chart-page.h"
#include "app/empty-list.h"
#include "app/export-dialog.h"
#include "app/overview-page.h"
#include "app/present-window.h"
#include "widget/period-slider.h"
#include "widget/table-view.h"

static RsApplication *application;
static RsWindow *window;

/* Until what is on its way has arrived: some frames, for sizes settle in them. */
static void
settle (void)
{
  for (int i = 0; i < 40; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (5000);
    }
}

static void
act (const char *name, GVariant *parameter)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), name, parameter);
  settle ();
}

static void
collect (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

/* All widgets of @type inside @root, depth first. */
static GPtrArray *
find_all (gpointer root, GType type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (GTK_WIDGET (root), type, found);
  return found;
}

static gpointer
find (gpointer root, GType type)
{
  g_autoptr (GPtrArray) found = find_all (root, type);

  g_assert_cmpuint (found->len, >, 0);
  return g_ptr_array_index (found, 0);
}

static gpointer
find_toplevel (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GObject) toplevel = g_list_model_get_item (toplevels, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (toplevel, type))
        return toplevel;
    }
  g_assert_not_reached ();
}

static void
set_up (void)
{
  RsDocument *document = rs_window_get_document (window);

  rs_document_select_region (document, "500000");
  rs_document_select_year (document, 2021);
  rs_document_set_board_id (document, "overview");
  act ("back", NULL);
}

static void
set_text_scale (double scale)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (96 * 1024 * scale), NULL);
  settle ();
}

/* Labels that are cut in the header bar. */
static guint
count_cut_labels (GtkWidget *header)
{
  g_autoptr (GPtrArray) labels = find_all (header, GTK_TYPE_LABEL);
  guint n = 0;

  for (guint i = 0; i < labels->len; i++)
    {
      GtkLabel *label = g_ptr_array_index (labels, i);

      if (gtk_widget_get_mapped (GTK_WIDGET (label)) &&
          pango_layout_is_ellipsized (gtk_label_get_layout (label)))
        {
          g_test_message ("cut: %s", gtk_label_get_label (label));
          n++;
        }
    }
  return n;
}

static void
test_header (void)
{
  GtkWidget *header = find (window, ADW_TYPE_HEADER_BAR);

  set_up ();
  g_assert_cmpuint (count_cut_labels (header), ==, 0);
  set_text_scale (2);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, 900);
  g_assert_cmpuint (count_cut_labels (header), ==, 0);
  act ("chart", g_variant_new_uint32 (0));
  g_assert_cmpuint (count_cut_labels (header), ==, 0);
  set_text_scale (1);
}

/* A sidebar that had to give way to the page before is not taken for one that was dragged: a window
 * that opens small with large text. */
static void
test_sidebar_width (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.renshe.Renshe");
  RsWindow *small;
  GtkPaned *paned;
  int least;

  set_text_scale (2);
  small = rs_window_new (ADW_APPLICATION (application), rs_window_get_document (window), settings);
  gtk_window_set_default_size (GTK_WINDOW (small), 900, 600);
  gtk_window_present (GTK_WINDOW (small));
  settle ();
  paned = find (small, GTK_TYPE_PANED);
  g_object_get (paned, "min-position", &least, NULL);
  g_assert_cmpint (gtk_paned_get_position (paned), <=, MAX (least, 900 * 2 / 5));
  gtk_window_destroy (GTK_WINDOW (small));
  set_text_scale (1);
}

/* A district of which little is known: what is, as cards; the rest once, by name. */
static void
test_empty_region (void)
{
  RsOverviewPage *page = find (window, RS_TYPE_OVERVIEW_PAGE);
  RsEmptyList *list = find (window, RS_TYPE_EMPTY_LIST);
  g_autoptr (GPtrArray) buttons = NULL;
  guint n_cards;

  set_up ();
  n_cards = rs_overview_page_get_n_cards (page);
  g_assert_cmpuint (rs_overview_page_get_n_empty (page), ==, 0);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (list)));
  rs_document_select_region (rs_window_get_document (window), "500105");
  settle ();
  g_assert_cmpuint (rs_overview_page_get_n_empty (page), >, n_cards / 2);
  g_assert_cmpuint (rs_overview_page_get_n_empty (page), <, n_cards);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (list)));
  g_assert_true (rs_empty_list_has (list, 0));
  /* What is exported or presented from here is the first that has figures. */
  g_assert_false (rs_empty_list_has (list, rs_overview_page_get_focused (page)));

  /* Each of them still opens its page, and back is where one was. */
  buttons = find_all (list, GTK_TYPE_BUTTON);
  g_assert_cmpuint (buttons->len, ==, rs_overview_page_get_n_empty (page));
  g_signal_emit_by_name (g_ptr_array_index (buttons, 1), "clicked");
  settle ();
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "back"));
  g_assert_cmpuint (rs_window_get_current_position (window), ==, 1);
  g_assert_nonnull (rs_frame_get_empty_reason (rs_window_get_current_frame (window)));
  /* No table without rows, and no years to choose from. */
  g_assert_false (
    gtk_widget_get_mapped (find (find (window, RS_TYPE_CHART_PAGE), RS_TYPE_TABLE_VIEW)));
  g_assert_false (
    gtk_widget_get_mapped (find (find (window, RS_TYPE_CHART_PAGE), GTK_TYPE_DROP_DOWN)));
  act ("back", NULL);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == g_ptr_array_index (buttons, 1));
  g_assert_cmpuint (rs_overview_page_get_focused (page), ==, 1);
}

/* A group of districts of which nothing is known itself. */
static void
test_empty_group (void)
{
  RsOverviewPage *page = find (window, RS_TYPE_OVERVIEW_PAGE);
  RsEmptyList *list = find (window, RS_TYPE_EMPTY_LIST);

  set_up ();
  rs_document_select_region (rs_window_get_document (window), "500000-NE");
  settle ();
  for (guint i = 0; i < rs_overview_page_get_n_cards (page); i++)
    {
      RsFrame *frame = rs_overview_page_get_frame (page, i);

      /* Only what is of other regions stays a card. */
      g_assert_true (rs_empty_list_has (list, i) == !rs_frame_has_numbers (frame));
    }
  set_up ();
  g_assert_cmpuint (rs_overview_page_get_n_empty (page), ==, 0);
}

static GtkEventController *
find_scroll_controller (gpointer widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (widget));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        return controller;
    }
  g_assert_not_reached ();
}

static gboolean
turn_wheel (gpointer table, double dy)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (find_scroll_controller (table), "scroll", 0.0, dy, &handled);
  settle ();
  return handled;
}

/* Over a table that shows all its rows the wheel moves the page. */
static void
test_table_wheel (void)
{
  RsTableView *table = find (window, RS_TYPE_TABLE_VIEW);
  GtkScrolledWindow *rows = find (table, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (table), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *inner = gtk_scrolled_window_get_vadjustment (rows);
  GtkAdjustment *outer = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (page));
  double value;

  set_up ();
  act ("chart", g_variant_new_uint32 (0));
  g_assert_cmpfloat (gtk_adjustment_get_upper (inner), <=, gtk_adjustment_get_page_size (inner));
  g_assert_true (turn_wheel (table, 1));
  value = gtk_adjustment_get_value (outer);
  g_assert_cmpfloat (value, >, 0);
  g_assert_true (turn_wheel (table, -1));
  g_assert_cmpfloat (gtk_adjustment_get_value (outer), <, value);

  /* Rows beyond its height: first these, then the page. */
  gtk_widget_set_size_request (GTK_WIDGET (table), -1, 100);
  gtk_scrolled_window_set_propagate_natural_height (rows, FALSE);
  settle ();
  g_assert_cmpfloat (gtk_adjustment_get_upper (inner), >, gtk_adjustment_get_page_size (inner));
  gtk_adjustment_set_value (outer, 20);
  g_assert_false (turn_wheel (table, 1));
  g_assert_cmpfloat (gtk_adjustment_get_value (outer), ==, 20);
  gtk_adjustment_set_value (inner, gtk_adjustment_get_upper (inner));
  g_assert_true (turn_wheel (table, 1));
  g_assert_cmpfloat (gtk_adjustment_get_value (outer), >, 20);
  gtk_scrolled_window_set_propagate_natural_height (rows, TRUE);
}

/* The year stands in the sidebar once, where it is entered. */
static void
test_year_once (void)
{
  RsPeriodSlider *slider = find (window, RS_TYPE_PERIOD_SLIDER);
  GtkSpinButton *entry = find (slider, GTK_TYPE_SPIN_BUTTON);
  g_autoptr (GPtrArray) labels = find_all (slider, GTK_TYPE_LABEL);

  set_up ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "2021");
  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_get_mapped (g_ptr_array_index (labels, i)))
      g_assert_cmpstr (gtk_label_get_label (g_ptr_array_index (labels, i)), !=, "2021");
  gtk_spin_button_set_value (entry, 2020);
  g_assert_cmpint (rs_document_get_selection (rs_window_get_document (window))->year, ==, 2020);
}

static int
get_font_px (GtkLabel *label)
{
  PangoAttrList *attributes = gtk_label_get_attributes (label);
  g_autoptr (PangoAttrIterator) iterator = NULL;
  PangoAttribute *size;

  g_assert_nonnull (attributes);
  iterator = pango_attr_list_get_iterator (attributes);
  size = pango_attr_iterator_get (iterator, PANGO_ATTR_ABSOLUTE_SIZE);
  g_assert_nonnull (size);
  return ((PangoAttrInt *) size)->value / PANGO_SCALE;
}

/* The number of a slide is sized by the screen, like the slide, not by the text of the desk. */
static void
test_slide_number (void)
{
  RsPresentWindow *presentation;
  GtkLabel *number = NULL;
  g_autoptr (GPtrArray) labels = NULL;
  int height;

  set_up ();
  set_text_scale (2);
  act ("present", NULL);
  presentation = find_toplevel (RS_TYPE_PRESENT_WINDOW);
  labels = find_all (presentation, GTK_TYPE_LABEL);
  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_has_css_class (g_ptr_array_index (labels, i), "slide-number"))
      number = g_ptr_array_index (labels, i);
  g_assert_nonnull (number);
  gtk_window_set_focus_visible (GTK_WINDOW (presentation), TRUE);
  g_assert_false (gtk_window_get_focus_visible (GTK_WINDOW (presentation)));
  height = gtk_widget_get_height (GTK_WIDGET (presentation));
  g_assert_cmpint (get_font_px (number), ==, 24 * height / 1080);
  rs_present_window_press (presentation, GDK_KEY_Escape, 0);
  settle ();
  set_text_scale (1);
}

/* As GTK tells it to the controllers; some of them are GTK's own. */
static void
move_pointer (gpointer widget, double x, double y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (widget));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        g_signal_emit_by_name (controller, "motion", x, y);
    }
}

/* Moving it shows the pointer; at rest it goes away, and does not stand in the picture. */
static void
test_pointer (void)
{
  RsPresentWindow *presentation;

  set_up ();
  act ("present", NULL);
  presentation = find_toplevel (RS_TYPE_PRESENT_WINDOW);
  g_assert_nonnull (gtk_widget_get_cursor (GTK_WIDGET (presentation)));
  move_pointer (presentation, 40, 50);
  g_assert_null (gtk_widget_get_cursor (GTK_WIDGET (presentation)));
  while (gtk_widget_get_cursor (GTK_WIDGET (presentation)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (gdk_cursor_get_name (gtk_widget_get_cursor (GTK_WIDGET (presentation))), ==,
                   "none");
  /* What lies under a pointer at rest changes: that is no movement. */
  move_pointer (presentation, 40, 50);
  g_assert_nonnull (gtk_widget_get_cursor (GTK_WIDGET (presentation)));
  rs_present_window_press (presentation, GDK_KEY_Escape, 0);
  settle ();
}

/* Whoever plays the years can stop them with the same button. */
static void
test_play (void)
{
  RsPeriodSlider *slider = find (window, RS_TYPE_PERIOD_SLIDER);
  RsDocument *document = rs_window_get_document (window);

  set_up ();
  rs_period_slider_set_play_interval (slider, 20);
  gtk_widget_activate_action (GTK_WIDGET (slider), "year.toggle-play", NULL);
  while (rs_document_get_selection (document)->year == 2021)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (rs_document_get_selection (document)->year, ==, 2022);
  gtk_widget_activate_action (GTK_WIDGET (slider), "year.toggle-play", NULL);
  g_assert_false (rs_period_slider_get_playing (slider));
  settle ();
  g_assert_cmpint (rs_document_get_selection (document)->year, ==, 2022);
  rs_period_slider_set_play_interval (slider, 1200);
}

/* The preview takes what the choices leave. */
static void
test_export_preview (void)
{
  GtkWidget *dialog, *preview;
  int width, height;

  set_up ();
  act ("export", NULL);
  dialog = find_toplevel (RS_TYPE_EXPORT_DIALOG);
  preview = find (dialog, GTK_TYPE_DRAWING_AREA);
  gtk_window_get_default_size (GTK_WINDOW (dialog), &width, &height);
  g_assert_cmpint (width, >=, 880);
  g_assert_cmpint (height, >=, 600);
  g_assert_cmpint (gtk_widget_get_width (preview), >, gtk_widget_get_width (dialog) / 2);
  gtk_window_close (GTK_WINDOW (dialog));
  settle ();
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  application = rs_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_application_activate (G_APPLICATION (application));
  window = rs_application_get_window (application);
  g_assert_nonnull (window);
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 600);
  settle ();

  g_test_add_func ("/app/pages/header", test_header);
  g_test_add_func ("/app/pages/sidebar-width", test_sidebar_width);
  g_test_add_func ("/app/pages/empty-region", test_empty_region);
  g_test_add_func ("/app/pages/empty-group", test_empty_group);
  g_test_add_func ("/app/pages/table-wheel", test_table_wheel);
  g_test_add_func ("/app/pages/year-once", test_year_once);
  g_test_add_func ("/app/pages/slide-number", test_slide_number);
  g_test_add_func ("/app/pages/pointer", test_pointer);
  g_test_add_func ("/app/pages/play", test_play);
  g_test_add_func ("/app/pages/export-preview", test_export_preview);
  result = g_test_run ();

  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
  g_clear_object (&application);
  return result;
}
