/* SPDX-License-Identifier: GPL-3.0-or-later
 * The colours of series, and the marks of figures that are not simply published. All figures are
 * invented. */
#include "config.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "chart/marks/series.h"
#include "chart/series-colors.h"
#include "chart/theme.h"
#include "dataset/dataset-builder.h"
#include "figure-fixture.h"
#include "lib/fixed-metrics.h"
#include "lib/fixture-dataset.h"

#define N_YEARS 4

/* What is odd about one figure. */
typedef struct
{
  const char *status;  /* (nullable) */
  const char *updated; /* (nullable): day of publication */
  RsNature nature;
  gboolean derived, approximate, bound, missing;
} Oddity;

/* @n indicators called @ids; the third year of the first is as @oddity says. */
static RsDataset *
make_odd_dataset (const char *const *ids, guint n, const Oddity *oddity)
{
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  g_autoptr (GError) error = NULL;
  RsDimension *metric = rs_dataset_builder_add_dimension (builder, "indicator", n, NULL);
  RsDimension *time;
  RsDataset *dataset;

  metric->role = RS_ROLE_METRIC;
  for (guint i = 0; i < n; i++)
    {
      metric->categories[i].id = g_strdup (ids[i]);
      metric->categories[i].label.original = g_strdup_printf ("Invented %u", i);
      metric->categories[i].nature = oddity->nature;
    }
  time = rs_dataset_builder_add_dimension (builder, "year", N_YEARS, NULL);
  time->role = RS_ROLE_TIME;
  for (int i = 0; i < N_YEARS; i++)
    time->categories[i].id = g_strdup_printf ("%d", 2018 + i);
  rs_dataset_builder_set_updated (builder, oddity->updated);
  g_assert_true (rs_dataset_builder_begin_cells (builder, TRUE, NULL));
  for (guint i = 0; i < n * N_YEARS; i++)
    if (i != 2 || !(oddity->missing || oddity->bound))
      rs_dataset_builder_set_value (builder, i, 60 + 7 * (i / N_YEARS) + i % N_YEARS);
  if (oddity->status != NULL)
    rs_dataset_builder_set_status (builder, 2, oddity->status);
  if (oddity->derived)
    rs_dataset_builder_get_passport (builder, 2)->kind = RS_KIND_DERIVED;
  if (oddity->approximate)
    rs_dataset_builder_get_passport (builder, 2)->approximate = TRUE;
  if (oddity->bound)
    {
      RsPassport *passport = rs_dataset_builder_get_passport (builder, 2);

      passport->kind = RS_KIND_BOUND;
      passport->has_bound = TRUE;
      passport->bound = 62;
      rs_dataset_builder_set_status (builder, 2, ">");
    }
  dataset = rs_dataset_builder_finish (builder, NULL, &error);
  g_assert_no_error (error);
  return dataset;
}

/* The same with a third year that has @status. */
static RsDataset *
make_dataset (const char *const *ids, guint n, const char *status)
{
  const Oddity oddity = { .status = status, .nature = RS_NATURE_STOCK };

  return make_odd_dataset (ids, n, &oddity);
}

static void
get_colors (const char *const *ids, guint n, guint *out_colors)
{
  g_autoptr (RsDataset) dataset = make_dataset (ids, n, NULL);
  g_autoptr (RsFrame) frame =
    rs_test_frame (dataset, "{\"chart\":\"lines\"}", 2021, RS_LANGUAGE_EN);
  guint all[16];

  g_assert_cmpuint (rs_frame_get_n_series (frame), ==, n);
  for (guint i = 0; i < n; i++)
    all[i] = i;
  rs_series_colors_assign (frame, all, n, out_colors);
}

/* The same measure has the same colour wherever it stands (R29), and the charts that come along
 * need no second choice. */
static void
test_stable (void)
{
  static const char *const coverage[] = { "pension_participants_total",
                                          "unemployment_insurance_participants",
                                          "work_injury_insurance_participants",
                                          "pension_coverage_rate" };
  static const char *const trend[] = { "work_injury_insurance_participants",
                                       "pension_participants_total" };
  guint here[4], there[2], alone;

  get_colors (coverage, 4, here);
  get_colors (trend, 2, there);
  get_colors (coverage + 2, 1, &alone);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpuint (here[i], ==, i);
  g_assert_cmpuint (there[0], ==, here[2]);
  g_assert_cmpuint (there[1], ==, here[0]);
  g_assert_cmpuint (alone, ==, 0);
}

