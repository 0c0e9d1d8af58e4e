/* SPDX-License-Identifier: GPL-3.0-or-later
 * Small charts: one scale for all of one unit, what has no room is told, and the rules for lines
 * hold in each. All figures are invented. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "figure-fixture.h"
#include "lib/fixed-metrics.h"
#include "rows-fixture.h"
#undef RS_TEST_FIRST_YEAR
#include "invented-series.h"

#define VIEW "{\"indicators\":[\"rate\"],\"chart\":\"multiples\"}"
#define NONE ((double) NAN)
#define WIDTH 640
#define HEIGHT 480

/* @values: (array length=n × 4): of 2018 to 2021. */
static RsTestRegions *
begin (guint n, const double *values)
{
  RsTestRegions *regions = rs_test_regions_new (n);

  for (guint i = 0; i < n * RS_TEST_N_YEARS; i++)
    rs_test_regions_set (regions, RS_TEST_RATE, i / RS_TEST_N_YEARS,
                         2018 + (int) (i % RS_TEST_N_YEARS), values[i]);
  return regions;
}

static RsDataset *
make (guint n, const double *values)
{
  return rs_test_regions_finish (begin (n, values));
}

static RsScene *
draw (RsDataset *dataset)
{
  return rs_test_figure (dataset, VIEW, 2021, WIDTH, HEIGHT);
}

static RsRect
get_hit (const RsScene *scene, int series, int point)
{
  RsRect hit = { 0 };

  if (!rs_scene_find_stop (scene, (RsDatum){ series, point }, NULL, &hit))
    g_error ("no stop %d %d", series, point);
  return hit;
}

static RsPoint
get_place (const RsScene *scene, int series, int point)
{
  RsPoint at = { 0 };

  if (!rs_scene_find_stop (scene, (RsDatum){ series, point }, &at, NULL))
    g_error ("no stop %d %d", series, point);
  return at;
}

/* Lines of a series in its own panel, which are darker than those behind the others. */
static guint
count_own_lines (const RsScene *scene, int series)
{
  RsRect panel = get_hit (scene, series, 0);
  guint n = 0;

  for (guint i = 0; i < rs_scene_get_n_marks (scene); i++)
    {
      const RsMark *mark = rs_scene_get_mark (scene, i);

      n += mark->part == RS_PART_LINE && mark->datum.series == series &&
               mark->bounds.y >= panel.y - 1 &&
               rs_rect_bottom (mark->bounds) <= rs_rect_bottom (panel) + 1 &&
               rs_color_contrast (mark->stroke, rs_theme_get ("light")->card) >= 3
             ? 1
             : 0;
    }
  return n;
}

static const double plain[] = { 1, 2, 3, 4, 8, 7, 6, 5, 2, 2, 3, 3, 9, 1, 9, 1 };

static RsDataset *
make_odd (void)
{
  static const double values[] = { 4,    5,    NONE, 8, 5,    2,    3,    4,
                                   NONE, NONE, 6,    7, NONE, NONE, NONE, NONE };
  RsTestRegions *regions = begin (4, values);

  rs_test_regions_set_bound (regions, RS_TEST_RATE, 2, 2019, 5);
  rs_test_regions_set_status (regions, RS_TEST_RATE, 1, 2021, "p");
  rs_test_regions_add_break (regions, RS_TEST_RATE, 1, 2020);
  rs_test_regions_add_target (regions, RS_TEST_RATE, 0, 2021, RS_OPERATOR_AT_LEAST, 7);
  return rs_test_regions_finish (regions);
}

static void
test_golden (void)
{
  g_autoptr (RsDataset) dataset = make_odd ();
  g_autoptr (RsScene) scene = draw (dataset);

  rs_test_assert_tidy (scene, "odd");
  rs_test_assert_golden (scene, "multiples");
}

/* The same figure stands at the same height in every panel of a row (R15). */
static void
test_one_scale (void)
{
  static const double values[] = { 1, 2, 3, 4, 40, 30, 4, 10, 4, 4, 4, 4 };
  g_autoptr (RsDataset) dataset = make (3, values);
  g_autoptr (RsScene) scene = rs_test_figure (dataset, VIEW, 2021, 1200, 400);
  double bottom[3];
  double y[3];

  for (int i = 0; i < 3; i++)
    {
      RsRect hit = get_hit (scene, i, 3);

      bottom[i] = rs_rect_bottom (hit);
      y[i] = hit.height;
    }
  g_assert_cmpfloat_with_epsilon (y[0], y[1], 1e-6);
  g_assert_cmpfloat_with_epsilon (y[0], y[2], 1e-6);
  g_assert_cmpfloat_with_epsilon (bottom[0] - get_place (scene, 0, 3).y,
                                  bottom[1] - get_place (scene, 1, 2).y, 1e-6);
  g_assert_cmpfloat_with_epsilon (bottom[0] - get_place (scene, 0, 3).y,
                                  bottom[2] - get_place (scene, 2, 0).y, 1e-6);
}

