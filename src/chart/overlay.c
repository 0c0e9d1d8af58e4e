/* SPDX-License-Identifier: GPL-3.0-or-later
 * Cursor ring and tooltip, as a scene of their own over a figure. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/chart.h"

#include <math.h>

#include "chart/drawing.h"
#include "query/summary.h"

/* Width of a tooltip's text in ems, and its air in px. */
#define TEXT_EM 19.0
#define PADDING_PX 10.0
/* From the ring to the box. */
#define DISTANCE_PX 14.0
#define MARGIN_PX 4.0
#define RADIUS_PX 8.0
#define MAX_LINES 14
/* In lower pictures, and where all of it would hide more than this share of the picture, only the
 * most important facts are said. */
#define SHORT_BELOW_PX 400.0
#define SHORT_FROM_SHARE 0.17
/* What it costs to lie on a px of text, of a marker, of a bar; and on a px of the picture that is
 * farther from the datum. */
#define COST_TEXT 4.0
#define COST_POINT 6.0
#define COST_BAR 0.1
#define COST_LINE 30.0
#define COST_DISTANCE 12.0
/* Columns and rows of places that are tried besides those at the datum. */
#define GRID 12

typedef struct
{
  RsDrawing *drawing;
  const RsScene *scene; /* what lies under it */
  RsPoint at;
  RsRect band; /* that answers for the datum: a column with the room over it */
  double padding;
  double distance;
  RsRect box;
} Tooltip;

/* The bar or cell of a figure, where it is large enough to be framed. */
static const RsMark *
find_bar (const RsScene *scene, RsDatum datum, double least_px)
{
  for (guint i = 0; i < rs_scene_get_n_marks (scene); i++)
    {
      const RsMark *mark = rs_scene_get_mark (scene, i);

      if ((mark->part == RS_PART_BAR ||
           (mark->part == RS_PART_CELL && mark->bounds.width >= least_px &&
            mark->bounds.height >= least_px)) &&
          mark->type == RS_MARK_RECT && mark->datum.series == datum.series &&
          mark->datum.point == datum.point)
        return mark;
    }
  return NULL;
}

static void
frame_rect (RsDrawing *drawing, RsDatum datum, RsRect rect, double radius_px)
{
  const RsTheme *theme = drawing->theme;
  double unit = drawing->type.stroke_scale;
  RsMark *mark;

  /* A quiet ring under the bright one keeps it visible on bars of any colour. */
  rs_scene_add_rect (drawing->scene, RS_PART_CURSOR, rect, NULL, &theme->card, 4.5 * unit)
    ->radius_px = radius_px;
  mark = rs_scene_add_rect (drawing->scene, RS_PART_CURSOR, rect, NULL, &theme->focus, 2.2 * unit);
  mark->radius_px = radius_px;
  mark->datum = datum;
}

/* Around the bar, the point or the row of a list. */
static void
draw_ring (RsDrawing *drawing, const RsScene *scene, RsDatum datum, RsPoint at, RsRect hit)
{
  const RsTheme *theme = drawing->theme;
  double unit = drawing->type.stroke_scale;
  double diameter = theme->point_px * unit * 1.9;
  const RsMark *bar = find_bar (scene, datum, diameter / 2);
  gboolean leaves;
  RsMark *mark;

  if (bar != NULL)
    {
      /* A ring at its end would hide its number. */
      frame_rect (drawing, datum, bar->bounds, bar->radius_px);
      return;
    }
  if (rs_frame_get_kind (drawing->frame) == RS_CHART_FIGURES)
    {
      /* A row has no mark but its number. */
      frame_rect (drawing, datum, hit, 4 * unit);
      return;
    }
  /* Round a figure at the edge of the picture the ring is cut, not moved: it is still round it. */
  leaves = at.x < diameter / 2 || at.y < diameter / 2 ||
           at.x > drawing->options->width_px - diameter / 2 ||
           at.y > drawing->options->height_px - diameter / 2;
  if (leaves)
    rs_scene_push_clip (drawing->scene, drawing->picture);
  rs_drawing_add_shape (drawing, RS_PART_CURSOR, RS_SHAPE_CIRCLE, at, diameter, NULL, &theme->card,
                        4.5 * unit);
  mark = rs_drawing_add_shape (drawing, RS_PART_CURSOR, RS_SHAPE_CIRCLE, at, diameter, NULL,
                               &theme->focus, 2.2 * unit);
  mark->datum = datum;
  if (leaves)
    rs_scene_pop_clip (drawing->scene);
}

