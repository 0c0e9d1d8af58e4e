/* SPDX-License-Identifier: GPL-3.0-or-later
 * The window: header bar, sidebar, overview, one chart large. */
#define G_LOG_DOMAIN "renshe-app"

#include "config.h"

#include "app/window-private.h"

#include <glib/gi18n-lib.h>

#include "widget/engine.h"

/* px at text scale 1: below this width the header bar keeps to icons. */
#define COMPACT_WIDTH 1080
/* px, and px at text scale 1: what the buttons of a compact header bar take, and what the dataset's
 * name and the title take beside them. */
#define HEADER_BUTTONS_WIDTH 380
#define HEADER_TEXT_WIDTH 450
#define DEFAULT_WIDTH 1360
#define DEFAULT_HEIGHT 880
/* px at text scale 1; it grows with the text up to this share of the window. */
#define SIDEBAR_WIDTH 268
#define SIDEBAR_MAX_SHARE 0.4
/* Of the dataset's name, never fewer are shown. */
#define DATASET_MIN_CHARS 12

G_DEFINE_FINAL_TYPE (RsWindow, rs_window, ADW_TYPE_APPLICATION_WINDOW)

static void
update_title (RsWindow *self)
{
  g_autofree char *title = rs_document_get_title (self->document);
  g_autofree char *subtitle = rs_document_get_subtitle (self->document);
  g_autofree char *window_title = NULL;

  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, subtitle);
  /* Translators: the title of the window in a list of windows: region and year, program. */
  window_title = g_strdup_printf (_ ("%s – Renshe"), title);
  gtk_window_set_title (GTK_WINDOW (self), window_title);
}

static char *
get_dataset_label (RsWindow *self, RsDataset *dataset, guint number)
{
  const char *label =
    rs_text_get (rs_dataset_get_label (dataset), rs_document_get_language (self->document));

  if (*label != '\0')
    return g_strdup (label);
  if (*rs_dataset_get_id (dataset) != '\0')
    return g_strdup (rs_dataset_get_id (dataset));
  /* Translators: a dataset that has no name, by its place in the file. */
  return g_strdup_printf (_ ("Dataset %u"), number);
}

static void
update_datasets (RsWindow *self)
{
  RsCatalog *catalog = rs_document_get_catalog (self->document);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) datasets = g_menu_new ();
  g_autoptr (GMenu) open = g_menu_new ();

  for (guint i = 0; catalog != NULL && i < rs_catalog_get_n_datasets (catalog); i++)
    {
      g_autofree char *label = get_dataset_label (self, rs_catalog_get_dataset (catalog, i), i + 1);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.dataset", "i", (int) i);
      g_menu_append_item (datasets, item);
      if (i == rs_document_get_dataset_index (self->document))
        {
          gtk_label_set_label (self->dataset_label, label);
          /* The name may be cut there. */
          gtk_widget_set_tooltip_text (GTK_WIDGET (self->dataset_button), label);
          gtk_label_set_width_chars (self->dataset_label,
                                     MIN (DATASET_MIN_CHARS, (int) g_utf8_strlen (label, -1)));
        }
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (datasets));
  g_menu_append (open, _ ("_Open…"), "win.open");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (open));
  gtk_menu_button_set_menu_model (self->dataset_button, G_MENU_MODEL (menu));
}