/* Rows are even, and either all titles have their figure or only the selected region's; what has
 * one has as many decimals as the others (R46). */
static void
test_even (void)
{
  RsTestRegions *regions = rs_test_regions_new (9);
  g_autoptr (RsDataset) dataset = NULL;

  for (guint i = 0; i < 9; i++)
    for (int year = 2018; year < 2022; year++)
      rs_test_regions_set (regions, RS_TEST_RATE, i, year, 11 + i + (i == 4 ? 0.25 : 0));
  dataset = rs_test_regions_finish (regions);
  for (int width = 240; width <= 1200; width += 40)
    {
      g_autoptr (RsScene) scene = rs_test_figure (dataset, VIEW, 2021, width, 420);
      guint n_panels = 0, n_first = 0, n_last = 0, n_values = 0;
      double top = 0, bottom = 0;

      for (int i = 0; i < 9; i++)
        {
          RsRect hit;

          if (!rs_scene_find_stop (scene, (RsDatum){ i, 3 }, NULL, &hit))
            continue;
          top = n_panels++ == 0 ? hit.y : top;
          n_first += fabs (hit.y - top) < 1 ? 1 : 0;
          n_last = fabs (hit.y - bottom) < 1 ? n_last + 1 : 1;
          bottom = hit.y;
        }
      for (int i = 0; i < 9; i++)
        {
          g_autofree char *text = g_strdup_printf ("%.2f", 11 + i + (i == 4 ? 0.25 : 0));

          n_values += rs_test_find_label (scene, text) != NULL ? 1 : 0;
        }
      g_assert_cmpuint (n_panels, >, 0);
      g_assert_cmpuint (n_last + (n_panels - 1) / n_first, >=, n_first);
      g_assert_true (n_values <= 1 || n_values == n_panels);
    }
}

/* Units that differ have scales of their own, and each panel says which (R12, R15). */
static void
test_own_scales (void)
{
  RsTestRegions *regions = rs_test_regions_new (1);
  g_autoptr (RsDataset) dataset = NULL;
  g_autoptr (RsScene) scene = NULL;
  guint n_axes = 0;

  for (int year = 2018; year < 2022; year++)
    {
      rs_test_regions_set (regions, RS_TEST_RATE, 0, year, year - 2010);
      rs_test_regions_set (regions, RS_TEST_AMOUNT, 0, year, 100 * (year - 2010));
    }
  dataset = rs_test_regions_finish (regions);
  scene = rs_test_figure (dataset, "{\"indicators\":[\"rate\",\"amount\"],\"chart\":\"multiples\"}",
                          2021, 900, 420);
  g_assert_nonnull (rs_test_find_text (scene, "Invented rate · %"));
  g_assert_nonnull (rs_test_find_text (scene, "Invented amount · "));
  for (int i = 0; i < 2; i++)
    {
      RsRect panel = get_hit (scene, i, 0);
      gboolean labelled = FALSE;

      for (guint k = 0;; k++)
        {
          const RsMark *tick = rs_test_find (scene, RS_PART_TICK, RS_MARK_TEXT, k);

          if (tick == NULL)
            break;
          labelled = labelled || (rs_rect_right (tick->bounds) <= panel.x + panel.width &&
                                  rs_rect_right (tick->bounds) > panel.x - 30 &&
                                  tick->bounds.y < rs_rect_bottom (panel));
        }
      n_axes += labelled ? 1 : 0;
    }
  g_assert_cmpuint (n_axes, ==, 2);
}

