/* SPDX-License-Identifier: GPL-3.0-or-later
 * A chart to a file: which, as what, how large. */
#pragma once

#include "app/window.h"
#include "export/export.h"

G_BEGIN_DECLS

#define RS_TYPE_EXPORT_DIALOG (rs_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RsExportDialog, rs_export_dialog, RS, EXPORT_DIALOG, AdwWindow)

/**
 * RsExportDialog:
 *
 * Begins with the chart in view and the choices of the last export. The preview is the scene that
 * the file will hold.
 */

/* @settings: (nullable) */
RsExportDialog *rs_export_dialog_new (RsWindow *window, GSettings *settings);

/* What the dialog would export now, in its language. (transfer full) (nullable) */
RsFrame *rs_export_dialog_run_view (RsExportDialog *self);
void rs_export_dialog_get_options (RsExportDialog *self, RsExportOptions *out_options);

/**
 * rs_export_dialog_export:
 * @file: the goal
 * @overwrite: whether the user agreed to replace it
 *
 * Exports in the background, closes, and lets the window tell the result.
 */
void rs_export_dialog_export (RsExportDialog *self, GFile *file, gboolean overwrite);

G_END_DECLS
