/* SPDX-License-Identifier: GPL-3.0-or-later
 * The embedded figures, asked as the program asks them: what must not be compared, joined or filled
 * in is not. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "dataset/importer.h"
#include "query/board.h"
#include "query/summary.h"

static RsDataset *
import (const char *id)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "datasets", id, NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  RsDataset *dataset = rs_import_folder (folder, NULL, &error);

  g_assert_no_error (error);
  return dataset;
}

static RsFrame *
run (RsDataset *dataset, const char *indicators, RsChartKind kind, const char *region, int year)
{
  RsSelection selection = { (char *) region, year };
  g_autoptr (RsView) view = rs_view_new ();
  g_autoptr (GError) error = NULL;
  RsFrame *frame = NULL;

  view->indicators = g_strsplit (indicators, " ", -1);
  view->kind = kind;
  frame = rs_view_run (view, dataset, &selection, RS_LANGUAGE_EN, &error);
  g_assert_no_error (error);
  return frame;
}

static const RsFramePoint *
find_point (const RsFrame *frame, guint series, const char *period_id)
{
  const RsSeries *line = rs_frame_get_series (frame, series);
  RsPeriod period = { 0 };

  g_assert_true (rs_period_parse (period_id, &period));
  for (guint p = 0; p < line->n_points; p++)
    if (rs_period_equal (line->points[p].period, period))
      return &line->points[p];
  return NULL;
}

typedef struct
{
  gboolean monthly;
  const char *indicator;
  const char *region;
  const char *period;
  RsObstacle obstacle;
} Change;

static const Change changes[] = {
  { FALSE, "new_urban_jobs", "500000", "2021", RS_OBSTACLE_NONE },
  { FALSE, "new_urban_jobs", "500000", "2019", RS_OBSTACLE_GAP },
  /* The census of 2020. */
  { FALSE, "resident_population", "500000", "2020", RS_OBSTACLE_BREAK },
  { FALSE, "resident_population", "500000", "2019", RS_OBSTACLE_NONE },
  /* First quarters that contradict their own growth rates. */
  { FALSE, "new_urban_jobs_q1", "500000", "2022", RS_OBSTACLE_BREAK },
  { FALSE, "new_urban_jobs_q1", "500000", "2023", RS_OBSTACLE_BREAK },
  { FALSE, "new_urban_jobs_q1", "500000", "2025", RS_OBSTACLE_GAP },
  { FALSE, "registered_unemployment_rate", "500000", "2021", RS_OBSTACLE_BREAK },
  { FALSE, "pension_coverage_rate", "500000", "2021", RS_OBSTACLE_BOUND },
  { FALSE, "pension_participants_total", "500000", "2025", RS_OBSTACLE_GAP },
  { FALSE, "surveyed_unemployment_rate_avg", "500000", "2022", RS_OBSTACLE_GAP },
  /* November and December 2016 do not exist. */
  { TRUE, "new_urban_jobs_cumulative", "000000", "2017-12", RS_OBSTACLE_GAP },
  { TRUE, "new_urban_jobs_cumulative", "000000", "2016-10", RS_OBSTACLE_NONE },
  { TRUE, "new_urban_jobs_cumulative", "000000", "2016-12", RS_OBSTACLE_NO_VALUE },
  { TRUE, "medical_insurance_participants_total", "000000", "2015-01", RS_OBSTACLE_BREAK },
  { TRUE, "medical_insurance_participants_total", "000000", "2018-06", RS_OBSTACLE_BREAK },
  { TRUE, "work_injury_insurance_participants", "000000", "2026-01", RS_OBSTACLE_BREAK },
  { TRUE, "work_injury_insurance_participants", "000000", "2025-12", RS_OBSTACLE_NONE },
};

static void
test_changes (void)
{
  g_autoptr (RsDataset) yearly = import ("yearly");
  g_autoptr (RsDataset) monthly = import ("monthly");

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      const Change *row = &changes[i];
      g_autoptr (RsFrame) frame =
        run (row->monthly ? monthly : yearly, row->indicator, RS_CHART_LINES, row->region, 2021);
      const RsFramePoint *point = find_point (frame, 0, row->period);

      g_test_message ("%s %s", row->indicator, row->period);
      g_assert_nonnull (point);
      g_assert_cmpint (point->change.obstacle, ==, row->obstacle);
      g_assert_true (row->obstacle == RS_OBSTACLE_NONE || isnan (point->change.difference));
      /* A month is compared with the year before, and joined to the month before. */
      g_assert_true (row->monthly || row->obstacle != RS_OBSTACLE_BREAK || !point->joined);
    }
}

