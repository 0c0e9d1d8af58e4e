/* SPDX-License-Identifier: GPL-3.0-or-later
 * A figure on the screen: painted from its scene, read by pointer, keyboard and screen reader. */
#define G_LOG_DOMAIN "renshe-widget"

#include "config.h"

#include "widget/chart-view-private.h"

#include "widget/chart-paint.h"
#include "widget/engine.h"

#define MIN_WIDTH_PX 320
#define MIN_HEIGHT_PX 180
#define NATURAL_WIDTH_PX 560
/* Of a chart on a page of its own, at text scale 1. */
#define PAGE_MIN_HEIGHT_PX 420
#define FOCUS_RING_PX 2.0f
#define HOVER_RING_PX 1.0f
#define CARD_RADIUS_PX 12.0f

G_DEFINE_FINAL_TYPE (RsChartView, rs_chart_view, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_ACTIVATES = 1,
  PROP_CURSOR_ENABLED,
  PROP_CURSOR_TEXT,
  N_PROPS,
} RsChartViewProperty;

enum
{
  SIGNAL_ACTIVATED,
  SIGNAL_CONTEXT_MENU,
  SIGNAL_CURSOR_MOVED,
  SIGNAL_RANGE_SELECTED,
  SIGNAL_ZOOM_BACK,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* Something that the layout depends on has changed. */
static void
invalidate (RsChartView *self)
{
  self->figure.text_scale = rs_chart_view_get_text_scale (self);
  rs_figure_cache_invalidate (&self->figure);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
dpi_changed_cb (RsChartView *self)
{
  if (rs_chart_view_get_text_scale (self) != self->figure.text_scale)
    invalidate (self);
}

static void
rs_chart_view_root (GtkWidget *widget)
{
  RsChartView *self = RS_CHART_VIEW (widget);

  GTK_WIDGET_CLASS (rs_chart_view_parent_class)->root (widget);
  g_set_object (&self->settings, gtk_widget_get_settings (widget));
  self->dpi_handler = g_signal_connect_swapped (self->settings, "notify::gtk-xft-dpi",
                                                G_CALLBACK (dpi_changed_cb), self);
  dpi_changed_cb (self);
}

static void
rs_chart_view_unroot (GtkWidget *widget)
{
  RsChartView *self = RS_CHART_VIEW (widget);

  g_clear_signal_handler (&self->dpi_handler, self->settings);
  g_clear_object (&self->settings);
  GTK_WIDGET_CLASS (rs_chart_view_parent_class)->unroot (widget);
}

/* What nobody sees does not move. */
static void
rs_chart_view_unmap (GtkWidget *widget)
{
  rs_chart_view_stop_motion (RS_CHART_VIEW (widget));
  GTK_WIDGET_CLASS (rs_chart_view_parent_class)->unmap (widget);
}

static GtkSizeRequestMode
rs_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
rs_chart_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  RsChartView *self = RS_CHART_VIEW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH_PX;
      *natural = NATURAL_WIDTH_PX;
      return;
    }
  *minimum = MIN_HEIGHT_PX;
  if (self->figure.type_mode == RS_TYPE_PAGE)
    *minimum = (int) (PAGE_MIN_HEIGHT_PX * self->figure.text_scale);
  *natural = MAX (*minimum, rs_figure_cache_get_natural_height (
                              &self->figure, for_size > 0 ? for_size : NATURAL_WIDTH_PX));
  /* Rows of figures cannot be squeezed. Charts can, and their minimum must not grow with the width:
   * GTK takes it that what is wider is never higher. */
  if (self->figure.frame != NULL && self->figure.type_mode != RS_TYPE_HALL &&
      rs_frame_get_kind (self->figure.frame) == RS_CHART_FIGURES)
    {
      if (for_size <= 0)
        *natural = MAX (*natural, rs_figure_cache_get_natural_height (&self->figure, MIN_WIDTH_PX));
      *minimum = *natural;
    }
}

