/* SPDX-License-Identifier: GPL-3.0-or-later
 * Regions as list items, what is said of them, and the search among them. */
#pragma once

#include <gio/gio.h>

#include "dataset/dataset.h"

G_BEGIN_DECLS

#define RS_TYPE_REGION_ITEM (rs_region_item_get_type ())
G_DECLARE_FINAL_TYPE (RsRegionItem, rs_region_item, RS, REGION_ITEM, GObject)

/* Position in the geo dimension, and the category there. */
guint rs_region_item_get_position (RsRegionItem *self);
const RsCategory *rs_region_item_get_category (RsRegionItem *self);

#define RS_TYPE_REGION_LIST (rs_region_list_get_type ())
G_DECLARE_FINAL_TYPE (RsRegionList, rs_region_list, RS, REGION_LIST, GObject)

/* A list model of regions; items are made when asked for. @positions: (array length=n): copied, in
 * range. */
RsRegionList *rs_region_list_new (RsDataset *dataset, const guint *positions, guint n);

/* The regions that have no parent. */
RsRegionList *rs_region_list_new_roots (RsDataset *dataset);

/* The children of a region, or NULL where it has none. (transfer full) (nullable) */
RsRegionList *rs_region_list_new_children (RsRegionItem *item);

/* All return (transfer full) text in @language; "" for nothing to say. */

/* "until 6 November 2025"; "since 2010" where others beside it are older. */
char *rs_region_describe_validity (const RsDataset *dataset, guint region, RsLanguage language);

/* "China › Chongqing": the regions above. */
char *rs_region_describe_path (const RsDataset *dataset, guint region, RsLanguage language);

/* Names, code, validity, remark, successors, one a line. */
char *rs_region_describe (const RsDataset *dataset, guint region, RsLanguage language);

/* The keys of all regions. */
typedef struct _RsRegionSearch RsRegionSearch;

RsRegionSearch *rs_region_search_new (RsDataset *dataset);
void rs_region_search_free (RsRegionSearch *self);

/* Positions of the regions that match, best first, then in the order of the dataset. (transfer
 * full) (element-type guint) */
GArray *rs_region_search_run (RsRegionSearch *self, const char *query);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RsRegionSearch, rs_region_search_free)

G_END_DECLS
