/* SPDX-License-Identifier: GPL-3.0-or-later
 * Choosing how a view is drawn. */
#pragma once

#include <gtk/gtk.h>

#include "app/document.h"

G_BEGIN_DECLS

#define RS_TYPE_KIND_PICKER (rs_kind_picker_get_type ())
G_DECLARE_FINAL_TYPE (RsKindPicker, rs_kind_picker, RS, KIND_PICKER, GtkPopover)

/**
 * RsKindPicker:
 *
 * A popover with all kinds of chart, those that are honest for the view first. The others stand
 * there as well, each with the reason why it cannot be chosen. Below them, where they matter: which
 * regions are compared, and the logarithmic scale. What is chosen goes to the document.
 *
 * # Keys
 * Arrows go from kind to kind, also to those that cannot be chosen, so that a screen reader says
 * why; Enter and Space choose; Tab goes on to regions and scale; Escape closes.
 */

GtkWidget *rs_kind_picker_new (void);

/**
 * rs_kind_picker_set_view:
 * @position: of the view in the board of @document
 * @view: as it is shown now, with its range
 * @kind: that it is drawn as
 */
void rs_kind_picker_set_view (
  RsKindPicker *self, RsDocument *document, guint position, const RsView *view, RsChartKind kind);

G_END_DECLS
