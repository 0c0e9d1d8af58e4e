/* SPDX-License-Identifier: GPL-3.0-or-later
 * Dumbbells: two periods in a row, joined where that is legal. All figures are invented. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "chart/marks/pair.h"
#include "figure-fixture.h"
#include "lib/fixed-metrics.h"
#include "lib/fixture-dataset.h"
#include "rows-fixture.h"

#define RATE "{\"indicators\":[\"rate\"],\"chart\":\"dumbbell\"}"
#define AMOUNT "{\"indicators\":[\"amount\"],\"chart\":\"dumbbell\"}"
#define NONE ((double) NAN)

static RsScene *
draw (RsDataset *dataset, const char *view)
{
  return rs_test_figure (dataset, view, 2021, 700, 500);
}

static RsDataset *
make_rates (void)
{
  return rs_test_regions_of_pairs (RS_TEST_RATE, 6, (double[]){ 4.5, 4.2, 3, 5.25, 6, 6 });
}

/* Two dots a row on one scale, joined, the earlier one lighter and smaller (R33). */
static void
test_dots (void)
{
  g_autoptr (RsDataset) dataset = make_rates ();
  g_autoptr (RsScene) scene = draw (dataset, RATE);
  g_autoptr (RsFrame) frame = rs_test_frame (dataset, RATE, 2021, RS_LANGUAGE_EN);
  double scale[2] = { 0 };

  g_assert_cmpuint (rs_test_count (scene, RS_PART_POINT, RS_MARK_PATH), ==, 6);
  g_assert_cmpuint (rs_test_count (scene, RS_PART_CONNECTOR, RS_MARK_PATH), ==, 3);
  g_assert_cmpuint (rs_scene_get_n_stops (scene), ==, 6);
  for (guint i = 0; i < 2; i++)
    {
      const RsSeries *series = rs_frame_get_series (frame, i);
      int earlier = rs_frame_get_earlier (frame, i);
      RsPoint from, to;
      const RsMark *light, *full;

      g_assert_true (rs_scene_find_stop (scene, (RsDatum){ (int) i, earlier }, &from, NULL));
      g_assert_true (rs_scene_find_stop (scene, (RsDatum){ (int) i, series->selected }, &to, NULL));
      g_assert_cmpfloat_with_epsilon (from.y, to.y, 0.01);
      scale[i] = (to.x - from.x) / (series->points[series->selected].observation.value -
                                    series->points[earlier].observation.value);
      light =
        rs_test_find_datum (scene, RS_PART_POINT, RS_MARK_PATH, (RsDatum){ (int) i, earlier });
      full = rs_test_find_datum (scene, RS_PART_POINT, RS_MARK_PATH,
                                 (RsDatum){ (int) i, series->selected });
      g_assert_cmpfloat (light->bounds.width, <, full->bounds.width);
      g_assert_cmpfloat (light->fill.red + light->fill.green + light->fill.blue, >,
                         full->fill.red + full->fill.green + full->fill.blue);
    }
  g_assert_cmpfloat_with_epsilon (scale[0], scale[1], 0.05);
  rs_test_assert_tidy (scene, "dumbbell");
}

/* Differences of rates are points, growth of amounts is percent (R45); decimals are shared (R46).
 */
static void
test_changes (void)
{
  g_autoptr (RsDataset) rates = make_rates ();
  g_autoptr (RsScene) scene = draw (rates, RATE);
  g_autoptr (RsDataset) amounts =
    rs_test_regions_of_pairs (RS_TEST_AMOUNT, 4, (double[]){ 10, 12, 8, 7 });
  g_autoptr (RsScene) growth = draw (amounts, AMOUNT);

  g_assert_nonnull (rs_test_find_label (scene, "−0.30 points"));
  g_assert_nonnull (rs_test_find_label (scene, "+2.25 points"));
  g_assert_nonnull (rs_test_find_label (growth, "+20.0%"));
  g_assert_nonnull (rs_test_find_label (growth, "−12.5%"));
}

/* Both periods are named, with their dots. */
static void
test_legend (void)
{
  g_autoptr (RsDataset) dataset = make_rates ();
  g_autoptr (RsScene) scene = draw (dataset, RATE);

  g_assert_cmpuint (rs_test_count (scene, RS_PART_LEGEND, RS_MARK_PATH), ==, 2);
  g_assert_nonnull (rs_test_find_label (scene, "2020"));
  g_assert_nonnull (rs_test_find_label (scene, "2021"));
}

