/* SPDX-License-Identifier: GPL-3.0-or-later
 * Dots: one a period, joined by nothing, so that nothing is said of what lies between. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/marks/marks.h"

#include <math.h>

#include "chart/marks/named-series.h"
#include "chart/marks/plot-targets.h"

/* Dots are larger than markers on lines, as nothing leads to them; on dense axes they shrink to
 * this share of a period, down to a least diameter. */
#define LARGER 1.35
#define DENSE_SHARE 0.9
#define LEAST_PX 2.4
/* A chosen diamond is so many times as high as a dot; between axis and labels are so many px. */
#define REACH (1.25 * 1.35)
#define FOOT_PX 5.0
/* Background dots, as a share of the others. */
#define QUIET_SHARE 0.7
/* From a dot to its number. */
#define LABEL_GAP_PX 3.0

/* The largest diameter at which not even the chosen dot, as a diamond, reaches from its place down
 * to the labels of time. */
static double
get_largest (const RsPlot *plot)
{
  const RsFrame *frame = plot->drawing->frame;
  double lowest = plot->area.y;

  for (guint s = 0; s < plot->panel->n_series; s++)
    {
      const RsSeries *series = rs_frame_get_series (frame, plot->panel->series[s]);
      double value;

      for (guint i = 0; i < series->n_points; i++)
        if (rs_plot_get_number (plot, &series->points[i], &value))
          lowest = MAX (lowest, rs_plot_map (plot, series->points[i].period, value).y);
    }
  return 2 / REACH *
         (rs_rect_bottom (plot->area) - lowest + FOOT_PX * plot->drawing->type.stroke_scale);
}

static RsSeriesStyle
get_style (const RsPlot *plot, guint in_panel, double largest)
{
  double step = rs_time_axis_get_step_px (&plot->time);
  double unit = plot->drawing->type.stroke_scale;
  RsSeriesStyle style = rs_named_get_style (plot, in_panel);

  style.unjoined = TRUE;
  style.point_px *= style.quiet ? QUIET_SHARE : LARGER;
  style.point_px = MIN (style.point_px, MIN (step * DENSE_SHARE, largest));
  style.point_px = MAX (style.point_px, LEAST_PX * unit);
  return style;
}

/* Of a tick, or of its text; among several series it is that of the series. */
static const RsColor *
get_target_color (const RsPlot *plot, guint in_panel, gboolean text)
{
  const RsTheme *theme = plot->drawing->theme;
  guint color = rs_named_get_color (plot, in_panel);

  if (plot->panel->n_series == 1)
    return &theme->target;
  return text ? &theme->series_text[color] : &theme->series[color];
}

/* Background dots first, then the bright ones, the most important on top. */
static void
draw_dots (RsPlot *plot, double largest)
{
  for (int pass = 0; pass < 2; pass++)
    for (guint i = plot->panel->n_series; i > 0; i--)
      {
        RsSeriesStyle style = get_style (plot, i - 1, largest);

        if (style.quiet == (pass == 0))
          rs_series_draw (plot, plot->panel->series[i - 1], &style);
      }
}

/* The numbers of a series that is alone, over or under their dots: all of one line or none, as
 * single ones would seem to stand out. */
static void
label_all (RsPlot *plot, double largest)
{
  RsDrawing *drawing = plot->drawing;
  guint index = plot->panel->series[0];
  const RsSeries *series = rs_frame_get_series (drawing->frame, index);
  double step = rs_time_axis_get_step_px (&plot->time);
  double off =
    get_style (plot, 0, largest).point_px / 2 + LABEL_GAP_PX * drawing->type.stroke_scale;

  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < series->n_points; i++)
      {
        g_autofree char *text = NULL;
        double value, height;
        RsLabel label;
        RsPoint at;

        if ((int) i == series->selected || (int) i == rs_plot_get_last (plot, series) ||
            !rs_plot_get_number (plot, &series->points[i], &value))
          continue;
        text = rs_drawing_describe_value (drawing, index, i);
        label = rs_label (RS_PART_LABEL, text, drawing->type.tick, &drawing->theme->secondary);
        if (pass == 0)
          {
            if (rs_drawing_measure (drawing, &label).width_px > step - 4)
              return;
            continue;
          }
        at = rs_plot_map (plot, series->points[i].period, value);
        height = rs_drawing_measure (drawing, &label).height_px;
        label.align = RS_ALIGN_MIDDLE;
        label.avoid = RS_OBSTACLE_INK;
        label.datum = (RsDatum){ (int) index, (int) i };
        if (!rs_drawing_put (drawing, &label, at.x, at.y - off - height) &&
            !rs_drawing_put (drawing, &label, at.x, at.y + off))
          rs_drawing_leave_out (drawing, "labels", 1);
      }
}

static void
reserve (RsPlot *plot, RsInsets *insets)
{
  rs_named_reserve (plot, insets, FALSE);
}

static void
draw (RsPlot *plot)
{
  guint n = plot->panel->n_series;
  double step = rs_time_axis_get_step_px (&plot->time);
  double largest = get_largest (plot);

  rs_named_draw_chosen_rule (plot);
  rs_named_draw_gaps (plot);
  for (guint i = 0; i < n; i++)
    if (rs_named_get_rank (plot, i) >= 0)
      rs_plot_draw_targets (plot, i, get_target_color (plot, i, FALSE));
  draw_dots (plot, largest);
  for (guint i = 0; i < n; i++)
    rs_named_label_chosen (plot, i);
  for (guint i = 0; i < n; i++)
    if (rs_named_get_rank (plot, i) >= 0)
      rs_plot_label_targets (plot, i, get_target_color (plot, i, TRUE), TRUE);
  rs_named_draw_names (plot, FALSE);
  for (guint i = 0; i < n; i++)
    if (rs_named_get_rank (plot, i) >= 0)
      rs_plot_label_targets (plot, i, get_target_color (plot, i, TRUE), FALSE);
  for (guint i = 0; i < n; i++)
    rs_named_label_bounds (plot, i);
  if (n == 1)
    label_all (plot, largest);
  for (guint i = 0; i < n; i++)
    rs_plot_add_stops (plot, plot->panel->series[i], 0, step);
}

static const RsPlotKind dots_kind = { FALSE, RS_TIME_AXIS_POINTS, reserve, draw, TRUE, NULL };

void
rs_marks_draw_dots (RsDrawing *drawing, RsRect bounds)
{
  rs_plots_draw (drawing, bounds, &dots_kind);
}

static char *
join_remarks (char *targets, char *axis)
{
  char *both = NULL;

  if (targets == NULL || axis == NULL)
    return targets != NULL ? targets : axis;
  both = g_strdup_printf ("%s · %s", targets, axis);
  g_free (targets);
  g_free (axis);
  return both;
}

char *
rs_marks_describe_dots_axis (RsDrawing *drawing, RsRect bounds)
{
  return join_remarks (
    join_remarks (rs_named_describe_context (drawing), rs_named_describe_bounds (drawing)),
    join_remarks (rs_plots_describe_targets (drawing),
                  rs_plots_describe_axis (drawing, bounds, &dots_kind)));
}
