/* SPDX-License-Identifier: GPL-3.0-or-later
 * Small datasets with invented figures, for tests of everything that asks a dataset. */
#include "config.h"

#include "fixture-dataset.h"

#include <math.h>

#define NONE ((double) NAN)

static void
set_text (RsText *text, const char *en, const char *zh)
{
  text->original = g_strdup (en);
  text->translation[RS_LANGUAGE_ZH_CN] = g_strdup (zh);
}

static void
set_unit_persons (RsUnit *unit)
{
  unit->present = TRUE;
  unit->decimals = 3;
  unit->base = g_strdup ("persons");
  unit->exponent = 4;
  set_text (&unit->label, "10,000 persons", "万人");
  set_text (&unit->base_label, "persons", "人");
}

static void
set_unit_percent (RsUnit *unit)
{
  unit->present = TRUE;
  unit->decimals = 2;
  unit->base = g_strdup ("percent");
  set_text (&unit->label, "%", "%");
  set_text (&unit->base_label, "%", "%");
}

typedef struct
{
  const char *id;
  const char *label;
  const char *label_zh;
  RsNature nature;
  const char *family;
  const char *definition;
  const char *definition_zh;
} Indicator;

static void
fill_indicators (RsDimension *dimension, const Indicator *indicators)
{
  dimension->role = RS_ROLE_METRIC;
  set_text (&dimension->label, "indicator", "指标");
  for (guint i = 0; i < dimension->n_categories; i++)
    {
      RsCategory *category = &dimension->categories[i];

      category->id = g_strdup (indicators[i].id);
      set_text (&category->label, indicators[i].label, indicators[i].label_zh);
      category->nature = indicators[i].nature;
      category->family = g_strdup (indicators[i].family);
      set_text (&category->definition, indicators[i].definition, indicators[i].definition_zh);
      set_text (&category->group, "Invented group", "虚构组");
      if (indicators[i].nature == RS_NATURE_RATE)
        set_unit_percent (&category->unit);
      else
        set_unit_persons (&category->unit);
    }
}

static void
fill_plain (RsDimension *dimension, RsRole role, const char *const *ids, const char *const *labels)
{
  dimension->role = role;
  for (guint i = 0; i < dimension->n_categories; i++)
    {
      dimension->categories[i].id = g_strdup (ids[i]);
      dimension->categories[i].label.original = g_strdup (labels[i]);
    }
}

static void
fill_years (RsDimension *dimension, int first)
{
  dimension->role = RS_ROLE_TIME;
  for (guint i = 0; i < dimension->n_categories; i++)
    {
      dimension->categories[i].id = g_strdup_printf ("%d", first + (int) i);
      dimension->categories[i].label.original = g_strdup (dimension->categories[i].id);
    }
}

