/* SPDX-License-Identifier: GPL-3.0-or-later
 * Dumbbells: two periods on one axis, a row a series, joined where the two compare. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/marks/marks.h"

#include <math.h>

#include "chart/marks/pair.h"
#include "chart/marks/rows.h"

/* Changes may take this share of the room right of the names. */
#define CHANGES_SHARE 0.4
/* Values stand beside their dots where the scale is at least so many times as broad as the widest.
 */
#define VALUES_ROOM 6.0
/* The dot of the earlier period is smaller and lighter (R33). */
#define EARLIER_SIZE 0.85
#define EARLIER_FILL 0.3
#define PANEL_GAP_LINES 0.6

static const RsRowLines row_lines = { 1.15, 1.75, 4.0 };

typedef struct
{
  RsDrawing *drawing;
  const RsPanel *panel;
  RsPeriod later;
  RsRows rows;
  RsRowAxis axis;
  RsRowColors colors;
  double changes;    /* width of the changes; 0: none are shown */
  RsPairWords words; /* of the changes */
  int value_decimals;
  gboolean values;
  double dot; /* diameter */
} Dumbbells;

static double
get_dot (const RsDrawing *drawing)
{
  return drawing->theme->point_px * 1.25 * rs_rows_get_unit (drawing);
}

static RsLabel
get_change_label (const Dumbbells *self, const RsRow *row, const RsPair *pair, const char *text)
{
  const RsTheme *theme = self->drawing->theme;
  gboolean known = pair->obstacle == RS_OBSTACLE_NONE;
  RsLabel label = rs_label (RS_PART_CHANGE, text, self->drawing->type.tick,
                            known ? &theme->text : &theme->secondary);

  label.align = RS_ALIGN_END;
  label.weight = row->home && known ? RS_WEIGHT_BOLD : RS_WEIGHT_NORMAL;
  label.datum = pair->to;
  return label;
}

static RsLabel
get_value_label (const Dumbbells *self, RsDatum datum, const char *text, gboolean home)
{
  RsLabel label = rs_label (RS_PART_LABEL, text, self->drawing->type.tick,
                            home ? &self->drawing->theme->text : &self->drawing->theme->secondary);

  label.datum = datum;
  return label;
}

/* Width of the changes and of the widest value. */
static void
measure (Dumbbells *self, double *out_widest)
{
  double changes = 0;

  *out_widest = 0;
  for (guint i = 0; i < self->rows.rows->len; i++)
    {
      const RsRow *row = rs_rows_get (&self->rows, i);
      g_autofree char *change = NULL;
      RsLabel label;
      RsPair pair;

      if (row->n_more > 0)
        continue;
      pair = rs_pair_get (self->drawing->frame, row->series, self->later);
      change = rs_pair_describe_change (self->drawing, &pair, self->words);
      label = get_change_label (self, row, &pair, change);
      changes = MAX (changes, rs_drawing_measure (self->drawing, &label).width_px);
      for (int side = 0; side < 2; side++)
        {
          RsDatum datum = side == 0 ? pair.from : pair.to;
          g_autofree char *value = NULL;

          if ((side == 0 ? pair.earlier : pair.later) == NULL)
            continue;
          value = rs_rows_describe_value (self->drawing, row->series, (guint) datum.point,
                                          self->value_decimals);
          label = get_value_label (self, datum, value, row->home);
          *out_widest = MAX (*out_widest, rs_drawing_measure (self->drawing, &label).width_px);
        }
    }
  self->changes = changes <= self->rows.track.width * CHANGES_SHARE ? changes : 0;
  if (changes > 0 && self->changes <= 0)
    rs_drawing_leave_out (self->drawing, "changes", self->rows.rows->len);
}

