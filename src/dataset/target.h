/* SPDX-License-Identifier: GPL-3.0-or-later
 * A target: a rule for one indicator, region and period. */
#pragma once

#include "base/language.h"

G_BEGIN_DECLS

typedef enum
{
  RS_OPERATOR_AT_LEAST, /* ≥, "more than", 以上 */
  RS_OPERATOR_AT_MOST,  /* ≤, "within", 以内 */
  RS_OPERATOR_ABOUT,    /* ≈, "about", 左右 */
} RsOperator;

/* `>=`, `<=`, `~`: in files. */
const char *rs_operator_to_string (RsOperator op);
gboolean rs_operator_from_string (const char *text, RsOperator *out_op);
/* `≥`, `≤`, `≈`: on charts; static. */
const char *rs_operator_get_sign (RsOperator op);

typedef struct
{
  guint indicator; /* positions in the dataset's dimensions */
  guint region;
  guint period;
  RsOperator op;
  gboolean operator_inferred; /* the source gives a number and no operator */
  double value;               /* in the unit of the indicator */
  gboolean derived;           /* computed from a published share: drawn dashed, marked † */
  gboolean provisional;
  int source; /* index into the dataset's sources; -1 for none */
  RsText note;
} RsTarget;

/* Where a series breaks: nothing is compared or joined between the two periods. */
typedef struct
{
  guint indicator;
  int region;   /* -1: all regions */
  guint before; /* last period of the old series */
  guint after;  /* first period of the new one */
  int source;   /* -1 for none */
  RsText note;
} RsBreak;

G_END_DECLS
