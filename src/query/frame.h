/* SPDX-License-Identifier: GPL-3.0-or-later
 * The table that a view gets out of a dataset: series of points. Immutable, atomically reference
 * counted. */
#pragma once

#include "dataset/dataset.h"
#include "query/verdict.h"
#include "query/view.h"

G_BEGIN_DECLS

/* Named caps: a view of more is cut and says so. */
#define RS_FRAME_MAX_SERIES 200
#define RS_FRAME_MAX_POINTS 100000

typedef struct
{
  RsPeriod period;
  guint position; /* in the time dimension */
  guint64 cell;
  RsObservation observation; /* pointers live as long as the frame's dataset */
  const RsTarget *target;    /* (nullable) */
  RsChange change;   /* against the period before (year before for yearly data, same month a year
                        before for months) */
  RsVerdict verdict; /* against target; JUDGEMENT_NONE where there is none */
  gboolean joined;   /* whether a line may run here from the point before in the same series */
  const RsBreak *break_before; /* (nullable): the break that forbids it */
} RsFramePoint;

typedef struct
{
  guint indicator; /* position in metric; 0 where the dataset has none */
  guint region;    /* position in geo; 0 where there is none */
  int year;        /* YEARS: the year of this line; else 0 */
  char *label;     /* as drawn beside the line */
  char *id; /* stable identity for its colour: "indicator/region" or "indicator/region/year" */
  RsFramePoint
    *points; /* (array length=n_points): every period of the window that the time dimension has,
              * chronological, with or without a figure. A series that is measured at quarter ends
              * only has no points in the months between. A calendar year that the dimension lacks
              * is no point: a proportional axis leaves its space. */
  guint n_points;
  int selected; /* index of the point of the chosen year: the last of its periods with a number or
                 * bound, else the last with a shown target or a stated reason, else -1. Its
                 * observation may thus hold no number. */
  int first;    /* first and last point with a number; -1: none */
  int last;
} RsSeries;

typedef struct _RsFrame RsFrame;

/**
 * rs_view_run:
 * @view: the question
 * @dataset: where to ask
 * @selection: fills in what @view leaves open
 * @language: of labels in the answer
 * @error: a #RsQueryError for ids that the dataset lacks
 *
 * A region or year without a figure is no error: the frame is empty there, and
 * rs_frame_get_empty_reason() says why.
 *
 * Returns: (transfer full) (nullable): the frame.
 */
RsFrame *rs_view_run (const RsView *view,
                      RsDataset *dataset,
                      const RsSelection *selection,
                      RsLanguage language,
                      GError **error);
RsFrame *rs_frame_ref (RsFrame *self);
void rs_frame_unref (RsFrame *self);

RsDataset *rs_frame_get_dataset (const RsFrame *self);
const RsView *rs_frame_get_view (const RsFrame *self);
RsLanguage rs_frame_get_language (const RsFrame *self);
RsChartKind rs_frame_get_kind (const RsFrame *self); /* never AUTO */
int rs_frame_get_year (const RsFrame *self);         /* the chosen year, 0: none */
/* Series are in the order of indicators and regions of the view; in a RANKED frame the largest
 * figure of the chosen period comes first, equal ones in the order of the view, then figures that
 * may not be ranked with them, then bounds, and series without a figure last. */
guint rs_frame_get_n_series (const RsFrame *self);
const RsSeries *rs_frame_get_series (const RsFrame *self, guint i);
guint rs_frame_get_n_series_left_out (const RsFrame *self);
gboolean rs_frame_has_numbers (const RsFrame *self); /* any number or bound at all in the window */

/* Whether the chart of this frame draws the point: BARS and FIGURES draw the chosen year (BARS: and
 * the one before, where the two compare) out of the window, the other kinds all of it. */
gboolean rs_frame_is_shown (const RsFrame *self, guint series, guint point);

/**
 * rs_view_explain_kind:
 * @view: a question; its own kind does not matter
 * @kind: how it might be drawn
 *
 * The check that rs_view_run() makes, for a list of kinds to choose from.
 *
 * Returns: (transfer full) (nullable): the sentence that says why @kind would mislead or cannot be
 * drawn here; %NULL where it is honest.
 */
char *rs_view_explain_kind (const RsView *view,
                            RsDataset *dataset,
                            const RsSelection *selection,
                            RsChartKind kind);

/* SLOPE and DUMBBELL set the chosen period (the one that most series have their chosen figure in)
 * against an earlier one of the same part of a year (June against June): the first of the view's
 * window that has figures to compare where it states `from`, else the latest that at least half of
 * the series with a figure in the chosen period have a figure for, else the one that most have. Of
 * type RS_PERIOD_NONE where there is none. */
RsPeriod rs_frame_get_earlier_period (const RsFrame *self);
/* The point of @series in that period, -1: it has no figure then, or the kind compares nothing. */
int rs_frame_get_earlier (const RsFrame *self, guint series);
/* Why the two may not be joined or subtracted (a break, another definition, a chosen figure of
 * another part of the year: PERIOD_TYPE); years without a figure
 * between the two are no obstacle here, as nothing is drawn for them. */
