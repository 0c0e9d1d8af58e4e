/* SPDX-License-Identifier: GPL-3.0-or-later
 * Remarks, sources and roundings as a picture tells them. All figures, titles and publishers are
 * invented. */
#include "config.h"

#include <string.h>

#include "dataset/dataset-builder.h"
#include "query/frame-private.h"
#include "query/summary.h"

#define N_RATES 3
#define N_YEARS 6
#define FIRST_YEAR 2011

static RsPassport *
set_rate (RsDatasetBuilder *builder, guint rate, int year, double value, int source)
{
  guint64 cell = rate * N_YEARS + (guint) (year - FIRST_YEAR);
  RsPassport *passport = NULL;

  rs_dataset_builder_set_value (builder, cell, value);
  passport = rs_dataset_builder_get_passport (builder, cell);
  passport->kind = RS_KIND_PUBLISHED;
  passport->source = source;
  return passport;
}

/* Three rates of six years; what differs from test to test is added before it is finished. */
static RsDatasetBuilder *
begin (void)
{
  static const char *const ids[N_RATES] = { "a", "b", "c" };
  static const char *const labels[N_RATES] = { "Invented rate, first", "Invented rate, second",
                                               "Invented rate, third" };
  static const char *const definitions[N_RATES] = { "Told by nobody.", "Counted by nobody.",
                                                    "Counted by nobody." };
  RsDatasetBuilder *builder = rs_dataset_builder_new ();
  RsDimension *rates = rs_dataset_builder_add_dimension (builder, "indicator", N_RATES, NULL);
  RsDimension *years = NULL;

  rates->role = RS_ROLE_METRIC;
  for (guint i = 0; i < N_RATES; i++)
    {
      rates->categories[i].id = g_strdup (ids[i]);
      rates->categories[i].label.original = g_strdup (labels[i]);
      rates->categories[i].definition.original = g_strdup (definitions[i]);
      rates->categories[i].nature = RS_NATURE_RATE;
      rates->categories[i].unit.label.original = g_strdup ("%");
      rates->categories[i].unit.decimals = 2;
    }
  years = rs_dataset_builder_add_dimension (builder, "year", N_YEARS, NULL);
  years->role = RS_ROLE_TIME;
  for (int i = 0; i < N_YEARS; i++)
    years->categories[i].id = g_strdup_printf ("%d", FIRST_YEAR + i);
  g_assert_true (rs_dataset_builder_begin_cells (builder, TRUE, NULL));
  return builder;
}

static RsFrame *
run (RsDatasetBuilder *builder, const char *indicators, int year)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RsDataset) dataset = rs_dataset_builder_finish (builder, NULL, &error);
  g_autoptr (RsView) view = rs_view_new ();
  RsSelection selection = { NULL, year };
  RsFrame *frame = NULL;

  g_assert_no_error (error);
  view->indicators = g_strsplit (indicators, " ", -1);
  view->kind = RS_CHART_LINES;
  frame = rs_view_run (view, dataset, &selection, RS_LANGUAGE_EN, &error);
  g_assert_no_error (error);
  return frame;
}

static void
assert_notes (const RsFrame *frame, const char *const *notes)
{
  guint n = 0;

  for (; notes[n] != NULL; n++)
    {
      g_assert_cmpuint (n, <, rs_frame_get_n_notes (frame));
      g_assert_cmpstr (rs_frame_get_note (frame, n), ==, notes[n]);
    }
  g_assert_cmpuint (rs_frame_get_n_notes (frame), ==, n);
}

static void
test_merged (void)
{
  static const char *const expected[] = {
    "First, 2016: only half a town",
    "Single source: First, Second (2016)",
    "First: Told by nobody.",
    "Second, Third: Counted by nobody.",
    "Third, 2011–2013, 2015: counted late",
    NULL,
  };
  g_autoptr (RsDatasetBuilder) builder = begin ();
  g_autoptr (RsFrame) frame = NULL;

  set_rate (builder, 0, 2016, 51, -1)->note.original =
    g_strdup ("only half a town; single source; 51%");
  set_rate (builder, 1, 2016, 52, -1)->note.original = g_strdup ("single source");
  set_rate (builder, 2, 2011, 53, -1)->note.original = g_strdup ("counted late");
  set_rate (builder, 2, 2012, 54, -1)->note.original = g_strdup ("counted late; the third rate");
  set_rate (builder, 2, 2013, 55, -1)->note.original = g_strdup ("counted late");
  set_rate (builder, 2, 2015, 56, -1)->note.original = g_strdup ("counted late");
  frame = run (builder, "a b c", 2016);
  assert_notes (frame, expected);
}

/* Of a remark on many regions the number is told, not the names; a remark that is but the change
 * that is published is not told at all. */
