/* SPDX-License-Identifier: GPL-3.0-or-later
 * A shaded table before it is drawn: which rows and columns show, and how large they are. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/marks/heat-table.h"

#include <math.h>

#include "chart/marks/least-text.h"

/* Share of the width for names, and how many lines they may have. */
#define NAMES_SHARE 0.3
#define NAME_LINES 2
/* Type may shrink to this share of that of ticks, before rows are left out. */
#define SMALL 0.86
/* Type on a card is never smaller, in px at a text scale of 1. */
#define LEAST_PX 9.0
/* Height of a row in lines of label text: natural and most. */
#define ROW_LINES 1.75
#define ROW_LINES_MOST 2.6
/* Width of a cell: most, in ems of tick text, and least, in px at text scale 1. */
#define CELL_EM_MOST 14.0
#define CELL_LEAST_PX 4.0
/* Between the parts of the table. */
#define PART_EM 0.6

const RsHeatColumn *
rs_heat_table_get_column (const RsHeatTable *self, guint i)
{
  return &g_array_index (self->columns, RsHeatColumn, i);
}

const RsSeries *
rs_heat_table_get_series (const RsHeatTable *self, guint row)
{
  return rs_frame_get_series (self->drawing->frame, g_array_index (self->rows, guint, row));
}

/* Something is known of the cell: a figure, a bound, or a reason why there is none. */
static gboolean
says_something (const RsFramePoint *point)
{
  double value;

  return rs_frame_point_get_number (point, &value) || rs_frame_point_get_bound (point, &value) ||
         point->observation.reason != RS_REASON_MISSING || point->observation.status != NULL;
}

static int
compare_columns (gconstpointer a, gconstpointer b)
{
  return rs_period_compare (((const RsHeatColumn *) a)->period, ((const RsHeatColumn *) b)->period);
}

/* Sorted, each once. */
static void
collect_columns (RsHeatTable *self)
{
  guint n = 0;

  for (guint s = 0; s < rs_frame_get_n_series (self->drawing->frame); s++)
    {
      const RsSeries *series = rs_frame_get_series (self->drawing->frame, s);

      for (guint p = 0; p < series->n_points; p++)
        if (says_something (&series->points[p]) || (int) p == series->selected)
          {
            RsHeatColumn column = { .period = series->points[p].period };

            g_array_append_val (self->columns, column);
          }
    }
  g_array_sort (self->columns, compare_columns);
  for (guint i = 0; i < self->columns->len; i++)
    if (n == 0 || rs_period_compare (rs_heat_table_get_column (self, n - 1)->period,
                                     rs_heat_table_get_column (self, i)->period) != 0)
      g_array_index (self->columns, RsHeatColumn, n++) = *rs_heat_table_get_column (self, i);
  g_array_set_size (self->columns, n);
}

/* A quarter's figure in a table of months is three steps from the one before: what counts as passed
 * over is more than the usual step. */
static void
find_jumps (RsHeatTable *self)
{
  int least = G_MAXINT;

  for (int pass = 0; pass < 2; pass++)
    for (guint i = 1; i < self->columns->len; i++)
      {
        RsPeriod a = rs_heat_table_get_column (self, i - 1)->period,
                 b = rs_heat_table_get_column (self, i)->period;
        int distance = a.type == b.type && a.type != RS_PERIOD_NONE ? rs_period_distance (a, b) : 1;

        if (pass == 0)
          least = MIN (least, distance);
        else if (distance > least)
          g_array_index (self->columns, RsHeatColumn, i).jump = self->jumps = TRUE;
      }
  for (guint i = 0; i < self->columns->len; i++)
    self->subyear =
      self->subyear || (rs_heat_table_get_column (self, i)->period.type != RS_PERIOD_YEAR &&
                        rs_heat_table_get_column (self, i)->period.type != RS_PERIOD_NONE);
}

