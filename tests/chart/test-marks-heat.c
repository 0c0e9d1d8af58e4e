/* SPDX-License-Identifier: GPL-3.0-or-later
 * Shaded tables: one shade one number, holes that show, breaks between cells. All figures are
 * invented. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "figure-fixture.h"
#include "lib/fixed-metrics.h"
#include "rows-fixture.h"
#undef RS_TEST_FIRST_YEAR
#include "invented-series.h"

#define VIEW "{\"indicators\":[\"rate\"],\"chart\":\"heat\"}"
#define NONE ((double) NAN)
#define WIDTH 560
#define HEIGHT 420

/* @values: (array length=n × 4): of 2018 to 2021. */
static RsTestRegions *
begin (guint n, const double *values)
{
  RsTestRegions *regions = rs_test_regions_new (n);

  for (guint i = 0; i < n * RS_TEST_N_YEARS; i++)
    rs_test_regions_set (regions, RS_TEST_RATE, i / RS_TEST_N_YEARS,
                         2018 + (int) (i % RS_TEST_N_YEARS), values[i]);
  return regions;
}

static RsDataset *
make (guint n, const double *values)
{
  return rs_test_regions_finish (begin (n, values));
}

static RsScene *
draw (RsDataset *dataset)
{
  return rs_test_figure (dataset, VIEW, 2021, WIDTH, HEIGHT);
}

static const RsMark *
find_cell (const RsScene *scene, int series, int point)
{
  const RsMark *mark =
    rs_test_find_datum (scene, RS_PART_CELL, RS_MARK_RECT, (RsDatum){ series, point });

  if (mark == NULL)
    g_error ("no cell %d %d", series, point);
  return mark;
}

static void
assert_color (RsColor a, RsColor b)
{
  g_assert_cmpfloat_with_epsilon (a.red, b.red, 1e-9);
  g_assert_cmpfloat_with_epsilon (a.green, b.green, 1e-9);
  g_assert_cmpfloat_with_epsilon (a.blue, b.blue, 1e-9);
}

/* A zero, holes of all sorts, a bound, a break, a figure that is not final. */
static RsDataset *
make_odd (void)
{
  static const double values[] = { 4,    5,    NONE, 8, 0,    2,    3,    4,
                                   NONE, NONE, 6,    7, NONE, NONE, NONE, NONE };
  RsTestRegions *regions = begin (4, values);

  rs_test_regions_set_bound (regions, RS_TEST_RATE, 2, 2019, 5);
  rs_test_regions_set_status (regions, RS_TEST_RATE, 1, 2020, "p");
  rs_test_regions_add_break (regions, RS_TEST_RATE, 1, 2020);
  return rs_test_regions_finish (regions);
}

static void
test_golden (void)
{
  g_autoptr (RsDataset) dataset = make_odd ();
  g_autoptr (RsScene) scene = draw (dataset);

  rs_test_assert_tidy (scene, "odd");
  rs_test_assert_golden (scene, "heat");
}

/* The lowest and the highest figure have the ends of the ramp, and equal figures equal shades. */
static void
test_shades (void)
{
  static const double values[] = { 1, 2, 3, 9, 5, 2, 7, 8 };
  g_autoptr (RsDataset) dataset = make (2, values);
  g_autoptr (RsScene) scene = draw (dataset);
  const RsTheme *theme = rs_theme_get ("light");

  for (int i = 0; i < 8; i++)
    {
      const RsMark *cell = find_cell (scene, i / 4, i % 4);

      g_assert_true (cell->has_fill);
      assert_color (cell->fill, rs_theme_get_ramp (theme, (values[i] - 1) / 8));
    }
  g_assert_cmpuint (rs_scene_get_n_stops (scene), ==, 8);
  g_assert_cmpuint (rs_test_count (scene, RS_PART_GAP, RS_MARK_PATH), ==, 0);
}

/* Zero is a figure, and missing is none: never pale, always hatched, with no number. */
static void
test_zero_is_not_missing (void)
{
  g_autoptr (RsDataset) dataset = make_odd ();
  g_autoptr (RsScene) scene = draw (dataset);
  const RsTheme *theme = rs_theme_get ("light");
  const RsMark *zero = find_cell (scene, 1, 0), *missing = find_cell (scene, 0, 2);
  RsDatum at_zero = { 1, 0 }, at_missing = { 0, 2 };

  assert_color (zero->fill, rs_theme_get_ramp (theme, 0));
  g_assert_null (rs_test_find_datum (scene, RS_PART_GAP, RS_MARK_PATH, at_zero));
  g_assert_nonnull (rs_test_find_datum (scene, RS_PART_LABEL, RS_MARK_TEXT, at_zero));
  assert_color (missing->fill, theme->missing);
  g_assert_nonnull (rs_test_find_datum (scene, RS_PART_GAP, RS_MARK_PATH, at_missing));
  g_assert_null (rs_test_find_datum (scene, RS_PART_LABEL, RS_MARK_TEXT, at_missing));
  g_assert_true (rs_scene_find_stop (scene, at_missing, NULL, NULL));
}

