/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a frame and its series are called, and the unit of their numbers. */
#define G_LOG_DOMAIN "renshe-query"

#include "config.h"

#include <math.h>
#include <string.h>

#include "query/frame-private.h"

/* Indicators named in a title that the view leaves open. */
#define MAX_NAMES 3

const char *
rs_frame_name_region (const RsFrame *self, guint region)
{
  const RsDimension *geo = rs_dataset_get_geo (self->dataset);

  if (geo == NULL || region >= geo->n_categories)
    return "";
  return rs_query_get_category_label (&geo->categories[region], self->language);
}

static char *
make_region_label (const RsFrame *self)
{
  if (rs_dataset_get_geo (self->dataset) == NULL || self->n_regions == 0)
    return g_strdup ("");
  if (self->n_regions == 1)
    return g_strdup (rs_frame_name_region (self, self->regions[0]));
  return g_strdup_printf (rs_trn (self->language, "%u region", "%u regions", self->n_regions),
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

  if ((self->kind == RS_CHART_BARS || self->kind == RS_CHART_FIGURES) && self->year != 0)
    {
      RsPeriod year = { RS_PERIOD_YEAR, self->year, 1 };

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
  /* Translators: first and last period of a chart. */
  return g_strdup_printf (rs_trc (self->language, "periods", "%s–%s"), from, to);
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

/* Every picture says what it measures, where and when, even cut out of its page (chart-rules R1 and
 * R6). */
static char *
make_subtitle (const RsFrame *self)
{
  g_autofree char *measure = make_measure (self);
  g_autofree char *period = make_period_label (self);
  const char *parts[4] = { NULL };
  guint n = 0;

  if (*measure != '\0')
    parts[n++] = measure;
  if (*self->region_label != '\0')
    parts[n++] = self->region_label;
  if (*period != '\0')
    parts[n++] = period;
  return g_strjoinv (" · ", (char **) parts);
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

/* "Rate, year end" and "Rate, 30 June" stand beside their lines as "Year end" and "30 June".
 * (transfer full) */
static char *
make_short_label (const RsFrame *self, guint indicator, gsize stem)
{
  const char *label = rs_query_get_indicator_label (self->dataset, indicator, self->language);
  g_autofree char *rest = g_strdup (stem < strlen (label) ? label + stem : label);
  g_autofree char *initial = NULL;
  gsize length = strlen (rest);

  if (stem == 0 || stem >= strlen (label))
    return g_strdup (label);
  if (length > 1 && g_str_has_suffix (rest, ")"))
    rest[length - 1] = '\0';
  else if (length > 3 && g_str_has_suffix (rest, "）"))
    rest[length - 3] = '\0';
  initial = g_utf8_strup (rest, g_utf8_next_char (rest) - rest);
  return g_strconcat (initial, g_utf8_next_char (rest), NULL);
}

static char *
make_series_label (const RsFrame *self, const RsSeries *series, gsize stem)
{
  g_autofree char *name = NULL;
  RsPeriod year = { RS_PERIOD_YEAR, series->year, 1 };

  if (series->year != 0)
    return rs_period_to_label (year, self->language);
  name = make_short_label (self, series->indicator, stem);
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
  gsize stem = self->n_indicators > 1 ? find_common_stem (self) : 0;

  /* Rows of a list stand under headings of their own, far from the others of their family: they
   * keep their names in full. */
  if (self->kind == RS_CHART_FIGURES)
    stem = 0;
  for (guint i = 0; i < self->series->len; i++)
    {
      RsSeries *series = rs_frame_peek_series (self, i);

      series->label = make_series_label (self, series, stem);
    }
  self->region_label = make_region_label (self);
  self->title = make_title (self);
  self->subtitle = make_subtitle (self);
}

static double
find_max_abs_of_point (const RsFramePoint *point)
{
  double max = 0;

  if (point->observation.reason == RS_REASON_NONE)
    max = fabs (point->observation.value);
  if (point->observation.reason == RS_REASON_BOUND && point->observation.passport != NULL)
    max = fabs (point->observation.passport->bound);
  if (point->target != NULL)
    max = MAX (max, fabs (point->target->value));
  return max;
}

/* Whether a scaled number can be labelled: the program must know what is counted. */
static gboolean
can_scale (const RsUnit *unit)
{
  return unit->base != NULL && (unit->base_label.original != NULL ||
                                unit->base_label.translation[RS_LANGUAGE_EN] != NULL ||
                                g_strcmp0 (unit->base, "percent") == 0);
}

RsDisplayUnit
rs_frame_get_display_unit (const RsFrame *self, guint series, gboolean prose)
{
  RsDisplayUnit unit = { .factor = 1, .exponent = 0, .word = "" };
  const RsSeries *asked = NULL;
  const RsCategory *indicator = NULL;
  RsScaleOfUnit scale = { 0 };
  double max_abs = 0;
  gboolean alone = prose || self->kind == RS_CHART_FIGURES;

  g_return_val_if_fail (self != NULL && series < self->series->len, unit);

  asked = rs_frame_peek_series (self, series);
  indicator = rs_query_get_indicator (self->dataset, asked->indicator);
  if (indicator == NULL || !can_scale (&indicator->unit))
    {
      unit.exponent = indicator != NULL ? indicator->unit.exponent : 0;
      return unit;
    }
  for (guint i = 0; i < self->series->len; i++)
    {
      const RsSeries *other = rs_frame_peek_series (self, i);

      /* A number on its own, and a row of a list, takes the unit that fits it; what stands on one
       * axis shares one. */
      if ((prose || self->kind == RS_CHART_FIGURES)
            ? i != series
            : !rs_query_units_equal (self->dataset, asked->indicator, other->indicator))
        continue;
      for (guint p = 0; p < other->n_points; p++)
        if (rs_frame_is_shown (self, i, p))
          max_abs = MAX (max_abs, find_max_abs_of_point (&other->points[p]));
    }
  scale.base = indicator->unit.base;
  scale.exponent = indicator->unit.exponent;
  return rs_display_unit_choose (scale, max_abs, alone, self->language);
}

char *
rs_query_label_unit (const RsDataset *dataset,
                     guint indicator,
                     RsDisplayUnit unit,
                     RsLanguage language)
{
  const RsCategory *category = rs_query_get_indicator (dataset, indicator);
  const char *base = NULL;

  if (category == NULL)
    return g_strdup ("");
  if (g_strcmp0 (category->unit.base, "percent") == 0)
    return g_strdup ("%");
  if (!can_scale (&category->unit))
    {
      const char *label = rs_text_get (&category->unit.label, language);

      return g_strdup (*label != '\0' || category->unit.symbol == NULL ? label
                                                                       : category->unit.symbol);
    }
  base = rs_text_get (&category->unit.base_label, language);
  if (*unit.word == '\0')
    return g_strdup (base);
  /* Translators: a power of ten and what is counted: "thousand persons"; Chinese has no space
   * between: "万人". */
  return g_strdup_printf (rs_trc (language, "unit", "%s %s"), unit.word, base);
}

char *
rs_frame_get_unit_label (const RsFrame *self, guint series, gboolean prose)
{
  g_return_val_if_fail (self != NULL && series < self->series->len, g_strdup (""));

  return rs_query_label_unit (self->dataset, rs_frame_peek_series (self, series)->indicator,
                              rs_frame_get_display_unit (self, series, prose), self->language);
}
