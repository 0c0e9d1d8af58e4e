/* SPDX-License-Identifier: GPL-3.0-or-later
 * JSON-stat 1.0 to 2.0: responses, collections, bundles and datasets. */
#define G_LOG_DOMAIN "renshe-dataset"

#include "config.h"

#include "dataset/jsonstat-reader.h"

#include "dataset/json-get.h"
#include "dataset/json-guard.h"
#include "dataset/jsonstat-private.h"
#include "dataset/plain-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

gboolean
rs_jsonstat_fail (const RsJsonstatReader *self,
                  const char *pointer,
                  RsDatasetError code,
                  GError **error,
                  const char *format,
                  ...)
{
  g_autofree char *sentence = NULL;
  va_list args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, RS_DATASET_ERROR, code, *pointer != '\0' ? "%s:%s: %s" : "%s%s: %s",
               self->name, pointer, sentence);
  return FALSE;
}

gboolean
rs_jsonstat_refuse_repeats (const RsJsonstatReader *self, const char *pointer, GError **error)
{
  const char *member = g_hash_table_lookup (self->repeats, pointer);

  if (member == NULL)
    return TRUE;
  return rs_jsonstat_fail (
    self, pointer, RS_DATASET_ERROR_INCONSISTENT, error,
    _ ("The member “%s” stands there twice, and nobody can say which one is meant."), member);
}

void
rs_jsonstat_set_string (char **field, const char *text)
{
  g_free (*field);
  *field = g_utf8_make_valid (text, -1);
}

char **
rs_jsonstat_read_notes (const RsJsonstatReader *self, JsonNode *node, const char *pointer)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *only = rs_json_node_to_string (node);
  guint n = JSON_NODE_HOLDS_ARRAY (node) ? json_array_get_length (json_node_get_array (node)) : 0;
  gboolean all_texts = JSON_NODE_HOLDS_ARRAY (node) || json_node_is_null (node);
  char **notes;

  if (only != NULL)
    {
      g_autofree char *text = rs_plain_text_from_html (only);

      if (*text != '\0')
        g_strv_builder_add (builder, text);
    }
  for (guint i = 0; i < n; i++)
    {
      JsonNode *element = json_array_get_element (json_node_get_array (node), i);
      const char *html = rs_json_node_to_string (element);

      if (html != NULL)
        {
          g_autofree char *text = rs_plain_text_from_html (html);

          if (*text != '\0')
            g_strv_builder_add (builder, text);
        }
      else if (!json_node_is_null (element))
        all_texts = FALSE;
    }
  if (!all_texts)
    rs_diagnostics_add (self->diagnostics, RS_SEVERITY_NOTE, pointer,
                        only != NULL
                          ? _ ("The note is a text and no list of texts; it is read all the same.")
                          : _ ("A note must be a list of texts; what is none is left out."));
  notes = g_strv_builder_end (builder);
  if (notes[0] == NULL)
    g_clear_pointer (&notes, g_strfreev);
  return notes;
}

/* --- collections and bundles --------------------------------------------------------------------
 */

static gboolean read_collection (const RsJsonstatReader *self,
                                 JsonObject *object,
                                 const char *pointer,
                                 GError **error);

static gboolean
read_item (const RsJsonstatReader *self, JsonNode *node, const char *pointer, GError **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *class_name = rs_json_get_string (object, "class");
  const char *href = rs_json_get_string (object, "href");
  const char *label = rs_json_get_string (object, "label");

  if (object != NULL && rs_jsonstat_looks_like_dataset (object))
    return rs_jsonstat_read_dataset (self, object, pointer, NULL, error);
  /* The guard bounds the depth of the text, and with it this recursion. */
  if (g_strcmp0 (class_name, "collection") == 0 && rs_json_get_object (object, "link") != NULL)
    return read_collection (self, object, pointer, error);
  if (href != NULL && rs_catalog_get_n_links (self->catalog) < RS_JSONSTAT_MAX_ITEMS)
    {
      g_autofree char *valid_href = g_utf8_make_valid (href, -1);
      g_autofree char *valid_label = label != NULL ? g_utf8_make_valid (label, -1) : NULL;

      rs_catalog_add_link (self->catalog, valid_href, valid_label);
      return TRUE;
    }
  rs_diagnostics_add (self->diagnostics, RS_SEVERITY_NOTE, pointer,
                      _ ("This item is neither a dataset nor a link to one."));
  return TRUE;
}

