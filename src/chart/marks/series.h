/* SPDX-License-Identifier: GPL-3.0-or-later
 * One series as a line with markers, joined only where that is legal. */
#pragma once

#include "chart/marks/plot.h"

G_BEGIN_DECLS

typedef struct
{
  RsColor color;
  RsShape shape;
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

G_END_DECLS
