/* SPDX-License-Identifier: GPL-3.0-or-later
 * A map of tiles before it is drawn. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/marks/tile-map.h"

#include <math.h>

#include "chart/marks/least-text.h"
#include "chart/marks/tile-names.h"

/* Names and figures in tiles may shrink to this share of the type of ticks. */
#define SMALL 0.84
#define SMALLER 0.76
/* … but on a card to no less than this, in px at text scale 1. */
#define LEAST_PX 9.5
/* Names that fit in a smaller share of the tiles than this are few. */
#define FEW_SHARE 0.75
/* A tile is never larger than this, in ems of label text. */
#define TILE_EM_MOST 9.0
/* Between two tiles, and from the edge of a tile to its text, in ems. */
#define SEAM_EM 0.18
#define AIR_EM 0.16
/* Width of what stands beside the map, in ems, and its most as a share of all. */
#define SIDE_EM 15.0
#define SIDE_SHARE 0.34
#define PART_EM 1.2

static void
tile_clear (gpointer data)
{
  RsTile *self = data;

  g_free (self->name);
  g_free (self->value);
}

RsTile *
rs_tile_map_get_tile (const RsTileMap *self, guint i)
{
  return &g_array_index (self->tiles, RsTile, i);
}

/* The point of the chosen year, with or without a figure: also a region of which nothing is known
 * has a place where that can be said. */
static int
find_point (const RsFrame *frame, const RsSeries *series)
{
  int year = rs_frame_get_year (frame);

  if (series->selected >= 0)
    return series->selected;
  for (int i = (int) series->n_points - 1; i >= 0; i--)
    if (series->points[i].period.year == year || year == 0)
      return i;
  return -1;
}

/* "2025-11-06" and "2025". @otherwise: where it is open. */
static int
get_year (const char *day, int otherwise)
{
  RsPeriod period;

  return day != NULL && rs_period_parse (day, &period) ? period.year : otherwise;
}

RsCellLook
rs_tile_map_get_look (const RsFrame *frame, const RsTile *tile)
{
  return rs_ramp_get_look (frame, (guint) tile->datum.series, tile->point);
}

/* A region that is not yet or no longer there in the chosen year is not missing. */
static gboolean
exists (const RsFrame *frame, const RsTile *tile)
{
  int year = rs_frame_get_year (frame);

  if (tile->region == NULL || year == 0 || rs_tile_map_get_look (frame, tile) != RS_CELL_MISSING)
    return TRUE;
  return get_year (tile->region->validity.from, year) <= year &&
         get_year (tile->region->validity.to, year) >= year;
}

static RsTile
make_tile (const RsDrawing *drawing, guint index)
{
  const RsFrame *frame = drawing->frame;
  const RsDimension *geo = rs_dataset_get_geo (rs_frame_get_dataset (frame));
  const RsSeries *series = rs_frame_get_series (frame, index);
  int point = find_point (frame, series);
  RsTile tile = { .datum = { (int) index, point }, .series = series };

  if (point >= 0)
    tile.point = &series->points[point];
  if (geo != NULL && series->region < geo->n_categories)
    tile.region = &geo->categories[series->region];
  if (tile.region != NULL && tile.region->has_tile)
    {
      tile.placed = TRUE;
      tile.column = tile.region->tile_column;
      tile.row = tile.region->tile_row;
    }
  return tile;
}

static void
describe_tile (const RsDrawing *drawing, RsTile *tile)
{
  tile->name = rs_tile_name_get (drawing->frame, tile->series);
  tile->letters = rs_tile_name_get_letters (drawing->frame, tile->series);
  if (tile->point != NULL && (rs_tile_map_get_look (drawing->frame, tile) != RS_CELL_MISSING ||
                              tile->point->observation.reason != RS_REASON_MISSING))
    tile->value =
      rs_drawing_describe_value (drawing, (guint) tile->datum.series, (guint) tile->datum.point);
}

/* Two regions of different maps may ask for the same square: the first has it. */
static gboolean
is_taken (const RsTileMap *self, const RsTile *tile)
{
  for (guint i = 0; i < self->tiles->len; i++)
    if (rs_tile_map_get_tile (self, i)->placed &&
        rs_tile_map_get_tile (self, i)->column == tile->column &&
        rs_tile_map_get_tile (self, i)->row == tile->row)
      return TRUE;
  return FALSE;
}

