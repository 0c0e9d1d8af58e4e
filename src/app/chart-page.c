/* SPDX-License-Identifier: GPL-3.0-or-later
 * One chart large, with the table of exactly what it draws, its notes and its sources. */
#define G_LOG_DOMAIN "renshe-app"

#include "config.h"

#include "app/chart-page.h"

#include <glib/gi18n-lib.h>

#include "app/figure-menu.h"
#include "app/kind-picker.h"
#include "app/window.h"
#include "query/summary.h"
#include "widget/chart-view.h"
#include "widget/table-view.h"

/* The table is as high as its rows, up to this many; then it scrolls. px at text scale 1. */
#define TABLE_ROW_HEIGHT 25
#define TABLE_HEADER_HEIGHT 44 /* with room for a scrollbar */
#define TABLE_MIN_ROWS 3
#define TABLE_MAX_ROWS 12

/* Whose range of years is shown. */
typedef enum
{
  RANGE_OF_BOARD,
  RANGE_ALL,
  RANGE_CHOSEN,
} Range;

struct _RsChartPage
{
  GtkWidget parent_instance;

  GtkToggleButton *all_years;
  RsChartView *chart;
  GtkLabel *common; /* what the table need not say in each row */
  GtkDropDown *from;
  GtkMenuButton *kind_button;
  GtkLabel *kind_label;
  GtkWidget *notes;
  GtkWidget *notes_section;
  GtkWidget *figures_section;
  GtkWidget *range;
  GtkScrolledWindow *scroller;
  GtkWidget *sources;
  GtkWidget *sources_section;
  RsTableView *table;
  GtkDropDown *to;
  RsKindPicker *picker; /* owned by kind_button */

  RsDocument *document; /* (nullable) (owned) */
  guint position;
  Range range_mode;
  char *range_from;  /* (nullable) (owned): id of a period or year, where it was chosen */
  char *range_to;    /* (nullable) (owned) */
  RsView *view;      /* (nullable) (owned): a copy of the document's, with the range */
  RsFrame *frame;    /* (nullable) (owned) */
  gboolean updating; /* the range widgets are being set by the program */
  RsDatum asked;     /* what the context menu is about */
  guint n_frames;    /* since the list of kinds was asked for */
};

G_DEFINE_FINAL_TYPE (RsChartPage, rs_chart_page, GTK_TYPE_WIDGET)

/* Whether the chart of @frame has periods to choose from. */
static gboolean
has_range (const RsFrame *frame)
{
  return !rs_chart_kind_shows_one_period (rs_frame_get_kind (frame));
}

/* First and last year of the window that @frame draws; FALSE where it has none. */
static gboolean
get_window (const RsFrame *frame, int *out_from, int *out_to)
{
  *out_from = G_MAXINT;
  *out_to = G_MININT;
  for (guint i = 0; i < rs_frame_get_n_series (frame); i++)
    {
      const RsSeries *series = rs_frame_get_series (frame, i);

      if (series->n_points == 0)
        continue;
      *out_from = MIN (*out_from, series->points[0].period.year);
      *out_to = MAX (*out_to, series->points[series->n_points - 1].period.year);
    }
  return *out_from <= *out_to;
}