/* Who has a colour keeps it from one dataset to the next, whoever comes later in the order of ids:
 * a newcomer that asks for the same takes the next that is free. */
static void
test_stable_across_datasets (void)
{
  static const char *const few[] = { "r-north", "r-west" };
  guint own[2], seen[RS_N_SERIES_COLORS + 1] = { 0 };

  get_colors (few, 2, own);
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *third = g_strdup_printf ("t-other-%u", i);
      const char *const more[] = { third, "r-west", "r-north" };
      guint colors[3];

      get_colors (more, 3, colors);
      seen[colors[0]]++;
      g_assert_cmpuint (colors[1], ==, own[1]);
      g_assert_cmpuint (colors[2], ==, own[0]);
      g_assert_cmpuint (colors[0], !=, own[0]);
      g_assert_cmpuint (colors[0], !=, own[1]);
    }
  /* The hash spreads them over the colours that are left. */
  for (guint i = 0, used = 0; i < RS_N_SERIES_COLORS; i++)
    {
      used += seen[i] > 0 ? 1 : 0;
      if (i + 1 == RS_N_SERIES_COLORS)
        g_assert_cmpuint (used, >=, 3);
    }
}

/* Six series have six colours, in whatever order they come; beyond, colours repeat. */
static void
test_collisions (void)
{
  static const char *const ids[] = { "a", "b", "c", "d", "e", "f", "g", "h" };
  static const char *const turned[] = { "f", "e", "d", "c", "b", "a" };
  guint colors[8], others[6];
  guint seen = 0, times[RS_N_SERIES_COLORS] = { 0 };

  get_colors (ids, 6, colors);
  get_colors (turned, 6, others);
  for (guint i = 0; i < 6; i++)
    {
      seen |= 1u << colors[i];
      g_assert_cmpuint (colors[i], ==, others[5 - i]);
    }
  g_assert_cmpuint (seen, ==, (1u << RS_N_SERIES_COLORS) - 1);
  get_colors (ids, 8, colors);
  for (guint i = 0; i < 8; i++)
    times[colors[i]]++;
  for (guint i = 0; i < RS_N_SERIES_COLORS; i++)
    {
      g_assert_cmpuint (times[i], >=, 1);
      g_assert_cmpuint (times[i], <=, 2);
    }
}

static gboolean
has_color (const RsMark *mark, RsColor color)
{
  return mark->has_fill && memcmp (&mark->fill, &color, sizeof color) == 0;
}

/* The marks of a marker, the shape first. */
static guint
find_marker (const RsScene *scene, RsDatum datum, const RsMark **out_marks, guint max)
{
  guint n = 0;

  for (guint i = 0; i < rs_scene_get_n_marks (scene); i++)
    {
      const RsMark *mark = rs_scene_get_mark (scene, i);

      if ((mark->part == RS_PART_POINT || mark->part == RS_PART_SELECTED) &&
          mark->datum.series == datum.series && mark->datum.point == datum.point && n < max)
        out_marks[n++] = mark;
    }
  return n;
}

/* How many stretches of line have this dash. */
static guint
count_lines (const RsScene *scene, RsDash dash)
{
  guint n = 0;

  for (guint i = 0; i < rs_scene_get_n_marks (scene); i++)
    {
      const RsMark *mark = rs_scene_get_mark (scene, i);

      n += mark->part == RS_PART_LINE && mark->dash == dash ? 1 : 0;
    }
  return n;
}

static const char *const one_id[] = { "a" };

static RsScene *
draw_odd (const Oddity *oddity, const char *view)
{
  g_autoptr (RsDataset) dataset = make_odd_dataset (one_id, 1, oddity);
  g_autoptr (RsFrame) frame = rs_test_frame (dataset, view, 2021, RS_LANGUAGE_EN);
  RsFigureOptions options = rs_test_options (400, 240);

  options.parts = RS_FIGURE_CHART | RS_FIGURE_NOTES;
  return rs_figure_new (frame, &options, rs_fixed_metrics_get ());
}

