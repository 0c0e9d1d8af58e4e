/* SPDX-License-Identifier: GPL-3.0-or-later
 * A file on disk to a catalog, off the main thread. */
#define G_LOG_DOMAIN "renshe-dataset"

#include "config.h"

#include "dataset/loader.h"

#include "dataset/json-guard.h"
#include "dataset/jsonstat-reader.h"

#include <glib/gi18n-lib.h>

#define EMBEDDED_PATH "/org/renshe/Renshe/datasets/renshe.json"

#define CHUNK_BYTES (1024 * 1024)

/* What must stay as it is while the file is being read. */
#define ATTRIBUTES                                                                                 \
  G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE                                \
                                 "," G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME                        \
                                 "," G_FILE_ATTRIBUTE_ETAG_VALUE

/* Cancelling passes through untouched; all else becomes a sentence with the file's name. */
static void
propagate (GError **error, GError *io_error, const char *name)
{
  if (g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, io_error);
      return;
    }
  g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_UNREADABLE,
               /* Translators: a file's name, and the reason in words. */
               _ ("%s cannot be read: %s"), name, io_error->message);
  g_error_free (io_error);
}

static char *
get_name (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *base = g_file_get_basename (file);

  if (base == NULL)
    return g_file_get_parse_name (file);
  return path != NULL ? g_filename_display_basename (path) : g_utf8_make_valid (base, -1);
}

/* Asked before opening: a pipe would block in open(), and a device can do anything. */
static gboolean
check_info (GFileInfo *info, const char *name, GError **error)
{
  switch (g_file_info_get_file_type (info))
    {
    case G_FILE_TYPE_REGULAR:
      break;
    case G_FILE_TYPE_DIRECTORY:
      g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_UNREADABLE,
                   _ ("%s is a folder, not a file."), name);
      return FALSE;
    case G_FILE_TYPE_UNKNOWN:
    case G_FILE_TYPE_SYMBOLIC_LINK:
    case G_FILE_TYPE_SPECIAL:
    case G_FILE_TYPE_SHORTCUT:
    case G_FILE_TYPE_MOUNTABLE:
      g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_UNREADABLE,
                   _ ("%s is no ordinary file."), name);
      return FALSE;
    }
  if (g_file_info_get_size (info) > RS_JSON_MAX_BYTES)
    {
      g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_TOO_LARGE,
                   _ ("%s is larger than %d MiB; this program reads no larger files."), name,
                   RS_JSON_MAX_BYTES / (1024 * 1024));
      return FALSE;
    }
  return TRUE;
}

/* Reads to the end, never more than the cap: the size that was asked for may have been a lie. */
static GBytes *
read_all (
  GInputStream *stream, gsize expected, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_sized_new ((guint) expected + 1);
  g_autofree guint8 *chunk = g_malloc (CHUNK_BYTES);
  GError *io_error = NULL;

  for (;;)
    {
      gssize n = g_input_stream_read (stream, chunk, CHUNK_BYTES, cancellable, &io_error);

      if (n < 0)
        {
          propagate (error, io_error, name);
          return NULL;
        }
      if (n == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
      if (bytes->len + (gsize) n > RS_JSON_MAX_BYTES)
        {
          g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_TOO_LARGE,
                       _ ("%s is larger than %d MiB; this program reads no larger files."), name,
                       RS_JSON_MAX_BYTES / (1024 * 1024));
          return NULL;
        }
      g_byte_array_append (bytes, chunk, (guint) n);
    }
}

static gboolean
is_unchanged (GFileInfo *before, GFileInfo *after, GBytes *bytes)
{
  return (goffset) g_bytes_get_size (bytes) == g_file_info_get_size (after) &&
         g_file_info_get_size (before) == g_file_info_get_size (after) &&
         g_strcmp0 (g_file_info_get_attribute_string (before, G_FILE_ATTRIBUTE_ETAG_VALUE),
                    g_file_info_get_attribute_string (after, G_FILE_ATTRIBUTE_ETAG_VALUE)) == 0;
}

static GBytes *
load_bytes (GFile *file, const char *name, GCancellable *cancellable, GError **error)
{
  GError *io_error = NULL;
  g_autoptr (GFileInfo) before = NULL;
  g_autoptr (GFileInfo) after = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GBytes) bytes = NULL;

  before = g_file_query_info (file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, &io_error);
  if (before == NULL)
    {
      propagate (error, io_error, name);
      return NULL;
    }
  if (!check_info (before, name, error))
    return NULL;
  stream = g_file_read (file, cancellable, &io_error);
  if (stream == NULL)
    {
      propagate (error, io_error, name);
      return NULL;
    }
  bytes = read_all (G_INPUT_STREAM (stream), (gsize) g_file_info_get_size (before), name,
                    cancellable, error);
  if (bytes == NULL)
    return NULL;
  /* By name again, not by the open stream: a file that was replaced meanwhile is another release.
   */
  after = g_file_query_info (file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, &io_error);
  if (after == NULL)
    {
      propagate (error, io_error, name);
      return NULL;
    }
  if (!is_unchanged (before, after, bytes))
    {
      g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_UNREADABLE,
                   _ ("%s was changed by another program while it was read; open it again."), name);
      return NULL;
    }
  return g_steal_pointer (&bytes);
}

RsCatalog *
rs_load (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  name = get_name (file);
  bytes = load_bytes (file, name, cancellable, error);
  if (bytes == NULL)
    return NULL;
  return rs_jsonstat_read (name, bytes, cancellable, error);
}

static void
load_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  RsCatalog *catalog = rs_load (task_data, cancellable, &error);

  if (catalog != NULL)
    g_task_return_pointer (task, catalog, (GDestroyNotify) rs_catalog_unref);
  else
    g_task_return_error (task, error);
}

void
rs_load_async (GFile *file,
               GCancellable *cancellable,
               GAsyncReadyCallback callback,
               gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, rs_load_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, load_in_thread);
}

RsCatalog *
rs_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

RsCatalog *
rs_load_embedded (GError **error)
{
  g_autoptr (GBytes) bytes =
    g_resources_lookup_data (EMBEDDED_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  if (bytes == NULL)
    {
      g_set_error_literal (error, RS_DATASET_ERROR, RS_DATASET_ERROR_UNREADABLE,
                           _ ("This program was built without its own datasets; name a file."));
      return NULL;
    }
  return rs_jsonstat_read ("renshe.json", bytes, NULL, error);
}