static void
test_regions (void)
{
  for (guint n = 4; n <= 5; n++)
    {
      g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
      RsDimension *geo = rs_dataset_builder_add_dimension (builder, "region", 6, NULL);
      RsDimension *time = NULL;
      g_autoptr (RsFrame) frame = NULL;
      g_autoptr (RsDataset) dataset = NULL;
      g_autoptr (RsView) view = rs_view_new ();
      RsSelection selection = { (char *) "R0", 2021 };

      geo->role = RS_ROLE_GEO;
      for (guint i = 0; i < 6; i++)
        geo->categories[i].id = g_strdup_printf ("R%u", i);
      time = rs_dataset_builder_add_dimension (builder, "year", 1, NULL);
      time->role = RS_ROLE_TIME;
      time->categories[0].id = g_strdup ("2021");
      g_assert_true (rs_dataset_builder_begin_cells (builder, TRUE, NULL));
      for (guint i = 0; i < 6; i++)
        {
          RsPassport *passport = rs_dataset_builder_get_passport (builder, i);

          rs_dataset_builder_set_value (builder, i, 10 + i);
          passport->has_difference = TRUE;
          passport->difference = 124;
          passport->has_growth = TRUE;
          passport->growth = -1.5;
          passport->note.original =
            g_strdup (i < n ? "+124; row read by nobody; −1.5%" : "+124; -1.5 %");
        }
      dataset = rs_dataset_builder_finish (builder, NULL, NULL);
      view->kind = RS_CHART_RANKED;
      frame = rs_view_run (view, dataset, &selection, RS_LANGUAGE_EN, NULL);
      g_assert_cmpuint (rs_frame_get_n_notes (frame), ==, 1);
      g_assert_cmpstr (rs_frame_get_note (frame, 0), ==,
                       n == 4 ? "Row read by nobody: R3, R2, R1, R0 (2021)"
                              : "5 regions, 2021: row read by nobody");
    }
}

/* What is not of the chosen year is counted where it is much; its formulas are not even that. */
static void
test_many (void)
{
  static const char *const expected[] = {
    "2016: 96.5−3",
    "Told by nobody.",
    "5 further remarks stand in the table.",
    NULL,
  };
  g_autoptr (RsDatasetBuilder) builder = begin ();
  g_autoptr (RsFrame) frame = NULL;

  for (int year = FIRST_YEAR; year < FIRST_YEAR + N_YEARS - 1; year++)
    {
      RsPassport *passport = set_rate (builder, 0, year, 50, -1);

      passport->note.original = g_strdup_printf ("remark %d", year);
      passport->formula = g_strdup ("100*0.5");
    }
  set_rate (builder, 0, 2016, 93.5, -1)->formula = g_strdup ("96.5-3");
  frame = run (builder, "a", 2016);
  assert_notes (frame, expected);
}

