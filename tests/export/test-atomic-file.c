/* SPDX-License-Identifier: GPL-3.0-or-later
 * A file is there whole or not at all, whatever happens. */
#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "export/atomic-file.h"
#include "export/export.h"

typedef struct
{
  char *folder; /* (owned): empty, for this test alone */
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->folder = g_dir_make_tmp ("renshe-atomic-XXXXXX", &error);
  g_assert_no_error (error);
}

static guint
count_files (const char *folder)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  g_dir_close (dir);
  return n;
}

static void
remove_tree (const char *folder)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
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
  g_assert_cmpint (g_chmod (f->folder, 0700), ==, 0);
  remove_tree (f->folder);
  g_free (f->folder);
}

static GFile *
get_file (Fixture *f, const char *name)
{
  g_autofree char *path = g_build_filename (f->folder, name, NULL);

  return g_file_new_for_path (path);
}

static gboolean
write_text (GFile *file, const char *text, gboolean overwrite, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return rs_atomic_write (file, bytes, overwrite, NULL, error);
}

static void
assert_contents (GFile *file, const char *expected)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_file_load_contents (file, NULL, &contents, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (contents, ==, expected);
}

static void
test_new_file (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) file = get_file (f, "new.txt");
  g_autoptr (GError) error = NULL;
  mode_t old_mask = umask (027);
  struct stat st;

  g_assert_true (write_text (file, "whole", FALSE, &error));
  umask (old_mask);
  g_assert_no_error (error);
  assert_contents (file, "whole");
  g_assert_cmpint (stat (g_file_peek_path (file), &st), ==, 0);
  g_assert_cmpint (st.st_mode & 07777, ==, 0640);
  g_assert_cmpuint (count_files (f->folder), ==, 1);
}

static void
test_existing_file_is_left (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) file = get_file (f, "old.txt");
  g_autoptr (GError) error = NULL;

  g_assert_true (write_text (file, "old", FALSE, NULL));
  g_assert_false (write_text (file, "new", FALSE, &error));
  g_assert_error (error, RS_EXPORT_ERROR, RS_EXPORT_ERROR_EXISTS);
  g_assert_nonnull (strstr (error->message, "old.txt"));
  assert_contents (file, "old");
  g_assert_cmpuint (count_files (f->folder), ==, 1);
}

static void
test_replace_keeps_permissions (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) file = get_file (f, "old.txt");
  g_autoptr (GError) error = NULL;
  struct stat st;

  g_assert_true (write_text (file, "old", FALSE, NULL));
  g_assert_cmpint (g_chmod (g_file_peek_path (file), 0604), ==, 0);
  g_assert_true (write_text (file, "new", TRUE, &error));
  g_assert_no_error (error);
  assert_contents (file, "new");
  g_assert_cmpint (stat (g_file_peek_path (file), &st), ==, 0);
  g_assert_cmpint (st.st_mode & 07777, ==, 0604);
  g_assert_cmpuint (count_files (f->folder), ==, 1);
}

static void
test_symbolic_link_stays_one (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) file = get_file (f, "real.txt");
  g_autoptr (GFile) link = get_file (f, "link.txt");
  g_autoptr (GFile) dangling = get_file (f, "dangling.txt");
  g_autoptr (GFile) loop = get_file (f, "loop.txt");
  g_autoptr (GFile) behind = get_file (f, "behind.txt");
  g_autoptr (GError) error = NULL;

  g_assert_true (write_text (file, "old", FALSE, NULL));
  g_assert_cmpint (symlink ("real.txt", g_file_peek_path (link)), ==, 0);
  g_assert_true (write_text (link, "new", TRUE, &error));
  g_assert_no_error (error);
  assert_contents (file, "new");
  g_assert_true (g_file_test (g_file_peek_path (link), G_FILE_TEST_IS_SYMLINK));

  g_assert_cmpint (symlink ("behind.txt", g_file_peek_path (dangling)), ==, 0);
  g_assert_true (write_text (dangling, "there", FALSE, &error));
  g_assert_no_error (error);
  assert_contents (behind, "there");

  g_assert_cmpint (symlink ("loop.txt", g_file_peek_path (loop)), ==, 0);
  g_assert_false (write_text (loop, "x", TRUE, &error));
  g_assert_error (error, RS_EXPORT_ERROR, RS_EXPORT_ERROR_WRITE);
}

static void
test_missing_folder (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) file = get_file (f, "no/such/folder.txt");
  g_autoptr (GError) error = NULL;

  g_assert_false (write_text (file, "x", TRUE, &error));
  g_assert_error (error, RS_EXPORT_ERROR, RS_EXPORT_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, "folder.txt"));
  g_assert_nonnull (strstr (error->message, g_strerror (ENOENT)));
}

static void
test_goal_is_a_folder (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (f->folder);
  g_autoptr (GError) error = NULL;

  g_assert_false (write_text (folder, "x", TRUE, &error));
  g_assert_error (error, RS_EXPORT_ERROR, RS_EXPORT_ERROR_WRITE);
  g_clear_error (&error);
  g_assert_false (write_text (folder, "x", FALSE, &error));
  g_assert_error (error, RS_EXPORT_ERROR, RS_EXPORT_ERROR_WRITE);
  g_assert_cmpuint (count_files (f->folder), ==, 0);
}

