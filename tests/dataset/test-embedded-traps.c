/* SPDX-License-Identifier: GPL-3.0-or-later
 * The traps of the embedded figures: where two numbers look alike and are not, and where there is
 * none. */
#include "config.h"

#include "dataset/embedded-fixture.h"

#include <math.h>
#include <string.h>

static gboolean
holds (const RsText *text, const char *part)
{
  return strstr (rs_text_get (text, RS_LANGUAGE_EN), part) != NULL;
}

static gboolean
has_figures (const RsDataset *dataset, const char *region)
{
  return rs_dataset_region_has_figures (dataset,
                                        embedded_position (rs_dataset_get_geo (dataset), region));
}

/* 1. The map changes. */
static void
test_map (void)
{
  const RsDataset *dataset = embedded_get ("yearly");
  const RsDimension *geo = rs_dataset_get_geo (dataset);
  const RsCategory *jiangbei = embedded_region (dataset, "500105");
  const RsCategory *yubei = embedded_region (dataset, "500112");
  const RsCategory *liangjiang = embedded_region (dataset, "500157");
  const RsCategory *beibei = embedded_region (dataset, "500109");

  g_assert_cmpstr (jiangbei->validity.to, ==, "2025-11-06");
  g_assert_cmpstr (jiangbei->successors[0], ==, "500157");
  g_assert_null (jiangbei->successors[1]);
  g_assert_cmpstr (yubei->validity.to, ==, "2025-11-06");
  g_assert_cmpuint (g_strv_length (yubei->successors), ==, 2);
  g_assert_true (g_strv_contains ((const char *const *) yubei->successors, "500109"));
  g_assert_true (g_strv_contains ((const char *const *) yubei->successors, "500157"));
  g_assert_cmpstr (liangjiang->validity.from, ==, "2025-11-06");
  g_assert_null (liangjiang->validity.to);
  g_assert_null (beibei->validity.to);
  g_assert_true (holds (&beibei->remark, "all figures are for the old boundary"));

  /* All figures are on the old 38; of the new area nothing is known, and the program says so. */
  g_assert_true (has_figures (dataset, "500105"));
  g_assert_true (has_figures (dataset, "500112"));
  g_assert_false (has_figures (dataset, "500157"));
  g_assert_cmpint (rs_dimension_get_parent (geo, embedded_position (geo, "500157")), ==,
                   embedded_position (geo, "500000-MAIN"));
}

/* China, its provinces, Chongqing's three areas, their 38 districts and counties and the new area.
 */
static void
test_tree (void)
{
  static const struct
  {
    const char *id;
    guint n;
    const char *zh;
  } areas[] = {
    { "500000-MAIN", 22, "主城都市区" },
    { "500000-NE", 11, "渝东北三峡库区城镇群" },
    { "500000-SE", 6, "渝东南武陵山区城镇群" },
  };
  const RsDataset *dataset = embedded_get ("yearly");
  const RsDimension *geo = rs_dataset_get_geo (dataset);
  const RsCategory *china = embedded_region (dataset, "000000");
  const RsCategory *chongqing = embedded_region (dataset, "500000");
  guint n_known = 0;

  g_assert_cmpuint (geo->n_categories, ==, 1 + 34 + 3 + 39);
  g_assert_cmpuint (china->n_children, ==, 34);
  g_assert_cmpuint (chongqing->n_children, ==, G_N_ELEMENTS (areas));
  for (gsize i = 0; i < G_N_ELEMENTS (areas); i++)
    {
      const RsCategory *area = &geo->categories[chongqing->children[i]];

      g_assert_cmpstr (area->id, ==, areas[i].id);
      g_assert_cmpuint (area->n_children, ==, areas[i].n);
      g_assert_cmpstr (rs_text_get (&area->label, RS_LANGUAGE_ZH_CN), ==, areas[i].zh);
      g_assert_false (rs_dataset_region_has_figures (dataset, chongqing->children[i]));
      for (guint j = 0; j < area->n_children; j++)
        {
          g_assert_cmpuint (geo->categories[area->children[j]].n_parents, ==, 1);
          g_assert_true (geo->categories[area->children[j]].has_coordinates);
          n_known += rs_dataset_region_has_figures (dataset, area->children[j]);
        }
    }
  g_assert_cmpuint (n_known, ==, 38);
  g_assert_false (has_figures (dataset, "820000"));
  g_assert_cmpstr (chongqing->pinyin, ==, "chong qing");
  g_assert_cmpstr (embedded_region (dataset, "500115")->pinyin, ==, "chang shou");
}

