/* SPDX-License-Identifier: GPL-3.0-or-later
 * Bars: one a series in the chosen year, a tick for the year before, one panel a unit. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/marks/marks.h"

#include <math.h>

#include "chart/chart-model.h"
#include "chart/marks/row-bar.h"
#include "chart/scale.h"
#include "query/summary.h"

/* A bar has at least this much room to be long or short, or there is none. */
#define TRACK_MIN_PX 12.0
/* Share of the width for names at the left, and the share of a row for its bar. */
#define NAMES_SHARE 0.38
#define BAR_SHARE 0.5
#define BAR_MAX_EM 2.1
#define NAME_LINES 2
/* Names that must do with one line get more. */
#define NAMES_SHARE_ONE_LINE 0.52
/* Natural and least height of a row, in lines of label text. */
#define ROW_LINES 2.9
#define ROW_LINES_MIN 1.25
#define ROW_LINES_MAX 4.2
#define PANEL_GAP_LINES 0.6

typedef struct
{
  RsDrawing *drawing;
  const RsPanel *panel;
  RsScale scale;
  double names; /* px for names */
  double gap;
  double row; /* height of a row */
  double bar; /* height of a bar */
  double line;
  RsRect track; /* from zero to the end of the scale; y and height are those of the panel */
  int name_lines;
  int decimals;        /* of the changes of a panel */
  const guint *colors; /* of the series of the frame */
} Bars;

typedef struct
{
  RsDatum datum;
  const RsSeries *series;
  const RsFramePoint *point; /* (nullable): nothing is known for the year */
  gboolean has_value, is_bound;
  double value;
  char *value_text;  /* (owned) */
  char *change_text; /* (owned) */
} Row;

static void
row_clear (Row *self)
{
  g_clear_pointer (&self->value_text, g_free);
  g_clear_pointer (&self->change_text, g_free);
}

/* "+1.24": the difference in the unit of the bars; why there is none in two words. */
static char *
describe_change (
  const RsDrawing *drawing, guint series, const RsFramePoint *point, gboolean any, int decimals)
{
  double factor = rs_frame_get_display_unit (drawing->frame, series, FALSE).factor;
  double shown = point->change.difference * factor;

  if (!any)
    return g_strdup ("");
  if (point->change.obstacle != RS_OBSTACLE_NONE)
    {
      if (point->change.obstacle == RS_OBSTACLE_BOUND ||
          point->change.obstacle == RS_OBSTACLE_NO_EARLIER)
        return g_strdup ("");
      return g_strdup (rs_obstacle_get_label (point->change.obstacle, drawing->language));
    }
  if (!isfinite (shown))
    return g_strdup ("");
  return rs_number_format_signed (rs_number_round (shown, decimals, RS_ROUND_HALF_AWAY), decimals,
                                  drawing->language);
}

static Row
get_row (const RsDrawing *drawing, guint index, int decimals)
{
  const RsSeries *series = rs_frame_get_series (drawing->frame, index);
  Row row = { .datum = { (int) index, series->selected }, .series = series, .value = (double) NAN };

  if (series->selected < 0)
    {
      row.value_text = g_strdup ("–");
      row.change_text = g_strdup (rs_tr (drawing->language, "no figure"));
      return row;
    }
  row.point = &series->points[series->selected];
  row.has_value = rs_frame_point_get_number (row.point, &row.value);
  if (!row.has_value)
    row.is_bound = rs_frame_point_get_bound (row.point, &row.value);
  row.value_text = row.is_bound
                     ? rs_summary_value_with_unit (drawing->frame, index, (guint) series->selected)
                     : rs_drawing_describe_value (drawing, index, (guint) series->selected);
  row.change_text =
    describe_change (drawing, index, row.point, row.has_value || row.is_bound, decimals);
  return row;
}

/* One number of decimals for all changes that stand below each other (R46). */
static void
choose_decimals (Bars *self)
{
  self->decimals = 0;
  for (guint i = 0; i < self->panel->n_series; i++)
    {
      guint index = self->panel->series[i];
      const RsSeries *series = rs_frame_get_series (self->drawing->frame, index);
      double factor = rs_frame_get_display_unit (self->drawing->frame, index, FALSE).factor;
      const RsChange *change;

      if (series->selected < 0)
        continue;
      change = &series->points[series->selected].change;
      if (change->obstacle == RS_OBSTACLE_NONE && isfinite (change->difference * factor))
        self->decimals =
          MAX (self->decimals,
               rs_number_get_decimals (
                 rs_number_round (change->difference * factor, 2, RS_ROUND_HALF_AWAY), 2));
    }
}

