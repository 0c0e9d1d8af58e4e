/* SPDX-License-Identifier: GPL-3.0-or-later
 * Tests of dataset/dataset. All figures are invented. */
#include "config.h"

#include "dataset/dataset-builder.h"
#include "dataset/dataset.h"

#include <math.h>

#define N_INDICATORS 2
#define N_REGIONS 10
#define N_YEARS 5

static RsDimension *
add_dimension (RsDatasetBuilder *builder, const char *id, const char *prefix, guint n)
{
  g_autoptr (GError) error = NULL;
  RsDimension *dimension = rs_dataset_builder_add_dimension (builder, id, n, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    dimension->categories[i].id = g_strdup_printf ("%s%u", prefix, i);
  return dimension;
}

static RsDatasetBuilder *
begin_cube (gboolean dense)
{
  RsDatasetBuilder *builder = rs_dataset_builder_new ();
  g_autoptr (GError) error = NULL;

  add_dimension (builder, "indicator", "invented", N_INDICATORS);
  add_dimension (builder, "region", "R", N_REGIONS);
  add_dimension (builder, "year", "201", N_YEARS);
  rs_dataset_builder_begin_cells (builder, dense, &error);
  g_assert_no_error (error);
  return builder;
}

static RsDataset *
finish (RsDatasetBuilder *builder)
{
  g_autoptr (GError) error = NULL;
  RsDataset *dataset = rs_dataset_builder_finish (builder, NULL, &error);

  g_assert_no_error (error);
  return dataset;
}

static guint64
cell_at (guint indicator, guint region, guint year)
{
  return ((guint64) indicator * N_REGIONS + region) * N_YEARS + year;
}

static void
test_about (void)
{
  g_autoptr (RsDatasetBuilder) builder = begin_cube (TRUE);
  g_autoptr (RsDataset) dataset = NULL;
  g_autoptr (RsDataset) plain = NULL;

  rs_dataset_builder_set_path (builder, "/link/item/1");
  rs_dataset_builder_set_id (builder, "invented");
  rs_dataset_builder_set_updated (builder, "2020-01-01");
  rs_dataset_builder_set_board (builder, "overview");
  rs_dataset_builder_set_selection (builder, "R1", 2012);
  rs_dataset_builder_set_release (builder, "00ff");
  rs_dataset_builder_add_note (builder, "one");
  rs_dataset_builder_add_note (builder, "two");
  rs_dataset_builder_get_label (builder)->original = g_strdup ("Invented");
  rs_dataset_builder_get_source_text (builder)->original = g_strdup ("Nobody");
  dataset = finish (builder);

  g_assert_cmpstr (rs_dataset_get_path (dataset), ==, "/link/item/1");
  g_assert_cmpstr (rs_dataset_get_id (dataset), ==, "invented");
  g_assert_cmpstr (rs_dataset_get_updated (dataset), ==, "2020-01-01");
  g_assert_cmpstr (rs_dataset_get_board (dataset), ==, "overview");
  g_assert_cmpstr (rs_dataset_get_selection_region (dataset), ==, "R1");
  g_assert_cmpint (rs_dataset_get_selection_year (dataset), ==, 2012);
  g_assert_cmpstr (rs_dataset_get_release (dataset), ==, "00ff");
  g_assert_cmpstr (rs_dataset_get_notes (dataset)[1], ==, "two");
  g_assert_null (rs_dataset_get_notes (dataset)[2]);
  g_assert_cmpstr (rs_text_get (rs_dataset_get_label (dataset), RS_LANGUAGE_EN), ==, "Invented");
  g_assert_cmpstr (rs_text_get (rs_dataset_get_source_text (dataset), RS_LANGUAGE_EN), ==,
                   "Nobody");
  g_assert_cmpint (rs_dataset_find_dimension (dataset, "year"), ==, 2);
  g_assert_cmpint (rs_dataset_find_dimension (dataset, "nothing"), ==, -1);
  g_assert_cmpint (rs_dimension_find (rs_dataset_get_geo (dataset), "R7"), ==, 7);
  g_assert_cmpint (rs_dimension_find (rs_dataset_get_geo (dataset), "R70"), ==, -1);

  rs_dataset_builder_free (g_steal_pointer (&builder));
  builder = begin_cube (TRUE);
  plain = finish (builder);
  g_assert_cmpstr (rs_dataset_get_path (plain), ==, "");
  g_assert_cmpstr (rs_dataset_get_id (plain), ==, "");
  g_assert_cmpstr (rs_dataset_get_release (plain), ==, "");
  g_assert_null (rs_dataset_get_notes (plain));
  g_assert_null (rs_dataset_get_board (plain));
  g_assert_null (rs_dataset_get_updated (plain));
  g_assert_null (rs_dataset_get_selection_region (plain));
}

static void
test_references (void)
{
  g_autoptr (RsDatasetBuilder) builder = begin_cube (FALSE);
  RsDataset *dataset = finish (builder);
  RsDataset *second = rs_dataset_ref (dataset);

  rs_dataset_unref (dataset);
  g_assert_cmpuint (rs_dataset_get_n_dimensions (second), ==, 3);
  rs_dataset_unref (second);
}

/* For cubes of random shape: every cell number leads to positions and back, in row-major order. */
static void
test_positions (void)
{
  for (int round = 0; round < 50; round++)
    {
      g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
      g_autoptr (RsDataset) dataset = NULL;
      g_autoptr (GError) error = NULL;
      int n = g_test_rand_int_range (0, 7);
      guint positions[8] = { 0 };
      guint64 n_cells;

      for (int i = 0; i < n; i++)
        {
          g_autofree char *id = g_strdup_printf ("d%d", i);

          add_dimension (builder, id, "c", (guint) g_test_rand_int_range (1, 6));
        }
      g_assert_true (rs_dataset_builder_begin_cells (builder, FALSE, &error));
      dataset = finish (builder);
      n_cells = rs_dataset_get_n_cells (dataset);

      for (guint64 cell = 0; cell < n_cells; cell++)
        {
          guint found[8] = { 0 };

          rs_dataset_get_positions (dataset, cell, found);
          g_assert_cmpmem (found, sizeof found, positions, sizeof positions);
          g_assert_cmpuint (rs_dataset_get_cell (dataset, found), ==, cell);

          /* The next cell, as one counts: the last dimension runs fastest. */
          for (int i = n - 1; i >= 0; i--)
            {
              if (++positions[i] < rs_dataset_get_dimension (dataset, (guint) i)->n_categories)
                break;
              positions[i] = 0;
            }
        }
      for (int i = 0; i < n; i++)
        g_assert_cmpuint (positions[i], ==, 0);
    }
}

static void
test_observations (gconstpointer data)
{
  g_autoptr (RsDatasetBuilder) builder = begin_cube (GPOINTER_TO_INT (data));
  g_autoptr (RsDataset) dataset = NULL;
  RsObservation observation;
  RsPassport *passport;

  rs_dataset_builder_set_value (builder, 0, 0);
  rs_dataset_builder_set_value (builder, 1, 75.1);
  rs_dataset_builder_set_status (builder, 1, "p");
  passport = rs_dataset_builder_get_passport (builder, 1);
  passport->kind = RS_KIND_DERIVED;
  passport->formula = g_strdup ("74.1+1");
  passport = rs_dataset_builder_get_passport (builder, 2);
  passport->kind = RS_KIND_BOUND;
  passport->has_bound = TRUE;
  passport->bound = 95;
  rs_dataset_builder_set_status (builder, 2, ">");
  rs_dataset_builder_set_text (builder, 3, "about half");
  rs_dataset_builder_set_status (builder, 4, ":c");
  rs_dataset_builder_set_status (builder, 5, "M");
  rs_dataset_builder_set_status (builder, 6, "0n");
  rs_dataset_builder_set_status (builder, 7, "..");
  rs_dataset_builder_set_value (builder, 8, 5);
  rs_dataset_builder_get_passport (builder, 8)->approximate = TRUE;
  rs_dataset_builder_set_status (builder, 9, "");
  rs_dataset_builder_set_value (builder, 10, -0.0);
  rs_dataset_builder_set_value (builder, 11, INFINITY);
  rs_dataset_builder_set_value (builder, 12, NAN);
  rs_dataset_builder_set_value (builder, 13, 1);
  rs_dataset_builder_set_value (builder, 13, 2);
  dataset = finish (builder);

  /* Zero is a number. */
  observation = rs_dataset_get_observation (dataset, 0);
  g_assert_cmpfloat (observation.value, ==, 0);
  g_assert_cmpint (observation.reason, ==, RS_REASON_NONE);
  g_assert_null (observation.status);
  g_assert_null (observation.passport);

  observation = rs_dataset_get_observation (dataset, 1);
  g_assert_cmpfloat (observation.value, ==, 75.1);
  g_assert_cmphex (observation.flags, ==, RS_FLAG_PROVISIONAL | RS_FLAG_DERIVED);
  g_assert_cmpstr (observation.status, ==, "p");
  g_assert_cmpstr (observation.passport->formula, ==, "74.1+1");

  observation = rs_dataset_get_observation (dataset, 2);
  g_assert_true (isnan (observation.value));
  g_assert_cmpint (observation.reason, ==, RS_REASON_BOUND);
  g_assert_cmpfloat (observation.passport->bound, ==, 95);
  g_assert_cmphex (observation.flags, ==, RS_FLAG_NONE);

  observation = rs_dataset_get_observation (dataset, 3);
  g_assert_true (isnan (observation.value));
  g_assert_cmpint (observation.reason, ==, RS_REASON_TEXT);
  g_assert_cmpstr (observation.text, ==, "about half");

  g_assert_cmpint (rs_dataset_get_observation (dataset, 4).reason, ==, RS_REASON_CONFIDENTIAL);
  g_assert_cmpint (rs_dataset_get_observation (dataset, 5).reason, ==, RS_REASON_NOT_APPLICABLE);
  g_assert_cmpint (rs_dataset_get_observation (dataset, 6).reason, ==, RS_REASON_LESS_THAN_HALF);
  g_assert_cmpint (rs_dataset_get_observation (dataset, 7).reason, ==, RS_REASON_MISSING);

  observation = rs_dataset_get_observation (dataset, 8);
  g_assert_cmphex (observation.flags, ==, RS_FLAG_APPROXIMATE);
  g_assert_cmpfloat (observation.value, ==, 5);

  observation = rs_dataset_get_observation (dataset, 9);
  g_assert_cmpint (observation.reason, ==, RS_REASON_MISSING);
  g_assert_null (observation.status);
  g_assert_false (signbit (rs_dataset_get_value (dataset, 10)));
  g_assert_cmpint (rs_dataset_get_observation (dataset, 11).reason, ==, RS_REASON_MISSING);
  g_assert_cmpint (rs_dataset_get_observation (dataset, 12).reason, ==, RS_REASON_MISSING);
  g_assert_cmpfloat (rs_dataset_get_value (dataset, 13), ==, 2);
}

static void
test_status_of_all (void)
{
  g_autoptr (RsDatasetBuilder) builder = begin_cube (FALSE);
  g_autoptr (RsDataset) dataset = NULL;

  rs_dataset_builder_set_status_of_all (builder, "e");
  rs_dataset_builder_set_status (builder, 3, "p");
  dataset = finish (builder);
  g_assert_cmpstr (rs_dataset_get_observation (dataset, 2).status, ==, "e");
  g_assert_cmpstr (rs_dataset_get_observation (dataset, 3).status, ==, "p");
  /* The same words are kept once. */
  g_assert_true (rs_dataset_get_observation (dataset, 2).status ==
                 rs_dataset_get_observation (dataset, 4).status);
}

/* What a walk over a dataset finds, as text. */
static gboolean
describe_cell (const RsDataset *dataset, guint64 cell, gpointer user_data)
{
  RsObservation observation = rs_dataset_get_observation (dataset, cell);

  g_string_append_printf (user_data, "%" G_GUINT64_FORMAT " %.17g %d %x %s %s\n", cell,
                          isnan (observation.value) ? -1e9 : observation.value, observation.reason,
                          observation.flags, observation.status != NULL ? observation.status : "-",
                          observation.text != NULL ? observation.text : "-");
  return TRUE;
}

static void
fill_randomly (RsDatasetBuilder *builder, guint seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  guint64 n_cells = rs_dataset_builder_get_n_cells (builder);

  for (int i = 0; i < 60; i++)
    {
      guint64 cell = (guint64) g_rand_int_range (rand, 0, (int) n_cells);

      switch (g_rand_int_range (rand, 0, 4))
        {
        case 0:
          rs_dataset_builder_set_status (builder, cell, i % 2 == 0 ? "p" : ":");
          break;
        case 1:
          rs_dataset_builder_set_text (builder, cell, "text");
          break;
        case 2:
          rs_dataset_builder_get_passport (builder, cell)->kind = RS_KIND_DERIVED;
          break;
        default:
          rs_dataset_builder_set_value (builder, cell, g_rand_int_range (rand, 0, 100));
        }
    }
}

/* How the numbers are stored makes no difference that anybody can see. */
static void
test_dense_and_sparse (void)
{
  for (guint seed = 1; seed <= 100; seed++)
    {
      g_autoptr (RsDatasetBuilder) dense_builder = begin_cube (TRUE);
      g_autoptr (RsDatasetBuilder) sparse_builder = begin_cube (FALSE);
      g_autoptr (RsDataset) dense = NULL;
      g_autoptr (RsDataset) sparse = NULL;
      g_autoptr (GString) dense_text = g_string_new (NULL);
      g_autoptr (GString) sparse_text = g_string_new (NULL);

      fill_randomly (dense_builder, seed);
      fill_randomly (sparse_builder, seed);
      dense = finish (dense_builder);
      sparse = finish (sparse_builder);

      rs_dataset_foreach (dense, describe_cell, dense_text);
      rs_dataset_foreach (sparse, describe_cell, sparse_text);
      g_assert_cmpuint (dense_text->len, >, 0);
      g_assert_cmpstr (dense_text->str, ==, sparse_text->str);
      for (guint region = 0; region < N_REGIONS; region++)
        g_assert_cmpint (rs_dataset_region_has_figures (dense, region), ==,
                         rs_dataset_region_has_figures (sparse, region));
    }
}

typedef struct
{
  guint64 last;
  guint n;
  guint stop_after;
} Walk;

static gboolean
count_cell (const RsDataset *dataset, guint64 cell, gpointer user_data)
{
  Walk *walk = user_data;

  if (walk->n > 0)
    g_assert_cmpuint (cell, >, walk->last);
  walk->last = cell;
  walk->n++;
  return walk->n != walk->stop_after;
}

static void
test_walk (gconstpointer data)
{
  g_autoptr (RsDatasetBuilder) builder = begin_cube (GPOINTER_TO_INT (data));
  g_autoptr (RsDataset) dataset = NULL;
  Walk all = { 0 };
  Walk some = { .stop_after = 2 };

  rs_dataset_builder_set_value (builder, 40, 1);
  rs_dataset_builder_set_value (builder, 3, 1);
  rs_dataset_builder_set_text (builder, 40, "both");
  rs_dataset_builder_set_text (builder, 20, "only");
  rs_dataset_builder_set_status (builder, 99, ":");
  rs_dataset_builder_set_status (builder, 3, "p");
  rs_dataset_builder_set_status (builder, 0, "p");
  rs_dataset_builder_get_passport (builder, 99)->source = -1;
  rs_dataset_builder_get_passport (builder, 50)->source = -1;
  rs_dataset_builder_set_status_of_all (builder, "e");
  dataset = finish (builder);

  rs_dataset_foreach (dataset, count_cell, &all);
  g_assert_cmpuint (all.n, ==, 6);
  g_assert_cmpuint (all.last, ==, 99);
  rs_dataset_foreach (dataset, count_cell, &some);
  g_assert_cmpuint (some.n, ==, 2);
  g_assert_cmpuint (some.last, ==, 3);
}

static void
test_regions (gconstpointer data)
{
  g_autoptr (RsDatasetBuilder) builder = begin_cube (GPOINTER_TO_INT (data));
  g_autoptr (RsDataset) dataset = NULL;
  RsPassport *bound;
  RsTarget *target;

  rs_dataset_builder_set_value (builder, cell_at (0, 1, 4), 5);
  rs_dataset_builder_set_value (builder, cell_at (1, 9, 0), 0);
  bound = rs_dataset_builder_get_passport (builder, cell_at (1, 3, 2));
  bound->has_bound = TRUE;
  target = rs_dataset_builder_add_target (builder);
  target->region = 8;
  /* None of these is a figure. */
  rs_dataset_builder_set_status (builder, cell_at (0, 2, 2), ":");
  rs_dataset_builder_set_text (builder, cell_at (0, 4, 2), "none");
  rs_dataset_builder_get_passport (builder, cell_at (0, 5, 2))->approximate = TRUE;
  dataset = finish (builder);

  for (guint region = 0; region < N_REGIONS; region++)
    g_assert_cmpint (rs_dataset_region_has_figures (dataset, region), ==,
                     region == 1 || region == 9 || region == 3 || region == 8);
}

static void
test_targets (void)
{
  g_autoptr (RsDatasetBuilder) builder = begin_cube (FALSE);
  g_autoptr (RsDataset) dataset = NULL;
  guint n_found = 0;

  /* In no order, and the last one twice. */
  for (guint i = 0; i < 20; i++)
    {
      RsTarget *target = rs_dataset_builder_add_target (builder);
      guint place = i * 7 % 19;

      target->indicator = place % N_INDICATORS;
      target->region = place % N_REGIONS;
      target->period = place % N_YEARS;
      target->value = place;
      target->derived = i == 19;
    }
  dataset = finish (builder);

  g_assert_cmpuint (rs_dataset_get_n_targets (dataset), ==, 20);
  for (guint indicator = 0; indicator < N_INDICATORS; indicator++)
    for (guint region = 0; region < N_REGIONS; region++)
      for (guint year = 0; year < N_YEARS; year++)
        {
          const RsTarget *target = rs_dataset_find_target (dataset, indicator, region, year);
          const RsTarget *expected = NULL;

          for (guint i = 0; i < 20 && expected == NULL; i++)
            {
              const RsTarget *at = rs_dataset_get_target (dataset, i);

              if (at->indicator == indicator && at->region == region && at->period == year)
                expected = at;
            }
          g_assert_true (target == expected);
          n_found += target != NULL ? 1 : 0;
        }
  g_assert_cmpuint (n_found, >, 5);
}

static void
add_break (RsDatasetBuilder *builder, guint indicator, int region, guint before, guint after)
{
  RsBreak *added = rs_dataset_builder_add_break (builder);

  added->indicator = indicator;
  added->region = region;
  added->before = before;
  added->after = after;
}

static void
test_breaks (void)
{
  static const struct
  {
    guint indicator;
    guint region;
    guint from;
    guint to;
    int found;
  } rows[] = {
    { 0, 0, 1, 2, 0 },
    { 0, 9, 0, 4, 0 },
    { 0, 0, 0, 1, -1 },
    { 0, 0, 2, 4, -1 },
    { 0, 0, 2, 3, -1 },
    { 1, 4, 2, 4, 1 },
    { 1, 4, 0, 4, 1 },
    { 1, 4, 3, 4, -1 },
    { 1, 4, 2, 3, -1 },
    { 1, 5, 2, 4, -1 },
    /* From later to earlier nothing lies between. */
    { 0, 0, 2, 1, -1 },
    { 0, 0, 1, 1, -1 },
  };
  g_autoptr (RsDatasetBuilder) builder = begin_cube (FALSE);
  g_autoptr (RsDataset) dataset = NULL;

  add_break (builder, 0, -1, 1, 2);
  add_break (builder, 1, 4, 2, 4);
  dataset = finish (builder);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const RsBreak *found = rs_dataset_find_break (dataset, rows[i].indicator, rows[i].region,
                                                    rows[i].from, rows[i].to);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      if (rows[i].found < 0)
        g_assert_null (found);
      else
        g_assert_true (found == rs_dataset_get_break (dataset, (guint) rows[i].found));
    }
  g_assert_cmpuint (rs_dataset_get_n_breaks (dataset), ==, 2);
}

