/* SPDX-License-Identifier: GPL-3.0-or-later
 * Ranked bars: lengths from zero, honest ranks, rows that give way. All figures are invented. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "figure-fixture.h"
#include "lib/fixed-metrics.h"
#include "lib/fixture-dataset.h"
#include "rows-fixture.h"

#define VIEW "{\"indicators\":[\"rate\"],\"chart\":\"ranked\"}"
#define NONE ((double) NAN)

static RsScene *
draw (RsDataset *dataset, double width_px, double height_px)
{
  return rs_test_figure (dataset, VIEW, 2021, width_px, height_px);
}

/* Figures of 2021 alone. (transfer full) */
static RsDataset *
make (guint n, const double *values)
{
  RsTestRegions *regions = rs_test_regions_new (n);

  for (guint i = 0; i < n; i++)
    rs_test_regions_set (regions, RS_TEST_RATE, i, 2021, values[i]);
  return rs_test_regions_finish (regions);
}

/* Which series of the frame is of the region. */
static int
find_series (RsDataset *dataset, const char *label)
{
  g_autoptr (RsFrame) frame = rs_test_frame (dataset, VIEW, 2021, RS_LANGUAGE_EN);

  for (guint i = 0; i < rs_frame_get_n_series (frame); i++)
    if (strcmp (rs_frame_get_series (frame, i)->label, label) == 0)
      return (int) i;
  return -1;
}

static const RsMark *
find_bar (const RsScene *scene, int series)
{
  for (guint i = 0; i < rs_scene_get_n_marks (scene); i++)
    {
      const RsMark *mark = rs_scene_get_mark (scene, i);

      if (mark->part == RS_PART_BAR && mark->datum.series == series)
        return mark;
    }
  g_error ("no bar for series %d", series);
}

/* The rank that stands in the row of the region, "" for none. */
static const char *
get_rank (const RsScene *scene, const char *label)
{
  const RsMark *name = rs_test_find_label (scene, label);

  if (name == NULL)
    g_error ("no row for %s", label);
  for (guint i = 0; i < rs_scene_get_n_marks (scene); i++)
    {
      const RsMark *mark = rs_scene_get_mark (scene, i);

      if (mark->type == RS_MARK_TEXT && mark->part == RS_PART_LABEL &&
          rs_rect_right (mark->bounds) <= name->bounds.x &&
          fabs (mark->bounds.y + mark->bounds.height / 2 - name->bounds.y -
                name->bounds.height / 2) < 1)
        return mark->text;
    }
  return "";
}

/* Bars begin at zero, in proportion (R8), below each other from the longest (R22). */
static void
test_from_zero (void)
{
  g_autoptr (RsDataset) dataset = make (4, (double[]){ 92, 96, 94, 98 });
  g_autoptr (RsScene) scene = draw (dataset, 560, 400);
  const RsMark *axis = rs_test_find (scene, RS_PART_AXIS, RS_MARK_PATH, 0);

  g_assert_cmpuint (rs_test_count (scene, RS_PART_BAR, RS_MARK_RECT), ==, 4);
  for (int i = 0; i < 4; i++)
    {
      const RsMark *bar = find_bar (scene, i);

      g_assert_cmpfloat_with_epsilon (bar->bounds.x, axis->bounds.x, 0.01);
      if (i > 0)
        {
          const RsMark *before = find_bar (scene, i - 1);

          g_assert_cmpfloat (before->bounds.width, >, bar->bounds.width);
          g_assert_cmpfloat (before->bounds.y, <, bar->bounds.y);
          g_assert_cmpfloat_with_epsilon (bar->bounds.width / before->bounds.width,
                                          (98 - 2.0 * i) / (100 - 2.0 * i), 1e-3);
        }
    }
  g_assert_cmpuint (rs_scene_get_n_stops (scene), ==, 4);
  rs_test_assert_tidy (scene, "ranked");
}

/* Below zero bars go to the left of it. */
static void
test_negative (void)
{
  g_autoptr (RsDataset) dataset = make (3, (double[]){ 2, -3, 0 });
  g_autoptr (RsScene) scene = draw (dataset, 560, 400);
  const RsMark *axis = rs_test_find (scene, RS_PART_AXIS, RS_MARK_PATH, 0);
  const RsMark *low = find_bar (scene, 2);
  const RsMark *zero = find_bar (scene, 1);

  g_assert_cmpfloat_with_epsilon (rs_rect_right (low->bounds), axis->bounds.x, 0.01);
  g_assert_cmpfloat_with_epsilon (zero->bounds.width, 0, 0.01);
  rs_test_assert_tidy (scene, "negative");
}

