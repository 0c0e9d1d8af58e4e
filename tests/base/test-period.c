/* SPDX-License-Identifier: GPL-3.0-or-later
 * Tests of base/period. */
#include "config.h"

#include "base/period.h"

static RsPeriod
parse (const char *text)
{
  RsPeriod period;

  g_test_message ("%s", text);
  g_assert_true (rs_period_parse (text, &period));
  return period;
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    RsPeriodType type;
    int year;
    int index;
  } rows[] = {
    { "2021", RS_PERIOD_YEAR, 2021, 1 },
    { "1000", RS_PERIOD_YEAR, 1000, 1 },
    { "2999", RS_PERIOD_YEAR, 2999, 1 },
    { "2021年", RS_PERIOD_YEAR, 2021, 1 },
    { "2021-A1", RS_PERIOD_YEAR, 2021, 1 },
    { "2021H1", RS_PERIOD_HALF, 2021, 1 },
    { "2021S2", RS_PERIOD_HALF, 2021, 2 },
    { "2021-S1", RS_PERIOD_HALF, 2021, 1 },
    { "2021年上半年", RS_PERIOD_HALF, 2021, 1 },
    { "2021年下半年", RS_PERIOD_HALF, 2021, 2 },
    { "2021-Q3", RS_PERIOD_QUARTER, 2021, 3 },
    { "2021Q3", RS_PERIOD_QUARTER, 2021, 3 },
    { "2021K3", RS_PERIOD_QUARTER, 2021, 3 },
    { "2021 Q3", RS_PERIOD_QUARTER, 2021, 3 },
    { "2021q3", RS_PERIOD_QUARTER, 2021, 3 },
    { "2021年第三季度", RS_PERIOD_QUARTER, 2021, 3 },
    { "2021年三季度", RS_PERIOD_QUARTER, 2021, 3 },
    { "2021年3季度", RS_PERIOD_QUARTER, 2021, 3 },
    { "2021年第3季度", RS_PERIOD_QUARTER, 2021, 3 },
    { "2021-07", RS_PERIOD_MONTH, 2021, 7 },
    { "2021M07", RS_PERIOD_MONTH, 2021, 7 },
    { "2021M7", RS_PERIOD_MONTH, 2021, 7 },
    { "2021-M07", RS_PERIOD_MONTH, 2021, 7 },
    { "202107", RS_PERIOD_MONTH, 2021, 7 },
    { "2021年7月", RS_PERIOD_MONTH, 2021, 7 },
    { "2021年07月", RS_PERIOD_MONTH, 2021, 7 },
    { "2021年7月份", RS_PERIOD_MONTH, 2021, 7 },
    { "2021-W05", RS_PERIOD_WEEK, 2021, 5 },
    { "2021W05", RS_PERIOD_WEEK, 2021, 5 },
    { "2021U05", RS_PERIOD_WEEK, 2021, 5 },
    { "2020-W53", RS_PERIOD_WEEK, 2020, 53 },
    { "2021-07-31", RS_PERIOD_DAY, 2021, 212 },
    { "2020-02-29", RS_PERIOD_DAY, 2020, 60 },
    { "2021-D212", RS_PERIOD_DAY, 2021, 212 },
    { "2021年7月31日", RS_PERIOD_DAY, 2021, 212 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RsPeriod period = parse (rows[i].text);

      g_assert_cmpint (period.type, ==, rows[i].type);
      g_assert_cmpint (period.year, ==, rows[i].year);
      g_assert_cmpint (period.index, ==, rows[i].index);
    }
}

/* Ranges, other calendars' numbers, codes, and what does not exist. */
static void
test_refused (void)
{
  static const char *const rows[] = {
    "",
    " 2021",
    "2021 ",
    "0999",
    "3000",
    "21",
    "20211",
    "20210731",
    "2021-13",
    "2021-00",
    "202113",
    "2021-7",
    "2021-07-32",
    "2021-02-29",
    "2021-W53",
    "2021-W00",
    "2021Q5",
    "2021Q0",
    "2021H3",
    "2021M13",
    "2021M007",
    "2021K",
    "2021-",
    "2021--07",
    "2021-2022",
    "2021/22",
    "2021-07/2021-09",
    "2020–2021",
    "Total",
    "500000",
    "2021-A2",
    "2021-D366",
    "2021-D1",
    "2021年十三月",
    "2021年13月",
    "2021年第",
    "2021年7",
    "2021年五季度",
    "2021年7月32日",
    "2021x",
    "x2021",
    "２０２１",
    "2021-07-31T00:00:00",
    "-2021",
    "+2021",
    "2021.5",
    "2021 07",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RsPeriod period = { RS_PERIOD_YEAR, 1, 1 };

      g_test_message ("%s", rows[i]);
      g_assert_false (rs_period_parse (rows[i], &period));
      g_assert_cmpint (period.type, ==, RS_PERIOD_NONE);
    }
}

