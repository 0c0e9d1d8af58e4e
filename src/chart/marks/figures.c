/* SPDX-License-Identifier: GPL-3.0-or-later
 * Figures: no axes, a list of numbers in groups, and the goals of the year after. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/marks/marks.h"

#include <math.h>

#include "query/summary.h"

/* A column of the list is at least this wide, in ems of its text. */
#define COLUMN_EM 19.0
#define MAX_COLUMNS 3
#define LABEL_LINES 3
#define VALUE_LINES 2
/* Share of a column that a value may take before it is cut. */
#define VALUE_SHARE 0.55
#define ROW_AIR 0.42
#define GROUP_AIR 0.7
/* Rows never stand farther apart than this many times their height. */
#define MAX_STRETCH 1.5
/* How much larger than other labels the type of a list may be, and in how many steps that is tried.
 */
#define MAX_GROWTH 0.3
#define GROWTH_STEPS 3

typedef struct
{
  gboolean heading;
  char *label; /* (owned) */
  char *value; /* (owned) (nullable) */
  RsDatum datum;
  double height;
  guint column; /* where fill_columns put it */
} Item;

static void
item_free (Item *self)
{
  g_free (self->label);
  g_free (self->value);
  g_free (self);
}

static Item *
item_new (gboolean heading, char *label, char *value, RsDatum datum)
{
  Item *self = g_new0 (Item, 1);

  self->heading = heading;
  self->label = label;
  self->value = value;
  self->datum = datum;
  return self;
}

static const char *
get_group (const RsDrawing *drawing, const RsSeries *series)
{
  const RsDimension *metric = rs_dataset_get_metric (rs_frame_get_dataset (drawing->frame));

  if (metric == NULL || series->indicator >= metric->n_categories)
    return "";
  return rs_text_get (&metric->categories[series->indicator].group, drawing->language);
}

/* A view of all indicators lists those with a figure; a view that names them says of each whether
 * there is one. */
static gboolean
is_listed (const RsDrawing *drawing, const RsSeries *series)
{
  double value;

  if (drawing->view != NULL && drawing->view->indicators != NULL)
    return TRUE;
  if (series->selected < 0)
    return FALSE;
  return rs_frame_point_get_number (&series->points[series->selected], &value) ||
         series->points[series->selected].observation.reason != RS_REASON_MISSING;
}

static char *
describe_figure (const RsDrawing *drawing, guint index, const RsSeries *series)
{
  g_autofree char *value = NULL, *marks = NULL;

  if (series->selected < 0)
    return g_strdup ("–");
  value = rs_summary_value_with_unit (drawing->frame, index, (guint) series->selected);
  marks = rs_summary_marks (drawing->frame, index, (guint) series->selected);
  return rs_drawing_join_marks (value, marks);
}

static void
add_goals (const RsDrawing *drawing, GPtrArray *items)
{
  guint n = rs_frame_get_n_goals (drawing->frame);

  if (n == 0)
    return;
  /* Translators: heading over targets of a year, %d. */
  g_ptr_array_add (items, item_new (TRUE,
                                    g_strdup_printf (rs_tr (drawing->language, "Goals of %d"),
                                                     rs_frame_get_goals_year (drawing->frame)),
                                    NULL, RS_DATUM_NONE));
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, item_new (FALSE, rs_summary_goal_label (drawing->frame, i),
                                      rs_summary_goal (drawing->frame, i), RS_DATUM_NONE));
}

/* Groups in the order in which they first occur, each with all its rows. */
static GPtrArray *
collect_items (const RsDrawing *drawing)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  guint n = rs_frame_get_n_series (drawing->frame);
  g_autofree gboolean *done = g_new0 (gboolean, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      const char *group = get_group (drawing, rs_frame_get_series (drawing->frame, i));
      gboolean begun = FALSE;

      for (guint j = i; j < n; j++)
        {
          const RsSeries *series = rs_frame_get_series (drawing->frame, j);

          if (done[j] || g_strcmp0 (get_group (drawing, series), group) != 0)
            continue;
          done[j] = TRUE;
          if (!is_listed (drawing, series))
            continue;
          if (!begun && group[0] != '\0')
            g_ptr_array_add (items, item_new (TRUE, g_strdup (group), NULL, RS_DATUM_NONE));
          begun = TRUE;
          g_ptr_array_add (items, item_new (FALSE, g_strdup (series->label),
                                            describe_figure (drawing, j, series),
                                            (RsDatum){ (int) j, series->selected }));
        }
    }
  add_goals (drawing, items);
  return items;
}

