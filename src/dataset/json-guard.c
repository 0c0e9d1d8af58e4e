/* SPDX-License-Identifier: GPL-3.0-or-later
 * A strict look at JSON text before json-glib sees it. */
#define G_LOG_DOMAIN "renshe-dataset"

#include "config.h"

#include "dataset/json-guard.h"

#include "dataset/json-names.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Digits that always fit int64. */
#define SAFE_DIGITS 18

/* Longest piece of the file that a message quotes. */
#define QUOTE_MAX 40

typedef enum
{
  STATE_VALUE,          /* a value must come */
  STATE_VALUE_OR_CLOSE, /* just behind "[" */
  STATE_NAME_OR_CLOSE,  /* just behind "{" */
  STATE_NAME,           /* behind a comma in an object */
  STATE_AFTER,          /* behind a value */
} State;

typedef struct
{
  gboolean is_object;
  RsJsonSpan name;  /* the member that is open, for pointers */
  guint64 index;    /* the element that is open, for pointers */
  guint first_name; /* names that were there before the object */
} Level;

typedef struct
{
  const char *name;
  const guchar *start; /* of the text, behind the byte order mark */
  const guchar *end;
  const guchar *p;
  gboolean grammar_only;

  Level levels[RS_JSON_MAX_DEPTH];
  guint depth;
  guint64 n_members;

  RsJsonNames names;

  GPtrArray *findings; /* (nullable) */
  GByteArray *copy;    /* (nullable): the mended text up to copied_to */
  const guchar *copied_to;

  /* Line and column are counted on from the last place that was asked for. */
  const guchar *counted_to;
  guint line;
  guint column;
} Guard;

/* Bytes that end the quick run through a string: quote, backslash, control characters, all beyond
 * ASCII. */
static const guint8 string_stop[256] = {
  [0x00 ... 0x1f] = 1,
  ['"'] = 1,
  ['\\'] = 1,
  [0x80 ... 0xff] = 1,
};

static const guint8 is_space[256] = { [' '] = 1, ['\t'] = 1, ['\n'] = 1, ['\r'] = 1 };

static const guint8 is_digit[256] = { ['0' ... '9'] = 1 };

static void
finding_free (gpointer data)
{
  RsJsonFinding *self = data;

  g_free (self->pointer);
  g_free (self->text);
  g_free (self);
}

/* Goes on from the last place that was asked for; back only within its line, as from an escape to
 * the name that holds it, or for the place of an error, which is the last one. */
static void
count_to (Guard *self, const guchar *at)
{
  while (self->counted_to > at && self->counted_to[-1] != '\n')
    if ((*--self->counted_to & 0xc0) != 0x80)
      self->column--;
  if (at < self->counted_to)
    {
      self->counted_to = self->start;
      self->line = 1;
      self->column = 1;
    }
  for (const guchar *p = self->counted_to; p < at; p++)
    {
      if (*p == '\n')
        {
          self->line++;
          self->column = 1;
        }
      else if ((*p & 0xc0) != 0x80)
        self->column++;
    }
  self->counted_to = at;
}

static gboolean G_GNUC_PRINTF (5, 6)
  fail (Guard *self, const guchar *at, RsDatasetError code, GError **error, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);
  count_to (self, at);
  g_set_error (error, RS_DATASET_ERROR, code, "%s:%u:%u: %s", self->name, self->line, self->column,
               sentence);
  return FALSE;
}

/* A few bytes of the file for a message; the caller knows that they are ASCII or checked UTF-8. */
static char *
quote (const guchar *start, gsize length)
{
  const char *text = (const char *) start;

  if (length <= QUOTE_MAX)
    return g_strndup (text, length);
  for (length = QUOTE_MAX; length > 0 && (start[length] & 0xc0) == 0x80;)
    length--;
  return g_strdup_printf ("%.*s…", (int) length, text);
}

/* --- findings and mending -----------------------------------------------------------------------
 */