typedef struct
{
  const char *name;
  Oddity oddity;
  gboolean hollow, diamond, ring, hatch;
  guint solid, dashed; /* stretches of line */
  guint rules;         /* of breaks */
} FlagCase;

#define STOCK .nature = RS_NATURE_STOCK
#define FLOW .nature = RS_NATURE_FLOW

/* Each status looks its own way (R39). The line has four years; the third is odd. */
static const FlagCase flag_cases[] = {
  { "none", { STOCK }, .solid = 1 },
  { "p", { .status = "p", STOCK }, .hollow = TRUE, .solid = 2, .dashed = 1 },
  { "e", { .status = "e", STOCK }, .hollow = TRUE, .diamond = TRUE, .solid = 1 },
  { "i", { .status = "i", STOCK }, .hollow = TRUE, .diamond = TRUE, .solid = 1 },
  { "f", { .status = "f", STOCK }, .hollow = TRUE, .hatch = TRUE, .solid = 2, .dashed = 1 },
  { "b", { .status = "b", STOCK }, .solid = 2, .rules = 1 },
  { "u", { .status = "u", STOCK }, .ring = TRUE, .solid = 1 },
  { "m", { .status = "m", STOCK, .missing = TRUE }, .solid = 1 },
  { "r", { .status = "r", STOCK }, .solid = 1 },
  { "derived", { STOCK, .derived = TRUE }, .hollow = TRUE, .solid = 1 },
  { "approximate", { STOCK, .approximate = TRUE }, .hollow = TRUE, .solid = 1 },
  { "bound", { STOCK, .bound = TRUE }, .solid = 1 },
  /* Two at once: the break keeps its rule, and the first of the others shapes the marker (R40). */
  { "bp", { .status = "bp", STOCK }, .hollow = TRUE, .solid = 2, .rules = 1 },
  { "pu", { .status = "pu", STOCK }, .hollow = TRUE, .ring = TRUE, .solid = 2, .dashed = 1 },
  { "pe", { .status = "pe", STOCK }, .hollow = TRUE, .diamond = TRUE, .solid = 2, .dashed = 1 },
};

static void
test_status (gconstpointer data)
{
  const FlagCase *flag = data;
  g_autofree char *golden = g_strdup_printf ("series-%s", flag->name);
  g_autoptr (RsScene) plain = draw_odd (&flag_cases[0].oddity, "{\"chart\":\"lines\"}");
  g_autoptr (RsScene) scene = draw_odd (&flag->oddity, "{\"chart\":\"lines\"}");
  const RsMark *marks[4], *usual[4];
  gboolean gap = flag->oddity.missing || flag->oddity.bound;
  guint n = find_marker (scene, (RsDatum){ 0, 2 }, marks, G_N_ELEMENTS (marks));

  g_assert_cmpuint (find_marker (plain, (RsDatum){ 0, 2 }, usual, G_N_ELEMENTS (usual)), ==, 1);
  g_assert_cmpuint (n, ==, gap ? 0 : 1 + (flag->ring || flag->hatch ? 1 : 0));
  if (n > 0)
    {
      g_assert_cmpint (has_color (marks[0], rs_theme_get ("light")->card), ==, flag->hollow);
      g_assert_cmpint (marks[0]->n_verbs != usual[0]->n_verbs, ==, flag->diamond);
    }
  if (flag->ring)
    g_assert_cmpfloat (marks[1]->bounds.width, >, marks[0]->bounds.width);
  g_assert_cmpuint (count_lines (scene, RS_DASH_NONE), ==, flag->solid);
  g_assert_cmpuint (count_lines (scene, RS_DASH_SHORT), ==, flag->dashed);
  g_assert_cmpuint (rs_test_count (scene, RS_PART_BREAK, RS_MARK_PATH), ==, flag->rules);
  g_assert_cmpuint (rs_test_count (scene, RS_PART_BREAK, RS_MARK_TEXT), ==, flag->rules);
  rs_test_assert_tidy (scene, flag->name);
  rs_test_assert_golden (scene, golden);
}

