/* SPDX-License-Identifier: GPL-3.0-or-later
 * Changes: what may be compared, and what comes of it. All figures are invented. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "fixture-dataset.h"
#include "query/frame.h"
#include "query/verdict.h"

/* NAN alone is a float. */
#define NO_NUMBER ((double) NAN)

#define OK RS_OBSTACLE_NONE
#define NO_VALUE RS_OBSTACLE_NO_VALUE
#define NO_EARLIER RS_OBSTACLE_NO_EARLIER
#define GAP RS_OBSTACLE_GAP
#define BREAK RS_OBSTACLE_BREAK
#define BOUND RS_OBSTACLE_BOUND

typedef struct
{
  const char *indicator;
  const char *period;
  RsObstacle obstacle;
  const char *against; /* id of the period that is named; NULL: not checked */
  double difference;   /* NAN where there is none */
  double percent;      /* NAN where there is none */
  gboolean derived;
} Row;

static const Row yearly_rows[] = {
  { "jobs", "2015", NO_EARLIER, "2014", NO_NUMBER, NO_NUMBER, FALSE },
  { "jobs", "2016", OK, "2015", 1.5, 15, TRUE },
  { "jobs", "2017", OK, "2016", 0.5, 4.3478260869565215, TRUE },
  { "jobs", "2018", NO_VALUE, NULL, NO_NUMBER, NO_NUMBER, FALSE },
  { "jobs", "2019", GAP, "2017", NO_NUMBER, NO_NUMBER, FALSE },
  { "jobs", "2020", OK, "2019", 1.5, 12.244897959183673, FALSE },
  { "jobs", "2021", OK, "2020", 1.375, 10, FALSE },
  { "jobs", "2022", OK, "2021", -1.625, -10.743801652892563, FALSE },
  { "rate_june", "2015", NO_EARLIER, "2014", NO_NUMBER, NO_NUMBER, FALSE },
  { "rate_june", "2016", OK, "2015", 0.5, NO_NUMBER, FALSE },
  { "rate_june", "2017", NO_VALUE, NULL, NO_NUMBER, NO_NUMBER, FALSE },
  { "rate_june", "2018", GAP, "2016", NO_NUMBER, NO_NUMBER, FALSE },
  { "rate_june", "2019", NO_VALUE, NULL, NO_NUMBER, NO_NUMBER, FALSE },
  { "rate_june", "2022", NO_VALUE, NULL, NO_NUMBER, NO_NUMBER, FALSE },
  { "rate_august", "2018", NO_VALUE, NULL, NO_NUMBER, NO_NUMBER, FALSE },
  { "rate_august", "2019", NO_EARLIER, "2018", NO_NUMBER, NO_NUMBER, FALSE },
  { "rate_august", "2020", OK, "2019", 2.5, NO_NUMBER, FALSE },
  { "rate_august", "2021", OK, "2020", 2.75, NO_NUMBER, FALSE },
  { "rate_august", "2022", OK, "2021", 0, NO_NUMBER, FALSE },
  { "members", "2015", NO_EARLIER, "2014", NO_NUMBER, NO_NUMBER, FALSE },
  { "members", "2016", OK, "2015", 10, 2, FALSE },
  { "members", "2017", OK, "2016", 10, 1.9607843137254901, FALSE },
  { "members", "2018", OK, "2017", 11, 2.1153846153846154, FALSE },
  { "members", "2019", BREAK, "2018", NO_NUMBER, NO_NUMBER, FALSE },
  { "members", "2020", OK, "2019", 9, 1.2129380053908356, FALSE },
  { "members", "2021", OK, "2020", 12.5, 1.6644474034620505, FALSE },
  { "members", "2022", OK, "2021", 6.5, 0.85134250163719708, FALSE },
  { "coverage", "2020", NO_EARLIER, "2019", NO_NUMBER, NO_NUMBER, FALSE },
  { "coverage", "2021", BOUND, NULL, NO_NUMBER, NO_NUMBER, FALSE },
  { "coverage", "2022", NO_VALUE, NULL, NO_NUMBER, NO_NUMBER, FALSE },
};

