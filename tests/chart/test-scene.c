/* SPDX-License-Identifier: GPL-3.0-or-later
 * The scene: what is kept, what is dropped, hit and keyboard, and its text. */
#include "config.h"

#include <math.h>

#include "chart/scene.h"
#include "lib/fixed-metrics.h"

static const RsColor black = { 0, 0, 0, 1 };
static const RsColor glass = { 1, 0, 0, 0.5 };
static const RsFont font = { 10, RS_WEIGHT_NORMAL, FALSE };

static RsMark *
add_text (RsScene *scene, double x, double y, RsAlign align, const char *text, double width)
{
  RsTextExtents extents =
    rs_text_metrics_measure (rs_fixed_metrics_get (), text, &font, RS_LANGUAGE_EN, width, 0);

  return rs_scene_add_text (scene, RS_PART_LABEL, (RsPoint){ x, y }, align, text, &font, &black,
                            width, 0, &extents);
}

static void
test_bounds (void)
{
  g_autoptr (RsScene) scene = rs_scene_new (200, 100, RS_LANGUAGE_EN);
  RsMark *mark;

  mark =
    rs_scene_add_line (scene, RS_PART_AXIS, (RsPoint){ 50, 20 }, (RsPoint){ 10, 60 }, &black, 1);
  g_assert_cmpfloat (mark->bounds.x, ==, 10);
  g_assert_cmpfloat (mark->bounds.y, ==, 20);
  g_assert_cmpfloat (mark->bounds.width, ==, 40);
  g_assert_cmpfloat (mark->bounds.height, ==, 40);

  /* 4 letters of 6 px; the line is 12.5 px high with its baseline at 10. */
  mark = add_text (scene, 100, 50, RS_ALIGN_MIDDLE, "four", 0);
  g_assert_cmpfloat_with_epsilon (mark->bounds.x, 88, 1e-9);
  g_assert_cmpfloat_with_epsilon (mark->bounds.y, 40, 1e-9);
  g_assert_cmpfloat_with_epsilon (mark->bounds.width, 24, 1e-9);
  g_assert_cmpfloat_with_epsilon (mark->bounds.height, 12.5, 1e-9);
  mark = add_text (scene, 100, 50, RS_ALIGN_END, "four", 0);
  g_assert_cmpfloat_with_epsilon (mark->bounds.x, 76, 1e-9);
  mark = add_text (scene, 100, 50, RS_ALIGN_START, "four", 0);
  g_assert_cmpfloat_with_epsilon (mark->bounds.x, 100, 1e-9);
  g_assert_cmpuint (rs_scene_get_n_marks (scene), ==, 4);
  g_assert_cmpuint (rs_scene_get_n_left_out (scene), ==, 0);
}

static void
test_undrawable_marks_are_dropped (void)
{
  static const double bad[] = { NAN, INFINITY, -INFINITY, 1e30 };
  g_autoptr (RsScene) scene = rs_scene_new (200, 100, RS_LANGUAGE_EN);
  guint n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      RsMark *mark =
        rs_scene_add_rect (scene, RS_PART_BAR, rs_rect (bad[i], 0, 10, 10), &black, NULL, 0);

      mark->crisp = TRUE; /* what is handed back can be touched all the same */
      rs_scene_add_rect (scene, RS_PART_BAR, rs_rect (0, 0, 10, bad[i]), &black, NULL, 0);
      rs_scene_add_line (scene, RS_PART_LINE, (RsPoint){ 0, 0 }, (RsPoint){ 5, bad[i] }, &black, 1);
      rs_scene_begin_path (scene, RS_PART_LINE, NULL, &black, 1);
      rs_scene_move_to (scene, 0, 0);
      rs_scene_curve_to (scene, 1, 1, bad[i], 2, 3, 3);
      rs_scene_end_path (scene);
      add_text (scene, bad[i], 0, RS_ALIGN_START, "x", 0);
      n += 5;
    }
  rs_scene_add_rect (scene, RS_PART_BAR, rs_rect (0, 0, -1, 10), &black, NULL, 0);
  rs_scene_begin_path (scene, RS_PART_LINE, NULL, &black, 1);
  rs_scene_end_path (scene);
  n += 2;
  g_assert_cmpuint (rs_scene_get_n_marks (scene), ==, 0);
  g_assert_cmpuint (rs_scene_get_n_left_out (scene), ==, n);

  /* The slices of later paths are not disturbed by those that were dropped. */
  rs_scene_add_line (scene, RS_PART_LINE, (RsPoint){ 1, 2 }, (RsPoint){ 3, 4 }, &black, 1);
  g_assert_cmpuint (rs_scene_get_mark (scene, 0)->first_point, ==, 0);
  g_assert_cmpfloat (rs_scene_get_points (scene)[1].y, ==, 4);
}

