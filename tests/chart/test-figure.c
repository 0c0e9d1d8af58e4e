/* SPDX-License-Identifier: GPL-3.0-or-later
 * Whole figures: goldens, purity, overlays, and thousands of invented ones that must all be tidy.
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "figure-fixture.h"
#include "lib/fixed-metrics.h"
#include "lib/fixture-dataset.h"

#define N_DATASETS 400
#define N_FIGURES 12

typedef struct
{
  const char *name;
  gboolean monthly;
  const char *view;
  int year;
} Golden;

static const Golden goldens[] = {
  { "columns", FALSE, "{\"indicators\":[\"jobs\"],\"chart\":\"columns\"}", 2020 },
  { "lines", FALSE, "{\"indicators\":[\"rate_june\",\"rate_august\"],\"chart\":\"lines\"}", 2021 },
  { "lines-break", FALSE, "{\"indicators\":[\"members\"],\"chart\":\"lines\"}", 2020 },
  { "bars", FALSE, "{\"indicators\":[\"jobs\",\"members\",\"coverage\"],\"chart\":\"bars\"}",
    2021 },
  { "years", TRUE, "{\"indicators\":[\"jobs_cumulative\"],\"chart\":\"years\"}", 2021 },
  { "years-quarters", TRUE, "{\"indicators\":[\"rate_quarterly\"],\"chart\":\"years\"}", 2021 },
  { "figures", FALSE, "{\"chart\":\"figures\",\"goals\":[\"jobs\"]}", 2020 },
  { "empty", FALSE, "{\"indicators\":[\"jobs\"],\"regions\":[\"C\"],\"chart\":\"columns\"}", 2020 },
};

static void
test_golden (gconstpointer data)
{
  const Golden *golden = data;
  g_autoptr (RsDataset) dataset =
    golden->monthly ? rs_test_dataset_monthly () : rs_test_dataset_yearly ();
  g_autoptr (RsScene) scene = rs_test_figure (dataset, golden->view, golden->year, 560, 400);

  rs_test_assert_tidy (scene, golden->name);
  rs_test_assert_golden (scene, golden->name);
}

static void
test_pure (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  const char *view = "{\"indicators\":[\"rate_june\",\"rate_august\"],\"chart\":\"lines\"}";
  g_autoptr (RsScene) first = rs_test_figure (dataset, view, 2021, 560, 345);
  g_autoptr (RsScene) second = rs_test_figure (dataset, view, 2021, 560, 345);
  g_autofree char *a = rs_scene_to_text (first);
  g_autofree char *b = rs_scene_to_text (second);

  g_assert_cmpstr (a, ==, b);
  g_assert_cmpstr (rs_scene_get_title (first), !=, "");
  g_assert_cmpstr (rs_scene_get_description (first), !=, "");
}

static void
test_overlay (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  g_autoptr (RsFrame) frame = rs_test_frame (
    dataset, "{\"indicators\":[\"jobs\"],\"chart\":\"columns\"}", 2020, RS_LANGUAGE_EN);
  RsFigureOptions options = rs_test_options (560, 345);
  g_autoptr (RsScene) scene = rs_figure_new (frame, &options, rs_fixed_metrics_get ());
  g_autoptr (RsScene) none =
    rs_figure_overlay (scene, frame, RS_DATUM_NONE, &options, rs_fixed_metrics_get ());
  g_autoptr (RsScene) wrong =
    rs_figure_overlay (scene, frame, (RsDatum){ 99, 0 }, &options, rs_fixed_metrics_get ());

  g_assert_cmpuint (rs_scene_get_n_marks (none), ==, 0);
  g_assert_cmpuint (rs_scene_get_n_marks (wrong), ==, 0);
  g_assert_cmpuint (rs_scene_get_n_stops (scene), >, 4);
  for (guint i = 0; i < rs_scene_get_n_stops (scene); i++)
    {
      g_autoptr (RsScene) overlay = NULL;
      const RsMark *box;
      RsDatum datum;
      RsPoint at;
      RsRect hit;

      rs_scene_get_stop (scene, i, &datum, &at, &hit);
      g_assert_true (rs_rect_contains (
        rs_rect (hit.x - 0.1, hit.y - 0.1, hit.width + 0.2, hit.height + 0.2), at));
      overlay = rs_figure_overlay (scene, frame, datum, &options, rs_fixed_metrics_get ());
      rs_test_assert_tidy (overlay, "overlay");
      box = rs_test_find (overlay, RS_PART_TOOLTIP, RS_MARK_RECT, 0);
      g_assert_nonnull (box);
      /* Beside the point, never on it. */
      g_assert_false (rs_rect_contains (box->bounds, at));
      /* Round a point, or along a column, whose number it leaves to be read. */
      g_assert_true (rs_test_find (overlay, RS_PART_CURSOR, RS_MARK_PATH, 0) != NULL ||
                     rs_test_find (overlay, RS_PART_CURSOR, RS_MARK_RECT, 0) != NULL);
      g_assert_nonnull (rs_test_find (overlay, RS_PART_TOOLTIP, RS_MARK_TEXT, 0));
    }
}

