/* SPDX-License-Identifier: GPL-3.0-or-later
 * How large a text is: a function table, so that layout needs no font. */
#pragma once

#include "base/geometry.h"
#include "base/language.h"

G_BEGIN_DECLS

typedef enum
{
  RS_WEIGHT_NORMAL = 400,
  RS_WEIGHT_BOLD = 700,
  RS_WEIGHT_HEAVY = 800,
} RsWeight;

typedef struct
{
  double size_px;
  RsWeight weight;
  gboolean tabular; /* figures of equal width */
} RsFont;

typedef struct
{
  double width_px;
  double height_px;   /* of all lines */
  double baseline_px; /* of the first line, from the top */
  int n_lines;
} RsTextExtents;

typedef struct _RsTextMetrics RsTextMetrics;

struct _RsTextMetrics
{
  /* @max_width_px: wrap at this width (words, or anywhere in Chinese); ≤ 0: one line. @max_lines:
   * ellipsize after as many; 0: no limit. */
  void (*measure) (RsTextMetrics *self,
                   const char *text,
                   const RsFont *font,
                   RsLanguage language,
                   double max_width_px,
                   int max_lines,
                   RsTextExtents *out_extents);
};

static inline RsTextExtents
rs_text_metrics_measure (RsTextMetrics *self,
                         const char *text,
                         const RsFont *font,
                         RsLanguage language,
                         double max_width_px,
                         int max_lines)
{
  RsTextExtents extents = { 0 };

  self->measure (self, text, font, language, max_width_px, max_lines, &extents);
  return extents;
}

G_END_DECLS
