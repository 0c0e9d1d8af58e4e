/* SPDX-License-Identifier: GPL-3.0-or-later
 * Figures for tests: frames of invented datasets, drawn with fixed-pitch text. */
#include "config.h"

#include "figure-fixture.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

#include "lib/fixed-metrics.h"

/* Rounding of positions, and nothing more. */
#define SLACK_PX 0.02

RsFrame *
rs_test_frame (RsDataset *dataset, const char *view_text, int year, RsLanguage language)
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
  frame = rs_view_run (view, dataset, &selection, language, &error);
  g_assert_no_error (error);
  g_assert_nonnull (frame);
  return frame;
}

RsFigureOptions
rs_test_options (double width_px, double height_px)
{
  return (RsFigureOptions){
    .width_px = width_px,
    .height_px = height_px,
    .text_scale = 1,
    .type_mode = RS_TYPE_DESK,
    .parts = RS_TEST_CARD,
    .theme = rs_theme_get ("light"),
  };
}

RsScene *
rs_test_figure (RsDataset *dataset, const char *view, int year, double width_px, double height_px)
{
  g_autoptr (RsFrame) frame = rs_test_frame (dataset, view, year, RS_LANGUAGE_EN);
  RsFigureOptions options = rs_test_options (width_px, height_px);

  return rs_figure_new (frame, &options, rs_fixed_metrics_get ());
}

static void
assert_inside (const RsScene *scene, const RsMark *mark, const char *what)
{
  gboolean inside = mark->bounds.x >= -SLACK_PX && mark->bounds.y >= -SLACK_PX &&
                    rs_rect_right (mark->bounds) <= rs_scene_get_width (scene) + SLACK_PX &&
                    rs_rect_bottom (mark->bounds) <= rs_scene_get_height (scene) + SLACK_PX;

  if (!isfinite (mark->bounds.x + mark->bounds.y + mark->bounds.width + mark->bounds.height) ||
      !inside)
    g_error ("%s: a mark for %s leaves the picture: %g %g %g %g%s%s", what,
             rs_part_to_string (mark->part), mark->bounds.x, mark->bounds.y, mark->bounds.width,
             mark->bounds.height, mark->text != NULL ? " " : "",
             mark->text != NULL ? mark->text : "");
}

void
rs_test_assert_tidy (const RsScene *scene, const char *what)
{
  guint n = rs_scene_get_n_marks (scene);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  gboolean clipped = FALSE;

  for (guint i = 0; i < n; i++)
    {
      const RsMark *mark = rs_scene_get_mark (scene, i);

      if (mark->type == RS_MARK_CLIP)
        clipped = TRUE;
      else if (mark->type == RS_MARK_UNCLIP)
        clipped = FALSE;
      if (mark->type == RS_MARK_UNCLIP || clipped)
        continue;
      assert_inside (scene, mark, what);
      if (mark->type == RS_MARK_TEXT)
        g_ptr_array_add (texts, (gpointer) mark);
    }
  for (guint i = 0; i < texts->len; i++)
    for (guint j = i + 1; j < texts->len; j++)
      {
        const RsMark *a = texts->pdata[i];
        const RsMark *b = texts->pdata[j];
        RsRect inner =
          rs_rect_inset (a->bounds, (RsInsets){ SLACK_PX, SLACK_PX, SLACK_PX, SLACK_PX });

        if (rs_rect_overlaps (inner, b->bounds))
          g_error ("%s: \"%s\" and \"%s\" overlap", what, a->text, b->text);
      }
}

guint
rs_test_count (const RsScene *scene, RsPart part, RsMarkType type)
{
  guint n = 0;

  while (rs_test_find (scene, part, type, n) != NULL)
    n++;
  return n;
}

const RsMark *
rs_test_find (const RsScene *scene, RsPart part, RsMarkType type, guint nth)
{
  for (guint i = 0; i < rs_scene_get_n_marks (scene); i++)
    {
      const RsMark *mark = rs_scene_get_mark (scene, i);

      if (mark->part == part && mark->type == type && nth-- == 0)
        return mark;
    }
  return NULL;
}

const RsMark *
rs_test_find_datum (const RsScene *scene, RsPart part, RsMarkType type, RsDatum datum)
{
  for (guint i = 0; i < rs_scene_get_n_marks (scene); i++)
    {
      const RsMark *mark = rs_scene_get_mark (scene, i);

      if (mark->part == part && mark->type == type && mark->datum.series == datum.series &&
          mark->datum.point == datum.point)
        return mark;
    }
  return NULL;
}

const RsMark *
rs_test_find_text (const RsScene *scene, const char *text)
{
  for (guint i = 0; i < rs_scene_get_n_marks (scene); i++)
    {
      const RsMark *mark = rs_scene_get_mark (scene, i);

      if (mark->type == RS_MARK_TEXT && strstr (mark->text, text) != NULL)
        return mark;
    }
  return NULL;
}

const RsMark *
rs_test_find_label (const RsScene *scene, const char *text)
{
  for (guint i = 0; i < rs_scene_get_n_marks (scene); i++)
    {
      const RsMark *mark = rs_scene_get_mark (scene, i);

      if (mark->type == RS_MARK_TEXT && strcmp (mark->text, text) == 0)
        return mark;
    }
  return NULL;
}

void
rs_test_assert_golden (const RsScene *scene, const char *name)
{
  g_autofree char *file_name = g_strdup_printf ("%s.scene", name);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "golden", file_name, NULL);
  g_autofree char *text = rs_scene_to_text (scene);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (g_getenv ("UPDATE_GOLDEN"), "1") == 0)
    {
      g_file_set_contents (path, text, -1, &error);
      g_assert_no_error (error);
    }
  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  if (strcmp (text, expected) != 0)
    {
      g_auto (GStrv) now = g_strsplit (text, "\n", -1);
      g_auto (GStrv) then = g_strsplit (expected, "\n", -1);
      guint i = 0;

      while (now[i] != NULL && then[i] != NULL && strcmp (now[i], then[i]) == 0)
        i++;
      g_test_message ("%s:%u is \"%s\", was \"%s\"", file_name, i + 1, now[i] != NULL ? now[i] : "",
                      then[i] != NULL ? then[i] : "");
      g_test_fail ();
    }
}
