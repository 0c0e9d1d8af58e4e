/* SPDX-License-Identifier: GPL-3.0-or-later
 * Views as JSON: strict in, canonical out. */
#define G_LOG_DOMAIN "renshe-query"

#include "config.h"

#include "query/view.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "dataset/json-get.h"
#include "query/query-private.h"

/* A list of a view that is longer than this is a mistake or an attack. */
#define MAX_IDS 10000

/* Longest window that last_n may ask for. */
#define MAX_LAST_N 100000

static const char *const member_names[] = {
  "id",    "title", "subtitle", "note",  "indicators", "regions",   "year",  "from", "to", "last",
  "fixed", "chart", "headline", "goals", "targets",    "from_zero", "scope", "log",  NULL,
};

/* Where a member stands, for messages. */
typedef struct
{
  const char *name;
  const char *pointer;
} Place;

static gboolean
refuse_type (
  const Place *place, const char *member, const char *expected, JsonNode *found, GError **error)
{
  g_autofree char *pointer = rs_json_pointer_member (place->pointer, member);

  g_set_error (error, RS_QUERY_ERROR, RS_QUERY_ERROR_SYNTAX,
               /* Translators: file name, JSON pointer, two names of JSON types. */
               _ ("%s: %s must be %s, but is %s."), place->name, pointer, expected,
               rs_json_type_name (found));
  return FALSE;
}

static gboolean
node_is_string (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
}

static gboolean
read_string (
  JsonObject *object, const char *member, const Place *place, char **out_text, GError **error)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL)
    return TRUE;
  if (!node_is_string (node))
    return refuse_type (place, member, "string", node, error);
  *out_text = json_node_dup_string (node);
  return TRUE;
}

gboolean
rs_query_read_text (JsonObject *object,
                    const char *member,
                    const char *name,
                    const char *pointer,
                    RsText *out_text,
                    GError **error)
{
  const Place place = { name, pointer };
  g_autofree char *here = rs_json_pointer_member (pointer, member);
  const Place inside = { name, here };
  JsonNode *node = json_object_get_member (object, member);
  JsonObjectIter iter;
  const char *key = NULL;
  JsonNode *value = NULL;

  if (node == NULL)
    return TRUE;
  if (node_is_string (node))
    {
      out_text->original = json_node_dup_string (node);
      return TRUE;
    }
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse_type (&place, member, "string or object", node, error);
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &key, &value))
    {
      gboolean known = FALSE;

      if (!node_is_string (value))
        return refuse_type (&inside, key, "string", value, error);
      for (guint i = 0; i < RS_N_LANGUAGES; i++)
        if (strcmp (key, rs_language_get_id ((RsLanguage) i)) == 0)
          {
            known = TRUE;
            out_text->translation[i] = json_node_dup_string (value);
          }
      if (!known)
        {
          g_set_error (error, RS_QUERY_ERROR, RS_QUERY_ERROR_SYNTAX,
                       /* Translators: file name, JSON pointer, a language code. */
                       _ ("%s: %s has a text in the language “%s”, which is not known."), name,
                       here, key);
          return FALSE;
        }
    }
  /* A language that is left out falls back on the first that is there. */
  for (guint i = 0; i < RS_N_LANGUAGES && out_text->original == NULL; i++)
    out_text->original = g_strdup (out_text->translation[i]);
  return TRUE;
}

static gboolean
read_list (
  JsonObject *object, const char *member, const Place *place, char ***out_list, GError **error)
{
  JsonNode *node = json_object_get_member (object, member);
  g_autoptr (GPtrArray) list = NULL;
  JsonArray *array = NULL;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse_type (place, member, "array", node, error);
  array = json_node_get_array (node);
  if (json_array_get_length (array) > MAX_IDS)
    {
      g_set_error (error, RS_QUERY_ERROR, RS_QUERY_ERROR_SYNTAX,
                   /* Translators: file name, JSON pointer, name of a member, a number. */
                   _ ("%s: %s/%s has more than %d entries."), place->name, place->pointer, member,
                   MAX_IDS);
      return FALSE;
    }
  list = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *entry = json_array_get_element (array, i);

      if (!node_is_string (entry))
        {
          g_autofree char *pointer = rs_json_pointer_member (place->pointer, member);
          g_autofree char *index = g_strdup_printf ("%u", i);
          const Place inside = { place->name, pointer };

          return refuse_type (&inside, index, "string", entry, error);
        }
      g_ptr_array_add (list, json_node_dup_string (entry));
    }
  g_ptr_array_add (list, NULL);
  *out_list = (char **) g_ptr_array_free (g_steal_pointer (&list), FALSE);
  return TRUE;
}

