/* SPDX-License-Identifier: GPL-3.0-or-later
 * Tests of dataset/dataset-builder. All figures are invented. */
#include "config.h"

#include "dataset/dataset-builder.h"

#include <math.h>

/* Ids are "@prefix" and the position. */
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

static void
begin (RsDatasetBuilder *builder, gboolean dense)
{
  g_autoptr (GError) error = NULL;

  rs_dataset_builder_begin_cells (builder, dense, &error);
  g_assert_no_error (error);
}

static RsDataset *
finish (RsDatasetBuilder *builder, RsDiagnostics *diagnostics)
{
  g_autoptr (GError) error = NULL;
  RsDataset *dataset = rs_dataset_builder_finish (builder, diagnostics, &error);

  g_assert_no_error (error);
  return dataset;
}

static void
add_child (RsDimension *dimension, guint parent, guint child)
{
  RsCategory *category = &dimension->categories[parent];

  category->children = g_renew (guint, category->children, category->n_children + 1);
  category->children[category->n_children++] = child;
}

static void
test_presets (void)
{
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  RsDimension *dimension = add_dimension (builder, "colour", "c", 2);
  RsPassport *passport;

  g_assert_cmpint (dimension->categories[1].unit.decimals, ==, -1);
  g_assert_false (dimension->categories[1].unit.present);
  begin (builder, FALSE);
  passport = rs_dataset_builder_get_passport (builder, 1);
  g_assert_cmpint (passport->kind, ==, RS_KIND_UNSTATED);
  g_assert_cmpint (passport->source, ==, -1);
  g_assert_cmpint (rs_passport_add_alternate (passport)->source, ==, -1);
  g_assert_true (rs_dataset_builder_get_passport (builder, 1) == passport);
  g_assert_cmpint (rs_dataset_builder_add_target (builder)->source, ==, -1);
  g_assert_cmpint (rs_dataset_builder_add_break (builder)->region, ==, -1);
}

/* Where a file ends early the builder is thrown away half full. */
static void
test_thrown_away (void)
{
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  RsDimension *dimension = add_dimension (builder, "area", "a", 3);
  RsPassport *passport;

  dimension->label.original = g_strdup ("Area");
  add_child (dimension, 0, 1);
  rs_dataset_builder_add_note (builder, "Invented.");
  rs_dataset_builder_get_label (builder)->original = g_strdup ("Invented");
  begin (builder, TRUE);
  rs_dataset_builder_set_status (builder, 0, "p");
  rs_dataset_builder_set_text (builder, 1, "text");
  passport = rs_dataset_builder_get_passport (builder, 2);
  passport->formula = g_strdup ("1+1");
  rs_passport_add_alternate (passport)->formula = g_strdup ("2+2");
  rs_dataset_builder_add_target (builder)->note.original = g_strdup ("Invented");
  rs_dataset_builder_add_break (builder)->note.original = g_strdup ("Invented");
  g_assert_cmpuint (rs_dataset_builder_get_n_cells (builder), ==, 3);
}

static void
test_repeated_dimension (void)
{
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  g_autoptr (GError) error = NULL;

  add_dimension (builder, "area", "a", 1);
  g_assert_null (rs_dataset_builder_add_dimension (builder, "area", 1, &error));
  g_assert_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_INCONSISTENT);
  g_assert_nonnull (strstr (error->message, "“area”"));
}

static void
test_limits (void)
{
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  g_autoptr (RsDatasetBuilder) many = rs_dataset_builder_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (
    rs_dataset_builder_add_dimension (builder, "big", RS_DATASET_MAX_CATEGORIES + 1, &error));
  g_assert_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_TOO_LARGE);
  g_clear_error (&error);
  g_assert_null (rs_dataset_builder_add_dimension (builder, "bigger", G_MAXUINT, &error));
  g_assert_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_TOO_LARGE);
  g_clear_error (&error);

  /* Together they have as many as a single one may have. */
  g_assert_nonnull (rs_dataset_builder_add_dimension (builder, "small", 1, &error));
  g_assert_null (
    rs_dataset_builder_add_dimension (builder, "rest", RS_DATASET_MAX_CATEGORIES, &error));
  g_assert_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_TOO_LARGE);
  g_clear_error (&error);

  for (int i = 0; i < RS_DATASET_MAX_DIMENSIONS; i++)
    {
      g_autofree char *id = g_strdup_printf ("d%d", i);

      add_dimension (many, id, "x", 1);
    }
  g_assert_null (rs_dataset_builder_add_dimension (many, "last", 1, &error));
  g_assert_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_TOO_LARGE);
}

