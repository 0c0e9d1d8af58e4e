/* SPDX-License-Identifier: GPL-3.0-or-later
 * The board as cards. */
#define G_LOG_DOMAIN "renshe-app"

#include "config.h"

#include "app/overview-page.h"

#include <glib/gi18n-lib.h>

#include "app/card-grid.h"
#include "app/empty-list.h"
#include "app/figure-menu.h"
#include "query/summary.h"
#include "widget/chart-view.h"
#include "widget/engine.h"
#include "widget/region-item.h"

/* px at text scale 1: below this width the boards stand under the heading, not beside it. */
#define STACKED_WIDTH 940
/* px: as in style.css. */
#define PAGE_PADDING 28

struct _RsOverviewPage
{
  GtkWidget parent_instance;

  GtkWidget *boards;
  GtkMenuButton *boards_button; /* instead of boards where these have no room */
  GtkLabel *boards_label;
  GtkStack *boards_stack;
  RsEmptyList *empty; /* instead of cards that would all say the same */
  GtkWidget *grid;
  GtkWidget *header;
  GtkLabel *heading;
  GtkWidget *others; /* cards of other regions than the chosen one */
  GtkLabel *region_note;
  GtkScrolledWindow *scroller;
  GtkLabel *summary;

  RsDocument *document; /* (nullable) (owned) */
  GPtrArray *cards;     /* (element-type RsChartView): by position in the board; owned by grid */
  guint focused;
  GArray *is_other;  /* (element-type gboolean): of each card, whether it stands among the others */
  gboolean chosen;   /* focused was focused or opened since the last choice of region or year */
  const char *theme; /* static */
};

G_DEFINE_FINAL_TYPE (RsOverviewPage, rs_overview_page, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CARD_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static int
find_card (RsOverviewPage *self, gpointer card)
{
  guint position;

  return g_ptr_array_find (self->cards, card, &position) ? (int) position : -1;
}

static void
set_focused (RsOverviewPage *self, guint position)
{
  self->focused = position;
  self->chosen = TRUE;
}

static void
on_activated (RsChartView *card, RsOverviewPage *self)
{
  int position = find_card (self, card);

  if (position < 0)
    return;
  set_focused (self, (guint) position);
  g_signal_emit (self, signals[SIGNAL_CARD_ACTIVATED], 0, self->focused);
}

static void
on_context_menu (RsChartView *card, double x, double y, RsOverviewPage *self)
{
  int position = find_card (self, card);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) chart = g_menu_new ();
  g_autoptr (GMenu) open = g_menu_new ();
  g_autoptr (GMenuItem) item = g_menu_item_new (_ ("_Open"), NULL);

  if (position < 0)
    return;
  /* Copies and exports are of the card that has the focus. */
  set_focused (self, (guint) position);
  g_menu_item_set_action_and_target (item, "win.chart", "u", (guint) position);
  g_menu_append_item (open, item);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (open));
  g_menu_append (chart, _ ("_Copy Chart"), "win.copy");
  g_menu_append (chart, _ ("_Export…"), "win.export");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (chart));
  rs_figure_menu_popup (gtk_widget_get_parent (self->grid), card, x, y, G_MENU_MODEL (menu));
}

static void
on_focus_changed (RsChartView *card, GParamSpec *pspec, RsOverviewPage *self)
{
  int position = find_card (self, card);

  if (position >= 0 && gtk_widget_has_focus (GTK_WIDGET (card)))
    set_focused (self, (guint) position);
}

static void
on_empty_activated (RsOverviewPage *self, guint position)
{
  set_focused (self, position);
  g_signal_emit (self, signals[SIGNAL_CARD_ACTIVATED], 0, position);
}

static void
on_empty_focused (RsOverviewPage *self, guint position)
{
  set_focused (self, position);
}