/* Equal figures share a rank, and the next one is skipped. */
static void
test_ties (void)
{
  g_autoptr (RsDataset) dataset = make (5, (double[]){ 4, 7, 4, 9, 1.5 });
  g_autoptr (RsScene) scene = draw (dataset, 560, 400);

  g_assert_cmpstr (get_rank (scene, "Region D"), ==, "1");
  g_assert_cmpstr (get_rank (scene, "Region B"), ==, "2");
  g_assert_cmpstr (get_rank (scene, "Region A"), ==, "3");
  g_assert_cmpstr (get_rank (scene, "Region C"), ==, "3");
  g_assert_cmpstr (get_rank (scene, "Region E"), ==, "5");
  /* All with the decimals of the most exact (R46). */
  g_assert_nonnull (rs_test_find_label (scene, "7.0"));
  g_assert_nonnull (rs_test_find_label (scene, "1.5"));
}

/* One figure has no rank. */
static void
test_alone (void)
{
  g_autoptr (RsDataset) dataset = make (3, (double[]){ NONE, 7, NONE });
  g_autoptr (RsScene) scene = draw (dataset, 560, 400);

  g_assert_cmpstr (get_rank (scene, "Region B"), ==, "");
  g_assert_cmpuint (rs_test_count (scene, RS_PART_BAR, RS_MARK_RECT), ==, 1);
}

/* No rank across a break (R41): the region that broke alone counts something else. */
static void
test_break (void)
{
  RsTestRegions *regions = rs_test_regions_new (4);
  g_autoptr (RsDataset) dataset = NULL;
  g_autoptr (RsScene) scene = NULL;

  for (guint i = 0; i < 4; i++)
    rs_test_regions_set (regions, RS_TEST_RATE, i, 2021, 5.0 + i);
  rs_test_regions_add_break (regions, RS_TEST_RATE, 3, 2020);
  dataset = rs_test_regions_finish (regions);
  scene = draw (dataset, 560, 400);
  g_assert_cmpstr (get_rank (scene, "Region D"), ==, "");
  g_assert_cmpstr (get_rank (scene, "Region C"), ==, "1");
  g_assert_nonnull (rs_test_find_label (scene, "break in series"));
}

/* Where all break together they are alike again. */
static void
test_common_break (void)
{
  RsTestRegions *regions = rs_test_regions_new (3);
  g_autoptr (RsDataset) dataset = NULL;
  g_autoptr (RsScene) scene = NULL;

  for (guint i = 0; i < 3; i++)
    rs_test_regions_set (regions, RS_TEST_RATE, i, 2021, 5.0 + i);
  rs_test_regions_add_break (regions, RS_TEST_RATE, -1, 2021);
  dataset = rs_test_regions_finish (regions);
  scene = draw (dataset, 560, 400);
  g_assert_cmpstr (get_rank (scene, "Region C"), ==, "1");
}

/* A region whose last month is older than the others' says its month and has no rank; the month of
 * the others stands in the foot, since the subtitle only names the year. */
static void
test_other_period (void)
{
  RsTestRegions *regions = rs_test_regions_new_months (3);
  g_autoptr (RsDataset) dataset = NULL;
  g_autoptr (RsScene) scene = NULL;

  rs_test_regions_set (regions, RS_TEST_RATE, 0, 2021, 5);
  rs_test_regions_set (regions, RS_TEST_RATE, 1, 2021, 6);
  rs_test_regions_set (regions, RS_TEST_RATE, 2, 2020, 7);
  dataset = rs_test_regions_finish (regions);
  scene = draw (dataset, 560, 400);
  g_assert_cmpstr (get_rank (scene, "Region B"), ==, "1");
  g_assert_cmpstr (get_rank (scene, "Region A"), ==, "2");
  g_assert_cmpstr (get_rank (scene, "Region C"), ==, "");
  g_assert_nonnull (rs_test_find_label (scene, "May 2021"));
  g_assert_nonnull (rs_test_find_text (scene, "June 2021"));
}

