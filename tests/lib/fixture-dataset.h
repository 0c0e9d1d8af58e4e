/* SPDX-License-Identifier: GPL-3.0-or-later
 * Small datasets with invented figures, for tests of everything that asks a dataset. */
#pragma once

#include "dataset/dataset-builder.h"
#include "dataset/dataset.h"

G_BEGIN_DECLS

/**
 * rs_test_dataset_yearly:
 *
 * Dimensions indicator (jobs, rate_june, rate_august, members, coverage), region (A → B, C), year
 * (2015 to 2022). All figures are invented, in made-up regions:
 * - jobs (flow, 10,000 persons), A: 2018 missing, 2016 derived, 2017 approximate, 2021 with an
 * alternate, 2022 provisional; targets 2019 ≥ (met), 2020 ≥ (missed), 2021 ≥ (derived, met), 2022
 * ≈. B: 2019 to 2021 without targets.
 * - rate_june, rate_august (rate, %, one family), A; rate_august has targets 2020 ≤ (met) and 2021
 * ≤ (missed).
 * - members (stock, 10,000 persons), A, with a break between 2018 and 2019.
 * - coverage (rate, %), A: 2020 is a number, 2021 a bound ("over 95").
 * - C has no figure at all.
 *
 * Returns: (transfer full): the dataset.
 */
RsDataset *rs_test_dataset_yearly (void);

/**
 * rs_test_dataset_monthly:
 *
 * Dimensions indicator (jobs_cumulative, members, rate_quarterly), region (A), month (2019-01 to
 * 2022-06). All figures are invented:
 * - jobs_cumulative (flow_cumulative, 10,000 persons) starts anew each January; 2020-11 and 2020-12
 * are missing.
 * - members (stock, 10,000 persons) every month but 2020-11 and 2020-12; a break between 2021-12
 * and 2022-01.
 * - rate_quarterly (rate, %) at quarter ends, but for 2020-12.
 *
 * Returns: (transfer full): the dataset.
 */
RsDataset *rs_test_dataset_monthly (void);

/**
 * rs_test_dataset_plain:
 *
 * A cube as any publisher may have it: no metric, no extension. Dimensions sex (T, F, M; T is the
 * total), area (X, Y), time (2001 to 2004).
 *
 * Returns: (transfer full): the dataset.
 */
RsDataset *rs_test_dataset_plain (void);

/* One dimension of three categories that is neither time, geo nor metric. (transfer full) */
RsDataset *rs_test_dataset_timeless (void);

G_END_DECLS
