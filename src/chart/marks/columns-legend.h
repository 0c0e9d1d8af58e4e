/* SPDX-License-Identifier: GPL-3.0-or-later
 * A legend for columns: swatch with its shape, name, and the chosen figure where its column has no
 * room for it. */
#pragma once

#include "chart/drawing.h"

G_BEGIN_DECLS

typedef struct
{
  RsDatum datum;    /* what @value is */
  const char *name; /* (unowned) */
  char *value;      /* (nullable) (owned): with its period */
  char *brief;      /* (nullable) (owned): without, where that spares a row */
  RsColor color;
  RsShape shape;
} RsColumnsEntry;

void rs_columns_entry_clear (RsColumnsEntry *self);

/**
 * rs_columns_legend_lay_out:
 * @entries: (array length=n): in the order of the data (R18)
 * @room: upper left corner and width
 * @max_height_px: entries beyond are counted as left out
 * @draw: whether to draw, or only to measure
 *
 * Returns: the height with the air under it; 0 for no entries.
 */
double rs_columns_legend_lay_out (RsDrawing *drawing,
                                  const RsColumnsEntry *entries,
                                  guint n,
                                  RsRect room,
                                  double max_height_px,
                                  gboolean draw);

/* "1,234 (2021)": the figure of @series at @point for a legend. (transfer full) */
char *rs_columns_describe_figure (const RsDrawing *drawing, guint series, guint point);

G_END_DECLS
