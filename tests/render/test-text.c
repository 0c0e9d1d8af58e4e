/* SPDX-License-Identifier: GPL-3.0-or-later
 * Text: what is measured is what is painted, on any surface. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "render/text.h"

#define SURFACE_PX 400
#define ORIGIN_PX 50

static const RsFont font = { 16, RS_WEIGHT_NORMAL, FALSE };

static RsTextEngine *
new_engine (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "fonts", NULL);

  return rs_text_engine_new_for_fonts (folder, "DejaVu Sans");
}

static RsTextExtents
measure (RsTextEngine *engine, const char *text, double width, int max_lines)
{
  return rs_text_metrics_measure (rs_text_engine_get_metrics (engine), text, &font, RS_LANGUAGE_EN,
                                  width, max_lines);
}

static PangoLayout *
get_layout (RsTextEngine *engine, const char *text, double width, int max_lines)
{
  return rs_text_engine_get_layout (engine, text, &font, RS_LANGUAGE_EN, width, max_lines,
                                    RS_ALIGN_START);
}

/* The box of what is painted, in px of the layout. */
static RsRect
painted_box (PangoLayout *layout, double scale)
{
  int side = (int) (SURFACE_PX * scale);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, side, side);
  cairo_t *cr = cairo_create (surface);
  const guint8 *data;
  int stride, left = side, top = side, right = -1, bottom = -1;

  cairo_scale (cr, scale, scale);
  cairo_move_to (cr, ORIGIN_PX, ORIGIN_PX);
  pango_cairo_show_layout (cr, layout);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  stride = cairo_image_surface_get_stride (surface);
  for (int y = 0; y < side; y++)
    for (int x = 0; x < side; x++)
      if (data[y * stride + x] > 40)
        {
          left = MIN (left, x);
          right = MAX (right, x + 1);
          top = MIN (top, y);
          bottom = MAX (bottom, y + 1);
        }
  cairo_surface_destroy (surface);
  return rs_rect (left / scale - ORIGIN_PX, top / scale - ORIGIN_PX, (right - left) / scale,
                  (bottom - top) / scale);
}

static void
assert_same_box (RsRect a, RsRect b, double tolerance)
{
  g_assert_cmpfloat_with_epsilon (a.x, b.x, tolerance);
  g_assert_cmpfloat_with_epsilon (a.y, b.y, tolerance);
  g_assert_cmpfloat_with_epsilon (rs_rect_right (a), rs_rect_right (b), tolerance);
  g_assert_cmpfloat_with_epsilon (rs_rect_bottom (a), rs_rect_bottom (b), tolerance);
}

static RsRect
ink_box (PangoLayout *layout)
{
  PangoRectangle ink;

  pango_layout_get_extents (layout, &ink, NULL);
  return rs_rect ((double) ink.x / PANGO_SCALE, (double) ink.y / PANGO_SCALE,
                  (double) ink.width / PANGO_SCALE, (double) ink.height / PANGO_SCALE);
}

static void
test_painted_as_measured (void)
{
  g_autoptr (RsTextEngine) engine = new_engine ();
  static const char *const texts[] = { "Hxgpq 75.1", "WWW", "a text that wraps into lines" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      PangoLayout *layout = get_layout (engine, texts[i], 120, 0);
      RsRect ink = ink_box (layout);

      /* cairo 1.16 sets glyphs on whole pixels of an image, so a pixel is what they may be off. */
      assert_same_box (painted_box (layout, 1), ink, 1.5);
      assert_same_box (painted_box (layout, 2), ink, 1.0);
      assert_same_box (painted_box (layout, 4), ink, 0.6);
    }
}

static void
test_painted_as_measured_on_vectors (void)
{
  g_autoptr (RsTextEngine) engine = new_engine ();
  PangoLayout *layout = get_layout (engine, "Hxgpq 75.1", 0, 0);
  RsRect ink = ink_box (layout);
  RsRect painted;
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  pango_cairo_show_layout (cr, layout);
  cairo_destroy (cr);
  cairo_recording_surface_ink_extents (surface, &painted.x, &painted.y, &painted.width,
                                       &painted.height);
  cairo_surface_destroy (surface);
  /* Extents of a recording are rounded outwards to whole px. */
  assert_same_box (painted, ink, 2.0);
}

