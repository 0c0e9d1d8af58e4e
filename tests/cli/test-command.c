/* SPDX-License-Identifier: GPL-3.0-or-later
 * renshe-cli as a program: its answers, messages and exit codes. */
#include "config.h"

#include "chart/theme.h"
#include "cli/command.h"
#include "dataset/json-get.h"

#include <glib/gstdio.h>
#include <string.h>

/* With the embedded datasets, and without. */
static const char *program;
static const char *bootstrap;

typedef struct
{
  int exit_code;
  char *out;
  char *err;
} Run;

static void
run_clear (Run *self)
{
  g_free (self->out);
  g_free (self->err);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

/* Runs the program on arguments (ending with NULL) and standard input. */
static Run G_GNUC_NULL_TERMINATED
run (const char *executable, const char *input, ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  Run result = { 0 };
  const char *argument;
  va_list args;

  g_ptr_array_add (argv, (gpointer) executable);
  va_start (args, input);
  while ((argument = va_arg (args, const char *)) != NULL)
    g_ptr_array_add (argv, (gpointer) argument);
  va_end (args);
  g_ptr_array_add (argv, NULL);
  process = g_subprocess_newv ((const char *const *) argv->pdata,
                               G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                 G_SUBPROCESS_FLAGS_STDERR_PIPE,
                               &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, input != NULL ? input : "", NULL,
                                                &result.out, &result.err, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  result.exit_code = g_subprocess_get_exit_status (process);
  return result;
}

static char *
fixture (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "fixtures", "jsonstat", name, NULL);
}

static JsonNode *
parse (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  JsonNode *root = rs_json_parse ("output", bytes, &error);

  g_assert_no_error (error);
  return root;
}

static void
test_help (void)
{
  g_auto (Run) overview = run (program, NULL, "--help", NULL);
  g_auto (Run) version = run (program, NULL, "--version", NULL);
  g_auto (Run) help = run (program, NULL, "help", "value", NULL);
  g_auto (Run) option = run (program, NULL, "value", "--help", NULL);
  guint n;
  const RsCommand *commands = rs_command_get_all (&n);

  g_assert_cmpint (overview.exit_code, ==, RS_EXIT_OK);
  g_assert_cmpstr (overview.err, ==, "");
  for (guint i = 0; i < n; i++)
    g_assert_nonnull (strstr (overview.out, commands[i].name));
  g_assert_cmpstr (version.out, ==, "renshe-cli " RS_VERSION "\n");
  g_assert_cmpint (help.exit_code, ==, RS_EXIT_OK);
  g_assert_nonnull (strstr (help.out, "renshe-cli value"));
  g_assert_cmpstr (help.out, ==, option.out);
}

static void
test_help_of_all (void)
{
  guint n;
  const RsCommand *commands = rs_command_get_all (&n);

  g_assert_cmpuint (n, ==, 4);
  for (guint i = 0; i < n; i++)
    {
      g_auto (Run) result = run (program, NULL, "help", commands[i].name, NULL);

      g_assert_cmpint (result.exit_code, ==, RS_EXIT_OK);
      g_assert_nonnull (strstr (result.out, commands[i].name));
      g_assert_cmpstr (result.err, ==, "");
    }
}

/* Help and manual page name all themes. */
static void
test_themes (void)
{
  g_auto (Run) help = run (program, NULL, "help", "export", NULL);
  g_autofree char *path =
    g_test_build_filename (G_TEST_DIST, "..", "data", "man", "renshe-cli.1", NULL);
  g_autofree char *all = g_strjoinv (", ", (char **) rs_theme_list ());
  g_autofree char *page = NULL;

  g_assert_nonnull (strstr (help.out, all));
  g_assert_true (g_file_get_contents (path, &page, NULL, NULL));
  for (const char *const *id = rs_theme_list (); *id != NULL; id++)
    {
      g_auto (GStrv) words = g_strsplit (*id, "-", -1);
      g_autofree char *written = g_strjoinv ("\\-", words);

      g_assert_nonnull (strstr (page, written));
    }
}

static void
test_usage (void)
{
  g_auto (Run) nothing = run (program, NULL, NULL);
  g_auto (Run) unknown = run (program, NULL, "dance", NULL);
  g_auto (Run) option = run (program, NULL, "inspect", "--dance", NULL);
  g_auto (Run) two = run (program, NULL, "inspect", "a", "b", NULL);
  g_auto (Run) no_folder = run (program, NULL, "import", "-o", "x", NULL);
  g_auto (Run) no_output = run (program, NULL, "import", "x", NULL);

  g_assert_cmpint (nothing.exit_code, ==, RS_EXIT_USAGE);
  g_assert_cmpstr (nothing.out, ==, "");
  g_assert_cmpint (unknown.exit_code, ==, RS_EXIT_USAGE);
  g_assert_nonnull (strstr (unknown.err, "dance"));
  g_assert_cmpint (option.exit_code, ==, RS_EXIT_USAGE);
  g_assert_nonnull (strstr (option.err, "--dance"));
  g_assert_cmpint (two.exit_code, ==, RS_EXIT_USAGE);
  g_assert_cmpint (no_folder.exit_code, ==, RS_EXIT_USAGE);
  g_assert_cmpint (no_output.exit_code, ==, RS_EXIT_USAGE);
}

static void
test_inspect_json (void)
{
  g_autofree char *path = fixture ("cube.json");
  g_auto (Run) result = run (bootstrap, NULL, "inspect", "--json", path, NULL);
  g_autoptr (JsonNode) root = NULL;
  JsonObject *object;
  JsonObject *dataset;
  JsonObject *dimension;
  double number;

  g_assert_cmpint (result.exit_code, ==, RS_EXIT_OK);
  root = parse (result.out);
  object = json_node_get_object (root);
  g_assert_cmpstr (rs_json_get_string (object, "class"), ==, "dataset");
  g_assert_cmpstr (rs_json_get_string (object, "version"), ==, "2.0");
  g_assert_cmpuint (json_array_get_length (rs_json_get_array (object, "diagnostics")), ==, 0);
  dataset = json_array_get_object_element (rs_json_get_array (object, "datasets"), 0);
  g_assert_cmpstr (rs_json_get_string (dataset, "path"), ==, "");
  g_assert_cmpstr (rs_json_get_string (dataset, "label"), ==, "Invented cube");
  g_assert_cmpstr (rs_json_get_string (dataset, "source"), ==, "Invented");
  g_assert_cmpstr (rs_json_get_string (dataset, "updated"), ==, "2026-01-02");
  dimension = json_array_get_object_element (rs_json_get_array (dataset, "dimensions"), 2);
  g_assert_cmpstr (rs_json_get_string (dimension, "id"), ==, "year");
  g_assert_cmpstr (rs_json_get_string (dimension, "role"), ==, "time");
  g_assert_true (rs_json_get_number (dimension, "size", &number));
  g_assert_cmpfloat (number, ==, 3.0);

  static const struct
  {
    const char *member;
    double value;
  } numbers[] = { { "cells", 12 }, { "numbers", 9 }, { "texts", 1 }, { "missing", 2 },
                  { "sum", 38.3 }, { "min", 0.1 },   { "max", 10 } };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_assert_true (rs_json_get_number (dataset, numbers[i].member, &number));
      g_assert_cmpfloat (number, ==, numbers[i].value);
    }
  g_assert_true (rs_json_get_number (rs_json_get_object (dataset, "statuses"), "p", &number));
  g_assert_cmpfloat (number, ==, 1.0);
}

