/* SPDX-License-Identifier: GPL-3.0-or-later
 * Chart kinds: which is chosen, which would mislead and why; which regions are compared. */
#include "config.h"

#include <string.h>

#include "fixture-dataset.h"
#include "fixture-regions.h"
#include "query/frame.h"

typedef enum
{
  YEARLY,
  MONTHLY,
  TIMELESS,
  REGIONS,
  REGIONS_MONTHLY,
  LOOP,
  N_SETS,
} Set;

static RsDataset *sets[N_SETS];

static RsDataset *
get_set (Set set)
{
  if (sets[set] == NULL)
    switch (set)
      {
      case YEARLY:
        sets[set] = rs_test_dataset_yearly ();
        break;
      case MONTHLY:
        sets[set] = rs_test_dataset_monthly ();
        break;
      case TIMELESS:
        sets[set] = rs_test_dataset_timeless ();
        break;
      case REGIONS:
        sets[set] = rs_test_dataset_regions ();
        break;
      case REGIONS_MONTHLY:
        sets[set] = rs_test_dataset_regions_monthly ();
        break;
      case LOOP:
        sets[set] = rs_test_dataset_loop ();
        break;
      case N_SETS:
        g_assert_not_reached ();
      }
  return sets[set];
}

/* Indicators and regions by spaces; NULL leaves them open. */
static RsView *
make_view (const char *indicators, const char *regions, RsChartKind kind, RsScope scope)
{
  RsView *view = rs_view_new ();

  view->indicators = indicators != NULL ? g_strsplit (indicators, " ", -1) : NULL;
  view->regions = regions != NULL ? g_strsplit (regions, " ", -1) : NULL;
  view->kind = kind;
  view->scope = scope;
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

#define COLUMNS_UNITS "Columns have one axis, and these indicators have different units."
#define RESTART                                                                                    \
  "Figures counted since January start anew each year, so columns of months would look like a "    \
  "fall; choose years compared."
#define ONE_PERIOD_LINE "A line needs more than one period."
#define REGIONS_ONLY_ONE "This kind compares regions, and there is only one here."
#define REGIONS_ONE_MEASURE "This kind compares regions by one indicator."

typedef struct
{
  Set set;
  const char *region; /* selected */
  const char *indicators;
  const char *regions;
  RsChartKind kind;
  const char *reason; /* (nullable): NULL: the kind is honest here */
} Row;

static const Row rows[] = {
  { YEARLY, "A", "jobs", NULL, RS_CHART_COLUMNS, NULL },
  { YEARLY, "A", "jobs members", NULL, RS_CHART_COLUMNS, NULL },
  { YEARLY, "A", "rate_june", NULL, RS_CHART_COLUMNS, NULL },
  { YEARLY, "A", "jobs rate_june", NULL, RS_CHART_COLUMNS, COLUMNS_UNITS },
  { REGIONS, "P1", "rate growth", NULL, RS_CHART_COLUMNS, COLUMNS_UNITS },
  { REGIONS, "P1", "whole", "P1 P2 P3 P4", RS_CHART_COLUMNS, NULL },
  { REGIONS, "P1", "whole", "P1 P2 P3 P4 P5", RS_CHART_COLUMNS,
    "More than four columns side by side cannot be told apart; choose lines, small charts or a "
    "shaded table." },
  { MONTHLY, "A", "jobs_cumulative", NULL, RS_CHART_COLUMNS, RESTART },
  { MONTHLY, "A", "rate_quarterly", NULL, RS_CHART_COLUMNS,
    "Columns from zero hide how a rate moves within a year; choose lines." },
  { MONTHLY, "A", "members", NULL, RS_CHART_COLUMNS, NULL },

  { YEARLY, "A", "jobs", NULL, RS_CHART_LINES, NULL },
  { YEARLY, "A", "jobs rate_june", NULL, RS_CHART_LINES,
    "Lines have one axis, and these indicators have different units." },
  { REGIONS, "P1", "rate growth", NULL, RS_CHART_LINES,
    "Lines have one axis, and these indicators have different units." },
  { TIMELESS, NULL, NULL, NULL, RS_CHART_LINES, ONE_PERIOD_LINE },

  { YEARLY, "A", "jobs rate_june", NULL, RS_CHART_BARS, NULL },
  { TIMELESS, NULL, NULL, NULL, RS_CHART_BARS, NULL },
  { YEARLY, "A", NULL, NULL, RS_CHART_FIGURES, NULL },
  { TIMELESS, NULL, NULL, NULL, RS_CHART_FIGURES, NULL },

  { MONTHLY, "A", "members", NULL, RS_CHART_YEARS, NULL },
  { YEARLY, "A", "jobs", NULL, RS_CHART_YEARS,
    "There are no periods within the years to compare the years by." },
  { MONTHLY, "A", "members jobs_cumulative", NULL, RS_CHART_YEARS,
    "Years compared show one indicator of one region, with one line a year." },
  { REGIONS_MONTHLY, "P1", "members", "P1 P2", RS_CHART_YEARS,
    "Years compared show one indicator of one region, with one line a year." },

  { REGIONS, "P1", "part_a part_b", NULL, RS_CHART_STACKED, NULL },
  { REGIONS, "P1", "part_a rate", NULL, RS_CHART_STACKED, COLUMNS_UNITS },
  { REGIONS, "P1", "rate", "P1 P2", RS_CHART_STACKED,
    "Only amounts add up; rates and growth on top of each other mean nothing." },
  { REGIONS_MONTHLY, "P1", "jobs_cumulative", "P1 P2", RS_CHART_STACKED, RESTART },
  { REGIONS, "P1", "whole jobs", NULL, RS_CHART_STACKED,
    "Stacked columns show the parts of one whole; the dataset does not say that these are." },
  { REGIONS, "P1", "whole part_a", NULL, RS_CHART_STACKED,
    "Stacked columns show the parts of one whole; the dataset does not say that these are." },
  { REGIONS, "P1", "part_a", NULL, RS_CHART_STACKED,
    "Stacked columns show the parts of one whole; the dataset does not say that these are." },
  { REGIONS, "P1", "part_a part_b", "P1 P2", RS_CHART_STACKED,
    "Stacked columns show the parts of one whole; the dataset does not say that these are." },
  { REGIONS, "P1", "whole", "P1 P2", RS_CHART_STACKED,
    "Stacked columns show all parts of a whole, and some are left out here." },
  { REGIONS, "D1", "whole", "D1 D2 D3", RS_CHART_STACKED, NULL },
  { REGIONS, "P1", "whole", "P1 P2 P3 P4 P5 P6", RS_CHART_STACKED,
    "More than five parts cannot be told apart; choose small charts or a shaded table." },

  { YEARLY, "A", "members", NULL, RS_CHART_AREAS, NULL },
  { TIMELESS, NULL, NULL, NULL, RS_CHART_AREAS, "An area needs more than one period." },
  { YEARLY, "A", "members jobs", NULL, RS_CHART_AREAS,
    "An area shows one indicator of one region; several would hide each other." },
  { YEARLY, "A", "rate_june", NULL, RS_CHART_AREAS,
    "An area shows an amount that fills up from zero, and this is none; choose lines." },
  { REGIONS, "P1", "growth", NULL, RS_CHART_AREAS,
    "An area shows an amount that fills up from zero, and this is none; choose lines." },
  { MONTHLY, "A", "jobs_cumulative", NULL, RS_CHART_AREAS, RESTART },

  { YEARLY, "A", "rate_june rate_august", NULL, RS_CHART_DOTS, NULL },
  { TIMELESS, NULL, NULL, NULL, RS_CHART_DOTS, "Dots over time need more than one period." },
  { YEARLY, "A", "jobs rate_june", NULL, RS_CHART_DOTS,
    "Dots have one axis, and these indicators have different units." },

  { REGIONS, "P1", "whole", NULL, RS_CHART_RANKED, NULL },
  { REGIONS, "P1", "rate", "P1 P2", RS_CHART_RANKED, NULL },
  { REGIONS, "P1", "whole", "P1", RS_CHART_RANKED, REGIONS_ONLY_ONE },
  { REGIONS, "P1", "whole jobs", "P1 P2", RS_CHART_RANKED, REGIONS_ONE_MEASURE },
  { TIMELESS, NULL, NULL, NULL, RS_CHART_RANKED, REGIONS_ONLY_ONE },
  { MONTHLY, "A", "members", NULL, RS_CHART_RANKED, REGIONS_ONLY_ONE },

  { REGIONS, "P1", "whole", NULL, RS_CHART_SLOPE, NULL },
  { YEARLY, "A", "rate_june rate_august", NULL, RS_CHART_SLOPE, NULL },
  { TIMELESS, NULL, NULL, NULL, RS_CHART_SLOPE,
    "Two periods are compared here, and there is only one." },
  { YEARLY, "A", "jobs rate_june", NULL, RS_CHART_SLOPE,
    "One axis serves all, and these indicators have different units." },
  { REGIONS, "P1", "whole", NULL, RS_CHART_DUMBBELL, NULL },
  { TIMELESS, NULL, NULL, NULL, RS_CHART_DUMBBELL,
    "Two periods are compared here, and there is only one." },
  { REGIONS, "P1", "rate growth", NULL, RS_CHART_DUMBBELL,
    "One axis serves all, and these indicators have different units." },

  { REGIONS, "P1", "rate", NULL, RS_CHART_BULLET, NULL },
  { YEARLY, "A", "jobs rate_august", NULL, RS_CHART_BULLET, NULL },
  { REGIONS, "P2", "rate", NULL, RS_CHART_BULLET,
    "There is no target here to set the figures against." },
  { YEARLY, "A", "members", NULL, RS_CHART_BULLET,
    "There is no target here to set the figures against." },

  { REGIONS, "P1", "whole", NULL, RS_CHART_MULTIPLES, NULL },
  { YEARLY, "A", "jobs rate_june", NULL, RS_CHART_MULTIPLES, NULL },
  { YEARLY, "B", "jobs", "B", RS_CHART_MULTIPLES, "There is only one chart to draw here." },
  { TIMELESS, NULL, NULL, NULL, RS_CHART_MULTIPLES, ONE_PERIOD_LINE },

  { REGIONS, "P1", "whole", NULL, RS_CHART_HEAT, NULL },
  { YEARLY, "A", "rate_june rate_august", NULL, RS_CHART_HEAT, NULL },
  { YEARLY, "A", "jobs", "A", RS_CHART_HEAT, "A shaded table needs more than one row." },
  { YEARLY, "A", "jobs rate_june", NULL, RS_CHART_HEAT,
    "One shade must mean one number, and these indicators have different units." },

  { REGIONS, "P1", "whole", NULL, RS_CHART_TILES, NULL },
  { REGIONS, "P1", "whole", "P1", RS_CHART_TILES, REGIONS_ONLY_ONE },
  { REGIONS, "P1", "whole jobs", NULL, RS_CHART_TILES, REGIONS_ONE_MEASURE },
  { REGIONS, "D1", "whole", NULL, RS_CHART_TILES, "These regions have no places on a tile map." },
  { REGIONS, "P1", "whole", "P1 P6", RS_CHART_TILES,
    "These regions have no places on a tile map." },
  { REGIONS, "P1", "whole", "P1 P2 P6", RS_CHART_TILES, NULL },

  { YEARLY, "A", "jobs", NULL, RS_CHART_SPARKLINE, NULL },
  { TIMELESS, NULL, NULL, NULL, RS_CHART_SPARKLINE, ONE_PERIOD_LINE },
  { REGIONS, "P1", "whole", "P1 P2", RS_CHART_SPARKLINE,
    "A sparkline shows one indicator of one region." },
};

static void
check_row (const Row *row)
{
  RsSelection selection = { (char *) row->region, 2021 };
  RsDataset *dataset = get_set (row->set);
  g_autoptr (RsView) view = make_view (row->indicators, row->regions, row->kind, RS_SCOPE_AUTO);
  g_autoptr (GError) error = NULL;
  g_autoptr (RsFrame) frame = rs_view_run (view, dataset, &selection, RS_LANGUAGE_EN, &error);
  g_autofree char *explained = NULL;

  g_test_message ("%s of %s", rs_chart_kind_to_string (row->kind), row->indicators);
  if (row->reason == NULL)
    {
      g_assert_no_error (error);
      g_assert_cmpint (rs_frame_get_kind (frame), ==, row->kind);
    }
  else
    {
      g_assert_null (frame);
      g_assert_error (error, RS_QUERY_ERROR, RS_QUERY_ERROR_UNSUITABLE);
      g_assert_cmpstr (error->message, ==, row->reason);
    }
  /* The list of kinds says the same, whatever kind the view has. */
  view->kind = RS_CHART_BARS;
  explained = rs_view_explain_kind (view, dataset, &selection, row->kind);
  g_assert_cmpstr (explained, ==, row->reason);
}

/* Every kind is allowed somewhere, and every kind but the two that compare nothing is refused. */
static void
test_refusals (void)
{
  gboolean allowed[RS_N_CHART_KINDS] = { FALSE };
  gboolean refused[RS_N_CHART_KINDS] = { FALSE };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      check_row (&rows[i]);
      if (rows[i].reason == NULL)
        allowed[rows[i].kind] = TRUE;
      else
        refused[rows[i].kind] = TRUE;
    }
  for (guint kind = RS_CHART_COLUMNS; kind < RS_N_CHART_KINDS; kind++)
    {
      g_test_message ("%s", rs_chart_kind_to_string ((RsChartKind) kind));
      g_assert_true (allowed[kind]);
      if (kind != RS_CHART_BARS && kind != RS_CHART_FIGURES)
        g_assert_true (refused[kind]);
    }
}

