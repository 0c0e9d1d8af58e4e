/* SPDX-License-Identifier: GPL-3.0-or-later
 * Dots: one a figure, in the shape of its status, joined by nothing. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "invented-series.h"
#include "lib/fixed-metrics.h"
#include "lib/fixture-dataset.h"

#define NONE RS_TEST_NONE

static RsScene *
draw (const RsInvented *what, int year, const char *more, double width, double height)
{
  g_autoptr (RsDataset) dataset = rs_test_invent (what);
  g_autofree char *view = rs_test_view_of (what->n, "dots", more);
  RsScene *scene = rs_test_figure (dataset, view, year, width, height);

  rs_test_assert_tidy (scene, "dots");
  return scene;
}

static const RsMark *
get_dot (const RsScene *scene, int series, int point)
{
  const RsDatum datum = { series, point };
  const RsMark *dot = rs_test_find_datum (scene, RS_PART_POINT, RS_MARK_PATH, datum);

  return dot != NULL ? dot : rs_test_find_datum (scene, RS_PART_SELECTED, RS_MARK_PATH, datum);
}

/* A dot a figure, and no stroke between any two; a hole is a sign at the foot. */
static void
test_joined_by_nothing (void)
{
  static const double values[] = { 5, 6, NONE, 7, 6.5 };
  RsInvented what = { .n = 1, .n_years = 5, .values = values, .nature = RS_NATURE_RATE };
  g_autoptr (RsScene) scene = draw (&what, 2016, "", 560, 400);

  g_assert_cmpuint (rs_test_count (scene, RS_PART_LINE, RS_MARK_PATH), ==, 0);
  for (int i = 0; i < 5; i++)
    g_assert_cmpint (get_dot (scene, 0, i) != NULL, ==, i != 2);
  g_assert_nonnull (rs_test_find_datum (scene, RS_PART_GAP, RS_MARK_PATH, (RsDatum){ 0, 2 }));
  g_assert_cmpuint (rs_test_count (scene, RS_PART_GAP, RS_MARK_PATH), ==, 1);
}

/* R39: provisional and derived hollow, estimates a diamond, unreliable in a ring. */
static void
test_status (void)
{
  static const double values[] = { 5, 6, 5.5, 7, 6.5, 6 };
  static const char *const statuses[] = { NULL, "p", "†", "e", "u", NULL };
  RsInvented what = { .n = 1, .n_years = 6, .values = values, .statuses = statuses };
  g_autoptr (RsScene) scene = draw (&what, 2020, "", 640, 400);
  const RsTheme *theme = rs_theme_get ("light");
  const RsMark *plain = get_dot (scene, 0, 0);
  guint rings = 0;

  g_assert_cmpfloat (plain->fill.red, !=, theme->card.red);
  for (int i = 1; i <= 3; i++)
    g_assert_cmpfloat (get_dot (scene, 0, i)->fill.red, ==, theme->card.red);
  g_assert_cmpuint (get_dot (scene, 0, 3)->n_verbs, !=, plain->n_verbs);
  for (guint i = 0;; i++)
    {
      const RsMark *mark = rs_test_find (scene, RS_PART_POINT, RS_MARK_PATH, i);

      if (mark == NULL)
        break;
      if (mark->datum.point == 4)
        rings += mark->has_fill ? 0 : 1;
    }
  g_assert_cmpuint (rings, ==, 1);
}

/* Years that the data lack leave their room (R13). */
static void
test_proportional_time (void)
{
  static const double values[] = { 5, 6, 7, 8 };
  RsInvented what = { .n = 1, .n_years = 4, .values = values };
  g_autoptr (RsScene) scene = draw (&what, 2018, "", 560, 400);
  double x[4];

  for (int i = 0; i < 4; i++)
    {
      const RsMark *dot = get_dot (scene, 0, i);

      x[i] = dot->bounds.x + dot->bounds.width / 2;
    }
  g_assert_cmpfloat_with_epsilon (x[3] - x[1], 2 * (x[1] - x[0]), 0.01);
}

