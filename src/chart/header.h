/* SPDX-License-Identifier: GPL-3.0-or-later
 * The head of a figure: title, what is measured, the number, its change and its verdict. */
#pragma once

#include "chart/drawing.h"

G_BEGIN_DECLS

typedef struct
{
  int title_lines; /* 0: none */
  int subtitle_lines;
  gboolean headline;
  gboolean change; /* with the headline: change and chip */
} RsHeaderPlan;

/* Lays the head out from the top of @room, and draws it where the drawing has a scene. Returns: its
 * height. */
double rs_header_lay_out (RsDrawing *drawing, RsRect room, const RsHeaderPlan *plan);

G_END_DECLS
