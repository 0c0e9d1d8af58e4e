/* SPDX-License-Identifier: GPL-3.0-or-later
 * The chart view: one scene a size, a cursor that moves by the scene's rules, and what it says. */
#include "config.h"

#include "widget/chart-view.h"

#include <string.h>

#include "fixture.h"
#include "query/summary.h"

typedef struct
{
  RsDataset *dataset;
  RsFrame *frame;
  RsChartView *view;
  GtkWindow *window;
  guint n_activated;
  guint n_moved;
  guint n_notified;
  RsDatum last;
} Fixture;

static void
activated_cb (RsChartView *view, Fixture *fixture)
{
  fixture->n_activated++;
}

static void
cursor_moved_cb (RsChartView *view, int series, int point, Fixture *fixture)
{
  fixture->n_moved++;
  fixture->last = (RsDatum){ series, point };
}

static void
notify_cb (RsChartView *view, GParamSpec *pspec, Fixture *fixture)
{
  fixture->n_notified++;
}

static RsFrame *
run_view (RsDataset *dataset, const char *region, int year)
{
  g_autoptr (RsView) view = fixture_new_view (RS_CHART_COLUMNS);
  g_autoptr (GError) error = NULL;
  const RsSelection selection = { (char *) region, year };
  RsFrame *frame = rs_view_run (view, dataset, &selection, RS_LANGUAGE_EN, &error);

  g_assert_no_error (error);
  return frame;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dataset = fixture_new_dataset ();
  fixture->frame = run_view (fixture->dataset, "A", 2005);
  fixture->last = RS_DATUM_NONE;
  fixture->view = g_object_ref_sink (RS_CHART_VIEW (rs_chart_view_new ()));
  rs_chart_view_set_frame (fixture->view, fixture->frame);
  g_signal_connect (fixture->view, "activated", G_CALLBACK (activated_cb), fixture);
  g_signal_connect (fixture->view, "cursor-moved", G_CALLBACK (cursor_moved_cb), fixture);
  g_signal_connect (fixture->view, "notify", G_CALLBACK (notify_cb), fixture);
  fixture->window = fixture_show (GTK_WIDGET (fixture->view), 600, 420);
  fixture->n_notified = 0;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  fixture_close (fixture->window);
  g_assert_finalize_object (fixture->view);
  rs_frame_unref (fixture->frame);
  rs_dataset_unref (fixture->dataset);
}

static void
activate (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), action, NULL));
}

static void
test_scene (Fixture *fixture, gconstpointer data)
{
  RsScene *scene = rs_chart_view_get_scene (fixture->view);
  RsFigureOptions options;

  g_assert_nonnull (scene);
  g_assert_true (rs_chart_view_get_scene (fixture->view) == scene);
  g_assert_cmpfloat (rs_scene_get_width (scene), ==,
                     gtk_widget_get_width (GTK_WIDGET (fixture->view)));
  rs_chart_view_get_options (fixture->view, &options);
  g_assert_cmpfloat (options.width_px, ==, rs_scene_get_width (scene));
  g_assert_cmpfloat (options.height_px, ==, rs_scene_get_height (scene));
  /* What is set again as it is changes nothing. */
  rs_chart_view_set_frame (fixture->view, fixture->frame);
  rs_chart_view_set_parts (fixture->view, rs_chart_view_get_parts (fixture->view));
  rs_chart_view_set_theme (fixture->view, "light");
  rs_chart_view_set_theme (fixture->view, "no such theme");
  rs_chart_view_set_type_mode (fixture->view, RS_TYPE_DESK);
  g_assert_true (rs_chart_view_get_scene (fixture->view) == scene);
  rs_chart_view_set_theme (fixture->view, "dark");
  g_assert_cmpstr (rs_chart_view_get_theme (fixture->view), ==, "dark");
  scene = rs_chart_view_get_scene (fixture->view);
  rs_chart_view_set_text_scale (fixture->view, 2.0);
  g_assert_true (rs_chart_view_get_scene (fixture->view) != scene ||
                 rs_chart_view_get_text_scale (fixture->view) == 2.0);
  rs_chart_view_set_frame (fixture->view, NULL);
  g_assert_null (rs_chart_view_get_scene (fixture->view));
  g_assert_false (gtk_widget_get_focusable (GTK_WIDGET (fixture->view)));
}

