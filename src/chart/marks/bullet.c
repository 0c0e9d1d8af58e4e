/* SPDX-License-Identifier: GPL-3.0-or-later
 * Bullets: a result against its target, a row a series. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/marks/marks.h"

#include <math.h>

#include "chart/chart-model.h"
#include "chart/marks/bullet-item.h"
#include "chart/marks/row-bar.h"

/* Share of a row for the grounds, of the grounds for the bar, and for the year before. */
#define GROUND_SHARE 0.5
#define GROUND_MAX_EM 2.6
#define BAR_SHARE 0.44
#define BEFORE_SHARE 0.14
#define BEFORE_FADE 0.45
#define MARK_CONTRAST 3.0
/* Value and verdict may take this share of the room right of the names. */
#define WORDS_SHARE 0.42
/* From so many lines on the words of the target stand over the bar, and the verdict under the
 * value. */
#define TWO_LINES 2.05
#define TARGET_STROKE_PX 2.5
#define VERDICT_LINES 2
#define PANEL_GAP_LINES 0.6
/* Beyond the farthest mark. */
#define END_AIR 0.04

static const RsRowLines row_lines = { 1.3, 3.2, 6.0 };

/* Grounds end at these shares of an at-least target of an amount (R38); the palest is the longest.
 */
static const double range_shares[] = { 1.0, 0.75, 0.5 };
static const double range_tints[] = { 0.1, 0.2, 0.32 };

typedef struct
{
  RsDrawing *drawing;
  RsRows rows;
  RsRowColors colors;
  gboolean own_scales; /* units differ: each row has its own, and names its unit */
  RsRowAxis axis;      /* shared where they do not differ */
  RsRect track;        /* of the bars */
  double axis_px;      /* height of the axis; 0: none */
  double words;        /* width of value and verdict; 0: the value alone, behind the bar */
  gboolean two_lines;
} Bullets;

static const RsColor *
get_verdict_color (const RsTheme *theme, RsJudgement judgement)
{
  switch (judgement)
    {
    case RS_JUDGEMENT_MET:
      return &theme->good;
    case RS_JUDGEMENT_MISSED:
      return &theme->adverse;
    case RS_JUDGEMENT_NONE:
    case RS_JUDGEMENT_CANNOT:
      return &theme->neutral;
    }
  return &theme->neutral;
}

static RsLabel
get_value_label (const Bullets *self, const RsBulletItem *item)
{
  const RsTheme *theme = self->drawing->theme;
  gboolean known = item->has_value || item->is_bound;
  RsLabel label = rs_label (RS_PART_LABEL, item->value_text, self->drawing->type.label,
                            known ? &theme->text : &theme->secondary);

  label.weight = known ? RS_WEIGHT_BOLD : RS_WEIGHT_NORMAL;
  label.datum = item->datum;
  return label;
}

static RsLabel
get_verdict_label (const Bullets *self, const RsBulletItem *item)
{
  RsJudgement judgement = item->point != NULL ? item->point->verdict.judgement : RS_JUDGEMENT_NONE;
  RsLabel label = rs_label (RS_PART_CHIP, item->verdict_text, self->drawing->type.tick,
                            get_verdict_color (self->drawing->theme, judgement));

  label.datum = item->datum;
  if (self->two_lines)
    {
      label.max_width_px = self->words;
      label.max_lines = VERDICT_LINES;
    }
  return label;
}

/* Value and verdict below each other where rows are high, else in one line. */
static double
measure_words (Bullets *self)
{
  double most = self->rows.track.width * WORDS_SHARE;
  double values = 0, widest = 0;

  self->words = MAX (1, most);
  for (guint i = 0; i < self->rows.rows->len; i++)
    {
      const RsRow *row = rs_rows_get (&self->rows, i);
      double value, verdict = 0;
      RsLabel label;
      RsBulletItem item;

      if (row->n_more > 0)
        continue;
      item = rs_bullet_item_get (self->drawing, row->series, self->own_scales);
      label = get_value_label (self, &item);
      value = rs_drawing_measure (self->drawing, &label).width_px;
      values = MAX (values, value);
      if (item.verdict_text[0] != '\0')
        {
          label = get_verdict_label (self, &item);
          verdict = rs_drawing_measure (self->drawing, &label).width_px;
        }
      if (self->two_lines)
        widest = MAX (widest, MAX (value, verdict));
      else
        widest = MAX (widest, value + (verdict > 0 ? self->rows.gap + verdict : 0));
      rs_bullet_item_clear (&item);
    }
  if (widest <= most)
    return widest;
  return self->two_lines ? most : MIN (values, most);
}