static void
append_pointer_token (GString *pointer, const char *token)
{
  g_string_append_c (pointer, '/');
  for (const char *p = token; *p != '\0'; p++)
    {
      if (*p == '~')
        g_string_append (pointer, "~0");
      else if (*p == '/')
        g_string_append (pointer, "~1");
      else
        g_string_append_c (pointer, *p);
    }
}

/* Pointer of what is open at @depth levels: 0 is the root. */
static char *
make_pointer (const Guard *self, guint depth)
{
  GString *pointer = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    {
      const Level *level = &self->levels[i];

      if (level->is_object && level->name.start != NULL)
        {
          g_autofree char *name = rs_json_span_decode (level->name);

          append_pointer_token (pointer, name);
        }
      else if (!level->is_object)
        g_string_append_printf (pointer, "/%" G_GUINT64_FORMAT, level->index);
    }
  return g_string_free (pointer, FALSE);
}

static gboolean
has_room (const Guard *self)
{
  return self->findings != NULL && self->findings->len < RS_JSON_MAX_FINDINGS;
}

static void
add_finding (Guard *self, RsJsonFindingType type, const guchar *at, guint depth, char *text)
{
  RsJsonFinding *finding = g_new0 (RsJsonFinding, 1);

  count_to (self, at);
  finding->type = type;
  finding->line = self->line;
  finding->column = self->column;
  finding->pointer = make_pointer (self, depth);
  finding->text = text;
  g_ptr_array_add (self->findings, finding);
}

/* Writes @replacement in the place of @length bytes at @at. Comes in ascending order. */
static void
mend (Guard *self, const guchar *at, gsize length, const char *replacement)
{
  if (self->findings == NULL)
    return;
  if (self->copy == NULL)
    self->copy = g_byte_array_sized_new ((guint) (self->end - self->start) + 16);
  g_byte_array_append (self->copy, self->copied_to, (guint) (at - self->copied_to));
  g_byte_array_append (self->copy, (const guint8 *) replacement, (guint) strlen (replacement));
  self->copied_to = at + length;
}

/* Reads an escape at the backslash self->p. */
static gboolean
check_escape (Guard *self, GError **error)
{
  const guchar *at = self->p;
  gboolean replaced;
  guint length;

  if (self->end - at < 2)
    return fail (self, at, RS_DATASET_ERROR_SYNTAX, error, _ ("The text ends inside a string."));
  if (at[1] != 'u')
    {
      if (at[1] == '\0' || strchr ("\"\\/bfnrt", at[1]) == NULL)
        return fail (self, at, RS_DATASET_ERROR_SYNTAX, error,
                     _ ("A backslash is followed by a character that it cannot stand before."));
      self->p += 2;
      return TRUE;
    }
  if (rs_json_hex4 (at + 2, self->end) < 0)
    return fail (self, at, RS_DATASET_ERROR_SYNTAX, error,
                 _ ("“\\u” must be followed by four hexadecimal digits."));
  rs_json_decode_escape (at, self->end, &length, &replaced);
  if (replaced)
    {
      if (has_room (self))
        add_finding (self, RS_JSON_FINDING_REPLACED, at, self->depth, quote (at, length));
      mend (self, at, length, "\\ufffd");
    }
  self->p += length;
  return TRUE;
}

/* Reads the string at the quote self->p. */
static gboolean
check_string (Guard *self, RsJsonSpan *out_span, GError **error)
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
        return fail (self, opening, RS_DATASET_ERROR_SYNTAX, error,
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
        return fail (
          self, p, RS_DATASET_ERROR_SYNTAX, error,
          _ ("A control character (0x%02x) stands in a string; it must be written as an escape."),
          *p);
      else
        {
          length = rs_json_utf8_length (p, self->end);
          if (length == 0)
            return fail (self, p, RS_DATASET_ERROR_SYNTAX, error,
                         _ ("The text is not valid UTF-8 here (byte 0x%02x)."), *p);
          self->p += length;
        }
    }
  out_span->length = (gsize) (self->p - out_span->start);
  self->p++;
  return TRUE;
}

