/* SPDX-License-Identifier: GPL-3.0-or-later
 * How the targets of the chosen region and year came out, in a sentence. */
#define G_LOG_DOMAIN "renshe-query"

#include "config.h"

#include "query/query-private.h"
#include "query/summary.h"

/* Verdicts on all targets of one region and year. */
typedef struct
{
  guint total;
  guint met;
  guint missed;
  guint open;
} Tally;

static Tally
count_verdicts (const RsDataset *dataset, guint region, int year)
{
  const RsDimension *time = rs_dataset_get_time (dataset);
  int metric_index = rs_dataset_get_role (dataset, RS_ROLE_METRIC);
  int geo_index = rs_dataset_get_role (dataset, RS_ROLE_GEO);
  int time_index = rs_dataset_get_role (dataset, RS_ROLE_TIME);
  Tally tally = { 0 };

  for (guint i = 0; time != NULL && i < rs_dataset_get_n_targets (dataset); i++)
    {
      const RsTarget *target = rs_dataset_get_target (dataset, i);
      guint positions[RS_DATASET_MAX_DIMENSIONS] = { 0 };
      RsObservation observation = { 0 };

      if (target->region != region || time->categories[target->period].period.year != year)
        continue;
      if (metric_index >= 0)
        positions[metric_index] = target->indicator;
      if (geo_index >= 0)
        positions[geo_index] = target->region;
      positions[time_index] = target->period;
      observation = rs_dataset_get_observation (dataset, rs_dataset_get_cell (dataset, positions));
      tally.total++;
      switch (
        rs_judge (&observation, target, rs_query_get_nature (dataset, target->indicator)).judgement)
        {
        case RS_JUDGEMENT_MET:
          tally.met++;
          break;
        case RS_JUDGEMENT_MISSED:
          tally.missed++;
          break;
        case RS_JUDGEMENT_NONE:
        case RS_JUDGEMENT_CANNOT:
          tally.open++;
          break;
        }
    }
  return tally;
}

/* (transfer full) */
static char *
describe_tally (const Tally *tally, const char *region, int year, RsLanguage language)
{
  if (tally->total == 0)
    /* Translators: a region and a year. */
    return g_strdup_printf (rs_tr (language, "%s in %d: no target is known for this year."), region,
                            year);
  if (tally->met == tally->total && tally->total == 2)
    /* Translators: a region and a year. */
    return g_strdup_printf (rs_tr (language, "%s in %d: both targets are met."), region, year);
  if (tally->met == tally->total)
    /* Translators: a region, a year, and how many targets there are. */
    return g_strdup_printf (rs_trn (language, "%s in %d: the one target is met.",
                                    "%s in %d: all %u targets are met.", tally->total),
                            region, year, tally->total);
  if (tally->open == tally->total)
    return g_strdup_printf (rs_trn (language, "%s in %d: the one target cannot be judged.",
                                    "%s in %d: none of the %u targets can be judged.",
                                    tally->total),
                            region, year, tally->total);
  if (tally->open == 0)
    /* Translators: a region, a year, how many targets are met, and how many there are. */
    return g_strdup_printf (rs_trn (language, "%s in %d: %u of %u target met.",
                                    "%s in %d: %u of %u targets met.", tally->total),
                            region, year, tally->met, tally->total);
  /* Translators: a region, a year, how many targets are met, how many there are, and how many
   * cannot be judged. */
  return g_strdup_printf (rs_trn (language, "%s in %d: %u of %u targets met; %u cannot be judged.",
                                  "%s in %d: %u of %u targets met; %u cannot be judged.",
                                  tally->open),
                          region, year, tally->met, tally->total, tally->open);
}

char *
rs_summary_selection (const RsDataset *dataset, const RsSelection *selection, RsLanguage language)
{
  const RsDimension *geo = NULL;
  const char *name = NULL;
  int region = 0;
  Tally tally = { 0 };

  g_return_val_if_fail (dataset != NULL && selection != NULL, g_strdup (""));

  geo = rs_dataset_get_geo (dataset);
  name = rs_text_get (rs_dataset_get_label (dataset), language);
  if (geo != NULL)
    {
      region = selection->region != NULL ? rs_dimension_find (geo, selection->region) : -1;
      if (region < 0)
        return g_strdup ("");
      name = rs_query_get_category_label (&geo->categories[region], language);
    }
  if (selection->year == 0)
    return g_strdup ("");
  tally = count_verdicts (dataset, (guint) region, selection->year);
  return describe_tally (&tally, name, selection->year, language);
}