static void
draw_ranges (
  const Bullets *self, const RsBulletItem *item, const RsScale *scale, double y, double height)
{
  RsDrawing *drawing = self->drawing;
  double zero = rs_scale_map (scale, 0);
  RsMark *mark;

  if (!rs_bullet_has_ranges (drawing->frame, item))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (range_shares); i++)
    {
      RsColor color = rs_color_mix (drawing->theme->card, drawing->theme->axis, range_tints[i]);
      double x = rs_scale_map (scale, item->target->value * range_shares[i]);

      mark = rs_scene_add_rect (drawing->scene, RS_PART_RANGE,
                                rs_rect (zero, y - height / 2, x - zero, height), &color, NULL, 0);
      mark->crisp = TRUE;
      mark->datum = item->datum;
    }
}

/* As light as a mark may be on the card (R26). */
static RsColor
lighten (const RsDrawing *drawing, const RsColor *color)
{
  RsColor light = *color;

  for (double fade = BEFORE_FADE; fade > 0; fade -= 0.05)
    {
      light = rs_color_mix (*color, drawing->theme->card, fade);
      if (rs_color_contrast (light, drawing->theme->card) >= MARK_CONTRAST)
        return light;
    }
  return *color;
}

/* A line of the card's colour around a bar, as the grounds behind it are not the card (R26). */
static void
draw_separator (const Bullets *self, const RsBulletItem *item, RsRect rect)
{
  RsDrawing *drawing = self->drawing;
  double line = rs_rows_get_unit (drawing);

  if (!rs_bullet_has_ranges (drawing->frame, item))
    return;
  rs_scene_add_rect (drawing->scene, RS_PART_RANGE,
                     rs_rect (rect.x, rect.y - line, rect.width + line, rect.height + 2 * line),
                     &drawing->theme->card, NULL, 0)
    ->datum = item->datum;
}

/* A thin, light bar under the solid one. */
static void
draw_before (const Bullets *self,
             const RsBulletItem *item,
             const RsScale *scale,
             double y,
             double height,
             const RsColor *color)
{
  RsDrawing *drawing = self->drawing;
  double zero = rs_scale_map (scale, 0);
  double thin = MAX (2, height * BEFORE_SHARE);
  RsColor light = lighten (drawing, color);
  double x;
  RsRect rect;
  RsMark *mark;

  if (!isfinite (item->before))
    return;
  x = rs_scale_map (scale, item->before);
  rect = rs_rect (MIN (x, zero), y + height * (BAR_SHARE / 2 + 0.06), fabs (x - zero), thin);
  draw_separator (self, item, rect);
  mark = rs_scene_add_rect (drawing->scene, RS_PART_TICK, rect, &light, NULL, 0);
  mark->crisp = TRUE;
  mark->datum = item->datum;
}

/* Over its tick where there is room, else in the picture's scene only. */
static void
draw_target (
  const Bullets *self, const RsBulletItem *item, const RsScale *scale, double y, double height)
{
  RsDrawing *drawing = self->drawing;
  double unit = rs_rows_get_unit (drawing);
  RsLabel label =
    rs_label (RS_PART_TARGET, item->target_text, drawing->type.tick, &drawing->theme->target);
  RsTextExtents extents;
  double x, left;

  if (item->target == NULL)
    return;
  x = rs_scale_map (scale, item->target->value);
  rs_drawing_add_tick (drawing, RS_PART_TARGET, item->datum, (RsPoint){ x, y - height * 0.62 },
                       (RsPoint){ x, y + height * 0.62 }, &drawing->theme->target,
                       TARGET_STROKE_PX * unit, item->target->derived);
  label.datum = item->datum;
  extents = rs_drawing_measure (drawing, &label);
  /* Around the tick, moved inwards at the ends of the track; the ground hides the grid. */
  label.plate = self->own_scales ? NULL : &drawing->theme->card;
  left = CLAMP (x - extents.width_px / 2, self->rows.track.x + self->rows.gap + 5 * unit,
                MAX (self->rows.track.x + self->rows.gap + 5 * unit,
                     rs_rect_right (self->track) - extents.width_px));
  if (self->two_lines &&
      rs_drawing_put (drawing, &label, left, y - height * 0.62 - extents.height_px))
    return;
  label.plate = NULL;
  label.align = RS_ALIGN_END;
  label.avoid = RS_OBSTACLE_INK;
  if (rs_drawing_put (drawing, &label, x - 5 * unit, y - extents.height_px / 2))
    return;
  label.align = RS_ALIGN_START;
  if (!(x + 5 * unit + extents.width_px <= rs_rect_right (self->track) &&
        rs_drawing_put (drawing, &label, x + 5 * unit, y - extents.height_px / 2)))
    rs_drawing_leave_out (drawing, "targets", 1);
}

