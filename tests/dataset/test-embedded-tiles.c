/* SPDX-License-Identifier: GPL-3.0-or-later
 * The maps of tiles that the program brings along: no two regions on one square, what borders stays
 * together, and the order is that of the map. */
#include "config.h"

#include <math.h>
#include <stdlib.h>

#include "embedded-fixture.h"

/* Order of tiles and of coordinates. */
#define LEAST_CORRELATION 0.85

/* A region and what it borders on; each pair once. */
typedef struct
{
  const char *id;
  const char *neighbours;
} Border;

static const Border provinces[] = {
  { "230000", "150000 220000" },
  { "220000", "150000 210000" },
  { "210000", "150000 130000" },
  { "150000", "130000 140000 610000 640000 620000" },
  { "130000", "110000 120000 140000 410000 370000" },
  { "110000", "120000" },
  { "140000", "410000 610000" },
  { "610000", "410000 420000 500000 510000 620000 640000" },
  { "640000", "620000" },
  { "620000", "510000 630000 650000" },
  { "630000", "650000 540000 510000" },
  { "650000", "540000" },
  { "540000", "510000 530000" },
  { "510000", "500000 520000 530000" },
  { "500000", "420000 430000 520000" },
  { "520000", "430000 450000 530000" },
  { "530000", "450000" },
  { "450000", "430000 440000" },
  { "440000", "430000 360000 350000 460000 810000 820000" },
  { "430000", "420000 360000" },
  { "420000", "410000 340000 360000" },
  { "410000", "340000 370000" },
  { "370000", "340000 320000" },
  { "340000", "360000 330000 320000" },
  { "320000", "330000 310000" },
  { "310000", "330000" },
  { "330000", "360000 350000" },
  { "360000", "350000" },
  { "350000", "710000" },
  { "810000", "820000" },
};

static const Border districts[] = {
  { "500103", "500105 500108 500107 500106" },
  { "500105", "500112 500108 500113 500106" },
  { "500108", "500113 500107" },
  { "500106", "500107 500112 500109 500120" },
  { "500107", "500104 500113 500116 500120" },
  { "500104", "500113 500116" },
  { "500109", "500112 500117 500120" },
  { "500112", "500115 500113 500117" },
  { "500113", "500115 500102 500119 500110 500116" },
  { "500102", "500115 500119 500156 500230 500231" },
  { "500115", "500231" },
  { "500119", "500110 500156" },
  { "500110", "500116" },
  { "500116", "500120 500118" },
  { "500118", "500120 500151 500111 500153" },
  { "500120", "500117 500151" },
  { "500151", "500117 500152 500111" },
  { "500152", "500117 500111" },
  { "500111", "500153" },
  { "500231", "500230 500233 500155" },
  { "500155", "500233 500101" },
  { "500233", "500101 500240 500230" },
  { "500230", "500240 500156 500243" },
  { "500101", "500240 500154 500235" },
  { "500154", "500235 500238 500229" },
  { "500229", "500238" },
  { "500235", "500238 500236" },
  { "500236", "500238 500237" },
  { "500237", "500238" },
  { "500240", "500243" },
  { "500156", "500243" },
  { "500243", "500114 500242" },
  { "500114", "500242" },
  { "500242", "500241" },
};

/* Regions with a place whose parent or grandparent is @ancestor. (transfer full) (element-type
 * RsCategory) */
static GPtrArray *
list_placed (const char *ancestor, gboolean deep)
{
  const RsDimension *geo = rs_dataset_get_geo (embedded_get ("yearly"));
  const RsCategory *top = embedded_region (embedded_get ("yearly"), ancestor);
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < top->n_children; i++)
    {
      const RsCategory *child = &geo->categories[top->children[i]];

      if (!deep && child->has_tile)
        g_ptr_array_add (list, (gpointer) child);
      for (guint j = 0; deep && j < child->n_children; j++)
        if (geo->categories[child->children[j]].has_tile)
          g_ptr_array_add (list, (gpointer) &geo->categories[child->children[j]]);
    }
  return list;
}

static void
assert_one_a_square (const GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++)
    for (guint j = i + 1; j < list->len; j++)
      {
        const RsCategory *a = list->pdata[i], *b = list->pdata[j];

        if (a->tile_column == b->tile_column && a->tile_row == b->tile_row)
          g_error ("%s and %s stand on one square", a->id, b->id);
      }
}

/* Mean of the ranks that equal values share. */
static double
get_rank (const double *values, guint n, guint i)
{
  double less = 0, equal = 0;

  for (guint j = 0; j < n; j++)
    {
      less += values[j] < values[i] ? 1 : 0;
      equal += values[j] == values[i] ? 1 : 0;
    }
  return less + (equal - 1) / 2;
}

