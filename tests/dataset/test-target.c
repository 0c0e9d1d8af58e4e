/* SPDX-License-Identifier: GPL-3.0-or-later
 * Tests of dataset/target. */
#include "config.h"

#include "dataset/target.h"

static void
test_operators (void)
{
  static const struct
  {
    RsOperator op;
    const char *text;
    const char *sign;
  } rows[] = {
    { RS_OPERATOR_AT_LEAST, ">=", "≥" },
    { RS_OPERATOR_AT_MOST, "<=", "≤" },
    { RS_OPERATOR_ABOUT, "~", "≈" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RsOperator again = RS_OPERATOR_AT_LEAST;

      g_assert_cmpstr (rs_operator_to_string (rows[i].op), ==, rows[i].text);
      g_assert_cmpstr (rs_operator_get_sign (rows[i].op), ==, rows[i].sign);
      g_assert_true (rs_operator_from_string (rows[i].text, &again));
      g_assert_cmpint (again, ==, rows[i].op);
    }
}

static void
test_unknown (void)
{
  static const char *const rows[] = { "", ">", "=", "==", "≥", " >=", NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RsOperator op = RS_OPERATOR_ABOUT;

      g_assert_false (rs_operator_from_string (rows[i], &op));
      g_assert_cmpint (op, ==, RS_OPERATOR_ABOUT);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dataset/target/operators", test_operators);
  g_test_add_func ("/dataset/target/unknown", test_unknown);
  return g_test_run ();
}