/* The products that fool a multiplication without a check: 2⁶⁴ is 0, 2⁶⁴ + n is n. */
static void
test_overflow (void)
{
  static const guint sizes[][7] = {
    { 65536, 65536, 65536, 65536 },    { 4096, 4096, 4096, 4096, 4096, 16 },
    { 65537, 65537, 65537, 65537 },    { 262144, 262144, 262144, 1024 },
    { 32768, 32768, 32768, 32768, 8 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
      g_autoptr (GError) error = NULL;

      for (gsize j = 0; sizes[i][j] != 0; j++)
        {
          g_autofree char *id = g_strdup_printf ("d%" G_GSIZE_FORMAT, j);

          rs_dataset_builder_add_dimension (builder, id, sizes[i][j], &error);
          g_assert_no_error (error);
        }
      g_assert_false (rs_dataset_builder_begin_cells (builder, FALSE, &error));
      g_assert_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_TOO_LARGE);
    }
}

/* Large and sparse is legal; large and dense is not. */
static void
test_large (void)
{
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  g_autoptr (RsDataset) dataset = NULL;
  g_autoptr (GError) error = NULL;
  guint positions[4];

  for (int i = 0; i < 4; i++)
    {
      g_autofree char *id = g_strdup_printf ("d%d", i);

      add_dimension (builder, id, "c", 2000);
    }
  g_assert_false (rs_dataset_builder_begin_cells (builder, TRUE, &error));
  g_assert_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_TOO_LARGE);
  rs_dataset_builder_free (g_steal_pointer (&builder));

  builder = rs_dataset_builder_new ();
  for (int i = 0; i < 4; i++)
    {
      g_autofree char *id = g_strdup_printf ("d%d", i);

      add_dimension (builder, id, "c", 2000);
    }
  begin (builder, FALSE);
  rs_dataset_builder_set_value (builder, G_GUINT64_CONSTANT (15999999999999), 2);
  rs_dataset_builder_set_value (builder, 7, 1);
  dataset = finish (builder, NULL);
  g_assert_cmpuint (rs_dataset_get_n_cells (dataset), ==, G_GUINT64_CONSTANT (16000000000000));
  g_assert_cmpfloat (rs_dataset_get_value (dataset, 15999999999999), ==, 2);
  g_assert_cmpfloat (rs_dataset_get_value (dataset, 7), ==, 1);
  g_assert_true (isnan (rs_dataset_get_value (dataset, 8)));
  rs_dataset_get_positions (dataset, 15999999999999, positions);
  for (int i = 0; i < 4; i++)
    g_assert_cmpuint (positions[i], ==, 1999);
}

static void
test_empty (gconstpointer data)
{
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  g_autoptr (RsDataset) dataset = NULL;
  guint n_years;

  add_dimension (builder, "geo", "a", 3);
  add_dimension (builder, "time", "200", 0);
  begin (builder, GPOINTER_TO_INT (data));
  g_assert_cmpuint (rs_dataset_builder_get_n_cells (builder), ==, 0);
  dataset = finish (builder, NULL);
  g_assert_cmpuint (rs_dataset_get_n_cells (dataset), ==, 0);
  g_assert_false (rs_dataset_region_has_figures (dataset, 1));
  rs_dataset_get_years (dataset, &n_years);
  g_assert_cmpuint (n_years, ==, 0);
}

/* No dimension at all: the empty product is one cell. */
static void
test_single_cell (void)
{
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  g_autoptr (RsDataset) dataset = NULL;

  begin (builder, TRUE);
  rs_dataset_builder_set_value (builder, 0, 42);
  dataset = finish (builder, NULL);
  g_assert_cmpuint (rs_dataset_get_n_cells (dataset), ==, 1);
  g_assert_cmpuint (rs_dataset_get_cell (dataset, NULL), ==, 0);
  g_assert_cmpfloat (rs_dataset_get_value (dataset, 0), ==, 42);
}

