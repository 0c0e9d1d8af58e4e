/* SPDX-License-Identifier: GPL-3.0-or-later
 * The board on the full screen, one chart a slide. */
#define G_LOG_DOMAIN "renshe-app"

#include "config.h"

#include "app/present-window.h"

#include <glib/gi18n-lib.h>

#include "app/present-keys.h"
#include "chart/theme.h"
#include "widget/chart-view.h"

#define POINTER_REST_MS 2000

/* px on a screen of 1,080 lines: as small as anything on a slide may be, and the slide's padding.
 */
#define SLIDE_LINES 1080
#define NUMBER_SIZE 24
#define NUMBER_MIN_SIZE 11
#define NUMBER_MARGIN_END 64
#define NUMBER_MARGIN_BOTTOM 14

struct _RsPresentWindow
{
  GtkWindow parent_instance;

  GtkWidget *black;
  RsChartView *chart;
  GtkLabel *number;
  GtkLabel *problem;

  RsDocument *document; /* (nullable) (owned) */
  guint position;
  int number_lines; /* height of the window that the number has its size for */
  guint inhibitor;  /* cookie; 0: none */
  guint pointer_timer;
  double pointer_x, pointer_y;
  gboolean ended;
};

G_DEFINE_FINAL_TYPE (RsPresentWindow, rs_present_window, GTK_TYPE_WINDOW)

enum
{
  SIGNAL_ENDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static guint
get_n_slides (RsPresentWindow *self)
{
  const RsBoard *board = rs_document_get_board (self->document);

  return board != NULL ? board->views->len : 0;
}

static void
refresh (RsPresentWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RsFrame) frame = NULL;
  g_autofree char *number = NULL;

  if (get_n_slides (self) == 0)
    return;
  self->position = MIN (self->position, get_n_slides (self) - 1);
  frame = rs_document_run (self->document, rs_document_get_view (self->document, self->position),
                           rs_document_get_language (self->document), &error);
  rs_chart_view_set_frame (self->chart, frame);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), frame == NULL);
  gtk_label_set_label (self->problem, frame == NULL ? error->message : "");
  number = g_strdup_printf ("%u / %u", self->position + 1, get_n_slides (self));
  gtk_label_set_label (self->number, number);
}

static void
on_document_changed (RsDocument *document, guint changes, RsPresentWindow *self)
{
  refresh (self);
}

static void
end (RsPresentWindow *self)
{
  if (self->ended)
    return;
  self->ended = TRUE;
  g_signal_emit (self, signals[SIGNAL_ENDED], 0, self->position);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
go_to (RsPresentWindow *self, gint64 position)
{
  guint n = get_n_slides (self);

  /* A move wakes a blank screen: whoever presses "next" wants to see it. */
  gtk_widget_set_visible (self->black, FALSE);
  if (n == 0)
    return;
  position = CLAMP (position, 0, (gint64) n - 1);
  if ((guint) position == self->position)
    return;
  self->position = (guint) position;
  rs_chart_view_set_cursor (self->chart, RS_DATUM_NONE);
  refresh (self);
}

gboolean
rs_present_window_press (RsPresentWindow *self, guint keyval, GdkModifierType state)
{
  g_return_val_if_fail (RS_IS_PRESENT_WINDOW (self), FALSE);

  switch (rs_present_key_lookup (keyval, state))
    {
    case RS_PRESENT_NOTHING:
      return FALSE;
    case RS_PRESENT_IGNORE:
      return TRUE;
    case RS_PRESENT_NEXT:
      go_to (self, (gint64) self->position + 1);
      return TRUE;
    case RS_PRESENT_PREVIOUS:
      go_to (self, (gint64) self->position - 1);
      return TRUE;
    case RS_PRESENT_FIRST:
      go_to (self, 0);
      return TRUE;
    case RS_PRESENT_LAST:
      go_to (self, G_MAXINT);
      return TRUE;
    case RS_PRESENT_BLANK:
      gtk_widget_set_visible (self->black, !gtk_widget_get_visible (self->black));
      return TRUE;
    case RS_PRESENT_END:
      end (self);
      return TRUE;
    case RS_PRESENT_YEAR_LATER:
      rs_document_step_year (self->document, 1);
      return TRUE;
    case RS_PRESENT_YEAR_EARLIER:
      rs_document_step_year (self->document, -1);
      return TRUE;
    }
  return FALSE;
}

static gboolean
on_key_pressed (RsPresentWindow *self, guint keyval, guint keycode, GdkModifierType state)
{
  return rs_present_window_press (self, keyval, state);
}

static void
on_clicked (RsPresentWindow *self, int n_press, double x, double y, GtkGesture *gesture)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (button == GDK_BUTTON_SECONDARY)
    go_to (self, (gint64) self->position - 1);
  else if (button == GDK_BUTTON_PRIMARY)
    go_to (self, (gint64) self->position + 1);
}