/* Room for the changes at the right, and for values beyond the outermost dots. */
static void
place_axis (Dumbbells *self)
{
  RsRect track;
  double widest, air;

  measure (self, &widest);
  track = self->rows.track;
  if (self->changes > 0)
    track.width = MAX (1, track.width - self->changes - 1.5 * self->rows.gap);
  self->rows.track = track;
  self->values = track.width >= widest * VALUES_ROOM;
  air = self->dot + (self->values ? widest + self->rows.gap : 0);
  air = MIN (air, track.width * 0.3);
  rs_row_axis_place (&self->axis, track.x + air,
                     MAX (track.x + air + 1, rs_rect_right (track) - air));
}

static void
draw_connector (Dumbbells *self, const RsPair *pair, double y, const RsColor *color)
{
  RsDrawing *drawing = self->drawing;
  RsColor pale = rs_color_mix (*color, drawing->theme->card, 0.35);
  RsFlags unsure = RS_FLAG_PROVISIONAL | RS_FLAG_FORECAST;
  RsPoint from = { rs_scale_map (&self->axis.scale, pair->from_value), y };
  RsPoint to = { rs_scale_map (&self->axis.scale, pair->to_value), y };
  RsMark *mark = rs_scene_add_line (drawing->scene, RS_PART_CONNECTOR, from, to, &pale,
                                    MAX (2, self->dot * 0.3));

  mark->datum = pair->to;
  /* What leads to a figure that is not final is dashed (R39). */
  mark->dash = (pair->later->observation.flags & unsure) != 0 ? RS_DASH_SHORT : RS_DASH_NONE;
  rs_collider_add_line (&drawing->taken, from, to, self->dot * 0.3);
}

static void
draw_end (Dumbbells *self, guint i, const RsPair *pair, gboolean is_later, const RsColor *color)
{
  RsDrawing *drawing = self->drawing;
  RsDatum datum = is_later ? pair->to : pair->from;
  const RsFramePoint *point = is_later ? pair->later : pair->earlier;
  double value = is_later ? pair->to_value : pair->from_value;
  RsPoint at = { rs_scale_map (&self->axis.scale, value), rs_rows_get_y (&self->rows, i) };
  RsColor light = rs_color_mix (drawing->theme->card, *color, EARLIER_FILL);
  double unit = rs_rows_get_unit (drawing);

  if (is_later ? pair->to_bound : pair->from_bound)
    {
      rs_scene_add_line (drawing->scene, RS_PART_BOUND, (RsPoint){ at.x, at.y - self->dot * 0.7 },
                         (RsPoint){ at.x, at.y + self->dot * 0.7 }, color,
                         (is_later ? 2.5 : 1.5) * unit)
        ->datum = datum;
      rs_drawing_add_arrow (drawing, RS_PART_BOUND, datum, at, 1, 0, 12 * unit, color,
                            (is_later ? 2 : 1.2) * unit);
      rs_collider_add (&drawing->taken, rs_rect (at.x, at.y - self->dot / 2, 12 * unit, self->dot),
                       RS_OBSTACLE_INK);
    }
  else
    rs_pair_draw_point (drawing, datum, point, at, RS_SHAPE_CIRCLE,
                        self->dot * (is_later ? 1 : EARLIER_SIZE), is_later ? color : &light,
                        color);
  rs_rows_add_stop (&self->rows, i, datum, at.x, self->rows.bounds.x,
                    rs_rect_right (self->rows.bounds));
}

/* On the outer sides, so that neither stands on what joins the two. */
static void
draw_value (Dumbbells *self, guint i, const RsPair *pair, gboolean is_later)
{
  RsDrawing *drawing = self->drawing;
  RsDatum datum = is_later ? pair->to : pair->from;
  double value = is_later ? pair->to_value : pair->from_value;
  double other = is_later ? pair->from_value : pair->to_value;
  gboolean bound = is_later ? pair->to_bound : pair->from_bound;
  gboolean left = isfinite (other) && (value < other || (value == other && !is_later));
  double x = rs_scale_map (&self->axis.scale, value);
  double distance = self->dot / 2 + self->rows.gap / 2;
  g_autofree char *text =
    rs_rows_describe_value (drawing, pair->series, (guint) datum.point, self->value_decimals);
  RsLabel label =
    get_value_label (self, datum, text, is_later && rs_rows_get (&self->rows, i)->home);
  double height = rs_drawing_measure (drawing, &label).height_px;

  label.avoid = RS_OBSTACLE_INK;
  label.align = left ? RS_ALIGN_END : RS_ALIGN_START;
  if (!left && bound)
    distance += 12 * rs_rows_get_unit (drawing);
  if (!rs_drawing_put (drawing, &label, x + (left ? -distance : distance),
                       rs_rows_get_y (&self->rows, i) - height / 2))
    rs_drawing_leave_out (drawing, "labels", 1);
}

