/* SPDX-License-Identifier: GPL-3.0-or-later
 * Views run against invented datasets. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "fixture-dataset.h"
#include "query/frame.h"
#include "query/summary.h"

static char **
split (const char *ids)
{
  return ids != NULL ? g_strsplit (ids, " ", -1) : NULL;
}

/* Indicators and regions are separated by spaces; NULL leaves them open. */
static RsView *
make_view (const char *indicators, const char *regions, RsChartKind kind)
{
  RsView *view = rs_view_new ();

  view->indicators = split (indicators);
  view->regions = split (regions);
  view->kind = kind;
  return view;
}

static RsFrame *
run (const RsView *view, RsDataset *dataset, const char *region, int year)
{
  RsSelection selection = { (char *) region, year };
  g_autoptr (GError) error = NULL;
  RsFrame *frame = rs_view_run (view, dataset, &selection, RS_LANGUAGE_EN, &error);

  g_assert_no_error (error);
  g_assert_nonnull (frame);
  return frame;
}

static RsFrame *
run_simple (RsDataset *dataset, const char *indicators, RsChartKind kind, int year)
{
  g_autoptr (RsView) view = make_view (indicators, NULL, kind);

  return run (view, dataset, "A", year);
}

typedef struct
{
  gboolean monthly;
  const char *indicators;
  const char *regions;
  RsChartKind kind;
} Kind;

static const Kind auto_kinds[] = {
  { FALSE, "jobs", NULL, RS_CHART_COLUMNS },
  { FALSE, "members", NULL, RS_CHART_LINES },
  { FALSE, "rate_june", NULL, RS_CHART_LINES },
  { FALSE, "rate_june rate_august", NULL, RS_CHART_LINES },
  { FALSE, "jobs members", NULL, RS_CHART_LINES },
  { FALSE, "jobs rate_june", NULL, RS_CHART_FIGURES },
  { FALSE, "jobs", "A B", RS_CHART_LINES },
  { FALSE, NULL, NULL, RS_CHART_FIGURES },
  { TRUE, "jobs_cumulative", NULL, RS_CHART_YEARS },
  { TRUE, "members", NULL, RS_CHART_LINES },
  { TRUE, "rate_quarterly", NULL, RS_CHART_LINES },
  { TRUE, "jobs_cumulative members", NULL, RS_CHART_LINES },
  { TRUE, "jobs_cumulative rate_quarterly", NULL, RS_CHART_FIGURES },
};

static void
test_auto (void)
{
  g_autoptr (RsDataset) yearly = rs_test_dataset_yearly ();
  g_autoptr (RsDataset) monthly = rs_test_dataset_monthly ();

  for (gsize i = 0; i < G_N_ELEMENTS (auto_kinds); i++)
    {
      const Kind *row = &auto_kinds[i];
      g_autoptr (RsView) view = make_view (row->indicators, row->regions, RS_CHART_AUTO);
      g_autoptr (RsFrame) frame = run (view, row->monthly ? monthly : yearly, "A", 2021);

      g_test_message ("row %zu", i);
      g_assert_cmpint (rs_frame_get_kind (frame), ==, row->kind);
    }
}

/* Kinds that would mislead are refused with a sentence. */
static const Kind unsuitable[] = {
  { FALSE, "jobs rate_june", NULL, RS_CHART_COLUMNS },
  { FALSE, "jobs", NULL, RS_CHART_YEARS },
  { FALSE, "jobs rate_june", NULL, RS_CHART_LINES },
  { TRUE, "jobs_cumulative", NULL, RS_CHART_COLUMNS },
  { TRUE, "rate_quarterly", NULL, RS_CHART_COLUMNS },
  { TRUE, "jobs_cumulative members", NULL, RS_CHART_YEARS },
  { TRUE, "members rate_quarterly", NULL, RS_CHART_LINES },
};

static void
test_unsuitable (void)
{
  g_autoptr (RsDataset) yearly = rs_test_dataset_yearly ();
  g_autoptr (RsDataset) monthly = rs_test_dataset_monthly ();

  for (gsize i = 0; i < G_N_ELEMENTS (unsuitable); i++)
    {
      const Kind *row = &unsuitable[i];
      RsSelection selection = { (char *) "A", 2021 };
      g_autoptr (RsView) view = make_view (row->indicators, row->regions, row->kind);
      g_autoptr (GError) error = NULL;
      g_autoptr (RsFrame) frame =
        rs_view_run (view, row->monthly ? monthly : yearly, &selection, RS_LANGUAGE_EN, &error);

      g_test_message ("row %zu", i);
      g_assert_null (frame);
      g_assert_error (error, RS_QUERY_ERROR, RS_QUERY_ERROR_UNSUITABLE);
      g_assert_true (g_str_has_suffix (error->message, "."));
    }
}

static void
expect_error (const RsView *view, RsDataset *dataset, const char *region, int code, const char *id)
{
  RsSelection selection = { (char *) region, 2021 };
  g_autoptr (GError) error = NULL;
  g_autoptr (RsFrame) frame = rs_view_run (view, dataset, &selection, RS_LANGUAGE_EN, &error);

  g_assert_null (frame);
  g_assert_error (error, RS_QUERY_ERROR, code);
  g_assert_nonnull (strstr (error->message, id));
}

