/* SPDX-License-Identifier: GPL-3.0-or-later
 * The strict look at JSON text. */
#include "config.h"

#include "dataset/dataset-error.h"
#include "dataset/json-guard.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
  gboolean grammar;    /* accepted by the grammar */
  gboolean strict;     /* accepted with its numbers */
  const char *message; /* (nullable): part of the message of the strict check */
} Case;

static const Case cases[] = {
  { "empty", "", FALSE, FALSE, "test:1:1: The file holds nothing." },
  { "blank", " \n ", FALSE, FALSE, "test:2:2: The file holds nothing." },
  { "only-mark", "\xef\xbb\xbf", FALSE, FALSE, "holds nothing" },
  { "mark", "\xef\xbb\xbf[1]", TRUE, TRUE, NULL },
  { "mark-not-counted", "\xef\xbb\xbf[x]", FALSE, FALSE, "test:1:2:" },
  { "two-marks", "\xef\xbb\xbf\xef\xbb\xbf[1]", FALSE, FALSE, "test:1:1:" },
  { "scalar", "1", TRUE, TRUE, NULL },
  { "nested", "{\"a\":[{\"b\":[]},{}]}", TRUE, TRUE, NULL },
  { "space", " [ 1 , \t2\r\n] \n", TRUE, TRUE, NULL },
  { "comment", "[1 /* one */]", FALSE, FALSE, "test:1:4: A comma or" },
  { "single-quotes", "['a']", FALSE, FALSE, "test:1:2:" },
  { "assignment", "var x = {};", FALSE, FALSE, "test:1:1:" },
  { "second-document", "{\"a\":1}{\"b\":2}", FALSE, FALSE, "test:1:8: Something follows" },
  { "closing-again", "[1]]", FALSE, FALSE, "test:1:4: Something follows" },
  { "wrong-closing", "[1}", FALSE, FALSE, "test:1:3:" },
  { "unclosed", "[[1]", FALSE, FALSE, "before all brackets are closed" },
  { "trailing-comma", "[1,]", FALSE, FALSE, "test:1:4: A value was expected" },
  { "trailing-comma-object", "{\"a\":1,}", FALSE, FALSE, "test:1:8: The name of a member" },
  { "no-colon", "{\"a\" 1}", FALSE, FALSE, "test:1:6: A colon" },
  { "nan", "[NaN]", FALSE, FALSE, "A value was expected" },
  { "capital", "[True]", FALSE, FALSE, "A value was expected" },
  { "cut-word", "[nul", FALSE, FALSE, "A value was expected" },
  { "leading-zero", "[017]", FALSE, FALSE, "test:1:2: A number must not begin with 0." },
  { "minus-leading-zero", "[-01]", FALSE, FALSE, "begin with 0" },
  { "hexadecimal", "[0x10]", FALSE, FALSE, "test:1:3:" },
  { "point-at-end", "[1.]", FALSE, FALSE, "followed by a digit" },
  { "point-first", "[.5]", FALSE, FALSE, "A value was expected" },
  { "minus-alone", "[- 1]", FALSE, FALSE, "A minus sign" },
  { "exponent-alone", "[1e+]", FALSE, FALSE, "exponent" },
  { "zero-forms", "[0, -0, 0.0, 0e5, 0.0e-999]", TRUE, TRUE, NULL },
  { "largest", "[1.7976931348623157e308, -1.7976931348623157e308]", TRUE, TRUE, NULL },
  { "overflow", "[1e999]", TRUE, FALSE, "test:1:2: The number 1e999 is beyond" },
  { "underflow", "[1e-999]", TRUE, FALSE, "beyond" },
  { "smallest", "[4.9e-324]", TRUE, TRUE, NULL },
  { "big-integer", "[12345678901234567890]", TRUE, TRUE, NULL },
  { "escapes", "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\"]", TRUE, TRUE, NULL },
  { "octal-escape", "[\"\\101\"]", FALSE, FALSE, "test:1:3: A backslash" },
  { "unknown-escape", "[\"\\q\"]", FALSE, FALSE, "A backslash" },
  { "short-escape", "[\"\\u12G4\"]", FALSE, FALSE, "four hexadecimal digits" },
  { "newline-in-string", "[\"a\nb\"]", FALSE, FALSE, "test:1:4: A control character (0x0a)" },
  { "open-string", "[\"abc", FALSE, FALSE, "test:1:2: A string begins here" },
  { "open-escape", "[\"abc\\", FALSE, FALSE, "ends inside a string" },
  { "bad-utf8", "[\"\xe4\xba\x30\"]", FALSE, FALSE,
    "test:1:3: The text is not valid UTF-8 here (byte 0xe4)." },
  { "overlong", "[\"\xc0\x80\"]", FALSE, FALSE, "UTF-8" },
  { "surrogate-in-utf8", "[\"\xed\xa0\x80\"]", FALSE, FALSE, "UTF-8" },
  { "beyond-unicode", "[\"\xf4\x90\x80\x80\"]", FALSE, FALSE, "UTF-8" },
  { "last-code-point", "[\"\xf4\x8f\xbf\xbf\"]", TRUE, TRUE, NULL },
  { "utf16", "\xff\xfe[", FALSE, FALSE, "UTF-16" },
  { "column-in-characters", "[\"\xe4\xba\xba\xe7\xa4\xbe\", x]", FALSE, FALSE, "test:1:8:" },
  { "line", "[1,\n2,\n x]", FALSE, FALSE, "test:3:2:" },
  { "null-escape", "[\"\\u0000\"]", TRUE, TRUE, NULL },
  { "repeated", "{\"a\":1,\"a\":2}", TRUE, TRUE, NULL },
};

