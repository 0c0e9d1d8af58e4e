/* SPDX-License-Identifier: GPL-3.0-or-later
 * The chart view in motion, by a clock of the test's own. */
#include "config.h"

#include "widget/chart-view-private.h"

#include "fixture.h"

typedef struct
{
  RsDataset *dataset;
  RsFrame *frames[3]; /* of three years */
  RsFrame *region;
  RsFrame *lines;
  RsChartView *view;
  GtkWindow *window;
} Fixture;

static RsFrame *
run_view (RsDataset *dataset, RsChartKind kind, const char *region, int year)
{
  g_autoptr (RsView) view = fixture_new_view (kind);
  g_autoptr (GError) error = NULL;
  const RsSelection selection = { (char *) region, year };
  RsFrame *frame = rs_view_run (view, dataset, &selection, RS_LANGUAGE_EN, &error);

  g_assert_no_error (error);
  return frame;
}

static void
set_animations (Fixture *fixture, gboolean enabled)
{
  g_object_set (gtk_widget_get_settings (GTK_WIDGET (fixture->view)), "gtk-enable-animations",
                enabled, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const int years[] = { 2001, 2005, 2009 };

  fixture->dataset = fixture_new_dataset ();
  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    fixture->frames[i] = run_view (fixture->dataset, RS_CHART_COLUMNS, "A", years[i]);
  fixture->region = run_view (fixture->dataset, RS_CHART_COLUMNS, "A1", 2001);
  fixture->lines = run_view (fixture->dataset, RS_CHART_LINES, "A", 2001);
  fixture->view = g_object_ref_sink (RS_CHART_VIEW (rs_chart_view_new ()));
  rs_chart_view_set_frame (fixture->view, fixture->frames[0]);
  fixture->window = fixture_show (GTK_WIDGET (fixture->view), 600, 420);
  set_animations (fixture, TRUE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  set_animations (fixture, TRUE);
  fixture_close (fixture->window);
  g_assert_finalize_object (fixture->view);
  for (guint i = 0; i < G_N_ELEMENTS (fixture->frames); i++)
    rs_frame_unref (fixture->frames[i]);
  rs_frame_unref (fixture->region);
  rs_frame_unref (fixture->lines);
  rs_dataset_unref (fixture->dataset);
}

static gboolean
is_moving (Fixture *fixture)
{
  return rs_chart_view_get_shown_scene (fixture->view) != rs_chart_view_get_scene (fixture->view);
}

/* The scene that was left, scenes between, the scene that was meant; keys and pointer meet the last
 * one all the time. */
static void
test_moves (Fixture *fixture, gconstpointer data)
{
  RsChartView *view = fixture->view;
  g_autoptr (RsScene) left = rs_scene_ref (rs_chart_view_get_scene (view));
  RsScene *target = NULL;

  rs_chart_view_set_frame (view, fixture->frames[1]);
  target = rs_chart_view_get_scene (view);
  g_assert_true (target != left);
  g_assert_true (rs_chart_view_get_shown_scene (view) == left);
  rs_chart_view_advance (view, 5000000);
  g_assert_true (rs_chart_view_get_shown_scene (view) == left);
  rs_chart_view_advance (view, 5100000);
  g_assert_true (rs_chart_view_get_shown_scene (view) != left);
  g_assert_true (is_moving (fixture));
  /* No more than 400 ms. */
  rs_chart_view_advance (view, 5400000);
  g_assert_true (rs_chart_view_get_shown_scene (view) == target);
  g_assert_false (is_moving (fixture));
  g_assert_true (rs_chart_view_get_scene (view) == target);
  g_assert_cmpuint (view->motion.tick, ==, 0);
}

/* A second change begins at what is on the screen, not at what was never reached. */
static void
test_interrupted (Fixture *fixture, gconstpointer data)
{
  RsChartView *view = fixture->view;
  g_autoptr (RsScene) between = NULL;

  rs_chart_view_set_frame (view, fixture->frames[1]);
  rs_chart_view_get_shown_scene (view);
  rs_chart_view_advance (view, 0);
  rs_chart_view_advance (view, 60000);
  between = rs_scene_ref (rs_chart_view_get_shown_scene (view));
  g_assert_true (between != rs_chart_view_get_scene (view));
  rs_chart_view_set_frame (view, fixture->frames[2]);
  g_assert_true (rs_chart_view_get_shown_scene (view) == between);
  rs_chart_view_advance (view, 100000);
  g_assert_true (rs_chart_view_get_shown_scene (view) == between);
  /* Twice within one frame: what is on the screen has not changed. */
  rs_chart_view_set_frame (view, fixture->frames[0]);
  g_assert_true (rs_chart_view_get_shown_scene (view) == between);
  rs_chart_view_advance (view, 200000);
  rs_chart_view_advance (view, 900000);
  g_assert_false (is_moving (fixture));
}

/* A clock that goes backwards turns nothing back. */
static void
test_clock (Fixture *fixture, gconstpointer data)
{
  RsChartView *view = fixture->view;
  double share;

  rs_chart_view_set_frame (view, fixture->region);
  g_assert_true (is_moving (fixture));
  rs_chart_view_advance (view, 1000000);
  rs_chart_view_advance (view, 1150000);
  share = view->motion.share;
  g_assert_cmpfloat (share, >, 0);
  rs_chart_view_advance (view, 1050000);
  g_assert_cmpfloat (view->motion.share, ==, share);
  g_assert_true (is_moving (fixture));
}

static void
test_at_once (Fixture *fixture, gconstpointer data)
{
  RsChartView *view = fixture->view;

  /* Another kind is another picture. */
  rs_chart_view_set_frame (view, fixture->lines);
  g_assert_false (is_moving (fixture));
  rs_chart_view_set_frame (view, fixture->frames[0]);
  /* The desktop wants none. */
  set_animations (fixture, FALSE);
  rs_chart_view_set_frame (view, fixture->frames[1]);
  g_assert_false (is_moving (fixture));
  g_assert_cmpuint (view->motion.tick, ==, 0);
  set_animations (fixture, TRUE);
  /* Nothing to come from, nothing to go to. */
  rs_chart_view_set_frame (view, NULL);
  g_assert_false (is_moving (fixture));
  rs_chart_view_set_frame (view, fixture->frames[0]);
  g_assert_false (is_moving (fixture));
  /* Another theme on the way. */
  rs_chart_view_get_shown_scene (view);
  rs_chart_view_set_frame (view, fixture->frames[1]);
  g_assert_true (is_moving (fixture));
  rs_chart_view_set_theme (view, "dark");
  g_assert_false (is_moving (fixture));
  /* What is not shown does not move. */
  gtk_widget_set_visible (GTK_WIDGET (view), FALSE);
  rs_chart_view_set_frame (view, fixture->frames[2]);
  g_assert_null (view->motion.from);
}

static void
take_picture (RsChartView *view)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  GTK_WIDGET_GET_CLASS (view)->snapshot (GTK_WIDGET (view), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  gsk_render_node_unref (node);
}

/* Wherever the cursor goes, the figure is painted once and laid out once. */
static void
test_hover_paints_overlay_only (Fixture *fixture, gconstpointer data)
{
  RsChartView *view = fixture->view;
  RsScene *scene = rs_chart_view_get_scene (view);
  guint n_painted;

  take_picture (view);
  n_painted = view->figure.n_painted;
  g_assert_cmpuint (n_painted, >, 0);
  for (guint i = 0; i < rs_scene_get_n_stops (scene); i++)
    {
      RsDatum datum;

      rs_scene_get_stop (scene, i, &datum, NULL, NULL);
      rs_chart_view_move_cursor (view, datum, RS_CURSOR_BY_POINTER);
      take_picture (view);
    }
  rs_chart_view_move_cursor (view, RS_DATUM_NONE, RS_CURSOR_BY_POINTER);
  take_picture (view);
  g_assert_cmpuint (rs_scene_get_n_stops (scene), >, 2);
  g_assert_cmpuint (view->figure.n_painted, ==, n_painted);
  g_assert_true (rs_chart_view_get_scene (view) == scene);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/widget/chart-view-motion/moves", test_moves);
  ADD ("/widget/chart-view-motion/interrupted", test_interrupted);
  ADD ("/widget/chart-view-motion/clock", test_clock);
  ADD ("/widget/chart-view-motion/at-once", test_at_once);
  ADD ("/widget/chart-view-motion/hover-paints-overlay-only", test_hover_paints_overlay_only);
  return g_test_run ();
}