/* 2. Four graduate rates of one class, up to 8 points apart. */
static void
test_graduates (void)
{
  static const char *const rates[] = {
    "graduate_employment_rate_jun30",
    "graduate_employment_rate_aug31",
    "graduate_employment_rate_sep30",
    "graduate_employment_rate_year_end",
  };
  const RsDataset *dataset = embedded_get ("yearly");

  for (gsize i = 0; i < G_N_ELEMENTS (rates); i++)
    {
      const RsCategory *rate = embedded_indicator (dataset, rates[i]);

      g_assert_cmpstr (rate->family, ==, "graduate_employment_rate");
      g_assert_cmpint (rate->nature, ==, RS_NATURE_RATE);
    }
  g_assert_cmpfloat (embedded_observe (dataset, rates[1], "500000", "2020").value, ==, 85.04);
  g_assert_cmpfloat (embedded_observe (dataset, rates[2], "500000", "2020").value, ==, 90.7);
  g_assert_cmpfloat (embedded_observe (dataset, rates[3], "500000", "2020").value, ==, 93.5);
  g_assert_true (isnan (embedded_observe (dataset, rates[0], "500000", "2020").value));
}

/* 3. The coverage rate is another measure than participants over residents (77.6 % for 2021). */
static void
test_coverage (void)
{
  const RsDataset *dataset = embedded_get ("yearly");
  const RsObservation rate = embedded_observe (dataset, "pension_coverage_rate", "500000", "2021");
  const double participants =
    embedded_observe (dataset, "pension_participants_total", "500000", "2021").value;
  const double residents =
    embedded_observe (dataset, "resident_population", "500000", "2021").value;

  g_assert_cmpfloat_with_epsilon (100.0 * participants / residents, 77.6, 0.05);
  g_assert_true (isnan (rate.value));
  g_assert_cmpint (rate.reason, ==, RS_REASON_BOUND);
  g_assert_cmpfloat (rate.passport->bound, ==, 95.0);
  g_assert_cmpint (embedded_indicator (dataset, "pension_coverage_rate")->nature, ==,
                   RS_NATURE_RATE);
  g_assert_cmpstr (embedded_indicator (dataset, "pension_coverage_rate")->family, !=,
                   embedded_indicator (dataset, "pension_participants_total")->family);
  g_assert_true (holds (&embedded_indicator (dataset, "pension_coverage_rate")->definition,
                        "those who should be insured, not the resident population"));
}

/* 4. Breaks, and a series that ends. */
static void
test_breaks (void)
{
  const RsDataset *dataset = embedded_get ("yearly");
  const RsDimension *time = rs_dataset_get_time (dataset);

  g_assert_nonnull (embedded_break (dataset, "resident_population", "500000", "2019", "2020"));
  g_assert_nonnull (embedded_break (dataset, "resident_population", "510000", "2010", "2024"));
  g_assert_null (embedded_break (dataset, "resident_population", "500000", "2018", "2019"));
  g_assert_null (embedded_break (dataset, "resident_population", "500000", "2020", "2021"));
  g_assert_true ((embedded_observe (dataset, "resident_population", "500000", "2020").flags &
                  RS_FLAG_BREAK) != 0);
  g_assert_nonnull (
    embedded_break (dataset, "medical_insurance_participants_total", "000000", "2015", "2017"));
  g_assert_true (
    (embedded_observe (dataset, "medical_insurance_participants_total", "000000", "2017").flags &
     RS_FLAG_BREAK) != 0);
  g_assert_nonnull (embedded_break (dataset, "talents_introduced", "500000", "2021", "2024"));

  for (guint i = embedded_position (time, "2022"); i < time->n_categories; i++)
    {
      const char *year = time->categories[i].id;

      g_assert_true (
        isnan (embedded_observe (dataset, "registered_unemployment_rate", "000000", year).value));
      if (!g_str_equal (year, "2022"))
        g_assert_true (
          isnan (embedded_observe (dataset, "registered_unemployment_rate", "500000", year).value));
    }
  g_assert_nonnull (
    embedded_break (dataset, "registered_unemployment_rate", "500000", "2020", "2021"));
}

