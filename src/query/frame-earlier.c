/* SPDX-License-Identifier: GPL-3.0-or-later
 * The two periods that SLOPE and DUMBBELL show: the chosen one, and one before it. */
#define G_LOG_DOMAIN "renshe-query"

#include "config.h"

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

/* How many of the series with a figure in the chosen period have one in @period as well. */
static guint
count_both (const RsFrame *self, RsPeriod period)
{
  guint n = 0;

  for (guint i = 0; i < self->series->len; i++)
    {
      const RsSeries *series = rs_frame_peek_series (self, i);

      if (series->selected >= 0 &&
          rs_query_is_figure (&series->points[series->selected].observation) &&
          find_figure (series, period) >= 0)
        n++;
    }
  return n;
}

/* The periods of the window before the chosen one, the latest first, on the longest series. */
void
rs_frame_find_earlier (RsFrame *self)
{
  const RsSeries *longest = NULL;
  RsPeriod chosen = { 0 };
  RsPeriod best = { 0 };
  guint n_chosen = 0;
  guint n_best = 0;

  self->earlier = (RsPeriod){ RS_PERIOD_NONE, 0, 0 };
  if (!compares_periods (self))
    return;
  for (guint i = 0; i < self->series->len; i++)
    {
      const RsSeries *series = rs_frame_peek_series (self, i);

      if (longest == NULL || series->n_points > longest->n_points)
        longest = series;
      if (series->selected < 0 ||
          !rs_query_is_figure (&series->points[series->selected].observation))
        continue;
      n_chosen++;
      chosen = series->points[series->selected].period;
    }
  if (longest == NULL || n_chosen == 0)
    return;
  for (guint i = longest->n_points; i > 0; i--)
    {
      RsPeriod period = longest->points[i - 1].period;
      guint n;

      if (period.type == RS_PERIOD_NONE || rs_period_compare (period, chosen) >= 0)
        continue;
      n = count_both (self, period);
      if (self->view->from != NULL)
        {
          /* The view says from when: the first period of its window. */
          best = n > 0 ? period : best;
          continue;
        }
      if (n * 2 >= n_chosen)
        {
          best = period;
          break;
        }
      if (n > n_best)
        {
          n_best = n;
          best = period;
        }
    }
  self->earlier = best;
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
  obstacle = rs_compare (self->dataset, line->indicator, line->region, from->cell, to->cell,
                         from->position, to->position, &series_break);
  return obstacle == RS_OBSTACLE_GAP ? RS_OBSTACLE_NONE : obstacle;
}
