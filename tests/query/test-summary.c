/* SPDX-License-Identifier: GPL-3.0-or-later
 * Facts in words. Chinese is tested for its numbers, units and order, which do not hang on the
 * catalogue. All figures are invented. */
#include "config.h"

#include <string.h>

#include "fixture-dataset.h"
#include "query/summary.h"

static RsFrame *
run (RsDataset *dataset, const char *indicator, RsChartKind kind, int year, RsLanguage language)
{
  RsSelection selection = { (char *) "A", year };
  g_autoptr (RsView) view = rs_view_new ();
  g_autoptr (GError) error = NULL;
  RsFrame *frame = NULL;

  view->indicators = g_strsplit (indicator, " ", -1);
  view->kind = kind;
  frame = rs_view_run (view, dataset, &selection, language, &error);
  g_assert_no_error (error);
  return frame;
}

typedef enum
{
  VALUE,
  PROSE,
  WITH_UNIT,
  CHANGE,
  TARGET,
  VERDICT,
  MARKS,
} Fact;

typedef struct
{
  const char *indicator;
  int year;
  Fact fact;
  const char *text;
} Row;

static const Row rows[] = {
  { "jobs", 2021, VALUE, "151.25" },
  { "jobs", 2021, PROSE, "151,250" },
  { "jobs", 2021, WITH_UNIT, "151,250 persons" },
  { "jobs", 2015, WITH_UNIT, "100,000 persons" },
  { "jobs", 2017, VALUE, "≈ 120" },
  { "jobs", 2017, WITH_UNIT, "≈ 120,000 persons" },
  { "jobs", 2018, VALUE, "–" },
  { "jobs", 2018, WITH_UNIT, "–" },
  { "jobs", 2016, MARKS, "†" },
  { "jobs", 2022, MARKS, "ᵖ" },
  { "jobs", 2017, MARKS, "" },
  { "jobs", 2021, MARKS, "" },
  { "members", 2019, MARKS, "ᵇ" },
  { "coverage", 2021, MARKS, "" },
  { "jobs", 2015, CHANGE, "no figure for 2014" },
  { "jobs", 2016, CHANGE, "+15.0% on 2015 †" },
  { "jobs", 2017, CHANGE, "≈ +4.3% on 2016 †" },
  { "jobs", 2018, CHANGE, "no figure" },
  { "jobs", 2019, CHANGE, "gap: last earlier figure is of 2017" },
  { "jobs", 2021, CHANGE, "+10.0% on 2020" },
  { "jobs", 2022, CHANGE, "−10.7% on 2021" },
  { "members", 2019, CHANGE, "break in series" },
  { "rate_august", 2020, CHANGE, "+2.5 points on 2019" },
  { "rate_august", 2021, CHANGE, "+2.75 points on 2020" },
  { "rate_august", 2022, CHANGE, "0.0 points on 2021" },
  { "coverage", 2021, CHANGE, "only a bound" },
  { "coverage", 2020, WITH_UNIT, "94%" },
  { "coverage", 2021, VALUE, "> 95" },
  { "coverage", 2021, WITH_UNIT, "over 95%" },
  { "rate_august", 2021, WITH_UNIT, "86.25%" },
  { "jobs", 2019, TARGET, "≥ 120,000 persons (2019)" },
  { "jobs", 2021, TARGET, "≥ 121,000 persons (2021), derived" },
  { "jobs", 2022, TARGET, "≈ 130,000 persons (2022)" },
  { "jobs", 2018, TARGET, "" },
  { "rate_august", 2021, TARGET, "≤ 86% (2021)" },
  { "jobs", 2019, VERDICT, "✓ 102% of target" },
  { "jobs", 2020, VERDICT, "✕ 98% of target" },
  { "jobs", 2021, VERDICT, "✓ 125% of target (target derived †)" },
  { "jobs", 2022, VERDICT, "– ≈ 130,000 persons: no tolerance published; 5,000 persons above" },
  { "jobs", 2018, VERDICT, "no target known" },
  { "rate_august", 2020, VERDICT, "✓ within target" },
  { "rate_august", 2021, VERDICT, "✕ missed: 86.25% against ≤ 86%; rounded to 86% it is met" },
  { "rate_august", 2022, VERDICT, "no target known" },
};

