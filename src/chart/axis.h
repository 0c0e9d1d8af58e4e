/* SPDX-License-Identifier: GPL-3.0-or-later
 * Axes of values and of time: measured on the full bounds, then placed on the inner ones. */
#pragma once

#include "chart/chart-model.h"
#include "chart/scale.h"

G_BEGIN_DECLS

typedef struct
{
  RsScale scale;
  RsTicks ticks;
  char **labels;   /* (array length=ticks.n) (owned) */
  double width_px; /* of the widest label */
  double line_px;  /* height of a label */
  gboolean cut;    /* it does not hold zero */
} RsValueAxis;

/* First pass: domain, ticks and labels for a plot of about @height_px. */
void rs_value_axis_init (RsValueAxis *self,
                         const RsDrawing *drawing,
                         const RsPanel *panel,
                         double height_px);
void rs_value_axis_clear (RsValueAxis *self);
/* Second pass: upright in @plot. */
void rs_value_axis_place (RsValueAxis *self, RsRect plot);
/* Grid lines through @plot and labels at its left; a break glyph where the axis is cut. */
void rs_value_axis_draw (const RsValueAxis *self, RsDrawing *drawing, RsRect plot);
/* Zero where it lies on the axis, else its lower end, in px. */
double rs_value_axis_get_base (const RsValueAxis *self);
/* What has to be said of the axis: "axis from 80", "logarithmic scale", and how many figures have
 * no place on it; NULL where it simply starts at zero. (transfer full) */
char *rs_value_axis_describe_cut (const RsValueAxis *self,
                                  const RsDrawing *drawing,
                                  const RsPanel *panel);

typedef enum
{
  RS_TIME_AXIS_SLOTS,  /* every period has its room: columns */
  RS_TIME_AXIS_POINTS, /* from the first point to the last: lines */
  RS_TIME_AXIS_MONTHS, /* January to December, whatever the year */
} RsTimeAxisKind;

typedef struct
{
  double start, end;  /* in years */
  double left, right; /* in px */
  double step;        /* shortest period in years */
  gboolean months;    /* of kind MONTHS */
  int first_year;     /* that the data have; labels go no farther */
  int last_year;
} RsTimeAxis;

void rs_time_axis_init (RsTimeAxis *self, const RsChartModel *model, RsTimeAxisKind kind);
/* Proportional (R13): the middle of the period. */
double rs_time_axis_map (const RsTimeAxis *self, RsPeriod period);
double rs_time_axis_get_step_px (const RsTimeAxis *self);
double rs_time_axis_get_height (const RsTimeAxis *self, const RsDrawing *drawing);
/* Labels under @plot; years thinned by a modulus that keeps @year. */
void rs_time_axis_draw (const RsTimeAxis *self, RsDrawing *drawing, RsRect plot, int year);

G_END_DECLS
