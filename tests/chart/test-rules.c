/* SPDX-License-Identifier: GPL-3.0-or-later
 * Rules that hold for every kind of chart alike; named as in src/chart/RULES.md. All figures are
 * invented. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "../query/fixture-regions.h"
#include "figure-fixture.h"
#include "lib/fixed-metrics.h"
#include "lib/fixture-dataset.h"
#include "query/summary.h"
#include "query/table.h"

typedef enum
{
  YEARLY,
  MONTHLY,
  REGIONS,
} Set;

typedef struct
{
  Set set;
  const char *view;
} Case;

/* Every kind, at least once. */
static const Case cases[] = {
  { YEARLY, "{\"indicators\":[\"jobs\"],\"chart\":\"columns\"}" },
  { YEARLY, "{\"indicators\":[\"members\"],\"chart\":\"lines\"}" },
  { YEARLY, "{\"indicators\":[\"jobs\",\"members\"],\"chart\":\"bars\"}" },
  { MONTHLY, "{\"indicators\":[\"jobs_cumulative\"],\"chart\":\"years\"}" },
  { YEARLY, "{\"indicators\":[\"jobs\",\"rate_june\"],\"chart\":\"figures\"}" },
  { REGIONS,
    "{\"indicators\":[\"part_a\",\"part_b\"],\"regions\":[\"P1\"],\"chart\":\"stacked\"}" },
  { YEARLY, "{\"indicators\":[\"members\"],\"chart\":\"areas\"}" },
  { YEARLY, "{\"indicators\":[\"rate_august\"],\"chart\":\"dots\"}" },
  { REGIONS, "{\"indicators\":[\"whole\"],\"chart\":\"ranked\"}" },
  { REGIONS, "{\"indicators\":[\"whole\"],\"chart\":\"slope\",\"from\":\"2018\"}" },
  { REGIONS, "{\"indicators\":[\"whole\"],\"chart\":\"dumbbell\",\"from\":\"2018\"}" },
  { REGIONS, "{\"indicators\":[\"rate\"],\"regions\":[\"P1\",\"P4\"],\"chart\":\"bullet\"}" },
  { REGIONS, "{\"indicators\":[\"whole\"],\"chart\":\"multiples\"}" },
  { REGIONS, "{\"indicators\":[\"whole\"],\"chart\":\"heat\"}" },
  { REGIONS, "{\"indicators\":[\"whole\"],\"chart\":\"tiles\"}" },
  { YEARLY, "{\"indicators\":[\"jobs\"],\"chart\":\"sparkline\"}" },
};

static RsDataset *datasets[3];

static RsFrame *
make_frame (const Case *row)
{
  RsSelection selection = { (char *) (row->set == REGIONS ? "P1" : "A"), 2021 };
  g_autoptr (JsonNode) node = json_from_string (row->view, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RsView) view = rs_view_from_json (node, "rules", "", &error);
  RsFrame *frame = NULL;

  g_assert_no_error (error);
  frame = rs_view_run (view, datasets[row->set], &selection, RS_LANGUAGE_EN, &error);
  g_assert_no_error (error);
  return frame;
}

/* As an export draws it. */
static RsScene *
make_scene (const RsFrame *frame)
{
  RsFigureOptions options = rs_test_options (1280, 900);

  options.parts = (RsFigureParts) (RS_TEST_CARD | RS_FIGURE_ALL_SOURCES);
  return rs_figure_new (frame, &options, rs_fixed_metrics_get ());
}

static const char *
get_text (const RsScene *scene, RsPart part)
{
  const RsMark *mark = rs_test_find (scene, part, RS_MARK_TEXT, 0);

  return mark != NULL ? mark->text : "";
}

/* R1 and R6: cut out of its page the picture says what it is, and what its marks mean. */
static void
test_cut_out (void)
{
  gboolean seen[RS_N_CHART_KINDS] = { FALSE };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RsFrame) frame = make_frame (&cases[i]);
      g_autoptr (RsScene) scene = make_scene (frame);
      g_autofree char *legend = rs_summary_legend_of_marks (frame);

      g_test_message ("%s", cases[i].view);
      seen[rs_frame_get_kind (frame)] = TRUE;
      g_assert_cmpstr (get_text (scene, RS_PART_TITLE), !=, "");
      g_assert_nonnull (strstr (get_text (scene, RS_PART_SUBTITLE), "20"));
      if (cases[i].set != MONTHLY)
        g_assert_nonnull (rs_test_find_text (scene, "Data of 31 January 2023"));
      if (*legend != '\0')
        g_assert_nonnull (strstr (get_text (scene, RS_PART_NOTE), legend));
      g_assert_cmpstr (rs_scene_get_title (scene), !=, "");
      g_assert_cmpstr (rs_scene_get_description (scene), !=, "");
    }
  for (guint kind = RS_CHART_COLUMNS; kind < RS_N_CHART_KINDS; kind++)
    g_assert_true (seen[kind]);
}