static void
draw_row (Dumbbells *self, guint i)
{
  RsDrawing *drawing = self->drawing;
  const RsRow *row = rs_rows_get (&self->rows, i);
  RsPair pair = rs_pair_get (drawing->frame, row->series, self->later);
  RsColor color = rs_row_colors_get (&self->colors, row);
  double y = rs_rows_get_y (&self->rows, i);
  g_autofree char *change = rs_pair_describe_change (drawing, &pair, self->words);
  RsLabel label = get_change_label (self, row, &pair, change);

  if (pair.obstacle == RS_OBSTACLE_NONE)
    draw_connector (self, &pair, y, &color);
  if (isfinite (pair.from_value))
    draw_end (self, i, &pair, FALSE, &color);
  if (isfinite (pair.to_value))
    draw_end (self, i, &pair, TRUE, &color);
  else if (pair.to.point >= 0)
    rs_rows_add_stop (&self->rows, i, pair.to, self->rows.track.x, self->rows.bounds.x,
                      rs_rect_right (self->rows.bounds));
  if (self->changes > 0 && !rs_drawing_put (drawing, &label, rs_rect_right (self->rows.bounds),
                                            y - rs_drawing_measure (drawing, &label).height_px / 2))
    rs_drawing_leave_out (drawing, "changes", 1);
  if (self->values && isfinite (pair.to_value))
    draw_value (self, i, &pair, TRUE);
  if (self->values && isfinite (pair.from_value))
    draw_value (self, i, &pair, FALSE);
}

static double
draw_heading (const Dumbbells *self, RsRect bounds)
{
  RsLabel label;

  if (self->panel->heading == NULL || self->panel->heading[0] == '\0')
    return 0;
  label = rs_label (RS_PART_LABEL, self->panel->heading, self->drawing->type.tick,
                    &self->drawing->theme->secondary);
  label.max_width_px = bounds.width;
  if (!rs_drawing_put (self->drawing, &label, bounds.x, bounds.y))
    rs_drawing_leave_out (self->drawing, "units", 1);
  return rs_drawing_measure (self->drawing, &label).height_px;
}

static void
init_axis (Dumbbells *self, double width_px)
{
  double min, max;
  gboolean from_zero = rs_pair_get_domain (self->drawing, self->panel, &min, &max);

  rs_row_axis_init (&self->axis, self->drawing, min, max, from_zero, self->panel->factor,
                    self->panel->nature == RS_NATURE_RATE, width_px * 0.4);
}

static void
draw_panel (Dumbbells *self, RsRect bounds)
{
  RsDrawing *drawing = self->drawing;
  double heading = draw_heading (self, bounds);
  double axis = rs_row_axis_get_height (drawing);
  RsRect room =
    rs_rect (bounds.x, bounds.y + heading, bounds.width, MAX (0, bounds.height - heading - axis));

  self->words = rs_pair_choose_words (drawing, self->panel);
  self->value_decimals = rs_pair_choose_value_decimals (drawing, self->panel);
  rs_rows_init (&self->rows, drawing, room, self->panel->series, self->panel->n_series, row_lines);
  if (self->rows.rows->len > 0)
    {
      rs_rows_measure (&self->rows);
      self->dot = MIN (get_dot (drawing), self->rows.row * 0.7);
      init_axis (self, bounds.width);
      place_axis (self);
      rs_rows_draw_stripe (&self->rows, self->rows.track.x, rs_rect_right (self->rows.bounds));
      rs_row_axis_draw (&self->axis, drawing, self->rows.track);
      rs_rows_draw_names (&self->rows);
      for (guint i = 0; i < self->rows.rows->len; i++)
        if (rs_rows_get (&self->rows, i)->n_more == 0)
          draw_row (self, i);
      rs_row_axis_clear (&self->axis);
    }
  rs_rows_clear (&self->rows);
}

