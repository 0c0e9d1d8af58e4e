/* SPDX-License-Identifier: GPL-3.0-or-later
 * Scales: from data to px, and their ticks. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* At most this many tick labels on an axis (chart-rules R14). */
#define RS_TICKS_MAX 7

/* Equal differences are equal distances, or equal ratios are. */
typedef enum
{
  RS_SCALE_LINEAR,
  RS_SCALE_LOG,
} RsScaleType;

/* A scale of values. Degenerate domains (min = max, not finite) are widened to something drawable
 * when it is made. */
typedef struct
{
  RsScaleType type;
  double min; /* domain, in the stored unit; above zero where the scale is logarithmic */
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
/* A logarithmic one. Ends that are zero, negative or not finite do not count. */
void rs_scale_init_log (RsScale *self, double min, double max, double start_px, double end_px);
/* Whether @value has a place at all: zero and less have none on a logarithmic scale. */
gboolean rs_scale_can_map (const RsScale *self, double value);
/* NaN where @value has no place. */
double rs_scale_map (const RsScale *self, double value);
double rs_scale_unmap (const RsScale *self, double px);

typedef struct
{
  double *values; /* (array length=n): stored unit, ascending, never -0 */
  guint n;
  int decimals; /* digits that tell the labels apart in display units */
  RsScaleType type;
  int *exponents; /* (array length=n) (nullable): of a logarithmic scale: n of 1, 2 or 5 × 10ⁿ, in
                     display units */
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
/* At 1, 2 and 5 × 10ⁿ in display units, at powers of ten, or at every so many of them: as many as
 * @max_ticks allow. Meant for the domain of a scale that rs_scale_nice() widened. */
void rs_ticks_init_log (RsTicks *self, double min, double max, double factor, guint max_ticks);
/* By the type of @scale. */
void rs_ticks_init_for_scale (RsTicks *self, const RsScale *scale, double factor, guint max_ticks);
/* Digits after the point of label @i: on a logarithmic scale each has its own. */
int rs_ticks_get_decimals (const RsTicks *self, guint i);
void rs_ticks_clear (RsTicks *self);

/* Widens the domain of @self outwards to whole ticks, of which there are at most @max_ticks (3 to
 * %RS_TICKS_MAX). */
void rs_scale_nice (RsScale *self, double factor, guint max_ticks);

/* Rooms of equal size side by side, with gaps between them: panels, rows, columns. */
typedef struct
{
  double start_px;
  double size_px; /* of one; never negative */
  double gap_px;
  guint n;
} RsBandScale;

/* What is left of the room from @start_px to @end_px after n - 1 gaps, in equal parts; gaps give
 * way where there is no room for them. */
void rs_band_scale_init (RsBandScale *self, guint n, double gap_px, double start_px, double end_px);
/* Where band @i begins. */
double rs_band_scale_map (const RsBandScale *self, guint i);
/* The band that @px lies in; the nearest one where it lies in a gap or outside; -1: there is none.
 */
int rs_band_scale_unmap (const RsBandScale *self, double px);

/* Time in years, proportional: a missing year leaves its space (R13). */
typedef struct
{
  double start, end; /* in years; a start after the end, or one that is not finite, is no span */
  double start_px, end_px;
} RsTimeScale;

/* The middle of the room where there is no span. */
double rs_time_scale_map (const RsTimeScale *self, double years);
/* Px that @years take; all of the room where there is no span. */
double rs_time_scale_get_length (const RsTimeScale *self, double years);
/* Every how many years a label that needs @room_px has its room: 1, 2, 3, 4, 5, 10, 20, 25, 50… */
int rs_time_scale_choose_step (const RsTimeScale *self, double room_px);

G_END_DECLS
