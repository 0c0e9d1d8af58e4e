/* SPDX-License-Identifier: GPL-3.0-or-later
 * The series of a frame: points, what joins them, and which one is chosen. */
#define G_LOG_DOMAIN "renshe-query"

#include "config.h"

#include <math.h>
#include <string.h>

#include "query/frame-private.h"

/* How often a series is measured: every period, or every third month. */
typedef struct
{
  int step;
  int phase; /* index % step of its months */
} Rhythm;

static int
gcd (int a, int b)
{
  while (b != 0)
    {
      int rest = a % b;

      a = b;
      b = rest;
    }
  return a;
}

/* Quarter-end figures in a dimension of months are a series of quarters, not months with gaps: the
 * months between were never measured. Only figures that all lie three months (or multiples of that,
 * where one is missing) apart show that; two figures that happen to lie far apart do not. */
static Rhythm
find_rhythm (const RsFrame *self, guint indicator)
{
  const Rhythm every = { 1, 0 };
  const RsDimension *time = rs_dataset_get_time (self->dataset);
  const RsDimension *geo = rs_dataset_get_geo (self->dataset);
  guint n_regions = geo != NULL ? geo->n_categories : 1;
  int common = 0;
  int smallest = G_MAXINT;
  int phase = -1;

  if (time == NULL || time->chronological == NULL)
    return every;
  for (guint region = 0; region < n_regions; region++)
    {
      RsPeriod previous = { 0 };

      for (guint rank = 0; rank < time->n_categories; rank++)
        {
          guint position = time->chronological[rank];
          RsPeriod period = time->categories[position].period;
          int distance = 0;

          if (period.type != RS_PERIOD_MONTH ||
              isnan (rs_dataset_get_value (self->dataset,
                                           rs_frame_get_cell (self, indicator, region, position))))
            continue;
          if (phase >= 0 && period.index % 3 != phase)
            return every;
          phase = period.index % 3;
          if (previous.type == RS_PERIOD_MONTH)
            {
              distance = rs_period_distance (previous, period);
              common = gcd (common, distance);
              smallest = MIN (smallest, distance);
            }
          previous = period;
        }
    }
  if (smallest != 3 || common != 3)
    return every;
  return (Rhythm){ 3, phase };
}

static gboolean
is_off_beat (Rhythm rhythm, const RsFramePoint *point)
{
  return rhythm.step > 1 && point->period.type == RS_PERIOD_MONTH &&
         point->period.index % rhythm.step != rhythm.phase &&
         point->observation.reason == RS_REASON_MISSING && point->observation.status == NULL &&
         point->target == NULL;
}

static void
fill_point (const RsFrame *self, RsFramePoint *point, guint indicator, guint region, guint position)
{
  const RsDimension *time = rs_dataset_get_time (self->dataset);
  RsNature nature = rs_query_get_nature (self->dataset, indicator);

  point->position = position;
  point->cell = rs_frame_get_cell (self, indicator, region, position);
  point->observation = rs_dataset_get_observation (self->dataset, point->cell);
  if (self->view->show_targets && time != NULL)
    point->target = rs_dataset_find_target (self->dataset, indicator, region, position);
  point->change = rs_query_change (self->dataset, indicator, region, point->cell, position);
  point->verdict = rs_judge (&point->observation, point->target, nature);
}

/* A line runs only between neighbours in time that may be compared. */
static void
join_points (const RsFrame *self, RsSeries *series, Rhythm rhythm)
{
  int previous = -1;

  for (guint i = 0; i < series->n_points; i++)
    {
      RsFramePoint *point = &series->points[i];
      const RsFramePoint *before = NULL;

      if (point->observation.reason != RS_REASON_NONE)
        continue;
      if (previous >= 0)
        {
          const RsBreak *series_break = NULL;
          RsObstacle obstacle = RS_OBSTACLE_NONE;
          int step = point->period.type == RS_PERIOD_MONTH ? rhythm.step : 1;

          before = &series->points[previous];
          obstacle = rs_compare (self->dataset, series->indicator, series->region, before->cell,
                                 point->cell, before->position, point->position, &series_break);
          point->break_before = series_break;
          point->joined = obstacle == RS_OBSTACLE_NONE && previous == (int) i - 1 &&
                          point->period.type != RS_PERIOD_NONE &&
                          rs_period_distance (before->period, point->period) == step;
        }
      previous = (int) i;
    }
}

/* How much a point has to say about the chosen year: 3 a figure, 2 a target, 1 a reason that
 * somebody stated. */
static int
rate_point (const RsFramePoint *point)
{
  if (rs_query_is_figure (&point->observation))
    return 3;
  if (point->target != NULL)
    return 2;
  if (point->observation.reason != RS_REASON_MISSING || point->observation.status != NULL)
    return 1;
  return 0;
}

