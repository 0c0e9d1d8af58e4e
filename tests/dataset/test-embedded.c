/* SPDX-License-Identifier: GPL-3.0-or-later
 * The embedded datasets hold every row of their tables, and nothing else. */
#include "config.h"

#include "dataset/embedded-fixture.h"

#include <math.h>
#include <string.h>

#include "dataset/json-get.h"

static const char *const ids[] = { "yearly", "monthly" };

static const char *
in_chinese (const RsText *text)
{
  return text->translation[RS_LANGUAGE_ZH_CN] != NULL ? text->translation[RS_LANGUAGE_ZH_CN] : "";
}

static const char *
in_english (const RsText *text)
{
  return text->original != NULL ? text->original : "";
}

static const char *
text_or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static double
parse_number (const char *text)
{
  double value = NAN;

  g_assert_true (rs_number_parse_exact (text, &value, NULL));
  return value;
}

static gboolean
is_alternate_of (const RsDataset *dataset,
                 const RsPassport *passport,
                 const RsCsvTable *table,
                 guint row)
{
  const double value = parse_number (embedded_field (table, row, "value"));

  for (guint i = 0; i < passport->n_alternates; i++)
    {
      const RsAlternate *alternate = &passport->alternates[i];
      const char *source = rs_dataset_get_source (dataset, (guint) alternate->source)->id;

      if (alternate->value == value &&
          g_str_equal (rs_kind_to_string (alternate->kind), embedded_field (table, row, "kind")) &&
          g_str_equal (source, embedded_field (table, row, "source")) &&
          g_str_equal (text_or_empty (alternate->formula),
                       embedded_field (table, row, "formula")) &&
          g_str_equal (in_english (&alternate->note), embedded_field (table, row, "note")) &&
          g_str_equal (in_chinese (&alternate->note), embedded_field (table, row, "note_zh")))
        return TRUE;
    }
  return FALSE;
}

static void
check_figure (const RsDataset *dataset, const RsCsvTable *table, guint row)
{
  const char *indicator = embedded_field (table, row, "indicator");
  const RsObservation o =
    embedded_observe (dataset, indicator, embedded_field (table, row, "region"),
                      embedded_field (table, row, "period"));
  const RsUnit *unit = &embedded_indicator (dataset, indicator)->unit;
  const char *text = embedded_field (table, row, "value");
  const char *kind = embedded_field (table, row, "kind");

  g_assert_nonnull (o.passport);
  g_assert_true (unit->present);
  if (g_str_equal (embedded_field (table, row, "alternate"), "yes"))
    {
      g_assert_true (is_alternate_of (dataset, o.passport, table, row));
      return;
    }
  if (g_str_equal (kind, "bound"))
    {
      g_assert_true (isnan (o.value));
      g_assert_cmpint (o.reason, ==, RS_REASON_BOUND);
      g_assert_true (o.passport->has_bound);
      g_assert_cmpfloat (o.passport->bound, ==, parse_number (text));
    }
  else
    {
      g_assert_cmpint (o.reason, ==, RS_REASON_NONE);
      g_assert_cmpfloat (o.value, ==, parse_number (text));
    }
  g_assert_cmpstr (rs_kind_to_string (o.passport->kind), ==, kind);
  g_assert_cmpstr (embedded_source (dataset, o.passport), ==,
                   embedded_field (table, row, "source"));
  g_assert_cmpstr (text_or_empty (o.passport->formula), ==, embedded_field (table, row, "formula"));
  g_assert_cmpstr (in_english (&o.passport->note), ==, embedded_field (table, row, "note"));
  g_assert_cmpstr (in_chinese (&o.passport->note), ==, embedded_field (table, row, "note_zh"));
  g_assert_cmpint ((o.flags & RS_FLAG_APPROXIMATE) != 0, ==,
                   g_str_equal (embedded_field (table, row, "approximate"), "yes"));
  g_assert_cmpint ((o.flags & RS_FLAG_PROVISIONAL) != 0, ==,
                   g_str_equal (embedded_field (table, row, "status"), "p"));
  g_assert_cmpint ((o.flags & RS_FLAG_DERIVED) != 0, ==, g_str_equal (kind, "derived"));
}

