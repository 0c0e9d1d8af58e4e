/* SPDX-License-Identifier: GPL-3.0-or-later
 * Parts against their published total: what does not add up is said and never mended (chart-rules
 * R43). */
#define G_LOG_DOMAIN "renshe-query"

#include "config.h"

#include <math.h>

#include "query/frame-private.h"

/* Decimals beyond this are not printed. */
#define MAX_DECIMALS 6

typedef struct
{
  double sum;
  double tolerance; /* half a unit of the last printed digit, for each part and the total */
  gboolean complete;
} Parts;

/* Half of the last digit that was published: 0.5 for 75, 0.05 for 75.1. */
static double
get_half_unit (double value)
{
  return 0.5 * pow (10, -rs_number_get_decimals (value, MAX_DECIMALS));
}

static Parts
add_parts (const RsFrame *self, const RsCategory *whole, guint region, guint position)
{
  Parts parts = { .complete = TRUE };

  for (guint i = 0; i < whole->n_children; i++)
    {
      double value = rs_dataset_get_value (
        self->dataset, rs_frame_get_cell (self, whole->children[i], region, position));

      if (!isfinite (value))
        {
          parts.complete = FALSE;
          break;
        }
      parts.sum += value;
      parts.tolerance += get_half_unit (value);
    }
  parts.complete = parts.complete && isfinite (parts.sum);
  return parts;
}

/* The indicator whose declared parts all stand in the frame, or -1. */
static int
find_whole (const RsFrame *self)
{
  const RsDimension *metric = rs_dataset_get_metric (self->dataset);
  int whole = -1;

  for (guint i = 0; metric != NULL && i < self->n_indicators && whole < 0; i++)
    {
      guint found = 0;

      whole = rs_dimension_get_parent (metric, self->indicators[i]);
      for (guint j = 0; whole >= 0 && j < self->n_indicators; j++)
        found += rs_dimension_get_parent (metric, self->indicators[j]) == whole ? 1 : 0;
      if (whole >= 0 && found < metric->categories[whole].n_children)
        whole = -1;
    }
  return whole;
}

/* Periods of the window in which the parts miss the total, by more than rounding or by rounding
 * alone. (transfer full) (element-type guint) */
static GArray *
find_misses (const RsFrame *self, guint whole, gboolean by_rounding)
{
  const RsCategory *category = &rs_dataset_get_metric (self->dataset)->categories[whole];
  GArray *positions = g_array_new (FALSE, FALSE, sizeof (guint));
  guint region = self->regions[0];

  for (guint i = 0; i < self->n_window; i++)
    {
      double total = rs_dataset_get_value (
        self->dataset, rs_frame_get_cell (self, whole, region, self->window[i]));
      Parts parts = add_parts (self, category, region, self->window[i]);
      double miss = 0;

      if (!parts.complete || !isfinite (total))
        continue;
      miss = fabs (rs_query_subtract (total, parts.sum));
      if (miss <= 1e-9 * fabs (total) ||
          (miss <= (parts.tolerance + get_half_unit (total)) * (1 + 1e-9)) != by_rounding)
        continue;
      g_array_append_val (positions, self->window[i]);
    }
  return positions;
}

/* (transfer full) */
static char *
list_periods (const RsFrame *self, const GArray *positions)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < positions->len; i++)
    g_ptr_array_add (labels, rs_query_get_period_label (
                               self->dataset, g_array_index (positions, guint, i), self->language));
  return rs_query_join (self->language, labels, rs_query_get_comma (self->language), 0);
}

void
rs_frame_describe_parts (const RsFrame *self, GPtrArray *notes)
{
  int whole = self->n_regions == 1 ? find_whole (self) : -1;
  const char *label = NULL;
  g_autoptr (GArray) rounded = NULL;
  g_autoptr (GArray) others = NULL;
  g_autofree char *periods = NULL;

  if (whole < 0)
    return;
  label = rs_query_get_indicator_label (self->dataset, (guint) whole, self->language);
  rounded = find_misses (self, (guint) whole, TRUE);
  others = find_misses (self, (guint) whole, FALSE);
  if (rounded->len > 0)
    g_ptr_array_add (
      notes, g_strdup (rs_tr (self->language,
                              "The parts do not add up to the total because of rounding.")));
  if (others->len == 0)
    return;
  periods = list_periods (self, others);
  /* Translators: an indicator that is a total, and a list of years. */
  g_ptr_array_add (
    notes,
    g_strdup_printf (rs_tr (self->language, "%s: for %s the published total is another number than "
                                            "the sum of the published parts; neither is adjusted."),
                     label, periods));
}
