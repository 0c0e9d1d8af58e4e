/* SPDX-License-Identifier: GPL-3.0-or-later
 * Choosing a range of time in the chart view: by keys, by wheel; and what Escape and Home then do.
 */
#include "config.h"

#include "widget/chart-view-private.h"

#include <string.h>

#include "fixture.h"

typedef struct
{
  RsDataset *dataset;
  RsFrame *frame;
  RsChartView *view;
  GtkWindow *window;
  char *from, *to; /* of the range that was asked for last */
  guint n_selected;
  guint n_back;
  guint n_menus;
} Fixture;

static void
range_selected_cb (RsChartView *view, const char *from, const char *to, Fixture *fixture)
{
  g_free (fixture->from);
  g_free (fixture->to);
  fixture->from = g_strdup (from);
  fixture->to = g_strdup (to);
  fixture->n_selected++;
}

static void
zoom_back_cb (RsChartView *view, Fixture *fixture)
{
  fixture->n_back++;
}

static void
context_menu_cb (RsChartView *view, double x, double y, Fixture *fixture)
{
  g_assert_cmpfloat (x, >, 0);
  g_assert_cmpfloat (y, >, 0);
  fixture->n_menus++;
}

static RsFrame *
run_view (RsDataset *dataset, RsChartKind kind)
{
  g_autoptr (RsView) view = fixture_new_view (kind);
  g_autoptr (GError) error = NULL;
  const RsSelection selection = { (char *) "A", 2005 };
  RsFrame *frame = rs_view_run (view, dataset, &selection, RS_LANGUAGE_EN, &error);

  g_assert_no_error (error);
  return frame;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dataset = fixture_new_dataset ();
  fixture->frame = run_view (fixture->dataset, RS_CHART_COLUMNS);
  fixture->view = g_object_ref_sink (RS_CHART_VIEW (rs_chart_view_new ()));
  rs_chart_view_set_range_enabled (fixture->view, TRUE);
  rs_chart_view_set_frame (fixture->view, fixture->frame);
  g_signal_connect (fixture->view, "range-selected", G_CALLBACK (range_selected_cb), fixture);
  g_signal_connect (fixture->view, "zoom-back", G_CALLBACK (zoom_back_cb), fixture);
  g_signal_connect (fixture->view, "context-menu", G_CALLBACK (context_menu_cb), fixture);
  fixture->window = fixture_show (GTK_WIDGET (fixture->view), 600, 420);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  fixture_close (fixture->window);
  g_assert_finalize_object (fixture->view);
  rs_frame_unref (fixture->frame);
  rs_dataset_unref (fixture->dataset);
  g_free (fixture->from);
  g_free (fixture->to);
}

static gboolean
try_actions (Fixture *fixture, const char *actions)
{
  return rs_chart_view_try_actions (fixture->view, actions);
}

static const char *const escape = "range.drop|cursor.clear|zoom.back";

/* From the cursor on; the last key that had a meaning is undone first. */
static void
test_keys (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  g_assert_true (try_actions (fixture, "cursor.first"));
  g_assert_true (try_actions (fixture, "cursor.first"));
  g_assert_false (fixture->view->range.active);
  g_assert_false (try_actions (fixture, "range.take"));
  g_assert_true (try_actions (fixture, "range.later"));
  g_assert_true (try_actions (fixture, "range.later"));
  g_assert_true (fixture->view->range.active);
  g_assert_cmpint (fixture->view->range.span.first.year, ==, 2001);
  text = rs_chart_view_describe_cursor (fixture->view);
  g_assert_nonnull (strstr (text, "2001–"));
  g_assert_nonnull (strstr (text, "\n"));
  g_assert_true (try_actions (fixture, "range.take"));
  g_assert_cmpuint (fixture->n_selected, ==, 1);
  g_assert_cmpstr (fixture->from, ==, "2001");
  g_assert_cmpstr (fixture->to, ==, "2004");
  g_assert_false (fixture->view->range.active);
}

static void
test_escape (Fixture *fixture, gconstpointer data)
{
  rs_chart_view_set_zoomed (fixture->view, TRUE);
  g_assert_true (try_actions (fixture, "range.earlier"));
  g_assert_true (try_actions (fixture, "range.earlier"));
  g_assert_true (fixture->view->range.active);
  g_assert_true (try_actions (fixture, escape));
  g_assert_false (fixture->view->range.active);
  g_assert_true (rs_chart_view_has_datum (fixture->view, fixture->view->cursor));
  g_assert_true (try_actions (fixture, escape));
  g_assert_false (rs_chart_view_has_datum (fixture->view, fixture->view->cursor));
  g_assert_cmpuint (fixture->n_back, ==, 0);
  g_assert_true (try_actions (fixture, escape));
  g_assert_cmpuint (fixture->n_back, ==, 1);
  rs_chart_view_set_zoomed (fixture->view, FALSE);
  g_assert_false (try_actions (fixture, escape));
}

