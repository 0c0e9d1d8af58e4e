/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which chart kind fits which indicators, and which would mislead (chart-rules, table 9). */
#define G_LOG_DOMAIN "renshe-query"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "query/frame-private.h"

/* "All indicators" of a dataset with more than this many is a list, not a chart. */
#define MAX_INDICATORS_ON_ONE_AXIS 6
/* Columns side by side that still can be told apart, and parts of a column (chart-rules, table 9).
 */
#define MAX_GROUPED 4
#define MAX_STACKED 5
/* Beyond this many lines the program chooses another kind. */
#define MAX_LINES 12

static gboolean
has_periods (const RsFrame *self)
{
  const RsDimension *time = rs_dataset_get_time (self->dataset);

  return time != NULL && time->n_categories > 1;
}

static gboolean
has_subyear (const RsFrame *self)
{
  const RsDimension *time = rs_dataset_get_time (self->dataset);

  return time != NULL && rs_dimension_has_subyear_periods (time);
}

static gboolean
has_one_unit (const RsFrame *self)
{
  for (guint i = 1; i < self->n_indicators; i++)
    if (!rs_query_units_equal (self->dataset, self->indicators[0], self->indicators[i]))
      return FALSE;
  return TRUE;
}

static gboolean
has_nature (const RsFrame *self, RsNature nature)
{
  for (guint i = 0; i < self->n_indicators; i++)
    if (rs_query_get_nature (self->dataset, self->indicators[i]) == nature)
      return TRUE;
  return FALSE;
}

/* Why columns would mislead, or NULL. */
static const char *
refuse_columns (const RsFrame *self)
{
  if (!has_one_unit (self))
    return _ ("Columns have one axis, and these indicators have different units.");
  if (self->n_indicators * self->n_regions > MAX_GROUPED)
    return _ ("More than four columns side by side cannot be told apart; choose lines, small "
              "charts or a shaded table.");
  if (has_subyear (self) && has_nature (self, RS_NATURE_FLOW_CUMULATIVE))
    return _ ("Figures counted since January start anew each year, so columns of months would look "
              "like a fall; "
              "choose years compared.");
  if (has_subyear (self) && has_nature (self, RS_NATURE_RATE))
    return _ ("Columns from zero hide how a rate moves within a year; choose lines.");
  return NULL;
}

static const char *
refuse_years (const RsFrame *self)
{
  if (!has_subyear (self))
    return _ ("There are no periods within the years to compare the years by.");
  if (self->n_indicators * self->n_regions > 1)
    return _ ("Years compared show one indicator of one region, with one line a year.");
  return NULL;
}

static const char *
refuse_lines (const RsFrame *self)
{
  if (!has_periods (self))
    return _ ("A line needs more than one period.");
  if (!has_one_unit (self))
    return _ ("Lines have one axis, and these indicators have different units.");
  return NULL;
}

static gboolean
has_only_amounts (const RsFrame *self)
{
  for (guint i = 0; i < self->n_indicators; i++)
    {
      RsNature nature = rs_query_get_nature (self->dataset, self->indicators[i]);

      if (nature != RS_NATURE_FLOW && nature != RS_NATURE_STOCK &&
          nature != RS_NATURE_FLOW_CUMULATIVE)
        return FALSE;
    }
  return TRUE;
}

gboolean
rs_frame_has_parts (const RsFrame *self)
{
  gboolean of_indicator = self->n_indicators > 1;
  const RsDimension *dimension =
    of_indicator ? rs_dataset_get_metric (self->dataset) : rs_dataset_get_geo (self->dataset);
  const guint *positions = of_indicator ? self->indicators : self->regions;
  guint n = of_indicator ? self->n_indicators : self->n_regions;
  int parent;

  if (dimension == NULL || n < 2 || (of_indicator && self->n_regions > 1))
    return FALSE;
  parent = rs_dimension_get_parent (dimension, positions[0]);
  for (guint i = 1; i < n && parent >= 0; i++)
    if (rs_dimension_get_parent (dimension, positions[i]) != parent)
      parent = -1;
  return parent >= 0;
}

/* Whether none of the parts is left out, so that a column is as high as the whole. */
static gboolean
has_all_parts (const RsFrame *self)
{
  gboolean of_indicator = self->n_indicators > 1;
  const RsDimension *dimension =
    of_indicator ? rs_dataset_get_metric (self->dataset) : rs_dataset_get_geo (self->dataset);
  const guint *positions = of_indicator ? self->indicators : self->regions;
  guint n = of_indicator ? self->n_indicators : self->n_regions;

  return dimension->categories[rs_dimension_get_parent (dimension, positions[0])].n_children == n;
}

