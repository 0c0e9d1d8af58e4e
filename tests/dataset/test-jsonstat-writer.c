/* SPDX-License-Identifier: GPL-3.0-or-later
 * The JSON-stat writer: what it writes reads back, to the same bytes. All figures here are
 * invented. */
#include "config.h"

#include "dataset/dataset-builder.h"
#include "dataset/jsonstat-reader.h"
#include "dataset/jsonstat-writer.h"
#include "dataset/plain-text.h"

#include <string.h>

static void
set (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

static void
name_category (
  RsDimension *dimension, guint i, const char *id, const char *label, const char *label_zh)
{
  RsCategory *category = &dimension->categories[i];

  set (&category->id, id);
  set (&category->label.original, label);
  set (&category->label.translation[RS_LANGUAGE_ZH_CN], label_zh);
}

static void
add_metric (RsDatasetBuilder *builder)
{
  RsDimension *dimension = rs_dataset_builder_add_dimension (builder, "indicator", 2, NULL);
  RsCategory *category = &dimension->categories[0];

  dimension->role = RS_ROLE_METRIC;
  set (&dimension->label.original, "Indicator");
  set (&dimension->label.translation[RS_LANGUAGE_ZH_CN], "指标");
  name_category (dimension, 0, "jobs", "Invented jobs", "虚构岗位");
  name_category (dimension, 1, "rate", "Invented rate", NULL);
  category->unit.present = TRUE;
  category->unit.decimals = 2;
  category->unit.exponent = 4;
  set (&category->unit.base, "persons");
  set (&category->unit.base_label.original, "people");
  set (&category->unit.base_label.translation[RS_LANGUAGE_ZH_CN], "人");
  set (&category->unit.label.original, "10,000 persons");
  set (&category->unit.label.translation[RS_LANGUAGE_ZH_CN], "万人");
  category->nature = RS_NATURE_FLOW;
  set (&category->family, "jobs");
  set (&category->definition.original, "Invented for a test");
  set (&category->definition.translation[RS_LANGUAGE_ZH_CN], "测试用");
  set (&category->group.original, "Employment");
  category->notes = g_strdupv ((char *[]){ (char *) "a < b & <c>\n## d &amp; e", NULL });
}

static void
add_geo (RsDatasetBuilder *builder)
{
  RsDimension *dimension = rs_dataset_builder_add_dimension (builder, "region", 3, NULL);

  dimension->role = RS_ROLE_GEO;
  name_category (dimension, 0, "X", "Region X", NULL);
  name_category (dimension, 1, "A", "Region \"A\"", "甲");
  name_category (dimension, 2, "B/~", "Region B", "乙");
  dimension->categories[0].children = g_memdup2 ((guint[]){ 2, 1 }, 2 * sizeof (guint));
  dimension->categories[0].n_children = 2;
  dimension->categories[1].has_coordinates = TRUE;
  dimension->categories[1].longitude = 106.55;
  dimension->categories[1].latitude = 29.56;
  set (&dimension->categories[1].pinyin, "jia");
  dimension->categories[1].has_tile = TRUE;
  dimension->categories[1].tile_column = 7;
  dimension->categories[1].tile_row = 0;
  set (&dimension->categories[1].validity.to, "2025-11-06");
  dimension->categories[1].successors = g_strdupv ((char *[]){ (char *) "B/~", NULL });
  set (&dimension->categories[1].remark.original, "abolished");
}

static void
add_time (RsDatasetBuilder *builder)
{
  static const char *const years[] = { "2001", "2002", "2003" };
  RsDimension *dimension = rs_dataset_builder_add_dimension (builder, "year", 3, NULL);

  dimension->role = RS_ROLE_TIME;
  for (guint i = 0; i < 3; i++)
    name_category (dimension, i, years[i], NULL, NULL);
}

static void
fill_cells (RsDatasetBuilder *builder)
{
  RsPassport *passport;
  RsAlternate *alternate;

  rs_dataset_builder_set_value (builder, 0, 0.1);
  rs_dataset_builder_set_status (builder, 0, "p");
  rs_dataset_builder_set_value (builder, 1, -75.18);
  rs_dataset_builder_set_text (builder, 2, "n/a \"x\"");
  rs_dataset_builder_set_status (builder, 9, ">");
  passport = rs_dataset_builder_get_passport (builder, 0);
  passport->kind = RS_KIND_DERIVED;
  passport->source = rs_dataset_builder_find_source (builder, "s1");
  passport->approximate = TRUE;
  passport->has_growth = TRUE;
  passport->growth = -12.8;
  set (&passport->formula, "2494-124");
  set (&passport->note.original, "year end");
  set (&passport->note.translation[RS_LANGUAGE_ZH_CN], "年末");
  alternate = rs_passport_add_alternate (passport);
  alternate->value = 0.2;
  alternate->kind = RS_KIND_PUBLISHED;
  alternate->source = rs_dataset_builder_find_source (builder, "s2");
  set (&alternate->note.original, "year end");
  set (&alternate->note.translation[RS_LANGUAGE_ZH_CN], "年末");
  /* Nothing but a change that is zero: it is kept all the same. */
  passport = rs_dataset_builder_get_passport (builder, 1);
  passport->has_difference = TRUE;
  passport = rs_dataset_builder_get_passport (builder, 9);
  passport->kind = RS_KIND_BOUND;
  passport->has_bound = TRUE;
  passport->bound = 95.0;
}

static RsDataset *
make_dataset (gboolean dense)
{
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  g_autoptr (GError) error = NULL;
  RsTarget *target;
  RsBreak *entry;
  RsDataset *dataset;

  rs_dataset_builder_set_id (builder, "invented");
  rs_dataset_builder_set_updated (builder, "2026-01-02");
  rs_dataset_builder_set_board (builder, "overview");
  rs_dataset_builder_set_selection (builder, "A", 2002);
  rs_dataset_builder_add_note (builder, "All figures are invented");
  set (&rs_dataset_builder_get_label (builder)->original, "Invented");
  set (&rs_dataset_builder_get_label (builder)->translation[RS_LANGUAGE_ZH_CN], "虚构");
  set (&rs_dataset_builder_get_source_text (builder)->original, "Nobody");
  rs_dataset_builder_add_source (builder, "s1", "First", "Nobody", "http://invented/1");
  rs_dataset_builder_add_source (builder, "s2", "Second", NULL, NULL);
  add_metric (builder);
  add_geo (builder);
  add_time (builder);
  g_assert_true (rs_dataset_builder_begin_cells (builder, dense, &error));
  fill_cells (builder);
  target = rs_dataset_builder_add_target (builder);
  target->region = 1;
  target->period = 2;
  target->op = RS_OPERATOR_ABOUT;
  target->operator_inferred = TRUE;
  target->value = 60.5;
  target->derived = TRUE;
  target->provisional = TRUE;
  target->source = 1;
  set (&target->note.original, "planned");
  entry = rs_dataset_builder_add_break (builder);
  entry->indicator = 1;
  entry->region = 2;
  entry->after = 1;
  entry = rs_dataset_builder_add_break (builder);
  entry->before = 1;
  entry->after = 2;
  dataset = rs_dataset_builder_finish (builder, NULL, &error);
  g_assert_no_error (error);
  return dataset;
}

static RsCatalog *
read_back (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  RsCatalog *catalog = rs_jsonstat_read ("again", bytes, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < rs_diagnostics_get_n (rs_catalog_get_diagnostics (catalog)); i++)
    g_test_message ("%s", rs_diagnostics_get (rs_catalog_get_diagnostics (catalog), i)->message);
  g_assert_cmpuint (rs_diagnostics_get_n (rs_catalog_get_diagnostics (catalog)), ==, 0);
  return catalog;
}

static void
assert_same_bytes (GBytes *a, GBytes *b)
{
  g_autofree char *text_a = g_strndup (g_bytes_get_data (a, NULL), g_bytes_get_size (a));
  g_autofree char *text_b = g_strndup (g_bytes_get_data (b, NULL), g_bytes_get_size (b));

  g_assert_cmpstr (text_a, ==, text_b);
}

static void
test_round_trip (gconstpointer dense)
{
  g_autoptr (RsDataset) dataset = make_dataset (GPOINTER_TO_INT (dense));
  g_autoptr (GBytes) first = rs_jsonstat_write (&dataset, 1, NULL);
  g_autoptr (RsCatalog) catalog = read_back (first);
  RsDataset *again = rs_catalog_get_dataset (catalog, 0);
  g_autoptr (GBytes) second = rs_jsonstat_write (&again, 1, NULL);

  assert_same_bytes (first, second);
}

/* What came back, member by member: equal bytes could be equally incomplete. */
static void
test_content (void)
{
  g_autoptr (RsDataset) dataset = make_dataset (FALSE);
  g_autoptr (GBytes) bytes = rs_jsonstat_write (&dataset, 1, NULL);
  g_autoptr (RsCatalog) catalog = read_back (bytes);
  const RsDataset *again = rs_catalog_get_dataset (catalog, 0);
  const RsCategory *jobs = &rs_dataset_get_metric (again)->categories[0];
  const RsCategory *region = &rs_dataset_get_geo (again)->categories[1];
  RsObservation observation = rs_dataset_get_observation (again, 0);
  const RsTarget *target = rs_dataset_find_target (again, 0, 1, 2);

  g_assert_cmpstr (rs_dataset_get_id (again), ==, "invented");
  g_assert_cmpstr (rs_dataset_get_board (again), ==, "overview");
  g_assert_cmpstr (rs_dataset_get_selection_region (again), ==, "A");
  g_assert_cmpint (rs_dataset_get_selection_year (again), ==, 2002);
  g_assert_cmpstr (rs_text_get (rs_dataset_get_label (again), RS_LANGUAGE_ZH_CN), ==, "虚构");
  g_assert_cmpstr (jobs->unit.label.translation[RS_LANGUAGE_ZH_CN], ==, "万人");
  g_assert_cmpstr (rs_text_get (&jobs->unit.base_label, RS_LANGUAGE_EN), ==, "people");
  g_assert_cmpint (jobs->unit.exponent, ==, 4);
  g_assert_cmpint (jobs->nature, ==, RS_NATURE_FLOW);
  g_assert_cmpstr (jobs->notes[0], ==, "a < b & <c>\n## d &amp; e");
  g_assert_cmpstr (jobs->definition.translation[RS_LANGUAGE_ZH_CN], ==, "测试用");
  g_assert_cmpstr (region->label.original, ==, "Region \"A\"");
  g_assert_null (region->validity.from);
  g_assert_cmpstr (region->validity.to, ==, "2025-11-06");
  g_assert_cmpstr (region->successors[0], ==, "B/~");
  g_assert_true (region->has_tile);
  g_assert_cmpint (region->tile_column, ==, 7);
  g_assert_cmpint (region->tile_row, ==, 0);
  g_assert_false (rs_dataset_get_geo (again)->categories[0].has_tile);
  g_assert_cmpuint (rs_dataset_get_geo (again)->categories[0].children[0], ==, 2);
  g_assert_cmpfloat (observation.value, ==, 0.1);
  g_assert_cmpint (observation.passport->kind, ==, RS_KIND_DERIVED);
  g_assert_true (observation.passport->approximate);
  g_assert_true (observation.passport->has_growth);
  g_assert_cmpfloat (observation.passport->growth, ==, -12.8);
  g_assert_false (observation.passport->has_difference);
  g_assert_true (rs_dataset_get_observation (again, 1).passport->has_difference);
  g_assert_cmpfloat (rs_dataset_get_observation (again, 1).passport->difference, ==, 0.0);
  g_assert_false (rs_dataset_get_observation (again, 1).passport->has_growth);
  g_assert_false (rs_dataset_get_observation (again, 9).passport->has_growth);
  g_assert_cmpstr (observation.passport->note.translation[RS_LANGUAGE_ZH_CN], ==, "年末");
  g_assert_cmpfloat (observation.passport->alternates[0].value, ==, 0.2);
  g_assert_cmpint (rs_dataset_get_observation (again, 9).reason, ==, RS_REASON_BOUND);
  g_assert_cmpfloat (rs_dataset_get_observation (again, 9).passport->bound, ==, 95.0);
  g_assert_nonnull (target);
  g_assert_cmpint (target->op, ==, RS_OPERATOR_ABOUT);
  g_assert_true (target->derived && target->provisional && target->operator_inferred);
  g_assert_cmpstr (target->note.original, ==, "planned");
  g_assert_cmpuint (rs_dataset_get_n_breaks (again), ==, 2);
  g_assert_cmpint (rs_dataset_get_break (again, 0)->region, ==, 2);
  g_assert_cmpint (rs_dataset_get_break (again, 1)->region, ==, -1);
}

static void
test_collection (void)
{
  g_autoptr (RsDataset) dataset = make_dataset (TRUE);
  RsDataset *both[] = { dataset, dataset };
  RsText label = { .original = (char *) "Two", .translation = { NULL, (char *) "两个" } };
  g_autoptr (GBytes) bytes = rs_jsonstat_write (both, 2, &label);
  g_autoptr (RsCatalog) catalog = read_back (bytes);

  g_assert_cmpstr (rs_catalog_get_class (catalog), ==, "collection");
  g_assert_cmpuint (rs_catalog_get_n_datasets (catalog), ==, 2);
  g_assert_cmpstr (rs_dataset_get_path (rs_catalog_get_dataset (catalog, 1)), ==, "/link/item/1");
  g_assert_cmpstr (rs_text_get (rs_catalog_get_label (catalog), RS_LANGUAGE_ZH_CN), ==, "两个");
  g_assert_cmpstr (rs_text_get (rs_catalog_get_label (catalog), RS_LANGUAGE_EN), ==, "Two");
}

static void
test_layout (void)
{
  g_autoptr (RsDataset) dataset = make_dataset (FALSE);
  g_autoptr (GBytes) bytes = rs_jsonstat_write (&dataset, 1, NULL);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = g_strndup (data, length);

  g_assert_true (g_str_has_suffix (text, "}\n"));
  g_assert_false (g_str_has_suffix (text, "\n\n"));
  /* Few cells are set: an object; the shortest decimals; the sign of a bound. */
  g_assert_nonnull (strstr (text, "\"value\": {"));
  g_assert_nonnull (strstr (text, "\"0\": 0.1"));
  g_assert_nonnull (strstr (text, "\"9\": \">\""));
  g_assert_nonnull (strstr (text, "\"p\": \"provisional\""));
}

static void
test_plain_text (void)
{
  static const char *const texts[] = { "x < 5", "a <b> c",    "A & B", "A &amp; B",
                                       "###",   "<!-- x -->", "&#65;", "\"q\"" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *html = rs_plain_text_to_html (texts[i]);
      g_autofree char *plain = rs_plain_text_from_html (html);

      g_assert_cmpstr (plain, ==, texts[i]);
    }
}

static void
test_plain_text_from_html (void)
{
  static const struct
  {
    const char *html;
    const char *plain;
  } rows[] = {
    { "<b>A</b> and <i title=\"x > y\">B</i>", "A and B" },
    { "A<br>B<p>C", "A\nB\nC" },
    { "A<!-- a <b> and a > --> B<!-- again -->", "A B" },
    { "A <!-- never closed", "A <!-- never closed" },
    { "A <!-- closed --> B <!-- and not", "A  B <!-- and not" },
    { "x <y and <b>z</b>", "x <y and z" },
    { "x <y", "x <y" },
    { "A##B &amp; C", "A\nB & C" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *plain = rs_plain_text_from_html (rows[i].html);

      g_assert_cmpstr (plain, ==, rows[i].plain);
    }
}

/* A made note of two megabytes: searched to its end at each of these, it would take minutes. */
static void
test_plain_text_of_made_notes (void)
{
  static const char *const pieces[] = { "<a", "<!--", "<a\"", "<a'", "<a\"<a'" };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) html = g_string_new (NULL);
      g_autofree char *plain = NULL;
      g_autofree char *again = NULL;

      while (html->len < 2 * 1024 * 1024)
        g_string_append (html, pieces[i]);
      plain = rs_plain_text_from_html (html->str);
      g_assert_cmpuint (strlen (plain), ==, html->len);
      g_string_append (html, "-->");
      again = rs_plain_text_to_html (html->str);
      g_assert_cmpuint (strlen (again), >=, html->len);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/dataset/jsonstat-writer/round-trip/sparse", GINT_TO_POINTER (FALSE),
                        test_round_trip);
  g_test_add_data_func ("/dataset/jsonstat-writer/round-trip/dense", GINT_TO_POINTER (TRUE),
                        test_round_trip);
  g_test_add_func ("/dataset/jsonstat-writer/content", test_content);
  g_test_add_func ("/dataset/jsonstat-writer/collection", test_collection);
  g_test_add_func ("/dataset/jsonstat-writer/layout", test_layout);
  g_test_add_func ("/dataset/jsonstat-writer/plain-text", test_plain_text);
  g_test_add_func ("/dataset/jsonstat-writer/plain-text-from-html", test_plain_text_from_html);
  g_test_add_func ("/dataset/jsonstat-writer/plain-text-of-made-notes",
                   test_plain_text_of_made_notes);
  return g_test_run ();
}
