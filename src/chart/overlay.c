/* SPDX-License-Identifier: GPL-3.0-or-later
 * Cursor ring and tooltip, as a scene of their own over a figure. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/chart.h"

#include <math.h>

#include "chart/drawing.h"
#include "query/summary.h"

/* Width of a tooltip's text in ems, and its air in px. */
#define TEXT_EM 22.0
#define PADDING_PX 10.0
/* From the ring to the box. */
#define DISTANCE_PX 14.0
#define MARGIN_PX 4.0
#define RADIUS_PX 8.0
#define MAX_LINES 14

typedef struct
{
  RsDrawing *drawing;
  RsPoint at;
  double padding;
  double distance;
  RsRect box;
} Tooltip;

static void
draw_ring (RsDrawing *drawing, RsDatum datum, RsPoint at)
{
  const RsTheme *theme = drawing->theme;
  double unit = drawing->type.stroke_scale;
  double diameter = theme->point_px * unit * 1.9;
  RsMark *mark;

  /* A quiet ring under the bright one keeps it visible on bars of any colour. */
  rs_drawing_add_shape (drawing, RS_PART_CURSOR, RS_SHAPE_CIRCLE, at, diameter, NULL, &theme->card,
                        4.5 * unit);
  mark = rs_drawing_add_shape (drawing, RS_PART_CURSOR, RS_SHAPE_CIRCLE, at, diameter, NULL,
                               &theme->focus, 2.2 * unit);
  mark->datum = datum;
}

/* Beside the point where there is room, else over or under it: never on it, and never outside the
 * picture. */
static void
place_box (Tooltip *self, double width, double height)
{
  const RsFigureOptions *options = self->drawing->options;
  double right = options->width_px - MARGIN_PX;
  double bottom = options->height_px - MARGIN_PX;
  double x = self->at.x + self->distance;
  double y = self->at.y - height / 2;

  if (x + width > right)
    x = self->at.x - self->distance - width;
  if (x < MARGIN_PX)
    {
      x = self->at.x - width / 2;
      y = self->at.y - self->distance - height;
      if (y < MARGIN_PX)
        y = self->at.y + self->distance;
    }
  x = CLAMP (x, MARGIN_PX, MAX (MARGIN_PX, right - width));
  y = CLAMP (y, MARGIN_PX, MAX (MARGIN_PX, bottom - height));
  self->box = rs_rect (x, y, width, height);
}

/* First line is what it is about, the rest the facts. */
static void
draw_tooltip (RsDrawing *drawing, RsDatum datum, RsPoint at)
{
  const RsTheme *theme = drawing->theme;
  double unit = sqrt (drawing->type.stroke_scale);
  Tooltip self = { drawing, at, PADDING_PX * unit, DISTANCE_PX * unit, { 0 } };
  g_autofree char *text =
    rs_summary_point (drawing->frame, (guint) datum.series, (guint) datum.point);
  char *rest = strchr (text, '\n');
  double room = drawing->options->width_px - 2 * MARGIN_PX - 2 * self.padding;
  double left = drawing->options->height_px - 2 * MARGIN_PX - 2 * self.padding;
  RsLabel head, body;
  RsTextExtents head_extents, body_extents = { 0 };
  RsMark *mark;

  if (rest != NULL)
    *rest++ = '\0';
  head = rs_label (RS_PART_TOOLTIP, text, drawing->type.label, &theme->text);
  head.weight = RS_WEIGHT_BOLD;
  head.max_width_px = MAX (1, MIN (room, TEXT_EM * head.size_px));
  head.max_lines = 2;
  head_extents = rs_drawing_measure (drawing, &head);
  left -= head_extents.height_px;
  body = rs_label (RS_PART_TOOLTIP, rest != NULL ? rest : "", drawing->type.label, &theme->text);
  body.max_width_px = head.max_width_px;
  body.max_lines = MAX_LINES;
  if (body.text[0] != '\0')
    for (;;)
      {
        body_extents = rs_drawing_measure (drawing, &body);
        if (body_extents.height_px <= left || body.max_lines <= 1)
          break;
        body.max_lines--;
      }
  if (body_extents.height_px > left)
    body_extents = (RsTextExtents){ 0 };
  if (head_extents.height_px <= 0 || left < 0)
    return;

  place_box (&self,
             MIN (head.max_width_px, MAX (head_extents.width_px, body_extents.width_px)) +
               2 * self.padding,
             head_extents.height_px + body_extents.height_px + 2 * self.padding);
  mark = rs_scene_add_rect (drawing->scene, RS_PART_TOOLTIP, self.box, &theme->card, &theme->axis,
                            theme->hairline_px);
  mark->radius_px = RADIUS_PX * unit;
  mark->datum = datum;
  rs_drawing_put (drawing, &head, self.box.x + self.padding, self.box.y + self.padding);
  if (body_extents.height_px > 0)
    rs_drawing_put (drawing, &body, self.box.x + self.padding,
                    self.box.y + self.padding + head_extents.height_px);
}

RsScene *
rs_figure_overlay (const RsScene *scene,
                   const RsFrame *frame,
                   RsDatum datum,
                   const RsFigureOptions *options,
                   RsTextMetrics *metrics)
{
  RsScene *overlay;
  RsFigureOptions sane;
  RsDrawing drawing;
  RsPoint at;
  RsRect hit;

  g_return_val_if_fail (scene != NULL && frame != NULL, NULL);
  g_return_val_if_fail (options != NULL && options->theme != NULL, NULL);
  g_return_val_if_fail (metrics != NULL, NULL);

  sane = *options;
  sane.width_px = rs_scene_get_width (scene);
  sane.height_px = rs_scene_get_height (scene);
  overlay = rs_scene_new (sane.width_px, sane.height_px, rs_scene_get_language (scene));
  if (datum.series < 0 || (guint) datum.series >= rs_frame_get_n_series (frame) ||
      datum.point < 0 ||
      (guint) datum.point >= rs_frame_get_series (frame, (guint) datum.series)->n_points ||
      !rs_scene_find_stop (scene, datum, &at, &hit))
    return overlay;
  rs_drawing_init (&drawing, frame, &sane, metrics, overlay);
  draw_ring (&drawing, datum, at);
  draw_tooltip (&drawing, datum, at);
  rs_drawing_clear (&drawing);
  return overlay;
}
