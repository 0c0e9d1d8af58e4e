/* SPDX-License-Identifier: GPL-3.0-or-later
 * Changes that were published with the embedded figures, and that none contradicts the figures. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "dataset/embedded-fixture.h"

/* Counted by hand; a new one is a decision, not an accident. */
#define N_GROWTHS 7
#define N_DIFFERENCES 21

static double
parse_number (const char *text)
{
  double value = NAN;

  g_assert_true (rs_number_parse_exact (text, &value, NULL));
  return value;
}

/* Half of the last decimal: as far as the number that was rounded may have been away. */
static double
get_slack (double number)
{
  return 0.5 * pow (10, -rs_number_get_decimals (number, 6)) + 1e-9;
}

static void
test_tables (void)
{
  const RsDataset *dataset = embedded_get ("yearly");
  g_autoptr (RsCsvTable) table = embedded_open_table ("yearly", "figures.csv");
  guint n_growths = 0;
  guint n_differences = 0;

  for (guint row = 0; row < rs_csv_table_get_n_rows (table); row++)
    {
      const char *growth = embedded_field (table, row, "growth");
      const char *difference = embedded_field (table, row, "difference");
      const RsPassport *passport =
        embedded_observe (dataset, embedded_field (table, row, "indicator"),
                          embedded_field (table, row, "region"),
                          embedded_field (table, row, "period"))
          .passport;

      if (g_str_equal (embedded_field (table, row, "alternate"), "yes"))
        continue;
      if (*growth != '\0')
        {
          n_growths++;
          g_assert_true (passport->has_growth);
          g_assert_cmpfloat (passport->growth, ==, parse_number (growth));
        }
      if (*difference != '\0')
        {
          n_differences++;
          g_assert_true (passport->has_difference);
          g_assert_cmpfloat (passport->difference, ==, parse_number (difference));
        }
    }
  g_assert_cmpuint (n_growths, ==, N_GROWTHS);
  g_assert_cmpuint (n_differences, ==, N_DIFFERENCES);
}

typedef struct
{
  guint n_growths;
  guint n_differences;
  guint n_compared;
} Count;

static void
check_growth (double earlier, double later, double growth)
{
  const double least =
    ((later - get_slack (later)) / (earlier + get_slack (earlier)) - 1) * 100 - get_slack (growth);
  const double most =
    ((later + get_slack (later)) / (earlier - get_slack (earlier)) - 1) * 100 + get_slack (growth);

  g_assert_cmpfloat (growth, >=, least);
  g_assert_cmpfloat (growth, <=, most);
}

static void
check_difference (double earlier, double later, double difference)
{
  g_assert_cmpfloat (fabs (later - earlier - difference), <=,
                     get_slack (earlier) + get_slack (later) + get_slack (difference));
}

static gboolean
check_cell (const RsDataset *dataset, guint64 cell, gpointer data)
{
  const RsObservation later = rs_dataset_get_observation (dataset, cell);
  const RsPassport *passport = later.passport;
  Count *count = data;
  guint positions[RS_DATASET_MAX_DIMENSIONS];
  guint time, metric, geo;
  RsObservation earlier;

  if (passport == NULL || (!passport->has_growth && !passport->has_difference))
    return TRUE;
  count->n_growths += passport->has_growth;
  count->n_differences += passport->has_difference;
  rs_dataset_get_positions (dataset, cell, positions);
  metric = positions[rs_dataset_get_role (dataset, RS_ROLE_METRIC)];
  geo = positions[rs_dataset_get_role (dataset, RS_ROLE_GEO)];
  time = positions[rs_dataset_get_role (dataset, RS_ROLE_TIME)];
  g_test_message ("%s %s %s", rs_dataset_get_metric (dataset)->categories[metric].id,
                  rs_dataset_get_geo (dataset)->categories[geo].id,
                  rs_dataset_get_time (dataset)->categories[time].id);
  g_assert_cmpuint (time, >, 0);
  g_assert_null (rs_dataset_find_break (dataset, metric, geo, time - 1, time));
  earlier = embedded_observe (dataset, rs_dataset_get_metric (dataset)->categories[metric].id,
                              rs_dataset_get_geo (dataset)->categories[geo].id,
                              rs_dataset_get_time (dataset)->categories[time - 1].id);
  if (earlier.reason != RS_REASON_NONE)
    return TRUE;
  count->n_compared++;
  if (passport->has_growth)
    check_growth (earlier.value, later.value, passport->growth);
  if (passport->has_difference)
    check_difference (earlier.value, later.value, passport->difference);
  return TRUE;
}

/* What is published and what the figures say agree as far as their rounding allows. */
static void
test_figures_agree (void)
{
  Count count = { 0 };

  rs_dataset_foreach (embedded_get ("yearly"), check_cell, &count);
  g_assert_cmpuint (count.n_growths, ==, N_GROWTHS);
  g_assert_cmpuint (count.n_differences, ==, N_DIFFERENCES);
  /* Two figures of one district, from a single year. */
  g_assert_cmpuint (count.n_compared, ==, N_GROWTHS + N_DIFFERENCES - 2);
  count = (Count){ 0 };
  rs_dataset_foreach (embedded_get ("monthly"), check_cell, &count);
  g_assert_cmpuint (count.n_growths + count.n_differences, ==, 0);
}

/* What the article of January 2022 says of 2021. */
static void
test_article (void)
{
  const RsDataset *dataset = embedded_get ("yearly");

  g_assert_cmpfloat (
    embedded_observe (dataset, "new_urban_jobs", "500000", "2021").passport->growth, ==, 14.5);
  g_assert_cmpfloat (
    embedded_observe (dataset, "pension_participants_total", "500000", "2021").passport->difference,
    ==, 124.0);
  g_assert_cmpfloat (
    embedded_observe (dataset, "unemployment_insurance_participants", "500000", "2021")
      .passport->difference,
    ==, 50.0);
  g_assert_cmpfloat (
    embedded_observe (dataset, "work_injury_insurance_participants", "500000", "2021")
      .passport->difference,
    ==, 36.0);
  g_assert_cmpfloat (
    embedded_observe (dataset, "graduate_employment_rate_year_end", "500000", "2021")
      .passport->difference,
    ==, 3.0);
}

/* First quarters contradict the growth that is published with them: it stays in the note. */
static void
test_quarters (void)
{
  const RsDataset *dataset = embedded_get ("yearly");
  static const char *const years[] = { "2021", "2022", "2023", "2025" };

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      const RsPassport *passport =
        embedded_observe (dataset, "new_urban_jobs_q1", "500000", years[i]).passport;

      g_assert_false (passport->has_growth);
      g_assert_false (passport->has_difference);
      g_assert_nonnull (strstr (rs_text_get (&passport->note, RS_LANGUAGE_EN), "% y/y"));
    }
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  embedded_load (argv[1]);

  g_test_add_func ("/dataset/embedded-changes/tables", test_tables);
  g_test_add_func ("/dataset/embedded-changes/figures-agree", test_figures_agree);
  g_test_add_func ("/dataset/embedded-changes/article", test_article);
  g_test_add_func ("/dataset/embedded-changes/quarters", test_quarters);
  result = g_test_run ();
  embedded_unload ();
  return result;
}
