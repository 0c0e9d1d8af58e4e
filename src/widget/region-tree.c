/* SPDX-License-Identifier: GPL-3.0-or-later
 * Choosing a region: a tree with a search by name, pinyin and code. */
#define G_LOG_DOMAIN "renshe-widget"

#include "config.h"

#include "widget/region-tree.h"

#include <glib/gi18n-lib.h>

#include "widget/engine.h"
#include "widget/region-item.h"
#include "widget/region-row.h"

/* No hierarchy of regions is deeper; what a file nests farther down is found by search and not
 * opened. */
#define MAX_DEPTH 64

/* A chosen region shows what it contains, if that is not more than this. */
#define MAX_OPENED_CHILDREN 12

/* Rows that stay in view under the one that is scrolled to. */
#define N_ROWS_BELOW 4

/* Frames after which a list is scrolled to those rows, and to the chosen one. */
#define TICKS_BELOW 2
#define TICKS_CHOICE 4

struct _RsRegionTree
{
  GtkWidget parent_instance;

  GtkListView *list_view;
  GtkSearchEntry *search_entry;
  GtkStack *stack;

  RsDataset *dataset; /* (nullable) (owned) */
  RsLanguage language;
  char *selected; /* (nullable) (owned): id */
  char *query;    /* (owned): what the list shows; "" for the tree */

  GtkTreeListModel *tree;        /* (nullable) (owned) */
  RsRegionSearch *search;        /* (nullable) (owned): made at the first search */
  GtkSingleSelection *selection; /* (nullable) (owned): over the tree or over what was found */
  gboolean updating;             /* while the program selects */
  guint scroll_tick;             /* until the list has a size to scroll in */
  guint n_ticks;
};

G_DEFINE_FINAL_TYPE (RsRegionTree, rs_region_tree, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_SELECTED = 1,
  N_PROPS,
} RsRegionTreeProperty;

enum
{
  SIGNAL_SELECTED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static gboolean
is_searching (RsRegionTree *self)
{
  return self->query[0] != '\0';
}

/* The region of a row, be it a row of the tree or something found. @out_row: (nullable) (transfer
 * full) */
static RsRegionItem *
get_region (gpointer item, GtkTreeListRow **out_row)
{
  if (out_row != NULL)
    *out_row = NULL;
  if (item == NULL)
    return NULL;
  if (!GTK_IS_TREE_LIST_ROW (item))
    return g_object_ref (RS_REGION_ITEM (item));
  if (out_row != NULL)
    *out_row = g_object_ref (item);
  return RS_REGION_ITEM (gtk_tree_list_row_get_item (item));
}

static RsRegionItem *
get_region_at (RsRegionTree *self, guint position)
{
  g_autoptr (GObject) item = NULL;

  if (self->selection == NULL)
    return NULL;
  item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  return get_region (item, NULL);
}

static GListModel *
create_children_cb (gpointer item, gpointer user_data)
{
  return G_LIST_MODEL (rs_region_list_new_children (item));
}

static void
row_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  gtk_list_item_set_child (item, rs_region_row_new ());
}

static void
row_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  RsRegionTree *self = RS_REGION_TREE (user_data);
  g_autoptr (GtkTreeListRow) row = NULL;
  g_autoptr (RsRegionItem) region = get_region (gtk_list_item_get_item (item), &row);

  rs_region_row_show (gtk_list_item_get_child (item), self->dataset,
                      rs_region_item_get_position (region), row, is_searching (self),
                      self->language);
}

static void
row_unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (gtk_list_item_get_child (item)), NULL);
}

static void
scroll_list (RsRegionTree *self, guint position)
{
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
}

/* A list that has just got its rows has no heights to scroll by: it is asked again once it has been
 * drawn. First for some of what follows, so that a choice at the lower edge shows what it contains;
 * then, as a list forgets one wish over the next, a frame later for the choice itself. */
