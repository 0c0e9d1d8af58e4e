/* SPDX-License-Identifier: GPL-3.0-or-later
 * The cursor of the chart view: pointer, keys, and what a screen reader hears. */
#define G_LOG_DOMAIN "renshe-widget"

#include "config.h"

#include "widget/chart-view-private.h"

#include "query/summary.h"

static const struct
{
  const char *action;
  RsMove move;
  guint key;
  guint keypad;
} moves[] = {
  { "cursor.left", RS_MOVE_LEFT, GDK_KEY_Left, GDK_KEY_KP_Left },
  { "cursor.right", RS_MOVE_RIGHT, GDK_KEY_Right, GDK_KEY_KP_Right },
  { "cursor.up", RS_MOVE_UP, GDK_KEY_Up, GDK_KEY_KP_Up },
  { "cursor.down", RS_MOVE_DOWN, GDK_KEY_Down, GDK_KEY_KP_Down },
  { "cursor.first", RS_MOVE_HOME, GDK_KEY_Home, GDK_KEY_KP_Home },
  { "cursor.last", RS_MOVE_END, GDK_KEY_End, GDK_KEY_KP_End },
};

static gboolean
datum_is_none (RsDatum datum)
{
  return datum.series < 0 && datum.point < 0;
}

static gboolean
frame_has_datum (RsFrame *frame, RsDatum datum)
{
  if (frame == NULL || datum.series < 0 || datum.point < 0)
    return FALSE;
  if ((guint) datum.series >= rs_frame_get_n_series (frame))
    return FALSE;
  return (guint) datum.point < rs_frame_get_series (frame, (guint) datum.series)->n_points;
}

gboolean
rs_chart_view_has_datum (RsChartView *self, RsDatum datum)
{
  return frame_has_datum (self->figure.frame, datum);
}

/* The name is the figure's title. What the cursor is on is said as the description, because readers
 * speak a change of the description of what has the focus; the status label says it to readers that
 * listen to text. */
void
rs_chart_view_update_accessible (RsChartView *self)
{
  g_autofree char *twin = NULL;
  const char *title = "";
  const char *description = self->cursor_text;

  if (self->figure.frame != NULL)
    {
      title = rs_frame_get_title (self->figure.frame);
      if (description == NULL)
        description = twin = rs_summary_frame (self->figure.frame);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description != NULL ? description : "", -1);
  gtk_label_set_label (GTK_LABEL (self->status),
                       self->cursor_text != NULL ? self->cursor_text : "");
}

void
rs_chart_view_update_cursor_text (RsChartView *self)
{
  g_autofree char *range = rs_chart_view_describe_range (self);
  g_autofree char *text = NULL;

  if (frame_has_datum (self->figure.frame, self->cursor))
    text = rs_summary_point (self->figure.frame, (guint) self->cursor.series,
                             (guint) self->cursor.point);
  if (range != NULL && text != NULL)
    {
      char *both = g_strconcat (range, "\n", text, NULL);

      g_free (text);
      text = both;
    }
  else if (range != NULL)
    {
      text = g_steal_pointer (&range);
    }
  if (g_strcmp0 (text, self->cursor_text) == 0)
    return;
  g_free (self->cursor_text);
  self->cursor_text = g_steal_pointer (&text);
  rs_chart_view_update_accessible (self);
  rs_chart_view_notify_cursor_text (self);
}

/* Whether an action would do something now. */
static gboolean
can_do (RsChartView *self, const char *action)
{
  if (g_str_equal (action, "cursor.clear"))
    return !datum_is_none (self->cursor);
  if (g_str_equal (action, "chart.activate"))
    return self->activates;
  if (g_str_has_prefix (action, "range.") || g_str_equal (action, "zoom.back"))
    return rs_chart_view_can_do_range (self, action);
  if (g_str_equal (action, "menu.popup"))
    return self->figure.frame != NULL;
  return self->cursor_enabled && self->figure.frame != NULL;
}

void
rs_chart_view_update_actions (RsChartView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    gtk_widget_action_set_enabled (widget, moves[i].action, can_do (self, moves[i].action));
  gtk_widget_action_set_enabled (widget, "cursor.clear", can_do (self, "cursor.clear"));
  gtk_widget_action_set_enabled (widget, "chart.activate", can_do (self, "chart.activate"));
  gtk_widget_action_set_enabled (widget, "menu.popup", can_do (self, "menu.popup"));
  rs_chart_view_update_range_actions (self);
  gtk_widget_set_focusable (widget, self->activates || can_do (self, "cursor.left"));
}