#define LOG_LENGTH                                                                                 \
  "A logarithmic scale has no zero, so nothing whose length counts can stand on it; choose "       \
  "lines, dots or small charts."

static const Row log_rows[] = {
  { YEARLY, "A", "members", NULL, RS_CHART_LINES, NULL },
  { YEARLY, "A", "members", NULL, RS_CHART_DOTS, NULL },
  { YEARLY, "A", "members jobs", NULL, RS_CHART_MULTIPLES, NULL },
  { YEARLY, "A", "jobs", NULL, RS_CHART_COLUMNS, LOG_LENGTH },
  { YEARLY, "A", "members", NULL, RS_CHART_AREAS, LOG_LENGTH },
  { REGIONS, "P1", "whole", NULL, RS_CHART_RANKED, LOG_LENGTH },
  { YEARLY, "A", "rate_june", NULL, RS_CHART_LINES,
    "A logarithmic scale is for amounts; rates and growth are read by differences." },
  { REGIONS, "P1", "growth", NULL, RS_CHART_DOTS,
    "A logarithmic scale is for amounts; rates and growth are read by differences." },
  { REGIONS, "P1", "negative", NULL, RS_CHART_LINES,
    "A logarithmic scale has no zero, and some of these figures are zero or less." },
};

static void
test_log (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (log_rows); i++)
    {
      const Row *row = &log_rows[i];
      RsSelection selection = { (char *) row->region, 2021 };
      g_autoptr (RsView) view = make_view (row->indicators, row->regions, row->kind, RS_SCOPE_AUTO);
      g_autofree char *reason = NULL;

      view->log_scale = TRUE;
      reason = rs_view_explain_kind (view, get_set (row->set), &selection, row->kind);
      g_assert_cmpstr (reason, ==, row->reason);
    }
}