static void
test_order (void)
{
  static const char *const ascending[] = {
    "2019",     "2020",     "2020-H1",    "2020-Q1", "2020-01", "2020-01-01",
    "2020-W02", "2020-Q2",  "2020-04",    "2020-H2", "2020-Q3", "2020-07",
    "2020-12",  "2020-W53", "2020-12-31", "2021",    "2021-01", "2021-W01",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ascending); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (ascending); j++)
      {
        int order = rs_period_compare (parse (ascending[i]), parse (ascending[j]));

        g_assert_cmpint (order < 0, ==, i < j);
        g_assert_cmpint (order > 0, ==, i > j);
        g_assert_cmpint (rs_period_equal (parse (ascending[i]), parse (ascending[j])), ==, i == j);
      }
  g_assert_cmpint (rs_period_compare (parse ("2999"), (RsPeriod){ 0 }), <, 0);
  g_assert_cmpint (rs_period_compare ((RsPeriod){ 0 }, (RsPeriod){ 0 }), ==, 0);
}

static void
test_axis (void)
{
  g_assert_cmpfloat (rs_period_start (parse ("2021")), ==, 2021);
  g_assert_cmpfloat (rs_period_start (parse ("2021-07")), ==, 2021.5);
  g_assert_cmpfloat (rs_period_start (parse ("2021-H2")), ==, 2021.5);
  g_assert_cmpfloat (rs_period_start (parse ("2021-Q2")), ==, 2021.25);
  g_assert_cmpfloat (rs_period_length (parse ("2021")), ==, 1);
  g_assert_cmpfloat (rs_period_length (parse ("2021-07")), ==, 1.0 / 12);
  g_assert_cmpfloat (rs_period_length (parse ("2020-07-01")), ==, 1.0 / 366);

  /* The first week of 2020 begins on 30 December 2019, that of 2021 on 4 January. */
  g_assert_cmpfloat_with_epsilon (rs_period_start (parse ("2020-W01")), 2019 + 363.0 / 365, 1e-9);
  g_assert_cmpfloat_with_epsilon (rs_period_start (parse ("2021-W01")), 2021 + 3.0 / 365, 1e-9);
  g_assert_cmpfloat_with_epsilon (rs_period_length (parse ("2021-W10")), 7.0 / 365, 1e-9);
}

