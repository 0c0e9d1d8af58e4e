/* SPDX-License-Identifier: GPL-3.0-or-later
 * A scene as SVG with real text. */
#define G_LOG_DOMAIN "renshe-export"

#include "config.h"

#include "export/svg.h"

#include <math.h>
#include <string.h>

/* What other machines have where the font that was measured with is missing. */
#define FALLBACK_FAMILIES_EN "Cantarell, 'Noto Sans', 'Segoe UI', sans-serif"
#define FALLBACK_FAMILIES_ZH_CN                                                                    \
  "'Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei', 'PingFang SC', sans-serif"

typedef struct
{
  const RsScene *scene;
  RsTextEngine *engine;
  GString *out;
  guint n_clips; /* written: their ids */
  guint n_open_clips;
} Writer;

/* Three decimals and no more digits than needed; never "-0". A hundredth of a px cannot be seen,
 * but a picture can be enlarged. */
static void
append_number (GString *out, double value)
{
  gint64 thousandths = llround (value * 1000);
  guint64 rest;

  if (thousandths < 0)
    g_string_append_c (out, '-');
  rest = (guint64) ABS (thousandths);
  g_string_append_printf (out, "%" G_GUINT64_FORMAT, rest / 1000);
  rest %= 1000;
  if (rest == 0)
    return;
  if (rest % 100 == 0)
    g_string_append_printf (out, ".%d", (int) (rest / 100));
  else if (rest % 10 == 0)
    g_string_append_printf (out, ".%02d", (int) (rest / 10));
  else
    g_string_append_printf (out, ".%03d", (int) rest);
}

static void
append_attribute (GString *out, const char *name, double value)
{
  g_string_append_printf (out, " %s=\"", name);
  append_number (out, value);
  g_string_append_c (out, '"');
}

/* XML 1.0 has no way to write most control characters; they are left out. */
static void
append_escaped (GString *out, const char *text, gsize length)
{
  const char *end = text + length;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '&')
        g_string_append (out, "&amp;");
      else if (c == '<')
        g_string_append (out, "&lt;");
      else if (c == '>')
        g_string_append (out, "&gt;");
      else if (c == '"')
        g_string_append (out, "&quot;");
      else if ((c >= 0x20 && c != 0x7f && c != 0xfffe && c != 0xffff) || c == '\n' || c == '\t')
        g_string_append_unichar (out, c);
    }
}

static void
append_color (GString *out, const char *name, RsColor color)
{
  g_string_append_printf (out, " %s=\"#%02x%02x%02x\"", name, (guint) lround (color.red * 255),
                          (guint) lround (color.green * 255), (guint) lround (color.blue * 255));
  if (color.alpha < 1)
    {
      g_string_append_printf (out, " %s-opacity=\"", name);
      append_number (out, color.alpha);
      g_string_append_c (out, '"');
    }
}

static void
append_dash (GString *out, const RsMark *mark)
{
  double on = 0, off = 0;

  switch (mark->dash)
    {
    case RS_DASH_NONE:
      return;
    case RS_DASH_SHORT:
      on = 3;
      off = 2;
      break;
    case RS_DASH_LONG:
      on = 7;
      off = 3;
      break;
    case RS_DASH_DOT:
      on = 1;
      off = 2;
      break;
    }
  g_string_append (out, " stroke-dasharray=\"");
  append_number (out, on * mark->stroke_px);
  g_string_append_c (out, ' ');
  append_number (out, off * mark->stroke_px);
  g_string_append_c (out, '"');
}

/* Presentation attributes; the root sets fill to none. */
static void
append_paint (GString *out, const RsMark *mark)
{
  if (mark->has_fill)
    append_color (out, "fill", mark->fill);
  if (mark->has_stroke)
    {
      append_color (out, "stroke", mark->stroke);
      append_attribute (out, "stroke-width", mark->stroke_px);
      append_dash (out, mark);
    }
  if (mark->crisp && mark->radius_px <= 0)
    g_string_append (out, " shape-rendering=\"crispEdges\"");
}

