/* SPDX-License-Identifier: GPL-3.0-or-later
 * A shaded table: rows of regions or measures, columns of periods, each figure in its cell. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/marks/marks.h"

#include <math.h>
#include <string.h>

#include "chart/marks/heat-table.h"
#include "chart/marks/rows.h"

/* Between two cells, and around a figure. */
#define SEAM_PX 1.0
#define NUMBER_AIR_EM 0.25
#define BREAK_PX 2.5
#define HOME_PX 2.0
/* Texts are measured in a type of this size, and scaled. */
#define MEASURE_PX 100.0

/* The point of @series in the period of a column, or -1. Both are in order of time: the search goes
 * on from @from. */
static int
find_point (const RsSeries *series, RsPeriod period, guint *from)
{
  for (; *from < series->n_points; (*from)++)
    {
      int order = rs_period_compare (series->points[*from].period, period);

      if (order == 0)
        return (int) *from;
      if (order > 0)
        return -1;
    }
  return -1;
}

static RsRect
get_cell (const RsHeatTable *self, guint row, guint column)
{
  return rs_rect (rs_heat_table_get_column (self, column)->x, self->table.y + row * self->row,
                  self->cell, self->row);
}

/* The painted part of a cell: a seam of the ground parts it from its neighbours, where it is broad
 * enough for one. */
static RsRect
get_inner (const RsHeatTable *self, RsRect cell)
{
  double seam = SEAM_PX * self->drawing->type.stroke_scale / 2;
  double x = MIN (seam, cell.width / 8), y = MIN (seam, cell.height / 8);

  return rs_rect_inset (cell, (RsInsets){ y, x, y, x });
}

static void
draw_cells (RsHeatTable *self)
{
  for (guint r = 0; r < self->rows->len; r++)
    {
      const RsSeries *series = rs_heat_table_get_series (self, r);
      int index = (int) g_array_index (self->rows, guint, r);
      guint from = 0;

      for (guint c = 0; c < self->columns->len; c++)
        {
          int point = find_point (series, rs_heat_table_get_column (self, c)->period, &from);
          RsDatum datum = { index, point };
          RsRect cell = get_cell (self, r, c);

          rs_ramp_draw_cell (&self->ramp, self->drawing, get_inner (self, cell),
                             point >= 0 ? datum : (RsDatum){ index, -1 },
                             point >= 0 ? &series->points[point] : NULL);
          if (point >= 0)
            rs_scene_add_stop (self->drawing->scene, datum,
                               (RsPoint){ cell.x + cell.width / 2, cell.y + cell.height / 2 },
                               cell);
        }
    }
}

/* A cell that only lacks its figure needs no sign for it: it is hatched. */
static gboolean
has_text (const RsFrame *frame, guint series, const RsFramePoint *point)
{
  return rs_ramp_get_look (frame, series, point) != RS_CELL_MISSING ||
         point->observation.reason != RS_REASON_MISSING;
}

typedef struct
{
  double size;   /* of the type; 0: no figure fits */
  double widest; /* of all figures; 0: not all fit */
  int *decimals; /* (owned) (array): of each column (R46) */
} Numbers;

typedef void (*CellFunc) (
  RsHeatTable *self, Numbers *numbers, guint column, RsRect cell, RsDatum datum);

/* Every cell that has something to say in letters. */
static void
for_each_text (RsHeatTable *self, Numbers *numbers, CellFunc func)
{
  for (guint r = 0; r < self->rows->len; r++)
    {
      const RsSeries *series = rs_heat_table_get_series (self, r);
      guint from = 0;

      for (guint c = 0; c < self->columns->len; c++)
        {
          int point = find_point (series, rs_heat_table_get_column (self, c)->period, &from);

          if (point >= 0 && has_text (self->drawing->frame, g_array_index (self->rows, guint, r),
                                      &series->points[point]))
            func (self, numbers, c, get_cell (self, r, c),
                  (RsDatum){ (int) g_array_index (self->rows, guint, r), point });
        }
    }
}

static char *
get_text (const RsHeatTable *self, const Numbers *numbers, guint column, RsDatum datum)
{
  return rs_rows_describe_value (self->drawing, (guint) datum.series, (guint) datum.point,
                                 numbers->decimals[column]);
}

static void
count_decimals (RsHeatTable *self, Numbers *numbers, guint column, RsRect cell, RsDatum datum)
{
  numbers->decimals[column] =
    MAX (numbers->decimals[column],
         rs_rows_count_decimals (self->drawing, (guint) datum.series, (guint) datum.point));
}

/* Room for the decimals that a figure has less than others of its column: points stand under each
 * other, and no zero is invented (R46). Nothing behind what is no number. */
