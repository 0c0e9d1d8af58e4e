/* SPDX-License-Identifier: GPL-3.0-or-later
 * Where the data of a scene stand: hit and keyboard. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/scene-private.h"

#include <math.h>

void
rs_scene_add_stop (RsScene *self, RsDatum datum, RsPoint at, RsRect hit)
{
  RsSceneStop stop = { datum, at, hit };

  g_return_if_fail (self != NULL && !self->sealed);

  if (rs_scene_can_draw_point (at) && rs_scene_can_draw_rect (hit))
    g_array_append_val (self->stops, stop);
  else
    rs_scene_add_left_out (self, "stops", 1);
}

guint
rs_scene_get_n_stops (const RsScene *self)
{
  return self->stops->len;
}

static const RsSceneStop *
get_stop (const RsScene *self, guint i)
{
  return &g_array_index (self->stops, RsSceneStop, i);
}

void
rs_scene_get_stop (
  const RsScene *self, guint i, RsDatum *out_datum, RsPoint *out_at, RsRect *out_hit)
{
  const RsSceneStop *stop;

  g_return_if_fail (i < self->stops->len);

  stop = get_stop (self, i);
  if (out_datum != NULL)
    *out_datum = stop->datum;
  if (out_at != NULL)
    *out_at = stop->at;
  if (out_hit != NULL)
    *out_hit = stop->hit;
}

RsDatum
rs_scene_hit (const RsScene *self, double x, double y)
{
  RsDatum best = RS_DATUM_NONE;
  double best_distance = G_MAXDOUBLE;

  for (guint i = 0; i < self->stops->len; i++)
    {
      const RsSceneStop *stop = get_stop (self, i);
      double dx = stop->at.x - x, dy = stop->at.y - y;
      double distance = dx * dx + dy * dy;

      if (distance < best_distance && rs_rect_contains (stop->hit, (RsPoint){ x, y }))
        {
          best = stop->datum;
          best_distance = distance;
        }
    }
  return best;
}

static const RsSceneStop *
find_stop (const RsScene *self, RsDatum datum)
{
  for (guint i = 0; i < self->stops->len; i++)
    {
      const RsSceneStop *stop = get_stop (self, i);

      if (stop->datum.series == datum.series && stop->datum.point == datum.point)
        return stop;
    }
  return NULL;
}

gboolean
rs_scene_find_stop (const RsScene *self, RsDatum datum, RsPoint *out_at, RsRect *out_hit)
{
  const RsSceneStop *stop = find_stop (self, datum);

  if (stop == NULL)
    return FALSE;
  if (out_at != NULL)
    *out_at = stop->at;
  if (out_hit != NULL)
    *out_hit = stop->hit;
  return TRUE;
}

/* Order along a series: by place, so that the keys do what they show. */
static int
compare_along (const RsSceneStop *a, const RsSceneStop *b)
{
  if (a->at.x != b->at.x)
    return a->at.x < b->at.x ? -1 : 1;
  if (a->at.y != b->at.y)
    return a->at.y < b->at.y ? -1 : 1;
  return (a->datum.point > b->datum.point) - (a->datum.point < b->datum.point);
}

/* Order across series. Two stops in one place differ by their series, so that neither hides the
 * other. */
static int
compare_across (const RsSceneStop *a, const RsSceneStop *b)
{
  if (a->at.y != b->at.y)
    return a->at.y < b->at.y ? -1 : 1;
  return (a->datum.series > b->datum.series) - (a->datum.series < b->datum.series);
}

/* The next stop of the same series in direction @sign, or the outermost one. */
static const RsSceneStop *
move_along (const RsScene *self, const RsSceneStop *from, int sign, gboolean outermost)
{
  const RsSceneStop *best = NULL;

  for (guint i = 0; i < self->stops->len; i++)
    {
      const RsSceneStop *stop = get_stop (self, i);

      if (stop->datum.series != from->datum.series || sign * compare_along (stop, from) <= 0)
        continue;
      if (best == NULL || (outermost ? sign : -sign) * compare_along (stop, best) > 0)
        best = stop;
    }
  return best != NULL ? best : from;
}

static gboolean
has_series_of_several (const RsScene *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->stops->len; i++)
    if (!g_hash_table_add (seen, GINT_TO_POINTER (get_stop (self, i)->datum.series)))
      return TRUE;
  return FALSE;
}

/* How far @x lies beside what answers for @stop. */
static double
get_distance_aside (const RsSceneStop *stop, double x)
{
  return MAX (0.0, MAX (stop->hit.x - x, x - rs_rect_right (stop->hit)));
}

/* Among series of one stop each, rows and tiles, the keys go by place alone: to the nearest one
 * that lies on that side, in the same column before any other, and never along the same line. */
