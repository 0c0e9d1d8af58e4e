/* SPDX-License-Identifier: GPL-3.0-or-later
 * Sparklines: a line and its last figure, down to the height of a row of text. */
#include "config.h"

#include <math.h>

#include "invented-series.h"
#include "lib/fixed-metrics.h"
#include "lib/fixture-dataset.h"

#define NONE RS_TEST_NONE
#define VIEW "{\"indicators\":[\"i0\"],\"chart\":\"sparkline\"}"

/* Only the line, as in a row of text. */
static RsScene *
draw (const RsInvented *what, int year, double width, double height)
{
  g_autoptr (RsDataset) dataset = rs_test_invent (what);
  g_autoptr (RsFrame) frame = rs_test_frame (dataset, VIEW, year, RS_LANGUAGE_EN);
  RsFigureOptions options = rs_test_options (width, height);
  RsScene *scene;

  options.parts = RS_FIGURE_CHART;
  scene = rs_figure_new (frame, &options, rs_fixed_metrics_get ());
  rs_test_assert_tidy (scene, "sparkline");
  return scene;
}

static const double walk[] = { 4, 6, 3, 5, 8, 7 };

static const RsInvented plain = { .n = 1, .n_years = 6, .values = walk };

/* Lowest, highest and last figure are marked, and the last is said; no axis, grid or tick. */
static void
test_row (void)
{
  g_autoptr (RsScene) scene = draw (&plain, 2016, 80, 24);
  const RsMark *line = rs_test_find (scene, RS_PART_LINE, RS_MARK_PATH, 0);
  const RsMark *value = rs_test_find_label (scene, "7");
  const int marked[] = { 2, 4, 5 };

  g_assert_nonnull (line);
  g_assert_cmpfloat (line->bounds.width, >, 30);
  g_assert_cmpfloat (line->bounds.height, >, 8);
  g_assert_nonnull (value);
  g_assert_cmpfloat (value->bounds.x, >, rs_rect_right (line->bounds));
  for (guint i = 0; i < G_N_ELEMENTS (marked); i++)
    g_assert_nonnull (
      rs_test_find_datum (scene, RS_PART_POINT, RS_MARK_PATH, (RsDatum){ 0, marked[i] }));
  g_assert_cmpuint (rs_test_count (scene, RS_PART_AXIS, RS_MARK_PATH), ==, 0);
  g_assert_cmpuint (rs_test_count (scene, RS_PART_GRID, RS_MARK_PATH), ==, 0);
  g_assert_cmpuint (rs_test_count (scene, RS_PART_TICK, RS_MARK_TEXT), ==, 0);
}

/* On a card lowest and highest are said as well, and the ends of time. */
static void
test_card (void)
{
  g_autoptr (RsScene) scene = draw (&plain, 2016, 360, 140);
  const RsMark *low = rs_test_find_label (scene, "3");
  const RsMark *high = rs_test_find_label (scene, "8");
  const RsMark *line = rs_test_find (scene, RS_PART_LINE, RS_MARK_PATH, 0);

  g_assert_nonnull (low);
  g_assert_nonnull (high);
  g_assert_cmpfloat (rs_rect_bottom (high->bounds), <=, line->bounds.y + 0.01);
  g_assert_cmpfloat (low->bounds.y, >=, rs_rect_bottom (line->bounds) - 0.01);
  g_assert_nonnull (rs_test_find_label (scene, "2015"));
  g_assert_nonnull (rs_test_find_label (scene, "2020"));
  g_assert_nonnull (rs_test_find_label (scene, "7 (2020)"));
}

/* How the height is to be read stands in the foot (R9). */
static void
test_foot (void)
{
  g_autoptr (RsDataset) dataset = rs_test_invent (&plain);
  g_autoptr (RsScene) scene = rs_test_figure (dataset, VIEW, 2016, 560, 300);

  rs_test_assert_tidy (scene, "sparkline on a card");
  g_assert_nonnull (rs_test_find_text (scene, "from its lowest to its highest"));
}

/* A hole parts the line, and so does a break (R21, R41). */
static void
test_parted (void)
{
  static const double values[] = { 4, 6, NONE, 5, 8, 7, 9 };
  RsInvented what = { .n = 1, .n_years = 7, .values = values, .break_before = 5 };
  g_autoptr (RsScene) scene = draw (&what, 2016, 120, 24);
  const RsMark *rule = rs_test_find (scene, RS_PART_BREAK, RS_MARK_PATH, 0);

  g_assert_cmpuint (rs_test_count (scene, RS_PART_LINE, RS_MARK_PATH), ==, 3);
  g_assert_nonnull (rule);
  g_assert_cmpuint (rs_test_count (scene, RS_PART_BREAK, RS_MARK_TEXT), ==, 0);
  for (guint i = 0; i < 3; i++)
    {
      const RsMark *line = rs_test_find (scene, RS_PART_LINE, RS_MARK_PATH, i);

      g_assert_true (rs_rect_right (line->bounds) < rule->bounds.x ||
                     line->bounds.x > rule->bounds.x);
    }
}

/* Figures that are not final: dashed, with a hollow dot at the end (R39). */
static void
test_provisional (void)
{
  static const char *const statuses[] = { NULL, NULL, NULL, NULL, NULL, "p" };
  RsInvented what = plain;
  g_autoptr (RsScene) scene = NULL;
  const RsMark *last;

  what.statuses = statuses;
  scene = draw (&what, 2016, 200, 40);
  last = rs_test_find_datum (scene, RS_PART_POINT, RS_MARK_PATH, (RsDatum){ 0, 5 });
  g_assert_cmpint (rs_test_find (scene, RS_PART_LINE, RS_MARK_PATH, 1)->dash, ==, RS_DASH_SHORT);
  g_assert_cmpfloat (last->fill.red, ==, rs_theme_get ("light")->card.red);
  g_assert_cmpfloat (last->stroke.red, !=, last->fill.red);
}

