/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is made of a frame at one size: scene, picture, overlay, and the heights asked for. */
#pragma once

#include <gtk/gtk.h>

#include "chart/chart.h"

G_BEGIN_DECLS

/* GTK asks for the height at a few widths in turn, and each answer lays out texts. */
#define RS_FIGURE_CACHE_N_HEIGHTS 4

/* Zeroed to begin with. The first group is the question; after a change of it call
 * rs_figure_cache_invalidate(). */
typedef struct
{
  RsFrame *frame; /* (nullable) (owned) */
  RsFigureParts parts;
  RsTypeMode type_mode;
  const RsTheme *theme; /* (nullable) */
  double text_scale;

  RsScene *scene; /* (nullable) (owned): at width × height */
  int width;
  int height;
  GskRenderNode *node; /* (nullable) (owned): the scene painted at node_scale */
  int node_scale;
  guint n_painted;  /* how often the picture was painted, for tests */
  RsScene *overlay; /* (nullable) (owned): of overlay_datum */
  RsDatum overlay_datum;
  struct
  {
    int width;
    int height;
  } heights[RS_FIGURE_CACHE_N_HEIGHTS]; /* a ring */
  guint n_heights;
  guint next_height;
} RsFigureCache;

/* Forgets all that was made, and keeps the question. */
void rs_figure_cache_invalidate (RsFigureCache *self);
void rs_figure_cache_clear (RsFigureCache *self);

void rs_figure_cache_get_options (const RsFigureCache *self,
                                  int width,
                                  int height,
                                  RsFigureOptions *out_options);

/* The same pointer for the same size; NULL without a frame, theme or size. (transfer none) */
RsScene *rs_figure_cache_get_scene (RsFigureCache *self, int width, int height);

/* Of the present scene; NULL without one. @scale: device pixels a px. (transfer none) */
GskRenderNode *rs_figure_cache_get_node (RsFigureCache *self, int scale);
RsScene *rs_figure_cache_get_overlay (RsFigureCache *self, RsDatum datum);

/* Height at which the figure is well proportioned; 0 without a frame or theme. */
int rs_figure_cache_get_natural_height (RsFigureCache *self, int width);

G_END_DECLS
