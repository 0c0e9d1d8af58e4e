/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the files of the columns share. */
#pragma once

#include "chart/marks/column.h"
#include "chart/marks/plot.h"

G_BEGIN_DECLS

/* How the label of a target is set, from the best to the narrowest. */
typedef enum
{
  RS_TARGET_PLAIN,       /* "≥ 60" */
  RS_TARGET_SMALLER,     /* the same in smaller type */
  RS_TARGET_STACKED,     /* the operator over the number */
  RS_TARGET_SMALL_STACK, /* the same in smaller type */
} RsTargetForm;

#define RS_N_TARGET_FORMS 4

typedef struct
{
  RsPlot *plot;
  double slot;       /* px of a period's share of one series */
  double width;      /* of a column */
  double gap;        /* between a column and its label */
  double widest;     /* widest label of a value */
  gboolean grouped;  /* several series side by side */
  RsTargetForm form; /* that all labels of targets have room in */
} RsColumns;

typedef struct
{
  RsDatum datum;
  const RsSeries *series;
  const RsFramePoint *point;
  guint in_panel; /* place of its series in the panel */
  double x;       /* middle */
  gboolean chosen;
  gboolean has_value;
  gboolean is_bound;
  double value;
  double top, bottom; /* px; equal where there is no column */
} RsColumn;

RsColumn rs_columns_get (const RsColumns *self, guint in_panel, guint i);
RsColumnLook rs_columns_get_look (const RsColumns *self, const RsColumn *column);

/* Whether no other column with a figure stands within @width_px around it. */
gboolean rs_columns_is_clear (const RsColumns *self, const RsColumn *column, double width_px);
/* Whether a label as wide as the widest has room between the columns left and right; side by side
 * in its own column's room, or where no other stands. */
gboolean rs_columns_has_room (const RsColumns *self, const RsColumn *column);
/* The number of a column over it. Returns: whether it found room. */
gboolean rs_columns_put_value (const RsColumns *self, const RsColumn *column);

void rs_columns_draw_target (const RsColumns *self, const RsColumn *column, const RsTarget *target);
/* The first form, from @form on, in which the label has room in its column. */
RsTargetForm rs_columns_find_form (const RsColumns *self,
                                   const RsColumn *column,
                                   const RsTarget *target,
                                   RsTargetForm form);
/* Operator and value at the tick. Returns: whether it found room. */
gboolean
rs_columns_put_target (const RsColumns *self, const RsColumn *column, const RsTarget *target);

G_END_DECLS
