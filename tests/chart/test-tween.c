/* SPDX-License-Identifier: GPL-3.0-or-later
 * From one scene to another: the ends are the scenes themselves, between them nothing is made up.
 */
#include "config.h"

#include "chart/tween.h"

#include <math.h>

#include "lib/fixed-metrics.h"

static const RsColor black = { 0, 0, 0, 1 };
static const RsColor red = { 1, 0, 0, 1 };
static const RsFont font = { 10, RS_WEIGHT_NORMAL, FALSE };

static RsMark *
add_text (RsScene *scene, RsPart part, double x, double y, const char *text)
{
  RsTextExtents extents =
    rs_text_metrics_measure (rs_fixed_metrics_get (), text, &font, RS_LANGUAGE_EN, 0, 1);

  return rs_scene_add_text (scene, part, (RsPoint){ x, y }, RS_ALIGN_START, text, &font, &black, 0,
                            1, &extents);
}

static void
add_bar (RsScene *scene, int point, double x, double height)
{
  rs_scene_add_rect (scene, RS_PART_BAR, rs_rect (x, 100 - height, 10, height), &red, NULL, 0)
    ->datum = (RsDatum){ 0, point };
}

static const RsMark *
find (const RsScene *scene, RsPart part, guint nth)
{
  for (guint i = 0; i < rs_scene_get_n_marks (scene); i++)
    if (rs_scene_get_mark (scene, i)->part == part && nth-- == 0)
      return rs_scene_get_mark (scene, i);
  return NULL;
}

static void
test_ends (void)
{
  g_autoptr (RsScene) a = rs_scene_new (200, 100, RS_LANGUAGE_EN);
  g_autoptr (RsScene) b = rs_scene_new (300, 100, RS_LANGUAGE_EN);
  static const double starts[] = { 0, -1, -INFINITY };
  static const double ends[] = { 1, 7, INFINITY, NAN };

  add_bar (a, 0, 10, 20);
  add_bar (b, 0, 10, 40);
  rs_scene_set_title (b, "after");
  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      g_autoptr (RsScene) scene = rs_scene_tween (a, b, starts[i]);

      g_assert_true (scene == a);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autoptr (RsScene) scene = rs_scene_tween (a, b, ends[i]);

      g_assert_true (scene == b);
    }
  {
    g_autoptr (RsScene) scene = rs_scene_tween (a, b, 0.5);

    g_assert_cmpfloat (rs_scene_get_width (scene), ==, 300);
    g_assert_cmpstr (rs_scene_get_title (scene), ==, "after");
    g_assert_cmpuint (rs_scene_get_n_stops (scene), ==, 0);
  }
}

