/* SPDX-License-Identifier: GPL-3.0-or-later
 * A frame read as a chart: panels, domains, spans of time. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/chart-model.h"

#include <math.h>

#include "chart/series-colors.h"
#include "chart/theme.h"

/* Lines whose lowest point lies under this share of the highest may as well start at zero: nothing
 * is won by cutting the axis. */
#define CUT_SHARE 0.4
/* Slopes of one series that are looked at. */
#define MAX_SLOPES 2000

static const RsCategory *
get_indicator (const RsFrame *frame, const RsSeries *series)
{
  const RsDimension *metric = rs_dataset_get_metric (rs_frame_get_dataset (frame));

  if (metric == NULL || series->indicator >= metric->n_categories)
    return NULL;
  return &metric->categories[series->indicator];
}

RsNature
rs_chart_model_get_nature (const RsFrame *frame, const RsSeries *series)
{
  const RsCategory *indicator = get_indicator (frame, series);

  return indicator != NULL ? indicator->nature : RS_NATURE_UNKNOWN;
}

gboolean
rs_chart_model_is_log (const RsDrawing *drawing)
{
  RsChartKind kind = rs_frame_get_kind (drawing->frame);

  return drawing->view != NULL && drawing->view->log_scale &&
         (kind == RS_CHART_LINES || kind == RS_CHART_DOTS || kind == RS_CHART_MULTIPLES);
}

static void
include_value (RsPanel *panel, double value)
{
  if (panel->log && value <= 0)
    return;
  panel->min = isnan (panel->min) ? value : MIN (panel->min, value);
  panel->max = isnan (panel->max) ? value : MAX (panel->max, value);
}

static void
include_series (RsChartModel *self,
                RsPanel *panel,
                const RsDrawing *drawing,
                const RsSeries *series)
{
  for (guint i = 0; i < series->n_points; i++)
    {
      const RsFramePoint *point = &series->points[i];
      const RsTarget *target = rs_drawing_get_target (drawing, point);
      double value;

      if (rs_frame_point_get_number (point, &value) || rs_frame_point_get_bound (point, &value))
        {
          include_value (panel, value);
          panel->n_unplaced += panel->log && value <= 0 ? 1 : 0;
        }
      if (target != NULL)
        include_value (panel, target->value);
      if (point->period.type != RS_PERIOD_NONE)
        {
          double start = rs_period_start (point->period);
          double length = rs_period_length (point->period);

          self->start = isnan (self->start) ? start : MIN (self->start, start);
          self->end = isnan (self->end) ? start + length : MAX (self->end, start + length);
          self->step = isnan (self->step) ? length : MIN (self->step, length);
        }
    }
}

/* What keeps series apart: their unit; in a chart of years also what is measured and where. */
static char *
get_panel_key (const RsFrame *frame, guint i)
{
  const RsSeries *series = rs_frame_get_series (frame, i);
  g_autofree char *unit = rs_frame_get_unit_label (frame, i, FALSE);

  if (rs_frame_get_kind (frame) == RS_CHART_YEARS)
    return g_strdup_printf ("%s/%u/%u", unit, series->indicator, series->region);
  /* Growth and level never share an axis, though both are percent (R16). */
  return g_strdup_printf ("%s/%d", unit,
                          rs_chart_model_get_nature (frame, series) == RS_NATURE_GROWTH);
}

static char *
get_heading (const RsFrame *frame, guint i)
{
  const RsSeries *series = rs_frame_get_series (frame, i);
  const RsCategory *indicator = get_indicator (frame, series);
  g_autofree char *unit = rs_frame_get_unit_label (frame, i, FALSE);
  const char *label =
    indicator != NULL ? rs_text_get (&indicator->label, rs_frame_get_language (frame)) : "";

  if (rs_frame_get_kind (frame) != RS_CHART_YEARS)
    return g_steal_pointer (&unit);
  if (unit[0] == '\0')
    return g_strdup (label);
  return g_strdup_printf ("%s · %s", label, unit);
}

static gboolean
starts_at_zero (const RsDrawing *drawing, const RsPanel *panel)
{
  if (drawing->view != NULL && drawing->view->from_zero)
    return TRUE;
  if (panel->nature == RS_NATURE_FLOW_CUMULATIVE || panel->nature == RS_NATURE_GROWTH)
    return TRUE;
  /* Below zero an axis has its zero inside or is cut as well; both are plain to see with a zero
   * line. */
  return panel->min < 0 || panel->min < panel->max * CUT_SHARE;
}

