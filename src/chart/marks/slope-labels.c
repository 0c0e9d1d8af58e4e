/* SPDX-License-Identifier: GPL-3.0-or-later
 * Names and values at both sides of a slope chart. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/marks/slope-private.h"

/* Names are at most so broad; with names at both sides the lines keep the rest. */
#define NAMES_SHARE 0.26
#define LINES_SHARE 0.3
#define NAME_LINES 2
/* A label that moved farther than this from its point gets a leader. */
#define LEADER_FROM_PX 3.0
#define LABEL_GAP_PX 1.0
/* Labels of lines in the background that would move farther than this, in lines of text, say less
 * than they hide. */
#define SPREAD_MAX_LINES 2.0

/* The value, and the period where it is not that of the column. (transfer full) */
static char *
describe_value (const RsSlopes *self, const RsSlopeLine *line, RsSlopeSide side)
{
  RsDatum datum = rs_slope_get_datum (line, side);
  g_autofree char *value =
    rs_rows_describe_value (self->drawing, line->pair.series, (guint) datum.point, self->decimals);
  g_autofree char *period = NULL;

  if (side == RS_SIDE_EARLIER || !line->pair.other_later)
    return g_steal_pointer (&value);
  period = rs_period_to_label (line->pair.later->period, self->drawing->language);
  return g_strdup_printf ("%s (%s)", value, period);
}

/* Whether the name stands at this side. */
static gboolean
is_named (const RsSlopes *self, const RsSlopeLine *line, RsSlopeSide side)
{
  return side == RS_SIDE_LATER || self->both || !isfinite (line->pair.to_value);
}

static RsLabel
get_value_label (const RsSlopes *self, const RsSlopeLine *line, RsSlopeSide side, const char *text)
{
  const RsTheme *theme = self->drawing->theme;
  RsLabel label = rs_label (RS_PART_LABEL, text, self->drawing->type.tick,
                            line->bright >= 0 ? &theme->text : &theme->secondary);

  label.datum = rs_slope_get_datum (line, side);
  label.align = side == RS_SIDE_EARLIER ? RS_ALIGN_END : RS_ALIGN_START;
  label.weight = line->bright >= 0 ? RS_WEIGHT_BOLD : RS_WEIGHT_NORMAL;
  return label;
}

static RsLabel
get_name_label (const RsSlopes *self, const RsSlopeLine *line, RsSlopeSide side)
{
  RsLabel label =
    rs_label (RS_PART_LABEL, line->pair.line->label, self->drawing->type.tick, &line->text);

  label.datum = rs_slope_get_datum (line, side);
  label.align = side == RS_SIDE_EARLIER ? RS_ALIGN_END : RS_ALIGN_START;
  label.weight = line->bright >= 0 ? RS_WEIGHT_BOLD : RS_WEIGHT_NORMAL;
  label.max_width_px = self->names[side];
  label.max_lines = NAME_LINES;
  return label;
}

/* Columns of values and names, and the columns of the two periods between them. */
void
rs_slopes_measure_labels (RsSlopes *self, RsRect bounds)
{
  RsDrawing *drawing = self->drawing;
  double unit = rs_rows_get_unit (drawing);
  double most = MAX (1, bounds.width * NAMES_SHARE);
  double named[RS_N_SIDES] = { 0 };
  double left, right;

  self->decimals = rs_pair_choose_value_decimals (drawing, self->panel);
  self->pad = 14 * unit;
  self->gap = 6 * unit;
  self->names[RS_SIDE_EARLIER] = self->names[RS_SIDE_LATER] = most;
  for (guint i = 0; i < self->n; i++)
    for (RsSlopeSide side = RS_SIDE_EARLIER; side < RS_N_SIDES; side++)
      {
        const RsSlopeLine *line = &self->lines[i];
        g_autofree char *value = NULL;
        RsLabel label;
        double width;

        if (!isfinite (rs_slope_get_value (line, side)))
          continue;
        value = describe_value (self, line, side);
        label = get_value_label (self, line, side, value);
        self->values[side] =
          MAX (self->values[side], rs_drawing_measure (drawing, &label).width_px);
        label = get_name_label (self, line, side);
        width = rs_drawing_measure (drawing, &label).width_px;
        named[side] = MAX (named[side], MIN (width, most));
      }
  for (RsSlopeSide side = RS_SIDE_EARLIER; side < RS_N_SIDES; side++)
    self->names[side] = MAX (1, named[side]);
  left = self->values[RS_SIDE_EARLIER] + self->pad;
  right = self->values[RS_SIDE_LATER] + self->pad + self->gap + self->names[RS_SIDE_LATER];
  self->both =
    left + right + self->gap + self->names[RS_SIDE_EARLIER] <= bounds.width * (1 - LINES_SHARE);
  for (guint i = 0; i < self->n && !self->both; i++)
    if (!isfinite (self->lines[i].pair.to_value) && isfinite (self->lines[i].pair.from_value))
      {
        left += self->gap + self->names[RS_SIDE_EARLIER];
        break;
      }
  if (self->both)
    left += self->gap + self->names[RS_SIDE_EARLIER];
  left = MIN (left, bounds.width * 0.45);
  right = MIN (right, bounds.width * 0.45);
  self->area =
    rs_rect (bounds.x + left, bounds.y, MAX (1, bounds.width - left - right), bounds.height);
}