/* Years that have but a target are no part of the line, and targets are not drawn: without an axis
 * nothing says how far they are. */
static void
test_targets (void)
{
  static const double values[] = { NONE, 6, 3, 5, NONE, NONE };
  static const double targets[] = { 1, NONE, 9, NONE, NONE, 20 };
  RsInvented what = { .n = 1, .n_years = 6, .values = values, .targets = targets };
  g_autoptr (RsScene) scene = draw (&what, 2016, 200, 60);

  g_assert_cmpuint (rs_test_count (scene, RS_PART_TARGET, RS_MARK_PATH), ==, 0);
  g_assert_cmpuint (rs_scene_get_n_left_out (scene), >=, 3);
  g_assert_cmpuint (rs_scene_get_n_stops (scene), ==, 3);
  g_assert_cmpfloat (rs_test_find (scene, RS_PART_LINE, RS_MARK_PATH, 0)->bounds.width, >, 80);
}

static void
test_stops (void)
{
  g_autoptr (RsScene) scene = draw (&plain, 2017, 200, 40);
  RsDatum datum = rs_scene_move (scene, RS_DATUM_NONE, RS_MOVE_RIGHT);

  g_assert_cmpuint (rs_scene_get_n_stops (scene), ==, 6);
  g_assert_cmpint (datum.point, ==, 2);
  datum = rs_scene_move (scene, datum, RS_MOVE_END);
  g_assert_cmpint (datum.point, ==, 5);
}

/* From a row of text to a wall, with any type: the line is never left out. */
static void
test_sizes (void)
{
  static const double sizes[][2] = { { 40, 16 },  { 60, 18 },   { 80, 24 },   { 120, 24 },
                                     { 200, 48 }, { 560, 200 }, { 3840, 900 } };
  static const double scales[] = { 0.5, 1, 3 };
  g_autoptr (RsDataset) dataset = rs_test_invent (&plain);
  g_autoptr (RsFrame) frame = rs_test_frame (dataset, VIEW, 2016, RS_LANGUAGE_EN);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint j = 0; j < G_N_ELEMENTS (scales); j++)
      {
        RsFigureOptions options = rs_test_options (sizes[i][0], sizes[i][1]);
        g_autoptr (RsScene) scene = NULL;

        options.parts = RS_FIGURE_CHART;
        options.text_scale = scales[j];
        scene = rs_figure_new (frame, &options, rs_fixed_metrics_get ());
        rs_test_assert_tidy (scene, "sparkline of any size");
        if (scales[j] <= 1)
          g_assert_nonnull (rs_test_find (scene, RS_PART_LINE, RS_MARK_PATH, 0));
      }
}

static void
test_odd_figures (void)
{
  static const double zero[] = { 0, 0, 0 };
  static const double negative[] = { -4, -2, -9 };
  static const double huge[] = { 1e299, -1e299, 1.7e299 };
  static const double one[] = { NONE, 5, NONE };
  static const double none[] = { NONE, NONE, NONE };
  const double *const all[] = { zero, negative, huge, one, none };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      RsInvented what = { .n = 1, .n_years = 3, .values = all[i] };
      g_autoptr (RsScene) scene = draw (&what, 2016, 120, 40);

      g_assert_cmpuint (rs_scene_get_n_marks (scene), >, 1);
    }
}

static void
test_tidy (void)
{
  g_autoptr (RsDataset) yearly = rs_test_dataset_yearly ();
  g_autoptr (RsDataset) monthly = rs_test_dataset_monthly ();

  rs_test_assert_tidy_everywhere (yearly, "{\"indicators\":[\"jobs\"],\"chart\":\"sparkline\"}",
                                  2020, "sparkline of years");
  rs_test_assert_tidy_everywhere (yearly, "{\"indicators\":[\"coverage\"],\"chart\":\"sparkline\"}",
                                  2021, "sparkline with a bound");
  rs_test_assert_tidy_everywhere (monthly, "{\"indicators\":[\"members\"],\"chart\":\"sparkline\"}",
                                  2021, "sparkline of months");
}

static void
test_golden (void)
{
  g_autoptr (RsScene) scene = draw (&plain, 2017, 80, 24);

  rs_test_assert_golden (scene, "sparkline");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/marks-sparkline/row", test_row);
  g_test_add_func ("/chart/marks-sparkline/card", test_card);
  g_test_add_func ("/chart/marks-sparkline/foot", test_foot);
  g_test_add_func ("/chart/marks-sparkline/parted", test_parted);
  g_test_add_func ("/chart/marks-sparkline/provisional", test_provisional);
  g_test_add_func ("/chart/marks-sparkline/targets", test_targets);
  g_test_add_func ("/chart/marks-sparkline/stops", test_stops);
  g_test_add_func ("/chart/marks-sparkline/sizes", test_sizes);
  g_test_add_func ("/chart/marks-sparkline/odd-figures", test_odd_figures);
  g_test_add_func ("/chart/marks-sparkline/tidy", test_tidy);
  g_test_add_func ("/chart/marks-sparkline/golden", test_golden);
  return g_test_run ();
}