/* The cursor on a row of a list lies around it: a ring would hide the number. */
static void
test_overlay_of_row (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  g_autoptr (RsFrame) frame =
    rs_test_frame (dataset, "{\"chart\":\"figures\"}", 2020, RS_LANGUAGE_EN);
  RsFigureOptions options = rs_test_options (560, 345);
  g_autoptr (RsScene) scene = rs_figure_new (frame, &options, rs_fixed_metrics_get ());
  g_autoptr (RsScene) overlay = NULL;
  const RsMark *ring;
  RsDatum datum;
  RsPoint at;
  RsRect hit;

  g_assert_cmpuint (rs_scene_get_n_stops (scene), >, 0);
  rs_scene_get_stop (scene, 0, &datum, &at, &hit);
  overlay = rs_figure_overlay (scene, frame, datum, &options, rs_fixed_metrics_get ());
  ring = rs_test_find (overlay, RS_PART_CURSOR, RS_MARK_RECT, 0);
  g_assert_nonnull (ring);
  g_assert_true (rs_rect_contains (ring->bounds, at));
  g_assert_cmpfloat (ring->bounds.width, ==, hit.width);
  g_assert_null (rs_test_find (overlay, RS_PART_CURSOR, RS_MARK_PATH, 0));
}

/* Nothing is drawn in a year without a figure: no marks are explained, and no source is named. */
static void
test_empty_year (void)
{
  g_autoptr (RsScene) drawn = NULL;
  g_autoptr (RsScene) empty = NULL;
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  const char *view = "{\"indicators\":[\"jobs\"],\"chart\":\"columns\"}";

  drawn = rs_test_figure (dataset, view, 2017, 560, 345);
  empty = rs_test_figure (dataset, view, 2018, 560, 345);
  g_assert_nonnull (rs_test_find (drawn, RS_PART_NOTE, RS_MARK_TEXT, 0));
  g_assert_nonnull (rs_test_find (drawn, RS_PART_SOURCE, RS_MARK_TEXT, 0));
  g_assert_nonnull (rs_test_find (empty, RS_PART_EMPTY, RS_MARK_TEXT, 0));
  g_assert_null (rs_test_find (empty, RS_PART_NOTE, RS_MARK_TEXT, 0));
  g_assert_null (rs_test_find (empty, RS_PART_SOURCE, RS_MARK_TEXT, 0));
}

/* A year has twelve figures: the large one says of which month it is. */
static void
test_headline_of_month (void)
{
  g_autoptr (RsDataset) months = rs_test_dataset_monthly ();
  g_autoptr (RsDataset) years = rs_test_dataset_yearly ();
  const char *view = "{\"indicators\":[\"members\"],\"chart\":\"lines\"}";
  g_autoptr (RsScene) month = rs_test_figure (months, view, 2022, 560, 345);
  g_autoptr (RsScene) year = rs_test_figure (years, view, 2020, 560, 345);
  gboolean said = FALSE;

  for (guint i = 0; i < rs_scene_get_n_marks (month); i++)
    said = said || (rs_scene_get_mark (month, i)->part == RS_PART_VALUE &&
                    strstr (rs_scene_get_mark (month, i)->text, "June 2022") != NULL);
  g_assert_true (said);
  for (guint i = 0; i < rs_scene_get_n_marks (year); i++)
    if (rs_scene_get_mark (year, i)->part == RS_PART_VALUE)
      g_assert_null (strstr (rs_scene_get_mark (year, i)->text, "2020"));
}

static void
test_languages (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  g_autoptr (RsFrame) frame = rs_test_frame (
    dataset, "{\"indicators\":[\"jobs\"],\"chart\":\"columns\"}", 2020, RS_LANGUAGE_ZH_CN);
  RsFigureOptions options = rs_test_options (560, 345);
  g_autoptr (RsScene) scene = rs_figure_new (frame, &options, rs_fixed_metrics_get ());

  g_assert_cmpint (rs_scene_get_language (scene), ==, RS_LANGUAGE_ZH_CN);
  rs_test_assert_tidy (scene, "Chinese");
  for (guint i = 0; i < rs_scene_get_n_marks (scene); i++)
    {
      const RsMark *mark = rs_scene_get_mark (scene, i);

      if (mark->type != RS_MARK_TEXT || mark->font.size_px >= 14)
        continue;
      /* Chinese is never bold at small sizes. */
      for (const char *p = mark->text; *p != '\0'; p = g_utf8_next_char (p))
        if (g_utf8_get_char (p) >= 0x2e80)
          g_assert_cmpint (mark->font.weight, ==, RS_WEIGHT_NORMAL);
    }
}

