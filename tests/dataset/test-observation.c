/* SPDX-License-Identifier: GPL-3.0-or-later
 * Tests of dataset/observation. */
#include "config.h"

#include "dataset/observation.h"

static void
test_status (void)
{
  static const struct
  {
    const char *status;
    RsFlags flags;
  } rows[] = {
    { NULL, RS_FLAG_NONE },
    { "", RS_FLAG_NONE },
    { "a", RS_FLAG_NONE },
    { "A", RS_FLAG_NONE },
    { ">", RS_FLAG_NONE },
    { "b", RS_FLAG_BREAK },
    { "p", RS_FLAG_PROVISIONAL },
    { "P", RS_FLAG_PROVISIONAL },
    { "e", RS_FLAG_ESTIMATED },
    { "s", RS_FLAG_ESTIMATED },
    { "S", RS_FLAG_OTHER },
    { "i", RS_FLAG_IMPUTED },
    { "f", RS_FLAG_FORECAST },
    { "u", RS_FLAG_UNRELIABLE },
    { "d", RS_FLAG_DEFINITION },
    { "r", RS_FLAG_REVISED },
    { "m", RS_FLAG_MISSING },
    { "M", RS_FLAG_NOT_APPLICABLE },
    { "o", RS_FLAG_MISSING },
    { "L", RS_FLAG_MISSING },
    { "H", RS_FLAG_MISSING },
    { "c", RS_FLAG_CONFIDENTIAL },
    { "Q", RS_FLAG_CONFIDENTIAL },
    { "z", RS_FLAG_NOT_APPLICABLE },
    { "x", RS_FLAG_OTHER },
    { "n", RS_FLAG_OTHER },
    { ":", RS_FLAG_MISSING },
    { "..", RS_FLAG_MISSING },
    { "...", RS_FLAG_MISSING },
    { "…", RS_FLAG_MISSING },
    { "-", RS_FLAG_OTHER },
    { "–", RS_FLAG_OTHER },
    { ".", RS_FLAG_OTHER },
    { "0n", RS_FLAG_OTHER },
    { "bp", RS_FLAG_BREAK | RS_FLAG_PROVISIONAL },
    { "pb", RS_FLAG_BREAK | RS_FLAG_PROVISIONAL },
    { "bdep", RS_FLAG_BREAK | RS_FLAG_DEFINITION | RS_FLAG_ESTIMATED | RS_FLAG_PROVISIONAL },
    { "b,e", RS_FLAG_BREAK | RS_FLAG_ESTIMATED },
    { "b, e", RS_FLAG_BREAK | RS_FLAG_ESTIMATED },
    { "b;e", RS_FLAG_BREAK | RS_FLAG_ESTIMATED },
    { "b e", RS_FLAG_BREAK | RS_FLAG_ESTIMATED },
    { ":c", RS_FLAG_MISSING | RS_FLAG_CONFIDENTIAL },
    { ": c", RS_FLAG_MISSING | RS_FLAG_CONFIDENTIAL },
    { "(p)", RS_FLAG_PROVISIONAL },
    { "[p] [b]", RS_FLAG_PROVISIONAL | RS_FLAG_BREAK },
    { "p*", RS_FLAG_PROVISIONAL | RS_FLAG_OTHER },
    /* Words are no letters. */
    { "Confidential", RS_FLAG_OTHER },
    { "code", RS_FLAG_OTHER },
    { "Bp", RS_FLAG_OTHER },
    { "bb", RS_FLAG_OTHER },
    { "bg", RS_FLAG_OTHER },
    { "暂定", RS_FLAG_OTHER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].status != NULL ? rows[i].status : "NULL");
      g_assert_cmphex (rs_flags_from_status (rows[i].status), ==, rows[i].flags);
    }
}

/* A break outranks all, and every flag is somewhere in the order. */
static void
test_first (void)
{
  for (int i = 0; 1 << i <= RS_FLAG_OTHER; i++)
    {
      RsFlags flag = 1 << i;

      g_assert_cmphex (rs_flags_get_first (flag), ==, flag);
      g_assert_cmphex (rs_flags_get_first (flag | RS_FLAG_BREAK), ==, RS_FLAG_BREAK);
    }
  g_assert_cmphex (rs_flags_get_first (RS_FLAG_NONE), ==, RS_FLAG_NONE);
  g_assert_cmphex (
    rs_flags_get_first (RS_FLAG_PROVISIONAL | RS_FLAG_CONFIDENTIAL | RS_FLAG_DERIVED), ==,
    RS_FLAG_CONFIDENTIAL);
  g_assert_cmphex (rs_flags_get_first (RS_FLAG_DERIVED | RS_FLAG_PROVISIONAL), ==,
                   RS_FLAG_PROVISIONAL);
}

/* No two flags share a mark, and none lacks a word. */
static void
test_marks (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (int i = 0; 1 << i <= RS_FLAG_OTHER; i++)
    {
      RsFlags flag = 1 << i;

      g_assert_cmpstr (rs_flag_get_mark (flag), !=, "");
      g_assert_true (g_hash_table_add (seen, (gpointer) rs_flag_get_mark (flag)));
      g_assert_cmpstr (rs_flag_describe (flag, RS_LANGUAGE_EN), !=, "");
      g_assert_cmpstr (rs_flag_describe (flag, RS_LANGUAGE_ZH_CN), !=, "");
    }
  g_assert_cmpstr (rs_flag_get_mark (RS_FLAG_NONE), ==, "");
  g_assert_cmpstr (rs_flag_get_mark (RS_FLAG_BREAK | RS_FLAG_REVISED), ==, "");
  g_assert_cmpstr (rs_flag_describe (RS_FLAG_PROVISIONAL, RS_LANGUAGE_EN), ==, "provisional");
}

static void
test_reasons (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_null (rs_reason_to_string (RS_REASON_NONE));
  g_assert_cmpstr (rs_reason_describe (RS_REASON_NONE, RS_LANGUAGE_EN), ==, "");
  for (int reason = RS_REASON_MISSING; reason <= RS_REASON_TEXT; reason++)
    {
      g_assert_true (g_hash_table_add (seen, (gpointer) rs_reason_to_string (reason)));
      g_assert_true (g_str_has_suffix (rs_reason_describe (reason, RS_LANGUAGE_EN), "."));
    }
  g_assert_cmpstr (rs_reason_to_string (RS_REASON_BOUND), ==, "bound");
}

static void
test_kinds (void)
{
  for (int kind = RS_KIND_PUBLISHED; kind <= RS_KIND_BOUND; kind++)
    {
      RsKind again = RS_KIND_UNSTATED;

      g_assert_true (rs_kind_from_string (rs_kind_to_string (kind), &again));
      g_assert_cmpint (again, ==, kind);
    }
  for (int i = 0; i < 3; i++)
    {
      const char *const unknown[] = { "target", "", NULL };
      RsKind kind = RS_KIND_BOUND;

      g_assert_false (rs_kind_from_string (unknown[i], &kind));
      g_assert_cmpint (kind, ==, RS_KIND_BOUND);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dataset/observation/status", test_status);
  g_test_add_func ("/dataset/observation/first", test_first);
  g_test_add_func ("/dataset/observation/marks", test_marks);
  g_test_add_func ("/dataset/observation/reasons", test_reasons);
  g_test_add_func ("/dataset/observation/kinds", test_kinds);
  return g_test_run ();
}
