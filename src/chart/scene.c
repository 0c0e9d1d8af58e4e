/* SPDX-License-Identifier: GPL-3.0-or-later
 * Building and reading a flat list of marks in px. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/scene-private.h"

#include <math.h>

/* cairo counts in 24.8 fixed point and wraps around past ±2²³ px; no picture is near that large. */
#define COORDINATE_MAX_PX 1e6

static const char *const part_names[] = {
  [RS_PART_GROUND] = "ground",       [RS_PART_CARD] = "card",     [RS_PART_TITLE] = "title",
  [RS_PART_SUBTITLE] = "subtitle",   [RS_PART_VALUE] = "value",   [RS_PART_CHANGE] = "change",
  [RS_PART_CHIP] = "chip",           [RS_PART_GRID] = "grid",     [RS_PART_AXIS] = "axis",
  [RS_PART_TICK] = "tick",           [RS_PART_BAR] = "bar",       [RS_PART_LINE] = "line",
  [RS_PART_POINT] = "point",         [RS_PART_BOUND] = "bound",   [RS_PART_TARGET] = "target",
  [RS_PART_BREAK] = "break",         [RS_PART_GAP] = "gap",       [RS_PART_LABEL] = "label",
  [RS_PART_SELECTED] = "selected",   [RS_PART_EMPTY] = "empty",   [RS_PART_ROW] = "row",
  [RS_PART_RULE] = "rule",           [RS_PART_NOTE] = "note",     [RS_PART_SOURCE] = "source",
  [RS_PART_LEGEND] = "legend",       [RS_PART_CURSOR] = "cursor", [RS_PART_TOOLTIP] = "tooltip",
  [RS_PART_AREA] = "area",           [RS_PART_CELL] = "cell",     [RS_PART_RANGE] = "range",
  [RS_PART_CONNECTOR] = "connector",
};

const char *
rs_part_to_string (RsPart part)
{
  g_return_val_if_fail ((guint) part < G_N_ELEMENTS (part_names), "");

  return part_names[part];
}

static void
mark_clear (gpointer data)
{
  RsMark *mark = data;

  g_clear_pointer (&mark->text, g_free);
}

static void
left_out_clear (gpointer data)
{
  RsSceneLeftOut *left_out = data;

  g_clear_pointer (&left_out->what, g_free);
}

RsScene *
rs_scene_new (double width_px, double height_px, RsLanguage language)
{
  RsScene *self;

  g_return_val_if_fail (isfinite (width_px) && width_px >= 0, NULL);
  g_return_val_if_fail (isfinite (height_px) && height_px >= 0, NULL);

  self = g_new0 (RsScene, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->width_px = width_px;
  self->height_px = height_px;
  self->language = language;
  self->home = RS_DATUM_NONE;
  self->marks = g_array_new (FALSE, TRUE, sizeof (RsMark));
  g_array_set_clear_func (self->marks, mark_clear);
  self->verbs = g_array_new (FALSE, FALSE, sizeof (RsPathVerb));
  self->points = g_array_new (FALSE, FALSE, sizeof (RsPoint));
  self->stops = g_array_new (FALSE, FALSE, sizeof (RsSceneStop));
  self->left_out = g_array_new (FALSE, FALSE, sizeof (RsSceneLeftOut));
  g_array_set_clear_func (self->left_out, left_out_clear);
  return self;
}

RsScene *
rs_scene_ref (RsScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
rs_scene_unref (RsScene *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->title);
  g_free (self->description);
  g_array_unref (self->marks);
  g_array_unref (self->verbs);
  g_array_unref (self->points);
  g_array_unref (self->stops);
  g_array_unref (self->left_out);
  g_free (self);
}

void
rs_scene_seal (RsScene *self)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (!self->in_path);
  g_return_if_fail (self->n_clips == 0);

  self->sealed = TRUE;
}

double
rs_scene_get_width (const RsScene *self)
{
  return self->width_px;
}

double
rs_scene_get_height (const RsScene *self)
{
  return self->height_px;
}

RsLanguage
rs_scene_get_language (const RsScene *self)
{
  return self->language;
}

guint
rs_scene_get_n_marks (const RsScene *self)
{
  return self->marks->len;
}

const RsMark *
rs_scene_get_mark (const RsScene *self, guint i)
{
  g_return_val_if_fail (i < self->marks->len, NULL);

  return &g_array_index (self->marks, RsMark, i);
}

const RsPathVerb *
rs_scene_get_verbs (const RsScene *self)
{
  return (const RsPathVerb *) (gconstpointer) self->verbs->data;
}

const RsPoint *
rs_scene_get_points (const RsScene *self)
{
  return (const RsPoint *) (gconstpointer) self->points->data;
}

void
rs_scene_set_title (RsScene *self, const char *title)
{
  g_return_if_fail (self != NULL && !self->sealed);

  g_free (self->title);
  self->title = title != NULL ? g_utf8_make_valid (title, -1) : NULL;
}

