/* SPDX-License-Identifier: GPL-3.0-or-later
 * A range of periods in a figure whose time runs along the page. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/span.h"

#include <math.h>

#include "chart/drawing.h"

/* What is not chosen can still be read through the band. */
#define BAND_ALPHA 0.16
#define LABEL_GAP_PX 4.0

gboolean
rs_figure_has_time (const RsFrame *frame)
{
  switch (rs_frame_get_kind (frame))
    {
    case RS_CHART_COLUMNS:
    case RS_CHART_LINES:
    case RS_CHART_STACKED:
    case RS_CHART_AREAS:
    case RS_CHART_DOTS:
    case RS_CHART_HEAT:
      return TRUE;
    case RS_CHART_AUTO:
    case RS_CHART_BARS:
    case RS_CHART_YEARS: /* the months of all years lie over each other */
    case RS_CHART_FIGURES:
    case RS_CHART_RANKED:
    case RS_CHART_SLOPE:
    case RS_CHART_DUMBBELL:
    case RS_CHART_BULLET:
    case RS_CHART_MULTIPLES: /* each panel has its own axis */
    case RS_CHART_TILES:
    case RS_CHART_SPARKLINE:
      return FALSE;
    }
  return FALSE;
}

/* Data that have a place and a period; FALSE for a stop of anything else. */
static gboolean
get_stop (const RsScene *scene,
          const RsFrame *frame,
          guint i,
          RsPeriod *out_period,
          RsPoint *out_at,
          RsRect *out_hit)
{
  RsDatum datum;
  const RsSeries *series;

  rs_scene_get_stop (scene, i, &datum, out_at, out_hit);
  if (datum.series < 0 || (guint) datum.series >= rs_frame_get_n_series (frame) || datum.point < 0)
    return FALSE;
  series = rs_frame_get_series (frame, (guint) datum.series);
  if ((guint) datum.point >= series->n_points)
    return FALSE;
  *out_period = series->points[datum.point].period;
  return out_period->type != RS_PERIOD_NONE;
}

static RsRect
unite (RsRect a, RsRect b)
{
  double left = MIN (a.x, b.x), top = MIN (a.y, b.y);

  return rs_rect (left, top, MAX (rs_rect_right (a), rs_rect_right (b)) - left,
                  MAX (rs_rect_bottom (a), rs_rect_bottom (b)) - top);
}

gboolean
rs_figure_get_span (
  const RsScene *scene, const RsFrame *frame, RsPeriod first, RsPeriod last, RsSpan *out_span)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  RsRect all = { 0 };
  gboolean any = FALSE;

  if (!rs_figure_has_time (frame))
    return FALSE;
  if (rs_period_compare (first, last) > 0)
    {
      RsPeriod swapped = first;

      first = last;
      last = swapped;
    }
  *out_span = (RsSpan){ .first = first, .last = last };
  for (guint i = 0; i < rs_scene_get_n_stops (scene); i++)
    {
      RsPeriod period;
      RsPoint at;
      RsRect hit;
      gint64 key;

      if (!get_stop (scene, frame, i, &period, &at, &hit))
        continue;
      all = any ? unite (all, hit) : hit;
      any = TRUE;
      if (rs_period_compare (period, first) < 0 || rs_period_compare (period, last) > 0)
        continue;
      out_span->band = out_span->n_periods > 0 ? unite (out_span->band, hit) : hit;
      key = (gint64) period.year * 1000 + period.index;
      if (g_hash_table_add (seen, g_memdup2 (&key, sizeof key)))
        out_span->n_periods++;
    }
  /* As high as the plot, also where a series of it has nothing in these periods. */
  out_span->band.y = all.y;
  out_span->band.height = all.height;
  return out_span->n_periods > 0;
}

static gboolean
find_nearest (const RsScene *scene, const RsFrame *frame, double x, RsPeriod *out_period)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < rs_scene_get_n_stops (scene); i++)
    {
      RsPeriod period;
      RsPoint at;
      RsRect hit;

      if (!get_stop (scene, frame, i, &period, &at, &hit) || fabs (at.x - x) >= best)
        continue;
      best = fabs (at.x - x);
      *out_period = period;
    }
  return best < G_MAXDOUBLE;
}