static void
test_four_graduate_rates (void)
{
  g_autoptr (RsDataset) dataset = import ("yearly");
  g_autoptr (RsFrame) frame =
    run (dataset,
         "graduate_employment_rate_jun30 graduate_employment_rate_aug31 "
         "graduate_employment_rate_sep30 graduate_employment_rate_year_end",
         RS_CHART_LINES, "500000", 2021);
  gboolean said = FALSE;

  g_assert_cmpuint (rs_frame_get_n_series (frame), ==, 4);
  for (guint i = 0; i < rs_frame_get_n_notes (frame); i++)
    said = said || strstr (rs_frame_get_note (frame, i), "never joined or compared") != NULL;
  g_assert_true (said);
  /* From 2015 to 2020 the year-end rate has no figure, and no line runs there. */
  g_assert_false (find_point (frame, 3, "2020")->joined);
  g_assert_true (find_point (frame, 3, "2021")->joined);
}

static void
test_cumulative_starts_anew (void)
{
  g_autoptr (RsDataset) dataset = import ("monthly");
  g_autoptr (RsFrame) years =
    run (dataset, "new_urban_jobs_cumulative", RS_CHART_YEARS, "000000", 2021);
  g_autoptr (RsFrame) lines =
    run (dataset, "new_urban_jobs_cumulative", RS_CHART_LINES, "000000", 2021);
  const RsSeries *line = rs_frame_get_series (lines, 0);

  g_assert_cmpuint (rs_frame_get_n_series (years), ==, 14);
  for (guint s = 0; s < 14; s++)
    g_assert_cmpint (rs_frame_get_series (years, s)->year, ==, 2013 + (int) s);
  for (guint p = 0; p < line->n_points; p++)
    g_assert_true (line->points[p].period.index != 1 || !line->points[p].joined);
}

/* A quarterly series in a dimension of months: joined quarter to quarter, but not over December
 * 2016. */
static void
test_quarter_ends (void)
{
  g_autoptr (RsDataset) dataset = import ("monthly");
  g_autoptr (RsFrame) frame =
    run (dataset, "registered_unemployment_rate", RS_CHART_LINES, "000000", 2021);

  g_assert_null (find_point (frame, 0, "2016-05"));
  g_assert_true (find_point (frame, 0, "2016-06")->joined);
  g_assert_cmpint (find_point (frame, 0, "2016-12")->observation.reason, ==, RS_REASON_MISSING);
  g_assert_false (find_point (frame, 0, "2017-03")->joined);
  g_assert_true (find_point (frame, 0, "2017-06")->joined);
}

static void
test_map_changes (void)
{
  static const struct
  {
    const char *region;
    int year;
    const char *part;
  } rows[] = {
    { "500157", 2021, "exists since" },
    { "500105", 2026, "existed until" },
    { "500105", 2021, "Known of this region: Resident population" },
    { "500000-NE", 2021, "No figure for New urban jobs in " },
    { "820000", 2021, "Nothing is known of this region here." },
  };
  g_autoptr (RsDataset) dataset = import ("yearly");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RsFrame) frame =
        run (dataset, "new_urban_jobs", RS_CHART_COLUMNS, rows[i].region, rows[i].year);

      g_assert_nonnull (rs_frame_get_empty_reason (frame));
      g_assert_nonnull (strstr (rs_frame_get_empty_reason (frame), rows[i].part));
      g_assert_false (rs_frame_has_numbers (frame));
    }
}

/* The figures of the conference, as they are told. */
static void
test_conference (void)
{
  static const struct
  {
    const char *indicator;
    const char *value;
  } rows[] = {
    { "new_urban_jobs", "751,000 persons" },
    { "graduate_employment_rate_year_end", "96.5%" },
    { "pension_participants_total", "24.94 million persons" },
    { "unemployment_insurance_participants", "5.98 million persons" },
    { "work_injury_insurance_participants", "7.66 million persons" },
    { "pension_coverage_rate", "over 95%" },
    { "technical_personnel", "2.03 million persons" },
    { "skilled_personnel", "4.6 million persons" },
    { "talents_introduced", "3,319 persons" },
    { "intelligent_terminal_recruits", "494,000 persons" },
    { "intelligent_terminal_output_growth", "9.5%" },
    { "wages_recovered", "247 million yuan" },
    { "wage_recovery_beneficiaries", "19,000 persons" },
  };
  g_autoptr (RsDataset) dataset = import ("yearly");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RsFrame) frame =
        run (dataset, rows[i].indicator, RS_CHART_FIGURES, "500000", 2021);
      g_autofree char *value = NULL;
      int series = 0;
      int point = 0;

      rs_frame_get_headline (frame, &series, &point);
      g_assert_cmpint (series, ==, 0);
      value = rs_summary_value_with_unit (frame, (guint) series, (guint) point);
      g_assert_cmpstr (value, ==, rows[i].value);
      /* Of the figure, and of its target where there is one. */
      g_assert_cmpuint (rs_frame_get_n_sources (frame), >=, 1);
      g_assert_cmpuint (rs_frame_get_n_sources (frame), <=, 2);
    }
}

/* Every card of every board that the program brings can be run on its dataset, for every region
 * kind, in both languages. */
