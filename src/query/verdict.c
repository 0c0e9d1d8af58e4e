/* SPDX-License-Identifier: GPL-3.0-or-later
 * Verdicts: a figure against its target. */
#define G_LOG_DOMAIN "renshe-query"

#include "config.h"

#include "query/verdict.h"

#include <math.h>

#include "query/query-private.h"

/* NAN alone is a float. */
#define NO_NUMBER ((double) NAN)

static double
compute_share (double value, const RsTarget *target, RsNature nature)
{
  switch (nature)
    {
    case RS_NATURE_FLOW:
    case RS_NATURE_FLOW_CUMULATIVE:
    case RS_NATURE_STOCK:
      break;
    case RS_NATURE_UNKNOWN:
    case RS_NATURE_RATE:
    case RS_NATURE_GROWTH:
      /* A percentage of a percentage misleads: 94.6 % against 95 % is not "99.6 % of target". */
      return NO_NUMBER;
    }
  if (target->op != RS_OPERATOR_AT_LEAST || !(target->value > 0))
    return NO_NUMBER;
  return value / target->value * 100;
}

RsVerdict
rs_judge (const RsObservation *observation, const RsTarget *target, RsNature nature)
{
  RsVerdict verdict = { .judgement = RS_JUDGEMENT_NONE, .target = target };
  double value = NO_NUMBER;

  g_return_val_if_fail (observation != NULL, verdict);

  verdict.distance = NO_NUMBER;
  verdict.share = NO_NUMBER;
  if (target == NULL)
    return verdict;
  verdict.judgement = RS_JUDGEMENT_CANNOT;
  if (observation->reason != RS_REASON_NONE || !isfinite (observation->value) ||
      !isfinite (target->value))
    return verdict;

  value = observation->value;
  verdict.distance = rs_query_subtract (value, target->value);
  verdict.share = compute_share (value, target, nature);
  /* "About 5" may be on either side of any limit. */
  if ((observation->flags & RS_FLAG_APPROXIMATE) != 0)
    return verdict;
  /* The figures themselves are compared, never their rounded or scaled forms: 5.54 is above 5.5. */
  switch (target->op)
    {
    case RS_OPERATOR_AT_LEAST:
      verdict.judgement = value >= target->value ? RS_JUDGEMENT_MET : RS_JUDGEMENT_MISSED;
      break;
    case RS_OPERATOR_AT_MOST:
      verdict.judgement = value <= target->value ? RS_JUDGEMENT_MET : RS_JUDGEMENT_MISSED;
      break;
    case RS_OPERATOR_ABOUT:
      break;
    }
  return verdict;
}