static void
test_path_starts_with_a_move (void)
{
  g_autoptr (RsScene) scene = rs_scene_new (200, 100, RS_LANGUAGE_EN);
  g_autofree char *text = NULL;

  rs_scene_begin_path (scene, RS_PART_POINT, &black, NULL, 0);
  rs_scene_close_path (scene);
  rs_scene_line_to (scene, 1, 1);
  rs_scene_line_to (scene, 2, 1);
  rs_scene_close_path (scene);
  rs_scene_end_path (scene);
  text = rs_scene_to_text (scene);
  g_assert_cmpstr (text, ==,
                   "scene 200.00 100.00 en\n"
                   "path point M 1.00 1.00 L 2.00 1.00 Z fill #000000\n");
}

static void
test_bad_clip_hides_everything (void)
{
  g_autoptr (RsScene) scene = rs_scene_new (200, 100, RS_LANGUAGE_EN);

  rs_scene_push_clip (scene, rs_rect (NAN, 0, 10, 10));
  rs_scene_pop_clip (scene);
  g_assert_cmpuint (rs_scene_get_n_marks (scene), ==, 2);
  g_assert_cmpfloat (rs_scene_get_mark (scene, 0)->bounds.width, ==, 0);
}

static void
test_invalid_utf8 (void)
{
  g_autoptr (RsScene) scene = rs_scene_new (200, 100, RS_LANGUAGE_EN);
  const RsTextExtents extents = { 10, 12, 10, 1 };

  rs_scene_set_title (scene, "bad \xff title");
  rs_scene_add_text (scene, RS_PART_LABEL, (RsPoint){ 0, 10 }, RS_ALIGN_START, "bad \xff", &font,
                     &black, 0, 0, &extents);
  g_assert_true (g_utf8_validate (rs_scene_get_title (scene), -1, NULL));
  g_assert_true (g_utf8_validate (rs_scene_get_mark (scene, 0)->text, -1, NULL));
}

static void
test_left_out_adds_up (void)
{
  g_autoptr (RsScene) scene = rs_scene_new (200, 100, RS_LANGUAGE_EN);
  g_autofree char *text = NULL;

  rs_scene_add_left_out (scene, "labels", 2);
  rs_scene_add_left_out (scene, "ticks", 1);
  rs_scene_add_left_out (scene, "labels", 3);
  rs_scene_add_left_out (scene, "nothing", 0);
  g_assert_cmpuint (rs_scene_get_n_left_out (scene), ==, 6);
  text = rs_scene_to_text (scene);
  g_assert_cmpstr (text, ==,
                   "scene 200.00 100.00 en\n"
                   "left-out 5 \"labels\"\n"
                   "left-out 1 \"ticks\"\n");
}

