/* SPDX-License-Identifier: GPL-3.0-or-later
 * Sources and flags of exactly what a frame shows. */
#define G_LOG_DOMAIN "renshe-query"

#include "config.h"

#include <math.h>

#include "query/frame-private.h"

static void
add_source (RsFrame *self, int source)
{
  guint index = (guint) source;

  if (source < 0 || index >= rs_dataset_get_n_sources (self->dataset))
    return;
  for (guint i = 0; i < self->sources->len; i++)
    if (g_array_index (self->sources, guint, i) == index)
      return;
  g_array_append_val (self->sources, index);
}

gboolean
rs_frame_shows_break (const RsFrame *self, const RsBreak *series_break)
{
  const RsDimension *time = rs_dataset_get_time (self->dataset);

  if (time == NULL)
    return FALSE;
  for (guint s = 0; s < self->series->len; s++)
    {
      const RsSeries *series = rs_frame_peek_series (self, s);
      gboolean before = FALSE;
      gboolean after = FALSE;

      if (series->indicator != series_break->indicator ||
          (series_break->region >= 0 && (guint) series_break->region != series->region))
        continue;
      for (guint p = 0; p < series->n_points; p++)
        {
          const RsFramePoint *point = &series->points[p];

          if (!rs_frame_is_shown (self, s, p) || !rs_query_is_figure (&point->observation))
            continue;
          if (point->change.series_break == series_break || point->break_before == series_break)
            return TRUE;
          before = before || rs_period_compare (point->period,
                                                time->categories[series_break->before].period) <= 0;
          after = after || rs_period_compare (point->period,
                                              time->categories[series_break->after].period) >= 0;
        }
      if (before && after)
        return TRUE;
    }
  return FALSE;
}

static void
add_sources_of_point (RsFrame *self, guint s, guint p)
{
  const RsFramePoint *point = &rs_frame_peek_series (self, s)->points[p];

  if (!rs_frame_is_shown (self, s, p))
    return;
  if (rs_query_is_figure (&point->observation))
    {
      self->flags |= point->observation.flags;
      if (point->observation.passport != NULL)
        add_source (self, point->observation.passport->source);
    }
  if (point->target != NULL)
    add_source (self, point->target->source);
}

/* What is published for the whole of the parts at @position, where all of them have a number. */
static void
add_total (RsFrame *self, gboolean of_indicators, guint whole, guint position)
{
  const guint *parts = of_indicators ? self->indicators : self->regions;
  guint n = of_indicators ? self->n_indicators : self->n_regions;
  RsObservation total;
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += rs_dataset_get_value (
      self->dataset, rs_frame_get_cell (self, of_indicators ? parts[i] : self->indicators[0],
                                        of_indicators ? self->regions[0] : parts[i], position));
  total = rs_dataset_get_observation (
    self->dataset, rs_frame_get_cell (self, of_indicators ? whole : self->indicators[0],
                                      of_indicators ? self->regions[0] : whole, position));
  /* A part without a number is NaN, and so is their sum then. A derived whole is not shown. */
  if (!isfinite (sum) || total.reason != RS_REASON_NONE || !isfinite (total.value) ||
      (total.flags & RS_FLAG_DERIVED) != 0)
    return;
  self->flags |= total.flags;
  if (total.passport != NULL)
    add_source (self, total.passport->source);
}

/* Over stacked columns stands the published whole, which is no series of the frame. */
static void
add_totals (RsFrame *self)
{
  gboolean of_indicators = self->n_indicators > 1;
  const RsDimension *dimension =
    of_indicators ? rs_dataset_get_metric (self->dataset) : rs_dataset_get_geo (self->dataset);
  guint n = of_indicators ? self->n_indicators : self->n_regions;
  int whole;

  if (self->kind != RS_CHART_STACKED || !rs_frame_has_parts (self))
    return;
  whole =
    rs_dimension_get_parent (dimension, of_indicators ? self->indicators[0] : self->regions[0]);
  if (dimension->categories[whole].n_children != n)
    return;
  for (guint i = self->n_window; i > 0; i--)
    add_total (self, of_indicators, (guint) whole, self->window[i - 1]);
}

void
rs_frame_collect_sources (RsFrame *self)
{
  if (self->headline_series >= 0 && self->headline_point >= 0)
    add_sources_of_point (self, (guint) self->headline_series, (guint) self->headline_point);
  for (guint s = 0; s < self->series->len; s++)
    if (rs_frame_peek_series (self, s)->selected >= 0)
      add_sources_of_point (self, s, (guint) rs_frame_peek_series (self, s)->selected);
  for (guint s = 0; s < self->series->len; s++)
    for (guint p = rs_frame_peek_series (self, s)->n_points; p > 0; p--)
      add_sources_of_point (self, s, p - 1);
  add_totals (self);
  for (guint i = 0; i < self->goals->len; i++)
    add_source (self, g_array_index (self->goals, const RsTarget *, i)->source);
  for (guint i = 0; i < rs_dataset_get_n_breaks (self->dataset); i++)
    {
      const RsBreak *series_break = rs_dataset_get_break (self->dataset, i);

      if (rs_frame_shows_break (self, series_break))
        {
          self->flags |= RS_FLAG_BREAK;
          add_source (self, series_break->source);
        }
    }
}
