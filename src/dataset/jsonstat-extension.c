/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reads what JSON-stat has no word for: `extension.renshe`. */
#define G_LOG_DOMAIN "renshe-dataset"

#include "config.h"

#include "dataset/jsonstat-private.h"

#include "dataset/json-get.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Alternates of one cell beyond this many are dropped. */
#define ALTERNATES_MAX 100

typedef struct
{
  const RsJsonstatReader *reader;
  RsDatasetBuilder *builder;
  const GPtrArray *dimensions;
  const RsDimension *metric; /* (nullable) */
  const RsDimension *geo;    /* (nullable) */
  const RsDimension *time;   /* (nullable) */
  GArray *notes;             /* (element-type RsText) */
} Context;

static void G_GNUC_PRINTF (3, 4)
  complain (const Context *self, const char *pointer, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  rs_diagnostics_add (self->reader->diagnostics, RS_SEVERITY_WARNING, pointer, "%s", message);
}

/* --- typed members, with a diagnostic where the type is wrong -----------------------------------
 */

static JsonNode *
get_node (JsonObject *object, const char *member)
{
  JsonNode *node =
    json_object_has_member (object, member) ? json_object_get_member (object, member) : NULL;

  return node != NULL && !json_node_is_null (node) ? node : NULL;
}

static void
complain_type (const Context *self,
               const char *pointer,
               const char *member,
               const char *expected,
               JsonNode *node)
{
  g_autofree char *where = rs_json_pointer_member (pointer, member);

  complain (self, where,
            /* Translators: both are words of JSON: object, array, string, number. */
            _ ("Type %s was expected and this is %s; it is left out."), expected,
            rs_json_type_name (node));
}

static const char *
get_string (const Context *self, JsonObject *object, const char *pointer, const char *member)
{
  JsonNode *node = get_node (object, member);
  const char *text = rs_json_node_to_string (node);

  if (node != NULL && text == NULL)
    complain_type (self, pointer, member, "string", node);
  return text;
}

static gboolean
get_number (const Context *self,
            JsonObject *object,
            const char *pointer,
            const char *member,
            double *out_value)
{
  JsonNode *node = get_node (object, member);

  *out_value = 0.0;
  if (node == NULL)
    return FALSE;
  if (rs_json_node_to_number (node, out_value))
    return TRUE;
  complain_type (self, pointer, member, "number", node);
  return FALSE;
}

static gboolean
get_boolean (const Context *self, JsonObject *object, const char *pointer, const char *member)
{
  JsonNode *node = get_node (object, member);
  gboolean value;

  if (node == NULL || rs_json_get_boolean (object, member, &value))
    return node != NULL && value;
  complain_type (self, pointer, member, "boolean", node);
  return FALSE;
}

