/* SPDX-License-Identifier: GPL-3.0-or-later
 * The rules that every picture is held against, whatever its data are. */
#include "config.h"

#include "scene-rules.h"

#include <math.h>
#include <string.h>

#include "chart/drawing.h"
#include "lib/fixed-metrics.h"

/* Rounding of positions, and nothing more. */
#define SLACK_PX 0.02
/* Costly checks are made on one model in so many. */
#define SOMETIMES 8

void
rs_test_case_fail (RsTestCase *self, const char *rule, const char *format, ...)
{
  g_autofree char *detail = NULL;
  va_list args;

  /* The first of each rule is enough. */
  if (strstr (self->failures->str, rule) != NULL)
    return;
  va_start (args, format);
  detail = g_strdup_vprintf (format, args);
  va_end (args);
  g_string_append_printf (self->failures, "  %s: %s\n", rule, detail);
}

static gpointer
make_key (RsDatum datum)
{
  return GSIZE_TO_POINTER ((gsize) (datum.series + 1) * 1000003 + (gsize) (datum.point + 1));
}

gboolean
rs_test_is_datum (const RsFrame *frame, RsDatum datum)
{
  return datum.series >= 0 && (guint) datum.series < rs_frame_get_n_series (frame) &&
         datum.point >= 0 &&
         (guint) datum.point < rs_frame_get_series (frame, (guint) datum.series)->n_points;
}

const RsFramePoint *
rs_test_get_point (const RsFrame *frame, RsDatum datum)
{
  return &rs_frame_get_series (frame, (guint) datum.series)->points[datum.point];
}

static gboolean
is_inside (RsRect outer, RsRect inner)
{
  return isfinite (inner.x + inner.y + inner.width + inner.height) &&
         inner.x >= outer.x - SLACK_PX && inner.y >= outer.y - SLACK_PX &&
         rs_rect_right (inner) <= rs_rect_right (outer) + SLACK_PX &&
         rs_rect_bottom (inner) <= rs_rect_bottom (outer) + SLACK_PX;
}

/* Nothing leaves the picture. What is clipped may leave the clip, which may not leave the picture.
 */
static void
check_inside (RsTestCase *self, const RsScene *scene)
{
  RsRect picture = rs_rect (0, 0, rs_scene_get_width (scene), rs_scene_get_height (scene));
  guint depth = 0;

  for (guint i = 0; i < rs_scene_get_n_marks (scene); i++)
    {
      const RsMark *mark = rs_scene_get_mark (scene, i);

      if (mark->type == RS_MARK_UNCLIP)
        {
          depth--;
          continue;
        }
      if (depth == 0 && !is_inside (picture, mark->bounds))
        rs_test_case_fail (self, "leaves the picture", "%s%s%s at %.2f %.2f, %.2f × %.2f",
                           rs_part_to_string (mark->part), mark->text != NULL ? " " : "",
                           mark->text != NULL ? mark->text : "", mark->bounds.x, mark->bounds.y,
                           mark->bounds.width, mark->bounds.height);
      if (depth > 0 && mark->type == RS_MARK_TEXT && !is_inside (picture, mark->bounds))
        rs_test_case_fail (self, "text is clipped", "%s", mark->text);
      depth += mark->type == RS_MARK_CLIP ? 1 : 0;
    }
}

/* What a reader looks for in a chart, not in its head. */
static gboolean
is_of_chart (RsPart part)
{
  switch (part)
    {
    case RS_PART_BAR:
    case RS_PART_POINT:
    case RS_PART_BOUND:
    case RS_PART_TARGET:
    case RS_PART_BREAK:
    case RS_PART_LABEL:
    case RS_PART_SELECTED:
    case RS_PART_CELL:
    case RS_PART_ROW:
    case RS_PART_RANGE:
    case RS_PART_CONNECTOR:
    case RS_PART_AREA:
    case RS_PART_LINE:
    case RS_PART_TICK:
      return TRUE;
    case RS_PART_GROUND:
    case RS_PART_CARD:
    case RS_PART_TITLE:
    case RS_PART_SUBTITLE:
    case RS_PART_VALUE:
    case RS_PART_CHANGE:
    case RS_PART_CHIP:
    case RS_PART_GRID:
    case RS_PART_AXIS:
    case RS_PART_GAP:
    case RS_PART_EMPTY:
    case RS_PART_RULE:
    case RS_PART_NOTE:
    case RS_PART_SOURCE:
    case RS_PART_LEGEND:
    case RS_PART_CURSOR:
    case RS_PART_TOOLTIP:
      return FALSE;
    }
  return FALSE;
}

