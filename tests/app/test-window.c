/* SPDX-License-Identifier: GPL-3.0-or-later
 * The real window, driven through its actions. */
#include "config.h"

#include "app/application.h"
#include "app/chart-page.h"
#include "app/export-dialog.h"
#include "app/overview-page.h"
#include "app/present-window.h"
#include "app/settings.h"
#include "app/snapshot.h"
#include "query/table.h"
#include "widget/chart-view.h"
#include "widget/table-view.h"

#include <glib/gstdio.h>

/* One application for all: a process has one. Each case begins with the embedded figures,
 * Chongqing, 2021. */
static RsApplication *application;
static RsWindow *window;
static GSettings *settings;

/* Until what is on its way has arrived. */
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

static GVariant *
get_state (const char *name)
{
  return g_action_group_get_action_state (G_ACTION_GROUP (window), name);
}

/* The first widget of @type inside @widget, depth first. */
static GtkWidget *
find (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
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
  return NULL;
}

static void
set_up (void)
{
  RsDocument *document = rs_window_get_document (window);

  act ("open-embedded", NULL);
  act ("dismiss", NULL);
  rs_document_select_region (document, "500000");
  rs_document_select_year (document, 2021);
  rs_document_set_board_id (document, "overview");
  act ("back", NULL);
}

static GFile *
get_fixture (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "app", "fixtures", name, NULL);

  return g_file_new_for_path (path);
}

static void
open_fixture (const char *name)
{
  g_autoptr (GFile) file = get_fixture (name);

  rs_window_open (window, file);
  while (rs_document_get_loading (rs_window_get_document (window)))
    g_main_context_iteration (NULL, TRUE);
  settle ();
}

/* The window was made with the choices of another run; see main (). */
static void
test_restored (void)
{
  RsDocument *document = rs_window_get_document (window);
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_assert_cmpint (width, ==, 1100);
  g_assert_cmpint (height, ==, 710);
  g_assert_cmpstr (rs_dataset_get_id (rs_document_get_dataset (document)), ==, "monthly");
  g_assert_cmpint (rs_document_get_selection (document)->year, ==, 2019);
  g_assert_cmpstr (rs_document_get_selection (document)->region, ==, "000000");
  /* Chongqing is not in the monthly figures, and was still the choice. */
  act ("dataset", g_variant_new_int32 (0));
  g_assert_cmpstr (rs_document_get_selection (document)->region, ==, "500000");
  g_assert_cmpint (rs_document_get_selection (document)->year, ==, 2019);
}

static void
test_remarks (void)
{
  GtkWindow *dialog = NULL;
  GListModel *toplevels = gtk_window_get_toplevels ();

  set_up ();
  act ("remarks", NULL);
  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) toplevel = g_list_model_get_item (toplevels, i);

      if (gtk_window_get_transient_for (toplevel) == GTK_WINDOW (window))
        dialog = toplevel;
    }
  g_assert_nonnull (dialog);
  g_assert_cmpstr (gtk_window_get_title (dialog), ==, "Remarks");
  gtk_window_close (dialog);
  settle ();
}

static void
test_title (void)
{
  set_up ();
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Chongqing, 2021 – Renshe");
  rs_document_select_year (rs_window_get_document (window), 2020);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Chongqing, 2020 – Renshe");
}

static void
test_settings (void)
{
  g_autofree char *region = NULL;
  g_autofree char *board = NULL;

  set_up ();
  rs_document_select_region (rs_window_get_document (window), "000000");
  rs_document_select_year (rs_window_get_document (window), 2019);
  act ("board", g_variant_new_string ("plan-2022"));
  region = g_settings_get_string (settings, "region");
  board = g_settings_get_string (settings, "board");
  g_assert_cmpstr (region, ==, "000000");
  g_assert_cmpint (g_settings_get_int (settings, "year"), ==, 2019);
  g_assert_cmpstr (board, ==, "plan-2022");
}

static void
test_sidebar (void)
{
  g_autoptr (GVariant) state = NULL;

  set_up ();
  act ("show-sidebar", NULL);
  state = get_state ("show-sidebar");
  g_assert_false (g_variant_get_boolean (state));
  g_assert_false (g_settings_get_boolean (settings, "show-sidebar"));
  /* Looking for a region brings it back. */
  act ("search", NULL);
  g_assert_true (g_settings_get_boolean (settings, "show-sidebar"));
}

