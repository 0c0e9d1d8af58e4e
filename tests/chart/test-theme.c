/* SPDX-License-Identifier: GPL-3.0-or-later
 * Themes: legible in every pair of roles, to every eye and in grey, and parsed strictly. */
#include "config.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

#include "chart/theme.h"
#include "query/view.h"
#include "vision.h"

/* WCAG 2.2: text 1.4.3, what is drawn 1.4.11. */
#define TEXT_CONTRAST 4.5
#define MARK_CONTRAST 3.0
#define STRONG_CONTRAST 7.0
/* CIEDE2000 between any two series, to every eye: at 2.3 a difference is just seen, at 12 two thin
 * lines are told apart. */
#define SERIES_DIFFERENCE 12.0
#define VERDICT_DIFFERENCE 10.0
/* CIE lightness between greys of neighbours, and of the four that a chart highlights (R17, R19). */
#define GREY_DIFFERENCE 9.5
#define GREY_DIFFERENCE_OF_FOUR 20.0
#define N_RAMP_STEPS 64

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

/* Whether this theme is for eyes, rooms or machines that need more than the usual contrast. */
static gboolean
is_strong (const RsTheme *theme)
{
  return g_str_has_prefix (theme->id, "high-contrast") || g_str_has_prefix (theme->id, "hall");
}

static void
test_contrast_of_text (void)
{
  for (const char *const *ids = rs_theme_list (); *ids != NULL; ids++)
    {
      const RsTheme *t = rs_theme_get (*ids);
      const RsColor grounds[] = { t->card, t->ground };

      for (gsize i = 0; i < G_N_ELEMENTS (grounds); i++)
        {
          double least = is_strong (t) ? STRONG_CONTRAST : TEXT_CONTRAST;

          assert_contrast (t, "text", t->text, grounds[i], least);
          assert_contrast (t, "secondary", t->secondary, grounds[i], least);
        }
      assert_contrast (t, "good", t->good, t->good_ground, TEXT_CONTRAST);
      assert_contrast (t, "adverse", t->adverse, t->adverse_ground, TEXT_CONTRAST);
      assert_contrast (t, "neutral", t->neutral, t->neutral_ground, TEXT_CONTRAST);
      assert_contrast (t, "target", t->target, t->card, TEXT_CONTRAST);
      for (guint i = 0; i < RS_N_SERIES_COLORS; i++)
        assert_contrast (t, "series text", t->series_text[i], t->card, TEXT_CONTRAST);
      for (guint i = 0; i < RS_N_RANGE_COLORS; i++)
        assert_contrast (t, "text on a range", t->text, t->ranges[i], TEXT_CONTRAST);
    }
}

/* R26: every mark stands out from the card; marks that touch are parted by a line of the card's
 * colour, which every one of them thus stands out from. */
static void
test_contrast_of_marks (void)
{
  for (const char *const *ids = rs_theme_list (); *ids != NULL; ids++)
    {
      const RsTheme *t = rs_theme_get (*ids);

      for (guint i = 0; i < RS_N_SERIES_COLORS; i++)
        assert_contrast (t, "series", t->series[i], t->card,
                         is_strong (t) ? TEXT_CONTRAST : MARK_CONTRAST);
      assert_contrast (t, "tint", t->tint, t->card, MARK_CONTRAST);
      assert_contrast (t, "context", t->context, t->card, MARK_CONTRAST);
      assert_contrast (t, "axis", t->axis, t->card, MARK_CONTRAST);
      assert_contrast (t, "focus", t->focus, t->card, MARK_CONTRAST);
      assert_contrast (t, "focus", t->focus, t->ground, MARK_CONTRAST);
      assert_contrast (t, "hatch", t->hatch, t->missing, MARK_CONTRAST);
      assert_contrast (t, "largest of the ramp", t->ramp[1], t->card, TEXT_CONTRAST);
      /* What is chosen stands out from what is not, also without colour. */
      assert_contrast (t, "series 1 on tint", t->series[0], t->tint, 1.8);
      /* A bullet's bar and target on each of its grounds. */
      for (guint i = 0; i < RS_N_RANGE_COLORS; i++)
        {
          assert_contrast (t, "bar on a range", t->series[0], t->ranges[i], MARK_CONTRAST);
          assert_contrast (t, "target on a range", t->target, t->ranges[i], MARK_CONTRAST);
        }
      if (g_str_has_prefix (t->id, "high-contrast"))
        assert_contrast (t, "border", t->border, t->card, STRONG_CONTRAST);
    }
}

