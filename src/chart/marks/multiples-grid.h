/* SPDX-License-Identifier: GPL-3.0-or-later
 * Where small charts lie: which series have one, in how many columns, and what stands at their
 * edges. */
#pragma once

#include "chart/chart-model.h"

G_BEGIN_DECLS

/* Share of a marker in a small chart. */
#define RS_MULTIPLES_POINT 1.0

typedef struct
{
  RsDrawing *drawing;
  const RsChartModel *model;
  GArray *series;   /* (owned) (element-type guint): that have a panel, in the order of the frame */
  GArray *bare;     /* (owned) (element-type guint): without any figure or target, thus no panel */
  guint n_left_out; /* for want of room */
  gboolean has_home;
  guint n_columns, n_rows;
  int title_lines;
  double title;  /* height of a title */
  double left;   /* room for figures of the value axis: of the grid, or of each panel */
  gboolean own;  /* units differ: each panel has an axis of its own */
  double bottom; /* room for labels of the time axis */
  double gap_x, gap_y;
  double width, area_height; /* of a panel, and of its area */
  double tick_height; /* by which the number of ticks goes; the same wherever it is asked for */
  RsRect bounds;
} RsMultiples;

void
rs_multiples_init (RsMultiples *self, RsDrawing *drawing, const RsChartModel *model, RsRect bounds);
void rs_multiples_clear (RsMultiples *self);

/* The height at which all panels have good proportions in @width_px. */
double rs_multiples_get_height (RsDrawing *drawing, const RsChartModel *model, double width_px);

/* Room of the @i th panel from its title down, and of its area within. */
RsRect rs_multiples_get_cell (const RsMultiples *self, guint i);
RsRect rs_multiples_get_area (const RsMultiples *self, guint i);

gboolean rs_multiples_has_value_labels (const RsMultiples *self, guint i);
/* Whether nothing stands below it. */
gboolean rs_multiples_has_time_labels (const RsMultiples *self, guint i);

/* The title of a panel: the name of its series, with the unit where units differ. (transfer full)
 */
char *rs_multiples_describe (const RsMultiples *self, guint series);
RsLabel rs_multiples_get_title (const RsMultiples *self, guint series, const char *text);

G_END_DECLS