static void
test_datasets (void)
{
  RsDocument *document = rs_window_get_document (window);
  g_autoptr (GVariant) state = NULL;
  g_autofree char *region = NULL;

  set_up ();
  act ("dataset", g_variant_new_int32 (1));
  g_assert_cmpstr (rs_dataset_get_id (rs_document_get_dataset (document)), ==, "monthly");
  g_assert_cmpstr (rs_document_get_selection (document)->region, ==, "000000");
  state = get_state ("dataset");
  g_assert_cmpint (g_variant_get_int32 (state), ==, 1);
  /* A look into the monthly figures of China does not lose Chongqing. */
  region = g_settings_get_string (settings, "region");
  g_assert_cmpstr (region, ==, "500000");
  act ("dataset", g_variant_new_int32 (0));
  g_assert_cmpstr (rs_document_get_selection (document)->region, ==, "500000");
}

static void
test_chart (void)
{
  RsChartPage *page;
  RsFrame *frame;

  set_up ();
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "back"));
  act ("chart", g_variant_new_uint32 (0));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "back"));
  page = RS_CHART_PAGE (find (GTK_WIDGET (window), RS_TYPE_CHART_PAGE));
  frame = rs_chart_page_get_frame (page);
  g_assert_nonnull (frame);
  g_assert_true (rs_window_get_current_frame (window) == frame);
  act ("chart-step", g_variant_new_int32 (1));
  g_assert_cmpuint (rs_chart_page_get_position (page), ==, 1);
  act ("chart-step", g_variant_new_int32 (-1));
  act ("chart-step", g_variant_new_int32 (-1));
  g_assert_cmpuint (rs_chart_page_get_position (page), ==, 0);
  act ("chart", g_variant_new_uint32 (100000));
  g_assert_cmpuint (rs_chart_page_get_position (page), ==, 0);
  act ("year-step", g_variant_new_int32 (-1));
  g_assert_cmpint (rs_frame_get_year (rs_chart_page_get_frame (page)), ==, 2020);
  act ("back", NULL);
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "back"));
}

static void
test_range (void)
{
  RsChartPage *page;
  const RsSeries *series;
  guint n_points;

  set_up ();
  act ("chart", g_variant_new_uint32 (0));
  page = RS_CHART_PAGE (find (GTK_WIDGET (window), RS_TYPE_CHART_PAGE));
  n_points = rs_frame_get_series (rs_chart_page_get_frame (page), 0)->n_points;
  g_assert_cmpuint (n_points, >, 3);
  rs_chart_page_set_range (page, 2019, 2021);
  series = rs_frame_get_series (rs_chart_page_get_frame (page), 0);
  g_assert_cmpint (series->points[0].period.year, ==, 2019);
  g_assert_cmpint (series->points[series->n_points - 1].period.year, ==, 2021);
  rs_chart_page_set_range (page, 0, 0);
  series = rs_frame_get_series (rs_chart_page_get_frame (page), 0);
  g_assert_cmpuint (series->n_points, ==, n_points);
  act ("back", NULL);
}

/* The table on the page is the table of the frame that the chart draws. */
static void
test_table_twin (void)
{
  RsChartPage *page;
  const RsTable *shown;
  g_autoptr (RsTable) expected = NULL;

  set_up ();
  act ("chart", g_variant_new_uint32 (1));
  page = RS_CHART_PAGE (find (GTK_WIDGET (window), RS_TYPE_CHART_PAGE));
  shown = rs_table_view_get_table (RS_TABLE_VIEW (find (GTK_WIDGET (page), RS_TYPE_TABLE_VIEW)));
  expected = rs_table_new (rs_chart_page_get_frame (page), RS_TABLE_FOR_PEOPLE);
  g_assert_cmpuint (shown->n_rows, ==, expected->n_rows);
  g_assert_cmpuint (shown->n_rows, >, 0);
  for (guint r = 0; r < expected->n_rows; r++)
    for (guint c = 0; c < expected->n_columns; c++)
      g_assert_cmpstr (shown->rows[r].cells[c], ==, expected->rows[r].cells[c]);
  act ("back", NULL);
}

