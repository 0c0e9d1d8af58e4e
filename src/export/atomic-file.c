/* SPDX-License-Identifier: GPL-3.0-or-later
 * A file is there whole or not at all. */
#define G_LOG_DOMAIN "renshe-export"

#include "config.h"

#include "export/atomic-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "export/export.h"

/* A disk that hangs can be cancelled between pieces. */
#define PIECE_BYTES (1024 * 1024)

#define NAME_ATTEMPTS 100
#define LINK_DEPTH 40

static void
set_write_error (GError **error, const char *name, const char *reason)
{
  g_set_error (error, RS_EXPORT_ERROR, RS_EXPORT_ERROR_WRITE,
               /* Translators: a file name, then the reason in the system's words. */
               _ ("“%s” could not be written: %s."), name, reason);
}

static void
set_exists_error (GError **error, const char *name)
{
  g_set_error (error, RS_EXPORT_ERROR, RS_EXPORT_ERROR_EXISTS,
               _ ("“%s” exists already and was left as it is."), name);
}

static void
set_errno_error (GError **error, const char *name, int code)
{
  if (code == EEXIST)
    set_exists_error (error, name);
  else
    set_write_error (error, name, g_strerror (code));
}

/* Where a chain of symbolic links ends, whether or not a file is there. (transfer full) (nullable):
 * NULL with errno */
static char *
follow_links (const char *path)
{
  g_autofree char *at = g_strdup (path);

  for (int depth = 0; depth < LINK_DEPTH; depth++)
    {
      g_autofree char *to = g_file_read_link (at, NULL);
      g_autofree char *folder = NULL;

      if (to == NULL)
        return g_steal_pointer (&at);
      folder = g_path_get_dirname (at);
      g_free (at);
      at = g_path_is_absolute (to) ? g_strdup (to) : g_build_filename (folder, to, NULL);
    }
  errno = ELOOP;
  return NULL;
}

/* A new file in @folder, with the permissions of any new file. -1 with errno. */
static int
open_temporary (const char *folder, char **out_path)
{
  for (int attempt = 0; attempt < NAME_ATTEMPTS; attempt++)
    {
      g_autofree char *name = g_strdup_printf (".renshe-%08x.tmp", g_random_int ());
      g_autofree char *path = g_build_filename (folder, name, NULL);
      int fd = open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);

      if (fd >= 0)
        {
          *out_path = g_steal_pointer (&path);
          return fd;
        }
      if (errno != EEXIST)
        return -1;
    }
  return -1;
}

static gboolean
write_all (int fd, GBytes *bytes, const char *name, GCancellable *cancellable, GError **error)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  while (length > 0)
    {
      gssize n;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      n = write (fd, data, MIN (length, PIECE_BYTES));
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          set_errno_error (error, name, errno);
          return FALSE;
        }
      data += n;
      length -= (gsize) n;
    }
  if (fsync (fd) != 0 && errno != EINVAL && errno != ENOSYS)
    {
      set_errno_error (error, name, errno);
      return FALSE;
    }
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* Gives @temporary the name @path unless there is a file of that name, without a moment in between.
 */
static int
rename_exclusively (const char *temporary, const char *path)
{
  if (renameat2 (AT_FDCWD, temporary, AT_FDCWD, path, RENAME_NOREPLACE) == 0)
    return 0;
  if (errno != EINVAL && errno != ENOSYS)
    return -1;
  /* File systems without that flag: a hard link fails where the name is taken. */
  if (link (temporary, path) == 0)
    return unlink (temporary);
  if (errno != EPERM && errno != EOPNOTSUPP && errno != ENOSYS)
    return -1;
  /* Without hard links either (FAT): look, then rename. */
  if (access (path, F_OK) == 0)
    {
      errno = EEXIST;
      return -1;
    }
  return rename (temporary, path);
}

static void
sync_folder (const char *folder)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  /* The file is there and whole; that its name survives a power cut is as good as the file system
   * allows. */
  if (fsync (fd) != 0)
    g_debug ("fsync %s: %s", folder, g_strerror (errno));
  close (fd);
}

