/* SPDX-License-Identifier: GPL-3.0-or-later
 * Rankings, two periods, and results against targets in words. */
#define G_LOG_DOMAIN "renshe-query"

#include "config.h"

#include "query/frame-private.h"
#include "query/summary-private.h"
#include "query/summary.h"

/* Rows that the text twin tells one by one. */
#define MAX_TOLD_ROWS 40

char *
rs_summary_rank (const RsFrame *frame, guint series)
{
  guint n = 0;
  guint rank = rs_frame_get_rank (frame, series, &n);
  g_autofree char *ordinal = NULL;

  if (rank == 0)
    return g_strdup ("");
  ordinal = rs_number_ordinal (rank, frame->language);
  /* Translators: a place such as "3rd" ("第3"), and how many regions are ranked. */
  return g_strdup_printf (rs_tr (frame->language, "%s of %u regions"), ordinal, n);
}

char *
rs_summary_earlier_change (const RsFrame *frame, guint series)
{
  RsChange change = rs_frame_get_earlier_change (frame, series);
  const RsSeries *line = rs_frame_get_series (frame, series);

  /* The bound that is told is then the chosen figure, not the earlier one. */
  if (change.obstacle == RS_OBSTACLE_BOUND &&
      line->points[line->selected].observation.reason == RS_REASON_BOUND)
    change.against.type = RS_PERIOD_NONE;
  if (rs_frame_get_earlier_period (frame).type == RS_PERIOD_NONE)
    return g_strdup ("");
  return rs_summary_describe_change (frame, series, &change);
}

/* The value, or why there is none. (transfer full) */
static char *
describe_value (const RsFrame *frame, guint series, int point)
{
  const RsSeries *line = rs_frame_get_series (frame, series);
  const RsObservation *observation = NULL;

  if (point < 0)
    return g_strdup (rs_tr (frame->language, "no figure"));
  observation = &line->points[point].observation;
  switch (observation->reason)
    {
    case RS_REASON_NONE:
    case RS_REASON_BOUND:
    case RS_REASON_TEXT:
      return rs_summary_value_with_unit (frame, series, (guint) point);
    case RS_REASON_LESS_THAN_HALF:
      return g_strdup (rs_tr (frame->language, "less than half a unit"));
    case RS_REASON_CONFIDENTIAL:
      return g_strdup (rs_flag_describe (RS_FLAG_CONFIDENTIAL, frame->language));
    case RS_REASON_NOT_APPLICABLE:
      return g_strdup (rs_flag_describe (RS_FLAG_NOT_APPLICABLE, frame->language));
    case RS_REASON_MISSING:
    case RS_REASON_NOT_YET:
      return g_strdup (rs_tr (frame->language, "no figure"));
    }
  return g_strdup ("");
}

/* Why a figure that is there has no place. (transfer full): "" where it needs no word. */
static char *
describe_no_rank (const RsFrame *frame, guint series)
{
  const RsSeries *line = rs_frame_get_series (frame, series);

  switch (rs_frame_get_rank_obstacle (frame, series))
    {
    case RS_OBSTACLE_PERIOD_TYPE:
      return rs_query_get_period_label (frame->dataset, line->points[line->selected].position,
                                        frame->language);
    case RS_OBSTACLE_BREAK:
    case RS_OBSTACLE_DEFINITION:
      return g_strdup (
        rs_obstacle_get_label (rs_frame_get_rank_obstacle (frame, series), frame->language));
    case RS_OBSTACLE_NONE:
    case RS_OBSTACLE_NO_VALUE:
    case RS_OBSTACLE_NO_EARLIER:
    case RS_OBSTACLE_GAP:
    case RS_OBSTACLE_UNIT:
    case RS_OBSTACLE_BOUND:
    case RS_OBSTACLE_INDICATOR:
    case RS_OBSTACLE_ZERO_BASE:
      break;
    }
  return g_strdup ("");
}

/* "Region A: 751,000 persons (3rd of 31 regions)." (transfer full) */
static char *
tell_ranked (const RsFrame *frame, guint series)
{
  const RsSeries *line = rs_frame_get_series (frame, series);
  g_autofree char *value = describe_value (frame, series, line->selected);
  g_autofree char *rank = rs_summary_rank (frame, series);
  g_autofree char *why = *rank == '\0' ? describe_no_rank (frame, series) : g_strdup (rank);

  if (*why == '\0')
    return g_strdup_printf (rs_tr (frame->language, "%s: %s."), line->label, value);
  /* Translators: a region, its figure, and its place ("3rd of 31 regions") or what keeps it out of
   * the order ("May 2025", "break in series"). */
  return g_strdup_printf (rs_trc (frame->language, "rank", "%s: %s (%s)."), line->label, value,
                          why);
}

