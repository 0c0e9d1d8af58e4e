/* SPDX-License-Identifier: GPL-3.0-or-later
 * The colours of series, and the marks of figures that are not simply published. All figures are
 * invented. */
#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "chart/series-colors.h"
#include "chart/theme.h"
#include "dataset/dataset-builder.h"
#include "figure-fixture.h"
#include "lib/fixed-metrics.h"

#define N_YEARS 4

/* @n indicators called @ids; the third year of the first has @status. */
static RsDataset *
make_dataset (const char *const *ids, guint n, const char *status)
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
      metric->categories[i].nature = RS_NATURE_STOCK;
    }
  time = rs_dataset_builder_add_dimension (builder, "year", N_YEARS, NULL);
  time->role = RS_ROLE_TIME;
  for (int i = 0; i < N_YEARS; i++)
    time->categories[i].id = g_strdup_printf ("%d", 2018 + i);
  g_assert_true (rs_dataset_builder_begin_cells (builder, TRUE, NULL));
  for (guint i = 0; i < n * N_YEARS; i++)
    rs_dataset_builder_set_value (builder, i, 60 + 7 * (i / N_YEARS) + i % N_YEARS);
  if (status != NULL)
    rs_dataset_builder_set_status (builder, 2, status);
  dataset = rs_dataset_builder_finish (builder, NULL, &error);
  g_assert_no_error (error);
  return dataset;
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

static guint
count_points (const RsScene *scene, RsDatum datum, gboolean hollow, guint *out_verbs)
{
  const RsColor card = rs_theme_get ("light")->card;
  guint n = 0;

  for (guint i = 0; i < rs_scene_get_n_marks (scene); i++)
    {
      const RsMark *mark = rs_scene_get_mark (scene, i);

      if (mark->part != RS_PART_POINT || mark->datum.series != datum.series ||
          mark->datum.point != datum.point)
        continue;
      n++;
      *out_verbs = n == 1 ? mark->n_verbs : *out_verbs;
      if (n == 1)
        g_assert_cmpint (memcmp (&mark->fill, &card, sizeof card) == 0, ==, hollow);
    }
  return n;
}

static gboolean
has_dash (const RsScene *scene)
{
  for (guint i = 0; i < rs_scene_get_n_marks (scene); i++)
    {
      const RsMark *mark = rs_scene_get_mark (scene, i);

      if (mark->part == RS_PART_LINE && mark->dash != RS_DASH_NONE)
        return TRUE;
    }
  return FALSE;
}

/* Each status looks its own way (R39): hollow, a diamond, a dashed line, a ring. */
static void
test_status (void)
{
  static const char *const ids[] = { "a" };
  static const struct
  {
    const char *status;
    gboolean hollow, diamond, dashed, ring;
  } rows[] = {
    { NULL, FALSE, FALSE, FALSE, FALSE }, { "p", TRUE, FALSE, TRUE, FALSE },
    { "e", TRUE, TRUE, FALSE, FALSE },    { "i", TRUE, TRUE, FALSE, FALSE },
    { "f", TRUE, FALSE, TRUE, FALSE },    { "u", FALSE, FALSE, FALSE, TRUE },
  };
  guint plain_verbs = 0;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RsDataset) dataset = make_dataset (ids, 1, rows[i].status);
      g_autoptr (RsScene) scene = rs_test_figure (dataset, "{\"chart\":\"lines\"}", 2021, 560, 420);
      guint verbs = 0;
      guint n = count_points (scene, (RsDatum){ 0, 2 }, rows[i].hollow, &verbs);

      g_assert_cmpuint (n, ==, rows[i].ring ? 2 : 1);
      if (i == 0)
        plain_verbs = verbs;
      g_assert_cmpint (verbs != plain_verbs, ==, rows[i].diamond);
      g_assert_cmpint (has_dash (scene), ==, rows[i].dashed);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/series/stable", test_stable);
  g_test_add_func ("/chart/series/collisions", test_collisions);
  g_test_add_func ("/chart/series/status", test_status);
  return g_test_run ();
}
