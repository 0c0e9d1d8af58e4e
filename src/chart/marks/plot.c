/* SPDX-License-Identifier: GPL-3.0-or-later
 * Panels with a value axis and a time axis, one below the other. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/marks/plot.h"

#include <math.h>

/* An area smaller than this shows nothing. */
#define AREA_MIN_WIDTH_PX 30.0
#define AREA_MIN_HEIGHT_PX 16.0
/* A panel has at least this many lines of tick text, or is left out. */
#define PANEL_MIN_LINES 5.0
#define PANEL_GAP_EM 0.8

static double
get_panel_gap (const RsDrawing *drawing)
{
  return drawing->type.tick * PANEL_GAP_EM;
}

/* As many panels as have room. */
static guint
count_panels (const RsDrawing *drawing, const RsChartModel *model, double height_px)
{
  double least = PANEL_MIN_LINES * rs_drawing_line (drawing, drawing->type.tick);
  double gap = get_panel_gap (drawing);
  guint n = model->n_panels;

  while (n > 1 && (height_px - (n - 1) * gap) / n < least)
    n--;
  return n;
}

static void
init_values (RsPlot *plot, guint n_panels)
{
  rs_value_axis_init (&plot->values, plot->drawing, plot->panel,
                      plot->drawing->chart_height_px / MAX (1, n_panels));
}

/* Unit of the panel, and where its axis starts. Returns: the height used. */
static double
draw_heading (RsPlot *plot)
{
  RsDrawing *drawing = plot->drawing;
  g_autofree char *cut = rs_value_axis_describe_cut (&plot->values, drawing, plot->panel);
  g_autofree char *text = NULL;
  RsLabel label;

  if (plot->panel->heading == NULL)
    return 0;
  text = cut != NULL ? g_strdup_printf ("%s · %s", plot->panel->heading, cut)
                     : g_strdup (plot->panel->heading);
  label = rs_label (RS_PART_LABEL, text, drawing->type.tick, &drawing->theme->secondary);
  label.max_width_px = plot->bounds.width;
  if (!rs_drawing_put (drawing, &label, plot->bounds.x, plot->bounds.y))
    rs_drawing_leave_out (drawing, "units", 1);
  return rs_drawing_measure (drawing, &label).height_px + 2;
}

static void
draw_panel_once (RsPlot *plot, const RsPlotKind *kind, guint n_panels)
{
  RsDrawing *drawing = plot->drawing;
  double unit = drawing->type.stroke_scale;
  RsInsets insets = { 0 };
  double heading;

  init_values (plot, n_panels);
  heading = draw_heading (plot);
  rs_time_axis_init (&plot->time, plot->model, kind->time);
  insets.left = plot->values.width_px + 8 * unit;
  insets.top = plot->values.line_px / 2;
  insets.bottom = rs_time_axis_get_height (&plot->time, drawing);
  insets.right = 2 * unit;
  /* The full bounds first, so that the kind can see how much there is to ask from. */
  plot->area = rs_rect_inset (plot->bounds, insets);
  if (kind->reserve != NULL)
    kind->reserve (plot, &insets);
  insets.top += heading;
  plot->area = rs_rect_inset (plot->bounds, insets);
  if (plot->area.width < AREA_MIN_WIDTH_PX || plot->area.height < AREA_MIN_HEIGHT_PX)
    {
      rs_drawing_leave_out (drawing, "panels", 1);
      rs_value_axis_clear (&plot->values);
      return;
    }
  rs_value_axis_place (&plot->values, plot->area);
  plot->time.left = plot->area.x;
  plot->time.right = rs_rect_right (plot->area);
  rs_value_axis_draw (&plot->values, drawing, plot->area);
  rs_time_axis_draw (&plot->time, drawing, plot->area, plot->year);
  kind->draw (plot);
  rs_value_axis_clear (&plot->values);
}

