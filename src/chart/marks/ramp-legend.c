/* SPDX-License-Identifier: GPL-3.0-or-later
 * Shades that stand for figures, and their legend. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/marks/ramp-legend.h"

#include <math.h>

#include "query/summary.h"

/* WCAG 2.2, 1.4.11. */
#define MARK_CONTRAST 3.0
/* Between the strokes of a hatch. */
#define HATCH_PX 5.0
#define HATCH_MOST 400
/* The bar of shades, in px at text scale 1 and lines of text, and in how many steps it is drawn. */
#define BAR_PX 150.0
#define BAR_LEAST_PX 48.0
/* The outline of a pale cell: quieter than the figures, and than the frame of the chosen one. */
#define OUTLINE_SHARE 0.5
#define OUTLINE_LEAST_PX 20.0
#define BAR_STEPS 24
#define GAP_EM 0.5
#define BETWEEN_EM 1.6

void
rs_ramp_init (RsRamp *self, const RsDrawing *drawing)
{
  *self = (RsRamp){ (double) NAN, (double) NAN, RS_DATUM_NONE, RS_DATUM_NONE, { 0 } };
  for (guint s = 0; s < rs_frame_get_n_series (drawing->frame); s++)
    {
      const RsSeries *series = rs_frame_get_series (drawing->frame, s);

      for (guint p = 0; p < series->n_points; p++)
        {
          RsDatum datum = { (int) s, (int) p };
          RsCellLook look;
          double value;

          if (!rs_frame_is_shown (drawing->frame, s, p))
            continue;
          look = rs_ramp_get_look (drawing->frame, s, &series->points[p]);
          self->n_looks[look]++;
          if (look != RS_CELL_FIGURE)
            continue;
          value = series->points[p].observation.value;
          if (!(self->min <= value))
            {
              self->min = value;
              self->low = datum;
            }
          if (!(self->max >= value))
            {
              self->max = value;
              self->high = datum;
            }
        }
    }
}

/* Halves, so that the span of the largest doubles is still finite. */
static double
get_share (const RsRamp *self, double value)
{
  double span = self->max / 2 - self->min / 2;

  return span > 0 ? (value / 2 - self->min / 2) / span : 0.5;
}

RsColor
rs_ramp_get_color (const RsRamp *self, const RsDrawing *drawing, double value)
{
  return rs_theme_get_ramp (drawing->theme, get_share (self, value));
}

/* Whether the figure counts something else, or of another time, than those of the other regions:
 * then its shade would say what is not so. A table has a rule where a series breaks. */
static gboolean
is_apart (const RsFrame *frame, guint series)
{
  if (rs_frame_get_kind (frame) != RS_CHART_TILES)
    return FALSE;
  switch (rs_frame_get_rank_obstacle (frame, series))
    {
    case RS_OBSTACLE_PERIOD_TYPE:
    case RS_OBSTACLE_BREAK:
    case RS_OBSTACLE_DEFINITION:
      return TRUE;
    case RS_OBSTACLE_NONE:
    case RS_OBSTACLE_NO_VALUE:
    case RS_OBSTACLE_NO_EARLIER:
    case RS_OBSTACLE_GAP:
    case RS_OBSTACLE_UNIT:
    case RS_OBSTACLE_BOUND:
    case RS_OBSTACLE_INDICATOR:
    case RS_OBSTACLE_ZERO_BASE:
      return FALSE;
    }
  return FALSE;
}

RsCellLook
rs_ramp_get_look (const RsFrame *frame, guint series, const RsFramePoint *point)
{
  double value;

  if (point == NULL)
    return RS_CELL_MISSING;
  if (rs_frame_point_get_number (point, &value))
    return is_apart (frame, series) ? RS_CELL_APART : RS_CELL_FIGURE;
  return rs_frame_point_get_bound (point, &value) ? RS_CELL_BOUND : RS_CELL_MISSING;
}

