/* SPDX-License-Identifier: GPL-3.0-or-later
 * Lines: one a measure over time, joined only where that is legal, labelled at their ends. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/marks/marks.h"

#include <math.h>

#include "chart/labels/direct.h"
#include "chart/marks/series.h"
#include "chart/series-colors.h"

/* With more lines than MANY only the first HIGHLIGHTED stand out (R17). */
#define MANY 6
#define HIGHLIGHTED 4
/* A legend takes at most this share of the height. */
#define LEGEND_SHARE 0.35
/* Labels may take this share of the width; beyond, a legend above the chart takes over. */
#define LABELS_SHARE 0.3
#define TARGET_STROKE_PX 2.0
/* How far background lines fade into the ground. */
#define QUIET 0.3
/* Half of a target's tick, as a share of a period, and its bounds in px. */
#define TARGET_HALF 0.42
#define TARGET_HALF_MIN_PX 5.0
#define TARGET_HALF_MAX_PX 26.0
/* Size of a target's label where it has no room else. */
#define TARGET_SMALL 0.86

typedef struct
{
  RsPlot *plot;
  RsDirectLabel *labels;
  guint n_labels;
  double max_width;
} Lines;

/* Of the panel: whether the series stands out, and as which of the bright ones. */
static int
get_rank (const RsPlot *plot, guint in_panel)
{
  int headline, point;
  guint rank = in_panel;

  if (plot->panel->n_series <= MANY)
    return (int) in_panel;
  rs_frame_get_headline (plot->drawing->frame, &headline, &point);
  for (guint i = 0; i < plot->panel->n_series; i++)
    if ((int) plot->panel->series[i] == headline)
      {
        /* The line whose number is shown large comes first. */
        if (in_panel == i)
          return 0;
        if (in_panel < i)
          rank++;
      }
  return rank < HIGHLIGHTED ? (int) rank : -1;
}

/* The colour of a line that stands out. Among many, those that do have colours of their own. */
static guint
get_color (const RsPlot *plot, guint in_panel)
{
  const RsPanel *panel = plot->panel;
  guint bright[MANY], colors[MANY];
  guint n = 0, at = 0;

  if (panel->n_series <= MANY)
    return plot->model->colors[panel->series[in_panel]];
  for (guint i = 0; i < panel->n_series && n < MANY; i++)
    if (get_rank (plot, i) >= 0)
      {
        at = i == in_panel ? n : at;
        bright[n++] = panel->series[i];
      }
  rs_series_colors_assign (plot->drawing->frame, bright, n, colors);
  return colors[at];
}

static RsSeriesStyle
get_style (const RsPlot *plot, guint in_panel)
{
  const RsDrawing *drawing = plot->drawing;
  double unit = drawing->type.stroke_scale;
  int rank = get_rank (plot, in_panel);
  RsSeriesStyle style = {
    .color = rs_color_mix (drawing->theme->context, drawing->theme->card, QUIET),
    .stroke_px = drawing->theme->stroke_px * unit * 0.7,
    .point_px = drawing->theme->point_px * unit,
    .quiet = rank < 0,
  };

  if (rank < 0)
    return style;
  style.color = drawing->theme->series[get_color (plot, in_panel)];
  style.shape = (RsShape) (rank % RS_N_SHAPES);
  style.stroke_px = drawing->theme->stroke_px * unit;
  return style;
}

/* "96.5", or "86.89 (2014)" where the line ends before the chosen year. */
static char *
describe_end (const RsPlot *plot, guint series, const RsSeries *s, int last)
{
  g_autofree char *value = rs_drawing_describe_value (plot->drawing, series, (guint) last);
  g_autofree char *period = NULL;

  if (last == s->selected || plot->year == 0)
    return g_steal_pointer (&value);
  period = s->points[last].period.type == RS_PERIOD_YEAR
             ? g_strdup_printf ("%d", s->points[last].period.year)
             : rs_period_to_label (s->points[last].period, plot->drawing->language);
  return g_strdup_printf ("%s (%s)", value, period);
}

static gboolean
ends_at_edge (const RsPlot *plot, const RsSeries *s, int last)
{
  RsPeriod period = s->points[last].period;

  return rs_period_start (period) + rs_period_length (period) * 1.5 >= plot->model->end;
}