static void
rs_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RsChartView *self = RS_CHART_VIEW (widget);
  int label_width = 0;
  int label_height = 0;

  gtk_widget_measure (self->status, GTK_ORIENTATION_HORIZONTAL, -1, &label_width, NULL, NULL, NULL);
  gtk_widget_measure (self->status, GTK_ORIENTATION_VERTICAL, label_width, &label_height, NULL,
                      NULL, NULL);
  gtk_widget_allocate (self->status, label_width, label_height, -1, NULL);
}

static void
snapshot_ring (RsChartView *self, GtkSnapshot *snapshot, float line_px, const RsColor *color)
{
  GskRoundedRect outline;
  const gboolean card = (self->figure.parts & RS_FIGURE_CARD) != 0;
  const float widths[4] = { line_px, line_px, line_px, line_px };
  const GdkRGBA rgba = {
    (float) color->red,
    (float) color->green,
    (float) color->blue,
    (float) color->alpha,
  };
  const GdkRGBA colors[4] = { rgba, rgba, rgba, rgba };
  const graphene_rect_t bounds =
    GRAPHENE_RECT_INIT (0, 0, (float) self->figure.width, (float) self->figure.height);

  gsk_rounded_rect_init_from_rect (&outline, &bounds, card ? CARD_RADIUS_PX : 0.0f);
  gtk_snapshot_append_border (snapshot, &outline, widths, colors);
}

static void
rs_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RsChartView *self = RS_CHART_VIEW (widget);
  const int scale = gtk_widget_get_scale_factor (widget);
  const GtkStateFlags state = gtk_widget_get_state_flags (widget);
  RsScene *shown;

  if (rs_chart_view_get_scene (self) == NULL)
    return;
  shown = rs_chart_view_get_shown_scene (self);
  if (shown == self->figure.scene)
    gtk_snapshot_append_node (snapshot, rs_figure_cache_get_node (&self->figure, scale));
  else
    rs_chart_paint_snapshot (shown, snapshot, scale);
  if (rs_chart_view_has_datum (self, self->cursor))
    rs_chart_paint_snapshot (rs_figure_cache_get_overlay (&self->figure, self->cursor), snapshot,
                             scale);
  rs_chart_view_snapshot_range (self, snapshot, scale);
  if (gtk_widget_has_visible_focus (widget))
    snapshot_ring (self, snapshot, FOCUS_RING_PX, &self->figure.theme->focus);
  else if (self->activates && (state & GTK_STATE_FLAG_PRELIGHT) != 0)
    snapshot_ring (self, snapshot, HOVER_RING_PX, &self->figure.theme->axis);
  /* The status label is for ears only: it is not drawn. */
}

static void
rs_chart_view_state_flags_changed (GtkWidget *widget, GtkStateFlags previous)
{
  gtk_widget_queue_draw (widget);
}

