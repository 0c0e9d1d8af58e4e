/* SPDX-License-Identifier: GPL-3.0-or-later
 * Where small charts lie. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/marks/multiples-grid.h"

#include <math.h>

#include "chart/axis.h"

/* The least that a panel shows anything in, in ems of tick text, and the width that it would like
 * to have. */
#define LEAST_WIDTH_EM 6.5
#define LEAST_HEIGHT_EM 2.6
#define BEST_WIDTH_EM 17.0
#define GAP_X_EM 1.3
#define GAP_Y_EM 0.7
#define TITLE_LINES 2
/* Half a chosen marker, and the ring around it. */
#define MARKER_REACH 0.7
#define MARKER_EDGE_PX 3.0
/* What an empty place in the grid costs, against proportions that are off. */
#define EMPTY_COST 0.6
/* Between figures of the axis and the area. */
#define AXIS_GAP_PX 8.0
/* The foot grows after the grid was first asked for, when it says what the grid leaves out: so much
 * of a line of it is set aside. */
#define FOOT_LINES 2.0

static gboolean
is_bare (const RsDrawing *drawing, const RsSeries *series)
{
  double value;

  for (guint i = 0; i < series->n_points; i++)
    if (rs_frame_point_get_number (&series->points[i], &value) ||
        rs_frame_point_get_bound (&series->points[i], &value) ||
        rs_drawing_get_target (drawing, &series->points[i]) != NULL)
      return FALSE;
  return TRUE;
}

static void
measure_axes (RsMultiples *self)
{
  const RsDrawing *drawing = self->drawing;
  RsTimeAxis time;
  double widest = 0;

  for (guint p = 0; p < self->model->n_panels; p++)
    {
      RsValueAxis axis;

      rs_value_axis_init (&axis, drawing, &self->model->panels[p],
                          LEAST_HEIGHT_EM * 2 * drawing->type.tick);
      widest = MAX (widest, axis.width_px);
      rs_value_axis_clear (&axis);
    }
  self->left = widest + AXIS_GAP_PX * drawing->type.stroke_scale;
  rs_time_axis_init (&time, self->model, RS_TIME_AXIS_POINTS);
  self->bottom = rs_time_axis_get_height (&time, drawing);
}

static double
get_panel_left (const RsMultiples *self)
{
  return self->own ? self->left : 0;
}

char *
rs_multiples_describe (const RsMultiples *self, guint series)
{
  const char *label = rs_frame_get_series (self->drawing->frame, series)->label;
  g_autofree char *unit = rs_frame_get_unit_label (self->drawing->frame, series, FALSE);

  if (!self->own || unit[0] == '\0')
    return g_strdup (label);
  return g_strdup_printf ("%s · %s", label, unit);
}

RsLabel
rs_multiples_get_title (const RsMultiples *self, guint series, const char *text)
{
  const RsDrawing *drawing = self->drawing;
  RsLabel label = rs_label (RS_PART_LABEL, text, drawing->type.tick, &drawing->theme->text);

  label.max_width_px = MAX (1, self->width - get_panel_left (self));
  label.max_lines = self->title_lines;
  label.weight = rs_frame_is_home (drawing->frame, series) ? RS_WEIGHT_BOLD : RS_WEIGHT_NORMAL;
  return label;
}

/* Two lines for titles where one is not enough for all. */
static void
measure_titles (RsMultiples *self)
{
  const RsDrawing *drawing = self->drawing;
  double line = rs_drawing_line (drawing, drawing->type.tick);
  /* The chosen marker at the upper edge reaches out of its area, and the ring of one that is not
   * reliable farther. */
  double marker =
    MARKER_REACH * drawing->theme->point_px * drawing->type.stroke_scale * RS_MULTIPLES_POINT +
    MARKER_EDGE_PX * drawing->type.stroke_scale;

  self->title_lines = 1;
  for (guint i = 0; i < self->series->len; i++)
    {
      guint series = g_array_index (self->series, guint, i);
      g_autofree char *text = rs_multiples_describe (self, series);
      RsLabel label = rs_multiples_get_title (self, series, text);

      label.max_width_px = 0;
      if (rs_drawing_measure (self->drawing, &label).width_px > self->width - get_panel_left (self))
        self->title_lines = TITLE_LINES;
    }
  self->title = self->title_lines * line + MAX (0.25 * line, marker);
}

/* Sizes of panels for @n of them in @n_columns. Returns: whether they are large enough. */
static gboolean
try_columns (RsMultiples *self, guint n, guint n_columns, double height)
{
  double em = self->drawing->type.tick;
  double grid_left = self->own ? 0 : self->left;
  guint n_rows = (n + n_columns - 1) / n_columns;

  self->n_columns = n_columns;
  self->n_rows = n_rows;
  self->width =
    (self->bounds.width - grid_left - (n_columns - 1) * self->gap_x - em * 0.7) / n_columns;
  measure_titles (self);
  self->area_height = (height - self->bottom - (n_rows - 1) * self->gap_y) / n_rows - self->title;
  return self->width - get_panel_left (self) >= LEAST_WIDTH_EM * em &&
         self->area_height >= LEAST_HEIGHT_EM * em;
}

/* The columns of as many rows, of which none is much shorter than another: 5 + 4, not 7 + 2. */
static guint
even_out (guint n, guint n_columns)
{
  guint n_rows = (n + n_columns - 1) / n_columns;

  return (n + n_rows - 1) / n_rows;
}