static void
test_to_text (void)
{
  g_autoptr (RsScene) scene = rs_scene_new (200, 100, RS_LANGUAGE_ZH_CN);
  g_autofree char *text = NULL;
  RsMark *mark;

  rs_scene_set_title (scene, "A \"title\"");
  rs_scene_set_description (scene, "two\nlines");
  mark = rs_scene_add_rect (scene, RS_PART_BAR, rs_rect (-0.001, 1, 2, 3), &glass, &black, 1.5);
  mark->radius_px = 2;
  mark->crisp = TRUE;
  mark->datum = (RsDatum){ 1, 2 };
  mark = rs_scene_add_line (scene, RS_PART_TARGET, (RsPoint){ 0, 0 }, (RsPoint){ 1, 1 }, &black, 1);
  mark->dash = RS_DASH_SHORT;
  rs_scene_push_clip (scene, rs_rect (0, 0, 100, 50));
  add_text (scene, 10, 20, RS_ALIGN_START, "a\\b", 60);
  rs_scene_pop_clip (scene);
  rs_scene_add_stop (scene, (RsDatum){ 1, 2 }, (RsPoint){ 5, 6 }, rs_rect (0, 0, 10, 10));
  rs_scene_seal (scene);
  text = rs_scene_to_text (scene);
  g_assert_cmpstr (text, ==,
                   "scene 200.00 100.00 zh_CN\n"
                   "title \"A \\\"title\\\"\"\n"
                   "description \"two\\nlines\"\n"
                   "rect bar 0.00 1.00 2.00 3.00 fill #ff000080 stroke #000000 1.50 radius 2.00 "
                   "crisp datum 1 2\n"
                   "path target M 0.00 0.00 L 1.00 1.00 stroke #000000 1.00 short\n"
                   "clip 0.00 0.00 100.00 50.00\n"
                   "text label 10.00 20.00 start \"a\\\\b\" size 10.00 weight 400 width 60.00 box "
                   "10.00 10.00 18.00 12.50 fill #000000\n"
                   "unclip\n"
                   "stop 1 2 5.00 6.00 0.00 0.00 10.00 10.00\n");
}

/* Two lines that cross, and one point apart:
 *   series 0: (10,10) (20,30) (30,50)    series 1: (10,50) (20,30) (30,10)    series 2: (60,80) */
static RsScene *
crossing_lines (void)
{
  static const RsPoint at[2][3] = {
    { { 10, 10 }, { 20, 30 }, { 30, 50 } },
    { { 10, 50 }, { 20, 30 }, { 30, 10 } },
  };
  RsScene *scene = rs_scene_new (100, 100, RS_LANGUAGE_EN);

  for (int series = 0; series < 2; series++)
    for (int point = 0; point < 3; point++)
      rs_scene_add_stop (scene, (RsDatum){ series, point }, at[series][point],
                         rs_rect (at[series][point].x - 5, 0, 10, 100));
  rs_scene_add_stop (scene, (RsDatum){ 2, 0 }, (RsPoint){ 60, 80 }, rs_rect (55, 0, 10, 100));
  return scene;
}

static void
assert_datum (RsDatum datum, int series, int point)
{
  g_assert_cmpint (datum.series, ==, series);
  g_assert_cmpint (datum.point, ==, point);
}

static void
test_hit (void)
{
  g_autoptr (RsScene) scene = crossing_lines ();
  RsPoint at;

  assert_datum (rs_scene_hit (scene, 11, 12), 0, 0);
  assert_datum (rs_scene_hit (scene, 11, 45), 1, 0);
  assert_datum (rs_scene_hit (scene, 29, 49), 0, 2);
  assert_datum (rs_scene_hit (scene, 60, 1), 2, 0);
  assert_datum (rs_scene_hit (scene, 45, 50), -1, -1);
  assert_datum (rs_scene_hit (scene, -1, -1), -1, -1);
  g_assert_true (rs_scene_find_stop (scene, (RsDatum){ 1, 2 }, &at, NULL));
  g_assert_cmpfloat (at.y, ==, 10);
  g_assert_false (rs_scene_find_stop (scene, (RsDatum){ 1, 3 }, &at, NULL));
  g_assert_false (rs_scene_find_stop (scene, RS_DATUM_NONE, NULL, NULL));
}

