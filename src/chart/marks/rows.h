/* SPDX-License-Identifier: GPL-3.0-or-later
 * Rows with their names at the left and a horizontal scale: which rows show, and where they lie. */
#pragma once

#include "chart/drawing.h"
#include "chart/scale.h"

G_BEGIN_DECLS

typedef struct
{
  guint series;  /* of the frame; meaningless where n_more is not 0 */
  guint n_more;  /* 0: a row; else a line that stands for so many series that found no room */
  gboolean bare; /* those of n_more have no figure */
  gboolean home; /* of the selected region, among others */
  char *rank;    /* (nullable) (owned): printed before its name */
} RsRow;

/* How high rows are, in lines of label text. */
typedef struct
{
  double least;
  double best; /* what they ask for */
  double most;
} RsRowLines;

typedef struct
{
  RsDrawing *drawing;
  GArray *rows; /* (owned) (element-type RsRow), from top to bottom */
  RsRect bounds;
  double row;     /* height of a row in px */
  double line;    /* height of a line of label text */
  double gap;     /* between the parts of a row */
  double lean;    /* how far under the middle of its row a mark and its name lie */
  double ranks;   /* width of the ranks; 0 where there are none */
  double names;   /* width of the names */
  int name_lines; /* that a name may take */
  RsRect track;   /* right of the names, as high as all rows */
} RsRows;

/* Px of the picture's width that one unit takes at least. */
#define RS_ROWS_UNIT_WIDTH_PX 200.0

/* What strokes, markers and gaps are multiples of: in a hall picture that is much higher than wide
 * the strokes of its type would hide the data. */
static inline double
rs_rows_get_unit (const RsDrawing *drawing)
{
  return MIN (drawing->type.stroke_scale, drawing->options->width_px / RS_ROWS_UNIT_WIDTH_PX);
}

/* Whether @series is of the selected region, while other regions are shown as well. */
static inline gboolean
rs_rows_is_home (const RsFrame *frame, guint series)
{
  return rs_frame_is_home (frame, series);
}

/**
 * rs_rows_init:
 * @series: (array length=n): series of the frame, in the order of the rows
 * @bounds: room for all rows
 *
 * Chooses the rows. Where not all have room, those without a figure go first; then the first, the
 * last and the selected region's stay, and lines between them say how many are missing. What is
 * left out is counted.
 */
void rs_rows_init (
  RsRows *self, RsDrawing *drawing, RsRect bounds, const guint *series, guint n, RsRowLines lines);
void rs_rows_clear (RsRows *self);

/* Gives names and ranks their room; call when the rows have their ranks. */
void rs_rows_measure (RsRows *self);

const RsRow *rs_rows_get (const RsRows *self, guint i);
/* The middle of a row's mark. */
double rs_rows_get_y (const RsRows *self, guint i);
/* Draws rank and name of each row, and the lines for those that are missing. */
void rs_rows_draw_names (RsRows *self);
/* A light ground behind the row of the selected region, from @left to @right: it stands out in
 * black and white as well (R30). */
void rs_rows_draw_stripe (RsRows *self, double left, double right);
/* A stop that answers for the whole row, or from @left to @right. */
void rs_rows_add_stop (RsRows *self, guint i, RsDatum datum, double x, double left, double right);

/* Height that @n rows ask for; never flatter than a chart of @width_px should be. */
double rs_rows_get_height (const RsDrawing *drawing, guint n, RsRowLines lines, double width_px);

/* Which colour each row has: the selected region its own, the others a tint of the accent or the
 * grey of the context. Where no region is selected among others, few rows have the colours of their
 * series, many the accent. */
typedef struct
{
  const RsTheme *theme;
  gboolean has_home;
  RsColor home, other;
  guint *colors; /* (nullable) (owned) (array): of the series of the frame */
} RsRowColors;

/* @fade: whether the others fade where a region is selected. */
void rs_row_colors_init (RsRowColors *self, const RsDrawing *drawing, gboolean fade);
void rs_row_colors_clear (RsRowColors *self);
RsColor rs_row_colors_get (const RsRowColors *self, const RsRow *row);

/* Digits behind the point of a figure as it is printed. */
int rs_rows_count_decimals (const RsDrawing *drawing, guint series, guint point);
/* Decimals of the values that stand below each other (R46), and a value with so many and its marks:
 * "≈ 75.0†". */
int rs_rows_choose_decimals (const RsDrawing *drawing, const guint *series, guint n);
/* (transfer full) */
char *rs_rows_describe_value (const RsDrawing *drawing, guint series, guint point, int decimals);

/* A value axis under rows. */
typedef struct
{
  RsScale scale;
  RsTicks ticks;
  char **labels; /* (array length=ticks.n) (owned) */
  double factor;
  double widest; /* label, in px */
  gboolean cut;  /* it does not hold zero */
} RsRowAxis;

/**
 * rs_row_axis_init:
 * @min: of all that is drawn on it; NaN where there is nothing
 * @from_zero: whether the marks are lengths (R8)
 * @room_px: about how broad it will be
 */
void rs_row_axis_init (RsRowAxis *self,
                       const RsDrawing *drawing,
                       double min,
                       double max,
                       gboolean from_zero,
                       double factor,
                       gboolean is_rate,
                       double room_px);
void rs_row_axis_clear (RsRowAxis *self);
double rs_row_axis_get_height (const RsDrawing *drawing);
void rs_row_axis_place (RsRowAxis *self, double left, double right);
/* Grid lines through @area, and labels below it. */
void rs_row_axis_draw (const RsRowAxis *self, RsDrawing *drawing, RsRect area);
/* "axis from 80", or NULL where it holds zero. (transfer full) */
char *rs_row_axis_describe_cut (const RsRowAxis *self, const RsDrawing *drawing);

G_END_DECLS
