/* SPDX-License-Identifier: GPL-3.0-or-later
 * Tests of the importer: one invented folder that is right, and every way in which it can be wrong.
 */
#include "config.h"

#include "dataset/importer.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <sys/stat.h>

static const char *const files[] = {
  "dataset.ini", "units.csv",   "indicators.csv", "regions.csv",
  "sources.csv", "figures.csv", "targets.csv",    "breaks.csv",
};

static RsDataset *
import (const char *path, GError **error)
{
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  return rs_import_folder (folder, NULL, error);
}

static RsDataset *
import_fixture (void)
{
  g_autofree char *path =
    g_test_build_filename (G_TEST_DIST, "fixtures", "import", "invented", NULL);
  g_autoptr (GError) error = NULL;
  RsDataset *dataset = import (path, &error);

  g_assert_no_error (error);
  return dataset;
}

static guint64
find_cell (const RsDataset *dataset, const char *indicator, const char *region, const char *year)
{
  const char *ids[] = { indicator, region, year };
  guint positions[3];

  for (guint i = 0; i < 3; i++)
    {
      const int position = rs_dimension_find (rs_dataset_get_dimension (dataset, i), ids[i]);

      g_assert_cmpint (position, >=, 0);
      positions[i] = (guint) position;
    }
  return rs_dataset_get_cell (dataset, positions);
}

static RsObservation
observe (const RsDataset *dataset, const char *indicator, const char *region, const char *year)
{
  return rs_dataset_get_observation (dataset, find_cell (dataset, indicator, region, year));
}

static void
test_dataset (void)
{
  g_autoptr (RsDataset) dataset = import_fixture ();

  g_assert_cmpstr (rs_dataset_get_id (dataset), ==, "invented");
  g_assert_cmpstr (rs_text_get (rs_dataset_get_label (dataset), RS_LANGUAGE_EN), ==,
                   "Invented figures");
  g_assert_cmpstr (rs_text_get (rs_dataset_get_label (dataset), RS_LANGUAGE_ZH_CN), ==, "虚构数据");
  g_assert_cmpstr (rs_text_get (rs_dataset_get_source_text (dataset), RS_LANGUAGE_ZH_CN), ==,
                   "测试用虚构");
  g_assert_cmpstr (rs_dataset_get_updated (dataset), ==, "2001-02-03");
  g_assert_cmpstr (rs_dataset_get_board (dataset), ==, "invented-board");
  g_assert_cmpstr (rs_dataset_get_selection_region (dataset), ==, "A1");
  g_assert_cmpint (rs_dataset_get_selection_year (dataset), ==, 2003);
  g_assert_cmpuint (rs_dataset_get_n_sources (dataset), ==, 2);
  g_assert_cmpstr (rs_dataset_get_source (dataset, 0)->href, ==, "https://example.org/1");
  g_assert_null (rs_dataset_get_source (dataset, 1)->publisher);
}

static void
test_dimensions (void)
{
  g_autoptr (RsDataset) dataset = import_fixture ();
  const RsDimension *time = rs_dataset_get_time (dataset);
  const RsDimension *metric = rs_dataset_get_metric (dataset);

  g_assert_cmpuint (rs_dataset_get_n_dimensions (dataset), ==, 3);
  g_assert_cmpstr (metric->id, ==, "indicator");
  g_assert_cmpstr (rs_dataset_get_geo (dataset)->id, ==, "region");
  g_assert_cmpstr (time->id, ==, "year");
  g_assert_cmpstr (rs_text_get (&time->label, RS_LANGUAGE_ZH_CN), ==, "年份");

  /* From the first to the last year that any table names, the empty ones too: 2002, 2005. */
  g_assert_cmpuint (time->n_categories, ==, 6);
  g_assert_cmpstr (time->categories[0].id, ==, "2001");
  g_assert_cmpstr (time->categories[5].id, ==, "2006");

  g_assert_cmpuint (metric->n_categories, ==, 5);
  g_assert_true (metric->categories[0].unit.present);
  g_assert_cmpint (metric->categories[0].unit.decimals, ==, 1);
  g_assert_cmpint (metric->categories[0].unit.exponent, ==, 1);
  g_assert_cmpstr (metric->categories[0].unit.base, ==, "apples");
  g_assert_cmpstr (rs_text_get (&metric->categories[0].unit.label, RS_LANGUAGE_ZH_CN), ==,
                   "十个苹果");
  g_assert_cmpint (metric->categories[0].nature, ==, RS_NATURE_STOCK);
  g_assert_null (metric->categories[0].family);
  g_assert_cmpint (metric->categories[1].unit.decimals, ==, -1);
  g_assert_cmpstr (metric->categories[1].family, ==, "shares");
  g_assert_cmpstr (rs_text_get (&metric->categories[1].remark, RS_LANGUAGE_ZH_CN), ==,
                   "虚构备注。");
  g_assert_false (metric->categories[2].unit.present);
  g_assert_cmpint (metric->categories[2].nature, ==, RS_NATURE_UNKNOWN);
}

