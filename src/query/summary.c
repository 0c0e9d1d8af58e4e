/* SPDX-License-Identifier: GPL-3.0-or-later
 * Facts of one point in words. Each message is a whole phrase: none is put together from pieces
 * that another language would order otherwise. */
#define G_LOG_DOMAIN "renshe-query"

#include "config.h"

#include "query/summary.h"

#include <math.h>

#include "query/frame-private.h"

/* A published number has no more; what follows is noise of the binary form. */
#define MAX_DECIMALS 6

/* 1 in units of a billion. */
#define MAX_SHOWN_DECIMALS 12

/* Decimals of growth in percent and of shares. */
#define GROWTH_DECIMALS 1

/* A share that rounds up to 100 although the target is missed is told more exactly, up to this. */
#define MAX_SHARE_DECIMALS 4

/* What stands for a number that is not there. */
#define NO_NUMBER "–"

/* Decimals of the stored number, moved by the powers of ten between stored and shown unit: exact,
 * where multiplying and asking again would find noise. */
static int
find_decimals (const RsCategory *indicator, double value, RsDisplayUnit unit)
{
  int decimals = rs_number_get_decimals (value, MAX_DECIMALS);

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

static const RsFramePoint *
get_point (const RsFrame *frame, guint series, guint point)
{
  const RsSeries *line = rs_frame_get_series (frame, series);

  return line != NULL && point < line->n_points ? &line->points[point] : NULL;
}

/* A number with its unit: "751 thousand persons", "96.5%", "75.1万人". (transfer full) */
static char *
attach_unit (const RsFrame *frame, guint series, const char *number, gboolean prose)
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

/* A number without its unit; in prose with a symbol that stands before it. (transfer full) */
static char *
format_number (const RsFrame *frame, guint series, double value, gboolean prose)
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
  const RsFramePoint *at = get_point (frame, series, point);
  const RsObservation *observation = NULL;
  RsLanguage language = RS_LANGUAGE_EN;
  g_autofree char *number = NULL;

  g_return_val_if_fail (at != NULL, g_strdup (NO_NUMBER));

  language = rs_frame_get_language (frame);
  observation = &at->observation;
  switch (observation->reason)
    {
    case RS_REASON_NONE:
      number = format_number (frame, series, observation->value, prose);
      if ((observation->flags & RS_FLAG_APPROXIMATE) != 0)
        /* Translators: a number that its source calls approximate. */
        return g_strdup_printf (rs_tr (language, "≈ %s"), number);
      return g_steal_pointer (&number);
    case RS_REASON_BOUND:
      if (observation->passport == NULL || !observation->passport->has_bound)
        return g_strdup (NO_NUMBER);
      number = format_number (frame, series, observation->passport->bound, prose);
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
rs_summary_value_with_unit (const RsFrame *frame, guint series, guint point)
{
  const RsFramePoint *at = get_point (frame, series, point);
  RsLanguage language = RS_LANGUAGE_EN;
  g_autofree char *number = NULL;
  g_autofree char *with_unit = NULL;

  g_return_val_if_fail (at != NULL, g_strdup (NO_NUMBER));

  language = rs_frame_get_language (frame);
  if (at->observation.reason == RS_REASON_BOUND && at->observation.passport != NULL &&
      at->observation.passport->has_bound)
    {
      number = format_number (frame, series, at->observation.passport->bound, TRUE);
      with_unit = attach_unit (frame, series, number, TRUE);
      /* Translators: a number with its unit: the figure is only known to be larger. */
      return g_strdup_printf (rs_tr (language, "over %s"), with_unit);
    }
  if (at->observation.reason != RS_REASON_NONE)
    return rs_summary_value (frame, series, point, TRUE);
  number = rs_summary_value (frame, series, point, TRUE);
  return attach_unit (frame, series, number, TRUE);
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

  return attach_unit (frame, series, number, TRUE);
}

/* Percentage points have at least one decimal, so that +3.0 does not look like a count. (transfer
 * full) */
static char *
format_points (double difference, gboolean is_signed, RsLanguage language)
{
  int decimals = MAX (1, rs_number_get_decimals (difference, MAX_DECIMALS));

  return is_signed ? rs_number_format_signed (difference, decimals, language)
                   : rs_number_format (fabs (difference), decimals, language);
}

/* A published number is printed as it was. (transfer full) */
static char *
format_growth (const RsChange *change, RsLanguage language)
{
  int decimals = GROWTH_DECIMALS;

  if (change->published)
    decimals = MAX (decimals, rs_number_get_decimals (change->percent, MAX_DECIMALS));
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
    case RS_OBSTACLE_NONE:
    case RS_OBSTACLE_NO_VALUE:
    case RS_OBSTACLE_BREAK:
    case RS_OBSTACLE_DEFINITION:
    case RS_OBSTACLE_UNIT:
    case RS_OBSTACLE_PERIOD_TYPE:
    case RS_OBSTACLE_BOUND:
    case RS_OBSTACLE_INDICATOR:
    case RS_OBSTACLE_ZERO_BASE:
      break;
    }
  return g_strdup (rs_obstacle_get_label (change->obstacle, language));
}

char *
rs_summary_change (const RsFrame *frame, guint series, guint point)
{
  const RsFramePoint *at = get_point (frame, series, point);
  RsLanguage language = RS_LANGUAGE_EN;
  const RsChange *change = NULL;
  g_autofree char *amount = NULL;
  g_autofree char *against = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (at != NULL, g_strdup (""));

  language = rs_frame_get_language (frame);
  change = &at->change;
  if (change->obstacle != RS_OBSTACLE_NONE)
    return describe_refusal (change, language);
  against = rs_period_to_label (change->against, language);
  if (rs_query_in_points (frame->dataset, rs_frame_get_series (frame, series)->indicator))
    {
      amount = format_points (change->difference, TRUE, language);
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
  const RsFramePoint *at = get_point (frame, series, point);

  g_return_val_if_fail (at != NULL, g_strdup (""));

  if (at->change.obstacle != RS_OBSTACLE_NONE || !at->change.published_difference ||
      !isfinite (at->change.percent))
    return g_strdup ("");
  return describe_difference (frame, series, &at->change);
}

/* "≥ 600,000 persons": (transfer full). */
static char *
describe_rule (const RsDataset *dataset,
               const RsTarget *target,
               RsDisplayUnit unit,
               RsLanguage language)
{
  g_autofree char *bare =
    rs_query_format (dataset, target->indicator, target->value, unit, language);
  g_autofree char *number = rs_query_put_symbol (dataset, target->indicator, bare);
  g_autofree char *label = rs_query_label_unit_behind (dataset, target->indicator, unit, language);
  const char *sign = rs_operator_get_sign (target->op);

  if (g_strcmp0 (label, "%") == 0)
    /* Translators: ≥, ≤ or ≈ and a percentage. */
    return g_strdup_printf (rs_tr (language, "%s %s%%"), sign, number);
  if (*label == '\0')
    /* Translators: ≥, ≤ or ≈ and a number. */
    return g_strdup_printf (rs_trc (language, "target", "%s %s"), sign, number);
  /* Translators: ≥, ≤ or ≈, a number and its unit. */
  return g_strdup_printf (rs_trc (language, "target", "%s %s %s"), sign, number, label);
}

static RsDisplayUnit
choose_target_unit (const RsDataset *dataset, const RsTarget *target, RsLanguage language)
{
  const RsCategory *category = rs_query_get_indicator (dataset, target->indicator);
  RsDisplayUnit unit = { .factor = 1, .exponent = 0, .word = "" };
  RsScaleOfUnit scale = { 0 };

  if (category == NULL)
    return unit;
  unit.exponent = category->unit.exponent;
  if (category->unit.base == NULL || *rs_text_get (&category->unit.base_label, language) == '\0')
    return unit;
  scale.base = category->unit.base;
  scale.exponent = category->unit.exponent;
  return rs_display_unit_choose (scale, fabs (target->value), TRUE, language);
}

/* (transfer full) */
static char *
qualify_target (const RsTarget *target, char *rule, RsLanguage language)
{
  g_autofree char *text = rule;

  if (target->derived && target->provisional)
    /* Translators: a target. */
    return g_strdup_printf (rs_tr (language, "%s, derived, provisional"), text);
  if (target->derived)
    /* Translators: a target. */
    return g_strdup_printf (rs_tr (language, "%s, derived"), text);
  if (target->provisional)
    /* Translators: a target. */
    return g_strdup_printf (rs_tr (language, "%s, provisional"), text);
  if (target->operator_inferred)
    /* Translators: a target whose source gives a number without "at least" or the like. */
    return g_strdup_printf (rs_tr (language, "%s, operator inferred"), text);
  return g_steal_pointer (&text);
}

static char *
describe_target (const RsFrame *frame, guint series, guint point, gboolean prose)
{
  const RsFramePoint *at = get_point (frame, series, point);
  RsLanguage language = RS_LANGUAGE_EN;
  g_autofree char *rule = NULL;
  g_autofree char *period = NULL;

  g_return_val_if_fail (at != NULL, g_strdup (""));

  language = rs_frame_get_language (frame);
  if (at->target == NULL)
    return g_strdup ("");
  rule = describe_rule (frame->dataset, at->target,
                        rs_frame_get_display_unit (frame, series, prose), language);
  period = rs_query_get_period_label (frame->dataset, at->target->period, language);
  /* Translators: a rule such as "≥ 600,000 persons", and its period. */
  return qualify_target (
    at->target, g_strdup_printf (rs_trc (language, "target", "%s (%s)"), rule, period), language);
}

char *
rs_summary_target (const RsFrame *frame, guint series, guint point)
{
  return describe_target (frame, series, point, TRUE);
}

char *
rs_summary_target_in_column (const RsFrame *frame, guint series, guint point)
{
  return describe_target (frame, series, point, FALSE);
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

char *
rs_summary_goal_label (const RsFrame *frame, guint goal)
{
  const RsTarget *target = rs_frame_get_goal (frame, goal);

  g_return_val_if_fail (target != NULL, g_strdup (""));

  return g_strdup (rs_query_get_indicator_label (frame->dataset, target->indicator,
                                                 rs_frame_get_language (frame)));
}

char *
rs_summary_goal (const RsFrame *frame, guint goal)
{
  const RsTarget *target = rs_frame_get_goal (frame, goal);
  RsLanguage language = RS_LANGUAGE_EN;

  g_return_val_if_fail (target != NULL, g_strdup (""));

  language = rs_frame_get_language (frame);
  return qualify_target (target,
                         describe_rule (frame->dataset, target,
                                        choose_target_unit (frame->dataset, target, language),
                                        language),
                         language);
}

/* A share of a target that never rounds a miss up to 100. (transfer full) */
static char *
format_share (const RsVerdict *verdict, RsLanguage language)
{
  int decimals = 0;

  if (verdict->judgement == RS_JUDGEMENT_MISSED)
    while (decimals < MAX_SHARE_DECIMALS &&
           rs_number_round (verdict->share, decimals, RS_ROUND_HALF_AWAY) >= 100)
      decimals++;
  return rs_number_format (rs_number_round (verdict->share, decimals, RS_ROUND_HALF_AWAY), decimals,
                           language);
}

/* How far off, without sign: "0.2 points", "5,000 persons". (transfer full) */
static char *
format_distance (const RsFrame *frame, guint series, double distance)
{
  RsLanguage language = rs_frame_get_language (frame);
  guint indicator = rs_frame_get_series (frame, series)->indicator;
  g_autofree char *number = NULL;

  if (rs_query_in_points (frame->dataset, indicator))
    {
      number = format_points (distance, FALSE, language);
      /* Translators: a number of percentage points (个百分点). */
      return g_strdup_printf (rs_tr (language, "%s points"), number);
    }
  number = format_number (frame, series, fabs (distance), TRUE);
  return attach_unit (frame, series, number, TRUE);
}

static char *
describe_met (const RsVerdict *verdict, RsLanguage language)
{
  g_autofree char *share = NULL;

  if (isfinite (verdict->share))
    {
      share = format_share (verdict, language);
      /* Translators: a target that is met, in short: how much of it was reached. */
      return g_strdup_printf (rs_tr (language, "✓ %s%% of target"), share);
    }
  if (verdict->target->op == RS_OPERATOR_AT_MOST)
    /* Translators: a limit that is kept, in short. */
    return g_strdup (rs_tr (language, "✓ within target"));
  /* Translators: a target that is met, in short. */
  return g_strdup (rs_tr (language, "✓ target met"));
}

/* "5.54%": (transfer full). */
static char *
format_amount (const RsFrame *frame, guint series, double value)
{
  g_autofree char *number = format_number (frame, series, value, TRUE);

  return attach_unit (frame, series, number, TRUE);
}

/* A miss that rounding to the decimals of the target would hide (chart-rules R36): the verdict
 * shows both. Counts are left alone: the decimals of "140,000" hang on the unit that it is stored
 * in. NULL: rounding hides nothing. (transfer full) (nullable) */
static char *
describe_rounded (const RsFrame *frame, guint series, double value, const RsTarget *target)
{
  RsLanguage language = rs_frame_get_language (frame);
  int decimals = rs_number_get_decimals (target->value, MAX_DECIMALS);
  double rounded = rs_number_round (value, decimals, RS_ROUND_HALF_AWAY);
  g_autofree char *full = NULL;
  g_autofree char *rule = NULL;
  g_autofree char *short_form = NULL;

  if (!rs_query_in_points (frame->dataset, rs_frame_get_series (frame, series)->indicator))
    return NULL;
  if (target->op == RS_OPERATOR_AT_LEAST ? rounded < target->value : rounded > target->value)
    return NULL;
  full = format_amount (frame, series, value);
  short_form = format_amount (frame, series, rounded);
  rule = describe_rule (frame->dataset, target, rs_frame_get_display_unit (frame, series, TRUE),
                        language);
  /* Translators: a figure that misses its target, the target, and the figure rounded as the target
   * is: "✕ missed: 5.54% against ≤ 5.5%; rounded to 5.5% it is met". */
  return g_strdup_printf (rs_tr (language, "✕ missed: %s against %s; rounded to %s it is met"),
                          full, rule, short_form);
}

static char *
describe_missed (const RsFrame *frame, guint series, double value, const RsVerdict *verdict)
{
  RsLanguage language = rs_frame_get_language (frame);
  g_autofree char *text = describe_rounded (frame, series, value, verdict->target);

  if (text != NULL)
    return g_steal_pointer (&text);
  if (isfinite (verdict->share))
    {
      text = format_share (verdict, language);
      /* Translators: a target that is missed, in short: how much of it was reached. */
      return g_strdup_printf (rs_tr (language, "✕ %s%% of target"), text);
    }
  text = format_distance (frame, series, verdict->distance);
  if (verdict->distance > 0)
    /* Translators: a limit that is passed, and by how much, with the unit. */
    return g_strdup_printf (rs_tr (language, "✕ %s above target"), text);
  /* Translators: a target that is missed, and by how much, with the unit. */
  return g_strdup_printf (rs_tr (language, "✕ %s below target"), text);
}

static char *
describe_about (const RsFrame *frame, guint series, const RsVerdict *verdict)
{
  RsLanguage language = rs_frame_get_language (frame);
  RsDisplayUnit unit = rs_frame_get_display_unit (frame, series, TRUE);
  g_autofree char *rule = describe_rule (frame->dataset, verdict->target, unit, language);
  g_autofree char *distance = format_distance (frame, series, verdict->distance);

  if (verdict->distance > 0)
    /* Translators: a target such as "≈ 5.5%", and how far the figure is above it. */
    return g_strdup_printf (rs_tr (language, "– %s: no tolerance published; %s above"), rule,
                            distance);
  if (verdict->distance < 0)
    /* Translators: a target such as "≈ 5.5%", and how far the figure is below it. */
    return g_strdup_printf (rs_tr (language, "– %s: no tolerance published; %s below"), rule,
                            distance);
  /* Translators: a target such as "≈ 5.5%". */
  return g_strdup_printf (rs_tr (language, "– %s: no tolerance published; equal"), rule);
}

static char *
describe_undecided (const RsFrame *frame, guint series, const RsFramePoint *at)
{
  RsLanguage language = rs_frame_get_language (frame);

  if (at->observation.reason == RS_REASON_BOUND)
    return g_strdup (rs_tr (language, "– cannot be judged: only a bound is published"));
  if (at->observation.reason != RS_REASON_NONE)
    return g_strdup (rs_tr (language, "– cannot be judged: there is no figure"));
  if (at->target->op == RS_OPERATOR_ABOUT && isfinite (at->verdict.distance))
    return describe_about (frame, series, &at->verdict);
  return g_strdup (rs_tr (language, "– cannot be judged: the figure is approximate"));
}

char *
rs_summary_verdict (const RsFrame *frame, guint series, guint point)
{
  const RsFramePoint *at = get_point (frame, series, point);
  RsLanguage language = RS_LANGUAGE_EN;
  g_autofree char *text = NULL;

  g_return_val_if_fail (at != NULL, g_strdup (""));

  language = rs_frame_get_language (frame);
  switch (at->verdict.judgement)
    {
    case RS_JUDGEMENT_NONE:
      return g_strdup (rs_tr (language, "no target known"));
    case RS_JUDGEMENT_MET:
      text = describe_met (&at->verdict, language);
      break;
    case RS_JUDGEMENT_MISSED:
      text = describe_missed (frame, series, at->observation.value, &at->verdict);
      break;
    case RS_JUDGEMENT_CANNOT:
      text = describe_undecided (frame, series, at);
      break;
    }
  if (at->target->derived)
    /* Translators: a verdict against a target that is itself derived. */
    return g_strdup_printf (rs_tr (language, "%s (target derived †)"), text);
  if (at->target->provisional)
    /* Translators: a verdict against a target that is provisional. */
    return g_strdup_printf (rs_tr (language, "%s (target provisional)"), text);
  return g_steal_pointer (&text);
}