/* The chosen period: that of the selected region where it has one. */
static void
find_chosen (RsHeatTable *self)
{
  const RsFrame *frame = self->drawing->frame;
  int headline, point;

  rs_frame_get_headline (frame, &headline, &point);
  if (headline >= 0)
    self->chosen = rs_frame_get_series (frame, (guint) headline)->points[point].period;
  for (guint s = 0; s < rs_frame_get_n_series (frame) && self->chosen.type == RS_PERIOD_NONE; s++)
    {
      const RsSeries *series = rs_frame_get_series (frame, s);

      if (series->selected >= 0)
        self->chosen = series->points[series->selected].period;
    }
}

gboolean
rs_heat_table_is_chosen (const RsHeatTable *self, const RsHeatColumn *column)
{
  return self->chosen.type != RS_PERIOD_NONE && rs_period_equal (self->chosen, column->period);
}

/* The latest columns, and the chosen one among them. */
static void
cut_columns (RsHeatTable *self, guint n)
{
  guint first = self->columns->len - n;

  self->n_columns_left_out = first;
  for (guint i = 0; i < first; i++)
    if (rs_heat_table_is_chosen (self, rs_heat_table_get_column (self, i)))
      first = i;
  g_array_remove_range (self->columns, first + n, self->columns->len - first - n);
  g_array_remove_range (self->columns, 0, first);
}

static double
count_jumps (const RsHeatTable *self)
{
  double n = 0;

  for (guint i = 1; i < self->columns->len; i++)
    n += rs_heat_table_get_column (self, i)->jump ? 1 : 0;
  return n;
}

static gboolean
is_bare (const RsFrame *frame, guint index)
{
  const RsSeries *series = rs_frame_get_series (frame, index);

  for (guint p = 0; p < series->n_points; p++)
    if (rs_ramp_get_look (frame, index, &series->points[p]) != RS_CELL_MISSING)
      return FALSE;
  return TRUE;
}

/* The rows that have room, in the order of the frame. The selected region's is always one of them,
 * and those without any figure go first. */
static void
choose_rows (RsHeatTable *self, guint n)
{
  const RsFrame *frame = self->drawing->frame;
  guint n_series = rs_frame_get_n_series (frame);
  guint left[3] = { 0 };

  g_array_set_size (self->rows, 0);
  for (int pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < n_series; i++)
        {
          guint worth = rs_frame_is_home (frame, i) ? 0 : is_bare (frame, i) ? 2 : 1;

          if (pass == 0)
            left[worth]++;
          else if (left[worth] > 0)
            {
              left[worth]--;
              g_array_append_val (self->rows, i);
            }
        }
      for (guint worth = 0; pass == 0 && worth < G_N_ELEMENTS (left); worth++)
        {
          left[worth] = MIN (left[worth], n);
          n -= left[worth];
        }
    }
}

RsLabel
rs_heat_table_get_name (const RsHeatTable *self, guint row, double max_width_px)
{
  guint index = g_array_index (self->rows, guint, row);
  RsLabel label = rs_label (RS_PART_LABEL, rs_heat_table_get_series (self, row)->label,
                            self->name_size, &self->drawing->theme->text);

  label.align = RS_ALIGN_END;
  label.max_width_px = max_width_px;
  label.max_lines =
    self->row >= NAME_LINES * rs_drawing_line (self->drawing, self->name_size) ? NAME_LINES : 1;
  label.weight = rs_frame_is_home (self->drawing->frame, index) ? RS_WEIGHT_BOLD : RS_WEIGHT_NORMAL;
  return label;
}

double
rs_heat_table_get_small (const RsDrawing *drawing)
{
  return MAX (drawing->type.tick * SMALL, rs_least_text_get_px (drawing, LEAST_PX));
}

static void
choose_name_size (RsHeatTable *self)
{
  const RsTypeScale *type = &self->drawing->type;
  const double sizes[] = { type->label, type->tick, rs_heat_table_get_small (self->drawing) };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      self->name_size = sizes[i];
      if (rs_drawing_line (self->drawing, sizes[i]) <= self->row)
        return;
    }
}

