/* SPDX-License-Identifier: GPL-3.0-or-later
 * Invented measures of a made-up region. */
#include "config.h"

#include "invented-series.h"

#include <math.h>
#include <string.h>

#include "dataset/dataset-builder.h"
#include "lib/fixed-metrics.h"

static void
fill_measure (RsCategory *category, const char *id, const char *label, RsNature nature)
{
  category->id = g_strdup (id);
  category->label.original = g_strdup (label);
  category->label.translation[RS_LANGUAGE_ZH_CN] = g_strdup_printf ("虚构指标%s", id);
  category->nature = nature == RS_NATURE_UNKNOWN ? RS_NATURE_STOCK : nature;
  category->unit.present = TRUE;
  category->unit.decimals = 2;
  category->unit.label.original = g_strdup ("invented units");
}

static void
fill_measures (RsDimension *metric, const RsInvented *what)
{
  guint n_parts = what->n;

  metric->role = RS_ROLE_METRIC;
  for (guint i = 0; i < n_parts; i++)
    {
      g_autofree char *id = g_strdup_printf ("i%u", i);
      g_autofree char *label =
        what->labels != NULL ? g_strdup (what->labels[i]) : g_strdup_printf ("Invented %u", i + 1);

      fill_measure (&metric->categories[i], id, label, what->nature);
    }
  if (!what->parts)
    return;
  fill_measure (&metric->categories[n_parts], "all", "Invented whole", what->nature);
  metric->categories[n_parts].n_children = n_parts;
  metric->categories[n_parts].children = g_new (guint, n_parts);
  for (guint i = 0; i < n_parts; i++)
    metric->categories[n_parts].children[i] = i;
}

static void
set_figure (RsDatasetBuilder *builder, guint64 cell, double value, const char *status, int source)
{
  RsPassport *passport;

  if (status != NULL && strcmp (status, ">") == 0)
    {
      passport = rs_dataset_builder_get_passport (builder, cell);
      passport->kind = RS_KIND_BOUND;
      passport->has_bound = TRUE;
      passport->bound = value;
      rs_dataset_builder_set_status (builder, cell, status);
      return;
    }
  if (isnan (value))
    return;
  rs_dataset_builder_set_value (builder, cell, value);
  passport = rs_dataset_builder_get_passport (builder, cell);
  passport->kind = RS_KIND_PUBLISHED;
  passport->source = source;
  if (status != NULL && strcmp (status, "†") == 0)
    passport->kind = RS_KIND_DERIVED;
  else if (status != NULL)
    rs_dataset_builder_set_status (builder, cell, status);
}

static void
set_figures (RsDatasetBuilder *builder, const RsInvented *what)
{
  int source = rs_dataset_builder_add_source (builder, "s", "Invented paper", NULL, NULL);
  int other = rs_dataset_builder_add_source (builder, "t", "Another invented paper", NULL, NULL);
  guint whole = what->n;

  for (guint i = 0; i < what->n * what->n_years; i++)
    set_figure (builder, i, what->values[i], what->statuses != NULL ? what->statuses[i] : NULL,
                source);
  for (guint i = 0; what->totals != NULL && i < what->n_years; i++)
    set_figure (builder, whole * what->n_years + i, what->totals[i], what->total_status,
                what->foreign_totals ? other : source);
  for (guint i = 0; what->targets != NULL && i < what->n_years; i++)
    if (!isnan (what->targets[i]))
      {
        RsTarget *target = rs_dataset_builder_add_target (builder);

        target->period = i;
        target->op = RS_OPERATOR_AT_LEAST;
        target->value = what->targets[i];
        target->source = source;
      }
  for (guint i = 0; what->break_before > 0 && i < what->n; i++)
    {
      RsBreak *series_break = rs_dataset_builder_add_break (builder);

      series_break->indicator = i;
      series_break->region = -1;
      series_break->before = (guint) what->break_before - 1;
      series_break->after = (guint) what->break_before;
    }
}

