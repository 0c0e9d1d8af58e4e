/* SPDX-License-Identifier: GPL-3.0-or-later
 * Rules for charts that are decided in words and numbers, before anything is drawn; named as in
 * src/chart/RULES.md. All figures are invented. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "dataset/dataset-builder.h"
#include "fixture-dataset.h"
#include "fixture-regions.h"
#include "query/frame.h"
#include "query/query-private.h"
#include "query/summary.h"
#include "query/table.h"

static RsFrame *
run_in (RsDataset *dataset, const char *json, const char *region, int year, RsLanguage language)
{
  RsSelection selection = { (char *) region, year };
  g_autoptr (JsonNode) node = json_from_string (json, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RsView) view = rs_view_from_json (node, "rules", "", &error);
  RsFrame *frame = NULL;

  g_assert_no_error (error);
  frame = rs_view_run (view, dataset, &selection, language, &error);
  g_assert_no_error (error);
  return frame;
}

static RsFrame *
run (RsDataset *dataset, const char *json, const char *region, int year)
{
  return run_in (dataset, json, region, year, RS_LANGUAGE_EN);
}

static gboolean
has_note (const RsFrame *frame, const char *part)
{
  for (guint i = 0; i < rs_frame_get_n_notes (frame); i++)
    if (strstr (rs_frame_get_note (frame, i), part) != NULL)
      return TRUE;
  return FALSE;
}

/* R1: title, measure with unit, region, period, source, data date. */
static void
test_r1 (void)
{
  static const char *const views[] = {
    "{\"indicators\":[\"jobs\"]}",
    "{\"indicators\":[\"rate_august\"],\"chart\":\"dots\"}",
    "{\"indicators\":[\"members\"],\"chart\":\"areas\"}",
    "{\"indicators\":[\"rate_june\",\"rate_august\"]}",
    "{\"indicators\":[\"jobs\"],\"chart\":\"bars\"}",
  };
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();

  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autoptr (RsFrame) frame = run (dataset, views[i], "A", 2021);
      const char *subtitle = rs_frame_get_subtitle (frame);
      g_autofree char *unit = rs_frame_get_unit_label (frame, 0, FALSE);
      g_autofree char *source = rs_summary_sources (frame, 0);
      g_autofree char *date = rs_summary_data_date (frame);

      g_test_message ("%s", views[i]);
      g_assert_cmpstr (rs_frame_get_title (frame), !=, "");
      g_assert_nonnull (strstr (subtitle, unit));
      g_assert_nonnull (strstr (subtitle, "Region A"));
      g_assert_nonnull (strstr (subtitle, "20"));
      g_assert_true (g_str_has_prefix (source, "Source"));
      g_assert_cmpstr (date, ==, "Data of 31 January 2023");
    }
}

