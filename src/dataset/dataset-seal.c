/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a dataset works out once, when it is complete. */
#define G_LOG_DOMAIN "renshe-dataset"

#include "config.h"

#include "dataset/dataset-private.h"

#include <math.h>
#include <string.h>

#define COMPARE(a, b) ((a) < (b) ? -1 : (a) > (b) ? 1 : 0)

static int
compare_cells (gconstpointer a, gconstpointer b)
{
  const guint64 *left = a;
  const guint64 *right = b;

  return COMPARE (*left, *right);
}

static int
compare_passports (gconstpointer a, gconstpointer b)
{
  const RsCellPassport *left = *(const RsCellPassport *const *) a;
  const RsCellPassport *right = *(const RsCellPassport *const *) b;

  return COMPARE (left->cell, right->cell);
}

/* Orders structs that begin with their cell, and keeps the last of those that name the same one.
 * Files are mostly in order already. */
static void
sort_cells (GArray *entries, gsize size)
{
  gboolean ascending = TRUE;
  guint n_kept = 0;

  for (guint i = 1; i < entries->len && ascending; i++)
    ascending = compare_cells (entries->data + (i - 1) * size, entries->data + i * size) < 0;
  if (ascending)
    return;

  /* g_array_sort() is stable. */
  g_array_sort (entries, compare_cells);
  for (guint i = 0; i < entries->len; i++)
    {
      char *at = entries->data + i * size;

      if (i + 1 < entries->len && compare_cells (at, at + size) == 0)
        continue;
      memmove (entries->data + n_kept * size, at, size);
      n_kept++;
    }
  g_array_set_size (entries, n_kept);
}

static int
compare_targets (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const RsDataset *self = user_data;
  guint left = *(const guint *) a;
  guint right = *(const guint *) b;
  const RsTarget *target = &g_array_index (self->targets, RsTarget, right);
  int order = rs_target_compare_place (&g_array_index (self->targets, RsTarget, left),
                                       target->indicator, target->region, target->period);

  return order != 0 ? order : COMPARE (left, right);
}

static void
order_targets (RsDataset *self)
{
  self->target_order = g_new (guint, MAX (self->targets->len, 1));
  for (guint i = 0; i < self->targets->len; i++)
    self->target_order[i] = i;
  g_qsort_with_data (self->target_order, (int) self->targets->len, sizeof (guint), compare_targets,
                     self);
}

static void
mark_region (RsDataset *self, guint region)
{
  self->region_bits[region / 8] |= (guint8) (1u << (region % 8));
}

/* Each region's cells are blocks of @stride cells, @stride times @n_regions apart: they are read in
 * order, and no further than the first number. */
static void
mark_regions_with_dense_values (RsDataset *self, guint n_regions, guint64 stride)
{
  for (guint64 outer = 0; outer < self->n_cells; outer += n_regions * stride)
    for (guint region = 0; region < n_regions; region++)
      {
        const double *block = self->dense + outer + region * stride;

        if ((self->region_bits[region / 8] & (1u << (region % 8))) != 0)
          continue;
        for (guint64 i = 0; i < stride; i++)
          if (!isnan (block[i]))
            {
              mark_region (self, region);
              break;
            }
      }
}

static void
mark_regions (RsDataset *self)
{
  int index = self->role_index[RS_ROLE_GEO];
  const RsDimension *geo;
  guint n_regions;
  guint64 stride;

  if (index < 0)
    return;
  geo = g_ptr_array_index (self->dimensions, index);
  n_regions = geo->n_categories;
  stride = self->strides[index];
  self->region_bits = g_new0 (guint8, n_regions / 8 + 1);

  if (self->dense != NULL && self->n_cells > 0)
    mark_regions_with_dense_values (self, n_regions, stride);
  for (guint i = 0; self->sparse != NULL && i < self->sparse->len; i++)
    mark_region (self,
                 (guint) (g_array_index (self->sparse, RsCellValue, i).cell / stride % n_regions));
  for (guint i = 0; i < self->passports->len; i++)
    {
      const RsCellPassport *entry = g_ptr_array_index (self->passports, i);

      if (entry->passport.has_bound)
        mark_region (self, (guint) (entry->cell / stride % n_regions));
    }
  for (guint i = 0; i < self->targets->len; i++)
    mark_region (self, g_array_index (self->targets, RsTarget, i).region);
}

static int
compare_years (gconstpointer a, gconstpointer b)
{
  return COMPARE (*(const int *) a, *(const int *) b);
}

static void
collect_time (RsDataset *self)
{
  const RsDimension *time = rs_dataset_get_time (self);
  guint n_kept = 0;

  if (time == NULL)
    return;

  self->time_rank = g_new0 (guint, MAX (time->n_categories, 1));
  for (guint i = 0; i < time->n_categories; i++)
    {
      const RsPeriod *period = &time->categories[i].period;

      self->time_rank[time->chronological[i]] = i;
      if (period->type != RS_PERIOD_NONE)
        g_array_append_val (self->years, period->year);
    }

  g_array_sort (self->years, compare_years);
  for (guint i = 0; i < self->years->len; i++)
    {
      int year = g_array_index (self->years, int, i);

      if (n_kept == 0 || g_array_index (self->years, int, n_kept - 1) != year)
        g_array_index (self->years, int, n_kept++) = year;
    }
  g_array_set_size (self->years, n_kept);
}

void
rs_dataset_seal (RsDataset *self)
{
  if (self->sparse != NULL)
    sort_cells (self->sparse, sizeof (RsCellValue));
  sort_cells (self->texts, sizeof (RsCellText));
  sort_cells (self->statuses, sizeof (RsCellText));
  g_ptr_array_sort (self->passports, compare_passports);
  if (self->notes->len > 0)
    g_ptr_array_add (self->notes, NULL);

  collect_time (self);
  order_targets (self);
  mark_regions (self);
}
