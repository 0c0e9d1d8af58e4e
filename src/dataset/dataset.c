/* SPDX-License-Identifier: GPL-3.0-or-later
 * The cube: dimensions, values, statuses, passports, targets. */
#define G_LOG_DOMAIN "renshe-dataset"

#include "config.h"

#include "dataset/dataset.h"
#include "dataset/dataset-private.h"

static void
dataset_clear (gpointer data)
{
  RsDataset *self = data;

  g_free (self->path);
  g_free (self->id);
  g_free (self->updated);
  g_free (self->board);
  g_free (self->selection_region);
  g_free (self->release);
  rs_text_clear (&self->label);
  rs_text_clear (&self->source_text);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->dimensions);
  g_free (self->strides);
  g_free (self->time_rank);
  g_array_unref (self->years);
  g_free (self->dense);
  g_clear_pointer (&self->sparse, g_array_unref);
  g_array_unref (self->texts);
  g_array_unref (self->statuses);
  g_hash_table_unref (self->passport_index);
  g_ptr_array_unref (self->passports);
  g_hash_table_unref (self->pool);
  g_ptr_array_unref (self->sources);
  g_array_unref (self->targets);
  g_free (self->target_order);
  g_array_unref (self->breaks);
  g_free (self->region_bits);
}

static void
cell_passport_free (gpointer data)
{
  RsCellPassport *self = data;

  rs_passport_clear (&self->passport);
  g_free (self);
}

RsDataset *
rs_dataset_new (void)
{
  RsDataset *self = g_atomic_rc_box_new0 (RsDataset);

  self->path = g_strdup ("");
  self->id = g_strdup ("");
  self->release = g_strdup ("");
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->dimensions = g_ptr_array_new_with_free_func ((GDestroyNotify) rs_dimension_free);
  self->years = g_array_new (FALSE, FALSE, sizeof (int));
  self->texts = g_array_new (FALSE, FALSE, sizeof (RsCellText));
  self->statuses = g_array_new (FALSE, FALSE, sizeof (RsCellText));
  self->pool = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->passports = g_ptr_array_new_with_free_func (cell_passport_free);
  self->passport_index = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) rs_source_free);
  self->targets = g_array_new (FALSE, TRUE, sizeof (RsTarget));
  g_array_set_clear_func (self->targets, (GDestroyNotify) rs_target_clear);
  self->breaks = g_array_new (FALSE, TRUE, sizeof (RsBreak));
  g_array_set_clear_func (self->breaks, (GDestroyNotify) rs_break_clear);
  for (int role = RS_ROLE_NONE; role <= RS_ROLE_METRIC; role++)
    self->role_index[role] = -1;
  return self;
}