/* The columns in which panels come nearest to the proportions that their slopes ask for (R25), with
 * few empty places. Returns: 0 where no number of columns makes them large enough. */
static guint
choose_columns (RsMultiples *self, guint n, double height)
{
  double aspect = rs_chart_model_choose_aspect (self->model, self->drawing);
  double best_cost = G_MAXDOUBLE;
  guint best = 0;

  for (guint columns = 1; columns <= n; columns++)
    {
      double cost;

      if (columns != even_out (n, columns) || !try_columns (self, n, columns, height))
        continue;
      cost = fabs (log ((self->width - get_panel_left (self)) / self->area_height / aspect)) +
             EMPTY_COST * (self->n_columns * self->n_rows - n) / n;
      if (cost < best_cost)
        {
          best_cost = cost;
          best = columns;
        }
    }
  if (best > 0)
    try_columns (self, n, best, height);
  return best;
}

/* The selected region's panels stay, then the first of the others. */
static void
cut_series (RsMultiples *self, guint n)
{
  const RsFrame *frame = self->drawing->frame;
  guint n_home = 0, others, kept = 0;

  for (guint i = 0; i < self->series->len; i++)
    n_home += rs_frame_is_home (frame, g_array_index (self->series, guint, i)) ? 1 : 0;
  n_home = MIN (n_home, n);
  others = n - n_home;
  for (guint i = 0; i < self->series->len; i++)
    {
      guint series = g_array_index (self->series, guint, i);
      guint *left = rs_frame_is_home (frame, series) ? &n_home : &others;

      if (*left == 0)
        continue;
      (*left)--;
      g_array_index (self->series, guint, kept++) = series;
    }
  self->n_left_out = self->series->len - kept;
  g_array_set_size (self->series, kept);
}

static void
collect_series (RsMultiples *self)
{
  const RsFrame *frame = self->drawing->frame;

  for (guint i = 0; i < rs_frame_get_n_series (frame); i++)
    {
      self->has_home = self->has_home || rs_frame_is_home (frame, i);
      g_array_append_val (
        is_bare (self->drawing, rs_frame_get_series (frame, i)) ? self->bare : self->series, i);
    }
}

static void
prepare (RsMultiples *self, RsDrawing *drawing, const RsChartModel *model, RsRect bounds)
{
  double em = drawing->type.tick;

  *self = (RsMultiples){
    .drawing = drawing,
    .model = model,
    .bounds = bounds,
    .own = model->n_panels > 1,
    .gap_x = GAP_X_EM * em,
    .gap_y = GAP_Y_EM * em,
  };
  self->series = g_array_new (FALSE, FALSE, sizeof (guint));
  self->bare = g_array_new (FALSE, FALSE, sizeof (guint));
  collect_series (self);
  measure_axes (self);
}

void
rs_multiples_init (RsMultiples *self, RsDrawing *drawing, const RsChartModel *model, RsRect bounds)
{
  double foot = FOOT_LINES * rs_drawing_line (drawing, drawing->type.source);
  guint n;

  prepare (self, drawing, model, bounds);
  /* Which panels there are goes by the height that the chart was first given: the foot tells of it,
   * and the foot decides about the height that is left. */
  for (n = self->series->len;
       n > 0 && choose_columns (self, n, drawing->chart_height_px - foot) == 0; n--)
    ;
  self->tick_height = self->area_height;
  cut_series (self, n);
  if (n > 0)
    try_columns (self, n, self->n_columns, bounds.height);
  if (n > 0 && self->area_height < 1)
    cut_series (self, 0);
}

void
rs_multiples_clear (RsMultiples *self)
{
  g_array_unref (self->series);
  g_array_unref (self->bare);
}

double
rs_multiples_get_height (RsDrawing *drawing, const RsChartModel *model, double width_px)
{
  RsMultiples self;
  double height, aspect = rs_chart_model_choose_aspect (model, drawing);
  guint n, columns;

  prepare (&self, drawing, model, rs_rect (0, 0, width_px, 0));
  n = MAX (1, self.series->len);
  columns = (guint) CLAMP (round (width_px / (BEST_WIDTH_EM * drawing->type.tick)), 1, (double) n);
  try_columns (&self, n, even_out (n, columns), 0);
  height = self.n_rows * ((self.width - get_panel_left (&self)) / aspect + self.title) +
           (self.n_rows - 1) * self.gap_y + self.bottom;
  rs_multiples_clear (&self);
  return height;
}

RsRect
rs_multiples_get_cell (const RsMultiples *self, guint i)
{
  guint column = i % self->n_columns, row = i / self->n_columns;
  double height = self->title + self->area_height;

  return rs_rect (self->bounds.x + (self->own ? 0 : self->left) +
                    column * (self->width + self->gap_x),
                  self->bounds.y + row * (height + self->gap_y), self->width, height);
}

RsRect
rs_multiples_get_area (const RsMultiples *self, guint i)
{
  return rs_rect_inset (rs_multiples_get_cell (self, i),
                        (RsInsets){ self->title, 0, 0, get_panel_left (self) });
}

gboolean
rs_multiples_has_value_labels (const RsMultiples *self, guint i)
{
  return self->own || i % self->n_columns == 0;
}

gboolean
rs_multiples_has_time_labels (const RsMultiples *self, guint i)
{
  return i + self->n_columns >= self->series->len;
}