static double
measure_tail (
  const RsHeatTable *self, const Numbers *numbers, guint column, RsDatum datum, const char *text)
{
  const RsSeries *series = rs_frame_get_series (self->drawing->frame, (guint) datum.series);
  const char *point = strchr (text, '.');
  g_autoptr (GString) tail = g_string_new (NULL);
  int decimals = 0;
  RsLabel label;
  double value;

  if (!rs_frame_point_get_number (&series->points[datum.point], &value))
    return 0;
  if (point == NULL && numbers->decimals[column] > 0)
    g_string_append_c (tail, '.');
  while (point != NULL && g_ascii_isdigit (point[decimals + 1]))
    decimals++;
  for (; decimals < numbers->decimals[column]; decimals++)
    g_string_append_c (tail, '0');
  if (tail->len == 0)
    return 0;
  label = rs_label (RS_PART_LABEL, tail->str, MEASURE_PX, NULL);
  return rs_drawing_measure (self->drawing, &label).width_px / MEASURE_PX;
}

static void
measure_number (RsHeatTable *self, Numbers *numbers, guint column, RsRect cell, RsDatum datum)
{
  g_autofree char *text = get_text (self, numbers, column, datum);
  RsLabel label = rs_label (RS_PART_LABEL, text, MEASURE_PX, NULL);

  numbers->widest =
    MAX (numbers->widest, rs_drawing_measure (self->drawing, &label).width_px / MEASURE_PX +
                            measure_tail (self, numbers, column, datum, text));
}

static void
leave_out_number (RsHeatTable *self, Numbers *numbers, guint column, RsRect cell, RsDatum datum)
{
  rs_drawing_leave_out (self->drawing, "values", 1);
}

/* The largest type in which all figures fit; else the smallest, for those that do. */
static void
choose_size (RsHeatTable *self, Numbers *numbers)
{
  const RsTypeScale *type = &self->drawing->type;
  const double sizes[] = { type->label, type->tick, rs_heat_table_get_small (self->drawing) };
  double air = 2 * NUMBER_AIR_EM * type->tick;
  double widest = numbers->widest;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (widest * sizes[i] + air <= self->cell &&
        rs_drawing_line (self->drawing, sizes[i]) <= self->row)
      {
        numbers->size = sizes[i];
        numbers->widest = widest * sizes[i];
        return;
      }
  numbers->size = sizes[2];
  numbers->widest = 0;
}

static void
put_number (RsHeatTable *self, Numbers *numbers, guint column, RsRect cell, RsDatum datum)
{
  RsDrawing *drawing = self->drawing;
  const RsFramePoint *point =
    &rs_frame_get_series (drawing->frame, (guint) datum.series)->points[datum.point];
  g_autofree char *text = get_text (self, numbers, column, datum);
  RsColor color = rs_ramp_get_cell_text_color (&self->ramp, drawing, (guint) datum.series, point);
  RsLabel label = rs_label (RS_PART_LABEL, text, numbers->size, &color);
  RsTextExtents extents;
  double x = cell.x + cell.width / 2;

  label.datum = datum;
  label.align = RS_ALIGN_MIDDLE;
  if (rs_ramp_get_look (drawing->frame, (guint) datum.series, point) == RS_CELL_MISSING)
    label.plate = &drawing->theme->missing;
  extents = rs_drawing_measure (drawing, &label);
  if (numbers->widest > 0)
    {
      /* Digits stand under each other (R46). */
      label.align = RS_ALIGN_END;
      x += numbers->widest / 2 - measure_tail (self, numbers, column, datum, text) * numbers->size;
    }
  if (extents.width_px + NUMBER_AIR_EM * drawing->type.tick > cell.width ||
      extents.height_px > cell.height + 0.01 ||
      !rs_drawing_put (drawing, &label, x, cell.y + (cell.height - extents.height_px) / 2))
    rs_drawing_leave_out (drawing, "values", 1);
}

static void
draw_numbers (RsHeatTable *self)
{
  Numbers numbers = { 0 };
  double small = rs_heat_table_get_small (self->drawing);

  /* Cells that are narrower than two digits need no measuring. */
  if (self->cell < small || self->row + 0.01 < rs_drawing_line (self->drawing, small))
    {
      for_each_text (self, &numbers, leave_out_number);
      return;
    }
  numbers.decimals = g_new0 (int, self->columns->len + 1);
  for_each_text (self, &numbers, count_decimals);
  for_each_text (self, &numbers, measure_number);
  choose_size (self, &numbers);
  for_each_text (self, &numbers, put_number);
  g_free (numbers.decimals);
}

