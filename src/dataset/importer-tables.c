/* SPDX-License-Identifier: GPL-3.0-or-later
 * The importer's units, sources, indicators, regions and periods. */
#define G_LOG_DOMAIN "renshe-dataset"

#include "config.h"

#include "dataset/importer-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More than the 15 digits that a double holds cannot be shown, and a power of ten beyond this is no
 * unit. */
#define MAX_DECIMALS 15
#define MAX_EXPONENT 15

/* Row + 1 by the id in @column; an empty or repeated id is refused. */
static GHashTable *
index_table (const RsImportTable *table, int column, GError **error)
{
  g_autoptr (GHashTable) rows = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint row = 0; row < table->n_rows; row++)
    {
      const char *id = rs_import_get (table, row, column);
      const guint earlier = GPOINTER_TO_UINT (g_hash_table_lookup (rows, id));

      if (*id == '\0')
        {
          rs_import_fail (table, row, RS_DATASET_ERROR_SYNTAX, error, _ ("The row has no id."));
          return NULL;
        }
      if (earlier > 0)
        {
          rs_import_fail (table, row, RS_DATASET_ERROR_INCONSISTENT, error,
                          _ ("“%s” stands in line %u already."), id,
                          rs_csv_table_get_line (table->csv, earlier - 1));
          return NULL;
        }
      g_hash_table_insert (rows, (gpointer) id, GUINT_TO_POINTER (row + 1));
    }
  return g_steal_pointer (&rows);
}

gboolean
rs_import_index_tables (RsImport *self, GError **error)
{
  self->unit_rows = index_table (&self->units, UNIT_ID, error);
  if (self->unit_rows == NULL)
    return FALSE;
  self->indicator_rows = index_table (&self->indicators, INDICATOR_ID, error);
  if (self->indicator_rows == NULL)
    return FALSE;
  self->region_rows = index_table (&self->regions, REGION_CODE, error);
  if (self->region_rows == NULL)
    return FALSE;
  self->source_rows = index_table (&self->sources, SOURCE_ID, error);
  return self->source_rows != NULL;
}

gboolean
rs_import_add_sources (RsImport *self, GError **error)
{
  for (guint row = 0; row < self->sources.n_rows; row++)
    {
      const char *title = rs_import_get (&self->sources, row, SOURCE_TITLE);
      const char *publisher = rs_import_get (&self->sources, row, SOURCE_PUBLISHER);
      const char *url = rs_import_get (&self->sources, row, SOURCE_URL);

      if (*title == '\0')
        return rs_import_fail (&self->sources, row, RS_DATASET_ERROR_SYNTAX, error,
                               _ ("The source has no title."));
      /* The index of a source is its row: rs_import_lookup() gives it without asking the builder.
       */
      rs_dataset_builder_add_source (self->builder, rs_import_get (&self->sources, row, SOURCE_ID),
                                     title, *publisher != '\0' ? publisher : NULL,
                                     *url != '\0' ? url : NULL);
    }
  return TRUE;
}

static gboolean
fill_unit (RsImport *self, guint row, RsUnit *unit, GError **error)
{
  const RsImportTable *units = &self->units;
  const char *base;
  int position;

  if (!rs_import_lookup (&self->indicators, row, INDICATOR_UNIT, self->unit_rows, _ ("unit"), TRUE,
                         &position, error) ||
      !rs_import_integer (&self->indicators, row, INDICATOR_DECIMALS, 0, MAX_DECIMALS, -1,
                          &unit->decimals, error))
    return FALSE;
  if (position < 0)
    return TRUE;

  unit->present = TRUE;
  if (!rs_import_integer (units, (guint) position, UNIT_EXPONENT, -MAX_EXPONENT, MAX_EXPONENT, 0,
                          &unit->exponent, error))
    return FALSE;
  base = rs_import_get (units, (guint) position, UNIT_BASE);
  unit->base = *base != '\0' ? g_strdup (base) : NULL;
  rs_import_text (&unit->label, units, (guint) position, UNIT_LABEL, UNIT_LABEL_ZH);
  rs_import_text (&unit->base_label, units, (guint) position, UNIT_BASE_LABEL, UNIT_BASE_LABEL_ZH);
  return TRUE;
}

