/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who gets which room in a figure, and who gives way first. */
#pragma once

#include "chart/footer.h"
#include "chart/header.h"
#include "chart/marks/marks.h"

G_BEGIN_DECLS

typedef struct
{
  RsRect card;   /* the painted ground */
  RsRect limits; /* the chart's labels may reach this far into the padding */
  RsRect header;
  RsRect chart; /* no height where there is no room */
  RsRect footer;
  RsHeaderPlan header_plan;
  RsFooterPlan footer_plan;
  guint austerity; /* how far down the list of sacrifices it went; 0: everything has its room */
  char *axis;      /* (nullable) (owned): "axis from 80" */
} RsLayout;

/* @austerity: how far down the list of sacrifices to begin: 0, or farther than the last time where
 * the chart found no room in its own room. */
void rs_layout_init (RsLayout *self, RsDrawing *drawing, const RsMarkKind *kind, guint austerity);
void rs_layout_clear (RsLayout *self);

/* Height of everything but the chart at the drawing's width. */
double rs_layout_measure_rest (RsDrawing *drawing, const RsMarkKind *kind, double chart_height_px);
/* Width inside the padding. */
double rs_layout_get_inner_width (const RsDrawing *drawing);

G_END_DECLS
