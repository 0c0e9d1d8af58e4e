/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is made of a frame at one size: scene, picture, overlay, and the heights asked for. */
#define G_LOG_DOMAIN "renshe-widget"

#include "config.h"

#include "widget/figure-cache.h"

#include <math.h>

#include "widget/chart-paint.h"
#include "widget/engine.h"

static RsTextMetrics *
get_metrics (void)
{
  return rs_text_engine_get_metrics (rs_widget_get_text_engine ());
}

static void
drop_scene (RsFigureCache *self)
{
  g_clear_pointer (&self->overlay, rs_scene_unref);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->scene, rs_scene_unref);
}

void
rs_figure_cache_invalidate (RsFigureCache *self)
{
  drop_scene (self);
  self->n_heights = 0;
  self->next_height = 0;
}

void
rs_figure_cache_clear (RsFigureCache *self)
{
  rs_figure_cache_invalidate (self);
  g_clear_pointer (&self->frame, rs_frame_unref);
}

void
rs_figure_cache_get_options (const RsFigureCache *self,
                             int width,
                             int height,
                             RsFigureOptions *out_options)
{
  *out_options = (RsFigureOptions){
    .width_px = width,
    .height_px = height,
    .text_scale = self->text_scale,
    .type_mode = self->type_mode,
    .parts = self->parts,
    .theme = self->theme,
  };
}

RsScene *
rs_figure_cache_get_scene (RsFigureCache *self, int width, int height)
{
  RsFigureOptions options;

  if (self->frame == NULL || self->theme == NULL || width <= 0 || height <= 0)
    return NULL;
  if (self->scene != NULL && self->width == width && self->height == height)
    return self->scene;
  drop_scene (self);
  rs_figure_cache_get_options (self, width, height, &options);
  self->scene = rs_figure_new (self->frame, &options, get_metrics ());
  self->width = width;
  self->height = height;
  return self->scene;
}

GskRenderNode *
rs_figure_cache_get_node (RsFigureCache *self, int scale)
{
  if (self->scene == NULL)
    return NULL;
  if (self->node == NULL || self->node_scale != scale)
    {
      g_clear_pointer (&self->node, gsk_render_node_unref);
      self->node = rs_chart_paint_node (self->scene, scale);
      self->n_painted++;
      self->node_scale = scale;
    }
  return self->node;
}

RsScene *
rs_figure_cache_get_overlay (RsFigureCache *self, RsDatum datum)
{
  RsFigureOptions options;

  if (self->scene == NULL)
    return NULL;
  if (self->overlay != NULL && self->overlay_datum.series == datum.series &&
      self->overlay_datum.point == datum.point)
    return self->overlay;
  g_clear_pointer (&self->overlay, rs_scene_unref);
  rs_figure_cache_get_options (self, self->width, self->height, &options);
  self->overlay = rs_figure_overlay (self->scene, self->frame, datum, &options, get_metrics ());
  self->overlay_datum = datum;
  return self->overlay;
}

int
rs_figure_cache_get_natural_height (RsFigureCache *self, int width)
{
  RsFigureOptions options;
  double height = 0.0;
  guint slot = 0;

  if (self->frame == NULL || self->theme == NULL || width <= 0)
    return 0;
  for (guint i = 0; i < self->n_heights; i++)
    if (self->heights[i].width == width)
      return self->heights[i].height;
  rs_figure_cache_get_options (self, width, 0, &options);
  height = ceil (rs_figure_get_natural_height (self->frame, &options, get_metrics ()));
  slot = self->next_height;
  self->heights[slot].width = width;
  self->heights[slot].height = (int) CLAMP (height, 0.0, G_MAXSHORT);
  self->n_heights = MIN (self->n_heights + 1, RS_FIGURE_CACHE_N_HEIGHTS);
  self->next_height = (slot + 1) % RS_FIGURE_CACHE_N_HEIGHTS;
  return self->heights[slot].height;
}