/* Targets that the view hides are not there to be set against. */
static void
test_bullet_without_targets (void)
{
  RsSelection selection = { (char *) "P1", 2021 };
  g_autoptr (RsView) view = make_view ("rate", NULL, RS_CHART_BULLET, RS_SCOPE_AUTO);
  g_autofree char *reason = NULL;

  view->show_targets = FALSE;
  reason = rs_view_explain_kind (view, get_set (REGIONS), &selection, RS_CHART_BULLET);
  g_assert_cmpstr (reason, ==, "Figures are set against targets here, and this view shows none.");
}

/* An unknown id is a reason too, and no crash. */
static void
test_explain_unknown (void)
{
  RsSelection selection = { (char *) "P1", 2021 };
  g_autoptr (RsView) view = make_view ("nothing", NULL, RS_CHART_AUTO, RS_SCOPE_AUTO);
  g_autofree char *reason =
    rs_view_explain_kind (view, get_set (REGIONS), &selection, RS_CHART_LINES);

  g_assert_nonnull (strstr (reason, "nothing"));
}

typedef struct
{
  Set set;
  const char *region;
  const char *indicators;
  RsScope scope;
  RsChartKind kind;
} Choice;

/* Chart-rules, table 9. */
static const Choice choices[] = {
  { YEARLY, "A", "jobs", RS_SCOPE_AUTO, RS_CHART_COLUMNS },
  { YEARLY, "A", "rate_june", RS_SCOPE_AUTO, RS_CHART_LINES },
  { YEARLY, "A", "members", RS_SCOPE_AUTO, RS_CHART_LINES },
  { REGIONS, "P1", "growth", RS_SCOPE_AUTO, RS_CHART_LINES },
  { MONTHLY, "A", "jobs_cumulative", RS_SCOPE_AUTO, RS_CHART_YEARS },
  { MONTHLY, "A", "rate_quarterly", RS_SCOPE_AUTO, RS_CHART_LINES },
  { REGIONS, "P1", "part_a part_b", RS_SCOPE_AUTO, RS_CHART_STACKED },
  { REGIONS, "P1", "whole part_a", RS_SCOPE_AUTO, RS_CHART_LINES },
  { REGIONS, "P1", "whole", RS_SCOPE_PEERS, RS_CHART_LINES },
  { REGIONS, "P1", "rate growth", RS_SCOPE_AUTO, RS_CHART_FIGURES },
  { REGIONS, "P1", NULL, RS_SCOPE_AUTO, RS_CHART_FIGURES },
  { TIMELESS, NULL, NULL, RS_SCOPE_AUTO, RS_CHART_FIGURES },
};