static void
test_failed_open (void)
{
  RsDocument *document = rs_window_get_document (window);
  RsDataset *dataset;
  g_autofree char *title = NULL;

  set_up ();
  act ("chart", g_variant_new_uint32 (1));
  dataset = rs_document_get_dataset (document);
  title = g_strdup (gtk_window_get_title (GTK_WINDOW (window)));
  open_fixture ("broken.json");
  g_assert_nonnull (rs_window_get_problem (window));
  g_assert_nonnull (strstr (rs_window_get_problem (window), "broken.json"));
  g_assert_true (rs_document_get_dataset (document) == dataset);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, title);
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "back"));
  act ("dismiss", NULL);
  g_assert_null (rs_window_get_problem (window));
}

static void
test_open (void)
{
  set_up ();
  open_fixture ("broken.json");
  open_fixture ("invented.json");
  /* What has been told is over. */
  g_assert_null (rs_window_get_problem (window));
  g_assert_true (g_str_has_suffix (gtk_window_get_title (GTK_WINDOW (window)), " – Renshe"));
  g_assert_nonnull (rs_window_get_current_view (window));
}

static GtkDropTarget *
find_drop_target (void)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }
  return NULL;
}

static gboolean
drop (const GValue *value)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (find_drop_target (), "drop", value, 10.0, 10.0, &handled);
  while (rs_document_get_loading (rs_window_get_document (window)))
    g_main_context_iteration (NULL, TRUE);
  settle ();
  return handled;
}

static gboolean
drop_files (const char *first, const char *second)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GFile) first_file = get_fixture (first);
  g_autoptr (GFile) second_file = second != NULL ? get_fixture (second) : NULL;
  GSList *files = NULL;

  if (second_file != NULL)
    files = g_slist_prepend (files, second_file);
  files = g_slist_prepend (files, first_file);
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_list (files));
  g_slist_free (files);
  return drop (&value);
}

static void
test_drop (void)
{
  RsDocument *document = rs_window_get_document (window);
  RsDataset *dataset;
  g_auto (GValue) value = G_VALUE_INIT;
  g_auto (GValue) text = G_VALUE_INIT;

  set_up ();
  dataset = rs_document_get_dataset (document);
  g_assert_true (drop_files ("broken.json", NULL));
  g_assert_nonnull (strstr (rs_window_get_problem (window), "broken.json"));
  g_assert_true (rs_document_get_dataset (document) == dataset);
  g_assert_true (drop_files ("invented.json", "invented-plain.json"));
  g_assert_null (rs_window_get_problem (window));
  g_assert_cmpstr (rs_catalog_get_name (rs_document_get_catalog (document)), ==, "invented.json");
  /* One file, as some file managers give it; a board. */
  g_value_init (&value, G_TYPE_FILE);
  g_value_take_object (&value, get_fixture ("invented.renshe-board"));
  g_assert_true (drop (&value));
  g_assert_null (rs_window_get_problem (window));
  g_assert_true (rs_document_is_board_opened (document));
  /* What is no file is not taken. */
  g_value_init (&text, G_TYPE_STRING);
  g_value_set_static_string (&text, "invented.json");
  g_assert_false (drop (&text));
}

/* A board that was opened for a look is not where the next run begins. */
static void
test_open_board (void)
{
  RsDocument *document = rs_window_get_document (window);
  g_autofree char *board = NULL;

  set_up ();
  act ("chart", g_variant_new_uint32 (0));
  open_fixture ("invented-unknown.json");
  g_assert_nonnull (strstr (rs_window_get_problem (window), "invented_nothing"));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "back"));
  open_fixture ("invented-jobs.json");
  g_assert_null (rs_window_get_problem (window));
  g_assert_cmpuint (rs_document_get_board (document)->views->len, ==, 1);
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "back"));
  board = g_settings_get_string (settings, "board");
  g_assert_cmpstr (board, ==, "overview");
}

static char *snapshot_message;

static void
on_snapshot_failed (GApplication *app, const char *message)
{
  g_free (snapshot_message);
  snapshot_message = g_strdup (message);
}

