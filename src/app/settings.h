/* SPDX-License-Identifier: GPL-3.0-or-later
 * Where the program remembers its choices. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * rs_settings_new:
 *
 * Finds the schema among the installed ones, else beside the program: `../share/glib-2.0/schemas`
 * (any prefix) or the build folder.
 *
 * Returns: (transfer full) (nullable): the settings, or %NULL where the schema is nowhere; the
 * program then starts with its defaults and forgets.
 */
GSettings *rs_settings_new (void);

G_END_DECLS
