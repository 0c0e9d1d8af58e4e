/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the tests of the embedded datasets share. */
#include "config.h"

#include "dataset/embedded-fixture.h"

#include <string.h>

#include "dataset/loader.h"

static RsCatalog *catalog;

void
embedded_load (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  catalog = rs_load (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rs_catalog_get_n_datasets (catalog), ==, 2);
  for (guint i = 0; i < rs_diagnostics_get_n (rs_catalog_get_diagnostics (catalog)); i++)
    g_assert_cmpstr (rs_diagnostics_get (rs_catalog_get_diagnostics (catalog), i)->message, ==,
                     "no oddity at all");
}

void
embedded_unload (void)
{
  g_clear_pointer (&catalog, rs_catalog_unref);
}

RsDataset *
embedded_get (const char *id)
{
  for (guint i = 0; i < rs_catalog_get_n_datasets (catalog); i++)
    {
      RsDataset *dataset = rs_catalog_get_dataset (catalog, i);

      if (g_str_equal (rs_dataset_get_id (dataset), id))
        return dataset;
    }
  g_assert_cmpstr (id, ==, "an embedded dataset");
  return NULL;
}

RsCsvTable *
embedded_open_table (const char *id, const char *name)
{
  g_autofree char *path =
    g_test_build_filename (G_TEST_DIST, "..", "data", "datasets", id, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  RsCsvTable *table;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (text, length);
  table = rs_csv_table_parse (name, bytes, &error);
  g_assert_no_error (error);
  return table;
}

const char *
embedded_field (const RsCsvTable *table, guint row, const char *column)
{
  const int number = rs_csv_table_find_column (table, column);

  g_assert_cmpint (number, >=, 0);
  return rs_csv_table_get (table, row, number);
}

guint
embedded_position (const RsDimension *dimension, const char *id)
{
  const int position = rs_dimension_find (dimension, id);

  if (position < 0)
    g_assert_cmpstr (id, ==, "a category");
  return (guint) position;
}

guint64
embedded_cell (const RsDataset *dataset,
               const char *indicator,
               const char *region,
               const char *period)
{
  const char *ids[] = { indicator, region, period };
  guint positions[3];

  g_assert_cmpuint (rs_dataset_get_n_dimensions (dataset), ==, 3);
  for (guint i = 0; i < 3; i++)
    positions[i] = embedded_position (rs_dataset_get_dimension (dataset, i), ids[i]);
  return rs_dataset_get_cell (dataset, positions);
}

RsObservation
embedded_observe (const RsDataset *dataset,
                  const char *indicator,
                  const char *region,
                  const char *period)
{
  return rs_dataset_get_observation (dataset, embedded_cell (dataset, indicator, region, period));
}

const RsCategory *
embedded_indicator (const RsDataset *dataset, const char *id)
{
  const RsDimension *metric = rs_dataset_get_metric (dataset);

  return &metric->categories[embedded_position (metric, id)];
}

const RsCategory *
embedded_region (const RsDataset *dataset, const char *id)
{
  const RsDimension *geo = rs_dataset_get_geo (dataset);

  return &geo->categories[embedded_position (geo, id)];
}

const RsBreak *
embedded_break (const RsDataset *dataset,
                const char *indicator,
                const char *region,
                const char *from,
                const char *to)
{
  const RsDimension *time = rs_dataset_get_time (dataset);

  return rs_dataset_find_break (dataset,
                                embedded_position (rs_dataset_get_metric (dataset), indicator),
                                embedded_position (rs_dataset_get_geo (dataset), region),
                                embedded_position (time, from), embedded_position (time, to));
}

const char *
embedded_source (const RsDataset *dataset, const RsPassport *passport)
{
  if (passport == NULL || passport->source < 0)
    return "";
  return rs_dataset_get_source (dataset, (guint) passport->source)->id;
}
