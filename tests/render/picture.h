/* SPDX-License-Identifier: GPL-3.0-or-later
 * Pictures in tests: scenes painted with the font that the tests bring along, and compared. */
#pragma once

#include "query/frame.h"
#include "render/painter.h"

G_BEGIN_DECLS

/* With the bundled font only. (transfer full) */
RsTextEngine *rs_picture_engine (void);

/* @scale device pixels a px; of @crop (nullable) only, a picture of its size in px. (transfer full)
 */
cairo_surface_t *
rs_picture_paint (const RsScene *scene, RsTextEngine *engine, double scale, const RsRect *crop);

/* The same marks with every length times @factor. (transfer full) */
RsScene *rs_picture_scale_scene (const RsScene *scene, RsTextEngine *engine, double factor);

typedef struct
{
  guint worst;  /* largest difference of a channel, 0 to 255 */
  double share; /* of pixels that differ by more than the tolerance */
  double mean;  /* difference of a channel */
} RsPictureDifference;

/* Both of the same size. */
RsPictureDifference rs_picture_compare (cairo_surface_t *a, cairo_surface_t *b, guint tolerance);

/* Every @n × @n pixels as one, so that what is anti-aliased otherwise compares. (transfer full) */
cairo_surface_t *rs_picture_shrink (cairo_surface_t *surface, int n);

/* The frame of a view (JSON) on region A of @dataset; NULL where the kind does not suit it.
 * (transfer full) */
RsFrame *rs_picture_frame (RsDataset *dataset, const char *view, int year);

/* The figure of @frame as an export of this size in px. (transfer full) */
RsScene *rs_picture_figure (
  const RsFrame *frame, RsTextEngine *engine, const char *theme, double width_px, double height_px);

/* A scene with every kind of mark, dash, clip and alignment. (transfer full) */
RsScene *rs_picture_sampler (RsTextEngine *engine);

G_END_DECLS
