/* SPDX-License-Identifier: GPL-3.0-or-later
 * Scales: from data to px, and their ticks. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/scale.h"

#include <math.h>

#include "chart/scale-private.h"

/* A domain narrower than this share of its magnitude has no ticks that a double can tell apart. */
#define SPAN_MIN_SHARE 1e-9

/* How far, in steps, an end of a domain may lie from a tick and still be on it: 0.3 / 0.1
 * is 2.9999999999999996. */
#define ON_TICK 1e-6

/* Steps are MANTISSAS[level mod 3] × 10^(level div 3). */
static const double MANTISSAS[] = { 1, 2, 5 };

static double
clamp_magnitude (double value)
{
  if (fabs (value) < RS_SCALE_MAGNITUDE_MIN)
    return 0;
  return CLAMP (value, -RS_SCALE_MAGNITUDE_MAX, RS_SCALE_MAGNITUDE_MAX);
}

/* Makes any two doubles a domain that has a positive, finite span. */
static void
sanitize_domain (double *min, double *max)
{
  double a = *min, b = *max, magnitude;

  if (isnan (a))
    a = b;
  if (isnan (b))
    b = a;
  if (isnan (a))
    {
      a = 0;
      b = 1;
    }
  if (isinf (a) && isinf (b))
    {
      a = 0;
      b = 1;
    }
  else if (isinf (a))
    a = b;
  else if (isinf (b))
    b = a;
  if (a > b)
    {
      double swapped = a;

      a = b;
      b = swapped;
    }
  a = clamp_magnitude (a);
  b = clamp_magnitude (b);
  magnitude = MAX (fabs (a), fabs (b));
  if (magnitude <= 0)
    {
      a = 0;
      b = 1;
    }
  else if (b - a < magnitude * SPAN_MIN_SHARE)
    {
      a = clamp_magnitude (a - magnitude / 2);
      b = clamp_magnitude (b + magnitude / 2);
    }
  *min = a;
  *max = b;
}

void
rs_scale_init (
  RsScale *self, double min, double max, gboolean from_zero, double start_px, double end_px)
{
  g_return_if_fail (self != NULL);

  if (from_zero)
    {
      min = isfinite (min) ? MIN (min, 0) : 0;
      max = isfinite (max) ? MAX (max, 0) : 0;
      if (min > max)
        min = max = 0;
    }
  sanitize_domain (&min, &max);
  *self = (RsScale){
    .type = RS_SCALE_LINEAR,
    .min = min,
    .max = max,
    .start_px = start_px,
    .end_px = end_px,
  };
}

gboolean
rs_scale_can_map (const RsScale *self, double value)
{
  return isfinite (value) && (self->type == RS_SCALE_LINEAR || value > 0);
}

/* Where @value lies between the ends: 0 at min, 1 at max. */
static double
get_share (const RsScale *self, double value)
{
  switch (self->type)
    {
    case RS_SCALE_LINEAR:
      return (value - self->min) / (self->max - self->min);
    case RS_SCALE_LOG:
      if (!(value > 0))
        return (double) NAN;
      /* Differences of logarithms, not logarithms of quotients, which overflow. */
      return (log10 (value) - log10 (self->min)) / (log10 (self->max) - log10 (self->min));
    }
  return (double) NAN;
}

double
rs_scale_map (const RsScale *self, double value)
{
  return self->start_px + get_share (self, value) * (self->end_px - self->start_px);
}

double
rs_scale_unmap (const RsScale *self, double px)
{
  double length_px = self->end_px - self->start_px;

  if (length_px == 0)
    return self->min;
  if (self->type == RS_SCALE_LOG)
    return self->min *
           pow (10, (px - self->start_px) / length_px * (log10 (self->max) - log10 (self->min)));
  return self->min + (px - self->start_px) / length_px * (self->max - self->min);
}

/* A step in display units, and how to get from it to the stored unit. */
typedef struct
{
  double mantissa;
  int exponent;
  double factor;
  gboolean decimal_factor; /* factor is 10^factor_exponent */
  int factor_exponent;
} Step;

static int
floor_div (int a, int b)
{
  return a >= 0 ? a / b : -((b - 1 - a) / b);
}

