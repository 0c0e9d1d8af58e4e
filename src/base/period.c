/* SPDX-License-Identifier: GPL-3.0-or-later
 * Periods of time as statistics name them. */
#define G_LOG_DOMAIN "renshe-base"

#include "config.h"

#include "base/period.h"

#include <string.h>

#define MIN_YEAR 1000
#define MAX_YEAR 2999

/* Days are counted as GDate does: 1 January of the year 1 is day 1. */
static int
get_first_day_of_year (int year)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_JANUARY, (GDateYear) year);
  return (int) g_date_get_julian (&date);
}

static int
get_days_in_year (int year)
{
  return g_date_is_leap_year ((GDateYear) year) ? 366 : 365;
}

/* ISO 8601: week 1 is the week with 4 January, and weeks begin on Monday. Day 1 was a Monday. */
static int
get_first_day_of_week_year (int year)
{
  int fourth = get_first_day_of_year (year) + 3;

  return fourth - (fourth - 1) % 7;
}

static int
get_n_in_year (RsPeriodType type, int year)
{
  switch (type)
    {
    case RS_PERIOD_NONE:
      return 0;
    case RS_PERIOD_YEAR:
      return 1;
    case RS_PERIOD_HALF:
      return 2;
    case RS_PERIOD_QUARTER:
      return 4;
    case RS_PERIOD_MONTH:
      return 12;
    case RS_PERIOD_WEEK:
      return (get_first_day_of_week_year (year + 1) - get_first_day_of_week_year (year)) / 7;
    case RS_PERIOD_DAY:
      return get_days_in_year (year);
    }
  g_return_val_if_reached (0);
}

static int
get_day_of_year (int year, int month, int day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return (int) g_date_get_day_of_year (&date);
}

static int
get_first_day (RsPeriod period)
{
  int months;

  switch (period.type)
    {
    case RS_PERIOD_NONE:
    case RS_PERIOD_YEAR:
      return get_first_day_of_year (period.year);
    case RS_PERIOD_HALF:
    case RS_PERIOD_QUARTER:
    case RS_PERIOD_MONTH:
      months = 12 / get_n_in_year (period.type, period.year);
      return get_first_day_of_year (period.year) - 1 +
             get_day_of_year (period.year, (period.index - 1) * months + 1, 1);
    case RS_PERIOD_WEEK:
      return get_first_day_of_week_year (period.year) + (period.index - 1) * 7;
    case RS_PERIOD_DAY:
      return get_first_day_of_year (period.year) + period.index - 1;
    }
  g_return_val_if_reached (0);
}

/* What is left to read. */
typedef struct
{
  const char *at;
} Reader;

static gboolean
skip (Reader *reader, const char *text)
{
  if (!g_str_has_prefix (reader->at, text))
    return FALSE;
  reader->at += strlen (text);
  return TRUE;
}

/* Between @min_digits and @max_digits digits, as many as there are. */
static gboolean
read_digits (Reader *reader, int min_digits, int max_digits, int *out_number)
{
  int n = 0;
  int number = 0;

  for (; n < max_digits && g_ascii_isdigit (reader->at[n]); n++)
    number = number * 10 + (reader->at[n] - '0');
  if (n < min_digits || g_ascii_isdigit (reader->at[n]))
    return FALSE;
  reader->at += n;
  *out_number = number;
  return TRUE;
}

static gboolean
set_period (RsPeriod *period, RsPeriodType type, int year, int index)
{
  if (index < 1 || index > get_n_in_year (type, year))
    return FALSE;
  *period = (RsPeriod){ type, year, index };
  return TRUE;
}

static gboolean
set_day (RsPeriod *period, int year, int month, int day)
{
  if (month < 1 || month > 12 || day < 1 ||
      !g_date_valid_dmy ((GDateDay) MIN (day, 99), (GDateMonth) month, (GDateYear) year))
    return FALSE;
  return set_period (period, RS_PERIOD_DAY, year, get_day_of_year (year, month, day));
}

/* Letter and number behind a year: Q and K (kvartal) for quarters, H and S (semester) for halves, W
 * and U (uge) for weeks, A for the year itself, as SDMX writes it. */