static const Row monthly_rows[] = {
  { "jobs_cumulative", "2019-01", NO_EARLIER, "2018-01", NO_NUMBER, NO_NUMBER, FALSE },
  { "jobs_cumulative", "2019-12", NO_EARLIER, "2018-12", NO_NUMBER, NO_NUMBER, FALSE },
  { "jobs_cumulative", "2020-01", OK, "2019-01", 1, 11.111111111111111, FALSE },
  { "jobs_cumulative", "2020-02", OK, "2019-02", 2, 11.111111111111111, FALSE },
  { "jobs_cumulative", "2020-03", OK, "2019-03", 3, 12.5, FALSE },
  { "jobs_cumulative", "2020-10", OK, "2019-10", 10, 12.345679012345679, FALSE },
  { "jobs_cumulative", "2020-11", NO_VALUE, NULL, NO_NUMBER, NO_NUMBER, FALSE },
  { "jobs_cumulative", "2020-12", NO_VALUE, NULL, NO_NUMBER, NO_NUMBER, FALSE },
  { "jobs_cumulative", "2021-01", OK, "2020-01", 1, 10, FALSE },
  { "jobs_cumulative", "2021-06", OK, "2020-06", 6, 11.111111111111111, FALSE },
  { "jobs_cumulative", "2021-11", GAP, "2019-11", NO_NUMBER, NO_NUMBER, FALSE },
  { "jobs_cumulative", "2021-12", GAP, "2019-12", NO_NUMBER, NO_NUMBER, FALSE },
  { "jobs_cumulative", "2022-06", OK, "2021-06", 6, 10, FALSE },
  { "members", "2019-06", NO_EARLIER, "2018-06", NO_NUMBER, NO_NUMBER, FALSE },
  { "members", "2020-06", OK, "2019-06", 36, 1.7866004962779156, FALSE },
  { "members", "2020-11", NO_VALUE, NULL, NO_NUMBER, NO_NUMBER, FALSE },
  { "members", "2021-11", GAP, "2019-11", NO_NUMBER, NO_NUMBER, FALSE },
  { "members", "2021-12", GAP, "2019-12", NO_NUMBER, NO_NUMBER, FALSE },
  { "members", "2021-10", OK, "2020-10", 36, 1.7450315075133301, FALSE },
  { "members", "2022-01", BREAK, "2021-01", NO_NUMBER, NO_NUMBER, FALSE },
  { "members", "2022-06", BREAK, "2021-06", NO_NUMBER, NO_NUMBER, FALSE },
  { "rate_quarterly", "2019-03", NO_EARLIER, "2018-03", NO_NUMBER, NO_NUMBER, FALSE },
  { "rate_quarterly", "2020-03", OK, "2019-03", 0.5, NO_NUMBER, FALSE },
  { "rate_quarterly", "2020-06", OK, "2019-06", 0.5, NO_NUMBER, FALSE },
  { "rate_quarterly", "2020-09", OK, "2019-09", -0.75, NO_NUMBER, FALSE },
  { "rate_quarterly", "2021-12", GAP, "2019-12", NO_NUMBER, NO_NUMBER, FALSE },
};

static void
check_rows (RsDataset *dataset, const char *geo_id, const Row *rows, gsize n)
{
  const RsDimension *time = rs_dataset_get_time (dataset);

  for (gsize i = 0; i < n; i++)
    {
      const Row *row = &rows[i];
      /* Members of the first region have figures throughout: they keep the window whole. */
      char *indicators[] = { (char *) row->indicator, (char *) "members", NULL };
      char *regions[] = { (char *) geo_id, (char *) "A", NULL };
      RsSelection selection = { .region = (char *) geo_id, .year = 2021 };
      RsPeriod period = { 0 };
      const RsChange *change = NULL;
      g_autoptr (RsView) view = rs_view_new ();
      g_autoptr (RsFrame) frame = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s %s", row->indicator, row->period);
      view->kind = RS_CHART_FIGURES;
      view->indicators = g_strdupv (indicators);
      view->regions = g_strdupv (regions);
      view->from = g_strdup (time->categories[0].id);
      view->to = g_strdup (time->categories[time->n_categories - 1].id);
      frame = rs_view_run (view, dataset, &selection, RS_LANGUAGE_EN, &error);
      g_assert_no_error (error);
      g_assert_true (rs_period_parse (row->period, &period));
      for (guint p = 0; p < rs_frame_get_series (frame, 0)->n_points; p++)
        if (rs_period_equal (rs_frame_get_series (frame, 0)->points[p].period, period))
          change = &rs_frame_get_series (frame, 0)->points[p].change;
      g_assert_nonnull (change);
      g_assert_cmpint (change->obstacle, ==, row->obstacle);
      g_assert_cmpint (isnan (change->difference), ==, isnan (row->difference));
      g_assert_cmpint (isnan (change->percent), ==, isnan (row->percent));
      if (!isnan (row->difference))
        g_assert_cmpfloat (change->difference, ==, row->difference);
      if (!isnan (row->percent))
        g_assert_true (G_APPROX_VALUE (change->percent, row->percent, 1e-9));
      g_assert_cmpint (change->derived, ==, row->derived);
      if (row->against != NULL)
        {
          g_autofree char *id = rs_period_to_id (change->against);

          g_assert_cmpstr (id, ==, row->against);
        }
      g_assert_true ((change->series_break != NULL) == (row->obstacle == BREAK));
    }
}

