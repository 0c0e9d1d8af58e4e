/* SPDX-License-Identifier: GPL-3.0-or-later
 * Room of labels, panels and axes. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "chart/axis.h"
#include "chart/labels/collision.h"
#include "dataset/dataset-builder.h"
#include "figure-fixture.h"
#include "lib/fixed-metrics.h"
#include "lib/fixture-dataset.h"

static void
test_collider (void)
{
  RsCollider collider;

  rs_collider_init (&collider);
  rs_collider_add (&collider, rs_rect (10, 10, 20, 10), RS_OBSTACLE_TEXT);
  rs_collider_add (&collider, rs_rect (50, 10, 20, 10), RS_OBSTACLE_INK);
  rs_collider_add (&collider, rs_rect (0, 0, 0, 100), RS_OBSTACLE_TEXT);
  g_assert_false (rs_collider_is_free (&collider, rs_rect (25, 15, 10, 10), RS_OBSTACLE_TEXT));
  g_assert_true (rs_collider_is_free (&collider, rs_rect (25, 15, 10, 10), RS_OBSTACLE_INK));
  g_assert_true (
    rs_collider_is_free (&collider, rs_rect (30, 10, 20, 10), RS_OBSTACLE_TEXT | RS_OBSTACLE_INK));
  g_assert_false (
    rs_collider_is_free (&collider, rs_rect (45, 10, 20, 10), RS_OBSTACLE_TEXT | RS_OBSTACLE_INK));
  g_assert_true (rs_collider_is_free (&collider, rs_rect (0, 50, 5, 5), RS_OBSTACLE_TEXT));
  rs_collider_clear (&collider);
}

/* A slanted line takes what lies along it, and not the whole box around it. */
static void
test_collider_line (void)
{
  RsCollider collider;

  rs_collider_init (&collider);
  rs_collider_add_line (&collider, (RsPoint){ 0, 0 }, (RsPoint){ 100, 100 }, 2);
  g_assert_false (rs_collider_is_free (&collider, rs_rect (48, 48, 4, 4), RS_OBSTACLE_INK));
  g_assert_true (rs_collider_is_free (&collider, rs_rect (70, 10, 20, 20), RS_OBSTACLE_INK));
  g_assert_true (rs_collider_is_free (&collider, rs_rect (10, 70, 20, 20), RS_OBSTACLE_INK));
  rs_collider_clear (&collider);
}

static void
test_stack_keeps_places (void)
{
  RsStackItem items[] = { { 80, 10, 0, 0 }, { 20, 10, 0, 1 } };

  g_assert_true (rs_stack_spread (items, 2, 0, 100, 2));
  g_assert_cmpuint (items[0].id, ==, 1);
  g_assert_cmpfloat (items[0].top, ==, 15);
  g_assert_cmpfloat (items[1].top, ==, 75);
}

static void
test_stack_spreads (void)
{
  RsStackItem items[] = { { 50, 10, 0, 0 }, { 50, 10, 0, 1 }, { 52, 10, 0, 2 }, { 5, 10, 0, 3 } };

  g_assert_true (rs_stack_spread (items, 4, 0, 100, 2));
  for (guint i = 1; i < 4; i++)
    g_assert_cmpfloat (items[i].top, >=, items[i - 1].top + items[i - 1].height + 2 - 1e-9);
  /* Together they lie around where they would like to be. */
  g_assert_cmpfloat (fabs (items[2].top + 5 - 50), <, 2);
}

static void
test_stack_bounds (void)
{
  RsStackItem items[] = { { -50, 30, 0, 0 }, { 200, 30, 0, 1 }, { 210, 30, 0, 2 } };
  RsStackItem too_many[] = { { 1, 60, 0, 0 }, { 2, 60, 0, 1 } };

  g_assert_true (rs_stack_spread (items, 3, 0, 100, 2));
  g_assert_cmpfloat (items[0].top, >=, 0);
  g_assert_cmpfloat (items[2].top + 30, <=, 100 + 1e-9);
  g_assert_cmpfloat (items[1].top, >=, items[0].top + 32 - 1e-9);
  g_assert_false (rs_stack_spread (too_many, 2, 0, 100, 2));
}

