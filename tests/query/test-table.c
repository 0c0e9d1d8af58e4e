/* SPDX-License-Identifier: GPL-3.0-or-later
 * The table twin and its CSV. All figures are invented. */
#include "config.h"

#include <string.h>

#include "dataset/csv-table.h"
#include "fixture-dataset.h"
#include "query/table.h"

static RsFrame *
run (RsDataset *dataset, const char *indicators, RsChartKind kind, int year)
{
  RsSelection selection = { (char *) "A", year };
  g_autoptr (RsView) view = rs_view_new ();
  g_autoptr (GError) error = NULL;
  RsFrame *frame = NULL;

  view->indicators = g_strsplit (indicators, " ", -1);
  view->goals = g_strsplit ("jobs rate_august", " ", -1);
  view->kind = kind;
  frame = rs_view_run (view, dataset, &selection, RS_LANGUAGE_EN, &error);
  g_assert_no_error (error);
  return frame;
}

static const char *
get_cell (const RsTable *table, guint row, const char *header)
{
  for (guint c = 0; c < table->n_columns; c++)
    if (g_strcmp0 (table->headers[c], header) == 0)
      return table->rows[row].cells[c];
  g_assert_not_reached ();
}

static void
test_for_people (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  g_autoptr (RsFrame) frame = run (dataset, "jobs", RS_CHART_COLUMNS, 2021);
  g_autoptr (RsTable) table = rs_table_new (frame, RS_TABLE_FOR_PEOPLE);

  g_assert_cmpuint (table->n_columns, ==, 12);
  g_assert_cmpuint (table->n_rows, ==, 8);
  g_assert_cmpstr (get_cell (table, 6, "Indicator"), ==, "Invented jobs");
  g_assert_cmpstr (get_cell (table, 6, "Region"), ==, "Region A");
  g_assert_cmpstr (get_cell (table, 6, "Period"), ==, "2021");
  g_assert_cmpstr (get_cell (table, 6, "Value"), ==, "151.25");
  g_assert_cmpstr (get_cell (table, 6, "Unit"), ==, "thousand persons");
  g_assert_cmpstr (get_cell (table, 6, "Change"), ==, "+10.0% on 2020");
  g_assert_cmpstr (get_cell (table, 6, "Target"), ==, "≥ 121 thousand persons (2021), derived");
  g_assert_cmpstr (get_cell (table, 6, "Source"), ==, "Invented yearbook");
  g_assert_cmpstr (get_cell (table, 6, "Source of the target"), ==, "Invented bulletin");
  g_assert_cmpstr (get_cell (table, 6, "Note"), ==, "invented note on one year");
  /* The hole is a row, without a number. */
  g_assert_cmpstr (get_cell (table, 3, "Period"), ==, "2018");
  g_assert_cmpstr (get_cell (table, 3, "Value"), ==, "–");
  g_assert_cmpstr (get_cell (table, 3, "Change"), ==, "");
  g_assert_true (table->numeric[3]);
  g_assert_false (table->numeric[0]);
}