/* Painting must not change what was measured: the context never takes over the options of a
 * surface. */
static void
test_measure_does_not_depend_on_surface (void)
{
  g_autoptr (RsTextEngine) engine = new_engine ();
  RsTextExtents before = measure (engine, "New urban jobs", 0, 0);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 100, 100);
  cairo_t *cr = cairo_create (surface);
  RsTextExtents after;
  PangoRectangle logical;
  PangoLayout *layout;

  cairo_scale (cr, 3, 3);
  layout = get_layout (engine, "New urban jobs", 0, 0);
  pango_cairo_show_layout (cr, layout);
  pango_layout_get_extents (layout, NULL, &logical);
  after = measure (engine, "New urban jobs", 0, 0);
  g_assert_cmpfloat (before.width_px, ==, after.width_px);
  g_assert_cmpfloat (before.height_px, ==, (double) logical.height / PANGO_SCALE);
  /* Not hinted: a height that is no whole number of px. */
  g_assert_cmpfloat (before.height_px, !=, round (before.height_px));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_sizes_are_proportional (void)
{
  g_autoptr (RsTextEngine) engine = new_engine ();
  RsTextMetrics *metrics = rs_text_engine_get_metrics (engine);
  const RsFont small = { 10, RS_WEIGHT_NORMAL, FALSE }, large = { 40, RS_WEIGHT_NORMAL, FALSE };
  const char *text = "Chongqing 2021";
  RsTextExtents a = rs_text_metrics_measure (metrics, text, &small, RS_LANGUAGE_EN, 0, 0);
  RsTextExtents b = rs_text_metrics_measure (metrics, text, &large, RS_LANGUAGE_EN, 0, 0);

  g_assert_cmpfloat_with_epsilon (4 * a.width_px, b.width_px, 0.5);
  g_assert_cmpfloat_with_epsilon (4 * a.baseline_px, b.baseline_px, 0.5);
}

static void
test_wrap (void)
{
  g_autoptr (RsTextEngine) engine = new_engine ();
  const char *text = "Measures of one family are cousins that are never joined";
  RsTextExtents one = measure (engine, text, 0, 0);

  g_assert_cmpint (one.n_lines, ==, 1);
  for (double width = 60; width < 500; width += 37)
    {
      RsTextExtents e = measure (engine, text, width, 0);
      RsTextExtents again = measure (engine, text, e.width_px, 0);

      g_assert_cmpfloat (e.width_px, <=, width + 0.001);
      g_assert_cmpint (e.n_lines, >=, (int) floor (one.width_px / width));
      g_assert_cmpfloat_with_epsilon (e.height_px, e.n_lines * one.height_px, 0.5);
      /* What was measured fits into its own width. */
      g_assert_cmpint (again.n_lines, ==, e.n_lines);
    }
  /* A word that is wider than the line is broken. */
  g_assert_cmpint (measure (engine, "Mmmmmmmmmmmmmmmmmmmmmmmmm", 80, 0).n_lines, >, 1);
}

static void
test_ellipsis (void)
{
  g_autoptr (RsTextEngine) engine = new_engine ();
  const char *text = "Measures of one family are cousins that are never joined";
  RsTextExtents e = measure (engine, text, 100, 2);

  g_assert_cmpint (e.n_lines, ==, 2);
  g_assert_cmpfloat (e.width_px, <=, 100);
  g_assert_true (pango_layout_is_ellipsized (get_layout (engine, text, 100, 2)));
  g_assert_false (pango_layout_is_ellipsized (get_layout (engine, text, 100, 0)));
  g_assert_cmpint (measure (engine, "short", 100, 2).n_lines, ==, 1);
  /* Lines are counted over paragraphs. */
  g_assert_cmpint (measure (engine, "a\nb\nc", 100, 0).n_lines, ==, 3);
  g_assert_cmpint (measure (engine, "a\nb\nc", 100, 2).n_lines, ==, 2);
  g_assert_cmpint (measure (engine, "a\nb\nc", 0, 1).n_lines, ==, 1);
  g_assert_nonnull (strstr (pango_layout_get_text (get_layout (engine, "a\nb\nc", 100, 2)), "b…"));
}

