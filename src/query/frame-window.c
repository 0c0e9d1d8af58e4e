/* SPDX-License-Identifier: GPL-3.0-or-later
 * From ids to positions: which indicators, regions and periods a view asks for. */
#define G_LOG_DOMAIN "renshe-query"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "query/frame-private.h"

/* Ids under which publishers file the total of a dimension. */
static const char *const total_names[] = {
  "total", "_t", "t", "all", "tot", "sum", "合计", "总计", "全部",
};

static gboolean
refuse_dimension (const RsFrame *self, const char *id, GError **error)
{
  g_set_error (error, RS_QUERY_ERROR, RS_QUERY_ERROR_UNKNOWN_DIMENSION,
               /* Translators: name of a dataset, id of a dimension. */
               _ ("“%s” has no dimension “%s” that a view can choose from."),
               rs_text_get (rs_dataset_get_label (self->dataset), self->language), id);
  return FALSE;
}

static gboolean
refuse_category (const RsFrame *self, const RsDimension *dimension, const char *id, GError **error)
{
  g_set_error (error, RS_QUERY_ERROR, RS_QUERY_ERROR_UNKNOWN_CATEGORY,
               /* Translators: id of a dimension, name of a dataset, id of a category. */
               _ ("The dimension “%s” of “%s” has no category “%s”."), dimension->id,
               rs_text_get (rs_dataset_get_label (self->dataset), self->language), id);
  return FALSE;
}

/* An id named twice is drawn once. */
static void
append_once (GArray *positions, guint position)
{
  for (guint i = 0; i < positions->len; i++)
    if (g_array_index (positions, guint, i) == position)
      return;
  g_array_append_val (positions, position);
}

static gboolean
resolve_ids (const RsFrame *self,
             const RsDimension *dimension,
             char **ids,
             guint **out_positions,
             guint *out_n,
             GError **error)
{
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; ids[i] != NULL; i++)
    {
      int position = rs_dimension_find (dimension, ids[i]);

      if (position < 0)
        return refuse_category (self, dimension, ids[i], error);
      append_once (positions, (guint) position);
    }
  *out_n = positions->len;
  *out_positions = (guint *) (gpointer) g_array_free (g_steal_pointer (&positions), FALSE);
  return TRUE;
}

static gboolean
resolve_indicators (RsFrame *self, GError **error)
{
  const RsDimension *metric = rs_dataset_get_metric (self->dataset);
  char **ids = self->view->indicators;

  if (metric == NULL)
    {
      if (ids != NULL && ids[0] != NULL)
        return refuse_dimension (self, "metric", error);
      self->indicators = g_new0 (guint, 1);
      self->n_indicators = 1;
      return TRUE;
    }
  if (ids != NULL)
    return resolve_ids (self, metric, ids, &self->indicators, &self->n_indicators, error);
  self->n_indicators = metric->n_categories;
  self->indicators = g_new (guint, self->n_indicators + 1);
  for (guint i = 0; i < self->n_indicators; i++)
    self->indicators[i] = i;
  return TRUE;
}

static guint
find_home (const RsFrame *self, const RsSelection *selection)
{
  const RsDimension *geo = rs_dataset_get_geo (self->dataset);
  int position =
    geo != NULL && selection->region != NULL ? rs_dimension_find (geo, selection->region) : -1;

  for (guint i = 0; i < self->n_regions; i++)
    if (position >= 0 && self->regions[i] == (guint) position)
      return self->regions[i];
  /* Of a whole whose parts are shown, and of many regions set against each other, none stands for
   * the selected one: the first of them is only the first. */
  if (self->scoped || (self->n_regions > 1 &&
                       (rs_frame_compares_regions (self) || self->view->kind == RS_CHART_BULLET)))
    return G_MAXUINT;
  return self->n_regions > 0 ? self->regions[0] : 0;
}

