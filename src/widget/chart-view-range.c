/* SPDX-License-Identifier: GPL-3.0-or-later
 * A range of time in the chart view: dragged, chosen by keys, zoomed by wheel and pinch. */
#define G_LOG_DOMAIN "renshe-widget"

#include "config.h"

#include "widget/chart-view-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "widget/chart-paint.h"
#include "widget/engine.h"

/* Before that a drag is a click that trembled. */
#define DRAG_PX 8.0
/* The axis below the plot belongs to it. */
#define AXIS_PX 40.0
#define BESIDE_PX 12.0
/* One notch of the wheel, or fingers this much farther apart. */
#define ZOOM_STEP 1.25
#define MIN_PERIODS 2

static const char *const range_actions[] = {
  "range.earlier", "range.later", "range.take", "range.drop", "zoom.back",
};

static gboolean
has_time (RsChartView *self)
{
  return self->range_enabled && self->figure.frame != NULL &&
         rs_figure_has_time (self->figure.frame);
}

gboolean
rs_chart_view_can_do_range (RsChartView *self, const char *action)
{
  if (g_str_equal (action, "zoom.back"))
    return self->zoomed;
  if (g_str_equal (action, "range.drop"))
    return self->range.active;
  if (g_str_equal (action, "range.take"))
    return self->range.active && self->range.span.n_periods >= MIN_PERIODS;
  return self->cursor_enabled && has_time (self);
}

void
rs_chart_view_update_range_actions (RsChartView *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (range_actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), range_actions[i],
                                   rs_chart_view_can_do_range (self, range_actions[i]));
}

static void
set_active (RsChartView *self, gboolean active)
{
  self->range.active = active;
  rs_chart_view_update_range_actions (self);
  rs_chart_view_update_cursor_text (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
rs_chart_view_drop_range (RsChartView *self)
{
  self->range.dragging = FALSE;
  if (self->range.active)
    set_active (self, FALSE);
}

char *
rs_chart_view_describe_range (RsChartView *self)
{
  g_autofree char *label = NULL;

  if (!self->range.active || self->figure.frame == NULL)
    return NULL;
  label = rs_span_to_label (&self->range.span, rs_frame_get_language (self->figure.frame));
  if (self->range.span.n_periods < MIN_PERIODS)
    /* Translators: one period, as "2015". */
    return g_strdup_printf (_ ("From %s: go on to choose a range."), label);
  /* Translators: a range of periods, as "2015–2019". */
  return g_strdup_printf (_ ("%s chosen: Enter shows only these."), label);
}

void
rs_chart_view_snapshot_range (RsChartView *self, GtkSnapshot *snapshot, int scale)
{
  RsScene *scene = rs_chart_view_get_scene (self);
  g_autoptr (RsScene) overlay = NULL;
  RsFigureOptions options;

  if (!self->range.active || scene == NULL)
    return;
  rs_chart_view_get_options (self, &options);
  overlay = rs_figure_span_overlay (scene, self->figure.frame, &self->range.span, &options,
                                    rs_text_engine_get_metrics (rs_widget_get_text_engine ()));
  rs_chart_paint_snapshot (overlay, snapshot, scale);
}

static void
take_range (RsChartView *self)
{
  RsSpan span = self->range.span;

  rs_chart_view_drop_range (self);
  rs_chart_view_emit_range_selected (self, span.first, span.last);
}

static gboolean
get_cursor_period (RsChartView *self, RsPeriod *out_period)
{
  if (!rs_chart_view_has_datum (self, self->cursor))
    return FALSE;
  *out_period = rs_frame_get_series (self->figure.frame, (guint) self->cursor.series)
                  ->points[self->cursor.point]
                  .period;
  return TRUE;
}

/* From where the cursor stands to where it goes; without a cursor it begins where that does. */
static void
extend_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  RsChartView *self = RS_CHART_VIEW (widget);
  RsScene *scene = rs_chart_view_get_scene (self);
  RsMove move = g_str_equal (action_name, "range.later") ? RS_MOVE_RIGHT : RS_MOVE_LEFT;
  RsPeriod anchor, period;
  gboolean has_anchor = get_cursor_period (self, &anchor);

  if (scene == NULL || !has_time (self))
    return;
  if (self->range.active)
    anchor = self->range.anchor;
  rs_chart_view_move_cursor (self, rs_scene_move (scene, self->cursor, move), RS_CURSOR_BY_KEYS);
  if (!get_cursor_period (self, &period))
    return;
  if (!has_anchor)
    anchor = period;
  self->range.anchor = anchor;
  if (rs_figure_get_span (scene, self->figure.frame, anchor, period, &self->range.span))
    set_active (self, TRUE);
}

static void
take_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  take_range (RS_CHART_VIEW (widget));
}

