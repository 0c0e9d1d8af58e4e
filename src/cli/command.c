/* SPDX-License-Identifier: GPL-3.0-or-later
 * The table of commands, help, and what the commands share. */
#define G_LOG_DOMAIN "renshe-cli"

#include "config.h"

#include "cli/command.h"

#include "dataset/loader.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gprintf.h>
#include <stdio.h>
#include <string.h>

/* Where the list of commands puts its second column. */
#define SUMMARY_COLUMN 10

#define PROGRAM "renshe-cli"

static const RsCommand commands[] = {
  {
    .name = "inspect",
    .arguments = "[FILE] [--json]",
    .summary = N_ ("Say what is in a dataset"),
    .description =
      N_ ("Lists the datasets of a JSON-stat file with their dimensions, counts, sums and "
          "statuses, and all that was "
          "odd about the file. Without FILE, the datasets that the program brings along."),
    .run = rs_command_inspect,
  },
  {
    .name = "value",
    .arguments = "[FILE]",
    .summary = N_ ("Answer what single cells hold"),
    .description = N_ ("Reads addresses from standard input, one JSON object a line: {\"dimension "
                       "id\": \"category id\", …}, "
                       "and in files of several datasets \"dataset\": \"/json/pointer\" (or its "
                       "id), unless only one of them has just these dimensions. A dimension of "
                       "one category may be left "
                       "out. Prints one JSON object a line with value, status and reason. Without "
                       "FILE, the datasets that the "
                       "program brings along.\n\nExample: {\"indicator\": \"new_urban_jobs\", "
                       "\"region\": \"500000\", \"year\": \"2021\"}"),
    .run = rs_command_value,
  },
  {
    .name = "export",
    .arguments = "[DATASET] --output FILE-OR-FOLDER …",
    .summary = N_ ("Draw charts to files"),
    .description = N_ ("Writes charts as PNG, SVG or PDF, or their data as CSV, without a display. "
                       "Without DATASET, of the datasets that "
                       "the program brings along."),
    .run = rs_command_export,
  },
  {
    .name = "import",
    .arguments = "FOLDER… --output FILE",
    .summary = N_ ("Make a JSON-stat file of CSV tables"),
    .description = N_ ("Each FOLDER holds dataset.ini and the tables of one dataset; several "
                       "become a collection. Nothing is written unless "
                       "all of it is right."),
    .run = rs_command_import,
  },
};

const RsCommand *
rs_command_get_all (guint *out_n)
{
  *out_n = G_N_ELEMENTS (commands);
  return commands;
}

/* --- output -------------------------------------------------------------------------------------
 */

static gboolean
is_unsafe (gunichar c)
{
  return g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029 || c == 0x061c ||
         (c >= 0x200e && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) ||
         (c >= 0x2066 && c <= 0x2069);
}

char *
rs_command_escape (const char *text)
{
  g_autofree char *valid = NULL;
  GString *result;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  result = g_string_sized_new (strlen (valid));
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_unsafe (c))
        g_string_append_printf (result, "\\u%04x", c);
      else
        g_string_append_unichar (result, c);
    }
  return g_string_free (result, FALSE);
}

static void
complain (const char *message, const char *hint)
{
  g_autofree char *escaped = rs_command_escape (message);

  g_printerr ("%s: %s\n", PROGRAM, escaped);
  if (hint != NULL)
    g_printerr ("%s\n", hint);
}

void
rs_command_complain (const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  complain (message, NULL);
}

RsExitCode
rs_command_complain_usage (const RsCommand *self, const char *format, ...)
{
  g_autofree char *message = NULL;
  g_autofree char *hint = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  /* Translators: %s is a command line to type. */
  hint = g_strdup_printf (_ ("Try “%s help %s”."), PROGRAM, self->name);
  complain (message, hint);
  return RS_EXIT_USAGE;
}

void
rs_command_print (const char *text)
{
  fwrite (text, 1, strlen (text), stdout);
}

gboolean
rs_command_flush (void)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return TRUE;
  rs_command_complain (_ ("The result cannot be written: %s"), g_strerror (errno));
  return FALSE;
}

RsCatalog *
rs_command_load (const char *path, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GFile) file = NULL;
  RsCatalog *catalog;

  if (path == NULL)
    catalog = rs_load_embedded (&local_error);
  else
    {
      file = g_file_new_for_commandline_arg (path);
      catalog = rs_load (file, NULL, &local_error);
    }
  if (catalog == NULL)
    {
      rs_command_complain ("%s", local_error->message);
      g_propagate_error (error, g_steal_pointer (&local_error));
    }
  return catalog;
}

