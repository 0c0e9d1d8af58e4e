/* SPDX-License-Identifier: GPL-3.0-or-later
 * Thousands of random models, each laid out and held against the rules of charts.
 *
 * RENSHE_PROPERTY_RUNS says how many, RENSHE_PROPERTY_SEED where to begin. All figures are
 * invented. */
#include "config.h"

#include <math.h>

#include "lib/fixed-metrics.h"
#include "scene-rules.h"

#define DEFAULT_RUNS 2500
#define DEFAULT_SEED 1
/* After so many failing seeds the rest is not worth the time. */
#define MAX_FAILURES 40000
/* Costly checks are made on one model in so many. */
#define SOMETIMES 8

/* What fails, a rule a line; "" for nothing. (transfer full) */
static char *
check_seed (guint64 seed)
{
  RsRandomModel model;
  g_autofree char *failures = NULL;
  RsFigureOptions natural;
  double height;

  rs_random_model_init (&model, seed);
  failures = rs_test_check_figure (&model, &model.options);
  height = rs_figure_get_natural_height (model.frame, &model.options, rs_fixed_metrics_get ());
  if (!(height > 0) || !isfinite (height))
    {
      g_free (failures);
      failures = g_strdup_printf ("  natural height: %g\n", height);
    }
  else if (failures[0] == '\0' && seed % SOMETIMES == 1)
    {
      natural = model.options;
      natural.height_px = height;
      g_free (failures);
      failures = rs_test_check_figure (&model, &natural);
    }
  if (failures[0] != '\0')
    {
      char *text = g_strdup_printf ("%s\n%s", model.what, failures);

      rs_random_model_clear (&model);
      return text;
    }
  rs_random_model_clear (&model);
  return g_steal_pointer (&failures);
}

static guint64
get_setting (const char *name, guint64 otherwise)
{
  const char *text = g_getenv (name);
  guint64 value;

  if (text != NULL && g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT64, &value, NULL))
    return value;
  return otherwise;
}

static void
test_random (void)
{
  guint64 seed = get_setting ("RENSHE_PROPERTY_SEED", DEFAULT_SEED);
  guint64 runs = get_setting ("RENSHE_PROPERTY_RUNS", DEFAULT_RUNS);
  guint n_failed = 0;

  g_test_message ("%" G_GUINT64_FORMAT " models from seed %" G_GUINT64_FORMAT, runs, seed);
  for (guint64 i = 0; i < runs && n_failed < MAX_FAILURES; i++)
    {
      g_autofree char *failures = check_seed (seed + i);

      if (failures[0] == '\0')
        continue;
      n_failed++;
      g_test_message ("%s", failures);
    }
  g_assert_cmpuint (n_failed, ==, 0);
}

/* The same seed is the same model. */
static void
test_same_seed (void)
{
  for (guint64 seed = 1; seed <= 20; seed++)
    {
      char *texts[2] = { NULL, NULL };

      for (guint i = 0; i < 2; i++)
        {
          g_autoptr (RsScene) scene = NULL;
          RsRandomModel model;

          rs_random_model_init (&model, seed);
          scene = rs_figure_new (model.frame, &model.options, rs_fixed_metrics_get ());
          texts[i] = rs_scene_to_text (scene);
          rs_random_model_clear (&model);
        }
      g_assert_cmpstr (texts[0], ==, texts[1]);
      g_free (texts[0]);
      g_free (texts[1]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/layout-property/same-seed", test_same_seed);
  g_test_add_func ("/chart/layout-property/random", test_random);
  return g_test_run ();
}