/* No connector and no change across a break (R41): the words instead. */
static void
test_break (void)
{
  RsTestRegions *regions = rs_test_regions_new (3);
  g_autoptr (RsDataset) dataset = NULL;
  g_autoptr (RsScene) scene = NULL;

  for (guint i = 0; i < 3; i++)
    for (int year = 2020; year <= 2021; year++)
      rs_test_regions_set (regions, RS_TEST_RATE, i, year, 4 + i + 0.5 * (year - 2020));
  rs_test_regions_add_break (regions, RS_TEST_RATE, 1, 2021);
  dataset = rs_test_regions_finish (regions);
  scene = draw (dataset, RATE);
  g_assert_cmpuint (rs_test_count (scene, RS_PART_POINT, RS_MARK_PATH), ==, 6);
  g_assert_cmpuint (rs_test_count (scene, RS_PART_CONNECTOR, RS_MARK_PATH), ==, 2);
  g_assert_null (rs_test_find_datum (scene, RS_PART_CONNECTOR, RS_MARK_PATH, (RsDatum){ 1, 1 }));
  g_assert_nonnull (rs_test_find_label (scene, "break in series"));
}

/* A later figure of another month than the heading says is neither joined nor subtracted: it says
 * its month. */
static void
test_other_period (void)
{
  RsTestRegions *regions = rs_test_regions_new_months (4);
  g_autoptr (RsDataset) dataset = NULL;
  g_autoptr (RsFrame) frame = NULL;
  RsPeriod later;

  for (guint i = 0; i < 4; i++)
    {
      rs_test_regions_set (regions, RS_TEST_RATE, i, 2018, 4.0 + i);
      rs_test_regions_set (regions, RS_TEST_RATE, i, i == 3 ? 2020 : 2021, 5.0 + i);
    }
  dataset = rs_test_regions_finish (regions);
  frame = rs_test_frame (dataset, RATE, 2021, RS_LANGUAGE_EN);
  later = rs_pair_find_later_period (frame);
  g_assert_cmpint (later.index, ==, 6);
  for (guint i = 0; i < 4; i++)
    {
      RsPair pair = rs_pair_get (frame, i, later);

      g_assert_cmpint (pair.other_later, ==, i == 3);
      if (i == 3)
        g_assert_cmpint (pair.obstacle, !=, RS_OBSTACLE_NONE);
    }
}

/* One of the two is missing, or both. */
static void
test_missing (void)
{
  g_autoptr (RsDataset) dataset = rs_test_regions_of_pairs (
    RS_TEST_RATE, 10, (double[]){ 4, 5, NONE, 6, 5, NONE, NONE, NONE, 0, 1 });
  g_autoptr (RsScene) scene = draw (dataset, RATE);

  g_assert_cmpuint (rs_test_count (scene, RS_PART_POINT, RS_MARK_PATH), ==, 6);
  g_assert_cmpuint (rs_test_count (scene, RS_PART_CONNECTOR, RS_MARK_PATH), ==, 2);
  g_assert_nonnull (rs_test_find_label (scene, "no earlier figure"));
  g_assert_nonnull (rs_test_find_label (scene, "no figure"));
  rs_test_assert_tidy (scene, "missing");
}

/* A bound is open, and nothing is joined to it. */
static void
test_bound (void)
{
  RsTestRegions *regions = rs_test_regions_new (2);
  g_autoptr (RsDataset) dataset = NULL;
  g_autoptr (RsScene) scene = NULL;

  rs_test_regions_set (regions, RS_TEST_RATE, 0, 2020, 90);
  rs_test_regions_set (regions, RS_TEST_RATE, 0, 2021, 92);
  rs_test_regions_set (regions, RS_TEST_RATE, 1, 2020, 94);
  rs_test_regions_set_bound (regions, RS_TEST_RATE, 1, 2021, 95);
  dataset = rs_test_regions_finish (regions);
  scene = draw (dataset, RATE);
  g_assert_cmpuint (rs_test_count (scene, RS_PART_BOUND, RS_MARK_PATH), ==, 2);
  g_assert_cmpuint (rs_test_count (scene, RS_PART_CONNECTOR, RS_MARK_PATH), ==, 1);
  g_assert_nonnull (rs_test_find_label (scene, "only a bound"));
  rs_test_assert_tidy (scene, "bound");
}

/* Dots need no zero; the axis says where it starts (R9). */
static void
test_cut (void)
{
  g_autoptr (RsDataset) high =
    rs_test_regions_of_pairs (RS_TEST_RATE, 4, (double[]){ 92, 94, 95, 93 });
  g_autoptr (RsScene) cut = draw (high, RATE);
  g_autoptr (RsDataset) low = make_rates ();
  g_autoptr (RsScene) whole = draw (low, RATE);
  g_autoptr (RsScene) asked =
    draw (high, "{\"indicators\":[\"rate\"],\"chart\":\"dumbbell\",\"from_zero\":true}");

  g_assert_nonnull (rs_test_find_text (cut, "axis from 9"));
  g_assert_null (rs_test_find_text (asked, "axis from"));
  g_assert_nonnull (rs_test_find_text (whole, "axis from"));
}