static gboolean
resolve_regions (RsFrame *self, const RsSelection *selection, GError **error)
{
  const RsDimension *geo = rs_dataset_get_geo (self->dataset);
  char **ids = self->view->regions;
  int position = -1;

  if (geo == NULL)
    {
      if (ids != NULL && ids[0] != NULL)
        return refuse_dimension (self, "geo", error);
      self->regions = g_new0 (guint, 1);
      self->n_regions = 1;
      return TRUE;
    }
  if (ids != NULL && ids[0] != NULL)
    return resolve_ids (self, geo, ids, &self->regions, &self->n_regions, error);
  if (selection->region != NULL)
    {
      position = rs_dimension_find (geo, selection->region);
      if (position < 0)
        return refuse_category (self, geo, selection->region, error);
    }
  rs_frame_resolve_scope (self, (guint) MAX (position, 0));
  return TRUE;
}

static gboolean
is_total (const char *text)
{
  g_autofree char *folded = NULL;

  if (text == NULL)
    return FALSE;
  folded = g_utf8_strdown (text, -1);
  for (guint i = 0; i < G_N_ELEMENTS (total_names); i++)
    if (g_strcmp0 (folded, total_names[i]) == 0)
      return TRUE;
  return FALSE;
}

static guint
find_total (const RsDimension *dimension)
{
  for (guint i = 0; i < dimension->n_categories; i++)
    if (dimension->categories[i].n_children > 0 && dimension->categories[i].n_parents == 0)
      return i;
  for (guint i = 0; i < dimension->n_categories; i++)
    if (is_total (dimension->categories[i].id) ||
        is_total (dimension->categories[i].label.original))
      return i;
  return 0;
}

static gboolean
resolve_fixed (RsFrame *self, GError **error)
{
  guint n = rs_dataset_get_n_dimensions (self->dataset);
  int time = rs_dataset_get_role (self->dataset, RS_ROLE_TIME);
  int geo = rs_dataset_get_role (self->dataset, RS_ROLE_GEO);
  int metric = rs_dataset_get_role (self->dataset, RS_ROLE_METRIC);
  GHashTable *fixed = self->view->fixed;
  GHashTableIter iter;
  gpointer key = NULL;
  gpointer value = NULL;

  self->fixed = g_new0 (guint, n + 1);
  for (guint i = 0; i < n; i++)
    if ((int) i != time && (int) i != geo && (int) i != metric)
      self->fixed[i] = find_total (rs_dataset_get_dimension (self->dataset, i));
  if (fixed == NULL)
    return TRUE;
  g_hash_table_iter_init (&iter, fixed);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      int dimension = rs_dataset_find_dimension (self->dataset, key);
      int category = -1;

      if (dimension < 0 || dimension == time || dimension == geo || dimension == metric)
        return refuse_dimension (self, key, error);
      category =
        rs_dimension_find (rs_dataset_get_dimension (self->dataset, (guint) dimension), value);
      if (category < 0)
        return refuse_category (self, rs_dataset_get_dimension (self->dataset, (guint) dimension),
                                value, error);
      self->fixed[dimension] = (guint) category;
    }
  return TRUE;
}

gboolean
rs_frame_resolve (RsFrame *self, const RsSelection *selection, GError **error)
{
  RsSelection fallback = { 0 };
  gboolean ok = FALSE;
  guint n_years = 0;

  if (selection == NULL ||
      (selection->region == NULL && rs_dataset_get_geo (self->dataset) != NULL))
    {
      rs_selection_init_default (&fallback, self->dataset);
      if (selection != NULL && selection->year != 0)
        fallback.year = selection->year;
      selection = &fallback;
    }
  rs_dataset_get_years (self->dataset, &n_years);
  if (n_years > 0)
    self->year = self->view->year != 0 ? self->view->year : selection->year;
  ok = resolve_indicators (self, error) && resolve_regions (self, selection, error) &&
       resolve_fixed (self, error);
  if (ok)
    self->home = find_home (self, selection);
  rs_selection_clear (&fallback);
  return ok;
}

