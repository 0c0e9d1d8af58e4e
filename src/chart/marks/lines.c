/* SPDX-License-Identifier: GPL-3.0-or-later
 * Lines: one a measure over time, joined only where that is legal, labelled at their ends. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/marks/marks.h"

#include "chart/marks/named-series.h"
#include "chart/marks/plot-targets.h"

static void
reserve (RsPlot *plot, RsInsets *insets)
{
  rs_named_reserve (plot, insets, TRUE);
}

/* Where several lines have targets, each target has the colour of its line, and its words that of
 * the line's name. */
static const RsColor *
get_target_color (const RsPlot *plot, guint in_panel, gboolean text)
{
  const RsTheme *theme = plot->drawing->theme;
  guint color;

  if (plot->panel->n_series == 1)
    return &theme->target;
  color = rs_named_get_color (plot, in_panel);
  return text ? &theme->series_text[color] : &theme->series[color];
}

static void
label_targets (RsPlot *plot, gboolean chosen)
{
  for (guint i = 0; i < plot->panel->n_series; i++)
    if (rs_named_get_rank (plot, i) >= 0)
      rs_plot_label_targets (plot, i, get_target_color (plot, i, TRUE), chosen);
}

/* Background lines first, then the bright ones, the most important on top. */
static void
draw_series (RsPlot *plot)
{
  for (int pass = 0; pass < 2; pass++)
    for (guint i = plot->panel->n_series; i > 0; i--)
      {
        RsSeriesStyle style = rs_named_get_style (plot, i - 1);

        if (style.quiet == (pass == 0))
          rs_series_draw (plot, plot->panel->series[i - 1], &style);
      }
}

static void
draw (RsPlot *plot)
{
  guint n = plot->panel->n_series;
  double step = rs_time_axis_get_step_px (&plot->time);

  rs_named_draw_chosen_rule (plot);
  for (guint i = 0; i < n; i++)
    if (rs_named_get_rank (plot, i) >= 0)
      rs_plot_draw_targets (plot, i, get_target_color (plot, i, FALSE));
  draw_series (plot);
  for (guint i = 0; i < n; i++)
    rs_named_label_chosen (plot, i);
  /* The chosen year's rule outranks the names of lines; the other rules do not. */
  label_targets (plot, TRUE);
  rs_named_draw_names (plot, TRUE);
  label_targets (plot, FALSE);
  for (guint i = 0; i < n; i++)
    rs_named_label_bounds (plot, i);
  for (guint i = 0; i < n; i++)
    rs_plot_add_stops (plot, plot->panel->series[i], 0, step);
}

static const RsPlotKind lines_kind = { FALSE, RS_TIME_AXIS_POINTS, reserve, draw, TRUE, NULL };

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
  g_autofree char *context = rs_named_describe_context (drawing);
  g_autofree char *bounds_text = rs_named_describe_bounds (drawing);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  if (context != NULL)
    g_ptr_array_add (parts, context);
  if (bounds_text != NULL)
    g_ptr_array_add (parts, bounds_text);
  if (targets != NULL)
    g_ptr_array_add (parts, targets);
  if (axis != NULL)
    g_ptr_array_add (parts, axis);
  g_ptr_array_add (parts, NULL);
  return parts->len > 1 ? g_strjoinv (" · ", (char **) parts->pdata) : NULL;
}
