/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a key of a keyboard or a clicker does while presenting. */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

typedef enum
{
  RS_PRESENT_NOTHING, /* not a key of the presentation: passed on */
  RS_PRESENT_IGNORE,  /* swallowed */
  RS_PRESENT_NEXT,
  RS_PRESENT_PREVIOUS,
  RS_PRESENT_FIRST,
  RS_PRESENT_LAST,
  RS_PRESENT_BLANK,
  RS_PRESENT_END,
  RS_PRESENT_YEAR_LATER,
  RS_PRESENT_YEAR_EARLIER,
} RsPresentCommand;

/**
 * rs_present_key_lookup:
 * @keyval: the key
 * @state: modifiers; any of Ctrl, Alt and Super passes the key on
 *
 * A clicker sends F5 and Esc in turn from one button: F5 starts (in the window), Esc ends, and an
 * F5 that comes while presenting is swallowed, so that the button is in step again after one press
 * at most.
 */
RsPresentCommand rs_present_key_lookup (guint keyval, GdkModifierType state);

G_END_DECLS
