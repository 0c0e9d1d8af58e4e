/* SPDX-License-Identifier: GPL-3.0-or-later
 * The language that the window speaks, for the pictures in it. */
#define G_LOG_DOMAIN "renshe-app"

#include "config.h"

#include "app/message-language.h"

#include <glib/gi18n-lib.h>

RsLanguage
rs_language_from_messages (void)
{
  const char *message = _ ("Year");

  for (int language = 0; language < RS_N_LANGUAGES; language++)
    if (g_strcmp0 (message, rs_tr ((RsLanguage) language, "Year")) == 0)
      return (RsLanguage) language;
  return RS_LANGUAGE_EN;
}
