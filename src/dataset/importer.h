/* SPDX-License-Identifier: GPL-3.0-or-later
 * Plain tables to a dataset: what `renshe-cli import` does. */
#pragma once

#include <gio/gio.h>

#include "dataset/dataset-error.h"
#include "dataset/dataset.h"

G_BEGIN_DECLS

/**
 * rs_import_folder:
 * @folder: holds `dataset.ini`, `indicators.csv`, `regions.csv`, `sources.csv`, `figures.csv`, and
 * where there are any `targets.csv`, `breaks.csv`, `units.csv` (data/datasets/README.md gives the
 * columns)
 * @error: a #RsDatasetError that names folder/file:line
 *
 * Refuses an unknown region, indicator, unit, kind, source, status or column, a duplicate cell, and
 * a number that cannot be read exactly. Of a published and a derived figure for one cell the
 * published one is shown and the derived one becomes its alternate; a row marked as alternate
 * always does. The time dimension has every period from the first to the last that any table names,
 * without gaps.
 *
 * Returns: (transfer full) (nullable): the dataset.
 */
RsDataset *rs_import_folder (GFile *folder, GCancellable *cancellable, GError **error);

/**
 * rs_import_files:
 * @name: what messages call the folder
 * @files: (element-type utf8 GBytes): the same files by name, in memory
 * @error: see rs_import_folder()
 *
 * Returns: (transfer full) (nullable): the dataset.
 */
RsDataset *rs_import_files (const char *name, GHashTable *files, GError **error);

G_END_DECLS