static void
test_for_files (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  g_autoptr (RsFrame) frame = run (dataset, "jobs", RS_CHART_COLUMNS, 2021);
  g_autoptr (RsTable) table = rs_table_new (frame, RS_TABLE_FOR_FILES);
  g_autoptr (RsFrame) coverage = run (dataset, "coverage", RS_CHART_LINES, 2021);
  g_autoptr (RsTable) bounds = rs_table_new (coverage, RS_TABLE_FOR_FILES);

  g_assert_cmpstr (get_cell (table, 6, "Value"), ==, "15.125");
  g_assert_cmpstr (get_cell (table, 6, "Unit"), ==, "10,000 persons");
  g_assert_cmpstr (get_cell (table, 6, "Change"), ==, "1.375");
  g_assert_cmpstr (get_cell (table, 6, "result_id"), ==, "met");
  /* Words stand under heads in words, codes under codes. */
  g_assert_true (g_str_has_prefix (get_cell (table, 6, "Result"), "✓ 125% of target"));
  g_assert_cmpstr (get_cell (table, 7, "Status"), ==, "provisional");
  g_assert_cmpstr (get_cell (table, 6, "indicator_id"), ==, "jobs");
  g_assert_cmpstr (get_cell (table, 6, "region_id"), ==, "A");
  g_assert_cmpstr (get_cell (table, 6, "period_id"), ==, "2021");
  g_assert_cmpstr (get_cell (table, 6, "kind"), ==, "published");
  g_assert_cmpstr (get_cell (table, 6, "source_id"), ==, "inv1");
  g_assert_cmpstr (get_cell (table, 6, "target_operator"), ==, ">=");
  g_assert_cmpstr (get_cell (table, 6, "target_value"), ==, "12.1");
  g_assert_cmpstr (get_cell (table, 6, "target_source_id"), ==, "inv2");
  g_assert_cmpstr (get_cell (table, 6, "change_unit"), ==, "10,000 persons");
  g_assert_cmpstr (get_cell (table, 6, "change_percent"), ==, "10");
  g_assert_cmpstr (get_cell (table, 6, "change_kind"), ==, "computed");
  g_assert_cmpstr (get_cell (table, 6, "status_id"), ==, "");
  g_assert_cmpstr (get_cell (table, 7, "status_id"), ==, "p");
  g_assert_cmpstr (get_cell (table, 1, "status_id"), ==, "derived");
  g_assert_cmpstr (get_cell (table, 2, "status_id"), ==, "approximate");
  g_assert_cmpstr (get_cell (table, 1, "kind"), ==, "derived");
  g_assert_cmpstr (get_cell (table, 1, "derived_from"), ==, "21.5-10");
  g_assert_cmpstr (get_cell (table, 3, "Value"), ==, "");
  g_assert_cmpstr (get_cell (table, 3, "status_id"), ==, "missing");
  g_assert_cmpstr (get_cell (bounds, 1, "Value"), ==, "");
  g_assert_cmpstr (get_cell (bounds, 1, "more_than"), ==, "95");
}

typedef struct
{
  gboolean monthly;
  const char *indicators;
  RsChartKind kind;
  int year;
  guint n_goals;
} Drawn;

/* What the chart draws of a frame: "series/point" and "goal"; a series that a list names without a
 * figure has no point. */
static GHashTable *
list_drawn (const RsFrame *frame)
{
  GHashTable *drawn = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean is_list =
    rs_frame_get_kind (frame) == RS_CHART_FIGURES || rs_frame_get_kind (frame) == RS_CHART_BARS;

  for (guint s = 0; s < rs_frame_get_n_series (frame); s++)
    {
      const RsSeries *series = rs_frame_get_series (frame, s);

      if (is_list && series->selected < 0)
        g_hash_table_add (drawn, g_strdup_printf ("%u/-1", s));
      for (guint p = 0; p < series->n_points; p++)
        if (rs_frame_is_shown (frame, s, p) &&
            (series->points[p].observation.reason != RS_REASON_MISSING ||
             series->points[p].target != NULL))
          g_hash_table_add (drawn, g_strdup_printf ("%u/%u", s, p));
    }
  for (guint i = 0; i < rs_frame_get_n_goals (frame); i++)
    g_hash_table_add (drawn, g_strdup_printf ("goal %u", i));
  return drawn;
}

static gboolean
is_hole (const RsFrame *frame, const RsTableRow *row)
{
  const RsFramePoint *point = NULL;

  if (row->series < 0 || row->point < 0)
    return FALSE;
  point = &rs_frame_get_series (frame, (guint) row->series)->points[row->point];
  return point->observation.reason == RS_REASON_MISSING && point->target == NULL;
}