/* Whether all that @view asks for is about the region that was chosen. */
static gboolean
is_of_region (RsOverviewPage *self, const RsView *view, const RsFrame *frame)
{
  const RsDimension *geo = rs_dataset_get_geo (rs_frame_get_dataset (frame));
  const RsSelection *selection = rs_document_get_selection (self->document);

  /* Words without figures, as in a programme of work, are of no region. */
  if (view->indicators != NULL && view->indicators[0] == NULL)
    return FALSE;
  if (view->regions == NULL)
    return TRUE;
  for (guint i = 0; geo != NULL && i < rs_frame_get_n_series (frame); i++)
    {
      const RsSeries *series = rs_frame_get_series (frame, i);

      if (g_strcmp0 (geo->categories[series->region].id, selection->region) != 0)
        return FALSE;
    }
  return rs_frame_get_n_series (frame) > 0;
}

/* Whether @frame holds anything at all: a number, a target, or a word on why there is none. */
static gboolean
has_anything (const RsFrame *frame)
{
  if (rs_frame_has_numbers (frame) || rs_frame_get_n_goals (frame) > 0 ||
      rs_frame_get_n_series_left_out (frame) > 0)
    return TRUE;
  for (guint i = 0; i < rs_frame_get_n_series (frame); i++)
    {
      const RsSeries *series = rs_frame_get_series (frame, i);

      for (guint p = 0; p < series->n_points; p++)
        {
          const RsFramePoint *point = &series->points[p];

          if (point->target != NULL || point->observation.passport != NULL ||
              point->observation.reason != RS_REASON_MISSING)
            return TRUE;
        }
    }
  return FALSE;
}

/* Whether the dataset has nothing for @view in any year, so that the card would say only what all
 * such cards say. */
static gboolean
is_unknown (RsOverviewPage *self, const RsView *view, const RsFrame *frame)
{
  g_autoptr (RsView) whole = NULL;
  g_autoptr (RsFrame) all_years = NULL;

  if (rs_frame_get_empty_reason (frame) == NULL || has_anything (frame) ||
      !is_of_region (self, view, frame))
    return FALSE;
  whole = rs_view_copy (view);
  g_clear_pointer (&whole->from, g_free);
  g_clear_pointer (&whole->to, g_free);
  whole->last_n = 0;
  all_years = rs_document_run (self->document, whole, rs_frame_get_language (frame), NULL);
  return all_years != NULL && !has_anything (all_years);
}

/* Whether @view states regions of its own, and the chosen one is not among them: then it says
 * nothing of what the page is about. */
static gboolean
is_of_others (RsOverviewPage *self, const RsView *view, const RsFrame *frame)
{
  const RsDimension *geo = rs_dataset_get_geo (rs_document_get_dataset (self->document));
  const RsSelection *selection = rs_document_get_selection (self->document);

  if (view->regions == NULL || frame == NULL || geo == NULL || rs_frame_get_n_series (frame) == 0)
    return FALSE;
  for (guint i = 0; i < rs_frame_get_n_series (frame); i++)
    {
      const RsSeries *series = rs_frame_get_series (frame, i);

      if (g_strcmp0 (geo->categories[series->region].id, selection->region) == 0)
        return FALSE;
    }
  return TRUE;
}

/* The cards of the region first, those of others at the end of the page; @is_other: (element-type
 * gboolean) */
static void
arrange_cards (RsOverviewPage *self, GArray *is_other)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->is_other->len == is_other->len &&
      memcmp (self->is_other->data, is_other->data, is_other->len * sizeof (gboolean)) == 0)
    return;
  for (guint i = 0; i < self->cards->len; i++)
    g_object_ref (g_ptr_array_index (self->cards, i));
  rs_card_grid_clear (RS_CARD_GRID (self->grid));
  rs_card_grid_clear (RS_CARD_GRID (self->others));
  for (guint i = 0; i < self->cards->len; i++)
    {
      GtkWidget *card = g_ptr_array_index (self->cards, i);
      gboolean other = g_array_index (is_other, gboolean, i);

      rs_card_grid_append (RS_CARD_GRID (other ? self->others : self->grid), card);
      if (card == focus)
        gtk_widget_grab_focus (card);
      g_object_unref (card);
    }
  g_array_set_size (self->is_other, 0);
  g_array_append_vals (self->is_other, is_other->data, is_other->len);
}

