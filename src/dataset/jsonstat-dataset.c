/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reads one dataset of a JSON-stat file: its outline, dimensions, roles and texts. */
#define G_LOG_DOMAIN "renshe-dataset"

#include "config.h"

#include "dataset/jsonstat-private.h"

#include "dataset/json-get.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

gboolean
rs_jsonstat_has_old_shape (JsonObject *object)
{
  JsonObject *dimension = rs_json_get_object (object, "dimension");

  return rs_json_get_array (object, "id") == NULL && rs_json_get_array (dimension, "id") != NULL;
}

gboolean
rs_jsonstat_looks_like_dataset (JsonObject *object)
{
  if (rs_json_get_object (object, "dimension") == NULL)
    return FALSE;
  return rs_jsonstat_has_old_shape (object) ||
         (rs_json_get_array (object, "id") != NULL && rs_json_get_array (object, "size") != NULL);
}

/* `id` or `size`, wherever they are. Some files have them in both places: then both must say the
 * same. */
static JsonArray *
get_outline (const RsJsonstatReader *self,
             JsonObject *object,
             const char *pointer,
             const char *member,
             GError **error)
{
  JsonObject *dimension = rs_json_get_object (object, "dimension");
  JsonArray *outer = rs_json_get_array (object, member);
  JsonArray *inner = rs_json_get_array (dimension, member);
  gboolean equal = TRUE;

  if (outer == NULL && inner == NULL)
    {
      rs_jsonstat_fail (self, pointer, RS_DATASET_ERROR_INCONSISTENT, error,
                        _ ("A dataset must have “%s”, an array."), member);
      return NULL;
    }
  if (outer == NULL || inner == NULL)
    return outer != NULL ? outer : inner;
  equal = json_array_get_length (outer) == json_array_get_length (inner);
  for (guint i = 0; equal && i < json_array_get_length (outer); i++)
    equal = json_node_equal (json_array_get_element (outer, i), json_array_get_element (inner, i));
  if (equal)
    return outer;
  rs_jsonstat_fail (self, pointer, RS_DATASET_ERROR_INCONSISTENT, error,
                    _ ("“%s” is in the dataset and in its “dimension”, and they differ."), member);
  return NULL;
}

static gboolean
read_size (const RsJsonstatReader *self,
           JsonNode *node,
           const char *pointer,
           guint *out_size,
           GError **error)
{
  const char *text = rs_json_node_to_string (node);
  gint64 size = -1;
  guint64 parsed;

  *out_size = 0;
  if (text != NULL && g_ascii_isdigit (*text) &&
      g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT64, &parsed, NULL))
    {
      size = (gint64) parsed;
      rs_diagnostics_add (self->diagnostics, RS_SEVERITY_NOTE, pointer,
                          _ ("The size is written as a text."));
    }
  else if (!rs_json_node_to_int (node, &size) || size < 0)
    return rs_jsonstat_fail (self, pointer, RS_DATASET_ERROR_INCONSISTENT, error,
                             _ ("A size must be a whole number and not negative."));
  if (size > RS_DATASET_MAX_CATEGORIES)
    return rs_jsonstat_fail (
      self, pointer, RS_DATASET_ERROR_TOO_LARGE, error,
      _ ("A dimension of %" PRId64 " categories is larger than this program reads (%u)."), size,
      RS_DATASET_MAX_CATEGORIES);
  *out_size = (guint) size;
  return TRUE;
}

/* --- one dataset --------------------------------------------------------------------------------
 */

/* A dataset being read: what is needed until its builder is finished. */
typedef struct
{
  JsonObject *object;
  const char *pointer;
  JsonObject *dimension; /* member `dimension` */
  RsDatasetBuilder *builder;
  GPtrArray *dimensions; /* (element-type RsDimension): borrowed from the builder */
  guint64 n_cells;
} Draft;