static JsonObject *
get_object (const Context *self, JsonObject *object, const char *pointer, const char *member)
{
  JsonNode *node = get_node (object, member);

  if (node != NULL && !JSON_NODE_HOLDS_OBJECT (node))
    complain_type (self, pointer, member, "object", node);
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static JsonArray *
get_array (const Context *self, JsonObject *object, const char *pointer, const char *member)
{
  JsonNode *node = get_node (object, member);

  if (node != NULL && !JSON_NODE_HOLDS_ARRAY (node))
    complain_type (self, pointer, member, "array", node);
  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/* The object at @index of a list; NULL with a diagnostic where it is none. */
static JsonObject *
get_element (const Context *self, JsonArray *array, const char *pointer, guint index)
{
  JsonNode *node = json_array_get_element (array, index);
  g_autofree char *number = NULL;

  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  number = g_strdup_printf ("%u", index);
  complain_type (self, pointer, number, "object", node);
  return NULL;
}

static void
set_member (
  const Context *self, JsonObject *object, const char *pointer, const char *member, char **field)
{
  const char *text = get_string (self, object, pointer, member);

  if (text != NULL)
    rs_jsonstat_set_string (field, text);
}

static const RsDimension *
find_dimension (const Context *self, const char *id)
{
  for (guint i = 0; i < self->dimensions->len; i++)
    {
      const RsDimension *dimension = g_ptr_array_index (self->dimensions, i);

      if (strcmp (dimension->id, id) == 0)
        return dimension;
    }
  return NULL;
}

/* The dimension of a declared role, as rs_dataset_get_role() will find it. */
static const RsDimension *
find_role (const Context *self, RsRole role)
{
  const RsDimension *first = NULL;

  for (guint i = 0; i < self->dimensions->len; i++)
    {
      const RsDimension *dimension = g_ptr_array_index (self->dimensions, i);

      if (dimension->role == role && dimension->n_categories > 1)
        return dimension;
      if (dimension->role == role && first == NULL)
        first = dimension;
    }
  return first;
}

/* --- references: sources, notes, categories -----------------------------------------------------
 */

static int
get_source (const Context *self, JsonObject *object, const char *pointer)
{
  const char *id = get_string (self, object, pointer, "source");
  g_autofree char *where = NULL;
  int source;

  if (id == NULL)
    return -1;
  source = rs_dataset_builder_find_source (self->builder, id);
  if (source >= 0)
    return source;
  where = rs_json_pointer_member (pointer, "source");
  complain (self, where, _ ("The list of sources has no “%s”."), id);
  return -1;
}

static void
get_note (const Context *self, JsonObject *object, const char *pointer, RsText *text)
{
  JsonNode *node = get_node (object, "note");
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

      complain (self, where,
                _ ("A note must be given by its number in the list of notes; it is left out."));
    }
}

/* Whether a dimension without a declared role has a choice of categories: then an entry that names
 * none would be put down to the first one, and nobody said so. */
static gboolean
has_choice_without_role (const Context *self)
{
  for (guint i = 0; i < self->dimensions->len; i++)
    {
      const RsDimension *dimension = g_ptr_array_index (self->dimensions, i);

      if (dimension->role == RS_ROLE_NONE && dimension->n_categories != 1)
        return TRUE;
    }
  return FALSE;
}

/* The position of the category that @member names. Where the dataset has no dimension of that role,
 * 0. */
static gboolean
get_category (const Context *self,
              const RsDimension *dimension,
              JsonObject *object,
              const char *pointer,
              const char *member,
              guint *out_position)
{
  const char *id = get_string (self, object, pointer, member);
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
    complain (self, where, _ ("“%s” is missing; the entry is left out."), member);
  else
    complain (self, where, _ ("The dataset has no category “%s”; the entry is left out."), id);
  return FALSE;
}

/* --- lists --------------------------------------------------------------------------------------
 */

static void
read_notes (Context *self, JsonArray *array, const char *pointer)
{
  guint n = array != NULL ? json_array_get_length (array) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *where = rs_json_pointer_index (pointer, i);
      JsonObject *object = get_element (self, array, pointer, i);
      RsText text = { 0 };

      /* A broken note keeps its place: the others are referred to by number. */
      if (object != NULL)
        {
          set_member (self, object, where, "text", &text.original);
          for (guint language = 0; language < RS_N_LANGUAGES; language++)
            set_member (self, object, where, rs_language_get_id ((RsLanguage) language),
                        &text.translation[language]);
        }
      g_array_append_val (self->notes, text);
    }
}

static void
read_sources (const Context *self, JsonArray *array, const char *pointer)
{
  guint n = array != NULL ? json_array_get_length (array) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *where = rs_json_pointer_index (pointer, i);
      g_autofree char *id = NULL;
      g_autofree char *title = NULL;
      g_autofree char *publisher = NULL;
      g_autofree char *href = NULL;
      JsonObject *object = get_element (self, array, pointer, i);

      if (object == NULL)
        continue;
      set_member (self, object, where, "id", &id);
      set_member (self, object, where, "title", &title);
      set_member (self, object, where, "publisher", &publisher);
      set_member (self, object, where, "href", &href);
      if (id == NULL || rs_dataset_builder_find_source (self->builder, id) >= 0)
        complain (self, where, _ ("A source must have an id of its own; it is left out."));
      else
        rs_dataset_builder_add_source (self->builder, id, title != NULL ? title : id, publisher,
                                       href);
    }
}