static void
test_goal_is_a_device (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) device = g_file_new_for_path ("/dev/full");
  g_autoptr (GError) error = NULL;

  g_assert_false (write_text (device, "x", TRUE, &error));
  g_assert_error (error, RS_EXPORT_ERROR, RS_EXPORT_ERROR_WRITE);
  g_assert_true (g_file_test ("/dev/full", G_FILE_TEST_EXISTS));
}

/* Root may write anywhere; there a folder that nobody can write to is made by a file in its place.
 */
static void
test_read_only_folder (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  if (geteuid () == 0)
    {
      g_autoptr (GFile) obstacle = get_file (f, "folder");

      g_assert_true (write_text (obstacle, "a file", FALSE, NULL));
      file = get_file (f, "folder/x.txt");
    }
  else
    {
      g_assert_cmpint (g_chmod (f->folder, 0500), ==, 0);
      file = get_file (f, "x.txt");
    }
  g_assert_false (write_text (file, "x", FALSE, &error));
  g_assert_error (error, RS_EXPORT_ERROR, RS_EXPORT_ERROR_WRITE);
  g_assert_false (g_file_query_exists (file, NULL));
}

/* A limit on the size of files stands for the full disk: the write fails in the middle. */
static void
test_full_disk (Fixture *f, gconstpointer data)
{
  const struct rlimit tight = { 8192, RLIM_INFINITY };
  g_autoptr (GFile) file = get_file (f, "old.txt");
  g_autoptr (GFile) fresh = get_file (f, "fresh.txt");
  g_autofree char *large = g_strnfill (3 * 1024 * 1024, 'x');
  g_autoptr (GBytes) bytes = g_bytes_new_static (large, strlen (large));
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) fresh_error = NULL;
  struct rlimit before;
  gboolean written, fresh_written;

  g_assert_true (write_text (file, "old", FALSE, NULL));
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &tight), ==, 0);
  written = rs_atomic_write (file, bytes, TRUE, NULL, &error);
  fresh_written = rs_atomic_write (fresh, bytes, FALSE, NULL, &fresh_error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  signal (SIGXFSZ, SIG_DFL);

  g_assert_false (written);
  g_assert_error (error, RS_EXPORT_ERROR, RS_EXPORT_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, g_strerror (EFBIG)));
  g_assert_false (fresh_written);
  g_assert_error (fresh_error, RS_EXPORT_ERROR, RS_EXPORT_ERROR_WRITE);
  /* What was there is there, and nothing else. */
  assert_contents (file, "old");
  g_assert_cmpuint (count_files (f->folder), ==, 1);
}

static void
test_cancelled (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) file = get_file (f, "x.txt");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (rs_atomic_write (file, bytes, FALSE, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_files (f->folder), ==, 0);
}

static void
test_empty_and_large (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) empty = get_file (f, "empty");
  g_autoptr (GFile) large = get_file (f, "large");
  g_autofree char *text = g_strnfill (5 * 1024 * 1024 + 7, 'x');
  g_autoptr (GError) error = NULL;
  struct stat st;

  g_assert_true (write_text (empty, "", FALSE, &error));
  g_assert_no_error (error);
  g_assert_cmpint (stat (g_file_peek_path (empty), &st), ==, 0);
  g_assert_cmpint (st.st_size, ==, 0);
  g_assert_true (write_text (large, text, FALSE, &error));
  g_assert_no_error (error);
  assert_contents (large, text);
}

static void
test_long_and_odd_names (Fixture *f, gconstpointer data)
{
  g_autofree char *long_name = g_strnfill (255, 'n');
  const char *const names[] = { long_name, "新增就业.png", "with space and \"quotes\"", ".hidden" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GFile) file = get_file (f, names[i]);
      g_autoptr (GError) error = NULL;

      g_assert_true (write_text (file, "x", FALSE, &error));
      g_assert_no_error (error);
      assert_contents (file, "x");
    }
}

#define ADD(path, func)                                                                            \
  g_test_add ("/export/atomic-file/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("new-file", test_new_file);
  ADD ("existing-file-is-left", test_existing_file_is_left);
  ADD ("replace-keeps-permissions", test_replace_keeps_permissions);
  ADD ("symbolic-link-stays-one", test_symbolic_link_stays_one);
  ADD ("missing-folder", test_missing_folder);
  ADD ("goal-is-a-folder", test_goal_is_a_folder);
  ADD ("goal-is-a-device", test_goal_is_a_device);
  ADD ("read-only-folder", test_read_only_folder);
  ADD ("full-disk", test_full_disk);
  ADD ("cancelled", test_cancelled);
  ADD ("empty-and-large", test_empty_and_large);
  ADD ("long-and-odd-names", test_long_and_odd_names);
  return g_test_run ();
}
