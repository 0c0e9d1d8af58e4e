/* SPDX-License-Identifier: GPL-3.0-or-later
 * Strings of a JSON text, as written. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A string between its quotes. Borrows the text. */
typedef struct
{
  const guchar *start; /* (nullable): none */
  gsize length;
  gboolean escaped; /* holds a backslash: must be decoded before it is compared */
} RsJsonSpan;

/* Length of the UTF-8 character at @p, or 0 where it is none (RFC 3629, table of well-formed
 * sequences). */
guint rs_json_utf8_length (const guchar *p, const guchar *end);

/* The four hexadecimal digits at @p, or -1. */
int rs_json_hex4 (const guchar *p, const guchar *end);

/* The code point of the `\u` escape at @p (at its backslash; its digits are known to be right), and
 * its length: 12 for a pair. What no string may hold (NUL, a lone surrogate) gives U+FFFD and
 * @out_replaced. */
gunichar rs_json_decode_escape (const guchar *p,
                                const guchar *end,
                                guint *out_length,
                                gboolean *out_replaced);

/* The text of a string that the guard has checked, as json-glib has it after mending. (transfer
 * full) */
char *rs_json_span_decode (RsJsonSpan span);

G_END_DECLS