static RsDataset *
finish (RsDatasetBuilder *builder)
{
  g_autoptr (GError) error = NULL;
  RsDataset *dataset = rs_dataset_builder_finish (builder, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (dataset);
  return dataset;
}

enum
{
  JOBS,
  RATE_JUNE,
  RATE_AUGUST,
  MEMBERS,
  COVERAGE,
  N_YEARLY_INDICATORS,
};

enum
{
  A,
  B,
  C,
  N_REGIONS,
};

#define FIRST_YEAR 2015
#define N_YEARS 8

static const Indicator yearly_indicators[N_YEARLY_INDICATORS] = {
  { "jobs", "Invented jobs", "虚构就业", RS_NATURE_FLOW, NULL,
    "Jobs that nobody counted: an invented figure.", "无人统计的就业：虚构数字。" },
  { "rate_june", "Invented rate, June", "虚构率（6月）", RS_NATURE_RATE, "invented_rates",
    "Invented, measured in June.", "虚构，6月测量。" },
  { "rate_august", "Invented rate, August", "虚构率（8月）", RS_NATURE_RATE, "invented_rates",
    "Invented, measured in August.", "虚构，8月测量。" },
  { "members", "Invented members", "虚构参加人数", RS_NATURE_STOCK, NULL, NULL, NULL },
  { "coverage", "Invented coverage", "虚构覆盖率", RS_NATURE_RATE, NULL, NULL, NULL },
};

static guint64
yearly_cell (guint indicator, guint region, int year)
{
  return ((guint64) indicator * N_REGIONS + region) * N_YEARS + (guint64) (year - FIRST_YEAR);
}

static void
set_row (RsDatasetBuilder *builder,
         guint indicator,
         guint region,
         int source,
         const double values[N_YEARS])
{
  for (int i = 0; i < N_YEARS; i++)
    {
      guint64 cell = yearly_cell (indicator, region, FIRST_YEAR + i);
      RsPassport *passport = NULL;

      if (isnan (values[i]))
        continue;
      rs_dataset_builder_set_value (builder, cell, values[i]);
      passport = rs_dataset_builder_get_passport (builder, cell);
      passport->kind = RS_KIND_PUBLISHED;
      passport->source = source;
    }
}

static void
add_target (RsDatasetBuilder *builder,
            guint indicator,
            int year,
            RsOperator op,
            double value,
            gboolean derived,
            int source)
{
  RsTarget *target = rs_dataset_builder_add_target (builder);

  target->indicator = indicator;
  target->region = A;
  target->period = (guint) (year - FIRST_YEAR);
  target->op = op;
  target->value = value;
  target->derived = derived;
  target->source = source;
}

static void
set_yearly_figures (RsDatasetBuilder *builder)
{
  int first = rs_dataset_builder_add_source (builder, "inv1", "Invented yearbook",
                                             "Invented office", "https://example.org/1");
  int second = rs_dataset_builder_add_source (builder, "inv2", "Invented bulletin", NULL, NULL);
  RsPassport *passport = NULL;
  RsAlternate *alternate = NULL;

  set_row (builder, JOBS, A, first, (double[]){ 10, 11.5, 12, NONE, 12.25, 13.75, 15.125, 13.5 });
  set_row (builder, JOBS, B, second, (double[]){ NONE, NONE, NONE, NONE, 3, 3.5, 2.5, NONE });
  set_row (builder, RATE_JUNE, A, first,
           (double[]){ 71.5, 72, NONE, 73.25, NONE, NONE, NONE, NONE });
  set_row (builder, RATE_AUGUST, A, second,
           (double[]){ NONE, NONE, NONE, NONE, 81, 83.5, 86.25, 86.25 });
  set_row (builder, MEMBERS, A, first, (double[]){ 500, 510, 520, 531, 742, 751, 763.5, 770 });
  set_row (builder, COVERAGE, A, second,
           (double[]){ NONE, NONE, NONE, NONE, NONE, 94, NONE, NONE });

  passport = rs_dataset_builder_get_passport (builder, yearly_cell (JOBS, A, 2016));
  passport->kind = RS_KIND_DERIVED;
  passport->formula = g_strdup ("21.5-10");
  rs_dataset_builder_get_passport (builder, yearly_cell (JOBS, A, 2017))->approximate = TRUE;
  passport = rs_dataset_builder_get_passport (builder, yearly_cell (JOBS, A, 2021));
  set_text (&passport->note, "invented note on one year", "某一年的虚构说明");
  alternate = rs_passport_add_alternate (passport);
  alternate->value = 15.25;
  alternate->kind = RS_KIND_DERIVED;
  alternate->source = second;
  alternate->formula = g_strdup ("30.5/2");
  rs_dataset_builder_set_status (builder, yearly_cell (JOBS, A, 2022), "p");
  rs_dataset_builder_set_status (builder, yearly_cell (MEMBERS, A, 2019), "b");
  passport = rs_dataset_builder_get_passport (builder, yearly_cell (COVERAGE, A, 2021));
  passport->kind = RS_KIND_BOUND;
  passport->has_bound = TRUE;
  passport->bound = 95;
  passport->source = second;
  rs_dataset_builder_set_status (builder, yearly_cell (COVERAGE, A, 2021), ">");

  add_target (builder, JOBS, 2019, RS_OPERATOR_AT_LEAST, 12, FALSE, second);
  add_target (builder, JOBS, 2020, RS_OPERATOR_AT_LEAST, 14, FALSE, second);
  add_target (builder, JOBS, 2021, RS_OPERATOR_AT_LEAST, 12.1, TRUE, second);
  add_target (builder, JOBS, 2022, RS_OPERATOR_ABOUT, 13, FALSE, second);
  add_target (builder, RATE_AUGUST, 2020, RS_OPERATOR_AT_MOST, 84, FALSE, first);
  add_target (builder, RATE_AUGUST, 2021, RS_OPERATOR_AT_MOST, 86, FALSE, first);
}

RsDataset *
rs_test_dataset_yearly (void)
{
  static const char *const region_ids[] = { "A", "B", "C" };
  static const char *const region_labels[] = { "Region A", "Region B", "Region C" };
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  RsDimension *region = NULL;
  RsBreak *series_break = NULL;

  rs_dataset_builder_set_id (builder, "yearly");
  set_text (rs_dataset_builder_get_label (builder), "Invented yearly figures", "虚构年度数据");
  set_text (rs_dataset_builder_get_source_text (builder), "Invented office", "虚构机构");
  rs_dataset_builder_set_updated (builder, "2023-01-31");
  rs_dataset_builder_set_selection (builder, "A", 2021);
  fill_indicators (
    rs_dataset_builder_add_dimension (builder, "indicator", N_YEARLY_INDICATORS, NULL),
    yearly_indicators);
  region = rs_dataset_builder_add_dimension (builder, "region", N_REGIONS, NULL);
  fill_plain (region, RS_ROLE_GEO, region_ids, region_labels);
  for (guint i = 0; i < N_REGIONS; i++)
    region->categories[i].label.translation[RS_LANGUAGE_ZH_CN] =
      g_strdup_printf ("%s地区", region_ids[i]);
  region->categories[A].n_children = 2;
  region->categories[A].children = g_new (guint, 2);
  region->categories[A].children[0] = B;
  region->categories[A].children[1] = C;
  fill_years (rs_dataset_builder_add_dimension (builder, "year", N_YEARS, NULL), FIRST_YEAR);
  g_assert_true (rs_dataset_builder_begin_cells (builder, TRUE, NULL));
  set_yearly_figures (builder);
  series_break = rs_dataset_builder_add_break (builder);
  series_break->indicator = MEMBERS;
  series_break->region = -1;
  series_break->before = 2018 - FIRST_YEAR;
  series_break->after = 2019 - FIRST_YEAR;
  set_text (&series_break->note, "another scheme was merged in (invented)", "并入另一制度（虚构）");
  return finish (builder);
}

#define N_MONTHS 42

static const Indicator monthly_indicators[] = {
  { "jobs_cumulative", "Invented jobs since January", "虚构就业（累计）", RS_NATURE_FLOW_CUMULATIVE,
    NULL, "Invented, counted from 1 January.", "虚构，自1月1日起累计。" },
  { "members", "Invented members", "虚构参加人数", RS_NATURE_STOCK, NULL, NULL, NULL },
  { "rate_quarterly", "Invented quarterly rate", "虚构季度率", RS_NATURE_RATE, NULL, NULL, NULL },
};

static void
set_monthly_figures (RsDatasetBuilder *builder)
{
  int source = rs_dataset_builder_add_source (builder, "invm", "Invented monthly table",
                                              "Invented office", NULL);

  for (guint i = 0; i < N_MONTHS; i++)
    {
      int year = 2019 + (int) i / 12;
      int month = (int) i % 12 + 1;
      double jobs = (8.0 + (year - 2019)) * month + month % 3;
      double members = 2000 + 3.0 * i;
      gboolean gap = year == 2020 && month >= 11;

      if (!gap)
        {
          rs_dataset_builder_set_value (builder, i, jobs);
          rs_dataset_builder_get_passport (builder, i)->kind = RS_KIND_PUBLISHED;
          rs_dataset_builder_get_passport (builder, i)->source = source;
          rs_dataset_builder_set_value (builder, N_MONTHS + i, members);
        }
      if (!gap && month % 3 == 0)
        rs_dataset_builder_set_value (builder, 2 * N_MONTHS + i, 4.0 + 0.25 * (i % 5));
    }
}

RsDataset *
rs_test_dataset_monthly (void)
{
  static const char *const region_ids[] = { "A" };
  static const char *const region_labels[] = { "Region A" };
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  RsDimension *month = NULL;
  RsBreak *series_break = NULL;

  rs_dataset_builder_set_id (builder, "monthly");
  set_text (rs_dataset_builder_get_label (builder), "Invented monthly figures", "虚构月度数据");
  rs_dataset_builder_set_selection (builder, "A", 2021);
  fill_indicators (rs_dataset_builder_add_dimension (builder, "indicator",
                                                     G_N_ELEMENTS (monthly_indicators), NULL),
                   monthly_indicators);
  fill_plain (rs_dataset_builder_add_dimension (builder, "region", 1, NULL), RS_ROLE_GEO,
              region_ids, region_labels);
  month = rs_dataset_builder_add_dimension (builder, "month", N_MONTHS, NULL);
  month->role = RS_ROLE_TIME;
  for (guint i = 0; i < N_MONTHS; i++)
    {
      month->categories[i].id = g_strdup_printf ("%u-%02u", 2019 + i / 12, i % 12 + 1);
      month->categories[i].label.original = g_strdup (month->categories[i].id);
    }
  g_assert_true (rs_dataset_builder_begin_cells (builder, TRUE, NULL));
  set_monthly_figures (builder);
  series_break = rs_dataset_builder_add_break (builder);
  series_break->indicator = 1;
  series_break->region = -1;
  series_break->before = 35;
  series_break->after = 36;
  return finish (builder);
}

RsDataset *
rs_test_dataset_plain (void)
{
  static const char *const sexes[] = { "T", "F", "M" };
  static const char *const sex_labels[] = { "Total", "Female", "Male" };
  static const char *const areas[] = { "X", "Y" };
  static const char *const area_labels[] = { "Area X (invented)", "Area Y (invented)" };
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();

  set_text (rs_dataset_builder_get_label (builder), "Invented plain cube", NULL);
  fill_plain (rs_dataset_builder_add_dimension (builder, "sex", 3, NULL), RS_ROLE_NONE, sexes,
              sex_labels);
  fill_plain (rs_dataset_builder_add_dimension (builder, "area", 2, NULL), RS_ROLE_GEO, areas,
              area_labels);
  fill_years (rs_dataset_builder_add_dimension (builder, "time", 4, NULL), 2001);
  g_assert_true (rs_dataset_builder_begin_cells (builder, FALSE, NULL));
  for (guint cell = 0; cell < 24; cell++)
    rs_dataset_builder_set_value (builder, cell, 100.0 + cell);
  return finish (builder);
}

RsDataset *
rs_test_dataset_timeless (void)
{
  static const char *const ids[] = { "one", "two", "three" };
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();

  set_text (rs_dataset_builder_get_label (builder), "Invented list", NULL);
  fill_plain (rs_dataset_builder_add_dimension (builder, "thing", 3, NULL), RS_ROLE_NONE, ids, ids);
  g_assert_true (rs_dataset_builder_begin_cells (builder, TRUE, NULL));
  for (guint cell = 0; cell < 3; cell++)
    rs_dataset_builder_set_value (builder, cell, 1.5 + cell);
  return finish (builder);
}
