/* SPDX-License-Identifier: GPL-3.0-or-later
 * renshe-cli value: what single cells hold. */
#define G_LOG_DOMAIN "renshe-cli"

#include "config.h"

#include "cli/address.h"
#include "cli/command.h"
#include "dataset/json-out.h"
#include "query/summary.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <stdio.h>

static void
write_source (RsJsonOut *out, const RsDataset *dataset, int source, RsLanguage language)
{
  g_autofree char *name =
    source >= 0 ? rs_summary_name_source (dataset, (guint) source, language) : NULL;

  rs_json_out_member (out, "source", name);
}

static void
write_words (RsJsonOut *out,
             const char *member,
             const RsDataset *dataset,
             const char *text,
             RsLanguage language)
{
  g_autofree char *words = text != NULL ? rs_summary_word_remark (dataset, text, language) : NULL;

  rs_json_out_member (out, member, words);
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
      write_source (out, dataset, alternate->source, language);
      rs_json_out_member (out, "formula", alternate->formula);
      write_words (out, "note", dataset, rs_text_get (&alternate->note, language), language);
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
  write_source (out, dataset, passport->source, language);
  rs_json_out_member (out, "formula", passport->formula);
  if (passport->has_growth)
    {
      rs_json_out_name (out, "growth");
      rs_json_out_number (out, passport->growth);
    }
  if (passport->has_difference)
    {
      rs_json_out_name (out, "difference");
      rs_json_out_number (out, passport->difference);
    }
  write_words (out, "note", dataset, rs_text_get (&passport->note, language), language);
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

/* The members that every answer has, and what is wrong with the question. */
static void
write_error (RsJsonOut *out, const char *message)
{
  rs_json_out_name (out, "value");
  rs_json_out_null (out);
  rs_json_out_name (out, "status");
  rs_json_out_null (out);
  rs_json_out_name (out, "reason");
  rs_json_out_string (out, "error");
  rs_json_out_name (out, "error");
  rs_json_out_string (out, message);
}

/* FALSE where the answer is an error. */
static gboolean
answer_line (const RsCatalog *catalog, const char *line, gsize length, guint number)
{
  g_autofree char *name = g_strdup_printf (_ ("line %u"), number);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  const RsDataset *dataset;
  guint64 cell;
  RsJsonOut out;
  gboolean ok;

  rs_json_out_init (&out, 0);
  rs_json_out_begin_object (&out);
  ok = rs_address_parse (catalog, line, length, name, &dataset, &cell, &error);
  if (ok)
    write_observation (&out, dataset, cell);
  else
    write_error (&out, error->message);
  rs_json_out_end_object (&out);
  text = rs_json_out_finish (&out);
  rs_command_print (text);
  rs_command_print ("\n");
  return ok;
}

/* A line too long is read to its end and answered with an error, so that answers stay beside their
 * questions. */
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
      if (!answer_line (catalog, line, (gsize) length, ++number))
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
  catalog = rs_command_load (argc > 1 ? argv[1] : NULL, NULL);
  if (catalog == NULL)
    return RS_EXIT_DATA;
  if (!answer_all (catalog, &all_good))
    return RS_EXIT_OUTPUT;
  return all_good ? RS_EXIT_OK : RS_EXIT_DATA;
}
