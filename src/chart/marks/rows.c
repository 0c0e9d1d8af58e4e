/* SPDX-License-Identifier: GPL-3.0-or-later
 * Rows with their names at the left and a horizontal scale. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/marks/rows.h"

#include <math.h>

#include "base/number.h"

/* Share of the width for names at the left; names that must do with one line get more. */
#define NAMES_SHARE 0.38
#define NAMES_SHARE_ONE_LINE 0.5
#define NAME_LINES 2
/* From so many lines on, besides rows without a figure, a line is worth telling of those. */
#define SLOTS_FOR_BARE 5
/* From so many lines on there is one over the selected row and one under it. */
#define SLOTS_FOR_TWO_GAPS 5
/* A chart of rows is never flatter than this (width : height). */
#define ASPECT_WIDEST 2.4
/* A tick label has this many times its width for itself. */
#define TICK_ROOM 1.7
/* Air beside what is drawn, as a share of its span. */
#define DOMAIN_AIR 0.04
#define LABEL_GAP_PX 5.0
/* Between the parts of a row. */
#define GAP_PX 8.0
/* Ranks that would take more than this are left out. */
#define RANKS_SHARE 0.15

static gboolean
is_bare (const RsFrame *frame, guint index)
{
  const RsSeries *series = rs_frame_get_series (frame, index);
  double value;

  return series->selected < 0 ||
         (!rs_frame_point_get_number (&series->points[series->selected], &value) &&
          !rs_frame_point_get_bound (&series->points[series->selected], &value) &&
          series->points[series->selected].target == NULL);
}

static void
row_clear (gpointer data)
{
  g_clear_pointer (&((RsRow *) data)->rank, g_free);
}

static void
add_more (GArray *rows, guint n, gboolean bare)
{
  RsRow row = { .n_more = n, .bare = bare };

  if (n > 0)
    g_array_append_val (rows, row);
}

static void
add_rows (GArray *rows, const RsRow *from, guint n)
{
  if (n > 0)
    g_array_append_vals (rows, from, n);
}

/* Takes those without a figure out of @all, but for the selected one. Returns: how many. */
static guint
drop_bare (const RsFrame *frame, GArray *all)
{
  guint kept = 0;
  guint n = all->len;

  for (guint i = 0; i < n; i++)
    {
      RsRow row = g_array_index (all, RsRow, i);

      if (row.home || !is_bare (frame, row.series))
        g_array_index (all, RsRow, kept++) = row;
    }
  g_array_set_size (all, kept);
  return n - kept;
}

/* The first, the last and the selected of @all in @slots lines, of which some tell of the rest. */
static void
choose_among (GArray *out, const GArray *all, guint slots)
{
  const RsRow *rows = (const RsRow *) (const void *) all->data;
  guint n = all->len;
  guint home = n;
  guint top, bottom;

  if (n <= slots)
    {
      add_rows (out, rows, n);
      return;
    }
  for (guint i = 0; i < n && home == n; i++)
    home = rows[i].home ? i : n;
  if (slots <= 1)
    {
      add_rows (out, &rows[home < n ? home : 0], slots);
      return;
    }
  top = slots / 2;
  bottom = slots - 1 - top;
  if (home == n || home < top || home >= n - bottom)
    {
      add_rows (out, rows, top);
      add_more (out, n - top - bottom, FALSE);
      add_rows (out, &rows[n - bottom], bottom);
      return;
    }
  if (slots < SLOTS_FOR_TWO_GAPS)
    {
      add_rows (out, rows, slots - 2);
      add_rows (out, &rows[home], 1);
      add_more (out, n - (slots - 1), FALSE);
      return;
    }
  top = (slots - 2) / 2;
  bottom = slots - 3 - top;
  add_rows (out, rows, top);
  add_more (out, home - top, FALSE);
  add_rows (out, &rows[home], 1);
  add_more (out, n - bottom - home - 1, FALSE);
  add_rows (out, &rows[n - bottom], bottom);
}

static void
choose_rows (RsRows *self, GArray *all, guint slots)
{
  guint n = all->len;
  guint n_bare = 0;

  if (n > slots)
    n_bare = drop_bare (self->drawing->frame, all);
  if (n_bare > 0 && slots >= SLOTS_FOR_BARE)
    {
      choose_among (self->rows, all, slots - 1);
      add_more (self->rows, n_bare, TRUE);
    }
  else
    choose_among (self->rows, all, slots);
  for (guint i = 0; i < self->rows->len; i++)
    n -= rs_rows_get (self, i)->n_more == 0 ? 1 : 0;
  rs_drawing_leave_out (self->drawing, "rows", n);
}