guint64
rs_frame_get_cell (const RsFrame *self, guint indicator, guint region, guint position)
{
  guint positions[RS_DATASET_MAX_DIMENSIONS];
  int time = rs_dataset_get_role (self->dataset, RS_ROLE_TIME);
  int geo = rs_dataset_get_role (self->dataset, RS_ROLE_GEO);
  int metric = rs_dataset_get_role (self->dataset, RS_ROLE_METRIC);

  for (guint i = 0; i < rs_dataset_get_n_dimensions (self->dataset); i++)
    positions[i] = self->fixed[i];
  if (metric >= 0)
    positions[metric] = indicator;
  if (geo >= 0)
    positions[geo] = region;
  if (time >= 0)
    positions[time] = position;
  return rs_dataset_get_cell (self->dataset, positions);
}

gboolean
rs_frame_has_something (const RsFrame *self, guint indicator, guint region, guint position)
{
  RsObservation observation = rs_dataset_get_observation (
    self->dataset, rs_frame_get_cell (self, indicator, region, position));

  return rs_query_is_figure (&observation) ||
         (self->view->show_targets &&
          rs_dataset_find_target (self->dataset, indicator, region, position) != NULL);
}

/* From here on: ranks, which count the time positions in their order. */

static guint
position_at (const RsDimension *time, guint rank)
{
  return time->chronological != NULL ? time->chronological[rank] : rank;
}

static RsPeriod
period_at (const RsDimension *time, guint rank)
{
  return time->categories[position_at (time, rank)].period;
}

/* Moves *@first and *@last inwards to the ranks at which anything is known of what the view shows;
 * FALSE, and both left alone, where nothing is known between them. */
static gboolean
trim_to_extent (const RsFrame *self, const RsDimension *time, guint *first, guint *last)
{
  guint begin = *first;
  guint n = *last + 1;
  guint found_first = n;
  guint found_last = begin;

  for (guint i = 0; i < self->n_indicators; i++)
    for (guint r = 0; r < self->n_regions && i * self->n_regions + r < RS_FRAME_MAX_SERIES; r++)
      {
        guint rank = begin;

        while (rank < found_first &&
               !rs_frame_has_something (self, self->indicators[i], self->regions[r],
                                        position_at (time, rank)))
          rank++;
        if (rank == n)
          continue;
        found_first = MIN (found_first, rank);
        for (rank = n; rank > found_last + 1; rank--)
          if (rs_frame_has_something (self, self->indicators[i], self->regions[r],
                                      position_at (time, rank - 1)))
            {
              found_last = rank - 1;
              break;
            }
        found_last = MAX (found_last, found_first);
      }
  if (found_first == n)
    return FALSE;
  *first = found_first;
  *last = found_last;
  return TRUE;
}

/* The rank that `from` (first) or `to` (last) names: a category, or a year or other period around
 * them. */
static gboolean
find_end (const RsFrame *self,
          const RsDimension *time,
          const char *text,
          gboolean is_from,
          guint *out_rank,
          GError **error)
{
  int position = rs_dimension_find (time, text);
  RsPeriod period = { 0 };
  double start = 0;
  double end = 0;

  if (position >= 0)
    {
      for (guint rank = 0; rank < time->n_categories; rank++)
        if (position_at (time, rank) == (guint) position)
          *out_rank = rank;
      return TRUE;
    }
  if (!rs_period_parse (text, &period))
    return refuse_category (self, time, text, error);
  start = rs_period_start (period);
  end = start + rs_period_length (period);
  /* A from after all periods, or a to before all, makes the window empty. */
  *out_rank = is_from ? time->n_categories : G_MAXUINT;
  for (guint rank = 0; rank < time->n_categories; rank++)
    {
      RsPeriod candidate = period_at (time, rank);

      if (candidate.type == RS_PERIOD_NONE)
        continue;
      if (is_from && rs_period_start (candidate) >= start - 1e-9)
        {
          *out_rank = rank;
          break;
        }
      if (!is_from && rs_period_start (candidate) < end - 1e-9)
        *out_rank = rank;
    }
  return TRUE;
}

