/* SPDX-License-Identifier: GPL-3.0-or-later
 * Typed access to a JSON tree. */
#include "config.h"

#include "dataset/json-get.h"
#include "dataset/json-guard.h"

#include <string.h>

static JsonNode *
parse (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return rs_json_parse ("test", bytes, error);
}

/* One member of every type. */
static const char everything[] =
  "{\"object\":{},\"array\":[1],\"string\":\"x\",\"integer\":3,\"whole\":4.0,\"number\":2.5,"
  "\"true\":true,\"false\":false,\"null\":null,\"numeral\":\"5\",\"huge\":1e300}";

static void
test_members (void)
{
  g_autoptr (JsonNode) root = parse (everything, NULL);
  JsonObject *object = json_node_get_object (root);
  double number;
  gint64 integer;
  gboolean boolean;

  g_assert_nonnull (rs_json_get_object (object, "object"));
  g_assert_nonnull (rs_json_get_array (object, "array"));
  g_assert_cmpstr (rs_json_get_string (object, "string"), ==, "x");
  g_assert_true (rs_json_get_int (object, "integer", &integer));
  g_assert_cmpint (integer, ==, 3);
  g_assert_true (rs_json_get_int (object, "whole", &integer));
  g_assert_cmpint (integer, ==, 4);
  g_assert_false (rs_json_get_int (object, "number", &integer));
  g_assert_false (rs_json_get_int (object, "huge", &integer));
  g_assert_true (rs_json_get_number (object, "integer", &number));
  g_assert_cmpfloat (number, ==, 3.0);
  g_assert_true (rs_json_get_number (object, "number", &number));
  g_assert_cmpfloat (number, ==, 2.5);
  g_assert_true (rs_json_get_boolean (object, "true", &boolean));
  g_assert_true (boolean);
  g_assert_true (rs_json_get_boolean (object, "false", &boolean));
  g_assert_false (boolean);
}

/* Nothing of the wrong type is converted, and nothing warns: warnings are fatal here. */
static void
test_wrong_types (void)
{
  static const char *const members[] = { "object", "array", "string",  "integer", "number",
                                         "true",   "null",  "numeral", "absent" };
  g_autoptr (JsonNode) root = parse (everything, NULL);
  JsonObject *object = json_node_get_object (root);

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const char *member = members[i];
      double number;
      gint64 integer;
      gboolean boolean;
      gboolean is_number = strcmp (member, "integer") == 0 || strcmp (member, "number") == 0;
      gboolean is_string = strcmp (member, "string") == 0 || strcmp (member, "numeral") == 0;

      g_assert_cmpint (rs_json_get_object (object, member) != NULL, ==,
                       strcmp (member, "object") == 0);
      g_assert_cmpint (rs_json_get_array (object, member) != NULL, ==,
                       strcmp (member, "array") == 0);
      g_assert_cmpint (rs_json_get_string (object, member) != NULL, ==, is_string);
      g_assert_cmpint (rs_json_get_number (object, member, &number), ==, is_number);
      g_assert_cmpint (rs_json_get_int (object, member, &integer), ==,
                       strcmp (member, "integer") == 0);
      g_assert_cmpint (rs_json_get_boolean (object, member, &boolean), ==,
                       strcmp (member, "true") == 0);
    }
  g_assert_null (rs_json_get_object (NULL, "a"));
  g_assert_null (rs_json_get_string (NULL, "a"));
}

static void
test_type_names (void)
{
  static const char *const pairs[][2] = {
    { "object", "object" }, { "array", "array" },  { "string", "string" }, { "integer", "integer" },
    { "number", "number" }, { "true", "boolean" }, { "null", "null" },
  };
  g_autoptr (JsonNode) root = parse (everything, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      JsonNode *node = json_object_get_member (json_node_get_object (root), pairs[i][0]);

      g_assert_cmpstr (rs_json_type_name (node), ==, pairs[i][1]);
    }
}

static void
test_pointers (void)
{
  g_autofree char *member = rs_json_pointer_member ("/a", "b/c~d");
  g_autofree char *empty = rs_json_pointer_member ("", "");
  g_autofree char *index = rs_json_pointer_index (member, 3);

  g_assert_cmpstr (member, ==, "/a/b~1c~0d");
  g_assert_cmpstr (empty, ==, "/");
  g_assert_cmpstr (index, ==, "/a/b~1c~0d/3");
}

static void
test_repeated_is_an_error (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (parse ("{\"a\":1,\n \"a\":2}", &error));
  g_assert_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_INCONSISTENT);
  g_assert_cmpstr (error->message, ==, "test:2:2: The member “a” stands twice in one object.");
}

/* Integers beyond int64 are not wrapped, and an escaped NUL does not end its string. */
static void
test_mended (void)
{
  g_autoptr (JsonNode) root =
    parse ("[18446744073709551615, -9223372036854775808, \"a\\u0000b\", \"\\ud800c\"]", NULL);
  JsonArray *array = json_node_get_array (root);
  double number;

  g_assert_true (rs_json_node_to_number (json_array_get_element (array, 0), &number));
  g_assert_cmpfloat (number, ==, 18446744073709551616.0);
  g_assert_true (rs_json_node_to_number (json_array_get_element (array, 1), &number));
  g_assert_cmpfloat (number, ==, -9223372036854775808.0);
  g_assert_cmpstr (rs_json_node_to_string (json_array_get_element (array, 2)), ==,
                   "a\xef\xbf\xbd"
                   "b");
  g_assert_cmpstr (rs_json_node_to_string (json_array_get_element (array, 3)), ==,
                   "\xef\xbf\xbd"
                   "c");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dataset/json-get/members", test_members);
  g_test_add_func ("/dataset/json-get/wrong-types", test_wrong_types);
  g_test_add_func ("/dataset/json-get/type-names", test_type_names);
  g_test_add_func ("/dataset/json-get/pointers", test_pointers);
  g_test_add_func ("/dataset/json-get/repeated-is-an-error", test_repeated_is_an_error);
  g_test_add_func ("/dataset/json-get/mended", test_mended);
  return g_test_run ();
}
