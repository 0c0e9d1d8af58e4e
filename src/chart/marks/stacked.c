/* SPDX-License-Identifier: GPL-3.0-or-later
 * Stacked columns: the parts of one whole on top of each other, the first on the axis, and the
 * whole only where all its parts are known. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/marks/marks.h"

#include <math.h>

#include "chart/marks/series.h"
#include "chart/marks/stacked-private.h"

/* Share of a period's room that its column takes, and of the height of the area that it is never
 * broader than. */
#define SHARE 0.68
#define BROADEST 0.5
/* Ground between touching parts (R26). */
#define SEPARATOR_PX 1.5
#define NARROW_PX 9.0

static void
fit (const RsDrawing *drawing, RsPanel *panel)
{
  const RsSeries *periods = rs_stack_get_periods (drawing->frame, panel);
  double low = 0, high = 0;

  for (guint i = 0; i < periods->n_points; i++)
    {
      RsStack stack = rs_stack_get (drawing->frame, panel, &periods->points[i]);

      low = MIN (low, stack.low);
      high = MAX (high, stack.high);
    }
  /* Sums of huge figures may overflow; the axis then takes what it can. */
  panel->min = isfinite (low) ? low : -G_MAXDOUBLE / 4;
  panel->max = isfinite (high) ? high : G_MAXDOUBLE / 4;
}

void
rs_stacked_take (RsStacked *self, guint i)
{
  self->stack =
    rs_stack_get (self->plot->drawing->frame, self->plot->panel, &self->periods->points[i]);
  self->x = rs_time_axis_map (&self->plot->time, self->stack.period);
}

static double
map (const RsStacked *self, double value)
{
  return rs_scale_map (&self->plot->values.scale, value);
}

/* Room of a part, less the ground between it and the part it stands on. */
RsRect
rs_stacked_get_rect (const RsStacked *self, const RsStackPart *part)
{
  double a = map (self, part->from), b = map (self, part->to);
  double separator = SEPARATOR_PX * self->plot->drawing->type.stroke_scale;
  RsRect rect = rs_rect (self->x - self->width / 2, MIN (a, b), self->width, fabs (a - b));

  if (part->from == 0 || rect.height <= separator)
    return rect;
  if (part->value >= 0)
    return rs_rect_inset (rect, (RsInsets){ .bottom = separator });
  return rs_rect_inset (rect, (RsInsets){ .top = separator });
}

static guint
get_color (const RsStacked *self, const RsStackPart *part)
{
  return self->plot->model->colors[part->datum.series];
}

static RsColumnLook
get_look (const RsStacked *self, guint i)
{
  const RsDrawing *drawing = self->plot->drawing;
  const RsStackPart *part = &self->stack.parts[i];

  return (RsColumnLook){
    .datum = part->datum,
    .flags = rs_column_get_flags (drawing,
                                  rs_frame_get_series (drawing->frame, (guint) part->datum.series),
                                  (guint) part->datum.point),
    .color = rs_column_get_color (drawing, get_color (self, part), self->stack.chosen, TRUE),
    .line = rs_column_get_line (drawing, get_color (self, part), self->stack.chosen, TRUE),
    .chosen = self->stack.chosen,
    .is_bound = part->is_bound,
    .covered = TRUE,
    .below = part->value < 0,
    .marked = self->plot->legend,
    .shape = (RsShape) (i % RS_N_SHAPES),
  };
}

static gboolean
is_known (const RsStackPart *part)
{
  return part->has_value || part->is_bound;
}

/* The first part that the stack lacks, or that has only a bound; NULL: none. */
static const RsStackPart *
find_open (const RsStack *stack)
{
  for (guint i = 0; i < stack->n_parts; i++)
    if (!stack->parts[i].has_value)
      return &stack->parts[i];
  return NULL;
}

/* Over what is known stands a sign that it is not all. */
static void
draw_open_end (RsStacked *self)
{
  RsDrawing *drawing = self->plot->drawing;
  double unit = drawing->type.stroke_scale;
  const RsStackPart *open = find_open (&self->stack);
  RsPoint at = { self->x, map (self, self->stack.high) };

  if (open == NULL)
    return;
  if (self->stack.n_known == self->stack.n_parts)
    {
      rs_drawing_add_arrow (drawing, RS_PART_BOUND, open->datum, at, 0, -1, 9 * unit,
                            &drawing->theme->secondary, 1.5 * unit);
      rs_collider_add (&drawing->taken,
                       rs_rect (at.x - 5 * unit, at.y - 9 * unit, 10 * unit, 9 * unit),
                       RS_OBSTACLE_INK);
      return;
    }
  if (self->width <= NARROW_PX)
    return;
  at.y -= 5 * unit;
  rs_drawing_add_gap (drawing, open->datum, at);
  rs_collider_add (&drawing->taken, rs_rect (at.x - 5 * unit, at.y - unit, 10 * unit, 2 * unit),
                   RS_OBSTACLE_INK);
}

