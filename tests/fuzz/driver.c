/* SPDX-License-Identifier: GPL-3.0-or-later
 * Runs a fuzz target on every file of its corpus, where there is no fuzzing engine: a crash is a
 * failed test. */
#include "config.h"

#include <gio/gio.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
run_file (gconstpointer data)
{
  const char *path = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize length = 0;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpint (LLVMFuzzerTestOneInput ((const uint8_t *) contents, length), ==, 0);

  /* Cut off anywhere: the end of a file is where parsers read too far. The copy has no NUL behind
   * it. */
  for (gsize cut = 0; cut < length; cut += 1 + length / 64)
    {
      g_autofree char *part = g_memdup2 (contents, MAX (cut, 1));

      g_assert_cmpint (LLVMFuzzerTestOneInput ((const uint8_t *) part, cut), ==, 0);
    }
}

static void
run_nothing (void)
{
  g_assert_cmpint (LLVMFuzzerTestOneInput ((const uint8_t *) "", 0), ==, 0);
}

/* Arguments: those of GTest, then the folder of the corpus. */
int
main (int argc, char *argv[])
{
  g_autoptr (GDir) folder = NULL;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, >, 1);

  g_test_add_func ("/fuzz/nothing", run_nothing);
  folder = g_dir_open (argv[argc - 1], 0, NULL);
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *test = g_strdup_printf ("/fuzz/%s", name);
      char *path = g_build_filename (argv[argc - 1], name, NULL);

      g_ptr_array_add (paths, path);
      g_test_add_data_func (test, path, run_file);
    }
  return g_test_run ();
}