static gboolean
read_integer (JsonObject *object,
              const char *member,
              gint64 max,
              const Place *place,
              gint64 *out_value,
              GError **error)
{
  JsonNode *node = json_object_get_member (object, member);
  gint64 value = 0;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return refuse_type (place, member, "integer", node, error);
  value = json_node_get_int (node);
  if (value < 0 || value > max)
    {
      g_autofree char *pointer = rs_json_pointer_member (place->pointer, member);

      g_set_error (error, RS_QUERY_ERROR, RS_QUERY_ERROR_SYNTAX,
                   /* Translators: file name, JSON pointer, and two numbers. */
                   _ ("%s: %s must be from 0 to %" PRId64 ", but is %" PRId64 "."), place->name,
                   pointer, max, value);
      return FALSE;
    }
  *out_value = value;
  return TRUE;
}

static gboolean
read_boolean (
  JsonObject *object, const char *member, const Place *place, gboolean *out_value, GError **error)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return refuse_type (place, member, "boolean", node, error);
  *out_value = json_node_get_boolean (node);
  return TRUE;
}

static gboolean
read_fixed (JsonObject *object, const Place *place, GHashTable **out_fixed, GError **error)
{
  JsonNode *node = json_object_get_member (object, "fixed");
  g_autofree char *pointer = rs_json_pointer_member (place->pointer, "fixed");
  const Place inside = { place->name, pointer };
  g_autoptr (GHashTable) fixed = NULL;
  JsonObjectIter iter;
  const char *key = NULL;
  JsonNode *value = NULL;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse_type (place, "fixed", "object", node, error);
  fixed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &key, &value))
    {
      if (!node_is_string (value))
        return refuse_type (&inside, key, "string", value, error);
      g_hash_table_insert (fixed, g_strdup (key), json_node_dup_string (value));
    }
  if (g_hash_table_size (fixed) > 0)
    *out_fixed = g_steal_pointer (&fixed);
  return TRUE;
}

static gboolean
read_kind (JsonObject *object, const Place *place, RsChartKind *out_kind, GError **error)
{
  g_autofree char *text = NULL;
  g_autofree char *pointer = rs_json_pointer_member (place->pointer, "chart");
  g_autofree char *kinds = NULL;

  if (!read_string (object, "chart", place, &text, error))
    return FALSE;
  if (text == NULL || rs_chart_kind_from_string (text, out_kind))
    return TRUE;
  kinds = rs_chart_kind_list_names ();
  g_set_error (error, RS_QUERY_ERROR, RS_QUERY_ERROR_SYNTAX,
               /* Translators: file name, JSON pointer, the word found, a list of words. */
               _ ("%s: %s is “%s”, which is no kind of chart; the kinds are %s."), place->name,
               pointer, text, kinds);
  return FALSE;
}

static gboolean
read_scope (JsonObject *object, const Place *place, RsScope *out_scope, GError **error)
{
  g_autofree char *text = NULL;
  g_autofree char *pointer = rs_json_pointer_member (place->pointer, "scope");

  if (!read_string (object, "scope", place, &text, error))
    return FALSE;
  if (text == NULL || rs_scope_from_string (text, out_scope))
    return TRUE;
  g_set_error (error, RS_QUERY_ERROR, RS_QUERY_ERROR_SYNTAX,
               /* Translators: file name, JSON pointer, the word found. */
               _ ("%s: %s is “%s”; it must be auto, selected, peers or children."), place->name,
               pointer, text);
  return FALSE;
}

gboolean
rs_query_refuse_unknown (JsonObject *object,
                         const char *const *known,
                         const char *name,
                         const char *pointer,
                         GError **error)
{
  JsonObjectIter iter;
  const char *key = NULL;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, NULL))
    if (!g_strv_contains (known, key))
      {
        g_autofree char *where = rs_json_pointer_member (pointer, key);

        g_set_error (error, RS_QUERY_ERROR, RS_QUERY_ERROR_SYNTAX,
                     /* Translators: file name, JSON pointer. */
                     _ ("%s: %s is not a member that is known here; check its spelling."), name,
                     where);
        return FALSE;
      }
  return TRUE;
}