static void
test_choose (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      const Choice *row = &choices[i];
      g_autoptr (RsView) view = make_view (row->indicators, NULL, RS_CHART_AUTO, row->scope);
      g_autoptr (RsFrame) frame = run (view, get_set (row->set), row->region, 2021);

      g_test_message ("row %zu", i);
      g_assert_cmpstr (rs_chart_kind_to_string (rs_frame_get_kind (frame)), ==,
                       rs_chart_kind_to_string (row->kind));
    }
}

/* Beyond a dozen regions lines would be a thicket: they stand in rows, ranked. */
static void
test_choose_many (void)
{
  static const struct
  {
    guint n;
    RsChartKind kind;
  } counts[] = { { 2, RS_CHART_BARS }, { 12, RS_CHART_BARS }, { 13, RS_CHART_RANKED } };

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr (GString) text = g_string_new ("R0=1");
      g_autoptr (RsDataset) dataset = NULL;
      g_autoptr (RsView) view = make_view (NULL, NULL, RS_CHART_AUTO, RS_SCOPE_PEERS);
      g_autoptr (RsFrame) frame = NULL;

      for (guint r = 1; r < counts[i].n; r++)
        g_string_append_printf (text, " R%u=%u", r, r);
      dataset = rs_test_dataset_line (text->str);
      frame = run (view, dataset, "R0", 2021);
      g_assert_cmpint (rs_frame_get_kind (frame), ==, counts[i].kind);
    }
}

