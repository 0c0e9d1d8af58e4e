/* SPDX-License-Identifier: GPL-3.0-or-later
 * Names of the chart kinds, for files and for people. */
#define G_LOG_DOMAIN "renshe-query"

#include "config.h"

#include "query/view.h"

static const char *const kind_names[RS_N_CHART_KINDS] = {
  [RS_CHART_AUTO] = "auto",           [RS_CHART_COLUMNS] = "columns",
  [RS_CHART_LINES] = "lines",         [RS_CHART_BARS] = "bars",
  [RS_CHART_YEARS] = "years",         [RS_CHART_FIGURES] = "figures",
  [RS_CHART_STACKED] = "stacked",     [RS_CHART_AREAS] = "areas",
  [RS_CHART_DOTS] = "dots",           [RS_CHART_RANKED] = "ranked",
  [RS_CHART_SLOPE] = "slope",         [RS_CHART_DUMBBELL] = "dumbbell",
  [RS_CHART_BULLET] = "bullet",       [RS_CHART_MULTIPLES] = "multiples",
  [RS_CHART_HEAT] = "heat",           [RS_CHART_TILES] = "tiles",
  [RS_CHART_SPARKLINE] = "sparkline",
};

char *
rs_chart_kind_list_names (void)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < RS_N_CHART_KINDS; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", kind_names[i]);
  return g_string_free (names, FALSE);
}

static const char *const scope_names[RS_N_SCOPES] = {
  [RS_SCOPE_AUTO] = "auto",
  [RS_SCOPE_SELECTED] = "selected",
  [RS_SCOPE_PEERS] = "peers",
  [RS_SCOPE_CHILDREN] = "children",
};

const char *
rs_scope_to_string (RsScope scope)
{
  g_return_val_if_fail ((guint) scope < RS_N_SCOPES, "auto");

  return scope_names[scope];
}

gboolean
rs_scope_from_string (const char *text, RsScope *out_scope)
{
  *out_scope = RS_SCOPE_AUTO;
  for (guint i = 0; i < RS_N_SCOPES; i++)
    if (g_strcmp0 (text, scope_names[i]) == 0)
      {
        *out_scope = (RsScope) i;
        return TRUE;
      }
  return FALSE;
}

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
    case RS_CHART_STACKED:
      /* Translators: a chart kind: the parts of a whole on top of each other. */
      return rs_tr (language, "Stacked columns");
    case RS_CHART_AREAS:
      /* Translators: a chart kind: a line, filled from zero. */
      return rs_tr (language, "Area");
    case RS_CHART_DOTS:
      /* Translators: a chart kind: points that no line joins. */
      return rs_tr (language, "Dots");
    case RS_CHART_RANKED:
      /* Translators: a chart kind: one bar a region, the longest first. */
      return rs_tr (language, "Ranking");
    case RS_CHART_SLOPE:
      /* Translators: a chart kind: two years side by side, a line between them for each region. */
      return rs_tr (language, "Slopes between two years");
    case RS_CHART_DUMBBELL:
      /* Translators: a chart kind: two dots in each row, for two years. */
      return rs_tr (language, "Two years compared");
    case RS_CHART_BULLET:
      /* Translators: a chart kind: a bar against its target. */
      return rs_tr (language, "Result against target");
    case RS_CHART_MULTIPLES:
      /* Translators: a chart kind: many small charts with one scale. */
      return rs_tr (language, "Small charts");
    case RS_CHART_HEAT:
      /* Translators: a chart kind: a table whose cells are shaded by their figures. */
      return rs_tr (language, "Shaded table");
    case RS_CHART_TILES:
      /* Translators: a chart kind: equal squares that lie like the regions on the map. */
      return rs_tr (language, "Tile map");
    case RS_CHART_SPARKLINE:
      /* Translators: a chart kind: a small line without axes. */
      return rs_tr (language, "Sparkline");
    }
  return "";
}

gboolean
rs_chart_kind_shows_one_period (RsChartKind kind)
{
  switch (kind)
    {
    case RS_CHART_BARS:
    case RS_CHART_FIGURES:
    case RS_CHART_RANKED:
    case RS_CHART_SLOPE:
    case RS_CHART_DUMBBELL:
    case RS_CHART_BULLET:
    case RS_CHART_TILES:
      return TRUE;
    case RS_CHART_AUTO:
    case RS_CHART_COLUMNS:
    case RS_CHART_LINES:
    case RS_CHART_YEARS:
    case RS_CHART_STACKED:
    case RS_CHART_AREAS:
    case RS_CHART_DOTS:
    case RS_CHART_MULTIPLES:
    case RS_CHART_HEAT:
    case RS_CHART_SPARKLINE:
      return FALSE;
    }
  return FALSE;
}
