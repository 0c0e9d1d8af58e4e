/* SPDX-License-Identifier: GPL-3.0-or-later
 * SVG documents: well formed, escaped, with the text that the picture shows. */
#include "config.h"

#include <string.h>

#include "export/svg.h"

static const RsColor black = { 0, 0, 0, 1 };
static const RsColor glass = { 1, 0, 0, 0.5 };

typedef struct
{
  RsTextEngine *engine; /* (owned) */
  RsScene *scene;       /* (owned) */
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "fonts", NULL);

  f->engine = rs_text_engine_new_for_fonts (folder, "DejaVu Sans");
  f->scene = rs_scene_new (200, 100, RS_LANGUAGE_EN);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  rs_scene_unref (f->scene);
  rs_text_engine_free (f->engine);
}

static void
add_text (Fixture *f, RsAlign align, const char *text, const RsFont *font, double width, int lines)
{
  RsTextExtents extents =
    rs_text_metrics_measure (rs_text_engine_get_metrics (f->engine), text, font,
                             rs_scene_get_language (f->scene), width, lines);

  rs_scene_add_text (f->scene, RS_PART_LABEL, (RsPoint){ 10, 20.125 }, align, text, font, &black,
                     width, lines, &extents);
}

/* What a parser saw: the texts of <text> elements a line each, and the names of all elements. */
typedef struct
{
  GString *texts;
  GString *names;
  GHashTable *ids; /* every id once */
  gboolean in_text;
} Seen;

static void
on_start (GMarkupParseContext *context,
          const char *name,
          const char **attribute_names,
          const char **attribute_values,
          gpointer user_data,
          GError **error)
{
  Seen *seen = user_data;

  g_string_append_printf (seen->names, "%s ", name);
  seen->in_text = g_str_equal (name, "text");
  for (; *attribute_names != NULL; attribute_names++, attribute_values++)
    if (g_str_equal (*attribute_names, "id"))
      g_assert_true (g_hash_table_add (seen->ids, g_strdup (*attribute_values)));
}

static void
on_end (GMarkupParseContext *context, const char *name, gpointer user_data, GError **error)
{
  Seen *seen = user_data;

  if (g_str_equal (name, "text"))
    g_string_append_c (seen->texts, '\n');
  seen->in_text = FALSE;
}

static void
on_text (
  GMarkupParseContext *context, const char *text, gsize length, gpointer user_data, GError **error)
{
  Seen *seen = user_data;

  if (seen->in_text)
    g_string_append_len (seen->texts, text, (gssize) length);
}

static void
seen_clear (Seen *seen)
{
  g_string_free (seen->texts, TRUE);
  g_string_free (seen->names, TRUE);
  g_hash_table_unref (seen->ids);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Seen, seen_clear)

/* Fails where the document is not well formed. */
static Seen
parse (const char *text)
{
  const GMarkupParser parser = { on_start, on_end, on_text, NULL, NULL };
  Seen seen = {
    g_string_new (NULL),
    g_string_new (NULL),
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    FALSE,
  };
  GMarkupParseContext *context =
    g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &seen, NULL);
  g_autoptr (GError) error = NULL;

  g_markup_parse_context_parse (context, text, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_markup_parse_context_free (context);
  return seen;
}

static char *
encode (Fixture *f)
{
  g_autoptr (GBytes) bytes = rs_svg_encode (f->scene, f->engine);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_assert_true (g_utf8_validate_len (data, length, NULL));
  return g_strndup (data, length);
}

static void
assert_has (const char *text, const char *piece)
{
  if (strstr (text, piece) == NULL)
    g_error ("no “%s” in:\n%s", piece, text);
}

static void
test_marks (Fixture *f, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_auto (Seen) seen = { 0 };
  RsMark *mark;

  mark = rs_scene_add_rect (f->scene, RS_PART_BAR, rs_rect (1, -0.0001, 3.1234567, 4.5), &glass,
                            &black, 1.5);
  mark->radius_px = 2;
  mark =
    rs_scene_add_line (f->scene, RS_PART_TARGET, (RsPoint){ 0, 0 }, (RsPoint){ 10, 5 }, &black, 2);
  mark->dash = RS_DASH_SHORT;
  mark->crisp = TRUE;
  rs_scene_push_clip (f->scene, rs_rect (0, 0, 50, 50));
  rs_scene_begin_path (f->scene, RS_PART_POINT, &black, NULL, 0);
  rs_scene_move_to (f->scene, 1, 2);
  rs_scene_curve_to (f->scene, 1, 1, 2, 2, 3, 3.5);
  rs_scene_close_path (f->scene);
  rs_scene_end_path (f->scene);
  rs_scene_pop_clip (f->scene);
  rs_scene_push_clip (f->scene, rs_rect (0, 0, 5, 5));
  rs_scene_pop_clip (f->scene);
  text = encode (f);
  seen = parse (text);
  g_assert_cmpstr (seen.names->str, ==,
                   "svg title desc g rect path clipPath rect g path clipPath rect g ");
  assert_has (text, "width=\"200\" height=\"100\" viewBox=\"0 0 200 100\" xml:lang=\"en\"");
  assert_has (text,
              "<rect x=\"1\" y=\"0\" width=\"3.123\" height=\"4.5\" rx=\"2\" fill=\"#ff0000\" "
              "fill-opacity=\"0.5\" stroke=\"#000000\" stroke-width=\"1.5\"/>");
  assert_has (text, "<path d=\"M0 0L10 5\" stroke=\"#000000\" stroke-width=\"2\" "
                    "stroke-dasharray=\"6 4\" shape-rendering=\"crispEdges\"/>");
  assert_has (text, "<path d=\"M1 2C1 1 2 2 3 3.5Z\" fill=\"#000000\"/>");
  assert_has (text, "<g clip-path=\"url(#clip1)\">");
  assert_has (text, "<clipPath id=\"clip2\">");
}

