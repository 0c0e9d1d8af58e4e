/* SPDX-License-Identifier: GPL-3.0-or-later
 * The importer's wholes and parts: indicators that add up to another one by their definitions. */
#define G_LOG_DOMAIN "renshe-dataset"

#include "config.h"

#include "dataset/importer-private.h"

#include <glib/gi18n-lib.h>

/* What cannot be added up, or is counted another way, is no part of the other. */
static gboolean
check_part (
  const RsImport *self, const RsDimension *dimension, guint row, guint whole, GError **error)
{
  const RsImportTable *table = &self->indicators;
  const char *id = rs_import_get (table, whole, INDICATOR_ID);
  RsNature nature = dimension->categories[row].nature;

  if (row == whole)
    return rs_import_fail (table, row, RS_DATASET_ERROR_INCONSISTENT, error,
                           _ ("The indicator is a part of itself."));
  if (nature != dimension->categories[whole].nature ||
      g_strcmp0 (rs_import_get (table, row, INDICATOR_UNIT),
                 rs_import_get (table, whole, INDICATOR_UNIT)) != 0)
    return rs_import_fail (table, row, RS_DATASET_ERROR_INCONSISTENT, error,
                           /* Translators: id of an indicator. */
                           _ ("The indicator is a part of “%s”, but has another unit or nature."),
                           id);
  if (nature == RS_NATURE_RATE || nature == RS_NATURE_GROWTH)
    return rs_import_fail (table, row, RS_DATASET_ERROR_INCONSISTENT, error,
                           /* Translators: id of an indicator. */
                           _ ("Rates and growth do not add up, so this is no part of “%s”."), id);
  return TRUE;
}

gboolean
rs_import_fill_parts (RsImport *self, RsDimension *dimension, GError **error)
{
  const RsImportTable *table = &self->indicators;
  g_autofree int *wholes = g_new (int, MAX (1, table->n_rows));

  for (guint row = 0; row < table->n_rows; row++)
    {
      if (!rs_import_lookup (table, row, INDICATOR_PART_OF, self->indicator_rows, _ ("indicator"),
                             TRUE, &wholes[row], error))
        return FALSE;
      if (wholes[row] < 0)
        continue;
      if (!check_part (self, dimension, row, (guint) wholes[row], error))
        return FALSE;
      dimension->categories[wholes[row]].n_children++;
    }
  for (guint row = 0; row < table->n_rows; row++)
    {
      RsCategory *category = &dimension->categories[row];
      guint steps = 0;

      for (int up = wholes[row]; up >= 0; up = wholes[up])
        if (++steps > table->n_rows)
          return rs_import_fail (table, row, RS_DATASET_ERROR_INCONSISTENT, error,
                                 _ ("The wholes of this indicator lead in a circle."));
      category->children = category->n_children > 0 ? g_new0 (guint, category->n_children) : NULL;
      category->n_children = 0;
    }
  for (guint row = 0; row < table->n_rows; row++)
    if (wholes[row] >= 0)
      {
        RsCategory *whole = &dimension->categories[wholes[row]];

        whole->children[whole->n_children++] = row;
      }
  return TRUE;
}