/* A whole is shown beside its parts, and not ranked among them. */
static void
test_whole (void)
{
  RsTestRegions *regions = rs_test_regions_new (4);
  g_autoptr (RsDataset) dataset = NULL;
  g_autoptr (RsScene) scene = NULL;

  for (guint i = 0; i < 4; i++)
    rs_test_regions_set (regions, RS_TEST_RATE, i, 2021, 5.0 + i);
  rs_test_regions_make_parent (regions, 3);
  dataset = rs_test_regions_finish (regions);
  scene = rs_test_figure (
    dataset,
    "{\"indicators\":[\"rate\"],\"regions\":[\"A\",\"B\",\"C\",\"D\"],\"chart\":\"ranked\"}", 2021,
    560, 400);
  g_assert_cmpstr (get_rank (scene, "Region D"), ==, "");
  g_assert_cmpstr (get_rank (scene, "Region C"), ==, "1");
  g_assert_cmpstr (get_rank (scene, "Region A"), ==, "3");
}

/* What has no figure stands last and says so; zero is a figure (R42). */
static void
test_missing (void)
{
  g_autoptr (RsDataset) dataset = make (3, (double[]){ NONE, 0, 3 });
  g_autoptr (RsScene) scene = draw (dataset, 560, 400);
  const RsMark *words = rs_test_find_label (scene, "no figure");
  const RsMark *zero = rs_test_find_label (scene, "Region B");

  g_assert_nonnull (words);
  g_assert_cmpfloat (words->bounds.y, >, zero->bounds.y);
  g_assert_cmpuint (rs_test_count (scene, RS_PART_BAR, RS_MARK_RECT), ==, 2);
  g_assert_cmpuint (rs_scene_get_n_stops (scene), ==, 2);
}

/* "over 95": an open end, no bar and no rank. */
static void
test_bound (void)
{
  RsTestRegions *regions = rs_test_regions_new (3);
  g_autoptr (RsDataset) dataset = NULL;
  g_autoptr (RsScene) scene = NULL;

  rs_test_regions_set (regions, RS_TEST_RATE, 0, 2021, 96);
  rs_test_regions_set (regions, RS_TEST_RATE, 1, 2021, 97);
  rs_test_regions_set_bound (regions, RS_TEST_RATE, 2, 2021, 95);
  dataset = rs_test_regions_finish (regions);
  scene = draw (dataset, 560, 400);
  g_assert_cmpuint (rs_test_count (scene, RS_PART_BAR, RS_MARK_RECT), ==, 2);
  g_assert_cmpuint (rs_test_count (scene, RS_PART_BOUND, RS_MARK_PATH), ==, 2);
  g_assert_nonnull (rs_test_find_text (scene, "over 95"));
  g_assert_cmpstr (get_rank (scene, "Region C"), ==, "");
  rs_test_assert_tidy (scene, "bound");
}

/* Provisional figures are outlined and marked (R39). */
static void
test_flags (void)
{
  RsTestRegions *regions = rs_test_regions_new (2);
  g_autoptr (RsDataset) dataset = NULL;
  g_autoptr (RsScene) scene = NULL;
  int provisional;

  rs_test_regions_set (regions, RS_TEST_RATE, 0, 2021, 5);
  rs_test_regions_set (regions, RS_TEST_RATE, 1, 2021, 4);
  rs_test_regions_set_status (regions, RS_TEST_RATE, 1, 2021, "p");
  dataset = rs_test_regions_finish (regions);
  scene = draw (dataset, 560, 400);
  provisional = find_series (dataset, "Region B");
  g_assert_true (find_bar (scene, provisional)->has_stroke);
  g_assert_false (find_bar (scene, 1 - provisional)->has_stroke);
  g_assert_null (rs_test_find_label (scene, "4"));
  g_assert_nonnull (rs_test_find_label (scene, "5"));
  g_assert_nonnull (rs_test_find_text (scene, "provisional"));
}