static void
test_boards (void)
{
  static const struct
  {
    const char *board;
    const char *dataset;
  } boards[] = { { "overview.json", "yearly" }, { "monthly.json", "monthly" } };
  static const char *const regions[] = { "000000", "500000" };

  for (gsize b = 0; b < G_N_ELEMENTS (boards); b++)
    {
      g_autoptr (RsDataset) dataset = import (boards[b].dataset);
      g_autofree char *path =
        g_test_build_filename (G_TEST_DIST, "..", "data", "boards", boards[b].board, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GError) error = NULL;
      g_autoptr (RsBoard) board = rs_board_load (file, NULL, &error);

      g_assert_no_error (error);
      for (guint v = 0; v < board->views->len; v++)
        for (guint r = 0; r < G_N_ELEMENTS (regions); r++)
          {
            RsSelection selection = { (char *) regions[r], 2021 };
            g_autoptr (RsFrame) frame = NULL;

            if (rs_dimension_find (rs_dataset_get_geo (dataset), regions[r]) < 0)
              continue;
            frame = rs_view_run (g_ptr_array_index (board->views, v), dataset, &selection,
                                 r == 0 ? RS_LANGUAGE_EN : RS_LANGUAGE_ZH_CN, &error);
            g_assert_no_error (error);
            g_assert_true (rs_frame_has_numbers (frame) || rs_frame_get_n_goals (frame) > 0 ||
                           rs_frame_get_empty_reason (frame) != NULL);
          }
    }
}

typedef struct
{
  const char *indicator;
  const char *region;
  int year;
  const char *text;
} Told;

static const Told told[] = {
  /* 75.1 is rounded: 65.56 to 75.1 computes to +14.6 %. */
  { "new_urban_jobs", "500000", 2021, "+14.5% on 2020" },
  { "new_urban_jobs", "500000", 2020, "−12.8% on 2019" },
  { "new_urban_jobs", "500000", 2022, "−5.9% on 2021" },
  { "new_urban_jobs", "500000", 2023, "+4.6% on 2022" },
  /* The year before was worked out from this growth; the growth itself was not. */
  { "new_urban_jobs", "500102", 2022, "+20.7% on 2021" },
  { "hard_to_employ_employed", "500107", 2023, "+5.8% on 2022" },
  { "graduate_employment_rate_year_end", "500000", 2021, "+3.0 points on 2020" },
  /* +124 is published, +5.2 % is ours. */
  { "pension_participants_total", "500000", 2021, "+5.2% on 2020 †" },
  { "new_urban_jobs_q1", "500000", 2022, "break in series" },
  { "new_urban_jobs_q1", "500000", 2025, "gap: last earlier figure is of 2023" },
};

static void
test_published_changes (void)
{
  g_autoptr (RsDataset) yearly = import ("yearly");

  for (gsize i = 0; i < G_N_ELEMENTS (told); i++)
    {
      g_autoptr (RsFrame) frame =
        run (yearly, told[i].indicator, RS_CHART_LINES, told[i].region, told[i].year);
      g_autofree char *text = NULL;

      g_test_message ("%s %s %d", told[i].indicator, told[i].region, told[i].year);
      text = rs_summary_change (frame, 0, (guint) rs_frame_get_series (frame, 0)->selected);
      g_assert_cmpstr (text, ==, told[i].text);
    }
}

/* The city's three groups have no figures of their own: its parts are the 38 districts. */
static void
test_districts (void)
{
  g_autoptr (RsDataset) dataset = import ("yearly");
  RsSelection selection = { (char *) "500000", 2024 };
  g_autoptr (RsView) view = rs_view_new ();
  g_autoptr (RsFrame) frame = NULL;
  const RsDimension *geo = rs_dataset_get_geo (dataset);

  view->indicators = g_strdupv ((char *[]){ (char *) "resident_population", NULL });
  view->kind = RS_CHART_RANKED;
  view->scope = RS_SCOPE_CHILDREN;
  frame = rs_view_run (view, dataset, &selection, RS_LANGUAGE_EN, NULL);
  g_assert_nonnull (frame);
  g_assert_null (rs_frame_get_empty_reason (frame));
  g_assert_cmpuint (rs_frame_get_n_series (frame), ==, 38);
  for (guint i = 0; i < rs_frame_get_n_series (frame); i++)
    g_assert_null (strchr (geo->categories[rs_frame_get_series (frame, i)->region].id, '-'));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/traps/changes", test_changes);
  g_test_add_func ("/query/traps/published-changes", test_published_changes);
  g_test_add_func ("/query/traps/four-graduate-rates", test_four_graduate_rates);
  g_test_add_func ("/query/traps/cumulative-starts-anew", test_cumulative_starts_anew);
  g_test_add_func ("/query/traps/quarter-ends", test_quarter_ends);
  g_test_add_func ("/query/traps/map-changes", test_map_changes);
  g_test_add_func ("/query/traps/conference", test_conference);
  g_test_add_func ("/query/traps/boards", test_boards);
  g_test_add_func ("/query/traps/districts", test_districts);
  return g_test_run ();
}