static gboolean
read_collection (const RsJsonstatReader *self,
                 JsonObject *object,
                 const char *pointer,
                 GError **error)
{
  JsonObject *link = rs_json_get_object (object, "link");
  JsonArray *items = rs_json_get_array (link, "item");
  g_autofree char *link_pointer = rs_json_pointer_member (pointer, "link");
  g_autofree char *item_pointer = rs_json_pointer_member (link_pointer, "item");

  if (!rs_jsonstat_refuse_repeats (self, pointer, error) ||
      !rs_jsonstat_refuse_repeats (self, link_pointer, error))
    return FALSE;
  if (items == NULL)
    {
      rs_diagnostics_add (self->diagnostics, RS_SEVERITY_WARNING, item_pointer,
                          _ ("The collection has no list of items."));
      return TRUE;
    }
  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      g_autofree char *where = rs_json_pointer_index (item_pointer, i);

      if (!read_item (self, json_array_get_element (items, i), where, error))
        return FALSE;
    }
  return TRUE;
}

static void
read_translated_label (const RsJsonstatReader *self, JsonObject *object)
{
  JsonObject *extension = rs_json_get_object (object, "extension");
  JsonObject *renshe = rs_json_get_object (extension, RS_JSONSTAT_EXTENSION);
  JsonObject *translations = rs_json_get_object (renshe, "translations");
  RsText *label = rs_catalog_edit_label (self->catalog);
  const char *text = rs_json_get_string (object, "label");

  if (text != NULL)
    rs_jsonstat_set_string (&label->original, text);
  for (guint i = 0; translations != NULL && i < RS_N_LANGUAGES; i++)
    {
      JsonObject *entry = rs_json_get_object (translations, rs_language_get_id ((RsLanguage) i));

      text = rs_json_get_string (entry, "label");
      if (text != NULL)
        rs_jsonstat_set_string (&label->translation[i], text);
    }
}

/* 1.x: an object of datasets by name, and perhaps other members. */
static gboolean
read_bundle (const RsJsonstatReader *self, JsonObject *object, GError **error)
{
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;

  if (!rs_jsonstat_refuse_repeats (self, "", error))
    return FALSE;
  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &key, &node))
    {
      g_autofree char *pointer = rs_json_pointer_member ("", key);
      g_autofree char *valid = g_utf8_make_valid (key, -1);

      if (JSON_NODE_HOLDS_OBJECT (node) &&
          rs_json_get_object (json_node_get_object (node), "dimension") != NULL)
        {
          if (!rs_jsonstat_read_dataset (self, json_node_get_object (node), pointer, valid, error))
            return FALSE;
        }
      else
        rs_diagnostics_add (self->diagnostics, RS_SEVERITY_NOTE, pointer,
                            _ ("This member is no dataset."));
    }
  return TRUE;
}

/* --- the response -------------------------------------------------------------------------------
 */

static gboolean
is_bundle (JsonObject *object)
{
  JsonObjectIter iter;
  JsonNode *node;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, NULL, &node))
    if (JSON_NODE_HOLDS_OBJECT (node) &&
        rs_json_get_object (json_node_get_object (node), "dimension") != NULL)
      return TRUE;
  return FALSE;
}

