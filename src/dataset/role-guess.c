/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which dimension is time, which one is place and which one is measure, where the file does not
 * say. */
#define G_LOG_DOMAIN "renshe-dataset"

#include "config.h"

#include "dataset/dataset-private.h"

#include <string.h>

/* Ids and labels as publishers write them, in small letters without spaces, "_" and "-". */
static const char *const time_names[] = {
  "time",    "timeperiod", "tid",          "year",      "years",     "month", "months",   "quarter",
  "period",  "date",       "week",         "day",       "refperiod", "aika",  "kuukausi", "vuosi",
  "år",      "måned",      "månad",        "kvartal",   "jahr",      "monat", "zeit",     "quartal",
  "annee",   "année",      "mois",         "trimestre", "anno",      "año",   "ano",      "mes",
  "periodo", "período",    "calendaryear", "tlist",     "年",        "年份",  "年度",     "月",
  "月份",    "季度",       "时间",         "时期",      "日期",      NULL,
};
static const char *const geo_names[] = {
  "geo",       "geography", "region",     "regions",  "area",     "refarea",      "country",
  "countries", "state",     "province",   "county",   "city",     "municipality", "district",
  "location",  "nuts",      "nuts2",      "nuts3",    "reporter", "territory",    "place",
  "kommun",    "kommune",   "lan",        "län",      "fylke",    "alue",         "maakunta",
  "kunta",     "land",      "bundesland", "région",   "pays",     "provincia",    "comarca",
  "municipio", "concello",  "territorio", "国家",     "地区",     "区域",         "省份",
  "省",        "城市",      "区县",       "行政区划", NULL,
};
static const char *const metric_names[] = {
  "metric",  "metrics",  "indicator",    "indicators", "indic",    "measure",   "measures",
  "concept", "concepts", "contentscode", "contents",   "variable", "variables", "statistic",
  "series",  "tiedot",   "meruje",       "指标",       "统计指标", NULL,
};

/* Part of an id or label that makes periods among the categories mean time. */
static const char *const time_hints[] = {
  "time", "year", "month", "quarter", "period", "date", "week", "年", "月", "季", "时间", NULL,
};
/* Years of birth and the like are periods and no time of observation. */
static const char *const time_counterhints[] = {
  "birth", "born", "cohort", "built", "construction", "出生", "届", NULL,
};

static char *
squeeze (const char *text)
{
  g_autofree char *folded = g_utf8_strdown (text != NULL ? text : "", -1);
  GString *squeezed = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p++)
    if (strchr (" _-.", *p) == NULL)
      g_string_append_c (squeezed, *p);
  return g_string_free (squeezed, FALSE);
}

static gboolean
has_name (const RsDimension *dimension, const char *const *names)
{
  g_autofree char *id = squeeze (dimension->id);
  g_autofree char *label = squeeze (dimension->label.original);

  return g_strv_contains (names, id) || g_strv_contains (names, label);
}

static gboolean
has_hint (const RsDimension *dimension, const char *const *hints)
{
  g_autofree char *id = squeeze (dimension->id);
  g_autofree char *label = squeeze (dimension->label.original);

  for (gsize i = 0; hints[i] != NULL; i++)
    if (strstr (id, hints[i]) != NULL || strstr (label, hints[i]) != NULL)
      return TRUE;
  return FALSE;
}

static guint
count_periods (const RsDimension *dimension)
{
  guint n = 0;

  for (guint i = 0; i < dimension->n_categories; i++)
    {
      RsPeriod period;

      if (rs_category_parse_period (&dimension->categories[i], &period))
        n++;
    }
  return n;
}

/* How likely a dimension is to play a role; 0: not at all. */
static int
rate_time (const RsDimension *dimension)
{
  guint n = count_periods (dimension);
  gboolean named = has_name (dimension, time_names);

  if (has_hint (dimension, time_counterhints))
    return 0;
  if (named && (n * 2 >= dimension->n_categories))
    return 3;
  if (n * 2 > dimension->n_categories && has_hint (dimension, time_hints))
    return 2;
  return named ? 1 : 0;
}

static int
rate_geo (const RsDimension *dimension)
{
  if (has_name (dimension, geo_names))
    return 2;
  for (guint i = 0; i < dimension->n_categories; i++)
    if (dimension->categories[i].has_coordinates)
      return 1;
  return 0;
}

static int
rate_metric (const RsDimension *dimension)
{
  g_autofree char *id = squeeze (dimension->id);

  for (guint i = 0; i < dimension->n_categories; i++)
    if (dimension->categories[i].unit.present)
      return 3;
  if (has_name (dimension, metric_names))
    return 2;
  return g_str_has_prefix (id, "indic") ? 1 : 0;
}

/* The best candidate gets the role; the first among equals, one with a choice before one without.
 */
static void
guess_role (RsDataset *dataset, RsRole role, int (*rate) (const RsDimension *dimension))
{
  RsDimension *best = NULL;
  int best_score = 0;

  for (guint i = 0; i < dataset->dimensions->len; i++)
    {
      RsDimension *dimension = g_ptr_array_index (dataset->dimensions, i);
      int score;

      if (dimension->role == role)
        return;
      if (dimension->role != RS_ROLE_NONE)
        continue;
      score = rate (dimension) * 2;
      if (score > 0 && dimension->n_categories > 1)
        score++;
      if (score > best_score)
        {
          best = dimension;
          best_score = score;
        }
    }
  if (best != NULL)
    {
      best->role = role;
      best->role_guessed = TRUE;
    }
}

static void
choose_dimensions_of_roles (RsDataset *self)
{
  for (guint i = 0; i < self->dimensions->len; i++)
    {
      const RsDimension *dimension = rs_dataset_get_dimension (self, i);
      int *index = &self->role_index[dimension->role];

      if (*index < 0 || (dimension->n_categories > 1 &&
                         rs_dataset_get_dimension (self, (guint) *index)->n_categories <= 1))
        *index = (int) i;
    }
  self->role_index[RS_ROLE_NONE] = -1;
}

void
rs_dataset_assign_roles (RsDataset *self)
{
  guess_role (self, RS_ROLE_TIME, rate_time);
  guess_role (self, RS_ROLE_GEO, rate_geo);
  guess_role (self, RS_ROLE_METRIC, rate_metric);
  choose_dimensions_of_roles (self);
}
