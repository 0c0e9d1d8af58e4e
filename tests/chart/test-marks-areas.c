/* SPDX-License-Identifier: GPL-3.0-or-later
 * Areas: filled from zero under what is joined, and nowhere else. */
#include "config.h"

#include <math.h>

#include "invented-series.h"
#include "lib/fixed-metrics.h"
#include "lib/fixture-dataset.h"

#define NONE RS_TEST_NONE

static RsScene *
draw (const RsInvented *what, int year, double width, double height)
{
  g_autoptr (RsDataset) dataset = rs_test_invent (what);
  RsScene *scene =
    rs_test_figure (dataset, "{\"indicators\":[\"i0\"],\"chart\":\"areas\"}", year, width, height);

  rs_test_assert_tidy (scene, "areas");
  return scene;
}

static double
get_base (const RsScene *scene)
{
  return rs_test_find (scene, RS_PART_AXIS, RS_MARK_PATH, 0)->bounds.y;
}

/* A fill begins and ends on the axis, which holds zero even where all figures are large (R8). */
static void
test_from_zero (void)
{
  static const double values[] = { 96, 97, 98, 99 };
  RsInvented what = { .n = 1, .n_years = 4, .values = values };
  g_autoptr (RsScene) scene = draw (&what, 2016, 560, 400);
  const RsMark *fill = rs_test_find (scene, RS_PART_AREA, RS_MARK_PATH, 0);
  const RsMark *line = rs_test_find (scene, RS_PART_LINE, RS_MARK_PATH, 0);

  g_assert_nonnull (fill);
  g_assert_true (fill->has_fill);
  g_assert_false (fill->has_stroke);
  g_assert_cmpint (fill->datum.series, ==, 0);
  g_assert_cmpfloat_with_epsilon (rs_rect_bottom (fill->bounds), get_base (scene), 0.01);
  g_assert_cmpfloat_with_epsilon (fill->bounds.y, line->bounds.y, 0.01);
  g_assert_nonnull (rs_test_find_label (scene, "0"));
  g_assert_null (rs_test_find_text (scene, "axis from"));
}

/* No fill over a hole, and a sign in it (R21); none across a break (R41). */
static void
test_runs (void)
{
  static const double values[] = { 10, 12, NONE, 11, 13, 15, 16 };
  RsInvented what = { .n = 1, .n_years = 7, .values = values, .break_before = 5 };
  g_autoptr (RsScene) scene = draw (&what, 2019, 640, 400);
  const RsMark *gap = rs_test_find (scene, RS_PART_GAP, RS_MARK_PATH, 0);
  const RsMark *rule = rs_test_find (scene, RS_PART_BREAK, RS_MARK_PATH, 0);

  g_assert_cmpuint (rs_test_count (scene, RS_PART_AREA, RS_MARK_PATH), ==, 3);
  g_assert_cmpuint (rs_test_count (scene, RS_PART_GAP, RS_MARK_PATH), ==, 1);
  g_assert_nonnull (rule);
  for (guint i = 0; i < 3; i++)
    {
      const RsMark *fill = rs_test_find (scene, RS_PART_AREA, RS_MARK_PATH, i);

      g_assert_true (rs_rect_right (fill->bounds) < gap->bounds.x ||
                     fill->bounds.x > rs_rect_right (gap->bounds));
      g_assert_true (rs_rect_right (fill->bounds) < rule->bounds.x ||
                     fill->bounds.x > rule->bounds.x);
    }
}

/* What has no neighbour is a stem from zero with its marker. */
static void
test_stems (void)
{
  static const double values[] = { 10, NONE, 12, NONE, 11, 13 };
  RsInvented what = { .n = 1, .n_years = 6, .values = values };
  g_autoptr (RsScene) scene = draw (&what, 2019, 640, 400);

  g_assert_cmpuint (rs_test_count (scene, RS_PART_AREA, RS_MARK_RECT), ==, 2);
  g_assert_cmpuint (rs_test_count (scene, RS_PART_AREA, RS_MARK_PATH), ==, 1);
  for (int point = 0; point <= 2; point += 2)
    {
      const RsDatum datum = { 0, point };
      const RsMark *stem = rs_test_find_datum (scene, RS_PART_AREA, RS_MARK_RECT, datum);

      g_assert_nonnull (stem);
      g_assert_cmpfloat_with_epsilon (rs_rect_bottom (stem->bounds), get_base (scene), 0.01);
      g_assert_nonnull (rs_test_find_datum (scene, RS_PART_POINT, RS_MARK_PATH, datum));
    }
}