static gboolean
has_amount (const RsFramePoint *point)
{
  double value;

  return rs_frame_point_get_number (point, &value) || rs_frame_point_get_bound (point, &value);
}

static void
collect_stops (RsTestCase *self)
{
  RsRect picture =
    rs_rect (0, 0, rs_scene_get_width (self->scene), rs_scene_get_height (self->scene));

  for (guint i = 0; i < rs_scene_get_n_stops (self->scene); i++)
    {
      RsDatum datum;
      RsPoint at;
      RsRect hit;

      rs_scene_get_stop (self->scene, i, &datum, &at, &hit);
      if (!rs_test_is_datum (self->frame, datum))
        {
          rs_test_case_fail (self, "stop of nothing", "%d/%d", datum.series, datum.point);
          continue;
        }
      if (!is_inside (picture, rs_rect (at.x, at.y, 0, 0)))
        rs_test_case_fail (self, "stop outside the picture", "%d/%d at %.2f %.2f", datum.series,
                           datum.point, at.x, at.y);
      if (!isfinite (hit.x + hit.y + hit.width + hit.height) ||
          !is_inside (hit, rs_rect (at.x, at.y, 0, 0)))
        rs_test_case_fail (self, "stop outside its own room", "%d/%d at %.2f %.2f", datum.series,
                           datum.point, at.x, at.y);
      if (!g_hash_table_insert (self->stops, make_key (datum), g_memdup2 (&at, sizeof at)))
        rs_test_case_fail (self, "two stops of one datum", "%d/%d", datum.series, datum.point);
      /* A place without a figure may say so. */
      if (!rs_frame_is_shown (self->frame, (guint) datum.series, (guint) datum.point) &&
          has_amount (rs_test_get_point (self->frame, datum)))
        rs_test_case_fail (self, "stop of what is not shown", "%d/%d", datum.series, datum.point);
    }
}

/* Whatever stands for a figure can be reached. */
static void
check_marks_have_stops (RsTestCase *self)
{
  for (guint i = 0; i < rs_scene_get_n_marks (self->scene); i++)
    {
      const RsMark *mark = rs_scene_get_mark (self->scene, i);

      if (!is_of_chart (mark->part) || mark->datum.series < 0 || mark->datum.point < 0)
        continue;
      if (!rs_test_is_datum (self->frame, mark->datum))
        rs_test_case_fail (self, "mark of nothing", "%s %d/%d", rs_part_to_string (mark->part),
                           mark->datum.series, mark->datum.point);
      else if (!g_hash_table_contains (self->stops, make_key (mark->datum)))
        rs_test_case_fail (self, "mark without a stop", "%s %d/%d", rs_part_to_string (mark->part),
                           mark->datum.series, mark->datum.point);
    }
}

/* How many figures, rows or panels the scene says it left out. */
static guint
count_left_out (const RsScene *scene)
{
  static const char *const words[] = {
    "panels",  "rows",   "chart",   "cells", "tiles",   "bars",  "points",
    "figures", "series", "regions", "lines", "columns", "marks", "periods",
  };
  g_autofree char *text = rs_scene_to_text (scene);
  const char *at = strstr (text, "\nleft-out");
  guint n = 0;

  for (; at != NULL; at = strstr (at + 1, "\nleft-out"))
    for (guint i = 0; i < G_N_ELEMENTS (words); i++)
      {
        const char *end = strchr (at + 1, '\n');
        const char *found = strstr (at, words[i]);

        if (found != NULL && (end == NULL || found < end))
          n++;
      }
  return n;
}

static gboolean
says_empty (const RsScene *scene)
{
  for (guint i = 0; i < rs_scene_get_n_marks (scene); i++)
    if (rs_scene_get_mark (scene, i)->part == RS_PART_EMPTY)
      return TRUE;
  return FALSE;
}

/* Each figure that is shown has a stop (R51). A tick for the year before lies on the bar of the
 * chosen one. */
static void
check_figures_have_stops (RsTestCase *self)
{
  RsChartKind kind = rs_frame_get_kind (self->frame);
  guint n_missing = 0;
  RsDatum missing = RS_DATUM_NONE;

  if (rs_frame_get_empty_reason (self->frame) != NULL ||
      (self->model->options.parts & RS_FIGURE_CHART) == 0)
    return;
  for (guint s = 0; s < rs_frame_get_n_series (self->frame); s++)
    {
      const RsSeries *series = rs_frame_get_series (self->frame, s);

      for (guint p = 0; p < series->n_points; p++)
        {
          RsDatum datum = { (int) s, (int) p };
          double value;

          if (!rs_frame_is_shown (self->frame, s, p) ||
              (kind == RS_CHART_BARS && (int) p != series->selected))
            continue;
          if (!rs_frame_point_get_number (&series->points[p], &value) &&
              !rs_frame_point_get_bound (&series->points[p], &value))
            continue;
          if (!g_hash_table_contains (self->stops, make_key (datum)))
            {
              missing = datum;
              n_missing++;
            }
        }
    }
  if (n_missing > 0 && !says_empty (self->scene) && count_left_out (self->scene) == 0)
    rs_test_case_fail (self, "figures without a stop", "%u, the last %d/%d", n_missing,
                       missing.series, missing.point);
}

