/* SPDX-License-Identifier: GPL-3.0-or-later
 * What stands on each other in stacked columns, and when that is a whole. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/marks/stacked-private.h"

#include <math.h>
#include <string.h>

#include "chart/marks/marks.h"
#include "query/summary.h"

/* Equal but for the rounding of doubles, as a share of the larger. */
#define SAME_SHARE 1e-9
/* Decimals beyond this are not printed. */
#define MAX_DECIMALS 6
#define MAX_SHOWN_DECIMALS 6

const RsSeries *
rs_stack_get_periods (const RsFrame *frame, const RsPanel *panel)
{
  const RsSeries *best = NULL;

  for (guint i = 0; i < panel->n_series; i++)
    {
      const RsSeries *series = rs_frame_get_series (frame, panel->series[i]);

      if (best == NULL || series->n_points > best->n_points)
        best = series;
    }
  return best;
}

/* The point of @series at the time position of @at, or -1; @hint: where it usually is. */
static int
find_point (const RsSeries *series, const RsFramePoint *at, guint hint)
{
  if (hint < series->n_points && series->points[hint].position == at->position)
    return (int) hint;
  for (guint i = 0; i < series->n_points; i++)
    if (series->points[i].position == at->position)
      return (int) i;
  return -1;
}

RsStack
rs_stack_get (const RsFrame *frame, const RsPanel *panel, const RsFramePoint *at)
{
  const RsSeries *periods = rs_stack_get_periods (frame, panel);
  RsStack stack = { .period = at->period, .position = at->position, .complete = TRUE };

  stack.n_parts = MIN (panel->n_series, RS_STACK_MAX_PARTS);
  for (guint i = 0; i < stack.n_parts; i++)
    {
      const RsSeries *series = rs_frame_get_series (frame, panel->series[i]);
      RsStackPart *part = &stack.parts[i];
      double *end;

      part->datum.series = (int) panel->series[i];
      part->datum.point = find_point (series, at, (guint) (at - periods->points));
      if (part->datum.point >= 0)
        {
          part->point = &series->points[part->datum.point];
          part->has_value = rs_frame_point_get_number (part->point, &part->value);
          if (!part->has_value)
            part->is_bound = rs_frame_point_get_bound (part->point, &part->value);
          stack.chosen = stack.chosen || part->datum.point == series->selected;
        }
      stack.complete = stack.complete && part->has_value;
      if (!part->has_value && !part->is_bound)
        part->value = 0;
      else
        stack.n_known++;
      /* What is below zero hangs from the axis. */
      end = part->value < 0 ? &stack.low : &stack.high;
      part->from = *end;
      part->to = *end += part->value;
      stack.sum += part->value;
    }
  return stack;
}

/* The dimension whose categories are the parts, and its index in the dataset. */
static const RsDimension *
get_parts_dimension (const RsFrame *frame, const RsPanel *panel, int *out_index)
{
  const RsDataset *dataset = rs_frame_get_dataset (frame);
  const RsSeries *first = rs_frame_get_series (frame, panel->series[0]);
  RsRole role = RS_ROLE_GEO;

  for (guint i = 1; i < panel->n_series; i++)
    if (rs_frame_get_series (frame, panel->series[i])->indicator != first->indicator)
      role = RS_ROLE_METRIC;
  *out_index = rs_dataset_get_role (dataset, role);
  return *out_index >= 0 ? rs_dataset_get_dimension (dataset, (guint) *out_index) : NULL;
}

/* Position of the whole that the parts are of, or -1 where they are not all there. */
static int
find_whole (const RsFrame *frame, const RsPanel *panel, int *out_dimension)
{
  const RsDimension *dimension = get_parts_dimension (frame, panel, out_dimension);
  gboolean of_indicators = dimension == rs_dataset_get_metric (rs_frame_get_dataset (frame));
  int whole = -1;

  if (dimension == NULL || panel->n_series < 2 || panel->n_series > RS_STACK_MAX_PARTS)
    return -1;
  for (guint i = 0; i < panel->n_series; i++)
    {
      const RsSeries *series = rs_frame_get_series (frame, panel->series[i]);
      guint part = of_indicators ? series->indicator : series->region;
      int parent = part < dimension->n_categories ? rs_dimension_get_parent (dimension, part) : -1;

      if (parent < 0 || (i > 0 && parent != whole))
        return -1;
      whole = parent;
    }
  return dimension->categories[whole].n_children == panel->n_series ? whole : -1;
}