static void
test_every_figure (gconstpointer data)
{
  const char *id = data;
  const RsDataset *dataset = embedded_get (id);
  g_autoptr (RsCsvTable) table = embedded_open_table (id, "figures.csv");

  for (guint row = 0; row < rs_csv_table_get_n_rows (table); row++)
    check_figure (dataset, table, row);
}

typedef struct
{
  guint n_numbers;
  guint n_bounds;
  guint n_alternates;
} Count;

static gboolean
count_cell (const RsDataset *dataset, guint64 cell, gpointer user_data)
{
  Count *count = user_data;
  const RsObservation o = rs_dataset_get_observation (dataset, cell);

  count->n_numbers += !isnan (o.value);
  count->n_bounds += o.reason == RS_REASON_BOUND;
  count->n_alternates += o.passport != NULL ? o.passport->n_alternates : 0;
  return TRUE;
}

static Count
count_cells (const RsDataset *dataset)
{
  Count count = { 0 };

  rs_dataset_foreach (dataset, count_cell, &count);
  return count;
}

/* 1,470 rows were collected for the yearly dataset, 4,122 for the monthly one; each is one of
 * these. */
static void
test_counts (void)
{
  const Count yearly = count_cells (embedded_get ("yearly"));
  const Count monthly = count_cells (embedded_get ("monthly"));
  g_autoptr (RsCsvTable) figures = embedded_open_table ("yearly", "figures.csv");
  g_autoptr (RsCsvTable) targets = embedded_open_table ("yearly", "targets.csv");
  g_autoptr (RsCsvTable) months = embedded_open_table ("monthly", "figures.csv");

  g_assert_cmpuint (rs_dataset_get_n_targets (embedded_get ("yearly")), ==, 81);
  g_assert_cmpuint (yearly.n_bounds, ==, 6);
  g_assert_cmpuint (yearly.n_alternates, ==, 9);
  g_assert_cmpuint (yearly.n_numbers + yearly.n_bounds + yearly.n_alternates + 81, ==, 1470);
  g_assert_cmpuint (rs_csv_table_get_n_rows (figures) + rs_csv_table_get_n_rows (targets), ==,
                    1470);

  g_assert_cmpuint (rs_dataset_get_n_targets (embedded_get ("monthly")), ==, 0);
  g_assert_cmpuint (monthly.n_numbers, ==, 4122);
  g_assert_cmpuint (monthly.n_bounds + monthly.n_alternates, ==, 0);
  g_assert_cmpuint (rs_csv_table_get_n_rows (months), ==, 4122);
}

static void
test_every_target (void)
{
  const RsDataset *dataset = embedded_get ("yearly");
  g_autoptr (RsCsvTable) table = embedded_open_table ("yearly", "targets.csv");

  for (guint row = 0; row < rs_csv_table_get_n_rows (table); row++)
    {
      const RsTarget *target = rs_dataset_find_target (
        dataset,
        embedded_position (rs_dataset_get_metric (dataset),
                           embedded_field (table, row, "indicator")),
        embedded_position (rs_dataset_get_geo (dataset), embedded_field (table, row, "region")),
        embedded_position (rs_dataset_get_time (dataset), embedded_field (table, row, "period")));

      g_assert_nonnull (target);
      g_assert_cmpfloat (target->value, ==, parse_number (embedded_field (table, row, "value")));
      g_assert_cmpstr (rs_operator_to_string (target->op), ==,
                       embedded_field (table, row, "operator"));
      g_assert_cmpint (target->operator_inferred, ==,
                       g_str_equal (embedded_field (table, row, "inferred"), "yes"));
      g_assert_cmpint (target->derived, ==,
                       g_str_equal (embedded_field (table, row, "derived"), "yes"));
      g_assert_cmpint (target->provisional, ==,
                       g_str_equal (embedded_field (table, row, "provisional"), "yes"));
      g_assert_cmpstr (rs_dataset_get_source (dataset, (guint) target->source)->id, ==,
                       embedded_field (table, row, "source"));
      g_assert_cmpstr (in_english (&target->note), ==, embedded_field (table, row, "note"));
      g_assert_cmpstr (in_chinese (&target->note), ==, embedded_field (table, row, "note_zh"));
    }
}