/* A bar grows and wanders; its datum is that of the second scene. */
static void
test_rects_move (void)
{
  g_autoptr (RsScene) a = rs_scene_new (200, 100, RS_LANGUAGE_EN);
  g_autoptr (RsScene) b = rs_scene_new (200, 100, RS_LANGUAGE_EN);
  g_autoptr (RsScene) half = NULL;
  const RsMark *bar;

  add_bar (a, 0, 10, 20);
  add_bar (a, 1, 30, 50);
  add_bar (b, 0, 20, 40);
  add_bar (b, 1, 30, 50);
  half = rs_scene_tween (a, b, 0.25);
  bar = find (half, RS_PART_BAR, 0);
  g_assert_cmpfloat_with_epsilon (bar->bounds.x, 12.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (bar->bounds.height, 25, 1e-9);
  g_assert_cmpint (bar->datum.point, ==, 0);
  /* What stays where it is does not tremble. */
  bar = find (half, RS_PART_BAR, 1);
  g_assert_cmpfloat (bar->bounds.x, ==, 30);
  g_assert_cmpfloat (bar->bounds.y, ==, 50);
  g_assert_cmpuint (rs_scene_get_n_marks (half), ==, 2);
}

/* What has no partner fades; the one that vanishes is nothing's datum any more. */
static void
test_fading (void)
{
  g_autoptr (RsScene) a = rs_scene_new (200, 100, RS_LANGUAGE_EN);
  g_autoptr (RsScene) b = rs_scene_new (200, 100, RS_LANGUAGE_EN);
  double before_gone = 1, before_new = 0;

  add_bar (a, 3, 10, 20);
  add_bar (b, 4, 20, 40);
  for (guint i = 1; i < 20; i++)
    {
      g_autoptr (RsScene) scene = rs_scene_tween (a, b, i / 20.0);
      const RsMark *added, *gone;

      g_assert_cmpuint (rs_scene_get_n_marks (scene), ==, 2);
      added = find (scene, RS_PART_BAR, 0);
      gone = find (scene, RS_PART_BAR, 1);
      g_assert_cmpint (added->datum.point, ==, 4);
      g_assert_cmpint (gone->datum.point, ==, -1);
      g_assert_cmpfloat (added->fill.alpha, >, before_new);
      g_assert_cmpfloat (gone->fill.alpha, <, before_gone);
      before_new = added->fill.alpha;
      before_gone = gone->fill.alpha;
      g_assert_cmpfloat (gone->bounds.height, ==, 20);
      g_assert_cmpfloat (added->bounds.height, ==, 40);
    }
}

/* A number changes as a whole: never a third one, and never two over each other. */
static void
test_texts_are_never_made_up (void)
{
  g_autoptr (RsScene) a = rs_scene_new (200, 100, RS_LANGUAGE_EN);
  g_autoptr (RsScene) b = rs_scene_new (200, 100, RS_LANGUAGE_EN);

  add_text (a, RS_PART_VALUE, 10, 50, "10")->datum = (RsDatum){ 0, 0 };
  add_text (a, RS_PART_TICK, 10, 90, "2001");
  add_text (b, RS_PART_VALUE, 30, 20, "90")->datum = (RsDatum){ 0, 0 };
  add_text (b, RS_PART_TICK, 20, 90, "2001");
  for (guint i = 1; i < 40; i++)
    {
      g_autoptr (RsScene) scene = rs_scene_tween (a, b, i / 40.0);
      guint n_values = 0;

      for (guint m = 0; m < rs_scene_get_n_marks (scene); m++)
        {
          const RsMark *mark = rs_scene_get_mark (scene, m);

          if (mark->part == RS_PART_TICK)
            {
              g_assert_cmpstr (mark->text, ==, "2001");
              g_assert_cmpfloat (mark->fill.alpha, ==, 1);
              continue;
            }
          n_values++;
          g_assert_cmpstr (mark->text, ==, i < 20 ? "10" : "90");
          /* It goes with what it stands at. */
          g_assert_cmpfloat_with_epsilon (mark->anchor.x, 10 + 20 * i / 40.0, 1e-9);
        }
      g_assert_cmpuint (n_values, ==, i == 20 ? 0 : 1);
    }
}

static void
add_path (RsScene *scene, guint n, double y)
{
  rs_scene_begin_path (scene, RS_PART_LINE, NULL, &red, 2);
  rs_scene_move_to (scene, 0, y);
  for (guint i = 1; i < n; i++)
    rs_scene_line_to (scene, i * 10, y + i);
  rs_scene_end_path (scene)->datum = (RsDatum){ 0, -1 };
}

/* Paths of one build bend; others are two lines, one going and one coming. */
static void
test_paths (void)
{
  g_autoptr (RsScene) a = rs_scene_new (200, 100, RS_LANGUAGE_EN);
  g_autoptr (RsScene) b = rs_scene_new (200, 100, RS_LANGUAGE_EN);
  g_autoptr (RsScene) c = rs_scene_new (200, 100, RS_LANGUAGE_EN);
  g_autoptr (RsScene) bent = NULL;
  g_autoptr (RsScene) faded = NULL;
  const RsMark *mark;

  add_path (a, 4, 10);
  add_path (b, 4, 50);
  add_path (c, 3, 50);
  bent = rs_scene_tween (a, b, 0.5);
  g_assert_cmpuint (rs_scene_get_n_marks (bent), ==, 1);
  mark = rs_scene_get_mark (bent, 0);
  g_assert_cmpfloat_with_epsilon (rs_scene_get_points (bent)[mark->first_point + 3].y, 33, 1e-9);
  g_assert_cmpfloat (mark->stroke.alpha, ==, 1);
  faded = rs_scene_tween (a, c, 0.5);
  g_assert_cmpuint (rs_scene_get_n_marks (faded), ==, 2);
  g_assert_cmpfloat (rs_scene_get_mark (faded, 0)->stroke.alpha, ==, 0.5);
  g_assert_cmpfloat (rs_scene_get_mark (faded, 1)->stroke.alpha, ==, 0.5);
}

static RsDatum
later_by_one (RsDatum datum, gconstpointer user_data)
{
  return datum.point == 2 ? RS_DATUM_NONE : (RsDatum){ datum.series, datum.point + 1 };
}

/* A window of years that goes on by one: each bar keeps its year. */
static void
test_match (void)
{
  g_autoptr (RsScene) a = rs_scene_new (200, 100, RS_LANGUAGE_EN);
  g_autoptr (RsScene) b = rs_scene_new (200, 100, RS_LANGUAGE_EN);
  g_autoptr (RsTween) tween = NULL;
  g_autoptr (RsScene) half = NULL;
  const RsMark *bar;

  for (int i = 0; i < 3; i++)
    {
      add_bar (a, i, 20 * i, 10 + 10 * i);
      add_bar (b, i, 20 * i, 20 + 10 * i);
    }
  tween = rs_tween_new (a, b, later_by_one, NULL);
  g_assert_true (rs_tween_get_target (tween) == b);
  half = rs_tween_get_scene (tween, 0.5);
  /* The first year goes, one comes, two wander. */
  g_assert_cmpuint (rs_scene_get_n_marks (half), ==, 4);
  for (guint i = 0; i < rs_scene_get_n_marks (half); i++)
    {
      bar = rs_scene_get_mark (half, i);
      if (bar->datum.point == 0)
        g_assert_cmpfloat (bar->bounds.x, ==, 10);
      if (bar->datum.point == 1)
        g_assert_cmpfloat (bar->bounds.height, ==, 30);
      if (bar->datum.point < 0 || bar->datum.point == 2)
        g_assert_cmpfloat (bar->fill.alpha, ==, 0.5);
    }
}

/* Marks that only one of the two clips keep their own room. */
static void
test_clips (void)
{
  g_autoptr (RsScene) a = rs_scene_new (200, 100, RS_LANGUAGE_EN);
  g_autoptr (RsScene) b = rs_scene_new (200, 100, RS_LANGUAGE_EN);
  g_autoptr (RsScene) half = NULL;
  const RsMark *clip;

  rs_scene_push_clip (a, rs_rect (0, 0, 100, 100));
  rs_scene_push_clip (a, rs_rect (50, 0, 100, 100));
  add_bar (a, 0, 60, 10);
  rs_scene_pop_clip (a);
  rs_scene_pop_clip (a);
  add_bar (a, 7, 0, 10);
  rs_scene_push_clip (b, rs_rect (0, 0, 200, 50));
  add_bar (b, 0, 70, 10);
  rs_scene_pop_clip (b);
  half = rs_scene_tween (a, b, 0.5);
  clip = rs_scene_get_mark (half, 0);
  g_assert_cmpint (clip->type, ==, RS_MARK_CLIP);
  /* Half way between the inner room of the one and that of the other. */
  g_assert_cmpfloat (clip->bounds.x, ==, 25);
  g_assert_cmpfloat (clip->bounds.width, ==, 125);
  g_assert_cmpint (rs_scene_get_mark (half, 2)->type, ==, RS_MARK_UNCLIP);
  g_assert_cmpint (rs_scene_get_mark (half, 3)->part, ==, RS_PART_BAR);
  g_assert_cmpuint (rs_scene_get_n_marks (half), ==, 4);
}

static double
random_place (GRand *rand)
{
  return g_rand_double_range (rand, -500, 500);
}

static RsScene *
make_random_scene (GRand *rand)
{
  RsScene *scene = rs_scene_new (g_rand_int_range (rand, 1, 500), 200, RS_LANGUAGE_EN);
  int n = g_rand_int_range (rand, 0, 40);
  guint n_open = 0;

  for (int i = 0; i < n; i++)
    {
      RsPart part = (RsPart) g_rand_int_range (rand, RS_PART_VALUE, RS_PART_LABEL);
      RsDatum datum = { g_rand_int_range (rand, -1, 2), g_rand_int_range (rand, -1, 3) };
      g_autofree char *text = g_strdup_printf ("%d", g_rand_int_range (rand, 0, 100));
      RsMark *mark = NULL;

      switch (g_rand_int_range (rand, 0, 5))
        {
        case 0:
          mark = rs_scene_add_rect (
            scene, part, rs_rect (random_place (rand), 3, g_rand_double (rand) * 90, 9),
            g_rand_boolean (rand) ? &red : NULL, &black, g_rand_int_range (rand, 0, 3));
          break;
        case 1:
          mark = add_text (scene, part, random_place (rand), random_place (rand), text);
          break;
        case 2:
          rs_scene_begin_path (scene, part, NULL, &red, 1);
          rs_scene_move_to (scene, random_place (rand), random_place (rand));
          for (int k = g_rand_int_range (rand, 0, 4); k > 0; k--)
            rs_scene_curve_to (scene, random_place (rand), 1, 2, random_place (rand), 3, 4);
          if (g_rand_boolean (rand))
            rs_scene_close_path (scene);
          mark = rs_scene_end_path (scene);
          break;
        case 3:
          rs_scene_push_clip (scene, rs_rect (random_place (rand), 0, 100, 100));
          n_open++;
          break;
        case 4:
          if (n_open > 0)
            {
              rs_scene_pop_clip (scene);
              n_open--;
            }
          break;
        }
      if (mark != NULL)
        mark->datum = datum;
    }
  while (n_open-- > 0)
    rs_scene_pop_clip (scene);
  rs_scene_seal (scene);
  return scene;
}

static gboolean
has_text (const RsScene *scene, const char *text)
{
  for (guint i = 0; i < rs_scene_get_n_marks (scene); i++)
    if (g_strcmp0 (rs_scene_get_mark (scene, i)->text, text) == 0)
      return TRUE;
  return FALSE;
}

static void
check_between (const RsScene *a, const RsScene *b, const RsScene *scene)
{
  int depth = 0;

  g_assert_cmpuint (rs_scene_get_n_left_out (scene), ==, 0);
  for (guint i = 0; i < rs_scene_get_n_marks (scene); i++)
    {
      const RsMark *mark = rs_scene_get_mark (scene, i);

      depth += mark->type == RS_MARK_CLIP ? 1 : mark->type == RS_MARK_UNCLIP ? -1 : 0;
      g_assert_cmpint (depth, >=, 0);
      g_assert_true (isfinite (mark->bounds.x) && isfinite (mark->bounds.y));
      g_assert_true (isfinite (mark->bounds.width) && isfinite (mark->bounds.height));
      g_assert_true (mark->fill.alpha >= 0 && mark->fill.alpha <= 1);
      g_assert_true (mark->stroke.alpha >= 0 && mark->stroke.alpha <= 1);
      g_assert_true (isfinite (mark->stroke_px));
      if (mark->type == RS_MARK_TEXT)
        g_assert_true (has_text (a, mark->text) || has_text (b, mark->text));
    }
  g_assert_cmpint (depth, ==, 0);
}

/* Whatever the two scenes are. A tween that is interrupted goes on from where it was. */
static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260722);

  for (guint run = 0; run < 2000; run++)
    {
      g_autoptr (RsScene) a = make_random_scene (rand);
      g_autoptr (RsScene) b = make_random_scene (rand);
      g_autoptr (RsScene) c = make_random_scene (rand);
      g_autoptr (RsScene) between = rs_scene_tween (a, b, g_rand_double (rand));
      g_autoptr (RsScene) first = rs_scene_tween (between, c, 1e-9);
      g_autoptr (RsScene) later = rs_scene_tween (between, c, g_rand_double (rand));

      check_between (a, b, between);
      check_between (between, c, first);
      check_between (between, c, later);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/tween/ends", test_ends);
  g_test_add_func ("/chart/tween/rects-move", test_rects_move);
  g_test_add_func ("/chart/tween/fading", test_fading);
  g_test_add_func ("/chart/tween/texts-are-never-made-up", test_texts_are_never_made_up);
  g_test_add_func ("/chart/tween/paths", test_paths);
  g_test_add_func ("/chart/tween/match", test_match);
  g_test_add_func ("/chart/tween/clips", test_clips);
  g_test_add_func ("/chart/tween/random", test_random);
  return g_test_run ();
}
