/* SPDX-License-Identifier: GPL-3.0-or-later
 * Invented datasets of several regions, for the kinds that compare them. */
#pragma once

#include "dataset/dataset.h"

G_BEGIN_DECLS

/**
 * rs_test_dataset_regions:
 *
 * Dimensions indicator, region, year (2015 to 2022). All is invented. Regions: R, with the children
 * P1 to P6, of which P1 to P5 have a place on the tile map; P1 has the children D1, D2 (abolished
 * in 2019) and D3 (founded in 2021); X is a child of both P2 and P3; Z stands alone. Indicators:
 * whole (stock) with the parts part_a and part_b; rate; growth; jobs (flow); negative (flow, below
 * zero in 2016). The table in the file below tells what is known; whole has a break of P3 alone
 * between 2018 and 2019, rate has targets of at most 5.5 for P1 and P4 in 2021.
 */
RsDataset *rs_test_dataset_regions (void);

/* The same regions in months, 2020-01 to 2021-06: members (stock) and jobs_cumulative. P1 ends in
 * June 2021, P2 in May 2021, P3 to P5 in June 2021, P6 has nothing. */
RsDataset *rs_test_dataset_regions_monthly (void);

/* One year of one invented measure without a unit: each word of @text is "region=value"; a status
 * behind a slash, "~" before the value for about, ">" for a bound. */
RsDataset *rs_test_dataset_line (const char *text);

/* A region that is its own descendant: A → B → A. */
RsDataset *rs_test_dataset_loop (void);

G_END_DECLS
