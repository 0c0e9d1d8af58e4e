/* SPDX-License-Identifier: GPL-3.0-or-later
 * The importer's figures, targets and breaks. */
#define G_LOG_DOMAIN "renshe-dataset"

#include "config.h"

#include "dataset/importer-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A cube of more is given cell by cell where few of its cells are set. */
#define DENSE_SHARE 3

typedef struct
{
  int indicator;
  int region;
  RsPeriod period;
} Address;

/* The row that a cell shows, and its status so far. */
typedef struct
{
  guint row;
  RsKind kind;
  gboolean has_second; /* a derived figure stands beside the published one */
  char *status;        /* (nullable) */
} Cell;

static void
cell_free (gpointer data)
{
  Cell *self = data;

  g_free (self->status);
  g_free (self);
}

static gboolean
read_address (
  const RsImport *self, const RsImportTable *table, guint row, Address *out_address, GError **error)
{
  /* Indicator, region and period are the first three columns of figures and targets alike. */
  G_STATIC_ASSERT ((int) FIGURE_INDICATOR == (int) TARGET_INDICATOR);
  G_STATIC_ASSERT ((int) FIGURE_REGION == (int) TARGET_REGION);
  G_STATIC_ASSERT ((int) FIGURE_PERIOD == (int) TARGET_PERIOD);

  return rs_import_lookup (table, row, FIGURE_INDICATOR, self->indicator_rows, _ ("indicator"),
                           FALSE, &out_address->indicator, error) &&
         rs_import_lookup (table, row, FIGURE_REGION, self->region_rows, _ ("region"), FALSE,
                           &out_address->region, error) &&
         rs_import_period (self, table, row, FIGURE_PERIOD, &out_address->period, error);
}

static guint64
get_cell (const RsImport *self, const Address *address)
{
  const guint period = (guint) rs_period_distance (self->first, address->period);

  return ((guint64) address->indicator * self->regions.n_rows + (guint64) address->region) *
           self->n_periods +
         period;
}

static gboolean
widen_periods (RsImport *self, const RsImportTable *table, int column, GError **error)
{
  for (guint row = 0; row < table->n_rows; row++)
    {
      RsPeriod period;

      if (!rs_import_period (self, table, row, column, &period, error))
        return FALSE;
      if (self->first.type == RS_PERIOD_NONE || rs_period_compare (period, self->first) < 0)
        self->first = period;
      if (self->last.type == RS_PERIOD_NONE || rs_period_compare (period, self->last) > 0)
        self->last = period;
    }
  return TRUE;
}

gboolean
rs_import_find_periods (RsImport *self, GError **error)
{
  if (!widen_periods (self, &self->figures, FIGURE_PERIOD, error) ||
      !widen_periods (self, &self->targets, TARGET_PERIOD, error) ||
      !widen_periods (self, &self->breaks, BREAK_BEFORE, error) ||
      !widen_periods (self, &self->breaks, BREAK_AFTER, error))
    return FALSE;
  if (self->first.type != RS_PERIOD_NONE)
    self->n_periods = (guint) rs_period_distance (self->first, self->last) + 1;
  return TRUE;
}

static gboolean
check_unit (const RsImport *self,
            const RsImportTable *table,
            guint row,
            int column,
            int indicator,
            GError **error)
{
  const char *unit = rs_import_get (table, row, column);
  const char *expected = rs_import_get (&self->indicators, (guint) indicator, INDICATOR_UNIT);

  if (*unit != '\0' && !g_hash_table_contains (self->unit_rows, unit))
    return rs_import_fail (table, row, RS_DATASET_ERROR_REFERENCE, error,
                           _ ("The unit “%s” is not known; its table does not have it."), unit);
  if (!g_str_equal (unit, expected))
    return rs_import_fail (table, row, RS_DATASET_ERROR_INCONSISTENT, error,
                           _ ("The unit is “%s”, but the indicator “%s” is counted in “%s”."), unit,
                           rs_import_get (&self->indicators, (guint) indicator, INDICATOR_ID),
                           expected);
  return TRUE;
}

