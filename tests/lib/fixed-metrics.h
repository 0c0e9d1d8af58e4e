/* SPDX-License-Identifier: GPL-3.0-or-later
 * Fixed-pitch text metrics, so that tests of layout need no font. */
#pragma once

#include "chart/text-metrics.h"

G_BEGIN_DECLS

/* A letter is 0.6 em wide, a Chinese character 1 em, a combining mark nothing; a line is 1.25 em
 * high with its baseline at 1 em. Wraps at spaces, around Chinese characters, and inside a word
 * that is wider than the line. The last of @max_lines ends in "…" (0.6 em) where text is left.
 * Weight and language change nothing. */
RsTextMetrics *rs_fixed_metrics_get (void);

G_END_DECLS