/* --- options and help ---------------------------------------------------------------------------
 */

static GOptionContext *
make_context (const RsCommand *self)
{
  GOptionContext *context = g_option_context_new (self->arguments);

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, self->description != NULL ? _ (self->description)
                                                                   : _ (self->summary));
  return context;
}

/* "Usage:" names the program only; the command's name comes first in what it is told to print. */
static void
print_help (const RsCommand *self, GOptionContext *context)
{
  g_autofree char *program = g_strconcat (PROGRAM, " ", self->name, NULL);
  g_autofree char *help = NULL;

  g_set_prgname (program);
  help = g_option_context_get_help (context, TRUE, NULL);
  g_set_prgname (PROGRAM);
  rs_command_print (help);
}

gboolean
rs_command_parse_options (
  const RsCommand *self, const GOptionEntry *entries, int *argc, char ***argv, RsExitCode *out_exit)
{
  g_autoptr (GOptionContext) context = make_context (self);
  g_autoptr (GError) error = NULL;
  gboolean help = FALSE;
  const GOptionEntry help_entries[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_ ("Show this help"), NULL },
    { NULL },
  };

  *out_exit = RS_EXIT_OK;
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, help_entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      *out_exit = rs_command_complain_usage (self, "%s", error->message);
      return FALSE;
    }
  if (help)
    {
      print_help (self, context);
      *out_exit = rs_command_flush () ? RS_EXIT_OK : RS_EXIT_OUTPUT;
      return FALSE;
    }
  /* GOptionContext leaves the "--" that ends the options. */
  if (*argc > 1 && strcmp ((*argv)[1], "--") == 0)
    {
      for (int i = 1; i < *argc; i++)
        (*argv)[i] = (*argv)[i + 1];
      (*argc)--;
    }
  return TRUE;
}

static RsExitCode
print_overview (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: %s is the program's name. */
  g_string_append_printf (text, _ ("Usage: %s COMMAND [ARGUMENT…]"), PROGRAM);
  g_string_append_printf (text, "\n\n%s\n\n%s\n",
                          _ ("Reads statistics in JSON-stat, answers what is in them and draws "
                             "charts, without a display."),
                          _ ("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "  %-*s%s\n", SUMMARY_COLUMN, commands[i].name,
                            _ (commands[i].summary));
  g_string_append_printf (text, "  %-*s%s\n", SUMMARY_COLUMN, "help",
                          _ ("Explain a command: help COMMAND"));
  g_string_append_printf (text, "\n%s\n  -h, --help     %s\n  --version      %s\n", _ ("Options:"),
                          _ ("Show this help"), _ ("Show the version"));
  g_string_append_printf (text, "\n%s\n",
                          _ ("Exit codes: 0 all is well, 1 wrong command line, 2 data that cannot "
                             "be read or are wrong, 3 output "
                             "that cannot be written."));
  rs_command_print (text->str);
  return rs_command_flush () ? RS_EXIT_OK : RS_EXIT_OUTPUT;
}

static const RsCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, name) == 0)
      return &commands[i];
  rs_command_complain (_ ("There is no command “%s”. “%s --help” lists them."), name, PROGRAM);
  return NULL;
}

static RsExitCode
run_help (int argc, char **argv)
{
  char *help_argv[] = { NULL, (char *) "--help", NULL };
  const RsCommand *command;

  if (argc < 3)
    return print_overview ();
  command = find_command (argv[2]);
  if (command == NULL)
    return RS_EXIT_USAGE;
  help_argv[0] = (char *) command->name;
  return command->run (command, 2, help_argv);
}

RsExitCode
rs_command_main (int argc, char **argv)
{
  const RsCommand *command;

  g_set_prgname (PROGRAM);
  if (argc < 2)
    {
      rs_command_complain (_ ("Name a command. “%s --help” lists them."), PROGRAM);
      return RS_EXIT_USAGE;
    }
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)
    return print_overview ();
  if (strcmp (argv[1], "--version") == 0)
    {
      rs_command_print (PROGRAM " " RS_VERSION "\n");
      return rs_command_flush () ? RS_EXIT_OK : RS_EXIT_OUTPUT;
    }
  if (strcmp (argv[1], "help") == 0)
    return run_help (argc, argv);
  command = find_command (argv[1]);
  if (command == NULL)
    return RS_EXIT_USAGE;
  return command->run (command, argc - 1, argv + 1);
}
