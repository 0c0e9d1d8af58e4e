/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which charts one call of `renshe-cli export` makes. */
#define G_LOG_DOMAIN "renshe-cli"

#include "config.h"

#include "cli/export-plan.h"

#include <glib/gi18n-lib.h>

#include "cli/export-views.h"

static void
item_free (gpointer data)
{
  RsExportItem *item = data;

  rs_view_free (item->view);
  rs_selection_clear (&item->selection);
  g_free (item);
}

void
rs_export_plan_free (RsExportPlan *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->dataset, rs_dataset_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_free (self);
}

/* What the command line says about every view. */
static void
override_view (RsView *view, const RsExportRequest *request)
{
  if (request->kind != RS_CHART_AUTO)
    view->kind = request->kind;
  if (request->scope != RS_SCOPE_AUTO)
    {
      /* The scope says which regions are compared, in place of those that the view names. */
      g_clear_pointer (&view->regions, g_strfreev);
      view->scope = request->scope;
    }
  if (request->from != NULL || request->to != NULL)
    {
      g_free (view->from);
      g_free (view->to);
      view->from = g_strdup (request->from);
      view->to = g_strdup (request->to);
      view->last_n = 0;
    }
  /* A single region is the selection; several are lines in one chart. A view that states its own
   * keeps them, as in the window: its title speaks of them. */
  if (!request->each_region && request->regions != NULL && request->regions[1] != NULL &&
      view->regions == NULL)
    view->regions = g_strdupv (request->regions);
}

/* Ids of all categories of @dimension. (transfer full) */
static GPtrArray *
list_ids (const RsDimension *dimension, char **wanted)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; wanted != NULL && wanted[i] != NULL; i++)
    g_ptr_array_add (ids, g_strdup (wanted[i]));
  for (guint i = 0; wanted == NULL && dimension != NULL && i < dimension->n_categories; i++)
    g_ptr_array_add (ids, g_strdup (dimension->categories[i].id));
  /* A dataset without that dimension has one combination of it. */
  if (ids->len == 0)
    g_ptr_array_add (ids, NULL);
  return ids;
}

static int
year_of (const char *period_id)
{
  RsPeriod period;

  return period_id != NULL && rs_period_parse (period_id, &period) ? period.year : 0;
}

/* The years to walk; { 0 } where they are not walked. */
static GArray *
list_years (const RsDataset *dataset, const RsExportRequest *request)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (int));
  const int none = 0;
  int from = year_of (request->from), to = year_of (request->to);
  guint n = 0;
  const int *all = rs_dataset_get_years (dataset, &n);

  for (guint i = 0; request->each_year && i < n; i++)
    if ((from == 0 || all[i] >= from) && (to == 0 || all[i] <= to))
      g_array_append_val (years, all[i]);
  if (years->len == 0)
    g_array_append_val (years, none);
  return years;
}

/* "2010–2012, 2015": (transfer full). */
static char *
describe_years (const int *years, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n;)
    {
      guint last = i;

      while (last + 1 < n && years[last + 1] == years[last] + 1)
        last++;
      g_string_append_printf (text, "%s%d", i > 0 ? ", " : "", years[i]);
      if (last > i)
        g_string_append_printf (text, "–%d", years[last]);
      i = last + 1;
    }
  return g_string_free (text, FALSE);
}

/* A year that the dataset lacks would quietly be replaced by another. */
static gboolean
check_year (const RsDataset *dataset, int year, GError **error)
{
  guint n = 0;
  const int *years = rs_dataset_get_years (dataset, &n);
  g_autofree char *list = NULL;

  if (year == 0 || n == 0)
    return TRUE;
  for (guint i = 0; i < n; i++)
    if (years[i] == year)
      return TRUE;
  list = describe_years (years, n);
  g_set_error (error, RS_QUERY_ERROR, RS_QUERY_ERROR_UNKNOWN_CATEGORY,
               /* Translators: a year, then a list such as "2010–2012, 2015". */
               _ ("The dataset has no year %d; it has %s."), year, list);
  return FALSE;
}

/* Before anything is written: a mistake in the last of many would leave the others behind. */
static gboolean
check_ids (const RsDataset *dataset, RsRole role, char **ids, GError **error)
{
  int index = rs_dataset_get_role (dataset, role);
  const RsDimension *dimension =
    index >= 0 ? rs_dataset_get_dimension (dataset, (guint) index) : NULL;

  for (guint i = 0; ids != NULL && dimension != NULL && ids[i] != NULL; i++)
    if (rs_dimension_find (dimension, ids[i]) < 0)
      {
        g_set_error (error, RS_QUERY_ERROR, RS_QUERY_ERROR_UNKNOWN_CATEGORY,
                     /* Translators: id of a dimension, id of a category. */
                     _ ("The dimension “%s” has no category “%s”."), dimension->id, ids[i]);
        return FALSE;
      }
  return TRUE;
}

