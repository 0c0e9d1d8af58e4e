/* SPDX-License-Identifier: GPL-3.0-or-later
 * Views as values and as JSON. */
#include "config.h"

#include <string.h>

#include "dataset/json-get.h"
#include "query/view.h"

static RsView *
read_view (const char *json, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (JsonNode) node = rs_json_parse ("test.json", bytes, error);

  if (node == NULL)
    return NULL;
  return rs_view_from_json (node, "test.json", "/views/0", error);
}

static char *
write_view (const RsView *view)
{
  g_autoptr (JsonNode) node = rs_view_to_json (view);

  return json_to_string (node, FALSE);
}

static const char full_view[] =
  "{\"id\":\"jobs\",\"title\":{\"en\":\"Jobs\",\"zh_CN\":\"就业\"},\"subtitle\":\"a "
  "year\",\"note\":\"n\","
  "\"indicators\":[\"jobs\",\"members\"],\"regions\":[\"A\",\"B\"],\"year\":2021,\"from\":\"2015\","
  "\"to\":"
  "\"2022\",\"last\":10,\"fixed\":{\"age\":\"T\",\"sex\":\"F\"},\"chart\":\"columns\",\"headline\":"
  "\"jobs\",\"goals\":[\"jobs\"],\"targets\":false,\"from_zero\":true,\"scope\":\"peers\",\"log\":"
  "true}";

static const char *const round_trips[] = {
  "{}",
  "{\"id\":\"a\"}",
  "{\"title\":\"Plain\"}",
  "{\"title\":{\"en\":\"E\"}}",
  "{\"title\":{\"zh_CN\":\"中\"}}",
  "{\"indicators\":[]}",
  "{\"regions\":[\"A\"]}",
  "{\"year\":2021}",
  "{\"from\":\"2015-03\",\"to\":\"2016\"}",
  "{\"last\":5}",
  "{\"fixed\":{\"sex\":\"T\"}}",
  "{\"chart\":\"columns\"}",
  "{\"chart\":\"lines\"}",
  "{\"chart\":\"bars\"}",
  "{\"chart\":\"years\"}",
  "{\"chart\":\"figures\"}",
  "{\"chart\":\"stacked\"}",
  "{\"chart\":\"areas\"}",
  "{\"chart\":\"dots\"}",
  "{\"chart\":\"ranked\"}",
  "{\"chart\":\"slope\"}",
  "{\"chart\":\"dumbbell\"}",
  "{\"chart\":\"bullet\"}",
  "{\"chart\":\"multiples\"}",
  "{\"chart\":\"heat\"}",
  "{\"chart\":\"tiles\"}",
  "{\"chart\":\"sparkline\"}",
  "{\"scope\":\"selected\"}",
  "{\"scope\":\"peers\"}",
  "{\"scope\":\"children\"}",
  "{\"log\":true}",
  "{\"chart\":\"lines\",\"scope\":\"peers\",\"log\":true}",
  "{\"headline\":\"x\"}",
  "{\"goals\":[\"x\",\"y\"]}",
  "{\"targets\":false}",
  "{\"from_zero\":true}",
  full_view,
};

static void
test_round_trip (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (round_trips); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RsView) view = read_view (round_trips[i], &error);
      g_autoptr (RsView) again = NULL;
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      text = write_view (view);
      g_assert_cmpstr (text, ==, round_trips[i]);
      again = read_view (text, &error);
      g_assert_no_error (error);
      g_assert_true (rs_view_equal (view, again));
    }
}

/* Members at their default are not written. */
static void
test_defaults (void)
{
  g_autoptr (RsView) fresh = rs_view_new ();
  g_autoptr (RsView) view = read_view (
    "{\"year\":0,\"last\":0,\"chart\":\"auto\",\"targets\":true,\"from_zero\":false,\"fixed\":{}}",
    NULL);
  g_autofree char *text = write_view (view);

  g_assert_true (fresh->show_targets);
  g_assert_true (rs_view_equal (view, fresh));
  g_assert_cmpstr (text, ==, "{}");
}

typedef struct
{
  const char *json;
  const char *where; /* must stand in the message */
} Bad;