static void
update_remarks (RsWindow *self)
{
  RsCatalog *catalog = rs_document_get_catalog (self->document);
  RsDiagnostics *diagnostics = catalog != NULL ? rs_catalog_get_diagnostics (catalog) : NULL;
  guint n = diagnostics != NULL
              ? rs_diagnostics_get_n (diagnostics) + rs_diagnostics_get_n_dropped (diagnostics)
              : 0;
  g_autofree char *text = NULL;
  g_autofree char *label = NULL;

  gtk_widget_set_visible (self->remarks_button, n > 0);
  if (n == 0)
    return;
  text = g_strdup_printf ("%u", n);
  gtk_label_set_label (self->remarks_label, text);
  label = g_strdup_printf (
    ngettext ("%u remark on reading this file", "%u remarks on reading this file", n), n);
  gtk_widget_set_tooltip_text (self->remarks_button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remarks_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
update_dataset (RsWindow *self)
{
  RsDataset *dataset = rs_document_get_dataset (self->document);
  guint n_years = 0;
  const int *years = dataset != NULL ? rs_dataset_get_years (dataset, &n_years) : NULL;

  rs_period_slider_set_playing (self->years, FALSE);
  rs_period_slider_set_years (self->years, years, n_years);
  rs_region_tree_set_dataset (self->regions, dataset, rs_document_get_language (self->document));
  update_datasets (self);
  rs_window_update_sidebar (self);
}

static void
remember_choice (RsWindow *self)
{
  const RsSelection *wanted = rs_document_get_wanted (self->document);
  RsDataset *dataset = rs_document_get_dataset (self->document);
  const RsBoard *board = rs_document_get_board (self->document);

  /* A file that was opened for a look does not change where the next run begins. */
  if (self->settings == NULL || dataset == NULL || board == NULL ||
      rs_dataset_get_board (dataset) == NULL)
    return;
  g_settings_set_string (self->settings, "dataset", rs_dataset_get_id (dataset));
  if (!rs_document_is_board_opened (self->document))
    g_settings_set_string (self->settings, "board", board->id != NULL ? board->id : "");
  if (wanted->region != NULL)
    g_settings_set_string (self->settings, "region", wanted->region);
  if (wanted->year != 0)
    g_settings_set_int (self->settings, "year", wanted->year);
}

static void
on_document_changed (RsDocument *document, guint changes, RsWindow *self)
{
  const RsSelection *selection = rs_document_get_selection (document);

  if ((changes & RS_DOCUMENT_CATALOG) != 0)
    update_remarks (self);
  if ((changes & RS_DOCUMENT_DATASET) != 0)
    update_dataset (self);
  if ((changes & RS_DOCUMENT_BOARD) != 0)
    {
      self->present_resumes = FALSE;
      rs_window_show_overview (self);
    }
  rs_period_slider_set_year (self->years, selection->year);
  rs_region_tree_set_selected (self->regions, selection->region);
  update_title (self);
  rs_window_update_actions (self);
  remember_choice (self);
}

static void
on_document_loading (RsDocument *document, gboolean loading, RsWindow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), loading);
  gtk_spinner_set_spinning (self->spinner, loading);
}

static void
on_year_changed (RsWindow *self, int year)
{
  rs_document_select_year (self->document, year);
}

static void
on_region_selected (RsWindow *self, const char *id)
{
  rs_document_select_region (self->document, id);
}

/* A list that has no size yet cannot scroll to the chosen region: once more when it has one. */
static gboolean
on_first_frames (GtkWidget *regions, GdkFrameClock *clock, gpointer user_data)
{
  RsWindow *self = RS_WINDOW (user_data);

  if (gtk_widget_get_height (regions) == 0)
    return G_SOURCE_CONTINUE;
  rs_region_tree_set_selected (self->regions, rs_document_get_selection (self->document)->region);
  return G_SOURCE_REMOVE;
}

static void
on_regions_mapped (RsWindow *self)
{
  gtk_widget_add_tick_callback (GTK_WIDGET (self->regions), on_first_frames, self, NULL);
}

static void
on_card_activated (RsWindow *self, guint position)
{
  rs_window_show_chart (self, position);
}

const char *
rs_window_get_theme (RsWindow *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (style);

  if (adw_style_manager_get_high_contrast (style))
    return dark ? "high-contrast-dark" : "high-contrast";
  return dark ? "dark" : "light";
}

static void
on_style_changed (RsWindow *self)
{
  const char *theme = rs_window_get_theme (self);

  rs_overview_page_set_theme (self->overview, theme);
  rs_chart_page_set_theme (self->chart, theme);
  if (self->presentation != NULL)
    rs_present_window_set_theme (self->presentation, theme);
}

void
rs_window_update_sidebar (RsWindow *self)
{
  RsDataset *dataset = rs_document_get_dataset (self->document);
  guint n_years = 0;
  gboolean has_years, has_regions;

  if (dataset != NULL)
    rs_dataset_get_years (dataset, &n_years);
  has_years = n_years > 0;
  has_regions = dataset != NULL && rs_dataset_get_geo (dataset) != NULL;
  gtk_widget_set_visible (self->year_heading, has_years);
  gtk_widget_set_visible (self->region_heading, has_regions);
  gtk_widget_set_visible (self->sidebar_button, has_years || has_regions);
  gtk_widget_set_visible (self->sidebar, self->show_sidebar && (has_years || has_regions));
}

