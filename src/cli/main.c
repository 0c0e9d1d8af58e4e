/* SPDX-License-Identifier: GPL-3.0-or-later
 * The program renshe-cli. */
#define G_LOG_DOMAIN "renshe-cli"

#include "config.h"

#include "cli/command.h"
#include "render/text.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

int
main (int argc, char **argv)
{
  /* For runs from the build folder, where the catalogues are not installed. */
  const char *localedir = g_getenv ("RENSHE_LOCALEDIR");

  rs_text_set_up_process ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, localedir != NULL ? localedir : RS_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  return (int) rs_command_main (argc, argv);
}