static void
test_no_notify (Fixture *fixture, gconstpointer data)
{
  rs_chart_view_set_activates (fixture->view, FALSE);
  rs_chart_view_set_cursor_enabled (fixture->view, TRUE);
  rs_chart_view_set_cursor (fixture->view, RS_DATUM_NONE);
  g_assert_cmpuint (fixture->n_notified, ==, 0);
  rs_chart_view_set_activates (fixture->view, TRUE);
  rs_chart_view_set_activates (fixture->view, TRUE);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (fixture->view), "activatable"));
  rs_chart_view_set_activates (fixture->view, FALSE);
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (fixture->view), "activatable"));
}

/* The keys: from nothing to the chosen year, then by the scene's rules, never round the edge. */
static void
test_keys (Fixture *fixture, gconstpointer data)
{
  RsScene *scene = rs_chart_view_get_scene (fixture->view);
  RsDatum expected = rs_scene_move (scene, RS_DATUM_NONE, RS_MOVE_LEFT);
  RsDatum at;

  activate (fixture, "cursor.left");
  at = rs_chart_view_get_cursor (fixture->view);
  g_assert_cmpint (at.series, ==, expected.series);
  g_assert_cmpint (at.point, ==, expected.point);
  g_assert_cmpint (at.point, >=, 0);
  expected = rs_scene_move (scene, at, RS_MOVE_LEFT);
  activate (fixture, "cursor.left");
  g_assert_cmpint (rs_chart_view_get_cursor (fixture->view).point, ==, expected.point);
  g_assert_cmpint (fixture->last.point, ==, expected.point);
  g_assert_cmpuint (fixture->n_moved, ==, 2);
  expected = rs_scene_move (scene, at, RS_MOVE_END);
  activate (fixture, "cursor.last");
  activate (fixture, "cursor.right");
  g_assert_cmpint (rs_chart_view_get_cursor (fixture->view).point, ==, expected.point);
  g_assert_cmpuint (fixture->n_moved, ==, 3);
  activate (fixture, "cursor.first");
  expected = rs_scene_move (scene, at, RS_MOVE_HOME);
  g_assert_cmpint (rs_chart_view_get_cursor (fixture->view).point, ==, expected.point);
  activate (fixture, "cursor.clear");
  g_assert_cmpint (rs_chart_view_get_cursor (fixture->view).series, ==, -1);
  g_assert_cmpint (fixture->last.series, ==, -1);
}

/* What is switched off does nothing. */
static void
test_action_switches (Fixture *fixture, gconstpointer data)
{
  activate (fixture, "cursor.clear");
  activate (fixture, "chart.activate");
  g_assert_cmpuint (fixture->n_moved, ==, 0);
  g_assert_cmpuint (fixture->n_activated, ==, 0);
  rs_chart_view_set_activates (fixture->view, TRUE);
  activate (fixture, "chart.activate");
  g_assert_cmpuint (fixture->n_activated, ==, 1);
  activate (fixture, "cursor.last");
  g_assert_cmpuint (fixture->n_moved, ==, 1);
  rs_chart_view_set_cursor_enabled (fixture->view, FALSE);
  g_assert_cmpint (rs_chart_view_get_cursor (fixture->view).series, ==, -1);
  activate (fixture, "cursor.left");
  g_assert_cmpuint (fixture->n_moved, ==, 1);
  g_assert_true (gtk_widget_get_focusable (GTK_WIDGET (fixture->view)));
}

static void
test_cursor_text (Fixture *fixture, gconstpointer data)
{
  g_autofree char *none = rs_chart_view_describe_cursor (fixture->view);
  g_autofree char *text = NULL;
  g_autofree char *expected = NULL;
  RsDatum at;

  g_assert_cmpstr (none, ==, "");
  activate (fixture, "cursor.last");
  at = rs_chart_view_get_cursor (fixture->view);
  expected = rs_summary_point (fixture->frame, (guint) at.series, (guint) at.point);
  g_object_get (fixture->view, "cursor-text", &text, NULL);
  g_assert_cmpstr (text, ==, expected);
  g_assert_nonnull (strstr (text, "2005"));
  g_assert_cmpuint (fixture->n_notified, ==, 1);
}

