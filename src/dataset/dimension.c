/* SPDX-License-Identifier: GPL-3.0-or-later
 * A dimension of a dataset and its categories. */
#define G_LOG_DOMAIN "renshe-dataset"

#include "config.h"

#include "dataset/dimension.h"
#include "dataset/dataset-error.h"
#include "dataset/dataset-private.h"

#include <glib/gi18n-lib.h>

const char *
rs_role_to_string (RsRole role)
{
  switch (role)
    {
    case RS_ROLE_NONE:
      return "null";
    case RS_ROLE_TIME:
      return "time";
    case RS_ROLE_GEO:
      return "geo";
    case RS_ROLE_METRIC:
      return "metric";
    }
  g_return_val_if_reached ("null");
}

const char *
rs_nature_to_string (RsNature nature)
{
  switch (nature)
    {
    case RS_NATURE_UNKNOWN:
      return "";
    case RS_NATURE_FLOW:
      return "flow";
    case RS_NATURE_FLOW_CUMULATIVE:
      return "flow_cumulative";
    case RS_NATURE_STOCK:
      return "stock";
    case RS_NATURE_RATE:
      return "rate";
    case RS_NATURE_GROWTH:
      return "growth";
    }
  g_return_val_if_reached ("");
}

RsNature
rs_nature_from_string (const char *text)
{
  static const RsNature natures[] = {
    RS_NATURE_FLOW, RS_NATURE_FLOW_CUMULATIVE, RS_NATURE_STOCK, RS_NATURE_RATE, RS_NATURE_GROWTH,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (natures); i++)
    if (g_strcmp0 (text, rs_nature_to_string (natures[i])) == 0)
      return natures[i];
  return RS_NATURE_UNKNOWN;
}

int
rs_dimension_find (const RsDimension *self, const char *id)
{
  g_return_val_if_fail (id != NULL, -1);

  if (self->positions != NULL)
    return GPOINTER_TO_INT (g_hash_table_lookup (self->positions, id)) - 1;

  /* Only while a builder is filling it. */
  for (guint i = 0; i < self->n_categories; i++)
    if (g_strcmp0 (self->categories[i].id, id) == 0)
      return (int) i;
  return -1;
}

gboolean
rs_dimension_has_subyear_periods (const RsDimension *self)
{
  for (guint i = 0; i < self->n_categories; i++)
    if (self->categories[i].period.type > RS_PERIOD_YEAR)
      return TRUE;
  return FALSE;
}

int
rs_dimension_get_parent (const RsDimension *self, guint category)
{
  g_return_val_if_fail (category < self->n_categories, -1);

  if (self->categories[category].n_parents == 0)
    return -1;
  return (int) self->categories[category].first_parent;
}

RsDimension *
rs_dimension_new (const char *id, guint n_categories)
{
  RsDimension *self = g_new0 (RsDimension, 1);

  self->id = g_strdup (id);
  self->categories = g_new0 (RsCategory, MAX (n_categories, 1));
  self->n_categories = n_categories;
  for (guint i = 0; i < n_categories; i++)
    self->categories[i].unit.decimals = -1;
  return self;
}

static void
category_clear (RsCategory *self)
{
  g_free (self->id);
  rs_text_clear (&self->label);
  g_strfreev (self->notes);
  rs_text_clear (&self->unit.label);
  g_free (self->unit.symbol);
  g_free (self->unit.base);
  rs_text_clear (&self->unit.base_label);
  rs_text_clear (&self->definition);
  rs_text_clear (&self->group);
  rs_text_clear (&self->remark);
  g_free (self->family);
  g_free (self->pinyin);
  g_free (self->validity.from);
  g_free (self->validity.to);
  g_strfreev (self->successors);
  g_free (self->children);
}

void
rs_dimension_free (RsDimension *self)
{
  g_free (self->id);
  rs_text_clear (&self->label);
  g_strfreev (self->notes);
  g_clear_pointer (&self->positions, g_hash_table_unref);
  for (guint i = 0; i < self->n_categories; i++)
    category_clear (&self->categories[i]);
  g_free (self->categories);
  g_free (self->chronological);
  g_free (self);
}

gboolean
rs_category_parse_period (const RsCategory *self, RsPeriod *out_period)
{
  if (self->id != NULL && rs_period_parse (self->id, out_period))
    return TRUE;
  return self->label.original != NULL && rs_period_parse (self->label.original, out_period);
}