static void
test_ids (void)
{
  static const struct
  {
    const char *clause;
    const char *text;
  } rows[] = {
    { "also inv2001, inv2002", "also in 2 other sources" },
    { "same in inv2001", "also in 1 other source" },
    { "inv2001、inv2002同", "also in 2 other sources" },
    { "earlier 71 (inv2001)", "earlier 71" },
    { "事前为71（inv2001）", "事前为71" },
    { "inv2001 has 71", "“Invented bulletin 2001” has 71" },
    { "inv2001x has 71", "inv2001x has 71" },
    { "xinv2001 has 71", "xinv2001 has 71" },
    { "census has 71", "census has 71" },
    { "also in the city", "also in the city" },
    { "", "" },
  };
  g_autoptr (RsDatasetBuilder) builder = begin ();
  g_autoptr (RsDataset) dataset = NULL;

  rs_dataset_builder_add_source (builder, "inv2001", "Invented bulletin 2001", NULL, NULL);
  rs_dataset_builder_add_source (builder, "inv2002", "Invented bulletin 2002", NULL, NULL);
  rs_dataset_builder_add_source (builder, "census", "Invented census", NULL, NULL);
  dataset = rs_dataset_builder_finish (builder, NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = rs_query_clean_remark (dataset, rows[i].clause, RS_LANGUAGE_EN);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_clauses (void)
{
  static const struct
  {
    const char *note;
    const char *parts;
  } rows[] = {
    { "", "" },
    { ";;", "" },
    { "one", "one" },
    { "one; two", "one|two" },
    { "一；二", "一|二" },
    { "one (a; b); two", "one (a; b)|two" },
    { "一（甲；乙）；二", "一（甲；乙）|二" },
    { "one) ; two", "one)|two" },
    { "open (a; b", "open (a; b" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) parts = rs_query_split_remark (rows[i].note);
      g_autofree char *joined = NULL;

      g_ptr_array_add (parts, NULL);
      joined = g_strjoinv ("|", (char **) parts->pdata);
      g_assert_cmpstr (joined, ==, rows[i].parts);
    }
}

static void
test_repetition (void)
{
  g_assert_true (
    rs_query_only_repeats ("Participants in care insurance.", "Care insurance: participants"));
  g_assert_true (rs_query_only_repeats ("长期护理保险参保人数。", "长期护理保险参保人数"));
  g_assert_false (rs_query_only_repeats ("技能人才总量。", "技能人才"));
  g_assert_false (rs_query_only_repeats ("Unpaid wages recovered", "Wages recovered"));
}

/* The publisher of many is named once; the source of the number shown large comes first. */
static void
test_sources (void)
{
  g_autoptr (RsDatasetBuilder) builder = begin ();
  g_autoptr (RsFrame) frame = NULL;
  g_autofree char *all = NULL;
  g_autofree char *one = NULL;
  int other =
    rs_dataset_builder_add_source (builder, "x", "Invented report", "Invented press", NULL);

  for (int year = FIRST_YEAR; year < FIRST_YEAR + N_YEARS - 1; year++)
    {
      g_autofree char *id = g_strdup_printf ("t%d", year);
      g_autofree char *title = g_strdup_printf ("Invented table %d", year);

      set_rate (builder, 0, year, 50,
                rs_dataset_builder_add_source (builder, id, title,
                                               "Invented office; read in a copy", NULL));
    }
  set_rate (builder, 0, 2016, 50, other);
  frame = run (builder, "a", 2016);
  all = rs_summary_sources (frame, 0);
  one = rs_summary_sources (frame, 1);
  g_assert_cmpstr (all, ==,
                   "Sources: Invented report (Invented press); "
                   "Invented office: 5 releases (Invented table 2011 … Invented table 2015)");
  g_assert_cmpstr (one, ==, "Sources: Invented report and 5 others");
}

/* The figures themselves are compared; where rounding would hide a miss, both are told. */
static void
test_rounding (void)
{
  static const struct
  {
    double value;
    RsOperator op;
    double target;
    const char *verdict;
  } rows[] = {
    { 5.54, RS_OPERATOR_AT_MOST, 5.5, "✕ missed: 5.54% against ≤ 5.5%; rounded to 5.5% it is met" },
    { 5.55, RS_OPERATOR_AT_MOST, 5.5, "✕ 0.05 points above target" },
    { 5.51, RS_OPERATOR_AT_MOST, 5.5, "✕ missed: 5.51% against ≤ 5.5%; rounded to 5.5% it is met" },
    { 5.5, RS_OPERATOR_AT_MOST, 5.5, "✓ within target" },
    { 5.46, RS_OPERATOR_AT_MOST, 5.5, "✓ within target" },
    { 94.6, RS_OPERATOR_AT_LEAST, 95, "✕ missed: 94.6% against ≥ 95%; rounded to 95% it is met" },
    { 94.4, RS_OPERATOR_AT_LEAST, 95, "✕ 0.6 points below target" },
    { 95.4, RS_OPERATOR_AT_LEAST, 95, "✓ target met" },
    { 94.96, RS_OPERATOR_AT_LEAST, 95.05, "✕ 0.09 points below target" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RsDatasetBuilder) builder = begin ();
      g_autoptr (RsFrame) frame = NULL;
      g_autofree char *text = NULL;
      RsTarget *target = NULL;

      set_rate (builder, 0, 2016, rows[i].value, -1);
      target = rs_dataset_builder_add_target (builder);
      target->period = N_YEARS - 1;
      target->op = rows[i].op;
      target->value = rows[i].target;
      target->source = -1;
      frame = run (builder, "a", 2016);
      text = rs_summary_verdict (frame, 0, (guint) rs_frame_get_series (frame, 0)->selected);
      g_assert_cmpstr (text, ==, rows[i].verdict);
    }
}

static void
test_headline_label (void)
{
  g_autoptr (RsDatasetBuilder) two = begin ();
  g_autoptr (RsDatasetBuilder) one = begin ();
  g_autoptr (RsDatasetBuilder) none = begin ();
  g_autoptr (RsFrame) several = NULL;
  g_autoptr (RsFrame) single = NULL;
  g_autoptr (RsFrame) empty = NULL;
  g_autofree char *label = NULL;
  g_autofree char *alone = NULL;
  g_autofree char *nothing = NULL;

  set_rate (two, 1, 2016, 50, -1);
  set_rate (one, 0, 2016, 50, -1);
  several = run (two, "a b", 2016);
  single = run (one, "a", 2016);
  empty = run (none, "a b", 2016);
  label = rs_summary_headline_label (several);
  alone = rs_summary_headline_label (single);
  nothing = rs_summary_headline_label (empty);
  g_assert_cmpstr (label, ==, "Second");
  g_assert_cmpstr (alone, ==, "");
  g_assert_cmpstr (nothing, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/notes/merged", test_merged);
  g_test_add_func ("/query/notes/many", test_many);
  g_test_add_func ("/query/notes/regions", test_regions);
  g_test_add_func ("/query/notes/ids", test_ids);
  g_test_add_func ("/query/notes/clauses", test_clauses);
  g_test_add_func ("/query/notes/repetition", test_repetition);
  g_test_add_func ("/query/notes/sources", test_sources);
  g_test_add_func ("/query/notes/rounding", test_rounding);
  g_test_add_func ("/query/notes/headline-label", test_headline_label);
  return g_test_run ();
}
