/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a row of a bullet chart says and shows. */
#pragma once

#include "chart/marks/rows.h"

G_BEGIN_DECLS

typedef struct
{
  guint index;
  const RsSeries *series;
  const RsFramePoint *point; /* (nullable) */
  RsDatum datum;
  gboolean has_value, is_bound;
  double value;
  double before;          /* the year before; NaN where the two do not compare */
  const RsTarget *target; /* (nullable) */
  char *value_text;       /* (owned) */
  char *target_text;      /* (owned): "≥ 60 (2022)" or "" */
  char *verdict_text;     /* (owned) */
} RsBulletItem;

/* @with_unit: in the words of prose, where the rows differ in their units. */
RsBulletItem rs_bullet_item_get (const RsDrawing *drawing, guint index, gboolean with_unit);
void rs_bullet_item_clear (RsBulletItem *self);

/* Shares of a target mean something where it is an amount to be reached (R38). */
gboolean rs_bullet_has_ranges (const RsFrame *frame, const RsBulletItem *item);

/* From zero (R8), with all that the rows draw, their targets above all (R11). */
void rs_bullet_init_axis (
  const RsDrawing *drawing, RsRowAxis *axis, const guint *series, guint n, double room_px);

G_END_DECLS
