/* SPDX-License-Identifier: GPL-3.0-or-later
 * Changes that are published with a figure go before those that are computed. All figures are
 * invented. */
#include "config.h"

#include <math.h>

#include "dataset/dataset-builder.h"
#include "query/frame.h"
#include "query/summary.h"
#include "query/table.h"

#define FIRST_YEAR 2018
#define N_YEARS 7
#define N_REGIONS 3

enum
{
  JOBS,
  RATE,
  N_INDICATORS,
};

typedef enum
{
  NOTHING = 0,
  GROWTH = 1 << 0,
  DIFFERENCE = 1 << 1,
  DERIVED = 1 << 2,
  ABOUT = 1 << 3,
  BOUND = 1 << 4,
} Facts;

typedef struct
{
  guint indicator;
  guint region;
  int year;
  double value;
  Facts facts;
  double growth;
  double difference;
  const char *status;
} Figure;

/* The table breaks jobs between 2021 and 2022 in all regions. */
static const Figure figures[] = {
  { JOBS, 0, 2019, 75.25, DERIVED, 0, 0, NULL },
  { JOBS, 0, 2020, 65.5, GROWTH, -12.75, 0, NULL },
  { JOBS, 0, 2021, 75.1, GROWTH | DIFFERENCE, 14.5, 9.5, NULL },
  { JOBS, 0, 2022, 90, GROWTH | DIFFERENCE, 5, 4, NULL },
  { JOBS, 0, 2024, 80, GROWTH, 3, 0, NULL },
  { JOBS, 1, 2018, 20, DERIVED | ABOUT, 0, 0, NULL },
  { JOBS, 1, 2019, 25, DIFFERENCE, 0, 5, NULL },
  { JOBS, 1, 2021, 4, GROWTH, -0.5, 0, "b" },
  { JOBS, 1, 2024, 6, DIFFERENCE, 0, 0.5, NULL },
  { JOBS, 2, 2018, 5, GROWTH, 7.7, 0, NULL },
  { JOBS, 2, 2022, 8, GROWTH, 4, 0, NULL },
  { RATE, 0, 2020, 93.5, DERIVED, 0, 0, NULL },
  { RATE, 0, 2021, 96.5, DIFFERENCE, 0, 3, NULL },
  { RATE, 0, 2022, 97, GROWTH, 0.5, 0, NULL },
  { RATE, 0, 2023, 95, BOUND | DIFFERENCE, 0, 1, NULL },
  { RATE, 0, 2024, 98, DIFFERENCE, 0, 1, NULL },
};

typedef struct
{
  guint indicator;
  guint region;
  int year;
  gboolean published;
  gboolean published_difference;
  const char *text;
} Row;

static const Row rows[] = {
  /* Computed: −13.0 %, with †, since the earlier figure is derived. */
  { JOBS, 0, 2020, TRUE, FALSE, "−12.75% on 2019" },
  /* Computed: +14.7 %. */
  { JOBS, 0, 2021, TRUE, TRUE, "+14.5% on 2020" },
  { JOBS, 0, 2022, FALSE, FALSE, "break in series" },
  { JOBS, 0, 2024, TRUE, FALSE, "+3.0% on 2023" },
  /* Growth is told, and nobody published it. */
  { JOBS, 1, 2019, FALSE, TRUE, "≈ +25.0% on 2018 †" },
  { JOBS, 1, 2021, FALSE, FALSE, "gap: last earlier figure is of 2019" },
  { JOBS, 1, 2024, TRUE, TRUE, "+5,000 persons on 2023" },
  { JOBS, 2, 2018, TRUE, FALSE, "+7.7% on 2017" },
  { JOBS, 2, 2022, FALSE, FALSE, "gap: last earlier figure is of 2018" },
  { RATE, 0, 2021, TRUE, TRUE, "+3.0 points on 2020" },
  /* Growth of a rate is never told. */
  { RATE, 0, 2022, FALSE, FALSE, "+0.5 points on 2021" },
  { RATE, 0, 2023, FALSE, FALSE, "only a bound" },
  { RATE, 0, 2024, FALSE, FALSE, "only a bound for 2023" },
};

