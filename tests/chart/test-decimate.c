/* SPDX-License-Identifier: GPL-3.0-or-later
 * Long lines in few points, on invented ones. */
#include "config.h"

#include "chart/decimate.h"

#include <math.h>
#include <string.h>

#define MAX_POINTS 4000
#define N_RANDOM 100

/* Points as "x,y x,y | x,y": the bar is a separator. */
static guint
read_points (const char *text, RsPoint *points)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      char *end;

      if (words[i][0] == '\0')
        continue;
      points[n] = (RsPoint){ NAN, NAN };
      if (words[i][0] != '|')
        {
          points[n].x = g_ascii_strtod (words[i], &end);
          g_assert_cmpint (*end, ==, ',');
          points[n].y = g_ascii_strtod (end + 1, NULL);
        }
      n++;
    }
  return n;
}

static char *
write_points (const RsPoint *points, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_string_append (text, i > 0 ? " " : "");
      if (isfinite (points[i].x) && isfinite (points[i].y))
        g_string_append_printf (text, "%g,%g", points[i].x, points[i].y);
      else
        g_string_append_c (text, '|');
    }
  return g_string_free (text, FALSE);
}

static void
test_table (void)
{
  const struct
  {
    const char *points;
    double column_px;
    const char *kept;
  } cases[] = {
    { "", 1, "" },
    { "0,5", 1, "0,5" },
    { "0,5 1,6 2,7", 1, "0,5 1,6 2,7" },
    /* First, lowest, highest, last. */
    { "0,5 0.1,9 0.2,5 0.3,1 0.4,5 0.5,6", 1, "0,5 0.1,9 0.3,1 0.5,6" },
    /* Each column by itself, also left of zero. */
    { "-0.5,1 -0.4,2 -0.3,3 0,1 0.1,2 0.2,3", 1, "-0.5,1 -0.3,3 0,1 0.2,3" },
    { "0,1 0.1,2 0.2,3 0.5,4 0.6,5 0.7,6", 0.5, "0,1 0.2,3 0.5,4 0.7,6" },
    { "0,1 1,2 2,3 3,4", 4, "0,1 3,4" },
    /* Where all are alike, two are enough. */
    { "0,5 0.1,5 0.2,5 0.3,5", 1, "0,5 0.3,5" },
    /* Gaps stay, in one column and between two, and are one however long. */
    { "0,1 0.1,2 | 0.3,3 0.4,4", 1, "0,1 0.1,2 | 0.3,3 0.4,4" },
    { "0,1 0.1,2 | | | 5,3 5.1,4", 1, "0,1 0.1,2 | 5,3 5.1,4" },
    { "| 0,1 | 0.2,9 | 3,1", 1, "0,1 | 0.2,9 | 3,1" },
    { "inf,1 0,1 0.1,nan 0.2,2 0.3,-inf 0.4,inf", 1, "0,1 | 0.2,2 |" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RsPoint points[32];
      guint n = read_points (cases[i].points, points);
      guint kept = rs_decimate (points, n, cases[i].column_px);
      g_autofree char *text = write_points (points, kept);

      g_assert_cmpstr (text, ==, cases[i].kept);
    }
}

/* Where the line goes in each column: from the lowest to the highest it comes there, with the
 * places at which it crosses into and out of the column. */
typedef struct
{
  double low, high;
} Extent;

static void
extend (Extent *extents, int column, double y)
{
  if (column < 0 || column >= MAX_POINTS)
    return;
  extents[column].low = MIN (extents[column].low, y);
  extents[column].high = MAX (extents[column].high, y);
}

static void
measure_extents (const RsPoint *points, guint n, Extent *extents)
{
  for (int i = 0; i < MAX_POINTS; i++)
    extents[i] = (Extent){ HUGE_VAL, -HUGE_VAL };
  for (guint i = 0; i < n; i++)
    {
      if (!isfinite (points[i].x) || !isfinite (points[i].y))
        continue;
      extend (extents, (int) floor (points[i].x), points[i].y);
      if (i == 0 || !isfinite (points[i - 1].x) || !isfinite (points[i - 1].y))
        continue;
      for (double x = floor (points[i - 1].x) + 1; x <= points[i].x; x++)
        {
          double share = (x - points[i - 1].x) / (points[i].x - points[i - 1].x);
          double y = points[i - 1].y + share * (points[i].y - points[i - 1].y);

          extend (extents, (int) x - 1, y);
          extend (extents, (int) x, y);
        }
    }
}

static guint
make_random (GRand *rand, RsPoint *points)
{
  const guint n = (guint) g_rand_int_range (rand, 0, MAX_POINTS);
  const double step = g_rand_double_range (rand, 0.001, 0.4);
  const double noise = g_rand_boolean (rand) ? 300 : 3;
  const double gaps = g_rand_boolean (rand) ? 0 : g_rand_double (rand);

  for (guint i = 0; i < n; i++)
    {
      points[i] = (RsPoint){ i * step, 300 + 200 * sin (i * step / 40) +
                                         g_rand_double_range (rand, -noise, noise) };
      if (g_rand_double (rand) < gaps * 0.5)
        points[i].y = NAN;
    }
  return n;
}

/* Of one line without gaps, every column has the same extent; with gaps too, as parts that are
 * pooled overlap. Nothing is invented: each point that is kept is one of the line. */
static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260101);
  g_autofree RsPoint *points = g_new (RsPoint, MAX_POINTS);
  g_autofree RsPoint *all = g_new (RsPoint, MAX_POINTS);
  g_autofree Extent *before = g_new (Extent, MAX_POINTS);
  g_autofree Extent *after = g_new (Extent, MAX_POINTS);

  for (int run = 0; run < N_RANDOM; run++)
    {
      guint n = make_random (rand, points);
      guint kept;

      memcpy (all, points, n * sizeof *points);
      measure_extents (points, n, before);
      kept = rs_decimate (points, n, 1);
      measure_extents (points, kept, after);
      g_assert_cmpuint (kept, <=, n);
      for (int i = 0; i < MAX_POINTS; i++)
        {
          g_assert_cmpfloat (before[i].low, ==, after[i].low);
          g_assert_cmpfloat (before[i].high, ==, after[i].high);
        }
      for (guint i = 0; i < kept; i++)
        {
          gboolean found = !isfinite (points[i].y);

          for (guint j = 0; j < n && !found; j++)
            found = all[j].x == points[i].x && all[j].y == points[i].y;
          g_assert_true (found);
        }
    }
}

