/* SPDX-License-Identifier: GPL-3.0-or-later
 * A horizontal bar of one figure, and what stands for a bound. */
#pragma once

#include "chart/drawing.h"

G_BEGIN_DECLS

/* Published figures are solid, others outlined. */
void rs_row_bar_draw (
  RsDrawing *drawing, RsDatum datum, const RsFramePoint *point, RsRect rect, const RsColor *color);

/* "over 95 %": an upright stroke where it is known, an arrow into what is not, and the words. */
void rs_row_bound_draw (RsDrawing *drawing,
                        RsDatum datum,
                        RsPoint at,
                        double half_px,
                        const RsColor *color,
                        RsLabel label,
                        double gap_px);

/* The figure that the change of @point is against. Only one that the dataset has; a published
 * change alone gives none. */
gboolean rs_row_get_earlier (const RsSeries *series, const RsFramePoint *point, double *out_value);

/* Of two indexes of series, for g_qsort_with_data() with the frame as its data: longest first
 * (R22); a bound counts as what is known of it; what has no figure comes last. Equal ones keep
 * their order.
 */
int rs_row_compare (gconstpointer a, gconstpointer b, gpointer user_data);

G_END_DECLS
