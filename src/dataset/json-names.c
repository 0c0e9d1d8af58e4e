/* SPDX-License-Identifier: GPL-3.0-or-later
 * The member names of the objects that are open while a JSON text is walked through.
 *
 * An object's entries leave in the reverse order of coming, so that clearing a slot never breaks a
 * probe sequence. */
#define G_LOG_DOMAIN "renshe-dataset"

#include "config.h"

#include "dataset/json-names.h"

#include <string.h>

typedef struct
{
  RsJsonSpan name;
  guint32 hash; /* g_str_hash() of the decoded name */
  guint32 depth;
} Entry;

/* As g_str_hash(), which json-glib's tables use, but on bytes with a length. */
static guint32
hash_bytes (const char *text, gsize length)
{
  guint32 hash = 5381;

  for (gsize i = 0; i < length; i++)
    hash = hash * 33 + (guint32) (gint32) (signed char) text[i];
  return hash;
}

static guint32
hash_span (RsJsonSpan span)
{
  g_autofree char *decoded = NULL;

  if (!span.escaped)
    return hash_bytes ((const char *) span.start, span.length);
  decoded = rs_json_span_decode (span);
  return hash_bytes (decoded, strlen (decoded));
}

static gboolean
span_equal (RsJsonSpan a, RsJsonSpan b)
{
  g_autofree char *text_a = NULL;
  g_autofree char *text_b = NULL;

  if (!a.escaped && !b.escaped)
    return a.length == b.length && memcmp (a.start, b.start, a.length) == 0;
  text_a = rs_json_span_decode (a);
  text_b = rs_json_span_decode (b);
  return strcmp (text_a, text_b) == 0;
}

/* The seed keeps a made file from filling one run of slots with names of different hashes. */
static guint
first_slot (const RsJsonNames *self, guint32 hash, guint32 depth)
{
  guint64 x = ((guint64) depth << 32 | hash) ^ self->seed;

  x ^= x >> 33;
  x *= G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  x ^= x >> 33;
  return (guint) x & (self->n_slots - 1);
}

static void
put_in_slot (RsJsonNames *self, guint entry_number)
{
  const Entry *entry = &g_array_index (self->entries, Entry, entry_number);
  guint slot = first_slot (self, entry->hash, entry->depth);

  while (self->slots[slot] != 0)
    slot = (slot + 1) & (self->n_slots - 1);
  self->slots[slot] = entry_number + 1;
}

static void
grow_slots (RsJsonNames *self)
{
  self->n_slots = self->n_slots == 0 ? 64 : self->n_slots * 2;
  g_free (self->slots);
  self->slots = g_new0 (guint32, self->n_slots);
  for (guint i = 0; i < self->entries->len; i++)
    put_in_slot (self, i);
}

void
rs_json_names_forget (RsJsonNames *self, guint n)
{
  /* After a large object it is quicker to begin anew than to look for each name. */
  if (self->entries->len - n > self->n_slots / 16 + n)
    {
      g_array_set_size (self->entries, n);
      memset (self->slots, 0, self->n_slots * sizeof *self->slots);
      for (guint i = 0; i < n; i++)
        put_in_slot (self, i);
      return;
    }
  for (guint i = self->entries->len; i > n; i--)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i - 1);
      guint slot = first_slot (self, entry->hash, entry->depth);

      while (self->slots[slot] != i)
        slot = (slot + 1) & (self->n_slots - 1);
      self->slots[slot] = 0;
    }
  g_array_set_size (self->entries, n);
}

void
rs_json_names_init (RsJsonNames *self)
{
  *self = (RsJsonNames){ 0 };
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->seed = (guint64) g_random_int () << 32 | g_random_int ();
}

void
rs_json_names_clear (RsJsonNames *self)
{
  g_clear_pointer (&self->entries, g_array_unref);
  g_clear_pointer (&self->slots, g_free);
}

guint
rs_json_names_get_n (const RsJsonNames *self)
{
  return self->entries->len;
}

RsJsonNameResult
rs_json_names_add (RsJsonNames *self, RsJsonSpan name, guint depth, guint max_collisions)
{
  Entry entry = { .name = name, .hash = hash_span (name), .depth = depth };
  guint n_collisions = 0;
  guint slot;

  if (2 * self->entries->len >= self->n_slots)
    grow_slots (self);
  for (slot = first_slot (self, entry.hash, entry.depth); self->slots[slot] != 0;
       slot = (slot + 1) & (self->n_slots - 1))
    {
      const Entry *other = &g_array_index (self->entries, Entry, self->slots[slot] - 1);

      if (other->hash != entry.hash || other->depth != entry.depth)
        continue;
      if (span_equal (other->name, name))
        return RS_JSON_NAME_REPEATED;
      if (++n_collisions > max_collisions)
        return RS_JSON_NAME_COLLIDES;
    }
  g_array_append_val (self->entries, entry);
  self->slots[slot] = self->entries->len;
  return RS_JSON_NAME_NEW;
}
