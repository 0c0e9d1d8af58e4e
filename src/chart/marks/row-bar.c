/* SPDX-License-Identifier: GPL-3.0-or-later
 * A horizontal bar of one figure, and what stands for a bound. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/marks/row-bar.h"

#include <math.h>

#include "chart/marks/rows.h"

/* A length shorter than this is not drawn as a rounded box. */
#define ROUND_FROM_PX 4.0
#define ARROW_PX 14.0

void
rs_row_bar_draw (
  RsDrawing *drawing, RsDatum datum, const RsFramePoint *point, RsRect rect, const RsColor *color)
{
  double stroke = 1.5 * rs_rows_get_unit (drawing);
  gboolean hollow = point != NULL && rs_frame_point_is_hollow (point);
  RsColor pale = rs_color_mix (drawing->theme->card, *color, 0.2);
  RsMark *mark;

  if (hollow)
    rect = rs_rect_inset (rect, (RsInsets){ stroke / 2, stroke / 2, stroke / 2, stroke / 2 });
  mark = rs_scene_add_rect (drawing->scene, RS_PART_BAR, rect, hollow ? &pale : color,
                            hollow ? color : NULL, hollow ? stroke : 0);
  mark->crisp = !hollow;
  mark->radius_px = rect.width > ROUND_FROM_PX ? 2 * rs_rows_get_unit (drawing) : 0;
  mark->datum = datum;
  rs_collider_add (&drawing->taken, rect, RS_OBSTACLE_INK);
}

void
rs_row_bound_draw (RsDrawing *drawing,
                   RsDatum datum,
                   RsPoint at,
                   double half_px,
                   const RsColor *color,
                   RsLabel label,
                   double gap_px)
{
  double unit = rs_rows_get_unit (drawing);
  RsTextExtents extents = rs_drawing_measure (drawing, &label);
  RsMark *mark =
    rs_scene_add_line (drawing->scene, RS_PART_BOUND, (RsPoint){ at.x, at.y - half_px },
                       (RsPoint){ at.x, at.y + half_px }, color, 2.5 * unit);

  mark->datum = datum;
  rs_drawing_add_arrow (drawing, RS_PART_BOUND, datum, at, 1, 0, ARROW_PX * unit, color, 2 * unit);
  label.align = RS_ALIGN_END;
  if (rs_drawing_put (drawing, &label, at.x - gap_px, at.y - extents.height_px / 2))
    return;
  label.align = RS_ALIGN_START;
  if (!rs_drawing_put (drawing, &label, at.x + ARROW_PX * unit + gap_px,
                       at.y - extents.height_px / 2))
    rs_drawing_leave_out (drawing, "labels", 1);
}

gboolean
rs_row_get_earlier (const RsSeries *series, const RsFramePoint *point, double *out_value)
{
  double value;

  *out_value = (double) NAN;
  if (point == NULL || !rs_frame_point_get_number (point, &value) ||
      point->change.obstacle != RS_OBSTACLE_NONE)
    return FALSE;
  for (const RsFramePoint *earlier = point; earlier > series->points;)
    {
      earlier--;
      if (rs_period_equal (earlier->period, point->change.against))
        return rs_frame_point_get_number (earlier, out_value);
    }
  return FALSE;
}

int
rs_row_compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const RsFrame *frame = user_data;
  double values[2];

  for (int i = 0; i < 2; i++)
    {
      guint index = *(const guint *) (i == 0 ? a : b);
      const RsSeries *series = rs_frame_get_series (frame, index);

      values[i] = (double) -INFINITY;
      if (series->selected >= 0 &&
          !rs_frame_point_get_number (&series->points[series->selected], &values[i]) &&
          !rs_frame_point_get_bound (&series->points[series->selected], &values[i]))
        values[i] = (double) -INFINITY;
    }
  return (values[0] < values[1]) - (values[0] > values[1]);
}
