/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the parts of a figure share while it is drawn: frame, theme, sizes, the scene and its taken
 * room. */
#pragma once

#include "chart/chart.h"
#include "chart/labels/collision.h"

G_BEGIN_DECLS

typedef struct
{
  const RsFrame *frame;
  const RsView *view;
  const RsFigureOptions *options;
  const RsTheme *theme;
  RsTextMetrics *metrics;
  RsTypeScale type;
  RsLanguage language;
  RsScene
    *scene; /* (nullable): NULL while only heights are asked for: nothing is drawn or counted */
  RsCollider taken;
  GArray *rules;  /* (owned): upright rules whose names are still to be written */
  RsRect picture; /* no text leaves it */
  /* Height of the chart as first laid out: the number of ticks goes by it, so that it is the same
   * wherever it is asked for. */
  double chart_height_px;
} RsDrawing;

void rs_drawing_init (RsDrawing *self,
                      const RsFrame *frame,
                      const RsFigureOptions *options,
                      RsTextMetrics *metrics,
                      RsScene *scene);
void rs_drawing_clear (RsDrawing *self);

/* A text that looks for its place. */
typedef struct
{
  RsPart part;
  RsDatum datum;
  const char *text;
  double size_px;
  RsWeight weight;
  const RsColor *color;
  RsAlign align;
  double max_width_px; /* ≤ 0: one line */
  int max_lines;
  RsObstacles avoid;    /* texts are always avoided */
  const RsColor *plate; /* (nullable): a small ground behind the text */
} RsLabel;

/* A label of one line that keeps off other texts. */
RsLabel rs_label (RsPart part, const char *text, double size_px, const RsColor *color);

RsTextExtents rs_drawing_measure (const RsDrawing *self, const RsLabel *label);

/* Whether @label would lie in the picture and in the way of nothing with its top at @top. */
gboolean rs_drawing_can_put (const RsDrawing *self, const RsLabel *label, double x, double top);

/**
 * rs_drawing_put:
 * @x: left, middle or right of the text, as its alignment says
 * @top: upper edge of its first line
 *
 * Draws the text and takes its room where it leaves the picture nowhere and overlaps nothing.
 *
 * Returns: whether it was drawn.
 */
gboolean rs_drawing_put (RsDrawing *self, const RsLabel *label, double x, double top);

/**
 * rs_drawing_name_rule:
 * @text: static, of a word or two
 *
 * Names an upright rule at @x once all else is drawn: beside it, from @top down, where nothing is
 * in the way. Rules at one place are named once.
 */
void rs_drawing_name_rule (RsDrawing *self,
                           RsPart part,
                           RsDatum datum,
                           const char *text,
                           double x,
                           double top,
                           double bottom);

/* Writes what waited until all else was drawn. */
void rs_drawing_finish (RsDrawing *self);

/* Counts something that found no room. */
void rs_drawing_leave_out (RsDrawing *self, const char *what, guint n);

/* One line of text of this size, from top to bottom. */
double rs_drawing_line (const RsDrawing *self, double size_px);

typedef enum
{
  RS_SHAPE_CIRCLE,
  RS_SHAPE_SQUARE,
  RS_SHAPE_TRIANGLE,
  RS_SHAPE_DIAMOND,
  RS_SHAPE_TRIANGLE_DOWN,
  RS_SHAPE_HEXAGON,
} RsShape;

#define RS_N_SHAPES 6

/* A marker of @diameter_px around @at. */
RsMark *rs_drawing_add_shape (RsDrawing *self,
                              RsPart part,
                              RsShape shape,
                              RsPoint at,
                              double diameter_px,
                              const RsColor *fill,
                              const RsColor *stroke,
                              double stroke_px);

/* An arrow of @size_px from @from in the direction (@dx, @dy), a unit vector along an axis. */
void rs_drawing_add_arrow (RsDrawing *self,
                           RsPart part,
                           RsDatum datum,
                           RsPoint from,
                           double dx,
                           double dy,
                           double size_px,
                           const RsColor *color,
                           double stroke_px);

/* Three dots: here a figure could stand, and there is none. */
void rs_drawing_add_gap (RsDrawing *self, RsDatum datum, RsPoint at);

/* A stroke over a quiet line of the ground's colour, so that it stands out on bars. Horizontal or
 * vertical. */
void rs_drawing_add_tick (RsDrawing *self,
                          RsPart part,
                          RsDatum datum,
                          RsPoint from,
                          RsPoint to,
                          const RsColor *color,
                          double stroke_px,
                          gboolean dashed);

/* (1 - share) × a + share × b, opaque. */
RsColor rs_color_mix (RsColor a, RsColor b, double share);

/* The darker or lighter of text and card colour, whichever reads better on @ground; black or white
 * where neither does well enough. */
const RsColor *rs_drawing_text_on (const RsDrawing *self, const RsColor *ground);

/* The number of a point; FALSE where it has none. */
gboolean rs_frame_point_get_number (const RsFramePoint *point, double *out_value);
/* The bound of a point that has only a bound. */
gboolean rs_frame_point_get_bound (const RsFramePoint *point, double *out_bound);
/* Its target, where the view shows targets. */
const RsTarget *rs_drawing_get_target (const RsDrawing *self, const RsFramePoint *point);
/* Whether a hollow mark stands for it: derived, provisional, approximate, … */
gboolean rs_frame_point_is_hollow (const RsFramePoint *point);

/* "≥ 60" in the display unit of @series. (transfer full) */
char *rs_drawing_describe_target (const RsDrawing *self, guint series, const RsTarget *target);
/* "75.1", with its marks: "75†". (transfer full) */
char *rs_drawing_describe_value (const RsDrawing *self, guint series, guint point);

/* @value with the marks of its flags behind it, which read as no unit: "2.9ᵇ", "12 (X)". (transfer
 * full) */
char *rs_drawing_join_marks (const char *value, const char *marks);

G_END_DECLS
