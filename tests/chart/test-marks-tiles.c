/* SPDX-License-Identifier: GPL-3.0-or-later
 * Maps of tiles: equal squares at their places, holes that show, names that fit. All figures are
 * invented. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "chart/marks/tile-names.h"
#include "figure-fixture.h"
#include "lib/fixed-metrics.h"
#include "query/summary.h"
#include "rows-fixture.h"
#undef RS_TEST_FIRST_YEAR
#include "invented-series.h"

#define VIEW "{\"indicators\":[\"rate\"],\"chart\":\"tiles\"}"
#define NONE ((double) NAN)
#define WIDTH 560
#define HEIGHT 480

/*  .  A  .
 *  B  C  D
 *  .  E  F   */
static const int places[][2] = { { 3, 2 }, { 2, 3 }, { 3, 3 }, { 4, 3 }, { 3, 4 }, { 4, 4 } };

#define N G_N_ELEMENTS (places)

static RsTestRegions *
begin (const double *values)
{
  RsTestRegions *regions = rs_test_regions_new (N + 1);

  for (guint i = 0; i < N; i++)
    {
      rs_test_regions_set_tile (regions, i, places[i][0], places[i][1]);
      rs_test_regions_set (regions, RS_TEST_RATE, i, 2021, values[i]);
    }
  /* The last one has no place. */
  rs_test_regions_set (regions, RS_TEST_RATE, N, 2021, 4.5);
  return regions;
}

static RsDataset *
make (const double *values)
{
  return rs_test_regions_finish (begin (values));
}

static const double plain[N] = { 1, 2, 3, 4, 5, 6 };
static const double holes[N] = { 1, NONE, 3, 0, NONE, 6 };

static RsScene *
draw (RsDataset *dataset)
{
  return rs_test_figure (dataset, VIEW, 2021, WIDTH, HEIGHT);
}

/* The point of 2021, which is the only year with figures. */
static RsDatum
datum (int series)
{
  return (RsDatum){ series, 0 };
}

static const RsMark *
find_tile (const RsScene *scene, int series)
{
  const RsMark *mark = rs_test_find_datum (scene, RS_PART_CELL, RS_MARK_RECT, datum (series));

  if (mark == NULL)
    g_error ("no tile %d", series);
  return mark;
}

static void
test_golden (void)
{
  g_autoptr (RsDataset) dataset = make (holes);
  g_autoptr (RsScene) scene = draw (dataset);

  rs_test_assert_tidy (scene, "holes");
  rs_test_assert_golden (scene, "tiles");
}

/* Equal squares, apart from each other, at their places. */
static void
test_places (void)
{
  g_autoptr (RsDataset) dataset = make (plain);
  g_autoptr (RsScene) scene = draw (dataset);
  double step = 0;

  for (int i = 0; i < (int) N; i++)
    {
      RsPoint at, origin;
      RsRect hit;

      g_assert_true (rs_scene_find_stop (scene, datum (i), &at, &hit));
      g_assert_true (rs_scene_find_stop (scene, datum (0), &origin, NULL));
      g_assert_cmpfloat_with_epsilon (hit.width, hit.height, 1e-6);
      step = hit.width;
      g_assert_cmpfloat_with_epsilon (at.x - origin.x, (places[i][0] - places[0][0]) * step, 1e-6);
      g_assert_cmpfloat_with_epsilon (at.y - origin.y, (places[i][1] - places[0][1]) * step, 1e-6);
      g_assert_cmpfloat_with_epsilon (find_tile (scene, i)->bounds.width,
                                      find_tile (scene, i)->bounds.height, 1e-6);
      for (int j = 0; j < i; j++)
        g_assert_false (
          rs_rect_overlaps (find_tile (scene, i)->bounds, find_tile (scene, j)->bounds));
    }
  g_assert_cmpfloat (step, >, 40);
}