/* Parts of an indicator become its children, as the dataset of the regions has them. */
static void
test_parts (void)
{
  g_autoptr (RsDataset) dataset = import_fixture ();
  const RsDimension *metric = rs_dataset_get_metric (dataset);

  g_assert_cmpuint (metric->categories[0].n_children, ==, 2);
  g_assert_cmpuint (metric->categories[0].children[0], ==, 3);
  g_assert_cmpuint (metric->categories[0].children[1], ==, 4);
  g_assert_cmpint (rs_dimension_get_parent (metric, 3), ==, 0);
  g_assert_cmpint (rs_dimension_get_parent (metric, 1), ==, -1);
}

typedef struct
{
  const char *value;
  const char *status;
  RsReason reason;
  double number;
} Symbol;

/* Zero, less than half a unit, missing, not applicable and confidential are five things. */
static void
test_symbols (void)
{
  static const Symbol symbols[] = {
    { "0", "", RS_REASON_NONE, 0 },
    { "…", "", RS_REASON_LESS_THAN_HALF, 0 },
    { "...", "", RS_REASON_LESS_THAN_HALF, 0 },
    { "", "m", RS_REASON_MISSING, 0 },
    { "", "z", RS_REASON_NOT_APPLICABLE, 0 },
    { "", "c", RS_REASON_CONFIDENTIAL, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (symbols); i++)
    {
      g_autofree char *figures =
        g_strdup_printf ("indicator,region,period,value,unit,kind,source,status\n"
                         "i,A,2001,5,,published,s,\ni,A,2002,%s,,published,s,%s\n",
                         symbols[i].value, symbols[i].status);
      const char *const texts[][2] = {
        { "dataset.ini", "[dataset]\nid=symbols\nperiod=year\n" },
        { "indicators.csv", "indicator,label,unit,decimals,nature\ni,Invented,,,\n" },
        { "regions.csv", "code,parent,label\nA,,A (invented)\n" },
        { "sources.csv", "source,title\ns,Invented\n" },
        { "figures.csv", figures },
      };
      g_autoptr (GHashTable) table =
        g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_bytes_unref);
      g_autoptr (RsDataset) dataset = NULL;
      g_autoptr (GError) error = NULL;
      RsObservation observation;

      for (gsize k = 0; k < G_N_ELEMENTS (texts); k++)
        g_hash_table_insert (table, (gpointer) texts[k][0],
                             g_bytes_new (texts[k][1], strlen (texts[k][1])));
      dataset = rs_import_files ("symbols", table, &error);
      g_assert_no_error (error);
      observation = observe (dataset, "i", "A", "2002");
      g_assert_cmpint (observation.reason, ==, symbols[i].reason);
      if (symbols[i].reason == RS_REASON_NONE)
        g_assert_cmpfloat (observation.value, ==, symbols[i].number);
      else
        g_assert_true (isnan (observation.value));
    }
}

static void
test_regions (void)
{
  g_autoptr (RsDataset) dataset = import_fixture ();
  const RsDimension *geo = rs_dataset_get_geo (dataset);
  const RsCategory *a = &geo->categories[0];
  const RsCategory *a1 = &geo->categories[1];

  g_assert_cmpuint (a->n_children, ==, 2);
  g_assert_cmpuint (a->children[0], ==, 1);
  g_assert_cmpuint (a->children[1], ==, 2);
  g_assert_cmpint (rs_dimension_get_parent (geo, 1), ==, 0);
  g_assert_cmpint (rs_dimension_get_parent (geo, 3), ==, -1);
  g_assert_cmpstr (a->pinyin, ==, "jia di");
  g_assert_true (a->has_coordinates);
  g_assert_cmpfloat (a->longitude, ==, 10.5);
  g_assert_cmpfloat (a->latitude, ==, -20.25);
  g_assert_false (a1->has_coordinates);
  g_assert_true (a->has_tile);
  g_assert_cmpint (a->tile_column, ==, 4);
  g_assert_cmpint (a->tile_row, ==, 0);
  g_assert_true (a1->has_tile);
  g_assert_cmpint (a1->tile_row, ==, 99);
  g_assert_false (geo->categories[2].has_tile);
  g_assert_cmpstr (a1->validity.from, ==, "1990");
  g_assert_cmpstr (a1->validity.to, ==, "2002-12-31");
  g_assert_cmpstr (a1->successors[0], ==, "A2");
  g_assert_cmpstr (a1->successors[1], ==, "B");
  g_assert_null (a1->successors[2]);
  g_assert_cmpstr (rs_text_get (&a1->remark, RS_LANGUAGE_EN), ==, "Gone (invented).");
}