static void
test_case (gconstpointer data)
{
  const Case *self = data;
  g_autoptr (GError) error = NULL;
  /* Without a NUL behind it: a read past the end is a sanitizer's find. */
  gsize length = strlen (self->text);
  g_autofree char *copy = g_memdup2 (self->text, MAX (length, 1));

  g_assert_cmpint (rs_json_guard_check_grammar ("test", copy, length, NULL), ==, self->grammar);
  g_assert_cmpint (rs_json_guard_check ("test", copy, length, &error), ==, self->strict);
  if (self->strict)
    g_assert_no_error (error);
  else
    {
      g_assert_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_SYNTAX);
      g_assert_nonnull (strstr (error->message, self->message));
      g_assert_true (g_str_has_prefix (error->message, "test:"));
    }
}

static void
test_nul_byte (void)
{
  const char text[] = { '[', '1', '\0', ']' };

  g_assert_false (rs_json_guard_check ("test", text, sizeof text, NULL));
  g_assert_false (rs_json_guard_check ("test", "[\"a\0b\"]", 7, NULL));
  g_assert_false (rs_json_guard_check ("test", NULL, 0, NULL));
}

static char *
nest (const char *opening, const char *closing, guint depth)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (text, opening);
  g_string_append_c (text, '1');
  for (guint i = 0; i < depth; i++)
    g_string_append (text, closing);
  return g_string_free (text, FALSE);
}

static void
test_depth (void)
{
  g_autofree char *arrays = nest ("[", "]", RS_JSON_MAX_DEPTH);
  g_autofree char *objects = nest ("{\"a\":", "}", RS_JSON_MAX_DEPTH);
  g_autofree char *too_deep = nest ("[", "]", RS_JSON_MAX_DEPTH + 1);
  g_autofree char *far_too_deep = nest ("{\"a\":[", "]}", 100000);
  g_autoptr (GError) error = NULL;

  g_assert_true (rs_json_guard_check ("test", arrays, strlen (arrays), NULL));
  g_assert_true (rs_json_guard_check ("test", objects, strlen (objects), NULL));
  g_assert_false (rs_json_guard_check ("test", too_deep, strlen (too_deep), &error));
  g_assert_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_TOO_DEEP);
  g_assert_cmpstr (error->message, ==,
                   "test:1:513: Objects and arrays are nested more than 512 levels deep.");
  g_assert_false (rs_json_guard_check ("test", far_too_deep, strlen (far_too_deep), NULL));
}

