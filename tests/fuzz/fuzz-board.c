/* SPDX-License-Identifier: GPL-3.0-or-later
 * Any bytes as a board: what is accepted is written the same way twice. */
#include "config.h"

#include <stdint.h>

#include "query/board.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (RsBoard) board = rs_board_from_bytes ("fuzz", bytes, NULL);
  g_autoptr (GBytes) written = NULL;
  g_autoptr (RsBoard) again = NULL;
  g_autoptr (GBytes) rewritten = NULL;

  if (board == NULL)
    return 0;
  written = rs_board_to_bytes (board);
  again = rs_board_from_bytes ("fuzz", written, NULL);
  g_assert (again != NULL);
  rewritten = rs_board_to_bytes (again);
  g_assert (g_bytes_equal (written, rewritten));
  return 0;
}