static void
test_figures (void)
{
  g_autoptr (RsDataset) dataset = import_fixture ();
  RsObservation o = observe (dataset, "apples", "A", "2001");

  g_assert_cmpfloat (o.value, ==, 12.5);
  g_assert_cmpint (o.passport->kind, ==, RS_KIND_PUBLISHED);
  g_assert_cmpint (o.passport->source, ==, 0);
  g_assert_cmpstr (rs_text_get (&o.passport->note, RS_LANGUAGE_ZH_CN), ==, "虚构说明");
  g_assert_null (o.status);
  g_assert_cmpuint (o.passport->n_alternates, ==, 2);
  g_assert_cmpfloat (o.passport->alternates[0].value, ==, 12.6);
  g_assert_cmpint (o.passport->alternates[0].kind, ==, RS_KIND_DERIVED);
  g_assert_cmpstr (o.passport->alternates[0].formula, ==, "6.3*2");
  g_assert_cmpfloat (o.passport->alternates[1].value, ==, 12.4);
  g_assert_cmpint (o.passport->alternates[1].source, ==, 1);
  g_assert_cmpstr (rs_text_get (&o.passport->alternates[1].note, RS_LANGUAGE_EN), ==,
                   "Another edition");

  o = observe (dataset, "plain", "B", "2001");
  g_assert_cmpfloat (o.value, ==, 0.0);
  g_assert_cmpint (o.reason, ==, RS_REASON_NONE);

  o = observe (dataset, "plain", "B", "2002");
  g_assert_true (isnan (o.value));
  g_assert_cmpint (o.reason, ==, RS_REASON_MISSING);
  g_assert_null (o.passport);
}

/* The derived row stands first in the table; the published one is shown all the same. */
static void
test_published_first (void)
{
  g_autoptr (RsDataset) dataset = import_fixture ();
  const RsObservation o = observe (dataset, "apples", "A1", "2003");

  g_assert_cmpfloat (o.value, ==, 8.0);
  g_assert_cmpint (o.passport->kind, ==, RS_KIND_PUBLISHED);
  g_assert_null (o.passport->formula);
  g_assert_cmpuint (o.passport->n_alternates, ==, 1);
  g_assert_cmpfloat (o.passport->alternates[0].value, ==, 7.0);
  g_assert_cmpstr (o.passport->alternates[0].formula, ==, "10-3");
}

static void
test_published_change (void)
{
  g_autoptr (RsDataset) dataset = import_fixture ();
  const RsPassport *growth = observe (dataset, "apples", "A1", "2003").passport;
  const RsPassport *difference = observe (dataset, "share", "A", "2004").passport;
  const RsPassport *none = observe (dataset, "apples", "A", "2001").passport;

  g_assert_true (growth->has_growth);
  g_assert_cmpfloat (growth->growth, ==, -35.5);
  g_assert_false (growth->has_difference);
  g_assert_true (difference->has_difference);
  g_assert_cmpfloat (difference->difference, ==, 0.5);
  g_assert_false (difference->has_growth);
  g_assert_false (none->has_growth);
  g_assert_false (none->has_difference);
}

static void
test_bound (void)
{
  g_autoptr (RsDataset) dataset = import_fixture ();
  const RsObservation o = observe (dataset, "share", "A", "2004");

  g_assert_true (isnan (o.value));
  g_assert_cmpint (o.reason, ==, RS_REASON_BOUND);
  g_assert_cmpint (o.passport->kind, ==, RS_KIND_BOUND);
  g_assert_true (o.passport->has_bound);
  g_assert_cmpfloat (o.passport->bound, ==, 95.0);
}