/* The order of a figure is the same everywhere: title, subtitle, value, chart, source. */
static void
test_order (void)
{
  static const char *const views[] = {
    "{\"indicators\":[\"jobs\"],\"chart\":\"columns\"}",
    "{\"indicators\":[\"rate_june\",\"rate_august\"],\"chart\":\"lines\"}",
    "{\"indicators\":[\"members\",\"coverage\"],\"chart\":\"bars\"}"
  };
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autoptr (RsScene) scene = rs_test_figure (dataset, views[i], 2020, 560, 420);
      const RsMark *title = rs_test_find (scene, RS_PART_TITLE, RS_MARK_TEXT, 0);
      const RsMark *subtitle = rs_test_find (scene, RS_PART_SUBTITLE, RS_MARK_TEXT, 0);
      const RsMark *value = rs_test_find (scene, RS_PART_VALUE, RS_MARK_TEXT, 0);
      const RsMark *label = rs_test_find (scene, RS_PART_LABEL, RS_MARK_TEXT, 0);
      const RsMark *source = rs_test_find (scene, RS_PART_SOURCE, RS_MARK_TEXT, 0);

      rs_test_assert_tidy (scene, views[i]);
      g_assert_nonnull (title);
      g_assert_nonnull (subtitle);
      g_assert_nonnull (value);
      g_assert_nonnull (label);
      g_assert_nonnull (source);
      g_assert_cmpfloat (title->bounds.y, <, subtitle->bounds.y);
      g_assert_cmpfloat (subtitle->bounds.y, <, value->bounds.y);
      g_assert_cmpfloat (value->bounds.y, <, label->bounds.y);
      g_assert_cmpfloat (label->bounds.y, <, source->bounds.y);
      g_assert_cmpint (value->font.weight, ==, RS_WEIGHT_HEAVY);
    }
}

/* What has no room is left out in a fixed order, and counted; the title is the last to go. */
static void
test_sacrifice (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  const char *view =
    "{\"indicators\":[\"jobs\"],\"chart\":\"columns\",\"note\":\"An invented note.\"}";
  g_autoptr (RsScene) large = rs_test_figure (dataset, view, 2020, 700, 500);
  g_autoptr (RsScene) low = rs_test_figure (dataset, view, 2020, 700, 210);
  g_autoptr (RsScene) tiny = rs_test_figure (dataset, view, 2020, 700, 70);

  g_assert_nonnull (rs_test_find (large, RS_PART_NOTE, RS_MARK_TEXT, 0));
  g_assert_null (rs_test_find (low, RS_PART_NOTE, RS_MARK_TEXT, 0));
  g_assert_nonnull (rs_test_find (low, RS_PART_BAR, RS_MARK_RECT, 0));
  g_assert_nonnull (rs_test_find (tiny, RS_PART_TITLE, RS_MARK_TEXT, 0));
  g_assert_null (rs_test_find (tiny, RS_PART_BAR, RS_MARK_RECT, 0));
  g_assert_cmpuint (rs_scene_get_n_left_out (low), >, rs_scene_get_n_left_out (large));
  g_assert_cmpuint (rs_scene_get_n_left_out (tiny), >=, 3);
}

/* The meaning of the marks stays whole where notes and sources have to give way, and sources that
 * are not named are counted. */
