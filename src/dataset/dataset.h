/* SPDX-License-Identifier: GPL-3.0-or-later
 * The cube: dimensions, values, statuses, passports, targets. Immutable, atomically reference
 * counted. */
#pragma once

#include "base/diagnostics.h"
#include "dataset/dimension.h"
#include "dataset/observation.h"
#include "dataset/target.h"

G_BEGIN_DECLS

/* Beyond these a file is refused with a sentence. */
#define RS_DATASET_MAX_DIMENSIONS 64
#define RS_DATASET_MAX_CATEGORIES (1u << 20)  /* in one dimension */
#define RS_DATASET_MAX_DENSE_CELLS (1u << 26) /* stored as an array */
#define RS_DATASET_MAX_CELLS (G_GUINT64_CONSTANT (1) << 62)

typedef struct _RsDataset RsDataset;

RsDataset *rs_dataset_ref (RsDataset *self);
void rs_dataset_unref (RsDataset *self);

const char *
rs_dataset_get_path (const RsDataset *self); /* JSON pointer inside its file; "" for the root */
const char *rs_dataset_get_id (const RsDataset *self); /* extension.renshe.id, bundle key, or "" */
const RsText *rs_dataset_get_label (const RsDataset *self);
const RsText *rs_dataset_get_source_text (const RsDataset *self); /* JSON-stat `source` */
const char *rs_dataset_get_updated (const RsDataset *self);       /* (nullable): as given */
const char *const *
rs_dataset_get_notes (const RsDataset *self); /* (nullable) (array zero-terminated=1) */
const char *
rs_dataset_get_board (const RsDataset *self); /* (nullable): extension.renshe.board, a board id */
/* extension.renshe.selection: where to begin; NULL and 0 where the file does not say. */
const char *rs_dataset_get_selection_region (const RsDataset *self);
int rs_dataset_get_selection_year (const RsDataset *self);
const char *rs_dataset_get_release (
  const RsDataset *self); /* SHA-256 of the file it came from, 64 hex digits; "" unknown */

guint rs_dataset_get_n_dimensions (const RsDataset *self);
const RsDimension *rs_dataset_get_dimension (const RsDataset *self, guint i);

/* Index of the dimension that plays @role (declared, else guessed), or -1. Where several do, the
 * first with more than one category, else the first. */
int rs_dataset_get_role (const RsDataset *self, RsRole role);
int rs_dataset_find_dimension (const RsDataset *self, const char *id);

/* The dimension of a role, or NULL. */
const RsDimension *rs_dataset_get_time (const RsDataset *self);
const RsDimension *rs_dataset_get_geo (const RsDataset *self);
const RsDimension *rs_dataset_get_metric (const RsDataset *self);

/* Product of the sizes; 0 where a size is 0. */
guint64 rs_dataset_get_n_cells (const RsDataset *self);

/* Row-major number of a cell: the last dimension runs fastest. @positions has one entry a
 * dimension, in range. */
guint64 rs_dataset_get_cell (const RsDataset *self, const guint *positions);

/* The inverse: fills @out_positions, one entry a dimension. */
void rs_dataset_get_positions (const RsDataset *self, guint64 cell, guint *out_positions);

typedef struct
{
  double value; /* NaN exactly where reason is not NONE */
  RsReason reason;
  RsFlags flags;              /* of status and passport together */
  const char *status;         /* (nullable): as in the file */
  const char *text;           /* (nullable): where the value is a text */
  const RsPassport *passport; /* (nullable) */
} RsObservation;

/**
 * rs_dataset_get_observation:
 * @cell: below rs_dataset_get_n_cells()
 *
 * Returns: the cell; its pointers live as long as the dataset.
 */
RsObservation rs_dataset_get_observation (const RsDataset *self, guint64 cell);

/* Only the number: NaN where there is none. The fast way for sums and domains. */
double rs_dataset_get_value (const RsDataset *self, guint64 cell);

/**
 * RsDatasetCellFunc:
 *
 * Called for each cell that holds a number, a text, a status or a passport, in ascending order. A
 * status that the file gives once for all cells does not count. Return %FALSE to stop.
 */
typedef gboolean (*RsDatasetCellFunc) (const RsDataset *self, guint64 cell, gpointer user_data);
void rs_dataset_foreach (const RsDataset *self, RsDatasetCellFunc func, gpointer user_data);

guint rs_dataset_get_n_sources (const RsDataset *self);
const RsSource *rs_dataset_get_source (const RsDataset *self, guint i);

guint rs_dataset_get_n_targets (const RsDataset *self);
const RsTarget *rs_dataset_get_target (const RsDataset *self, guint i);
/* The target of one indicator, region and period (positions), or NULL. */
const RsTarget *
rs_dataset_find_target (const RsDataset *self, guint indicator, guint region, guint period);

guint rs_dataset_get_n_breaks (const RsDataset *self);
const RsBreak *rs_dataset_get_break (const RsDataset *self, guint i);
/* The first break of (@indicator, @region) that lies between the time positions @from and @to
 * (earlier to later), or NULL. A break (before, after) lies between when before ≥ from and after ≤
 * to in time. */
const RsBreak *
rs_dataset_find_break (const RsDataset *self, guint indicator, guint region, guint from, guint to);

/* Whether any number, bound or target is known for the region (position in the geo dimension),
 * itself, not its children. */
gboolean rs_dataset_region_has_figures (const RsDataset *self, guint region);

/* Distinct years of the time dimension, ascending. (transfer none) (array length=out_n) */
const int *rs_dataset_get_years (const RsDataset *self, guint *out_n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RsDataset, rs_dataset_unref)

G_END_DECLS
