/* SPDX-License-Identifier: GPL-3.0-or-later
 * A file is there whole or not at all. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * rs_atomic_write:
 * @file: the goal
 * @overwrite: whether an existing file may be replaced
 * @error: a #RsExportError with the file's name and the reason in words
 *
 * Temporary file in the same folder, written, synced, renamed; removed on any failure. Keeps the
 * permissions of a file that it replaces; follows symbolic links.
 */
gboolean rs_atomic_write (
  GFile *file, GBytes *bytes, gboolean overwrite, GCancellable *cancellable, GError **error);

G_END_DECLS
