/* SPDX-License-Identifier: GPL-3.0-or-later
 * renshe-cli import: CSV tables to a JSON-stat file. */
#define G_LOG_DOMAIN "renshe-cli"

#include "config.h"

#include "cli/command.h"

#include "dataset/importer.h"
#include "dataset/jsonstat-writer.h"
#include "export/atomic-file.h"

#include <glib/gi18n-lib.h>

/* Ids are what addresses, boards and the command line go by: two of the same could not be told
 * apart. */
static gboolean
check_id (GPtrArray *datasets, const RsDataset *dataset, char **folders)
{
  for (guint i = 0; i < datasets->len; i++)
    if (g_str_equal (rs_dataset_get_id (g_ptr_array_index (datasets, i)),
                     rs_dataset_get_id (dataset)))
      {
        g_autofree char *first = g_filename_display_name (folders[i]);
        g_autofree char *second = g_filename_display_name (folders[datasets->len]);

        rs_command_complain (_ ("“%s” and “%s” both hold a dataset with the id “%s”; each must "
                                "have its own."),
                             first, second, rs_dataset_get_id (dataset));
        return FALSE;
      }
  return TRUE;
}

/* The datasets of all folders, or NULL after a complaint. */
static GPtrArray *
import_folders (int n, char **folders)
{
  g_autoptr (GPtrArray) datasets =
    g_ptr_array_new_with_free_func ((GDestroyNotify) rs_dataset_unref);

  for (int i = 0; i < n; i++)
    {
      g_autoptr (GFile) folder = g_file_new_for_commandline_arg (folders[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (RsDataset) dataset = rs_import_folder (folder, NULL, &error);

      if (dataset == NULL)
        {
          rs_command_complain ("%s", error->message);
          return NULL;
        }
      if (!check_id (datasets, dataset, folders))
        return NULL;
      g_ptr_array_add (datasets, g_steal_pointer (&dataset));
    }
  return g_steal_pointer (&datasets);
}

RsExitCode
rs_command_import (const RsCommand *self, int argc, char **argv)
{
  g_autofree char *output = NULL;
  g_autofree char *label = NULL;
  g_autofree char *label_zh = NULL;
  g_autoptr (GPtrArray) datasets = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  RsText collection_label = { 0 };
  RsExitCode exit_code;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_ ("Write to FILE, replacing it where it exists"), N_ ("FILE") },
    { "label", 0, 0, G_OPTION_ARG_STRING, &label, N_ ("Label of the collection"), N_ ("TEXT") },
    { "label-zh", 0, 0, G_OPTION_ARG_STRING, &label_zh, N_ ("Its label in Chinese"), N_ ("TEXT") },
    { NULL },
  };

  if (!rs_command_parse_options (self, entries, &argc, &argv, &exit_code))
    return exit_code;
  if (argc < 2)
    return rs_command_complain_usage (self, _ ("Name a folder to import."));
  if (output == NULL)
    return rs_command_complain_usage (self, _ ("Name the file to write with --output."));

  datasets = import_folders (argc - 1, argv + 1);
  if (datasets == NULL)
    return RS_EXIT_DATA;
  collection_label.original = label;
  collection_label.translation[RS_LANGUAGE_ZH_CN] = label_zh;
  bytes = rs_jsonstat_write ((RsDataset *const *) datasets->pdata, datasets->len,
                             label != NULL || label_zh != NULL ? &collection_label : NULL);
  file = g_file_new_for_commandline_arg (output);
  if (!rs_atomic_write (file, bytes, TRUE, NULL, &error))
    {
      rs_command_complain ("%s", error->message);
      return RS_EXIT_OUTPUT;
    }
  return RS_EXIT_OK;
}