static const char *
refuse_stacked (const RsFrame *self)
{
  if (!has_one_unit (self))
    return _ ("Columns have one axis, and these indicators have different units.");
  if (!has_only_amounts (self))
    return _ ("Only amounts add up; rates and growth on top of each other mean nothing.");
  if (has_subyear (self) && has_nature (self, RS_NATURE_FLOW_CUMULATIVE))
    return _ ("Figures counted since January start anew each year, so columns of months would look "
              "like a fall; "
              "choose years compared.");
  if (!rs_frame_has_parts (self))
    return _ ("Stacked columns show the parts of one whole; the dataset does not say that these "
              "are.");
  if (!has_all_parts (self))
    return _ ("Stacked columns show all parts of a whole, and some are left out here.");
  if (self->n_indicators * self->n_regions > MAX_STACKED)
    return _ ("More than five parts cannot be told apart; choose small charts or a shaded table.");
  return NULL;
}

static const char *
refuse_areas (const RsFrame *self)
{
  const char *reason = refuse_columns (self);

  if (!has_periods (self))
    return _ ("An area needs more than one period.");
  if (self->n_indicators * self->n_regions > 1)
    return _ ("An area shows one indicator of one region; several would hide each other.");
  if (!has_only_amounts (self))
    return _ ("An area shows an amount that fills up from zero, and this is none; choose lines.");
  return reason;
}

static const char *
refuse_dots (const RsFrame *self)
{
  if (!has_periods (self))
    return _ ("Dots over time need more than one period.");
  if (!has_one_unit (self))
    return _ ("Dots have one axis, and these indicators have different units.");
  return NULL;
}

/* Kinds that set regions against each other. */
static const char *
refuse_regions (const RsFrame *self)
{
  if (self->n_indicators > 1)
    return _ ("This kind compares regions by one indicator.");
  if (self->n_regions < 2)
    return _ ("This kind compares regions, and there is only one here.");
  return NULL;
}

static const char *
refuse_comparison (const RsFrame *self)
{
  if (!has_periods (self))
    return _ ("Two periods are compared here, and there is only one.");
  if (!has_one_unit (self))
    return _ ("One axis serves all, and these indicators have different units.");
  return NULL;
}

static const char *
refuse_tiles (const RsFrame *self)
{
  const RsDimension *geo = rs_dataset_get_geo (self->dataset);
  const char *reason = refuse_regions (self);
  guint n_placed = 0;

  if (reason != NULL)
    return reason;
  for (guint i = 0; i < self->n_regions; i++)
    n_placed += geo->categories[self->regions[i]].has_tile ? 1 : 0;
  /* Some regions without a place are listed beside the map; a map of a few is none. */
  if (n_placed * 2 <= self->n_regions)
    return _ ("These regions have no places on a tile map.");
  return NULL;
}

static const char *
refuse_bullet (const RsFrame *self)
{
  guint n = rs_dataset_get_n_targets (self->dataset);

  if (!self->view->show_targets)
    return _ ("Figures are set against targets here, and this view shows none.");
  for (guint t = 0; t < n; t++)
    {
      const RsTarget *target = rs_dataset_get_target (self->dataset, t);

      for (guint i = 0; i < self->n_indicators; i++)
        for (guint r = 0; r < self->n_regions; r++)
          if (target->indicator == self->indicators[i] && target->region == self->regions[r])
            return NULL;
    }
  return _ ("There is no target here to set the figures against.");
}

static const char *
refuse_heat (const RsFrame *self)
{
  if (self->n_indicators * self->n_regions < 2)
    return _ ("A shaded table needs more than one row.");
  if (!has_one_unit (self))
    return _ ("One shade must mean one number, and these indicators have different units.");
  return NULL;
}

static const char *
refuse_multiples (const RsFrame *self)
{
  if (!has_periods (self))
    return _ ("A line needs more than one period.");
  if (self->n_indicators * self->n_regions < 2)
    return _ ("There is only one chart to draw here.");
  return NULL;
}

static const char *
refuse_sparkline (const RsFrame *self)
{
  if (!has_periods (self))
    return _ ("A line needs more than one period.");
  if (self->n_indicators * self->n_regions > 1)
    return _ ("A sparkline shows one indicator of one region.");
  return NULL;
}

