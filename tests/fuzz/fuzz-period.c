/* SPDX-License-Identifier: GPL-3.0-or-later
 * Names of periods. */
#include "config.h"

#include "base/period.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autofree char *id = NULL;
  g_autofree char *label = NULL;
  RsPeriod period;
  RsPeriod again;

  if (!rs_period_parse (text, &period))
    return 0;
  id = rs_period_to_id (period);
  label = rs_period_to_label (period, RS_LANGUAGE_ZH_CN);
  g_assert_true (rs_period_parse (id, &again));
  g_assert_true (rs_period_equal (period, again));
  g_assert_cmpfloat (rs_period_length (period), >, 0.0);
  return 0;
}
