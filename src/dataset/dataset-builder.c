/* SPDX-License-Identifier: GPL-3.0-or-later
 * Readers and the importer put a dataset together here. */
#define G_LOG_DOMAIN "renshe-dataset"

#include "config.h"

#include "dataset/dataset-builder.h"
#include "dataset/dataset-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <math.h>
#include <string.h>

/* The dataset is filled in place, and given away when it is sealed. */
struct _RsDatasetBuilder
{
  RsDataset *dataset;       /* (nullable): given away */
  GHashTable *source_index; /* id (owned by the source) → index + 1 */
  guint64 n_categories;     /* of all dimensions */
  gboolean has_cells;
};

RsDatasetBuilder *
rs_dataset_builder_new (void)
{
  RsDatasetBuilder *self = g_new0 (RsDatasetBuilder, 1);

  self->dataset = rs_dataset_new ();
  self->source_index = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

void
rs_dataset_builder_free (RsDatasetBuilder *self)
{
  g_hash_table_unref (self->source_index);
  g_clear_pointer (&self->dataset, rs_dataset_unref);
  g_free (self);
}

static void
replace_text (char **place, const char *text)
{
  char *copy = g_strdup (text);

  g_free (*place);
  *place = copy;
}

void
rs_dataset_builder_set_path (RsDatasetBuilder *self, const char *path)
{
  replace_text (&self->dataset->path, path != NULL ? path : "");
}

void
rs_dataset_builder_set_id (RsDatasetBuilder *self, const char *id)
{
  replace_text (&self->dataset->id, id != NULL ? id : "");
}

void
rs_dataset_builder_set_updated (RsDatasetBuilder *self, const char *updated)
{
  replace_text (&self->dataset->updated, updated);
}

void
rs_dataset_builder_set_board (RsDatasetBuilder *self, const char *board)
{
  replace_text (&self->dataset->board, board);
}

void
rs_dataset_builder_set_selection (RsDatasetBuilder *self, const char *region, int year)
{
  replace_text (&self->dataset->selection_region, region);
  self->dataset->selection_year = year;
}

void
rs_dataset_builder_set_release (RsDatasetBuilder *self, const char *sha256)
{
  replace_text (&self->dataset->release, sha256 != NULL ? sha256 : "");
}

void
rs_dataset_builder_add_note (RsDatasetBuilder *self, const char *note)
{
  g_return_if_fail (note != NULL);

  g_ptr_array_add (self->dataset->notes, g_strdup (note));
}

RsText *
rs_dataset_builder_get_label (RsDatasetBuilder *self)
{
  return &self->dataset->label;
}

RsText *
rs_dataset_builder_get_source_text (RsDatasetBuilder *self)
{
  return &self->dataset->source_text;
}

RsDimension *
rs_dataset_builder_add_dimension (RsDatasetBuilder *self,
                                  const char *id,
                                  guint n_categories,
                                  GError **error)
{
  RsDataset *dataset = self->dataset;
  RsDimension *dimension;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (!self->has_cells, NULL);

  if (dataset->dimensions->len >= RS_DATASET_MAX_DIMENSIONS)
    {
      g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_TOO_LARGE,
                   _ ("The dataset has more than %d dimensions."), RS_DATASET_MAX_DIMENSIONS);
      return NULL;
    }
  /* The sum has the limit of a single dimension, so that many large ones cannot take all the memory
   * together. */
  if (n_categories > RS_DATASET_MAX_CATEGORIES ||
      self->n_categories + n_categories > RS_DATASET_MAX_CATEGORIES)
    {
      g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_TOO_LARGE,
                   /* Translators: %s is the id of a dimension. */
                   _ ("With dimension “%s”, the dataset has more than %u categories."), id,
                   RS_DATASET_MAX_CATEGORIES);
      return NULL;
    }
  if (rs_dataset_find_dimension (dataset, id) >= 0)
    {
      g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_INCONSISTENT,
                   _ ("The dataset has the dimension “%s” twice."), id);
      return NULL;
    }

  dimension = rs_dimension_new (id, n_categories);
  g_ptr_array_add (dataset->dimensions, dimension);
  self->n_categories += n_categories;
  return dimension;
}