/* The selected region stands out, by its colour and by its name. */
static void
test_home (void)
{
  g_autoptr (RsDataset) dataset = make (4, (double[]){ 4, 7, 5, 9 });
  g_autoptr (RsScene) scene = draw (dataset, 560, 400);
  int home = find_series (dataset, "Region A");
  const RsMark *bar = find_bar (scene, home);
  const RsMark *name = rs_test_find_label (scene, "Region A");

  g_assert_cmpint (name->font.weight, ==, RS_WEIGHT_BOLD);
  for (int i = 0; i < 4; i++)
    if (i != home)
      {
        const RsMark *other = find_bar (scene, i);

        g_assert_cmpfloat (other->fill.red + other->fill.green + other->fill.blue, >,
                           bar->fill.red + bar->fill.green + bar->fill.blue);
      }
}

/* A target is a tick on the scale, with its operator and period (R11, R32). */
static void
test_target (void)
{
  RsTestRegions *regions = rs_test_regions_new (2);
  g_autoptr (RsDataset) dataset = NULL;
  g_autoptr (RsScene) scene = NULL;
  const RsMark *tick;

  rs_test_regions_set (regions, RS_TEST_RATE, 0, 2021, 5);
  rs_test_regions_set (regions, RS_TEST_RATE, 1, 2021, 4);
  rs_test_regions_add_target (regions, RS_TEST_RATE, 0, 2021, RS_OPERATOR_AT_MOST, 8);
  dataset = rs_test_regions_finish (regions);
  scene = draw (dataset, 560, 400);
  tick = rs_test_find (scene, RS_PART_TARGET, RS_MARK_PATH, 0);
  g_assert_nonnull (tick);
  g_assert_cmpfloat (tick->bounds.x, >, rs_rect_right (find_bar (scene, 0)->bounds));
  g_assert_nonnull (rs_test_find_label (scene, "≤\u00a08 (2021)"));
  g_assert_nonnull (rs_test_find_text (scene, "tick: target"));
  rs_test_assert_tidy (scene, "target");
}

/* Where not all have room, the first, the last and the selected stay, and the rest is counted. */
static void
test_more (void)
{
  double values[40];
  g_autoptr (RsDataset) dataset = NULL;
  g_autoptr (RsScene) scene = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = i == 0 ? 20.5 : (double) i;
  dataset = make (G_N_ELEMENTS (values), values);
  scene = draw (dataset, 560, 420);
  g_assert_nonnull (rs_test_find_label (scene, "Region R39"));
  g_assert_nonnull (rs_test_find_label (scene, "Region B"));
  g_assert_nonnull (rs_test_find_label (scene, "Region A"));
  g_assert_null (rs_test_find_label (scene, "Region R28"));
  g_assert_nonnull (rs_test_find_text (scene, " more"));
  g_assert_cmpuint (rs_scene_get_n_left_out (scene), >, 0);
  rs_test_assert_tidy (scene, "more");
}

/* What has no figure gives way first, as a number. */
static void
test_more_bare (void)
{
  double values[30];
  g_autoptr (RsDataset) dataset = NULL;
  g_autoptr (RsScene) scene = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = i < 8 ? 10.0 + i : NONE;
  dataset = make (G_N_ELEMENTS (values), values);
  scene = draw (dataset, 560, 400);
  g_assert_cmpuint (rs_test_count (scene, RS_PART_BAR, RS_MARK_RECT), ==, 8);
  g_assert_nonnull (rs_test_find_label (scene, "22 without a figure"));
}

/* The height grows with the rows. */
static void
test_natural_height (void)
{
  double values[60];
  RsFigureOptions options = rs_test_options (560, 400);
  double height[2];

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = i;
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (RsDataset) dataset = make (i == 0 ? 20 : 60, values);
      g_autoptr (RsFrame) frame = rs_test_frame (dataset, VIEW, 2021, RS_LANGUAGE_EN);
      g_autoptr (RsScene) scene = NULL;

      height[i] = rs_figure_get_natural_height (frame, &options, rs_fixed_metrics_get ());
      options.height_px = height[i];
      scene = rs_figure_new (frame, &options, rs_fixed_metrics_get ());
      g_assert_cmpuint (rs_test_count (scene, RS_PART_BAR, RS_MARK_RECT), ==, i == 0 ? 20 : 60);
    }
  g_assert_cmpfloat (height[1], >, height[0] * 2);
}

