/* SPDX-License-Identifier: GPL-3.0-or-later
 * Whether ticks are round, and bars, markers and targets stand where the ticks say. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "chart/drawing.h"
#include "chart/scale.h"
#include "scene-rules.h"

/* From the middle of a marker to its value, as a share of its height: triangles stand a bit off. */
#define MARKER_SHARE 0.3

/* Labels of one value axis, from the bottom up. */
typedef struct
{
  double x;
  double values[64]; /* in display units */
  double ys[64];
  guint n;
} Ladder;

/* The figure that is raised, -1: it is none. */
static int
find_raised (gunichar c)
{
  static const gunichar raised[] = { 0x2070, 0xb9,   0xb2,   0xb3,   0x2074,
                                     0x2075, 0x2076, 0x2077, 0x2078, 0x2079 };

  for (int i = 0; i < (int) G_N_ELEMENTS (raised); i++)
    if (raised[i] == c)
      return i;
  return -1;
}

static gboolean
read_number (const char *text, double *out_value)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  char *end;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x2212)
        g_string_append_c (plain, '-');
      else if (c == ',' || c == 0x202f)
        continue;
      else if (c == 0x00d7)
        {
          /* "2 × 10¹⁸": what follows is a power. */
          p = g_utf8_offset_to_pointer (p, 3);
          g_string_append_c (plain, 'e');
        }
      else if (find_raised (c) >= 0)
        g_string_append_c (plain, (char) ('0' + find_raised (c)));
      else if (c == 0x207b)
        g_string_append_c (plain, '-');
      else
        g_string_append_unichar (plain, c);
    }
  *out_value = g_ascii_strtod (plain->str, &end);
  return end != plain->str && *end == '\0';
}

/* (transfer full) (element-type Ladder) */
static GArray *
find_ladders (const RsScene *scene)
{
  GArray *ladders = g_array_new (FALSE, TRUE, sizeof (Ladder));
  Ladder *last = NULL;

  for (guint i = 0; i < rs_scene_get_n_marks (scene); i++)
    {
      const RsMark *mark = rs_scene_get_mark (scene, i);
      double y = mark->bounds.y + mark->bounds.height / 2;
      double value;

      if (mark->type != RS_MARK_TEXT || mark->part != RS_PART_TICK || mark->align != RS_ALIGN_END ||
          !read_number (mark->text, &value))
        continue;
      if (last == NULL || fabs (last->x - mark->anchor.x) > 0.1 || y >= last->ys[last->n - 1])
        {
          g_array_set_size (ladders, ladders->len + 1);
          last = &g_array_index (ladders, Ladder, ladders->len - 1);
          last->x = mark->anchor.x;
        }
      if (last->n < G_N_ELEMENTS (last->values))
        {
          last->values[last->n] = value;
          last->ys[last->n++] = y;
        }
    }
  return ladders;
}

/* Whether @value is 1, 2 or 5 times a power of ten. */
static gboolean
is_nice (double value)
{
  double mantissa = value / pow (10, floor (log10 (value) + 1e-9));

  return fabs (mantissa - 1) < 1e-6 || fabs (mantissa - 2) < 1e-6 || fabs (mantissa - 5) < 1e-6;
}

static double
get_transformed (const RsTestCase *self, double value)
{
  return self->model->view->log_scale ? log10 (value) : value;
}

/* At most seven, of 1, 2 or 5 × 10ⁿ in display units (R14), at equal distances. */
static void
check_ladder (RsTestCase *self, const Ladder *ladder, gboolean whole)
{
  double step, step_px;

  if (ladder->n > RS_TICKS_MAX)
    rs_test_case_fail (self, "too many ticks", "%u", ladder->n);
  if (ladder->n < 2)
    return;
  if (self->model->view->log_scale)
    {
      for (guint i = 0; i < ladder->n; i++)
        if (!(ladder->values[i] > 0) || !is_nice (ladder->values[i]))
          rs_test_case_fail (self, "tick of a logarithmic scale is not round", "%g",
                             ladder->values[i]);
      return;
    }
  step = ladder->values[1] - ladder->values[0];
  step_px = ladder->ys[0] - ladder->ys[1];
  if (!(step > 0) || (whole && !is_nice (step)))
    rs_test_case_fail (self, "ticks are not round", "%g and %g", ladder->values[0],
                       ladder->values[1]);
  for (guint i = 1; whole && i < ladder->n; i++)
    if (fabs (ladder->values[i] - ladder->values[i - 1] - step) > fabs (step) * 1e-6 ||
        fabs (ladder->ys[i - 1] - ladder->ys[i] - step_px) > 0.05)
      rs_test_case_fail (self, "ticks are not at equal distances", "%g after %g", ladder->values[i],
                         ladder->values[i - 1]);
}

