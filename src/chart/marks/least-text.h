/* SPDX-License-Identifier: GPL-3.0-or-later
 * How small a text may become before it is left out (R7). */
#pragma once

#include "chart/drawing.h"

G_BEGIN_DECLS

/* 9 pt on a page and 24 px of 1080 lines in a hall, which is what the type of sources has; a card
 * that is read at arm's length may go down to @desk_px at a text scale of 1. */
static inline double
rs_least_text_get_px (const RsDrawing *drawing, double desk_px)
{
  switch (drawing->options->type_mode)
    {
    case RS_TYPE_DESK:
      return MIN (drawing->type.tick, desk_px * drawing->options->text_scale);
    case RS_TYPE_PAGE:
    case RS_TYPE_HALL:
      return drawing->type.source;
    }
  g_return_val_if_reached (drawing->type.source);
}

G_END_DECLS
