/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the files of the stacked columns share. */
#pragma once

#include "chart/marks/column.h"
#include "chart/marks/plot.h"

G_BEGIN_DECLS

/* More parts than any view may stack (query/frame-kind.c): what is beyond is counted as left out.
 */
#define RS_STACK_MAX_PARTS 8

typedef struct
{
  RsDatum datum;             /* point -1: the series has no such period */
  const RsFramePoint *point; /* (nullable) */
  gboolean has_value;
  gboolean is_bound;
  double value;
  double from, to; /* where it begins and ends on the axis, in the stored unit */
} RsStackPart;

/* One period: its parts in the order of the data, the first on the axis. */
typedef struct
{
  RsPeriod period;
  guint position;
  RsStackPart parts[RS_STACK_MAX_PARTS];
  guint n_parts;
  guint n_known;     /* parts with a number or bound */
  gboolean complete; /* every part has a number: the whole is known */
  gboolean chosen;
  double low, high; /* ends of the whole stack */
  double sum;       /* of the numbers; a whole only where it is complete */
} RsStack;

/* The series of the panel that has the most periods: its points are the columns. */
const RsSeries *rs_stack_get_periods (const RsFrame *frame, const RsPanel *panel);
RsStack rs_stack_get (const RsFrame *frame, const RsPanel *panel, const RsFramePoint *at);

typedef enum
{
  RS_TOTAL_NONE,      /* a part is missing, or some parts are not in the chart */
  RS_TOTAL_SUM,       /* plain addition: derived */
  RS_TOTAL_PUBLISHED, /* the figure of the whole in the same dataset */
  RS_TOTAL_UNSOURCED, /* published in a paper that the picture does not name, and not our sum */
} RsTotalKind;

/* Whether the panel shows all the parts of the whole that the dataset knows. */
gboolean rs_stack_is_whole (const RsFrame *frame, const RsPanel *panel);

/**
 * rs_stack_find_total:
 * @out_value: of SUM and PUBLISHED, in the stored unit
 * @out_flags: status flags of the total; of a sum: derived
 */
RsTotalKind rs_stack_find_total (const RsFrame *frame,
                                 const RsPanel *panel,
                                 const RsStack *stack,
                                 double *out_value,
                                 RsFlags *out_flags);

/* "1,234†", or NULL where there is none. (transfer full) (nullable) */
char *
rs_stack_describe_total (const RsDrawing *drawing, const RsPanel *panel, const RsStack *stack);
typedef struct
{
  RsPlot *plot;
  const RsSeries *periods;
  RsStack stack; /* at hand */
  double x;      /* its middle */
  double width;
  double step;
  double gap;
} RsStacked;

/* Turns to the column of the period with this index. */
void rs_stacked_take (RsStacked *self, guint i);
/* Room of a part, less the ground between it and the part it stands on. */
RsRect rs_stacked_get_rect (const RsStacked *self, const RsStackPart *part);

/* Swatch, name and chosen figure of each part. Returns: the height. */
double rs_stacked_lay_out_legend (RsPlot *plot, RsRect room, gboolean draw);
/* Room for names beside the last column; 0 where they are not set there. */
double rs_stacked_measure_names (RsPlot *plot);
/* Names beside the last column; what finds no room is missed, so that a legend takes over. */
void rs_stacked_draw_names (RsStacked *self);

G_END_DECLS
