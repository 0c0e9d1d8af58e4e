/* SPDX-License-Identifier: GPL-3.0-or-later
 * Invented datasets and small helpers for the widget tests. */
#include "config.h"

#include "fixture.h"

#include <string.h>

#define TIMEOUT_MS 10000

const int fixture_years[FIXTURE_N_YEARS] = { 2001, 2002, 2004, 2005, 2009 };

static void
set_text (RsText *text, const char *english, const char *chinese)
{
  text->original = g_strdup (english);
  text->translation[RS_LANGUAGE_ZH_CN] = g_strdup (chinese);
}

static void
set_children (RsCategory *category, const guint *children, guint n)
{
  category->children = g_memdup2 (children, n * sizeof *children);
  category->n_children = n;
}

static void
add_indicators (RsDatasetBuilder *builder)
{
  g_autoptr (GError) error = NULL;
  RsDimension *metric = rs_dataset_builder_add_dimension (builder, "indicator", 2, &error);

  g_assert_no_error (error);
  metric->role = RS_ROLE_METRIC;
  metric->categories[0].id = g_strdup ("things");
  set_text (&metric->categories[0].label, "Invented things", "虚构物");
  metric->categories[0].nature = RS_NATURE_FLOW;
  metric->categories[0].unit.present = TRUE;
  metric->categories[0].unit.decimals = 1;
  metric->categories[0].unit.base = g_strdup ("cases");
  set_text (&metric->categories[0].unit.label, "cases", "件");
  set_text (&metric->categories[0].unit.base_label, "cases", "件");
  metric->categories[1].id = g_strdup ("shares");
  set_text (&metric->categories[1].label, "Invented shares", "虚构比例");
  metric->categories[1].nature = RS_NATURE_RATE;
  metric->categories[1].unit.present = TRUE;
  metric->categories[1].unit.decimals = 1;
  metric->categories[1].unit.base = g_strdup ("percent");
  set_text (&metric->categories[1].unit.label, "%", "%");
}

static void
add_regions (RsDatasetBuilder *builder)
{
  static const struct
  {
    const char *id, *english, *chinese, *pinyin;
  } regions[] = {
    { "W", "World", "天下", "tian xia" },    { "A", "Alpha", "甲城", "jia cheng" },
    { "A1", "Alpha One", "甲一", "jia yi" }, { "A2", "Alpha Two", "甲二", "jia er" },
    { "B", "Beta", "乙城", "yi cheng" },
  };
  static const guint of_world[] = { 1, 4 };
  static const guint of_alpha[] = { 2, 3 };
  g_autoptr (GError) error = NULL;
  RsDimension *geo = rs_dataset_builder_add_dimension (builder, "region", 5, &error);

  g_assert_no_error (error);
  geo->role = RS_ROLE_GEO;
  for (guint i = 0; i < G_N_ELEMENTS (regions); i++)
    {
      geo->categories[i].id = g_strdup (regions[i].id);
      geo->categories[i].pinyin = g_strdup (regions[i].pinyin);
      set_text (&geo->categories[i].label, regions[i].english, regions[i].chinese);
    }
  set_children (&geo->categories[0], of_world, G_N_ELEMENTS (of_world));
  set_children (&geo->categories[1], of_alpha, G_N_ELEMENTS (of_alpha));
  geo->categories[2].validity.from = g_strdup ("2002");
  geo->categories[3].validity.from = g_strdup ("1990");
  geo->categories[3].validity.to = g_strdup ("2004-11");
  geo->categories[3].successors = g_strdupv ((char *[]){ (char *) "A1", NULL });
}

static void
add_years (RsDatasetBuilder *builder)
{
  g_autoptr (GError) error = NULL;
  RsDimension *time = rs_dataset_builder_add_dimension (builder, "year", FIXTURE_N_YEARS, &error);

  g_assert_no_error (error);
  time->role = RS_ROLE_TIME;
  for (guint i = 0; i < FIXTURE_N_YEARS; i++)
    time->categories[i].id = g_strdup_printf ("%d", fixture_years[i]);
}

