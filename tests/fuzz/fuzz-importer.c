/* SPDX-License-Identifier: GPL-3.0-or-later
 * A folder of tables as a stranger may write it: refused with a sentence that names a file, or a
 * dataset that can be written and read back. One input holds all files, each behind a line
 * "== name". */
#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "dataset/importer.h"
#include "dataset/jsonstat-reader.h"
#include "dataset/jsonstat-writer.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* Larger datasets are nothing new to a parser and take long to write. */
#define CELLS_MAX 20000

#define MARK "\n== "

/* File name → GBytes. */
static GHashTable *
split_files (const char *data, gsize size)
{
  GHashTable *files =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  const char *end = data + size;
  const char *at = g_strstr_len (data, (gssize) size, MARK);

  while (at != NULL)
    {
      const char *name = at + strlen (MARK);
      const char *name_end = memchr (name, '\n', (gsize) (end - name));
      const char *text = name_end != NULL ? name_end + 1 : end;
      const char *next;

      /* The line feed before the next mark belongs to the text: the search begins on it. */
      next = text > data ? g_strstr_len (text - 1, end - text + 1, MARK) : NULL;
      if (name_end == NULL)
        break;
      g_hash_table_replace (
        files, g_strndup (name, (gsize) (name_end - name)),
        g_bytes_new (text, (gsize) ((next != NULL ? MAX (next + 1, text) : end) - text)));
      at = next;
    }
  return files;
}

static void
check_dataset (RsDataset *dataset)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (RsCatalog) catalog = NULL;
  g_autoptr (GError) error = NULL;
  RsDataset *again;

  if (rs_dataset_get_n_cells (dataset) > CELLS_MAX)
    return;
  bytes = rs_jsonstat_write (&dataset, 1, NULL);
  catalog = rs_jsonstat_read ("again.json", bytes, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rs_catalog_get_n_datasets (catalog), ==, 1);
  again = rs_catalog_get_dataset (catalog, 0);
  g_assert_cmpuint (rs_dataset_get_n_cells (again), ==, rs_dataset_get_n_cells (dataset));
  for (guint64 cell = 0; cell < rs_dataset_get_n_cells (dataset); cell++)
    {
      RsObservation before = rs_dataset_get_observation (dataset, cell);
      RsObservation after = rs_dataset_get_observation (again, cell);

      g_assert_cmpint (before.reason, ==, after.reason);
      if (before.reason == RS_REASON_NONE)
        g_assert_true (before.value == after.value);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GHashTable) files = split_files ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (RsDataset) dataset = rs_import_files ("folder", files, &error);

  if (dataset == NULL)
    {
      g_assert_error (error, RS_DATASET_ERROR, (int) error->code);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  g_assert_no_error (error);
  check_dataset (dataset);
  return 0;
}
