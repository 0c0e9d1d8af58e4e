/* SPDX-License-Identifier: GPL-3.0-or-later
 * What series are called beside each other, and how periods are. All names and figures are
 * invented. */
#include "config.h"

#include "dataset/dataset-builder.h"
#include "query/frame.h"

#define N_YEARS 3

/* Two indicators with @labels under @title, a figure a year from 2019 on. */
static RsFrame *
run (const char *const labels[2], const char *title, RsLanguage language)
{
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  RsDimension *metric = rs_dataset_builder_add_dimension (builder, "indicator", 2, NULL);
  RsDimension *time;
  g_autoptr (RsDataset) dataset = NULL;
  RsView view = { 0 };
  char *ids[] = { (char *) "a", (char *) "b", NULL };
  g_autoptr (GError) error = NULL;
  RsFrame *frame;

  metric->role = RS_ROLE_METRIC;
  for (guint i = 0; i < 2; i++)
    {
      metric->categories[i].id = g_strdup (ids[i]);
      metric->categories[i].label.original = g_strdup (labels[i]);
    }
  time = rs_dataset_builder_add_dimension (builder, "year", N_YEARS, NULL);
  time->role = RS_ROLE_TIME;
  for (int i = 0; i < N_YEARS; i++)
    time->categories[i].id = g_strdup_printf ("%d", 2019 + i);
  g_assert_true (rs_dataset_builder_begin_cells (builder, TRUE, NULL));
  for (guint i = 0; i < 2 * N_YEARS; i++)
    rs_dataset_builder_set_value (builder, i, 10 + i);
  dataset = rs_dataset_builder_finish (builder, NULL, &error);
  g_assert_no_error (error);
  view.indicators = ids;
  view.title.original = (char *) title;
  view.kind = RS_CHART_LINES;
  frame = rs_view_run (&view, dataset, NULL, language, &error);
  g_assert_no_error (error);
  return frame;
}

static void
test_short (void)
{
  static const struct
  {
    const char *title;
    const char *labels[2];
    const char *shown[2];
  } rows[] = {
    /* What comes first in all of them is not said again. */
    { "T", { "Rate, year end", "Rate, 30 June" }, { "Year end", "30 June" } },
    { "T", { "比率（年底）", "比率（6月30日）" }, { "年底", "6月30日" } },
    { "T", { "初次比率（年底）", "比率（6月30日）" }, { "初次比率（年底）", "比率（6月30日）" } },
    /* Nor what comes last, where the title says it. */
    { "Cover: members",
      { "First cover: members, month end", "Second cover: members, month end" },
      { "First cover", "Second cover" } },
    { "Cover",
      { "First cover: members", "Second cover: members" },
      { "First cover: members", "Second cover: members" } },
    { "甲乙保险参保人数", { "甲甲保险参保人数", "乙乙保险参保人数" }, { "甲甲保险", "乙乙保险" } },
    { "保险参保",
      { "甲甲保险参保人数", "乙乙保险参保人数" },
      { "甲甲保险参保人数", "乙乙保险参保人数" } },
    /* One name that holds all of another is left alone. */
    { "T", { "Rate", "Rate, late" }, { "Rate", "Rate, late" } },
    { "members", { "Cover: members", ": members" }, { "Cover: members", ": members" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RsFrame) frame = run (rows[i].labels, rows[i].title, RS_LANGUAGE_EN);

      for (guint s = 0; s < 2; s++)
        g_assert_cmpstr (rs_frame_get_series (frame, s)->label, ==, rows[i].shown[s]);
    }
}

/* Chinese has a dash of its own and says the year once. */
static void
test_periods (void)
{
  static const char *const labels[] = { "A", "B" };
  g_autoptr (RsFrame) english = run (labels, "T", RS_LANGUAGE_EN);
  g_autoptr (RsFrame) chinese = run (labels, "T", RS_LANGUAGE_ZH_CN);

  g_assert_cmpstr (rs_frame_get_subtitle (english), ==, "2019–2021");
  g_assert_cmpstr (rs_frame_get_subtitle (chinese), ==, "2019—2021年");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/labels/short", test_short);
  g_test_add_func ("/query/labels/periods", test_periods);
  return g_test_run ();
}