static gboolean
has_visible_card (RsOverviewPage *self, gboolean other)
{
  for (guint i = 0; i < self->cards->len; i++)
    if (g_array_index (self->is_other, gboolean, i) == other &&
        gtk_widget_get_visible (g_ptr_array_index (self->cards, i)))
      return TRUE;
  return FALSE;
}

static void
fill_card (RsOverviewPage *self, guint position, GArray *empty_positions, GPtrArray *empty_titles)
{
  RsChartView *card = g_ptr_array_index (self->cards, position);
  const RsView *view = rs_document_get_view (self->document, position);
  g_autoptr (GError) error = NULL;
  g_autoptr (RsFrame) frame =
    rs_document_run (self->document, view, rs_document_get_language (self->document), &error);

  /* A board that asks for what the dataset lacks: say so in the log, and leave the card out. */
  if (frame == NULL)
    g_warning ("%s", error->message);
  if (frame != NULL && is_unknown (self, view, frame))
    {
      g_array_append_val (empty_positions, position);
      g_ptr_array_add (empty_titles, g_strdup (rs_frame_get_title (frame)));
      gtk_widget_set_visible (GTK_WIDGET (card), FALSE);
    }
  else
    {
      gtk_widget_set_visible (GTK_WIDGET (card), frame != NULL);
    }
  rs_chart_view_set_frame (card, frame);
}

static void
fill_cards (RsOverviewPage *self)
{
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) is_other = g_array_new (FALSE, TRUE, sizeof (gboolean));
  const char *region = NULL;

  for (guint i = 0; i < self->cards->len; i++)
    {
      gboolean other;

      fill_card (self, i, positions, titles);
      other = is_of_others (self, rs_document_get_view (self->document, i),
                            rs_overview_page_get_frame (self, i));
      g_array_append_val (is_other, other);
    }
  arrange_cards (self, is_other);
  if (positions->len > 0 && rs_dataset_get_geo (rs_document_get_dataset (self->document)) != NULL)
    region = rs_frame_get_region_label (
      rs_overview_page_get_frame (self, g_array_index (positions, guint, 0)));
  rs_empty_list_set_charts (self->empty, region, positions, titles);
  gtk_widget_set_visible (self->grid, has_visible_card (self, FALSE));
  gtk_widget_set_visible (self->others, has_visible_card (self, TRUE));
}

static void
append_board_button (RsOverviewPage *self, const RsBoard *board, const char *title)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 6);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_tooltip_text (button, title);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.board");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", board->id);
  gtk_box_append (GTK_BOX (self->boards), button);
}

static void
update_boards (RsOverviewPage *self)
{
  guint n = rs_document_get_n_boards (self->document);
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->boards)) != NULL)
    gtk_box_remove (GTK_BOX (self->boards), child);
  for (guint i = 0; i < n; i++)
    {
      const RsBoard *board = rs_document_get_nth_board (self->document, i);
      const char *title = rs_text_get (&board->title, rs_document_get_language (self->document));
      g_autoptr (GMenuItem) item = NULL;

      if (board->id == NULL)
        continue;
      if (*title == '\0')
        title = board->id;
      append_board_button (self, board, title);
      item = g_menu_item_new (title, NULL);
      g_menu_item_set_action_and_target (item, "win.board", "s", board->id);
      g_menu_append_item (menu, item);
      if (i == rs_document_get_board_index (self->document))
        {
          gtk_label_set_label (self->boards_label, title);
          gtk_widget_set_tooltip_text (GTK_WIDGET (self->boards_button), title);
        }
    }
  gtk_menu_button_set_menu_model (self->boards_button, G_MENU_MODEL (menu));
  gtk_widget_set_visible (GTK_WIDGET (self->boards_stack), n > 1);
}

