/* SPDX-License-Identifier: GPL-3.0-or-later
 * Plain tables to a dataset: the folder, its dataset.ini, and what all tables share. */
#define G_LOG_DOMAIN "renshe-dataset"

#include "config.h"

#include "dataset/importer.h"
#include "dataset/importer-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define GROUP "dataset"

/* Column names; one that begins with ? may be absent. */
static const char *const UNIT_COLUMNS[] = {
  "unit", "base", "exponent", "label", "?label_zh", "?base_label", "?base_label_zh", NULL,
};
static const char *const INDICATOR_COLUMNS[] = {
  "indicator",      "label",   "?label_zh",  "unit",      "decimals",
  "nature",         "?family", "?group",     "?group_zh", "?definition",
  "?definition_zh", "?remark", "?remark_zh", "?part_of",  NULL,
};
static const char *const REGION_COLUMNS[] = {
  "code",      "parent",      "label",        "?label_zh",  "?pinyin",
  "?lon",      "?lat",        "?tile_column", "?tile_row",  "?valid_from",
  "?valid_to", "?successors", "?remark",      "?remark_zh", NULL,
};
static const char *const SOURCE_COLUMNS[] = { "source", "title", "?publisher", "?url", NULL };
static const char *const FIGURE_COLUMNS[] = {
  "indicator", "region",   "period",       "value",    "unit",    "kind",
  "source",    "?status",  "?approximate", "?formula", "?growth", "?difference",
  "?note",     "?note_zh", "?alternate",   NULL,
};
static const char *const TARGET_COLUMNS[] = {
  "indicator", "region",       "period", "operator", "?inferred", "value", "unit",
  "?derived",  "?provisional", "source", "?note",    "?note_zh",  NULL,
};
static const char *const BREAK_COLUMNS[] = {
  "indicator", "region", "before", "after", "?source", "?note", "?note_zh", NULL,
};

static const char *const INI_KEYS[] = {
  "id",
  "label",
  "label_zh_CN",
  "source",
  "source_zh_CN",
  "updated",
  "board",
  "period",
  "indicator_label",
  "indicator_label_zh_CN",
  "region_label",
  "region_label_zh_CN",
  "period_label",
  "period_label_zh_CN",
  "selection_region",
  "selection_year",
  NULL,
};

static GBytes *
find_bytes (const RsImport *self, const char *name, gboolean required, GError **error)
{
  GBytes *bytes = g_hash_table_lookup (self->files, name);

  if (bytes != NULL)
    return g_bytes_ref (bytes);
  if (required)
    g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_UNREADABLE,
                 _ ("%s/%s: The file is missing."), self->name, name);
  return NULL;
}

/* Asked before opening: a pipe would block, and a table is read as a whole. */
static gboolean
check_file (GFile *file, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info =
    g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                       G_FILE_QUERY_INFO_NONE, cancellable, NULL);

  /* What cannot be asked for cannot be opened either, and that will say why. */
  if (info == NULL)
    return TRUE;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_UNREADABLE,
                 _ ("%s is no ordinary file."), path);
  else if (g_file_info_get_size (info) > RS_CSV_MAX_BYTES)
    g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_TOO_LARGE,
                 _ ("%s is larger than %d MiB; this program reads no larger files."), path,
                 (int) (RS_CSV_MAX_BYTES / (1024 * 1024)));
  else
    return TRUE;
  return FALSE;
}

static GBytes *
load_bytes (const RsImport *self,
            const char *name,
            gboolean required,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *path = NULL;
  GBytes *bytes;

  if (self->files != NULL)
    return find_bytes (self, name, required, error);
  file = g_file_get_child (self->folder, name);
  path = g_file_get_parse_name (file);
  if (!check_file (file, path, cancellable, error))
    return NULL;
  bytes = g_file_load_bytes (file, cancellable, NULL, &local_error);
  if (bytes != NULL)
    return bytes;
  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (!required && g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return NULL;
  g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_UNREADABLE, _ ("%s cannot be read: %s"),
               path, local_error->message);
  return NULL;
}

