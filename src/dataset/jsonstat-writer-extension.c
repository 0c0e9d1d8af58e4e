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

/* --- references ---------------------------------------------------------------
 */

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

/* --- extension.renshe: observations, targets, breaks --------------------------------------------
 */

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

/* --- extension.renshe: categories and translations ----------------------------------------------
 */

void
rs_jsonstat_nest_to (RsJsonNest *self, const char *const *names)
{
  guint common = 0;
  guint n = 0;

  while (names[n] != NULL)
    n++;
  while (common < self->n_open && common < n && strcmp (self->names[common], names[common]) == 0)
    common++;
  for (; self->n_open > common; self->n_open--)
    rs_json_out_end_object (self->out);
  for (; self->n_open < n; self->n_open++)
    {
      self->names[self->n_open] = names[self->n_open];
      rs_json_out_name (self->out, names[self->n_open]);
      rs_json_out_begin_object (self->out);
    }
}

static void
write_category_extras (RsJsonstatWriter *self, const RsCategory *category)
{
  RsJsonOut *out = self->out;

  rs_json_out_begin_object (out);
  rs_json_out_member (out, "nature", rs_nature_to_string (category->nature));
  rs_json_out_member (out, "family", category->family);
  rs_json_out_member (out, "definition", category->definition.original);
  rs_json_out_member (out, "group", category->group.original);
  rs_json_out_member (out, "remark", category->remark.original);
  rs_json_out_member (out, "pinyin", category->pinyin);
  if (category->validity.from != NULL || category->validity.to != NULL)
    {
      rs_json_out_name (out, "validity");
      rs_json_out_begin_array (out);
      rs_json_out_string (out, category->validity.from);
      rs_json_out_string (out, category->validity.to);
      rs_json_out_end_array (out);
    }
  if (category->successors != NULL && category->successors[0] != NULL)
    {
      rs_json_out_name (out, "successors");
      rs_json_out_begin_array (out);
      for (guint i = 0; category->successors[i] != NULL; i++)
        rs_json_out_string (out, category->successors[i]);
      rs_json_out_end_array (out);
    }
  rs_json_out_end_object (out);
}

static gboolean
has_extras (const RsCategory *category)
{
  return category->nature != RS_NATURE_UNKNOWN || category->family != NULL ||
         category->definition.original != NULL || category->group.original != NULL ||
         category->remark.original != NULL || category->pinyin != NULL ||
         category->validity.from != NULL || category->validity.to != NULL ||
         (category->successors != NULL && category->successors[0] != NULL);
}

static void
write_categories (RsJsonstatWriter *self)
{
  RsJsonNest nest = { .out = self->out };
  const char *const closed[] = { NULL };

  for (guint d = 0; d < rs_dataset_get_n_dimensions (self->dataset); d++)
    {
      const RsDimension *dimension = rs_dataset_get_dimension (self->dataset, d);
      const char *const names[] = { "category", dimension->id, NULL };

      for (guint i = 0; i < dimension->n_categories; i++)
        if (has_extras (&dimension->categories[i]))
          {
            rs_jsonstat_nest_to (&nest, names);
            rs_json_out_name (self->out, dimension->categories[i].id);
            write_category_extras (self, &dimension->categories[i]);
          }
    }
  rs_jsonstat_nest_to (&nest, closed);
}

static const char *const translated_tables[] = { "label", "definition", "group", "remark" };

static const char *
get_translation (const RsCategory *category, guint table, RsLanguage language)
{
  const RsText *texts[] = { &category->label, &category->definition, &category->group,
                            &category->remark };

  return texts[table]->translation[language];
}

/* The file has one word for what a unit counts; an English label that differs from it is a
 * translation. */
static const char *
get_base_translation (const RsUnit *unit, RsLanguage language)
{
  if (unit->base_label.translation[language] != NULL || language != RS_LANGUAGE_EN)
    return unit->base_label.translation[language];
  return g_strcmp0 (unit->base_label.original, unit->base) != 0 ? unit->base_label.original : NULL;
}

static void
translate_units (RsJsonNest *nest,
                 const RsDimension *dimension,
                 const char *language_id,
                 RsLanguage language)
{
  const char *const names[] = { "translations", language_id, "dimension",
                                dimension->id,  "category",  "unit" };
  const char *open[G_N_ELEMENTS (names) + 1] = { NULL };

  memcpy (open, names, sizeof names);
  for (guint i = 0; i < dimension->n_categories; i++)
    {
      const RsUnit *unit = &dimension->categories[i].unit;
      const char *base = get_base_translation (unit, language);

      if (!unit->present || (unit->label.translation[language] == NULL && base == NULL))
        continue;
      rs_jsonstat_nest_to (nest, open);
      rs_json_out_name (nest->out, dimension->categories[i].id);
      rs_json_out_begin_object (nest->out);
      rs_json_out_member (nest->out, "label", unit->label.translation[language]);
      rs_json_out_member (nest->out, "base", base);
      rs_json_out_end_object (nest->out);
    }
}

static void
translate_dimension (RsJsonNest *nest,
                     const RsDimension *dimension,
                     const char *language_id,
                     RsLanguage language)
{
  const char *const own[] = { "translations", language_id, "dimension", dimension->id, NULL };

  if (dimension->label.translation[language] != NULL)
    {
      rs_jsonstat_nest_to (nest, own);
      rs_json_out_member (nest->out, "label", dimension->label.translation[language]);
    }
  for (guint table = 0; table < G_N_ELEMENTS (translated_tables); table++)
    for (guint i = 0; i < dimension->n_categories; i++)
      {
        const char *text = get_translation (&dimension->categories[i], table, language);
        const char *const open[] = {
          "translations",           language_id, "dimension", dimension->id, "category",
          translated_tables[table], NULL,
        };

        if (text == NULL || *text == '\0')
          continue;
        rs_jsonstat_nest_to (nest, open);
        rs_json_out_member (nest->out, dimension->categories[i].id, text);
      }
  translate_units (nest, dimension, language_id, language);
}

static void
write_translations (RsJsonstatWriter *self)
{
  const RsText *label = rs_dataset_get_label (self->dataset);
  const RsText *source = rs_dataset_get_source_text (self->dataset);
  RsJsonNest nest = { .out = self->out };
  const char *const closed[] = { NULL };

  for (guint i = 0; i < RS_N_LANGUAGES; i++)
    {
      RsLanguage language = (RsLanguage) i;
      const char *const open[] = { "translations", rs_language_get_id (language), NULL };

      if (label->translation[i] != NULL || source->translation[i] != NULL)
        {
          rs_jsonstat_nest_to (&nest, open);
          rs_json_out_member (self->out, "label", label->translation[i]);
          rs_json_out_member (self->out, "source", source->translation[i]);
        }
      for (guint d = 0; d < rs_dataset_get_n_dimensions (self->dataset); d++)
        translate_dimension (&nest, rs_dataset_get_dimension (self->dataset, d), open[1], language);
    }
  rs_jsonstat_nest_to (&nest, closed);
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
  write_translations (self);
  write_categories (self);
  write_sources (self);
  write_observations (self);
  write_targets (self);
  write_breaks (self);
  write_notes (self);
  rs_json_out_end_object (self->out);
  rs_json_out_end_object (self->out);
}
