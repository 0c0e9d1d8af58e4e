/* SPDX-License-Identifier: GPL-3.0-or-later
 * A file on disk to a catalog, off the main thread. */
#pragma once

#include <gio/gio.h>

#include "dataset/catalog.h"
#include "dataset/dataset-error.h"

G_BEGIN_DECLS

/**
 * rs_load:
 * @file: a regular file of at most %RS_JSON_MAX_BYTES
 * @error: a #RsDatasetError (%RS_DATASET_ERROR_UNREADABLE for anything that cannot be opened or is
 * no regular file), or `G_IO_ERROR_CANCELLED`
 *
 * Returns: (transfer full) (nullable): the datasets of @file.
 */
RsCatalog *rs_load (GFile *file, GCancellable *cancellable, GError **error);

/* The same in a thread. */
void rs_load_async (GFile *file,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data);
RsCatalog *rs_load_finish (GAsyncResult *result, GError **error);

/**
 * rs_load_embedded:
 *
 * The datasets that the program brings along (GResource `/org/renshe/Renshe/datasets/renshe.json`).
 *
 * Returns: (transfer full) (nullable): the catalog; an error only in a program built without it.
 */
RsCatalog *rs_load_embedded (GError **error);

G_END_DECLS