/* A page that is not there gives no picture of another one. */
static void
test_snapshot_fails (void)
{
  const char *const pages[] = { "foo", "chart:nope", "chart:", "present:0", "present:99", "" };
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "renshe-no-picture.png", NULL);

  set_up ();
  for (size_t i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      RsSnapshotOptions options = { .file = path, .page = (char *) pages[i] };

      rs_snapshot_options_start (&options, window, FALSE, on_snapshot_failed);
      while (snapshot_message == NULL)
        g_main_context_iteration (NULL, TRUE);
      g_assert_nonnull (strstr (snapshot_message, "--page"));
      g_clear_pointer (&snapshot_message, g_free);
    }
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* Without place and time there is nothing to choose, and all the rest works. */
static void
test_open_plain (void)
{
  set_up ();
  open_fixture ("invented-plain.json");
  g_assert_null (rs_window_get_problem (window));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "search"));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==,
                   "Invented figures without place and time – Renshe");
  act ("year-step", g_variant_new_int32 (1));
  act ("chart", g_variant_new_uint32 (0));
  g_assert_nonnull (rs_window_get_current_frame (window));
  act ("back", NULL);
}

static void
test_present (void)
{
  RsPresentWindow *presentation;
  RsDocument *document = rs_window_get_document (window);
  guint last;

  set_up ();
  act ("present", NULL);
  presentation = find_toplevel (RS_TYPE_PRESENT_WINDOW);
  g_assert_nonnull (presentation);
  last = rs_document_get_board (document)->views->len - 1;
  g_assert_cmpuint (rs_present_window_get_position (presentation), ==, 0);
  /* Never wraps. */
  g_assert_true (rs_present_window_press (presentation, GDK_KEY_Left, 0));
  g_assert_cmpuint (rs_present_window_get_position (presentation), ==, 0);
  rs_present_window_press (presentation, GDK_KEY_End, 0);
  rs_present_window_press (presentation, GDK_KEY_Right, 0);
  g_assert_cmpuint (rs_present_window_get_position (presentation), ==, last);
  rs_present_window_press (presentation, GDK_KEY_Home, 0);
  rs_present_window_press (presentation, GDK_KEY_Page_Down, 0);
  g_assert_cmpuint (rs_present_window_get_position (presentation), ==, 1);
  rs_present_window_press (presentation, GDK_KEY_b, 0);
  g_assert_true (rs_present_window_get_blank (presentation));
  rs_present_window_press (presentation, GDK_KEY_period, 0);
  g_assert_false (rs_present_window_get_blank (presentation));
  rs_present_window_press (presentation, GDK_KEY_Down, 0);
  g_assert_cmpint (rs_document_get_selection (document)->year, ==, 2020);
  rs_present_window_press (presentation, GDK_KEY_Up, 0);
  g_assert_cmpint (rs_document_get_selection (document)->year, ==, 2021);
  g_assert_false (rs_present_window_press (presentation, GDK_KEY_x, 0));
  g_assert_nonnull (find (GTK_WIDGET (presentation), RS_TYPE_CHART_VIEW));
  g_assert_cmpint (rs_chart_view_get_type_mode (
                     RS_CHART_VIEW (find (GTK_WIDGET (presentation), RS_TYPE_CHART_VIEW))),
                   ==, RS_TYPE_HALL);
  rs_present_window_press (presentation, GDK_KEY_Escape, 0);
  settle ();
  g_assert_null (find_toplevel (RS_TYPE_PRESENT_WINDOW));
}

/* One button of a clicker sends F5 and Escape in turn: start, end, go on where it ended; and it
 * falls into step when the presentation was begun by mouse. */
