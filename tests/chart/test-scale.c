/* SPDX-License-Identifier: GPL-3.0-or-later
 * Scales and ticks, with domains that no publisher would dare. */
#include "config.h"

#include <float.h>
#include <math.h>

#include "chart/scale.h"

static void
test_map (void)
{
  RsScale scale;

  rs_scale_init (&scale, 0, 80, TRUE, 400, 0);
  g_assert_cmpfloat_with_epsilon (rs_scale_map (&scale, 0), 400, 1e-9);
  g_assert_cmpfloat_with_epsilon (rs_scale_map (&scale, 80), 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (rs_scale_map (&scale, 60), 100, 1e-9);
  g_assert_cmpfloat_with_epsilon (rs_scale_unmap (&scale, 100), 60, 1e-9);
  g_assert_true (isnan (rs_scale_map (&scale, NAN)));
}

static void
test_unmap_on_no_length (void)
{
  RsScale scale;

  rs_scale_init (&scale, 10, 20, FALSE, 50, 50);
  g_assert_cmpfloat (rs_scale_unmap (&scale, 50), ==, 10);
}

static void
test_from_zero (void)
{
  RsScale scale;

  rs_scale_init (&scale, 60, 80, TRUE, 0, 1);
  g_assert_cmpfloat (scale.min, ==, 0);
  g_assert_cmpfloat (scale.max, ==, 80);
  rs_scale_init (&scale, -5, -2, TRUE, 0, 1);
  g_assert_cmpfloat (scale.min, ==, -5);
  g_assert_cmpfloat (scale.max, ==, 0);
  rs_scale_init (&scale, 0, 0, TRUE, 0, 1);
  g_assert_cmpfloat (scale.min, ==, 0);
  g_assert_cmpfloat (scale.max, ==, 1);
  rs_scale_init (&scale, NAN, NAN, TRUE, 0, 1);
  g_assert_cmpfloat (scale.min, ==, 0);
  g_assert_cmpfloat (scale.max, ==, 1);
  rs_scale_init (&scale, 60, 80, FALSE, 0, 1);
  g_assert_cmpfloat (scale.min, ==, 60);
}

typedef struct
{
  double min, max, factor;
  guint max_ticks;
  const char *labels; /* in display units */
} TickCase;

static const TickCase tick_cases[] = {
  { 0, 80, 1, 5, "0 20 40 60 80" },
  { 0, 80, 1, 7, "0 20 40 60 80" },
  { 80, 100, 1, 6, "80 85 90 95 100" },
  { 0, 1, 1, 7, "0.0 0.2 0.4 0.6 0.8 1.0" },
  { 0, 0.3, 1, 4, "0.0 0.1 0.2 0.3" },
  { -1, 1, 1, 5, "-1.0 -0.5 0.0 0.5 1.0" },
  { 4.9, 6.2, 1, 5, "5.0 5.5 6.0" },
  /* Stored in persons, shown in ten thousands: whole ten thousands, not whole thousands. */
  { 0, 751000, 1e-4, 5, "0 20 40 60" },
  /* Stored in ten thousands, shown in thousands. */
  { 0, 75.1, 10, 5, "0 200 400 600" },
  { 0, 2494, 1e-2, 7, "0 5 10 15 20" },
  /* A domain that was made nice for two steps keeps them. */
  { 0, 5, 1, 3, "0 5" },
};

static void
test_ticks (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tick_cases); i++)
    {
      const TickCase *c = &tick_cases[i];
      g_autoptr (GString) labels = g_string_new (NULL);
      RsTicks ticks;

      rs_ticks_init (&ticks, c->min, c->max, c->factor, c->max_ticks);
      for (guint t = 0; t < ticks.n; t++)
        {
          char buffer[64];

          g_snprintf (buffer, sizeof buffer, "%.*f", ticks.decimals, ticks.values[t] * c->factor);
          g_string_append_printf (labels, "%s%s", t > 0 ? " " : "", buffer);
        }
      g_assert_cmpstr (labels->str, ==, c->labels);
      rs_ticks_clear (&ticks);
      g_assert_cmpuint (ticks.n, ==, 0);
      g_assert_null (ticks.values);
    }
}

static void
test_ticks_are_exact (void)
{
  RsTicks ticks;

  /* 0.3 is 0.3 and not 3 × 0.1. */
  rs_ticks_init (&ticks, 0, 0.6, 1, 7);
  g_assert_cmpuint (ticks.n, ==, 7);
  g_assert_cmpfloat (ticks.values[3], ==, 0.3);
  g_assert_cmpfloat (ticks.values[6], ==, 0.6);
  rs_ticks_clear (&ticks);
  /* 600,000 persons are whole persons, though they were found as 0.6 million. */
  rs_ticks_init (&ticks, 0, 700000, 1e-6, 7);
  for (guint i = 0; i < ticks.n; i++)
    g_assert_cmpfloat (ticks.values[i], ==, round (ticks.values[i]));
  rs_ticks_clear (&ticks);
}