static gboolean
scroll_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  RsRegionTree *self = RS_REGION_TREE (widget);
  guint position = GTK_INVALID_LIST_POSITION;

  self->n_ticks++;
  if (self->selection != NULL)
    position = gtk_single_selection_get_selected (self->selection);
  if (position != GTK_INVALID_LIST_POSITION && self->n_ticks == TICKS_BELOW)
    scroll_list (self, MIN (rs_region_tree_get_n_rows (self) - 1, position + N_ROWS_BELOW));
  if (self->n_ticks < TICKS_CHOICE)
    return G_SOURCE_CONTINUE;
  if (position != GTK_INVALID_LIST_POSITION)
    scroll_list (self, position);
  self->scroll_tick = 0;
  return G_SOURCE_REMOVE;
}

static void
scroll_to_choice (RsRegionTree *self)
{
  self->n_ticks = 0;
  if (self->scroll_tick == 0)
    self->scroll_tick =
      gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_tick_cb, NULL, NULL);
}

/* Selects without telling. */
static void
select_row (RsRegionTree *self, guint position)
{
  self->updating = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->updating = FALSE;
}

static guint
find_root_index (const RsDimension *geo, guint region)
{
  guint n = 0;

  for (guint i = 0; i < region; i++)
    if (geo->categories[i].n_parents == 0)
      n++;
  return n;
}

static GtkTreeListRow *
get_child_row (const RsDimension *geo, GtkTreeListRow *above, guint parent, guint region)
{
  for (guint i = 0; i < geo->categories[parent].n_children; i++)
    if (geo->categories[parent].children[i] == region)
      return gtk_tree_list_row_get_child_row (above, i);
  return NULL;
}

/* The row of a region in the tree, opened down to it. (transfer full) (nullable) */
static GtkTreeListRow *
open_row (RsRegionTree *self, guint region)
{
  const RsDimension *geo = rs_dataset_get_geo (self->dataset);
  guint path[MAX_DEPTH];
  guint depth = 0;
  int at = (int) region;
  GtkTreeListRow *row = NULL;

  for (; at >= 0 && depth < MAX_DEPTH; at = rs_dimension_get_parent (geo, (guint) at))
    path[depth++] = (guint) at;
  if (at >= 0)
    return NULL;
  row = gtk_tree_list_model_get_child_row (self->tree, find_root_index (geo, path[depth - 1]));
  for (; row != NULL && depth > 1; depth--)
    {
      g_autoptr (GtkTreeListRow) above = row;

      gtk_tree_list_row_set_expanded (above, TRUE);
      row = get_child_row (geo, above, path[depth - 1], path[depth - 2]);
    }
  return row;
}

static int
find_selected (RsRegionTree *self)
{
  if (self->dataset == NULL || self->selected == NULL || rs_dataset_get_geo (self->dataset) == NULL)
    return -1;
  return rs_dimension_find (rs_dataset_get_geo (self->dataset), self->selected);
}

/* Shows the chosen region in the list as it is: opens the tree, or marks it among what was found.
 */
static void
show_selected (RsRegionTree *self)
{
  const int region = find_selected (self);
  g_autoptr (GtkTreeListRow) row = NULL;
  const guint n = rs_region_tree_get_n_rows (self);

  if (self->selection == NULL)
    return;
  if (region < 0)
    {
      select_row (self, GTK_INVALID_LIST_POSITION);
      return;
    }
  if (!is_searching (self))
    {
      self->updating = TRUE;
      row = open_row (self, (guint) region);
      if (row != NULL &&
          rs_dataset_get_geo (self->dataset)->categories[region].n_children <= MAX_OPENED_CHILDREN)
        gtk_tree_list_row_set_expanded (row, TRUE);
      self->updating = FALSE;
      if (row != NULL)
        {
          select_row (self, gtk_tree_list_row_get_position (row));
          scroll_to_choice (self);
        }
      return;
    }
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (rs_region_tree_get_row_id (self, i), self->selected) == 0)
      {
        select_row (self, i);
        scroll_to_choice (self);
        return;
      }
  select_row (self, GTK_INVALID_LIST_POSITION);
}

static void
selected_cb (RsRegionTree *self)
{
  g_autoptr (RsRegionItem) region = NULL;
  const guint position = gtk_single_selection_get_selected (self->selection);
  const char *id = NULL;

  /* A branch that closes over the chosen region does not choose another. */
  if (self->updating || position == GTK_INVALID_LIST_POSITION)
    return;
  region = get_region_at (self, position);
  id = rs_region_item_get_category (region)->id;
  if (g_strcmp0 (id, self->selected) == 0)
    return;
  g_free (self->selected);
  self->selected = g_strdup (id);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0, self->selected);
}

