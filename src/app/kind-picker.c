/* SPDX-License-Identifier: GPL-3.0-or-later
 * Choosing how a view is drawn. */
#define G_LOG_DOMAIN "renshe-app"

#include "config.h"

#include "app/kind-picker.h"

#include <glib/gi18n-lib.h>

#define REASON_CHARS 46
/* px at text scale 1; the list scrolls beyond. */
#define LIST_MAX_HEIGHT 420

struct _RsKindPicker
{
  GtkPopover parent_instance;

  GtkListBox *kinds;
  GtkWidget *scope_section;
  GtkCheckButton *scopes[RS_N_SCOPES]; /* none for AUTO */
  GtkLabel *scope_reasons[RS_N_SCOPES];
  GtkWidget *log_section;
  GtkCheckButton *log;
  GtkLabel *log_reason;

  RsDocument *document; /* (nullable) (owned) */
  guint position;
  RsView *view; /* (nullable) (owned): as shown */
  RsChartKind kind;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (RsKindPicker, rs_kind_picker, GTK_TYPE_POPOVER)

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), REASON_CHARS);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* (transfer full) (nullable): why @view, changed, may not be shown. */
static char *
explain (RsKindPicker *self, RsChartKind kind, RsScope scope, gboolean log_scale)
{
  g_autoptr (RsView) asked = rs_view_copy (self->view);

  asked->kind = kind;
  asked->scope = scope;
  asked->log_scale = log_scale;
  return rs_view_choice_explain (asked, rs_document_get_dataset (self->document),
                                 rs_document_get_selection (self->document));
}

/* What the board's own kind comes to. (transfer full) */
static char *
describe_automatic (RsKindPicker *self)
{
  const RsBoard *board = rs_document_get_board (self->document);
  RsLanguage language = rs_document_get_language (self->document);
  g_autoptr (RsFrame) frame = NULL;

  if (board == NULL || self->position >= board->views->len)
    return NULL;
  frame = rs_document_run (self->document, g_ptr_array_index (board->views, self->position),
                           language, NULL);
  return frame != NULL ? g_strdup (rs_chart_kind_get_label (rs_frame_get_kind (frame), language))
                       : NULL;
}

static GtkWidget *
new_row (RsChartKind kind, const char *title, const char *text, gboolean chosen, gboolean refused)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");
  g_autofree char *name = NULL;

  gtk_box_append (GTK_BOX (texts), new_label (title, NULL));
  if (text != NULL)
    gtk_box_append (GTK_BOX (texts), new_label (text, "kind-reason"));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_widget_set_opacity (check, chosen ? 1 : 0);
  gtk_box_append (GTK_BOX (box), check);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), !refused);
  if (refused)
    gtk_widget_add_css_class (row, "refused");
  g_object_set_data (G_OBJECT (row), "kind", GINT_TO_POINTER (kind));
  if (chosen)
    /* Translators: a kind of chart that is the one in use, for screen readers. */
    name = g_strdup_printf (_ ("%s, chosen"), title);
  /* It can be reached by the keys, so that the reason is heard; hence not insensitive. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name != NULL ? name : title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : "", -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_DISABLED, refused, -1);
  return row;
}

static void
update_kinds (RsKindPicker *self)
{
  RsLanguage language = rs_document_get_language (self->document);
  g_autofree char *automatic = describe_automatic (self);
  g_autoptr (GPtrArray) refused = g_ptr_array_new ();
  RsViewChoice choice;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->kinds))) != NULL)
    gtk_list_box_remove (self->kinds, child);
  rs_document_get_choice (self->document, self->position, &choice);
  /* What was chosen for another region and does not hold here is not in use. */
  if (choice.kind != self->view->kind)
    choice.kind = RS_CHART_AUTO;
  for (guint i = 0; i < RS_N_CHART_KINDS; i++)
    {
      RsChartKind kind = (RsChartKind) i;
      g_autofree char *reason = NULL;
      GtkWidget *row;

      if (kind != RS_CHART_AUTO)
        reason = explain (self, kind, self->view->scope, FALSE);
      /* The regions that were chosen go with one kind and not with another: then as the kind
       * chooses them. */
      if (reason != NULL && self->view->scope != RS_SCOPE_AUTO)
        {
          g_free (reason);
          reason = explain (self, kind, RS_SCOPE_AUTO, FALSE);
        }
      row =
        new_row (kind, rs_chart_kind_get_label (kind, language),
                 kind == RS_CHART_AUTO ? automatic : reason, kind == choice.kind, reason != NULL);
      if (reason != NULL)
        g_ptr_array_add (refused, row);
      else
        gtk_list_box_append (self->kinds, row);
    }
  for (guint i = 0; i < refused->len; i++)
    gtk_list_box_append (self->kinds, g_ptr_array_index (refused, i));
}

