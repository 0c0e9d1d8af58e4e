/* SPDX-License-Identifier: GPL-3.0-or-later
 * Choosing a region: a tree with a search by name, pinyin and code. */
#define G_LOG_DOMAIN "renshe-widget"

#include "config.h"

#include "widget/region-tree.h"
#include "widget/region-tree-private.h"

#include <glib/gi18n-lib.h>

#include "widget/engine.h"
#include "widget/region-row.h"

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

gboolean
rs_region_tree_is_searching (RsRegionTree *self)
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
                      rs_region_item_get_position (region), row, rs_region_tree_is_searching (self),
                      self->language);
}

static void
row_unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (gtk_list_item_get_child (item)), NULL);
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
  if (self->updating || rs_region_tree_is_searching (self) || self->selection == NULL ||
      gtk_single_selection_get_selected (self->selection) != GTK_INVALID_LIST_POSITION)
    return;
  for (guint i = position; i < position + added; i++)
    if (g_strcmp0 (rs_region_tree_get_row_id (self, i), self->selected) == 0)
      {
        rs_region_tree_select_row (self, i);
        return;
      }
}

void
rs_region_tree_set_model (RsRegionTree *self, GListModel *model)
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

void
rs_region_tree_show_tree (RsRegionTree *self)
{
  rs_region_tree_set_model (self, G_LIST_MODEL (g_object_ref (self->tree)));
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (tree_items_changed_cb),
                           self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_stack_set_visible_child_name (self->stack, "list");
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
  rs_region_tree_end_search (self);
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
  rs_region_tree_bind_search (widget_class);
  gtk_widget_class_set_css_name (widget_class, "region-tree");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rs_region_tree_init (RsRegionTree *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->query = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Region"), -1);
  g_signal_connect (factory, "setup", G_CALLBACK (row_setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (row_bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (row_unbind_cb), self);
  gtk_list_view_set_factory (self->list_view, factory);
  rs_region_tree_connect_search (self);
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
  rs_region_tree_show_tree (self);
  region = rs_region_tree_find_selected (self);
  if (region < 0 && g_list_model_get_n_items (G_LIST_MODEL (self->tree)) == 1)
    {
      g_autoptr (GtkTreeListRow) root = gtk_tree_list_model_get_row (self->tree, 0);

      gtk_tree_list_row_set_expanded (root, TRUE);
    }
  rs_region_tree_show_selected (self);
}

void
rs_region_tree_set_selected (RsRegionTree *self, const char *id)
{
  g_return_if_fail (RS_IS_REGION_TREE (self));

  if (g_strcmp0 (self->selected, id) == 0)
    return;
  g_free (self->selected);
  self->selected = g_strdup (id);
  rs_region_tree_show_selected (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

const char *
rs_region_tree_get_selected (RsRegionTree *self)
{
  g_return_val_if_fail (RS_IS_REGION_TREE (self), NULL);

  return self->selected;
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
                                        rs_region_tree_is_searching (self), self->language);
}
