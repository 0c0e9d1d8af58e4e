/* SPDX-License-Identifier: GPL-3.0-or-later
 * A strict look at JSON text before json-glib sees it. */
#define G_LOG_DOMAIN "renshe-dataset"

#include "config.h"

#include "dataset/json-guard.h"
#include "dataset/json-guard-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef enum
{
  STATE_VALUE,          /* a value must come */
  STATE_VALUE_OR_CLOSE, /* just behind "[" */
  STATE_NAME_OR_CLOSE,  /* just behind "{" */
  STATE_NAME,           /* behind a comma in an object */
  STATE_AFTER,          /* behind a value */
} State;

static const guint8 is_space[256] = { [' '] = 1, ['\t'] = 1, ['\n'] = 1, ['\r'] = 1 };

/* Notes the name of a member of the innermost object, and whether it stood there already. */
static gboolean
remember_name (RsJsonGuard *self, RsJsonSpan name, GError **error)
{
  if (++self->n_members > RS_JSON_MAX_MEMBERS)
    return rs_json_guard_fail (
      self, name.start, RS_DATASET_ERROR_TOO_LARGE, error,
      _ ("The file has more than %d members; this program reads no larger ones."),
      RS_JSON_MAX_MEMBERS);
  switch (rs_json_names_add (&self->names, name, self->depth, RS_JSON_MAX_COLLISIONS))
    {
    case RS_JSON_NAME_NEW:
      break;
    case RS_JSON_NAME_COLLIDES:
      return rs_json_guard_fail (self, name.start, RS_DATASET_ERROR_TOO_LARGE, error,
                                 _ ("The names of this object are made to stall the program."));
    case RS_JSON_NAME_REPEATED:
      if (self->findings == NULL)
        break;
      if (!rs_json_guard_has_room (self))
        return rs_json_guard_fail (self, name.start, RS_DATASET_ERROR_INCONSISTENT, error,
                                   _ ("The file repeats members too often to be read safely."));
      rs_json_guard_add_finding (self, RS_JSON_FINDING_REPEATED_MEMBER, name.start - 1,
                                 self->depth - 1, rs_json_span_decode (name));
      break;
    }
  return TRUE;
}

static gboolean
open_level (RsJsonGuard *self, gboolean is_object, GError **error)
{
  if (self->depth == RS_JSON_MAX_DEPTH)
    return rs_json_guard_fail (self, self->p, RS_DATASET_ERROR_TOO_DEEP, error,
                               _ ("Objects and arrays are nested more than %d levels deep."),
                               RS_JSON_MAX_DEPTH);
  self->levels[self->depth++] = (RsJsonGuardLevel){
    .is_object = is_object,
    .first_name = rs_json_names_get_n (&self->names),
  };
  self->p++;
  return TRUE;
}

static void
close_level (RsJsonGuard *self)
{
  const RsJsonGuardLevel *level = &self->levels[--self->depth];

  if (level->is_object && !self->grammar_only)
    rs_json_names_forget (&self->names, level->first_name);
  self->p++;
}

static gboolean
check_word (RsJsonGuard *self, const char *word, GError **error)
{
  gsize length = strlen (word);

  if ((gsize) (self->end - self->p) < length || memcmp (self->p, word, length) != 0)
    return rs_json_guard_fail (
      self, self->p, RS_DATASET_ERROR_SYNTAX, error,
      _ ("A value was expected: an object, an array, a string, a number, true, false or null."));
  self->p += length;
  return TRUE;
}

/* Reads the value that begins at self->p; of an object or array only the bracket. */
static gboolean
check_value (RsJsonGuard *self, State *state, GError **error)
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
      return rs_json_guard_check_string (self, &span, error);
    case 't':
      *state = STATE_AFTER;
      return check_word (self, "true", error);
    case 'f':
      *state = STATE_AFTER;
      return check_word (self, "false", error);
    case '-':
    case '0' ... '9':
      *state = STATE_AFTER;
      return rs_json_guard_check_number (self, error);
    default:
      *state = STATE_AFTER;
      return check_word (self, "null", error);
    }
}

static void
skip_space (RsJsonGuard *self)
{
  while (self->p < self->end && is_space[*self->p])
    self->p++;
}

