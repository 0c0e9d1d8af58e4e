/* SPDX-License-Identifier: GPL-3.0-or-later
 * Scenes as render nodes. */
#define G_LOG_DOMAIN "renshe-widget"

#include "config.h"

#include "widget/chart-paint.h"

#include <math.h>

#include "render/painter.h"
#include "widget/engine.h"

/* What cairo can hold in an image; beyond it the scene is painted at every frame. */
#define IMAGE_MAX_PX 32767

static GskRenderNode *
make_cairo_node (const RsScene *scene, const graphene_rect_t *bounds, int scale)
{
  GskRenderNode *node = gsk_cairo_node_new (bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  rs_painter_paint (scene, cr, rs_widget_get_text_engine (), scale);
  cairo_destroy (cr);
  return node;
}

/* (transfer full) (nullable): @scene in device pixels; NULL where there is no room for it. */
static cairo_surface_t *
paint_image (const RsScene *scene, int width, int height, int scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  rs_painter_paint (scene, cr, rs_widget_get_text_engine (), scale);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    return surface;
  cairo_surface_destroy (surface);
  return NULL;
}

/* The graphics card keeps a texture. @surface: (transfer full) */
static GskRenderNode *
make_texture_node (cairo_surface_t *surface, const graphene_rect_t *bounds)
{
  const int width = cairo_image_surface_get_width (surface);
  const int height = cairo_image_surface_get_height (surface);
  const gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes =
    g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height,
                                (GDestroyNotify) cairo_surface_destroy, surface);
  g_autoptr (GdkTexture) texture =
    gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);

  return gsk_texture_node_new (texture, bounds);
}

/* Without a graphics card every frame would copy and convert all of every texture, however small
 * the part of the window that has changed. Of an image that cairo knows it takes what it needs.
 * @surface: (transfer full) */
static GskRenderNode *
make_image_node (cairo_surface_t *surface, const graphene_rect_t *bounds, int scale)
{
  GskRenderNode *node = gsk_cairo_node_new (bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  cairo_surface_set_device_scale (surface, scale, scale);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return node;
}

GskRenderNode *
rs_chart_paint_node (const RsScene *scene, int scale)
{
  const double width = ceil (rs_scene_get_width (scene) * scale);
  const double height = ceil (rs_scene_get_height (scene) * scale);
  cairo_surface_t *surface = NULL;
  graphene_rect_t bounds;

  g_return_val_if_fail (scale > 0, NULL);

  graphene_rect_init (&bounds, 0, 0, (float) (width / scale), (float) (height / scale));
  if (width >= 1.0 && height >= 1.0 && width <= IMAGE_MAX_PX && height <= IMAGE_MAX_PX)
    surface = paint_image (scene, (int) width, (int) height, scale);
  if (surface == NULL)
    return make_cairo_node (scene, &bounds, scale);
  if (rs_widget_is_drawn_by_cairo ())
    return make_image_node (surface, &bounds, scale);
  return make_texture_node (surface, &bounds);
}

/* Ink of all marks with their strokes; FALSE where there is none. */
static gboolean
get_ink (const RsScene *scene, graphene_rect_t *out_ink)
{
  gboolean any = FALSE;
  graphene_rect_t page;

  for (guint i = 0; i < rs_scene_get_n_marks (scene); i++)
    {
      const RsMark *mark = rs_scene_get_mark (scene, i);
      /* Miters and antialiasing reach a little farther than half a stroke. */
      const double reach = (mark->has_stroke ? mark->stroke_px : 0.0) + 2.0;
      graphene_rect_t one;

      if (mark->type == RS_MARK_CLIP || mark->type == RS_MARK_UNCLIP)
        continue;
      graphene_rect_init (&one, (float) (mark->bounds.x - reach), (float) (mark->bounds.y - reach),
                          (float) (mark->bounds.width + 2 * reach),
                          (float) (mark->bounds.height + 2 * reach));
      if (any)
        graphene_rect_union (out_ink, &one, out_ink);
      else
        *out_ink = one;
      any = TRUE;
    }
  if (!any)
    return FALSE;
  graphene_rect_init (&page, 0, 0, (float) rs_scene_get_width (scene),
                      (float) rs_scene_get_height (scene));
  graphene_rect_round_extents (out_ink, out_ink);
  return graphene_rect_intersection (out_ink, &page, out_ink);
}

void
rs_chart_paint_snapshot (const RsScene *scene, GtkSnapshot *snapshot, int scale)
{
  graphene_rect_t ink;
  GskRenderNode *node = NULL;

  if (!get_ink (scene, &ink))
    return;
  node = make_cairo_node (scene, &ink, scale);
  gtk_snapshot_append_node (snapshot, node);
  gsk_render_node_unref (node);
}
