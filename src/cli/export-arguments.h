/* SPDX-License-Identifier: GPL-3.0-or-later
 * The command line of `renshe-cli export`: read, checked, and as options of the layers below. */
#pragma once

#include "cli/command.h"
#include "cli/export-plan.h"
#include "export/export.h"

G_BEGIN_DECLS

/* Strings are owned; @request points at them. */
typedef struct
{
  char *dataset, *board, *view, *from, *to, *chart, *scope, *format, *size, *theme, *lang, *output;
  char **indicators, **regions;
  double scale;
  int year;
  gboolean each_indicator, each_region, each_year, force, quiet;

  RsExportRequest request; /* what is to be drawn */
  RsExportOptions options; /* how it is written */
  RsLanguage language;     /* of the pictures */
} RsExportArguments;

/**
 * rs_export_arguments_parse:
 * @self: (out): zeroed memory
 * @argc: (inout): what is left are the name of the command and files
 * @out_exit: (out): what to return where the answer is %FALSE
 *
 * Complains on standard error about what is wrong or contradicts itself. @self is to be cleared
 * whatever the answer is.
 *
 * Returns: whether to go on.
 */
gboolean rs_export_arguments_parse (
  RsExportArguments *self, const RsCommand *command, int *argc, char ***argv, RsExitCode *out_exit);
void rs_export_arguments_clear (RsExportArguments *self);

/* The format that the ending of a file name stands for. */
gboolean rs_export_guess_format (const char *file_name, RsFormat *out_format);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RsExportArguments, rs_export_arguments_clear)

G_END_DECLS
