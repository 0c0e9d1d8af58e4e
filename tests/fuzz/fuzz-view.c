/* SPDX-License-Identifier: GPL-3.0-or-later
 * Any bytes as a view: what is accepted survives being written and read again. */
#include "config.h"

#include <stdint.h>

#include "dataset/json-get.h"
#include "query/view.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (JsonNode) node = rs_json_parse ("fuzz", bytes, NULL);
  g_autoptr (RsView) view = NULL;
  g_autoptr (JsonNode) written = NULL;
  g_autoptr (RsView) again = NULL;

  if (node == NULL)
    return 0;
  view = rs_view_from_json (node, "fuzz", "", NULL);
  if (view == NULL)
    return 0;
  written = rs_view_to_json (view);
  again = rs_view_from_json (written, "fuzz", "", NULL);
  g_assert (again != NULL);
  g_assert (rs_view_equal (view, again));
  return 0;
}
