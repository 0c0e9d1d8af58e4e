/* SPDX-License-Identifier: GPL-3.0-or-later
 * Stacked columns: parts from zero, a whole only where all of them are there. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "invented-series.h"
#include "lib/fixture-dataset.h"

#define NONE RS_TEST_NONE
#define N_YEARS 5

/* Three invented parts of five years; one is missing in the fourth, one provisional in the last. */
static const double parts[] = {
  10, 11, 12, 13,   14, /* first */
  20, 21, 22, NONE, 24, /* second */
  5,  6,  7,  8.5,  9,  /* third */
};
static const char *const statuses[] = { NULL, "†", NULL, NULL, NULL, NULL, NULL, NULL,
                                        NULL, "p", NULL, NULL, NULL, NULL, NULL };
static const char *const names[] = { "First", "Second", "Third" };

static RsInvented
get_parts (void)
{
  return (RsInvented){
    .n = 3,
    .n_years = N_YEARS,
    .values = parts,
    .statuses = statuses,
    .labels = names,
    .parts = TRUE,
  };
}

static RsScene *
draw (const RsInvented *what, int year, double width, double height)
{
  g_autoptr (RsDataset) dataset = rs_test_invent (what);
  g_autofree char *view = rs_test_view_of (what->n, "stacked", "");
  RsScene *scene = rs_test_figure (dataset, view, year, width, height);

  rs_test_assert_tidy (scene, "stacked");
  return scene;
}

static const RsMark *
get_bar (const RsScene *scene, int series, int point)
{
  return rs_test_find_datum (scene, RS_PART_BAR, RS_MARK_RECT, (RsDatum){ series, point });
}

/* The first part stands on the axis, each other on the one before it, with ground between them
 * (R26), and their ends are where their sums are (R8). */
static void
test_stack (void)
{
  RsInvented what = get_parts ();
  g_autoptr (RsScene) scene = draw (&what, 2017, 640, 480);
  const RsMark *axis = rs_test_find (scene, RS_PART_AXIS, RS_MARK_PATH, 0);
  double px = (axis->bounds.y - get_bar (scene, 2, 2)->bounds.y) / 41;

  g_assert_cmpfloat_with_epsilon (rs_rect_bottom (get_bar (scene, 0, 0)->bounds), axis->bounds.y,
                                  0.01);
  for (int point = 0; point < N_YEARS; point++)
    {
      double sum = 0, below = axis->bounds.y;

      for (int series = 0; series < 3; series++)
        {
          const RsMark *bar = get_bar (scene, series, point);
          double value = parts[series * N_YEARS + point];
          double outline;

          if (isnan (value))
            {
              g_assert_null (bar);
              continue;
            }
          g_assert_nonnull (bar);
          outline = bar->has_stroke ? bar->stroke_px / 2 : 0;
          sum += value;
          g_assert_cmpfloat_with_epsilon (bar->bounds.y - outline, axis->bounds.y - sum * px, 0.05);
          if (series > 0)
            g_assert_cmpfloat (below - rs_rect_bottom (bar->bounds), >=, 1);
          below = bar->bounds.y - outline;
        }
    }
}

/* Our own sum bears a dagger and is explained; where a part is missing there is no sum but a sign
 * over the column, in its middle. */
static void
test_total (void)
{
  RsInvented what = get_parts ();
  g_autoptr (RsScene) scene = draw (&what, 2019, 640, 480);
  const RsMark *gap = rs_test_find_datum (scene, RS_PART_GAP, RS_MARK_PATH, (RsDatum){ 1, 3 });

  for (int point = 0; point < N_YEARS; point++)
    {
      double sum = parts[point] + parts[N_YEARS + point] + parts[2 * N_YEARS + point];
      g_autofree char *text = g_strdup_printf ("%.0f†", sum);

      if (!isnan (sum))
        g_assert_nonnull (rs_test_find_label (scene, text));
    }
  g_assert_null (rs_test_find_label (scene, "21.5"));
  g_assert_null (rs_test_find_label (scene, "21.5†"));
  g_assert_nonnull (gap);
  g_assert_cmpuint (rs_test_count (scene, RS_PART_GAP, RS_MARK_PATH), ==, 1);
  g_assert_cmpfloat (rs_rect_bottom (gap->bounds), <, get_bar (scene, 2, 3)->bounds.y);
  g_assert_nonnull (rs_test_find_text (scene, "sum of the parts (†)"));
  g_assert_nonnull (rs_test_find_text (scene, "a part is missing, so no total"));
}