/* The strokes of a hatch end at the edge of its cell. */
static void
test_hatch_stays_inside (void)
{
  g_autoptr (RsDataset) dataset = make_odd ();
  g_autoptr (RsScene) scene = draw (dataset);
  const RsMark *cell = find_cell (scene, 0, 2);
  const RsMark *hatch = rs_test_find_datum (scene, RS_PART_GAP, RS_MARK_PATH, (RsDatum){ 0, 2 });

  g_assert_cmpfloat (hatch->bounds.x, >=, cell->bounds.x - 0.01);
  g_assert_cmpfloat (hatch->bounds.y, >=, cell->bounds.y - 0.01);
  g_assert_cmpfloat (rs_rect_right (hatch->bounds), <=, rs_rect_right (cell->bounds) + 0.01);
  g_assert_cmpfloat (rs_rect_bottom (hatch->bounds), <=, rs_rect_bottom (cell->bounds) + 0.01);
}

/* A bound has no shade of its own and sets no end of the ramp. */
static void
test_bound (void)
{
  static const double values[] = { 4, 5, 6, 7, 4, 5, 6, NONE };
  RsTestRegions *regions = begin (2, values);
  g_autoptr (RsDataset) dataset = NULL;
  g_autoptr (RsScene) scene = NULL;
  const RsMark *bound;

  rs_test_regions_set_bound (regions, RS_TEST_RATE, 1, 2021, 95);
  dataset = rs_test_regions_finish (regions);
  scene = draw (dataset);
  bound = rs_test_find_datum (scene, RS_PART_BOUND, RS_MARK_RECT, (RsDatum){ 1, 3 });
  g_assert_nonnull (bound);
  g_assert_cmpint (bound->dash, ==, RS_DASH_SHORT);
  assert_color (bound->fill, rs_theme_get ("light")->card);
  assert_color (find_cell (scene, 0, 3)->fill, rs_theme_get_ramp (rs_theme_get ("light"), 1));
  g_assert_nonnull (rs_test_find_text (scene, "95"));
  g_assert_nonnull (rs_test_find_text (scene, "only a bound is known"));
}

/* A rule between two cells, as high as the row, and the foot says what it is (R41). */
static void
test_break (void)
{
  g_autoptr (RsDataset) dataset = make_odd ();
  g_autoptr (RsScene) scene = draw (dataset);
  const RsMark *rule = rs_test_find_datum (scene, RS_PART_BREAK, RS_MARK_PATH, (RsDatum){ 1, 2 });
  const RsMark *before = find_cell (scene, 1, 1), *after = find_cell (scene, 1, 2);

  g_assert_nonnull (rule);
  g_assert_cmpfloat (rule->bounds.width, <, 0.01);
  g_assert_cmpfloat (rule->bounds.x, >=, rs_rect_right (before->bounds) - 0.6);
  g_assert_cmpfloat (rule->bounds.x, <=, after->bounds.x + 0.6);
  g_assert_cmpfloat (rule->bounds.height, >=, after->bounds.height);
  g_assert_nonnull (rs_test_find_text (scene, "thick rule: break"));
}

/* What is written on a cell can be read on it, in every theme (R7). */
static void
test_contrast (void)
{
  static const double values[] = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 };
  g_autoptr (RsDataset) dataset = make (3, values);
  g_autoptr (RsFrame) frame = rs_test_frame (dataset, VIEW, 2021, RS_LANGUAGE_EN);

  for (const char *const *id = rs_theme_list (); *id != NULL; id++)
    {
      RsFigureOptions options = rs_test_options (WIDTH, HEIGHT);
      g_autoptr (RsScene) scene = NULL;

      options.theme = rs_theme_get (*id);
      scene = rs_figure_new (frame, &options, rs_fixed_metrics_get ());
      for (int i = 0; i < 12; i++)
        {
          RsDatum datum = { i / 4, i % 4 };
          const RsMark *text = rs_test_find_datum (scene, RS_PART_LABEL, RS_MARK_TEXT, datum);

          g_assert_nonnull (text);
          g_assert_cmpfloat (
            rs_color_contrast (text->fill, find_cell (scene, datum.series, datum.point)->fill), >=,
            4.5);
        }
    }
}

