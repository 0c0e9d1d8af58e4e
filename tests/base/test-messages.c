/* SPDX-License-Identifier: GPL-3.0-or-later
 * Tests of base/messages, on catalogues that are put together byte by byte. */
#include "config.h"

#include "base/messages.h"

#include <string.h>

/* A pair of strings; a length so that they may hold NULs. */
typedef struct
{
  const char *key;
  gsize key_length;
  const char *text;
  gsize text_length;
} Entry;

#define ENTRY(key, text)                                                                           \
  {                                                                                                \
    key, sizeof key - 1, text, sizeof text - 1                                                     \
  }

static const Entry entries[] = {
  ENTRY ("", "Content-Type: text/plain; charset=UTF-8\n"),
  ENTRY ("%u file\0%u files", "%u 个文件"),
  ENTRY ("menu\004Open", "打开"),
  ENTRY ("one", "一"),
  ENTRY ("untranslated", ""),
};

static void
append_number (GByteArray *file, guint32 number, gboolean swapped)
{
  guint32 stored = swapped ? GUINT32_SWAP_LE_BE (number) : number;

  g_byte_array_append (file, (const guint8 *) &stored, sizeof stored);
}

/* The texts come after the two tables: first all keys, then all translations. */
static GByteArray *
make_file (gboolean swapped)
{
  GByteArray *file = g_byte_array_new ();
  g_autoptr (GByteArray) texts = g_byte_array_new ();
  guint32 n = G_N_ELEMENTS (entries);
  guint32 first = 28 + n * 16;

  append_number (file, 0x950412de, swapped);
  append_number (file, 0, swapped);
  append_number (file, n, swapped);
  append_number (file, 28, swapped);
  append_number (file, 28 + n * 8, swapped);
  append_number (file, 0, swapped);
  append_number (file, 0, swapped);
  for (int table = 0; table < 2; table++)
    for (guint32 i = 0; i < n; i++)
      {
        const char *text = table == 0 ? entries[i].key : entries[i].text;
        gsize length = table == 0 ? entries[i].key_length : entries[i].text_length;

        append_number (file, (guint32) length, swapped);
        append_number (file, first + texts->len, swapped);
        g_byte_array_append (texts, (const guint8 *) text, (guint) length + 1);
      }
  g_byte_array_append (file, texts->data, texts->len);
  return file;
}

/* Takes @file. */
static RsMessages *
read_file (GByteArray *file)
{
  g_autoptr (GBytes) bytes = g_byte_array_free_to_bytes (file);

  return rs_messages_new (bytes);
}

static void
poke (GByteArray *file, gsize offset, guint32 number)
{
  memcpy (file->data + offset, &number, sizeof number);
}

static void
test_lookup (gconstpointer data)
{
  g_autoptr (RsMessages) messages = read_file (make_file (GPOINTER_TO_INT (data)));

  g_assert_nonnull (messages);
  g_assert_cmpuint (rs_messages_get_n (messages), ==, 3);
  g_assert_cmpstr (rs_messages_lookup (messages, "one"), ==, "一");
  g_assert_cmpstr (rs_messages_lookup (messages, "%u file"), ==, "%u 个文件");
  g_assert_cmpstr (rs_messages_lookup (messages, "menu\004Open"), ==, "打开");
  g_assert_null (rs_messages_lookup (messages, "Open"));
  g_assert_null (rs_messages_lookup (messages, "untranslated"));
  g_assert_null (rs_messages_lookup (messages, ""));
  g_assert_null (rs_messages_lookup (messages, "two"));
}

/* Each row breaks one number of a good file. */
static void
test_broken (void)
{
  static const struct
  {
    const char *what;
    gsize offset;
    guint32 number;
  } rows[] = {
    { "magic", 0, 0x950412df },
    { "revision", 4, 2u << 16 },
    { "too many entries", 8, RS_MESSAGES_MAX + 1 },
    { "entries that wrap around", 8, 0x20000001 },
    { "more entries than the tables hold", 8, 60 },
    { "first table outside", 12, 0xfffffff8 },
    { "first table past the end", 12, 100000 },
    { "second table outside", 16, 0xfffffff8 },
    { "key too long", 28 + 8, 100000 },
    { "key whose end wraps around", 28 + 8, 0xffffffff },
    { "key without a NUL behind it", 28 + 8, 3 },
    { "key outside", 28 + 12, 0xfffffff0 },
    { "text too long", 28 + 40 + 8, 100000 },
    { "text outside", 28 + 40 + 12, 100000 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GByteArray *file = make_file (FALSE);
      g_autoptr (RsMessages) messages = NULL;

      g_test_message ("%s", rows[i].what);
      poke (file, rows[i].offset, rows[i].number);
      messages = read_file (file);
      g_assert_null (messages);
    }
}

static void
test_not_utf8 (void)
{
  GByteArray *file = make_file (FALSE);
  char *text = memmem (file->data, file->len, "一", 3);
  g_autoptr (RsMessages) messages = NULL;

  g_assert_nonnull (text);
  text[1] = 'x';
  messages = read_file (file);
  g_assert_null (messages);
}

/* A file that ends early is refused wherever it ends. */
static void
test_cut (void)
{
  g_autoptr (GByteArray) file = make_file (FALSE);

  for (gsize length = 0; length < file->len; length++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (file->data, length);
      g_autoptr (RsMessages) messages = rs_messages_new (bytes);

      g_assert_null (messages);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/base/messages/own-byte-order", GINT_TO_POINTER (FALSE), test_lookup);
  g_test_add_data_func ("/base/messages/other-byte-order", GINT_TO_POINTER (TRUE), test_lookup);
  g_test_add_func ("/base/messages/broken", test_broken);
  g_test_add_func ("/base/messages/not-utf8", test_not_utf8);
  g_test_add_func ("/base/messages/cut", test_cut);
  return g_test_run ();
}