static void
test_tabular (void)
{
  g_autoptr (RsTextEngine) engine = new_engine ();
  RsTextMetrics *metrics = rs_text_engine_get_metrics (engine);
  const RsFont tabular = { 16, RS_WEIGHT_NORMAL, TRUE };
  RsTextExtents a = rs_text_metrics_measure (metrics, "1111", &tabular, RS_LANGUAGE_EN, 0, 0);
  RsTextExtents b = rs_text_metrics_measure (metrics, "0808", &tabular, RS_LANGUAGE_EN, 0, 0);
  PangoAttrList *attributes = pango_layout_get_attributes (
    rs_text_engine_get_layout (engine, "1", &tabular, RS_LANGUAGE_EN, 0, 0, RS_ALIGN_START));

  g_assert_cmpfloat (a.width_px, ==, b.width_px);
  g_assert_nonnull (attributes);
  g_assert_null (pango_layout_get_attributes (get_layout (engine, "1", 0, 0)));
}

static void
test_language (void)
{
  g_autoptr (RsTextEngine) engine = new_engine ();

  for (int i = 0; i < RS_N_LANGUAGES; i++)
    {
      PangoLayout *layout =
        rs_text_engine_get_layout (engine, "1", &font, (RsLanguage) i, 0, 0, RS_ALIGN_START);
      PangoLanguage *language = pango_context_get_language (pango_layout_get_context (layout));

      g_assert_cmpstr (pango_language_to_string (language), ==,
                       rs_language_get_tag ((RsLanguage) i));
    }
}

/* Chinese in an English picture is set as Chinese, whatever the locale of the process is. */
static void
test_language_of_a_part (void)
{
  g_autoptr (RsTextEngine) engine = new_engine ();
  PangoAttrList *list = pango_layout_get_attributes (get_layout (engine, "a 重庆，b 万", 0, 0));
  GSList *attributes;
  const PangoAttribute *first;

  g_assert_nonnull (list);
  attributes = pango_attr_list_get_attributes (list);
  g_assert_cmpuint (g_slist_length (attributes), ==, 2);
  first = attributes->data;
  g_assert_cmpint (first->klass->type, ==, PANGO_ATTR_LANGUAGE);
  g_assert_cmpuint (first->start_index, ==, 2);
  g_assert_cmpuint (first->end_index, ==, 2 + strlen ("重庆，"));
  g_assert_cmpstr (pango_language_to_string (((const PangoAttrLanguage *) first)->value), ==,
                   "zh-cn");
  g_slist_free_full (attributes, (GDestroyNotify) pango_attribute_destroy);
}

/* The font that draws the first @piece of the layout. */
static char *
describe_font_at (PangoLayout *layout, const char *piece)
{
  int index =
    (int) (strstr (pango_layout_get_text (layout), piece) - pango_layout_get_text (layout));
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  char *found = NULL;

  do
    {
      PangoLayoutRun *run = pango_layout_iter_get_run_readonly (iter);

      if (run != NULL && run->item->offset <= index &&
          index < run->item->offset + run->item->length)
        {
          PangoFontDescription *description = pango_font_describe (run->item->analysis.font);

          found = g_strdup (pango_font_description_get_family (description));
          pango_font_description_free (description);
        }
    }
  while (found == NULL && pango_layout_iter_next_run (iter));
  pango_layout_iter_free (iter);
  return found;
}

/* Punctuation beside Latin letters is no Han to Pango: it must come from the Chinese font all the
 * same, and not from the Japanese one that the machine may prefer. With the fonts of the machine.
 */
