/* SPDX-License-Identifier: GPL-3.0-or-later
 * Slopes: two columns, lines only where they are legal. All figures are invented. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "chart/marks/slope.h"
#include "figure-fixture.h"
#include "lib/fixed-metrics.h"
#include "lib/fixture-dataset.h"
#include "rows-fixture.h"

#define RATE "{\"indicators\":[\"rate\"],\"chart\":\"slope\"}"
#define NONE ((double) NAN)

static RsScene *
draw (RsDataset *dataset)
{
  return rs_test_figure (dataset, RATE, 2021, 700, 500);
}

static RsDataset *
make_three (void)
{
  return rs_test_regions_of_pairs (RS_TEST_RATE, 6, (double[]){ 4.5, 4.25, 3, 5.25, 6, 6 });
}

/* @n regions that rise a little, but for the second, which rises most, and the third, which falls.
 */
static RsTestRegions *
make_many (guint n)
{
  RsTestRegions *regions = rs_test_regions_new (n);

  for (guint i = 0; i < n; i++)
    {
      rs_test_regions_set (regions, RS_TEST_RATE, i, 2020, 4 + 0.5 * i);
      rs_test_regions_set (regions, RS_TEST_RATE, i, 2021,
                           4 + 0.5 * i +
                             (i == 1   ? 3
                              : i == 2 ? -2
                                       : 0.25));
    }
  return regions;
}

/* Points of a period stand on one column, at heights in proportion to their figures. */
static void
test_columns (void)
{
  g_autoptr (RsDataset) dataset = make_three ();
  g_autoptr (RsFrame) frame = rs_test_frame (dataset, RATE, 2021, RS_LANGUAGE_EN);
  g_autoptr (RsScene) scene = draw (dataset);
  RsPoint at[3][2];
  double scale;

  g_assert_cmpuint (rs_test_count (scene, RS_PART_LINE, RS_MARK_PATH), ==, 3);
  g_assert_cmpuint (rs_test_count (scene, RS_PART_POINT, RS_MARK_PATH), ==, 6);
  for (guint i = 0; i < 3; i++)
    {
      int earlier = rs_frame_get_earlier (frame, i);
      int later = rs_frame_get_series (frame, i)->selected;

      g_assert_true (rs_scene_find_stop (scene, (RsDatum){ (int) i, earlier }, &at[i][0], NULL));
      g_assert_true (rs_scene_find_stop (scene, (RsDatum){ (int) i, later }, &at[i][1], NULL));
      g_assert_cmpfloat_with_epsilon (at[i][0].x, at[0][0].x, 0.01);
      g_assert_cmpfloat_with_epsilon (at[i][1].x, at[0][1].x, 0.01);
    }
  scale = (at[2][0].y - at[1][0].y) / (6 - 3.0);
  g_assert_cmpfloat_with_epsilon ((at[2][1].y - at[1][1].y) / (6 - 5.25), scale, 0.05);
  g_assert_cmpfloat_with_epsilon ((at[0][0].y - at[1][0].y) / (4.5 - 3), scale, 0.05);
  g_assert_cmpfloat (scale, <, 0);
  rs_test_assert_tidy (scene, "slope");
}

/* Periods over the columns; names and values at both sides, with the same decimals (R46). */
static void
test_labels (void)
{
  g_autoptr (RsDataset) dataset = make_three ();
  g_autoptr (RsScene) scene = draw (dataset);

  g_assert_nonnull (rs_test_find_label (scene, "2020"));
  g_assert_nonnull (rs_test_find_label (scene, "2021"));
  g_assert_nonnull (rs_test_find_label (scene, "4.50"));
  g_assert_nonnull (rs_test_find_label (scene, "3.00"));
  g_assert_nonnull (rs_test_find_label (scene, "5.25"));
  g_assert_nonnull (rs_test_find_label (scene, "Region B"));
}