static void
test_every_source (gconstpointer data)
{
  const char *id = data;
  const RsDataset *dataset = embedded_get (id);
  g_autoptr (RsCsvTable) table = embedded_open_table (id, "sources.csv");

  g_assert_cmpuint (rs_csv_table_get_n_rows (table), ==, g_str_equal (id, "yearly") ? 165 : 160);
  g_assert_cmpuint (rs_dataset_get_n_sources (dataset), ==, rs_csv_table_get_n_rows (table));
  for (guint row = 0; row < rs_csv_table_get_n_rows (table); row++)
    {
      const RsSource *source = rs_dataset_get_source (dataset, row);

      g_assert_cmpstr (source->id, ==, embedded_field (table, row, "source"));
      g_assert_cmpstr (source->title, ==, embedded_field (table, row, "title"));
      g_assert_cmpstr (text_or_empty (source->publisher), ==,
                       embedded_field (table, row, "publisher"));
      g_assert_cmpstr (text_or_empty (source->href), ==, embedded_field (table, row, "url"));
    }
}

static void
check_both_languages (const RsText *text)
{
  g_assert_cmpstr (in_english (text), !=, "");
  g_assert_cmpstr (in_chinese (text), !=, "");
}

static gboolean
check_notes (const RsDataset *dataset, guint64 cell, gpointer user_data)
{
  const RsPassport *passport = rs_dataset_get_observation (dataset, cell).passport;
  guint *n_notes = user_data;

  g_assert_nonnull (passport);
  if (*in_english (&passport->note) != '\0')
    {
      check_both_languages (&passport->note);
      ++*n_notes;
    }
  for (guint i = 0; i < passport->n_alternates; i++)
    check_both_languages (&passport->alternates[i].note);
  return TRUE;
}

/* Names, definitions and notes are there in both languages. */
static void
test_languages (gconstpointer data)
{
  const RsDataset *dataset = embedded_get (data);
  const RsDimension *geo = rs_dataset_get_geo (dataset);
  const RsDimension *metric = rs_dataset_get_metric (dataset);
  guint n_notes = 0;

  check_both_languages (rs_dataset_get_label (dataset));
  check_both_languages (rs_dataset_get_source_text (dataset));
  for (guint i = 0; i < rs_dataset_get_n_dimensions (dataset); i++)
    check_both_languages (&rs_dataset_get_dimension (dataset, i)->label);
  for (guint i = 0; i < metric->n_categories; i++)
    {
      const RsCategory *category = &metric->categories[i];

      check_both_languages (&category->label);
      check_both_languages (&category->definition);
      check_both_languages (&category->group);
      check_both_languages (&category->unit.label);
      check_both_languages (&category->unit.base_label);
      g_assert_cmpint (category->unit.decimals, >=, 0);
      g_assert_cmpint (category->nature, !=, RS_NATURE_UNKNOWN);
      g_assert_cmpint (*in_english (&category->remark) != '\0', ==,
                       *in_chinese (&category->remark) != '\0');
    }
  for (guint i = 0; i < geo->n_categories; i++)
    {
      check_both_languages (&geo->categories[i].label);
      g_assert_cmpstr (geo->categories[i].pinyin, !=, NULL);
      g_assert_cmpint (*in_english (&geo->categories[i].remark) != '\0', ==,
                       *in_chinese (&geo->categories[i].remark) != '\0');
    }
  for (guint i = 0; i < rs_dataset_get_n_breaks (dataset); i++)
    check_both_languages (&rs_dataset_get_break (dataset, i)->note);
  rs_dataset_foreach (dataset, check_notes, &n_notes);
  g_assert_cmpuint (n_notes, >, 20);
}

typedef struct
{
  const char *indicator;
  const char *year;
  double value;
  RsKind kind;
  const char *source;
} Result;

/* What the work conference of 25 January 2022 reported and promised. The article gives changes on
 * the year before as well, and these are figures of 2020 by subtraction. */