gboolean
rs_dimension_index_ids (RsDimension *self, GError **error)
{
  g_clear_pointer (&self->positions, g_hash_table_unref);
  self->positions = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->n_categories; i++)
    {
      char *id = self->categories[i].id;

      if (id == NULL)
        {
          g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_INCONSISTENT,
                       /* Translators: %s is the id of a dimension, %u a position counted from 0. */
                       _ ("Dimension “%s” has no category at position %u."), self->id, i);
          return FALSE;
        }
      if (!g_hash_table_insert (self->positions, id, GUINT_TO_POINTER (i + 1)))
        {
          g_set_error (
            error, RS_DATASET_ERROR, RS_DATASET_ERROR_INCONSISTENT,
            /* Translators: the first %s is the id of a dimension, the second that of a category. */
            _ ("Dimension “%s” has the category “%s” twice."), self->id, id);
          return FALSE;
        }
    }
  return TRUE;
}

/* Depth first with a stack of our own: a chain of a million children must not use up the stack of
 * the process. */
static gboolean
walk_is_acyclic (const RsDimension *self, guint root, guint8 *state, GArray *stack)
{
  enum
  {
    UNSEEN,
    OPEN,
    DONE,
  };
  typedef struct
  {
    guint category;
    guint next_child;
  } Step;
  Step step = { root, 0 };

  if (state[root] == DONE)
    return TRUE;
  g_array_set_size (stack, 0);
  g_array_append_val (stack, step);
  state[root] = OPEN;
  while (stack->len > 0)
    {
      Step *top = &g_array_index (stack, Step, stack->len - 1);
      const RsCategory *category = &self->categories[top->category];
      guint child;

      if (top->next_child == category->n_children)
        {
          state[top->category] = DONE;
          g_array_set_size (stack, stack->len - 1);
          continue;
        }
      child = category->children[top->next_child++];
      if (child >= self->n_categories || state[child] == OPEN)
        return FALSE;
      if (state[child] == UNSEEN)
        {
          state[child] = OPEN;
          step = (Step){ child, 0 };
          g_array_append_val (stack, step);
        }
    }
  return TRUE;
}

gboolean
rs_dimension_is_hierarchy_sound (const RsDimension *self)
{
  g_autofree guint8 *state = g_new0 (guint8, MAX (self->n_categories, 1));
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, 2 * sizeof (guint));

  for (guint i = 0; i < self->n_categories; i++)
    if (!walk_is_acyclic (self, i, state, stack))
      return FALSE;
  return TRUE;
}

void
rs_dimension_drop_hierarchy (RsDimension *self)
{
  for (guint i = 0; i < self->n_categories; i++)
    {
      g_clear_pointer (&self->categories[i].children, g_free);
      self->categories[i].n_children = 0;
    }
}

/* Also takes out a child that its parent names twice. */
void
rs_dimension_count_parents (RsDimension *self)
{
  /* The parent that named a category last, plus one. */
  g_autofree guint *named_by = g_new0 (guint, MAX (self->n_categories, 1));

  for (guint i = 0; i < self->n_categories; i++)
    self->categories[i].n_parents = 0;

  for (guint i = 0; i < self->n_categories; i++)
    {
      RsCategory *parent = &self->categories[i];
      guint n_kept = 0;

      for (guint j = 0; j < parent->n_children; j++)
        {
          RsCategory *child = &self->categories[parent->children[j]];

          if (named_by[parent->children[j]] == i + 1)
            continue;
          named_by[parent->children[j]] = i + 1;
          if (child->n_parents++ == 0)
            child->first_parent = i;
          parent->children[n_kept++] = parent->children[j];
        }
      parent->n_children = n_kept;
    }
}

static int
compare_positions (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const RsDimension *self = user_data;
  guint left = *(const guint *) a;
  guint right = *(const guint *) b;
  int order = rs_period_compare (self->categories[left].period, self->categories[right].period);

  /* Categories of one period, or of none, stay in the order of the file. */
  if (order != 0)
    return order;
  return left < right ? -1 : left > right ? 1 : 0;
}

void
rs_dimension_order_periods (RsDimension *self)
{
  for (guint i = 0; i < self->n_categories; i++)
    rs_category_parse_period (&self->categories[i], &self->categories[i].period);

  g_free (self->chronological);
  self->chronological = g_new0 (guint, MAX (self->n_categories, 1));
  for (guint i = 0; i < self->n_categories; i++)
    self->chronological[i] = i;
  g_qsort_with_data (self->chronological, (int) self->n_categories, sizeof (guint),
                     compare_positions, self);
}
