/* SPDX-License-Identifier: GPL-3.0-or-later
 * Cards in rows: as many to a row as fit, all of a row equally high. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RS_TYPE_CARD_GRID (rs_card_grid_get_type ())
G_DECLARE_FINAL_TYPE (RsCardGrid, rs_card_grid, RS, CARD_GRID, GtkWidget)

/* Between cards, both ways. */
#define RS_CARD_GRID_GAP 18
/* At most this many to a row. */
#define RS_CARD_GRID_MAX_COLUMNS 4

/**
 * RsCardGrid:
 *
 * One to four columns of equal width, in reading order; a row is as high as its highest card wants
 * to be. Cards that have all the width they can use (1,600 px for two of them) stay at that.
 *
 * # Text direction
 * The first card of a row stands where reading begins.
 */

GtkWidget *rs_card_grid_new (void);
void rs_card_grid_append (RsCardGrid *self, GtkWidget *card);
void rs_card_grid_clear (RsCardGrid *self);

/* Columns for a width at a text scale, and the width that they take together. */
int rs_card_grid_get_columns (int width, double text_scale, int *out_content_width);

G_END_DECLS
