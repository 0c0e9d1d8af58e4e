/* SPDX-License-Identifier: GPL-3.0-or-later
 * One upright bar that stands for a figure, in the look of its status. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/marks/column.h"

#include <math.h>

#include "chart/marks/series.h"

/* How far columns that are not chosen fade into the ground; less where hues must be told apart. */
#define FADE 0.55
#define FADE_BESIDE 0.42
/* How far the outline of a hollow one does. */
#define LINE_BESIDE 0.2
#define CRISP_FROM_PX 2.0
#define HATCH_PX 6.0
/* A shape is this large, as a share of a point of the theme, and never more than this share of its
 * column's width. */
#define SHAPE_SHARE 0.95
#define SHAPE_WIDEST 0.5
#define SHAPE_LEAST_PX 3.5

RsColor
rs_column_get_color (const RsDrawing *drawing, guint color, gboolean chosen, gboolean beside)
{
  const RsTheme *theme = drawing->theme;

  if (chosen)
    return theme->series[color];
  if (color == 0 && !beside)
    return theme->tint;
  return rs_color_mix (theme->series[color], theme->card, beside ? FADE_BESIDE : FADE);
}

RsColor
rs_column_get_line (const RsDrawing *drawing, guint color, gboolean chosen, gboolean beside)
{
  const RsTheme *theme = drawing->theme;
  RsColor fill = rs_column_get_color (drawing, color, chosen, beside);

  if (chosen)
    return fill;
  return beside ? rs_color_mix (theme->series[color], theme->card, LINE_BESIDE)
                : rs_color_mix (fill, theme->series[0], 0.45);
}

RsFlags
rs_column_get_flags (const RsDrawing *drawing, const RsSeries *series, guint point)
{
  RsFlags flags = series->points[point].observation.flags;

  if (rs_series_is_incomplete (drawing->frame, series, point))
    flags |= RS_FLAG_PROVISIONAL;
  return flags;
}

gboolean
rs_column_is_hollow (const RsColumnLook *look)
{
  return look->is_bound ||
         (look->flags & (RS_FLAG_DERIVED | RS_FLAG_PROVISIONAL | RS_FLAG_ESTIMATED |
                         RS_FLAG_IMPUTED | RS_FLAG_FORECAST | RS_FLAG_APPROXIMATE)) != 0;
}

double
rs_column_get_shape_px (const RsDrawing *drawing, double width_px, double height_px)
{
  double best = drawing->theme->point_px * drawing->type.stroke_scale * SHAPE_SHARE;
  double size = MIN (best, width_px * SHAPE_WIDEST);

  return size >= SHAPE_LEAST_PX && size * 1.8 <= height_px ? size : 0;
}

static void
draw_hatch (RsDrawing *drawing, RsRect rect, const RsColor *color, RsDatum datum)
{
  double unit = drawing->type.stroke_scale;
  double step = HATCH_PX * unit;

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

static void
draw_hollow (RsDrawing *drawing, RsRect rect, const RsColumnLook *look)
{
  const RsTheme *theme = drawing->theme;
  double stroke = MIN (1.5 * drawing->type.stroke_scale, rect.width / 4);
  RsColor pale = rs_color_mix (theme->card, look->color, look->chosen ? 0.22 : 0.3);
  gboolean plain =
    (look->flags & (RS_FLAG_DERIVED | RS_FLAG_PROVISIONAL | RS_FLAG_APPROXIMATE)) != 0;
  RsPoint top = { rect.x + rect.width / 2, rect.y };
  RsMark *mark;

  if ((look->flags & (RS_FLAG_ESTIMATED | RS_FLAG_IMPUTED | RS_FLAG_FORECAST)) != 0)
    draw_hatch (drawing, rect, &look->color, look->datum);
  rect = rs_rect_inset (rect, (RsInsets){ stroke / 2, stroke / 2, stroke / 2, stroke / 2 });
  mark = rs_scene_add_rect (drawing->scene, RS_PART_BAR, rect, plain ? &pale : NULL, &look->line,
                            stroke);
  mark->dash = (look->flags & RS_FLAG_PROVISIONAL) != 0 ? RS_DASH_SHORT : RS_DASH_NONE;
  mark->datum = look->datum;
  if (look->is_bound && !look->covered)
    rs_drawing_add_arrow (drawing, RS_PART_BOUND, look->datum, top, 0, -1,
                          9 * drawing->type.stroke_scale, &look->line, stroke);
}

/* At the axis, so that the shapes of a series stand in one line; clear of hatches. */
static void
draw_shape (RsDrawing *drawing, RsRect rect, const RsColumnLook *look)
{
  double size = rs_column_get_shape_px (drawing, rect.width, rect.height);
  gboolean hollow = rs_column_is_hollow (look);
  double y = look->below ? rect.y + size * 0.9 : rs_rect_bottom (rect) - size * 0.9;

  if (!look->marked || !(size > 0))
    return;
  rs_drawing_add_shape (drawing, RS_PART_BAR, look->shape, (RsPoint){ rect.x + rect.width / 2, y },
                        size, hollow ? &look->line : rs_drawing_text_on (drawing, &look->color),
                        hollow ? &drawing->theme->card : NULL,
                        hollow ? drawing->type.stroke_scale : 0)
    ->datum = look->datum;
}

void
rs_column_draw (RsDrawing *drawing, RsRect rect, const RsColumnLook *look)
{
  RsMark *mark;

  rs_collider_add (&drawing->taken, rect, RS_OBSTACLE_INK);
  if (rs_column_is_hollow (look))
    draw_hollow (drawing, rect, look);
  else
    {
      mark = rs_scene_add_rect (drawing->scene, RS_PART_BAR, rect, &look->color, NULL, 0);
      /* Snapped to px, strokes of about one would come out uneven. */
      mark->crisp = rect.width >= CRISP_FROM_PX;
      mark->radius_px = MIN (2 * drawing->type.stroke_scale, rect.width / 6);
      mark->datum = look->datum;
    }
  draw_shape (drawing, rect, look);
}
