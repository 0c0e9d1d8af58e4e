/* SPDX-License-Identifier: GPL-3.0-or-later
 * Tables as a stranger may write them: refused with a sentence, or read so that every field can be
 * asked for. */
#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "dataset/csv-table.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* Writes the table as RFC 4180 has it, every field quoted. */
static GBytes *
write_table (const RsCsvTable *table)
{
  const guint n_columns = rs_csv_table_get_n_columns (table);
  GString *text = g_string_new (NULL);

  for (guint row = 0; row <= rs_csv_table_get_n_rows (table); row++)
    for (guint column = 0; column < n_columns; column++)
      {
        const char *field = row == 0 ? rs_csv_table_get_header (table, column)
                                     : rs_csv_table_get (table, row - 1, (int) column);

        g_string_append_c (text, '"');
        for (const char *p = field; *p != '\0'; p++)
          {
            if (*p == '"')
              g_string_append_c (text, '"');
            g_string_append_c (text, *p);
          }
        g_string_append (text, column + 1 < n_columns ? "\"," : "\"\n");
      }
  return g_string_free_to_bytes (text);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (RsCsvTable) table = rs_csv_table_parse ("fuzz.csv", bytes, &error);
  g_autoptr (RsCsvTable) again = NULL;
  g_autoptr (GBytes) written = NULL;

  if (table == NULL)
    {
      g_assert_error (error, RS_DATASET_ERROR, (int) error->code);
      g_assert_true (g_str_has_prefix (error->message, "fuzz.csv:"));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  g_assert_no_error (error);

  /* What was read can be written and read again, and is the same. */
  written = write_table (table);
  again = rs_csv_table_parse ("again.csv", written, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rs_csv_table_get_n_rows (again), ==, rs_csv_table_get_n_rows (table));
  g_assert_cmpuint (rs_csv_table_get_n_columns (again), ==, rs_csv_table_get_n_columns (table));
  for (guint row = 0; row < rs_csv_table_get_n_rows (table); row++)
    {
      g_assert_cmpuint (rs_csv_table_get_line (table, row), >, row);
      for (guint column = 0; column < rs_csv_table_get_n_columns (table); column++)
        g_assert_cmpstr (rs_csv_table_get (again, row, (int) column), ==,
                         rs_csv_table_get (table, row, (int) column));
    }
  return 0;
}
