/* SPDX-License-Identifier: GPL-3.0-or-later
 * One upright bar that stands for a figure, in the look of its status. */
#pragma once

#include "chart/drawing.h"

G_BEGIN_DECLS

typedef struct
{
  RsDatum datum;
  RsFlags flags;
  RsColor color;
  RsColor line; /* of its outline, where it is hollow */
  gboolean chosen;
  gboolean is_bound; /* only a bound is known: an open end */
  gboolean covered;  /* something stands on it: its open end is drawn elsewhere */
  gboolean below;    /* hangs from the axis */
  gboolean marked;   /* bears the shape that tells its series from its neighbours (R19) */
  RsShape shape;
} RsColumnLook;

/* Colour of a series' column: full where it is chosen, else paler; @beside: it has neighbours of
 * other series to be told from. */
RsColor
rs_column_get_color (const RsDrawing *drawing, guint color, gboolean chosen, gboolean beside);

/* Its outline, where the figure is not simply published. */
RsColor
rs_column_get_line (const RsDrawing *drawing, guint color, gboolean chosen, gboolean beside);

/* Flags that its look goes by: what counted a period that was not over is not final either. */
RsFlags rs_column_get_flags (const RsDrawing *drawing, const RsSeries *series, guint point);

gboolean rs_column_is_hollow (const RsColumnLook *look);

/* Published: solid. Derived and approximate: outlined. Provisional: outlined and dashed. Estimated
 * and forecast: hatched. @rect is in the way of labels after that. */
void rs_column_draw (RsDrawing *drawing, RsRect rect, const RsColumnLook *look);

/* Whether a shape has room in a column of this size, and how large it is then, else 0. */
double rs_column_get_shape_px (const RsDrawing *drawing, double width_px, double height_px);

G_END_DECLS
