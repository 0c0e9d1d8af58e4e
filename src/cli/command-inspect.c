/* SPDX-License-Identifier: GPL-3.0-or-later
 * renshe-cli inspect: what is in a file. */
#define G_LOG_DOMAIN "renshe-cli"

#include "config.h"

#include "cli/command.h"

#include "dataset/json-out.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What is counted of one dataset. */
typedef struct
{
  guint64 n_cells;
  guint64 n_numbers;
  guint64 n_texts;
  double sum;
  double correction; /* of the sum: what the additions so far have lost */
  double min;
  double max;
  GHashTable *statuses; /* text (borrowed) → guint64* count */
} Counts;

static gboolean
count_cell (const RsDataset *dataset, guint64 cell, gpointer user_data)
{
  Counts *self = user_data;
  RsObservation observation = rs_dataset_get_observation (dataset, cell);

  if (observation.reason == RS_REASON_NONE)
    {
      /* Neumaier's summation: the order of the cells must not show in the sum. */
      double total = self->sum + observation.value;

      if (fabs (self->sum) >= fabs (observation.value))
        self->correction += (self->sum - total) + observation.value;
      else
        self->correction += (observation.value - total) + self->sum;
      self->sum = total;
      self->min = self->n_numbers == 0 ? observation.value : MIN (self->min, observation.value);
      self->max = self->n_numbers == 0 ? observation.value : MAX (self->max, observation.value);
      self->n_numbers++;
    }
  else if (observation.text != NULL)
    self->n_texts++;
  if (observation.status != NULL)
    {
      guint64 *n = g_hash_table_lookup (self->statuses, observation.status);

      if (n == NULL)
        {
          n = g_new0 (guint64, 1);
          g_hash_table_insert (self->statuses, (gpointer) observation.status, n);
        }
      (*n)++;
    }
  return TRUE;
}

static void
count (const RsDataset *dataset, Counts *out_counts)
{
  *out_counts = (Counts){ .n_cells = rs_dataset_get_n_cells (dataset) };
  out_counts->statuses = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  rs_dataset_foreach (dataset, count_cell, out_counts);
  out_counts->sum += out_counts->correction;
}

static GList *
get_statuses (const Counts *counts)
{
  return g_list_sort (g_hash_table_get_keys (counts->statuses), (GCompareFunc) g_strcmp0);
}

static void
write_text_or_null (RsJsonOut *out, const char *name, const char *text)
{
  rs_json_out_name (out, name);
  rs_json_out_string (out, text != NULL && *text != '\0' ? text : NULL);
}

static void
write_dimensions (RsJsonOut *out, const RsDataset *dataset)
{
  rs_json_out_name (out, "dimensions");
  rs_json_out_begin_array (out);
  for (guint i = 0; i < rs_dataset_get_n_dimensions (dataset); i++)
    {
      const RsDimension *dimension = rs_dataset_get_dimension (dataset, i);

      rs_json_out_begin_object (out);
      rs_json_out_name (out, "id");
      rs_json_out_string (out, dimension->id);
      rs_json_out_name (out, "label");
      rs_json_out_string (out, rs_text_get (&dimension->label, RS_LANGUAGE_EN));
      rs_json_out_name (out, "role");
      /* What the file says; a guess of this program is for charts only. */
      if (dimension->role == RS_ROLE_NONE || dimension->role_guessed)
        rs_json_out_null (out);
      else
        rs_json_out_string (out, rs_role_to_string (dimension->role));
      rs_json_out_name (out, "size");
      rs_json_out_integer (out, dimension->n_categories);
      rs_json_out_end_object (out);
    }
  rs_json_out_end_array (out);
}

static void
write_dataset (RsJsonOut *out, const RsDataset *dataset)
{
  g_autoptr (GList) statuses = NULL;
  Counts counts;

  count (dataset, &counts);
  statuses = get_statuses (&counts);
  rs_json_out_begin_object (out);
  rs_json_out_name (out, "path");
  rs_json_out_string (out, rs_dataset_get_path (dataset));
  write_text_or_null (out, "label", rs_dataset_get_label (dataset)->original);
  write_text_or_null (out, "source", rs_dataset_get_source_text (dataset)->original);
  write_text_or_null (out, "updated", rs_dataset_get_updated (dataset));
  write_dimensions (out, dataset);
  rs_json_out_name (out, "cells");
  rs_json_out_integer (out, counts.n_cells);
  rs_json_out_name (out, "numbers");
  rs_json_out_integer (out, counts.n_numbers);
  rs_json_out_name (out, "texts");
  rs_json_out_integer (out, counts.n_texts);
  rs_json_out_name (out, "missing");
  rs_json_out_integer (out, counts.n_cells - counts.n_numbers - counts.n_texts);
  rs_json_out_name (out, "sum");
  rs_json_out_number (out, counts.n_numbers > 0 ? counts.sum : (double) NAN);
  rs_json_out_name (out, "min");
  rs_json_out_number (out, counts.n_numbers > 0 ? counts.min : (double) NAN);
  rs_json_out_name (out, "max");
  rs_json_out_number (out, counts.n_numbers > 0 ? counts.max : (double) NAN);
  rs_json_out_name (out, "statuses");
  rs_json_out_begin_object (out);
  for (GList *l = statuses; l != NULL; l = l->next)
    {
      rs_json_out_name (out, l->data);
      rs_json_out_integer (out, *(guint64 *) g_hash_table_lookup (counts.statuses, l->data));
    }
  rs_json_out_end_object (out);
  rs_json_out_end_object (out);
  g_hash_table_unref (counts.statuses);
}

