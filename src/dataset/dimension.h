/* SPDX-License-Identifier: GPL-3.0-or-later
 * A dimension of a dataset and its categories (JSON-stat words). Immutable once the dataset is
 * made. */
#pragma once

#include "base/geometry.h"
#include "base/language.h"
#include "base/number.h"
#include "base/period.h"

G_BEGIN_DECLS

typedef enum
{
  RS_ROLE_NONE,
  RS_ROLE_TIME,
  RS_ROLE_GEO,
  RS_ROLE_METRIC,
} RsRole;

/* `time`, `geo`, `metric`, `null`. */
const char *rs_role_to_string (RsRole role);

/* What a measure is, which decides how it may be drawn and compared. */
typedef enum
{
  RS_NATURE_UNKNOWN,
  RS_NATURE_FLOW,            /* counted over its period: new urban jobs of a year */
  RS_NATURE_FLOW_CUMULATIVE, /* counted since 1 January; starts anew each January */
  RS_NATURE_STOCK,           /* counted at the end of its period */
  RS_NATURE_RATE,            /* percent; never summed; differences are percentage points */
  RS_NATURE_GROWTH,          /* percent change, itself not a level */
} RsNature;

const char *rs_nature_to_string (RsNature nature); /* `flow`, `flow_cumulative`, … `` for unknown */
RsNature rs_nature_from_string (const char *text); /* (nullable) text */

/* JSON-stat `category.unit`. */
typedef struct
{
  gboolean present;
  RsText label;          /* "10,000 persons", "万人"; may be empty */
  char *symbol;          /* (nullable) */
  gboolean symbol_first; /* position: start */
  int decimals;          /* -1 where not given */
  char *base;   /* (nullable) "persons", "yuan", "percent", "cases"; what rs_display_unit_choose()
                   scales */
  int exponent; /* power of ten of the stored unit; 0 unless given */
  RsText base_label; /* "persons", "人" */
} RsUnit;

/* First and last day that a region existed as it is now; open where empty. ISO 8601 dates or years,
 * as given. */
typedef struct
{
  char *from; /* (nullable) */
  char *to;   /* (nullable) */
} RsValidity;

/* Largest column and row of a place on the tile map. */
#define RS_TILE_MAX 99

typedef struct
{
  char *id;
  RsText label;
  char **notes; /* (nullable) (array zero-terminated=1): plain text as in the file; never markup */
  RsUnit unit;
  RsPeriod period; /* type NONE outside time dimensions and where the id and label are no period */
  RsNature nature; /* extension.renshe */
  RsText definition; /* extension.renshe */
  RsText group;      /* extension.renshe: "Employment", "就业" */
  RsText
    remark; /* extension.renshe: a short remark in both languages ("abolished in November 2025") */
  char *family; /* (nullable) extension.renshe: measures of one family are cousins that must not be
                   joined */
  char *pinyin; /* (nullable) extension.renshe: "chong qing" */
  RsValidity validity; /* extension.renshe */
  char **successors;   /* (nullable) extension.renshe: ids of what replaced the region */
  gboolean has_coordinates;
  double longitude;
  double latitude;
  gboolean has_tile; /* extension.renshe: a place on the tile map */
  int tile_column;   /* from the left and the top, from 0 to RS_TILE_MAX */
  int tile_row;
  guint *children; /* (nullable) (array length=n_children): positions, in file order */
  guint n_children;
  guint n_parents;
  guint first_parent; /* position; meaningless where n_parents is 0 */
} RsCategory;

typedef struct
{
  char *id;
  RsText label;
  RsRole role;
  gboolean role_guessed;  /* the file does not declare it; for presentation only */
  char **notes;           /* (nullable) */
  RsCategory *categories; /* (array length=n_categories): by position */
  guint n_categories;
  GHashTable *positions; /* id → GUINT_TO_POINTER (position + 1) */
  guint *chronological;  /* (nullable) for time: positions ordered by period; else NULL */
} RsDimension;

/**
 * rs_dimension_find:
 * @id: a category id
 *
 * Returns: its position, or -1.
 */
int rs_dimension_find (const RsDimension *self, const char *id);

/* Whether the time dimension (or any of its categories) has periods finer than a year. */
gboolean rs_dimension_has_subyear_periods (const RsDimension *self);

/* Position of the only parent of @category, or of its first one, or -1 for a root. */
int rs_dimension_get_parent (const RsDimension *self, guint category);

G_END_DECLS
