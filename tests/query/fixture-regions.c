/* SPDX-License-Identifier: GPL-3.0-or-later
 * Invented datasets of several regions, for the kinds that compare them. */
#include "config.h"

#include "fixture-regions.h"

#include <string.h>

#include "dataset/dataset-builder.h"

#define FIRST_YEAR 2015
#define N_YEARS 8
#define N_MONTHS 18

typedef struct
{
  const char *id;
  const char *children; /* by spaces */
  const char *from;
  const char *to;
  int column; /* -1: no place on the tile map */
} Region;

static const Region regions[] = {
  { "R", "P1 P2 P3 P4 P5 P6", NULL, NULL, -1 },
  { "P1", "D1 D2 D3", NULL, NULL, 0 },
  { "P2", "X", NULL, NULL, 1 },
  { "P3", "X", NULL, NULL, 2 },
  { "P4", "", NULL, NULL, 3 },
  { "P5", "", NULL, NULL, 4 },
  { "P6", "", NULL, NULL, -1 },
  { "D1", "", "2000", NULL, -1 },
  { "D2", "", NULL, "2019-05-01", -1 },
  { "D3", "", "2021-07-01", NULL, -1 },
  { "X", "", NULL, NULL, -1 },
  { "Z", "", NULL, NULL, -1 },
};

typedef struct
{
  const char *id;
  RsNature nature;
  const char *children;
} Indicator;

static const Indicator yearly[] = {
  { "whole", RS_NATURE_STOCK, "part_a part_b" },
  { "part_a", RS_NATURE_STOCK, "" },
  { "part_b", RS_NATURE_STOCK, "" },
  { "rate", RS_NATURE_RATE, "" },
  { "growth", RS_NATURE_GROWTH, "" },
  { "jobs", RS_NATURE_FLOW, "" },
  { "negative", RS_NATURE_FLOW, "" },
};

static const Indicator monthly[] = {
  { "members", RS_NATURE_STOCK, "" },
  { "jobs_cumulative", RS_NATURE_FLOW_CUMULATIVE, "" },
  { "rate_monthly", RS_NATURE_RATE, "" },
};

static void
link_children (RsDimension *dimension, guint parent, const char *children)
{
  RsCategory *category = &dimension->categories[parent];
  g_auto (GStrv) ids = g_strsplit (children, " ", -1);

  if (children[0] == '\0')
    return;
  category->children = g_new0 (guint, g_strv_length (ids));
  for (guint i = 0; ids[i] != NULL; i++)
    category->children[category->n_children++] = (guint) rs_dimension_find (dimension, ids[i]);
}

static void
add_indicators (RsDatasetBuilder *builder, const Indicator *indicators, guint n)
{
  RsDimension *dimension = rs_dataset_builder_add_dimension (builder, "indicator", n, NULL);

  dimension->role = RS_ROLE_METRIC;
  for (guint i = 0; i < n; i++)
    {
      RsCategory *category = &dimension->categories[i];
      gboolean percent =
        indicators[i].nature == RS_NATURE_RATE || indicators[i].nature == RS_NATURE_GROWTH;

      category->id = g_strdup (indicators[i].id);
      category->label.original = g_strdup_printf ("Invented %s", indicators[i].id);
      category->nature = indicators[i].nature;
      category->unit.present = TRUE;
      category->unit.decimals = 2;
      category->unit.base = g_strdup (percent ? "percent" : "persons");
      category->unit.exponent = percent ? 0 : 4;
      category->unit.label.original = g_strdup (percent ? "%" : "10,000 persons");
      category->unit.base_label.original = g_strdup (percent ? "%" : "persons");
      category->unit.base_label.translation[RS_LANGUAGE_ZH_CN] = g_strdup (percent ? "%" : "人");
    }
  for (guint i = 0; i < n; i++)
    link_children (dimension, i, indicators[i].children);
}

