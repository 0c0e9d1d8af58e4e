/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a frame and its series are called, and the unit of their numbers. */
#define G_LOG_DOMAIN "renshe-query"

#include "config.h"

#include <string.h>

#include "query/frame-private.h"

/* Indicators named in a title that the view leaves open. */
#define MAX_NAMES 3
/* Chinese labels are cut at their common end only down to this many letters. */
#define MIN_KEPT 4

const char *
rs_frame_name_region (const RsFrame *self, guint region)
{
  const RsDimension *geo = rs_dataset_get_geo (self->dataset);

  if (geo == NULL || region >= geo->n_categories)
    return "";
  return rs_query_get_category_label (&geo->categories[region], self->language);
}

char *
rs_frame_count_regions (const RsFrame *self, guint n)
{
  return g_strdup_printf (rs_trn (self->language, "%u region", "%u regions", n), n);
}

static char *
make_region_label (const RsFrame *self)
{
  if (rs_dataset_get_geo (self->dataset) == NULL || self->n_regions == 0)
    return g_strdup ("");
  if (self->n_regions == 1)
    return g_strdup (rs_frame_name_region (self, self->regions[0]));
  return rs_frame_count_regions (self, self->n_regions);
}

static gboolean
has_chosen_figure (const RsFrame *self, guint region)
{
  for (guint s = 0; s < self->series->len; s++)
    {
      const RsSeries *series = rs_frame_peek_series (self, s);

      if (series->region == region && series->selected >= 0 &&
          rs_query_is_figure (&series->points[series->selected].observation))
        return TRUE;
    }
  return FALSE;
}

/* In a picture of one period not every region need have a figure: "29 of 34 regions". (transfer
 * full) */
static char *
make_coverage (const RsFrame *self)
{
  guint known = 0;

  for (guint i = 0; i < self->n_regions; i++)
    known += has_chosen_figure (self, self->regions[i]) ? 1 : 0;
  if (self->n_regions < 2 || rs_dataset_get_geo (self->dataset) == NULL || known == 0 ||
      known == self->n_regions || !rs_chart_kind_shows_one_period (self->kind) ||
      self->earlier.type != RS_PERIOD_NONE)
    return g_strdup (self->region_label);
  /* Translators: how many regions have a figure, and how many the chart compares. */
  return g_strdup_printf (
    rs_trn (self->language, "%u of %u region", "%u of %u regions", self->n_regions), known,
    self->n_regions);
}

/* The group of all indicators, where they share one. */
static const char *
find_common_group (const RsFrame *self)
{
  const char *group = NULL;

  for (guint i = 0; i < self->n_indicators; i++)
    {
      const RsCategory *category = rs_query_get_indicator (self->dataset, self->indicators[i]);
      const char *own = category != NULL ? rs_text_get (&category->group, self->language) : "";

      if (*own == '\0' || (group != NULL && strcmp (group, own) != 0))
        return NULL;
      group = own;
    }
  return group;
}

static char *
make_title (const RsFrame *self)
{
  const char *given = rs_text_get (&self->view->title, self->language);
  g_autoptr (GPtrArray) names = NULL;
  const char *group = NULL;

  if (*given != '\0')
    return g_strdup (given);
  if (self->n_indicators == 1)
    return g_strdup (
      rs_query_get_indicator_label (self->dataset, self->indicators[0], self->language));
  if (self->view->indicators == NULL)
    {
      const char *label = rs_text_get (rs_dataset_get_label (self->dataset), self->language);

      if (*label != '\0')
        return g_strdup (label);
    }
  group = find_common_group (self);
  if (group != NULL)
    return g_strdup (group);
  names = g_ptr_array_new ();
  for (guint i = 0; i < self->n_indicators; i++)
    g_ptr_array_add (names, (gpointer) rs_query_get_indicator_label (
                              self->dataset, self->indicators[i], self->language));
  return rs_query_join (self->language, names, rs_query_get_comma (self->language), MAX_NAMES);
}

