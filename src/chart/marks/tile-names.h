/* SPDX-License-Identifier: GPL-3.0-or-later
 * Names of regions that are short enough for a small square. */
#pragma once

#include "chart/drawing.h"

G_BEGIN_DECLS

/* "Shizhu" for "Shizhu Tujia Autonomous County", 内蒙古 for 内蒙古自治区. (transfer full) */
char *rs_tile_name_shorten (const char *label);

/* The short name of the region of a series. (transfer full) */
char *rs_tile_name_get (const RsFrame *frame, const RsSeries *series);

/* The two letters that GB/T 2260 and ISO 3166-2:CN give a provincial-level unit of China, in a
 * Chinese picture its one character, or NULL. */
const char *rs_tile_name_get_letters (const RsFrame *frame, const RsSeries *series);

G_END_DECLS