void
rs_scene_set_description (RsScene *self, const char *description)
{
  g_return_if_fail (self != NULL && !self->sealed);

  g_free (self->description);
  self->description = description != NULL ? g_utf8_make_valid (description, -1) : NULL;
}

const char *
rs_scene_get_title (const RsScene *self)
{
  return self->title != NULL ? self->title : "";
}

const char *
rs_scene_get_description (const RsScene *self)
{
  return self->description != NULL ? self->description : "";
}

void
rs_scene_add_left_out (RsScene *self, const char *what, guint n)
{
  RsSceneLeftOut entry;

  g_return_if_fail (self != NULL && !self->sealed);
  g_return_if_fail (what != NULL);

  if (n == 0)
    return;
  for (guint i = 0; i < self->left_out->len; i++)
    {
      RsSceneLeftOut *left_out = &g_array_index (self->left_out, RsSceneLeftOut, i);

      if (g_str_equal (left_out->what, what))
        {
          left_out->n += n;
          return;
        }
    }
  entry.what = g_strdup (what);
  entry.n = n;
  g_array_append_val (self->left_out, entry);
}

guint
rs_scene_count_left_out (const RsScene *self, const char *what)
{
  g_return_val_if_fail (self != NULL && what != NULL, 0);

  for (guint i = 0; i < self->left_out->len; i++)
    {
      const RsSceneLeftOut *left_out = &g_array_index (self->left_out, RsSceneLeftOut, i);

      if (g_str_equal (left_out->what, what))
        return left_out->n;
    }
  return 0;
}

guint
rs_scene_get_n_left_out (const RsScene *self)
{
  guint n = 0;

  for (guint i = 0; i < self->left_out->len; i++)
    n += g_array_index (self->left_out, RsSceneLeftOut, i).n;
  return n;
}

static gboolean
drawable (double coordinate)
{
  return fabs (coordinate) <= COORDINATE_MAX_PX; /* false for NaN as well */
}

gboolean
rs_scene_can_draw_point (RsPoint p)
{
  return drawable (p.x) && drawable (p.y);
}

gboolean
rs_scene_can_draw_rect (RsRect r)
{
  return drawable (r.x) && drawable (r.y) && drawable (r.width) && drawable (r.height) &&
         r.width >= 0 && r.height >= 0;
}

static RsMark *
drop_mark (RsScene *self)
{
  rs_scene_add_left_out (self, "marks", 1);
  mark_clear (&self->dropped);
  self->dropped = (RsMark){ .datum = RS_DATUM_NONE };
  return &self->dropped;
}

static RsMark *
append_mark (RsScene *self, const RsMark *mark)
{
  g_array_append_vals (self->marks, mark, 1);
  return &g_array_index (self->marks, RsMark, self->marks->len - 1);
}

static void
set_paint (RsMark *mark, const RsColor *fill, const RsColor *stroke, double stroke_px)
{
  if (fill != NULL)
    {
      mark->has_fill = TRUE;
      mark->fill = *fill;
    }
  if (stroke != NULL && stroke_px > 0)
    {
      mark->has_stroke = TRUE;
      mark->stroke = *stroke;
      mark->stroke_px = stroke_px;
    }
}

RsMark *
rs_scene_add_rect (RsScene *self,
                   RsPart part,
                   RsRect rect,
                   const RsColor *fill,
                   const RsColor *stroke,
                   double stroke_px)
{
  RsMark mark = { .type = RS_MARK_RECT, .part = part, .datum = RS_DATUM_NONE, .bounds = rect };

  g_return_val_if_fail (self != NULL && !self->sealed && !self->in_path, NULL);

  if (!rs_scene_can_draw_rect (rect) || !isfinite (stroke_px) ||
      self->marks->len >= RS_SCENE_MAX_MARKS)
    return drop_mark (self);
  set_paint (&mark, fill, stroke, stroke_px);
  return append_mark (self, &mark);
}

RsMark *
rs_scene_add_line (
  RsScene *self, RsPart part, RsPoint from, RsPoint to, const RsColor *stroke, double stroke_px)
{
  g_return_val_if_fail (self != NULL, NULL);

  rs_scene_begin_path (self, part, NULL, stroke, stroke_px);
  rs_scene_move_to (self, from.x, from.y);
  rs_scene_line_to (self, to.x, to.y);
  return rs_scene_end_path (self);
}

RsMark *
rs_scene_begin_path (
  RsScene *self, RsPart part, const RsColor *fill, const RsColor *stroke, double stroke_px)
{
  g_return_val_if_fail (self != NULL && !self->sealed && !self->in_path, NULL);

  self->in_path = TRUE;
  self->path_bad = !isfinite (stroke_px);
  self->path = (RsMark){
    .type = RS_MARK_PATH,
    .part = part,
    .datum = RS_DATUM_NONE,
    .first_verb = self->verbs->len,
    .first_point = self->points->len,
  };
  set_paint (&self->path, fill, stroke, stroke_px);
  return &self->path;
}