static char *
get_fact (const RsFrame *frame, guint point, Fact fact)
{
  switch (fact)
    {
    case VALUE:
      return rs_summary_value (frame, 0, point, FALSE);
    case PROSE:
      return rs_summary_value (frame, 0, point, TRUE);
    case WITH_UNIT:
      return rs_summary_value_with_unit (frame, 0, point);
    case CHANGE:
      return rs_summary_change (frame, 0, point);
    case TARGET:
      return rs_summary_target (frame, 0, point);
    case VERDICT:
      return rs_summary_verdict (frame, 0, point);
    case MARKS:
      return rs_summary_marks (frame, 0, point);
    }
  return NULL;
}

static guint
find_year (const RsFrame *frame, int year)
{
  const RsSeries *series = rs_frame_get_series (frame, 0);

  for (guint p = 0; p < series->n_points; p++)
    if (series->points[p].period.year == year)
      return p;
  g_assert_not_reached ();
}

static void
test_facts (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RsFrame) frame =
        run (dataset, rows[i].indicator, RS_CHART_LINES, rows[i].year, RS_LANGUAGE_EN);
      g_autofree char *text = get_fact (frame, find_year (frame, rows[i].year), rows[i].fact);

      g_test_message ("row %zu", i);
      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

/* A share that is rounded to 100 although the target is missed would lie. */
static void
test_share_of_a_near_miss (void)
{
  static const struct
  {
    double value;
    const char *text;
  } near[] = {
    { 995, "✕ 99.5% of target" },      { 999.9, "✕ 99.99% of target" }, { 994, "✕ 99% of target" },
    { 1000, "✓ 100% of target" },      { 1004, "✓ 100% of target" },    { 500, "✕ 50% of target" },
    { 999.99, "✕ 99.999% of target" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (near); i++)
    {
      g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
      RsDimension *metric = rs_dataset_builder_add_dimension (builder, "metric", 1, NULL);
      RsDimension *time = NULL;
      RsTarget *target = NULL;
      RsSelection selection = { NULL, 2001 };
      g_autoptr (RsDataset) dataset = NULL;
      g_autoptr (RsView) view = rs_view_new ();
      g_autoptr (RsFrame) frame = NULL;
      g_autofree char *text = NULL;

      metric->role = RS_ROLE_METRIC;
      metric->categories[0].id = g_strdup ("things");
      metric->categories[0].nature = RS_NATURE_FLOW;
      time = rs_dataset_builder_add_dimension (builder, "time", 1, NULL);
      time->role = RS_ROLE_TIME;
      time->categories[0].id = g_strdup ("2001");
      g_assert_true (rs_dataset_builder_begin_cells (builder, TRUE, NULL));
      rs_dataset_builder_set_value (builder, 0, near[i].value);
      target = rs_dataset_builder_add_target (builder);
      target->value = 1000;
      dataset = rs_dataset_builder_finish (builder, NULL, NULL);
      view->kind = RS_CHART_COLUMNS;
      frame = rs_view_run (view, dataset, &selection, RS_LANGUAGE_EN, NULL);
      text = rs_summary_verdict (frame, 0, 0);
      g_assert_cmpstr (text, ==, near[i].text);
    }
}

static void
test_point (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  g_autoptr (RsFrame) jobs = run (dataset, "jobs", RS_CHART_COLUMNS, 2021, RS_LANGUAGE_EN);
  g_autoptr (RsFrame) members = run (dataset, "members", RS_CHART_LINES, 2019, RS_LANGUAGE_EN);
  g_autofree char *full = rs_summary_point (jobs, 0, 6);
  g_autofree char *hole = rs_summary_point (jobs, 0, 3);
  g_autofree char *formula = rs_summary_point (jobs, 0, 1);
  g_autofree char *after_break = rs_summary_point (members, 0, 4);

  g_assert_cmpstr (full, ==,
                   "Invented jobs, Region A, 2021\n"
                   "151,250 persons\n"
                   "+10.0% on 2020 (computed)\n"
                   "Target: ≥ 121,000 persons (2021), derived\n"
                   "✓ 125% of target (target derived †)\n"
                   "Source of the target: Invented bulletin\n"
                   "Source: Invented yearbook\n"
                   "Note: invented note on one year");
  g_assert_true (g_str_has_prefix (hole, "Invented jobs, Region A, 2018\n"));
  g_assert_null (strpbrk (strchr (hole, '\n'), "0123456789"));
  g_assert_nonnull (strstr (formula, "Formula: 21.5-10"));
  g_assert_nonnull (strstr (after_break, "No change: the series breaks between 2018 and 2019."));
}

static void
test_frame (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  g_autoptr (RsDataset) monthly = rs_test_dataset_monthly ();
  g_autoptr (RsFrame) jobs = run (dataset, "jobs", RS_CHART_COLUMNS, 2021, RS_LANGUAGE_EN);
  g_autoptr (RsFrame) none = run (dataset, "jobs", RS_CHART_COLUMNS, 2018, RS_LANGUAGE_EN);
  g_autoptr (RsFrame) years =
    run (monthly, "jobs_cumulative", RS_CHART_YEARS, 2020, RS_LANGUAGE_EN);
  g_autofree char *text = rs_summary_frame (jobs);
  g_autofree char *empty = rs_summary_frame (none);
  g_autofree char *lines = rs_summary_frame (years);

  g_assert_cmpstr (
    text, ==,
    "Invented jobs.\n"
    "thousand persons, Region A, 2015–2022.\n"
    "Invented jobs, Region A, 2021: 151,250 persons (+10.0% on 2020).\n"
    "Invented jobs: lowest 100,000 persons in 2015, highest 151,250 persons in 2021.\n"
    "Invented jobs: no figure for 2018.\n"
    "Invented jobs, targets: 2 met, 1 missed, 1 cannot be judged.");
  g_assert_nonnull (strstr (empty, "No figure for Invented jobs in Region A for 2018."));
  g_assert_nonnull (strstr (lines, "Invented jobs since January, Region A, October 2020: "));
  g_assert_null (strstr (lines, "2019: lowest"));
}

static void
test_figures (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  RsSelection selection = { (char *) "A", 2020 };
  g_autoptr (RsView) view = rs_view_new ();
  g_autoptr (RsFrame) frame = NULL;
  g_autofree char *text = NULL;
  g_autofree char *label = NULL;
  g_autofree char *goal = NULL;

  view->indicators = g_strsplit ("jobs coverage", " ", -1);
  view->goals = g_strsplit ("jobs rate_august", " ", -1);
  view->kind = RS_CHART_FIGURES;
  frame = rs_view_run (view, dataset, &selection, RS_LANGUAGE_EN, NULL);
  label = rs_summary_goal_label (frame, 1);
  goal = rs_summary_goal (frame, 0);
  text = rs_summary_frame (frame);
  g_assert_cmpstr (label, ==, "Invented rate, August");
  g_assert_cmpstr (goal, ==, "≥ 121,000 persons, derived");
  g_assert_nonnull (strstr (text, "Invented coverage: 94%."));
  g_assert_nonnull (strstr (text, "Invented rate, August, target of 2021: ≤ 86%."));
}

static void
test_sources_and_marks (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  g_autoptr (RsDataset) plain = rs_test_dataset_plain ();
  g_autoptr (RsFrame) jobs = run (dataset, "jobs", RS_CHART_COLUMNS, 2021, RS_LANGUAGE_EN);
  g_autoptr (RsFrame) members = run (dataset, "rate_june", RS_CHART_LINES, 2016, RS_LANGUAGE_EN);
  g_autofree char *all = rs_summary_sources (jobs, 0);
  g_autofree char *some = rs_summary_sources (jobs, 1);
  g_autofree char *single = rs_summary_sources (members, 2);
  g_autofree char *marks = rs_summary_legend_of_marks (jobs);
  g_autofree char *none = rs_summary_legend_of_marks (members);
  g_autoptr (RsView) view = rs_view_new ();
  RsSelection selection = { (char *) "X", 2003 };
  g_autoptr (RsFrame) bare = rs_view_run (view, plain, &selection, RS_LANGUAGE_EN, NULL);
  g_autofree char *nothing = rs_summary_sources (bare, 0);

  g_assert_cmpstr (all, ==, "Sources: Invented yearbook (Invented office); Invented bulletin");
  g_assert_cmpstr (some, ==, "Sources: Invented yearbook and 1 other");
  g_assert_cmpstr (single, ==, "Source: Invented yearbook");
  g_assert_cmpstr (marks, ==,
                   "dashed outline: provisional (ᵖ) · outlined: derived from published figures (†) "
                   "· outlined: published as “about” (≈) · dashed target: derived");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (nothing, ==, "");
}

/* Every kind explains what it draws: lines have points, bars have edges, lists have words. */
static void
test_marks_of_kinds (void)
{
  static const struct
  {
    RsChartKind kind;
    int year;
    const char *text;
  } kinds[] = {
    { RS_CHART_LINES, 2021,
      "hollow, dashed: provisional (ᵖ) · hollow: derived from published figures (†) · hollow: "
      "published as "
      "“about” (≈) · dashed target: derived" },
    { RS_CHART_BARS, 2016, "outlined: derived from published figures (†)" },
    { RS_CHART_BARS, 2021, "dashed target: derived" },
    { RS_CHART_DOTS, 2021,
      "hollow: provisional (ᵖ) · hollow: derived from published figures (†) · hollow: published as "
      "“about” (≈) · dashed target: derived" },
    { RS_CHART_SPARKLINE, 2021,
      "hollow, dashed: provisional (ᵖ) · hollow: derived from published figures (†) · hollow: "
      "published as “about” (≈)" },
    { RS_CHART_FIGURES, 2016, "† derived from published figures" },
    { RS_CHART_FIGURES, 2017, "≈ published as “about”" },
    { RS_CHART_FIGURES, 2021, "" },
    { RS_CHART_FIGURES, 2022, "ᵖ provisional" },
  };
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (RsFrame) frame =
        run (dataset, "jobs", kinds[i].kind, kinds[i].year, RS_LANGUAGE_EN);
      g_autofree char *text = rs_summary_legend_of_marks (frame);

      g_test_message ("row %zu", i);
      g_assert_cmpstr (text, ==, kinds[i].text);
    }
}