static gboolean
read_kind (const RsImportTable *table, guint row, RsKind *out_kind, GError **error)
{
  const char *text = rs_import_get (table, row, FIGURE_KIND);

  if (*text == '\0' || !rs_kind_from_string (text, out_kind))
    return rs_import_fail (table, row, RS_DATASET_ERROR_REFERENCE, error,
                           _ ("The kind “%s” is not known; it is published, derived or bound."),
                           text);
  if (*out_kind == RS_KIND_DERIVED && *rs_import_get (table, row, FIGURE_FORMULA) == '\0' &&
      *rs_import_get (table, row, FIGURE_NOTE) == '\0')
    return rs_import_fail (table, row, RS_DATASET_ERROR_INCONSISTENT, error,
                           _ ("A derived figure needs a formula or a note that says how."));
  return TRUE;
}

static char *
dup_formula (const RsImportTable *table, guint row)
{
  const char *formula = rs_import_get (table, row, FIGURE_FORMULA);

  return *formula != '\0' ? g_strdup (formula) : NULL;
}

/* Everything about a row but its cell. Checked for each row, also for one that another row hides.
 */
typedef struct
{
  double value;
  gboolean empty; /* there is none, and the row says why */
  gboolean less_than_half;
  RsKind kind;
  int source;
  gboolean approximate;
  gboolean alternate;
  gboolean previous;
  gboolean has_growth;
  double growth;
  gboolean has_difference;
  double difference;
} Figure;

static gboolean
read_published_change (
  const RsImport *self, guint row, const Address *address, Figure *out_figure, GError **error)
{
  const RsImportTable *table = &self->figures;
  const char *nature =
    rs_import_get (&self->indicators, (guint) address->indicator, INDICATOR_NATURE);

  if (!rs_import_optional_number (table, row, FIGURE_GROWTH, &out_figure->has_growth,
                                  &out_figure->growth, error) ||
      !rs_import_optional_number (table, row, FIGURE_DIFFERENCE, &out_figure->has_difference,
                                  &out_figure->difference, error))
    return FALSE;
  if (out_figure->has_growth && (g_str_equal (nature, "rate") || g_str_equal (nature, "growth")))
    return rs_import_fail (
      table, row, RS_DATASET_ERROR_INCONSISTENT, error,
      _ ("A rate changes by points, not by percent: its change belongs to the column “%s”."),
      "difference");
  return TRUE;
}

/* "previous": the figure as it was before its revision; else yes or no. */
static gboolean
read_alternate (const RsImportTable *table, guint row, Figure *out_figure, GError **error)
{
  out_figure->previous = g_str_equal (rs_import_get (table, row, FIGURE_ALTERNATE), "previous");
  if (!out_figure->previous)
    return rs_import_flag (table, row, FIGURE_ALTERNATE, &out_figure->alternate, error);
  out_figure->alternate = TRUE;
  return TRUE;
}

/* Yearbooks print "…" for what is less than half a unit, and nothing where there is no figure; "#"
 * stands there before the parts of a total. */
static gboolean
read_value (const RsImportTable *table, guint row, Figure *out_figure, GError **error)
{
  const RsFlags reasons = RS_FLAG_MISSING | RS_FLAG_CONFIDENTIAL | RS_FLAG_NOT_APPLICABLE;
  const char *text = rs_import_get (table, row, FIGURE_VALUE);
  const char *status = rs_import_get (table, row, FIGURE_STATUS);

  out_figure->less_than_half = g_str_equal (text, "…") || g_str_equal (text, "...");
  out_figure->empty =
    out_figure->less_than_half || (*text == '\0' && (rs_flags_from_status (status) & reasons) != 0);
  if (*text == '#')
    return rs_import_fail (table, row, RS_DATASET_ERROR_SYNTAX, error,
                           _ ("“%s”: the sign # stands before parts of a total; write the number "
                              "alone and name the total in the column “%s” of indicators.csv."),
                           text, "part_of");
  return out_figure->empty ||
         rs_import_number (table, row, FIGURE_VALUE, &out_figure->value, error);
}

