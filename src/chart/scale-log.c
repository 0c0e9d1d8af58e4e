/* SPDX-License-Identifier: GPL-3.0-or-later
 * Logarithmic scales: equal ratios are equal distances. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/scale-private.h"

#include <math.h>

/* Marks are counted: 3 a decade, 0 is 1 × 10⁰, 1 is 2, 2 is 5, 3 is 10. */
#define MARKS_A_DECADE 3
/* How far, in decades, an end of a domain may lie from a mark and still be on it. */
#define ON_MARK 1e-9

static const double MANTISSAS[MARKS_A_DECADE] = { 1, 2, 5 };

/* Labels at all marks, or at every so many decades: 600 decades have room for 7 labels. */
static const int STRIDES[] = { 1, 3, 6, 15, 30, 60, 150, 300, 600 };

static int
floor_div (int a, int b)
{
  return a >= 0 ? a / b : -((b - 1 - a) / b);
}

static double
get_mark_log (int mark)
{
  int decade = floor_div (mark, MARKS_A_DECADE);

  return decade + log10 (MANTISSAS[mark - decade * MARKS_A_DECADE]);
}

/* The last mark at or below @decades. */
static int
find_mark_below (double decades)
{
  int mark = (int) floor (decades) * MARKS_A_DECADE;

  while (get_mark_log (mark + 1) <= decades + ON_MARK)
    mark++;
  return mark;
}

static int
find_mark_above (double decades)
{
  int mark = find_mark_below (decades);

  return get_mark_log (mark) >= decades - ON_MARK ? mark : mark + 1;
}

/* Marks from @first to @last, both included, of which every @stride-th has a label. */
typedef struct
{
  int first, last;
  int stride;
} Marks;

static int
round_up (int mark, int stride)
{
  return -floor_div (-mark, stride) * stride;
}

static guint
count_labels (const Marks *self)
{
  int from = round_up (self->first, self->stride);
  int to = floor_div (self->last, self->stride) * self->stride;

  return to >= from ? (guint) ((to - from) / self->stride + 1) : 0;
}

/* The densest labels that are not too many. */
static Marks
choose_labels (int first, int last, guint max_ticks)
{
  Marks marks = { first, last, STRIDES[G_N_ELEMENTS (STRIDES) - 1] };

  for (guint i = 0; i < G_N_ELEMENTS (STRIDES); i++)
    {
      marks.stride = STRIDES[i];
      if (count_labels (&marks) <= max_ticks)
        break;
    }
  return marks;
}

static double
get_mark (int mark, double factor)
{
  int decade = floor_div (mark, MARKS_A_DECADE);
  double mantissa = MANTISSAS[mark - decade * MARKS_A_DECADE];
  double exponent = round (log10 (factor));

  if (fabs (pow (10, exponent) / factor - 1) < 1e-12)
    return rs_scale_by_ten (mantissa, decade - (int) exponent);
  return rs_scale_by_ten (mantissa / factor, decade);
}

static void
sanitize_domain (double *min, double *max)
{
  double a = isfinite (*min) && *min > 0 ? *min : *max;
  double b = isfinite (*max) && *max > 0 ? *max : a;

  if (!isfinite (b) || b <= 0)
    {
      a = 1;
      b = 10;
    }
  else if (!isfinite (a) || a <= 0)
    a = b;
  a = CLAMP (a, RS_SCALE_MAGNITUDE_MIN, RS_SCALE_MAGNITUDE_MAX);
  b = CLAMP (b, RS_SCALE_MAGNITUDE_MIN, RS_SCALE_MAGNITUDE_MAX);
  *min = MIN (a, b);
  *max = MAX (a, b);
  /* Two numbers that a logarithm hardly tells apart, and one alone, stand in the middle. */
  if (log10 (*max) - log10 (*min) < ON_MARK)
    {
      *min = MAX (*min / 2, RS_SCALE_MAGNITUDE_MIN / 10);
      *max = MIN (*max * 2, RS_SCALE_MAGNITUDE_MAX * 10);
    }
}

void
rs_scale_init_log (RsScale *self, double min, double max, double start_px, double end_px)
{
  g_return_if_fail (self != NULL);

  sanitize_domain (&min, &max);
  *self = (RsScale){
    .type = RS_SCALE_LOG,
    .min = min,
    .max = max,
    .start_px = start_px,
    .end_px = end_px,
  };
}

/* The marks that enclose the domain; farther out, to whole steps between labels, where there would
 * not be two labels. */
static Marks
enclose (double min, double max, double factor, guint max_ticks)
{
  double shift = log10 (factor);
  int first = find_mark_below (log10 (min) + shift);
  int last = find_mark_above (log10 (max) + shift);
  Marks marks = choose_labels (first, last, max_ticks);

  if (count_labels (&marks) < 2)
    {
      marks.first = floor_div (first, marks.stride) * marks.stride;
      marks.last = round_up (last, marks.stride);
      if (marks.last <= marks.first)
        marks.last = marks.first + marks.stride;
    }
  return marks;
}

void
rs_scale_nice_log (RsScale *self, double factor, guint max_ticks)
{
  Marks marks;

  factor = rs_scale_sanitize_factor (factor);
  max_ticks = CLAMP (max_ticks, 3, RS_TICKS_MAX);
  marks = enclose (self->min, self->max, factor, max_ticks);
  self->min = MIN (self->min, get_mark (marks.first, factor));
  self->max = MAX (self->max, get_mark (marks.last, factor));
}

void
rs_ticks_init_log (RsTicks *self, double min, double max, double factor, guint max_ticks)
{
  double shift;
  Marks marks;
  int mark;

  g_return_if_fail (self != NULL);

  factor = rs_scale_sanitize_factor (factor);
  max_ticks = CLAMP (max_ticks, 2, RS_TICKS_MAX);
  sanitize_domain (&min, &max);
  shift = log10 (factor);
  marks = choose_labels (find_mark_above (log10 (min) + shift),
                         find_mark_below (log10 (max) + shift), max_ticks);
  *self = (RsTicks){ .type = RS_SCALE_LOG, .n = count_labels (&marks) };
  self->values = g_new (double, MAX (self->n, 1));
  self->exponents = g_new (int, MAX (self->n, 1));
  mark = round_up (marks.first, marks.stride);
  for (guint i = 0; i < self->n; i++, mark += marks.stride)
    {
      self->values[i] = get_mark (mark, factor);
      self->exponents[i] = floor_div (mark, MARKS_A_DECADE);
      self->decimals = MAX (self->decimals, -self->exponents[i]);
    }
}
