/* SPDX-License-Identifier: GPL-3.0-or-later
 * Labels at the ends of lines: a name and a value beside the thing they name. */
#pragma once

#include "chart/drawing.h"
#include "chart/labels/collision.h"

G_BEGIN_DECLS

typedef struct
{
  RsDatum datum;
  RsPoint at;  /* end of the line */
  char *name;  /* (owned) */
  char *value; /* (nullable) (owned): on a line of its own */
  RsColor name_color;
  RsWeight weight;   /* of the name */
  gboolean margin;   /* stands in the margin, else beside its point in the area */
  gboolean optional; /* only where it is in nobody's way; not moved, and not missed */
  double height;     /* (out) */
  double width;      /* (out) */
  double wrap;       /* (out): width at which its name wraps into lines of like length */
} RsDirectLabel;

void rs_direct_label_clear (RsDirectLabel *self);

/* Sizes of all labels with names wrapped at @max_width_px. Returns: the widest. */
double rs_direct_labels_measure (const RsDrawing *drawing,
                                 RsDirectLabel *labels,
                                 guint n,
                                 double max_width_px);

/* Draws them beside @area: those of the margin at its right edge, spread, with leaders where they
 * had to move. Returns: how many that are not optional found no room. */
guint rs_direct_labels_draw (
  RsDrawing *drawing, RsDirectLabel *labels, guint n, RsRect area, double max_width_px);

/* Text beside a point: right, above, below, left, whatever is free; @far: or farther off, with a
 * leader. */
gboolean rs_direct_label_put_beside (
  RsDrawing *drawing, RsLabel *label, RsPoint at, double distance_px, gboolean far);

G_END_DECLS