void
rs_rows_init (
  RsRows *self, RsDrawing *drawing, RsRect bounds, const guint *series, guint n, RsRowLines lines)
{
  g_autoptr (GArray) all = g_array_sized_new (FALSE, TRUE, sizeof (RsRow), n);
  double slots;

  *self = (RsRows){
    .drawing = drawing,
    .rows = g_array_new (FALSE, TRUE, sizeof (RsRow)),
    .bounds = bounds,
    .line = rs_drawing_line (drawing, drawing->type.label),
    .gap = GAP_PX * rs_rows_get_unit (drawing),
  };
  g_array_set_clear_func (self->rows, row_clear);
  for (guint i = 0; i < n; i++)
    {
      RsRow row = { .series = series[i], .home = rs_frame_is_home (drawing->frame, series[i]) };

      g_array_append_val (all, row);
    }
  slots = floor ((bounds.height + 0.5) / MAX (1, self->line * lines.least));
  choose_rows (self, all, (guint) CLAMP (slots, 0, n));
  self->row = CLAMP (bounds.height / MAX (1, self->rows->len), self->line * lines.least,
                     self->line * lines.most);
  self->name_lines = self->row >= NAME_LINES * self->line ? NAME_LINES : 1;
}

void
rs_rows_clear (RsRows *self)
{
  g_clear_pointer (&self->rows, g_array_unref);
}

const RsRow *
rs_rows_get (const RsRows *self, guint i)
{
  return &g_array_index (self->rows, RsRow, i);
}

double
rs_rows_get_y (const RsRows *self, guint i)
{
  return self->bounds.y + (i + 0.5) * self->row + self->lean;
}

static RsLabel
get_name_label (const RsRows *self, const RsRow *row)
{
  const RsSeries *series = rs_frame_get_series (self->drawing->frame, row->series);
  RsLabel label =
    rs_label (RS_PART_LABEL, series->label, self->drawing->type.label, &self->drawing->theme->text);

  label.weight = row->home ? RS_WEIGHT_BOLD : RS_WEIGHT_NORMAL;
  label.max_width_px = self->names;
  label.max_lines = self->name_lines;
  label.align = RS_ALIGN_END;
  label.datum = (RsDatum){ (int) row->series, series->selected };
  return label;
}

static RsLabel
get_rank_label (const RsRows *self, const RsRow *row)
{
  RsLabel label =
    rs_label (RS_PART_LABEL, row->rank, self->drawing->type.tick, &self->drawing->theme->secondary);

  label.align = RS_ALIGN_END;
  label.datum = (RsDatum){ (int) row->series,
                           rs_frame_get_series (self->drawing->frame, row->series)->selected };
  return label;
}

/* (transfer full) */
static char *
describe_more (const RsRows *self, const RsRow *row)
{
  RsLanguage language = self->drawing->language;

  if (row->bare)
    /* Translators: under a list of regions: so many others have no figure. */
    return g_strdup_printf (
      rs_trn (language, "%u without a figure", "%u without a figure", row->n_more), row->n_more);
  /* Translators: rows of a list that found no room. */
  return g_strdup_printf (rs_trn (language, "%u more", "%u more", row->n_more), row->n_more);
}

static RsLabel
get_more_label (const RsRows *self, const char *text)
{
  RsLabel label =
    rs_label (RS_PART_ROW, text, self->drawing->type.tick, &self->drawing->theme->secondary);

  label.align = RS_ALIGN_END;
  return label;
}

