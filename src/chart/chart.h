/* SPDX-License-Identifier: GPL-3.0-or-later
 * Frame in, scene out: the whole figure with title, number, chart, notes and source. */
#pragma once

#include "chart/scene.h"
#include "query/frame.h"

G_BEGIN_DECLS

typedef enum
{
  RS_FIGURE_TITLE = 1 << 0,    /* title and subtitle */
  RS_FIGURE_HEADLINE = 1 << 1, /* value of the chosen year, change, chip */
  RS_FIGURE_CHART = 1 << 2,
  RS_FIGURE_NOTES = 1 << 3, /* the view's note, legend of marks */
  RS_FIGURE_SOURCE = 1 << 4,
  RS_FIGURE_CARD = 1 << 5, /* paints a card with border and rounded corners; else a plain ground */
  RS_FIGURE_ALL_SOURCES =
    1 << 6, /* all sources and notes in full, as exports need; else one line */
} RsFigureParts;

typedef struct
{
  double width_px;
  double height_px;
  double text_scale; /* 1.0; the desktop's text scaling */
  RsTypeMode type_mode;
  RsFigureParts parts;
  const RsTheme *theme;
} RsFigureOptions;

/**
 * rs_figure_new:
 * @frame: what to draw; an empty one gives the honest empty state in the chart's place
 * @metrics: how large texts are
 *
 * Pure: the same arguments give the same scene. Nothing in it overlaps or leaves the picture from
 * 240×180 px on; what does not fit is left out by priority, and the scene says what.
 *
 * Returns: (transfer full): the sealed scene.
 */
RsScene *
rs_figure_new (const RsFrame *frame, const RsFigureOptions *options, RsTextMetrics *metrics);

/**
 * rs_figure_overlay:
 * @scene: a scene made from @frame with the same @options
 * @datum: what the cursor is on
 *
 * Cursor ring and tooltip as a second scene of the same size, so that hover never lays out again.
 *
 * Returns: (transfer full): the overlay; empty for %RS_DATUM_NONE.
 */
RsScene *rs_figure_overlay (const RsScene *scene,
                            const RsFrame *frame,
                            RsDatum datum,
                            const RsFigureOptions *options,
                            RsTextMetrics *metrics);

/**
 * rs_figure_get_natural_height:
 *
 * Height at which the figure is well proportioned at @options->width_px: chart area between 1.2:1
 * and 2.4:1; for FIGURES the height of its rows.
 */
double rs_figure_get_natural_height (const RsFrame *frame,
                                     const RsFigureOptions *options,
                                     RsTextMetrics *metrics);

G_END_DECLS
