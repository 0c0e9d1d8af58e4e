/* SPDX-License-Identifier: GPL-3.0-or-later
 * Scene to cairo: the one painter for screen, PNG, PDF and print. */
#define G_LOG_DOMAIN "renshe-render"

#include "config.h"

#include "render/painter.h"

#include <math.h>

/* cairo's stroker is quadratic in the crossings of one stroke: a long zigzag is stroked piece by
 * piece. */
#define STROKE_WHOLE_MAX 1000
#define STROKE_PIECE 200

typedef struct
{
  const RsScene *scene;
  cairo_t *cr;
  RsTextEngine *engine;
  double snap;
} Painter;

static void
set_color (cairo_t *cr, RsColor color)
{
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, color.alpha);
}

static void
set_dash (cairo_t *cr, RsDash dash, double stroke_px)
{
  double lengths[2] = { 0 };

  switch (dash)
    {
    case RS_DASH_NONE:
      cairo_set_dash (cr, NULL, 0, 0);
      return;
    case RS_DASH_SHORT:
      lengths[0] = 3;
      lengths[1] = 2;
      break;
    case RS_DASH_LONG:
      lengths[0] = 7;
      lengths[1] = 3;
      break;
    case RS_DASH_DOT:
      lengths[0] = 1;
      lengths[1] = 2;
      break;
    }
  lengths[0] *= stroke_px;
  lengths[1] *= stroke_px;
  cairo_set_dash (cr, lengths, 2, 0);
}

/* Whole device pixels, at least one. */
static double
snap_stroke (const Painter *self, const RsMark *mark)
{
  if (!mark->crisp || self->snap <= 0)
    return mark->stroke_px;
  return MAX (1.0, round (mark->stroke_px * self->snap)) / self->snap;
}

/* A coordinate on a pixel edge, or on a pixel's middle where an odd stroke runs along it. */
static double
snap_coordinate (const Painter *self, double value, gboolean odd)
{
  if (odd)
    return (floor (value * self->snap) + 0.5) / self->snap;
  return round (value * self->snap) / self->snap;
}

static gboolean
is_odd (const Painter *self, double stroke_px)
{
  return ((long) round (stroke_px * self->snap)) % 2 != 0;
}

static void
add_rounded_rect (cairo_t *cr, RsRect r, double radius)
{
  radius = MIN (radius, MIN (r.width, r.height) / 2);
  if (radius <= 0)
    {
      cairo_rectangle (cr, r.x, r.y, r.width, r.height);
      return;
    }
  cairo_new_sub_path (cr);
  cairo_arc (cr, r.x + r.width - radius, r.y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, r.x + r.width - radius, r.y + r.height - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, r.x + radius, r.y + r.height - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, r.x + radius, r.y + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

/* Edges on pixels; what has an extent keeps one pixel of it, so that a small bar does not vanish.
 */
static RsRect
snap_rect (const Painter *self, RsRect r, gboolean odd)
{
  double x = snap_coordinate (self, r.x, odd), y = snap_coordinate (self, r.y, odd);
  double right = snap_coordinate (self, r.x + r.width, odd);
  double bottom = snap_coordinate (self, r.y + r.height, odd);

  if (r.width > 0 && right <= x)
    right = x + 1 / self->snap;
  if (r.height > 0 && bottom <= y)
    bottom = y + 1 / self->snap;
  return rs_rect (x, y, right - x, bottom - y);
}

static void
stroke (const Painter *self, const RsMark *mark)
{
  double width = snap_stroke (self, mark);

  set_color (self->cr, mark->stroke);
  cairo_set_line_width (self->cr, width);
  set_dash (self->cr, mark->dash, width);
  cairo_stroke (self->cr);
}

static void
paint_rect (const Painter *self, const RsMark *mark)
{
  gboolean snap = mark->crisp && self->snap > 0;
  RsRect r = mark->bounds;

  if (mark->has_fill)
    {
      RsRect fill = snap ? snap_rect (self, r, FALSE) : r;

      add_rounded_rect (self->cr, fill, mark->radius_px);
      set_color (self->cr, mark->fill);
      cairo_fill (self->cr);
    }
  if (mark->has_stroke)
    {
      if (snap)
        r = snap_rect (self, r, is_odd (self, snap_stroke (self, mark)));
      add_rounded_rect (self->cr, r, mark->radius_px);
      stroke (self, mark);
    }
}

static void
add_path (const Painter *self, const RsMark *mark, gboolean snap)
{
  const RsPathVerb *verbs = rs_scene_get_verbs (self->scene) + mark->first_verb;
  const RsPoint *p = rs_scene_get_points (self->scene) + mark->first_point;
  gboolean odd = snap && mark->has_stroke && is_odd (self, snap_stroke (self, mark));

  for (guint i = 0; i < mark->n_verbs; i++)
    switch (verbs[i])
      {
      case RS_PATH_MOVE:
      case RS_PATH_LINE:
        {
          double x = snap ? snap_coordinate (self, p->x, odd) : p->x;
          double y = snap ? snap_coordinate (self, p->y, odd) : p->y;

          if (verbs[i] == RS_PATH_MOVE)
            cairo_move_to (self->cr, x, y);
          else
            cairo_line_to (self->cr, x, y);
          p++;
          break;
        }
      case RS_PATH_CURVE:
        cairo_curve_to (self->cr, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y);
        p += 3;
        break;
      case RS_PATH_CLOSE:
        cairo_close_path (self->cr);
        break;
      }
}

/* Whether the mark is one of many straight pieces whose overlaps do not show. */
static gboolean
is_long_line (const Painter *self, const RsMark *mark)
{
  const RsPathVerb *verbs = rs_scene_get_verbs (self->scene) + mark->first_verb;

  if (mark->n_verbs <= STROKE_WHOLE_MAX || mark->has_fill || !mark->has_stroke ||
      mark->dash != RS_DASH_NONE || mark->stroke.alpha < 1)
    return FALSE;
  for (guint i = 0; i < mark->n_verbs; i++)
    if (verbs[i] != RS_PATH_MOVE && verbs[i] != RS_PATH_LINE)
      return FALSE;
  return TRUE;
}

static void
stroke_long_line (const Painter *self, const RsMark *mark)
{
  const RsPathVerb *verbs = rs_scene_get_verbs (self->scene) + mark->first_verb;
  const RsPoint *p = rs_scene_get_points (self->scene) + mark->first_point;

  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_ROUND);
  for (guint i = 0; i < mark->n_verbs; i++)
    {
      if (verbs[i] == RS_PATH_MOVE)
        cairo_move_to (self->cr, p[i].x, p[i].y);
      else
        cairo_line_to (self->cr, p[i].x, p[i].y);
      if (i % STROKE_PIECE == STROKE_PIECE - 1)
        {
          stroke (self, mark);
          cairo_move_to (self->cr, p[i].x, p[i].y);
        }
    }
  stroke (self, mark);
  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_BUTT);
}

