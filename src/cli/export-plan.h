/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which charts one call of `renshe-cli export` makes. */
#pragma once

#include "dataset/catalog.h"
#include "query/board.h"

G_BEGIN_DECLS

/* Beyond this many combinations somebody has made a mistake. */
#define RS_EXPORT_MAX_CHARTS 100000

/* What the command line asks for; strings belong to it. */
typedef struct
{
  const char *dataset; /* (nullable): id or JSON pointer inside the file */
  const char *board;   /* (nullable): id or file */
  const char *view;    /* (nullable): id or file */
  char **indicators;   /* (nullable) */
  char **regions;      /* (nullable) */
  const char *from;    /* (nullable) */
  const char *to;      /* (nullable) */
  int year;            /* 0: the dataset's own choice */
  RsChartKind kind;
  RsScope scope; /* AUTO: what the view says */
  gboolean each_indicator;
  gboolean each_region;
  gboolean each_year;
} RsExportRequest;

/* One picture to make. */
typedef struct
{
  RsView *view; /* (owned) */
  RsSelection selection;
} RsExportItem;

typedef struct
{
  RsDataset *dataset; /* (owned) */
  GPtrArray *items;   /* of RsExportItem (owned) */
  gboolean many;      /* asked for in a way that makes a folder of files, however many there are */
  gboolean
    by_year; /* a chart without a figure in its year is left out, though others years have some */
} RsExportPlan;

/**
 * rs_export_plan_new:
 * @error: a #RsQueryError for what the dataset or the board lacks, or what loading a board gives
 *
 * Returns: (transfer full) (nullable): at least one item.
 */
RsExportPlan *
rs_export_plan_new (RsCatalog *catalog, const RsExportRequest *request, GError **error);
void rs_export_plan_free (RsExportPlan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RsExportPlan, rs_export_plan_free)

G_END_DECLS
