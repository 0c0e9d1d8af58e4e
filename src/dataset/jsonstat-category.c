/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reads what a JSON-stat dimension says of its categories: labels, hierarchy, units and so on. */
#define G_LOG_DOMAIN "renshe-dataset"

#include "config.h"

#include "dataset/jsonstat-private.h"

#include "dataset/dataset-private.h"
#include "dataset/json-get.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A double holds no more decimals, and no unit is further from one. */
#define DECIMALS_MAX 15
#define EXPONENT_MAX 30

/* Where in a category object: the pointer of a member of one of its tables. */
static char *
entry_pointer (const char *category_pointer, const char *table, const char *id)
{
  g_autofree char *pointer = rs_json_pointer_member (category_pointer, table);

  return rs_json_pointer_member (pointer, id);
}

/* Says that an entry of @table names a category that the dimension lacks. */
static void
note_unknown (const RsJsonstatReader *self,
              const char *category_pointer,
              const char *table,
              const char *id)
{
  g_autofree char *where = entry_pointer (category_pointer, table, id);

  rs_diagnostics_add (self->diagnostics, RS_SEVERITY_NOTE, where,
                      _ ("The dimension has no category “%s”; the entry is left out."), id);
}

static void
note_type (const RsJsonstatReader *self, const char *where, const char *expected, JsonNode *node)
{
  rs_diagnostics_add (self->diagnostics, RS_SEVERITY_WARNING, where,
                      /* Translators: both are words of JSON: object, array, string, number. */
                      _ ("Type %s was expected and this is %s; it is left out."), expected,
                      rs_json_type_name (node));
}

/* The member as an object; NULL with a diagnostic where it is something else but null. */
static JsonObject *
get_table (const RsJsonstatReader *self,
           JsonObject *category,
           const char *category_pointer,
           const char *member)
{
  JsonNode *node =
    json_object_has_member (category, member) ? json_object_get_member (category, member) : NULL;
  g_autofree char *where = NULL;

  if (node == NULL || json_node_is_null (node))
    return NULL;
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  where = rs_json_pointer_member (category_pointer, member);
  note_type (self, where, "object", node);
  return NULL;
}

gboolean
rs_jsonstat_read_category_labels (const RsJsonstatReader *self,
                                  JsonObject *category,
                                  const char *pointer,
                                  RsDimension *dimension,
                                  GError **error)
{
  JsonObject *labels = get_table (self, category, pointer, "label");
  g_autofree char *table_pointer = rs_json_pointer_member (pointer, "label");
  JsonObjectIter iter;
  const char *id;
  JsonNode *node;

  if (labels == NULL)
    return TRUE;
  /* Two labels for one category: nobody can say which region the figures are of. */
  if (!rs_jsonstat_refuse_repeats (self, table_pointer, error))
    return FALSE;
  json_object_iter_init (&iter, labels);
  while (json_object_iter_next (&iter, &id, &node))
    {
      int position = rs_dimension_find (dimension, id);
      const char *text = rs_json_node_to_string (node);

      if (position < 0)
        note_unknown (self, pointer, "label", id);
      else if (text != NULL)
        rs_jsonstat_set_string (&dimension->categories[position].label.original, text);
      else if (!json_node_is_null (node))
        {
          g_autofree char *where = rs_json_pointer_member (table_pointer, id);

          note_type (self, where, "string", node);
        }
    }
  return TRUE;
}

/* Fills the children of one category. FALSE: the hierarchy cannot be trusted, and why has been
 * said. */
static gboolean
read_children (const RsJsonstatReader *self,
               RsDimension *dimension,
               RsCategory *parent,
               JsonArray *array,
               const char *pointer)
{
  guint n = json_array_get_length (array);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  parent->children = g_new0 (guint, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      const char *id = rs_json_node_to_string (json_array_get_element (array, i));
      int position = id != NULL ? rs_dimension_find (dimension, id) : -1;
      g_autofree char *where = NULL;

      if (position >= 0 && g_hash_table_add (seen, GINT_TO_POINTER (position + 1)))
        {
          parent->children[parent->n_children++] = (guint) position;
          continue;
        }
      where = rs_json_pointer_index (pointer, i);
      if (position >= 0)
        {
          rs_diagnostics_add (self->diagnostics, RS_SEVERITY_NOTE, where,
                              _ ("“%s” is listed twice under one parent."), id);
          continue;
        }
      rs_diagnostics_add (self->diagnostics, RS_SEVERITY_WARNING, where,
                          _ ("The hierarchy names a category that the dimension “%s” lacks; the "
                             "whole hierarchy is left out."),
                          dimension->id);
      return FALSE;
    }
  return TRUE;
}

static void
read_hierarchy (const RsJsonstatReader *self,
                JsonObject *category,
                const char *pointer,
                RsDimension *dimension)
{
  JsonObject *table = get_table (self, category, pointer, "child");
  JsonObjectIter iter;
  const char *id;
  JsonNode *node;

  if (table == NULL)
    return;
  json_object_iter_init (&iter, table);
  while (json_object_iter_next (&iter, &id, &node))
    {
      int position = rs_dimension_find (dimension, id);
      g_autofree char *where = entry_pointer (pointer, "child", id);

      if (json_node_is_null (node))
        continue;
      if (position < 0 || !JSON_NODE_HOLDS_ARRAY (node))
        {
          rs_diagnostics_add (self->diagnostics, RS_SEVERITY_WARNING, where,
                              _ ("The hierarchy of the dimension “%s” is not usable here; the "
                                 "whole hierarchy is left out."),
                              dimension->id);
          rs_dimension_drop_hierarchy (dimension);
          return;
        }
      if (!read_children (self, dimension, &dimension->categories[position],
                          json_node_get_array (node), where))
        {
          rs_dimension_drop_hierarchy (dimension);
          return;
        }
    }
}

