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
#define NAME_LINES 3

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
  /* "86.25 (2022)" may break before the year. */
  label.max_lines = 2;
  return label;
}

/* The narrowest width that needs no more lines than @max_width_px does: lines of like length, and
 * no last line of one character. */
static double
balance_width (const RsDrawing *drawing, const RsDirectLabel *self, double max_width_px)
{
  RsLabel label = get_name_label (drawing, self, max_width_px);
  double width;
  int n_lines;

  label.max_lines = 0;
  n_lines = rs_drawing_measure (drawing, &label).n_lines;
  if (n_lines < 2 || n_lines > NAME_LINES)
    return max_width_px;
  label.max_width_px = 0;
  width = rs_drawing_measure (drawing, &label).width_px / n_lines;
  for (; width < max_width_px; width *= 1.06)
    {
      RsTextExtents extents;

      label.max_width_px = width;
      extents = rs_drawing_measure (drawing, &label);
      if (extents.n_lines <= n_lines && extents.width_px <= width)
        return width;
    }
  return max_width_px;
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
      RsLabel label;
      RsTextExtents extents;

      labels[i].wrap = balance_width (drawing, &labels[i], max_width_px);
      label = get_name_label (drawing, &labels[i], labels[i].wrap);
      extents = rs_drawing_measure (drawing, &label);
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

/* Whether all of the text is seen, and not cut after its last line. */
static gboolean
is_whole (const RsDrawing *drawing, const RsLabel *label)
{
  RsLabel free = *label;

  free.max_lines = 0;
  return rs_drawing_measure (drawing, &free).n_lines <= label->max_lines;
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
  RsLabel name = get_name_label (drawing, self, self->wrap);
  RsTextExtents extents = rs_drawing_measure (drawing, &name);

  name.avoid = avoid;
  /* A cut name is no name: the legend has room for it. */
  if (!is_whole (drawing, &name) || !rs_drawing_can_put (drawing, &name, x, top))
    return FALSE;
  if (self->value != NULL)
    {
      RsLabel value = get_value_label (drawing, self, max_width_px);

      value.avoid = avoid;
      if (!is_whole (drawing, &value) ||
          !rs_drawing_can_put (drawing, &value, x, top + extents.height_px))
        return FALSE;
      rs_drawing_put (drawing, &value, x, top + extents.height_px);
    }
  return rs_drawing_put (drawing, &name, x, top);
}

static void
draw_leader (RsDrawing *drawing, RsPoint from, RsPoint to, const RsColor *color)
{
  double unit = drawing->type.stroke_scale;
  double dx = to.x - from.x;
  double dy = to.y - from.y;
  double length = hypot (dx, dy);
  /* It begins at the rim of the marker. */
  double rim = drawing->theme->point_px * unit * 0.7;

  if (drawing->scene == NULL || length <= rim)
    return;
  rs_scene_begin_path (drawing->scene, RS_PART_LEGEND, NULL, color,
                       drawing->theme->hairline_px * unit);
  rs_scene_move_to (drawing->scene, from.x + dx / length * rim, from.y + dy / length * rim);
  rs_scene_line_to (drawing->scene, to.x, to.y);
  rs_scene_end_path (drawing->scene);
}

/* A leader that crosses others' marks says the wrong thing. */
static gboolean
is_leader_free (const RsDrawing *drawing, RsPoint from, RsPoint to)
{
  double length = hypot (to.x - from.x, to.y - from.y);
  double rim = drawing->theme->point_px * drawing->type.stroke_scale;

  for (double done = rim; done < length; done += 3)
    {
      double x = from.x + (to.x - from.x) * done / length;
      double y = from.y + (to.y - from.y) * done / length;

      if (!rs_collider_is_free (&drawing->taken, rs_rect (x - 1, y - 1, 2, 2),
                                RS_OBSTACLE_INK | RS_OBSTACLE_TEXT))
        return FALSE;
    }
  return TRUE;
}

/* Farther from the point than a label should stand, joined to it by a leader. */
static gboolean
put_far (RsDrawing *drawing, RsLabel *label, RsPoint at, double distance_px)
{
  double height = rs_drawing_measure (drawing, label).height_px;

  for (int ring = 0; ring < 4; ring++)
    for (int side = 0; side < 4; side++)
      {
        double down = (1.2 + 0.9 * ring) * height * (side % 2 == 0 ? 1 : -1);
        double over = distance_px * (1.4 + 0.5 * ring) * (side < 2 ? 1 : -1);
        RsPoint end = { at.x + over, at.y + down };

        label->align = over > 0 ? RS_ALIGN_START : RS_ALIGN_END;
        if (!is_leader_free (drawing, at, end) ||
            !rs_drawing_put (drawing, label, end.x, end.y - height / 2))
          continue;
        draw_leader (drawing, at, (RsPoint){ end.x - (over > 0 ? 3 : -3), end.y }, label->color);
        return TRUE;
      }
  return FALSE;
}

gboolean
rs_direct_label_put_beside (
  RsDrawing *drawing, RsLabel *label, RsPoint at, double distance_px, gboolean far)
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

  /* The ground hides grid and rules behind the text; ink it keeps off. The quiet lines of other
   * years are no ink to keep off, and yet a hole in them would read as a missing figure. */
  label->avoid = RS_OBSTACLE_INK;
  label->plate =
    rs_frame_get_kind (drawing->frame) == RS_CHART_YEARS ? NULL : &drawing->theme->card;
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      label->align = places[i].align;
      if (rs_drawing_put (drawing, label, places[i].x, places[i].top))
        return TRUE;
    }
  return far && put_far (drawing, label, at, distance_px);
}

