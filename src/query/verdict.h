/* SPDX-License-Identifier: GPL-3.0-or-later
 * Changes and verdicts: every comparison that the program makes is made here. */
#pragma once

#include "dataset/dataset.h"

G_BEGIN_DECLS

/* Why two figures are not compared. NONE: they are. */
typedef enum
{
  RS_OBSTACLE_NONE,
  RS_OBSTACLE_NO_VALUE,    /* the figure itself is missing */
  RS_OBSTACLE_NO_EARLIER,  /* there is no figure for the period before */
  RS_OBSTACLE_GAP,         /* the last earlier figure is older than one period */
  RS_OBSTACLE_BREAK,       /* a break in the series lies between */
  RS_OBSTACLE_DEFINITION,  /* other definition, other coverage */
  RS_OBSTACLE_UNIT,        /* other unit */
  RS_OBSTACLE_PERIOD_TYPE, /* other kind of period */
  RS_OBSTACLE_BOUND,       /* one of them is only a bound */
  RS_OBSTACLE_INDICATOR,   /* two measures */
  RS_OBSTACLE_ZERO_BASE,   /* growth on zero */
} RsObstacle;

/* Full sentence: "No change: the series breaks between 2019 and 2020." (transfer full) */
char *rs_obstacle_describe (RsObstacle obstacle,
                            const RsBreak *series_break,
                            const RsDataset *dataset,
                            RsLanguage language);
/* Two or three words for a card: "break in series". (transfer none) */
const char *rs_obstacle_get_label (RsObstacle obstacle, RsLanguage language);

/**
 * rs_compare:
 * @indicator: position in metric
 * @region: position in geo
 * @earlier: time positions of the two figures
 * @out_break: (out) (nullable): the break that stands between them
 *
 * The one comparability check (same definition, unit, coverage, period type, no break, complete
 * period). Growth, rank, sum, share and the joining of lines all ask here.
 */
RsObstacle rs_compare (const RsDataset *dataset,
                       guint indicator,
                       guint region,
                       guint64 earlier_cell,
                       guint64 later_cell,
                       guint earlier,
                       guint later,
                       const RsBreak **out_break);

typedef struct
{
  RsObstacle obstacle; /* NONE: the rest is valid */
  double difference;   /* in the stored unit; percentage points for rates; NaN where only growth is
                          published */
  double percent;      /* growth in percent; NaN for rates and on a base of zero or less */
  gboolean published;  /* what is told of the change (growth, or else the difference) is the
                          publisher's own number */
  gboolean published_difference; /* the difference is the publisher's own number */
  RsPeriod against;              /* the period compared with */
  gboolean derived;              /* one of the two is derived */
  gboolean approximate;          /* one of the two is published as "about" */
  const RsBreak *series_break;   /* (nullable) */
} RsChange;

typedef enum
{
  RS_JUDGEMENT_NONE,   /* no target */
  RS_JUDGEMENT_MET,    /* ✓ */
  RS_JUDGEMENT_MISSED, /* ✕ */
  RS_JUDGEMENT_CANNOT, /* – : about-target without tolerance, bound, no figure */
} RsJudgement;

typedef struct
{
  RsJudgement judgement;
  const RsTarget *target; /* (nullable) */
  double distance;        /* figure less target in the stored unit; NaN where there is no figure */
  double share; /* figure as percent of an at-least target; NaN for rates and other operators */
} RsVerdict;

/**
 * rs_judge:
 * @observation: the figure, full precision
 * @target: (nullable): the rule
 *
 * ≥ and ≤ are decided; ≈ without a published tolerance gives the distance and no verdict
 * (chart-rules R35).
 */
RsVerdict rs_judge (const RsObservation *observation, const RsTarget *target, RsNature nature);

G_END_DECLS