static void
test_unknown_ids (void)
{
  g_autoptr (RsDataset) yearly = rs_test_dataset_yearly ();
  g_autoptr (RsDataset) timeless = rs_test_dataset_timeless ();
  g_autoptr (RsView) indicator = make_view ("jobs nothing", NULL, RS_CHART_AUTO);
  g_autoptr (RsView) region = make_view ("jobs", "A Z", RS_CHART_AUTO);
  g_autoptr (RsView) plain = make_view ("jobs", NULL, RS_CHART_AUTO);
  g_autoptr (RsView) from = make_view ("jobs", NULL, RS_CHART_AUTO);
  g_autoptr (RsView) fixed = make_view ("jobs", NULL, RS_CHART_AUTO);
  g_autoptr (RsView) geo = make_view (NULL, "A", RS_CHART_AUTO);

  expect_error (indicator, yearly, "A", RS_QUERY_ERROR_UNKNOWN_CATEGORY, "nothing");
  expect_error (region, yearly, "A", RS_QUERY_ERROR_UNKNOWN_CATEGORY, "Z");
  expect_error (plain, yearly, "Q", RS_QUERY_ERROR_UNKNOWN_CATEGORY, "Q");
  expect_error (plain, timeless, NULL, RS_QUERY_ERROR_UNKNOWN_DIMENSION, "metric");
  expect_error (geo, timeless, NULL, RS_QUERY_ERROR_UNKNOWN_DIMENSION, "geo");
  from->from = g_strdup ("soon");
  expect_error (from, yearly, "A", RS_QUERY_ERROR_UNKNOWN_CATEGORY, "soon");
  fixed->fixed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_insert (fixed->fixed, g_strdup ("year"), g_strdup ("2021"));
  expect_error (fixed, yearly, "A", RS_QUERY_ERROR_UNKNOWN_DIMENSION, "year");
}

/* One letter a point: - no number, o a number that nothing joins to, = joined to the point before,
 * > a bound. */
static char *
draw (const RsSeries *series)
{
  GString *text = g_string_new (NULL);

  for (guint p = 0; p < series->n_points; p++)
    {
      const RsFramePoint *point = &series->points[p];
      char letter = '-';

      if (point->observation.reason == RS_REASON_BOUND)
        letter = '>';
      else if (point->observation.reason == RS_REASON_NONE)
        letter = point->joined ? '=' : 'o';
      g_assert_true (!point->joined || point->observation.reason == RS_REASON_NONE);
      g_string_append_c (text, letter);
    }
  return g_string_free (text, FALSE);
}

typedef struct
{
  gboolean monthly;
  const char *indicators;
  RsChartKind kind;
  const char *drawn; /* series separated by spaces */
} Drawing;

static const Drawing drawings[] = {
  { FALSE, "jobs", RS_CHART_LINES, "o==-o===" },
  { FALSE, "jobs", RS_CHART_COLUMNS, "o==-o===" },
  { FALSE, "members", RS_CHART_LINES, "o===o===" },
  { FALSE, "rate_june rate_august", RS_CHART_LINES, "o=-o---- ----o===" },
  { FALSE, "coverage", RS_CHART_LINES, "o>" },
  /* One line a year, never joined across; the months without a figure stay holes. */
  { TRUE, "jobs_cumulative", RS_CHART_YEARS, "o=========== o=========-- o=========== o=====" },
  { TRUE, "jobs_cumulative", RS_CHART_LINES, "o===========o=========--o===========o=====" },
  { TRUE, "members", RS_CHART_LINES, "o=====================--o===========o=====" },
  /* Measured at quarter ends: fourteen of them, one missing. */
  { TRUE, "rate_quarterly", RS_CHART_LINES, "o======-o=====" },
};

static void
test_joins (void)
{
  g_autoptr (RsDataset) yearly = rs_test_dataset_yearly ();
  g_autoptr (RsDataset) monthly = rs_test_dataset_monthly ();

  for (gsize i = 0; i < G_N_ELEMENTS (drawings); i++)
    {
      const Drawing *row = &drawings[i];
      g_autoptr (RsFrame) frame =
        run_simple (row->monthly ? monthly : yearly, row->indicators, row->kind, 2021);
      g_autoptr (GPtrArray) drawn = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *text = NULL;

      for (guint s = 0; s < rs_frame_get_n_series (frame); s++)
        g_ptr_array_add (drawn, draw (rs_frame_get_series (frame, s)));
      g_ptr_array_add (drawn, NULL);
      text = g_strjoinv (" ", (char **) drawn->pdata);
      g_assert_cmpstr (text, ==, row->drawn);
    }
}

static void
test_break_is_named (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  g_autoptr (RsFrame) frame = run_simple (dataset, "members", RS_CHART_LINES, 2021);
  const RsSeries *series = rs_frame_get_series (frame, 0);

  for (guint p = 0; p < series->n_points; p++)
    g_assert_true ((series->points[p].break_before != NULL) ==
                   (series->points[p].period.year == 2019));
  g_assert_true ((rs_frame_get_flags (frame) & RS_FLAG_BREAK) != 0);
}

typedef struct
{
  gboolean monthly;
  const char *indicator;
  RsChartKind kind;
  const char *from;
  const char *to;
  guint last_n;
  int year;
  const char *first; /* NULL: an empty window */
  const char *last;
  int frame_year;
} Window;