gboolean
rs_stack_is_whole (const RsFrame *frame, const RsPanel *panel)
{
  int dimension;

  return find_whole (frame, panel, &dimension) >= 0;
}

/* Whether the picture names the paper that a figure is from. */
static gboolean
is_source_named (const RsFrame *frame, const RsObservation *observation)
{
  if (observation->passport == NULL || observation->passport->source < 0)
    return TRUE;
  for (guint i = 0; i < rs_frame_get_n_sources (frame); i++)
    if (rs_frame_get_source (frame, i) == (guint) observation->passport->source)
      return TRUE;
  return FALSE;
}

static gboolean
is_same (double a, double b)
{
  return fabs (a - b) <= SAME_SHARE * MAX (fabs (a), fabs (b));
}

/* Half of the last digit that is written: 0.5 for 75, 0.05 for 75.1. */
static double
get_half_unit (double value)
{
  return 0.5 * pow (10, -rs_number_get_decimals (value, MAX_DECIMALS));
}

/* How far parts and their whole may lie apart when each is rounded. */
static double
get_tolerance (const RsStack *stack, double whole)
{
  double tolerance = get_half_unit (whole);

  for (guint i = 0; i < stack->n_parts; i++)
    tolerance += get_half_unit (stack->parts[i].value);
  return tolerance * (1 + SAME_SHARE) + SAME_SHARE * fabs (whole);
}

RsTotalKind
rs_stack_find_total (const RsFrame *frame,
                     const RsPanel *panel,
                     const RsStack *stack,
                     double *out_value,
                     RsFlags *out_flags)
{
  const RsDataset *dataset = rs_frame_get_dataset (frame);
  guint positions[RS_DATASET_MAX_DIMENSIONS];
  RsObservation observation;
  int dimension;
  int whole = find_whole (frame, panel, &dimension);

  *out_value = stack->sum;
  *out_flags = RS_FLAG_DERIVED;
  if (whole < 0 || !stack->complete || !isfinite (stack->sum))
    return RS_TOTAL_NONE;
  rs_dataset_get_positions (dataset, stack->parts[0].point->cell, positions);
  positions[dimension] = (guint) whole;
  observation = rs_dataset_get_observation (dataset, rs_dataset_get_cell (dataset, positions));
  if (observation.reason != RS_REASON_NONE || !isfinite (observation.value))
    return RS_TOTAL_SUM;
  /* A whole that is itself but the sum of its parts is the sum of its parts. */
  if ((observation.flags & RS_FLAG_DERIVED) != 0 && is_same (observation.value, stack->sum))
    return RS_TOTAL_SUM;
  if ((observation.flags & RS_FLAG_DERIVED) == 0 && is_source_named (frame, &observation))
    {
      *out_value = observation.value;
      *out_flags = observation.flags;
      return RS_TOTAL_PUBLISHED;
    }
  /* What is derived in another way is neither published nor a sum. Our sum must not contradict it,
   * nor what is published elsewhere, but by rounding, which a note tells (R43). */
  if (fabs (observation.value - stack->sum) <= get_tolerance (stack, observation.value))
    return RS_TOTAL_SUM;
  return RS_TOTAL_UNSOURCED;
}

/* Digits behind the point: of a sum those of the part that shows the most; of a published figure
 * its own, in the unit that is shown. */