static void
rs_chart_view_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  RsChartView *self = RS_CHART_VIEW (object);

  switch ((RsChartViewProperty) property_id)
    {
    case PROP_ACTIVATES:
      g_value_set_boolean (value, self->activates);
      break;
    case PROP_CURSOR_ENABLED:
      g_value_set_boolean (value, self->cursor_enabled);
      break;
    case PROP_CURSOR_TEXT:
      g_value_set_string (value, self->cursor_text);
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
rs_chart_view_set_property (GObject *object,
                            guint property_id,
                            const GValue *value,
                            GParamSpec *pspec)
{
  RsChartView *self = RS_CHART_VIEW (object);

  switch ((RsChartViewProperty) property_id)
    {
    case PROP_ACTIVATES:
      rs_chart_view_set_activates (self, g_value_get_boolean (value));
      break;
    case PROP_CURSOR_ENABLED:
      rs_chart_view_set_cursor_enabled (self, g_value_get_boolean (value));
      break;
    case PROP_CURSOR_TEXT:
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
rs_chart_view_dispose (GObject *object)
{
  RsChartView *self = RS_CHART_VIEW (object);

  rs_chart_view_stop_motion (self);
  rs_figure_cache_clear (&self->figure);
  g_clear_pointer (&self->status, gtk_widget_unparent);
  g_clear_pointer (&self->cursor_text, g_free);
  G_OBJECT_CLASS (rs_chart_view_parent_class)->dispose (object);
}

static void
rs_chart_view_class_init (RsChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = rs_chart_view_dispose;
  object_class->get_property = rs_chart_view_get_property;
  object_class->set_property = rs_chart_view_set_property;
  widget_class->get_request_mode = rs_chart_view_get_request_mode;
  widget_class->measure = rs_chart_view_measure;
  widget_class->root = rs_chart_view_root;
  widget_class->size_allocate = rs_chart_view_size_allocate;
  widget_class->snapshot = rs_chart_view_snapshot;
  widget_class->state_flags_changed = rs_chart_view_state_flags_changed;
  widget_class->unmap = rs_chart_view_unmap;
  widget_class->unroot = rs_chart_view_unroot;

  properties[PROP_ACTIVATES] =
    g_param_spec_boolean ("activates", NULL, NULL, FALSE, G_PARAM_READWRITE | flags);
  properties[PROP_CURSOR_ENABLED] =
    g_param_spec_boolean ("cursor-enabled", NULL, NULL, TRUE, G_PARAM_READWRITE | flags);
  properties[PROP_CURSOR_TEXT] =
    g_param_spec_string ("cursor-text", NULL, NULL, NULL, G_PARAM_READABLE | flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CURSOR_MOVED] =
    g_signal_new ("cursor-moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  signals[SIGNAL_CONTEXT_MENU] =
    g_signal_new ("context-menu", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[SIGNAL_RANGE_SELECTED] =
    g_signal_new ("range-selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[SIGNAL_ZOOM_BACK] = g_signal_new ("zoom-back", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  rs_chart_view_install_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "chart-view");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
rs_chart_view_init (RsChartView *self)
{
  rs_widget_init ();
  self->figure.parts = RS_FIGURE_TITLE | RS_FIGURE_HEADLINE | RS_FIGURE_CHART | RS_FIGURE_NOTES |
                       RS_FIGURE_SOURCE | RS_FIGURE_CARD;
  self->figure.type_mode = RS_TYPE_DESK;
  self->figure.theme = rs_theme_get ("light");
  self->cursor_enabled = TRUE;
  self->cursor = RS_DATUM_NONE;
  self->pointer_x = self->pointer_y = -1.0;
  self->status =
    g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "can-target",
                  FALSE, "ellipsize", PANGO_ELLIPSIZE_END, "single-line-mode", TRUE, NULL);
  gtk_widget_set_parent (self->status, GTK_WIDGET (self));
  self->figure.text_scale = rs_chart_view_get_text_scale (self);
  rs_chart_view_add_controllers (self);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (gtk_widget_queue_draw), NULL);
  rs_chart_view_update_actions (self);
}

void
rs_chart_view_emit_activated (RsChartView *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

void
rs_chart_view_emit_cursor_moved (RsChartView *self)
{
  g_signal_emit (self, signals[SIGNAL_CURSOR_MOVED], 0, self->cursor.series, self->cursor.point);
}

void
rs_chart_view_emit_range_selected (RsChartView *self, RsPeriod first, RsPeriod last)
{
  g_autofree char *from = rs_period_to_id (first);
  g_autofree char *to = rs_period_to_id (last);

  g_signal_emit (self, signals[SIGNAL_RANGE_SELECTED], 0, from, to);
}

void
rs_chart_view_emit_zoom_back (RsChartView *self)
{
  g_signal_emit (self, signals[SIGNAL_ZOOM_BACK], 0);
}

void
rs_chart_view_emit_context_menu (RsChartView *self, double x, double y)
{
  g_signal_emit (self, signals[SIGNAL_CONTEXT_MENU], 0, x, y);
}

gboolean
rs_chart_view_has_menu (RsChartView *self)
{
  return g_signal_has_handler_pending (self, signals[SIGNAL_CONTEXT_MENU], 0, FALSE);
}

void
rs_chart_view_notify_cursor_text (RsChartView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURSOR_TEXT]);
}

GtkWidget *
rs_chart_view_new (void)
{
  return g_object_new (RS_TYPE_CHART_VIEW, NULL);
}

void
rs_chart_view_set_frame (RsChartView *self, RsFrame *frame)
{
  g_return_if_fail (RS_IS_CHART_VIEW (self));

  if (self->figure.frame == frame)
    return;
  rs_chart_view_start_motion (self, frame);
  rs_chart_view_carry_cursor (self, frame);
  if (frame != NULL)
    rs_frame_ref (frame);
  g_clear_pointer (&self->figure.frame, rs_frame_unref);
  self->figure.frame = frame;
  invalidate (self);
  rs_chart_view_update_actions (self);
  rs_chart_view_update_cursor_text (self);
  rs_chart_view_update_accessible (self);
}

RsFrame *
rs_chart_view_get_frame (RsChartView *self)
{
  g_return_val_if_fail (RS_IS_CHART_VIEW (self), NULL);

  return self->figure.frame;
}

void
rs_chart_view_set_parts (RsChartView *self, RsFigureParts parts)
{
  g_return_if_fail (RS_IS_CHART_VIEW (self));

  if (self->figure.parts == parts)
    return;
  self->figure.parts = parts;
  invalidate (self);
}

RsFigureParts
rs_chart_view_get_parts (RsChartView *self)
{
  g_return_val_if_fail (RS_IS_CHART_VIEW (self), 0);

  return self->figure.parts;
}

void
rs_chart_view_set_type_mode (RsChartView *self, RsTypeMode mode)
{
  g_return_if_fail (RS_IS_CHART_VIEW (self));

  if (self->figure.type_mode == mode)
    return;
  self->figure.type_mode = mode;
  invalidate (self);
}

RsTypeMode
rs_chart_view_get_type_mode (RsChartView *self)
{
  g_return_val_if_fail (RS_IS_CHART_VIEW (self), RS_TYPE_DESK);

  return self->figure.type_mode;
}

void
rs_chart_view_set_theme (RsChartView *self, const char *theme_id)
{
  const RsTheme *theme = NULL;

  g_return_if_fail (RS_IS_CHART_VIEW (self));
  g_return_if_fail (theme_id != NULL);

  theme = rs_theme_get (theme_id);
  if (theme == NULL || theme == self->figure.theme)
    return;
  self->figure.theme = theme;
  invalidate (self);
}

const char *
rs_chart_view_get_theme (RsChartView *self)
{
  g_return_val_if_fail (RS_IS_CHART_VIEW (self), NULL);

  return self->figure.theme != NULL ? self->figure.theme->id : NULL;
}

void
rs_chart_view_set_text_scale (RsChartView *self, double text_scale)
{
  g_return_if_fail (RS_IS_CHART_VIEW (self));

  text_scale = CLAMP (text_scale, 0.0, 4.0);
  if (self->text_scale == text_scale)
    return;
  self->text_scale = text_scale;
  invalidate (self);
}

double
rs_chart_view_get_text_scale (RsChartView *self)
{
  g_return_val_if_fail (RS_IS_CHART_VIEW (self), 1.0);

  return self->text_scale > 0.0 ? self->text_scale : rs_widget_get_text_scale (GTK_WIDGET (self));
}

void
rs_chart_view_set_cursor_enabled (RsChartView *self, gboolean enabled)
{
  g_return_if_fail (RS_IS_CHART_VIEW (self));

  enabled = !!enabled;
  if (self->cursor_enabled == enabled)
    return;
  self->cursor_enabled = enabled;
  if (!enabled)
    rs_chart_view_move_cursor (self, RS_DATUM_NONE, RS_CURSOR_BY_PROGRAM);
  rs_chart_view_update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURSOR_ENABLED]);
}

gboolean
rs_chart_view_get_cursor_enabled (RsChartView *self)
{
  g_return_val_if_fail (RS_IS_CHART_VIEW (self), FALSE);

  return self->cursor_enabled;
}

void
rs_chart_view_set_activates (RsChartView *self, gboolean activates)
{
  g_return_if_fail (RS_IS_CHART_VIEW (self));

  activates = !!activates;
  if (self->activates == activates)
    return;
  self->activates = activates;
  if (activates)
    gtk_widget_add_css_class (GTK_WIDGET (self), "activatable");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "activatable");
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), activates ? "pointer" : NULL);
  rs_chart_view_update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVATES]);
}

