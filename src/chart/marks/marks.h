/* SPDX-License-Identifier: GPL-3.0-or-later
 * The kinds of charts: one file a kind, one row a kind in the table of figure.c. */
#pragma once

#include "chart/drawing.h"

G_BEGIN_DECLS

typedef struct
{
  /* Draws into @bounds and adds a stop for every datum. */
  void (*draw) (RsDrawing *drawing, RsRect bounds);
  /* (nullable): what its axis and ticks have to say in the foot, or NULL. (transfer full) */
  char *(*describe_axis) (RsDrawing *drawing, RsRect bounds);
  /* (nullable): the height its content asks for; NULL: by the proportions of a chart. */
  double (*get_height) (RsDrawing *drawing, double width_px);
  /* Lines of tick text below which there is no point in drawing it. */
  double min_lines;
} RsMarkKind;

void rs_marks_draw_columns (RsDrawing *drawing, RsRect bounds);
char *rs_marks_describe_columns_axis (RsDrawing *drawing, RsRect bounds);
void rs_marks_draw_areas (RsDrawing *drawing, RsRect bounds);
char *rs_marks_describe_areas_axis (RsDrawing *drawing, RsRect bounds);
void rs_marks_draw_dots (RsDrawing *drawing, RsRect bounds);
char *rs_marks_describe_dots_axis (RsDrawing *drawing, RsRect bounds);
void rs_marks_draw_sparkline (RsDrawing *drawing, RsRect bounds);
char *rs_marks_describe_sparkline (RsDrawing *drawing, RsRect bounds);
double rs_marks_get_sparkline_height (RsDrawing *drawing, double width_px);
void rs_marks_draw_stacked (RsDrawing *drawing, RsRect bounds);
char *rs_marks_describe_stacked (RsDrawing *drawing, RsRect bounds);
void rs_marks_draw_lines (RsDrawing *drawing, RsRect bounds);
char *rs_marks_describe_lines_axis (RsDrawing *drawing, RsRect bounds);
void rs_marks_draw_years (RsDrawing *drawing, RsRect bounds);
char *rs_marks_describe_years_axis (RsDrawing *drawing, RsRect bounds);
void rs_marks_draw_bars (RsDrawing *drawing, RsRect bounds);
char *rs_marks_describe_bars (RsDrawing *drawing, RsRect bounds);
double rs_marks_get_bars_height (RsDrawing *drawing, double width_px);
void rs_marks_draw_ranked (RsDrawing *drawing, RsRect bounds);
char *rs_marks_describe_ranked (RsDrawing *drawing, RsRect bounds);
double rs_marks_get_ranked_height (RsDrawing *drawing, double width_px);
void rs_marks_draw_dumbbell (RsDrawing *drawing, RsRect bounds);
char *rs_marks_describe_dumbbell_axis (RsDrawing *drawing, RsRect bounds);
double rs_marks_get_dumbbell_height (RsDrawing *drawing, double width_px);
void rs_marks_draw_bullet (RsDrawing *drawing, RsRect bounds);
char *rs_marks_describe_bullet (RsDrawing *drawing, RsRect bounds);
double rs_marks_get_bullet_height (RsDrawing *drawing, double width_px);
void rs_marks_draw_slope (RsDrawing *drawing, RsRect bounds);
char *rs_marks_describe_slope_axis (RsDrawing *drawing, RsRect bounds);
double rs_marks_get_slope_height (RsDrawing *drawing, double width_px);
void rs_marks_draw_figures (RsDrawing *drawing, RsRect bounds);
double rs_marks_get_figures_height (RsDrawing *drawing, double width_px);
void rs_marks_draw_multiples (RsDrawing *drawing, RsRect bounds);
char *rs_marks_describe_multiples (RsDrawing *drawing, RsRect bounds);
double rs_marks_get_multiples_height (RsDrawing *drawing, double width_px);
void rs_marks_draw_heat (RsDrawing *drawing, RsRect bounds);
char *rs_marks_describe_heat (RsDrawing *drawing, RsRect bounds);
double rs_marks_get_heat_height (RsDrawing *drawing, double width_px);
void rs_marks_draw_tiles (RsDrawing *drawing, RsRect bounds);
char *rs_marks_describe_tiles (RsDrawing *drawing, RsRect bounds);
double rs_marks_get_tiles_height (RsDrawing *drawing, double width_px);
void rs_marks_draw_empty (RsDrawing *drawing, RsRect bounds);

G_END_DECLS