static void
fit_scale (Bars *self)
{
  double min = 0, max = 0;

  for (guint i = 0; i < self->panel->n_series; i++)
    {
      Row row = get_row (self->drawing, self->panel->series[i], self->decimals);
      const RsTarget *target =
        row.point != NULL ? rs_drawing_get_target (self->drawing, row.point) : NULL;
      double earlier;

      if (row.has_value || row.is_bound)
        {
          min = MIN (min, row.value);
          max = MAX (max, row.value);
        }
      if (rs_row_get_earlier (row.series, row.point, &earlier))
        {
          min = MIN (min, earlier);
          max = MAX (max, earlier);
        }
      if (target != NULL)
        {
          min = MIN (min, target->value);
          max = MAX (max, target->value);
        }
      row_clear (&row);
    }
  /* A share is a share of 100. */
  if (self->panel->nature == RS_NATURE_RATE && max <= 100 && max > 20)
    max = 100;
  rs_scale_init (&self->scale, min, max, TRUE, 0, 1);
}

static RsLabel
get_value_label (const Bars *self, const Row *row)
{
  const RsTheme *theme = self->drawing->theme;
  RsLabel label = rs_label (RS_PART_LABEL, row->value_text, self->drawing->type.label,
                            row->has_value || row->is_bound ? &theme->text : &theme->secondary);

  label.weight = RS_WEIGHT_BOLD;
  label.datum = row->datum;
  return label;
}

static RsLabel
get_change_label (const Bars *self, const Row *row)
{
  RsLabel label = rs_label (RS_PART_CHANGE, row->change_text, self->drawing->type.tick,
                            &self->drawing->theme->secondary);

  label.datum = row->datum;
  return label;
}

static RsLabel
get_name_label (const Bars *self, const Row *row, double max_width_px)
{
  RsLabel label = rs_label (RS_PART_LABEL, row->series->label, self->drawing->type.label,
                            &self->drawing->theme->text);

  label.max_width_px = max_width_px;
  label.max_lines = self->name_lines;
  label.align = RS_ALIGN_END;
  label.datum = row->datum;
  return label;
}

/* Bars end where the widest value and change still fit behind them. */
static double
measure_values (const Bars *self, double room)
{
  double with_change = 0, widest = 0;

  for (guint i = 0; i < self->panel->n_series; i++)
    {
      Row row = get_row (self->drawing, self->panel->series[i], self->decimals);
      RsLabel label = get_value_label (self, &row);
      double width = rs_drawing_measure (self->drawing, &label).width_px;

      if (!row.is_bound)
        {
          widest = MAX (widest, width);
          label = get_change_label (self, &row);
          if (row.change_text[0] != '\0')
            width += self->gap + rs_drawing_measure (self->drawing, &label).width_px;
          with_change = MAX (with_change, width);
        }
      row_clear (&row);
    }
  return with_change <= room * 0.5 ? with_change : MIN (widest, room * 0.5);
}

static double
measure_names (const RsDrawing *drawing, double max_width_px, int lines)
{
  double widest = 0;

  for (guint i = 0; i < rs_frame_get_n_series (drawing->frame); i++)
    {
      RsLabel label = rs_label (RS_PART_LABEL, rs_frame_get_series (drawing->frame, i)->label,
                                drawing->type.label, NULL);

      label.max_width_px = max_width_px;
      label.max_lines = lines;
      widest = MAX (widest, rs_drawing_measure (drawing, &label).width_px);
    }
  return MIN (widest, max_width_px);
}

static void
draw_values (const Bars *self, const Row *row, double x, double y)
{
  RsLabel label = get_value_label (self, row);
  RsTextExtents extents = rs_drawing_measure (self->drawing, &label);
  double baseline = y - extents.height_px / 2 + extents.baseline_px;

  if (!rs_drawing_put (self->drawing, &label, x, baseline - extents.baseline_px))
    {
      rs_drawing_leave_out (self->drawing, "labels", 1);
      return;
    }
  x += extents.width_px + self->gap;
  label = get_change_label (self, row);
  extents = rs_drawing_measure (self->drawing, &label);
  if (row->change_text[0] != '\0' &&
      !(x + extents.width_px <= rs_rect_right (self->track) + 0.5 &&
        rs_drawing_put (self->drawing, &label, x, baseline - extents.baseline_px)))
    rs_drawing_leave_out (self->drawing, "changes", 1);
}