static void
test_steps (void)
{
  static const struct
  {
    const char *from;
    int n;
    const char *to;
  } rows[] = {
    { "2021", 1, "2022" },
    { "2021", -3, "2018" },
    { "2021-12", 1, "2022-01" },
    { "2021-01", -1, "2020-12" },
    { "2021-07", 12, "2022-07" },
    { "2021-Q4", 1, "2022-Q1" },
    { "2021-H1", -1, "2020-H2" },
    { "2020-W53", 1, "2021-W01" },
    { "2021-W01", -1, "2020-W53" },
    { "2020-02-28", 1, "2020-02-29" },
    { "2020-12-31", 1, "2021-01-01" },
    { "2021-01-01", -366, "2020-01-01" },
    { "2021-W20", 52, "2022-W20" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RsPeriod from = parse (rows[i].from);
      RsPeriod to = rs_period_add (from, rows[i].n);
      g_autofree char *id = rs_period_to_id (to);

      g_assert_cmpstr (id, ==, rows[i].to);
      g_assert_cmpint (rs_period_distance (from, to), ==, rows[i].n);
    }
}

static void
test_step_limits (void)
{
  RsPeriod none = { RS_PERIOD_NONE, 0, 0 };

  g_assert_cmpint (rs_period_add (none, 1).type, ==, RS_PERIOD_NONE);
  g_assert_cmpint (rs_period_add (parse ("2021-07-01"), G_MAXINT).type, ==, RS_PERIOD_NONE);
  g_assert_cmpint (rs_period_add (parse ("2021"), G_MININT).type, ==, RS_PERIOD_NONE);
  g_assert_cmpint (rs_period_add (parse ("2021-07"), -24300).type, ==, RS_PERIOD_NONE);
}

/* Every period of several years: its id leads back to it, and stepping through time misses none. */
static void
test_round_trip (void)
{
  static const char *const starts[] = {
    "1999", "1999-H1", "1999-Q1", "1999-01", "1999-W01", "1999-01-01",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      RsPeriod period = parse (starts[i]);

      for (int n = 0; n < 3000 && period.year < 2999; n++)
        {
          g_autofree char *id = rs_period_to_id (period);
          RsPeriod next = rs_period_add (period, 1);
          RsPeriod again;

          g_assert_true (rs_period_parse (id, &again));
          g_assert_true (rs_period_equal (period, again));
          g_assert_cmpint (rs_period_compare (period, next), <, 0);
          g_assert_cmpfloat_with_epsilon (rs_period_start (period) + rs_period_length (period),
                                          rs_period_start (next), 1e-4);
          period = next;
        }
    }
}

static void
test_labels (void)
{
  static const struct
  {
    const char *id;
    const char *english;
    const char *chinese;
    const char *english_in_year;
    const char *english_short;
    const char *chinese_in_year;
    const char *chinese_short;
  } rows[] = {
    { "2021", "2021", "2021年", "2021", "2021", "2021年", "2021" },
    { "2021-H1", "H1 2021", "2021年上半年", "H1", "H1", "上半年", "上半年" },
    { "2021-Q3", "Q3 2021", "2021年三季度", "Q3", "Q3", "三季度", "三季度" },
    { "2021-07", "July 2021", "2021年7月", "July", "Jul", "7月", "7月" },
    { "2021-W05", "week 5, 2021", "2021年第5周", "week 5", "W5", "第5周", "第5周" },
    { "2021-07-31", "31 July 2021", "2021年7月31日", "31 July", "31 Jul", "7月31日", "7月31日" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RsPeriod period = parse (rows[i].id);
      g_autofree char *english = rs_period_to_label (period, RS_LANGUAGE_EN);
      g_autofree char *chinese = rs_period_to_label (period, RS_LANGUAGE_ZH_CN);
      g_autofree char *english_in_year = rs_period_to_label_in_year (period, FALSE, RS_LANGUAGE_EN);
      g_autofree char *english_short = rs_period_to_label_in_year (period, TRUE, RS_LANGUAGE_EN);
      g_autofree char *chinese_in_year =
        rs_period_to_label_in_year (period, FALSE, RS_LANGUAGE_ZH_CN);
      g_autofree char *chinese_short = rs_period_to_label_in_year (period, TRUE, RS_LANGUAGE_ZH_CN);

      g_assert_cmpstr (english, ==, rows[i].english);
      g_assert_cmpstr (chinese, ==, rows[i].chinese);
      g_assert_cmpstr (english_in_year, ==, rows[i].english_in_year);
      g_assert_cmpstr (english_short, ==, rows[i].english_short);
      g_assert_cmpstr (chinese_in_year, ==, rows[i].chinese_in_year);
      g_assert_cmpstr (chinese_short, ==, rows[i].chinese_short);
    }
}

/* What is no period has no place, no length and no name. */
static void
test_none (void)
{
  RsPeriod none = { RS_PERIOD_NONE, 0, 0 };
  g_autofree char *id = rs_period_to_id (none);
  g_autofree char *english = rs_period_to_label (none, RS_LANGUAGE_EN);
  g_autofree char *chinese = rs_period_to_label_in_year (none, TRUE, RS_LANGUAGE_ZH_CN);

  g_assert_cmpstr (id, ==, "");
  g_assert_cmpstr (english, ==, "");
  g_assert_cmpstr (chinese, ==, "");
  g_assert_cmpfloat (rs_period_start (none), ==, 0);
  g_assert_cmpfloat (rs_period_length (none), ==, 0);
  g_assert_cmpint (rs_period_distance (none, none), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/period/parse", test_parse);
  g_test_add_func ("/base/period/refused", test_refused);
  g_test_add_func ("/base/period/order", test_order);
  g_test_add_func ("/base/period/axis", test_axis);
  g_test_add_func ("/base/period/steps", test_steps);
  g_test_add_func ("/base/period/step-limits", test_step_limits);
  g_test_add_func ("/base/period/round-trip", test_round_trip);
  g_test_add_func ("/base/period/labels", test_labels);
  g_test_add_func ("/base/period/none", test_none);
  return g_test_run ();
}
