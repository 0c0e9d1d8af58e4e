/* SPDX-License-Identifier: GPL-3.0-or-later
 * The member names of the objects that are open while a JSON text is walked through. */
#pragma once

#include "dataset/json-span.h"

G_BEGIN_DECLS

/* Zeroed: empty. */
typedef struct
{
  GArray *entries; /* of the open objects, innermost last */
  guint32 *slots;  /* hash table of entry numbers + 1, with linear probing */
  guint n_slots;
  guint64 seed;
} RsJsonNames;

typedef enum
{
  RS_JSON_NAME_NEW,
  RS_JSON_NAME_REPEATED,
  RS_JSON_NAME_COLLIDES, /* one of more than the allowed number of different names with the same
                            g_str_hash() */
} RsJsonNameResult;

void rs_json_names_init (RsJsonNames *self);
void rs_json_names_clear (RsJsonNames *self);

/* How many names are held: what rs_json_names_forget() wants back. */
guint rs_json_names_get_n (const RsJsonNames *self);

/**
 * rs_json_names_add:
 * @name: a member of the innermost object
 * @depth: of that object
 * @max_collisions: how many names of one object may share a hash
 *
 * Notes the name, and says whether the object has it already; names are equal where their decoded
 * texts are.
 */
RsJsonNameResult
rs_json_names_add (RsJsonNames *self, RsJsonSpan name, guint depth, guint max_collisions);

/* Takes the names of the innermost object out again: all but the first @n. */
void rs_json_names_forget (RsJsonNames *self, guint n);

G_END_DECLS