static void
add_regions (RsDatasetBuilder *builder)
{
  RsDimension *dimension =
    rs_dataset_builder_add_dimension (builder, "region", G_N_ELEMENTS (regions), NULL);

  dimension->role = RS_ROLE_GEO;
  for (guint i = 0; i < G_N_ELEMENTS (regions); i++)
    {
      RsCategory *category = &dimension->categories[i];

      category->id = g_strdup (regions[i].id);
      category->label.original = g_strdup_printf ("Region %s", regions[i].id);
      category->label.translation[RS_LANGUAGE_ZH_CN] = g_strdup_printf ("%s地区", regions[i].id);
      category->validity.from = g_strdup (regions[i].from);
      category->validity.to = g_strdup (regions[i].to);
      category->has_tile = regions[i].column >= 0;
      category->tile_column = MAX (regions[i].column, 0);
    }
  for (guint i = 0; i < G_N_ELEMENTS (regions); i++)
    link_children (dimension, i, regions[i].children);
}

/* Indicator, region, year, value, status. */
static const char *const figures[] = {
  "whole R 2021 900",   "whole P1 2021 100.4", "part_a P1 2021 60.5", "part_b P1 2021 39.9",
  "part_a P1 2020 60",  "part_b P1 2020 38",   "whole P1 2020 99",    "whole P1 2019 200",
  "part_a P1 2019 60",  "part_b P1 2019 39",   "whole P2 2021 50",    "whole P3 2021 120",
  "whole P4 2021 50",   "whole P5 2021 70",    "whole D1 2021 40",    "whole D2 2018 30",
  "whole P2 2018 40",   "whole P3 2018 110",   "whole P4 2018 60",    "whole P1 2018 95",
  "whole P5 2016 66",   "whole P1 2016 90",    "rate R 2021 4",       "rate P1 2021 3.5",
  "rate P2 2021 4.25",  "rate P3 2021 4.25",   "rate P4 2021 5.54",   "rate P1 2020 3.25",
  "rate P2 2020 4.5 b", "rate P3 2019 4",      "growth P1 2021 7",    "jobs P1 2021 12",
  "jobs P1 2020 11",    "jobs P2 2021 10",     "negative P1 2016 -3", "negative P1 2017 2",
  "whole Z 2021 1",     "whole X 2021 5",      "jobs P4 2021 9 d",    "jobs P3 2021 8",
};

static guint
find_indicator (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (yearly); i++)
    if (strcmp (yearly[i].id, id) == 0)
      return i;
  g_assert_not_reached ();
}

static guint
find_region (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (regions); i++)
    if (strcmp (regions[i].id, id) == 0)
      return i;
  g_assert_not_reached ();
}

static void
set_figure (RsDatasetBuilder *builder, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint64 cell = find_indicator (words[0]);

  cell = cell * G_N_ELEMENTS (regions) + find_region (words[1]);
  cell = cell * N_YEARS + g_ascii_strtoull (words[2], NULL, 10) - FIRST_YEAR;
  rs_dataset_builder_set_value (builder, cell, g_ascii_strtod (words[3], NULL));
  if (words[4] != NULL)
    rs_dataset_builder_set_status (builder, cell, words[4]);
}

static RsDataset *
finish (RsDatasetBuilder *builder)
{
  g_autoptr (GError) error = NULL;
  RsDataset *dataset = rs_dataset_builder_finish (builder, NULL, &error);

  g_assert_no_error (error);
  return dataset;
}

static void
add_target (RsDatasetBuilder *builder, const char *indicator, const char *region, double value)
{
  RsTarget *target = rs_dataset_builder_add_target (builder);

  target->indicator = find_indicator (indicator);
  target->region = find_region (region);
  target->period = 2021 - FIRST_YEAR;
  target->op = RS_OPERATOR_AT_MOST;
  target->value = value;
}

