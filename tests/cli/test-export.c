/* SPDX-License-Identifier: GPL-3.0-or-later
 * `renshe-cli export`: which charts it makes, where, and with which exit code. */
#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "cli/command.h"
#include "cli/export-plan.h"
#include "dataset/jsonstat-writer.h"
#include "lib/fixture-dataset.h"

typedef struct
{
  char *folder;       /* (owned): for this test alone */
  char *file;         /* (owned): yearly and monthly figures, all invented */
  RsCatalog *catalog; /* (owned): the same in memory */
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (RsDataset) yearly = rs_test_dataset_yearly ();
  g_autoptr (RsDataset) monthly = rs_test_dataset_monthly ();
  RsDataset *const datasets[] = { yearly, monthly };
  g_autoptr (GBytes) bytes = rs_jsonstat_write (datasets, 2, NULL);
  g_autoptr (GError) error = NULL;

  f->folder = g_dir_make_tmp ("renshe-cli-export-XXXXXX", &error);
  g_assert_no_error (error);
  f->file = g_build_filename (f->folder, "invented.json", NULL);
  g_file_set_contents (f->file, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                       &error);
  g_assert_no_error (error);
  f->catalog = rs_catalog_new ("invented.json", "collection", "2.0", "");
  rs_catalog_add_dataset (f->catalog, yearly);
  rs_catalog_add_dataset (f->catalog, monthly);
}

static void
remove_tree (const char *folder)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_tree (path);
      else
        g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_dir_close (dir);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  remove_tree (f->folder);
  g_free (f->folder);
  g_free (f->file);
  rs_catalog_unref (f->catalog);
}

/* --- plans --- */

static RsExportPlan *
plan (Fixture *f, const RsExportRequest *request)
{
  g_autoptr (GError) error = NULL;
  RsExportPlan *self = rs_export_plan_new (f->catalog, request, &error);

  g_assert_no_error (error);
  return self;
}

static const RsExportItem *
get_item (const RsExportPlan *self, guint i)
{
  g_assert_cmpuint (i, <, self->items->len);
  return g_ptr_array_index (self->items, i);
}

static void
test_one_chart (Fixture *f, gconstpointer data)
{
  const char *const indicators[] = { "jobs", NULL };
  const char *const regions[] = { "B", NULL };
  const RsExportRequest request = {
    .indicators = (char **) indicators,
    .regions = (char **) regions,
    .from = "2017",
    .year = 2020,
    .kind = RS_CHART_LINES,
  };
  g_autoptr (RsExportPlan) self = plan (f, &request);
  const RsExportItem *item = get_item (self, 0);

  g_assert_cmpuint (self->items->len, ==, 1);
  g_assert_false (self->many);
  g_assert_cmpstr (item->view->indicators[0], ==, "jobs");
  g_assert_null (item->view->regions);
  g_assert_cmpstr (item->view->from, ==, "2017");
  g_assert_cmpint (item->view->kind, ==, RS_CHART_LINES);
  g_assert_cmpstr (item->selection.region, ==, "B");
  g_assert_cmpint (item->selection.year, ==, 2020);
}

static void
test_several_regions_are_one_chart (Fixture *f, gconstpointer data)
{
  const char *const indicators[] = { "jobs", NULL };
  const char *const regions[] = { "A", "B", NULL };
  RsExportRequest request = {
    .indicators = (char **) indicators,
    .regions = (char **) regions,
  };
  g_autoptr (RsExportPlan) together = plan (f, &request);
  g_autoptr (RsExportPlan) apart = NULL;

  g_assert_cmpuint (together->items->len, ==, 1);
  g_assert_cmpstr (get_item (together, 0)->view->regions[1], ==, "B");
  request.each_region = TRUE;
  apart = plan (f, &request);
  g_assert_cmpuint (apart->items->len, ==, 2);
  g_assert_true (apart->many);
  g_assert_null (get_item (apart, 1)->view->regions);
  g_assert_cmpstr (get_item (apart, 1)->selection.region, ==, "B");
}

