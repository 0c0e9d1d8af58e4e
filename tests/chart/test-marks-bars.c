/* SPDX-License-Identifier: GPL-3.0-or-later
 * Bars, lists of figures, and the empty state. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "figure-fixture.h"
#include "lib/fixed-metrics.h"
#include "lib/fixture-dataset.h"

static RsScene *
draw (const char *view, int year, double width_px, double height_px)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();

  return rs_test_figure (dataset, view, year, width_px, height_px);
}

#define BARS "{\"indicators\":[\"jobs\",\"members\",\"coverage\"],\"chart\":\"bars\"}"

/* Lengths from zero, in proportion within a panel (R8). */
static void
test_bars_from_zero (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  g_autoptr (RsFrame) frame = rs_test_frame (dataset, BARS, 2021, RS_LANGUAGE_EN);
  g_autoptr (RsScene) scene = rs_test_figure (dataset, BARS, 2021, 560, 400);
  double length[2], value[2];

  for (int i = 0; i < 2; i++)
    {
      const RsSeries *series = rs_frame_get_series (frame, (guint) i);
      const RsMark *bar =
        rs_test_find_datum (scene, RS_PART_BAR, RS_MARK_RECT, (RsDatum){ i, series->selected });

      g_assert_nonnull (bar);
      length[i] = bar->bounds.width;
      value[i] = series->points[series->selected].observation.value;
    }
  g_assert_cmpfloat_with_epsilon (length[0] / length[1], value[0] / value[1], 0.02);
  rs_test_assert_tidy (scene, "bars");
}

/* "over 95 %": an upright stroke, an arrow, words; no bar, as the number is not known. */
static void
test_bars_bound (void)
{
  g_autoptr (RsScene) scene = draw (BARS, 2021, 560, 400);

  g_assert_cmpuint (rs_test_count (scene, RS_PART_BOUND, RS_MARK_PATH), ==, 2);
  g_assert_cmpuint (rs_test_count (scene, RS_PART_BAR, RS_MARK_RECT), ==, 2);
  g_assert_nonnull (rs_test_find_text (scene, "over 95"));
}

/* The longest bar comes first (R22), whatever the order of the view. */
static void
test_bars_order (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  const char *view = "{\"indicators\":[\"members\",\"jobs\",\"coverage\"],\"chart\":\"bars\"}";
  g_autoptr (RsFrame) frame = rs_test_frame (dataset, view, 2021, RS_LANGUAGE_EN);
  g_autoptr (RsScene) scene = rs_test_figure (dataset, view, 2021, 560, 400);
  const RsMark *bars[2];
  double value[2];

  for (int i = 0; i < 2; i++)
    {
      const RsSeries *series = rs_frame_get_series (frame, (guint) i);

      bars[i] =
        rs_test_find_datum (scene, RS_PART_BAR, RS_MARK_RECT, (RsDatum){ i, series->selected });
      value[i] = series->points[series->selected].observation.value;
    }
  g_assert_cmpfloat (value[0], !=, value[1]);
  g_assert_cmpint (bars[0]->bounds.y<bars[1]->bounds.y, ==, value[0]> value[1]);
}

/* A tick stands for the period before only where the two compare. */
static void
test_bars_earlier (void)
{
  g_autoptr (RsScene) scene =
    draw ("{\"indicators\":[\"members\"],\"chart\":\"bars\"}", 2021, 560, 400);
  g_autoptr (RsScene) after_break =
    draw ("{\"indicators\":[\"members\"],\"chart\":\"bars\"}", 2019, 560, 400);

  g_assert_cmpuint (rs_test_count (scene, RS_PART_TICK, RS_MARK_PATH), ==, 1);
  g_assert_cmpuint (rs_test_count (after_break, RS_PART_TICK, RS_MARK_PATH), ==, 0);
}

/* One invented indicator of region A: 70 in 2021 with a published difference of 5. */
static RsDataset *
make_published_difference (gboolean with_earlier)
{
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  g_autoptr (GError) error = NULL;
  RsDimension *metric = rs_dataset_builder_add_dimension (builder, "indicator", 1, NULL);
  RsDimension *geo = rs_dataset_builder_add_dimension (builder, "region", 1, NULL);
  RsDimension *time = rs_dataset_builder_add_dimension (builder, "year", 3, NULL);
  RsPassport *passport = NULL;
  RsDataset *dataset = NULL;

  metric->role = RS_ROLE_METRIC;
  metric->categories[0].id = g_strdup ("jobs");
  metric->categories[0].label.original = g_strdup ("Invented jobs");
  metric->categories[0].nature = RS_NATURE_FLOW;
  geo->role = RS_ROLE_GEO;
  geo->categories[0].id = g_strdup ("A");
  time->role = RS_ROLE_TIME;
  for (guint i = 0; i < 3; i++)
    time->categories[i].id = g_strdup_printf ("%u", 2019 + i);
  g_assert_true (rs_dataset_builder_begin_cells (builder, TRUE, &error));
  rs_dataset_builder_set_value (builder, 0, 40);
  /* Not 65: a tick there is the earlier figure, and not what the difference leads to. */
  if (with_earlier)
    rs_dataset_builder_set_value (builder, 1, 50);
  rs_dataset_builder_set_value (builder, 2, 70);
  passport = rs_dataset_builder_get_passport (builder, 2);
  passport->kind = RS_KIND_PUBLISHED;
  passport->source = -1;
  passport->has_difference = TRUE;
  passport->difference = 5;
  dataset = rs_dataset_builder_finish (builder, NULL, &error);
  g_assert_no_error (error);
  return dataset;
}