/* Products and strides, from the last dimension to the first. A size of 0 makes the product 0
 * whatever stands beside it, so it is looked for before anything is multiplied. */
static gboolean
compute_strides (RsDataset *dataset, GError **error)
{
  guint64 n_cells = 1;

  dataset->strides = g_new0 (guint64, MAX (dataset->dimensions->len, 1));
  for (guint i = 0; i < dataset->dimensions->len; i++)
    if (rs_dataset_get_dimension (dataset, i)->n_categories == 0)
      n_cells = 0;

  for (guint i = dataset->dimensions->len; i > 0 && n_cells > 0; i--)
    {
      guint size = rs_dataset_get_dimension (dataset, i - 1)->n_categories;

      dataset->strides[i - 1] = n_cells;
      if (n_cells > RS_DATASET_MAX_CELLS / size)
        {
          g_set_error_literal (error, RS_DATASET_ERROR, RS_DATASET_ERROR_TOO_LARGE,
                               _ ("The dataset has more cells than can be numbered."));
          return FALSE;
        }
      n_cells *= size;
    }
  dataset->n_cells = n_cells;
  return TRUE;
}

gboolean
rs_dataset_builder_begin_cells (RsDatasetBuilder *self, gboolean dense, GError **error)
{
  RsDataset *dataset = self->dataset;

  g_return_val_if_fail (!self->has_cells, FALSE);

  if (!compute_strides (dataset, error))
    return FALSE;

  if (dense && dataset->n_cells > RS_DATASET_MAX_DENSE_CELLS)
    {
      g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_TOO_LARGE,
                   _ ("The dataset has %" PRIu64 " cells; the limit is %u."), dataset->n_cells,
                   RS_DATASET_MAX_DENSE_CELLS);
      return FALSE;
    }
  if (dense)
    {
      dataset->dense = g_try_new (double, MAX (dataset->n_cells, 1));
      if (dataset->dense == NULL)
        {
          g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_TOO_LARGE,
                       _ ("There is no memory for %" PRIu64 " cells."), dataset->n_cells);
          return FALSE;
        }
      for (guint64 i = 0; i < dataset->n_cells; i++)
        dataset->dense[i] = (double) NAN;
    }
  else
    {
      dataset->sparse = g_array_new (FALSE, FALSE, sizeof (RsCellValue));
    }
  self->has_cells = TRUE;
  return TRUE;
}

guint64
rs_dataset_builder_get_n_cells (const RsDatasetBuilder *self)
{
  return self->dataset->n_cells;
}

/* What is no finite number leaves the cell without one: readers refuse such values with a message
 * of their own. */
void
rs_dataset_builder_set_value (RsDatasetBuilder *self, guint64 cell, double value)
{
  RsDataset *dataset = self->dataset;

  g_return_if_fail (self->has_cells && cell < dataset->n_cells);

  if (!isfinite (value))
    return;
  /* Adding zero turns -0 into 0. */
  value += 0.0;
  if (dataset->dense != NULL)
    {
      dataset->dense[cell] = value;
    }
  else
    {
      RsCellValue entry = { cell, value };

      g_array_append_val (dataset->sparse, entry);
    }
}

static const char *
intern (RsDataset *dataset, const char *text)
{
  const char *interned = NULL;

  if (!g_hash_table_lookup_extended (dataset->pool, text, (gpointer *) &interned, NULL))
    {
      char *copy = g_strdup (text);

      g_hash_table_add (dataset->pool, copy);
      interned = copy;
    }
  return interned;
}

static void
append_text (RsDataset *dataset, GArray *texts, guint64 cell, const char *text)
{
  RsCellText entry = { cell, intern (dataset, text) };

  g_array_append_val (texts, entry);
}

void
rs_dataset_builder_set_text (RsDatasetBuilder *self, guint64 cell, const char *text)
{
  g_return_if_fail (self->has_cells && cell < self->dataset->n_cells);
  g_return_if_fail (text != NULL);

  append_text (self->dataset, self->dataset->texts, cell, text);
}