static void
paint_path (const Painter *self, const RsMark *mark)
{
  if (is_long_line (self, mark))
    {
      stroke_long_line (self, mark);
      return;
    }
  add_path (self, mark, mark->crisp && self->snap > 0);
  if (mark->has_fill)
    {
      set_color (self->cr, mark->fill);
      if (mark->has_stroke)
        cairo_fill_preserve (self->cr);
      else
        cairo_fill (self->cr);
    }
  if (mark->has_stroke)
    stroke (self, mark);
  cairo_new_path (self->cr);
}

/* Line by line, so that one layout serves all alignments. */
static void
paint_text (const Painter *self, const RsMark *mark)
{
  PangoLayout *layout = rs_text_engine_get_layout (
    self->engine, mark->text, &mark->font, rs_scene_get_language (self->scene), mark->max_width_px,
    mark->max_lines, RS_ALIGN_START);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  int first_baseline = pango_layout_iter_get_baseline (iter);

  set_color (self->cr, mark->fill);
  do
    {
      PangoRectangle logical;
      int below = pango_layout_iter_get_baseline (iter) - first_baseline;
      double x = mark->anchor.x, y = mark->anchor.y + (double) below / PANGO_SCALE;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      if (mark->align == RS_ALIGN_MIDDLE)
        x -= (double) logical.width / PANGO_SCALE / 2;
      else if (mark->align == RS_ALIGN_END)
        x -= (double) logical.width / PANGO_SCALE;
      /* A baseline between two rows of pixels is blurred along its whole length. */
      if (self->snap > 0)
        y = snap_coordinate (self, y, FALSE);
      cairo_move_to (self->cr, x, y);
      pango_cairo_show_layout_line (self->cr, pango_layout_iter_get_line_readonly (iter));
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  cairo_new_path (self->cr);
}

void
rs_painter_paint (const RsScene *scene, cairo_t *cr, RsTextEngine *engine, double snap)
{
  Painter self = { scene, cr, engine, snap };
  guint n_clips = 0;

  g_return_if_fail (scene != NULL && cr != NULL && engine != NULL);

  cairo_save (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_new_path (cr);
  for (guint i = 0; i < rs_scene_get_n_marks (scene); i++)
    {
      const RsMark *mark = rs_scene_get_mark (scene, i);

      switch (mark->type)
        {
        case RS_MARK_RECT:
          paint_rect (&self, mark);
          break;
        case RS_MARK_PATH:
          paint_path (&self, mark);
          break;
        case RS_MARK_TEXT:
          paint_text (&self, mark);
          break;
        case RS_MARK_CLIP:
          cairo_save (cr);
          cairo_rectangle (cr, mark->bounds.x, mark->bounds.y, mark->bounds.width,
                           mark->bounds.height);
          cairo_clip (cr);
          n_clips++;
          break;
        case RS_MARK_UNCLIP:
          if (n_clips > 0)
            {
              cairo_restore (cr);
              n_clips--;
            }
          break;
        }
    }
  for (; n_clips > 0; n_clips--)
    cairo_restore (cr);
  cairo_restore (cr);
}