static void
test_ids (void)
{
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  g_autoptr (RsDataset) dataset = NULL;
  g_autoptr (GError) error = NULL;
  RsDimension *dimension = add_dimension (builder, "area", "a", 3);

  g_free (dimension->categories[2].id);
  dimension->categories[2].id = g_strdup ("a0");
  begin (builder, FALSE);
  dataset = rs_dataset_builder_finish (builder, NULL, &error);
  g_assert_null (dataset);
  g_assert_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_INCONSISTENT);
  g_assert_nonnull (strstr (error->message, "“a0”"));
  g_clear_error (&error);

  /* The builder can be used again. */
  dimension = rs_dataset_builder_add_dimension (builder, "area", 2, &error);
  g_assert_no_error (error);
  dimension->categories[0].id = g_strdup ("a");
  begin (builder, FALSE);
  g_assert_null (rs_dataset_builder_finish (builder, NULL, &error));
  g_assert_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_INCONSISTENT);
}

static void
test_cycle (void)
{
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  g_autoptr (RsDiagnostics) diagnostics = rs_diagnostics_new ();
  g_autoptr (RsDataset) dataset = NULL;
  RsDimension *cyclic = add_dimension (builder, "a/b~c", "a", 4);
  RsDimension *itself = add_dimension (builder, "itself", "b", 2);
  RsDimension *outside = add_dimension (builder, "outside", "c", 2);
  RsDimension *sound = add_dimension (builder, "sound", "d", 4);

  rs_dataset_builder_set_path (builder, "/link/item/0");
  add_child (cyclic, 0, 1);
  add_child (cyclic, 1, 2);
  add_child (cyclic, 2, 1);
  add_child (itself, 1, 1);
  add_child (outside, 0, 17);
  /* A child of two parents is no cycle. */
  add_child (sound, 0, 1);
  add_child (sound, 0, 2);
  add_child (sound, 1, 3);
  add_child (sound, 2, 3);
  add_child (sound, 2, 3);
  begin (builder, FALSE);
  dataset = finish (builder, diagnostics);

  g_assert_cmpuint (rs_diagnostics_get_n (diagnostics), ==, 3);
  g_assert_cmpstr (rs_diagnostics_get (diagnostics, 0)->path, ==,
                   "/link/item/0/dimension/a~1b~0c/category/child");
  for (guint i = 0; i < 3; i++)
    {
      const RsDimension *dimension = rs_dataset_get_dimension (dataset, i);

      for (guint j = 0; j < dimension->n_categories; j++)
        {
          g_assert_cmpuint (dimension->categories[j].n_children, ==, 0);
          g_assert_cmpint (rs_dimension_get_parent (dimension, j), ==, -1);
        }
    }
  sound = (RsDimension *) rs_dataset_get_dimension (dataset, 3);
  g_assert_cmpuint (sound->categories[2].n_children, ==, 1);
  g_assert_cmpuint (sound->categories[3].n_parents, ==, 2);
  g_assert_cmpint (rs_dimension_get_parent (sound, 3), ==, 1);
  g_assert_cmpint (rs_dimension_get_parent (sound, 0), ==, -1);
}

/* A chain as deep as the dimension is long must not use up the stack. */
static void
test_deep_hierarchy (void)
{
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  g_autoptr (RsDataset) dataset = NULL;
  guint n = 300000;
  RsDimension *dimension = add_dimension (builder, "area", "a", n);

  for (guint i = 0; i + 1 < n; i++)
    add_child (dimension, i, i + 1);
  begin (builder, FALSE);
  dataset = finish (builder, NULL);
  g_assert_cmpint (rs_dimension_get_parent (rs_dataset_get_geo (dataset), n - 1), ==, (int) n - 2);
}

static void
test_declared_roles (void)
{
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  g_autoptr (RsDataset) dataset = NULL;

  add_dimension (builder, "year", "200", 3);
  add_dimension (builder, "cohort", "199", 3)->role = RS_ROLE_TIME;
  add_dimension (builder, "one", "g", 1)->role = RS_ROLE_GEO;
  add_dimension (builder, "several", "h", 2)->role = RS_ROLE_GEO;
  begin (builder, FALSE);
  dataset = finish (builder, NULL);

  /* What is declared is not guessed at; of two, the one with a choice plays the role. */
  g_assert_cmpint (rs_dataset_get_role (dataset, RS_ROLE_TIME), ==, 1);
  g_assert_cmpint (rs_dataset_get_role (dataset, RS_ROLE_GEO), ==, 3);
  g_assert_cmpint (rs_dataset_get_role (dataset, RS_ROLE_METRIC), ==, -1);
  g_assert_cmpint (rs_dataset_get_dimension (dataset, 0)->role, ==, RS_ROLE_NONE);
  g_assert_false (rs_dataset_get_dimension (dataset, 1)->role_guessed);
}

