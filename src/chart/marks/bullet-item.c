/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a row of a bullet chart says and shows. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/marks/bullet-item.h"

#include <math.h>

#include "chart/chart-model.h"
#include "chart/marks/row-bar.h"
#include "query/summary.h"

RsBulletItem
rs_bullet_item_get (const RsDrawing *drawing, guint index, gboolean with_unit)
{
  const RsFrame *frame = drawing->frame;
  const RsSeries *series = rs_frame_get_series (frame, index);
  RsBulletItem item = { .index = index,
                        .series = series,
                        .datum = { (int) index, series->selected },
                        .value = (double) NAN,
                        .before = (double) NAN };
  guint point = (guint) series->selected;

  if (series->selected < 0)
    {
      item.value_text = g_strdup (rs_tr (drawing->language, "no figure"));
      item.target_text = g_strdup ("");
      item.verdict_text = g_strdup ("");
      return item;
    }
  item.point = &series->points[series->selected];
  item.has_value = rs_frame_point_get_number (item.point, &item.value);
  if (!item.has_value)
    item.is_bound = rs_frame_point_get_bound (item.point, &item.value);
  if (!rs_row_get_earlier (series, item.point, &item.before))
    item.before = (double) NAN;
  item.target = rs_drawing_get_target (drawing, item.point);
  if (!item.has_value && !item.is_bound && item.point->observation.reason == RS_REASON_MISSING)
    item.value_text = g_strdup (rs_tr (drawing->language, "no figure"));
  else if (with_unit || item.is_bound)
    {
      g_autofree char *value = rs_summary_value_with_unit (frame, index, point);
      g_autofree char *marks = rs_summary_marks (frame, index, point);

      item.value_text = rs_drawing_join_marks (value, item.has_value ? marks : "");
    }
  else
    item.value_text = rs_drawing_describe_value (drawing, index, point);
  if (item.target == NULL)
    item.target_text = g_strdup ("");
  else if (with_unit)
    item.target_text = rs_summary_target (frame, index, point);
  else
    {
      g_autofree char *rule = rs_drawing_describe_target (drawing, index, item.target);
      g_autofree char *period = rs_period_to_label (item.point->period, drawing->language);

      item.target_text =
        g_strdup_printf (rs_trc (drawing->language, "target", "%s (%s)"), rule, period);
    }
  item.verdict_text =
    item.target != NULL ? rs_summary_verdict (frame, index, point) : g_strdup ("");
  return item;
}

void
rs_bullet_item_clear (RsBulletItem *self)
{
  g_clear_pointer (&self->value_text, g_free);
  g_clear_pointer (&self->target_text, g_free);
  g_clear_pointer (&self->verdict_text, g_free);
}

gboolean
rs_bullet_has_ranges (const RsFrame *frame, const RsBulletItem *item)
{
  if (item->target == NULL || item->target->op != RS_OPERATOR_AT_LEAST ||
      !(item->target->value > 0))
    return FALSE;
  switch (rs_chart_model_get_nature (frame, item->series))
    {
    case RS_NATURE_FLOW:
    case RS_NATURE_FLOW_CUMULATIVE:
    case RS_NATURE_STOCK:
      return TRUE;
    case RS_NATURE_UNKNOWN:
    case RS_NATURE_RATE:
    case RS_NATURE_GROWTH:
      return FALSE;
    }
  return FALSE;
}

static void
include (double value, double *min, double *max)
{
  if (!isfinite (value))
    return;
  *min = MIN (*min, value);
  *max = MAX (*max, value);
}

static void
include_item (const RsBulletItem *item, double *min, double *max)
{
  include (item->value, min, max);
  include (item->before, min, max);
  if (item->target != NULL)
    include (item->target->value, min, max);
}

void
rs_bullet_init_axis (
  const RsDrawing *drawing, RsRowAxis *axis, const guint *series, guint n, double room_px)
{
  double min = 0, max = 0;
  gboolean is_rate = n > 0;

  for (guint i = 0; i < n; i++)
    {
      const RsSeries *line = rs_frame_get_series (drawing->frame, series[i]);
      RsBulletItem item = rs_bullet_item_get (drawing, series[i], FALSE);

      include_item (&item, &min, &max);
      is_rate = is_rate && rs_chart_model_get_nature (drawing->frame, line) == RS_NATURE_RATE;
      rs_bullet_item_clear (&item);
    }
  rs_row_axis_init (axis, drawing, min, max, TRUE,
                    n > 0 ? rs_frame_get_display_unit (drawing->frame, series[0], FALSE).factor : 1,
                    is_rate, room_px);
}