/* A panel has the name of its series as its title and the figure of the chosen year. */
static void
test_titles (void)
{
  g_autoptr (RsDataset) dataset = make (4, plain);
  g_autoptr (RsScene) scene = draw (dataset);

  for (int i = 0; i < 4; i++)
    {
      g_autofree char *name = g_strdup_printf ("Region %c", 'A' + i);
      const RsMark *title = rs_test_find_label (scene, name);
      const RsMark *value =
        rs_test_find_datum (scene, RS_PART_LABEL, RS_MARK_TEXT, (RsDatum){ i, 3 });
      RsRect panel = get_hit (scene, i, 3);

      g_assert_nonnull (title);
      g_assert_cmpint (title->font.weight, ==, i == 0 ? RS_WEIGHT_BOLD : RS_WEIGHT_NORMAL);
      g_assert_cmpfloat (rs_rect_bottom (title->bounds), <=, panel.y + 0.01);
      g_assert_nonnull (value);
      g_assert_cmpfloat_with_epsilon (value->bounds.y, title->bounds.y, 3);
    }
}

/* The selected region's panel is framed, and no other. */
static void
test_home (void)
{
  g_autoptr (RsDataset) dataset = make (4, plain);
  g_autoptr (RsScene) scene = draw (dataset);
  const RsMark *frame = rs_test_find (scene, RS_PART_SELECTED, RS_MARK_RECT, 0);

  g_assert_nonnull (frame);
  g_assert_cmpint (frame->datum.series, ==, 0);
  g_assert_null (rs_test_find (scene, RS_PART_SELECTED, RS_MARK_RECT, 1));
  /* The chosen year is marked in each. */
  g_assert_cmpuint (rs_test_count (scene, RS_PART_SELECTED, RS_MARK_PATH), >=, 4);
}

/* No line over a gap or a break, and what is not final is dashed (R21, R39, R41). */
static void
test_lines (void)
{
  g_autoptr (RsDataset) dataset = make_odd ();
  g_autoptr (RsScene) scene = draw (dataset);
  const RsMark *rule = rs_test_find (scene, RS_PART_BREAK, RS_MARK_PATH, 0);

  /* 2018 to 2019; 2021 alone. */
  g_assert_cmpuint (count_own_lines (scene, 0), ==, 1);
  /* Over the break there is none. */
  g_assert_cmpuint (count_own_lines (scene, 1), ==, 2);
  g_assert_nonnull (rule);
  g_assert_cmpint (rule->datum.series, ==, 1);
  g_assert_nonnull (rs_test_find_datum (scene, RS_PART_BOUND, RS_MARK_PATH, (RsDatum){ 2, 1 }));
  g_assert_nonnull (rs_test_find_datum (scene, RS_PART_TARGET, RS_MARK_PATH, (RsDatum){ 0, 3 }));
  g_assert_nonnull (rs_test_find_text (scene, "≥"));
}

/* What is written in a panel does not reach into the next. */
static void
test_break_stays_inside (void)
{
  g_autoptr (RsDataset) dataset = make_odd ();
  g_autoptr (RsScene) scene = draw (dataset);
  RsRect first = get_hit (scene, 1, 0), last = get_hit (scene, 1, 3);
  const RsMark *text = rs_test_find (scene, RS_PART_BREAK, RS_MARK_TEXT, 0);

  if (text == NULL)
    return;
  g_assert_cmpfloat (text->bounds.x, >=, first.x - 0.01);
  g_assert_cmpfloat (rs_rect_right (text->bounds), <=, rs_rect_right (last) + 0.01);
}

/* A series without any figure has no panel, and its name stands in the foot. */
static void
test_bare (void)
{
  g_autoptr (RsDataset) dataset = make_odd ();
  g_autoptr (RsScene) scene = draw (dataset);

  g_assert_null (rs_test_find_label (scene, "Region D"));
  g_assert_nonnull (rs_test_find_text (scene, "no figure: Region D"));
}

/* The others stand grey in the background, and the foot says so. */
static void
test_context (void)
{
  RsTestRegions *regions = rs_test_regions_new (14);
  g_autoptr (RsDataset) few = make (4, plain), many = NULL;
  g_autoptr (RsScene) a = draw (few), b = NULL;
  guint n = 0;

  for (guint i = 0; i < 14; i++)
    for (int year = 2018; year < 2022; year++)
      rs_test_regions_set (regions, RS_TEST_RATE, i, year, i + (year - 2018) % 3);
  many = rs_test_regions_finish (regions);
  b = rs_test_figure (many, VIEW, 2021, 1200, 900);
  g_assert_nonnull (rs_test_find_text (a, "grey: the other series"));
  g_assert_cmpuint (rs_test_count (a, RS_PART_LINE, RS_MARK_PATH), ==, 4 * 4);
  g_assert_nonnull (rs_test_find_text (b, "grey: Region A"));
  for (guint i = 0; i < rs_scene_get_n_marks (b); i++)
    {
      const RsMark *mark = rs_scene_get_mark (b, i);

      n += mark->part == RS_PART_LINE && mark->datum.series == 0 ? 1 : 0;
    }
  g_assert_cmpuint (n, ==, 14);
}