/* A plain move, another frame and another kind drop the band. */
static void
test_dropped (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RsFrame) other = run_view (fixture->dataset, RS_CHART_LINES);

  try_actions (fixture, "range.earlier");
  try_actions (fixture, "range.earlier");
  try_actions (fixture, "cursor.right");
  g_assert_false (fixture->view->range.active);
  try_actions (fixture, "range.earlier");
  g_assert_true (fixture->view->range.active);
  rs_chart_view_set_frame (fixture->view, other);
  g_assert_false (fixture->view->range.active);
  g_assert_cmpuint (fixture->n_selected, ==, 0);
}

static void
test_switched_off (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RsFrame) figures = run_view (fixture->dataset, RS_CHART_FIGURES);

  rs_chart_view_set_range_enabled (fixture->view, FALSE);
  g_assert_false (try_actions (fixture, "range.earlier"));
  rs_chart_view_zoom (fixture->view, 0.8, 300);
  g_assert_cmpuint (fixture->n_selected, ==, 0);
  rs_chart_view_set_range_enabled (fixture->view, TRUE);
  g_assert_true (try_actions (fixture, "range.earlier"));
  /* Charts without an axis of time. */
  rs_chart_view_set_frame (fixture->view, figures);
  g_assert_false (try_actions (fixture, "range.earlier"));
  rs_chart_view_zoom (fixture->view, 0.8, 300);
  g_assert_cmpuint (fixture->n_selected, ==, 0);
}

/* What is under the pointer stays in view; never fewer than two periods. */
static void
test_zoom (Fixture *fixture, gconstpointer data)
{
  RsScene *scene = rs_chart_view_get_scene (fixture->view);
  RsSpan whole;

  g_assert_true (rs_figure_get_whole_span (scene, fixture->frame, &whole));
  g_assert_cmpint (whole.first.year, ==, 2001);
  rs_chart_view_zoom (fixture->view, 0.8, whole.band.x + 1);
  g_assert_cmpstr (fixture->from, ==, "2001");
  g_assert_cmpint (atoi (fixture->to), <, whole.last.year);
  rs_chart_view_zoom (fixture->view, 0.8, rs_rect_right (whole.band) - 1);
  g_assert_cmpint (atoi (fixture->to), ==, whole.last.year);
  g_assert_cmpint (atoi (fixture->from), >, 2001);
  rs_chart_view_zoom (fixture->view, 0.01, whole.band.x + 1);
  g_assert_cmpstr (fixture->from, ==, "2001");
  g_assert_cmpstr (fixture->to, ==, "2002");
  rs_chart_view_zoom (fixture->view, 1.25, whole.band.x + whole.band.width / 2);
  g_assert_cmpint (atoi (fixture->to) - atoi (fixture->from), >, whole.last.year - 2001);
}

static void
test_span (Fixture *fixture, gconstpointer data)
{
  RsScene *scene = rs_chart_view_get_scene (fixture->view);
  RsSpan whole, half, back;
  g_autofree char *label = NULL;

  g_assert_true (rs_figure_get_whole_span (scene, fixture->frame, &whole));
  g_assert_true (rs_figure_find_span (scene, fixture->frame, whole.band.x,
                                      whole.band.x + whole.band.width / 2, &half));
  g_assert_true (rs_figure_find_span (scene, fixture->frame, whole.band.x + whole.band.width / 2,
                                      whole.band.x, &back));
  g_assert_cmpint (half.first.year, ==, whole.first.year);
  g_assert_cmpint (half.last.year, ==, back.last.year);
  g_assert_cmpint (half.last.year, <, whole.last.year);
  g_assert_cmpuint (half.n_periods, <, whole.n_periods);
  g_assert_cmpfloat (half.band.width, <, whole.band.width);
  label = rs_span_to_label (&whole, RS_LANGUAGE_EN);
  g_assert_true (g_str_has_prefix (label, "2001–"));
}

static void
test_menu (Fixture *fixture, gconstpointer data)
{
  g_assert_true (try_actions (fixture, "menu.popup"));
  g_assert_cmpuint (fixture->n_menus, ==, 1);
  rs_chart_view_set_frame (fixture->view, NULL);
  g_assert_false (try_actions (fixture, "menu.popup"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/widget/chart-view-range/keys", test_keys);
  ADD ("/widget/chart-view-range/escape", test_escape);
  ADD ("/widget/chart-view-range/dropped", test_dropped);
  ADD ("/widget/chart-view-range/switched-off", test_switched_off);
  ADD ("/widget/chart-view-range/zoom", test_zoom);
  ADD ("/widget/chart-view-range/span", test_span);
  ADD ("/widget/chart-view-range/menu", test_menu);
  return g_test_run ();
}
