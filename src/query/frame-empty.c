/* SPDX-License-Identifier: GPL-3.0-or-later
 * Why there is nothing to draw, in a sentence that helps. */
#define G_LOG_DOMAIN "renshe-query"

#include "config.h"

#include <stdlib.h>

#include <string.h>

#include "query/frame-private.h"

/* More stretches of years than this are told by their ends. */
#define MAX_RANGES 4

/* Indicators named in a sentence. */
#define MAX_NAMES 3

const char *
rs_query_get_comma (RsLanguage language)
{
  /* Translators: between the entries of a list in a sentence. */
  return rs_trc (language, "list", ", ");
}

const char *
rs_query_get_semicolon (RsLanguage language)
{
  /* Translators: between the entries of a list whose entries hold commas. */
  return rs_trc (language, "list", "; ");
}

char *
rs_query_join (RsLanguage language, GPtrArray *texts, const char *separator, guint max)
{
  GString *joined = g_string_new (NULL);
  guint shown = max == 0 || texts->len <= max ? texts->len : max;
  g_autofree char *head = NULL;

  for (guint i = 0; i < shown; i++)
    {
      if (i > 0)
        g_string_append (joined, separator);
      g_string_append (joined, g_ptr_array_index (texts, i));
    }
  head = g_string_free (joined, FALSE);
  if (shown == texts->len)
    return g_steal_pointer (&head);
  /* Translators: a list of names, then how many more there are. */
  return g_strdup_printf (
    rs_trn (language, "%s and %u other", "%s and %u others", texts->len - shown), head,
    texts->len - shown);
}

char *
rs_query_join_periods (RsLanguage language, const char *from, const char *to)
{
  const char *year = "年";
  gsize length = strlen (from);

  switch (language)
    {
    case RS_LANGUAGE_EN:
      return g_strdup_printf ("%s–%s", from, to);
    case RS_LANGUAGE_ZH_CN:
      if (g_str_has_suffix (from, year) && g_str_has_suffix (to, year))
        length -= strlen (year);
      return g_strdup_printf ("%.*s—%s", (int) length, from, to);
    }
  g_return_val_if_reached (g_strdup (""));
}

static int
compare_years (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* Years of the dataset (not only of the window) for which the view has a figure. (transfer full) */
static GArray *
find_years_with_figures (const RsFrame *self)
{
  const RsDimension *time = rs_dataset_get_time (self->dataset);
  GArray *years = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint p = 0; time != NULL && p < time->n_categories; p++)
    {
      int year = time->categories[p].period.year;
      gboolean found = time->categories[p].period.type == RS_PERIOD_NONE;

      for (guint i = 0; i < years->len && !found; i++)
        found = g_array_index (years, int, i) == year;
      for (guint s = 0; s < self->series->len && !found; s++)
        {
          const RsSeries *series = rs_frame_peek_series (self, s);
          RsObservation observation = rs_dataset_get_observation (
            self->dataset, rs_frame_get_cell (self, series->indicator, series->region, p));

          if (rs_query_is_figure (&observation))
            {
              g_array_append_val (years, year);
              found = TRUE;
            }
        }
    }
  g_array_sort (years, compare_years);
  return years;
}

/* "2012–2015, 2019": (transfer full). */
static char *
describe_years (RsLanguage language, const GArray *years)
{
  g_autoptr (GPtrArray) ranges = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < years->len;)
    {
      int first = g_array_index (years, int, i);
      int last = first;
      g_autofree char *from = NULL;
      g_autofree char *to = NULL;

      for (i++; i < years->len && g_array_index (years, int, i) == last + 1; i++)
        last++;
      from = g_strdup_printf ("%d", first);
      to = g_strdup_printf ("%d", last);
      g_ptr_array_add (ranges, first == last ? g_steal_pointer (&from)
                                             : rs_query_join_periods (language, from, to));
    }
  if (ranges->len <= MAX_RANGES)
    return rs_query_join (language, ranges, rs_query_get_comma (language), 0);
  /* Translators: how many years, the first and the last of them; some between are missing. */
  return g_strdup_printf (rs_tr (language, "%u years between %d and %d"), years->len,
                          g_array_index (years, int, 0),
                          g_array_index (years, int, years->len - 1));
}