static void
read_targets (const Context *self, JsonArray *array, const char *pointer)
{
  guint n = array != NULL ? json_array_get_length (array) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *where = rs_json_pointer_index (pointer, i);
      JsonObject *object = get_element (self, array, pointer, i);
      guint indicator;
      guint region;
      guint period;
      double value;
      RsOperator op;
      RsTarget *target;

      if (object == NULL ||
          !get_category (self, self->metric, object, where, "indicator", &indicator) ||
          !get_category (self, self->geo, object, where, "region", &region) ||
          !get_category (self, self->time, object, where, "period", &period))
        continue;
      if (!rs_operator_from_string (get_string (self, object, where, "operator"), &op) ||
          !get_number (self, object, where, "value", &value))
        {
          complain (
            self, where,
            _ ("A target must have an operator (>=, <= or ~) and a value; it is left out."));
          continue;
        }
      target = rs_dataset_builder_add_target (self->builder);
      target->indicator = indicator;
      target->region = region;
      target->period = period;
      target->op = op;
      target->value = value;
      target->operator_inferred = get_boolean (self, object, where, "inferred");
      target->derived = get_boolean (self, object, where, "derived");
      target->provisional = get_boolean (self, object, where, "provisional");
      target->source = get_source (self, object, where);
      get_note (self, object, where, &target->note);
    }
}

static void
read_breaks (const Context *self, JsonArray *array, const char *pointer)
{
  guint n = array != NULL ? json_array_get_length (array) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *where = rs_json_pointer_index (pointer, i);
      JsonObject *object = get_element (self, array, pointer, i);
      gboolean all_regions = object == NULL || get_node (object, "region") == NULL;
      guint indicator;
      guint region = 0;
      guint before;
      guint after;
      RsBreak *entry;

      if (object == NULL ||
          !get_category (self, self->metric, object, where, "indicator", &indicator) ||
          (!all_regions && !get_category (self, self->geo, object, where, "region", &region)) ||
          !get_category (self, self->time, object, where, "before", &before) ||
          !get_category (self, self->time, object, where, "after", &after))
        continue;
      if (self->time == NULL)
        {
          complain (self, where, _ ("A break needs a time dimension; it is left out."));
          continue;
        }
      entry = rs_dataset_builder_add_break (self->builder);
      entry->indicator = indicator;
      entry->region = all_regions ? -1 : (int) region;
      entry->before = before;
      entry->after = after;
      entry->source = get_source (self, object, where);
      get_note (self, object, where, &entry->note);
    }
}

/* --- observations -------------------------------------------------------------------------------
 */

static RsKind
get_kind (const Context *self, JsonObject *object, const char *pointer)
{
  const char *text = get_string (self, object, pointer, "kind");
  RsKind kind = RS_KIND_UNSTATED;

  if (text != NULL && !rs_kind_from_string (text, &kind))
    {
      g_autofree char *where = rs_json_pointer_member (pointer, "kind");

      complain (self, where, _ ("“%s” is no kind of figure that this program knows."), text);
      kind = RS_KIND_UNSTATED;
    }
  return kind;
}

static void
read_alternates (const Context *self, JsonArray *array, const char *pointer, RsPassport *passport)
{
  guint n = array != NULL ? json_array_get_length (array) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *where = rs_json_pointer_index (pointer, i);
      JsonObject *object = get_element (self, array, pointer, i);
      RsAlternate *alternate;
      double value;

      if (object == NULL)
        continue;
      if (passport->n_alternates == ALTERNATES_MAX ||
          !get_number (self, object, where, "value", &value))
        {
          complain (self, where, _ ("A second figure must have a value; it is left out."));
          continue;
        }
      alternate = rs_passport_add_alternate (passport);
      alternate->value = value;
      alternate->kind = get_kind (self, object, where);
      alternate->source = get_source (self, object, where);
      set_member (self, object, where, "formula", &alternate->formula);
      get_note (self, object, where, &alternate->note);
    }
}

