/* SPDX-License-Identifier: GPL-3.0-or-later
 * The numbers over columns. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/marks/columns-private.h"
#include "chart/marks/least-text.h"

#include <math.h>

/* Steps by which the chosen number of a narrow column gets smaller, and its least size on a
 * card in px at a text scale of 1. */
#define SMALLER 0.92
#define LEAST_PX 9.0
/* Between the numbers of neighbours in a group. */
#define GROUP_AIR_PX 3.0

/* Upper edge of all that stands under a label of @width around @x. */
static double
get_skyline (const RsColumns *self, const RsColumn *column, double width)
{
  double top = column->value < 0 ? rs_value_axis_get_base (&self->plot->values) : column->top;

  for (guint s = 0; s < self->plot->panel->n_series; s++)
    {
      const RsSeries *series =
        rs_frame_get_series (self->plot->drawing->frame, self->plot->panel->series[s]);

      for (guint i = 0; i < series->n_points; i++)
        {
          RsColumn other = rs_columns_get (self, s, i);

          if (fabs (other.x - column->x) < (width + self->width) / 2 + 1)
            top = MIN (top, other.top);
        }
    }
  return top;
}

/* Over a target that is just missed, and over its label. */
static gboolean
put_over_target (const RsColumns *self, const RsColumn *column, const RsLabel *label)
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

static double
get_raise (const RsColumns *self, const RsColumn *column)
{
  return column->is_bound ? 10 * self->plot->drawing->type.stroke_scale : 0;
}

static gboolean
put_at_column (const RsColumns *self, const RsColumn *column, const RsLabel *label)
{
  double height = rs_drawing_measure (self->plot->drawing, label).height_px;
  double above = column->top - get_raise (self, column) - height - self->gap / 2;

  if (column->value < 0 &&
      rs_drawing_put (self->plot->drawing, label, column->x, column->bottom + self->gap))
    return TRUE;
  return rs_drawing_put (self->plot->drawing, label, column->x, above);
}

/* Over the neighbours, and over a target that is just missed. */
static gboolean
put_over_all (const RsColumns *self, const RsColumn *column, const RsLabel *label)
{
  RsDrawing *drawing = self->plot->drawing;
  const RsTarget *target = rs_drawing_get_target (drawing, column->point);
  RsTextExtents extents = rs_drawing_measure (drawing, label);
  double top = get_skyline (self, column, extents.width_px);

  if (rs_drawing_put (drawing, label, column->x,
                      top - get_raise (self, column) - extents.height_px - self->gap / 2))
    return TRUE;
  if (target != NULL)
    top = MIN (top, rs_scale_map (&self->plot->values.scale, target->value) - self->gap);
  return rs_drawing_put (drawing, label, column->x, top - extents.height_px - self->gap / 2);
}

gboolean
rs_columns_is_clear (const RsColumns *self, const RsColumn *column, double width_px)
{
  double reach = (width_px + self->width) / 2 + 1;

  for (guint s = 0; s < self->plot->panel->n_series; s++)
    {
      guint index = self->plot->panel->series[s];
      const RsSeries *series = rs_frame_get_series (self->plot->drawing->frame, index);
      int start = MIN (column->datum.point, (int) series->n_points - 1);

      /* From the same place in the series outwards; past it, where another rhythm begins elsewhere.
       */
      for (int step = -1; step <= 1; step += 2)
        for (int j = start; j >= 0 && j < (int) series->n_points; j += step)
          {
            RsColumn other = rs_columns_get (self, s, (guint) j);

            if ((other.x - column->x) * step >= reach)
              break;
            if (fabs (other.x - column->x) < reach && (other.has_value || other.is_bound) &&
                (s != column->in_panel || j != column->datum.point))
              return FALSE;
          }
    }
  return TRUE;
}

/* Side by side a number must not be broader than its own column's room: over a neighbour it would
 * be the neighbour's. */
static gboolean
put_in_group (const RsColumns *self, const RsColumn *column, RsLabel *label)
{
  RsDrawing *drawing = self->plot->drawing;
  double least = rs_least_text_get_px (drawing, LEAST_PX);

  for (; label->size_px >= least; label->size_px *= SMALLER)
    {
      double width = rs_drawing_measure (drawing, label).width_px;

      if (width > self->slot - 1 && !rs_columns_is_clear (self, column, width))
        {
          if (!column->chosen)
            return FALSE;
          continue;
        }
      return put_at_column (self, column, label) || put_over_target (self, column, label);
    }
  return FALSE;
}

gboolean
rs_columns_put_value (const RsColumns *self, const RsColumn *column)
{
  RsDrawing *drawing = self->plot->drawing;
  guint color = self->plot->model->colors[column->datum.series];
  g_autofree char *text =
    rs_drawing_describe_value (drawing, (guint) column->datum.series, (guint) column->datum.point);
  RsLabel label = rs_label (RS_PART_LABEL, text, drawing->type.tick, &drawing->theme->secondary);

  label.align = RS_ALIGN_MIDDLE;
  label.datum = column->datum;
  label.avoid = RS_OBSTACLE_INK;
  if (column->chosen)
    {
      label.weight = RS_WEIGHT_BOLD;
      label.color = self->grouped ? &drawing->theme->series_text[color] : &drawing->theme->text;
      label.size_px = drawing->type.label;
    }
  if (self->grouped)
    return put_in_group (self, column, &label);
  if (put_at_column (self, column, &label))
    return TRUE;
  return column->chosen ? put_over_all (self, column, &label)
                        : put_over_target (self, column, &label);
}

gboolean
rs_columns_has_room (const RsColumns *self, const RsColumn *column)
{
  if (self->grouped)
    /* All of them or none, but for those that stand free: a few numbers would seem to stand out. */
    return self->widest + GROUP_AIR_PX * self->plot->drawing->type.stroke_scale <= self->slot ||
           rs_columns_is_clear (self, column, self->widest);
  for (int step = -1; step <= 1; step += 2)
    for (int j = column->datum.point + step; j >= 0 && j < (int) column->series->n_points;
         j += step)
      {
        RsColumn other = rs_columns_get (self, column->in_panel, (guint) j);

        if (fabs (other.x - column->x) >= self->widest + 3)
          break;
        if (other.has_value || other.is_bound)
          return FALSE;
      }
  return TRUE;
}
