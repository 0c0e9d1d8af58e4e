/* SPDX-License-Identifier: GPL-3.0-or-later
 * One series as a line with markers, joined only where that is legal. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/marks/series.h"

#include <math.h>

/* Markers closer together than this many diameters hide the line; then only the special ones are
 * drawn. */
#define MARKER_ROOM 1.5
/* On dense lines every so many px one marker tells the lines apart without their colours. */
#define MARKER_EVERY_PX 64.0
/* Points at least this far apart are marked where they are not simply published. */
#define HOLLOW_ROOM_PX 6.0
/* From a marker to the ring around it. */
#define RING_GAP_PX 2.5
/* Lines of more points than this many a px are thinned: first, lowest, highest and last of each px.
 */
#define THIN_FROM 2.0
/* Long series do not take room segment by segment: labels look only at their ends. */
#define MAX_OBSTACLES 1500

typedef struct
{
  RsPlot *plot;
  const RsSeriesStyle *style;
  const RsSeries *series;
  guint index;
  gboolean thin; /* too many points for the px there are */
  gboolean obstacles;
  GArray *run; /* RsPoint: what is joined, not yet drawn */
} Drawer;

int
rs_series_get_joined_to (const RsSeries *series, guint point)
{
  double value;

  if (!series->points[point].joined)
    return -1;
  for (int i = (int) point - 1; i >= 0; i--)
    if (rs_frame_point_get_number (&series->points[i], &value))
      return i;
  return -1;
}

/* Keeps first, lowest, highest and last point of each px, in their order. */
static void
thin_run (GArray *run)
{
  guint kept = 0;

  for (guint i = 0; i < run->len;)
    {
      RsPoint *points = (RsPoint *) (void *) run->data;
      double column = floor (points[i].x);
      guint low = i, high = i, last = i;
      guint order[4];
      RsPoint chosen[4];
      guint n = 0;

      for (guint j = i; j < run->len && floor (points[j].x) <= column; j++)
        {
          low = points[j].y < points[low].y ? j : low;
          high = points[j].y > points[high].y ? j : high;
          last = j;
        }
      order[0] = i;
      order[1] = MIN (low, high);
      order[2] = MAX (low, high);
      order[3] = last;
      for (guint k = 0; k < 4; k++)
        if (k == 0 || order[k] > order[k - 1])
          chosen[n++] = points[order[k]];
      for (guint k = 0; k < n; k++)
        points[kept++] = chosen[k];
      i = last + 1;
    }
  g_array_set_size (run, kept);
}

static void
flush_run (Drawer *self, RsDash dash)
{
  RsDrawing *drawing = self->plot->drawing;
  RsMark *mark;

  if (self->thin)
    thin_run (self->run);
  if (self->run->len > 1)
    {
      rs_scene_begin_path (drawing->scene, RS_PART_LINE, NULL, &self->style->color,
                           self->style->stroke_px);
      for (guint i = 0; i < self->run->len; i++)
        {
          RsPoint at = g_array_index (self->run, RsPoint, i);

          if (i == 0)
            rs_scene_move_to (drawing->scene, at.x, at.y);
          else
            rs_scene_line_to (drawing->scene, at.x, at.y);
          if (i > 0 && self->obstacles)
            rs_collider_add_line (&drawing->taken, g_array_index (self->run, RsPoint, i - 1), at,
                                  self->style->stroke_px);
        }
      mark = rs_scene_end_path (drawing->scene);
      mark->dash = dash;
      mark->datum = (RsDatum){ (int) self->index, -1 };
    }
  g_array_set_size (self->run, 0);
}

/* A line towards a figure that is not final is dashed (R39). */
static RsDash
get_dash (const RsFramePoint *point)
{
  if ((point->observation.flags & (RS_FLAG_PROVISIONAL | RS_FLAG_FORECAST)) != 0)
    return RS_DASH_SHORT;
  return RS_DASH_NONE;
}

