/* SPDX-License-Identifier: GPL-3.0-or-later
 * Whole files: our own fixtures, and real ones where they lie beside the repository. */
#include "config.h"

#include "dataset/jsonstat-reader.h"
#include "dataset/jsonstat-writer.h"
#include "dataset/loader.h"

#include <string.h>

static char *samples;

/* What a file must come to. */
typedef struct
{
  const char *file;
  const char *class_name;
  guint n_datasets;
  guint n_links;
  guint64 n_cells; /* of all datasets */
  guint64 n_numbers;
  guint64 n_texts;
  guint n_diagnostics;
} Expected;

static const Expected fixtures[] = {
  { "cube.json", "dataset", 1, 0, 12, 9, 1, 0 },
  { "collection.json", "collection", 2, 1, 4, 4, 0, 0 },
  { "bundle.json", "bundle", 1, 0, 2, 1, 0, 3 },
  { "odd.json", "dataset", 1, 0, 2, 0, 0, 28 },
};

static const Expected real_files[] = {
  { "order.json", "dataset", 1, 0, 24, 0, 24, 0 },
  { "us-gsp.json", "dataset", 1, 0, 204, 204, 0, 0 },
  { "hierarchy.json", "dataset", 1, 0, 132, 0, 0, 0 },
  { "oecd-canada-bundle-1x.json", "bundle", 2, 0, 552, 552, 0, 1 },
  { "collection.json", "collection", 0, 8, 0, 0, 0, 0 },
  { "eurostat-nama_gdp_c-IT-1x.json", "bundle", 1, 0, 69, 24, 0, 1 },
  { "eurostat-sparse-status.json", "dataset", 1, 0, 195, 175, 0, 0 },
  { "pxweb-norway.json", "dataset", 1, 0, 288, 264, 0, 0 },
};

typedef struct
{
  guint64 n_numbers;
  guint64 n_texts;
} Counts;

static gboolean
count_cell (const RsDataset *dataset, guint64 cell, gpointer user_data)
{
  RsObservation observation = rs_dataset_get_observation (dataset, cell);
  Counts *counts = user_data;

  counts->n_numbers += observation.reason == RS_REASON_NONE ? 1 : 0;
  counts->n_texts += observation.text != NULL ? 1 : 0;
  return TRUE;
}

static RsCatalog *
load (const char *folder, const char *name, GError **error)
{
  g_autoptr (GFile) file = g_file_new_build_filename (folder, name, NULL);

  return rs_load (file, NULL, error);
}

/* Written and read again, each dataset is what it was. */
static void
check_round_trip (RsDataset *dataset)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) first = rs_jsonstat_write (&dataset, 1, NULL);
  g_autoptr (RsCatalog) catalog = rs_jsonstat_read ("again", first, NULL, &error);
  g_autoptr (GBytes) second = NULL;
  RsDataset *again;

  g_assert_no_error (error);
  again = rs_catalog_get_dataset (catalog, 0);
  second = rs_jsonstat_write (&again, 1, NULL);
  g_assert_true (g_bytes_equal (first, second));
  for (guint64 cell = 0; cell < rs_dataset_get_n_cells (dataset); cell++)
    {
      RsObservation a = rs_dataset_get_observation (dataset, cell);
      RsObservation b = rs_dataset_get_observation (again, cell);

      g_assert_true (a.reason == b.reason &&
                     (a.reason != RS_REASON_NONE || !(a.value < b.value || a.value > b.value)));
      g_assert_cmpstr (a.status, ==, b.status);
      g_assert_cmpstr (a.text, ==, b.text);
    }
}

static void
check (const char *folder, const Expected *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RsCatalog) catalog = load (folder, expected->file, &error);
  Counts counts = { 0 };
  guint64 n_cells = 0;

  g_assert_no_error (error);
  g_assert_cmpstr (rs_catalog_get_class (catalog), ==, expected->class_name);
  g_assert_cmpuint (rs_catalog_get_n_datasets (catalog), ==, expected->n_datasets);
  g_assert_cmpuint (rs_catalog_get_n_links (catalog), ==, expected->n_links);
  for (guint i = 0; i < expected->n_datasets; i++)
    {
      RsDataset *dataset = rs_catalog_get_dataset (catalog, i);

      n_cells += rs_dataset_get_n_cells (dataset);
      rs_dataset_foreach (dataset, count_cell, &counts);
      check_round_trip (dataset);
    }
  g_assert_cmpuint (n_cells, ==, expected->n_cells);
  g_assert_cmpuint (counts.n_numbers, ==, expected->n_numbers);
  g_assert_cmpuint (counts.n_texts, ==, expected->n_texts);
  g_assert_cmpuint (rs_diagnostics_get_n (rs_catalog_get_diagnostics (catalog)), ==,
                    expected->n_diagnostics);
}

static void
test_fixture (gconstpointer data)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "fixtures", "jsonstat", NULL);

  check (folder, data);
}

static void
test_real (gconstpointer data)
{
  check (samples, data);
}

static void
test_refused (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "fixtures", "jsonstat", NULL);
  g_autoptr (GError) remote = NULL;
  g_autoptr (GError) repeated = NULL;

  g_assert_null (load (folder, "error.json", &remote));
  g_assert_error (remote, RS_DATASET_ERROR, RS_DATASET_ERROR_REMOTE);
  g_assert_null (load (folder, "repeated.json", &repeated));
  g_assert_error (repeated, RS_DATASET_ERROR, RS_DATASET_ERROR_INCONSISTENT);
}

/* The sample whose texts name their own cells ("A1B1C1"; the file has one slip of its own). */
static void
test_order (void)
{
  g_autoptr (RsCatalog) catalog = load (samples, "order.json", NULL);
  const RsDataset *dataset = rs_catalog_get_dataset (catalog, 0);
  guint positions[3];

  for (guint64 cell = 0; cell < 24; cell++)
    {
      g_autofree char *name = NULL;

      rs_dataset_get_positions (dataset, cell, positions);
      name = g_strdup_printf ("A%uB%uC%u", positions[0] + 1, positions[1] + 1, positions[2] + 1);
      if (strcmp (name, "A2B1C4") == 0)
        continue;
      g_assert_cmpstr (rs_dataset_get_observation (dataset, cell).text, ==, name);
      g_assert_cmpuint (rs_dataset_get_cell (dataset, positions), ==, cell);
    }
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (fixtures); i++)
    {
      g_autofree char *path =
        g_strconcat ("/dataset/jsonstat-samples/fixture/", fixtures[i].file, NULL);

      g_test_add_data_func (path, &fixtures[i], test_fixture);
    }
  g_test_add_func ("/dataset/jsonstat-samples/refused", test_refused);
  samples = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "samples", "jsonstat", NULL);
  if (g_file_test (samples, G_FILE_TEST_IS_DIR))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (real_files); i++)
        {
          g_autofree char *path =
            g_strconcat ("/dataset/jsonstat-samples/real/", real_files[i].file, NULL);

          g_test_add_data_func (path, &real_files[i], test_real);
        }
      g_test_add_func ("/dataset/jsonstat-samples/order", test_order);
    }
  result = g_test_run ();
  g_free (samples);
  return result;
}