static int
get_decimals (const RsDrawing *drawing,
              const RsPanel *panel,
              const RsStack *stack,
              RsTotalKind kind,
              double value)
{
  int decimals = 0;

  if (kind == RS_TOTAL_PUBLISHED)
    return CLAMP (rs_number_get_decimals (value, MAX_DECIMALS) -
                    (int) lround (log10 (panel->factor)),
                  0, MAX_SHOWN_DECIMALS);

  for (guint i = 0; i < stack->n_parts; i++)
    {
      g_autofree char *text =
        rs_summary_value (drawing->frame, (guint) stack->parts[i].datum.series,
                          (guint) stack->parts[i].datum.point, FALSE);
      const char *point = strrchr (text, '.');

      if (point != NULL)
        decimals = MAX (decimals, (int) strspn (point + 1, "0123456789"));
    }
  return decimals;
}

char *
rs_stack_describe_total (const RsDrawing *drawing, const RsPanel *panel, const RsStack *stack)
{
  double value;
  RsFlags flags;
  RsTotalKind kind = rs_stack_find_total (drawing->frame, panel, stack, &value, &flags);
  gboolean about = FALSE;
  int decimals;
  RsFlags first;
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  if (kind != RS_TOTAL_SUM && kind != RS_TOTAL_PUBLISHED)
    return NULL;
  /* Less zeros at the end, as the parts are written. */
  decimals = get_decimals (drawing, panel, stack, kind, value);
  value = rs_number_round (value * panel->factor, decimals, RS_ROUND_HALF_AWAY);
  number = rs_number_format (value, rs_number_get_decimals (value, decimals), drawing->language);
  about = (flags & RS_FLAG_APPROXIMATE) != 0;
  for (guint i = 0; i < stack->n_parts && kind == RS_TOTAL_SUM; i++)
    about = about || (stack->parts[i].point->observation.flags & RS_FLAG_APPROXIMATE) != 0;
  text = about ? g_strdup_printf ("≈\u00a0%s", number) : g_steal_pointer (&number);
  first = rs_flags_get_first (flags & ~(RS_FLAG_APPROXIMATE | RS_FLAG_OTHER));
  if (first == RS_FLAG_NONE)
    return g_steal_pointer (&text);
  return rs_drawing_join_marks (text, rs_flag_get_mark (first));
}

static void
add_sentence (GString *text, gboolean wanted, const char *sentence)
{
  if (wanted)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", sentence);
}

char *
rs_marks_describe_stacked (RsDrawing *drawing, RsRect bounds)
{
  const RsFrame *frame = drawing->frame;
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean sum = FALSE, published = FALSE, open = FALSE, partial = FALSE;
  RsChartModel model;

  rs_chart_model_init (&model, drawing, TRUE);
  for (guint p = 0; p < model.n_panels; p++)
    {
      const RsPanel *panel = &model.panels[p];
      const RsSeries *periods = rs_stack_get_periods (frame, panel);

      partial = partial || !rs_stack_is_whole (frame, panel);
      for (guint i = 0; i < periods->n_points; i++)
        {
          RsStack stack = rs_stack_get (frame, panel, &periods->points[i]);
          double value;
          RsFlags flags;
          RsTotalKind kind = rs_stack_find_total (frame, panel, &stack, &value, &flags);

          open = open || (stack.n_known > 0 && stack.n_known < stack.n_parts);
          sum = sum || kind == RS_TOTAL_SUM;
          published = published || kind == RS_TOTAL_PUBLISHED;
        }
    }
  rs_chart_model_clear (&model);
  /* Translators: under stacked columns: what the number with a dagger over a column is. */
  add_sentence (text, sum && !published,
                rs_tr (drawing->language, "over the columns: sum of the parts (†)"));
  /* Translators: under stacked columns: what the number over a column is. */
  add_sentence (text, published && !sum,
                rs_tr (drawing->language, "over the columns: total as published"));
  /* Translators: under stacked columns: what the numbers over the columns are. */
  add_sentence (
    text, published && sum,
    rs_tr (drawing->language, "over the columns: total as published, with † the sum of the parts"));
  /* Translators: under stacked columns: three dots over a column. */
  add_sentence (text, open,
                rs_tr (drawing->language, "three dots: a part is missing, so no total"));
  add_sentence (text, partial,
                rs_tr (drawing->language, "not all parts of the whole are shown, so no totals"));
  return text->len > 0 ? g_strdup (text->str) : NULL;
}
