/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which charts one call of `renshe-cli export` makes. */
#define G_LOG_DOMAIN "renshe-cli"

#include "config.h"

#include "cli/export-plan.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "dataset/json-get.h"

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

/* Whether a word of the command line means a file and not an id. */
static gboolean
is_file_name (const char *word)
{
  return strchr (word, G_DIR_SEPARATOR) != NULL || g_str_has_suffix (word, ".json") ||
         g_file_test (word, G_FILE_TEST_EXISTS);
}

static RsDataset *
find_dataset (RsCatalog *catalog, const char *id, GError **error)
{
  for (guint i = 0; i < rs_catalog_get_n_datasets (catalog); i++)
    {
      RsDataset *dataset = rs_catalog_get_dataset (catalog, i);

      if (g_str_equal (rs_dataset_get_id (dataset), id) ||
          g_str_equal (rs_dataset_get_path (dataset), id))
        return dataset;
    }
  g_set_error (error, RS_QUERY_ERROR, RS_QUERY_ERROR_UNKNOWN_DIMENSION,
               _ ("“%s” has no dataset “%s”."), rs_catalog_get_name (catalog), id);
  return NULL;
}

static gboolean
has_indicators (const RsDataset *dataset, char **indicators)
{
  const RsDimension *metric = rs_dataset_get_metric (dataset);

  for (guint i = 0; indicators[i] != NULL; i++)
    if (metric == NULL || rs_dimension_find (metric, indicators[i]) < 0)
      return FALSE;
  return TRUE;
}

static const RsView *
find_view (const RsBoard *board, const char *id)
{
  for (guint i = 0; i < board->views->len; i++)
    {
      const RsView *view = g_ptr_array_index (board->views, i);

      if (view->id != NULL && g_str_equal (view->id, id))
        return view;
    }
  return NULL;
}

/* The dataset that is meant where none is named: the one that has what is asked for, else the
 * first. */
static RsDataset *
guess_dataset (RsCatalog *catalog, const RsExportRequest *request, const RsBoard *board)
{
  if (board != NULL && board->dataset != NULL)
    {
      RsDataset *dataset = find_dataset (catalog, board->dataset, NULL);

      if (dataset != NULL)
        return dataset;
    }
  for (guint i = 0; board == NULL && i < rs_catalog_get_n_datasets (catalog); i++)
    {
      RsDataset *dataset = rs_catalog_get_dataset (catalog, i);

      if (request->indicators != NULL && has_indicators (dataset, request->indicators))
        return dataset;
      if (request->view != NULL && !is_file_name (request->view))
        {
          g_autoptr (RsBoard) own = rs_board_for_dataset (dataset);

          if (find_view (own, request->view) != NULL)
            return dataset;
        }
    }
  return rs_catalog_get_dataset (catalog, 0);
}

static RsBoard *
load_board (const char *word, GError **error)
{
  g_autoptr (GFile) file = NULL;

  if (!is_file_name (word))
    return rs_board_load_embedded (word, error);
  file = g_file_new_for_commandline_arg (word);
  return rs_board_load (file, NULL, error);
}

static RsView *
load_view_file (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, &local_error);
  g_autoptr (JsonNode) node = NULL;

  if (bytes == NULL)
    {
      g_set_error (error, RS_QUERY_ERROR, RS_QUERY_ERROR_SYNTAX, _ ("“%s” cannot be read: %s."),
                   name, local_error->message);
      return NULL;
    }
  node = rs_json_parse (name, bytes, error);
  if (node == NULL)
    return NULL;
  return rs_view_from_json (node, name, "", error);
}

