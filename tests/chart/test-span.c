/* SPDX-License-Identifier: GPL-3.0-or-later
 * Ranges of time in a figure: found by place, named, drawn as a band. */
#include "config.h"

#include "chart/span.h"

#include "chart/figure-fixture.h"
#include "lib/fixed-metrics.h"
#include "lib/fixture-dataset.h"

static const char *const jobs = "{\"indicators\": [\"jobs\"], \"chart\": \"columns\"}";

static const struct
{
  const char *view;
  gboolean has_time;
} kinds[] = {
  { "{\"indicators\": [\"jobs\"], \"chart\": \"columns\"}", TRUE },
  { "{\"indicators\": [\"jobs\"], \"chart\": \"lines\"}", TRUE },
  { "{\"indicators\": [\"jobs\"], \"chart\": \"dots\"}", TRUE },
  { "{\"indicators\": [\"jobs\"], \"chart\": \"areas\"}", TRUE },
  { "{\"indicators\": [\"jobs\"], \"regions\": [\"A\", \"B\"], \"chart\": \"heat\"}", TRUE },
  { "{\"indicators\": [\"jobs\"], \"chart\": \"bars\"}", FALSE },
  { "{\"indicators\": [\"jobs\"], \"chart\": \"figures\"}", FALSE },
  { "{\"indicators\": [\"jobs\"], \"regions\": [\"A\", \"B\"], \"chart\": \"ranked\"}", FALSE },
};

/* Every range of every kind that has time: what is found by its own place is that range again. */
static void
test_kinds (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (RsFrame) frame = rs_test_frame (dataset, kinds[i].view, 2021, RS_LANGUAGE_EN);
      RsFigureOptions options = rs_test_options (600, 400);
      g_autoptr (RsScene) scene = rs_figure_new (frame, &options, rs_fixed_metrics_get ());
      RsSpan whole, found;

      g_assert_cmpint (rs_figure_has_time (frame), ==, kinds[i].has_time);
      g_assert_cmpint (rs_figure_get_whole_span (scene, frame, &whole), ==, kinds[i].has_time);
      if (!kinds[i].has_time)
        continue;
      g_assert_cmpint (whole.first.year, <, whole.last.year);
      g_assert_true (
        rs_figure_find_span (scene, frame, whole.band.x, rs_rect_right (whole.band), &found));
      g_assert_true (rs_period_equal (found.first, whole.first));
      g_assert_true (rs_period_equal (found.last, whole.last));
      g_assert_cmpuint (found.n_periods, ==, whole.n_periods);
      g_assert_true (rs_figure_get_span (scene, frame, whole.first, whole.first, &found));
      g_assert_cmpuint (found.n_periods, ==, 1);
      g_assert_cmpfloat (found.band.width, <, whole.band.width);
      g_assert_cmpfloat (found.band.height, ==, whole.band.height);
      g_assert_cmpfloat (found.band.x, >=, 0);
      g_assert_cmpfloat (rs_rect_right (whole.band), <=, 600);
    }
}

static void
test_labels (void)
{
  RsSpan span = { .first = { RS_PERIOD_YEAR, 2015, 1 }, .last = { RS_PERIOD_YEAR, 2019, 1 } };
  g_autofree char *years = rs_span_to_label (&span, RS_LANGUAGE_EN);
  g_autofree char *month = NULL;

  g_assert_cmpstr (years, ==, "2015–2019");
  span.first = span.last = (RsPeriod){ RS_PERIOD_MONTH, 2021, 7 };
  month = rs_span_to_label (&span, RS_LANGUAGE_EN);
  g_assert_cmpstr (month, ==, "July 2021");
}

/* A band with the names of its ends, whatever the size; its label never leaves the picture. */
static void
test_overlay (void)
{
  static const double sizes[][2] = { { 200, 150 }, { 320, 180 }, { 600, 400 }, { 1600, 900 } };
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  g_autoptr (RsFrame) frame = rs_test_frame (dataset, jobs, 2021, RS_LANGUAGE_EN);

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      RsFigureOptions options = rs_test_options (sizes[i][0], sizes[i][1]);
      g_autoptr (RsScene) scene = rs_figure_new (frame, &options, rs_fixed_metrics_get ());
      g_autoptr (RsScene) overlay = NULL;
      RsSpan span;

      if (!rs_figure_get_whole_span (scene, frame, &span))
        continue;
      g_assert_true (rs_figure_get_span (scene, frame, span.first, span.first, &span));
      overlay = rs_figure_span_overlay (scene, frame, &span, &options, rs_fixed_metrics_get ());
      rs_test_assert_tidy (overlay, "band");
      g_assert_cmpuint (rs_test_count (overlay, RS_PART_SELECTED, RS_MARK_RECT), ==, 1);
      g_assert_cmpfloat (rs_scene_get_width (overlay), ==, sizes[i][0]);
      g_assert_cmpuint (rs_scene_get_n_stops (overlay), ==, 0);
    }
}

/* Nothing to range over. */
static void
test_empty (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_timeless ();
  g_autoptr (RsFrame) frame = rs_test_frame (dataset, "{}", 0, RS_LANGUAGE_EN);
  RsFigureOptions options = rs_test_options (600, 400);
  g_autoptr (RsScene) scene = rs_figure_new (frame, &options, rs_fixed_metrics_get ());
  RsSpan span;

  g_assert_false (rs_figure_get_whole_span (scene, frame, &span));
  g_assert_false (rs_figure_find_span (scene, frame, 0, 600, &span));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/span/kinds", test_kinds);
  g_test_add_func ("/chart/span/labels", test_labels);
  g_test_add_func ("/chart/span/overlay", test_overlay);
  g_test_add_func ("/chart/span/empty", test_empty);
  return g_test_run ();
}