typedef struct
{
  Set set;
  const char *selected;
  int year;
  RsChartKind kind;
  RsScope scope;
  const char *indicators; /* one, or two by a space */
  const char *expected;   /* ids of the regions by spaces */
} Scope;

static const Scope scopes[] = {
  { REGIONS, "P1", 2021, RS_CHART_LINES, RS_SCOPE_AUTO, "whole", "P1" },
  { REGIONS, "P1", 2021, RS_CHART_HEAT, RS_SCOPE_AUTO, "whole", "P1 P2 P3 P4 P5 P6" },
  { REGIONS, "P1", 2021, RS_CHART_HEAT, RS_SCOPE_AUTO, "whole part_a", "P1" },
  { REGIONS, "P1", 2021, RS_CHART_LINES, RS_SCOPE_PEERS, "whole", "P1 P2 P3 P4 P5 P6" },
  { REGIONS, "R", 2021, RS_CHART_HEAT, RS_SCOPE_AUTO, "whole", "P1 P2 P3 P4 P5 P6" },
  { REGIONS, "R", 2021, RS_CHART_LINES, RS_SCOPE_CHILDREN, "whole", "P1 P2 P3 P4 P5 P6" },
  { REGIONS, "R", 2021, RS_CHART_LINES, RS_SCOPE_SELECTED, "whole", "R" },
  { REGIONS, "P1", 2021, RS_CHART_HEAT, RS_SCOPE_CHILDREN, "whole", "D1 D2 D3" },
  { REGIONS, "P4", 2021, RS_CHART_LINES, RS_SCOPE_CHILDREN, "whole", "P4" },
  /* Districts of the same depth under the same root; D2 was gone in 2021. */
  { REGIONS, "D1", 2021, RS_CHART_TILES, RS_SCOPE_PEERS, "whole", NULL },
  { REGIONS, "D1", 2021, RS_CHART_SLOPE, RS_SCOPE_AUTO, "whole", "D1 D3 X" },
  { REGIONS, "D1", 2018, RS_CHART_SLOPE, RS_SCOPE_AUTO, "whole", "D1 D2 X" },
  /* Over many years a region that has figures stays, one that has none and was not there goes. */
  { REGIONS, "D1", 2021, RS_CHART_HEAT, RS_SCOPE_AUTO, "whole", "D1 D2 D3 X" },
  { REGIONS, "D1", 2018, RS_CHART_HEAT, RS_SCOPE_AUTO, "whole", "D1 D2 X" },
  /* The chosen region stays, even where it was not there. */
  { REGIONS, "D2", 2021, RS_CHART_SLOPE, RS_SCOPE_AUTO, "whole", "D1 D2 D3 X" },
  /* The first parent counts, and a child of two stands once. */
  { REGIONS, "X", 2021, RS_CHART_SLOPE, RS_SCOPE_AUTO, "whole", "D1 D3 X" },
  { REGIONS, "P3", 2021, RS_CHART_LINES, RS_SCOPE_CHILDREN, "whole", "X" },
  /* Alone: a root without children. */
  { REGIONS, "Z", 2021, RS_CHART_LINES, RS_SCOPE_PEERS, "whole", "R Z" },
  { REGIONS, "Z", 2021, RS_CHART_LINES, RS_SCOPE_CHILDREN, "whole", "Z" },
  /* The hierarchy of a loop is dropped, so all are peers. */
  { LOOP, "A", 2021, RS_CHART_SLOPE, RS_SCOPE_AUTO, NULL, "A B C" },
  { LOOP, "A", 2021, RS_CHART_LINES, RS_SCOPE_CHILDREN, NULL, "A" },
  /* No regions: nothing to expand. */
  { TIMELESS, NULL, 0, RS_CHART_BARS, RS_SCOPE_PEERS, NULL, "" },
};

