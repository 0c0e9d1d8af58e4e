/* SPDX-License-Identifier: GPL-3.0-or-later
 * Pictures in tests: scenes painted with the font that the tests bring along, and compared. */
#include "config.h"

#include "picture.h"

#include <math.h>

#include "chart/chart.h"
#include "query/view.h"

RsTextEngine *
rs_picture_engine (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "fonts", NULL);

  return rs_text_engine_new_for_fonts (folder, "DejaVu Sans");
}

cairo_surface_t *
rs_picture_paint (const RsScene *scene, RsTextEngine *engine, double scale, const RsRect *crop)
{
  RsRect whole = rs_rect (0, 0, rs_scene_get_width (scene), rs_scene_get_height (scene));
  RsRect part = crop != NULL ? *crop : whole;
  cairo_surface_t *surface = cairo_image_surface_create (
    CAIRO_FORMAT_RGB24, (int) ceil (part.width * scale), (int) ceil (part.height * scale));
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, -part.x * scale, -part.y * scale);
  cairo_scale (cr, scale, scale);
  rs_painter_paint (scene, cr, engine, scale);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static RsRect
scale_rect (RsRect r, double factor)
{
  return rs_rect (r.x * factor, r.y * factor, r.width * factor, r.height * factor);
}

static RsMark *
copy_path (const RsScene *from, RsScene *to, const RsMark *mark, double factor)
{
  const RsPathVerb *verbs = rs_scene_get_verbs (from) + mark->first_verb;
  const RsPoint *p = rs_scene_get_points (from) + mark->first_point;

  rs_scene_begin_path (to, mark->part, mark->has_fill ? &mark->fill : NULL,
                       mark->has_stroke ? &mark->stroke : NULL, mark->stroke_px * factor);
  for (guint i = 0; i < mark->n_verbs; i++)
    switch (verbs[i])
      {
      case RS_PATH_MOVE:
        rs_scene_move_to (to, p->x * factor, p->y * factor);
        p++;
        break;
      case RS_PATH_LINE:
        rs_scene_line_to (to, p->x * factor, p->y * factor);
        p++;
        break;
      case RS_PATH_CURVE:
        rs_scene_curve_to (to, p[0].x * factor, p[0].y * factor, p[1].x * factor, p[1].y * factor,
                           p[2].x * factor, p[2].y * factor);
        p += 3;
        break;
      case RS_PATH_CLOSE:
        rs_scene_close_path (to);
        break;
      }
  return rs_scene_end_path (to);
}

static RsMark *
copy_text (RsScene *to, RsTextEngine *engine, const RsMark *mark, double factor)
{
  RsFont font = mark->font;
  double width = mark->max_width_px * factor;
  RsTextExtents extents;

  font.size_px *= factor;
  extents = rs_text_metrics_measure (rs_text_engine_get_metrics (engine), mark->text, &font,
                                     rs_scene_get_language (to), width, mark->max_lines);
  return rs_scene_add_text (
    to, mark->part, (RsPoint){ mark->anchor.x * factor, mark->anchor.y * factor }, mark->align,
    mark->text, &font, &mark->fill, width, mark->max_lines, &extents);
}

RsScene *
rs_picture_scale_scene (const RsScene *scene, RsTextEngine *engine, double factor)
{
  RsScene *to = rs_scene_new (rs_scene_get_width (scene) * factor,
                              rs_scene_get_height (scene) * factor, rs_scene_get_language (scene));

  for (guint i = 0; i < rs_scene_get_n_marks (scene); i++)
    {
      const RsMark *mark = rs_scene_get_mark (scene, i);
      RsMark *copy = NULL;

      switch (mark->type)
        {
        case RS_MARK_RECT:
          copy = rs_scene_add_rect (
            to, mark->part, scale_rect (mark->bounds, factor), mark->has_fill ? &mark->fill : NULL,
            mark->has_stroke ? &mark->stroke : NULL, mark->stroke_px * factor);
          break;
        case RS_MARK_PATH:
          copy = copy_path (scene, to, mark, factor);
          break;
        case RS_MARK_TEXT:
          copy = copy_text (to, engine, mark, factor);
          break;
        case RS_MARK_CLIP:
          rs_scene_push_clip (to, scale_rect (mark->bounds, factor));
          break;
        case RS_MARK_UNCLIP:
          rs_scene_pop_clip (to);
          break;
        }
      if (copy != NULL)
        {
          copy->dash = mark->dash;
          copy->radius_px = mark->radius_px * factor;
          copy->crisp = mark->crisp;
        }
    }
  rs_scene_seal (to);
  return to;
}

static const guint8 *
get_pixel (cairo_surface_t *surface, int x, int y)
{
  return cairo_image_surface_get_data (surface) +
         (gsize) y * cairo_image_surface_get_stride (surface) + (gsize) x * 4;
}

RsPictureDifference
rs_picture_compare (cairo_surface_t *a, cairo_surface_t *b, guint tolerance)
{
  int width = cairo_image_surface_get_width (a), height = cairo_image_surface_get_height (a);
  RsPictureDifference difference = { 0 };
  guint64 sum = 0, n = 0;

  g_assert_cmpint (width, ==, cairo_image_surface_get_width (b));
  g_assert_cmpint (height, ==, cairo_image_surface_get_height (b));
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        guint worst = 0;

        for (int channel = 0; channel < 3; channel++)
          {
            int here = ABS (get_pixel (a, x, y)[channel] - get_pixel (b, x, y)[channel]);

            worst = MAX (worst, (guint) here);
            sum += (guint) here;
          }
        n += worst > tolerance ? 1 : 0;
        difference.worst = MAX (difference.worst, worst);
      }
  difference.share = n / ((double) width * height);
  difference.mean = sum / (3.0 * width * height);
  return difference;
}