/* Towards figures that are not final line and fill change, where the last final one stands. */
static void
test_provisional (void)
{
  static const double values[] = { 10, 11, 12, 13, 14 };
  static const char *const statuses[] = { NULL, NULL, NULL, "p", "f" };
  RsInvented what = { .n = 1, .n_years = 5, .values = values, .statuses = statuses };
  g_autoptr (RsScene) scene = draw (&what, 2016, 640, 400);
  const RsMark *final = rs_test_find (scene, RS_PART_AREA, RS_MARK_PATH, 0);
  const RsMark *open = rs_test_find (scene, RS_PART_AREA, RS_MARK_PATH, 1);
  const RsMark *dashed = rs_test_find (scene, RS_PART_LINE, RS_MARK_PATH, 1);

  g_assert_nonnull (open);
  g_assert_null (rs_test_find (scene, RS_PART_AREA, RS_MARK_PATH, 2));
  g_assert_cmpfloat (open->fill.red, >, final->fill.red);
  g_assert_cmpfloat_with_epsilon (open->bounds.x, rs_rect_right (final->bounds), 0.01);
  g_assert_cmpint (dashed->dash, ==, RS_DASH_SHORT);
}

static void
test_targets (void)
{
  static const double values[] = { 10, 11, 12 };
  static const double targets[] = { NONE, 40, 12 };
  RsInvented what = { .n = 1, .n_years = 3, .values = values, .targets = targets };
  g_autoptr (RsScene) scene = draw (&what, 2016, 560, 400);
  const RsMark *tick = rs_test_find_datum (scene, RS_PART_TARGET, RS_MARK_PATH, (RsDatum){ 0, 1 });

  g_assert_nonnull (tick);
  g_assert_nonnull (rs_test_find_text (scene, "40"));
  /* It is on the axis (R11). */
  g_assert_cmpfloat (tick->bounds.y, <,
                     rs_test_find (scene, RS_PART_AREA, RS_MARK_PATH, 0)->bounds.y);
}

static void
test_negative (void)
{
  static const double values[] = { 4, -6, -2 };
  RsInvented what = { .n = 1, .n_years = 3, .values = values };
  g_autoptr (RsScene) scene = draw (&what, 2016, 560, 400);
  const RsMark *fill = rs_test_find (scene, RS_PART_AREA, RS_MARK_PATH, 0);

  g_assert_cmpfloat (fill->bounds.y, <, get_base (scene));
  g_assert_cmpfloat (rs_rect_bottom (fill->bounds), >, get_base (scene));
}

static void
test_bound (void)
{
  static const double values[] = { 4, 5, 6 };
  static const char *const statuses[] = { NULL, NULL, ">" };
  RsInvented what = { .n = 1, .n_years = 3, .values = values, .statuses = statuses };
  g_autoptr (RsScene) scene = draw (&what, 2016, 560, 400);
  const RsMark *fill = rs_test_find (scene, RS_PART_AREA, RS_MARK_PATH, 0);
  const RsMark *bound = rs_test_find (scene, RS_PART_BOUND, RS_MARK_PATH, 0);

  g_assert_nonnull (bound);
  g_assert_cmpfloat (rs_rect_right (fill->bounds), <, bound->bounds.x);
}

/* Of many figures only the outline is kept, and it still holds the farthest. */
static void
test_many (void)
{
  const guint n = 980;
  g_autofree double *values = g_new (double, n);
  RsInvented what = { .n = 1, .n_years = n, .values = values };
  g_autoptr (RsScene) scene = NULL;
  const RsMark *fill, *line;

  for (guint i = 0; i < n; i++)
    values[i] = 50 + 10 * sin (i / 200.0) + (i % 7);
  values[500] = 200;
  scene = draw (&what, 2016, 300, 300);
  fill = rs_test_find (scene, RS_PART_AREA, RS_MARK_PATH, 0);
  line = rs_test_find (scene, RS_PART_LINE, RS_MARK_PATH, 0);
  g_assert_cmpuint (fill->n_verbs, <, 4 * 300 + 3);
  g_assert_cmpfloat_with_epsilon (fill->bounds.y, line->bounds.y, 0.01);
  g_assert_cmpfloat_with_epsilon (fill->bounds.x, line->bounds.x, 0.01);
  g_assert_cmpfloat_with_epsilon (fill->bounds.width, line->bounds.width, 0.01);
}

