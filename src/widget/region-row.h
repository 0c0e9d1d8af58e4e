/* SPDX-License-Identifier: GPL-3.0-or-later
 * How a region looks in a list: name, whether it has figures, and a second line where there is
 * something to say. */
#pragma once

#include <gtk/gtk.h>

#include "dataset/dataset.h"

G_BEGIN_DECLS

/* An empty row: a tree expander with labels in it. */
GtkWidget *rs_region_row_new (void);

/**
 * rs_region_row_show:
 * @row: made by rs_region_row_new()
 * @region: position in the geo dimension
 * @tree_row: (nullable): where it stands in a tree
 * @with_path: whether to say what the region lies in
 */
void rs_region_row_show (GtkWidget *row,
                         const RsDataset *dataset,
                         guint region,
                         GtkTreeListRow *tree_row,
                         gboolean with_path,
                         RsLanguage language);

/* The second line: where the region lies, and until or since when it exists; "" for nothing to say.
 * (transfer full) */
char *rs_region_row_describe_remark (const RsDataset *dataset,
                                     guint region,
                                     gboolean with_path,
                                     RsLanguage language);

G_END_DECLS
