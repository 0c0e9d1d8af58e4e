/* SPDX-License-Identifier: GPL-3.0-or-later
 * A scene as a PDF of one page. */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "chart/scene.h"
#include "render/text.h"

G_BEGIN_DECLS

typedef struct
{
  const char *author;  /* (nullable): who published the figures */
  const char *updated; /* (nullable): date of the data as given; stands for the date of the file,
                          which must not depend on the clock */
} RsPdfInfo;

/**
 * rs_pdf_write:
 * @write_func: gets the bytes
 * @error: %RS_EXPORT_ERROR_RENDER with cairo's words
 *
 * A page of the scene's size at 96 px an inch. Title and description of the scene become the
 * document's. The bytes are complete only when this has returned %TRUE.
 */
gboolean rs_pdf_write (const RsScene *scene,
                       RsTextEngine *engine,
                       const RsPdfInfo *info,
                       cairo_write_func_t write_func,
                       gpointer closure,
                       GError **error);

/* The same to memory. (transfer full) */
GBytes *
rs_pdf_encode (const RsScene *scene, RsTextEngine *engine, const RsPdfInfo *info, GError **error);

G_END_DECLS
