/* SPDX-License-Identifier: GPL-3.0-or-later
 * `renshe-cli export`: charts and their data to files. */
#define G_LOG_DOMAIN "renshe-cli"

#include "config.h"

#include "cli/command.h"

#include <glib/gi18n-lib.h>

#include "cli/export-arguments.h"
#include "cli/export-plan.h"
#include "cli/export-run.h"

RsExitCode
rs_command_export (const RsCommand *self, int argc, char **argv)
{
  g_auto (RsExportArguments) arguments = { 0 };
  g_autoptr (RsCatalog) catalog = NULL;
  g_autoptr (RsExportPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  RsExitCode code = RS_EXIT_OK;

  if (!rs_export_arguments_parse (&arguments, self, &argc, &argv, &code))
    return code;
  catalog = rs_command_load (argc == 2 ? argv[1] : NULL, NULL);
  if (catalog == NULL)
    return RS_EXIT_DATA;
  if (rs_catalog_get_n_datasets (catalog) == 0)
    {
      rs_command_complain (_ ("“%s” holds no dataset."), rs_catalog_get_name (catalog));
      return RS_EXIT_DATA;
    }
  plan = rs_export_plan_new (catalog, &arguments.request, &error);
  if (plan == NULL)
    {
      rs_command_complain ("%s", error->message);
      return RS_EXIT_DATA;
    }
  return rs_export_run (self, &arguments, plan);
}