static void
read_observation (const Context *self, JsonObject *object, const char *pointer, guint64 cell)
{
  g_autofree char *alternates_pointer = rs_json_pointer_member (pointer, "alternates");
  RsPassport *passport = rs_dataset_builder_get_passport (self->builder, cell);

  passport->kind = get_kind (self, object, pointer);
  passport->source = get_source (self, object, pointer);
  set_member (self, object, pointer, "formula", &passport->formula);
  get_note (self, object, pointer, &passport->note);
  passport->approximate = get_boolean (self, object, pointer, "approximate");
  passport->has_bound = get_number (self, object, pointer, "bound", &passport->bound);
  passport->has_growth = get_number (self, object, pointer, "growth", &passport->growth);
  passport->has_difference =
    get_number (self, object, pointer, "difference", &passport->difference);
  read_alternates (self, get_array (self, object, pointer, "alternates"), alternates_pointer,
                   passport);
}

static void
read_observations (const Context *self, JsonObject *table, const char *pointer)
{
  guint64 n_cells = rs_dataset_builder_get_n_cells (self->builder);
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;

  if (table == NULL)
    return;
  json_object_iter_init (&iter, table);
  while (json_object_iter_next (&iter, &key, &node))
    {
      g_autofree char *where = rs_json_pointer_member (pointer, key);
      guint64 cell;

      if (!g_ascii_isdigit (*key) ||
          !g_ascii_string_to_unsigned (key, 10, 0, G_MAXUINT64, &cell, NULL) || cell >= n_cells)
        complain (self, where, _ ("“%s” is not the number of a cell; it is left out."), key);
      else if (!JSON_NODE_HOLDS_OBJECT (node))
        complain_type (self, pointer, key, "object", node);
      else
        read_observation (self, json_node_get_object (node), where, cell);
    }
}

/* --- categories ---------------------------------------------------------------------------------
 */

static char *
get_day (const Context *self, JsonArray *array, const char *pointer, guint index)
{
  JsonNode *node = json_array_get_element (array, index);
  const char *text = rs_json_node_to_string (node);
  g_autofree char *number = g_strdup_printf ("%u", index);

  if (text == NULL && !json_node_is_null (node))
    complain_type (self, pointer, number, "string", node);
  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

static char **
get_successors (const Context *self,
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
      complain (self, where,
                _ ("A successor must be a category of the same dimension; it is left out."));
    }
  return g_strv_builder_end (builder);
}

static void
read_category (const Context *self,
               const RsDimension *dimension,
               RsCategory *category,
               JsonObject *object,
               const char *pointer)
{
  g_autofree char *validity_pointer = rs_json_pointer_member (pointer, "validity");
  g_autofree char *successors_pointer = rs_json_pointer_member (pointer, "successors");
  const char *nature = get_string (self, object, pointer, "nature");
  JsonArray *validity = get_array (self, object, pointer, "validity");
  JsonArray *successors = get_array (self, object, pointer, "successors");

  category->nature = rs_nature_from_string (nature);
  if (nature != NULL && category->nature == RS_NATURE_UNKNOWN)
    complain (self, pointer, _ ("“%s” is no nature of a measure that this program knows."), nature);
  set_member (self, object, pointer, "family", &category->family);
  set_member (self, object, pointer, "definition", &category->definition.original);
  set_member (self, object, pointer, "group", &category->group.original);
  set_member (self, object, pointer, "remark", &category->remark.original);
  set_member (self, object, pointer, "pinyin", &category->pinyin);
  if (validity != NULL && json_array_get_length (validity) == 2)
    {
      g_free (category->validity.from);
      g_free (category->validity.to);
      category->validity.from = get_day (self, validity, validity_pointer, 0);
      category->validity.to = get_day (self, validity, validity_pointer, 1);
    }
  else if (validity != NULL)
    complain (self, validity_pointer,
              _ ("A validity must be a list of a first and a last day; it is left out."));
  if (successors != NULL)
    {
      g_strfreev (category->successors);
      category->successors = get_successors (self, dimension, successors, successors_pointer);
    }
}

