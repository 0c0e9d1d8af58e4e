/* SPDX-License-Identifier: GPL-3.0-or-later
 * The board as cards. */
#pragma once

#include <gtk/gtk.h>

#include "app/document.h"

G_BEGIN_DECLS

#define RS_TYPE_OVERVIEW_PAGE (rs_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (RsOverviewPage, rs_overview_page, RS, OVERVIEW_PAGE, GtkWidget)

/**
 * RsOverviewPage:
 *
 * Heading, a sentence on the targets of the year, what is to be said of the region, and a card a
 * view. Views for which the dataset has nothing on the region in any year are no cards: one block
 * below the cards names them.
 *
 * Signals: `card-activated` (guint position in the board): a click on a card or on a name in the
 * block, or Enter.
 *
 * # Keys
 * Tab from card to card, arrows over the data of a card, Enter opens it.
 */

/* @document: (transfer none): followed from now on. */
void rs_overview_page_set_document (RsOverviewPage *self, RsDocument *document);
void rs_overview_page_set_theme (RsOverviewPage *self, const char *theme_id);

/* Position of the view that has the focus or had it last; before that the first card. */
guint rs_overview_page_get_focused (RsOverviewPage *self);
void rs_overview_page_focus (RsOverviewPage *self, guint position);

guint rs_overview_page_get_n_cards (RsOverviewPage *self);
/* How many views stand in the block of those without figures. */
guint rs_overview_page_get_n_empty (RsOverviewPage *self);
/* Whether the card at @position is about other regions than the chosen one: then it stands behind
 * all that is about that. */
gboolean rs_overview_page_is_of_others (RsOverviewPage *self, guint position);

/* (nullable) (transfer none): what the card shows; NULL where its view cannot be answered. */
RsFrame *rs_overview_page_get_frame (RsOverviewPage *self, guint position);

G_END_DECLS
