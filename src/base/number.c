/* SPDX-License-Identifier: GPL-3.0-or-later
 * Numbers for files (exact, no locale) and for people. */
#define G_LOG_DOMAIN "renshe-base"

#include "config.h"

#include "base/number.h"

#include <math.h>
#include <string.h>

#ifdef __FAST_MATH__
#error "Figures must not be rounded behind our back: build without -ffast-math."
#endif

/* A double needs at most 17 digits. */
#define MAX_DIGITS 20

/* Longest number that rs_number_parse_exact() looks at: no figure has as many digits. */
#define MAX_WRITTEN 64

/* ± 0.d₁d₂…dₙ × 10^exponent, d₁ and dₙ not zero; zero has no digits. All rounding and all
 * formatting is done on these digits, never on the double: 0.35 is stored as 0.34999…, and it is
 * 0.35 that was published. */
typedef struct
{
  gboolean negative;
  int exponent;
  int n_digits;
  char digits[MAX_DIGITS + 1];
} Decimal;

/* The shortest decimal that reads back as @value, as printf writes it (perhaps with an exponent).
 * Fifteen digits give all decimals that people write; two more tell any two doubles apart. */
static void
print_shortest (double value, char buffer[RS_NUMBER_TEXT_MAX])
{
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (buffer, RS_NUMBER_TEXT_MAX, formats[i], value);
      if (g_ascii_strtod (buffer, NULL) == value)
        return;
    }
}

/* Reads digits with at most one point and perhaps an exponent. At most MAX_DIGITS significant
 * digits are kept; FALSE where there are more. */
static gboolean
decimal_from_text (Decimal *self, const char *text)
{
  gboolean after_point = FALSE;
  int n_zeros = 0;

  *self = (Decimal){ 0 };
  if (*text == '-' || *text == '+')
    self->negative = *text++ == '-';

  for (; *text == '.' || g_ascii_isdigit (*text); text++)
    {
      if (*text == '.')
        {
          after_point = TRUE;
        }
      else if (*text == '0')
        {
          /* Leading zeros move the point only; others count once a digit follows. */
          if (self->n_digits > 0)
            n_zeros++;
          else if (after_point)
            self->exponent--;
          if (self->n_digits > 0 && !after_point)
            self->exponent++;
        }
      else
        {
          if (self->n_digits + n_zeros >= MAX_DIGITS)
            return FALSE;
          memset (self->digits + self->n_digits, '0', (gsize) n_zeros);
          self->n_digits += n_zeros;
          n_zeros = 0;
          self->digits[self->n_digits++] = *text;
          if (!after_point)
            self->exponent++;
        }
    }
  if (self->n_digits == 0)
    *self = (Decimal){ 0 };
  else if (*text == 'e' || *text == 'E')
    self->exponent += (int) g_ascii_strtoll (text + 1, NULL, 10);
  return TRUE;
}

static void
decimal_from_double (Decimal *self, double value)
{
  char buffer[RS_NUMBER_TEXT_MAX];

  print_shortest (value, buffer);
  decimal_from_text (self, buffer);
}

/* Numbers that were computed carry an error in the sixteenth digit: 554.5 × 0.01 need not be 5.545.
 * People publish fewer digits than that, so a number that needs more than fifteen is read with
 * fifteen before it is rounded. Above 10¹² the digits left over would be worth seeing, and nothing
 * is done. */
static void
decimal_from_computed (Decimal *self, double value)
{
  char buffer[RS_NUMBER_TEXT_MAX];

  decimal_from_double (self, value);
  if (self->n_digits <= 15 || fabs (value) >= 1e12)
    return;
  g_ascii_formatd (buffer, sizeof buffer, "%.15g", value);
  decimal_from_text (self, buffer);
}

static void
trim (Decimal *self)
{
  while (self->n_digits > 0 && self->digits[self->n_digits - 1] == '0')
    self->n_digits--;
  self->digits[self->n_digits] = '\0';
  if (self->n_digits == 0)
    *self = (Decimal){ 0 };
}

/* Adds one to the last of @n digits, 0 digits standing for a zero before the first. */
static void
increment (Decimal *self, int n)
{
  self->n_digits = n;
  for (int i = n - 1; i >= 0; i--)
    {
      if (self->digits[i] != '9')
        {
          self->digits[i]++;
          return;
        }
      self->digits[i] = '0';
    }
  /* 9.99 became 10.00: one digit more before the rest, which is all zeros. */
  self->digits[0] = '1';
  self->n_digits = 1;
  self->exponent++;
}

static gboolean
goes_up (const Decimal *self, int n_kept, RsRounding rounding)
{
  char first = self->digits[n_kept];

  if (first != '5')
    return first > '5';
  if (self->n_digits > n_kept + 1 || rounding == RS_ROUND_HALF_AWAY)
    return TRUE;
  return n_kept > 0 && (self->digits[n_kept - 1] - '0') % 2 == 1;
}