/* What the two dots are: the light one of the earlier period, the full one of the later. */
static double
draw_legend (const Dumbbells *self, RsRect bounds)
{
  RsDrawing *drawing = self->drawing;
  RsPeriod periods[] = { rs_frame_get_earlier_period (drawing->frame), self->later };
  double height = rs_drawing_line (drawing, drawing->type.tick);
  double dot = get_dot (drawing);
  double x = bounds.x;
  RsColor light = rs_color_mix (drawing->theme->card, self->colors.home, EARLIER_FILL);

  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      g_autofree char *text = rs_pair_describe_period (drawing, periods[i]);
      RsLabel label = rs_label (RS_PART_LEGEND, text, drawing->type.tick, &drawing->theme->text);
      RsPoint at = { x + dot / 2, bounds.y + height / 2 };

      if (text[0] == '\0')
        continue;
      label.weight = i == 1 ? RS_WEIGHT_BOLD : RS_WEIGHT_NORMAL;
      if (!rs_drawing_put (drawing, &label, x + 1.5 * dot, bounds.y))
        {
          rs_drawing_leave_out (drawing, "legend", 1);
          continue;
        }
      rs_drawing_add_shape (drawing, RS_PART_LEGEND, RS_SHAPE_CIRCLE, at,
                            dot * (i == 1 ? 1 : EARLIER_SIZE), i == 1 ? &self->colors.home : &light,
                            &self->colors.home, 1.6 * rs_rows_get_unit (drawing));
      x += 1.5 * dot + rs_drawing_measure (drawing, &label).width_px + drawing->type.gap;
    }
  return height * 1.3;
}

void
rs_marks_draw_dumbbell (RsDrawing *drawing, RsRect bounds)
{
  RsChartModel model;
  Dumbbells self = {
    .drawing = drawing,
    .later = rs_pair_find_later_period (drawing->frame),
  };
  double gap = PANEL_GAP_LINES * rs_drawing_line (drawing, drawing->type.tick);
  double legend, height, y;

  rs_chart_model_init (&model, drawing, FALSE);
  rs_row_colors_init (&self.colors, drawing, TRUE);
  legend = draw_legend (&self, bounds);
  y = bounds.y + legend;
  height = bounds.height - legend - MAX (1, model.n_panels) * gap + gap;
  for (guint p = 0; p < model.n_panels; p++)
    {
      double share = (double) model.panels[p].n_series / rs_frame_get_n_series (drawing->frame);

      self.panel = &model.panels[p];
      draw_panel (&self, rs_rect (bounds.x, y, bounds.width, MAX (0, height * share)));
      y += height * share + gap;
    }
  rs_row_colors_clear (&self.colors);
  rs_chart_model_clear (&model);
}

double
rs_marks_get_dumbbell_height (RsDrawing *drawing, double width_px)
{
  double line = rs_drawing_line (drawing, drawing->type.tick);

  return rs_rows_get_height (drawing, rs_frame_get_n_series (drawing->frame), row_lines, width_px) +
         1.3 * line + rs_row_axis_get_height (drawing);
}

char *
rs_marks_describe_dumbbell_axis (RsDrawing *drawing, RsRect bounds)
{
  RsChartModel model;
  char *text = NULL;

  rs_chart_model_init (&model, drawing, FALSE);
  if (model.n_panels > 0)
    {
      Dumbbells self = { .drawing = drawing, .panel = &model.panels[0] };

      init_axis (&self, bounds.width);
      text = rs_row_axis_describe_cut (&self.axis, drawing);
      rs_row_axis_clear (&self.axis);
    }
  rs_chart_model_clear (&model);
  return text;
}