/* No number: sum, min and max are null; diagnostics tell where. A guessed role is not given out as
 * the file's. */
static void
test_inspect_odd (void)
{
  g_autofree char *path = fixture ("odd.json");
  g_auto (Run) result = run (bootstrap, NULL, "inspect", "--json", path, NULL);
  g_autoptr (JsonNode) root = parse (result.out);
  JsonObject *object = json_node_get_object (root);
  JsonObject *dataset = json_array_get_object_element (rs_json_get_array (object, "datasets"), 0);
  JsonObject *dimension =
    json_array_get_object_element (rs_json_get_array (dataset, "dimensions"), 0);
  JsonObject *diagnostic =
    json_array_get_object_element (rs_json_get_array (object, "diagnostics"), 0);

  g_assert_true (json_object_get_null_member (dataset, "sum"));
  g_assert_true (json_object_get_null_member (dataset, "source"));
  g_assert_true (json_object_get_null_member (dimension, "role"));
  g_assert_cmpstr (rs_json_get_string (diagnostic, "severity"), ==, "note");
  g_assert_cmpstr (rs_json_get_string (diagnostic, "path"), ==, "/version");
  g_assert_nonnull (rs_json_get_string (diagnostic, "message"));
}

/* The label of this file tries to colour the terminal. */
static void
test_inspect_text (void)
{
  g_autofree char *odd = fixture ("odd.json");
  g_autofree char *collection = fixture ("collection.json");
  g_auto (Run) result = run (bootstrap, NULL, "inspect", odd, NULL);
  g_auto (Run) linked = run (bootstrap, NULL, "inspect", collection, NULL);

  g_assert_cmpint (result.exit_code, ==, RS_EXIT_OK);
  g_assert_null (strchr (result.out, '\033'));
  g_assert_nonnull (strstr (result.out, "Invented \\u001b[31m"));
  g_assert_nonnull (strstr (linked.out, "/link/item/2/link/item/0"));
  g_assert_nonnull (strstr (linked.out, "http://invented.example/1"));
}

