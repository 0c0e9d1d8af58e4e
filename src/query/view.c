/* SPDX-License-Identifier: GPL-3.0-or-later
 * A view as a value: made, copied, compared. */
#define G_LOG_DOMAIN "renshe-query"

#include "config.h"

#include "query/view.h"

G_DEFINE_QUARK (rs - query - error - quark, rs_query_error)

RsView *
rs_view_new (void)
{
  RsView *self = g_new0 (RsView, 1);

  self->show_targets = TRUE;
  return self;
}

static GHashTable *
copy_fixed (GHashTable *fixed)
{
  GHashTable *copy = NULL;
  GHashTableIter iter;
  gpointer key = NULL;
  gpointer value = NULL;

  if (fixed == NULL)
    return NULL;
  copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_iter_init (&iter, fixed);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (copy, g_strdup (key), g_strdup (value));
  return copy;
}

RsView *
rs_view_copy (const RsView *self)
{
  RsView *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (RsView, 1);
  copy->id = g_strdup (self->id);
  rs_text_copy (&copy->title, &self->title);
  rs_text_copy (&copy->subtitle, &self->subtitle);
  rs_text_copy (&copy->note, &self->note);
  copy->indicators = g_strdupv (self->indicators);
  copy->regions = g_strdupv (self->regions);
  copy->year = self->year;
  copy->from = g_strdup (self->from);
  copy->to = g_strdup (self->to);
  copy->last_n = self->last_n;
  copy->fixed = copy_fixed (self->fixed);
  copy->kind = self->kind;
  copy->headline = g_strdup (self->headline);
  copy->goals = g_strdupv (self->goals);
  copy->show_targets = self->show_targets;
  copy->from_zero = self->from_zero;
  copy->scope = self->scope;
  copy->log_scale = self->log_scale;
  return copy;
}

void
rs_view_free (RsView *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  rs_text_clear (&self->title);
  rs_text_clear (&self->subtitle);
  rs_text_clear (&self->note);
  g_strfreev (self->indicators);
  g_strfreev (self->regions);
  g_free (self->from);
  g_free (self->to);
  g_clear_pointer (&self->fixed, g_hash_table_unref);
  g_free (self->headline);
  g_strfreev (self->goals);
  g_free (self);
}

static gboolean
texts_equal (const RsText *a, const RsText *b)
{
  if (g_strcmp0 (a->original, b->original) != 0)
    return FALSE;
  for (guint i = 0; i < RS_N_LANGUAGES; i++)
    if (g_strcmp0 (a->translation[i], b->translation[i]) != 0)
      return FALSE;
  return TRUE;
}

/* NULL (ask the dataset) and an empty list (show nothing) are two things. */
static gboolean
lists_equal (char **a, char **b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_strv_equal ((const char *const *) a, (const char *const *) b);
}

static gboolean
fixed_equal (GHashTable *a, GHashTable *b)
{
  guint size_a = a != NULL ? g_hash_table_size (a) : 0;
  guint size_b = b != NULL ? g_hash_table_size (b) : 0;
  GHashTableIter iter;
  gpointer key = NULL;
  gpointer value = NULL;

  if (size_a != size_b)
    return FALSE;
  if (size_a == 0)
    return TRUE;
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (g_strcmp0 (g_hash_table_lookup (b, key), value) != 0)
      return FALSE;
  return TRUE;
}

gboolean
rs_view_equal (const RsView *a, const RsView *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_strcmp0 (a->id, b->id) == 0 && texts_equal (&a->title, &b->title) &&
         texts_equal (&a->subtitle, &b->subtitle) && texts_equal (&a->note, &b->note) &&
         lists_equal (a->indicators, b->indicators) && lists_equal (a->regions, b->regions) &&
         a->year == b->year && g_strcmp0 (a->from, b->from) == 0 && g_strcmp0 (a->to, b->to) == 0 &&
         a->last_n == b->last_n && fixed_equal (a->fixed, b->fixed) && a->kind == b->kind &&
         g_strcmp0 (a->headline, b->headline) == 0 && lists_equal (a->goals, b->goals) &&
         a->show_targets == b->show_targets && a->from_zero == b->from_zero &&
         a->scope == b->scope && a->log_scale == b->log_scale;
}