RsColor
rs_ramp_get_cell_text_color (const RsRamp *self,
                             const RsDrawing *drawing,
                             guint series,
                             const RsFramePoint *point)
{
  if (rs_ramp_get_look (drawing->frame, series, point) != RS_CELL_FIGURE)
    return drawing->theme->text;
  return rs_theme_get_text_on (drawing->theme,
                               rs_ramp_get_color (self, drawing, point->observation.value));
}

/* Strokes from lower left to upper right that end at the edges of @rect, so that no clip is needed.
 */
static void
draw_hatch (RsDrawing *drawing, RsPart part, RsRect rect, RsDatum datum)
{
  double step = HATCH_PX * drawing->type.stroke_scale;
  double right = rs_rect_right (rect), bottom = rs_rect_bottom (rect);
  double length = rect.width + rect.height;

  step = MAX (step, length / HATCH_MOST);
  rs_scene_begin_path (drawing->scene, part, NULL, &drawing->theme->hatch,
                       drawing->theme->hairline_px * drawing->type.stroke_scale);
  for (guint i = 1; i * step < length; i++)
    {
      /* On this stroke x + y is the same everywhere. */
      double along = i * step;
      double x = MIN (rect.x + along, right), y = MIN (rect.y + along, bottom);

      rs_scene_move_to (drawing->scene, rect.x + along - (y - rect.y), y);
      rs_scene_line_to (drawing->scene, x, rect.y + along - (x - rect.x));
    }
  rs_scene_end_path (drawing->scene)->datum = datum;
}

static void
draw_missing (RsDrawing *drawing, RsPart part, RsRect rect, RsDatum datum)
{
  const RsTheme *theme = drawing->theme;
  double stroke = theme->hairline_px * drawing->type.stroke_scale;
  RsRect inner = rs_rect_inset (rect, (RsInsets){ stroke / 2, stroke / 2, stroke / 2, stroke / 2 });
  RsMark *mark =
    rs_scene_add_rect (drawing->scene, part, inner, &theme->missing, &theme->hatch, stroke);

  mark->datum = datum;
  if (inner.width > stroke && inner.height > stroke)
    draw_hatch (drawing, part == RS_PART_CELL ? RS_PART_GAP : part, inner, datum);
}

/* A pale shade has an edge, so that it stands out from the card (R26). */
static void
draw_shade (RsDrawing *drawing, RsPart part, RsRect rect, RsDatum datum, RsColor fill)
{
  const RsTheme *theme = drawing->theme;
  double stroke = theme->hairline_px * drawing->type.stroke_scale * OUTLINE_SHARE;
  /* In a low row it would run through the digits; cells that are long have their neighbours. */
  gboolean low =
    rect.height < OUTLINE_LEAST_PX * drawing->type.stroke_scale && rect.width > rect.height;
  gboolean pale = !low && rs_color_contrast (fill, theme->card) < MARK_CONTRAST;
  RsMark *mark;

  if (pale)
    rect = rs_rect_inset (rect, (RsInsets){ stroke / 2, stroke / 2, stroke / 2, stroke / 2 });
  mark = rs_scene_add_rect (drawing->scene, part, rect, &fill, pale ? &theme->context : NULL,
                            pale ? stroke : 0);
  mark->crisp = TRUE;
  mark->datum = datum;
}

/* "over 95", or a figure that does not compare: its shade is not known, and the cell is empty.
 * Dashed where only a bound is known. */
static void
draw_outline (RsDrawing *drawing, RsPart part, RsRect rect, RsDatum datum, RsDash dash)
{
  const RsTheme *theme = drawing->theme;
  double unit = drawing->type.stroke_scale;
  double stroke = MIN (1.5 * unit, MIN (rect.width, rect.height) / 4);
  RsRect inner = rs_rect_inset (rect, (RsInsets){ stroke / 2, stroke / 2, stroke / 2, stroke / 2 });
  RsMark *mark =
    rs_scene_add_rect (drawing->scene, part, inner, &theme->card, &theme->series[0], stroke);

  mark->dash = dash;
  mark->datum = datum;
}

