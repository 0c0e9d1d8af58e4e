/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the files of the table share. */
#pragma once

#include "query/frame.h"
#include "query/table.h"

G_BEGIN_DECLS

/* What a row stands for. */
typedef struct
{
  guint indicator;
  guint region;
  int series;                /* -1: a goal */
  const RsFramePoint *point; /* (nullable): a goal, or a series listed without a figure */
  guint p;                   /* index of @point */
  const RsTarget *target;    /* (nullable): of the point, or the goal */
  int position;              /* in time; -1 where nothing is known of the chosen year */
  int goal;                  /* -1: none */
  guint decimals;            /* the most that a number of the series has in this table */
} RsTableSubject;

/* Digits behind the point of a number as printed. */
guint rs_table_count_decimals (const char *number);

guint rs_table_count_columns (RsTableStyle style);
const char *rs_table_get_header (guint column, RsLanguage language);
gboolean rs_table_is_numeric (guint column, RsTableStyle style);

/* (transfer full): never NULL. */
char *rs_table_make_cell (const RsFrame *frame,
                          const RsTableSubject *subject,
                          guint column,
                          RsTableStyle style);

G_END_DECLS
