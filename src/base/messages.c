/* SPDX-License-Identifier: GPL-3.0-or-later
 * A compiled gettext catalogue (.mo) in memory. */
#define G_LOG_DOMAIN "renshe-base"

#include "config.h"

#include "base/messages.h"

#include <string.h>

/* The header of a .mo file: seven numbers of 32 bits. The two after these, about a hash table, are
 * not used here. */
#define MO_MAGIC 0x950412deu
#define MO_HEADER_SIZE 28

struct _RsMessages
{
  GBytes *bytes;
  GHashTable *translations; /* both texts point into bytes */
};

/* The bytes of the file, and how to read them. */
typedef struct
{
  const char *data;
  gsize size;
  gboolean swapped;
} Reader;

/* @offset and the three bytes after it are inside. */
static guint32
read_number (const Reader *reader, gsize offset)
{
  guint32 number;

  memcpy (&number, reader->data + offset, sizeof number);
  return reader->swapped ? GUINT32_SWAP_LE_BE (number) : number;
}

/* The string that descriptor @i of the table at @table gives, or NULL where it does not lie inside
 * the file with a NUL behind it. */
static const char *
read_string (const Reader *reader, guint32 table, guint32 i, gsize *out_length)
{
  gsize descriptor = (gsize) table + (gsize) i * 8;
  gsize length = read_number (reader, descriptor);
  gsize offset = read_number (reader, descriptor + 4);

  if (offset >= reader->size || length >= reader->size - offset ||
      reader->data[offset + length] != '\0')
    return NULL;
  *out_length = length;
  return reader->data + offset;
}

static gboolean
is_table_inside (const Reader *reader, guint32 table, guint32 n)
{
  return table <= reader->size && n <= (reader->size - table) / 8;
}

static gboolean
read_entries (RsMessages *self, const Reader *reader)
{
  guint32 n = read_number (reader, 8);
  guint32 originals = read_number (reader, 12);
  guint32 translations = read_number (reader, 16);

  if (n > RS_MESSAGES_MAX || !is_table_inside (reader, originals, n) ||
      !is_table_inside (reader, translations, n))
    return FALSE;

  for (guint32 i = 0; i < n; i++)
    {
      gsize key_length = 0;
      gsize text_length = 0;
      const char *key = read_string (reader, originals, i, &key_length);
      const char *text = read_string (reader, translations, i, &text_length);

      if (key == NULL || text == NULL)
        return FALSE;
      /* A plural entry holds several strings with NULs between them: the first is what is looked
       * for, and what is shown, Chinese having one form only. The empty key is the header. */
      if (*key == '\0' || *text == '\0')
        continue;
      if (!g_utf8_validate (key, -1, NULL) || !g_utf8_validate (text, -1, NULL))
        return FALSE;
      g_hash_table_insert (self->translations, (gpointer) key, (gpointer) text);
    }
  return TRUE;
}

RsMessages *
rs_messages_new (GBytes *bytes)
{
  g_autoptr (RsMessages) self = NULL;
  Reader reader = { 0 };

  g_return_val_if_fail (bytes != NULL, NULL);

  reader.data = g_bytes_get_data (bytes, &reader.size);
  if (reader.size < MO_HEADER_SIZE)
    return NULL;
  reader.swapped = read_number (&reader, 0) != MO_MAGIC;
  /* The upper half of the second number is the major revision: 0, or 1 with strings that depend on
   * the system. The tables that are read here are the same in both. */
  if (read_number (&reader, 0) != MO_MAGIC || read_number (&reader, 4) >> 16 > 1)
    return NULL;

  self = g_new0 (RsMessages, 1);
  self->bytes = g_bytes_ref (bytes);
  self->translations = g_hash_table_new (g_str_hash, g_str_equal);
  return read_entries (self, &reader) ? g_steal_pointer (&self) : NULL;
}

void
rs_messages_free (RsMessages *self)
{
  g_hash_table_unref (self->translations);
  g_bytes_unref (self->bytes);
  g_free (self);
}

const char *
rs_messages_lookup (const RsMessages *self, const char *key)
{
  return g_hash_table_lookup (self->translations, key);
}

guint
rs_messages_get_n (const RsMessages *self)
{
  return g_hash_table_size (self->translations);
}