static void
test_targets (void)
{
  g_autoptr (RsDataset) dataset = import_fixture ();
  const RsTarget *target = rs_dataset_get_target (dataset, 0);

  g_assert_cmpuint (rs_dataset_get_n_targets (dataset), ==, 3);
  g_assert_cmpuint (target->indicator, ==, 0);
  g_assert_cmpuint (target->region, ==, 0);
  g_assert_cmpuint (target->period, ==, 2);
  g_assert_cmpint (target->op, ==, RS_OPERATOR_AT_LEAST);
  g_assert_true (target->operator_inferred);
  g_assert_true (target->derived);
  g_assert_true (target->provisional);
  g_assert_cmpfloat (target->value, ==, 5.0);
  g_assert_cmpint (target->source, ==, 0);
  g_assert_cmpstr (rs_text_get (&target->note, RS_LANGUAGE_ZH_CN), ==, "虚构目标");
  g_assert_cmpint (rs_dataset_get_target (dataset, 1)->op, ==, RS_OPERATOR_AT_MOST);
  g_assert_cmpint (rs_dataset_get_target (dataset, 2)->op, ==, RS_OPERATOR_ABOUT);
  g_assert_false (rs_dataset_get_target (dataset, 2)->operator_inferred);
}

/* The mark stands on the first figure after the break, where the series has one before. */
static void
test_breaks (void)
{
  g_autoptr (RsDataset) dataset = import_fixture ();
  const RsBreak *first = rs_dataset_get_break (dataset, 0);
  const RsBreak *second = rs_dataset_get_break (dataset, 1);

  g_assert_cmpuint (rs_dataset_get_n_breaks (dataset), ==, 2);
  g_assert_cmpint (first->region, ==, 0);
  g_assert_cmpuint (first->before, ==, 0);
  g_assert_cmpuint (first->after, ==, 1);
  g_assert_cmpint (first->source, ==, 1);
  g_assert_cmpint (second->region, ==, -1);
  g_assert_cmpint (second->source, ==, -1);

  g_assert_cmpstr (observe (dataset, "apples", "A", "2003").status, ==, "bp");
  g_assert_cmpint (observe (dataset, "apples", "A", "2003").flags, ==,
                   RS_FLAG_BREAK | RS_FLAG_PROVISIONAL | RS_FLAG_APPROXIMATE);
  g_assert_null (observe (dataset, "apples", "A1", "2003").status);
  g_assert_cmpstr (observe (dataset, "share", "A", "2004").status, ==, "b>");
  g_assert_null (observe (dataset, "share", "A1", "2004").status);
}

typedef struct
{
  const char *name;
  const char *file;
  const char *old; /* replaced once… */
  const char *new; /* …by this */
  RsDatasetError code;
  const char *expected; /* how the message begins */
} RefuseCase;

#define SYNTAX RS_DATASET_ERROR_SYNTAX
#define REFERENCE RS_DATASET_ERROR_REFERENCE
#define INCONSISTENT RS_DATASET_ERROR_INCONSISTENT