RsDataset *
rs_test_dataset_regions (void)
{
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  RsDimension *time = NULL;
  RsBreak *own = NULL;

  rs_dataset_builder_set_id (builder, "regions");
  rs_dataset_builder_set_updated (builder, "2023-01-31");
  add_indicators (builder, yearly, G_N_ELEMENTS (yearly));
  add_regions (builder);
  time = rs_dataset_builder_add_dimension (builder, "year", N_YEARS, NULL);
  time->role = RS_ROLE_TIME;
  for (guint i = 0; i < N_YEARS; i++)
    time->categories[i].id = g_strdup_printf ("%u", FIRST_YEAR + i);
  g_assert_true (rs_dataset_builder_begin_cells (builder, TRUE, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    set_figure (builder, figures[i]);
  add_target (builder, "rate", "P1", 5.5);
  add_target (builder, "rate", "P4", 5.5);
  own = rs_dataset_builder_add_break (builder);
  own->indicator = 0;
  own->region = (int) find_region ("P3");
  own->before = 2018 - FIRST_YEAR;
  own->after = 2019 - FIRST_YEAR;
  return finish (builder);
}

RsDataset *
rs_test_dataset_regions_monthly (void)
{
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  RsDimension *time = NULL;

  rs_dataset_builder_set_id (builder, "regions-monthly");
  add_indicators (builder, monthly, G_N_ELEMENTS (monthly));
  add_regions (builder);
  time = rs_dataset_builder_add_dimension (builder, "month", N_MONTHS, NULL);
  time->role = RS_ROLE_TIME;
  for (guint i = 0; i < N_MONTHS; i++)
    time->categories[i].id = g_strdup_printf ("%u-%02u", 2020 + i / 12, i % 12 + 1);
  g_assert_true (rs_dataset_builder_begin_cells (builder, TRUE, NULL));
  for (guint region = 1; region <= 5; region++)
    for (guint month = 0; month < (region == 2 ? N_MONTHS - 1u : N_MONTHS); month++)
      for (guint i = 0; i < 2; i++)
        rs_dataset_builder_set_value (
          builder, ((guint64) i * G_N_ELEMENTS (regions) + region) * N_MONTHS + month,
          i == 0 ? 100.0 * region + month : (month % 12 + 1) * 2.0 * region);
  return finish (builder);
}

RsDataset *
rs_test_dataset_loop (void)
{
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  RsDimension *geo = rs_dataset_builder_add_dimension (builder, "region", 3, NULL);
  RsDimension *time = NULL;

  geo->role = RS_ROLE_GEO;
  for (guint i = 0; i < 3; i++)
    {
      geo->categories[i].id = g_strdup_printf ("%c", 'A' + (int) i);
      geo->categories[i].label.original = g_strdup_printf ("Region %c (invented)", 'A' + (int) i);
    }
  link_children (geo, 0, "B");
  link_children (geo, 1, "A C");
  time = rs_dataset_builder_add_dimension (builder, "year", 2, NULL);
  time->role = RS_ROLE_TIME;
  for (guint i = 0; i < 2; i++)
    time->categories[i].id = g_strdup_printf ("%u", 2020 + i);
  g_assert_true (rs_dataset_builder_begin_cells (builder, TRUE, NULL));
  for (guint cell = 0; cell < 6; cell++)
    rs_dataset_builder_set_value (builder, cell, 1.0 + cell);
  return finish (builder);
}

RsDataset *
rs_test_dataset_line (const char *text)
{
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint n = g_strv_length (words);
  RsDimension *geo = rs_dataset_builder_add_dimension (builder, "region", n, NULL);
  RsDimension *time = NULL;

  geo->role = RS_ROLE_GEO;
  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) parts = g_strsplit (words[i], "=", 2);

      geo->categories[i].id = g_strdup (parts[0]);
      geo->categories[i].label.original = g_strdup_printf ("%s (invented)", parts[0]);
    }
  time = rs_dataset_builder_add_dimension (builder, "year", 1, NULL);
  time->role = RS_ROLE_TIME;
  time->categories[0].id = g_strdup ("2021");
  g_assert_true (rs_dataset_builder_begin_cells (builder, TRUE, NULL));
  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) parts = g_strsplit (words[i], "=", 2);
      g_auto (GStrv) value = g_strsplit (parts[1], "/", 2);
      const char *number = value[0] != NULL ? value[0] : "";

      if (*number == '>')
        {
          RsPassport *passport = rs_dataset_builder_get_passport (builder, i);

          passport->kind = RS_KIND_BOUND;
          passport->has_bound = TRUE;
          passport->bound = g_ascii_strtod (number + 1, NULL);
          rs_dataset_builder_set_status (builder, i, ">");
          continue;
        }
      if (*number == '\0')
        {
          if (value[0] != NULL)
            rs_dataset_builder_set_status (builder, i, value[1]);
          continue;
        }
      if (*number == '~')
        rs_dataset_builder_get_passport (builder, i)->approximate = TRUE;
      rs_dataset_builder_set_value (builder, i, g_ascii_strtod (number + (*number == '~'), NULL));
      if (value[1] != NULL)
        rs_dataset_builder_set_status (builder, i, value[1]);
    }
  return finish (builder);
}