static guint
find_year (const int *years, guint n_years, int year)
{
  for (guint i = 0; i < n_years; i++)
    if (years[i] == year)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static void
update_range (RsChartPage *self)
{
  guint n_years = 0;
  const int *years = rs_dataset_get_years (rs_document_get_dataset (self->document), &n_years);
  int from, to;
  /* A range that leaves nothing can be taken back; without any figure there is none to choose. */
  gboolean chosen = self->range_mode == RANGE_CHOSEN;
  gboolean visible = self->frame != NULL && n_years > 1 && has_range (self->frame) &&
                     (chosen || rs_table_view_get_n_rows (self->table) > 0);

  gtk_widget_set_visible (self->range, visible);
  if (!visible)
    return;
  self->updating = TRUE;
  if (get_window (self->frame, &from, &to))
    {
      gtk_drop_down_set_selected (self->from, find_year (years, n_years, from));
      gtk_drop_down_set_selected (self->to, find_year (years, n_years, to));
    }
  gtk_toggle_button_set_active (
    self->all_years, self->view->from == NULL && self->view->to == NULL && self->view->last_n == 0);
  self->updating = FALSE;
}

static void
remove_children (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static GtkWidget *
append_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
update_notes (RsChartPage *self)
{
  guint n = rs_frame_get_n_notes (self->frame);

  remove_children (self->notes);
  for (guint i = 0; i < n; i++)
    append_label (self->notes, rs_frame_get_note (self->frame, i), NULL);
  gtk_widget_set_visible (self->notes_section, n > 0);
}

static void
update_sources (RsChartPage *self)
{
  RsDataset *dataset = rs_frame_get_dataset (self->frame);
  guint n = rs_frame_get_n_sources (self->frame);

  remove_children (self->sources);
  for (guint i = 0; i < n; i++)
    {
      const RsSource *source =
        rs_dataset_get_source (dataset, rs_frame_get_source (self->frame, i));
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      g_autofree char *publisher = NULL;
      g_autofree char *use = rs_summary_source_use (self->frame, i);

      append_label (box, source->title, NULL);
      if (source->publisher != NULL && *source->publisher != '\0')
        /* Translators: the publisher of a source, and its short name in the dataset. */
        publisher = g_strdup_printf (_ ("%s · %s"), source->publisher, source->id);
      append_label (box, publisher != NULL ? publisher : source->id, "secondary");
      if (*use != '\0')
        {
          /* Translators: what a source backs: "2015–2019, 2021; target 2022". */
          g_autofree char *backed = g_strdup_printf (_ ("Backs: %s"), use);

          append_label (box, backed, "backed");
        }
      if (source->href != NULL && *source->href != '\0')
        append_label (box, source->href, "address");
      gtk_box_append (GTK_BOX (self->sources), box);
    }
  /* Figures without sources of their own come from where the dataset says; no figures come from
   * nowhere. */
  if (n == 0 && rs_table_view_get_n_rows (self->table) > 0)
    {
      const char *text = rs_text_get (rs_dataset_get_source_text (dataset),
                                      rs_document_get_language (self->document));

      if (*text != '\0')
        append_label (self->sources, text, NULL);
    }
  gtk_widget_set_visible (self->sources_section,
                          gtk_widget_get_first_child (self->sources) != NULL);
}

static void
update_table (RsChartPage *self)
{
  double scale = rs_chart_view_get_text_scale (self->chart);
  g_autofree char *common = NULL;
  guint rows;

  rs_table_view_set_frame (self->table, self->frame);
  common = rs_table_view_get_common (self->table);
  gtk_label_set_label (self->common, common);
  gtk_widget_set_visible (GTK_WIDGET (self->common), *common != '\0');
  rows = rs_table_view_get_n_rows (self->table);
  gtk_widget_set_visible (self->figures_section, rows > 0);
  rows = CLAMP (rows, TABLE_MIN_ROWS, TABLE_MAX_ROWS);
  gtk_widget_set_size_request (GTK_WIDGET (self->table), -1,
                               (int) ((TABLE_HEADER_HEIGHT + rows * TABLE_ROW_HEIGHT) * scale));
}

/* The document's view with the range of this page. (transfer full) (nullable) */
static RsView *
make_view (RsChartPage *self, Range mode)
{
  const RsView *original = rs_document_get_view (self->document, self->position);
  RsView *view = original != NULL ? rs_view_copy (original) : NULL;

  if (view == NULL || mode == RANGE_OF_BOARD)
    return view;
  g_clear_pointer (&view->from, g_free);
  g_clear_pointer (&view->to, g_free);
  view->last_n = 0;
  if (mode == RANGE_CHOSEN)
    {
      view->from = g_strdup (self->range_from);
      view->to = g_strdup (self->range_to);
    }
  return view;
}

static void
update_kind (RsChartPage *self)
{
  RsChartKind kind = rs_frame_get_kind (self->frame);
  const char *label = rs_chart_kind_get_label (kind, rs_document_get_language (self->document));
  g_autofree char *name = NULL;

  gtk_label_set_label (self->kind_label, label);
  /* Translators: the button that changes the kind of chart, for screen readers: "Columns". */
  name = g_strdup_printf (_ ("Kind of chart: %s"), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kind_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  rs_kind_picker_set_view (self->picker, self->document, self->position, self->view, kind);
}

static void
refresh (RsChartPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RsView) view = NULL;
  RsFrame *frame;

  if (self->view == NULL)
    return;
  view = make_view (self, self->range_mode);
  if (view == NULL)
    return;
  frame = rs_document_run (self->document, view, rs_document_get_language (self->document), &error);
  if (frame == NULL)
    {
      g_warning ("%s", error->message);
      return;
    }
  rs_view_free (self->view);
  self->view = g_steal_pointer (&view);
  g_clear_pointer (&self->frame, rs_frame_unref);
  self->frame = frame;
  rs_chart_view_set_zoomed (self->chart, self->range_mode != RANGE_OF_BOARD);
  rs_chart_view_set_frame (self->chart, frame);
  update_kind (self);
  update_table (self);
  update_range (self);
  update_notes (self);
  update_sources (self);
}

static void
update_years (RsChartPage *self)
{
  RsDataset *dataset = rs_document_get_dataset (self->document);
  guint n_years = 0;
  const int *years = dataset != NULL ? rs_dataset_get_years (dataset, &n_years) : NULL;
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; i < n_years; i++)
    gtk_string_list_take (list, g_strdup_printf ("%d", years[i]));
  self->updating = TRUE;
  gtk_drop_down_set_model (self->from, G_LIST_MODEL (list));
  gtk_drop_down_set_model (self->to, G_LIST_MODEL (list));
  self->updating = FALSE;
}

static void
on_document_changed (RsDocument *document, guint changes, RsChartPage *self)
{
  if ((changes & RS_DOCUMENT_DATASET) != 0)
    update_years (self);
  if ((changes & RS_DOCUMENT_BOARD) != 0)
    {
      /* The view was another board's; the window goes back to the cards. */
      g_clear_pointer (&self->view, rs_view_free);
      g_clear_pointer (&self->frame, rs_frame_unref);
      rs_chart_view_set_frame (self->chart, NULL);
      rs_table_view_set_frame (self->table, NULL);
    }
  refresh (self);
}

static void
on_range_selected (RsChartPage *self, GParamSpec *pspec, GtkDropDown *drop_down)
{
  guint n_years = 0;
  const int *years;
  guint from, to;

  if (self->updating || self->view == NULL)
    return;
  years = rs_dataset_get_years (rs_document_get_dataset (self->document), &n_years);
  from = gtk_drop_down_get_selected (self->from);
  to = gtk_drop_down_get_selected (self->to);
  if (from >= n_years || to >= n_years)
    return;
  /* The end that was just chosen holds; the other one follows. */
  if (from > to)
    {
      if (drop_down == self->from)
        to = from;
      else
        from = to;
    }
  rs_chart_page_set_range (self, years[from], years[to]);
}

/* @from, @to: ids of periods, for RANGE_CHOSEN */
static void
set_range (RsChartPage *self, Range mode, const char *from, const char *to)
{
  g_autofree char *new_from = g_strdup (from);
  g_autofree char *new_to = g_strdup (to);

  self->range_mode = mode;
  g_free (self->range_from);
  g_free (self->range_to);
  self->range_from = g_steal_pointer (&new_from);
  self->range_to = g_steal_pointer (&new_to);
  refresh (self);
}

static void
on_all_years_toggled (RsChartPage *self)
{
  if (self->updating || self->view == NULL)
    return;
  /* No ends at all, so that the chart begins at its first figure. */
  set_range (self, gtk_toggle_button_get_active (self->all_years) ? RANGE_ALL : RANGE_OF_BOARD,
             NULL, NULL);
}

/* First and last period that there is anything in; FALSE where there is none. */
static gboolean
get_whole (RsChartPage *self, RsPeriod *out_first, RsPeriod *out_last)
{
  g_autoptr (RsView) view = make_view (self, RANGE_ALL);
  g_autoptr (RsFrame) frame =
    rs_document_run (self->document, view, rs_document_get_language (self->document), NULL);
  gboolean any = FALSE;

  for (guint i = 0; frame != NULL && i < rs_frame_get_n_series (frame); i++)
    {
      const RsSeries *series = rs_frame_get_series (frame, i);

      if (series->n_points == 0)
        continue;
      if (!any || rs_period_compare (series->points[0].period, *out_first) < 0)
        *out_first = series->points[0].period;
      if (!any || rs_period_compare (series->points[series->n_points - 1].period, *out_last) > 0)
        *out_last = series->points[series->n_points - 1].period;
      any = TRUE;
    }
  return any;
}

/* Dragged, chosen by keys, or zoomed: then it may reach farther than there are figures, and where
 * it reaches all of them it is no choice any more. */
static void
on_range_chosen (RsChartPage *self, const char *from, const char *to)
{
  const RsBoard *board = rs_document_get_board (self->document);
  const RsView *original;
  RsPeriod first, last, whole_first, whole_last;
  g_autofree char *first_id = NULL;
  g_autofree char *last_id = NULL;

  if (self->view == NULL || !rs_period_parse (from, &first) || !rs_period_parse (to, &last) ||
      !get_whole (self, &whole_first, &whole_last))
    return;
  original = g_ptr_array_index (board->views, self->position);
  if (rs_period_compare (first, whole_first) <= 0 && rs_period_compare (last, whole_last) >= 0)
    {
      gboolean boards = original->from == NULL && original->to == NULL && original->last_n == 0;

      set_range (self, boards ? RANGE_OF_BOARD : RANGE_ALL, NULL, NULL);
      return;
    }
  if (rs_period_compare (first, whole_first) < 0)
    first = whole_first;
  if (rs_period_compare (last, whole_last) > 0)
    last = whole_last;
  first_id = rs_period_to_id (first);
  last_id = rs_period_to_id (last);
  set_range (self, RANGE_CHOSEN, first_id, last_id);
}

static void
on_zoom_back (RsChartPage *self)
{
  set_range (self, RANGE_OF_BOARD, NULL, NULL);
}

/* Of the datum that the menu is about; FALSE where it is about none. */
static const RsFramePoint *
get_asked_point (RsChartPage *self)
{
  const RsSeries *series;

  if (self->frame == NULL || self->asked.series < 0 || self->asked.point < 0 ||
      (guint) self->asked.series >= rs_frame_get_n_series (self->frame))
    return NULL;
  series = rs_frame_get_series (self->frame, (guint) self->asked.series);
  return (guint) self->asked.point < series->n_points ? &series->points[self->asked.point] : NULL;
}

/* The place among the sources of the page; -1: it has none of its own. */
static int
find_source (RsChartPage *self, const RsFramePoint *point)
{
  int source =
    point != NULL && point->observation.passport != NULL ? point->observation.passport->source : -1;

  for (guint i = 0; source >= 0 && i < rs_frame_get_n_sources (self->frame); i++)
    if (rs_frame_get_source (self->frame, i) == (guint) source)
      return (int) i;
  return -1;
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) datum = g_menu_new ();
  g_autoptr (GMenu) kind = g_menu_new ();
  g_autoptr (GMenu) chart = g_menu_new ();

  g_menu_append (datum, _ ("Copy _Value"), "figure.copy-value");
  g_menu_append (datum, _ ("Show _Source"), "figure.show-source");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (datum));
  g_menu_append (kind, _ ("_Kind of Chart…"), "figure.kind");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (kind));
  g_menu_append (chart, _ ("_Copy Chart"), "win.copy");
  g_menu_append (chart, _ ("_Export…"), "win.export");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (chart));
  return G_MENU_MODEL (menu);
}

