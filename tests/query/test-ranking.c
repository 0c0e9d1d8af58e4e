/* SPDX-License-Identifier: GPL-3.0-or-later
 * Order and ranks of regions, and the earlier period that slopes and dumbbells compare with. */
#include "config.h"

#include <string.h>

#include "fixture-dataset.h"
#include "fixture-regions.h"
#include "query/frame.h"

static RsFrame *
run (RsDataset *dataset, const char *indicators, const char *regions, RsChartKind kind, int year)
{
  RsSelection selection = { (char *) "P1", year };
  g_autoptr (RsView) view = rs_view_new ();
  g_autoptr (GError) error = NULL;
  RsFrame *frame = NULL;

  view->indicators = g_strsplit (indicators, " ", -1);
  view->regions = regions != NULL ? g_strsplit (regions, " ", -1) : NULL;
  view->kind = kind;
  frame = rs_view_run (view, dataset, &selection, RS_LANGUAGE_EN, &error);
  g_assert_no_error (error);
  return frame;
}

/* "P3:1 P1:2 …": the regions in the order of the frame with their ranks. (transfer full) */
static char *
list_ranks (const RsFrame *frame)
{
  const RsDimension *geo = rs_dataset_get_geo (rs_frame_get_dataset (frame));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rs_frame_get_n_series (frame); i++)
    g_string_append_printf (text, "%s%s:%u", i > 0 ? " " : "",
                            geo->categories[rs_frame_get_series (frame, i)->region].id,
                            rs_frame_get_rank (frame, i, NULL));
  return g_string_free (text, FALSE);
}

typedef struct
{
  const char *figures;
  const char *ranks;
  const char *reason; /* (nullable) */
} Ranking;

static const Ranking rankings[] = {
  { "A=1 B=3 C=2", "B:1 C:2 A:3", NULL },
  /* Equal figures share a rank, in the order of the file; the next rank is skipped. */
  { "A=2 B=5 C=2 D=1", "B:1 A:2 C:2 D:4", NULL },
  { "A=2 B=2", "A:1 B:1", NULL },
  { "A=-1 B=0 C=-3", "B:1 A:2 C:3", NULL },
  /* No figure: last, and no rank. */
  { "A= B=1 C=2", "C:1 B:2 A:0", NULL },
  { "A=/: B=1 C=2", "C:1 B:2 A:0", NULL },
  { "A=1 B=", "A:0 B:0", "Fewer than two regions have a figure that could be ranked." },
  { "A= B=", "A:0 B:0", "Fewer than two regions have a figure that could be ranked." },
  /* Provisional figures stand in the order; about a figure nothing so exact is known. */
  { "A=1 B=3/p C=2/e", "B:1 C:2 A:3", NULL },
  { "A=1 B=~3 C=2", "B:0 C:2 A:3", NULL },
  /* A bound takes a place above all that it passes, and hides that of those above it. */
  { "A=97 B=93 C=>95", "A:0 B:3 C:0", NULL },
  { "A=90 B=93 C=>95", "B:2 A:3 C:0", NULL },
  /* What counts something else is not ranked. */
  { "A=1 B=9/d C=2", "C:1 A:2 B:0",
    "1 figure counts something else than the others and is not ranked." },
  { "A=1 B=9/d C=2 D=8/b E=4", "E:1 C:2 A:3 B:0 D:0",
    "2 figures count something else than the others and are not ranked." },
  /* Where all have the flag they are alike. */
  { "A=1/d B=2/d", "B:1 A:2", NULL },
  { "A=1/b B=2/b", "B:1 A:2", NULL },
};

static void
test_order (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rankings); i++)
    {
      RsSelection selection = { (char *) "A", 2021 };
      g_autoptr (RsDataset) dataset = rs_test_dataset_line (rankings[i].figures);
      g_autoptr (RsView) view = rs_view_new ();
      g_autoptr (RsFrame) frame = NULL;
      g_autofree char *list = NULL;
      g_autofree char *reason = NULL;

      view->kind = RS_CHART_RANKED;
      frame = rs_view_run (view, dataset, &selection, RS_LANGUAGE_EN, NULL);
      g_test_message ("%s", rankings[i].figures);
      list = list_ranks (frame);
      g_assert_cmpstr (list, ==, rankings[i].ranks);
      reason = rs_frame_explain_ranking (frame);
      g_assert_cmpstr (reason, ==, rankings[i].reason);
      g_assert_cmpint (rs_frame_may_rank (frame), ==, reason == NULL);
    }
}

/* A region that alone broke counts something else since then (P3); the root has no rank among its
 * parts, and neither is the order of other kinds changed. */
