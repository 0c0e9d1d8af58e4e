/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is open: a catalog, one of its datasets, a board for it, and the one choice that all pages
 * share. */
#pragma once

#include "app/view-choice.h"
#include "dataset/catalog.h"
#include "query/board.h"
#include "query/frame.h"

G_BEGIN_DECLS

#define RS_TYPE_DOCUMENT (rs_document_get_type ())
G_DECLARE_FINAL_TYPE (RsDocument, rs_document, RS, DOCUMENT, GObject)

/* What a `changed` signal is about. A change of catalog is one of dataset as well, and so on down.
 */
typedef enum
{
  RS_DOCUMENT_CATALOG = 1 << 0,
  RS_DOCUMENT_DATASET = 1 << 1,
  RS_DOCUMENT_BOARD = 1 << 2,
  RS_DOCUMENT_SELECTION = 1 << 3,
  RS_DOCUMENT_CHOICE = 1 << 4, /* how a view is drawn */
} RsDocumentChange;

/**
 * RsDocument:
 *
 * Always whole: a load or a switch that fails leaves every part as it was, and emits nothing. A new
 * document holds no catalog, until rs_document_set_catalog().
 *
 * Signals: `changed` (guint flags of #RsDocumentChange), emitted after all of it has changed;
 * `loading` (gboolean): a load began or ended.
 */

/**
 * rs_document_prepare_embedded:
 *
 * Begins to read the embedded figures in a thread, while the window comes up.
 */
void rs_document_prepare_embedded (void);

/**
 * rs_document_take_embedded:
 *
 * What rs_document_prepare_embedded() began to read, as soon as it is there; without it and from
 * the second call on the same as rs_load_embedded().
 *
 * Returns: (transfer full) (nullable): the catalog.
 */
RsCatalog *rs_document_take_embedded (GError **error);

/* Ends the thread, where nobody took what it read. To be called before the process ends. */
void rs_document_drop_embedded (void);

/* @language: of titles, labels and sentences. */
RsDocument *rs_document_new (RsLanguage language);

RsLanguage rs_document_get_language (RsDocument *self);

/**
 * rs_document_set_catalog:
 * @catalog: (transfer none): with at least one dataset
 * @error: %RS_DATASET_ERROR_UNSUPPORTED where it holds no dataset
 *
 * Opens the first dataset of @catalog. The choice is kept where that dataset has the region and the
 * year.
 */
gboolean rs_document_set_catalog (RsDocument *self, RsCatalog *catalog, GError **error);

/**
 * rs_document_open_board:
 * @name: of the board's file, for messages and as its id where it has none
 * @error: which dataset is missing, or what that dataset lacks
 *
 * Shows @board for the dataset that it names: one of the open catalog, else an embedded one; for
 * the open dataset where it names none. It stays among the boards of that dataset until another
 * catalog is opened.
 */
gboolean
rs_document_open_board (RsDocument *self, const RsBoard *board, const char *name, GError **error);

/* Whether the board that is shown came from a file. */
gboolean rs_document_is_board_opened (RsDocument *self);

/**
 * rs_document_load_async:
 * @file: a dataset file or a board file
 *
 * Reads @file in a thread and opens it: all of a dataset file, or a board for its dataset. A load
 * that is under way is cancelled by the next one.
 */
void rs_document_load_async (RsDocument *self,
                             GFile *file,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean rs_document_load_finish (RsDocument *self, GAsyncResult *result, GError **error);
gboolean rs_document_get_loading (RsDocument *self);

RsCatalog *rs_document_get_catalog (RsDocument *self); /* (nullable) (transfer none) */
RsDataset *rs_document_get_dataset (RsDocument *self); /* (nullable) (transfer none) */
guint rs_document_get_dataset_index (RsDocument *self);
void rs_document_set_dataset_index (RsDocument *self, guint index); /* beyond the last: ignored */

/* Position of the dataset with @id in the catalog, or -1. */
int rs_document_find_dataset (RsDocument *self, const char *id);

/* The boards that can be shown for the dataset: its own one first, then the other embedded ones for
 * it. */
guint rs_document_get_n_boards (RsDocument *self);
const RsBoard *rs_document_get_nth_board (RsDocument *self, guint i);
guint rs_document_get_board_index (RsDocument *self);
const RsBoard *rs_document_get_board (RsDocument *self); /* (nullable) */
gboolean rs_document_set_board_id (RsDocument *self, const char *id);

/**
 * rs_document_get_view:
 * @position: of a view in the board
 *
 * Returns: (nullable) (transfer none): the view as it is shown, printed and presented: the board's,
 * with what the user chose for it; valid until the next change. %NULL beyond the last.
 */
const RsView *rs_document_get_view (RsDocument *self, guint position);

/* What the user chose for the view at @position of the board, which is remembered as long as the
 * program runs. Nothing chosen: as the board has it. */
void rs_document_get_choice (RsDocument *self, guint position, RsViewChoice *out_choice);
void rs_document_set_choice (RsDocument *self, guint position, const RsViewChoice *choice);

const RsSelection *rs_document_get_selection (RsDocument *self);

/* What was chosen last. The selection differs from it while the dataset lacks that region or year,
 * so that a look into another dataset does not lose the choice. */
const RsSelection *rs_document_get_wanted (RsDocument *self);

/* "This dataset does not have Chongqing; China is shown.", where the choice of region could not be
 * kept. (transfer full) (nullable) */
char *rs_document_describe_missing_region (RsDocument *self);

/* A region or year that the dataset lacks is ignored. Return whether the choice is now that. */
gboolean rs_document_select_region (RsDocument *self, const char *id);
gboolean rs_document_select_year (RsDocument *self, int year);

/* The next year that the dataset has, @n on (negative: back); stops at the ends. */
void rs_document_step_year (RsDocument *self, int n);

/* (transfer full) (nullable): the answer to @view for the choice, in @language. */
RsFrame *
rs_document_run (RsDocument *self, const RsView *view, RsLanguage language, GError **error);

/* "Chongqing, 2021", "Chongqing in 2021"; the dataset's label where there is neither region nor
 * year. (transfer full) */
char *rs_document_get_title (RsDocument *self);
char *rs_document_get_heading (RsDocument *self);
/* "Employment and social security · 52 indicators" (transfer full) */
char *rs_document_get_subtitle (RsDocument *self);

G_END_DECLS