/* A date that is no day is printed as it stands; none is none. */
static void
test_data_date (void)
{
  static const char *const dates[][2] = {
    { "2023-01-31", "Data of 31 January 2023" },
    { "2023-01-31T09:30:00Z", "Data of 31 January 2023" },
    { "2023", "Data of 2023" },
    { "last spring", "Data of last spring" },
    { "", "" },
    { NULL, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
      g_autoptr (RsDataset) dataset = NULL;
      g_autoptr (RsFrame) frame = NULL;
      g_autofree char *text = NULL;
      RsDimension *time = rs_dataset_builder_add_dimension (builder, "year", 1, NULL);

      time->categories[0].id = g_strdup ("2021");
      if (dates[i][0] != NULL)
        rs_dataset_builder_set_updated (builder, dates[i][0]);
      g_assert_true (rs_dataset_builder_begin_cells (builder, TRUE, NULL));
      rs_dataset_builder_set_value (builder, 0, 1);
      dataset = rs_dataset_builder_finish (builder, NULL, NULL);
      frame = run (dataset, "{}", NULL, 2021);
      text = rs_summary_data_date (frame);
      g_assert_cmpstr (text, ==, dates[i][1]);
    }
}

/* R5: the unit stands in the subtitle; numbers on the axis and in the picture have none. */
static void
test_r5 (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  g_autoptr (RsFrame) frame = run (dataset, "{\"indicators\":[\"jobs\"]}", "A", 2021);
  const RsSeries *series = rs_frame_get_series (frame, 0);

  g_assert_nonnull (strstr (rs_frame_get_subtitle (frame), "thousand persons"));
  for (guint p = 0; p < series->n_points; p++)
    {
      g_autofree char *value = rs_summary_value (frame, 0, p, FALSE);

      g_assert_null (strstr (value, "thousand"));
      g_assert_null (strstr (value, "persons"));
    }
}

/* R6: where a figure bears a mark, the picture says what it means. */
static void
test_r6 (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  g_autoptr (RsFrame) frame = run (dataset, "{\"indicators\":[\"jobs\"]}", "A", 2021);
  g_autofree char *legend = rs_summary_legend_of_marks (frame);

  g_assert_cmpuint (rs_frame_get_flags (frame) & RS_FLAG_PROVISIONAL, !=, 0);
  g_assert_nonnull (strstr (legend, "provisional"));
  g_assert_nonnull (strstr (legend, "derived"));
}

/* R34: a word and a shape. */
static void
test_r34 (void)
{
  static const struct
  {
    const char *indicator;
    int year;
    const char *begin;
  } rows[] = {
    { "jobs", 2019, "✓ 102% of target" },
    { "jobs", 2020, "✕ 98% of target" },
    { "rate_august", 2020, "✓ within target" },
    { "rate_august", 2021, "✕ missed: 86.25% against ≤ 86%" },
    { "jobs", 2022, "– ≈ 130,000 persons: no tolerance published" },
  };
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *json = g_strdup_printf ("{\"indicators\":[\"%s\"]}", rows[i].indicator);
      g_autoptr (RsFrame) frame = run (dataset, json, "A", rows[i].year);
      g_autofree char *verdict =
        rs_summary_verdict (frame, 0, (guint) rs_frame_get_series (frame, 0)->selected);

      g_test_message ("%s", verdict);
      g_assert_true (g_str_has_prefix (verdict, rows[i].begin));
    }
}

/* R35: "about" without a published tolerance gives the distance and no verdict. */
static void
test_r35 (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  g_autoptr (RsFrame) frame = run (dataset, "{\"indicators\":[\"jobs\"]}", "A", 2022);
  const RsSeries *series = rs_frame_get_series (frame, 0);
  const RsFramePoint *point = &series->points[series->selected];

  g_assert_cmpint (point->verdict.judgement, ==, RS_JUDGEMENT_CANNOT);
  g_assert_cmpfloat (point->verdict.distance, ==, 0.5);
}

typedef struct
{
  double value;
  RsOperator op;
  double target;
  RsJudgement judgement;
} Full;

/* R36: the figures themselves are compared, never their rounded forms. */
static const Full fulls[] = {
  { 5.54, RS_OPERATOR_AT_MOST, 5.5, RS_JUDGEMENT_MISSED },
  { 5.5, RS_OPERATOR_AT_MOST, 5.5, RS_JUDGEMENT_MET },
  { 5.49, RS_OPERATOR_AT_MOST, 5.5, RS_JUDGEMENT_MET },
  { 94.96, RS_OPERATOR_AT_LEAST, 95, RS_JUDGEMENT_MISSED },
  { 95, RS_OPERATOR_AT_LEAST, 95, RS_JUDGEMENT_MET },
};

static void
test_r36 (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_regions ();
  g_autoptr (RsFrame) frame = run (
    dataset, "{\"indicators\":[\"rate\"],\"regions\":[\"P4\"],\"chart\":\"dots\"}", "P4", 2021);
  g_autofree char *verdict =
    rs_summary_verdict (frame, 0, (guint) rs_frame_get_series (frame, 0)->selected);

  for (gsize i = 0; i < G_N_ELEMENTS (fulls); i++)
    {
      RsObservation observation = { .value = fulls[i].value };
      RsTarget target = { .op = fulls[i].op, .value = fulls[i].target, .source = -1 };

      g_assert_cmpint (rs_judge (&observation, &target, RS_NATURE_RATE).judgement, ==,
                       fulls[i].judgement);
    }
  /* Where rounding would say the opposite both are told. */
  g_assert_cmpstr (verdict, ==, "✕ missed: 5.54% against ≤ 5.5%; rounded to 5.5% it is met");
}