/* Calls for each dimension and each of its categories that @table knows. */
typedef void (*CategoryFunc) (const Context *self,
                              const RsDimension *dimension,
                              RsCategory *category,
                              JsonObject *object,
                              const char *pointer);

static void
read_category_table (const Context *self, JsonObject *table, const char *pointer, CategoryFunc func)
{
  JsonObjectIter iter;
  const char *dimension_id;
  JsonNode *node;

  if (table == NULL)
    return;
  json_object_iter_init (&iter, table);
  while (json_object_iter_next (&iter, &dimension_id, &node))
    {
      const RsDimension *dimension = find_dimension (self, dimension_id);
      g_autofree char *where = rs_json_pointer_member (pointer, dimension_id);
      JsonObject *categories = get_object (self, table, pointer, dimension_id);
      JsonObjectIter category_iter;
      const char *id;

      if (dimension == NULL)
        complain (self, where, _ ("The dataset has no dimension “%s”; the entry is left out."),
                  dimension_id);
      if (dimension == NULL || categories == NULL)
        continue;
      json_object_iter_init (&category_iter, categories);
      while (json_object_iter_next (&category_iter, &id, NULL))
        {
          int position = rs_dimension_find (dimension, id);
          g_autofree char *category_pointer = rs_json_pointer_member (where, id);
          JsonObject *object = get_object (self, categories, where, id);

          if (position < 0)
            complain (self, category_pointer,
                      _ ("The dataset has no category “%s”; the entry is left out."), id);
          else if (object != NULL)
            func (self, dimension, &dimension->categories[position], object, category_pointer);
        }
    }
}

/* --- translations -------------------------------------------------------------------------------
 */

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
translate_property (const Context *self,
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
        complain (self, where, _ ("The dataset has no category “%s”; the entry is left out."), id);
      else if (!is_unit)
        set_member (self, table, pointer, id, get_translation_field (category, property, language));
      else if ((unit = get_object (self, table, pointer, id)) != NULL)
        {
          set_member (self, unit, where, "label", &category->unit.label.translation[language]);
          set_member (self, unit, where, "base", &category->unit.base_label.translation[language]);
        }
    }
}

static void
translate_dimension (const Context *self,
                     RsDimension *dimension,
                     JsonObject *object,
                     const char *pointer,
                     RsLanguage language)
{
  static const char *const properties[] = { "label", "unit", "definition", "group", "remark" };
  g_autofree char *category_pointer = rs_json_pointer_member (pointer, "category");
  JsonObject *category = get_object (self, object, pointer, "category");

  set_member (self, object, pointer, "label", &dimension->label.translation[language]);
  for (guint i = 0; category != NULL && i < G_N_ELEMENTS (properties); i++)
    {
      g_autofree char *where = rs_json_pointer_member (category_pointer, properties[i]);
      JsonObject *table = get_object (self, category, category_pointer, properties[i]);

      if (table != NULL)
        translate_property (self, dimension, table, where, properties[i], language);
    }
}

static void
read_translation (const Context *self, JsonObject *object, const char *pointer, RsLanguage language)
{
  RsText *label = rs_dataset_builder_get_label (self->builder);
  RsText *source = rs_dataset_builder_get_source_text (self->builder);
  g_autofree char *dimension_pointer = rs_json_pointer_member (pointer, "dimension");
  JsonObject *table = get_object (self, object, pointer, "dimension");
  JsonObjectIter iter;
  const char *id;

  set_member (self, object, pointer, "label", &label->translation[language]);
  set_member (self, object, pointer, "source", &source->translation[language]);
  if (table == NULL)
    return;
  json_object_iter_init (&iter, table);
  while (json_object_iter_next (&iter, &id, NULL))
    {
      RsDimension *dimension = (RsDimension *) find_dimension (self, id);
      g_autofree char *where = rs_json_pointer_member (dimension_pointer, id);
      JsonObject *entry = get_object (self, table, dimension_pointer, id);

      if (dimension == NULL)
        complain (self, where, _ ("The dataset has no dimension “%s”; the entry is left out."), id);
      else if (entry != NULL)
        translate_dimension (self, dimension, entry, where, language);
    }
}