static double
get_overlap (RsRect a, RsRect b)
{
  double width = MIN (rs_rect_right (a), rs_rect_right (b)) - MAX (a.x, b.x);
  double height = MIN (rs_rect_bottom (a), rs_rect_bottom (b)) - MAX (a.y, b.y);

  return width > 0 && height > 0 ? width * height : 0;
}

/* A line is hidden where its corners are. */
static guint
count_hidden_corners (const RsScene *scene, const RsMark *mark, RsRect box)
{
  const RsPathVerb *verbs = rs_scene_get_verbs (scene) + mark->first_verb;
  const RsPoint *point = rs_scene_get_points (scene) + mark->first_point;
  guint n = 0;

  for (guint i = 0; i < mark->n_verbs; i++)
    switch (verbs[i])
      {
      case RS_PATH_CURVE:
        point += 2;
        G_GNUC_FALLTHROUGH;
      case RS_PATH_MOVE:
      case RS_PATH_LINE:
        n += rs_rect_contains (box, *point++) ? 1 : 0;
        break;
      case RS_PATH_CLOSE:
        break;
      }
  return n;
}

/* How much of the picture @box hides; whatever is beyond @limit is too much. */
static double
get_cost (const Tooltip *self, RsRect box, double limit)
{
  double cost =
    hypot (box.x + box.width / 2 - self->at.x, box.y + box.height / 2 - self->at.y) * COST_DISTANCE;

  /* Every mark adds to it: most places are ruled out by their distance alone. */
  for (guint i = 0; i < rs_scene_get_n_marks (self->scene) && cost < limit; i++)
    {
      const RsMark *mark = rs_scene_get_mark (self->scene, i);
      double overlap = get_overlap (mark->bounds, box);

      if (overlap <= 0)
        continue;
      if (mark->type == RS_MARK_TEXT)
        cost += overlap * COST_TEXT;
      else if (mark->part == RS_PART_BAR && mark->type == RS_MARK_RECT)
        cost += overlap * COST_BAR;
      else if (mark->part == RS_PART_POINT || mark->part == RS_PART_TARGET ||
               mark->part == RS_PART_BOUND)
        cost += overlap * COST_POINT;
      else if (mark->part == RS_PART_LINE && mark->type == RS_MARK_PATH)
        cost += count_hidden_corners (self->scene, mark, box) * COST_LINE;
    }
  return cost;
}

/* The places that suggest themselves, then those of a grid over the picture. */
static double
get_place (const double *places, guint n, guint i, double last)
{
  if (i < n)
    return CLAMP (places[i], MARGIN_PX, last);
  return MARGIN_PX + (last - MARGIN_PX) * (i - n) / GRID;
}

/* Where least is hidden: beside the point or its column, over or under it. Never on the point, and
 * never outside the picture. */
static void
place_box (Tooltip *self, double width, double height)
{
  const RsFigureOptions *options = self->drawing->options;
  double right = MAX (MARGIN_PX, options->width_px - MARGIN_PX - width);
  double bottom = MAX (MARGIN_PX, options->height_px - MARGIN_PX - height);
  double gap = self->distance;
  RsRect datum = rs_rect (self->at.x - gap * 0.8, self->at.y - gap * 0.8, gap * 1.6, gap * 1.6);
  const double xs[] = {
    self->at.x + gap,         rs_rect_right (self->band) + gap / 2,
    self->at.x - gap - width, self->band.x - gap / 2 - width,
    self->at.x - width / 2,
  };
  const double ys[] = {
    self->at.y - height / 2,
    self->at.y - gap - height,
    self->at.y + gap,
    self->band.y - height,
    rs_rect_bottom (self->band) - height,
    rs_rect_bottom (self->band) + gap / 2,
  };
  double best = G_MAXDOUBLE;

  self->box = rs_rect (right, MARGIN_PX, width, height);
  for (guint i = 0; i < G_N_ELEMENTS (xs) + GRID + 1; i++)
    for (guint j = 0; j < G_N_ELEMENTS (ys) + GRID + 1; j++)
      {
        RsRect box = rs_rect (get_place (xs, G_N_ELEMENTS (xs), i, right),
                              get_place (ys, G_N_ELEMENTS (ys), j, bottom), width, height);
        double cost;

        if (get_overlap (box, datum) > 0)
          continue;
        cost = get_cost (self, box, best);
        if (cost < best)
          {
            best = cost;
            self->box = box;
          }
      }
}