static gboolean
read_lettered (Reader *reader, int year, RsPeriod *period)
{
  static const struct
  {
    char letter;
    RsPeriodType type;
    int max_digits;
  } table[] = {
    { 'A', RS_PERIOD_YEAR, 1 },    { 'H', RS_PERIOD_HALF, 1 },    { 'S', RS_PERIOD_HALF, 1 },
    { 'Q', RS_PERIOD_QUARTER, 1 }, { 'K', RS_PERIOD_QUARTER, 1 }, { 'M', RS_PERIOD_MONTH, 2 },
    { 'W', RS_PERIOD_WEEK, 2 },    { 'U', RS_PERIOD_WEEK, 2 },    { 'D', RS_PERIOD_DAY, 3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      int index = 0;

      if (g_ascii_toupper (*reader->at) != table[i].letter)
        continue;
      reader->at++;
      /* A day of the year is D and three digits, never fewer. */
      return read_digits (reader, table[i].max_digits == 3 ? 3 : 1, table[i].max_digits, &index) &&
             set_period (period, table[i].type, year, index);
    }
  return FALSE;
}

/* What stands behind "2021年". */
static gboolean
read_chinese (Reader *reader, int year, RsPeriod *period)
{
  static const char *const numerals[] = { "一", "二", "三", "四" };
  int number = 0;
  int day = 0;

  if (*reader->at == '\0')
    return set_period (period, RS_PERIOD_YEAR, year, 1);
  if (skip (reader, "上半年"))
    return set_period (period, RS_PERIOD_HALF, year, 1);
  if (skip (reader, "下半年"))
    return set_period (period, RS_PERIOD_HALF, year, 2);

  if (skip (reader, "第") || !g_ascii_isdigit (*reader->at))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (numerals) && number == 0; i++)
        if (skip (reader, numerals[i]))
          number = (int) i + 1;
      if (number == 0 && !read_digits (reader, 1, 1, &number))
        return FALSE;
      return skip (reader, "季度") && set_period (period, RS_PERIOD_QUARTER, year, number);
    }

  if (!read_digits (reader, 1, 2, &number))
    return FALSE;
  if (skip (reader, "季度"))
    return set_period (period, RS_PERIOD_QUARTER, year, number);
  if (!skip (reader, "月"))
    return FALSE;
  if (*reader->at == '\0' || skip (reader, "份"))
    return set_period (period, RS_PERIOD_MONTH, year, number);
  return read_digits (reader, 1, 2, &day) && skip (reader, "日") &&
         set_day (period, year, number, day);
}

/* What stands behind "2021-": a letter and a number, a month, or a month and a day. */
static gboolean
read_dashed (Reader *reader, int year, RsPeriod *period)
{
  int month = 0;
  int day = 0;

  if (g_ascii_isalpha (*reader->at))
    return read_lettered (reader, year, period);
  if (!read_digits (reader, 2, 2, &month))
    return FALSE;
  if (skip (reader, "-"))
    return read_digits (reader, 2, 2, &day) && set_day (period, year, month, day);
  return set_period (period, RS_PERIOD_MONTH, year, month);
}

static gboolean
read_period (Reader *reader, RsPeriod *period)
{
  int year = 0;
  int month = 0;

  for (int i = 0; i < 4; i++, reader->at++)
    {
      if (!g_ascii_isdigit (*reader->at))
        return FALSE;
      year = year * 10 + (*reader->at - '0');
    }
  if (year < MIN_YEAR || year > MAX_YEAR)
    return FALSE;

  if (*reader->at == '\0')
    return set_period (period, RS_PERIOD_YEAR, year, 1);
  if (skip (reader, "年"))
    return read_chinese (reader, year, period);
  if (skip (reader, "-"))
    return read_dashed (reader, year, period);
  /* 202107. Eight digits would be a day, but no publisher's cube was seen to write one, and codes
   * have eight digits. */
  if (g_ascii_isdigit (*reader->at))
    return read_digits (reader, 2, 2, &month) && set_period (period, RS_PERIOD_MONTH, year, month);
  skip (reader, " ");
  return read_lettered (reader, year, period);
}

gboolean
rs_period_parse (const char *text, RsPeriod *out_period)
{
  RsPeriod period = { 0 };
  Reader reader = { text };

  g_return_val_if_fail (text != NULL && out_period != NULL, FALSE);

  *out_period = (RsPeriod){ RS_PERIOD_NONE, 0, 0 };
  if (!read_period (&reader, &period) || *reader.at != '\0')
    return FALSE;
  *out_period = period;
  return TRUE;
}

#define COMPARE(a, b) ((a) < (b) ? -1 : (a) > (b) ? 1 : 0)

/* What is no period stands behind all periods. */
int
rs_period_compare (RsPeriod a, RsPeriod b)
{
  int order;

  if (a.type == RS_PERIOD_NONE || b.type == RS_PERIOD_NONE)
    return (a.type == RS_PERIOD_NONE) - (b.type == RS_PERIOD_NONE);
  order = COMPARE (get_first_day (a), get_first_day (b));
  return order != 0 ? order : COMPARE (a.type, b.type);
}

gboolean
rs_period_equal (RsPeriod a, RsPeriod b)
{
  return a.type == b.type && a.year == b.year && a.index == b.index;
}

/* Halves, quarters and months are the same length on the axis, whatever their days: they are ticks
 * of equal distance. A week may begin in the year before its own. */