static gboolean
read_figure (RsImport *self, guint row, const Address *address, Figure *out_figure, GError **error)
{
  const RsImportTable *table = &self->figures;
  const char *status = rs_import_get (table, row, FIGURE_STATUS);

  if (!check_unit (self, table, row, FIGURE_UNIT, address->indicator, error) ||
      !read_value (table, row, out_figure, error) ||
      !read_kind (table, row, &out_figure->kind, error) ||
      !rs_import_lookup (table, row, FIGURE_SOURCE, self->source_rows, _ ("source"), FALSE,
                         &out_figure->source, error) ||
      !rs_import_flag (table, row, FIGURE_APPROXIMATE, &out_figure->approximate, error) ||
      !read_alternate (table, row, out_figure, error) ||
      !read_published_change (self, row, address, out_figure, error))
    return FALSE;
  if ((rs_flags_from_status (status) & RS_FLAG_OTHER) != 0)
    return rs_import_fail (table, row, RS_DATASET_ERROR_REFERENCE, error,
                           _ ("The status “%s” is not known."), status);
  if (out_figure->empty &&
      (out_figure->alternate || out_figure->approximate || out_figure->has_growth ||
       out_figure->has_difference || out_figure->kind != RS_KIND_PUBLISHED ||
       (out_figure->less_than_half && *status != '\0')))
    return rs_import_fail (table, row, RS_DATASET_ERROR_INCONSISTENT, error,
                           _ ("Where there is no number, nothing else can be said of it."));
  return TRUE;
}

static void
set_figure (RsImport *self, guint64 number, guint row, const Figure *figure)
{
  const RsImportTable *table = &self->figures;
  RsPassport *passport = rs_dataset_builder_get_passport (self->builder, number);

  g_free (passport->formula);
  passport->kind = figure->kind;
  passport->source = figure->source;
  passport->approximate = figure->approximate;
  passport->has_growth = figure->has_growth;
  passport->growth = figure->growth;
  passport->has_difference = figure->has_difference;
  passport->difference = figure->difference;
  passport->formula = dup_formula (table, row);
  rs_import_text (&passport->note, table, row, FIGURE_NOTE, FIGURE_NOTE_ZH);
  if (figure->kind == RS_KIND_BOUND)
    {
      passport->has_bound = TRUE;
      passport->bound = figure->value;
    }
  else if (!figure->empty)
    {
      rs_dataset_builder_set_value (self->builder, number, figure->value);
    }
}

static void
add_alternate (RsImport *self, guint64 number, guint row, const Figure *figure)
{
  const RsImportTable *table = &self->figures;
  RsPassport *passport = rs_dataset_builder_get_passport (self->builder, number);
  RsAlternate *alternate = rs_passport_add_alternate (passport);

  alternate->value = figure->value;
  alternate->kind = figure->kind;
  alternate->previous = figure->previous;
  alternate->source = figure->source;
  alternate->formula = dup_formula (table, row);
  rs_import_text (&alternate->note, table, row, FIGURE_NOTE, FIGURE_NOTE_ZH);
}

static char *
dup_status (const RsImportTable *table, guint row, const Figure *figure)
{
  const char *status = rs_import_get (table, row, FIGURE_STATUS);

  if (figure->kind == RS_KIND_BOUND)
    return g_strconcat (">", status, NULL);
  if (figure->less_than_half)
    return g_strdup ("0n");
  return *status != '\0' ? g_strdup (status) : NULL;
}

/* First pass: decides which row each cell shows. A published figure goes before a derived one of
 * the same cell, wherever the two stand; any other pair is a duplicate. */