static void
test_guessed_roles (void)
{
  static const struct
  {
    const char *id;
    const char *label;
    const char *prefix; /* of category ids */
    RsRole role;
  } rows[] = {
    { "time", NULL, "200", RS_ROLE_TIME },
    { "TIME_PERIOD", NULL, "200", RS_ROLE_TIME },
    { "Tid", "tid", "2020M0", RS_ROLE_TIME },
    { "year", NULL, "202", RS_ROLE_TIME },
    { "v7", "Year", "200", RS_ROLE_TIME },
    { "v8", "Reference month", "2020-0", RS_ROLE_TIME },
    { "v9", "年份", "200", RS_ROLE_TIME },
    { "time", NULL, "x", RS_ROLE_TIME },
    { "birth_year", "Year of birth", "200", RS_ROLE_NONE },
    { "code", NULL, "200", RS_ROLE_NONE },
    { "sex", "Sex", "x", RS_ROLE_NONE },
    { "region", NULL, "x", RS_ROLE_GEO },
    { "REF_AREA", NULL, "x", RS_ROLE_GEO },
    { "geo", NULL, "x", RS_ROLE_GEO },
    { "v1", "地区", "x", RS_ROLE_GEO },
    { "indicator", NULL, "x", RS_ROLE_METRIC },
    { "ContentsCode", NULL, "x", RS_ROLE_METRIC },
    { "indic_em", NULL, "x", RS_ROLE_METRIC },
    { "v2", "Statistic", "x", RS_ROLE_METRIC },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
      g_autoptr (RsDataset) dataset = NULL;
      const RsDimension *guessed;
      RsDimension *dimension;

      g_test_message ("%s %s", rows[i].id, rows[i].prefix);
      dimension = add_dimension (builder, rows[i].id, rows[i].prefix, 4);
      dimension->label.original = g_strdup (rows[i].label);
      begin (builder, FALSE);
      dataset = finish (builder, NULL);
      guessed = rs_dataset_get_dimension (dataset, 0);
      g_assert_cmpint (guessed->role, ==, rows[i].role);
      g_assert_cmpint (guessed->role_guessed, ==, rows[i].role != RS_ROLE_NONE);
    }
}

/* Units make a measure, coordinates a place, whatever the names are. */
static void
test_roles_by_content (void)
{
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  g_autoptr (RsDataset) dataset = NULL;

  add_dimension (builder, "p", "x", 2)->categories[1].unit.present = TRUE;
  add_dimension (builder, "q", "y", 2)->categories[0].has_coordinates = TRUE;
  begin (builder, FALSE);
  dataset = finish (builder, NULL);
  g_assert_cmpint (rs_dataset_get_role (dataset, RS_ROLE_METRIC), ==, 0);
  g_assert_cmpint (rs_dataset_get_role (dataset, RS_ROLE_GEO), ==, 1);
}

static void
test_time (void)
{
  static const char *const ids[] = { "2021", "2019", "total", "2020-07", "2020", "x" };
  static const guint order[] = { 1, 4, 3, 0, 5, 2 };
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  g_autoptr (RsDataset) dataset = NULL;
  RsDimension *dimension = add_dimension (builder, "time", "", G_N_ELEMENTS (ids));
  const RsDimension *time;
  const int *years;
  guint n_years;

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_free (dimension->categories[i].id);
      dimension->categories[i].id = g_strdup (ids[i]);
    }
  /* The label is asked where the id is no period. */
  dimension->categories[5].label.original = g_strdup ("2025年3月");
  begin (builder, FALSE);
  dataset = finish (builder, NULL);

  time = rs_dataset_get_time (dataset);
  g_assert_cmpint (time->categories[5].period.type, ==, RS_PERIOD_MONTH);
  g_assert_cmpint (time->categories[2].period.type, ==, RS_PERIOD_NONE);
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    g_assert_cmpuint (time->chronological[i], ==, order[i]);
  g_assert_true (rs_dimension_has_subyear_periods (time));
  years = rs_dataset_get_years (dataset, &n_years);
  g_assert_cmpuint (n_years, ==, 4);
  g_assert_cmpint (years[0], ==, 2019);
  g_assert_cmpint (years[1], ==, 2020);
  g_assert_cmpint (years[2], ==, 2021);
  g_assert_cmpint (years[3], ==, 2025);
}