/* 5. First quarters that contradict their own growth rates. */
static void
test_quarters (void)
{
  const RsDataset *dataset = embedded_get ("yearly");

  g_assert_nonnull (embedded_break (dataset, "new_urban_jobs_q1", "500000", "2021", "2022"));
  g_assert_nonnull (embedded_break (dataset, "new_urban_jobs_q1", "500000", "2022", "2023"));
  g_assert_null (embedded_break (dataset, "new_urban_jobs_q1", "500000", "2023", "2025"));
  g_assert_true (
    (embedded_observe (dataset, "new_urban_jobs_q1", "500000", "2022").flags & RS_FLAG_BREAK) != 0);
  g_assert_true (
    (embedded_observe (dataset, "new_urban_jobs_q1", "500000", "2023").flags & RS_FLAG_BREAK) != 0);
  g_assert_true (
    holds (&embedded_observe (dataset, "new_urban_jobs_q1", "500000", "2022").passport->note,
           "contradicts 16.26"));
}

/* 6. Stocks of March are measures of their own. */
static void
test_march (void)
{
  static const char *const stocks[] = {
    "pension_participants_total",
    "unemployment_insurance_participants",
    "work_injury_insurance_participants",
  };
  const RsDataset *dataset = embedded_get ("yearly");

  for (gsize i = 0; i < G_N_ELEMENTS (stocks); i++)
    {
      g_autofree char *march = g_strconcat (stocks[i], "_mar", NULL);

      g_assert_cmpstr (embedded_indicator (dataset, march)->family, ==,
                       embedded_indicator (dataset, stocks[i])->family);
      g_assert_true (
        holds (&embedded_indicator (dataset, march)->definition, "not comparable with year-end"));
    }
  g_assert_cmpfloat (
    embedded_observe (dataset, "pension_participants_total", "500000", "2025").value, ==, 2669.0);
  g_assert_cmpfloat (
    embedded_observe (dataset, "pension_participants_total_mar", "500000", "2025").value, ==,
    2581.0);
}

static gboolean
check_conference_cell (const RsDataset *dataset, guint64 cell, gpointer user_data)
{
  guint *n_cells = user_data;
  const RsObservation o = rs_dataset_get_observation (dataset, cell);
  guint positions[3];

  if (!g_str_equal (embedded_source (dataset, o.passport), "conf20220125"))
    return TRUE;
  rs_dataset_get_positions (dataset, cell, positions);
  g_assert_cmpstr (rs_dataset_get_geo (dataset)->categories[positions[1]].id, ==, "500000");
  if (o.passport->kind != RS_KIND_DERIVED)
    g_assert_true (holds (&o.passport->note, "single source"));
  ++*n_cells;
  return TRUE;
}

/* 7. What rests on one article says so, and is Chongqing's. */
static void
test_single_source (void)
{
  const RsDataset *dataset = embedded_get ("yearly");
  guint n_cells = 0;

  rs_dataset_foreach (dataset, check_conference_cell, &n_cells);
  g_assert_cmpuint (n_cells, ==, 14);
  for (guint i = 0; i < rs_dataset_get_n_sources (dataset); i++)
    if (g_str_equal (rs_dataset_get_source (dataset, i)->id, "conf20220125"))
      g_assert_nonnull (strstr (rs_dataset_get_source (dataset, i)->publisher, "zhuhai"));
}

static gboolean
check_undated_cell (const RsDataset *dataset, guint64 cell, gpointer user_data)
{
  guint *n_cells = user_data;
  const RsObservation o = rs_dataset_get_observation (dataset, cell);

  if (!g_str_equal (embedded_source (dataset, o.passport), "cj2025q1"))
    return TRUE;
  g_assert_true ((o.flags & RS_FLAG_PROVISIONAL) != 0);
  ++*n_cells;
  return TRUE;
}

/* 8. What comes from an undated article is provisional. */
static void
test_provisional (void)
{
  const RsDataset *dataset = embedded_get ("yearly");
  const RsTarget *target;
  guint n_cells = 0;

  rs_dataset_foreach (dataset, check_undated_cell, &n_cells);
  g_assert_cmpuint (n_cells, ==, 4);
  target = rs_dataset_find_target (
    dataset, embedded_position (rs_dataset_get_metric (dataset), "new_urban_jobs"),
    embedded_position (rs_dataset_get_geo (dataset), "500000"),
    embedded_position (rs_dataset_get_time (dataset), "2025"));
  g_assert_cmpfloat (target->value, ==, 65.0);
  g_assert_true (target->provisional);
  g_assert_true (target->derived);
}