static char *
list_regions (const RsFrame *frame)
{
  const RsDimension *geo = rs_dataset_get_geo (rs_frame_get_dataset (frame));
  GString *text = g_string_new (NULL);

  for (guint i = 0; geo != NULL && i < rs_frame_get_n_series (frame); i++)
    {
      const char *id = geo->categories[rs_frame_get_series (frame, i)->region].id;

      if (i > 0 &&
          rs_frame_get_series (frame, i)->indicator != rs_frame_get_series (frame, 0)->indicator)
        break;
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", id);
    }
  return g_string_free (text, FALSE);
}

static void
test_scope (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (scopes); i++)
    {
      const Scope *row = &scopes[i];
      RsSelection selection = { (char *) row->selected, row->year };
      g_autoptr (RsView) view = make_view (row->indicators, NULL, row->kind, row->scope);
      g_autoptr (GError) error = NULL;
      g_autoptr (RsFrame) frame =
        rs_view_run (view, get_set (row->set), &selection, RS_LANGUAGE_EN, &error);
      g_autofree char *list = NULL;

      g_test_message ("row %zu", i);
      if (row->expected == NULL)
        {
          g_assert_error (error, RS_QUERY_ERROR, RS_QUERY_ERROR_UNSUITABLE);
          continue;
        }
      g_assert_no_error (error);
      list = list_regions (frame);
      g_assert_cmpstr (list, ==, row->expected);
    }
}

