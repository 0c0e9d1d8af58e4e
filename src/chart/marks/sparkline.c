/* SPDX-License-Identifier: GPL-3.0-or-later
 * Sparkline: a line without axes, for a row of text as well as for a card: lowest, highest, chosen
 * and last figure marked, the last one said. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/marks/marks.h"

#include <math.h>

#include "chart/marks/least-text.h"
#include "chart/marks/series.h"

/* Heights in lines of tick text from which there is room for more than the line and its last
 * figure: for lowest and highest, and for the ends of time. */
#define LINES_FOR_EXTREMES 4.0
#define LINES_FOR_TIME 6.0
/* The last figure takes at most this share of the width … */
#define VALUE_SHARE 0.55
/* … and is never set smaller than this, in px at a text scale of 1. */
#define VALUE_LEAST_PX 8.5
#define SMALLER 0.9
/* In a row of text strokes and dots are this much finer. */
#define FINE 0.6
#define FINE_BELOW_PX 36.0
/* On a line shorter than this many px the chosen figure has no dot of its own: it would hide it. */
#define CHOSEN_FROM_PX 48.0
/* Dots on figures that stand alone, as a share of a point of the theme. */
#define LONE 0.75
#define TALLEST_LINES 9.0
#define LEAST_LINES 3.0
/* Width to height of a sparkline on a card. */
#define ASPECT 5.0
#define GAP_PX 6.0

typedef struct
{
  RsPlot plot;
  RsChartModel model;
  const RsSeries *series;
  guint index;
  int low, high;  /* points of the lowest and highest figure, -1: none */
  int begin, end; /* first and last point with a figure or bound, -1: none */
  double unit;    /* of strokes */
  double line;    /* of tick text */
  gboolean extremes;
  gboolean time;
  RsColor color;
} Sparkline;

static gboolean
get_value (const Sparkline *self, int point, double *out_value)
{
  return point >= 0 && rs_frame_point_get_number (&self->series->points[point], out_value);
}

/* The lowest and highest of the figures that are drawn, and the domain that holds them and all
 * bounds. */
static void
find_extremes (Sparkline *self, double *min, double *max)
{
  double lowest = (double) NAN, highest = (double) NAN;

  *min = *max = (double) NAN;
  self->low = self->high = self->begin = self->end = -1;
  for (guint i = 0; i < self->series->n_points; i++)
    {
      const RsFramePoint *point = &self->series->points[i];
      double value;
      gboolean has_value = rs_frame_point_get_number (point, &value);

      if (!has_value && !rs_frame_point_get_bound (point, &value))
        continue;
      self->begin = self->begin < 0 ? (int) i : self->begin;
      self->end = (int) i;
      *min = isnan (*min) ? value : MIN (*min, value);
      *max = isnan (*max) ? value : MAX (*max, value);
      if (!has_value)
        continue;
      /* The first of equals. */
      if (self->low < 0 || value < lowest)
        {
          self->low = (int) i;
          lowest = value;
        }
      if (self->high < 0 || value > highest)
        {
          self->high = (int) i;
          highest = value;
        }
    }
}

/* "96.5", with its year where that is not the chosen one and there is room to say so. */
static char *
describe_last (const Sparkline *self, gboolean with_period)
{
  const RsDrawing *drawing = self->plot.drawing;
  int last = self->series->last;
  g_autofree char *value = NULL;
  g_autofree char *period = NULL;

  if (last < 0)
    return NULL;
  value = rs_drawing_describe_value (drawing, self->index, (guint) last);
  if (!with_period || last == self->series->selected)
    return g_steal_pointer (&value);
  period = rs_period_to_label (self->series->points[last].period, drawing->language);
  return g_strdup_printf ("%s (%s)", value, period);
}

/* The last figure as a label: with its period, without it, in smaller type, whatever leaves the
 * line its room. Returns: its text. */
