/* SPDX-License-Identifier: GPL-3.0-or-later
 * One line of `renshe-cli value` to one cell. */
#define G_LOG_DOMAIN "renshe-cli"

#include "config.h"

#include "cli/address.h"

#include "dataset/json-get.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A message names no more datasets than this. */
#define LISTED_MAX 20

/* Whether the address without a dataset can mean a cell of this one: each member is a dimension,
 * and each dimension of several categories is a member. */
static gboolean
fits (const RsDataset *dataset, JsonObject *address)
{
  JsonObjectIter iter;
  const char *name;

  json_object_iter_init (&iter, address);
  while (json_object_iter_next (&iter, &name, NULL))
    if (rs_dataset_find_dimension (dataset, name) < 0)
      return FALSE;
  for (guint i = 0; i < rs_dataset_get_n_dimensions (dataset); i++)
    {
      const RsDimension *dimension = rs_dataset_get_dimension (dataset, i);

      if (dimension->n_categories != 1 && !json_object_has_member (address, dimension->id))
        return FALSE;
    }
  return TRUE;
}

/* Pointers of all datasets, or of those that fit @address. (transfer full) */
static char *
list_datasets (const RsCatalog *catalog, JsonObject *address)
{
  GString *list = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < rs_catalog_get_n_datasets (catalog); i++)
    {
      const RsDataset *dataset = rs_catalog_get_dataset (catalog, i);

      if (address != NULL && !fits (dataset, address))
        continue;
      if (++n > LISTED_MAX)
        {
          g_string_append (list, ", …");
          break;
        }
      g_string_append_printf (list, "%s“%s”", n > 1 ? ", " : "", rs_dataset_get_path (dataset));
    }
  return g_string_free (list, FALSE);
}

/* By JSON pointer, else by id. */
static const RsDataset *
find_named (const RsCatalog *catalog, const char *wanted, GError **error)
{
  guint n = rs_catalog_get_n_datasets (catalog);
  g_autofree char *list = NULL;

  for (guint i = 0; i < n; i++)
    if (strcmp (rs_dataset_get_path (rs_catalog_get_dataset (catalog, i)), wanted) == 0)
      return rs_catalog_get_dataset (catalog, i);
  for (guint i = 0; *wanted != '\0' && i < n; i++)
    if (strcmp (rs_dataset_get_id (rs_catalog_get_dataset (catalog, i)), wanted) == 0)
      return rs_catalog_get_dataset (catalog, i);
  list = list_datasets (catalog, NULL);
  g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_REFERENCE,
               _ ("The file has no dataset “%s”; it has %s."), wanted, list);
  return NULL;
}

/* The only one that fits. */
static const RsDataset *
find_fitting (const RsCatalog *catalog, JsonObject *address, GError **error)
{
  const RsDataset *found = NULL;
  guint n_found = 0;
  g_autofree char *list = NULL;

  for (guint i = 0; i < rs_catalog_get_n_datasets (catalog); i++)
    if (fits (rs_catalog_get_dataset (catalog, i), address))
      {
        found = rs_catalog_get_dataset (catalog, i);
        n_found++;
      }
  if (n_found == 1)
    return found;
  list = list_datasets (catalog, n_found > 0 ? address : NULL);
  if (n_found > 0)
    g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_REFERENCE,
                 _ ("Several datasets of the file have these dimensions; say which with "
                    "“dataset”: %s."),
                 list);
  else
    g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_REFERENCE,
                 _ ("No dataset of the file has just these dimensions; say which is meant with "
                    "“dataset”: %s."),
                 list);
  return NULL;
}

/* The dataset that the address means. */
static const RsDataset *
find_dataset (const RsCatalog *catalog, JsonObject *address, GError **error)
{
  guint n = rs_catalog_get_n_datasets (catalog);
  const char *wanted = rs_json_get_string (address, "dataset");

  if (n == 0)
    {
      g_set_error_literal (error, RS_DATASET_ERROR, RS_DATASET_ERROR_REFERENCE,
                           _ ("The file holds no dataset."));
      return NULL;
    }
  /* A dimension may be called "dataset" in a file of one dataset. */
  if (n == 1 && (wanted == NULL ||
                 rs_dataset_find_dimension (rs_catalog_get_dataset (catalog, 0), "dataset") >= 0))
    return rs_catalog_get_dataset (catalog, 0);
  if (wanted != NULL)
    return find_named (catalog, wanted, error);
  return find_fitting (catalog, address, error);
}

/* Whether each member of the address is a dimension, so that nothing asked for is passed over. */
static gboolean
check_members (const RsDataset *dataset, JsonObject *address, GError **error)
{
  JsonObjectIter iter;
  const char *name;

  json_object_iter_init (&iter, address);
  while (json_object_iter_next (&iter, &name, NULL))
    if (rs_dataset_find_dimension (dataset, name) < 0 &&
        (strcmp (name, "dataset") != 0 || rs_json_get_string (address, name) == NULL))
      {
        g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_REFERENCE,
                     _ ("The dataset has no dimension “%s”."), name);
        return FALSE;
      }
  return TRUE;
}

static gboolean
find_cell (const RsDataset *dataset, JsonObject *address, guint64 *out_cell, GError **error)
{
  guint n = rs_dataset_get_n_dimensions (dataset);
  g_autofree guint *positions = g_new0 (guint, MAX (n, 1));

  if (!check_members (dataset, address, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const RsDimension *dimension = rs_dataset_get_dimension (dataset, i);
      const char *id = rs_json_get_string (address, dimension->id);
      int position = id != NULL ? rs_dimension_find (dimension, id) : -1;

      if (id == NULL && !json_object_has_member (address, dimension->id) &&
          dimension->n_categories == 1)
        position = 0;
      if (position >= 0)
        {
          positions[i] = (guint) position;
          continue;
        }
      if (id != NULL)
        g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_REFERENCE,
                     _ ("The dimension “%s” has no category “%s”."), dimension->id, id);
      else
        g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_REFERENCE,
                     _ ("The address must name a category of the dimension “%s”, as a text."),
                     dimension->id);
      return FALSE;
    }
  *out_cell = rs_dataset_get_cell (dataset, positions);
  return TRUE;
}

gboolean
rs_address_parse (const RsCatalog *catalog,
                  const char *line,
                  gsize length,
                  const char *name,
                  const RsDataset **out_dataset,
                  guint64 *out_cell,
                  GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonObject *address;

  g_return_val_if_fail (catalog != NULL && line != NULL && name != NULL, FALSE);

  if (length > RS_ADDRESS_MAX_BYTES)
    {
      g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_TOO_LARGE,
                   _ ("%s: The line is longer than %d MiB and is no address."), name,
                   RS_ADDRESS_MAX_BYTES / (1024 * 1024));
      return FALSE;
    }
  bytes = g_bytes_new (line, length);
  root = rs_json_parse (name, bytes, error);
  if (root == NULL)
    return FALSE;
  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_SYNTAX,
                   _ ("An address must be a JSON object, and this is of type %s."),
                   rs_json_type_name (root));
      return FALSE;
    }
  address = json_node_get_object (root);
  *out_dataset = find_dataset (catalog, address, error);
  return *out_dataset != NULL && find_cell (*out_dataset, address, out_cell, error);
}
