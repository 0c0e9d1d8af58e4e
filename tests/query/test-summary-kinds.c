/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is said of the kinds that compare: ranks, two periods, targets, and what is missing. All
 * figures are invented. */
#include "config.h"

#include <string.h>

#include "dataset/dataset-builder.h"
#include "fixture-regions.h"
#include "query/frame.h"
#include "query/summary.h"

static RsFrame *
run_in (RsDataset *dataset, const char *json, const char *region, int year, RsLanguage language)
{
  RsSelection selection = { (char *) region, year };
  g_autoptr (JsonNode) node = json_from_string (json, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RsView) view = rs_view_from_json (node, "kinds", "", &error);
  RsFrame *frame = NULL;

  g_assert_no_error (error);
  frame = rs_view_run (view, dataset, &selection, language, &error);
  g_assert_no_error (error);
  return frame;
}

static void
assert_text (const char *json, int year, const char *expected)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_regions ();
  g_autoptr (RsFrame) frame = run_in (dataset, json, "P1", year, RS_LANGUAGE_EN);
  g_autofree char *text = rs_summary_frame (frame);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_ranked (void)
{
  assert_text ("{\"indicators\":[\"whole\"],\"chart\":\"ranked\"}", 2021,
               "Invented whole.\n"
               "million persons, 5 of 6 regions, 2021.\n"
               "Invented whole, Region P1, 2021: 1.004 million persons (+1.4% on 2020).\n"
               "Region P1: 1.004 million persons (1st of 4 regions).\n"
               "Region P5: 700,000 persons (2nd of 4 regions).\n"
               "Region P2: 500,000 persons (3rd of 4 regions).\n"
               "Region P4: 500,000 persons (3rd of 4 regions).\n"
               "Region P3: 1.2 million persons (break in series).\n"
               "Region P6: no figure.");
}

static void
test_slope (void)
{
  assert_text ("{\"indicators\":[\"rate\"],\"regions\":[\"P1\",\"P2\",\"P3\",\"P4\",\"P6\"],"
               "\"chart\":\"slope\",\"from\":\"2020\"}",
               2021,
               "Invented rate.\n"
               "%, 5 regions, 2020 and 2021.\n"
               "Invented rate, Region P1, 2021: 3.5% (+0.25 points on 2020).\n"
               "Region P1: 3.25% in 2020, 3.5% in 2021 (+0.25 points on 2020).\n"
               "Region P2: 4.5% in 2020, 4.25% in 2021 (−0.25 points on 2020).\n"
               "Region P3: 4.25% in 2021; no figure for 2020.\n"
               "Region P4: 5.54% in 2021; no figure for 2020.\n"
               "Region P6: no figure.");
}

static void
test_dumbbell (void)
{
  assert_text ("{\"indicators\":[\"whole\"],\"regions\":[\"P1\",\"P3\",\"P4\"],"
               "\"chart\":\"dumbbell\",\"from\":\"2018\"}",
               2021,
               "Invented whole.\n"
               "million persons, 3 regions, 2018 and 2021.\n"
               "Invented whole, Region P1, 2021: 1.004 million persons (+1.4% on 2020).\n"
               "Region P1: 0.95 million persons in 2018, 1.004 million persons in 2021 (+5.7% on "
               "2018).\n"
               "Region P3: 1.1 million persons in 2018, 1.2 million persons in 2021 (break in "
               "series).\n"
               "Region P4: 600,000 persons in 2018, 500,000 persons in 2021 (−16.7% on "
               "2018).");
}

static void
test_bullet (void)
{
  assert_text ("{\"indicators\":[\"rate\"],\"regions\":[\"P1\",\"P4\",\"P2\"],\"chart\":"
               "\"bullet\"}",
               2021,
               "Invented rate.\n"
               "%, 3 regions, 2021.\n"
               "Invented rate, Region P1, 2021: 3.5% (+0.25 points on 2020).\n"
               "Region P1: 3.5%; target ≤ 5.5% (2021): ✓ within target.\n"
               "Region P4: 5.54%; target ≤ 5.5% (2021): ✕ missed: 5.54% against ≤ 5.5%; rounded to "
               "5.5% it is met.\n"
               "Region P2: 4.25%.");
}

