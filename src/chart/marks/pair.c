/* SPDX-License-Identifier: GPL-3.0-or-later
 * Two figures of one series that are set against each other, for slopes and dumbbells. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/marks/pair.h"

#include <math.h>

#include "base/number.h"
#include "chart/marks/rows.h"

/* Lowest under this share of the highest: the axis may as well start at zero. */
#define CUT_SHARE 0.4
/* A published number has no more; what follows is noise of the binary form. */
#define MAX_DECIMALS 6
#define GROWTH_DECIMALS 1
/* From a marker to the ring around it. */
#define RING_GAP_PX 2.5

static gboolean
is_figure (const RsFramePoint *point, double *out_value, gboolean *out_bound)
{
  *out_bound = FALSE;
  if (rs_frame_point_get_number (point, out_value))
    return TRUE;
  *out_bound = rs_frame_point_get_bound (point, out_value);
  return *out_bound;
}

RsPeriod
rs_pair_find_later_period (const RsFrame *frame)
{
  RsPeriod best = { RS_PERIOD_NONE, 0, 0 };
  guint n = rs_frame_get_n_series (frame);
  guint n_best = 0;

  for (guint i = 0; i < n; i++)
    {
      const RsSeries *series = rs_frame_get_series (frame, i);
      RsPeriod period;
      gboolean bound;
      double value;
      guint alike = 0;

      if (series->selected < 0 || !is_figure (&series->points[series->selected], &value, &bound))
        continue;
      period = series->points[series->selected].period;
      for (guint j = 0; j < n; j++)
        {
          const RsSeries *other = rs_frame_get_series (frame, j);

          if (other->selected >= 0 && is_figure (&other->points[other->selected], &value, &bound) &&
              rs_period_equal (other->points[other->selected].period, period))
            alike++;
        }
      if (alike > n_best || (alike == n_best && rs_period_compare (period, best) > 0))
        {
          best = period;
          n_best = alike;
        }
    }
  return best;
}

RsPair
rs_pair_get (const RsFrame *frame, guint series, RsPeriod later)
{
  const RsSeries *line = rs_frame_get_series (frame, series);
  int earlier = rs_frame_get_earlier (frame, series);
  RsPair pair = {
    .series = series,
    .line = line,
    .from = { (int) series, -1 },
    .to = { (int) series, line->selected },
    .from_value = (double) NAN,
    .to_value = (double) NAN,
    .obstacle = rs_frame_get_earlier_obstacle (frame, series),
  };

  if (earlier >= 0 && earlier != line->selected)
    {
      pair.earlier = &line->points[earlier];
      pair.from.point = earlier;
      if (!is_figure (pair.earlier, &pair.from_value, &pair.from_bound))
        pair.from_value = (double) NAN;
    }
  if (line->selected >= 0)
    {
      pair.later = &line->points[line->selected];
      if (!is_figure (pair.later, &pair.to_value, &pair.to_bound))
        pair.to_value = (double) NAN;
      pair.other_later = isfinite (pair.to_value) && !rs_period_equal (pair.later->period, later);
    }
  /* A change to another period than the heading says would be a wrong one. */
  if (pair.obstacle == RS_OBSTACLE_NONE && pair.other_later)
    pair.obstacle = RS_OBSTACLE_PERIOD_TYPE;
  if (pair.obstacle == RS_OBSTACLE_NONE &&
      !(isfinite (pair.from_value) && isfinite (pair.to_value)))
    pair.obstacle = RS_OBSTACLE_NO_VALUE;
  return pair;
}

static void
include (double value, double *min, double *max)
{
  if (!isfinite (value))
    return;
  *min = isnan (*min) ? value : MIN (*min, value);
  *max = isnan (*max) ? value : MAX (*max, value);
}

gboolean
rs_pair_get_domain (const RsDrawing *drawing,
                    const RsPanel *panel,
                    double *out_min,
                    double *out_max)
{
  RsPeriod later = rs_pair_find_later_period (drawing->frame);

  *out_min = *out_max = (double) NAN;
  for (guint i = 0; i < panel->n_series; i++)
    {
      RsPair pair = rs_pair_get (drawing->frame, panel->series[i], later);

      include (pair.from_value, out_min, out_max);
      include (pair.to_value, out_min, out_max);
    }
  if (drawing->view != NULL && drawing->view->from_zero)
    return TRUE;
  if (panel->nature == RS_NATURE_FLOW_CUMULATIVE || panel->nature == RS_NATURE_GROWTH)
    return TRUE;
  return !isfinite (*out_min) || *out_min < 0 || *out_min < *out_max * CUT_SHARE;
}

/* Whether differences of the series are percentage points. */
static gboolean
is_in_points (const RsFrame *frame, guint series)
{
  g_autofree char *unit = NULL;

  switch (rs_chart_model_get_nature (frame, rs_frame_get_series (frame, series)))
    {
    case RS_NATURE_RATE:
    case RS_NATURE_GROWTH:
      return TRUE;
    case RS_NATURE_FLOW:
    case RS_NATURE_FLOW_CUMULATIVE:
    case RS_NATURE_STOCK:
      return FALSE;
    case RS_NATURE_UNKNOWN:
      break;
    }
  unit = rs_frame_get_unit_label (frame, series, FALSE);
  return g_strcmp0 (unit, "%") == 0;
}

