/* SPDX-License-Identifier: GPL-3.0-or-later
 * Scales: from data to px, and their ticks. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* At most this many tick labels on an axis (chart-rules R14). */
#define RS_TICKS_MAX 7

/* A linear scale. Degenerate domains (min = max, not finite) are widened to something drawable when
 * it is made. */
typedef struct
{
  double min; /* domain, in the stored unit */
  double max;
  double start_px; /* where min lies */
  double end_px;   /* where max lies; may be less than start_px */
} RsScale;

/**
 * rs_scale_init:
 * @from_zero: bars, columns and areas: the domain holds 0
 */
void rs_scale_init (
  RsScale *self, double min, double max, gboolean from_zero, double start_px, double end_px);
double rs_scale_map (const RsScale *self, double value);
double rs_scale_unmap (const RsScale *self, double px);

typedef struct
{
  double *values; /* (array length=n): stored unit, ascending, never -0 */
  guint n;
  int decimals; /* digits that tell the labels apart in display units */
} RsTicks;

/**
 * rs_ticks_init:
 * @min: domain in the stored unit
 * @max: likewise
 * @factor: display = stored × factor; steps are 1, 2 or 5 × 10ⁿ in display units
 * @max_ticks: 2 to %RS_TICKS_MAX
 *
 * By integer multiples of the step, so that errors do not pile up.
 */
void rs_ticks_init (RsTicks *self, double min, double max, double factor, guint max_ticks);
void rs_ticks_clear (RsTicks *self);

/* Widens the domain of @self outwards to whole ticks, of which there are at most @max_ticks (3 to
 * %RS_TICKS_MAX). */
void rs_scale_nice (RsScale *self, double factor, guint max_ticks);

G_END_DECLS
