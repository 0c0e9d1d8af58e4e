/* SPDX-License-Identifier: GPL-3.0-or-later
 * The JSON-stat reader and the writer behind it: what was written reads back, to the same bytes. */
#include "config.h"

#include "dataset/jsonstat-reader.h"
#include "dataset/jsonstat-writer.h"

#include <math.h>
#include <stdint.h>

/* Writing a made cube of a million cells again and again would only be slow. */
#define MAX_CELLS 100000

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static gboolean
visit (const RsDataset *dataset, guint64 cell, gpointer user_data)
{
  RsObservation observation = rs_dataset_get_observation (dataset, cell);

  g_assert_true (isnan (observation.value) == (observation.reason != RS_REASON_NONE));
  return TRUE;
}

static void
check_round_trip (RsDataset *dataset)
{
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;
  g_autoptr (RsCatalog) catalog = NULL;
  g_autoptr (GError) error = NULL;
  RsDataset *again;

  if (rs_dataset_get_n_cells (dataset) > MAX_CELLS)
    return;
  first = rs_jsonstat_write (&dataset, 1, NULL);
  catalog = rs_jsonstat_read ("again", first, NULL, &error);
  g_assert_no_error (error);
  again = rs_catalog_get_dataset (catalog, 0);
  g_assert_cmpuint (rs_dataset_get_n_cells (again), ==, rs_dataset_get_n_cells (dataset));
  second = rs_jsonstat_write (&again, 1, NULL);
  g_assert_true (g_bytes_equal (first, second));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (RsCatalog) catalog = rs_jsonstat_read ("fuzz", bytes, NULL, &error);

  g_assert_true ((catalog == NULL) == (error != NULL));
  for (guint i = 0; catalog != NULL && i < rs_catalog_get_n_datasets (catalog); i++)
    {
      rs_dataset_foreach (rs_catalog_get_dataset (catalog, i), visit, NULL);
      check_round_trip (rs_catalog_get_dataset (catalog, i));
    }
  return 0;
}