static const RefuseCase refuse_cases[] = {
  { "region", "figures.csv", "share,A,2001", "share,C,2001", REFERENCE,
    "figures.csv:9: The region “C” is not known" },
  { "indicator", "figures.csv", "plain,B", "pears,B", REFERENCE,
    "figures.csv:11: The indicator “pears” is not known" },
  { "unit", "figures.csv", "94.5,percent", "94.5,per mille", REFERENCE,
    "figures.csv:9: The unit “per mille” is not known" },
  { "other-unit", "figures.csv", "94.5,percent", "94.5,dozens", INCONSISTENT,
    "figures.csv:9: The unit is “dozens”, but the indicator “share”" },
  { "unit-where-none", "figures.csv", "plain,B,2001,0,,", "plain,B,2001,0,percent,", INCONSISTENT,
    "figures.csv:11: The unit is “percent”" },
  { "kind", "figures.csv", "94.5,percent,published", "94.5,percent,guessed", REFERENCE,
    "figures.csv:9: The kind “guessed” is not known" },
  { "no-kind", "figures.csv", "94.5,percent,published", "94.5,percent,", REFERENCE,
    "figures.csv:9: The kind “” is not known" },
  { "source", "figures.csv", "94.5,percent,published,s1", "94.5,percent,published,s9", REFERENCE,
    "figures.csv:9: The source “s9” is not known" },
  { "no-source", "figures.csv", "94.5,percent,published,s1", "94.5,percent,published,", REFERENCE,
    "figures.csv:9: The source “” is not known" },
  { "status", "figures.csv", "dozens,published,s1,p,", "dozens,published,s1,w,", REFERENCE,
    "figures.csv:5: The status “w” is not known" },
  { "duplicate", "figures.csv", "apples,A,2003,-3", "apples,A,2001,-3", INCONSISTENT,
    "figures.csv:5: The figure stands in line 2 already" },
  { "two-derived", "figures.csv", "s1,,,10-3",
    "s1,,,10-3,,,,,\napples,A1,2003,7,dozens,derived,s1,,,10-3", INCONSISTENT,
    "figures.csv:7: The figure stands in line 6 already" },
  { "bound-beside-figure", "figures.csv", "share,A,2001", "share,A,2004", INCONSISTENT,
    "figures.csv:9: The figure stands in line 8 already" },
  { "lone-alternate", "figures.csv", "apples,A,2001,12.4", "apples,A,2004,12.4", INCONSISTENT,
    "figures.csv:4: The alternate has no figure" },
  { "no-number", "figures.csv", "2001,94.5", "2001,", SYNTAX, "figures.csv:9: “” cannot be read" },
  { "comma-number", "figures.csv", "2001,94.5", "2001,\"94,5\"", SYNTAX,
    "figures.csv:9: “94,5” cannot be read exactly" },
  { "exponent", "figures.csv", "2001,94.5", "2001,9e1", SYNTAX, "figures.csv:9: “9e1” cannot" },
  { "too-exact", "figures.csv", "2001,94.5", "2001,94.50000000000000000001", SYNTAX,
    "figures.csv:9: “94.50000000000000000001” cannot" },
  { "space", "figures.csv", "2001,94.5", "2001, 94.5", SYNTAX, "figures.csv:9: “ 94.5” cannot" },
  { "not-finite", "figures.csv", "2001,94.5", "2001,inf", SYNTAX, "figures.csv:9: “inf” cannot" },
  { "derived-without-how", "figures.csv", ",6.3*2,", ",,", INCONSISTENT,
    "figures.csv:3: A derived figure needs" },
  { "flag", "figures.csv", "s1,p,yes", "s1,p,true", SYNTAX, "figures.csv:5: “true” stands" },
  { "month", "figures.csv", "share,A,2001", "share,A,2001-05", SYNTAX,
    "figures.csv:9: “2001-05” is not a period" },
  { "no-period", "figures.csv", "share,A,2001", "share,A,soon", SYNTAX,
    "figures.csv:9: “soon” is not a period" },
  { "year-too-late", "figures.csv", "share,A,2001", "share,A,9999", SYNTAX,
    "figures.csv:9: “9999” is outside the years from 1000 to 2999." },
  { "year-too-early", "figures.csv", "share,A,2001", "share,A,0999", SYNTAX,
    "figures.csv:9: “0999” is outside the years from 1000 to 2999." },
  { "year-too-long", "figures.csv", "share,A,2001", "share,A,12001", SYNTAX,
    "figures.csv:9: “12001” is outside the years from 1000 to 2999." },
  { "period-spelt-otherwise", "figures.csv", "share,A,2001", "share,A,2001年", SYNTAX,
    "figures.csv:9: The period “2001年” must be written “2001”." },
  { "column", "figures.csv", "formula", "formular", INCONSISTENT,
    "figures.csv:1: The column “formular” is not known" },
  { "part-sign", "figures.csv", "12.5", "#12.5", SYNTAX,
    "figures.csv:2: “#12.5”: the sign # stands before parts of a total" },
  { "empty-without-reason", "figures.csv", "12.5", "", SYNTAX, "figures.csv:2: “” cannot" },
  { "growth", "figures.csv", ",-35.5,", ",-35.5%,", SYNTAX, "figures.csv:7: “-35.5%” cannot" },
  { "growth-of-a-rate", "figures.csv", ",0.5,over", "0.5,,over", INCONSISTENT,
    "figures.csv:8: A rate changes by points" },
  { "growth-of-an-alternate", "figures.csv", ",,,,Another", ",,1.5,,Another", INCONSISTENT,
    "figures.csv:4: A published change belongs" },
  { "difference", "figures.csv", ",0.5,over", ",0.5 points,over", SYNTAX,
    "figures.csv:8: “0.5 points” cannot" },
  { "difference-of-a-hidden-row", "figures.csv", "s1,,,10-3,,", "s1,,,10-3,,4", INCONSISTENT,
    "figures.csv:6: A published change belongs" },
  { "missing-column", "figures.csv", "value", "valeu", INCONSISTENT,
    "figures.csv:1: The column “value” is missing" },
  { "csv", "figures.csv", "12.5", "\"12.5", SYNTAX, "figures.csv:2: " },
  { "target-indicator", "targets.csv", "apples,A", "pears,A", REFERENCE,
    "targets.csv:2: The indicator “pears”" },
  { "target-operator", "targets.csv", ">=", "=>", REFERENCE, "targets.csv:2: The operator “=>”" },
  { "target-source", "targets.csv", "yes,yes,s1", "yes,yes,", REFERENCE,
    "targets.csv:2: The source “”" },
  { "target-unit", "targets.csv", "5,dozens", "5,percent", INCONSISTENT,
    "targets.csv:2: The unit is" },
  { "target-number", "targets.csv", "5.5", "5.5%", SYNTAX, "targets.csv:3: “5.5%” cannot" },
  { "target-twice", "targets.csv", "share,B", "share,A", INCONSISTENT,
    "targets.csv:4: The indicator has a target" },
  { "break-region", "breaks.csv", "apples,A", "apples,Z", REFERENCE,
    "breaks.csv:2: The region “Z”" },
  { "break-indicator", "breaks.csv", "share,", "pears,", REFERENCE,
    "breaks.csv:3: The indicator “pears”" },
  { "break-source", "breaks.csv", "2002,s2", "2002,s9", REFERENCE,
    "breaks.csv:2: The source “s9”" },
  { "break-order", "breaks.csv", "2001,2002", "2002,2002", INCONSISTENT,
    "breaks.csv:2: A break lies" },
  { "indicator-unit", "indicators.csv", "dozens", "scores", REFERENCE,
    "indicators.csv:2: The unit “scores”" },
  { "indicator-twice", "indicators.csv", "\nplain,", "\nshare,", INCONSISTENT,
    "indicators.csv:4: “share” stands in line 3 already" },
  { "indicator-without-id", "indicators.csv", "\nplain,", "\n,", SYNTAX,
    "indicators.csv:4: The row has no id" },
  { "indicator-nature", "indicators.csv", "rate", "ratio", REFERENCE,
    "indicators.csv:3: The nature “ratio”" },
  { "indicator-decimals", "indicators.csv", ",1,stock", ",many,stock", SYNTAX,
    "indicators.csv:2: “many” is not a whole number" },
  { "part-of-nothing", "indicators.csv", ",,,,apples\ngreen", ",,,,pears\ngreen", REFERENCE,
    "indicators.csv:5: The indicator “pears”" },
  { "part-of-itself", "indicators.csv", ",,,,apples\ngreen", ",,,,red\ngreen", INCONSISTENT,
    "indicators.csv:5: The indicator is a part of itself." },
  { "part-of-another-unit", "indicators.csv",
    "（虚构）,dozens,1,stock,,Fruit,水果,,,,,apples\ngreen",
    "（虚构）,percent,1,stock,,Fruit,水果,,,,,apples\ngreen", INCONSISTENT,
    "indicators.csv:5: The indicator is a part of “apples”, but has another unit or nature." },
  { "part-of-another-nature", "indicators.csv",
    "（虚构）,dozens,1,stock,,Fruit,水果,,,,,apples\ngreen",
    "（虚构）,dozens,1,flow,,Fruit,水果,,,,,apples\ngreen", INCONSISTENT,
    "indicators.csv:5: The indicator is a part of “apples”, but has another unit or nature." },
  { "part-of-a-circle", "indicators.csv", "苹果存量。,,,", "苹果存量。,,,red", INCONSISTENT,
    "indicators.csv:2: The wholes of this indicator lead in a circle." },
  { "indicator-label", "indicators.csv", "Share (invented)", "", SYNTAX,
    "indicators.csv:3: The indicator has" },
  { "unit-exponent", "units.csv", "apples,1,", "apples,1.5,", SYNTAX,
    "units.csv:2: “1.5” is not a whole" },
  { "region-parent", "regions.csv", "A2,A,", "A2,Q,", REFERENCE, "regions.csv:4: The region “Q”" },
  { "region-circle", "regions.csv", "A,,Region A,", "A,A1,Region A,", INCONSISTENT,
    "regions.csv:2: The parents of this region" },
  { "region-own-parent", "regions.csv", "B,,Region B", "B,B,Region B", INCONSISTENT,
    "regions.csv:5: The parents of this region" },
  { "region-twice", "regions.csv", "B,,Region B", "A,,Region B", INCONSISTENT,
    "regions.csv:5: “A” stands" },
  { "region-successor", "regions.csv", "A2 B", "A2 Q", REFERENCE,
    "regions.csv:3: The successor “Q”" },
  { "region-one-coordinate", "regions.csv", "10.5,-20.25", "10.5,", INCONSISTENT,
    "regions.csv:2: The region has only one" },
  { "region-off-the-globe", "regions.csv", "10.5,-20.25", "10.5,-90.25", INCONSISTENT,
    "regions.csv:2: The longitude or latitude" },
  { "region-half-a-tile", "regions.csv", "-20.25,4,0", "-20.25,4,", INCONSISTENT,
    "regions.csv:2: The region has only one of column and row" },
  { "region-tile-part", "regions.csv", "-20.25,4,0", "-20.25,4.5,0", INCONSISTENT,
    "regions.csv:2: Column and row of a tile" },
  { "region-tile-before", "regions.csv", "-20.25,4,0", "-20.25,-1,0", INCONSISTENT,
    "regions.csv:2: Column and row of a tile" },
  { "region-tile-far", "regions.csv", ",0,99,", ",0,100,", INCONSISTENT,
    "regions.csv:3: Column and row of a tile" },
  { "region-tile-word", "regions.csv", "-20.25,4,0", "-20.25,left,0", SYNTAX, "regions.csv:2: " },
  { "region-date", "regions.csv", "2002-12-31", "2002-13-31", SYNTAX,
    "regions.csv:3: “2002-13-31” is neither" },
  { "source-twice", "sources.csv", "s2,", "s1,", INCONSISTENT, "sources.csv:3: “s1” stands" },
  { "source-title", "sources.csv", "Second invented source", "", SYNTAX,
    "sources.csv:3: The source has" },
  { "ini-key", "dataset.ini", "board=", "bord=", INCONSISTENT,
    "dataset.ini: The key “bord” is not known" },
  { "ini-group", "dataset.ini", "[dataset]", "[data]", INCONSISTENT,
    "dataset.ini: The group “data”" },
  { "ini-period", "dataset.ini", "period=year", "period=week", INCONSISTENT,
    "dataset.ini: The key “period”" },
  { "ini-id", "dataset.ini", "id=invented", "id=", INCONSISTENT,
    "dataset.ini: The key “id” is missing" },
  { "ini-region", "dataset.ini", "selection_region=A1", "selection_region=C", INCONSISTENT,
    "dataset.ini: The region “C”" },
  { "ini-year", "dataset.ini", "selection_year=2003", "selection_year=soon", INCONSISTENT,
    "dataset.ini: “soon”" },
  { "ini-latin", "dataset.ini", "[dataset]", "[dataset]\nn\xe9=1", INCONSISTENT,
    "dataset.ini: The text is not valid UTF-8." },
  { "ini-escape", "dataset.ini", "board=", "board=\\q", INCONSISTENT, "dataset.ini: " },
  { "ini-syntax", "dataset.ini", "[dataset]", "dataset", SYNTAX, "dataset.ini: " },
};