static void
test_break_and_target (void)
{
  static const double values[] = { 5, 6, 7, 8 };
  static const double targets[] = { NONE, NONE, 9, NONE };
  RsInvented what = {
    .n = 1, .n_years = 4, .values = values, .targets = targets, .break_before = 2
  };
  g_autoptr (RsScene) scene = draw (&what, 2017, "", 560, 400);
  const RsMark *rule = rs_test_find (scene, RS_PART_BREAK, RS_MARK_PATH, 0);
  const RsMark *tick = rs_test_find_datum (scene, RS_PART_TARGET, RS_MARK_PATH, (RsDatum){ 0, 2 });

  g_assert_nonnull (rule);
  g_assert_cmpfloat (get_dot (scene, 0, 1)->bounds.x, <, rule->bounds.x);
  g_assert_cmpfloat (get_dot (scene, 0, 2)->bounds.x, >, rule->bounds.x);
  g_assert_nonnull (tick);
  g_assert_cmpfloat (tick->bounds.y, <, get_dot (scene, 0, 2)->bounds.y);
  g_assert_nonnull (rs_test_find_text (scene, "≥\u00a09"));
}

/* Not from zero, and said so (R9). */
static void
test_cut_axis (void)
{
  static const double values[] = { 91, 92, 95, 93 };
  RsInvented what = { .n = 1, .n_years = 4, .values = values };
  g_autoptr (RsScene) cut = draw (&what, 2017, "", 560, 400);
  g_autoptr (RsScene) whole = draw (&what, 2017, ",\"from_zero\":true", 560, 400);

  g_assert_nonnull (rs_test_find_text (cut, "axis from"));
  g_assert_null (rs_test_find_text (whole, "axis from"));
}

static void
test_bound (void)
{
  static const double values[] = { 5, 6, 7 };
  static const char *const statuses[] = { NULL, ">", NULL };
  RsInvented what = { .n = 1, .n_years = 3, .values = values, .statuses = statuses };
  g_autoptr (RsScene) scene = draw (&what, 2017, "", 560, 400);

  g_assert_null (get_dot (scene, 0, 1));
  g_assert_cmpuint (rs_test_count (scene, RS_PART_BOUND, RS_MARK_PATH), ==, 2);
}

/* Named at their ends (R18), with shapes of their own (R19), and alone with all their numbers. */
static void
test_labels (void)
{
  static const double values[] = { 5, 6, 7, 8, 12, 14, 13, 11 };
  static const char *const names[] = { "First", "Second" };
  RsInvented what = { .n = 2, .n_years = 4, .values = values, .labels = names };
  RsInvented one = { .n = 1, .n_years = 4, .values = values };
  g_autoptr (RsScene) two = draw (&what, 2016, "", 560, 400);
  g_autoptr (RsScene) alone = draw (&one, 2016, "", 560, 400);

  g_assert_nonnull (rs_test_find_label (two, "First"));
  g_assert_nonnull (rs_test_find_label (two, "Second"));
  g_assert_cmpuint (get_dot (two, 0, 0)->n_verbs, !=, get_dot (two, 1, 0)->n_verbs);
  for (int i = 0; i < 3; i++)
    g_assert_nonnull (rs_test_find_datum (alone, RS_PART_LABEL, RS_MARK_TEXT, (RsDatum){ 0, i }));
}

