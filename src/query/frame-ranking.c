/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which chosen figures of a frame may be ranked among each other, and where each stands. */
#define G_LOG_DOMAIN "renshe-query"

#include "config.h"

#include <math.h>

#include "query/frame-private.h"

/* Flags that say that a figure counts something else than its neighbours. */
#define OTHER_MEASURE (RS_FLAG_BREAK | RS_FLAG_DEFINITION)

static gboolean
is_above (const RsDimension *geo, guint whole, guint part)
{
  guint steps = 0;

  for (int at = rs_dimension_get_parent (geo, part); at >= 0 && steps < geo->n_categories;
       at = rs_dimension_get_parent (geo, (guint) at), steps++)
    if ((guint) at == whole)
      return TRUE;
  return FALSE;
}

/* Where all regions break together they are alike again afterwards; a region that alone broke
 * counts something else since. Returns: the time position after its last own break, -1: none. */
static int
find_own_break (const RsFrame *self, const RsSeries *series, guint position)
{
  const RsDimension *time = rs_dataset_get_time (self->dataset);
  int last = -1;

  for (guint i = 0; time != NULL && i < rs_dataset_get_n_breaks (self->dataset); i++)
    {
      const RsBreak *own = rs_dataset_get_break (self->dataset, i);

      if (own->indicator != series->indicator || own->region != (int) series->region ||
          rs_period_compare (time->categories[own->after].period,
                             time->categories[position].period) > 0)
        continue;
      if (last < 0 || rs_period_compare (time->categories[own->after].period,
                                         time->categories[last].period) > 0)
        last = (int) own->after;
    }
  return last;
}

static gboolean
is_alike (const RsRank *a, const RsRank *b)
{
  return rs_period_equal (a->period, b->period) && ((a->flags ^ b->flags) & OTHER_MEASURE) == 0 &&
         a->own_break == b->own_break;
}

/* A series whose period and definition most figures share, the latest of several; -1: no figure. */
static int
find_common (const RsFrame *self)
{
  int best = -1;
  guint n_best = 0;

  for (guint i = 0; i < self->series->len; i++)
    {
      const RsRank *rank = &self->ranks[i];
      guint n = 0;

      if (!rank->has_number)
        continue;
      for (guint j = 0; j < self->series->len; j++)
        n += self->ranks[j].has_number && is_alike (rank, &self->ranks[j]) ? 1 : 0;
      if (best < 0 || n > n_best ||
          (n == n_best && rs_period_compare (rank->period, self->ranks[best].period) > 0))
        {
          best = (int) i;
          n_best = n;
        }
    }
  return best;
}

static RsObstacle
find_obstacle (const RsRank *self, const RsRank *common)
{
  if (self->is_bound)
    return RS_OBSTACLE_BOUND;
  if (!self->has_number)
    return RS_OBSTACLE_NO_VALUE;
  if (!rs_period_equal (self->period, common->period))
    return RS_OBSTACLE_PERIOD_TYPE;
  if (self->own_break != common->own_break || ((self->flags ^ common->flags) & RS_FLAG_BREAK) != 0)
    return RS_OBSTACLE_BREAK;
  if (((self->flags ^ common->flags) & RS_FLAG_DEFINITION) != 0)
    return RS_OBSTACLE_DEFINITION;
  return RS_OBSTACLE_NONE;
}

static guint
count_rank (const RsFrame *self, guint i)
{
  const RsRank *own = &self->ranks[i];
  guint rank = 1;

  /* "About 5" stands nowhere exactly. */
  if ((own->flags & RS_FLAG_APPROXIMATE) != 0)
    return 0;
  for (guint j = 0; j < self->series->len; j++)
    {
      const RsRank *other = &self->ranks[j];

      if (j == i || other->whole)
        continue;
      /* A figure that is only known to be over 95 may stand above one of 97 or below it. */
      if (other->is_bound && !(other->value >= own->value))
        return 0;
      if (other->is_bound || (other->obstacle == RS_OBSTACLE_NONE && other->value > own->value))
        rank++;
    }
  return rank;
}

static void
find_wholes (RsFrame *self)
{
  const RsDimension *geo = rs_dataset_get_geo (self->dataset);

  for (guint i = 0; geo != NULL && i < self->series->len; i++)
    for (guint j = 0; j < self->series->len && !self->ranks[i].whole; j++)
      self->ranks[i].whole = is_above (geo, rs_frame_peek_series (self, i)->region,
                                       rs_frame_peek_series (self, j)->region);
}

/* What stands in the order at all, before what cannot. */
static int
get_place (const RsFrame *self, guint i)
{
  switch (self->ranks[i].obstacle)
    {
    case RS_OBSTACLE_NONE:
      return 0;
    case RS_OBSTACLE_BREAK:
    case RS_OBSTACLE_DEFINITION:
    case RS_OBSTACLE_PERIOD_TYPE:
      return 1;
    case RS_OBSTACLE_BOUND:
      return 2;
    case RS_OBSTACLE_NO_VALUE:
    case RS_OBSTACLE_NO_EARLIER:
    case RS_OBSTACLE_GAP:
    case RS_OBSTACLE_UNIT:
    case RS_OBSTACLE_INDICATOR:
    case RS_OBSTACLE_ZERO_BASE:
      return 3;
    }
  return 3;
}

/* The largest first; what may not be ranked behind, in the order of the view. */
static int
compare_series (gconstpointer a, gconstpointer b, gpointer data)
{
  const RsFrame *self = data;
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;
  int place = get_place (self, first) - get_place (self, second);

  if (place != 0)
    return place;
  if (self->ranks[first].obstacle == RS_OBSTACLE_NONE)
    {
      double x = self->ranks[first].value;
      double y = self->ranks[second].value;

      if (x != y)
        return x > y ? -1 : 1;
    }
  return first < second ? -1 : first > second;
}