gboolean
rs_chart_view_get_activates (RsChartView *self)
{
  g_return_val_if_fail (RS_IS_CHART_VIEW (self), FALSE);

  return self->activates;
}

RsScene *
rs_chart_view_get_scene (RsChartView *self)
{
  g_return_val_if_fail (RS_IS_CHART_VIEW (self), NULL);

  return rs_figure_cache_get_scene (&self->figure, gtk_widget_get_width (GTK_WIDGET (self)),
                                    gtk_widget_get_height (GTK_WIDGET (self)));
}

void
rs_chart_view_get_options (RsChartView *self, RsFigureOptions *out_options)
{
  g_return_if_fail (RS_IS_CHART_VIEW (self));
  g_return_if_fail (out_options != NULL);

  rs_figure_cache_get_options (&self->figure, gtk_widget_get_width (GTK_WIDGET (self)),
                               gtk_widget_get_height (GTK_WIDGET (self)), out_options);
}

void
rs_chart_view_set_cursor (RsChartView *self, RsDatum datum)
{
  RsScene *scene = NULL;
  RsPoint at;
  RsRect area;

  g_return_if_fail (RS_IS_CHART_VIEW (self));

  scene = rs_chart_view_get_scene (self);
  if (!rs_chart_view_has_datum (self, datum) ||
      (scene != NULL && !rs_scene_find_stop (scene, datum, &at, &area)))
    datum = RS_DATUM_NONE;
  rs_chart_view_move_cursor (self, datum, RS_CURSOR_BY_PROGRAM);
}