/* The scope replaces the regions that a view names; the selected one is that of --region. */
static void
test_scope (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "board.json", NULL);
  const char *const regions[] = { "A", NULL };
  RsExportRequest request = {
    .board = path,
    .regions = (char **) regions,
    .kind = RS_CHART_RANKED,
    .scope = RS_SCOPE_CHILDREN,
  };
  g_autoptr (RsExportPlan) self = NULL;
  g_autoptr (RsExportPlan) asked = NULL;

  g_assert_true (g_file_set_contents (
    path,
    "{\"id\":\"b\",\"title\":\"Invented\",\"views\":["
    "{\"id\":\"v\",\"indicators\":[\"jobs\"],\"regions\":[\"A\",\"B\"],\"scope\":\"peers\"}]}",
    -1, NULL));
  self = plan (f, &request);
  g_assert_null (get_item (self, 0)->view->regions);
  g_assert_cmpint (get_item (self, 0)->view->scope, ==, RS_SCOPE_CHILDREN);
  g_assert_cmpstr (get_item (self, 0)->selection.region, ==, "A");
  request.scope = RS_SCOPE_AUTO;
  asked = plan (f, &request);
  g_assert_cmpint (get_item (asked, 0)->view->scope, ==, RS_SCOPE_PEERS);
}

/* A view that states its own regions and year keeps them, as in the window: its title speaks of
 * them. */
static void
test_own_regions (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "board.json", NULL);
  const char *const regions[] = { "C", NULL };
  RsExportRequest request = { .board = path, .regions = (char **) regions, .year = 2020 };
  g_autoptr (RsExportPlan) self = NULL;
  g_autoptr (RsExportPlan) each = NULL;

  g_assert_true (g_file_set_contents (
    path,
    "{\"id\":\"b\",\"title\":\"Invented\",\"views\":["
    "{\"id\":\"beside\",\"indicators\":[\"jobs\"],\"regions\":[\"A\",\"B\"],\"year\":2019},"
    "{\"id\":\"open\",\"indicators\":[\"jobs\"]}]}",
    -1, NULL));
  self = plan (f, &request);
  g_assert_cmpuint (self->items->len, ==, 2);
  g_assert_cmpstr (get_item (self, 0)->view->regions[0], ==, "A");
  g_assert_cmpstr (get_item (self, 0)->view->regions[1], ==, "B");
  g_assert_cmpint (get_item (self, 0)->view->year, ==, 2019);
  g_assert_cmpstr (get_item (self, 0)->selection.region, ==, "C");
  g_assert_null (get_item (self, 1)->view->regions);
  g_assert_cmpint (get_item (self, 1)->selection.year, ==, 2020);
  /* One picture of it, and three of the open one. */
  request.regions = NULL;
  request.each_region = TRUE;
  each = plan (f, &request);
  g_assert_cmpuint (each->items->len, ==, 4);
}

/* A mistake in the second of two is found before the first is written. */
static void
test_unknown_second (Fixture *f, gconstpointer data)
{
  const char *const indicators[] = { "jobs", "nope", NULL };
  const RsExportRequest request = { .indicators = (char **) indicators, .each_indicator = TRUE };
  g_autoptr (GError) error = NULL;

  g_assert_null (rs_export_plan_new (f->catalog, &request, &error));
  g_assert_error (error, RS_QUERY_ERROR, RS_QUERY_ERROR_UNKNOWN_CATEGORY);
  g_assert_nonnull (strstr (error->message, "nope"));
}

static void
test_each (Fixture *f, gconstpointer data)
{
  const RsExportRequest request = {
    .each_indicator = TRUE,
    .each_region = TRUE,
    .each_year = TRUE,
    .from = "2019",
    .to = "2021",
  };
  g_autoptr (RsExportPlan) self = plan (f, &request);
  const RsDimension *metric = rs_dataset_get_metric (self->dataset);
  const RsExportItem *last;

  /* Every indicator, three regions, three years. */
  g_assert_cmpuint (self->items->len, ==, metric->n_categories * 3 * 3);
  last = get_item (self, self->items->len - 1);
  g_assert_cmpint (last->selection.year, ==, 2021);
  g_assert_cmpstr (last->selection.region, ==, "C");
  g_assert_cmpstr (last->view->indicators[0], ==, metric->categories[metric->n_categories - 1].id);
  g_assert_null (last->view->indicators[1]);
  g_assert_true (self->by_year);
}

static void
test_dataset_is_found_by_its_indicators (Fixture *f, gconstpointer data)
{
  const char *const indicators[] = { "jobs_cumulative", NULL };
  const RsExportRequest request = { .indicators = (char **) indicators };
  g_autoptr (RsExportPlan) self = plan (f, &request);

  g_assert_true (self->dataset == rs_catalog_get_dataset (f->catalog, 1));
}