static void
step_init (Step *self, int level, double factor)
{
  int exponent = floor_div (level, 3);
  double rounded = round (log10 (factor));

  self->mantissa = MANTISSAS[level - 3 * exponent];
  self->exponent = exponent;
  self->factor = factor;
  self->decimal_factor = fabs (pow (10, rounded) / factor - 1) < 1e-12;
  self->factor_exponent = (int) rounded;
}

double
rs_scale_by_ten (double integer, int exponent)
{
  if (exponent >= 0)
    return integer * pow (10, exponent);
  if (exponent >= -300)
    return integer / pow (10, -exponent);
  return integer / 1e300 / pow (10, -exponent - 300);
}

static double
step_display (const Step *self)
{
  return rs_scale_by_ten (self->mantissa, self->exponent);
}

static double
step_stored (const Step *self, double multiple)
{
  double integer = multiple * self->mantissa;

  /* Adding +0 turns -0 to 0. */
  if (self->decimal_factor)
    return rs_scale_by_ten (integer, self->exponent - self->factor_exponent) + 0.0;
  return rs_scale_by_ten (integer, self->exponent) / self->factor + 0.0;
}

static gboolean
is_whole (double quotient)
{
  return fabs (quotient - round (quotient)) < ON_TICK;
}

typedef struct
{
  Step step;
  double first; /* multiples of the step */
  double last;
} Grid;

/* @outwards: the multiples that enclose the domain; else those inside it. */
static void
grid_init (Grid *self, double lo, double hi, double factor, int level, gboolean outwards)
{
  double step, a, b;

  step_init (&self->step, level, factor);
  step = step_display (&self->step);
  a = lo / step;
  b = hi / step;
  if (outwards)
    {
      self->first = floor (a + ON_TICK);
      self->last = ceil (b - ON_TICK);
    }
  else
    {
      self->first = ceil (a - ON_TICK);
      self->last = floor (b + ON_TICK);
    }
}

static guint
grid_count (const Grid *self)
{
  double n = self->last - self->first + 1;

  return n < 0 ? 0 : n > 1e6 ? 1000000 : (guint) n;
}

/* The finest grid of at most @max_ticks ticks. */
static int
choose_grid (Grid *grid, double lo, double hi, double factor, guint max_ticks, gboolean outwards)
{
  /* Two levels below the step that would do if the ends were on ticks. */
  int level = 3 * (int) floor (log10 ((hi - lo) / max_ticks)) - 2;

  for (;; level++)
    {
      grid_init (grid, lo, hi, factor, level, outwards);
      if (grid_count (grid) <= max_ticks)
        return level;
    }
}

double
rs_scale_sanitize_factor (double factor)
{
  return isfinite (factor) && factor >= 1e-100 && factor <= 1e100 ? factor : 1;
}

/* The domain in display units, kept inside what the search for a step can hold. */
static void
display_domain (double min, double max, double factor, double *lo, double *hi)
{
  *lo = min * factor;
  *hi = max * factor;
  sanitize_domain (lo, hi);
}

void
rs_ticks_init (RsTicks *self, double min, double max, double factor, guint max_ticks)
{
  double lo, hi;
  Grid grid;
  int level;

  g_return_if_fail (self != NULL);

  factor = rs_scale_sanitize_factor (factor);
  max_ticks = CLAMP (max_ticks, 2, RS_TICKS_MAX);
  sanitize_domain (&min, &max);
  display_domain (min, max, factor, &lo, &hi);
  level = choose_grid (&grid, lo, hi, factor, max_ticks, FALSE);
  *self = (RsTicks){ .type = RS_SCALE_LINEAR };

  /* A domain that was made nice for a coarser step keeps that step, so that its ends have ticks. */
  for (int coarser = 0; coarser <= 2; coarser++)
    {
      Grid aligned;
      double step;

      grid_init (&aligned, lo, hi, factor, level + coarser, FALSE);
      step = step_display (&aligned.step);
      if (grid_count (&aligned) >= 2 && is_whole (lo / step) && is_whole (hi / step))
        {
          grid = aligned;
          break;
        }
    }

  self->n = grid_count (&grid);
  self->values = g_new (double, MAX (self->n, 1));
  for (guint i = 0; i < self->n; i++)
    self->values[i] = step_stored (&grid.step, grid.first + i);
  self->decimals = MAX (0, -grid.step.exponent);
}