/* Notes the name of a member of the innermost object, and whether it stood there already. */
static gboolean
remember_name (Guard *self, RsJsonSpan name, GError **error)
{
  if (++self->n_members > RS_JSON_MAX_MEMBERS)
    return fail (self, name.start, RS_DATASET_ERROR_TOO_LARGE, error,
                 _ ("The file has more than %d members; this program reads no larger ones."),
                 RS_JSON_MAX_MEMBERS);
  switch (rs_json_names_add (&self->names, name, self->depth, RS_JSON_MAX_COLLISIONS))
    {
    case RS_JSON_NAME_NEW:
      break;
    case RS_JSON_NAME_COLLIDES:
      return fail (self, name.start, RS_DATASET_ERROR_TOO_LARGE, error,
                   _ ("The names of this object are made to stall the program."));
    case RS_JSON_NAME_REPEATED:
      if (self->findings == NULL)
        break;
      if (!has_room (self))
        return fail (self, name.start, RS_DATASET_ERROR_INCONSISTENT, error,
                     _ ("The file repeats members too often to be read safely."));
      add_finding (self, RS_JSON_FINDING_REPEATED_MEMBER, name.start - 1, self->depth - 1,
                   rs_json_span_decode (name));
      break;
    }
  return TRUE;
}

/* --- numbers ------------------------------------------------------------------------------------
 */

/* Judges what json-glib makes of a number that is large, long, or has an exponent. */
static gboolean
check_range (Guard *self, const guchar *at, gboolean is_integer, GError **error)
{
  gsize length = (gsize) (self->p - at);
  g_autofree char *text = g_strndup ((const char *) at, length);
  g_autofree char *shown = NULL;
  double value = g_ascii_strtod (text, NULL);
  gsize n_mantissa = strcspn (text, "eE");

  if (!isfinite (value) || (value == 0.0 && strcspn (text, "123456789") < n_mantissa))
    {
      shown = quote (at, length);
      return fail (self, at, RS_DATASET_ERROR_SYNTAX, error,
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
          if (has_room (self))
            add_finding (self, RS_JSON_FINDING_BIG_INTEGER, at, self->depth, quote (at, length));
          mend (self, self->p, 0, ".0");
        }
    }
  return TRUE;
}

/* Reads the number at self->p, which is a digit or a minus sign. */
static gboolean
check_number (Guard *self, GError **error)
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
    return fail (self, at, RS_DATASET_ERROR_SYNTAX, error,
                 _ ("A minus sign must be followed by a digit."));
  if (*digits == '0' && p - digits > 1)
    return fail (self, at, RS_DATASET_ERROR_SYNTAX, error, _ ("A number must not begin with 0."));
  if (p < end && *p == '.')
    {
      const guchar *fraction = ++p;

      is_integer = FALSE;
      while (p < end && is_digit[*p])
        p++;
      if (p == fraction)
        return fail (self, at, RS_DATASET_ERROR_SYNTAX, error,
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
        return fail (self, at, RS_DATASET_ERROR_SYNTAX, error,
                     _ ("The exponent of a number lacks its digits."));
    }
  self->p = p;
  /* Without an exponent fewer than 300 characters can neither overflow nor vanish. */
  if (self->grammar_only || (!has_exponent && p - at < (is_integer ? SAFE_DIGITS : 300)))
    return TRUE;
  return check_range (self, at, is_integer, error);
}

/* --- the walk -----------------------------------------------------------------------------------
 */

static gboolean
open_level (Guard *self, gboolean is_object, GError **error)
{
  if (self->depth == RS_JSON_MAX_DEPTH)
    return fail (self, self->p, RS_DATASET_ERROR_TOO_DEEP, error,
                 _ ("Objects and arrays are nested more than %d levels deep."), RS_JSON_MAX_DEPTH);
  self->levels[self->depth++] = (Level){
    .is_object = is_object,
    .first_name = rs_json_names_get_n (&self->names),
  };
  self->p++;
  return TRUE;
}

