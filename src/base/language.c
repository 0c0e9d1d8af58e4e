/* SPDX-License-Identifier: GPL-3.0-or-later
 * The language of a picture, apart from the language of the process. */
#define G_LOG_DOMAIN "renshe-base"

#include "config.h"

#include "base/language.h"
#include "base/messages.h"
#include "catalogue-resources.h"

#include <gio/gio.h>
#include <string.h>

/* Chinese in simplified characters is drawn, in traditional ones it is not: such a locale gets
 * English. */
static gboolean
is_traditional (char *const *parts)
{
  for (gsize i = 1; parts[i] != NULL; i++)
    if (g_ascii_strcasecmp (parts[i], "hant") == 0 || g_ascii_strcasecmp (parts[i], "tw") == 0 ||
        g_ascii_strcasecmp (parts[i], "hk") == 0 || g_ascii_strcasecmp (parts[i], "mo") == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_simplified (char *const *parts)
{
  for (gsize i = 1; parts[i] != NULL; i++)
    if (g_ascii_strcasecmp (parts[i], "hans") == 0)
      return TRUE;
  return FALSE;
}

gboolean
rs_language_from_string (const char *text, RsLanguage *out_language)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *name = NULL;

  if (text == NULL)
    return FALSE;

  /* Without encoding and modifier. */
  name = g_strndup (text, strcspn (text, ".@"));
  parts = g_strsplit_set (name, "_-", -1);
  if (parts[0] == NULL)
    return FALSE;
  if (g_ascii_strcasecmp (parts[0], "en") == 0)
    {
      *out_language = RS_LANGUAGE_EN;
      return TRUE;
    }
  if (g_ascii_strcasecmp (parts[0], "zh") == 0 &&
      (is_simplified (parts) || !is_traditional (parts)))
    {
      *out_language = RS_LANGUAGE_ZH_CN;
      return TRUE;
    }
  return FALSE;
}

RsLanguage
rs_language_from_locale (void)
{
  const char *const *names = g_get_language_names ();
  RsLanguage language = RS_LANGUAGE_EN;
  gboolean skip_bare = FALSE;

  for (gsize i = 0; names[i] != NULL; i++)
    {
      /* GLib lists "zh" behind "zh_TW" as a way out. */
      if (skip_bare && strcmp (names[i], "zh") == 0)
        continue;
      if (rs_language_from_string (names[i], &language))
        return language;
      skip_bare = skip_bare || g_str_has_prefix (names[i], "zh_");
    }
  return RS_LANGUAGE_EN;
}

const char *
rs_language_get_id (RsLanguage language)
{
  switch (language)
    {
    case RS_LANGUAGE_EN:
      return "en";
    case RS_LANGUAGE_ZH_CN:
      return "zh_CN";
    }
  g_return_val_if_reached ("en");
}

const char *
rs_language_get_tag (RsLanguage language)
{
  switch (language)
    {
    case RS_LANGUAGE_EN:
      return "en";
    case RS_LANGUAGE_ZH_CN:
      return "zh-cn";
    }
  g_return_val_if_reached ("en");
}

/* Asking for the resource keeps the object file that holds it in the program: a linker drops what
 * is only reached by a constructor. */
static gpointer
load_messages (gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  RsMessages *messages = NULL;

  bytes =
    g_resource_lookup_data (rs_catalogue_get_resource (), "/org/renshe/Renshe/catalogue/zh_CN.mo",
                            G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  if (bytes != NULL)
    messages = rs_messages_new (bytes);
  if (messages == NULL)
    g_warning ("The compiled-in Chinese texts cannot be read: %s",
               error != NULL ? error->message : "not a catalogue");
  return messages;
}

/* The original is in English. */
static const RsMessages *
get_messages (RsLanguage language)
{
  static GOnce once = G_ONCE_INIT;

  if (language == RS_LANGUAGE_EN)
    return NULL;
  return g_once (&once, load_messages, NULL);
}

static const char *
find_translation (RsLanguage language, const char *key)
{
  const RsMessages *messages = get_messages (language);

  return messages == NULL ? NULL : rs_messages_lookup (messages, key);
}

const char *
rs_tr (RsLanguage language, const char *msgid)
{
  const char *translation = find_translation (language, msgid);

  return translation != NULL ? translation : msgid;
}

const char *
rs_trc (RsLanguage language, const char *context, const char *msgid)
{
  g_autofree char *key = g_strconcat (context, "\004", msgid, NULL);
  const char *translation = find_translation (language, key);

  return translation != NULL ? translation : msgid;
}

const char *
rs_trn (RsLanguage language, const char *singular, const char *plural, gulong n)
{
  const char *translation = find_translation (language, singular);

  if (translation != NULL)
    return translation;
  return n == 1 ? singular : plural;
}

void
rs_text_clear (RsText *self)
{
  g_clear_pointer (&self->original, g_free);
  for (gsize i = 0; i < RS_N_LANGUAGES; i++)
    g_clear_pointer (&self->translation[i], g_free);
}

void
rs_text_copy (RsText *to, const RsText *from)
{
  RsText copy = { .original = g_strdup (from->original) };

  for (gsize i = 0; i < RS_N_LANGUAGES; i++)
    copy.translation[i] = g_strdup (from->translation[i]);
  rs_text_clear (to);
  *to = copy;
}

const char *
rs_text_get (const RsText *self, RsLanguage language)
{
  if (self->translation[language] != NULL)
    return self->translation[language];
  return self->original != NULL ? self->original : "";
}