static void
test_marks_are_explained (void)
{
  static const double sizes[][2] = { { 1280, 720 }, { 640, 420 }, { 510, 380 }, { 360, 320 } };
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  g_autoptr (RsFrame) frame = rs_test_frame (
    dataset, "{\"indicators\":[\"jobs\"],\"chart\":\"columns\",\"note\":\"An invented note.\"}",
    2020, RS_LANGUAGE_EN);

  for (guint i = 0; i < 2 * G_N_ELEMENTS (sizes); i++)
    {
      RsFigureOptions options = rs_test_options (sizes[i / 2][0], sizes[i / 2][1]);
      g_autoptr (RsScene) scene = NULL;
      const RsMark *note, *source;

      if (i % 2 == 1)
        options.parts |= RS_FIGURE_ALL_SOURCES;
      scene = rs_figure_new (frame, &options, rs_fixed_metrics_get ());
      rs_test_assert_tidy (scene, "explained");
      note = rs_test_find (scene, RS_PART_NOTE, RS_MARK_TEXT, 0);
      source = rs_test_find (scene, RS_PART_SOURCE, RS_MARK_TEXT, 0);
      g_assert_nonnull (note);
      g_assert_nonnull (strstr (note->text, "dashed target: derived"));
      g_assert_nonnull (strstr (note->text, "tick: target"));
      g_assert_cmpint (note->max_lines, ==, 0);
      g_assert_null (strstr (note->text, "table"));
      /* One stop between two parts is enough. */
      g_assert_true (i >= 2 || strstr (note->text, "An invented note") != NULL);
      g_assert_null (strstr (note->text, ". ·"));
      if (source != NULL)
        g_assert_true (strstr (source->text, "bulletin") != NULL ||
                       strstr (source->text, "1 other") != NULL);
    }
}

/* Text is never turned: a scene has no way to, and a long title wraps to two lines at most. */
static void
test_long_title (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  g_autoptr (RsScene) scene = rs_test_figure (
    dataset,
    "{\"indicators\":[\"jobs\"],\"chart\":\"columns\",\"title\":\"A title that was invented to be "
    "so long that no card "
    "on any desk could ever show the whole of it in one line, nor even in two of them\"}",
    2020, 420, 400);
  const RsMark *title = rs_test_find (scene, RS_PART_TITLE, RS_MARK_TEXT, 0);

  g_assert_nonnull (title);
  g_assert_cmpint (title->max_lines, ==, 2);
  g_assert_cmpfloat (title->bounds.height, <=, 2 * 15 * 1.25 + 0.01);
  rs_test_assert_tidy (scene, "long title");
}

static void
test_natural_height (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  g_autoptr (RsFrame) columns = rs_test_frame (
    dataset, "{\"indicators\":[\"jobs\"],\"chart\":\"columns\"}", 2020, RS_LANGUAGE_EN);
  g_autoptr (RsFrame) figures =
    rs_test_frame (dataset, "{\"chart\":\"figures\"}", 2020, RS_LANGUAGE_EN);
  RsFigureOptions options = rs_test_options (560, 300);
  double height = rs_figure_get_natural_height (columns, &options, rs_fixed_metrics_get ());
  g_autoptr (RsScene) scene = NULL;

  g_assert_cmpfloat (height, >, 560 / 2.4);
  g_assert_cmpfloat (height, <, 560 / 1.2);
  options.height_px = 900;
  g_assert_cmpfloat (height, ==,
                     rs_figure_get_natural_height (columns, &options, rs_fixed_metrics_get ()));
  options.height_px = rs_figure_get_natural_height (figures, &options, rs_fixed_metrics_get ());
  scene = rs_figure_new (figures, &options, rs_fixed_metrics_get ());
  g_assert_cmpuint (rs_scene_get_n_left_out (scene), ==, 0);
}