/* Where the axis of @ladder has @value of @series. */
static double
get_y (const RsTestCase *self, const Ladder *ladder, guint series, double value)
{
  double factor = rs_frame_get_display_unit (self->frame, series, FALSE).factor;
  guint last = ladder->n - 1;
  double from = get_transformed (self, ladder->values[0]);
  double to = get_transformed (self, ladder->values[last]);

  return ladder->ys[0] + (get_transformed (self, value * factor) - from) / (to - from) *
                           (ladder->ys[last] - ladder->ys[0]);
}

static gboolean
get_amount (const RsFramePoint *point, double *out_value)
{
  return rs_frame_point_get_number (point, out_value) ||
         rs_frame_point_get_bound (point, out_value);
}

/* Outlines lie inside of a bar, and a thread of the ground's colour parts the pieces of a stack. */
static double
get_slack (const RsTestCase *self, const RsMark *mark)
{
  const RsFigureOptions *options = &self->model->options;
  RsTypeScale type =
    rs_type_scale_get (options->type_mode, options->text_scale, options->height_px);

  return 1.5 + mark->stroke_px +
         (rs_frame_get_kind (self->frame) == RS_CHART_STACKED ? 2.5 * type.stroke_scale : 0);
}

static double
get_width (const RsMark *mark)
{
  return mark->bounds.width + mark->stroke_px;
}

/* Bars reach from zero to their figure (R8), markers stand at it, targets at theirs (R11): all on
 * the axis that the ticks tell. */
static void
check_place (RsTestCase *self, const Ladder *ladder, const RsMark *mark)
{
  guint s = (guint) mark->datum.series;
  const RsFramePoint *point = rs_test_get_point (self->frame, mark->datum);
  gboolean stacked = rs_frame_get_kind (self->frame) == RS_CHART_STACKED;
  double top = mark->bounds.y, bottom = rs_rect_bottom (mark->bounds);
  double value, y, zero, slack;

  switch ((guint) mark->part)
    {
    case RS_PART_BAR:
      if (mark->type != RS_MARK_RECT || !get_amount (point, &value))
        return;
      y = get_y (self, ladder, s, value);
      zero = get_y (self, ladder, s, 0);
      top -= mark->stroke_px / 2;
      bottom += mark->stroke_px / 2;
      slack = get_slack (self, mark);
      if (stacked ? fabs (fabs (y - zero) - (bottom - top)) > slack
                  : MAX (fabs (MIN (y, zero) - top), fabs (MAX (y, zero) - bottom)) > slack)
        rs_test_case_fail (self, "bar is not as long as its figure",
                           "%u/%d: %.2f to %.2f, not %.2f to %.2f", s, mark->datum.point, top,
                           bottom, y, zero);
      return;
    case RS_PART_POINT:
    case RS_PART_SELECTED:
      if (mark->type == RS_MARK_TEXT || !get_amount (point, &value))
        return;
      y = get_y (self, ladder, s, value);
      if (fabs (y - (top + bottom) / 2) > 0.5 + mark->bounds.height * MARKER_SHARE)
        rs_test_case_fail (self, "marker is not at its figure", "%u/%d: %.2f, not %.2f", s,
                           mark->datum.point, (top + bottom) / 2, y);
      return;
    case RS_PART_TARGET:
      if (mark->type != RS_MARK_PATH || point->target == NULL)
        return;
      y = get_y (self, ladder, s, point->target->value);
      if (fabs (y - (top + bottom) / 2) > 0.6)
        rs_test_case_fail (self, "target is not at its value", "%u/%d: %.2f, not %.2f", s,
                           mark->datum.point, (top + bottom) / 2, y);
      return;
    default:
      return;
    }
}

/* The line at zero, or at the foot of an axis that is cut. */
static const RsMark *
find_axis_line (const RsScene *scene)
{
  for (guint i = 0; i < rs_scene_get_n_marks (scene); i++)
    {
      const RsMark *mark = rs_scene_get_mark (scene, i);

      if (mark->part == RS_PART_AXIS && mark->type == RS_MARK_PATH &&
          mark->bounds.width > mark->bounds.height && mark->n_verbs == 2 &&
          rs_scene_get_verbs (scene)[mark->first_verb + 1] == RS_PATH_LINE)
        return mark;
    }
  return NULL;
}