static void
order_series (RsFrame *self)
{
  guint n = self->series->len;
  g_autofree guint *order = g_new (guint, n + 1);
  g_autofree RsSeries *series = g_new (RsSeries, n + 1);
  g_autofree RsRank *ranks = g_new (RsRank, n + 1);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n, sizeof (guint), compare_series, self);
  for (guint i = 0; i < n; i++)
    {
      series[i] = *rs_frame_peek_series (self, order[i]);
      ranks[i] = self->ranks[order[i]];
    }
  for (guint i = 0; i < n; i++)
    {
      *rs_frame_peek_series (self, i) = series[i];
      self->ranks[i] = ranks[i];
    }
}

static RsRank
make_rank (const RsFrame *self, guint i)
{
  RsRank rank = { .obstacle = RS_OBSTACLE_INDICATOR, .own_break = -1, .value = (double) NAN };
  const RsSeries *series = rs_frame_peek_series (self, i);
  const RsFramePoint *point = NULL;

  if (series->selected < 0)
    return rank;
  point = &series->points[series->selected];
  rank.has_number = point->observation.reason == RS_REASON_NONE;
  rank.is_bound = point->observation.reason == RS_REASON_BOUND;
  if (rank.has_number)
    rank.value = point->observation.value;
  else if (rank.is_bound && point->observation.passport != NULL &&
           point->observation.passport->has_bound)
    rank.value = point->observation.passport->bound;
  rank.period = point->period;
  rank.flags = point->observation.flags;
  rank.own_break = find_own_break (self, series, point->position);
  return rank;
}

void
rs_frame_rank (RsFrame *self)
{
  guint n = self->series->len;
  int common = -1;

  self->ranks = g_new0 (RsRank, n + 1);
  for (guint i = 0; i < n; i++)
    self->ranks[i] = make_rank (self, i);
  /* One measure in several places has an order; anything else has none. */
  if (self->n_indicators != 1 || self->n_regions < 2 || self->kind == RS_CHART_YEARS)
    return;
  find_wholes (self);
  common = find_common (self);
  for (guint i = 0; i < n; i++)
    {
      RsRank *rank = &self->ranks[i];

      rank->obstacle = find_obstacle (rank, &self->ranks[MAX (common, 0)]);
      if (!rank->whole &&
          (rank->obstacle == RS_OBSTACLE_NONE || rank->obstacle == RS_OBSTACLE_BOUND))
        self->n_ranked++;
    }
  for (guint i = 0; i < n && self->n_ranked > 1; i++)
    if (self->ranks[i].obstacle == RS_OBSTACLE_NONE && !self->ranks[i].whole)
      self->ranks[i].rank = count_rank (self, i);
  if (self->kind == RS_CHART_RANKED)
    order_series (self);
}

RsObstacle
rs_frame_get_rank_obstacle (const RsFrame *self, guint series)
{
  g_return_val_if_fail (self != NULL && series < self->series->len, RS_OBSTACLE_NO_VALUE);

  return self->ranks[series].obstacle;
}

guint
rs_frame_get_rank (const RsFrame *self, guint series, guint *out_n)
{
  g_return_val_if_fail (self != NULL && series < self->series->len, 0);

  if (out_n != NULL)
    *out_n = self->ranks[series].rank > 0 ? self->n_ranked : 0;
  return self->ranks[series].rank;
}

/* The period of the figures that are ranked. */
static RsPeriod
get_common_period (const RsFrame *self)
{
  for (guint i = 0; i < self->series->len; i++)
    if (self->ranks[i].obstacle == RS_OBSTACLE_NONE)
      return self->ranks[i].period;
  return (RsPeriod){ RS_PERIOD_NONE, 0, 0 };
}

static guint
count_obstacle (const RsFrame *self, RsObstacle obstacle)
{
  guint n = 0;

  for (guint i = 0; i < self->series->len; i++)
    n += self->ranks[i].obstacle == obstacle ? 1 : 0;
  return n;
}

char *
rs_frame_explain_ranking (const RsFrame *self)
{
  guint n = 0;
  g_autofree char *period = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->n_indicators != 1)
    return g_strdup (rs_tr (self->language, "Different measures are not ranked."));
  if (self->n_ranked < 2)
    return g_strdup (
      rs_tr (self->language, "Fewer than two regions have a figure that could be ranked."));
  n = count_obstacle (self, RS_OBSTACLE_PERIOD_TYPE);
  if (n > 0)
    {
      period = rs_period_to_label (get_common_period (self), self->language);
      /* Translators: how many figures, and the period of all the others. */
      return g_strdup_printf (
        rs_trn (self->language, "%u figure is of another period than %s and is not ranked.",
                "%u figures are of other periods than %s and are not ranked.", n),
        n, period);
    }
  n = count_obstacle (self, RS_OBSTACLE_BREAK) + count_obstacle (self, RS_OBSTACLE_DEFINITION);
  if (n > 0)
    return g_strdup_printf (
      /* Translators: how many figures. */
      rs_trn (self->language, "%u figure counts something else than the others and is not ranked.",
              "%u figures count something else than the others and are not ranked.", n),
      n);
  return NULL;
}

gboolean
rs_frame_may_rank (const RsFrame *self)
{
  g_autofree char *reason = rs_frame_explain_ranking (self);

  return reason == NULL;
}
