/* SPDX-License-Identifier: GPL-3.0-or-later
 * The two periods that SLOPE and DUMBBELL show: the chosen one, and one before it. */
#define G_LOG_DOMAIN "renshe-query"

#include "config.h"

#include <math.h>

#include "query/frame-private.h"

static gboolean
compares_periods (const RsFrame *self)
{
  return self->kind == RS_CHART_SLOPE || self->kind == RS_CHART_DUMBBELL;
}

static int
find_figure (const RsSeries *series, RsPeriod period)
{
  for (guint i = 0; i < series->n_points; i++)
    if (rs_period_equal (series->points[i].period, period) &&
        rs_query_is_figure (&series->points[i].observation))
      return (int) i;
  return -1;
}

static gboolean
has_chosen (const RsSeries *series)
{
  return series->selected >= 0 &&
         rs_query_is_figure (&series->points[series->selected].observation);
}

/* How many of the series with a figure in the chosen period have one in @period as well. */
static guint
count_both (const RsFrame *self, RsPeriod period, RsPeriod chosen)
{
  guint n = 0;

  for (guint i = 0; i < self->series->len; i++)
    {
      const RsSeries *series = rs_frame_peek_series (self, i);

      if (has_chosen (series) &&
          rs_period_equal (series->points[series->selected].period, chosen) &&
          find_figure (series, period) >= 0)
        n++;
    }
  return n;
}

/* The period that most series have their chosen figure in, the latest of several. */
static RsPeriod
find_chosen (const RsFrame *self, guint *out_n)
{
  RsPeriod best = { 0 };

  *out_n = 0;
  for (guint i = 0; i < self->series->len; i++)
    {
      const RsSeries *series = rs_frame_peek_series (self, i);
      guint n = 0;

      if (!has_chosen (series))
        continue;
      for (guint j = 0; j < self->series->len; j++)
        {
          const RsSeries *other = rs_frame_peek_series (self, j);

          n += has_chosen (other) && rs_period_equal (other->points[other->selected].period,
                                                      series->points[series->selected].period)
                 ? 1
                 : 0;
        }
      if (n > *out_n ||
          (n == *out_n && rs_period_compare (series->points[series->selected].period, best) > 0))
        {
          best = series->points[series->selected].period;
          *out_n = n;
        }
    }
  return best;
}

/* May against April would show the season and not the change; what is counted since January could
 * not be compared at all. */
static gboolean
is_candidate (RsPeriod period, RsPeriod chosen)
{
  return period.type != RS_PERIOD_NONE && period.type == chosen.type &&
         period.index == chosen.index && period.year < chosen.year;
}

void
rs_frame_find_earlier (RsFrame *self)
{
  guint n_chosen = 0;
  guint n_best = 0;
  RsPeriod chosen = { 0 };

  self->earlier = (RsPeriod){ RS_PERIOD_NONE, 0, 0 };
  if (!compares_periods (self))
    return;
  chosen = find_chosen (self, &n_chosen);
  if (n_chosen == 0)
    return;
  for (guint i = self->n_window; i > 0; i--)
    {
      RsPeriod period = rs_dataset_get_time (self->dataset)->categories[self->window[i - 1]].period;
      guint n = 0;

      if (!is_candidate (period, chosen))
        continue;
      n = count_both (self, period, chosen);
      if (self->view->from != NULL)
        {
          /* The view says from when: the first period of its window. */
          self->earlier = n > 0 ? period : self->earlier;
          continue;
        }
      if (n > n_best)
        {
          n_best = n;
          self->earlier = period;
        }
      if (n * 2 >= n_chosen)
        break;
    }
}

RsPeriod
rs_frame_get_earlier_period (const RsFrame *self)
{
  g_return_val_if_fail (self != NULL, ((RsPeriod){ RS_PERIOD_NONE, 0, 0 }));

  return self->earlier;
}

int
rs_frame_get_earlier (const RsFrame *self, guint series)
{
  g_return_val_if_fail (self != NULL && series < self->series->len, -1);

  if (self->earlier.type == RS_PERIOD_NONE)
    return -1;
  return find_figure (rs_frame_peek_series (self, series), self->earlier);
}

RsObstacle
rs_frame_get_earlier_obstacle (const RsFrame *self, guint series)
{
  const RsSeries *line = NULL;
  const RsBreak *series_break = NULL;
  const RsFramePoint *from = NULL;
  const RsFramePoint *to = NULL;
  RsObstacle obstacle = RS_OBSTACLE_NONE;
  int earlier;

  g_return_val_if_fail (self != NULL && series < self->series->len, RS_OBSTACLE_NO_VALUE);

  line = rs_frame_peek_series (self, series);
  earlier = rs_frame_get_earlier (self, series);
  if (line->selected < 0)
    return RS_OBSTACLE_NO_VALUE;
  if (earlier < 0)
    return RS_OBSTACLE_NO_EARLIER;
  from = &line->points[earlier];
  to = &line->points[line->selected];
  if (!is_candidate (from->period, to->period))
    return RS_OBSTACLE_PERIOD_TYPE;
  obstacle = rs_compare (self->dataset, line->indicator, line->region, from->cell, to->cell,
                         from->position, to->position, &series_break);
  return obstacle == RS_OBSTACLE_GAP ? RS_OBSTACLE_NONE : obstacle;
}

RsChange
rs_frame_get_earlier_change (const RsFrame *self, guint series)
{
  RsChange change = { .obstacle = RS_OBSTACLE_NO_VALUE,
                      .difference = (double) NAN,
                      .percent = (double) NAN };
  const RsSeries *line = NULL;
  int earlier = -1;

  g_return_val_if_fail (self != NULL && series < self->series->len, change);

  line = rs_frame_peek_series (self, series);
  change.obstacle = rs_frame_get_earlier_obstacle (self, series);
  change.against = self->earlier;
  earlier = rs_frame_get_earlier (self, series);
  /* On the period before there is one change, and one number for it: the publisher's, where there
   * is one. */
  if (line->selected >= 0 && change.obstacle == RS_OBSTACLE_NONE)
    {
      const RsChange *own = &line->points[line->selected].change;

      if (own->obstacle == RS_OBSTACLE_NONE && rs_period_equal (own->against, self->earlier))
        return *own;
    }
  if (change.obstacle == RS_OBSTACLE_NONE && earlier >= 0 && line->selected >= 0)
    rs_query_fill_change (&change, &line->points[earlier].observation,
                          &line->points[line->selected].observation,
                          rs_query_in_points (self->dataset, line->indicator));
  return change;
}
