/* SPDX-License-Identifier: GPL-3.0-or-later
 * The window program. */
#define G_LOG_DOMAIN "renshe-app"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>
#include <locale.h>

#include "app/application.h"
#include "app/program-folder.h"
#include "render/text.h"

/* Catalogues where the program was installed to, else beside it, wherever that is now. */
static void
bind_messages (void)
{
  const char *const folders[] = { "../share/locale", "../../po", NULL };
  const char *needle = "zh_CN/LC_MESSAGES/" GETTEXT_PACKAGE ".mo";
  g_autofree char *installed = g_build_filename (RS_LOCALEDIR, needle, NULL);
  g_autofree char *beside = NULL;

  if (!g_file_test (installed, G_FILE_TEST_IS_REGULAR))
    beside = rs_program_folder_find (folders, needle);
  bindtextdomain (GETTEXT_PACKAGE, beside != NULL ? beside : RS_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* Chinese names stand in windows of any language. Where the language does not say which glyphs Han
 * characters have, Pango asks this list; without it they may come out Japanese. */
static void
prefer_chinese_glyphs (void)
{
  g_autofree char *languages =
    g_strdup_printf ("%s:zh-cn", pango_language_to_string (pango_language_get_default ()));
  PangoLanguage **preferred;

  g_setenv ("PANGO_LANGUAGE", languages, FALSE);
  /* Pango reads it once: now, before there are threads. */
  preferred = pango_language_get_preferred ();
  g_debug ("Han characters are drawn as in “%s”.",
           preferred != NULL ? pango_language_to_string (preferred[0]) : "");
}

int
main (int argc, char **argv)
{
  g_autoptr (RsApplication) application = NULL;
  int status;

  rs_text_set_up_process ();
  setlocale (LC_ALL, "");
  gtk_disable_setlocale (); /* it is set, and from now on threads read it */
  bind_messages ();
  prefer_chinese_glyphs ();
  /* Translators: the name of the program. */
  g_set_application_name (_ ("Renshe"));

  application = rs_application_new ();
  status = g_application_run (G_APPLICATION (application), argc, argv);
  return status != 0 ? status : rs_application_get_status (application);
}