/* Thirty regions without a figure are a line, not thirty rows. */
static void
test_natural_height_of_bare (void)
{
  double values[40];
  RsFigureOptions options = rs_test_options (560, 400);
  g_autoptr (RsDataset) dataset = NULL;
  g_autoptr (RsFrame) frame = NULL;
  g_autoptr (RsScene) scene = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = i < 10 ? i + 1 : (double) NAN;
  dataset = make (G_N_ELEMENTS (values), values);
  frame = rs_test_frame (dataset, VIEW, 2021, RS_LANGUAGE_EN);
  options.height_px = rs_figure_get_natural_height (frame, &options, rs_fixed_metrics_get ());
  scene = rs_figure_new (frame, &options, rs_fixed_metrics_get ());
  g_assert_cmpuint (rs_test_count (scene, RS_PART_BAR, RS_MARK_RECT), ==, 10);
  g_assert_nonnull (rs_test_find_label (scene, "30 without a figure"));
}

static void
test_golden (void)
{
  RsTestRegions *regions = rs_test_regions_new (6);
  g_autoptr (RsDataset) dataset = NULL;
  g_autoptr (RsScene) scene = NULL;

  for (guint i = 0; i < 5; i++)
    rs_test_regions_set (regions, RS_TEST_AMOUNT, i, 2021, 10.5 + 3.25 * ((i * 2) % 5));
  rs_test_regions_set_status (regions, RS_TEST_AMOUNT, 2, 2021, "e");
  rs_test_regions_add_target (regions, RS_TEST_AMOUNT, 0, 2021, RS_OPERATOR_AT_LEAST, 12);
  dataset = rs_test_regions_finish (regions);
  scene =
    rs_test_figure (dataset, "{\"indicators\":[\"amount\"],\"chart\":\"ranked\"}", 2021, 560, 400);
  rs_test_assert_tidy (scene, "golden");
  rs_test_assert_golden (scene, "ranked");
}

/* Every size, text scale and number of rows: tidy. */
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
        rs_test_regions_set (regions, RS_TEST_RATE, i, 2021, i % 7 == 3 ? NONE : 1.5 * (i % 11));
      rs_test_regions_rename (regions, 1, "虚构的很长的地区名称甲乙丙丁自治州与其他地方");
      dataset = rs_test_regions_finish (regions);
      for (guint s = 0; s < G_N_ELEMENTS (sizes) * G_N_ELEMENTS (scales) * RS_N_LANGUAGES; s++)
        {
          const double *size = sizes[s % G_N_ELEMENTS (sizes)];
          RsFigureOptions options = rs_test_options (size[0], size[1]);
          RsLanguage language = (RsLanguage) (s / (G_N_ELEMENTS (sizes) * G_N_ELEMENTS (scales)));
          g_autoptr (RsFrame) frame = rs_test_frame (dataset, VIEW, 2021, language);
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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/marks-ranked/from-zero", test_from_zero);
  g_test_add_func ("/chart/marks-ranked/negative", test_negative);
  g_test_add_func ("/chart/marks-ranked/ties", test_ties);
  g_test_add_func ("/chart/marks-ranked/alone", test_alone);
  g_test_add_func ("/chart/marks-ranked/break", test_break);
  g_test_add_func ("/chart/marks-ranked/common-break", test_common_break);
  g_test_add_func ("/chart/marks-ranked/other-period", test_other_period);
  g_test_add_func ("/chart/marks-ranked/whole", test_whole);
  g_test_add_func ("/chart/marks-ranked/missing", test_missing);
  g_test_add_func ("/chart/marks-ranked/bound", test_bound);
  g_test_add_func ("/chart/marks-ranked/flags", test_flags);
  g_test_add_func ("/chart/marks-ranked/home", test_home);
  g_test_add_func ("/chart/marks-ranked/target", test_target);
  g_test_add_func ("/chart/marks-ranked/more", test_more);
  g_test_add_func ("/chart/marks-ranked/more-bare", test_more_bare);
  g_test_add_func ("/chart/marks-ranked/natural-height", test_natural_height);
  g_test_add_func ("/chart/marks-ranked/natural-height-of-bare", test_natural_height_of_bare);
  g_test_add_func ("/chart/marks-ranked/golden", test_golden);
  g_test_add_func ("/chart/marks-ranked/sizes", test_sizes);
  return g_test_run ();
}