static void
test_own_break_and_whole (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_regions ();
  g_autoptr (RsFrame) ranked = run (dataset, "whole", "R P1 P2 P3 P4 P5 P6", RS_CHART_RANKED, 2021);
  g_autoptr (RsFrame) tiles = run (dataset, "whole", "P1 P2 P3 P4 P5 P6", RS_CHART_TILES, 2021);
  g_autoptr (RsFrame) before = run (dataset, "whole", "P1 P2 P3 P4", RS_CHART_RANKED, 2018);
  g_autofree char *list = list_ranks (ranked);
  g_autofree char *same = list_ranks (tiles);
  g_autofree char *earlier = list_ranks (before);
  guint n = 0;

  g_assert_cmpstr (list, ==, "R:0 P1:1 P5:2 P2:3 P4:3 P3:0 P6:0");
  g_assert_cmpint (rs_frame_get_rank_obstacle (ranked, 5), ==, RS_OBSTACLE_BREAK);
  g_assert_cmpint (rs_frame_get_rank_obstacle (ranked, 6), ==, RS_OBSTACLE_NO_VALUE);
  g_assert_cmpuint (rs_frame_get_rank (ranked, 1, &n), ==, 1);
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpuint (rs_frame_get_rank (ranked, 0, &n), ==, 0);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpstr (same, ==, "P1:1 P2:3 P3:0 P4:3 P5:2 P6:0");
  /* Before its break it stands among the others. */
  g_assert_cmpstr (earlier, ==, "P3:1 P1:2 P4:3 P2:4");
}

/* P2 ends a month before the others: its figure stands behind, without a rank, and a note says so.
 */
static void
test_months (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_regions_monthly ();
  g_autoptr (RsFrame) frame = run (dataset, "members", "P1 P2 P3 P4", RS_CHART_RANKED, 2021);
  g_autoptr (RsFrame) whole_year = run (dataset, "members", "P1 P2 P3 P4", RS_CHART_RANKED, 2020);
  g_autofree char *list = list_ranks (frame);
  g_autofree char *reason = rs_frame_explain_ranking (frame);
  gboolean told = FALSE;

  g_assert_cmpstr (list, ==, "P4:1 P3:2 P1:3 P2:0");
  g_assert_cmpint (rs_frame_get_rank_obstacle (frame, 3), ==, RS_OBSTACLE_PERIOD_TYPE);
  g_assert_cmpstr (reason, ==, "1 figure is of another period than June 2021 and is not ranked.");
  for (guint i = 0; i < rs_frame_get_n_notes (frame); i++)
    told = told || strcmp (rs_frame_get_note (frame, i), reason) == 0;
  g_assert_true (told);
  g_assert_true (rs_frame_may_rank (whole_year));
}

static void
test_several_measures (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_regions ();
  g_autoptr (RsFrame) frame = run (dataset, "whole jobs", "P1 P2", RS_CHART_HEAT, 2021);
  g_autofree char *reason = rs_frame_explain_ranking (frame);

  g_assert_cmpstr (reason, ==, "Different measures are not ranked.");
  g_assert_cmpint (rs_frame_get_rank_obstacle (frame, 0), ==, RS_OBSTACLE_INDICATOR);
  g_assert_cmpuint (rs_frame_get_rank (frame, 0, NULL), ==, 0);
}

typedef struct
{
  gboolean monthly;
  const char *indicator;
  const char *regions;
  RsChartKind kind;
  const char *from;
  int year;
  const char *expected; /* (nullable): id of the earlier period */
} Earlier;