static void
draw_parts (RsStacked *self)
{
  for (guint i = 0; i < self->stack.n_parts; i++)
    if (is_known (&self->stack.parts[i]))
      {
        RsColumnLook look = get_look (self, i);

        rs_column_draw (self->plot->drawing, rs_stacked_get_rect (self, &self->stack.parts[i]),
                        &look);
      }
  draw_open_end (self);
}

/* One rule for all parts that break here. */
static void
draw_break (RsStacked *self, guint i)
{
  for (guint p = 0; p < self->stack.n_parts && i > 0; p++)
    {
      const RsStackPart *part = &self->stack.parts[p];

      if (part->point == NULL ||
          !rs_series_breaks_before (
            rs_frame_get_series (self->plot->drawing->frame, (guint) part->datum.series),
            (guint) part->datum.point))
        continue;
      rs_plot_draw_break (self->plot, part->datum, self->periods->points[i - 1].period,
                          self->stack.period);
      return;
    }
}

/* In its part, else, where the chosen one has no room there, beside it. */
static gboolean
put_value (RsStacked *self, guint i, gboolean beside)
{
  RsDrawing *drawing = self->plot->drawing;
  const RsStackPart *part = &self->stack.parts[i];
  RsColumnLook look = get_look (self, i);
  RsRect rect = rs_stacked_get_rect (self, part);
  double shape = look.marked ? rs_column_get_shape_px (drawing, rect.width, rect.height) * 1.8 : 0;
  g_autofree char *text =
    rs_drawing_describe_value (drawing, (guint) part->datum.series, (guint) part->datum.point);
  RsLabel label = rs_label (RS_PART_LABEL, text, drawing->type.tick, &drawing->theme->text);
  RsTextExtents extents;

  label.datum = part->datum;
  label.align = RS_ALIGN_MIDDLE;
  if (!rs_column_is_hollow (&look))
    label.color = rs_drawing_text_on (drawing, &look.color);
  if (self->stack.chosen)
    label.weight = RS_WEIGHT_BOLD;
  extents = rs_drawing_measure (drawing, &label);
  if (extents.width_px + 2 <= rect.width && extents.height_px + shape <= rect.height)
    return rs_drawing_put (drawing, &label, self->x,
                           rect.y + (look.below ? shape : 0) +
                             (rect.height - shape - extents.height_px) / 2);
  if (!beside || extents.width_px + self->gap > self->step - self->width)
    return FALSE;
  label.color = &drawing->theme->series_text[get_color (self, part)];
  label.avoid = RS_OBSTACLE_INK;
  label.align = RS_ALIGN_START;
  if (rs_drawing_put (drawing, &label, rs_rect_right (rect) + self->gap / 2,
                      rect.y + (rect.height - extents.height_px) / 2))
    return TRUE;
  label.align = RS_ALIGN_END;
  return rs_drawing_put (drawing, &label, rect.x - self->gap / 2,
                         rect.y + (rect.height - extents.height_px) / 2);
}

static void
put_values (RsStacked *self)
{
  RsPlot *plot = self->plot;

  for (guint i = 0; i < self->stack.n_parts; i++)
    {
      gboolean beside = self->stack.chosen && !plot->legend;

      if (!is_known (&self->stack.parts[i]) || put_value (self, i, beside))
        continue;
      plot->n_missed += self->stack.chosen ? 1 : 0;
      if (!(self->stack.chosen && plot->legend))
        rs_drawing_leave_out (plot->drawing, "labels", 1);
    }
}

/* Upper edge of all columns under a label of @width around the one at hand. */
static double
get_skyline (const RsStacked *self, double width)
{
  double top = map (self, self->stack.high);

  for (guint i = 0; i < self->periods->n_points; i++)
    {
      RsStacked other = *self;

      if (!rs_plot_has_place (self->plot, self->periods->points[i].period))
        continue;
      rs_stacked_take (&other, i);
      if (other.stack.n_known > 0 && fabs (other.x - self->x) < (width + self->width) / 2 + 1)
        top = MIN (top, map (&other, other.stack.high));
    }
  return top;
}

/* The whole, over its column; the chosen one, where it is broader, over its neighbours as well. */
static void
put_total (RsStacked *self)
{
  RsDrawing *drawing = self->plot->drawing;
  g_autofree char *text = rs_stack_describe_total (drawing, self->plot->panel, &self->stack);
  gboolean done = FALSE;
  RsLabel label;
  RsTextExtents extents;

  if (text == NULL)
    return;
  label = rs_label (RS_PART_LABEL, text, drawing->type.tick, &drawing->theme->secondary);
  label.align = RS_ALIGN_MIDDLE;
  label.avoid = RS_OBSTACLE_INK;
  if (self->stack.chosen)
    {
      label.size_px = drawing->type.label;
      label.weight = RS_WEIGHT_BOLD;
      label.color = &drawing->theme->text;
    }
  extents = rs_drawing_measure (drawing, &label);
  if (self->stack.chosen || extents.width_px + 3 <= self->step)
    done = rs_drawing_put (drawing, &label, self->x,
                           map (self, self->stack.high) - extents.height_px - self->gap / 2);
  if (!done && self->stack.chosen)
    done =
      rs_drawing_put (drawing, &label, self->x,
                      get_skyline (self, extents.width_px) - extents.height_px - self->gap / 2);
  if (!done)
    rs_drawing_leave_out (drawing, "totals", 1);
}