static const Bad bad_views[] = {
  { "[]", "/views/0" },
  { "3", "/views/0" },
  { "null", "/views/0" },
  { "\"x\"", "/views/0" },
  { "{\"indicator\":[\"a\"]}", "/views/0/indicator" },
  { "{\"kind\":\"lines\"}", "/views/0/kind" },
  { "{\"id\":3}", "/views/0/id" },
  { "{\"id\":null}", "/views/0/id" },
  { "{\"title\":3}", "/views/0/title" },
  { "{\"title\":{\"en\":3}}", "/views/0/title/en" },
  { "{\"title\":{\"fr\":\"x\"}}", "fr" },
  { "{\"title\":[]}", "/views/0/title" },
  { "{\"subtitle\":true}", "/views/0/subtitle" },
  { "{\"note\":{}, \"x/y\":1}", "/views/0/x~1y" },
  { "{\"scope\":\"neighbours\"}", "it must be auto, selected, peers or children" },
  { "{\"scope\":3}", "/views/0/scope" },
  { "{\"log\":\"yes\"}", "/views/0/log" },
  { "{\"chart\":\"pie\"}", "the kinds are auto, columns, lines, bars, years, figures, stacked" },
  { "{\"indicators\":\"a\"}", "/views/0/indicators" },
  { "{\"indicators\":[3]}", "/views/0/indicators/0" },
  { "{\"indicators\":[\"a\",null]}", "/views/0/indicators/1" },
  { "{\"regions\":{}}", "/views/0/regions" },
  { "{\"year\":\"2021\"}", "/views/0/year" },
  { "{\"year\":2021.5}", "/views/0/year" },
  { "{\"year\":-1}", "/views/0/year" },
  { "{\"year\":3000}", "/views/0/year" },
  { "{\"from\":2015}", "/views/0/from" },
  { "{\"to\":[]}", "/views/0/to" },
  { "{\"last\":-1}", "/views/0/last" },
  { "{\"last\":100001}", "/views/0/last" },
  { "{\"last\":9223372036854775807}", "/views/0/last" },
  { "{\"last\":true}", "/views/0/last" },
  { "{\"fixed\":[]}", "/views/0/fixed" },
  { "{\"fixed\":{\"sex\":1}}", "/views/0/fixed/sex" },
  { "{\"chart\":\"pie\"}", "/views/0/chart" },
  { "{\"chart\":\"\"}", "/views/0/chart" },
  { "{\"chart\":1}", "/views/0/chart" },
  { "{\"headline\":[]}", "/views/0/headline" },
  { "{\"goals\":\"x\"}", "/views/0/goals" },
  { "{\"targets\":0}", "/views/0/targets" },
  { "{\"targets\":\"no\"}", "/views/0/targets" },
  { "{\"from_zero\":null}", "/views/0/from_zero" },
};

static void
test_bad (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad_views); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RsView) view = read_view (bad_views[i].json, &error);

      g_test_message ("%s", bad_views[i].json);
      g_assert_null (view);
      g_assert_error (error, RS_QUERY_ERROR, RS_QUERY_ERROR_SYNTAX);
      g_assert_nonnull (strstr (error->message, "test.json"));
      g_assert_nonnull (strstr (error->message, bad_views[i].where));
    }
}

static void
test_copy_and_equal (void)
{
  g_autoptr (RsView) view = read_view (full_view, NULL);
  g_autoptr (RsView) copy = rs_view_copy (view);
  g_autofree char *before = write_view (view);
  g_autofree char *after = NULL;

  g_assert_true (rs_view_equal (view, copy));
  g_clear_pointer (&copy->indicators, g_strfreev);
  g_assert_false (rs_view_equal (view, copy));
  g_hash_table_insert (copy->fixed, g_strdup ("sex"), g_strdup ("M"));
  after = write_view (view);
  g_assert_cmpstr (before, ==, after);
}

/* Each member alone makes two views differ. */
static void
test_every_member_counts (void)
{
  g_autoptr (RsView) empty = rs_view_new ();

  for (gsize i = 1; i < G_N_ELEMENTS (round_trips); i++)
    {
      g_autoptr (RsView) view = read_view (round_trips[i], NULL);

      g_assert_false (rs_view_equal (view, empty));
      g_assert_false (rs_view_equal (empty, view));
    }
}

static void
test_kinds (void)
{
  for (guint i = 0; i < RS_N_CHART_KINDS; i++)
    {
      RsChartKind kind = RS_CHART_AUTO;

      g_assert_true (rs_chart_kind_from_string (rs_chart_kind_to_string ((RsChartKind) i), &kind));
      g_assert_cmpuint (kind, ==, i);
      g_assert_cmpuint (strlen (rs_chart_kind_get_label (kind, RS_LANGUAGE_EN)), >, 0);
      g_assert_cmpuint (strlen (rs_chart_kind_get_label (kind, RS_LANGUAGE_ZH_CN)), >, 0);
    }
  {
    RsChartKind kind = RS_CHART_BARS;

    g_assert_false (rs_chart_kind_from_string ("pie", &kind));
    g_assert_cmpint (kind, ==, RS_CHART_AUTO);
    g_assert_false (rs_chart_kind_from_string (NULL, &kind));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/view/round-trip", test_round_trip);
  g_test_add_func ("/query/view/defaults", test_defaults);
  g_test_add_func ("/query/view/bad", test_bad);
  g_test_add_func ("/query/view/copy-and-equal", test_copy_and_equal);
  g_test_add_func ("/query/view/every-member-counts", test_every_member_counts);
  g_test_add_func ("/query/view/kinds", test_kinds);
  return g_test_run ();
}
