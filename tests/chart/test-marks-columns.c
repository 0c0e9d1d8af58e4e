/* SPDX-License-Identifier: GPL-3.0-or-later
 * Columns: lengths from zero, honest gaps, targets with their rule. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "invented-series.h"
#include "lib/fixed-metrics.h"
#include "lib/fixture-dataset.h"

#define VIEW "{\"indicators\":[\"jobs\"],\"chart\":\"columns\"}"

/* Positions of the years 2015 to 2022 in the series. */
enum
{
  Y2015,
  Y2016,
  Y2017,
  Y2018,
  Y2019,
  Y2020,
  Y2021,
  Y2022,
};

static RsScene *
draw (int year)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();

  return rs_test_figure (dataset, VIEW, year, 560, 400);
}

static const RsMark *
get_bar (const RsScene *scene, int point)
{
  return rs_test_find_datum (scene, RS_PART_BAR, RS_MARK_RECT, (RsDatum){ 0, point });
}

/* All solid columns stand on the axis, and their heights are to each other as their numbers (R8).
 */
static void
test_from_zero (void)
{
  g_autoptr (RsScene) scene = draw (2020);
  const RsMark *axis = rs_test_find (scene, RS_PART_AXIS, RS_MARK_PATH, 0);
  const RsMark *a = get_bar (scene, Y2015);
  const RsMark *b = get_bar (scene, Y2020);

  g_assert_nonnull (axis);
  g_assert_nonnull (a);
  g_assert_nonnull (b);
  g_assert_cmpfloat_with_epsilon (rs_rect_bottom (a->bounds), axis->bounds.y, 0.01);
  g_assert_cmpfloat_with_epsilon (rs_rect_bottom (b->bounds), axis->bounds.y, 0.01);
  g_assert_cmpfloat_with_epsilon (b->bounds.height / a->bounds.height, 13.75 / 10, 0.001);
}

static void
test_chosen_year (void)
{
  g_autoptr (RsScene) scene = draw (2020);
  const RsTheme *theme = rs_theme_get ("light");
  const RsMark *year = rs_test_find_text (scene, "2020");
  const RsMark *chosen = get_bar (scene, Y2020);
  const RsMark *other = get_bar (scene, Y2019);

  g_assert_cmpfloat (chosen->fill.blue, ==, theme->series[0].blue);
  g_assert_cmpfloat (other->fill.blue, ==, theme->tint.blue);
  g_assert_nonnull (year);
  g_assert_nonnull (rs_test_find_text (scene, "2021"));
}

/* A year without a figure has no column, and a quiet mark that says so. */
static void
test_gap (void)
{
  g_autoptr (RsScene) scene = draw (2020);

  g_assert_null (get_bar (scene, Y2018));
  g_assert_nonnull (rs_test_find_datum (scene, RS_PART_GAP, RS_MARK_PATH, (RsDatum){ 0, Y2018 }));
  g_assert_cmpuint (rs_test_count (scene, RS_PART_GAP, RS_MARK_PATH), ==, 1);
}

static void
test_status (void)
{
  g_autoptr (RsScene) scene = draw (2020);
  const RsMark *published = get_bar (scene, Y2015);
  const RsMark *derived = get_bar (scene, Y2016);
  const RsMark *provisional = get_bar (scene, Y2022);

  g_assert_false (published->has_stroke);
  g_assert_true (derived->has_stroke);
  g_assert_cmpint (derived->dash, ==, RS_DASH_NONE);
  g_assert_true (provisional->has_stroke);
  g_assert_cmpint (provisional->dash, ==, RS_DASH_SHORT);
}

/* Each target is a tick across its own column, dashed where it is derived, on the axis (R11), with
 * operator and value (R32). */
