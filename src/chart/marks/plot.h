/* SPDX-License-Identifier: GPL-3.0-or-later
 * Panels with a value axis and a time axis, one below the other. */
#pragma once

#include "chart/axis.h"

G_BEGIN_DECLS

typedef struct
{
  RsDrawing *drawing;
  const RsChartModel *model;
  const RsPanel *panel;
  RsRect bounds; /* all of the panel's room */
  RsRect area;   /* between the axes */
  RsValueAxis values;
  RsTimeAxis time;
  int year;        /* chosen */
  gboolean legend; /* names stand in a legend, as they found no room beside their lines */
  guint n_missed;  /* names that found no room */
} RsPlot;

typedef struct
{
  gboolean from_zero;
  RsTimeAxisKind time;
  /* (nullable): asks for room around the area, after the value axis is known. */
  void (*reserve) (RsPlot *plot, RsInsets *insets);
  void (*draw) (RsPlot *plot);
  /* Whether to draw aside first, to see whether all names find room (R18: a legend only where they
   * do not). */
  gboolean trial;
  /* (nullable): sets the domain of a panel that is not the one of its single figures. */
  void (*fit) (const RsDrawing *drawing, RsPanel *panel);
} RsPlotKind;

void rs_plots_draw (RsDrawing *drawing, RsRect bounds, const RsPlotKind *kind);

/* "axis from 80" where there is one panel; several say it in their headings. (transfer full)
 * (nullable) */
char *rs_plots_describe_axis (RsDrawing *drawing, RsRect bounds, const RsPlotKind *kind);

/* "tick: target" where one is shown, or NULL. (transfer full) */
char *rs_plots_describe_targets (const RsDrawing *drawing);

/* Where a value of a period lies; not finite where the value has no place on the axis. */
RsPoint rs_plot_map (const RsPlot *plot, RsPeriod period, double value);

/* Whether a period lies on the axis of time: where the data have periods, what is none has no place
 * among them. */
gboolean rs_plot_has_place (const RsPlot *plot, RsPeriod period);

/* The number, bound or target of a point, where it has one that has a place on the axis: zero and
 * less have none on a logarithmic scale. */
gboolean rs_plot_get_number (const RsPlot *plot, const RsFramePoint *point, double *out_value);
gboolean rs_plot_get_bound (const RsPlot *plot, const RsFramePoint *point, double *out_bound);
const RsTarget *rs_plot_get_target (const RsPlot *plot, const RsFramePoint *point);
/* The last point of a series whose number has a place, -1: there is none. */
int rs_plot_get_last (const RsPlot *plot, const RsSeries *series);

/* Vertical dotted rule at the chosen year. */
void rs_plot_draw_chosen (RsPlot *plot, RsPeriod period);

/* Vertical dashed rule where the series breaks, between the periods of @point and the one before.
 */
void rs_plot_draw_break (RsPlot *plot, RsDatum datum, RsPeriod before, RsPeriod after);

/* Adds a stop for each point of a series that has something to say. */
void rs_plot_add_stops (RsPlot *plot, guint series, double offset_px, double width_px);

G_END_DECLS
