/* SPDX-License-Identifier: GPL-3.0-or-later
 * A range of periods in a figure whose time runs along the page. */
#pragma once

#include "chart/chart.h"

G_BEGIN_DECLS

typedef struct
{
  RsPeriod first, last;
  guint n_periods; /* with a place in the figure */
  RsRect band;     /* their room in it */
} RsSpan;

/* Whether the chart of @frame has one axis of time from left to right. */
gboolean rs_figure_has_time (const RsFrame *frame);

/**
 * rs_figure_find_span:
 * @scene: a scene made from @frame
 * @from_x, @to_x: in either order
 *
 * The periods whose place lies between the two, and those that the two themselves are nearest to.
 *
 * Returns: FALSE where the figure has no time or no data.
 */
gboolean rs_figure_find_span (
  const RsScene *scene, const RsFrame *frame, double from_x, double to_x, RsSpan *out_span);

/* The room of the periods from @first to @last, in either order. */
gboolean rs_figure_get_span (
  const RsScene *scene, const RsFrame *frame, RsPeriod first, RsPeriod last, RsSpan *out_span);

/* All of it. */
gboolean rs_figure_get_whole_span (const RsScene *scene, const RsFrame *frame, RsSpan *out_span);

/* "2015–2019", "July 2021". (transfer full) */
char *rs_span_to_label (const RsSpan *self, RsLanguage language);

/* A band over the periods with their names, as a second scene of the same size. (transfer full) */
RsScene *rs_figure_span_overlay (const RsScene *scene,
                                 const RsFrame *frame,
                                 const RsSpan *span,
                                 const RsFigureOptions *options,
                                 RsTextMetrics *metrics);

G_END_DECLS