/* One fact a line: the rank and the change from the earlier period stand where they are legal. */
static void
test_points (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_regions ();
  g_autoptr (RsFrame) frame = run_in (dataset,
                                      "{\"indicators\":[\"whole\"],\"regions\":[\"P1\",\"P3\","
                                      "\"P4\"],\"chart\":\"dumbbell\",\"from\":\"2018\"}",
                                      "P1", 2021, RS_LANGUAGE_EN);
  g_autofree char *first =
    rs_summary_point (frame, 0, (guint) rs_frame_get_series (frame, 0)->selected);
  g_autofree char *broken =
    rs_summary_point (frame, 1, (guint) rs_frame_get_series (frame, 1)->selected);
  g_autofree char *earlier = rs_summary_point (frame, 0, (guint) rs_frame_get_earlier (frame, 0));

  g_assert_nonnull (strstr (first, "\n1st of 2 regions"));
  g_assert_nonnull (strstr (first, "\n+5.7% on 2018 (computed)"));
  g_assert_null (strstr (broken, " of 2 regions"));
  g_assert_null (strstr (broken, "on 2018"));
  g_assert_null (strstr (earlier, "regions"));
}

/* Many rows are told up to a number, and the rest counted. */
static void
test_many (void)
{
  g_autoptr (GString) text = g_string_new ("R0=0");
  g_autoptr (RsDataset) dataset = NULL;
  g_autoptr (RsFrame) frame = NULL;
  g_autofree char *told = NULL;

  for (guint i = 1; i < 45; i++)
    g_string_append_printf (text, " R%u=%u", i, i);
  dataset = rs_test_dataset_line (text->str);
  frame = run_in (dataset, "{\"chart\":\"ranked\"}", "R3", 2021, RS_LANGUAGE_EN);
  told = rs_summary_frame (frame);
  g_assert_nonnull (strstr (told, "R44 (invented): 44 (1st of 45 regions)."));
  g_assert_null (strstr (told, "R4 (invented): "));
  g_assert_true (g_str_has_suffix (told, "And 5 others."));
}

/* A picture without any figure says so, and no list of nothing follows. */
static void
test_empty (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_regions ();
  g_autoptr (RsFrame) frame = run_in (dataset, "{\"indicators\":[\"whole\"],\"chart\":\"ranked\"}",
                                      "P1", 2022, RS_LANGUAGE_EN);
  g_autofree char *text = rs_summary_frame (frame);

  g_assert_nonnull (strstr (text, "2022"));
  g_assert_null (strstr (text, "Region P6: "));
}

/* Chinese does not hang on the catalogue in its numbers and order. */
static void
test_chinese (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_regions ();
  g_autoptr (RsFrame) frame = run_in (dataset, "{\"indicators\":[\"whole\"],\"chart\":\"ranked\"}",
                                      "P1", 2021, RS_LANGUAGE_ZH_CN);
  g_autofree char *rank = rs_summary_rank (frame, 1);
  g_autofree char *text = rs_summary_frame (frame);

  g_assert_nonnull (strstr (rank, "第2"));
  g_assert_nonnull (strstr (text, "P5地区"));
  g_assert_nonnull (strstr (text, "70万人"));
}