/* A text of 1 to 60 characters, of words or of Chinese. */
static char *
invent_label (GRand *random)
{
  static const char *const words[] = { "invented", "label",  "of",
                                       "a",        "series", "immeasurablylongwordthatcannotbreak",
                                       "x",        "rate" };
  gboolean chinese = g_rand_boolean (random);
  glong length = g_rand_int_range (random, 1, 61);
  g_autoptr (GString) text = g_string_new (NULL);

  while (g_utf8_strlen (text->str, -1) < length)
    {
      if (chinese)
        g_string_append_unichar (text, (gunichar) g_rand_int_range (random, 0x4e00, 0x9fa0));
      else
        g_string_append_printf (text, "%s ",
                                words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
    }
  return g_utf8_substring (text->str, 0, length);
}

static double
invent_value (GRand *random, int scale)
{
  static const double odd[] = { 0, -1, 1e-9, 1e15, -1e15, 0.5, 100, 99.99, -0.0, 1e300, 4.9e-324 };

  if (scale == 0)
    return odd[g_rand_int_range (random, 0, G_N_ELEMENTS (odd))];
  if (scale == 1)
    return g_rand_double_range (random, 90, 100);
  if (scale == 2)
    return floor (g_rand_double_range (random, 0, 1e5));
  return g_rand_double_range (random, -50, 50);
}

static void
invent_text (GRand *random, RsText *text)
{
  text->original = invent_label (random);
  if (g_rand_boolean (random))
    text->translation[RS_LANGUAGE_ZH_CN] = invent_label (random);
}

static void
invent_dimensions (
  RsDatasetBuilder *builder, GRand *random, guint n_indicators, guint n_years, gboolean months)
{
  static const char *const units[] = { "persons", "percent", "yuan" };
  g_autoptr (GError) error = NULL;
  RsDimension *metric =
    rs_dataset_builder_add_dimension (builder, "indicator", n_indicators, &error);
  RsDimension *geo;
  RsDimension *time;

  metric->role = RS_ROLE_METRIC;
  for (guint i = 0; i < n_indicators; i++)
    {
      RsCategory *category = &metric->categories[i];
      guint unit = (guint) g_rand_int_range (random, 0, G_N_ELEMENTS (units));

      category->id = g_strdup_printf ("i%u", i);
      category->nature = (RsNature) g_rand_int_range (random, 0, RS_NATURE_GROWTH + 1);
      category->unit.present = TRUE;
      category->unit.decimals = g_rand_int_range (random, -1, 4);
      category->unit.base = g_strdup (units[unit]);
      category->unit.exponent = unit == 1 ? 0 : 4;
      invent_text (random, &category->label);
      invent_text (random, &category->unit.label);
      invent_text (random, &category->unit.base_label);
      if (g_rand_boolean (random))
        invent_text (random, &category->group);
    }
  geo = rs_dataset_builder_add_dimension (builder, "region", 1, &error);
  geo->role = RS_ROLE_GEO;
  geo->categories[0].id = g_strdup ("A");
  invent_text (random, &geo->categories[0].label);
  time =
    rs_dataset_builder_add_dimension (builder, "time", months ? n_years * 12 : n_years, &error);
  time->role = RS_ROLE_TIME;
  for (guint i = 0; i < time->n_categories; i++)
    time->categories[i].id = months ? g_strdup_printf ("%u-%02u", 2000 + i / 12, i % 12 + 1)
                                    : g_strdup_printf ("%u", 2000 + i);
  g_assert_no_error (error);
}

static void
invent_cell (
  RsDatasetBuilder *builder, GRand *random, guint64 cell, guint indicator, guint period, int scale)
{
  static const char *const statuses[] = { "p", "e", "b", "f", "i", "u", "xyz" };

  switch (g_rand_int_range (random, 0, 12))
    {
    case 0:
      return;
    case 1:
      rs_dataset_builder_get_passport (builder, cell)->kind = RS_KIND_BOUND;
      rs_dataset_builder_get_passport (builder, cell)->has_bound = TRUE;
      rs_dataset_builder_get_passport (builder, cell)->bound = invent_value (random, scale);
      rs_dataset_builder_set_status (builder, cell, ">");
      return;
    case 2:
      rs_dataset_builder_get_passport (builder, cell)->kind = RS_KIND_DERIVED;
      break;
    case 3:
      rs_dataset_builder_set_status (
        builder, cell, statuses[g_rand_int_range (random, 0, G_N_ELEMENTS (statuses))]);
      break;
    case 4:
      {
        RsTarget *target = rs_dataset_builder_add_target (builder);

        target->indicator = indicator;
        target->period = period;
        target->op = (RsOperator) g_rand_int_range (random, 0, 3);
        target->value = invent_value (random, scale);
        target->derived = g_rand_boolean (random);
        break;
      }
    default:
      break;
    }
  rs_dataset_builder_set_value (builder, cell, invent_value (random, scale));
}

static RsDataset *
invent_dataset (GRand *random)
{
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  g_autoptr (GError) error = NULL;
  gboolean months = g_rand_int_range (random, 0, 3) == 0;
  guint n_indicators = (guint) g_rand_int_range (random, 1, 9);
  guint n_years = (guint) g_rand_int_range (random, 1, months ? 6 : 26);
  guint n_periods = months ? n_years * 12 : n_years;
  RsDataset *dataset;

  rs_dataset_builder_get_label (builder)->original = invent_label (random);
  invent_dimensions (builder, random, n_indicators, n_years, months);
  g_assert_true (rs_dataset_builder_begin_cells (builder, TRUE, &error));
  for (guint i = 0; i < n_indicators; i++)
    {
      int scale = g_rand_int_range (random, 0, 5);

      for (guint t = 0; t < n_periods; t++)
        invent_cell (builder, random, (guint64) i * n_periods + t, i, t, scale);
      if (n_periods > 2 && g_rand_boolean (random))
        {
          RsBreak *series_break = rs_dataset_builder_add_break (builder);

          series_break->indicator = i;
          series_break->before = (guint) g_rand_int_range (random, 0, (gint32) n_periods - 1);
          series_break->after = series_break->before + 1;
        }
    }
  dataset = rs_dataset_builder_finish (builder, NULL, &error);
  g_assert_no_error (error);
  return dataset;
}

static RsView *
invent_view (GRand *random, const RsDataset *dataset)
{
  RsView *view = rs_view_new ();
  guint n = rs_dataset_get_metric (dataset)->n_categories;

  view->kind = (RsChartKind) g_rand_int_range (random, 0, RS_N_CHART_KINDS);
  view->from_zero = g_rand_boolean (random);
  view->show_targets = g_rand_int_range (random, 0, 4) > 0;
  if (g_rand_boolean (random))
    view->last_n = (guint) g_rand_int_range (random, 1, 12);
  if (g_rand_boolean (random))
    view->note.original = invent_label (random);
  if (g_rand_boolean (random))
    view->title.original = invent_label (random);
  if (g_rand_int_range (random, 0, 4) > 0)
    {
      view->indicators = g_new0 (char *, n + 1);
      for (guint i = 0, k = 0; i < n; i++)
        if (i == 0 || g_rand_boolean (random))
          view->indicators[k++] = g_strdup_printf ("i%u", i);
    }
  return view;
}

static RsFigureOptions
invent_options (GRand *random)
{
  const char *const *themes = rs_theme_list ();
  double size = g_rand_double (random);

  /* Small pictures are the hard ones: half of them are small. */
  size = size * size * size;
  return (RsFigureOptions){
    .width_px = 240 + size * 3600 * g_rand_double_range (random, 0.5, 1),
    .height_px = 180 + size * 1980 * g_rand_double_range (random, 0.5, 1),
    .text_scale = g_rand_double_range (random, 0.5, 3),
    .type_mode = (RsTypeMode) g_rand_int_range (random, 0, 3),
    .parts =
      (RsFigureParts) (g_rand_int_range (random, 0, 4) > 0 ? RS_TEST_CARD
                                                           : g_rand_int_range (random, 0, 128)),
    .theme = rs_theme_get (
      themes[(guint) g_rand_int_range (random, 0, (gint32) g_strv_length ((char **) themes))]),
  };
}

static guint
check_invented (GRand *random, RsDataset *dataset, guint number)
{
  g_autoptr (RsView) view = invent_view (random, dataset);
  g_autoptr (GError) error = NULL;
  RsFigureOptions options = invent_options (random);
  RsSelection selection = { (char *) "A", 2000 + g_rand_int_range (random, 0, 8) };
  RsLanguage language = g_rand_boolean (random) ? RS_LANGUAGE_EN : RS_LANGUAGE_ZH_CN;
  g_autoptr (RsFrame) frame = rs_view_run (view, dataset, &selection, language, &error);
  g_autoptr (RsScene) scene = NULL;
  g_autofree char *what = NULL;
  guint n;

  if (frame == NULL)
    {
      /* Kinds that these indicators cannot be drawn as are refused with a sentence. */
      g_assert_nonnull (error);
      return 0;
    }
  what = g_strdup_printf ("figure %u, %s, %.0f × %.0f px, text %.2f, mode %d", number,
                          rs_chart_kind_to_string (rs_frame_get_kind (frame)), options.width_px,
                          options.height_px, options.text_scale, (int) options.type_mode);
  scene = rs_figure_new (frame, &options, rs_fixed_metrics_get ());
  rs_test_assert_tidy (scene, what);
  n = rs_scene_get_n_stops (scene);
  if (n > 0)
    {
      g_autoptr (RsScene) overlay = NULL;
      RsDatum datum;
      RsPoint at;
      RsRect hit;

      rs_scene_get_stop (scene, (guint) g_rand_int_range (random, 0, (gint32) n), &datum, &at,
                         &hit);
      g_assert_true (isfinite (at.x) && isfinite (at.y));
      overlay = rs_figure_overlay (scene, frame, datum, &options, rs_fixed_metrics_get ());
      rs_test_assert_tidy (overlay, what);
    }
  g_assert_cmpfloat (rs_figure_get_natural_height (frame, &options, rs_fixed_metrics_get ()), >, 0);
  return 1;
}

static void
test_invented (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20220125);
  guint n = 0;

  for (guint i = 0; i < N_DATASETS; i++)
    {
      g_autoptr (RsDataset) dataset = invent_dataset (random);

      for (guint j = 0; j < N_FIGURES; j++)
        n += check_invented (random, dataset, i * N_FIGURES + j);
    }
  g_assert_cmpuint (n, >, N_DATASETS * N_FIGURES / 4);
}

