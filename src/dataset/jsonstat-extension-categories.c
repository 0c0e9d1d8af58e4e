/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reads what `extension.renshe` says of categories, and its translations. */
#define G_LOG_DOMAIN "renshe-dataset"

#include "config.h"

#include "dataset/jsonstat-extension-private.h"

#include "dataset/json-get.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static char *
get_day (const RsJsonstatExtension *self, JsonArray *array, const char *pointer, guint index)
{
  JsonNode *node = json_array_get_element (array, index);
  const char *text = rs_json_node_to_string (node);
  g_autofree char *number = g_strdup_printf ("%u", index);

  if (text == NULL && !json_node_is_null (node))
    rs_jsonstat_extension_complain_type (self, pointer, number, "string", node);
  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

static char **
get_successors (const RsJsonstatExtension *self,
                const RsDimension *dimension,
                JsonArray *array,
                const char *pointer)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n = json_array_get_length (array);

  for (guint i = 0; i < n; i++)
    {
      const char *id = rs_json_node_to_string (json_array_get_element (array, i));
      g_autofree char *where = NULL;

      if (id != NULL && rs_dimension_find (dimension, id) >= 0)
        {
          g_strv_builder_add (builder, id);
          continue;
        }
      where = rs_json_pointer_index (pointer, i);
      rs_jsonstat_extension_complain (
        self, where, _ ("A successor must be a category of the same dimension; it is left out."));
    }
  return g_strv_builder_end (builder);
}

/* Column and row of a place on the tile map. */
static void
read_tile (const RsJsonstatExtension *self,
           JsonArray *array,
           const char *pointer,
           RsCategory *category)
{
  gint64 column, row;

  if (json_array_get_length (array) != 2 ||
      !rs_json_node_to_int (json_array_get_element (array, 0), &column) ||
      !rs_json_node_to_int (json_array_get_element (array, 1), &row) || column < 0 ||
      column > RS_TILE_MAX || row < 0 || row > RS_TILE_MAX)
    {
      rs_jsonstat_extension_complain (
        self, pointer, _ ("A tile must be a column and a row from 0 to %d; it is left out."),
        RS_TILE_MAX);
      return;
    }
  category->has_tile = TRUE;
  category->tile_column = (int) column;
  category->tile_row = (int) row;
}

static void
read_category (const RsJsonstatExtension *self,
               const RsDimension *dimension,
               RsCategory *category,
               JsonObject *object,
               const char *pointer)
{
  g_autofree char *validity_pointer = rs_json_pointer_member (pointer, "validity");
  g_autofree char *successors_pointer = rs_json_pointer_member (pointer, "successors");
  g_autofree char *tile_pointer = rs_json_pointer_member (pointer, "tile");
  const char *nature = rs_jsonstat_extension_get_string (self, object, pointer, "nature");
  JsonArray *validity = rs_jsonstat_extension_get_array (self, object, pointer, "validity");
  JsonArray *successors = rs_jsonstat_extension_get_array (self, object, pointer, "successors");
  JsonArray *tile = rs_jsonstat_extension_get_array (self, object, pointer, "tile");

  category->nature = rs_nature_from_string (nature);
  if (nature != NULL && category->nature == RS_NATURE_UNKNOWN)
    rs_jsonstat_extension_complain (
      self, pointer, _ ("“%s” is no nature of a measure that this program knows."), nature);
  rs_jsonstat_extension_set_member (self, object, pointer, "family", &category->family);
  rs_jsonstat_extension_set_member (self, object, pointer, "definition",
                                    &category->definition.original);
  rs_jsonstat_extension_set_member (self, object, pointer, "group", &category->group.original);
  rs_jsonstat_extension_set_member (self, object, pointer, "remark", &category->remark.original);
  rs_jsonstat_extension_set_member (self, object, pointer, "pinyin", &category->pinyin);
  if (tile != NULL)
    read_tile (self, tile, tile_pointer, category);
  if (validity != NULL && json_array_get_length (validity) == 2)
    {
      g_free (category->validity.from);
      g_free (category->validity.to);
      category->validity.from = get_day (self, validity, validity_pointer, 0);
      category->validity.to = get_day (self, validity, validity_pointer, 1);
    }
  else if (validity != NULL)
    rs_jsonstat_extension_complain (
      self, validity_pointer,
      _ ("A validity must be a list of a first and a last day; it is left out."));
  if (successors != NULL)
    {
      g_strfreev (category->successors);
      category->successors = get_successors (self, dimension, successors, successors_pointer);
    }
}

void
rs_jsonstat_extension_read_categories (const RsJsonstatExtension *self,
                                       JsonObject *table,
                                       const char *pointer)
{
  JsonObjectIter iter;
  const char *dimension_id;
  JsonNode *node;

  if (table == NULL)
    return;
  json_object_iter_init (&iter, table);
  while (json_object_iter_next (&iter, &dimension_id, &node))
    {
      const RsDimension *dimension = rs_jsonstat_extension_find_dimension (self, dimension_id);
      g_autofree char *where = rs_json_pointer_member (pointer, dimension_id);
      JsonObject *categories =
        rs_jsonstat_extension_get_object (self, table, pointer, dimension_id);
      JsonObjectIter category_iter;
      const char *id;

      if (dimension == NULL)
        rs_jsonstat_extension_complain (
          self, where, _ ("The dataset has no dimension “%s”; the entry is left out."),
          dimension_id);
      if (dimension == NULL || categories == NULL)
        continue;
      json_object_iter_init (&category_iter, categories);
      while (json_object_iter_next (&category_iter, &id, NULL))
        {
          int position = rs_dimension_find (dimension, id);
          g_autofree char *category_pointer = rs_json_pointer_member (where, id);
          JsonObject *object = rs_jsonstat_extension_get_object (self, categories, where, id);

          if (position < 0)
            rs_jsonstat_extension_complain (
              self, category_pointer,
              _ ("The dataset has no category “%s”; the entry is left out."), id);
          else if (object != NULL)
            read_category (self, dimension, &dimension->categories[position], object,
                           category_pointer);
        }
    }
}