/* One label a bright line that has a number; their places come later. */
static Lines
collect_labels (RsPlot *plot)
{
  Lines self = { .plot = plot };

  self.labels = g_new0 (RsDirectLabel, MAX (plot->panel->n_series, 1));
  for (guint i = 0; i < plot->panel->n_series; i++)
    {
      guint index = plot->panel->series[i];
      const RsSeries *series = rs_frame_get_series (plot->drawing->frame, index);
      RsDirectLabel *label = &self.labels[self.n_labels];
      int last = rs_plot_get_last (plot, series);

      if (last < 0 || get_rank (plot, i) < 0)
        continue;
      *label = (RsDirectLabel){
        .datum = { (int) index, last },
        .name = g_strdup (plot->panel->n_series > 1 ? series->label : ""),
        .value = describe_end (plot, index, series, last),
        .name_color = plot->drawing->theme->series[get_color (plot, i)],
        .weight = RS_WEIGHT_BOLD,
        .margin = ends_at_edge (plot, series, last),
      };
      if (label->name[0] == '\0')
        {
          /* One line alone is named by the title: only its number stands at its end. */
          g_free (label->name);
          label->name = g_steal_pointer (&label->value);
        }
      self.n_labels++;
    }
  self.max_width = plot->bounds.width * LABELS_SHARE;
  return self;
}

static void
clear_labels (Lines *self)
{
  for (guint i = 0; i < self->n_labels; i++)
    rs_direct_label_clear (&self->labels[i]);
  g_clear_pointer (&self->labels, g_free);
}

static double
get_marker_room (const RsDrawing *drawing)
{
  return drawing->theme->point_px * drawing->type.stroke_scale * 2 + drawing->type.label * 0.4;
}

/* Marker and name of each bright line, in the order of the data, in rows of @width_px. Returns: the
 * height. */
static double
lay_out_legend (Lines *self, RsRect room, gboolean draw)
{
  RsPlot *plot = self->plot;
  RsDrawing *drawing = plot->drawing;
  double line = rs_drawing_line (drawing, drawing->type.label);
  double marker = get_marker_room (drawing);
  double x = room.x;
  double y = room.y;

  for (guint i = 0; i < plot->panel->n_series; i++)
    {
      const RsSeries *series = rs_frame_get_series (drawing->frame, plot->panel->series[i]);
      RsSeriesStyle style = get_style (plot, i);
      RsLabel label =
        rs_label (RS_PART_LEGEND, series->label, drawing->type.label, &drawing->theme->text);
      double width;

      if (rs_plot_get_last (plot, series) < 0 || style.quiet)
        continue;
      label.max_width_px = MAX (1, room.width - marker);
      width = marker + rs_drawing_measure (drawing, &label).width_px + drawing->type.gap;
      if (x > room.x && x + width - drawing->type.gap > rs_rect_right (room))
        {
          if (y + 2 * line - room.y > plot->bounds.height * LEGEND_SHARE)
            {
              if (draw)
                rs_drawing_leave_out (drawing, "legend", 1);
              continue;
            }
          x = room.x;
          y += line;
        }
      if (draw && rs_drawing_put (drawing, &label, x + marker, y))
        {
          rs_scene_add_line (drawing->scene, RS_PART_LEGEND, (RsPoint){ x, y + line / 2 },
                             (RsPoint){ x + style.point_px * 2, y + line / 2 }, &style.color,
                             style.stroke_px);
          rs_drawing_add_shape (drawing, RS_PART_LEGEND, style.shape,
                                (RsPoint){ x + style.point_px, y + line / 2 }, style.point_px,
                                &style.color, &drawing->theme->card, drawing->type.stroke_scale);
        }
      else if (draw)
        rs_drawing_leave_out (drawing, "legend", 1);
      x += width;
    }
  return y + line + 4 * drawing->type.stroke_scale - room.y;
}

static void
reserve (RsPlot *plot, RsInsets *insets)
{
  Lines self = collect_labels (plot);
  double widest =
    rs_direct_labels_measure (plot->drawing, self.labels, self.n_labels, self.max_width);
  double unit = plot->drawing->type.stroke_scale;

  if (plot->legend)
    insets->top += lay_out_legend (&self, plot->bounds, FALSE);
  else if (widest > 0)
    insets->right = MAX (insets->right, widest + 11 * unit);
  insets->right = MAX (insets->right, 8 * unit);
  clear_labels (&self);
}

/* Where several lines have targets, each target has the colour of its line. */
static const RsColor *
get_target_color (const RsPlot *plot, guint in_panel)
{
  const RsTheme *theme = plot->drawing->theme;

  if (plot->panel->n_series == 1)
    return &theme->target;
  return &theme->series[get_color (plot, in_panel)];
}

static double
get_target_half (const RsPlot *plot)
{
  double unit = plot->drawing->type.stroke_scale;

  return CLAMP (rs_time_axis_get_step_px (&plot->time) * TARGET_HALF, TARGET_HALF_MIN_PX * unit,
                TARGET_HALF_MAX_PX * unit);
}

