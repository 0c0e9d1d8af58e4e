/* SPDX-License-Identifier: GPL-3.0-or-later
 * A view is run: the steps in their order, and what the answer is asked for. */
#define G_LOG_DOMAIN "renshe-query"

#include "config.h"

#include "query/frame.h"

#include <math.h>

#include "query/frame-private.h"

static void
clear_series (gpointer data)
{
  RsSeries *series = data;

  g_free (series->label);
  g_free (series->id);
  g_free (series->points);
}

static void
clear_frame (gpointer data)
{
  RsFrame *self = data;

  g_clear_pointer (&self->series, g_array_unref);
  g_clear_pointer (&self->goals, g_array_unref);
  g_clear_pointer (&self->sources, g_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->view, rs_view_free);
  g_free (self->fixed);
  g_free (self->indicators);
  g_free (self->regions);
  g_free (self->window);
  g_free (self->ranks);
  g_free (self->units);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->region_label);
  g_free (self->empty_reason);
  g_clear_pointer (&self->dataset, rs_dataset_unref);
}

RsFrame *
rs_frame_ref (RsFrame *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
rs_frame_unref (RsFrame *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear_frame);
}

/* The number shown large: of the named indicator, else of the first series that has a number in the
 * year, else a bound. Another region's number never stands in for the selected region's. */
static void
find_headline (RsFrame *self)
{
  gboolean found_number = FALSE;

  self->headline_series = -1;
  self->headline_point = -1;
  for (guint i = 0; i < self->series->len && !found_number; i++)
    {
      const RsSeries *series = rs_frame_peek_series (self, i);
      const RsCategory *indicator = rs_query_get_indicator (self->dataset, series->indicator);
      const RsObservation *observation = NULL;

      if (series->selected < 0 || series->region != self->home)
        continue;
      if (self->view->headline != NULL &&
          (indicator == NULL || g_strcmp0 (indicator->id, self->view->headline) != 0))
        continue;
      observation = &series->points[series->selected].observation;
      found_number = observation->reason == RS_REASON_NONE;
      if (found_number || (self->headline_series < 0 && rs_query_is_figure (observation)))
        {
          self->headline_series = (int) i;
          self->headline_point = series->selected;
        }
    }
}

RsFrame *
rs_frame_new (const RsView *view, RsDataset *dataset, RsLanguage language)
{
  RsFrame *self = g_atomic_rc_box_new0 (RsFrame);

  self->dataset = rs_dataset_ref (dataset);
  self->view = rs_view_copy (view);
  self->language = language;
  self->series = g_array_new (FALSE, TRUE, sizeof (RsSeries));
  g_array_set_clear_func (self->series, clear_series);
  self->goals = g_array_new (FALSE, FALSE, sizeof (const RsTarget *));
  self->sources = g_array_new (FALSE, FALSE, sizeof (guint));
  self->notes = g_ptr_array_new_with_free_func (g_free);
  return self;
}

RsFrame *
rs_view_run (const RsView *view,
             RsDataset *dataset,
             const RsSelection *selection,
             RsLanguage language,
             GError **error)
{
  g_autoptr (RsFrame) self = NULL;

  g_return_val_if_fail (view != NULL, NULL);
  g_return_val_if_fail (dataset != NULL, NULL);

  self = rs_frame_new (view, dataset, language);
  if (!rs_frame_resolve (self, selection, error) || !rs_frame_choose_kind (self, error))
    return NULL;
  rs_frame_drop_regions (self);
  if (!rs_frame_find_window (self, error))
    return NULL;
  rs_frame_make_series (self);
  rs_frame_rank (self);
  rs_frame_find_earlier (self);
  rs_frame_make_goals (self);
  find_headline (self);
  rs_frame_choose_units (self);
  rs_frame_make_labels (self);
  rs_frame_explain_emptiness (self);
  rs_frame_collect_sources (self);
  rs_frame_collect_notes (self);
  return g_steal_pointer (&self);
}

void
rs_frame_make_goals (RsFrame *self)
{
  const RsDimension *metric = rs_dataset_get_metric (self->dataset);
  const RsDimension *time = rs_dataset_get_time (self->dataset);
  char **goals = self->view->goals;

  if (self->kind != RS_CHART_FIGURES || goals == NULL || metric == NULL || time == NULL ||
      self->year == 0)
    return;
  self->goals_year = self->year + 1;
  for (guint i = 0; goals[i] != NULL; i++)
    {
      int indicator = rs_dimension_find (metric, goals[i]);
      guint n = rs_dataset_get_n_targets (self->dataset);

      for (guint t = 0; indicator >= 0 && t < n; t++)
        {
          const RsTarget *target = rs_dataset_get_target (self->dataset, t);

          if (target->indicator == (guint) indicator && target->region == self->regions[0] &&
              time->categories[target->period].period.year == self->goals_year)
            g_array_append_val (self->goals, target);
        }
    }
  if (self->goals->len == 0)
    self->goals_year = 0;
}

RsDataset *
rs_frame_get_dataset (const RsFrame *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->dataset;
}

const RsView *
rs_frame_get_view (const RsFrame *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->view;
}

