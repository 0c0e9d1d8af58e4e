/* SPDX-License-Identifier: GPL-3.0-or-later
 * JSON pointers (RFC 6901): where something is in a JSON text. */
#define G_LOG_DOMAIN "renshe-dataset"

#include "config.h"

#include "dataset/json-pointer.h"

void
rs_json_pointer_append_member (GString *pointer, const char *member)
{
  g_return_if_fail (pointer != NULL);
  g_return_if_fail (member != NULL);

  g_string_append_c (pointer, '/');
  for (const char *p = member; *p != '\0'; p++)
    {
      if (*p == '~')
        g_string_append (pointer, "~0");
      else if (*p == '/')
        g_string_append (pointer, "~1");
      else
        g_string_append_c (pointer, *p);
    }
}

char *
rs_json_pointer_member (const char *pointer, const char *member)
{
  GString *result;

  g_return_val_if_fail (pointer != NULL, NULL);
  g_return_val_if_fail (member != NULL, NULL);

  result = g_string_new (pointer);
  rs_json_pointer_append_member (result, member);
  return g_string_free (result, FALSE);
}

char *
rs_json_pointer_index (const char *pointer, guint index)
{
  g_return_val_if_fail (pointer != NULL, NULL);

  return g_strdup_printf ("%s/%u", pointer, index);
}