static void
on_context_menu (RsChartPage *self, double x, double y)
{
  g_autoptr (GMenuModel) menu = make_menu ();
  const RsFramePoint *point;

  self->asked = rs_chart_view_get_cursor (self->chart);
  point = get_asked_point (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "figure.copy-value", point != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "figure.show-source",
                                 find_source (self, point) >= 0 ||
                                   gtk_widget_get_visible (self->sources_section));
  rs_figure_menu_popup (GTK_WIDGET (self), self->chart, x, y, menu);
}

static void
activate_copy_value (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  RsChartPage *self = RS_CHART_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autofree char *text = NULL;
  g_autofree char *message = NULL;

  if (get_asked_point (self) == NULL)
    return;
  text =
    rs_summary_value_with_unit (self->frame, (guint) self->asked.series, (guint) self->asked.point);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  /* Translators: a number with its unit, as it is in the clipboard now. */
  message = g_strdup_printf (_ ("Copied: %s"), text);
  if (RS_IS_WINDOW (root))
    rs_window_show_toast (RS_WINDOW (root), message, NULL);
}

/* The focus on its title, which scrolls it into view and marks it. */
static void
activate_show_source (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  RsChartPage *self = RS_CHART_PAGE (widget);
  int source = find_source (self, get_asked_point (self));
  GtkWidget *child = gtk_widget_get_first_child (self->sources);

  for (int i = 0; i < source && child != NULL; i++)
    child = gtk_widget_get_next_sibling (child);
  if (child != NULL && !GTK_IS_LABEL (child))
    child = gtk_widget_get_first_child (child);
  if (child != NULL)
    gtk_widget_grab_focus (child);
}