/* The last column of an earlier period than that of a break stands left of the rule; what the break
 * parts may have empty cells between. */
static void
draw_breaks (RsHeatTable *self)
{
  RsDrawing *drawing = self->drawing;
  double unit = drawing->type.stroke_scale;

  for (guint r = 0; r < self->rows->len; r++)
    {
      const RsSeries *series = rs_heat_table_get_series (self, r);
      guint from = 0;

      for (guint c = 1; c < self->columns->len; c++)
        {
          int point = find_point (series, rs_heat_table_get_column (self, c)->period, &from);
          RsRect cell = get_cell (self, r, c);
          double x =
            cell.x -
            (rs_heat_table_get_column (self, c)->jump ? self->cell * RS_HEAT_JUMP_SHARE / 2 : 0);

          if (point < 0 || series->points[point].break_before == NULL)
            continue;
          rs_drawing_add_tick (drawing, RS_PART_BREAK,
                               (RsDatum){ (int) g_array_index (self->rows, guint, r), point },
                               (RsPoint){ x, cell.y }, (RsPoint){ x, rs_rect_bottom (cell) },
                               &drawing->theme->text, MIN (BREAK_PX * unit, self->cell / 3), FALSE);
        }
    }
}

static void
draw_names (RsHeatTable *self)
{
  RsDrawing *drawing = self->drawing;

  for (guint r = 0; r < self->rows->len; r++)
    {
      RsLabel label = rs_heat_table_get_name (self, r, MAX (1, self->names));
      double height = rs_drawing_measure (drawing, &label).height_px;
      RsRect row = rs_rect (0, self->table.y + r * self->row, 0, self->row);

      label.datum = (RsDatum){ (int) g_array_index (self->rows, guint, r), -1 };
      if (!rs_drawing_put (drawing, &label, self->table.x - self->part,
                           row.y + (row.height - height) / 2))
        rs_drawing_leave_out (drawing, "labels", 1);
    }
}

/* (transfer full): "" where the column has none of its own. */
static char *
get_column_text (const RsHeatTable *self, guint i)
{
  RsPeriod period = rs_heat_table_get_column (self, i)->period;

  if (period.type == RS_PERIOD_NONE)
    return g_strdup ("");
  if (period.type == RS_PERIOD_YEAR)
    return g_strdup_printf ("%d", period.year);
  return rs_period_to_label_in_year (period, TRUE, self->drawing->language);
}

static gboolean
put_column_text (RsHeatTable *self, const char *text, guint i, RsAlign align, double top)
{
  const RsHeatColumn *column = rs_heat_table_get_column (self, i);
  const RsTheme *theme = self->drawing->theme;
  RsLabel label = rs_label (RS_PART_TICK, text, self->drawing->type.tick, &theme->secondary);

  if (rs_heat_table_is_chosen (self, column))
    {
      label.weight = RS_WEIGHT_BOLD;
      label.color = &theme->text;
    }
  label.align = align;
  return rs_drawing_put (self->drawing, &label,
                         column->x + (align == RS_ALIGN_MIDDLE ? self->cell / 2 : 0), top);
}

/* Every how many columns a label fits. */
static guint
choose_modulus (const RsHeatTable *self)
{
  static const guint moduli[] = { 1, 2, 3, 4, 5, 6, 10, 12, 20, 24, 25, 50, 60, 100, 120 };
  double widest = 0;

  for (guint i = 0; i < self->columns->len; i++)
    {
      g_autofree char *text = get_column_text (self, i);
      RsLabel label = rs_label (RS_PART_TICK, text, self->drawing->type.tick, NULL);

      label.weight = RS_WEIGHT_BOLD;
      widest = MAX (widest, rs_drawing_measure (self->drawing, &label).width_px);
    }
  for (guint i = 0; i < G_N_ELEMENTS (moduli); i++)
    if (widest + 0.5 * self->drawing->type.tick <= moduli[i] * self->cell)
      return moduli[i];
  return MAX (1, self->columns->len);
}

/* Labels of columns, thinned so that the chosen one stays; over months the years stand in a line of
 * their own. */