static void
test_clicker (void)
{
  RsPresentWindow *presentation;

  set_up ();
  rs_document_set_board_id (rs_window_get_document (window), "plan-2022");
  act ("present", NULL);
  presentation = find_toplevel (RS_TYPE_PRESENT_WINDOW);
  rs_present_window_press (presentation, GDK_KEY_Page_Down, 0);
  rs_present_window_press (presentation, GDK_KEY_Page_Down, 0);
  g_assert_true (rs_present_window_press (presentation, GDK_KEY_F5, 0));
  g_assert_true (find_toplevel (RS_TYPE_PRESENT_WINDOW) == (gpointer) presentation);
  rs_present_window_press (presentation, GDK_KEY_Escape, 0);
  settle ();
  g_assert_null (find_toplevel (RS_TYPE_PRESENT_WINDOW));
  act ("present", NULL);
  presentation = find_toplevel (RS_TYPE_PRESENT_WINDOW);
  g_assert_cmpuint (rs_present_window_get_position (presentation), ==, 2);
  rs_present_window_press (presentation, GDK_KEY_Escape, 0);
  settle ();
  /* Another board begins at its beginning. */
  rs_document_set_board_id (rs_window_get_document (window), "overview");
  act ("present", NULL);
  presentation = find_toplevel (RS_TYPE_PRESENT_WINDOW);
  g_assert_cmpuint (rs_present_window_get_position (presentation), ==, 0);
  rs_present_window_press (presentation, GDK_KEY_Escape, 0);
  settle ();
}

static void
test_present_shown_chart (void)
{
  RsPresentWindow *presentation;

  set_up ();
  act ("chart", g_variant_new_uint32 (2));
  act ("present", NULL);
  presentation = find_toplevel (RS_TYPE_PRESENT_WINDOW);
  g_assert_cmpuint (rs_present_window_get_position (presentation), ==, 2);
  gtk_window_close (GTK_WINDOW (presentation));
  settle ();
  g_assert_null (find_toplevel (RS_TYPE_PRESENT_WINDOW));
  act ("back", NULL);
}

static void
wait_for_file (const char *path)
{
  /* At most ten seconds; what is compared afterwards says whether it came. */
  for (int i = 0; i < 1000 && !g_file_test (path, G_FILE_TEST_EXISTS); i++)
    {
      settle ();
    }
}

/* The file is what the export layer makes of the same frame and options. */
static void
test_export (gconstpointer data)
{
  const char *format = data;
  g_autofree char *folder = g_dir_make_tmp ("renshe-test-XXXXXX", NULL);
  g_autofree char *name = g_strconcat ("chart.", format, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (RsTextEngine) engine = rs_text_engine_new (NULL);
  g_autoptr (RsFrame) frame = NULL;
  g_autoptr (GBytes) expected = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize length = 0;
  RsExportOptions options;
  RsExportDialog *dialog;

  set_up ();
  g_settings_set_string (settings, "export-format", format);
  act ("export", NULL);
  dialog = find_toplevel (RS_TYPE_EXPORT_DIALOG);
  g_assert_nonnull (dialog);
  frame = rs_export_dialog_run_view (dialog);
  rs_export_dialog_get_options (dialog, &options);
  g_assert_cmpstr (rs_format_to_string (options.format), ==, format);
  expected = rs_export_to_bytes (frame, &options, engine, &error);
  g_assert_no_error (error);
  rs_export_dialog_export (dialog, file, FALSE);
  wait_for_file (path);
  settle ();
  g_assert_null (rs_window_get_problem (window));
  g_assert_null (find_toplevel (RS_TYPE_EXPORT_DIALOG));
  g_assert_true (g_file_get_contents (path, &contents, &length, &error));
  g_assert_no_error (error);
  g_assert_cmpmem (contents, length, g_bytes_get_data (expected, NULL),
                   g_bytes_get_size (expected));
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* A failure is told above the page, and nothing is left behind. */
static void
test_export_fails (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/proc/renshe/there-is-no-such-folder.png");
  RsExportDialog *dialog;

  set_up ();
  act ("export", NULL);
  dialog = find_toplevel (RS_TYPE_EXPORT_DIALOG);
  rs_export_dialog_export (dialog, file, FALSE);
  for (int i = 0; i < 1000 && rs_window_get_problem (window) == NULL; i++)
    settle ();
  g_assert_nonnull (rs_window_get_problem (window));
  g_assert_nonnull (strstr (rs_window_get_problem (window), "there-is-no-such-folder.png"));
  act ("dismiss", NULL);
}

static void
on_formats (GdkClipboard *clipboard, gboolean *changed)
{
  *changed = TRUE;
}

static void
wait_for_clipboard (GdkClipboard *clipboard, const char *action)
{
  gboolean changed = FALSE;
  gulong handler = g_signal_connect (clipboard, "changed", G_CALLBACK (on_formats), &changed);

  act (action, NULL);
  for (int i = 0; i < 1000 && !changed; i++)
    settle ();
  g_signal_handler_disconnect (clipboard, handler);
  g_assert_true (changed);
}

static void
test_copy (void)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));
  GdkContentFormats *formats;

  set_up ();
  wait_for_clipboard (clipboard, "copy");
  formats = gdk_clipboard_get_formats (clipboard);
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "image/png"));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "image/svg+xml"));
  g_assert_true (gdk_content_formats_contain_gtype (formats, G_TYPE_STRING));
  wait_for_clipboard (clipboard, "copy-data");
  formats = gdk_clipboard_get_formats (clipboard);
  g_assert_false (gdk_content_formats_contain_mime_type (formats, "image/png"));
  g_assert_true (gdk_content_formats_contain_gtype (formats, G_TYPE_STRING));
}

