/* SPDX-License-Identifier: GPL-3.0-or-later
 * The units that a frame's numbers are shown in. */
#define G_LOG_DOMAIN "renshe-query"

#include "config.h"

#include <math.h>
#include <string.h>

#include "query/frame-private.h"

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

/* The smallest number above zero that is printed in the unit of the axis. */
static double
find_min_of_point (const RsFramePoint *point, double min)
{
  if (point->observation.reason == RS_REASON_NONE && point->observation.value != 0)
    min = MIN (min, fabs (point->observation.value));
  return min;
}

/* 3,000 persons beside 20,000 are never 0.3 of ten thousand: where a number that was counted in
 * single units would be less than one in the larger unit, all stay as they were counted. What was
 * published in 万 may be 0.3万. */
static RsDisplayUnit
keep_ones (RsDisplayUnit chosen, RsScaleOfUnit scale, double min)
{
  if (chosen.exponent <= scale.exponent || scale.exponent != 0 || !isfinite (min) ||
      min * chosen.factor >= 1)
    return chosen;
  return (RsDisplayUnit){ .factor = 1, .exponent = 0, .word = "" };
}

/* Whether a scaled number can be labelled: the program must know what is counted. */
static gboolean
can_scale (const RsUnit *unit)
{
  return unit->base != NULL && (unit->base_label.original != NULL ||
                                unit->base_label.translation[RS_LANGUAGE_EN] != NULL ||
                                g_strcmp0 (unit->base, "percent") == 0);
}

/* Numbers that stand on one axis, largest of them. */
static double
find_max_on_axis (const RsFrame *self, const double *max_of_series, guint series)
{
  guint indicator = rs_frame_peek_series (self, series)->indicator;
  double max = 0;

  for (guint i = 0; i < self->series->len; i++)
    if (rs_query_units_equal (self->dataset, indicator, rs_frame_peek_series (self, i)->indicator))
      max = MAX (max, max_of_series[i]);
  return max;
}

void
rs_frame_choose_units (RsFrame *self)
{
  guint n = self->series->len;
  g_autofree double *max_of_series = g_new0 (double, n + 1);
  double min = (double) INFINITY;

  self->units = g_new0 (RsDisplayUnit, 2 * n + 1);
  for (guint s = 0; s < n; s++)
    {
      const RsSeries *series = rs_frame_peek_series (self, s);

      for (guint p = 0; p < series->n_points; p++)
        if (rs_frame_is_shown (self, s, p))
          {
            max_of_series[s] = MAX (max_of_series[s], find_max_abs_of_point (&series->points[p]));
            min = find_min_of_point (&series->points[p], min);
          }
    }
  for (guint s = 0; s < n; s++)
    {
      const RsCategory *indicator =
        rs_query_get_indicator (self->dataset, rs_frame_peek_series (self, s)->indicator);
      RsDisplayUnit stored = { .factor = 1, .exponent = 0, .word = "" };
      RsScaleOfUnit scale = { 0 };

      if (indicator == NULL || !can_scale (&indicator->unit))
        {
          stored.exponent = indicator != NULL ? indicator->unit.exponent : 0;
          self->units[2 * s] = self->units[2 * s + 1] = stored;
          continue;
        }
      scale.base = indicator->unit.base;
      scale.exponent = indicator->unit.exponent;
      /* A number on its own, and a row of a list, takes the unit that fits it; what stands on one
       * axis shares one. */
      self->units[2 * s + 1] =
        rs_display_unit_choose (scale, max_of_series[s], TRUE, self->language);
      if (self->kind == RS_CHART_FIGURES)
        self->units[2 * s] = self->units[2 * s + 1];
      else
        self->units[2 * s] =
          keep_ones (rs_display_unit_choose (scale, find_max_on_axis (self, max_of_series, s),
                                             FALSE, self->language),
                     scale, min);
    }
}

RsDisplayUnit
rs_frame_get_display_unit (const RsFrame *self, guint series, gboolean prose)
{
  const RsDisplayUnit none = { .factor = 1, .exponent = 0, .word = "" };

  g_return_val_if_fail (self != NULL && series < self->series->len, none);

  return self->units[2 * series + (prose ? 1 : 0)];
}

const char *
rs_query_get_symbol_before (const RsDataset *dataset, guint indicator)
{
  const RsCategory *category = rs_query_get_indicator (dataset, indicator);

  /* What is scaled is named by words. */
  if (category == NULL || !category->unit.symbol_first || category->unit.symbol == NULL ||
      can_scale (&category->unit))
    return "";
  return category->unit.symbol;
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
      const char *symbol = rs_query_get_symbol_before (dataset, indicator);

      if (*label != '\0' && *symbol != '\0' && strstr (label, symbol) == NULL)
        return g_strdup_printf ("%s %s", symbol, label);
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
rs_query_put_symbol (const RsDataset *dataset, guint indicator, const char *number)
{
  static const char *const signs[] = { "−", "-", "+" };
  const char *symbol = rs_query_get_symbol_before (dataset, indicator);
  const char *digits = number;

  for (guint i = 0; i < G_N_ELEMENTS (signs) && digits == number; i++)
    if (g_str_has_prefix (number, signs[i]))
      digits += strlen (signs[i]);
  return g_strdup_printf ("%.*s%s%s", (int) (digits - number), number, symbol, digits);
}

char *
rs_query_label_unit_behind (const RsDataset *dataset,
                            guint indicator,
                            RsDisplayUnit unit,
                            RsLanguage language)
{
  const char *symbol = rs_query_get_symbol_before (dataset, indicator);
  g_autofree char *label = rs_query_label_unit (dataset, indicator, unit, language);

  if (*symbol == '\0')
    return g_steal_pointer (&label);
  if (strcmp (label, symbol) == 0)
    return g_strdup ("");
  /* "$ million" and "million $" are the label and its symbol. */
  if (g_str_has_prefix (label, symbol))
    return g_strstrip (g_strdup (label + strlen (symbol)));
  if (g_str_has_suffix (label, symbol))
    return g_strstrip (g_strndup (label, strlen (label) - strlen (symbol)));
  return g_steal_pointer (&label);
}

char *
rs_frame_get_unit_label (const RsFrame *self, guint series, gboolean prose)
{
  g_return_val_if_fail (self != NULL && series < self->series->len, g_strdup (""));

  /* In prose the number brings a symbol that stands before it. */
  return prose
           ? rs_query_label_unit_behind (
               self->dataset, rs_frame_peek_series (self, series)->indicator,
               rs_frame_get_display_unit (self, series, TRUE), self->language)
           : rs_query_label_unit (self->dataset, rs_frame_peek_series (self, series)->indicator,
                                  rs_frame_get_display_unit (self, series, FALSE), self->language);
}
