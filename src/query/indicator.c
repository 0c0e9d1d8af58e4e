/* SPDX-License-Identifier: GPL-3.0-or-later
 * What an indicator is, and what it and its periods are called. */
#define G_LOG_DOMAIN "renshe-query"

#include "config.h"

#include "query/query-private.h"

static gboolean
is_percent (const RsUnit *unit)
{
  return g_strcmp0 (unit->base, "percent") == 0 || g_strcmp0 (unit->symbol, "%") == 0 ||
         g_strcmp0 (unit->label.original, "%") == 0;
}

RsNature
rs_query_get_nature (const RsDataset *dataset, guint indicator)
{
  const RsCategory *category = rs_query_get_indicator (dataset, indicator);

  if (category == NULL)
    return RS_NATURE_UNKNOWN;
  if (category->nature == RS_NATURE_UNKNOWN && is_percent (&category->unit))
    return RS_NATURE_RATE;
  return category->nature;
}

gboolean
rs_query_in_points (const RsDataset *dataset, guint indicator)
{
  switch (rs_query_get_nature (dataset, indicator))
    {
    case RS_NATURE_RATE:
    case RS_NATURE_GROWTH:
      return TRUE;
    case RS_NATURE_UNKNOWN:
    case RS_NATURE_FLOW:
    case RS_NATURE_FLOW_CUMULATIVE:
    case RS_NATURE_STOCK:
      return FALSE;
    }
  return FALSE;
}

gboolean
rs_query_units_equal (const RsDataset *dataset, guint a, guint b)
{
  const RsCategory *first = rs_query_get_indicator (dataset, a);
  const RsCategory *second = rs_query_get_indicator (dataset, b);

  if (a == b || first == NULL || second == NULL)
    return TRUE;
  if ((rs_query_get_nature (dataset, a) == RS_NATURE_GROWTH) !=
      (rs_query_get_nature (dataset, b) == RS_NATURE_GROWTH))
    return FALSE;
  if (first->unit.base != NULL || second->unit.base != NULL)
    return g_strcmp0 (first->unit.base, second->unit.base) == 0 &&
           first->unit.exponent == second->unit.exponent;
  return g_strcmp0 (first->unit.label.original, second->unit.label.original) == 0 &&
         g_strcmp0 (first->unit.symbol, second->unit.symbol) == 0;
}

const char *
rs_query_get_category_label (const RsCategory *category, RsLanguage language)
{
  const char *label = rs_text_get (&category->label, language);

  return *label != '\0' ? label : category->id;
}

const char *
rs_query_get_indicator_label (const RsDataset *dataset, guint indicator, RsLanguage language)
{
  const RsCategory *category = rs_query_get_indicator (dataset, indicator);
  const char *label = NULL;

  if (category != NULL)
    return rs_query_get_category_label (category, language);
  label = rs_text_get (rs_dataset_get_label (dataset), language);
  if (*label != '\0')
    return label;
  if (*rs_dataset_get_id (dataset) != '\0')
    return rs_dataset_get_id (dataset);
  /* Translators: what a dataset is called that has no name of its own. */
  return rs_tr (language, "Figures");
}

char *
rs_query_get_period_label (const RsDataset *dataset, guint position, RsLanguage language)
{
  const RsDimension *time = rs_dataset_get_time (dataset);

  if (time == NULL || position >= time->n_categories)
    return g_strdup ("");
  if (time->categories[position].period.type != RS_PERIOD_NONE)
    return rs_period_to_label (time->categories[position].period, language);
  return g_strdup (rs_query_get_category_label (&time->categories[position], language));
}

static int
compare_at (const RsDimension *time, guint rank, RsPeriod period)
{
  return rs_period_compare (time->categories[time->chronological[rank]].period, period);
}

/* First rank whose period is not before @period; the number of categories where all are. */
static guint
find_lower_bound (const RsDimension *time, RsPeriod period)
{
  guint low = 0;
  guint high = time->n_categories;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_at (time, middle, period) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

int
rs_query_get_rank (const RsDimension *time, guint position)
{
  RsPeriod period = time->categories[position].period;

  if (time->chronological == NULL)
    return -1;
  /* Two categories may name one period: walk over the equals. */
  if (period.type != RS_PERIOD_NONE)
    for (guint rank = find_lower_bound (time, period);
         rank < time->n_categories && compare_at (time, rank, period) == 0; rank++)
      if (time->chronological[rank] == position)
        return (int) rank;
  /* Categories that are no periods stand outside the order that was searched. */
  for (guint rank = 0; rank < time->n_categories; rank++)
    if (time->chronological[rank] == position)
      return (int) rank;
  return -1;
}

int
rs_query_find_period (const RsDimension *time, RsPeriod period)
{
  guint rank = 0;

  if (period.type == RS_PERIOD_NONE)
    return -1;
  if (time->chronological != NULL)
    {
      rank = find_lower_bound (time, period);
      if (rank < time->n_categories &&
          rs_period_equal (time->categories[time->chronological[rank]].period, period))
        return (int) time->chronological[rank];
    }
  for (guint i = 0; i < time->n_categories; i++)
    if (rs_period_equal (time->categories[i].period, period))
      return (int) i;
  return -1;
}

guint64
rs_query_at_time (const RsDataset *dataset, guint64 cell, guint position)
{
  guint positions[RS_DATASET_MAX_DIMENSIONS];
  int index = rs_dataset_get_role (dataset, RS_ROLE_TIME);

  if (index < 0)
    return cell;
  rs_dataset_get_positions (dataset, cell, positions);
  positions[index] = position;
  return rs_dataset_get_cell (dataset, positions);
}