RsDataset *
rs_test_invent (const RsInvented *what)
{
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  g_autoptr (GError) error = NULL;
  guint n = what->n + (what->parts ? 1 : 0);
  RsDimension *region, *year;
  RsDataset *dataset;

  rs_dataset_builder_get_label (builder)->original = g_strdup ("Invented figures");
  if (what->updated != NULL)
    rs_dataset_builder_set_updated (builder, what->updated);
  fill_measures (rs_dataset_builder_add_dimension (builder, "indicator", n, &error), what);
  region = rs_dataset_builder_add_dimension (builder, "region", 1, &error);
  region->role = RS_ROLE_GEO;
  region->categories[0].id = g_strdup ("A");
  region->categories[0].label.original = g_strdup ("Region A");
  year = rs_dataset_builder_add_dimension (builder, "year", what->n_years, &error);
  year->role = RS_ROLE_TIME;
  for (guint i = 0; i < what->n_years; i++)
    year->categories[i].id = g_strdup_printf ("%u", RS_TEST_FIRST_YEAR + i);
  g_assert_true (rs_dataset_builder_begin_cells (builder, TRUE, &error));
  set_figures (builder, what);
  dataset = rs_dataset_builder_finish (builder, NULL, &error);
  g_assert_no_error (error);
  return dataset;
}

char *
rs_test_view_of (guint n, const char *kind, const char *more)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (ids, "%s\"i%u\"", i > 0 ? "," : "", i);
  return g_strdup_printf ("{\"indicators\":[%s],\"chart\":\"%s\"%s}", ids->str, kind, more);
}

static void
assert_stops (const RsScene *scene, const RsFrame *frame, const char *what)
{
  for (guint i = 0; i < rs_scene_get_n_stops (scene); i++)
    {
      const RsRect picture =
        rs_rect (-0.1, -0.1, rs_scene_get_width (scene) + 0.2, rs_scene_get_height (scene) + 0.2);
      RsDatum datum;
      RsPoint at;
      RsRect hit;

      rs_scene_get_stop (scene, i, &datum, &at, &hit);
      g_assert_cmpint (datum.series, >=, 0);
      g_assert_cmpuint ((guint) datum.series, <, rs_frame_get_n_series (frame));
      g_assert_cmpint (datum.point, >=, 0);
      g_assert_cmpuint ((guint) datum.point, <,
                        rs_frame_get_series (frame, (guint) datum.series)->n_points);
      if (!rs_rect_contains (picture, at))
        g_error ("%s: a stop leaves the picture: %g %g", what, at.x, at.y);
    }
}

void
rs_test_assert_tidy_everywhere (RsDataset *dataset, const char *view, int year, const char *what)
{
  static const double sizes[][2] = { { 200, 150 }, { 240, 180 },  { 300, 600 },  { 420, 300 },
                                     { 560, 400 }, { 1000, 240 }, { 1280, 800 }, { 3840, 2160 } };
  static const double scales[] = { 0.5, 1, 1.7, 3 };
  const char *const *themes = rs_theme_list ();

  for (int language = 0; language < 2; language++)
    {
      g_autoptr (RsFrame) frame =
        rs_test_frame (dataset, view, year, language == 0 ? RS_LANGUAGE_EN : RS_LANGUAGE_ZH_CN);
      guint n = 0;

      for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
        for (guint j = 0; j < G_N_ELEMENTS (scales); j++)
          {
            RsFigureOptions options = rs_test_options (sizes[i][0], sizes[i][1]);
            g_autoptr (RsScene) scene = NULL;
            g_autofree char *name =
              g_strdup_printf ("%s, %g × %g, text %g", what, sizes[i][0], sizes[i][1], scales[j]);

            options.text_scale = scales[j];
            options.theme = rs_theme_get (themes[n++ % g_strv_length ((char **) themes)]);
            options.type_mode = (RsTypeMode) (n % 3);
            scene = rs_figure_new (frame, &options, rs_fixed_metrics_get ());
            rs_test_assert_tidy (scene, name);
            assert_stops (scene, frame, name);
          }
    }
}