static void
test_sources (void)
{
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  g_autoptr (RsDataset) dataset = NULL;

  g_assert_cmpint (rs_dataset_builder_add_source (builder, "s1", "Invented", "Nobody", NULL), ==,
                   0);
  g_assert_cmpint (rs_dataset_builder_add_source (builder, "s2", NULL, NULL, "x:y"), ==, 1);
  g_assert_cmpint (rs_dataset_builder_add_source (builder, "s1", "Again", NULL, NULL), ==, -1);
  g_assert_cmpint (rs_dataset_builder_find_source (builder, "s2"), ==, 1);
  g_assert_cmpint (rs_dataset_builder_find_source (builder, "s3"), ==, -1);
  begin (builder, FALSE);
  dataset = finish (builder, NULL);
  g_assert_cmpuint (rs_dataset_get_n_sources (dataset), ==, 2);
  g_assert_cmpstr (rs_dataset_get_source (dataset, 0)->publisher, ==, "Nobody");
  g_assert_cmpstr (rs_dataset_get_source (dataset, 1)->title, ==, "");
}

/* A target or a break beside the cube stops the dataset: nothing may be drawn where it does not
 * belong. */
static void
test_targets_outside (void)
{
  for (int i = 0; i < 7; i++)
    {
      g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
      g_autoptr (RsDataset) dataset = NULL;
      g_autoptr (GError) error = NULL;

      add_dimension (builder, "indicator", "i", 2);
      add_dimension (builder, "region", "r", 3);
      add_dimension (builder, "year", "200", 4);
      begin (builder, FALSE);
      if (i == 0)
        rs_dataset_builder_add_target (builder)->indicator = 2;
      if (i == 1)
        rs_dataset_builder_add_target (builder)->region = 3;
      if (i == 2)
        rs_dataset_builder_add_target (builder)->period = 4;
      if (i == 3)
        rs_dataset_builder_add_target (builder)->value = INFINITY;
      if (i == 4)
        rs_dataset_builder_add_break (builder)->region = 3;
      if (i == 5)
        rs_dataset_builder_add_break (builder)->after = 4;
      if (i == 6)
        rs_dataset_builder_add_break (builder)->indicator = G_MAXUINT;
      dataset = rs_dataset_builder_finish (builder, NULL, &error);
      g_assert_null (dataset);
      g_assert_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_INCONSISTENT);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dataset/builder/presets", test_presets);
  g_test_add_func ("/dataset/builder/thrown-away", test_thrown_away);
  g_test_add_func ("/dataset/builder/repeated-dimension", test_repeated_dimension);
  g_test_add_func ("/dataset/builder/limits", test_limits);
  g_test_add_func ("/dataset/builder/overflow", test_overflow);
  g_test_add_func ("/dataset/builder/large", test_large);
  g_test_add_data_func ("/dataset/builder/empty/dense", GINT_TO_POINTER (TRUE), test_empty);
  g_test_add_data_func ("/dataset/builder/empty/sparse", GINT_TO_POINTER (FALSE), test_empty);
  g_test_add_func ("/dataset/builder/single-cell", test_single_cell);
  g_test_add_func ("/dataset/builder/ids", test_ids);
  g_test_add_func ("/dataset/builder/cycle", test_cycle);
  g_test_add_func ("/dataset/builder/deep-hierarchy", test_deep_hierarchy);
  g_test_add_func ("/dataset/builder/declared-roles", test_declared_roles);
  g_test_add_func ("/dataset/builder/guessed-roles", test_guessed_roles);
  g_test_add_func ("/dataset/builder/roles-by-content", test_roles_by_content);
  g_test_add_func ("/dataset/builder/time", test_time);
  g_test_add_func ("/dataset/builder/sources", test_sources);
  g_test_add_func ("/dataset/builder/targets-outside", test_targets_outside);
  return g_test_run ();
}
