/* SPDX-License-Identifier: GPL-3.0-or-later
 * Finds the dataset, board and views that the command line names. */
#pragma once

#include "cli/export-plan.h"

G_BEGIN_DECLS

/* The dataset of this id or JSON pointer, or NULL with a #RsQueryError. (transfer none) */
RsDataset *rs_export_find_dataset (RsCatalog *catalog, const char *id, GError **error);

/* The dataset that is meant where none is named: the one that has what is asked for, else the
 * first. (transfer none) */
RsDataset *
rs_export_guess_dataset (RsCatalog *catalog, const RsExportRequest *request, const RsBoard *board);

/* The embedded board of this id, or that of a file. (transfer full) (nullable) */
RsBoard *rs_export_load_board (const char *word, GError **error);

/* The views that are asked for, before they are multiplied. @asked_board: (nullable). (transfer
 * full) (nullable) (element-type RsView) */
GPtrArray *rs_export_collect_views (const RsExportRequest *request,
                                    const RsDataset *dataset,
                                    const RsBoard *asked_board,
                                    GError **error);

G_END_DECLS
