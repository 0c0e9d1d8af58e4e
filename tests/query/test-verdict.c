/* SPDX-License-Identifier: GPL-3.0-or-later
 * Verdicts: every operator at its edge. All figures are invented. */
#include "config.h"

#include "query/verdict.h"

#include <math.h>

/* NAN alone is a float. */
#define NO_NUMBER ((double) NAN)

#define AT_LEAST RS_OPERATOR_AT_LEAST
#define AT_MOST RS_OPERATOR_AT_MOST
#define ABOUT RS_OPERATOR_ABOUT
#define FLOW RS_NATURE_FLOW
#define CUMULATIVE RS_NATURE_FLOW_CUMULATIVE
#define STOCK RS_NATURE_STOCK
#define RATE RS_NATURE_RATE
#define GROWTH RS_NATURE_GROWTH
#define UNKNOWN RS_NATURE_UNKNOWN
#define MET RS_JUDGEMENT_MET
#define MISSED RS_JUDGEMENT_MISSED
#define CANNOT RS_JUDGEMENT_CANNOT

typedef struct
{
  double value;
  RsOperator op;
  double target;
  RsNature nature;
  RsJudgement judgement;
  double distance;
  double share; /* NAN: none */
} Row;

static const Row rows[] = {
  { 75.5, AT_LEAST, 60, FLOW, MET, 15.5, 125.83333333333333 },
  { 60, AT_LEAST, 60, FLOW, MET, 0, 100 },
  { 59.9999, AT_LEAST, 60, FLOW, MISSED, -0.0001, 99.99983333333333 },
  { 60.0001, AT_LEAST, 60, FLOW, MET, 0.0001, 100.00016666666667 },
  { 0, AT_LEAST, 60, FLOW, MISSED, -60, 0 },
  { -1, AT_LEAST, 60, FLOW, MISSED, -61, -1.6666666666666667 },
  { 30, AT_LEAST, 60, FLOW, MISSED, -30, 50 },
  { 120, AT_LEAST, 60, FLOW, MET, 60, 200 },
  { 0.1, AT_LEAST, 0.3, FLOW, MISSED, -0.2, 33.333333333333336 },
  { 0.3, AT_LEAST, 0.1, FLOW, MET, 0.2, 300 },
  { 0, AT_LEAST, 0, FLOW, MET, 0, NO_NUMBER },
  { 5, AT_LEAST, 0, FLOW, MET, 5, NO_NUMBER },
  { -5, AT_LEAST, 0, FLOW, MISSED, -5, NO_NUMBER },
  { -5, AT_LEAST, -10, FLOW, MET, 5, NO_NUMBER },
  { 34.8, AT_LEAST, 60, CUMULATIVE, MISSED, -25.2, 58 },
  { 60, AT_LEAST, 60, CUMULATIVE, MET, 0, 100 },
  { 1200, AT_LEAST, 1100, STOCK, MET, 100, 109.09090909090909 },
  { 1000, AT_LEAST, 1100, STOCK, MISSED, -100, 90.909090909090907 },
  { 94.6, AT_LEAST, 95, RATE, MISSED, -0.4, NO_NUMBER },
  { 95, AT_LEAST, 95, RATE, MET, 0, NO_NUMBER },
  { 95.1, AT_LEAST, 95, RATE, MET, 0.1, NO_NUMBER },
  { 8.5, AT_LEAST, 8, GROWTH, MET, 0.5, NO_NUMBER },
  { 7.5, AT_LEAST, 8, GROWTH, MISSED, -0.5, NO_NUMBER },
  { 12, AT_LEAST, 10, UNKNOWN, MET, 2, NO_NUMBER },
  { 8, AT_LEAST, 10, UNKNOWN, MISSED, -2, NO_NUMBER },
  { 5.5, AT_MOST, 5.5, RATE, MET, 0, NO_NUMBER },
  /* Rounded to one decimal it would be met. */
  { 5.54, AT_MOST, 5.5, RATE, MISSED, 0.04, NO_NUMBER },
  { 5.51, AT_MOST, 5.5, RATE, MISSED, 0.01, NO_NUMBER },
  { 5.49, AT_MOST, 5.5, RATE, MET, -0.01, NO_NUMBER },
  { 5.6, AT_MOST, 5.5, RATE, MISSED, 0.1, NO_NUMBER },
  { 5.4, AT_MOST, 5.5, RATE, MET, -0.1, NO_NUMBER },
  { 0, AT_MOST, 5.5, RATE, MET, -5.5, NO_NUMBER },
  { 0, AT_MOST, 0, RATE, MET, 0, NO_NUMBER },
  { 0.01, AT_MOST, 0, RATE, MISSED, 0.01, NO_NUMBER },
  { 100, AT_MOST, 5.5, RATE, MISSED, 94.5, NO_NUMBER },
  { 90, AT_MOST, 100, FLOW, MET, -10, NO_NUMBER },
  { 110, AT_MOST, 100, FLOW, MISSED, 10, NO_NUMBER },
  { 100, AT_MOST, 100, STOCK, MET, 0, NO_NUMBER },
  { 100.5, AT_MOST, 100, STOCK, MISSED, 0.5, NO_NUMBER },
  { -3, AT_MOST, -2, GROWTH, MET, -1, NO_NUMBER },
  { -1, AT_MOST, -2, GROWTH, MISSED, 1, NO_NUMBER },
  { 5.3, ABOUT, 5.5, RATE, CANNOT, -0.2, NO_NUMBER },
  { 5.5, ABOUT, 5.5, RATE, CANNOT, 0, NO_NUMBER },
  { 5.7, ABOUT, 5.5, RATE, CANNOT, 0.2, NO_NUMBER },
  { 1244, ABOUT, 1200, FLOW, CANNOT, 44, NO_NUMBER },
  { 1200, ABOUT, 1200, FLOW, CANNOT, 0, NO_NUMBER },
  { 1150, ABOUT, 1200, STOCK, CANNOT, -50, NO_NUMBER },
  { 0, ABOUT, 1200, FLOW, CANNOT, -1200, NO_NUMBER },
};

