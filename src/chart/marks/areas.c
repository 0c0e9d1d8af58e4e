/* SPDX-License-Identifier: GPL-3.0-or-later
 * Areas: an amount over time, filled from zero under what is joined; what stands alone is a stem.
 */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/marks/marks.h"

#include <math.h>

#include "chart/marks/column.h"
#include "chart/marks/named-series.h"
#include "chart/marks/plot-targets.h"

/* How far the fill fades into the ground: under figures that stand, and under those that do not yet
 * (provisional, forecast). */
#define FADE 0.62
#define FADE_OPEN 0.84
/* Fills of more points than this many a px are thinned as lines are. */
#define THIN_FROM 2.0
#define STEM_PX 2.0
/* So many pieces of a fill stand in the way of what is written later. */
#define MAX_OBSTACLES 1500

typedef struct
{
  RsPlot *plot;
  const RsSeries *series;
  guint index;
  RsColor color;
  gboolean thin;
  guint first_open;
  gboolean open;   /* what is collected is not final */
  GArray *outline; /* RsPoint: of the fill, from left to right */
} Filler;

static void
add_fill (Filler *self)
{
  RsDrawing *drawing = self->plot->drawing;
  double base = rs_value_axis_get_base (&self->plot->values);
  const RsPoint *points;
  guint n;
  RsColor fill = rs_color_mix (self->color, drawing->theme->card, self->open ? FADE_OPEN : FADE);

  if (self->thin)
    rs_series_thin (self->outline);
  points = (const RsPoint *) (const void *) self->outline->data;
  n = self->outline->len;
  if (n > 1)
    {
      rs_scene_begin_path (drawing->scene, RS_PART_AREA, &fill, NULL, 0);
      rs_scene_move_to (drawing->scene, points[0].x, base);
      for (guint i = 0; i < n; i++)
        rs_scene_line_to (drawing->scene, points[i].x, points[i].y);
      rs_scene_line_to (drawing->scene, points[n - 1].x, base);
      rs_scene_close_path (drawing->scene);
      rs_scene_end_path (drawing->scene)->datum = (RsDatum){ (int) self->index, -1 };
    }
  g_array_set_size (self->outline, 0);
}

/* From zero to what stands alone: its height reads like that of the fill. */
static void
draw_stem (Filler *self, guint i, RsPoint at)
{
  RsDrawing *drawing = self->plot->drawing;
  double width = STEM_PX * drawing->type.stroke_scale;
  double base = rs_value_axis_get_base (&self->plot->values);
  RsColor fill = rs_color_mix (self->color, drawing->theme->card, FADE / 2);
  RsRect stem = rs_rect (at.x - width / 2, MIN (at.y, base), width, fabs (at.y - base));
  RsMark *mark = rs_scene_add_rect (drawing->scene, RS_PART_AREA, stem, &fill, NULL, 0);

  rs_collider_add (&drawing->taken, stem, RS_OBSTACLE_INK);
  mark->crisp = TRUE;
  mark->datum = (RsDatum){ (int) self->index, (int) i };
}

/* As the line over it is dashed: what is not final, or of a period that was not over. */
static gboolean
is_open (const Filler *self, guint i)
{
  const RsFlags open = RS_FLAG_PROVISIONAL | RS_FLAG_FORECAST;

  return i >= self->first_open || (self->series->points[i].observation.flags & open) != 0;
}

/* The first of the periods at the end that were not over. */
static guint
find_open (const RsFrame *frame, const RsSeries *series)
{
  guint i = series->n_points;

  while (i > 0 && rs_series_is_incomplete (frame, series, i - 1))
    i--;
  return i;
}

static gboolean
is_lone (const RsSeries *series, guint i)
{
  double value;

  if (rs_series_get_joined_to (series, i) >= 0)
    return FALSE;
  for (guint j = i + 1; j < series->n_points; j++)
    if (rs_frame_point_get_number (&series->points[j], &value))
      return !series->points[j].joined;
  return TRUE;
}

