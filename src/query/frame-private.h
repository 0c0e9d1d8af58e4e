/* SPDX-License-Identifier: GPL-3.0-or-later
 * A frame from inside, for the files that fill it in. */
#pragma once

#include "query/frame.h"
#include "query/query-private.h"

G_BEGIN_DECLS

/* Where the chosen figure of a series stands among those of the others. */
typedef struct
{
  gboolean has_number;
  gboolean is_bound;
  double value; /* the number, or the bound; NaN: neither */
  RsPeriod period;
  RsFlags flags;
  RsObstacle obstacle; /* why it has no place */
  int own_break;       /* time position after the last break of this region alone; -1: none */
  gboolean whole;      /* others in the frame are parts of it */
  guint rank;          /* 0: none */
} RsRank;

struct _RsFrame
{
  RsDataset *dataset; /* (owned) */
  RsView *view;       /* (owned) */
  RsLanguage language;
  RsChartKind kind; /* never AUTO */
  int year;         /* 0: none */

  guint *fixed;      /* (owned) (array): a position for each dimension; metric, geo and time are
                        overwritten */
  guint *indicators; /* (owned) (array length=n_indicators) */
  guint n_indicators;
  guint *regions; /* (owned) (array length=n_regions) */
  guint n_regions;
  gboolean scoped; /* the regions are those of the scope, not named by the view */
  guint home;      /* the selected region, where the view shows it, else the first that it names;
                      G_MAXUINT: none, where regions are compared without the selected one */
  guint *window;   /* (owned) (array length=n_window): time positions, chronological; one 0 where
                      there is no time */
  guint n_window;
  gboolean window_cut; /* RS_FRAME_MAX_POINTS took away its beginning */

  GArray *series; /* (owned) (element-type RsSeries) */
  RsRank *ranks;  /* (owned) (array): one a series */
  guint n_ranked; /* how many have a place, bounds included */
  guint n_left_out;
  RsPeriod earlier;     /* what SLOPE and DUMBBELL set the chosen period against */
  RsDisplayUnit *units; /* (owned) (array): two a series: on its axis, and in prose */
  int headline_series;
  int headline_point;

  GArray *goals; /* (owned) (element-type const RsTarget *) */
  int goals_year;

  char *title; /* (owned) each */
  char *subtitle;
  char *region_label;
  char *empty_reason; /* (nullable) */

  GArray *sources;  /* (owned) (element-type guint) */
  GPtrArray *notes; /* (owned) (element-type utf8) */
  guint n_further;  /* remarks on other years that the notes only count */
  RsFlags flags;
};

static inline RsSeries *
rs_frame_peek_series (const RsFrame *self, guint i)
{
  return &g_array_index (self->series, RsSeries, i);
}

/* An empty frame that holds the question. (transfer full) */
RsFrame *rs_frame_new (const RsView *view, RsDataset *dataset, RsLanguage language);
/* Whether the view sets regions against each other by one indicator. */
gboolean rs_frame_compares_regions (const RsFrame *self);
/* The regions of the view's scope, in the order of the file. */
void rs_frame_resolve_scope (RsFrame *self, guint selected);
/* Leaves out regions of the scope that did not exist in the chosen year. */
void rs_frame_drop_regions (RsFrame *self);
/* Finds which chosen figures may be ranked; orders a RANKED frame. */
void rs_frame_rank (RsFrame *self);
/* The period that SLOPE and DUMBBELL set the chosen one against. */
void rs_frame_find_earlier (RsFrame *self);
/* Whether the indicators of the frame are parts of one whole, so that they may be stacked. */
gboolean rs_frame_has_parts (const RsFrame *self);

/* What the view and the selection ask for, as positions. */
gboolean rs_frame_resolve (RsFrame *self, const RsSelection *selection, GError **error);
/* The kind, by the nature of the indicators where the view leaves it open; an error where a kind
 * would mislead. */
gboolean rs_frame_choose_kind (RsFrame *self, GError **error);
/* The time positions of the picture. */
gboolean rs_frame_find_window (RsFrame *self, GError **error);
void rs_frame_make_series (RsFrame *self);
void rs_frame_make_goals (RsFrame *self);
void rs_frame_choose_units (RsFrame *self);
void rs_frame_make_labels (RsFrame *self);
void rs_frame_explain_emptiness (RsFrame *self);
void rs_frame_collect_sources (RsFrame *self);
void rs_frame_collect_notes (RsFrame *self);

/* Whether figures on both sides of the break are shown. */
gboolean rs_frame_shows_break (const RsFrame *self, const RsBreak *series_break);

guint64 rs_frame_get_cell (const RsFrame *self, guint indicator, guint region, guint position);
/* Whether the cell holds a figure, or the view shows a target for it. */
gboolean
rs_frame_has_something (const RsFrame *self, guint indicator, guint region, guint position);
const char *rs_frame_name_region (const RsFrame *self, guint region);
/* "29 regions" (transfer full) */
char *rs_frame_count_regions (const RsFrame *self, guint n);

/* "A, B and 3 others": at most @max of the texts (0: all), with @separator between them. (transfer
 * full) */
char *rs_query_join (RsLanguage language, GPtrArray *texts, const char *separator, guint max);
/* First and last period: "2019–2026", "2019—2026年". The dash between them is each language's own,
 * as the names of periods are. (transfer full) */
char *rs_query_join_periods (RsLanguage language, const char *from, const char *to);

/* Notes on parts that do not add up to their published total. (element-type utf8) */
void rs_frame_describe_parts (const RsFrame *self, GPtrArray *notes);

/* Remarks on the figures shown, the same on several as one: those that hold for the chosen year,
 * and the others, which are only counted where they are many. */
void rs_frame_describe_remarks (RsFrame *self, GPtrArray *chosen, GPtrArray *others);

/* Periods of points of one series, given by ascending index: "2012–2015, 2019". (transfer full) */
char *rs_frame_describe_points (const RsFrame *self, const RsSeries *series, const GArray *points);

/* The clauses of a note, parted by semicolons outside brackets. (transfer full) (element-type utf8)
 */
GPtrArray *rs_query_split_remark (const char *note);
/* A clause as a picture has it, which has little room: as rs_summary_word_remark(), but ids in
 * brackets give way to nothing, and of sources that only agree it has the number. (transfer full)
 */
char *rs_query_clean_remark (const RsDataset *dataset, const char *clause, RsLanguage language);
/* Whether all words of @text stand in @known_text, in whatever order. */
gboolean rs_query_only_repeats (const char *text, const char *known_text);
/* "96.5-3" as "96.5−3". (transfer full) */
char *rs_query_typeset_formula (const char *formula);

/* Between names in a sentence, and between titles that hold commas themselves. */
const char *rs_query_get_comma (RsLanguage language);
const char *rs_query_get_semicolon (RsLanguage language);

G_END_DECLS