/* R4: a text is as wide as its words are long: none is turned. */
static void
test_horizontal (void)
{
  guint n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RsFrame) frame = make_frame (&cases[i]);
      g_autoptr (RsScene) scene = make_scene (frame);

      g_test_message ("%s", cases[i].view);
      for (guint m = 0; m < rs_scene_get_n_marks (scene); m++)
        {
          const RsMark *mark = rs_scene_get_mark (scene, m);

          if (mark->type != RS_MARK_TEXT || g_utf8_strlen (mark->text, -1) < 4 ||
              strchr (mark->text, ' ') != NULL)
            continue;
          n++;
          g_assert_cmpfloat (mark->bounds.width, >, mark->bounds.height);
        }
    }
  g_assert_cmpuint (n, >, G_N_ELEMENTS (cases));
}

/* R7: no text is smaller than 9 pt on a page (12 px of 96 an inch), than 24 px in a hall of 1080
 * lines. */
static void
test_smallest_text (void)
{
  static const struct
  {
    RsTypeMode mode;
    double width, height, least;
  } sizes[] = {
    { RS_TYPE_PAGE, 1280, 900, 12 },
    { RS_TYPE_PAGE, 640, 480, 12 },
    { RS_TYPE_PAGE, 360, 270, 12 },
    { RS_TYPE_HALL, 1920, 1080, 24 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (sizes); k++)
      {
        g_autoptr (RsFrame) frame = make_frame (&cases[i]);
        RsFigureOptions options = rs_test_options (sizes[k].width, sizes[k].height);
        g_autoptr (RsScene) scene = NULL;

        options.type_mode = sizes[k].mode;
        options.parts = (RsFigureParts) (RS_TEST_CARD | RS_FIGURE_ALL_SOURCES);
        scene = rs_figure_new (frame, &options, rs_fixed_metrics_get ());
        for (guint m = 0; m < rs_scene_get_n_marks (scene); m++)
          {
            const RsMark *mark = rs_scene_get_mark (scene, m);

            if (mark->type == RS_MARK_TEXT && mark->font.size_px < sizes[k].least - 1e-9)
              g_error ("%s at %gx%g: “%s” is %g px high", cases[i].view, sizes[k].width,
                       sizes[k].height, mark->text, mark->font.size_px);
          }
      }
}

/* R5: where all figures are of one unit it stands in the subtitle, and not behind each number. */
static void
test_unit_once (void)
{
  static const RsPart parts[] = { RS_PART_TICK, RS_PART_LABEL, RS_PART_CELL, RS_PART_GRID };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RsFrame) frame = make_frame (&cases[i]);
      g_autoptr (RsScene) scene = make_scene (frame);
      RsChartKind kind = rs_frame_get_kind (frame);

      /* Rows of several units name them; a rule such as "≥ 5.5% (2021)" is told whole. */
      if (kind == RS_CHART_BARS || kind == RS_CHART_FIGURES || kind == RS_CHART_BULLET)
        continue;
      g_test_message ("%s", cases[i].view);
      for (guint m = 0; m < rs_scene_get_n_marks (scene); m++)
        {
          const RsMark *mark = rs_scene_get_mark (scene, m);

          for (gsize p = 0; mark->type == RS_MARK_TEXT && p < G_N_ELEMENTS (parts); p++)
            if (mark->part == parts[p] && strstr (mark->text, "(20") == NULL)
              {
                g_assert_null (strstr (mark->text, "persons"));
                g_assert_null (strstr (mark->text, "million"));
              }
        }
    }
}

/* R10: no bar, column or area is cut: nothing of the notes speaks of an axis that does not begin
 * at zero, and their scale has zero on it. */
static void
test_no_cut_bar (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RsFrame) frame = make_frame (&cases[i]);
      g_autoptr (RsScene) scene = make_scene (frame);

      switch (rs_frame_get_kind (frame))
        {
        case RS_CHART_COLUMNS:
        case RS_CHART_BARS:
        case RS_CHART_STACKED:
        case RS_CHART_AREAS:
        case RS_CHART_RANKED:
        case RS_CHART_BULLET:
          g_assert_null (rs_test_find_text (scene, "axis from"));
          break;
        case RS_CHART_AUTO:
        case RS_CHART_LINES:
        case RS_CHART_YEARS:
        case RS_CHART_FIGURES:
        case RS_CHART_DOTS:
        case RS_CHART_SLOPE:
        case RS_CHART_DUMBBELL:
        case RS_CHART_MULTIPLES:
        case RS_CHART_HEAT:
        case RS_CHART_TILES:
        case RS_CHART_SPARKLINE:
          break;
        }
    }
}