static void
test_move (void)
{
  g_autoptr (RsScene) scene = crossing_lines ();
  const RsDatum middle = { 0, 1 };

  assert_datum (rs_scene_move (scene, middle, RS_MOVE_LEFT), 0, 0);
  assert_datum (rs_scene_move (scene, middle, RS_MOVE_RIGHT), 0, 2);
  assert_datum (rs_scene_move (scene, middle, RS_MOVE_HOME), 0, 0);
  assert_datum (rs_scene_move (scene, middle, RS_MOVE_END), 0, 2);
  /* Never wraps. */
  assert_datum (rs_scene_move (scene, (RsDatum){ 0, 2 }, RS_MOVE_RIGHT), 0, 2);
  assert_datum (rs_scene_move (scene, (RsDatum){ 0, 0 }, RS_MOVE_LEFT), 0, 0);
  assert_datum (rs_scene_move (scene, (RsDatum){ 0, 0 }, RS_MOVE_UP), 0, 0);
  /* Where the lines cross, each can be reached from the other. */
  assert_datum (rs_scene_move (scene, middle, RS_MOVE_DOWN), 1, 1);
  assert_datum (rs_scene_move (scene, (RsDatum){ 1, 1 }, RS_MOVE_UP), 0, 1);
  assert_datum (rs_scene_move (scene, (RsDatum){ 0, 0 }, RS_MOVE_DOWN), 1, 0);
  assert_datum (rs_scene_move (scene, (RsDatum){ 1, 0 }, RS_MOVE_UP), 0, 0);
  /* A series of one stop has nothing along itself. */
  assert_datum (rs_scene_move (scene, (RsDatum){ 2, 0 }, RS_MOVE_LEFT), 0, 2);
  assert_datum (rs_scene_move (scene, (RsDatum){ 2, 0 }, RS_MOVE_RIGHT), 2, 0);
  assert_datum (rs_scene_move (scene, (RsDatum){ 2, 0 }, RS_MOVE_HOME), 2, 0);
}

/* Bars of a series each: Home and End are the first and the last row. */
static void
test_move_in_rows (void)
{
  g_autoptr (RsScene) scene = rs_scene_new (100, 100, RS_LANGUAGE_EN);

  for (int i = 0; i < 4; i++)
    rs_scene_add_stop (scene, (RsDatum){ i, 3 }, (RsPoint){ 50 - 5 * i, 10 + 20 * i },
                       rs_rect (0, 20 * i, 100, 20));
  rs_scene_seal (scene);
  assert_datum (rs_scene_move (scene, (RsDatum){ 2, 3 }, RS_MOVE_HOME), 0, 3);
  assert_datum (rs_scene_move (scene, (RsDatum){ 1, 3 }, RS_MOVE_END), 3, 3);
  assert_datum (rs_scene_move (scene, (RsDatum){ 3, 3 }, RS_MOVE_END), 3, 3);
}

/* Whatever their lengths are, ↑ and ↓ go from bar to bar. */
static void
test_move_from_bar_to_bar (void)
{
  static const double ends[] = { 90, 20, 70, 15 };
  g_autoptr (RsScene) scene = rs_scene_new (100, 100, RS_LANGUAGE_EN);

  for (int i = 0; i < 4; i++)
    rs_scene_add_stop (scene, (RsDatum){ i, 0 }, (RsPoint){ ends[i], 10 + 20 * i },
                       rs_rect (0, 20 * i, 100, 20));
  rs_scene_seal (scene);
  for (int i = 0; i < 4; i++)
    {
      assert_datum (rs_scene_move (scene, (RsDatum){ i, 0 }, RS_MOVE_DOWN), MIN (i + 1, 3), 0);
      assert_datum (rs_scene_move (scene, (RsDatum){ i, 0 }, RS_MOVE_UP), MAX (i - 1, 0), 0);
    }
}