static void
test_targets (void)
{
  g_autoptr (RsScene) scene = draw (2020);
  const RsMark *plain =
    rs_test_find_datum (scene, RS_PART_TARGET, RS_MARK_PATH, (RsDatum){ 0, Y2020 });
  const RsMark *derived =
    rs_test_find_datum (scene, RS_PART_TARGET, RS_MARK_PATH, (RsDatum){ 0, Y2021 });
  const RsMark *bar = get_bar (scene, Y2020);
  const RsMark *text =
    rs_test_find_datum (scene, RS_PART_TARGET, RS_MARK_TEXT, (RsDatum){ 0, Y2020 });

  g_assert_nonnull (plain);
  g_assert_nonnull (derived);
  g_assert_nonnull (text);
  g_assert_cmpint (plain->dash, ==, RS_DASH_NONE);
  g_assert_cmpint (derived->dash, ==, RS_DASH_SHORT);
  g_assert_cmpfloat (plain->bounds.x, <, bar->bounds.x);
  g_assert_cmpfloat (rs_rect_right (plain->bounds), >, rs_rect_right (bar->bounds));
  g_assert_true (g_str_has_prefix (text->text, "≥"));
  /* Missed: the tick lies above the column. */
  g_assert_cmpfloat (plain->bounds.y, <, bar->bounds.y);
}

/* Operator and number, in one line or two, or none of them. */
static void
assert_rule (const RsScene *scene, RsDatum datum, gboolean needed)
{
  gboolean op = FALSE, number = FALSE;

  for (guint i = 0; i < rs_scene_get_n_marks (scene); i++)
    {
      const RsMark *mark = rs_scene_get_mark (scene, i);

      if (mark->part != RS_PART_TARGET || mark->type != RS_MARK_TEXT ||
          mark->datum.point != datum.point)
        continue;
      op = op || g_str_has_prefix (mark->text, "≥") || g_str_has_prefix (mark->text, "≈");
      number = number || strpbrk (mark->text, "0123456789") != NULL;
    }
  g_assert_cmpint (op, ==, number);
  g_assert_true (op || !needed);
}

/* Every rule is printed, in narrow columns in smaller type or with its operator over its number. */
static void
test_targets_are_labelled (void)
{
  static const double widths[] = { 900, 560, 420, 340 };
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    for (int year = 2019; year <= 2022; year++)
      {
        g_autoptr (RsScene) scene = rs_test_figure (dataset, VIEW, year, widths[i], 400);

        rs_test_assert_tidy (scene, "targets");
        for (int point = Y2015; point <= Y2022; point++)
          {
            const RsDatum datum = { 0, point };

            if (rs_test_find_datum (scene, RS_PART_TARGET, RS_MARK_PATH, datum) != NULL)
              assert_rule (scene, datum, TRUE);
          }
      }
}

/* Where there is no room, no half of a rule is left. */
static void
test_targets_in_flat_charts (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();

  for (int height = 180; height <= 400; height += 20)
    {
      g_autoptr (RsScene) scene = rs_test_figure (dataset, VIEW, 2021, 380, height);

      rs_test_assert_tidy (scene, "flat");
      for (int point = Y2015; point <= Y2022; point++)
        assert_rule (scene, (RsDatum){ 0, point }, FALSE);
    }
}

/* No ground of a label lies on a column: it would cut the column in two (R10). */
static void
test_targets_cut_no_column (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();

  for (int width = 200; width <= 900; width += 50)
    for (int year = 2019; year <= 2022; year++)
      {
        g_autoptr (RsScene) scene = rs_test_figure (dataset, VIEW, year, width, 400);

        for (guint i = 0; i < rs_scene_get_n_marks (scene); i++)
          {
            const RsMark *plate = rs_scene_get_mark (scene, i);

            /* What is lower lies under a tick. */
            if (plate->part != RS_PART_TARGET || plate->type != RS_MARK_RECT ||
                plate->bounds.height < 10)
              continue;
            for (int point = Y2015; point <= Y2022; point++)
              {
                const RsMark *bar = get_bar (scene, point);

                if (bar != NULL && plate->bounds.x < rs_rect_right (bar->bounds) &&
                    rs_rect_right (plate->bounds) > bar->bounds.x &&
                    rs_rect_bottom (plate->bounds) > bar->bounds.y &&
                    plate->bounds.y < rs_rect_bottom (bar->bounds))
                  g_error ("%d px, %d: the ground of %d at %g–%g cuts %d from %g to %g", width,
                           year, plate->datum.point, plate->bounds.y,
                           rs_rect_bottom (plate->bounds), point, bar->bounds.y,
                           rs_rect_bottom (bar->bounds));
              }
          }
      }
}

