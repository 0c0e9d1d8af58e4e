/* SPDX-License-Identifier: GPL-3.0-or-later
 * A picture drawn by cairo and pango alone. */
#include "config.h"

#include "bare-scene.h"

void
bare_pen_init (BarePen *self)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  /* As the program has them, so that the same glyphs are drawn. */
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  self->font_map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  self->context = pango_font_map_create_context (self->font_map);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);
}

void
bare_pen_clear (BarePen *self)
{
  g_clear_object (&self->context);
  g_clear_object (&self->font_map);
}

static void
set_color (cairo_t *cr, const RsColor *color)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

static void
fill_and_stroke (const RsMark *mark, cairo_t *cr)
{
  const double dash[] = { 3 * mark->stroke_px, 2 * mark->stroke_px };

  if (mark->has_fill)
    {
      set_color (cr, &mark->fill);
      cairo_fill_preserve (cr);
    }
  if (mark->has_stroke)
    {
      set_color (cr, &mark->stroke);
      cairo_set_line_width (cr, mark->stroke_px);
      cairo_set_dash (cr, dash, mark->dash == RS_DASH_NONE ? 0 : 2, 0);
      cairo_stroke_preserve (cr);
    }
  cairo_new_path (cr);
}

static void
draw_rect (const RsMark *mark, cairo_t *cr)
{
  const double r = mark->radius_px;
  const double x = mark->bounds.x;
  const double y = mark->bounds.y;
  const double right = rs_rect_right (mark->bounds);
  const double bottom = rs_rect_bottom (mark->bounds);

  if (r > 0)
    {
      cairo_arc (cr, right - r, y + r, r, -G_PI / 2, 0);
      cairo_arc (cr, right - r, bottom - r, r, 0, G_PI / 2);
      cairo_arc (cr, x + r, bottom - r, r, G_PI / 2, G_PI);
      cairo_arc (cr, x + r, y + r, r, G_PI, 3 * G_PI / 2);
      cairo_close_path (cr);
    }
  else
    cairo_rectangle (cr, x, y, right - x, bottom - y);
  fill_and_stroke (mark, cr);
}

static void
draw_path (const RsScene *scene, const RsMark *mark, cairo_t *cr)
{
  const RsPathVerb *verbs = rs_scene_get_verbs (scene) + mark->first_verb;
  const RsPoint *p = rs_scene_get_points (scene) + mark->first_point;

  for (guint i = 0; i < mark->n_verbs; i++)
    switch (verbs[i])
      {
      case RS_PATH_MOVE:
        cairo_move_to (cr, p->x, p->y);
        p++;
        break;
      case RS_PATH_LINE:
        cairo_line_to (cr, p->x, p->y);
        p++;
        break;
      case RS_PATH_CURVE:
        cairo_curve_to (cr, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y);
        p += 3;
        break;
      case RS_PATH_CLOSE:
        cairo_close_path (cr);
        break;
      }
  fill_and_stroke (mark, cr);
}

static void
draw_text (BarePen *self, const RsMark *mark, cairo_t *cr)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_new ();
  double x = mark->anchor.x;

  pango_font_description_set_family_static (font, "sans-serif");
  pango_font_description_set_weight (font, (PangoWeight) mark->font.weight);
  pango_font_description_set_absolute_size (font, mark->font.size_px * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  if (mark->max_width_px > 0)
    {
      pango_layout_set_width (layout, (int) (mark->max_width_px * PANGO_SCALE));
      pango_layout_set_height (layout, -mark->max_lines);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  pango_layout_set_text (layout, mark->text, -1);
  if (mark->align != RS_ALIGN_START)
    {
      PangoRectangle logical;

      pango_layout_get_extents (layout, NULL, &logical);
      x -= (mark->align == RS_ALIGN_END ? 1.0 : 0.5) * logical.width / PANGO_SCALE;
    }
  set_color (cr, &mark->fill);
  cairo_move_to (cr, x, mark->anchor.y - (double) pango_layout_get_baseline (layout) / PANGO_SCALE);
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
}

void
bare_scene_draw (BarePen *self, const RsScene *scene, cairo_t *cr)
{
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < rs_scene_get_n_marks (scene); i++)
    {
      const RsMark *mark = rs_scene_get_mark (scene, i);

      switch (mark->type)
        {
        case RS_MARK_RECT:
          draw_rect (mark, cr);
          break;
        case RS_MARK_PATH:
          draw_path (scene, mark, cr);
          break;
        case RS_MARK_TEXT:
          draw_text (self, mark, cr);
          break;
        case RS_MARK_CLIP:
          cairo_save (cr);
          cairo_rectangle (cr, mark->bounds.x, mark->bounds.y, mark->bounds.width,
                           mark->bounds.height);
          cairo_clip (cr);
          break;
        case RS_MARK_UNCLIP:
          cairo_restore (cr);
          break;
        }
    }
}
