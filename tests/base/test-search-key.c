/* SPDX-License-Identifier: GPL-3.0-or-later
 * Tests of base/search-key. */
#include "config.h"

#include "base/search-key.h"

enum
{
  NOTHING,
  INSIDE,
  INITIALS,
  PREFIX,
  WHOLE,
};

typedef struct
{
  const char *query;
  int rank;
} Row;

static void
check_rows (const RsSearchKey *key, const Row *rows, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_test_message ("%s", rows[i].query);
      g_assert_cmpint (rs_search_key_match (key, rows[i].query), ==, rows[i].rank);
    }
}

/* The dataset says how the name is read. */
static void
test_given_pinyin (void)
{
  static const char *const names[] = { "Chongqing", "重庆市", NULL };
  static const Row rows[] = {
    { "500000", WHOLE },      { "5000", PREFIX },      { "00000", INSIDE },
    { "重庆市", WHOLE },      { "重庆", PREFIX },      { "庆", INSIDE },
    { "chongqing", WHOLE },   { "CHONG QING", WHOLE }, { "Chóng-qìng", WHOLE },
    { "chong'qing", WHOLE },  { "chong", PREFIX },     { "cho", PREFIX },
    { "cq", INITIALS },       { "CQ", INITIALS },      { "qing", INSIDE },
    { "zhongqing", NOTHING }, { "zq", NOTHING },       { "shanghai", NOTHING },
    { "", NOTHING },          { " - ", NOTHING },      { "chongqings", NOTHING },
  };
  g_autoptr (RsSearchKey) key = rs_search_key_new ("500000", names, "chong qing");

  check_rows (key, rows, G_N_ELEMENTS (rows));
}

/* Parts of a syllable lead nowhere: "an" is not in "wan zhou". */
static void
test_syllables (void)
{
  static const Row rows[] = {
    { "wanzhou", WHOLE }, { "zhou", INSIDE }, { "zho", INSIDE }, { "an", NOTHING },
    { "wz", INITIALS },   { "z", INSIDE },    { "w", PREFIX },
  };
  static const char *const names[] = { "万州区", NULL };
  g_autoptr (RsSearchKey) key = rs_search_key_new ("X", names, "wan zhou");

  check_rows (key, rows, G_N_ELEMENTS (rows));
}

/* Nobody says how the name is read: the dictionary does. */
static void
test_dictionary (void)
{
  static const char *const names[] = { "北京市", NULL };
  static const Row rows[] = {
    { "beijing", PREFIX }, { "beijingshi", WHOLE }, { "bjs", INITIALS },
    { "bj", INITIALS },    { "jing", INSIDE },      { "北京", PREFIX },
  };
  g_autoptr (RsSearchKey) key = rs_search_key_new ("110000", names, NULL);

  check_rows (key, rows, G_N_ELEMENTS (rows));
}

/* The commonest reading of a character is often not that of the place. */
static void
test_places (void)
{
  static const struct
  {
    const char *name;
    const char *query;
    const char *other; /* what the dictionary says */
  } rows[] = {
    { "长寿区", "changshouqu", "zhangshouqu" },
    { "丰都县", "fengduxian", "fengdouxian" },
    { "重庆", "chongqing", "cq" },
    { "厦门", "xiamen", "xm" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *names[] = { rows[i].name, NULL };
      g_autoptr (RsSearchKey) key = rs_search_key_new ("1", names, NULL);

      g_test_message ("%s", rows[i].name);
      g_assert_cmpint (rs_search_key_match (key, rows[i].query), ==, WHOLE);
      g_assert_cmpint (rs_search_key_match (key, rows[i].other), >=, INITIALS);
    }
}

static void
test_umlaut (void)
{
  static const Row rows[] = {
    { "lvliang", WHOLE },
    { "luliang", WHOLE },
    { "lüliang", WHOLE },
    { "ll", INITIALS },
  };
  static const char *const names[] = { "吕梁", NULL };
  g_autoptr (RsSearchKey) given = rs_search_key_new ("1", names, "lü liang");
  g_autoptr (RsSearchKey) read = rs_search_key_new ("1", names, NULL);

  check_rows (given, rows, G_N_ELEMENTS (rows));
  check_rows (read, rows, G_N_ELEMENTS (rows));
}

/* Spaces inside a name may be left out. */
static void
test_english_names (void)
{
  static const char *const names[] = { "Inner Mongolia", "内蒙古", NULL };
  static const Row rows[] = {
    { "inner mongolia", WHOLE }, { "InnerMongolia", WHOLE }, { "mongolia", INSIDE },
    { "nmg", INITIALS },         { "neimenggu", WHOLE },
  };
  g_autoptr (RsSearchKey) key = rs_search_key_new ("150000", names, "nei meng gu");

  check_rows (key, rows, G_N_ELEMENTS (rows));
}

/* Nothing that a file may hold stops it. */
static void
test_odd_names (void)
{
  const char *const broken[] = { "\xff\xfe", "重\xff", "", NULL };
  g_autofree char *long_name = g_strnfill (4000, 'a');
  g_autofree char *long_han = NULL;
  GString *han = g_string_new (NULL);
  const char *long_names[] = { long_name, NULL, NULL };
  g_autoptr (RsSearchKey) first = rs_search_key_new (NULL, broken, NULL);
  g_autoptr (RsSearchKey) second = NULL;
  g_autoptr (RsSearchKey) third = rs_search_key_new (NULL, NULL, NULL);

  for (int i = 0; i < 2000; i++)
    g_string_append (han, "重");
  long_han = g_string_free (han, FALSE);
  long_names[1] = long_han;
  second = rs_search_key_new ("x", long_names, NULL);

  g_assert_cmpint (rs_search_key_match (first, "重"), ==, PREFIX);
  g_assert_cmpint (rs_search_key_match (first, "zz"), ==, NOTHING);
  g_assert_cmpint (rs_search_key_match (second, "aaa"), ==, PREFIX);
  g_assert_cmpint (rs_search_key_match (second, "重重"), ==, PREFIX);
  g_assert_cmpint (rs_search_key_match (third, "a"), ==, NOTHING);
  g_assert_cmpint (rs_search_key_match (second, "\xff"), ==, NOTHING);
}

static gpointer
read_in_thread (gpointer data)
{
  static const char *const names[] = { "北京", NULL };
  g_autoptr (RsSearchKey) key = rs_search_key_new ("1", names, NULL);

  return GINT_TO_POINTER (rs_search_key_match (key, "beijing"));
}

static void
test_threads (void)
{
  GThread *threads[8];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("read", read_in_thread, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpint (GPOINTER_TO_INT (g_thread_join (threads[i])), ==, WHOLE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/search-key/given-pinyin", test_given_pinyin);
  g_test_add_func ("/base/search-key/syllables", test_syllables);
  g_test_add_func ("/base/search-key/dictionary", test_dictionary);
  g_test_add_func ("/base/search-key/places", test_places);
  g_test_add_func ("/base/search-key/umlaut", test_umlaut);
  g_test_add_func ("/base/search-key/english-names", test_english_names);
  g_test_add_func ("/base/search-key/odd-names", test_odd_names);
  g_test_add_func ("/base/search-key/threads", test_threads);
  return g_test_run ();
}
