/* SPDX-License-Identifier: GPL-3.0-or-later
 * Columns: one a period, or up to four side by side, from zero, the chosen year saturated, targets
 * as ticks. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/marks/marks.h"

#include <math.h>

#include "chart/marks/columns-legend.h"
#include "chart/marks/columns-private.h"
#include "chart/marks/series.h"

/* Share of a period's room that its columns take. */
#define SHARE_ONE 0.68
#define SHARE_GROUP 0.8
/* A column is never broader than this share of the height of the area; of a group, than that. */
#define BROADEST 0.5
#define BROADEST_GROUPED 0.3
/* Between columns side by side, as a share of their room (R26: at least 1 px of the ground). */
#define SEPARATOR 0.08
/* Below this width a column is a stroke: no label is tried but the chosen one's. */
#define NARROW_PX 9.0
/* A legend takes at most this share of the height. */
#define LEGEND_SHARE 0.35

RsColumn
rs_columns_get (const RsColumns *self, guint in_panel, guint i)
{
  const RsPlot *plot = self->plot;
  guint n = plot->panel->n_series;
  guint index = plot->panel->series[in_panel];
  const RsSeries *series = rs_frame_get_series (plot->drawing->frame, index);
  const RsFramePoint *point = &series->points[i];
  RsColumn column = {
    .datum = { (int) index, (int) i },
    .series = series,
    .point = point,
    .in_panel = in_panel,
    .chosen = (int) i == series->selected,
  };
  double base = rs_value_axis_get_base (&plot->values);

  column.x = rs_time_axis_map (&plot->time, point->period) +
             (in_panel - (n - 1) / 2.0) * (n > 1 ? self->slot : 0);
  column.has_value = rs_frame_point_get_number (point, &column.value);
  if (!column.has_value)
    column.is_bound = rs_frame_point_get_bound (point, &column.value);
  column.top = column.bottom = base;
  if (column.has_value || column.is_bound)
    {
      double y = rs_scale_map (&plot->values.scale, column.value);

      column.top = MIN (y, base);
      column.bottom = MAX (y, base);
    }
  return column;
}

RsColumnLook
rs_columns_get_look (const RsColumns *self, const RsColumn *column)
{
  const RsPlot *plot = self->plot;
  guint color = plot->model->colors[column->datum.series];

  return (RsColumnLook){
    .datum = column->datum,
    .flags = rs_column_get_flags (plot->drawing, column->series, (guint) column->datum.point),
    .color = rs_column_get_color (plot->drawing, color, column->chosen, self->grouped),
    .line = rs_column_get_line (plot->drawing, color, column->chosen, self->grouped),
    .chosen = column->chosen,
    .is_bound = column->is_bound,
    .below = column->value < 0,
    .marked = self->grouped,
    .shape = (RsShape) (column->in_panel % RS_N_SHAPES),
  };
}

/* One round over all columns. */
typedef void (*ColumnFunc) (RsColumns *self, const RsColumn *column);

static void
foreach_column (RsColumns *self, ColumnFunc func)
{
  for (guint s = 0; s < self->plot->panel->n_series; s++)
    {
      guint index = self->plot->panel->series[s];
      const RsSeries *series = rs_frame_get_series (self->plot->drawing->frame, index);

      for (guint i = 0; i < series->n_points; i++)
        {
          if (rs_plot_has_place (self->plot, series->points[i].period))
            {
              RsColumn column = rs_columns_get (self, s, i);

              func (self, &column);
            }
        }
    }
}

/* Whether the series at @in_panel has nothing to draw in the period of @column. */
static gboolean
is_missing (const RsColumns *self, const RsColumn *column, guint in_panel)
{
  const RsSeries *series =
    rs_frame_get_series (self->plot->drawing->frame, self->plot->panel->series[in_panel]);
  guint i = (guint) column->datum.point;
  double value;

  /* Series of one rhythm have the same periods at the same places. */
  return i < series->n_points && series->points[i].position == column->point->position &&
         !rs_frame_point_get_number (&series->points[i], &value) &&
         !rs_frame_point_get_bound (&series->points[i], &value);
}