/* Lines need no zero; the picture says where the axis starts (R9). */
static void
test_cut (void)
{
  g_autoptr (RsDataset) high =
    rs_test_regions_of_pairs (RS_TEST_RATE, 4, (double[]){ 92, 94, 95, 93 });
  g_autoptr (RsScene) cut = draw (high);
  g_autoptr (RsScene) whole = rs_test_figure (
    high, "{\"indicators\":[\"rate\"],\"chart\":\"slope\",\"from_zero\":true}", 2021, 700, 500);

  g_assert_nonnull (rs_test_find_text (cut, "axis from 9"));
  g_assert_null (rs_test_find_text (whole, "axis from"));
  /* Two columns, each with two waves. */
  g_assert_cmpuint (rs_test_count (cut, RS_PART_AXIS, RS_MARK_PATH), ==, 6);
  g_assert_cmpuint (rs_test_count (whole, RS_PART_AXIS, RS_MARK_PATH), ==, 2);
}

/* No line across a break (R41): two dots, and the word between. */
static void
test_break (void)
{
  RsTestRegions *regions = make_many (3);
  g_autoptr (RsDataset) dataset = NULL;
  g_autoptr (RsScene) scene = NULL;

  rs_test_regions_add_break (regions, RS_TEST_RATE, 1, 2021);
  dataset = rs_test_regions_finish (regions);
  scene = draw (dataset);
  g_assert_cmpuint (rs_test_count (scene, RS_PART_POINT, RS_MARK_PATH), ==, 6);
  g_assert_cmpuint (rs_test_count (scene, RS_PART_LINE, RS_MARK_PATH), ==, 2);
  g_assert_null (rs_test_find_datum (scene, RS_PART_LINE, RS_MARK_PATH, (RsDatum){ 1, -1 }));
  g_assert_cmpuint (rs_test_count (scene, RS_PART_BREAK, RS_MARK_TEXT), ==, 1);
  g_assert_cmpuint (rs_test_count (scene, RS_PART_BREAK, RS_MARK_PATH), ==, 0);
}

/* Where all break, one rule says it once. */
static void
test_common_break (void)
{
  RsTestRegions *regions = make_many (8);
  g_autoptr (RsDataset) dataset = NULL;
  g_autoptr (RsScene) scene = NULL;

  rs_test_regions_add_break (regions, RS_TEST_RATE, -1, 2021);
  dataset = rs_test_regions_finish (regions);
  scene = draw (dataset);
  g_assert_cmpuint (rs_test_count (scene, RS_PART_LINE, RS_MARK_PATH), ==, 0);
  g_assert_cmpuint (rs_test_count (scene, RS_PART_BREAK, RS_MARK_TEXT), ==, 1);
  g_assert_cmpuint (rs_test_count (scene, RS_PART_BREAK, RS_MARK_PATH), ==, 1);
}

/* Among many the selected region, the largest rise and the largest fall stand out (R17). */
static void
test_highlight (void)
{
  RsTestRegions *regions = make_many (12);
  g_autoptr (RsDataset) dataset = rs_test_regions_finish (regions);
  g_autoptr (RsScene) scene = draw (dataset);
  double thick = 0;
  guint n = 0;

  g_assert_cmpuint (rs_test_count (scene, RS_PART_LINE, RS_MARK_PATH), ==, 12);
  for (guint i = 0; i < 12; i++)
    thick = MAX (thick, rs_test_find (scene, RS_PART_LINE, RS_MARK_PATH, i)->stroke_px);
  for (guint i = 0; i < 12; i++)
    if (rs_test_find (scene, RS_PART_LINE, RS_MARK_PATH, i)->stroke_px == thick)
      {
        g_assert_cmpint (rs_test_find (scene, RS_PART_LINE, RS_MARK_PATH, i)->datum.series, <, 3);
        n++;
      }
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpint (rs_test_find_label (scene, "Region A")->font.weight, ==, RS_WEIGHT_BOLD);
  g_assert_cmpint (rs_test_find_label (scene, "Region B")->font.weight, ==, RS_WEIGHT_BOLD);
  g_assert_nonnull (rs_test_find_text (scene, "the largest rise and the largest fall"));
  /* They differ by their shapes as well (R19). */
  g_assert_cmpuint (
    rs_test_find_datum (scene, RS_PART_POINT, RS_MARK_PATH, (RsDatum){ 0, 1 })->n_verbs, !=,
    rs_test_find_datum (scene, RS_PART_POINT, RS_MARK_PATH, (RsDatum){ 1, 1 })->n_verbs);
}

