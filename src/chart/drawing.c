/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the parts of a figure share while it is drawn. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/drawing.h"

#include <math.h>

#include "query/summary.h"

/* Below this size Chinese is never set bold: the strokes of dense characters run together. */
#define CHINESE_BOLD_MIN_PX 14.0
/* Air around a plate's text. */
#define PLATE_X_PX 4.0
#define PLATE_Y_PX 1.0
/* Of text (chart-rules R7). */
#define LEAST_CONTRAST 4.5
/* Rules closer together than this are one; and how far their names stand off. */
#define SAME_RULE_PX 1.0
#define RULE_GAP_PX 3.0
/* Texts may leave the picture by no more than rounding. */
#define PICTURE_SLACK_PX 0.01

/* A rule that waits for its name. */
typedef struct
{
  RsPart part;
  RsDatum datum;
  const char *text;
  double x, top, bottom;
} Rule;

void
rs_drawing_init (RsDrawing *self,
                 const RsFrame *frame,
                 const RsFigureOptions *options,
                 RsTextMetrics *metrics,
                 RsScene *scene)
{
  *self = (RsDrawing){
    .frame = frame,
    .view = rs_frame_get_view (frame),
    .options = options,
    .theme = options->theme,
    .metrics = metrics,
    .type = rs_type_scale_get (options->type_mode, options->text_scale, options->height_px),
    .language = rs_frame_get_language (frame),
    .scene = scene,
    .picture = rs_rect (0, 0, options->width_px, options->height_px),
  };
  rs_collider_init (&self->taken);
  self->rules = g_array_new (FALSE, FALSE, sizeof (Rule));
}

void
rs_drawing_clear (RsDrawing *self)
{
  rs_collider_clear (&self->taken);
  g_clear_pointer (&self->rules, g_array_unref);
}

RsLabel
rs_label (RsPart part, const char *text, double size_px, const RsColor *color)
{
  return (RsLabel){
    .part = part,
    .datum = RS_DATUM_NONE,
    .text = text,
    .size_px = size_px,
    .weight = RS_WEIGHT_NORMAL,
    .color = color,
    .align = RS_ALIGN_START,
    .max_width_px = 0,
    .max_lines = 1,
  };
}

static gboolean
has_chinese (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_utf8_get_char (p) >= 0x2e80)
      return TRUE;
  return FALSE;
}

static RsFont
get_font (const RsLabel *label)
{
  RsFont font = { .size_px = label->size_px, .weight = label->weight };

  font.tabular = label->part != RS_PART_TITLE && label->part != RS_PART_SUBTITLE &&
                 label->part != RS_PART_NOTE && label->part != RS_PART_SOURCE;
  if (font.weight > RS_WEIGHT_NORMAL && font.size_px < CHINESE_BOLD_MIN_PX &&
      has_chinese (label->text))
    font.weight = RS_WEIGHT_NORMAL;
  return font;
}

RsTextExtents
rs_drawing_measure (const RsDrawing *self, const RsLabel *label)
{
  RsFont font = get_font (label);

  return rs_text_metrics_measure (self->metrics, label->text, &font, self->language,
                                  label->max_width_px, label->max_lines);
}

static RsRect
get_text_rect (const RsLabel *label, const RsTextExtents *extents, double x, double top)
{
  double left = x;

  switch (label->align)
    {
    case RS_ALIGN_START:
      break;
    case RS_ALIGN_MIDDLE:
      left = x - extents->width_px / 2;
      break;
    case RS_ALIGN_END:
      left = x - extents->width_px;
      break;
    }
  return rs_rect (left, top, extents->width_px, extents->height_px);
}

static RsRect
get_plate (const RsLabel *label, RsRect text)
{
  if (label->plate == NULL)
    return text;
  return rs_rect (text.x - PLATE_X_PX, text.y - PLATE_Y_PX, text.width + 2 * PLATE_X_PX,
                  text.height + 2 * PLATE_Y_PX);
}

static gboolean
is_inside (RsRect outer, RsRect inner)
{
  return inner.x >= outer.x - PICTURE_SLACK_PX && inner.y >= outer.y - PICTURE_SLACK_PX &&
         rs_rect_right (inner) <= rs_rect_right (outer) + PICTURE_SLACK_PX &&
         rs_rect_bottom (inner) <= rs_rect_bottom (outer) + PICTURE_SLACK_PX;
}