static void
add_indicators (RsDatasetBuilder *builder)
{
  RsDimension *dimension =
    rs_dataset_builder_add_dimension (builder, "indicator", N_INDICATORS, NULL);

  dimension->role = RS_ROLE_METRIC;
  for (guint i = 0; i < N_INDICATORS; i++)
    {
      RsCategory *category = &dimension->categories[i];

      category->id = g_strdup (i == JOBS ? "jobs" : "rate");
      category->label.original = g_strdup (i == JOBS ? "Invented jobs" : "Invented rate");
      category->nature = i == JOBS ? RS_NATURE_FLOW : RS_NATURE_RATE;
      category->unit.present = TRUE;
      category->unit.decimals = 2;
      category->unit.base = g_strdup (i == JOBS ? "persons" : "percent");
      category->unit.exponent = i == JOBS ? 4 : 0;
      category->unit.label.original = g_strdup (i == JOBS ? "10,000 persons" : "%");
      category->unit.base_label.original = g_strdup (i == JOBS ? "persons" : "%");
    }
}

static void
add_regions_and_periods (RsDatasetBuilder *builder, gboolean monthly)
{
  RsDimension *regions = rs_dataset_builder_add_dimension (builder, "region", N_REGIONS, NULL);
  RsDimension *periods = rs_dataset_builder_add_dimension (builder, "period", N_YEARS, NULL);

  regions->role = RS_ROLE_GEO;
  for (guint i = 0; i < N_REGIONS; i++)
    {
      regions->categories[i].id = g_strdup_printf ("%c", (int) ('A' + i));
      regions->categories[i].label.original = g_strdup_printf ("Region %c", (int) ('A' + i));
    }
  periods->role = RS_ROLE_TIME;
  for (guint i = 0; i < N_YEARS; i++)
    {
      RsCategory *category = &periods->categories[i];

      category->id = g_strdup_printf (monthly ? "%u-03" : "%u", FIRST_YEAR + i);
      category->label.original = g_strdup (category->id);
    }
}

static void
set_figure (RsDatasetBuilder *builder, const Figure *figure)
{
  const guint64 cell = ((guint64) figure->indicator * N_REGIONS + figure->region) * N_YEARS +
                       (guint64) (figure->year - FIRST_YEAR);
  RsPassport *passport = rs_dataset_builder_get_passport (builder, cell);

  passport->kind = (figure->facts & DERIVED) != 0 ? RS_KIND_DERIVED : RS_KIND_PUBLISHED;
  passport->approximate = (figure->facts & ABOUT) != 0;
  passport->has_growth = (figure->facts & GROWTH) != 0;
  passport->growth = figure->growth;
  passport->has_difference = (figure->facts & DIFFERENCE) != 0;
  passport->difference = figure->difference;
  passport->has_bound = (figure->facts & BOUND) != 0;
  passport->bound = figure->value;
  if (passport->has_bound)
    passport->kind = RS_KIND_BOUND;
  else
    rs_dataset_builder_set_value (builder, cell, figure->value);
  if (figure->status != NULL)
    rs_dataset_builder_set_status (builder, cell, figure->status);
}

static RsDataset *
make_dataset (gboolean monthly)
{
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  g_autoptr (GError) error = NULL;
  RsBreak *series_break;
  RsDataset *dataset;

  rs_dataset_builder_set_id (builder, "invented");
  add_indicators (builder);
  add_regions_and_periods (builder, monthly);
  g_assert_true (rs_dataset_builder_begin_cells (builder, TRUE, &error));
  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    set_figure (builder, &figures[i]);
  series_break = rs_dataset_builder_add_break (builder);
  series_break->indicator = JOBS;
  series_break->region = -1;
  series_break->before = 2021 - FIRST_YEAR;
  series_break->after = 2022 - FIRST_YEAR;
  series_break->source = -1;
  dataset = rs_dataset_builder_finish (builder, NULL, &error);
  g_assert_no_error (error);
  return dataset;
}

static RsFrame *
run (RsDataset *dataset, guint indicator, guint region)
{
  char *indicators[] = { (char *) (indicator == JOBS ? "jobs" : "rate"), NULL };
  char id[] = { (char) ('A' + region), '\0' };
  RsSelection selection = { .region = id, .year = 2021 };
  const RsDimension *time = rs_dataset_get_time (dataset);
  g_autoptr (RsView) view = rs_view_new ();
  g_autoptr (GError) error = NULL;
  RsFrame *frame;

  view->kind = RS_CHART_LINES;
  view->indicators = g_strdupv (indicators);
  view->from = g_strdup (time->categories[0].id);
  view->to = g_strdup (time->categories[N_YEARS - 1].id);
  frame = rs_view_run (view, dataset, &selection, RS_LANGUAGE_EN, &error);
  g_assert_no_error (error);
  return frame;
}

