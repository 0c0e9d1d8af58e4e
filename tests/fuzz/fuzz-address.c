/* SPDX-License-Identifier: GPL-3.0-or-later
 * Lines that a stranger asks `renshe-cli value`: an address of a cell that is there, or a sentence.
 */
#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "cli/address.h"
#include "dataset/jsonstat-reader.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* Two datasets, so that an address may have to choose; all figures are invented. */
static const char file[] =
  "{\"version\":\"2.0\",\"class\":\"collection\",\"link\":{\"item\":["
  "{\"class\":\"dataset\",\"id\":[\"region\",\"year\"],\"size\":[2,2],\"dimension\":{"
  "\"region\":{\"category\":{\"index\":[\"A\",\"B\"]}},"
  "\"year\":{\"category\":{\"index\":[\"2001\",\"2002\"]}}},\"value\":[1,2,3,4]},"
  "{\"class\":\"dataset\",\"id\":[\"dataset\",\"only\"],\"size\":[2,1],\"dimension\":{"
  "\"dataset\":{\"category\":{\"index\":[\"A\",\"\"]}},"
  "\"only\":{\"category\":{\"index\":[\"x\"]}}},\"value\":[5,null]}]}}";

static RsCatalog *
get_catalog (void)
{
  static RsCatalog *catalog;

  if (catalog == NULL)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (file, strlen (file));
      g_autoptr (GError) error = NULL;

      catalog = rs_jsonstat_read ("invented.json", bytes, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (rs_catalog_get_n_datasets (catalog), ==, 2);
    }
  return catalog;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *line = g_malloc (MAX (size, 1));
  g_autoptr (GError) error = NULL;
  const RsDataset *dataset = NULL;
  guint64 cell = G_MAXUINT64;

  /* A copy of just this size: reading beyond it is found. */
  memcpy (line, data, size);
  if (!rs_address_parse (get_catalog (), line, size, "line 1", &dataset, &cell, &error))
    {
      g_assert_error (error, RS_DATASET_ERROR, (int) error->code);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (cell, <, rs_dataset_get_n_cells (dataset));
  g_assert_cmpint (rs_dataset_get_observation (dataset, cell).reason, <=, RS_REASON_TEXT);
  return 0;
}