RsObstacle rs_frame_get_earlier_obstacle (const RsFrame *self, guint series);

/* The change from the earlier figure to the chosen one; its obstacle is that of
 * rs_frame_get_earlier_obstacle(), and `against` the earlier period. On the period before it is the
 * change that the point has, which may be the publisher's own. */
RsChange rs_frame_get_earlier_change (const RsFrame *self, guint series);

/* Ranks. The chosen figures of one indicator in several regions may be ranked where they are of one
 * period and count the same: each series' chosen point is the last figure of its own in the year,
 * so that among months one region may have May and another only April. What most figures share
 * (period, no break of their own, definition) sets the order; figures that differ are kept out of
 * it, stand behind in a RANKED frame, and must not be drawn as if they had a place. */

/* Whether all figures of the chosen year may stand in one order, from the largest down. */
gboolean rs_frame_may_rank (const RsFrame *self);
/* Why not, in a sentence in the language of the frame (also among its notes where the kind sets
 * regions against each other). (transfer full) (nullable): %NULL where they may. */
char *rs_frame_explain_ranking (const RsFrame *self);
/* Why the chosen figure of @series has no place in the order: PERIOD_TYPE: of another period;
 * BREAK, DEFINITION: counts something else; BOUND; NO_VALUE; INDICATOR: nothing is ranked here. */
RsObstacle rs_frame_get_rank_obstacle (const RsFrame *self, guint series);
/* 1 for the largest; equal figures share a rank and the next one is skipped. 0: none, since the
 * figure may not be ranked, is approximate, is a whole whose parts are ranked, or since a bound
 * ("over 95") may lie above or below it. @out_n: (out) (optional): how many are ranked, bounds
 * included; 0 with rank 0. */
guint rs_frame_get_rank (const RsFrame *self, guint series, guint *out_n);

/* Whether the series is of the selected region, in a frame of several regions: the one to stand out
 * (lines without it: the first that the view names). A frame that sets regions against each other
 * without the selected one has none. */
gboolean rs_frame_is_home (const RsFrame *self, guint series);
/* FALSE for such a frame: there is no number to show large, and none is missed. */
gboolean rs_frame_has_home (const RsFrame *self);

/* The region of the number that is shown large, or "". */
const char *rs_frame_get_home_label (const RsFrame *self);

/* The series and point whose number is shown large, or -1 -1. */
void rs_frame_get_headline (const RsFrame *self, int *out_series, int *out_point);

/* Title, subtitle (measure, unit, region, period), as the view or the data have it. (transfer none)
 */
const char *rs_frame_get_title (const RsFrame *self);
const char *rs_frame_get_subtitle (const RsFrame *self);
const char *rs_frame_get_region_label (const RsFrame *self);

/* Why there is nothing to draw: "No figure for Macao in this dataset.", or NULL. A full sentence
 * that names region, indicator and year. */
const char *rs_frame_get_empty_reason (const RsFrame *self);

/* What FIGURES lists under "goals": targets of the year after the chosen one (RsView.goals), in the
 * order of the view. Other kinds draw none, and have none. */
guint rs_frame_get_n_goals (const RsFrame *self);
const RsTarget *rs_frame_get_goal (const RsFrame *self, guint i);
int rs_frame_get_goals_year (const RsFrame *self); /* 0: no goals */

/* Unit of a series, chosen once for the frame's axis (equal units share it). @prose: for a number
 * on its own. */
RsDisplayUnit rs_frame_get_display_unit (const RsFrame *self, guint series, gboolean prose);
/* "thousand persons", "万人", "%": what to print beside numbers in that display unit. A symbol that
 * stands before them is part of it on an axis only ("$ million"): in prose the number brings it.
 * (transfer full) */
char *rs_frame_get_unit_label (const RsFrame *self, guint series, gboolean prose);

/* The sources, notes and flags of exactly what the frame shows.
 * Sources: indexes into the dataset's list: of the headline, of its target, of the chosen year,
 * then the newest first. */
guint rs_frame_get_n_sources (const RsFrame *self);
guint rs_frame_get_source (const RsFrame *self, guint i);
/* Notes: breaks, rules ("the four rates are never joined"), remarks on the chosen year ("2021: …"),
 * definitions, other remarks. */
guint rs_frame_get_n_notes (const RsFrame *self);
const char *rs_frame_get_note (const RsFrame *self, guint i);
/* Remarks on other years are only counted where they are many: how many there are, and which note
 * says so. A picture, which has no table, says it in words of its own (transfer full). */
guint rs_frame_get_n_further_remarks (const RsFrame *self);
gboolean rs_frame_note_is_count (const RsFrame *self, guint i);
char *rs_frame_describe_further_remarks (const RsFrame *self, guint n, gboolean in_picture);
RsFlags rs_frame_get_flags (const RsFrame *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RsFrame, rs_frame_unref)

G_END_DECLS