static void
set_reason (GtkWidget *button, GtkLabel *label, const char *reason)
{
  gtk_widget_set_sensitive (button, reason == NULL);
  gtk_label_set_label (label, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (label), reason != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  reason != NULL ? reason : "", -1);
}

/* What AUTO comes to: peers where one measure is compared. */
static RsScope
get_scope (RsKindPicker *self)
{
  if (self->view->scope != RS_SCOPE_AUTO)
    return self->view->scope;
  if (self->view->kind == RS_CHART_BULLET || self->view->indicators == NULL ||
      self->view->indicators[0] == NULL || self->view->indicators[1] != NULL)
    return RS_SCOPE_SELECTED;
  return RS_SCOPE_PEERS;
}

static void
update_scopes (RsKindPicker *self)
{
  const RsDimension *geo = rs_dataset_get_geo (rs_document_get_dataset (self->document));
  gboolean visible = geo != NULL && geo->n_categories > 1 && self->view->regions == NULL &&
                     rs_view_choice_has_scope (self->kind);

  gtk_widget_set_visible (self->scope_section, visible);
  if (!visible)
    return;
  for (guint i = RS_SCOPE_SELECTED; i < RS_N_SCOPES; i++)
    {
      g_autofree char *reason = explain (self, self->view->kind, (RsScope) i, FALSE);

      gtk_check_button_set_active (self->scopes[i], get_scope (self) == (RsScope) i);
      set_reason (GTK_WIDGET (self->scopes[i]), self->scope_reasons[i], reason);
    }
}

static void
update_log (RsKindPicker *self)
{
  gboolean visible = rs_view_choice_has_log (self->kind);
  g_autofree char *reason = NULL;

  gtk_widget_set_visible (self->log_section, visible);
  if (!visible)
    return;
  reason = explain (self, self->kind, self->view->scope, TRUE);
  gtk_check_button_set_active (self->log, self->view->log_scale);
  set_reason (GTK_WIDGET (self->log), self->log_reason, reason);
}

static void
update (RsKindPicker *self)
{
  if (self->document == NULL || self->view == NULL)
    return;
  self->updating = TRUE;
  update_kinds (self);
  update_scopes (self);
  update_log (self);
  self->updating = FALSE;
}

/* The list explains each kind, which is not for every change of the year. */
static void
rs_kind_picker_show (GtkWidget *widget)
{
  update (RS_KIND_PICKER (widget));
  GTK_WIDGET_CLASS (rs_kind_picker_parent_class)->show (widget);
}

static GtkListBoxRow *
find_chosen_row (RsKindPicker *self)
{
  RsViewChoice choice;
  GtkListBoxRow *row;

  rs_document_get_choice (self->document, self->position, &choice);
  if (choice.kind != self->view->kind)
    choice.kind = RS_CHART_AUTO;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->kinds, i)) != NULL; i++)
    if (GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "kind")) == (int) choice.kind)
      return row;
  return gtk_list_box_get_row_at_index (self->kinds, 0);
}

static gboolean
rs_kind_picker_grab_focus (GtkWidget *widget)
{
  RsKindPicker *self = RS_KIND_PICKER (widget);
  GtkListBoxRow *row = self->view != NULL ? find_chosen_row (self) : NULL;

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
rs_kind_picker_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (rs_kind_picker_parent_class)->map (widget);
  gtk_widget_grab_focus (widget);
}

static void
on_row_activated (RsKindPicker *self, GtkListBoxRow *row)
{
  RsViewChoice choice;

  if (self->view == NULL)
    return;
  rs_document_get_choice (self->document, self->position, &choice);
  choice.kind = (RsChartKind) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "kind"));
  /* Back to the board in everything. */
  if (choice.kind == RS_CHART_AUTO)
    choice = (RsViewChoice){ 0 };
  gtk_popover_popdown (GTK_POPOVER (self));
  rs_document_set_choice (self->document, self->position, &choice);
}