static gboolean
can_put_rect (const RsDrawing *self, const RsLabel *label, RsRect text)
{
  RsRect room = get_plate (label, text);

  /* One unbreakable word may be broader than asked for. */
  if (label->max_width_px > 0 && text.width > label->max_width_px + 0.5)
    return FALSE;
  if (!isfinite (text.x) || !isfinite (text.y) || !is_inside (self->picture, room))
    return FALSE;
  return rs_collider_is_free (&self->taken, room, label->avoid | RS_OBSTACLE_TEXT);
}

gboolean
rs_drawing_can_put (const RsDrawing *self, const RsLabel *label, double x, double top)
{
  RsTextExtents extents = rs_drawing_measure (self, label);

  return can_put_rect (self, label, get_text_rect (label, &extents, x, top));
}

gboolean
rs_drawing_put (RsDrawing *self, const RsLabel *label, double x, double top)
{
  RsTextExtents extents = rs_drawing_measure (self, label);
  RsRect text = get_text_rect (label, &extents, x, top);
  RsFont font = get_font (label);
  RsMark *mark = NULL;

  if (label->text[0] == '\0')
    return TRUE;
  if (!can_put_rect (self, label, text))
    return FALSE;
  rs_collider_add (&self->taken, get_plate (label, text), RS_OBSTACLE_TEXT);
  if (self->scene == NULL)
    return TRUE;
  if (label->plate != NULL)
    {
      mark = rs_scene_add_rect (self->scene, label->part, get_plate (label, text), label->plate,
                                NULL, 0);
      mark->radius_px = 2;
      mark->datum = label->datum;
    }
  mark = rs_scene_add_text (self->scene, label->part, (RsPoint){ x, top + extents.baseline_px },
                            label->align, label->text, &font, label->color, label->max_width_px,
                            label->max_lines, &extents);
  mark->datum = label->datum;
  return TRUE;
}

void
rs_drawing_name_rule (RsDrawing *self,
                      RsPart part,
                      RsDatum datum,
                      const char *text,
                      double x,
                      double top,
                      double bottom)
{
  Rule rule = { part, datum, text, x, top, bottom };

  for (guint i = 0; i < self->rules->len; i++)
    {
      const Rule *other = &g_array_index (self->rules, Rule, i);

      if (other->part == part && fabs (other->x - x) < SAME_RULE_PX && other->top == top)
        return;
    }
  g_array_append_val (self->rules, rule);
}

/* As high up as there is room, right of the rule or left of it. */
static gboolean
put_rule_name (RsDrawing *self, const Rule *rule)
{
  RsLabel label = rs_label (rule->part, rule->text, self->type.tick, &self->theme->secondary);
  double gap = RULE_GAP_PX * self->type.stroke_scale;
  double height = rs_drawing_measure (self, &label).height_px;

  label.datum = rule->datum;
  label.avoid = RS_OBSTACLE_INK;
  /* A filled area is nothing to keep off, but nothing to write on either. */
  if (rs_frame_get_kind (self->frame) == RS_CHART_AREAS)
    label.plate = &self->theme->card;
  for (double top = rule->top; top + height <= rule->bottom; top += MAX (1, height / 2))
    {
      label.align = RS_ALIGN_START;
      if (rs_drawing_put (self, &label, rule->x + gap, top))
        return TRUE;
      label.align = RS_ALIGN_END;
      if (rs_drawing_put (self, &label, rule->x - gap, top))
        return TRUE;
    }
  return FALSE;
}

void
rs_drawing_finish (RsDrawing *self)
{
  for (guint i = 0; i < self->rules->len; i++)
    if (!put_rule_name (self, &g_array_index (self->rules, Rule, i)))
      rs_drawing_leave_out (self, "labels", 1);
  g_array_set_size (self->rules, 0);
}

void
rs_drawing_leave_out (RsDrawing *self, const char *what, guint n)
{
  if (self->scene != NULL && n > 0)
    rs_scene_add_left_out (self->scene, what, n);
}

double
rs_drawing_line (const RsDrawing *self, double size_px)
{
  /* Chinese stands higher and lower than Latin figures do. */
  const char *sample = self->language == RS_LANGUAGE_ZH_CN ? "0月" : "0";
  RsLabel label = rs_label (RS_PART_LABEL, sample, size_px, &self->theme->text);

  return rs_drawing_measure (self, &label).height_px;
}