/* "Region A: 700,000 persons in 2018, 751,000 persons in 2021 (+7.3% on 2018)." (transfer full) */
static char *
tell_pair (const RsFrame *frame, guint series)
{
  const RsSeries *line = rs_frame_get_series (frame, series);
  int earlier = rs_frame_get_earlier (frame, series);
  g_autofree char *change = rs_summary_earlier_change (frame, series);
  g_autofree char *before = describe_value (frame, series, earlier);
  g_autofree char *after = describe_value (frame, series, line->selected);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (rs_frame_get_earlier_period (frame).type == RS_PERIOD_NONE || line->selected < 0)
    return g_strdup_printf (rs_tr (frame->language, "%s: %s."), line->label, after);
  first = rs_period_to_label (rs_frame_get_earlier_period (frame), frame->language);
  second = rs_query_get_period_label (frame->dataset, line->points[line->selected].position,
                                      frame->language);
  if (earlier < 0)
    /* Translators: a region or measure, a figure, its period, and a period without a figure. */
    return g_strdup_printf (rs_tr (frame->language, "%s: %s in %s; no figure for %s."), line->label,
                            after, second, first);
  /* Translators: a region or measure, two figures with their periods, and the change. */
  return g_strdup_printf (rs_tr (frame->language, "%s: %s in %s, %s in %s (%s)."), line->label,
                          before, first, after, second, change);
}

/* "Region A: 5.54%; target ≤ 5.5% (2021): ✕ 0.04 points above target." (transfer full) */
static char *
tell_against_target (const RsFrame *frame, guint series)
{
  const RsSeries *line = rs_frame_get_series (frame, series);
  g_autofree char *value = describe_value (frame, series, line->selected);
  g_autofree char *target = NULL;
  g_autofree char *verdict = NULL;

  if (line->selected < 0 || line->points[line->selected].target == NULL)
    return g_strdup_printf (rs_tr (frame->language, "%s: %s."), line->label, value);
  target = rs_summary_target (frame, series, (guint) line->selected);
  verdict = rs_summary_verdict (frame, series, (guint) line->selected);
  /* Translators: a region or measure, its figure, its target, and the verdict. */
  return g_strdup_printf (rs_tr (frame->language, "%s: %s; target %s: %s."), line->label, value,
                          target, verdict);
}

static char *
tell_series (const RsFrame *frame, guint series)
{
  switch (frame->kind)
    {
    case RS_CHART_RANKED:
    case RS_CHART_TILES:
      return tell_ranked (frame, series);
    case RS_CHART_SLOPE:
    case RS_CHART_DUMBBELL:
      return tell_pair (frame, series);
    case RS_CHART_BULLET:
      return tell_against_target (frame, series);
    case RS_CHART_AUTO:
    case RS_CHART_COLUMNS:
    case RS_CHART_LINES:
    case RS_CHART_BARS:
    case RS_CHART_YEARS:
    case RS_CHART_FIGURES:
    case RS_CHART_STACKED:
    case RS_CHART_AREAS:
    case RS_CHART_DOTS:
    case RS_CHART_MULTIPLES:
    case RS_CHART_HEAT:
    case RS_CHART_SPARKLINE:
      break;
    }
  return NULL;
}

gboolean
rs_summary_tell_compared (const RsFrame *frame, GPtrArray *lines)
{
  guint n = frame->empty_reason == NULL ? frame->series->len : 0;

  for (guint s = 0; s < MIN (n, MAX_TOLD_ROWS); s++)
    {
      char *line = tell_series (frame, s);

      if (line == NULL)
        return FALSE;
      g_ptr_array_add (lines, line);
    }
  if (n > MAX_TOLD_ROWS)
    /* Translators: how many regions of a list are not read out. */
    g_ptr_array_add (lines, g_strdup_printf (rs_trn (frame->language, "And %u other.",
                                                     "And %u others.", n - MAX_TOLD_ROWS),
                                             n - MAX_TOLD_ROWS));
  return n > 0;
}
