/* SPDX-License-Identifier: GPL-3.0-or-later
 * A shaded table before it is drawn: which rows and columns show, and how large they are. */
#pragma once

#include "chart/drawing.h"
#include "chart/marks/ramp-legend.h"

G_BEGIN_DECLS

/* Where periods without any figure are passed over, as a share of a cell. */
#define RS_HEAT_JUMP_SHARE 0.4

typedef struct
{
  RsPeriod period;
  gboolean jump; /* periods before it are passed over */
  double x;      /* left */
} RsHeatColumn;

typedef struct
{
  RsDrawing *drawing;
  RsRamp ramp;
  GArray *columns; /* (owned) (element-type RsHeatColumn): periods that anything is known of */
  GArray *rows;    /* (owned) (element-type guint): series */
  guint n_columns_left_out;
  gboolean missing; /* a cell has no figure */
  gboolean breaks;  /* a series breaks between two cells */
  gboolean jumps;   /* periods are passed over */
  gboolean subyear;
  RsPeriod chosen; /* of type NONE where there is none */
  double name_size;
  double names, header, legend, part;
  double row, cell; /* height and width of a cell */
  RsRect table;     /* of the cells */
} RsHeatTable;

/* Lays the table out in @bounds. Rows and columns that find no room are not in it. */
void rs_heat_table_init (RsHeatTable *self, RsDrawing *drawing, RsRect bounds);
void rs_heat_table_clear (RsHeatTable *self);

/* Height that all rows ask for, with header and legend. */
double rs_heat_table_get_height (const RsHeatTable *self);

const RsHeatColumn *rs_heat_table_get_column (const RsHeatTable *self, guint i);
const RsSeries *rs_heat_table_get_series (const RsHeatTable *self, guint row);
/* Whether the column is that of the chosen period. */
gboolean rs_heat_table_is_chosen (const RsHeatTable *self, const RsHeatColumn *column);
/* The smallest type of names and figures. */
double rs_heat_table_get_small (const RsDrawing *drawing);
/* The name of a row, right-aligned. */
RsLabel rs_heat_table_get_name (const RsHeatTable *self, guint row, double max_width_px);

G_END_DECLS
