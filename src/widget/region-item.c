/* SPDX-License-Identifier: GPL-3.0-or-later
 * Regions as list items, what is said of them, and the search among them. */
#define G_LOG_DOMAIN "renshe-widget"

#include "config.h"

#include "widget/region-item.h"

#include <glib/gi18n-lib.h>

#include "base/search-key.h"

/* No hierarchy of regions is deeper; a file that says so is cut here. */
#define PATH_MAX_DEPTH 32

struct _RsRegionItem
{
  GObject parent_instance;

  RsDataset *dataset; /* (owned) */
  guint position;
};

struct _RsRegionList
{
  GObject parent_instance;

  RsDataset *dataset; /* (owned) */
  GArray *positions;  /* (element-type guint) (owned) */
};

struct _RsRegionSearch
{
  RsDataset *dataset; /* (owned) */
  GPtrArray *keys;    /* (element-type RsSearchKey) (owned): by position */
};

typedef struct
{
  guint position;
  int rank;
} Match;

G_DEFINE_FINAL_TYPE (RsRegionItem, rs_region_item, G_TYPE_OBJECT)

static GType
rs_region_list_get_item_type (GListModel *model)
{
  return RS_TYPE_REGION_ITEM;
}

static guint
rs_region_list_get_n_items (GListModel *model)
{
  return RS_REGION_LIST (model)->positions->len;
}

static gpointer
rs_region_list_get_item (GListModel *model, guint position)
{
  RsRegionList *self = RS_REGION_LIST (model);
  RsRegionItem *item = NULL;

  if (position >= self->positions->len)
    return NULL;
  item = g_object_new (RS_TYPE_REGION_ITEM, NULL);
  item->dataset = rs_dataset_ref (self->dataset);
  item->position = g_array_index (self->positions, guint, position);
  return item;
}

static void
rs_region_list_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = rs_region_list_get_item_type;
  iface->get_n_items = rs_region_list_get_n_items;
  iface->get_item = rs_region_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RsRegionList,
                               rs_region_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      rs_region_list_list_model_init))

static void
rs_region_item_finalize (GObject *object)
{
  g_clear_pointer (&RS_REGION_ITEM (object)->dataset, rs_dataset_unref);
  G_OBJECT_CLASS (rs_region_item_parent_class)->finalize (object);
}

static void
rs_region_item_class_init (RsRegionItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rs_region_item_finalize;
}

static void
rs_region_item_init (RsRegionItem *self)
{
}

static void
rs_region_list_finalize (GObject *object)
{
  RsRegionList *self = RS_REGION_LIST (object);

  g_clear_pointer (&self->dataset, rs_dataset_unref);
  g_array_unref (self->positions);
  G_OBJECT_CLASS (rs_region_list_parent_class)->finalize (object);
}

static void
rs_region_list_class_init (RsRegionListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rs_region_list_finalize;
}

static void
rs_region_list_init (RsRegionList *self)
{
  self->positions = g_array_new (FALSE, FALSE, sizeof (guint));
}

guint
rs_region_item_get_position (RsRegionItem *self)
{
  g_return_val_if_fail (RS_IS_REGION_ITEM (self), 0);

  return self->position;
}

const RsCategory *
rs_region_item_get_category (RsRegionItem *self)
{
  g_return_val_if_fail (RS_IS_REGION_ITEM (self), NULL);

  return &rs_dataset_get_geo (self->dataset)->categories[self->position];
}

RsRegionList *
rs_region_list_new (RsDataset *dataset, const guint *positions, guint n)
{
  RsRegionList *self = NULL;

  g_return_val_if_fail (dataset != NULL && rs_dataset_get_geo (dataset) != NULL, NULL);

  self = g_object_new (RS_TYPE_REGION_LIST, NULL);
  self->dataset = rs_dataset_ref (dataset);
  if (n > 0)
    g_array_append_vals (self->positions, positions, n);
  return self;
}

RsRegionList *
rs_region_list_new_roots (RsDataset *dataset)
{
  RsRegionList *self = rs_region_list_new (dataset, NULL, 0);
  const RsDimension *geo = rs_dataset_get_geo (dataset);

  for (guint i = 0; i < geo->n_categories; i++)
    if (geo->categories[i].n_parents == 0)
      g_array_append_val (self->positions, i);
  return self;
}

RsRegionList *
rs_region_list_new_children (RsRegionItem *item)
{
  const RsCategory *category = rs_region_item_get_category (item);

  if (category->n_children == 0)
    return NULL;
  return rs_region_list_new (item->dataset, category->children, category->n_children);
}

static char *
describe_date (const char *date, RsLanguage language)
{
  RsPeriod period;

  return rs_period_parse (date, &period) ? rs_period_to_label (period, language) : g_strdup (date);
}

/* Where the region stands among those beside it: its parent's children, or the roots. (transfer
 * none) */
static const guint *
get_siblings (const RsDimension *geo, guint region, guint *out_n)
{
  const int parent = rs_dimension_get_parent (geo, region);

  *out_n = parent >= 0 ? geo->categories[parent].n_children : 0;
  return parent >= 0 ? geo->categories[parent].children : NULL;
}

/* Whether the region is younger than another beside it. "Since 1997" on each of forty rows, because
 * the whole is of 1997, would say nothing. */
static gboolean
began_later (const RsDimension *geo, guint region)
{
  RsPeriod from;
  guint n = 0;
  const guint *siblings = get_siblings (geo, region, &n);

  if (geo->categories[region].validity.from == NULL ||
      !rs_period_parse (geo->categories[region].validity.from, &from))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const char *other = geo->categories[siblings[i]].validity.from;
      RsPeriod period;

      if (other == NULL || (rs_period_parse (other, &period) && period.year < from.year))
        return TRUE;
    }
  return n == 0;
}

