/* SPDX-License-Identifier: GPL-3.0-or-later
 * Figures for tests: frames of invented datasets, drawn with fixed-pitch text. */
#pragma once

#include "chart/chart.h"

G_BEGIN_DECLS

/* Every part of a card. */
#define RS_TEST_CARD                                                                               \
  (RS_FIGURE_TITLE | RS_FIGURE_HEADLINE | RS_FIGURE_CHART | RS_FIGURE_NOTES | RS_FIGURE_SOURCE |   \
   RS_FIGURE_CARD)

/* Runs a view given as JSON on region A and @year; fails the test where that fails. (transfer full)
 */
RsFrame *rs_test_frame (RsDataset *dataset, const char *view, int year, RsLanguage language);

RsFigureOptions rs_test_options (double width_px, double height_px);

/* The frame as a card of this size on the desk, in English. (transfer full) */
RsScene *
rs_test_figure (RsDataset *dataset, const char *view, int year, double width_px, double height_px);

/* No two texts overlap, nothing leaves the picture, nothing is not finite. @what names the case in
 * a failure. */
void rs_test_assert_tidy (const RsScene *scene, const char *what);

/* How many marks are for @part; with @type. */
guint rs_test_count (const RsScene *scene, RsPart part, RsMarkType type);

/* The @nth mark of @part and @type, or NULL. */
const RsMark *rs_test_find (const RsScene *scene, RsPart part, RsMarkType type, guint nth);

/* The mark of @datum and @part, or NULL. */
const RsMark *
rs_test_find_datum (const RsScene *scene, RsPart part, RsMarkType type, RsDatum datum);

/* The first text that contains @text, or NULL. */
const RsMark *rs_test_find_text (const RsScene *scene, const char *text);

/* The first text that is @text and nothing more, or NULL. */
const RsMark *rs_test_find_label (const RsScene *scene, const char *text);

/* Compares with tests/golden/NAME.scene; with UPDATE_GOLDEN=1 writes it. */
void rs_test_assert_golden (const RsScene *scene, const char *name);

G_END_DECLS