static void
test_one_chinese_font (void)
{
  g_autoptr (RsTextEngine) engine = rs_text_engine_new (NULL);

  for (int i = 0; i < RS_N_LANGUAGES; i++)
    {
      PangoLayout *layout =
        rs_text_engine_get_layout (engine, "重庆 Daily, page 4（重庆 via b.cn）；c", &font,
                                   (RsLanguage) i, 0, 0, RS_ALIGN_START);
      g_autofree char *han = describe_font_at (layout, "庆");
      g_autofree char *opening = describe_font_at (layout, "（");
      g_autofree char *closing = describe_font_at (layout, "）");
      g_autofree char *semicolon = describe_font_at (layout, "；");

      g_assert_nonnull (han);
      g_assert_cmpstr (opening, ==, han);
      g_assert_cmpstr (closing, ==, han);
      g_assert_cmpstr (semicolon, ==, han);
    }
}

static void
test_align (void)
{
  g_autoptr (RsTextEngine) engine = new_engine ();
  PangoLayout *middle =
    rs_text_engine_get_layout (engine, "a b", &font, RS_LANGUAGE_EN, 10, 0, RS_ALIGN_MIDDLE);
  PangoLayout *end;

  g_assert_cmpint (pango_layout_get_alignment (middle), ==, PANGO_ALIGN_CENTER);
  end = rs_text_engine_get_layout (engine, "a b", &font, RS_LANGUAGE_EN, 10, 0, RS_ALIGN_END);
  g_assert_cmpint (pango_layout_get_alignment (end), ==, PANGO_ALIGN_RIGHT);
}

static void
test_cache (void)
{
  g_autoptr (RsTextEngine) engine = new_engine ();
  RsTextExtents first = measure (engine, "text 0", 0, 0);
  PangoLayout *layout = get_layout (engine, "text 0", 0, 0);

  g_assert_true (get_layout (engine, "text 0", 0, 0) == layout);
  g_assert_true (get_layout (engine, "text 0", 200, 0) != layout);
  g_object_add_weak_pointer (G_OBJECT (layout), (gpointer *) &layout);
  /* Used all the while, it stays; the others go. */
  for (int i = 1; i < 9000; i++)
    {
      g_autofree char *text = g_strdup_printf ("text %d", i);

      measure (engine, text, 0, 0);
      if (i % 1000 == 0)
        measure (engine, "text 0", 0, 0);
    }
  g_assert_nonnull (layout);
  /* Not used any more, it goes; the cache has an end. */
  for (int i = 10000; i < 16000; i++)
    {
      g_autofree char *text = g_strdup_printf ("text %d", i);

      measure (engine, text, 0, 0);
    }
  g_assert_null (layout);
  g_assert_cmpfloat (measure (engine, "text 0", 0, 0).width_px, ==, first.width_px);
}

/* What was shaped once is not shaped again, whoever asks; another font, width or language is
 * another question. */
static void
test_counters (void)
{
  g_autoptr (RsTextEngine) engine = new_engine ();
  RsTextMetrics *metrics = rs_text_engine_get_metrics (engine);
  const RsFont larger = { 17, RS_WEIGHT_NORMAL, FALSE };
  const RsFont tabular = { 16, RS_WEIGHT_NORMAL, TRUE };
  RsTextExtents first, again;
  RsTextCounters counters;

  rs_text_engine_get_counters (engine, &counters);
  g_assert_cmpuint (counters.n_asked, ==, 0);
  first = measure (engine, "an invented label", 0, 1);
  for (int i = 0; i < 9; i++)
    {
      again = measure (engine, "an invented label", 0, 1);
      g_assert_cmpfloat (again.width_px, ==, first.width_px);
      get_layout (engine, "an invented label", 0, 1);
    }
  rs_text_engine_get_counters (engine, &counters);
  g_assert_cmpuint (counters.n_asked, ==, 19);
  g_assert_cmpuint (counters.n_shaped, ==, 1);
  g_assert_cmpuint (counters.n_kept, ==, 1);

  again = rs_text_metrics_measure (metrics, "an invented label", &larger, RS_LANGUAGE_EN, 0, 1);
  g_assert_cmpfloat (again.width_px, >, first.width_px);
  rs_text_metrics_measure (metrics, "an invented label", &tabular, RS_LANGUAGE_EN, 0, 1);
  rs_text_metrics_measure (metrics, "an invented label", &font, RS_LANGUAGE_ZH_CN, 0, 1);
  again = measure (engine, "an invented label", 60, 0);
  g_assert_cmpint (again.n_lines, >, 1);
  rs_text_engine_get_counters (engine, &counters);
  g_assert_cmpuint (counters.n_shaped, ==, 5);
  g_assert_cmpuint (counters.n_kept, ==, 5);
  again = measure (engine, "an invented label", 0, 1);
  g_assert_cmpfloat (again.width_px, ==, first.width_px);
}