/* The publisher's words for what went wrong: Eurostat has a list of errors with labels. */
static gboolean
fail_remote (const char *name, JsonObject *object, GError **error)
{
  JsonArray *array = rs_json_get_array (object, "error");
  JsonNode *first =
    array != NULL && json_array_get_length (array) > 0 ? json_array_get_element (array, 0) : NULL;
  JsonObject *entry = first != NULL && JSON_NODE_HOLDS_OBJECT (first)
                        ? json_node_get_object (first)
                        : rs_json_get_object (object, "error");
  const char *label = rs_json_get_string (entry, "label");
  g_autofree char *valid = NULL;

  if (label == NULL)
    label = rs_json_get_string (entry, "message");
  if (label == NULL)
    label = rs_json_get_string (object, "error");
  if (label == NULL)
    label = rs_json_get_string (object, "label");
  if (label == NULL)
    {
      g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_REMOTE,
                   _ ("%s: The publisher answered with an error instead of data."), name);
      return FALSE;
    }
  valid = g_utf8_make_valid (label, -1);
  g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_REMOTE,
               _ ("%s: The publisher answered with an error instead of data: %s"), name, valid);
  return FALSE;
}

static gboolean
fail_unsupported (const char *name, JsonObject *object, GError **error)
{
  const char *class_name = rs_json_get_string (object, "class");
  const char *sentence = _ ("The file is JSON, but it holds no JSON-stat dataset.");

  if (g_strcmp0 (class_name, "dimension") == 0)
    sentence = _ ("The file describes a dimension and holds no figures.");
  else if (rs_json_get_object (object, "data") != NULL ||
           rs_json_get_array (object, "dataSets") != NULL)
    sentence = _ ("The file looks like SDMX-JSON; this program reads JSON-stat.");
  g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_UNSUPPORTED, "%s: %s", name, sentence);
  return FALSE;
}

typedef enum
{
  RESPONSE_DATASET,
  RESPONSE_COLLECTION,
  RESPONSE_BUNDLE,
  RESPONSE_ERROR,
  RESPONSE_DIMENSION,
  RESPONSE_UNKNOWN,
} Response;

static Response
classify (JsonObject *object)
{
  const char *class_name = rs_json_get_string (object, "class");

  if (g_strcmp0 (class_name, "dataset") == 0)
    return RESPONSE_DATASET;
  if (g_strcmp0 (class_name, "collection") == 0)
    return RESPONSE_COLLECTION;
  if (g_strcmp0 (class_name, "dimension") == 0)
    return RESPONSE_DIMENSION;
  if (g_strcmp0 (class_name, "error") == 0)
    return RESPONSE_ERROR;
  if (rs_jsonstat_looks_like_dataset (object))
    return RESPONSE_DATASET;
  if (json_object_has_member (object, "error") && class_name == NULL)
    return RESPONSE_ERROR;
  return is_bundle (object) ? RESPONSE_BUNDLE : RESPONSE_UNKNOWN;
}

/* `version` as found; where there is none, what the shape tells. */
static char *
get_version (JsonObject *object, Response response)
{
  const char *text = rs_json_get_string (object, "version");
  double number;

  if (text != NULL)
    return g_utf8_make_valid (text, -1);
  if (rs_json_get_number (object, "version", &number))
    {
      char buffer[G_ASCII_DTOSTR_BUF_SIZE];

      return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.1f", number));
    }
  return g_strdup (response == RESPONSE_BUNDLE || rs_jsonstat_has_old_shape (object) ? "1.x"
                                                                                     : "2.0");
}

static void
note_version (const RsJsonstatReader *self,
              JsonObject *object,
              Response response,
              const char *version)
{
  double number;
  gboolean is_stated = rs_json_get_string (object, "version") != NULL ||
                       rs_json_get_number (object, "version", &number);

  if (response == RESPONSE_BUNDLE || rs_jsonstat_has_old_shape (object) ||
      g_strcmp0 (rs_json_get_string (object, "version"), "2.0") == 0)
    return;
  if (!is_stated)
    rs_diagnostics_add (self->diagnostics, RS_SEVERITY_NOTE, "/version",
                        _ ("The file does not say its version; it is read as JSON-stat 2.0."));
  else
    rs_diagnostics_add (self->diagnostics, RS_SEVERITY_NOTE, "/version",
                        _ ("The file is of version %s; what is known of 2.0 is read."), version);
}

