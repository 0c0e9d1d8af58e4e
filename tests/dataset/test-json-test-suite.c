/* SPDX-License-Identifier: GPL-3.0-or-later
 * The files of JSONTestSuite, where they lie beside the repository: y_ must be accepted, n_
 * refused, i_ may be either. */
#include "config.h"

#include "dataset/json-get.h"
#include "dataset/json-guard.h"

#include <string.h>

static char *folder;

static void
judge (const char *name, const char *path)
{
  g_autofree char *contents = NULL;
  gsize length = 0;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) error = NULL;
  gboolean grammar;
  gboolean strict;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  bytes = g_bytes_new (contents, length);
  grammar = rs_json_guard_check_grammar (name, contents, length, NULL);
  strict = rs_json_guard_check (name, contents, length, NULL);
  root = rs_json_parse_with_findings (name, bytes, NULL, &error);
  /* Whatever the guard lets through, json-glib reads. */
  g_assert_true ((root != NULL) == strict);
  if (g_str_has_prefix (name, "y_"))
    g_assert_true (grammar && strict);
  else if (g_str_has_prefix (name, "n_"))
    g_assert_false (grammar || strict);
  else
    g_assert_true (grammar || !strict);
}

static void
test_kind (gconstpointer prefix)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix) && g_str_has_suffix (name, ".json"))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        judge (name, path);
        n++;
      }
  g_assert_cmpuint (n, >, 30);
}

/* The same three verdicts on texts of our own, so that there is something to judge without the
 * folder. */
static void
test_own (void)
{
  static const char *const good[] = { "{\"a\":1,\"a\":2}", "[\"\\u0000\"]", "[\"\\ud83d\\ude39\"]",
                                      " 0 " };
  static const char *const bad[] = { "[1,]", "[1 true]", "[\"\x80\"]", "", "[" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (rs_json_guard_check ("test", good[i], strlen (good[i]), NULL));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (rs_json_guard_check_grammar ("test", bad[i], strlen (bad[i]), NULL));
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dataset/json-test-suite/own", test_own);
  folder =
    g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "samples", "json-test-suite", NULL);
  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_test_add_data_func ("/dataset/json-test-suite/accepted", "y_", test_kind);
      g_test_add_data_func ("/dataset/json-test-suite/refused", "n_", test_kind);
      g_test_add_data_func ("/dataset/json-test-suite/either", "i_", test_kind);
    }
  result = g_test_run ();
  g_free (folder);
  return result;
}
