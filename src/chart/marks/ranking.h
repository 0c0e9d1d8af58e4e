/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which figures of a frame may be ranked, and how. */
#pragma once

#include "query/frame.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean has_value;
  double value;
  RsPeriod period;
  RsFlags flags;       /* those that say it counts something else */
  int own_break;       /* time position after the last break of this region alone; -1: none */
  gboolean whole;      /* others in the frame are parts of it */
  RsObstacle obstacle; /* why it cannot stand among the others; PERIOD_TYPE: another period */
  gboolean ranked;     /* it may be ranked */
  guint rank;          /* 1 for the largest; equal figures share one; 0: none */
} RsRanking;

/* One entry a series: figures of the period and definition that most share are ranked, where there
 * are two of them. (transfer full) (array) */
RsRanking *rs_ranking_new (const RsFrame *frame);

G_END_DECLS
