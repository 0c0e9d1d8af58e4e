/* SPDX-License-Identifier: GPL-3.0-or-later
 * The charts of a board that have no figure for the region, in one block. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RS_TYPE_EMPTY_LIST (rs_empty_list_get_type ())
G_DECLARE_FINAL_TYPE (RsEmptyList, rs_empty_list, RS, EMPTY_LIST, GtkBox)

/**
 * RsEmptyList:
 *
 * A sentence that says for which region no figure is published, and the names of the charts, each a
 * button. Hidden while there is none.
 *
 * Signals: `activated` (guint position in the board): a button was pressed; `focused` (guint
 * position): one got the keyboard focus.
 */

GtkWidget *rs_empty_list_new (void);

/**
 * rs_empty_list_set_charts:
 * @region: (nullable): its name; %NULL where the dataset has no regions
 * @positions: (element-type guint): in the board
 * @titles: (element-type utf8): one each
 *
 * Buttons stay, and so does the focus, where all is as before.
 */
void rs_empty_list_set_charts (RsEmptyList *self,
                               const char *region,
                               const GArray *positions,
                               const GPtrArray *titles);
guint rs_empty_list_get_n_charts (RsEmptyList *self);

gboolean rs_empty_list_has (RsEmptyList *self, guint position);
/* Whether the focus could be set. */
gboolean rs_empty_list_focus (RsEmptyList *self, guint position);

G_END_DECLS
