/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which figures of a frame may be ranked, and how. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/marks/ranking.h"

#include "chart/drawing.h"

static const RsFramePoint *
get_point (const RsSeries *series)
{
  return series->selected >= 0 ? &series->points[series->selected] : NULL;
}

static gboolean
is_ancestor (const RsDimension *geo, guint ancestor, guint region)
{
  guint steps = 0;

  for (int at = rs_dimension_get_parent (geo, region); at >= 0 && steps < geo->n_categories;
       at = rs_dimension_get_parent (geo, (guint) at), steps++)
    if ((guint) at == ancestor)
      return TRUE;
  return FALSE;
}

/* The last break of this region alone up to its figure: where all break together, they are alike
 * again. */
static int
find_own_break (const RsDataset *dataset, const RsSeries *series, guint position)
{
  const RsDimension *time = rs_dataset_get_time (dataset);
  int last = -1;

  for (guint i = 0; time != NULL && i < rs_dataset_get_n_breaks (dataset); i++)
    {
      const RsBreak *own = rs_dataset_get_break (dataset, i);

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
is_alike (const RsRanking *a, const RsRanking *b)
{
  return rs_period_equal (a->period, b->period) && a->flags == b->flags &&
         a->own_break == b->own_break;
}

/* What most figures share. Returns: one that shares it, or -1. */
static int
find_common (const RsRanking *all, guint n)
{
  int best = -1;
  guint n_best = 0;

  for (guint i = 0; i < n; i++)
    {
      guint alike = 0;

      for (guint j = 0; all[i].has_value && j < n; j++)
        alike += all[j].has_value && is_alike (&all[i], &all[j]) ? 1 : 0;
      if (alike > n_best ||
          (alike > 0 && alike == n_best && rs_period_compare (all[i].period, all[best].period) > 0))
        {
          best = (int) i;
          n_best = alike;
        }
    }
  return best;
}

static RsObstacle
find_obstacle (const RsRanking *self, const RsRanking *common)
{
  if (!self->has_value)
    return RS_OBSTACLE_NO_VALUE;
  if (!rs_period_equal (self->period, common->period))
    return RS_OBSTACLE_PERIOD_TYPE;
  if (self->own_break != common->own_break || ((self->flags ^ common->flags) & RS_FLAG_BREAK) != 0)
    return RS_OBSTACLE_BREAK;
  if (self->flags != common->flags)
    return RS_OBSTACLE_DEFINITION;
  return RS_OBSTACLE_NONE;
}

RsRanking *
rs_ranking_new (const RsFrame *frame)
{
  const RsDataset *dataset = rs_frame_get_dataset (frame);
  const RsDimension *geo = rs_dataset_get_geo (dataset);
  guint n = rs_frame_get_n_series (frame);
  RsRanking *all = g_new0 (RsRanking, MAX (n, 1));
  guint n_ranked = 0;
  int common;

  for (guint i = 0; i < n; i++)
    {
      const RsSeries *series = rs_frame_get_series (frame, i);
      const RsFramePoint *point = get_point (series);

      all[i].own_break = -1;
      if (point == NULL)
        continue;
      all[i].has_value = rs_frame_point_get_number (point, &all[i].value);
      all[i].period = point->period;
      all[i].flags = point->observation.flags & (RS_FLAG_BREAK | RS_FLAG_DEFINITION);
      all[i].own_break = find_own_break (dataset, series, point->position);
    }
  common = find_common (all, n);
  for (guint i = 0; i < n; i++)
    {
      guint region = rs_frame_get_series (frame, i)->region;

      all[i].obstacle = common >= 0 ? find_obstacle (&all[i], &all[common]) : RS_OBSTACLE_NO_VALUE;
      /* A whole is not ranked among its parts. */
      for (guint j = 0; geo != NULL && j < n && !all[i].whole; j++)
        all[i].whole = is_ancestor (geo, region, rs_frame_get_series (frame, j)->region);
      all[i].ranked = all[i].obstacle == RS_OBSTACLE_NONE && !all[i].whole;
      n_ranked += all[i].ranked ? 1 : 0;
    }
  for (guint i = 0; i < n; i++)
    for (guint j = 0; all[i].ranked && n_ranked >= 2 && j < n; j++)
      {
        /* Equal figures share a rank. */
        if (j == i || (all[j].ranked && all[j].value > all[i].value))
          all[i].rank++;
      }
  return all;
}