/* The table holds exactly what the chart draws, and the holes inside series. */
static void
test_same_cells (void)
{
  static const Drawn drawn[] = {
    { FALSE, "jobs", RS_CHART_COLUMNS, 2021, 0 },
    { FALSE, "rate_june rate_august", RS_CHART_LINES, 2021, 0 },
    { FALSE, "jobs members rate_august coverage", RS_CHART_BARS, 2021, 0 },
    { FALSE, "jobs members rate_june coverage", RS_CHART_BARS, 2022, 0 },
    { FALSE, "jobs members rate_june coverage", RS_CHART_FIGURES, 2021, 1 },
    { FALSE, "jobs members rate_june coverage", RS_CHART_FIGURES, 2020, 2 },
    { TRUE, "jobs_cumulative", RS_CHART_YEARS, 2021, 0 },
    { TRUE, "rate_quarterly", RS_CHART_LINES, 2020, 0 },
    { TRUE, "members", RS_CHART_COLUMNS, 2020, 0 },
  };
  g_autoptr (RsDataset) yearly = rs_test_dataset_yearly ();
  g_autoptr (RsDataset) monthly = rs_test_dataset_monthly ();

  for (gsize i = 0; i < G_N_ELEMENTS (drawn); i++)
    {
      g_autoptr (RsFrame) frame = run (drawn[i].monthly ? monthly : yearly, drawn[i].indicators,
                                       drawn[i].kind, drawn[i].year);
      g_autoptr (RsTable) table = rs_table_new (frame, RS_TABLE_FOR_PEOPLE);
      g_autoptr (GHashTable) left = list_drawn (frame);
      guint n_goals = 0;

      g_test_message ("row %zu", i);
      g_assert_cmpuint (g_hash_table_size (left), >, 0);
      for (guint r = 0; r < table->n_rows; r++)
        {
          const RsTableRow *row = &table->rows[r];
          g_autofree char *key = row->goal >= 0
                                   ? g_strdup_printf ("goal %d", row->goal)
                                   : g_strdup_printf ("%d/%d", row->series, row->point);

          n_goals += row->goal >= 0;
          g_assert_true (g_hash_table_remove (left, key) || is_hole (frame, row));
        }
      g_assert_cmpuint (g_hash_table_size (left), ==, 0);
      g_assert_cmpuint (n_goals, ==, drawn[i].n_goals);
    }
}

/* A goal is a rule of a year that the list does not show: it has no number and no verdict. */
static void
test_goals (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  g_autoptr (RsFrame) frame = run (dataset, "members rate_june", RS_CHART_FIGURES, 2020);
  g_autoptr (RsTable) people = rs_table_new (frame, RS_TABLE_FOR_PEOPLE);
  g_autoptr (RsTable) files = rs_table_new (frame, RS_TABLE_FOR_FILES);

  g_assert_cmpuint (people->n_rows, ==, 4);
  /* The list names it and has no figure of 2020. */
  g_assert_cmpint (people->rows[1].series, ==, 1);
  g_assert_cmpint (people->rows[1].point, ==, -1);
  g_assert_cmpstr (get_cell (people, 1, "Period"), ==, "2020");
  g_assert_cmpstr (get_cell (people, 1, "Value"), ==, "–");
  g_assert_cmpstr (get_cell (people, 1, "Status"), ==, "No figure in this dataset.");
  g_assert_cmpint (people->rows[2].series, ==, -1);
  g_assert_cmpint (people->rows[2].goal, ==, 0);
  g_assert_cmpint (people->rows[2].period.year, ==, 2021);
  g_assert_cmpstr (get_cell (people, 2, "Indicator"), ==, "Invented jobs");
  g_assert_cmpstr (get_cell (people, 2, "Region"), ==, "Region A");
  g_assert_cmpstr (get_cell (people, 2, "Period"), ==, "2021");
  g_assert_cmpstr (get_cell (people, 2, "Value"), ==, "");
  g_assert_cmpstr (get_cell (people, 2, "Status"), ==, "");
  g_assert_cmpstr (get_cell (people, 2, "Target"), ==, "≥ 121,000 persons, derived");
  g_assert_cmpstr (get_cell (people, 2, "Result"), ==, "");
  g_assert_cmpstr (get_cell (people, 2, "Source"), ==, "");
  g_assert_cmpstr (get_cell (people, 2, "Source of the target"), ==, "Invented bulletin");
  g_assert_cmpstr (get_cell (people, 3, "Target"), ==, "≤ 86%");
  g_assert_cmpstr (get_cell (files, 1, "status_id"), ==, "missing");
  g_assert_cmpstr (get_cell (files, 1, "period_id"), ==, "2020");
  g_assert_cmpstr (get_cell (files, 2, "Value"), ==, "");
  g_assert_cmpstr (get_cell (files, 2, "Unit"), ==, "10,000 persons");
  g_assert_cmpstr (get_cell (files, 2, "period_id"), ==, "2021");
  g_assert_cmpstr (get_cell (files, 2, "kind"), ==, "goal");
  g_assert_cmpstr (get_cell (files, 2, "target_operator"), ==, ">=");
  g_assert_cmpstr (get_cell (files, 2, "target_value"), ==, "12.1");
  g_assert_cmpstr (get_cell (files, 2, "target_source_id"), ==, "inv2");
}