/* The year before, and the target of the year. Returns: the right end of what was drawn. */
static double
draw_ticks (const Bars *self, const Row *row, double y, double right)
{
  RsDrawing *drawing = self->drawing;
  double unit = drawing->type.stroke_scale;
  const RsTarget *target = row->point != NULL ? rs_drawing_get_target (drawing, row->point) : NULL;
  double earlier;

  if (rs_row_get_earlier (row->series, row->point, &earlier))
    {
      double x = rs_scale_map (&self->scale, earlier);

      rs_drawing_add_tick (drawing, RS_PART_TICK, row->datum, (RsPoint){ x, y - self->bar * 0.68 },
                           (RsPoint){ x, y + self->bar * 0.68 }, &drawing->theme->secondary,
                           1.5 * unit, FALSE);
      right = MAX (right, x + 2 * unit);
    }
  if (target != NULL)
    {
      double x = rs_scale_map (&self->scale, target->value);
      g_autofree char *text =
        rs_drawing_describe_target (drawing, (guint) row->datum.series, target);
      RsLabel label = rs_label (RS_PART_TARGET, text, drawing->type.tick, &drawing->theme->target);
      double top = y - self->bar * 0.68 - rs_drawing_measure (drawing, &label).height_px;

      rs_drawing_add_tick (
        drawing, RS_PART_TARGET, row->datum, (RsPoint){ x, y - self->bar * 0.68 },
        (RsPoint){ x, y + self->bar * 0.68 }, &drawing->theme->target, 2.5 * unit, target->derived);
      right = MAX (right, x + 3 * unit);
      label.align = RS_ALIGN_MIDDLE;
      label.datum = row->datum;
      if (!rs_drawing_put (drawing, &label, x, top))
        rs_drawing_leave_out (drawing, "targets", 1);
    }
  return right;
}

static void
draw_row (const Bars *self, guint in_panel, double top)
{
  RsDrawing *drawing = self->drawing;
  guint index = self->panel->series[in_panel];
  const RsColor *color = &drawing->theme->series[self->colors[index]];
  double y = top + self->row / 2;
  double zero = rs_scale_map (&self->scale, 0);
  double right = zero;
  Row row = get_row (drawing, index, self->decimals);
  RsLabel name = get_name_label (self, &row, self->names);
  RsTextExtents extents = rs_drawing_measure (drawing, &name);

  if (!rs_drawing_put (drawing, &name, self->track.x - self->gap, y - extents.height_px / 2))
    rs_drawing_leave_out (drawing, "labels", 1);
  if (self->panel->nature == RS_NATURE_RATE && self->scale.max == 100)
    {
      RsColor pale = rs_color_mix (drawing->theme->card, drawing->theme->grid, 0.6);
      RsRect all =
        rs_rect (zero, y - self->bar / 2, rs_scale_map (&self->scale, 100) - zero, self->bar);
      RsMark *mark = rs_scene_add_rect (drawing->scene, RS_PART_GRID, all, &pale, NULL, 0);

      mark->radius_px = 2 * drawing->type.stroke_scale;
    }
  if (row.is_bound)
    rs_row_bound_draw (drawing, row.datum, (RsPoint){ rs_scale_map (&self->scale, row.value), y },
                       self->bar * 0.7, color, get_value_label (self, &row), self->gap);
  else if (row.has_value)
    {
      double x = rs_scale_map (&self->scale, row.value);

      rs_row_bar_draw (drawing, row.datum, row.point,
                       rs_rect (MIN (x, zero), y - self->bar / 2, fabs (x - zero), self->bar),
                       color);
      right = draw_ticks (self, &row, y, MAX (x, zero));
      draw_values (self, &row, right + self->gap, y);
    }
  else
    draw_values (self, &row, right + self->gap, y);
  if (row.datum.point >= 0)
    rs_scene_add_stop (
      drawing->scene, row.datum,
      (RsPoint){ isfinite (row.value) ? rs_scale_map (&self->scale, row.value) : zero, y },
      rs_rect (self->track.x - self->gap - self->names, top,
               rs_rect_right (self->track) - self->track.x + self->gap + self->names, self->row));
  row_clear (&row);
}

static double
draw_heading (const Bars *self, RsRect bounds, double y)
{
  RsLabel label;

  if (self->panel->heading == NULL || self->panel->heading[0] == '\0')
    return 0;
  label = rs_label (RS_PART_LABEL, self->panel->heading, self->drawing->type.tick,
                    &self->drawing->theme->secondary);
  label.max_width_px = MAX (1, rs_rect_right (bounds) - self->track.x);
  if (!rs_drawing_put (self->drawing, &label, self->track.x, y))
    rs_drawing_leave_out (self->drawing, "units", 1);
  return rs_drawing_measure (self->drawing, &label).height_px;
}