static void
append_rect_attributes (GString *out, RsRect r)
{
  append_attribute (out, "x", r.x);
  append_attribute (out, "y", r.y);
  append_attribute (out, "width", r.width);
  append_attribute (out, "height", r.height);
}

static void
write_rect (Writer *self, const RsMark *mark)
{
  g_string_append (self->out, "<rect");
  append_rect_attributes (self->out, mark->bounds);
  if (mark->radius_px > 0)
    append_attribute (self->out, "rx", mark->radius_px);
  append_paint (self->out, mark);
  g_string_append (self->out, "/>\n");
}

static void
append_points (GString *out, char verb, const RsPoint *points, guint n)
{
  g_string_append_c (out, verb);
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (out, ' ');
      append_number (out, points[i].x);
      g_string_append_c (out, ' ');
      append_number (out, points[i].y);
    }
}

static void
write_path (Writer *self, const RsMark *mark)
{
  const RsPathVerb *verbs = rs_scene_get_verbs (self->scene) + mark->first_verb;
  const RsPoint *p = rs_scene_get_points (self->scene) + mark->first_point;

  g_string_append (self->out, "<path d=\"");
  for (guint i = 0; i < mark->n_verbs; i++)
    switch (verbs[i])
      {
      case RS_PATH_MOVE:
        append_points (self->out, 'M', p, 1);
        p += 1;
        break;
      case RS_PATH_LINE:
        append_points (self->out, 'L', p, 1);
        p += 1;
        break;
      case RS_PATH_CURVE:
        append_points (self->out, 'C', p, 3);
        p += 3;
        break;
      case RS_PATH_CLOSE:
        g_string_append_c (self->out, 'Z');
        break;
      }
  g_string_append_c (self->out, '"');
  append_paint (self->out, mark);
  g_string_append (self->out, "/>\n");
}

/* What the line shows: an ellipsized one is not a piece of the text, but runs of it and an
 * ellipsis. */
static void
append_line_text (GString *out, PangoLayout *layout, const PangoLayoutLine *line)
{
  const char *text = pango_layout_get_text (layout);
  gboolean is_ellipsized = FALSE;

  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      const PangoGlyphItem *run = l->data;

      is_ellipsized |= (run->item->analysis.flags & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS) != 0;
    }
  if (!is_ellipsized)
    {
      gsize length = (gsize) line->length;

      while (length > 0 && text[line->start_index + length - 1] == ' ')
        length--;
      append_escaped (out, text + line->start_index, length);
      return;
    }
  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      const PangoGlyphItem *run = l->data;

      if ((run->item->analysis.flags & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS) != 0)
        g_string_append (out, "…");
      else
        append_escaped (out, text + run->item->offset, (gsize) run->item->length);
    }
}

static gboolean
has_chinese (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_get_script (g_utf8_get_char (p)) == G_UNICODE_SCRIPT_HAN)
      return TRUE;
  return FALSE;
}

static void
write_line (
  Writer *self, const RsMark *mark, PangoLayout *layout, const PangoLayoutLine *line, double y)
{
  static const char *const anchors[] = { "", " text-anchor=\"middle\"", " text-anchor=\"end\"" };

  g_string_append (self->out, "<text");
  append_attribute (self->out, "x", mark->anchor.x);
  append_attribute (self->out, "y", y);
  append_attribute (self->out, "font-size", mark->font.size_px);
  if (mark->font.weight != RS_WEIGHT_NORMAL)
    g_string_append_printf (self->out, " font-weight=\"%d\"", (int) mark->font.weight);
  if (mark->font.tabular)
    g_string_append (self->out, " style=\"font-variant-numeric:tabular-nums\"");
  g_string_append (self->out, anchors[mark->align]);
  append_color (self->out, "fill", mark->fill);
  /* Chinese in an English picture: to be set with Chinese glyphs, not with Japanese. */
  if (rs_scene_get_language (self->scene) != RS_LANGUAGE_ZH_CN && has_chinese (mark->text))
    g_string_append (self->out, " xml:lang=\"zh-cn\"");
  if (strstr (mark->text, "  ") != NULL)
    g_string_append (self->out, " xml:space=\"preserve\"");
  g_string_append_c (self->out, '>');
  append_line_text (self->out, layout, line);
  g_string_append (self->out, "</text>\n");
}

