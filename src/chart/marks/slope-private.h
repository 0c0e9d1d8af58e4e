/* SPDX-License-Identifier: GPL-3.0-or-later
 * A slope chart from inside, for the files that draw it. */
#pragma once

#include <math.h>

#include "chart/marks/rows.h"
#include "chart/marks/slope.h"

G_BEGIN_DECLS

typedef enum
{
  RS_SIDE_EARLIER,
  RS_SIDE_LATER,
} RsSlopeSide;

#define RS_N_SIDES 2

typedef struct
{
  RsPair pair;
  int bright; /* as which of the bright ones; -1: in the background */
  RsColor color;
  RsColor text; /* of its name */
} RsSlopeLine;

typedef struct
{
  RsDrawing *drawing;
  const RsPanel *panel;
  const guint *colors; /* of all series of the frame */
  RsPeriod later;
  RsSlopeLine *lines; /* (array length=n) (owned) */
  guint n;
  RsRowAxis axis;
  RsRect area;               /* between the columns */
  double values[RS_N_SIDES]; /* width of the widest value */
  int decimals;              /* of the values */
  double names[RS_N_SIDES];  /* width of the names */
  gboolean both;             /* names stand at both sides */
  double pad;                /* from a column to its labels */
  double gap;                /* from a value to its name */
  RsRect bounds;
} RsSlopes;

static inline double
rs_slope_get_value (const RsSlopeLine *line, RsSlopeSide side)
{
  return side == RS_SIDE_EARLIER ? line->pair.from_value : line->pair.to_value;
}

static inline RsDatum
rs_slope_get_datum (const RsSlopeLine *line, RsSlopeSide side)
{
  return side == RS_SIDE_EARLIER ? line->pair.from : line->pair.to;
}

static inline double
rs_slope_get_x (const RsSlopes *self, RsSlopeSide side)
{
  return side == RS_SIDE_EARLIER ? self->area.x : rs_rect_right (self->area);
}

static inline RsPoint
rs_slope_get_at (const RsSlopes *self, const RsSlopeLine *line, RsSlopeSide side)
{
  return (RsPoint){ rs_slope_get_x (self, side),
                    rs_scale_map (&self->axis.scale, rs_slope_get_value (line, side)) };
}

static inline double
rs_slope_get_dot (const RsSlopes *self, const RsSlopeLine *line)
{
  const RsDrawing *drawing = self->drawing;

  return drawing->theme->point_px * rs_rows_get_unit (drawing) * (line->bright >= 0 ? 1.1 : 0.75);
}

/* Finds widths of values and names, and from them how broad the area between the columns is. */
void rs_slopes_measure_labels (RsSlopes *self, RsRect bounds);

/* All labels of a side spread where they all have room, else those of the bright lines, and the
 * others where they are in nobody's way. */
void rs_slopes_draw_labels (RsSlopes *self, RsSlopeSide side);

G_END_DECLS