static void
add_verb (RsScene *self, RsPathVerb verb, const RsPoint *points, guint n_points)
{
  g_return_if_fail (self != NULL && self->in_path);

  /* A path starts with a move, whatever the caller began with. */
  if (verb != RS_PATH_MOVE && self->verbs->len == self->path.first_verb)
    {
      if (n_points == 0)
        return;
      add_verb (self, RS_PATH_MOVE, points, 1);
      if (verb == RS_PATH_LINE)
        return;
    }
  for (guint i = 0; i < n_points; i++)
    if (!rs_scene_can_draw_point (points[i]))
      self->path_bad = TRUE;
  g_array_append_val (self->verbs, verb);
  g_array_append_vals (self->points, points, n_points);
}

void
rs_scene_move_to (RsScene *self, double x, double y)
{
  add_verb (self, RS_PATH_MOVE, (RsPoint[]){ { x, y } }, 1);
}

void
rs_scene_line_to (RsScene *self, double x, double y)
{
  add_verb (self, RS_PATH_LINE, (RsPoint[]){ { x, y } }, 1);
}

void
rs_scene_curve_to (RsScene *self, double x1, double y1, double x2, double y2, double x3, double y3)
{
  add_verb (self, RS_PATH_CURVE, (RsPoint[]){ { x1, y1 }, { x2, y2 }, { x3, y3 } }, 3);
}

void
rs_scene_close_path (RsScene *self)
{
  add_verb (self, RS_PATH_CLOSE, NULL, 0);
}

RsMark *
rs_scene_end_path (RsScene *self)
{
  const RsPoint *points;
  double left, top, right, bottom;

  g_return_val_if_fail (self != NULL && self->in_path, NULL);

  self->in_path = FALSE;
  if (self->path_bad || self->points->len == self->path.first_point ||
      self->marks->len >= RS_SCENE_MAX_MARKS)
    {
      g_array_set_size (self->verbs, self->path.first_verb);
      g_array_set_size (self->points, self->path.first_point);
      return drop_mark (self);
    }
  points = rs_scene_get_points (self);
  left = right = points[self->path.first_point].x;
  top = bottom = points[self->path.first_point].y;
  for (guint i = self->path.first_point + 1; i < self->points->len; i++)
    {
      left = MIN (left, points[i].x);
      right = MAX (right, points[i].x);
      top = MIN (top, points[i].y);
      bottom = MAX (bottom, points[i].y);
    }
  self->path.n_verbs = self->verbs->len - self->path.first_verb;
  self->path.bounds = rs_rect (left, top, right - left, bottom - top);
  return append_mark (self, &self->path);
}

RsMark *
rs_scene_add_text (RsScene *self,
                   RsPart part,
                   RsPoint anchor,
                   RsAlign align,
                   const char *text,
                   const RsFont *font,
                   const RsColor *color,
                   double max_width_px,
                   int max_lines,
                   const RsTextExtents *extents)
{
  RsMark mark = { .type = RS_MARK_TEXT, .part = part, .datum = RS_DATUM_NONE };
  double left = anchor.x;

  g_return_val_if_fail (self != NULL && !self->sealed && !self->in_path, NULL);
  g_return_val_if_fail (text != NULL && font != NULL && color != NULL && extents != NULL, NULL);

  switch (align)
    {
    case RS_ALIGN_START:
      break;
    case RS_ALIGN_MIDDLE:
      left -= extents->width_px / 2;
      break;
    case RS_ALIGN_END:
      left -= extents->width_px;
      break;
    }
  mark.bounds =
    rs_rect (left, anchor.y - extents->baseline_px, extents->width_px, extents->height_px);
  if (!rs_scene_can_draw_rect (mark.bounds) || !rs_scene_can_draw_point (anchor) ||
      !drawable (font->size_px) || self->marks->len >= RS_SCENE_MAX_MARKS)
    return drop_mark (self);
  set_paint (&mark, color, NULL, 0);
  mark.text = g_utf8_make_valid (text, -1);
  mark.font = *font;
  mark.align = align;
  mark.anchor = anchor;
  mark.max_width_px = isfinite (max_width_px) ? max_width_px : 0;
  mark.max_lines = max_lines;
  return append_mark (self, &mark);
}

void
rs_scene_push_clip (RsScene *self, RsRect rect)
{
  RsMark mark = { .type = RS_MARK_CLIP, .part = RS_PART_GROUND, .datum = RS_DATUM_NONE };

  g_return_if_fail (self != NULL && !self->sealed && !self->in_path);

  /* A clip is never dropped: its unclip would then end another. What cannot be drawn clips
   * everything away. */
  mark.bounds = rs_scene_can_draw_rect (rect) ? rect : rs_rect (0, 0, 0, 0);
  append_mark (self, &mark);
  self->n_clips++;
}

void
rs_scene_pop_clip (RsScene *self)
{
  RsMark mark = { .type = RS_MARK_UNCLIP, .part = RS_PART_GROUND, .datum = RS_DATUM_NONE };

  g_return_if_fail (self != NULL && !self->sealed && !self->in_path);
  g_return_if_fail (self->n_clips > 0);

  append_mark (self, &mark);
  self->n_clips--;
}
