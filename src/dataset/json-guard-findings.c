/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the JSON guard says of a text, and the mended copy that it makes. */
#define G_LOG_DOMAIN "renshe-dataset"

#include "config.h"

#include "dataset/json-guard-private.h"

#include "dataset/json-pointer.h"

#include <string.h>

/* Longest piece of the file that a message quotes. */
#define QUOTE_MAX 40

void
rs_json_finding_free (gpointer data)
{
  RsJsonFinding *self = data;

  g_free (self->pointer);
  g_free (self->text);
  g_free (self);
}

/* Goes on from the last place that was asked for; back only within its line, as from an escape to
 * the name that holds it, or for the place of an error, which is the last one. */
static void
count_to (RsJsonGuard *self, const guchar *at)
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

gboolean
rs_json_guard_fail (
  RsJsonGuard *self, const guchar *at, RsDatasetError code, GError **error, const char *format, ...)
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

char *
rs_json_guard_quote (const guchar *start, gsize length)
{
  const char *text = (const char *) start;

  if (length <= QUOTE_MAX)
    return g_strndup (text, length);
  for (length = QUOTE_MAX; length > 0 && (start[length] & 0xc0) == 0x80;)
    length--;
  return g_strdup_printf ("%.*s…", (int) length, text);
}

/* Pointer of what is open at @depth levels: 0 is the root. */
static char *
make_pointer (const RsJsonGuard *self, guint depth)
{
  GString *pointer = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    {
      const RsJsonGuardLevel *level = &self->levels[i];

      if (level->is_object && level->name.start != NULL)
        {
          g_autofree char *name = rs_json_span_decode (level->name);

          rs_json_pointer_append_member (pointer, name);
        }
      else if (!level->is_object)
        g_string_append_printf (pointer, "/%" G_GUINT64_FORMAT, level->index);
    }
  return g_string_free (pointer, FALSE);
}

gboolean
rs_json_guard_has_room (const RsJsonGuard *self)
{
  return self->findings != NULL && self->findings->len < RS_JSON_MAX_FINDINGS;
}

void
rs_json_guard_add_finding (
  RsJsonGuard *self, RsJsonFindingType type, const guchar *at, guint depth, char *text)
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

void
rs_json_guard_mend (RsJsonGuard *self, const guchar *at, gsize length, const char *replacement)
{
  if (self->findings == NULL)
    return;
  if (self->copy == NULL)
    self->copy = g_byte_array_sized_new ((guint) (self->end - self->start) + 16);
  g_byte_array_append (self->copy, self->copied_to, (guint) (at - self->copied_to));
  g_byte_array_append (self->copy, (const guint8 *) replacement, (guint) strlen (replacement));
  self->copied_to = at + length;
}