static const Window windows[] = {
  { FALSE, "jobs", RS_CHART_COLUMNS, NULL, NULL, 0, 2021, "2015", "2022", 2021 },
  { FALSE, "rate_june", RS_CHART_LINES, NULL, NULL, 0, 2016, "2015", "2018", 2016 },
  { FALSE, "rate_august", RS_CHART_LINES, NULL, NULL, 0, 2021, "2019", "2022", 2021 },
  { FALSE, "jobs", RS_CHART_COLUMNS, "2017", NULL, 0, 2021, "2017", "2022", 2021 },
  { FALSE, "jobs", RS_CHART_COLUMNS, NULL, "2019", 0, 2018, "2015", "2019", 2018 },
  { FALSE, "jobs", RS_CHART_COLUMNS, "2016", "2019", 0, 2018, "2016", "2019", 2018 },
  /* Stated ends move a choice outside into the window. */
  { FALSE, "jobs", RS_CHART_COLUMNS, "2016", "2019", 0, 2022, "2016", "2019", 2019 },
  { FALSE, "jobs", RS_CHART_COLUMNS, "2017", "2019", 0, 2015, "2017", "2019", 2017 },
  { FALSE, "jobs", RS_CHART_COLUMNS, "2010", "2030", 0, 2021, "2015", "2022", 2021 },
  { FALSE, "jobs", RS_CHART_COLUMNS, "2030", "2040", 0, 2021, NULL, NULL, 2021 },
  { FALSE, "jobs", RS_CHART_COLUMNS, "2001", "2010", 0, 2021, NULL, NULL, 2021 },
  { FALSE, "jobs", RS_CHART_COLUMNS, "2020", "2017", 0, 2021, NULL, NULL, 2021 },
  { FALSE, "jobs", RS_CHART_COLUMNS, NULL, NULL, 3, 2021, "2020", "2022", 2021 },
  { FALSE, "jobs", RS_CHART_COLUMNS, NULL, NULL, 1, 2022, "2022", "2022", 2022 },
  { FALSE, "jobs", RS_CHART_COLUMNS, NULL, NULL, 100, 2021, "2015", "2022", 2021 },
  /* Moved back to hold the chosen year; 2018 has nothing. */
  { FALSE, "jobs", RS_CHART_COLUMNS, NULL, NULL, 3, 2016, "2016", "2017", 2016 },
  /* Stated ends and calendars do not keep an axis where nothing is drawn. */
  { FALSE, "rate_june", RS_CHART_LINES, "2015", "2022", 0, 2016, "2015", "2018", 2016 },
  { FALSE, "rate_august", RS_CHART_LINES, "2015", NULL, 0, 2021, "2019", "2022", 2021 },
  { FALSE, "rate_august", RS_CHART_LINES, NULL, NULL, 8, 2021, "2019", "2022", 2021 },
  { FALSE, "rate_august", RS_CHART_LINES, "2015", NULL, 0, 2016, "2019", "2022", 2016 },
  { FALSE, "jobs", RS_CHART_COLUMNS, "2018", NULL, 0, 2021, "2019", "2022", 2021 },
  { TRUE, "members", RS_CHART_LINES, NULL, NULL, 0, 2021, "2019-01", "2022-06", 2021 },
  { TRUE, "members", RS_CHART_LINES, "2020", "2020", 0, 2020, "2020-01", "2020-10", 2020 },
  { TRUE, "members", RS_CHART_LINES, "2020-03", "2021-02", 0, 2020, "2020-03", "2021-02", 2020 },
  { TRUE, "members", RS_CHART_LINES, "2020-Q2", "2020-Q3", 0, 2020, "2020-04", "2020-09", 2020 },
  { TRUE, "members", RS_CHART_LINES, NULL, NULL, 12, 2022, "2021-07", "2022-06", 2022 },
  { TRUE, "members", RS_CHART_LINES, NULL, NULL, 6, 2020, "2020-01", "2020-06", 2020 },
  /* Whole years. */
  { TRUE, "jobs_cumulative", RS_CHART_YEARS, "2020-03", NULL, 0, 2021, "2020-01", "2022-06", 2021 },
};

static void
test_windows (void)
{
  g_autoptr (RsDataset) yearly = rs_test_dataset_yearly ();
  g_autoptr (RsDataset) monthly = rs_test_dataset_monthly ();

  for (gsize i = 0; i < G_N_ELEMENTS (windows); i++)
    {
      const Window *row = &windows[i];
      g_autoptr (RsView) view = make_view (row->indicator, NULL, row->kind);
      g_autoptr (RsFrame) frame = NULL;
      const RsSeries *first = NULL;
      const RsSeries *last = NULL;
      g_autofree char *first_id = NULL;
      g_autofree char *last_id = NULL;

      g_test_message ("row %zu", i);
      view->from = g_strdup (row->from);
      view->to = g_strdup (row->to);
      view->last_n = row->last_n;
      frame = run (view, row->monthly ? monthly : yearly, "A", row->year);
      g_assert_cmpint (rs_frame_get_year (frame), ==, row->frame_year);
      first = rs_frame_get_series (frame, 0);
      last = rs_frame_get_series (frame, rs_frame_get_n_series (frame) - 1);
      if (row->first == NULL)
        {
          g_assert_cmpuint (first->n_points, ==, 0);
          g_assert_nonnull (rs_frame_get_empty_reason (frame));
          g_assert_false (rs_frame_has_numbers (frame));
          continue;
        }
      first_id = rs_period_to_id (first->points[0].period);
      last_id = rs_period_to_id (last->points[last->n_points - 1].period);
      g_assert_cmpstr (first_id, ==, row->first);
      g_assert_cmpstr (last_id, ==, row->last);
    }
}