/* What is published for the whole is said as it is, even where it is not the sum (R43). */
static void
test_published_total (void)
{
  static const double same[] = { 35, 38, 41, NONE, 47 };
  static const double other[] = { 35, 38, 41.1, 42, 47 };
  RsInvented what = get_parts ();
  g_autoptr (RsScene) equal = NULL;
  g_autoptr (RsScene) differing = NULL;

  what.totals = same;
  equal = draw (&what, 2019, 640, 480);
  g_assert_nonnull (rs_test_find_label (equal, "41"));
  g_assert_null (rs_test_find_text (equal, "sum of the parts"));
  g_assert_nonnull (rs_test_find_text (equal, "total as published"));
  what.totals = other;
  differing = draw (&what, 2019, 640, 480);
  g_assert_null (rs_test_find_label (differing, "41†"));
  g_assert_nonnull (rs_test_find_label (differing, "41.1"));
  g_assert_nonnull (rs_test_find_text (differing, "total as published"));
  /* Published or not: in a column with a hole it would name the wrong height. */
  g_assert_null (rs_test_find_label (differing, "42"));
}

/* A published whole goes before our sum, and the picture names the paper that it is from, though
 * nothing else is. */
static void
test_foreign_total (void)
{
  static const double totals[] = { 35, 39, 44, NONE, 47 };
  RsInvented what = get_parts ();
  g_autoptr (RsScene) scene = NULL;
  g_autoptr (RsScene) alone = NULL;

  what.totals = totals;
  what.foreign_totals = TRUE;
  scene = draw (&what, 2019, 640, 480);
  g_assert_nonnull (rs_test_find_label (scene, "35"));
  g_assert_nonnull (rs_test_find_label (scene, "39"));
  g_assert_nonnull (rs_test_find_label (scene, "44"));
  g_assert_null (rs_test_find_label (scene, "38†"));
  g_assert_null (rs_test_find_label (scene, "41†"));
  g_assert_nonnull (rs_test_find_text (scene, "Another invented paper"));
  what.totals = NULL;
  what.foreign_totals = FALSE;
  alone = draw (&what, 2019, 640, 480);
  g_assert_null (rs_test_find_text (alone, "Another invented paper"));
}

/* A whole that is derived otherwise than by adding these parts is neither published nor their sum.
 */
static void
test_derived_total (void)
{
  static const double totals[] = { 35, 39, 44, NONE, 47 };
  RsInvented what = get_parts ();
  g_autoptr (RsScene) scene = NULL;

  what.totals = totals;
  what.total_status = "†";
  what.foreign_totals = TRUE;
  scene = draw (&what, 2019, 640, 480);
  g_assert_nonnull (rs_test_find_label (scene, "35†"));
  /* Apart by rounding: the sum stands, and a note tells. */
  g_assert_nonnull (rs_test_find_label (scene, "38†"));
  g_assert_null (rs_test_find_text (scene, "39"));
  g_assert_null (rs_test_find_label (scene, "41†"));
  g_assert_null (rs_test_find_text (scene, "44"));
  g_assert_null (rs_test_find_text (scene, "Another invented paper"));
}

/* A part without any figure leaves no whole anywhere. */
static void
test_part_without_figures (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  g_autoptr (RsScene) scene = rs_test_figure (
    dataset, "{\"indicators\":[\"jobs\"],\"regions\":[\"B\",\"C\"],\"chart\":\"stacked\"}", 2020,
    640, 480);

  rs_test_assert_tidy (scene, "a part without figures");
  g_assert_cmpuint (rs_test_count (scene, RS_PART_BAR, RS_MARK_RECT), ==, 3);
  g_assert_null (rs_test_find_text (scene, "†"));
  g_assert_nonnull (rs_test_find_text (scene, "so no total"));
  for (guint i = 0;; i++)
    {
      const RsMark *sign = rs_test_find (scene, RS_PART_GAP, RS_MARK_PATH, i);

      if (sign == NULL)
        {
          g_assert_cmpuint (i, ==, 3);
          break;
        }
      g_assert_cmpint (sign->datum.series, ==, 1);
    }
}

/* A bound is at least so long: an open end over the column, and no total. */
static void
test_bound (void)
{
  static const char *const bounds[] = { NULL, NULL, ">", NULL };
  static const double values[] = { 10, 20, 30, 40 };
  RsInvented what = { .n = 2, .n_years = 2, .values = values, .statuses = bounds, .parts = TRUE };
  g_autoptr (RsScene) scene = draw (&what, 2016, 560, 400);

  g_assert_nonnull (rs_test_find_datum (scene, RS_PART_BOUND, RS_MARK_PATH, (RsDatum){ 1, 0 }));
  g_assert_cmpuint (rs_test_count (scene, RS_PART_BOUND, RS_MARK_PATH), ==, 1);
  g_assert_true (get_bar (scene, 1, 0)->has_stroke);
  g_assert_null (rs_test_find_label (scene, "40†"));
  g_assert_nonnull (rs_test_find_label (scene, "60†"));
}