static gboolean
read_dimension (const RsJsonstatReader *self,
                Draft *draft,
                JsonNode *id_node,
                JsonNode *size_node,
                guint i,
                GError **error)
{
  const char *id = rs_json_node_to_string (id_node);
  g_autofree char *outline = rs_json_pointer_index ("", i);
  g_autofree char *id_pointer = g_strconcat (draft->pointer, "/id", outline, NULL);
  g_autofree char *size_pointer = g_strconcat (draft->pointer, "/size", outline, NULL);
  g_autofree char *table = rs_json_pointer_member (draft->pointer, "dimension");
  g_autofree char *pointer = NULL;
  JsonObject *object;
  RsDimension *dimension;
  guint size;

  if (id == NULL)
    return rs_jsonstat_fail (self, id_pointer, RS_DATASET_ERROR_INCONSISTENT, error,
                             _ ("The id of a dimension must be a text."));
  if (!read_size (self, size_node, size_pointer, &size, error))
    return FALSE;
  object = rs_json_get_object (draft->dimension, id);
  pointer = rs_json_pointer_member (table, id);
  if (object == NULL)
    return rs_jsonstat_fail (self, table, RS_DATASET_ERROR_INCONSISTENT, error,
                             _ ("The dimension “%s” is listed but not described."), id);
  dimension = rs_dataset_builder_add_dimension (draft->builder, id, size, error);
  if (dimension == NULL)
    {
      g_prefix_error (error, "%s:%s: ", self->name, id_pointer);
      return FALSE;
    }
  g_ptr_array_add (draft->dimensions, dimension);
  /* The builder has the last word on what is too large; this only has to survive until then. */
  if (size > 0 && draft->n_cells > G_MAXUINT64 / size)
    draft->n_cells = G_MAXUINT64;
  else
    draft->n_cells *= size;
  return rs_jsonstat_read_dimension (self, object, pointer, dimension, error);
}

static gboolean
is_outline_member (const char *member)
{
  return strcmp (member, "id") == 0 || strcmp (member, "size") == 0 || strcmp (member, "role") == 0;
}

/* PxWeb describes dimensions that it then leaves out of the cube. */
static void
note_extra_dimensions (const RsJsonstatReader *self, const Draft *draft)
{
  gboolean old_shape = rs_jsonstat_has_old_shape (draft->object) ||
                       rs_json_get_array (draft->dimension, "size") != NULL;
  JsonObjectIter iter;
  const char *id;

  json_object_iter_init (&iter, draft->dimension);
  while (json_object_iter_next (&iter, &id, NULL))
    {
      gboolean known = old_shape && is_outline_member (id);

      for (guint i = 0; !known && i < draft->dimensions->len; i++)
        known = strcmp (((RsDimension *) g_ptr_array_index (draft->dimensions, i))->id, id) == 0;
      if (!known)
        {
          g_autofree char *table = rs_json_pointer_member (draft->pointer, "dimension");
          g_autofree char *where = rs_json_pointer_member (table, id);

          rs_diagnostics_add (self->diagnostics, RS_SEVERITY_NOTE, where,
                              _ ("The dimension “%s” is described but not part of the dataset."),
                              id);
        }
    }
}

static gboolean
read_dimensions (const RsJsonstatReader *self, Draft *draft, GError **error)
{
  g_autofree char *table = rs_json_pointer_member (draft->pointer, "dimension");
  JsonArray *ids;
  JsonArray *sizes;

  draft->dimension = rs_json_get_object (draft->object, "dimension");
  if (draft->dimension == NULL)
    return rs_jsonstat_fail (self, draft->pointer, RS_DATASET_ERROR_INCONSISTENT, error,
                             _ ("A dataset must have “dimension”, an object."));
  ids = get_outline (self, draft->object, draft->pointer, "id", error);
  if (ids == NULL)
    return FALSE;
  sizes = get_outline (self, draft->object, draft->pointer, "size", error);
  if (sizes == NULL || !rs_jsonstat_refuse_repeats (self, table, error))
    return FALSE;
  if (json_array_get_length (ids) != json_array_get_length (sizes))
    return rs_jsonstat_fail (self, draft->pointer, RS_DATASET_ERROR_INCONSISTENT, error,
                             _ ("There are %u dimensions but %u sizes."),
                             json_array_get_length (ids), json_array_get_length (sizes));
  draft->n_cells = 1;
  for (guint i = 0; i < json_array_get_length (ids); i++)
    if (!read_dimension (self, draft, json_array_get_element (ids, i),
                         json_array_get_element (sizes, i), i, error))
      return FALSE;
  note_extra_dimensions (self, draft);
  return TRUE;
}

static void
assign_role (const RsJsonstatReader *self,
             const Draft *draft,
             RsRole role,
             const char *id,
             const char *pointer)
{
  for (guint i = 0; id != NULL && i < draft->dimensions->len; i++)
    {
      RsDimension *dimension = g_ptr_array_index (draft->dimensions, i);

      if (strcmp (dimension->id, id) == 0)
        {
          dimension->role = role;
          return;
        }
    }
  rs_diagnostics_add (self->diagnostics, RS_SEVERITY_NOTE, pointer,
                      _ ("The role “%s” is given to a dimension that the dataset lacks."),
                      rs_role_to_string (role));
}

