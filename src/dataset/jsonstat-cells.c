/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reads `value` and `status` of a JSON-stat dataset. */
#define G_LOG_DOMAIN "renshe-dataset"

#include "config.h"

#include "dataset/jsonstat-private.h"

#include "dataset/json-get.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

/* Every integer up to here is a double. */
#define EXACT_INTEGER_MAX (G_GINT64_CONSTANT (1) << 53)

/* 2^63: the first double that int64 cannot hold; the largest integers round up to it. */
#define INT64_LIMIT 9223372036854775808.0

/* Digits of the largest cell number, 2^62. */
#define CELL_DIGITS_MAX 19

typedef enum
{
  KEY_CELL,         /* a number of a cell */
  KEY_OUT_OF_RANGE, /* a whole number, but of no cell */
  KEY_OTHER,        /* no number, or not in its plain form: " 3", "+3", "03", "-1" */
} KeyKind;

static KeyKind
parse_key (const char *key, guint64 n_cells, guint64 *out_cell)
{
  gsize n_digits = strspn (key, "0123456789");

  *out_cell = 0;
  if (n_digits == 0 || key[n_digits] != '\0' || (key[0] == '0' && n_digits > 1))
    return KEY_OTHER;
  if (n_digits > CELL_DIGITS_MAX)
    return KEY_OUT_OF_RANGE;
  *out_cell = g_ascii_strtoull (key, NULL, 10);
  return *out_cell < n_cells ? KEY_CELL : KEY_OUT_OF_RANGE;
}

/* The cell of a key that must be one. */
static gboolean
require_cell (const RsJsonstatReader *self,
              const char *pointer,
              const char *key,
              guint64 n_cells,
              guint64 *out_cell,
              GError **error)
{
  g_autofree char *where = NULL;

  switch (parse_key (key, n_cells, out_cell))
    {
    case KEY_CELL:
      return TRUE;
    case KEY_OUT_OF_RANGE:
      where = rs_json_pointer_member (pointer, key);
      return rs_jsonstat_fail (self, where, RS_DATASET_ERROR_INCONSISTENT, error,
                               _ ("There is no such cell: the dataset has %" PRIu64 " cells."),
                               n_cells);
    case KEY_OTHER:
      where = rs_json_pointer_member (pointer, key);
      return rs_jsonstat_fail (self, where, RS_DATASET_ERROR_INCONSISTENT, error,
                               _ ("“%s” is not the number of a cell."), key);
    }
  return FALSE;
}

/* One entry of `value`; @key is its name in an object, NULL for the element @index of an array. */
static gboolean
read_value (const RsJsonstatReader *self,
            RsDatasetBuilder *builder,
            guint64 cell,
            JsonNode *node,
            const char *pointer,
            const char *key,
            guint index,
            GError **error)
{
  g_autofree char *where = NULL;
  const char *text;
  double number;

  if (json_node_is_null (node))
    return TRUE;
  if (rs_json_node_to_number (node, &number))
    {
      rs_dataset_builder_set_value (builder, cell, number);
      if (json_node_get_value_type (node) == G_TYPE_INT64 &&
          ABS (json_node_get_int (node)) > EXACT_INTEGER_MAX &&
          (number >= INT64_LIMIT || (gint64) number != json_node_get_int (node)))
        {
          where = key != NULL ? rs_json_pointer_member (pointer, key)
                              : rs_json_pointer_index (pointer, index);
          rs_diagnostics_add (self->diagnostics, RS_SEVERITY_WARNING, where,
                              _ ("The number %" PRId64
                                 " has more digits than can be kept; its last digits are rounded."),
                              json_node_get_int (node));
        }
      return TRUE;
    }
  text = rs_json_node_to_string (node);
  if (text != NULL)
    {
      g_autofree char *valid = g_utf8_make_valid (text, -1);

      rs_dataset_builder_set_text (builder, cell, valid);
      return TRUE;
    }
  where =
    key != NULL ? rs_json_pointer_member (pointer, key) : rs_json_pointer_index (pointer, index);
  return rs_jsonstat_fail (self, where, RS_DATASET_ERROR_INCONSISTENT, error,
                           _ ("A value must be a number, a text or null, and this is of type %s."),
                           rs_json_type_name (node));
}

