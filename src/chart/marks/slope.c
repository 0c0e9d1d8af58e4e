/* SPDX-License-Identifier: GPL-3.0-or-later
 * RsSlopes: two periods as two columns, a line a series where the two compare. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/marks/marks.h"

#include "chart/marks/slope-private.h"
#include "chart/series-colors.h"

/* How far background lines fade into the ground. */
#define QUIET 0.3
#define PANEL_GAP_LINES 0.8
/* Height that a line asks for, in lines of label text. */
#define HEIGHT_LINES 1.25
#define ASPECT_BEST 2.1
#define ASPECT_NARROWEST 1.0

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const RsSlopeChange *first = a, *second = b;

  if (first->change != second->change)
    return first->change < second->change ? -1 : 1;
  return (first->at > second->at) - (first->at < second->at);
}

guint
rs_slope_highlight (const RsPair *pairs, guint n, int home, guint out[RS_SLOPE_HIGHLIGHTED])
{
  g_autofree RsSlopeChange *changes = g_new0 (RsSlopeChange, MAX (n, 1));
  guint n_changes = 0;
  guint n_out = 0;

  if (n <= RS_SLOPE_HIGHLIGHTED)
    {
      for (guint i = 0; i < n; i++)
        out[n_out++] = i;
      return n_out;
    }
  if (home >= 0)
    out[n_out++] = (guint) home;
  for (guint i = 0; i < n; i++)
    if (pairs[i].obstacle == RS_OBSTACLE_NONE && (int) i != home)
      changes[n_changes++] = (RsSlopeChange){ pairs[i].to_value - pairs[i].from_value, i };
  qsort (changes, n_changes, sizeof *changes, compare_changes);
  /* Equal ones would be picked by chance: then nobody is. */
  if (n_changes > 0 && changes[n_changes - 1].change > 0 &&
      (n_changes == 1 || changes[n_changes - 2].change < changes[n_changes - 1].change))
    out[n_out++] = changes[n_changes - 1].at;
  if (n_changes > 1 && changes[0].change < 0 && changes[1].change > changes[0].change)
    out[n_out++] = changes[0].at;
  return n_out;
}

static void
init_lines (RsSlopes *self)
{
  const RsFrame *frame = self->drawing->frame;
  const RsTheme *theme = self->drawing->theme;
  g_autofree RsPair *pairs = NULL;
  guint bright[RS_SLOPE_HIGHLIGHTED], colors[RS_SLOPE_HIGHLIGHTED];
  guint n_bright;
  int home = -1;

  self->n = self->panel->n_series;
  self->lines = g_new0 (RsSlopeLine, MAX (self->n, 1));
  pairs = g_new0 (RsPair, MAX (self->n, 1));
  for (guint i = 0; i < self->n; i++)
    {
      pairs[i] = rs_pair_get (frame, self->panel->series[i], self->later);
      if (home < 0 && rs_frame_is_home (frame, self->panel->series[i]))
        home = (int) i;
      self->lines[i] = (RsSlopeLine){ .pair = pairs[i], .bright = -1 };
      self->lines[i].color = rs_color_mix (theme->context, theme->card, QUIET);
      self->lines[i].text = theme->secondary;
    }
  n_bright = rs_slope_highlight (pairs, self->n, home, bright);
  for (guint i = 0; i < n_bright; i++)
    colors[i] = self->colors[self->panel->series[bright[i]]];
  rs_series_colors_tell_apart (colors, n_bright);
  for (guint i = 0; i < n_bright; i++)
    {
      self->lines[bright[i]].bright = (int) i;
      self->lines[bright[i]].color = theme->series[colors[i]];
      self->lines[bright[i]].text = theme->series_text[colors[i]];
    }
}

/* Two small waves across the foot of a column: something is left out below. */
static void
draw_cut (RsDrawing *drawing, double x, double bottom)
{
  double unit = rs_rows_get_unit (drawing);
  double y = bottom - 10 * unit;

  for (int i = 0; i < 2; i++, y += 3 * unit)
    {
      rs_scene_begin_path (drawing->scene, RS_PART_AXIS, NULL, &drawing->theme->axis,
                           drawing->theme->hairline_px * unit);
      rs_scene_move_to (drawing->scene, x - 4 * unit, y);
      rs_scene_curve_to (drawing->scene, x - 1.5 * unit, y - 4 * unit, x + 1.5 * unit, y + 4 * unit,
                         x + 4 * unit, y);
      rs_scene_end_path (drawing->scene);
    }
}