static void
write_diagnostics (RsJsonOut *out, const RsDiagnostics *diagnostics)
{
  rs_json_out_name (out, "diagnostics");
  rs_json_out_begin_array (out);
  for (guint i = 0; i < rs_diagnostics_get_n (diagnostics); i++)
    {
      const RsDiagnostic *diagnostic = rs_diagnostics_get (diagnostics, i);

      rs_json_out_begin_object (out);
      rs_json_out_name (out, "severity");
      rs_json_out_string (out, rs_severity_to_string (diagnostic->severity));
      rs_json_out_name (out, "path");
      rs_json_out_string (out, diagnostic->path);
      rs_json_out_name (out, "message");
      rs_json_out_string (out, diagnostic->message);
      rs_json_out_end_object (out);
    }
  rs_json_out_end_array (out);
}

static void
print_json (const RsCatalog *catalog)
{
  g_autofree char *text = NULL;
  RsJsonOut out;

  rs_json_out_init (&out, 5);
  rs_json_out_begin_object (&out);
  rs_json_out_name (&out, "class");
  rs_json_out_string (&out, rs_catalog_get_class (catalog));
  rs_json_out_name (&out, "version");
  rs_json_out_string (&out, rs_catalog_get_version (catalog));
  rs_json_out_name (&out, "datasets");
  rs_json_out_begin_array (&out);
  for (guint i = 0; i < rs_catalog_get_n_datasets (catalog); i++)
    write_dataset (&out, rs_catalog_get_dataset (catalog, i));
  rs_json_out_end_array (&out);
  write_diagnostics (&out, rs_catalog_get_diagnostics (catalog));
  rs_json_out_end_object (&out);
  text = rs_json_out_finish (&out);
  rs_command_print (text);
  rs_command_print ("\n");
}

/* The same shape for a file that cannot be read, so that another program need not look elsewhere.
 */
static void
print_json_error (const char *message)
{
  g_autofree char *text = NULL;
  RsJsonOut out;

  rs_json_out_init (&out, 5);
  rs_json_out_begin_object (&out);
  rs_json_out_name (&out, "class");
  rs_json_out_null (&out);
  rs_json_out_name (&out, "version");
  rs_json_out_null (&out);
  rs_json_out_name (&out, "datasets");
  rs_json_out_begin_array (&out);
  rs_json_out_end_array (&out);
  rs_json_out_name (&out, "diagnostics");
  rs_json_out_begin_array (&out);
  rs_json_out_begin_object (&out);
  rs_json_out_name (&out, "severity");
  rs_json_out_string (&out, "error");
  rs_json_out_name (&out, "path");
  rs_json_out_string (&out, "");
  rs_json_out_name (&out, "message");
  rs_json_out_string (&out, message);
  rs_json_out_end_object (&out);
  rs_json_out_end_array (&out);
  rs_json_out_end_object (&out);
  text = rs_json_out_finish (&out);
  rs_command_print (text);
  rs_command_print ("\n");
}

/* --- for people ---------------------------------------------------------------------------------
 */

/* One line: name, colon, text made safe for a terminal. Nothing where there is no text. */
static void G_GNUC_PRINTF (3, 4)
  print_line (const char *indent, const char *name, const char *format, ...)
{
  g_autofree char *text = NULL;
  g_autofree char *escaped = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  escaped = rs_command_escape (text);
  if (*escaped == '\0')
    return;
  rs_command_print (indent);
  rs_command_print (name);
  rs_command_print (": ");
  rs_command_print (escaped);
  rs_command_print ("\n");
}

static void
print_statuses (const Counts *counts)
{
  g_autoptr (GList) statuses = get_statuses (counts);
  g_autoptr (GString) text = g_string_new (NULL);

  for (GList *l = statuses; l != NULL; l = l->next)
    g_string_append_printf (text, "%s%s (%" G_GUINT64_FORMAT ")", text->len > 0 ? ", " : "",
                            (const char *) l->data,
                            *(guint64 *) g_hash_table_lookup (counts->statuses, l->data));
  print_line ("  ", _ ("Statuses"), "%s", text->str);
}