gboolean
rs_import_fill_indicators (RsImport *self, RsDimension *dimension, GError **error)
{
  const RsImportTable *table = &self->indicators;

  for (guint row = 0; row < table->n_rows; row++)
    {
      RsCategory *category = &dimension->categories[row];
      const char *nature = rs_import_get (table, row, INDICATOR_NATURE);
      const char *family = rs_import_get (table, row, INDICATOR_FAMILY);

      category->id = g_strdup (rs_import_get (table, row, INDICATOR_ID));
      category->nature = rs_nature_from_string (nature);
      if (category->nature == RS_NATURE_UNKNOWN && *nature != '\0')
        return rs_import_fail (table, row, RS_DATASET_ERROR_REFERENCE, error,
                               _ ("The nature “%s” is not known; it is flow, flow_cumulative, "
                                  "stock, rate or growth."),
                               nature);
      if (*rs_import_get (table, row, INDICATOR_LABEL) == '\0')
        return rs_import_fail (table, row, RS_DATASET_ERROR_SYNTAX, error,
                               _ ("The indicator has no label."));
      if (!fill_unit (self, row, &category->unit, error))
        return FALSE;
      category->family = *family != '\0' ? g_strdup (family) : NULL;
      rs_import_text (&category->label, table, row, INDICATOR_LABEL, INDICATOR_LABEL_ZH);
      rs_import_text (&category->group, table, row, INDICATOR_GROUP, INDICATOR_GROUP_ZH);
      rs_import_text (&category->definition, table, row, INDICATOR_DEFINITION,
                      INDICATOR_DEFINITION_ZH);
      rs_import_text (&category->remark, table, row, INDICATOR_REMARK, INDICATOR_REMARK_ZH);
    }
  return TRUE;
}

static gboolean
fill_coordinates (const RsImportTable *table, guint row, RsCategory *category, GError **error)
{
  const gboolean has_longitude = *rs_import_get (table, row, REGION_LONGITUDE) != '\0';
  const gboolean has_latitude = *rs_import_get (table, row, REGION_LATITUDE) != '\0';

  if (!has_longitude && !has_latitude)
    return TRUE;
  if (has_longitude != has_latitude)
    return rs_import_fail (table, row, RS_DATASET_ERROR_INCONSISTENT, error,
                           _ ("The region has only one of longitude and latitude."));
  if (!rs_import_number (table, row, REGION_LONGITUDE, &category->longitude, error) ||
      !rs_import_number (table, row, REGION_LATITUDE, &category->latitude, error))
    return FALSE;
  if (category->longitude < -180 || category->longitude > 180 || category->latitude < -90 ||
      category->latitude > 90)
    return rs_import_fail (table, row, RS_DATASET_ERROR_INCONSISTENT, error,
                           _ ("The longitude or latitude does not lie on the globe."));
  category->has_coordinates = TRUE;
  return TRUE;
}

static gboolean
is_tile_number (double value)
{
  return value >= 0 && value <= RS_TILE_MAX && value == (int) value;
}

/* A place on the tile map. */
static gboolean
fill_tile (const RsImportTable *table, guint row, RsCategory *category, GError **error)
{
  const gboolean has_column = *rs_import_get (table, row, REGION_TILE_COLUMN) != '\0';
  const gboolean has_row = *rs_import_get (table, row, REGION_TILE_ROW) != '\0';
  double tile_column, tile_row;

  if (!has_column && !has_row)
    return TRUE;
  if (has_column != has_row)
    return rs_import_fail (table, row, RS_DATASET_ERROR_INCONSISTENT, error,
                           _ ("The region has only one of column and row of its tile."));
  if (!rs_import_number (table, row, REGION_TILE_COLUMN, &tile_column, error) ||
      !rs_import_number (table, row, REGION_TILE_ROW, &tile_row, error))
    return FALSE;
  if (!is_tile_number (tile_column) || !is_tile_number (tile_row))
    return rs_import_fail (table, row, RS_DATASET_ERROR_INCONSISTENT, error,
                           _ ("Column and row of a tile are whole numbers from 0 to %d."),
                           RS_TILE_MAX);
  category->has_tile = TRUE;
  category->tile_column = (int) tile_column;
  category->tile_row = (int) tile_row;
  return TRUE;
}

/* A year or a day, as text; empty is open. */
static gboolean
fill_validity_end (
  const RsImportTable *table, guint row, int column, char **out_text, GError **error)
{
  const char *text = rs_import_get (table, row, column);
  RsPeriod period;

  if (*text == '\0')
    return TRUE;
  if (!rs_period_parse (text, &period) ||
      (period.type != RS_PERIOD_YEAR && period.type != RS_PERIOD_DAY))
    return rs_import_fail (table, row, RS_DATASET_ERROR_SYNTAX, error,
                           _ ("“%s” is neither a year nor a date."), text);
  *out_text = g_strdup (text);
  return TRUE;
}