static void
test_set_cursor (Fixture *fixture, gconstpointer data)
{
  RsDatum last;

  activate (fixture, "cursor.last");
  last = rs_chart_view_get_cursor (fixture->view);
  rs_chart_view_set_cursor (fixture->view, (RsDatum){ 99, 99 });
  g_assert_cmpint (rs_chart_view_get_cursor (fixture->view).series, ==, -1);
  g_assert_cmpuint (fixture->n_moved, ==, 1);
  rs_chart_view_set_cursor (fixture->view, last);
  g_assert_cmpint (rs_chart_view_get_cursor (fixture->view).point, ==, last.point);
  g_assert_cmpuint (fixture->n_moved, ==, 1);
}

/* Another year of the same region keeps what the user reads; another region is another series and
 * does not. */
static void
test_carry (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RsFrame) other_year = run_view (fixture->dataset, "A", 2001);
  g_autoptr (RsFrame) other_region = run_view (fixture->dataset, "A1", 2001);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  activate (fixture, "cursor.last");
  before = rs_chart_view_describe_cursor (fixture->view);
  rs_chart_view_set_frame (fixture->view, other_year);
  after = rs_chart_view_describe_cursor (fixture->view);
  g_assert_cmpstr (before, ==, after);
  rs_chart_view_set_frame (fixture->view, other_region);
  g_assert_cmpint (rs_chart_view_get_cursor (fixture->view).series, ==, -1);
}

/* A region without figures has a picture that says so, and nothing for the cursor to stand on. */
static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RsFrame) empty = run_view (fixture->dataset, "B", 2005);

  rs_chart_view_set_frame (fixture->view, empty);
  g_assert_nonnull (rs_chart_view_get_scene (fixture->view));
  activate (fixture, "cursor.last");
  g_assert_cmpint (rs_chart_view_get_cursor (fixture->view).series, ==, -1);
  g_assert_cmpuint (fixture->n_moved, ==, 0);
}

static void
test_measure (Fixture *fixture, gconstpointer data)
{
  int minimum = 0;
  int natural = 0;
  int wide = 0;
  int any = 0;
  g_autoptr (RsView) view = rs_view_new ();
  g_autoptr (RsFrame) figures = NULL;
  g_autoptr (GError) error = NULL;
  const RsSelection selection = { (char *) "A", 2005 };

  gtk_widget_measure (GTK_WIDGET (fixture->view), GTK_ORIENTATION_HORIZONTAL, -1, &minimum,
                      &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 320);
  g_assert_cmpint (natural, >=, minimum);
  gtk_widget_measure (GTK_WIDGET (fixture->view), GTK_ORIENTATION_VERTICAL, 600, &minimum, &natural,
                      NULL, NULL);
  g_assert_cmpint (minimum, ==, 180);
  g_assert_cmpint (natural, >, 240);
  gtk_widget_measure (GTK_WIDGET (fixture->view), GTK_ORIENTATION_VERTICAL, 1200, &minimum, &wide,
                      NULL, NULL);
  g_assert_cmpint (minimum, ==, 180);
  g_assert_cmpint (wide, >=, natural);
  /* Rows of figures are not squeezed, and never higher than what is asked for at any width. */
  view->indicators = NULL;
  view->kind = RS_CHART_FIGURES;
  figures = rs_view_run (view, fixture->dataset, &selection, RS_LANGUAGE_EN, &error);
  g_assert_no_error (error);
  rs_chart_view_set_frame (fixture->view, figures);
  gtk_widget_measure (GTK_WIDGET (fixture->view), GTK_ORIENTATION_VERTICAL, -1, &any, NULL, NULL,
                      NULL);
  for (int width = 320; width < 3000; width += 67)
    {
      gtk_widget_measure (GTK_WIDGET (fixture->view), GTK_ORIENTATION_VERTICAL, width, &minimum,
                          &natural, NULL, NULL);
      g_assert_cmpint (minimum, ==, natural);
      g_assert_cmpint (minimum, <=, any);
    }
  rs_chart_view_set_type_mode (fixture->view, RS_TYPE_HALL);
  gtk_widget_measure (GTK_WIDGET (fixture->view), GTK_ORIENTATION_VERTICAL, 1200, &minimum, NULL,
                      NULL, NULL);
  g_assert_cmpint (minimum, ==, 180);
}