/* First and last period that something is drawn for. (transfer full): "" where there is none. */
static char *
make_period_label (const RsFrame *self)
{
  const RsFramePoint *first = NULL;
  const RsFramePoint *last = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (rs_chart_kind_shows_one_period (self->kind) && self->year != 0)
    {
      RsPeriod year = { RS_PERIOD_YEAR, self->year, 1 };

      if (self->earlier.type != RS_PERIOD_NONE)
        {
          from = rs_period_to_label (self->earlier, self->language);
          to = rs_period_to_label (year, self->language);
          /* Translators: two periods that are set against each other. */
          return g_strdup_printf (rs_trc (self->language, "periods", "%s and %s"), from, to);
        }
      return rs_period_to_label (year, self->language);
    }
  for (guint i = 0; i < self->series->len; i++)
    {
      const RsSeries *series = rs_frame_peek_series (self, i);

      for (guint p = 0; p < series->n_points; p++)
        {
          const RsFramePoint *point = &series->points[p];

          if (point->period.type == RS_PERIOD_NONE ||
              (!rs_query_is_figure (&point->observation) && point->target == NULL))
            continue;
          if (first == NULL || rs_period_compare (point->period, first->period) < 0)
            first = point;
          if (last == NULL || rs_period_compare (point->period, last->period) > 0)
            last = point;
        }
    }
  if (first == NULL)
    return g_strdup ("");
  from = rs_period_to_label (first->period, self->language);
  if (rs_period_equal (first->period, last->period))
    return g_steal_pointer (&from);
  to = rs_period_to_label (last->period, self->language);
  return rs_query_join_periods (self->language, from, to);
}

/* What is measured: the view's own words, else the unit where all series share one. (transfer full)
 */
static char *
make_measure (const RsFrame *self)
{
  const char *given = rs_text_get (&self->view->subtitle, self->language);

  if (*given != '\0')
    return g_strdup (given);
  for (guint i = 1; i < self->n_indicators; i++)
    if (!rs_query_units_equal (self->dataset, self->indicators[0], self->indicators[i]))
      return g_strdup ("");
  if (self->series->len == 0)
    return g_strdup ("");
  return rs_frame_get_unit_label (self, 0, FALSE);
}

/* Dimensions that are neither time, geo nor metric are fixed at one category, and the picture says
 * at which. */
static void
add_fixed (const RsFrame *self, GPtrArray *parts)
{
  static const RsRole roles[] = { RS_ROLE_TIME, RS_ROLE_GEO, RS_ROLE_METRIC };

  for (guint i = 0; i < rs_dataset_get_n_dimensions (self->dataset); i++)
    {
      const RsDimension *dimension = rs_dataset_get_dimension (self->dataset, i);
      gboolean is_free = FALSE;

      for (guint r = 0; r < G_N_ELEMENTS (roles); r++)
        is_free = is_free || rs_dataset_get_role (self->dataset, roles[r]) == (int) i;
      if (!is_free && self->fixed[i] < dimension->n_categories &&
          (dimension->n_categories > 1 || g_ascii_strcasecmp (dimension->id, "unit") == 0))
        g_ptr_array_add (parts, (gpointer) rs_query_get_category_label (
                                  &dimension->categories[self->fixed[i]], self->language));
    }
}

/* Every picture says what it measures, where and when, even cut out of its page (chart-rules R1 and
 * R6). */
static char *
make_subtitle (const RsFrame *self)
{
  g_autofree char *measure = make_measure (self);
  g_autofree char *period = make_period_label (self);
  g_autofree char *regions = make_coverage (self);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  if (*measure != '\0')
    g_ptr_array_add (parts, measure);
  add_fixed (self, parts);
  if (*regions != '\0')
    g_ptr_array_add (parts, regions);
  if (*period != '\0')
    g_ptr_array_add (parts, period);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

/* How much of @a is also the beginning of all other labels, up to a comma or an opening bracket. */
static gsize
find_common_stem (const RsFrame *self)
{
  const char *first =
    rs_query_get_indicator_label (self->dataset, self->indicators[0], self->language);
  gsize common = strlen (first);
  gsize stem = 0;

  for (guint i = 1; i < self->n_indicators; i++)
    {
      const char *other =
        rs_query_get_indicator_label (self->dataset, self->indicators[i], self->language);
      gsize same = 0;

      while (same < common && first[same] != '\0' && first[same] == other[same])
        same++;
      common = same;
    }
  for (const char *c = first; *c != '\0' && (gsize) (c - first) < common; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (letter == ',' || letter == '(' || letter == 0xFF08 || letter == 0xFF0C)
        {
          const char *after = g_utf8_next_char (c);

          while (*after == ' ')
            after++;
          if ((gsize) (after - first) <= common)
            stem = (gsize) (after - first);
        }
    }
  return stem;
}

/* Whether the title says what @text, "(word …" or ", word …", begins with. */
static gboolean
begins_with_word_of (const char *text, const char *title)
{
  static const char *const delimiters[] = { " ", ",", ":", "(", ")", "，", "：", "（", "）" };
  const char *begin = text;
  const char *end;
  g_autofree char *word = NULL;
  g_autofree char *words = g_utf8_strdown (title, -1);
  g_autofree char *lower = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (delimiters);)
    if (g_str_has_prefix (begin, delimiters[i]))
      {
        begin += strlen (delimiters[i]);
        i = 0;
      }
    else
      i++;
  end = begin + strlen (begin);
  for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++)
    {
      const char *found = strstr (begin, delimiters[i]);

      if (found != NULL && found < end)
        end = found;
    }
  word = g_strndup (begin, (gsize) (end - begin));
  lower = g_utf8_strdown (word, -1);
  return *lower != '\0' && strstr (words, lower) != NULL;
}