static void
test_plan_errors (Fixture *f, gconstpointer data)
{
  static const RsExportRequest requests[] = {
    { .dataset = "no such dataset" },   { .view = "no such view" },
    { .view = "/no/such/view.json" },   { .board = "no-such-board" },
    { .board = "/no/such/board.json" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (requests); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (rs_export_plan_new (f->catalog, &requests[i], &error));
      g_assert_nonnull (error);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
}

static void
test_view_file (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "view.json", NULL);
  const RsExportRequest request = { .view = path };
  g_autoptr (RsExportPlan) self = NULL;

  g_assert_true (
    g_file_set_contents (path, "{\"indicators\": [\"jobs\"], \"regions\": [\"B\"]}", -1, NULL));
  self = plan (f, &request);
  g_assert_cmpuint (self->items->len, ==, 1);
  g_assert_cmpstr (get_item (self, 0)->view->regions[0], ==, "B");
}

static void
test_board_of_the_dataset (Fixture *f, gconstpointer data)
{
  const RsExportRequest request = { 0 };
  g_autoptr (RsExportPlan) self = plan (f, &request);
  g_autoptr (RsBoard) board = rs_board_for_dataset (self->dataset);

  g_assert_cmpuint (self->items->len, ==, board->views->len);
}

/* --- the command --- */

/* Runs `renshe-cli export FILE OPTIONS… --output OUTPUT`; @options are separated by spaces. */
static RsExitCode
run (Fixture *f, const char *options, const char *output)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = g_strsplit (options, " ", -1);
  g_auto (GStrv) argv = NULL;
  g_autofree char **changed = NULL;
  g_autofree char *path = g_build_filename (f->folder, output, NULL);

  g_strv_builder_add_many (builder, "renshe-cli", "export", f->file, NULL);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_strv_builder_add (builder, words[i]);
  g_strv_builder_add_many (builder, "--output", path, NULL);
  argv = g_strv_builder_end (builder);
  /* The command moves the words about; the copy keeps what is to be freed. */
  changed = g_memdup2 (argv, (g_strv_length (argv) + 1) * sizeof (char *));
  return rs_command_main ((int) g_strv_length (argv), changed);
}