/* The views that are asked for, before they are multiplied. */
static GPtrArray *
collect_views (const RsExportRequest *request,
               const RsDataset *dataset,
               const RsBoard *asked_board,
               GError **error)
{
  g_autoptr (GPtrArray) views =
    g_ptr_array_new_with_free_func ((GDestroyNotify) (gpointer) rs_view_free);
  g_autoptr (RsBoard) own_board = NULL;
  const RsBoard *board = asked_board;

  if (request->view != NULL && asked_board == NULL && is_file_name (request->view))
    {
      RsView *view = load_view_file (request->view, error);

      if (view == NULL)
        return NULL;
      g_ptr_array_add (views, view);
      return g_steal_pointer (&views);
    }
  if (board == NULL && (request->indicators != NULL || request->each_indicator ||
                        (request->view == NULL && rs_dataset_get_metric (dataset) == NULL)))
    {
      RsView *view = rs_view_new ();

      view->indicators = g_strdupv (request->indicators);
      g_ptr_array_add (views, view);
      return g_steal_pointer (&views);
    }
  if (board == NULL)
    board = own_board = rs_board_for_dataset (dataset);
  if (request->view != NULL)
    {
      const RsView *view = find_view (board, request->view);

      if (view == NULL)
        {
          g_set_error (error, RS_QUERY_ERROR, RS_QUERY_ERROR_UNKNOWN_CATEGORY,
                       _ ("The board “%s” has no view “%s”."), board->id != NULL ? board->id : "",
                       request->view);
          return NULL;
        }
      g_ptr_array_add (views, rs_view_copy (view));
      return g_steal_pointer (&views);
    }
  for (guint i = 0; i < board->views->len; i++)
    g_ptr_array_add (views, rs_view_copy (g_ptr_array_index (board->views, i)));
  return g_steal_pointer (&views);
}

/* What the command line says about every view. */
static void
override_view (RsView *view, const RsExportRequest *request)
{
  if (request->kind != RS_CHART_AUTO)
    view->kind = request->kind;
  if (request->from != NULL || request->to != NULL)
    {
      g_free (view->from);
      g_free (view->to);
      view->from = g_strdup (request->from);
      view->to = g_strdup (request->to);
      view->last_n = 0;
    }
  if (request->year != 0)
    view->year = 0;
  if (request->regions != NULL)
    {
      gboolean several = request->regions[1] != NULL;

      /* A single region is the selection; several are lines in one chart. */
      g_strfreev (view->regions);
      view->regions = several ? g_strdupv (request->regions) : NULL;
    }
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
      g_clear_pointer (&item->view->regions, g_strfreev);
      g_free (item->selection.region);
      item->selection.region = g_strdup (region);
    }
  else if (request->regions != NULL)
    {
      g_free (item->selection.region);
      item->selection.region = g_strdup (request->regions[0]);
    }
  if (year != 0)
    {
      item->view->year = 0;
      item->selection.year = year;
    }
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

  indicators = request->each_indicator
                 ? list_ids (rs_dataset_get_metric (plan->dataset), view->indicators)
                 : list_ids (NULL, NULL);
  regions = request->each_region ? list_ids (rs_dataset_get_geo (plan->dataset), request->regions)
                                 : list_ids (NULL, NULL);
  if ((guint64) indicators->len * regions->len * years->len + plan->items->len >
      RS_EXPORT_MAX_CHARTS)
    {
      g_set_error (error, RS_QUERY_ERROR, RS_QUERY_ERROR_UNSUITABLE,
                   _ ("These are more than %d charts; choose fewer indicators, regions or years."),
                   RS_EXPORT_MAX_CHARTS);
      return FALSE;
    }
  for (guint i = 0; i < indicators->len; i++)
    for (guint r = 0; r < regions->len; r++)
      for (guint y = 0; y < years->len; y++)
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
      board = load_board (request->board, error);
      if (board == NULL)
        return NULL;
    }
  dataset = request->dataset != NULL ? find_dataset (catalog, request->dataset, error)
                                     : guess_dataset (catalog, request, board);
  if (dataset == NULL)
    return NULL;
  plan->dataset = rs_dataset_ref (dataset);
  if (!check_year (dataset, request->year, error))
    return NULL;
  views = collect_views (request, dataset, board, error);
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