static void
test_unreadable (void)
{
  g_autofree char *error_answer = fixture ("error.json");
  g_auto (Run) missing = run (program, NULL, "inspect", "/nonexistent/file.json", NULL);
  g_auto (Run) remote = run (program, NULL, "value", error_answer, NULL);
  g_auto (Run) bare = run (bootstrap, NULL, "inspect", NULL);
  g_auto (Run) json = run (program, NULL, "inspect", "--json", "/nonexistent/file.json", NULL);
  g_autoptr (JsonNode) root = parse (json.out);
  JsonObject *object = json_node_get_object (root);
  JsonObject *diagnostic =
    json_array_get_object_element (rs_json_get_array (object, "diagnostics"), 0);

  /* The same shape as of a file that can be read. */
  g_assert_cmpint (json.exit_code, ==, RS_EXIT_DATA);
  g_assert_nonnull (strstr (json.err, "file.json"));
  g_assert_true (json_object_get_null_member (object, "class"));
  g_assert_true (json_object_get_null_member (object, "version"));
  g_assert_cmpuint (json_array_get_length (rs_json_get_array (object, "datasets")), ==, 0);
  g_assert_cmpstr (rs_json_get_string (diagnostic, "severity"), ==, "error");
  g_assert_cmpstr (rs_json_get_string (diagnostic, "path"), ==, "");
  g_assert_nonnull (strstr (json.err, rs_json_get_string (diagnostic, "message")));

  g_assert_cmpint (missing.exit_code, ==, RS_EXIT_DATA);
  g_assert_cmpstr (missing.out, ==, "");
  g_assert_nonnull (strstr (missing.err, "file.json"));
  g_assert_cmpint (remote.exit_code, ==, RS_EXIT_DATA);
  g_assert_nonnull (strstr (remote.err, "INVENTED_TOO_BIG"));
  g_assert_cmpint (bare.exit_code, ==, RS_EXIT_DATA);
}

typedef struct
{
  const char *name;
  const char *file;
  const char *address;
  const char *answer; /* the whole line, or the beginning of an error */
} Question;

/* How an answer begins that is an error: the three members of every answer are there. */
#define ERROR "{\"value\": null, \"status\": null, \"reason\": \"error\", \"error\": \""