/* Draws into a scene that nobody sees, and learns what found no room. */
static void
try_panel (RsPlot *plot, const RsPlotKind *kind, guint n_panels)
{
  RsDrawing *drawing = plot->drawing;
  RsScene *scene = drawing->scene;
  guint taken = drawing->taken.rects->len;
  guint n_rules = drawing->rules->len;
  RsPlot trial = *plot;

  drawing->scene =
    rs_scene_new (drawing->options->width_px, drawing->options->height_px, drawing->language);
  draw_panel_once (&trial, kind, n_panels);
  rs_scene_unref (drawing->scene);
  drawing->scene = scene;
  g_array_set_size (drawing->taken.rects, taken);
  g_array_set_size (drawing->rules, n_rules);
  plot->legend = trial.n_missed > 0;
}

static void
draw_panel (RsPlot *plot, const RsPlotKind *kind, guint n_panels)
{
  if (kind->trial && plot->panel->n_series > 1)
    try_panel (plot, kind, n_panels);
  draw_panel_once (plot, kind, n_panels);
}

static void
init_model (RsChartModel *model, const RsDrawing *drawing, const RsPlotKind *kind)
{
  rs_chart_model_init (model, drawing, kind->from_zero);
  for (guint i = 0; kind->fit != NULL && i < model->n_panels; i++)
    kind->fit (drawing, &model->panels[i]);
}

void
rs_plots_draw (RsDrawing *drawing, RsRect bounds, const RsPlotKind *kind)
{
  RsChartModel model;
  RsBandScale bands;
  guint n;

  init_model (&model, drawing, kind);
  n = count_panels (drawing, &model, drawing->chart_height_px);
  rs_band_scale_init (&bands, n, get_panel_gap (drawing), bounds.y, rs_rect_bottom (bounds));
  for (guint i = 0; i < n; i++)
    {
      RsPlot plot = {
        .drawing = drawing,
        .model = &model,
        .panel = &model.panels[i],
        .bounds = rs_rect (bounds.x, rs_band_scale_map (&bands, i), bounds.width, bands.size_px),
        .year = rs_frame_get_year (drawing->frame),
      };

      draw_panel (&plot, kind, n);
      rs_drawing_leave_out (drawing, "figures", plot.panel->n_unplaced);
    }
  rs_drawing_leave_out (drawing, "panels", model.n_panels - n);
  rs_chart_model_clear (&model);
}

char *
rs_plots_describe_axis (RsDrawing *drawing, RsRect bounds, const RsPlotKind *kind)
{
  RsChartModel model;
  char *text = NULL;

  init_model (&model, drawing, kind);
  if (model.n_panels == 1)
    {
      RsPlot plot = {
        .drawing = drawing, .model = &model, .panel = &model.panels[0], .bounds = bounds
      };

      init_values (&plot, 1);
      text = rs_value_axis_describe_cut (&plot.values, drawing, plot.panel);
      rs_value_axis_clear (&plot.values);
    }
  rs_chart_model_clear (&model);
  return text;
}

char *
rs_plots_describe_targets (const RsDrawing *drawing)
{
  for (guint i = 0; i < rs_frame_get_n_series (drawing->frame); i++)
    {
      const RsSeries *series = rs_frame_get_series (drawing->frame, i);

      for (guint j = 0; j < series->n_points; j++)
        if (rs_drawing_get_target (drawing, &series->points[j]) != NULL)
          return g_strdup (rs_tr (drawing->language, "tick: target"));
    }
  return NULL;
}

RsPoint
rs_plot_map (const RsPlot *plot, RsPeriod period, double value)
{
  return (RsPoint){ rs_time_axis_map (&plot->time, period),
                    rs_scale_map (&plot->values.scale, value) };
}

gboolean
rs_plot_has_place (const RsPlot *plot, RsPeriod period)
{
  return period.type != RS_PERIOD_NONE || !(plot->model->end > plot->model->start);
}

gboolean
rs_plot_get_number (const RsPlot *plot, const RsFramePoint *point, double *out_value)
{
  return rs_frame_point_get_number (point, out_value) && rs_plot_has_place (plot, point->period) &&
         rs_scale_can_map (&plot->values.scale, *out_value);
}

