/* SPDX-License-Identifier: GPL-3.0-or-later
 * Strings of a JSON text, as written. */
#define G_LOG_DOMAIN "renshe-dataset"

#include "config.h"

#include "dataset/json-span.h"

#include <string.h>

guint
rs_json_utf8_length (const guchar *p, const guchar *end)
{
  guchar low = 0x80;
  guchar high = 0xbf;
  guint n;

  if (*p >= 0xc2 && *p <= 0xdf)
    n = 2;
  else if (*p >= 0xe0 && *p <= 0xef)
    n = 3;
  else if (*p >= 0xf0 && *p <= 0xf4)
    n = 4;
  else
    return 0;
  if ((gsize) (end - p) < n)
    return 0;
  if (*p == 0xe0)
    low = 0xa0;
  else if (*p == 0xed)
    high = 0x9f; /* no surrogates */
  else if (*p == 0xf0)
    low = 0x90;
  else if (*p == 0xf4)
    high = 0x8f;
  if (p[1] < low || p[1] > high)
    return 0;
  for (guint i = 2; i < n; i++)
    if ((p[i] & 0xc0) != 0x80)
      return 0;
  return n;
}

int
rs_json_hex4 (const guchar *p, const guchar *end)
{
  int value = 0;

  if (end - p < 4)
    return -1;
  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value ((char) p[i]);

      if (digit < 0)
        return -1;
      value = value * 16 + digit;
    }
  return value;
}

gunichar
rs_json_decode_escape (const guchar *p,
                       const guchar *end,
                       guint *out_length,
                       gboolean *out_replaced)
{
  int unit = rs_json_hex4 (p + 2, end);

  *out_length = 6;
  *out_replaced = FALSE;
  if (unit >= 0xd800 && unit <= 0xdbff && end - p >= 12 && p[6] == '\\' && p[7] == 'u')
    {
      int low = rs_json_hex4 (p + 8, end);

      if (low >= 0xdc00 && low <= 0xdfff)
        {
          *out_length = 12;
          return (gunichar) (0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00));
        }
    }
  if (unit <= 0 || (unit >= 0xd800 && unit <= 0xdfff))
    {
      *out_replaced = TRUE;
      return 0xfffd;
    }
  return (gunichar) unit;
}

char *
rs_json_span_decode (RsJsonSpan span)
{
  const guchar *end = span.start + span.length;
  GString *text;

  if (!span.escaped)
    return g_strndup ((const char *) span.start, span.length);
  text = g_string_sized_new (span.length);
  for (const guchar *p = span.start; p < end;)
    {
      guint length = 1;
      gboolean replaced;

      if (*p != '\\')
        g_string_append_c (text, (char) *p);
      else if (p[1] == 'u')
        g_string_append_unichar (text, rs_json_decode_escape (p, end, &length, &replaced));
      else
        {
          static const char from[] = "bfnrt";
          static const char to[] = "\b\f\n\r\t";
          const char *known = strchr (from, p[1]);

          g_string_append_c (text, known != NULL ? to[known - from] : (char) p[1]);
          length = 2;
        }
      p += length;
    }
  return g_string_free (text, FALSE);
}
