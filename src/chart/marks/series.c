/* SPDX-License-Identifier: GPL-3.0-or-later
 * One series as a line with markers, joined only where that is legal. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/marks/series.h"

#include <math.h>
#include <string.h>

#include "chart/decimate.h"

/* Markers closer together than this many diameters hide the line; then only the special ones are
 * drawn. */
#define MARKER_ROOM 1.5
/* On dense lines every so many px one marker tells the lines apart without their colours. */
#define MARKER_EVERY_PX 64.0
/* Points at least this far apart are marked where they are not simply published. */
#define HOLLOW_ROOM_PX 6.0
/* From a marker to the ring around it. */
#define RING_GAP_PX 2.5
/* Rounding of the ends of periods, in years: less than an hour. */
#define PERIOD_SLACK 1e-4
/* Long series do not take room segment by segment: labels look only at their ends. */
#define MAX_OBSTACLES 1500

typedef struct
{
  RsPlot *plot;
  const RsSeriesStyle *style;
  const RsSeries *series;
  guint index;
  double end;    /* periods that end later were not over when the dataset was published */
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

/* Shapes go round after six and dashes after three, so that no two of six share both (R19). A short
 * dash is kept for what is not final. */
RsDash
rs_series_get_dash (guint rank)
{
  static const RsDash dashes[] = { RS_DASH_NONE, RS_DASH_LONG, RS_DASH_DOT };

  return dashes[rank % G_N_ELEMENTS (dashes)];
}

gboolean
rs_series_breaks_before (const RsSeries *series, guint point)
{
  double value;

  g_return_val_if_fail (point < series->n_points, FALSE);

  if (point == 0)
    return FALSE;
  if (series->points[point].break_before != NULL)
    return TRUE;
  /* A break that only a status mark tells of parts what was before from what comes after it. */
  if ((series->points[point].observation.flags & RS_FLAG_BREAK) == 0)
    return FALSE;
  for (guint i = 0; i < point; i++)
    if (rs_frame_point_get_number (&series->points[i], &value))
      return TRUE;
  return FALSE;
}

/* Until when what the series counts can be over, in years; without end where it counts nothing or
 * nobody knows. */
static double
get_end_of_count (const RsFrame *frame, const RsSeries *series)
{
  const char *text = rs_dataset_get_updated (rs_frame_get_dataset (frame));
  RsNature nature = rs_chart_model_get_nature (frame, series);
  g_autofree char *day = NULL;
  RsPeriod updated;

  if (text == NULL || (nature != RS_NATURE_FLOW && nature != RS_NATURE_FLOW_CUMULATIVE))
    return G_MAXDOUBLE;
  day = g_strndup (text, strcspn (text, "T "));
  if (!rs_period_parse (day, &updated))
    return G_MAXDOUBLE;
  return rs_period_start (updated) + rs_period_length (updated) + PERIOD_SLACK;
}

static gboolean
is_past (RsPeriod period, double end)
{
  return period.type != RS_PERIOD_NONE &&
         rs_period_start (period) + rs_period_length (period) > end;
}

gboolean
rs_series_is_incomplete (const RsFrame *frame, const RsSeries *series, guint point)
{
  g_return_val_if_fail (point < series->n_points, FALSE);

  return is_past (series->points[point].period, get_end_of_count (frame, series));
}

/* Only the newest can be of a period that was not over. */
static gboolean
has_incomplete (const RsFrame *frame)
{
  const RsFlags open = RS_FLAG_PROVISIONAL | RS_FLAG_FORECAST;

  for (guint s = 0; s < rs_frame_get_n_series (frame); s++)
    {
      const RsSeries *series = rs_frame_get_series (frame, s);

      if (series->last >= 0 && (series->points[series->last].observation.flags & open) == 0 &&
          rs_series_is_incomplete (frame, series, (guint) series->last))
        return TRUE;
    }
  return FALSE;
}

const char *
rs_series_describe_incomplete (const RsDrawing *drawing)
{
  if (!has_incomplete (drawing->frame))
    return NULL;
  switch (rs_frame_get_kind (drawing->frame))
    {
    case RS_CHART_COLUMNS:
    case RS_CHART_STACKED:
    case RS_CHART_LINES:
    case RS_CHART_YEARS:
    case RS_CHART_AREAS:
    case RS_CHART_MULTIPLES:
    case RS_CHART_SPARKLINE:
      /* Translators: how a figure is drawn that counts a year which was not over yet. */
      return rs_tr (drawing->language, "dashed: the period was not over");
    case RS_CHART_DOTS:
      /* Translators: how a figure is drawn that counts a year which was not over yet. */
      return rs_tr (drawing->language, "hollow: the period was not over");
    case RS_CHART_AUTO:
    case RS_CHART_BARS:
    case RS_CHART_FIGURES:
    case RS_CHART_RANKED:
    case RS_CHART_SLOPE:
    case RS_CHART_BULLET:
    case RS_CHART_DUMBBELL:
    case RS_CHART_HEAT:
    case RS_CHART_TILES:
      break;
    }
  return NULL;
}

void
rs_series_thin (GArray *run)
{
  g_array_set_size (run, rs_decimate ((RsPoint *) (void *) run->data, run->len, 1));
}

static void
flush_run (Drawer *self, RsDash dash)
{
  RsDrawing *drawing = self->plot->drawing;
  RsMark *mark;

  if (self->thin)
    rs_series_thin (self->run);
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

/* A line towards a figure that is not final is dashed (R39), and so is one into a period that was
 * not over. */
static RsDash
get_dash (const Drawer *self, guint i)
{
  const RsFlags open = RS_FLAG_PROVISIONAL | RS_FLAG_FORECAST;

  if ((self->series->points[i].observation.flags & open) != 0 ||
      is_past (self->series->points[i].period, self->end))
    return RS_DASH_SHORT;
  return self->style->dash;
}

static void
draw_lines (Drawer *self)
{
  RsDash dash = self->style->dash;
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
      else if (self->run->len > 1 && get_dash (self, i) != dash)
        {
          /* The dash changes: the new run begins where the old one ends. */
          flush_run (self, dash);
          g_array_append_val (self->run, last);
        }
      dash = get_dash (self, i);
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

/* The one status that the marker shows by its shape, by the hierarchy of SDMX (R40). A break is no
 * matter of the marker: it has its rule. */
static RsFlags
get_status (const RsFramePoint *point)
{
  const RsFlags shown = RS_FLAG_PROVISIONAL | RS_FLAG_ESTIMATED | RS_FLAG_IMPUTED |
                        RS_FLAG_FORECAST | RS_FLAG_UNRELIABLE;

  return rs_flags_get_first (point->observation.flags & shown);
}

static gboolean
is_hollow (const Drawer *self, guint i)
{
  return rs_frame_point_is_hollow (&self->series->points[i]) ||
         is_past (self->series->points[i].period, self->end);
}

/* A ring around what is not reliable. Returns: its diameter. */
static double
draw_ring (Drawer *self, RsDatum datum, RsPoint at, double diameter)
{
  RsDrawing *drawing = self->plot->drawing;

  diameter += 2 * RING_GAP_PX * drawing->type.stroke_scale;
  rs_drawing_add_shape (drawing, RS_PART_POINT, RS_SHAPE_CIRCLE, at, diameter, NULL,
                        &self->style->color, drawing->type.stroke_scale)
    ->datum = datum;
  return diameter;
}

/* A forecast is hatched as its column would be: one stroke of the hatch has room in a marker. */
static void
draw_hatch (Drawer *self, RsDatum datum, RsPoint at, double diameter)
{
  RsDrawing *drawing = self->plot->drawing;
  double reach = diameter / 2 * G_SQRT2 / 2;

  rs_scene_add_line (drawing->scene, RS_PART_POINT, (RsPoint){ at.x - reach, at.y + reach },
                     (RsPoint){ at.x + reach, at.y - reach }, &self->style->color,
                     drawing->type.stroke_scale * 1.2)
    ->datum = datum;
}

static void
draw_marker (Drawer *self, guint i, RsPoint at, gboolean large, gboolean small)
{
  RsDrawing *drawing = self->plot->drawing;
  const RsFramePoint *point = &self->series->points[i];
  RsDatum datum = { (int) self->index, (int) i };
  gboolean hollow = is_hollow (self, i);
  double diameter = self->style->point_px * (large ? 1.25 : small ? (hollow ? 0.75 : 0.55) : 1);
  double stroke = drawing->type.stroke_scale * 1.6;
  RsFlags status = get_status (point);
  /* Estimates have a shape of their own (R39). */
  gboolean estimated = (status & (RS_FLAG_ESTIMATED | RS_FLAG_IMPUTED)) != 0;
  RsShape shape = estimated ? RS_SHAPE_DIAMOND : self->style->shape;
  RsMark *mark =
    rs_drawing_add_shape (drawing, large ? RS_PART_SELECTED : RS_PART_POINT, shape, at, diameter,
                          hollow ? &drawing->theme->card : &self->style->color,
                          hollow ? &self->style->color : &drawing->theme->card,
                          hollow ? stroke : drawing->type.stroke_scale);

  mark->datum = datum;
  if (status == RS_FLAG_FORECAST)
    draw_hatch (self, datum, at, diameter);
  if (status == RS_FLAG_UNRELIABLE)
    diameter = draw_ring (self, datum, at, diameter);
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
  gboolean roomy = unjoined || (step >= self->style->point_px * MARKER_ROOM &&
                                !self->style->quiet && !self->style->bare);
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
      hollow =
        (is_hollow (self, i) || get_status (point) == RS_FLAG_UNRELIABLE) && step >= HOLLOW_ROOM_PX;
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
    if (!self->style->quiet && rs_series_breaks_before (self->series, i))
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

  self.thin = self.series->n_points > RS_DECIMATE_FROM * plot->area.width;
  self.end = get_end_of_count (plot->drawing->frame, self.series);
  self.obstacles = self.series->n_points <= MAX_OBSTACLES && !style->quiet;
  self.run = g_array_new (FALSE, FALSE, sizeof (RsPoint));
  if (!style->unjoined)
    draw_lines (&self);
  draw_bounds (&self);
  draw_markers (&self);
  /* Last, so that the word at the rule keeps off all of these. */
  draw_breaks (&self);
  g_array_unref (self.run);
}
