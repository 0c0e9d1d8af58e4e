/* SPDX-License-Identifier: GPL-3.0-or-later
 * Facts of one point in words. Each message is a whole phrase: none is put together from pieces
 * that another language would order otherwise. */
#define G_LOG_DOMAIN "renshe-query"

#include "config.h"

#include "query/summary.h"

#include <math.h>
#include <string.h>

#include "query/frame-private.h"
#include "query/summary-private.h"

/* 1 in units of a billion. */
#define MAX_SHOWN_DECIMALS 12

/* Decimals of growth in percent and of shares. */
#define GROWTH_DECIMALS 1

/* Significant figures of a number in the largest type. */
#define HEADLINE_FIGURES 5

/* What stands for a number that is not there. */
#define NO_NUMBER "–"

/* Decimals of the stored number, moved by the powers of ten between stored and shown unit: exact,
 * where multiplying and asking again would find noise. */
static int
find_decimals (const RsCategory *indicator, double value, RsDisplayUnit unit)
{
  int decimals = rs_number_get_decimals (value, RS_SUMMARY_MAX_DECIMALS);

  if (indicator == NULL)
    return decimals;
  if (indicator->unit.decimals >= 0)
    decimals = MIN (decimals, indicator->unit.decimals);
  decimals = CLAMP (decimals - (indicator->unit.exponent - unit.exponent), 0, MAX_SHOWN_DECIMALS);
  /* 494000 is 494 thousand: what scaling adds to a whole number is no precision. */
  return rs_number_get_decimals (
    rs_number_round (value * unit.factor, decimals, RS_ROUND_HALF_AWAY), decimals);
}

char *
rs_query_format (
  const RsDataset *dataset, guint indicator, double value, RsDisplayUnit unit, RsLanguage language)
{
  int decimals = find_decimals (rs_query_get_indicator (dataset, indicator), value, unit);

  return rs_number_format (value * unit.factor, decimals, language);
}

char *
rs_query_format_signed (
  const RsDataset *dataset, guint indicator, double value, RsDisplayUnit unit, RsLanguage language)
{
  int decimals = find_decimals (rs_query_get_indicator (dataset, indicator), value, unit);

  return rs_number_format_signed (value * unit.factor, decimals, language);
}

const RsFramePoint *
rs_summary_get_point (const RsFrame *frame, guint series, guint point)
{
  const RsSeries *line = rs_frame_get_series (frame, series);

  return line != NULL && point < line->n_points ? &line->points[point] : NULL;
}

char *
rs_summary_attach_unit (const RsFrame *frame, guint series, const char *number, gboolean prose)
{
  RsLanguage language = rs_frame_get_language (frame);
  g_autofree char *unit = rs_frame_get_unit_label (frame, series, prose);

  if (*unit == '\0')
    return g_strdup (number);
  if (g_strcmp0 (unit, "%") == 0)
    return g_strconcat (number, "%", NULL);
  /* Translators: a number and its unit; Chinese has no space between. */
  return g_strdup_printf (rs_trc (language, "number", "%s %s"), number, unit);
}

char *
rs_summary_format_number (const RsFrame *frame, guint series, double value, gboolean prose)
{
  guint indicator = rs_frame_get_series (frame, series)->indicator;
  g_autofree char *number = rs_query_format (frame->dataset, indicator, value,
                                             rs_frame_get_display_unit (frame, series, prose),
                                             rs_frame_get_language (frame));

  return prose ? rs_query_put_symbol (frame->dataset, indicator, number)
               : g_steal_pointer (&number);
}

char *
rs_summary_value (const RsFrame *frame, guint series, guint point, gboolean prose)
{
  const RsFramePoint *at = rs_summary_get_point (frame, series, point);
  const RsObservation *observation = NULL;
  RsLanguage language = RS_LANGUAGE_EN;
  g_autofree char *number = NULL;

  g_return_val_if_fail (at != NULL, g_strdup (NO_NUMBER));

  language = rs_frame_get_language (frame);
  observation = &at->observation;
  switch (observation->reason)
    {
    case RS_REASON_NONE:
      number = rs_summary_format_number (frame, series, observation->value, prose);
      if ((observation->flags & RS_FLAG_APPROXIMATE) != 0)
        /* Translators: a number that its source calls approximate. */
        return g_strdup_printf (rs_tr (language, "≈ %s"), number);
      return g_steal_pointer (&number);
    case RS_REASON_BOUND:
      if (observation->passport == NULL || !observation->passport->has_bound)
        return g_strdup (NO_NUMBER);
      number = rs_summary_format_number (frame, series, observation->passport->bound, prose);
      /* Translators: a number that is only known to be larger than this. */
      return g_strdup_printf (rs_tr (language, "> %s"), number);
    case RS_REASON_TEXT:
      return g_strdup (observation->text != NULL ? observation->text : NO_NUMBER);
    case RS_REASON_LESS_THAN_HALF:
      return g_strdup ("0n");
    case RS_REASON_MISSING:
    case RS_REASON_NOT_APPLICABLE:
    case RS_REASON_CONFIDENTIAL:
    case RS_REASON_NOT_YET:
      return g_strdup (NO_NUMBER);
    }
  return g_strdup (NO_NUMBER);
}