/* A branch that opens again shows the choice that was in it. */
static void
tree_items_changed_cb (RsRegionTree *self, guint position, guint removed, guint added)
{
  if (self->updating || is_searching (self) || self->selection == NULL ||
      gtk_single_selection_get_selected (self->selection) != GTK_INVALID_LIST_POSITION)
    return;
  for (guint i = position; i < position + added; i++)
    if (g_strcmp0 (rs_region_tree_get_row_id (self, i), self->selected) == 0)
      {
        select_row (self, i);
        return;
      }
}

/* @model: (transfer full) */
static void
set_model (RsRegionTree *self, GListModel *model)
{
  GtkSingleSelection *old = self->selection;

  self->updating = TRUE;
  if (old != NULL)
    g_signal_handlers_disconnect_by_data (old, self);
  self->selection = g_object_new (GTK_TYPE_SINGLE_SELECTION, "autoselect", FALSE, "can-unselect",
                                  TRUE, "model", model, NULL);
  g_object_unref (model);
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (selected_cb), self);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  g_clear_object (&old);
  self->updating = FALSE;
}

static void
show_tree (RsRegionTree *self)
{
  set_model (self, G_LIST_MODEL (g_object_ref (self->tree)));
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (tree_items_changed_cb),
                           self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_stack_set_visible_child_name (self->stack, "list");
}

