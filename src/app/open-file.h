/* SPDX-License-Identifier: GPL-3.0-or-later
 * A file that somebody opens: datasets, or a board. */
#pragma once

#include "dataset/catalog.h"
#include "query/board.h"

G_BEGIN_DECLS

/**
 * rs_open_file_async:
 * @file: a dataset file or a board file
 *
 * Reads @file in a thread. Which of the two it is, is told by what it holds, not by its name.
 */
void rs_open_file_async (GFile *file,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data);

/**
 * rs_open_file_finish:
 * @out_catalog: (out) (transfer full) (nullable): the datasets, or %NULL for a board
 * @out_board: (out) (transfer full) (nullable): the board, or %NULL for datasets
 * @error: a #RsDatasetError or a #RsQueryError with the file's name, or `G_IO_ERROR_CANCELLED`
 *
 * Returns: whether there is one of the two.
 */
gboolean rs_open_file_finish (GAsyncResult *result,
                              RsCatalog **out_catalog,
                              RsBoard **out_board,
                              GError **error);

/**
 * rs_open_file_check_board:
 * @name: of the board's file, for messages
 * @error: (out): what @dataset lacks, or cannot show that way: the first three of it
 *
 * Returns: whether all views of @board can be shown for @dataset.
 */
gboolean rs_open_file_check_board (const RsBoard *board,
                                   const char *name,
                                   const RsDataset *dataset,
                                   RsLanguage language,
                                   GError **error);

G_END_DECLS
