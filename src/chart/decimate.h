/* SPDX-License-Identifier: GPL-3.0-or-later
 * A long line in few points: what is painted of it is the same. */
#pragma once

#include "base/geometry.h"

G_BEGIN_DECLS

/* Lines of more points than this many a column are worth it; of fewer, each point is painted. */
#define RS_DECIMATE_FROM 2.0

/**
 * rs_decimate:
 * @points: (array length=n) (inout): a line in px, drawn from left to right
 * @n: number of points
 * @column_px: width of a column of device pixels
 *
 * Keeps the first, lowest, highest and last point of each column, in their order: the line enters,
 * reaches and leaves each column where it did. A point that is not finite parts the line and stays,
 * as one separator however many there were, so that no gap is closed and no break joined. Parts
 * that lie within one column altogether are pooled where they overlap, so that a line of nothing
 * but gaps has few points too; a lone point between two gaps stays.
 *
 * Pure, in one pass and in place; what is kept is never more than before.
 *
 * Returns: how many points are left.
 */
guint rs_decimate (RsPoint *points, guint n, double column_px);

G_END_DECLS
