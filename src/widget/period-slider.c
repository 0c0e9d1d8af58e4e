/* SPDX-License-Identifier: GPL-3.0-or-later
 * Choosing a year: among those that the dataset has, or by letting them pass. */
#define G_LOG_DOMAIN "renshe-widget"

#include "config.h"

#include "widget/period-slider.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "widget/engine.h"

#define PLAY_INTERVAL_MS 1200
#define PLAY_INTERVAL_MIN_MS 10
#define PLAY_INTERVAL_MAX_MS 60000

/* Steps of Page Up and Page Down. */
#define PAGE_YEARS 5

struct _RsPeriodSlider
{
  GtkWidget parent_instance;

  /* Direct children are bound so that the template disposes of them. */
  GtkWidget *bottom_box;
  GtkSpinButton *entry;
  GtkAdjustment *entry_adjustment;
  GtkLabel *first_label;
  GtkLabel *last_label;
  GtkButton *play_button;
  GtkScale *scale;
  GtkAdjustment *scale_adjustment;
  GtkWidget *top_box;

  int *years; /* (nullable) (owned) (array length=n_years): ascending */
  guint n_years;
  guint position; /* of the year; meaningless while n_years is 0 */

  guint play_interval_ms;
  guint play_source;
  gboolean updating; /* while the controls are set to what the year is */
};

G_DEFINE_FINAL_TYPE (RsPeriodSlider, rs_period_slider, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_PLAYING = 1,
  PROP_PLAY_INTERVAL,
  PROP_YEAR,
  N_PROPS,
} RsPeriodSliderProperty;

enum
{
  SIGNAL_YEAR_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* Position of the year nearest to @value; of two as near the earlier. */
static guint
find_nearest (RsPeriodSlider *self, double value)
{
  guint best = 0;

  for (guint i = 1; i < self->n_years; i++)
    if (fabs (self->years[i] - value) < fabs (self->years[best] - value))
      best = i;
  return best;
}

static gboolean
find_year (RsPeriodSlider *self, int year, guint *out_position)
{
  for (guint i = 0; i < self->n_years; i++)
    if (self->years[i] == year)
      {
        *out_position = i;
        return TRUE;
      }
  return FALSE;
}

static void
set_label_number (GtkLabel *label, int number)
{
  g_autofree char *text = g_strdup_printf ("%d", number);

  gtk_label_set_label (label, text);
}

/* Sets all controls to what the year is. */
static void
update_controls (RsPeriodSlider *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const gboolean several = self->n_years > 1;
  const int year = rs_period_slider_get_year (self);

  gtk_widget_set_visible (widget, self->n_years > 0);
  gtk_widget_action_set_enabled (widget, "year.previous", several && self->position > 0);
  gtk_widget_action_set_enabled (widget, "year.next",
                                 several && self->position + 1 < self->n_years);
  gtk_widget_action_set_enabled (widget, "year.toggle-play", several);
  gtk_widget_set_sensitive (GTK_WIDGET (self->scale), several);
  gtk_widget_set_sensitive (GTK_WIDGET (self->entry), several);
  if (self->n_years == 0)
    return;
  self->updating = TRUE;
  gtk_adjustment_set_value (self->scale_adjustment, year);
  gtk_adjustment_set_value (self->entry_adjustment, year);
  self->updating = FALSE;
}

static void
update_play_button (RsPeriodSlider *self)
{
  const gboolean playing = self->play_source != 0;
  const char *label = playing ? _ ("Pause") : _ ("Play the years");

  gtk_button_set_icon_name (self->play_button, playing ? "media-playback-pause-symbolic"
                                                       : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->play_button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->play_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

/* @by_user: whether to tell */
static void
set_position (RsPeriodSlider *self, guint position, gboolean by_user)
{
  const gboolean changed = self->position != position;

  self->position = position;
  update_controls (self);
  if (!changed)
    return;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_YEAR]);
  if (by_user)
    g_signal_emit (self, signals[SIGNAL_YEAR_CHANGED], 0, self->years[self->position]);
}

static gboolean
play_cb (gpointer user_data)
{
  RsPeriodSlider *self = RS_PERIOD_SLIDER (user_data);

  if (self->position + 1 < self->n_years)
    set_position (self, self->position + 1, TRUE);
  /* A handler may have stopped the play, or changed the years. */
  if (self->play_source == 0)
    return G_SOURCE_REMOVE;
  if (self->position + 1 < self->n_years)
    return G_SOURCE_CONTINUE;
  rs_period_slider_set_playing (self, FALSE);
  return G_SOURCE_REMOVE;
}

/* Between two years that there are, dragging sticks to the nearer one; keys and clicks go on to the
 * next in their direction, so that no gap is too wide for an arrow. */
static gboolean
scale_change_value_cb (GtkRange *range, GtkScrollType scroll, double value, gpointer user_data)
{
  RsPeriodSlider *self = RS_PERIOD_SLIDER (user_data);
  /* The direction is in the value: a horizontal scale grows with Up as with Right. */
  const double way = value - rs_period_slider_get_year (self);
  const int sign = way > 0.0 ? 1 : way < 0.0 ? -1 : 0;

  if (self->n_years == 0)
    return TRUE;
  switch (scroll)
    {
    case GTK_SCROLL_STEP_BACKWARD:
    case GTK_SCROLL_STEP_DOWN:
    case GTK_SCROLL_STEP_FORWARD:
    case GTK_SCROLL_STEP_LEFT:
    case GTK_SCROLL_STEP_RIGHT:
    case GTK_SCROLL_STEP_UP:
      rs_period_slider_step (self, sign);
      break;
    case GTK_SCROLL_PAGE_BACKWARD:
    case GTK_SCROLL_PAGE_DOWN:
    case GTK_SCROLL_PAGE_FORWARD:
    case GTK_SCROLL_PAGE_LEFT:
    case GTK_SCROLL_PAGE_RIGHT:
    case GTK_SCROLL_PAGE_UP:
      rs_period_slider_step (self, sign * PAGE_YEARS);
      break;
    case GTK_SCROLL_START:
    case GTK_SCROLL_END:
    case GTK_SCROLL_NONE:
    case GTK_SCROLL_JUMP:
      set_position (self, find_nearest (self, value), TRUE);
      break;
    }
  return TRUE;
}

/* Only a year that there is can be entered: the nearest one would be an answer to another question.
 */
static int
entry_input_cb (GtkSpinButton *entry, double *out_value, gpointer user_data)
{
  RsPeriodSlider *self = RS_PERIOD_SLIDER (user_data);
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));
  char *end = NULL;
  guint position = 0;
  gint64 year = 0;

  g_strstrip (text);
  year = g_ascii_strtoll (text, &end, 10);
  if (end == text || *end != '\0' || year < G_MININT || year > G_MAXINT ||
      !find_year (self, (int) year, &position))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return GTK_INPUT_ERROR;
    }
  *out_value = (double) year;
  return TRUE;
}

