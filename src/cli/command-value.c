/* SPDX-License-Identifier: GPL-3.0-or-later
 * renshe-cli value: what single cells hold. */
#define G_LOG_DOMAIN "renshe-cli"

#include "config.h"

#include "cli/command.h"

#include "dataset/json-get.h"
#include "dataset/json-out.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <stdio.h>

/* A longer line is no address. */
#define LINE_MAX_BYTES (1024 * 1024)

/* Says which datasets there are, for an address that names none of them. */
static char *
list_datasets (const RsCatalog *catalog)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < rs_catalog_get_n_datasets (catalog) && i < 20; i++)
    g_string_append_printf (list, "%s“%s”", i > 0 ? ", " : "",
                            rs_dataset_get_path (rs_catalog_get_dataset (catalog, i)));
  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* The dataset that the address means: by JSON pointer, else by id. */
static const RsDataset *
find_dataset (const RsCatalog *catalog, JsonObject *address, GError **error)
{
  guint n = rs_catalog_get_n_datasets (catalog);
  const char *wanted = rs_json_get_string (address, "dataset");
  g_autofree char *list = NULL;

  /* A dimension may be called "dataset" in a file of one dataset. */
  if (n == 1 && (wanted == NULL ||
                 rs_dataset_find_dimension (rs_catalog_get_dataset (catalog, 0), "dataset") >= 0))
    return rs_catalog_get_dataset (catalog, 0);
  for (guint i = 0; wanted != NULL && i < n; i++)
    if (strcmp (rs_dataset_get_path (rs_catalog_get_dataset (catalog, i)), wanted) == 0)
      return rs_catalog_get_dataset (catalog, i);
  for (guint i = 0; wanted != NULL && *wanted != '\0' && i < n; i++)
    if (strcmp (rs_dataset_get_id (rs_catalog_get_dataset (catalog, i)), wanted) == 0)
      return rs_catalog_get_dataset (catalog, i);
  if (n == 0)
    {
      g_set_error_literal (error, RS_DATASET_ERROR, RS_DATASET_ERROR_REFERENCE,
                           _ ("The file holds no dataset."));
      return NULL;
    }
  list = list_datasets (catalog);
  if (wanted == NULL)
    g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_REFERENCE,
                 _ ("The file holds several datasets; say which with “dataset”: %s."), list);
  else
    g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_REFERENCE,
                 _ ("The file has no dataset “%s”; it has %s."), wanted, list);
  return NULL;
}

/* Whether each member of the address is a dimension, so that nothing asked for is passed over. */
static gboolean
check_members (const RsDataset *dataset, JsonObject *address, GError **error)
{
  JsonObjectIter iter;
  const char *name;

  json_object_iter_init (&iter, address);
  while (json_object_iter_next (&iter, &name, NULL))
    if (rs_dataset_find_dimension (dataset, name) < 0 && strcmp (name, "dataset") != 0)
      {
        g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_REFERENCE,
                     _ ("The dataset has no dimension “%s”."), name);
        return FALSE;
      }
  return TRUE;
}

static gboolean
find_cell (const RsDataset *dataset, JsonObject *address, guint64 *out_cell, GError **error)
{
  guint n = rs_dataset_get_n_dimensions (dataset);
  g_autofree guint *positions = g_new0 (guint, MAX (n, 1));

  if (!check_members (dataset, address, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const RsDimension *dimension = rs_dataset_get_dimension (dataset, i);
      const char *id = rs_json_get_string (address, dimension->id);
      int position = id != NULL ? rs_dimension_find (dimension, id) : -1;

      if (id == NULL && !json_object_has_member (address, dimension->id) &&
          dimension->n_categories == 1)
        position = 0;
      if (position >= 0)
        {
          positions[i] = (guint) position;
          continue;
        }
      if (id != NULL)
        g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_REFERENCE,
                     _ ("The dimension “%s” has no category “%s”."), dimension->id, id);
      else
        g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_REFERENCE,
                     _ ("The address must name a category of the dimension “%s”, as a text."),
                     dimension->id);
      return FALSE;
    }
  *out_cell = rs_dataset_get_cell (dataset, positions);
  return TRUE;
}

static void
write_source (RsJsonOut *out, const RsDataset *dataset, int source)
{
  if (source >= 0)
    rs_json_out_member (out, "source", rs_dataset_get_source (dataset, (guint) source)->title);
}

static void
write_alternates (RsJsonOut *out,
                  const RsDataset *dataset,
                  const RsPassport *passport,
                  RsLanguage language)
{
  if (passport->n_alternates == 0)
    return;
  rs_json_out_name (out, "alternates");
  rs_json_out_begin_array (out);
  for (guint i = 0; i < passport->n_alternates; i++)
    {
      const RsAlternate *alternate = &passport->alternates[i];

      rs_json_out_begin_object (out);
      rs_json_out_name (out, "value");
      rs_json_out_number (out, alternate->value);
      rs_json_out_member (out, "kind", rs_kind_to_string (alternate->kind));
      write_source (out, dataset, alternate->source);
      rs_json_out_member (out, "formula", alternate->formula);
      rs_json_out_member (out, "note", rs_text_get (&alternate->note, language));
      rs_json_out_end_object (out);
    }
  rs_json_out_end_array (out);
}

