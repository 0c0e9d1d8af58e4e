/* SPDX-License-Identifier: GPL-3.0-or-later
 * Colours by role, strokes and the type scale, as a value (resources/themes/NAME.json). */
#pragma once

#include <glib.h>

#include "base/diagnostics.h"

G_BEGIN_DECLS

typedef struct
{
  double red; /* 0 to 1, sRGB */
  double green;
  double blue;
  double alpha;
} RsColor;

#define RS_N_SERIES_COLORS 6
#define RS_N_RANGE_COLORS 3

typedef struct
{
  char *id;
  gboolean dark;
  RsColor ground, card, border;
  RsColor text, secondary;
  RsColor grid, axis;
  RsColor series[RS_N_SERIES_COLORS];
  RsColor series_text[RS_N_SERIES_COLORS]; /* the same hues, as far towards `text` as 4.5:1 on the
                                              card needs: for labels */
  RsColor tint;                            /* not chosen, and the year before: a pale first series
                                              colour */
  RsColor context;                         /* grey lines behind the chosen one */
  RsColor target;                          /* target ticks and their words */
  RsColor good, good_ground, adverse, adverse_ground, neutral, neutral_ground;
  RsColor focus;
  RsColor ramp[2];                   /* of shaded cells: for the smallest figure, for the largest */
  RsColor ranges[RS_N_RANGE_COLORS]; /* grounds behind a bullet's bar, the strongest first */
  RsColor missing;                   /* ground of a cell without a figure */
  RsColor hatch;                     /* strokes on it */
  double stroke_px;                  /* of a series line */
  double hairline_px;
  double point_px; /* diameter */
} RsTheme;

/* Themes that are compiled in: `light`, `dark`, `high-contrast`, `high-contrast-dark`, `print`,
 * `greyscale`, `hall` and `hall-dark` for projectors. (transfer none) (nullable): lives for ever.
 */
const RsTheme *rs_theme_get (const char *id);
const char *const *rs_theme_list (void);

/* The theme for slides on a desktop with theme @id: stronger strokes and contrasts. Static. */
const char *rs_theme_get_hall_id (const char *id);

/* Parses a theme file; unknown and missing members are errors (RS_QUERY_ERROR_SYNTAX with JSON
 * pointer). (transfer full) */
RsTheme *rs_theme_from_bytes (const char *name, GBytes *bytes, GError **error);
void rs_theme_free (RsTheme *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RsTheme, rs_theme_free)

/**
 * rs_theme_get_ramp:
 * @share: 0 for the smallest figure, 1 for the largest
 *
 * One hue from pale to strong, for cells that are shaded by their figures; equal steps of @share
 * look like equal steps.
 */
RsColor rs_theme_get_ramp (const RsTheme *self, double share);

/* For text on @ground: the theme's text or card colour, whichever reads better there, and black or
 * white where neither has 4.5:1. */
RsColor rs_theme_get_text_on (const RsTheme *self, RsColor ground);

/* WCAG 2.2 contrast ratio of two opaque colours. */
double rs_color_contrast (RsColor a, RsColor b);

/* Sizes in px at 96 dpi and text scale 1. */
typedef struct
{
  double title, subtitle, value, value_unit, label, tick, source, chip;
  double padding, gap;
  double stroke_scale; /* multiplies strokes and points of the theme */
} RsTypeScale;

typedef enum
{
  RS_TYPE_DESK, /* cards on screen */
  RS_TYPE_PAGE, /* one chart large, and exports */
  RS_TYPE_HALL, /* slides: sizes at 1080 lines, scaled with the height */
} RsTypeMode;

/* @height_px only matters for HALL. */
RsTypeScale rs_type_scale_get (RsTypeMode mode, double text_scale, double height_px);

G_END_DECLS