char *
rs_summary_headline_value (const RsFrame *frame, guint series, guint point)
{
  const RsFramePoint *at = rs_summary_get_point (frame, series, point);
  RsDisplayUnit unit = { .factor = 1, .exponent = 0, .word = "" };
  guint indicator = 0;
  double shown = 0;
  int decimals = 0;
  int kept = HEADLINE_FIGURES;
  g_autofree char *number = NULL;

  g_return_val_if_fail (at != NULL, g_strdup (NO_NUMBER));

  indicator = rs_frame_get_series (frame, series)->indicator;
  unit = rs_frame_get_display_unit (frame, series, TRUE);
  shown = at->observation.value * unit.factor;
  if (at->observation.reason != RS_REASON_NONE ||
      (at->observation.flags & RS_FLAG_APPROXIMATE) != 0)
    return rs_summary_value (frame, series, point, TRUE);
  for (double size = 1; size <= fabs (shown) && kept > 0; size *= 10)
    kept--;
  decimals =
    find_decimals (rs_query_get_indicator (frame->dataset, indicator), at->observation.value, unit);
  number = rs_number_format (shown, MIN (decimals, kept), rs_frame_get_language (frame));
  return rs_query_put_symbol (frame->dataset, indicator, number);
}

char *
rs_summary_data_date (const RsFrame *frame)
{
  const char *updated = NULL;
  RsPeriod day = { 0 };
  g_autofree char *date = NULL;
  g_autofree char *begin = NULL;

  g_return_val_if_fail (frame != NULL, g_strdup (""));

  updated = rs_dataset_get_updated (frame->dataset);
  if (updated == NULL || *updated == '\0')
    return g_strdup ("");
  /* "2026-03-26T09:00:00Z" is told by its day. */
  begin = g_strndup (updated, strcspn (updated, "T "));
  date =
    rs_period_parse (begin, &day) ? rs_period_to_label (day, frame->language) : g_strdup (updated);
  /* Translators: the day on which the dataset was last brought up to date. */
  return g_strdup_printf (rs_tr (frame->language, "Data of %s"), date);
}

char *
rs_summary_value_with_unit (const RsFrame *frame, guint series, guint point)
{
  const RsFramePoint *at = rs_summary_get_point (frame, series, point);
  RsLanguage language = RS_LANGUAGE_EN;
  g_autofree char *number = NULL;
  g_autofree char *with_unit = NULL;

  g_return_val_if_fail (at != NULL, g_strdup (NO_NUMBER));

  language = rs_frame_get_language (frame);
  if (at->observation.reason == RS_REASON_BOUND && at->observation.passport != NULL &&
      at->observation.passport->has_bound)
    {
      number = rs_summary_format_number (frame, series, at->observation.passport->bound, TRUE);
      with_unit = rs_summary_attach_unit (frame, series, number, TRUE);
      /* Translators: a number with its unit: the figure is only known to be larger. */
      return g_strdup_printf (rs_tr (language, "over %s"), with_unit);
    }
  if (at->observation.reason != RS_REASON_NONE)
    return rs_summary_value (frame, series, point, TRUE);
  number = rs_summary_value (frame, series, point, TRUE);
  return rs_summary_attach_unit (frame, series, number, TRUE);
}

/* Difference of two figures in the headline's unit. (transfer full) */
static char *
format_difference (const RsFrame *frame, guint series, double difference)
{
  guint indicator = rs_frame_get_series (frame, series)->indicator;
  g_autofree char *bare = rs_query_format_signed (frame->dataset, indicator, difference,
                                                  rs_frame_get_display_unit (frame, series, TRUE),
                                                  rs_frame_get_language (frame));
  g_autofree char *number = rs_query_put_symbol (frame->dataset, indicator, bare);

  return rs_summary_attach_unit (frame, series, number, TRUE);
}

char *
rs_summary_format_points (double difference, gboolean is_signed, RsLanguage language)
{
  int decimals = MAX (1, rs_number_get_decimals (difference, RS_SUMMARY_MAX_DECIMALS));

  return is_signed ? rs_number_format_signed (difference, decimals, language)
                   : rs_number_format (fabs (difference), decimals, language);
}

/* A published number is printed as it was. (transfer full) */
static char *
format_growth (const RsChange *change, RsLanguage language)
{
  int decimals = GROWTH_DECIMALS;

  if (change->published)
    decimals = MAX (decimals, rs_number_get_decimals (change->percent, RS_SUMMARY_MAX_DECIMALS));
  return rs_number_format_signed (change->percent, decimals, language);
}

/* (transfer full) */
static char *
describe_difference (const RsFrame *frame, guint series, const RsChange *change)
{
  RsLanguage language = rs_frame_get_language (frame);
  g_autofree char *amount = format_difference (frame, series, change->difference);
  g_autofree char *against = rs_period_to_label (change->against, language);

  /* Translators: a difference with its unit, and the period compared with: "+1.2 million persons
   * on 2020". */
  return g_strdup_printf (rs_tr (language, "%s on %s"), amount, against);
}