static gboolean
read_value_array (const RsJsonstatReader *self,
                  RsDatasetBuilder *builder,
                  JsonArray *array,
                  const char *pointer,
                  GError **error)
{
  guint n = json_array_get_length (array);

  for (guint i = 0; i < n; i++)
    if (!read_value (self, builder, i, json_array_get_element (array, i), pointer, NULL, i, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_value_object (const RsJsonstatReader *self,
                   RsDatasetBuilder *builder,
                   JsonObject *object,
                   const char *pointer,
                   GError **error)
{
  guint64 n_cells = rs_dataset_builder_get_n_cells (builder);
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;

  if (!rs_jsonstat_refuse_repeats (self, pointer, error))
    return FALSE;
  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &key, &node))
    {
      guint64 cell;

      if (!require_cell (self, pointer, key, n_cells, &cell, error) ||
          !read_value (self, builder, cell, node, pointer, key, 0, error))
        return FALSE;
    }
  return TRUE;
}

/* Fixes the number of cells, and reads `value`. */
static gboolean
read_values (const RsJsonstatReader *self,
             JsonNode *node,
             const char *pointer,
             guint64 n_expected,
             RsDatasetBuilder *builder,
             GError **error)
{
  JsonObject *object =
    node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonArray *array =
    node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint n_given = array != NULL ? json_array_get_length (array) : 0;
  gboolean dense = n_given > 0;

  if (object == NULL && array == NULL)
    return rs_jsonstat_fail (self, pointer, RS_DATASET_ERROR_INCONSISTENT, error,
                             _ ("A dataset must have a “value”, an array or an object."));
  if (array != NULL && n_given > 0 && n_given != n_expected)
    return rs_jsonstat_fail (self, pointer, RS_DATASET_ERROR_INCONSISTENT, error,
                             _ ("The number of values is %u, but the sizes ask for %" PRIu64 "."),
                             n_given, n_expected);
  /* An object that holds most of the cells is an array in disguise. */
  if (object != NULL)
    dense =
      n_expected <= RS_DATASET_MAX_DENSE_CELLS && json_object_get_size (object) > n_expected / 3;
  if (!rs_dataset_builder_begin_cells (builder, dense, error))
    {
      g_prefix_error (error, "%s:%s: ", self->name, pointer);
      return FALSE;
    }
  if (object != NULL)
    return read_value_object (self, builder, object, pointer, error);
  if (n_given == 0 && n_expected > 0)
    rs_diagnostics_add (self->diagnostics, RS_SEVERITY_WARNING, pointer,
                        _ ("The file describes the dataset but holds none of its values."));
  return read_value_array (self, builder, array, pointer, error);
}

/* --- status -------------------------------------------------------------------------------------
 */

static void
set_status (const RsJsonstatReader *self,
            RsDatasetBuilder *builder,
            guint64 cell,
            JsonNode *node,
            const char *pointer,
            const char *key,
            guint index)
{
  const char *text = rs_json_node_to_string (node);

  if (text != NULL)
    {
      g_autofree char *valid = g_utf8_make_valid (text, -1);

      if (*valid != '\0')
        rs_dataset_builder_set_status (builder, cell, valid);
    }
  else if (!json_node_is_null (node))
    {
      g_autofree char *where = key != NULL ? rs_json_pointer_member (pointer, key)
                                           : rs_json_pointer_index (pointer, index);

      rs_diagnostics_add (self->diagnostics, RS_SEVERITY_WARNING, where,
                          _ ("A status must be a text and this is of type %s; it is left out."),
                          rs_json_type_name (node));
    }
}

static gboolean
read_status_array (const RsJsonstatReader *self,
                   JsonArray *array,
                   const char *pointer,
                   RsDatasetBuilder *builder,
                   GError **error)
{
  guint64 n_cells = rs_dataset_builder_get_n_cells (builder);
  guint n = json_array_get_length (array);

  if (n == 0 && n_cells > 0)
    {
      rs_diagnostics_add (self->diagnostics, RS_SEVERITY_NOTE, pointer, _ ("The status is empty."));
      return TRUE;
    }
  if (n == 1 && n_cells != 1)
    {
      const char *text = rs_json_node_to_string (json_array_get_element (array, 0));

      rs_diagnostics_add (self->diagnostics, RS_SEVERITY_NOTE, pointer,
                          _ ("The status has one element; it is taken for all cells."));
      if (text != NULL && *text != '\0')
        rs_dataset_builder_set_status_of_all (builder, text);
      return TRUE;
    }
  if (n != n_cells)
    return rs_jsonstat_fail (self, pointer, RS_DATASET_ERROR_INCONSISTENT, error,
                             _ ("There are %u statuses, but the sizes ask for %" PRIu64 "."), n,
                             n_cells);
  for (guint i = 0; i < n; i++)
    set_status (self, builder, i, json_array_get_element (array, i), pointer, NULL, i);
  return TRUE;
}

static gboolean
read_status_object (const RsJsonstatReader *self,
                    JsonObject *object,
                    const char *pointer,
                    RsDatasetBuilder *builder,
                    GError **error)
{
  guint64 n_cells = rs_dataset_builder_get_n_cells (builder);
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;

  if (!rs_jsonstat_refuse_repeats (self, pointer, error))
    return FALSE;
  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &key, &node))
    {
      guint64 cell;

      if (parse_key (key, n_cells, &cell) == KEY_OTHER && !g_ascii_isdigit (key[0]) &&
          key[0] != '-' && key[0] != '+' && key[0] != ' ')
        {
          g_autofree char *where = rs_json_pointer_member (pointer, key);

          rs_diagnostics_add (self->diagnostics, RS_SEVERITY_NOTE, where,
                              _ ("“%s” is not the number of a cell; it is left out."), key);
          continue;
        }
      if (!require_cell (self, pointer, key, n_cells, &cell, error))
        return FALSE;
      set_status (self, builder, cell, node, pointer, key, 0);
    }
  return TRUE;
}