static RsDataset *
finish (RsDatasetBuilder *builder)
{
  g_autoptr (GError) error = NULL;
  RsDataset *dataset = rs_dataset_builder_finish (builder, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (dataset);
  return dataset;
}

RsDataset *
fixture_new_dataset (void)
{
  static const double values[FIXTURE_N_YEARS] = { 11.5, 12.5, 0.0, 9.25, 14.0 };
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  g_autoptr (GError) error = NULL;
  const guint of_region[] = { 0, 1, 2, 3 };
  RsTarget *target = NULL;

  set_text (rs_dataset_builder_get_label (builder), "Invented figures", "虚构数字");
  add_indicators (builder);
  add_regions (builder);
  add_years (builder);
  g_assert_true (rs_dataset_builder_begin_cells (builder, TRUE, &error));
  for (guint r = 0; r < G_N_ELEMENTS (of_region); r++)
    for (guint y = 0; y < FIXTURE_N_YEARS; y++)
      if (fixture_years[y] != 2004)
        {
          /* Row-major: indicator, region, year. */
          rs_dataset_builder_set_value (builder, of_region[r] * FIXTURE_N_YEARS + y, values[y] + r);
          rs_dataset_builder_set_value (builder, (5 + of_region[r]) * FIXTURE_N_YEARS + y,
                                        50.0 + values[y]);
        }
  /* Alpha in 2002: provisional, and against a target. */
  rs_dataset_builder_set_status (builder, FIXTURE_N_YEARS + 1, "p");
  target = rs_dataset_builder_add_target (builder);
  target->region = 1;
  target->period = 1;
  target->op = RS_OPERATOR_AT_LEAST;
  target->value = 10.0;
  target->source = -1;
  return finish (builder);
}

RsDataset *
fixture_new_dataset_without_regions (void)
{
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  g_autoptr (GError) error = NULL;

  add_indicators (builder);
  add_years (builder);
  g_assert_true (rs_dataset_builder_begin_cells (builder, TRUE, &error));
  rs_dataset_builder_set_value (builder, 0, 1.0);
  return finish (builder);
}

RsDataset *
fixture_new_large_dataset (guint n)
{
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  g_autoptr (GError) error = NULL;
  g_autofree guint *children = g_new (guint, n);
  RsDimension *geo = rs_dataset_builder_add_dimension (builder, "region", n + 1, &error);

  g_assert_no_error (error);
  geo->role = RS_ROLE_GEO;
  geo->categories[0].id = g_strdup ("W");
  set_text (&geo->categories[0].label, "World", "天下");
  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *label = g_strdup_printf ("Region %u", i);

      children[i - 1] = i;
      geo->categories[i].id = g_strdup_printf ("R%u", i);
      set_text (&geo->categories[i].label, label, NULL);
    }
  set_children (&geo->categories[0], children, n);
  add_years (builder);
  g_assert_true (rs_dataset_builder_begin_cells (builder, FALSE, &error));
  rs_dataset_builder_set_value (builder, (guint64) n * FIXTURE_N_YEARS, 1.0);
  return finish (builder);
}

RsView *
fixture_new_view (RsChartKind kind)
{
  RsView *view = rs_view_new ();

  view->indicators = g_strdupv ((char *[]){ (char *) "things", NULL });
  view->kind = kind;
  return view;
}

static gboolean
timeout_cb (gpointer user_data)
{
  g_error ("What the test waits for did not happen");
  return G_SOURCE_REMOVE;
}

void
fixture_wait_for (const gboolean *flag)
{
  const guint timeout = g_timeout_add (TIMEOUT_MS, timeout_cb, NULL);

  while (!*flag)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

void
fixture_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static void
mapped_cb (GtkWidget *widget, gboolean *mapped)
{
  *mapped = TRUE;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  guint *frames = user_data;

  return ++*frames < 3 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

GtkWindow *
fixture_show (GtkWidget *child, int width, int height)
{
  GtkWindow *window = GTK_WINDOW (g_object_ref (gtk_window_new ()));
  gboolean mapped = FALSE;
  guint frames = 0;

  gtk_window_set_decorated (window, FALSE);
  gtk_window_set_default_size (window, width, height);
  gtk_window_set_child (window, child);
  g_signal_connect (window, "map", G_CALLBACK (mapped_cb), &mapped);
  gtk_window_present (window);
  fixture_wait_for (&mapped);
  g_signal_handlers_disconnect_by_data (window, &mapped);
  gtk_widget_add_tick_callback (GTK_WIDGET (window), tick_cb, &frames, NULL);
  while (frames < 3)
    g_main_context_iteration (NULL, TRUE);
  return window;
}

void
fixture_close (GtkWindow *window)
{
  gtk_window_destroy (window);
  fixture_settle ();
  g_assert_finalize_object (window);
}
