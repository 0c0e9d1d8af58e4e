/* SPDX-License-Identifier: GPL-3.0-or-later
 * What must be right about a dataset before it is sealed, and what follows from its ids alone. */
#define G_LOG_DOMAIN "renshe-dataset"

#include "config.h"

#include "dataset/dataset-private.h"

#include "dataset/dataset-error.h"
#include "dataset/json-pointer.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
check_hierarchy (const RsDataset *dataset, RsDimension *dimension, RsDiagnostics *diagnostics)
{
  if (!rs_dimension_is_hierarchy_sound (dimension))
    {
      rs_dimension_drop_hierarchy (dimension);
      if (diagnostics != NULL)
        {
          g_autofree char *dimensions = rs_json_pointer_member (dataset->path, "dimension");
          g_autofree char *pointer = rs_json_pointer_member (dimensions, dimension->id);
          g_autofree char *path = g_strconcat (pointer, "/category/child", NULL);

          rs_diagnostics_add (
            diagnostics, RS_SEVERITY_WARNING, path,
            /* Translators: %s is the id of a dimension. */
            _ ("A category of dimension “%s” is its own descendant; the hierarchy is left out."),
            dimension->id);
        }
    }
  rs_dimension_count_parents (dimension);
}

static guint
get_size_of_role (const RsDataset *dataset, RsRole role)
{
  int index = rs_dataset_get_role (dataset, role);

  return index < 0 ? 1 : rs_dataset_get_dimension (dataset, (guint) index)->n_categories;
}

/* Where a dataset has no dimension of a role, the position in it is 0. */
static gboolean
check_targets_and_breaks (const RsDataset *dataset, GError **error)
{
  guint n_indicators = get_size_of_role (dataset, RS_ROLE_METRIC);
  guint n_regions = get_size_of_role (dataset, RS_ROLE_GEO);
  guint n_periods = get_size_of_role (dataset, RS_ROLE_TIME);

  for (guint i = 0; i < dataset->targets->len; i++)
    {
      const RsTarget *target = rs_dataset_get_target (dataset, i);

      if (target->indicator >= n_indicators || target->region >= n_regions ||
          target->period >= n_periods || !isfinite (target->value))
        {
          g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_INCONSISTENT,
                       /* Translators: %u counts from 0. */
                       _ ("Target %u names a category that the dataset does not have."), i);
          return FALSE;
        }
    }
  for (guint i = 0; i < dataset->breaks->len; i++)
    {
      const RsBreak *at = rs_dataset_get_break (dataset, i);

      if (at->indicator >= n_indicators || at->region >= (int) n_regions ||
          at->before >= n_periods || at->after >= n_periods)
        {
          g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_INCONSISTENT,
                       /* Translators: %u counts from 0. */
                       _ ("Break %u names a category that the dataset does not have."), i);
          return FALSE;
        }
    }
  return TRUE;
}

gboolean
rs_dataset_check_and_complete (RsDataset *dataset, RsDiagnostics *diagnostics, GError **error)
{
  for (guint i = 0; i < dataset->dimensions->len; i++)
    if (!rs_dimension_index_ids (g_ptr_array_index (dataset->dimensions, i), error))
      return FALSE;

  rs_dataset_assign_roles (dataset);
  for (guint i = 0; i < dataset->dimensions->len; i++)
    {
      RsDimension *dimension = g_ptr_array_index (dataset->dimensions, i);

      check_hierarchy (dataset, dimension, diagnostics);
      if (dimension->role == RS_ROLE_TIME)
        rs_dimension_order_periods (dimension);
    }
  return check_targets_and_breaks (dataset, error);
}
