/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a cell of a dataset holds. */
#define G_LOG_DOMAIN "renshe-dataset"

#include "config.h"

#include "dataset/dataset-private.h"

#include <math.h>

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
