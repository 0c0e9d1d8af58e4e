/* SPDX-License-Identifier: GPL-3.0-or-later
 * Notes of publishers, which hold HTML, as plain text. */
#define G_LOG_DOMAIN "renshe-dataset"

#include "config.h"

#include "dataset/plain-text.h"

#include <string.h>

/* Longest name of an entity that is looked at: `&nbsp;`, `&#1114111;`. */
#define ENTITY_MAX 10

static const struct
{
  const char *name;
  const char *text;
} entities[] = {
  { "amp", "&" },    { "lt", "<" },    { "gt", ">" },    { "quot", "\"" },  { "apos", "'" },
  { "nbsp", " " },   { "ndash", "–" }, { "mdash", "—" }, { "hellip", "…" }, { "deg", "°" },
  { "euro", "€" },   { "sect", "§" },  { "auml", "ä" },  { "ouml", "ö" },   { "uuml", "ü" },
  { "Auml", "Ä" },   { "Ouml", "Ö" },  { "Uuml", "Ü" },  { "szlig", "ß" },  { "aring", "å" },
  { "Aring", "Å" },  { "aelig", "æ" }, { "AElig", "Æ" }, { "oslash", "ø" }, { "Oslash", "Ø" },
  { "eacute", "é" }, { "le", "≤" },    { "ge", "≥" },    { "minus", "−" },  { "times", "×" },
};

static const char *const line_tags[] = { "br", "p", "li", "tr", "div" };

/* Where the comment at @p ends; NULL where it never does. @closing: (inout): the first "-->" from
 * the last place that was asked for, or the end of the text; NULL at first. Without it a text of
 * many
 * "<!--" would be searched to its end for each. */
static const char *
end_of_comment (const char *p, const char **closing)
{
  if (*closing == NULL || *closing < p + 4)
    *closing = strstr (p + 4, "-->");
  if (*closing == NULL)
    *closing = p + strlen (p);
  return **closing != '\0' ? *closing + 3 : NULL;
}

/* Where the tag at @p (a "<") ends, behind its ">"; NULL where it is no tag. Quoted attributes may
 * hold a ">". A "<" outside of them ends the search: what stands before it is text ("x <y"), and a
 * text of many "<a" is not searched to its end for each. */
static const char *
end_of_tag (const char *p, const char **closing)
{
  char quote = '\0';

  if (g_str_has_prefix (p, "<!--"))
    return end_of_comment (p, closing);
  if (!g_ascii_isalpha (p[1]) && !(p[1] == '/' && g_ascii_isalpha (p[2])))
    return NULL;
  for (p++; *p != '\0'; p++)
    {
      if (quote != '\0')
        quote = *p == quote ? '\0' : quote;
      else if (*p == '"' || *p == '\'')
        quote = *p;
      else if (*p == '>')
        return p + 1;
      else if (*p == '<')
        return NULL;
    }
  return NULL;
}

static gboolean
ends_line (const char *tag)
{
  const char *name = tag + (tag[1] == '/' ? 2 : 1);
  gsize length = 0;

  while (g_ascii_isalnum (name[length]))
    length++;
  for (guint i = 0; i < G_N_ELEMENTS (line_tags); i++)
    if (strlen (line_tags[i]) == length && g_ascii_strncasecmp (name, line_tags[i], length) == 0)
      return TRUE;
  return FALSE;
}

static void
end_line (GString *result)
{
  while (result->len > 0 && result->str[result->len - 1] == ' ')
    g_string_truncate (result, result->len - 1);
  if (result->len > 0 && result->str[result->len - 1] != '\n')
    g_string_append_c (result, '\n');
}

/* Appends the character of the entity at @p (an "&"). Returns its length, or 0 where it is none
 * that we know. */
static gsize
append_entity (GString *result, const char *p)
{
  const char *semicolon = memchr (p, ';', strnlen (p, ENTITY_MAX + 2));
  gsize length;

  if (semicolon == NULL)
    return 0;
  length = (gsize) (semicolon - p) + 1;
  if (p[1] == '#')
    {
      gboolean hexadecimal = p[2] == 'x' || p[2] == 'X';
      const char *digits = p + (hexadecimal ? 3 : 2);
      char *end = NULL;
      guint64 code =
        g_ascii_isxdigit (*digits) ? g_ascii_strtoull (digits, &end, hexadecimal ? 16 : 10) : 0;

      /* Control characters are no text, but for the line end. */
      if (end != semicolon || code > 0x10ffff || !g_unichar_validate ((gunichar) code) ||
          (g_unichar_iscntrl ((gunichar) code) && code != '\n'))
        return 0;
      g_string_append_unichar (result, code == 0xa0 ? ' ' : (gunichar) code);
      return length;
    }
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (strlen (entities[i].name) == length - 2 &&
        strncmp (p + 1, entities[i].name, length - 2) == 0)
      {
        g_string_append (result, entities[i].text);
        return length;
      }
  return 0;
}

char *
rs_plain_text_from_html (const char *text)
{
  g_autofree char *valid = NULL;
  const char *closing = NULL;
  GString *result;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  result = g_string_sized_new (strlen (valid));
  for (const char *p = valid; *p != '\0';)
    {
      const char *end = *p == '<' ? end_of_tag (p, &closing) : NULL;
      gsize length = *p == '&' ? append_entity (result, p) : 0;

      if (end != NULL)
        {
          if (ends_line (p))
            end_line (result);
          p = end;
        }
      else if (length > 0)
        p += length;
      else if (p[0] == '#' && p[1] == '#')
        {
          end_line (result);
          p += 2;
        }
      else
        g_string_append_c (result, *p++);
    }
  g_strchomp (result->str);
  return g_string_free (result, FALSE);
}

char *
rs_plain_text_to_html (const char *text)
{
  g_autofree char *valid = NULL;
  g_autoptr (GString) scratch = g_string_new (NULL);
  const char *closing = NULL;
  GString *result;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  result = g_string_sized_new (strlen (valid));
  for (const char *p = valid; *p != '\0'; p++)
    {
      if (*p == '<' && end_of_tag (p, &closing) != NULL)
        g_string_append (result, "&lt;");
      else if (*p == '&' && append_entity (scratch, p) > 0)
        g_string_append (result, "&amp;");
      else if (*p == '#' && p > valid && p[-1] == '#')
        g_string_append (result, "&#35;");
      else
        g_string_append_c (result, *p);
    }
  return g_string_free (result, FALSE);
}
