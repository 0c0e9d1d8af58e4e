/* SPDX-License-Identifier: GPL-3.0-or-later
 * Labels at the ends of lines: a name and a value beside the thing they name. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/labels/direct.h"

#include <math.h>

/* From the point to its label. */
#define DISTANCE_PX 9.0
/* A label that moved farther than this from its line gets a leader. */
#define LEADER_FROM_PX 5.0
#define STACK_GAP_PX 2.0
#define NAME_LINES 2

void
rs_direct_label_clear (RsDirectLabel *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->value, g_free);
}

static RsLabel
get_name_label (const RsDrawing *drawing, const RsDirectLabel *self, double max_width_px)
{
  RsLabel label = rs_label (RS_PART_LABEL, self->name, drawing->type.label, &self->name_color);

  label.weight = self->weight;
  label.datum = self->datum;
  label.max_width_px = max_width_px;
  label.max_lines = NAME_LINES;
  return label;
}

static RsLabel
get_value_label (const RsDrawing *drawing, const RsDirectLabel *self, double max_width_px)
{
  RsLabel label = rs_label (RS_PART_LABEL, self->value, drawing->type.label, &drawing->theme->text);

  label.datum = self->datum;
  label.max_width_px = max_width_px;
  label.max_lines = 1;
  return label;
}

double
rs_direct_labels_measure (const RsDrawing *drawing,
                          RsDirectLabel *labels,
                          guint n,
                          double max_width_px)
{
  double widest = 0;

  for (guint i = 0; i < n; i++)
    {
      RsLabel label = get_name_label (drawing, &labels[i], max_width_px);
      RsTextExtents extents = rs_drawing_measure (drawing, &label);

      labels[i].width = extents.width_px;
      labels[i].height = extents.height_px;
      if (labels[i].value != NULL)
        {
          label = get_value_label (drawing, &labels[i], max_width_px);
          extents = rs_drawing_measure (drawing, &label);
          labels[i].width = MAX (labels[i].width, extents.width_px);
          labels[i].height += extents.height_px;
        }
      if (labels[i].margin)
        widest = MAX (widest, labels[i].width);
    }
  return widest;
}

gboolean
rs_direct_labels_fit (const RsDirectLabel *labels, guint n, double height_px)
{
  double needed = 0;

  for (guint i = 0; i < n; i++)
    if (labels[i].margin && !labels[i].optional)
      needed += labels[i].height + STACK_GAP_PX;
  return needed <= height_px;
}

/* Name and value with the upper left corner at (@x, @top); both or neither. */
static gboolean
put_label (RsDrawing *drawing,
           const RsDirectLabel *self,
           double x,
           double top,
           double max_width_px,
           RsObstacles avoid)
{
  RsLabel name = get_name_label (drawing, self, max_width_px);
  RsTextExtents extents = rs_drawing_measure (drawing, &name);

  name.avoid = avoid;
  if (!rs_drawing_can_put (drawing, &name, x, top))
    return FALSE;
  if (self->value != NULL)
    {
      RsLabel value = get_value_label (drawing, self, max_width_px);

      value.avoid = avoid;
      if (!rs_drawing_can_put (drawing, &value, x, top + extents.height_px))
        return FALSE;
      rs_drawing_put (drawing, &value, x, top + extents.height_px);
    }
  return rs_drawing_put (drawing, &name, x, top);
}