/* "Aa" and "B@" have the same hash; so have all texts of the same number of such pairs. */
static char *
make_collisions (guint n)
{
  GString *text = g_string_new ("{");

  for (guint i = 0; i < n; i++)
    {
      g_string_append (text, i > 0 ? ",\"" : "\"");
      for (guint bit = 0; bit < 10; bit++)
        g_string_append (text, (i >> bit & 1) != 0 ? "Aa" : "B@");
      g_string_append (text, "\":1");
    }
  g_string_append_c (text, '}');
  return g_string_free (text, FALSE);
}

static void
test_collisions (void)
{
  g_autofree char *few = make_collisions (RS_JSON_MAX_COLLISIONS);
  g_autofree char *many = make_collisions (1000);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (g_str_hash ("Aa"), ==, g_str_hash ("B@"));
  g_assert_true (rs_json_guard_check ("test", few, strlen (few), NULL));
  g_assert_false (rs_json_guard_check ("test", many, strlen (many), &error));
  g_assert_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_TOO_LARGE);
}

static void
test_too_many_repeats (void)
{
  GString *text = g_string_new ("{\"a\":1");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < RS_JSON_MAX_FINDINGS + 1; i++)
    g_string_append (text, ",\"a\":1");
  g_string_append_c (text, '}');
  bytes = g_string_free_to_bytes (text);
  g_assert_true (
    rs_json_guard_check ("test", g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL));
  g_assert_null (rs_json_guard_clean ("test", bytes, NULL, &error));
  g_assert_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_INCONSISTENT);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *clean;
  const char *findings; /* `type line:column pointer text`, one a line */
} CleanCase;

static const CleanCase clean_cases[] = {
  { "nothing", "{\"a\":1}", "{\"a\":1}", "" },
  { "mark", "\xef\xbb\xbf[1]", "[1]", "" },
  { "null", "[\"a\\u0000b\"]", "[\"a\\ufffdb\"]", "1 1:4 /0 \\u0000\n" },
  { "lone-high", "[\"\\ud800x\"]", "[\"\\ufffdx\"]", "1 1:3 /0 \\ud800\n" },
  { "lone-low", "[\"\\uDC00\"]", "[\"\\ufffd\"]", "1 1:3 /0 \\uDC00\n" },
  { "inverted", "[\"\\udc00\\ud800\"]", "[\"\\ufffd\\ufffd\"]",
    "1 1:3 /0 \\udc00\n1 1:9 /0 \\ud800\n" },
  { "high-then-pair", "[\"\\ud800\\ud83d\\ude39\"]", "[\"\\ufffd\\ud83d\\ude39\"]",
    "1 1:3 /0 \\ud800\n" },
  { "pair", "[\"\\ud83d\\ude39\"]", "[\"\\ud83d\\ude39\"]", "" },
  { "escaped-backslash", "[\"\\\\u0000\"]", "[\"\\\\u0000\"]", "" },
  { "in-name", "{\"x\":{\"a\\u0000\":1}}", "{\"x\":{\"a\\ufffd\":1}}", "1 1:9 /x \\u0000\n" },
  { "int64", "[9223372036854775807, -999999999999999999]",
    "[9223372036854775807, -999999999999999999]", "" },
  { "int64-beyond", "[9223372036854775808]", "[9223372036854775808.0]",
    "2 1:2 /0 9223372036854775808\n" },
  { "int64-negative", "[1,-9223372036854775809]", "[1,-9223372036854775809.0]",
    "2 1:4 /1 -9223372036854775809\n" },
  { "long-integer", "{\"v\":\n[123456789012345678901234567890]}",
    "{\"v\":\n[123456789012345678901234567890.0]}", "2 2:2 /v/0 123456789012345678901234567890\n" },
  { "two-changes", "[\"\\u0000\",18446744073709551615,1]", "[\"\\ufffd\",18446744073709551615.0,1]",
    "1 1:3 /0 \\u0000\n2 1:11 /1 18446744073709551615\n" },
  { "repeated", "{\"a\":{\"b\":1,\"b\":2}}", "{\"a\":{\"b\":1,\"b\":2}}", "0 1:13 /a b\n" },
  { "repeated-escaped", "{\"a\":1,\"\\u0061\":2}", "{\"a\":1,\"\\u0061\":2}", "0 1:8  a\n" },
  { "repeated-mended", "{\"\\u0000\":1,\"\\ud800\":2}", "{\"\\ufffd\":1,\"\\ufffd\":2}",
    "1 1:3  \\u0000\n1 1:14  \\ud800\n0 1:13  \xef\xbf\xbd\n" },
  { "same-name-elsewhere", "{\"a\":{\"a\":[{\"a\":1},{\"a\":2}]}}",
    "{\"a\":{\"a\":[{\"a\":1},{\"a\":2}]}}", "" },
  { "pointer-escapes", "{\"a/b~c\":[{\"x\":1,\"x\":1}]}", "{\"a/b~c\":[{\"x\":1,\"x\":1}]}",
    "0 1:18 /a~1b~0c/0 x\n" },
};

