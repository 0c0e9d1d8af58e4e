/* SPDX-License-Identifier: GPL-3.0-or-later
 * Logarithmic scales and their ticks, with domains that no publisher would dare. */
#include "config.h"

#include <float.h>
#include <math.h>

#include "chart/scale.h"
#include "random-model.h"

static void
test_map (void)
{
  RsScale scale;

  rs_scale_init_log (&scale, 1, 1000, 300, 0);
  g_assert_cmpint (scale.type, ==, RS_SCALE_LOG);
  g_assert_cmpfloat_with_epsilon (rs_scale_map (&scale, 1), 300, 1e-9);
  g_assert_cmpfloat_with_epsilon (rs_scale_map (&scale, 10), 200, 1e-9);
  g_assert_cmpfloat_with_epsilon (rs_scale_map (&scale, 1000), 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (rs_scale_unmap (&scale, 100), 100, 1e-9);
  /* Equal ratios are equal distances. */
  g_assert_cmpfloat_with_epsilon (rs_scale_map (&scale, 3) - rs_scale_map (&scale, 6),
                                  rs_scale_map (&scale, 300) - rs_scale_map (&scale, 600), 1e-9);
}

/* Zero and less have no place, and are not put at another. */
static void
test_no_place (void)
{
  static const double values[] = { 0, -0.0, -1, -1e300, NAN, INFINITY, -INFINITY };
  RsScale scale, linear;

  rs_scale_init_log (&scale, 1, 1000, 300, 0);
  rs_scale_init (&linear, 1, 1000, FALSE, 300, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_assert_false (rs_scale_can_map (&scale, values[i]));
      g_assert_cmpint (rs_scale_can_map (&linear, values[i]), ==, isfinite (values[i]) != 0);
      if (!(values[i] > 0))
        g_assert_true (isnan (rs_scale_map (&scale, values[i])));
    }
  g_assert_true (rs_scale_can_map (&scale, 4.9e-324));
}

typedef struct
{
  double min, max, factor;
  guint max_ticks;
  const char *labels; /* in display units */
} TickCase;

static const TickCase tick_cases[] = {
  { 1, 100, 1, 7, "1 2 5 10 20 50 100" },
  { 1, 1000, 1, 7, "1 10 100 1000" },
  { 3, 800, 1, 7, "10 100 1000" },
  { 31, 39, 1, 7, "20 50" },
  { 50, 50, 1, 7, "20 50 100" },
  { 0.02, 2, 1, 7, "0.02 0.05 0.1 0.2 0.5 1 2" },
  { 0.02, 3, 1, 4, "0.1 1" },
  /* Stored in persons, shown in ten thousands. */
  { 90000, 1800000, 1e-4, 7, "5 10 20 50 100 200" },
  { 1, 1e12, 1, 7, "1 100 10000 1000000 100000000 10000000000 1000000000000" },
  { 1, 1e12, 1, 5, "1 100000 10000000000" },
};

static void
test_ticks (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tick_cases); i++)
    {
      const TickCase *c = &tick_cases[i];
      g_autoptr (GString) labels = g_string_new (NULL);
      RsTicks ticks;
      RsScale scale;

      rs_scale_init_log (&scale, c->min, c->max, 0, 100);
      rs_scale_nice (&scale, c->factor, c->max_ticks);
      rs_ticks_init_for_scale (&ticks, &scale, c->factor, c->max_ticks);
      for (guint t = 0; t < ticks.n; t++)
        {
          char buffer[64];

          g_snprintf (buffer, sizeof buffer, "%.*f", rs_ticks_get_decimals (&ticks, t),
                      ticks.values[t] * c->factor);
          g_string_append_printf (labels, "%s%s", t > 0 ? " " : "", buffer);
        }
      g_test_message ("%g to %g", c->min, c->max);
      g_assert_cmpstr (labels->str, ==, c->labels);
      rs_ticks_clear (&ticks);
      g_assert_null (ticks.exponents);
    }
}

/* 1, 2 or 5 times a power of ten. */
static gboolean
is_nice (double value)
{
  double mantissa = pow (10, log10 (value) - floor (log10 (value) + 1e-9));

  return fabs (mantissa - 1) < 1e-6 || fabs (mantissa - 2) < 1e-6 || fabs (mantissa - 5) < 1e-6;
}

static void
check_domain (double min, double max, double factor, guint max_ticks)
{
  RsScale scale;
  RsTicks ticks;

  rs_scale_init_log (&scale, min, max, 500, 0);
  g_assert_cmpfloat (scale.min, >, 0);
  g_assert_cmpfloat (scale.max, >, scale.min);
  g_assert_true (isfinite (scale.max));
  max_ticks = MAX (max_ticks, 3);
  rs_scale_nice (&scale, factor, max_ticks);
  rs_ticks_init_for_scale (&ticks, &scale, factor, max_ticks);
  g_assert_cmpuint (ticks.n, >=, 2);
  g_assert_cmpuint (ticks.n, <=, max_ticks);
  for (guint i = 0; i < ticks.n; i++)
    {
      double y = rs_scale_map (&scale, ticks.values[i]);

      g_assert_true (isfinite (ticks.values[i]) && ticks.values[i] > 0);
      g_assert_true (is_nice (ticks.values[i] * factor));
      g_assert_cmpfloat (y, >=, -1e-6);
      g_assert_cmpfloat (y, <=, 500 + 1e-6);
      if (i > 0)
        g_assert_cmpfloat (ticks.values[i], >, ticks.values[i - 1]);
    }
  /* Figures that have a place have it between the ends. */
  if (min > 1e-300 && max < 1e300 && min <= max)
    {
      g_assert_cmpfloat (rs_scale_map (&scale, min), <=, 500 + 1e-6);
      g_assert_cmpfloat (rs_scale_map (&scale, max), >=, -1e-6);
    }
  rs_ticks_clear (&ticks);
}

static void
test_properties (void)
{
  static const double factors[] = { 1, 1e-4, 1e-8, 10, 1e4 };
  RsRandom random = { 20211231 };

  for (int round = 0; round < 20000; round++)
    {
      double a = rs_random_between (&random, 1, 99999);
      double min = a * pow (10, rs_random_between (&random, -12, 12));
      double max = min * (1 + rs_random_between (&random, 0, 9999) / 100.0) *
                   pow (10, rs_random_one_in (&random, 3) ? rs_random_between (&random, 0, 20) : 0);

      check_domain (min, max, factors[rs_random_between (&random, 0, 4)],
                    (guint) rs_random_between (&random, 2, RS_TICKS_MAX));
    }
}

/* All missing, one point, reversed, infinite, denormal: something that can be drawn. */
static void
test_degenerate_domains (void)
{
  static const double values[] = {
    0,     -0.0,    1,        -1,       75.1,     1e-300,    1e300, -1e300,   DBL_MAX,
    1e150, DBL_MIN, 4.9e-324, 1e-150,   INFINITY, -INFINITY, NAN,   0.999999, 1.0000000000000002,
    9.99,  10.01,   1e15,     -DBL_MAX,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (values); j++)
      for (guint n = 2; n <= RS_TICKS_MAX; n++)
        {
          check_domain (values[i], values[j], 1, n);
          check_domain (values[i], values[j], 1e-4, n);
        }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/scale-log/map", test_map);
  g_test_add_func ("/chart/scale-log/no-place", test_no_place);
  g_test_add_func ("/chart/scale-log/ticks", test_ticks);
  g_test_add_func ("/chart/scale-log/properties", test_properties);
  g_test_add_func ("/chart/scale-log/degenerate-domains", test_degenerate_domains);
  return g_test_run ();
}
