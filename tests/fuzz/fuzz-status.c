/* SPDX-License-Identifier: GPL-3.0-or-later
 * Status texts. */
#include "config.h"

#include "dataset/observation.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  RsFlags flags = rs_flags_from_status (text);
  RsFlags first = rs_flags_get_first (flags);

  g_assert_true ((flags & (RS_FLAG_DERIVED | RS_FLAG_APPROXIMATE)) == 0);
  g_assert_true ((flags == RS_FLAG_NONE) == (first == RS_FLAG_NONE));
  return 0;
}