/* A target without a figure names its source as well. */
static void
test_target_alone (void)
{
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  RsDimension *metric = rs_dataset_builder_add_dimension (builder, "metric", 1, NULL);
  RsDimension *time = NULL;
  RsTarget *target = NULL;
  RsSelection selection = { NULL, 2001 };
  g_autoptr (RsDataset) dataset = NULL;
  g_autoptr (RsView) view = rs_view_new ();
  g_autoptr (RsFrame) frame = NULL;
  g_autofree char *text = NULL;
  g_autofree char *use = NULL;

  metric->role = RS_ROLE_METRIC;
  metric->categories[0].id = g_strdup ("things");
  time = rs_dataset_builder_add_dimension (builder, "time", 1, NULL);
  time->role = RS_ROLE_TIME;
  time->categories[0].id = g_strdup ("2001");
  g_assert_true (rs_dataset_builder_begin_cells (builder, TRUE, NULL));
  target = rs_dataset_builder_add_target (builder);
  target->value = 1000;
  target->source = rs_dataset_builder_add_source (builder, "plan", "Invented plan", NULL, NULL);
  dataset = rs_dataset_builder_finish (builder, NULL, NULL);
  view->kind = RS_CHART_COLUMNS;
  frame = rs_view_run (view, dataset, &selection, RS_LANGUAGE_EN, NULL);
  text = rs_summary_point (frame, 0, 0);
  use = rs_summary_source_use (frame, 0);
  g_assert_cmpstr (text, ==,
                   "things, 2001\n"
                   "No figure in this dataset.\n"
                   "Target: ≥ 1,000 (2001)\n"
                   "– cannot be judged: there is no figure\n"
                   "Source of the target: Invented plan");
  g_assert_cmpstr (use, ==, "target 2001");
}

