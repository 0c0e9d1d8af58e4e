/* SPDX-License-Identifier: GPL-3.0-or-later
 * A map of tiles before it is drawn: which regions have a square, where it lies, and the type that
 * fits in all of them. */
#pragma once

#include "chart/marks/ramp-legend.h"

G_BEGIN_DECLS

/* Lines that a name in a square may have. */
#define RS_TILE_NAME_LINES 2

typedef struct
{
  RsDatum datum;
  const RsSeries *series;
  const RsFramePoint *point; /* (nullable) */
  const RsCategory *region;  /* (nullable) */
  char *name;                /* (owned) */
  const char *letters;       /* (nullable) */
  char *value;               /* (nullable) (owned): NULL where the hatch says it all */
  gboolean placed;
  int column, row; /* from the upper left tile that is used */
} RsTile;

/* How names and figures are set in all tiles alike. */
typedef struct
{
  double name_size;  /* 0: none fits */
  double value_size; /* 0: none fits */
  gboolean letters;  /* two letters, in Chinese one, instead of names */
  gboolean few;      /* names fit in few tiles: only the selected region is named */
} RsTileType;

typedef struct
{
  RsDrawing *drawing;
  RsRamp ramp;
  GArray *tiles; /* (owned) (element-type RsTile) */
  guint n_placed;
  guint n_columns, n_rows;
  gboolean missing;
  double part, seam, tile;
  gboolean beside; /* legend and list stand right of the map, else under it */
  RsRect map;
  RsRect aside; /* room of legend and list */
  RsTileType type;
} RsTileMap;

void rs_tile_map_init (RsTileMap *self, RsDrawing *drawing, RsRect bounds);
void rs_tile_map_clear (RsTileMap *self);

RsTile *rs_tile_map_get_tile (const RsTileMap *self, guint i);
RsCellLook rs_tile_map_get_look (const RsFrame *frame, const RsTile *tile);

/* The painted square of a region that has one. */
RsRect rs_tile_map_get_square (const RsTileMap *self, const RsTile *tile);
/* Width for text in a square. */
double rs_tile_map_get_room (const RsTileMap *self);
/* Height of the list of regions without a place: a line each. */
double rs_tile_map_measure_list (const RsTileMap *self);

/* A text in the middle of a square. */
RsLabel rs_tile_map_get_label (
  const RsTileMap *self, const char *text, double size, double room, int lines);
/* Whether @text fits in @lines without being cut: a word may not be broken, and nothing
 * ellipsized. */
gboolean
rs_tile_map_fits (const RsTileMap *self, const char *text, double size, double room, int lines);

G_END_DECLS
