/* SPDX-License-Identifier: GPL-3.0-or-later
 * Notes of publishers, which hold HTML, as plain text. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * rs_plain_text_from_html:
 * @text: a note as found
 *
 * Takes HTML tags out (`<br>`, `<p>`, `<li>`, `<tr>` and `<div>` end a line), decodes the entities
 * that occur in notes and numeric ones, and turns PxWeb's `##` into a line end. A `<` that begins
 * no tag, as in "x < 5", stays, and so does one with another `<` before its `>`. The result is
 * text, never markup: whoever gives it to Pango escapes it.
 *
 * Returns: (transfer full): valid UTF-8.
 */
char *rs_plain_text_from_html (const char *text);

/**
 * rs_plain_text_to_html:
 * @text: plain text
 *
 * The inverse for writing notes: escapes what rs_plain_text_from_html() would take for markup, and
 * nothing else, so that readers that show notes as they are show nearly always the same.
 *
 * Returns: (transfer full): valid UTF-8.
 */
char *rs_plain_text_to_html (const char *text);

G_END_DECLS