static void
check_row (const Row *row, const RsVerdict *verdict)
{
  g_assert_cmpint (verdict->judgement, ==, row->judgement);
  g_assert_cmpfloat (verdict->distance, ==, row->distance);
  g_assert_cmpint (isnan (verdict->share), ==, isnan (row->share));
  if (!isnan (row->share))
    g_assert_true (G_APPROX_VALUE (verdict->share, row->share, 1e-9));
}

static void
test_rows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const Row *row = &rows[i];
      RsTarget target = { .op = row->op, .value = row->target, .source = -1 };
      RsObservation observation = { .value = row->value };
      RsVerdict verdict = rs_judge (&observation, &target, row->nature);

      g_test_message ("row %zu", i);
      check_row (row, &verdict);
      g_assert_true (verdict.target == &target);
    }
}

/* What is derived or provisional is judged all the same; the words say so. */
static void
test_flags_do_not_decide (void)
{
  static const RsFlags flags[] = {
    RS_FLAG_PROVISIONAL, RS_FLAG_ESTIMATED, RS_FLAG_DERIVED,
    RS_FLAG_REVISED,     RS_FLAG_BREAK,     RS_FLAG_UNRELIABLE,
  };

  for (gsize f = 0; f < G_N_ELEMENTS (flags); f++)
    for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
      {
        const Row *row = &rows[i];
        RsTarget target = { .op = row->op, .value = row->target, .derived = TRUE };
        RsObservation observation = { .value = row->value, .flags = flags[f] };
        RsVerdict verdict = rs_judge (&observation, &target, row->nature);

        check_row (row, &verdict);
      }
}

static void
test_approximate (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RsTarget target = { .op = rows[i].op, .value = rows[i].target };
      RsObservation observation = { .value = rows[i].value, .flags = RS_FLAG_APPROXIMATE };
      RsVerdict verdict = rs_judge (&observation, &target, rows[i].nature);

      g_assert_cmpint (verdict.judgement, ==, CANNOT);
      g_assert_cmpfloat (verdict.distance, ==, rows[i].distance);
    }
}

static void
test_no_figure (void)
{
  static const RsReason reasons[] = {
    RS_REASON_MISSING, RS_REASON_NOT_APPLICABLE, RS_REASON_CONFIDENTIAL, RS_REASON_LESS_THAN_HALF,
    RS_REASON_NOT_YET, RS_REASON_BOUND,          RS_REASON_TEXT,
  };
  static const RsOperator ops[] = { AT_LEAST, AT_MOST, ABOUT };

  for (gsize r = 0; r < G_N_ELEMENTS (reasons); r++)
    for (gsize o = 0; o < G_N_ELEMENTS (ops); o++)
      {
        RsTarget target = { .op = ops[o], .value = 5 };
        RsObservation observation = { .value = NO_NUMBER, .reason = reasons[r] };
        RsVerdict verdict = rs_judge (&observation, &target, RATE);

        g_assert_cmpint (verdict.judgement, ==, CANNOT);
        g_assert_true (isnan (verdict.distance));
        g_assert_true (isnan (verdict.share));
      }
}

static void
test_no_target (void)
{
  RsObservation observation = { .value = 5 };
  RsVerdict verdict = rs_judge (&observation, NULL, FLOW);

  g_assert_cmpint (verdict.judgement, ==, RS_JUDGEMENT_NONE);
  g_assert_null (verdict.target);
  g_assert_true (isnan (verdict.distance));
  g_assert_true (isnan (verdict.share));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/verdict/rows", test_rows);
  g_test_add_func ("/query/verdict/flags-do-not-decide", test_flags_do_not_decide);
  g_test_add_func ("/query/verdict/approximate", test_approximate);
  g_test_add_func ("/query/verdict/no-figure", test_no_figure);
  g_test_add_func ("/query/verdict/no-target", test_no_target);
  return g_test_run ();
}