/* Neighbours that are missing together have one sign in their middle. */
static void
draw_gap (const RsColumns *self, const RsColumn *column)
{
  RsDrawing *drawing = self->plot->drawing;
  guint last = column->in_panel;

  if (column->in_panel > 0 && is_missing (self, column, column->in_panel - 1))
    return;
  while (last + 1 < self->plot->panel->n_series && is_missing (self, column, last + 1))
    last++;
  rs_drawing_add_gap (drawing, column->datum,
                      (RsPoint){ column->x + (last - column->in_panel) * self->slot / 2,
                                 column->bottom - 4 * drawing->type.stroke_scale });
}

static void
draw_marks (RsColumns *self, const RsColumn *column)
{
  const RsPlot *plot = self->plot;

  if (column->has_value || column->is_bound)
    {
      RsColumnLook look = rs_columns_get_look (self, column);

      rs_column_draw (plot->drawing,
                      rs_rect (column->x - self->width / 2, column->top, self->width,
                               column->bottom - column->top),
                      &look);
    }
  else if (self->slot > NARROW_PX)
    draw_gap (self, column);
}

/* Whether a series that stands before this one in the panel breaks at the same place: one rule says
 * it for both. */
static gboolean
is_break_drawn (const RsColumns *self, const RsColumn *column)
{
  for (guint s = 0; s < column->in_panel; s++)
    {
      const RsSeries *other =
        rs_frame_get_series (self->plot->drawing->frame, self->plot->panel->series[s]);

      for (guint i = 1; i < other->n_points; i++)
        if (rs_series_breaks_before (other, i) &&
            other->points[i].position == column->point->position)
          return TRUE;
    }
  return FALSE;
}

static void
draw_targets (RsColumns *self, const RsColumn *column)
{
  const RsTarget *target = rs_drawing_get_target (self->plot->drawing, column->point);

  if (target != NULL)
    rs_columns_draw_target (self, column, target);
  if (column->datum.point > 0 &&
      rs_series_breaks_before (column->series, (guint) column->datum.point) &&
      !is_break_drawn (self, column))
    rs_plot_draw_break (self->plot, column->datum,
                        column->series->points[column->datum.point - 1].period,
                        column->point->period);
}

static void
measure_value (RsColumns *self, const RsColumn *column)
{
  RsDrawing *drawing = self->plot->drawing;
  g_autofree char *text = NULL;
  RsLabel label;

  if (!column->has_value && !column->is_bound)
    return;
  text =
    rs_drawing_describe_value (drawing, (guint) column->datum.series, (guint) column->datum.point);
  label = rs_label (RS_PART_LABEL, text, drawing->type.tick, NULL);
  self->widest = MAX (self->widest, rs_drawing_measure (drawing, &label).width_px);
}

static void
put_chosen (RsColumns *self, const RsColumn *column)
{
  RsDrawing *drawing = self->plot->drawing;
  const RsTarget *target = rs_drawing_get_target (drawing, column->point);
  gboolean any = column->has_value || column->is_bound;

  if (!column->chosen)
    return;
  /* Where one of them has no room, the legend says them all. */
  if (any && !self->plot->legend && !rs_columns_put_value (self, column))
    {
      self->plot->n_missed++;
      rs_drawing_leave_out (drawing, "labels", 1);
    }
  if (target != NULL && !rs_columns_put_target (self, column, target))
    rs_drawing_leave_out (drawing, "targets", 1);
}

/* Rules outrank values. */
static void
put_other_targets (RsColumns *self, const RsColumn *column)
{
  RsDrawing *drawing = self->plot->drawing;
  const RsTarget *target = rs_drawing_get_target (drawing, column->point);

  if (!column->chosen && target != NULL && !rs_columns_put_target (self, column, target))
    rs_drawing_leave_out (drawing, "targets", 1);
}

static void
put_others (RsColumns *self, const RsColumn *column)
{
  gboolean any = column->has_value || column->is_bound;

  if (!column->chosen && any &&
      !(rs_columns_has_room (self, column) && rs_columns_put_value (self, column)))
    rs_drawing_leave_out (self->plot->drawing, "labels", 1);
}

static void
find_form (RsColumns *self, const RsColumn *column)
{
  const RsTarget *target = rs_drawing_get_target (self->plot->drawing, column->point);

  if (target != NULL && !column->chosen)
    self->form = rs_columns_find_form (self, column, target, self->form);
}