/* A folder beside nothing else, with one file changed or (without @new) left out. */
static char *
make_folder (const char *file, const char *old, const char *new)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("renshe-import-XXXXXX", &error);

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *from =
        g_test_build_filename (G_TEST_DIST, "fixtures", "import", "invented", files[i], NULL);
      g_autofree char *to = g_build_filename (folder, files[i], NULL);
      g_autofree char *text = NULL;
      g_autoptr (GString) changed = NULL;

      if (g_str_equal (files[i], file) && new == NULL)
        continue;
      g_file_get_contents (from, &text, NULL, &error);
      g_assert_no_error (error);
      changed = g_string_new (text);
      if (g_str_equal (files[i], file))
        g_assert_cmpuint (g_string_replace (changed, old, new, 1), ==, 1);
      g_file_set_contents (to, changed->str, -1, &error);
      g_assert_no_error (error);
    }
  return folder;
}

static void
remove_folder (const char *folder)
{
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i], NULL);

      g_remove (path);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_refuse (gconstpointer data)
{
  const RefuseCase *test = data;
  g_autofree char *folder = make_folder (test->file, test->old, test->new);
  g_autofree char *name = g_path_get_basename (folder);
  g_autofree char *expected = g_strconcat (name, "/", test->expected, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RsDataset) dataset = import (folder, &error);

  remove_folder (folder);
  g_assert_null (dataset);
  g_assert_error (error, RS_DATASET_ERROR, (int) test->code);
  if (!g_str_has_prefix (error->message, expected))
    g_assert_cmpstr (error->message, ==, expected);
}