static void
test_targets_hidden (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  g_autoptr (RsScene) scene = rs_test_figure (
    dataset, "{\"indicators\":[\"jobs\"],\"chart\":\"columns\",\"targets\":false}", 2020, 560, 400);

  g_assert_cmpuint (rs_test_count (scene, RS_PART_TARGET, RS_MARK_PATH), ==, 0);
}

/* Values above their columns; the chosen one bold. */
static void
test_labels (void)
{
  g_autoptr (RsScene) scene = draw (2021);
  const RsMark *chosen =
    rs_test_find_datum (scene, RS_PART_LABEL, RS_MARK_TEXT, (RsDatum){ 0, Y2021 });
  const RsMark *other =
    rs_test_find_datum (scene, RS_PART_LABEL, RS_MARK_TEXT, (RsDatum){ 0, Y2015 });

  g_assert_nonnull (chosen);
  g_assert_nonnull (other);
  g_assert_cmpint (chosen->font.weight, ==, RS_WEIGHT_BOLD);
  g_assert_cmpint (other->font.weight, ==, RS_WEIGHT_NORMAL);
  g_assert_cmpfloat (rs_rect_bottom (chosen->bounds), <=, get_bar (scene, Y2021)->bounds.y);
}

/* Three invented years, 2015, 2016 and 2019: the missing ones leave their room (R13). */
static RsDataset *
make_gappy_dataset (void)
{
  static const char *const years[] = { "2015", "2016", "2019" };
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  g_autoptr (GError) error = NULL;
  RsDimension *time = rs_dataset_builder_add_dimension (builder, "year", 3, &error);
  RsDataset *dataset;

  time->role = RS_ROLE_TIME;
  for (guint i = 0; i < 3; i++)
    time->categories[i].id = g_strdup (years[i]);
  g_assert_true (rs_dataset_builder_begin_cells (builder, TRUE, &error));
  for (guint i = 0; i < 3; i++)
    rs_dataset_builder_set_value (builder, i, 10 + i);
  dataset = rs_dataset_builder_finish (builder, NULL, &error);
  g_assert_no_error (error);
  return dataset;
}

static void
test_proportional_time (void)
{
  g_autoptr (RsDataset) dataset = make_gappy_dataset ();
  g_autoptr (RsScene) scene = rs_test_figure (dataset, "{\"chart\":\"columns\"}", 2019, 560, 400);
  double x[3];

  for (int i = 0; i < 3; i++)
    {
      const RsMark *bar = get_bar (scene, i);

      g_assert_nonnull (bar);
      x[i] = bar->bounds.x + bar->bounds.width / 2;
    }
  g_assert_cmpfloat_with_epsilon (x[2] - x[1], 3 * (x[1] - x[0]), 0.01);
}

/* Where years are many, a modulus thins them, and the chosen one stays. */
static void
test_thinned_years (void)
{
  for (int year = 2015; year <= 2022; year++)
    {
      g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
      g_autoptr (RsScene) scene = rs_test_figure (dataset, VIEW, year, 240, 300);
      g_autofree char *text = g_strdup_printf ("%d", year);
      int last = 0;
      int step = 0;
      gboolean chosen = FALSE;

      /* 2018 has no figure, and thus no chart. */
      if (year == 2018)
        continue;
      for (guint i = 0;; i++)
        {
          const RsMark *mark = rs_test_find (scene, RS_PART_TICK, RS_MARK_TEXT, i);
          int label;

          if (mark == NULL)
            break;
          label = atoi (mark->text);
          if (label < 2000)
            continue;
          chosen = chosen || strcmp (mark->text, text) == 0;
          if (last != 0 && step != 0)
            g_assert_cmpint (label - last, ==, step);
          if (last != 0)
            step = label - last;
          last = label;
        }
      g_assert_true (chosen);
      g_assert_cmpint (step, >, 1);
    }
}

static void
test_keyboard_and_pointer (void)
{
  g_autoptr (RsScene) scene = draw (2020);
  const RsMark *bar = get_bar (scene, Y2020);
  RsDatum datum = rs_scene_hit (scene, bar->bounds.x + 2, bar->bounds.y - 20);

  /* The whole band of the column answers, not only the ink. */
  g_assert_cmpint (datum.point, ==, Y2020);
  datum = rs_scene_move (scene, datum, RS_MOVE_RIGHT);
  g_assert_cmpint (datum.point, ==, Y2021);
  datum = rs_scene_move (scene, datum, RS_MOVE_HOME);
  g_assert_cmpint (datum.point, ==, Y2015);
  /* From nowhere the keys go to the chosen year, and not to the last. */
  datum = rs_scene_move (scene, RS_DATUM_NONE, RS_MOVE_RIGHT);
  g_assert_cmpint (datum.point, ==, Y2020);
}