/* The name of each series, with the chosen figure where the columns had no room for all of them.
 * Returns: the height. */
static double
lay_out_legend (RsPlot *plot, RsRect room, gboolean draw)
{
  RsDrawing *drawing = plot->drawing;
  guint n = plot->panel->n_series;
  g_autofree RsColumnsEntry *entries = g_new0 (RsColumnsEntry, n);
  double height;

  for (guint i = 0; i < n; i++)
    {
      guint index = plot->panel->series[i];
      const RsSeries *series = rs_frame_get_series (drawing->frame, index);

      entries[i] = (RsColumnsEntry){
        .datum = { (int) index, series->selected },
        .name = series->label,
        .color = drawing->theme->series[plot->model->colors[index]],
        .shape = (RsShape) (i % RS_N_SHAPES),
      };
      if (plot->legend && series->selected >= 0)
        {
          entries[i].value = rs_columns_describe_figure (drawing, index, (guint) series->selected);
          entries[i].brief = rs_drawing_describe_value (drawing, index, (guint) series->selected);
        }
    }
  height =
    rs_columns_legend_lay_out (drawing, entries, n, room, plot->bounds.height * LEGEND_SHARE, draw);
  for (guint i = 0; i < n; i++)
    rs_columns_entry_clear (&entries[i]);
  return height;
}

static void
reserve (RsPlot *plot, RsInsets *insets)
{
  /* Room for a label on the tallest column. */
  insets->top = MAX (insets->top, rs_drawing_line (plot->drawing, plot->drawing->type.label) +
                                    2 * plot->drawing->type.stroke_scale);
  if (plot->panel->n_series > 1)
    insets->top += lay_out_legend (plot, plot->bounds, FALSE);
}

static void
draw_legend (RsPlot *plot)
{
  double line = rs_drawing_line (plot->drawing, plot->drawing->type.label);
  double height = lay_out_legend (plot, plot->bounds, FALSE);
  double top = MAX (plot->values.line_px / 2, line + 2 * plot->drawing->type.stroke_scale);

  lay_out_legend (
    plot, rs_rect (plot->bounds.x, plot->area.y - top - height, plot->bounds.width, 0), TRUE);
}

static void
find_widths (RsColumns *self, double step, guint n)
{
  double unit = self->plot->drawing->type.stroke_scale;
  double height = self->plot->area.height;

  if (!self->grouped)
    {
      self->slot = step;
      self->width = MAX (0.5, MIN (step * SHARE_ONE, height * BROADEST));
      return;
    }
  self->slot = MIN (step * SHARE_GROUP / n, height * BROADEST_GROUPED);
  /* Strokes are too narrow for ground between them. */
  self->width = self->slot - MAX (self->slot * SEPARATOR, MIN (unit, self->slot / 3));
  self->width = MAX (0.5, self->width);
}

static void
draw (RsPlot *plot)
{
  guint n = plot->panel->n_series;
  double step = rs_time_axis_get_step_px (&plot->time);
  RsColumns self = {
    .plot = plot,
    .gap = 4 * plot->drawing->type.stroke_scale,
    .grouped = n > 1,
  };

  find_widths (&self, step, n);
  if (self.grouped)
    draw_legend (plot);
  foreach_column (&self, draw_marks);
  foreach_column (&self, draw_targets);
  foreach_column (&self, put_chosen);
  if (self.slot > NARROW_PX)
    {
      foreach_column (&self, measure_value);
      foreach_column (&self, find_form);
      foreach_column (&self, put_other_targets);
      foreach_column (&self, put_others);
    }
  for (guint s = 0; s < n; s++)
    rs_plot_add_stops (plot, plot->panel->series[s], (s - (n - 1) / 2.0) * (n > 1 ? self.slot : 0),
                       self.slot);
}

void
rs_marks_draw_columns (RsDrawing *drawing, RsRect bounds)
{
  static const RsPlotKind kind = { TRUE, RS_TIME_AXIS_SLOTS, reserve, draw, TRUE };

  rs_plots_draw (drawing, bounds, &kind);
}

char *
rs_marks_describe_columns_axis (RsDrawing *drawing, RsRect bounds)
{
  return rs_plots_describe_targets (drawing);
}
