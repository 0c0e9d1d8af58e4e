/* SPDX-License-Identifier: GPL-3.0-or-later
 * The painter, on image surfaces that are read back pixel by pixel. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "render/painter.h"

#define SIDE_PX 100

static const RsColor black = { 0, 0, 0, 1 };

typedef struct
{
  RsScene *scene;       /* (owned) */
  RsTextEngine *engine; /* (owned) */
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "fonts", NULL);

  f->scene = rs_scene_new (SIDE_PX, SIDE_PX, RS_LANGUAGE_EN);
  f->engine = rs_text_engine_new_for_fonts (folder, "DejaVu Sans");
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  rs_scene_unref (f->scene);
  rs_text_engine_free (f->engine);
}

static cairo_surface_t *
paint (Fixture *f, double scale)
{
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_A8, (int) (SIDE_PX * scale), (int) (SIDE_PX * scale));
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  rs_painter_paint (f->scene, cr, f->engine, scale);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint
get_pixel (cairo_surface_t *surface, int x, int y)
{
  return cairo_image_surface_get_data (surface)[y * cairo_image_surface_get_stride (surface) + x];
}

/* Sum of the ink of a column, in whole pixels. */
static double
column_ink (cairo_surface_t *surface, int x)
{
  double ink = 0;

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    ink += get_pixel (surface, x, y) / 255.0;
  return ink;
}

static double
total_ink (cairo_surface_t *surface)
{
  double ink = 0;

  for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
    ink += column_ink (surface, x);
  return ink;
}

static gboolean
is_sharp (cairo_surface_t *surface)
{
  for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
    for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
      if (get_pixel (surface, x, y) != 0 && get_pixel (surface, x, y) != 255)
        return FALSE;
  return TRUE;
}

static void
test_crisp_line (Fixture *f, gconstpointer data)
{
  RsMark *mark = rs_scene_add_line (f->scene, RS_PART_GRID, (RsPoint){ 10, 33.3 },
                                    (RsPoint){ 90, 33.3 }, &black, 1);

  mark->crisp = TRUE;
  for (int scale = 1; scale <= 3; scale++)
    {
      cairo_surface_t *surface = paint (f, scale);

      g_assert_cmpfloat (column_ink (surface, 50 * scale), ==, scale);
      cairo_surface_destroy (surface);
    }
}

static void
test_line_that_is_not_crisp (Fixture *f, gconstpointer data)
{
  cairo_surface_t *surface;

  rs_scene_add_line (f->scene, RS_PART_LINE, (RsPoint){ 10, 33.3 }, (RsPoint){ 90, 33.3 }, &black,
                     1);
  surface = paint (f, 1);
  g_assert_false (is_sharp (surface));
  g_assert_cmpfloat_with_epsilon (column_ink (surface, 50), 1, 0.02);
  cairo_surface_destroy (surface);
}

static void
test_crisp_bar (Fixture *f, gconstpointer data)
{
  RsMark *mark =
    rs_scene_add_rect (f->scene, RS_PART_BAR, rs_rect (10.4, 20.3, 30.3, 40.4), &black, NULL, 0);
  cairo_surface_t *surface;

  mark->crisp = TRUE;
  surface = paint (f, 1);
  g_assert_true (is_sharp (surface));
  g_assert_cmpfloat (column_ink (surface, 20), ==, 41);
  cairo_surface_destroy (surface);
}

/* A value that is small is not nothing. */
static void
test_small_bar_is_seen (Fixture *f, gconstpointer data)
{
  RsMark *mark =
    rs_scene_add_rect (f->scene, RS_PART_BAR, rs_rect (10, 50.1, 30, 0.1), &black, NULL, 0);
  cairo_surface_t *surface;

  mark->crisp = TRUE;
  surface = paint (f, 1);
  g_assert_cmpfloat (column_ink (surface, 20), ==, 1);
  cairo_surface_destroy (surface);
}

