/* SPDX-License-Identifier: GPL-3.0-or-later
 * What all widgets share: resources, style, the text engine, the desktop's text size. */
#pragma once

#include <gtk/gtk.h>

#include "render/text.h"

G_BEGIN_DECLS

/**
 * rs_widget_init:
 *
 * Registers the compiled-in templates and adds the style sheet of the widgets to the default
 * display. Each widget calls it; calling it again does nothing. The style sheet has a lower
 * priority than one of the application.
 */
void rs_widget_init (void);

/**
 * rs_widget_prepare_text_engine:
 * @language: of the pictures to come
 *
 * Makes the engine in a thread, with the fonts of cards: finding fonts takes as long as opening a
 * window does. Whoever wants the engine before it is ready waits for it. Call it before GTK is
 * initialized, and fetch the engine before the process ends.
 */
void rs_widget_prepare_text_engine (RsLanguage language);

/**
 * rs_widget_get_text_engine:
 *
 * Returns: (transfer none): the one engine of the GTK thread; lives for ever.
 */
RsTextEngine *rs_widget_get_text_engine (void);

/**
 * rs_widget_is_drawn_by_cairo:
 *
 * Returns: whether the windows of this process are drawn without a graphics card; %FALSE as long as
 * none is realized.
 */
gboolean rs_widget_is_drawn_by_cairo (void);

/**
 * rs_widget_get_text_scale:
 * @widget: any widget
 *
 * Returns: the desktop's text scaling: 1 at 96 dpi, 2 at 200 % text size.
 */
double rs_widget_get_text_scale (GtkWidget *widget);

G_END_DECLS