/* A bound in the year before is told of that year, a bound in the chosen one by its number. */
static void
test_bounds (void)
{
  static const double values[] = { 0, 63 };
  g_autoptr (RsDataset) dataset = NULL;
  g_autoptr (RsFrame) frame = NULL;
  g_autofree char *text = NULL;
  g_autofree char *pair = NULL;

  for (guint later = 0; later < 2; later++)
    {
      g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
      RsDimension *geo = rs_dataset_builder_add_dimension (builder, "region", 2, NULL);
      RsDimension *time = NULL;
      RsPassport *passport = NULL;

      geo->role = RS_ROLE_GEO;
      geo->categories[0].id = g_strdup ("A");
      geo->categories[1].id = g_strdup ("B");
      time = rs_dataset_builder_add_dimension (builder, "year", 2, NULL);
      time->role = RS_ROLE_TIME;
      time->categories[0].id = g_strdup ("2020");
      time->categories[1].id = g_strdup ("2021");
      g_assert_true (rs_dataset_builder_begin_cells (builder, TRUE, NULL));
      rs_dataset_builder_set_value (builder, 1 - later, values[1]);
      rs_dataset_builder_set_value (builder, 2, 1);
      rs_dataset_builder_set_value (builder, 3, 2);
      passport = rs_dataset_builder_get_passport (builder, later);
      passport->kind = RS_KIND_BOUND;
      passport->has_bound = TRUE;
      passport->bound = 60;
      rs_dataset_builder_set_status (builder, later, ">");
      g_clear_pointer (&dataset, rs_dataset_unref);
      dataset = rs_dataset_builder_finish (builder, NULL, NULL);
      g_clear_pointer (&frame, rs_frame_unref);
      frame =
        run_in (dataset, "{\"chart\":\"dumbbell\",\"from\":\"2020\"}", "A", 2021, RS_LANGUAGE_EN);
      g_clear_pointer (&text, g_free);
      text = rs_summary_change (frame, 0, 1);
      g_clear_pointer (&pair, g_free);
      pair = rs_summary_earlier_change (frame, 0);
      g_assert_cmpstr (text, ==, later == 0 ? "only a bound for 2020" : "only a bound");
      g_assert_cmpstr (pair, ==, text);
    }
}

/* Numbers so large that no double holds their difference leave it out. */
static void
test_overflow (void)
{
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  RsDimension *metric = rs_dataset_builder_add_dimension (builder, "indicator", 2, NULL);
  RsDimension *geo = NULL;
  RsDimension *time = NULL;
  RsTarget *target = NULL;
  g_autoptr (RsDataset) dataset = NULL;

  metric->role = RS_ROLE_METRIC;
  for (guint i = 0; i < 2; i++)
    {
      metric->categories[i].id = g_strdup (i == 0 ? "rate" : "stock");
      metric->categories[i].nature = i == 0 ? RS_NATURE_RATE : RS_NATURE_STOCK;
      metric->categories[i].unit.present = TRUE;
      metric->categories[i].unit.decimals = -1;
      metric->categories[i].unit.label.original = g_strdup (i == 0 ? "%" : "persons");
    }
  geo = rs_dataset_builder_add_dimension (builder, "region", 2, NULL);
  geo->role = RS_ROLE_GEO;
  geo->categories[0].id = g_strdup ("A");
  geo->categories[1].id = g_strdup ("B");
  time = rs_dataset_builder_add_dimension (builder, "year", 2, NULL);
  time->role = RS_ROLE_TIME;
  time->categories[0].id = g_strdup ("2020");
  time->categories[1].id = g_strdup ("2021");
  g_assert_true (rs_dataset_builder_begin_cells (builder, TRUE, NULL));
  for (guint i = 0; i < 8; i++)
    rs_dataset_builder_set_value (builder, i, i % 2 == 0 ? -1e308 : 1e308);
  target = rs_dataset_builder_add_target (builder);
  target->period = 1;
  target->op = RS_OPERATOR_AT_MOST;
  target->value = -1e308;
  dataset = rs_dataset_builder_finish (builder, NULL, NULL);
  for (guint kind = RS_CHART_COLUMNS; kind < RS_N_CHART_KINDS; kind++)
    for (guint indicator = 0; indicator < 2; indicator++)
      {
        g_autoptr (RsView) view = rs_view_new ();
        RsSelection selection = { (char *) "A", 2021 };
        g_autoptr (RsFrame) frame = NULL;
        g_autofree char *told = NULL;
        g_autofree char *point = NULL;
        g_autofree char *change = NULL;

        view->indicators = g_strsplit (indicator == 0 ? "rate" : "stock", " ", -1);
        view->kind = (RsChartKind) kind;
        frame = rs_view_run (view, dataset, &selection, RS_LANGUAGE_EN, NULL);
        if (frame == NULL)
          continue;
        told = rs_summary_frame (frame);
        point = rs_summary_point (frame, 0, 1);
        change = rs_summary_change (frame, 0, 1);
        g_assert_null (strstr (told, "nan"));
        g_assert_null (strstr (point, "nan"));
        g_assert_cmpstr (change, ==, "");
      }
}

