/* SPDX-License-Identifier: GPL-3.0-or-later
 * The rules that every picture is held against, whatever its data are. */
#pragma once

#include "random-model.h"

G_BEGIN_DECLS

/* One model and its picture under examination. */
typedef struct
{
  const RsRandomModel *model;
  const RsFrame *frame;
  const RsScene *scene;
  GHashTable *stops; /* datum → RsPoint */
  GString *failures; /* one a line */
} RsTestCase;

/* Notes that @rule is broken: the first time says it all. */
void rs_test_case_fail (RsTestCase *self, const char *rule, const char *format, ...)
  G_GNUC_PRINTF (3, 4);

gboolean rs_test_is_datum (const RsFrame *frame, RsDatum datum);
const RsFramePoint *rs_test_get_point (const RsFrame *frame, RsDatum datum);

/* Whether all texts can be read (scene-texts.c). */
void rs_test_check_texts (RsTestCase *self, const RsScene *scene);

/* Ticks, and what stands on the axis that they tell (scene-axes.c). */
void rs_test_check_axes (RsTestCase *self);
void rs_test_check_bar_lengths (RsTestCase *self);

/* Draws @model at the size of @options. Returns: the rules that are broken, one a line; "" where
 * none is. (transfer full) */
char *rs_test_check_figure (const RsRandomModel *model, const RsFigureOptions *options);

G_END_DECLS
