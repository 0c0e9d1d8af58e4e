/* SPDX-License-Identifier: GPL-3.0-or-later
 * The chart view in motion: from one answer to the next, mark by mark. */
#define G_LOG_DOMAIN "renshe-widget"

#include "config.h"

#include "widget/chart-view-private.h"

#define DURATION_US (320 * 1000)

static gboolean
strv_equal (char **a, char **b)
{
  return a == b || (a != NULL && b != NULL &&
                    g_strv_equal ((const char *const *) a, (const char *const *) b));
}

/* Whether @to answers the same question for another year, region or range. What is another chart
 * comes at once: bars that turn into lines mean nothing. */
static gboolean
is_same_question (const RsFrame *from, const RsFrame *to)
{
  return rs_frame_get_dataset (from) == rs_frame_get_dataset (to) &&
         rs_frame_get_kind (from) == rs_frame_get_kind (to) &&
         rs_frame_get_view (from)->log_scale == rs_frame_get_view (to)->log_scale &&
         g_strcmp0 (rs_frame_get_view (from)->id, rs_frame_get_view (to)->id) == 0 &&
         strv_equal (rs_frame_get_view (from)->indicators, rs_frame_get_view (to)->indicators);
}

static gboolean
are_animations_enabled (RsChartView *self)
{
  gboolean enabled = FALSE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &enabled,
                NULL);
  return enabled;
}

static int
find_series (const RsFrame *frame, const char *id)
{
  for (guint i = 0; i < rs_frame_get_n_series (frame); i++)
    if (g_strcmp0 (rs_frame_get_series (frame, i)->id, id) == 0)
      return (int) i;
  return -1;
}

/* The partner of each series of @to: the same one, else the one in its place that has gone, as
 * after a change of region. (transfer full) (array) */
static int *
match_series (const RsFrame *from, const RsFrame *to)
{
  guint n = rs_frame_get_n_series (to);
  int *partners = g_new (int, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      partners[i] = find_series (from, rs_frame_get_series (to, i)->id);
      if (partners[i] < 0 && i < rs_frame_get_n_series (from) &&
          find_series (to, rs_frame_get_series (from, i)->id) < 0)
        partners[i] = (int) i;
    }
  return partners;
}

typedef struct
{
  const RsFrame *from, *to;
  const int *partners;
} Match;

/* Points are chronological. -1: @series has no such point. */
static int
find_point (const RsSeries *series, RsPeriod period)
{
  guint begin = 0, end = series->n_points;

  while (begin < end)
    {
      guint middle = begin + (end - begin) / 2;
      int order = rs_period_compare (series->points[middle].period, period);

      if (order == 0)
        return (int) middle;
      if (order < 0)
        begin = middle + 1;
      else
        end = middle;
    }
  return -1;
}

/* The same period of the series that belongs to this one, or what it shows in its place. */
static RsDatum
match_datum (RsDatum datum, gconstpointer user_data)
{
  const Match *match = user_data;
  /* Such a chart goes on to another year with all of its marks. */
  gboolean one_period = rs_chart_kind_shows_one_period (rs_frame_get_kind (match->to));
  const RsSeries *from, *to;
  int partner = -1, point;

  if (datum.series >= 0 && (guint) datum.series < rs_frame_get_n_series (match->to))
    partner = match->partners[datum.series];
  if (partner < 0)
    return RS_DATUM_NONE;
  to = rs_frame_get_series (match->to, (guint) datum.series);
  from = rs_frame_get_series (match->from, (guint) partner);
  if (datum.point < 0 || (guint) datum.point >= to->n_points)
    return (RsDatum){ partner, datum.point };
  if (one_period && datum.point == to->selected)
    point = from->selected;
  else if (one_period && datum.point == rs_frame_get_earlier (match->to, (guint) datum.series))
    point = rs_frame_get_earlier (match->from, (guint) partner);
  else
    point = find_point (from, to->points[datum.point].period);
  return point >= 0 ? (RsDatum){ partner, point } : RS_DATUM_NONE;
}

/* Fast at first, and it settles. */
static double
ease (double share)
{
  double rest = 1 - share;

  return 1 - rest * rest * rest;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  rs_chart_view_advance (RS_CHART_VIEW (widget), gdk_frame_clock_get_frame_time (clock));
  return G_SOURCE_CONTINUE;
}

void
rs_chart_view_stop_motion (RsChartView *self)
{
  RsChartMotion *motion = &self->motion;

  if (motion->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), motion->tick);
  motion->tick = 0;
  g_clear_pointer (&motion->from, rs_scene_unref);
  g_clear_pointer (&motion->from_frame, rs_frame_unref);
  g_clear_pointer (&motion->tween, rs_tween_free);
  g_clear_pointer (&motion->between, rs_scene_unref);
}

void
rs_chart_view_start_motion (RsChartView *self, RsFrame *to)
{
  RsChartMotion *motion = &self->motion;
  RsFrame *frame = self->figure.frame;
  g_autoptr (RsScene) from = NULL;
  g_autoptr (RsFrame) from_frame = NULL;

  if (frame == NULL || to == NULL || self->figure.scene == NULL ||
      !gtk_widget_get_mapped (GTK_WIDGET (self)) || !are_animations_enabled (self) ||
      !is_same_question (frame, to))
    {
      rs_chart_view_stop_motion (self);
      return;
    }
  /* An interrupted motion goes on from what is on the screen: a scene on the way, whose data are
   * those of the present frame, or the one that it was to leave. */
  if (motion->from != NULL && motion->between == NULL)
    {
      from = rs_scene_ref (motion->from);
      from_frame = rs_frame_ref (motion->from_frame);
    }
  else
    {
      from = rs_scene_ref (motion->between != NULL ? motion->between : self->figure.scene);
      from_frame = rs_frame_ref (frame);
    }
  rs_chart_view_stop_motion (self);
  motion->from = g_steal_pointer (&from);
  motion->from_frame = g_steal_pointer (&from_frame);
  motion->begin = -1;
  motion->share = 0;
  motion->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

void
rs_chart_view_advance (RsChartView *self, gint64 time)
{
  RsChartMotion *motion = &self->motion;
  double share;

  if (motion->from == NULL)
    return;
  if (motion->begin < 0)
    motion->begin = time;
  share = CLAMP ((double) (time - motion->begin) / DURATION_US, 0, 1);
  motion->share = MAX (motion->share, ease (share));
  if (share >= 1)
    rs_chart_view_stop_motion (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The tween is made when the new figure has its size. */
static void
prepare (RsChartView *self, RsScene *scene)
{
  RsChartMotion *motion = &self->motion;
  g_autofree int *partners = NULL;
  Match match = { motion->from_frame, self->figure.frame, NULL };

  if (motion->tween != NULL)
    return;
  partners = match_series (match.from, match.to);
  match.partners = partners;
  motion->tween = rs_tween_new (motion->from, scene, match_datum, &match);
}

RsScene *
rs_chart_view_get_shown_scene (RsChartView *self)
{
  RsChartMotion *motion = &self->motion;
  RsScene *scene = rs_chart_view_get_scene (self);

  if (motion->from == NULL || scene == NULL)
    return scene;
  prepare (self, scene);
  /* Another size or theme on the way: there is nothing to go on from. */
  if (motion->tween == NULL || rs_tween_get_target (motion->tween) != scene)
    {
      rs_chart_view_stop_motion (self);
      return scene;
    }
  g_clear_pointer (&motion->between, rs_scene_unref);
  if (motion->share <= 0)
    return motion->from;
  motion->between = rs_tween_get_scene (motion->tween, motion->share);
  return motion->between;
}