gboolean
rs_window_is_chart_shown (RsWindow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "chart") == 0;
}

void
rs_window_show_overview (RsWindow *self)
{
  gboolean was_chart = rs_window_is_chart_shown (self);
  gboolean has_data = rs_document_get_dataset (self->document) != NULL;

  gtk_widget_set_visible (self->back_button, FALSE);
  gtk_stack_set_visible_child_name (self->stack, has_data ? "overview" : "empty");
  if (was_chart)
    rs_overview_page_focus (self->overview, rs_chart_page_get_position (self->chart));
  rs_window_update_actions (self);
}

void
rs_window_show_chart (RsWindow *self, guint position)
{
  rs_chart_page_show (self->chart, position);
  if (rs_chart_page_get_view (self->chart) == NULL)
    return;
  gtk_widget_set_visible (self->back_button, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "chart");
  gtk_widget_grab_focus (GTK_WIDGET (self->chart));
  rs_window_update_actions (self);
}

static gboolean
on_drop (RsWindow *self, const GValue *value, double x, double y, GtkDropTarget *target)
{
  GFile *file = NULL;

  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    {
      g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

      if (files != NULL)
        file = files->data;
      if (files != NULL && files->next != NULL)
        rs_window_show_toast (self, _ ("The first of the files is opened."), NULL);
    }
  else if (G_VALUE_HOLDS (value, G_TYPE_FILE))
    {
      file = g_value_get_object (value);
    }
  if (file == NULL)
    return FALSE;
  rs_window_open (self, file);
  return TRUE;
}

