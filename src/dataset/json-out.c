/* SPDX-License-Identifier: GPL-3.0-or-later
 * Writes JSON text: the same calls give the same bytes. */
#define G_LOG_DOMAIN "renshe-dataset"

#include "config.h"

#include "dataset/json-out.h"

#include "base/number.h"

#include <math.h>
#include <string.h>

void
rs_json_out_init (RsJsonOut *self, guint line_depth)
{
  *self = (RsJsonOut){ .text = g_string_new (NULL), .line_depth = line_depth };
}

char *
rs_json_out_finish (RsJsonOut *self)
{
  g_return_val_if_fail (self->depth == 0, NULL);

  return g_string_free (g_steal_pointer (&self->text), FALSE);
}

static void
begin_line (RsJsonOut *self)
{
  if (self->depth > self->line_depth)
    return;
  g_string_append_c (self->text, '\n');
  for (guint i = 0; i < self->depth; i++)
    g_string_append_c (self->text, ' ');
}

/* What comes before a value or a name: a comma, a new line. */
static void
begin_item (RsJsonOut *self)
{
  if (self->after_name)
    {
      self->after_name = FALSE;
      return;
    }
  if (self->has_content[self->depth])
    g_string_append (self->text, self->depth > self->line_depth ? ", " : ",");
  self->has_content[self->depth] = TRUE;
  if (self->depth > 0)
    begin_line (self);
}

static void
begin_container (RsJsonOut *self, char bracket)
{
  g_return_if_fail (self->depth < RS_JSON_OUT_MAX_DEPTH);

  begin_item (self);
  g_string_append_c (self->text, bracket);
  self->has_content[++self->depth] = FALSE;
}

static void
end_container (RsJsonOut *self, char bracket)
{
  g_return_if_fail (self->depth > 0);

  if (self->has_content[self->depth] && self->depth <= self->line_depth)
    {
      self->depth--;
      if (self->depth > 0)
        begin_line (self);
      else
        g_string_append_c (self->text, '\n');
    }
  else
    self->depth--;
  g_string_append_c (self->text, bracket);
}

static void
append_string (GString *result, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  g_string_append_c (result, '"');
  for (const char *p = valid; *p != '\0'; p++)
    {
      guchar byte = (guchar) *p;

      if (byte == '"' || byte == '\\')
        g_string_append_printf (result, "\\%c", byte);
      else if (byte == '\n')
        g_string_append (result, "\\n");
      else if (byte == '\t')
        g_string_append (result, "\\t");
      else if (byte < 0x20 || byte == 0x7f)
        g_string_append_printf (result, "\\u%04x", byte);
      else
        g_string_append_c (result, *p);
    }
  g_string_append_c (result, '"');
}

void
rs_json_out_begin_object (RsJsonOut *self)
{
  begin_container (self, '{');
}

void
rs_json_out_end_object (RsJsonOut *self)
{
  end_container (self, '}');
}

void
rs_json_out_begin_array (RsJsonOut *self)
{
  begin_container (self, '[');
}

void
rs_json_out_end_array (RsJsonOut *self)
{
  end_container (self, ']');
}

void
rs_json_out_name (RsJsonOut *self, const char *name)
{
  begin_item (self);
  append_string (self->text, name);
  g_string_append (self->text, ": ");
  self->after_name = TRUE;
}

void
rs_json_out_string (RsJsonOut *self, const char *text)
{
  if (text == NULL)
    {
      rs_json_out_null (self);
      return;
    }
  begin_item (self);
  append_string (self->text, text);
}

void
rs_json_out_number (RsJsonOut *self, double value)
{
  char buffer[RS_NUMBER_TEXT_MAX];

  if (!isfinite (value))
    {
      rs_json_out_null (self);
      return;
    }
  begin_item (self);
  g_string_append (self->text, rs_number_to_text (value, buffer));
}

void
rs_json_out_integer (RsJsonOut *self, guint64 value)
{
  begin_item (self);
  g_string_append_printf (self->text, "%" G_GUINT64_FORMAT, value);
}

void
rs_json_out_boolean (RsJsonOut *self, gboolean value)
{
  begin_item (self);
  g_string_append (self->text, value ? "true" : "false");
}

void
rs_json_out_null (RsJsonOut *self)
{
  begin_item (self);
  g_string_append (self->text, "null");
}

void
rs_json_out_member (RsJsonOut *self, const char *name, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  rs_json_out_name (self, name);
  rs_json_out_string (self, text);
}

void
rs_json_nest_to (RsJsonNest *self, const char *const *names)
{
  guint common = 0;
  guint n = 0;

  while (names[n] != NULL)
    n++;
  g_return_if_fail (n <= RS_JSON_NEST_MAX);
  while (common < self->n_open && common < n && strcmp (self->names[common], names[common]) == 0)
    common++;
  for (; self->n_open > common; self->n_open--)
    rs_json_out_end_object (self->out);
  for (; self->n_open < n; self->n_open++)
    {
      self->names[self->n_open] = names[self->n_open];
      rs_json_out_name (self->out, names[self->n_open]);
      rs_json_out_begin_object (self->out);
    }
}