static void
rebuild (RsOverviewPage *self)
{
  const RsBoard *board = rs_document_get_board (self->document);
  const gboolean other = FALSE;

  g_ptr_array_set_size (self->cards, 0);
  g_array_set_size (self->is_other, 0);
  rs_card_grid_clear (RS_CARD_GRID (self->grid));
  rs_card_grid_clear (RS_CARD_GRID (self->others));
  self->focused = 0;
  for (guint i = 0; board != NULL && i < board->views->len; i++)
    {
      GtkWidget *card = rs_chart_view_new ();

      rs_chart_view_set_activates (RS_CHART_VIEW (card), TRUE);
      if (self->theme != NULL)
        rs_chart_view_set_theme (RS_CHART_VIEW (card), self->theme);
      g_signal_connect (card, "activated", G_CALLBACK (on_activated), self);
      g_signal_connect (card, "notify::has-focus", G_CALLBACK (on_focus_changed), self);
      g_signal_connect (card, "context-menu", G_CALLBACK (on_context_menu), self);
      g_ptr_array_add (self->cards, card);
      g_array_append_val (self->is_other, other);
      rs_card_grid_append (RS_CARD_GRID (self->grid), card);
    }
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  update_boards (self);
}

/* The sentence on the targets begins with region and year, which stand right above it. (transfer
 * full) */
static char *
skip_heading (const char *summary, const char *heading)
{
  const char *rest = summary;
  char *result;

  if (!g_str_has_prefix (summary, heading))
    return g_strdup (summary);
  rest += strlen (heading);
  if (g_str_has_prefix (rest, ": "))
    rest += strlen (": ");
  else if (g_str_has_prefix (rest, "："))
    rest += strlen ("：");
  else
    return g_strdup (summary);
  result = g_strdup (rest);
  *result = g_ascii_toupper (*result);
  return result;
}

/* Since when or until when the region exists, and what is to be said of it. */
static void
update_region_note (RsOverviewPage *self)
{
  RsDataset *dataset = rs_document_get_dataset (self->document);
  const RsDimension *geo = dataset != NULL ? rs_dataset_get_geo (dataset) : NULL;
  const char *id = rs_document_get_selection (self->document)->region;
  int region = geo != NULL && id != NULL ? rs_dimension_find (geo, id) : -1;
  g_autofree char *note = NULL;

  if (region >= 0)
    {
      RsLanguage language = rs_document_get_language (self->document);
      const char *remark = rs_text_get (&geo->categories[region].remark, language);
      g_autofree char *validity = rs_region_describe_validity (dataset, (guint) region, language);

      *validity = g_ascii_toupper (*validity);
      if (*validity != '\0' && *remark != '\0')
        /* Translators: "Until 6 November 2025", and a remark on the region. */
        note = g_strdup_printf (_ ("%s · %s"), validity, remark);
      else
        note = g_strdup (*validity != '\0' ? validity : remark);
    }
  gtk_label_set_label (self->region_note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->region_note), note != NULL && *note != '\0');
}

static void
refresh (RsOverviewPage *self)
{
  g_autofree char *heading = rs_document_get_heading (self->document);
  RsDataset *dataset = rs_document_get_dataset (self->document);

  gtk_label_set_label (self->heading, heading);
  if (dataset != NULL)
    {
      g_autofree char *summary =
        rs_summary_selection (dataset, rs_document_get_selection (self->document),
                              rs_document_get_language (self->document));

      g_autofree char *short_summary = skip_heading (summary, heading);

      gtk_label_set_label (self->summary, short_summary);
      gtk_widget_set_visible (GTK_WIDGET (self->summary), *short_summary != '\0');
    }
  update_region_note (self);
  fill_cards (self);
}

static void
on_document_changed (RsDocument *document, guint changes, RsOverviewPage *self)
{
  if ((changes & RS_DOCUMENT_BOARD) != 0)
    rebuild (self);
  if (changes != RS_DOCUMENT_CHOICE)
    self->chosen = FALSE;
  refresh (self);
}

static GtkOrientation
get_header_orientation (RsOverviewPage *self, int width)
{
  double scale = rs_widget_get_text_scale (GTK_WIDGET (self));

  return width < (int) (STACKED_WIDTH * scale) ? GTK_ORIENTATION_VERTICAL
                                               : GTK_ORIENTATION_HORIZONTAL;
}