/* Three invented measures of four years, the third with a hole. */
static const double grouped_values[] = {
  10, 12, 14, 13, 20, 21, 19, 22, 5, RS_TEST_NONE, 7, 8,
};
static const char *const grouped_names[] = { "First", "Second", "Third" };

static const RsInvented grouped = {
  .n = 3,
  .n_years = 4,
  .values = grouped_values,
  .labels = grouped_names,
};

static RsScene *
draw_grouped (const RsInvented *what, int year, double width, double height)
{
  g_autoptr (RsDataset) dataset = rs_test_invent (what);
  g_autofree char *view = rs_test_view_of (what->n, "columns", "");
  RsScene *scene = rs_test_figure (dataset, view, year, width, height);

  rs_test_assert_tidy (scene, "grouped");
  return scene;
}

static const RsMark *
get_column (const RsScene *scene, int series, int point)
{
  return rs_test_find_datum (scene, RS_PART_BAR, RS_MARK_RECT, (RsDatum){ series, point });
}

/* Side by side in the order of the data, all from the axis, with ground between them (R26). */
static void
test_grouped (void)
{
  static const double widths[] = { 300, 560, 1280, 3840 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (RsScene) scene = draw_grouped (&grouped, 2016, widths[i], widths[i] / 1.6 + 140);
      const RsMark *axis = rs_test_find (scene, RS_PART_AXIS, RS_MARK_PATH, 0);

      for (int point = 0; point < 4; point++)
        for (int series = 0; series < 2; series++)
          {
            const RsMark *a = get_column (scene, series, point);
            const RsMark *b = get_column (scene, series + 1, point);

            g_assert_cmpfloat_with_epsilon (rs_rect_bottom (a->bounds), axis->bounds.y, 0.01);
            if (b != NULL)
              g_assert_cmpfloat (b->bounds.x - rs_rect_right (a->bounds), >=, 0.99);
          }
      /* Groups stand farther apart than their columns. */
      g_assert_cmpfloat (
        get_column (scene, 0, 1)->bounds.x - rs_rect_right (get_column (scene, 2, 0)->bounds), >,
        2 *
          (get_column (scene, 1, 0)->bounds.x - rs_rect_right (get_column (scene, 0, 0)->bounds)));
    }
}

/* Without colour each series is known by its shape, in its columns and in the legend (R19, R20,
 * R30), which is in the order of the data (R18). */
static void
test_grouped_legend (void)
{
  g_autoptr (RsScene) scene = draw_grouped (&grouped, 2016, 640, 480);
  double last = -1;
  guint verbs[3];

  for (guint i = 0; i < 3; i++)
    {
      const RsMark *name = rs_test_find_label (scene, grouped_names[i]);
      const RsMark *shape =
        rs_test_find_datum (scene, RS_PART_BAR, RS_MARK_PATH, (RsDatum){ (int) i, 0 });

      g_assert_nonnull (name);
      g_assert_cmpint (name->part, ==, RS_PART_LEGEND);
      g_assert_cmpfloat (name->bounds.x, >, last);
      last = name->bounds.x;
      g_assert_nonnull (shape);
      verbs[i] = shape->n_verbs;
      g_assert_cmpuint (rs_test_find (scene, RS_PART_LEGEND, RS_MARK_PATH, i)->n_verbs, ==,
                        verbs[i]);
    }
  g_assert_cmpuint (verbs[0], !=, verbs[1]);
  g_assert_cmpuint (verbs[1], !=, verbs[2]);
  /* One series alone is named by the title. */
  {
    g_autoptr (RsScene) alone = draw (2020);

    g_assert_cmpuint (rs_test_count (alone, RS_PART_LEGEND, RS_MARK_TEXT), ==, 0);
    g_assert_cmpuint (rs_test_count (alone, RS_PART_BAR, RS_MARK_PATH), ==, 0);
  }
}