static const Result results[] = {
  { "new_urban_jobs", "2021", 75.1, RS_KIND_PUBLISHED, "cqrb20220708" },
  { "intelligent_terminal_recruits", "2021", 494000, RS_KIND_PUBLISHED, "conf20220125" },
  { "intelligent_terminal_output_growth", "2021", 9.5, RS_KIND_PUBLISHED, "conf20220125" },
  { "graduate_employment_rate_year_end", "2021", 96.5, RS_KIND_PUBLISHED, "cqrb20220708" },
  { "graduate_employment_rate_year_end", "2020", 93.5, RS_KIND_DERIVED, "cqrb20220708" },
  { "pension_participants_total", "2021", 2494, RS_KIND_PUBLISHED, "conf20220125" },
  { "pension_participants_total", "2020", 2370, RS_KIND_DERIVED, "conf20220125" },
  { "unemployment_insurance_participants", "2021", 598, RS_KIND_PUBLISHED, "conf20220125" },
  { "unemployment_insurance_participants", "2020", 548, RS_KIND_DERIVED, "conf20220125" },
  { "work_injury_insurance_participants", "2021", 766, RS_KIND_PUBLISHED, "conf20220125" },
  { "work_injury_insurance_participants", "2020", 730, RS_KIND_DERIVED, "conf20220125" },
  { "wages_recovered", "2021", 24700, RS_KIND_PUBLISHED, "conf20220125" },
  { "wage_recovery_beneficiaries", "2021", 19000, RS_KIND_PUBLISHED, "conf20220125" },
  { "technical_personnel", "2021", 203, RS_KIND_PUBLISHED, "conf20220125" },
  { "skilled_personnel", "2021", 460, RS_KIND_PUBLISHED, "conf20220125" },
  { "talents_introduced", "2021", 3319, RS_KIND_PUBLISHED, "conf20220125" },
};

static void
test_conference_results (void)
{
  const RsDataset *dataset = embedded_get ("yearly");
  RsObservation o;

  for (gsize i = 0; i < G_N_ELEMENTS (results); i++)
    {
      o = embedded_observe (dataset, results[i].indicator, "500000", results[i].year);
      g_assert_cmpfloat (o.value, ==, results[i].value);
      g_assert_cmpint (o.passport->kind, ==, results[i].kind);
      g_assert_cmpstr (embedded_source (dataset, o.passport), ==, results[i].source);
      if (!g_str_equal (results[i].source, "conf20220125") && results[i].kind == RS_KIND_PUBLISHED)
        g_assert_nonnull (strstr (in_english (&o.passport->note), "also conf20220125"));
    }
  o = embedded_observe (dataset, "pension_coverage_rate", "500000", "2021");
  g_assert_cmpint (o.passport->kind, ==, RS_KIND_BOUND);
  g_assert_cmpfloat (o.passport->bound, ==, 95.0);
  g_assert_cmpstr (embedded_source (dataset, o.passport), ==, "conf20220125");
}

static void
test_conference_targets (void)
{
  const RsDataset *dataset = embedded_get ("yearly");
  const RsDimension *metric = rs_dataset_get_metric (dataset);
  const guint region = embedded_position (rs_dataset_get_geo (dataset), "500000");
  const guint year = embedded_position (rs_dataset_get_time (dataset), "2022");
  const RsTarget *jobs =
    rs_dataset_find_target (dataset, embedded_position (metric, "new_urban_jobs"), region, year);
  const RsTarget *rate = rs_dataset_find_target (
    dataset, embedded_position (metric, "surveyed_unemployment_rate_avg"), region, year);

  g_assert_cmpfloat (jobs->value, ==, 60.0);
  g_assert_cmpint (jobs->op, ==, RS_OPERATOR_AT_LEAST);
  g_assert_false (jobs->operator_inferred);
  g_assert_cmpstr (rs_dataset_get_source (dataset, (guint) jobs->source)->id, ==, "conf20220125");
  g_assert_cmpfloat (rate->value, ==, 5.5);
  g_assert_cmpint (rate->op, ==, RS_OPERATOR_AT_MOST);
  g_assert_false (rate->operator_inferred);
  g_assert_cmpstr (rs_dataset_get_source (dataset, (guint) rate->source)->id, ==, "conf20220125");
}