/* A long series is thinned, and loses neither its holes nor its extremes. */
static void
test_many_points (void)
{
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RsDataset) dataset = NULL;
  g_autoptr (RsScene) scene = NULL;
  const guint n = 80000;
  RsDimension *time;
  RsPeriod day = { RS_PERIOD_DAY, 1800, 1 };
  double top = 1e9;

  time = rs_dataset_builder_add_dimension (builder, "time", n, &error);
  time->role = RS_ROLE_TIME;
  for (guint i = 0; i < n; i++, day = rs_period_add (day, 1))
    time->categories[i].id = rs_period_to_id (day);
  g_assert_true (rs_dataset_builder_begin_cells (builder, TRUE, &error));
  for (guint i = 0; i < n; i++)
    if (i / 10000 != 3)
      rs_dataset_builder_set_value (builder, i, i == 20000 ? 500 : 100 + i % 7);
  dataset = rs_dataset_builder_finish (builder, NULL, &error);
  g_assert_no_error (error);
  scene = rs_test_figure (dataset, "{\"chart\":\"lines\"}", 1950, 900, 500);
  rs_test_assert_tidy (scene, "many points");
  /* The hole parts the line in two. */
  g_assert_cmpuint (rs_test_count (scene, RS_PART_LINE, RS_MARK_PATH), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const RsMark *line = rs_test_find (scene, RS_PART_LINE, RS_MARK_PATH, i);

      g_assert_cmpuint (line->n_verbs, <, 4 * 900);
      top = MIN (top, line->bounds.y);
    }
  /* The one high day is still there. */
  g_assert_cmpfloat (rs_test_find (scene, RS_PART_LINE, RS_MARK_PATH, 1)->bounds.y - top, >, 100);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (goldens); i++)
    {
      g_autofree char *path = g_strdup_printf ("/chart/figure/golden/%s", goldens[i].name);

      g_test_add_data_func (path, &goldens[i], test_golden);
    }
  g_test_add_func ("/chart/figure/pure", test_pure);
  g_test_add_func ("/chart/figure/overlay", test_overlay);
  g_test_add_func ("/chart/figure/overlay-of-row", test_overlay_of_row);
  g_test_add_func ("/chart/figure/empty-year", test_empty_year);
  g_test_add_func ("/chart/figure/headline-of-month", test_headline_of_month);
  g_test_add_func ("/chart/figure/languages", test_languages);
  g_test_add_func ("/chart/figure/invented", test_invented);
  g_test_add_func ("/chart/figure/many-points", test_many_points);
  return g_test_run ();
}