/* The order of the file is not the order of time. */
static void
test_breaks_in_reverse (void)
{
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  g_autoptr (RsDataset) dataset = NULL;
  g_autoptr (GError) error = NULL;
  RsDimension *time = rs_dataset_builder_add_dimension (builder, "year", 4, &error);

  for (guint i = 0; i < 4; i++)
    time->categories[i].id = g_strdup_printf ("%u", 2020 - i);
  g_assert_true (rs_dataset_builder_begin_cells (builder, TRUE, &error));
  /* Between 2018 and 2019. */
  add_break (builder, 0, -1, 2, 1);
  dataset = finish (builder);

  g_assert_nonnull (rs_dataset_find_break (dataset, 0, 0, 3, 0));
  g_assert_nonnull (rs_dataset_find_break (dataset, 0, 0, 2, 1));
  g_assert_null (rs_dataset_find_break (dataset, 0, 0, 0, 3));
  g_assert_null (rs_dataset_find_break (dataset, 0, 0, 1, 0));
}

int
main (int argc, char *argv[])
{
  gpointer dense = GINT_TO_POINTER (TRUE);
  gpointer sparse = GINT_TO_POINTER (FALSE);

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dataset/dataset/about", test_about);
  g_test_add_func ("/dataset/dataset/references", test_references);
  g_test_add_func ("/dataset/dataset/positions", test_positions);
  g_test_add_data_func ("/dataset/dataset/observations/dense", dense, test_observations);
  g_test_add_data_func ("/dataset/dataset/observations/sparse", sparse, test_observations);
  g_test_add_func ("/dataset/dataset/status-of-all", test_status_of_all);
  g_test_add_func ("/dataset/dataset/dense-and-sparse", test_dense_and_sparse);
  g_test_add_data_func ("/dataset/dataset/walk/dense", dense, test_walk);
  g_test_add_data_func ("/dataset/dataset/walk/sparse", sparse, test_walk);
  g_test_add_data_func ("/dataset/dataset/regions/dense", dense, test_regions);
  g_test_add_data_func ("/dataset/dataset/regions/sparse", sparse, test_regions);
  g_test_add_func ("/dataset/dataset/targets", test_targets);
  g_test_add_func ("/dataset/dataset/breaks", test_breaks);
  g_test_add_func ("/dataset/dataset/breaks-in-reverse", test_breaks_in_reverse);
  return g_test_run ();
}
