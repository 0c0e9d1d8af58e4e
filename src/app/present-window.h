/* SPDX-License-Identifier: GPL-3.0-or-later
 * The board on the full screen, one chart a slide. */
#pragma once

#include <gtk/gtk.h>

#include "app/document.h"

G_BEGIN_DECLS

#define RS_TYPE_PRESENT_WINDOW (rs_present_window_get_type ())
G_DECLARE_FINAL_TYPE (RsPresentWindow, rs_present_window, RS, PRESENT_WINDOW, GtkWindow)

/**
 * RsPresentWindow:
 *
 * Keeps the screen awake and hides a pointer that rests. Follows the document: the year changes
 * live.
 *
 * Signals: `ended` (guint position): the presentation ended at that slide; the window is destroyed
 * afterwards.
 *
 * # Keys
 * See present-keys.c.
 */

/* @application: (nullable): to keep the screen awake. */
RsPresentWindow *
rs_present_window_new (GtkApplication *application, RsDocument *document, const char *theme_id);

/* On the monitor of @beside, or on any other one where there are several. */
void rs_present_window_start (RsPresentWindow *self, GtkWindow *beside);

void rs_present_window_set_theme (RsPresentWindow *self, const char *theme_id);
void rs_present_window_show_slide (RsPresentWindow *self,
                                   guint position); /* beyond the last: the last */
guint rs_present_window_get_position (RsPresentWindow *self);
gboolean rs_present_window_get_blank (RsPresentWindow *self);

/* What a key does; FALSE for a key that it has no use for. */
gboolean rs_present_window_press (RsPresentWindow *self, guint keyval, GdkModifierType state);

G_END_DECLS
