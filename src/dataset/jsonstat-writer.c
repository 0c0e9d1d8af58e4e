/* SPDX-License-Identifier: GPL-3.0-or-later
 * JSON-stat 2.0 that any reader opens. */
#define G_LOG_DOMAIN "renshe-dataset"

#include "config.h"

#include "dataset/jsonstat-writer.h"

#include "dataset/dataset-error.h"
#include "dataset/jsonstat-private.h"
#include "dataset/jsonstat-writer-private.h"
#include "dataset/plain-text.h"

#include <string.h>

/* Levels of a dataset that begin new lines: down to the entries of a table in extension.renshe. */
#define LINE_DEPTH 4

/* A collection has three levels around a dataset: itself, `link`, `item`. */
#define COLLECTION_LINE_DEPTH (LINE_DEPTH + 3)

static gboolean
collect_cell (const RsDataset *dataset, guint64 cell, gpointer user_data)
{
  g_array_append_val ((GArray *) user_data, cell);
  return TRUE;
}

void
rs_jsonstat_write_member_number (RsJsonOut *out, const char *name, double value)
{
  rs_json_out_name (out, name);
  rs_json_out_number (out, value);
}

static void
write_html_notes (RsJsonOut *out, const char *const *notes)
{
  rs_json_out_begin_array (out);
  for (guint i = 0; notes[i] != NULL; i++)
    {
      g_autofree char *html = rs_plain_text_to_html (notes[i]);

      rs_json_out_string (out, html);
    }
  rs_json_out_end_array (out);
}

/* --- dimensions ---------------------------------------------------------------------------------
 */

static void
write_unit (RsJsonOut *out, const RsUnit *unit)
{
  rs_json_out_begin_object (out);
  if (unit->decimals >= 0)
    rs_jsonstat_write_member_number (out, "decimals", unit->decimals);
  rs_json_out_member (out, "label", unit->label.original);
  rs_json_out_member (out, "symbol", unit->symbol);
  if (unit->symbol_first)
    rs_json_out_member (out, "position", "start");
  rs_json_out_member (out, "base", unit->base);
  if (unit->exponent != 0)
    rs_jsonstat_write_member_number (out, "multiplier", unit->exponent);
  rs_json_out_end_object (out);
}

static void
write_children (RsJsonOut *out, const RsDimension *dimension, const RsCategory *category)
{
  rs_json_out_begin_array (out);
  for (guint i = 0; i < category->n_children; i++)
    rs_json_out_string (out, dimension->categories[category->children[i]].id);
  rs_json_out_end_array (out);
}

/* The tables of `category`, in the order of the specification. */
typedef enum
{
  TABLE_LABEL,
  TABLE_CHILD,
  TABLE_UNIT,
  TABLE_COORDINATES,
  TABLE_NOTE,
} Table;

static const char *const table_names[] = { "label", "child", "unit", "coordinates", "note" };

static gboolean
has_table_entry (const RsCategory *category, Table table)
{
  switch (table)
    {
    case TABLE_LABEL:
      return category->label.original != NULL;
    case TABLE_CHILD:
      return category->n_children > 0;
    case TABLE_UNIT:
      return category->unit.present;
    case TABLE_COORDINATES:
      return category->has_coordinates;
    case TABLE_NOTE:
      return category->notes != NULL && category->notes[0] != NULL;
    }
  g_return_val_if_reached (FALSE);
}

static void
write_table_entry (RsJsonOut *out,
                   const RsDimension *dimension,
                   const RsCategory *category,
                   Table table)
{
  switch (table)
    {
    case TABLE_LABEL:
      rs_json_out_string (out, category->label.original);
      break;
    case TABLE_CHILD:
      write_children (out, dimension, category);
      break;
    case TABLE_UNIT:
      write_unit (out, &category->unit);
      break;
    case TABLE_COORDINATES:
      rs_json_out_begin_array (out);
      rs_json_out_number (out, category->longitude);
      rs_json_out_number (out, category->latitude);
      rs_json_out_end_array (out);
      break;
    case TABLE_NOTE:
      write_html_notes (out, (const char *const *) category->notes);
      break;
    }
}

static void
write_category_table (RsJsonOut *out, const RsDimension *dimension, Table table)
{
  gboolean begun = FALSE;

  for (guint i = 0; i < dimension->n_categories; i++)
    {
      const RsCategory *category = &dimension->categories[i];

      if (!has_table_entry (category, table))
        continue;
      if (!begun)
        {
          rs_json_out_name (out, table_names[table]);
          rs_json_out_begin_object (out);
          begun = TRUE;
        }
      rs_json_out_name (out, category->id);
      write_table_entry (out, dimension, category, table);
    }
  if (begun)
    rs_json_out_end_object (out);
}