void
rs_ticks_init_for_scale (RsTicks *self, const RsScale *scale, double factor, guint max_ticks)
{
  switch (scale->type)
    {
    case RS_SCALE_LINEAR:
      rs_ticks_init (self, scale->min, scale->max, factor, max_ticks);
      return;
    case RS_SCALE_LOG:
      rs_ticks_init_log (self, scale->min, scale->max, factor, max_ticks);
      return;
    }
  g_return_if_reached ();
}

int
rs_ticks_get_decimals (const RsTicks *self, guint i)
{
  g_return_val_if_fail (i < self->n, 0);

  return self->exponents != NULL ? MAX (0, -self->exponents[i]) : self->decimals;
}

void
rs_ticks_clear (RsTicks *self)
{
  g_clear_pointer (&self->values, g_free);
  g_clear_pointer (&self->exponents, g_free);
  self->n = 0;
  self->decimals = 0;
}

void
rs_scale_nice (RsScale *self, double factor, guint max_ticks)
{
  double lo, hi;
  Grid grid;

  g_return_if_fail (self != NULL);

  if (self->type == RS_SCALE_LOG)
    {
      rs_scale_nice_log (self, factor, max_ticks);
      return;
    }
  factor = rs_scale_sanitize_factor (factor);
  /* Three, not two: a domain on both sides of 0 has a tick below, one above, and 0. */
  max_ticks = CLAMP (max_ticks, 3, RS_TICKS_MAX);
  sanitize_domain (&self->min, &self->max);
  display_domain (self->min, self->max, factor, &lo, &hi);
  choose_grid (&grid, lo, hi, factor, max_ticks, TRUE);
  self->min = MIN (self->min, step_stored (&grid.step, grid.first));
  self->max = MAX (self->max, step_stored (&grid.step, grid.last));
}

void
rs_band_scale_init (RsBandScale *self, guint n, double gap_px, double start_px, double end_px)
{
  double room = end_px - start_px;
  double n_gaps = n > 1 ? n - 1 : 0;

  g_return_if_fail (self != NULL);

  if (!isfinite (room) || room < 0)
    room = 0;
  if (!isfinite (gap_px) || gap_px < 0)
    gap_px = 0;
  /* Gaps take no more than half of the room. */
  if (n_gaps > 0)
    gap_px = MIN (gap_px, room / 2 / n_gaps);
  *self = (RsBandScale){
    .start_px = isfinite (start_px) ? start_px : 0,
    .size_px = n > 0 ? (room - n_gaps * gap_px) / n : 0,
    .gap_px = gap_px,
    .n = n,
  };
}

double
rs_band_scale_map (const RsBandScale *self, guint i)
{
  return self->start_px + i * (self->size_px + self->gap_px);
}

int
rs_band_scale_unmap (const RsBandScale *self, double px)
{
  double step = self->size_px + self->gap_px;
  double at;

  if (self->n == 0)
    return -1;
  if (!(step > 0) || !(px > self->start_px))
    return 0;
  /* Half of a gap belongs to the band on either side. */
  at = floor ((px - self->start_px + self->gap_px / 2) / step);
  return at < self->n ? (int) at : (int) self->n - 1;
}

static gboolean
has_span (const RsTimeScale *self)
{
  return isfinite (self->start) && isfinite (self->end) && self->end > self->start;
}

double
rs_time_scale_map (const RsTimeScale *self, double years)
{
  if (!has_span (self))
    return (self->start_px + self->end_px) / 2;
  return self->start_px +
         (years - self->start) / (self->end - self->start) * (self->end_px - self->start_px);
}

double
rs_time_scale_get_length (const RsTimeScale *self, double years)
{
  if (!has_span (self) || !(years > 0))
    return self->end_px - self->start_px;
  return years / (self->end - self->start) * (self->end_px - self->start_px);
}

int
rs_time_scale_choose_step (const RsTimeScale *self, double room_px)
{
  static const int steps[] = { 1, 2, 3, 4, 5, 10, 20, 25, 50, 100, 200, 500, 1000 };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (room_px <= rs_time_scale_get_length (self, steps[i]))
      return steps[i];
  return steps[G_N_ELEMENTS (steps) - 1];
}