static const Question questions[] = {
  { "derived", "cube.json", "{\"indicator\":\"p\",\"region\":\"A\",\"year\":\"2002\"}",
    "{\"value\": 2.5, \"status\": \"p\", \"reason\": null, \"kind\": \"derived\", \"source\": "
    "\"Invented source\", "
    "\"formula\": \"5/2\", \"alternates\": [{\"value\": 2.4, \"kind\": \"published\", \"source\": "
    "\"Invented source\"}]}" },
  { "published", "cube.json", "{\"year\":\"2001\",\"indicator\":\"p\",\"region\":\"A\"}",
    "{\"value\": 1.5, \"status\": null, \"reason\": null, \"kind\": \"published\", \"source\": "
    "\"Invented source\", \"note\": \"rounded\"}" },
  { "missing", "cube.json", "{\"indicator\":\"p\",\"region\":\"A\",\"year\":\"2003\"}",
    "{\"value\": null, \"status\": \":\", \"reason\": \"missing\"}" },
  { "text", "cube.json", "{\"indicator\":\"q\",\"region\":\"A\",\"year\":\"2001\"}",
    "{\"value\": \"n/a\", \"status\": null, \"reason\": \"text\"}" },
  { "confidential", "cube.json", "{\"indicator\":\"q\",\"region\":\"A\",\"year\":\"2002\"}",
    "{\"value\": null, \"status\": \"c\", \"reason\": \"confidential\"}" },
  { "one-category-left-out", "bundle.json", "{\"region\":\"A\"}",
    "{\"value\": 1, \"status\": \"a\", \"reason\": null}" },
  { "dataset-by-path", "collection.json",
    "{\"dataset\":\"/link/item/2/link/item/0\",\"region\":\"B\"}",
    "{\"value\": 4, \"status\": null, \"reason\": null}" },
  { "dataset-by-id", "bundle.json", "{\"dataset\":\"first\",\"region\":\"A\"}",
    "{\"value\": 1, \"status\": \"a\", \"reason\": null}" },
  { "unknown-category", "cube.json", "{\"indicator\":\"p\",\"region\":\"C\",\"year\":\"2001\"}",
    ERROR "The dimension “region” has no category “C”.\"}" },
  { "unknown-dimension", "cube.json", "{\"indicator\":\"p\",\"place\":\"A\",\"year\":\"2001\"}",
    ERROR "The dataset has no dimension “place”.\"}" },
  { "left-out", "cube.json", "{\"indicator\":\"p\",\"region\":\"A\"}",
    ERROR "The address must name a category of the dimension “year”" },
  { "number-for-text", "cube.json", "{\"indicator\":\"p\",\"region\":\"A\",\"year\":2001}",
    ERROR "The address must name" },
  { "which-dataset", "collection.json", "{\"region\":\"A\"}",
    ERROR "Several datasets of the file have these dimensions; say which with “dataset”: “/link/" },
  { "no-dataset-fits", "collection.json", "{\"place\":\"A\"}",
    ERROR "No dataset of the file has just these dimensions; say which is meant with “dataset”: "
          "“/link/" },
  { "dataset-no-text", "cube.json", "{\"dataset\":1,\"region\":\"A\"}",
    ERROR "The dataset has no dimension “dataset”." },
  { "unknown-dataset", "collection.json", "{\"dataset\":\"/x\",\"region\":\"A\"}",
    ERROR "The file has no dataset “/x”" },
  { "no-json", "cube.json", "region=A", ERROR "line 1:1:1: " },
  { "array", "cube.json", "[1]", ERROR "An address must be a JSON object" },
  { "blank", "cube.json", "", ERROR "line 1:1:1: The file holds nothing" },
  { "member-twice", "cube.json", "{\"region\":\"A\",\"region\":\"B\"}",
    ERROR "line 1:1:15: The member “region”" },
};

static void
test_question (gconstpointer data)
{
  const Question *self = data;
  g_autofree char *path = fixture (self->file);
  g_autofree char *input = g_strconcat (self->address, "\n", NULL);
  g_auto (Run) result = run (bootstrap, input, "value", path, NULL);
  gboolean is_error = g_str_has_prefix (self->answer, ERROR);

  g_assert_cmpint (result.exit_code, ==, is_error ? RS_EXIT_DATA : RS_EXIT_OK);
  g_assert_true (g_str_has_suffix (result.out, "}\n"));
  g_assert_cmpstr (result.err, ==, "");
  if (!is_error)
    result.out[strlen (result.out) - 1] = '\0';
  if (is_error && g_str_has_prefix (result.out, self->answer))
    return;
  g_assert_cmpstr (result.out, ==, self->answer);
}

