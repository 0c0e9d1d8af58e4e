/* SPDX-License-Identifier: GPL-3.0-or-later
 * Readers and the importer put a dataset together here; rs_dataset_builder_finish() checks and
 * seals it. */
#pragma once

#include "dataset/dataset-error.h"
#include "dataset/dataset.h"

G_BEGIN_DECLS

typedef struct _RsDatasetBuilder RsDatasetBuilder;

/* (transfer full) */
RsDatasetBuilder *rs_dataset_builder_new (void);
void rs_dataset_builder_free (RsDatasetBuilder *self);

void rs_dataset_builder_set_path (RsDatasetBuilder *self, const char *path);
void rs_dataset_builder_set_id (RsDatasetBuilder *self, const char *id);
void rs_dataset_builder_set_updated (RsDatasetBuilder *self, const char *updated);
void rs_dataset_builder_set_board (RsDatasetBuilder *self, const char *board);
void rs_dataset_builder_set_selection (RsDatasetBuilder *self, const char *region, int year);
void rs_dataset_builder_set_release (RsDatasetBuilder *self, const char *sha256);
void rs_dataset_builder_add_note (RsDatasetBuilder *self, const char *note);
/* For in-place filling; owned by the builder. */
RsText *rs_dataset_builder_get_label (RsDatasetBuilder *self);
RsText *rs_dataset_builder_get_source_text (RsDatasetBuilder *self);

/**
 * rs_dataset_builder_add_dimension:
 * @id: unique
 * @n_categories: 0 is legal
 *
 * Returns: (transfer none) (nullable): a zeroed dimension to fill in place (ids of categories are
 * required; unit.decimals is preset to -1, sources to -1), or %NULL where @id repeats or a limit is
 * passed (@error says which).
 */
RsDimension *rs_dataset_builder_add_dimension (RsDatasetBuilder *self,
                                               const char *id,
                                               guint n_categories,
                                               GError **error);

/**
 * rs_dataset_builder_begin_cells:
 * @dense: whether to hold an array of all cells, or only those that are set
 *
 * Call once, after the last dimension: fixes the number of cells. A @dense cube of more than
 * %RS_DATASET_MAX_DENSE_CELLS, or a product over %RS_DATASET_MAX_CELLS, is an error.
 */
gboolean rs_dataset_builder_begin_cells (RsDatasetBuilder *self, gboolean dense, GError **error);
guint64 rs_dataset_builder_get_n_cells (const RsDatasetBuilder *self);

void rs_dataset_builder_set_value (RsDatasetBuilder *self, guint64 cell, double value);
void rs_dataset_builder_set_text (RsDatasetBuilder *self, guint64 cell, const char *text);
void rs_dataset_builder_set_status (RsDatasetBuilder *self, guint64 cell, const char *status);
void rs_dataset_builder_set_status_of_all (RsDatasetBuilder *self, const char *status);

/* A passport to fill in place, created empty (kind UNSTATED, source -1) on first use. (transfer
 * none) */
RsPassport *rs_dataset_builder_get_passport (RsDatasetBuilder *self, guint64 cell);
RsAlternate *rs_passport_add_alternate (RsPassport *self);

/* Index of the new source; its id must be new (else -1). */
int rs_dataset_builder_add_source (RsDatasetBuilder *self,
                                   const char *id,
                                   const char *title,
                                   const char *publisher,
                                   const char *href);
int rs_dataset_builder_find_source (const RsDatasetBuilder *self, const char *id);

/* (transfer none): zeroed (source -1; region of a break -1), to fill in place before the next call.
 */
RsTarget *rs_dataset_builder_add_target (RsDatasetBuilder *self);
RsBreak *rs_dataset_builder_add_break (RsDatasetBuilder *self);

/**
 * rs_dataset_builder_finish:
 * @diagnostics: (nullable): takes the oddities that do not stop it (a cycle in `child`: the
 * hierarchy is dropped)
 *
 * Guesses roles that nobody declared (by id and by whether the categories are periods), parses
 * periods, orders time, counts parents, and checks ids. The builder is empty afterwards.
 *
 * Returns: (transfer full) (nullable): the dataset.
 */
RsDataset *
rs_dataset_builder_finish (RsDatasetBuilder *self, RsDiagnostics *diagnostics, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RsDatasetBuilder, rs_dataset_builder_free)

G_END_DECLS