static void
test_texts (Fixture *f, gconstpointer data)
{
  const RsFont bold = { 12.5, RS_WEIGHT_BOLD, TRUE }, plain = { 12, RS_WEIGHT_NORMAL, FALSE };
  g_autofree char *text = NULL;
  g_auto (Seen) seen = { 0 };

  add_text (f, RS_ALIGN_END, "75.1", &bold, 0, 0);
  add_text (f, RS_ALIGN_MIDDLE, "one two three four", &plain, 60, 0);
  add_text (f, RS_ALIGN_START, "a text that is too long for its line", &plain, 60, 1);
  text = encode (f);
  seen = parse (text);
  g_assert_cmpstr (seen.texts->str, ==, "75.1\none two\nthree four\na text t…\n");
  assert_has (text,
              "<text x=\"10\" y=\"20.125\" font-size=\"12.5\" font-weight=\"700\" "
              "style=\"font-variant-numeric:tabular-nums\" text-anchor=\"end\" fill=\"#000000\">");
  assert_has (text, "text-anchor=\"middle\"");
  assert_has (text, "font-family=\"'DejaVu Sans', ");
}

static void
test_escaped (Fixture *f, gconstpointer data)
{
  const RsFont plain = { 12, RS_WEIGHT_NORMAL, FALSE };
  g_autofree char *text = NULL;
  g_auto (Seen) seen = { 0 };

  rs_scene_set_title (f->scene, "</title><script>alert (1)</script>");
  rs_scene_set_description (f->scene, "a & b < c > d \"e\" \x01\x1b[31m");
  add_text (f, RS_ALIGN_START, "<b>&amp;</b>\x08", &plain, 0, 0);
  text = encode (f);
  seen = parse (text);
  g_assert_cmpstr (seen.texts->str, ==, "<b>&amp;</b>\n");
  g_assert_cmpstr (seen.names->str, ==, "svg title desc g text ");
  g_assert_null (strchr (text, '\x01'));
  g_assert_null (strchr (text, '\x1b'));
  assert_has (text, "<title id=\"title\">&lt;/title&gt;&lt;script&gt;");
  assert_has (text, "<desc id=\"desc\">a &amp; b &lt; c &gt; d &quot;e&quot; [31m</desc>");
}

static void
test_chinese (Fixture *f, gconstpointer data)
{
  const RsFont plain = { 12, RS_WEIGHT_NORMAL, FALSE };
  g_autofree char *text = NULL;
  g_auto (Seen) seen = { 0 };

  rs_scene_unref (f->scene);
  f->scene = rs_scene_new (200, 100, RS_LANGUAGE_ZH_CN);
  add_text (f, RS_ALIGN_START, "城镇新增就业", &plain, 0, 0);
  text = encode (f);
  seen = parse (text);
  g_assert_cmpstr (seen.texts->str, ==, "城镇新增就业\n");
  assert_has (text, "xml:lang=\"zh-cn\"");
  assert_has (text, "'Noto Sans CJK SC'");
}

static void
test_chinese_in_english (Fixture *f, gconstpointer data)
{
  const RsFont plain = { 12, RS_WEIGHT_NORMAL, FALSE };
  g_autofree char *text = NULL;

  add_text (f, RS_ALIGN_START, "Source: 重庆", &plain, 0, 0);
  text = encode (f);
  assert_has (text, "fill=\"#000000\" xml:lang=\"zh-cn\">Source: 重庆</text>");
}

static void
test_same_bytes (Fixture *f, gconstpointer data)
{
  const RsFont plain = { 12, RS_WEIGHT_NORMAL, FALSE };
  g_autofree char *a = NULL, *b = NULL;

  add_text (f, RS_ALIGN_START, "75.1", &plain, 0, 0);
  rs_scene_push_clip (f->scene, rs_rect (0, 0, 5, 5));
  rs_scene_pop_clip (f->scene);
  a = encode (f);
  b = encode (f);
  g_assert_cmpstr (a, ==, b);
}

#define ADD(path, func) g_test_add ("/export/svg/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("marks", test_marks);
  ADD ("texts", test_texts);
  ADD ("escaped", test_escaped);
  ADD ("chinese", test_chinese);
  ADD ("chinese-in-english", test_chinese_in_english);
  ADD ("same-bytes", test_same_bytes);
  return g_test_run ();
}