/* Months and years in one dimension: 2020, 2020-06, 2021, 2021-06, counted since January. */
static RsDataset *
make_pace (void)
{
  static const char *const ids[] = { "2020", "2020-06", "2021", "2021-06" };
  static const double values[] = { 60, 30, 64, 33 };
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  RsDimension *metric = rs_dataset_builder_add_dimension (builder, "indicator", 1, NULL);
  RsDimension *time = NULL;
  RsTarget *target = NULL;

  metric->role = RS_ROLE_METRIC;
  metric->categories[0].id = g_strdup ("jobs");
  metric->categories[0].nature = RS_NATURE_FLOW_CUMULATIVE;
  time = rs_dataset_builder_add_dimension (builder, "time", 4, NULL);
  time->role = RS_ROLE_TIME;
  for (guint i = 0; i < 4; i++)
    time->categories[i].id = g_strdup (ids[i]);
  g_assert_true (rs_dataset_builder_begin_cells (builder, TRUE, NULL));
  for (guint i = 0; i < 4; i++)
    rs_dataset_builder_set_value (builder, i, values[i]);
  target = rs_dataset_builder_add_target (builder);
  target->period = 2;
  target->op = RS_OPERATOR_AT_LEAST;
  target->value = 62;
  return rs_dataset_builder_finish (builder, NULL, NULL);
}

/* R37: what is counted since January is set against the same part of the year before, never
 * against the total or the target of a year. */
static void
test_r37 (void)
{
  g_autoptr (RsDataset) dataset = make_pace ();
  const RsDimension *time = rs_dataset_get_time (dataset);
  RsChange change = rs_query_change (dataset, 0, 0, 3, 3);
  g_autofree char *against = rs_period_to_id (change.against);

  g_assert_cmpint (change.obstacle, ==, RS_OBSTACLE_NONE);
  g_assert_cmpstr (against, ==, "2020-06");
  g_assert_cmpfloat (change.difference, ==, 3);
  g_assert_cmpint (rs_compare (dataset, 0, 0, 0, 3, 0, 3, NULL), ==, RS_OBSTACLE_PERIOD_TYPE);
  g_assert_cmpint (rs_compare (dataset, 0, 0, 1, 2, 1, 2, NULL), ==, RS_OBSTACLE_PERIOD_TYPE);
  g_assert_nonnull (rs_dataset_find_target (dataset, 0, 0, 2));
  g_assert_null (rs_dataset_find_target (dataset, 0, 0, 3));
  g_assert_cmpuint (time->n_categories, ==, 4);
}

static char *
get_cell (const RsTable *table, const char *header, guint row)
{
  for (guint c = 0; c < table->n_columns; c++)
    if (strcmp (table->headers[c], header) == 0)
      return table->rows[row].cells[c];
  g_assert_not_reached ();
}

/* R40: one mark is drawn, a break before all others; the table has all of them. */
static void
test_r40 (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_line ("A=1/bep B=2 C=3");
  g_autoptr (RsFrame) frame = run (dataset, "{\"chart\":\"ranked\"}", "A", 2021);
  g_autoptr (RsTable) table = rs_table_new (frame, RS_TABLE_FOR_PEOPLE);
  const RsSeries *series = rs_frame_get_series (frame, 2);

  g_assert_cmpint (rs_flags_get_first (series->points[series->selected].observation.flags), ==,
                   RS_FLAG_BREAK);
  g_assert_cmpstr (get_cell (table, "Status", 2), ==,
                   "break in the series; provisional; estimated");
}

/* R41: no change and no line over a break; no rank either, which /query/ranking tells. */
static void
test_r41 (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  g_autoptr (RsFrame) frame = run (dataset, "{\"indicators\":[\"members\"]}", "A", 2019);
  const RsSeries *series = rs_frame_get_series (frame, 0);
  const RsFramePoint *point = &series->points[series->selected];
  g_autofree char *change = rs_summary_change (frame, 0, (guint) series->selected);

  g_assert_cmpint (point->change.obstacle, ==, RS_OBSTACLE_BREAK);
  g_assert_true (isnan (point->change.difference));
  g_assert_false (point->joined);
  g_assert_cmpstr (change, ==, "break in series");
}

typedef struct
{
  const char *figures; /* of region A beside B */
  const char *value;
  const char *status;
} Symbol;