/* Whether what is at @path now may be replaced. @out_stat: valid where @out_exists. */
static gboolean
check_existing (const char *path,
                const char *name,
                gboolean overwrite,
                gboolean *out_exists,
                struct stat *out_stat,
                GError **error)
{
  *out_exists = stat (path, out_stat) == 0;
  if (!*out_exists)
    return TRUE;
  if (S_ISDIR (out_stat->st_mode))
    set_write_error (error, name, g_strerror (EISDIR));
  else if (!overwrite)
    set_exists_error (error, name);
  else if (!S_ISREG (out_stat->st_mode))
    set_write_error (error, name, _ ("it is not a regular file"));
  else if (access (path, W_OK) != 0)
    set_errno_error (error, name, errno);
  else
    return TRUE;
  return FALSE;
}

static gboolean
fill_and_rename (int fd,
                 const char *temporary,
                 const char *path,
                 const char *name,
                 GBytes *bytes,
                 gboolean overwrite,
                 const struct stat *existing,
                 GCancellable *cancellable,
                 GError **error)
{
  gboolean written = write_all (fd, bytes, name, cancellable, error);

  if (written && existing != NULL)
    {
      /* The group first: changing it drops bits of the mode. */
      if (fchown (fd, (uid_t) -1, existing->st_gid) != 0)
        g_debug ("fchown %s: %s", temporary, g_strerror (errno));
      if (fchmod (fd, existing->st_mode & 07777) != 0)
        g_debug ("fchmod %s: %s", temporary, g_strerror (errno));
    }
  if (close (fd) != 0 && written)
    {
      set_errno_error (error, name, errno);
      written = FALSE;
    }
  if (!written)
    return FALSE;
  if ((overwrite ? rename (temporary, path) : rename_exclusively (temporary, path)) != 0)
    {
      set_errno_error (error, name, errno);
      return FALSE;
    }
  return TRUE;
}

static gboolean
write_local (const char *goal,
             const char *name,
             GBytes *bytes,
             gboolean overwrite,
             GCancellable *cancellable,
             GError **error)
{
  g_autofree char *path = follow_links (goal);
  g_autofree char *folder = NULL;
  g_autofree char *temporary = NULL;
  struct stat existing;
  gboolean exists;
  int fd;

  if (path == NULL)
    {
      set_errno_error (error, name, errno);
      return FALSE;
    }
  if (!check_existing (path, name, overwrite, &exists, &existing, error))
    return FALSE;
  folder = g_path_get_dirname (path);
  fd = open_temporary (folder, &temporary);
  if (fd < 0)
    {
      /* Never EXISTS: the goal is not what is in the way here. */
      set_write_error (error, name, g_strerror (errno));
      return FALSE;
    }
  if (!fill_and_rename (fd, temporary, path, name, bytes, overwrite, exists ? &existing : NULL,
                        cancellable, error))
    {
      unlink (temporary);
      return FALSE;
    }
  sync_folder (folder);
  return TRUE;
}

/* Files without a path belong to GVfs, whose replace keeps the old file until the new one is
 * closed. */
static gboolean
write_remote (GFile *file,
              const char *name,
              GBytes *bytes,
              gboolean overwrite,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GError) local_error = NULL;
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);
  gboolean good;

  if (overwrite)
    stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, cancellable, &local_error);
  else
    stream = g_file_create (file, G_FILE_CREATE_NONE, cancellable, &local_error);
  good = stream != NULL &&
         g_output_stream_write_all (G_OUTPUT_STREAM (stream), data, length, NULL, cancellable,
                                    &local_error) &&
         g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, &local_error);
  if (good)
    return TRUE;
  if (stream != NULL && !overwrite)
    g_file_delete (file, NULL, NULL);
  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    set_exists_error (error, name);
  else
    set_write_error (error, name, local_error->message);
  return FALSE;
}

gboolean
rs_atomic_write (
  GFile *file, GBytes *bytes, gboolean overwrite, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (file) && bytes != NULL, FALSE);

  path = g_file_get_path (file);
  name = g_file_get_parse_name (file);
  if (path != NULL)
    return write_local (path, name, bytes, overwrite, cancellable, error);
  return write_remote (file, name, bytes, overwrite, cancellable, error);
}