static void
test_empty_bar_is_not_seen (Fixture *f, gconstpointer data)
{
  RsMark *mark =
    rs_scene_add_rect (f->scene, RS_PART_BAR, rs_rect (10, 50.1, 30, 0), &black, NULL, 0);
  cairo_surface_t *surface;

  mark->crisp = TRUE;
  surface = paint (f, 1);
  g_assert_cmpfloat (total_ink (surface), ==, 0);
  cairo_surface_destroy (surface);
}

static void
test_clip (Fixture *f, gconstpointer data)
{
  cairo_surface_t *surface;

  rs_scene_push_clip (f->scene, rs_rect (20, 20, 10, 10));
  rs_scene_push_clip (f->scene, rs_rect (25, 0, 50, 50));
  rs_scene_add_rect (f->scene, RS_PART_BAR, rs_rect (0, 0, 100, 100), &black, NULL, 0);
  rs_scene_pop_clip (f->scene);
  rs_scene_pop_clip (f->scene);
  rs_scene_add_rect (f->scene, RS_PART_BAR, rs_rect (80, 80, 10, 10), &black, NULL, 0);
  surface = paint (f, 1);
  g_assert_cmpfloat_with_epsilon (total_ink (surface), 5 * 10 + 10 * 10, 0.01);
  cairo_surface_destroy (surface);
}

static void
test_dashes_differ (Fixture *f, gconstpointer data)
{
  double ink[4];

  for (int dash = RS_DASH_NONE; dash <= RS_DASH_DOT; dash++)
    {
      RsScene *scene = rs_scene_new (SIDE_PX, SIDE_PX, RS_LANGUAGE_EN);
      RsMark *mark = rs_scene_add_line (scene, RS_PART_TARGET, (RsPoint){ 0, 50 },
                                        (RsPoint){ 100, 50 }, &black, 2);
      Fixture g = { scene, f->engine };
      cairo_surface_t *surface;

      mark->dash = (RsDash) dash;
      surface = paint (&g, 1);
      ink[dash] = total_ink (surface);
      cairo_surface_destroy (surface);
      rs_scene_unref (scene);
    }
  g_assert_cmpfloat_with_epsilon (ink[RS_DASH_NONE], 200, 1);
  g_assert_cmpfloat_with_epsilon (ink[RS_DASH_SHORT], 120, 8);
  g_assert_cmpfloat_with_epsilon (ink[RS_DASH_LONG], 140, 16);
  g_assert_cmpfloat_with_epsilon (ink[RS_DASH_DOT], 200 / 3.0, 6);
}

static void
test_rounded_rect (Fixture *f, gconstpointer data)
{
  RsMark *mark =
    rs_scene_add_rect (f->scene, RS_PART_CARD, rs_rect (20, 20, 40, 40), &black, NULL, 0);
  cairo_surface_t *surface;

  mark->radius_px = 1000; /* never more than half a side */
  surface = paint (f, 1);
  g_assert_cmpuint (get_pixel (surface, 21, 21), ==, 0);
  g_assert_cmpuint (get_pixel (surface, 40, 40), ==, 255);
  g_assert_cmpfloat_with_epsilon (total_ink (surface), G_PI * 20 * 20, 10);
  cairo_surface_destroy (surface);
}

static void
test_fill_and_stroke_of_a_path (Fixture *f, gconstpointer data)
{
  const RsColor half = { 0, 0, 0, 0.5 };
  cairo_surface_t *surface;

  rs_scene_begin_path (f->scene, RS_PART_POINT, &half, &black, 4);
  rs_scene_move_to (f->scene, 20, 20);
  rs_scene_line_to (f->scene, 60, 20);
  rs_scene_line_to (f->scene, 60, 60);
  rs_scene_line_to (f->scene, 20, 60);
  rs_scene_close_path (f->scene);
  rs_scene_end_path (f->scene);
  surface = paint (f, 1);
  g_assert_cmpuint (get_pixel (surface, 20, 40), ==, 255);
  g_assert_cmpuint (get_pixel (surface, 40, 40), ==, 128);
  g_assert_cmpuint (get_pixel (surface, 70, 40), ==, 0);
  cairo_surface_destroy (surface);
}