static const RsSceneStop *
move_over (const RsScene *self, const RsSceneStop *from, int sign)
{
  const RsSceneStop *best = NULL;
  double best_aside = G_MAXDOUBLE, best_dy = G_MAXDOUBLE;

  for (guint i = 0; i < self->stops->len; i++)
    {
      const RsSceneStop *stop = get_stop (self, i);
      double dy = sign * (stop->at.y - from->at.y);
      double aside = get_distance_aside (stop, from->at.x);
      gboolean same_place = dy == 0 && stop->at.x == from->at.x;

      if (stop->datum.series == from->datum.series || dy < 0 ||
          (dy == 0 && (!same_place || sign * compare_across (stop, from) <= 0)))
        continue;
      if (aside < best_aside || (aside == best_aside && dy < best_dy))
        {
          best = stop;
          best_aside = aside;
          best_dy = dy;
        }
    }
  return best != NULL ? best : from;
}

/* The nearest stop of another series in direction @sign: first by how little it is aside, then by
 * how near. */
static const RsSceneStop *
move_across (const RsScene *self, const RsSceneStop *from, int sign)
{
  const RsSceneStop *best = NULL;
  double best_aside = G_MAXDOUBLE;

  if (!has_series_of_several (self))
    return move_over (self, from, sign);
  for (guint i = 0; i < self->stops->len; i++)
    {
      const RsSceneStop *stop = get_stop (self, i);
      double aside = fabs (stop->at.x - from->at.x);

      if (stop->datum.series == from->datum.series || sign * compare_across (stop, from) <= 0)
        continue;
      if (aside < best_aside || (aside == best_aside && -sign * compare_across (stop, best) > 0))
        {
          best = stop;
          best_aside = aside;
        }
    }
  return best != NULL ? best : from;
}

/* In a series of one stop there is nothing along: ←→ then go to the other series on that side. */
static const RsSceneStop *
move_aside (const RsScene *self, const RsSceneStop *from, int sign)
{
  const RsSceneStop *best = NULL;
  double best_dy = G_MAXDOUBLE, best_dx = G_MAXDOUBLE;

  for (guint i = 0; i < self->stops->len; i++)
    {
      const RsSceneStop *stop = get_stop (self, i);
      double dx = sign * (stop->at.x - from->at.x), dy = fabs (stop->at.y - from->at.y);

      if (stop->datum.series == from->datum.series)
        {
          if (stop != from)
            return from;
          continue;
        }
      if (dx <= 0)
        continue;
      if (dy < best_dy || (dy == best_dy && dx < best_dx))
        {
          best = stop;
          best_dy = dy;
          best_dx = dx;
        }
    }
  return best != NULL ? best : from;
}

/* Rows and tiles are series of one stop each: their first and last are those of the page, read
 * line by line. */
static const RsSceneStop *
move_to_end (const RsScene *self, const RsSceneStop *from, int sign)
{
  const RsSceneStop *best = from;

  if (has_series_of_several (self))
    return move_along (self, from, sign, TRUE);
  for (guint i = 0; i < self->stops->len; i++)
    {
      const RsSceneStop *stop = get_stop (self, i);
      double dy = sign * (stop->at.y - best->at.y);
      double dx = sign * (stop->at.x - best->at.x);

      if (dy > 0 || (dy == 0 && dx > 0))
        best = stop;
    }
  return best;
}

void
rs_scene_set_home (RsScene *self, RsDatum datum)
{
  g_return_if_fail (self != NULL && !self->sealed);

  self->home = datum;
}

static const RsSceneStop *
first_series_end (const RsScene *self)
{
  const RsSceneStop *best = NULL;

  for (guint i = 0; i < self->stops->len; i++)
    {
      const RsSceneStop *stop = get_stop (self, i);

      if (best == NULL || stop->datum.series < best->datum.series ||
          (stop->datum.series == best->datum.series && compare_along (stop, best) > 0))
        best = stop;
    }
  return best;
}

RsDatum
rs_scene_move (const RsScene *self, RsDatum from, RsMove move)
{
  const RsSceneStop *at = find_stop (self, from);

  if (at == NULL)
    {
      at = find_stop (self, self->home);
      if (at == NULL)
        at = first_series_end (self);
      return at != NULL ? at->datum : RS_DATUM_NONE;
    }
  switch (move)
    {
    case RS_MOVE_LEFT:
    case RS_MOVE_RIGHT:
      {
        int sign = move == RS_MOVE_LEFT ? -1 : 1;
        const RsSceneStop *to = move_along (self, at, sign, FALSE);

        return (to != at ? to : move_aside (self, at, sign))->datum;
      }
    case RS_MOVE_UP:
      return move_across (self, at, -1)->datum;
    case RS_MOVE_DOWN:
      return move_across (self, at, 1)->datum;
    case RS_MOVE_HOME:
      return move_to_end (self, at, -1)->datum;
    case RS_MOVE_END:
      return move_to_end (self, at, 1)->datum;
    }
  g_return_val_if_reached (from);
}