static void
activate_kind (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  rs_chart_page_pick_kind (RS_CHART_PAGE (widget));
}

static void
on_cursor_moved (RsChartPage *self, int series, int point)
{
  rs_table_view_select_datum (self->table, (RsDatum){ series, point });
}

static void
on_row_selected (RsChartPage *self, int series, int point)
{
  rs_chart_view_set_cursor (self->chart, (RsDatum){ series, point });
}

static gboolean
rs_chart_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (RS_CHART_PAGE (widget)->chart));
}

static void
rs_chart_page_dispose (GObject *object)
{
  RsChartPage *self = RS_CHART_PAGE (object);

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  g_clear_pointer (&self->view, rs_view_free);
  g_clear_pointer (&self->frame, rs_frame_unref);
  g_clear_pointer (&self->range_from, g_free);
  g_clear_pointer (&self->range_to, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), RS_TYPE_CHART_PAGE);

  G_OBJECT_CLASS (rs_chart_page_parent_class)->dispose (object);
}

static void
rs_chart_page_class_init (RsChartPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rs_chart_page_dispose;
  widget_class->grab_focus = rs_chart_page_grab_focus;

  g_type_ensure (RS_TYPE_CHART_VIEW);
  g_type_ensure (RS_TYPE_TABLE_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "chart-page");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/renshe/Renshe/ui/chart-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RsChartPage, all_years);
  gtk_widget_class_bind_template_child (widget_class, RsChartPage, chart);
  gtk_widget_class_bind_template_child (widget_class, RsChartPage, common);
  gtk_widget_class_bind_template_child (widget_class, RsChartPage, figures_section);
  gtk_widget_class_bind_template_child (widget_class, RsChartPage, from);
  gtk_widget_class_bind_template_child (widget_class, RsChartPage, kind_button);
  gtk_widget_class_bind_template_child (widget_class, RsChartPage, kind_label);
  gtk_widget_class_bind_template_child (widget_class, RsChartPage, notes);
  gtk_widget_class_bind_template_child (widget_class, RsChartPage, notes_section);
  gtk_widget_class_bind_template_child (widget_class, RsChartPage, range);
  gtk_widget_class_bind_template_child (widget_class, RsChartPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, RsChartPage, sources);
  gtk_widget_class_bind_template_child (widget_class, RsChartPage, sources_section);
  gtk_widget_class_bind_template_child (widget_class, RsChartPage, table);
  gtk_widget_class_bind_template_child (widget_class, RsChartPage, to);
  gtk_widget_class_bind_template_callback (widget_class, on_all_years_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_context_menu);
  gtk_widget_class_bind_template_callback (widget_class, on_cursor_moved);
  gtk_widget_class_bind_template_callback (widget_class, on_range_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_range_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_zoom_back);
  gtk_widget_class_install_action (widget_class, "figure.copy-value", NULL, activate_copy_value);
  gtk_widget_class_install_action (widget_class, "figure.show-source", NULL, activate_show_source);
  gtk_widget_class_install_action (widget_class, "figure.kind", NULL, activate_kind);
}