static void
measure_names (RsHeatTable *self, double width_px)
{
  double most = MAX (1, width_px * NAMES_SHARE);

  for (guint i = 0; i < self->rows->len; i++)
    {
      RsLabel label = rs_heat_table_get_name (self, i, most);

      self->names = MAX (self->names, rs_drawing_measure (self->drawing, &label).width_px);
    }
  self->names = MIN (self->names, most);
}

/* Which cells are empty, and whether a series breaks: for the legend and the foot. */
static void
look_at_cells (RsHeatTable *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const RsSeries *series = rs_heat_table_get_series (self, i);
      guint n = 0;

      for (guint p = 0; p < series->n_points; p++)
        {
          n += rs_ramp_get_look (self->drawing->frame, g_array_index (self->rows, guint, i),
                                 &series->points[p]) != RS_CELL_MISSING
                 ? 1
                 : 0;
          self->breaks = self->breaks || series->points[p].break_before != NULL;
        }
      self->missing = self->missing || n < self->columns->len;
    }
}

/* Lays the table out in @bounds. The legend's height is needed before the rows', and whether it
 * tells of missing figures depends on them: all series are looked at, shown or not. */
void
rs_heat_table_init (RsHeatTable *self, RsDrawing *drawing, RsRect bounds)
{
  const RsTypeScale *type = &drawing->type;
  double small = rs_drawing_line (drawing, rs_heat_table_get_small (drawing));
  double most = ROW_LINES_MOST * rs_drawing_line (drawing, type->label);
  double room, width;
  guint n_series = rs_frame_get_n_series (drawing->frame);
  guint n;

  *self = (RsHeatTable){ .drawing = drawing, .part = PART_EM * type->tick };
  self->columns = g_array_new (FALSE, FALSE, sizeof (RsHeatColumn));
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  rs_ramp_init (&self->ramp, drawing);
  find_chosen (self);
  collect_columns (self);
  find_jumps (self);
  choose_rows (self, n_series);
  look_at_cells (self);

  self->header = (self->subyear ? 2 : 1) * rs_drawing_line (drawing, type->tick) + self->part;
  self->legend =
    rs_ramp_legend_measure (&self->ramp, drawing, bounds.width, self->missing) + self->part;
  room = MAX (0, bounds.height - self->header - self->legend);
  self->row = MAX (small, MIN (most, room / MAX (1, n_series)));
  n = (guint) CLAMP (floor ((room + 0.5) / MAX (1, self->row)), 0, n_series);
  self->row = n > 0 ? MIN (most, room / n) : self->row;
  choose_rows (self, n);
  choose_name_size (self);
  measure_names (self, bounds.width);

  width = bounds.width - self->names - self->part;
  if (width < CELL_LEAST_PX * type->stroke_scale)
    {
      /* Names leave no room for a single cell. */
      g_array_set_size (self->rows, 0);
      g_array_set_size (self->columns, 0);
    }
  {
    double least = CELL_LEAST_PX * type->stroke_scale;
    guint fit = (guint) CLAMP (floor (width / least), 1, G_MAXUINT16);

    if (self->columns->len > fit)
      cut_columns (self, fit);
    self->jumps = count_jumps (self) > 0;
    self->cell =
      MIN (CELL_EM_MOST * type->tick,
           width / MAX (1, self->columns->len + count_jumps (self) * RS_HEAT_JUMP_SHARE));
  }
  self->table = rs_rect (bounds.x + self->names + self->part, bounds.y + self->header, 0,
                         self->row * self->rows->len);
  for (guint i = 0; i < self->columns->len; i++)
    {
      RsHeatColumn *column = &g_array_index (self->columns, RsHeatColumn, i);

      if (i > 0 && column->jump)
        self->table.width += self->cell * RS_HEAT_JUMP_SHARE;
      column->x = self->table.x + self->table.width;
      self->table.width += self->cell;
    }
}

void
rs_heat_table_clear (RsHeatTable *self)
{
  g_array_unref (self->columns);
  g_array_unref (self->rows);
}

double
rs_heat_table_get_height (const RsHeatTable *self)
{
  return self->header + self->legend +
         rs_frame_get_n_series (self->drawing->frame) * ROW_LINES *
           rs_drawing_line (self->drawing, self->drawing->type.label);
}