/* In a legend a dot is a dot: no line runs through the sample (R20). */
static void
test_legend (void)
{
  static const double values[] = { 5, 6, 7, 5.2, 6.2, 7.2, 5.4, 6.4, 7.4 };
  static const char *const wordy[] = {
    "The first of three invented measures with a name that fills several lines beside a dot",
    "The second of three invented measures with a name that fills several lines beside a dot",
    "The third of three invented measures with a name that fills several lines beside a dot"
  };
  RsInvented what = { .n = 3, .n_years = 3, .values = values, .labels = wordy };
  g_autoptr (RsScene) scene = draw (&what, 2016, "", 560, 420);

  g_assert_cmpuint (rs_test_count (scene, RS_PART_LEGEND, RS_MARK_TEXT), ==, 3);
  g_assert_cmpuint (rs_test_count (scene, RS_PART_LEGEND, RS_MARK_PATH), ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_true (rs_test_find (scene, RS_PART_LEGEND, RS_MARK_PATH, i)->has_fill);
}

/* Of many measures four stand out, the others are a quiet ground (R17). */
static void
test_many_series (void)
{
  enum
  {
    N = 12,
    YEARS = 4,
  };
  double values[N * YEARS];
  RsInvented what = { .n = N, .n_years = YEARS, .values = values };
  const RsTheme *theme = rs_theme_get ("light");
  g_autoptr (RsScene) scene = NULL;
  guint bright = 0;

  for (guint i = 0; i < N * YEARS; i++)
    values[i] = 10 + i % 5 + i / YEARS;
  scene = draw (&what, 2016, "", 640, 420);
  for (int i = 0; i < N; i++)
    {
      const RsMark *dot = get_dot (scene, i, 0);

      g_assert_nonnull (dot);
      for (guint c = 0; c < RS_N_SERIES_COLORS; c++)
        bright += dot->fill.red == theme->series[c].red && dot->fill.blue == theme->series[c].blue;
    }
  g_assert_cmpuint (bright, ==, 4);
  g_assert_cmpuint (rs_scene_get_n_stops (scene), ==, N * YEARS);
}

/* On a scale of ratios equal ratios are equal distances. */
static void
test_log (void)
{
  static const double values[] = { 10, 100, 1000 };
  RsInvented what = { .n = 1, .n_years = 3, .values = values };
  g_autoptr (RsScene) scene = draw (&what, 2015, ",\"log\":true", 560, 420);
  double y[3];

  for (int i = 0; i < 3; i++)
    {
      const RsMark *dot = get_dot (scene, 0, i);

      y[i] = dot->bounds.y + dot->bounds.height / 2;
    }
  g_assert_cmpfloat_with_epsilon (y[0] - y[1], y[1] - y[2], 0.05);
}

/* So many that they lie on the same px: fewer marks, and still the highest. */
static void
test_dense (void)
{
  const guint n = 980;
  g_autofree double *values = g_new (double, n);
  RsInvented what = { .n = 1, .n_years = n, .values = values };
  g_autoptr (RsScene) scene = NULL;

  for (guint i = 0; i < n; i++)
    values[i] = i % 2;
  values[500] = 9;
  scene = draw (&what, 2016, "", 300, 300);
  g_assert_cmpuint (rs_test_count (scene, RS_PART_POINT, RS_MARK_PATH), <=, n);
  g_assert_nonnull (get_dot (scene, 0, 500));
}

static void
test_odd_figures (void)
{
  static const double zero[] = { 0, 0, 0 };
  static const double negative[] = { -4, -2, -9 };
  static const double huge[] = { 1e299, -1e299, 1.7e299 };
  static const double one[] = { NONE, 5, NONE };
  static const double none[] = { NONE, NONE, NONE };
  const double *const all[] = { zero, negative, huge, one, none };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      RsInvented what = { .n = 1, .n_years = 3, .values = all[i] };
      g_autoptr (RsScene) scene = draw (&what, 2016, "", 560, 400);

      g_assert_cmpuint (rs_scene_get_n_marks (scene), >, 3);
    }
}

static void
test_tidy (void)
{
  g_autoptr (RsDataset) yearly = rs_test_dataset_yearly ();
  g_autoptr (RsDataset) monthly = rs_test_dataset_monthly ();

  rs_test_assert_tidy_everywhere (
    yearly, "{\"indicators\":[\"rate_june\",\"rate_august\",\"coverage\"],\"chart\":\"dots\"}",
    2021, "dots of three rates");
  rs_test_assert_tidy_everywhere (yearly, "{\"indicators\":[\"jobs\"],\"chart\":\"dots\"}", 2020,
                                  "dots with targets");
  rs_test_assert_tidy_everywhere (monthly, "{\"indicators\":[\"members\"],\"chart\":\"dots\"}",
                                  2021, "dots of months");
}

static void
test_golden (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  g_autoptr (RsScene) scene = rs_test_figure (
    dataset, "{\"indicators\":[\"rate_june\",\"rate_august\"],\"chart\":\"dots\"}", 2021, 560, 400);

  rs_test_assert_golden (scene, "dots");
}

