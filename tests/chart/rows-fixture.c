/* SPDX-License-Identifier: GPL-3.0-or-later
 * Invented regions with invented figures. */
#include "config.h"

#include "rows-fixture.h"

#include <math.h>

#define MAX_REGIONS 300

struct _RsTestRegions
{
  RsDatasetBuilder *builder;
  RsDimension *region;
  guint n;
};

static void
fill_unit (RsUnit *unit, gboolean percent)
{
  unit->present = TRUE;
  unit->decimals = percent ? 2 : 3;
  unit->base = g_strdup (percent ? "percent" : "persons");
  unit->exponent = percent ? 0 : 4;
  unit->label.original = g_strdup (percent ? "%" : "10,000 persons");
  unit->base_label.original = g_strdup (percent ? "%" : "persons");
}

/* A, B, … Z, R26, R27 … */
static char *
make_id (guint i)
{
  return i < 26 ? g_strdup_printf ("%c", 'A' + (int) i) : g_strdup_printf ("R%u", i);
}

static RsTestRegions *
make_regions (guint n, gboolean months)
{
  static const char *const ids[] = { "rate", "amount", "growth" };
  static const char *const labels[] = { "Invented rate", "Invented amount", "Invented growth" };
  static const RsNature natures[] = { RS_NATURE_RATE, RS_NATURE_FLOW, RS_NATURE_GROWTH };
  RsTestRegions *self = g_new0 (RsTestRegions, 1);
  RsDimension *dimension;

  g_assert_cmpuint (n, <=, MAX_REGIONS);
  self->n = n;
  self->builder = rs_dataset_builder_new ();
  rs_dataset_builder_get_label (self->builder)->original = g_strdup ("Invented regions");
  dimension =
    rs_dataset_builder_add_dimension (self->builder, "indicator", RS_TEST_N_INDICATORS, NULL);
  dimension->role = RS_ROLE_METRIC;
  for (guint i = 0; i < RS_TEST_N_INDICATORS; i++)
    {
      RsCategory *category = &dimension->categories[i];

      category->id = g_strdup (ids[i]);
      category->label.original = g_strdup (labels[i]);
      category->nature = natures[i];
      fill_unit (&category->unit, i != RS_TEST_AMOUNT);
    }
  self->region = rs_dataset_builder_add_dimension (self->builder, "region", n, NULL);
  self->region->role = RS_ROLE_GEO;
  for (guint i = 0; i < n; i++)
    {
      self->region->categories[i].id = make_id (i);
      self->region->categories[i].label.original =
        g_strdup_printf ("Region %s", self->region->categories[i].id);
    }
  dimension = rs_dataset_builder_add_dimension (self->builder, "year", RS_TEST_N_YEARS, NULL);
  dimension->role = RS_ROLE_TIME;
  for (guint i = 0; i < RS_TEST_N_YEARS; i++)
    {
      dimension->categories[i].id = months ? g_strdup_printf ("2021-%02u", 3 + i)
                                           : g_strdup_printf ("%u", RS_TEST_FIRST_YEAR + i);
      dimension->categories[i].label.original = g_strdup (dimension->categories[i].id);
    }
  g_assert_true (rs_dataset_builder_begin_cells (self->builder, TRUE, NULL));
  return self;
}

RsTestRegions *
rs_test_regions_new (guint n)
{
  return make_regions (n, FALSE);
}

RsTestRegions *
rs_test_regions_new_months (guint n)
{
  return make_regions (n, TRUE);
}

RsDatasetBuilder *
rs_test_regions_get_builder (RsTestRegions *self)
{
  return self->builder;
}

guint64
rs_test_regions_get_cell (const RsTestRegions *self, guint indicator, guint region, int year)
{
  return ((guint64) indicator * self->n + region) * RS_TEST_N_YEARS +
         (guint64) (year - RS_TEST_FIRST_YEAR);
}

void
rs_test_regions_set (RsTestRegions *self, guint indicator, guint region, int year, double value)
{
  if (!isnan (value))
    rs_dataset_builder_set_value (self->builder,
                                  rs_test_regions_get_cell (self, indicator, region, year), value);
}

void
rs_test_regions_set_status (
  RsTestRegions *self, guint indicator, guint region, int year, const char *status)
{
  rs_dataset_builder_set_status (self->builder,
                                 rs_test_regions_get_cell (self, indicator, region, year), status);
}

void
rs_test_regions_set_bound (
  RsTestRegions *self, guint indicator, guint region, int year, double bound)
{
  guint64 cell = rs_test_regions_get_cell (self, indicator, region, year);
  RsPassport *passport = rs_dataset_builder_get_passport (self->builder, cell);

  passport->kind = RS_KIND_BOUND;
  passport->has_bound = TRUE;
  passport->bound = bound;
  rs_dataset_builder_set_status (self->builder, cell, ">");
}

RsTarget *
rs_test_regions_add_target (
  RsTestRegions *self, guint indicator, guint region, int year, RsOperator op, double value)
{
  RsTarget *target = rs_dataset_builder_add_target (self->builder);

  target->indicator = indicator;
  target->region = region;
  target->period = (guint) (year - RS_TEST_FIRST_YEAR);
  target->op = op;
  target->value = value;
  return target;
}

void
rs_test_regions_add_break (RsTestRegions *self, guint indicator, int region, int year)
{
  RsBreak *series_break = rs_dataset_builder_add_break (self->builder);

  series_break->indicator = indicator;
  series_break->region = region;
  series_break->before = (guint) (year - 1 - RS_TEST_FIRST_YEAR);
  series_break->after = (guint) (year - RS_TEST_FIRST_YEAR);
}

void
rs_test_regions_make_parent (RsTestRegions *self, guint parent)
{
  RsCategory *category = &self->region->categories[parent];

  category->children = g_new0 (guint, self->n);
  for (guint i = 0; i < self->n; i++)
    if (i != parent)
      category->children[category->n_children++] = i;
}

void
rs_test_regions_set_tile (RsTestRegions *self, guint region, int column, int row)
{
  RsCategory *category = &self->region->categories[region];

  category->has_tile = TRUE;
  category->tile_column = column;
  category->tile_row = row;
}

void
rs_test_regions_set_validity (RsTestRegions *self, guint region, const char *from, const char *to)
{
  RsCategory *category = &self->region->categories[region];

  category->validity.from = g_strdup (from);
  category->validity.to = g_strdup (to);
}

void
rs_test_regions_rename (RsTestRegions *self, guint region, const char *name)
{
  g_free (self->region->categories[region].label.original);
  self->region->categories[region].label.original = g_strdup (name);
}

void
rs_test_regions_set_id (RsTestRegions *self, guint region, const char *id)
{
  g_free (self->region->categories[region].id);
  self->region->categories[region].id = g_strdup (id);
}

RsDataset *
rs_test_regions_finish (RsTestRegions *self)
{
  g_autoptr (GError) error = NULL;
  RsDataset *dataset = rs_dataset_builder_finish (self->builder, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (dataset);
  rs_dataset_builder_free (self->builder);
  g_free (self);
  return dataset;
}

RsDataset *
rs_test_regions_of_pairs (guint indicator, guint n, const double *values)
{
  RsTestRegions *self = rs_test_regions_new (n / 2);

  for (guint i = 0; i < n; i++)
    rs_test_regions_set (self, indicator, i / 2, 2020 + (int) (i % 2), values[i]);
  return rs_test_regions_finish (self);
}