static void
draw_lines (Drawer *self)
{
  RsDash dash = RS_DASH_NONE;
  RsPoint last = { 0 };

  for (guint i = 0; i < self->series->n_points; i++)
    {
      const RsFramePoint *point = &self->series->points[i];
      double value;
      RsPoint at;

      if (!rs_frame_point_get_number (point, &value))
        continue;
      if (!rs_plot_get_number (self->plot, point, &value))
        {
          /* Without a place on the axis it parts the line as a missing figure does. */
          flush_run (self, dash);
          continue;
        }
      at = rs_plot_map (self->plot, point->period, value);
      if (!point->joined || rs_series_get_joined_to (self->series, i) < 0)
        flush_run (self, dash);
      else if (self->run->len > 1 && get_dash (point) != dash)
        {
          /* The dash changes: the new run begins where the old one ends. */
          flush_run (self, dash);
          g_array_append_val (self->run, last);
        }
      dash = get_dash (point);
      g_array_append_val (self->run, at);
      last = at;
    }
  flush_run (self, dash);
}

static gboolean
is_lone (const Drawer *self, guint i)
{
  int before = rs_series_get_joined_to (self->series, i);
  double value;

  if (before >= 0 && rs_plot_get_number (self->plot, &self->series->points[before], &value))
    return FALSE;
  for (guint j = i + 1; j < self->series->n_points; j++)
    if (rs_frame_point_get_number (&self->series->points[j], &value))
      return !self->series->points[j].joined ||
             !rs_plot_get_number (self->plot, &self->series->points[j], &value);
  return TRUE;
}

static void
draw_marker (Drawer *self, guint i, RsPoint at, gboolean large, gboolean small)
{
  RsDrawing *drawing = self->plot->drawing;
  const RsFramePoint *point = &self->series->points[i];
  gboolean hollow = rs_frame_point_is_hollow (point);
  double diameter = self->style->point_px * (large ? 1.25 : small ? (hollow ? 0.75 : 0.55) : 1);
  double stroke = drawing->type.stroke_scale * 1.6;
  /* Estimates have a shape of their own (R39). */
  gboolean estimated = (point->observation.flags & (RS_FLAG_ESTIMATED | RS_FLAG_IMPUTED)) != 0;
  RsShape shape = estimated ? RS_SHAPE_DIAMOND : self->style->shape;
  RsMark *mark =
    rs_drawing_add_shape (drawing, large ? RS_PART_SELECTED : RS_PART_POINT, shape, at, diameter,
                          hollow ? &drawing->theme->card : &self->style->color,
                          hollow ? &self->style->color : &drawing->theme->card,
                          hollow ? stroke : drawing->type.stroke_scale);

  mark->datum = (RsDatum){ (int) self->index, (int) i };
  if ((point->observation.flags & RS_FLAG_UNRELIABLE) != 0)
    {
      /* A ring around what is not reliable (R39). */
      diameter += 2 * RING_GAP_PX * drawing->type.stroke_scale;
      mark = rs_drawing_add_shape (drawing, RS_PART_POINT, RS_SHAPE_CIRCLE, at, diameter, NULL,
                                   &self->style->color, drawing->type.stroke_scale);
      mark->datum = (RsDatum){ (int) self->index, (int) i };
    }
  if (self->obstacles)
    rs_collider_add (&drawing->taken,
                     rs_rect (at.x - diameter / 2, at.y - diameter / 2, diameter, diameter),
                     RS_OBSTACLE_INK);
}