/* Lowest, highest with the unit; "no figure" only where there is a hole. */
static void
test_legend (void)
{
  static const double full[] = { 1, 2, 3, 9, 5, 2, 7, 8 };
  static const double equal[] = { 5, 5, 5, 5, 5, 5, 5, 5 };
  g_autoptr (RsDataset) a = make (2, full), b = make_odd (), c = make (2, equal);
  g_autoptr (RsScene) whole = draw (a), holes = draw (b), flat = draw (c);

  g_assert_nonnull (rs_test_find (whole, RS_PART_LEGEND, RS_MARK_TEXT, 1));
  g_assert_cmpstr (rs_test_find (whole, RS_PART_LEGEND, RS_MARK_TEXT, 0)->text, ==, "1");
  g_assert_cmpstr (rs_test_find (whole, RS_PART_LEGEND, RS_MARK_TEXT, 1)->text, ==, "9\u00a0%");
  g_assert_cmpuint (rs_test_count (whole, RS_PART_LEGEND, RS_MARK_TEXT), ==, 2);
  g_assert_cmpuint (rs_test_count (holes, RS_PART_LEGEND, RS_MARK_TEXT), ==, 3);
  g_assert_cmpstr (rs_test_find (holes, RS_PART_LEGEND, RS_MARK_TEXT, 2)->text, ==, "no figure");
  /* One shade is no ramp. */
  g_assert_cmpuint (rs_test_count (flat, RS_PART_LEGEND, RS_MARK_TEXT), ==, 1);
  g_assert_cmpstr (rs_test_find (flat, RS_PART_LEGEND, RS_MARK_TEXT, 0)->text, ==, "5\u00a0%");
}

/* Numbers below each other have as many decimals, and stand under each other (R46). */
static void
test_decimals (void)
{
  static const double values[] = { 1.25, 2, 3, 4, 5, 2.5, 7, 8 };
  g_autoptr (RsDataset) dataset = make (2, values);
  g_autoptr (RsScene) scene = draw (dataset);
  const RsMark *one = rs_test_find_label (scene, "1.25");
  const RsMark *five = rs_test_find_label (scene, "5.00");

  g_assert_nonnull (one);
  g_assert_nonnull (five);
  g_assert_cmpfloat_with_epsilon (rs_rect_right (one->bounds), rs_rect_right (five->bounds), 0.01);
  g_assert_nonnull (rs_test_find_label (scene, "2.0"));
  g_assert_nonnull (rs_test_find_label (scene, "7"));
}

/* Beyond two decimals no zero is filled in: the points stand under each other all the same. */
static void
test_points (void)
{
  RsTestRegions *regions = rs_test_regions_new (2);
  g_autoptr (RsDataset) dataset = NULL;
  g_autoptr (RsScene) scene = NULL;

  const RsMark *four, *one;

  rs_test_regions_set (regions, RS_TEST_AMOUNT, 0, 2021, 125.75);
  rs_test_regions_set (regions, RS_TEST_AMOUNT, 1, 2021, 550);
  dataset = rs_test_regions_finish (regions);
  scene =
    rs_test_figure (dataset, "{\"indicators\":[\"amount\"],\"chart\":\"heat\"}", 2021, 560, 400);
  four = rs_test_find_datum (scene, RS_PART_LABEL, RS_MARK_TEXT, (RsDatum){ 0, 0 });
  one = rs_test_find_datum (scene, RS_PART_LABEL, RS_MARK_TEXT, (RsDatum){ 1, 0 });
  g_assert_nonnull (four);
  g_assert_nonnull (one);
  g_assert_cmpstr (four->text, ==, "1.2575");
  g_assert_cmpstr (one->text, ==, "5.5");
  g_assert_cmpfloat_with_epsilon (four->bounds.x, one->bounds.x, 0.01);
  g_assert_cmpfloat (rs_rect_right (four->bounds), >, rs_rect_right (one->bounds));
}

/* Too many rows: the selected region's stays, those without a figure go first, and the foot tells
 * how many there are. */
