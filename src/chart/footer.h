/* SPDX-License-Identifier: GPL-3.0-or-later
 * The foot of a figure: the view's note, what the marks mean, notes, and where the figures come
 * from. */
#pragma once

#include "chart/drawing.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean marks;   /* what the marks mean, in as many lines as it takes */
  int note_lines;   /* with the marks; notes beyond are only counted */
  int source_lines; /* 0: none */
  const char *axis; /* (nullable): "axis from 80" */
} RsFooterPlan;

/* Height of the foot in @width_px. */
double rs_footer_measure (RsDrawing *drawing, double width_px, const RsFooterPlan *plan);

/* Draws it in @room, which is as high as was measured. */
void rs_footer_draw (RsDrawing *drawing, RsRect room, const RsFooterPlan *plan);

G_END_DECLS
