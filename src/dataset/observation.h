/* SPDX-License-Identifier: GPL-3.0-or-later
 * One cell, and all that is known about its number. */
#pragma once

#include "base/language.h"

G_BEGIN_DECLS

/* Why a cell holds no number. Zero is a number and never a reason. */
typedef enum
{
  RS_REASON_NONE,           /* there is a number */
  RS_REASON_MISSING,        /* the dataset has none, without saying why */
  RS_REASON_NOT_APPLICABLE, /* cannot exist */
  RS_REASON_CONFIDENTIAL,   /* withheld */
  RS_REASON_LESS_THAN_HALF, /* less than half a unit */
  RS_REASON_NOT_YET,        /* not published yet */
  RS_REASON_BOUND,          /* only a bound is published ("over 95 %"); see the passport */
  RS_REASON_TEXT,           /* the publisher wrote a text */
} RsReason;

/* Full sentence for people in the language of the picture. (transfer none) */
const char *rs_reason_describe (RsReason reason, RsLanguage language);
/* `missing`, `bound`, …: for JSON; NULL for NONE. */
const char *rs_reason_to_string (RsReason reason);

/* Status flags (SDMX CL_OBS_STATUS, and the letters of Eurostat and NBS that mean the same), as a
 * set. */
typedef enum
{
  RS_FLAG_NONE = 0,
  RS_FLAG_BREAK = 1 << 0,           /* b */
  RS_FLAG_PROVISIONAL = 1 << 1,     /* p */
  RS_FLAG_ESTIMATED = 1 << 2,       /* e */
  RS_FLAG_IMPUTED = 1 << 3,         /* i */
  RS_FLAG_FORECAST = 1 << 4,        /* f */
  RS_FLAG_UNRELIABLE = 1 << 5,      /* u */
  RS_FLAG_DEFINITION = 1 << 6,      /* d: definition differs */
  RS_FLAG_REVISED = 1 << 7,         /* r */
  RS_FLAG_MISSING = 1 << 8,         /* m, o, h, l, :, .., … */
  RS_FLAG_CONFIDENTIAL = 1 << 9,    /* c, q */
  RS_FLAG_NOT_APPLICABLE = 1 << 10, /* z, M */
  RS_FLAG_DERIVED = 1 << 11,        /* † : extension.renshe kind */
  RS_FLAG_APPROXIMATE = 1 << 12,    /* ≈ : published as "about" */
  RS_FLAG_OTHER = 1 << 13,          /* a status text that we do not know; shown as it stands */
} RsFlags;

/* Flags of a JSON-stat status text such as `p`, `bp`, `b,e`, `:c`. Words and unknown letters give
 * %RS_FLAG_OTHER, our own
 * `>` gives none. observation.c has the table. */
RsFlags rs_flags_from_status (const char *status);

/* The one flag to draw, by the hierarchy of SDMX: a break outranks all (chart-rules R40). */
RsFlags rs_flags_get_first (RsFlags flags);

/* Printed mark of one flag: `p`, `b`, `†`; static. */
const char *rs_flag_get_mark (RsFlags flag);
/* What it means: "provisional". (transfer none) */
const char *rs_flag_describe (RsFlags flag, RsLanguage language);

typedef enum
{
  RS_KIND_UNSTATED, /* the dataset does not say */
  RS_KIND_PUBLISHED,
  RS_KIND_DERIVED, /* plain arithmetic on published numbers; the formula is in the passport */
  RS_KIND_BOUND,   /* "more than …": no point */
} RsKind;

const char *rs_kind_to_string (RsKind kind); /* `published`…; "" for unstated */
gboolean rs_kind_from_string (const char *text, RsKind *out_kind);

/* A second figure for the same cell, kept for the record and never drawn. */
typedef struct
{
  double value;
  RsKind kind;
  int source;    /* index into the dataset's sources; -1 for none */
  char *formula; /* (nullable) */
  RsText note;
  gboolean previous; /* what the same publisher gave before he revised it */
} RsAlternate;

/* What a dataset knows about one number beyond JSON-stat. */
typedef struct
{
  RsKind kind;
  int source;    /* index into the dataset's sources; -1 for none */
  char *formula; /* (nullable) "2494-124" */
  RsText note;
  gboolean approximate; /* published as "about"; the value is kept, ≈ is printed before it */
  gboolean has_bound;
  double bound; /* the value is more than this */
  gboolean has_growth;
  double
    growth; /* percent on the year before, as published with the figure: what the papers print */
  gboolean has_difference;
  double difference; /* on the year before, as published with the figure: in the stored unit, points
                        for rates */
  RsAlternate *alternates; /* (nullable) (array length=n_alternates) */
  guint n_alternates;
} RsPassport;

/* A publication that figures come from. */
typedef struct
{
  char *id;
  char *title;
  char *publisher; /* (nullable) */
  char *href;      /* (nullable): address as found; never fetched */
} RsSource;

G_END_DECLS
