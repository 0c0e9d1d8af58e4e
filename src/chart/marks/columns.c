/* SPDX-License-Identifier: GPL-3.0-or-later
 * Columns: one a period, from zero, the chosen year saturated, targets as ticks. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/marks/marks.h"

#include <math.h>
#include <string.h>

#include "chart/marks/plot.h"

/* Share of a period's room that its columns take. */
#define SHARE_ONE 0.68
#define SHARE_GROUP 0.8
/* A column is never broader than this share of the height of the area. */
#define BROADEST 0.5
/* Below this width a column is a stroke: no label is tried but the chosen one's. */
#define NARROW_PX 9.0
#define TARGET_STROKE_PX 2.0
/* How far a target's tick reaches beyond its column. */
#define TARGET_REACH 0.12
/* Where labels of targets are too broad for their columns, they are this much smaller … */
#define TARGET_SMALL 0.86
/* … but never smaller than this, in px at a text scale of 1. */
#define TARGET_LEAST_PX 9.5

/* How the label of a target is set, from the best to the narrowest. */
typedef enum
{
  TARGET_PLAIN,       /* "≥ 60" */
  TARGET_SMALLER,     /* the same in smaller type */
  TARGET_STACKED,     /* the operator over the number */
  TARGET_SMALL_STACK, /* the same in smaller type */
} TargetForm;

#define N_TARGET_FORMS 4
/* Between the grounds of the two lines of a stack. */
#define PLATES_PX 3.0

typedef struct
{
  RsPlot *plot;
  double slot;     /* px of a period's share of one series */
  double width;    /* of a column */
  double gap;      /* between a column and its label */
  double widest;   /* widest label of a value */
  TargetForm form; /* that all labels of targets have room in */
} Columns;

typedef struct
{
  RsDatum datum;
  const RsSeries *series;
  const RsFramePoint *point;
  double x; /* middle */
  gboolean chosen;
  gboolean has_value;
  gboolean is_bound;
  double value;
  double top, bottom; /* px; equal where there is no column */
} Column;

