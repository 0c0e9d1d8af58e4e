/* SPDX-License-Identifier: GPL-3.0-or-later
 * Scales of bands and of time. */
#include "config.h"

#include <math.h>

#include "base/period.h"
#include "chart/scale.h"

static void
test_bands (void)
{
  RsBandScale bands;

  rs_band_scale_init (&bands, 3, 10, 100, 420);
  g_assert_cmpfloat_with_epsilon (bands.size_px, 100, 1e-9);
  g_assert_cmpfloat_with_epsilon (rs_band_scale_map (&bands, 0), 100, 1e-9);
  g_assert_cmpfloat_with_epsilon (rs_band_scale_map (&bands, 2), 320, 1e-9);
  g_assert_cmpint (rs_band_scale_unmap (&bands, 100), ==, 0);
  g_assert_cmpint (rs_band_scale_unmap (&bands, 204), ==, 0);
  g_assert_cmpint (rs_band_scale_unmap (&bands, 206), ==, 1);
  g_assert_cmpint (rs_band_scale_unmap (&bands, -1e9), ==, 0);
  g_assert_cmpint (rs_band_scale_unmap (&bands, 1e9), ==, 2);
  g_assert_cmpint (rs_band_scale_unmap (&bands, NAN), ==, 0);
}

/* Bands lie in their room, in order, apart, for any number of them and any room. */
static void
test_degenerate_bands (void)
{
  static const double places[] = { 0, 1, -50, 1e6, 1e-300, NAN, INFINITY, -INFINITY };
  static const double gaps[] = { 0, 8, -1, 1e9, NAN };
  static const guint numbers[] = { 0, 1, 2, 7, 100000 };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (places); j++)
      for (gsize g = 0; g < G_N_ELEMENTS (gaps); g++)
        for (gsize k = 0; k < G_N_ELEMENTS (numbers); k++)
          {
            guint n = numbers[k];
            RsBandScale bands;

            rs_band_scale_init (&bands, n, gaps[g], places[i], places[j]);
            g_assert_true (isfinite (bands.size_px) && bands.size_px >= 0);
            g_assert_cmpint (rs_band_scale_unmap (&bands, places[j]), <, (int) MAX (n, 1));
            if (n == 0)
              {
                g_assert_cmpint (rs_band_scale_unmap (&bands, 1), ==, -1);
                continue;
              }
            for (guint band = 0; band < MIN (n, 8); band++)
              {
                double at = rs_band_scale_map (&bands, band);

                g_assert_true (isfinite (at));
                if (isfinite (places[i]) && isfinite (places[j]) && places[i] <= places[j])
                  {
                    g_assert_cmpfloat (at, >=, places[i]);
                    g_assert_cmpfloat (at + bands.size_px, <=, places[j] + 1e-6);
                  }
                if (bands.size_px > 1e-6)
                  g_assert_cmpint (rs_band_scale_unmap (&bands, at + bands.size_px / 2), ==,
                                   (int) band);
              }
          }
}

/* A missing year leaves its space (R13). */
static void
test_time_is_proportional (void)
{
  const RsTimeScale time = { 2010, 2030, 40, 640 };
  double from = rs_time_scale_map (&time, 2019.5);

  g_assert_cmpfloat_with_epsilon (rs_time_scale_map (&time, 2021.5) - from,
                                  2 * (rs_time_scale_map (&time, 2020.5) - from), 1e-9);
  g_assert_cmpfloat_with_epsilon (rs_time_scale_get_length (&time, 1), 30, 1e-9);
  g_assert_cmpfloat_with_epsilon (rs_time_scale_map (&time, 2010), 40, 1e-9);
  g_assert_cmpfloat_with_epsilon (rs_time_scale_map (&time, 2030), 640, 1e-9);
}

/* Leap years and the lengths of months do not make a later day lie before an earlier one. */
static void
test_time_is_monotone (void)
{
  const RsTimeScale time = { 2019, 2022, 0, 1000 };
  RsPeriod day = { RS_PERIOD_DAY, 2019, 1 };
  double before = -1;

  for (; day.year < 2022; day = rs_period_add (day, 1))
    {
      double at = rs_time_scale_map (&time, rs_period_start (day));

      g_assert_cmpfloat (at, >, before);
      before = at;
    }
}

static void
test_time_steps (void)
{
  const RsTimeScale time = { 2000, 2020, 0, 400 };

  g_assert_cmpint (rs_time_scale_choose_step (&time, 20), ==, 1);
  g_assert_cmpint (rs_time_scale_choose_step (&time, 21), ==, 2);
  g_assert_cmpint (rs_time_scale_choose_step (&time, 75), ==, 4);
  g_assert_cmpint (rs_time_scale_choose_step (&time, 101), ==, 10);
  g_assert_cmpint (rs_time_scale_choose_step (&time, 1e9), ==, 1000);
}

/* One moment, none, or the end before the start: everything in the middle. */
static void
test_degenerate_time (void)
{
  static const RsTimeScale scales[] = {
    { 2020, 2020, 0, 100 },      { 2021, 2020, 0, 100 }, { NAN, 2020, 0, 100 },
    { 2020, NAN, 0, 100 },       { NAN, NAN, 0, 100 },   { 2020, INFINITY, 0, 100 },
    { -INFINITY, 2020, 0, 100 }, { 0, 0, 0, 100 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_assert_cmpfloat (rs_time_scale_map (&scales[i], 2020), ==, 50);
      g_assert_cmpfloat (rs_time_scale_get_length (&scales[i], 1), ==, 100);
      g_assert_cmpint (rs_time_scale_choose_step (&scales[i], 80), ==, 1);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/scale-band/bands", test_bands);
  g_test_add_func ("/chart/scale-band/degenerate-bands", test_degenerate_bands);
  g_test_add_func ("/chart/scale-band/time-is-proportional", test_time_is_proportional);
  g_test_add_func ("/chart/scale-band/time-is-monotone", test_time_is_monotone);
  g_test_add_func ("/chart/scale-band/time-steps", test_time_steps);
  g_test_add_func ("/chart/scale-band/degenerate-time", test_degenerate_time);
  return g_test_run ();
}
