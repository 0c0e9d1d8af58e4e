/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which colour a series has: the same in every chart of the same thing. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/series-colors.h"

#include <string.h>

#include "chart/theme.h"

/* FNV-1a, begun at a value of our own: with this one no two series of a chart of the boards that
 * the program brings along ask for the same colour. Another would change the colours of all charts.
 */
#define HASH_BEGIN 792044u
#define HASH_PRIME 16777619u

typedef struct
{
  char *id;  /* (owned) */
  guint at;  /* in the list of series */
  guint own; /* the colour that the id asks for */
} Entry;

static void
entry_clear (gpointer data)
{
  g_free (((Entry *) data)->id);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *first = a, *second = b;
  int order = strcmp (first->id, second->id);

  return order != 0 ? order : (first->at > second->at) - (first->at < second->at);
}

static guint
pick_color (const char *id)
{
  guint32 hash = HASH_BEGIN;

  for (const char *c = id; *c != '\0'; c++)
    hash = (hash ^ (guchar) *c) * HASH_PRIME;
  /* FNV hardly mixes the last letters, and codes of regions differ in nothing else: shift and
   * multiply until every bit counts (the finish of MurmurHash3, which is in the public domain). */
  hash = (hash ^ (hash >> 16)) * 0x85ebca6bu;
  hash = (hash ^ (hash >> 13)) * 0xc2b2ae35u;
  hash ^= hash >> 16;
  return (guint) (((guint64) hash * RS_N_SERIES_COLORS) >> 32);
}

/* Whether series of @frame differ in what is measured, and in where. */
static void
find_differences (const RsFrame *frame, gboolean *out_indicators, gboolean *out_regions)
{
  const RsSeries *first = rs_frame_get_series (frame, 0);

  *out_indicators = *out_regions = FALSE;
  for (guint i = 1; i < rs_frame_get_n_series (frame); i++)
    {
      const RsSeries *series = rs_frame_get_series (frame, i);

      *out_indicators = *out_indicators || series->indicator != first->indicator;
      *out_regions = *out_regions || series->region != first->region;
    }
}

static const char *
get_id (const RsDimension *dimension, guint position)
{
  if (dimension == NULL || position >= dimension->n_categories)
    return "";
  return dimension->categories[position].id;
}

/* Takes the first free colour from @color on; when all are taken, the round begins anew. */
static guint
take_color (gboolean *taken, guint *n_taken, guint color)
{
  if (*n_taken == RS_N_SERIES_COLORS)
    {
      *n_taken = 0;
      memset (taken, 0, RS_N_SERIES_COLORS * sizeof *taken);
    }
  while (taken[color])
    color = (color + 1) % RS_N_SERIES_COLORS;
  taken[color] = TRUE;
  (*n_taken)++;
  return color;
}

void
rs_series_colors_assign (const RsFrame *frame, const guint *series, guint n, guint *out_colors)
{
  const RsDataset *dataset = rs_frame_get_dataset (frame);
  g_autoptr (GArray) entries = g_array_sized_new (FALSE, TRUE, sizeof (Entry), n);
  g_autofree gboolean *done = g_new0 (gboolean, MAX (n, 1));
  gboolean taken[RS_N_SERIES_COLORS] = { FALSE };
  gboolean by_indicator, by_region;
  guint n_taken = 0;

  if (n == 0)
    return;
  if (rs_frame_get_n_series (frame) == 1)
    {
      out_colors[0] = 0;
      return;
    }
  g_array_set_clear_func (entries, entry_clear);
  find_differences (frame, &by_indicator, &by_region);
  for (guint i = 0; i < n; i++)
    {
      const RsSeries *s = rs_frame_get_series (frame, series[i]);
      const char *indicator = get_id (rs_dataset_get_metric (dataset), s->indicator);
      const char *region = get_id (rs_dataset_get_geo (dataset), s->region);
      Entry entry = { NULL, i, 0 };

      if (by_indicator && by_region)
        entry.id = g_strdup_printf ("%s/%s", indicator, region);
      else
        entry.id = g_strdup (by_region ? region : indicator);
      entry.own = pick_color (entry.id);
      g_array_append_val (entries, entry);
    }
  g_array_sort (entries, compare_entries);
  /* Whoever can has its own colour; then the others choose among what is left. */
  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < n; i++)
      {
        const Entry *entry = &g_array_index (entries, Entry, i);

        if (done[i] || (pass == 0 && taken[entry->own]))
          continue;
        out_colors[entry->at] = take_color (taken, &n_taken, entry->own);
        done[i] = TRUE;
      }
}

void
rs_series_colors_tell_apart (guint *colors, guint n)
{
  gboolean taken[RS_N_SERIES_COLORS] = { FALSE };
  g_autofree gboolean *kept = g_new0 (gboolean, MAX (n, 1));
  guint n_taken = 0;

  for (guint i = 0; i < n; i++)
    if (!taken[colors[i]])
      {
        taken[colors[i]] = kept[i] = TRUE;
        n_taken++;
      }
  for (guint i = 0; i < n; i++)
    if (!kept[i])
      colors[i] = take_color (taken, &n_taken, colors[i]);
}