/* A published and a derived figure for one cell: the published one is shown, the other kept. */
static void
test_two_figures (void)
{
  const RsObservation o =
    embedded_observe (embedded_get ("yearly"), "new_urban_jobs", "500000", "2019");

  g_assert_cmpfloat (o.value, ==, 75.0);
  g_assert_cmpint (o.passport->kind, ==, RS_KIND_PUBLISHED);
  g_assert_cmpuint (o.passport->n_alternates, ==, 1);
  g_assert_cmpfloat (o.passport->alternates[0].value, ==, 75.18);
  g_assert_cmpint (o.passport->alternates[0].kind, ==, RS_KIND_DERIVED);
  g_assert_cmpstr (o.passport->alternates[0].formula, ==, "65.56/(1-12.8%)");
}

/* Figures that the publisher gives as "about". */
static void
test_approximate (void)
{
  const RsDataset *dataset = embedded_get ("yearly");

  g_assert_true (
    (embedded_observe (dataset, "surveyed_unemployment_rate_avg", "500000", "2019").flags &
     RS_FLAG_APPROXIMATE) != 0);
  g_assert_cmpint (embedded_observe (dataset, "skilled_personnel", "500000", "2024").flags, ==,
                   RS_FLAG_APPROXIMATE | RS_FLAG_DERIVED);
}

/* Years without any figure are there and empty; nothing is filled in. */
static void
test_years (void)
{
  const RsDataset *dataset = embedded_get ("yearly");
  const RsDimension *time = rs_dataset_get_time (dataset);

  g_assert_cmpuint (time->n_categories, ==, 2026 - 1990 + 1);
  for (guint i = 0; i < time->n_categories; i++)
    g_assert_cmpint (time->categories[i].period.year, ==, 1990 + (int) i);
  g_assert_true (
    isnan (embedded_observe (dataset, "registered_unemployed", "110000", "1992").value));
  g_assert_true (isnan (embedded_observe (dataset, "new_urban_jobs", "500000", "2025").value));
  g_assert_cmpstr (rs_dataset_get_selection_region (dataset), ==, "500000");
  g_assert_cmpint (rs_dataset_get_selection_year (dataset), ==, 2021);
}

/* Months 1 and 2. Counts since January start anew, and only December is the year's. */
static void
test_month_cumulative (void)
{
  const RsDataset *dataset = embedded_get ("monthly");
  const RsDimension *metric = rs_dataset_get_metric (dataset);

  g_assert_cmpuint (rs_dataset_get_time (dataset)->n_categories, ==, 162);
  for (guint i = 0; i < metric->n_categories; i++)
    g_assert_cmpint (metric->categories[i].nature == RS_NATURE_FLOW_CUMULATIVE, ==,
                     g_str_has_suffix (metric->categories[i].id, "_cumulative"));
  for (int year = 2014; year <= 2026; year++)
    {
      g_autofree char *january = g_strdup_printf ("%d-01", year);
      g_autofree char *before = g_strdup_printf ("%d-%s", year - 1, year == 2017 ? "10" : "12");

      g_assert_cmpfloat (
        embedded_observe (dataset, "new_urban_jobs_cumulative", "000000", january).value, <,
        embedded_observe (dataset, "new_urban_jobs_cumulative", "000000", before).value);
    }
}

/* November and December 2016 were not found: the months exist, and are empty for every indicator.
 */
static void
test_month_gap (void)
{
  const RsDataset *dataset = embedded_get ("monthly");
  const RsDimension *metric = rs_dataset_get_metric (dataset);

  for (guint i = 0; i < metric->n_categories; i++)
    {
      const char *id = metric->categories[i].id;
      const RsObservation october = embedded_observe (dataset, id, "000000", "2016-10");

      g_assert_true (isnan (embedded_observe (dataset, id, "000000", "2016-11").value));
      g_assert_true (isnan (embedded_observe (dataset, id, "000000", "2016-12").value));
      /* Stored in the archive under December; each figure says so. */
      if (!isnan (october.value))
        g_assert_true (holds (&october.passport->note, "its title says January-October 2016"));
    }
}