static void
test_odd_texts (void)
{
  g_autoptr (RsTextEngine) engine = new_engine ();
  RsTextMetrics *metrics = rs_text_engine_get_metrics (engine);
  g_autofree char *huge = g_strnfill (4 * 1024 * 1024, 'x');
  const RsFont none = { NAN, RS_WEIGHT_NORMAL, FALSE };
  RsTextExtents e;

  e = measure (engine, "", 0, 0);
  g_assert_cmpint (e.n_lines, ==, 1);
  g_assert_cmpfloat (e.width_px, ==, 0);
  g_assert_cmpfloat (e.height_px, >, 0);
  g_assert_cmpint (measure (engine, huge, 100, 1).n_lines, ==, 1);
  e = rs_text_metrics_measure (metrics, "x", &none, RS_LANGUAGE_EN, 1e300, 0);
  g_assert_true (isfinite (e.width_px));
}

static void
test_has_glyphs (void)
{
  g_autoptr (RsTextEngine) engine = new_engine ();
  gunichar missing = 0;

  g_assert_true (rs_text_engine_has_glyphs (engine, "75.1 ≥ † − … ✓", RS_LANGUAGE_EN, &missing));
  g_assert_true (rs_text_engine_has_glyphs (engine, "line\nline\ttab", RS_LANGUAGE_EN, NULL));
  g_assert_cmpuint (missing, ==, 0);
  g_assert_false (rs_text_engine_has_glyphs (engine, "ab 中文", RS_LANGUAGE_ZH_CN, &missing));
  g_assert_cmphex (missing, ==, 0x4e2d);
  g_assert_false (rs_text_engine_has_glyphs (engine, "中", RS_LANGUAGE_EN, NULL));
}

static void
test_real_family (void)
{
  g_autoptr (RsTextEngine) engine = new_engine ();
  g_autofree char *family = rs_text_engine_get_real_family (engine, RS_LANGUAGE_ZH_CN);

  g_assert_cmpstr (family, ==, "DejaVu Sans");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/render/text/painted-as-measured", test_painted_as_measured);
  g_test_add_func ("/render/text/painted-as-measured-on-vectors",
                   test_painted_as_measured_on_vectors);
  g_test_add_func ("/render/text/measure-does-not-depend-on-surface",
                   test_measure_does_not_depend_on_surface);
  g_test_add_func ("/render/text/sizes-are-proportional", test_sizes_are_proportional);
  g_test_add_func ("/render/text/wrap", test_wrap);
  g_test_add_func ("/render/text/ellipsis", test_ellipsis);
  g_test_add_func ("/render/text/tabular", test_tabular);
  g_test_add_func ("/render/text/language", test_language);
  g_test_add_func ("/render/text/language-of-a-part", test_language_of_a_part);
  g_test_add_func ("/render/text/one-chinese-font", test_one_chinese_font);
  g_test_add_func ("/render/text/align", test_align);
  g_test_add_func ("/render/text/cache", test_cache);
  g_test_add_func ("/render/text/counters", test_counters);
  g_test_add_func ("/render/text/odd-texts", test_odd_texts);
  g_test_add_func ("/render/text/has-glyphs", test_has_glyphs);
  g_test_add_func ("/render/text/real-family", test_real_family);
  return g_test_run ();
}