typedef struct
{
  const RsFrame *frame;
  int geo_index;
  int metric_index;
  gboolean *known; /* by indicator */
} Inventory;

static gboolean
note_cell (const RsDataset *dataset, guint64 cell, gpointer user_data)
{
  Inventory *inventory = user_data;
  RsObservation observation = rs_dataset_get_observation (dataset, cell);
  guint positions[RS_DATASET_MAX_DIMENSIONS];

  if (!rs_query_is_figure (&observation))
    return TRUE;
  rs_dataset_get_positions (dataset, cell, positions);
  if (positions[inventory->geo_index] == inventory->frame->regions[0])
    inventory->known[positions[inventory->metric_index]] = TRUE;
  return TRUE;
}

/* Names of what is known of the region: (transfer full) (nullable). */
static char *
describe_known (const RsFrame *self)
{
  const RsDimension *metric = rs_dataset_get_metric (self->dataset);
  g_autofree gboolean *known = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  Inventory inventory = { .frame = self };

  inventory.geo_index = rs_dataset_get_role (self->dataset, RS_ROLE_GEO);
  inventory.metric_index = rs_dataset_get_role (self->dataset, RS_ROLE_METRIC);
  if (inventory.geo_index < 0 || inventory.metric_index < 0)
    return NULL;
  known = g_new0 (gboolean, metric->n_categories + 1);
  inventory.known = known;
  rs_dataset_foreach (self->dataset, note_cell, &inventory);
  for (guint i = 0; i < metric->n_categories; i++)
    if (known[i])
      g_ptr_array_add (
        names, (gpointer) rs_query_get_category_label (&metric->categories[i], self->language));
  return names->len > 0 ? rs_query_join (self->language, names,
                                         rs_query_get_semicolon (self->language), MAX_NAMES)
                        : NULL;
}

static int
year_of (const char *date)
{
  RsPeriod period = { 0 };

  return date != NULL && rs_period_parse (date, &period) ? period.year : 0;
}

/* (transfer full) */
static char *
describe_date (const char *date, RsLanguage language)
{
  RsPeriod period = { 0 };

  return rs_period_parse (date, &period) ? rs_period_to_label (period, language) : g_strdup (date);
}

/* A title of the view's own need not be the name of anything; where it stands for several
 * indicators, a sentence speaks of "this view". */
static gboolean
is_nameless (const RsFrame *self)
{
  return self->n_indicators > 1 && *rs_text_get (&self->view->title, self->language) != '\0';
}

/* What there is no figure for. */
static const char *
name_subject (const RsFrame *self)
{
  return self->n_indicators == 1
           ? rs_query_get_indicator_label (self->dataset, self->indicators[0], self->language)
           : self->title;
}

/* The regions by name, where they are few. (transfer full) */
static char *
name_regions (const RsFrame *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (self->n_regions < 2 || self->n_regions > MAX_NAMES)
    return g_strdup (self->region_label);
  for (guint i = 0; i < self->n_regions; i++)
    g_ptr_array_add (names, (gpointer) rs_frame_name_region (self, self->regions[i]));
  return rs_query_join (self->language, names, rs_query_get_comma (self->language), 0);
}

/* A region that did not exist in the year: (transfer full) (nullable). */
static char *
explain_validity (const RsFrame *self)
{
  const RsDimension *geo = rs_dataset_get_geo (self->dataset);
  const RsCategory *region = NULL;
  g_autofree char *date = NULL;

  if (geo == NULL || self->n_regions != 1 || self->year == 0 ||
      self->regions[0] >= geo->n_categories)
    return NULL;
  region = &geo->categories[self->regions[0]];
  if (year_of (region->validity.from) > self->year)
    {
      date = describe_date (region->validity.from, self->language);
      /* Translators: a region, a date, the chosen year, the indicators. */
      return g_strdup_printf (
        rs_tr (self->language, "%s exists since %s, so there is no figure for %d (%s)."),
        self->region_label, date, self->year, name_subject (self));
    }
  if (region->validity.to != NULL && year_of (region->validity.to) != 0 &&
      year_of (region->validity.to) < self->year)
    {
      date = describe_date (region->validity.to, self->language);
      /* Translators: a region, a date, the chosen year, the indicators. */
      return g_strdup_printf (
        rs_tr (self->language, "%s existed until %s, so there is no figure for %d (%s)."),
        self->region_label, date, self->year, name_subject (self));
    }
  return NULL;
}

