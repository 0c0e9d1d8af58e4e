/* SPDX-License-Identifier: GPL-3.0-or-later
 * Tests of dataset/dimension. All figures are invented. */
#include "config.h"

#include "dataset/dataset-builder.h"
#include "dataset/dimension.h"

static void
test_roles (void)
{
  g_assert_cmpstr (rs_role_to_string (RS_ROLE_TIME), ==, "time");
  g_assert_cmpstr (rs_role_to_string (RS_ROLE_GEO), ==, "geo");
  g_assert_cmpstr (rs_role_to_string (RS_ROLE_METRIC), ==, "metric");
  g_assert_cmpstr (rs_role_to_string (RS_ROLE_NONE), ==, "null");
}

static void
test_natures (void)
{
  for (int nature = RS_NATURE_UNKNOWN; nature <= RS_NATURE_GROWTH; nature++)
    g_assert_cmpint (rs_nature_from_string (rs_nature_to_string (nature)), ==, nature);
  g_assert_cmpstr (rs_nature_to_string (RS_NATURE_FLOW_CUMULATIVE), ==, "flow_cumulative");
  g_assert_cmpint (rs_nature_from_string (NULL), ==, RS_NATURE_UNKNOWN);
  g_assert_cmpint (rs_nature_from_string ("level"), ==, RS_NATURE_UNKNOWN);
}

/* Many categories: each id leads to its position, while the builder fills the dimension and
 * afterwards. */
static void
test_find (void)
{
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  g_autoptr (RsDataset) dataset = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 20000;
  RsDimension *filled = rs_dataset_builder_add_dimension (builder, "area", n, &error);
  const RsDimension *dimension;

  for (guint i = 0; i < n; i++)
    filled->categories[i].id = g_strdup_printf ("A%u", i);
  g_assert_cmpint (rs_dimension_find (filled, "A17"), ==, 17);
  g_assert_cmpint (rs_dimension_find (filled, "B"), ==, -1);

  g_assert_true (rs_dataset_builder_begin_cells (builder, FALSE, &error));
  dataset = rs_dataset_builder_finish (builder, NULL, &error);
  g_assert_no_error (error);
  dimension = rs_dataset_get_geo (dataset);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (rs_dimension_find (dimension, dimension->categories[i].id), ==, (int) i);
  g_assert_cmpint (rs_dimension_find (dimension, "A20000"), ==, -1);
  g_assert_cmpint (rs_dimension_find (dimension, ""), ==, -1);
}

/* Without a time dimension there is no break, no year and no target to find. */
static void
test_no_time (void)
{
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  g_autoptr (RsDataset) dataset = NULL;
  g_autoptr (GError) error = NULL;
  RsDimension *dimension = rs_dataset_builder_add_dimension (builder, "sex", 1, &error);
  guint n_years = 7;

  dimension->categories[0].id = g_strdup ("2021");
  g_assert_true (rs_dataset_builder_begin_cells (builder, TRUE, &error));
  dataset = rs_dataset_builder_finish (builder, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (rs_dataset_get_time (dataset));
  g_assert_null (rs_dataset_get_metric (dataset));
  g_assert_null (rs_dataset_find_break (dataset, 0, 0, 0, 0));
  g_assert_null (rs_dataset_find_target (dataset, 0, 0, 0));
  rs_dataset_get_years (dataset, &n_years);
  g_assert_cmpuint (n_years, ==, 0);
  g_assert_false (rs_dimension_has_subyear_periods (rs_dataset_get_dimension (dataset, 0)));
  g_assert_cmpint (rs_dataset_get_dimension (dataset, 0)->categories[0].period.type, ==,
                   RS_PERIOD_NONE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dataset/dimension/roles", test_roles);
  g_test_add_func ("/dataset/dimension/natures", test_natures);
  g_test_add_func ("/dataset/dimension/find", test_find);
  g_test_add_func ("/dataset/dimension/no-time", test_no_time);
  return g_test_run ();
}
