/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the parts of the importer share. */
#pragma once

#include <gio/gio.h>

#include "dataset/csv-table.h"
#include "dataset/dataset-builder.h"

G_BEGIN_DECLS

#define RS_IMPORT_MAX_COLUMNS 16

/* A table with its columns found; one that the folder lacks has no rows. */
typedef struct
{
  RsCsvTable *csv; /* (nullable) */
  guint n_rows;
  int columns[RS_IMPORT_MAX_COLUMNS]; /* by the order in which they were asked for; -1: absent */
} RsImportTable;

/* Columns of the tables, in the order of the names in importer.c. */
typedef enum
{
  UNIT_ID,
  UNIT_BASE,
  UNIT_EXPONENT,
  UNIT_LABEL,
  UNIT_LABEL_ZH,
  UNIT_BASE_LABEL,
  UNIT_BASE_LABEL_ZH,
} RsImportUnitColumn;

typedef enum
{
  INDICATOR_ID,
  INDICATOR_LABEL,
  INDICATOR_LABEL_ZH,
  INDICATOR_UNIT,
  INDICATOR_DECIMALS,
  INDICATOR_NATURE,
  INDICATOR_FAMILY,
  INDICATOR_GROUP,
  INDICATOR_GROUP_ZH,
  INDICATOR_DEFINITION,
  INDICATOR_DEFINITION_ZH,
  INDICATOR_REMARK,
  INDICATOR_REMARK_ZH,
  INDICATOR_PART_OF,
} RsImportIndicatorColumn;

typedef enum
{
  REGION_CODE,
  REGION_PARENT,
  REGION_LABEL,
  REGION_LABEL_ZH,
  REGION_PINYIN,
  REGION_LONGITUDE,
  REGION_LATITUDE,
  REGION_TILE_COLUMN,
  REGION_TILE_ROW,
  REGION_VALID_FROM,
  REGION_VALID_TO,
  REGION_SUCCESSORS,
  REGION_REMARK,
  REGION_REMARK_ZH,
} RsImportRegionColumn;

typedef enum
{
  SOURCE_ID,
  SOURCE_TITLE,
  SOURCE_PUBLISHER,
  SOURCE_URL,
} RsImportSourceColumn;

typedef enum
{
  FIGURE_INDICATOR,
  FIGURE_REGION,
  FIGURE_PERIOD,
  FIGURE_VALUE,
  FIGURE_UNIT,
  FIGURE_KIND,
  FIGURE_SOURCE,
  FIGURE_STATUS,
  FIGURE_APPROXIMATE,
  FIGURE_FORMULA,
  FIGURE_GROWTH,
  FIGURE_DIFFERENCE,
  FIGURE_NOTE,
  FIGURE_NOTE_ZH,
  FIGURE_ALTERNATE,
} RsImportFigureColumn;

typedef enum
{
  TARGET_INDICATOR,
  TARGET_REGION,
  TARGET_PERIOD,
  TARGET_OPERATOR,
  TARGET_INFERRED,
  TARGET_VALUE,
  TARGET_UNIT,
  TARGET_DERIVED,
  TARGET_PROVISIONAL,
  TARGET_SOURCE,
  TARGET_NOTE,
  TARGET_NOTE_ZH,
} RsImportTargetColumn;

typedef enum
{
  BREAK_INDICATOR,
  BREAK_REGION,
  BREAK_BEFORE,
  BREAK_AFTER,
  BREAK_SOURCE,
  BREAK_NOTE,
  BREAK_NOTE_ZH,
} RsImportBreakColumn;

typedef struct
{
  GFile *folder;     /* (nullable): where the tables are, or */
  GHashTable *files; /* (nullable): name → GBytes */
  const char *name;  /* of the folder, for messages */
  RsPeriodType period_type;
  RsImportTable units;
  RsImportTable indicators;
  RsImportTable regions;
  RsImportTable sources;
  RsImportTable figures;
  RsImportTable targets;
  RsImportTable breaks;
  GHashTable *unit_rows; /* id (of the table) → row + 1; the same for the next three */
  GHashTable *indicator_rows;
  GHashTable *region_rows;
  GHashTable *source_rows;
  RsPeriod first; /* of all figures, targets and breaks */
  RsPeriod last;
  guint n_periods;
  RsDatasetBuilder *builder;
} RsImport;

/* importer-fields.c. The field; "" where the table lacks the column. */
const char *rs_import_get (const RsImportTable *table, guint row, int column);

/* Sets @error to "file:line: sentence" and returns FALSE. */
gboolean rs_import_fail (const RsImportTable *table,
                         guint row,
                         RsDatasetError code,
                         GError **error,
                         const char *format,
                         ...) G_GNUC_PRINTF (5, 6);

/* Each reads one field of a row or refuses it with a sentence. An empty field is "no" to the
 * second. */
gboolean rs_import_number (
  const RsImportTable *table, guint row, int column, double *out_value, GError **error);
gboolean rs_import_flag (
  const RsImportTable *table, guint row, int column, gboolean *out_value, GError **error);
gboolean rs_import_integer (const RsImportTable *table,
                            guint row,
                            int column,
                            int min,
                            int max,
                            int if_empty,
                            int *out_value,
                            GError **error);

/* A number that may be left out: an empty field is none. */
gboolean rs_import_optional_number (const RsImportTable *table,
                                    guint row,
                                    int column,
                                    gboolean *out_present,
                                    double *out_value,
                                    GError **error);

/* Position of the id in @rows; @empty_is_none: an empty field gives -1. @what: "indicator", for the
 * message. */
gboolean rs_import_lookup (const RsImportTable *table,
                           guint row,
                           int column,
                           GHashTable *rows,
                           const char *what,
                           gboolean empty_is_none,
                           int *out_position,
                           GError **error);

/* A period of the dataset's type, written as its id. */
gboolean rs_import_period (const RsImport *self,
                           const RsImportTable *table,
                           guint row,
                           int column,
                           RsPeriod *out_period,
                           GError **error);

void
rs_import_text (RsText *text, const RsImportTable *table, guint row, int column, int column_zh);

/* importer-tables.c: units, sources, and the dimensions. */
gboolean rs_import_index_tables (RsImport *self, GError **error);
gboolean rs_import_add_sources (RsImport *self, GError **error);
gboolean rs_import_fill_indicators (RsImport *self, RsDimension *dimension, GError **error);
gboolean rs_import_fill_regions (RsImport *self, RsDimension *dimension, GError **error);
void rs_import_fill_periods (RsImport *self, RsDimension *dimension);

/* importer-parts.c: which indicators are parts of which. */
gboolean rs_import_fill_parts (RsImport *self, RsDimension *dimension, GError **error);

/* importer-figures.c: what stands in the cells, and what is said about them. */
gboolean rs_import_find_periods (RsImport *self, GError **error);
gboolean rs_import_add_cells (RsImport *self, GError **error);

G_END_DECLS
