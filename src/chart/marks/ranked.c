/* SPDX-License-Identifier: GPL-3.0-or-later
 * Ranked bars: one a region in the chosen period, from zero, the longest first. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/marks/marks.h"

#include <math.h>

#include "chart/chart-model.h"
#include "chart/marks/row-bar.h"
#include "chart/marks/rows.h"
#include "query/summary.h"

/* Share of a row for its bar; more where rows are low. */
#define BAR_SHARE 0.62
#define BAR_MAX_EM 1.7
/* Values may take this share of the room right of the names. */
#define VALUES_SHARE 0.5
#define TARGET_STROKE_PX 2.0

/* More rows without a figure than this are told as one line. */
#define MAX_BARE_ROWS 4

static const RsRowLines row_lines = { 1.15, 1.75, 4.0 };

typedef struct
{
  RsDrawing *drawing;
  RsRows rows;
  RsScale scale;
  double bar; /* height of a bar */
  double zero;
  RsRowColors colors;
  int decimals; /* of the values */
} Ranked;

static const RsFramePoint *
get_point (const RsSeries *series)
{
  return series->selected >= 0 ? &series->points[series->selected] : NULL;
}

/* Short words for why there is no figure; a text that the publisher wrote in its place. (transfer
 * full) */
static char *
describe_absence (const RsDrawing *drawing, guint series, const RsFramePoint *point)
{
  if (point != NULL)
    switch (point->observation.reason)
      {
      case RS_REASON_TEXT:
      case RS_REASON_LESS_THAN_HALF:
        return rs_summary_value (drawing->frame, series,
                                 (guint) rs_frame_get_series (drawing->frame, series)->selected,
                                 FALSE);
      case RS_REASON_NOT_APPLICABLE:
      case RS_REASON_CONFIDENTIAL:
      case RS_REASON_NOT_YET:
        return g_strdup (rs_reason_describe (point->observation.reason, drawing->language));
      case RS_REASON_NONE:
      case RS_REASON_MISSING:
      case RS_REASON_BOUND:
        break;
      }
  return g_strdup (rs_tr (drawing->language, "no figure"));
}

/* What stands behind the bar, besides the number: its period or what else keeps it out of the
 * ranking, and the rule it is held against. (transfer full) */
static char *
describe_rest (const Ranked *self, guint index, const RsFramePoint *point)
{
  const RsDrawing *drawing = self->drawing;
  const RsTarget *target = point != NULL ? rs_drawing_get_target (drawing, point) : NULL;
  RsObstacle obstacle = rs_frame_get_rank_obstacle (drawing->frame, index);
  GString *text = g_string_new (NULL);

  if (point != NULL && obstacle == RS_OBSTACLE_PERIOD_TYPE)
    {
      g_autofree char *period = rs_period_to_label (point->period, drawing->language);

      g_string_append (text, period);
    }
  else if (obstacle == RS_OBSTACLE_BREAK || obstacle == RS_OBSTACLE_DEFINITION)
    g_string_append (text, rs_obstacle_get_label (obstacle, drawing->language));
  if (target != NULL)
    {
      g_autofree char *rule = rs_drawing_describe_target (drawing, index, target);
      g_autofree char *period = rs_period_to_label (point->period, drawing->language);

      if (text->len > 0)
        g_string_append (text, " · ");
      g_string_append_printf (text, rs_trc (drawing->language, "target", "%s (%s)"), rule, period);
    }
  return g_string_free (text, FALSE);
}

typedef struct
{
  guint index;
  const RsSeries *series;
  const RsFramePoint *point; /* (nullable) */
  RsDatum datum;
  gboolean has_value, is_bound, home;
  double value;
  char *value_text; /* (owned) */
  char *rest_text;  /* (owned) */
} Item;

static Item
get_item (const Ranked *self, const RsRow *row)
{
  const RsDrawing *drawing = self->drawing;
  Item item = { .index = row->series, .home = row->home, .value = (double) NAN };

  item.series = rs_frame_get_series (drawing->frame, row->series);
  item.point = get_point (item.series);
  item.datum = (RsDatum){ (int) row->series, item.series->selected };
  if (item.point != NULL)
    {
      item.has_value = rs_frame_point_get_number (item.point, &item.value);
      if (!item.has_value)
        item.is_bound = rs_frame_point_get_bound (item.point, &item.value);
    }
  if (item.has_value)
    item.value_text =
      rs_rows_describe_value (drawing, row->series, (guint) item.series->selected, self->decimals);
  else if (item.is_bound)
    item.value_text =
      rs_summary_value_with_unit (drawing->frame, row->series, (guint) item.series->selected);
  else
    item.value_text = describe_absence (drawing, row->series, item.point);
  item.rest_text = describe_rest (self, row->series, item.point);
  return item;
}

static void
item_clear (Item *self)
{
  g_clear_pointer (&self->value_text, g_free);
  g_clear_pointer (&self->rest_text, g_free);
}

