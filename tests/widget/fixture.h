/* SPDX-License-Identifier: GPL-3.0-or-later
 * Invented datasets and small helpers for the widget tests. */
#pragma once

#include <gtk/gtk.h>

#include "dataset/dataset-builder.h"
#include "query/view.h"

G_BEGIN_DECLS

#define FIXTURE_N_YEARS 5

/* 2001, 2002, 2004, 2005, 2009: with gaps. */
extern const int fixture_years[FIXTURE_N_YEARS];

/**
 * fixture_new_dataset:
 *
 * Two invented indicators ("things", "shares"), five years with gaps, and a tree of invented
 * regions: W "World" → A "Alpha" (甲城 jia cheng) → A1 "Alpha One" (甲一), A2 "Alpha Two" (甲二,
 * until 2004); W → B "Beta" (乙城, no figure). "things" has a figure in every year but 2004; that
 * of Alpha in 2002 is provisional and has a target.
 *
 * Returns: (transfer full): the dataset.
 */
RsDataset *fixture_new_dataset (void);

/* The same without a dimension of regions. */
RsDataset *fixture_new_dataset_without_regions (void);

/* @n regions "Rn" under one root "W", none with a figure but the last. */
RsDataset *fixture_new_large_dataset (guint n);

/* Lines or columns of "things" for @region in @year. */
RsView *fixture_new_view (RsChartKind kind);

/* Runs the main loop until @flag is set or, as a failure, for ten seconds. */
void fixture_wait_for (const gboolean *flag);

/* Lets everything that is ready happen. */
void fixture_settle (void);

/* A shown window around @child, allocated: (transfer full), to be destroyed with fixture_close().
 */
GtkWindow *fixture_show (GtkWidget *child, int width, int height);
void fixture_close (GtkWindow *window);

G_END_DECLS
