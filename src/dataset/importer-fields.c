/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reading one field of an importer's table, or refusing it with file, line and a sentence. */
#define G_LOG_DOMAIN "renshe-dataset"

#include "config.h"

#include "dataset/importer-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const char *
rs_import_get (const RsImportTable *table, guint row, int column)
{
  return rs_csv_table_get (table->csv, row, table->columns[column]);
}

gboolean
rs_import_fail (const RsImportTable *table,
                guint row,
                RsDatasetError code,
                GError **error,
                const char *format,
                ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, RS_DATASET_ERROR, code, "%s:%u: %s", rs_csv_table_get_name (table->csv),
               rs_csv_table_get_line (table->csv, row), message);
  return FALSE;
}

gboolean
rs_import_number (
  const RsImportTable *table, guint row, int column, double *out_value, GError **error)
{
  const char *text = rs_import_get (table, row, column);

  if (rs_number_parse_exact (text, out_value, NULL))
    return TRUE;
  return rs_import_fail (table, row, RS_DATASET_ERROR_SYNTAX, error,
                         _ ("“%s” cannot be read exactly as a number. Write digits with at most "
                            "one point, without spaces, commas or exponent."),
                         text);
}

gboolean
rs_import_optional_number (const RsImportTable *table,
                           guint row,
                           int column,
                           gboolean *out_present,
                           double *out_value,
                           GError **error)
{
  *out_present = *rs_import_get (table, row, column) != '\0';
  *out_value = 0.0;
  return !*out_present || rs_import_number (table, row, column, out_value, error);
}

gboolean
rs_import_flag (
  const RsImportTable *table, guint row, int column, gboolean *out_value, GError **error)
{
  const char *text = rs_import_get (table, row, column);

  *out_value = g_str_equal (text, "yes");
  if (*out_value || *text == '\0')
    return TRUE;
  return rs_import_fail (table, row, RS_DATASET_ERROR_SYNTAX, error,
                         _ ("“%s” stands where only “yes” or nothing may stand."), text);
}

gboolean
rs_import_integer (const RsImportTable *table,
                   guint row,
                   int column,
                   int min,
                   int max,
                   int if_empty,
                   int *out_value,
                   GError **error)
{
  const char *text = rs_import_get (table, row, column);
  gint64 value;

  *out_value = if_empty;
  if (*text == '\0')
    return TRUE;
  if (!g_ascii_string_to_signed (text, 10, min, max, &value, NULL))
    return rs_import_fail (table, row, RS_DATASET_ERROR_SYNTAX, error,
                           _ ("“%s” is not a whole number from %d to %d."), text, min, max);
  *out_value = (int) value;
  return TRUE;
}

gboolean
rs_import_lookup (const RsImportTable *table,
                  guint row,
                  int column,
                  GHashTable *rows,
                  const char *what,
                  gboolean empty_is_none,
                  int *out_position,
                  GError **error)
{
  const char *id = rs_import_get (table, row, column);
  const guint found = GPOINTER_TO_UINT (g_hash_table_lookup (rows, id));

  *out_position = (int) found - 1;
  if (found > 0 || (empty_is_none && *id == '\0'))
    return TRUE;
  return rs_import_fail (table, row, RS_DATASET_ERROR_REFERENCE, error,
                         /* Translators: "The indicator “new_jobs” is not known…" */
                         _ ("The %s “%s” is not known; its table does not have it."), what, id);
}

/* Whether a text begins with a year, but one that this program does not count. */
static gboolean
is_far_year (const char *text)
{
  gsize n = strspn (text, "0123456789");

  return (n == 4 && (*text == '0' || *text > '2')) || n == 5;
}

gboolean
rs_import_period (const RsImport *self,
                  const RsImportTable *table,
                  guint row,
                  int column,
                  RsPeriod *out_period,
                  GError **error)
{
  const char *text = rs_import_get (table, row, column);
  g_autofree char *id = NULL;

  if (rs_period_parse (text, out_period) && out_period->type == self->period_type)
    {
      id = rs_period_to_id (*out_period);
      if (g_str_equal (id, text))
        return TRUE;
      return rs_import_fail (table, row, RS_DATASET_ERROR_SYNTAX, error,
                             _ ("The period “%s” must be written “%s”."), text, id);
    }
  if (is_far_year (text))
    return rs_import_fail (table, row, RS_DATASET_ERROR_SYNTAX, error,
                           _ ("“%s” is outside the years from %d to %d."), text, 1000, 2999);
  return rs_import_fail (table, row, RS_DATASET_ERROR_SYNTAX, error,
                         _ ("“%s” is not a period of the kind that dataset.ini names."), text);
}

void
rs_import_text (RsText *text, const RsImportTable *table, guint row, int column, int column_zh)
{
  const char *original = rs_import_get (table, row, column);
  const char *zh = rs_import_get (table, row, column_zh);

  rs_text_clear (text);
  if (*original != '\0')
    text->original = g_strdup (original);
  if (*zh != '\0')
    text->translation[RS_LANGUAGE_ZH_CN] = g_strdup (zh);
}
