/* SPDX-License-Identifier: GPL-3.0-or-later
 * The commands of renshe-cli, and what they share. */
#pragma once

#include <gio/gio.h>

#include "dataset/catalog.h"

G_BEGIN_DECLS

/* Exit codes, as the manual page promises. */
typedef enum
{
  RS_EXIT_OK = 0,
  RS_EXIT_USAGE = 1,  /* the command line is wrong; nothing was done */
  RS_EXIT_DATA = 2,   /* a file, an address or a table cannot be read or is wrong */
  RS_EXIT_OUTPUT = 3, /* something could not be written */
} RsExitCode;

/**
 * RsCommand:
 * @name: the word on the command line
 * @arguments: what follows it, for the usage line: `[FILE] [--json]`
 * @summary: one line for `--help`, marked with N_() and translated when shown
 * @description: (nullable): more for `help COMMAND`, marked with N_()
 * @run: runs it; `argv[0]` is the name of the command, so that g_option_context_parse() works on
 * it, and `argv[argc]` is %NULL. Results go to standard output, messages to standard error. @self
 * is this entry, for rs_command_parse_options().
 */
typedef struct _RsCommand RsCommand;
struct _RsCommand
{
  const char *name;
  const char *arguments;
  const char *summary;
  const char *description;
  RsExitCode (*run) (const RsCommand *self, int argc, char **argv);
};

/* One file a command: command-NAME.c. */
RsExitCode rs_command_export (const RsCommand *self, int argc, char **argv);
RsExitCode rs_command_import (const RsCommand *self, int argc, char **argv);
RsExitCode rs_command_inspect (const RsCommand *self, int argc, char **argv);
RsExitCode rs_command_value (const RsCommand *self, int argc, char **argv);

/**
 * rs_command_main:
 * @argc: the number of arguments
 * @argv: (array length=argc): the command line in the file name encoding, the program's name first;
 * changed in place
 *
 * The whole program: finds the command and runs it, or answers `--help`, `--version` and `help
 * COMMAND`.
 *
 * Returns: the exit code.
 */
RsExitCode rs_command_main (int argc, char **argv);

/* All commands, in the order of `--help`. */
const RsCommand *rs_command_get_all (guint *out_n);

/**
 * rs_command_parse_options:
 * @self: the command
 * @entries: (array zero-terminated=1): its options; use %G_OPTION_ARG_FILENAME for files. What is
 * left over stays in @argv
 * @argc: (inout): number of arguments
 * @argv: (inout): the arguments; options that were understood are taken out, and `--`
 * @out_exit: (out): what to return where the answer is %FALSE: %RS_EXIT_OK after `--help`, else
 * %RS_EXIT_USAGE
 *
 * Parses with GOptionContext, answers `--help` on standard output and a wrong option on standard
 * error.
 *
 * Returns: whether to go on.
 */
gboolean rs_command_parse_options (const RsCommand *self,
                                   const GOptionEntry *entries,
                                   int *argc,
                                   char ***argv,
                                   RsExitCode *out_exit);

/**
 * rs_command_load:
 * @path: (nullable): a file name as on the command line; %NULL for the embedded datasets
 * @error: (nullable): where the caller has use for what was said
 *
 * Loads, and says on standard error what is wrong where it cannot. Diagnostics are not printed.
 *
 * Returns: (transfer full) (nullable): the datasets.
 */
RsCatalog *rs_command_load (const char *path, GError **error);

/**
 * rs_command_complain:
 * @format: a printf format for a translated sentence
 *
 * Prints `renshe-cli: sentence` on standard error in the encoding of the locale. Control characters
 * are escaped: messages may quote a file, and a file must not be able to drive a terminal.
 */
void rs_command_complain (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* Same with `renshe-cli: sentence` and a hint at `renshe-cli help COMMAND`; returns %RS_EXIT_USAGE.
 */
RsExitCode rs_command_complain_usage (const RsCommand *self, const char *format, ...)
  G_GNUC_PRINTF (2, 3);

/* @text with control characters (C0, DEL, C1, line separators, bidirectional controls) written as
 * `\u001b`. (transfer full) */
char *rs_command_escape (const char *text);

/**
 * rs_command_print:
 * @text: UTF-8
 *
 * Writes @text to standard output as it is (JSON and tables are UTF-8 whatever the locale). Errors
 * are kept for rs_command_flush().
 */
void rs_command_print (const char *text);

/* Flushes standard output. FALSE after a complaint where anything could not be written (a full
 * disk, a closed pipe). */
gboolean rs_command_flush (void);

G_END_DECLS