/* What the guard found and no reader function refused. */
static void
note_findings (const RsJsonstatReader *self, const GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const RsJsonFinding *finding = g_ptr_array_index (findings, i);

      switch (finding->type)
        {
        case RS_JSON_FINDING_REPEATED_MEMBER:
          rs_diagnostics_add (self->diagnostics, RS_SEVERITY_WARNING, finding->pointer,
                              _ ("The member “%s” stands there twice; the last one is used."),
                              finding->text);
          break;
        case RS_JSON_FINDING_REPLACED:
          rs_diagnostics_add (self->diagnostics, RS_SEVERITY_NOTE, finding->pointer,
                              _ ("%s is no character; it is shown as “�”."), finding->text);
          break;
        case RS_JSON_FINDING_BIG_INTEGER:
          rs_diagnostics_add (
            self->diagnostics, RS_SEVERITY_WARNING, finding->pointer,
            _ ("The number %s has more digits than can be kept; its last digits may be rounded."),
            finding->text);
          break;
        }
    }
}

static gboolean
read_response (const RsJsonstatReader *self, JsonObject *object, Response response, GError **error)
{
  switch (response)
    {
    case RESPONSE_DATASET:
      return rs_jsonstat_read_dataset (self, object, "", NULL, error);
    case RESPONSE_COLLECTION:
      read_translated_label (self, object);
      return read_collection (self, object, "", error);
    case RESPONSE_BUNDLE:
      return read_bundle (self, object, error);
    case RESPONSE_ERROR:
      return fail_remote (self->name, object, error);
    case RESPONSE_DIMENSION:
      if (rs_json_get_object (object, "category") == NULL)
        return rs_jsonstat_fail (self, "", RS_DATASET_ERROR_INCONSISTENT, error,
                                 _ ("A dimension must have a “category”."));
      return fail_unsupported (self->name, object, error);
    case RESPONSE_UNKNOWN:
      return fail_unsupported (self->name, object, error);
    }
  return FALSE;
}

static const char *
response_to_class (Response response)
{
  switch (response)
    {
    case RESPONSE_COLLECTION:
      return "collection";
    case RESPONSE_BUNDLE:
      return "bundle";
    case RESPONSE_DATASET:
    case RESPONSE_ERROR:
    case RESPONSE_DIMENSION:
    case RESPONSE_UNKNOWN:
      break;
    }
  return "dataset";
}

RsCatalog *
rs_jsonstat_read (const char *name, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) repeats = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (RsCatalog) catalog = NULL;
  g_autofree char *release = NULL;
  g_autofree char *version = NULL;
  RsJsonstatReader self = { .name = name, .repeats = repeats, .cancellable = cancellable };
  JsonObject *object;
  Response response;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  root = rs_json_parse_with_findings (name, bytes, &findings, error);
  if (root == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_UNSUPPORTED,
                   _ ("%s: The file is JSON, but it holds no JSON-stat dataset."), name);
      return NULL;
    }
  for (guint i = 0; i < findings->len; i++)
    {
      RsJsonFinding *finding = g_ptr_array_index (findings, i);

      if (finding->type == RS_JSON_FINDING_REPEATED_MEMBER)
        g_hash_table_insert (repeats, finding->pointer, finding->text);
    }
  object = json_node_get_object (root);
  response = classify (object);
  release = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  version = get_version (object, response);
  catalog = rs_catalog_new (name, response_to_class (response), version, release);
  self.catalog = catalog;
  self.diagnostics = rs_catalog_get_diagnostics (catalog);
  note_version (&self, object, response, version);
  if (!read_response (&self, object, response, error))
    return NULL;
  note_findings (&self, findings);
  return g_steal_pointer (&catalog);
}