static void
test_shades (void)
{
  g_autoptr (RsDataset) dataset = make (plain);
  g_autoptr (RsScene) scene = draw (dataset);
  const RsTheme *theme = rs_theme_get ("light");
  double last = 2;

  for (int i = 0; i < (int) N; i++)
    {
      RsColor fill = find_tile (scene, i)->fill;
      RsColor expected = rs_theme_get_ramp (theme, (plain[i] - 1) / 5);

      g_assert_cmpfloat_with_epsilon (fill.red, expected.red, 1e-9);
      g_assert_cmpfloat (fill.red + fill.green + fill.blue, <, last + 1);
      last = fill.red + fill.green + fill.blue;
    }
  g_assert_nonnull (rs_test_find_label (scene, "6\u00a0%"));
}

/* Hatched, and the stop says so; zero is a figure. */
static void
test_missing (void)
{
  g_autoptr (RsDataset) dataset = make (holes);
  g_autoptr (RsFrame) frame = rs_test_frame (dataset, VIEW, 2021, RS_LANGUAGE_EN);
  g_autoptr (RsScene) scene = draw (dataset);
  g_autofree char *text = rs_summary_point (frame, 1, 0);

  g_assert_nonnull (rs_test_find_datum (scene, RS_PART_GAP, RS_MARK_PATH, datum (1)));
  g_assert_null (rs_test_find_datum (scene, RS_PART_GAP, RS_MARK_PATH, datum (3)));
  g_assert_true (rs_scene_find_stop (scene, datum (1), NULL, NULL));
  g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, "o figure"));
  g_assert_nonnull (rs_test_find_label (scene, "no figure"));
  g_assert_nonnull (rs_test_find_label (scene, "0"));
}

/* What has no place stands beside, with its figure and its shade. */
static void
test_unplaced (void)
{
  g_autoptr (RsDataset) dataset = make (plain);
  g_autoptr (RsScene) scene = draw (dataset);
  const RsMark *text = rs_test_find_text (scene, "Region G");

  g_assert_nonnull (text);
  g_assert_nonnull (strstr (text->text, "4.5"));
  g_assert_true (rs_scene_find_stop (scene, datum (N), NULL, NULL));
  g_assert_cmpfloat (find_tile (scene, N)->bounds.width, <, find_tile (scene, 0)->bounds.width / 2);
}

/* A region that comes later is no hole; one that a figure is known of is drawn all the same. */
static void
test_validity (void)
{
  RsTestRegions *regions = begin (holes);
  g_autoptr (RsDataset) dataset = NULL;
  g_autoptr (RsScene) scene = NULL;

  rs_test_regions_set_validity (regions, 1, "2022-01-01", NULL);
  rs_test_regions_set_validity (regions, 4, NULL, "2019");
  rs_test_regions_set_validity (regions, 5, NULL, "2019");
  dataset = rs_test_regions_finish (regions);
  scene = rs_test_figure (dataset,
                          "{\"indicators\":[\"rate\"],\"chart\":\"tiles\",\"regions\":[\"A\","
                          "\"B\",\"C\",\"D\",\"E\",\"F\"]}",
                          2021, WIDTH, HEIGHT);
  g_assert_null (rs_test_find_text (scene, "Region B"));
  g_assert_null (rs_test_find_text (scene, "Region E"));
  g_assert_nonnull (rs_test_find_text (scene, "Region F"));
  g_assert_null (rs_test_find_label (scene, "no figure"));
}

/* What counts something else than the others has no shade that says how it compares. */
static void
test_apart (void)
{
  RsTestRegions *regions = begin (plain);
  g_autoptr (RsDataset) dataset = NULL;
  g_autoptr (RsScene) scene = NULL;
  const RsMark *tile;

  rs_test_regions_set_status (regions, RS_TEST_RATE, 5, 2021, "b");
  dataset = rs_test_regions_finish (regions);
  scene = draw (dataset);
  tile = find_tile (scene, 5);
  g_assert_cmpfloat (rs_color_contrast (tile->fill, rs_theme_get ("light")->card), <, 1.001);
  g_assert_true (tile->has_stroke);
  g_assert_nonnull (rs_test_find_text (scene, "outlined: not comparable"));
  /* The ramp ends at the highest of the others. */
  g_assert_nonnull (rs_test_find_label (scene, "5\u00a0%"));
}

