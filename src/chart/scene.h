/* SPDX-License-Identifier: GPL-3.0-or-later
 * A flat list of marks in px: what is painted, hit, described, copied and tested. Immutable once
 * sealed, reference counted. */
#pragma once

#include "chart/text-metrics.h"
#include "chart/theme.h"

G_BEGIN_DECLS

#define RS_SCENE_MAX_MARKS 2000000

typedef enum
{
  RS_MARK_RECT,
  RS_MARK_PATH,
  RS_MARK_TEXT,
  RS_MARK_CLIP,   /* clips what follows to its rect, until … */
  RS_MARK_UNCLIP, /* … this */
} RsMarkType;

/* What a mark is for: tests, tweens and styles go by it. */
typedef enum
{
  RS_PART_GROUND,
  RS_PART_CARD,
  RS_PART_TITLE,
  RS_PART_SUBTITLE,
  RS_PART_VALUE,
  RS_PART_CHANGE,
  RS_PART_CHIP,
  RS_PART_GRID,
  RS_PART_AXIS,
  RS_PART_TICK,
  RS_PART_BAR,
  RS_PART_LINE,
  RS_PART_POINT,
  RS_PART_BOUND,
  RS_PART_TARGET,
  RS_PART_BREAK,
  RS_PART_GAP,
  RS_PART_LABEL,
  RS_PART_SELECTED,
  RS_PART_EMPTY,
  RS_PART_ROW,
  RS_PART_RULE,
  RS_PART_NOTE,
  RS_PART_SOURCE,
  RS_PART_LEGEND,
  RS_PART_CURSOR,
  RS_PART_TOOLTIP,
  RS_PART_AREA,      /* fill between a line and zero */
  RS_PART_CELL,      /* of a shaded table or a tile map */
  RS_PART_RANGE,     /* pale grounds behind a bullet's bar */
  RS_PART_CONNECTOR, /* between two figures of one row */
} RsPart;

const char *rs_part_to_string (RsPart part);

typedef enum
{
  RS_DASH_NONE,
  RS_DASH_SHORT, /* 3 2 × stroke */
  RS_DASH_LONG,  /* 7 3 */
  RS_DASH_DOT,   /* 1 2 */
} RsDash;

/* Anchor of a text: x is the left, middle or right; y is the baseline of the first line. */
typedef enum
{
  RS_ALIGN_START,
  RS_ALIGN_MIDDLE,
  RS_ALIGN_END,
} RsAlign;

typedef enum
{
  RS_PATH_MOVE,  /* 1 point */
  RS_PATH_LINE,  /* 1 point */
  RS_PATH_CURVE, /* 3 points */
  RS_PATH_CLOSE, /* 0 points */
} RsPathVerb;

/* What a mark stands for: indexes into the frame; -1 -1 for none. */
typedef struct
{
  int series;
  int point;
} RsDatum;

#define RS_DATUM_NONE ((RsDatum){ -1, -1 })

typedef struct
{
  RsMarkType type;
  RsPart part;
  RsDatum datum;
  RsRect bounds; /* of rects and paths without their stroke; of the layout of texts; of clips */
  gboolean has_fill, has_stroke;
  RsColor fill; /* and the colour of text */
  RsColor stroke;
  double stroke_px;
  RsDash dash;
  double radius_px; /* rounded corners of a RECT */
  gboolean crisp;   /* hairlines and bars: the painter may snap to whole device pixels */
  /* PATH: slices of the scene's arrays */
  guint first_verb, n_verbs;
  guint first_point;
  /* TEXT */
  char *text; /* (owned) plain; never markup */
  RsFont font;
  RsAlign align;
  RsPoint anchor;
  double max_width_px; /* as measured; ≤ 0: one line */
  int max_lines;
} RsMark;

typedef struct _RsScene RsScene;

RsScene *rs_scene_new (double width_px, double height_px, RsLanguage language);
RsScene *rs_scene_ref (RsScene *self);
void rs_scene_unref (RsScene *self);

/* Nothing can be added any more: from here on the scene may be shared, also between threads. Clips
 * must be closed. */
void rs_scene_seal (RsScene *self);

double rs_scene_get_width (const RsScene *self);
double rs_scene_get_height (const RsScene *self);
RsLanguage rs_scene_get_language (const RsScene *self);
guint rs_scene_get_n_marks (const RsScene *self);
const RsMark *rs_scene_get_mark (const RsScene *self, guint i);
const RsPathVerb *rs_scene_get_verbs (const RsScene *self);
const RsPoint *rs_scene_get_points (const RsScene *self);