static void
draw_header (RsHeatTable *self)
{
  RsDrawing *drawing = self->drawing;
  double line = rs_drawing_line (drawing, drawing->type.tick);
  double top = self->table.y - self->part / 2 - line;
  guint modulus = choose_modulus (self);
  guint anchor = self->columns->len > 0 ? self->columns->len - 1 : 0;

  for (guint i = 0; i < self->columns->len; i++)
    if (rs_heat_table_is_chosen (self, rs_heat_table_get_column (self, i)))
      anchor = i;
  for (guint i = anchor % modulus; i < self->columns->len; i += modulus)
    {
      g_autofree char *text = get_column_text (self, i);

      if (!put_column_text (self, text, i, RS_ALIGN_MIDDLE, top))
        rs_drawing_leave_out (drawing, "periods", 1);
    }
  for (guint i = 0; self->subyear && i < self->columns->len; i++)
    {
      RsPeriod period = rs_heat_table_get_column (self, i)->period;
      g_autofree char *text = g_strdup_printf ("%d", period.year);

      if (period.type == RS_PERIOD_NONE ||
          (i > 0 && rs_heat_table_get_column (self, i - 1)->period.year == period.year))
        continue;
      /* The years before are in the way where there is no room for all. */
      put_column_text (self, text, i, RS_ALIGN_START, top - line);
    }
}

/* The selected region's row is framed, the chosen column has a stroke over it. */
static void
draw_chosen (RsHeatTable *self)
{
  RsDrawing *drawing = self->drawing;
  double unit = drawing->type.stroke_scale;

  for (guint i = 0; i < self->columns->len; i++)
    if (rs_heat_table_is_chosen (self, rs_heat_table_get_column (self, i)))
      {
        double x = rs_heat_table_get_column (self, i)->x;
        double y = self->table.y - self->part / 4;

        rs_scene_add_line (drawing->scene, RS_PART_SELECTED, (RsPoint){ x, y },
                           (RsPoint){ x + self->cell, y }, &drawing->theme->text, HOME_PX * unit);
      }
  for (guint r = 0; r < self->rows->len; r++)
    {
      guint index = g_array_index (self->rows, guint, r);
      RsMark *mark;

      if (!rs_frame_is_home (drawing->frame, index) || self->columns->len == 0)
        continue;
      mark = rs_scene_add_rect (
        drawing->scene, RS_PART_SELECTED,
        rs_rect (self->table.x, self->table.y + r * self->row, self->table.width, self->row), NULL,
        &drawing->theme->text, HOME_PX * unit);
      mark->datum = (RsDatum){ (int) index, -1 };
    }
}

void
rs_marks_draw_heat (RsDrawing *drawing, RsRect bounds)
{
  RsHeatTable self;

  rs_heat_table_init (&self, drawing, bounds);
  if (self.rows->len == 0)
    {
      rs_drawing_leave_out (drawing, "chart", 1);
      rs_heat_table_clear (&self);
      return;
    }
  draw_cells (&self);
  draw_chosen (&self);
  draw_breaks (&self);
  draw_header (&self);
  draw_names (&self);
  draw_numbers (&self);
  rs_ramp_legend_draw (&self.ramp, drawing,
                       rs_rect (bounds.x, rs_rect_bottom (self.table) + self.part, bounds.width,
                                self.legend - self.part),
                       self.missing);
  rs_drawing_leave_out (drawing, "rows", rs_frame_get_n_series (drawing->frame) - self.rows->len);
  rs_drawing_leave_out (drawing, "periods", self.n_columns_left_out);
  rs_heat_table_clear (&self);
}

double
rs_marks_get_heat_height (RsDrawing *drawing, double width_px)
{
  RsHeatTable self;
  double height;

  rs_heat_table_init (&self, drawing, rs_rect (0, 0, width_px, G_MAXUINT16));
  height = rs_heat_table_get_height (&self);
  rs_heat_table_clear (&self);
  return height;
}

/* What the table cannot say by itself. */
char *
rs_marks_describe_heat (RsDrawing *drawing, RsRect bounds)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  RsHeatTable self;
  guint n_series = rs_frame_get_n_series (drawing->frame);

  rs_heat_table_init (&self, drawing, bounds);
  if (self.breaks)
    g_ptr_array_add (
      parts, g_strdup (rs_tr (drawing->language, "thick rule: break, do not compare across")));
  if (self.ramp.n_looks[RS_CELL_BOUND] > 0)
    g_ptr_array_add (parts, g_strdup (rs_tr (drawing->language, "dashed: only a bound is known")));
  if (self.jumps)
    g_ptr_array_add (parts, g_strdup (rs_tr (drawing->language,
                                             "space between columns: periods without figures")));
  if (self.rows->len < n_series)
    /* Translators: how many of the rows of a table have room in the picture. */
    g_ptr_array_add (parts, g_strdup_printf (rs_tr (drawing->language, "%u of %u rows shown"),
                                             self.rows->len, n_series));
  if (self.n_columns_left_out > 0)
    g_ptr_array_add (parts, g_strdup_printf (rs_tr (drawing->language, "%u of %u periods shown"),
                                             self.columns->len,
                                             self.columns->len + self.n_columns_left_out));
  rs_heat_table_clear (&self);
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}
