/* SPDX-License-Identifier: GPL-3.0-or-later
 * Two figures of one series that are set against each other, for slopes and dumbbells. */
#pragma once

#include "chart/chart-model.h"

G_BEGIN_DECLS

typedef struct
{
  guint series;
  const RsSeries *line;
  const RsFramePoint *earlier; /* (nullable): no figure then */
  const RsFramePoint *later;   /* (nullable): nothing is known of the chosen period */
  RsDatum from, to;            /* data of the two */
  double from_value, to_value; /* number or bound; NaN for none */
  gboolean from_bound, to_bound;
  RsObstacle obstacle;  /* NONE: they may be joined and subtracted */
  gboolean other_later; /* its later figure is of another period than the others' */
} RsPair;

/* The period of most later figures, of type RS_PERIOD_NONE where there are none. */
RsPeriod rs_pair_find_later_period (const RsFrame *frame);

/* @later: as found by rs_pair_find_later_period(). */
RsPair rs_pair_get (const RsFrame *frame, guint series, RsPeriod later);

/* Smallest and largest of all figures of the panel that are shown; NaN where there are none.
 * Returns: whether an axis of them should start at zero. */
gboolean rs_pair_get_domain (const RsDrawing *drawing,
                             const RsPanel *panel,
                             double *out_min,
                             double *out_max);

/* How the changes of a panel are told, all alike: they stand in one column. */
typedef struct
{
  gboolean growth; /* in percent; FALSE where one of them has none: differences */
  int decimals;    /* of growth and points (R46) */
} RsPairWords;

RsPairWords rs_pair_choose_words (const RsDrawing *drawing, const RsPanel *panel);

/* Decimals that all figures of the panel share (R46). */
int rs_pair_choose_value_decimals (const RsDrawing *drawing, const RsPanel *panel);

/* "+14.5%", "+3.0 points" (R45), or why there is none: "break in series". (transfer full) */
char *rs_pair_describe_change (const RsDrawing *drawing, const RsPair *pair, RsPairWords words);

/* "2020", "2020年", "July 2021": the period as a heading. (transfer full) */
char *rs_pair_describe_period (const RsDrawing *drawing, RsPeriod period);

/* A marker in the style of its flags (R39). @fill: of one that is simply published. */
void rs_pair_draw_point (RsDrawing *drawing,
                         RsDatum datum,
                         const RsFramePoint *point,
                         RsPoint at,
                         RsShape shape,
                         double diameter_px,
                         const RsColor *fill,
                         const RsColor *color);

G_END_DECLS
