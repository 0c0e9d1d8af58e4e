/* SPDX-License-Identifier: GPL-3.0-or-later
 * The regions that a view shows without naming them: the selected one, its peers, its children. */
#define G_LOG_DOMAIN "renshe-query"

#include "config.h"

#include "query/frame-private.h"

/* A tree that is deeper than this is a loop. */
#define MAX_DEPTH 64

static guint
get_depth (const RsDimension *geo, guint region)
{
  guint depth = 0;

  for (int at = rs_dimension_get_parent (geo, region); at >= 0 && depth < MAX_DEPTH;
       at = rs_dimension_get_parent (geo, (guint) at))
    depth++;
  return depth;
}

static guint
get_root (const RsDimension *geo, guint region)
{
  guint root = region;

  for (guint depth = 0; depth < MAX_DEPTH; depth++)
    {
      int parent = rs_dimension_get_parent (geo, root);

      if (parent < 0)
        break;
      root = (guint) parent;
    }
  return root;
}

/* A level of which no region has a figure, such as groups of districts, is stepped over. */
static gboolean
is_known (const RsFrame *self, const guint *regions, guint n)
{
  for (guint i = 0; i < n; i++)
    if (rs_dataset_region_has_figures (self->dataset, regions[i]))
      return TRUE;
  return FALSE;
}

static void
take_children (RsFrame *self, const RsDimension *geo, guint parent)
{
  g_autoptr (GArray) level = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree gboolean *taken = NULL;
  const RsCategory *category = &geo->categories[parent];

  g_array_append_vals (level, category->children, category->n_children);
  for (guint depth = 0; depth < MAX_DEPTH; depth++)
    {
      g_autoptr (GArray) below = g_array_new (FALSE, FALSE, sizeof (guint));

      if (is_known (self, (const guint *) (gpointer) level->data, level->len))
        break;
      for (guint i = 0; i < level->len; i++)
        {
          const RsCategory *region = &geo->categories[g_array_index (level, guint, i)];

          g_array_append_vals (below, region->children, region->n_children);
        }
      /* Nobody is known at any level: the children themselves say so. Loops end here as well. */
      if (below->len == 0 || below->len > geo->n_categories)
        {
          g_array_set_size (level, 0);
          g_array_append_vals (level, category->children, category->n_children);
          break;
        }
      g_array_set_size (level, 0);
      g_array_append_vals (level, below->data, below->len);
    }
  /* A child of two parents stands once. */
  taken = g_new0 (gboolean, geo->n_categories + 1);
  for (guint i = 0; i < level->len; i++)
    {
      guint region = g_array_index (level, guint, i);

      if (!taken[region])
        self->regions[self->n_regions++] = region;
      taken[region] = TRUE;
    }
}

/* Of a root: its children. Where nothing is nested all regions are peers. */
static void
take_peers (RsFrame *self, const RsDimension *geo, guint selected)
{
  guint depth = get_depth (geo, selected);
  guint root = get_root (geo, selected);

  if (depth == 0 && geo->categories[selected].n_children > 0)
    {
      take_children (self, geo, selected);
      return;
    }
  for (guint i = 0; i < geo->n_categories; i++)
    if (get_depth (geo, i) == depth && (depth == 0 || get_root (geo, i) == root))
      self->regions[self->n_regions++] = i;
}

gboolean
rs_frame_compares_regions (const RsFrame *self)
{
  /* Several measures are compared in one place, one measure in several places. */
  if (self->n_indicators != 1)
    return FALSE;
  switch (self->view->kind)
    {
    case RS_CHART_RANKED:
    case RS_CHART_TILES:
    case RS_CHART_HEAT:
    case RS_CHART_MULTIPLES:
    case RS_CHART_SLOPE:
    case RS_CHART_DUMBBELL:
      return TRUE;
    case RS_CHART_AUTO:
    case RS_CHART_COLUMNS:
    case RS_CHART_LINES:
    case RS_CHART_BARS:
    case RS_CHART_YEARS:
    case RS_CHART_FIGURES:
    case RS_CHART_STACKED:
    case RS_CHART_AREAS:
    case RS_CHART_DOTS:
    case RS_CHART_BULLET:
    case RS_CHART_SPARKLINE:
      return FALSE;
    }
  return FALSE;
}

static RsScope
get_scope (const RsFrame *self)
{
  if (self->view->scope != RS_SCOPE_AUTO)
    return self->view->scope;
  return rs_frame_compares_regions (self) ? RS_SCOPE_PEERS : RS_SCOPE_SELECTED;
}

void
rs_frame_resolve_scope (RsFrame *self, guint selected)
{
  const RsDimension *geo = rs_dataset_get_geo (self->dataset);

  self->regions = g_new0 (guint, geo->n_categories + 1);
  self->n_regions = 0;
  self->scoped = TRUE;
  switch (get_scope (self))
    {
    case RS_SCOPE_PEERS:
      take_peers (self, geo, selected);
      break;
    case RS_SCOPE_CHILDREN:
      take_children (self, geo, selected);
      break;
    case RS_SCOPE_AUTO:
    case RS_SCOPE_SELECTED:
      break;
    }
  if (self->n_regions == 0)
    {
      self->regions[0] = selected;
      self->n_regions = 1;
    }
}

static int
year_of (const char *date)
{
  RsPeriod period = { 0 };

  return date != NULL && rs_period_parse (date, &period) ? period.year : 0;
}

static gboolean
existed (const RsCategory *region, int year)
{
  int to = year_of (region->validity.to);

  return year_of (region->validity.from) <= year && (to == 0 || to >= year);
}

/* A district that was founded later or abolished before is not "without a figure" in the year. In
 * charts of many years it stays where it has figures at all. */
void
rs_frame_drop_regions (RsFrame *self)
{
  const RsDimension *geo = rs_dataset_get_geo (self->dataset);
  guint n = 0;

  if (geo == NULL || !self->scoped || self->year == 0 || self->n_regions < 2)
    return;
  for (guint i = 0; i < self->n_regions; i++)
    {
      guint region = self->regions[i];

      if (region == self->home || existed (&geo->categories[region], self->year) ||
          (!rs_chart_kind_shows_one_period (self->kind) &&
           rs_dataset_region_has_figures (self->dataset, region)))
        self->regions[n++] = region;
    }
  self->n_regions = n;
}
