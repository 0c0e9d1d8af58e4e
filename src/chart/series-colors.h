/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which colour a series has: the same in every chart of the same thing. */
#pragma once

#include "query/frame.h"

G_BEGIN_DECLS

/**
 * rs_series_colors_assign:
 * @frame: a frame
 * @series: (array length=n): series of it that are told apart by colour
 * @n: how many
 * @out_colors: (out caller-allocates) (array length=n): a colour of the theme for each
 *
 * The colour follows from the id of what is drawn: of the region where regions of one indicator are
 * compared, else of the indicator. Where two of @series would have the same, the first in the order
 * of ids keeps it and the other takes the next that is free; beyond six they repeat. The only
 * series of a frame has colour 0, the accent.
 */
void
rs_series_colors_assign (const RsFrame *frame, const guint *series, guint n, guint *out_colors);

/**
 * rs_series_colors_tell_apart:
 * @colors: (inout) (array length=n): colours of series that stand out among others
 *
 * Keeps each colour that no earlier one of them has, and gives the others the next that is free, so
 * that a series looks in a choice of a few as it does among all, wherever that is possible.
 */
void rs_series_colors_tell_apart (guint *colors, guint n);

G_END_DECLS
