/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a scene is made of; for scene*.c only. */
#pragma once

#include "chart/scene.h"

G_BEGIN_DECLS

typedef struct
{
  RsDatum datum;
  RsPoint at;
  RsRect hit;
} RsSceneStop;

typedef struct
{
  char *what; /* (owned) */
  guint n;
} RsSceneLeftOut;

struct _RsScene
{
  gatomicrefcount ref_count;
  double width_px;
  double height_px;
  RsLanguage language;
  gboolean sealed;
  char *title;       /* (owned) (nullable) */
  char *description; /* (owned) (nullable) */
  GArray *marks;     /* of RsMark */
  GArray *verbs;     /* of RsPathVerb */
  GArray *points;    /* of RsPoint */
  GArray *stops;     /* of RsSceneStop */
  GArray *left_out;  /* of RsSceneLeftOut */
  RsDatum home;      /* where keys go from nowhere */
  guint n_clips;     /* open now */
  gboolean in_path;
  gboolean path_bad; /* a coordinate of the open path cannot be drawn */
  RsMark path;       /* the open path */
  RsMark dropped;    /* what callers get to touch up in place of a mark that was dropped */
};

/* Whether cairo can hold the place; false for what is not finite. */
gboolean rs_scene_can_draw_point (RsPoint p);
gboolean rs_scene_can_draw_rect (RsRect r);

G_END_DECLS