void
rs_chart_view_move_cursor (RsChartView *self, RsDatum datum, RsCursorOrigin origin)
{
  if (!self->cursor_enabled)
    datum = RS_DATUM_NONE;
  rs_chart_view_drop_range (self);
  if (self->cursor.series == datum.series && self->cursor.point == datum.point)
    {
      /* What the keys took over, the pointer does not take away. */
      if (origin == RS_CURSOR_BY_KEYS)
        self->cursor_origin = origin;
      return;
    }
  self->cursor = datum;
  self->cursor_origin = origin;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  rs_chart_view_update_actions (self);
  rs_chart_view_update_cursor_text (self);
  if (origin != RS_CURSOR_BY_PROGRAM)
    rs_chart_view_emit_cursor_moved (self);
}

/* While the years play, the cursor stays on what the user reads; it never slips to a neighbour. */
void
rs_chart_view_carry_cursor (RsChartView *self, RsFrame *to)
{
  const RsDatum datum = self->cursor;
  const RsSeries *old = NULL;

  rs_chart_view_drop_range (self);
  self->cursor = RS_DATUM_NONE;
  if (to == NULL || !frame_has_datum (self->figure.frame, datum))
    return;
  old = rs_frame_get_series (self->figure.frame, (guint) datum.series);
  for (guint i = 0; i < rs_frame_get_n_series (to); i++)
    {
      const RsSeries *series = rs_frame_get_series (to, i);

      if (g_strcmp0 (series->id, old->id) != 0)
        continue;
      for (guint j = 0; j < series->n_points; j++)
        if (rs_period_equal (series->points[j].period, old->points[datum.point].period))
          self->cursor = (RsDatum){ (int) i, (int) j };
    }
}

static void
move_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  RsChartView *self = RS_CHART_VIEW (widget);
  RsScene *scene = rs_chart_view_get_scene (self);
  RsDatum from = self->cursor;
  RsPoint at;
  RsRect area;

  if (scene == NULL)
    return;
  /* After a change of size the datum may have no place any more: begin anew. */
  if (!rs_scene_find_stop (scene, from, &at, &area))
    from = RS_DATUM_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    if (g_str_equal (action_name, moves[i].action))
      rs_chart_view_move_cursor (self, rs_scene_move (scene, from, moves[i].move),
                                 RS_CURSOR_BY_KEYS);
}

static void
clear_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  rs_chart_view_move_cursor (RS_CHART_VIEW (widget), RS_DATUM_NONE, RS_CURSOR_BY_KEYS);
}

static void
activate_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  rs_chart_view_emit_activated (RS_CHART_VIEW (widget));
}

/* At the cursor, else in the middle. */
static void
popup_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  RsChartView *self = RS_CHART_VIEW (widget);
  RsScene *scene = rs_chart_view_get_scene (self);
  RsPoint at = { gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget) / 2.0 };

  if (scene != NULL)
    rs_scene_find_stop (scene, self->cursor, &at, NULL);
  rs_chart_view_emit_context_menu (self, at.x, at.y);
}

gboolean
rs_chart_view_try_actions (RsChartView *self, const char *actions)
{
  g_auto (GStrv) names = g_strsplit (actions, "|", -1);

  for (guint i = 0; names[i] != NULL; i++)
    if (can_do (self, names[i]) && gtk_widget_activate_action (GTK_WIDGET (self), names[i], NULL))
      return TRUE;
  return FALSE;
}

/* A key that would do nothing goes on: Escape then leaves the page. GTK itself swallows the keys of
 * actions that are off. */
static gboolean
key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  return rs_chart_view_try_actions (RS_CHART_VIEW (widget), g_variant_get_string (args, NULL));
}

/* While the cursor is on nothing Home goes back as well. */
static gboolean
home_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  RsChartView *self = RS_CHART_VIEW (widget);

  return rs_chart_view_try_actions (self, datum_is_none (self->cursor) ? "zoom.back|cursor.first"
                                                                       : "cursor.first");
}

static void
add_key (GtkWidgetClass *widget_class, guint key, GdkModifierType state, const char *actions)
{
  gtk_widget_class_add_binding (widget_class, key, state, key_cb, "s", actions);
}