/* Height of what is not rows. */
static double
get_rest (const RsDrawing *drawing, const RsChartModel *model)
{
  double line = rs_drawing_line (drawing, drawing->type.tick);

  return model->n_panels > 1
           ? model->n_panels * line + (model->n_panels - 1) * PANEL_GAP_LINES * line
           : 0;
}

static guint
count_rows (const RsChartModel *model)
{
  guint n = 0;

  for (guint i = 0; i < model->n_panels; i++)
    n += model->panels[i].n_series;
  return n;
}

static void
begin_panel (Bars *self, const RsPanel *panel, RsRect bounds)
{
  double room;

  self->panel = panel;
  choose_decimals (self);
  fit_scale (self);
  self->track = rs_rect (bounds.x + self->names + self->gap, bounds.y, 0, bounds.height);
  room = MAX (1, rs_rect_right (bounds) - self->track.x);
  self->track.width = room;
  self->scale.start_px = self->track.x;
  self->scale.end_px = self->track.x + MAX (1, room - measure_values (self, room) - 2 * self->gap);
  if (self->scale.min < 0)
    self->scale.start_px += self->gap;
}

static void
sort_rows (RsDrawing *drawing, RsChartModel *model)
{
  for (guint p = 0; p < model->n_panels; p++)
    g_qsort_with_data (model->panels[p].series, (int) model->panels[p].n_series, sizeof (guint),
                       rs_row_compare, (gpointer) drawing->frame);
}

void
rs_marks_draw_bars (RsDrawing *drawing, RsRect bounds)
{
  RsChartModel model;
  Bars self = {
    .drawing = drawing,
    .line = rs_drawing_line (drawing, drawing->type.label),
    .gap = 8 * drawing->type.stroke_scale,
  };
  double bottom = rs_rect_bottom (bounds);
  double y = bounds.y;
  double tick = rs_drawing_line (drawing, drawing->type.tick);
  guint n, left_out = 0;

  rs_chart_model_init (&model, drawing, TRUE);
  sort_rows (drawing, &model);
  self.colors = model.colors;
  n = MAX (1, count_rows (&model));
  self.row = CLAMP ((bounds.height - get_rest (drawing, &model)) / n, self.line * ROW_LINES_MIN,
                    self.line * ROW_LINES_MAX);
  self.name_lines = self.row >= 2 * self.line ? NAME_LINES : 1;
  self.names = measure_names (
    drawing, bounds.width * (self.name_lines > 1 ? NAMES_SHARE : NAMES_SHARE_ONE_LINE),
    self.name_lines);
  self.bar = MIN (self.row * BAR_SHARE, self.line * BAR_MAX_EM);
  for (guint p = 0; p < model.n_panels; p++)
    {
      begin_panel (&self, &model.panels[p], bounds);
      if (y + tick + self.row > bottom + 0.5 ||
          rs_rect_right (bounds) - self.track.x < TRACK_MIN_PX + 2 * self.gap)
        {
          left_out += self.panel->n_series;
          continue;
        }
      y += draw_heading (&self, bounds, y);
      for (guint i = 0; i < self.panel->n_series; i++)
        {
          if (y + self.row > bottom + 0.5)
            {
              left_out++;
              continue;
            }
          draw_row (&self, i, y);
          y += self.row;
        }
      y += PANEL_GAP_LINES * tick;
    }
  rs_drawing_leave_out (drawing, "rows", left_out);
  rs_chart_model_clear (&model);
}

double
rs_marks_get_bars_height (RsDrawing *drawing, double width_px)
{
  RsChartModel model;
  double height;

  rs_chart_model_init (&model, drawing, TRUE);
  height = count_rows (&model) * ROW_LINES * rs_drawing_line (drawing, drawing->type.label) +
           get_rest (drawing, &model);
  rs_chart_model_clear (&model);
  return height;
}

/* The tick of a bar is the figure that its change is against. */
char *
rs_marks_describe_bars (RsDrawing *drawing, RsRect bounds)
{
  for (guint i = 0; i < rs_frame_get_n_series (drawing->frame); i++)
    {
      Row row = get_row (drawing, i, 0);
      double earlier;
      gboolean has_tick = rs_row_get_earlier (row.series, row.point, &earlier);

      row_clear (&row);
      if (has_tick)
        return g_strdup (rs_tr (drawing->language, "tick: a year before"));
    }
  return NULL;
}
