/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which chart kind fits which indicators, and which would mislead (chart-rules, table 9). */
#define G_LOG_DOMAIN "renshe-query"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "query/frame-private.h"

/* "All indicators" of a dataset with more than this many is a list, not a chart. */
#define MAX_INDICATORS_ON_ONE_AXIS 6

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

static RsChartKind
choose (const RsFrame *self)
{
  gboolean single = self->n_indicators * self->n_regions == 1;

  if (!has_one_unit (self))
    return RS_CHART_FIGURES;
  if (self->view->indicators == NULL && self->n_indicators > MAX_INDICATORS_ON_ONE_AXIS)
    return RS_CHART_FIGURES;
  if (!has_periods (self))
    return single ? RS_CHART_FIGURES : RS_CHART_BARS;
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

/* Why columns would mislead, or NULL. */
static const char *
refuse_columns (const RsFrame *self)
{
  if (!has_one_unit (self))
    return _ ("Columns have one axis, and these indicators have different units.");
  if (self->n_indicators * self->n_regions > 1)
    return _ ("Columns show one indicator of one region; choose lines or bars for several.");
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

static const char *
refuse (const RsFrame *self)
{
  switch (self->kind)
    {
    case RS_CHART_COLUMNS:
      return refuse_columns (self);
    case RS_CHART_LINES:
      return refuse_lines (self);
    case RS_CHART_YEARS:
      return refuse_years (self);
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