/* Months 4. Revenue less expenditure, below zero where it is, and no reserve. */
static void
test_month_net (void)
{
  static const char *const funds[] = {
    "pension_fund_%s_employee_cumulative",        "pension_fund_%s_resident_cumulative",
    "unemployment_insurance_fund_%s_cumulative",  "work_injury_insurance_fund_%s_cumulative",
    "medical_insurance_fund_%s_total_cumulative", "maternity_insurance_fund_%s_cumulative",
  };
  const RsDataset *dataset = embedded_get ("monthly");
  const RsDimension *time = rs_dataset_get_time (dataset);
  guint n = 0;

  for (gsize f = 0; f < G_N_ELEMENTS (funds); f++)
    {
      g_auto (GStrv) parts = g_strsplit (funds[f], "%s", 2);
      g_autofree char *net = g_strjoin ("net", parts[0], parts[1], NULL);
      g_autofree char *revenue = g_strjoin ("revenue", parts[0], parts[1], NULL);
      g_autofree char *expenditure = g_strjoin ("expenditure", parts[0], parts[1], NULL);

      g_assert_true (
        holds (&embedded_indicator (dataset, net)->definition, "Not the accumulated reserve"));
      for (guint i = 0; i < time->n_categories; i++)
        {
          const char *month = time->categories[i].id;
          const RsObservation o = embedded_observe (dataset, net, "000000", month);
          g_autofree char *formula = NULL;
          char in[RS_NUMBER_TEXT_MAX], out[RS_NUMBER_TEXT_MAX];
          double a, b;

          if (isnan (o.value))
            continue;
          a = embedded_observe (dataset, revenue, "000000", month).value;
          b = embedded_observe (dataset, expenditure, "000000", month).value;
          formula =
            g_strdup_printf ("%s-%s", rs_number_to_text (a, in), rs_number_to_text (b, out));
          g_assert_cmpint (o.passport->kind, ==, RS_KIND_DERIVED);
          g_assert_cmpstr (o.passport->formula, ==, formula);
          g_assert_cmpfloat (rs_number_round (a - b, 4, RS_ROUND_HALF_AWAY), ==, o.value);
          n++;
        }
    }
  g_assert_cmpuint (n, ==, 778);
  g_assert_cmpfloat (
    embedded_observe (dataset, "pension_fund_net_employee_cumulative", "000000", "2020-12").value,
    <, 0.0);
}

/* Months 6 and oddities 3 and 6: a January that rises is a break, one that falls is none. */
static void
test_month_breaks (void)
{
  const RsDataset *dataset = embedded_get ("monthly");

  g_assert_nonnull (
    embedded_break (dataset, "work_injury_insurance_participants", "000000", "2025-12", "2026-01"));
  g_assert_null (
    embedded_break (dataset, "work_injury_insurance_participants", "000000", "2024-12", "2025-01"));
  g_assert_cmpfloat (
    embedded_observe (dataset, "work_injury_insurance_participants", "000000", "2025-01").value, <,
    embedded_observe (dataset, "work_injury_insurance_participants", "000000", "2024-12").value);
  g_assert_nonnull (embedded_break (dataset, "medical_insurance_participants_total", "000000",
                                    "2014-12", "2015-01"));
  g_assert_nonnull (embedded_break (dataset, "medical_insurance_participants_total", "000000",
                                    "2016-10", "2017-01"));
  g_assert_nonnull (embedded_break (dataset, "medical_insurance_participants_total", "000000",
                                    "2017-12", "2018-01"));
}

/* Months 7 and 9. The same fact twice: the year shows the final bulletin, the month the express
 * figure. */
static void
test_month_and_year (void)
{
  const RsDataset *monthly = embedded_get ("monthly");
  const RsDataset *yearly = embedded_get ("yearly");
  const RsObservation year =
    embedded_observe (yearly, "pension_participants_employee", "000000", "2017");
  const RsObservation december =
    embedded_observe (monthly, "pension_participants_employee", "000000", "2017-12");

  g_assert_cmpfloat (year.value, ==, 40293.0);
  g_assert_cmpfloat (december.value, ==, 40198.8668);
  g_assert_cmpfloat (year.passport->alternates[0].value, ==, december.value);
  g_assert_cmpstr (rs_dataset_get_time (yearly)->id, ==, "year");
  g_assert_cmpstr (rs_dataset_get_time (monthly)->id, ==, "month");
}