static void
decimal_round (Decimal *self, int decimals, RsRounding rounding)
{
  int n_kept = self->exponent + decimals;

  if (n_kept >= self->n_digits)
    return;
  if (n_kept < 0)
    *self = (Decimal){ 0 };
  else if (goes_up (self, n_kept, rounding))
    increment (self, n_kept);
  else
    self->n_digits = n_kept;
  trim (self);
}

static char
get_digit (const Decimal *self, int place)
{
  return place >= 0 && place < self->n_digits ? self->digits[place] : '0';
}

static int
count_decimals (const Decimal *self)
{
  return MAX (0, self->n_digits - self->exponent);
}

gboolean
rs_number_parse_exact (const char *text, double *out_value, int *out_decimals)
{
  const char *p = text;
  const char *point = NULL;
  Decimal written;
  Decimal kept;
  double value;

  g_return_val_if_fail (text != NULL && out_value != NULL, FALSE);

  if (strlen (text) > MAX_WRITTEN)
    return FALSE;
  if (*p == '-' || *p == '+')
    p++;
  /* A zero before other digits belongs to a code, not to a number. */
  if (!g_ascii_isdigit (*p) || (*p == '0' && g_ascii_isdigit (p[1])))
    return FALSE;
  while (g_ascii_isdigit (*p))
    p++;
  if (*p == '.')
    {
      point = p++;
      if (!g_ascii_isdigit (*p))
        return FALSE;
      while (g_ascii_isdigit (*p))
        p++;
    }
  if (*p != '\0')
    return FALSE;

  value = g_ascii_strtod (text, NULL) + 0.0;
  if (!decimal_from_text (&written, text))
    return FALSE;
  decimal_from_double (&kept, value);
  if (written.n_digits != kept.n_digits || written.exponent != kept.exponent ||
      memcmp (written.digits, kept.digits, (gsize) kept.n_digits) != 0)
    return FALSE;

  *out_value = value;
  if (out_decimals != NULL)
    *out_decimals = point != NULL ? (int) (p - point) - 1 : 0;
  return TRUE;
}

char *
rs_number_to_text (double value, char buffer[RS_NUMBER_TEXT_MAX])
{
  Decimal decimal;
  char *p = buffer;

  buffer[0] = '\0';
  g_return_val_if_fail (isfinite (value), buffer);

  decimal_from_double (&decimal, value);
  /* Very large and very small numbers keep their exponent, as in JavaScript; no statistic has one.
   */
  if (decimal.exponent > 21 || decimal.exponent < -6)
    {
      print_shortest (value, buffer);
      return buffer;
    }

  if (decimal.negative)
    *p++ = '-';
  if (decimal.exponent <= 0)
    *p++ = '0';
  for (int i = 0; i < decimal.exponent; i++)
    *p++ = get_digit (&decimal, i);
  if (count_decimals (&decimal) > 0)
    *p++ = '.';
  for (int i = 0; i < count_decimals (&decimal); i++)
    *p++ = get_digit (&decimal, decimal.exponent + i);
  *p = '\0';
  return buffer;
}

int
rs_number_get_decimals (double value, int max)
{
  Decimal decimal;

  g_return_val_if_fail (isfinite (value), 0);

  decimal_from_computed (&decimal, value);
  return MIN (count_decimals (&decimal), max);
}

static double
decimal_to_double (const Decimal *self)
{
  char buffer[MAX_DIGITS + 24];

  if (self->n_digits == 0)
    return 0.0;
  g_snprintf (buffer, sizeof buffer, "%s0.%.*se%d", self->negative ? "-" : "", self->n_digits,
              self->digits, self->exponent);
  return g_ascii_strtod (buffer, NULL);
}

double
rs_number_round (double value, int decimals, RsRounding rounding)
{
  Decimal decimal;

  g_return_val_if_fail (isfinite (value), value);

  decimal_from_computed (&decimal, value);
  decimal_round (&decimal, decimals, rounding);
  return decimal_to_double (&decimal);
}

/* Digits before the point are grouped by three:
 *
 *   language  from      12345   1234   why
 *   English   1,000     12,345  1,234  British and American statistics print the comma from four
 * digits on Chinese   10,000    12,345  1234   the bulletins print none up to four digits; longer
 * numbers cannot be read without, and the interfaces of their publishers group by three as well
 *
 * The comma is not localised further: it is the same in both languages. */
static int
get_first_grouped_length (RsLanguage language)
{
  switch (language)
    {
    case RS_LANGUAGE_EN:
      return 4;
    case RS_LANGUAGE_ZH_CN:
      return 5;
    }
  g_return_val_if_reached (4);
}

static char *
format_number (double value, int decimals, gboolean with_plus, RsLanguage language)
{
  GString *text;
  Decimal decimal;
  gboolean grouped;

  decimal_from_computed (&decimal, value);
  decimal_round (&decimal, decimals >= 0 ? decimals : 6, RS_ROUND_HALF_AWAY);
  if (decimals < 0)
    decimals = count_decimals (&decimal);
  grouped = decimal.exponent >= get_first_grouped_length (language);

  text = g_string_new (NULL);
  if (decimal.negative)
    g_string_append (text, "−");
  else if (with_plus && decimal.n_digits > 0)
    g_string_append_c (text, '+');
  if (decimal.exponent <= 0)
    g_string_append_c (text, '0');
  for (int i = 0; i < decimal.exponent; i++)
    {
      if (grouped && i > 0 && (decimal.exponent - i) % 3 == 0)
        g_string_append_c (text, ',');
      g_string_append_c (text, get_digit (&decimal, i));
    }
  if (decimals > 0)
    g_string_append_c (text, '.');
  for (int i = 0; i < decimals; i++)
    g_string_append_c (text, get_digit (&decimal, decimal.exponent + i));
  return g_string_free (text, FALSE);
}