/* The subtitle names the periods at which the axis begins and ends. */
static void
test_window_and_subtitle (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  g_autoptr (RsView) view = make_view ("rate_august", NULL, RS_CHART_LINES);
  g_autoptr (RsFrame) frame = NULL;
  const RsSeries *series = NULL;

  view->from = g_strdup ("2015");
  frame = run (view, dataset, "A", 2021);
  series = rs_frame_get_series (frame, 0);
  g_assert_cmpint (series->points[0].period.year, ==, 2019);
  g_assert_cmpint (series->points[series->n_points - 1].period.year, ==, 2022);
  g_assert_true (g_str_has_suffix (rs_frame_get_subtitle (frame), " 2019–2022"));
}

typedef struct
{
  const char *indicators;
  const char *region;
  int year;
  RsChartKind kind;
  const char *reason; /* NULL: something is drawn */
} Empty;

static const Empty empties[] = {
  { "jobs", "A", 2021, RS_CHART_COLUMNS, NULL },
  { "jobs", "A", 2018, RS_CHART_COLUMNS,
    "No figure for Invented jobs in Region A for 2018. Figures exist for 2015–2017, 2019–2022." },
  { "jobs", "B", 2015, RS_CHART_COLUMNS,
    "No figure for Invented jobs in Region B for 2015. Figures exist for 2019–2021." },
  { "jobs", "C", 2021, RS_CHART_COLUMNS,
    "No figure for Invented jobs in Region C, for 2021 or any other year. Nothing is known of this "
    "region here." },
  { "members", "B", 2021, RS_CHART_LINES,
    "No figure for Invented members in Region B, for 2021 or any other year. Known of this region: "
    "Invented jobs." },
  { "rate_june rate_august", "A", 2017, RS_CHART_LINES,
    "No figure for Invented group in Region A for 2017. Figures exist for 2015–2016, 2018–2022." },
  /* A bound is something to show. */
  { "coverage", "A", 2021, RS_CHART_LINES, NULL },
  { "coverage", "A", 2022, RS_CHART_LINES,
    "No figure for Invented coverage in Region A for 2022. Figures exist for 2020–2021." },
};

static void
test_empty (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();

  for (gsize i = 0; i < G_N_ELEMENTS (empties); i++)
    {
      const Empty *row = &empties[i];
      g_autoptr (RsView) view = make_view (row->indicators, NULL, row->kind);
      g_autoptr (RsFrame) frame = run (view, dataset, row->region, row->year);
      int series = 0;
      int point = 0;

      g_assert_cmpstr (rs_frame_get_empty_reason (frame), ==, row->reason);
      rs_frame_get_headline (frame, &series, &point);
      g_assert_true ((series < 0) == (row->reason != NULL));
      g_assert_true ((point < 0) == (row->reason != NULL));
    }
}

/* A programme of work may name no indicator at all: its card says so. */
static void
test_no_indicator (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  g_autoptr (RsView) view = rs_view_new ();
  g_autoptr (RsView) regions = make_view ("members", "B C", RS_CHART_LINES);
  g_autoptr (RsFrame) frame = NULL;
  g_autoptr (RsFrame) several = run (regions, dataset, "A", 2021);

  view->indicators = g_new0 (char *, 1);
  view->title.original = g_strdup ("A programme");
  frame = run (view, dataset, "A", 2021);
  g_assert_cmpuint (rs_frame_get_n_series (frame), ==, 0);
  g_assert_cmpstr (rs_frame_get_empty_reason (frame), ==,
                   "No published figure is at hand for “A programme”.");
  g_assert_cmpstr (rs_frame_get_empty_reason (several), ==,
                   "No figure for Invented members in Region B, Region C, for 2021 or any other "
                   "year.");
}

/* A title of the view's own need not be a noun that fits a sentence. */
static void
test_empty_of_titled_view (void)
{
  static const struct
  {
    const char *indicators;
    const char *regions;
    const char *region;
    int year;
    const char *reason;
  } rows[] = {
    { "jobs coverage", NULL, "A", 2018,
      "No figure in this view for Region A in 2018. Figures exist for 2015–2017, 2019–2022." },
    { "jobs coverage", "B C", "A", 2015,
      "No figure in this view for Region B, Region C in 2015. Figures exist for 2019–2021." },
    { "members coverage", NULL, "B", 2021,
      "No figure in this view for Region B, in 2021 or any other year. Known of this region: "
      "Invented jobs." },
    { "members coverage", NULL, "C", 2021,
      "No figure in this view for Region C, in 2021 or any other year." },
    { "jobs", NULL, "A", 2018,
      "No figure for Invented jobs in Region A for 2018. Figures exist for 2015–2017, 2019–2022." },
    { "jobs", "B C", "A", 2015,
      "No figure for Invented jobs in Region B, Region C for 2015. Figures exist for 2019–2021." },
  };
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RsView) view = make_view (rows[i].indicators, rows[i].regions, RS_CHART_BARS);
      g_autoptr (RsFrame) frame = NULL;

      g_test_message ("row %zu", i);
      view->title.original = g_strdup ("Everything known: A beside others");
      frame = run (view, dataset, rows[i].region, rows[i].year);
      g_assert_cmpstr (rs_frame_get_empty_reason (frame), ==, rows[i].reason);
    }
}

