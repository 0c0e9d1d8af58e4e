/* SPDX-License-Identifier: GPL-3.0-or-later
 * Years: January to December along the axis, one line a year, the chosen one stands out. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/marks/marks.h"

#include <math.h>

#include "chart/labels/direct.h"
#include "chart/marks/series.h"

#define LABELS_SHARE 0.25
#define TARGET_STROKE_PX 2.0
/* How far background lines fade into the ground. */
#define QUIET 0.45

typedef enum
{
  RANK_CHOSEN,
  RANK_BEFORE,
  RANK_OTHER,
} Rank;

/* The chosen year; where none is chosen, the last one. */
static int
get_year (const RsPlot *plot)
{
  int last = 0;

  for (guint i = 0; i < plot->panel->n_series; i++)
    {
      int year = rs_frame_get_series (plot->drawing->frame, plot->panel->series[i])->year;

      if (year == plot->year)
        return year;
      last = MAX (last, year);
    }
  return plot->year != 0 ? plot->year : last;
}

static Rank
get_rank (const RsPlot *plot, const RsSeries *series)
{
  int year = get_year (plot);

  if (series->year == year)
    return RANK_CHOSEN;
  return series->year == year - 1 ? RANK_BEFORE : RANK_OTHER;
}

static RsSeriesStyle
get_style (const RsPlot *plot, Rank rank)
{
  const RsDrawing *drawing = plot->drawing;
  double unit = drawing->type.stroke_scale;
  RsSeriesStyle style = {
    .color = rs_color_mix (drawing->theme->context, drawing->theme->card, QUIET),
    .shape = RS_SHAPE_CIRCLE,
    .stroke_px = drawing->theme->stroke_px * unit * 0.7,
    .point_px = drawing->theme->point_px * unit * 0.8,
    .bare = TRUE,
    .quiet = TRUE,
  };

  switch (rank)
    {
    case RANK_CHOSEN:
      style.color = drawing->theme->series[0];
      style.stroke_px = drawing->theme->stroke_px * unit * 1.25;
      style.quiet = FALSE;
      break;
    case RANK_BEFORE:
      style.color = drawing->theme->secondary;
      style.stroke_px = drawing->theme->stroke_px * unit * 0.85;
      break;
    case RANK_OTHER:
      break;
    }
  return style;
}

static RsDirectLabel *
collect_labels (RsPlot *plot, guint *out_n)
{
  RsDirectLabel *labels = g_new0 (RsDirectLabel, MAX (plot->panel->n_series, 1));
  guint n = 0;

  /* From the newest back: where two cannot both stand, the newer one does. */
  for (guint i = plot->panel->n_series; i > 0; i--)
    {
      guint index = plot->panel->series[i - 1];
      const RsSeries *series = rs_frame_get_series (plot->drawing->frame, index);
      Rank rank = get_rank (plot, series);

      if (series->last < 0)
        continue;
      labels[n] = (RsDirectLabel){
        .datum = { (int) index, series->last },
        .name = g_strdup_printf ("%d", series->year),
        .name_color =
          rank == RANK_CHOSEN ? plot->drawing->theme->series[0] : plot->drawing->theme->secondary,
        .weight = rank == RANK_CHOSEN ? RS_WEIGHT_BOLD : RS_WEIGHT_NORMAL,
        .margin = TRUE,
        .optional = rank == RANK_OTHER,
      };
      if (rank == RANK_CHOSEN)
        labels[n].value = rs_drawing_describe_value (plot->drawing, index, (guint) series->last);
      n++;
    }
  *out_n = n;
  return labels;
}

static void
free_labels (RsDirectLabel *labels, guint n)
{
  for (guint i = 0; i < n; i++)
    rs_direct_label_clear (&labels[i]);
  g_free (labels);
}

static void
reserve (RsPlot *plot, RsInsets *insets)
{
  guint n;
  RsDirectLabel *labels = collect_labels (plot, &n);
  double widest =
    rs_direct_labels_measure (plot->drawing, labels, n, plot->bounds.width * LABELS_SHARE);

  insets->right = MAX (insets->right, widest + 11 * plot->drawing->type.stroke_scale);
  free_labels (labels, n);
}

