/* SPDX-License-Identifier: GPL-3.0-or-later
 * Years: one line a year, never joined across, the chosen one in front. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "figure-fixture.h"
#include "lib/fixed-metrics.h"
#include "lib/fixture-dataset.h"

static RsScene *
draw (const char *indicator, int year)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_monthly ();
  g_autofree char *view =
    g_strdup_printf ("{\"indicators\":[\"%s\"],\"chart\":\"years\"}", indicator);

  return rs_test_figure (dataset, view, year, 560, 420);
}

/* Cumulative figures start anew each January: every stroke runs from left to right, once. */
static void
test_never_joined (void)
{
  g_autoptr (RsScene) scene = draw ("jobs_cumulative", 2021);
  const RsPoint *points = rs_scene_get_points (scene);
  guint n = 0;

  for (guint i = 0; i < rs_scene_get_n_marks (scene); i++)
    {
      const RsMark *mark = rs_scene_get_mark (scene, i);

      if (mark->part != RS_PART_LINE)
        continue;
      n++;
      g_assert_cmpuint (mark->n_verbs, <=, 12);
      for (guint v = 1; v < mark->n_verbs; v++)
        g_assert_cmpfloat (points[mark->first_point + v].x, >, points[mark->first_point + v - 1].x);
    }
  /* 2019, 2020, 2021 and half of 2022. */
  g_assert_cmpuint (n, ==, 4);
  rs_test_assert_tidy (scene, "years");
}

static void
test_chosen_year (void)
{
  g_autoptr (RsScene) scene = draw ("jobs_cumulative", 2021);
  const RsTheme *theme = rs_theme_get ("light");
  const RsMark *label = rs_test_find_text (scene, "2021");
  double widest = 0;
  RsColor color = { 0 };

  for (guint i = 0;; i++)
    {
      const RsMark *line = rs_test_find (scene, RS_PART_LINE, RS_MARK_PATH, i);

      if (line == NULL)
        break;
      if (line->stroke_px > widest)
        {
          widest = line->stroke_px;
          color = line->stroke;
        }
    }
  g_assert_cmpfloat (color.blue, ==, theme->series[0].blue);
  g_assert_nonnull (label);
  g_assert_nonnull (rs_test_find_label (scene, "Jan"));
  g_assert_nonnull (rs_test_find_label (scene, "Dec"));
}

/* Two missing months at the end of 2020 are not bridged. */
static void
test_gap (void)
{
  g_autoptr (RsScene) scene = draw ("jobs_cumulative", 2020);
  double december = rs_test_find_label (scene, "Dec")->anchor.x;
  double october = rs_test_find_label (scene, "Oct")->anchor.x;
  const RsTheme *theme = rs_theme_get ("light");

  for (guint i = 0;; i++)
    {
      const RsMark *line = rs_test_find (scene, RS_PART_LINE, RS_MARK_PATH, i);

      g_assert_nonnull (line);
      if (line->stroke.blue != theme->series[0].blue)
        continue;
      g_assert_cmpfloat_with_epsilon (rs_rect_right (line->bounds), october, 0.5);
      g_assert_cmpfloat (rs_rect_right (line->bounds), <, december - 10);
      break;
    }
}

/* Figures of quarter ends join from quarter to quarter, on the months where they stand. */
static void
test_quarters (void)
{
  g_autoptr (RsScene) scene = draw ("rate_quarterly", 2021);
  double march = rs_test_find_label (scene, "Mar")->anchor.x;
  const RsTheme *theme = rs_theme_get ("light");
  const RsMark *chosen = NULL;

  for (guint i = 0; chosen == NULL; i++)
    {
      chosen = rs_test_find (scene, RS_PART_LINE, RS_MARK_PATH, i);
      g_assert_nonnull (chosen);
      if (chosen->stroke.blue != theme->series[0].blue)
        chosen = NULL;
    }
  g_assert_cmpuint (chosen->n_verbs, ==, 4);
  g_assert_cmpfloat_with_epsilon (chosen->bounds.x, march, 0.5);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/marks-years/never-joined", test_never_joined);
  g_test_add_func ("/chart/marks-years/chosen-year", test_chosen_year);
  g_test_add_func ("/chart/marks-years/gap", test_gap);
  g_test_add_func ("/chart/marks-years/quarters", test_quarters);
  return g_test_run ();
}