/* Height of name and value. */
static double
measure_label (const RsSlopes *self, const RsSlopeLine *line, RsSlopeSide side)
{
  g_autofree char *value = describe_value (self, line, side);
  RsLabel label = get_value_label (self, line, side, value);
  double height = rs_drawing_measure (self->drawing, &label).height_px;

  if (!is_named (self, line, side))
    return height;
  label = get_name_label (self, line, side);
  return MAX (height, rs_drawing_measure (self->drawing, &label).height_px);
}

/* Value and name around @y; both or, where the name is too long, the value alone. */
static gboolean
put_label (RsSlopes *self, const RsSlopeLine *line, RsSlopeSide side, double y)
{
  RsDrawing *drawing = self->drawing;
  double sign = side == RS_SIDE_EARLIER ? -1 : 1;
  double x = rs_slope_get_x (self, side) + sign * self->pad;
  g_autofree char *text = describe_value (self, line, side);
  RsLabel value = get_value_label (self, line, side, text);
  RsLabel name = get_name_label (self, line, side);
  double height = rs_drawing_measure (drawing, &value).height_px;

  if (!rs_drawing_can_put (drawing, &value, x, y - height / 2))
    return FALSE;
  if (is_named (self, line, side))
    {
      double name_x = x + sign * (self->values[side] + self->gap);
      double name_height = rs_drawing_measure (drawing, &name).height_px;

      if (!rs_drawing_put (drawing, &name, name_x, y - name_height / 2))
        {
          rs_drawing_leave_out (drawing, "names", 1);
          return line->bright >= 0 && rs_drawing_put (drawing, &value, x, y - height / 2);
        }
    }
  return rs_drawing_put (drawing, &value, x, y - height / 2);
}

static void
draw_leader (RsSlopes *self, const RsSlopeLine *line, RsSlopeSide side, double y)
{
  RsDrawing *drawing = self->drawing;
  double unit = rs_rows_get_unit (drawing);
  double sign = side == RS_SIDE_EARLIER ? -1 : 1;
  RsPoint at = rs_slope_get_at (self, line, side);

  if (fabs (y - at.y) <= LEADER_FROM_PX * unit)
    return;
  rs_scene_add_line (drawing->scene, RS_PART_LEGEND,
                     (RsPoint){ at.x + sign * (rs_slope_get_dot (self, line) / 2 + unit), at.y },
                     (RsPoint){ at.x + sign * (self->pad - 2 * unit), y }, &line->color,
                     drawing->theme->hairline_px * unit);
}

static double
get_largest_move (const RsStackItem *items, guint n)
{
  double largest = 0;

  for (guint i = 0; i < n; i++)
    largest = MAX (largest, fabs (items[i].top + items[i].height / 2 - items[i].wanted));
  return largest;
}

void
rs_slopes_draw_labels (RsSlopes *self, RsSlopeSide side)
{
  RsDrawing *drawing = self->drawing;
  double slack = rs_drawing_line (drawing, drawing->type.tick) / 2;
  double low = self->area.y - slack / 2, high = rs_rect_bottom (self->area) + slack / 2;
  g_autofree RsStackItem *items = g_new0 (RsStackItem, MAX (self->n, 1));
  gboolean all = TRUE;
  guint n = 0;

  for (int pass = 0; pass < 2; pass++)
    {
      n = 0;
      all = pass == 0;
      for (guint i = 0; i < self->n; i++)
        if (isfinite (rs_slope_get_value (&self->lines[i], side)) &&
            (all || self->lines[i].bright >= 0))
          items[n++] = (RsStackItem){ rs_slope_get_at (self, &self->lines[i], side).y,
                                      measure_label (self, &self->lines[i], side), 0, i };
      if (rs_stack_spread (items, n, low, high, LABEL_GAP_PX) &&
          (!all || get_largest_move (items, n) <= 2 * slack * SPREAD_MAX_LINES))
        break;
      /* Where not even those have room, each tries its own place, the selected region's first. */
      if (!all)
        n = 0;
    }
  for (guint i = 0; i < n; i++)
    {
      const RsSlopeLine *line = &self->lines[items[i].id];
      double y = items[i].top + items[i].height / 2;

      if (put_label (self, line, side, y))
        draw_leader (self, line, side, y);
      else
        rs_drawing_leave_out (drawing, "labels", 1);
    }
  for (guint i = 0; !all && n == 0 && i < self->n * RS_SLOPE_HIGHLIGHTED; i++)
    {
      const RsSlopeLine *line = &self->lines[i % self->n];

      if (line->bright == (int) (i / self->n) && isfinite (rs_slope_get_value (line, side)) &&
          !put_label (self, line, side, rs_slope_get_at (self, line, side).y))
        rs_drawing_leave_out (drawing, "labels", 1);
    }
  for (guint i = 0; !all && i < self->n; i++)
    {
      const RsSlopeLine *line = &self->lines[i];

      if (line->bright < 0 && isfinite (rs_slope_get_value (line, side)) &&
          !put_label (self, line, side, rs_slope_get_at (self, line, side).y))
        rs_drawing_leave_out (drawing, "labels", 1);
    }
}