static char *
choose_value (const Sparkline *self, RsLabel *label)
{
  const RsDrawing *drawing = self->plot.drawing;
  const RsRect *bounds = &self->plot.bounds;
  double least = rs_least_text_get_px (drawing, VALUE_LEAST_PX);
  const double sizes[] = { drawing->type.label, drawing->type.label, drawing->type.tick,
                           drawing->type.tick * SMALLER, least };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *text = describe_last (self, i == 0);
      RsTextExtents extents;

      if (text == NULL)
        return NULL;
      *label = rs_label (RS_PART_LABEL, text, MAX (least, sizes[i]),
                         &drawing->theme->series_text[self->model.colors[self->index]]);
      label->weight = RS_WEIGHT_BOLD;
      label->datum = (RsDatum){ (int) self->index, self->series->last };
      extents = rs_drawing_measure (drawing, label);
      if (extents.height_px <= bounds->height && extents.width_px <= bounds->width * VALUE_SHARE)
        return g_steal_pointer (&text);
    }
  return NULL;
}

static void
init_plot (Sparkline *self, double value_width)
{
  RsPlot *plot = &self->plot;
  double radius = plot->drawing->theme->point_px * self->unit * 0.8;
  RsInsets insets = { radius, radius, radius, radius };
  double min, max;

  if (value_width > 0)
    insets.right = value_width + GAP_PX * self->unit + radius;
  if (self->extremes)
    {
      insets.top += self->line;
      insets.bottom += self->line;
    }
  if (self->time)
    insets.bottom += self->line;
  plot->area = rs_rect_inset (plot->bounds, insets);
  find_extremes (self, &min, &max);
  rs_scale_init (&plot->values.scale, min, max, FALSE, rs_rect_bottom (plot->area), plot->area.y);
  if (self->begin >= 0)
    {
      /* Without an axis years that only have a target would be air. */
      RsPeriod last = self->series->points[self->end].period;

      self->model.start = rs_period_start (self->series->points[self->begin].period);
      self->model.end = rs_period_start (last) + rs_period_length (last);
    }
  rs_time_axis_init (&plot->time, &self->model, RS_TIME_AXIS_POINTS);
  plot->time.left = plot->area.x;
  plot->time.right = rs_rect_right (plot->area);
}

/* A dashed rule where the series breaks; its word only where there is room for words. */
static void
draw_breaks (Sparkline *self)
{
  RsPlot *plot = &self->plot;
  const RsTheme *theme = plot->drawing->theme;

  for (guint i = 1; i < self->series->n_points; i++)
    {
      const RsFramePoint *point = &self->series->points[i];
      double x;
      RsMark *mark;

      if (!rs_series_breaks_before (self->series, i))
        continue;
      if (self->extremes)
        {
          rs_plot_draw_break (plot, (RsDatum){ (int) self->index, (int) i },
                              self->series->points[i - 1].period, point->period);
          continue;
        }
      x = (rs_time_axis_map (&plot->time, self->series->points[i - 1].period) +
           rs_time_axis_map (&plot->time, point->period)) /
          2;
      mark = rs_scene_add_line (plot->drawing->scene, RS_PART_BREAK, (RsPoint){ x, plot->area.y },
                                (RsPoint){ x, rs_rect_bottom (plot->area) }, &theme->secondary,
                                theme->hairline_px * self->unit);
      mark->dash = RS_DASH_SHORT;
      mark->crisp = TRUE;
      mark->datum = (RsDatum){ (int) self->index, (int) i };
    }
}

/* A dot on one figure; hollow and diamonds as on any line (R39). */
static void
draw_dot (Sparkline *self, int i, RsPart part, const RsColor *color, double share)
{
  RsDrawing *drawing = self->plot.drawing;
  double diameter = drawing->theme->point_px * self->unit * share;
  const RsFramePoint *point;
  gboolean hollow, estimated;
  double value;

  if (!get_value (self, i, &value))
    return;
  point = &self->series->points[i];
  hollow = rs_frame_point_is_hollow (point) ||
           rs_series_is_incomplete (drawing->frame, self->series, (guint) i);
  estimated = (point->observation.flags & (RS_FLAG_ESTIMATED | RS_FLAG_IMPUTED)) != 0;
  rs_drawing_add_shape (drawing, part, estimated ? RS_SHAPE_DIAMOND : RS_SHAPE_CIRCLE,
                        rs_plot_map (&self->plot, point->period, value), diameter,
                        hollow ? &drawing->theme->card : color,
                        hollow ? color : &drawing->theme->card, self->unit)
    ->datum = (RsDatum){ (int) self->index, i };
}

