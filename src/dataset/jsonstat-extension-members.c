/* SPDX-License-Identifier: GPL-3.0-or-later
 * Members of `extension.renshe`: of what is not as it must be, a diagnostic says where it is. */
#define G_LOG_DOMAIN "renshe-dataset"

#include "config.h"

#include "dataset/jsonstat-extension-private.h"

#include "dataset/json-get.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
rs_jsonstat_extension_complain (const RsJsonstatExtension *self,
                                const char *pointer,
                                const char *format,
                                ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  rs_diagnostics_add (self->reader->diagnostics, RS_SEVERITY_WARNING, pointer, "%s", message);
}

JsonNode *
rs_jsonstat_extension_get_node (JsonObject *object, const char *member)
{
  JsonNode *node =
    json_object_has_member (object, member) ? json_object_get_member (object, member) : NULL;

  return node != NULL && !json_node_is_null (node) ? node : NULL;
}

void
rs_jsonstat_extension_complain_type (const RsJsonstatExtension *self,
                                     const char *pointer,
                                     const char *member,
                                     const char *expected,
                                     JsonNode *node)
{
  g_autofree char *where = rs_json_pointer_member (pointer, member);

  rs_jsonstat_extension_complain (
    self, where,
    /* Translators: both are words of JSON: object, array, string, number. */
    _ ("Type %s was expected and this is %s; it is left out."), expected, rs_json_type_name (node));
}

const char *
rs_jsonstat_extension_get_string (const RsJsonstatExtension *self,
                                  JsonObject *object,
                                  const char *pointer,
                                  const char *member)
{
  JsonNode *node = rs_jsonstat_extension_get_node (object, member);
  const char *text = rs_json_node_to_string (node);

  if (node != NULL && text == NULL)
    rs_jsonstat_extension_complain_type (self, pointer, member, "string", node);
  return text;
}

gboolean
rs_jsonstat_extension_get_number (const RsJsonstatExtension *self,
                                  JsonObject *object,
                                  const char *pointer,
                                  const char *member,
                                  double *out_value)
{
  JsonNode *node = rs_jsonstat_extension_get_node (object, member);

  *out_value = 0.0;
  if (node == NULL)
    return FALSE;
  if (rs_json_node_to_number (node, out_value))
    return TRUE;
  rs_jsonstat_extension_complain_type (self, pointer, member, "number", node);
  return FALSE;
}

gboolean
rs_jsonstat_extension_get_boolean (const RsJsonstatExtension *self,
                                   JsonObject *object,
                                   const char *pointer,
                                   const char *member)
{
  JsonNode *node = rs_jsonstat_extension_get_node (object, member);
  gboolean value;

  if (node == NULL || rs_json_get_boolean (object, member, &value))
    return node != NULL && value;
  rs_jsonstat_extension_complain_type (self, pointer, member, "boolean", node);
  return FALSE;
}