static void
draw_targets (RsPlot *plot, guint in_panel)
{
  RsDrawing *drawing = plot->drawing;
  guint index = plot->panel->series[in_panel];
  const RsSeries *series = rs_frame_get_series (drawing->frame, index);
  double unit = drawing->type.stroke_scale;
  double half = get_target_half (plot);

  for (guint i = 0; i < series->n_points; i++)
    {
      const RsTarget *target = rs_plot_get_target (plot, &series->points[i]);
      RsPoint at;

      if (target == NULL)
        {
          if (rs_drawing_get_target (drawing, &series->points[i]) != NULL)
            rs_drawing_leave_out (drawing, "targets", 1);
          continue;
        }
      at = rs_plot_map (plot, series->points[i].period, target->value);
      rs_drawing_add_tick (drawing, RS_PART_TARGET, (RsDatum){ (int) index, (int) i },
                           (RsPoint){ MAX (plot->area.x, at.x - half), at.y },
                           (RsPoint){ MIN (rs_rect_right (plot->area), at.x + half), at.y },
                           get_target_color (plot, in_panel), TARGET_STROKE_PX * unit,
                           target->derived);
    }
}

static gboolean
is_same_rule (const RsTarget *a, const RsTarget *b)
{
  return a != NULL && b != NULL && a->op == b->op && a->value == b->value;
}

/* Over, under or beside its tick, whatever is free; the chosen one in smaller type or, at last,
 * over lines as well. */
static gboolean
put_target_label (RsPlot *plot, RsLabel *label, RsPoint at, double half, gboolean chosen)
{
  RsDrawing *drawing = plot->drawing;
  double off = 4.5 * drawing->type.stroke_scale;
  double size = label->size_px;

  for (int round = 0; round < (chosen ? 3 : 2); round++)
    {
      double height;

      label->size_px = round == 0 ? size : size * TARGET_SMALL;
      label->avoid = round < 2 ? RS_OBSTACLE_INK : 0;
      height = rs_drawing_measure (drawing, label).height_px;
      {
        const struct
        {
          RsAlign align;
          double x, top;
        } places[] = {
          { RS_ALIGN_MIDDLE, at.x, at.y - off - height },
          { RS_ALIGN_MIDDLE, at.x, at.y + off },
          { RS_ALIGN_END, at.x + half, at.y - off - height },
          { RS_ALIGN_END, at.x + half, at.y + off },
          { RS_ALIGN_START, at.x - half, at.y - off - height },
          { RS_ALIGN_START, at.x - half, at.y + off },
          { RS_ALIGN_START, at.x, at.y - off - height },
          { RS_ALIGN_END, at.x, at.y - off - height },
          { RS_ALIGN_START, at.x + half, at.y - off - height },
          { RS_ALIGN_END, at.x - half, at.y - off - height },
          { RS_ALIGN_END, at.x - half - off, at.y - height / 2 },
          { RS_ALIGN_START, at.x + half + off, at.y - height / 2 },
        };

        for (guint i = 0; i < G_N_ELEMENTS (places); i++)
          {
            label->align = places[i].align;
            if (rs_drawing_put (drawing, label, places[i].x, places[i].top))
              return TRUE;
          }
      }
    }
  return FALSE;
}

/* Each rule is said where it changes, or as soon after that as there is room, and at the chosen
 * year. */
static void
label_targets (RsPlot *plot, guint in_panel, gboolean chosen)
{
  RsDrawing *drawing = plot->drawing;
  guint index = plot->panel->series[in_panel];
  const RsSeries *series = rs_frame_get_series (drawing->frame, index);
  const RsTarget *before = NULL;
  gboolean said = FALSE;

  for (guint i = 0; i < series->n_points; i++)
    {
      const RsTarget *target = rs_plot_get_target (plot, &series->points[i]);
      g_autofree char *text = NULL;
      RsLabel label;

      said = said && is_same_rule (before, target);
      before = target;
      if (target == NULL || chosen != ((int) i == series->selected) || said)
        continue;
      text = rs_drawing_describe_target (drawing, index, target);
      label =
        rs_label (RS_PART_TARGET, text, drawing->type.tick, get_target_color (plot, in_panel));
      label.plate = &drawing->theme->card;
      label.datum = (RsDatum){ (int) index, (int) i };
      label.weight = chosen ? RS_WEIGHT_BOLD : RS_WEIGHT_NORMAL;
      said =
        put_target_label (plot, &label, rs_plot_map (plot, series->points[i].period, target->value),
                          get_target_half (plot), chosen);
      if (!said)
        rs_drawing_leave_out (drawing, "targets", 1);
    }
}