static void
add_item (RsExportPlan *plan,
          const RsView *view,
          const RsExportRequest *request,
          const char *indicator,
          const char *region,
          int year)
{
  RsExportItem *item = g_new0 (RsExportItem, 1);

  item->view = rs_view_copy (view);
  rs_selection_init_default (&item->selection, plan->dataset);
  if (indicator != NULL)
    {
      g_strfreev (item->view->indicators);
      item->view->indicators = g_strdupv ((char *[]){ (char *) indicator, NULL });
      /* What was said of all its measures together does not fit one of them. */
      rs_text_clear (&item->view->title);
      rs_text_clear (&item->view->subtitle);
      g_clear_pointer (&item->view->headline, g_free);
      g_clear_pointer (&item->view->goals, g_strfreev);
    }
  if (region != NULL)
    {
      g_free (item->selection.region);
      item->selection.region = g_strdup (region);
    }
  else if (request->regions != NULL)
    {
      g_free (item->selection.region);
      item->selection.region = g_strdup (request->regions[0]);
    }
  if (year != 0)
    item->selection.year = year;
  else if (request->year != 0)
    item->selection.year = request->year;
  g_ptr_array_add (plan->items, item);
}

static gboolean
add_combinations (RsExportPlan *plan,
                  const RsView *view,
                  const RsExportRequest *request,
                  GArray *years,
                  GError **error)
{
  g_autoptr (GPtrArray) indicators = NULL;
  g_autoptr (GPtrArray) regions = NULL;
  gboolean own_regions = view->regions != NULL;
  /* One picture of a view that states its own year or regions, not the same for each. */
  guint n_years = view->year != 0 ? 1 : years->len;

  indicators = request->each_indicator
                 ? list_ids (rs_dataset_get_metric (plan->dataset), view->indicators)
                 : list_ids (NULL, NULL);
  regions = request->each_region && !own_regions
              ? list_ids (rs_dataset_get_geo (plan->dataset), request->regions)
              : list_ids (NULL, NULL);
  if ((guint64) indicators->len * regions->len * n_years + plan->items->len > RS_EXPORT_MAX_CHARTS)
    {
      g_set_error (error, RS_QUERY_ERROR, RS_QUERY_ERROR_UNSUITABLE,
                   _ ("These are more than %d charts; choose fewer indicators, regions or years."),
                   RS_EXPORT_MAX_CHARTS);
      return FALSE;
    }
  for (guint i = 0; i < indicators->len; i++)
    for (guint r = 0; r < regions->len; r++)
      for (guint y = 0; y < n_years; y++)
        add_item (plan, view, request, g_ptr_array_index (indicators, i),
                  g_ptr_array_index (regions, r), g_array_index (years, int, y));
  return TRUE;
}

RsExportPlan *
rs_export_plan_new (RsCatalog *catalog, const RsExportRequest *request, GError **error)
{
  g_autoptr (RsExportPlan) plan = g_new0 (RsExportPlan, 1);
  g_autoptr (RsBoard) board = NULL;
  g_autoptr (GPtrArray) views = NULL;
  g_autoptr (GArray) years = NULL;
  RsDataset *dataset;

  plan->items = g_ptr_array_new_with_free_func (item_free);
  if (request->board != NULL)
    {
      board = rs_export_load_board (request->board, error);
      if (board == NULL)
        return NULL;
    }
  dataset = request->dataset != NULL ? rs_export_find_dataset (catalog, request->dataset, error)
                                     : rs_export_guess_dataset (catalog, request, board);
  if (dataset == NULL)
    return NULL;
  plan->dataset = rs_dataset_ref (dataset);
  if (!check_year (dataset, request->year, error) ||
      !check_ids (dataset, RS_ROLE_METRIC, request->indicators, error) ||
      !check_ids (dataset, RS_ROLE_GEO, request->regions, error))
    return NULL;
  views = rs_export_collect_views (request, dataset, board, error);
  if (views == NULL)
    return NULL;
  years = list_years (dataset, request);
  for (guint i = 0; i < views->len; i++)
    {
      RsView *view = g_ptr_array_index (views, i);

      override_view (view, request);
      if (!add_combinations (plan, view, request, years, error))
        return NULL;
    }
  if (plan->items->len == 0)
    {
      g_set_error_literal (error, RS_QUERY_ERROR, RS_QUERY_ERROR_UNSUITABLE,
                           _ ("The board has no views."));
      return NULL;
    }
  plan->many =
    plan->items->len > 1 || request->each_indicator || request->each_region || request->each_year;
  plan->by_year = request->each_year;
  return g_steal_pointer (&plan);
}