/* Numbers that no axis has room for are written with powers of ten, and tell the labels apart. */
static void
test_powers_of_ten (void)
{
  static const struct
  {
    double low, high;
    const char *first, *last;
  } cases[] = {
    { 0, 8e17, "0", "1.0\u202f×\u202f10¹⁸" },
    { -3e200, 3e200, "−5\u202f×\u202f10²⁰⁰", "5\u202f×\u202f10²⁰⁰" },
    { 0, 9e-12, "0", "1.0\u202f×\u202f10⁻¹¹" },
    { 0, 4e14, "0", "400,000,000,000,000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RsPanel panel = { .min = cases[i].low, .max = cases[i].high, .factor = 1, .from_zero = TRUE };
      g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
      g_autoptr (RsFrame) frame = rs_test_frame (
        dataset, "{\"indicators\":[\"jobs\"],\"chart\":\"columns\"}", 2020, RS_LANGUAGE_EN);
      RsFigureOptions options = rs_test_options (560, 400);
      RsDrawing drawing;
      RsValueAxis axis;

      rs_drawing_init (&drawing, frame, &options, rs_fixed_metrics_get (), NULL);
      rs_value_axis_init (&axis, &drawing, &panel, 150);
      g_assert_cmpstr (axis.labels[0], ==, cases[i].first);
      g_assert_cmpstr (axis.labels[axis.ticks.n - 1], ==, cases[i].last);
      for (guint t = 1; t < axis.ticks.n; t++)
        g_assert_cmpstr (axis.labels[t], !=, axis.labels[t - 1]);
      rs_value_axis_clear (&axis);
      rs_drawing_clear (&drawing);
    }
}

/* A line over years, as steep as @rises says: each figure after the first rises or falls by so
 * much. (transfer full) */
static RsFrame *
frame_of_rises (const int *rises, guint n)
{
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RsDataset) dataset = NULL;
  RsDimension *time = rs_dataset_builder_add_dimension (builder, "time", n, &error);
  double value = 1000;

  time->role = RS_ROLE_TIME;
  for (guint i = 0; i < n; i++)
    time->categories[i].id = g_strdup_printf ("%u", 2000 + i);
  g_assert_true (rs_dataset_builder_begin_cells (builder, TRUE, &error));
  for (guint i = 0; i < n; i++)
    {
      value += rises[i];
      rs_dataset_builder_set_value (builder, i, value);
    }
  dataset = rs_dataset_builder_finish (builder, NULL, &error);
  g_assert_no_error (error);
  return rs_test_frame (dataset, "{\"chart\":\"lines\"}", 2001, RS_LANGUAGE_EN);
}

static double
get_aspect (const int *rises, guint n)
{
  g_autoptr (RsFrame) frame = frame_of_rises (rises, n);
  RsFigureOptions options = rs_test_options (560, 400);
  RsDrawing drawing;
  RsChartModel model;
  double aspect;

  rs_drawing_init (&drawing, frame, &options, rs_fixed_metrics_get (), NULL);
  rs_chart_model_init (&model, &drawing, FALSE);
  aspect = rs_chart_model_choose_aspect (&model, &drawing);
  rs_chart_model_clear (&model);
  rs_drawing_clear (&drawing);
  return aspect;
}

/* The middle slope rises at 45° where the limits allow it (R25). */
static void
test_banking (void)
{
  /* Straight from corner to corner: 45° would be a square. */
  static const int straight[] = { 0, 10, 10, 10, 10, 10, 10 };
  /* Up and down all the time: 45° would be a ribbon. */
  static const int saw[] = { 0, 50, -50, 50, -50, 50, -50, 50 };
  static const int flat[] = { 0, 0, 0, 0 };
  /* Ten years, 100 from the lowest to the highest, and 19 a year is the middle one. */
  static const int between[] = { 0, 19, 19, 19, 19, 24, -10, 10, -30, 30 };

  g_assert_cmpfloat_with_epsilon (get_aspect (straight, G_N_ELEMENTS (straight)), 16.0 / 9, 1e-9);
  g_assert_cmpfloat_with_epsilon (get_aspect (saw, G_N_ELEMENTS (saw)), 2, 1e-9);
  g_assert_cmpfloat_with_epsilon (get_aspect (flat, G_N_ELEMENTS (flat)), 2, 1e-9);
  g_assert_cmpfloat_with_epsilon (get_aspect (between, G_N_ELEMENTS (between)), 1.9, 1e-9);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/layout/collider", test_collider);
  g_test_add_func ("/chart/layout/collider-line", test_collider_line);
  g_test_add_func ("/chart/layout/stack-keeps-places", test_stack_keeps_places);
  g_test_add_func ("/chart/layout/stack-spreads", test_stack_spreads);
  g_test_add_func ("/chart/layout/stack-bounds", test_stack_bounds);
  g_test_add_func ("/chart/layout/order", test_order);
  g_test_add_func ("/chart/layout/sacrifice", test_sacrifice);
  g_test_add_func ("/chart/layout/marks-are-explained", test_marks_are_explained);
  g_test_add_func ("/chart/layout/long-title", test_long_title);
  g_test_add_func ("/chart/layout/natural-height", test_natural_height);
  g_test_add_func ("/chart/layout/banking", test_banking);
  g_test_add_func ("/chart/layout/powers-of-ten", test_powers_of_ten);
  return g_test_run ();
}
