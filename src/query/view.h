/* SPDX-License-Identifier: GPL-3.0-or-later
 * A view: one question to a dataset, as plain JSON. */
#pragma once

#include <json-glib/json-glib.h>

#include "dataset/dataset.h"

G_BEGIN_DECLS

#define RS_QUERY_ERROR (rs_query_error_quark ())
GQuark rs_query_error_quark (void);

typedef enum
{
  RS_QUERY_ERROR_SYNTAX, /* a view or board file that is not one; the message has file and JSON
                            pointer */
  RS_QUERY_ERROR_UNKNOWN_DIMENSION,
  RS_QUERY_ERROR_UNKNOWN_CATEGORY,
  RS_QUERY_ERROR_UNSUITABLE, /* this chart kind cannot show these indicators honestly; the message
                                says why */
} RsQueryError;

/* The one choice that all pages share. */
typedef struct
{
  char *region; /* (nullable): category id in the geo dimension; NULL where the dataset has none */
  int year;     /* 0 where the dataset has no time */
} RsSelection;

void rs_selection_clear (RsSelection *self);
void rs_selection_copy (RsSelection *to, const RsSelection *from);
gboolean rs_selection_equal (const RsSelection *a, const RsSelection *b);

/**
 * rs_selection_init_default:
 *
 * The region with the most figures below the root of the tree where the dataset brings a board,
 * else the root if it has figures, else the first region that has; the last year with a figure for
 * it. In the embedded data: Chongqing and the last year that `new_urban_jobs` has a figure for
 * (extension.renshe.selection may state both; it wins).
 */
void rs_selection_init_default (RsSelection *self, const RsDataset *dataset);

/* Moves the choice to what @dataset has: keeps the region id and year where it has them, else the
 * default. */
void rs_selection_adapt (RsSelection *self, const RsDataset *dataset);

typedef enum
{
  RS_CHART_AUTO,      /* by the nature of the indicators */
  RS_CHART_COLUMNS,   /* one column a period, from zero, targets as ticks */
  RS_CHART_LINES,     /* one line a measure over time, joined only where that is legal */
  RS_CHART_BARS,      /* one bar an indicator in the chosen year, tick: the year before */
  RS_CHART_YEARS,     /* months along the axis, one line a year, the chosen one stands out */
  RS_CHART_FIGURES,   /* no axes: a list of numbers, grouped */
  RS_CHART_STACKED,   /* parts of a whole, one column a period */
  RS_CHART_AREAS,     /* one measure over time, filled from zero */
  RS_CHART_DOTS,      /* a dot a period, joined by nothing */
  RS_CHART_RANKED,    /* one bar a region in the chosen year, the longest first */
  RS_CHART_SLOPE,     /* two periods side by side, one line a region or measure */
  RS_CHART_DUMBBELL,  /* two periods on one axis, one row a region or measure */
  RS_CHART_BULLET,    /* value against target, one row a region or measure */
  RS_CHART_MULTIPLES, /* one small panel a region or measure */
  RS_CHART_HEAT,      /* regions (or measures) by periods, shaded */
  RS_CHART_TILES,     /* one square a region, placed like the map, shaded */
  RS_CHART_SPARKLINE, /* a line without axes, for a row of text */
} RsChartKind;

#define RS_N_CHART_KINDS 17

/* Which regions a view shows that names none. */
typedef enum
{
  RS_SCOPE_AUTO,     /* SELECTED; PEERS for kinds that compare regions */
  RS_SCOPE_SELECTED, /* the selected region */
  RS_SCOPE_PEERS,    /* the regions at the depth of the selected one; of a root: its children */
  RS_SCOPE_CHILDREN, /* the children of the selected region */
} RsScope;

#define RS_N_SCOPES 4

const char *rs_scope_to_string (RsScope scope); /* `auto`, `selected`… */
gboolean rs_scope_from_string (const char *text, RsScope *out_scope);

const char *rs_chart_kind_to_string (RsChartKind kind); /* `auto`, `columns`… */
gboolean rs_chart_kind_from_string (const char *text, RsChartKind *out_kind);
/* "auto, columns, …", for messages. (transfer full) */
char *rs_chart_kind_list_names (void);
const char *rs_chart_kind_get_label (RsChartKind kind, RsLanguage language);
/* Whether the kind draws the chosen period, or two that are compared, out of the window; the others
 * draw all of it. FALSE for AUTO. */
gboolean rs_chart_kind_shows_one_period (RsChartKind kind);

typedef struct
{
  char *id;          /* (nullable): unique in its board; names files */
  RsText title;      /* empty: from the indicators */
  RsText subtitle;   /* what is measured; empty: the unit. Region and period always follow it */
  RsText note;       /* shown above the source */
  char **indicators; /* (nullable): ids in the metric dimension; NULL: all (FIGURES), or the dataset
                        has no metric */
  char **regions;    /* (nullable): ids in the geo dimension; NULL: the selected region */
  int year;          /* 0: the selected year */
  char *from; /* (nullable): first period id or year; NULL: by last_n, else from the first figure or
                 target */
  char *to;   /* (nullable): last. A selected year outside stated ends moves to the nearer end */
  guint last_n;      /* 0: all; else a window of this many periods (of the time dimension, by the
                      * calendar) that ends with the last      figure or target, moved back where that is
                      * needed to hold the selected year */
  GHashTable *fixed; /* (nullable): dimension id → category id, for dimensions that are not time,
                      * geo or metric. Missing: the total (a category that has children, or is
                      * called total), else the first */
  RsChartKind kind;
  char *headline; /* (nullable): indicator whose number is shown large; NULL: the first with a
                     figure in the year */
  char **goals;   /* (nullable): indicators whose targets of the year after are listed (FIGURES) */
  gboolean show_targets;
  gboolean from_zero; /* lines: start at zero even where they need not */
  RsScope scope;      /* which regions, where `regions` is NULL */
  gboolean log_scale; /* lines, dots and multiples: equal ratios are equal distances */
} RsView;

/* (transfer full): empty, targets shown. */
RsView *rs_view_new (void);
RsView *rs_view_copy (const RsView *self);
void rs_view_free (RsView *self);
gboolean rs_view_equal (const RsView *a, const RsView *b);

/**
 * rs_view_from_json:
 * @pointer: where @node stands, for messages
 * @error: %RS_QUERY_ERROR_SYNTAX: unknown members are refused by name, so that a typing error is
 * not silently another view
 *
 * Returns: (transfer full) (nullable): the view.
 */
RsView *rs_view_from_json (JsonNode *node, const char *name, const char *pointer, GError **error);

/* (transfer full): members that are at their default are left out; members in a fixed order. */
JsonNode *rs_view_to_json (const RsView *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RsView, rs_view_free)

G_END_DECLS