static gboolean
has_file (Fixture *f, const char *name)
{
  g_autofree char *path = g_build_filename (f->folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

static guint
count_files (Fixture *f, const char *name)
{
  g_autofree char *path = g_build_filename (f->folder, name, NULL);
  GDir *dir = g_dir_open (path, 0, NULL);
  guint n = 0;

  g_assert_nonnull (dir);
  while (g_dir_read_name (dir) != NULL)
    n++;
  g_dir_close (dir);
  return n;
}

static void
test_formats (Fixture *f, gconstpointer data)
{
  static const char *const names[] = { "a.png", "a.svg", "a.pdf", "a.csv", "a.tsv" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_cmpint (run (f, "-q -l en -i jobs", names[i]), ==, RS_EXIT_OK);
      g_assert_true (has_file (f, names[i]));
    }
  /* What is asked for wins over the ending. */
  g_assert_cmpint (run (f, "-q -l en -i jobs -f csv", "b.txt"), ==, RS_EXIT_OK);
  g_assert_true (has_file (f, "b.txt"));
}

static void
test_existing_file (Fixture *f, gconstpointer data)
{
  g_assert_cmpint (run (f, "-q -l en -i jobs", "a.csv"), ==, RS_EXIT_OK);
  g_assert_cmpint (run (f, "-q -l en -i jobs", "a.csv"), ==, RS_EXIT_OUTPUT);
  g_assert_cmpint (run (f, "-q -l en -i jobs --force", "a.csv"), ==, RS_EXIT_OK);
}

static void
test_folder (Fixture *f, gconstpointer data)
{
  g_assert_cmpint (run (f, "-q -l en -f csv -i jobs --each-region -y 2021", "out"), ==, RS_EXIT_OK);
  /* A and B have figures; C has none and is left out. */
  g_assert_cmpuint (count_files (f, "out"), ==, 2);
  g_assert_true (has_file (f, "out/jobs_A_2021.csv"));
  g_assert_true (has_file (f, "out/jobs_B_2021.csv"));
}

static void
test_each_year (Fixture *f, gconstpointer data)
{
  g_assert_cmpint (run (f, "-q -l en -f csv -i jobs -r A --each-year", "out"), ==, RS_EXIT_OK);
  /* 2015 to 2022 without 2018, which is missing: never the figure of another year. */
  g_assert_cmpuint (count_files (f, "out"), ==, 7);
  g_assert_false (has_file (f, "out/jobs_A_2018.csv"));
  g_assert_true (has_file (f, "out/jobs_A_2019.csv"));
}

static void
test_one_file_into_a_folder (Fixture *f, gconstpointer data)
{
  g_assert_cmpint (run (f, "-q -l en -f csv -i jobs -r A -y 2020", "new/"), ==, RS_EXIT_OK);
  g_assert_true (has_file (f, "new/jobs_A_2020.csv"));
}

static void
test_nothing_to_draw (Fixture *f, gconstpointer data)
{
  g_assert_cmpint (run (f, "-q -l en -i jobs -r C", "a.svg"), ==, RS_EXIT_DATA);
  g_assert_false (has_file (f, "a.svg"));
  g_assert_cmpint (run (f, "-q -l en -i jobs -r C --each-year", "out"), ==, RS_EXIT_DATA);
}

typedef struct
{
  const char *options;
  RsExitCode code;
} CodeCase;

static const CodeCase code_cases[] = {
  { "-f jpeg -i jobs", RS_EXIT_USAGE },
  { "--size 12 -i jobs", RS_EXIT_USAGE },
  { "--size 0x100 -i jobs", RS_EXIT_USAGE },
  { "--size 640x480x2 -i jobs", RS_EXIT_USAGE },
  { "--scale 0 -i jobs", RS_EXIT_USAGE },
  { "--scale -1 -i jobs", RS_EXIT_USAGE },
  { "--theme plaid -i jobs", RS_EXIT_USAGE },
  { "--lang fr -i jobs", RS_EXIT_USAGE },
  { "--chart pie -i jobs", RS_EXIT_USAGE },
  { "--scope neighbours -i jobs", RS_EXIT_USAGE },
  { "--scope peers -r A -r B -i jobs", RS_EXIT_USAGE },
  { "--scope children --chart tiles -r A -i jobs", RS_EXIT_DATA },
  { "--chart stacked -i jobs", RS_EXIT_DATA },
  { "--year 2020 --each-year -i jobs", RS_EXIT_USAGE },
  { "--board overview -i jobs", RS_EXIT_USAGE },
  { "--no-such-option -i jobs", RS_EXIT_USAGE },
  { "second.json -i jobs", RS_EXIT_USAGE },
  { "-i no_such_indicator", RS_EXIT_DATA },
  { "-i jobs -r no_such_region", RS_EXIT_DATA },
  { "-i jobs --dataset no_such_dataset", RS_EXIT_DATA },
  { "--board no_such_board", RS_EXIT_DATA },
  { "-i jobs --from soon", RS_EXIT_DATA },
  { "-i jobs --size 32768x400", RS_EXIT_USAGE },
  { "-i jobs --size 239x180", RS_EXIT_USAGE },
  { "-i jobs --size 240x179", RS_EXIT_USAGE },
  { "-i jobs --scale 1000", RS_EXIT_USAGE },
  { "-i jobs --from 2022 --to 2019", RS_EXIT_USAGE },
  { "-i jobs --from 2022-05 --to 2021", RS_EXIT_USAGE },
  { "-i jobs --year 1800", RS_EXIT_DATA },
  { "-i jobs --each-region", RS_EXIT_USAGE },
};

static void
test_exit_codes (Fixture *f, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (code_cases); i++)
    {
      g_autofree char *options = g_strconcat ("-l en ", code_cases[i].options, NULL);

      g_test_message ("%s", options);
      g_assert_cmpint (run (f, options, "a.png"), ==, code_cases[i].code);
      g_assert_false (has_file (f, "a.png"));
    }
}

/* What the last run said on standard error. */
static GString *said;

static void
collect (const char *text)
{
  g_string_append (said, text);
}

static RsExitCode
run_and_listen (Fixture *f, const char *options, const char *output)
{
  GPrintFunc before;
  RsExitCode code;

  if (said != NULL)
    g_string_free (said, TRUE);
  said = g_string_new (NULL);
  before = g_set_printerr_handler (collect);
  code = run (f, options, output);
  g_set_printerr_handler (before);
  return code;
}

typedef struct
{
  const char *options;
  const char *expected;
} MessageCase;

static const MessageCase message_cases[] = {
  { "-i jobs --from 2022 --to 2019", "--from 2022 is after --to 2019." },
  { "-i jobs --size 40x40", "at least 240 × 180 pixels" },
  { "-i jobs --scale 1000", "neither side may be over 32767" },
  { "-i jobs --year 1800", "has no year 1800; it has 2015–2022." },
  { "-i jobs --each-region", "Name a folder." },
  { "-i jobs -r A --from 2018 --to 2018", "has no figure from 2018 to 2018." },
  { "-i jobs -r C --from 2020", "has no figure from 2020 on." },
  { "-i jobs -r C --to 2016", "has no figure up to 2016." },
};

static void
test_messages (Fixture *f, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (message_cases); i++)
    {
      g_autofree char *options = g_strconcat ("-l en ", message_cases[i].options, NULL);

      g_assert_cmpint (run_and_listen (f, options, "a.png"), !=, RS_EXIT_OK);
      if (strstr (said->str, message_cases[i].expected) == NULL)
        g_assert_cmpstr (said->str, ==, message_cases[i].expected);
      g_assert_false (has_file (f, "a.png"));
    }
}

