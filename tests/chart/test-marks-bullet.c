/* SPDX-License-Identifier: GPL-3.0-or-later
 * Bullets: results against targets, with words and shapes. All figures are invented. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "figure-fixture.h"
#include "lib/fixed-metrics.h"
#include "lib/fixture-dataset.h"
#include "rows-fixture.h"

#define AMOUNT "{\"indicators\":[\"amount\"],\"regions\":[\"A\",\"B\",\"C\"],\"chart\":\"bullet\"}"
#define RATE "{\"indicators\":[\"rate\"],\"regions\":[\"A\",\"B\",\"C\"],\"chart\":\"bullet\"}"
#define MIXED "{\"indicators\":[\"amount\",\"rate\"],\"regions\":[\"A\"],\"chart\":\"bullet\"}"

/* @indicator of A, B and C in 2021: 12, 6 and 9. */
static RsTestRegions *
make (guint indicator)
{
  static const double values[] = { 12, 6, 9 };
  RsTestRegions *regions = rs_test_regions_new (3);

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    rs_test_regions_set (regions, indicator, i, 2021, values[i]);
  return regions;
}

/* Takes @regions. */
static RsScene *
draw (RsTestRegions *regions, const char *view, double width_px, double height_px)
{
  g_autoptr (RsDataset) dataset = rs_test_regions_finish (regions);

  return rs_test_figure (dataset, view, 2021, width_px, height_px);
}

/* Bars from zero, in proportion on one scale (R8), and every target on it (R11). */
static void
test_from_zero (void)
{
  RsTestRegions *regions = make (RS_TEST_AMOUNT);
  g_autoptr (RsScene) scene = NULL;
  const RsMark *first, *second, *tick;

  rs_test_regions_add_target (regions, RS_TEST_AMOUNT, 0, 2021, RS_OPERATOR_AT_LEAST, 24);
  scene = draw (regions, AMOUNT, 700, 500);
  g_assert_cmpuint (rs_test_count (scene, RS_PART_BAR, RS_MARK_RECT), ==, 3);
  first = rs_test_find (scene, RS_PART_BAR, RS_MARK_RECT, 0);
  second = rs_test_find (scene, RS_PART_BAR, RS_MARK_RECT, 1);
  tick = rs_test_find (scene, RS_PART_TARGET, RS_MARK_PATH, 0);
  g_assert_cmpfloat_with_epsilon (first->bounds.x, second->bounds.x, 0.01);
  g_assert_cmpfloat_with_epsilon (first->bounds.width, 2 * second->bounds.width, 0.01);
  g_assert_cmpfloat_with_epsilon (tick->bounds.x - first->bounds.x, 2 * first->bounds.width, 0.01);
  g_assert_cmpuint (rs_scene_get_n_stops (scene), ==, 3);
  rs_test_assert_tidy (scene, "bullet");
}

/* The tick has its value, operator and period (R32), the verdict word and shape (R34). */
static void
test_words (void)
{
  RsTestRegions *regions = make (RS_TEST_AMOUNT);
  g_autoptr (RsScene) scene = NULL;

  rs_test_regions_add_target (regions, RS_TEST_AMOUNT, 0, 2021, RS_OPERATOR_AT_LEAST, 10);
  rs_test_regions_add_target (regions, RS_TEST_AMOUNT, 1, 2021, RS_OPERATOR_AT_LEAST, 10);
  scene = draw (regions, AMOUNT, 700, 500);
  g_assert_nonnull (rs_test_find_label (scene, "≥\u00a0100 (2021)"));
  g_assert_nonnull (rs_test_find_label (scene, "✓ 120% of target"));
  g_assert_nonnull (rs_test_find_label (scene, "✕ 60% of target"));
  g_assert_nonnull (rs_test_find_text (scene, "tick: target"));
}

/* "About" gives a distance and no verdict (R35). */
static void
test_about (void)
{
  RsTestRegions *regions = make (RS_TEST_RATE);
  g_autoptr (RsScene) scene = NULL;

  rs_test_regions_add_target (regions, RS_TEST_RATE, 1, 2021, RS_OPERATOR_ABOUT, 5.5);
  scene = draw (regions, RATE, 900, 600);
  g_assert_nonnull (rs_test_find_text (scene, "no tolerance published; 0.5 points above"));
  g_assert_null (rs_test_find_text (scene, "✓"));
  g_assert_null (rs_test_find_text (scene, "✕"));
}

