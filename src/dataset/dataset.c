/* SPDX-License-Identifier: GPL-3.0-or-later
 * The cube: dimensions, values, statuses, passports, targets. */
#define G_LOG_DOMAIN "renshe-dataset"

#include "config.h"

#include "dataset/dataset.h"
#include "dataset/dataset-private.h"

#include <math.h>

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

/* First entry of a sorted array of structs that begin with their cell, at or after @cell. */
static guint
find_at_or_after (const GArray *entries, gsize size, guint64 cell)
{
  guint low = 0;
  guint high = entries->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const guint64 *at = (const guint64 *) (const void *) (entries->data + middle * size);

      if (*at < cell)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static const char *
find_text (const GArray *texts, guint64 cell)
{
  guint i = find_at_or_after (texts, sizeof (RsCellText), cell);

  if (i < texts->len && g_array_index (texts, RsCellText, i).cell == cell)
    return g_array_index (texts, RsCellText, i).text;
  return NULL;
}

double
rs_dataset_get_value (const RsDataset *self, guint64 cell)
{
  guint i;

  g_return_val_if_fail (cell < self->n_cells, (double) NAN);

  if (self->dense != NULL)
    return self->dense[cell];

  i = find_at_or_after (self->sparse, sizeof (RsCellValue), cell);
  if (i < self->sparse->len && g_array_index (self->sparse, RsCellValue, i).cell == cell)
    return g_array_index (self->sparse, RsCellValue, i).value;
  return (double) NAN;
}

/* The publisher's word first: a bound and a text say more than a status. "0n" is Eurostat's way to
 * write a figure that is not zero but rounds to it. */
static RsReason
reason_of_empty_cell (const RsObservation *observation)
{
  if (observation->passport != NULL && observation->passport->has_bound)
    return RS_REASON_BOUND;
  if (observation->text != NULL)
    return RS_REASON_TEXT;
  if ((observation->flags & RS_FLAG_CONFIDENTIAL) != 0)
    return RS_REASON_CONFIDENTIAL;
  if ((observation->flags & RS_FLAG_NOT_APPLICABLE) != 0)
    return RS_REASON_NOT_APPLICABLE;
  if (g_strcmp0 (observation->status, "0n") == 0)
    return RS_REASON_LESS_THAN_HALF;
  return RS_REASON_MISSING;
}

RsObservation
rs_dataset_get_observation (const RsDataset *self, guint64 cell)
{
  RsObservation observation = { .value = (double) NAN, .reason = RS_REASON_MISSING };
  const RsCellPassport *found;

  g_return_val_if_fail (cell < self->n_cells, observation);

  observation.value = rs_dataset_get_value (self, cell);
  observation.text = find_text (self->texts, cell);
  observation.status = find_text (self->statuses, cell);
  if (observation.status == NULL)
    observation.status = self->status_of_all;
  observation.flags = rs_flags_from_status (observation.status);

  found = g_hash_table_lookup (self->passport_index, &cell);
  if (found != NULL)
    {
      observation.passport = &found->passport;
      if (found->passport.kind == RS_KIND_DERIVED)
        observation.flags |= RS_FLAG_DERIVED;
      if (found->passport.approximate)
        observation.flags |= RS_FLAG_APPROXIMATE;
    }

  observation.reason =
    isnan (observation.value) ? reason_of_empty_cell (&observation) : RS_REASON_NONE;
  return observation;
}

/* Places in the four lists of cells, all ascending. */
typedef struct
{
  guint64 value; /* cell in a dense array, entry in a sparse one */
  guint text;
  guint status;
  guint passport;
} Cursor;

/* The lowest cell that any list still holds, or G_MAXUINT64. */
static guint64
get_lowest_cell (const RsDataset *self, Cursor *cursor)
{
  guint64 lowest = G_MAXUINT64;

  if (self->dense != NULL)
    {
      while (cursor->value < self->n_cells && isnan (self->dense[cursor->value]))
        cursor->value++;
      if (cursor->value < self->n_cells)
        lowest = cursor->value;
    }
  else if (cursor->value < self->sparse->len)
    {
      lowest = g_array_index (self->sparse, RsCellValue, cursor->value).cell;
    }
  if (cursor->text < self->texts->len)
    lowest = MIN (lowest, g_array_index (self->texts, RsCellText, cursor->text).cell);
  if (cursor->status < self->statuses->len)
    lowest = MIN (lowest, g_array_index (self->statuses, RsCellText, cursor->status).cell);
  if (cursor->passport < self->passports->len)
    {
      const RsCellPassport *entry = g_ptr_array_index (self->passports, cursor->passport);

      lowest = MIN (lowest, entry->cell);
    }
  return lowest;
}

static void
move_past_cell (const RsDataset *self, Cursor *cursor, guint64 cell)
{
  if (self->dense != NULL)
    {
      if (cursor->value == cell)
        cursor->value++;
    }
  else if (cursor->value < self->sparse->len &&
           g_array_index (self->sparse, RsCellValue, cursor->value).cell == cell)
    {
      cursor->value++;
    }
  if (cursor->text < self->texts->len &&
      g_array_index (self->texts, RsCellText, cursor->text).cell == cell)
    cursor->text++;
  if (cursor->status < self->statuses->len &&
      g_array_index (self->statuses, RsCellText, cursor->status).cell == cell)
    cursor->status++;
  if (cursor->passport < self->passports->len)
    {
      const RsCellPassport *entry = g_ptr_array_index (self->passports, cursor->passport);

      if (entry->cell == cell)
        cursor->passport++;
    }
}

void
rs_dataset_foreach (const RsDataset *self, RsDatasetCellFunc func, gpointer user_data)
{
  Cursor cursor = { 0 };

  for (guint64 cell = get_lowest_cell (self, &cursor); cell != G_MAXUINT64;
       cell = get_lowest_cell (self, &cursor))
    {
      if (!func (self, cell, user_data))
        return;
      move_past_cell (self, &cursor, cell);
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

  return &g_array_index (self->breaks, RsBreak, i);
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