static void
add_polygon (RsScene *scene, RsPoint at, double radius, int corners, double turn)
{
  for (int i = 0; i < corners; i++)
    {
      double angle = turn + 2 * G_PI * i / corners;
      double x = at.x + radius * cos (angle);
      double y = at.y + radius * sin (angle);

      if (i == 0)
        rs_scene_move_to (scene, x, y);
      else
        rs_scene_line_to (scene, x, y);
    }
  rs_scene_close_path (scene);
}

static void
add_circle (RsScene *scene, RsPoint at, double r)
{
  /* Four cubic arcs; 0.5523 is the usual distance of the control points of a quarter circle. */
  double k = r * 0.55228475;

  rs_scene_move_to (scene, at.x + r, at.y);
  rs_scene_curve_to (scene, at.x + r, at.y + k, at.x + k, at.y + r, at.x, at.y + r);
  rs_scene_curve_to (scene, at.x - k, at.y + r, at.x - r, at.y + k, at.x - r, at.y);
  rs_scene_curve_to (scene, at.x - r, at.y - k, at.x - k, at.y - r, at.x, at.y - r);
  rs_scene_curve_to (scene, at.x + k, at.y - r, at.x + r, at.y - k, at.x + r, at.y);
  rs_scene_close_path (scene);
}

RsMark *
rs_drawing_add_shape (RsDrawing *self,
                      RsPart part,
                      RsShape shape,
                      RsPoint at,
                      double diameter_px,
                      const RsColor *fill,
                      const RsColor *stroke,
                      double stroke_px)
{
  double r = diameter_px / 2;

  rs_scene_begin_path (self->scene, part, fill, stroke, stroke_px);
  /* Radii are chosen so that all shapes look equally heavy. */
  switch (shape)
    {
    case RS_SHAPE_CIRCLE:
      add_circle (self->scene, at, r);
      break;
    case RS_SHAPE_SQUARE:
      add_polygon (self->scene, at, r * 1.25, 4, G_PI / 4);
      break;
    case RS_SHAPE_TRIANGLE:
      add_polygon (self->scene, (RsPoint){ at.x, at.y + r * 0.2 }, r * 1.35, 3, -G_PI / 2);
      break;
    case RS_SHAPE_DIAMOND:
      add_polygon (self->scene, at, r * 1.35, 4, 0);
      break;
    case RS_SHAPE_TRIANGLE_DOWN:
      add_polygon (self->scene, (RsPoint){ at.x, at.y - r * 0.2 }, r * 1.35, 3, G_PI / 2);
      break;
    case RS_SHAPE_HEXAGON:
      add_polygon (self->scene, at, r * 1.1, 6, 0);
      break;
    }
  return rs_scene_end_path (self->scene);
}

void
rs_drawing_add_arrow (RsDrawing *self,
                      RsPart part,
                      RsDatum datum,
                      RsPoint from,
                      double dx,
                      double dy,
                      double size_px,
                      const RsColor *color,
                      double stroke_px)
{
  RsPoint tip = { from.x + dx * size_px, from.y + dy * size_px };
  double head = size_px * 0.4;

  rs_scene_begin_path (self->scene, part, NULL, color, stroke_px);
  rs_scene_move_to (self->scene, from.x, from.y);
  rs_scene_line_to (self->scene, tip.x, tip.y);
  rs_scene_move_to (self->scene, tip.x - dx * head + dy * head, tip.y - dy * head + dx * head);
  rs_scene_line_to (self->scene, tip.x, tip.y);
  rs_scene_line_to (self->scene, tip.x - dx * head - dy * head, tip.y - dy * head - dx * head);
  rs_scene_end_path (self->scene)->datum = datum;
}

void
rs_drawing_add_gap (RsDrawing *self, RsDatum datum, RsPoint at)
{
  double unit = self->type.stroke_scale;

  rs_scene_begin_path (self->scene, RS_PART_GAP, &self->theme->axis, NULL, 0);
  for (int i = -1; i <= 1; i++)
    add_circle (self->scene, (RsPoint){ at.x + 4 * unit * i, at.y }, unit);
  rs_scene_end_path (self->scene)->datum = datum;
}