/* The two columns, and their periods over them. */
static void
draw_columns (RsSlopes *self, double top)
{
  RsDrawing *drawing = self->drawing;
  double unit = rs_rows_get_unit (drawing);

  for (RsSlopeSide side = RS_SIDE_EARLIER; side < RS_N_SIDES; side++)
    {
      double x = rs_slope_get_x (self, side);
      g_autofree char *text = rs_pair_describe_period (
        drawing,
        side == RS_SIDE_EARLIER ? rs_frame_get_earlier_period (drawing->frame) : self->later);
      RsLabel label = rs_label (RS_PART_TICK, text, drawing->type.label, &drawing->theme->text);

      rs_scene_add_line (drawing->scene, RS_PART_AXIS, (RsPoint){ x, self->area.y },
                         (RsPoint){ x, rs_rect_bottom (self->area) }, &drawing->theme->axis,
                         drawing->theme->hairline_px * unit)
        ->crisp = TRUE;
      if (self->axis.cut)
        draw_cut (drawing, x, rs_rect_bottom (self->area));
      label.weight = side == RS_SIDE_LATER ? RS_WEIGHT_BOLD : RS_WEIGHT_NORMAL;
      label.align = RS_ALIGN_MIDDLE;
      if (text[0] == '\0' || rs_drawing_put (drawing, &label, x, top))
        continue;
      /* Beside the column, where the picture is narrow. */
      label.align = side == RS_SIDE_EARLIER ? RS_ALIGN_END : RS_ALIGN_START;
      if (!rs_drawing_put (drawing, &label, x, top))
        rs_drawing_leave_out (drawing, "periods", 1);
    }
}

static void
draw_end (RsSlopes *self, const RsSlopeLine *line, RsSlopeSide side)
{
  RsDrawing *drawing = self->drawing;
  double unit = rs_rows_get_unit (drawing);
  RsPoint at = rs_slope_get_at (self, line, side);
  RsDatum datum = rs_slope_get_datum (line, side);
  gboolean bound = side == RS_SIDE_EARLIER ? line->pair.from_bound : line->pair.to_bound;
  double middle = self->area.x + self->area.width / 2;
  double left = side == RS_SIDE_EARLIER ? self->bounds.x : middle;
  double right = side == RS_SIDE_EARLIER ? middle : rs_rect_right (self->bounds);

  if (!isfinite (rs_slope_get_value (line, side)))
    return;
  if (bound)
    {
      rs_scene_add_line (drawing->scene, RS_PART_BOUND, (RsPoint){ at.x - 6 * unit, at.y },
                         (RsPoint){ at.x + 6 * unit, at.y }, &line->color, 2 * unit)
        ->datum = datum;
      rs_drawing_add_arrow (drawing, RS_PART_BOUND, datum, at, 0, -1, 11 * unit, &line->color,
                            1.6 * unit);
    }
  else
    rs_pair_draw_point (
      drawing, datum, side == RS_SIDE_EARLIER ? line->pair.earlier : line->pair.later, at,
      line->bright >= 0 ? (RsShape) (line->bright % RS_N_SHAPES) : RS_SHAPE_CIRCLE,
      rs_slope_get_dot (self, line), &line->color, &line->color);
  rs_scene_add_stop (drawing->scene, datum, at,
                     rs_rect (left, self->area.y, right - left, self->area.height));
}

static void
draw_line (RsSlopes *self, const RsSlopeLine *line)
{
  RsDrawing *drawing = self->drawing;
  RsFlags unsure = RS_FLAG_PROVISIONAL | RS_FLAG_FORECAST;
  RsMark *mark;

  if (line->pair.obstacle != RS_OBSTACLE_NONE)
    return;
  mark = rs_scene_add_line (
    drawing->scene, RS_PART_LINE, rs_slope_get_at (self, line, RS_SIDE_EARLIER),
    rs_slope_get_at (self, line, RS_SIDE_LATER), &line->color,
    drawing->theme->stroke_px * rs_rows_get_unit (drawing) * (line->bright >= 0 ? 1.2 : 0.7));
  mark->datum = (RsDatum){ (int) line->pair.series, -1 };
  /* A line towards a figure that is not final is dashed (R39). */
  mark->dash = (line->pair.later->observation.flags & unsure) != 0 ? RS_DASH_SHORT : RS_DASH_NONE;
  if (line->bright >= 0)
    rs_collider_add_line (&drawing->taken, rs_slope_get_at (self, line, RS_SIDE_EARLIER),
                          rs_slope_get_at (self, line, RS_SIDE_LATER), drawing->theme->stroke_px);
}

static gboolean
is_broken (const RsSlopeLine *line)
{
  return isfinite (line->pair.from_value) && isfinite (line->pair.to_value) &&
         line->pair.obstacle != RS_OBSTACLE_NONE;
}