static guint
find_year (const RsFrame *frame, int year)
{
  const RsSeries *series = rs_frame_get_series (frame, 0);

  for (guint p = 0; p < series->n_points; p++)
    if (series->points[p].period.year == year)
      return p;
  g_assert_not_reached ();
}

static void
test_rows (void)
{
  g_autoptr (RsDataset) dataset = make_dataset (FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const Row *row = &rows[i];
      g_autoptr (RsFrame) frame = run (dataset, row->indicator, row->region);
      const guint point = find_year (frame, row->year);
      const RsChange *change = &rs_frame_get_series (frame, 0)->points[point].change;
      g_autofree char *text = rs_summary_change (frame, 0, point);

      g_test_message ("%u %u %d", row->indicator, row->region, row->year);
      g_assert_cmpstr (text, ==, row->text);
      g_assert_cmpint (change->published, ==, row->published);
      g_assert_cmpint (change->published_difference, ==, row->published_difference);
    }
}

static void
test_numbers (void)
{
  g_autoptr (RsDataset) dataset = make_dataset (FALSE);
  g_autoptr (RsFrame) a = run (dataset, JOBS, 0);
  g_autoptr (RsFrame) b = run (dataset, JOBS, 1);
  const RsChange *both = &rs_frame_get_series (a, 0)->points[find_year (a, 2021)].change;
  const RsChange *growth = &rs_frame_get_series (a, 0)->points[find_year (a, 2020)].change;
  const RsChange *after_gap = &rs_frame_get_series (a, 0)->points[find_year (a, 2024)].change;
  const RsChange *alone = &rs_frame_get_series (b, 0)->points[find_year (b, 2024)].change;

  g_assert_cmpfloat (both->percent, ==, 14.5);
  /* The figures give 9.6. */
  g_assert_cmpfloat (both->difference, ==, 9.5);
  g_assert_cmpfloat (growth->percent, ==, -12.75);
  g_assert_cmpfloat (growth->difference, ==, -9.75);
  g_assert_true (growth->derived);
  /* No earlier figure is made up from the growth. */
  g_assert_cmpint (after_gap->obstacle, ==, RS_OBSTACLE_NONE);
  g_assert_true (isnan (after_gap->difference));
  g_assert_cmpint (after_gap->against.year, ==, 2023);
  g_assert_cmpfloat (alone->difference, ==, 0.5);
  g_assert_true (isnan (alone->percent));
}

/* Two periods set against each other have the same number for their change as the headline. */
static void
test_earlier (void)
{
  g_autoptr (RsDataset) dataset = make_dataset (FALSE);
  g_autoptr (RsView) view = rs_view_new ();
  g_autoptr (RsFrame) frame = NULL;
  g_autoptr (RsFrame) far = NULL;
  RsSelection selection = { (char *) "A", 2021 };
  const RsDimension *metric = rs_dataset_get_metric (dataset);

  view->kind = RS_CHART_DUMBBELL;
  view->scope = RS_SCOPE_SELECTED;
  view->indicators = g_strdupv ((char *[]){ metric->categories[JOBS].id, NULL });
  frame = rs_view_run (view, dataset, &selection, RS_LANGUAGE_EN, NULL);
  g_assert_nonnull (frame);
  g_assert_cmpint (rs_frame_get_earlier_period (frame).year, ==, 2020);
  g_assert_true (rs_frame_get_earlier_change (frame, 0).published);
  g_assert_cmpfloat (rs_frame_get_earlier_change (frame, 0).percent, ==, 14.5);
  /* On another period the publisher's number says nothing. */
  view->from = g_strdup ("2019");
  far = rs_view_run (view, dataset, &selection, RS_LANGUAGE_EN, NULL);
  g_assert_nonnull (far);
  g_assert_cmpint (rs_frame_get_earlier_period (far).year, ==, 2019);
  g_assert_false (rs_frame_get_earlier_change (far, 0).published);
}

