/* SPDX-License-Identifier: GPL-3.0-or-later
 * One series as a line with markers, joined only where that is legal. */
#pragma once

#include "chart/marks/plot.h"

G_BEGIN_DECLS

typedef struct
{
  RsColor color;
  RsShape shape;
  RsDash dash; /* of lines between final figures */
  double stroke_px;
  double point_px;   /* diameter of a marker */
  gboolean bare;     /* markers only where they say something: chosen, last and lone points */
  gboolean quiet;    /* in the background: no markers but on lone points */
  gboolean unjoined; /* a marker for each point, and no lines */
} RsSeriesStyle;

/* Draws the lines, breaks, bounds and markers of a series; all of it is in the way of labels after
 * that. */
void rs_series_draw (RsPlot *plot, guint series, const RsSeriesStyle *style);

/* The point before @point that a line comes from, or -1. */
int rs_series_get_joined_to (const RsSeries *series, guint point);

/* The dash that tells the @rank-th line of a panel from the others, besides its colour and shape
 * (R19). */
RsDash rs_series_get_dash (guint rank);

/* Whether the series breaks right before @point: a break of the dataset, or a figure marked b with
 * another before it. */
gboolean rs_series_breaks_before (const RsSeries *series, guint point);

/* Whether what @point counts was not over yet when the dataset was published: a year until June. */
gboolean rs_series_is_incomplete (const RsFrame *frame, const RsSeries *series, guint point);
/* How such a figure is drawn, and that it is one, where the chart has one without a flag that says
 * so already; else NULL. */
const char *rs_series_describe_incomplete (const RsDrawing *drawing);

/* Keeps first, lowest, highest and last of the #RsPoint in each px of @run, in their order: painted
 * it looks like the whole. */
void rs_series_thin (GArray *run);

G_END_DECLS