static void
read_roles (const RsJsonstatReader *self, const Draft *draft)
{
  static const RsRole roles[] = { RS_ROLE_TIME, RS_ROLE_GEO, RS_ROLE_METRIC };
  JsonObject *table = rs_json_get_object (draft->object, "role");
  g_autofree char *table_pointer = NULL;

  if (table == NULL)
    {
      table = rs_json_get_object (draft->dimension, "role");
      table_pointer = g_strconcat (draft->pointer, "/dimension/role", NULL);
      /* A dimension may be called "role". */
      if (table == NULL || json_object_has_member (table, "category"))
        return;
    }
  else
    table_pointer = rs_json_pointer_member (draft->pointer, "role");
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      const char *name = rs_role_to_string (roles[i]);
      JsonNode *node =
        json_object_has_member (table, name) ? json_object_get_member (table, name) : NULL;
      g_autofree char *where = rs_json_pointer_member (table_pointer, name);

      if (node == NULL || json_node_is_null (node))
        continue;
      if (JSON_NODE_HOLDS_ARRAY (node))
        {
          JsonArray *array = json_node_get_array (node);

          for (guint k = 0; k < json_array_get_length (array); k++)
            assign_role (self, draft, roles[i],
                         rs_json_node_to_string (json_array_get_element (array, k)), where);
        }
      else
        assign_role (self, draft, roles[i], rs_json_node_to_string (node), where);
    }
}

static char *
format_milliseconds (gint64 milliseconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (milliseconds / 1000);

  return time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : NULL;
}

static void
read_texts (const RsJsonstatReader *self, const Draft *draft, const char *key)
{
  JsonObject *object = draft->object;
  g_autofree char *note_pointer = rs_json_pointer_member (draft->pointer, "note");
  const char *label = rs_json_get_string (object, "label");
  const char *source = rs_json_get_string (object, "source");
  const char *updated = rs_json_get_string (object, "updated");
  gint64 milliseconds;

  if (label == NULL)
    label = rs_json_get_string (object, "title"); /* Eurostat 1.1 */
  if (label != NULL)
    rs_jsonstat_set_string (&rs_dataset_builder_get_label (draft->builder)->original, label);
  if (source != NULL)
    rs_jsonstat_set_string (&rs_dataset_builder_get_source_text (draft->builder)->original, source);
  if (updated != NULL)
    {
      g_autofree char *valid = g_utf8_make_valid (updated, -1);

      rs_dataset_builder_set_updated (draft->builder, valid);
    }
  else if (rs_json_get_int (object, "lastUpdateDate", &milliseconds)) /* Eurostat 1.1 */
    {
      g_autofree char *day = format_milliseconds (milliseconds);

      rs_dataset_builder_set_updated (draft->builder, day);
    }
  if (json_object_has_member (object, "note"))
    {
      g_auto (GStrv) notes =
        rs_jsonstat_read_notes (self, json_object_get_member (object, "note"), note_pointer);

      for (guint i = 0; notes != NULL && notes[i] != NULL; i++)
        rs_dataset_builder_add_note (draft->builder, notes[i]);
    }
  if (key != NULL)
    rs_dataset_builder_set_id (draft->builder, key);
}

gboolean
rs_jsonstat_read_dataset (const RsJsonstatReader *self,
                          JsonObject *object,
                          const char *pointer,
                          const char *key,
                          GError **error)
{
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  g_autoptr (GPtrArray) dimensions = g_ptr_array_new ();
  g_autoptr (RsDataset) dataset = NULL;
  g_autofree char *extension_pointer = rs_json_pointer_member (pointer, "extension");
  Draft draft = {
    .object = object, .pointer = pointer, .builder = builder, .dimensions = dimensions
  };

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (rs_catalog_get_n_datasets (self->catalog) == RS_JSONSTAT_MAX_ITEMS)
    return rs_jsonstat_fail (self, pointer, RS_DATASET_ERROR_TOO_LARGE, error,
                             _ ("The file holds more than %d datasets."), RS_JSONSTAT_MAX_ITEMS);
  rs_dataset_builder_set_path (builder, pointer);
  rs_dataset_builder_set_release (builder, rs_catalog_get_release (self->catalog));
  if (!rs_jsonstat_refuse_repeats (self, pointer, error) || !read_dimensions (self, &draft, error))
    return FALSE;
  read_roles (self, &draft);
  read_texts (self, &draft, key);
  if (!rs_jsonstat_read_cells (self, object, pointer, draft.n_cells, builder, error))
    return FALSE;
  rs_jsonstat_read_extension (self, rs_json_get_object (object, "extension"), extension_pointer,
                              dimensions, builder);
  dataset = rs_dataset_builder_finish (builder, self->diagnostics, error);
  if (dataset == NULL)
    {
      g_prefix_error (error, "%s:%s: ", self->name, pointer);
      return FALSE;
    }
  rs_catalog_add_dataset (self->catalog, dataset);
  return TRUE;
}
