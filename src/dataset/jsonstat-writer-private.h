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

void rs_jsonstat_write_member_number (RsJsonOut *out, const char *name, double value);
void rs_jsonstat_write_cell_key (RsJsonOut *out, guint64 cell);

/* The members `category` and `translations` of `extension.renshe`, if there is anything in them. */
void rs_jsonstat_write_categories (RsJsonstatWriter *self);
void rs_jsonstat_write_translations (RsJsonstatWriter *self);

/* The member `extension`. */
void rs_jsonstat_write_extension (RsJsonstatWriter *self);

G_END_DECLS