static void
draw_words (const Bullets *self, const RsBulletItem *item, double y)
{
  RsDrawing *drawing = self->drawing;
  double x = rs_rect_right (self->track) + self->rows.gap;
  RsLabel value = get_value_label (self, item);
  RsLabel verdict = get_verdict_label (self, item);
  RsTextExtents extents = rs_drawing_measure (drawing, &value);
  double top = y - extents.height_px / 2;

  if (item->verdict_text[0] == '\0')
    {
      if (!rs_drawing_put (drawing, &value, x, top))
        rs_drawing_leave_out (drawing, "labels", 1);
      return;
    }
  if (self->two_lines)
    {
      double both = extents.height_px + rs_drawing_measure (drawing, &verdict).height_px;

      top = y - MIN (both, self->rows.row) / 2;
      if (!rs_drawing_put (drawing, &value, x, top))
        rs_drawing_leave_out (drawing, "labels", 1);
      if (both > self->rows.row + 0.5 ||
          !rs_drawing_put (drawing, &verdict, x, top + extents.height_px))
        rs_drawing_leave_out (drawing, "verdicts", 1);
      return;
    }
  if (!rs_drawing_put (drawing, &value, x, top))
    rs_drawing_leave_out (drawing, "labels", 1);
  x += extents.width_px + self->rows.gap;
  if (x + rs_drawing_measure (drawing, &verdict).width_px >
        rs_rect_right (self->rows.bounds) + 0.5 ||
      !rs_drawing_put (drawing, &verdict, x, top))
    rs_drawing_leave_out (drawing, "verdicts", 1);
}

static void
draw_row (Bullets *self, guint i)
{
  RsDrawing *drawing = self->drawing;
  const RsRow *row = rs_rows_get (&self->rows, i);
  RsBulletItem item = rs_bullet_item_get (drawing, row->series, self->own_scales);
  RsRowAxis own = { 0 };
  RsColor color = rs_row_colors_get (&self->colors, row);
  double height = MIN (self->rows.row * GROUND_SHARE, self->rows.line * GROUND_MAX_EM);
  double y = rs_rows_get_y (&self->rows, i);
  const RsScale *scale = &self->axis.scale;
  double zero, at;

  if (self->own_scales)
    {
      rs_bullet_init_axis (drawing, &own, &row->series, 1, self->track.width);
      rs_row_axis_place (&own, self->track.x + self->rows.gap, rs_rect_right (self->track));
      scale = &own.scale;
    }
  zero = at = rs_scale_map (scale, 0);
  draw_ranges (self, &item, scale, y, height);
  draw_before (self, &item, scale, y, height, &color);
  if (item.is_bound)
    {
      RsLabel none = rs_label (RS_PART_LABEL, "", drawing->type.label, &drawing->theme->text);

      at = rs_scale_map (scale, item.value);
      rs_row_bound_draw (drawing, item.datum, (RsPoint){ at, y }, height * 0.5, &color, none, 0);
    }
  else if (item.has_value)
    {
      RsRect bar;

      at = rs_scale_map (scale, item.value);
      bar =
        rs_rect (MIN (at, zero), y - height * BAR_SHARE / 2, fabs (at - zero), height * BAR_SHARE);
      draw_separator (self, &item, bar);
      rs_row_bar_draw (drawing, item.datum, item.point, bar, &color);
    }
  if (self->own_scales)
    rs_scene_add_line (drawing->scene, RS_PART_AXIS, (RsPoint){ zero, y - height / 2 },
                       (RsPoint){ zero, y + height / 2 }, &drawing->theme->axis,
                       drawing->theme->hairline_px * rs_rows_get_unit (drawing))
      ->crisp = TRUE;
  draw_target (self, &item, scale, y, height);
  draw_words (self, &item, rs_rows_get_y (&self->rows, i));
  rs_rows_add_stop (&self->rows, i, item.datum, at, self->rows.bounds.x,
                    rs_rect_right (self->rows.bounds));
  rs_row_axis_clear (&own);
  rs_bullet_item_clear (&item);
}

