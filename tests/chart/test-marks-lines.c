/* SPDX-License-Identifier: GPL-3.0-or-later
 * Lines: joined only where that is legal, named where they end, an axis that says where it starts.
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "chart/series-colors.h"
#include "figure-fixture.h"
#include "lib/fixed-metrics.h"
#include "lib/fixture-dataset.h"
#include "rows-fixture.h"

#define RATES "{\"indicators\":[\"rate_june\",\"rate_august\"],\"chart\":\"lines\"}"

static RsScene *
draw (const char *view, int year)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();

  return rs_test_figure (dataset, view, year, 560, 420);
}

/* No stroke of one series reaches the points of another. */
static void
test_series_apart (void)
{
  g_autoptr (RsScene) scene = draw (RATES, 2021);
  guint n[2] = { 0, 0 };

  for (guint i = 0;; i++)
    {
      const RsMark *line = rs_test_find (scene, RS_PART_LINE, RS_MARK_PATH, i);

      if (line == NULL)
        break;
      g_assert_cmpint (line->datum.series, >=, 0);
      g_assert_cmpint (line->datum.series, <, 2);
      n[line->datum.series]++;
    }
  g_assert_cmpuint (n[0] + n[1], >, 0);
  rs_test_assert_tidy (scene, "rates");
}

/* A break parts the line and stands as an upright dashed rule (R41). */
static void
test_break (void)
{
  g_autoptr (RsScene) scene = draw ("{\"indicators\":[\"members\"],\"chart\":\"lines\"}", 2020);
  const RsMark *rule = rs_test_find (scene, RS_PART_BREAK, RS_MARK_PATH, 0);

  g_assert_nonnull (rule);
  g_assert_cmpint (rule->dash, ==, RS_DASH_LONG);
  g_assert_cmpfloat (rule->bounds.width, <, 0.01);
  for (guint i = 0;; i++)
    {
      const RsMark *line = rs_test_find (scene, RS_PART_LINE, RS_MARK_PATH, i);

      if (line == NULL)
        {
          g_assert_cmpuint (i, ==, 2);
          break;
        }
      g_assert_true (rs_rect_right (line->bounds) < rule->bounds.x ||
                     line->bounds.x > rule->bounds.x);
    }
}

/* An axis that leaves out zero says so in words and with a glyph (R9); asked to, it starts at zero.
 */
static void
test_cut_axis (void)
{
  g_autoptr (RsScene) cut = draw (RATES, 2021);
  g_autoptr (RsScene) whole =
    draw ("{\"indicators\":[\"rate_june\"],\"chart\":\"lines\",\"from_zero\":true}", 2016);

  g_assert_nonnull (rs_test_find_text (cut, "axis from"));
  g_assert_cmpuint (rs_test_count (cut, RS_PART_AXIS, RS_MARK_PATH), ==, 3);
  g_assert_null (rs_test_find_text (whole, "axis from"));
  g_assert_cmpuint (rs_test_count (whole, RS_PART_AXIS, RS_MARK_PATH), ==, 1);
}

/* The label has the colour of its line (R18), and shapes differ (R19). */
static void
test_labels (void)
{
  g_autoptr (RsScene) scene = draw (RATES, 2021);
  const RsTheme *theme = rs_theme_get ("light");
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  g_autoptr (RsFrame) frame = rs_test_frame (dataset, RATES, 2021, RS_LANGUAGE_EN);
  const guint all[2] = { 0, 1 };
  guint colors[2];
  guint verbs[2] = { 0, 0 };

  rs_series_colors_assign (frame, all, 2, colors);
  for (int series = 0; series < 2; series++)
    {
      gboolean found = FALSE;

      for (guint i = 0; i < rs_scene_get_n_marks (scene); i++)
        {
          const RsMark *mark = rs_scene_get_mark (scene, i);

          if (mark->datum.series != series)
            continue;
          if (mark->type == RS_MARK_TEXT && mark->part == RS_PART_LABEL &&
              mark->fill.red == theme->series_text[colors[series]].red &&
              mark->fill.blue == theme->series_text[colors[series]].blue)
            found = TRUE;
          if (mark->part == RS_PART_POINT)
            verbs[series] = mark->n_verbs;
        }
      g_assert_true (found);
    }
  g_assert_cmpuint (verbs[0], !=, verbs[1]);
}