static void
write_text (Writer *self, const RsMark *mark)
{
  PangoLayout *layout = rs_text_engine_get_layout (
    self->engine, mark->text, &mark->font, rs_scene_get_language (self->scene), mark->max_width_px,
    mark->max_lines, RS_ALIGN_START);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  int first_baseline = pango_layout_iter_get_baseline (iter);

  do
    {
      const PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      int below = pango_layout_iter_get_baseline (iter) - first_baseline;

      if (line->length > 0)
        write_line (self, mark, layout, line, mark->anchor.y + (double) below / PANGO_SCALE);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
write_mark (Writer *self, const RsMark *mark)
{
  switch (mark->type)
    {
    case RS_MARK_RECT:
      write_rect (self, mark);
      break;
    case RS_MARK_PATH:
      write_path (self, mark);
      break;
    case RS_MARK_TEXT:
      write_text (self, mark);
      break;
    case RS_MARK_CLIP:
      self->n_clips++;
      self->n_open_clips++;
      g_string_append_printf (self->out, "<clipPath id=\"clip%u\"><rect", self->n_clips);
      append_rect_attributes (self->out, mark->bounds);
      g_string_append_printf (self->out, "/></clipPath>\n<g clip-path=\"url(#clip%u)\">\n",
                              self->n_clips);
      break;
    case RS_MARK_UNCLIP:
      if (self->n_open_clips > 0)
        {
          g_string_append (self->out, "</g>\n");
          self->n_open_clips--;
        }
      break;
    }
}

static void
write_root (Writer *self)
{
  RsLanguage language = rs_scene_get_language (self->scene);
  const char *title = rs_scene_get_title (self->scene);
  const char *description = rs_scene_get_description (self->scene);
  g_autofree char *family = rs_text_engine_get_real_family (self->engine, language);
  double width = rs_scene_get_width (self->scene), height = rs_scene_get_height (self->scene);

  g_string_append (self->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                              "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\"");
  append_attribute (self->out, "width", width);
  append_attribute (self->out, "height", height);
  g_string_append (self->out, " viewBox=\"0 0 ");
  append_number (self->out, width);
  g_string_append_c (self->out, ' ');
  append_number (self->out, height);
  g_string_append_printf (self->out,
                          "\" xml:lang=\"%s\" role=\"img\" aria-labelledby=\"title desc\">\n",
                          rs_language_get_tag (language));
  g_string_append (self->out, "<title id=\"title\">");
  append_escaped (self->out, title, strlen (title));
  g_string_append (self->out, "</title>\n<desc id=\"desc\">");
  append_escaped (self->out, description, strlen (description));
  g_string_append (self->out,
                   "</desc>\n<g fill=\"none\" stroke-linejoin=\"round\" font-family=\"'");
  append_escaped (self->out, family, strlen (family));
  g_string_append_printf (self->out, "', %s\">\n",
                          language == RS_LANGUAGE_ZH_CN ? FALLBACK_FAMILIES_ZH_CN
                                                        : FALLBACK_FAMILIES_EN);
}

GBytes *
rs_svg_encode (const RsScene *scene, RsTextEngine *engine)
{
  Writer self = { scene, engine, NULL };

  g_return_val_if_fail (scene != NULL && engine != NULL, NULL);

  self.out = g_string_sized_new (8192);
  write_root (&self);
  for (guint i = 0; i < rs_scene_get_n_marks (scene); i++)
    write_mark (&self, rs_scene_get_mark (scene, i));
  for (; self.n_open_clips > 0; self.n_open_clips--)
    g_string_append (self.out, "</g>\n");
  g_string_append (self.out, "</g>\n</svg>\n");
  return g_string_free_to_bytes (self.out);
}