/* Four regions: one of now, one that ended, one that begins later, one with a withheld figure. */
static RsDataset *
make_regions (void)
{
  static const char *const ids[] = { "now", "old", "new", "withheld" };
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  RsDimension *metric = rs_dataset_builder_add_dimension (builder, "metric", 1, NULL);
  RsDimension *geo = NULL;
  RsDimension *time = NULL;

  metric->role = RS_ROLE_METRIC;
  metric->categories[0].id = g_strdup ("things");
  metric->categories[0].label.original = g_strdup ("Invented things");
  geo = rs_dataset_builder_add_dimension (builder, "geo", 4, NULL);
  geo->role = RS_ROLE_GEO;
  for (guint i = 0; i < 4; i++)
    geo->categories[i].id = g_strdup (ids[i]);
  geo->categories[1].validity.to = g_strdup ("2010");
  geo->categories[1].remark.original = g_strdup ("merged away (invented)");
  geo->categories[2].validity.from = g_strdup ("2015");
  time = rs_dataset_builder_add_dimension (builder, "time", 10, NULL);
  time->role = RS_ROLE_TIME;
  for (guint i = 0; i < 10; i++)
    time->categories[i].id = g_strdup_printf ("%u", 2008 + i);
  g_assert_true (rs_dataset_builder_begin_cells (builder, TRUE, NULL));
  rs_dataset_builder_set_value (builder, 0, 1);
  rs_dataset_builder_set_value (builder, 10, 2);
  rs_dataset_builder_set_status (builder, 30 + 4, "c");
  return rs_dataset_builder_finish (builder, NULL, NULL);
}

/* A target is known where no figure is: the sentence says for which years. */
static void
test_reason_with_target (void)
{
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  g_autoptr (RsDataset) dataset = NULL;
  g_autoptr (RsView) view = rs_view_new ();
  g_autoptr (RsFrame) frame = NULL;
  RsSelection selection = { (char *) "B", 2001 };
  RsDimension *dimension = NULL;
  RsTarget *target = NULL;
  const char *ids[][2] = { { "A", "B" }, { "2001", "2002" } };
  const RsRole roles[] = { RS_ROLE_GEO, RS_ROLE_TIME };

  rs_dataset_builder_get_label (builder)->original = g_strdup ("Invented targets");
  for (guint i = 0; i < 2; i++)
    {
      dimension = rs_dataset_builder_add_dimension (builder, i == 0 ? "place" : "time", 2, NULL);
      dimension->role = roles[i];
      for (guint c = 0; c < 2; c++)
        dimension->categories[c].id = g_strdup (ids[i][c]);
    }
  g_assert_true (rs_dataset_builder_begin_cells (builder, TRUE, NULL));
  rs_dataset_builder_set_value (builder, 0, 1);
  target = rs_dataset_builder_add_target (builder);
  *target = (RsTarget){ .region = 1, .period = 1, .value = 7, .source = -1 };
  dataset = rs_dataset_builder_finish (builder, NULL, NULL);
  view->kind = RS_CHART_COLUMNS;
  frame = rs_view_run (view, dataset, &selection, RS_LANGUAGE_EN, NULL);
  g_assert_nonnull (frame);
  g_assert_true (
    g_str_has_suffix (rs_frame_get_empty_reason (frame), " Targets are known for 2002."));
}

/* A list without place and time names neither. */
static void
test_reason_of_list (void)
{
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  g_autoptr (RsDataset) dataset = NULL;
  g_autoptr (RsView) view = rs_view_new ();
  g_autoptr (RsFrame) frame = NULL;
  RsDimension *things = NULL;

  rs_dataset_builder_get_label (builder)->original = g_strdup ("Invented list");
  things = rs_dataset_builder_add_dimension (builder, "thing", 2, NULL);
  things->categories[0].id = g_strdup ("first");
  things->categories[1].id = g_strdup ("second");
  g_assert_true (rs_dataset_builder_begin_cells (builder, TRUE, NULL));
  rs_dataset_builder_set_status (builder, 0, "c");
  dataset = rs_dataset_builder_finish (builder, NULL, NULL);
  frame = rs_view_run (view, dataset, NULL, RS_LANGUAGE_EN, NULL);
  g_assert_nonnull (frame);
  g_assert_nonnull (rs_frame_get_empty_reason (frame));
  g_assert_null (strstr (rs_frame_get_empty_reason (frame), ", ,"));
  g_assert_null (strstr (rs_frame_get_empty_reason (frame), " 0"));
}

static void
test_validity (void)
{
  g_autoptr (RsDataset) dataset = make_regions ();
  g_autoptr (RsView) view = make_view ("things", NULL, RS_CHART_LINES);
  g_autoptr (RsFrame) old = run (view, dataset, "old", 2012);
  g_autoptr (RsFrame) still = run (view, dataset, "old", 2010);
  g_autoptr (RsFrame) new = run (view, dataset, "new", 2012);
  g_autoptr (RsFrame) withheld = run (view, dataset, "withheld", 2012);

  g_assert_cmpstr (rs_frame_get_empty_reason (old), ==,
                   "old existed until 2010, so there is no figure for 2012 (Invented things).");
  g_assert_cmpstr (rs_frame_get_empty_reason (still), ==,
                   "No figure for Invented things in old for 2010. Figures exist for 2008.");
  g_assert_cmpstr (rs_frame_get_empty_reason (new), ==,
                   "new exists since 2015, so there is no figure for 2012 (Invented things).");
  g_assert_true (
    g_str_has_prefix (rs_frame_get_empty_reason (withheld), "Invented things, withheld, 2012: "));
  g_assert_cmpint (rs_frame_get_series (withheld, 0)->selected, >=, 0);
  g_assert_cmpuint (rs_frame_get_n_notes (old), ==, 1);
  g_assert_cmpstr (rs_frame_get_note (old, 0), ==, "old: merged away (invented)");
}