RsPairWords
rs_pair_choose_words (const RsDrawing *drawing, const RsPanel *panel)
{
  RsPeriod later = rs_pair_find_later_period (drawing->frame);
  RsPairWords words = { TRUE, GROWTH_DECIMALS };

  for (guint i = 0; i < panel->n_series; i++)
    {
      RsPair pair = rs_pair_get (drawing->frame, panel->series[i], later);
      RsChange change = rs_frame_get_earlier_change (drawing->frame, panel->series[i]);

      if (pair.obstacle != RS_OBSTACLE_NONE)
        continue;
      words.growth = words.growth && isfinite (change.percent);
      /* Our own growth has as many decimals as mean something; what is published is printed. */
      if (is_in_points (drawing->frame, pair.series) && isfinite (change.difference))
        words.decimals =
          MAX (words.decimals, rs_number_get_decimals (change.difference, MAX_DECIMALS));
      else if (change.published && isfinite (change.percent))
        words.decimals =
          MAX (words.decimals, rs_number_get_decimals (change.percent, MAX_DECIMALS));
    }
  return words;
}

int
rs_pair_choose_value_decimals (const RsDrawing *drawing, const RsPanel *panel)
{
  int decimals = rs_rows_choose_decimals (drawing, panel->series, panel->n_series);

  for (guint i = 0; i < panel->n_series; i++)
    {
      int earlier = rs_frame_get_earlier (drawing->frame, panel->series[i]);

      if (earlier >= 0)
        decimals =
          MAX (decimals, rs_rows_count_decimals (drawing, panel->series[i], (guint) earlier));
    }
  return decimals;
}

/* What our arithmetic rests on; the publisher's needs no marks. (transfer full) */
static char *
qualify (const RsDrawing *drawing, const RsChange *change, char *words)
{
  g_autofree char *text = words;

  if (change->published)
    return g_steal_pointer (&text);
  if (change->approximate)
    {
      g_autofree char *exact = g_steal_pointer (&text);

      /* Translators: a change that is made of a figure which its source calls approximate. */
      text = g_strdup_printf (rs_trc (drawing->language, "change", "≈ %s"), exact);
    }
  if (change->derived)
    /* Translators: a change that is made of a derived figure. */
    return g_strdup_printf (rs_tr (drawing->language, "%s †"), text);
  return g_steal_pointer (&text);
}

char *
rs_pair_describe_change (const RsDrawing *drawing, const RsPair *pair, RsPairWords words)
{
  RsLanguage language = drawing->language;
  RsChange change = { .obstacle = pair->obstacle };
  g_autofree char *number = NULL;

  if (pair->other_later)
    return rs_period_to_label (pair->later->period, language);
  if (pair->obstacle == RS_OBSTACLE_NONE)
    change = rs_frame_get_earlier_change (drawing->frame, pair->series);
  if (change.obstacle != RS_OBSTACLE_NONE)
    return g_strdup (rs_obstacle_get_label (change.obstacle, language));
  /* Two figures that no double holds the difference of. */
  if (!isfinite (change.difference) && !isfinite (change.percent))
    return g_strdup ("");
  if (is_in_points (drawing->frame, pair->series))
    {
      number = rs_number_format_signed (change.difference, words.decimals, language);
      /* Translators: a number of percentage points (个百分点). */
      return qualify (drawing, &change, g_strdup_printf (rs_tr (language, "%s points"), number));
    }
  if (words.growth && isfinite (change.percent))
    {
      number = rs_number_format_signed (change.percent, words.decimals, language);
      return qualify (drawing, &change, g_strconcat (number, "%", NULL));
    }
  if (!isfinite (change.difference))
    return g_strdup ("");
  number = rs_number_format_signed (
    change.difference * rs_frame_get_display_unit (drawing->frame, pair->series, FALSE).factor, -1,
    language);
  return qualify (drawing, &change, g_steal_pointer (&number));
}

char *
rs_pair_describe_period (const RsDrawing *drawing, RsPeriod period)
{
  if (period.type == RS_PERIOD_NONE)
    return g_strdup ("");
  return rs_period_to_label (period, drawing->language);
}

void
rs_pair_draw_point (RsDrawing *drawing,
                    RsDatum datum,
                    const RsFramePoint *point,
                    RsPoint at,
                    RsShape shape,
                    double diameter_px,
                    const RsColor *fill,
                    const RsColor *color)
{
  RsFlags flags = point->observation.flags;
  double unit = rs_rows_get_unit (drawing);
  gboolean hollow = rs_frame_point_is_hollow (point);
  RsMark *mark;

  if ((flags & (RS_FLAG_ESTIMATED | RS_FLAG_IMPUTED)) != 0)
    shape = RS_SHAPE_DIAMOND;
  mark = rs_drawing_add_shape (drawing, RS_PART_POINT, shape, at, diameter_px,
                               hollow ? &drawing->theme->card : fill, color, 1.6 * unit);
  mark->datum = datum;
  if ((flags & RS_FLAG_UNRELIABLE) != 0)
    {
      diameter_px += 2 * RING_GAP_PX * unit;
      rs_drawing_add_shape (drawing, RS_PART_POINT, RS_SHAPE_CIRCLE, at, diameter_px, NULL, color,
                            unit)
        ->datum = datum;
    }
  rs_collider_add (
    &drawing->taken,
    rs_rect (at.x - diameter_px / 2, at.y - diameter_px / 2, diameter_px, diameter_px),
    RS_OBSTACLE_INK);
}
