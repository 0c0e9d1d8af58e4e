/* SPDX-License-Identifier: GPL-3.0-or-later
 * Writes JSON text: the same calls give the same bytes. json-glib's generator writes 0.1 as
 * 0.10000000000000001. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Levels of nesting that can be written. */
#define RS_JSON_OUT_MAX_DEPTH 64

typedef struct
{
  GString *text;
  guint depth;
  guint line_depth; /* what lies at most this deep begins a new line */
  gboolean has_content[RS_JSON_OUT_MAX_DEPTH + 1]; /* whether a comma must come first */
  gboolean after_name;
} RsJsonOut;

/* @line_depth: 0 for all on one line, %RS_JSON_OUT_MAX_DEPTH for a line each. */
void rs_json_out_init (RsJsonOut *self, guint line_depth);
/* The text without a final newline; @self is empty afterwards. (transfer full) */
char *rs_json_out_finish (RsJsonOut *self);

void rs_json_out_begin_object (RsJsonOut *self);
void rs_json_out_end_object (RsJsonOut *self);
void rs_json_out_begin_array (RsJsonOut *self);
void rs_json_out_end_array (RsJsonOut *self);

/* The name of the next value. */
void rs_json_out_name (RsJsonOut *self, const char *name);

/* NULL is written as null; invalid UTF-8 is replaced. */
void rs_json_out_string (RsJsonOut *self, const char *text);
/* The shortest decimal that reads back; null where @value is not finite. */
void rs_json_out_number (RsJsonOut *self, double value);
void rs_json_out_integer (RsJsonOut *self, guint64 value);
void rs_json_out_boolean (RsJsonOut *self, gboolean value);
void rs_json_out_null (RsJsonOut *self);

/* A member with a text; nothing at all where @text is NULL or empty. */
void rs_json_out_member (RsJsonOut *self, const char *name, const char *text);

/* How many objects an RsJsonNest holds inside each other. */
#define RS_JSON_NEST_MAX 6

/* Objects inside each other that are begun only when something comes into them: `a` → `b` → `c`. */
typedef struct
{
  RsJsonOut *out;
  const char *names[RS_JSON_NEST_MAX];
  guint n_open;
} RsJsonNest;

/* Makes exactly @names (ending with NULL) open, closing and opening what is needed. */
void rs_json_nest_to (RsJsonNest *self, const char *const *names);

G_END_DECLS
