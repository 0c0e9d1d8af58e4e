/* SPDX-License-Identifier: GPL-3.0-or-later
 * The region tree, for the files that make it up. */
#pragma once

#include "widget/region-item.h"
#include "widget/region-tree.h"

G_BEGIN_DECLS

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

/* Whether the list shows what was found instead of the tree. */
gboolean rs_region_tree_is_searching (RsRegionTree *self);

/* @model: (transfer full). What the list shows from now on. */
void rs_region_tree_set_model (RsRegionTree *self, GListModel *model);
void rs_region_tree_show_tree (RsRegionTree *self);

/* Position of the chosen region in the geo dimension; -1 where the dataset lacks it. */
int rs_region_tree_find_selected (RsRegionTree *self);

/* Selects without telling. */
void rs_region_tree_select_row (RsRegionTree *self, guint position);

/* Shows the chosen region in the list as it is: opens the tree, or marks it among what was found.
 */
void rs_region_tree_show_selected (RsRegionTree *self);

/* The search's part of the class and of the instance, when its template is there. */
void rs_region_tree_bind_search (GtkWidgetClass *widget_class);
void rs_region_tree_connect_search (RsRegionTree *self);

/* Goes back to the tree, soon, where the user has chosen what was found. */
void rs_region_tree_end_search (RsRegionTree *self);

G_END_DECLS
