/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the files of the dataset, its builder and its readers share; no other folder includes this.
 */
#pragma once

#include "dataset/dataset.h"

G_BEGIN_DECLS

/* A short text of one cell. The text belongs to the dataset's pool of strings. */
typedef struct
{
  guint64 cell;
  const char *text;
} RsCellText;

typedef struct
{
  guint64 cell;
  double value;
} RsCellValue;

typedef struct
{
  guint64 cell;
  RsPassport passport;
} RsCellPassport;

struct _RsDataset
{
  char *path;
  char *id;
  char *updated;          /* (nullable) */
  char *board;            /* (nullable) */
  char *selection_region; /* (nullable) */
  char *release;
  int selection_year;
  RsText label;
  RsText source_text;
  GPtrArray
    *notes; /* (element-type utf8): ends with NULL once sealed; empty where there are none */

  GPtrArray *dimensions; /* (element-type RsDimension): pointers stay while dimensions are added */
  guint64 *strides;      /* (array length=dimensions): cells from one category to the next */
  guint64 n_cells;
  int role_index[RS_ROLE_METRIC + 1]; /* -1 for none */
  guint *time_rank;                   /* (nullable): place in time order, by position */
  GArray *years;                      /* int */

  /* Numbers: either one slot a cell, NaN where there is none, or only those that are set. */
  double *dense;             /* (nullable) (array length=n_cells) */
  GArray *sparse;            /* (nullable) RsCellValue, ascending */
  GArray *texts;             /* RsCellText, ascending */
  GArray *statuses;          /* RsCellText, ascending */
  const char *status_of_all; /* (nullable): of each cell that has no status of its own */
  GHashTable *pool; /* set of strings (owned): a status is written in many cells and kept once */
  GPtrArray *passports;       /* (element-type RsCellPassport), ascending */
  GHashTable *passport_index; /* guint64* cell → RsCellPassport* */

  GPtrArray *sources;  /* (element-type RsSource) */
  GArray *targets;     /* RsTarget */
  guint *target_order; /* positions in targets by (indicator, region, period) */
  GArray *breaks;      /* RsBreak */
  guint8 *region_bits; /* (nullable): one bit a region */
};

/* (transfer full): empty, with one reference. */
RsDataset *rs_dataset_new (void);

/* Completes dimensions and roles, drops unsound hierarchies (@diagnostics, nullable, says which),
 * and refuses targets and breaks outside the cube. */
gboolean
rs_dataset_check_and_complete (RsDataset *self, RsDiagnostics *diagnostics, GError **error);

/* Orders the cells and precomputes what the getters need; the builder has checked everything by
 * then. */
void rs_dataset_seal (RsDataset *self);

/* Gives each role that no dimension declares to at most one dimension, and finds the dimension that
 * plays each. */
void rs_dataset_assign_roles (RsDataset *self);

/* Period of the id, else of the label. */
gboolean rs_category_parse_period (const RsCategory *self, RsPeriod *out_period);

/* Fills what follows from ids and children: positions, parents, periods and their order. */
gboolean rs_dimension_index_ids (RsDimension *self, GError **error);
void rs_dimension_count_parents (RsDimension *self);
gboolean rs_dimension_is_hierarchy_sound (const RsDimension *self);
void rs_dimension_drop_hierarchy (RsDimension *self);
void rs_dimension_order_periods (RsDimension *self);

RsDimension *rs_dimension_new (const char *id, guint n_categories);
void rs_dimension_free (RsDimension *self);
void rs_passport_clear (RsPassport *self);
void rs_source_free (RsSource *self);
void rs_target_clear (RsTarget *self);
int rs_target_compare_place (const RsTarget *self, guint indicator, guint region, guint period);
void rs_break_clear (RsBreak *self);

G_END_DECLS