RsDataset *
rs_dataset_ref (RsDataset *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
rs_dataset_unref (RsDataset *self)
{
  g_atomic_rc_box_release_full (self, dataset_clear);
}

const char *
rs_dataset_get_path (const RsDataset *self)
{
  return self->path;
}

const char *
rs_dataset_get_id (const RsDataset *self)
{
  return self->id;
}

const RsText *
rs_dataset_get_label (const RsDataset *self)
{
  return &self->label;
}

const RsText *
rs_dataset_get_source_text (const RsDataset *self)
{
  return &self->source_text;
}

const char *
rs_dataset_get_updated (const RsDataset *self)
{
  return self->updated;
}

const char *const *
rs_dataset_get_notes (const RsDataset *self)
{
  return self->notes->len == 0 ? NULL : (const char *const *) self->notes->pdata;
}

const char *
rs_dataset_get_board (const RsDataset *self)
{
  return self->board;
}

const char *
rs_dataset_get_selection_region (const RsDataset *self)
{
  return self->selection_region;
}

int
rs_dataset_get_selection_year (const RsDataset *self)
{
  return self->selection_year;
}

const char *
rs_dataset_get_release (const RsDataset *self)
{
  return self->release;
}

guint
rs_dataset_get_n_dimensions (const RsDataset *self)
{
  return self->dimensions->len;
}

/* Without the check of the public getters, for positions that are known to be right. */
static const RsDimension *
dimension_at (const RsDataset *self, guint i)
{
  return g_ptr_array_index (self->dimensions, i);
}

static const RsTarget *
target_at (const RsDataset *self, guint i)
{
  return &g_array_index (self->targets, RsTarget, i);
}

static const RsBreak *
break_at (const RsDataset *self, guint i)
{
  return &g_array_index (self->breaks, RsBreak, i);
}

const RsDimension *
rs_dataset_get_dimension (const RsDataset *self, guint i)
{
  g_return_val_if_fail (i < self->dimensions->len, NULL);

  return dimension_at (self, i);
}

int
rs_dataset_get_role (const RsDataset *self, RsRole role)
{
  return self->role_index[role];
}

int
rs_dataset_find_dimension (const RsDataset *self, const char *id)
{
  for (guint i = 0; i < self->dimensions->len; i++)
    if (g_strcmp0 (dimension_at (self, i)->id, id) == 0)
      return (int) i;
  return -1;
}

static const RsDimension *
get_dimension_of_role (const RsDataset *self, RsRole role)
{
  int i = self->role_index[role];

  return i < 0 ? NULL : dimension_at (self, (guint) i);
}

const RsDimension *
rs_dataset_get_time (const RsDataset *self)
{
  return get_dimension_of_role (self, RS_ROLE_TIME);
}

const RsDimension *
rs_dataset_get_geo (const RsDataset *self)
{
  return get_dimension_of_role (self, RS_ROLE_GEO);
}

const RsDimension *
rs_dataset_get_metric (const RsDataset *self)
{
  return get_dimension_of_role (self, RS_ROLE_METRIC);
}

guint64
rs_dataset_get_n_cells (const RsDataset *self)
{
  return self->n_cells;
}

guint64
rs_dataset_get_cell (const RsDataset *self, const guint *positions)
{
  guint64 cell = 0;

  for (guint i = 0; i < self->dimensions->len; i++)
    {
      g_return_val_if_fail (positions[i] < dimension_at (self, i)->n_categories, 0);
      cell += positions[i] * self->strides[i];
    }
  return cell;
}

void
rs_dataset_get_positions (const RsDataset *self, guint64 cell, guint *out_positions)
{
  g_return_if_fail (cell < self->n_cells);

  for (guint i = 0; i < self->dimensions->len; i++)
    {
      out_positions[i] = (guint) (cell / self->strides[i]);
      cell %= self->strides[i];
    }
}

guint
rs_dataset_get_n_sources (const RsDataset *self)
{
  return self->sources->len;
}

const RsSource *
rs_dataset_get_source (const RsDataset *self, guint i)
{
  g_return_val_if_fail (i < self->sources->len, NULL);

  return g_ptr_array_index (self->sources, i);
}

guint
rs_dataset_get_n_targets (const RsDataset *self)
{
  return self->targets->len;
}

const RsTarget *
rs_dataset_get_target (const RsDataset *self, guint i)
{
  g_return_val_if_fail (i < self->targets->len, NULL);

  return target_at (self, i);
}

const RsTarget *
rs_dataset_find_target (const RsDataset *self, guint indicator, guint region, guint period)
{
  guint low = 0;
  guint high = self->targets->len;
  const RsTarget *found;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const RsTarget *at = target_at (self, self->target_order[middle]);

      if (rs_target_compare_place (at, indicator, region, period) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == self->targets->len)
    return NULL;
  found = target_at (self, self->target_order[low]);
  return rs_target_compare_place (found, indicator, region, period) == 0 ? found : NULL;
}

guint
rs_dataset_get_n_breaks (const RsDataset *self)
{
  return self->breaks->len;
}

const RsBreak *
rs_dataset_get_break (const RsDataset *self, guint i)
{
  g_return_val_if_fail (i < self->breaks->len, NULL);

  return break_at (self, i);
}

const RsBreak *
rs_dataset_find_break (const RsDataset *self, guint indicator, guint region, guint from, guint to)
{
  const RsDimension *time = rs_dataset_get_time (self);

  if (time == NULL)
    return NULL;
  g_return_val_if_fail (from < time->n_categories && to < time->n_categories, NULL);

  for (guint i = 0; i < self->breaks->len; i++)
    {
      const RsBreak *at = break_at (self, i);

      if (at->indicator == indicator && (at->region < 0 || (guint) at->region == region) &&
          self->time_rank[at->before] >= self->time_rank[from] &&
          self->time_rank[at->after] <= self->time_rank[to])
        return at;
    }
  return NULL;
}

gboolean
rs_dataset_region_has_figures (const RsDataset *self, guint region)
{
  const RsDimension *geo = rs_dataset_get_geo (self);

  g_return_val_if_fail (geo != NULL && region < geo->n_categories, FALSE);

  return (self->region_bits[region / 8] & (1u << (region % 8))) != 0;
}

const int *
rs_dataset_get_years (const RsDataset *self, guint *out_n)
{
  *out_n = self->years->len;
  return (const int *) (const void *) self->years->data;
}