RsView *
rs_view_from_json (JsonNode *node, const char *name, const char *pointer, GError **error)
{
  const Place place = { name, pointer };
  g_autoptr (RsView) self = rs_view_new ();
  JsonObject *object = NULL;
  gint64 year = 0;
  gint64 last_n = 0;

  g_return_val_if_fail (node != NULL && name != NULL && pointer != NULL, NULL);

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error (error, RS_QUERY_ERROR, RS_QUERY_ERROR_SYNTAX,
                   /* Translators: file name, JSON pointer, name of a JSON type. */
                   _ ("%s: the view at “%s” must be object, but is %s."), name, pointer,
                   rs_json_type_name (node));
      return NULL;
    }
  object = json_node_get_object (node);
  if (!rs_query_refuse_unknown (object, member_names, name, pointer, error) ||
      !read_string (object, "id", &place, &self->id, error) ||
      !rs_query_read_text (object, "title", name, pointer, &self->title, error) ||
      !rs_query_read_text (object, "subtitle", name, pointer, &self->subtitle, error) ||
      !rs_query_read_text (object, "note", name, pointer, &self->note, error) ||
      !read_list (object, "indicators", &place, &self->indicators, error) ||
      !read_list (object, "regions", &place, &self->regions, error) ||
      !read_integer (object, "year", 2999, &place, &year, error) ||
      !read_string (object, "from", &place, &self->from, error) ||
      !read_string (object, "to", &place, &self->to, error) ||
      !read_integer (object, "last", MAX_LAST_N, &place, &last_n, error) ||
      !read_fixed (object, &place, &self->fixed, error) ||
      !read_kind (object, &place, &self->kind, error) ||
      !read_string (object, "headline", &place, &self->headline, error) ||
      !read_list (object, "goals", &place, &self->goals, error) ||
      !read_boolean (object, "targets", &place, &self->show_targets, error) ||
      !read_boolean (object, "from_zero", &place, &self->from_zero, error) ||
      !read_scope (object, &place, &self->scope, error) ||
      !read_boolean (object, "log", &place, &self->log_scale, error))
    return NULL;
  self->year = (int) year;
  self->last_n = (guint) last_n;
  return g_steal_pointer (&self);
}

static void
write_string (JsonObject *object, const char *member, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, member, text);
}

void
rs_query_write_text (JsonObject *object, const char *member, const RsText *text)
{
  JsonObject *translations = NULL;

  for (guint i = 0; i < RS_N_LANGUAGES; i++)
    if (text->translation[i] != NULL)
      {
        if (translations == NULL)
          translations = json_object_new ();
        json_object_set_string_member (translations, rs_language_get_id ((RsLanguage) i),
                                       text->translation[i]);
      }
  if (translations != NULL)
    json_object_set_object_member (object, member, translations);
  else
    write_string (object, member, text->original);
}

static void
write_list (JsonObject *object, const char *member, char **list)
{
  JsonArray *array = NULL;

  if (list == NULL)
    return;
  array = json_array_new ();
  for (guint i = 0; list[i] != NULL; i++)
    json_array_add_string_element (array, list[i]);
  json_object_set_array_member (object, member, array);
}

static void
write_fixed (JsonObject *object, GHashTable *fixed)
{
  g_autoptr (GList) keys = NULL;
  JsonObject *members = NULL;

  if (fixed == NULL || g_hash_table_size (fixed) == 0)
    return;
  /* A hash table has no order of its own; the file must have one. */
  keys = g_list_sort (g_hash_table_get_keys (fixed), (GCompareFunc) strcmp);
  members = json_object_new ();
  for (GList *l = keys; l != NULL; l = l->next)
    json_object_set_string_member (members, l->data, g_hash_table_lookup (fixed, l->data));
  json_object_set_object_member (object, "fixed", members);
}

JsonNode *
rs_view_to_json (const RsView *self)
{
  JsonObject *object = NULL;
  JsonNode *node = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  object = json_object_new ();
  write_string (object, "id", self->id);
  rs_query_write_text (object, "title", &self->title);
  rs_query_write_text (object, "subtitle", &self->subtitle);
  rs_query_write_text (object, "note", &self->note);
  write_list (object, "indicators", self->indicators);
  write_list (object, "regions", self->regions);
  if (self->year != 0)
    json_object_set_int_member (object, "year", self->year);
  write_string (object, "from", self->from);
  write_string (object, "to", self->to);
  if (self->last_n != 0)
    json_object_set_int_member (object, "last", self->last_n);
  write_fixed (object, self->fixed);
  if (self->kind != RS_CHART_AUTO)
    json_object_set_string_member (object, "chart", rs_chart_kind_to_string (self->kind));
  write_string (object, "headline", self->headline);
  write_list (object, "goals", self->goals);
  if (!self->show_targets)
    json_object_set_boolean_member (object, "targets", FALSE);
  if (self->from_zero)
    json_object_set_boolean_member (object, "from_zero", TRUE);
  if (self->scope != RS_SCOPE_AUTO)
    json_object_set_string_member (object, "scope", rs_scope_to_string (self->scope));
  if (self->log_scale)
    json_object_set_boolean_member (object, "log", TRUE);
  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, object);
  return node;
}
