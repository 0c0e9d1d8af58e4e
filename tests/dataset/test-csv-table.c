/* SPDX-License-Identifier: GPL-3.0-or-later
 * Tests of the CSV tables. */
#include "config.h"

#include "dataset/csv-table.h"

#include <string.h>

static RsCsvTable *
parse (const char *text, gssize length, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);

  return rs_csv_table_parse ("t.csv", bytes, error);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *expected; /* rows and fields, joined by / and | */
} ReadCase;

static const ReadCase read_cases[] = {
  { "plain", "a,b\n1,2\n3,4\n", "a|b/1|2/3|4" },
  { "crlf", "a,b\r\n1,2\r\n3,4\r\n", "a|b/1|2/3|4" },
  { "mixed-line-ends", "a,b\r\n1,2\n3,4", "a|b/1|2/3|4" },
  { "no-final-newline", "a,b\n1,2", "a|b/1|2" },
  { "header-alone", "a,b\n", "a|b" },
  { "header-without-newline", "a,b", "a|b" },
  { "byte-order-mark",
    "\xef\xbb\xbf"
    "a,b\n1,2\n",
    "a|b/1|2" },
  { "quoted", "\"a\",b\n\"1,5\",2\n", "a|b/1,5|2" },
  { "doubled-quote", "a\n\"x \"\"y\"\" z\"\n", "a/x \"y\" z" },
  { "only-quotes", "a,b\n\"\"\"\"\"\",\"\"\n", "a|b/\"\"|" },
  { "newline-inside", "a,b\n\"1\n2\",3\n", "a|b/1\n2|3" },
  { "crlf-inside", "a,b\n\"1\r\n2\",3\n", "a|b/1\r\n2|3" },
  { "empty-fields", "a,b,c\n,,\n", "a|b|c/||" },
  { "spaces-are-kept", "a,b\n 1 , 2\n", "a|b/ 1 | 2" },
  { "empty-last-line", "a,b\n1,2\n\n", "a|b/1|2" },
  { "empty-last-line-crlf", "a,b\r\n1,2\r\n\r\n", "a|b/1|2" },
  { "one-column-empty-row", "a\n\n1\n", "a//1" },
  { "one-column-empty-last-line", "a\n1\n\n", "a/1" },
  { "one-column-quoted-empty", "a\n\"\"\n", "a/" },
  { "chinese", "地区,名称\n500000,重庆市\n", "地区|名称/500000|重庆市" },
  { "mark-inside-is-text",
    "a\n\xef\xbb\xbf"
    "1\n",
    "a/\xef\xbb\xbf"
    "1" },
};

static void
test_read (gconstpointer data)
{
  const ReadCase *test = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RsCsvTable) table = parse (test->text, -1, &error);
  g_autoptr (GString) joined = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < rs_csv_table_get_n_columns (table); i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? "|" : "", rs_csv_table_get_header (table, i));
  for (guint row = 0; row < rs_csv_table_get_n_rows (table); row++)
    for (guint i = 0; i < rs_csv_table_get_n_columns (table); i++)
      g_string_append_printf (joined, "%s%s", i > 0 ? "|" : "/",
                              rs_csv_table_get (table, row, (int) i));
  g_assert_cmpstr (joined->str, ==, test->expected);
}

typedef struct
{
  const char *name;
  const char *text;
  gssize length;
  const char *expected; /* how the message begins */
} RefuseCase;

static const RefuseCase refuse_cases[] = {
  { "empty", "", -1, "t.csv:1: The table is empty" },
  { "only-mark", "\xef\xbb\xbf", -1, "t.csv:1: The table is empty" },
  { "open-quote", "a\n1\n\"2\n3\n", -1, "t.csv:3: A quoted field begins here" },
  { "open-quote-in-header", "\"a", -1, "t.csv:1: A quoted field begins here" },
  { "after-quote", "a,b\n\"1\"2,3\n", -1, "t.csv:2: Text follows" },
  { "space-after-quote", "a,b\n\"1\" ,3\n", -1, "t.csv:2: Text follows" },
  { "quote-inside", "a,b\n1\"2,3\n", -1, "t.csv:2: A quotation mark" },
  { "too-few", "a,b\n1,2\n3\n", -1,
    "t.csv:3: The row and the header differ in their number of fields: 1 and 2." },
  { "too-many", "a,b\n1,2,3\n", -1,
    "t.csv:2: The row and the header differ in their number of fields: 3 and 2." },
  { "blank-line-inside", "a,b\n\n1,2\n", -1, "t.csv:2: The row and the header differ" },
  { "two-blank-lines-at-end", "a,b\n1,2\n\n\n", -1, "t.csv:3: The row and the header differ" },
  { "few-after-a-long-field", "a,b\n\"1\n2\n3\"\n", -1, "t.csv:2: The row and the header differ" },
  { "twice", "a,b,a\n", -1, "t.csv:1: The column “a” is named twice." },
  { "lone-cr", "a\n1\r2\n", -1, "t.csv:2: A carriage return" },
  { "cr-at-end", "a\n1\r", -1, "t.csv:2: A carriage return" },
  { "bad-utf8", "a\n1\n\xff\n", -1, "t.csv:3: The text is not valid UTF-8." },
  { "cut-utf8", "a\n\xe9\x87", -1, "t.csv:2: The text is not valid UTF-8." },
  { "surrogate", "a\n\xed\xa0\x80\n", -1, "t.csv:2: The text is not valid UTF-8." },
  { "zero-byte", "a\n1\0002\n", 6, "t.csv:2: The text holds a zero byte." },
};