/* A published difference is told, but draws no year before that the dataset does not have. */
static void
test_bars_published_difference (void)
{
  const char *view = "{\"indicators\":[\"jobs\"],\"chart\":\"bars\"}";
  const RsDatum datum = { 0, 2 };
  g_autoptr (RsDataset) alone = make_published_difference (FALSE);
  g_autoptr (RsDataset) both = make_published_difference (TRUE);
  g_autoptr (RsFrame) frame = rs_test_frame (alone, view, 2021, RS_LANGUAGE_EN);
  g_autoptr (RsScene) without = rs_test_figure (alone, view, 2021, 560, 400);
  g_autoptr (RsScene) with = rs_test_figure (both, view, 2021, 560, 400);
  const RsSeries *series = rs_frame_get_series (frame, 0);
  const RsFramePoint *point = &series->points[series->selected];
  const RsMark *bar = NULL;
  const RsMark *tick = NULL;

  g_assert_cmpint (point->change.obstacle, ==, RS_OBSTACLE_NONE);
  g_assert_true (point->change.published_difference);
  g_assert_cmpfloat (point->change.difference, ==, 5);
  g_assert_cmpuint (rs_test_count (without, RS_PART_BAR, RS_MARK_RECT), ==, 1);
  g_assert_nonnull (rs_test_find_label (without, "+5"));
  g_assert_cmpuint (rs_test_count (without, RS_PART_TICK, RS_MARK_PATH), ==, 0);

  g_assert_cmpuint (rs_test_count (with, RS_PART_TICK, RS_MARK_PATH), ==, 1);
  bar = rs_test_find (with, RS_PART_BAR, RS_MARK_RECT, 0);
  tick = rs_test_find (with, RS_PART_TICK, RS_MARK_PATH, 0);
  g_assert_cmpint (bar->datum.point, ==, datum.point);
  g_assert_cmpfloat_with_epsilon (
    (tick->bounds.x + tick->bounds.width / 2 - bar->bounds.x) / bar->bounds.width, 50.0 / 70, 0.02);
}

static void
test_bars_no_room (void)
{
  g_autoptr (RsScene) scene = draw (BARS, 2021, 400, 200);

  rs_test_assert_tidy (scene, "low bars");
  g_assert_cmpuint (rs_scene_get_n_left_out (scene), >, 0);
}

static void
test_figures (void)
{
  g_autoptr (RsScene) scene = draw ("{\"indicators\":[\"jobs\",\"members\",\"coverage\"],\"chart\":"
                                    "\"figures\",\"goals\":[\"jobs\"]}",
                                    2021, 560, 420);

  g_assert_nonnull (rs_test_find_text (scene, "Invented members"));
  g_assert_nonnull (rs_test_find_text (scene, "over 95"));
  g_assert_nonnull (rs_test_find_text (scene, "Goals of 2022"));
  g_assert_cmpuint (rs_scene_get_n_stops (scene), ==, 3);
  g_assert_cmpuint (rs_test_count (scene, RS_PART_AXIS, RS_MARK_PATH), ==, 0);
}

/* Rows that find no room are counted, in the picture and in the scene. */
static void
test_figures_no_room (void)
{
  g_autoptr (RsScene) scene = draw ("{\"chart\":\"figures\"}", 2020, 300, 190);

  rs_test_assert_tidy (scene, "short list");
  g_assert_nonnull (rs_test_find_text (scene, "more"));
  g_assert_cmpuint (rs_scene_get_n_left_out (scene), >, 0);
}

/* Where there is nothing the picture says why, under its own title, and draws no axis. */
static void
test_empty (void)
{
  g_autoptr (RsScene) scene =
    draw ("{\"indicators\":[\"jobs\"],\"regions\":[\"C\"],\"chart\":\"columns\"}", 2020, 400, 300);

  g_assert_cmpuint (rs_test_count (scene, RS_PART_TITLE, RS_MARK_TEXT), ==, 1);
  g_assert_cmpuint (rs_test_count (scene, RS_PART_EMPTY, RS_MARK_TEXT), ==, 1);
  g_assert_cmpuint (rs_test_count (scene, RS_PART_BAR, RS_MARK_RECT), ==, 0);
  g_assert_cmpuint (rs_test_count (scene, RS_PART_AXIS, RS_MARK_PATH), ==, 0);
  g_assert_cmpuint (rs_test_count (scene, RS_PART_VALUE, RS_MARK_TEXT), ==, 0);
  g_assert_cmpuint (rs_scene_get_n_stops (scene), ==, 0);
  rs_test_assert_tidy (scene, "empty");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/marks-bars/order", test_bars_order);
  g_test_add_func ("/chart/marks-bars/from-zero", test_bars_from_zero);
  g_test_add_func ("/chart/marks-bars/bound", test_bars_bound);
  g_test_add_func ("/chart/marks-bars/earlier", test_bars_earlier);
  g_test_add_func ("/chart/marks-bars/published-difference", test_bars_published_difference);
  g_test_add_func ("/chart/marks-bars/no-room", test_bars_no_room);
  g_test_add_func ("/chart/marks-figures/rows", test_figures);
  g_test_add_func ("/chart/marks-figures/no-room", test_figures_no_room);
  g_test_add_func ("/chart/marks-empty/reason", test_empty);
  return g_test_run ();
}