static RsLabel
get_value_label (const Ranked *self, const Item *item)
{
  const RsTheme *theme = self->drawing->theme;
  gboolean known = item->has_value || item->is_bound;
  RsLabel label = rs_label (RS_PART_LABEL, item->value_text, self->drawing->type.label,
                            known ? &theme->text : &theme->secondary);

  label.weight = item->home && known ? RS_WEIGHT_BOLD : RS_WEIGHT_NORMAL;
  label.datum = item->datum;
  return label;
}

static RsLabel
get_rest_label (const Ranked *self, const Item *item)
{
  RsLabel label = rs_label (RS_PART_LABEL, item->rest_text, self->drawing->type.tick,
                            &self->drawing->theme->secondary);

  label.datum = item->datum;
  return label;
}

/* Bars end where the widest value, and what stands behind it, still fit. */
static double
measure_values (const Ranked *self, double room)
{
  double with_rest = 0, widest = 0;

  for (guint i = 0; i < self->rows.rows->len; i++)
    {
      const RsRow *row = rs_rows_get (&self->rows, i);
      Item item;

      if (row->n_more > 0)
        continue;
      item = get_item (self, row);
      if (item.has_value || item.rest_text[0] != '\0')
        {
          RsLabel label = get_value_label (self, &item);
          double width = rs_drawing_measure (self->drawing, &label).width_px;

          widest = MAX (widest, width);
          label = get_rest_label (self, &item);
          if (item.rest_text[0] != '\0')
            width += self->rows.gap + rs_drawing_measure (self->drawing, &label).width_px;
          with_rest = MAX (with_rest, width);
        }
      item_clear (&item);
    }
  return with_rest <= room * VALUES_SHARE ? with_rest : MIN (widest, room * VALUES_SHARE);
}

static void
fit_scale (Ranked *self)
{
  const RsFrame *frame = self->drawing->frame;
  double min = 0, max = 0;

  for (guint i = 0; i < rs_frame_get_n_series (frame); i++)
    {
      const RsFramePoint *point = get_point (rs_frame_get_series (frame, i));
      const RsTarget *target = point != NULL ? rs_drawing_get_target (self->drawing, point) : NULL;
      double value;

      if (point == NULL)
        continue;
      if (rs_frame_point_get_number (point, &value) || rs_frame_point_get_bound (point, &value))
        {
          min = MIN (min, value);
          max = MAX (max, value);
        }
      if (target != NULL)
        {
          min = MIN (min, target->value);
          max = MAX (max, target->value);
        }
    }
  rs_scale_init (&self->scale, min, max, TRUE, 0, 1);
}

static void
place_scale (Ranked *self)
{
  RsRect track = self->rows.track;
  double values = measure_values (self, track.width);

  self->scale.start_px = track.x;
  self->scale.end_px = track.x + MAX (1, track.width - values - 2 * self->rows.gap);
  if (self->scale.min < 0)
    self->scale.start_px += self->rows.gap;
  self->zero = rs_scale_map (&self->scale, 0);
}

static double
draw_target (const Ranked *self, const Item *item, double y, double right)
{
  RsDrawing *drawing = self->drawing;
  const RsTarget *target =
    item->point != NULL ? rs_drawing_get_target (drawing, item->point) : NULL;
  double stroke = TARGET_STROKE_PX * rs_rows_get_unit (drawing);
  double half = MIN (self->bar * 0.68, self->rows.row / 2 - 1);
  double x;

  if (target == NULL)
    return right;
  x = rs_scale_map (&self->scale, target->value);
  rs_drawing_add_tick (drawing, RS_PART_TARGET, item->datum, (RsPoint){ x, y - half },
                       (RsPoint){ x, y + half }, &drawing->theme->target, stroke, target->derived);
  return MAX (right, x + stroke);
}

static void
draw_values (const Ranked *self, const Item *item, double x, double y)
{
  RsDrawing *drawing = self->drawing;
  RsLabel label = get_value_label (self, item);
  RsTextExtents extents = rs_drawing_measure (drawing, &label);
  double baseline = y - extents.height_px / 2 + extents.baseline_px;

  if (!rs_drawing_put (drawing, &label, x, baseline - extents.baseline_px))
    {
      rs_drawing_leave_out (drawing, "labels", 1);
      return;
    }
  x += extents.width_px + self->rows.gap;
  label = get_rest_label (self, item);
  extents = rs_drawing_measure (drawing, &label);
  if (item->rest_text[0] != '\0' &&
      !(x + extents.width_px <= rs_rect_right (self->rows.track) + 0.5 &&
        rs_drawing_put (drawing, &label, x, baseline - extents.baseline_px)))
    rs_drawing_leave_out (drawing, "labels", 1);
}

