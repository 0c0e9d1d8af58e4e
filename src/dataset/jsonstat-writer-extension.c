/* SPDX-License-Identifier: GPL-3.0-or-later
 * Writes what JSON-stat has no word for: `extension.renshe`. */
#define G_LOG_DOMAIN "renshe-dataset"

#include "config.h"

#include "dataset/jsonstat-writer-private.h"

#include "dataset/dataset-error.h"
#include "dataset/jsonstat-private.h"

#include <string.h>

static void
write_member_true (RsJsonOut *out, const char *name, gboolean value)
{
  if (!value)
    return;
  rs_json_out_name (out, name);
  rs_json_out_boolean (out, TRUE);
}

/* Writes the number of a note, which comes into the list of notes on first use. */
static void
write_note (RsJsonstatWriter *self, const RsText *note)
{
  g_autoptr (GString) key = g_string_new (NULL);
  guint index;

  if (note->original == NULL && note->translation[RS_LANGUAGE_EN] == NULL &&
      note->translation[RS_LANGUAGE_ZH_CN] == NULL)
    return;
  g_string_append (key, note->original != NULL ? note->original : "");
  for (guint i = 0; i < RS_N_LANGUAGES; i++)
    g_string_append_printf (key, "\x1f%s",
                            note->translation[i] != NULL ? note->translation[i] : "");
  index = GPOINTER_TO_UINT (g_hash_table_lookup (self->note_index, key->str));
  if (index == 0)
    {
      g_ptr_array_add (self->notes, (gpointer) note);
      index = self->notes->len;
      g_hash_table_insert (self->note_index, g_strdup (key->str), GUINT_TO_POINTER (index));
    }
  rs_json_out_name (self->out, "note");
  rs_json_out_integer (self->out, index - 1);
}

static void
write_notes (RsJsonstatWriter *self)
{
  if (self->notes->len == 0)
    return;
  rs_json_out_name (self->out, "notes");
  rs_json_out_begin_array (self->out);
  for (guint i = 0; i < self->notes->len; i++)
    {
      const RsText *note = g_ptr_array_index (self->notes, i);

      rs_json_out_begin_object (self->out);
      rs_json_out_member (self->out, "text", note->original);
      for (guint language = 0; language < RS_N_LANGUAGES; language++)
        rs_json_out_member (self->out, rs_language_get_id ((RsLanguage) language),
                            note->translation[language]);
      rs_json_out_end_object (self->out);
    }
  rs_json_out_end_array (self->out);
}

static void
write_source (RsJsonstatWriter *self, int source)
{
  if (source >= 0)
    rs_json_out_member (self->out, "source",
                        rs_dataset_get_source (self->dataset, (guint) source)->id);
}

static void
write_sources (RsJsonstatWriter *self)
{
  guint n = rs_dataset_get_n_sources (self->dataset);

  if (n == 0)
    return;
  rs_json_out_name (self->out, "sources");
  rs_json_out_begin_array (self->out);
  for (guint i = 0; i < n; i++)
    {
      const RsSource *source = rs_dataset_get_source (self->dataset, i);

      rs_json_out_begin_object (self->out);
      rs_json_out_member (self->out, "id", source->id);
      rs_json_out_member (self->out, "title", source->title);
      rs_json_out_member (self->out, "publisher", source->publisher);
      rs_json_out_member (self->out, "href", source->href);
      rs_json_out_end_object (self->out);
    }
  rs_json_out_end_array (self->out);
}

/* A category of a dimension that the dataset may lack, or that only this program takes for one of
 * that role. */
static void
write_category_id (RsJsonstatWriter *self,
                   const char *member,
                   const RsDimension *dimension,
                   guint position)
{
  if (dimension != NULL && !dimension->role_guessed)
    rs_json_out_member (self->out, member, dimension->categories[position].id);
}

static gboolean
is_empty_passport (const RsPassport *passport)
{
  return passport == NULL ||
         (passport->kind == RS_KIND_UNSTATED && passport->source < 0 && passport->formula == NULL &&
          passport->note.original == NULL && !passport->approximate && !passport->has_bound &&
          !passport->has_growth && !passport->has_difference && passport->n_alternates == 0);
}

static void
write_alternates (RsJsonstatWriter *self, const RsPassport *passport)
{
  if (passport->n_alternates == 0)
    return;
  rs_json_out_name (self->out, "alternates");
  rs_json_out_begin_array (self->out);
  for (guint i = 0; i < passport->n_alternates; i++)
    {
      const RsAlternate *alternate = &passport->alternates[i];

      rs_json_out_begin_object (self->out);
      rs_jsonstat_write_member_number (self->out, "value", alternate->value);
      rs_json_out_member (self->out, "kind", rs_kind_to_string (alternate->kind));
      write_source (self, alternate->source);
      rs_json_out_member (self->out, "formula", alternate->formula);
      write_note (self, &alternate->note);
      write_member_true (self->out, "previous", alternate->previous);
      rs_json_out_end_object (self->out);
    }
  rs_json_out_end_array (self->out);
}

static void
write_observations (RsJsonstatWriter *self)
{
  gboolean begun = FALSE;

  for (guint i = 0; i < self->cells->len; i++)
    {
      guint64 cell = g_array_index (self->cells, guint64, i);
      const RsPassport *passport = rs_dataset_get_observation (self->dataset, cell).passport;

      if (is_empty_passport (passport))
        continue;
      if (!begun)
        {
          rs_json_out_name (self->out, "observations");
          rs_json_out_begin_object (self->out);
          begun = TRUE;
        }
      rs_jsonstat_write_cell_key (self->out, cell);
      rs_json_out_begin_object (self->out);
      rs_json_out_member (self->out, "kind", rs_kind_to_string (passport->kind));
      write_source (self, passport->source);
      rs_json_out_member (self->out, "formula", passport->formula);
      write_note (self, &passport->note);
      if (passport->has_bound)
        rs_jsonstat_write_member_number (self->out, "bound", passport->bound);
      write_member_true (self->out, "approximate", passport->approximate);
      if (passport->has_growth)
        rs_jsonstat_write_member_number (self->out, "growth", passport->growth);
      if (passport->has_difference)
        rs_jsonstat_write_member_number (self->out, "difference", passport->difference);
      write_alternates (self, passport);
      rs_json_out_end_object (self->out);
    }
  if (begun)
    rs_json_out_end_object (self->out);
}