static void
rs_chart_page_init (RsChartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->asked = RS_DATUM_NONE;
  self->picker = RS_KIND_PICKER (rs_kind_picker_new ());
  gtk_menu_button_set_popover (self->kind_button, GTK_WIDGET (self->picker));
  rs_chart_view_set_type_mode (self->chart, RS_TYPE_PAGE);
  rs_chart_view_set_range_enabled (self->chart, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->from), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("First year"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->to), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Last year"), -1);
}

void
rs_chart_page_set_document (RsChartPage *self, RsDocument *document)
{
  g_return_if_fail (RS_IS_CHART_PAGE (self));
  g_return_if_fail (RS_IS_DOCUMENT (document));
  g_return_if_fail (self->document == NULL);

  self->document = g_object_ref (document);
  g_signal_connect (document, "changed", G_CALLBACK (on_document_changed), self);
  update_years (self);
}

void
rs_chart_page_set_theme (RsChartPage *self, const char *theme_id)
{
  g_return_if_fail (RS_IS_CHART_PAGE (self));

  rs_chart_view_set_theme (self->chart, theme_id);
}

void
rs_chart_page_show (RsChartPage *self, guint position)
{
  const RsBoard *board;

  g_return_if_fail (RS_IS_CHART_PAGE (self));

  board = rs_document_get_board (self->document);
  if (board == NULL || position >= board->views->len)
    return;
  self->position = position;
  self->range_mode = RANGE_OF_BOARD;
  g_clear_pointer (&self->view, rs_view_free);
  self->view = make_view (self, RANGE_OF_BOARD);
  rs_chart_view_set_cursor (self->chart, RS_DATUM_NONE);
  refresh (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

guint
rs_chart_page_get_position (RsChartPage *self)
{
  g_return_val_if_fail (RS_IS_CHART_PAGE (self), 0);

  return self->position;
}

const RsView *
rs_chart_page_get_view (RsChartPage *self)
{
  g_return_val_if_fail (RS_IS_CHART_PAGE (self), NULL);

  return self->view;
}

RsFrame *
rs_chart_page_get_frame (RsChartPage *self)
{
  g_return_val_if_fail (RS_IS_CHART_PAGE (self), NULL);

  return self->frame;
}

void
rs_chart_page_set_range (RsChartPage *self, int from, int to)
{
  g_autofree char *from_id = NULL;
  g_autofree char *to_id = NULL;

  g_return_if_fail (RS_IS_CHART_PAGE (self));

  if (self->view == NULL)
    return;
  if (from == 0 && to == 0)
    {
      set_range (self, RANGE_OF_BOARD, NULL, NULL);
      return;
    }
  from_id = g_strdup_printf ("%d", from);
  to_id = g_strdup_printf ("%d", to);
  set_range (self, RANGE_CHOSEN, from_id, to_id);
}

/* A popover needs its button where it can be seen, which is so after the next layout. */
static gboolean
on_frame (GtkWidget *button, GdkFrameClock *clock, gpointer user_data)
{
  RsChartPage *self = RS_CHART_PAGE (user_data);

  if (++self->n_frames < 3)
    return G_SOURCE_CONTINUE;
  gtk_menu_button_popup (self->kind_button);
  return G_SOURCE_REMOVE;
}

void
rs_chart_page_pick_kind (RsChartPage *self)
{
  g_return_if_fail (RS_IS_CHART_PAGE (self));

  if (self->frame == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self->kind_button));
  /* At once: the focus would scroll there step by step. */
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  self->n_frames = 0;
  gtk_widget_add_tick_callback (GTK_WIDGET (self->kind_button), on_frame, self, NULL);
}
