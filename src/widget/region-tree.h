/* SPDX-License-Identifier: GPL-3.0-or-later
 * Choosing a region: a tree with a search by name, pinyin and code. */
#pragma once

#include <gtk/gtk.h>

#include "dataset/dataset.h"

G_BEGIN_DECLS

#define RS_TYPE_REGION_TREE (rs_region_tree_get_type ())
G_DECLARE_FINAL_TYPE (RsRegionTree, rs_region_tree, RS, REGION_TREE, GtkWidget)

/**
 * RsRegionTree:
 *
 * Hides itself for a dataset without regions. Regions without any figure are dimmed and labelled,
 * and can still be selected.
 *
 * Properties: `selected` (read-only string, nullable): id of the chosen region.
 * Signals: `selected` (const char *id): the user chose a region; not emitted by
 * rs_region_tree_set_selected().
 *
 * # Keys
 * In the list: arrows move and expand or collapse; typing goes to the search. In the search: Enter
 * selects the first match, Down moves to the list, Escape clears.
 *
 * # CSS nodes
 * `region-tree` with `entry.search`, `listview.navigation-sidebar`; rows `.region`, those without
 * figures `.without-figures`; secondary text
 * `.secondary`.
 */

GtkWidget *rs_region_tree_new (void);

/* @dataset: (nullable) (transfer none). Keeps the selected region where @dataset has it. */
void rs_region_tree_set_dataset (RsRegionTree *self, RsDataset *dataset, RsLanguage language);

/* @id: (nullable). Opens the tree so that it is visible. An unknown id selects nothing. */
void rs_region_tree_set_selected (RsRegionTree *self, const char *id);
const char *rs_region_tree_get_selected (RsRegionTree *self); /* (nullable) */

/* What is in the search entry; "" for the whole tree. Takes effect at once. */
void rs_region_tree_set_search (RsRegionTree *self, const char *text);
void rs_region_tree_focus_search (RsRegionTree *self);

/* Rows in view, top to bottom, for tests and tools: id and secondary text ("" for none) of the row
 * at @position. */
guint rs_region_tree_get_n_rows (RsRegionTree *self);
const char *rs_region_tree_get_row_id (RsRegionTree *self, guint position); /* (transfer none) */
char *rs_region_tree_get_row_remark (RsRegionTree *self, guint position);   /* (transfer full) */

G_END_DECLS