/* A ring around all of the slide would only tell the hall that a key was pressed. */
static void
on_focus_visible (GtkWindow *window)
{
  if (gtk_window_get_focus_visible (window))
    gtk_window_set_focus_visible (window, FALSE);
}

static gboolean
hide_pointer (gpointer user_data)
{
  RsPresentWindow *self = RS_PRESENT_WINDOW (user_data);

  self->pointer_timer = 0;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "none");
  return G_SOURCE_REMOVE;
}

static void
on_pointer_moved (RsPresentWindow *self, double x, double y)
{
  /* Motion is also reported when what lies under a still pointer changes. */
  if (x == self->pointer_x && y == self->pointer_y)
    return;
  self->pointer_x = x;
  self->pointer_y = y;
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  g_clear_handle_id (&self->pointer_timer, g_source_remove);
  self->pointer_timer = g_timeout_add (POINTER_REST_MS, hide_pointer, self);
}

static gboolean
size_number (gpointer user_data)
{
  RsPresentWindow *self = user_data;
  double scale = (double) self->number_lines / SLIDE_LINES;
  double size = MAX (NUMBER_SIZE * scale, NUMBER_MIN_SIZE);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_size_new_absolute ((int) (size * PANGO_SCALE)));
  gtk_label_set_attributes (self->number, attributes);
  gtk_widget_set_margin_end (GTK_WIDGET (self->number), (int) (NUMBER_MARGIN_END * scale));
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->number), (int) (NUMBER_MARGIN_BOTTOM * scale));
  return G_SOURCE_REMOVE;
}

static void
rs_present_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RsPresentWindow *self = RS_PRESENT_WINDOW (widget);

  GTK_WIDGET_CLASS (rs_present_window_parent_class)
    ->size_allocate (widget, width, height, baseline);
  if (height == self->number_lines)
    return;
  self->number_lines = height;
  /* What is measured must not change while it is allocated. */
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, size_number, g_object_ref (self), g_object_unref);
}

static gboolean
rs_present_window_close_request (GtkWindow *window)
{
  /* Alt+F4 and the like end it as Escape does. */
  end (RS_PRESENT_WINDOW (window));
  return TRUE;
}

static void
rs_present_window_dispose (GObject *object)
{
  RsPresentWindow *self = RS_PRESENT_WINDOW (object);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  g_clear_handle_id (&self->pointer_timer, g_source_remove);
  if (self->inhibitor != 0 && application != NULL)
    gtk_application_uninhibit (application, self->inhibitor);
  self->inhibitor = 0;
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (rs_present_window_parent_class)->dispose (object);
}

static void
rs_present_window_class_init (RsPresentWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);

  object_class->dispose = rs_present_window_dispose;
  widget_class->size_allocate = rs_present_window_size_allocate;
  window_class->close_request = rs_present_window_close_request;

  signals[SIGNAL_ENDED] = g_signal_new ("ended", RS_TYPE_PRESENT_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (RS_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/renshe/Renshe/ui/present-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RsPresentWindow, black);
  gtk_widget_class_bind_template_child (widget_class, RsPresentWindow, chart);
  gtk_widget_class_bind_template_child (widget_class, RsPresentWindow, number);
  gtk_widget_class_bind_template_child (widget_class, RsPresentWindow, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_pointer_moved);
}