/* A count of a period that was not over is said to be one, once, and in the look of its kind. */
static void
test_open_year (void)
{
  static const double values[] = { 5, 6, 7 };
  static const struct
  {
    const char *kind;
    const char *text;
  } rows[] = {
    { "dots", "hollow: the period was not over" },
    { "lines", "dashed: the period was not over" },
    { "areas", "dashed: the period was not over" },
    { "columns", "dashed: the period was not over" },
    { "sparkline", "dashed: the period was not over" },
    { "bars", NULL },
  };
  const RsInvented what = {
    .n = 1, .n_years = 3, .values = values, .nature = RS_NATURE_FLOW, .updated = "2017-06-30"
  };
  g_autoptr (RsDataset) dataset = rs_test_invent (&what);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *view = rs_test_view_of (1, rows[i].kind, "");
      g_autoptr (RsScene) scene = rs_test_figure (dataset, view, 2017, 900, 600);
      const RsMark *mark = rs_test_find_text (scene, "the period was not over");

      g_test_message ("%s", rows[i].kind);
      g_assert_cmpint (mark != NULL, ==, rows[i].text != NULL);
      if (mark == NULL)
        continue;
      g_assert_nonnull (strstr (mark->text, rows[i].text));
      g_assert_null (strstr (strstr (mark->text, "was not over") + 1, "was not over"));
    }
}

/* Figures so far apart that no double holds their difference leave it out, in every kind. */
static void
test_overflow (void)
{
  static const double values[] = { -1e308, 1e308, 1e308, -1e308 };
  static const double targets[] = { 1e308, -1e308 };
  static const RsNature natures[] = { RS_NATURE_STOCK, RS_NATURE_RATE };

  for (gsize i = 0; i < 2; i++)
    for (guint kind = RS_CHART_COLUMNS; kind < RS_N_CHART_KINDS; kind++)
      {
        const RsInvented what = {
          .n = 2, .n_years = 2, .values = values, .nature = natures[i], .targets = targets
        };
        g_autoptr (RsDataset) dataset = rs_test_invent (&what);
        g_autofree char *json =
          rs_test_view_of (2, rs_chart_kind_to_string ((RsChartKind) kind), "");
        g_autoptr (RsView) view = rs_view_new ();
        const RsSelection selection = { (char *) "A", 2016 };
        g_autofree char *refusal = NULL;
        g_autoptr (RsScene) scene = NULL;

        view->indicators = g_strsplit ("i0 i1", " ", -1);
        refusal = rs_view_explain_kind (view, dataset, &selection, (RsChartKind) kind);
        if (refusal != NULL)
          continue;
        scene = rs_test_figure (dataset, json, 2016, 640, 480);
        rs_test_assert_tidy (scene, json);
        g_assert_null (rs_test_find_text (scene, "nan"));
        g_assert_null (rs_test_find_text (scene, "inf"));
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/marks-dots/joined-by-nothing", test_joined_by_nothing);
  g_test_add_func ("/chart/marks-dots/status", test_status);
  g_test_add_func ("/chart/marks-dots/proportional-time", test_proportional_time);
  g_test_add_func ("/chart/marks-dots/break-and-target", test_break_and_target);
  g_test_add_func ("/chart/marks-dots/cut-axis", test_cut_axis);
  g_test_add_func ("/chart/marks-dots/bound", test_bound);
  g_test_add_func ("/chart/marks-dots/labels", test_labels);
  g_test_add_func ("/chart/marks-dots/legend", test_legend);
  g_test_add_func ("/chart/marks-dots/many-series", test_many_series);
  g_test_add_func ("/chart/marks-dots/log", test_log);
  g_test_add_func ("/chart/marks-dots/dense", test_dense);
  g_test_add_func ("/chart/marks-dots/odd-figures", test_odd_figures);
  g_test_add_func ("/chart/marks-dots/tidy", test_tidy);
  g_test_add_func ("/chart/marks-dots/golden", test_golden);
  g_test_add_func ("/chart/marks-dots/open-year", test_open_year);
  g_test_add_func ("/chart/marks-dots/overflow", test_overflow);
  return g_test_run ();
}