/* A whole number of a unit within its limits; else a diagnostic, and @value stays. */
static void
read_unit_integer (const RsJsonstatReader *self,
                   JsonObject *unit,
                   const char *pointer,
                   const char *member,
                   int min,
                   int max,
                   int *value)
{
  JsonNode *node =
    json_object_has_member (unit, member) ? json_object_get_member (unit, member) : NULL;
  g_autofree char *where = NULL;
  gint64 number;

  if (node == NULL || json_node_is_null (node))
    return;
  if (rs_json_node_to_int (node, &number) && number >= min && number <= max)
    {
      *value = (int) number;
      return;
    }
  where = rs_json_pointer_member (pointer, member);
  rs_diagnostics_add (self->diagnostics, RS_SEVERITY_WARNING, where,
                      _ ("“%s” of a unit must be a whole number from %d to %d; it is left out."),
                      member, min, max);
}

static void
read_unit (const RsJsonstatReader *self, JsonObject *object, const char *pointer, RsUnit *unit)
{
  const char *position = rs_json_get_string (object, "position");

  unit->present = TRUE;
  if (rs_json_get_string (object, "label") != NULL)
    rs_jsonstat_set_string (&unit->label.original, rs_json_get_string (object, "label"));
  if (rs_json_get_string (object, "symbol") != NULL)
    rs_jsonstat_set_string (&unit->symbol, rs_json_get_string (object, "symbol"));
  if (rs_json_get_string (object, "base") != NULL)
    {
      rs_jsonstat_set_string (&unit->base, rs_json_get_string (object, "base"));
      rs_jsonstat_set_string (&unit->base_label.original, rs_json_get_string (object, "base"));
    }
  read_unit_integer (self, object, pointer, "decimals", 0, DECIMALS_MAX, &unit->decimals);
  read_unit_integer (self, object, pointer, "multiplier", -EXPONENT_MAX, EXPONENT_MAX,
                     &unit->exponent);
  unit->symbol_first = g_strcmp0 (position, "start") == 0;
  if (position != NULL && !unit->symbol_first && strcmp (position, "end") != 0)
    {
      g_autofree char *where = rs_json_pointer_member (pointer, "position");

      rs_diagnostics_add (self->diagnostics, RS_SEVERITY_NOTE, where,
                          _ ("The position of a symbol is “start” or “end”; “end” is assumed."));
    }
}

static void
read_coordinates (const RsJsonstatReader *self,
                  JsonArray *array,
                  const char *pointer,
                  RsCategory *category)
{
  double longitude;
  double latitude;

  if (json_array_get_length (array) == 2 &&
      rs_json_node_to_number (json_array_get_element (array, 0), &longitude) &&
      rs_json_node_to_number (json_array_get_element (array, 1), &latitude) &&
      longitude >= -180.0 && longitude <= 360.0 && latitude >= -90.0 && latitude <= 90.0)
    {
      category->has_coordinates = TRUE;
      category->longitude = longitude;
      category->latitude = latitude;
      return;
    }
  rs_diagnostics_add (self->diagnostics, RS_SEVERITY_WARNING, pointer,
                      _ ("Coordinates must be a longitude and a latitude; they are left out."));
}

typedef enum
{
  TABLE_UNIT,
  TABLE_COORDINATES,
  TABLE_NOTE,
} Table;

/* Tables from category to something: `unit`, `coordinates`, `note`. */
static void
read_table (const RsJsonstatReader *self,
            JsonObject *category,
            const char *pointer,
            Table what,
            const char *member,
            RsDimension *dimension)
{
  JsonObject *table = get_table (self, category, pointer, member);
  JsonObjectIter iter;
  const char *id;
  JsonNode *node;

  if (table == NULL)
    return;
  json_object_iter_init (&iter, table);
  while (json_object_iter_next (&iter, &id, &node))
    {
      int position = rs_dimension_find (dimension, id);
      g_autofree char *where = NULL;
      RsCategory *entry;

      if (position < 0)
        {
          note_unknown (self, pointer, member, id);
          continue;
        }
      if (json_node_is_null (node))
        continue;
      entry = &dimension->categories[position];
      where = entry_pointer (pointer, member, id);
      switch (what)
        {
        case TABLE_UNIT:
          if (JSON_NODE_HOLDS_OBJECT (node))
            read_unit (self, json_node_get_object (node), where, &entry->unit);
          else
            note_type (self, where, "object", node);
          break;
        case TABLE_COORDINATES:
          if (JSON_NODE_HOLDS_ARRAY (node))
            read_coordinates (self, json_node_get_array (node), where, entry);
          else
            note_type (self, where, "array", node);
          break;
        case TABLE_NOTE:
          entry->notes = rs_jsonstat_read_notes (self, node, where);
          break;
        }
    }
}

void
rs_jsonstat_read_category_tables (const RsJsonstatReader *self,
                                  JsonObject *category,
                                  const char *pointer,
                                  RsDimension *dimension)
{
  read_hierarchy (self, category, pointer, dimension);
  read_table (self, category, pointer, TABLE_UNIT, "unit", dimension);
  read_table (self, category, pointer, TABLE_COORDINATES, "coordinates", dimension);
  read_table (self, category, pointer, TABLE_NOTE, "note", dimension);
}