static RsChartKind
choose (const RsFrame *self)
{
  gboolean single = self->n_indicators * self->n_regions == 1;

  /* Many places in one year are a ranking; as lines they would be a thicket. */
  if (self->n_indicators == 1 && self->n_regions > MAX_LINES)
    return RS_CHART_RANKED;
  if (!has_one_unit (self))
    return RS_CHART_FIGURES;
  if (self->view->indicators == NULL && self->n_indicators > MAX_INDICATORS_ON_ONE_AXIS)
    return RS_CHART_FIGURES;
  if (!has_periods (self))
    return single ? RS_CHART_FIGURES : RS_CHART_BARS;
  if (!single && refuse_stacked (self) == NULL)
    return RS_CHART_STACKED;
  if (!single || self->n_indicators == 0)
    return RS_CHART_LINES;
  switch (rs_query_get_nature (self->dataset, self->indicators[0]))
    {
    case RS_NATURE_FLOW:
      return RS_CHART_COLUMNS;
    case RS_NATURE_FLOW_CUMULATIVE:
      return has_subyear (self) ? RS_CHART_YEARS : RS_CHART_COLUMNS;
    case RS_NATURE_UNKNOWN:
    case RS_NATURE_STOCK:
    case RS_NATURE_RATE:
    case RS_NATURE_GROWTH:
      return RS_CHART_LINES;
    }
  return RS_CHART_LINES;
}

static gboolean
has_zero_or_less (const RsFrame *self)
{
  const RsDimension *time = rs_dataset_get_time (self->dataset);
  guint n_periods = time != NULL ? time->n_categories : 1;

  for (guint i = 0; i < self->n_indicators; i++)
    for (guint r = 0; r < self->n_regions && i * self->n_regions + r < RS_FRAME_MAX_SERIES; r++)
      for (guint t = 0; t < n_periods; t++)
        if (rs_dataset_get_value (self->dataset, rs_frame_get_cell (self, self->indicators[i],
                                                                    self->regions[r], t)) <= 0)
          return TRUE;
  return FALSE;
}

/* Equal ratios need numbers above zero, and a scale that no length is read from. */
static const char *
refuse_log (const RsFrame *self)
{
  if (self->kind != RS_CHART_LINES && self->kind != RS_CHART_DOTS &&
      self->kind != RS_CHART_MULTIPLES)
    return _ ("A logarithmic scale has no zero, so nothing whose length counts can stand on it; "
              "choose lines, dots or small charts.");
  if (has_nature (self, RS_NATURE_GROWTH) || has_nature (self, RS_NATURE_RATE))
    return _ ("A logarithmic scale is for amounts; rates and growth are read by differences.");
  if (has_zero_or_less (self))
    return _ ("A logarithmic scale has no zero, and some of these figures are zero or less.");
  return NULL;
}

static const char *
refuse (const RsFrame *self)
{
  if (self->view->log_scale && refuse_log (self) != NULL)
    return refuse_log (self);
  switch (self->kind)
    {
    case RS_CHART_COLUMNS:
      return refuse_columns (self);
    case RS_CHART_LINES:
      return refuse_lines (self);
    case RS_CHART_YEARS:
      return refuse_years (self);
    case RS_CHART_STACKED:
      return refuse_stacked (self);
    case RS_CHART_AREAS:
      return refuse_areas (self);
    case RS_CHART_DOTS:
      return refuse_dots (self);
    case RS_CHART_RANKED:
      return refuse_regions (self);
    case RS_CHART_SLOPE:
    case RS_CHART_DUMBBELL:
      return refuse_comparison (self);
    case RS_CHART_BULLET:
      return refuse_bullet (self);
    case RS_CHART_MULTIPLES:
      return refuse_multiples (self);
    case RS_CHART_HEAT:
      return refuse_heat (self);
    case RS_CHART_TILES:
      return refuse_tiles (self);
    case RS_CHART_SPARKLINE:
      return refuse_sparkline (self);
    case RS_CHART_AUTO:
    case RS_CHART_BARS:
    case RS_CHART_FIGURES:
      return NULL;
    }
  return NULL;
}

gboolean
rs_frame_choose_kind (RsFrame *self, GError **error)
{
  const char *reason = NULL;

  self->kind = self->view->kind;
  if (self->kind == RS_CHART_AUTO)
    self->kind = choose (self);
  reason = refuse (self);
  if (reason == NULL)
    return TRUE;
  g_set_error_literal (error, RS_QUERY_ERROR, RS_QUERY_ERROR_UNSUITABLE, reason);
  return FALSE;
}

char *
rs_view_explain_kind (const RsView *view,
                      RsDataset *dataset,
                      const RsSelection *selection,
                      RsChartKind kind)
{
  g_autoptr (RsView) asked = NULL;
  g_autoptr (RsFrame) frame = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (view != NULL, NULL);
  g_return_val_if_fail (dataset != NULL, NULL);

  asked = rs_view_copy (view);
  asked->kind = kind;
  frame = rs_frame_new (asked, dataset, rs_language_from_locale ());
  if (rs_frame_resolve (frame, selection, &error) && rs_frame_choose_kind (frame, &error))
    return NULL;
  return g_strdup (error->message);
}
