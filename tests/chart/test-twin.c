/* SPDX-License-Identifier: GPL-3.0-or-later
 * A picture and its table hold the same. All figures are invented. */
#include "config.h"

#include "figure-fixture.h"
#include "lib/fixed-metrics.h"
#include "lib/fixture-dataset.h"
#include "query/summary.h"
#include "query/table.h"

typedef struct
{
  gboolean monthly;
  const char *view;
  int year;
  guint n_goals;
} Twin;

static const Twin twins[] = {
  { FALSE, "{\"indicators\": [\"jobs\"], \"chart\": \"columns\"}", 2021, 0 },
  { FALSE, "{\"indicators\": [\"members\"], \"chart\": \"columns\"}", 2019, 0 },
  { FALSE, "{\"indicators\": [\"rate_june\", \"rate_august\"], \"chart\": \"lines\"}", 2021, 0 },
  { FALSE, "{\"indicators\": [\"jobs\", \"members\", \"rate_june\"], \"chart\": \"bars\"}", 2021,
    0 },
  { FALSE,
    "{\"indicators\": [\"jobs\", \"members\", \"rate_june\"], \"chart\": \"figures\", "
    "\"goals\": [\"jobs\", \"rate_august\"]}",
    2020, 2 },
  { FALSE, "{\"indicators\": [\"coverage\"], \"chart\": \"figures\", \"goals\": [\"jobs\"]}", 2021,
    1 },
  { FALSE, "{\"chart\": \"figures\", \"goals\": [\"jobs\"]}", 2021, 1 },
  { TRUE, "{\"indicators\": [\"jobs_cumulative\"], \"chart\": \"years\"}", 2021, 0 },
  { TRUE, "{\"indicators\": [\"members\"], \"chart\": \"lines\"}", 2020, 0 },
};

static char *
make_key (int series, int point)
{
  return g_strdup_printf ("%d/%d", series, point);
}

/* Every place where a reader can stop. (transfer full) */
static GHashTable *
list_stops (const RsScene *scene)
{
  GHashTable *stops = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < rs_scene_get_n_stops (scene); i++)
    {
      RsDatum datum;

      rs_scene_get_stop (scene, i, &datum, NULL, NULL);
      g_hash_table_add (stops, make_key (datum.series, datum.point));
    }
  return stops;
}

/* The figure before is a tick on its bar, and a hole between two lines is told by their ends. */
static gboolean
stands_without_stop (const RsFrame *frame, const RsTableRow *row)
{
  const RsSeries *series = rs_frame_get_series (frame, (guint) row->series);

  if (rs_frame_get_kind (frame) == RS_CHART_BARS)
    return row->point != series->selected;
  return rs_frame_get_kind (frame) == RS_CHART_YEARS &&
         series->points[row->point].observation.reason == RS_REASON_MISSING;
}

static void
test_rows (void)
{
  g_autoptr (RsDataset) yearly = rs_test_dataset_yearly ();
  g_autoptr (RsDataset) monthly = rs_test_dataset_monthly ();

  for (gsize i = 0; i < G_N_ELEMENTS (twins); i++)
    {
      g_autoptr (RsFrame) frame = rs_test_frame (twins[i].monthly ? monthly : yearly, twins[i].view,
                                                 twins[i].year, RS_LANGUAGE_EN);
      RsFigureOptions options = rs_test_options (900, 700);
      g_autoptr (RsScene) scene = rs_figure_new (frame, &options, rs_fixed_metrics_get ());
      g_autoptr (RsTable) table = rs_table_new (frame, RS_TABLE_FOR_PEOPLE);
      g_autoptr (GHashTable) stops = list_stops (scene);
      guint n_goals = 0;

      g_test_message ("%s", twins[i].view);
      for (guint r = 0; r < table->n_rows; r++)
        {
          const RsTableRow *row = &table->rows[r];
          g_autofree char *key = make_key (row->series, row->point);

          if (row->goal >= 0)
            {
              g_autofree char *goal = rs_summary_goal (frame, (guint) row->goal);

              g_assert_nonnull (rs_test_find_label (scene, goal));
              n_goals++;
            }
          else if (row->point < 0)
            g_assert_nonnull (
              rs_test_find_text (scene, rs_frame_get_series (frame, (guint) row->series)->label));
          else
            g_assert_true (g_hash_table_remove (stops, key) || stands_without_stop (frame, row));
        }
      g_assert_cmpuint (g_hash_table_size (stops), ==, 0);
      g_assert_cmpuint (n_goals, ==, twins[i].n_goals);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/twin/rows", test_rows);
  return g_test_run ();
}