/* An answer a line, in order, whatever is wrong with one; the last line may lack its end. */
static void
test_many_questions (void)
{
  g_autofree char *path = fixture ("collection.json");
  g_auto (Run) result = run (bootstrap,
                             "{\"dataset\":\"/link/item/0\",\"region\":\"A\"}\r\nwrong\n"
                             "{\"dataset\":\"/link/item/0\",\"region\":\"B\"}",
                             "value", path, NULL);
  g_auto (Run) none = run (bootstrap, "", "value", path, NULL);
  g_auto (GStrv) lines = g_strsplit (result.out, "\n", -1);

  g_assert_cmpint (result.exit_code, ==, RS_EXIT_DATA);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  g_assert_nonnull (strstr (lines[0], "\"value\": 1,"));
  g_assert_nonnull (strstr (lines[1], "\"error\""));
  g_assert_nonnull (strstr (lines[2], "\"value\": 2,"));
  g_assert_cmpint (none.exit_code, ==, RS_EXIT_OK);
  g_assert_cmpstr (none.out, ==, "");
}

static void
test_embedded (void)
{
  g_auto (Run) inspect = run (program, NULL, "inspect", "--json", NULL);
  g_autoptr (JsonNode) root = parse (inspect.out);
  JsonObject *object = json_node_get_object (root);
  g_auto (Run) value = run (program,
                            "{\"dataset\":\"yearly\",\"indicator\":\"new_urban_jobs\",\"region\":"
                            "\"500000\",\"year\":\"2021\"}\n",
                            "value", NULL);

  g_assert_cmpstr (rs_json_get_string (object, "class"), ==, "collection");
  g_assert_cmpuint (json_array_get_length (rs_json_get_array (object, "datasets")), ==, 2);
  g_assert_cmpuint (json_array_get_length (rs_json_get_array (object, "diagnostics")), ==, 0);
  g_assert_cmpint (value.exit_code, ==, RS_EXIT_OK);
  g_assert_nonnull (strstr (value.out, "\"kind\": \"published\""));
  /* The note refers to sources by their ids, which nobody outside knows. */
  g_assert_nonnull (strstr (value.out, "Chongqing human social security work conference"));
  g_assert_null (strstr (value.out, "csmn2022"));
}

/* The example of the help and the manual page works as printed; what the publisher said of the
 * change is told. */
static void
test_example (void)
{
  const char *example =
    "{\"indicator\": \"new_urban_jobs\", \"region\": \"500000\", \"year\": \"2021\"}";
  g_auto (Run) value = run (program, example, "value", NULL);
  g_auto (Run) points =
    run (program,
         "{\"indicator\": \"graduate_employment_rate_year_end\", \"region\": \"500000\", "
         "\"year\": \"2021\"}",
         "value", NULL);
  g_auto (Run) help = run (program, NULL, "help", "value", NULL);
  g_autofree char *path =
    g_test_build_filename (G_TEST_DIST, "..", "data", "man", "renshe-cli.1", NULL);
  g_autofree char *page = NULL;
  g_autoptr (JsonNode) root = parse (value.out);
  g_autoptr (JsonNode) points_root = parse (points.out);
  double number;

  g_assert_nonnull (strstr (help.out, example));
  g_assert_true (g_file_get_contents (path, &page, NULL, NULL));
  g_assert_nonnull (strstr (page, example));
  g_assert_cmpint (value.exit_code, ==, RS_EXIT_OK);
  g_assert_true (rs_json_get_number (json_node_get_object (root), "growth", &number));
  g_assert_cmpfloat (number, ==, 14.5);
  g_assert_cmpint (points.exit_code, ==, RS_EXIT_OK);
  g_assert_true (rs_json_get_number (json_node_get_object (points_root), "difference", &number));
  g_assert_cmpfloat (number, ==, 3.0);
}

