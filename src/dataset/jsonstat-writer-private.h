/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the files of the JSON-stat writer share. */
#pragma once

#include "dataset/dataset.h"
#include "dataset/json-out.h"

G_BEGIN_DECLS

/* One dataset being written. */
typedef struct
{
  RsJsonOut *out;
  const RsDataset *dataset;
  GArray *cells;          /* (element-type guint64): what rs_dataset_foreach() visits */
  GPtrArray *notes;       /* (element-type RsText) (borrowed): in the order of first use */
  GHashTable *note_index; /* text in all languages → number + 1 */
} RsJsonstatWriter;

/* Objects inside each other that are begun only when something comes into them: `a` → `b` → `c`. */
typedef struct
{
  RsJsonOut *out;
  const char *names[6];
  guint n_open;
} RsJsonNest;

/* Makes exactly @names (ending with NULL) open, closing and opening what is needed. */
void rs_jsonstat_nest_to (RsJsonNest *self, const char *const *names);

void rs_jsonstat_write_member_number (RsJsonOut *out, const char *name, double value);
void rs_jsonstat_write_cell_key (RsJsonOut *out, guint64 cell);

/* The member `extension`. */
void rs_jsonstat_write_extension (RsJsonstatWriter *self);

G_END_DECLS
