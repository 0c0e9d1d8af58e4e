/* SPDX-License-Identifier: GPL-3.0-or-later
 * Names of the parts of stacked columns: beside the last column, else in a legend. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/labels/direct.h"
#include "chart/marks/columns-legend.h"
#include "chart/marks/stacked-private.h"

#define LEGEND_SHARE 0.35
/* Names beside the last column may take this share of the width. */
#define LABELS_SHARE 0.3

/* The last column with a figure, or -1. */
static int
find_last (const RsPlot *plot, const RsSeries *periods)
{
  for (int i = (int) periods->n_points - 1; i >= 0; i--)
    if (rs_stack_get (plot->drawing->frame, plot->panel, &periods->points[i]).n_known > 0)
      return i;
  return -1;
}

/* One name a part, beside the last column; NULL where that does not hold all of them. */
static RsDirectLabel *
collect_names (RsPlot *plot)
{
  const RsFrame *frame = plot->drawing->frame;
  const RsSeries *periods = rs_stack_get_periods (frame, plot->panel);
  int last = find_last (plot, periods);
  RsDirectLabel *names;
  RsStack stack;

  if (last < 0 || last + 1 < (int) periods->n_points)
    return NULL;
  stack = rs_stack_get (frame, plot->panel, &periods->points[last]);
  if (stack.n_known < plot->panel->n_series)
    return NULL;
  names = g_new0 (RsDirectLabel, stack.n_parts);
  for (guint i = 0; i < stack.n_parts; i++)
    names[i] = (RsDirectLabel){
      .datum = stack.parts[i].datum,
      .name = g_strdup (rs_frame_get_series (frame, plot->panel->series[i])->label),
      .name_color = plot->drawing->theme->series_text[plot->model->colors[plot->panel->series[i]]],
      .weight = RS_WEIGHT_BOLD,
      .margin = TRUE,
    };
  return names;
}

static void
free_names (RsDirectLabel *names, guint n)
{
  for (guint i = 0; names != NULL && i < n; i++)
    rs_direct_label_clear (&names[i]);
  g_free (names);
}

double
rs_stacked_lay_out_legend (RsPlot *plot, RsRect room, gboolean draw)
{
  RsDrawing *drawing = plot->drawing;
  guint n = MIN (plot->panel->n_series, RS_STACK_MAX_PARTS);
  RsColumnsEntry entries[RS_STACK_MAX_PARTS] = { 0 };
  double height;

  for (guint i = 0; i < n; i++)
    {
      guint index = plot->panel->series[i];
      const RsSeries *series = rs_frame_get_series (drawing->frame, index);

      entries[i] = (RsColumnsEntry){
        .datum = { (int) index, series->selected },
        .name = series->label,
        .color = drawing->theme->series[plot->model->colors[index]],
        .shape = (RsShape) (i % RS_N_SHAPES),
      };
      if (series->selected >= 0)
        {
          entries[i].value = rs_columns_describe_figure (drawing, index, (guint) series->selected);
          entries[i].brief = rs_drawing_describe_value (drawing, index, (guint) series->selected);
        }
    }
  height =
    rs_columns_legend_lay_out (drawing, entries, n, room, plot->bounds.height * LEGEND_SHARE, draw);
  for (guint i = 0; i < n; i++)
    rs_columns_entry_clear (&entries[i]);
  return height;
}

double
rs_stacked_measure_names (RsPlot *plot)
{
  guint n = MIN (plot->panel->n_series, RS_STACK_MAX_PARTS);
  RsDirectLabel *names = collect_names (plot);
  double width = 0;

  if (names != NULL)
    width = rs_direct_labels_measure (plot->drawing, names, n, plot->bounds.width * LABELS_SHARE) +
            11 * plot->drawing->type.stroke_scale;
  free_names (names, n);
  return width;
}

/* Beside the last column, at the height of their parts. */
void
rs_stacked_draw_names (RsStacked *self)
{
  RsPlot *plot = self->plot;
  guint n = MIN (plot->panel->n_series, RS_STACK_MAX_PARTS);
  RsDirectLabel *names = collect_names (plot);
  RsRect area = plot->area;

  if (names == NULL)
    {
      plot->n_missed++;
      return;
    }
  rs_stacked_take (self, self->periods->n_points - 1);
  area.width = self->x + self->width / 2 - area.x;
  for (guint i = 0; i < n; i++)
    {
      RsRect rect = rs_stacked_get_rect (self, &self->stack.parts[i]);

      names[i].at = (RsPoint){ rs_rect_right (rect), rect.y + rect.height / 2 };
    }
  rs_direct_labels_measure (plot->drawing, names, n, plot->bounds.width * LABELS_SHARE);
  plot->n_missed +=
    rs_direct_labels_draw (plot->drawing, names, n, area, plot->bounds.width * LABELS_SHARE);
  free_names (names, n);
}
