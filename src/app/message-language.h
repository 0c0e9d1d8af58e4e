/* SPDX-License-Identifier: GPL-3.0-or-later
 * The language that the window speaks, for the pictures in it. */
#pragma once

#include "base/language.h"

G_BEGIN_DECLS

/**
 * rs_language_from_messages:
 *
 * Asks gettext itself, so that window and pictures agree: what the environment asks for need not be
 * what gettext does, as where a catalogue is missing, or where the C library takes no notice of
 * `LANGUAGE` in the locale C.UTF-8.
 *
 * Returns: the language that `_()` translates to.
 */
RsLanguage rs_language_from_messages (void);

G_END_DECLS
