/* SPDX-License-Identifier: GPL-3.0-or-later
 * Invented regions A, B, C … with invented figures, for charts that set regions against each other.
 */
#pragma once

#include "dataset/dataset-builder.h"
#include "dataset/dataset.h"

G_BEGIN_DECLS

/* Years 2018 to 2021. Positions of the indicators. */
#define RS_TEST_FIRST_YEAR 2018
#define RS_TEST_N_YEARS 4

enum
{
  RS_TEST_RATE,   /* `rate`: a rate in % */
  RS_TEST_AMOUNT, /* `amount`: a flow in 10,000 persons */
  RS_TEST_GROWTH, /* `growth`: percent change */
  RS_TEST_N_INDICATORS,
};

typedef struct _RsTestRegions RsTestRegions;

/* @n regions "A", "B", … ("Region A"), of which none has a figure yet; without a parent. */
RsTestRegions *rs_test_regions_new (guint n);
/* The same with March to June 2021 in the place of the four years. */
RsTestRegions *rs_test_regions_new_months (guint n);
/* Where figures go in. */
RsDatasetBuilder *rs_test_regions_get_builder (RsTestRegions *self);
guint64
rs_test_regions_get_cell (const RsTestRegions *self, guint indicator, guint region, int year);
void
rs_test_regions_set (RsTestRegions *self, guint indicator, guint region, int year, double value);
/* With a status mark such as "p". */
void rs_test_regions_set_status (
  RsTestRegions *self, guint indicator, guint region, int year, const char *status);
void rs_test_regions_set_bound (
  RsTestRegions *self, guint indicator, guint region, int year, double bound);
RsTarget *rs_test_regions_add_target (
  RsTestRegions *self, guint indicator, guint region, int year, RsOperator op, double value);
/* @region: -1 for all; between @year - 1 and @year. */
void rs_test_regions_add_break (RsTestRegions *self, guint indicator, int region, int year);
/* A whole and its parts: @parent holds all others. */
void rs_test_regions_make_parent (RsTestRegions *self, guint parent);
/* A place on the map of tiles. */
void rs_test_regions_set_tile (RsTestRegions *self, guint region, int column, int row);
/* First and last day; NULL is open. */
void
rs_test_regions_set_validity (RsTestRegions *self, guint region, const char *from, const char *to);
/* Another name. */
void rs_test_regions_rename (RsTestRegions *self, guint region, const char *name);
/* Another code. */
void rs_test_regions_set_id (RsTestRegions *self, guint region, const char *id);
/* Frees @self. (transfer full) */
RsDataset *rs_test_regions_finish (RsTestRegions *self);

/* @values: (array length=n): of the years 2020 and 2021 alternately; NaN for none. */
RsDataset *rs_test_regions_of_pairs (guint indicator, guint n, const double *values);

G_END_DECLS