/* A mantissa of 1, 2 or 5 within rounding. */
static gboolean
is_nice_step (double step)
{
  double mantissa = step / pow (10, floor (log10 (step) + 1e-9));

  return fabs (mantissa - 1) < 1e-6 || fabs (mantissa - 2) < 1e-6 || fabs (mantissa - 5) < 1e-6;
}

static void
check_ticks (double min, double max, double factor, guint max_ticks)
{
  double span;
  RsScale scale;
  RsTicks ticks;

  rs_scale_init (&scale, min, max, FALSE, 0, 100);
  g_assert_true (isfinite (scale.min) && isfinite (scale.max));
  g_assert_cmpfloat (scale.min, <, scale.max);
  span = scale.max - scale.min;
  g_assert_true (isfinite (span));

  rs_ticks_init (&ticks, min, max, factor, max_ticks);
  g_assert_cmpuint (ticks.n, >=, 1);
  g_assert_cmpuint (ticks.n, <=, max_ticks);
  for (guint i = 0; i < ticks.n; i++)
    {
      double value = ticks.values[i];

      g_assert_true (isfinite (value));
      g_assert_false (value == 0 && signbit (value));
      g_assert_cmpfloat (value, >=, scale.min - span * 1e-5);
      g_assert_cmpfloat (value, <=, scale.max + span * 1e-5);
      if (i > 0)
        {
          g_assert_cmpfloat (value, >, ticks.values[i - 1]);
          g_assert_true (is_nice_step ((value - ticks.values[i - 1]) * factor));
        }
    }
  rs_ticks_clear (&ticks);

  max_ticks = MAX (max_ticks, 3);
  rs_scale_nice (&scale, factor, max_ticks);
  g_assert_cmpfloat (scale.min, <, scale.max);
  rs_ticks_init (&ticks, scale.min, scale.max, factor, max_ticks);
  g_assert_cmpuint (ticks.n, >=, 2);
  g_assert_cmpuint (ticks.n, <=, max_ticks);
  span = scale.max - scale.min;
  g_assert_cmpfloat (fabs (ticks.values[0] - scale.min), <=, span * 1e-5);
  g_assert_cmpfloat (fabs (ticks.values[ticks.n - 1] - scale.max), <=, span * 1e-5);
  rs_ticks_clear (&ticks);
}

static void
test_properties (void)
{
  static const double factors[] = { 1, 1e-4, 1e-8, 10, 1e4 };
  g_autoptr (GRand) random = g_rand_new_with_seed (20211231);

  for (int round = 0; round < 20000; round++)
    {
      double magnitude = pow (10, g_rand_double_range (random, -9, 12));
      double a = g_rand_double_range (random, -1, 1) * magnitude;
      double b = g_rand_int_range (random, 0, 4) == 0
                   ? 0
                   : a + g_rand_double_range (random, 0, 1) * magnitude;

      check_ticks (a, b, factors[g_rand_int_range (random, 0, G_N_ELEMENTS (factors))],
                   (guint) g_rand_int_range (random, 2, RS_TICKS_MAX + 1));
    }
}

static void
test_degenerate_domains (void)
{
  static const double values[] = {
    0,        -0.0,      1,        -1,      75.1,     1e-300,    1e300,
    -1e300,   DBL_MAX,   -DBL_MAX, DBL_MIN, 4.9e-324, -4.9e-324, 1.0000000000000002,
    INFINITY, -INFINITY, NAN,      1e15,    1e-9,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (values); j++)
      for (guint n = 2; n <= RS_TICKS_MAX; n++)
        check_ticks (values[i], values[j], 1, n);
}

static void
test_odd_arguments (void)
{
  static const double factors[] = { 0, -1, NAN, INFINITY, 1e-200, 1e200 };

  for (gsize i = 0; i < G_N_ELEMENTS (factors); i++)
    {
      RsTicks ticks;

      rs_ticks_init (&ticks, 0, 100, factors[i], 1000);
      g_assert_cmpuint (ticks.n, >=, 2);
      g_assert_cmpuint (ticks.n, <=, RS_TICKS_MAX);
      g_assert_cmpfloat (ticks.values[0], ==, 0);
      rs_ticks_clear (&ticks);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/scale/map", test_map);
  g_test_add_func ("/chart/scale/unmap-on-no-length", test_unmap_on_no_length);
  g_test_add_func ("/chart/scale/from-zero", test_from_zero);
  g_test_add_func ("/chart/ticks/table", test_ticks);
  g_test_add_func ("/chart/ticks/exact", test_ticks_are_exact);
  g_test_add_func ("/chart/ticks/properties", test_properties);
  g_test_add_func ("/chart/ticks/degenerate-domains", test_degenerate_domains);
  g_test_add_func ("/chart/ticks/odd-arguments", test_odd_arguments);
  return g_test_run ();
}
