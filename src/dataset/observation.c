/* SPDX-License-Identifier: GPL-3.0-or-later
 * One cell, and all that is known about its number. */
#define G_LOG_DOMAIN "renshe-dataset"

#include "config.h"

#include "dataset/observation.h"
#include "dataset/dataset-private.h"

#include <string.h>

/* Statuses of one letter. Case matters in two places only: SDMX's M says that the figure cannot
 * exist, where publishers who write small letters mean "missing", and SDMX's S is a strike, where
 * Eurostat's s is an estimate.
 *
 *   letter  SDMX CL_OBS_STATUS, CL_CONF_STATUS     Eurostat                 flag
 *   a       normal value                           –                        none
 *   b       break                                  break                    BREAK
 *   c       confidential                           confidential             CONFIDENTIAL
 *   d       definition differs                     definition differs       DEFINITION
 *   e       estimated                              estimated                ESTIMATED
 *   f       forecast                               forecast                 FORECAST
 *   h, l, o missing (holiday, not collected, …)    –                        MISSING
 *   i       imputed                                imputed                  IMPUTED
 *   M       missing, cannot exist                  –                        NOT_APPLICABLE
 *   m       –                                      missing                  MISSING
 *   p       provisional                            provisional              PROVISIONAL
 *   q       missing, suppressed                    –                        CONFIDENTIAL
 *   r       –                                      revised                  REVISED
 *   s       –                                      Eurostat's estimate      ESTIMATED
 *   u       low reliability                        low reliability          UNRELIABLE
 *   z       –                                      not applicable           NOT_APPLICABLE
 *   else    –                                      –                        OTHER
 *
 * Others (g, j, k, n, S, t, v, w, x, y) are shown as they stand. x is one of them because it means
 * "not available" to one publisher, "withheld" to the next and "cannot exist" to a third. */
static gboolean
flag_of_letter (char letter, RsFlags *out_flag)
{
  static const struct
  {
    char letter;
    RsFlags flag;
  } table[] = {
    { 'b', RS_FLAG_BREAK },          { 'c', RS_FLAG_CONFIDENTIAL }, { 'd', RS_FLAG_DEFINITION },
    { 'e', RS_FLAG_ESTIMATED },      { 'f', RS_FLAG_FORECAST },     { 'h', RS_FLAG_MISSING },
    { 'i', RS_FLAG_IMPUTED },        { 'l', RS_FLAG_MISSING },      { 'm', RS_FLAG_MISSING },
    { 'o', RS_FLAG_MISSING },        { 'p', RS_FLAG_PROVISIONAL },  { 'q', RS_FLAG_CONFIDENTIAL },
    { 'r', RS_FLAG_REVISED },        { 's', RS_FLAG_ESTIMATED },    { 'u', RS_FLAG_UNRELIABLE },
    { 'z', RS_FLAG_NOT_APPLICABLE }, { 'a', RS_FLAG_NONE },
  };

  if (letter == 'M')
    {
      *out_flag = RS_FLAG_NOT_APPLICABLE;
      return TRUE;
    }
  if (letter == 'S')
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    if (table[i].letter == g_ascii_tolower (letter))
      {
        *out_flag = table[i].flag;
        return TRUE;
      }
  return FALSE;
}

/* Statuses that are signs. A lone dash is left as it stands: it is "nil" to one publisher, "not
 * applicable" to the next. ">" is ours: the passport holds the bound. */