static gboolean
is_joint (const RsMark *mark)
{
  return mark->type == RS_MARK_PATH && (mark->part == RS_PART_LINE || mark->part == RS_PART_AREA ||
                                        mark->part == RS_PART_CONNECTOR);
}

/* Between @a and @b of @series nothing may be drawn through. */
static void
check_gap (RsTestCase *self, guint s, guint a, guint b)
{
  const RsPoint *from = g_hash_table_lookup (self->stops, make_key ((RsDatum){ (int) s, (int) a }));
  const RsPoint *to = g_hash_table_lookup (self->stops, make_key ((RsDatum){ (int) s, (int) b }));

  if (from == NULL || to == NULL || to->x - from->x < 0.5)
    return;
  for (guint i = 0; i < rs_scene_get_n_marks (self->scene); i++)
    {
      const RsMark *mark = rs_scene_get_mark (self->scene, i);

      if (is_joint (mark) && mark->datum.series == (int) s && mark->bounds.x < to->x - 0.2 &&
          rs_rect_right (mark->bounds) > from->x + 0.2)
        rs_test_case_fail (self, "line across a gap or break", "%s of %u between %u and %u",
                           rs_part_to_string (mark->part), s, a, b);
    }
}

/* Missing figures, bounds and breaks part a line (R21, R41). */
static void
check_gaps (RsTestCase *self)
{
  switch (rs_frame_get_kind (self->frame))
    {
    case RS_CHART_LINES:
    case RS_CHART_YEARS:
    case RS_CHART_AREAS:
    case RS_CHART_MULTIPLES:
    case RS_CHART_SPARKLINE:
      break;
    case RS_CHART_AUTO:
    case RS_CHART_COLUMNS:
    case RS_CHART_BARS:
    case RS_CHART_FIGURES:
    case RS_CHART_STACKED:
    case RS_CHART_DOTS:
    case RS_CHART_RANKED:
    case RS_CHART_SLOPE:
    case RS_CHART_DUMBBELL:
    case RS_CHART_BULLET:
    case RS_CHART_HEAT:
    case RS_CHART_TILES:
      return;
    }
  for (guint s = 0; s < rs_frame_get_n_series (self->frame); s++)
    {
      const RsSeries *series = rs_frame_get_series (self->frame, s);
      int before = -1;

      for (guint p = 0; p < series->n_points; p++)
        {
          double value;

          if (!rs_frame_point_get_number (&series->points[p], &value))
            continue;
          if (before >= 0 && !series->points[p].joined)
            check_gap (self, s, (guint) before, p);
          before = (int) p;
        }
    }
}

/* Two periods are joined only where the two figures may be compared. */
static void
check_connectors (RsTestCase *self)
{
  RsChartKind kind = rs_frame_get_kind (self->frame);

  if (kind != RS_CHART_SLOPE && kind != RS_CHART_DUMBBELL)
    return;
  for (guint i = 0; i < rs_scene_get_n_marks (self->scene); i++)
    {
      const RsMark *mark = rs_scene_get_mark (self->scene, i);

      if (is_joint (mark) && mark->datum.series >= 0 &&
          rs_frame_get_earlier_obstacle (self->frame, (guint) mark->datum.series) !=
            RS_OBSTACLE_NONE)
        rs_test_case_fail (self, "two periods are joined that may not be", "series %d",
                           mark->datum.series);
    }
}

/* The cursor on any figure says so inside the picture. */
static void
check_overlay (RsTestCase *self)
{
  guint n = rs_scene_get_n_stops (self->scene);
  g_autoptr (RsScene) overlay = NULL;
  RsDatum datum;

  if (n == 0)
    return;
  rs_scene_get_stop (self->scene, (guint) (self->model->seed % n), &datum, NULL, NULL);
  overlay = rs_figure_overlay (self->scene, self->frame, datum, &self->model->options,
                               rs_fixed_metrics_get ());
  check_inside (self, overlay);
  rs_test_check_texts (self, overlay);
  if (rs_scene_get_n_marks (overlay) == 0)
    rs_test_case_fail (self, "no cursor", "%d/%d", datum.series, datum.point);
}