cairo_surface_t *
rs_picture_shrink (cairo_surface_t *surface, int n)
{
  int width = cairo_image_surface_get_width (surface) / n;
  int height = cairo_image_surface_get_height (surface) / n;
  cairo_surface_t *small = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  int stride = cairo_image_surface_get_stride (small);
  guint8 *data = cairo_image_surface_get_data (small);

  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      for (int channel = 0; channel < 3; channel++)
        {
          guint sum = 0;

          for (int i = 0; i < n * n; i++)
            sum += get_pixel (surface, x * n + i % n, y * n + i / n)[channel];
          data[y * stride + x * 4 + channel] = (guint8) (sum / (guint) (n * n));
        }
  cairo_surface_mark_dirty (small);
  return small;
}

RsFrame *
rs_picture_frame (RsDataset *dataset, const char *view_text, int year)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (RsView) view = NULL;
  RsSelection selection = { (char *) "A", year };
  RsFrame *frame;

  json_parser_load_from_data (parser, view_text, -1, &error);
  g_assert_no_error (error);
  view = rs_view_from_json (json_parser_get_root (parser), "test", "", &error);
  g_assert_no_error (error);
  frame = rs_view_run (view, dataset, &selection, RS_LANGUAGE_EN, &error);
  if (frame == NULL)
    g_assert_error (error, RS_QUERY_ERROR, RS_QUERY_ERROR_UNSUITABLE);
  return frame;
}

RsScene *
rs_picture_figure (
  const RsFrame *frame, RsTextEngine *engine, const char *theme, double width_px, double height_px)
{
  RsFigureOptions options = {
    .width_px = width_px,
    .height_px = height_px,
    .text_scale = 1,
    .type_mode = RS_TYPE_DESK,
    .parts = RS_FIGURE_TITLE | RS_FIGURE_HEADLINE | RS_FIGURE_CHART | RS_FIGURE_NOTES |
             RS_FIGURE_SOURCE | RS_FIGURE_CARD,
    .theme = rs_theme_get (theme),
  };

  return rs_figure_new (frame, &options, rs_text_engine_get_metrics (engine));
}

static void
add_text (RsScene *scene, RsTextEngine *engine, RsPoint at, RsAlign align, double width)
{
  static const RsColor ink = { 0.1, 0.1, 0.2, 1 };
  static const RsFont font = { 13, RS_WEIGHT_NORMAL, TRUE };
  const char *text = width > 0 ? "Invented words in lines" : "Invented 75.1 %";
  RsTextExtents extents = rs_text_metrics_measure (rs_text_engine_get_metrics (engine), text, &font,
                                                   RS_LANGUAGE_EN, width, 3);

  rs_scene_add_text (scene, RS_PART_LABEL, at, align, text, &font, &ink, width, 3, &extents);
}

RsScene *
rs_picture_sampler (RsTextEngine *engine)
{
  static const RsColor blue = { 0.18, 0.36, 0.6, 1 }, orange = { 0.9, 0.4, 0, 1 };
  static const RsColor glass = { 0, 0.5, 0.3, 0.5 }, card = { 0.97, 0.97, 0.98, 1 };
  RsScene *scene = rs_scene_new (240, 200, RS_LANGUAGE_EN);
  RsMark *mark;

  mark = rs_scene_add_rect (scene, RS_PART_CARD, rs_rect (4.5, 4.5, 231, 191), &card, &blue, 1);
  mark->radius_px = 12;
  for (int i = 0; i < 4; i++)
    {
      mark = rs_scene_add_line (scene, RS_PART_GRID, (RsPoint){ 15, 20.3 + 8 * i },
                                (RsPoint){ 110, 20.3 + 8 * i }, &blue, 1 + 0.5 * i);
      mark->dash = (RsDash) i;
      mark->crisp = i % 2 == 0;
    }
  for (int i = 0; i < 5; i++)
    {
      mark =
        rs_scene_add_rect (scene, RS_PART_BAR, rs_rect (15 + 19.3 * i, 100 - 9 * i, 14.6, 9 * i),
                           i == 4 ? &orange : &blue, i == 3 ? &orange : NULL, 1.5);
      mark->crisp = TRUE;
    }
  rs_scene_push_clip (scene, rs_rect (125, 15, 45, 45));
  rs_scene_begin_path (scene, RS_PART_AREA, &glass, &orange, 2);
  rs_scene_move_to (scene, 120, 60);
  rs_scene_curve_to (scene, 130, 0, 160, 0, 190, 70);
  rs_scene_close_path (scene);
  rs_scene_end_path (scene);
  rs_scene_pop_clip (scene);
  rs_scene_begin_path (scene, RS_PART_LINE, NULL, &orange, 2);
  for (int i = 0; i <= 100; i++)
    if (i == 0)
      rs_scene_move_to (scene, 125, 90);
    else
      rs_scene_line_to (scene, 125 + i, 90 - 20 * sin (i / 9.0) * i / 100);
  rs_scene_end_path (scene);
  add_text (scene, engine, (RsPoint){ 15, 125 }, RS_ALIGN_START, 0);
  add_text (scene, engine, (RsPoint){ 225, 140.4 }, RS_ALIGN_END, 0);
  add_text (scene, engine, (RsPoint){ 60, 150 }, RS_ALIGN_MIDDLE, 70);
  rs_scene_seal (scene);
  return scene;
}