/* Reads a member's name and the colon. */
static gboolean
check_name (RsJsonGuard *self, State *state, GError **error)
{
  RsJsonSpan name;

  if (*self->p != '"')
    return rs_json_guard_fail (self, self->p, RS_DATASET_ERROR_SYNTAX, error,
                               _ ("The name of a member was expected, in double quotes."));
  /* What is found in the name itself is found in the object. */
  self->levels[self->depth - 1].name = (RsJsonSpan){ 0 };
  if (!rs_json_guard_check_string (self, &name, error))
    return FALSE;
  self->levels[self->depth - 1].name = name;
  if (!self->grammar_only && !remember_name (self, name, error))
    return FALSE;
  skip_space (self);
  if (self->p == self->end || *self->p != ':')
    return rs_json_guard_fail (self, self->p, RS_DATASET_ERROR_SYNTAX, error,
                               _ ("A colon was expected."));
  self->p++;
  *state = STATE_VALUE;
  return TRUE;
}

/* Reads what may stand behind a value inside an object or array: a comma or the closing bracket. */
static gboolean
check_after (RsJsonGuard *self, State *state, GError **error)
{
  RsJsonGuardLevel *level = &self->levels[self->depth - 1];

  if (*self->p == ',')
    {
      self->p++;
      level->index++;
      *state = level->is_object ? STATE_NAME : STATE_VALUE;
      return TRUE;
    }
  if (*self->p != (level->is_object ? '}' : ']'))
    return rs_json_guard_fail (self, self->p, RS_DATASET_ERROR_SYNTAX, error,
                               level->is_object ? _ ("A comma or “}” was expected.")
                                                : _ ("A comma or “]” was expected."));
  close_level (self);
  return TRUE;
}

static gboolean
walk (RsJsonGuard *self, GError **error)
{
  State state = STATE_VALUE;

  for (;;)
    {
      gboolean ok = TRUE;

      skip_space (self);
      if (state == STATE_AFTER && self->depth == 0)
        break;
      if (self->p == self->end)
        return rs_json_guard_fail (self, self->p, RS_DATASET_ERROR_SYNTAX, error,
                                   self->depth == 0
                                     ? _ ("The file holds nothing.")
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
    return rs_json_guard_fail (self, self->p, RS_DATASET_ERROR_SYNTAX, error,
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
run (RsJsonGuard *self, const char *data, gsize length, GError **error)
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
    return rs_json_guard_fail (
      self, self->start, RS_DATASET_ERROR_TOO_LARGE, error,
      _ ("The file is larger than %d MiB; this program reads no larger ones."),
      RS_JSON_MAX_BYTES / (1024 * 1024));
  if (looks_like_utf16 (self->start, (gsize) (self->end - self->start)))
    return rs_json_guard_fail (
      self, self->start, RS_DATASET_ERROR_SYNTAX, error,
      _ ("The text is not UTF-8 but looks like UTF-16; save it as UTF-8."));
  rs_json_names_init (&self->names);
  ok = walk (self, error);
  rs_json_names_clear (&self->names);
  return ok;
}

gboolean
rs_json_guard_check (const char *name, const char *data, gsize length, GError **error)
{
  g_autofree RsJsonGuard *guard = g_new0 (RsJsonGuard, 1);

  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (data != NULL || length == 0, FALSE);

  guard->name = name;
  return run (guard, data != NULL ? data : "", length, error);
}

gboolean
rs_json_guard_check_grammar (const char *name, const char *data, gsize length, GError **error)
{
  g_autofree RsJsonGuard *guard = g_new0 (RsJsonGuard, 1);

  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (data != NULL || length == 0, FALSE);

  guard->name = name;
  guard->grammar_only = TRUE;
  return run (guard, data != NULL ? data : "", length, error);
}

GBytes *
rs_json_guard_clean (const char *name, GBytes *bytes, GPtrArray **out_findings, GError **error)
{
  g_autofree RsJsonGuard *guard = g_new0 (RsJsonGuard, 1);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (rs_json_finding_free);
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
      rs_json_guard_mend (guard, guard->end, 0, "");
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