static void
test_source_use (void)
{
  static const struct
  {
    const char *indicators;
    RsChartKind kind;
    int year;
    const char *source;
    const char *text;
  } uses[] = {
    { "jobs", RS_CHART_COLUMNS, 2021, "inv1", "2015–2017, 2019–2022" },
    { "jobs", RS_CHART_COLUMNS, 2021, "inv2", "target 2019–2022" },
    { "rate_june rate_august", RS_CHART_LINES, 2021, "inv1",
      "June: 2015–2016, 2018; target of August: 2020–2021" },
    { "rate_june rate_august", RS_CHART_LINES, 2021, "inv2", "August: 2019–2022" },
    { "jobs members", RS_CHART_BARS, 2020, "inv1",
      "Invented jobs: 2019–2020; Invented members: 2019–2020" },
    { "jobs members", RS_CHART_BARS, 2020, "inv2", "target of Invented jobs: 2019–2020" },
    { "jobs members coverage", RS_CHART_FIGURES, 2020, "inv1",
      "Invented jobs, Invented members; goal of 2021: Invented rate, August" },
    { "jobs members coverage", RS_CHART_FIGURES, 2020, "inv2",
      "Invented coverage; target of Invented jobs; goal of 2021: Invented jobs" },
  };
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();

  for (gsize i = 0; i < G_N_ELEMENTS (uses); i++)
    {
      RsSelection selection = { (char *) "A", uses[i].year };
      g_autoptr (RsView) view = rs_view_new ();
      g_autoptr (RsFrame) frame = NULL;
      gboolean found = FALSE;

      view->indicators = g_strsplit (uses[i].indicators, " ", -1);
      view->goals = g_strsplit ("jobs rate_august", " ", -1);
      view->kind = uses[i].kind;
      frame = rs_view_run (view, dataset, &selection, RS_LANGUAGE_EN, NULL);
      for (guint k = 0; k < rs_frame_get_n_sources (frame); k++)
        {
          g_autofree char *text = rs_summary_source_use (frame, k);

          if (g_strcmp0 (rs_dataset_get_source (dataset, rs_frame_get_source (frame, k))->id,
                         uses[i].source) != 0)
            continue;
          found = TRUE;
          g_test_message ("row %zu", i);
          g_assert_cmpstr (text, ==, uses[i].text);
        }
      g_assert_true (found);
    }
}