/* No number lies over a neighbour that it might be read as, and the chosen ones are all said: at
 * their columns or in the legend. */
static void
test_grouped_values (void)
{
  static const double wordy[] = { 1234.56, 1245.67, 2234.56, 2245.67, 3234.56, 3245.67 };
  static const double widths[] = { 240, 320, 480, 900 };
  const RsInvented what = { .n = 3, .n_years = 2, .values = wordy };

  for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
    {
      g_autoptr (RsScene) scene = draw_grouped (&what, 2016, widths[w], 480);

      for (int series = 0; series < 3; series++)
        for (int point = 0; point < 2; point++)
          {
            const RsMark *label =
              rs_test_find_datum (scene, RS_PART_LABEL, RS_MARK_TEXT, (RsDatum){ series, point });

            for (int other = 0; label != NULL && other < 3; other++)
              if (other != series)
                {
                  RsRect bar = get_column (scene, other, point)->bounds;

                  g_assert_true (rs_rect_right (label->bounds) <= bar.x ||
                                 label->bounds.x >= rs_rect_right (bar));
                }
          }
      g_assert_nonnull (rs_test_find_text (scene, "1,245.67"));
      g_assert_nonnull (rs_test_find_text (scene, "2,245.67"));
      g_assert_nonnull (rs_test_find_text (scene, "3,245.67"));
    }
}

/* A hole has its sign in its own place; holes beside each other share one. */
static void
test_grouped_gaps (void)
{
  static const double holes[] = { 1, 2, RS_TEST_NONE, 2, RS_TEST_NONE, RS_TEST_NONE };
  const RsInvented what = { .n = 3, .n_years = 2, .values = holes };
  g_autoptr (RsScene) one = draw_grouped (&grouped, 2017, 640, 480);
  g_autoptr (RsScene) two = draw_grouped (&what, 2016, 640, 480);
  const RsMark *sign = rs_test_find_datum (one, RS_PART_GAP, RS_MARK_PATH, (RsDatum){ 2, 1 });

  g_assert_nonnull (sign);
  g_assert_cmpfloat (sign->bounds.x, >, rs_rect_right (get_column (one, 1, 1)->bounds));
  g_assert_cmpuint (rs_test_count (two, RS_PART_GAP, RS_MARK_PATH), ==, 2);
}

/* A target's tick is as broad as its own column and no broader, and says its rule. */
static void
test_grouped_targets (void)
{
  static const double targets[] = { RS_TEST_NONE, 11, 16, RS_TEST_NONE };
  RsInvented what = grouped;
  g_autoptr (RsScene) scene = NULL;

  what.targets = targets;
  scene = draw_grouped (&what, 2016, 900, 560);
  for (int point = 1; point <= 2; point++)
    {
      const RsMark *tick =
        rs_test_find_datum (scene, RS_PART_TARGET, RS_MARK_PATH, (RsDatum){ 0, point });
      const RsMark *bar = get_column (scene, 0, point);

      g_assert_nonnull (tick);
      g_assert_cmpfloat_with_epsilon (tick->bounds.x, bar->bounds.x, 0.01);
      g_assert_cmpfloat_with_epsilon (tick->bounds.width, bar->bounds.width, 0.01);
      assert_rule (scene, (RsDatum){ 0, point }, TRUE);
    }
}

static void
test_grouped_break (void)
{
  RsInvented what = grouped;
  g_autoptr (RsScene) scene = NULL;

  what.break_before = 2;
  scene = draw_grouped (&what, 2017, 640, 480);
  /* One rule for all that break there. */
  g_assert_cmpuint (rs_test_count (scene, RS_PART_BREAK, RS_MARK_PATH), ==, 1);
}

/* What counts a year that was not over when it was published is not final: dashed, and said so. */
static void
test_open_year (void)
{
  static const double values[] = { 10, 12, 7 };
  const RsInvented what = {
    .n = 1, .n_years = 3, .values = values, .nature = RS_NATURE_FLOW, .updated = "2017-06-30"
  };
  g_autoptr (RsScene) scene = draw_grouped (&what, 2016, 560, 400);

  g_assert_false (get_column (scene, 0, 1)->has_stroke);
  g_assert_true (get_column (scene, 0, 2)->has_stroke);
  g_assert_cmpint (get_column (scene, 0, 2)->dash, ==, RS_DASH_SHORT);
  g_assert_nonnull (rs_test_find_text (scene, "the period was not over"));
}