/* The desktop's text size reaches the figure, unless it is told another. */
static void
test_text_scale (Fixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (fixture->view));
  int plain = 0;
  int large = 0;

  g_object_set (settings, "gtk-xft-dpi", 96 * 1024, NULL);
  gtk_widget_measure (GTK_WIDGET (fixture->view), GTK_ORIENTATION_VERTICAL, 600, NULL, &plain, NULL,
                      NULL);
  g_object_set (settings, "gtk-xft-dpi", 192 * 1024, NULL);
  g_assert_cmpfloat (rs_chart_view_get_text_scale (fixture->view), ==, 2.0);
  gtk_widget_measure (GTK_WIDGET (fixture->view), GTK_ORIENTATION_VERTICAL, 600, NULL, &large, NULL,
                      NULL);
  g_assert_cmpint (large, >, plain);
  rs_chart_view_set_text_scale (fixture->view, 1.0);
  gtk_widget_measure (GTK_WIDGET (fixture->view), GTK_ORIENTATION_VERTICAL, 600, NULL, &large, NULL,
                      NULL);
  g_assert_cmpint (large, ==, plain);
  rs_chart_view_set_text_scale (fixture->view, 0.0);
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024, NULL);
  g_assert_cmpfloat (rs_chart_view_get_text_scale (fixture->view), ==, 1.0);
}

/* Pictures, whether a graphics card or cairo keeps them. */
static guint
count_pictures (GskRenderNode *node)
{
  const GskRenderNodeType type = gsk_render_node_get_node_type (node);
  guint n = type == GSK_TEXTURE_NODE || type == GSK_CAIRO_NODE ? 1 : 0;

  if (type == GSK_CONTAINER_NODE)
    for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
      n += count_pictures (gsk_container_node_get_child (node, i));
  return n;
}

static GskRenderNode *
take_picture (RsChartView *view)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  GTK_WIDGET_GET_CLASS (view)->snapshot (GTK_WIDGET (view), snapshot);
  return gtk_snapshot_free_to_node (snapshot);
}

/* The figure is one picture that stays; the cursor is a second, small one on top. */
static void
test_layers (Fixture *fixture, gconstpointer data)
{
  GskRenderNode *plain = take_picture (fixture->view);
  GskRenderNode *with_cursor = NULL;
  RsScene *scene = rs_chart_view_get_scene (fixture->view);

  g_assert_cmpuint (count_pictures (plain), ==, 1);
  activate (fixture, "cursor.last");
  with_cursor = take_picture (fixture->view);
  g_assert_cmpuint (count_pictures (with_cursor), ==, 2);
  g_assert_true (gsk_container_node_get_child (with_cursor, 0) == plain);
  g_assert_true (rs_chart_view_get_scene (fixture->view) == scene);
  gsk_render_node_unref (plain);
  gsk_render_node_unref (with_cursor);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/widget/chart-view/scene", test_scene);
  ADD ("/widget/chart-view/no-notify", test_no_notify);
  ADD ("/widget/chart-view/keys", test_keys);
  ADD ("/widget/chart-view/action-switches", test_action_switches);
  ADD ("/widget/chart-view/cursor-text", test_cursor_text);
  ADD ("/widget/chart-view/set-cursor", test_set_cursor);
  ADD ("/widget/chart-view/carry", test_carry);
  ADD ("/widget/chart-view/empty", test_empty);
  ADD ("/widget/chart-view/measure", test_measure);
  ADD ("/widget/chart-view/layers", test_layers);
  ADD ("/widget/chart-view/text-scale", test_text_scale);
  return g_test_run ();
}