static RsLabel
get_value_label (const RsDrawing *drawing, const Item *item, double width_px)
{
  RsLabel label = rs_label (RS_PART_ROW, item->value, drawing->type.label, &drawing->theme->text);

  label.weight = RS_WEIGHT_BOLD;
  label.align = RS_ALIGN_END;
  label.datum = item->datum;
  label.max_width_px = width_px * VALUE_SHARE;
  label.max_lines = VALUE_LINES;
  return label;
}

static RsLabel
get_item_label (const RsDrawing *drawing, const Item *item, double width_px)
{
  const RsTheme *theme = drawing->theme;
  RsLabel label = rs_label (RS_PART_ROW, item->label, drawing->type.label,
                            item->heading ? &theme->secondary : &theme->text);

  label.weight = item->heading ? RS_WEIGHT_BOLD : RS_WEIGHT_NORMAL;
  label.datum = item->datum;
  label.max_width_px = width_px;
  label.max_lines = item->heading ? 1 : LABEL_LINES;
  if (!item->heading)
    {
      RsLabel value = get_value_label (drawing, item, width_px);

      label.max_width_px =
        MAX (1, width_px - rs_drawing_measure (drawing, &value).width_px - drawing->type.gap);
    }
  return label;
}

static void
measure_items (const RsDrawing *drawing, GPtrArray *items, double width_px)
{
  double line = rs_drawing_line (drawing, drawing->type.label);

  for (guint i = 0; i < items->len; i++)
    {
      Item *item = items->pdata[i];
      RsLabel label = get_item_label (drawing, item, width_px);

      item->height = rs_drawing_measure (drawing, &label).height_px;
      if (item->value != NULL)
        {
          label = get_value_label (drawing, item, width_px);
          item->height = MAX (item->height, rs_drawing_measure (drawing, &label).height_px);
        }
      item->height += line * (item->heading ? GROUP_AIR : ROW_AIR * 2);
    }
}

static guint
count_columns (const RsDrawing *drawing, double width_px)
{
  double n = floor ((width_px + drawing->type.gap * 2) /
                    (COLUMN_EM * drawing->type.label + drawing->type.gap * 2));

  return (guint) CLAMP (n, 1, MAX_COLUMNS);
}

static double
get_column_width (const RsDrawing *drawing, double width_px, guint n_columns)
{
  return MAX (1, (width_px - (n_columns - 1) * drawing->type.gap * 2) / n_columns);
}

/* What must stay together: a group as a whole where a column can hold it, else its heading and
 * first row. */
static double
get_block_height (const GPtrArray *items, guint i, double column_px)
{
  const Item *item = items->pdata[i];
  double first = item->height;
  double all = item->height;

  if (!item->heading)
    return item->height;
  for (guint j = i + 1; j < items->len && !((const Item *) items->pdata[j])->heading; j++)
    {
      all += ((const Item *) items->pdata[j])->height;
      if (j == i + 1)
        first = all;
    }
  return all <= column_px ? all : first;
}

/* Whether @n columns of @height_px hold all items in order. Returns: how many they hold. */
static guint
fill_columns (GPtrArray *items, guint n_columns, double height_px)
{
  guint column = 0;
  double used = 0;

  for (guint i = 0; i < items->len; i++)
    {
      Item *item = items->pdata[i];

      if (used + get_block_height (items, i, height_px) > height_px + 0.01)
        {
          column++;
          used = 0;
          if (column >= n_columns || get_block_height (items, i, height_px) > height_px + 0.01)
            return i;
        }
      item->column = column;
      used += item->height;
    }
  return items->len;
}

/* The least height at which @n columns hold everything. */
static double
balance_columns (GPtrArray *items, guint n_columns)
{
  double total = 0;
  double height;

  for (guint i = 0; i < items->len; i++)
    total += ((const Item *) items->pdata[i])->height;
  height = total / n_columns;
  for (guint step = 0; step <= 100 && fill_columns (items, n_columns, height) < items->len; step++)
    height += total / 100;
  return height;
}

/* In a room that is higher than they need, rows get more air. */
static void
stretch_items (GPtrArray *items, double height_px, double room_px)
{
  double factor = CLAMP (room_px / MAX (1, height_px), 1, MAX_STRETCH);

  for (guint i = 0; i < items->len; i++)
    ((Item *) items->pdata[i])->height *= factor;
}