static void
write_passport (RsJsonOut *out, const RsDataset *dataset, const RsPassport *passport)
{
  RsLanguage language = rs_language_from_locale ();

  rs_json_out_member (out, "kind", rs_kind_to_string (passport->kind));
  if (passport->has_bound)
    {
      rs_json_out_name (out, "bound");
      rs_json_out_number (out, passport->bound);
    }
  if (passport->approximate)
    {
      rs_json_out_name (out, "approximate");
      rs_json_out_boolean (out, TRUE);
    }
  write_source (out, dataset, passport->source);
  rs_json_out_member (out, "formula", passport->formula);
  rs_json_out_member (out, "note", rs_text_get (&passport->note, language));
  write_alternates (out, dataset, passport, language);
}

static void
write_observation (RsJsonOut *out, const RsDataset *dataset, guint64 cell)
{
  RsObservation observation = rs_dataset_get_observation (dataset, cell);

  rs_json_out_name (out, "value");
  if (observation.text != NULL)
    rs_json_out_string (out, observation.text);
  else
    rs_json_out_number (out, observation.value);
  rs_json_out_name (out, "status");
  rs_json_out_string (out, observation.status);
  rs_json_out_name (out, "reason");
  rs_json_out_string (out, rs_reason_to_string (observation.reason));
  if (observation.passport != NULL)
    write_passport (out, dataset, observation.passport);
}

/* Answers one line. FALSE where the answer is an error. */
static gboolean
answer (RsJsonOut *out,
        const RsCatalog *catalog,
        const char *line,
        gsize length,
        const char *name,
        GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (line, length);
  g_autoptr (JsonNode) root = rs_json_parse (name, bytes, error);
  const RsDataset *dataset;
  JsonObject *address;
  guint64 cell;

  if (root == NULL)
    return FALSE;
  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_SYNTAX,
                   _ ("An address must be a JSON object, and this is of type %s."),
                   rs_json_type_name (root));
      return FALSE;
    }
  address = json_node_get_object (root);
  dataset = find_dataset (catalog, address, error);
  if (dataset == NULL || !find_cell (dataset, address, &cell, error))
    return FALSE;
  write_observation (out, dataset, cell);
  return TRUE;
}

static gboolean
answer_line (const RsCatalog *catalog, const char *line, gsize length, guint number)
{
  g_autofree char *name = g_strdup_printf (_ ("line %u"), number);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  RsJsonOut out;
  gboolean ok;

  rs_json_out_init (&out, 0);
  rs_json_out_begin_object (&out);
  ok = answer (&out, catalog, line, length, name, &error);
  if (!ok)
    {
      rs_json_out_name (&out, "error");
      rs_json_out_string (&out, error->message);
    }
  rs_json_out_end_object (&out);
  text = rs_json_out_finish (&out);
  rs_command_print (text);
  rs_command_print ("\n");
  return ok;
}

/* A line that does not fit is read to its end and answered with an error, so that answers stay
 * beside their questions. */
static gboolean
answer_all (const RsCatalog *catalog, gboolean *out_all_good)
{
  g_autofree char *line = NULL;
  size_t room = 0;
  guint number = 0;
  ssize_t length;

  *out_all_good = TRUE;
  while ((length = getline (&line, &room, stdin)) >= 0)
    {
      while (length > 0 && (line[length - 1] == '\n' || line[length - 1] == '\r'))
        length--;
      if (!answer_line (catalog, line, (gsize) MIN (length, LINE_MAX_BYTES), ++number))
        *out_all_good = FALSE;
      /* Someone may be waiting for the answer before asking on. */
      if (!rs_command_flush ())
        return FALSE;
    }
  return TRUE;
}

RsExitCode
rs_command_value (const RsCommand *self, int argc, char **argv)
{
  g_autoptr (RsCatalog) catalog = NULL;
  gboolean all_good;
  RsExitCode exit_code;

  if (!rs_command_parse_options (self, NULL, &argc, &argv, &exit_code))
    return exit_code;
  if (argc > 2)
    return rs_command_complain_usage (self, _ ("Only one file can be asked."));
  catalog = rs_command_load (argc > 1 ? argv[1] : NULL);
  if (catalog == NULL)
    return RS_EXIT_DATA;
  if (!answer_all (catalog, &all_good))
    return RS_EXIT_OUTPUT;
  return all_good ? RS_EXIT_OK : RS_EXIT_DATA;
}