/* One fill under each run of joined points; a new one, paler, where the figures are not final. */
static void
draw_fills (RsPlot *plot, guint index, const RsColor *color)
{
  Filler self = {
    .plot = plot,
    .series = rs_frame_get_series (plot->drawing->frame, index),
    .index = index,
    .color = *color,
  };
  RsPoint last = { 0 };

  self.first_open = find_open (plot->drawing->frame, self.series);
  self.thin = self.series->n_points > THIN_FROM * plot->area.width;
  self.outline = g_array_new (FALSE, FALSE, sizeof (RsPoint));
  for (guint i = 0; i < self.series->n_points; i++)
    {
      const RsFramePoint *point = &self.series->points[i];
      double value;
      RsPoint at;

      if (!rs_frame_point_get_number (point, &value))
        continue;
      at = rs_plot_map (plot, point->period, value);
      if (rs_series_get_joined_to (self.series, i) < 0)
        add_fill (&self);
      else if (is_open (&self, i) != self.open && self.outline->len > 1)
        {
          add_fill (&self);
          g_array_append_val (self.outline, last);
        }
      self.open = is_open (&self, i);
      g_array_append_val (self.outline, at);
      last = at;
      if (is_lone (self.series, i))
        draw_stem (&self, i, at);
    }
  add_fill (&self);
  g_array_unref (self.outline);
}

/* What is written after this has no ground of its own and keeps off the fill: the names of breaks.
 */
static void
take_fills (RsPlot *plot, guint index)
{
  const RsSeries *series = rs_frame_get_series (plot->drawing->frame, index);
  double base = rs_value_axis_get_base (&plot->values);
  guint stride = 1 + series->n_points / MAX_OBSTACLES;
  RsRect taken = { 0 };

  for (guint i = 0; i < series->n_points; i++)
    {
      gboolean joined = rs_series_get_joined_to (series, i) >= 0;
      double value;
      RsPoint at;

      if (!rs_plot_get_number (plot, &series->points[i], &value))
        continue;
      at = rs_plot_map (plot, series->points[i].period, value);
      if (joined)
        {
          /* From the point before, whose height it had so far, to this one. */
          double top = MIN (taken.y, MIN (at.y, base));
          double bottom = MAX (rs_rect_bottom (taken), MAX (at.y, base));

          taken = rs_rect (taken.x, top, at.x - taken.x, bottom - top);
          if (i % stride != 0 && (int) i != series->last)
            continue;
          rs_collider_add (&plot->drawing->taken, taken, RS_OBSTACLE_INK);
        }
      taken = rs_rect (at.x, MIN (at.y, base), 0, fabs (at.y - base));
    }
}

static void
reserve (RsPlot *plot, RsInsets *insets)
{
  rs_named_reserve (plot, insets, TRUE);
}

static void
draw (RsPlot *plot)
{
  const RsTheme *theme = plot->drawing->theme;
  guint n = plot->panel->n_series;
  double step = rs_time_axis_get_step_px (&plot->time);

  for (guint i = n; i > 0; i--)
    {
      RsSeriesStyle style = rs_named_get_style (plot, i - 1);

      draw_fills (plot, plot->panel->series[i - 1], &style.color);
    }
  rs_named_draw_chosen_rule (plot);
  rs_named_draw_gaps (plot);
  for (guint i = 0; i < n; i++)
    rs_plot_draw_targets (plot, i, &theme->target);
  for (guint i = n; i > 0; i--)
    {
      RsSeriesStyle style = rs_named_get_style (plot, i - 1);

      rs_series_draw (plot, plot->panel->series[i - 1], &style);
    }
  for (guint i = 0; i < n; i++)
    rs_named_label_chosen (plot, i);
  for (guint i = 0; i < n; i++)
    rs_plot_label_targets (plot, i, &theme->target, TRUE);
  rs_named_draw_names (plot, TRUE);
  for (guint i = 0; i < n; i++)
    rs_plot_label_targets (plot, i, &theme->target, FALSE);
  for (guint i = 0; i < n; i++)
    {
      take_fills (plot, plot->panel->series[i]);
      rs_plot_add_stops (plot, plot->panel->series[i], 0, step);
    }
}

static const RsPlotKind areas_kind = { TRUE, RS_TIME_AXIS_POINTS, reserve, draw, TRUE, NULL };

void
rs_marks_draw_areas (RsDrawing *drawing, RsRect bounds)
{
  rs_plots_draw (drawing, bounds, &areas_kind);
}

char *
rs_marks_describe_areas_axis (RsDrawing *drawing, RsRect bounds)
{
  return rs_plots_describe_targets (drawing);
}
