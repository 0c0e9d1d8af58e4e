/* SPDX-License-Identifier: GPL-3.0-or-later
 * The large number over a chart: its marks, and what stands there when there is none. All figures
 * are invented. */
#include "config.h"

#include <string.h>

#include "figure-fixture.h"
#include "dataset/dataset-builder.h"
#include "lib/fixed-metrics.h"

#define VIEW "{\"indicators\":[\"rate\"],\"chart\":\"lines\"}"

/* A rate of region A: 2.9 in 2020 with @status, in 2021 nothing but a target. */
static RsDataset *
make_dataset (const char *status)
{
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  g_autoptr (GError) error = NULL;
  RsDimension *metric = rs_dataset_builder_add_dimension (builder, "indicator", 1, NULL);
  RsDimension *geo = rs_dataset_builder_add_dimension (builder, "region", 1, NULL);
  RsDimension *time = rs_dataset_builder_add_dimension (builder, "year", 3, NULL);
  RsTarget *target = NULL;
  RsDataset *dataset = NULL;

  metric->role = RS_ROLE_METRIC;
  metric->categories[0].id = g_strdup ("rate");
  metric->categories[0].label.original = g_strdup ("Invented rate");
  metric->categories[0].nature = RS_NATURE_RATE;
  metric->categories[0].unit.label.original = g_strdup ("%");
  geo->role = RS_ROLE_GEO;
  geo->categories[0].id = g_strdup ("A");
  geo->categories[0].label.original = g_strdup ("Region A");
  time->role = RS_ROLE_TIME;
  for (guint i = 0; i < 3; i++)
    time->categories[i].id = g_strdup_printf ("%u", 2019 + i);
  g_assert_true (rs_dataset_builder_begin_cells (builder, TRUE, &error));
  rs_dataset_builder_set_value (builder, 0, 2.5);
  rs_dataset_builder_set_value (builder, 1, 2.9);
  if (status != NULL)
    rs_dataset_builder_set_status (builder, 1, status);
  target = rs_dataset_builder_add_target (builder);
  target->period = 2;
  target->op = RS_OPERATOR_AT_MOST;
  target->value = 3;
  target->source = -1;
  dataset = rs_dataset_builder_finish (builder, NULL, &error);
  g_assert_no_error (error);
  return dataset;
}

/* Region and year where there is room for both; the year always. */
static void
test_no_figure (void)
{
  g_autoptr (RsDataset) dataset = make_dataset (NULL);
  g_autoptr (RsScene) wide = rs_test_figure (dataset, VIEW, 2021, 560, 400);
  g_autoptr (RsScene) narrow = rs_test_figure (dataset, VIEW, 2021, 190, 300);

  g_assert_nonnull (rs_test_find_label (wide, "no figure for Region A in 2021"));
  g_assert_nonnull (rs_test_find_label (narrow, "no figure for 2021"));
  rs_test_assert_tidy (wide, "wide");
  rs_test_assert_tidy (narrow, "narrow");
}

/* No mark may be taken for a unit: letters are raised, a word of the publisher stands in brackets.
 */
static void
test_marks (void)
{
  static const struct
  {
    const char *status;
    const char *text;
  } rows[] = {
    { NULL, "2.9" }, { "b", "2.9ᵇ" }, { "p", "2.9ᵖ" }, { "bp", "2.9ᵇᵖ" }, { "y", "2.9\u00a0(y)" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RsDataset) dataset = make_dataset (rows[i].status);
      g_autoptr (RsScene) scene = rs_test_figure (dataset, VIEW, 2020, 560, 400);
      const RsMark *value = rs_test_find (scene, RS_PART_VALUE, RS_MARK_TEXT, 0);
      guint n_others = 0;

      g_assert_nonnull (value);
      g_assert_cmpstr (value->text, ==, rows[i].text);
      /* Labels in the chart have the same marks. */
      for (guint m = 0; m < rs_scene_get_n_marks (scene); m++)
        {
          const RsMark *mark = rs_scene_get_mark (scene, m);

          if (mark != value && mark->type == RS_MARK_TEXT && mark->part == RS_PART_LABEL &&
              strstr (mark->text, "2.9") != NULL)
            {
              g_assert_nonnull (strstr (mark->text, rows[i].text));
              n_others++;
            }
        }
      g_assert_cmpuint (n_others, >, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/header/no-figure", test_no_figure);
  g_test_add_func ("/chart/header/marks", test_marks);
  return g_test_run ();
}
