/* SPDX-License-Identifier: GPL-3.0-or-later
 * Finding a name by any way of typing it. */
#define G_LOG_DOMAIN "renshe-base"

#include "config.h"

#include "base/search-key.h"

#include <string.h>
#include <unicode/utrans.h>

/* What a user may type instead of one name. Both are folded. */
typedef struct
{
  char *syllables; /* "chong qing": a space before each syllable but the first */
  char *joined;    /* "chongqing" */
  char *initials;  /* "cq" */
} Reading;

struct _RsSearchKey
{
  GPtrArray *names;    /* (element-type utf8): folded names and code */
  GPtrArray *readings; /* (element-type Reading) */
};

enum
{
  RANK_INSIDE = 1,
  RANK_INITIALS,
  RANK_PREFIX,
  RANK_WHOLE,
};

static void
reading_free (gpointer data)
{
  Reading *self = data;

  g_free (self->syllables);
  g_free (self->joined);
  g_free (self->initials);
  g_free (self);
}

static gboolean
is_ignored (gunichar c)
{
  return c == '\'' || c == '-' || c == '.' || c == 0x2019 || c == 0x2010 || c == 0x2011 ||
         c == 0x00b7 || g_unichar_isspace (c) || g_unichar_ismark (c);
}

/* Small letters without accents; spaces, hyphens and apostrophes are left out, or @keep_spaces
 * leaves one space for each run of them. With @u_as_v, ü becomes v, as it is typed on keyboards
 * without it. */
static char *
fold (const char *text, gboolean keep_spaces, gboolean u_as_v)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *cased = g_utf8_casefold (valid, -1);
  g_autofree char *parts = g_utf8_normalize (cased, -1, G_NORMALIZE_ALL);
  GString *folded = g_string_new (NULL);

  for (const char *p = parts; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x0308 && u_as_v && folded->len > 0 && folded->str[folded->len - 1] == 'u')
        folded->str[folded->len - 1] = 'v';
      else if (!is_ignored (c))
        g_string_append_unichar (folded, c);
      else if (keep_spaces && !g_unichar_ismark (c) && folded->len > 0 &&
               folded->str[folded->len - 1] != ' ')
        g_string_append_c (folded, ' ');
    }
  if (folded->len > 0 && folded->str[folded->len - 1] == ' ')
    g_string_truncate (folded, folded->len - 1);
  return g_string_free (folded, FALSE);
}

static gboolean
has_han (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_get_script (g_utf8_get_char (p)) == G_UNICODE_SCRIPT_HAN)
      return TRUE;
  return FALSE;
}

/* A dictionary gives the commonest reading; names of places often have another. Both are kept. */
static const struct
{
  gunichar character;
  const char *reading;
} place_readings[] = {
  { 0x957f, "chang" }, /* 长寿, 长沙 */
  { 0x90fd, "du" },    /* 丰都, 成都 */
  { 0x53a6, "xia" },   /* 厦门 */
  { 0x516d, "lu" },    /* 六安 */
  { 0x4e50, "yue" },   /* 乐清 */
  { 0x671d, "chao" },  /* 朝阳 */
  { 0x756a, "pan" },   /* 番禺 */
  { 0x5355, "shan" },  /* 单县 */
  { 0x91cd, "chong" }, /* 重庆 */
};

/* Opened once and kept: its rules take long to load. NULL where ICU has no data. */
static gpointer
open_transliterator (gpointer data)
{
  static const UChar id[] = { 'H', 'a', 'n', '-', 'L', 'a', 't', 'i', 'n', 0 };
  UErrorCode status = U_ZERO_ERROR;
  UTransliterator *transliterator = utrans_openU (id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);

  if (U_FAILURE (status))
    {
      g_debug ("Names cannot be found by pinyin: %s", u_errorName (status));
      return NULL;
    }
  return transliterator;
}

/* Room for the readings: the longest Han syllable ("zhuang" with a tone and a space) has 8 UTF-16
 * units. */
#define MAX_UNITS_PER_CHARACTER 10
#define MAX_NAME_UNITS 256

/* Syllables with tones and spaces, or NULL. One transliterator is not for several threads at once.
 */
static char *
read_han (const char *name)
{
  static GOnce once = G_ONCE_INIT;
  static GMutex mutex;
  UTransliterator *transliterator = g_once (&once, open_transliterator, NULL);
  UErrorCode status = U_ZERO_ERROR;
  glong n_units = 0;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (name, -1, NULL, &n_units, NULL);
  g_autofree UChar *buffer = NULL;
  int32_t length = (int32_t) n_units;
  int32_t limit = length;
  int32_t capacity;

  if (transliterator == NULL || units == NULL || n_units > MAX_NAME_UNITS)
    return NULL;

  capacity = (length + 1) * MAX_UNITS_PER_CHARACTER;
  buffer = g_new0 (UChar, (gsize) capacity);
  memcpy (buffer, units, (gsize) length * sizeof (UChar));

  g_mutex_lock (&mutex);
  utrans_transUChars (transliterator, buffer, &length, capacity, 0, &limit, &status);
  g_mutex_unlock (&mutex);
  if (U_FAILURE (status) || length >= capacity)
    return NULL;
  return g_utf16_to_utf8 ((const gunichar2 *) buffer, length, NULL, NULL, NULL);
}