static gboolean
has_waves (const RsScene *scene)
{
  for (guint i = 0; i < rs_scene_get_n_marks (scene); i++)
    {
      const RsMark *mark = rs_scene_get_mark (scene, i);

      if (mark->part == RS_PART_AXIS && mark->type == RS_MARK_PATH &&
          rs_scene_get_verbs (scene)[mark->first_verb + mark->n_verbs - 1] == RS_PATH_CURVE)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_text (const RsScene *scene, const char *text)
{
  for (guint i = 0; i < rs_scene_get_n_marks (scene); i++)
    {
      const RsMark *mark = rs_scene_get_mark (scene, i);

      if (mark->type == RS_MARK_TEXT && strstr (mark->text, text) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* What is long stands on zero (R8). An axis that is cut, or logarithmic, says so (R9). */
static void
check_foot_of_axis (RsTestCase *self, const Ladder *ladder, const char *scene_text)
{
  RsChartKind kind = rs_frame_get_kind (self->frame);
  gboolean log = self->model->view->log_scale;
  gboolean told = (self->model->options.parts & RS_FIGURE_NOTES) != 0 &&
                  strstr (scene_text, "\"notes\"") == NULL &&
                  rs_scene_get_language (self->scene) == RS_LANGUAGE_EN;
  const RsMark *line = find_axis_line (self->scene);

  if (line == NULL)
    return;
  if (log)
    {
      if (told && !has_text (self->scene, "logarithmic scale"))
        rs_test_case_fail (self, "a logarithmic scale is not told", "%s", self->model->what);
      return;
    }
  if (fabs (line->bounds.y - get_y (self, ladder, 0, 0)) < 1)
    return;
  if (kind == RS_CHART_COLUMNS || kind == RS_CHART_STACKED || kind == RS_CHART_AREAS)
    rs_test_case_fail (self, "lengths do not start at zero", "%.2f, not %.2f", line->bounds.y,
                       get_y (self, ladder, 0, 0));
  if (!has_waves (self->scene))
    rs_test_case_fail (self, "a cut axis has no sign", "%s", self->model->what);
  if (told && !has_text (self->scene, "axis from"))
    rs_test_case_fail (self, "a cut axis is not told", "%s", self->model->what);
}

static gboolean
has_one_value_axis (RsChartKind kind)
{
  return kind == RS_CHART_COLUMNS || kind == RS_CHART_LINES || kind == RS_CHART_YEARS ||
         kind == RS_CHART_STACKED || kind == RS_CHART_AREAS || kind == RS_CHART_DOTS;
}

void
rs_test_check_axes (RsTestCase *self)
{
  g_autoptr (GArray) ladders = find_ladders (self->scene);
  g_autofree char *text = NULL;
  const Ladder *only = NULL;
  gboolean whole;

  if (ladders->len == 0)
    return;
  text = rs_scene_to_text (self->scene);
  whole = strstr (text, "axis labels") == NULL;
  for (guint i = 0; i < ladders->len; i++)
    check_ladder (self, &g_array_index (ladders, Ladder, i), whole);
  only = &g_array_index (ladders, Ladder, 0);
  if (ladders->len > 1 || only->n < 2 || !has_one_value_axis (rs_frame_get_kind (self->frame)))
    return;
  check_foot_of_axis (self, only, text);
  for (guint i = 0; i < rs_scene_get_n_marks (self->scene); i++)
    {
      const RsMark *mark = rs_scene_get_mark (self->scene, i);

      if (rs_test_is_datum (self->frame, mark->datum))
        check_place (self, only, mark);
    }
}

/* Of rows: bars are as long as their figures, on one scale for all of one unit. */
void
rs_test_check_bar_lengths (RsTestCase *self)
{
  RsChartKind kind = rs_frame_get_kind (self->frame);
  const RsMark *longest = NULL;
  double most = 0;

  if (kind != RS_CHART_RANKED)
    return;
  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < rs_scene_get_n_marks (self->scene); i++)
      {
        const RsMark *mark = rs_scene_get_mark (self->scene, i);
        double value;

        if (mark->type != RS_MARK_RECT || mark->part != RS_PART_BAR ||
            !rs_test_is_datum (self->frame, mark->datum) ||
            !get_amount (rs_test_get_point (self->frame, mark->datum), &value))
          continue;
        if (pass == 0 && fabs (value) > most)
          {
            most = fabs (value);
            longest = mark;
          }
        if (pass == 1 && longest != NULL &&
            fabs (get_width (mark) - get_width (longest) * (fabs (value) / most)) >
              get_slack (self, mark) + longest->stroke_px)
          rs_test_case_fail (self, "bar is not as long as its figure",
                             "%d/%d: %.2f px for %g, %.2f px for %g", mark->datum.series,
                             mark->datum.point, mark->bounds.width, value, longest->bounds.width,
                             most);
      }
}