/* An empty status says nothing, and covers no status of all cells either. */
void
rs_dataset_builder_set_status (RsDatasetBuilder *self, guint64 cell, const char *status)
{
  g_return_if_fail (self->has_cells && cell < self->dataset->n_cells);

  if (status != NULL && *status != '\0')
    append_text (self->dataset, self->dataset->statuses, cell, status);
}

void
rs_dataset_builder_set_status_of_all (RsDatasetBuilder *self, const char *status)
{
  self->dataset->status_of_all =
    status != NULL && *status != '\0' ? intern (self->dataset, status) : NULL;
}

RsPassport *
rs_dataset_builder_get_passport (RsDatasetBuilder *self, guint64 cell)
{
  RsDataset *dataset = self->dataset;
  RsCellPassport *entry;

  g_return_val_if_fail (self->has_cells && cell < dataset->n_cells, NULL);

  entry = g_hash_table_lookup (dataset->passport_index, &cell);
  if (entry == NULL)
    {
      entry = g_new0 (RsCellPassport, 1);
      entry->cell = cell;
      entry->passport.source = -1;
      g_ptr_array_add (dataset->passports, entry);
      g_hash_table_insert (dataset->passport_index, &entry->cell, entry);
    }
  return &entry->passport;
}

RsAlternate *
rs_passport_add_alternate (RsPassport *self)
{
  RsAlternate *added;

  self->alternates = g_renew (RsAlternate, self->alternates, self->n_alternates + 1);
  added = &self->alternates[self->n_alternates++];
  *added = (RsAlternate){ .source = -1 };
  return added;
}

int
rs_dataset_builder_add_source (RsDatasetBuilder *self,
                               const char *id,
                               const char *title,
                               const char *publisher,
                               const char *href)
{
  GPtrArray *sources = self->dataset->sources;
  RsSource *source;

  g_return_val_if_fail (id != NULL, -1);

  if (rs_dataset_builder_find_source (self, id) >= 0 || sources->len >= G_MAXINT)
    return -1;

  source = g_new0 (RsSource, 1);
  source->id = g_strdup (id);
  source->title = g_strdup (title != NULL ? title : "");
  source->publisher = g_strdup (publisher);
  source->href = g_strdup (href);
  g_ptr_array_add (sources, source);
  g_hash_table_insert (self->source_index, source->id, GUINT_TO_POINTER (sources->len));
  return (int) sources->len - 1;
}

int
rs_dataset_builder_find_source (const RsDatasetBuilder *self, const char *id)
{
  g_return_val_if_fail (id != NULL, -1);

  return GPOINTER_TO_INT (g_hash_table_lookup (self->source_index, id)) - 1;
}

RsTarget *
rs_dataset_builder_add_target (RsDatasetBuilder *self)
{
  GArray *targets = self->dataset->targets;
  RsTarget target = { .source = -1 };

  g_array_append_val (targets, target);
  return &g_array_index (targets, RsTarget, targets->len - 1);
}

RsBreak *
rs_dataset_builder_add_break (RsDatasetBuilder *self)
{
  GArray *breaks = self->dataset->breaks;
  RsBreak entry = { .region = -1, .source = -1 };

  g_array_append_val (breaks, entry);
  return &g_array_index (breaks, RsBreak, breaks->len - 1);
}

RsDataset *
rs_dataset_builder_finish (RsDatasetBuilder *self, RsDiagnostics *diagnostics, GError **error)
{
  g_autoptr (RsDataset) dataset = NULL;

  g_return_val_if_fail (self->has_cells, NULL);

  dataset = g_steal_pointer (&self->dataset);
  g_hash_table_remove_all (self->source_index);
  self->dataset = rs_dataset_new ();
  self->n_categories = 0;
  self->has_cells = FALSE;

  if (!rs_dataset_check_and_complete (dataset, diagnostics, error))
    return NULL;
  rs_dataset_seal (dataset);
  return g_steal_pointer (&dataset);
}