/* Beside the last column in the order of the stack (R18); where that has a hole, in a legend in the
 * order of the data, whose samples bear the shapes that the parts bear (R19, R20). */
static void
test_names (void)
{
  RsInvented what = get_parts ();
  g_autoptr (RsScene) direct = draw (&what, 2019, 640, 480);
  g_autoptr (RsScene) legend = NULL;
  double last = G_MAXDOUBLE;
  guint verbs[3] = { 0 };

  g_assert_cmpuint (rs_test_count (direct, RS_PART_LEGEND, RS_MARK_TEXT), ==, 0);
  for (guint i = 0; i < 3; i++)
    {
      const RsMark *name = rs_test_find_label (direct, names[i]);

      g_assert_nonnull (name);
      g_assert_cmpfloat (name->bounds.x, >, rs_rect_right (get_bar (direct, 0, 4)->bounds));
      g_assert_cmpfloat (name->bounds.y, <, last);
      last = name->bounds.y;
    }
  what.n_years = 4;
  {
    /* The same without the last year: it ends with the hole. */
    double cut[12];

    for (guint i = 0; i < 12; i++)
      cut[i] = parts[i / 4 * N_YEARS + i % 4];
    what.values = cut;
    what.statuses = NULL;
    legend = draw (&what, 2017, 640, 480);
  }
  last = -1;
  for (guint i = 0; i < 3; i++)
    {
      const RsMark *name = rs_test_find_label (legend, names[i]);

      g_assert_nonnull (name);
      g_assert_cmpint (name->part, ==, RS_PART_LEGEND);
      g_assert_cmpfloat (name->bounds.x, >, last);
      last = name->bounds.x;
      verbs[i] = rs_test_find (legend, RS_PART_LEGEND, RS_MARK_PATH, i)->n_verbs;
      g_assert_cmpuint (
        rs_test_find_datum (legend, RS_PART_BAR, RS_MARK_PATH, (RsDatum){ (int) i, 0 })->n_verbs,
        ==, verbs[i]);
    }
  g_assert_cmpuint (verbs[0], !=, verbs[1]);
  g_assert_cmpuint (verbs[1], !=, verbs[2]);
}

/* The chosen figures are always said: in their parts, beside them, or in a legend. */
static void
test_chosen_values (void)
{
  static const double values[] = { 500, 510, 520, 4, 4.5, 5.25 };
  static const double widths[] = { 240, 320, 640, 1200 };
  RsInvented what = { .n = 2, .n_years = 3, .values = values, .parts = TRUE };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (RsScene) scene = draw (&what, 2016, widths[i], 420);

      g_assert_nonnull (rs_test_find_text (scene, "510"));
      g_assert_nonnull (rs_test_find_text (scene, "4.5"));
    }
}

/* What is below zero hangs from the axis, and the axis holds both ends. */
static void
test_negative (void)
{
  static const double values[] = { 10, -20, -5, -8, 30, -1 };
  RsInvented what = { .n = 3, .n_years = 2, .values = values, .parts = TRUE };
  g_autoptr (RsScene) scene = draw (&what, 2016, 560, 420);
  const RsMark *axis = rs_test_find (scene, RS_PART_AXIS, RS_MARK_PATH, 0);

  g_assert_cmpfloat (rs_rect_bottom (get_bar (scene, 0, 0)->bounds), <=, axis->bounds.y + 0.01);
  g_assert_cmpfloat (get_bar (scene, 1, 0)->bounds.y, >=, axis->bounds.y - 0.01);
  g_assert_cmpfloat (get_bar (scene, 1, 1)->bounds.y, >,
                     rs_rect_bottom (get_bar (scene, 0, 1)->bounds));
}

/* A rule for a part has no place where parts do not stand on the axis: it is left out, and that is
 * said. */
static void
test_targets (void)
{
  static const double targets[] = { 10, NONE, 12, NONE, NONE };
  RsInvented what = get_parts ();
  g_autoptr (RsScene) without = draw (&what, 2017, 640, 480);
  g_autoptr (RsScene) with = NULL;

  what.targets = targets;
  with = draw (&what, 2017, 640, 480);
  g_assert_cmpuint (rs_test_count (with, RS_PART_TARGET, RS_MARK_PATH), ==, 0);
  g_assert_cmpuint (rs_scene_get_n_left_out (with), ==, rs_scene_get_n_left_out (without) + 2);
}

static void
test_stops (void)
{
  RsInvented what = get_parts ();
  g_autoptr (RsScene) scene = draw (&what, 2017, 640, 480);
  RsDatum datum = rs_scene_move (scene, RS_DATUM_NONE, RS_MOVE_RIGHT);
  const RsMark *third = get_bar (scene, 2, 2);

  g_assert_cmpuint (rs_scene_get_n_stops (scene), ==, 3 * N_YEARS);
  g_assert_cmpint (datum.point, ==, 2);
  datum = rs_scene_move (scene, datum, RS_MOVE_RIGHT);
  g_assert_cmpint (datum.point, ==, 3);
  datum = rs_scene_hit (scene, third->bounds.x + 3, third->bounds.y + third->bounds.height / 2);
  g_assert_cmpint (datum.series, ==, 2);
  g_assert_cmpint (datum.point, ==, 2);
}

