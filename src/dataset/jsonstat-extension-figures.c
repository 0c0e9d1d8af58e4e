/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reads what `extension.renshe` says of single figures: observations, targets, breaks. */
#define G_LOG_DOMAIN "renshe-dataset"

#include "config.h"

#include "dataset/jsonstat-extension-private.h"

#include "dataset/json-get.h"

#include <glib/gi18n-lib.h>

/* Alternates of one cell beyond this many are dropped. */
#define ALTERNATES_MAX 100

void
rs_jsonstat_extension_read_targets (const RsJsonstatExtension *self,
                                    JsonArray *array,
                                    const char *pointer)
{
  guint n = array != NULL ? json_array_get_length (array) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *where = rs_json_pointer_index (pointer, i);
      JsonObject *object = rs_jsonstat_extension_get_element (self, array, pointer, i);
      guint indicator;
      guint region;
      guint period;
      double value;
      RsOperator op;
      RsTarget *target;

      if (object == NULL ||
          !rs_jsonstat_extension_get_category (self, self->metric, object, where, "indicator",
                                               &indicator) ||
          !rs_jsonstat_extension_get_category (self, self->geo, object, where, "region", &region) ||
          !rs_jsonstat_extension_get_category (self, self->time, object, where, "period", &period))
        continue;
      if (!rs_operator_from_string (
            rs_jsonstat_extension_get_string (self, object, where, "operator"), &op) ||
          !rs_jsonstat_extension_get_number (self, object, where, "value", &value))
        {
          rs_jsonstat_extension_complain (
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
      target->operator_inferred =
        rs_jsonstat_extension_get_boolean (self, object, where, "inferred");
      target->derived = rs_jsonstat_extension_get_boolean (self, object, where, "derived");
      target->provisional = rs_jsonstat_extension_get_boolean (self, object, where, "provisional");
      target->source = rs_jsonstat_extension_get_source (self, object, where);
      rs_jsonstat_extension_get_note (self, object, where, &target->note);
    }
}

void
rs_jsonstat_extension_read_breaks (const RsJsonstatExtension *self,
                                   JsonArray *array,
                                   const char *pointer)
{
  guint n = array != NULL ? json_array_get_length (array) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *where = rs_json_pointer_index (pointer, i);
      JsonObject *object = rs_jsonstat_extension_get_element (self, array, pointer, i);
      gboolean all_regions =
        object == NULL || rs_jsonstat_extension_get_node (object, "region") == NULL;
      guint indicator;
      guint region = 0;
      guint before;
      guint after;
      RsBreak *entry;

      if (object == NULL ||
          !rs_jsonstat_extension_get_category (self, self->metric, object, where, "indicator",
                                               &indicator) ||
          (!all_regions && !rs_jsonstat_extension_get_category (self, self->geo, object, where,
                                                                "region", &region)) ||
          !rs_jsonstat_extension_get_category (self, self->time, object, where, "before",
                                               &before) ||
          !rs_jsonstat_extension_get_category (self, self->time, object, where, "after", &after))
        continue;
      if (self->time == NULL)
        {
          rs_jsonstat_extension_complain (self, where,
                                          _ ("A break needs a time dimension; it is left out."));
          continue;
        }
      entry = rs_dataset_builder_add_break (self->builder);
      entry->indicator = indicator;
      entry->region = all_regions ? -1 : (int) region;
      entry->before = before;
      entry->after = after;
      entry->source = rs_jsonstat_extension_get_source (self, object, where);
      rs_jsonstat_extension_get_note (self, object, where, &entry->note);
    }
}

static RsKind
get_kind (const RsJsonstatExtension *self, JsonObject *object, const char *pointer)
{
  const char *text = rs_jsonstat_extension_get_string (self, object, pointer, "kind");
  RsKind kind = RS_KIND_UNSTATED;

  if (text != NULL && !rs_kind_from_string (text, &kind))
    {
      g_autofree char *where = rs_json_pointer_member (pointer, "kind");

      rs_jsonstat_extension_complain (
        self, where, _ ("“%s” is no kind of figure that this program knows."), text);
      kind = RS_KIND_UNSTATED;
    }
  return kind;
}

static void
read_alternates (const RsJsonstatExtension *self,
                 JsonArray *array,
                 const char *pointer,
                 RsPassport *passport)
{
  guint n = array != NULL ? json_array_get_length (array) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *where = rs_json_pointer_index (pointer, i);
      JsonObject *object = rs_jsonstat_extension_get_element (self, array, pointer, i);
      RsAlternate *alternate;
      double value;

      if (object == NULL)
        continue;
      if (passport->n_alternates == ALTERNATES_MAX ||
          !rs_jsonstat_extension_get_number (self, object, where, "value", &value))
        {
          rs_jsonstat_extension_complain (self, where,
                                          _ ("A second figure must have a value; it is left out."));
          continue;
        }
      alternate = rs_passport_add_alternate (passport);
      alternate->value = value;
      alternate->kind = get_kind (self, object, where);
      alternate->source = rs_jsonstat_extension_get_source (self, object, where);
      rs_jsonstat_extension_set_member (self, object, where, "formula", &alternate->formula);
      rs_jsonstat_extension_get_note (self, object, where, &alternate->note);
      alternate->previous = rs_jsonstat_extension_get_boolean (self, object, where, "previous");
    }
}

static void
read_observation (const RsJsonstatExtension *self,
                  JsonObject *object,
                  const char *pointer,
                  guint64 cell)
{
  g_autofree char *alternates_pointer = rs_json_pointer_member (pointer, "alternates");
  RsPassport *passport = rs_dataset_builder_get_passport (self->builder, cell);

  passport->kind = get_kind (self, object, pointer);
  passport->source = rs_jsonstat_extension_get_source (self, object, pointer);
  rs_jsonstat_extension_set_member (self, object, pointer, "formula", &passport->formula);
  rs_jsonstat_extension_get_note (self, object, pointer, &passport->note);
  passport->approximate = rs_jsonstat_extension_get_boolean (self, object, pointer, "approximate");
  passport->has_bound =
    rs_jsonstat_extension_get_number (self, object, pointer, "bound", &passport->bound);
  passport->has_growth =
    rs_jsonstat_extension_get_number (self, object, pointer, "growth", &passport->growth);
  passport->has_difference =
    rs_jsonstat_extension_get_number (self, object, pointer, "difference", &passport->difference);
  read_alternates (self, rs_jsonstat_extension_get_array (self, object, pointer, "alternates"),
                   alternates_pointer, passport);
}

void
rs_jsonstat_extension_read_observations (const RsJsonstatExtension *self,
                                         JsonObject *table,
                                         const char *pointer)
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

      /* In its plain form only, so that no cell is named by two keys. */
      if (!g_ascii_isdigit (*key) || (key[0] == '0' && key[1] != '\0') ||
          !g_ascii_string_to_unsigned (key, 10, 0, G_MAXUINT64, &cell, NULL) || cell >= n_cells)
        rs_jsonstat_extension_complain (
          self, where, _ ("“%s” is not the number of a cell; it is left out."), key);
      else if (!JSON_NODE_HOLDS_OBJECT (node))
        rs_jsonstat_extension_complain_type (self, pointer, key, "object", node);
      else
        read_observation (self, json_node_get_object (node), where, cell);
    }
}