static void
test_rows_left_out (void)
{
  RsTestRegions *regions = rs_test_regions_new (60);
  g_autoptr (RsDataset) dataset = NULL;
  g_autoptr (RsFrame) frame = NULL;
  RsFigureOptions options = rs_test_options (400, 380);
  g_autoptr (RsScene) scene = NULL;
  guint n = 0;

  for (guint i = 0; i < 60; i++)
    if (i % 10 != 1)
      rs_test_regions_set (regions, RS_TEST_RATE, i, 2021, i + 1);
  rs_test_regions_rename (regions, 1, "Bare");
  dataset = rs_test_regions_finish (regions);
  frame = rs_test_frame (dataset, VIEW, 2021, RS_LANGUAGE_EN);
  scene = rs_figure_new (frame, &options, rs_fixed_metrics_get ());
  for (int i = 0; i < 60; i++)
    n += rs_test_find_datum (scene, RS_PART_CELL, RS_MARK_RECT, (RsDatum){ i, 0 }) != NULL ||
             rs_test_find_datum (scene, RS_PART_CELL, RS_MARK_RECT, (RsDatum){ i, 3 }) != NULL
           ? 1
           : 0;
  g_assert_cmpuint (n, >, 3);
  g_assert_cmpuint (n, <, 60);
  g_assert_cmpuint (rs_scene_get_n_left_out (scene), >, 0);
  g_assert_nonnull (rs_test_find_text (scene, "of 60 rows shown"));
  g_assert_nonnull (rs_test_find_label (scene, "Region A"));
  g_assert_null (rs_test_find_label (scene, "Bare"));
  rs_test_assert_tidy (scene, "sixty rows");
}

/* The foot takes of the room that the rows have, and yet it tells how many there are. */
static void
test_rows_counted (void)
{
  RsTestRegions *regions = rs_test_regions_new (34);
  g_autoptr (RsDataset) dataset = NULL;
  g_autoptr (RsFrame) frame = NULL;

  for (guint i = 0; i < 34; i++)
    rs_test_regions_set (regions, RS_TEST_RATE, i, 2021, i + 1);
  dataset = rs_test_regions_finish (regions);
  frame = rs_test_frame (dataset, VIEW, 2021, RS_LANGUAGE_EN);
  for (guint height = 300; height <= 560; height += 4)
    {
      RsFigureOptions options = rs_test_options (330, height);
      g_autoptr (RsScene) scene = NULL;
      g_autofree char *said = NULL;
      guint n = 0;

      options.parts |= RS_FIGURE_ALL_SOURCES;
      scene = rs_figure_new (frame, &options, rs_fixed_metrics_get ());
      for (int i = 0; i < 34; i++)
        if (rs_test_find_datum (scene, RS_PART_CELL, RS_MARK_RECT, (RsDatum){ i, 0 }) != NULL)
          n++;
      said = g_strdup_printf ("%u of 34 rows shown", n);
      g_test_message ("height %u: %s", height, said);
      if (n > 0 && n < 34)
        g_assert_nonnull (rs_test_find_text (scene, said));
    }
}

/* The home row is framed and its name bold, the chosen year's label as well. */
static void
test_home (void)
{
  static const double values[] = { 1, 2, 3, 9, 5, 2, 7, 8 };
  g_autoptr (RsDataset) dataset = make (2, values);
  g_autoptr (RsScene) scene = rs_test_figure (dataset, VIEW, 2020, WIDTH, HEIGHT);
  const RsMark *frame = rs_test_find (scene, RS_PART_SELECTED, RS_MARK_RECT, 0);
  const RsMark *first = find_cell (scene, 0, 0), *last = find_cell (scene, 0, 3);

  g_assert_nonnull (frame);
  g_assert_cmpint (frame->datum.series, ==, 0);
  g_assert_cmpfloat (frame->bounds.x, <=, first->bounds.x);
  g_assert_cmpfloat (rs_rect_right (frame->bounds), >=, rs_rect_right (last->bounds));
  g_assert_null (rs_test_find (scene, RS_PART_SELECTED, RS_MARK_RECT, 1));
  g_assert_cmpint (rs_test_find_label (scene, "Region A")->font.weight, ==, RS_WEIGHT_BOLD);
  g_assert_cmpint (rs_test_find_label (scene, "Region B")->font.weight, ==, RS_WEIGHT_NORMAL);
  g_assert_cmpint (rs_test_find_label (scene, "2020")->font.weight, ==, RS_WEIGHT_BOLD);
  g_assert_cmpint (rs_test_find_label (scene, "2021")->font.weight, ==, RS_WEIGHT_NORMAL);
}

