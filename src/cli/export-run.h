/* SPDX-License-Identifier: GPL-3.0-or-later
 * Writes the charts of a plan. */
#pragma once

#include "cli/export-arguments.h"

G_BEGIN_DECLS

/**
 * rs_export_run:
 * @command: for complaints about its usage
 *
 * Writes a file or a folder of files, tells the progress on a terminal and the result. Folders that
 * were made for nothing are taken back.
 *
 * Returns: the exit code.
 */
RsExitCode rs_export_run (const RsCommand *command,
                          const RsExportArguments *arguments,
                          const RsExportPlan *plan);

G_END_DECLS