/* Whether the buttons of all boards fit into the page without being cut. Beside the heading they
 * leave it a third. */
static const char *
get_boards_child (RsOverviewPage *self, int width)
{
  int room = width - 2 * PAGE_PADDING;
  int natural;

  if (get_header_orientation (self, width) == GTK_ORIENTATION_HORIZONTAL)
    room = room * 2 / 3;
  gtk_widget_measure (self->boards, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural <= room ? "buttons" : "menu";
}

static gboolean
turn_header (gpointer user_data)
{
  RsOverviewPage *self = user_data;
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  GtkOrientation orientation = get_header_orientation (self, width);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->header), orientation);
  gtk_widget_set_halign (GTK_WIDGET (self->boards_stack),
                         orientation == GTK_ORIENTATION_VERTICAL ? GTK_ALIGN_START : GTK_ALIGN_END);
  gtk_stack_set_visible_child_name (self->boards_stack, get_boards_child (self, width));
  return G_SOURCE_REMOVE;
}

static void
rs_overview_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RsOverviewPage *self = RS_OVERVIEW_PAGE (widget);

  gtk_widget_size_allocate (GTK_WIDGET (self->scroller), &(GtkAllocation){ 0, 0, width, height },
                            baseline);
  /* What is measured must not change while it is allocated. */
  if (gtk_orientable_get_orientation (GTK_ORIENTABLE (self->header)) !=
        get_header_orientation (self, width) ||
      g_strcmp0 (gtk_stack_get_visible_child_name (self->boards_stack),
                 get_boards_child (self, width)) != 0)
    g_idle_add_full (G_PRIORITY_HIGH_IDLE, turn_header, g_object_ref (self), g_object_unref);
}

static void
rs_overview_page_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  RsOverviewPage *self = RS_OVERVIEW_PAGE (widget);

  gtk_widget_measure (GTK_WIDGET (self->scroller), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static gboolean
rs_overview_page_grab_focus (GtkWidget *widget)
{
  RsOverviewPage *self = RS_OVERVIEW_PAGE (widget);

  guint focused = rs_overview_page_get_focused (self);

  if (rs_empty_list_has (self->empty, focused))
    return rs_empty_list_focus (self->empty, focused);
  if (focused < self->cards->len)
    return gtk_widget_grab_focus (g_ptr_array_index (self->cards, focused));
  return GTK_WIDGET_CLASS (rs_overview_page_parent_class)->grab_focus (widget);
}

static void
rs_overview_page_dispose (GObject *object)
{
  RsOverviewPage *self = RS_OVERVIEW_PAGE (object);

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  g_ptr_array_set_size (self->cards, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), RS_TYPE_OVERVIEW_PAGE);

  G_OBJECT_CLASS (rs_overview_page_parent_class)->dispose (object);
}

static void
rs_overview_page_finalize (GObject *object)
{
  RsOverviewPage *self = RS_OVERVIEW_PAGE (object);

  g_ptr_array_unref (self->cards);
  g_array_unref (self->is_other);

  G_OBJECT_CLASS (rs_overview_page_parent_class)->finalize (object);
}

static void
rs_overview_page_class_init (RsOverviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rs_overview_page_dispose;
  object_class->finalize = rs_overview_page_finalize;
  widget_class->grab_focus = rs_overview_page_grab_focus;
  widget_class->measure = rs_overview_page_measure;
  widget_class->size_allocate = rs_overview_page_size_allocate;

  signals[SIGNAL_CARD_ACTIVATED] =
    g_signal_new ("card-activated", RS_TYPE_OVERVIEW_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (RS_TYPE_CARD_GRID);
  g_type_ensure (RS_TYPE_EMPTY_LIST);
  gtk_widget_class_set_css_name (widget_class, "overview-page");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/renshe/Renshe/ui/overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RsOverviewPage, boards);
  gtk_widget_class_bind_template_child (widget_class, RsOverviewPage, boards_button);
  gtk_widget_class_bind_template_child (widget_class, RsOverviewPage, boards_label);
  gtk_widget_class_bind_template_child (widget_class, RsOverviewPage, boards_stack);
  gtk_widget_class_bind_template_child (widget_class, RsOverviewPage, empty);
  gtk_widget_class_bind_template_child (widget_class, RsOverviewPage, grid);
  gtk_widget_class_bind_template_child (widget_class, RsOverviewPage, header);
  gtk_widget_class_bind_template_child (widget_class, RsOverviewPage, heading);
  gtk_widget_class_bind_template_child (widget_class, RsOverviewPage, others);
  gtk_widget_class_bind_template_child (widget_class, RsOverviewPage, region_note);
  gtk_widget_class_bind_template_child (widget_class, RsOverviewPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, RsOverviewPage, summary);
  gtk_widget_class_bind_template_callback (widget_class, on_empty_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_empty_focused);
}