static void
draw_row (Ranked *self, guint i)
{
  RsDrawing *drawing = self->drawing;
  Item item = get_item (self, rs_rows_get (&self->rows, i));
  RsColor color = rs_row_colors_get (&self->colors, rs_rows_get (&self->rows, i));
  double y = rs_rows_get_y (&self->rows, i);
  double right = self->zero;
  double at = self->zero;

  if (item.is_bound)
    {
      at = rs_scale_map (&self->scale, item.value);
      draw_target (self, &item, y, right);
      rs_row_bound_draw (drawing, item.datum, (RsPoint){ at, y }, self->bar * 0.6, &color,
                         get_value_label (self, &item), self->rows.gap);
    }
  else
    {
      if (item.has_value)
        {
          at = rs_scale_map (&self->scale, item.value);
          rs_row_bar_draw (
            drawing, item.datum, item.point,
            rs_rect (MIN (at, self->zero), y - self->bar / 2, fabs (at - self->zero), self->bar),
            &color);
          right = MAX (at, self->zero);
        }
      right = draw_target (self, &item, y, right);
      draw_values (self, &item, right + self->rows.gap, y);
    }
  rs_rows_add_stop (&self->rows, i, item.datum, at, self->rows.bounds.x,
                    rs_rect_right (self->rows.bounds));
  item_clear (&item);
}

void
rs_marks_draw_ranked (RsDrawing *drawing, RsRect bounds)
{
  guint n = rs_frame_get_n_series (drawing->frame);
  g_autofree guint *series = g_new0 (guint, MAX (n, 1));
  Ranked self = { .drawing = drawing };

  for (guint i = 0; i < n; i++)
    series[i] = i;
  rs_rows_init (&self.rows, drawing, bounds, series, n, row_lines);
  for (guint i = 0; i < self.rows.rows->len; i++)
    {
      RsRow *row = &g_array_index (self.rows.rows, RsRow, i);

      guint rank = row->n_more == 0 ? rs_frame_get_rank (drawing->frame, row->series, NULL) : 0;

      if (rank > 0)
        row->rank = g_strdup_printf ("%u", rank);
    }
  rs_rows_measure (&self.rows);
  self.bar = MIN (self.rows.row * BAR_SHARE, self.rows.line * BAR_MAX_EM);
  rs_row_colors_init (&self.colors, drawing, TRUE);
  self.decimals = rs_rows_choose_decimals (drawing, series, n);
  fit_scale (&self);
  place_scale (&self);
  rs_rows_draw_stripe (&self.rows, self.rows.track.x, rs_rect_right (self.rows.bounds));
  rs_rows_draw_names (&self.rows);
  for (guint i = 0; i < self.rows.rows->len; i++)
    if (rs_rows_get (&self.rows, i)->n_more == 0)
      draw_row (&self, i);
  rs_scene_add_line (drawing->scene, RS_PART_AXIS, (RsPoint){ self.zero, self.rows.track.y },
                     (RsPoint){ self.zero, rs_rect_bottom (self.rows.track) },
                     &drawing->theme->axis,
                     drawing->theme->hairline_px * rs_rows_get_unit (drawing))
    ->crisp = TRUE;
  rs_row_colors_clear (&self.colors);
  rs_rows_clear (&self.rows);
}

/* Many regions without a figure ask for one line together, not for a row each. */
double
rs_marks_get_ranked_height (RsDrawing *drawing, double width_px)
{
  guint n = rs_frame_get_n_series (drawing->frame);
  guint n_bare = 0;

  for (guint i = 0; i < n; i++)
    if (get_point (rs_frame_get_series (drawing->frame, i)) == NULL)
      n_bare++;
  if (n_bare > MAX_BARE_ROWS)
    n = n - n_bare + 1;
  return rs_rows_get_height (drawing, n, row_lines, width_px);
}

/* The one period of all that are ranked, where it is not the year that the subtitle names; and
 * what a tick is. */
char *
rs_marks_describe_ranked (RsDrawing *drawing, RsRect bounds)
{
  const RsFrame *frame = drawing->frame;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  gboolean has_period = FALSE, has_target = FALSE;

  for (guint i = 0; i < rs_frame_get_n_series (frame); i++)
    {
      const RsFramePoint *point = get_point (rs_frame_get_series (frame, i));

      if (point == NULL)
        continue;
      if (!has_period && rs_frame_get_rank_obstacle (frame, i) == RS_OBSTACLE_NONE &&
          (point->period.type != RS_PERIOD_YEAR && point->period.type != RS_PERIOD_NONE))
        {
          g_ptr_array_add (parts, rs_period_to_label (point->period, drawing->language));
          has_period = TRUE;
        }
      has_target = has_target || rs_drawing_get_target (drawing, point) != NULL;
    }
  if (has_target)
    g_ptr_array_add (parts, g_strdup (rs_tr (drawing->language, "tick: target")));
  g_ptr_array_add (parts, NULL);
  return parts->len > 1 ? g_strjoinv (" · ", (char **) parts->pdata) : NULL;
}