/* Whether all rows share a unit, and with it a scale. */
static gboolean
has_one_scale (const RsDrawing *drawing)
{
  RsChartModel model;
  gboolean one;

  rs_chart_model_init (&model, drawing, TRUE);
  one = model.n_panels <= 1;
  rs_chart_model_clear (&model);
  return one;
}

/* Every value is printed: the axis gives way to the words of the targets. */
static double
choose_axis_height (const RsDrawing *drawing, RsRect bounds, guint n, gboolean wanted)
{
  double line = rs_drawing_line (drawing, drawing->type.label);
  double axis = rs_row_axis_get_height (drawing);
  double least = MAX (1, n) * TWO_LINES * line;

  if (!wanted || (bounds.height - axis < least && bounds.height >= least))
    return 0;
  return axis;
}

void
rs_marks_draw_bullet (RsDrawing *drawing, RsRect bounds)
{
  guint n = rs_frame_get_n_series (drawing->frame);
  g_autofree guint *series = g_new0 (guint, MAX (n, 1));
  Bullets self = { .drawing = drawing, .own_scales = !has_one_scale (drawing) };
  RsRect room = bounds;

  for (guint i = 0; i < n; i++)
    series[i] = i;
  self.axis_px = choose_axis_height (drawing, bounds, n, !self.own_scales);
  room.height = MAX (0, room.height - self.axis_px);
  rs_rows_init (&self.rows, drawing, room, series, n, row_lines);
  if (self.rows.rows->len > 0)
    {
      rs_rows_measure (&self.rows);
      rs_row_colors_init (&self.colors, drawing, FALSE);
      self.two_lines = self.rows.row >= TWO_LINES * self.rows.line;
      /* The words of the target stand over the bar. */
      self.rows.lean = self.two_lines ? self.rows.line * 0.45 : 0;
      self.words = measure_words (&self);
      self.track = self.rows.track;
      self.track.width = MAX (1, self.track.width - self.words - self.rows.gap);
      rs_bullet_init_axis (drawing, &self.axis, series, n, self.track.width);
      rs_row_axis_place (&self.axis, self.track.x + self.rows.gap, rs_rect_right (self.track));
      if (self.axis_px > 0)
        rs_row_axis_draw (&self.axis, drawing, self.track);
      rs_rows_draw_names (&self.rows);
      for (guint i = 0; i < self.rows.rows->len; i++)
        if (rs_rows_get (&self.rows, i)->n_more == 0)
          draw_row (&self, i);
      rs_row_axis_clear (&self.axis);
      rs_row_colors_clear (&self.colors);
    }
  rs_rows_clear (&self.rows);
}

double
rs_marks_get_bullet_height (RsDrawing *drawing, double width_px)
{
  return rs_rows_get_height (drawing, rs_frame_get_n_series (drawing->frame), row_lines, width_px) +
         rs_row_axis_get_height (drawing);
}

/* What tick, thin bar and grounds are. */
char *
rs_marks_describe_bullet (RsDrawing *drawing, RsRect bounds)
{
  const RsFrame *frame = drawing->frame;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  gboolean target = FALSE, before = FALSE, ranges = FALSE;

  for (guint i = 0; i < rs_frame_get_n_series (frame); i++)
    {
      RsBulletItem item = rs_bullet_item_get (drawing, i, FALSE);

      target = target || item.target != NULL;
      before = before || isfinite (item.before);
      ranges = ranges || rs_bullet_has_ranges (frame, &item);
      rs_bullet_item_clear (&item);
    }
  if (target)
    g_ptr_array_add (parts, g_strdup (rs_tr (drawing->language, "tick: target")));
  if (before)
    /* Translators: explains a mark on a chart. */
    g_ptr_array_add (parts, g_strdup (rs_tr (drawing->language, "thin bar: a year before")));
  if (ranges)
    /* Translators: explains the grounds behind a bar. */
    g_ptr_array_add (parts,
                     g_strdup (rs_tr (drawing->language, "grounds: 50, 75 and 100% (the target)")));
  g_ptr_array_add (parts, NULL);
  return parts->len > 1 ? g_strjoinv (" · ", (char **) parts->pdata) : NULL;
}