static void
write_targets (RsJsonstatWriter *self)
{
  guint n = rs_dataset_get_n_targets (self->dataset);

  if (n == 0)
    return;
  rs_json_out_name (self->out, "targets");
  rs_json_out_begin_array (self->out);
  for (guint i = 0; i < n; i++)
    {
      const RsTarget *target = rs_dataset_get_target (self->dataset, i);

      rs_json_out_begin_object (self->out);
      write_category_id (self, "indicator", rs_dataset_get_metric (self->dataset),
                         target->indicator);
      write_category_id (self, "region", rs_dataset_get_geo (self->dataset), target->region);
      write_category_id (self, "period", rs_dataset_get_time (self->dataset), target->period);
      rs_json_out_member (self->out, "operator", rs_operator_to_string (target->op));
      write_member_true (self->out, "inferred", target->operator_inferred);
      rs_jsonstat_write_member_number (self->out, "value", target->value);
      write_member_true (self->out, "derived", target->derived);
      write_member_true (self->out, "provisional", target->provisional);
      write_source (self, target->source);
      write_note (self, &target->note);
      rs_json_out_end_object (self->out);
    }
  rs_json_out_end_array (self->out);
}

static void
write_breaks (RsJsonstatWriter *self)
{
  guint n = rs_dataset_get_n_breaks (self->dataset);

  if (n == 0)
    return;
  rs_json_out_name (self->out, "breaks");
  rs_json_out_begin_array (self->out);
  for (guint i = 0; i < n; i++)
    {
      const RsBreak *entry = rs_dataset_get_break (self->dataset, i);

      rs_json_out_begin_object (self->out);
      write_category_id (self, "indicator", rs_dataset_get_metric (self->dataset),
                         entry->indicator);
      if (entry->region >= 0)
        write_category_id (self, "region", rs_dataset_get_geo (self->dataset),
                           (guint) entry->region);
      write_category_id (self, "before", rs_dataset_get_time (self->dataset), entry->before);
      write_category_id (self, "after", rs_dataset_get_time (self->dataset), entry->after);
      write_source (self, entry->source);
      write_note (self, &entry->note);
      rs_json_out_end_object (self->out);
    }
  rs_json_out_end_array (self->out);
}

/* What the statuses mean, as Eurostat writes it: only of those that occur, and that this program
 * knows. */
static void
write_status_labels (RsJsonstatWriter *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GList) statuses = NULL;
  gboolean begun = FALSE;

  for (guint i = 0; i < self->cells->len; i++)
    {
      guint64 cell = g_array_index (self->cells, guint64, i);
      const char *status = rs_dataset_get_observation (self->dataset, cell).status;

      if (status != NULL)
        g_hash_table_add (seen, (gpointer) status);
    }
  statuses = g_list_sort (g_hash_table_get_keys (seen), (GCompareFunc) strcmp);
  for (GList *l = statuses; l != NULL; l = l->next)
    {
      RsFlags flags = rs_flags_from_status (l->data);

      if (flags == RS_FLAG_NONE || (flags & RS_FLAG_OTHER) != 0 ||
          rs_flags_get_first (flags) != flags)
        continue;
      if (!begun)
        {
          rs_json_out_name (self->out, "status");
          rs_json_out_begin_object (self->out);
          rs_json_out_name (self->out, "label");
          rs_json_out_begin_object (self->out);
          begun = TRUE;
        }
      rs_json_out_name (self->out, l->data);
      rs_json_out_string (self->out, rs_flag_describe (flags, RS_LANGUAGE_EN));
    }
  if (begun)
    {
      rs_json_out_end_object (self->out);
      rs_json_out_end_object (self->out);
    }
}

static void
write_selection (RsJsonstatWriter *self)
{
  const char *region = rs_dataset_get_selection_region (self->dataset);
  int year = rs_dataset_get_selection_year (self->dataset);

  if (region == NULL && year == 0)
    return;
  rs_json_out_name (self->out, "selection");
  rs_json_out_begin_object (self->out);
  rs_json_out_member (self->out, "region", region);
  if (year != 0)
    rs_jsonstat_write_member_number (self->out, "year", year);
  rs_json_out_end_object (self->out);
}

void
rs_jsonstat_write_extension (RsJsonstatWriter *self)
{
  rs_json_out_name (self->out, "extension");
  rs_json_out_begin_object (self->out);
  write_status_labels (self);
  rs_json_out_name (self->out, RS_JSONSTAT_EXTENSION);
  rs_json_out_begin_object (self->out);
  rs_jsonstat_write_member_number (self->out, "version", RS_JSONSTAT_EXTENSION_VERSION);
  rs_json_out_member (self->out, "id", rs_dataset_get_id (self->dataset));
  rs_json_out_member (self->out, "board", rs_dataset_get_board (self->dataset));
  write_selection (self);
  rs_jsonstat_write_translations (self);
  rs_jsonstat_write_categories (self);
  write_sources (self);
  write_observations (self);
  write_targets (self);
  write_breaks (self);
  write_notes (self);
  rs_json_out_end_object (self->out);
  rs_json_out_end_object (self->out);
}