/* How many letters the shortest label keeps without its first @stem and last @ending bytes. */
static glong
count_kept (const RsFrame *self, gsize stem, gsize ending)
{
  glong kept = G_MAXLONG;

  for (guint i = 0; i < self->n_indicators; i++)
    {
      const char *label =
        rs_query_get_indicator_label (self->dataset, self->indicators[i], self->language);
      gsize length = strlen (label);

      if (length < stem + ending)
        return 0;
      kept = MIN (kept, g_utf8_strlen (label + stem, (gssize) (length - stem - ending)));
    }
  return kept;
}

/* How much all labels have in common at their ends that the title says as well: "Employee pension:
 * participants" under "Pension insurance: participants" is the employee pension. Chinese has no
 * spaces to cut at: there the title must end in the same words, and enough must be left to tell
 * an insurance (失业保险) from what it insures against (失业). In bytes. */
static gsize
find_common_ending (const RsFrame *self, gsize stem)
{
  const char *first =
    rs_query_get_indicator_label (self->dataset, self->indicators[0], self->language);
  const char *end = first + strlen (first);
  gsize common = strlen (first);

  for (guint i = 1; i < self->n_indicators; i++)
    {
      const char *other =
        rs_query_get_indicator_label (self->dataset, self->indicators[i], self->language);
      gsize length = strlen (other);
      gsize same = 0;

      while (same < common && same < length && *(end - same - 1) == other[length - same - 1])
        same++;
      common = same;
    }
  for (const char *c = first; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);
      gsize ending = (gsize) (end - c);
      gboolean is_boundary = letter == ',' || letter == ':' || letter == '(' || letter == 0xFF08 ||
                             letter == 0xFF0C || letter == 0xFF1A;

      if (ending > common)
        continue;
      if (is_boundary && begins_with_word_of (c, self->title) &&
          count_kept (self, stem, ending) > 0)
        return ending;
      if (letter >= 0x2E80 && !is_boundary && g_str_has_suffix (self->title, c) &&
          count_kept (self, stem, ending) >= MIN_KEPT)
        return ending;
    }
  return 0;
}

/* "Rate, year end" and "Rate, 30 June" stand beside their lines as "Year end" and "30 June".
 * (transfer full) */
static char *
make_short_label (const RsFrame *self, guint indicator, gsize stem, gsize ending)
{
  const char *label = rs_query_get_indicator_label (self->dataset, indicator, self->language);
  g_autofree char *rest = NULL;
  g_autofree char *initial = NULL;
  gsize length = strlen (label);

  if (stem + ending >= length)
    return g_strdup (label);
  rest = g_strndup (label + stem, length - stem - ending);
  if (stem == 0)
    return g_steal_pointer (&rest);
  length = strlen (rest);
  if (length > 1 && g_str_has_suffix (rest, ")"))
    rest[length - 1] = '\0';
  else if (length > 3 && g_str_has_suffix (rest, "）"))
    rest[length - 3] = '\0';
  initial = g_utf8_strup (rest, g_utf8_next_char (rest) - rest);
  return g_strconcat (initial, g_utf8_next_char (rest), NULL);
}

static char *
make_series_label (const RsFrame *self, const RsSeries *series, gsize stem, gsize ending)
{
  g_autofree char *name = NULL;
  RsPeriod year = { RS_PERIOD_YEAR, series->year, 1 };

  if (series->year != 0)
    return rs_period_to_label (year, self->language);
  name = make_short_label (self, series->indicator, stem, ending);
  if (self->n_regions == 1)
    return g_steal_pointer (&name);
  if (self->n_indicators == 1)
    return g_strdup (rs_frame_name_region (self, series->region));
  /* Translators: an indicator and a region, beside a line. */
  return g_strdup_printf (rs_trc (self->language, "series", "%s, %s"), name,
                          rs_frame_name_region (self, series->region));
}

void
rs_frame_make_labels (RsFrame *self)
{
  gsize stem = 0;
  gsize ending = 0;

  self->title = make_title (self);
  /* Rows of a list stand under headings of their own, far from the others of their family: they
   * keep their names in full. */
  if (self->n_indicators > 1 && self->kind != RS_CHART_FIGURES)
    {
      stem = find_common_stem (self);
      ending = find_common_ending (self, stem);
    }
  for (guint i = 0; i < self->series->len; i++)
    {
      RsSeries *series = rs_frame_peek_series (self, i);

      series->label = make_series_label (self, series, stem, ending);
    }
  self->region_label = make_region_label (self);
  self->subtitle = make_subtitle (self);
}