static void
collect_tiles (RsTileMap *self)
{
  const RsFrame *frame = self->drawing->frame;
  int left = G_MAXINT, top = G_MAXINT, right = G_MININT, bottom = G_MININT;

  for (guint i = 0; i < rs_frame_get_n_series (frame); i++)
    {
      RsTile tile = make_tile (self->drawing, i);

      if (!exists (frame, &tile))
        continue;
      tile.placed = tile.placed && !is_taken (self, &tile);
      if (tile.placed)
        {
          left = MIN (left, tile.column);
          right = MAX (right, tile.column);
          top = MIN (top, tile.row);
          bottom = MAX (bottom, tile.row);
          self->n_placed++;
        }
      describe_tile (self->drawing, &tile);
      self->missing = self->missing || rs_tile_map_get_look (frame, &tile) == RS_CELL_MISSING;
      g_array_append_val (self->tiles, tile);
    }
  if (self->n_placed == 0)
    return;
  self->n_columns = (guint) (right - left + 1);
  self->n_rows = (guint) (bottom - top + 1);
  for (guint i = 0; i < self->tiles->len; i++)
    {
      rs_tile_map_get_tile (self, i)->column -= left;
      rs_tile_map_get_tile (self, i)->row -= top;
    }
}

static guint
count_unplaced (const RsTileMap *self)
{
  return self->tiles->len - self->n_placed;
}

/* A line a region: its name and its figure. */
double
rs_tile_map_measure_list (const RsTileMap *self)
{
  guint n = count_unplaced (self);

  return n > 0 ? self->part + n * rs_drawing_line (self->drawing, self->drawing->type.tick) : 0;
}

static double
fit_tile (const RsTileMap *self, double width, double height)
{
  double most = TILE_EM_MOST * self->drawing->type.label;

  if (self->n_placed == 0)
    return 0;
  return CLAMP (MIN (width / self->n_columns, height / self->n_rows), 0, most);
}

/* Beside or under the map, wherever it leaves the larger tiles. */
static void
place_map (RsTileMap *self, RsRect bounds)
{
  RsDrawing *drawing = self->drawing;
  double side = MIN (SIDE_EM * drawing->type.tick, bounds.width * SIDE_SHARE);
  double below =
    rs_ramp_legend_measure (&self->ramp, drawing, bounds.width, self->missing) + self->part / 2;
  double list = rs_tile_map_measure_list (self);
  double tile_beside = fit_tile (self, bounds.width - side - self->part, bounds.height);
  double tile_below = fit_tile (self, bounds.width, bounds.height - below - list);
  double width, height;

  self->beside = tile_beside > tile_below;
  self->tile = self->beside ? tile_beside : tile_below;
  width = self->tile * self->n_columns;
  height = self->tile * self->n_rows;
  if (self->beside)
    {
      double x = bounds.x + MAX (0, (bounds.width - width - self->part - side) / 2);

      self->map = rs_rect (x, bounds.y + (bounds.height - height) / 2, width, height);
      self->aside = rs_rect (rs_rect_right (self->map) + self->part, bounds.y, side, bounds.height);
      return;
    }
  self->map = rs_rect (bounds.x + (bounds.width - width) / 2, bounds.y, width, height);
  self->aside = rs_rect (bounds.x, bounds.y + height + self->part / 2, bounds.width,
                         below - self->part / 2 + list);
}

RsRect
rs_tile_map_get_square (const RsTileMap *self, const RsTile *tile)
{
  double seam = self->seam / 2;
  RsRect all = rs_rect (self->map.x + tile->column * self->tile,
                        self->map.y + tile->row * self->tile, self->tile, self->tile);

  return rs_rect_inset (all, (RsInsets){ seam, seam, seam, seam });
}

RsLabel
rs_tile_map_get_label (const RsTileMap *self, const char *text, double size, double room, int lines)
{
  RsLabel label = rs_label (RS_PART_LABEL, text, size, &self->drawing->theme->text);

  label.align = RS_ALIGN_MIDDLE;
  label.max_width_px = room;
  label.max_lines = lines;
  return label;
}