static void
close_level (Guard *self)
{
  const Level *level = &self->levels[--self->depth];

  if (level->is_object && !self->grammar_only)
    rs_json_names_forget (&self->names, level->first_name);
  self->p++;
}

static gboolean
check_word (Guard *self, const char *word, GError **error)
{
  gsize length = strlen (word);

  if ((gsize) (self->end - self->p) < length || memcmp (self->p, word, length) != 0)
    return fail (
      self, self->p, RS_DATASET_ERROR_SYNTAX, error,
      _ ("A value was expected: an object, an array, a string, a number, true, false or null."));
  self->p += length;
  return TRUE;
}

/* Reads the value that begins at self->p; of an object or array only the bracket. */
static gboolean
check_value (Guard *self, State *state, GError **error)
{
  RsJsonSpan span;

  switch (*self->p)
    {
    case '{':
      *state = STATE_NAME_OR_CLOSE;
      return open_level (self, TRUE, error);
    case '[':
      *state = STATE_VALUE_OR_CLOSE;
      return open_level (self, FALSE, error);
    case '"':
      *state = STATE_AFTER;
      return check_string (self, &span, error);
    case 't':
      *state = STATE_AFTER;
      return check_word (self, "true", error);
    case 'f':
      *state = STATE_AFTER;
      return check_word (self, "false", error);
    case '-':
    case '0' ... '9':
      *state = STATE_AFTER;
      return check_number (self, error);
    default:
      *state = STATE_AFTER;
      return check_word (self, "null", error);
    }
}

static void
skip_space (Guard *self)
{
  while (self->p < self->end && is_space[*self->p])
    self->p++;
}

/* Reads a member's name and the colon. */
static gboolean
check_name (Guard *self, State *state, GError **error)
{
  RsJsonSpan name;

  if (*self->p != '"')
    return fail (self, self->p, RS_DATASET_ERROR_SYNTAX, error,
                 _ ("The name of a member was expected, in double quotes."));
  /* What is found in the name itself is found in the object. */
  self->levels[self->depth - 1].name = (RsJsonSpan){ 0 };
  if (!check_string (self, &name, error))
    return FALSE;
  self->levels[self->depth - 1].name = name;
  if (!self->grammar_only && !remember_name (self, name, error))
    return FALSE;
  skip_space (self);
  if (self->p == self->end || *self->p != ':')
    return fail (self, self->p, RS_DATASET_ERROR_SYNTAX, error, _ ("A colon was expected."));
  self->p++;
  *state = STATE_VALUE;
  return TRUE;
}

/* Reads what may stand behind a value inside an object or array: a comma or the closing bracket. */
static gboolean
check_after (Guard *self, State *state, GError **error)
{
  Level *level = &self->levels[self->depth - 1];

  if (*self->p == ',')
    {
      self->p++;
      level->index++;
      *state = level->is_object ? STATE_NAME : STATE_VALUE;
      return TRUE;
    }
  if (*self->p != (level->is_object ? '}' : ']'))
    return fail (self, self->p, RS_DATASET_ERROR_SYNTAX, error,
                 level->is_object ? _ ("A comma or “}” was expected.")
                                  : _ ("A comma or “]” was expected."));
  close_level (self);
  return TRUE;
}