/* Years that no region has a figure for are passed over, with a space and a word (R13). */
static void
test_jump (void)
{
  static const double values[] = { 1, NONE, 3, 9, 5, NONE, 7, 8 };
  g_autoptr (RsDataset) dataset = make (2, values);
  g_autoptr (RsScene) scene = draw (dataset);
  const RsMark *first = find_cell (scene, 0, 0), *second = find_cell (scene, 0, 2),
               *third = find_cell (scene, 0, 3);

  g_assert_cmpfloat (second->bounds.x - first->bounds.x, >,
                     (third->bounds.x - second->bounds.x) * 1.2);
  g_assert_null (rs_test_find_label (scene, "2019"));
  g_assert_nonnull (rs_test_find_text (scene, "space between columns"));
  g_assert_null (rs_test_find_datum (scene, RS_PART_CELL, RS_MARK_RECT, (RsDatum){ 0, 1 }));
}

/* ← → along the row, ↑ ↓ in the column. */
static void
test_keys (void)
{
  g_autoptr (RsDataset) dataset = make_odd ();
  g_autoptr (RsScene) scene = draw (dataset);
  RsDatum at = { 1, 1 };
  RsDatum to = rs_scene_move (scene, at, RS_MOVE_RIGHT);

  g_assert_cmpint (to.series, ==, 1);
  g_assert_cmpint (to.point, ==, 2);
  to = rs_scene_move (scene, at, RS_MOVE_DOWN);
  g_assert_cmpint (to.series, ==, 2);
  g_assert_cmpint (to.point, ==, 1);
  to = rs_scene_move (scene, at, RS_MOVE_UP);
  g_assert_cmpint (to.series, ==, 0);
  g_assert_cmpint (to.point, ==, 1);
  to = rs_scene_move (scene, at, RS_MOVE_END);
  g_assert_cmpint (to.point, ==, 3);
}

/* Labels of columns stand straight and are thinned; the chosen one stays (R4). */
static void
test_many_columns (void)
{
  g_autofree double *values = g_new (double, 3 * 60);
  RsInvented what = { .n = 3, .n_years = 60 };
  g_autofree char *view = rs_test_view_of (3, "heat", "");
  g_autoptr (RsDataset) dataset = NULL;
  g_autoptr (RsScene) scene = NULL;
  guint n_years = 0;

  for (guint i = 0; i < 3 * 60; i++)
    values[i] = i % 17;
  what.values = values;
  dataset = rs_test_invent (&what);
  scene = rs_test_figure (dataset, view, 2037, WIDTH, HEIGHT);
  g_assert_cmpuint (rs_scene_get_n_stops (scene), ==, 3 * 60);
  g_assert_nonnull (rs_test_find_label (scene, "2037"));
  for (int year = 2015; year < 2075; year++)
    {
      g_autofree char *text = g_strdup_printf ("%d", year);

      n_years += rs_test_find_label (scene, text) != NULL ? 1 : 0;
    }
  g_assert_cmpuint (n_years, >, 3);
  g_assert_cmpuint (n_years, <, 30);
  rs_test_assert_tidy (scene, "sixty columns");
}

/* More columns than px: the latest stay, and the chosen one. */
static void
test_columns_left_out (void)
{
  g_autofree double *values = g_new (double, 2 * 300);
  RsInvented what = { .n = 2, .n_years = 300 };
  g_autofree char *view = rs_test_view_of (2, "heat", "");
  g_autoptr (RsDataset) dataset = NULL;

  for (guint i = 0; i < 2 * 300; i++)
    values[i] = i % 13;
  what.values = values;
  dataset = rs_test_invent (&what);
  for (int year = 2020; year < 2310; year += 280)
    {
      g_autoptr (RsScene) scene = rs_test_figure (dataset, view, year, 360, 320);

      g_assert_cmpuint (rs_scene_get_n_stops (scene), <, 600);
      g_assert_true (rs_scene_find_stop (scene, (RsDatum){ 0, year - 2015 }, NULL, NULL));
      g_assert_nonnull (rs_test_find_text (scene, "periods shown"));
      rs_test_assert_tidy (scene, "three hundred columns");
    }
}