gboolean
rs_tile_map_fits (const RsTileMap *self, const char *text, double size, double room, int lines)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  RsLabel label = rs_tile_map_get_label (self, text, size, room, 0);
  gboolean latin = (guchar) text[0] < 0x80;

  if (rs_drawing_measure (self->drawing, &label).n_lines > lines)
    return FALSE;
  /* Without this a long word would be broken between two letters. */
  for (guint i = 0; words[i] != NULL; i++)
    {
      label = rs_tile_map_get_label (self, words[i], size, 0, 1);
      if ((latin || lines == 1) &&
          rs_drawing_measure (self->drawing, &label).width_px > room + 0.01)
        return FALSE;
    }
  return TRUE;
}

double
rs_tile_map_get_room (const RsTileMap *self)
{
  return MAX (1, self->tile - self->seam - 2 * AIR_EM * self->drawing->type.tick);
}

static gboolean
do_all_fit (const RsTileMap *self, const RsTileType *type)
{
  double room = rs_tile_map_get_room (self);
  double value = type->value_size > 0 ? rs_drawing_line (self->drawing, type->value_size) : 0;
  double line = rs_drawing_line (self->drawing, type->name_size);
  int lines = (int) floor ((room - value + 0.01) / MAX (1, line));

  lines = CLAMP (lines, 0, RS_TILE_NAME_LINES);
  for (guint i = 0; i < self->tiles->len; i++)
    {
      const RsTile *tile = rs_tile_map_get_tile (self, i);
      const char *name = type->letters ? tile->letters : tile->name;

      if (!tile->placed)
        continue;
      if (name == NULL || lines == 0 ||
          !rs_tile_map_fits (self, name, type->name_size, room, lines))
        return FALSE;
      if (type->value_size > 0 && tile->value != NULL &&
          !rs_tile_map_fits (self, tile->value, type->value_size, room, 1))
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_letters (const RsTileMap *self)
{
  for (guint i = 0; i < self->tiles->len; i++)
    if (rs_tile_map_get_tile (self, i)->letters != NULL)
      return TRUE;
  return FALSE;
}

/* Whether names would stand in so few tiles that these seemed to stand out. */
static gboolean
fit_few (const RsTileMap *self)
{
  double room = rs_tile_map_get_room (self);
  guint n = 0;

  for (guint i = 0; i < self->tiles->len; i++)
    {
      const RsTile *tile = rs_tile_map_get_tile (self, i);
      const char *name = self->type.letters && tile->letters != NULL ? tile->letters : tile->name;

      n += tile->placed &&
               rs_tile_map_fits (self, name, self->type.name_size, room, RS_TILE_NAME_LINES)
             ? 1
             : 0;
    }
  return n < self->n_placed * FEW_SHARE;
}

/* The largest type in which all names and figures fit; then letters for names; then names alone. */
static void
choose_type (RsTileMap *self)
{
  const RsTypeScale *type = &self->drawing->type;
  const double least = rs_least_text_get_px (self->drawing, LEAST_PX);
  const double sizes[] = { type->label, type->tick, MAX (least, type->tick * SMALL),
                           MAX (least, type->tick * SMALLER) };
  const guint n = G_N_ELEMENTS (sizes);

  for (int values = 1; values >= 0; values--)
    for (int letters = 0; letters < 2; letters++)
      for (guint i = 0; i < n; i++)
        {
          self->type = (RsTileType){ sizes[i], values ? sizes[i] : 0, letters != 0 };
          if (do_all_fit (self, &self->type))
            return;
        }
  /* As many as fit, each for itself. */
  self->type = (RsTileType){ sizes[n - 1], sizes[n - 1], has_letters (self) };
  self->type.few = fit_few (self);
}

void
rs_tile_map_init (RsTileMap *self, RsDrawing *drawing, RsRect bounds)
{
  *self = (RsTileMap){ .drawing = drawing, .part = PART_EM * drawing->type.tick };
  self->tiles = g_array_new (FALSE, FALSE, sizeof (RsTile));
  g_array_set_clear_func (self->tiles, tile_clear);
  self->seam = SEAM_EM * drawing->type.tick;
  rs_ramp_init (&self->ramp, drawing);
  collect_tiles (self);
  place_map (self, bounds);
  self->seam = MIN (self->seam, self->tile / 8);
  choose_type (self);
}

void
rs_tile_map_clear (RsTileMap *self)
{
  g_array_unref (self->tiles);
}