static void
test_bound (void)
{
  RsTestRegions *regions = begin (holes);
  g_autoptr (RsDataset) dataset = NULL;
  g_autoptr (RsScene) scene = NULL;
  const RsMark *tile;

  rs_test_regions_set_bound (regions, RS_TEST_RATE, 1, 2021, 95);
  dataset = rs_test_regions_finish (regions);
  scene = draw (dataset);
  tile = rs_test_find_datum (scene, RS_PART_BOUND, RS_MARK_RECT, datum (1));
  g_assert_nonnull (tile);
  g_assert_cmpint (tile->dash, ==, RS_DASH_SHORT);
  g_assert_nonnull (rs_test_find_text (scene, "dashed: only a bound"));
  g_assert_nonnull (rs_test_find_text (scene, "95"));
}

/* The selected region is framed. */
static void
test_home (void)
{
  g_autoptr (RsDataset) dataset = make (plain);
  g_autoptr (RsScene) scene = draw (dataset);
  const RsMark *frame = rs_test_find (scene, RS_PART_SELECTED, RS_MARK_RECT, 0);

  g_assert_nonnull (frame);
  g_assert_cmpint (frame->datum.series, ==, 0);
  g_assert_cmpuint (rs_test_count (scene, RS_PART_SELECTED, RS_MARK_RECT), ==, 2);
}

/* The arrows go where they point. */
static void
test_keys (void)
{
  static const struct
  {
    int from;
    RsMove move;
    int to;
  } moves[] = {
    { 2, RS_MOVE_LEFT, 1 }, { 2, RS_MOVE_RIGHT, 3 }, { 2, RS_MOVE_UP, 0 },   { 2, RS_MOVE_DOWN, 4 },
    { 0, RS_MOVE_DOWN, 2 }, { 3, RS_MOVE_DOWN, 5 },  { 5, RS_MOVE_LEFT, 4 }, { 5, RS_MOVE_UP, 3 },
    { 0, RS_MOVE_UP, 0 },   { 4, RS_MOVE_DOWN, 4 },  { 1, RS_MOVE_LEFT, 1 },
  };
  RsTestRegions *regions = rs_test_regions_new (N);
  g_autoptr (RsDataset) dataset = NULL;
  g_autoptr (RsScene) scene = NULL;

  for (guint i = 0; i < N; i++)
    {
      rs_test_regions_set_tile (regions, i, places[i][0], places[i][1]);
      rs_test_regions_set (regions, RS_TEST_RATE, i, 2021, i);
    }
  dataset = rs_test_regions_finish (regions);
  scene = draw (dataset);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      RsDatum to = rs_scene_move (scene, datum (moves[i].from), moves[i].move);

      g_test_message ("from %d by %d", moves[i].from, (int) moves[i].move);
      g_assert_cmpint (to.series, ==, moves[i].to);
    }
}

/* Text on shades can be read in every theme (R7), and all texts of a kind are of one size. */
static void
test_texts (void)
{
  g_autoptr (RsDataset) dataset = make (plain);
  g_autoptr (RsFrame) frame = rs_test_frame (dataset, VIEW, 2021, RS_LANGUAGE_EN);

  for (const char *const *id = rs_theme_list (); *id != NULL; id++)
    {
      RsFigureOptions options = rs_test_options (WIDTH, HEIGHT);
      g_autoptr (RsScene) scene = NULL;
      double size = 0;
      guint n = 0;

      options.theme = rs_theme_get (*id);
      scene = rs_figure_new (frame, &options, rs_fixed_metrics_get ());
      for (guint i = 0; i < rs_scene_get_n_marks (scene); i++)
        {
          const RsMark *mark = rs_scene_get_mark (scene, i);

          if (mark->type != RS_MARK_TEXT || mark->part != RS_PART_LABEL || mark->datum.series < 0 ||
              mark->datum.series >= (int) N)
            continue;
          g_assert_cmpfloat (
            rs_color_contrast (mark->fill, find_tile (scene, mark->datum.series)->fill), >=, 4.5);
          g_assert_true (size == 0 || size == mark->font.size_px);
          size = mark->font.size_px;
          n++;
        }
      g_assert_cmpuint (n, ==, 2 * N);
    }
}

