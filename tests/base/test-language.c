/* SPDX-License-Identifier: GPL-3.0-or-later
 * Tests of base/language. */
#include "config.h"

#include "base/language.h"

static void
test_from_string (void)
{
  static const struct
  {
    const char *text;
    gboolean known;
    RsLanguage language;
  } rows[] = {
    { "en", TRUE, RS_LANGUAGE_EN },
    { "en_GB.UTF-8", TRUE, RS_LANGUAGE_EN },
    { "EN-us", TRUE, RS_LANGUAGE_EN },
    { "zh_CN", TRUE, RS_LANGUAGE_ZH_CN },
    { "zh_CN.UTF-8", TRUE, RS_LANGUAGE_ZH_CN },
    { "zh_CN@pinyin", TRUE, RS_LANGUAGE_ZH_CN },
    { "zh-cn", TRUE, RS_LANGUAGE_ZH_CN },
    { "zh-Hans", TRUE, RS_LANGUAGE_ZH_CN },
    { "zh-Hans-HK", TRUE, RS_LANGUAGE_ZH_CN },
    { "zh", TRUE, RS_LANGUAGE_ZH_CN },
    { "zh_SG", TRUE, RS_LANGUAGE_ZH_CN },
    { "zh_TW", FALSE, 0 },
    { "zh-Hant", FALSE, 0 },
    { "zh_HK.UTF-8", FALSE, 0 },
    { "de_DE", FALSE, 0 },
    { "C", FALSE, 0 },
    { "english", FALSE, 0 },
    { "", FALSE, 0 },
    { NULL, FALSE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RsLanguage language = RS_LANGUAGE_EN;

      g_test_message ("%s", rows[i].text != NULL ? rows[i].text : "NULL");
      g_assert_cmpint (rs_language_from_string (rows[i].text, &language), ==, rows[i].known);
      if (rows[i].known)
        g_assert_cmpint (language, ==, rows[i].language);
    }
}

static void
test_from_locale (void)
{
  static const struct
  {
    const char *names;
    RsLanguage language;
  } rows[] = {
    { "zh_CN.UTF-8", RS_LANGUAGE_ZH_CN },
    { "en_GB", RS_LANGUAGE_EN },
    { "de:zh_CN:en", RS_LANGUAGE_ZH_CN },
    { "de", RS_LANGUAGE_EN },
    { "zh_TW", RS_LANGUAGE_EN },
    { "en:zh_CN", RS_LANGUAGE_EN },
    { "C", RS_LANGUAGE_EN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].names);
      g_setenv ("LANGUAGE", rows[i].names, TRUE);
      g_assert_cmpint (rs_language_from_locale (), ==, rows[i].language);
    }
  g_unsetenv ("LANGUAGE");
}

static void
test_names (void)
{
  for (int i = 0; i < RS_N_LANGUAGES; i++)
    {
      RsLanguage language;

      g_assert_true (rs_language_from_string (rs_language_get_id (i), &language));
      g_assert_cmpint (language, ==, i);
      g_assert_true (rs_language_from_string (rs_language_get_tag (i), &language));
      g_assert_cmpint (language, ==, i);
    }
}

/* Whatever the catalogue holds today, English is the message itself and what nobody translated
 * stays as it is. */
static void
test_translate (void)
{
  const char *invented = "An invented message that is in no catalogue";

  g_assert_true (rs_tr (RS_LANGUAGE_EN, "missing") != NULL);
  g_assert_cmpstr (rs_tr (RS_LANGUAGE_EN, "missing"), ==, "missing");
  g_assert_true (rs_tr (RS_LANGUAGE_ZH_CN, invented) == invented);
  g_assert_true (rs_trc (RS_LANGUAGE_ZH_CN, "nowhere", invented) == invented);
  g_assert_cmpstr (rs_tr (RS_LANGUAGE_ZH_CN, ""), ==, "");
}

static void
test_plural (void)
{
  static const char *const languages[] = { "English", "Chinese" };

  for (int i = 0; i < RS_N_LANGUAGES; i++)
    {
      g_test_message ("%s", languages[i]);
      g_assert_cmpstr (rs_trn (i, "%lu invented", "%lu inventeds", 1), ==, "%lu invented");
      g_assert_cmpstr (rs_trn (i, "%lu invented", "%lu inventeds", 0), ==, "%lu inventeds");
      g_assert_cmpstr (rs_trn (i, "%lu invented", "%lu inventeds", 2), ==, "%lu inventeds");
    }
}

static gpointer
translate_in_thread (gpointer data)
{
  return (gpointer) rs_tr (RS_LANGUAGE_ZH_CN, data);
}

static void
test_threads (void)
{
  static const char message[] = "Invented and looked for from several threads";
  GThread *threads[8];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("translate", translate_in_thread, (gpointer) message);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpstr (g_thread_join (threads[i]), ==, message);
}

static void
test_text (void)
{
  RsText empty = { 0 };
  RsText text = { .original = g_strdup ("Invented") };
  RsText copy = { .original = g_strdup ("old") };

  g_assert_cmpstr (rs_text_get (&empty, RS_LANGUAGE_EN), ==, "");
  g_assert_cmpstr (rs_text_get (&text, RS_LANGUAGE_ZH_CN), ==, "Invented");
  text.translation[RS_LANGUAGE_ZH_CN] = g_strdup ("虚构");
  g_assert_cmpstr (rs_text_get (&text, RS_LANGUAGE_ZH_CN), ==, "虚构");
  g_assert_cmpstr (rs_text_get (&text, RS_LANGUAGE_EN), ==, "Invented");

  rs_text_copy (&copy, &text);
  rs_text_clear (&text);
  g_assert_null (text.original);
  g_assert_cmpstr (rs_text_get (&copy, RS_LANGUAGE_EN), ==, "Invented");
  g_assert_cmpstr (rs_text_get (&copy, RS_LANGUAGE_ZH_CN), ==, "虚构");
  rs_text_copy (&copy, &copy);
  g_assert_cmpstr (rs_text_get (&copy, RS_LANGUAGE_ZH_CN), ==, "虚构");
  rs_text_clear (&copy);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/language/from-string", test_from_string);
  g_test_add_func ("/base/language/from-locale", test_from_locale);
  g_test_add_func ("/base/language/names", test_names);
  g_test_add_func ("/base/language/translate", test_translate);
  g_test_add_func ("/base/language/plural", test_plural);
  g_test_add_func ("/base/language/threads", test_threads);
  g_test_add_func ("/base/language/text", test_text);
  return g_test_run ();
}