static void
test_headline (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  g_autoptr (RsView) view = make_view ("coverage rate_june rate_august", NULL, RS_CHART_LINES);
  g_autoptr (RsFrame) open = run (view, dataset, "A", 2021);
  g_autoptr (RsFrame) named = NULL;
  g_autoptr (RsFrame) absent = NULL;
  int series = 0;
  int point = 0;

  /* A number goes before a bound. */
  rs_frame_get_headline (open, &series, &point);
  g_assert_cmpint (series, ==, 2);
  g_assert_cmpfloat (rs_frame_get_series (open, 2)->points[point].observation.value, ==, 86.25);
  view->headline = g_strdup ("coverage");
  named = run (view, dataset, "A", 2021);
  rs_frame_get_headline (named, &series, &point);
  g_assert_cmpint (series, ==, 0);
  /* A named indicator without a figure is not replaced by another. */
  absent = run (view, dataset, "A", 2019);
  rs_frame_get_headline (absent, &series, &point);
  g_assert_cmpint (series, ==, -1);
  g_assert_cmpint (point, ==, -1);
}

/* The selected region's number, or none: never another region's. */
static void
test_headline_of_regions (void)
{
  static const struct
  {
    const char *regions;
    const char *selected;
    int year;
    int region; /* among @regions; -1: no number */
  } rows[] = {
    { "A B", "A", 2021, 0 },  { "A B", "B", 2021, 1 },  { "A B", "B", 2022, -1 },
    { "B A", "B", 2022, -1 }, { "B A", "A", 2022, 1 },  { "A B", "C", 2021, 0 },
    { "B A", "C", 2022, -1 }, { "C A", "C", 2021, -1 },
  };
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RsView) view = make_view ("jobs", rows[i].regions, RS_CHART_LINES);
      g_autoptr (RsFrame) frame = run (view, dataset, rows[i].selected, rows[i].year);
      int series = 0;
      int point = 0;

      g_test_message ("row %zu", i);
      rs_frame_get_headline (frame, &series, &point);
      g_assert_cmpint (series, ==, rows[i].region);
      if (series >= 0)
        g_assert_cmpint (rs_frame_get_series (frame, (guint) series)->points[point].period.year, ==,
                         rows[i].year);
    }
}

/* With several indicators the number may be of the next one of the same region. */
static void
test_headline_of_indicators (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  g_autoptr (RsView) view = make_view ("rate_june rate_august", "B A", RS_CHART_LINES);
  g_autoptr (RsFrame) ours = run (view, dataset, "A", 2021);
  g_autoptr (RsFrame) theirs = run (view, dataset, "B", 2021);
  const RsSeries *found = NULL;
  int series = 0;
  int point = 0;

  rs_frame_get_headline (ours, &series, &point);
  g_assert_cmpint (series, >=, 0);
  found = rs_frame_get_series (ours, (guint) series);
  g_assert_cmpstr (found->id, ==, "rate_august/A");
  rs_frame_get_headline (theirs, &series, &point);
  g_assert_cmpint (series, ==, -1);
}

static void
test_texts (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  g_autoptr (RsFrame) jobs = run_simple (dataset, "jobs", RS_CHART_COLUMNS, 2021);
  g_autoptr (RsFrame) rates = run_simple (dataset, "rate_june rate_august", RS_CHART_LINES, 2021);
  g_autoptr (RsFrame) bars = run_simple (dataset, "jobs rate_june", RS_CHART_BARS, 2021);
  g_autoptr (RsView) two = make_view ("jobs", "A B", RS_CHART_LINES);
  g_autoptr (RsFrame) regions = run (two, dataset, "A", 2021);
  g_autoptr (RsView) worded = make_view ("jobs", NULL, RS_CHART_COLUMNS);
  g_autoptr (RsFrame) own = NULL;

  g_assert_cmpstr (rs_frame_get_title (jobs), ==, "Invented jobs");
  g_assert_cmpstr (rs_frame_get_subtitle (jobs), ==, "thousand persons · Region A · 2015–2022");
  g_assert_cmpstr (rs_frame_get_series (jobs, 0)->id, ==, "jobs/A");
  g_assert_cmpstr (rs_frame_get_title (rates), ==, "Invented group");
  g_assert_cmpstr (rs_frame_get_subtitle (rates), ==, "% · Region A · 2015–2022");
  /* What the labels share stands in the title. */
  g_assert_cmpstr (rs_frame_get_series (rates, 0)->label, ==, "June");
  g_assert_cmpstr (rs_frame_get_series (rates, 1)->label, ==, "August");
  g_assert_cmpstr (rs_frame_get_subtitle (bars), ==, "Region A · 2021");
  g_assert_cmpstr (rs_frame_get_region_label (regions), ==, "2 regions");
  g_assert_cmpstr (rs_frame_get_series (regions, 1)->label, ==, "Region B");
  worded->title.original = g_strdup ("Own title");
  worded->subtitle.original = g_strdup ("own words");
  own = run (worded, dataset, "A", 2021);
  g_assert_cmpstr (rs_frame_get_title (own), ==, "Own title");
  g_assert_cmpstr (rs_frame_get_subtitle (own), ==, "own words · Region A · 2015–2022");
}

static gboolean
has_note (const RsFrame *frame, const char *part)
{
  for (guint i = 0; i < rs_frame_get_n_notes (frame); i++)
    if (strstr (rs_frame_get_note (frame, i), part) != NULL)
      return TRUE;
  return FALSE;
}

