/* SPDX-License-Identifier: GPL-3.0-or-later
 * A strict RFC 8259 check that runs before json-glib sees a byte. */
#pragma once

#include "dataset/dataset-error.h"

G_BEGIN_DECLS

/* json-glib 1.6 overruns the stack near 37,000 levels; the deepest real file seen has 12. */
#define RS_JSON_MAX_DEPTH 512

/* json-glib's tree takes ten to a hundred times the text. */
#define RS_JSON_MAX_BYTES (256 * 1024 * 1024)

/* json-glib keeps members in a hash table that a made file can turn quadratic. */
#define RS_JSON_MAX_MEMBERS (4 * 1024 * 1024)

/**
 * rs_json_guard_check:
 * @name: file name for messages
 * @data: the text; one UTF-8 byte order mark at the start is allowed
 * @length: its length in bytes
 * @error: %RS_DATASET_ERROR_TOO_LARGE, _TOO_DEEP or _SYNTAX, with line:column (column in characters, both from 1)
 *
 * Refuses what json-glib 1.6 crashes on or reads wrongly: deep nesting; anything that is not RFC 8259 (comments,
 * single quotes, leading zeros, `1.`, control characters in strings, text or a second document after the root, empty
 * input); invalid UTF-8, lone surrogates and `\u0000`; integers that int64 cannot hold (unless written
 * with a point or exponent) and numbers that overflow a double; two members of the same name in one object.
 * Iterative: the C stack does not grow with the input.
 *
 * Returns: whether json-glib may read @data.
 */
gboolean rs_json_guard_check (const char *name, const char *data, gsize length, GError **error);

/* As rs_json_guard_check(), but only the grammar of RFC 8259 and UTF-8: what JSONTestSuite judges. Numbers out of range, lone
 * surrogates, `\u0000` and repeated members pass. */
gboolean rs_json_guard_check_grammar (const char *name, const char *data, gsize length, GError **error);

G_END_DECLS
