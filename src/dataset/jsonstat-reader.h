/* SPDX-License-Identifier: GPL-3.0-or-later
 * JSON-stat 1.0 to 2.0. */
#pragma once

#include <gio/gio.h>

#include "dataset/catalog.h"
#include "dataset/dataset-error.h"

G_BEGIN_DECLS

/**
 * rs_jsonstat_read:
 * @name: file name for messages
 * @bytes: the file
 * @cancellable: (nullable): checked between datasets
 * @error: a #RsDatasetError; messages name @name and the JSON pointer
 *
 * Reads a dataset, a collection with embedded datasets (nested ones too), or a 1.x bundle. As
 * strict as the strictest reader on sizes, positions and keys, lenient where publishers deviate
 * (`value: []`, size 0, sizes as strings, unknown members, labels of unknown ids), and each
 * leniency is a diagnostic. A collection of links alone has no dataset and is no error.
 *
 * Returns: (transfer full) (nullable): the datasets of the file.
 */
RsCatalog *
rs_jsonstat_read (const char *name, GBytes *bytes, GCancellable *cancellable, GError **error);

G_END_DECLS