/* Three invented rates with @names, close together at their ends. */
static RsDataset *
make_named_dataset (const char *const names[3])
{
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  g_autoptr (GError) error = NULL;
  RsDimension *metric = rs_dataset_builder_add_dimension (builder, "indicator", 3, &error);
  RsDimension *time;
  RsDataset *dataset;

  metric->role = RS_ROLE_METRIC;
  for (guint i = 0; i < 3; i++)
    {
      metric->categories[i].id = g_strdup_printf ("i%u", i);
      metric->categories[i].label.original = g_strdup (names[i]);
      metric->categories[i].nature = RS_NATURE_STOCK;
    }
  time = rs_dataset_builder_add_dimension (builder, "year", 3, &error);
  time->role = RS_ROLE_TIME;
  for (guint i = 0; i < 3; i++)
    time->categories[i].id = g_strdup_printf ("%u", 2019 + i);
  g_assert_true (rs_dataset_builder_begin_cells (builder, TRUE, &error));
  for (guint i = 0; i < 9; i++)
    rs_dataset_builder_set_value (builder, i, 60 + i / 3 + i % 3);
  dataset = rs_dataset_builder_finish (builder, NULL, &error);
  g_assert_no_error (error);
  return dataset;
}

/* Names that do not fit beside their lines go to a legend in the order of the data. */
static void
test_legend (void)
{
  static const char *const brief[] = { "First", "Second", "Third" };
  static const char *const wordy[] = {
    "The first of three invented measures with a name that fills several lines beside a line",
    "The second of three invented measures with a name that fills several lines beside a line",
    "The third of three invented measures with a name that fills several lines beside a line"
  };
  const char *view = "{\"indicators\":[\"i0\",\"i1\",\"i2\"],\"chart\":\"lines\"}";
  g_autoptr (RsDataset) a = make_named_dataset (brief);
  g_autoptr (RsDataset) b = make_named_dataset (wordy);
  g_autoptr (RsScene) roomy = rs_test_figure (a, view, 2021, 560, 420);
  g_autoptr (RsScene) legend = rs_test_figure (b, view, 2021, 560, 420);
  double last = -1;

  g_assert_cmpuint (rs_test_count (roomy, RS_PART_LEGEND, RS_MARK_TEXT), ==, 0);
  for (guint i = 0; i < 3; i++)
    g_assert_nonnull (rs_test_find_text (roomy, brief[i]));
  g_assert_cmpuint (rs_test_count (legend, RS_PART_LEGEND, RS_MARK_TEXT), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const RsMark *entry = rs_test_find (legend, RS_PART_LEGEND, RS_MARK_TEXT, i);

      g_assert_cmpfloat (entry->bounds.y, >, last);
      last = entry->bounds.y;
    }
  rs_test_assert_tidy (roomy, "labels at lines");
  rs_test_assert_tidy (legend, "legend");
}

static void
test_targets (void)
{
  g_autoptr (RsScene) scene = draw ("{\"indicators\":[\"rate_august\"],\"chart\":\"lines\"}", 2021);
  const RsMark *area = rs_test_find (scene, RS_PART_SELECTED, RS_MARK_PATH, 0);

  g_assert_cmpuint (rs_test_count (scene, RS_PART_TARGET, RS_MARK_PATH), ==, 2);
  g_assert_nonnull (rs_test_find_text (scene, "≤"));
  g_assert_nonnull (area);
  for (guint i = 0; i < 2; i++)
    {
      const RsMark *target = rs_test_find (scene, RS_PART_TARGET, RS_MARK_PATH, i);

      g_assert_cmpfloat (target->bounds.y, >=, area->bounds.y - 0.01);
      g_assert_cmpfloat (target->bounds.y, <=, rs_rect_bottom (area->bounds) + 0.01);
    }
}

