/* SPDX-License-Identifier: GPL-3.0-or-later
 * RFC 4180 tables with a header, and the line each row came from. */
#define G_LOG_DOMAIN "renshe-dataset"

#include "config.h"

#include "dataset/csv-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* All fields lie in one buffer, each with a final NUL. A field never takes more room there than in
 * the file: its NUL stands where the comma or line end was, and quotes only shrink it. */
struct _RsCsvTable
{
  char *name;
  char *text;
  GArray *fields; /* guint32 offsets into text; header first, row by row */
  GArray *lines;  /* guint32: where each record begins, header first */
  guint n_columns;
};

typedef struct
{
  RsCsvTable *table;
  const char *at;
  const char *end;
  char *out;
  guint line; /* of @at */
} Parser;

G_GNUC_PRINTF (3, 4)
static gboolean
fail (const Parser *self, GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_SYNTAX, "%s:%u: %s", self->table->name,
               self->line, message);
  return FALSE;
}

/* Skips LF or CRLF at the parser's place and counts the line; FALSE where there is none. */
static gboolean
skip_line_end (Parser *self)
{
  if (self->at < self->end && *self->at == '\n')
    self->at++;
  else if (self->end - self->at >= 2 && self->at[0] == '\r' && self->at[1] == '\n')
    self->at += 2;
  else
    return FALSE;
  self->line++;
  return TRUE;
}

static gboolean
parse_quoted (Parser *self, GError **error)
{
  const guint first_line = self->line;

  self->at++;
  while (self->at < self->end)
    {
      const char c = *self->at++;

      if (c == '"')
        {
          if (self->at == self->end || *self->at != '"')
            return TRUE;
          self->at++;
        }
      else if (c == '\n')
        {
          self->line++;
        }
      *self->out++ = c;
    }
  /* The line where the quote was opened helps; the end of the file does not. */
  self->line = first_line;
  return fail (self, error, _ ("A quoted field begins here and is never closed."));
}

static gboolean
parse_plain (Parser *self, GError **error)
{
  while (self->at < self->end && *self->at != ',' && *self->at != '\n')
    {
      if (*self->at == '\r')
        {
          if (self->at + 1 < self->end && self->at[1] == '\n')
            break;
          return fail (self, error, _ ("A carriage return stands without a line feed after it."));
        }
      if (*self->at == '"')
        return fail (self, error, _ ("A quotation mark stands inside a field that is not quoted."));
      *self->out++ = *self->at++;
    }
  return TRUE;
}

/* One field and, where one follows, its comma. */
static gboolean
parse_field (Parser *self, gboolean *out_more, GError **error)
{
  const guint32 offset = (guint32) (self->out - self->table->text);
  const gboolean quoted = self->at < self->end && *self->at == '"';

  *out_more = FALSE;
  g_array_append_val (self->table->fields, offset);
  if (!(quoted ? parse_quoted (self, error) : parse_plain (self, error)))
    return FALSE;
  *self->out++ = '\0';

  if (self->at == self->end || *self->at == '\n' ||
      (self->end - self->at >= 2 && self->at[0] == '\r' && self->at[1] == '\n'))
    return TRUE;
  if (*self->at != ',')
    return fail (self, error, _ ("Text follows the closing quotation mark of a field."));
  self->at++;
  *out_more = TRUE;
  return TRUE;
}

static gboolean
parse_record (Parser *self, GError **error)
{
  RsCsvTable *table = self->table;
  const gboolean header = table->lines->len == 0;
  const guint32 first_line = self->line;
  gboolean more = TRUE;
  guint n = 0;

  g_array_append_val (table->lines, first_line);
  while (more)
    {
      if (++n > RS_CSV_MAX_COLUMNS)
        {
          g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_TOO_LARGE,
                       _ ("%s:%u: The row has more than %d columns."), table->name, first_line,
                       RS_CSV_MAX_COLUMNS);
          return FALSE;
        }
      if (!parse_field (self, &more, error))
        return FALSE;
    }
  if (header)
    {
      table->n_columns = n;
    }
  else if (n != table->n_columns)
    {
      self->line = first_line;
      return fail (self, error,
                   _ ("The row and the header differ in their number of fields: %u and %u."), n,
                   table->n_columns);
    }
  skip_line_end (self);
  return TRUE;
}