static gboolean
choose_row (RsImport *self, GHashTable *cells, guint row, GError **error)
{
  const RsImportTable *table = &self->figures;
  Address address;
  Figure figure = { 0 };
  guint64 number;
  Cell *cell;

  if (!read_address (self, table, row, &address, error) ||
      !read_figure (self, row, &address, &figure, error))
    return FALSE;
  if (figure.alternate)
    return TRUE;

  number = get_cell (self, &address);
  cell = g_hash_table_lookup (cells, &number);
  if (cell == NULL)
    {
      cell = g_new0 (Cell, 1);
      cell->row = row;
      cell->kind = figure.kind;
      cell->status = dup_status (table, row, &figure);
      g_hash_table_insert (cells, g_memdup2 (&number, sizeof number), cell);
      return TRUE;
    }
  if (!cell->has_second && ((cell->kind == RS_KIND_PUBLISHED && figure.kind == RS_KIND_DERIVED) ||
                            (cell->kind == RS_KIND_DERIVED && figure.kind == RS_KIND_PUBLISHED)))
    {
      cell->has_second = TRUE;
      if (figure.kind == RS_KIND_PUBLISHED)
        {
          g_free (cell->status);
          cell->row = row;
          cell->kind = figure.kind;
          cell->status = dup_status (table, row, &figure);
        }
      return TRUE;
    }
  return rs_import_fail (
    table, row, RS_DATASET_ERROR_INCONSISTENT, error,
    _ ("The figure stands in line %u already. Mark one of the two as alternate."),
    rs_csv_table_get_line (table->csv, cell->row));
}

/* Second pass, when it is known which row each cell shows. */
static gboolean
place_row (RsImport *self, GHashTable *cells, guint row, GError **error)
{
  const RsImportTable *table = &self->figures;
  Address address;
  Figure figure = { 0 };
  guint64 number;
  const Cell *cell;

  if (!read_address (self, table, row, &address, error) ||
      !read_figure (self, row, &address, &figure, error))
    return FALSE;
  number = get_cell (self, &address);
  cell = g_hash_table_lookup (cells, &number);
  if (cell == NULL)
    return rs_import_fail (
      table, row, RS_DATASET_ERROR_INCONSISTENT, error,
      _ ("The alternate has no figure beside it; the cell is otherwise empty."));
  if (cell->row == row)
    {
      set_figure (self, number, row, &figure);
      return TRUE;
    }
  if (figure.has_growth || figure.has_difference)
    return rs_import_fail (
      table, row, RS_DATASET_ERROR_INCONSISTENT, error,
      _ ("A published change belongs to the figure that is shown, not to one kept beside it."));
  add_alternate (self, number, row, &figure);
  return TRUE;
}

static gboolean
read_target (RsImport *self, guint row, GHashTable *seen, GError **error)
{
  const RsImportTable *table = &self->targets;
  const char *op = rs_import_get (table, row, TARGET_OPERATOR);
  RsTarget target = { 0 };
  RsTarget *added;
  Address address;
  guint64 number;

  if (!read_address (self, table, row, &address, error) ||
      !check_unit (self, table, row, TARGET_UNIT, address.indicator, error) ||
      !rs_import_number (table, row, TARGET_VALUE, &target.value, error) ||
      !rs_import_flag (table, row, TARGET_INFERRED, &target.operator_inferred, error) ||
      !rs_import_flag (table, row, TARGET_DERIVED, &target.derived, error) ||
      !rs_import_flag (table, row, TARGET_PROVISIONAL, &target.provisional, error) ||
      !rs_import_lookup (table, row, TARGET_SOURCE, self->source_rows, _ ("source"), FALSE,
                         &target.source, error))
    return FALSE;
  if (!rs_operator_from_string (op, &target.op))
    return rs_import_fail (table, row, RS_DATASET_ERROR_REFERENCE, error,
                           _ ("The operator “%s” is not known; it is >=, <= or ~."), op);
  number = get_cell (self, &address);
  if (!g_hash_table_add (seen, g_memdup2 (&number, sizeof number)))
    return rs_import_fail (table, row, RS_DATASET_ERROR_INCONSISTENT, error,
                           _ ("The indicator has a target for this region and period already."));

  target.indicator = (guint) address.indicator;
  target.region = (guint) address.region;
  target.period = (guint) rs_period_distance (self->first, address.period);
  added = rs_dataset_builder_add_target (self->builder);
  *added = target;
  rs_import_text (&added->note, table, row, TARGET_NOTE, TARGET_NOTE_ZH);
  return TRUE;
}

