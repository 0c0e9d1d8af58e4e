/* SPDX-License-Identifier: GPL-3.0-or-later
 * A target: a rule for one indicator, region and period. */
#define G_LOG_DOMAIN "renshe-dataset"

#include "config.h"

#include "dataset/target.h"
#include "dataset/dataset-private.h"

const char *
rs_operator_to_string (RsOperator op)
{
  switch (op)
    {
    case RS_OPERATOR_AT_LEAST:
      return ">=";
    case RS_OPERATOR_AT_MOST:
      return "<=";
    case RS_OPERATOR_ABOUT:
      return "~";
    }
  g_return_val_if_reached ("");
}

gboolean
rs_operator_from_string (const char *text, RsOperator *out_op)
{
  static const RsOperator operators[] = { RS_OPERATOR_AT_LEAST, RS_OPERATOR_AT_MOST,
                                          RS_OPERATOR_ABOUT };

  for (gsize i = 0; i < G_N_ELEMENTS (operators); i++)
    if (g_strcmp0 (text, rs_operator_to_string (operators[i])) == 0)
      {
        *out_op = operators[i];
        return TRUE;
      }
  return FALSE;
}

const char *
rs_operator_get_sign (RsOperator op)
{
  switch (op)
    {
    case RS_OPERATOR_AT_LEAST:
      return "≥";
    case RS_OPERATOR_AT_MOST:
      return "≤";
    case RS_OPERATOR_ABOUT:
      return "≈";
    }
  g_return_val_if_reached ("");
}

void
rs_target_clear (RsTarget *self)
{
  rs_text_clear (&self->note);
}

void
rs_break_clear (RsBreak *self)
{
  rs_text_clear (&self->note);
}

#define COMPARE(a, b) ((a) < (b) ? -1 : (a) > (b) ? 1 : 0)

int
rs_target_compare_place (const RsTarget *target, guint indicator, guint region, guint period)
{
  if (target->indicator != indicator)
    return COMPARE (target->indicator, indicator);
  if (target->region != region)
    return COMPARE (target->region, region);
  return COMPARE (target->period, period);
}
