/* SPDX-License-Identifier: GPL-3.0-or-later
 * Tests of dataset/catalog. */
#include "config.h"

#include "dataset/catalog.h"
#include "dataset/dataset-builder.h"

static RsDataset *
make_dataset (const char *id)
{
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  g_autoptr (GError) error = NULL;
  RsDataset *dataset;

  rs_dataset_builder_set_id (builder, id);
  g_assert_true (rs_dataset_builder_begin_cells (builder, TRUE, &error));
  dataset = rs_dataset_builder_finish (builder, NULL, &error);
  g_assert_no_error (error);
  return dataset;
}

static void
test_contents (void)
{
  g_autoptr (RsCatalog) catalog = rs_catalog_new ("invented.json", "collection", "2.0", "00ff");
  RsDataset *first = make_dataset ("first");
  RsDataset *second = make_dataset ("second");

  rs_catalog_edit_label (catalog)->original = g_strdup ("Invented");
  rs_catalog_add_dataset (catalog, first);
  rs_catalog_add_dataset (catalog, second);
  rs_dataset_unref (first);
  rs_dataset_unref (second);
  rs_catalog_add_link (catalog, "https://example.org/a.json", NULL);
  rs_diagnostics_add (rs_catalog_get_diagnostics (catalog), RS_SEVERITY_NOTE, "", "Invented.");

  g_assert_cmpstr (rs_catalog_get_name (catalog), ==, "invented.json");
  g_assert_cmpstr (rs_catalog_get_class (catalog), ==, "collection");
  g_assert_cmpstr (rs_catalog_get_version (catalog), ==, "2.0");
  g_assert_cmpstr (rs_catalog_get_release (catalog), ==, "00ff");
  g_assert_cmpstr (rs_text_get (rs_catalog_get_label (catalog), RS_LANGUAGE_EN), ==, "Invented");
  g_assert_cmpuint (rs_catalog_get_n_datasets (catalog), ==, 2);
  g_assert_cmpstr (rs_dataset_get_id (rs_catalog_get_dataset (catalog, 1)), ==, "second");
  g_assert_cmpuint (rs_catalog_get_n_links (catalog), ==, 1);
  g_assert_cmpstr (rs_catalog_get_link (catalog, 0)->href, ==, "https://example.org/a.json");
  g_assert_null (rs_catalog_get_link (catalog, 0)->label);
  g_assert_cmpuint (rs_diagnostics_get_n (rs_catalog_get_diagnostics (catalog)), ==, 1);
}

/* A dataset outlives its catalog where somebody holds it. */
static void
test_references (void)
{
  RsCatalog *catalog = rs_catalog_new ("invented.json", NULL, NULL, NULL);
  RsCatalog *again = rs_catalog_ref (catalog);
  RsDataset *dataset = make_dataset ("kept");

  rs_catalog_add_dataset (catalog, dataset);
  rs_catalog_unref (catalog);
  g_assert_cmpuint (rs_catalog_get_n_datasets (again), ==, 1);
  g_assert_cmpstr (rs_catalog_get_class (again), ==, "");
  rs_catalog_unref (again);
  g_assert_cmpstr (rs_dataset_get_id (dataset), ==, "kept");
  rs_dataset_unref (dataset);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dataset/catalog/contents", test_contents);
  g_test_add_func ("/dataset/catalog/references", test_references);
  return g_test_run ();
}
