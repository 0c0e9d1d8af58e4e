/* SPDX-License-Identifier: GPL-3.0-or-later
 * A file that somebody opens: datasets, or a board. */
#define G_LOG_DOMAIN "renshe-app"

#include "config.h"

#include "app/open-file.h"

#include <glib/gi18n-lib.h>

#include "dataset/json-get.h"
#include "dataset/loader.h"
#include "query/frame.h"

/* What is wrong with a board is told up to this many times. */
#define MAX_TOLD 3

typedef struct
{
  RsCatalog *catalog; /* (nullable) (owned) */
  RsBoard *board;     /* (nullable) (owned) */
} Opened;

static void
opened_free (gpointer data)
{
  Opened *opened = data;

  g_clear_pointer (&opened->catalog, rs_catalog_unref);
  g_clear_pointer (&opened->board, rs_board_free);
  g_free (opened);
}

/* No dataset and no table has this member, and no board is without it. */
static gboolean
looks_like_board (const char *name, GBytes *bytes)
{
  g_autoptr (JsonNode) root = rs_json_parse (name, bytes, NULL);

  return root != NULL && JSON_NODE_HOLDS_OBJECT (root) &&
         json_object_has_member (json_node_get_object (root), "views");
}

/* Whether @error is about what the file holds, not about reading it. */
static gboolean
is_other_kind (const GError *error)
{
  return g_error_matches (error, RS_DATASET_ERROR, RS_DATASET_ERROR_UNSUPPORTED) ||
         g_error_matches (error, RS_DATASET_ERROR, RS_DATASET_ERROR_INCONSISTENT) ||
         g_error_matches (error, RS_DATASET_ERROR, RS_DATASET_ERROR_REMOTE);
}

static RsBoard *
load_board (GFile *file, GError *load_error, GCancellable *cancellable, GError **error)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base != NULL ? base : "");
  g_autoptr (GBytes) bytes = NULL;

  if (is_other_kind (load_error))
    bytes = g_file_load_bytes (file, cancellable, NULL, NULL);
  if (bytes != NULL && looks_like_board (name, bytes))
    {
      g_error_free (load_error);
      return rs_board_from_bytes (name, bytes, error);
    }
  if (g_error_matches (load_error, RS_DATASET_ERROR, RS_DATASET_ERROR_UNSUPPORTED))
    /* Translators: a sentence that says why a file cannot be opened, and one to go with it. */
    g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_UNSUPPORTED, _ ("%s %s"),
                 load_error->message,
                 _ ("Files that can be opened are datasets in JSON-stat and boards of Renshe."));
  else
    g_propagate_error (error, g_error_copy (load_error));
  g_error_free (load_error);
  return NULL;
}

static void
open_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  GError *load_error = NULL;
  Opened *opened = g_new0 (Opened, 1);

  opened->catalog = rs_load (task_data, cancellable, &load_error);
  if (opened->catalog == NULL)
    opened->board = load_board (task_data, load_error, cancellable, &error);
  if (opened->catalog != NULL || opened->board != NULL)
    {
      g_task_return_pointer (task, opened, opened_free);
      return;
    }
  opened_free (opened);
  g_task_return_error (task, error);
}

void
rs_open_file_async (GFile *file,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, rs_open_file_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, open_in_thread);
}

gboolean
rs_open_file_finish (GAsyncResult *result,
                     RsCatalog **out_catalog,
                     RsBoard **out_board,
                     GError **error)
{
  Opened *opened;

  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  *out_catalog = NULL;
  *out_board = NULL;
  opened = g_task_propagate_pointer (G_TASK (result), error);
  if (opened == NULL)
    return FALSE;
  *out_catalog = g_steal_pointer (&opened->catalog);
  *out_board = g_steal_pointer (&opened->board);
  opened_free (opened);
  return TRUE;
}

gboolean
rs_open_file_check_board (const RsBoard *board,
                          const char *name,
                          const RsDataset *dataset,
                          RsLanguage language,
                          GError **error)
{
  g_autoptr (GString) told = g_string_new (NULL);
  RsSelection selection = { NULL, 0 };
  guint n = 0;

  if (board->views->len == 0)
    {
      g_set_error (error, RS_QUERY_ERROR, RS_QUERY_ERROR_UNSUITABLE,
                   /* Translators: %s is the name of a file. */
                   _ ("%s: This board has no views."), name);
      return FALSE;
    }
  rs_selection_init_default (&selection, dataset);
  for (guint i = 0; i < board->views->len; i++)
    {
      const RsView *view = g_ptr_array_index (board->views, i);
      g_autoptr (GError) view_error = NULL;
      g_autoptr (RsFrame) frame =
        rs_view_run (view, (RsDataset *) dataset, &selection, language, &view_error);

      if (frame != NULL || n++ >= MAX_TOLD)
        continue;
      g_string_append_printf (told, "\n/views/%u%s%s%s: %s", i, view->id != NULL ? " (" : "",
                              view->id != NULL ? view->id : "", view->id != NULL ? ")" : "",
                              view_error->message);
    }
  rs_selection_clear (&selection);
  if (n == 0)
    return TRUE;
  if (n > MAX_TOLD)
    g_string_append_printf (
      told, "\n%s",
      ngettext ("One more view has problems.", "More views have problems.", n - MAX_TOLD));
  g_set_error (error, RS_QUERY_ERROR, RS_QUERY_ERROR_UNSUITABLE,
               /* Translators: name of a file, id of a dataset, and one reason a line. */
               _ ("%s: This board does not fit the dataset “%s”:%s"), name,
               rs_dataset_get_id (dataset), told->str);
  return FALSE;
}