RsLanguage
rs_frame_get_language (const RsFrame *self)
{
  g_return_val_if_fail (self != NULL, RS_LANGUAGE_EN);

  return self->language;
}

RsChartKind
rs_frame_get_kind (const RsFrame *self)
{
  g_return_val_if_fail (self != NULL, RS_CHART_FIGURES);

  return self->kind;
}

int
rs_frame_get_year (const RsFrame *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->year;
}

guint
rs_frame_get_n_series (const RsFrame *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->series->len;
}

const RsSeries *
rs_frame_get_series (const RsFrame *self, guint i)
{
  g_return_val_if_fail (self != NULL && i < self->series->len, NULL);

  return rs_frame_peek_series (self, i);
}

guint
rs_frame_get_n_series_left_out (const RsFrame *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_left_out;
}

gboolean
rs_frame_has_numbers (const RsFrame *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->series->len; i++)
    {
      const RsSeries *series = rs_frame_peek_series (self, i);

      if (series->first >= 0)
        return TRUE;
      for (guint p = 0; p < series->n_points; p++)
        if (series->points[p].observation.reason == RS_REASON_BOUND)
          return TRUE;
    }
  return FALSE;
}

gboolean
rs_frame_is_shown (const RsFrame *self, guint series, guint point)
{
  const RsSeries *line = NULL;
  const RsFramePoint *chosen = NULL;

  g_return_val_if_fail (self != NULL && series < self->series->len, FALSE);

  line = rs_frame_peek_series (self, series);
  g_return_val_if_fail (point < line->n_points, FALSE);

  switch (self->kind)
    {
    case RS_CHART_AUTO:
    case RS_CHART_COLUMNS:
    case RS_CHART_LINES:
    case RS_CHART_YEARS:
    case RS_CHART_STACKED:
    case RS_CHART_AREAS:
    case RS_CHART_DOTS:
    case RS_CHART_MULTIPLES:
    case RS_CHART_HEAT:
    case RS_CHART_SPARKLINE:
      return TRUE;
    case RS_CHART_FIGURES:
    case RS_CHART_RANKED:
    case RS_CHART_TILES:
    case RS_CHART_BULLET:
      return (int) point == line->selected;
    case RS_CHART_SLOPE:
    case RS_CHART_DUMBBELL:
      return (int) point == line->selected || (int) point == rs_frame_get_earlier (self, series);
    case RS_CHART_BARS:
      if (line->selected < 0)
        return FALSE;
      if ((int) point == line->selected)
        return TRUE;
      chosen = &line->points[line->selected];
      return chosen->change.obstacle == RS_OBSTACLE_NONE && isfinite (chosen->change.difference) &&
             rs_period_equal (line->points[point].period, chosen->change.against);
    }
  return FALSE;
}

gboolean
rs_frame_has_home (const RsFrame *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->home != G_MAXUINT;
}

gboolean
rs_frame_is_home (const RsFrame *self, guint series)
{
  g_return_val_if_fail (self != NULL && series < self->series->len, FALSE);

  return self->n_regions > 1 && rs_frame_peek_series (self, series)->region == self->home;
}

const char *
rs_frame_get_home_label (const RsFrame *self)
{
  g_return_val_if_fail (self != NULL, "");

  if (rs_dataset_get_geo (self->dataset) == NULL || self->home == G_MAXUINT)
    return "";
  return rs_frame_name_region (self, self->home);
}

void
rs_frame_get_headline (const RsFrame *self, int *out_series, int *out_point)
{
  g_return_if_fail (self != NULL);

  *out_series = self->headline_series;
  *out_point = self->headline_point;
}

const char *
rs_frame_get_title (const RsFrame *self)
{
  g_return_val_if_fail (self != NULL, "");

  return self->title;
}

const char *
rs_frame_get_subtitle (const RsFrame *self)
{
  g_return_val_if_fail (self != NULL, "");

  return self->subtitle;
}

const char *
rs_frame_get_region_label (const RsFrame *self)
{
  g_return_val_if_fail (self != NULL, "");

  return self->region_label;
}

const char *
rs_frame_get_empty_reason (const RsFrame *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->empty_reason;
}

guint
rs_frame_get_n_goals (const RsFrame *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->goals->len;
}

const RsTarget *
rs_frame_get_goal (const RsFrame *self, guint i)
{
  g_return_val_if_fail (self != NULL && i < self->goals->len, NULL);

  return g_array_index (self->goals, const RsTarget *, i);
}

int
rs_frame_get_goals_year (const RsFrame *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->goals_year;
}

guint
rs_frame_get_n_sources (const RsFrame *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->sources->len;
}

guint
rs_frame_get_source (const RsFrame *self, guint i)
{
  g_return_val_if_fail (self != NULL && i < self->sources->len, 0);

  return g_array_index (self->sources, guint, i);
}

guint
rs_frame_get_n_notes (const RsFrame *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->notes->len;
}

const char *
rs_frame_get_note (const RsFrame *self, guint i)
{
  g_return_val_if_fail (self != NULL && i < self->notes->len, NULL);

  return g_ptr_array_index (self->notes, i);
}

RsFlags
rs_frame_get_flags (const RsFrame *self)
{
  g_return_val_if_fail (self != NULL, RS_FLAG_NONE);

  return self->flags;
}
