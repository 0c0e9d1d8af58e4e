/* SPDX-License-Identifier: GPL-3.0-or-later
 * Finding a name by any way of typing it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _RsSearchKey RsSearchKey;

/**
 * rs_search_key_new:
 * @code: category id
 * @names: (array zero-terminated=1): names in any language
 * @pinyin: (nullable): syllables separated by spaces (`chong qing`), where the dataset knows better
 * than a dictionary how a name is read; else the readings come from ICU
 *
 * Returns: (transfer full): a key that matches by name, code, pinyin and pinyin initials.
 */
RsSearchKey *rs_search_key_new (const char *code, const char *const *names, const char *pinyin);
void rs_search_key_free (RsSearchKey *self);

/**
 * rs_search_key_match:
 * @query: what the user typed; case, accents, spaces, hyphens and apostrophes do not matter
 *
 * Returns: 0 for no match, else a rank: larger is better (whole code or name > prefix > initials >
 * inside).
 */
int rs_search_key_match (const RsSearchKey *self, const char *query);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RsSearchKey, rs_search_key_free)

G_END_DECLS
