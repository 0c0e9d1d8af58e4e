/* SPDX-License-Identifier: GPL-3.0-or-later
 * Typed access to a json-glib tree that never asserts and always knows where it is. */
#define G_LOG_DOMAIN "renshe-dataset"

#include "config.h"

#include "dataset/json-get.h"

#include "dataset/json-guard.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* 2^63: the first double that int64 cannot hold. */
#define INT64_LIMIT 9223372036854775808.0

JsonNode *
rs_json_parse_with_findings (const char *name,
                             GBytes *bytes,
                             GPtrArray **out_findings,
                             GError **error)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GBytes) clean = NULL;
  JsonNode *root;
  const char *data;
  gsize length;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  if (out_findings != NULL)
    *out_findings = NULL;
  clean = rs_json_guard_clean (name, bytes, &findings, error);
  if (clean == NULL)
    return NULL;
  data = g_bytes_get_data (clean, &length);
  parser = json_parser_new ();
  /* The guard lets nothing through that json-glib refuses; what follows is for versions that know
   * better. */
  if (!json_parser_load_from_data (parser, data, (gssize) length, &local_error))
    {
      g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_SYNTAX,
                   _ ("%s cannot be read as JSON: %s"), name, local_error->message);
      return NULL;
    }
  root = json_parser_steal_root (parser);
  if (root == NULL)
    {
      g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_SYNTAX,
                   _ ("%s: The file holds nothing."), name);
      return NULL;
    }
  if (out_findings != NULL)
    *out_findings = g_steal_pointer (&findings);
  return root;
}

JsonNode *
rs_json_parse (const char *name, GBytes *bytes, GError **error)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (JsonNode) root = rs_json_parse_with_findings (name, bytes, &findings, error);

  if (root == NULL)
    return NULL;
  for (guint i = 0; i < findings->len; i++)
    {
      const RsJsonFinding *finding = g_ptr_array_index (findings, i);

      if (finding->type != RS_JSON_FINDING_REPEATED_MEMBER)
        continue;
      g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_INCONSISTENT,
                   _ ("%s:%u:%u: The member “%s” stands twice in one object."), name, finding->line,
                   finding->column, finding->text);
      return NULL;
    }
  return g_steal_pointer (&root);
}

/* json_object_get_member() is silent about a member that is not there only since 1.8. */
static JsonNode *
get_member (JsonObject *object, const char *member)
{
  if (object == NULL || !json_object_has_member (object, member))
    return NULL;
  return json_object_get_member (object, member);
}

JsonObject *
rs_json_get_object (JsonObject *object, const char *member)
{
  JsonNode *node = get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

JsonArray *
rs_json_get_array (JsonObject *object, const char *member)
{
  JsonNode *node = get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

const char *
rs_json_node_to_string (JsonNode *node)
{
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

const char *
rs_json_get_string (JsonObject *object, const char *member)
{
  return rs_json_node_to_string (get_member (object, member));
}

gboolean
rs_json_node_to_number (JsonNode *node, double *out_value)
{
  g_return_val_if_fail (out_value != NULL, FALSE);

  *out_value = 0.0;
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return FALSE;
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    {
      *out_value = (double) json_node_get_int (node);
      return TRUE;
    }
  if (json_node_get_value_type (node) == G_TYPE_DOUBLE && isfinite (json_node_get_double (node)))
    {
      *out_value = json_node_get_double (node);
      return TRUE;
    }
  return FALSE;
}

gboolean
rs_json_get_number (JsonObject *object, const char *member, double *out_value)
{
  return rs_json_node_to_number (get_member (object, member), out_value);
}

gboolean
rs_json_node_to_int (JsonNode *node, gint64 *out_value)
{
  double number;

  g_return_val_if_fail (out_value != NULL, FALSE);

  *out_value = 0;
  if (!rs_json_node_to_number (node, &number))
    return FALSE;
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    {
      *out_value = json_node_get_int (node);
      return TRUE;
    }
  /* 3.0 is an integer to JSON, but a double to json-glib. */
  if (trunc (number) < number || trunc (number) > number || number >= INT64_LIMIT ||
      number < -INT64_LIMIT)
    return FALSE;
  *out_value = (gint64) number;
  return TRUE;
}

gboolean
rs_json_get_int (JsonObject *object, const char *member, gint64 *out_value)
{
  return rs_json_node_to_int (get_member (object, member), out_value);
}

gboolean
rs_json_get_boolean (JsonObject *object, const char *member, gboolean *out_value)
{
  JsonNode *node = get_member (object, member);

  g_return_val_if_fail (out_value != NULL, FALSE);

  *out_value = FALSE;
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return FALSE;
  *out_value = json_node_get_boolean (node);
  return TRUE;
}

const char *
rs_json_type_name (JsonNode *node)
{
  g_return_val_if_fail (node != NULL, "null");

  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      return "object";
    case JSON_NODE_ARRAY:
      return "array";
    case JSON_NODE_NULL:
      return "null";
    case JSON_NODE_VALUE:
      break;
    }
  switch (json_node_get_value_type (node))
    {
    case G_TYPE_INT64:
      return "integer";
    case G_TYPE_DOUBLE:
      return "number";
    case G_TYPE_BOOLEAN:
      return "boolean";
    default:
      return "string";
    }
}