/* Too many: the home region and the first of the others, and the foot tells how many there are. */
static void
test_left_out (void)
{
  RsTestRegions *regions = rs_test_regions_new (90);
  g_autoptr (RsDataset) dataset = NULL;
  g_autoptr (RsFrame) frame = NULL;
  RsFigureOptions options = rs_test_options (480, 420);
  g_autoptr (RsScene) scene = NULL;
  guint n = 0;

  for (guint i = 0; i < 90; i++)
    for (int year = 2018; year < 2022; year++)
      rs_test_regions_set (regions, RS_TEST_RATE, i, year, i);
  dataset = rs_test_regions_finish (regions);
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (RsView) view = rs_view_new ();
    RsSelection selection = { (char *) "R80", 2021 };

    view->kind = RS_CHART_MULTIPLES;
    view->indicators = g_strdupv ((char *[]){ (char *) "rate", NULL });
    frame = rs_view_run (view, dataset, &selection, RS_LANGUAGE_EN, &error);
    g_assert_no_error (error);
  }
  scene = rs_figure_new (frame, &options, rs_fixed_metrics_get ());
  for (int i = 0; i < 90; i++)
    n += rs_scene_find_stop (scene, (RsDatum){ i, 3 }, NULL, NULL) ? 1 : 0;
  g_assert_cmpuint (n, >, 3);
  g_assert_cmpuint (n, <, 90);
  g_assert_true (rs_scene_find_stop (scene, (RsDatum){ 80, 3 }, NULL, NULL));
  g_assert_true (rs_scene_find_stop (scene, (RsDatum){ 0, 3 }, NULL, NULL));
  g_assert_false (rs_scene_find_stop (scene, (RsDatum){ 89, 3 }, NULL, NULL));
  g_assert_nonnull (rs_test_find_text (scene, "of 90 charts shown"));
  g_assert_cmpuint (rs_scene_get_n_left_out (scene), >, 0);
  rs_test_assert_tidy (scene, "ninety");
}

/* Panels do not overlap and lie in the picture, in the order of the frame, line by line. */
static void
test_grid (void)
{
  for (guint n = 2; n < 30; n += 3)
    {
      g_autofree double *values = g_new (double, n *RS_TEST_N_YEARS);
      g_autoptr (RsDataset) dataset = NULL;
      g_autoptr (RsScene) scene = NULL;

      for (guint i = 0; i < n * RS_TEST_N_YEARS; i++)
        values[i] = i % 7;
      dataset = make (n, values);
      scene = rs_test_figure (dataset, VIEW, 2021, 1200, 900);
      for (int i = 1; i < (int) n; i++)
        {
          RsRect a = get_hit (scene, i - 1, 3), b = get_hit (scene, i, 0);

          g_assert_true (get_place (scene, i, 0).x > get_place (scene, i - 1, 3).x ||
                         b.y >= rs_rect_bottom (a));
          g_assert_cmpfloat_with_epsilon (a.height, b.height, 1e-6);
        }
    }
}

/* A logarithmic scale: equal ratios are equal distances in every panel. */
static void
test_log (void)
{
  RsTestRegions *regions = rs_test_regions_new (2);
  g_autoptr (RsDataset) dataset = NULL;
  g_autoptr (RsScene) scene = NULL;

  for (int year = 2018; year < 2022; year++)
    {
      rs_test_regions_set (regions, RS_TEST_AMOUNT, 0, year, pow (10, year - 2018));
      rs_test_regions_set (regions, RS_TEST_AMOUNT, 1, year, 5);
    }
  dataset = rs_test_regions_finish (regions);
  scene =
    rs_test_figure (dataset, "{\"indicators\":[\"amount\"],\"chart\":\"multiples\",\"log\":true}",
                    2021, WIDTH, HEIGHT);
  g_assert_cmpfloat_with_epsilon (get_place (scene, 0, 0).y - get_place (scene, 0, 1).y,
                                  get_place (scene, 0, 2).y - get_place (scene, 0, 3).y, 0.01);
  rs_test_assert_tidy (scene, "log");
}