char *
rs_number_format (double value, int decimals, RsLanguage language)
{
  g_return_val_if_fail (isfinite (value), g_strdup (""));

  return format_number (value, decimals, FALSE, language);
}

char *
rs_number_format_signed (double value, int decimals, RsLanguage language)
{
  g_return_val_if_fail (isfinite (value), g_strdup (""));

  return format_number (value, decimals, TRUE, language);
}

char *
rs_number_ordinal (guint n, RsLanguage language)
{
  const char *ending = "th";

  switch (language)
    {
    case RS_LANGUAGE_ZH_CN:
      return g_strdup_printf ("第%u", n);
    case RS_LANGUAGE_EN:
      break;
    }
  /* 11th, 12th and 13th, but 21st. */
  if (n % 100 < 11 || n % 100 > 13)
    {
      if (n % 10 == 1)
        ending = "st";
      else if (n % 10 == 2)
        ending = "nd";
      else if (n % 10 == 3)
        ending = "rd";
    }
  return g_strdup_printf ("%u%s", n, ending);
}

/* What can be counted in thousands. Percent, indices, hours and anything unknown cannot. */
typedef enum
{
  SCALE_NONE,
  SCALE_COUNT,
  SCALE_MONEY,
} Scale;

static Scale
get_scale (const char *base)
{
  static const char *const counts[] = {
    "persons", "people",   "households",   "families",     "jobs",      "posts",     "cases",
    "visits",  "units",    "enterprises",  "firms",        "employers", "schools",   "institutions",
    "events",  "times",    "person-times", "person_times", "cards",     "contracts", "numbers",
    "places",  "vehicles", "sessions",     NULL,
  };
  static const char *const money[] = { "yuan", "CNY", "USD", "EUR", "dollars", "euros", NULL };

  if (base == NULL)
    return SCALE_NONE;
  if (g_strv_contains (counts, base))
    return SCALE_COUNT;
  return g_strv_contains (money, base) ? SCALE_MONEY : SCALE_NONE;
}

/* One part in 10¹² below a threshold counts as on it: 1 × 10⁴ and 10,000 come by different ways. */
static gboolean
reaches (double value, double threshold)
{
  return value >= threshold * (1.0 - 1e-12);
}

/* 10^n for |n| ≤ 22, exact where n is not negative. */
static double
power_of_ten (int n)
{
  double power = 1.0;

  for (int i = 0; i < ABS (n); i++)
    power *= 10.0;
  return n < 0 ? 1.0 / power : power;
}

/* Sums of money are billions from the first on, as they are printed; the persons of a country are
 * millions. */
static RsDisplayUnit
choose_english (double size, Scale scale, gboolean prose)
{
  if (reaches (size, scale == SCALE_MONEY ? 1e9 : 1e10))
    return (RsDisplayUnit){ 1.0, 9, "billion" };
  if (reaches (size, 1e6))
    return (RsDisplayUnit){ 1.0, 6, "million" };
  if (reaches (size, 1e4) && !prose)
    return (RsDisplayUnit){ 1.0, 3, "thousand" };
  return (RsDisplayUnit){ 1.0, 0, "" };
}

/* 亿 is for money, and for what is stored in it: persons are given as 万人 however many they are.
 */
static RsDisplayUnit
choose_chinese (double size, Scale scale, int stored_exponent)
{
  if (stored_exponent == 8 || (scale == SCALE_MONEY && reaches (size, 1e8)))
    return (RsDisplayUnit){ 1.0, 8, "亿" };
  if (reaches (size, 1e4))
    return (RsDisplayUnit){ 1.0, 4, "万" };
  return (RsDisplayUnit){ 1.0, 0, "" };
}

RsDisplayUnit
rs_display_unit_choose (RsScaleOfUnit unit, double max_abs, gboolean prose, RsLanguage language)
{
  RsDisplayUnit chosen = { 1.0, unit.exponent, "" };
  Scale scale = get_scale (unit.base);
  double size;

  if (scale == SCALE_NONE || !isfinite (max_abs) || ABS (unit.exponent) > 22)
    return chosen;

  size = fabs (max_abs) * power_of_ten (unit.exponent);
  switch (language)
    {
    case RS_LANGUAGE_EN:
      chosen = choose_english (size, scale, prose);
      break;
    case RS_LANGUAGE_ZH_CN:
      chosen = choose_chinese (size, scale, unit.exponent);
      break;
    }
  chosen.factor = power_of_ten (unit.exponent - chosen.exponent);
  return chosen;
}