static void
test_missing_file (gconstpointer data)
{
  const char *file = data;
  g_autofree char *folder = make_folder (file, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RsDataset) dataset = import (folder, &error);
  const gboolean optional = g_str_equal (file, "targets.csv") || g_str_equal (file, "breaks.csv");

  remove_folder (folder);
  if (optional)
    {
      g_assert_no_error (error);
      g_assert_nonnull (dataset);
      return;
    }
  g_assert_null (dataset);
  if (g_str_equal (file, "units.csv"))
    {
      /* May be absent, but then no indicator can name a unit. */
      g_assert_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_REFERENCE);
      return;
    }
  g_assert_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_UNREADABLE);
  g_assert_nonnull (strstr (error->message, file));
}

/* What is no ordinary file is not opened: a pipe would keep the program waiting. */
static void
test_no_file (void)
{
  g_autofree char *folder = make_folder ("sources.csv", NULL, NULL);
  g_autofree char *path = g_build_filename (folder, "sources.csv", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RsDataset) dataset = NULL;

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  dataset = import (folder, &error);
  remove_folder (folder);
  g_assert_null (dataset);
  g_assert_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_UNREADABLE);
  g_assert_nonnull (strstr (error->message, "sources.csv is no ordinary file."));
}

static void
test_no_folder (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RsDataset) dataset = import ("/nowhere/at/all", &error);

  g_assert_null (dataset);
  g_assert_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_UNREADABLE);
}