/* Told apart across the panels while there are colours enough, else in each panel. */
static void
assign_colors (RsChartModel *self, const RsFrame *frame)
{
  guint n = rs_frame_get_n_series (frame);
  g_autofree guint *all = g_new0 (guint, MAX (n, 1));
  g_autofree guint *colors = g_new0 (guint, MAX (n, 1));

  self->colors = g_new0 (guint, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    all[i] = i;
  if (n <= RS_N_SERIES_COLORS)
    {
      rs_series_colors_assign (frame, all, n, self->colors);
      return;
    }
  for (guint p = 0; p < self->n_panels; p++)
    {
      const RsPanel *panel = &self->panels[p];

      rs_series_colors_assign (frame, panel->series, panel->n_series, colors);
      for (guint i = 0; i < panel->n_series; i++)
        self->colors[panel->series[i]] = colors[i];
    }
}

void
rs_chart_model_init (RsChartModel *self, const RsDrawing *drawing, gboolean from_zero)
{
  const RsFrame *frame = drawing->frame;
  guint n = rs_frame_get_n_series (frame);
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  *self = (RsChartModel){ .start = (double) NAN, .end = (double) NAN, .step = (double) NAN };
  self->panels = g_new0 (RsPanel, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      const RsSeries *series = rs_frame_get_series (frame, i);
      g_autofree char *key = get_panel_key (frame, i);
      guint at = GPOINTER_TO_UINT (g_hash_table_lookup (by_key, key));
      RsPanel *panel;

      if (at == 0)
        {
          at = ++self->n_panels;
          panel = &self->panels[at - 1];
          *panel = (RsPanel){ .min = (double) NAN, .max = (double) NAN };
          panel->series = g_new0 (guint, n);
          panel->factor = rs_frame_get_display_unit (frame, i, FALSE).factor;
          panel->nature = rs_chart_model_get_nature (frame, series);
          panel->heading = get_heading (frame, i);
          panel->log = !from_zero && rs_chart_model_is_log (drawing);
          g_hash_table_insert (by_key, g_steal_pointer (&key), GUINT_TO_POINTER (at));
        }
      panel = &self->panels[at - 1];
      panel->series[panel->n_series++] = i;
      include_series (self, panel, drawing, series);
    }

  assign_colors (self, frame);
  for (guint i = 0; i < self->n_panels; i++)
    {
      RsPanel *panel = &self->panels[i];

      if (!isfinite (panel->factor) || panel->factor <= 0)
        panel->factor = 1;
      panel->from_zero = from_zero || (!panel->log && starts_at_zero (drawing, panel));
      if (self->n_panels == 1)
        g_clear_pointer (&panel->heading, g_free);
    }
  if (isnan (self->start))
    self->start = self->end = self->step = 0;
}

/* Of one panel: its spans are both 1. */
typedef struct
{
  const RsPanel *panel;
  double span_years;
  double span; /* of values */
  GArray *slopes;
} Slopes;

static double
get_height_of_value (const RsPanel *panel, double value)
{
  return panel->log ? log10 (value) : value;
}

static void
collect_slopes (Slopes *self, const RsSeries *series)
{
  /* A sample does for long series. */
  guint stride = 1 + series->n_points / MAX_SLOPES;

  for (guint i = 1; i < series->n_points; i += stride)
    {
      const RsFramePoint *from = &series->points[i - 1];
      const RsFramePoint *to = &series->points[i];
      double years = rs_period_start (to->period) - rs_period_start (from->period);
      double a, b, slope;

      if (!to->joined || !rs_frame_point_get_number (from, &a) ||
          !rs_frame_point_get_number (to, &b) || !(years > 0))
        continue;
      slope = fabs (get_height_of_value (self->panel, b) - get_height_of_value (self->panel, a)) /
              self->span / (years / self->span_years);
      /* What does not move has no slope to turn. */
      if (isfinite (slope) && slope > 0)
        g_array_append_val (self->slopes, slope);
    }
}

static int
compare_slopes (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

double
rs_chart_model_choose_aspect (const RsChartModel *self, const RsDrawing *drawing)
{
  g_autoptr (GArray) slopes = g_array_new (FALSE, FALSE, sizeof (double));
  gboolean years = rs_frame_get_kind (drawing->frame) == RS_CHART_YEARS;

  for (guint p = 0; p < self->n_panels; p++)
    {
      const RsPanel *panel = &self->panels[p];
      double min = panel->from_zero ? MIN (0, panel->min) : panel->min;
      double max = panel->from_zero ? MAX (0, panel->max) : panel->max;
      Slopes of_panel = {
        .panel = panel,
        .span_years = years ? 1 : self->end - self->start,
        .span = get_height_of_value (panel, max) - get_height_of_value (panel, min),
        .slopes = slopes,
      };

      for (guint i = 0; i < panel->n_series; i++)
        collect_slopes (&of_panel, rs_frame_get_series (drawing->frame, panel->series[i]));
    }
  if (slopes->len == 0)
    return RS_ASPECT_WIDEST;
  g_array_sort (slopes, compare_slopes);
  return CLAMP (g_array_index (slopes, double, slopes->len / 2), RS_ASPECT_NARROWEST,
                RS_ASPECT_WIDEST);
}

void
rs_chart_model_clear (RsChartModel *self)
{
  for (guint i = 0; i < self->n_panels; i++)
    {
      g_free (self->panels[i].series);
      g_free (self->panels[i].heading);
    }
  g_clear_pointer (&self->panels, g_free);
  g_clear_pointer (&self->colors, g_free);
  self->n_panels = 0;
}
