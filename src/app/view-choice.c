/* SPDX-License-Identifier: GPL-3.0-or-later
 * How the user wants a view of the board to be drawn. */
#define G_LOG_DOMAIN "renshe-app"

#include "config.h"

#include "app/view-choice.h"

gboolean
rs_view_choice_equal (const RsViewChoice *a, const RsViewChoice *b)
{
  return a->kind == b->kind && a->scope == b->scope && a->log_chosen == b->log_chosen &&
         (!a->log_chosen || a->log_scale == b->log_scale);
}

char *
rs_view_choice_explain (const RsView *view, RsDataset *dataset, const RsSelection *selection)
{
  return rs_view_explain_kind (view, dataset, selection, view->kind);
}

static gboolean
is_honest (const RsView *view, RsDataset *dataset, const RsSelection *selection)
{
  g_autofree char *reason = rs_view_choice_explain (view, dataset, selection);

  return reason == NULL;
}

RsView *
rs_view_choice_apply (const RsViewChoice *self,
                      const RsView *view,
                      RsDataset *dataset,
                      const RsSelection *selection)
{
  static const RsViewChoice none = { 0 };
  RsView *shown = rs_view_copy (view);

  if (rs_view_choice_equal (self, &none))
    return shown;
  if (self->kind != RS_CHART_AUTO)
    {
      shown->kind = self->kind;
      /* A scale that goes with the board's kind only does not stand in the way of another. */
      shown->log_scale = FALSE;
    }
  if (self->scope != RS_SCOPE_AUTO && view->regions == NULL)
    shown->scope = self->scope;
  /* The kind and the regions depend on each other, and the scale on both. */
  if (!is_honest (shown, dataset, selection))
    shown->scope = view->scope;
  if (!is_honest (shown, dataset, selection))
    {
      shown->kind = view->kind;
      shown->log_scale = view->log_scale;
    }
  if (self->log_chosen ? self->log_scale : view->log_scale)
    {
      shown->log_scale = TRUE;
      if (!is_honest (shown, dataset, selection))
        shown->log_scale = FALSE;
    }
  else
    {
      shown->log_scale = FALSE;
    }
  return shown;
}

gboolean
rs_view_choice_has_scope (RsChartKind kind)
{
  switch (kind)
    {
    case RS_CHART_RANKED:
    case RS_CHART_SLOPE:
    case RS_CHART_DUMBBELL:
    case RS_CHART_BULLET:
    case RS_CHART_MULTIPLES:
    case RS_CHART_HEAT:
    case RS_CHART_TILES:
      return TRUE;
    case RS_CHART_AUTO:
    case RS_CHART_COLUMNS:
    case RS_CHART_LINES:
    case RS_CHART_BARS:
    case RS_CHART_YEARS:
    case RS_CHART_FIGURES:
    case RS_CHART_STACKED:
    case RS_CHART_AREAS:
    case RS_CHART_DOTS:
    case RS_CHART_SPARKLINE:
      return FALSE;
    }
  return FALSE;
}

gboolean
rs_view_choice_has_log (RsChartKind kind)
{
  return kind == RS_CHART_LINES || kind == RS_CHART_DOTS || kind == RS_CHART_MULTIPLES;
}