/* R42: zero, less than half a unit, missing, not applicable, confidential: five things. */
static const Symbol symbols[] = {
  { "A=0 B=2", "0", "" },
  { "A=/0n B=2", "0n", "The figure is less than half a unit." },
  { "A= B=2", "–", "missing" },
  { "A=/z B=2", "–", "not applicable" },
  { "A=/c B=2", "–", "confidential" },
};

static void
test_r42 (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (symbols); i++)
    {
      g_autoptr (RsDataset) dataset = rs_test_dataset_line (symbols[i].figures);
      g_autoptr (RsFrame) frame = run (dataset, "{\"chart\":\"ranked\"}", "A", 2021);
      g_autoptr (RsTable) table = rs_table_new (frame, RS_TABLE_FOR_PEOPLE);

      g_test_message ("%s", symbols[i].figures);
      g_assert_cmpstr (get_cell (table, "Value", 1), ==, symbols[i].value);
      if (i != 2)
        g_assert_cmpstr (get_cell (table, "Status", 1), ==, symbols[i].status);
    }
}

/* R43: parts that miss their total by rounding, or by more, are told and not mended. */
static void
test_r43 (void)
{
  static const char view[] = "{\"indicators\":[\"part_a\",\"part_b\"],\"chart\":\"stacked\"}";
  g_autoptr (RsDataset) dataset = rs_test_dataset_regions ();
  g_autoptr (RsFrame) frame = run (dataset, view, "P1", 2021);
  g_autoptr (RsFrame) none = run (
    dataset, "{\"indicators\":[\"part_a\",\"part_b\"],\"chart\":\"stacked\",\"from\":\"2021\"}",
    "P1", 2021);
  g_autoptr (RsFrame) one = run (dataset, "{\"indicators\":[\"part_a\"]}", "P1", 2021);

  g_assert_true (has_note (frame, "The parts do not add up to the total because of rounding."));
  g_assert_true (has_note (frame, "Invented whole: for 2019 the published total is another number "
                                  "than the sum of the published parts; neither is adjusted."));
  g_assert_false (has_note (none, "rounding"));
  g_assert_false (has_note (none, "neither is adjusted"));
  g_assert_false (has_note (one, "rounding"));
  /* The figures stand as they are. */
  g_assert_cmpfloat (rs_frame_get_series (frame, 0)->points[0].observation.value, ==, 60);
}

static RsDataset *
make_revised (void)
{
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  RsDimension *time = rs_dataset_builder_add_dimension (builder, "year", 2, NULL);
  RsPassport *passport = NULL;
  RsAlternate *alternate = NULL;

  time->categories[0].id = g_strdup ("2020");
  time->categories[1].id = g_strdup ("2021");
  g_assert_true (rs_dataset_builder_begin_cells (builder, TRUE, NULL));
  rs_dataset_builder_set_value (builder, 0, 10);
  rs_dataset_builder_set_value (builder, 1, 12.5);
  rs_dataset_builder_set_status (builder, 1, "r");
  passport = rs_dataset_builder_get_passport (builder, 1);
  passport->source = -1;
  alternate = rs_passport_add_alternate (passport);
  alternate->value = 12.25;
  alternate->source = -1;
  alternate->previous = TRUE;
  alternate = rs_passport_add_alternate (passport);
  alternate->value = 99;
  alternate->source = -1;
  return rs_dataset_builder_finish (builder, NULL, NULL);
}

/* R44: a revised figure is marked, and the one before it is told. */
static void
test_r44 (void)
{
  g_autoptr (RsDataset) dataset = make_revised ();
  g_autoptr (RsFrame) frame = run (dataset, "{\"chart\":\"lines\"}", NULL, 2021);
  g_autofree char *text = rs_summary_point (frame, 0, 1);
  g_autofree char *marks = rs_summary_marks (frame, 0, 1);

  g_assert_cmpstr (marks, ==, "ʳ");
  g_assert_nonnull (strstr (text, "\nrevised\nBefore the revision: 12.25\n"));
  g_assert_null (strstr (text, "99"));
  g_assert_true (has_note (frame, "2021: before the revision it was 12.25"));
}