static const Earlier earliers[] = {
  /* 2020 has one of five, 2018 four of five (P5 none): the latest that half of them have. */
  { FALSE, "whole", "P1 P2 P3 P4 P5 P6", RS_CHART_SLOPE, NULL, 2021, "2018" },
  { FALSE, "whole", "P1 P2 P3 P4 P5 P6", RS_CHART_DUMBBELL, NULL, 2021, "2018" },
  /* One of two is half. */
  { FALSE, "whole", "P1 P2", RS_CHART_SLOPE, NULL, 2021, "2020" },
  /* None reaches half: the one that most have. */
  { FALSE, "rate", "P1 P3 P4", RS_CHART_SLOPE, NULL, 2021, "2020" },
  /* The view says from when: the first period there that has anything to compare. */
  { FALSE, "whole", "P1 P2 P3 P4 P5 P6", RS_CHART_SLOPE, "2015", 2021, "2016" },
  { FALSE, "whole", "P1 P2 P3 P4 P5 P6", RS_CHART_SLOPE, "2017", 2021, "2018" },
  { FALSE, "whole", "P1 P2 P3 P4 P5 P6", RS_CHART_SLOPE, "2019", 2021, "2019" },
  { FALSE, "whole", "P1 P2 P3 P4 P5 P6", RS_CHART_SLOPE, "2021", 2021, NULL },
  /* Nothing earlier; nothing chosen. */
  { FALSE, "whole", "P1 P5", RS_CHART_SLOPE, NULL, 2016, NULL },
  { FALSE, "whole", "P1 P2", RS_CHART_SLOPE, NULL, 2022, NULL },
  /* Only these kinds compare. */
  { FALSE, "whole", "P1 P2", RS_CHART_RANKED, NULL, 2021, NULL },
  { FALSE, "whole", "P1 P2", RS_CHART_LINES, NULL, 2021, NULL },
  /* Months: the same one of the year before, never the month before. */
  { TRUE, "members", "P1 P3 P4", RS_CHART_SLOPE, NULL, 2021, "2020-06" },
  { TRUE, "jobs_cumulative", "P1 P2 P3", RS_CHART_DUMBBELL, NULL, 2021, "2020-06" },
  { TRUE, "members", "P1 P3", RS_CHART_SLOPE, NULL, 2020, NULL },
};

static void
test_earlier (void)
{
  g_autoptr (RsDataset) yearly = rs_test_dataset_regions ();
  g_autoptr (RsDataset) monthly = rs_test_dataset_regions_monthly ();

  for (gsize i = 0; i < G_N_ELEMENTS (earliers); i++)
    {
      const Earlier *row = &earliers[i];
      RsSelection selection = { (char *) "P1", row->year };
      g_autoptr (RsView) view = rs_view_new ();
      g_autoptr (RsFrame) frame = NULL;
      RsPeriod period = { 0 };
      g_autofree char *id = NULL;

      view->indicators = g_strsplit (row->indicator, " ", -1);
      view->regions = g_strsplit (row->regions, " ", -1);
      view->kind = row->kind;
      view->from = g_strdup (row->from);
      frame = rs_view_run (view, row->monthly ? monthly : yearly, &selection, RS_LANGUAGE_EN, NULL);
      period = rs_frame_get_earlier_period (frame);
      g_test_message ("row %zu", i);
      id = period.type != RS_PERIOD_NONE ? rs_period_to_id (period) : NULL;
      g_assert_cmpstr (id, ==, row->expected);
    }
}

/* What stands between the two is said, series by series; a year without a figure in between is no
 * obstacle, as nothing is drawn for it. */
static void
test_earlier_obstacles (void)
{
  static const RsObstacle expected[] = {
    RS_OBSTACLE_NONE,       /* P1 */
    RS_OBSTACLE_NONE,       /* P2: nothing known in 2019 and 2020 */
    RS_OBSTACLE_BREAK,      /* P3: its own break of 2019 */
    RS_OBSTACLE_NONE,       /* P4 */
    RS_OBSTACLE_NO_EARLIER, /* P5 */
    RS_OBSTACLE_NO_VALUE,   /* P6 */
  };
  g_autoptr (RsDataset) dataset = rs_test_dataset_regions ();
  g_autoptr (RsFrame) frame = run (dataset, "whole", "P1 P2 P3 P4 P5 P6", RS_CHART_SLOPE, 2021);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_test_message ("series %u", i);
      g_assert_cmpint (rs_frame_get_earlier_obstacle (frame, i), ==, expected[i]);
      g_assert_cmpint (rs_frame_get_earlier (frame, i) >= 0, ==, i < 4);
    }
}

/* P2 ends in May: against June of the year before it would show the season. */
static void
test_earlier_month (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_regions_monthly ();
  g_autoptr (RsFrame) frame = run (dataset, "members", "P1 P2 P3", RS_CHART_SLOPE, 2021);

  g_assert_cmpint (rs_frame_get_earlier_obstacle (frame, 0), ==, RS_OBSTACLE_NONE);
  g_assert_cmpint (rs_frame_get_earlier_obstacle (frame, 1), ==, RS_OBSTACLE_PERIOD_TYPE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/ranking/order", test_order);
  g_test_add_func ("/query/ranking/own-break-and-whole", test_own_break_and_whole);
  g_test_add_func ("/query/ranking/months", test_months);
  g_test_add_func ("/query/ranking/several-measures", test_several_measures);
  g_test_add_func ("/query/ranking/earlier", test_earlier);
  g_test_add_func ("/query/ranking/earlier-obstacles", test_earlier_obstacles);
  g_test_add_func ("/query/ranking/earlier-month", test_earlier_month);
  return g_test_run ();
}
