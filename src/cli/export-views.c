/* SPDX-License-Identifier: GPL-3.0-or-later
 * Finds the dataset, board and views that the command line names. */
#define G_LOG_DOMAIN "renshe-cli"

#include "config.h"

#include "cli/export-views.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "dataset/json-get.h"

/* Whether a word of the command line means a file and not an id. */
static gboolean
is_file_name (const char *word)
{
  return strchr (word, G_DIR_SEPARATOR) != NULL || g_str_has_suffix (word, ".json") ||
         g_file_test (word, G_FILE_TEST_EXISTS);
}

RsDataset *
rs_export_find_dataset (RsCatalog *catalog, const char *id, GError **error)
{
  for (guint i = 0; i < rs_catalog_get_n_datasets (catalog); i++)
    {
      RsDataset *dataset = rs_catalog_get_dataset (catalog, i);

      if (g_str_equal (rs_dataset_get_id (dataset), id) ||
          g_str_equal (rs_dataset_get_path (dataset), id))
        return dataset;
    }
  g_set_error (error, RS_QUERY_ERROR, RS_QUERY_ERROR_UNKNOWN_DIMENSION,
               _ ("“%s” has no dataset “%s”."), rs_catalog_get_name (catalog), id);
  return NULL;
}

static gboolean
has_indicators (const RsDataset *dataset, char **indicators)
{
  const RsDimension *metric = rs_dataset_get_metric (dataset);

  for (guint i = 0; indicators[i] != NULL; i++)
    if (metric == NULL || rs_dimension_find (metric, indicators[i]) < 0)
      return FALSE;
  return TRUE;
}

static const RsView *
find_view (const RsBoard *board, const char *id)
{
  for (guint i = 0; i < board->views->len; i++)
    {
      const RsView *view = g_ptr_array_index (board->views, i);

      if (view->id != NULL && g_str_equal (view->id, id))
        return view;
    }
  return NULL;
}

RsDataset *
rs_export_guess_dataset (RsCatalog *catalog, const RsExportRequest *request, const RsBoard *board)
{
  if (board != NULL && board->dataset != NULL)
    {
      RsDataset *dataset = rs_export_find_dataset (catalog, board->dataset, NULL);

      if (dataset != NULL)
        return dataset;
    }
  for (guint i = 0; board == NULL && i < rs_catalog_get_n_datasets (catalog); i++)
    {
      RsDataset *dataset = rs_catalog_get_dataset (catalog, i);

      if (request->indicators != NULL && has_indicators (dataset, request->indicators))
        return dataset;
      if (request->view != NULL && !is_file_name (request->view))
        {
          g_autoptr (RsBoard) own = rs_board_for_dataset (dataset);

          if (find_view (own, request->view) != NULL)
            return dataset;
        }
    }
  return rs_catalog_get_dataset (catalog, 0);
}

RsBoard *
rs_export_load_board (const char *word, GError **error)
{
  g_autoptr (GFile) file = NULL;

  if (!is_file_name (word))
    return rs_board_load_embedded (word, error);
  file = g_file_new_for_commandline_arg (word);
  return rs_board_load (file, NULL, error);
}

static RsView *
load_view_file (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, &local_error);
  g_autoptr (JsonNode) node = NULL;

  if (bytes == NULL)
    {
      g_set_error (error, RS_QUERY_ERROR, RS_QUERY_ERROR_SYNTAX, _ ("“%s” cannot be read: %s."),
                   name, local_error->message);
      return NULL;
    }
  node = rs_json_parse (name, bytes, error);
  if (node == NULL)
    return NULL;
  return rs_view_from_json (node, name, "", error);
}

GPtrArray *
rs_export_collect_views (const RsExportRequest *request,
                         const RsDataset *dataset,
                         const RsBoard *asked_board,
                         GError **error)
{
  g_autoptr (GPtrArray) views =
    g_ptr_array_new_with_free_func ((GDestroyNotify) (gpointer) rs_view_free);
  g_autoptr (RsBoard) own_board = NULL;
  const RsBoard *board = asked_board;

  if (request->view != NULL && asked_board == NULL && is_file_name (request->view))
    {
      RsView *view = load_view_file (request->view, error);

      if (view == NULL)
        return NULL;
      g_ptr_array_add (views, view);
      return g_steal_pointer (&views);
    }
  if (board == NULL && (request->indicators != NULL || request->each_indicator ||
                        (request->view == NULL && rs_dataset_get_metric (dataset) == NULL)))
    {
      RsView *view = rs_view_new ();

      view->indicators = g_strdupv (request->indicators);
      g_ptr_array_add (views, view);
      return g_steal_pointer (&views);
    }
  if (board == NULL)
    board = own_board = rs_board_for_dataset (dataset);
  if (request->view != NULL)
    {
      const RsView *view = find_view (board, request->view);

      if (view == NULL)
        {
          g_set_error (error, RS_QUERY_ERROR, RS_QUERY_ERROR_UNKNOWN_CATEGORY,
                       _ ("The board “%s” has no view “%s”."), board->id != NULL ? board->id : "",
                       request->view);
          return NULL;
        }
      g_ptr_array_add (views, rs_view_copy (view));
      return g_steal_pointer (&views);
    }
  for (guint i = 0; i < board->views->len; i++)
    g_ptr_array_add (views, rs_view_copy (g_ptr_array_index (board->views, i)));
  return g_steal_pointer (&views);
}
