/* SPDX-License-Identifier: GPL-3.0-or-later
 * Periods of time as statistics name them. */
#pragma once

#include "base/language.h"

G_BEGIN_DECLS

typedef enum
{
  RS_PERIOD_NONE, /* not a period: a category of a dimension that is not time, or one that cannot be
                     parsed */
  RS_PERIOD_YEAR,
  RS_PERIOD_HALF,
  RS_PERIOD_QUARTER,
  RS_PERIOD_MONTH,
  RS_PERIOD_WEEK,
  RS_PERIOD_DAY,
} RsPeriodType;

typedef struct
{
  RsPeriodType type;
  int year;  /* ISO week year for weeks */
  int index; /* 1-based half, quarter, month, ISO week, or day of the year; 1 for a year */
} RsPeriod;

/**
 * rs_period_parse:
 * @text: a category id or label: `2021`, `2021H1`, `2021S1`, `2021-Q3`, `2021K3`, `2021-07`,
 * `2021M07`, `202107`, `2021-W05`, `2021U05`, `2021-07-31`, `2021年7月`, `2021年三季度`, `2021年`.
 * No ranges, and no eight digits
 * @out_period: (out): the period, of type %RS_PERIOD_NONE on failure
 *
 * Returns: whether the whole of @text is a period. Years from 1000 to 2999.
 */
gboolean rs_period_parse (const char *text, RsPeriod *out_period);

/* Order in time by start; a longer period before a shorter one that starts with it. */
int rs_period_compare (RsPeriod a, RsPeriod b);
gboolean rs_period_equal (RsPeriod a, RsPeriod b);

/* Start and length on a proportional axis, in years: 2021-07 starts at 2021.5 and is 1/12 long. */
double rs_period_start (RsPeriod period);
double rs_period_length (RsPeriod period);

/* The period @n steps later of the same type. */
RsPeriod rs_period_add (RsPeriod period, int n);

/* Steps from @a to @b, of the same type. */
int rs_period_distance (RsPeriod a, RsPeriod b);

/* Calendar month and day of its first day. */
void rs_period_get_month_and_day (RsPeriod period, int *out_month, int *out_day);

/* `2021`, `2021-Q3`, `2021-07`: our own ids. (transfer full) */
char *rs_period_to_id (RsPeriod period);

/* `2021`, `2021年`, `July 2021`, `2021年7月`. (transfer full) */
char *rs_period_to_label (RsPeriod period, RsLanguage language);

/* Within its year: `July`, `Q3`, `7月`, `三季度`; short form for ticks: `Jul`, `7月`. A year has no
 * name within itself: it gives its number, in Chinese with 年 unless short. (transfer full) */
char *rs_period_to_label_in_year (RsPeriod period, gboolean short_form, RsLanguage language);

G_END_DECLS