/* Where the translations of one property of a category go. */
static char **
get_translation_field (RsCategory *category, const char *property, RsLanguage language)
{
  if (strcmp (property, "label") == 0)
    return &category->label.translation[language];
  if (strcmp (property, "definition") == 0)
    return &category->definition.translation[language];
  if (strcmp (property, "group") == 0)
    return &category->group.translation[language];
  if (strcmp (property, "remark") == 0)
    return &category->remark.translation[language];
  return NULL;
}

static void
translate_property (const RsJsonstatExtension *self,
                    const RsDimension *dimension,
                    JsonObject *table,
                    const char *pointer,
                    const char *property,
                    RsLanguage language)
{
  gboolean is_unit = strcmp (property, "unit") == 0;
  JsonObjectIter iter;
  const char *id;

  json_object_iter_init (&iter, table);
  while (json_object_iter_next (&iter, &id, NULL))
    {
      int position = rs_dimension_find (dimension, id);
      g_autofree char *where = rs_json_pointer_member (pointer, id);
      RsCategory *category = position >= 0 ? &dimension->categories[position] : NULL;
      JsonObject *unit = NULL;

      if (category == NULL)
        rs_jsonstat_extension_complain (
          self, where, _ ("The dataset has no category “%s”; the entry is left out."), id);
      else if (!is_unit)
        rs_jsonstat_extension_set_member (self, table, pointer, id,
                                          get_translation_field (category, property, language));
      else if ((unit = rs_jsonstat_extension_get_object (self, table, pointer, id)) != NULL)
        {
          rs_jsonstat_extension_set_member (self, unit, where, "label",
                                            &category->unit.label.translation[language]);
          rs_jsonstat_extension_set_member (self, unit, where, "base",
                                            &category->unit.base_label.translation[language]);
        }
    }
}

static void
translate_dimension (const RsJsonstatExtension *self,
                     RsDimension *dimension,
                     JsonObject *object,
                     const char *pointer,
                     RsLanguage language)
{
  static const char *const properties[] = { "label", "unit", "definition", "group", "remark" };
  g_autofree char *category_pointer = rs_json_pointer_member (pointer, "category");
  JsonObject *category = rs_jsonstat_extension_get_object (self, object, pointer, "category");

  rs_jsonstat_extension_set_member (self, object, pointer, "label",
                                    &dimension->label.translation[language]);
  for (guint i = 0; category != NULL && i < G_N_ELEMENTS (properties); i++)
    {
      g_autofree char *where = rs_json_pointer_member (category_pointer, properties[i]);
      JsonObject *table =
        rs_jsonstat_extension_get_object (self, category, category_pointer, properties[i]);

      if (table != NULL)
        translate_property (self, dimension, table, where, properties[i], language);
    }
}

static void
read_translation (const RsJsonstatExtension *self,
                  JsonObject *object,
                  const char *pointer,
                  RsLanguage language)
{
  RsText *label = rs_dataset_builder_get_label (self->builder);
  RsText *source = rs_dataset_builder_get_source_text (self->builder);
  g_autofree char *dimension_pointer = rs_json_pointer_member (pointer, "dimension");
  JsonObject *table = rs_jsonstat_extension_get_object (self, object, pointer, "dimension");
  JsonObjectIter iter;
  const char *id;

  rs_jsonstat_extension_set_member (self, object, pointer, "label", &label->translation[language]);
  rs_jsonstat_extension_set_member (self, object, pointer, "source",
                                    &source->translation[language]);
  if (table == NULL)
    return;
  json_object_iter_init (&iter, table);
  while (json_object_iter_next (&iter, &id, NULL))
    {
      RsDimension *dimension = (RsDimension *) rs_jsonstat_extension_find_dimension (self, id);
      g_autofree char *where = rs_json_pointer_member (dimension_pointer, id);
      JsonObject *entry = rs_jsonstat_extension_get_object (self, table, dimension_pointer, id);

      if (dimension == NULL)
        rs_jsonstat_extension_complain (
          self, where, _ ("The dataset has no dimension “%s”; the entry is left out."), id);
      else if (entry != NULL)
        translate_dimension (self, dimension, entry, where, language);
    }
}

void
rs_jsonstat_extension_read_translations (const RsJsonstatExtension *self,
                                         JsonObject *table,
                                         const char *pointer)
{
  JsonObjectIter iter;
  const char *id;

  if (table == NULL)
    return;
  json_object_iter_init (&iter, table);
  while (json_object_iter_next (&iter, &id, NULL))
    {
      g_autofree char *where = rs_json_pointer_member (pointer, id);
      JsonObject *object = rs_jsonstat_extension_get_object (self, table, pointer, id);
      RsLanguage language;

      if (!rs_language_from_string (id, &language))
        rs_diagnostics_add (self->reader->diagnostics, RS_SEVERITY_NOTE, where,
                            _ ("Translations into “%s” are not used."), id);
      else if (object != NULL)
        read_translation (self, object, where, language);
    }
}
