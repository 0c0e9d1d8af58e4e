/* SPDX-License-Identifier: GPL-3.0-or-later
 * Plane geometry in px at 96 dpi, y growing downwards. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double x;
  double y;
} RsPoint;

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} RsRect;

/* Inner edge of a rect, one value a side. */
typedef struct
{
  double top;
  double right;
  double bottom;
  double left;
} RsInsets;

static inline RsRect
rs_rect (double x, double y, double width, double height)
{
  return (RsRect){ x, y, width, height };
}

static inline double
rs_rect_right (RsRect r)
{
  return r.x + r.width;
}

static inline double
rs_rect_bottom (RsRect r)
{
  return r.y + r.height;
}

/**
 * rs_rect_inset:
 * @r: a rectangle
 * @by: what to take off each side
 *
 * Returns: @r less @by; never narrower or lower than 0.
 */
static inline RsRect
rs_rect_inset (RsRect r, RsInsets by)
{
  return rs_rect (r.x + by.left, r.y + by.top, MAX (0.0, r.width - by.left - by.right),
                  MAX (0.0, r.height - by.top - by.bottom));
}

static inline gboolean
rs_rect_contains (RsRect r, RsPoint p)
{
  return p.x >= r.x && p.x < r.x + r.width && p.y >= r.y && p.y < r.y + r.height;
}

static inline gboolean
rs_rect_overlaps (RsRect a, RsRect b)
{
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

G_END_DECLS
