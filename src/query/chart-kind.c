/* SPDX-License-Identifier: GPL-3.0-or-later
 * Names of the chart kinds, for files and for people. */
#define G_LOG_DOMAIN "renshe-query"

#include "config.h"

#include "query/view.h"

static const char *const kind_names[RS_N_CHART_KINDS] = {
  [RS_CHART_AUTO] = "auto", [RS_CHART_COLUMNS] = "columns", [RS_CHART_LINES] = "lines",
  [RS_CHART_BARS] = "bars", [RS_CHART_YEARS] = "years",     [RS_CHART_FIGURES] = "figures",
};

const char *
rs_chart_kind_to_string (RsChartKind kind)
{
  g_return_val_if_fail ((guint) kind < RS_N_CHART_KINDS, "auto");

  return kind_names[kind];
}

gboolean
rs_chart_kind_from_string (const char *text, RsChartKind *out_kind)
{
  *out_kind = RS_CHART_AUTO;
  for (guint i = 0; i < RS_N_CHART_KINDS; i++)
    if (g_strcmp0 (text, kind_names[i]) == 0)
      {
        *out_kind = (RsChartKind) i;
        return TRUE;
      }
  return FALSE;
}

const char *
rs_chart_kind_get_label (RsChartKind kind, RsLanguage language)
{
  switch (kind)
    {
    case RS_CHART_AUTO:
      /* Translators: a chart kind: let the program choose. */
      return rs_tr (language, "Automatic");
    case RS_CHART_COLUMNS:
      /* Translators: a chart kind. */
      return rs_tr (language, "Columns");
    case RS_CHART_LINES:
      /* Translators: a chart kind. */
      return rs_tr (language, "Lines");
    case RS_CHART_BARS:
      /* Translators: a chart kind: horizontal bars. */
      return rs_tr (language, "Bars");
    case RS_CHART_YEARS:
      /* Translators: a chart kind: months along the axis, one line a year. */
      return rs_tr (language, "Years compared");
    case RS_CHART_FIGURES:
      /* Translators: a chart kind: no axes, a list of numbers. */
      return rs_tr (language, "List of figures");
    }
  return "";
}