static gboolean
walk (Guard *self, GError **error)
{
  State state = STATE_VALUE;

  for (;;)
    {
      gboolean ok = TRUE;

      skip_space (self);
      if (state == STATE_AFTER && self->depth == 0)
        break;
      if (self->p == self->end)
        return fail (self, self->p, RS_DATASET_ERROR_SYNTAX, error,
                     self->depth == 0 ? _ ("The file holds nothing.")
                                      : _ ("The text ends before all brackets are closed."));
      switch (state)
        {
        case STATE_VALUE_OR_CLOSE:
          if (*self->p == ']')
            {
              close_level (self);
              state = STATE_AFTER;
            }
          else
            ok = check_value (self, &state, error);
          break;
        case STATE_VALUE:
          ok = check_value (self, &state, error);
          break;
        case STATE_NAME_OR_CLOSE:
          if (*self->p == '}')
            {
              close_level (self);
              state = STATE_AFTER;
            }
          else
            ok = check_name (self, &state, error);
          break;
        case STATE_NAME:
          ok = check_name (self, &state, error);
          break;
        case STATE_AFTER:
          ok = check_after (self, &state, error);
          break;
        }
      if (!ok)
        return FALSE;
    }
  if (self->p != self->end)
    return fail (self, self->p, RS_DATASET_ERROR_SYNTAX, error,
                 _ ("Something follows the end of the JSON text."));
  return TRUE;
}

/* Two bytes tell UTF-16 and UTF-32 from any JSON in UTF-8: a byte order mark, or a NUL beside the
 * first character. */
static gboolean
looks_like_utf16 (const guchar *data, gsize length)
{
  return length >= 2 && ((data[0] == 0xff && data[1] == 0xfe) ||
                         (data[0] == 0xfe && data[1] == 0xff) || data[0] == 0 || data[1] == 0);
}

static gboolean
run (Guard *self, const char *data, gsize length, GError **error)
{
  gboolean ok;

  self->start = (const guchar *) data;
  self->end = self->start + length;
  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    self->start += 3;
  self->p = self->start;
  self->copied_to = self->start;
  self->counted_to = self->start;
  self->line = 1;
  self->column = 1;
  if (length > RS_JSON_MAX_BYTES)
    return fail (self, self->start, RS_DATASET_ERROR_TOO_LARGE, error,
                 _ ("The file is larger than %d MiB; this program reads no larger ones."),
                 RS_JSON_MAX_BYTES / (1024 * 1024));
  if (looks_like_utf16 (self->start, (gsize) (self->end - self->start)))
    return fail (self, self->start, RS_DATASET_ERROR_SYNTAX, error,
                 _ ("The text is not UTF-8 but looks like UTF-16; save it as UTF-8."));
  rs_json_names_init (&self->names);
  ok = walk (self, error);
  rs_json_names_clear (&self->names);
  return ok;
}

gboolean
rs_json_guard_check (const char *name, const char *data, gsize length, GError **error)
{
  g_autofree Guard *guard = g_new0 (Guard, 1);

  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (data != NULL || length == 0, FALSE);

  guard->name = name;
  return run (guard, data != NULL ? data : "", length, error);
}

gboolean
rs_json_guard_check_grammar (const char *name, const char *data, gsize length, GError **error)
{
  g_autofree Guard *guard = g_new0 (Guard, 1);

  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (data != NULL || length == 0, FALSE);

  guard->name = name;
  guard->grammar_only = TRUE;
  return run (guard, data != NULL ? data : "", length, error);
}

GBytes *
rs_json_guard_clean (const char *name, GBytes *bytes, GPtrArray **out_findings, GError **error)
{
  g_autofree Guard *guard = g_new0 (Guard, 1);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (finding_free);
  GBytes *result = NULL;
  const char *data;
  gsize length;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  if (out_findings != NULL)
    *out_findings = NULL;
  data = g_bytes_get_data (bytes, &length);
  guard->name = name;
  guard->findings = findings;
  if (!run (guard, data != NULL ? data : "", length, error))
    {
      g_clear_pointer (&guard->copy, g_byte_array_unref);
      return NULL;
    }
  if (guard->copy != NULL)
    {
      mend (guard, guard->end, 0, "");
      result = g_byte_array_free_to_bytes (g_steal_pointer (&guard->copy));
    }
  else if (guard->start != (const guchar *) data && length > 0)
    result = g_bytes_new_from_bytes (bytes, 3, length - 3);
  else
    result = g_bytes_ref (bytes);
  if (out_findings != NULL)
    *out_findings = g_steal_pointer (&findings);
  return result;
}