/* On a map of squares the keys go where they point, over holes as well, and never along a line. */
static void
test_move_on_a_map (void)
{
  /*  0 1 .
   *  . 2 3
   *  4 . 5 */
  static const int places[][2] = { { 0, 0 }, { 1, 0 }, { 1, 1 }, { 2, 1 }, { 0, 2 }, { 2, 2 } };
  static const struct
  {
    int from;
    RsMove move;
    int to;
  } moves[] = {
    { 0, RS_MOVE_RIGHT, 1 }, { 0, RS_MOVE_DOWN, 4 },  { 4, RS_MOVE_UP, 0 },
    { 1, RS_MOVE_DOWN, 2 },  { 2, RS_MOVE_RIGHT, 3 }, { 3, RS_MOVE_DOWN, 5 },
    { 4, RS_MOVE_RIGHT, 5 }, { 5, RS_MOVE_LEFT, 4 },  { 4, RS_MOVE_DOWN, 4 },
    { 5, RS_MOVE_DOWN, 5 },  { 0, RS_MOVE_UP, 0 },    { 1, RS_MOVE_UP, 1 },
    { 3, RS_MOVE_UP, 1 },    { 2, RS_MOVE_DOWN, 4 },
  };
  g_autoptr (RsScene) scene = rs_scene_new (100, 100, RS_LANGUAGE_EN);

  for (int i = 0; i < (int) G_N_ELEMENTS (places); i++)
    rs_scene_add_stop (scene, (RsDatum){ i, 0 },
                       (RsPoint){ places[i][0] * 20 + 10, places[i][1] * 20 + 10 },
                       rs_rect (places[i][0] * 20, places[i][1] * 20, 20, 20));
  rs_scene_seal (scene);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_test_message ("from %d by %d", moves[i].from, (int) moves[i].move);
      assert_datum (rs_scene_move (scene, (RsDatum){ moves[i].from, 0 }, moves[i].move),
                    moves[i].to, 0);
    }
}

static void
test_move_from_nowhere (void)
{
  g_autoptr (RsScene) scene = crossing_lines ();
  g_autoptr (RsScene) empty = rs_scene_new (10, 10, RS_LANGUAGE_EN);

  for (int move = RS_MOVE_LEFT; move <= RS_MOVE_END; move++)
    {
      assert_datum (rs_scene_move (scene, RS_DATUM_NONE, (RsMove) move), 0, 2);
      assert_datum (rs_scene_move (scene, (RsDatum){ 9, 9 }, (RsMove) move), 0, 2);
      assert_datum (rs_scene_move (empty, RS_DATUM_NONE, (RsMove) move), -1, -1);
    }
}

static void
test_move_home (void)
{
  g_autoptr (RsScene) scene = crossing_lines ();

  rs_scene_set_home (scene, (RsDatum){ 1, 1 });
  for (int move = RS_MOVE_LEFT; move <= RS_MOVE_END; move++)
    assert_datum (rs_scene_move (scene, RS_DATUM_NONE, (RsMove) move), 1, 1);
  assert_datum (rs_scene_move (scene, (RsDatum){ 1, 1 }, RS_MOVE_RIGHT), 1, 2);
  /* A home without a stop is none. */
  rs_scene_set_home (scene, (RsDatum){ 1, 7 });
  assert_datum (rs_scene_move (scene, RS_DATUM_NONE, RS_MOVE_LEFT), 0, 2);
}

/* From any stop every other can be reached by keys alone, in a grid of single figures too. */
static void
test_every_stop_can_be_reached (void)
{
  g_autoptr (RsScene) scene = rs_scene_new (400, 400, RS_LANGUAGE_EN);
  gboolean reached[12] = { FALSE };
  guint n_reached = 1;

  /* Two columns, of five and of seven figures, each its own series. */
  for (int i = 0; i < 12; i++)
    rs_scene_add_stop (scene, (RsDatum){ i, 0 },
                       (RsPoint){ i < 5 ? 100 : 300, i < 5 ? 20 * i + 20 : 20 * (i - 5) + 20 },
                       rs_rect (i < 5 ? 0 : 200, i < 5 ? 20 * i + 10 : 20 * (i - 5) + 10, 200, 20));
  reached[0] = TRUE;
  for (gboolean grew = TRUE; grew;)
    {
      grew = FALSE;
      for (int i = 0; i < 12; i++)
        for (int move = RS_MOVE_LEFT; reached[i] && move <= RS_MOVE_END; move++)
          {
            RsDatum to = rs_scene_move (scene, (RsDatum){ i, 0 }, (RsMove) move);

            if (!reached[to.series])
              {
                reached[to.series] = grew = TRUE;
                n_reached++;
              }
          }
    }
  g_assert_cmpuint (n_reached, ==, 12);
}