static void
rs_overview_page_init (RsOverviewPage *self)
{
  self->cards = g_ptr_array_new ();
  self->is_other = g_array_new (FALSE, TRUE, sizeof (gboolean));
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rs_overview_page_set_document (RsOverviewPage *self, RsDocument *document)
{
  g_return_if_fail (RS_IS_OVERVIEW_PAGE (self));
  g_return_if_fail (RS_IS_DOCUMENT (document));
  g_return_if_fail (self->document == NULL);

  self->document = g_object_ref (document);
  g_signal_connect (document, "changed", G_CALLBACK (on_document_changed), self);
  if (rs_document_get_dataset (document) != NULL)
    on_document_changed (document, RS_DOCUMENT_BOARD | RS_DOCUMENT_SELECTION, self);
}

void
rs_overview_page_set_theme (RsOverviewPage *self, const char *theme_id)
{
  g_return_if_fail (RS_IS_OVERVIEW_PAGE (self));

  self->theme = g_intern_string (theme_id);
  for (guint i = 0; i < self->cards->len; i++)
    rs_chart_view_set_theme (g_ptr_array_index (self->cards, i), theme_id);
}

guint
rs_overview_page_get_focused (RsOverviewPage *self)
{
  g_return_val_if_fail (RS_IS_OVERVIEW_PAGE (self), 0);

  /* Of a board whose first charts are empty for the region, the first that is not. */
  if (!self->chosen && rs_empty_list_has (self->empty, self->focused))
    for (guint i = 0; i < self->cards->len; i++)
      if (gtk_widget_get_visible (g_ptr_array_index (self->cards, i)) &&
          !(g_array_index (self->is_other, gboolean, i) && has_visible_card (self, FALSE)))
        return i;
  return self->focused;
}

void
rs_overview_page_focus (RsOverviewPage *self, guint position)
{
  g_return_if_fail (RS_IS_OVERVIEW_PAGE (self));

  if (position >= self->cards->len)
    return;
  set_focused (self, position);
  if (!rs_empty_list_focus (self->empty, position))
    gtk_widget_grab_focus (g_ptr_array_index (self->cards, position));
}

guint
rs_overview_page_get_n_cards (RsOverviewPage *self)
{
  g_return_val_if_fail (RS_IS_OVERVIEW_PAGE (self), 0);

  return self->cards->len;
}

guint
rs_overview_page_get_n_empty (RsOverviewPage *self)
{
  g_return_val_if_fail (RS_IS_OVERVIEW_PAGE (self), 0);

  return rs_empty_list_get_n_charts (self->empty);
}

gboolean
rs_overview_page_is_of_others (RsOverviewPage *self, guint position)
{
  g_return_val_if_fail (RS_IS_OVERVIEW_PAGE (self), FALSE);

  return position < self->is_other->len && g_array_index (self->is_other, gboolean, position);
}

RsFrame *
rs_overview_page_get_frame (RsOverviewPage *self, guint position)
{
  g_return_val_if_fail (RS_IS_OVERVIEW_PAGE (self), NULL);

  if (position >= self->cards->len)
    return NULL;
  return rs_chart_view_get_frame (g_ptr_array_index (self->cards, position));
}