/* The published test data of the formula, a pair a branch. */
static void
test_difference_formula (void)
{
  static const struct
  {
    RsLab first, second;
    double difference;
  } rows[] = {
    { { 50, 2.6772, -79.7751 }, { 50, 0, -82.7485 }, 2.0425 },
    { { 50, -1.3802, -84.2814 }, { 50, 0, -82.7485 }, 1.0000 },
    { { 50, 2.5, 0 }, { 50, 0, -2.5 }, 4.3065 },
    { { 50, 2.5, 0 }, { 73, 25, -18 }, 27.1492 },
    { { 60.2574, -34.0099, 36.2677 }, { 60.4626, -34.1751, 39.4387 }, 1.2644 },
    { { 22.7233, 20.0904, -46.6940 }, { 23.0331, 14.9730, -42.5619 }, 2.0373 },
    { { 2.0776, 0.0795, -1.1350 }, { 0.9033, -0.0636, -0.5514 }, 0.9082 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpfloat_with_epsilon (rs_vision_get_difference (rows[i].first, rows[i].second),
                                      rows[i].difference, 1e-4);
      g_assert_cmpfloat_with_epsilon (rs_vision_get_difference (rows[i].second, rows[i].first),
                                      rows[i].difference, 1e-4);
    }
  /* Every eye sees grey as grey. */
  for (int eye = 0; eye < RS_N_EYES; eye++)
    {
      RsColor grey = rs_vision_see ((RsColor){ 0.5, 0.5, 0.5, 1 }, (RsEye) eye);

      g_assert_cmpfloat_with_epsilon (grey.red, 0.5, 1e-3);
      g_assert_cmpfloat_with_epsilon (grey.blue, 0.5, 1e-3);
    }
}

static gboolean
is_grey (RsColor color)
{
  return color.red == color.green && color.green == color.blue;
}

static double
get_difference (RsColor a, RsColor b, RsEye eye)
{
  return rs_vision_get_difference (rs_vision_get_lab (rs_vision_see (a, eye)),
                                   rs_vision_get_lab (rs_vision_see (b, eye)));
}

/* R27: whoever lacks a cone tells the series apart. */
static void
test_palette (void)
{
  for (const char *const *ids = rs_theme_list (); *ids != NULL; ids++)
    {
      const RsTheme *t = rs_theme_get (*ids);

      for (int eye = 0; eye < RS_N_EYES && !g_str_equal (t->id, "greyscale"); eye++)
        for (guint i = 0; i < RS_N_SERIES_COLORS; i++)
          for (guint j = 0; j < i; j++)
            {
              double difference = get_difference (t->series[i], t->series[j], (RsEye) eye);

              if (difference < SERIES_DIFFERENCE)
                {
                  g_test_message ("%s: series %u and %u differ by only %.1f to the %s eye", t->id,
                                  j, i, difference, rs_eye_to_string ((RsEye) eye));
                  g_test_fail ();
                }
            }
    }
}

/* R19, R30: no colour at all, and yet four series by lightness alone; the others by dash and shape
 * as well, which test-series.c looks at. */
static void
test_greyscale (void)
{
  const RsTheme *t = rs_theme_get ("greyscale");
  const RsColor colors[] = {
    t->ground,    t->card,           t->border,    t->text,           t->secondary, t->grid,
    t->axis,      t->tint,           t->context,   t->target,         t->good,      t->good_ground,
    t->adverse,   t->adverse_ground, t->neutral,   t->neutral_ground, t->focus,     t->ramp[0],
    t->ramp[1],   t->ranges[0],      t->missing,   t->ranges[1],      t->hatch,     t->ranges[2],
    t->series[0], t->series[1],      t->series[2], t->series[3],      t->series[4], t->series[5],
  };

  for (gsize i = 0; i < G_N_ELEMENTS (colors); i++)
    g_assert_true (is_grey (colors[i]));
  for (guint i = 0; i < RS_N_SERIES_COLORS; i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpfloat (
        fabs (rs_vision_get_lab (t->series[i]).l - rs_vision_get_lab (t->series[j]).l), >=,
        i < 4 ? GREY_DIFFERENCE_OF_FOUR : GREY_DIFFERENCE);
}

/* R28: good and adverse differ to every eye, or not at all: then the sign of the verdict says it,
 * which stands there in every theme. */
static void
test_verdict (void)
{
  for (const char *const *ids = rs_theme_list (); *ids != NULL; ids++)
    {
      const RsTheme *t = rs_theme_get (*ids);

      for (int eye = 0; eye < RS_N_EYES; eye++)
        {
          double difference = get_difference (t->good, t->adverse, (RsEye) eye);

          if (difference != 0)
            g_assert_cmpfloat (difference, >=, VERDICT_DIFFERENCE);
        }
    }
}

static RsLab
get_ramp_lab (const RsTheme *theme, double share)
{
  return rs_vision_get_lab (rs_theme_get_ramp (theme, share));
}

/* Shades go one way, in like steps, and end where the theme says. */
static void
test_ramp (void)
{
  for (const char *const *ids = rs_theme_list (); *ids != NULL; ids++)
    {
      const RsTheme *t = rs_theme_get (*ids);
      double towards = t->dark ? 1 : -1;
      double whole = get_ramp_lab (t, 1).l - get_ramp_lab (t, 0).l;

      g_assert_cmpfloat (whole * towards, >=, 45);
      for (int i = 0; i <= N_RAMP_STEPS; i++)
        {
          double share = i / (double) N_RAMP_STEPS;
          RsColor shade = rs_theme_get_ramp (t, share);

          assert_contrast (t, "text on the ramp", rs_theme_get_text_on (t, shade), shade,
                           TEXT_CONTRAST);
          if (i > 0)
            {
              double step =
                (get_ramp_lab (t, share).l - get_ramp_lab (t, share - 1.0 / N_RAMP_STEPS).l) /
                whole * N_RAMP_STEPS;

              g_assert_cmpfloat (step, >, 0.8);
              g_assert_cmpfloat (step, <, 1.25);
            }
        }
      /* Beyond the ends there is nothing. */
      g_assert_cmpfloat (get_ramp_lab (t, -1).l, ==, get_ramp_lab (t, 0).l);
      g_assert_cmpfloat (get_ramp_lab (t, 7).l, ==, get_ramp_lab (t, 1).l);
      g_assert_cmpfloat_with_epsilon (rs_theme_get_ramp (t, 0).green, t->ramp[0].green, 1e-3);
      g_assert_cmpfloat_with_epsilon (rs_theme_get_ramp (t, 1).red, t->ramp[1].red, 1e-3);
    }
}

/* What has no figure looks like no figure, to every eye; its hatch says it again. */
static void
test_missing (void)
{
  for (const char *const *ids = rs_theme_list (); *ids != NULL; ids++)
    {
      const RsTheme *t = rs_theme_get (*ids);

      for (int eye = 0; eye < RS_N_EYES; eye++)
        for (int i = 0; i <= N_RAMP_STEPS; i++)
          {
            RsColor shade = rs_theme_get_ramp (t, i / (double) N_RAMP_STEPS);
            double difference = get_difference (shade, t->missing, (RsEye) eye);

            if (difference < 6)
              {
                g_test_message ("%s: no figure and step %d differ by only %.1f", t->id, i,
                                difference);
                g_test_fail ();
              }
          }
    }
}

/* R38: one hue in intensities that step towards the card. */
static void
test_ranges (void)
{
  G_STATIC_ASSERT (RS_N_RANGE_COLORS >= 2 && RS_N_RANGE_COLORS <= 5);

  for (const char *const *ids = rs_theme_list (); *ids != NULL; ids++)
    {
      const RsTheme *t = rs_theme_get (*ids);
      RsLab first = rs_vision_get_lab (t->ranges[0]), before = first;

      for (guint i = 1; i <= RS_N_RANGE_COLORS; i++)
        {
          RsLab lab = rs_vision_get_lab (i < RS_N_RANGE_COLORS ? t->ranges[i] : t->card);

          g_assert_cmpfloat ((before.l - lab.l) * (t->dark ? 1 : -1), >=, 4);
          before = lab;
          if (i < RS_N_RANGE_COLORS && rs_vision_get_chroma (lab) > 1)
            g_assert_cmpfloat (
              fabs (remainder (rs_vision_get_hue (lab) - rs_vision_get_hue (first), 360)), <, 15);
        }
    }
}

/* R33: what was before is a lighter shade of what is: nearer to the card, and of the same hue. */
static void
test_previous (void)
{
  for (const char *const *ids = rs_theme_list (); *ids != NULL; ids++)
    {
      const RsTheme *t = rs_theme_get (*ids);
      RsLab now = rs_vision_get_lab (t->series[0]), before = rs_vision_get_lab (t->tint);
      double card = rs_vision_get_lab (t->card).l;

      g_assert_cmpfloat (fabs (before.l - card) + 10, <, fabs (now.l - card));
      if (!is_grey (t->tint))
        g_assert_cmpfloat (
          fabs (remainder (rs_vision_get_hue (now) - rs_vision_get_hue (before), 360)), <, 25);
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
  for (const char *const *ids = rs_theme_list (); *ids != NULL; ids++)
    g_assert_cmpstr (rs_theme_get (*ids)->id, ==, *ids);
}

/* A projector is no desktop: larger strokes; whoever needs high contrast keeps it. */
static void
test_hall (void)
{
  static const char *const pairs[][2] = {
    { "light", "hall" },         { "dark", "hall-dark" },
    { "hall", "hall" },          { "hall-dark", "hall-dark" },
    { "print", "hall" },         { "high-contrast-dark", "high-contrast-dark" },
    { "no such theme", "hall" }, { "high-contrast", "high-contrast" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_assert_cmpstr (rs_theme_get_hall_id (pairs[i][0]), ==, pairs[i][1]);
  g_assert_cmpfloat (rs_theme_get ("hall")->stroke_px, >, rs_theme_get ("light")->stroke_px);
  g_assert_cmpfloat (rs_theme_get ("hall")->point_px, >, rs_theme_get ("light")->point_px);
  g_assert_cmpfloat (rs_theme_get ("hall-dark")->hairline_px, >,
                     rs_theme_get ("dark")->hairline_px);
}

#define COLORS                                                                                     \
  "\"ground\":\"#ffffff\",\"card\":\"#ffffff\",\"border\":\"#000000\",\"text\":\"#000000\","       \
  "\"secondary\":\"#000000\",\"grid\":\"#000000\",\"axis\":\"#000000\",\"tint\":\"#000000\","      \
  "\"context\":\"#000000\",\"target\":\"#000000\",\"good\":\"#000000\",\"good_ground\":\"#"        \
  "ffffff\","                                                                                      \
  "\"adverse\":\"#000000\",\"adverse_ground\":\"#ffffff\",\"neutral\":\"#000000\","                \
  "\"neutral_ground\":\"#ffffff\",\"hatch\":\"#000000\",\"missing\":\"#ffffff\","
#define RAMP "\"ramp\":[\"#eeeeee\",\"#000000\"],"
#define RANGES "\"ranges\":[\"#cccccc\",\"#dddddd\",\"#eeeeee\"],"
#define SERIES                                                                                     \
  "\"series\":[\"#2f5d9a\",\"#B88E45\",\"#000000\",\"#000000\",\"#000000\",\"#000000\"]"
#define STROKES "\"strokes\":{\"series\":2,\"hairline\":0.75,\"point\":7}"
#define THEME_OF(focus, lists, series, strokes)                                                    \
  "{\"id\":\"t\",\"dark\":false,\"colors\":{" COLORS focus lists series "}," strokes "}"
#define THEME(focus, series, strokes) THEME_OF (focus, RAMP RANGES, series, strokes)
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
  g_assert_cmpfloat_with_epsilon (theme->ramp[0].red, 0xee / 255.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (theme->ranges[2].red, 0xee / 255.0, 1e-9);
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
  { THEME_OF (FOCUS, RAMP, SERIES, STROKES), "/colors/ranges" },
  { THEME_OF (FOCUS, RANGES, SERIES, STROKES), "/colors/ramp" },
  { THEME_OF (FOCUS, RAMP "\"ranges\":[\"#cccccc\"],", SERIES, STROKES), "/colors/ranges" },
  { THEME_OF (FOCUS, RANGES "\"ramp\":[\"#eeeeee\",null],", SERIES, STROKES), "/colors/ramp/1" },
  { THEME_OF (FOCUS, RANGES "\"ramp\":{},", SERIES, STROKES), "/colors/ramp" },
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
  g_test_add_func ("/chart/theme/contrast-of-text", test_contrast_of_text);
  g_test_add_func ("/chart/theme/contrast-of-marks", test_contrast_of_marks);
  g_test_add_func ("/chart/theme/difference-formula", test_difference_formula);
  g_test_add_func ("/chart/theme/palette", test_palette);
  g_test_add_func ("/chart/theme/greyscale", test_greyscale);
  g_test_add_func ("/chart/theme/verdict", test_verdict);
  g_test_add_func ("/chart/theme/ramp", test_ramp);
  g_test_add_func ("/chart/theme/missing", test_missing);
  g_test_add_func ("/chart/theme/ranges", test_ranges);
  g_test_add_func ("/chart/theme/previous", test_previous);
  g_test_add_func ("/chart/theme/list", test_list);
  g_test_add_func ("/chart/theme/hall", test_hall);
  g_test_add_func ("/chart/theme/parse", test_parse);
  g_test_add_func ("/chart/theme/refused", test_refused);
  g_test_add_func ("/chart/theme/type-scale", test_type_scale);
  return g_test_run ();
}
