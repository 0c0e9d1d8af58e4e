/* SPDX-License-Identifier: GPL-3.0-or-later
 * Themes: legible in every pair of roles, and parsed strictly. */
#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "chart/theme.h"
#include "query/view.h"

/* WCAG 2.2: text 1.4.3, what is drawn 1.4.11. */
#define TEXT_CONTRAST 4.5
#define MARK_CONTRAST 3.0

static void
test_contrast_formula (void)
{
  const RsColor black = { 0, 0, 0, 1 }, white = { 1, 1, 1, 1 };
  const RsColor grey = { 0x76 / 255.0, 0x76 / 255.0, 0x76 / 255.0, 1 };

  g_assert_cmpfloat_with_epsilon (rs_color_contrast (black, white), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (rs_color_contrast (white, black), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (rs_color_contrast (grey, grey), 1, 1e-9);
  /* The darkest grey that passes for text on white, as is well known. */
  g_assert_cmpfloat_with_epsilon (rs_color_contrast (grey, white), 4.54, 0.01);
}

static void
assert_contrast (const RsTheme *theme, const char *role, RsColor a, RsColor b, double least)
{
  if (rs_color_contrast (a, b) < least)
    {
      g_test_message ("%s: %s has only %.2f : 1", theme->id, role, rs_color_contrast (a, b));
      g_test_fail ();
    }
}

static void
test_contrast (void)
{
  const char *const *ids = rs_theme_list ();

  g_assert_cmpuint (g_strv_length ((char **) ids), ==, 5);
  for (; *ids != NULL; ids++)
    {
      const RsTheme *t = rs_theme_get (*ids);
      const RsColor grounds[] = { t->card, t->ground };

      g_assert_nonnull (t);
      for (gsize i = 0; i < G_N_ELEMENTS (grounds); i++)
        {
          assert_contrast (t, "text", t->text, grounds[i], TEXT_CONTRAST);
          assert_contrast (t, "secondary", t->secondary, grounds[i], TEXT_CONTRAST);
        }
      assert_contrast (t, "good", t->good, t->good_ground, TEXT_CONTRAST);
      assert_contrast (t, "adverse", t->adverse, t->adverse_ground, TEXT_CONTRAST);
      assert_contrast (t, "neutral", t->neutral, t->neutral_ground, TEXT_CONTRAST);
      for (guint i = 0; i < RS_N_SERIES_COLORS; i++)
        {
          assert_contrast (t, "series", t->series[i], t->card, MARK_CONTRAST);
          assert_contrast (t, "series text", t->series_text[i], t->card, TEXT_CONTRAST);
        }
      assert_contrast (t, "tint", t->tint, t->card, MARK_CONTRAST);
      assert_contrast (t, "context", t->context, t->card, MARK_CONTRAST);
      assert_contrast (t, "axis", t->axis, t->card, MARK_CONTRAST);
      assert_contrast (t, "target", t->target, t->card, TEXT_CONTRAST);
      assert_contrast (t, "focus", t->focus, t->card, MARK_CONTRAST);
      /* What is chosen stands out from what is not, also without colour. */
      assert_contrast (t, "series 1 on tint", t->series[0], t->tint, 1.8);
      if (g_str_has_prefix (t->id, "high-contrast"))
        {
          assert_contrast (t, "text", t->text, t->card, 7);
          assert_contrast (t, "secondary", t->secondary, t->card, 7);
          assert_contrast (t, "border", t->border, t->card, 7);
          for (guint i = 0; i < RS_N_SERIES_COLORS; i++)
            assert_contrast (t, "series", t->series[i], t->card, TEXT_CONTRAST);
        }
    }
}

static void
test_list (void)
{
  g_assert_cmpstr (rs_theme_get ("light")->id, ==, "light");
  g_assert_false (rs_theme_get ("light")->dark);
  g_assert_true (rs_theme_get ("dark")->dark);
  g_assert_true (rs_theme_get ("high-contrast-dark")->dark);
  g_assert_true (rs_theme_get ("dark") == rs_theme_get ("dark"));
  g_assert_null (rs_theme_get ("plaid"));
}

#define COLORS                                                                                     \
  "\"ground\":\"#ffffff\",\"card\":\"#ffffff\",\"border\":\"#000000\",\"text\":\"#000000\","       \
  "\"secondary\":\"#000000\",\"grid\":\"#000000\",\"axis\":\"#000000\",\"tint\":\"#000000\","      \
  "\"context\":\"#000000\",\"target\":\"#000000\",\"good\":\"#000000\",\"good_ground\":\"#"        \
  "ffffff\","                                                                                      \
  "\"adverse\":\"#000000\",\"adverse_ground\":\"#ffffff\",\"neutral\":\"#000000\","                \
  "\"neutral_ground\":\"#ffffff\","
#define SERIES                                                                                     \
  "\"series\":[\"#2f5d9a\",\"#B88E45\",\"#000000\",\"#000000\",\"#000000\",\"#000000\"]"
#define STROKES "\"strokes\":{\"series\":2,\"hairline\":0.75,\"point\":7}"
#define THEME(focus, series, strokes)                                                              \
  "{\"id\":\"t\",\"dark\":false,\"colors\":{" COLORS focus series "}," strokes "}"
#define FOCUS "\"focus\":\"#000000\","

static RsTheme *
parse (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return rs_theme_from_bytes ("t.json", bytes, error);
}

static void
test_parse (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RsTheme) theme = parse (THEME (FOCUS, SERIES, STROKES), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (theme->id, ==, "t");
  g_assert_cmpfloat_with_epsilon (theme->series[0].green, 0x5d / 255.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (theme->series[1].red, 0xb8 / 255.0, 1e-9);
  g_assert_cmpfloat (theme->hairline_px, ==, 0.75);
  /* Dark enough as it is, and one that has to be darkened for text. */
  g_assert_cmpfloat (theme->series_text[0].blue, ==, theme->series[0].blue);
  g_assert_cmpfloat (theme->series_text[1].blue, <, theme->series[1].blue);
}

typedef struct
{
  const char *text;
  const char *pointer; /* what the message names */
} BadCase;

static const BadCase bad_cases[] = {
  { "", "t.json" },
  { "{", "t.json" },
  { "[]", "/" },
  { "{}", "/id" },
  { "{\"id\":7}", "/id" },
  { "{\"id\":\"\"}", "/id" },
  { "{\"id\":\"t\",\"dark\":0}", "/dark" },
  { "{\"id\":\"t\",\"dark\":true}", "/colors" },
  { "{\"id\":\"t\",\"dark\":true,\"colours\":{}}", "/colours" },
  { "{\"id\":\"t\",\"dark\":true,\"colors\":[]}", "/colors" },
  { "{\"id\":\"t\",\"dark\":true,\"colors\":{}}", "/colors/ground" },
  { THEME ("", SERIES, STROKES), "/colors/focus" },
  { THEME ("\"focus\":null,", SERIES, STROKES), "/colors/focus" },
  { THEME ("\"focus\":\"red\",", SERIES, STROKES), "/colors/focus" },
  { THEME ("\"focus\":\"#0000\",", SERIES, STROKES), "/colors/focus" },
  { THEME ("\"focus\":\"#00000g\",", SERIES, STROKES), "/colors/focus" },
  { THEME ("\"focus\":\"#0000000\",", SERIES, STROKES), "/colors/focus" },
  { THEME (FOCUS "\"halo\":\"#000000\",", SERIES, STROKES), "/colors/halo" },
  { THEME (FOCUS, "\"series\":[]", STROKES), "/colors/series" },
  { THEME (FOCUS, "\"series\":\"#000000\"", STROKES), "/colors/series" },
  { THEME (
      FOCUS, "\"series\":[\"#000000\",\"#000000\",1,\"#000000\",\"#000000\",\"#000000\"]", STROKES),
    "/colors/series/2" },
  { THEME (FOCUS, SERIES, "\"strokes\":{\"series\":2,\"hairline\":1}"), "/strokes/point" },
  { THEME (FOCUS, SERIES, "\"strokes\":{\"series\":0,\"hairline\":1,\"point\":1}"),
    "/strokes/series" },
  { THEME (FOCUS, SERIES, "\"strokes\":{\"series\":2,\"hairline\":-1,\"point\":1}"),
    "/strokes/hairline" },
  { THEME (FOCUS, SERIES, "\"strokes\":{\"series\":2,\"hairline\":101,\"point\":1}"),
    "/strokes/hairline" },
  { THEME (FOCUS, SERIES, "\"strokes\":{\"series\":2,\"hairline\":\"1\",\"point\":1}"),
    "/strokes/hairline" },
  { THEME (FOCUS, SERIES, "\"strokes\":{\"series\":2,\"hairline\":1,\"point\":1,\"wide\":1}"),
    "/strokes/wide" },
  { THEME (FOCUS, SERIES, "\"strokes\":[]"), "/strokes" },
};

static void
test_refused (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad_cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RsTheme) theme = parse (bad_cases[i].text, &error);

      g_assert_null (theme);
      g_assert_error (error, RS_QUERY_ERROR, RS_QUERY_ERROR_SYNTAX);
      g_assert_nonnull (strstr (error->message, "t.json"));
      if (strstr (error->message, bad_cases[i].pointer) == NULL)
        g_error ("case %zu: “%s” is not in “%s”", i, bad_cases[i].pointer, error->message);
    }
}

static void
test_type_scale (void)
{
  RsTypeScale desk = rs_type_scale_get (RS_TYPE_DESK, 1, 300);
  RsTypeScale large = rs_type_scale_get (RS_TYPE_DESK, 2, 300);
  RsTypeScale hall = rs_type_scale_get (RS_TYPE_HALL, 1, 1080);
  RsTypeScale hall_4k = rs_type_scale_get (RS_TYPE_HALL, 1, 2160);

  g_assert_cmpfloat (desk.title, ==, 15);
  g_assert_cmpfloat (desk.value, ==, 28);
  g_assert_cmpfloat (large.label, ==, 2 * desk.label);
  g_assert_cmpfloat (hall.title, ==, 44);
  g_assert_cmpfloat (hall.label, ==, 28);
  g_assert_cmpfloat (hall_4k.value, ==, 2 * hall.value);
  g_assert_cmpfloat (hall_4k.stroke_scale, ==, 2 * hall.stroke_scale);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/theme/contrast-formula", test_contrast_formula);
  g_test_add_func ("/chart/theme/contrast", test_contrast);
  g_test_add_func ("/chart/theme/list", test_list);
  g_test_add_func ("/chart/theme/parse", test_parse);
  g_test_add_func ("/chart/theme/refused", test_refused);
  g_test_add_func ("/chart/theme/type-scale", test_type_scale);
  return g_test_run ();
}