static void
test_degenerate (void)
{
  static const double lone[] = { NONE, NONE, NONE, 3, NONE, NONE, NONE, NONE };
  static const double zero[] = { 0, 0, 0, 0, 0, 0, 0, 0 };
  static const double below[] = { -1, -2, -3, -4, 5, 6, -7, 8 };
  static const double vast[] = { 1e300, -1e300, 1e-300, 0, 1e15, 5, 1e308, -1e308 };
  static const double nothing[] = { NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE };
  const double *all[] = { lone, zero, below, vast, nothing };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr (RsDataset) dataset = make (2, all[i]);
      g_autoptr (RsScene) scene = draw (dataset);
      g_autofree char *what = g_strdup_printf ("case %u", i);

      rs_test_assert_tidy (scene, what);
      g_assert_cmpuint (rs_test_count (scene, RS_PART_CELL, RS_MARK_RECT) > 0, ==, i < 4);
      for (guint m = 0; m < rs_scene_get_n_marks (scene); m++)
        g_assert_true (isfinite (rs_scene_get_mark (scene, m)->fill.red));
    }
}

static void
test_tidy (void)
{
  g_autoptr (RsDataset) odd = make_odd ();
  RsTestRegions *regions = rs_test_regions_new (200);
  g_autoptr (RsDataset) many = NULL;

  for (guint i = 0; i < 200; i++)
    for (int year = 2018; year < 2022; year++)
      if ((i * 7 + (guint) year) % 11 != 0)
        rs_test_regions_set (regions, RS_TEST_RATE, i, year, (i * 37 + (guint) year) % 101 / 7.0);
  rs_test_regions_rename (regions, 3,
                          "A region whose invented name is long enough for three lines");
  rs_test_regions_rename (regions, 5, "名称很长很长很长很长很长的虚构自治地区");
  many = rs_test_regions_finish (regions);
  rs_test_assert_tidy_everywhere (odd, VIEW, 2021, "odd");
  rs_test_assert_tidy_everywhere (many, VIEW, 2021, "two hundred rows");
}

/* As many lines as rows. */
static void
test_natural_height (void)
{
  double last = 0;

  for (guint n = 2; n < 40; n += 12)
    {
      g_autofree double *values = g_new (double, n *RS_TEST_N_YEARS);
      g_autoptr (RsDataset) dataset = NULL;
      g_autoptr (RsFrame) frame = NULL;
      g_autoptr (RsScene) scene = NULL;
      RsFigureOptions options = rs_test_options (WIDTH, 0);

      for (guint i = 0; i < n * RS_TEST_N_YEARS; i++)
        values[i] = i;
      dataset = make (n, values);
      frame = rs_test_frame (dataset, VIEW, 2021, RS_LANGUAGE_EN);
      options.height_px = rs_figure_get_natural_height (frame, &options, rs_fixed_metrics_get ());
      g_assert_cmpfloat (options.height_px, >, last);
      last = options.height_px;
      scene = rs_figure_new (frame, &options, rs_fixed_metrics_get ());
      g_assert_cmpuint (rs_scene_get_n_stops (scene), ==, n * RS_TEST_N_YEARS);
      g_assert_cmpuint (rs_scene_get_n_left_out (scene), ==, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/marks-heat/golden", test_golden);
  g_test_add_func ("/chart/marks-heat/shades", test_shades);
  g_test_add_func ("/chart/marks-heat/zero-is-not-missing", test_zero_is_not_missing);
  g_test_add_func ("/chart/marks-heat/hatch-stays-inside", test_hatch_stays_inside);
  g_test_add_func ("/chart/marks-heat/bound", test_bound);
  g_test_add_func ("/chart/marks-heat/break", test_break);
  g_test_add_func ("/chart/marks-heat/contrast", test_contrast);
  g_test_add_func ("/chart/marks-heat/legend", test_legend);
  g_test_add_func ("/chart/marks-heat/decimals", test_decimals);
  g_test_add_func ("/chart/marks-heat/points", test_points);
  g_test_add_func ("/chart/marks-heat/rows-left-out", test_rows_left_out);
  g_test_add_func ("/chart/marks-heat/rows-counted", test_rows_counted);
  g_test_add_func ("/chart/marks-heat/home", test_home);
  g_test_add_func ("/chart/marks-heat/jump", test_jump);
  g_test_add_func ("/chart/marks-heat/keys", test_keys);
  g_test_add_func ("/chart/marks-heat/many-columns", test_many_columns);
  g_test_add_func ("/chart/marks-heat/columns-left-out", test_columns_left_out);
  g_test_add_func ("/chart/marks-heat/degenerate", test_degenerate);
  g_test_add_func ("/chart/marks-heat/tidy", test_tidy);
  g_test_add_func ("/chart/marks-heat/natural-height", test_natural_height);
  return g_test_run ();
}