gboolean
rs_direct_label_put_beside (RsDrawing *drawing, RsLabel *label, RsPoint at, double distance_px)
{
  RsTextExtents extents = rs_drawing_measure (drawing, label);
  double middle = at.y - extents.height_px / 2;
  const struct
  {
    RsAlign align;
    double x;
    double top;
  } places[] = {
    { RS_ALIGN_START, at.x + distance_px, middle },
    { RS_ALIGN_MIDDLE, at.x, at.y - distance_px * 0.9 - extents.height_px },
    { RS_ALIGN_MIDDLE, at.x, at.y + distance_px * 0.9 },
    { RS_ALIGN_END, at.x - distance_px, middle },
    { RS_ALIGN_START, at.x + distance_px * 0.6, middle - extents.height_px * 0.8 },
    { RS_ALIGN_START, at.x + distance_px * 0.6, middle + extents.height_px * 0.8 },
    { RS_ALIGN_END, at.x - distance_px * 0.6, middle - extents.height_px * 0.8 },
    { RS_ALIGN_END, at.x - distance_px * 0.6, middle + extents.height_px * 0.8 },
  };

  label->avoid = RS_OBSTACLE_INK;
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      label->align = places[i].align;
      if (rs_drawing_put (drawing, label, places[i].x, places[i].top))
        return TRUE;
    }
  return FALSE;
}

/* A label whose line ends inside the area: in one line beside it. */
static void
draw_inside (RsDrawing *drawing, const RsDirectLabel *self)
{
  double distance = DISTANCE_PX * drawing->type.stroke_scale;
  g_autofree char *both = self->value != NULL
                            ? g_strdup_printf ("%s\u00a0%s", self->name, self->value)
                            : g_strdup (self->name);
  RsLabel label = rs_label (RS_PART_LABEL, both, drawing->type.label, &self->name_color);

  label.weight = self->weight;
  label.datum = self->datum;
  if (rs_direct_label_put_beside (drawing, &label, self->at, distance))
    return;
  label.text = self->name;
  if (rs_direct_label_put_beside (drawing, &label, self->at, distance))
    return;
  label.max_width_px = label.size_px * 9;
  label.max_lines = NAME_LINES;
  if (!rs_direct_label_put_beside (drawing, &label, self->at, distance))
    rs_drawing_leave_out (drawing, "labels", 1);
}

static void
draw_leader (RsDrawing *drawing, const RsDirectLabel *self, double x, double y)
{
  double unit = drawing->type.stroke_scale;

  if (fabs (y - self->at.y) < LEADER_FROM_PX * unit)
    return;
  rs_scene_begin_path (drawing->scene, RS_PART_LEGEND, NULL, &self->name_color,
                       drawing->theme->hairline_px * unit);
  rs_scene_move_to (drawing->scene, self->at.x + 5 * unit, self->at.y);
  rs_scene_line_to (drawing->scene, x - 2 * unit, y);
  rs_scene_end_path (drawing->scene);
}

void
rs_direct_labels_draw (
  RsDrawing *drawing, RsDirectLabel *labels, guint n, RsRect area, double max_width_px)
{
  double slack = rs_drawing_line (drawing, drawing->type.label) / 2;
  double x = rs_rect_right (area) + DISTANCE_PX * drawing->type.stroke_scale;
  g_autofree RsStackItem *items = g_new0 (RsStackItem, MAX (n, 1));
  guint n_items = 0;

  for (guint i = 0; i < n; i++)
    if (labels[i].margin && !labels[i].optional)
      items[n_items++] = (RsStackItem){ labels[i].at.y, labels[i].height, 0, i };
  if (!rs_stack_spread (items, n_items, area.y - slack, rs_rect_bottom (area) + slack,
                        STACK_GAP_PX))
    {
      rs_drawing_leave_out (drawing, "labels", n_items);
      n_items = 0;
    }
  for (guint i = 0; i < n_items; i++)
    {
      const RsDirectLabel *label = &labels[items[i].id];

      if (put_label (drawing, label, x, items[i].top, max_width_px, 0))
        draw_leader (drawing, label, x, items[i].top + items[i].height / 2);
      else
        rs_drawing_leave_out (drawing, "labels", 1);
    }
  for (guint i = 0; i < n; i++)
    {
      if (!labels[i].margin)
        draw_inside (drawing, &labels[i]);
      else if (labels[i].optional &&
               !put_label (drawing, &labels[i],
                           labels[i].at.x + DISTANCE_PX * drawing->type.stroke_scale,
                           labels[i].at.y - labels[i].height / 2, max_width_px, RS_OBSTACLE_INK))
        rs_drawing_leave_out (drawing, "labels", 1);
    }
}
