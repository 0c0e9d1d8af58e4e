/* SPDX-License-Identifier: GPL-3.0-or-later
 * The window: header bar, sidebar, overview, one chart large. */
#pragma once

#include <adwaita.h>

#include "app/document.h"

G_BEGIN_DECLS

#define RS_TYPE_WINDOW (rs_window_get_type ())
G_DECLARE_FINAL_TYPE (RsWindow, rs_window, RS, WINDOW, AdwApplicationWindow)

/**
 * RsWindow:
 *
 * Actions (`win.`): open, open-embedded, dismiss, dataset (i), board (s), show-sidebar, search,
 * back, chart (u), chart-step (i), year-step (i), export, copy, copy-data, present, remarks,
 * full-screen.
 */

/**
 * rs_window_new:
 * @document: (transfer none): what it shows
 * @settings: (nullable) (transfer none): where it remembers size and choice
 */
RsWindow *rs_window_new (AdwApplication *application, RsDocument *document, GSettings *settings);

RsDocument *rs_window_get_document (RsWindow *self); /* (transfer none) */

/* Opens @file; a failure is told above the page, and leaves everything as it was. */
void rs_window_open (RsWindow *self, GFile *file);

/* The view that export, copy and present begin with. (nullable) (transfer none) */
const RsView *rs_window_get_current_view (RsWindow *self);
guint rs_window_get_current_position (RsWindow *self);

/* (nullable): the chart page's answer or that of the focused card. (transfer none) */
RsFrame *rs_window_get_current_frame (RsWindow *self);

/* What is told above the page; NULL when nothing is. (transfer none) */
const char *rs_window_get_problem (RsWindow *self);
void rs_window_show_problem (RsWindow *self, const char *title, const char *message);

/* @file: (nullable): gives the toast a button that shows it in its folder. */
void rs_window_show_toast (RsWindow *self, const char *title, GFile *file);

/* Presents the board from the slide at @position. */
void rs_window_present_from (RsWindow *self, guint position);

/* While something is under way that ends with a toast or a problem. */
void rs_window_begin_progress (RsWindow *self, const char *title);
void rs_window_end_progress (RsWindow *self);

G_END_DECLS