/* R45: the change of a rate is told in points, of an amount in percent; never the other way. */
static void
test_r45 (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  g_autoptr (RsFrame) rate = run (dataset, "{\"indicators\":[\"rate_august\"]}", "A", 2020);
  g_autoptr (RsFrame) amount = run (dataset, "{\"indicators\":[\"jobs\"]}", "A", 2021);
  g_autofree char *points =
    rs_summary_change (rate, 0, (guint) rs_frame_get_series (rate, 0)->selected);
  g_autofree char *percent =
    rs_summary_change (amount, 0, (guint) rs_frame_get_series (amount, 0)->selected);

  g_assert_cmpstr (points, ==, "+2.5 points on 2019");
  g_assert_null (strchr (points, '%'));
  g_assert_cmpstr (percent, ==, "+10.0% on 2020");
  g_assert_true (isnan (rs_frame_get_series (rate, 0)->points[1].change.percent));
}

/* R46: numbers stand to the right, point under point; no zero is added that nobody published. */
static void
test_r46 (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  g_autoptr (RsFrame) frame =
    run (dataset, "{\"indicators\":[\"rate_august\"],\"chart\":\"dots\"}", "A", 2021);
  g_autoptr (RsTable) table = rs_table_new (frame, RS_TABLE_FOR_PEOPLE);
  g_autoptr (RsTable) file = rs_table_new (frame, RS_TABLE_FOR_FILES);

  for (guint c = 0; c < table->n_columns; c++)
    g_assert_cmpint (table->numeric[c], ==, strcmp (table->headers[c], "Value") == 0);
  g_assert_cmpstr (get_cell (table, "Value", 0), ==, "81\u2008\u2007\u2007");
  g_assert_cmpstr (get_cell (table, "Value", 1), ==, "83.5\u2007");
  g_assert_cmpstr (get_cell (table, "Value", 2), ==, "86.25");
  g_assert_cmpstr (get_cell (file, "Value", 1), ==, "83.5");
}