static void
draw_targets (RsPlot *plot, guint index)
{
  RsDrawing *drawing = plot->drawing;
  const RsSeries *series = rs_frame_get_series (drawing->frame, index);
  double unit = drawing->type.stroke_scale;
  double half = (plot->time.right - plot->time.left) / 24;

  for (guint i = 0; i < series->n_points; i++)
    {
      const RsTarget *target = rs_drawing_get_target (drawing, &series->points[i]);
      RsDatum datum = { (int) index, (int) i };
      RsPoint at;

      if (target == NULL)
        continue;
      at = rs_plot_map (plot, series->points[i].period, target->value);
      rs_drawing_add_tick (drawing, RS_PART_TARGET, datum,
                           (RsPoint){ MAX (plot->area.x, at.x - half), at.y },
                           (RsPoint){ MIN (at.x + half, rs_rect_right (plot->area)), at.y },
                           &drawing->theme->target, TARGET_STROKE_PX * unit, target->derived);
    }
}

/* After the names of the years, which stand where their lines end and nowhere else. */
static void
label_targets (RsPlot *plot, guint index)
{
  RsDrawing *drawing = plot->drawing;
  const RsSeries *series = rs_frame_get_series (drawing->frame, index);

  for (guint i = 0; i < series->n_points; i++)
    {
      const RsTarget *target = rs_drawing_get_target (drawing, &series->points[i]);
      g_autofree char *text = NULL;
      RsLabel label;

      if (target == NULL)
        continue;
      text = rs_drawing_describe_target (drawing, index, target);
      label = rs_label (RS_PART_TARGET, text, drawing->type.tick, &drawing->theme->target);
      label.datum = (RsDatum){ (int) index, (int) i };
      if (!rs_direct_label_put_beside (drawing, &label,
                                       rs_plot_map (plot, series->points[i].period, target->value),
                                       5 * drawing->type.stroke_scale, FALSE))
        rs_drawing_leave_out (drawing, "targets", 1);
    }
}

static void
draw (RsPlot *plot)
{
  RsDrawing *drawing = plot->drawing;
  double month = (plot->time.right - plot->time.left) / 12;
  RsDirectLabel *labels;
  guint n;

  for (int rank = RANK_OTHER; rank >= RANK_CHOSEN; rank--)
    for (guint i = 0; i < plot->panel->n_series; i++)
      {
        guint index = plot->panel->series[i];
        const RsSeries *series = rs_frame_get_series (drawing->frame, index);
        RsSeriesStyle style = get_style (plot, (Rank) rank);

        if (get_rank (plot, series) != (Rank) rank)
          continue;
        if (rank == RANK_CHOSEN)
          draw_targets (plot, index);
        rs_series_draw (plot, index, &style);
      }
  labels = collect_labels (plot, &n);
  for (guint i = 0; i < n; i++)
    {
      const RsSeries *series = rs_frame_get_series (drawing->frame, (guint) labels[i].datum.series);
      const RsFramePoint *point = &series->points[series->last];

      labels[i].at = rs_plot_map (plot, point->period, point->observation.value);
      /* A year that stops early is labelled where it stops. */
      if (labels[i].at.x < rs_rect_right (plot->area) - 1.5 * month)
        labels[i].margin = FALSE;
    }
  for (guint i = 0; i < n; i++)
    if (!labels[i].margin && labels[i].optional)
      /* Background years that stop early would be labels in the middle of others' lines. */
      labels[i].margin = TRUE;
  rs_direct_labels_measure (drawing, labels, n, plot->bounds.width * LABELS_SHARE);
  rs_direct_labels_draw (drawing, labels, n, plot->area, plot->bounds.width * LABELS_SHARE);
  free_labels (labels, n);
  for (guint i = 0; i < plot->panel->n_series; i++)
    {
      guint index = plot->panel->series[i];

      if (get_rank (plot, rs_frame_get_series (drawing->frame, index)) == RANK_CHOSEN)
        label_targets (plot, index);
      rs_plot_add_stops (plot, index, 0, month);
    }
}

static const RsPlotKind years_kind = { FALSE, RS_TIME_AXIS_MONTHS, reserve, draw };

void
rs_marks_draw_years (RsDrawing *drawing, RsRect bounds)
{
  rs_plots_draw (drawing, bounds, &years_kind);
}

char *
rs_marks_describe_years_axis (RsDrawing *drawing, RsRect bounds)
{
  return rs_plots_describe_axis (drawing, bounds, &years_kind);
}