double
rs_period_start (RsPeriod period)
{
  int year = period.year;
  int day;
  int first;

  switch (period.type)
    {
    case RS_PERIOD_NONE:
      return 0.0;
    case RS_PERIOD_YEAR:
    case RS_PERIOD_HALF:
    case RS_PERIOD_QUARTER:
    case RS_PERIOD_MONTH:
      return year + (double) (period.index - 1) / get_n_in_year (period.type, year);
    case RS_PERIOD_WEEK:
    case RS_PERIOD_DAY:
      day = get_first_day (period);
      if (day < get_first_day_of_year (year))
        year--;
      first = get_first_day_of_year (year);
      return year + (double) (day - first) / get_days_in_year (year);
    }
  g_return_val_if_reached (0.0);
}

double
rs_period_length (RsPeriod period)
{
  switch (period.type)
    {
    case RS_PERIOD_NONE:
      return 0.0;
    case RS_PERIOD_YEAR:
    case RS_PERIOD_HALF:
    case RS_PERIOD_QUARTER:
    case RS_PERIOD_MONTH:
    case RS_PERIOD_DAY:
      return 1.0 / get_n_in_year (period.type, period.year);
    case RS_PERIOD_WEEK:
      return rs_period_start (rs_period_add (period, 1)) - rs_period_start (period);
    }
  g_return_val_if_reached (0.0);
}

/* Steps since the year 0, for types with the same number of steps in every year. */
static int
get_step (RsPeriod period)
{
  return period.year * get_n_in_year (period.type, period.year) + period.index - 1;
}

static RsPeriod
add_weeks (RsPeriod period, int n)
{
  int day = get_first_day (period) + n * 7;

  while (day < get_first_day_of_week_year (period.year))
    period.year--;
  while (day >= get_first_day_of_week_year (period.year + 1))
    period.year++;
  period.index = (day - get_first_day_of_week_year (period.year)) / 7 + 1;
  return period;
}

static RsPeriod
add_days (RsPeriod period, int n)
{
  int day = get_first_day (period) + n;

  while (day < get_first_day_of_year (period.year))
    period.year--;
  while (day >= get_first_day_of_year (period.year + 1))
    period.year++;
  period.index = day - get_first_day_of_year (period.year) + 1;
  return period;
}

/* Past the years that rs_period_parse() knows there is nothing. */
static gboolean
is_in_range (RsPeriod period, int n)
{
  int years = n / MAX (1, get_n_in_year (period.type, period.year));

  return period.year + years > 1 && period.year + years < 2 * MAX_YEAR;
}

RsPeriod
rs_period_add (RsPeriod period, int n)
{
  const RsPeriod none = { RS_PERIOD_NONE, 0, 0 };
  int steps;

  if (period.type == RS_PERIOD_NONE || !is_in_range (period, n))
    return none;

  switch (period.type)
    {
    case RS_PERIOD_NONE:
      return none;
    case RS_PERIOD_YEAR:
    case RS_PERIOD_HALF:
    case RS_PERIOD_QUARTER:
    case RS_PERIOD_MONTH:
      steps = get_n_in_year (period.type, period.year);
      n += get_step (period);
      return (RsPeriod){ period.type, n / steps, n % steps + 1 };
    case RS_PERIOD_WEEK:
      return add_weeks (period, n);
    case RS_PERIOD_DAY:
      return add_days (period, n);
    }
  g_return_val_if_reached (none);
}

int
rs_period_distance (RsPeriod a, RsPeriod b)
{
  g_return_val_if_fail (a.type == b.type, 0);

  switch (a.type)
    {
    case RS_PERIOD_NONE:
      return 0;
    case RS_PERIOD_YEAR:
    case RS_PERIOD_HALF:
    case RS_PERIOD_QUARTER:
    case RS_PERIOD_MONTH:
      return get_step (b) - get_step (a);
    case RS_PERIOD_WEEK:
      return (get_first_day (b) - get_first_day (a)) / 7;
    case RS_PERIOD_DAY:
      return get_first_day (b) - get_first_day (a);
    }
  g_return_val_if_reached (0);
}

void
rs_period_get_month_and_day (RsPeriod period, int *out_month, int *out_day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) get_first_day (period));
  *out_month = (int) g_date_get_month (&date);
  *out_day = (int) g_date_get_day (&date);
}

char *
rs_period_to_id (RsPeriod period)
{
  int month = 0;
  int day = 0;

  switch (period.type)
    {
    case RS_PERIOD_NONE:
      return g_strdup ("");
    case RS_PERIOD_YEAR:
      return g_strdup_printf ("%04d", period.year);
    case RS_PERIOD_HALF:
      return g_strdup_printf ("%04d-H%d", period.year, period.index);
    case RS_PERIOD_QUARTER:
      return g_strdup_printf ("%04d-Q%d", period.year, period.index);
    case RS_PERIOD_MONTH:
      return g_strdup_printf ("%04d-%02d", period.year, period.index);
    case RS_PERIOD_WEEK:
      return g_strdup_printf ("%04d-W%02d", period.year, period.index);
    case RS_PERIOD_DAY:
      rs_period_get_month_and_day (period, &month, &day);
      return g_strdup_printf ("%04d-%02d-%02d", period.year, month, day);
    }
  g_return_val_if_reached (g_strdup (""));
}
