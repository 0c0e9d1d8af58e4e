/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which lines of a slope chart stand out. */
#pragma once

#include "chart/marks/pair.h"

G_BEGIN_DECLS

/* At most so many (R17). */
#define RS_SLOPE_HIGHLIGHTED 4

typedef struct
{
  double change;
  guint at;
} RsSlopeChange;

/**
 * rs_slope_highlight:
 * @pairs: (array length=n): the lines
 * @home: which of them is of the selected region, -1: none
 * @out: (out caller-allocates): which stand out
 *
 * All where they are few; else the selected region, the largest rise and the largest fall, as far
 * as there is just one of each.
 *
 * Returns: how many.
 */
guint rs_slope_highlight (const RsPair *pairs, guint n, int home, guint out[RS_SLOPE_HIGHLIGHTED]);

G_END_DECLS
