/* SPDX-License-Identifier: GPL-3.0-or-later
 * Choosing a year: among those that the dataset has, or by letting them pass. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RS_TYPE_PERIOD_SLIDER (rs_period_slider_get_type ())
G_DECLARE_FINAL_TYPE (RsPeriodSlider, rs_period_slider, RS, PERIOD_SLIDER, GtkWidget)

/**
 * RsPeriodSlider:
 *
 * Hides itself where there are no years.
 *
 * Properties: `year` (read-write int; 0: none), `playing` (read-write), `play-interval`
 * (read-write, ms a year, default 1200). Signals: `year-changed` (int year): the user or the play
 * changed the year; not emitted by rs_period_slider_set_year() and rs_period_slider_set_years().
 *
 * # Keys
 * On the slider arrows go to the next year that there is, Home and End to the first and last; Space
 * plays and pauses. In the entry only years that there are can be entered; others ring and are
 * taken back.
 *
 * # CSS nodes
 * `period-slider` with `label.year`, `button`s, `scale`, `spinbutton`; end labels `.end`.
 */

GtkWidget *rs_period_slider_new (void);

/* @years: (array length=n_years): ascending, distinct. Keeps the year where it is among them, else
 * the nearest earlier one, else the first. */
void rs_period_slider_set_years (RsPeriodSlider *self, const int *years, guint n_years);

/* A year that is not among the years is ignored. */
void rs_period_slider_set_year (RsPeriodSlider *self, int year);
int rs_period_slider_get_year (RsPeriodSlider *self);

/* Begins at the first year when the last is shown; stops at the last. */
void rs_period_slider_set_playing (RsPeriodSlider *self, gboolean playing);
gboolean rs_period_slider_get_playing (RsPeriodSlider *self);
void rs_period_slider_set_play_interval (RsPeriodSlider *self, guint interval_ms);
guint rs_period_slider_get_play_interval (RsPeriodSlider *self);

/* @n: years to go on (negative: back); stops at the ends. Counts as done by the user. */
void rs_period_slider_step (RsPeriodSlider *self, int n);

G_END_DECLS