/* Into a year that was not over line and fill lead as into a figure that is not final. */
static void
test_open_year (void)
{
  static const double values[] = { 10, 12, 7 };
  const RsInvented what = {
    .n = 1, .n_years = 3, .values = values, .nature = RS_NATURE_FLOW, .updated = "2017-06-30"
  };
  g_autoptr (RsScene) scene = draw (&what, 2016, 560, 400);

  g_assert_cmpuint (rs_test_count (scene, RS_PART_AREA, RS_MARK_PATH), ==, 2);
  g_assert_cmpint (rs_test_find (scene, RS_PART_LINE, RS_MARK_PATH, 1)->dash, ==, RS_DASH_SHORT);
  g_assert_nonnull (rs_test_find_text (scene, "the period was not over"));
}

static void
test_odd_figures (void)
{
  static const double zero[] = { 0, 0, 0 };
  static const double huge[] = { 1e299, -1e299, 1.7e299 };
  static const double one[] = { NONE, 5, NONE };
  static const double none[] = { NONE, NONE, NONE };
  const double *const all[] = { zero, huge, one, none };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      RsInvented what = { .n = 1, .n_years = 3, .values = all[i] };
      g_autoptr (RsScene) scene = draw (&what, 2016, 560, 400);

      g_assert_cmpuint (rs_scene_get_n_marks (scene), >, 3);
    }
}

static void
test_stops (void)
{
  static const double values[] = { 10, NONE, 12, 13 };
  RsInvented what = { .n = 1, .n_years = 4, .values = values };
  g_autoptr (RsScene) scene = draw (&what, 2017, 560, 400);
  RsDatum datum = rs_scene_move (scene, RS_DATUM_NONE, RS_MOVE_LEFT);

  g_assert_cmpuint (rs_scene_get_n_stops (scene), ==, 4);
  g_assert_cmpint (datum.point, ==, 2);
  /* The hole has its stop as well. */
  datum = rs_scene_move (scene, datum, RS_MOVE_LEFT);
  g_assert_cmpint (datum.point, ==, 1);
}

static void
test_tidy (void)
{
  g_autoptr (RsDataset) yearly = rs_test_dataset_yearly ();
  g_autoptr (RsDataset) monthly = rs_test_dataset_monthly ();

  rs_test_assert_tidy_everywhere (yearly, "{\"indicators\":[\"jobs\"],\"chart\":\"areas\"}", 2020,
                                  "areas of years");
  rs_test_assert_tidy_everywhere (monthly, "{\"indicators\":[\"members\"],\"chart\":\"areas\"}",
                                  2021, "areas of months");
}

static void
test_golden (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  g_autoptr (RsScene) scene =
    rs_test_figure (dataset, "{\"indicators\":[\"jobs\"],\"chart\":\"areas\"}", 2021, 560, 400);

  rs_test_assert_golden (scene, "areas");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/marks-areas/from-zero", test_from_zero);
  g_test_add_func ("/chart/marks-areas/runs", test_runs);
  g_test_add_func ("/chart/marks-areas/stems", test_stems);
  g_test_add_func ("/chart/marks-areas/provisional", test_provisional);
  g_test_add_func ("/chart/marks-areas/targets", test_targets);
  g_test_add_func ("/chart/marks-areas/negative", test_negative);
  g_test_add_func ("/chart/marks-areas/bound", test_bound);
  g_test_add_func ("/chart/marks-areas/many", test_many);
  g_test_add_func ("/chart/marks-areas/open-year", test_open_year);
  g_test_add_func ("/chart/marks-areas/odd-figures", test_odd_figures);
  g_test_add_func ("/chart/marks-areas/stops", test_stops);
  g_test_add_func ("/chart/marks-areas/tidy", test_tidy);
  g_test_add_func ("/chart/marks-areas/golden", test_golden);
  return g_test_run ();
}