/* The number of the chosen year, where no label at the line's end says it. */
static void
label_chosen (RsPlot *plot, guint in_panel)
{
  RsDrawing *drawing = plot->drawing;
  guint index = plot->panel->series[in_panel];
  const RsSeries *series = rs_frame_get_series (drawing->frame, index);
  RsSeriesStyle style = get_style (plot, in_panel);
  g_autofree char *text = NULL;
  RsLabel label;
  double value;

  if (style.quiet || series->selected < 0)
    return;
  if (!rs_plot_get_number (plot, &series->points[series->selected], &value))
    {
      if (!rs_plot_get_bound (plot, &series->points[series->selected], &value))
        return;
    }
  else if (series->selected == rs_plot_get_last (plot, series))
    return;
  text = rs_drawing_describe_value (drawing, index, (guint) series->selected);
  label = rs_label (RS_PART_LABEL, text, drawing->type.label, &style.color);
  label.weight = RS_WEIGHT_BOLD;
  label.datum = (RsDatum){ (int) index, series->selected };
  if (!rs_direct_label_put_beside (
        drawing, &label, rs_plot_map (plot, series->points[series->selected].period, value),
        9 * drawing->type.stroke_scale, FALSE))
    rs_drawing_leave_out (drawing, "labels", 1);
}

static void
draw_chosen_rule (RsPlot *plot)
{
  for (guint i = 0; i < plot->panel->n_series; i++)
    {
      const RsSeries *series = rs_frame_get_series (plot->drawing->frame, plot->panel->series[i]);

      if (series->selected >= 0)
        {
          rs_plot_draw_chosen (plot, series->points[series->selected].period);
          return;
        }
    }
}

/* Background lines first, then the bright ones, the most important on top. */
static void
draw_series (RsPlot *plot)
{
  for (int pass = 0; pass < 2; pass++)
    for (guint i = plot->panel->n_series; i > 0; i--)
      {
        RsSeriesStyle style = get_style (plot, i - 1);

        if (style.quiet == (pass == 0))
          rs_series_draw (plot, plot->panel->series[i - 1], &style);
      }
}

static void
draw_labels (Lines *self)
{
  RsPlot *plot = self->plot;

  for (guint i = 0; i < self->n_labels; i++)
    {
      const RsSeries *series =
        rs_frame_get_series (plot->drawing->frame, (guint) self->labels[i].datum.series);
      const RsFramePoint *point = &series->points[self->labels[i].datum.point];

      self->labels[i].at = rs_plot_map (plot, point->period, point->observation.value);
    }
  if (plot->legend)
    lay_out_legend (
      self,
      rs_rect (plot->bounds.x,
               plot->area.y - plot->values.line_px / 2 - lay_out_legend (self, plot->bounds, FALSE),
               plot->bounds.width, 0),
      TRUE);
  else
    plot->n_missed += rs_direct_labels_draw (plot->drawing, self->labels, self->n_labels,
                                             plot->area, self->max_width);
}

static void
draw (RsPlot *plot)
{
  Lines self = collect_labels (plot);
  double step = rs_time_axis_get_step_px (&plot->time);

  rs_direct_labels_measure (plot->drawing, self.labels, self.n_labels, self.max_width);
  draw_chosen_rule (plot);
  for (guint i = 0; i < plot->panel->n_series; i++)
    if (get_rank (plot, i) >= 0)
      draw_targets (plot, i);
  draw_series (plot);
  for (guint i = 0; i < plot->panel->n_series; i++)
    label_chosen (plot, i);
  /* The chosen year's rule outranks the names of lines; the other rules do not. */
  for (guint i = 0; i < plot->panel->n_series; i++)
    if (get_rank (plot, i) >= 0)
      label_targets (plot, i, TRUE);
  draw_labels (&self);
  for (guint i = 0; i < plot->panel->n_series; i++)
    if (get_rank (plot, i) >= 0)
      label_targets (plot, i, FALSE);
  for (guint i = 0; i < plot->panel->n_series; i++)
    rs_plot_add_stops (plot, plot->panel->series[i], 0, step);
  clear_labels (&self);
}

static const RsPlotKind lines_kind = { FALSE, RS_TIME_AXIS_POINTS, reserve, draw, TRUE };

void
rs_marks_draw_lines (RsDrawing *drawing, RsRect bounds)
{
  rs_plots_draw (drawing, bounds, &lines_kind);
}

char *
rs_marks_describe_lines_axis (RsDrawing *drawing, RsRect bounds)
{
  g_autofree char *axis = rs_plots_describe_axis (drawing, bounds, &lines_kind);
  g_autofree char *targets = rs_plots_describe_targets (drawing);

  if (axis != NULL && targets != NULL)
    return g_strdup_printf ("%s · %s", targets, axis);
  return axis != NULL ? g_steal_pointer (&axis) : g_steal_pointer (&targets);
}