JsonObject *
rs_jsonstat_extension_get_object (const RsJsonstatExtension *self,
                                  JsonObject *object,
                                  const char *pointer,
                                  const char *member)
{
  JsonNode *node = rs_jsonstat_extension_get_node (object, member);

  if (node != NULL && !JSON_NODE_HOLDS_OBJECT (node))
    rs_jsonstat_extension_complain_type (self, pointer, member, "object", node);
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

JsonArray *
rs_jsonstat_extension_get_array (const RsJsonstatExtension *self,
                                 JsonObject *object,
                                 const char *pointer,
                                 const char *member)
{
  JsonNode *node = rs_jsonstat_extension_get_node (object, member);

  if (node != NULL && !JSON_NODE_HOLDS_ARRAY (node))
    rs_jsonstat_extension_complain_type (self, pointer, member, "array", node);
  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

JsonObject *
rs_jsonstat_extension_get_element (const RsJsonstatExtension *self,
                                   JsonArray *array,
                                   const char *pointer,
                                   guint index)
{
  JsonNode *node = json_array_get_element (array, index);
  g_autofree char *number = NULL;

  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  number = g_strdup_printf ("%u", index);
  rs_jsonstat_extension_complain_type (self, pointer, number, "object", node);
  return NULL;
}

void
rs_jsonstat_extension_set_member (const RsJsonstatExtension *self,
                                  JsonObject *object,
                                  const char *pointer,
                                  const char *member,
                                  char **field)
{
  const char *text = rs_jsonstat_extension_get_string (self, object, pointer, member);

  if (text != NULL)
    rs_jsonstat_set_string (field, text);
}

const RsDimension *
rs_jsonstat_extension_find_dimension (const RsJsonstatExtension *self, const char *id)
{
  for (guint i = 0; i < self->dimensions->len; i++)
    {
      const RsDimension *dimension = g_ptr_array_index (self->dimensions, i);

      if (strcmp (dimension->id, id) == 0)
        return dimension;
    }
  return NULL;
}

int
rs_jsonstat_extension_get_source (const RsJsonstatExtension *self,
                                  JsonObject *object,
                                  const char *pointer)
{
  const char *id = rs_jsonstat_extension_get_string (self, object, pointer, "source");
  g_autofree char *where = NULL;
  int source;

  if (id == NULL)
    return -1;
  source = rs_dataset_builder_find_source (self->builder, id);
  if (source >= 0)
    return source;
  where = rs_json_pointer_member (pointer, "source");
  rs_jsonstat_extension_complain (self, where, _ ("The list of sources has no “%s”."), id);
  return -1;
}

void
rs_jsonstat_extension_get_note (const RsJsonstatExtension *self,
                                JsonObject *object,
                                const char *pointer,
                                RsText *text)
{
  JsonNode *node = rs_jsonstat_extension_get_node (object, "note");
  gint64 index;

  if (node == NULL)
    return;
  if (rs_json_node_to_int (node, &index) && index >= 0 && index < self->notes->len)
    {
      rs_text_clear (text);
      rs_text_copy (text, &g_array_index (self->notes, RsText, index));
    }
  else
    {
      g_autofree char *where = rs_json_pointer_member (pointer, "note");

      rs_jsonstat_extension_complain (
        self, where,
        _ ("A note must be given by its number in the list of notes; it is left out."));
    }
}

/* Whether a dimension without a declared role has a choice of categories: then an entry that names
 * none would be put down to the first one, and nobody said so. */
static gboolean
has_choice_without_role (const RsJsonstatExtension *self)
{
  for (guint i = 0; i < self->dimensions->len; i++)
    {
      const RsDimension *dimension = g_ptr_array_index (self->dimensions, i);

      if (dimension->role == RS_ROLE_NONE && dimension->n_categories != 1)
        return TRUE;
    }
  return FALSE;
}

gboolean
rs_jsonstat_extension_get_category (const RsJsonstatExtension *self,
                                    const RsDimension *dimension,
                                    JsonObject *object,
                                    const char *pointer,
                                    const char *member,
                                    guint *out_position)
{
  const char *id = rs_jsonstat_extension_get_string (self, object, pointer, member);
  g_autofree char *where = NULL;
  int position;

  *out_position = 0;
  if (dimension == NULL && id == NULL && !has_choice_without_role (self))
    return TRUE;
  position = dimension != NULL && id != NULL ? rs_dimension_find (dimension, id) : -1;
  if (position >= 0)
    {
      *out_position = (guint) position;
      return TRUE;
    }
  where = rs_json_pointer_member (pointer, member);
  if (id == NULL)
    rs_jsonstat_extension_complain (self, where, _ ("“%s” is missing; the entry is left out."),
                                    member);
  else
    rs_jsonstat_extension_complain (
      self, where, _ ("The dataset has no category “%s”; the entry is left out."), id);
  return FALSE;
}