/* A bound is joined on neither side, and points to where the figure lies. */
static void
test_bound (void)
{
  const Oddity oddity = { STOCK, .bound = TRUE };
  g_autoptr (RsScene) scene = draw_odd (&oddity, "{\"chart\":\"lines\"}");
  const RsMark *bar = rs_test_find (scene, RS_PART_BOUND, RS_MARK_PATH, 0);
  const RsMark *arrow = rs_test_find (scene, RS_PART_BOUND, RS_MARK_PATH, 1);
  const RsMark *line = rs_test_find (scene, RS_PART_LINE, RS_MARK_PATH, 0);

  g_assert_nonnull (arrow);
  g_assert_cmpfloat (arrow->bounds.y, <, bar->bounds.y);
  g_assert_cmpfloat (rs_rect_bottom (arrow->bounds), <=, rs_rect_bottom (bar->bounds) + 0.01);
  /* 2018 to 2019, and no more: 2021 stands alone. */
  g_assert_null (rs_test_find (scene, RS_PART_LINE, RS_MARK_PATH, 1));
  g_assert_cmpfloat (rs_rect_right (line->bounds), <, bar->bounds.x);
}

/* A year that was not over when the figures came out is open: its stretch is dashed, its marker
 * hollow; only what is counted over time can be so. */
static void
test_open_year (void)
{
  static const struct
  {
    const char *updated;
    RsNature nature;
    gboolean open;
  } rows[] = {
    { "2021-07-15", RS_NATURE_FLOW, TRUE },
    { "2021-07-15", RS_NATURE_FLOW_CUMULATIVE, TRUE },
    { "2021-07-15", RS_NATURE_STOCK, FALSE },
    { "2021-07-15", RS_NATURE_RATE, FALSE },
    { "2021-12-31", RS_NATURE_FLOW, FALSE },
    { "2021-12-30", RS_NATURE_FLOW, TRUE },
    { "2021-06-30T12:00:00Z", RS_NATURE_FLOW, TRUE },
    { "2022-01-20", RS_NATURE_FLOW, FALSE },
    { "some day", RS_NATURE_FLOW, FALSE },
    { NULL, RS_NATURE_FLOW, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const Oddity oddity = { .updated = rows[i].updated, .nature = rows[i].nature };
      g_autoptr (RsDataset) dataset = make_odd_dataset (one_id, 1, &oddity);
      g_autoptr (RsFrame) frame =
        rs_test_frame (dataset, "{\"chart\":\"lines\"}", 2021, RS_LANGUAGE_EN);
      g_autoptr (RsScene) scene = draw_odd (&oddity, "{\"chart\":\"lines\"}");
      const RsSeries *series = rs_frame_get_series (frame, 0);
      const RsMark *marks[2];

      g_assert_cmpint (rs_series_is_incomplete (frame, series, 3), ==, rows[i].open);
      g_assert_false (rs_series_is_incomplete (frame, series, 2));
      g_assert_cmpuint (count_lines (scene, RS_DASH_SHORT), ==, rows[i].open ? 1 : 0);
      g_assert_cmpuint (find_marker (scene, (RsDatum){ 0, 3 }, marks, 2), ==, 1);
      g_assert_cmpint (has_color (marks[0], rs_theme_get ("light")->card), ==, rows[i].open);
      g_assert_cmpint (rs_test_find_text (scene, "dashed: the period was not over") != NULL, ==,
                       rows[i].open);
    }
}

/* R33: what is is solid, what was before lighter, what is forecast hatched. */
static void
test_scenario (void)
{
  const Oddity oddity = { .status = "f", STOCK };
  const RsTheme *theme = rs_theme_get ("light");
  g_autoptr (RsScene) scene = draw_odd (&oddity, "{\"chart\":\"columns\"}");
  gboolean solid = FALSE, lighter = FALSE, hatched = FALSE;

  for (guint i = 0; i < rs_scene_get_n_marks (scene); i++)
    {
      const RsMark *mark = rs_scene_get_mark (scene, i);

      if (mark->part != RS_PART_BAR || mark->datum.series != 0)
        continue;
      solid = solid || (mark->datum.point == 3 && has_color (mark, theme->series[0]));
      lighter = lighter || (mark->datum.point == 1 && has_color (mark, theme->tint));
      hatched = hatched || (mark->datum.point == 2 && mark->type == RS_MARK_PATH);
      if (mark->datum.point == 2)
        g_assert_false (has_color (mark, theme->series[0]) || has_color (mark, theme->tint));
    }
  g_assert_true (solid);
  g_assert_true (lighter);
  g_assert_true (hatched);
}

/* R19, R30: any two of six lines differ in dash or shape, or in lightness by a good deal. */
static void
test_without_colour (void)
{
  for (guint i = 0; i < 6; i++)
    for (guint j = 0; j < i; j++)
      g_assert_true (rs_series_get_dash (i) != rs_series_get_dash (j) ||
                     i % RS_N_SHAPES != j % RS_N_SHAPES);
  for (guint i = 0; i < 12; i++)
    g_assert_cmpint (rs_series_get_dash (i), !=, RS_DASH_SHORT);
  g_assert_cmpint (rs_series_get_dash (0), ==, RS_DASH_NONE);
}

/* R28: met and missed are told by a sign and a word, in the theme without colours as well. */
static void
test_verdict_signs (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  static const char *const signs[] = { "✓", "✕" };

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (RsFrame) frame = rs_test_frame (
        dataset, "{\"indicators\":[\"jobs\"],\"chart\":\"columns\"}", 2019 + i, RS_LANGUAGE_EN);
      RsFigureOptions options = rs_test_options (560, 420);
      g_autoptr (RsScene) scene = NULL;
      const RsMark *chip;

      options.theme = rs_theme_get ("greyscale");
      scene = rs_figure_new (frame, &options, rs_fixed_metrics_get ());
      chip = rs_test_find (scene, RS_PART_CHIP, RS_MARK_TEXT, 0);
      g_assert_nonnull (chip);
      g_assert_true (g_str_has_prefix (chip->text, signs[i]));
      g_assert_cmpuint (strlen (chip->text), >, strlen (signs[i]) + 3);
    }
}

