/* SPDX-License-Identifier: GPL-3.0-or-later
 * The one choice of region and year that all pages share. */
#define G_LOG_DOMAIN "renshe-query"

#include "config.h"

#include "query/view.h"

#include "query/query-private.h"

void
rs_selection_clear (RsSelection *self)
{
  g_clear_pointer (&self->region, g_free);
  self->year = 0;
}

void
rs_selection_copy (RsSelection *to, const RsSelection *from)
{
  char *region = g_strdup (from->region);

  g_free (to->region);
  to->region = region;
  to->year = from->year;
}

gboolean
rs_selection_equal (const RsSelection *a, const RsSelection *b)
{
  return g_strcmp0 (a->region, b->region) == 0 && a->year == b->year;
}

/* How many figures each region and each (region, year) has. */
typedef struct
{
  int geo_index;
  int time_index;
  guint *positions;
  guint64 *figures; /* by region */
  int *last_year;   /* by region; 0: none */
} Census;

static gboolean
count_cell (const RsDataset *dataset, guint64 cell, gpointer user_data)
{
  Census *census = user_data;
  RsObservation observation = rs_dataset_get_observation (dataset, cell);
  guint region = 0;

  if (!rs_query_is_figure (&observation))
    return TRUE;
  rs_dataset_get_positions (dataset, cell, census->positions);
  if (census->geo_index >= 0)
    region = census->positions[census->geo_index];
  census->figures[region]++;
  if (census->time_index >= 0)
    {
      const RsDimension *time = rs_dataset_get_time (dataset);
      RsPeriod period = time->categories[census->positions[census->time_index]].period;

      if (period.type != RS_PERIOD_NONE)
        census->last_year[region] = MAX (census->last_year[region], period.year);
    }
  return TRUE;
}

static guint
find_most_figures (const RsDimension *geo, const guint64 *figures, gboolean below_root)
{
  guint best = 0;
  guint64 most = 0;

  for (guint i = 0; i < geo->n_categories; i++)
    if (figures[i] > most && (!below_root || geo->categories[i].n_parents > 0))
      {
        best = i;
        most = figures[i];
      }
  return best;
}

/* The root of the tree if it has figures of its own; else the first region that has some; else the
 * first. */
static guint
find_first_region (const RsDimension *geo, const guint64 *figures)
{
  for (guint i = 0; i < geo->n_categories; i++)
    if (geo->categories[i].n_parents == 0 && geo->categories[i].n_children > 0 && figures[i] > 0)
      return i;
  for (guint i = 0; i < geo->n_categories; i++)
    if (figures[i] > 0)
      return i;
  return 0;
}

static guint
choose_region (const RsDataset *dataset, const RsDimension *geo, const guint64 *figures)
{
  const char *wanted = rs_dataset_get_selection_region (dataset);
  int stated = wanted != NULL ? rs_dimension_find (geo, wanted) : -1;

  if (stated >= 0)
    return (guint) stated;
  if (rs_dataset_get_board (dataset) != NULL)
    {
      guint best = find_most_figures (geo, figures, TRUE);

      if (figures[best] > 0)
        return best;
    }
  return find_first_region (geo, figures);
}

static gboolean
has_year (const RsDataset *dataset, int year)
{
  guint n = 0;
  const int *years = rs_dataset_get_years (dataset, &n);

  for (guint i = 0; i < n; i++)
    if (years[i] == year)
      return TRUE;
  return FALSE;
}

static int
choose_year (const RsDataset *dataset, int last_with_figure)
{
  guint n = 0;
  const int *years = rs_dataset_get_years (dataset, &n);
  int stated = rs_dataset_get_selection_year (dataset);

  if (stated != 0 && has_year (dataset, stated))
    return stated;
  if (last_with_figure != 0)
    return last_with_figure;
  return n > 0 ? years[n - 1] : 0;
}

void
rs_selection_init_default (RsSelection *self, const RsDataset *dataset)
{
  const RsDimension *geo = rs_dataset_get_geo (dataset);
  guint n_regions = geo != NULL ? MAX (geo->n_categories, 1) : 1;
  g_autofree guint *positions = g_new0 (guint, rs_dataset_get_n_dimensions (dataset) + 1);
  g_autofree guint64 *figures = g_new0 (guint64, n_regions);
  g_autofree int *last_year = g_new0 (int, n_regions);
  Census census = {
    .geo_index = rs_dataset_get_role (dataset, RS_ROLE_GEO),
    .time_index = rs_dataset_get_role (dataset, RS_ROLE_TIME),
    .positions = positions,
    .figures = figures,
    .last_year = last_year,
  };
  guint region = 0;

  self->region = NULL;
  self->year = 0;
  rs_dataset_foreach (dataset, count_cell, &census);
  if (geo != NULL && geo->n_categories > 0)
    {
      region = choose_region (dataset, geo, figures);
      self->region = g_strdup (geo->categories[region].id);
    }
  self->year = choose_year (dataset, last_year[region]);
}

void
rs_selection_adapt (RsSelection *self, const RsDataset *dataset)
{
  const RsDimension *geo = rs_dataset_get_geo (dataset);
  gboolean keep_region = FALSE;
  gboolean keep_year = self->year != 0 && has_year (dataset, self->year);
  RsSelection fallback = { 0 };

  if (geo == NULL)
    {
      g_clear_pointer (&self->region, g_free);
      keep_region = TRUE;
    }
  else
    keep_region = self->region != NULL && rs_dimension_find (geo, self->region) >= 0;
  if (keep_region && keep_year)
    return;
  rs_selection_init_default (&fallback, dataset);
  if (!keep_region)
    {
      g_free (self->region);
      self->region = g_steal_pointer (&fallback.region);
    }
  if (!keep_year)
    self->year = fallback.year;
  rs_selection_clear (&fallback);
}