static void
add_zigzag (RsScene *scene, guint n, guint step)
{
  rs_scene_begin_path (scene, RS_PART_LINE, NULL, &black, 1);
  for (guint i = 0; i < n; i += step)
    {
      double x = 5 + 90.0 * i / n, y = 50 + 30 * sin (20.0 * i / n);

      if (i == 0)
        rs_scene_move_to (scene, x, y);
      else
        rs_scene_line_to (scene, x, y);
    }
  rs_scene_end_path (scene);
}

/* A long line is stroked in pieces; it looks like the same line with fewer points, stroked whole.
 */
static void
test_long_line_has_no_seams (Fixture *f, gconstpointer data)
{
  g_autoptr (RsScene) whole = rs_scene_new (SIDE_PX, SIDE_PX, RS_LANGUAGE_EN);
  Fixture g = { whole, f->engine };
  cairo_surface_t *a, *b;

  add_zigzag (f->scene, 4000, 1);
  add_zigzag (whole, 4000, 5);
  a = paint (f, 2);
  b = paint (&g, 2);
  for (int x = 20; x < 180; x++)
    g_assert_cmpfloat_with_epsilon (column_ink (a, x), column_ink (b, x), 0.3);
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
}

static void
add_text (Fixture *f, double x, double y, RsAlign align, const char *text, double width)
{
  const RsFont font = { 12, RS_WEIGHT_NORMAL, FALSE };
  RsTextExtents extents = rs_text_metrics_measure (rs_text_engine_get_metrics (f->engine), text,
                                                   &font, RS_LANGUAGE_EN, width, 0);

  rs_scene_add_text (f->scene, RS_PART_LABEL, (RsPoint){ x, y }, align, text, &font, &black, width,
                     0, &extents);
}

static void
get_ink_box (cairo_surface_t *surface, int *left, int *right, int *top, int *bottom)
{
  *left = *top = G_MAXINT;
  *right = *bottom = -1;
  for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
    for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
      if (get_pixel (surface, x, y) > 40)
        {
          *left = MIN (*left, x);
          *right = MAX (*right, x);
          *top = MIN (*top, y);
          *bottom = MAX (*bottom, y);
        }
}

static void
test_text_keeps_its_anchor (Fixture *f, gconstpointer data)
{
  static const RsAlign aligns[] = { RS_ALIGN_START, RS_ALIGN_MIDDLE, RS_ALIGN_END };

  for (gsize i = 0; i < G_N_ELEMENTS (aligns); i++)
    {
      Fixture g = { rs_scene_new (SIDE_PX, SIDE_PX, RS_LANGUAGE_EN), f->engine };
      const RsMark *mark;
      cairo_surface_t *surface;
      int left, right, top, bottom;

      add_text (&g, 50, 40, aligns[i], "HHH HH", 40);
      mark = rs_scene_get_mark (g.scene, 0);
      surface = paint (&g, 1);
      get_ink_box (surface, &left, &right, &top, &bottom);
      /* Two lines; the ink lies in the bounds that hit and layout go by. */
      g_assert_cmpfloat (left, >=, mark->bounds.x - 1);
      g_assert_cmpfloat (right, <=, rs_rect_right (mark->bounds) + 1);
      g_assert_cmpfloat (top, >=, mark->bounds.y - 1);
      g_assert_cmpfloat (bottom, <=, rs_rect_bottom (mark->bounds) + 1);
      /* Letters without descenders end on the baseline of the second line. */
      g_assert_cmpfloat (bottom, >, 45);
      if (aligns[i] == RS_ALIGN_START)
        g_assert_cmpint (ABS (left - 51), <=, 1);
      else if (aligns[i] == RS_ALIGN_END)
        g_assert_cmpint (ABS (right - 48), <=, 1);
      else
        g_assert_cmpint (ABS (left + right - 99), <=, 2);
      cairo_surface_destroy (surface);
      rs_scene_unref (g.scene);
    }
}

