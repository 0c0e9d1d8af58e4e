/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reads what JSON-stat has no word for: `extension.renshe`. */
#define G_LOG_DOMAIN "renshe-dataset"

#include "config.h"

#include "dataset/jsonstat-extension-private.h"

#include "dataset/json-get.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The dimension of a declared role, as rs_dataset_get_role() will find it. */
static const RsDimension *
find_role (const RsJsonstatExtension *self, RsRole role)
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

static void
read_notes (RsJsonstatExtension *self, JsonArray *array, const char *pointer)
{
  guint n = array != NULL ? json_array_get_length (array) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *where = rs_json_pointer_index (pointer, i);
      JsonObject *object = rs_jsonstat_extension_get_element (self, array, pointer, i);
      RsText text = { 0 };

      /* A broken note keeps its place: the others are referred to by number. */
      if (object != NULL)
        {
          rs_jsonstat_extension_set_member (self, object, where, "text", &text.original);
          for (guint language = 0; language < RS_N_LANGUAGES; language++)
            rs_jsonstat_extension_set_member (self, object, where,
                                              rs_language_get_id ((RsLanguage) language),
                                              &text.translation[language]);
        }
      g_array_append_val (self->notes, text);
    }
}

static void
read_sources (const RsJsonstatExtension *self, JsonArray *array, const char *pointer)
{
  guint n = array != NULL ? json_array_get_length (array) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *where = rs_json_pointer_index (pointer, i);
      g_autofree char *id = NULL;
      g_autofree char *title = NULL;
      g_autofree char *publisher = NULL;
      g_autofree char *href = NULL;
      JsonObject *object = rs_jsonstat_extension_get_element (self, array, pointer, i);

      if (object == NULL)
        continue;
      rs_jsonstat_extension_set_member (self, object, where, "id", &id);
      rs_jsonstat_extension_set_member (self, object, where, "title", &title);
      rs_jsonstat_extension_set_member (self, object, where, "publisher", &publisher);
      rs_jsonstat_extension_set_member (self, object, where, "href", &href);
      if (id == NULL || rs_dataset_builder_find_source (self->builder, id) >= 0)
        rs_jsonstat_extension_complain (self, where,
                                        _ ("A source must have an id of its own; it is left out."));
      else
        rs_dataset_builder_add_source (self->builder, id, title != NULL ? title : id, publisher,
                                       href);
    }
}

static void
read_identity (const RsJsonstatExtension *self, JsonObject *object, const char *pointer)
{
  g_autofree char *selection_pointer = rs_json_pointer_member (pointer, "selection");
  const char *id = rs_jsonstat_extension_get_string (self, object, pointer, "id");
  const char *board = rs_jsonstat_extension_get_string (self, object, pointer, "board");
  JsonObject *selection = rs_jsonstat_extension_get_object (self, object, pointer, "selection");
  double year = 0.0;

  if (id != NULL)
    rs_dataset_builder_set_id (self->builder, id);
  if (board != NULL)
    rs_dataset_builder_set_board (self->builder, board);
  if (selection == NULL)
    return;
  if (rs_jsonstat_extension_get_number (self, selection, selection_pointer, "year", &year) &&
      !(year >= 1000.0 && year <= 2999.0 && fmod (year, 1.0) <= 0.0))
    {
      rs_jsonstat_extension_complain (
        self, selection_pointer,
        _ ("The year to begin with is not from 1000 to 2999; it is left out."));
      year = 0.0;
    }
  rs_dataset_builder_set_selection (
    self->builder, rs_jsonstat_extension_get_string (self, selection, selection_pointer, "region"),
    (int) year);
}

void
rs_jsonstat_read_extension (const RsJsonstatReader *reader,
                            JsonObject *extension,
                            const char *pointer,
                            const GPtrArray *dimensions,
                            RsDatasetBuilder *builder)
{
  RsJsonstatExtension self = { .reader = reader, .builder = builder, .dimensions = dimensions };
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
  read_notes (&self, rs_jsonstat_extension_get_array (&self, object, root, "notes"), at_notes);
  read_sources (&self, rs_jsonstat_extension_get_array (&self, object, root, "sources"),
                at_sources);
  rs_jsonstat_extension_read_categories (
    &self, rs_jsonstat_extension_get_object (&self, object, root, "category"), at_category);
  rs_jsonstat_extension_read_translations (
    &self, rs_jsonstat_extension_get_object (&self, object, root, "translations"), at_translations);
  rs_jsonstat_extension_read_observations (
    &self, rs_jsonstat_extension_get_object (&self, object, root, "observations"), at_observations);
  rs_jsonstat_extension_read_targets (
    &self, rs_jsonstat_extension_get_array (&self, object, root, "targets"), at_targets);
  rs_jsonstat_extension_read_breaks (
    &self, rs_jsonstat_extension_get_array (&self, object, root, "breaks"), at_breaks);
  g_array_unref (self.notes);
}