static gboolean
check_header (Parser *self, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->table->n_columns; i++)
    {
      const char *name = self->table->text + g_array_index (self->table->fields, guint32, i);

      if (g_hash_table_add (seen, (gpointer) name))
        continue;
      self->line = 1;
      return fail (self, error, _ ("The column “%s” is named twice."), name);
    }
  return TRUE;
}

static gboolean
check_text (Parser *self, GError **error)
{
  const char *bad;

  if (g_utf8_validate_len (self->at, (gsize) (self->end - self->at), &bad))
    return TRUE;
  for (const char *p = self->at; p < bad; p++)
    self->line += *p == '\n';
  if (*bad == '\0')
    return fail (self, error, _ ("The text holds a zero byte."));
  return fail (self, error, _ ("The text is not valid UTF-8."));
}

static gboolean
parse (Parser *self, GError **error)
{
  guint rows = 0;

  if (!check_text (self, error))
    return FALSE;
  if (self->end - self->at >= 3 && memcmp (self->at, "\xef\xbb\xbf", 3) == 0)
    self->at += 3;
  if (self->at == self->end)
    return fail (self, error, _ ("The table is empty; its first line must name the columns."));
  if (!parse_record (self, error) || !check_header (self, error))
    return FALSE;
  while (self->at < self->end)
    {
      const Parser before = *self;

      if (skip_line_end (self) && self->at == self->end)
        return TRUE;
      *self = before;
      if (++rows > RS_CSV_MAX_ROWS)
        {
          g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_TOO_LARGE,
                       _ ("%s:%u: The table has more than %u rows."), self->table->name, self->line,
                       RS_CSV_MAX_ROWS);
          return FALSE;
        }
      if (!parse_record (self, error))
        return FALSE;
    }
  return TRUE;
}

RsCsvTable *
rs_csv_table_parse (const char *name, GBytes *bytes, GError **error)
{
  g_autoptr (RsCsvTable) self = NULL;
  Parser parser = { 0 };
  gsize size;
  const char *data;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  if (size > RS_CSV_MAX_BYTES)
    {
      g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_TOO_LARGE,
                   _ ("%s: The table is larger than %u MB."), name,
                   RS_CSV_MAX_BYTES / (1024 * 1024));
      return NULL;
    }

  self = g_new0 (RsCsvTable, 1);
  self->name = g_strdup (name);
  self->text = g_malloc (size + 1);
  self->fields = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->lines = g_array_new (FALSE, FALSE, sizeof (guint32));

  parser.table = self;
  parser.at = data != NULL ? data : "";
  parser.end = parser.at + size;
  parser.out = self->text;
  parser.line = 1;
  if (!parse (&parser, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
rs_csv_table_free (RsCsvTable *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->text);
  g_clear_pointer (&self->fields, g_array_unref);
  g_clear_pointer (&self->lines, g_array_unref);
  g_free (self);
}

const char *
rs_csv_table_get_name (const RsCsvTable *self)
{
  return self->name;
}

guint
rs_csv_table_get_n_rows (const RsCsvTable *self)
{
  return self->lines->len - 1;
}

guint
rs_csv_table_get_n_columns (const RsCsvTable *self)
{
  return self->n_columns;
}

const char *
rs_csv_table_get_header (const RsCsvTable *self, guint column)
{
  g_return_val_if_fail (column < self->n_columns, "");

  return self->text + g_array_index (self->fields, guint32, column);
}

int
rs_csv_table_find_column (const RsCsvTable *self, const char *header)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (g_str_equal (rs_csv_table_get_header (self, i), header))
      return (int) i;
  return -1;
}

const char *
rs_csv_table_get (const RsCsvTable *self, guint row, int column)
{
  g_return_val_if_fail (row < rs_csv_table_get_n_rows (self), "");
  g_return_val_if_fail (column < (int) self->n_columns, "");

  if (column < 0)
    return "";
  return self->text + g_array_index (self->fields, guint32,
                                     (gsize) (row + 1) * self->n_columns + (gsize) column);
}

guint
rs_csv_table_get_line (const RsCsvTable *self, guint row)
{
  g_return_val_if_fail (row < rs_csv_table_get_n_rows (self), 0);

  return g_array_index (self->lines, guint32, row + 1);
}
