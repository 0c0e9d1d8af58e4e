/* SPDX-License-Identifier: GPL-3.0-or-later
 * The shared choice: its default, and how it moves to another dataset. */
#include "config.h"

#include "fixture-dataset.h"
#include "query/view.h"

static void
test_stated (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  RsSelection selection = { 0 };

  rs_selection_init_default (&selection, dataset);
  g_assert_cmpstr (selection.region, ==, "A");
  g_assert_cmpint (selection.year, ==, 2021);
  rs_selection_clear (&selection);
  g_assert_null (selection.region);
  g_assert_cmpint (selection.year, ==, 0);
}

static void
test_unstated (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_plain ();
  RsSelection selection = { 0 };

  rs_selection_init_default (&selection, dataset);
  g_assert_cmpstr (selection.region, ==, "X");
  g_assert_cmpint (selection.year, ==, 2004);
  rs_selection_clear (&selection);
}

static void
test_timeless (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_timeless ();
  RsSelection selection = { 0 };

  rs_selection_init_default (&selection, dataset);
  g_assert_null (selection.region);
  g_assert_cmpint (selection.year, ==, 0);
}

typedef struct
{
  const char *region;
  int year;
  const char *adapted_region;
  int adapted_year;
} Move;

static void
test_adapt (void)
{
  static const Move moves[] = {
    { "B", 2016, "B", 2016 },    { "C", 2022, "C", 2022 },  { "nowhere", 2016, "A", 2016 },
    { "B", 1999, "B", 2021 },    { NULL, 2016, "A", 2016 }, { "B", 0, "B", 2021 },
    { "nowhere", 1, "A", 2021 },
  };
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();

  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      RsSelection selection = { g_strdup (moves[i].region), moves[i].year };

      rs_selection_adapt (&selection, dataset);
      g_assert_cmpstr (selection.region, ==, moves[i].adapted_region);
      g_assert_cmpint (selection.year, ==, moves[i].adapted_year);
      rs_selection_clear (&selection);
    }
}

static void
test_adapt_to_timeless (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_timeless ();
  RsSelection selection = { g_strdup ("A"), 2021 };

  rs_selection_adapt (&selection, dataset);
  g_assert_null (selection.region);
  g_assert_cmpint (selection.year, ==, 0);
}

static void
test_copy_and_equal (void)
{
  RsSelection a = { g_strdup ("A"), 2021 };
  RsSelection b = { 0 };

  g_assert_false (rs_selection_equal (&a, &b));
  rs_selection_copy (&b, &a);
  g_assert_true (rs_selection_equal (&a, &b));
  rs_selection_copy (&b, &b);
  g_assert_true (rs_selection_equal (&a, &b));
  b.year = 2020;
  g_assert_false (rs_selection_equal (&a, &b));
  rs_selection_clear (&a);
  rs_selection_clear (&b);
  g_assert_true (rs_selection_equal (&a, &b));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/selection/stated", test_stated);
  g_test_add_func ("/query/selection/unstated", test_unstated);
  g_test_add_func ("/query/selection/timeless", test_timeless);
  g_test_add_func ("/query/selection/adapt", test_adapt);
  g_test_add_func ("/query/selection/adapt-to-timeless", test_adapt_to_timeless);
  g_test_add_func ("/query/selection/copy-and-equal", test_copy_and_equal);
  return g_test_run ();
}