static void
test_part_names (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (int part = RS_PART_GROUND; part <= RS_PART_TOOLTIP; part++)
    g_assert_true (g_hash_table_add (seen, (gpointer) rs_part_to_string ((RsPart) part)));
}

static void
test_fixed_metrics (void)
{
  RsTextMetrics *metrics = rs_fixed_metrics_get ();
  RsTextExtents e;

  e = rs_text_metrics_measure (metrics, "ab 中", &font, RS_LANGUAGE_EN, 0, 0);
  g_assert_cmpfloat_with_epsilon (e.width_px, 28, 1e-9);
  g_assert_cmpint (e.n_lines, ==, 1);
  e = rs_text_metrics_measure (metrics, "aaaa bb", &font, RS_LANGUAGE_EN, 30, 0);
  g_assert_cmpint (e.n_lines, ==, 2);
  g_assert_cmpfloat_with_epsilon (e.width_px, 24, 1e-9);
  g_assert_cmpfloat_with_epsilon (e.height_px, 25, 1e-9);
  e = rs_text_metrics_measure (metrics, "中文中文", &font, RS_LANGUAGE_EN, 20, 0);
  g_assert_cmpint (e.n_lines, ==, 2);
  e = rs_text_metrics_measure (metrics, "aaaaaaaaaa", &font, RS_LANGUAGE_EN, 30, 1);
  g_assert_cmpint (e.n_lines, ==, 1);
  g_assert_cmpfloat (e.width_px, <=, 30);
  e = rs_text_metrics_measure (metrics, "", &font, RS_LANGUAGE_EN, 30, 1);
  g_assert_cmpint (e.n_lines, ==, 1);
  g_assert_cmpfloat (e.width_px, ==, 0);
  e = rs_text_metrics_measure (metrics, "a\nbb", &font, RS_LANGUAGE_EN, 0, 0);
  g_assert_cmpint (e.n_lines, ==, 2);
  g_assert_cmpfloat_with_epsilon (e.width_px, 12, 1e-9);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/scene/bounds", test_bounds);
  g_test_add_func ("/chart/scene/undrawable-marks-are-dropped", test_undrawable_marks_are_dropped);
  g_test_add_func ("/chart/scene/path-starts-with-a-move", test_path_starts_with_a_move);
  g_test_add_func ("/chart/scene/bad-clip-hides-everything", test_bad_clip_hides_everything);
  g_test_add_func ("/chart/scene/invalid-utf8", test_invalid_utf8);
  g_test_add_func ("/chart/scene/left-out-adds-up", test_left_out_adds_up);
  g_test_add_func ("/chart/scene/to-text", test_to_text);
  g_test_add_func ("/chart/scene/hit", test_hit);
  g_test_add_func ("/chart/scene/move", test_move);
  g_test_add_func ("/chart/scene/move-in-rows", test_move_in_rows);
  g_test_add_func ("/chart/scene/move-from-bar-to-bar", test_move_from_bar_to_bar);
  g_test_add_func ("/chart/scene/move-on-a-map", test_move_on_a_map);
  g_test_add_func ("/chart/scene/move-from-nowhere", test_move_from_nowhere);
  g_test_add_func ("/chart/scene/move-home", test_move_home);
  g_test_add_func ("/chart/scene/every-stop-can-be-reached", test_every_stop_can_be_reached);
  g_test_add_func ("/chart/scene/part-names", test_part_names);
  g_test_add_func ("/chart/fixed-metrics/table", test_fixed_metrics);
  return g_test_run ();
}