static Column
get_column (const Columns *self, guint in_panel, guint i)
{
  const RsPlot *plot = self->plot;
  guint n = plot->panel->n_series;
  guint index = plot->panel->series[in_panel];
  const RsSeries *series = rs_frame_get_series (plot->drawing->frame, index);
  const RsFramePoint *point = &series->points[i];
  Column column = {
    .datum = { (int) index, (int) i },
    .series = series,
    .point = point,
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

static RsColor
get_color (const Columns *self, const Column *column)
{
  const RsTheme *theme = self->plot->drawing->theme;
  guint index = self->plot->model->colors[column->datum.series];

  if (column->chosen)
    return theme->series[index];
  if (index == 0)
    return theme->tint;
  return rs_color_mix (theme->series[index], theme->card, 0.55);
}

static void
draw_hatch (RsDrawing *drawing, RsRect rect, const RsColor *color, RsDatum datum)
{
  double unit = drawing->type.stroke_scale;
  double step = 6 * unit;

  rs_scene_push_clip (drawing->scene, rect);
  rs_scene_begin_path (drawing->scene, RS_PART_BAR, NULL, color,
                       drawing->theme->hairline_px * unit);
  for (double x = rect.x - rect.height; x < rs_rect_right (rect); x += step)
    {
      rs_scene_move_to (drawing->scene, x, rs_rect_bottom (rect));
      rs_scene_line_to (drawing->scene, x + rect.height, rect.y);
    }
  rs_scene_end_path (drawing->scene)->datum = datum;
  rs_scene_pop_clip (drawing->scene);
}

/* Published: solid. Derived and approximate: outlined. Provisional: outlined and dashed. Estimated
 * and forecast: hatched. */
static void
draw_column (const Columns *self, const Column *column)
{
  RsDrawing *drawing = self->plot->drawing;
  RsFlags flags = column->point->observation.flags;
  RsColor color = get_color (self, column);
  RsRect rect =
    rs_rect (column->x - self->width / 2, column->top, self->width, column->bottom - column->top);
  double stroke = MIN (1.5 * drawing->type.stroke_scale, self->width / 4);
  gboolean hollow = rs_frame_point_is_hollow (column->point) || column->is_bound;
  RsMark *mark;

  rs_collider_add (&drawing->taken, rect, RS_OBSTACLE_INK);
  if (!hollow)
    {
      mark = rs_scene_add_rect (drawing->scene, RS_PART_BAR, rect, &color, NULL, 0);
      mark->crisp = TRUE;
      mark->radius_px = MIN (2 * drawing->type.stroke_scale, self->width / 6);
      mark->datum = column->datum;
      return;
    }
  if ((flags & (RS_FLAG_ESTIMATED | RS_FLAG_IMPUTED | RS_FLAG_FORECAST)) != 0)
    draw_hatch (drawing, rect, &color, column->datum);
  {
    RsColor pale = rs_color_mix (drawing->theme->card, color, column->chosen ? 0.22 : 0.3);
    RsColor line = column->chosen ? color : rs_color_mix (color, drawing->theme->series[0], 0.45);
    gboolean plain = (flags & (RS_FLAG_DERIVED | RS_FLAG_PROVISIONAL | RS_FLAG_APPROXIMATE)) != 0;

    rect = rs_rect_inset (rect, (RsInsets){ stroke / 2, stroke / 2, stroke / 2, stroke / 2 });
    mark =
      rs_scene_add_rect (drawing->scene, RS_PART_BAR, rect, plain ? &pale : NULL, &line, stroke);
    mark->dash = (flags & RS_FLAG_PROVISIONAL) != 0 ? RS_DASH_SHORT : RS_DASH_NONE;
    mark->datum = column->datum;
    if (column->is_bound)
      rs_drawing_add_arrow (drawing, RS_PART_BOUND, column->datum,
                            (RsPoint){ column->x, column->top }, 0, -1,
                            9 * drawing->type.stroke_scale, &line, stroke);
  }
}

static void
draw_target (const Columns *self, const Column *column, const RsTarget *target)
{
  RsDrawing *drawing = self->plot->drawing;
  double y = rs_scale_map (&self->plot->values.scale, target->value);
  double reach = self->width * (0.5 + TARGET_REACH);

  rs_drawing_add_tick (drawing, RS_PART_TARGET, column->datum, (RsPoint){ column->x - reach, y },
                       (RsPoint){ column->x + reach, y }, &drawing->theme->target,
                       TARGET_STROKE_PX * drawing->type.stroke_scale, target->derived);
}

/* Upper edge of all that stands under a label of @width around @x. */
static double
get_skyline (const Columns *self, const Column *column, double width)
{
  double top = column->value < 0 ? rs_value_axis_get_base (&self->plot->values) : column->top;

  for (guint s = 0; s < self->plot->panel->n_series; s++)
    for (guint i = 0; i < column->series->n_points; i++)
      {
        const RsSeries *series =
          rs_frame_get_series (self->plot->drawing->frame, self->plot->panel->series[s]);
        Column other;

        if (i >= series->n_points)
          continue;
        other = get_column (self, s, i);
        if (fabs (other.x - column->x) < (width + self->width) / 2 + 1)
          top = MIN (top, other.top);
      }
  return top;
}

/* Over a target that is just missed, and over its label. */
static gboolean
put_over_target (const Columns *self, const Column *column, const RsLabel *label)
{
  RsDrawing *drawing = self->plot->drawing;
  const RsTarget *target = rs_drawing_get_target (drawing, column->point);
  double height = rs_drawing_measure (drawing, label).height_px;
  double top;

  if (target == NULL)
    return FALSE;
  top = rs_scale_map (&self->plot->values.scale, target->value) - 1.5 * self->gap;
  for (guint line = 0; line < 3 && top < column->top; line++)
    if (rs_drawing_put (drawing, label, column->x, top - (line + 1) * height))
      return TRUE;
  return FALSE;
}

static gboolean
put_value (const Columns *self, const Column *column)
{
  RsDrawing *drawing = self->plot->drawing;
  g_autofree char *text =
    rs_drawing_describe_value (drawing, (guint) column->datum.series, (guint) column->datum.point);
  RsLabel label = rs_label (RS_PART_LABEL, text, drawing->type.tick, &drawing->theme->secondary);
  RsTextExtents extents;
  double raise = column->is_bound ? 10 * drawing->type.stroke_scale : 0;
  double above;

  label.align = RS_ALIGN_MIDDLE;
  label.datum = column->datum;
  label.avoid = RS_OBSTACLE_INK;
  if (column->chosen)
    {
      label.weight = RS_WEIGHT_BOLD;
      label.color = &drawing->theme->text;
      label.size_px = drawing->type.label;
    }
  extents = rs_drawing_measure (drawing, &label);
  if ((column->has_value || column->is_bound) && column->value < 0 &&
      rs_drawing_put (drawing, &label, column->x, column->bottom + self->gap))
    return TRUE;
  above = column->top - raise - extents.height_px - self->gap / 2;
  if (rs_drawing_put (drawing, &label, column->x, above))
    return TRUE;
  if (column->chosen)
    {
      const RsTarget *target = rs_drawing_get_target (drawing, column->point);
      double top = get_skyline (self, column, extents.width_px);

      /* Over the neighbours, and over a target that is just missed. */
      if (rs_drawing_put (drawing, &label, column->x,
                          top - raise - extents.height_px - self->gap / 2))
        return TRUE;
      if (target != NULL)
        top = MIN (top, rs_scale_map (&self->plot->values.scale, target->value) - self->gap);
      return rs_drawing_put (drawing, &label, column->x, top - extents.height_px - self->gap / 2);
    }
  return put_over_target (self, column, &label);
}

typedef struct
{
  char *text;   /* (owned): in one line, or the operator */
  char *number; /* (nullable) (owned): of a stack, under it */
  RsLabel label;
  double width, height, upper;
} TargetLabel;

static TargetLabel
get_target_label (const Columns *self,
                  const Column *column,
                  const RsTarget *target,
                  TargetForm form)
{
  const RsDrawing *drawing = self->plot->drawing;
  gboolean stacked = form == TARGET_STACKED || form == TARGET_SMALL_STACK;
  gboolean small = form == TARGET_SMALLER || form == TARGET_SMALL_STACK;
  double least = TARGET_LEAST_PX * drawing->options->text_scale;
  TargetLabel out = { 0 };
  RsTextExtents extents;

  out.text = rs_drawing_describe_target (drawing, (guint) column->datum.series, target);
  out.label = rs_label (RS_PART_TARGET, out.text, drawing->type.tick, &drawing->theme->target);
  if (small)
    out.label.size_px = MIN (drawing->type.tick, MAX (least, drawing->type.tick * TARGET_SMALL));
  out.label.align = RS_ALIGN_MIDDLE;
  out.label.datum = column->datum;
  if (column->chosen)
    out.label.weight = RS_WEIGHT_BOLD;
  if (stacked)
    {
      char *space = strstr (out.text, "\u00a0");

      if (space != NULL)
        {
          out.number = g_strdup (space + strlen ("\u00a0"));
          *space = '\0';
        }
    }
  extents = rs_drawing_measure (drawing, &out.label);
  out.width = extents.width_px;
  out.height = out.upper = extents.height_px;
  if (out.number != NULL)
    {
      RsLabel lower = out.label;

      lower.text = out.number;
      extents = rs_drawing_measure (drawing, &lower);
      out.width = MAX (out.width, extents.width_px);
      out.height = out.upper + extents.height_px;
    }
  return out;
}

static void
target_label_clear (TargetLabel *self)
{
  g_free (self->text);
  g_free (self->number);
}

/* Both lines or none. */
static gboolean
put_target_at (const Columns *self, const TargetLabel *target, double x, double top)
{
  RsDrawing *drawing = self->plot->drawing;
  RsLabel lower = target->label;

  if (target->number == NULL)
    return rs_drawing_put (drawing, &target->label, x, top);
  lower.text = target->number;
  if (!rs_drawing_can_put (drawing, &lower, x, top + target->upper) ||
      !rs_drawing_can_put (drawing, &target->label, x, top))
    return FALSE;
  return rs_drawing_put (drawing, &target->label, x, top) &&
         rs_drawing_put (drawing, &lower, x, top + target->upper);
}

/* In the column under the tick, else in free room over or under it; at last, on a ground of its
 * own, over what is no text: @cover says how broad it may be then. */
static gboolean
put_target_form (
  const Columns *self, const Column *column, const RsTarget *target, TargetForm form, double cover)
{
  RsDrawing *drawing = self->plot->drawing;
  RsColor color = get_color (self, column);
  gboolean hollow = rs_frame_point_is_hollow (column->point) || column->is_bound;
  TargetLabel at = get_target_label (self, column, target, form);
  double y = rs_scale_map (&self->plot->values.scale, target->value);
  double off = self->gap / 2 + TARGET_STROKE_PX * drawing->type.stroke_scale;
  gboolean inside =
    column->has_value && y > column->top - 1 && y + off + at.height < column->bottom;
  gboolean done = FALSE;

  if (cover > 0)
    {
      at.label.plate = &drawing->theme->card;
      if (at.number != NULL)
        {
          at.upper += PLATES_PX;
          at.height += PLATES_PX;
        }
      done = at.width <= cover && (put_target_at (self, &at, column->x, y + off) ||
                                   put_target_at (self, &at, column->x, y - off - at.height));
    }
  else if (inside && at.width + 2 <= self->width)
    {
      at.label.color = hollow ? &drawing->theme->text : rs_drawing_text_on (drawing, &color);
      done = put_target_at (self, &at, column->x, y + off);
    }
  else if (!inside && at.width <= self->slot)
    {
      at.label.avoid = RS_OBSTACLE_INK;
      done = put_target_at (self, &at, column->x, y - off - at.height) ||
             (!column->has_value && put_target_at (self, &at, column->x, y + off));
    }
  target_label_clear (&at);
  return done;
}

static gboolean
put_target_label (const Columns *self, const Column *column, const RsTarget *target)
{
  for (TargetForm form = column->chosen ? TARGET_PLAIN : self->form; form < N_TARGET_FORMS; form++)
    if (put_target_form (self, column, target, form, 0))
      return TRUE;
  for (TargetForm form = self->form; form < N_TARGET_FORMS; form++)
    if (put_target_form (self, column, target, form, self->slot - 2))
      return TRUE;
  /* The chosen one may lie on its neighbours, too. */
  for (TargetForm form = TARGET_PLAIN; column->chosen && form < N_TARGET_FORMS; form++)
    if (put_target_form (self, column, target, form, G_MAXDOUBLE))
      return TRUE;
  return FALSE;
}

/* Whether a label as wide as the widest has room between the columns left and right. */
static gboolean
has_room (const Columns *self, guint in_panel, guint i, double x)
{
  guint index = self->plot->panel->series[in_panel];
  const RsSeries *series = rs_frame_get_series (self->plot->drawing->frame, index);

  if (self->plot->panel->n_series > 1)
    return self->widest + 2 <= self->slot;
  for (int step = -1; step <= 1; step += 2)
    for (int j = (int) i + step; j >= 0 && j < (int) series->n_points; j += step)
      {
        Column other = get_column (self, in_panel, (guint) j);

        if (fabs (other.x - x) >= self->widest + 3)
          break;
        if (other.has_value || other.is_bound)
          return FALSE;
      }
  return TRUE;
}

/* One round over all columns. */
typedef void (*ColumnFunc) (Columns *self,
                            const Column *column,
                            guint in_panel,
                            gpointer user_data);

static void
foreach_column (Columns *self, ColumnFunc func, gpointer user_data)
{
  for (guint s = 0; s < self->plot->panel->n_series; s++)
    {
      guint index = self->plot->panel->series[s];
      const RsSeries *series = rs_frame_get_series (self->plot->drawing->frame, index);

      for (guint i = 0; i < series->n_points; i++)
        {
          Column column = get_column (self, s, i);

          func (self, &column, s, user_data);
        }
    }
}

static void
draw_marks (Columns *self, const Column *column, guint in_panel, gpointer user_data)
{
  const RsPlot *plot = self->plot;

  if (column->has_value || column->is_bound)
    draw_column (self, column);
  else if (self->slot > NARROW_PX)
    rs_drawing_add_gap (
      plot->drawing, column->datum,
      (RsPoint){ column->x, column->bottom - 4 * plot->drawing->type.stroke_scale });
}

static void
draw_targets (Columns *self, const Column *column, guint in_panel, gpointer user_data)
{
  const RsTarget *target = rs_drawing_get_target (self->plot->drawing, column->point);

  if (target != NULL)
    draw_target (self, column, target);
  if (column->point->break_before != NULL && column->datum.point > 0)
    rs_plot_draw_break (self->plot, column->datum,
                        column->series->points[column->datum.point - 1].period,
                        column->point->period);
}

static void
measure_value (Columns *self, const Column *column, guint in_panel, gpointer user_data)
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
put_chosen (Columns *self, const Column *column, guint in_panel, gpointer user_data)
{
  RsDrawing *drawing = self->plot->drawing;
  const RsTarget *target = rs_drawing_get_target (drawing, column->point);
  gboolean any = column->has_value || column->is_bound;

  if (!column->chosen)
    return;
  if (any && !put_value (self, column))
    rs_drawing_leave_out (drawing, "labels", 1);
  if (target != NULL && !put_target_label (self, column, target))
    rs_drawing_leave_out (drawing, "targets", 1);
}

/* Rules outrank values. */
static void
put_other_targets (Columns *self, const Column *column, guint in_panel, gpointer user_data)
{
  RsDrawing *drawing = self->plot->drawing;
  const RsTarget *target = rs_drawing_get_target (drawing, column->point);

  if (!column->chosen && target != NULL && !put_target_label (self, column, target))
    rs_drawing_leave_out (drawing, "targets", 1);
}

static void
put_others (Columns *self, const Column *column, guint in_panel, gpointer user_data)
{
  gboolean any = column->has_value || column->is_bound;

  if (!column->chosen && any &&
      !(has_room (self, in_panel, (guint) column->datum.point, column->x) &&
        put_value (self, column)))
    rs_drawing_leave_out (self->plot->drawing, "labels", 1);
}

/* The first form in which the label has room in its column. */
static void
find_form (Columns *self, const Column *column, guint in_panel, gpointer user_data)
{
  const RsTarget *target = rs_drawing_get_target (self->plot->drawing, column->point);

  if (target == NULL || column->chosen)
    return;
  for (; self->form + 1 < N_TARGET_FORMS; self->form++)
    {
      TargetLabel label = get_target_label (self, column, target, self->form);
      gboolean fits = label.width + 2 <= self->width;

      target_label_clear (&label);
      if (fits)
        return;
    }
}

static void
reserve (RsPlot *plot, RsInsets *insets)
{
  /* Room for a label on the tallest column. */
  insets->top = MAX (insets->top, rs_drawing_line (plot->drawing, plot->drawing->type.label) +
                                    2 * plot->drawing->type.stroke_scale);
}

static void
draw (RsPlot *plot)
{
  RsDrawing *drawing = plot->drawing;
  guint n = plot->panel->n_series;
  double step = rs_time_axis_get_step_px (&plot->time);
  Columns self = { .plot = plot, .gap = 4 * drawing->type.stroke_scale };

  self.slot = step * (n > 1 ? SHARE_GROUP : 1) / n;
  self.width = n > 1 ? self.slot * 0.92 : step * SHARE_ONE;
  self.width = MAX (0.5, MIN (self.width, plot->area.height * BROADEST));
  foreach_column (&self, draw_marks, NULL);
  foreach_column (&self, draw_targets, NULL);
  foreach_column (&self, put_chosen, NULL);
  if (self.slot > NARROW_PX)
    {
      foreach_column (&self, measure_value, NULL);
      foreach_column (&self, find_form, NULL);
      foreach_column (&self, put_other_targets, NULL);
      foreach_column (&self, put_others, NULL);
    }
  for (guint s = 0; s < n; s++)
    rs_plot_add_stops (plot, plot->panel->series[s], (s - (n - 1) / 2.0) * (n > 1 ? self.slot : 0),
                       n > 1 ? self.slot : step);
}

void
rs_marks_draw_columns (RsDrawing *drawing, RsRect bounds)
{
  static const RsPlotKind kind = { TRUE, RS_TIME_AXIS_SLOTS, reserve, draw };

  rs_plots_draw (drawing, bounds, &kind);
}

char *
rs_marks_describe_columns_axis (RsDrawing *drawing, RsRect bounds)
{
  return rs_plots_describe_targets (drawing);
}