static void
test_yearly (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();

  check_rows (dataset, "A", yearly_rows, G_N_ELEMENTS (yearly_rows));
}

static void
test_monthly (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_monthly ();

  check_rows (dataset, "A", monthly_rows, G_N_ELEMENTS (monthly_rows));
}

/* Cells of the yearly dataset: (indicator × 3 + region) × 8 + year. */
typedef struct
{
  guint indicator;
  guint64 earlier_cell;
  guint64 later_cell;
  guint earlier;
  guint later;
  RsObstacle obstacle;
} Pair;

static const Pair pairs[] = {
  { 0, 0, 1, 0, 1, RS_OBSTACLE_NONE },
  { 0, 0, 7, 0, 7, RS_OBSTACLE_NONE },
  { 0, 2, 3, 2, 3, RS_OBSTACLE_NO_VALUE },
  { 0, 3, 4, 3, 4, RS_OBSTACLE_NO_EARLIER },
  /* Two rates of one family are two measures. */
  { 2, 1 * 24 + 1, 2 * 24 + 4, 1, 4, RS_OBSTACLE_INDICATOR },
  /* Persons and percent. */
  { 1, 0, 1 * 24 + 1, 0, 1, RS_OBSTACLE_UNIT },
  /* Another region. */
  { 0, 4, 8 + 5, 4, 5, RS_OBSTACLE_DEFINITION },
  { 3, 3 * 24 + 3, 3 * 24 + 4, 3, 4, RS_OBSTACLE_BREAK },
  { 3, 3 * 24 + 0, 3 * 24 + 7, 0, 7, RS_OBSTACLE_BREAK },
  { 3, 3 * 24 + 4, 3 * 24 + 5, 4, 5, RS_OBSTACLE_NONE },
  { 4, 4 * 24 + 5, 4 * 24 + 6, 5, 6, RS_OBSTACLE_BOUND },
  { 4, 4 * 24 + 6, 4 * 24 + 7, 6, 7, RS_OBSTACLE_NO_VALUE },
};

static void
test_pairs (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      const Pair *pair = &pairs[i];
      const RsBreak *series_break = (const RsBreak *) &pairs[0];
      RsObstacle obstacle =
        rs_compare (dataset, pair->indicator, 0, pair->earlier_cell, pair->later_cell,
                    pair->earlier, pair->later, &series_break);

      g_test_message ("pair %zu", i);
      g_assert_cmpint (obstacle, ==, pair->obstacle);
      g_assert_true ((series_break != NULL) == (pair->obstacle == RS_OBSTACLE_BREAK));
    }
}

/* January after December is no fall of what is counted since January. */
static void
test_cumulative_never_crosses_january (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_monthly ();

  g_assert_cmpint (rs_compare (dataset, 0, 0, 11, 12, 11, 12, NULL), ==, RS_OBSTACLE_PERIOD_TYPE);
  g_assert_cmpint (rs_compare (dataset, 0, 0, 10, 11, 10, 11, NULL), ==, RS_OBSTACLE_NONE);
  g_assert_cmpint (rs_compare (dataset, 0, 0, 2, 14, 2, 14, NULL), ==, RS_OBSTACLE_NONE);
  /* A stock does cross. */
  g_assert_cmpint (rs_compare (dataset, 1, 0, 42 + 11, 42 + 12, 11, 12, NULL), ==,
                   RS_OBSTACLE_NONE);
}

static void
test_words (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();

  for (guint language = 0; language < RS_N_LANGUAGES; language++)
    for (int o = RS_OBSTACLE_NO_VALUE; o <= RS_OBSTACLE_ZERO_BASE; o++)
      {
        g_autofree char *sentence =
          rs_obstacle_describe ((RsObstacle) o, NULL, dataset, (RsLanguage) language);

        g_assert_cmpuint (strlen (sentence), >, 10);
        g_assert_cmpuint (strlen (rs_obstacle_get_label ((RsObstacle) o, (RsLanguage) language)), >,
                          3);
      }
  {
    g_autofree char *sentence = rs_obstacle_describe (
      RS_OBSTACLE_BREAK, rs_dataset_get_break (dataset, 0), dataset, RS_LANGUAGE_EN);

    g_assert_cmpstr (sentence, ==, "No change: the series breaks between 2018 and 2019.");
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/compare/yearly", test_yearly);
  g_test_add_func ("/query/compare/monthly", test_monthly);
  g_test_add_func ("/query/compare/pairs", test_pairs);
  g_test_add_func ("/query/compare/cumulative-never-crosses-january",
                   test_cumulative_never_crosses_january);
  g_test_add_func ("/query/compare/words", test_words);
  return g_test_run ();
}