/* November and December 2020 are holes between two lines. */
static void
test_holes_of_years (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_monthly ();
  g_autoptr (RsFrame) frame = run (dataset, "jobs_cumulative", RS_CHART_YEARS, 2020);
  g_autoptr (RsTable) table = rs_table_new (frame, RS_TABLE_FOR_FILES);

  g_assert_cmpuint (table->n_rows, ==, 42);
  g_assert_cmpstr (get_cell (table, 22, "period_id"), ==, "2020-11");
  g_assert_cmpstr (get_cell (table, 22, "Value"), ==, "");
}

typedef struct
{
  const char *cell;
  char delimiter;
  const char *field;
} Field;

static const Field fields[] = {
  { "plain", ',', "plain" },
  { "", ',', "" },
  { "a,b", ',', "\"a,b\"" },
  { "a,b", ';', "a,b" },
  { "a;b", ';', "\"a;b\"" },
  { "say \"x\"", ',', "\"say \"\"x\"\"\"" },
  { "two\nlines", ',', "\"two\nlines\"" },
  { "two\r\nlines", ',', "\"two\r\nlines\"" },
  { " padded ", ',', "\" padded \"" },
  { "=1+1", ',', "'=1+1" },
  { "=cmd|' /C calc'!A0", ',', "'=cmd|' /C calc'!A0" },
  { "+1 more", ',', "'+1 more" },
  { "-x", ',', "'-x" },
  { "@sum", ',', "'@sum" },
  { "\tx", ',', "'\tx" },
  { "\rx", ',', "\"'\rx\"" },
  { "=a,b", ',', "\"'=a,b\"" },
  /* Numbers stay numbers. */
  { "-5", ',', "-5" },
  { "+5", ',', "+5" },
  { "-0.25", ',', "-0.25" },
  { "12.5", ',', "12.5" },
  { "-5-5", ',', "'-5-5" },
  { "−5", ',', "−5" },
  { "万人", ',', "万人" },
  { "a\tb", '\t', "a b" },
  { "a\nb", '\t', "a b" },
  { "=x", '\t', "'=x" },
  { "a,b", '\t', "a,b" },
  { "a\"b", '\t', "a\"b" },
  { "-5", '\t', "-5" },
};

static void
test_fields (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      char *header[] = { (char *) "h", NULL };
      char *cells[] = { (char *) fields[i].cell, NULL };
      gboolean numeric = FALSE;
      RsTableRow row = { .cells = cells };
      RsTable table = { header, &numeric, 1, &row, 1 };
      g_autofree char *text = rs_table_to_csv (&table, fields[i].delimiter, FALSE);
      g_autofree char *expected = g_strconcat ("h\r\n", fields[i].field, "\r\n", NULL);

      g_assert_cmpstr (text, ==, expected);
    }
}

static void
test_csv (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  g_autoptr (RsFrame) frame = run (dataset, "jobs", RS_CHART_COLUMNS, 2021);
  g_autoptr (RsTable) table = rs_table_new (frame, RS_TABLE_FOR_FILES);
  g_autofree char *text = rs_table_to_csv (table, ',', TRUE);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (RsCsvTable) again = NULL;

  g_assert_true (g_str_has_prefix (text, "\xEF\xBB\xBFIndicator,Region,"));
  again = rs_csv_table_parse ("test.csv", bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rs_csv_table_get_n_rows (again), ==, table->n_rows);
  for (guint r = 0; r < table->n_rows; r++)
    g_assert_cmpstr (rs_csv_table_get (again, r, rs_csv_table_find_column (again, "Value")), ==,
                     get_cell (table, r, "Value"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/table/for-people", test_for_people);
  g_test_add_func ("/query/table/for-files", test_for_files);
  g_test_add_func ("/query/table/same-cells", test_same_cells);
  g_test_add_func ("/query/table/goals", test_goals);
  g_test_add_func ("/query/table/holes-of-years", test_holes_of_years);
  g_test_add_func ("/query/table/fields", test_fields);
  g_test_add_func ("/query/table/csv", test_csv);
  return g_test_run ();
}
