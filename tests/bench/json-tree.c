/* SPDX-License-Identifier: GPL-3.0-or-later
 * What json-glib alone takes for a file: its tree, and a sum over the value array. */
#include <json-glib/json-glib.h>

int
main (int argc, char **argv)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;
  JsonArray *values;
  double sum = 0;

  if (argc != 2)
    {
      g_printerr ("usage: json-tree FILE\n");
      return 1;
    }
  if (!json_parser_load_from_mapped_file (parser, argv[1], &error))
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }
  values =
    json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "value");
  for (guint i = 0; i < json_array_get_length (values); i++)
    {
      JsonNode *node = json_array_get_element (values, i);

      if (JSON_NODE_HOLDS_VALUE (node))
        sum += json_node_get_double (node);
    }
  g_print ("%.17g\n", sum);
  return 0;
}
