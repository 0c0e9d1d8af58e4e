/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is said of the kinds that compare: ranks, two periods, targets, and what is missing. All
 * figures are invented. */
#include "config.h"

#include <string.h>

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
               "million persons, 6 regions, 2021.\n"
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
  return g_test_run ();
}