/* The same of a view that has no name to use in a sentence. (transfer full) */
static char *
explain_never_in_view (const RsFrame *self, const char *regions, const char *known)
{
  if (known != NULL)
    /* Translators: a region, the chosen year, and a list of other indicators. */
    return g_strdup_printf (
      rs_tr (self->language,
             "No figure in this view for %s, in %d or any other year. Known of this region: %s."),
      regions, self->year, known);
  if (self->year != 0)
    /* Translators: a region or several, the chosen year. */
    return g_strdup_printf (
      rs_tr (self->language, "No figure in this view for %s, in %d or any other year."), regions,
      self->year);
  /* Translators: a region or several. */
  return g_strdup_printf (rs_tr (self->language, "No figure in this view for %s."), regions);
}

/* The region has none of the indicators in any year. */
static char *
explain_never (const RsFrame *self)
{
  const char *subject = name_subject (self);
  g_autofree char *regions = name_regions (self);
  g_autofree char *known = NULL;

  if (self->n_indicators == 0)
    /* Translators: title of a view that names no indicator: a programme of work without figures. */
    return g_strdup_printf (rs_tr (self->language, "No published figure is at hand for “%s”."),
                            self->title);
  if (rs_dataset_get_geo (self->dataset) == NULL && is_nameless (self))
    return g_strdup (rs_tr (self->language, "There is no figure in this view."));
  if (rs_dataset_get_geo (self->dataset) == NULL)
    /* Translators: the indicators. */
    return g_strdup_printf (rs_tr (self->language, "There is no figure for %s."), subject);
  if (self->n_regions == 1 && self->year != 0)
    known = describe_known (self);
  if (is_nameless (self))
    return explain_never_in_view (self, regions, known);
  if (known != NULL)
    /* Translators: the indicators, a region, the chosen year, and a list of other indicators. */
    return g_strdup_printf (
      rs_tr (self->language,
             "No figure for %s in %s, for %d or any other year. Known of this region: %s."),
      subject, regions, self->year, known);
  if (self->year != 0 && self->n_regions != 1)
    /* Translators: the indicators, several regions, the chosen year. */
    return g_strdup_printf (
      rs_tr (self->language, "No figure for %s in %s, for %d or any other year."), subject, regions,
      self->year);
  if (self->year != 0)
    /* Translators: the indicators, a region, the chosen year. */
    return g_strdup_printf (
      rs_tr (
        self->language,
        "No figure for %s in %s, for %d or any other year. Nothing is known of this region here."),
      subject, regions, self->year);
  /* Translators: the indicators, a region. */
  return g_strdup_printf (rs_tr (self->language, "No figure for %s in %s."), subject, regions);
}

/* A single series whose publisher says why there is no number. */
static char *
explain_stated (const RsFrame *self)
{
  const RsSeries *series = NULL;
  const RsObservation *observation = NULL;
  g_autoptr (GPtrArray) where = NULL;
  g_autofree char *year = NULL;
  g_autofree char *subject = NULL;

  if (self->series->len != 1)
    return NULL;
  series = rs_frame_peek_series (self, 0);
  if (series->selected < 0)
    return NULL;
  observation = &series->points[series->selected].observation;
  if (observation->reason == RS_REASON_MISSING || observation->reason == RS_REASON_NONE)
    return NULL;
  where = g_ptr_array_new ();
  g_ptr_array_add (where, (gpointer) name_subject (self));
  if (self->region_label[0] != '\0')
    g_ptr_array_add (where, self->region_label);
  if (self->year != 0)
    {
      year = g_strdup_printf ("%d", self->year);
      g_ptr_array_add (where, year);
    }
  subject = rs_query_join (self->language, where, rs_query_get_comma (self->language), 0);
  /* Translators: what (an indicator, a region, a year), and a full sentence that says why there is
   * no number. */
  return g_strdup_printf (rs_trc (self->language, "reason", "%s: %s"), subject,
                          rs_reason_describe (observation->reason, self->language));
}