static void
print_dataset (const RsDataset *dataset, RsLanguage language)
{
  char buffer[RS_NUMBER_TEXT_MAX];
  const char *updated = rs_dataset_get_updated (dataset);
  Counts counts;

  count (dataset, &counts);
  rs_command_print ("\n");
  print_line ("", _ ("Dataset"), "%s",
              *rs_dataset_get_path (dataset) != '\0' ? rs_dataset_get_path (dataset) : "/");
  print_line ("  ", _ ("Label"), "%s", rs_text_get (rs_dataset_get_label (dataset), language));
  print_line ("  ", _ ("Source"), "%s",
              rs_text_get (rs_dataset_get_source_text (dataset), language));
  print_line ("  ", _ ("Updated"), "%s", updated != NULL ? updated : "");
  for (guint i = 0; i < rs_dataset_get_n_dimensions (dataset); i++)
    {
      const RsDimension *dimension = rs_dataset_get_dimension (dataset, i);

      print_line ("  ", _ ("Dimension"), "%s (%u) %s%s%s%s", dimension->id, dimension->n_categories,
                  rs_text_get (&dimension->label, language),
                  dimension->role != RS_ROLE_NONE ? ", " : "",
                  dimension->role != RS_ROLE_NONE ? rs_role_to_string (dimension->role) : "",
                  dimension->role_guessed ? _ (" (guessed)") : "");
    }
  print_line ("  ", _ ("Cells"), "%" G_GUINT64_FORMAT, counts.n_cells);
  print_line ("  ", _ ("Numbers"), "%" G_GUINT64_FORMAT, counts.n_numbers);
  print_line ("  ", _ ("Texts"), "%" G_GUINT64_FORMAT, counts.n_texts);
  print_line ("  ", _ ("Missing"), "%" G_GUINT64_FORMAT,
              counts.n_cells - counts.n_numbers - counts.n_texts);
  if (counts.n_numbers > 0)
    {
      print_line ("  ", _ ("Sum"), "%s", rs_number_to_text (counts.sum, buffer));
      print_line ("  ", _ ("Smallest"), "%s", rs_number_to_text (counts.min, buffer));
      print_line ("  ", _ ("Largest"), "%s", rs_number_to_text (counts.max, buffer));
    }
  print_statuses (&counts);
  g_hash_table_unref (counts.statuses);
}

static void
print_text (const RsCatalog *catalog)
{
  RsLanguage language = rs_language_from_locale ();
  const RsDiagnostics *diagnostics = rs_catalog_get_diagnostics (catalog);

  print_line ("", _ ("File"), "%s", rs_catalog_get_name (catalog));
  print_line ("", _ ("Class"), "%s", rs_catalog_get_class (catalog));
  print_line ("", _ ("Version"), "%s", rs_catalog_get_version (catalog));
  print_line ("", _ ("Label"), "%s", rs_text_get (rs_catalog_get_label (catalog), language));
  print_line ("", "SHA-256", "%s", rs_catalog_get_release (catalog));
  for (guint i = 0; i < rs_catalog_get_n_datasets (catalog); i++)
    print_dataset (rs_catalog_get_dataset (catalog, i), language);
  if (rs_catalog_get_n_links (catalog) > 0)
    rs_command_print ("\n");
  for (guint i = 0; i < rs_catalog_get_n_links (catalog); i++)
    {
      const RsLink *link = rs_catalog_get_link (catalog, i);

      print_line ("", _ ("Link"), "%s %s", link->href, link->label != NULL ? link->label : "");
    }
  if (rs_diagnostics_get_n (diagnostics) > 0)
    rs_command_print ("\n");
  for (guint i = 0; i < rs_diagnostics_get_n (diagnostics); i++)
    {
      const RsDiagnostic *diagnostic = rs_diagnostics_get (diagnostics, i);

      print_line ("", diagnostic->severity == RS_SEVERITY_WARNING ? _ ("Warning") : _ ("Note"),
                  "%s%s%s", diagnostic->path, *diagnostic->path != '\0' ? " " : "",
                  diagnostic->message);
    }
  if (rs_diagnostics_get_n_dropped (diagnostics) > 0)
    print_line ("", _ ("Further notes"), "%u", rs_diagnostics_get_n_dropped (diagnostics));
}

RsExitCode
rs_command_inspect (const RsCommand *self, int argc, char **argv)
{
  gboolean json = FALSE;
  g_autoptr (RsCatalog) catalog = NULL;
  g_autoptr (GError) error = NULL;
  RsExitCode exit_code;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON instead of text"), NULL },
    { NULL },
  };

  if (!rs_command_parse_options (self, entries, &argc, &argv, &exit_code))
    return exit_code;
  if (argc > 2)
    return rs_command_complain_usage (self, _ ("Only one file can be looked at."));
  catalog = rs_command_load (argc > 1 ? argv[1] : NULL, &error);
  if (catalog == NULL)
    {
      if (json)
        print_json_error (error->message);
      return !json || rs_command_flush () ? RS_EXIT_DATA : RS_EXIT_OUTPUT;
    }
  if (json)
    print_json (catalog);
  else
    print_text (catalog);
  return rs_command_flush () ? RS_EXIT_OK : RS_EXIT_OUTPUT;
}