RsDatum
rs_chart_view_get_cursor (RsChartView *self)
{
  g_return_val_if_fail (RS_IS_CHART_VIEW (self), RS_DATUM_NONE);

  return self->cursor;
}

char *
rs_chart_view_describe_cursor (RsChartView *self)
{
  g_return_val_if_fail (RS_IS_CHART_VIEW (self), NULL);

  return g_strdup (self->cursor_text != NULL ? self->cursor_text : "");
}

void
rs_chart_view_set_range_enabled (RsChartView *self, gboolean enabled)
{
  g_return_if_fail (RS_IS_CHART_VIEW (self));

  if (self->range_enabled == !!enabled)
    return;
  self->range_enabled = !!enabled;
  rs_chart_view_drop_range (self);
  rs_chart_view_update_actions (self);
}

void
rs_chart_view_set_zoomed (RsChartView *self, gboolean zoomed)
{
  g_return_if_fail (RS_IS_CHART_VIEW (self));

  if (self->zoomed == !!zoomed)
    return;
  self->zoomed = !!zoomed;
  rs_chart_view_update_actions (self);
}

void
rs_chart_view_hold_cursor (RsChartView *self, gboolean hold)
{
  g_return_if_fail (RS_IS_CHART_VIEW (self));

  self->cursor_held = !!hold;
}