static void
test_painted_twice_is_the_same (Fixture *f, gconstpointer data)
{
  cairo_surface_t *a, *b;

  add_text (f, 10, 30, RS_ALIGN_START, "Invented 75.1 %", 0);
  add_zigzag (f->scene, 100, 1);
  a = paint (f, 1);
  b = paint (f, 1);
  g_assert_cmpmem (
    cairo_image_surface_get_data (a), (gsize) (cairo_image_surface_get_stride (a) * SIDE_PX),
    cairo_image_surface_get_data (b), (gsize) (cairo_image_surface_get_stride (b) * SIDE_PX));
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
}

/* Twice as large is the same picture: ink grows with the area, and lies where it lay. */
static void
test_scale (Fixture *f, gconstpointer data)
{
  cairo_surface_t *a, *b;
  int box[2][4];

  add_text (f, 10, 30, RS_ALIGN_START, "Invented 75.1 %", 0);
  rs_scene_add_rect (f->scene, RS_PART_BAR, rs_rect (20, 40, 30, 40), &black, NULL, 0);
  a = paint (f, 1);
  b = paint (f, 2);
  g_assert_cmpfloat_with_epsilon (total_ink (b) / total_ink (a), 4, 0.1);
  get_ink_box (a, &box[0][0], &box[0][1], &box[0][2], &box[0][3]);
  get_ink_box (b, &box[1][0], &box[1][1], &box[1][2], &box[1][3]);
  for (int i = 0; i < 4; i++)
    g_assert_cmpint (ABS (2 * box[0][i] - box[1][i]), <=, 4);
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
}

static void
test_context_is_left_as_it_was (Fixture *f, gconstpointer data)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 10, 10);
  cairo_t *cr = cairo_create (surface);
  double x1, y1, x2, y2;
  RsMark *mark;

  /* A scene that nobody sealed may end inside a clip. */
  rs_scene_push_clip (f->scene, rs_rect (0, 0, 1, 1));
  mark =
    rs_scene_add_line (f->scene, RS_PART_LINE, (RsPoint){ 0, 0 }, (RsPoint){ 9, 9 }, &black, 3);
  mark->dash = RS_DASH_DOT;
  cairo_set_line_width (cr, 7);
  rs_painter_paint (f->scene, cr, f->engine, 1);
  g_assert_cmpfloat (cairo_get_line_width (cr), ==, 7);
  g_assert_cmpint (cairo_get_dash_count (cr), ==, 0);
  g_assert_false (cairo_has_current_point (cr));
  cairo_clip_extents (cr, &x1, &y1, &x2, &y2);
  g_assert_cmpfloat (x2 - x1, ==, 10);
  rs_scene_pop_clip (f->scene);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

#define ADD(path, func) g_test_add ("/render/painter/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("crisp-line", test_crisp_line);
  ADD ("line-that-is-not-crisp", test_line_that_is_not_crisp);
  ADD ("crisp-bar", test_crisp_bar);
  ADD ("small-bar-is-seen", test_small_bar_is_seen);
  ADD ("empty-bar-is-not-seen", test_empty_bar_is_not_seen);
  ADD ("clip", test_clip);
  ADD ("dashes-differ", test_dashes_differ);
  ADD ("rounded-rect", test_rounded_rect);
  ADD ("fill-and-stroke-of-a-path", test_fill_and_stroke_of_a_path);
  ADD ("long-line-has-no-seams", test_long_line_has_no_seams);
  ADD ("text-keeps-its-anchor", test_text_keeps_its_anchor);
  ADD ("painted-twice-is-the-same", test_painted_twice_is_the_same);
  ADD ("scale", test_scale);
  ADD ("context-is-left-as-it-was", test_context_is_left_as_it_was);
  return g_test_run ();
}
