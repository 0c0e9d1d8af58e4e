/* SPDX-License-Identifier: GPL-3.0-or-later
 * What lies beside the program, so that it runs from any prefix and from a build folder. */
#define G_LOG_DOMAIN "renshe-app"

#include "config.h"

#include "app/program-folder.h"

#include <gio/gio.h>

char *
rs_program_folder_find (const char *const *folders, const char *needle)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *own = NULL;

  g_return_val_if_fail (folders != NULL, NULL);
  g_return_val_if_fail (needle != NULL, NULL);

  if (program == NULL)
    return NULL;
  own = g_path_get_dirname (program);
  for (size_t i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *folder = g_canonicalize_filename (folders[i], own);
      g_autofree char *file = g_build_filename (folder, needle, NULL);

      if (g_file_test (file, G_FILE_TEST_IS_REGULAR))
        return g_steal_pointer (&folder);
    }
  return NULL;
}