/* The line never runs across a gap that was there: of two points that are neighbours afterwards,
 * none between them was missing. */
static void
test_gaps (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autofree RsPoint *points = g_new (RsPoint, MAX_POINTS);
  g_autofree RsPoint *all = g_new (RsPoint, MAX_POINTS);

  for (int run = 0; run < N_RANDOM; run++)
    {
      guint n = make_random (rand, points);
      guint kept;
      guint from = 0;

      memcpy (all, points, n * sizeof *points);
      kept = rs_decimate (points, n, 1);
      for (guint i = 1; i < kept; i++)
        {
          guint missing = 0;

          /* Within one column parts that overlap may be pooled. */
          if (!isfinite (points[i].y) || !isfinite (points[i - 1].y) ||
              floor (points[i].x) == floor (points[i - 1].x))
            continue;
          while (all[from].x != points[i - 1].x)
            from++;
          for (guint j = from; all[j].x != points[i].x; j++)
            missing += isfinite (all[j].y) ? 0 : 1;
          g_assert_cmpuint (missing, ==, 0);
        }
    }
}

/* However many points there are, the number that is left goes by the width. */
static void
test_counts (void)
{
  const guint n = 1000000;
  const double width = 1200;
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autofree RsPoint *points = g_new (RsPoint, n);
  guint kept;

  for (guint i = 0; i < n; i++)
    points[i] = (RsPoint){ width * i / n, g_rand_double_range (rand, 0, 600) };
  kept = rs_decimate (points, n, 1);
  g_assert_cmpuint (kept, <=, 4 * (guint) width);
  g_assert_cmpuint (kept, >, 2 * (guint) width);

  /* Every third one missing: 333 parts a column. */
  for (guint i = 0; i < n; i++)
    {
      points[i] = (RsPoint){ width * i / n, g_rand_double_range (rand, 0, 600) };
      if (i % 3 == 2)
        points[i].y = NAN;
    }
  kept = rs_decimate (points, n, 1);
  g_assert_cmpuint (kept, <=, 30 * (guint) width);

  /* Nothing but gaps. */
  for (guint i = 0; i < n; i++)
    points[i] = (RsPoint){ width * i / n, NAN };
  g_assert_cmpuint (rs_decimate (points, n, 1), ==, 0);
}

/* A line that is thinned already stays as it is. */
static void
test_twice (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autofree RsPoint *points = g_new (RsPoint, MAX_POINTS);

  for (int run = 0; run < N_RANDOM; run++)
    {
      guint n = rs_decimate (points, make_random (rand, points), 1);
      g_autofree char *once = write_points (points, n);
      g_autofree char *twice = NULL;

      n = rs_decimate (points, n, 1);
      twice = write_points (points, n);
      g_assert_cmpstr (once, ==, twice);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/decimate/table", test_table);
  g_test_add_func ("/chart/decimate/random", test_random);
  g_test_add_func ("/chart/decimate/gaps", test_gaps);
  g_test_add_func ("/chart/decimate/counts", test_counts);
  g_test_add_func ("/chart/decimate/twice", test_twice);
  return g_test_run ();
}
