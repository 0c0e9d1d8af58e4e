/* SPDX-License-Identifier: GPL-3.0-or-later
 * The search of the region tree: its entry, its keys, and the list of what was found. */
#define G_LOG_DOMAIN "renshe-widget"

#include "config.h"

#include "widget/region-tree-private.h"

static void
show_found (RsRegionTree *self)
{
  g_autoptr (GArray) found = NULL;

  if (self->search == NULL)
    self->search = rs_region_search_new (self->dataset);
  found = rs_region_search_run (self->search, self->query);
  rs_region_tree_set_model (
    self, G_LIST_MODEL (rs_region_list_new (self->dataset, (const guint *) (gpointer) found->data,
                                            found->len)));
  gtk_stack_set_visible_child_name (self->stack, found->len > 0 ? "list" : "empty");
}

static void
apply_search (RsRegionTree *self, const char *text)
{
  g_autofree char *query = g_strstrip (g_strdup (text));

  if (g_str_equal (query, self->query) || self->tree == NULL)
    return;
  g_free (self->query);
  self->query = g_steal_pointer (&query);
  if (rs_region_tree_is_searching (self))
    show_found (self);
  else
    rs_region_tree_show_tree (self);
  rs_region_tree_show_selected (self);
}

static void
search_changed_cb (GtkSearchEntry *entry, gpointer user_data)
{
  apply_search (RS_REGION_TREE (user_data), gtk_editable_get_text (GTK_EDITABLE (entry)));
}

/* A search that has found what it was for is over; the choice is shown where it belongs. */
static gboolean
end_search_cb (gpointer user_data)
{
  RsRegionTree *self = RS_REGION_TREE (user_data);

  rs_region_tree_set_search (self, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
  return G_SOURCE_REMOVE;
}

void
rs_region_tree_end_search (RsRegionTree *self)
{
  /* Not now: the list that tells of it is the one that goes. */
  if (rs_region_tree_is_searching (self))
    g_idle_add_full (G_PRIORITY_HIGH_IDLE, end_search_cb, g_object_ref (self), g_object_unref);
}

static void
search_activate_cb (GtkSearchEntry *entry, gpointer user_data)
{
  RsRegionTree *self = RS_REGION_TREE (user_data);

  /* The entry waits a moment before it tells of a change; Enter does not. */
  apply_search (self, gtk_editable_get_text (GTK_EDITABLE (entry)));
  if (!rs_region_tree_is_searching (self) || rs_region_tree_get_n_rows (self) == 0)
    return;
  gtk_single_selection_set_selected (self->selection, 0);
  rs_region_tree_end_search (self);
}

static void
stop_search_cb (GtkSearchEntry *entry, gpointer user_data)
{
  rs_region_tree_set_search (RS_REGION_TREE (user_data), "");
}

static gboolean
search_key_cb (GtkEventControllerKey *controller,
               guint keyval,
               guint keycode,
               GdkModifierType state,
               RsRegionTree *self)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  apply_search (self, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  gtk_widget_child_focus (GTK_WIDGET (self->list_view), GTK_DIR_TAB_FORWARD);
  return GDK_EVENT_STOP;
}

/* Who types in the list searches. What is neither letter nor digit is left to others: "[" and "]"
 * go to other years. */
static gboolean
list_key_cb (GtkEventControllerKey *controller,
             guint keyval,
             guint keycode,
             GdkModifierType state,
             RsRegionTree *self)
{
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->search_entry)));

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 ||
      !g_unichar_isalnum (gdk_keyval_to_unicode (keyval)) ||
      !gtk_event_controller_key_forward (controller, text))
    return GDK_EVENT_PROPAGATE;
  gtk_text_grab_focus_without_selecting (GTK_TEXT (text));
  return GDK_EVENT_STOP;
}

void
rs_region_tree_set_search (RsRegionTree *self, const char *text)
{
  g_return_if_fail (RS_IS_REGION_TREE (self));
  g_return_if_fail (text != NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), text);
  apply_search (self, text);
}

void
rs_region_tree_focus_search (RsRegionTree *self)
{
  g_return_if_fail (RS_IS_REGION_TREE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

void
rs_region_tree_bind_search (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

void
rs_region_tree_connect_search (RsRegionTree *self)
{
  GtkEventController *entry_keys = gtk_event_controller_key_new ();
  GtkEventController *list_keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (entry_keys, GTK_PHASE_CAPTURE);
  g_signal_connect (entry_keys, "key-pressed", G_CALLBACK (search_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->search_entry), entry_keys);
  g_signal_connect (list_keys, "key-pressed", G_CALLBACK (list_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), list_keys);
}