static void
test_clean (gconstpointer data)
{
  const CleanCase *self = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (self->text, strlen (self->text));
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) clean = rs_json_guard_clean ("test", bytes, &findings, &error);
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_cmpmem (self->clean, strlen (self->clean), g_bytes_get_data (clean, NULL),
                   g_bytes_get_size (clean));
  for (guint i = 0; i < findings->len; i++)
    {
      const RsJsonFinding *finding = g_ptr_array_index (findings, i);

      g_string_append_printf (found, "%d %u:%u %s %s\n", (int) finding->type, finding->line,
                              finding->column, finding->pointer, finding->text);
    }
  g_assert_cmpstr (found->str, ==, self->findings);
  /* What was mended needs no mending. */
  {
    g_autoptr (GBytes) again = rs_json_guard_clean ("test", clean, NULL, NULL);

    g_assert_true (again == clean);
  }
}

static void
test_large_object (void)
{
  GString *text = g_string_new ("{\"x\":{");
  g_autofree char *json = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GBytes) clean = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "\"%u\":%u,", i, i);
  /* Names of the closed object are forgotten; those of the open one are not. */
  g_string_append (text, "\"7\":7},\"7\":1,\"x\":2}");
  json = g_string_free (text, FALSE);
  bytes = g_bytes_new_static (json, strlen (json));
  clean = rs_json_guard_clean ("test", bytes, &findings, NULL);
  g_assert_true (clean == bytes);
  g_assert_cmpuint (findings->len, ==, 2);
  g_assert_cmpstr (((RsJsonFinding *) findings->pdata[0])->pointer, ==, "/x");
  g_assert_cmpstr (((RsJsonFinding *) findings->pdata[1])->pointer, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/dataset/json-guard/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (clean_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/dataset/json-guard/clean/", clean_cases[i].name, NULL);

      g_test_add_data_func (path, &clean_cases[i], test_clean);
    }
  g_test_add_func ("/dataset/json-guard/nul-byte", test_nul_byte);
  g_test_add_func ("/dataset/json-guard/depth", test_depth);
  g_test_add_func ("/dataset/json-guard/collisions", test_collisions);
  g_test_add_func ("/dataset/json-guard/too-many-repeats", test_too_many_repeats);
  g_test_add_func ("/dataset/json-guard/large-object", test_large_object);
  return g_test_run ();
}