static gboolean
read_statuses (const RsJsonstatReader *self,
               JsonNode *node,
               const char *pointer,
               RsDatasetBuilder *builder,
               GError **error)
{
  const char *text = rs_json_node_to_string (node);

  if (text != NULL)
    {
      if (*text != '\0')
        rs_dataset_builder_set_status_of_all (builder, text);
      return TRUE;
    }
  if (JSON_NODE_HOLDS_ARRAY (node))
    return read_status_array (self, json_node_get_array (node), pointer, builder, error);
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      JsonNode *inner =
        json_object_has_member (object, "value") ? json_object_get_member (object, "value") : NULL;

      /* Eurostat's own wrapping in its answers of 2015: {"value": …, "category": {"label": …}}. */
      if (inner != NULL && (JSON_NODE_HOLDS_ARRAY (inner) || JSON_NODE_HOLDS_OBJECT (inner)))
        {
          g_autofree char *where = rs_json_pointer_member (pointer, "value");

          rs_diagnostics_add (self->diagnostics, RS_SEVERITY_NOTE, pointer,
                              _ ("The statuses are wrapped in an object of their own."));
          return JSON_NODE_HOLDS_ARRAY (inner)
                   ? read_status_array (self, json_node_get_array (inner), where, builder, error)
                   : read_status_object (self, json_node_get_object (inner), where, builder, error);
        }
      return read_status_object (self, object, pointer, builder, error);
    }
  if (!json_node_is_null (node))
    rs_diagnostics_add (self->diagnostics, RS_SEVERITY_WARNING, pointer,
                        _ ("The status is of type %s; it is left out."), rs_json_type_name (node));
  return TRUE;
}

gboolean
rs_jsonstat_read_cells (const RsJsonstatReader *self,
                        JsonObject *object,
                        const char *pointer,
                        guint64 n_cells,
                        RsDatasetBuilder *builder,
                        GError **error)
{
  g_autofree char *value_pointer = rs_json_pointer_member (pointer, "value");
  g_autofree char *status_pointer = rs_json_pointer_member (pointer, "status");
  JsonNode *value =
    json_object_has_member (object, "value") ? json_object_get_member (object, "value") : NULL;
  JsonNode *status =
    json_object_has_member (object, "status") ? json_object_get_member (object, "status") : NULL;

  if (!read_values (self, value, value_pointer, n_cells, builder, error))
    return FALSE;
  return status == NULL || read_statuses (self, status, status_pointer, builder, error);
}