static JsonNode *
open_board (const char *id)
{
  g_autofree char *name = g_strconcat (id, ".json", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "boards", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  JsonNode *root;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (text, length);
  root = rs_json_parse (name, bytes, &error);
  g_assert_no_error (error);
  return root;
}

static void
check_ids (JsonObject *view, const char *member, const RsDimension *dimension)
{
  JsonArray *list = rs_json_get_array (view, member);

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    embedded_position (dimension, json_array_get_string_element (list, i));
}

static void
check_title (JsonObject *object)
{
  JsonObject *title = rs_json_get_object (object, "title");

  g_assert_nonnull (title);
  g_assert_cmpstr (rs_json_get_string (title, "en"), !=, NULL);
  g_assert_cmpstr (rs_json_get_string (title, "zh_CN"), !=, NULL);
}

static void
test_board (gconstpointer data)
{
  g_autoptr (JsonNode) root = open_board (data);
  JsonObject *board = json_node_get_object (root);
  const RsDataset *dataset = embedded_get (rs_json_get_string (board, "dataset"));
  JsonArray *views = rs_json_get_array (board, "views");
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpstr (rs_json_get_string (board, "id"), ==, data);
  check_title (board);
  g_assert_cmpuint (json_array_get_length (views), >, 5);
  for (guint i = 0; i < json_array_get_length (views); i++)
    {
      JsonObject *view = json_array_get_object_element (views, i);

      check_title (view);
      g_assert_true (g_hash_table_add (seen, (gpointer) rs_json_get_string (view, "id")));
      check_ids (view, "indicators", rs_dataset_get_metric (dataset));
      check_ids (view, "goals", rs_dataset_get_metric (dataset));
      check_ids (view, "regions", rs_dataset_get_geo (dataset));
      if (rs_json_get_string (view, "headline") != NULL)
        embedded_position (rs_dataset_get_metric (dataset), rs_json_get_string (view, "headline"));
    }
}

/* Each programme of the plan has a view; one without a figure says so. The three areas are one of
 * them: their districts have figures, they themselves have none. */
static void
test_plan (void)
{
  static const struct
  {
    const char *id;
    gboolean has_figures;
  } programmes[] = {
    { "stable-employment", TRUE },
    { "guard", TRUE },
    { "multilevel-social-security", TRUE },
    { "new-forms-of-employment", FALSE },
    { "rural-revitalisation", FALSE },
    { "one-pool-four-alliances", FALSE },
    { "social-security-reform", TRUE },
    { "human-resources", TRUE },
    { "smart-peoples-society", FALSE },
    { "employment-efficiency", TRUE },
    { "better-social-security", TRUE },
    { "talent-strong-chain", TRUE },
    { "100-billion-leap", FALSE },
    { "brands", FALSE },
    { "sichuan-and-chongqing", TRUE },
    { "one-district-two-groups", FALSE },
    { "rcep", FALSE },
    { "winter-action", TRUE },
  };
  g_autoptr (JsonNode) root = open_board ("plan-2022");
  JsonArray *views = rs_json_get_array (json_node_get_object (root), "views");

  g_assert_cmpuint (json_array_get_length (views), ==, G_N_ELEMENTS (programmes));
  for (guint i = 0; i < json_array_get_length (views); i++)
    {
      JsonObject *view = json_array_get_object_element (views, i);
      JsonObject *note = rs_json_get_object (view, "note");

      g_assert_cmpstr (rs_json_get_string (view, "id"), ==, programmes[i].id);
      g_assert_cmpint (strstr (rs_json_get_string (note, "en"), "No published figure at hand.") ==
                         NULL,
                       ==, programmes[i].has_figures);
      g_assert_cmpint (strstr (rs_json_get_string (note, "zh_CN"), "暂无已公布数据。") == NULL, ==,
                       programmes[i].has_figures);
    }
}

int
main (int argc, char **argv)
{
  static const char *const boards[] = { "overview", "monthly", "plan-2022", "regions" };
  int result;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  embedded_load (argv[1]);

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *figures = g_strconcat ("/dataset/embedded/figures/", ids[i], NULL);
      g_autofree char *sources = g_strconcat ("/dataset/embedded/sources/", ids[i], NULL);
      g_autofree char *languages = g_strconcat ("/dataset/embedded/languages/", ids[i], NULL);

      g_test_add_data_func (figures, ids[i], test_every_figure);
      g_test_add_data_func (sources, ids[i], test_every_source);
      g_test_add_data_func (languages, ids[i], test_languages);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (boards); i++)
    {
      g_autofree char *path = g_strconcat ("/dataset/embedded/board/", boards[i], NULL);

      g_test_add_data_func (path, boards[i], test_board);
    }
  g_test_add_func ("/dataset/embedded/counts", test_counts);
  g_test_add_func ("/dataset/embedded/targets", test_every_target);
  g_test_add_func ("/dataset/embedded/conference/results", test_conference_results);
  g_test_add_func ("/dataset/embedded/conference/targets", test_conference_targets);
  g_test_add_func ("/dataset/embedded/plan", test_plan);
  result = g_test_run ();
  embedded_unload ();
  return result;
}
