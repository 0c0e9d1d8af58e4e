/* SPDX-License-Identifier: GPL-3.0-or-later
 * Compiled gettext catalogues. */
#include "config.h"

#include "base/messages.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (RsMessages) messages = rs_messages_new (bytes);
  const char *text;

  if (messages == NULL)
    return 0;
  g_assert_cmpuint (rs_messages_get_n (messages), <=, RS_MESSAGES_MAX);
  text = rs_messages_lookup (messages, "one");
  g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
  return 0;
}
