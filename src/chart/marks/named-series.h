/* SPDX-License-Identifier: GPL-3.0-or-later
 * Series over time that are named where they end: which of many stand out, how they look, their
 * names or else a legend. */
#pragma once

#include "chart/marks/series.h"

G_BEGIN_DECLS

/* Among the bright ones of the panel, from 0; -1: in the background (R17). */
int rs_named_get_rank (const RsPlot *plot, guint in_panel);

/* Index of its colour in the theme. */
guint rs_named_get_color (const RsPlot *plot, guint in_panel);

RsSeriesStyle rs_named_get_style (const RsPlot *plot, guint in_panel);

/* Room for names at the right, or for the legend above. @joined: whether samples of the legend show
 * a line. */
void rs_named_reserve (RsPlot *plot, RsInsets *insets, gboolean joined);

/* Names and last figures where the series end, or the legend; what finds no room is missed. */
void rs_named_draw_names (RsPlot *plot, gboolean joined);

/* The figure of the chosen year, where no name at the end says it. */
void rs_named_label_chosen (RsPlot *plot, guint in_panel);

/* "> 95" at each bound that no other label tells, where there is room. */
void rs_named_label_bounds (RsPlot *plot, guint in_panel);

/* What the sign of a bound means, NULL where there is none. (transfer full) */
char *rs_named_describe_bounds (const RsDrawing *drawing);

/* Dotted rule at the chosen year, once for all series. */
void rs_named_draw_chosen_rule (RsPlot *plot);

/* Where no series of the panel has a figure, a sign at the foot says that one could stand there.
 * Among many a hole in one of them shows by its absence from the row. */
void rs_named_draw_gaps (RsPlot *plot);

/* "grey: B, C": the series of the background, which have no names beside them; NULL where there are
 * none. (transfer full) */
char *rs_named_describe_context (RsDrawing *drawing);

G_END_DECLS