static void
test_point (void)
{
  g_autoptr (RsDataset) dataset = make_dataset (FALSE);
  g_autoptr (RsFrame) a = run (dataset, JOBS, 0);
  g_autoptr (RsFrame) b = run (dataset, JOBS, 1);
  g_autofree char *both = rs_summary_point (a, 0, find_year (a, 2021));
  g_autofree char *computed = rs_summary_point (b, 0, find_year (b, 2019));
  g_autofree char *alone = rs_summary_point (b, 0, find_year (b, 2024));

  g_assert_cmpstr (both, ==,
                   "Invented jobs, Region A, 2021\n"
                   "751,000 persons\n"
                   "+14.5% on 2020 (published)\n"
                   "+95,000 persons on 2020 (published)");
  g_assert_cmpstr (computed, ==,
                   "Invented jobs, Region B, 2019\n"
                   "250,000 persons\n"
                   "≈ +25.0% on 2018 † (computed)\n"
                   "+50,000 persons on 2018 (published)");
  g_assert_cmpstr (alone, ==,
                   "Invented jobs, Region B, 2024\n"
                   "60,000 persons\n"
                   "+5,000 persons on 2023 (published)");
}

static const char *
get_cell (const RsTable *table, int year, const char *header)
{
  for (guint r = 0; r < table->n_rows; r++)
    for (guint c = 0; table->rows[r].period.year == year && c < table->n_columns; c++)
      if (g_strcmp0 (table->headers[c], header) == 0)
        return table->rows[r].cells[c];
  g_assert_not_reached ();
}

/* A file says of each change in what it is and whose. */
static void
test_table (void)
{
  static const struct
  {
    guint indicator;
    guint region;
    int year;
    const char *change;
    const char *unit;
    const char *percent;
    const char *kind;
    const char *percent_kind;
  } cells[] = {
    { JOBS, 0, 2020, "-9.75", "10,000 persons", "-12.75", "computed", "published" },
    { JOBS, 0, 2021, "9.5", "10,000 persons", "14.5", "published", "published" },
    { JOBS, 0, 2022, "", "", "", "", "" },
    /* Growth is all that is published. */
    { JOBS, 0, 2024, "3", "%", "3", "published", "published" },
    { JOBS, 1, 2019, "5", "10,000 persons", "25", "published", "computed" },
    { JOBS, 1, 2024, "0.5", "10,000 persons", "", "published", "" },
    { RATE, 0, 2021, "3", "points", "", "published", "" },
    { RATE, 0, 2022, "0.5", "points", "", "computed", "" },
  };
  g_autoptr (RsDataset) dataset = make_dataset (FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autoptr (RsFrame) frame = run (dataset, cells[i].indicator, cells[i].region);
      g_autoptr (RsTable) table = rs_table_new (frame, RS_TABLE_FOR_FILES);

      g_test_message ("row %zu", i);
      g_assert_cmpstr (get_cell (table, cells[i].year, "Change"), ==, cells[i].change);
      g_assert_cmpstr (get_cell (table, cells[i].year, "change_unit"), ==, cells[i].unit);
      g_assert_cmpstr (get_cell (table, cells[i].year, "change_percent"), ==, cells[i].percent);
      g_assert_cmpstr (get_cell (table, cells[i].year, "change_kind"), ==, cells[i].kind);
      g_assert_cmpstr (get_cell (table, cells[i].year, "change_percent_kind"), ==,
                       cells[i].percent_kind);
    }
}

/* Growth "on the year before" belongs to years; months are compared by their own rules. */
static void
test_months (void)
{
  g_autoptr (RsDataset) dataset = make_dataset (TRUE);
  g_autoptr (RsFrame) frame = run (dataset, JOBS, 0);
  const RsSeries *series = rs_frame_get_series (frame, 0);
  guint n_changes = 0;

  for (guint p = 0; p < series->n_points; p++)
    {
      n_changes += series->points[p].change.obstacle == RS_OBSTACLE_NONE;
      g_assert_false (series->points[p].change.published);
      g_assert_false (series->points[p].change.published_difference);
    }
  g_assert_cmpuint (n_changes, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/published-change/rows", test_rows);
  g_test_add_func ("/query/published-change/numbers", test_numbers);
  g_test_add_func ("/query/published-change/earlier", test_earlier);
  g_test_add_func ("/query/published-change/point", test_point);
  g_test_add_func ("/query/published-change/table", test_table);
  g_test_add_func ("/query/published-change/months", test_months);
  return g_test_run ();
}
