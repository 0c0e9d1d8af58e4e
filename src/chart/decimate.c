/* SPDX-License-Identifier: GPL-3.0-or-later
 * A long line in few points. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/decimate.h"

#include <math.h>
#include <stdlib.h>

/* Fewer parts in one column are cheaper to paint than to pool. */
#define POOL_FROM 8

/* A part of the line in one column, whose lowest and highest point say all. */
typedef struct
{
  RsPoint top; /* lesser y */
  RsPoint bottom;
} Piece;

typedef struct
{
  RsPoint *points;
  guint n;
  guint kept; /* written so far; never overtakes what is read */
  double column_px;
  /* The short parts of one column, each with a separator behind it: */
  double column;
  guint first_short; /* where they begin among the kept points */
  guint n_short;
} Decimator;

/* What is kept of neighbours that share a column. */
typedef struct
{
  RsPoint points[4];
  guint n;
  guint next; /* index after the last of the neighbours */
} Column;

static const RsPoint separator = { (double) NAN, (double) NAN };

/* One comparison each: this is asked of every point. */
static inline gboolean
is_number (double value)
{
  return fabs (value) <= G_MAXDOUBLE;
}

static gboolean
is_point (RsPoint p)
{
  return is_number (p.x) && is_number (p.y);
}

static int
compare_pieces (gconstpointer a, gconstpointer b)
{
  const Piece *first = a;
  const Piece *second = b;

  if (first->top.y < second->top.y)
    return -1;
  return first->top.y > second->top.y;
}

/* Reads @n points, parted by separators, into @pieces. Returns: how many. */
static guint
collect_pieces (const RsPoint *points, guint n, Piece *pieces)
{
  guint n_pieces = 0;
  gboolean begun = FALSE;

  for (guint i = 0; i < n; i++)
    {
      if (!is_point (points[i]))
        {
          begun = FALSE;
          continue;
        }
      if (!begun)
        pieces[n_pieces++] = (Piece){ points[i], points[i] };
      else if (points[i].y < pieces[n_pieces - 1].top.y)
        pieces[n_pieces - 1].top = points[i];
      else if (points[i].y > pieces[n_pieces - 1].bottom.y)
        pieces[n_pieces - 1].bottom = points[i];
      begun = TRUE;
    }
  return n_pieces;
}

/* Parts that overlap become one. No part has fewer points than its piece, so this fits into the
 * room they had; only the separator behind the last part of all may have none, and is not needed.
 */
static void
pool_short_parts (Decimator *self)
{
  const guint end = self->kept;
  g_autofree Piece *pieces = NULL;
  guint n;

  if (self->n_short < POOL_FROM)
    return;
  pieces = g_new (Piece, self->n_short);
  n = collect_pieces (self->points + self->first_short, self->kept - self->first_short, pieces);
  qsort (pieces, n, sizeof *pieces, compare_pieces);
  self->kept = self->first_short;
  for (guint i = 0; i < n;)
    {
      Piece pooled = pieces[i++];

      for (; i < n && pieces[i].top.y <= pooled.bottom.y; i++)
        if (pieces[i].bottom.y > pooled.bottom.y)
          pooled.bottom = pieces[i].bottom;
      self->points[self->kept++] = pooled.top;
      if (pooled.bottom.y > pooled.top.y)
        self->points[self->kept++] = pooled.bottom;
      if (self->kept < end)
        self->points[self->kept++] = separator;
    }
}

static Column
read_column (const Decimator *self, guint first)
{
  const RsPoint *points = self->points;
  const double left = floor (points[first].x / self->column_px) * self->column_px;
  const double right = left + self->column_px;
  Column column = { .n = 0 };
  guint low = first;
  guint high = first;
  guint i = first + 1;
  guint order[4];

  for (; i < self->n && points[i].x >= left && points[i].x < right; i++)
    {
      const double y = points[i].y;

      if (!is_number (y))
        break;
      if (y < points[low].y)
        low = i;
      else if (y > points[high].y)
        high = i;
    }
  order[0] = first;
  order[1] = MIN (low, high);
  order[2] = MAX (low, high);
  order[3] = i - 1;
  for (guint k = 0; k < 4; k++)
    if (k == 0 || order[k] > order[k - 1])
      column.points[column.n++] = points[order[k]];
  column.next = i;
  return column;
}

/* The first column of a part: where it is the only one, the part is short. */
static void
begin_part (Decimator *self, const Column *column)
{
  const double place = floor (column->points[0].x / self->column_px);
  const gboolean is_short = column->next == self->n || !is_point (self->points[column->next]);

  if (self->n_short > 0 && (!is_short || place != self->column))
    {
      pool_short_parts (self);
      self->n_short = 0;
    }
  if (!is_short)
    return;
  if (self->n_short == 0)
    {
      self->column = place;
      self->first_short = self->kept;
    }
  self->n_short++;
}

guint
rs_decimate (RsPoint *points, guint n, double column_px)
{
  Decimator self = { .points = points, .n = n, .column_px = column_px };
  gboolean parted = TRUE;

  g_return_val_if_fail (points != NULL || n == 0, 0);
  g_return_val_if_fail (column_px > 0, n);

  for (guint i = 0; i < n;)
    {
      Column column;

      if (!is_point (points[i]))
        {
          if (!parted)
            points[self.kept++] = separator;
          parted = TRUE;
          i++;
          continue;
        }
      column = read_column (&self, i);
      if (parted)
        begin_part (&self, &column);
      for (guint k = 0; k < column.n; k++)
        points[self.kept++] = column.points[k];
      parted = FALSE;
      i = column.next;
    }
  pool_short_parts (&self);
  return self.kept;
}