static gboolean
flag_of_sign (const char *sign, gsize length, RsFlags *out_flag)
{
  static const struct
  {
    const char *sign;
    RsFlags flag;
  } table[] = {
    { ":", RS_FLAG_MISSING }, { "..", RS_FLAG_MISSING }, { "...", RS_FLAG_MISSING },
    { "…", RS_FLAG_MISSING }, { ">", RS_FLAG_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    if (strlen (table[i].sign) == length && memcmp (table[i].sign, sign, length) == 0)
      {
        *out_flag = table[i].flag;
        return TRUE;
      }
  return FALSE;
}

/* Letters written together, as Eurostat does: "bp", "bde". To tell them from words ("code",
 * "Confidential") they are all of one case, none repeats, they are four at most, and from three on
 * they stand in the order of the alphabet. */
static RsFlags
flags_of_letters (const char *letters, gsize length)
{
  RsFlags flags = RS_FLAG_NONE;

  if (length > 4)
    return RS_FLAG_OTHER;

  for (gsize i = 0; i < length; i++)
    {
      RsFlags flag = RS_FLAG_NONE;

      if (!flag_of_letter (letters[i], &flag))
        return RS_FLAG_OTHER;
      if (i > 0 && g_ascii_isupper (letters[i]) != g_ascii_isupper (letters[0]))
        return RS_FLAG_OTHER;
      if (memchr (letters, letters[i], i) != NULL)
        return RS_FLAG_OTHER;
      if (length > 2 && i > 0 && letters[i] < letters[i - 1])
        return RS_FLAG_OTHER;
      flags |= flag;
    }
  return flags;
}

static gboolean
is_separator (char c)
{
  return c != '\0' && strchr (",;|/()[] \t\r\n", c) != NULL;
}

RsFlags
rs_flags_from_status (const char *status)
{
  RsFlags flags = RS_FLAG_NONE;

  if (status == NULL)
    return RS_FLAG_NONE;

  for (const char *p = status; *p != '\0';)
    {
      const char *start = p;
      RsFlags flag = RS_FLAG_NONE;

      if (is_separator (*p))
        {
          p++;
        }
      else if (g_ascii_isalpha (*p))
        {
          while (g_ascii_isalpha (*p))
            p++;
          flags |= flags_of_letters (start, (gsize) (p - start));
        }
      else
        {
          while (*p != '\0' && !is_separator (*p) && !g_ascii_isalpha (*p))
            p++;
          flags |= flag_of_sign (start, (gsize) (p - start), &flag) ? flag : RS_FLAG_OTHER;
        }
    }
  return flags;
}

/* First the break, which outranks all; then why there is no number; then how far the number can be
 * trusted; then where it comes from. */
static const RsFlags hierarchy[] = {
  RS_FLAG_BREAK,      RS_FLAG_CONFIDENTIAL, RS_FLAG_NOT_APPLICABLE, RS_FLAG_MISSING,
  RS_FLAG_UNRELIABLE, RS_FLAG_DEFINITION,   RS_FLAG_FORECAST,       RS_FLAG_ESTIMATED,
  RS_FLAG_IMPUTED,    RS_FLAG_PROVISIONAL,  RS_FLAG_REVISED,        RS_FLAG_APPROXIMATE,
  RS_FLAG_DERIVED,    RS_FLAG_OTHER,
};

RsFlags
rs_flags_get_first (RsFlags flags)
{
  for (gsize i = 0; i < G_N_ELEMENTS (hierarchy); i++)
    if ((flags & hierarchy[i]) != 0)
      return hierarchy[i];
  return RS_FLAG_NONE;
}

const char *
rs_flag_get_mark (RsFlags flag)
{
  switch (flag)
    {
    case RS_FLAG_NONE:
      return "";
    case RS_FLAG_BREAK:
      return "b";
    case RS_FLAG_PROVISIONAL:
      return "p";
    case RS_FLAG_ESTIMATED:
      return "e";
    case RS_FLAG_IMPUTED:
      return "i";
    case RS_FLAG_FORECAST:
      return "f";
    case RS_FLAG_UNRELIABLE:
      return "u";
    case RS_FLAG_DEFINITION:
      return "d";
    case RS_FLAG_REVISED:
      return "r";
    case RS_FLAG_MISSING:
      return "m";
    case RS_FLAG_CONFIDENTIAL:
      return "c";
    case RS_FLAG_NOT_APPLICABLE:
      return "z";
    case RS_FLAG_DERIVED:
      return "†";
    case RS_FLAG_APPROXIMATE:
      return "≈";
    case RS_FLAG_OTHER:
      return "*";
    }
  /* A set of several flags has no mark of its own. */
  return "";
}

const char *
rs_flag_describe (RsFlags flag, RsLanguage language)
{
  switch (flag)
    {
    case RS_FLAG_NONE:
      return "";
    case RS_FLAG_BREAK:
      return rs_tr (language, "break in the series");
    case RS_FLAG_PROVISIONAL:
      return rs_tr (language, "provisional");
    case RS_FLAG_ESTIMATED:
      return rs_tr (language, "estimated");
    case RS_FLAG_IMPUTED:
      return rs_tr (language, "imputed");
    case RS_FLAG_FORECAST:
      return rs_tr (language, "forecast");
    case RS_FLAG_UNRELIABLE:
      return rs_tr (language, "of low reliability");
    case RS_FLAG_DEFINITION:
      return rs_tr (language, "definition differs");
    case RS_FLAG_REVISED:
      return rs_tr (language, "revised");
    case RS_FLAG_MISSING:
      return rs_tr (language, "missing");
    case RS_FLAG_CONFIDENTIAL:
      return rs_tr (language, "confidential");
    case RS_FLAG_NOT_APPLICABLE:
      return rs_tr (language, "not applicable");
    case RS_FLAG_DERIVED:
      return rs_tr (language, "derived from published figures");
    case RS_FLAG_APPROXIMATE:
      return rs_tr (language, "published as “about”");
    case RS_FLAG_OTHER:
      return rs_tr (language, "another status of the publisher");
    }
  return "";
}

const char *
rs_reason_describe (RsReason reason, RsLanguage language)
{
  switch (reason)
    {
    case RS_REASON_NONE:
      return "";
    case RS_REASON_MISSING:
      return rs_tr (language, "No figure in this dataset.");
    case RS_REASON_NOT_APPLICABLE:
      return rs_tr (language, "Such a figure cannot exist.");
    case RS_REASON_CONFIDENTIAL:
      return rs_tr (language, "The publisher withholds the figure.");
    case RS_REASON_LESS_THAN_HALF:
      return rs_tr (language, "The figure is less than half a unit.");
    case RS_REASON_NOT_YET:
      return rs_tr (language, "The figure is not published yet.");
    case RS_REASON_BOUND:
      return rs_tr (language, "Only a bound is published, not a figure.");
    case RS_REASON_TEXT:
      return rs_tr (language, "The publisher wrote a text in place of a figure.");
    }
  g_return_val_if_reached ("");
}

const char *
rs_reason_to_string (RsReason reason)
{
  switch (reason)
    {
    case RS_REASON_NONE:
      return NULL;
    case RS_REASON_MISSING:
      return "missing";
    case RS_REASON_NOT_APPLICABLE:
      return "not_applicable";
    case RS_REASON_CONFIDENTIAL:
      return "confidential";
    case RS_REASON_LESS_THAN_HALF:
      return "less_than_half";
    case RS_REASON_NOT_YET:
      return "not_yet";
    case RS_REASON_BOUND:
      return "bound";
    case RS_REASON_TEXT:
      return "text";
    }
  g_return_val_if_reached (NULL);
}

const char *
rs_kind_to_string (RsKind kind)
{
  switch (kind)
    {
    case RS_KIND_UNSTATED:
      return "";
    case RS_KIND_PUBLISHED:
      return "published";
    case RS_KIND_DERIVED:
      return "derived";
    case RS_KIND_BOUND:
      return "bound";
    }
  g_return_val_if_reached ("");
}

gboolean
rs_kind_from_string (const char *text, RsKind *out_kind)
{
  static const RsKind kinds[] = { RS_KIND_PUBLISHED, RS_KIND_DERIVED, RS_KIND_BOUND };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (text, rs_kind_to_string (kinds[i])) == 0)
      {
        *out_kind = kinds[i];
        return TRUE;
      }
  return FALSE;
}

void
rs_passport_clear (RsPassport *self)
{
  for (guint i = 0; i < self->n_alternates; i++)
    {
      g_free (self->alternates[i].formula);
      rs_text_clear (&self->alternates[i].note);
    }
  g_clear_pointer (&self->alternates, g_free);
  self->n_alternates = 0;
  g_clear_pointer (&self->formula, g_free);
  rs_text_clear (&self->note);
}

void
rs_source_free (RsSource *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->publisher);
  g_free (self->href);
  g_free (self);
}