/* The first figure after a break carries the mark "b"; a series that begins after it, or ends
 * before it, has none. */
static void
mark_break (RsImport *self, GHashTable *cells, const RsBreak *series_break, guint region)
{
  const guint64 start =
    ((guint64) series_break->indicator * self->regions.n_rows + region) * self->n_periods;
  gboolean before = FALSE;

  for (guint i = 0; i <= series_break->before && !before; i++)
    {
      const guint64 number = start + i;

      before = g_hash_table_contains (cells, &number);
    }
  if (!before)
    return;
  for (guint i = series_break->after; i < self->n_periods; i++)
    {
      const guint64 number = start + i;
      Cell *cell = g_hash_table_lookup (cells, &number);

      if (cell == NULL)
        continue;
      if ((rs_flags_from_status (cell->status) & RS_FLAG_BREAK) == 0)
        {
          char *status = g_strconcat ("b", cell->status, NULL);

          g_free (cell->status);
          cell->status = status;
        }
      return;
    }
}

static gboolean
read_break (RsImport *self, guint row, GHashTable *cells, GError **error)
{
  const RsImportTable *table = &self->breaks;
  RsBreak series_break = { 0 };
  RsBreak *added;
  RsPeriod before, after;
  int indicator;

  if (!rs_import_lookup (table, row, BREAK_INDICATOR, self->indicator_rows, _ ("indicator"), FALSE,
                         &indicator, error) ||
      !rs_import_lookup (table, row, BREAK_REGION, self->region_rows, _ ("region"), TRUE,
                         &series_break.region, error) ||
      !rs_import_lookup (table, row, BREAK_SOURCE, self->source_rows, _ ("source"), TRUE,
                         &series_break.source, error) ||
      !rs_import_period (self, table, row, BREAK_BEFORE, &before, error) ||
      !rs_import_period (self, table, row, BREAK_AFTER, &after, error))
    return FALSE;
  if (rs_period_compare (before, after) >= 0)
    return rs_import_fail (table, row, RS_DATASET_ERROR_INCONSISTENT, error,
                           _ ("A break lies between an earlier and a later period."));

  series_break.indicator = (guint) indicator;
  series_break.before = (guint) rs_period_distance (self->first, before);
  series_break.after = (guint) rs_period_distance (self->first, after);
  added = rs_dataset_builder_add_break (self->builder);
  *added = series_break;
  rs_import_text (&added->note, table, row, BREAK_NOTE, BREAK_NOTE_ZH);

  for (guint region = 0; region < self->regions.n_rows; region++)
    if (series_break.region < 0 || (guint) series_break.region == region)
      mark_break (self, cells, &series_break, region);
  return TRUE;
}

static void
set_statuses (RsImport *self, GHashTable *cells)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, cells);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const guint64 *number = key;
      const Cell *cell = value;

      if (cell->status != NULL)
        rs_dataset_builder_set_status (self->builder, *number, cell->status);
    }
}

gboolean
rs_import_add_cells (RsImport *self, GError **error)
{
  g_autoptr (GHashTable) cells =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, cell_free);
  g_autoptr (GHashTable) targets =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  const guint64 n_cells =
    (guint64) self->indicators.n_rows * self->regions.n_rows * self->n_periods;

  if (!rs_dataset_builder_begin_cells (self->builder, n_cells / DENSE_SHARE < self->figures.n_rows,
                                       error))
    {
      g_prefix_error (error, "%s: ", self->name);
      return FALSE;
    }
  for (guint row = 0; row < self->figures.n_rows; row++)
    if (!choose_row (self, cells, row, error))
      return FALSE;
  for (guint row = 0; row < self->figures.n_rows; row++)
    if (!place_row (self, cells, row, error))
      return FALSE;
  for (guint row = 0; row < self->targets.n_rows; row++)
    if (!read_target (self, row, targets, error))
      return FALSE;
  for (guint row = 0; row < self->breaks.n_rows; row++)
    if (!read_break (self, row, cells, error))
      return FALSE;
  set_statuses (self, cells);
  return TRUE;
}