void
rs_rows_measure (RsRows *self)
{
  double most = self->bounds.width * (self->name_lines > 1 ? NAMES_SHARE : NAMES_SHARE_ONE_LINE);
  double widest = 0;

  self->ranks = 0;
  self->names = MAX (1, most);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const RsRow *row = rs_rows_get (self, i);
      RsLabel label;

      if (row->n_more > 0)
        {
          g_autofree char *text = describe_more (self, row);

          label = get_more_label (self, text);
          widest = MAX (widest, rs_drawing_measure (self->drawing, &label).width_px);
          continue;
        }
      label = get_name_label (self, row);
      widest = MAX (widest, rs_drawing_measure (self->drawing, &label).width_px);
      if (row->rank == NULL)
        continue;
      label = get_rank_label (self, row);
      self->ranks = MAX (self->ranks, rs_drawing_measure (self->drawing, &label).width_px);
    }
  if (self->ranks > self->bounds.width * RANKS_SHARE)
    {
      rs_drawing_leave_out (self->drawing, "ranks", self->rows->len);
      self->ranks = 0;
    }
  if (self->ranks > 0)
    self->ranks += self->gap;
  self->names = MIN (widest, most);
  self->track = rs_rect (self->bounds.x + self->ranks + self->names + self->gap, self->bounds.y, 0,
                         self->rows->len * self->row);
  self->track.width = MAX (1, rs_rect_right (self->bounds) - self->track.x);
}

void
rs_rows_draw_names (RsRows *self)
{
  RsDrawing *drawing = self->drawing;
  double right = self->track.x - self->gap;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const RsRow *row = rs_rows_get (self, i);
      double y = rs_rows_get_y (self, i);
      RsTextExtents extents;
      RsLabel label;

      if (row->n_more > 0)
        {
          g_autofree char *text = describe_more (self, row);

          label = get_more_label (self, text);
          extents = rs_drawing_measure (drawing, &label);
          if (!rs_drawing_put (drawing, &label, right, y - extents.height_px / 2))
            rs_drawing_leave_out (drawing, "labels", 1);
          continue;
        }
      label = get_name_label (self, row);
      extents = rs_drawing_measure (drawing, &label);
      if (!rs_drawing_put (drawing, &label, right, y - extents.height_px / 2))
        rs_drawing_leave_out (drawing, "labels", 1);
      if (row->rank == NULL || self->ranks <= 0)
        continue;
      label = get_rank_label (self, row);
      extents = rs_drawing_measure (drawing, &label);
      if (!rs_drawing_put (drawing, &label, self->bounds.x + self->ranks - self->gap,
                           y - extents.height_px / 2))
        rs_drawing_leave_out (drawing, "ranks", 1);
    }
}

void
rs_rows_draw_stripe (RsRows *self, double left, double right)
{
  RsDrawing *drawing = self->drawing;
  RsColor pale = rs_color_mix (drawing->theme->card, drawing->theme->grid, 0.5);

  for (guint i = 0; i < self->rows->len; i++)
    if (rs_rows_get (self, i)->home)
      rs_scene_add_rect (drawing->scene, RS_PART_SELECTED,
                         rs_rect (left, self->bounds.y + i * self->row, right - left, self->row),
                         &pale, NULL, 0)
        ->radius_px = 2 * rs_rows_get_unit (drawing);
}

void
rs_rows_add_stop (RsRows *self, guint i, RsDatum datum, double x, double left, double right)
{
  if (datum.point >= 0)
    rs_scene_add_stop (self->drawing->scene, datum, (RsPoint){ x, rs_rows_get_y (self, i) },
                       rs_rect (left, self->bounds.y + i * self->row, right - left, self->row));
}

double
rs_rows_get_height (const RsDrawing *drawing, guint n, RsRowLines lines, double width_px)
{
  return MAX (n * lines.best * rs_drawing_line (drawing, drawing->type.label),
              width_px / ASPECT_WIDEST);
}

void
rs_row_axis_init (RsRowAxis *self,
                  const RsDrawing *drawing,
                  double min,
                  double max,
                  gboolean from_zero,
                  double factor,
                  gboolean is_rate,
                  double room_px)
{
  RsLabel label = rs_label (RS_PART_TICK, "0", drawing->type.tick, &drawing->theme->secondary);
  double air = (max - min) * DOMAIN_AIR;
  guint max_ticks = RS_TICKS_MAX;

  *self = (RsRowAxis){ .factor = factor };
  if (!from_zero && isfinite (air))
    {
      min = min >= 0 ? MAX (0, min - air) : min - air;
      max = max <= 0 ? MIN (0, max + air) : max + air;
    }
  /* Fewer ticks until the labels have room. */
  for (; max_ticks >= 3; max_ticks--)
    {
      rs_row_axis_clear (self);
      rs_scale_init (&self->scale, min, max, from_zero, 0, 1);
      rs_scale_nice (&self->scale, factor, max_ticks);
      /* A share cannot pass 100 %: rounding the axis outwards must not suggest it. */
      if (is_rate && max <= 100 && self->scale.max > 100)
        self->scale.max = 100;
      /* Nothing lies on the outer end but lengths do not need it either: only the lower end is told
       * in words. */
      if (isfinite (max) && max > self->scale.min && max > 0)
        self->scale.max = MIN (self->scale.max, max + (max - self->scale.min) * DOMAIN_AIR);
      rs_ticks_init (&self->ticks, self->scale.min, self->scale.max, factor, max_ticks);
      self->labels = g_new0 (char *, self->ticks.n + 1);
      self->widest = 0;
      for (guint i = 0; i < self->ticks.n; i++)
        {
          self->labels[i] = rs_number_format (self->ticks.values[i] * factor, self->ticks.decimals,
                                              drawing->language);
          label.text = self->labels[i];
          self->widest = MAX (self->widest, rs_drawing_measure (drawing, &label).width_px);
        }
      if (self->ticks.n * self->widest * TICK_ROOM <= room_px)
        break;
    }
  self->cut = self->scale.min > 0 || self->scale.max < 0;
}