/* Messages are in the language of messages, whatever that of the picture. */
static void
test_language_of_messages (Fixture *f, gconstpointer data)
{
  g_autofree char *english = NULL;

  run_and_listen (f, "-i jobs -r C --each-year -l en", "out");
  english = g_strdup (said->str);
  g_assert_nonnull (strstr (english, "has no figure for 2015."));
  run_and_listen (f, "-i jobs -r C --each-year -l zh_CN", "out");
  g_assert_cmpstr (said->str, ==, english);
}

/* Folders that were made for nothing go again; those that were there stay. */
static void
test_no_empty_folder (Fixture *f, gconstpointer data)
{
  g_autofree char *made = g_build_filename (f->folder, "one", NULL);
  g_autofree char *kept = g_build_filename (f->folder, "kept", NULL);

  g_assert_cmpint (run (f, "-q -i jobs -r C --each-year", "one/two"), ==, RS_EXIT_DATA);
  g_assert_false (g_file_test (made, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_mkdir (kept, 0700), ==, 0);
  g_assert_cmpint (run (f, "-q -i jobs -r C --each-year", "kept"), ==, RS_EXIT_DATA);
  g_assert_cmpint (run (f, "-q -i jobs -r C --each-year", "kept/new"), ==, RS_EXIT_DATA);
  g_assert_cmpuint (count_files (f, "kept"), ==, 0);
}

static void
test_unreadable_dataset (Fixture *f, gconstpointer data)
{
  g_assert_true (g_file_set_contents (f->file, "{", -1, NULL));
  g_assert_cmpint (run (f, "-i jobs", "a.csv"), ==, RS_EXIT_DATA);
  g_assert_false (has_file (f, "a.csv"));
}

static void
test_missing_folder (Fixture *f, gconstpointer data)
{
  g_assert_cmpint (run (f, "-q -l en -i jobs", "no/such/folder/a.csv"), ==, RS_EXIT_OUTPUT);
  /* A file where the folder should be. */
  g_assert_cmpint (run (f, "-q -l en -i jobs --each-region -f csv", "invented.json/out"), ==,
                   RS_EXIT_OUTPUT);
}

#define ADD(path, func) g_test_add ("/cli/export/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  ADD ("one-chart", test_one_chart);
  ADD ("scope", test_scope);
  ADD ("several-regions-are-one-chart", test_several_regions_are_one_chart);
  ADD ("own-regions", test_own_regions);
  ADD ("unknown-second", test_unknown_second);
  ADD ("each", test_each);
  ADD ("dataset-is-found-by-its-indicators", test_dataset_is_found_by_its_indicators);
  ADD ("plan-errors", test_plan_errors);
  ADD ("view-file", test_view_file);
  ADD ("board-of-the-dataset", test_board_of_the_dataset);
  ADD ("formats", test_formats);
  ADD ("existing-file", test_existing_file);
  ADD ("folder", test_folder);
  ADD ("each-year", test_each_year);
  ADD ("one-file-into-a-folder", test_one_file_into_a_folder);
  ADD ("nothing-to-draw", test_nothing_to_draw);
  ADD ("exit-codes", test_exit_codes);
  ADD ("messages", test_messages);
  ADD ("language-of-messages", test_language_of_messages);
  ADD ("no-empty-folder", test_no_empty_folder);
  ADD ("unreadable-dataset", test_unreadable_dataset);
  ADD ("missing-folder", test_missing_folder);
  result = g_test_run ();
  if (said != NULL)
    g_string_free (said, TRUE);
  return result;
}
