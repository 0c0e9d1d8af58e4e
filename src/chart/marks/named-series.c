/* SPDX-License-Identifier: GPL-3.0-or-later
 * Series over time that are named where they end. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/marks/named-series.h"

#include <math.h>

#include "chart/labels/direct.h"
#include "chart/series-colors.h"

/* Of more series than this only so many stand out (R17). */
#define HIGHLIGHTED 4
/* Series in the background that are named in the foot. */
#define MAX_CONTEXT_NAMES 6
/* A legend takes at most this share of the height. */
#define LEGEND_SHARE 0.35
/* Labels may take this share of the width; beyond, a legend above the chart takes over. */
#define LABELS_SHARE 0.3
/* A sign for what is missing needs this much room. */
#define GAP_ROOM_PX 16.0
/* How far background series fade into the ground. */
#define QUIET 0.3

typedef struct
{
  RsPlot *plot;
  RsDirectLabel *labels;
  guint n_labels;
  double max_width;
} Names;

/* Of the panel: whether the series stands out, and as which of the bright ones. */
int
rs_named_get_rank (const RsPlot *plot, guint in_panel)
{
  int headline, point;
  guint rank = in_panel;

  if (plot->panel->n_series <= HIGHLIGHTED)
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
guint
rs_named_get_color (const RsPlot *plot, guint in_panel)
{
  const RsPanel *panel = plot->panel;
  guint colors[HIGHLIGHTED];
  guint n = 0, at = 0;

  if (panel->n_series <= HIGHLIGHTED)
    return plot->model->colors[panel->series[in_panel]];
  for (guint i = 0; i < panel->n_series && n < HIGHLIGHTED; i++)
    if (rs_named_get_rank (plot, i) >= 0)
      {
        at = i == in_panel ? n : at;
        colors[n++] = plot->model->colors[panel->series[i]];
      }
  rs_series_colors_tell_apart (colors, n);
  return colors[at];
}

RsSeriesStyle
rs_named_get_style (const RsPlot *plot, guint in_panel)
{
  const RsDrawing *drawing = plot->drawing;
  double unit = drawing->type.stroke_scale;
  int rank = rs_named_get_rank (plot, in_panel);
  RsSeriesStyle style = {
    .color = rs_color_mix (drawing->theme->context, drawing->theme->card, QUIET),
    .stroke_px = drawing->theme->stroke_px * unit * 0.7,
    .point_px = drawing->theme->point_px * unit,
    .quiet = rank < 0,
  };

  if (rank < 0)
    return style;
  style.color = drawing->theme->series[rs_named_get_color (plot, in_panel)];
  style.shape = (RsShape) (rank % RS_N_SHAPES);
  style.dash = rs_series_get_dash ((guint) rank);
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

/* The last point with a number, and where there is none the last that is bounded: that has no line,
 * and yet a colour that must be named. -1: neither. */
static int
find_named_point (const RsPlot *plot, const RsSeries *series)
{
  int last = rs_plot_get_last (plot, series);
  double bound;

  for (int i = (int) series->n_points - 1; last < 0 && i >= 0; i--)
    if (rs_plot_get_bound (plot, &series->points[i], &bound))
      return i;
  return last;
}

/* One label a bright line that has a number or a bound; their places come later. */
static Names
collect_labels (RsPlot *plot)
{
  Names self = { .plot = plot };

  self.labels = g_new0 (RsDirectLabel, MAX (plot->panel->n_series, 1));
  for (guint i = 0; i < plot->panel->n_series; i++)
    {
      guint index = plot->panel->series[i];
      const RsSeries *series = rs_frame_get_series (plot->drawing->frame, index);
      RsDirectLabel *label = &self.labels[self.n_labels];
      int last = find_named_point (plot, series);

      if (last < 0 || rs_named_get_rank (plot, i) < 0)
        continue;
      *label = (RsDirectLabel){
        .datum = { (int) index, last },
        .name = g_strdup (plot->panel->n_series > 1 ? series->label : ""),
        .value = describe_end (plot, index, series, last),
        .name_color = plot->drawing->theme->series_text[rs_named_get_color (plot, i)],
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
clear_labels (Names *self)
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
lay_out_legend (Names *self, RsRect room, gboolean joined, gboolean draw)
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
      RsSeriesStyle style = rs_named_get_style (plot, i);
      RsLabel label =
        rs_label (RS_PART_LEGEND, series->label, drawing->type.label, &drawing->theme->text);
      double width;

      if (find_named_point (plot, series) < 0 || style.quiet)
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
      /* Neither the name nor its sample covers a number of the chosen year. */
      if (draw &&
          rs_collider_is_free (&drawing->taken, rs_rect (x, y, marker, line), RS_OBSTACLE_TEXT) &&
          rs_drawing_put (drawing, &label, x + marker, y))
        {
          if (joined)
            rs_scene_add_line (drawing->scene, RS_PART_LEGEND, (RsPoint){ x, y + line / 2 },
                               (RsPoint){ x + style.point_px * 2, y + line / 2 }, &style.color,
                               style.stroke_px)
              ->dash = style.dash;
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

void
rs_named_reserve (RsPlot *plot, RsInsets *insets, gboolean joined)
{
  Names self = collect_labels (plot);
  double widest =
    rs_direct_labels_measure (plot->drawing, self.labels, self.n_labels, self.max_width);
  double unit = plot->drawing->type.stroke_scale;

  if (plot->legend)
    insets->top += lay_out_legend (&self, plot->bounds, joined, FALSE);
  else if (widest > 0)
    insets->right = MAX (insets->right, widest + 11 * unit);
  insets->right = MAX (insets->right, 8 * unit);
  clear_labels (&self);
}

/* At an end of the chosen year's rule, which leads to the point. */
static gboolean
put_on_rule (RsPlot *plot, RsLabel *label, double x)
{
  double height = rs_drawing_measure (plot->drawing, label).height_px;
  const double tops[] = { plot->area.y - height, plot->area.y + height / 2,
                          rs_rect_bottom (plot->area) - 1.5 * height };

  label->align = RS_ALIGN_MIDDLE;
  label->avoid = RS_OBSTACLE_INK;
  for (guint i = 0; i < G_N_ELEMENTS (tops); i++)
    if (rs_drawing_put (plot->drawing, label, x, tops[i]))
      return TRUE;
  return FALSE;
}

/* The number of the chosen year, where no label at the line's end says it. */
void
rs_named_label_chosen (RsPlot *plot, guint in_panel)
{
  RsDrawing *drawing = plot->drawing;
  guint index = plot->panel->series[in_panel];
  const RsSeries *series = rs_frame_get_series (drawing->frame, index);
  RsSeriesStyle style = rs_named_get_style (plot, in_panel);
  g_autofree char *text = NULL;
  RsLabel label;
  RsPoint at;
  double value;

  if (style.quiet || series->selected < 0)
    return;
  if (!rs_plot_get_number (plot, &series->points[series->selected], &value))
    {
      if (!rs_plot_get_bound (plot, &series->points[series->selected], &value) ||
          series->selected == find_named_point (plot, series))
        return;
    }
  else if (series->selected == rs_plot_get_last (plot, series))
    return;
  text = rs_drawing_describe_value (drawing, index, (guint) series->selected);
  label = rs_label (RS_PART_LABEL, text, drawing->type.label,
                    &drawing->theme->series_text[rs_named_get_color (plot, in_panel)]);
  label.weight = RS_WEIGHT_BOLD;
  label.datum = (RsDatum){ (int) index, series->selected };
  at = rs_plot_map (plot, series->points[series->selected].period, value);
  if (!rs_direct_label_put_beside (drawing, &label, at, 9 * drawing->type.stroke_scale, FALSE) &&
      !(plot->panel->n_series == 1 && put_on_rule (plot, &label, at.x)))
    rs_drawing_leave_out (drawing, "labels", 1);
}

/* A bound has no place on a scale of its own: its words say what the sign does not. */
void
rs_named_label_bounds (RsPlot *plot, guint in_panel)
{
  RsDrawing *drawing = plot->drawing;
  guint index = plot->panel->series[in_panel];
  const RsSeries *series = rs_frame_get_series (drawing->frame, index);
  int named = find_named_point (plot, series);

  if (rs_named_get_rank (plot, in_panel) < 0)
    return;
  for (guint i = 0; i < series->n_points; i++)
    {
      g_autofree char *text = NULL;
      RsLabel label;
      double bound;

      if ((int) i == series->selected || (int) i == named ||
          !rs_plot_get_bound (plot, &series->points[i], &bound))
        continue;
      text = rs_drawing_describe_value (drawing, index, i);
      label = rs_label (RS_PART_LABEL, text, drawing->type.tick,
                        &drawing->theme->series_text[rs_named_get_color (plot, in_panel)]);
      label.datum = (RsDatum){ (int) index, (int) i };
      if (!rs_direct_label_put_beside (drawing, &label,
                                       rs_plot_map (plot, series->points[i].period, bound),
                                       9 * drawing->type.stroke_scale, FALSE))
        rs_drawing_leave_out (drawing, "labels", 1);
    }
}

char *
rs_named_describe_bounds (const RsDrawing *drawing)
{
  double bound;

  for (guint s = 0; s < rs_frame_get_n_series (drawing->frame); s++)
    {
      const RsSeries *series = rs_frame_get_series (drawing->frame, s);

      for (guint i = 0; i < series->n_points; i++)
        if (rs_frame_point_get_bound (&series->points[i], &bound))
          /* Translators: explains a mark on a chart. */
          return g_strdup (rs_tr (drawing->language, "arrow: only a bound is known"));
    }
  return NULL;
}

void
rs_named_draw_chosen_rule (RsPlot *plot)
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

void
rs_named_draw_names (RsPlot *plot, gboolean joined)
{
  Names self = collect_labels (plot);

  rs_direct_labels_measure (plot->drawing, self.labels, self.n_labels, self.max_width);
  for (guint i = 0; i < self.n_labels; i++)
    {
      const RsSeries *series =
        rs_frame_get_series (plot->drawing->frame, (guint) self.labels[i].datum.series);
      const RsFramePoint *point = &series->points[self.labels[i].datum.point];
      double value = point->observation.value;

      if (rs_frame_point_get_number (point, &value) || rs_frame_point_get_bound (point, &value))
        self.labels[i].at = rs_plot_map (plot, point->period, value);
    }
  if (plot->legend)
    {
      double height = lay_out_legend (&self, plot->bounds, joined, FALSE);

      lay_out_legend (&self,
                      rs_rect (plot->bounds.x, plot->area.y - plot->values.line_px / 2 - height,
                               plot->bounds.width, 0),
                      joined, TRUE);
    }
  else
    plot->n_missed +=
      rs_direct_labels_draw (plot->drawing, self.labels, self.n_labels, plot->area, self.max_width);
  clear_labels (&self);
}

static gboolean
has_figure (const RsPlot *plot, const RsFramePoint *point)
{
  double value;

  return rs_plot_get_number (plot, point, &value) || rs_plot_get_bound (plot, point, &value);
}

void
rs_named_draw_gaps (RsPlot *plot)
{
  RsDrawing *drawing = plot->drawing;
  double unit = drawing->type.stroke_scale;
  const RsSeries *first = rs_frame_get_series (drawing->frame, plot->panel->series[0]);

  if (rs_time_axis_get_step_px (&plot->time) < GAP_ROOM_PX * unit)
    return;
  for (guint i = 0; i < first->n_points; i++)
    {
      gboolean any = !rs_plot_has_place (plot, first->points[i].period);

      for (guint s = 0; s < plot->panel->n_series && !any; s++)
        {
          const RsSeries *series = rs_frame_get_series (drawing->frame, plot->panel->series[s]);

          any = i < series->n_points && has_figure (plot, &series->points[i]);
        }
      if (!any)
        rs_drawing_add_gap (drawing, (RsDatum){ (int) plot->panel->series[0], (int) i },
                            (RsPoint){ rs_time_axis_map (&plot->time, first->points[i].period),
                                       rs_rect_bottom (plot->area) - 4 * unit });
    }
}

char *
rs_named_describe_context (RsDrawing *drawing)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;
  g_autofree char *shown = NULL;
  RsChartModel model;
  guint more;

  rs_chart_model_init (&model, drawing, FALSE);
  for (guint p = 0; p < model.n_panels; p++)
    for (guint i = 0; i < model.panels[p].n_series; i++)
      {
        RsPlot plot = { .drawing = drawing, .model = &model, .panel = &model.panels[p] };
        const RsSeries *series = rs_frame_get_series (drawing->frame, model.panels[p].series[i]);

        if (rs_named_get_rank (&plot, i) < 0 && find_named_point (&plot, series) >= 0)
          g_ptr_array_add (names, series->label);
      }
  rs_chart_model_clear (&model);
  if (names->len == 0)
    return NULL;
  more = names->len > MAX_CONTEXT_NAMES ? names->len - MAX_CONTEXT_NAMES : 0;
  g_ptr_array_set_size (names, (int) (names->len - more));
  g_ptr_array_add (names, NULL);
  /* Translators: between the entries of a list in a sentence. */
  shown = g_strjoinv (rs_trc (drawing->language, "list", ", "), (char **) names->pdata);
  /* Translators: a list of names, then how many more there are. */
  list = more > 0
           ? g_strdup_printf (
               rs_trn (drawing->language, "%s and %u other", "%s and %u others", more), shown, more)
           : g_steal_pointer (&shown);
  /* Translators: whose line stands in the background of all small charts. */
  return g_strdup_printf (rs_tr (drawing->language, "grey: %s"), list);
}