static void
draw_item (RsDrawing *drawing, const Item *item, double x, double y, double width_px)
{
  double line = rs_drawing_line (drawing, drawing->type.label);
  RsLabel label = get_item_label (drawing, item, width_px);
  RsTextExtents extents = rs_drawing_measure (drawing, &label);
  double middle = y + item->height / 2;

  if (item->heading)
    {
      if (!rs_drawing_put (drawing, &label, x,
                           y + item->height - extents.height_px - line * GROUP_AIR * 0.3))
        rs_drawing_leave_out (drawing, "headings", 1);
      return;
    }
  if (!rs_drawing_put (drawing, &label, x, middle - extents.height_px / 2))
    rs_drawing_leave_out (drawing, "rows", 1);
  label = get_value_label (drawing, item, width_px);
  extents = rs_drawing_measure (drawing, &label);
  if (!rs_drawing_put (drawing, &label, x + width_px, middle - extents.height_px / 2))
    rs_drawing_leave_out (drawing, "rows", 1);
  rs_scene_add_line (drawing->scene, RS_PART_RULE, (RsPoint){ x, y + item->height },
                     (RsPoint){ x + width_px, y + item->height }, &drawing->theme->grid,
                     drawing->theme->hairline_px * drawing->type.stroke_scale)
    ->crisp = TRUE;
  if (item->datum.series >= 0 && item->datum.point >= 0)
    rs_scene_add_stop (
      drawing->scene, item->datum,
      (RsPoint){ MAX (x, x + width_px - extents.width_px - drawing->type.gap / 2), middle },
      rs_rect (x, y, width_px, item->height));
}

static void
draw_more (
  RsDrawing *drawing, const GPtrArray *items, guint from, double x, double bottom, double width_px)
{
  guint n = 0;
  g_autofree char *text = NULL;
  RsLabel label;

  for (guint i = from; i < items->len; i++)
    if (!((const Item *) items->pdata[i])->heading)
      n++;
  if (n == 0)
    return;
  rs_drawing_leave_out (drawing, "rows", n);
  /* Translators: rows of a list that found no room. */
  text = g_strdup_printf (rs_trn (drawing->language, "%u more", "%u more", n), n);
  label = rs_label (RS_PART_ROW, text, drawing->type.tick, &drawing->theme->secondary);
  label.align = RS_ALIGN_END;
  rs_drawing_put (drawing, &label, x + width_px,
                  bottom - rs_drawing_measure (drawing, &label).height_px);
}

/* On a page or a slide of its own a short list is set in larger type, as far as all of it still has
 * room. Cards stand side by side and keep one size. */
static void
grow_type (RsDrawing *drawing, GPtrArray *items, RsRect bounds)
{
  double label = drawing->type.label;

  if (drawing->options->type_mode == RS_TYPE_DESK)
    return;
  for (guint step = GROWTH_STEPS; step > 0; step--)
    {
      guint n_columns;

      drawing->type.label = label * (1 + MAX_GROWTH * step / GROWTH_STEPS);
      n_columns = count_columns (drawing, bounds.width);
      measure_items (drawing, items, get_column_width (drawing, bounds.width, n_columns));
      if (balance_columns (items, n_columns) <= bounds.height)
        return;
    }
  drawing->type.label = label;
}

static void
draw_list (RsDrawing *drawing, GPtrArray *items, RsRect bounds)
{
  guint n_columns = count_columns (drawing, bounds.width);
  double width = get_column_width (drawing, bounds.width, n_columns);
  double more = rs_drawing_line (drawing, drawing->type.tick) * 1.2;
  double height, x = bounds.x, y = bounds.y;
  guint n;

  measure_items (drawing, items, width);
  height = MIN (bounds.height, balance_columns (items, n_columns));
  n = fill_columns (items, n_columns, height);
  if (n < items->len)
    {
      height = MAX (0, bounds.height - more);
      n = fill_columns (items, n_columns, height);
    }
  if (n == items->len)
    stretch_items (items, height, bounds.height);
  for (guint i = 0; i < n; i++)
    {
      const Item *item = items->pdata[i];

      if (i > 0 && item->column != ((const Item *) items->pdata[i - 1])->column)
        {
          x += width + drawing->type.gap * 2;
          y = bounds.y;
        }
      draw_item (drawing, item, x, y, width);
      y += item->height;
    }
  draw_more (drawing, items, n, bounds.x + bounds.width - width, rs_rect_bottom (bounds), width);
}

void
rs_marks_draw_figures (RsDrawing *drawing, RsRect bounds)
{
  g_autoptr (GPtrArray) items = collect_items (drawing);
  double label = drawing->type.label;

  grow_type (drawing, items, bounds);
  draw_list (drawing, items, bounds);
  drawing->type.label = label;
}

double
rs_marks_get_figures_height (RsDrawing *drawing, double width_px)
{
  g_autoptr (GPtrArray) items = collect_items (drawing);
  guint n_columns = count_columns (drawing, width_px);

  measure_items (drawing, items, get_column_width (drawing, width_px, n_columns));
  return balance_columns (items, n_columns);
}
