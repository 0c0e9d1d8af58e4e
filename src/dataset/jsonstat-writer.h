/* SPDX-License-Identifier: GPL-3.0-or-later
 * JSON-stat 2.0 that any reader opens; what it has no word for goes under extension.renshe. */
#pragma once

#include "dataset/dataset.h"

G_BEGIN_DECLS

/**
 * rs_jsonstat_write:
 * @datasets: (array length=n): one gives class `dataset`, several (or @collection_label) a
 * `collection` that embeds them
 * @collection_label: (nullable): label of the collection
 *
 * Deterministic: the same datasets give the same bytes. Sparse `value` where under a third of the
 * cells is set.
 *
 * Returns: (transfer full): UTF-8 JSON with a final newline.
 */
GBytes *rs_jsonstat_write (RsDataset *const *datasets, guint n, const RsText *collection_label);

G_END_DECLS
