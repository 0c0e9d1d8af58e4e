/* SPDX-License-Identifier: GPL-3.0-or-later
 * Units of a frame: one an axis, and symbols before or behind the number. */
#include "config.h"

#include "dataset/dataset-builder.h"
#include "fixture-dataset.h"
#include "query/frame.h"
#include "query/summary.h"

static RsFrame *
run (RsDataset *dataset, const char *first, const char *second, RsChartKind kind, int year)
{
  const char *indicators[] = { first, second, NULL };
  RsSelection selection = { (char *) "A", year };
  g_autoptr (RsView) view = rs_view_new ();
  g_autoptr (GError) error = NULL;
  RsFrame *frame;

  view->indicators = g_strdupv ((char **) indicators);
  view->kind = kind;
  frame = rs_view_run (view, dataset, &selection, RS_LANGUAGE_EN, &error);
  g_assert_no_error (error);
  g_assert_nonnull (frame);
  return frame;
}

static void
test_units (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  g_autoptr (RsFrame) frame = run (dataset, "jobs", "members", RS_CHART_LINES, 2021);
  g_autoptr (RsFrame) figures = run (dataset, "jobs", "members", RS_CHART_FIGURES, 2021);
  RsDisplayUnit jobs = rs_frame_get_display_unit (frame, 0, FALSE);
  RsDisplayUnit members = rs_frame_get_display_unit (frame, 1, FALSE);
  RsDisplayUnit alone = rs_frame_get_display_unit (frame, 0, TRUE);

  /* One axis, one unit. */
  g_assert_cmpint (jobs.exponent, ==, members.exponent);
  g_assert_cmpint (jobs.exponent, ==, 6);
  g_assert_cmpint (alone.exponent, ==, 0);
  g_assert_cmpint (rs_frame_get_display_unit (figures, 0, FALSE).exponent, ==, 0);
  g_assert_cmpint (rs_frame_get_display_unit (figures, 1, FALSE).exponent, ==, 6);
}

/* Two invented sums of money with a symbol before them, one of them in millions. */
static RsDataset *
make_symbols (void)
{
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  RsDimension *metric = rs_dataset_builder_add_dimension (builder, "metric", 3, NULL);
  RsDimension *time = NULL;

  metric->role = RS_ROLE_METRIC;
  for (guint i = 0; i < 3; i++)
    {
      RsUnit *unit = &metric->categories[i].unit;

      metric->categories[i].id = g_strdup_printf ("sum%u", i);
      unit->present = TRUE;
      unit->decimals = 0;
      unit->symbol = g_strdup ("$");
      unit->symbol_first = i < 2;
    }
  metric->categories[1].unit.label.original = g_strdup ("million");
  metric->categories[1].unit.exponent = 6;
  time = rs_dataset_builder_add_dimension (builder, "time", 2, NULL);
  time->role = RS_ROLE_TIME;
  for (guint i = 0; i < 2; i++)
    time->categories[i].id = g_strdup_printf ("%u", 2001 + i);
  g_assert_true (rs_dataset_builder_begin_cells (builder, TRUE, NULL));
  rs_dataset_builder_set_value (builder, 1, 36333);
  rs_dataset_builder_set_value (builder, 3, -174400);
  rs_dataset_builder_set_value (builder, 5, 36333);
  return rs_dataset_builder_finish (builder, NULL, NULL);
}

static void
test_symbol (void)
{
  static const struct
  {
    const char *indicator;
    const char *value;
    const char *on_axis;
    const char *unit_of_axis;
    const char *in_prose;
    const char *unit_in_prose;
  } rows[] = {
    { "sum0", "$36,333", "36,333", "$", "$36,333", "" },
    { "sum1", "−$174,400 million", "−174,400", "$ million", "−$174,400", "million" },
    { "sum2", "36,333 $", "36,333", "$", "36,333", "$" },
  };
  g_autoptr (RsDataset) dataset = make_symbols ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RsFrame) frame = run (dataset, rows[i].indicator, NULL, RS_CHART_FIGURES, 2002);
      guint point = (guint) rs_frame_get_series (frame, 0)->selected;
      g_autofree char *value = rs_summary_value_with_unit (frame, 0, point);
      g_autofree char *on_axis = rs_summary_value (frame, 0, point, FALSE);
      g_autofree char *unit_of_axis = rs_frame_get_unit_label (frame, 0, FALSE);
      g_autofree char *in_prose = rs_summary_value (frame, 0, point, TRUE);
      g_autofree char *unit_in_prose = rs_frame_get_unit_label (frame, 0, TRUE);

      g_test_message ("row %zu", i);
      g_assert_cmpstr (value, ==, rows[i].value);
      g_assert_cmpstr (on_axis, ==, rows[i].on_axis);
      g_assert_cmpstr (unit_of_axis, ==, rows[i].unit_of_axis);
      g_assert_cmpstr (in_prose, ==, rows[i].in_prose);
      g_assert_cmpstr (unit_in_prose, ==, rows[i].unit_in_prose);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/frame-units/units", test_units);
  g_test_add_func ("/query/frame-units/symbol", test_symbol);
  return g_test_run ();
}