static void
draw_markers (Drawer *self)
{
  double step = rs_time_axis_get_step_px (&self->plot->time);
  double every = MARKER_EVERY_PX * self->plot->drawing->type.stroke_scale;
  gboolean unjoined = self->style->unjoined;
  gboolean roomy =
    unjoined ||
    (step >= self->style->point_px * MARKER_ROOM && !self->style->quiet && !self->style->bare);
  RsPoint drawn = { -1, -1 };
  gboolean tells = self->plot->panel->n_series > 1 && !self->style->quiet && !self->style->bare;
  double next = self->plot->area.x + every / 2;

  for (guint i = 0; i < self->series->n_points; i++)
    {
      const RsFramePoint *point = &self->series->points[i];
      gboolean chosen = (int) i == self->series->selected && !self->style->quiet;
      gboolean lone, regular, hollow;
      double value;
      RsPoint at;

      if (!rs_plot_get_number (self->plot, point, &value))
        continue;
      lone = is_lone (self, i);
      at = rs_plot_map (self->plot, point->period, value);
      regular = !roomy && tells && at.x >= next;
      /* What is not simply published shows, as long as single points can be told apart. */
      hollow = (rs_frame_point_is_hollow (point) ||
                (point->observation.flags & RS_FLAG_UNRELIABLE) != 0) &&
               step >= HOLLOW_ROOM_PX;
      if (!roomy && !chosen && !lone && !regular && !hollow && (int) i != self->series->last)
        continue;
      if (roomy || chosen || lone || regular)
        next = at.x + every;
      if (self->style->quiet && !lone && !unjoined)
        continue;
      /* Of dots on the same px one is enough. */
      if (self->thin && floor (at.x) == drawn.x && floor (at.y) == drawn.y && !chosen)
        continue;
      drawn = (RsPoint){ floor (at.x), floor (at.y) };
      draw_marker (self, i, at, chosen, !roomy && !chosen && !regular);
    }
}

/* A bound is no point: a bar at what is known, open in the direction of what is not. */
static void
draw_bounds (Drawer *self)
{
  RsDrawing *drawing = self->plot->drawing;
  double unit = drawing->type.stroke_scale;

  for (guint i = 0; i < self->series->n_points; i++)
    {
      const RsFramePoint *point = &self->series->points[i];
      RsDatum datum = { (int) self->index, (int) i };
      double value;
      RsPoint at;

      if (!rs_plot_get_bound (self->plot, point, &value))
        continue;
      at = rs_plot_map (self->plot, point->period, value);
      rs_scene_add_line (drawing->scene, RS_PART_BOUND, (RsPoint){ at.x - 6 * unit, at.y },
                         (RsPoint){ at.x + 6 * unit, at.y }, &self->style->color, 2 * unit)
        ->datum = datum;
      rs_drawing_add_arrow (drawing, RS_PART_BOUND, datum, at, 0, -1,
                            MIN (11 * unit, MAX (4, at.y - self->plot->area.y + 6 * unit)),
                            &self->style->color, 1.6 * unit);
      rs_collider_add (&drawing->taken,
                       rs_rect (at.x - 6 * unit, at.y - 11 * unit, 12 * unit, 12 * unit),
                       RS_OBSTACLE_INK);
    }
}

static void
draw_breaks (Drawer *self)
{
  for (guint i = 1; i < self->series->n_points; i++)
    if (self->series->points[i].break_before != NULL && !self->style->quiet)
      rs_plot_draw_break (self->plot, (RsDatum){ (int) self->index, (int) i },
                          self->series->points[i - 1].period, self->series->points[i].period);
}

void
rs_series_draw (RsPlot *plot, guint series, const RsSeriesStyle *style)
{
  Drawer self = {
    .plot = plot,
    .style = style,
    .series = rs_frame_get_series (plot->drawing->frame, series),
    .index = series,
  };

  self.thin = self.series->n_points > THIN_FROM * plot->area.width;
  self.obstacles = self.series->n_points <= MAX_OBSTACLES && !style->quiet;
  self.run = g_array_new (FALSE, FALSE, sizeof (RsPoint));
  draw_breaks (&self);
  if (!style->unjoined)
    draw_lines (&self);
  draw_bounds (&self);
  draw_markers (&self);
  g_array_unref (self.run);
}
