/* SPDX-License-Identifier: GPL-3.0-or-later
 * One line of `renshe-cli value` to one cell. */
#pragma once

#include "dataset/catalog.h"
#include "dataset/dataset-error.h"

G_BEGIN_DECLS

/* A longer line is no address. */
#define RS_ADDRESS_MAX_BYTES (1024 * 1024)

/**
 * rs_address_parse:
 * @catalog: the datasets that may be meant
 * @line: (array length=length): one JSON object, `{"dimension id": "category id", …}`; in a catalog
 * of several datasets its member `dataset` is the JSON pointer of the one that is meant, or its id.
 * Without it the only dataset is meant that has all the dimensions named, and of more than one
 * category none besides
 * @length: bytes; there need be no NUL behind them
 * @name: what messages call the line
 * @out_dataset: (out) (transfer none): the dataset
 * @out_cell: (out): number of the cell in it
 * @error: a #RsDatasetError
 *
 * A dimension of one category may be left out.
 *
 * Returns: whether the address is that of a cell.
 */
gboolean rs_address_parse (const RsCatalog *catalog,
                           const char *line,
                           gsize length,
                           const char *name,
                           const RsDataset **out_dataset,
                           guint64 *out_cell,
                           GError **error);

G_END_DECLS