/* Title and text twin, carried into exports. */
void rs_scene_set_title (RsScene *self, const char *title);
void rs_scene_set_description (RsScene *self, const char *description);
const char *rs_scene_get_title (const RsScene *self);       /* never NULL */
const char *rs_scene_get_description (const RsScene *self); /* never NULL */

/* What did not fit and was left out by priority: "12 labels", for tests and for the description.
 * (transfer none) */
void rs_scene_add_left_out (RsScene *self, const char *what, guint n);
guint rs_scene_get_n_left_out (const RsScene *self);
guint rs_scene_count_left_out (const RsScene *self, const char *what);

/* Building. Each returns the mark for finishing touches (valid until the next is added): datum,
 * dash, crisp, radius. A mark with a coordinate that is not finite or beyond a million px is not
 * added but counted as left out ("marks"); the mark that is returned then is a spare one. Text that
 * is not UTF-8 is made so. */
RsMark *rs_scene_add_rect (RsScene *self,
                           RsPart part,
                           RsRect rect,
                           const RsColor *fill,
                           const RsColor *stroke,
                           double stroke_px);
RsMark *rs_scene_add_line (
  RsScene *self, RsPart part, RsPoint from, RsPoint to, const RsColor *stroke, double stroke_px);
/* Begin, then move/line/curve/close, then end. */
RsMark *rs_scene_begin_path (
  RsScene *self, RsPart part, const RsColor *fill, const RsColor *stroke, double stroke_px);
void rs_scene_move_to (RsScene *self, double x, double y);
void rs_scene_line_to (RsScene *self, double x, double y);
void
rs_scene_curve_to (RsScene *self, double x1, double y1, double x2, double y2, double x3, double y3);
void rs_scene_close_path (RsScene *self);
RsMark *rs_scene_end_path (RsScene *self);
/* @extents: as measured with the same arguments. */
RsMark *rs_scene_add_text (RsScene *self,
                           RsPart part,
                           RsPoint anchor,
                           RsAlign align,
                           const char *text,
                           const RsFont *font,
                           const RsColor *color,
                           double max_width_px,
                           int max_lines,
                           const RsTextExtents *extents);
void rs_scene_push_clip (RsScene *self, RsRect rect);
void rs_scene_pop_clip (RsScene *self);

/* Focus order of data for the keyboard: a datum a line, with where its cursor stands. */
void rs_scene_add_stop (RsScene *self, RsDatum datum, RsPoint at, RsRect hit);
guint rs_scene_get_n_stops (const RsScene *self);
void rs_scene_get_stop (
  const RsScene *self, guint i, RsDatum *out_datum, RsPoint *out_at, RsRect *out_hit);

/* The datum at (@x, @y): the stop whose hit rect holds the point and whose place is nearest, or
 * RS_DATUM_NONE. */
RsDatum rs_scene_hit (const RsScene *self, double x, double y);

/* Where the cursor of @datum stands; FALSE where it has no stop. */
gboolean rs_scene_find_stop (const RsScene *self, RsDatum datum, RsPoint *out_at, RsRect *out_hit);

/* Where the first key goes while the cursor is on nothing: what the picture is about. */
void rs_scene_set_home (RsScene *self, RsDatum datum);

typedef enum
{
  RS_MOVE_LEFT,
  RS_MOVE_RIGHT,
  RS_MOVE_UP,
  RS_MOVE_DOWN,
  RS_MOVE_HOME,
  RS_MOVE_END,
} RsMove;

/* Keyboard: ←→ along a series (by place on the page), ↑↓ to the nearest stop of another series,
 * Home and End within the series; never wraps: returns @from itself at the edge. In a series of a
 * single stop ←→ go to the nearest stop of another series on that side; where all series are of a
 * single stop, ↑↓ go to the nearest that lies over or under it, rather in the same column than in
 * another, and Home and End to the first and last of the page, read line by line. From
 * RS_DATUM_NONE: to the stop of rs_scene_set_home(), whatever the move; where it has none, to the
 * last one of the first series. */
RsDatum rs_scene_move (const RsScene *self, RsDatum from, RsMove move);

/* One mark a line, numbers with two decimals, for goldens. (transfer full) */
char *rs_scene_to_text (const RsScene *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RsScene, rs_scene_unref)

G_END_DECLS
