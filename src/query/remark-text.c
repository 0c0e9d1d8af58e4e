/* SPDX-License-Identifier: GPL-3.0-or-later
 * The text of remarks: clauses, and words in the place of the ids of sources. */
#define G_LOG_DOMAIN "renshe-query"

#include "config.h"

#include <string.h>

#include "query/frame-private.h"
#include "query/summary.h"

/* Shorter words of a note are taken for words, even where a source is called so. */
#define MIN_ID_LENGTH 4

static gboolean
is_id_letter (char c)
{
  return g_ascii_isalnum (c) || c == '_';
}

/* Index of the source with this id, or -1. An id that could be a word or a number is left alone. */
static int
find_source (const RsDataset *dataset, const char *word, gsize length)
{
  gboolean is_word = TRUE;
  gboolean is_number = TRUE;

  for (gsize i = 0; i < length; i++)
    {
      is_word = is_word && g_ascii_isalpha (word[i]);
      is_number = is_number && g_ascii_isdigit (word[i]);
    }
  if (is_word || is_number || length < MIN_ID_LENGTH)
    return -1;
  for (guint i = 0; i < rs_dataset_get_n_sources (dataset); i++)
    {
      const char *id = rs_dataset_get_source (dataset, i)->id;

      if (strlen (id) == length && strncmp (id, word, length) == 0)
        return (int) i;
    }
  return -1;
}

/* The words at @text up to the next id, or an id alone. Returns: their end; @out_source: the id's
 * source, -1 for words. */
static const char *
next_piece (const RsDataset *dataset, const char *text, int *out_source)
{
  const char *end = text;

  while (is_id_letter (*end))
    end++;
  *out_source = end > text ? find_source (dataset, text, (gsize) (end - text)) : -1;
  return end > text ? end : g_utf8_next_char (text);
}

static void
append_source (GString *text, const RsDataset *dataset, int source, RsLanguage language)
{
  g_autofree char *name = rs_summary_quote_source (dataset, (guint) source, language);

  g_string_append (text, name);
}

char *
rs_summary_word_remark (const RsDataset *dataset, const char *remark, RsLanguage language)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (dataset != NULL && remark != NULL, g_string_free (text, FALSE));

  for (const char *c = remark; *c != '\0';)
    {
      int source = -1;
      const char *end = next_piece (dataset, c, &source);

      if (source < 0)
        g_string_append_len (text, c, end - c);
      else
        append_source (text, dataset, source, language);
      c = end;
    }
  return g_string_free (text, FALSE);
}

/* Where nothing but an id stands between brackets, they go with it. */
static gboolean
cut_bracket (GString *text, const char **rest)
{
  static const char *const pairs[][2] = { { "(", ")" }, { "（", "）" } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (g_str_has_suffix (text->str, pairs[i][0]) && g_str_has_prefix (*rest, pairs[i][1]))
      {
        g_string_truncate (text, text->len - strlen (pairs[i][0]));
        while (text->len > 0 && text->str[text->len - 1] == ' ')
          g_string_truncate (text, text->len - 1);
        *rest += strlen (pairs[i][1]);
        return TRUE;
      }
  return FALSE;
}

/* Whether a clause says nothing but that its sources, which are left out of @words, agree. */
static gboolean
only_agrees (const char *words)
{
  /* As the notes of the datasets have it. */
  static const char *const forms[] = { "also", "alsoin", "samein", "同", "亦同" };
  GString *bare = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (const char *c = words; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (letter != ' ' && letter != ',' && letter != 0x3001 && letter != 0xFF0C)
        g_string_append_unichar (bare, letter);
    }
  text = g_string_free (bare, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (strcmp (text, forms[i]) == 0)
      return TRUE;
  return FALSE;
}

char *
rs_query_clean_remark (const RsDataset *dataset, const char *clause, RsLanguage language)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GString) words = g_string_new (NULL);
  guint n_ids = 0;

  for (const char *c = clause; *c != '\0';)
    {
      int source = -1;
      const char *end = next_piece (dataset, c, &source);

      if (source < 0)
        {
          g_string_append_len (text, c, end - c);
          g_string_append_len (words, c, end - c);
        }
      else
        {
          n_ids++;
          if (!cut_bracket (text, &end))
            append_source (text, dataset, source, language);
        }
      c = end;
    }
  if (n_ids == 0 || !only_agrees (words->str))
    return g_string_free (text, FALSE);
  g_string_free (text, TRUE);
  /* Translators: a remark on a figure: how many more publications have the same figure. */
  return g_strdup_printf (
    rs_trn (language, "also in %u other source", "also in %u other sources", n_ids), n_ids);
}

GPtrArray *
rs_query_split_remark (const char *note)
{
  GPtrArray *clauses = g_ptr_array_new_with_free_func (g_free);
  const char *start = note;
  int depth = 0;

  for (const char *c = note;; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (letter == '(' || letter == 0xFF08)
        depth++;
      else if (letter == ')' || letter == 0xFF09)
        depth--;
      if (letter != '\0' && (depth > 0 || (letter != ';' && letter != 0xFF1B)))
        continue;
      if (c > start)
        {
          char *clause = g_strstrip (g_strndup (start, (gsize) (c - start)));

          if (*clause != '\0')
            g_ptr_array_add (clauses, clause);
          else
            g_free (clause);
        }
      if (letter == '\0')
        return clauses;
      start = g_utf8_next_char (c);
    }
}

char *
rs_query_typeset_formula (const char *formula)
{
  GString *text = g_string_new (NULL);

  for (const char *c = formula; *c != '\0'; c++)
    if (*c == '-')
      g_string_append (text, "−");
    else if (*c == '*')
      g_string_append (text, "×");
    else
      g_string_append_c (text, *c);
  return g_string_free (text, FALSE);
}

/* The words of @text, lower case; letters of a script without spaces are words of their own.
 * (transfer full) (element-type utf8) */
static GHashTable *
split_words (const char *text)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) word = g_string_new (NULL);

  for (const char *c = text;; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);
      gboolean wide = g_unichar_iswide (letter);

      if (letter != '\0' && g_unichar_isalnum (letter) && !wide)
        {
          g_string_append_unichar (word, g_unichar_tolower (letter));
          continue;
        }
      if (word->len > 0)
        g_hash_table_add (words, g_strdup (word->str));
      g_string_truncate (word, 0);
      if (letter == '\0')
        return words;
      if (wide && g_unichar_isalnum (letter))
        g_hash_table_add (words, g_strndup (c, (gsize) (g_utf8_next_char (c) - c)));
    }
}

gboolean
rs_query_only_repeats (const char *text, const char *known_text)
{
  static const char *const fillers[] = { "and", "for", "in", "of", "the" };
  g_autoptr (GHashTable) words = split_words (text);
  g_autoptr (GHashTable) known = split_words (known_text);
  GHashTableIter iter;
  gpointer word = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (fillers); i++)
    g_hash_table_add (known, g_strdup (fillers[i]));
  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    if (!g_hash_table_contains (known, word))
      return FALSE;
  return TRUE;
}