static gboolean
fill_successors (RsImport *self, guint row, RsCategory *category, GError **error)
{
  const RsImportTable *table = &self->regions;
  const char *text = rs_import_get (table, row, REGION_SUCCESSORS);

  if (*text == '\0')
    return TRUE;
  category->successors = g_strsplit (text, " ", -1);
  for (guint i = 0; category->successors[i] != NULL; i++)
    if (!g_hash_table_contains (self->region_rows, category->successors[i]))
      return rs_import_fail (table, row, RS_DATASET_ERROR_REFERENCE, error,
                             _ ("The successor “%s” is not a region of this table."),
                             category->successors[i]);
  return TRUE;
}

/* Turns the column "parent" into lists of children, in file order. A region that is its own
 * ancestor is refused: such a chain would never reach a root. */
static gboolean
link_regions (RsImport *self, RsDimension *dimension, GError **error)
{
  const RsImportTable *table = &self->regions;
  g_autofree int *parents = g_new (int, MAX (1, table->n_rows));
  /* The row from which the way up came here first, plus one. */
  g_autofree guint *seen_from = g_new0 (guint, MAX (1, table->n_rows));

  for (guint row = 0; row < table->n_rows; row++)
    {
      if (!rs_import_lookup (table, row, REGION_PARENT, self->region_rows, _ ("region"), TRUE,
                             &parents[row], error))
        return FALSE;
      if (parents[row] >= 0)
        dimension->categories[parents[row]].n_children++;
    }
  for (guint row = 0; row < table->n_rows; row++)
    {
      int up = (int) row;

      for (; up >= 0 && seen_from[up] == 0; up = parents[up])
        seen_from[up] = row + 1;
      if (up >= 0 && seen_from[up] == row + 1)
        return rs_import_fail (table, row, RS_DATASET_ERROR_INCONSISTENT, error,
                               _ ("The parents of this region lead in a circle."));
    }
  for (guint row = 0; row < table->n_rows; row++)
    {
      RsCategory *category = &dimension->categories[row];

      category->children = category->n_children > 0 ? g_new0 (guint, category->n_children) : NULL;
      category->n_children = 0;
    }
  for (guint row = 0; row < table->n_rows; row++)
    if (parents[row] >= 0)
      {
        RsCategory *parent = &dimension->categories[parents[row]];

        parent->children[parent->n_children++] = row;
      }
  return TRUE;
}

gboolean
rs_import_fill_regions (RsImport *self, RsDimension *dimension, GError **error)
{
  const RsImportTable *table = &self->regions;

  for (guint row = 0; row < table->n_rows; row++)
    {
      RsCategory *category = &dimension->categories[row];
      const char *pinyin = rs_import_get (table, row, REGION_PINYIN);

      category->id = g_strdup (rs_import_get (table, row, REGION_CODE));
      category->pinyin = *pinyin != '\0' ? g_strdup (pinyin) : NULL;
      if (*rs_import_get (table, row, REGION_LABEL) == '\0')
        return rs_import_fail (table, row, RS_DATASET_ERROR_SYNTAX, error,
                               _ ("The region has no label."));
      rs_import_text (&category->label, table, row, REGION_LABEL, REGION_LABEL_ZH);
      rs_import_text (&category->remark, table, row, REGION_REMARK, REGION_REMARK_ZH);
      if (!fill_coordinates (table, row, category, error) ||
          !fill_tile (table, row, category, error) ||
          !fill_validity_end (table, row, REGION_VALID_FROM, &category->validity.from, error) ||
          !fill_validity_end (table, row, REGION_VALID_TO, &category->validity.to, error) ||
          !fill_successors (self, row, category, error))
        return FALSE;
    }
  return link_regions (self, dimension, error);
}

void
rs_import_fill_periods (RsImport *self, RsDimension *dimension)
{
  for (guint i = 0; i < self->n_periods; i++)
    {
      RsCategory *category = &dimension->categories[i];
      const RsPeriod period = rs_period_add (self->first, (int) i);

      category->id = rs_period_to_id (period);
      category->label.original = rs_period_to_label (period, RS_LANGUAGE_EN);
      category->label.translation[RS_LANGUAGE_ZH_CN] =
        rs_period_to_label (period, RS_LANGUAGE_ZH_CN);
    }
}