static void
drop_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  rs_chart_view_drop_range (RS_CHART_VIEW (widget));
}

static void
zoom_back_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  rs_chart_view_emit_zoom_back (RS_CHART_VIEW (widget));
}

void
rs_chart_view_install_range_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "range.earlier", NULL, extend_action);
  gtk_widget_class_install_action (widget_class, "range.later", NULL, extend_action);
  gtk_widget_class_install_action (widget_class, "range.take", NULL, take_action);
  gtk_widget_class_install_action (widget_class, "range.drop", NULL, drop_action);
  gtk_widget_class_install_action (widget_class, "zoom.back", NULL, zoom_back_action);
}

void
rs_chart_view_zoom (RsChartView *self, double factor, double x)
{
  RsScene *scene = rs_chart_view_get_scene (self);
  RsSpan whole, at;
  int n, wanted, before;

  if (scene == NULL || !has_time (self) ||
      !rs_figure_get_whole_span (scene, self->figure.frame, &whole) ||
      !rs_figure_find_span (scene, self->figure.frame, x, x, &at) ||
      whole.first.type != whole.last.type || whole.first.type != at.first.type)
    return;
  n = rs_period_distance (whole.first, whole.last) + 1;
  wanted = factor < 1 ? (int) floor (n * factor) : (int) ceil (n * factor);
  wanted = MAX (wanted, MIN_PERIODS);
  if (wanted == n || (factor < 1 && wanted > n) || n < 1)
    return;
  /* What is under the pointer stays there. */
  before = rs_period_distance (whole.first, at.first);
  before -= (int) lround ((double) before * (wanted - 1) / MAX (n - 1, 1));
  whole.first = rs_period_add (whole.first, before);
  rs_chart_view_drop_range (self);
  rs_chart_view_emit_range_selected (self, whole.first, rs_period_add (whole.first, wanted - 1));
}

/* Without Ctrl the page scrolls. */
static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, RsChartView *self)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0 || !has_time (self))
    return GDK_EVENT_PROPAGATE;
  if (dy != 0)
    rs_chart_view_zoom (self, dy < 0 ? 1 / ZOOM_STEP : ZOOM_STEP, self->pointer_x);
  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, RsChartView *self)
{
  self->pinch = 1;
  rs_chart_view_drop_range (self);
}

static void
pinch_cb (GtkGestureZoom *gesture, double scale, RsChartView *self)
{
  double x, y;

  if (!has_time (self) || !gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    return;
  while (scale >= self->pinch * ZOOM_STEP)
    {
      self->pinch *= ZOOM_STEP;
      rs_chart_view_zoom (self, 1 / ZOOM_STEP, x);
    }
  while (scale > 0 && scale <= self->pinch / ZOOM_STEP)
    {
      self->pinch /= ZOOM_STEP;
      rs_chart_view_zoom (self, ZOOM_STEP, x);
    }
}

static void
deny (GtkGestureDrag *gesture)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, RsChartView *self)
{
  RsScene *scene = rs_chart_view_get_scene (self);
  RsSpan whole;

  self->range.dragging = FALSE;
  self->range.start_x = x;
  if (scene == NULL || !has_time (self) ||
      !rs_figure_get_whole_span (scene, self->figure.frame, &whole) ||
      x < whole.band.x - BESIDE_PX || x > rs_rect_right (whole.band) + BESIDE_PX ||
      y < whole.band.y || y > rs_rect_bottom (whole.band) + AXIS_PX)
    deny (gesture);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, RsChartView *self)
{
  RsScene *scene = rs_chart_view_get_scene (self);

  if (!self->range.dragging)
    {
      if (fabs (dx) < DRAG_PX && fabs (dy) < DRAG_PX)
        return;
      /* Up and down is for the page. */
      if (fabs (dx) < fabs (dy))
        {
          deny (gesture);
          return;
        }
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_grab_focus (GTK_WIDGET (self));
      rs_chart_view_move_cursor (self, RS_DATUM_NONE, RS_CURSOR_BY_POINTER);
      self->range.dragging = TRUE;
    }
  if (scene != NULL && rs_figure_find_span (scene, self->figure.frame, self->range.start_x,
                                            self->range.start_x + dx, &self->range.span))
    set_active (self, TRUE);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, RsChartView *self)
{
  if (!self->range.dragging)
    return;
  self->range.dragging = FALSE;
  if (rs_chart_view_can_do_range (self, "range.take"))
    take_range (self);
  else
    rs_chart_view_drop_range (self);
}

static void
drag_cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, RsChartView *self)
{
  if (self->range.dragging)
    rs_chart_view_drop_range (self);
}

void
rs_chart_view_add_range_controllers (RsChartView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (
    GTK_EVENT_CONTROLLER_SCROLL_VERTICAL | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (widget, scroll);
}
