/* SPDX-License-Identifier: GPL-3.0-or-later
 * The period slider keeps to the years that there are. */
#include "config.h"

#include "widget/period-slider.h"

#include "fixture.h"

typedef struct
{
  RsPeriodSlider *slider;
  guint n_changed;
  guint n_notified;
  int last;
  gboolean stopped;
} Fixture;

static void
year_changed_cb (RsPeriodSlider *slider, int year, Fixture *fixture)
{
  fixture->n_changed++;
  fixture->last = year;
}

static void
notify_year_cb (RsPeriodSlider *slider, GParamSpec *pspec, Fixture *fixture)
{
  fixture->n_notified++;
}

static void
notify_playing_cb (RsPeriodSlider *slider, GParamSpec *pspec, Fixture *fixture)
{
  fixture->stopped = !rs_period_slider_get_playing (slider);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->slider = g_object_ref_sink (RS_PERIOD_SLIDER (rs_period_slider_new ()));
  rs_period_slider_set_years (fixture->slider, fixture_years, FIXTURE_N_YEARS);
  g_signal_connect (fixture->slider, "year-changed", G_CALLBACK (year_changed_cb), fixture);
  g_signal_connect (fixture->slider, "notify::year", G_CALLBACK (notify_year_cb), fixture);
  g_signal_connect (fixture->slider, "notify::playing", G_CALLBACK (notify_playing_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->slider);
}

/* The first descendant of a type. (transfer none) */
static GtkWidget *
find_child (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_child (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_set_year (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (rs_period_slider_get_year (fixture->slider), ==, 2001);
  rs_period_slider_set_year (fixture->slider, 2005);
  g_assert_cmpint (rs_period_slider_get_year (fixture->slider), ==, 2005);
  g_assert_cmpuint (fixture->n_notified, ==, 1);
  rs_period_slider_set_year (fixture->slider, 2005);
  g_assert_cmpuint (fixture->n_notified, ==, 1);
  /* Not among the years: never a neighbour. */
  rs_period_slider_set_year (fixture->slider, 2004 - 1);
  g_assert_cmpint (rs_period_slider_get_year (fixture->slider), ==, 2005);
  /* The program's own doing is not told. */
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

static void
test_set_years (Fixture *fixture, gconstpointer data)
{
  static const int later[] = { 1999, 2004, 2007 };
  static const int earliest[] = { 2020, 2021 };

  rs_period_slider_set_year (fixture->slider, 2004);
  rs_period_slider_set_years (fixture->slider, later, G_N_ELEMENTS (later));
  g_assert_cmpint (rs_period_slider_get_year (fixture->slider), ==, 2004);
  rs_period_slider_set_years (fixture->slider, earliest, G_N_ELEMENTS (earliest));
  g_assert_cmpint (rs_period_slider_get_year (fixture->slider), ==, 2020);
  rs_period_slider_set_years (fixture->slider, NULL, 0);
  g_assert_cmpint (rs_period_slider_get_year (fixture->slider), ==, 0);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->slider)));
  rs_period_slider_set_playing (fixture->slider, TRUE);
  g_assert_false (rs_period_slider_get_playing (fixture->slider));
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

static void
test_step (Fixture *fixture, gconstpointer data)
{
  rs_period_slider_set_year (fixture->slider, 2005);
  rs_period_slider_step (fixture->slider, 1);
  g_assert_cmpint (fixture->last, ==, 2009);
  rs_period_slider_step (fixture->slider, 1);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  rs_period_slider_step (fixture->slider, -2);
  g_assert_cmpint (fixture->last, ==, 2004);
  rs_period_slider_step (fixture->slider, -100);
  g_assert_cmpint (fixture->last, ==, 2001);
  gtk_widget_activate_action (GTK_WIDGET (fixture->slider), "year.next", NULL);
  g_assert_cmpint (fixture->last, ==, 2002);
  gtk_widget_activate_action (GTK_WIDGET (fixture->slider), "year.previous", NULL);
  g_assert_cmpint (fixture->last, ==, 2001);
}

static void
change_scale (Fixture *fixture, GtkScrollType scroll, double value)
{
  GtkWidget *scale = find_child (GTK_WIDGET (fixture->slider), GTK_TYPE_SCALE);
  gboolean handled = FALSE;

  g_assert_nonnull (scale);
  g_signal_emit_by_name (scale, "change-value", scroll, value, &handled);
  g_assert_true (handled);
}

static void
test_scale_snaps (Fixture *fixture, gconstpointer data)
{
  change_scale (fixture, GTK_SCROLL_JUMP, 2006.4);
  g_assert_cmpint (fixture->last, ==, 2005);
  change_scale (fixture, GTK_SCROLL_JUMP, 2007.6);
  g_assert_cmpint (fixture->last, ==, 2009);
  /* An arrow crosses a gap of any width. */
  change_scale (fixture, GTK_SCROLL_STEP_LEFT, 2008.0);
  g_assert_cmpint (fixture->last, ==, 2005);
  change_scale (fixture, GTK_SCROLL_STEP_UP, 2006.0);
  g_assert_cmpint (fixture->last, ==, 2009);
  change_scale (fixture, GTK_SCROLL_START, 2001.0);
  g_assert_cmpint (fixture->last, ==, 2001);
  change_scale (fixture, GTK_SCROLL_END, 2009.0);
  g_assert_cmpint (fixture->last, ==, 2009);
}

static void
test_entry (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = find_child (GTK_WIDGET (fixture->slider), GTK_TYPE_SPIN_BUTTON);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "2004");
  gtk_spin_button_update (GTK_SPIN_BUTTON (entry));
  g_assert_cmpint (fixture->last, ==, 2004);
  /* A year that there is not is taken back. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "2003");
  gtk_spin_button_update (GTK_SPIN_BUTTON (entry));
  g_assert_cmpint (rs_period_slider_get_year (fixture->slider), ==, 2004);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "2004");
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  gtk_spin_button_spin (GTK_SPIN_BUTTON (entry), GTK_SPIN_STEP_BACKWARD, 1);
  g_assert_cmpint (fixture->last, ==, 2002);
  gtk_spin_button_spin (GTK_SPIN_BUTTON (entry), GTK_SPIN_STEP_FORWARD, 1);
  g_assert_cmpint (fixture->last, ==, 2004);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "2004");
}

static void
test_play (Fixture *fixture, gconstpointer data)
{
  GtkWindow *window = fixture_show (GTK_WIDGET (fixture->slider), 300, 200);

  rs_period_slider_set_play_interval (fixture->slider, 10);
  rs_period_slider_set_year (fixture->slider, 2004);
  gtk_widget_activate_action (GTK_WIDGET (fixture->slider), "year.toggle-play", NULL);
  g_assert_true (rs_period_slider_get_playing (fixture->slider));
  fixture_wait_for (&fixture->stopped);
  g_assert_cmpint (rs_period_slider_get_year (fixture->slider), ==, 2009);
  g_assert_cmpuint (fixture->n_changed, ==, 2);
  /* At the end it begins anew. */
  fixture->stopped = FALSE;
  rs_period_slider_set_playing (fixture->slider, TRUE);
  g_assert_cmpint (rs_period_slider_get_year (fixture->slider), ==, 2001);
  fixture_wait_for (&fixture->stopped);
  g_assert_cmpint (rs_period_slider_get_year (fixture->slider), ==, 2009);
  fixture_close (window);
}

static void
test_play_stops_when_hidden (Fixture *fixture, gconstpointer data)
{
  GtkWindow *window = fixture_show (GTK_WIDGET (fixture->slider), 300, 200);

  rs_period_slider_set_playing (fixture->slider, TRUE);
  g_assert_true (rs_period_slider_get_playing (fixture->slider));
  fixture_close (window);
  g_assert_false (rs_period_slider_get_playing (fixture->slider));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/widget/period-slider/set-year", test_set_year);
  ADD ("/widget/period-slider/set-years", test_set_years);
  ADD ("/widget/period-slider/step", test_step);
  ADD ("/widget/period-slider/scale-snaps", test_scale_snaps);
  ADD ("/widget/period-slider/entry", test_entry);
  ADD ("/widget/period-slider/play", test_play);
  ADD ("/widget/period-slider/play-stops-when-hidden", test_play_stops_when_hidden);
  return g_test_run ();
}