/* The buttons and arrows of the entry go by one: from there to the next year that there is in their
 * direction. */
static void
entry_value_changed_cb (GtkSpinButton *entry, gpointer user_data)
{
  RsPeriodSlider *self = RS_PERIOD_SLIDER (user_data);
  const int value = gtk_spin_button_get_value_as_int (entry);
  guint position = 0;

  if (self->updating || self->n_years == 0)
    return;
  if (find_year (self, value, &position))
    {
      set_position (self, position, TRUE);
      return;
    }
  position = self->position;
  if (value > self->years[position])
    while (position + 1 < self->n_years && self->years[position] < value)
      position++;
  else
    while (position > 0 && self->years[position] > value)
      position--;
  set_position (self, position, TRUE);
}

static void
step_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  rs_period_slider_step (RS_PERIOD_SLIDER (widget),
                         g_str_equal (action_name, "year.next") ? 1 : -1);
}

static void
toggle_play_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  RsPeriodSlider *self = RS_PERIOD_SLIDER (widget);

  rs_period_slider_set_playing (self, self->play_source == 0);
}

/* A space is no digit: in the entry as well it plays and pauses. */
static gboolean
entry_key_cb (GtkEventControllerKey *controller,
              guint keyval,
              guint keycode,
              GdkModifierType state,
              RsPeriodSlider *self)
{
  if (keyval != GDK_KEY_space && keyval != GDK_KEY_KP_Space)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (GTK_WIDGET (self), "year.toggle-play", NULL);
  return GDK_EVENT_STOP;
}