static void
read_translations (const Context *self, JsonObject *table, const char *pointer)
{
  JsonObjectIter iter;
  const char *id;

  if (table == NULL)
    return;
  json_object_iter_init (&iter, table);
  while (json_object_iter_next (&iter, &id, NULL))
    {
      g_autofree char *where = rs_json_pointer_member (pointer, id);
      JsonObject *object = get_object (self, table, pointer, id);
      RsLanguage language;

      if (!rs_language_from_string (id, &language))
        rs_diagnostics_add (self->reader->diagnostics, RS_SEVERITY_NOTE, where,
                            _ ("Translations into “%s” are not used."), id);
      else if (object != NULL)
        read_translation (self, object, where, language);
    }
}

static void
read_identity (const Context *self, JsonObject *object, const char *pointer)
{
  g_autofree char *selection_pointer = rs_json_pointer_member (pointer, "selection");
  const char *id = get_string (self, object, pointer, "id");
  const char *board = get_string (self, object, pointer, "board");
  JsonObject *selection = get_object (self, object, pointer, "selection");
  double year = 0.0;

  if (id != NULL)
    rs_dataset_builder_set_id (self->builder, id);
  if (board != NULL)
    rs_dataset_builder_set_board (self->builder, board);
  if (selection == NULL)
    return;
  if (get_number (self, selection, selection_pointer, "year", &year) &&
      !(year >= 1000.0 && year <= 2999.0))
    {
      complain (self, selection_pointer,
                _ ("The year to begin with is not from 1000 to 2999; it is left out."));
      year = 0.0;
    }
  rs_dataset_builder_set_selection (
    self->builder, get_string (self, selection, selection_pointer, "region"), (int) year);
}

void
rs_jsonstat_read_extension (const RsJsonstatReader *reader,
                            JsonObject *extension,
                            const char *pointer,
                            const GPtrArray *dimensions,
                            RsDatasetBuilder *builder)
{
  Context self = { .reader = reader, .builder = builder, .dimensions = dimensions };
  JsonObject *object = rs_json_get_object (extension, RS_JSONSTAT_EXTENSION);
  g_autofree char *root = rs_json_pointer_member (pointer, RS_JSONSTAT_EXTENSION);
  gint64 version = 0;

#define AT(member) g_autofree char *at_##member = rs_json_pointer_member (root, #member)
  AT (notes);
  AT (sources);
  AT (category);
  AT (translations);
  AT (observations);
  AT (targets);
  AT (breaks);
#undef AT

  if (object == NULL)
    return;
  if (!rs_json_get_int (object, "version", &version) || version != RS_JSONSTAT_EXTENSION_VERSION)
    rs_diagnostics_add (
      reader->diagnostics, RS_SEVERITY_NOTE, root,
      _ ("This program writes version %d here; what it knows of another version is read."),
      RS_JSONSTAT_EXTENSION_VERSION);
  self.metric = find_role (&self, RS_ROLE_METRIC);
  self.geo = find_role (&self, RS_ROLE_GEO);
  self.time = find_role (&self, RS_ROLE_TIME);
  self.notes = g_array_new (FALSE, FALSE, sizeof (RsText));
  g_array_set_clear_func (self.notes, (GDestroyNotify) rs_text_clear);
  read_identity (&self, object, root);
  read_notes (&self, get_array (&self, object, root, "notes"), at_notes);
  read_sources (&self, get_array (&self, object, root, "sources"), at_sources);
  read_category_table (&self, get_object (&self, object, root, "category"), at_category,
                       read_category);
  read_translations (&self, get_object (&self, object, root, "translations"), at_translations);
  read_observations (&self, get_object (&self, object, root, "observations"), at_observations);
  read_targets (&self, get_array (&self, object, root, "targets"), at_targets);
  read_breaks (&self, get_array (&self, object, root, "breaks"), at_breaks);
  g_array_unref (self.notes);
}