static void
show_found (RsRegionTree *self)
{
  g_autoptr (GArray) found = NULL;

  if (self->search == NULL)
    self->search = rs_region_search_new (self->dataset);
  found = rs_region_search_run (self->search, self->query);
  set_model (self, G_LIST_MODEL (rs_region_list_new (
                     self->dataset, (const guint *) (gpointer) found->data, found->len)));
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
  if (is_searching (self))
    show_found (self);
  else
    show_tree (self);
  show_selected (self);
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

static void
end_search (RsRegionTree *self)
{
  /* Not now: the list that tells of it is the one that goes. */
  if (is_searching (self))
    g_idle_add_full (G_PRIORITY_HIGH_IDLE, end_search_cb, g_object_ref (self), g_object_unref);
}

static void
search_activate_cb (GtkSearchEntry *entry, gpointer user_data)
{
  RsRegionTree *self = RS_REGION_TREE (user_data);

  /* The entry waits a moment before it tells of a change; Enter does not. */
  apply_search (self, gtk_editable_get_text (GTK_EDITABLE (entry)));
  if (!is_searching (self) || rs_region_tree_get_n_rows (self) == 0)
    return;
  gtk_single_selection_set_selected (self->selection, 0);
  end_search (self);
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

static void
list_activate_cb (GtkListView *list_view, guint position, gpointer user_data)
{
  RsRegionTree *self = RS_REGION_TREE (user_data);
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  gtk_single_selection_set_selected (self->selection, position);
  if (GTK_IS_TREE_LIST_ROW (item))
    gtk_tree_list_row_set_expanded (GTK_TREE_LIST_ROW (item),
                                    !gtk_tree_list_row_get_expanded (GTK_TREE_LIST_ROW (item)));
  end_search (self);
}

static void
clear_models (RsRegionTree *self)
{
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->tree);
  g_clear_pointer (&self->search, rs_region_search_free);
}

static void
rs_region_tree_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  switch ((RsRegionTreeProperty) property_id)
    {
    case PROP_SELECTED:
      g_value_set_string (value, RS_REGION_TREE (object)->selected);
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
rs_region_tree_dispose (GObject *object)
{
  RsRegionTree *self = RS_REGION_TREE (object);

  if (self->scroll_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll_tick);
  self->scroll_tick = 0;
  clear_models (self);
  g_clear_pointer (&self->dataset, rs_dataset_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), RS_TYPE_REGION_TREE);
  G_OBJECT_CLASS (rs_region_tree_parent_class)->dispose (object);
}

static void
rs_region_tree_finalize (GObject *object)
{
  RsRegionTree *self = RS_REGION_TREE (object);

  g_free (self->selected);
  g_free (self->query);
  G_OBJECT_CLASS (rs_region_tree_parent_class)->finalize (object);
}

static void
rs_region_tree_class_init (RsRegionTreeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rs_region_tree_dispose;
  object_class->finalize = rs_region_tree_finalize;
  object_class->get_property = rs_region_tree_get_property;
  properties[PROP_SELECTED] =
    g_param_spec_string ("selected", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  rs_widget_init ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/renshe/Renshe/widget/region-tree.ui");
  gtk_widget_class_bind_template_child (widget_class, RsRegionTree, list_view);
  gtk_widget_class_bind_template_child (widget_class, RsRegionTree, search_entry);
  gtk_widget_class_bind_template_child (widget_class, RsRegionTree, stack);
  gtk_widget_class_bind_template_callback (widget_class, list_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_set_css_name (widget_class, "region-tree");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rs_region_tree_init (RsRegionTree *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *list_keys = gtk_event_controller_key_new ();
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->query = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Region"), -1);
  g_signal_connect (factory, "setup", G_CALLBACK (row_setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (row_bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (row_unbind_cb), self);
  gtk_list_view_set_factory (self->list_view, factory);
  g_signal_connect (list_keys, "key-pressed", G_CALLBACK (list_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), list_keys);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (search_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->search_entry), keys);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
rs_region_tree_new (void)
{
  return g_object_new (RS_TYPE_REGION_TREE, NULL);
}

void
rs_region_tree_set_dataset (RsRegionTree *self, RsDataset *dataset, RsLanguage language)
{
  const RsDimension *geo = NULL;
  RsRegionList *roots = NULL;
  int region = -1;

  g_return_if_fail (RS_IS_REGION_TREE (self));

  if (self->dataset == dataset && self->language == language)
    return;
  clear_models (self);
  if (dataset != NULL)
    rs_dataset_ref (dataset);
  g_clear_pointer (&self->dataset, rs_dataset_unref);
  self->dataset = dataset;
  self->language = language;
  g_free (self->query);
  self->query = g_strdup ("");
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  geo = dataset != NULL ? rs_dataset_get_geo (dataset) : NULL;
  gtk_widget_set_visible (GTK_WIDGET (self), geo != NULL && geo->n_categories > 0);
  if (geo == NULL)
    return;
  roots = rs_region_list_new_roots (dataset);
  self->tree =
    gtk_tree_list_model_new (G_LIST_MODEL (roots), FALSE, FALSE, create_children_cb, NULL, NULL);
  show_tree (self);
  region = find_selected (self);
  if (region < 0 && g_list_model_get_n_items (G_LIST_MODEL (self->tree)) == 1)
    {
      g_autoptr (GtkTreeListRow) root = gtk_tree_list_model_get_row (self->tree, 0);

      gtk_tree_list_row_set_expanded (root, TRUE);
    }
  show_selected (self);
}

void
rs_region_tree_set_selected (RsRegionTree *self, const char *id)
{
  g_return_if_fail (RS_IS_REGION_TREE (self));

  if (g_strcmp0 (self->selected, id) == 0)
    return;
  g_free (self->selected);
  self->selected = g_strdup (id);
  show_selected (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

const char *
rs_region_tree_get_selected (RsRegionTree *self)
{
  g_return_val_if_fail (RS_IS_REGION_TREE (self), NULL);

  return self->selected;
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

guint
rs_region_tree_get_n_rows (RsRegionTree *self)
{
  g_return_val_if_fail (RS_IS_REGION_TREE (self), 0);

  return self->selection != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->selection)) : 0;
}

const char *
rs_region_tree_get_row_id (RsRegionTree *self, guint position)
{
  g_autoptr (RsRegionItem) region = NULL;

  g_return_val_if_fail (RS_IS_REGION_TREE (self), NULL);

  /* The id is the dataset's, so it outlives the item. */
  region = get_region_at (self, position);
  return region != NULL ? rs_region_item_get_category (region)->id : NULL;
}

char *
rs_region_tree_get_row_remark (RsRegionTree *self, guint position)
{
  g_autoptr (RsRegionItem) region = NULL;

  g_return_val_if_fail (RS_IS_REGION_TREE (self), NULL);

  region = get_region_at (self, position);
  if (region == NULL)
    return NULL;
  return rs_region_row_describe_remark (self->dataset, rs_region_item_get_position (region),
                                        is_searching (self), self->language);
}