/* Grounds at 50, 75 and 100 % of an at-least target of an amount, and explained (R38). */
static void
test_ranges (void)
{
  RsTestRegions *regions = make (RS_TEST_AMOUNT);
  g_autoptr (RsScene) scene = NULL;
  const RsMark *tick;
  double widths[3];

  rs_test_regions_add_target (regions, RS_TEST_AMOUNT, 0, 2021, RS_OPERATOR_AT_LEAST, 20);
  scene = draw (regions, AMOUNT, 700, 500);
  tick = rs_test_find (scene, RS_PART_TARGET, RS_MARK_PATH, 0);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      const RsMark *range = rs_test_find (scene, RS_PART_RANGE, RS_MARK_RECT, i);

      g_assert_nonnull (range);
      widths[i] = range->bounds.width;
      if (i == 0)
        g_assert_cmpfloat_with_epsilon (rs_rect_right (range->bounds), tick->bounds.x, 0.01);
    }
  g_assert_cmpfloat_with_epsilon (widths[1] / widths[0], 0.75, 1e-3);
  g_assert_cmpfloat_with_epsilon (widths[2] / widths[0], 0.5, 1e-3);
  g_assert_nonnull (rs_test_find_text (scene, "grounds: 50, 75 and 100%"));
}

/* A share of a limit, of "about" or of a rate says nothing. */
static void
test_no_ranges (void)
{
  static const struct
  {
    guint indicator;
    RsOperator op;
    const char *view;
  } cases[] = {
    { RS_TEST_AMOUNT, RS_OPERATOR_AT_MOST, AMOUNT },
    { RS_TEST_AMOUNT, RS_OPERATOR_ABOUT, AMOUNT },
    { RS_TEST_RATE, RS_OPERATOR_AT_LEAST, RATE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RsTestRegions *regions = make (cases[i].indicator);
      g_autoptr (RsScene) scene = NULL;

      rs_test_regions_add_target (regions, cases[i].indicator, 0, 2021, cases[i].op, 10);
      scene = draw (regions, cases[i].view, 700, 500);
      g_assert_cmpuint (rs_test_count (scene, RS_PART_RANGE, RS_MARK_RECT), ==, 0);
      g_assert_null (rs_test_find_text (scene, "grounds"));
    }
}

/* The year before is a thin bar (R33), where the two compare. */
static void
test_before (void)
{
  for (int broken = 0; broken < 2; broken++)
    {
      RsTestRegions *regions = make (RS_TEST_AMOUNT);
      g_autoptr (RsScene) scene = NULL;

      rs_test_regions_set (regions, RS_TEST_AMOUNT, 0, 2020, 6);
      rs_test_regions_add_target (regions, RS_TEST_AMOUNT, 1, 2021, RS_OPERATOR_AT_LEAST, 10);
      if (broken != 0)
        rs_test_regions_add_break (regions, RS_TEST_AMOUNT, -1, 2021);
      scene = draw (regions, AMOUNT, 700, 500);
      if (broken != 0)
        {
          g_assert_cmpuint (rs_test_count (scene, RS_PART_TICK, RS_MARK_RECT), ==, 0);
          g_assert_null (rs_test_find_text (scene, "thin bar"));
        }
      else
        {
          const RsMark *thin = rs_test_find (scene, RS_PART_TICK, RS_MARK_RECT, 0);
          const RsMark *bar = rs_test_find (scene, RS_PART_BAR, RS_MARK_RECT, 0);

          g_assert_cmpfloat_with_epsilon (thin->bounds.width, bar->bounds.width / 2, 0.01);
          g_assert_cmpfloat (thin->bounds.height, <, bar->bounds.height);
          g_assert_cmpfloat (thin->bounds.y, >=, rs_rect_bottom (bar->bounds));
          g_assert_nonnull (rs_test_find_text (scene, "thin bar: a year before"));
        }
    }
}

/* Units that differ: a scale for each row, and its unit beside its number; one unit: one axis. */
static void
test_units (void)
{
  RsTestRegions *regions = make (RS_TEST_AMOUNT);
  g_autoptr (RsScene) mixed = NULL;
  g_autoptr (RsScene) alike = NULL;

  rs_test_regions_set (regions, RS_TEST_RATE, 0, 2021, 4.5);
  rs_test_regions_add_target (regions, RS_TEST_AMOUNT, 0, 2021, RS_OPERATOR_AT_LEAST, 10);
  rs_test_regions_add_target (regions, RS_TEST_RATE, 0, 2021, RS_OPERATOR_AT_MOST, 5);
  mixed = draw (regions, MIXED, 700, 500);
  g_assert_nonnull (rs_test_find_label (mixed, "120,000 persons"));
  g_assert_nonnull (rs_test_find_label (mixed, "4.5%"));
  g_assert_nonnull (rs_test_find_text (mixed, "≤ 5%"));
  g_assert_cmpuint (rs_test_count (mixed, RS_PART_TICK, RS_MARK_TEXT), ==, 0);

  regions = make (RS_TEST_AMOUNT);
  rs_test_regions_add_target (regions, RS_TEST_AMOUNT, 0, 2021, RS_OPERATOR_AT_LEAST, 10);
  alike = draw (regions, AMOUNT, 700, 500);
  g_assert_cmpuint (rs_test_count (alike, RS_PART_TICK, RS_MARK_TEXT), >=, 3);
  g_assert_nonnull (rs_test_find_label (alike, "120"));
}

/* A target without a figure, and neither. */
static void
test_missing (void)
{
  RsTestRegions *regions = rs_test_regions_new (3);
  g_autoptr (RsScene) scene = NULL;

  rs_test_regions_set (regions, RS_TEST_AMOUNT, 0, 2021, 0);
  rs_test_regions_add_target (regions, RS_TEST_AMOUNT, 1, 2021, RS_OPERATOR_AT_LEAST, 10);
  scene = draw (regions, AMOUNT, 700, 500);
  g_assert_cmpuint (rs_test_count (scene, RS_PART_BAR, RS_MARK_RECT), ==, 1);
  g_assert_cmpuint (rs_test_count (scene, RS_PART_TARGET, RS_MARK_PATH), ==, 1);
  g_assert_nonnull (rs_test_find_label (scene, "no figure"));
  g_assert_nonnull (rs_test_find_text (scene, "cannot be judged"));
  g_assert_cmpuint (rs_scene_get_n_stops (scene), ==, 2);
  rs_test_assert_tidy (scene, "missing");
}

/* Negative figures go left of zero. */
static void
test_negative (void)
{
  RsTestRegions *regions = rs_test_regions_new (3);
  g_autoptr (RsScene) scene = NULL;
  const RsMark *low, *high;

  rs_test_regions_set (regions, RS_TEST_AMOUNT, 0, 2021, -4);
  rs_test_regions_set (regions, RS_TEST_AMOUNT, 1, 2021, 5);
  rs_test_regions_add_target (regions, RS_TEST_AMOUNT, 1, 2021, RS_OPERATOR_AT_LEAST, 4);
  scene = draw (regions, AMOUNT, 700, 500);
  low = rs_test_find (scene, RS_PART_BAR, RS_MARK_RECT, 0);
  high = rs_test_find (scene, RS_PART_BAR, RS_MARK_RECT, 1);
  g_assert_cmpfloat_with_epsilon (rs_rect_right (low->bounds), high->bounds.x, 0.01);
  rs_test_assert_tidy (scene, "negative");
}

/* A derived target is dashed; a bound is open (R33). */
static void
test_derived_and_bound (void)
{
  RsTestRegions *regions = rs_test_regions_new (3);
  g_autoptr (RsScene) scene = NULL;

  rs_test_regions_set_bound (regions, RS_TEST_RATE, 0, 2021, 95);
  rs_test_regions_add_target (regions, RS_TEST_RATE, 0, 2021, RS_OPERATOR_AT_LEAST, 90)->derived =
    TRUE;
  scene = draw (regions, RATE, 700, 500);
  g_assert_cmpuint (rs_test_count (scene, RS_PART_BOUND, RS_MARK_PATH), ==, 2);
  g_assert_cmpuint (rs_test_count (scene, RS_PART_BAR, RS_MARK_RECT), ==, 0);
  g_assert_cmpint (rs_test_find (scene, RS_PART_TARGET, RS_MARK_PATH, 0)->dash, ==, RS_DASH_SHORT);
  g_assert_nonnull (rs_test_find_label (scene, "over 95%"));
  rs_test_assert_tidy (scene, "bound");
}

static void
test_golden (void)
{
  RsTestRegions *regions = make (RS_TEST_AMOUNT);
  g_autoptr (RsScene) scene = NULL;

  rs_test_regions_set (regions, RS_TEST_AMOUNT, 0, 2020, 11);
  rs_test_regions_set (regions, RS_TEST_RATE, 0, 2021, 5.6);
  rs_test_regions_set_status (regions, RS_TEST_RATE, 0, 2021, "p");
  rs_test_regions_add_target (regions, RS_TEST_AMOUNT, 0, 2021, RS_OPERATOR_AT_LEAST, 10);
  rs_test_regions_add_target (regions, RS_TEST_RATE, 0, 2021, RS_OPERATOR_AT_MOST, 5.5);
  scene = draw (regions, MIXED, 560, 400);
  rs_test_assert_tidy (scene, "golden");
  rs_test_assert_golden (scene, "bullet");
}

/* Every size, text scale and number of rows: tidy. */
static void
test_sizes (void)
{
  static const double sizes[][2] = { { 200, 150 },  { 240, 180 }, { 320, 600 },  { 560, 400 },
                                     { 1200, 200 }, { 300, 900 }, { 3840, 2160 } };
  static const double scales[] = { 0.5, 1, 3 };
  static const guint counts[] = { 1, 3, 40, 200 };

  for (guint c = 0; c < G_N_ELEMENTS (counts); c++)
    {
      RsTestRegions *regions = rs_test_regions_new (counts[c]);
      g_autoptr (RsDataset) dataset = NULL;

      for (guint i = 0; i < counts[c]; i++)
        {
          if (i % 7 != 3)
            rs_test_regions_set (regions, RS_TEST_AMOUNT, i, 2021, 1.5 * (i % 11) - 2);
          if (i % 5 != 2)
            rs_test_regions_add_target (regions, RS_TEST_AMOUNT, i, 2021, (RsOperator) (i % 3),
                                        2.0 + i % 13);
        }
      rs_test_regions_rename (regions, counts[c] - 1,
                              "虚构的很长的地区名称甲乙丙丁自治州与其他地方");
      dataset = rs_test_regions_finish (regions);
      for (guint s = 0; s < G_N_ELEMENTS (sizes) * G_N_ELEMENTS (scales) * RS_N_LANGUAGES; s++)
        {
          const double *size = sizes[s % G_N_ELEMENTS (sizes)];
          RsFigureOptions options = rs_test_options (size[0], size[1]);
          RsLanguage language = (RsLanguage) (s / (G_N_ELEMENTS (sizes) * G_N_ELEMENTS (scales)));
          g_autoptr (RsFrame) frame = rs_test_frame (
            dataset, "{\"indicators\":[\"amount\"],\"scope\":\"peers\",\"chart\":\"bullet\"}", 2021,
            language);
          g_autoptr (RsScene) scene = NULL;
          g_autofree char *what = NULL;

          options.text_scale = scales[s / G_N_ELEMENTS (sizes) % G_N_ELEMENTS (scales)];
          what = g_strdup_printf ("%u rows, %g×%g, text %g", counts[c], size[0], size[1],
                                  options.text_scale);
          scene = rs_figure_new (frame, &options, rs_fixed_metrics_get ());
          rs_test_assert_tidy (scene, what);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/marks-bullet/from-zero", test_from_zero);
  g_test_add_func ("/chart/marks-bullet/words", test_words);
  g_test_add_func ("/chart/marks-bullet/about", test_about);
  g_test_add_func ("/chart/marks-bullet/ranges", test_ranges);
  g_test_add_func ("/chart/marks-bullet/no-ranges", test_no_ranges);
  g_test_add_func ("/chart/marks-bullet/before", test_before);
  g_test_add_func ("/chart/marks-bullet/units", test_units);
  g_test_add_func ("/chart/marks-bullet/missing", test_missing);
  g_test_add_func ("/chart/marks-bullet/negative", test_negative);
  g_test_add_func ("/chart/marks-bullet/derived-and-bound", test_derived_and_bound);
  g_test_add_func ("/chart/marks-bullet/golden", test_golden);
  g_test_add_func ("/chart/marks-bullet/sizes", test_sizes);
  return g_test_run ();
}
