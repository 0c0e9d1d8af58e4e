/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which room of the picture is taken, and how labels give way. */
#pragma once

#include "base/geometry.h"

G_BEGIN_DECLS

/* What stands in the way. Texts never overlap each other; whether they keep off ink is the label's
 * choice. */
typedef enum
{
  RS_OBSTACLE_TEXT = 1 << 0,
  RS_OBSTACLE_INK = 1 << 1,
} RsObstacles;

typedef struct
{
  GArray *rects; /* (owned) of taken rectangles */
} RsCollider;

void rs_collider_init (RsCollider *self);
void rs_collider_clear (RsCollider *self);

/* Takes @rect for good. Empty rectangles take nothing. */
void rs_collider_add (RsCollider *self, RsRect rect, RsObstacles kind);

/* Takes what a stroke of @width_px from @from to @to covers. */
void rs_collider_add_line (RsCollider *self, RsPoint from, RsPoint to, double width_px);

/* Whether nothing of the @kinds lies in @rect. */
gboolean rs_collider_is_free (const RsCollider *self, RsRect rect, RsObstacles kinds);

/* A label in a column of labels. */
typedef struct
{
  double wanted; /* where its middle would best lie */
  double height;
  double top; /* (out) where it lies */
  guint id;   /* the caller's */
} RsStackItem;

/**
 * rs_stack_spread:
 * @items: (array length=n): ordered by wanted on return
 * @low: upper edge of the column in px
 * @high: lower edge
 *
 * Moves the items apart as little as they need, in their order.
 *
 * Returns: %FALSE where they do not fit even side by side; nothing is placed then.
 */
gboolean rs_stack_spread (RsStackItem *items, guint n, double low, double high, double gap);

G_END_DECLS
