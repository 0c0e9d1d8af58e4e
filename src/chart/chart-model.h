/* SPDX-License-Identifier: GPL-3.0-or-later
 * A frame read as a chart: panels, domains, spans of time. No pixels. */
#pragma once

#include "chart/drawing.h"

G_BEGIN_DECLS

/* Series that share one value axis: equal units (chart-rules R12), and for years one measure of one
 * region. */
typedef struct
{
  guint *series; /* (array length=n_series) (owned) */
  guint n_series;
  char *heading; /* (nullable) (owned): what tells this panel from the others; NULL where it is the
                    only one */
  double factor; /* shown = stored × factor */
  RsNature nature;
  double min, max; /* of all numbers, bounds and shown targets; NaN where there are none */
  gboolean from_zero;
  gboolean log;     /* equal ratios are equal distances; min and max are then above zero */
  guint n_unplaced; /* figures of zero or less, which have no place on a logarithmic scale */
} RsPanel;

typedef struct
{
  RsPanel *panels; /* (array length=n_panels) (owned) */
  guint n_panels;
  guint *colors;     /* (array) (owned): of each series of the frame, a colour of the theme */
  double start, end; /* window in years; start == end where no period is known */
  double step;       /* shortest period in it */
} RsChartModel;

/* @from_zero: whether the marks are lengths (R8). */
void rs_chart_model_init (RsChartModel *self, const RsDrawing *drawing, gboolean from_zero);
void rs_chart_model_clear (RsChartModel *self);

/* Whether a chart of this kind can have a logarithmic scale, and the view asks for one. */
gboolean rs_chart_model_is_log (const RsDrawing *drawing);

/* Lines are read best where their middle slope is near 45° (R25), within these proportions. */
#define RS_ASPECT_NARROWEST (16.0 / 9.0)
#define RS_ASPECT_WIDEST 2.0

/* Width : height at which the middle one of all slopes of joined figures rises at 45°, between
 * %RS_ASPECT_NARROWEST and %RS_ASPECT_WIDEST; the latter where nothing is joined. */
double rs_chart_model_choose_aspect (const RsChartModel *self, const RsDrawing *drawing);

/* The nature of the indicator of a series. */
RsNature rs_chart_model_get_nature (const RsFrame *frame, const RsSeries *series);

G_END_DECLS
