/* SPDX-License-Identifier: GPL-3.0-or-later
 * Thousands of random models, each laid out and held against the rules of charts.
 *
 * RENSHE_PROPERTY_RUNS says how many, RENSHE_PROPERTY_SEED where to begin. All figures are
 * invented. */
#include "config.h"

#include <math.h>

#include "lib/fixed-metrics.h"
#include "scene-rules.h"

#define DEFAULT_RUNS 2000
#define DEFAULT_SEED 1
/* After so many failing seeds the rest is not worth the time. */
#define MAX_FAILURES 100
/* Nothing is promised of lower pictures: in a hall text shrinks with the height. */
#define LEAST_HEIGHT_PX 150.0
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
  else if (failures[0] == '\0' && seed % SOMETIMES == 1 && height >= LEAST_HEIGHT_PX)
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

/* Models that once broke a rule, by what they taught. */
typedef struct
{
  const char *name;
  guint64 seed;
} Lesson;

static const Lesson lessons[] = {
  /* Labels of 300 digits take the room of the chart: powers of ten. */
  { "huge-ticks", 4949 },
  { "huge-ticks-of-lines", 3676 },
  /* Weeks of years compared began before the axis did. */
  { "weeks-of-a-year", 16119 },
  /* A target in January reached out of the area, and out of the picture. */
  { "target-in-january", 5367 },
  /* The tick of a target covered the name of a year. */
  { "target-on-a-name", 40257 },
  /* Zero and less have no place on a scale of ratios. */
  { "zero-on-a-logarithmic-scale", 422 },
  { "target-below-a-logarithmic-scale", 140 },
  /* Words at breaks were written before the markers that covered them. */
  { "marker-on-a-break", 184 },
  { "dot-on-a-break", 19 },
  { "marker-on-a-break-of-a-slope", 706 },
  /* Legend and names left the chart itself no room, while the notes had theirs. */
  { "chart-in-vain", 24203 },
  /* A value broader than its column had its cursor left of the picture. */
  { "long-value-in-a-list", 43169 },
  /* A sample of the legend was drawn though its word had no room. */
  { "legend-out-of-the-picture", 1138 },
  { "legend-on-the-sources", 469 },
  { "rows-out-of-the-picture", 24009 },
  /* Targets were drawn beyond a track that has no width. */
  { "target-beyond-a-ranking", 10309 },
  { "target-beyond-a-bullet", 15769 },
  { "stop-beyond-a-ranking", 26881 },
  { "bars-without-a-track", 76169 },
  /* The arrow of an open bound left the picture. */
  { "open-bound", 8841 },
  /* Names of small charts lay under markers at their tops. */
  { "marker-on-a-name", 193 },
  { "point-on-a-target", 3866 },
  { "marker-on-a-target", 62757 },
  { "target-on-a-target", 82733 },
  /* A large marker at the foot reached into the labels of years. */
  { "marker-on-a-year", 2185 },
  { "dot-on-a-year", 391 },
  { "sample-on-a-number", 10595 },
  /* Words lay on the fill of areas. */
  { "break-on-an-area", 78247 },
  /* Figures at the edge had a cursor that left the picture. */
  { "ring-at-the-edge", 62537 },
  /* Panels that are narrower than their gaps had a height below zero. */
  { "height-below-zero", 63431 },
  { "small-charts-in-vain", 45706 },
  /* Neither the colour of text nor that of the card stands out on middle tones. */
  { "middle-tones", 101470 },
};

static void
test_lesson (gconstpointer data)
{
  const Lesson *lesson = data;
  g_autofree char *failures = check_seed (lesson->seed);

  if (failures[0] != '\0')
    {
      g_test_message ("%s", failures);
      g_test_fail ();
    }
}

/* The sequence is that of splitmix64, on every machine. */
static void
test_generator (void)
{
  RsRandom random = { 0 };

  g_assert_cmphex (rs_random_next (&random), ==, G_GUINT64_CONSTANT (0xe220a8397b1dcdaf));
  g_assert_cmphex (rs_random_next (&random), ==, G_GUINT64_CONSTANT (0x6e789e6aa1b965f4));
  g_assert_cmphex (rs_random_next (&random), ==, G_GUINT64_CONSTANT (0x06c45d188009454f));
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
  g_test_add_func ("/chart/layout-property/generator", test_generator);
  g_test_add_func ("/chart/layout-property/same-seed", test_same_seed);
  g_test_add_func ("/chart/layout-property/random", test_random);
  for (guint i = 0; i < G_N_ELEMENTS (lessons); i++)
    {
      g_autofree char *path = g_strdup_printf ("/chart/layout-property/lesson/%s", lessons[i].name);

      g_test_add_data_func (path, &lessons[i], test_lesson);
    }
  return g_test_run ();
}