static void
test_degenerate (void)
{
  static const double lone[] = { NONE, NONE, NONE, 3, NONE, NONE, NONE, NONE };
  static const double zero[] = { 0, 0, 0, 0, 0, 0, 0, 0 };
  static const double below[] = { -1, -2, -3, -4, 5, 6, -7, 8 };
  static const double vast[] = { 1e300, -1e300, 1e-300, 0, 1e15, 5, 1e300, -1e300 };
  static const double nothing[] = { NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE };
  const double *all[] = { lone, zero, below, vast, nothing };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr (RsDataset) dataset = make (2, all[i]);
      g_autoptr (RsScene) scene = draw (dataset);
      g_autofree char *what = g_strdup_printf ("case %u", i);

      rs_test_assert_tidy (scene, what);
      g_assert_cmpuint (rs_scene_get_n_stops (scene) > 0, ==, i < 4);
    }
}

static void
test_tidy (void)
{
  g_autoptr (RsDataset) odd = make_odd ();
  RsTestRegions *regions = rs_test_regions_new (200);
  g_autofree double *values = g_new (double, 5 * 120);
  g_autofree char *view = rs_test_view_of (5, "multiples", "");
  RsInvented what = { .n = 5, .n_years = 120, .break_before = 60 };
  g_autoptr (RsDataset) many = NULL;
  g_autoptr (RsDataset) longer = NULL;

  for (guint i = 0; i < 200; i++)
    for (int year = 2018; year < 2022; year++)
      if ((i * 7 + (guint) year) % 11 != 0)
        rs_test_regions_set (regions, RS_TEST_RATE, i, year, (i * 37 + (guint) year) % 101 / 7.0);
  rs_test_regions_rename (regions, 3,
                          "A region whose invented name is long enough for three lines");
  rs_test_regions_rename (regions, 5, "名称很长很长很长很长很长的虚构自治地区");
  many = rs_test_regions_finish (regions);
  for (guint i = 0; i < 5 * 120; i++)
    values[i] = i % 23 == 0 ? NONE : (i * i) % 997;
  what.values = values;
  longer = rs_test_invent (&what);
  rs_test_assert_tidy_everywhere (odd, VIEW, 2021, "odd");
  rs_test_assert_tidy_everywhere (many, VIEW, 2021, "two hundred");
  rs_test_assert_tidy_everywhere (longer, view, 2100, "long");
}

static void
test_natural_height (void)
{
  for (guint n = 2; n < 40; n += 9)
    {
      g_autofree double *values = g_new (double, n *RS_TEST_N_YEARS);
      g_autoptr (RsDataset) dataset = NULL;
      g_autoptr (RsFrame) frame = NULL;
      g_autoptr (RsScene) scene = NULL;
      RsFigureOptions options = rs_test_options (WIDTH, 0);
      guint n_shown = 0;

      for (guint i = 0; i < n * RS_TEST_N_YEARS; i++)
        values[i] = i % 7;
      dataset = make (n, values);
      frame = rs_test_frame (dataset, VIEW, 2021, RS_LANGUAGE_EN);
      options.height_px = rs_figure_get_natural_height (frame, &options, rs_fixed_metrics_get ());
      scene = rs_figure_new (frame, &options, rs_fixed_metrics_get ());
      for (int i = 0; i < (int) n; i++)
        n_shown += rs_scene_find_stop (scene, (RsDatum){ i, 3 }, NULL, NULL) ? 1 : 0;
      g_assert_cmpuint (n_shown, ==, n);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/marks-multiples/golden", test_golden);
  g_test_add_func ("/chart/marks-multiples/one-scale", test_one_scale);
  g_test_add_func ("/chart/marks-multiples/even", test_even);
  g_test_add_func ("/chart/marks-multiples/own-scales", test_own_scales);
  g_test_add_func ("/chart/marks-multiples/titles", test_titles);
  g_test_add_func ("/chart/marks-multiples/home", test_home);
  g_test_add_func ("/chart/marks-multiples/lines", test_lines);
  g_test_add_func ("/chart/marks-multiples/break-stays-inside", test_break_stays_inside);
  g_test_add_func ("/chart/marks-multiples/bare", test_bare);
  g_test_add_func ("/chart/marks-multiples/context", test_context);
  g_test_add_func ("/chart/marks-multiples/left-out", test_left_out);
  g_test_add_func ("/chart/marks-multiples/grid", test_grid);
  g_test_add_func ("/chart/marks-multiples/log", test_log);
  g_test_add_func ("/chart/marks-multiples/degenerate", test_degenerate);
  g_test_add_func ("/chart/marks-multiples/tidy", test_tidy);
  g_test_add_func ("/chart/marks-multiples/natural-height", test_natural_height);
  return g_test_run ();
}