/* Provisional: hollow, and what leads there is dashed (R39); estimated: a diamond. */
static void
test_flags (void)
{
  RsTestRegions *regions = rs_test_regions_new (2);
  g_autoptr (RsDataset) dataset = NULL;
  g_autoptr (RsScene) scene = NULL;
  RsTheme theme = *rs_theme_get ("light");
  const RsMark *hollow, *diamond;

  for (guint i = 0; i < 2; i++)
    for (int year = 2020; year <= 2021; year++)
      rs_test_regions_set (regions, RS_TEST_RATE, i, year, 4 + i + 0.5 * (year - 2020));
  rs_test_regions_set_status (regions, RS_TEST_RATE, 0, 2021, "p");
  rs_test_regions_set_status (regions, RS_TEST_RATE, 1, 2021, "e");
  dataset = rs_test_regions_finish (regions);
  scene = draw (dataset, RATE);
  hollow = rs_test_find_datum (scene, RS_PART_POINT, RS_MARK_PATH, (RsDatum){ 0, 1 });
  diamond = rs_test_find_datum (scene, RS_PART_POINT, RS_MARK_PATH, (RsDatum){ 1, 1 });
  g_assert_nonnull (hollow);
  g_assert_nonnull (diamond);
  g_assert_cmpfloat_with_epsilon (hollow->fill.red, theme.card.red, 1e-6);
  g_assert_cmpuint (diamond->n_verbs, ==, 5);
  g_assert_cmpint (rs_test_find (scene, RS_PART_CONNECTOR, RS_MARK_PATH, 0)->dash, ==,
                   RS_DASH_SHORT);
  g_assert_cmpint (rs_test_find (scene, RS_PART_CONNECTOR, RS_MARK_PATH, 1)->dash, ==,
                   RS_DASH_NONE);
}

/* Growth is read from zero, and above and below it. */
static void
test_growth (void)
{
  RsTestRegions *regions = rs_test_regions_new (2);
  g_autoptr (RsDataset) dataset = NULL;
  g_autoptr (RsScene) scene = NULL;

  for (guint i = 0; i < 2; i++)
    for (int year = 2020; year <= 2021; year++)
      rs_test_regions_set (regions, RS_TEST_GROWTH, i, year, i == 0 ? 8 - (year - 2020) : 9);
  dataset = rs_test_regions_finish (regions);
  scene = draw (dataset, "{\"indicators\":[\"growth\"],\"chart\":\"dumbbell\"}");
  g_assert_null (rs_test_find_text (scene, "axis from"));
  g_assert_nonnull (rs_test_find_label (scene, "0"));
  g_assert_nonnull (rs_test_find_label (scene, "−1.0 points"));
}

static void
test_golden (void)
{
  g_autoptr (RsDataset) dataset = make_rates ();
  g_autoptr (RsScene) scene = rs_test_figure (dataset, RATE, 2021, 560, 400);

  rs_test_assert_tidy (scene, "golden");
  rs_test_assert_golden (scene, "dumbbell");
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

/* Where one row goes through zero none has a percentage: a column tells one kind of change. */
static void
test_one_kind_of_change (void)
{
  g_autoptr (RsDataset) dataset =
    rs_test_regions_of_pairs (RS_TEST_AMOUNT, 6, (double[]){ 10, 12, 4, -11, 8, 6 });
  g_autoptr (RsScene) scene = draw (dataset, AMOUNT);

  for (guint i = 0; i < rs_scene_get_n_marks (scene); i++)
    {
      const RsMark *mark = rs_scene_get_mark (scene, i);

      /* The large number above has a change of its own. */
      if (mark->type == RS_MARK_TEXT && mark->part != RS_PART_CHANGE)
        g_assert_null (strchr (mark->text, '%'));
    }
  g_assert_nonnull (rs_test_find_text (scene, "−150"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/marks-dumbbell/one-kind-of-change", test_one_kind_of_change);
  g_test_add_func ("/chart/marks-dumbbell/dots", test_dots);
  g_test_add_func ("/chart/marks-dumbbell/changes", test_changes);
  g_test_add_func ("/chart/marks-dumbbell/legend", test_legend);
  g_test_add_func ("/chart/marks-dumbbell/break", test_break);
  g_test_add_func ("/chart/marks-dumbbell/other-period", test_other_period);
  g_test_add_func ("/chart/marks-dumbbell/missing", test_missing);
  g_test_add_func ("/chart/marks-dumbbell/bound", test_bound);
  g_test_add_func ("/chart/marks-dumbbell/cut", test_cut);
  g_test_add_func ("/chart/marks-dumbbell/flags", test_flags);
  g_test_add_func ("/chart/marks-dumbbell/growth", test_growth);
  g_test_add_func ("/chart/marks-dumbbell/golden", test_golden);
  g_test_add_func ("/chart/marks-dumbbell/sizes", test_sizes);
  return g_test_run ();
}
