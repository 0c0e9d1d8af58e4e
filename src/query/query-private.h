/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the files of this folder share; not for other layers. */
#pragma once

#include <json-glib/json-glib.h>

#include "dataset/dataset.h"
#include "query/verdict.h"

G_BEGIN_DECLS

/* A text of a view or board: a string, or an object of language codes. Absent is fine. */
gboolean rs_query_read_text (JsonObject *object,
                             const char *member,
                             const char *name,
                             const char *pointer,
                             RsText *out_text,
                             GError **error);
void rs_query_write_text (JsonObject *object, const char *member, const RsText *text);

/* FALSE with an error at the first member of @object that @known (zero-terminated) lacks. */
gboolean rs_query_refuse_unknown (JsonObject *object,
                                  const char *const *known,
                                  const char *name,
                                  const char *pointer,
                                  GError **error);

/* Whether the observation holds something to show: a number, or a bound. */
static inline gboolean
rs_query_is_figure (const RsObservation *observation)
{
  return observation->reason == RS_REASON_NONE || observation->reason == RS_REASON_BOUND;
}

/* The category of an indicator, or NULL in a dataset without metric. */
static inline const RsCategory *
rs_query_get_indicator (const RsDataset *dataset, guint indicator)
{
  const RsDimension *metric = rs_dataset_get_metric (dataset);

  return metric != NULL && indicator < metric->n_categories ? &metric->categories[indicator] : NULL;
}

/* Nature of an indicator; where the dataset does not state it, a unit of percent makes it a rate.
 */
RsNature rs_query_get_nature (const RsDataset *dataset, guint indicator);

/* Whether differences of it are percentage points. */
gboolean rs_query_in_points (const RsDataset *dataset, guint indicator);

/* Whether two indicators can stand on one axis. */
gboolean rs_query_units_equal (const RsDataset *dataset, guint a, guint b);

/* Label of a category: its label in @language, else its id. */
const char *rs_query_get_category_label (const RsCategory *category, RsLanguage language);

/* Label of an indicator; in a dataset without metric its own label, else its id. */
const char *
rs_query_get_indicator_label (const RsDataset *dataset, guint indicator, RsLanguage language);

/* Label of a time position: a period as people write it, else the label of the category. (transfer
 * full) */
char *rs_query_get_period_label (const RsDataset *dataset, guint position, RsLanguage language);

/* Rank of a time position in the order of time, or -1 where the dimension has no order. */
int rs_query_get_rank (const RsDimension *time, guint position);
/* Time position of exactly this period, or -1. */
int rs_query_find_period (const RsDimension *time, RsPeriod period);
/* The cell that differs from @cell in its time only. */
guint64 rs_query_at_time (const RsDataset *dataset, guint64 cell, guint position);

/* What a figure is compared with: the year before; within a year the same part of the year before.
 * Type NONE: nothing. */
RsPeriod rs_query_get_period_before (RsPeriod period);

/* The change of one figure on the period before; with rs_frame_get_earlier_change() the only
 * place where a difference of two figures is made. */
RsChange rs_query_change (
  const RsDataset *dataset, guint indicator, guint region, guint64 cell, guint position);

/* Difference and growth of two figures that may be compared. */
void rs_query_fill_change (RsChange *change,
                           const RsObservation *earlier,
                           const RsObservation *later,
                           gboolean in_points);

/* @a less @b as decimal arithmetic gives it: 75.1 − 65.56 is 9.54 and not 9.539999999999992. */
double rs_query_subtract (double a, double b);

/* What to print beside numbers in @unit. (transfer full) */
char *rs_query_label_unit (const RsDataset *dataset,
                           guint indicator,
                           RsDisplayUnit unit,
                           RsLanguage language);

/* A symbol that stands before its numbers, "$", or "". */
const char *rs_query_get_symbol_before (const RsDataset *dataset, guint indicator);
/* A formatted number with that symbol: "$36,333", "−$500". (transfer full) */
char *rs_query_put_symbol (const RsDataset *dataset, guint indicator, const char *number);

/* What stands behind a number that has its symbol before it, else the whole unit. (transfer full)
 */
char *rs_query_label_unit_behind (const RsDataset *dataset,
                                  guint indicator,
                                  RsDisplayUnit unit,
                                  RsLanguage language);

/* The shown number of a stored one, with the decimals that its publisher gave it: 75.1 (10,000) is
 * 751 (thousand). (transfer full) */
char *rs_query_format (
  const RsDataset *dataset, guint indicator, double value, RsDisplayUnit unit, RsLanguage language);
char *rs_query_format_signed (
  const RsDataset *dataset, guint indicator, double value, RsDisplayUnit unit, RsLanguage language);

G_END_DECLS
