/* SPDX-License-Identifier: GPL-3.0-or-later
 * Nothing to draw: says why, in the chart's place. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/marks/marks.h"

/* The reason is set in lines of about this many ems. */
#define REASON_EM 26.0
#define REASON_LINES 6

/* Empty axes with three dots where the figures would be. */
static void
draw_sign (RsDrawing *drawing, double x, double y, double size)
{
  const RsTheme *theme = drawing->theme;

  rs_scene_begin_path (drawing->scene, RS_PART_EMPTY, NULL, &theme->axis,
                       1.5 * drawing->type.stroke_scale);
  rs_scene_move_to (drawing->scene, x - size / 2, y);
  rs_scene_line_to (drawing->scene, x - size / 2, y + size * 0.75);
  rs_scene_line_to (drawing->scene, x + size / 2, y + size * 0.75);
  rs_scene_end_path (drawing->scene);
  for (int i = 0; i < 3; i++)
    rs_drawing_add_shape (drawing, RS_PART_EMPTY, RS_SHAPE_CIRCLE,
                          (RsPoint){ x + size * 0.25 * (i - 0.85), y + size * 0.45 }, size * 0.09,
                          &theme->axis, NULL, 0);
}

void
rs_marks_draw_empty (RsDrawing *drawing, RsRect bounds)
{
  const char *reason = rs_frame_get_empty_reason (drawing->frame);
  double size = drawing->type.label * 3.2;
  double gap = drawing->type.gap;
  double middle = bounds.x + bounds.width / 2;
  RsTextExtents extents;
  RsLabel label;
  double height, top;

  if (reason == NULL)
    reason = rs_tr (drawing->language, "There is no figure to show here.");
  label = rs_label (RS_PART_EMPTY, reason, drawing->type.label, &drawing->theme->secondary);
  label.align = RS_ALIGN_MIDDLE;
  label.max_width_px = MIN (bounds.width, REASON_EM * drawing->type.label);
  label.max_lines = REASON_LINES;
  extents = rs_drawing_measure (drawing, &label);
  while (extents.height_px > bounds.height && label.max_lines > 1)
    {
      label.max_lines--;
      extents = rs_drawing_measure (drawing, &label);
    }
  height = extents.height_px + gap + size * 0.75;
  top = bounds.y + (bounds.height - height) / 2;
  if (height <= bounds.height)
    {
      draw_sign (drawing, middle, top, size);
      top += gap + size * 0.75;
    }
  else
    top = bounds.y + MAX (0, (bounds.height - extents.height_px) / 2);
  if (!rs_drawing_put (drawing, &label, middle, top))
    rs_drawing_leave_out (drawing, "reason", 1);
}