static void
test_notes (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  g_autoptr (RsFrame) jobs = run_simple (dataset, "jobs", RS_CHART_COLUMNS, 2021);
  g_autoptr (RsFrame) other = run_simple (dataset, "jobs", RS_CHART_COLUMNS, 2020);
  g_autoptr (RsFrame) rates = run_simple (dataset, "rate_june rate_august", RS_CHART_LINES, 2021);
  g_autoptr (RsFrame) members = run_simple (dataset, "members", RS_CHART_LINES, 2021);
  g_autoptr (RsView) late = make_view ("members", NULL, RS_CHART_LINES);
  g_autoptr (RsFrame) after = NULL;

  g_assert_true (has_note (jobs, "Jobs that nobody counted"));
  g_assert_true (has_note (jobs, "2021: invented note on one year"));
  g_assert_true (
    has_note (jobs, "2021: another figure is 15.25 10,000 persons (30.5/2; Invented bulletin)."));
  /* The other figure of a year that is not chosen stays in the passport. */
  g_assert_false (has_note (other, "another figure"));
  g_assert_true (has_note (rates, "never joined"));
  g_assert_false (has_note (jobs, "never joined"));
  g_assert_true (has_note (members, "the series breaks between 2018 and 2019 (another scheme"));
  late->from = g_strdup ("2020");
  after = run (late, dataset, "A", 2021);
  g_assert_false (has_note (after, "breaks"));
  g_assert_false ((rs_frame_get_flags (after) & RS_FLAG_BREAK) != 0);
}

/* Sources are those of what is shown, and no others. */
static void
test_sources (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  g_autoptr (RsFrame) members = run_simple (dataset, "members", RS_CHART_LINES, 2021);
  g_autoptr (RsFrame) jobs = run_simple (dataset, "jobs", RS_CHART_COLUMNS, 2021);
  g_autoptr (RsView) bare = make_view ("jobs", NULL, RS_CHART_COLUMNS);
  g_autoptr (RsFrame) without_targets = NULL;
  g_autoptr (RsFrame) bars = run_simple (dataset, "rate_august", RS_CHART_BARS, 2022);

  g_assert_cmpuint (rs_frame_get_n_sources (members), ==, 1);
  g_assert_cmpuint (rs_frame_get_source (members, 0), ==, 0);
  g_assert_cmpuint (rs_frame_get_n_sources (jobs), ==, 2);
  g_assert_cmpuint (rs_frame_get_source (jobs, 0), ==, 0);
  g_assert_cmpuint (rs_frame_get_source (jobs, 1), ==, 1);
  bare->show_targets = FALSE;
  without_targets = run (bare, dataset, "A", 2021);
  g_assert_cmpuint (rs_frame_get_n_sources (without_targets), ==, 1);
  g_assert_null (rs_frame_get_series (without_targets, 0)->points[5].target);
  g_assert_cmpint (rs_frame_get_series (without_targets, 0)->points[5].verdict.judgement, ==,
                   RS_JUDGEMENT_NONE);
  /* The target of 2021 rests on the other source, and the bar of the year before is drawn with it.
   */
  g_assert_cmpuint (rs_frame_get_n_sources (bars), ==, 2);
}

static void
test_shown (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  g_autoptr (RsFrame) bars = run_simple (dataset, "jobs members", RS_CHART_BARS, 2019);
  g_autoptr (RsFrame) figures = run_simple (dataset, "jobs members", RS_CHART_FIGURES, 2021);
  g_autoptr (RsFrame) next = run_simple (dataset, "jobs members", RS_CHART_BARS, 2021);

  for (guint p = 0; p < 8; p++)
    {
      int year = rs_frame_get_series (bars, 0)->points[p].period.year;

      /* 2019: jobs have a gap before, members a break. */
      g_assert_cmpint (rs_frame_is_shown (bars, 0, p), ==, year == 2019);
      g_assert_cmpint (rs_frame_is_shown (bars, 1, p), ==, year == 2019);
      g_assert_cmpint (rs_frame_is_shown (figures, 0, p), ==, year == 2021);
      g_assert_cmpint (rs_frame_is_shown (next, 1, p), ==, year == 2020 || year == 2021);
    }
}

static void
test_goals (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  g_autoptr (RsView) view = make_view ("members", NULL, RS_CHART_FIGURES);
  g_autoptr (RsFrame) frame = NULL;
  g_autoptr (RsFrame) none = NULL;

  view->goals = split ("rate_august jobs");
  frame = run (view, dataset, "A", 2020);
  g_assert_cmpint (rs_frame_get_goals_year (frame), ==, 2021);
  g_assert_cmpuint (rs_frame_get_n_goals (frame), ==, 2);
  g_assert_cmpfloat (rs_frame_get_goal (frame, 0)->value, ==, 86);
  g_assert_cmpfloat (rs_frame_get_goal (frame, 1)->value, ==, 12.1);
  none = run (view, dataset, "A", 2022);
  g_assert_cmpuint (rs_frame_get_n_goals (none), ==, 0);
  g_assert_cmpint (rs_frame_get_goals_year (none), ==, 0);
}

