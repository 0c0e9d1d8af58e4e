/* SPDX-License-Identifier: GPL-3.0-or-later
 * The table twin: exactly what a frame draws, as cells of text. */
#pragma once

#include "query/frame.h"

G_BEGIN_DECLS

typedef enum
{
  RS_TABLE_FOR_PEOPLE, /* display units, grouping, marks */
  RS_TABLE_FOR_FILES,  /* stored units, full precision, one column a fact: for CSV and TSV */
} RsTableStyle;

typedef struct
{
  char **cells;    /* (array length=n_columns) */
  int series;      /* which datum the row stands for; -1 for none, as that of a goal */
  int point;       /* -1: the series is listed without a figure */
  int goal;        /* which goal of the frame the row stands for; -1 for none */
  RsPeriod period; /* of type NONE where the rows have no time */
} RsTableRow;

typedef struct
{
  char **headers;    /* (array length=n_columns) */
  gboolean *numeric; /* (array length=n_columns): right-aligned, tabular figures */
  guint n_columns;
  RsTableRow *rows;
  guint n_rows;
} RsTable;

/**
 * rs_table_new:
 *
 * One row an observation with a figure, a bound or a target (and a row for each gap inside a
 * series: honest holes), then one for each goal that a list of figures ends with; FIGURES and BARS
 * have a row for each series that they list, with or without a figure. Columns: indicator, region,
 * period, value, unit, status, change, target, verdict, source, target's source, note; FOR_FILES
 * adds ids, kind and formula, and what the number under "Change" is: its unit, the growth in
 * percent, and which of the two is published; status and verdict are words in the frame's language,
 * and codes in columns of their own.
 *
 * Returns: (transfer full): the table; equal cell set with what the chart of @frame draws.
 */
RsTable *rs_table_new (const RsFrame *frame, RsTableStyle style);
void rs_table_free (RsTable *self);

/* CSV (RFC 4180, CRLF, UTF-8; @bom for Excel) or TSV; cells that a spreadsheet would run as a
 * formula are made text. (transfer full) */
char *rs_table_to_csv (const RsTable *self, char delimiter, gboolean bom);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RsTable, rs_table_free)

G_END_DECLS