static void
mark_points (const RsFrame *self, RsSeries *series)
{
  int best = 0;

  series->selected = -1;
  series->first = -1;
  series->last = -1;
  for (guint i = 0; i < series->n_points; i++)
    {
      const RsFramePoint *point = &series->points[i];

      if (point->observation.reason == RS_REASON_NONE)
        {
          if (series->first < 0)
            series->first = (int) i;
          series->last = (int) i;
        }
      if (self->year == 0 || point->period.year == self->year)
        {
          int rating = rate_point (point);

          if (rating > 0 && rating >= best)
            {
              best = rating;
              series->selected = (int) i;
            }
        }
    }
}

static char *
make_id (const RsFrame *self, const RsSeries *series)
{
  const RsDimension *geo = rs_dataset_get_geo (self->dataset);
  const RsCategory *indicator = rs_query_get_indicator (self->dataset, series->indicator);
  const char *indicator_id = indicator != NULL ? indicator->id : "";
  const char *region_id =
    geo != NULL && series->region < geo->n_categories ? geo->categories[series->region].id : "";

  if (series->year != 0)
    return g_strdup_printf ("%s/%s/%d", indicator_id, region_id, series->year);
  return g_strdup_printf ("%s/%s", indicator_id, region_id);
}

/* @year: only the part-year periods of it; 0: the whole window. */
static RsSeries
make_series (const RsFrame *self, guint indicator, guint region, int year, Rhythm rhythm)
{
  const RsDimension *time = rs_dataset_get_time (self->dataset);
  RsSeries series = { .indicator = indicator, .region = region, .year = year };

  series.points = g_new0 (RsFramePoint, self->n_window + 1);
  for (guint i = 0; i < self->n_window; i++)
    {
      RsFramePoint *point = &series.points[series.n_points];
      RsPeriod period = time != NULL ? time->categories[self->window[i]].period
                                     : (RsPeriod){ RS_PERIOD_NONE, 0, 0 };

      if (year != 0 && (period.year != year || period.type == RS_PERIOD_YEAR))
        continue;
      memset (point, 0, sizeof *point);
      point->period = period;
      fill_point (self, point, indicator, region, self->window[i]);
      if (!is_off_beat (rhythm, point))
        series.n_points++;
    }
  series.id = make_id (self, &series);
  join_points (self, &series, rhythm);
  mark_points (self, &series);
  return series;
}

static gboolean
says_anything (const RsSeries *series)
{
  for (guint i = 0; i < series->n_points; i++)
    if (rate_point (&series->points[i]) > 0)
      return TRUE;
  return FALSE;
}

/* Adds the series, or counts it as left out; frees it where it has nothing and was not asked for by
 * name. */
static void
add_series (RsFrame *self, RsSeries *series, gboolean named, guint *n_points)
{
  if (!named && !says_anything (series))
    {
      g_free (series->id);
      g_free (series->points);
      return;
    }
  *n_points += series->n_points;
  g_array_append_val (self->series, *series);
}

static gboolean
is_full (const RsFrame *self, guint n_points)
{
  return self->series->len >= RS_FRAME_MAX_SERIES ||
         n_points + self->n_window > RS_FRAME_MAX_POINTS;
}

static void
add_years (RsFrame *self, guint indicator, guint region, Rhythm rhythm, guint *n_points)
{
  const RsDimension *time = rs_dataset_get_time (self->dataset);
  int last = 0;

  for (guint i = 0; i < self->n_window; i++)
    {
      int year = time->categories[self->window[i]].period.year;
      RsSeries series = { 0 };

      if (year == 0 || year == last)
        continue;
      last = year;
      if (self->series->len >= RS_FRAME_MAX_SERIES)
        {
          self->n_left_out++;
          continue;
        }
      series = make_series (self, indicator, region, year, rhythm);
      add_series (self, &series, FALSE, n_points);
    }
}

void
rs_frame_make_series (RsFrame *self)
{
  /* What was not asked for by name may be left out; a region among others of one measure may not.
   */
  gboolean named = self->view->indicators != NULL || self->n_indicators == 1;
  guint n_points = 0;

  for (guint i = 0; i < self->n_indicators; i++)
    {
      guint indicator = self->indicators[i];
      Rhythm rhythm = { 1, 0 };

      if (!is_full (self, n_points))
        rhythm = find_rhythm (self, indicator);
      for (guint r = 0; r < self->n_regions; r++)
        {
          RsSeries series = { 0 };

          if (self->series->len > 0 && is_full (self, n_points))
            {
              self->n_left_out++;
              continue;
            }
          if (self->kind == RS_CHART_YEARS)
            {
              add_years (self, indicator, self->regions[r], rhythm, &n_points);
              continue;
            }
          series = make_series (self, indicator, self->regions[r], 0, rhythm);
          add_series (self, &series, named, &n_points);
        }
    }
}