static void
test_both_targets (void)
{
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  RsDimension *metric = rs_dataset_builder_add_dimension (builder, "indicator", 2, NULL);
  RsDimension *geo = NULL;
  RsDimension *time = NULL;
  RsSelection selection = { (char *) "A", 2021 };
  g_autoptr (RsDataset) dataset = NULL;
  g_autofree char *text = NULL;

  metric->role = RS_ROLE_METRIC;
  metric->categories[0].id = g_strdup ("first");
  metric->categories[1].id = g_strdup ("second");
  geo = rs_dataset_builder_add_dimension (builder, "region", 1, NULL);
  geo->role = RS_ROLE_GEO;
  geo->categories[0].id = g_strdup ("A");
  time = rs_dataset_builder_add_dimension (builder, "year", 1, NULL);
  time->role = RS_ROLE_TIME;
  time->categories[0].id = g_strdup ("2021");
  g_assert_true (rs_dataset_builder_begin_cells (builder, TRUE, NULL));
  for (guint i = 0; i < 2; i++)
    {
      RsTarget *target = rs_dataset_builder_add_target (builder);

      rs_dataset_builder_set_value (builder, i, 7);
      target->indicator = i;
      target->op = RS_OPERATOR_AT_LEAST;
      target->value = 6;
    }
  dataset = rs_dataset_builder_finish (builder, NULL, NULL);
  text = rs_summary_selection (dataset, &selection, RS_LANGUAGE_EN);
  g_assert_cmpstr (text, ==, "A in 2021: both targets are met.");
}

/* The number shown large is the selected region's, or there is none; what is missed is its own. */
static void
test_bullet_home (void)
{
  static const struct
  {
    const char *region;
    const char *home;
    int series;
  } rows[] = {
    { "Z", "", -1 },
    { "P1", "Region P1", 1 },
    { "P6", "Region P6", -1 },
  };
  g_autoptr (RsDataset) dataset = rs_test_dataset_regions ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RsFrame) frame =
        run_in (dataset,
                "{\"indicators\":[\"rate\"],\"regions\":[\"P6\",\"P1\",\"P4\"],"
                "\"chart\":\"bullet\"}",
                rows[i].region, 2021, RS_LANGUAGE_EN);
      int series, point;

      rs_frame_get_headline (frame, &series, &point);
      g_assert_cmpint (series, ==, rows[i].series);
      g_assert_cmpstr (rs_frame_get_home_label (frame), ==, rows[i].home);
      g_assert_true (rs_frame_has_home (frame) == (rows[i].home[0] != '\0'));
      g_assert_nonnull (strstr (rs_frame_get_subtitle (frame), "2 of 3 regions"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/summary-kinds/ranked", test_ranked);
  g_test_add_func ("/query/summary-kinds/slope", test_slope);
  g_test_add_func ("/query/summary-kinds/dumbbell", test_dumbbell);
  g_test_add_func ("/query/summary-kinds/bullet", test_bullet);
  g_test_add_func ("/query/summary-kinds/points", test_points);
  g_test_add_func ("/query/summary-kinds/many", test_many);
  g_test_add_func ("/query/summary-kinds/empty", test_empty);
  g_test_add_func ("/query/summary-kinds/chinese", test_chinese);
  g_test_add_func ("/query/summary-kinds/bounds", test_bounds);
  g_test_add_func ("/query/summary-kinds/overflow", test_overflow);
  g_test_add_func ("/query/summary-kinds/both-targets", test_both_targets);
  g_test_add_func ("/query/summary-kinds/bullet-home", test_bullet_home);
  return g_test_run ();
}