void
rs_drawing_add_tick (RsDrawing *self,
                     RsPart part,
                     RsDatum datum,
                     RsPoint from,
                     RsPoint to,
                     const RsColor *color,
                     double stroke_px,
                     gboolean dashed)
{
  double halo = self->type.stroke_scale;
  RsRect ground = rs_rect (MIN (from.x, to.x) - (from.x == to.x ? stroke_px / 2 + halo : halo),
                           MIN (from.y, to.y) - (from.y == to.y ? stroke_px / 2 + halo : halo),
                           from.x == to.x ? stroke_px + 2 * halo : fabs (to.x - from.x) + 2 * halo,
                           from.y == to.y ? stroke_px + 2 * halo : fabs (to.y - from.y) + 2 * halo);
  RsMark *mark = rs_scene_add_rect (self->scene, part, ground, &self->theme->card, NULL, 0);

  mark->datum = datum;
  mark = rs_scene_add_line (self->scene, part, from, to, color, stroke_px);
  mark->datum = datum;
  mark->dash = dashed ? RS_DASH_SHORT : RS_DASH_NONE;
  rs_collider_add (&self->taken, ground, RS_OBSTACLE_INK);
}

RsColor
rs_color_mix (RsColor a, RsColor b, double share)
{
  return (RsColor){
    .red = a.red + (b.red - a.red) * share,
    .green = a.green + (b.green - a.green) * share,
    .blue = a.blue + (b.blue - a.blue) * share,
    .alpha = 1,
  };
}

const RsColor *
rs_drawing_text_on (const RsDrawing *self, const RsColor *ground)
{
  /* On any colour one of these two reaches 4.5 : 1. */
  static const RsColor black = { 0, 0, 0, 1 };
  static const RsColor white = { 1, 1, 1, 1 };
  double text = rs_color_contrast (self->theme->text, *ground);
  double card = rs_color_contrast (self->theme->card, *ground);

  if (MAX (text, card) < LEAST_CONTRAST)
    return rs_color_contrast (black, *ground) > rs_color_contrast (white, *ground) ? &black
                                                                                   : &white;
  return card > text ? &self->theme->card : &self->theme->text;
}

gboolean
rs_frame_point_get_number (const RsFramePoint *point, double *out_value)
{
  *out_value = point->observation.value;
  return point->observation.reason == RS_REASON_NONE && isfinite (point->observation.value);
}

gboolean
rs_frame_point_get_bound (const RsFramePoint *point, double *out_bound)
{
  const RsPassport *passport = point->observation.passport;

  *out_bound = (double) NAN;
  if (point->observation.reason != RS_REASON_BOUND || passport == NULL || !passport->has_bound)
    return FALSE;
  *out_bound = passport->bound;
  return isfinite (passport->bound);
}

const RsTarget *
rs_drawing_get_target (const RsDrawing *self, const RsFramePoint *point)
{
  if (self->view != NULL && !self->view->show_targets)
    return NULL;
  return point->target != NULL && isfinite (point->target->value) ? point->target : NULL;
}

gboolean
rs_frame_point_is_hollow (const RsFramePoint *point)
{
  return (point->observation.flags & (RS_FLAG_DERIVED | RS_FLAG_PROVISIONAL | RS_FLAG_ESTIMATED |
                                      RS_FLAG_IMPUTED | RS_FLAG_FORECAST | RS_FLAG_APPROXIMATE)) !=
         0;
}

char *
rs_drawing_describe_target (const RsDrawing *self, guint series, const RsTarget *target)
{
  RsDisplayUnit unit = rs_frame_get_display_unit (self->frame, series, FALSE);
  g_autofree char *number = rs_number_format (target->value * unit.factor, -1, self->language);

  return g_strdup_printf ("%s\u00a0%s", rs_operator_get_sign (target->op), number);
}

char *
rs_drawing_describe_value (const RsDrawing *self, guint series, guint point)
{
  g_autofree char *value = rs_summary_value (self->frame, series, point, FALSE);
  g_autofree char *marks = rs_summary_marks (self->frame, series, point);

  return rs_drawing_join_marks (value, marks);
}

char *
rs_drawing_join_marks (const char *value, const char *marks)
{
  return g_strconcat (value, marks[0] == '(' ? "\u00a0" : "", marks, NULL);
}
