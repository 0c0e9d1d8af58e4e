/* SPDX-License-Identifier: GPL-3.0-or-later
 * Shades that stand for figures: which figure has which, how a cell is drawn, and the legend that
 * says so. */
#pragma once

#include "chart/drawing.h"

G_BEGIN_DECLS

/* How a cell looks, which decides the colour of what is written on it. */
typedef enum
{
  RS_CELL_FIGURE,  /* filled with its shade */
  RS_CELL_APART,   /* outlined: on a map, a figure that counts something else than the others */
  RS_CELL_BOUND,   /* outlined and dashed: no shade is known */
  RS_CELL_MISSING, /* hatched */
} RsCellLook;

#define RS_N_CELL_LOOKS 4

/* @point: (nullable): nothing is known. */
RsCellLook rs_ramp_get_look (const RsFrame *frame, guint series, const RsFramePoint *point);

/* From the lowest to the highest of the figures that the frame shows and that have a shade. */
typedef struct
{
  double min, max;                /* NaN where there is none */
  RsDatum low, high;              /* whose they are */
  guint n_looks[RS_N_CELL_LOOKS]; /* how many of what the frame shows looks how */
} RsRamp;

void rs_ramp_init (RsRamp *self, const RsDrawing *drawing);

/* The shade of a figure; where all are equal, that of the middle. */
RsColor rs_ramp_get_color (const RsRamp *self, const RsDrawing *drawing, double value);

/* A cell of the table or map, in its shade. @point: (nullable): nothing is known. */
void rs_ramp_draw_cell (
  const RsRamp *self, RsDrawing *drawing, RsRect rect, RsDatum datum, const RsFramePoint *point);

/* The colour of text on such a cell. */
RsColor rs_ramp_get_cell_text_color (const RsRamp *self,
                                     const RsDrawing *drawing,
                                     guint series,
                                     const RsFramePoint *point);

/* The legend in @width_px: lowest figure, shades, highest figure with the unit; a hatched sample
 * where @missing. */
double
rs_ramp_legend_measure (const RsRamp *self, RsDrawing *drawing, double width_px, gboolean missing);
void rs_ramp_legend_draw (const RsRamp *self, RsDrawing *drawing, RsRect room, gboolean missing);

G_END_DECLS
