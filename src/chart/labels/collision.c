/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which room of the picture is taken, and how labels give way. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/labels/collision.h"

#include <math.h>

/* A slanted stroke is taken as a chain of boxes of about this size, as its bounding box would take
 * far too much. */
#define LINE_BOX_PX 6.0
#define LINE_MAX_BOXES 400

typedef struct
{
  RsRect rect;
  RsObstacles kind;
} Taken;

/* A run of labels that touch each other and move as one. */
typedef struct
{
  double top;
  double height;
  double sum; /* of the tops that its members would like the run to have */
  guint n;
} Run;

void
rs_collider_init (RsCollider *self)
{
  self->rects = g_array_new (FALSE, FALSE, sizeof (Taken));
}

void
rs_collider_clear (RsCollider *self)
{
  g_clear_pointer (&self->rects, g_array_unref);
}

void
rs_collider_add (RsCollider *self, RsRect rect, RsObstacles kind)
{
  Taken taken = { rect, kind };

  if (!(rect.width > 0) || !(rect.height > 0))
    return;
  g_array_append_val (self->rects, taken);
}

void
rs_collider_add_line (RsCollider *self, RsPoint from, RsPoint to, double width_px)
{
  double dx = to.x - from.x;
  double dy = to.y - from.y;
  double length = MAX (fabs (dx), fabs (dy));
  int n = (int) CLAMP (ceil (length / LINE_BOX_PX), 1, LINE_MAX_BOXES);

  if (fabs (dx) < 1 || fabs (dy) < 1)
    n = 1;
  for (int i = 0; i < n; i++)
    {
      double x0 = from.x + dx * i / n;
      double x1 = from.x + dx * (i + 1) / n;
      double y0 = from.y + dy * i / n;
      double y1 = from.y + dy * (i + 1) / n;

      rs_collider_add (self,
                       rs_rect (MIN (x0, x1) - width_px / 2, MIN (y0, y1) - width_px / 2,
                                fabs (x1 - x0) + width_px, fabs (y1 - y0) + width_px),
                       RS_OBSTACLE_INK);
    }
}

gboolean
rs_collider_is_free (const RsCollider *self, RsRect rect, RsObstacles kinds)
{
  for (guint i = 0; i < self->rects->len; i++)
    {
      const Taken *taken = &g_array_index (self->rects, Taken, i);

      if ((taken->kind & kinds) != 0 && rs_rect_overlaps (taken->rect, rect))
        return FALSE;
    }
  return TRUE;
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const RsStackItem *first = a;
  const RsStackItem *second = b;

  if (first->wanted < second->wanted)
    return -1;
  if (first->wanted > second->wanted)
    return 1;
  return first->id < second->id ? -1 : first->id > second->id;
}

/* Runs that touch are pooled, and lie where their members would like them on average. */
static GArray *
pool_runs (const RsStackItem *items, guint n, double low, double high, double gap)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (Run));

  for (guint i = 0; i < n; i++)
    {
      double top = items[i].wanted - items[i].height / 2;
      Run run = { top, items[i].height, top, 1 };

      run.top = CLAMP (top, low, MAX (low, high - run.height));
      g_array_append_val (runs, run);
      while (runs->len > 1)
        {
          Run *last = &g_array_index (runs, Run, runs->len - 1);
          Run *before = &g_array_index (runs, Run, runs->len - 2);

          if (before->top + before->height + gap <= last->top)
            break;
          before->sum += last->sum - last->n * (before->height + gap);
          before->n += last->n;
          before->height += gap + last->height;
          before->top = CLAMP (before->sum / before->n, low, MAX (low, high - before->height));
          g_array_set_size (runs, runs->len - 1);
        }
    }
  return runs;
}

gboolean
rs_stack_spread (RsStackItem *items, guint n, double low, double high, double gap)
{
  g_autoptr (GArray) runs = NULL;
  double needed = 0;
  guint next = 0;

  if (n == 0)
    return TRUE;
  for (guint i = 0; i < n; i++)
    needed += items[i].height + (i > 0 ? gap : 0);
  if (!(needed <= high - low))
    return FALSE;

  qsort (items, n, sizeof *items, compare_items);
  runs = pool_runs (items, n, low, high, gap);
  for (guint r = 0; r < runs->len; r++)
    {
      const Run *run = &g_array_index (runs, Run, r);
      double top = run->top;

      for (guint i = 0; i < run->n; i++, next++)
        {
          items[next].top = top;
          top += items[next].height + gap;
        }
    }
  return TRUE;
}
