/* SPDX-License-Identifier: GPL-3.0-or-later
 * The few calls that later versions of GTK deprecate, in one place. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @file: (nullable): NULL when the user cancelled. */
typedef void (*RsFileChosen) (GFile *file, gpointer user_data);

/**
 * rs_compat_open_file:
 * @parent: the window to stand above; kept alive until the answer
 *
 * Asks for a file to open, through the portal in a sandbox.
 */
void rs_compat_open_file (GtkWindow *parent, RsFileChosen chosen, gpointer user_data);

/**
 * rs_compat_save_file:
 * @folder: (nullable): where to begin
 * @name: suggested file name
 * @filter_name: words for the kind of file
 * @mime_type: its type
 *
 * Asks where to save, and whether to replace a file that is there.
 */
void rs_compat_save_file (GtkWindow *parent,
                          GFile *folder,
                          const char *name,
                          const char *filter_name,
                          const char *mime_type,
                          RsFileChosen chosen,
                          gpointer user_data);

G_END_DECLS
