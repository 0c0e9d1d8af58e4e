/* SPDX-License-Identifier: GPL-3.0-or-later
 * The language of a picture, apart from the language of the process. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a scene is written in. Errors and widgets follow the process locale through gettext; a
 * picture follows the language that it was asked for, so that the same request gives the same bytes
 * anywhere. */
typedef enum
{
  RS_LANGUAGE_EN,
  RS_LANGUAGE_ZH_CN,
} RsLanguage;

#define RS_N_LANGUAGES 2

/**
 * rs_language_from_string:
 * @text: (nullable): a locale or BCP 47 name such as `zh_CN.UTF-8`, `zh-Hans`, `en`
 * @out_language: (out): the language
 *
 * Returns: whether @text names a language that the program draws in.
 */
gboolean rs_language_from_string (const char *text, RsLanguage *out_language);

/**
 * rs_language_from_locale:
 *
 * Returns: the language of the process's messages (`LANGUAGE`, `LC_ALL`, `LC_MESSAGES`, `LANG`),
 * English where it is none of ours.
 */
RsLanguage rs_language_from_locale (void);

/* `en`, `zh_CN`: the key of translations in data files and the name of the catalogue in po/. */
const char *rs_language_get_id (RsLanguage language);

/* `en`, `zh-cn`: for Pango and XML, so that Chinese text is set with Chinese glyphs. */
const char *rs_language_get_tag (RsLanguage language);

/**
 * rs_tr:
 * @language: the language of the picture
 * @msgid: an English message, marked for xgettext by this call
 *
 * Looks @msgid up in the compiled-in catalogue of @language, whatever the process locale is and
 * whether or not the program is installed. Thread-safe.
 *
 * Returns: (transfer none): the translation, or @msgid itself; valid for ever.
 */
const char *rs_tr (RsLanguage language, const char *msgid) G_GNUC_FORMAT (2);

/* Same with a message context (`pgettext`) and for plurals (`ngettext`). */
const char *rs_trc (RsLanguage language, const char *context, const char *msgid) G_GNUC_FORMAT (3);
const char *rs_trn (RsLanguage language, const char *singular, const char *plural, gulong n)
  G_GNUC_FORMAT (2) G_GNUC_FORMAT (3);

/* A text in several languages: the publisher's own, and translations of it. */
typedef struct
{
  char *original;                    /* (nullable) (owned) */
  char *translation[RS_N_LANGUAGES]; /* (nullable) (owned) each */
} RsText;

void rs_text_clear (RsText *self);
void rs_text_copy (RsText *to, const RsText *from);

/* The text in @language, else the original, else "". Never NULL. */
const char *rs_text_get (const RsText *self, RsLanguage language);

G_END_DECLS