static void
on_scope_toggled (GtkCheckButton *button, RsKindPicker *self)
{
  RsViewChoice choice;

  if (self->updating || self->view == NULL || !gtk_check_button_get_active (button))
    return;
  rs_document_get_choice (self->document, self->position, &choice);
  for (guint i = RS_SCOPE_SELECTED; i < RS_N_SCOPES; i++)
    if (self->scopes[i] == button)
      choice.scope = (RsScope) i;
  rs_document_set_choice (self->document, self->position, &choice);
}

static void
on_log_toggled (GtkCheckButton *button, RsKindPicker *self)
{
  RsViewChoice choice;

  if (self->updating || self->view == NULL)
    return;
  rs_document_get_choice (self->document, self->position, &choice);
  choice.log_chosen = TRUE;
  choice.log_scale = gtk_check_button_get_active (button);
  rs_document_set_choice (self->document, self->position, &choice);
}

static void
rs_kind_picker_dispose (GObject *object)
{
  RsKindPicker *self = RS_KIND_PICKER (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->view, rs_view_free);

  G_OBJECT_CLASS (rs_kind_picker_parent_class)->dispose (object);
}

static void
rs_kind_picker_class_init (RsKindPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rs_kind_picker_dispose;
  widget_class->grab_focus = rs_kind_picker_grab_focus;
  widget_class->map = rs_kind_picker_map;
  widget_class->show = rs_kind_picker_show;
}

static void
append_scopes (RsKindPicker *self, GtkWidget *box)
{
  static const char *const labels[RS_N_SCOPES] = {
    NULL,
    N_ ("This region"),
    N_ ("Its peers"),
    N_ ("Its parts"),
  };

  for (guint i = RS_SCOPE_SELECTED; i < RS_N_SCOPES; i++)
    {
      GtkWidget *button = gtk_check_button_new_with_label (_ (labels[i]));

      self->scopes[i] = GTK_CHECK_BUTTON (button);
      if (i > RS_SCOPE_SELECTED)
        gtk_check_button_set_group (self->scopes[i], self->scopes[RS_SCOPE_SELECTED]);
      g_signal_connect (button, "toggled", G_CALLBACK (on_scope_toggled), self);
      gtk_box_append (GTK_BOX (box), button);
      self->scope_reasons[i] = GTK_LABEL (new_label (NULL, "kind-reason"));
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->scope_reasons[i]));
    }
}

static GtkWidget *
append_section (GtkWidget *box, const char *title)
{
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  if (title != NULL)
    gtk_box_append (GTK_BOX (section), new_label (title, "kind-heading"));
  gtk_widget_add_css_class (section, "kind-section");
  gtk_box_append (GTK_BOX (box), section);
  return section;
}

static void
rs_kind_picker_init (RsKindPicker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_add_css_class (GTK_WIDGET (self), "kind-picker");
  self->kinds = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->kinds, GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Kind of chart"), -1);
  g_signal_connect_swapped (list, "row-activated", G_CALLBACK (on_row_activated), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_box_append (GTK_BOX (box), scroller);
  self->scope_section = append_section (box, _ ("Regions compared"));
  append_scopes (self, self->scope_section);
  self->log_section = append_section (box, NULL);
  self->log = GTK_CHECK_BUTTON (gtk_check_button_new_with_label (_ ("Logarithmic scale")));
  g_signal_connect (self->log, "toggled", G_CALLBACK (on_log_toggled), self);
  gtk_box_append (GTK_BOX (self->log_section), GTK_WIDGET (self->log));
  self->log_reason = GTK_LABEL (new_label (NULL, "kind-reason"));
  gtk_box_append (GTK_BOX (self->log_section), GTK_WIDGET (self->log_reason));
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

GtkWidget *
rs_kind_picker_new (void)
{
  return g_object_new (RS_TYPE_KIND_PICKER, NULL);
}

void
rs_kind_picker_set_view (
  RsKindPicker *self, RsDocument *document, guint position, const RsView *view, RsChartKind kind)
{
  g_return_if_fail (RS_IS_KIND_PICKER (self));
  g_return_if_fail (RS_IS_DOCUMENT (document));

  g_set_object (&self->document, document);
  self->position = position;
  g_clear_pointer (&self->view, rs_view_free);
  self->view = view != NULL ? rs_view_copy (view) : NULL;
  self->kind = kind;
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    update (self);
}
