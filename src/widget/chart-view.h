/* SPDX-License-Identifier: GPL-3.0-or-later
 * A figure on the screen: painted from its scene, read by pointer, keyboard and screen reader. */
#pragma once

#include <gtk/gtk.h>

#include "chart/chart.h"

G_BEGIN_DECLS

#define RS_TYPE_CHART_VIEW (rs_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (RsChartView, rs_chart_view, RS, CHART_VIEW, GtkWidget)

/**
 * RsChartView:
 *
 * One frame as a figure. Begins with all parts of a card (%RS_FIGURE_TITLE to %RS_FIGURE_CARD),
 * %RS_TYPE_DESK, theme `light`.
 *
 * Properties: `cursor-enabled` (read-write, default TRUE): hover and keys move a cursor over the
 * data. `activates` (read-write, default FALSE): a click, a tap or Enter anywhere emits
 * #RsChartView::activated. `cursor-text` (read-only, nullable): all that is known of the datum
 * under the cursor, as a screen reader hears it.
 *
 * Signals: `activated` (). `cursor-moved` (int series, int point): -1 -1 when it was cleared; not
 * emitted by rs_chart_view_set_cursor(). `range-selected` (string first, string last): ids of the
 * first and last period that the user wants to see alone, or, by the wheel, around what there is;
 * what lies beyond the figures is for the handler to cut. `zoom-back` (): the user wants all of it
 * again. `context-menu` (double x, double y): asked for at that place, in px of the view, with the
 * cursor on the datum there, if there is one.
 *
 * # Motion
 * A frame that answers the same question for another year, region or range comes mark by mark,
 * within 400 ms. The first one comes at once, as does everything where the desktop wants no
 * animations (`gtk-enable-animations`). Pointer, keys and screen readers always meet the new frame.
 *
 * # Size
 * At least 320 px wide. The natural height is that of the well-proportioned figure at its width; a
 * container that scrolls should give it, for charts (not rows of figures) can be squeezed to 180
 * px, or 420 px times the text scale in %RS_TYPE_PAGE.
 *
 * # Keys
 * One Tab stop. Arrows, Home and End move the cursor by the rules of rs_scene_move(); Escape clears
 * it, and goes on to the window when there is none; Enter and Space activate when `activates` is
 * set. Menu and Shift+F10 ask for the context menu. Where ranges can be chosen, Shift+Left and
 * Shift+Right choose one from the cursor on, Enter takes it, Escape drops it. While the view is
 * zoomed and the cursor is on nothing, Escape and Home zoom back.
 *
 * # CSS nodes
 * `chart-view`, with the style class `.activatable` when `activates` is set. Colours come from the
 * theme, not from CSS.
 *
 * # Accessibility
 * Role `img` (an image), name: the figure's title, description: what the cursor is on, else the
 * text twin. An invisible child of role `status` holds the same text, for readers that listen to
 * text changes.
 *
 * # Text direction
 * Charts run from left to right in every language.
 */

GtkWidget *rs_chart_view_new (void);

/**
 * rs_chart_view_set_frame:
 * @frame: (nullable) (transfer none): what to draw; nothing is drawn for %NULL
 *
 * A cursor that stands on a series and period that the new frame has as well stays there.
 */
void rs_chart_view_set_frame (RsChartView *self, RsFrame *frame);
RsFrame *rs_chart_view_get_frame (RsChartView *self); /* (nullable) (transfer none) */

void rs_chart_view_set_parts (RsChartView *self, RsFigureParts parts);
RsFigureParts rs_chart_view_get_parts (RsChartView *self);
void rs_chart_view_set_type_mode (RsChartView *self, RsTypeMode mode);
RsTypeMode rs_chart_view_get_type_mode (RsChartView *self);

/* @theme_id: as rs_theme_get() knows it; an unknown one is ignored. */
void rs_chart_view_set_theme (RsChartView *self, const char *theme_id);
const char *rs_chart_view_get_theme (RsChartView *self);

/* @text_scale: 0, the default, follows the desktop (rs_widget_get_text_scale()); else at most 4. */
void rs_chart_view_set_text_scale (RsChartView *self, double text_scale);
double rs_chart_view_get_text_scale (RsChartView *self); /* in effect, never 0 */

void rs_chart_view_set_cursor_enabled (RsChartView *self, gboolean enabled);
gboolean rs_chart_view_get_cursor_enabled (RsChartView *self);
void rs_chart_view_set_activates (RsChartView *self, gboolean activates);
gboolean rs_chart_view_get_activates (RsChartView *self);

/* Whether a range of time can be chosen in charts over time, by dragging, by keys, and with Ctrl
 * and the wheel or two fingers. FALSE to begin with. */
void rs_chart_view_set_range_enabled (RsChartView *self, gboolean enabled);

/* Whether there is anything to zoom back from. */
void rs_chart_view_set_zoomed (RsChartView *self, gboolean zoomed);

/* Keeps the cursor where it is while a menu for it has the focus. */
void rs_chart_view_hold_cursor (RsChartView *self, gboolean hold);

/* The scene at the present size, made if need be; the same pointer until something changes. NULL
 * without a frame or a size. (transfer none) */
RsScene *rs_chart_view_get_scene (RsChartView *self);

/* The options that the scene was made with: for exports of what is in view. */
void rs_chart_view_get_options (RsChartView *self, RsFigureOptions *out_options);

/* @datum: a stop of the scene; anything else clears the cursor. */
void rs_chart_view_set_cursor (RsChartView *self, RsDatum datum);
RsDatum rs_chart_view_get_cursor (RsChartView *self);

/* What a screen reader hears of the cursor, "" without one. (transfer full) */
char *rs_chart_view_describe_cursor (RsChartView *self);

G_END_DECLS