/* The wheel goes year by year, whatever gaps there are. */
static gboolean
scale_scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, RsPeriodSlider *self)
{
  if (dy != 0.0)
    rs_period_slider_step (self, dy > 0.0 ? -1 : 1);
  return GDK_EVENT_STOP;
}

static void
rs_period_slider_unmap (GtkWidget *widget)
{
  /* What nobody sees does not go on. */
  rs_period_slider_set_playing (RS_PERIOD_SLIDER (widget), FALSE);
  GTK_WIDGET_CLASS (rs_period_slider_parent_class)->unmap (widget);
}

static void
rs_period_slider_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  RsPeriodSlider *self = RS_PERIOD_SLIDER (object);

  switch ((RsPeriodSliderProperty) property_id)
    {
    case PROP_PLAYING:
      g_value_set_boolean (value, self->play_source != 0);
      break;
    case PROP_PLAY_INTERVAL:
      g_value_set_uint (value, self->play_interval_ms);
      break;
    case PROP_YEAR:
      g_value_set_int (value, rs_period_slider_get_year (self));
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
rs_period_slider_set_property (GObject *object,
                               guint property_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  RsPeriodSlider *self = RS_PERIOD_SLIDER (object);

  switch ((RsPeriodSliderProperty) property_id)
    {
    case PROP_PLAYING:
      rs_period_slider_set_playing (self, g_value_get_boolean (value));
      break;
    case PROP_PLAY_INTERVAL:
      rs_period_slider_set_play_interval (self, g_value_get_uint (value));
      break;
    case PROP_YEAR:
      rs_period_slider_set_year (self, g_value_get_int (value));
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
rs_period_slider_dispose (GObject *object)
{
  RsPeriodSlider *self = RS_PERIOD_SLIDER (object);

  g_clear_handle_id (&self->play_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), RS_TYPE_PERIOD_SLIDER);
  G_OBJECT_CLASS (rs_period_slider_parent_class)->dispose (object);
}

static void
rs_period_slider_finalize (GObject *object)
{
  RsPeriodSlider *self = RS_PERIOD_SLIDER (object);

  g_free (self->years);
  G_OBJECT_CLASS (rs_period_slider_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  rs_widget_init ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/renshe/Renshe/widget/period-slider.ui");
  gtk_widget_class_bind_template_child (widget_class, RsPeriodSlider, bottom_box);
  gtk_widget_class_bind_template_child (widget_class, RsPeriodSlider, entry);
  gtk_widget_class_bind_template_child (widget_class, RsPeriodSlider, entry_adjustment);
  gtk_widget_class_bind_template_child (widget_class, RsPeriodSlider, first_label);
  gtk_widget_class_bind_template_child (widget_class, RsPeriodSlider, last_label);
  gtk_widget_class_bind_template_child (widget_class, RsPeriodSlider, play_button);
  gtk_widget_class_bind_template_child (widget_class, RsPeriodSlider, scale);
  gtk_widget_class_bind_template_child (widget_class, RsPeriodSlider, scale_adjustment);
  gtk_widget_class_bind_template_child (widget_class, RsPeriodSlider, top_box);
  gtk_widget_class_bind_template_callback (widget_class, entry_input_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_value_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, scale_change_value_cb);
}

static void
rs_period_slider_class_init (RsPeriodSliderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = rs_period_slider_dispose;
  object_class->finalize = rs_period_slider_finalize;
  object_class->get_property = rs_period_slider_get_property;
  object_class->set_property = rs_period_slider_set_property;
  widget_class->unmap = rs_period_slider_unmap;

  properties[PROP_PLAYING] = g_param_spec_boolean ("playing", NULL, NULL, FALSE, flags);
  properties[PROP_PLAY_INTERVAL] =
    g_param_spec_uint ("play-interval", NULL, NULL, PLAY_INTERVAL_MIN_MS, PLAY_INTERVAL_MAX_MS,
                       PLAY_INTERVAL_MS, flags);
  properties[PROP_YEAR] = g_param_spec_int ("year", NULL, NULL, G_MININT, G_MAXINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_YEAR_CHANGED] =
    g_signal_new ("year-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_install_action (widget_class, "year.next", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "year.previous", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "year.toggle-play", NULL, toggle_play_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "year.toggle-play", NULL);
  bind_template (widget_class);
  gtk_widget_class_set_css_name (widget_class, "period-slider");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rs_period_slider_init (RsPeriodSlider *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *wheel = NULL;

  self->play_interval_ms = PLAY_INTERVAL_MS;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Year"),
                                  -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (entry_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL |
                                           GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);
  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect (wheel, "scroll", G_CALLBACK (scale_scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->scale), wheel);
  update_controls (self);
  update_play_button (self);
}

GtkWidget *
rs_period_slider_new (void)
{
  return g_object_new (RS_TYPE_PERIOD_SLIDER, NULL);
}

void
rs_period_slider_set_years (RsPeriodSlider *self, const int *years, guint n_years)
{
  const int year = RS_IS_PERIOD_SLIDER (self) ? rs_period_slider_get_year (self) : 0;
  guint position = 0;

  g_return_if_fail (RS_IS_PERIOD_SLIDER (self));
  g_return_if_fail (years != NULL || n_years == 0);

  if (n_years == self->n_years &&
      (n_years == 0 || memcmp (years, self->years, n_years * sizeof *years) == 0))
    return;
  rs_period_slider_set_playing (self, FALSE);
  g_free (self->years);
  self->years = g_memdup2 (years, n_years * sizeof *years);
  self->n_years = n_years;
  for (guint i = 1; i < n_years; i++)
    if (years[i] <= year)
      position = i;
  self->position = position;
  if (n_years > 0)
    {
      self->updating = TRUE;
      gtk_adjustment_configure (self->scale_adjustment, years[position], years[0],
                                years[n_years - 1], 1, PAGE_YEARS, 0);
      gtk_adjustment_configure (self->entry_adjustment, years[position], years[0],
                                years[n_years - 1], 1, PAGE_YEARS, 0);
      self->updating = FALSE;
      set_label_number (self->first_label, years[0]);
      set_label_number (self->last_label, years[n_years - 1]);
    }
  update_controls (self);
  if (rs_period_slider_get_year (self) != year)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_YEAR]);
}

void
rs_period_slider_set_year (RsPeriodSlider *self, int year)
{
  guint position = 0;

  g_return_if_fail (RS_IS_PERIOD_SLIDER (self));

  if (find_year (self, year, &position) && position != self->position)
    set_position (self, position, FALSE);
}

int
rs_period_slider_get_year (RsPeriodSlider *self)
{
  g_return_val_if_fail (RS_IS_PERIOD_SLIDER (self), 0);

  return self->n_years > 0 ? self->years[self->position] : 0;
}

void
rs_period_slider_set_playing (RsPeriodSlider *self, gboolean playing)
{
  g_return_if_fail (RS_IS_PERIOD_SLIDER (self));

  playing = playing && self->n_years > 1;
  if (playing == (self->play_source != 0))
    return;
  if (playing)
    {
      self->play_source = g_timeout_add (self->play_interval_ms, play_cb, self);
      if (self->position + 1 == self->n_years)
        set_position (self, 0, TRUE);
    }
  else
    g_clear_handle_id (&self->play_source, g_source_remove);
  update_play_button (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAYING]);
}

gboolean
rs_period_slider_get_playing (RsPeriodSlider *self)
{
  g_return_val_if_fail (RS_IS_PERIOD_SLIDER (self), FALSE);

  return self->play_source != 0;
}

void
rs_period_slider_set_play_interval (RsPeriodSlider *self, guint interval_ms)
{
  g_return_if_fail (RS_IS_PERIOD_SLIDER (self));

  interval_ms = CLAMP (interval_ms, PLAY_INTERVAL_MIN_MS, PLAY_INTERVAL_MAX_MS);
  if (self->play_interval_ms == interval_ms)
    return;
  self->play_interval_ms = interval_ms;
  if (self->play_source != 0)
    {
      g_source_remove (self->play_source);
      self->play_source = g_timeout_add (interval_ms, play_cb, self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAY_INTERVAL]);
}

guint
rs_period_slider_get_play_interval (RsPeriodSlider *self)
{
  g_return_val_if_fail (RS_IS_PERIOD_SLIDER (self), 0);

  return self->play_interval_ms;
}

void
rs_period_slider_step (RsPeriodSlider *self, int n)
{
  g_return_if_fail (RS_IS_PERIOD_SLIDER (self));

  if (self->n_years == 0)
    return;
  set_position (self, (guint) CLAMP ((gint64) self->position + n, 0, (gint64) self->n_years - 1),
                TRUE);
}