/* A line of more than a mebibyte is one question, and the next one gets its own answer. */
static void
test_long_line (void)
{
  g_autofree char *path = fixture ("bundle.json");
  g_autofree char *spaces = g_strnfill (1024 * 1024, ' ');
  g_autofree char *input =
    g_strconcat ("{\"region\":\"A\"}", spaces, "\n{\"region\":\"A\"}\n", NULL);
  g_auto (Run) result = run (bootstrap, input, "value", path, NULL);
  g_auto (GStrv) lines = g_strsplit (result.out, "\n", -1);

  g_assert_cmpint (result.exit_code, ==, RS_EXIT_DATA);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_assert_true (g_str_has_prefix (lines[0], ERROR "line 1: The line is longer"));
  g_assert_nonnull (strstr (lines[1], "\"value\": 1,"));
}

/* Two folders of one dataset: the ids would be the same. */
static void
test_import_same_id (void)
{
  g_autofree char *tables =
    g_test_build_filename (G_TEST_DIST, "fixtures", "import", "invented", NULL);
  g_autofree char *folder = g_dir_make_tmp ("renshe-cli-XXXXXX", NULL);
  g_autofree char *output = g_build_filename (folder, "out.json", NULL);
  g_auto (Run) once = run (bootstrap, NULL, "import", tables, "--output", output, NULL);
  g_auto (Run) twice = { 0 };

  g_assert_cmpint (once.exit_code, ==, RS_EXIT_OK);
  g_assert_cmpint (g_unlink (output), ==, 0);
  twice = run (bootstrap, NULL, "import", tables, tables, "--output", output, NULL);
  g_assert_cmpint (twice.exit_code, ==, RS_EXIT_DATA);
  g_assert_nonnull (strstr (twice.err, "with the id “invented”"));
  g_assert_false (g_file_test (output, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_import_failures (void)
{
  g_autofree char *folder = g_dir_make_tmp ("renshe-cli-XXXXXX", NULL);
  g_autofree char *output = g_build_filename (folder, "out.json", NULL);
  g_auto (Run) result = run (bootstrap, NULL, "import", folder, "--output", output, NULL);

  /* An empty folder is no dataset, and nothing was written. */
  g_assert_cmpint (result.exit_code, ==, RS_EXIT_DATA);
  g_assert_cmpstr (result.out, ==, "");
  g_assert_cmpint (strlen (result.err), >, 0);
  g_assert_false (g_file_test (output, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_escape (void)
{
  static const char *const pairs[][2] = {
    { "plain 人社 ≥", "plain 人社 ≥" }, { "\033[31m", "\\u001b[31m" }, { "a\nb", "a\\u000ab" },
    { "\xc2\x9b", "\\u009b" },          { "\xe2\x80\xae", "\\u202e" }, { "\x7f", "\\u007f" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *escaped = rs_command_escape (pairs[i][0]);

      g_assert_cmpstr (escaped, ==, pairs[i][1]);
    }
}

/* Arguments: those of GTest, then the program and the one without datasets. */
int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, >, 2);
  program = argv[argc - 2];
  bootstrap = argv[argc - 1];

  g_test_add_func ("/cli/command/help", test_help);
  g_test_add_func ("/cli/command/help-of-all", test_help_of_all);
  g_test_add_func ("/cli/command/themes", test_themes);
  g_test_add_func ("/cli/command/usage", test_usage);
  g_test_add_func ("/cli/command/inspect-json", test_inspect_json);
  g_test_add_func ("/cli/command/inspect-odd", test_inspect_odd);
  g_test_add_func ("/cli/command/inspect-text", test_inspect_text);
  g_test_add_func ("/cli/command/unreadable", test_unreadable);
  for (gsize i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/command/value/", questions[i].name, NULL);

      g_test_add_data_func (path, &questions[i], test_question);
    }
  g_test_add_func ("/cli/command/many-questions", test_many_questions);
  g_test_add_func ("/cli/command/embedded", test_embedded);
  g_test_add_func ("/cli/command/example", test_example);
  g_test_add_func ("/cli/command/long-line", test_long_line);
  g_test_add_func ("/cli/command/import-failures", test_import_failures);
  g_test_add_func ("/cli/command/import-same-id", test_import_same_id);
  g_test_add_func ("/cli/command/escape", test_escape);
  return g_test_run ();
}