typedef struct
{
  double changes[6];
  int home;
  guint expected[RS_SLOPE_HIGHLIGHTED];
  guint n_expected;
} Highlight;

/* Which lines stand out: never one of several that are alike. */
static void
test_choice (void)
{
  static const Highlight cases[] = {
    { { 0, 1, 2, 3, -1, -2 }, 0, { 0, 3, 5 }, 3 },  { { 0, 1, 2, 2, -1, -2 }, 0, { 0, 5 }, 2 },
    { { 0, 1, 2, 3, -2, -2 }, 0, { 0, 3 }, 2 },     { { 5, 1, 2, 3, 1, 2 }, 0, { 0, 3 }, 2 },
    { { 0, 0, 0, 0, 0, 0 }, -1, { 0 }, 0 },         { { 1, 2, 3, 4, 5, 6 }, -1, { 5 }, 1 },
    { { -1, -2, -3, -4, -5, -6 }, 5, { 5, 4 }, 2 },
  };

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      RsPair pairs[6];
      guint out[RS_SLOPE_HIGHLIGHTED];
      guint n;

      for (guint i = 0; i < 6; i++)
        pairs[i] = (RsPair){ .series = i, .from_value = 10, .to_value = 10 + cases[c].changes[i] };
      n = rs_slope_highlight (pairs, 6, cases[c].home, out);
      g_assert_cmpuint (n, ==, cases[c].n_expected);
      for (guint i = 0; i < n; i++)
        g_assert_cmpuint (out[i], ==, cases[c].expected[i]);
      n = rs_slope_highlight (pairs, RS_SLOPE_HIGHLIGHTED, -1, out);
      g_assert_cmpuint (n, ==, RS_SLOPE_HIGHLIGHTED);
    }
}

/* Lines across a comparison that is refused do not count as the largest. */
static void
test_choice_refused (void)
{
  RsPair pairs[6];
  guint out[RS_SLOPE_HIGHLIGHTED];

  for (guint i = 0; i < 6; i++)
    pairs[i] = (RsPair){ .series = i, .from_value = 10, .to_value = 10.0 + i };
  pairs[5].obstacle = RS_OBSTACLE_BREAK;
  g_assert_cmpuint (rs_slope_highlight (pairs, 6, 0, out), ==, 2);
  g_assert_cmpuint (out[1], ==, 4);
}

/* One end is missing, both are, and zero is a figure. */
static void
test_missing (void)
{
  g_autoptr (RsDataset) dataset = rs_test_regions_of_pairs (
    RS_TEST_RATE, 10, (double[]){ 4, 5, NONE, 6, 5, NONE, NONE, NONE, 0, 1 });
  g_autoptr (RsScene) scene = draw (dataset);

  g_assert_cmpuint (rs_test_count (scene, RS_PART_POINT, RS_MARK_PATH), ==, 6);
  g_assert_cmpuint (rs_test_count (scene, RS_PART_LINE, RS_MARK_PATH), ==, 2);
  g_assert_cmpuint (rs_scene_get_n_stops (scene), ==, 6);
  rs_test_assert_tidy (scene, "missing");
}

/* Provisional: hollow and dashed (R39). A bound is open, and nothing leads there. */
static void
test_flags (void)
{
  RsTestRegions *regions = rs_test_regions_new (3);
  g_autoptr (RsDataset) dataset = NULL;
  g_autoptr (RsScene) scene = NULL;

  for (guint i = 0; i < 3; i++)
    rs_test_regions_set (regions, RS_TEST_RATE, i, 2020, 90 + i);
  rs_test_regions_set (regions, RS_TEST_RATE, 0, 2021, 91);
  rs_test_regions_set_status (regions, RS_TEST_RATE, 0, 2021, "p");
  rs_test_regions_set (regions, RS_TEST_RATE, 1, 2021, 93);
  rs_test_regions_set_bound (regions, RS_TEST_RATE, 2, 2021, 95);
  dataset = rs_test_regions_finish (regions);
  scene = draw (dataset);
  g_assert_cmpuint (rs_test_count (scene, RS_PART_LINE, RS_MARK_PATH), ==, 2);
  g_assert_cmpint (rs_test_find_datum (scene, RS_PART_LINE, RS_MARK_PATH, (RsDatum){ 0, -1 })->dash,
                   ==, RS_DASH_SHORT);
  g_assert_cmpint (rs_test_find_datum (scene, RS_PART_LINE, RS_MARK_PATH, (RsDatum){ 1, -1 })->dash,
                   ==, RS_DASH_NONE);
  g_assert_cmpuint (rs_test_count (scene, RS_PART_BOUND, RS_MARK_PATH), ==, 2);
  rs_test_assert_tidy (scene, "flags");
}