static void
test_refuse (gconstpointer data)
{
  const RefuseCase *test = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RsCsvTable) table = parse (test->text, test->length, &error);

  g_assert_null (table);
  g_assert_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_SYNTAX);
  if (!g_str_has_prefix (error->message, test->expected))
    g_assert_cmpstr (error->message, ==, test->expected);
}

static void
test_lines (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RsCsvTable) table =
    parse ("a,b\n1,2\n\"3\n3\n3\",4\r\n5,\"6\r\n6\"\n7,8\n", -1, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (rs_csv_table_get_n_rows (table), ==, 4);
  g_assert_cmpuint (rs_csv_table_get_line (table, 0), ==, 2);
  g_assert_cmpuint (rs_csv_table_get_line (table, 1), ==, 3);
  g_assert_cmpuint (rs_csv_table_get_line (table, 2), ==, 6);
  g_assert_cmpuint (rs_csv_table_get_line (table, 3), ==, 8);
}

static void
test_columns (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RsCsvTable) table = parse ("a,b\n1,2\n", -1, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (rs_csv_table_get_name (table), ==, "t.csv");
  g_assert_cmpint (rs_csv_table_find_column (table, "a"), ==, 0);
  g_assert_cmpint (rs_csv_table_find_column (table, "b"), ==, 1);
  g_assert_cmpint (rs_csv_table_find_column (table, "B"), ==, -1);
  g_assert_cmpstr (rs_csv_table_get (table, 0, 1), ==, "2");
  g_assert_cmpstr (rs_csv_table_get (table, 0, -1), ==, "");
}

static void
test_too_many_columns (void)
{
  g_autoptr (GString) text = g_string_new ("c0");
  g_autoptr (GError) error = NULL;
  g_autoptr (RsCsvTable) table = NULL;

  for (int i = 1; i < RS_CSV_MAX_COLUMNS; i++)
    g_string_append_printf (text, ",c%d", i);
  table = parse (text->str, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rs_csv_table_get_n_columns (table), ==, RS_CSV_MAX_COLUMNS);
  g_clear_pointer (&table, rs_csv_table_free);

  g_string_append (text, ",more");
  table = parse (text->str, -1, &error);
  g_assert_null (table);
  g_assert_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_TOO_LARGE);
}

static void
test_too_many_rows (void)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RsCsvTable) table = NULL;
  const gsize n = 2 + 2 * ((gsize) RS_CSV_MAX_ROWS + 1);
  char *text = g_malloc (n);

  for (gsize i = 0; i < n; i += 2)
    {
      text[i] = 'a';
      text[i + 1] = '\n';
    }
  bytes = g_bytes_new_take (text, n);
  table = rs_csv_table_parse ("t.csv", bytes, &error);
  g_assert_null (table);
  g_assert_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_TOO_LARGE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (read_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/dataset/csv-table/read/", read_cases[i].name, NULL);

      g_test_add_data_func (path, &read_cases[i], test_read);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (refuse_cases); i++)
    {
      g_autofree char *path =
        g_strconcat ("/dataset/csv-table/refuse/", refuse_cases[i].name, NULL);

      g_test_add_data_func (path, &refuse_cases[i], test_refuse);
    }
  g_test_add_func ("/dataset/csv-table/lines", test_lines);
  g_test_add_func ("/dataset/csv-table/columns", test_columns);
  g_test_add_func ("/dataset/csv-table/too-many-columns", test_too_many_columns);
  g_test_add_func ("/dataset/csv-table/too-many-rows", test_too_many_rows);
  return g_test_run ();
}