static void
test_selection (void)
{
  static const struct
  {
    const char *region;
    int year;
    const char *text;
  } choices[] = {
    { "A", 2019, "Region A in 2019: the one target is met." },
    { "A", 2020, "Region A in 2020: 1 of 2 targets met." },
    { "A", 2021, "Region A in 2021: 1 of 2 targets met." },
    { "A", 2022, "Region A in 2022: the one target cannot be judged." },
    { "A", 2015, "Region A in 2015: no target is known for this year." },
    { "B", 2021, "Region B in 2021: no target is known for this year." },
    { "nowhere", 2021, "" },
    { "A", 0, "" },
  };
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();

  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      RsSelection selection = { (char *) choices[i].region, choices[i].year };
      g_autofree char *text = rs_summary_selection (dataset, &selection, RS_LANGUAGE_EN);

      g_assert_cmpstr (text, ==, choices[i].text);
    }
}

static void
test_chinese (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  g_autoptr (RsFrame) jobs = run (dataset, "jobs", RS_CHART_COLUMNS, 2021, RS_LANGUAGE_ZH_CN);
  g_autofree char *value = rs_summary_value (jobs, 0, 6, TRUE);
  g_autofree char *point = rs_summary_point (jobs, 0, 6);
  g_autofree char *unit = rs_frame_get_unit_label (jobs, 0, FALSE);
  g_autofree char *change = rs_summary_change (jobs, 0, 6);

  g_assert_cmpstr (value, ==, "15.125");
  g_assert_cmpstr (rs_frame_get_title (jobs), ==, "虚构就业");
  g_assert_cmpstr (rs_frame_get_region_label (jobs), ==, "A地区");
  g_assert_true (g_str_has_prefix (unit, "万"));
  g_assert_true (g_str_has_suffix (unit, "人"));
  g_assert_nonnull (strstr (change, "10.0%"));
  g_assert_nonnull (strstr (change, "2020"));
  g_assert_nonnull (strstr (point, "某一年的虚构说明"));
  g_assert_nonnull (strstr (point, "12.1"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/summary/facts", test_facts);
  g_test_add_func ("/query/summary/share-of-a-near-miss", test_share_of_a_near_miss);
  g_test_add_func ("/query/summary/point", test_point);
  g_test_add_func ("/query/summary/frame", test_frame);
  g_test_add_func ("/query/summary/figures", test_figures);
  g_test_add_func ("/query/summary/sources-and-marks", test_sources_and_marks);
  g_test_add_func ("/query/summary/marks-of-kinds", test_marks_of_kinds);
  g_test_add_func ("/query/summary/target-alone", test_target_alone);
  g_test_add_func ("/query/summary/source-use", test_source_use);
  g_test_add_func ("/query/summary/selection", test_selection);
  g_test_add_func ("/query/summary/chinese", test_chinese);
  return g_test_run ();
}
