/* SPDX-License-Identifier: GPL-3.0-or-later
 * A compiled gettext catalogue (.mo) in memory. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* More entries than this are no catalogue of ours. */
#define RS_MESSAGES_MAX (1u << 16)

typedef struct _RsMessages RsMessages;

/**
 * rs_messages_new:
 * @bytes: a .mo file of either byte order; kept alive
 *
 * Checks the whole file: its size, every offset, the NUL after every string, UTF-8.
 *
 * Returns: (transfer full) (nullable): the catalogue, or %NULL where @bytes is none.
 */
RsMessages *rs_messages_new (GBytes *bytes);
void rs_messages_free (RsMessages *self);

/**
 * rs_messages_lookup:
 * @key: a msgid; with a context, `context\004msgid`; of a plural, the singular
 *
 * Returns: (nullable) (transfer none): the first form of the translation, alive as long as @self.
 */
const char *rs_messages_lookup (const RsMessages *self, const char *key);
guint rs_messages_get_n (const RsMessages *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RsMessages, rs_messages_free)

G_END_DECLS