static void
rs_present_window_init (RsPresentWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rs_chart_view_set_type_mode (self->chart, RS_TYPE_HALL);
  g_signal_connect (self, "notify::focus-visible", G_CALLBACK (on_focus_visible), NULL);
  /* Slides are sized by the screen they fill, not by the text size of the desk. */
  rs_chart_view_set_text_scale (self->chart, 1);
  rs_chart_view_set_parts (self->chart, RS_FIGURE_TITLE | RS_FIGURE_HEADLINE | RS_FIGURE_CHART |
                                          RS_FIGURE_NOTES | RS_FIGURE_SOURCE);
}

RsPresentWindow *
rs_present_window_new (GtkApplication *application, RsDocument *document, const char *theme_id)
{
  RsPresentWindow *self;

  g_return_val_if_fail (RS_IS_DOCUMENT (document), NULL);

  self = g_object_new (RS_TYPE_PRESENT_WINDOW, "application", application, NULL);
  self->document = g_object_ref (document);
  g_signal_connect (document, "changed", G_CALLBACK (on_document_changed), self);
  rs_present_window_set_theme (self, theme_id);
  refresh (self);
  return self;
}

/* The monitor to present on: one that @beside is not on, where there is one. */
static GdkMonitor * /* (transfer full) (nullable) */
choose_monitor (GtkWindow *beside)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (beside));
  GtkNative *native = GTK_NATIVE (beside);
  GListModel *monitors = gdk_display_get_monitors (display);
  GdkMonitor *own = NULL;

  if (gtk_native_get_surface (native) != NULL)
    own = gdk_display_get_monitor_at_surface (display, gtk_native_get_surface (native));
  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      if (monitor != own)
        return g_steal_pointer (&monitor);
    }
  return own != NULL ? g_object_ref (own) : NULL;
}

void
rs_present_window_start (RsPresentWindow *self, GtkWindow *beside)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autoptr (GdkMonitor) monitor = NULL;

  g_return_if_fail (RS_IS_PRESENT_WINDOW (self));
  g_return_if_fail (GTK_IS_WINDOW (beside));

  monitor = choose_monitor (beside);
  if (monitor != NULL)
    {
      GdkRectangle geometry;

      /* Where nobody manages windows, or full screen is refused, it still fills the monitor. */
      gdk_monitor_get_geometry (monitor, &geometry);
      gtk_window_set_default_size (GTK_WINDOW (self), geometry.width, geometry.height);
      gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), monitor);
    }
  else
    {
      gtk_window_fullscreen (GTK_WINDOW (self));
    }
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->chart));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "none");
  if (application != NULL && self->inhibitor == 0)
    self->inhibitor = gtk_application_inhibit (application, GTK_WINDOW (self),
                                               GTK_APPLICATION_INHIBIT_IDLE, _ ("Presenting"));
}

void
rs_present_window_set_theme (RsPresentWindow *self, const char *theme_id)
{
  g_return_if_fail (RS_IS_PRESENT_WINDOW (self));

  rs_chart_view_set_theme (self->chart, rs_theme_get_hall_id (theme_id));
}

void
rs_present_window_show_slide (RsPresentWindow *self, guint position)
{
  g_return_if_fail (RS_IS_PRESENT_WINDOW (self));

  go_to (self, position);
}

guint
rs_present_window_get_position (RsPresentWindow *self)
{
  g_return_val_if_fail (RS_IS_PRESENT_WINDOW (self), 0);

  return self->position;
}

gboolean
rs_present_window_get_blank (RsPresentWindow *self)
{
  g_return_val_if_fail (RS_IS_PRESENT_WINDOW (self), FALSE);

  return gtk_widget_get_visible (self->black);
}