gboolean
rs_figure_find_span (
  const RsScene *scene, const RsFrame *frame, double from_x, double to_x, RsSpan *out_span)
{
  RsPeriod first, last;

  g_return_val_if_fail (scene != NULL && frame != NULL && out_span != NULL, FALSE);

  return rs_figure_has_time (frame) && find_nearest (scene, frame, from_x, &first) &&
         find_nearest (scene, frame, to_x, &last) &&
         rs_figure_get_span (scene, frame, first, last, out_span);
}

gboolean
rs_figure_get_whole_span (const RsScene *scene, const RsFrame *frame, RsSpan *out_span)
{
  RsPeriod first = { 0 }, last = { 0 };
  gboolean any = FALSE;

  g_return_val_if_fail (scene != NULL && frame != NULL && out_span != NULL, FALSE);

  for (guint i = 0; i < rs_scene_get_n_stops (scene); i++)
    {
      RsPeriod period;
      RsPoint at;
      RsRect hit;

      if (!get_stop (scene, frame, i, &period, &at, &hit))
        continue;
      if (!any || rs_period_compare (period, first) < 0)
        first = period;
      if (!any || rs_period_compare (period, last) > 0)
        last = period;
      any = TRUE;
    }
  return any && rs_figure_get_span (scene, frame, first, last, out_span);
}

char *
rs_span_to_label (const RsSpan *self, RsLanguage language)
{
  g_autofree char *first = rs_period_to_label (self->first, language);
  g_autofree char *last = NULL;

  if (rs_period_equal (self->first, self->last))
    return g_steal_pointer (&first);
  last = rs_period_to_label (self->last, language);
  return g_strdup_printf ("%s–%s", first, last);
}

/* Over the band where there is room for it, and never out of the picture. */
static void
draw_label (RsDrawing *drawing, const RsSpan *span)
{
  g_autofree char *text = rs_span_to_label (span, drawing->language);
  RsLabel label = rs_label (RS_PART_TOOLTIP, text, drawing->type.label, &drawing->theme->text);
  RsTextExtents extents;
  double half, x;

  label.weight = RS_WEIGHT_BOLD;
  label.align = RS_ALIGN_MIDDLE;
  label.plate = &drawing->theme->card;
  extents = rs_drawing_measure (drawing, &label);
  half = extents.width_px / 2 + LABEL_GAP_PX;
  x = span->band.x + span->band.width / 2;
  if (drawing->options->width_px > 2 * half)
    x = CLAMP (x, half, drawing->options->width_px - half);
  rs_drawing_put (drawing, &label, x, span->band.y + LABEL_GAP_PX);
}

RsScene *
rs_figure_span_overlay (const RsScene *scene,
                        const RsFrame *frame,
                        const RsSpan *span,
                        const RsFigureOptions *options,
                        RsTextMetrics *metrics)
{
  RsScene *overlay;
  RsFigureOptions sane;
  RsDrawing drawing;
  RsColor fill;

  g_return_val_if_fail (scene != NULL && frame != NULL && span != NULL, NULL);
  g_return_val_if_fail (options != NULL && options->theme != NULL, NULL);
  g_return_val_if_fail (metrics != NULL, NULL);

  sane = *options;
  sane.width_px = rs_scene_get_width (scene);
  sane.height_px = rs_scene_get_height (scene);
  overlay = rs_scene_new (sane.width_px, sane.height_px, rs_scene_get_language (scene));
  if (span->n_periods > 0)
    {
      rs_drawing_init (&drawing, frame, &sane, metrics, overlay);
      fill = drawing.theme->focus;
      fill.alpha *= BAND_ALPHA;
      rs_scene_add_rect (overlay, RS_PART_SELECTED, span->band, &fill, &drawing.theme->focus,
                         drawing.theme->hairline_px * drawing.type.stroke_scale);
      draw_label (&drawing, span);
      rs_drawing_clear (&drawing);
    }
  rs_scene_seal (overlay);
  return overlay;
}
