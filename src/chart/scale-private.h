/* SPDX-License-Identifier: GPL-3.0-or-later
 * What linear and logarithmic scales share; for scale*.c only. */
#pragma once

#include "chart/scale.h"

G_BEGIN_DECLS

/* Domains reach no farther than this, so that differences do not overflow or vanish. */
#define RS_SCALE_MAGNITUDE_MAX 1e300
#define RS_SCALE_MAGNITUDE_MIN 1e-300

/* An integer times a power of ten, rounded once: 3 × 10⁻¹ is 3 / 10 and not 3 × 0.1. */
double rs_scale_by_ten (double integer, int exponent);
/* 1 for what is no factor. */
double rs_scale_sanitize_factor (double factor);

void rs_scale_nice_log (RsScale *self, double factor, guint max_ticks);

G_END_DECLS
