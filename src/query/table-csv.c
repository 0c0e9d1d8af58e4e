/* SPDX-License-Identifier: GPL-3.0-or-later
 * A table as CSV or TSV. */
#define G_LOG_DOMAIN "renshe-query"

#include "config.h"

#include "query/table.h"

#include <string.h>

#include "base/number.h"

/* Whether a spreadsheet would take the text for a formula. A number such as -5 is none, and stays a
 * number. */
static gboolean
looks_like_formula (const char *text)
{
  double value = 0;

  if (*text == '\0' || strchr ("=+-@\t\r\n", *text) == NULL)
    return FALSE;
  return !rs_number_parse_exact (text, &value, NULL);
}

static void
append_field (GString *out, const char *text, char delimiter)
{
  gboolean guard = looks_like_formula (text);
  gboolean quote = strpbrk (text, "\"\r\n") != NULL || strchr (text, delimiter) != NULL ||
                   *text == ' ' || g_str_has_suffix (text, " ");

  /* TSV has no quoting that every reader knows: what would break the row becomes a space. */
  if (delimiter == '\t')
    {
      g_autofree char *plain = g_strdelimit (g_strdup (text), "\t\r\n", ' ');

      if (guard)
        g_string_append_c (out, '\'');
      g_string_append (out, plain);
      return;
    }
  if (quote)
    g_string_append_c (out, '"');
  if (guard)
    g_string_append_c (out, '\'');
  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *c);
    }
  if (quote)
    g_string_append_c (out, '"');
}

static void
append_row (GString *out, char **cells, guint n, char delimiter)
{
  for (guint c = 0; c < n; c++)
    {
      if (c > 0)
        g_string_append_c (out, delimiter);
      append_field (out, cells[c], delimiter);
    }
  g_string_append (out, "\r\n");
}

char *
rs_table_to_csv (const RsTable *self, char delimiter, gboolean bom)
{
  GString *out = g_string_new (bom ? "\xEF\xBB\xBF" : NULL);

  g_return_val_if_fail (self != NULL, g_string_free (out, FALSE));

  append_row (out, self->headers, self->n_columns, delimiter);
  for (guint i = 0; i < self->n_rows; i++)
    append_row (out, self->rows[i].cells, self->n_columns, delimiter);
  return g_string_free (out, FALSE);
}
