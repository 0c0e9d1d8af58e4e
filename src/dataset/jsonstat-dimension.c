/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reads one dimension of a JSON-stat dataset. */
#define G_LOG_DOMAIN "renshe-dataset"

#include "config.h"

#include "dataset/jsonstat-private.h"

#include "dataset/json-get.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

static gboolean
take_id (const RsJsonstatReader *self,
         RsDimension *dimension,
         guint position,
         const char *id,
         const char *pointer,
         GError **error)
{
  rs_jsonstat_set_string (&dimension->categories[position].id, id);
  if (g_hash_table_contains (dimension->positions, dimension->categories[position].id))
    return rs_jsonstat_fail (self, pointer, RS_DATASET_ERROR_INCONSISTENT, error,
                             _ ("The category “%s” stands there twice."), id);
  g_hash_table_insert (dimension->positions, dimension->categories[position].id,
                       GUINT_TO_POINTER (position + 1));
  return TRUE;
}

static gboolean
check_count (const RsJsonstatReader *self,
             const RsDimension *dimension,
             guint n,
             const char *pointer,
             GError **error)
{
  if (n == dimension->n_categories)
    return TRUE;
  return rs_jsonstat_fail (self, pointer, RS_DATASET_ERROR_INCONSISTENT, error,
                           _ ("The dimension “%s” lists %u categories, but its size is %u."),
                           dimension->id, n, dimension->n_categories);
}

static gboolean
read_index_array (const RsJsonstatReader *self,
                  JsonArray *array,
                  const char *pointer,
                  RsDimension *dimension,
                  GError **error)
{
  guint n = json_array_get_length (array);

  if (!check_count (self, dimension, n, pointer, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *where = rs_json_pointer_index (pointer, i);
      const char *id = rs_json_node_to_string (json_array_get_element (array, i));

      if (id == NULL)
        return rs_jsonstat_fail (self, where, RS_DATASET_ERROR_INCONSISTENT, error,
                                 _ ("The id of a category must be a text."));
      if (!take_id (self, dimension, i, id, where, error))
        return FALSE;
    }
  return TRUE;
}

/* Positions must be a permutation: the order of the members means nothing. */
static gboolean
read_index_object (const RsJsonstatReader *self,
                   JsonObject *object,
                   const char *pointer,
                   RsDimension *dimension,
                   GError **error)
{
  JsonObjectIter iter;
  const char *id;
  JsonNode *node;

  if (!rs_jsonstat_refuse_repeats (self, pointer, error) ||
      !check_count (self, dimension, json_object_get_size (object), pointer, error))
    return FALSE;
  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &id, &node))
    {
      g_autofree char *where = NULL;
      gint64 position;
      gboolean is_integer = rs_json_node_to_int (node, &position);

      if (is_integer && position >= 0 && position < dimension->n_categories &&
          dimension->categories[position].id == NULL)
        {
          if (!take_id (self, dimension, (guint) position, id, pointer, error))
            return FALSE;
          continue;
        }
      where = rs_json_pointer_member (pointer, id);
      if (is_integer && position >= 0 && position < dimension->n_categories)
        return rs_jsonstat_fail (self, where, RS_DATASET_ERROR_INCONSISTENT, error,
                                 _ ("Two categories have the position %" PRId64 "."), position);
      return rs_jsonstat_fail (
        self, where, RS_DATASET_ERROR_INCONSISTENT, error,
        _ ("The position of a category must be a whole number from 0 to %u."),
        dimension->n_categories - 1);
    }
  return TRUE;
}

/* Without an index the labels name the categories; with more than one, in the order written. */
static gboolean
read_ids_of_labels (const RsJsonstatReader *self,
                    JsonObject *category,
                    const char *pointer,
                    RsDimension *dimension,
                    GError **error)
{
  JsonObject *labels = rs_json_get_object (category, "label");
  g_autofree char *where = rs_json_pointer_member (pointer, "label");
  JsonObjectIter iter;
  const char *id;
  guint i = 0;

  if (labels == NULL && dimension->n_categories == 0)
    return TRUE;
  if (labels == NULL)
    return rs_jsonstat_fail (
      self, pointer, RS_DATASET_ERROR_INCONSISTENT, error,
      _ ("The dimension “%s” has neither an index nor labels of its categories."), dimension->id);
  if (!rs_jsonstat_refuse_repeats (self, where, error) ||
      !check_count (self, dimension, json_object_get_size (labels), where, error))
    return FALSE;
  if (dimension->n_categories > 1)
    rs_diagnostics_add (
      self->diagnostics, RS_SEVERITY_WARNING, pointer,
      _ ("The dimension “%s” has no index; its categories are taken in the order written."),
      dimension->id);
  json_object_iter_init (&iter, labels);
  while (json_object_iter_next (&iter, &id, NULL))
    if (!take_id (self, dimension, i++, id, where, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_ids (const RsJsonstatReader *self,
          JsonObject *category,
          const char *pointer,
          RsDimension *dimension,
          GError **error)
{
  JsonNode *index =
    json_object_has_member (category, "index") ? json_object_get_member (category, "index") : NULL;
  g_autofree char *where = rs_json_pointer_member (pointer, "index");

  if (index == NULL || json_node_is_null (index))
    return read_ids_of_labels (self, category, pointer, dimension, error);
  if (JSON_NODE_HOLDS_ARRAY (index))
    return read_index_array (self, json_node_get_array (index), where, dimension, error);
  if (JSON_NODE_HOLDS_OBJECT (index))
    return read_index_object (self, json_node_get_object (index), where, dimension, error);
  return rs_jsonstat_fail (self, where, RS_DATASET_ERROR_INCONSISTENT, error,
                           _ ("An index must be an array or an object, and this is of type %s."),
                           rs_json_type_name (index));
}

gboolean
rs_jsonstat_read_dimension (const RsJsonstatReader *self,
                            JsonObject *object,
                            const char *pointer,
                            RsDimension *dimension,
                            GError **error)
{
  g_autofree char *category_pointer = rs_json_pointer_member (pointer, "category");
  g_autofree char *note_pointer = rs_json_pointer_member (pointer, "note");
  JsonObject *category = rs_json_get_object (object, "category");
  const char *label = rs_json_get_string (object, "label");

  if (category == NULL)
    return rs_jsonstat_fail (
      self, pointer, RS_DATASET_ERROR_INCONSISTENT, error,
      json_object_has_member (object, "href")
        ? _ (
            "The categories of the dimension “%s” are elsewhere; this program does not fetch them.")
        : _ ("The dimension “%s” has no “category”."),
      dimension->id);
  dimension->positions = g_hash_table_new (g_str_hash, g_str_equal);
  if (!rs_jsonstat_refuse_repeats (self, pointer, error) ||
      !rs_jsonstat_refuse_repeats (self, category_pointer, error) ||
      !read_ids (self, category, category_pointer, dimension, error) ||
      !rs_jsonstat_read_category_labels (self, category, category_pointer, dimension, error))
    return FALSE;
  if (label != NULL)
    rs_jsonstat_set_string (&dimension->label.original, label);
  if (json_object_has_member (object, "note"))
    dimension->notes =
      rs_jsonstat_read_notes (self, json_object_get_member (object, "note"), note_pointer);
  rs_jsonstat_read_category_tables (self, category, category_pointer, dimension);
  return TRUE;
}
