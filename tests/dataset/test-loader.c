/* SPDX-License-Identifier: GPL-3.0-or-later
 * Files on disk: what can be read, and what must not block or crash. */
#include "config.h"

#include "dataset/json-guard.h"
#include "dataset/loader.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char small[] =
  "{\"version\":\"2.0\",\"class\":\"dataset\",\"label\":\"Invented\",\"id\":[\"r\"],\"size\":[1],"
  "\"dimension\":{\"r\":{\"category\":{\"index\":[\"A\"]}}},\"value\":[7]}";

typedef struct
{
  char *folder;
  char *path;
  GFile *file;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("renshe-loader-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
  self->path = g_build_filename (self->folder, "invented.json", NULL);
  self->file = g_file_new_for_path (self->path);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_unlink (self->path);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_clear_object (&self->file);
  g_free (self->path);
  g_free (self->folder);
}

static void
put (Fixture *self, const char *text)
{
  g_assert_true (g_file_set_contents (self->path, text, -1, NULL));
}

static void
test_good (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RsCatalog) catalog = NULL;
  g_autofree char *checksum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, small, -1);

  put (self, small);
  catalog = rs_load (self->file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rs_catalog_get_name (catalog), ==, "invented.json");
  g_assert_cmpstr (rs_catalog_get_release (catalog), ==, checksum);
  g_assert_cmpfloat (rs_dataset_get_value (rs_catalog_get_dataset (catalog, 0), 0), ==, 7.0);
}

static void
assert_unreadable (Fixture *self, RsDatasetError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (rs_load (self->file, NULL, &error));
  g_assert_error (error, RS_DATASET_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, "invented.json"));
}

static void
test_missing (Fixture *self, gconstpointer data)
{
  assert_unreadable (self, RS_DATASET_ERROR_UNREADABLE);
}

static void
test_empty (Fixture *self, gconstpointer data)
{
  put (self, "");
  assert_unreadable (self, RS_DATASET_ERROR_SYNTAX);
}

static void
test_folder (Fixture *self, gconstpointer data)
{
  g_assert_cmpint (g_mkdir (self->path, 0700), ==, 0);
  assert_unreadable (self, RS_DATASET_ERROR_UNREADABLE);
  g_assert_cmpint (g_rmdir (self->path), ==, 0);
}

/* Opening a pipe that nobody writes to would wait for ever. */
static void
test_pipe (Fixture *self, gconstpointer data)
{
  g_assert_cmpint (mkfifo (self->path, 0600), ==, 0);
  assert_unreadable (self, RS_DATASET_ERROR_UNREADABLE);
}

static void
test_dangling_link (Fixture *self, gconstpointer data)
{
  g_assert_cmpint (symlink ("nothing", self->path), ==, 0);
  assert_unreadable (self, RS_DATASET_ERROR_UNREADABLE);
}

/* A file with a hole: large, and takes no room. */
static void
test_too_large (Fixture *self, gconstpointer data)
{
  put (self, small);
  g_assert_cmpint (truncate (self->path, (off_t) RS_JSON_MAX_BYTES + 1), ==, 0);
  assert_unreadable (self, RS_DATASET_ERROR_TOO_LARGE);
}

static void
test_broken (Fixture *self, gconstpointer data)
{
  put (self, "{\"a\":\n]");
  assert_unreadable (self, RS_DATASET_ERROR_SYNTAX);
}

static void
test_cancelled (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  put (self, small);
  g_cancellable_cancel (cancellable);
  g_assert_null (rs_load (self->file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **out = user_data;

  *out = g_object_ref (result);
  g_main_context_wakeup (NULL);
}

static void
test_async (Fixture *self, gconstpointer data)
{
  g_autoptr (GAsyncResult) good = NULL;
  g_autoptr (GAsyncResult) bad = NULL;
  g_autoptr (RsCatalog) catalog = NULL;
  g_autoptr (GError) error = NULL;

  put (self, small);
  rs_load_async (self->file, NULL, loaded_cb, &good);
  while (good == NULL)
    g_main_context_iteration (NULL, TRUE);
  catalog = rs_load_finish (good, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rs_catalog_get_n_datasets (catalog), ==, 1);

  put (self, "[");
  rs_load_async (self->file, NULL, loaded_cb, &bad);
  while (bad == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (rs_load_finish (bad, &error));
  g_assert_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_SYNTAX);
}

/* This test is linked without the datasets. */
static void
test_not_embedded (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (rs_load_embedded (&error));
  g_assert_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_UNREADABLE);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *self, gconstpointer data);
  } tests[] = {
    { "good", test_good },
    { "missing", test_missing },
    { "empty", test_empty },
    { "folder", test_folder },
    { "pipe", test_pipe },
    { "dangling-link", test_dangling_link },
    { "too-large", test_too_large },
    { "broken", test_broken },
    { "cancelled", test_cancelled },
    { "async", test_async },
    { "not-embedded", test_not_embedded },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/dataset/loader/", tests[i].name, NULL);

      g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }
  return g_test_run ();
}