static void
test_cancelled (void)
{
  g_autofree char *path =
    g_test_build_filename (G_TEST_DIST, "fixtures", "import", "invented", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RsDataset) dataset = NULL;

  g_cancellable_cancel (cancellable);
  dataset = rs_import_folder (folder, cancellable, &error);
  g_assert_null (dataset);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_months (void)
{
  g_autofree char *folder = make_folder ("dataset.ini", "period=year", "period=month");
  g_autofree char *figures = g_build_filename (folder, "figures.csv", NULL);
  g_autofree char *targets = g_build_filename (folder, "targets.csv", NULL);
  g_autofree char *breaks = g_build_filename (folder, "breaks.csv", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RsDataset) dataset = NULL;
  const RsDimension *time;

  g_remove (targets);
  g_remove (breaks);
  g_file_set_contents (figures,
                       "indicator,region,period,value,unit,kind,source\n"
                       "apples,A,2001-11,1.5,dozens,published,s1\n"
                       "apples,A,2002-02,2,dozens,published,s1\n",
                       -1, &error);
  g_assert_no_error (error);
  dataset = import (folder, &error);
  remove_folder (folder);
  g_assert_no_error (error);

  time = rs_dataset_get_time (dataset);
  g_assert_cmpstr (time->id, ==, "month");
  g_assert_cmpuint (time->n_categories, ==, 4);
  g_assert_cmpstr (time->categories[0].id, ==, "2001-11");
  g_assert_cmpstr (time->categories[1].id, ==, "2001-12");
  g_assert_cmpstr (rs_text_get (&time->categories[3].label, RS_LANGUAGE_ZH_CN), ==, "2002年2月");
  g_assert_cmpfloat (observe (dataset, "apples", "A", "2002-02").value, ==, 2.0);
  g_assert_true (isnan (observe (dataset, "apples", "A", "2001-12").value));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dataset/importer/dataset", test_dataset);
  g_test_add_func ("/dataset/importer/dimensions", test_dimensions);
  g_test_add_func ("/dataset/importer/parts", test_parts);
  g_test_add_func ("/dataset/importer/symbols", test_symbols);
  g_test_add_func ("/dataset/importer/regions", test_regions);
  g_test_add_func ("/dataset/importer/figures", test_figures);
  g_test_add_func ("/dataset/importer/published-first", test_published_first);
  g_test_add_func ("/dataset/importer/published-change", test_published_change);
  g_test_add_func ("/dataset/importer/bound", test_bound);
  g_test_add_func ("/dataset/importer/targets", test_targets);
  g_test_add_func ("/dataset/importer/breaks", test_breaks);
  g_test_add_func ("/dataset/importer/months", test_months);
  g_test_add_func ("/dataset/importer/no-file", test_no_file);
  g_test_add_func ("/dataset/importer/no-folder", test_no_folder);
  g_test_add_func ("/dataset/importer/cancelled", test_cancelled);
  for (gsize i = 0; i < G_N_ELEMENTS (refuse_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/dataset/importer/refuse/", refuse_cases[i].name, NULL);

      g_test_add_data_func (path, &refuse_cases[i], test_refuse);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_strconcat ("/dataset/importer/missing/", files[i], NULL);

      g_test_add_data_func (path, files[i], test_missing_file);
    }
  return g_test_run ();
}
