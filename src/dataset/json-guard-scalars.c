/* SPDX-License-Identifier: GPL-3.0-or-later
 * Strings and numbers of a JSON text, as the guard reads them. */
#define G_LOG_DOMAIN "renshe-dataset"

#include "config.h"

#include "dataset/json-guard-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Digits that always fit int64. */
#define SAFE_DIGITS 18

/* Bytes that end the quick run through a string: quote, backslash, control characters, all beyond
 * ASCII. */
static const guint8 string_stop[256] = {
  [0x00 ... 0x1f] = 1,
  ['"'] = 1,
  ['\\'] = 1,
  [0x80 ... 0xff] = 1,
};

static const guint8 is_digit[256] = { ['0' ... '9'] = 1 };

/* Reads an escape at the backslash self->p. */
static gboolean
check_escape (RsJsonGuard *self, GError **error)
{
  const guchar *at = self->p;
  gboolean replaced;
  guint length;

  if (self->end - at < 2)
    return rs_json_guard_fail (self, at, RS_DATASET_ERROR_SYNTAX, error,
                               _ ("The text ends inside a string."));
  if (at[1] != 'u')
    {
      if (at[1] == '\0' || strchr ("\"\\/bfnrt", at[1]) == NULL)
        return rs_json_guard_fail (
          self, at, RS_DATASET_ERROR_SYNTAX, error,
          _ ("A backslash is followed by a character that it cannot stand before."));
      self->p += 2;
      return TRUE;
    }
  if (rs_json_hex4 (at + 2, self->end) < 0)
    return rs_json_guard_fail (self, at, RS_DATASET_ERROR_SYNTAX, error,
                               _ ("“\\u” must be followed by four hexadecimal digits."));
  rs_json_decode_escape (at, self->end, &length, &replaced);
  if (replaced)
    {
      if (rs_json_guard_has_room (self))
        rs_json_guard_add_finding (self, RS_JSON_FINDING_REPLACED, at, self->depth,
                                   rs_json_guard_quote (at, length));
      rs_json_guard_mend (self, at, length, "\\ufffd");
    }
  self->p += length;
  return TRUE;
}

gboolean
rs_json_guard_check_string (RsJsonGuard *self, RsJsonSpan *out_span, GError **error)
{
  const guchar *opening = self->p++;

  *out_span = (RsJsonSpan){ .start = self->p };
  for (;;)
    {
      const guchar *p = self->p;
      guint length;

      while (p < self->end && !string_stop[*p])
        p++;
      self->p = p;
      if (p == self->end)
        return rs_json_guard_fail (self, opening, RS_DATASET_ERROR_SYNTAX, error,
                                   _ ("A string begins here and never ends."));
      if (*p == '"')
        break;
      if (*p == '\\')
        {
          out_span->escaped = TRUE;
          if (!check_escape (self, error))
            return FALSE;
        }
      else if (*p < 0x20)
        return rs_json_guard_fail (
          self, p, RS_DATASET_ERROR_SYNTAX, error,
          _ ("A control character (0x%02x) stands in a string; it must be written as an escape."),
          *p);
      else
        {
          length = rs_json_utf8_length (p, self->end);
          if (length == 0)
            return rs_json_guard_fail (self, p, RS_DATASET_ERROR_SYNTAX, error,
                                       _ ("The text is not valid UTF-8 here (byte 0x%02x)."), *p);
          self->p += length;
        }
    }
  out_span->length = (gsize) (self->p - out_span->start);
  self->p++;
  return TRUE;
}

/* Judges what json-glib makes of a number that is large, long, or has an exponent. */
static gboolean
check_range (RsJsonGuard *self, const guchar *at, gboolean is_integer, GError **error)
{
  gsize length = (gsize) (self->p - at);
  g_autofree char *text = g_strndup ((const char *) at, length);
  g_autofree char *shown = NULL;
  double value = g_ascii_strtod (text, NULL);
  gsize n_mantissa = strcspn (text, "eE");

  if (!isfinite (value) || (value == 0.0 && strcspn (text, "123456789") < n_mantissa))
    {
      shown = rs_json_guard_quote (at, length);
      return rs_json_guard_fail (self, at, RS_DATASET_ERROR_SYNTAX, error,
                                 _ ("The number %s is beyond what can be calculated with."), shown);
    }
  if (is_integer)
    {
      const char *digits = *text == '-' ? text + 1 : text;
      gsize n_digits = strlen (digits);

      /* INT64_MIN counts as too large: json-glib reads its digits first and the sign after. */
      if (n_digits > SAFE_DIGITS + 1 ||
          (n_digits == SAFE_DIGITS + 1 && strcmp (digits, "9223372036854775807") > 0))
        {
          if (rs_json_guard_has_room (self))
            rs_json_guard_add_finding (self, RS_JSON_FINDING_BIG_INTEGER, at, self->depth,
                                       rs_json_guard_quote (at, length));
          rs_json_guard_mend (self, self->p, 0, ".0");
        }
    }
  return TRUE;
}

gboolean
rs_json_guard_check_number (RsJsonGuard *self, GError **error)
{
  const guchar *const at = self->p;
  const guchar *const end = self->end;
  const guchar *p = at;
  const guchar *digits;
  gboolean is_integer = TRUE;
  gboolean has_exponent = FALSE;

  if (*p == '-')
    p++;
  digits = p;
  while (p < end && is_digit[*p])
    p++;
  if (p == digits)
    return rs_json_guard_fail (self, at, RS_DATASET_ERROR_SYNTAX, error,
                               _ ("A minus sign must be followed by a digit."));
  if (*digits == '0' && p - digits > 1)
    return rs_json_guard_fail (self, at, RS_DATASET_ERROR_SYNTAX, error,
                               _ ("A number must not begin with 0."));
  if (p < end && *p == '.')
    {
      const guchar *fraction = ++p;

      is_integer = FALSE;
      while (p < end && is_digit[*p])
        p++;
      if (p == fraction)
        return rs_json_guard_fail (self, at, RS_DATASET_ERROR_SYNTAX, error,
                                   _ ("The point of a number must be followed by a digit."));
    }
  if (p < end && (*p == 'e' || *p == 'E'))
    {
      const guchar *exponent = ++p;

      is_integer = FALSE;
      has_exponent = TRUE;
      if (p < end && (*p == '+' || *p == '-'))
        exponent = ++p;
      while (p < end && is_digit[*p])
        p++;
      if (p == exponent)
        return rs_json_guard_fail (self, at, RS_DATASET_ERROR_SYNTAX, error,
                                   _ ("The exponent of a number lacks its digits."));
    }
  self->p = p;
  /* Without an exponent fewer than 300 characters can neither overflow nor vanish. */
  if (self->grammar_only || (!has_exponent && p - at < (is_integer ? SAFE_DIGITS : 300)))
    return TRUE;
  return check_range (self, at, is_integer, error);
}