/* Spearman's. */
static double
correlate (const double *a, const double *b, guint n)
{
  double mean = (n - 1) / 2.0;
  double ab = 0, aa = 0, bb = 0;

  for (guint i = 0; i < n; i++)
    {
      double x = get_rank (a, n, i) - mean, y = get_rank (b, n, i) - mean;

      ab += x * y;
      aa += x * x;
      bb += y * y;
    }
  return ab / sqrt (aa * bb);
}

static void
assert_order (const GPtrArray *list)
{
  g_autofree double *columns = g_new (double, list->len);
  g_autofree double *rows = g_new (double, list->len);
  g_autofree double *longitudes = g_new (double, list->len);
  g_autofree double *latitudes = g_new (double, list->len);

  for (guint i = 0; i < list->len; i++)
    {
      const RsCategory *region = list->pdata[i];

      g_assert_true (region->has_coordinates);
      columns[i] = region->tile_column;
      rows[i] = region->tile_row;
      longitudes[i] = region->longitude;
      latitudes[i] = -region->latitude;
    }
  g_assert_cmpfloat (correlate (columns, longitudes, list->len), >, LEAST_CORRELATION);
  g_assert_cmpfloat (correlate (rows, latitudes, list->len), >, LEAST_CORRELATION);
}

/* How many of the known borders are between squares that do not touch, not even at a corner. */
static guint
count_torn (const Border *borders, gsize n, guint *out_pairs)
{
  const RsDataset *dataset = embedded_get ("yearly");
  guint n_torn = 0;

  *out_pairs = 0;
  for (gsize i = 0; i < n; i++)
    {
      const RsCategory *a = embedded_region (dataset, borders[i].id);
      g_auto (GStrv) ids = g_strsplit (borders[i].neighbours, " ", -1);

      for (guint j = 0; ids[j] != NULL; j++)
        {
          const RsCategory *b = embedded_region (dataset, ids[j]);
          int distance =
            MAX (abs (a->tile_column - b->tile_column), abs (a->tile_row - b->tile_row));

          g_assert_true (a->has_tile && b->has_tile);
          (*out_pairs)++;
          g_assert_cmpint (distance, >, 0);
          g_assert_cmpint (distance, <=, 3);
          n_torn += distance > 1 ? 1 : 0;
        }
    }
  return n_torn;
}

static void
test_provinces (void)
{
  g_autoptr (GPtrArray) list = list_placed ("000000", FALSE);
  guint n_pairs;

  g_assert_cmpuint (list->len, ==, 34);
  assert_one_a_square (list);
  assert_order (list);
  /* Inner Mongolia borders on eight, from Heilongjiang to Gansu; one square cannot. */
  g_assert_cmpuint (count_torn (provinces, G_N_ELEMENTS (provinces), &n_pairs), <=, 5);
  g_assert_cmpuint (n_pairs, ==, 73);
}

static void
test_districts (void)
{
  g_autoptr (GPtrArray) list = list_placed ("500000", TRUE);
  guint n_pairs;

  g_assert_cmpuint (list->len, ==, 38);
  assert_one_a_square (list);
  assert_order (list);
  /* Banan alone borders on ten. */
  g_assert_cmpuint (count_torn (districts, G_N_ELEMENTS (districts), &n_pairs), <=, 12);
  g_assert_cmpuint (n_pairs, ==, 83);
  /* What came later lies on squares that are taken. */
  g_assert_false (embedded_region (embedded_get ("yearly"), "500157")->has_tile);
}

/* Marks all squares of @parent that can be reached side by side from @from. */
static guint
flood (const GPtrArray *list, const RsCategory *from, GHashTable *seen)
{
  guint n = 1;

  g_hash_table_add (seen, (gpointer) from);
  for (guint i = 0; i < list->len; i++)
    {
      const RsCategory *to = list->pdata[i];

      if (to->first_parent == from->first_parent && !g_hash_table_contains (seen, to) &&
          abs (to->tile_column - from->tile_column) + abs (to->tile_row - from->tile_row) == 1)
        n += flood (list, to, seen);
    }
  return n;
}

/* Each of the three areas is in one piece. */
static void
test_areas (void)
{
  g_autoptr (GPtrArray) list = list_placed ("500000", TRUE);

  for (guint i = 0; i < list->len; i++)
    {
      const RsCategory *from = list->pdata[i];
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
      guint n = 0;

      for (guint j = 0; j < list->len; j++)
        n += ((const RsCategory *) list->pdata[j])->first_parent == from->first_parent ? 1 : 0;
      g_assert_cmpuint (flood (list, from, seen), ==, n);
    }
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  embedded_load (argv[1]);
  g_test_add_func ("/dataset/embedded-tiles/provinces", test_provinces);
  g_test_add_func ("/dataset/embedded-tiles/districts", test_districts);
  g_test_add_func ("/dataset/embedded-tiles/areas", test_areas);
  result = g_test_run ();
  embedded_unload ();
  return result;
}