static double
get_top (const RsPlot *plot)
{
  return rs_drawing_line (plot->drawing, plot->drawing->type.label) +
         2 * plot->drawing->type.stroke_scale;
}

static void
reserve (RsPlot *plot, RsInsets *insets)
{
  insets->top = MAX (insets->top, get_top (plot));
  if (plot->legend)
    insets->top += rs_stacked_lay_out_legend (plot, plot->bounds, FALSE);
  else
    insets->right = MAX (insets->right, rs_stacked_measure_names (plot));
}

static void
draw_legend (RsPlot *plot)
{
  double height = rs_stacked_lay_out_legend (plot, plot->bounds, FALSE);
  double top = MAX (plot->values.line_px / 2, get_top (plot));

  rs_stacked_lay_out_legend (
    plot, rs_rect (plot->bounds.x, plot->area.y - top - height, plot->bounds.width, 0), TRUE);
}

/* A stop at the middle of each part; at the end of the column for what is missing there. */
static void
add_stops (RsStacked *self)
{
  const RsRect *area = &self->plot->area;

  for (guint i = 0; i < self->stack.n_parts; i++)
    {
      const RsStackPart *part = &self->stack.parts[i];
      const RsSeries *series =
        rs_frame_get_series (self->plot->drawing->frame, (guint) part->datum.series);
      gboolean inside = part->datum.point > series->first && part->datum.point < series->last;
      double y = map (self, is_known (part) ? (part->from + part->to) / 2 : self->stack.high);

      if (part->point == NULL ||
          (!is_known (part) && !inside && part->datum.point != series->selected &&
           self->stack.n_known == 0))
        continue;
      y = CLAMP (y, area->y, rs_rect_bottom (*area));
      rs_scene_add_stop (self->plot->drawing->scene, part->datum, (RsPoint){ self->x, y },
                         rs_rect (self->x - self->step / 2, area->y, self->step, area->height));
    }
}

/* Rules for parts: only the first part's could be read off the axis, and that one would be taken
 * for one of the whole. */
static guint
count_targets (const RsStack *stack, const RsDrawing *drawing)
{
  guint n = 0;

  for (guint i = 0; i < stack->n_parts; i++)
    if (stack->parts[i].point != NULL &&
        rs_drawing_get_target (drawing, stack->parts[i].point) != NULL)
      n++;
  return n;
}

/* Turns to the next column from *@i on. */
static gboolean
next_stack (RsStacked *self, guint *i)
{
  while (*i < self->periods->n_points &&
         !rs_plot_has_place (self->plot, self->periods->points[*i].period))
    (*i)++;
  if (*i >= self->periods->n_points)
    return FALSE;
  rs_stacked_take (self, *i);
  return TRUE;
}

static void
draw (RsPlot *plot)
{
  RsDrawing *drawing = plot->drawing;
  RsStacked self = {
    .plot = plot,
    .periods = rs_stack_get_periods (drawing->frame, plot->panel),
    .step = rs_time_axis_get_step_px (&plot->time),
    .gap = 4 * drawing->type.stroke_scale,
  };

  self.width = MAX (0.5, MIN (self.step * SHARE, plot->area.height * BROADEST));
  if (plot->legend)
    draw_legend (plot);
  for (guint i = 0; next_stack (&self, &i); i++)
    {
      draw_parts (&self);
      add_stops (&self);
      rs_drawing_leave_out (drawing, "targets", count_targets (&self.stack, drawing));
    }
  for (guint i = 0; next_stack (&self, &i); i++)
    {
      draw_break (&self, i);
    }
  /* The chosen year first, then the names, then what room is left. */
  for (int pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; next_stack (&self, &i); i++)
        {
          if (self.stack.chosen != (pass == 0))
            continue;
          put_total (&self);
          put_values (&self);
        }
      if (pass == 0 && !plot->legend)
        rs_stacked_draw_names (&self);
    }
  rs_drawing_leave_out (drawing, "series",
                        plot->panel->n_series - MIN (plot->panel->n_series, RS_STACK_MAX_PARTS));
}

static const RsPlotKind stacked_kind = {
  TRUE, RS_TIME_AXIS_SLOTS, reserve, draw, TRUE, fit,
};

void
rs_marks_draw_stacked (RsDrawing *drawing, RsRect bounds)
{
  rs_plots_draw (drawing, bounds, &stacked_kind);
}