void
rs_ramp_draw_cell (
  const RsRamp *self, RsDrawing *drawing, RsRect rect, RsDatum datum, const RsFramePoint *point)
{
  switch (rs_ramp_get_look (drawing->frame, (guint) datum.series, point))
    {
    case RS_CELL_FIGURE:
      draw_shade (drawing, RS_PART_CELL, rect, datum,
                  rs_ramp_get_color (self, drawing, point->observation.value));
      return;
    case RS_CELL_BOUND:
      draw_outline (drawing, RS_PART_BOUND, rect, datum, RS_DASH_SHORT);
      return;
    case RS_CELL_APART:
      draw_outline (drawing, RS_PART_CELL, rect, datum, RS_DASH_NONE);
      return;
    case RS_CELL_MISSING:
      draw_missing (drawing, RS_PART_CELL, rect, datum);
      return;
    }
}

typedef struct
{
  char *low;           /* (owned) */
  char *high;          /* (owned): with the unit */
  const char *missing; /* (nullable) */
  gboolean one;        /* all figures are equal: one shade */
  double line, gap, between, bar;
  double low_width, high_width, missing_width;
  gboolean stacked; /* the figures stand under the bar, the sample under them */
} Legend;

static void
legend_clear (Legend *self)
{
  g_free (self->low);
  g_free (self->high);
}

static double
measure (const RsDrawing *drawing, const char *text)
{
  RsLabel label = rs_label (RS_PART_LEGEND, text, drawing->type.tick, NULL);

  return rs_drawing_measure (drawing, &label).width_px;
}

static char *
describe_end (const RsDrawing *drawing, RsDatum datum, gboolean with_unit)
{
  guint series = (guint) datum.series;
  g_autofree char *value = rs_summary_value (drawing->frame, series, (guint) datum.point, FALSE);
  g_autofree char *unit = rs_frame_get_unit_label (drawing->frame, series, FALSE);

  if (!with_unit || unit[0] == '\0')
    return g_steal_pointer (&value);
  return g_strdup_printf ("%s\u00a0%s", value, unit);
}

static Legend
get_legend (const RsRamp *self, const RsDrawing *drawing, double width_px, gboolean missing)
{
  double em = drawing->type.tick;
  double least = BAR_LEAST_PX * drawing->type.stroke_scale;
  double room;
  Legend legend = {
    .line = rs_drawing_line (drawing, em),
    .gap = GAP_EM * em,
    .between = BETWEEN_EM * em,
    .missing = missing ? rs_tr (drawing->language, "no figure") : NULL,
    .one = !(self->max > self->min),
  };

  if (self->low.series >= 0)
    {
      legend.low = describe_end (drawing, self->low, FALSE);
      legend.high = describe_end (drawing, self->high, TRUE);
      legend.low_width = legend.one ? 0 : measure (drawing, legend.low) + legend.gap;
      legend.high_width = measure (drawing, legend.high) + legend.gap;
      legend.bar = legend.one ? 1.4 * em : BAR_PX * drawing->type.stroke_scale;
    }
  if (missing)
    legend.missing_width = 1.4 * em + legend.gap + measure (drawing, legend.missing);
  room = width_px - legend.low_width - legend.high_width - legend.missing_width -
         (missing && legend.high != NULL ? legend.between : 0);
  legend.stacked = room < MIN (legend.bar, least);
  if (legend.stacked)
    legend.bar = MIN (legend.bar, width_px);
  else
    legend.bar = MIN (legend.bar, room);
  return legend;
}

static double
get_height (const Legend *legend)
{
  double lines = legend->high != NULL ? (legend->one ? 1 : 2) : 0;

  if (!legend->stacked)
    return legend->line;
  return (lines + (legend->missing != NULL ? 1 : 0)) * legend->line +
         (lines > 0 && legend->missing != NULL ? legend->gap / 2 : 0);
}