static void
test_break (void)
{
  RsInvented what = get_parts ();
  g_autoptr (RsScene) scene = NULL;

  what.break_before = 2;
  scene = draw (&what, 2017, 640, 480);
  g_assert_cmpuint (rs_test_count (scene, RS_PART_BREAK, RS_MARK_PATH), ==, 1);
}

/* What counts a year that was not over is not final. */
static void
test_open_year (void)
{
  RsInvented what = get_parts ();
  g_autoptr (RsScene) scene = NULL;

  what.nature = RS_NATURE_FLOW;
  what.updated = "2019-06-30";
  scene = draw (&what, 2017, 640, 480);
  g_assert_false (get_bar (scene, 0, 3)->has_stroke);
  g_assert_cmpint (get_bar (scene, 0, 4)->dash, ==, RS_DASH_SHORT);
  g_assert_nonnull (rs_test_find_text (scene, "the period was not over"));
}

static void
test_odd_figures (void)
{
  static const double zero[] = { 0, 0, 0, 0 };
  static const double huge[] = { 1e307, 1e308, 1.2e308, 1.7e308 };
  static const double tiny[] = { 4.9e-324, 1e-300, 1e-9, 0 };
  static const double one[] = { 3, 4 };
  static const double holes[] = { 3, NONE, NONE, 4 };
  static const double none[] = { NONE, NONE, NONE, NONE };
  const RsInvented all[] = {
    { .n = 2, .n_years = 2, .values = zero, .parts = TRUE },
    { .n = 2, .n_years = 2, .values = huge, .parts = TRUE },
    { .n = 2, .n_years = 2, .values = tiny, .parts = TRUE },
    { .n = 2, .n_years = 1, .values = one, .parts = TRUE },
    { .n = 2, .n_years = 2, .values = holes, .parts = TRUE },
    { .n = 2, .n_years = 2, .values = none, .parts = TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr (RsScene) scene = draw (&all[i], 2015, 560, 400);

      g_assert_cmpuint (rs_scene_get_n_marks (scene), >, 3);
    }
}

static void
test_tidy (void)
{
  static const char *const wordy[] = {
    "The first of three invented parts with a name that fills several lines beside a column",
    "The second of three invented parts with a name that fills several lines beside a column",
    "第三个虚构的组成部分，名称很长，需要多行才能写完，仍然不得重叠"
  };
  RsInvented what = get_parts ();
  g_autoptr (RsDataset) brief = rs_test_invent (&what);
  g_autoptr (RsDataset) lengthy = NULL;
  g_autofree char *view = rs_test_view_of (3, "stacked", "");

  what.labels = wordy;
  what.break_before = 3;
  lengthy = rs_test_invent (&what);
  rs_test_assert_tidy_everywhere (brief, view, 2019, "stacked, short names");
  rs_test_assert_tidy_everywhere (lengthy, view, 2018, "stacked, long names");
}

static void
test_golden (void)
{
  RsInvented what = get_parts ();
  g_autoptr (RsScene) scene = draw (&what, 2019, 560, 400);

  rs_test_assert_golden (scene, "stacked");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/marks-stacked/stack", test_stack);
  g_test_add_func ("/chart/marks-stacked/total", test_total);
  g_test_add_func ("/chart/marks-stacked/published-total", test_published_total);
  g_test_add_func ("/chart/marks-stacked/foreign-total", test_foreign_total);
  g_test_add_func ("/chart/marks-stacked/derived-total", test_derived_total);
  g_test_add_func ("/chart/marks-stacked/part-without-figures", test_part_without_figures);
  g_test_add_func ("/chart/marks-stacked/bound", test_bound);
  g_test_add_func ("/chart/marks-stacked/names", test_names);
  g_test_add_func ("/chart/marks-stacked/chosen-values", test_chosen_values);
  g_test_add_func ("/chart/marks-stacked/negative", test_negative);
  g_test_add_func ("/chart/marks-stacked/targets", test_targets);
  g_test_add_func ("/chart/marks-stacked/stops", test_stops);
  g_test_add_func ("/chart/marks-stacked/break", test_break);
  g_test_add_func ("/chart/marks-stacked/open-year", test_open_year);
  g_test_add_func ("/chart/marks-stacked/odd-figures", test_odd_figures);
  g_test_add_func ("/chart/marks-stacked/tidy", test_tidy);
  g_test_add_func ("/chart/marks-stacked/golden", test_golden);
  return g_test_run ();
}