/* A label whose line ends inside the area: in one line beside it. */
static gboolean
draw_inside (RsDrawing *drawing, const RsDirectLabel *self)
{
  double distance = DISTANCE_PX * drawing->type.stroke_scale;
  g_autofree char *both = self->value != NULL
                            ? g_strdup_printf ("%s\u00a0%s", self->name, self->value)
                            : g_strdup (self->name);
  RsLabel label = rs_label (RS_PART_LABEL, both, drawing->type.label, &self->name_color);

  label.weight = self->weight;
  label.datum = self->datum;
  if (rs_direct_label_put_beside (drawing, &label, self->at, distance, FALSE))
    return TRUE;
  label.text = self->name;
  if (rs_direct_label_put_beside (drawing, &label, self->at, distance, TRUE))
    return TRUE;
  label.max_width_px = label.size_px * 9;
  label.max_lines = NAME_LINES;
  if (is_whole (drawing, &label) &&
      rs_direct_label_put_beside (drawing, &label, self->at, distance, TRUE))
    return TRUE;
  rs_drawing_leave_out (drawing, "labels", 1);
  return FALSE;
}

/* In line with the labels of the margin, where its line ends there: in the middle of others' lines
 * a background label would be noise. */
static gboolean
put_optional (RsDrawing *drawing, const RsDirectLabel *self, double margin_px, double max_width_px)
{
  double distance = DISTANCE_PX * drawing->type.stroke_scale;

  return margin_px - self->at.x < 4 * distance &&
         put_label (drawing, self, margin_px, self->at.y - self->height / 2, max_width_px,
                    RS_OBSTACLE_INK);
}

guint
rs_direct_labels_draw (
  RsDrawing *drawing, RsDirectLabel *labels, guint n, RsRect area, double max_width_px)
{
  double slack = rs_drawing_line (drawing, drawing->type.label) / 2;
  double x = rs_rect_right (area) + DISTANCE_PX * drawing->type.stroke_scale;
  g_autofree RsStackItem *items = g_new0 (RsStackItem, MAX (n, 1));
  guint n_items = 0;
  guint n_missed = 0;

  for (guint i = 0; i < n; i++)
    if (labels[i].margin && !labels[i].optional)
      items[n_items++] = (RsStackItem){ labels[i].at.y, labels[i].height, 0, i };
  if (!rs_stack_spread (items, n_items, area.y - slack, rs_rect_bottom (area) + slack,
                        STACK_GAP_PX))
    {
      rs_drawing_leave_out (drawing, "labels", n_items);
      n_missed += n_items;
      n_items = 0;
    }
  for (guint i = 0; i < n_items; i++)
    {
      const RsDirectLabel *label = &labels[items[i].id];

      if (put_label (drawing, label, x, items[i].top, max_width_px, 0))
        {
          double y = items[i].top + items[i].height / 2;

          if (fabs (y - label->at.y) > LEADER_FROM_PX * drawing->type.stroke_scale)
            draw_leader (drawing, label->at, (RsPoint){ x - 2, y }, &label->name_color);
        }
      else
        {
          rs_drawing_leave_out (drawing, "labels", 1);
          n_missed++;
        }
    }
  for (guint i = 0; i < n; i++)
    {
      if (!labels[i].margin)
        n_missed += draw_inside (drawing, &labels[i]) ? 0 : 1;
      else if (labels[i].optional && !put_optional (drawing, &labels[i], x, max_width_px))
        rs_drawing_leave_out (drawing, "labels", 1);
    }
  return n_missed;
}