/* Where all series break alike, one rule between the columns says so. Returns: whether it does. */
static gboolean
draw_common_break (RsSlopes *self)
{
  RsDrawing *drawing = self->drawing;
  double x = self->area.x + self->area.width / 2;
  RsObstacle obstacle = RS_OBSTACLE_NONE;
  guint n = 0;
  RsMark *mark;
  RsLabel label;

  for (guint i = 0; i < self->n; i++)
    {
      const RsPair *pair = &self->lines[i].pair;

      if (!isfinite (pair->from_value) || !isfinite (pair->to_value))
        continue;
      if (pair->obstacle == RS_OBSTACLE_NONE || (n > 0 && pair->obstacle != obstacle))
        return FALSE;
      obstacle = pair->obstacle;
      n++;
    }
  if (n < 2 || (obstacle != RS_OBSTACLE_BREAK && obstacle != RS_OBSTACLE_DEFINITION))
    return FALSE;
  mark = rs_scene_add_line (drawing->scene, RS_PART_BREAK, (RsPoint){ x, self->area.y },
                            (RsPoint){ x, rs_rect_bottom (self->area) }, &drawing->theme->secondary,
                            drawing->theme->hairline_px * rs_rows_get_unit (drawing));
  mark->dash = RS_DASH_LONG;
  mark->crisp = TRUE;
  label = rs_label (RS_PART_BREAK, rs_obstacle_get_label (obstacle, drawing->language),
                    drawing->type.tick, &drawing->theme->secondary);
  label.align = RS_ALIGN_MIDDLE;
  label.plate = &drawing->theme->card;
  if (!rs_drawing_put (drawing, &label, x, self->area.y))
    rs_drawing_leave_out (drawing, "labels", 1);
  return TRUE;
}

/* Between the two points of each series that must not be joined: why. */
static void
draw_obstacles (RsSlopes *self)
{
  RsDrawing *drawing = self->drawing;
  /* Along the way from one to the other. */
  static const double places[] = { 0.5, 0.35, 0.65, 0.2, 0.8 };

  if (draw_common_break (self))
    return;
  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->n; i++)
      {
        const RsSlopeLine *line = &self->lines[i];
        gboolean put = FALSE;
        RsLabel label;
        double height;

        if (!is_broken (line) || (line->bright >= 0) != (pass == 0))
          continue;
        label =
          rs_label (RS_PART_BREAK, rs_obstacle_get_label (line->pair.obstacle, drawing->language),
                    drawing->type.tick, &line->text);
        label.align = RS_ALIGN_MIDDLE;
        label.datum = line->pair.to;
        label.plate = &drawing->theme->card;
        label.avoid = RS_OBSTACLE_INK;
        height = rs_drawing_measure (drawing, &label).height_px;
        for (guint place = 0; place < G_N_ELEMENTS (places) && !put; place++)
          {
            double from = rs_slope_get_at (self, line, RS_SIDE_EARLIER).y;
            double to = rs_slope_get_at (self, line, RS_SIDE_LATER).y;

            put = rs_drawing_put (drawing, &label, self->area.x + self->area.width * places[place],
                                  from + (to - from) * places[place] - height / 2);
          }
        if (!put)
          rs_drawing_leave_out (drawing, "labels", 1);
      }
}

static double
draw_heading (RsSlopes *self, RsRect bounds)
{
  RsDrawing *drawing = self->drawing;
  RsLabel label;

  if (self->panel->heading == NULL || self->panel->heading[0] == '\0')
    return 0;
  label =
    rs_label (RS_PART_LABEL, self->panel->heading, drawing->type.tick, &drawing->theme->secondary);
  label.max_width_px = bounds.width;
  if (!rs_drawing_put (drawing, &label, bounds.x, bounds.y))
    rs_drawing_leave_out (drawing, "units", 1);
  return rs_drawing_measure (drawing, &label).height_px;
}

static void
init_axis (RsSlopes *self)
{
  double min, max;
  gboolean from_zero = rs_pair_get_domain (self->drawing, self->panel, &min, &max);

  rs_row_axis_init (&self->axis, self->drawing, min, max, from_zero, self->panel->factor,
                    self->panel->nature == RS_NATURE_RATE, G_MAXDOUBLE);
}

