/* SPDX-License-Identifier: GPL-3.0-or-later
 * A strict look at JSON text before json-glib sees it. */
#pragma once

#include "dataset/dataset-error.h"

G_BEGIN_DECLS

/* json-glib 1.6 overruns the stack near 37,000 levels; the deepest real file seen has 12. */
#define RS_JSON_MAX_DEPTH 512

/* json-glib's tree takes ten to a hundred times the text. */
#define RS_JSON_MAX_BYTES (256 * 1024 * 1024)

/* json-glib keeps members in a hash table, one a object. */
#define RS_JSON_MAX_MEMBERS (4 * 1024 * 1024)

/* Names of one object with the same g_str_hash(): more are no accident, and make json-glib's tables
 * quadratic. */
#define RS_JSON_MAX_COLLISIONS 64

/* Findings that are kept; more repeated members than this are an error. */
#define RS_JSON_MAX_FINDINGS 1000

/* What json-glib 1.6 would silently read wrongly, though it is JSON. */
typedef enum
{
  RS_JSON_FINDING_REPEATED_MEMBER, /* json-glib keeps the last value only */
  RS_JSON_FINDING_REPLACED,        /* `\u0000` or a lone surrogate: read as U+FFFD */
  RS_JSON_FINDING_BIG_INTEGER, /* beyond int64: read as a double, so its last digits may be lost */
} RsJsonFindingType;

typedef struct
{
  RsJsonFindingType type;
  guint line;    /* from 1 */
  guint column;  /* from 1, in characters */
  char *pointer; /* JSON pointer of the object, or of the string or number that holds it */
  char *text;    /* the member's name, or the number or escape as written (long ones cut) */
} RsJsonFinding;

/**
 * rs_json_guard_check:
 * @name: file name for messages
 * @data: the text; one UTF-8 byte order mark at the start is allowed
 * @length: its length in bytes
 * @error: %RS_DATASET_ERROR_TOO_LARGE, _TOO_DEEP or _SYNTAX; the message begins `name:line:column:
 * ` (column in characters, both from 1)
 *
 * Refuses what json-glib 1.6 crashes on or accepts though it is no JSON: deep nesting; anything
 * that is not RFC 8259 (comments, single quotes, leading zeros, `1.`, control characters in
 * strings, text or a second document after the root, empty input); invalid UTF-8; numbers that
 * overflow a double or that are not 0 and underflow to it. Member names that were made to collide
 * in its hash tables, and too many members, are refused as well.
 *
 * What is JSON but would be read wrongly (repeated members, `\u0000`, lone surrogates, integers
 * beyond int64) passes here: only rs_json_guard_clean() makes such a text safe to read.
 *
 * Iterative: the C stack does not grow with the input.
 *
 * Returns: whether @data is JSON within the limits.
 */
gboolean rs_json_guard_check (const char *name, const char *data, gsize length, GError **error);

/**
 * rs_json_guard_check_grammar:
 *
 * As rs_json_guard_check(), but only the grammar of RFC 8259, UTF-8 and the depth: numbers out of
 * range pass.
 */
gboolean
rs_json_guard_check_grammar (const char *name, const char *data, gsize length, GError **error);

/**
 * rs_json_guard_clean:
 * @name: file name for messages
 * @bytes: the text
 * @out_findings: (out) (optional) (element-type RsJsonFinding): what json-glib would have read
 * wrongly; freed with g_ptr_array_unref(). At most %RS_JSON_MAX_FINDINGS
 * @error: as for rs_json_guard_check(); also more than %RS_JSON_MAX_FINDINGS repeated members
 *
 * Checks as rs_json_guard_check(), and mends: an escaped NUL or lone surrogate becomes `\ufffd`, an
 * integer beyond int64 gets a `.0` so that it is read as the nearest double instead of being
 * wrapped. A byte order mark is taken off. Repeated members cannot be mended: the caller decides
 * what they cost by the findings.
 *
 * Returns: (transfer full) (nullable): text that json-glib reads as it was meant; @bytes itself
 * where nothing had to change.
 */
GBytes *
rs_json_guard_clean (const char *name, GBytes *bytes, GPtrArray **out_findings, GError **error);

G_END_DECLS