/* Finds the columns; refuses one that is missing and one that nobody knows, which is a typing
 * error. */
static gboolean
find_columns (RsImportTable *table, const char *const *names, GError **error)
{
  const guint n_columns = rs_csv_table_get_n_columns (table->csv);
  guint n_found = 0;

  for (guint i = 0; names[i] != NULL; i++)
    {
      const gboolean optional = names[i][0] == '?';
      const char *name = optional ? names[i] + 1 : names[i];

      g_assert (i < RS_IMPORT_MAX_COLUMNS);
      table->columns[i] = rs_csv_table_find_column (table->csv, name);
      n_found += table->columns[i] >= 0;
      if (table->columns[i] < 0 && !optional)
        {
          g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_INCONSISTENT,
                       _ ("%s:1: The column “%s” is missing."), rs_csv_table_get_name (table->csv),
                       name);
          return FALSE;
        }
    }
  if (n_found == n_columns)
    return TRUE;

  for (guint c = 0; c < n_columns; c++)
    {
      gboolean known = FALSE;

      for (guint i = 0; names[i] != NULL; i++)
        known = known || table->columns[i] == (int) c;
      if (!known)
        {
          g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_INCONSISTENT,
                       _ ("%s:1: The column “%s” is not known."),
                       rs_csv_table_get_name (table->csv), rs_csv_table_get_header (table->csv, c));
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
load_table (RsImport *self,
            RsImportTable *table,
            const char *name,
            const char *const *columns,
            gboolean required,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *path = NULL;

  bytes = load_bytes (self, name, required, cancellable, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (bytes == NULL)
    return TRUE;
  /* Several folders may be imported at once, and all have tables of these names. */
  path = g_strconcat (self->name, "/", name, NULL);
  table->csv = rs_csv_table_parse (path, bytes, error);
  if (table->csv == NULL)
    return FALSE;
  table->n_rows = rs_csv_table_get_n_rows (table->csv);
  return find_columns (table, columns, error);
}

static gboolean
load_tables (RsImport *self, GCancellable *cancellable, GError **error)
{
  const struct
  {
    const char *name;
    RsImportTable *table;
    const char *const *columns;
    gboolean required;
  } tables[] = {
    { "units.csv", &self->units, UNIT_COLUMNS, FALSE },
    { "indicators.csv", &self->indicators, INDICATOR_COLUMNS, TRUE },
    { "regions.csv", &self->regions, REGION_COLUMNS, TRUE },
    { "sources.csv", &self->sources, SOURCE_COLUMNS, TRUE },
    { "figures.csv", &self->figures, FIGURE_COLUMNS, TRUE },
    { "targets.csv", &self->targets, TARGET_COLUMNS, FALSE },
    { "breaks.csv", &self->breaks, BREAK_COLUMNS, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (!load_table (self, tables[i].table, tables[i].name, tables[i].columns, tables[i].required,
                     cancellable, error))
      return FALSE;
  return TRUE;
}

static gboolean fail_ini (const RsImport *self, GError **error, const char *format, ...)
  G_GNUC_PRINTF (3, 4);

static gboolean
fail_ini (const RsImport *self, GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_INCONSISTENT, "%s/dataset.ini: %s",
               self->name, message);
  return FALSE;
}

static char *
get_key (GKeyFile *ini, const char *key)
{
  g_autofree char *value = g_key_file_get_string (ini, GROUP, key, NULL);

  if (value == NULL || *value == '\0')
    return NULL;
  return g_steal_pointer (&value);
}

static void
get_text (GKeyFile *ini, const char *key, RsText *text)
{
  g_autofree char *key_zh = g_strconcat (key, "_zh_CN", NULL);

  rs_text_clear (text);
  text->original = get_key (ini, key);
  text->translation[RS_LANGUAGE_ZH_CN] = get_key (ini, key_zh);
}

/* GKeyFile takes any bytes for keys, and quotes them. */
static gboolean
check_ini_text (const RsImport *self, GBytes *bytes, GError **error)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *bad = NULL;

  if (data == NULL || g_utf8_validate_len (data, size, &bad))
    return TRUE;
  return *bad == '\0' ? fail_ini (self, error, "%s", _ ("The text holds a zero byte."))
                      : fail_ini (self, error, "%s", _ ("The text is not valid UTF-8."));
}

static GKeyFile *
load_ini (const RsImport *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = load_bytes (self, "dataset.ini", TRUE, cancellable, error);
  g_autoptr (GKeyFile) ini = g_key_file_new ();
  g_autoptr (GError) local_error = NULL;
  g_auto (GStrv) keys = NULL;
  g_auto (GStrv) groups = NULL;

  if (bytes == NULL || !check_ini_text (self, bytes, error))
    return NULL;
  if (!g_key_file_load_from_bytes (ini, bytes, G_KEY_FILE_NONE, &local_error))
    {
      g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_SYNTAX, "%s/dataset.ini: %s",
                   self->name, local_error->message);
      return NULL;
    }
  groups = g_key_file_get_groups (ini, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    if (!g_str_equal (groups[i], GROUP))
      {
        fail_ini (self, error, _ ("The group “%s” is not known."), groups[i]);
        return NULL;
      }
  keys = g_key_file_get_keys (ini, GROUP, NULL, NULL);
  if (keys == NULL)
    {
      fail_ini (self, error, _ ("The group “%s” is missing."), GROUP);
      return NULL;
    }
  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *value = g_key_file_get_string (ini, GROUP, keys[i], &local_error);

      /* An escape that GKeyFile does not know: get_key() would take the value for absent. */
      if (value == NULL || local_error != NULL)
        fail_ini (self, error, "%s", local_error->message);
      else if (!g_strv_contains (INI_KEYS, keys[i]))
        fail_ini (self, error, _ ("The key “%s” is not known."), keys[i]);
      else
        continue;
      return NULL;
    }
  return g_steal_pointer (&ini);
}

/* Dimension ids are fixed: they are part of every address that people write down. */
static const char *
get_time_id (RsPeriodType type)
{
  if (type == RS_PERIOD_MONTH)
    return "month";
  return type == RS_PERIOD_QUARTER ? "quarter" : "year";
}

static gboolean
read_period_type (RsImport *self, GKeyFile *ini, GError **error)
{
  static const RsPeriodType TYPES[] = { RS_PERIOD_YEAR, RS_PERIOD_QUARTER, RS_PERIOD_MONTH };
  g_autofree char *text = get_key (ini, "period");

  for (guint i = 0; i < G_N_ELEMENTS (TYPES); i++)
    if (g_strcmp0 (text, get_time_id (TYPES[i])) == 0)
      {
        self->period_type = TYPES[i];
        return TRUE;
      }
  return fail_ini (self, error, _ ("The key “period” must be year, quarter or month."));
}

static gboolean
apply_ini (RsImport *self, GKeyFile *ini, GError **error)
{
  g_autofree char *id = get_key (ini, "id");
  g_autofree char *updated = get_key (ini, "updated");
  g_autofree char *board = get_key (ini, "board");
  g_autofree char *region = get_key (ini, "selection_region");
  g_autofree char *year_text = get_key (ini, "selection_year");
  gint64 year = 0;

  if (id == NULL)
    return fail_ini (self, error, _ ("The key “%s” is missing."), "id");
  if (region != NULL && !g_hash_table_contains (self->region_rows, region))
    return fail_ini (self, error, _ ("The region “%s” of “selection_region” is not known."),
                     region);
  if (year_text != NULL && !g_ascii_string_to_signed (year_text, 10, 1000, 2999, &year, NULL))
    return fail_ini (self, error, _ ("“%s” of “selection_year” is not a year from %d to %d."),
                     year_text, 1000, 2999);

  rs_dataset_builder_set_id (self->builder, id);
  rs_dataset_builder_set_updated (self->builder, updated);
  rs_dataset_builder_set_board (self->builder, board);
  rs_dataset_builder_set_selection (self->builder, region, (int) year);
  get_text (ini, "label", rs_dataset_builder_get_label (self->builder));
  get_text (ini, "source", rs_dataset_builder_get_source_text (self->builder));
  return TRUE;
}

static RsDimension *
add_dimension (RsImport *self,
               GKeyFile *ini,
               const char *id,
               const char *label_key,
               RsRole role,
               guint n_categories,
               GError **error)
{
  RsDimension *dimension;

  dimension = rs_dataset_builder_add_dimension (self->builder, id, n_categories, error);
  if (dimension == NULL)
    {
      g_prefix_error (error, "%s: ", self->name);
      return NULL;
    }
  dimension->role = role;
  get_text (ini, label_key, &dimension->label);
  return dimension;
}

static gboolean
build (RsImport *self, GKeyFile *ini, GError **error)
{
  RsDimension *dimension;

  if (!rs_import_index_tables (self, error) || !read_period_type (self, ini, error) ||
      !apply_ini (self, ini, error) || !rs_import_find_periods (self, error) ||
      !rs_import_add_sources (self, error))
    return FALSE;

  dimension = add_dimension (self, ini, "indicator", "indicator_label", RS_ROLE_METRIC,
                             self->indicators.n_rows, error);
  if (dimension == NULL || !rs_import_fill_indicators (self, dimension, error) ||
      !rs_import_fill_parts (self, dimension, error))
    return FALSE;
  dimension =
    add_dimension (self, ini, "region", "region_label", RS_ROLE_GEO, self->regions.n_rows, error);
  if (dimension == NULL || !rs_import_fill_regions (self, dimension, error))
    return FALSE;
  dimension = add_dimension (self, ini, get_time_id (self->period_type), "period_label",
                             RS_ROLE_TIME, self->n_periods, error);
  if (dimension == NULL)
    return FALSE;
  rs_import_fill_periods (self, dimension);
  return rs_import_add_cells (self, error);
}

static void
import_clear (RsImport *self)
{
  RsImportTable *tables[] = {
    &self->units,   &self->indicators, &self->regions, &self->sources,
    &self->figures, &self->targets,    &self->breaks,
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    g_clear_pointer (&tables[i]->csv, rs_csv_table_free);
  g_clear_pointer (&self->unit_rows, g_hash_table_unref);
  g_clear_pointer (&self->indicator_rows, g_hash_table_unref);
  g_clear_pointer (&self->region_rows, g_hash_table_unref);
  g_clear_pointer (&self->source_rows, g_hash_table_unref);
  g_clear_pointer (&self->builder, rs_dataset_builder_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RsImport, import_clear)

static RsDataset *
import (RsImport *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GKeyFile) ini = load_ini (self, cancellable, error);
  RsDataset *dataset;

  if (ini == NULL || !load_tables (self, cancellable, error))
    return NULL;
  self->builder = rs_dataset_builder_new ();
  if (!build (self, ini, error))
    return NULL;
  dataset = rs_dataset_builder_finish (self->builder, NULL, error);
  if (dataset == NULL)
    g_prefix_error (error, "%s: ", self->name);
  return dataset;
}

RsDataset *
rs_import_folder (GFile *folder, GCancellable *cancellable, GError **error)
{
  g_auto (RsImport) self = { .folder = folder };
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (folder), NULL);

  base = g_file_get_basename (folder);
  name = base != NULL ? g_filename_display_name (base) : g_file_get_parse_name (folder);
  self.name = name;
  return import (&self, cancellable, error);
}

RsDataset *
rs_import_files (const char *name, GHashTable *files, GError **error)
{
  g_auto (RsImport) self = { .name = name, .files = files };

  g_return_val_if_fail (name != NULL && files != NULL, NULL);

  return import (&self, NULL, error);
}