void
rs_row_axis_clear (RsRowAxis *self)
{
  if (self->labels == NULL)
    return;
  rs_ticks_clear (&self->ticks);
  g_clear_pointer (&self->labels, g_strfreev);
}

double
rs_row_axis_get_height (const RsDrawing *drawing)
{
  return rs_drawing_line (drawing, drawing->type.tick) + LABEL_GAP_PX * rs_rows_get_unit (drawing);
}

void
rs_row_axis_place (RsRowAxis *self, double left, double right)
{
  self->scale.start_px = left;
  self->scale.end_px = right;
}

/* Two small waves across the axis beside its lower end: something is left out there. */
static void
draw_cut (RsDrawing *drawing, RsRect area)
{
  double unit = rs_rows_get_unit (drawing);
  double x = area.x + 5 * unit;
  double y = rs_rect_bottom (area);

  for (int i = 0; i < 2; i++, x += 3 * unit)
    {
      rs_scene_begin_path (drawing->scene, RS_PART_AXIS, NULL, &drawing->theme->axis,
                           drawing->theme->hairline_px * unit);
      rs_scene_move_to (drawing->scene, x, y - 4 * unit);
      rs_scene_curve_to (drawing->scene, x - 4 * unit, y - 1.5 * unit, x + 4 * unit, y + 1.5 * unit,
                         x, y + 4 * unit);
      rs_scene_end_path (drawing->scene);
    }
}

void
rs_row_axis_draw (const RsRowAxis *self, RsDrawing *drawing, RsRect area)
{
  const RsTheme *theme = drawing->theme;
  double hairline = theme->hairline_px * rs_rows_get_unit (drawing);
  double bottom = rs_rect_bottom (area);
  guint left_out = 0;

  for (guint i = 0; i < self->ticks.n; i++)
    {
      double x = rs_scale_map (&self->scale, self->ticks.values[i]);
      gboolean zero = self->ticks.values[i] == 0;
      RsLabel label =
        rs_label (RS_PART_TICK, self->labels[i], drawing->type.tick, &theme->secondary);

      rs_scene_add_line (drawing->scene, zero ? RS_PART_AXIS : RS_PART_GRID, (RsPoint){ x, area.y },
                         (RsPoint){ x, bottom }, zero ? &theme->axis : &theme->grid, hairline)
        ->crisp = TRUE;
      label.align = RS_ALIGN_MIDDLE;
      if (!rs_drawing_put (drawing, &label, x, bottom + LABEL_GAP_PX * rs_rows_get_unit (drawing)))
        left_out++;
    }
  if (self->cut)
    {
      rs_scene_add_line (drawing->scene, RS_PART_AXIS, (RsPoint){ area.x, bottom },
                         (RsPoint){ rs_rect_right (area), bottom }, &theme->axis, hairline)
        ->crisp = TRUE;
      draw_cut (drawing, area);
    }
  rs_drawing_leave_out (drawing, "axis labels", left_out);
}

char *
rs_row_axis_describe_cut (const RsRowAxis *self, const RsDrawing *drawing)
{
  g_autofree char *number = NULL;

  if (!self->cut)
    return NULL;
  number = rs_number_format (self->scale.min * self->factor, -1, drawing->language);
  /* Translators: a value axis that does not start at 0; %s is where it starts, such as "80". */
  return g_strdup_printf (rs_tr (drawing->language, "axis from %s"), number);
}