/* Months 8. Two unemployment rates that no month has both of. */
static void
test_month_rates (void)
{
  const RsDataset *dataset = embedded_get ("monthly");
  const RsDimension *time = rs_dataset_get_time (dataset);

  for (guint i = 0; i < time->n_categories; i++)
    {
      const char *month = time->categories[i].id;

      g_assert_true (
        isnan (embedded_observe (dataset, "surveyed_unemployment_rate", "000000", month).value) ||
        isnan (embedded_observe (dataset, "registered_unemployment_rate", "000000", month).value));
    }
  g_assert_cmpstr (embedded_indicator (dataset, "surveyed_unemployment_rate")->family, ==,
                   embedded_indicator (dataset, "registered_unemployment_rate")->family);
  for (int month = 1; month <= 3; month++)
    {
      g_autofree char *id = g_strdup_printf ("2022-%02d", month);

      g_assert_true (
        isnan (embedded_observe (dataset, "surveyed_unemployment_rate", "000000", id).value));
      g_assert_true (
        isnan (embedded_observe (dataset, "registered_unemployment_rate", "000000", id).value));
    }
}

/* Months 10. An ended series and the months between quarters are empty, not zero. */
static void
test_month_empty (void)
{
  const RsDataset *dataset = embedded_get ("monthly");
  RsObservation o;

  o = embedded_observe (dataset, "medical_insurance_participants_total", "000000", "2018-11");
  g_assert_cmpfloat (o.value, >, 0.0);
  o = embedded_observe (dataset, "medical_insurance_participants_total", "000000", "2018-12");
  g_assert_true (isnan (o.value));
  g_assert_cmpint (o.reason, ==, RS_REASON_MISSING);
  o = embedded_observe (dataset, "labour_dispute_cases_accepted_cumulative", "000000", "2021-06");
  g_assert_cmpfloat (o.value, >, 0.0);
  o = embedded_observe (dataset, "labour_dispute_cases_accepted_cumulative", "000000", "2021-05");
  g_assert_true (isnan (o.value));
}

/* Units stay as published: fund figures in 亿元, never turned into 万元. */
static void
test_units (void)
{
  const RsUnit *fund =
    &embedded_indicator (embedded_get ("monthly"), "pension_fund_revenue_employee_cumulative")
       ->unit;
  const RsUnit *wages = &embedded_indicator (embedded_get ("yearly"), "wages_recovered")->unit;
  const RsUnit *census =
    &embedded_indicator (embedded_get ("yearly"), "resident_population_census")->unit;

  g_assert_cmpstr (fund->base, ==, "yuan");
  g_assert_cmpint (fund->exponent, ==, 8);
  g_assert_cmpstr (rs_text_get (&fund->label, RS_LANGUAGE_ZH_CN), ==, "亿元");
  g_assert_cmpstr (wages->base, ==, "yuan");
  g_assert_cmpint (wages->exponent, ==, 4);
  g_assert_cmpstr (census->base, ==, "persons");
  g_assert_cmpint (census->exponent, ==, 0);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  embedded_load (argv[1]);

  g_test_add_func ("/dataset/embedded-traps/map", test_map);
  g_test_add_func ("/dataset/embedded-traps/tree", test_tree);
  g_test_add_func ("/dataset/embedded-traps/graduates", test_graduates);
  g_test_add_func ("/dataset/embedded-traps/coverage", test_coverage);
  g_test_add_func ("/dataset/embedded-traps/breaks", test_breaks);
  g_test_add_func ("/dataset/embedded-traps/quarters", test_quarters);
  g_test_add_func ("/dataset/embedded-traps/march", test_march);
  g_test_add_func ("/dataset/embedded-traps/single-source", test_single_source);
  g_test_add_func ("/dataset/embedded-traps/provisional", test_provisional);
  g_test_add_func ("/dataset/embedded-traps/two-figures", test_two_figures);
  g_test_add_func ("/dataset/embedded-traps/approximate", test_approximate);
  g_test_add_func ("/dataset/embedded-traps/years", test_years);
  g_test_add_func ("/dataset/embedded-traps/units", test_units);
  g_test_add_func ("/dataset/embedded-traps/month/cumulative", test_month_cumulative);
  g_test_add_func ("/dataset/embedded-traps/month/gap", test_month_gap);
  g_test_add_func ("/dataset/embedded-traps/month/net", test_month_net);
  g_test_add_func ("/dataset/embedded-traps/month/breaks", test_month_breaks);
  g_test_add_func ("/dataset/embedded-traps/month/and-year", test_month_and_year);
  g_test_add_func ("/dataset/embedded-traps/month/rates", test_month_rates);
  g_test_add_func ("/dataset/embedded-traps/month/empty", test_month_empty);
  result = g_test_run ();
  embedded_unload ();
  return result;
}