/* R47: one unit for all that stands on an axis and in a column; 3,000 is never 0.3 of 10,000. */
static void
test_r47 (void)
{
  static const struct
  {
    double small, large;
    RsLanguage language;
    const char *unit;
    const char *small_text, *large_text;
  } rows[] = {
    { 3000, 8000, RS_LANGUAGE_ZH_CN, "人", "3000", "8000" },
    { 3000, 20000, RS_LANGUAGE_ZH_CN, "人", "3000", "20,000" },
    { 30000, 200000, RS_LANGUAGE_ZH_CN, "万人", "3", "20" },
    { 300, 20000, RS_LANGUAGE_EN, "persons", "300", "20,000" },
    { 3000, 20000, RS_LANGUAGE_EN, "thousand persons", "3", "20" },
    { 0, 20000, RS_LANGUAGE_EN, "thousand persons", "0", "20" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
      RsDimension *metric = rs_dataset_builder_add_dimension (builder, "indicator", 1, NULL);
      RsUnit *unit = &metric->categories[0].unit;
      RsDimension *time = NULL;
      g_autoptr (RsDataset) dataset = NULL;
      g_autoptr (RsFrame) frame = NULL;
      g_autofree char *label = NULL;
      g_autofree char *small = NULL;
      g_autofree char *large = NULL;

      metric->role = RS_ROLE_METRIC;
      metric->categories[0].id = g_strdup ("invented");
      unit->present = TRUE;
      unit->base = g_strdup ("persons");
      unit->base_label.original = g_strdup ("persons");
      unit->base_label.translation[RS_LANGUAGE_ZH_CN] = g_strdup ("人");
      time = rs_dataset_builder_add_dimension (builder, "year", 2, NULL);
      time->categories[0].id = g_strdup ("2020");
      time->categories[1].id = g_strdup ("2021");
      g_assert_true (rs_dataset_builder_begin_cells (builder, TRUE, NULL));
      rs_dataset_builder_set_value (builder, 0, rows[i].small);
      rs_dataset_builder_set_value (builder, 1, rows[i].large);
      dataset = rs_dataset_builder_finish (builder, NULL, NULL);
      frame = run_in (dataset, "{\"chart\":\"lines\"}", NULL, 2021, rows[i].language);
      label = rs_frame_get_unit_label (frame, 0, FALSE);
      small = rs_summary_value (frame, 0, 0, FALSE);
      large = rs_summary_value (frame, 0, 1, FALSE);
      g_test_message ("row %zu", i);
      g_assert_cmpstr (small, ==, rows[i].small_text);
      g_assert_cmpstr (large, ==, rows[i].large_text);
      g_assert_nonnull (strstr (label, rows[i].unit));
    }
}

/* R48: once, from full precision; the printed examples of GB/T 8170. */
static void
test_r48 (void)
{
  static const struct
  {
    double value;
    int decimals;
    double even, away;
  } rows[] = {
    { 0.35, 1, 0.4, 0.4 },      { 1.050, 1, 1.0, 1.1 }, { 12.1498, 1, 12.1, 12.1 },
    { 12.1498, 0, 12, 12 },     { 10.5002, 0, 11, 11 }, { 15.4546, 0, 15, 15 },
    { 2.5, 0, 2, 3 },           { 3.5, 0, 4, 4 },       { -2.5, 0, -2, -3 },
    { 0.36500, 2, 0.36, 0.37 }, { 0.45, 1, 0.4, 0.5 },  { 5.545, 2, 5.54, 5.55 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%g to %d", rows[i].value, rows[i].decimals);
      g_assert_cmpfloat (rs_number_round (rows[i].value, rows[i].decimals, RS_ROUND_HALF_EVEN), ==,
                         rows[i].even);
      g_assert_cmpfloat (rs_number_round (rows[i].value, rows[i].decimals, RS_ROUND_HALF_AWAY), ==,
                         rows[i].away);
    }
}

typedef struct
{
  double value; /* in ten thousand persons */
  const char *english;
  const char *chinese;
} Headline;

/* At most five significant figures in the largest type, whole numbers whole; the full number in the
 * text; no ≈. */
static void
test_headline (void)
{
  static const Headline rows[] = {
    { 117664, "1,176.6", "117,664" }, { 751.789, "7.5179", "751.79" }, { 75.1, "751,000", "75.1" },
    { 75.1234, "751,234", "75.123" }, { 0.5, "5,000", "5000" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint language = 0; language < RS_N_LANGUAGES; language++)
      {
        g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
        RsDimension *metric = rs_dataset_builder_add_dimension (builder, "indicator", 1, NULL);
        RsUnit *unit = &metric->categories[0].unit;
        g_autoptr (RsDataset) dataset = NULL;
        g_autoptr (RsFrame) frame = NULL;
        g_autofree char *text = NULL;

        metric->role = RS_ROLE_METRIC;
        metric->categories[0].id = g_strdup ("invented");
        unit->present = TRUE;
        unit->exponent = 4;
        unit->base = g_strdup ("persons");
        unit->base_label.original = g_strdup ("persons");
        rs_dataset_builder_add_dimension (builder, "year", 1, NULL)->categories[0].id =
          g_strdup ("2021");
        g_assert_true (rs_dataset_builder_begin_cells (builder, TRUE, NULL));
        rs_dataset_builder_set_value (builder, 0, rows[i].value);
        dataset = rs_dataset_builder_finish (builder, NULL, NULL);
        frame = run_in (dataset, "{\"chart\":\"figures\"}", NULL, 2021, (RsLanguage) language);
        text = rs_summary_headline_value (frame, 0, 0);
        g_assert_cmpstr (text, ==, language == RS_LANGUAGE_EN ? rows[i].english : rows[i].chinese);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/rules/r1-five-fields", test_r1);
  g_test_add_func ("/query/rules/data-date", test_data_date);
  g_test_add_func ("/query/rules/r5-unit-once", test_r5);
  g_test_add_func ("/query/rules/r6-marks-explained", test_r6);
  g_test_add_func ("/query/rules/r34-word-and-shape", test_r34);
  g_test_add_func ("/query/rules/r35-about", test_r35);
  g_test_add_func ("/query/rules/r36-full-value", test_r36);
  g_test_add_func ("/query/rules/r37-same-period", test_r37);
  g_test_add_func ("/query/rules/r40-one-flag", test_r40);
  g_test_add_func ("/query/rules/r41-break", test_r41);
  g_test_add_func ("/query/rules/r42-symbols", test_r42);
  g_test_add_func ("/query/rules/r43-parts", test_r43);
  g_test_add_func ("/query/rules/r44-revised", test_r44);
  g_test_add_func ("/query/rules/r45-points", test_r45);
  g_test_add_func ("/query/rules/r46-columns", test_r46);
  g_test_add_func ("/query/rules/r47-one-unit", test_r47);
  g_test_add_func ("/query/rules/r48-rounding", test_r48);
  g_test_add_func ("/query/rules/headline", test_headline);
  return g_test_run ();
}
