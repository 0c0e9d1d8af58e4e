/* SPDX-License-Identifier: GPL-3.0-or-later
 * The guard, and json-glib behind it: what it lets through must be readable, and reading must not
 * change a number. */
#include "config.h"

#include "dataset/json-get.h"
#include "dataset/json-guard.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GBytes) clean = NULL;
  g_autoptr (JsonNode) root = NULL;
  gboolean grammar = rs_json_guard_check_grammar ("fuzz", (const char *) data, size, NULL);
  gboolean strict = rs_json_guard_check ("fuzz", (const char *) data, size, NULL);

  /* Strict implies the grammar, except that only the strict check counts members. */
  g_assert_true (grammar || !strict);
  clean = rs_json_guard_clean ("fuzz", bytes, &findings, NULL);
  g_assert_true (clean == NULL || strict);
  if (clean == NULL)
    return 0;
  {
    gsize length;
    const char *text = g_bytes_get_data (clean, &length);
    g_autoptr (GBytes) again = rs_json_guard_clean ("fuzz", clean, NULL, NULL);

    g_assert_true (g_utf8_validate (text, (gssize) length, NULL));
    g_assert_true (again == clean);
  }
  root = rs_json_parse_with_findings ("fuzz", bytes, NULL, NULL);
  g_assert_nonnull (root);
  return 0;
}