/* The chosen period is the last: the earlier ones were before. */
static void
test_no_earlier (void)
{
  RsTestRegions *regions = rs_test_regions_new (3);
  g_autoptr (RsDataset) dataset = NULL;
  g_autoptr (RsScene) scene = NULL;

  for (guint i = 0; i < 3; i++)
    rs_test_regions_set (regions, RS_TEST_RATE, i, 2021, 4.0 + i);
  dataset = rs_test_regions_finish (regions);
  scene = draw (dataset);
  g_assert_cmpuint (rs_test_count (scene, RS_PART_LINE, RS_MARK_PATH), ==, 0);
  g_assert_cmpuint (rs_test_count (scene, RS_PART_POINT, RS_MARK_PATH), ==, 3);
  rs_test_assert_tidy (scene, "no earlier");
}

static void
test_golden (void)
{
  g_autoptr (RsDataset) dataset = make_three ();
  g_autoptr (RsScene) scene = rs_test_figure (dataset, RATE, 2021, 560, 400);

  rs_test_assert_tidy (scene, "golden");
  rs_test_assert_golden (scene, "slope");
}

static void
test_sizes (void)
{
  static const double sizes[][2] = { { 200, 150 },  { 240, 180 }, { 320, 600 },  { 560, 400 },
                                     { 1200, 200 }, { 300, 900 }, { 3840, 2160 } };
  static const double scales[] = { 0.5, 1, 3 };
  static const guint counts[] = { 2, 3, 31, 200 };

  for (guint c = 0; c < G_N_ELEMENTS (counts); c++)
    {
      RsTestRegions *regions = rs_test_regions_new (counts[c]);
      g_autoptr (RsDataset) dataset = NULL;

      for (guint i = 0; i < counts[c]; i++)
        for (int year = 2020; year <= 2021; year++)
          rs_test_regions_set (regions, RS_TEST_RATE, i, year,
                               i % 7 == 3 ? NONE : 1.25 * (i * (guint) (year - 2010) % 17) - 3);
      rs_test_regions_rename (regions, 1, "虚构的很长的地区名称甲乙丙丁自治州与其他地方");
      dataset = rs_test_regions_finish (regions);
      for (guint s = 0; s < G_N_ELEMENTS (sizes) * G_N_ELEMENTS (scales) * RS_N_LANGUAGES; s++)
        {
          const double *size = sizes[s % G_N_ELEMENTS (sizes)];
          RsFigureOptions options = rs_test_options (size[0], size[1]);
          RsLanguage language = (RsLanguage) (s / (G_N_ELEMENTS (sizes) * G_N_ELEMENTS (scales)));
          g_autoptr (RsFrame) frame = rs_test_frame (dataset, RATE, 2021, language);
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
  g_test_add_func ("/chart/marks-slope/columns", test_columns);
  g_test_add_func ("/chart/marks-slope/labels", test_labels);
  g_test_add_func ("/chart/marks-slope/cut", test_cut);
  g_test_add_func ("/chart/marks-slope/break", test_break);
  g_test_add_func ("/chart/marks-slope/common-break", test_common_break);
  g_test_add_func ("/chart/marks-slope/highlight", test_highlight);
  g_test_add_func ("/chart/marks-slope/choice", test_choice);
  g_test_add_func ("/chart/marks-slope/choice-refused", test_choice_refused);
  g_test_add_func ("/chart/marks-slope/missing", test_missing);
  g_test_add_func ("/chart/marks-slope/flags", test_flags);
  g_test_add_func ("/chart/marks-slope/no-earlier", test_no_earlier);
  g_test_add_func ("/chart/marks-slope/golden", test_golden);
  g_test_add_func ("/chart/marks-slope/sizes", test_sizes);
  return g_test_run ();
}