/* The same arguments give the same scene. */
static void
check_pure (RsTestCase *self)
{
  g_autoptr (RsScene) again =
    rs_figure_new (self->frame, &self->model->options, rs_fixed_metrics_get ());
  g_autofree char *a = rs_scene_to_text (self->scene);
  g_autofree char *b = rs_scene_to_text (again);

  if (strcmp (a, b) != 0)
    rs_test_case_fail (self, "drawn twice, it differs", "%s", self->model->what);
}

static guint
count_shown (const RsFrame *frame)
{
  guint n = 0;

  for (guint s = 0; s < rs_frame_get_n_series (frame); s++)
    {
      const RsSeries *series = rs_frame_get_series (frame, s);

      for (guint p = 0; p < series->n_points; p++)
        n += rs_frame_is_shown (frame, s, p) && has_amount (&series->points[p]) ? 1 : 0;
    }
  return n;
}

/* At a size that people use, with text of about its usual size, something is drawn. */
static void
check_is_drawn (RsTestCase *self)
{
  const RsFigureOptions *options = &self->model->options;

  if (rs_frame_get_empty_reason (self->frame) != NULL || says_empty (self->scene) ||
      (options->parts & RS_FIGURE_CHART) == 0 || options->type_mode != RS_TYPE_DESK ||
      options->width_px < 400 || options->height_px < 320 || options->text_scale > 1.25)
    return;
  if (count_shown (self->frame) > 0 && rs_scene_get_n_stops (self->scene) == 0)
    rs_test_case_fail (self, "nothing is drawn at a good size", "%.0f × %.0f px", options->width_px,
                       options->height_px);
}

/* A missing year leaves its space (R13). */
static void
check_time (RsTestCase *self)
{
  switch (rs_frame_get_kind (self->frame))
    {
    case RS_CHART_COLUMNS:
    case RS_CHART_LINES:
    case RS_CHART_STACKED:
    case RS_CHART_AREAS:
    case RS_CHART_DOTS:
    case RS_CHART_SPARKLINE:
      break;
    case RS_CHART_AUTO:
    case RS_CHART_YEARS:
    case RS_CHART_MULTIPLES:
    case RS_CHART_BARS:
    case RS_CHART_FIGURES:
    case RS_CHART_RANKED:
    case RS_CHART_SLOPE:
    case RS_CHART_DUMBBELL:
    case RS_CHART_BULLET:
    case RS_CHART_HEAT:
    case RS_CHART_TILES:
      return;
    }
  for (guint s = 0; s < rs_frame_get_n_series (self->frame); s++)
    {
      const RsSeries *series = rs_frame_get_series (self->frame, s);
      const RsPoint *first = NULL, *before = NULL;
      double start = 0, at = 0, scale = 0;

      for (guint p = 0; p < series->n_points; p++)
        {
          const RsPoint *stop =
            g_hash_table_lookup (self->stops, make_key ((RsDatum){ (int) s, (int) p }));
          RsPeriod period = series->points[p].period;

          if (stop == NULL)
            continue;
          at = rs_period_start (period) + rs_period_length (period) / 2;
          if (first == NULL)
            {
              first = stop;
              start = at;
            }
          else if (before == first)
            scale = (stop->x - first->x) / (at - start);
          if (first != stop &&
              fabs (first->x + scale * (at - start) - stop->x) > 0.01 + fabs (scale) * 1e-9)
            rs_test_case_fail (self, "time is not proportional", "%u/%u at %.3f, not %.3f", s, p,
                               stop->x, first->x + scale * (at - start));
          before = stop;
        }
    }
}

static void
check_scene (RsTestCase *self)
{
  check_is_drawn (self);
  check_time (self);
  check_inside (self, self->scene);
  rs_test_check_texts (self, self->scene);
  collect_stops (self);
  check_marks_have_stops (self);
  check_figures_have_stops (self);
  check_gaps (self);
  check_connectors (self);
  rs_test_check_axes (self);
  rs_test_check_bar_lengths (self);
}

char *
rs_test_check_figure (const RsRandomModel *model, const RsFigureOptions *options)
{
  RsRandomModel sized = *model;
  g_autoptr (RsScene) scene = NULL;
  RsTestCase self = { .model = &sized, .frame = model->frame };

  sized.options = *options;
  scene = rs_figure_new (model->frame, options, rs_fixed_metrics_get ());
  self.scene = scene;
  self.stops = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self.failures = g_string_new (NULL);
  check_scene (&self);
  check_overlay (&self);
  if (model->seed % SOMETIMES == 0)
    check_pure (&self);
  g_hash_table_unref (self.stops);
  return g_string_free (self.failures, FALSE);
}