static void
add_drop_target (RsWindow *self)
{
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_FILE };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static int
get_sidebar_width (RsWindow *self, int width)
{
  double scale = rs_widget_get_text_scale (GTK_WIDGET (self));
  int wanted = (int) (SIDEBAR_WIDTH * scale);
  int minimum;

  gtk_widget_measure (self->sidebar, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return MAX (MIN (wanted, (int) (SIDEBAR_MAX_SHARE * width)), minimum);
}

static void
restore_state (RsWindow *self)
{
  self->show_sidebar = TRUE;
  gtk_window_set_default_size (GTK_WINDOW (self), DEFAULT_WIDTH, DEFAULT_HEIGHT);
  self->sidebar_width = get_sidebar_width (self, DEFAULT_WIDTH);
  gtk_paned_set_position (self->paned, self->sidebar_width);
  if (self->settings == NULL)
    return;
  self->show_sidebar = g_settings_get_boolean (self->settings, "show-sidebar");
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
save_state (RsWindow *self)
{
  int width, height;

  if (self->settings == NULL)
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (width > 0 && height > 0)
    {
      g_settings_set_int (self->settings, "window-width", width);
      g_settings_set_int (self->settings, "window-height", height);
    }
  g_settings_set_boolean (self->settings, "maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
}

static gboolean
rs_window_close_request (GtkWindow *window)
{
  RsWindow *self = RS_WINDOW (window);

  save_state (self);
  if (self->presentation != NULL)
    gtk_window_destroy (GTK_WINDOW (self->presentation));
  return GTK_WINDOW_CLASS (rs_window_parent_class)->close_request (window);
}

static gboolean
is_compact (RsWindow *self, int width)
{
  return width < (int) (COMPACT_WIDTH * rs_widget_get_text_scale (GTK_WIDGET (self)));
}

/* Where there is no room for both, the name of the dataset stays: region and year are also in the
 * sidebar and on the page. */
static gboolean
is_narrow (RsWindow *self, int width)
{
  double scale = rs_widget_get_text_scale (GTK_WIDGET (self));

  return width < HEADER_BUTTONS_WIDTH + (int) (HEADER_TEXT_WIDTH * scale);
}

/* A header bar gives its middle all the room that the sides leave, but a side no more than half. */
static void
set_narrow (RsWindow *self, gboolean narrow)
{
  GtkWidget *dataset = GTK_WIDGET (self->dataset_button);

  self->narrow = narrow;
  if (narrow)
    {
      adw_header_bar_remove (self->header, dataset);
      adw_header_bar_set_title_widget (self->header, dataset);
      adw_header_bar_set_centering_policy (self->header, ADW_CENTERING_POLICY_LOOSE);
      return;
    }
  adw_header_bar_set_title_widget (self->header, GTK_WIDGET (self->window_title));
  adw_header_bar_set_centering_policy (self->header, ADW_CENTERING_POLICY_STRICT);
  adw_header_bar_remove (self->header, GTK_WIDGET (self->spinner));
  adw_header_bar_pack_start (self->header, dataset);
  adw_header_bar_pack_start (self->header, GTK_WIDGET (self->spinner));
}

static void
adapt_header (RsWindow *self, int width)
{
  gboolean narrow = is_narrow (self, width);
  const char *child;

  self->compact = is_compact (self, width);
  child = self->compact ? "icon" : "text";
  gtk_stack_set_visible_child_name (self->present_stack, child);
  gtk_stack_set_visible_child_name (self->export_stack, child);
  if (narrow != self->narrow)
    set_narrow (self, narrow);
}

/* A sidebar that was dragged keeps its width. One that stands where the page beside it leaves it no
 * more was not dragged. */
static void
set_sidebar_width (RsWindow *self, int width)
{
  int least, most;

  g_object_get (self->paned, "min-position", &least, "max-position", &most, NULL);
  if (gtk_paned_get_position (self->paned) == CLAMP (self->sidebar_width, least, MAX (least, most)))
    gtk_paned_set_position (self->paned, width);
  self->sidebar_width = width;
}

static gboolean
adapt_to_width (gpointer user_data)
{
  RsWindow *self = user_data;
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  adapt_header (self, width);
  set_sidebar_width (self, get_sidebar_width (self, width));
  return G_SOURCE_REMOVE;
}

static void
rs_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RsWindow *self = RS_WINDOW (widget);

  GTK_WIDGET_CLASS (rs_window_parent_class)->size_allocate (widget, width, height, baseline);
  /* What is measured must not change while it is allocated. */
  if (is_compact (self, width) != self->compact || is_narrow (self, width) != self->narrow ||
      get_sidebar_width (self, width) != self->sidebar_width)
    g_idle_add_full (G_PRIORITY_HIGH_IDLE, adapt_to_width, g_object_ref (self), g_object_unref);
}

static void
rs_window_dispose (GObject *object)
{
  RsWindow *self = RS_WINDOW (object);

  g_signal_handlers_disconnect_by_data (adw_style_manager_get_default (), self);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  if (self->presentation != NULL)
    gtk_window_destroy (GTK_WINDOW (self->presentation));
  g_clear_weak_pointer (&self->presentation);
  g_clear_object (&self->progress);
  g_clear_object (&self->document);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (rs_window_parent_class)->dispose (object);
}

static void
rs_window_class_init (RsWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);

  object_class->dispose = rs_window_dispose;
  widget_class->size_allocate = rs_window_size_allocate;
  window_class->close_request = rs_window_close_request;

  g_type_ensure (RS_TYPE_CHART_PAGE);
  g_type_ensure (RS_TYPE_OVERVIEW_PAGE);
  g_type_ensure (RS_TYPE_PERIOD_SLIDER);
  g_type_ensure (RS_TYPE_REGION_TREE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/renshe/Renshe/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, RsWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, RsWindow, chart);
  gtk_widget_class_bind_template_child (widget_class, RsWindow, dataset_button);
  gtk_widget_class_bind_template_child (widget_class, RsWindow, dataset_label);
  gtk_widget_class_bind_template_child (widget_class, RsWindow, export_stack);
  gtk_widget_class_bind_template_child (widget_class, RsWindow, header);
  gtk_widget_class_bind_template_child (widget_class, RsWindow, overview);
  gtk_widget_class_bind_template_child (widget_class, RsWindow, paned);
  gtk_widget_class_bind_template_child (widget_class, RsWindow, present_stack);
  gtk_widget_class_bind_template_child (widget_class, RsWindow, problem_label);
  gtk_widget_class_bind_template_child (widget_class, RsWindow, problem_revealer);
  gtk_widget_class_bind_template_child (widget_class, RsWindow, problem_title);
  gtk_widget_class_bind_template_child (widget_class, RsWindow, region_heading);
  gtk_widget_class_bind_template_child (widget_class, RsWindow, regions);
  gtk_widget_class_bind_template_child (widget_class, RsWindow, remarks_button);
  gtk_widget_class_bind_template_child (widget_class, RsWindow, remarks_label);
  gtk_widget_class_bind_template_child (widget_class, RsWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, RsWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, RsWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, RsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, RsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, RsWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, RsWindow, year_heading);
  gtk_widget_class_bind_template_child (widget_class, RsWindow, years);
  gtk_widget_class_bind_template_callback (widget_class, on_card_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_region_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_regions_mapped);
  gtk_widget_class_bind_template_callback (widget_class, on_year_changed);
}

static void
rs_window_init (RsWindow *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  gtk_widget_init_template (GTK_WIDGET (self));
  if (RS_DEVELOPMENT)
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
  add_drop_target (self);
  g_signal_connect_swapped (style, "notify::dark", G_CALLBACK (on_style_changed), self);
  g_signal_connect_swapped (style, "notify::high-contrast", G_CALLBACK (on_style_changed), self);
}

/* GTK names two keys by their symbols. */
static void
mend_key_names (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    {
      const char *text = gtk_label_get_label (GTK_LABEL (widget));

      if (g_str_equal (text, "Page_Up") || g_str_equal (text, "Page_Down"))
        {
          g_autofree char *mended = g_strdelimit (g_strdup (text), "_", ' ');

          gtk_label_set_label (GTK_LABEL (widget), mended);
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    mend_key_names (child);
}

RsWindow *
rs_window_new (AdwApplication *application, RsDocument *document, GSettings *settings)
{
  RsWindow *self;

  g_return_val_if_fail (ADW_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (RS_IS_DOCUMENT (document), NULL);

  self = g_object_new (RS_TYPE_WINDOW, "application", application, NULL);
  self->document = g_object_ref (document);
  if (settings != NULL)
    self->settings = g_object_ref (settings);
  restore_state (self);
  rs_window_init_actions (self);
  on_style_changed (self);
  rs_overview_page_set_document (self->overview, document);
  rs_chart_page_set_document (self->chart, document);
  g_signal_connect (document, "changed", G_CALLBACK (on_document_changed), self);
  g_signal_connect (document, "loading", G_CALLBACK (on_document_loading), self);
  on_document_changed (
    document, RS_DOCUMENT_CATALOG | RS_DOCUMENT_DATASET | RS_DOCUMENT_BOARD | RS_DOCUMENT_SELECTION,
    self);
  on_document_loading (document, rs_document_get_loading (document), self);
  if (gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (self)) != NULL)
    mend_key_names (
      GTK_WIDGET (gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (self))));
  gtk_widget_grab_focus (GTK_WIDGET (self->overview));
  return self;
}

RsDocument *
rs_window_get_document (RsWindow *self)
{
  g_return_val_if_fail (RS_IS_WINDOW (self), NULL);

  return self->document;
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RsWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (rs_document_load_finish (RS_DOCUMENT (source), result, &error))
    gtk_revealer_set_reveal_child (self->problem_revealer, FALSE);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    rs_window_show_problem (self, _ ("The file could not be opened"), error->message);
}

void
rs_window_open (RsWindow *self, GFile *file)
{
  g_return_if_fail (RS_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  rs_document_load_async (self->document, file, on_opened, g_object_ref (self));
}

guint
rs_window_get_current_position (RsWindow *self)
{
  g_return_val_if_fail (RS_IS_WINDOW (self), 0);

  if (rs_window_is_chart_shown (self))
    return rs_chart_page_get_position (self->chart);
  return rs_overview_page_get_focused (self->overview);
}

const RsView *
rs_window_get_current_view (RsWindow *self)
{
  g_return_val_if_fail (RS_IS_WINDOW (self), NULL);

  if (rs_window_is_chart_shown (self))
    return rs_chart_page_get_view (self->chart);
  return rs_document_get_view (self->document, rs_overview_page_get_focused (self->overview));
}

RsFrame *
rs_window_get_current_frame (RsWindow *self)
{
  g_return_val_if_fail (RS_IS_WINDOW (self), NULL);

  if (rs_window_is_chart_shown (self))
    return rs_chart_page_get_frame (self->chart);
  return rs_overview_page_get_frame (self->overview, rs_overview_page_get_focused (self->overview));
}