static void
add_reading (RsSearchKey *self, const char *spelled, gboolean u_as_v)
{
  Reading *reading = g_new0 (Reading, 1);
  g_auto (GStrv) syllables = NULL;
  GString *initials = g_string_new (NULL);

  reading->syllables = fold (spelled, TRUE, u_as_v);
  syllables = g_strsplit (reading->syllables, " ", -1);
  reading->joined = g_strjoinv ("", syllables);
  for (gsize i = 0; syllables[i] != NULL; i++)
    if (*syllables[i] != '\0')
      g_string_append_unichar (initials, g_utf8_get_char (syllables[i]));
  reading->initials = g_string_free (initials, FALSE);
  g_ptr_array_add (self->readings, reading);
}

static void
add_readings (RsSearchKey *self, const char *spelled)
{
  g_autofree char *plain = fold (spelled, FALSE, FALSE);
  g_autofree char *with_v = fold (spelled, FALSE, TRUE);

  add_reading (self, spelled, FALSE);
  if (strcmp (plain, with_v) != 0)
    add_reading (self, spelled, TRUE);
}

/* @spelled with the readings of places, or NULL where there are none or the syllables do not go
 * with the characters. */
static char *
respell (const char *name, const char *spelled)
{
  g_auto (GStrv) syllables = g_strsplit (spelled, " ", -1);
  gboolean changed = FALSE;
  gsize i = 0;

  if ((glong) g_strv_length (syllables) != g_utf8_strlen (name, -1))
    return NULL;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p), i++)
    for (gsize j = 0; j < G_N_ELEMENTS (place_readings); j++)
      if (g_utf8_get_char (p) == place_readings[j].character)
        {
          g_free (syllables[i]);
          syllables[i] = g_strdup (place_readings[j].reading);
          changed = TRUE;
        }
  return changed ? g_strjoinv (" ", syllables) : NULL;
}

static void
add_name (RsSearchKey *self, const char *name)
{
  g_autofree char *folded = fold (name, FALSE, FALSE);

  if (*folded != '\0')
    g_ptr_array_add (self->names, g_steal_pointer (&folded));
}

RsSearchKey *
rs_search_key_new (const char *code, const char *const *names, const char *pinyin)
{
  RsSearchKey *self = g_new0 (RsSearchKey, 1);

  self->names = g_ptr_array_new_with_free_func (g_free);
  self->readings = g_ptr_array_new_with_free_func (reading_free);
  if (code != NULL)
    add_name (self, code);
  for (gsize i = 0; names != NULL && names[i] != NULL; i++)
    add_name (self, names[i]);

  if (pinyin != NULL && *pinyin != '\0')
    {
      add_readings (self, pinyin);
      return self;
    }
  for (gsize i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *valid = g_utf8_make_valid (names[i], -1);
      g_autofree char *spelled = has_han (valid) ? read_han (valid) : NULL;
      g_autofree char *respelled = spelled != NULL ? respell (valid, spelled) : NULL;

      if (spelled != NULL)
        add_readings (self, spelled);
      if (respelled != NULL)
        add_readings (self, respelled);
    }
  return self;
}

void
rs_search_key_free (RsSearchKey *self)
{
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->readings);
  g_free (self);
}

static int
match_name (const char *name, const char *query)
{
  const char *at = strstr (name, query);

  if (at == NULL)
    return 0;
  if (at != name)
    return RANK_INSIDE;
  return name[strlen (query)] == '\0' ? RANK_WHOLE : RANK_PREFIX;
}

/* Whether @query is what remains of the syllables from one of them on: "qing" is in "chong qing",
 * "ong" is not. */
static gboolean
begins_at_a_syllable (const Reading *reading, const char *query)
{
  const char *joined = reading->joined;

  for (const char *p = reading->syllables; *p != '\0'; p++)
    {
      if (*p == ' ')
        {
          if (g_str_has_prefix (joined, query))
            return TRUE;
          continue;
        }
      joined++;
    }
  return FALSE;
}

static int
match_reading (const Reading *reading, const char *query)
{
  if (strcmp (reading->joined, query) == 0)
    return RANK_WHOLE;
  if (g_str_has_prefix (reading->joined, query))
    return RANK_PREFIX;
  if (g_str_has_prefix (reading->initials, query))
    return RANK_INITIALS;
  return begins_at_a_syllable (reading, query) ? RANK_INSIDE : 0;
}

int
rs_search_key_match (const RsSearchKey *self, const char *query)
{
  g_autofree char *folded = NULL;
  int best = 0;

  g_return_val_if_fail (query != NULL, 0);

  folded = fold (query, FALSE, FALSE);
  if (*folded == '\0')
    return 0;

  for (guint i = 0; i < self->names->len; i++)
    best = MAX (best, match_name (g_ptr_array_index (self->names, i), folded));
  for (guint i = 0; i < self->readings->len; i++)
    best = MAX (best, match_reading (g_ptr_array_index (self->readings, i), folded));
  return best;
}