double
rs_ramp_legend_measure (const RsRamp *self, RsDrawing *drawing, double width_px, gboolean missing)
{
  Legend legend = get_legend (self, drawing, width_px, missing);
  double height = legend.high == NULL && !missing ? 0 : get_height (&legend);

  legend_clear (&legend);
  return height;
}

static void
draw_bar (const Legend *legend, RsDrawing *drawing, double x, double y)
{
  const RsTheme *theme = drawing->theme;
  RsRect rect = rs_rect (x, y + legend->line * 0.14, legend->bar, legend->line * 0.72);
  guint n = legend->one ? 1 : BAR_STEPS;

  for (guint i = 0; i < n; i++)
    {
      double left = rect.x + rect.width * i / n;
      /* Each step reaches under the next, so that no seam shows between them. */
      double right = rect.x + rect.width * MIN (n, i + 1.5) / n;
      RsColor color = rs_theme_get_ramp (theme, n > 1 ? i / (n - 1.0) : 0.5);

      rs_scene_add_rect (drawing->scene, RS_PART_LEGEND,
                         rs_rect (left, rect.y, right - left, rect.height), &color, NULL, 0)
        ->crisp = TRUE;
    }
  rs_scene_add_rect (drawing->scene, RS_PART_LEGEND, rect, NULL, &theme->axis,
                     theme->hairline_px * drawing->type.stroke_scale);
}

static void
put (RsDrawing *drawing, const char *text, RsAlign align, double x, double y)
{
  RsLabel label = rs_label (RS_PART_LEGEND, text, drawing->type.tick, &drawing->theme->secondary);

  label.align = align;
  if (!rs_drawing_put (drawing, &label, x, y))
    rs_drawing_leave_out (drawing, "legend", 1);
}

/* Lowest, bar, highest in one line, or the two under the bar. Returns: where the next line is. */
static double
draw_shades (const Legend *legend, RsDrawing *drawing, RsRect room, double *x)
{
  double y = room.y;

  if (legend->stacked && !legend->one)
    {
      draw_bar (legend, drawing, room.x, y);
      y += legend->line;
      put (drawing, legend->low, RS_ALIGN_START, room.x, y);
      if (legend->low_width + legend->high_width <= legend->bar)
        put (drawing, legend->high, RS_ALIGN_END, room.x + legend->bar, y);
      else
        put (drawing, legend->high, RS_ALIGN_START, room.x + legend->low_width + legend->gap, y);
      return y + legend->line;
    }
  if (!legend->one)
    put (drawing, legend->low, RS_ALIGN_START, *x, y);
  *x += legend->low_width;
  draw_bar (legend, drawing, *x, y);
  *x += legend->bar + legend->gap;
  put (drawing, legend->high, RS_ALIGN_START, *x, y);
  *x += legend->high_width - legend->gap + legend->between;
  return legend->stacked ? y + legend->line : y;
}

void
rs_ramp_legend_draw (const RsRamp *self, RsDrawing *drawing, RsRect room, gboolean missing)
{
  Legend legend = get_legend (self, drawing, room.width, missing);
  double x = room.x, y = room.y;
  double swatch = 1.4 * drawing->type.tick;

  if (rs_rect_bottom (drawing->picture) + 0.01 < y + get_height (&legend) ||
      room.width < MAX (legend.bar, missing ? swatch : 0))
    {
      rs_drawing_leave_out (drawing, "legend", 1);
      legend_clear (&legend);
      return;
    }
  if (legend.high != NULL)
    {
      y = draw_shades (&legend, drawing, room, &x);
      if (legend.stacked)
        {
          x = room.x;
          y += legend.gap / 2;
        }
    }
  if (missing)
    {
      draw_missing (drawing, RS_PART_LEGEND,
                    rs_rect (x, y + legend.line * 0.14, swatch, legend.line * 0.72), RS_DATUM_NONE);
      put (drawing, legend.missing, RS_ALIGN_START, x + swatch + legend.gap, y);
    }
  legend_clear (&legend);
}