/* First line is what it is about, the rest the facts. */
typedef struct
{
  char *text; /* (owned): both, with a nul between them */
  RsLabel head, body;
  RsTextExtents head_extents, body_extents;
  double width, height; /* of the box; 0: there is no room */
} TooltipText;

/* @text: (transfer full) */
static TooltipText
fit_text (const Tooltip *self, char *text)
{
  const RsDrawing *drawing = self->drawing;
  const RsColor *color = &drawing->theme->text;
  double room = drawing->options->width_px - 2 * MARGIN_PX - 2 * self->padding;
  double left = drawing->options->height_px - 2 * MARGIN_PX - 2 * self->padding;
  TooltipText out = { .text = text };
  char *rest = strchr (text, '\n');

  if (rest != NULL)
    *rest++ = '\0';
  out.head = rs_label (RS_PART_TOOLTIP, text, drawing->type.label, color);
  out.head.weight = RS_WEIGHT_BOLD;
  out.head.max_width_px = MAX (1, MIN (room, TEXT_EM * out.head.size_px));
  out.head.max_lines = 2;
  out.head_extents = rs_drawing_measure (drawing, &out.head);
  left -= out.head_extents.height_px;
  out.body = rs_label (RS_PART_TOOLTIP, rest != NULL ? rest : "", drawing->type.label, color);
  out.body.max_width_px = out.head.max_width_px;
  out.body.max_lines = MAX_LINES;
  if (out.body.text[0] != '\0')
    for (;;)
      {
        out.body_extents = rs_drawing_measure (drawing, &out.body);
        if (out.body_extents.height_px <= left || out.body.max_lines <= 1)
          break;
        out.body.max_lines--;
      }
  if (out.body_extents.height_px > left)
    out.body_extents = (RsTextExtents){ 0 };
  if (out.head_extents.height_px <= 0 || left < 0)
    return out;
  out.width =
    MIN (out.head.max_width_px, MAX (out.head_extents.width_px, out.body_extents.width_px)) +
    2 * self->padding;
  out.height = out.head_extents.height_px + out.body_extents.height_px + 2 * self->padding;
  return out;
}

/* All of the facts where they leave the picture to be seen. */
static TooltipText
choose_text (const Tooltip *self, RsDatum datum)
{
  const RsFigureOptions *options = self->drawing->options;
  const RsFrame *frame = self->drawing->frame;
  guint series = (guint) datum.series, point = (guint) datum.point;

  if (options->height_px >= SHORT_BELOW_PX)
    {
      TooltipText text = fit_text (self, rs_summary_point (frame, series, point));

      if (text.width * text.height <= SHORT_FROM_SHARE * options->width_px * options->height_px)
        return text;
      g_free (text.text);
    }
  return fit_text (self, rs_summary_point_in_short (frame, series, point));
}

static void
draw_tooltip (RsDrawing *drawing, const RsScene *scene, RsDatum datum, RsPoint at, RsRect band)
{
  const RsTheme *theme = drawing->theme;
  double unit = sqrt (drawing->type.stroke_scale);
  Tooltip self = { drawing, scene, at, band, PADDING_PX * unit, DISTANCE_PX * unit, { 0 } };
  TooltipText text = choose_text (&self, datum);
  double x, y;
  RsMark *mark;

  if (text.width > 0)
    {
      place_box (&self, text.width, text.height);
      x = self.box.x + self.padding;
      y = self.box.y + self.padding;
      mark = rs_scene_add_rect (drawing->scene, RS_PART_TOOLTIP, self.box, &theme->card,
                                &theme->axis, theme->hairline_px);
      mark->radius_px = RADIUS_PX * unit;
      mark->datum = datum;
      rs_drawing_put (drawing, &text.head, x, y);
      if (text.body_extents.height_px > 0)
        rs_drawing_put (drawing, &text.body, x, y + text.head_extents.height_px);
    }
  g_free (text.text);
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
  draw_ring (&drawing, scene, datum, at, hit);
  draw_tooltip (&drawing, scene, datum, at, hit);
  rs_drawing_clear (&drawing);
  return overlay;
}