static void
draw_panel (RsSlopes *self, RsRect bounds)
{
  RsDrawing *drawing = self->drawing;
  double line = rs_drawing_line (drawing, drawing->type.label);
  double top = bounds.y + draw_heading (self, bounds);

  self->bounds = bounds;
  init_lines (self);
  rs_slopes_measure_labels (self, bounds);
  self->area.y = top + 1.5 * line;
  self->area.height = rs_rect_bottom (bounds) - self->area.y - line / 4;
  if (self->area.height < line)
    rs_drawing_leave_out (drawing, "panels", 1);
  else
    {
      init_axis (self);
      rs_row_axis_place (&self->axis, rs_rect_bottom (self->area), self->area.y);
      draw_columns (self, top);
      /* The bright ones over the others. */
      for (int pass = 0; pass < 2; pass++)
        for (guint i = 0; i < self->n; i++)
          if ((self->lines[i].bright >= 0) == (pass == 1))
            draw_line (self, &self->lines[i]);
      for (int pass = 0; pass < 2; pass++)
        for (guint i = 0; i < self->n; i++)
          for (RsSlopeSide side = RS_SIDE_EARLIER; side < RS_N_SIDES; side++)
            if ((self->lines[i].bright >= 0) == (pass == 1))
              draw_end (self, &self->lines[i], side);
      draw_obstacles (self);
      rs_slopes_draw_labels (self, RS_SIDE_LATER);
      rs_slopes_draw_labels (self, RS_SIDE_EARLIER);
      rs_row_axis_clear (&self->axis);
    }
  g_clear_pointer (&self->lines, g_free);
}

void
rs_marks_draw_slope (RsDrawing *drawing, RsRect bounds)
{
  RsChartModel model;
  double gap = PANEL_GAP_LINES * rs_drawing_line (drawing, drawing->type.tick);
  double height;

  rs_chart_model_init (&model, drawing, FALSE);
  height = (bounds.height + gap) / MAX (1, model.n_panels) - gap;
  for (guint p = 0; p < model.n_panels; p++)
    {
      RsSlopes self = {
        .drawing = drawing,
        .panel = &model.panels[p],
        .colors = model.colors,
        .later = rs_pair_find_later_period (drawing->frame),
      };

      draw_panel (&self,
                  rs_rect (bounds.x, bounds.y + p * (height + gap), bounds.width, MAX (0, height)));
    }
  rs_chart_model_clear (&model);
}

double
rs_marks_get_slope_height (RsDrawing *drawing, double width_px)
{
  double height = rs_frame_get_n_series (drawing->frame) * HEIGHT_LINES *
                  rs_drawing_line (drawing, drawing->type.label);

  return CLAMP (height, width_px / ASPECT_BEST, width_px / ASPECT_NARROWEST);
}

/* Why lines besides the selected region's stand out among many. (nullable) */
static const char *
describe_highlighted (const RsSlopes *self)
{
  gboolean rise = FALSE, fall = FALSE;

  for (guint i = 0; self->n > RS_SLOPE_HIGHLIGHTED && i < self->n; i++)
    if (self->lines[i].bright >= 0 &&
        !rs_frame_is_home (self->drawing->frame, self->lines[i].pair.series))
      {
        rise = rise || self->lines[i].pair.to_value > self->lines[i].pair.from_value;
        fall = fall || self->lines[i].pair.to_value < self->lines[i].pair.from_value;
      }
  if (rise && fall)
    /* Translators: which lines of a chart stand out. */
    return rs_tr (self->drawing->language, "in colour: the largest rise and the largest fall");
  if (rise)
    /* Translators: which line of a chart stands out. */
    return rs_tr (self->drawing->language, "in colour: the largest rise");
  if (fall)
    /* Translators: which line of a chart stands out. */
    return rs_tr (self->drawing->language, "in colour: the largest fall");
  return NULL;
}

/* Where the axis starts, and which lines stand out among many. */
char *
rs_marks_describe_slope_axis (RsDrawing *drawing, RsRect bounds)
{
  RsChartModel model;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  rs_chart_model_init (&model, drawing, FALSE);
  if (model.n_panels > 0)
    {
      RsSlopes self = { .drawing = drawing,
                        .panel = &model.panels[0],
                        .colors = model.colors,
                        .later = rs_pair_find_later_period (drawing->frame) };
      const char *highlighted;
      char *cut;

      init_axis (&self);
      cut = rs_row_axis_describe_cut (&self.axis, drawing);
      if (cut != NULL)
        g_ptr_array_add (parts, cut);
      rs_row_axis_clear (&self.axis);
      init_lines (&self);
      highlighted = describe_highlighted (&self);
      if (highlighted != NULL)
        g_ptr_array_add (parts, g_strdup (highlighted));
      g_free (self.lines);
    }
  rs_chart_model_clear (&model);
  g_ptr_array_add (parts, NULL);
  return parts->len > 1 ? g_strjoinv (" · ", (char **) parts->pdata) : NULL;
}
