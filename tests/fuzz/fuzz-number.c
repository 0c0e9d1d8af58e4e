/* SPDX-License-Identifier: GPL-3.0-or-later
 * Numbers in tables. */
#include "config.h"

#include "base/number.h"

#include <math.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autofree char *shown = NULL;
  char buffer[RS_NUMBER_TEXT_MAX];
  double value;
  int decimals;

  if (!rs_number_parse_exact (text, &value, &decimals))
    return 0;
  g_assert_true (isfinite (value));
  g_assert_cmpfloat (g_ascii_strtod (rs_number_to_text (value, buffer), NULL), ==, value);
  shown = rs_number_format (value, -1, RS_LANGUAGE_EN);
  g_assert_cmpstr (shown, !=, "");
  return 0;
}
