/* SPDX-License-Identifier: GPL-3.0-or-later
 * What lies beside the program, so that it runs from any prefix and from a build folder. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * rs_program_folder_find:
 * @folders: (array zero-terminated=1): folders relative to the one that the program is in
 * @needle: a file that has to be in it
 *
 * Returns: (transfer full) (nullable): the path of the first folder that holds @needle.
 */
char *rs_program_folder_find (const char *const *folders, const char *needle);

G_END_DECLS
