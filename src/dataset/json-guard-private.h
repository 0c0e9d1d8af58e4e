/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the files of the JSON guard share. */
#pragma once

#include "dataset/json-guard.h"
#include "dataset/json-names.h"

G_BEGIN_DECLS

/* An object or array that is open. */
typedef struct
{
  gboolean is_object;
  RsJsonSpan name;  /* the member that is open, for pointers */
  guint64 index;    /* the element that is open, for pointers */
  guint first_name; /* names that were there before the object */
} RsJsonGuardLevel;

/* One text being walked through. */
typedef struct
{
  const char *name;
  const guchar *start; /* of the text, behind the byte order mark */
  const guchar *end;
  const guchar *p;
  gboolean grammar_only;

  RsJsonGuardLevel levels[RS_JSON_MAX_DEPTH];
  guint depth;
  guint64 n_members;

  RsJsonNames names;

  GPtrArray *findings; /* (nullable) */
  GByteArray *copy;    /* (nullable): the mended text up to copied_to */
  const guchar *copied_to;

  /* Line and column are counted on from the last place that was asked for. */
  const guchar *counted_to;
  guint line;
  guint column;
} RsJsonGuard;

/* Sets @error to `name:line:column: sentence` for the place @at, and returns FALSE. */
gboolean rs_json_guard_fail (
  RsJsonGuard *self, const guchar *at, RsDatasetError code, GError **error, const char *format, ...)
  G_GNUC_PRINTF (5, 6);

/* A few bytes of the file for a message; the caller knows that they are ASCII or checked UTF-8.
 * (transfer full) */
char *rs_json_guard_quote (const guchar *start, gsize length);

/* Whether findings are wanted, and one more may be kept. */
gboolean rs_json_guard_has_room (const RsJsonGuard *self);

/* @depth: levels of which the finding's pointer is made; 0 is the root. @text: (transfer full) */
void rs_json_guard_add_finding (
  RsJsonGuard *self, RsJsonFindingType type, const guchar *at, guint depth, char *text);

/* Writes @replacement in the place of @length bytes at @at, where findings are wanted. Comes in
 * ascending order. */
void
rs_json_guard_mend (RsJsonGuard *self, const guchar *at, gsize length, const char *replacement);

void rs_json_finding_free (gpointer finding);

/* Reads the string at the quote self->p. */
gboolean rs_json_guard_check_string (RsJsonGuard *self, RsJsonSpan *out_span, GError **error);

/* Reads the number at self->p, which is a digit or a minus sign. */
gboolean rs_json_guard_check_number (RsJsonGuard *self, GError **error);

G_END_DECLS