/* Tiles too small for names: the selected region is named beside the map, with its figure, and no
 * other alone stands out. */
static void
test_small_tiles (void)
{
  RsTestRegions *regions = begin (plain);
  g_autoptr (RsDataset) dataset = NULL;
  guint n_beside = 0;

  for (guint i = 0; i < N; i++)
    {
      g_autofree char *name = g_strdup_printf ("Overlong%c", (char) ('a' + i));

      rs_test_regions_rename (regions, i, i == 4 ? "E" : name);
    }
  dataset = rs_test_regions_finish (regions);
  for (int height = 240; height <= 480; height += 20)
    {
      g_autoptr (RsScene) scene = rs_test_figure (dataset, VIEW, 2021, 480, height);
      const RsMark *home = rs_test_find_datum (scene, RS_PART_LABEL, RS_MARK_TEXT, datum (0));
      const RsMark *other = rs_test_find_datum (scene, RS_PART_LABEL, RS_MARK_TEXT, datum (4));
      const RsMark *frame = rs_test_find_datum (scene, RS_PART_LEGEND, RS_MARK_RECT, datum (0));

      rs_test_assert_tidy (scene, "small tiles");
      if (frame == NULL)
        continue;
      n_beside++;
      g_assert_nonnull (home);
      g_assert_nonnull (rs_test_find_text (scene, "Overlonga  1"));
      g_assert_true (other == NULL || strcmp (other->text, "E") != 0);
    }
  g_assert_cmpuint (n_beside, >, 0);
}

/* What stands for a province where its name has no room, where code and name agree. */
static void
test_letters (void)
{
  RsTestRegions *regions = begin (plain);
  g_autoptr (RsDataset) dataset = NULL;

  rs_test_regions_set_id (regions, 1, "230000");
  rs_test_regions_rename (regions, 1, "Heilongjiang");
  rs_test_regions_set_id (regions, 2, "150000");
  dataset = rs_test_regions_finish (regions);
  for (int chinese = 0; chinese < 2; chinese++)
    {
      g_autoptr (RsFrame) frame =
        rs_test_frame (dataset, VIEW, 2021, chinese ? RS_LANGUAGE_ZH_CN : RS_LANGUAGE_EN);

      g_assert_cmpstr (rs_tile_name_get_letters (frame, rs_frame_get_series (frame, 1)), ==,
                       chinese ? "黑" : "HL");
      g_assert_null (rs_tile_name_get_letters (frame, rs_frame_get_series (frame, 2)));
    }
}

static void
test_short_names (void)
{
  static const char *const names[][2] = {
    { "内蒙古自治区", "内蒙古" },
    { "黑龙江省", "黑龙江" },
    { "广西壮族自治区", "广西" },
    { "新疆维吾尔自治区", "新疆" },
    { "香港特别行政区", "香港" },
    { "北京市", "北京" },
    { "忠县", "忠县" },
    { "沙坪坝区", "沙坪坝" },
    { "石柱土家族自治县", "石柱" },
    { "两江新区", "两江" },
    { "Inner Mongolia", "Inner Mongolia" },
    { "Shizhu Tujia Autonomous County", "Shizhu" },
    { "Xiushan Tujia and Miao Autonomous County", "Xiushan" },
    { "Jiangbei District", "Jiangbei" },
    { "Liangjiang New Area", "Liangjiang" },
    { "District", "District" },
    { "区", "区" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = rs_tile_name_shorten (names[i][0]);

      g_assert_cmpstr (name, ==, names[i][1]);
    }
}

/* Two regions that ask for one square: the first has it, and nothing is hidden. */
static void
test_one_square (void)
{
  RsTestRegions *regions = rs_test_regions_new (4);
  g_autoptr (RsDataset) dataset = NULL;
  g_autoptr (RsScene) scene = NULL;

  for (guint i = 0; i < 4; i++)
    {
      rs_test_regions_set_tile (regions, i, i == 3 ? 1 : (int) i, 0);
      rs_test_regions_set (regions, RS_TEST_RATE, i, 2021, i);
    }
  dataset = rs_test_regions_finish (regions);
  scene = draw (dataset);
  g_assert_nonnull (rs_test_find_text (scene, "Region D  3"));
  g_assert_cmpuint (rs_scene_get_n_stops (scene), ==, 4);
  g_assert_false (rs_rect_overlaps (find_tile (scene, 3)->bounds, find_tile (scene, 1)->bounds));
}

static void
test_degenerate (void)
{
  static const double lone[N] = { NONE, NONE, 7, NONE, NONE, NONE };
  static const double zero[N] = { 0, 0, 0, 0, 0, 0 };
  static const double below[N] = { -1, -2, -3, -4, -5, 6 };
  static const double vast[N] = { 1e300, -1e300, 1e-300, 0, 1e308, -1e308 };
  const double *all[] = { lone, zero, below, vast };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr (RsDataset) dataset = make (all[i]);
      g_autoptr (RsScene) scene = draw (dataset);
      g_autofree char *what = g_strdup_printf ("case %u", i);

      rs_test_assert_tidy (scene, what);
      g_assert_cmpuint (rs_scene_get_n_stops (scene), ==, N + 1);
    }
}