/* A comparison that is refused, told with the period where one is known. (transfer full) */
static char *
describe_refusal (const RsChange *change, RsLanguage language)
{
  g_autofree char *period = NULL;

  switch (change->obstacle)
    {
    case RS_OBSTACLE_GAP:
      period = rs_period_to_label (change->against, language);
      /* Translators: a period: there is no figure since then, so none to compare with. */
      return g_strdup_printf (rs_tr (language, "gap: last earlier figure is of %s"), period);
    case RS_OBSTACLE_NO_EARLIER:
      if (change->against.type == RS_PERIOD_NONE)
        break;
      period = rs_period_to_label (change->against, language);
      /* Translators: a period that has no figure to compare with. */
      return g_strdup_printf (rs_tr (language, "no figure for %s"), period);
    case RS_OBSTACLE_BOUND:
      /* Where the bound is the later figure, the number itself says so. */
      if (change->against.type == RS_PERIOD_NONE)
        break;
      period = rs_period_to_label (change->against, language);
      /* Translators: a period that has only a bound such as "over 95%" to compare with. */
      return g_strdup_printf (rs_tr (language, "only a bound for %s"), period);
    case RS_OBSTACLE_NONE:
    case RS_OBSTACLE_NO_VALUE:
    case RS_OBSTACLE_BREAK:
    case RS_OBSTACLE_DEFINITION:
    case RS_OBSTACLE_UNIT:
    case RS_OBSTACLE_PERIOD_TYPE:
    case RS_OBSTACLE_INDICATOR:
    case RS_OBSTACLE_ZERO_BASE:
      break;
    }
  return g_strdup (rs_obstacle_get_label (change->obstacle, language));
}

char *
rs_summary_change (const RsFrame *frame, guint series, guint point)
{
  const RsFramePoint *at = rs_summary_get_point (frame, series, point);

  g_return_val_if_fail (at != NULL, g_strdup (""));

  return rs_summary_describe_change (frame, series, &at->change);
}

char *
rs_summary_describe_change (const RsFrame *frame, guint series, const RsChange *change)
{
  RsLanguage language = rs_frame_get_language (frame);
  g_autofree char *amount = NULL;
  g_autofree char *against = NULL;
  g_autofree char *text = NULL;

  if (change->obstacle != RS_OBSTACLE_NONE)
    return describe_refusal (change, language);
  /* Two figures that no double holds the difference of. */
  if (!isfinite (change->difference) && !isfinite (change->percent))
    return g_strdup ("");
  against = rs_period_to_label (change->against, language);
  if (isfinite (change->difference) &&
      rs_query_in_points (frame->dataset, rs_frame_get_series (frame, series)->indicator))
    {
      amount = rs_summary_format_points (change->difference, TRUE, language);
      /* Translators: a difference in percentage points (个百分点), and the period compared with:
       * "+3.0 points on 2020". */
      text = g_strdup_printf (rs_tr (language, "%s points on %s"), amount, against);
    }
  else if (isfinite (change->percent))
    {
      amount = format_growth (change, language);
      /* Translators: growth in percent, and the period compared with: "+14.5% on 2020",
       * "比2020年+14.5%". */
      text = g_strdup_printf (rs_tr (language, "%s%% on %s"), amount, against);
    }
  else
    {
      text = describe_difference (frame, series, change);
    }
  /* Marks tell what our arithmetic rests on; the publisher's needs none. */
  if (change->published)
    return g_steal_pointer (&text);
  if (change->approximate)
    {
      g_autofree char *exact = g_steal_pointer (&text);

      /* Translators: a change that is made of a figure which its source calls approximate. */
      text = g_strdup_printf (rs_trc (language, "change", "≈ %s"), exact);
    }
  if (change->derived)
    /* Translators: a change that is made of a derived figure. */
    return g_strdup_printf (rs_tr (language, "%s †"), text);
  return g_steal_pointer (&text);
}

char *
rs_summary_published_difference (const RsFrame *frame, guint series, guint point)
{
  const RsFramePoint *at = rs_summary_get_point (frame, series, point);

  g_return_val_if_fail (at != NULL, g_strdup (""));

  if (at->change.obstacle != RS_OBSTACLE_NONE || !at->change.published_difference ||
      !isfinite (at->change.percent))
    return g_strdup ("");
  return describe_difference (frame, series, &at->change);
}

char *
rs_summary_headline_label (const RsFrame *frame)
{
  const RsSeries *headline = NULL;

  g_return_val_if_fail (frame != NULL, g_strdup (""));

  if (frame->headline_series < 0 || frame->series->len < 2)
    return g_strdup ("");
  headline = rs_frame_get_series (frame, (guint) frame->headline_series);
  /* A line a year is named by the year beside the number; what the title says is not said twice. */
  if (headline->year != 0 || g_strcmp0 (headline->label, frame->title) == 0)
    return g_strdup ("");
  return g_strdup (headline->label);
}