/* The window of @n periods by the calendar that ends at @last, moved back to hold the chosen year.
 */
static void
apply_last_n (const RsFrame *self, const RsDimension *time, guint n, guint *first, guint *last)
{
  RsPeriod end = period_at (time, *last);
  RsPeriod start = { 0 };

  if (end.type == RS_PERIOD_NONE)
    {
      *first = *last + 1 > n ? *last + 1 - n : 0;
      return;
    }
  start = rs_period_add (end, 1 - (int) n);
  if (self->year != 0 && self->year < start.year)
    {
      RsPeriod year = { RS_PERIOD_YEAR, self->year, 1 };

      start = year;
      if (end.type != RS_PERIOD_YEAR)
        start = (RsPeriod){ end.type, self->year, 1 };
      end = rs_period_add (start, (int) n - 1);
    }
  *first = time->n_categories;
  *last = 0;
  for (guint rank = 0; rank < time->n_categories; rank++)
    {
      RsPeriod period = period_at (time, rank);

      if (period.type == RS_PERIOD_NONE ||
          rs_period_start (period) < rs_period_start (start) - 1e-9 ||
          rs_period_start (period) > rs_period_start (end) + 1e-9)
        continue;
      *first = MIN (*first, rank);
      *last = MAX (*last, rank);
    }
}

/* One line a year: a year is drawn whole or not at all. */
static void
round_to_years (const RsDimension *time, guint *first, guint *last)
{
  int first_year = period_at (time, *first).year;
  int last_year = period_at (time, *last).year;

  while (*first > 0 && period_at (time, *first - 1).year == first_year)
    (*first)--;
  while (*last + 1 < time->n_categories && period_at (time, *last + 1).year == last_year)
    (*last)++;
}

/* Where the view states its ends, a choice outside moves to the nearer one: the picture shows no
 * other years. */
static void
move_year_into_window (RsFrame *self, const RsDimension *time, guint first, guint last)
{
  int from = period_at (time, first).year;
  int to = period_at (time, last).year;

  if (self->year == 0 || self->view->year != 0 || from == 0 || to == 0)
    return;
  if (self->view->from != NULL && self->year < from)
    self->year = from;
  if (self->view->to != NULL && self->year > to)
    self->year = to;
}

static void
take_window (RsFrame *self, const RsDimension *time, guint first, guint last)
{
  if (last - first + 1 > RS_FRAME_MAX_POINTS)
    {
      first = last + 1 - RS_FRAME_MAX_POINTS;
      self->window_cut = TRUE;
    }
  self->n_window = last - first + 1;
  self->window = g_new (guint, self->n_window);
  for (guint i = 0; i < self->n_window; i++)
    self->window[i] = position_at (time, first + i);
}

gboolean
rs_frame_find_window (RsFrame *self, GError **error)
{
  const RsDimension *time = rs_dataset_get_time (self->dataset);
  const RsView *view = self->view;
  guint first = 0;
  guint last = 0;

  if (time == NULL)
    {
      self->window = g_new0 (guint, 1);
      self->n_window = 1;
      return TRUE;
    }
  if (time->n_categories == 0)
    return TRUE;
  last = time->n_categories - 1;
  trim_to_extent (self, time, &first, &last);
  if (view->to != NULL && !find_end (self, time, view->to, FALSE, &last, error))
    return FALSE;
  if (view->from != NULL && !find_end (self, time, view->from, TRUE, &first, error))
    return FALSE;
  if (view->from == NULL && view->last_n > 0 && last < time->n_categories)
    apply_last_n (self, time, view->last_n, &first, &last);
  /* The ends meet nothing, or all figures lie outside: an empty window. */
  if (last >= time->n_categories || first > last)
    return TRUE;
  move_year_into_window (self, time, first, last);
  /* The axis begins and ends where something is drawn, as the subtitle says. */
  trim_to_extent (self, time, &first, &last);
  if (self->kind == RS_CHART_YEARS)
    round_to_years (time, &first, &last);
  take_window (self, time, first, last);
  return TRUE;
}