static void
test_odd_figures (void)
{
  static const double zero[] = { 0, 0, 0, 0 };
  static const double mixed[] = { -3, 5, 4, -8 };
  static const double huge[] = { 1e299, -1e299, 1.7e299, 4.9e-324 };
  static const double none[] = { RS_TEST_NONE, RS_TEST_NONE, RS_TEST_NONE, RS_TEST_NONE };
  const double *const all[] = { zero, mixed, huge, none };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    for (guint n = 1; n <= 4; n *= 2)
      {
        const RsInvented what = { .n = n, .n_years = 4 / n, .values = all[i] };
        g_autoptr (RsScene) scene = draw_grouped (&what, 2015, 560, 400);

        g_assert_cmpuint (rs_scene_get_n_marks (scene), >, 3);
      }
}

static void
test_grouped_tidy (void)
{
  static const char *const wordy[] = {
    "The first of three invented measures with a name that fills several lines of a legend",
    "The second of three invented measures with a name that fills several lines of a legend",
    "第三个虚构的指标，名称很长，需要多行才能写完，仍然不得重叠"
  };
  static const double targets[] = { 12, 11, 16, 13 };
  RsInvented what = grouped;
  g_autoptr (RsDataset) brief = rs_test_invent (&grouped);
  g_autoptr (RsDataset) lengthy = NULL;
  g_autofree char *view = rs_test_view_of (3, "columns", "");

  what.labels = wordy;
  what.targets = targets;
  what.break_before = 3;
  lengthy = rs_test_invent (&what);
  rs_test_assert_tidy_everywhere (brief, view, 2016, "grouped, short names");
  rs_test_assert_tidy_everywhere (lengthy, view, 2017, "grouped, long names");
}

static void
test_grouped_golden (void)
{
  g_autoptr (RsScene) scene = draw_grouped (&grouped, 2017, 560, 400);

  rs_test_assert_golden (scene, "columns-grouped");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/marks-columns/from-zero", test_from_zero);
  g_test_add_func ("/chart/marks-columns/chosen-year", test_chosen_year);
  g_test_add_func ("/chart/marks-columns/gap", test_gap);
  g_test_add_func ("/chart/marks-columns/status", test_status);
  g_test_add_func ("/chart/marks-columns/targets", test_targets);
  g_test_add_func ("/chart/marks-columns/targets-are-labelled", test_targets_are_labelled);
  g_test_add_func ("/chart/marks-columns/targets-in-flat-charts", test_targets_in_flat_charts);
  g_test_add_func ("/chart/marks-columns/targets-cut-no-column", test_targets_cut_no_column);
  g_test_add_func ("/chart/marks-columns/targets-hidden", test_targets_hidden);
  g_test_add_func ("/chart/marks-columns/labels", test_labels);
  g_test_add_func ("/chart/marks-columns/proportional-time", test_proportional_time);
  g_test_add_func ("/chart/marks-columns/thinned-years", test_thinned_years);
  g_test_add_func ("/chart/marks-columns/keyboard-and-pointer", test_keyboard_and_pointer);
  g_test_add_func ("/chart/marks-columns/grouped", test_grouped);
  g_test_add_func ("/chart/marks-columns/grouped-legend", test_grouped_legend);
  g_test_add_func ("/chart/marks-columns/grouped-values", test_grouped_values);
  g_test_add_func ("/chart/marks-columns/grouped-gaps", test_grouped_gaps);
  g_test_add_func ("/chart/marks-columns/grouped-targets", test_grouped_targets);
  g_test_add_func ("/chart/marks-columns/grouped-break", test_grouped_break);
  g_test_add_func ("/chart/marks-columns/open-year", test_open_year);
  g_test_add_func ("/chart/marks-columns/odd-figures", test_odd_figures);
  g_test_add_func ("/chart/marks-columns/grouped-tidy", test_grouped_tidy);
  g_test_add_func ("/chart/marks-columns/grouped-golden", test_grouped_golden);
  return g_test_run ();
}
