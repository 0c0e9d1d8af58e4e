/* SPDX-License-Identifier: GPL-3.0-or-later
 * Exports off the main thread. */
#pragma once

#include "export/export.h"

G_BEGIN_DECLS

/**
 * rs_export_job_run_async:
 * @frame: what to draw
 * @options: copied; the theme must be one of rs_theme_list()
 * @file: the goal
 *
 * Renders and writes in a thread with a text engine of its own. The file is there whole or not at
 * all, cancelled or not.
 */
void rs_export_job_run_async (RsFrame *frame,
                              const RsExportOptions *options,
                              GFile *file,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean rs_export_job_run_finish (GAsyncResult *result, GError **error);

/* A picture and its data for the clipboard. */
typedef struct
{
  GBytes *png; /* (nullable): not asked for */
  GBytes *svg; /* (nullable) */
  GBytes *tsv;
} RsClip;

void rs_clip_free (RsClip *self);

/**
 * rs_clip_new_async:
 * @with_picture: whether PNG and SVG are wanted as well
 */
void rs_clip_new_async (RsFrame *frame,
                        gboolean with_picture,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data);
RsClip *rs_clip_new_finish (GAsyncResult *result, GError **error); /* (transfer full) (nullable) */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RsClip, rs_clip_free)

G_END_DECLS