/* Every card of every board draws something in every year, and none of it fails. */
static void
test_all_years (void)
{
  RsDocument *document = rs_window_get_document (window);
  RsOverviewPage *page = RS_OVERVIEW_PAGE (find (GTK_WIDGET (window), RS_TYPE_OVERVIEW_PAGE));
  guint n_years;
  const int *years;

  set_up ();
  years = rs_dataset_get_years (rs_document_get_dataset (document), &n_years);
  for (guint i = 0; i < n_years; i++)
    {
      rs_document_select_year (document, years[i]);
      for (guint c = 0; c < rs_overview_page_get_n_cards (page); c++)
        g_assert_nonnull (rs_overview_page_get_frame (page, c));
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gpointer last_window = NULL;
  gpointer last_document = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  settings = rs_settings_new ();
  g_assert_nonnull (settings);
  g_settings_set_string (settings, "dataset", "monthly");
  g_settings_set_string (settings, "region", "500000");
  g_settings_set_int (settings, "year", 2019);
  g_settings_set_int (settings, "window-width", 1100);
  g_settings_set_int (settings, "window-height", 710);
  application = rs_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_application_activate (G_APPLICATION (application));
  window = rs_application_get_window (application);
  g_assert_nonnull (window);
  settle ();

  g_test_add_func ("/app/window/restored", test_restored);
  g_test_add_func ("/app/window/title", test_title);
  g_test_add_func ("/app/window/settings", test_settings);
  g_test_add_func ("/app/window/sidebar", test_sidebar);
  g_test_add_func ("/app/window/datasets", test_datasets);
  g_test_add_func ("/app/window/chart", test_chart);
  g_test_add_func ("/app/window/range", test_range);
  g_test_add_func ("/app/window/table-twin", test_table_twin);
  g_test_add_func ("/app/window/failed-open", test_failed_open);
  g_test_add_func ("/app/window/open", test_open);
  g_test_add_func ("/app/window/open-plain", test_open_plain);
  g_test_add_func ("/app/window/open-board", test_open_board);
  g_test_add_func ("/app/window/drop", test_drop);
  g_test_add_func ("/app/window/snapshot-fails", test_snapshot_fails);
  g_test_add_func ("/app/window/remarks", test_remarks);
  g_test_add_func ("/app/window/all-years", test_all_years);
  g_test_add_func ("/app/present-window/keys", test_present);
  g_test_add_func ("/app/present-window/clicker", test_clicker);
  g_test_add_func ("/app/present-window/shown-chart", test_present_shown_chart);
  g_test_add_data_func ("/app/export-dialog/png", "png", test_export);
  g_test_add_data_func ("/app/export-dialog/svg", "svg", test_export);
  g_test_add_data_func ("/app/export-dialog/pdf", "pdf", test_export);
  g_test_add_data_func ("/app/export-dialog/csv", "csv", test_export);
  g_test_add_func ("/app/export-dialog/fails", test_export_fails);
  g_test_add_func ("/app/window/copy", test_copy);
  result = g_test_run ();

  /* Nothing holds on to the window, nor to what it showed. */
  g_object_add_weak_pointer (G_OBJECT (window), &last_window);
  g_object_add_weak_pointer (G_OBJECT (rs_window_get_document (window)), &last_document);
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
  g_assert_null (last_window);
  g_assert_null (last_document);
  g_clear_object (&application);
  g_clear_object (&settings);
  return result;
}
