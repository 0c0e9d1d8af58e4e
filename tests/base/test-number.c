/* SPDX-License-Identifier: GPL-3.0-or-later
 * Tests of base/number. */
#include "config.h"

#include "base/number.h"

#include <float.h>
#include <locale.h>
#include <math.h>

static void
test_to_text (void)
{
  static const struct
  {
    double value;
    const char *text;
  } rows[] = {
    { 0, "0" },
    { -0.0, "0" },
    { 75.1, "75.1" },
    { 60, "60" },
    { -3.5, "-3.5" },
    { 0.1 + 0.2, "0.30000000000000004" },
    { 0.35, "0.35" },
    { 1e5, "100000" },
    { 1e15, "1000000000000000" },
    { 1e20, "100000000000000000000" },
    { 123456789012345680000.0, "123456789012345680000" },
    { 1e-5, "0.00001" },
    { 0.000001234, "0.000001234" },
    { 141178.46, "141178.46" },
    { 9007199254740993.0, "9007199254740992" },
    { 1.7976931348623157e308, "1.7976931348623157e+308" },
    { 1e22, "1e+22" },
    { 1e-9, "1e-09" },
    { -1e-300, "-1e-300" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      char buffer[RS_NUMBER_TEXT_MAX];

      g_assert_cmpstr (rs_number_to_text (rows[i].value, buffer), ==, rows[i].text);
    }
}

/* Any double comes back from its text as it was; and no shorter text than one of 17 digits is
 * passed over. */
static void
test_round_trip (void)
{
  for (int i = 0; i < 200000; i++)
    {
      char buffer[RS_NUMBER_TEXT_MAX];
      double value = g_test_rand_double_range (-1, 1) * pow (10, g_test_rand_int_range (-12, 25));

      if (i % 2 == 0)
        value = rs_number_round (value, 2, RS_ROUND_HALF_AWAY);
      g_assert_cmpfloat (g_ascii_strtod (rs_number_to_text (value, buffer), NULL), ==, value);
      g_assert_cmpstr (buffer, !=, "-0");
    }
  for (double value = DBL_MIN; isfinite (value); value *= 1048576)
    {
      char buffer[RS_NUMBER_TEXT_MAX];

      g_assert_cmpfloat (g_ascii_strtod (rs_number_to_text (value, buffer), NULL), ==, value);
    }
}

/* Files do not follow the locale. */
static void
test_locale (void)
{
  char buffer[RS_NUMBER_TEXT_MAX];
  double value = 0;
  /* Where the locale is not installed, this changes nothing and proves less. */
  char *before = g_strdup (setlocale (LC_NUMERIC, NULL));

  setlocale (LC_NUMERIC, "de_DE.UTF-8");
  g_assert_cmpstr (rs_number_to_text (75.1, buffer), ==, "75.1");
  g_assert_true (rs_number_parse_exact ("75.1", &value, NULL));
  g_assert_cmpfloat (value, ==, 75.1);
  setlocale (LC_NUMERIC, before);
  g_free (before);
}

static void
test_parse_exact (void)
{
  static const struct
  {
    const char *text;
    double value;
    int decimals;
  } rows[] = {
    { "0", 0, 0 },
    { "-0", 0, 0 },
    { "0.0", 0, 1 },
    { "75.1", 75.1, 1 },
    { "75.10", 75.1, 2 },
    { "+5", 5, 0 },
    { "-12.25", -12.25, 2 },
    { "60", 60, 0 },
    { "1000", 1000, 0 },
    { "0.001", 0.001, 3 },
    { "141178.46", 141178.46, 2 },
    { "999999999999999", 999999999999999, 0 },
    { "9007199254740992", 9007199254740992, 0 },
  };
  static const char *const refused[] = {
    "",
    " 1",
    "1 ",
    "1,5",
    "1,000",
    "1e5",
    "0x1",
    "nan",
    "inf",
    ".5",
    "5.",
    "1.2.3",
    "--1",
    "+-1",
    "007",
    "00",
    "−5",
    "５",
    "1_0",
    "-",
    "+",
    ".",
    /* More digits than a double keeps. */
    "9007199254740993",
    "0.1000000000000000055",
    "12345678901234567890123",
    "0.00000000000000000000000000000000000000000000000000000000000000001",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double value = NAN;
      int decimals = -1;

      g_test_message ("%s", rows[i].text);
      g_assert_true (rs_number_parse_exact (rows[i].text, &value, &decimals));
      g_assert_cmpfloat (value, ==, rows[i].value);
      g_assert_cmpint (decimals, ==, rows[i].decimals);
      g_assert_false (signbit (value) && value == 0);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      double value = 7;
      int decimals = 7;

      g_test_message ("refused: %s", refused[i]);
      g_assert_false (rs_number_parse_exact (refused[i], &value, &decimals));
      g_assert_cmpfloat (value, ==, 7);
    }
}

static void
test_decimals (void)
{
  g_assert_cmpint (rs_number_get_decimals (75.1, 6), ==, 1);
  g_assert_cmpint (rs_number_get_decimals (60, 6), ==, 0);
  g_assert_cmpint (rs_number_get_decimals (0, 6), ==, 0);
  g_assert_cmpint (rs_number_get_decimals (0.0625, 6), ==, 4);
  g_assert_cmpint (rs_number_get_decimals (1.0 / 3, 6), ==, 6);
  g_assert_cmpint (rs_number_get_decimals (1e25, 6), ==, 0);
  g_assert_cmpint (rs_number_get_decimals (0.1 + 0.2, 20), ==, 1);
}

static void
test_round (void)
{
  static const struct
  {
    double value;
    int decimals;
    double away;
    double even;
  } rows[] = {
    /* The examples of GB/T 8170. */
    { 0.35, 1, 0.4, 0.4 },
    { 1.050, 1, 1.1, 1.0 },
    { 0.45, 1, 0.5, 0.4 },
    { 1.15, 1, 1.2, 1.2 },
    { 2.5, 0, 3, 2 },
    { 3.5, 0, 4, 4 },
    { -2.5, 0, -3, -2 },
    { 0.5, 0, 1, 0 },
    { 1.5, 0, 2, 2 },
    { -0.5, 0, -1, 0 },
    { 0.4999, 0, 0, 0 },
    { 0.05, 0, 0, 0 },
    { 0.51, 0, 1, 1 },
    { 9.995, 2, 10, 10 },
    { 99.96, 1, 100, 100 },
    { 75.1, 3, 75.1, 75.1 },
    { 2.05000000000001, 1, 2.1, 2.1 },
    { 2.0500000000000003, 1, 2.1, 2.0 },
    { 0.1 + 0.2, 17, 0.3, 0.3 },
    { 9007199254740991, 0, 9007199254740991, 9007199254740991 },
    { 1234, -2, 1200, 1200 },
    { 1250, -2, 1300, 1200 },
    { 60, -3, 0, 0 },
    { 1e300, 2, 1e300, 1e300 },
    { 0, 2, 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double away = rs_number_round (rows[i].value, rows[i].decimals, RS_ROUND_HALF_AWAY);
      double even = rs_number_round (rows[i].value, rows[i].decimals, RS_ROUND_HALF_EVEN);

      g_test_message ("%g to %d", rows[i].value, rows[i].decimals);
      g_assert_cmpfloat (away, ==, rows[i].away);
      g_assert_cmpfloat (even, ==, rows[i].even);
      g_assert_false (signbit (away) && away == 0);
      g_assert_false (signbit (even) && even == 0);
    }
}

/* A half that was computed is a half: every number of one decimal, scaled to hundredths, keeps its
 * last digit. */
static void
test_round_computed (void)
{
  for (int i = 5; i < 100000; i += 10)
    {
      double value = (double) i / 10;
      g_autofree char *text = rs_number_format (value * 0.01, 2, RS_LANGUAGE_ZH_CN);
      g_autofree char *expected =
        g_strdup_printf ("%d.%02d", (i / 10 + 1) / 100, (i / 10 + 1) % 100);

      g_assert_cmpstr (text, ==, expected);
    }
}

static void
test_format (void)
{
  static const struct
  {
    double value;
    int decimals;
    const char *english;
    const char *chinese;
  } rows[] = {
    { 0, 0, "0", "0" },
    { 0, 2, "0.00", "0.00" },
    { -0.001, 2, "0.00", "0.00" },
    { 75.1, 1, "75.1", "75.1" },
    { 75.1, 2, "75.10", "75.10" },
    { 75.1, -1, "75.1", "75.1" },
    { 60, -1, "60", "60" },
    { -3.54, 1, "−3.5", "−3.5" },
    { 999.999, 2, "1,000.00", "1000.00" },
    { 1207, 0, "1,207", "1207" },
    { 9999, 0, "9,999", "9999" },
    { 12345.6, 1, "12,345.6", "12,345.6" },
    { -141178, 0, "−141,178", "−141,178" },
    { 1234567.125, -1, "1,234,567.125", "1,234,567.125" },
    { 1.0 / 3, -1, "0.333333", "0.333333" },
    { 0.0000001, -1, "0", "0" },
    { 1e22, 0, "10,000,000,000,000,000,000,000", "10,000,000,000,000,000,000,000" },
    { 0.35, 1, "0.4", "0.4" },
    { 2.675, 2, "2.68", "2.68" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *english = rs_number_format (rows[i].value, rows[i].decimals, RS_LANGUAGE_EN);
      g_autofree char *chinese =
        rs_number_format (rows[i].value, rows[i].decimals, RS_LANGUAGE_ZH_CN);

      g_assert_cmpstr (english, ==, rows[i].english);
      g_assert_cmpstr (chinese, ==, rows[i].chinese);
    }
}

static void
test_format_signed (void)
{
  static const struct
  {
    double value;
    int decimals;
    const char *text;
  } rows[] = {
    { 5, 0, "+5" }, { -5, 0, "−5" }, { 0, 1, "0.0" }, { -0.01, 1, "0.0" }, { 0.05, 1, "+0.1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text =
        rs_number_format_signed (rows[i].value, rows[i].decimals, RS_LANGUAGE_EN);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_display_unit (void)
{
  static const struct
  {
    const char *base;
    int exponent;
    double max_abs;
    gboolean prose;
    RsLanguage language;
    int shown_exponent;
    const char *word;
    double factor;
  } rows[] = {
    { "persons", 4, 75.1, FALSE, RS_LANGUAGE_EN, 3, "thousand", 10 },
    { "persons", 4, 75.1, TRUE, RS_LANGUAGE_EN, 0, "", 10000 },
    { "persons", 4, 2494, FALSE, RS_LANGUAGE_EN, 6, "million", 0.01 },
    { "persons", 4, 2494, TRUE, RS_LANGUAGE_EN, 6, "million", 0.01 },
    { "persons", 4, 0.3, FALSE, RS_LANGUAGE_EN, 0, "", 10000 },
    { "persons", 0, 9999, FALSE, RS_LANGUAGE_EN, 0, "", 1 },
    { "persons", 0, 10000, FALSE, RS_LANGUAGE_EN, 3, "thousand", 0.001 },
    { "persons", 4, 1, FALSE, RS_LANGUAGE_EN, 3, "thousand", 10 },
    { "persons", 4, 141178, FALSE, RS_LANGUAGE_EN, 6, "million", 0.01 },
    { "yuan", 8, 100, FALSE, RS_LANGUAGE_EN, 9, "billion", 0.1 },
    { "yuan", 8, 99.9, FALSE, RS_LANGUAGE_EN, 9, "billion", 0.1 },
    { "yuan", 8, 10, TRUE, RS_LANGUAGE_EN, 9, "billion", 0.1 },
    { "yuan", 8, 9.99, TRUE, RS_LANGUAGE_EN, 6, "million", 100 },
    { "yuan", 8, -68.4, TRUE, RS_LANGUAGE_EN, 9, "billion", 0.1 },
    { "yuan", 8, -0.5, TRUE, RS_LANGUAGE_EN, 6, "million", 100 },
    { "persons", 4, 999999, TRUE, RS_LANGUAGE_EN, 6, "million", 0.01 },
    { "persons", 4, 1000000, TRUE, RS_LANGUAGE_EN, 9, "billion", 1e-5 },
    { "persons", 4, 75.1, FALSE, RS_LANGUAGE_ZH_CN, 4, "万", 1 },
    { "persons", 4, 0.3, FALSE, RS_LANGUAGE_ZH_CN, 0, "", 10000 },
    { "persons", 0, 9999, FALSE, RS_LANGUAGE_ZH_CN, 0, "", 1 },
    { "persons", 0, 10000, FALSE, RS_LANGUAGE_ZH_CN, 4, "万", 0.0001 },
    { "persons", 4, 141178, FALSE, RS_LANGUAGE_ZH_CN, 4, "万", 1 },
    { "yuan", 4, 9999, FALSE, RS_LANGUAGE_ZH_CN, 4, "万", 1 },
    { "yuan", 4, 10000, FALSE, RS_LANGUAGE_ZH_CN, 8, "亿", 0.0001 },
    { "yuan", 8, 0.5, FALSE, RS_LANGUAGE_ZH_CN, 8, "亿", 1 },
    { "persons", 8, 14.1, FALSE, RS_LANGUAGE_ZH_CN, 8, "亿", 1 },
    { "percent", 0, 1e7, FALSE, RS_LANGUAGE_EN, 0, "", 1 },
    { "furlongs", 3, 1e7, FALSE, RS_LANGUAGE_ZH_CN, 3, "", 1 },
    { NULL, 0, 1e7, FALSE, RS_LANGUAGE_EN, 0, "", 1 },
    { "persons", 0, 0, FALSE, RS_LANGUAGE_EN, 0, "", 1 },
    { "persons", 0, NAN, FALSE, RS_LANGUAGE_EN, 0, "", 1 },
    { "cases", 4, 25, FALSE, RS_LANGUAGE_ZH_CN, 4, "万", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RsScaleOfUnit unit = { rows[i].base, rows[i].exponent };
      RsDisplayUnit shown =
        rs_display_unit_choose (unit, rows[i].max_abs, rows[i].prose, rows[i].language);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (shown.exponent, ==, rows[i].shown_exponent);
      g_assert_cmpstr (shown.word, ==, rows[i].word);
      g_assert_cmpfloat (shown.factor, ==, rows[i].factor);
    }
}

static void
test_ordinal (void)
{
  static const struct
  {
    guint n;
    const char *english;
  } rows[] = {
    { 1, "1st" },     { 2, "2nd" },     { 3, "3rd" },     { 4, "4th" },     { 10, "10th" },
    { 11, "11th" },   { 12, "12th" },   { 13, "13th" },   { 14, "14th" },   { 20, "20th" },
    { 21, "21st" },   { 22, "22nd" },   { 23, "23rd" },   { 31, "31st" },   { 100, "100th" },
    { 101, "101st" }, { 111, "111th" }, { 112, "112th" }, { 113, "113th" }, { 121, "121st" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *english = rs_number_ordinal (rows[i].n, RS_LANGUAGE_EN);
      g_autofree char *chinese = rs_number_ordinal (rows[i].n, RS_LANGUAGE_ZH_CN);
      g_autofree char *expected = g_strdup_printf ("第%u", rows[i].n);

      g_assert_cmpstr (english, ==, rows[i].english);
      g_assert_cmpstr (chinese, ==, expected);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/number/to-text", test_to_text);
  g_test_add_func ("/base/number/round-trip", test_round_trip);
  g_test_add_func ("/base/number/locale", test_locale);
  g_test_add_func ("/base/number/parse-exact", test_parse_exact);
  g_test_add_func ("/base/number/decimals", test_decimals);
  g_test_add_func ("/base/number/round", test_round);
  g_test_add_func ("/base/number/round-computed", test_round_computed);
  g_test_add_func ("/base/number/format", test_format);
  g_test_add_func ("/base/number/format-signed", test_format_signed);
  g_test_add_func ("/base/number/display-unit", test_display_unit);
  g_test_add_func ("/base/number/ordinal", test_ordinal);
  return g_test_run ();
}