static void
draw_line (Sparkline *self)
{
  RsDrawing *drawing = self->plot.drawing;
  RsSeriesStyle style = {
    .color = self->color,
    .stroke_px = drawing->theme->stroke_px * self->unit,
    .point_px = drawing->theme->point_px * self->unit * LONE,
    /* Its dots are drawn here: a line in a row of text has few. */
    .quiet = TRUE,
  };

  rs_series_draw (&self->plot, self->index, &style);
  draw_dot (self, self->low, RS_PART_POINT, &drawing->theme->secondary, 0.8);
  draw_dot (self, self->high, RS_PART_POINT, &drawing->theme->secondary, 0.8);
  draw_dot (self, self->series->last, RS_PART_POINT, &self->color, 1);
  if (self->series->selected >= 0 && self->plot.area.width >= CHOSEN_FROM_PX)
    draw_dot (self, self->series->selected, RS_PART_SELECTED, &self->color, 1.2);
}

/* Lowest under and highest over the line, moved inwards at its ends. */
static void
label_extreme (Sparkline *self, int point, gboolean above)
{
  RsDrawing *drawing = self->plot.drawing;
  double radius = drawing->theme->point_px * self->unit * 0.8;
  g_autofree char *text = NULL;
  RsLabel label;
  RsTextExtents extents;
  double value;
  RsPoint at;

  /* The last figure is said already. */
  if (!self->extremes || !get_value (self, point, &value) || point == self->series->last)
    return;
  text = rs_drawing_describe_value (drawing, self->index, (guint) point);
  label = rs_label (RS_PART_LABEL, text, drawing->type.tick, &drawing->theme->secondary);
  label.align = RS_ALIGN_MIDDLE;
  label.datum = (RsDatum){ (int) self->index, point };
  extents = rs_drawing_measure (drawing, &label);
  at = rs_plot_map (&self->plot, self->series->points[point].period, value);
  at.x = CLAMP (at.x, self->plot.bounds.x + extents.width_px / 2,
                MAX (self->plot.bounds.x + extents.width_px / 2,
                     rs_rect_right (self->plot.bounds) - extents.width_px / 2));
  if (!rs_drawing_put (drawing, &label, at.x,
                       above ? at.y - radius - extents.height_px : at.y + radius))
    rs_drawing_leave_out (drawing, "labels", 1);
}

/* First and last period under the line. */
static void
label_time (Sparkline *self)
{
  RsDrawing *drawing = self->plot.drawing;
  const int ends[] = { self->series->first, self->series->last };

  for (int i = 0; self->time && i < 2; i++)
    {
      g_autofree char *text = NULL;
      RsLabel label;

      if (ends[i] < 0 || (i == 1 && ends[0] == ends[1]))
        continue;
      text = rs_period_to_label (self->series->points[ends[i]].period, drawing->language);
      label = rs_label (RS_PART_TICK, text, drawing->type.tick, &drawing->theme->secondary);
      label.align = i == 0 ? RS_ALIGN_START : RS_ALIGN_END;
      if (!rs_drawing_put (drawing, &label,
                           i == 0 ? self->plot.area.x : rs_rect_right (self->plot.area),
                           rs_rect_bottom (self->plot.bounds) - self->line))
        rs_drawing_leave_out (drawing, "years", 1);
    }
}

