/* SPDX-License-Identifier: GPL-3.0-or-later
 * Invented measures of a made-up region, as few or as odd as a test needs them. */
#pragma once

#include "figure-fixture.h"

G_BEGIN_DECLS

#define RS_TEST_NONE ((double) NAN)
#define RS_TEST_FIRST_YEAR 2015

typedef struct
{
  guint n;       /* measures: ids i0, i1, … */
  guint n_years; /* from RS_TEST_FIRST_YEAR on */
  /* (array length=n × n_years): RS_TEST_NONE is missing */
  const double *values;
  /* (nullable) (array length=n × n_years): status letters; NULL none; "†": derived; ">": the value
   * is only a bound */
  const char *const *statuses;
  const char *const *labels; /* (nullable) (array length=n) */
  RsNature nature;           /* UNKNOWN: a stock */
  gboolean parts;            /* one more measure, `all`, is the whole of the others */
  const double *totals;      /* (nullable) (array length=n_years): figures of the whole */
  const char *total_status;  /* (nullable): of all of these */
  gboolean foreign_totals;   /* … from a publication that nothing else is from */
  const double *targets;     /* (nullable) (array length=n_years): at least, of i0 */
  const char *updated;       /* (nullable): when it was published */
  int break_before;          /* index of the year before which all series break; 0: none */
} RsInvented;

/* (transfer full) */
RsDataset *rs_test_invent (const RsInvented *what);

/* "i0","i1",… as the indicators of a view of @kind; @more: further members. (transfer full) */
char *rs_test_view_of (guint n, const char *kind, const char *more);

/* Draws it at many sizes, text scales, in all themes and both languages: always tidy, and every
 * stop is of a datum of the frame and lies in the picture. */
void
rs_test_assert_tidy_everywhere (RsDataset *dataset, const char *view, int year, const char *what);

G_END_DECLS