void
rs_chart_view_install_keys (GtkWidgetClass *widget_class)
{
  static const guint activators[] = {
    GDK_KEY_Return,
    GDK_KEY_KP_Enter,
    GDK_KEY_ISO_Enter,
    GDK_KEY_space,
  };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      gtk_widget_class_install_action (widget_class, moves[i].action, NULL, move_action);
      if (moves[i].move == RS_MOVE_HOME)
        {
          gtk_widget_class_add_binding (widget_class, moves[i].key, 0, home_cb, NULL);
          gtk_widget_class_add_binding (widget_class, moves[i].keypad, 0, home_cb, NULL);
          continue;
        }
      add_key (widget_class, moves[i].key, 0, moves[i].action);
      add_key (widget_class, moves[i].keypad, 0, moves[i].action);
    }
  gtk_widget_class_install_action (widget_class, "cursor.clear", NULL, clear_action);
  add_key (widget_class, GDK_KEY_Escape, 0, "range.drop|cursor.clear|zoom.back");
  gtk_widget_class_install_action (widget_class, "chart.activate", NULL, activate_action);
  for (guint i = 0; i < G_N_ELEMENTS (activators); i++)
    add_key (widget_class, activators[i], 0, "range.take|chart.activate");
  rs_chart_view_install_range_actions (widget_class);
  add_key (widget_class, GDK_KEY_Left, GDK_SHIFT_MASK, "range.earlier");
  add_key (widget_class, GDK_KEY_KP_Left, GDK_SHIFT_MASK, "range.earlier");
  add_key (widget_class, GDK_KEY_Right, GDK_SHIFT_MASK, "range.later");
  add_key (widget_class, GDK_KEY_KP_Right, GDK_SHIFT_MASK, "range.later");
  gtk_widget_class_install_action (widget_class, "menu.popup", NULL, popup_action);
  add_key (widget_class, GDK_KEY_Menu, 0, "menu.popup");
  add_key (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "menu.popup");
}

static RsDatum
hit (RsChartView *self, double x, double y)
{
  RsScene *scene = rs_chart_view_get_scene (self);

  return scene != NULL ? rs_scene_hit (scene, x, y) : RS_DATUM_NONE;
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, RsChartView *self)
{
  RsDatum datum;

  gboolean moved = x != self->pointer_x || y != self->pointer_y;

  self->pointer_x = x;
  self->pointer_y = y;
  /* When the layout changes, or a chart comes to lie under a pointer that is still, GTK makes up a
   * motion, which has no time; that is nobody pointing. */
  if (!self->cursor_enabled || !moved || self->range.dragging || self->cursor_held ||
      gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (controller)) ==
        GDK_CURRENT_TIME)
    return;
  datum = hit (self, x, y);
  if (!datum_is_none (datum) || self->cursor_origin == RS_CURSOR_BY_POINTER)
    rs_chart_view_move_cursor (self, datum, RS_CURSOR_BY_POINTER);
}

static void
pointer_leave_cb (GtkEventControllerMotion *controller, RsChartView *self)
{
  self->pointer_x = self->pointer_y = -1.0;
  if (self->cursor_origin == RS_CURSOR_BY_POINTER && !self->range.dragging && !self->cursor_held)
    rs_chart_view_move_cursor (self, RS_DATUM_NONE, RS_CURSOR_BY_POINTER);
}

static void
focus_leave_cb (GtkEventControllerFocus *controller, RsChartView *self)
{
  if (self->cursor_origin == RS_CURSOR_BY_KEYS && !self->cursor_held)
    rs_chart_view_move_cursor (self, RS_DATUM_NONE, RS_CURSOR_BY_KEYS);
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, RsChartView *self)
{
  if (!gtk_widget_contains (GTK_WIDGET (self), x, y))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->activates)
    rs_chart_view_emit_activated (self);
  else
    rs_chart_view_move_cursor (self, hit (self, x, y), RS_CURSOR_BY_KEYS);
}

static void
ask_for_menu (RsChartView *self, double x, double y)
{
  RsDatum datum = hit (self, x, y);

  /* On a slide the button has another meaning. */
  if (!rs_chart_view_has_menu (self))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (!datum_is_none (datum))
    rs_chart_view_move_cursor (self, datum, RS_CURSOR_BY_KEYS);
  rs_chart_view_emit_context_menu (self, x, y);
}

static void
secondary_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, RsChartView *self)
{
  ask_for_menu (self, x, y);
}

static void
long_pressed_cb (GtkGestureLongPress *gesture, double x, double y, RsChartView *self)
{
  if (rs_chart_view_has_menu (self))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  ask_for_menu (self, x, y);
}

static void
add_menu_controllers (RsChartView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (secondary_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (press, "pressed", G_CALLBACK (long_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}

void
rs_chart_view_add_controllers (RsChartView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (pointer_leave_cb), self);
  gtk_widget_add_controller (widget, motion);
  g_signal_connect (focus, "leave", G_CALLBACK (focus_leave_cb), self);
  gtk_widget_add_controller (widget, focus);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  add_menu_controllers (self);
  rs_chart_view_add_range_controllers (self);
}