/* Beside the end of the line. */
static void
put_value (Sparkline *self, const RsLabel *label)
{
  RsDrawing *drawing = self->plot.drawing;
  double height = rs_drawing_measure (drawing, label).height_px;
  double lowest = rs_rect_bottom (self->plot.bounds) - height;
  double value;
  RsPoint at;

  if (!get_value (self, self->series->last, &value))
    return;
  at = rs_plot_map (&self->plot, self->series->points[self->series->last].period, value);
  at.y = CLAMP (at.y - height / 2, self->plot.bounds.y, MAX (self->plot.bounds.y, lowest));
  if (!rs_drawing_put (drawing, label, rs_rect_right (self->plot.area) + GAP_PX * self->unit, at.y))
    rs_drawing_leave_out (drawing, "labels", 1);
}

/* Without an axis nothing says how far a target is. */
static void
leave_targets_out (const Sparkline *self)
{
  guint n = 0;

  for (guint i = 0; i < self->series->n_points; i++)
    if (rs_drawing_get_target (self->plot.drawing, &self->series->points[i]) != NULL)
      n++;
  rs_drawing_leave_out (self->plot.drawing, "targets", n);
}

/* One a figure, and one a hole between them, which says why there is none. */
static void
add_stops (Sparkline *self)
{
  RsPlot *plot = &self->plot;
  double step = MAX (1, rs_time_axis_get_step_px (&plot->time));

  for (int i = MAX (0, self->begin); i <= self->end; i++)
    {
      const RsFramePoint *point = &self->series->points[i];
      double value;
      RsPoint at;

      if (!rs_frame_point_get_number (point, &value) && !rs_frame_point_get_bound (point, &value))
        value = plot->values.scale.min;
      at = rs_plot_map (plot, point->period, value);
      rs_scene_add_stop (plot->drawing->scene, (RsDatum){ (int) self->index, i }, at,
                         rs_rect (at.x - step / 2, plot->bounds.y, step, plot->bounds.height));
    }
}

void
rs_marks_draw_sparkline (RsDrawing *drawing, RsRect bounds)
{
  double tick = rs_drawing_line (drawing, drawing->type.tick);
  Sparkline self = {
    .plot = { .drawing = drawing, .bounds = bounds, .year = rs_frame_get_year (drawing->frame) },
    .unit = drawing->type.stroke_scale * (bounds.height < FINE_BELOW_PX ? FINE : 1),
    .line = tick,
    .extremes = bounds.height >= LINES_FOR_EXTREMES * tick,
    .time = bounds.height >= LINES_FOR_TIME * tick,
  };
  g_autofree char *text = NULL;
  RsLabel label;

  if (rs_frame_get_n_series (drawing->frame) == 0)
    return;
  rs_chart_model_init (&self.model, drawing, FALSE);
  self.plot.model = &self.model;
  self.plot.panel = &self.model.panels[0];
  self.index = self.plot.panel->series[0];
  self.series = rs_frame_get_series (drawing->frame, self.index);
  self.color = drawing->theme->series[self.model.colors[self.index]];
  text = choose_value (&self, &label);
  label.text = text;
  init_plot (&self, text != NULL ? rs_drawing_measure (drawing, &label).width_px : 0);
  draw_breaks (&self);
  draw_line (&self);
  if (text != NULL)
    put_value (&self, &label);
  else if (self.series->last >= 0)
    rs_drawing_leave_out (drawing, "labels", 1);
  label_extreme (&self, self.high, TRUE);
  label_extreme (&self, self.low, FALSE);
  label_time (&self);
  add_stops (&self);
  leave_targets_out (&self);
  rs_drawing_leave_out (drawing, "series", rs_frame_get_n_series (drawing->frame) - 1);
  rs_chart_model_clear (&self.model);
}

char *
rs_marks_describe_sparkline (RsDrawing *drawing, RsRect bounds)
{
  /* Translators: a line without axes: how its height is to be read. */
  return g_strdup (
    rs_tr (drawing->language, "the line runs from its lowest to its highest figure"));
}

double
rs_marks_get_sparkline_height (RsDrawing *drawing, double width_px)
{
  double line = rs_drawing_line (drawing, drawing->type.tick);

  return CLAMP (width_px / ASPECT, LEAST_LINES * line, TALLEST_LINES * line);
}