/* Whether a row of the table is told by another stop, or by a word of the picture. */
static gboolean
stands_without_stop (const RsFrame *frame, const RsTableRow *row)
{
  const RsSeries *series = rs_frame_get_series (frame, (guint) row->series);
  const RsObservation *observation = NULL;

  if (row->point < 0)
    return TRUE;
  observation = &series->points[row->point].observation;
  switch (rs_frame_get_kind (frame))
    {
    case RS_CHART_BARS:
      return row->point != series->selected;
    case RS_CHART_YEARS:
    case RS_CHART_MULTIPLES:
    case RS_CHART_SPARKLINE:
    case RS_CHART_HEAT:
      return observation->reason == RS_REASON_MISSING;
    case RS_CHART_AUTO:
    case RS_CHART_COLUMNS:
    case RS_CHART_LINES:
    case RS_CHART_FIGURES:
    case RS_CHART_STACKED:
    case RS_CHART_AREAS:
    case RS_CHART_DOTS:
    case RS_CHART_RANKED:
    case RS_CHART_SLOPE:
    case RS_CHART_DUMBBELL:
    case RS_CHART_BULLET:
    case RS_CHART_TILES:
      return FALSE;
    }
  return FALSE;
}

/* R51: every figure of the table can be reached in the picture, and every figure of the picture
 * stands in the table. */
static void
test_same_cells (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RsFrame) frame = make_frame (&cases[i]);
      g_autoptr (RsScene) scene = make_scene (frame);
      g_autoptr (RsTable) table = rs_table_new (frame, RS_TABLE_FOR_PEOPLE);
      g_autoptr (GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      g_test_message ("%s", cases[i].view);
      for (guint r = 0; r < table->n_rows; r++)
        {
          const RsTableRow *row = &table->rows[r];
          RsDatum datum = { row->series, row->point };

          if (row->goal >= 0)
            continue;
          g_hash_table_add (rows, g_strdup_printf ("%d/%d", row->series, row->point));
          g_assert_true (rs_scene_find_stop (scene, datum, NULL, NULL) ||
                         stands_without_stop (frame, row));
        }
      for (guint s = 0; s < rs_scene_get_n_stops (scene); s++)
        {
          RsDatum datum = RS_DATUM_NONE;
          g_autofree char *key = NULL;
          const RsSeries *series = NULL;

          rs_scene_get_stop (scene, s, &datum, NULL, NULL);
          key = g_strdup_printf ("%d/%d", datum.series, datum.point);
          if (datum.series < 0 || datum.point < 0)
            continue;
          series = rs_frame_get_series (frame, (guint) datum.series);
          /* A cell or square without a figure can be stopped at, to hear that there is none. */
          g_assert_true (g_hash_table_contains (rows, key) ||
                         series->points[datum.point].observation.reason == RS_REASON_MISSING);
        }
    }
}

/* Where regions are compared without the selected one no number stands for them, and nothing says
 * that there is none. */
static void
test_no_home (void)
{
  RsSelection selection = { (char *) "R", 2021 };
  g_autoptr (JsonNode) node =
    json_from_string ("{\"indicators\":[\"whole\"],\"chart\":\"tiles\"}", NULL);
  g_autoptr (RsView) view = rs_view_from_json (node, "rules", "", NULL);
  g_autoptr (RsFrame) frame =
    rs_view_run (view, datasets[REGIONS], &selection, RS_LANGUAGE_EN, NULL);
  g_autoptr (RsScene) scene = make_scene (frame);

  g_assert_false (rs_frame_has_home (frame));
  g_assert_null (rs_test_find (scene, RS_PART_VALUE, RS_MARK_TEXT, 0));
  g_assert_null (rs_test_find_text (scene, "no figure for"));
}

/* The number in the largest type is short; the full one is told at its stop. */
static void
test_headline (void)
{
  g_autoptr (RsFrame) frame = make_frame (&cases[5]);
  g_autoptr (RsScene) scene = make_scene (frame);
  const RsMark *value = rs_test_find (scene, RS_PART_VALUE, RS_MARK_TEXT, 0);
  guint n_digits = 0;

  g_assert_nonnull (value);
  for (const char *c = value->text; *c != '\0'; c++)
    n_digits += g_ascii_isdigit (*c) ? 1 : 0;
  g_assert_cmpuint (n_digits, <=, 6);
  g_assert_null (strstr (value->text, "≈"));
}

int
main (int argc, char **argv)
{
  int status = 0;

  g_test_init (&argc, &argv, NULL);
  datasets[YEARLY] = rs_test_dataset_yearly ();
  datasets[MONTHLY] = rs_test_dataset_monthly ();
  datasets[REGIONS] = rs_test_dataset_regions ();
  g_test_add_func ("/chart/rules/cut-out", test_cut_out);
  g_test_add_func ("/chart/rules/horizontal", test_horizontal);
  g_test_add_func ("/chart/rules/smallest-text", test_smallest_text);
  g_test_add_func ("/chart/rules/unit-once", test_unit_once);
  g_test_add_func ("/chart/rules/no-cut-bar", test_no_cut_bar);
  g_test_add_func ("/chart/rules/same-cells", test_same_cells);
  g_test_add_func ("/chart/rules/no-home", test_no_home);
  g_test_add_func ("/chart/rules/headline", test_headline);
  status = g_test_run ();
  for (guint i = 0; i < G_N_ELEMENTS (datasets); i++)
    rs_dataset_unref (datasets[i]);
  return status;
}