static void
write_dimension (RsJsonOut *out, const RsDimension *dimension)
{
  rs_json_out_begin_object (out);
  rs_json_out_member (out, "label", dimension->label.original);
  if (dimension->notes != NULL && dimension->notes[0] != NULL)
    {
      rs_json_out_name (out, "note");
      write_html_notes (out, (const char *const *) dimension->notes);
    }
  rs_json_out_name (out, "category");
  rs_json_out_begin_object (out);
  rs_json_out_name (out, "index");
  rs_json_out_begin_array (out);
  for (guint i = 0; i < dimension->n_categories; i++)
    rs_json_out_string (out, dimension->categories[i].id);
  rs_json_out_end_array (out);
  for (guint table = 0; table < G_N_ELEMENTS (table_names); table++)
    write_category_table (out, dimension, (Table) table);
  rs_json_out_end_object (out);
  rs_json_out_end_object (out);
}

/* Only roles that were declared: a guess of this program is no statement of the publisher. */
static void
write_roles (RsJsonOut *out, const RsDataset *dataset)
{
  static const RsRole roles[] = { RS_ROLE_TIME, RS_ROLE_GEO, RS_ROLE_METRIC };
  guint n = rs_dataset_get_n_dimensions (dataset);
  gboolean begun = FALSE;

  for (guint r = 0; r < G_N_ELEMENTS (roles); r++)
    {
      gboolean role_begun = FALSE;

      for (guint i = 0; i < n; i++)
        {
          const RsDimension *dimension = rs_dataset_get_dimension (dataset, i);

          if (dimension->role != roles[r] || dimension->role_guessed)
            continue;
          if (!begun)
            {
              rs_json_out_name (out, "role");
              rs_json_out_begin_object (out);
              begun = TRUE;
            }
          if (!role_begun)
            {
              rs_json_out_name (out, rs_role_to_string (roles[r]));
              rs_json_out_begin_array (out);
              role_begun = TRUE;
            }
          rs_json_out_string (out, dimension->id);
        }
      if (role_begun)
        rs_json_out_end_array (out);
    }
  if (begun)
    rs_json_out_end_object (out);
}

static void
write_outline (RsJsonOut *out, const RsDataset *dataset)
{
  guint n = rs_dataset_get_n_dimensions (dataset);

  rs_json_out_name (out, "id");
  rs_json_out_begin_array (out);
  for (guint i = 0; i < n; i++)
    rs_json_out_string (out, rs_dataset_get_dimension (dataset, i)->id);
  rs_json_out_end_array (out);
  rs_json_out_name (out, "size");
  rs_json_out_begin_array (out);
  for (guint i = 0; i < n; i++)
    rs_json_out_integer (out, rs_dataset_get_dimension (dataset, i)->n_categories);
  rs_json_out_end_array (out);
  write_roles (out, dataset);
  rs_json_out_name (out, "dimension");
  rs_json_out_begin_object (out);
  for (guint i = 0; i < n; i++)
    {
      const RsDimension *dimension = rs_dataset_get_dimension (dataset, i);

      rs_json_out_name (out, dimension->id);
      write_dimension (out, dimension);
    }
  rs_json_out_end_object (out);
}

/* --- cells --------------------------------------------------------------------------------------
 */

static void
write_cell_value (RsJsonOut *out, const RsObservation *observation)
{
  if (observation->text != NULL)
    rs_json_out_string (out, observation->text);
  else
    rs_json_out_number (out, observation->value);
}

static gboolean
has_value (const RsObservation *observation)
{
  return observation->reason == RS_REASON_NONE || observation->text != NULL;
}

void
rs_jsonstat_write_cell_key (RsJsonOut *out, guint64 cell)
{
  g_autofree char *key = g_strdup_printf ("%" G_GUINT64_FORMAT, cell);

  rs_json_out_name (out, key);
}

static void
write_values (RsJsonstatWriter *self)
{
  guint64 n_cells = rs_dataset_get_n_cells (self->dataset);
  guint64 n_set = 0;

  for (guint i = 0; i < self->cells->len; i++)
    {
      RsObservation observation =
        rs_dataset_get_observation (self->dataset, g_array_index (self->cells, guint64, i));

      n_set += has_value (&observation) ? 1 : 0;
    }
  rs_json_out_name (self->out, "value");
  if (n_cells / 3 < n_set || n_cells == 0)
    {
      rs_json_out_begin_array (self->out);
      for (guint64 cell = 0; cell < n_cells; cell++)
        {
          RsObservation observation = rs_dataset_get_observation (self->dataset, cell);

          write_cell_value (self->out, &observation);
        }
      rs_json_out_end_array (self->out);
      return;
    }
  rs_json_out_begin_object (self->out);
  for (guint i = 0; i < self->cells->len; i++)
    {
      guint64 cell = g_array_index (self->cells, guint64, i);
      RsObservation observation = rs_dataset_get_observation (self->dataset, cell);

      if (!has_value (&observation))
        continue;
      rs_jsonstat_write_cell_key (self->out, cell);
      write_cell_value (self->out, &observation);
    }
  rs_json_out_end_object (self->out);
}

/* A cell that nothing is known of one by one, or G_MAXUINT64. */
static guint64
find_plain_cell (const RsJsonstatWriter *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (g_array_index (self->cells, guint64, i) != i)
      return i;
  return self->cells->len < rs_dataset_get_n_cells (self->dataset) ? self->cells->len : G_MAXUINT64;
}