/* There are figures, but not for the chosen year. (transfer full) */
static char *
explain_other_years (const RsFrame *self, const char *ranges)
{
  gboolean has_regions = rs_dataset_get_geo (self->dataset) != NULL;
  g_autofree char *regions = name_regions (self);

  if (is_nameless (self) && has_regions)
    /* Translators: a region or several, the chosen year, and years such as "2012–2015, 2019". */
    return g_strdup_printf (
      rs_tr (self->language, "No figure in this view for %s in %d. Figures exist for %s."), regions,
      self->year, ranges);
  if (is_nameless (self))
    /* Translators: the chosen year, and years such as "2012–2015, 2019". */
    return g_strdup_printf (
      rs_tr (self->language, "No figure in this view for %d. Figures exist for %s."), self->year,
      ranges);
  if (has_regions)
    /* Translators: the indicators, a region, the chosen year, and years such as "2012–2015, 2019".
     */
    return g_strdup_printf (
      rs_tr (self->language, "No figure for %s in %s for %d. Figures exist for %s."),
      name_subject (self), regions, self->year, ranges);
  /* Translators: the indicators, the chosen year, and years such as "2012–2015, 2019". */
  return g_strdup_printf (rs_tr (self->language, "No figure for %s for %d. Figures exist for %s."),
                          name_subject (self), self->year, ranges);
}

static gboolean
has_anything_in_year (const RsFrame *self)
{
  for (guint i = 0; i < self->series->len; i++)
    {
      const RsSeries *series = rs_frame_peek_series (self, i);

      if (series->selected >= 0 &&
          (rs_query_is_figure (&series->points[series->selected].observation) ||
           series->points[series->selected].target != NULL))
        return TRUE;
    }
  return self->goals->len > 0;
}

/* Years that a target is known for, where no figure is: "2019, 2026". (transfer full) (nullable) */
static char *
describe_target_years (const RsFrame *self)
{
  const RsDimension *time = rs_dataset_get_time (self->dataset);
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint t = 0; time != NULL && t < rs_dataset_get_n_targets (self->dataset); t++)
    {
      const RsTarget *target = rs_dataset_get_target (self->dataset, t);
      int year = time->categories[target->period].period.year;
      gboolean shown = FALSE;

      for (guint s = 0; s < self->series->len && !shown; s++)
        shown = rs_frame_peek_series (self, s)->indicator == target->indicator &&
                rs_frame_peek_series (self, s)->region == target->region;
      for (guint i = 0; i < years->len && shown; i++)
        shown = g_array_index (years, int, i) != year;
      if (shown)
        g_array_append_val (years, year);
    }
  if (years->len == 0)
    return NULL;
  g_array_sort (years, compare_years);
  return describe_years (self->language, years);
}

/* What is known is said, though it is no figure. (transfer full) */
static char *
add_targets (const RsFrame *self, char *reason)
{
  g_autofree char *head = reason;
  g_autofree char *years = describe_target_years (self);

  if (years == NULL)
    return g_steal_pointer (&head);
  /* Translators: a sentence that says that there is no figure, and the years that a target is known
   * for. */
  return g_strdup_printf (rs_trc (self->language, "reason", "%s Targets are known for %s."), head,
                          years);
}

void
rs_frame_explain_emptiness (RsFrame *self)
{
  g_autoptr (GArray) years = NULL;
  g_autofree char *ranges = NULL;

  if (has_anything_in_year (self))
    return;
  self->empty_reason = explain_stated (self);
  if (self->empty_reason == NULL)
    self->empty_reason = explain_validity (self);
  if (self->empty_reason != NULL)
    return;
  years = find_years_with_figures (self);
  if (years->len == 0 || self->year == 0)
    {
      self->empty_reason = add_targets (self, explain_never (self));
      return;
    }
  ranges = describe_years (self->language, years);
  self->empty_reason = explain_other_years (self, ranges);
}