char *
rs_region_describe_validity (const RsDataset *dataset, guint region, RsLanguage language)
{
  const RsDimension *geo = rs_dataset_get_geo (dataset);
  const RsValidity *validity = &geo->categories[region].validity;
  g_autofree char *date = NULL;

  if (validity->to != NULL)
    {
      date = describe_date (validity->to, language);
      /* Translators: a region that existed until a date, "until 6 November 2025" */
      return g_strdup_printf (_ ("until %s"), date);
    }
  if (began_later (geo, region))
    {
      date = describe_date (validity->from, language);
      /* Translators: a region that exists since a date, "since 2010" */
      return g_strdup_printf (_ ("since %s"), date);
    }
  return g_strdup ("");
}

char *
rs_region_describe_path (const RsDataset *dataset, guint region, RsLanguage language)
{
  const RsDimension *geo = rs_dataset_get_geo (dataset);
  GString *path = g_string_new (NULL);
  int parent = rs_dimension_get_parent (geo, region);

  for (guint depth = 0; parent >= 0 && depth < PATH_MAX_DEPTH; depth++)
    {
      if (path->len > 0)
        g_string_prepend (path, " › ");
      g_string_prepend (path, rs_text_get (&geo->categories[parent].label, language));
      parent = rs_dimension_get_parent (geo, (guint) parent);
    }
  return g_string_free (path, FALSE);
}

static void
add_line (GString *text, const char *line)
{
  if (line == NULL || *line == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

static void
add_successors (GString *text,
                const RsDimension *geo,
                const RsCategory *category,
                RsLanguage language)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *line = NULL;

  for (guint i = 0; category->successors != NULL && category->successors[i] != NULL; i++)
    {
      const int position = rs_dimension_find (geo, category->successors[i]);

      if (names->len > 0)
        g_string_append (names, ", ");
      g_string_append (names, position >= 0
                                ? rs_text_get (&geo->categories[position].label, language)
                                : category->successors[i]);
    }
  if (names->len == 0)
    return;
  /* Translators: names of the regions that replaced an abolished one */
  line = g_strdup_printf (_ ("Followed by %s"), names->str);
  add_line (text, line);
}

char *
rs_region_describe (const RsDataset *dataset, guint region, RsLanguage language)
{
  const RsDimension *geo = rs_dataset_get_geo (dataset);
  const RsCategory *category = &geo->categories[region];
  const char *name = rs_text_get (&category->label, language);
  g_autofree char *validity = rs_region_describe_validity (dataset, region, language);
  g_autofree char *code = NULL;
  GString *text = g_string_new (NULL);

  add_line (text, name);
  for (guint i = 0; i < RS_N_LANGUAGES; i++)
    if (g_strcmp0 (category->label.translation[i], name) != 0)
      add_line (text, category->label.translation[i]);
  if (g_strcmp0 (category->label.original, name) != 0)
    add_line (text, category->label.original);
  /* Translators: %s is the code of a region, "500105" */
  code = g_strdup_printf (_ ("Code %s"), category->id);
  add_line (text, code);
  add_line (text, validity);
  add_line (text, rs_text_get (&category->remark, language));
  add_successors (text, geo, category, language);
  if (!rs_dataset_region_has_figures (dataset, region))
    add_line (text, _ ("This dataset has no figures for this region."));
  return g_string_free (text, FALSE);
}

RsRegionSearch *
rs_region_search_new (RsDataset *dataset)
{
  RsRegionSearch *self = g_new0 (RsRegionSearch, 1);
  const RsDimension *geo = rs_dataset_get_geo (dataset);

  self->dataset = rs_dataset_ref (dataset);
  self->keys =
    g_ptr_array_new_full (geo != NULL ? geo->n_categories : 0, (GDestroyNotify) rs_search_key_free);
  for (guint i = 0; geo != NULL && i < geo->n_categories; i++)
    {
      const RsCategory *category = &geo->categories[i];
      const char *names[RS_N_LANGUAGES + 2] = { NULL };
      guint n = 0;

      if (category->label.original != NULL)
        names[n++] = category->label.original;
      for (guint j = 0; j < RS_N_LANGUAGES; j++)
        if (category->label.translation[j] != NULL)
          names[n++] = category->label.translation[j];
      g_ptr_array_add (self->keys, rs_search_key_new (category->id, names, category->pinyin));
    }
  return self;
}

void
rs_region_search_free (RsRegionSearch *self)
{
  rs_dataset_unref (self->dataset);
  g_ptr_array_unref (self->keys);
  g_free (self);
}

static int
compare_matches (gconstpointer a, gconstpointer b)
{
  const Match *first = a;
  const Match *second = b;

  if (first->rank != second->rank)
    return first->rank > second->rank ? -1 : 1;
  return (first->position > second->position) - (first->position < second->position);
}

GArray *
rs_region_search_run (RsRegionSearch *self, const char *query)
{
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (Match));
  GArray *positions = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->keys->len; i++)
    {
      const int rank = rs_search_key_match (g_ptr_array_index (self->keys, i), query);
      const Match match = { i, rank };

      if (rank > 0)
        g_array_append_val (matches, match);
    }
  g_array_sort (matches, compare_matches);
  for (guint i = 0; i < matches->len; i++)
    g_array_append_val (positions, g_array_index (matches, Match, i).position);
  return positions;
}
