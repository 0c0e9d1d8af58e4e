/* SPDX-License-Identifier: GPL-3.0-or-later
 * Targets and verdicts in words. */
#define G_LOG_DOMAIN "renshe-query"

#include "config.h"

#include <math.h>

#include "query/frame-private.h"
#include "query/summary-private.h"
#include "query/summary.h"

/* A share that rounds up to 100 although the target is missed is told more exactly, up to this. */
#define MAX_SHARE_DECIMALS 4

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
  const RsFramePoint *at = rs_summary_get_point (frame, series, point);
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
      number = rs_summary_format_points (distance, FALSE, language);
      /* Translators: a number of percentage points (个百分点). */
      return g_strdup_printf (rs_tr (language, "%s points"), number);
    }
  number = rs_summary_format_number (frame, series, fabs (distance), TRUE);
  return rs_summary_attach_unit (frame, series, number, TRUE);
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
  g_autofree char *number = rs_summary_format_number (frame, series, value, TRUE);

  return rs_summary_attach_unit (frame, series, number, TRUE);
}

/* A miss that rounding to the decimals of the target would hide (chart-rules R36): the verdict
 * shows both. Counts are left alone: the decimals of "140,000" hang on the unit that it is stored
 * in. NULL: rounding hides nothing. (transfer full) (nullable) */
static char *
describe_rounded (const RsFrame *frame, guint series, double value, const RsTarget *target)
{
  RsLanguage language = rs_frame_get_language (frame);
  int decimals = rs_number_get_decimals (target->value, RS_SUMMARY_MAX_DECIMALS);
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
  /* Further away than a double can hold. */
  if (!isfinite (verdict->distance))
    /* Translators: a target that is missed, in short. */
    return g_strdup (rs_tr (language, "✕ target missed"));
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
  const RsFramePoint *at = rs_summary_get_point (frame, series, point);
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