/* The status that all cells have, or NULL. */
static const char *
find_common_status (const RsJsonstatWriter *self)
{
  guint64 plain = find_plain_cell (self);
  const char *common = NULL;

  if (plain != G_MAXUINT64)
    common = rs_dataset_get_observation (self->dataset, plain).status;
  else if (self->cells->len > 0)
    common =
      rs_dataset_get_observation (self->dataset, g_array_index (self->cells, guint64, 0)).status;
  for (guint i = 0; i < self->cells->len && common != NULL; i++)
    {
      guint64 cell = g_array_index (self->cells, guint64, i);

      if (g_strcmp0 (rs_dataset_get_observation (self->dataset, cell).status, common) != 0)
        common = NULL;
    }
  return common;
}

static void
write_statuses (RsJsonstatWriter *self)
{
  const char *common = find_common_status (self);
  gboolean begun = FALSE;

  if (common != NULL)
    {
      rs_json_out_member (self->out, "status", common);
      return;
    }
  for (guint i = 0; i < self->cells->len; i++)
    {
      guint64 cell = g_array_index (self->cells, guint64, i);
      RsObservation observation = rs_dataset_get_observation (self->dataset, cell);

      if (observation.status == NULL)
        continue;
      if (!begun)
        {
          rs_json_out_name (self->out, "status");
          rs_json_out_begin_object (self->out);
          begun = TRUE;
        }
      rs_jsonstat_write_cell_key (self->out, cell);
      rs_json_out_string (self->out, observation.status);
    }
  if (begun)
    rs_json_out_end_object (self->out);
}

/* --- the whole ----------------------------------------------------------------------------------
 */

static void
write_dataset (RsJsonOut *out, const RsDataset *dataset)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  g_autoptr (GHashTable) note_index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *const *dataset_notes = rs_dataset_get_notes (dataset);
  RsJsonstatWriter self = {
    .out = out, .dataset = dataset, .cells = cells, .notes = notes, .note_index = note_index
  };

  rs_dataset_foreach (dataset, collect_cell, cells);
  rs_json_out_begin_object (out);
  rs_json_out_member (out, "version", "2.0");
  rs_json_out_member (out, "class", "dataset");
  rs_json_out_member (out, "label", rs_dataset_get_label (dataset)->original);
  rs_json_out_member (out, "source", rs_dataset_get_source_text (dataset)->original);
  rs_json_out_member (out, "updated", rs_dataset_get_updated (dataset));
  if (dataset_notes != NULL && dataset_notes[0] != NULL)
    {
      rs_json_out_name (out, "note");
      write_html_notes (out, dataset_notes);
    }
  write_outline (out, dataset);
  write_values (&self);
  write_statuses (&self);
  rs_jsonstat_write_extension (&self);
  rs_json_out_end_object (out);
}

static void
write_collection_label (RsJsonOut *out, const RsText *label)
{
  RsJsonNest nest = { .out = out };
  const char *const closed[] = { NULL };

  for (guint i = 0; i < RS_N_LANGUAGES; i++)
    {
      const char *const open[] = {
        "extension", RS_JSONSTAT_EXTENSION, "translations", rs_language_get_id ((RsLanguage) i),
        NULL,
      };

      if (label->translation[i] == NULL)
        continue;
      rs_json_nest_to (&nest, open);
      rs_json_out_member (out, "label", label->translation[i]);
    }
  rs_json_nest_to (&nest, closed);
}

static void
write_collection (RsJsonOut *out, RsDataset *const *datasets, guint n, const RsText *label)
{
  rs_json_out_begin_object (out);
  rs_json_out_member (out, "version", "2.0");
  rs_json_out_member (out, "class", "collection");
  if (label != NULL)
    rs_json_out_member (out, "label", label->original);
  rs_json_out_name (out, "link");
  rs_json_out_begin_object (out);
  rs_json_out_name (out, "item");
  rs_json_out_begin_array (out);
  for (guint i = 0; i < n; i++)
    write_dataset (out, datasets[i]);
  rs_json_out_end_array (out);
  rs_json_out_end_object (out);
  if (label != NULL)
    write_collection_label (out, label);
  rs_json_out_end_object (out);
}

GBytes *
rs_jsonstat_write (RsDataset *const *datasets, guint n, const RsText *collection_label)
{
  RsJsonOut out;
  char *text;
  g_autofree char *json = NULL;

  g_return_val_if_fail (datasets != NULL || n == 0, NULL);

  if (n == 1 && collection_label == NULL)
    {
      rs_json_out_init (&out, LINE_DEPTH);
      write_dataset (&out, datasets[0]);
    }
  else
    {
      rs_json_out_init (&out, COLLECTION_LINE_DEPTH);
      write_collection (&out, datasets, n, collection_label);
    }
  json = rs_json_out_finish (&out);
  text = g_strconcat (json, "\n", NULL);
  return g_bytes_new_take (text, strlen (text));
}
