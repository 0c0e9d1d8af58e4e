/* SPDX-License-Identifier: GPL-3.0-or-later
 * What was odd about a file. */
#pragma once

#include <adwaita.h>

#include "dataset/catalog.h"

G_BEGIN_DECLS

/* (transfer floating): a window that lists the diagnostics of @catalog. */
GtkWidget *rs_remarks_dialog_new (GtkWindow *parent, RsCatalog *catalog);

G_END_DECLS
