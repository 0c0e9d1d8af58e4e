/* SPDX-License-Identifier: GPL-3.0-or-later
 * Shades that stand for figures: which figure has which, how a cell is drawn, and the legend that
 * says so. */
#pragma once

#include "chart/drawing.h"

G_BEGIN_DECLS

/* From the lowest to the highest figure that the frame shows. */
typedef struct
{
  double min, max;    /* NaN where no figure is shown */
  RsDatum low, high;  /* whose they are */
  gboolean has_bound; /* something shown has only a bound */
} RsRamp;

void rs_ramp_init (RsRamp *self, const RsDrawing *drawing);

/* The shade of a figure; where all are equal, that of the middle. */
RsColor rs_ramp_get_color (const RsRamp *self, const RsDrawing *drawing, double value);

/* What reads best on @ground, with a contrast of at least 4.5:1 on any of them. */
RsColor rs_ramp_get_text_color (const RsDrawing *drawing, RsColor ground);

/* How a cell looks, which decides the colour of what is written on it. */
typedef enum
{
  RS_CELL_FIGURE,  /* filled with its shade */
  RS_CELL_BOUND,   /* outlined: no shade is known */
  RS_CELL_MISSING, /* hatched */
} RsCellLook;

RsCellLook rs_ramp_get_look (const RsFramePoint *point);

/* A cell of the table or map, in its shade. @point: (nullable): nothing is known. */
void rs_ramp_draw_cell (
  const RsRamp *self, RsDrawing *drawing, RsRect rect, RsDatum datum, const RsFramePoint *point);

/* The colour of text on such a cell. */
RsColor rs_ramp_get_cell_text_color (const RsRamp *self,
                                     const RsDrawing *drawing,
                                     const RsFramePoint *point);

/* The legend in @width_px: lowest figure, shades, highest figure with the unit; a hatched sample
 * where @missing. */
double
rs_ramp_legend_measure (const RsRamp *self, RsDrawing *drawing, double width_px, gboolean missing);
void rs_ramp_legend_draw (const RsRamp *self, RsDrawing *drawing, RsRect room, gboolean missing);

G_END_DECLS
