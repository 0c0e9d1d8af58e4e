/* SPDX-License-Identifier: GPL-3.0-or-later
 * A board: an ordered list of views. As cards the dashboard, as slides a meeting. */
#pragma once

#include <gio/gio.h>

#include "query/view.h"

G_BEGIN_DECLS

#define RS_BOARD_MAX_VIEWS 500

typedef struct
{
  char *id;
  RsText title;
  char *dataset;    /* (nullable): id of the dataset it was made for */
  GPtrArray *views; /* (element-type RsView) (owned) */
} RsBoard;

RsBoard *rs_board_new (void);
void rs_board_free (RsBoard *self);
RsBoard *rs_board_copy (const RsBoard *self);

RsBoard *rs_board_from_bytes (const char *name, GBytes *bytes, GError **error);
RsBoard *rs_board_load (GFile *file, GCancellable *cancellable, GError **error);
/* Canonical JSON with a final newline. (transfer full) */
GBytes *rs_board_to_bytes (const RsBoard *self);

/* A board that the program brings along (GResource `/org/renshe/Renshe/boards/ID.json`), or NULL
 * with an error. */
RsBoard *rs_board_load_embedded (const char *id, GError **error);

/**
 * rs_board_for_dataset:
 * @dataset: any dataset
 *
 * The embedded board that the dataset names, else one made for it: a card an indicator (at most
 * 24), of the kind that its nature allows.
 *
 * Returns: (transfer full): never %NULL.
 */
RsBoard *rs_board_for_dataset (const RsDataset *dataset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RsBoard, rs_board_free)

G_END_DECLS
