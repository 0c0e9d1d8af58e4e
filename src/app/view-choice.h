/* SPDX-License-Identifier: GPL-3.0-or-later
 * How the user wants a view of the board to be drawn. */
#pragma once

#include "query/frame.h"

G_BEGIN_DECLS

/* All zero: as the board has it. */
typedef struct
{
  RsChartKind kind; /* RS_CHART_AUTO: the board's */
  RsScope scope;    /* RS_SCOPE_AUTO: the board's */
  gboolean log_chosen;
  gboolean log_scale; /* where it was chosen */
} RsViewChoice;

gboolean rs_view_choice_equal (const RsViewChoice *a, const RsViewChoice *b);

/**
 * rs_view_choice_apply:
 * @view: as the board has it
 *
 * What of the choice would mislead for the present selection, or cannot be drawn, is left out; it
 * holds again when another region allows it.
 *
 * Returns: (transfer full): a copy of @view with the choice.
 */
RsView *rs_view_choice_apply (const RsViewChoice *self,
                              const RsView *view,
                              RsDataset *dataset,
                              const RsSelection *selection);

/* Whether charts of this kind set regions against each other, so that it matters which. */
gboolean rs_view_choice_has_scope (RsChartKind kind);

/* Whether there is a logarithmic scale for charts of this kind. */
gboolean rs_view_choice_has_log (RsChartKind kind);

/* Why @view may not be drawn as it is, in a sentence; NULL where it may. (transfer full) */
char *rs_view_choice_explain (const RsView *view, RsDataset *dataset, const RsSelection *selection);

G_END_DECLS