/* Regions that the view names go before its scope. */
static void
test_scope_yields (void)
{
  g_autoptr (RsView) view = make_view ("whole", "P3 P1", RS_CHART_LINES, RS_SCOPE_PEERS);
  g_autoptr (RsFrame) frame = run (view, get_set (REGIONS), "P1", 2021);
  g_autofree char *list = list_regions (frame);

  g_assert_cmpstr (list, ==, "P3 P1");
  g_assert_true (rs_frame_is_home (frame, 1));
  g_assert_false (rs_frame_is_home (frame, 0));
}

/* Of a whole whose parts are shown no part stands out, and no part's number is shown large. */
static void
test_scope_home (void)
{
  g_autoptr (RsView) view = make_view ("whole", NULL, RS_CHART_RANKED, RS_SCOPE_AUTO);
  g_autoptr (RsFrame) frame = run (view, get_set (REGIONS), "R", 2021);
  g_autoptr (RsFrame) peers = run (view, get_set (REGIONS), "P2", 2021);
  int series = 0;
  int point = 0;

  rs_frame_get_headline (frame, &series, &point);
  g_assert_cmpint (series, ==, -1);
  for (guint i = 0; i < rs_frame_get_n_series (frame); i++)
    g_assert_false (rs_frame_is_home (frame, i));
  /* Named, but without the selected one: the same. */
  {
    g_autoptr (RsView) named = make_view ("whole", "P1 P2", RS_CHART_TILES, RS_SCOPE_AUTO);
    g_autoptr (RsView) lines = make_view ("whole", "P1 P2", RS_CHART_LINES, RS_SCOPE_AUTO);
    g_autoptr (RsFrame) tiles = run (named, get_set (REGIONS), "Z", 2021);
    g_autoptr (RsFrame) first = run (lines, get_set (REGIONS), "Z", 2021);

    rs_frame_get_headline (tiles, &series, &point);
    g_assert_cmpint (series, ==, -1);
    rs_frame_get_headline (first, &series, &point);
    g_assert_cmpint (series, ==, 0);
  }
  rs_frame_get_headline (peers, &series, &point);
  g_assert_cmpint (series, >=, 0);
  g_assert_true (rs_frame_is_home (peers, (guint) series));
}

int
main (int argc, char **argv)
{
  int status = 0;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/kinds/refusals", test_refusals);
  g_test_add_func ("/query/kinds/log", test_log);
  g_test_add_func ("/query/kinds/bullet-without-targets", test_bullet_without_targets);
  g_test_add_func ("/query/kinds/explain-unknown", test_explain_unknown);
  g_test_add_func ("/query/kinds/choose", test_choose);
  g_test_add_func ("/query/kinds/choose-many", test_choose_many);
  g_test_add_func ("/query/kinds/scope", test_scope);
  g_test_add_func ("/query/kinds/scope-yields", test_scope_yields);
  g_test_add_func ("/query/kinds/scope-home", test_scope_home);
  status = g_test_run ();
  for (guint i = 0; i < N_SETS; i++)
    g_clear_pointer (&sets[i], rs_dataset_unref);
  return status;
}