/* A bound is no point: an open arrow, and no line to it. */
static void
test_bound (void)
{
  g_autoptr (RsScene) scene = draw ("{\"indicators\":[\"coverage\"],\"chart\":\"lines\"}", 2021);

  g_assert_cmpuint (rs_test_count (scene, RS_PART_BOUND, RS_MARK_PATH), ==, 2);
  g_assert_cmpuint (rs_test_count (scene, RS_PART_LINE, RS_MARK_PATH), ==, 0);
  g_assert_nonnull (rs_test_find_text (scene, "95"));
}

/* A series of which only bounds are known has no line, but a colour, and so a name. */
static void
test_name_of_bounds (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  g_autoptr (RsScene) scene =
    rs_test_figure (dataset,
                    "{\"indicators\":[\"rate_august\",\"coverage\"],\"chart\":\"lines\","
                    "\"from\":\"2021\",\"to\":\"2022\"}",
                    2021, 700, 420);

  g_assert_nonnull (rs_test_find (scene, RS_PART_BOUND, RS_MARK_PATH, 0));
  g_assert_nonnull (rs_test_find_text (scene, "coverage"));
}

/* Of six lines four stand out; the others are grey, and the foot names them (R6, R17). */
static void
test_context (void)
{
  RsTestRegions *regions = rs_test_regions_new (6);
  g_autoptr (RsDataset) dataset = NULL;
  g_autoptr (RsScene) scene = NULL;
  const RsTheme *theme = rs_theme_get ("light");
  guint n_bright = 0;
  guint n_lines = 0;

  for (guint r = 0; r < 6; r++)
    for (int year = 2018; year <= 2021; year++)
      rs_test_regions_set (regions, RS_TEST_AMOUNT, r, year, 10.0 * (r + 1) + year - 2018);
  dataset = rs_test_regions_finish (regions);
  scene = rs_test_figure (dataset,
                          "{\"indicators\":[\"amount\"],\"regions\":[\"A\",\"B\",\"C\",\"D\","
                          "\"E\",\"F\"],\"chart\":\"lines\"}",
                          2021, 800, 500);
  for (guint i = 0; i < rs_scene_get_n_marks (scene); i++)
    {
      const RsMark *mark = rs_scene_get_mark (scene, i);

      if (mark->part != RS_PART_LINE)
        continue;
      n_lines++;
      for (guint c = 0; c < RS_N_SERIES_COLORS; c++)
        if (memcmp (&mark->stroke, &theme->series[c], sizeof (RsColor)) == 0)
          n_bright++;
    }
  g_assert_cmpuint (n_lines, ==, 6);
  g_assert_cmpuint (n_bright, ==, 4);
  g_assert_nonnull (rs_test_find_text (scene, "grey: Region E, Region F"));
}

/* A bound is told in words beside its sign, and the foot says what the sign means (R6). */
static void
test_words_of_bounds (void)
{
  g_autoptr (RsScene) scene = draw ("{\"indicators\":[\"coverage\"],\"chart\":\"lines\"}", 2020);
  const RsMark *label = rs_test_find_text (scene, "> 95");

  g_assert_nonnull (label);
  g_assert_cmpint (label->part, ==, RS_PART_LABEL);
  g_assert_nonnull (rs_test_find_text (scene, "arrow: only a bound is known"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/marks-lines/words-of-bounds", test_words_of_bounds);
  g_test_add_func ("/chart/marks-lines/context", test_context);
  g_test_add_func ("/chart/marks-lines/name-of-bounds", test_name_of_bounds);
  g_test_add_func ("/chart/marks-lines/series-apart", test_series_apart);
  g_test_add_func ("/chart/marks-lines/break", test_break);
  g_test_add_func ("/chart/marks-lines/cut-axis", test_cut_axis);
  g_test_add_func ("/chart/marks-lines/labels", test_labels);
  g_test_add_func ("/chart/marks-lines/legend", test_legend);
  g_test_add_func ("/chart/marks-lines/targets", test_targets);
  g_test_add_func ("/chart/marks-lines/bound", test_bound);
  return g_test_run ();
}