static void
test_tidy (void)
{
  g_autoptr (RsDataset) few = make (holes);
  RsTestRegions *regions = rs_test_regions_new (200);
  g_autoptr (RsDataset) many = NULL;

  for (guint i = 0; i < 200; i++)
    {
      if (i % 9 != 5)
        rs_test_regions_set_tile (regions, i, (int) i % 20, (int) i / 20);
      if (i % 7 != 3)
        rs_test_regions_set (regions, RS_TEST_RATE, i, 2021, (i * 37) % 101 / 7.0);
    }
  rs_test_regions_rename (regions, 3,
                          "A region whose invented name is long enough for three lines");
  rs_test_regions_rename (regions, 5, "名称很长很长很长很长很长的虚构自治地区");
  many = rs_test_regions_finish (regions);
  rs_test_assert_tidy_everywhere (few, VIEW, 2021, "few");
  rs_test_assert_tidy_everywhere (many, VIEW, 2021, "two hundred");
}

static void
test_natural_height (void)
{
  g_autoptr (RsDataset) dataset = make (plain);
  g_autoptr (RsFrame) frame = rs_test_frame (dataset, VIEW, 2021, RS_LANGUAGE_EN);
  RsFigureOptions options = rs_test_options (WIDTH, 0);
  g_autoptr (RsScene) scene = NULL;

  options.height_px = rs_figure_get_natural_height (frame, &options, rs_fixed_metrics_get ());
  scene = rs_figure_new (frame, &options, rs_fixed_metrics_get ());
  g_assert_cmpuint (rs_scene_get_n_left_out (scene), ==, 0);
  g_assert_cmpfloat (find_tile (scene, 0)->bounds.width, >, 50);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/marks-tiles/golden", test_golden);
  g_test_add_func ("/chart/marks-tiles/places", test_places);
  g_test_add_func ("/chart/marks-tiles/shades", test_shades);
  g_test_add_func ("/chart/marks-tiles/missing", test_missing);
  g_test_add_func ("/chart/marks-tiles/unplaced", test_unplaced);
  g_test_add_func ("/chart/marks-tiles/validity", test_validity);
  g_test_add_func ("/chart/marks-tiles/apart", test_apart);
  g_test_add_func ("/chart/marks-tiles/bound", test_bound);
  g_test_add_func ("/chart/marks-tiles/home", test_home);
  g_test_add_func ("/chart/marks-tiles/keys", test_keys);
  g_test_add_func ("/chart/marks-tiles/texts", test_texts);
  g_test_add_func ("/chart/marks-tiles/small-tiles", test_small_tiles);
  g_test_add_func ("/chart/marks-tiles/letters", test_letters);
  g_test_add_func ("/chart/marks-tiles/short-names", test_short_names);
  g_test_add_func ("/chart/marks-tiles/one-square", test_one_square);
  g_test_add_func ("/chart/marks-tiles/degenerate", test_degenerate);
  g_test_add_func ("/chart/marks-tiles/tidy", test_tidy);
  g_test_add_func ("/chart/marks-tiles/natural-height", test_natural_height);
  return g_test_run ();
}
