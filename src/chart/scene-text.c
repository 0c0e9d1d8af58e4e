/* SPDX-License-Identifier: GPL-3.0-or-later
 * A scene as text, one mark a line, for goldens. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/scene-private.h"

#include <math.h>

static void
append_number (GString *out, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (buffer, sizeof buffer, "%.2f", value);
  g_string_append_c (out, ' ');
  g_string_append (out, g_str_equal (buffer, "-0.00") ? "0.00" : buffer);
}

static void
append_color (GString *out, const char *word, RsColor color)
{
  g_string_append_printf (out, " %s #%02x%02x%02x", word, (guint) lround (color.red * 255),
                          (guint) lround (color.green * 255), (guint) lround (color.blue * 255));
  if (color.alpha < 1)
    g_string_append_printf (out, "%02x", (guint) lround (color.alpha * 255));
}

static void
append_string (GString *out, const char *text)
{
  g_string_append (out, " \"");
  for (const char *p = text; *p != '\0'; p++)
    switch (*p)
      {
      case '\n':
        g_string_append (out, "\\n");
        break;
      case '"':
      case '\\':
        g_string_append_c (out, '\\');
        g_string_append_c (out, *p);
        break;
      default:
        g_string_append_c (out, *p);
        break;
      }
  g_string_append_c (out, '"');
}

static void
append_path (GString *out, const RsScene *self, const RsMark *mark)
{
  const RsPathVerb *verbs = rs_scene_get_verbs (self) + mark->first_verb;
  const RsPoint *p = rs_scene_get_points (self) + mark->first_point;

  for (guint i = 0; i < mark->n_verbs; i++)
    {
      guint n_points = 0;

      switch (verbs[i])
        {
        case RS_PATH_MOVE:
          g_string_append (out, " M");
          n_points = 1;
          break;
        case RS_PATH_LINE:
          g_string_append (out, " L");
          n_points = 1;
          break;
        case RS_PATH_CURVE:
          g_string_append (out, " C");
          n_points = 3;
          break;
        case RS_PATH_CLOSE:
          g_string_append (out, " Z");
          break;
        }
      for (; n_points > 0; n_points--, p++)
        {
          append_number (out, p->x);
          append_number (out, p->y);
        }
    }
}

static void
append_rect (GString *out, RsRect rect)
{
  append_number (out, rect.x);
  append_number (out, rect.y);
  append_number (out, rect.width);
  append_number (out, rect.height);
}

static void
append_text_mark (GString *out, const RsMark *mark)
{
  static const char *const aligns[] = { "start", "middle", "end" };

  append_number (out, mark->anchor.x);
  append_number (out, mark->anchor.y);
  g_string_append_printf (out, " %s", aligns[mark->align]);
  append_string (out, mark->text);
  g_string_append (out, " size");
  append_number (out, mark->font.size_px);
  g_string_append_printf (out, " weight %d", (int) mark->font.weight);
  if (mark->font.tabular)
    g_string_append (out, " tabular");
  if (mark->max_width_px > 0)
    {
      g_string_append (out, " width");
      append_number (out, mark->max_width_px);
    }
  if (mark->max_lines > 0)
    g_string_append_printf (out, " lines %d", mark->max_lines);
  g_string_append (out, " box");
  append_rect (out, mark->bounds);
}

static void
append_paint (GString *out, const RsMark *mark)
{
  static const char *const dashes[] = { "", " short", " long", " dot" };

  if (mark->has_fill)
    append_color (out, "fill", mark->fill);
  if (mark->has_stroke)
    {
      append_color (out, "stroke", mark->stroke);
      append_number (out, mark->stroke_px);
      g_string_append (out, dashes[mark->dash]);
    }
  if (mark->radius_px > 0)
    {
      g_string_append (out, " radius");
      append_number (out, mark->radius_px);
    }
  if (mark->crisp)
    g_string_append (out, " crisp");
  if (mark->datum.series >= 0)
    g_string_append_printf (out, " datum %d %d", mark->datum.series, mark->datum.point);
}

static void
append_mark_text (GString *out, const RsScene *self, const RsMark *mark)
{
  switch (mark->type)
    {
    case RS_MARK_RECT:
      g_string_append_printf (out, "rect %s", rs_part_to_string (mark->part));
      append_rect (out, mark->bounds);
      break;
    case RS_MARK_PATH:
      g_string_append_printf (out, "path %s", rs_part_to_string (mark->part));
      append_path (out, self, mark);
      break;
    case RS_MARK_TEXT:
      g_string_append_printf (out, "text %s", rs_part_to_string (mark->part));
      append_text_mark (out, mark);
      break;
    case RS_MARK_CLIP:
      g_string_append (out, "clip");
      append_rect (out, mark->bounds);
      break;
    case RS_MARK_UNCLIP:
      g_string_append (out, "unclip");
      break;
    }
  append_paint (out, mark);
  g_string_append_c (out, '\n');
}

char *
rs_scene_to_text (const RsScene *self)
{
  GString *out = g_string_new ("scene");

  append_number (out, self->width_px);
  append_number (out, self->height_px);
  g_string_append_printf (out, " %s\n", rs_language_get_id (self->language));
  if (self->title != NULL)
    {
      g_string_append (out, "title");
      append_string (out, self->title);
      g_string_append_c (out, '\n');
    }
  if (self->description != NULL)
    {
      g_string_append (out, "description");
      append_string (out, self->description);
      g_string_append_c (out, '\n');
    }
  for (guint i = 0; i < self->marks->len; i++)
    append_mark_text (out, self, rs_scene_get_mark (self, i));
  for (guint i = 0; i < self->stops->len; i++)
    {
      const RsSceneStop *stop = &g_array_index (self->stops, RsSceneStop, i);

      g_string_append_printf (out, "stop %d %d", stop->datum.series, stop->datum.point);
      append_number (out, stop->at.x);
      append_number (out, stop->at.y);
      append_rect (out, stop->hit);
      g_string_append_c (out, '\n');
    }
  for (guint i = 0; i < self->left_out->len; i++)
    {
      const RsSceneLeftOut *left_out = &g_array_index (self->left_out, RsSceneLeftOut, i);

      g_string_append_printf (out, "left-out %u", left_out->n);
      append_string (out, left_out->what);
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}