/* @n days; those for which @is_missing says so have no figure. */
static RsDataset *
make_days (guint n, gboolean (*is_missing) (guint))
{
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GDate) day = g_date_new_dmy (1, G_DATE_JANUARY, 2001);
  RsDimension *metric = rs_dataset_builder_add_dimension (builder, "indicator", 1, NULL);
  RsDimension *time;
  RsDataset *dataset;

  metric->role = RS_ROLE_METRIC;
  metric->categories[0].id = g_strdup ("a");
  metric->categories[0].label.original = g_strdup ("Invented days");
  metric->categories[0].nature = RS_NATURE_STOCK;
  time = rs_dataset_builder_add_dimension (builder, "day", n, NULL);
  time->role = RS_ROLE_TIME;
  for (guint i = 0; i < n; i++, g_date_add_days (day, 1))
    time->categories[i].id = g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (day),
                                              g_date_get_month (day), g_date_get_day (day));
  g_assert_true (rs_dataset_builder_begin_cells (builder, TRUE, NULL));
  for (guint i = 0; i < n; i++)
    if (!is_missing (i))
      rs_dataset_builder_set_value (builder, i, 50 + 30 * sin (i / 90.0) + (i * 7919) % 13);
  dataset = rs_dataset_builder_finish (builder, NULL, &error);
  g_assert_no_error (error);
  return dataset;
}

#define N_DAYS 6000

static gboolean
is_missing_day (guint i)
{
  return i == 1000 || (i >= 3000 && i < 3400) || i == 5000;
}

/* R21: a single day without a figure parts the line, though a px holds a dozen days; a year without
 * any leaves its space. */
static void
test_gap_survives_thinning (void)
{
  g_autoptr (RsDataset) dataset = make_days (N_DAYS, is_missing_day);
  g_autoptr (RsFrame) frame =
    rs_test_frame (dataset, "{\"chart\":\"lines\"}", 2005, RS_LANGUAGE_EN);
  RsFigureOptions options = rs_test_options (500, 300);
  g_autoptr (RsScene) scene = NULL;
  const RsMark *lines[8];
  guint n = 0, n_points = 0;

  options.parts = RS_FIGURE_CHART;
  scene = rs_figure_new (frame, &options, rs_fixed_metrics_get ());
  for (guint i = 0; i < rs_scene_get_n_marks (scene); i++)
    {
      const RsMark *mark = rs_scene_get_mark (scene, i);

      if (mark->part == RS_PART_LINE && n < G_N_ELEMENTS (lines))
        {
          lines[n++] = mark;
          n_points += mark->n_verbs;
        }
    }
  g_assert_cmpuint (n, ==, 4);
  /* It was thinned: four points a px at most. */
  g_assert_cmpuint (n_points, <, 4 * 500);
  for (guint i = 1; i < n; i++)
    g_assert_cmpfloat (lines[i]->bounds.x, >, rs_rect_right (lines[i - 1]->bounds));
  /* 400 of 6,000 days, in an area of over 300 px. */
  g_assert_cmpfloat (lines[2]->bounds.x - rs_rect_right (lines[1]->bounds), >, 300 * 400 / 6000.0);
}