static void
test_any_cube (void)
{
  g_autoptr (RsDataset) plain = rs_test_dataset_plain ();
  g_autoptr (RsDataset) timeless = rs_test_dataset_timeless ();
  g_autoptr (RsView) view = make_view (NULL, NULL, RS_CHART_AUTO);
  g_autoptr (RsFrame) total = run (view, plain, "Y", 2003);
  g_autoptr (RsFrame) list = run (view, timeless, NULL, 0);
  g_autoptr (RsFrame) fixed = NULL;

  g_assert_cmpint (rs_frame_get_kind (total), ==, RS_CHART_LINES);
  g_assert_cmpfloat (rs_frame_get_series (total, 0)->points[2].observation.value, ==, 106);
  g_assert_cmpint (rs_frame_get_series (total, 0)->selected, ==, 2);
  g_assert_cmpstr (rs_frame_get_title (total), ==, "Invented plain cube");
  /* The picture says at which category another dimension is fixed. */
  g_assert_cmpstr (rs_frame_get_subtitle (total), ==, "Total · Area Y (invented) · 2001–2004");
  g_assert_null (rs_frame_get_empty_reason (total));
  view->fixed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_insert (view->fixed, g_strdup ("sex"), g_strdup ("M"));
  fixed = run (view, plain, "Y", 2003);
  g_assert_cmpfloat (rs_frame_get_series (fixed, 0)->points[2].observation.value, ==, 122);
  g_assert_cmpstr (rs_frame_get_subtitle (fixed), ==, "Male · Area Y (invented) · 2001–2004");
  g_assert_cmpint (rs_frame_get_kind (list), ==, RS_CHART_FIGURES);
  g_assert_cmpuint (rs_frame_get_series (list, 0)->n_points, ==, 1);
  g_assert_cmpfloat (rs_frame_get_series (list, 0)->points[0].observation.value, ==, 1.5);
  g_assert_cmpint (rs_frame_get_series (list, 0)->selected, ==, 0);
}

/* 250 regions: more series than a frame holds. */
static void
test_caps (void)
{
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  RsDimension *geo = rs_dataset_builder_add_dimension (builder, "geo", 250, NULL);
  RsDimension *time = NULL;
  g_autoptr (RsDataset) dataset = NULL;
  g_autoptr (RsView) view = rs_view_new ();
  g_autoptr (RsFrame) frame = NULL;

  geo->role = RS_ROLE_GEO;
  view->regions = g_new0 (char *, 251);
  for (guint i = 0; i < 250; i++)
    {
      geo->categories[i].id = g_strdup_printf ("r%u", i);
      view->regions[i] = g_strdup_printf ("r%u", i);
    }
  time = rs_dataset_builder_add_dimension (builder, "time", 3, NULL);
  time->role = RS_ROLE_TIME;
  for (guint i = 0; i < 3; i++)
    time->categories[i].id = g_strdup_printf ("%u", 2001 + i);
  g_assert_true (rs_dataset_builder_begin_cells (builder, TRUE, NULL));
  for (guint i = 0; i < 750; i++)
    rs_dataset_builder_set_value (builder, i, i);
  dataset = rs_dataset_builder_finish (builder, NULL, NULL);
  frame = run (view, dataset, "r0", 2002);
  g_assert_cmpuint (rs_frame_get_n_series (frame), ==, RS_FRAME_MAX_SERIES);
  g_assert_cmpuint (rs_frame_get_n_series_left_out (frame), ==, 50);
  g_assert_true (has_note (frame, "50 further series are left out."));
}

static void
test_references (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  RsFrame *frame = run_simple (dataset, "jobs", RS_CHART_COLUMNS, 2021);
  RsFrame *again = rs_frame_ref (frame);

  rs_frame_unref (frame);
  g_assert_true (rs_frame_get_dataset (again) == dataset);
  g_assert_cmpint (rs_frame_get_view (again)->kind, ==, RS_CHART_COLUMNS);
  rs_frame_unref (again);
  rs_frame_unref (NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/frame/auto", test_auto);
  g_test_add_func ("/query/frame/unsuitable", test_unsuitable);
  g_test_add_func ("/query/frame/unknown-ids", test_unknown_ids);
  g_test_add_func ("/query/frame/joins", test_joins);
  g_test_add_func ("/query/frame/break-is-named", test_break_is_named);
  g_test_add_func ("/query/frame/windows", test_windows);
  g_test_add_func ("/query/frame/window-and-subtitle", test_window_and_subtitle);
  g_test_add_func ("/query/frame/empty", test_empty);
  g_test_add_func ("/query/frame/empty-of-titled-view", test_empty_of_titled_view);
  g_test_add_func ("/query/frame/no-indicator", test_no_indicator);
  g_test_add_func ("/query/frame/validity", test_validity);
  g_test_add_func ("/query/frame/reason-with-target", test_reason_with_target);
  g_test_add_func ("/query/frame/reason-of-list", test_reason_of_list);
  g_test_add_func ("/query/frame/headline", test_headline);
  g_test_add_func ("/query/frame/headline-of-regions", test_headline_of_regions);
  g_test_add_func ("/query/frame/headline-of-indicators", test_headline_of_indicators);
  g_test_add_func ("/query/frame/texts", test_texts);
  g_test_add_func ("/query/frame/notes", test_notes);
  g_test_add_func ("/query/frame/sources", test_sources);
  g_test_add_func ("/query/frame/shown", test_shown);
  g_test_add_func ("/query/frame/goals", test_goals);
  g_test_add_func ("/query/frame/any-cube", test_any_cube);
  g_test_add_func ("/query/frame/caps", test_caps);
  g_test_add_func ("/query/frame/references", test_references);
  return g_test_run ();
}