gboolean
rs_plot_get_bound (const RsPlot *plot, const RsFramePoint *point, double *out_bound)
{
  return rs_frame_point_get_bound (point, out_bound) && rs_plot_has_place (plot, point->period) &&
         rs_scale_can_map (&plot->values.scale, *out_bound);
}

const RsTarget *
rs_plot_get_target (const RsPlot *plot, const RsFramePoint *point)
{
  const RsTarget *target = rs_drawing_get_target (plot->drawing, point);

  if (target == NULL || !rs_plot_has_place (plot, point->period) ||
      !rs_scale_can_map (&plot->values.scale, target->value))
    return NULL;
  return target;
}

int
rs_plot_get_last (const RsPlot *plot, const RsSeries *series)
{
  double value;

  for (int i = series->last; i >= 0; i--)
    if (rs_plot_get_number (plot, &series->points[i], &value))
      return i;
  return -1;
}

void
rs_plot_draw_chosen (RsPlot *plot, RsPeriod period)
{
  RsDrawing *drawing = plot->drawing;
  double x = rs_time_axis_map (&plot->time, period);
  RsMark *mark =
    rs_scene_add_line (drawing->scene, RS_PART_SELECTED, (RsPoint){ x, plot->area.y },
                       (RsPoint){ x, rs_rect_bottom (plot->area) }, &drawing->theme->axis,
                       drawing->theme->hairline_px * drawing->type.stroke_scale);

  mark->dash = RS_DASH_SHORT;
  mark->crisp = TRUE;
}

void
rs_plot_draw_break (RsPlot *plot, RsDatum datum, RsPeriod before, RsPeriod after)
{
  RsDrawing *drawing = plot->drawing;
  double x = (rs_time_axis_map (&plot->time, before) + rs_time_axis_map (&plot->time, after)) / 2;
  RsMark *mark =
    rs_scene_add_line (drawing->scene, RS_PART_BREAK, (RsPoint){ x, plot->area.y },
                       (RsPoint){ x, rs_rect_bottom (plot->area) }, &drawing->theme->secondary,
                       drawing->theme->hairline_px * drawing->type.stroke_scale);

  mark->dash = RS_DASH_LONG;
  mark->crisp = TRUE;
  mark->datum = datum;
  rs_collider_add_line (&drawing->taken, (RsPoint){ x, plot->area.y },
                        (RsPoint){ x, rs_rect_bottom (plot->area) }, 1);
  rs_drawing_name_rule (drawing, RS_PART_BREAK, datum,
                        rs_trc (drawing->language, "series", "break"), x, plot->area.y,
                        rs_rect_bottom (plot->area));
}

void
rs_plot_add_stops (RsPlot *plot, guint series, double offset_px, double width_px)
{
  RsDrawing *drawing = plot->drawing;
  const RsSeries *s = rs_frame_get_series (drawing->frame, series);

  for (guint i = 0; i < s->n_points; i++)
    {
      const RsFramePoint *point = &s->points[i];
      const RsTarget *target = rs_drawing_get_target (drawing, point);
      gboolean inside = (int) i > s->first && (int) i < s->last;
      double value;
      RsPoint at;

      if (!rs_plot_has_place (plot, point->period))
        {
          rs_drawing_leave_out (drawing, "figures",
                                rs_frame_point_get_number (point, &value) ? 1 : 0);
          continue;
        }
      if (!rs_frame_point_get_number (point, &value) && !rs_frame_point_get_bound (point, &value))
        {
          /* A hole inside a series has a stop as well: it says why there is nothing. */
          if (target == NULL && !inside && (int) i != s->selected)
            continue;
          value = target != NULL ? target->value : plot->values.scale.min;
        }
      /* What has no place on the axis can still be asked for, at its foot. */
      if (!rs_scale_can_map (&plot->values.scale, value))
        value = plot->values.scale.min;
      at = rs_plot_map (plot, point->period, value);
      at.x += offset_px;
      at.y = CLAMP (at.y, plot->area.y, rs_rect_bottom (plot->area));
      rs_scene_add_stop (drawing->scene, (RsDatum){ (int) series, (int) i }, at,
                         rs_rect (at.x - width_px / 2, plot->area.y, width_px, plot->area.height));
    }
}