/* Of each px the first, lowest, highest and last point stay, in their order, and no others. */
static void
test_thin (void)
{
  g_autoptr (GArray) run = g_array_new (FALSE, FALSE, sizeof (RsPoint));
  g_autoptr (GArray) whole = NULL;
  guint at = 0;

  for (guint i = 0; i < 5000; i++)
    {
      RsPoint point = { i / 70.0, 100 + 80 * sin (i * 0.7) + (i * 31) % 17 };

      g_array_append_val (run, point);
    }
  whole = g_array_copy (run);
  rs_series_thin (run);
  for (guint i = 0; i < whole->len;)
    {
      double column = floor (g_array_index (whole, RsPoint, i).x);
      double low = G_MAXDOUBLE, high = -G_MAXDOUBLE, kept_low = G_MAXDOUBLE,
             kept_high = -G_MAXDOUBLE;
      guint first = i, n = 0;

      for (; i < whole->len && floor (g_array_index (whole, RsPoint, i).x) == column; i++)
        {
          low = MIN (low, g_array_index (whole, RsPoint, i).y);
          high = MAX (high, g_array_index (whole, RsPoint, i).y);
        }
      g_assert_cmpfloat (g_array_index (run, RsPoint, at).x, ==,
                         g_array_index (whole, RsPoint, first).x);
      for (; at < run->len && floor (g_array_index (run, RsPoint, at).x) == column; at++, n++)
        {
          kept_low = MIN (kept_low, g_array_index (run, RsPoint, at).y);
          kept_high = MAX (kept_high, g_array_index (run, RsPoint, at).y);
        }
      g_assert_cmpuint (n, <=, 4);
      g_assert_cmpfloat (g_array_index (run, RsPoint, at - 1).x, ==,
                         g_array_index (whole, RsPoint, i - 1).x);
      g_assert_cmpfloat (kept_low, ==, low);
      g_assert_cmpfloat (kept_high, ==, high);
    }
  g_assert_cmpuint (at, ==, run->len);
  /* Nothing, and few points, stay as they are. */
  g_array_set_size (run, 1);
  rs_series_thin (run);
  g_assert_cmpuint (run->len, ==, 1);
  g_array_set_size (run, 0);
  rs_series_thin (run);
  g_assert_cmpuint (run->len, ==, 0);
}

/* A few of many keep their colours, but for those that two of them share (R29). */
static void
test_tell_apart (void)
{
  guint colors[] = { 2, 5, 2, 3 };

  rs_series_colors_tell_apart (colors, G_N_ELEMENTS (colors));
  g_assert_cmpuint (colors[0], ==, 2);
  g_assert_cmpuint (colors[1], ==, 5);
  g_assert_cmpuint (colors[3], ==, 3);
  g_assert_cmpuint (colors[2], ==, 4);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/series/tell-apart", test_tell_apart);
  g_test_add_func ("/chart/series/stable", test_stable);
  g_test_add_func ("/chart/series/collisions", test_collisions);
  g_test_add_func ("/chart/series/stable-across-datasets", test_stable_across_datasets);
  for (gsize i = 0; i < G_N_ELEMENTS (flag_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/chart/series/status/%s", flag_cases[i].name);

      g_test_add_data_func (path, &flag_cases[i], test_status);
    }
  g_test_add_func ("/chart/series/bound", test_bound);
  g_test_add_func ("/chart/series/open-year", test_open_year);
  g_test_add_func ("/chart/series/scenario", test_scenario);
  g_test_add_func ("/chart/series/without-colour", test_without_colour);
  g_test_add_func ("/chart/series/verdict-signs", test_verdict_signs);
  g_test_add_func ("/chart/series/gap-survives-thinning", test_gap_survives_thinning);
  g_test_add_func ("/chart/series/thin", test_thin);
  return g_test_run ();
}
