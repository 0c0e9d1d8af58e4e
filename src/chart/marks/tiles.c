/* SPDX-License-Identifier: GPL-3.0-or-later
 * A map of tiles: one equal square a region, placed like the map, in the shade of its figure. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/marks/marks.h"

#include <math.h>
#include <stdlib.h>

#include "chart/marks/ramp-legend.h"
#include "chart/marks/tile-names.h"

/* Names and figures in tiles may shrink to this share of the type of ticks. */
#define SMALL 0.84
#define SMALLER 0.76
/* … but to no less than this, in px at text scale 1. */
#define LEAST_PX 9.5
/* A tile is never larger than this, in ems of label text. */
#define TILE_EM_MOST 9.0
/* Natural size of a tile, in the same. */
#define TILE_EM 5.6
/* Between two tiles, and from the edge of a tile to its text, in ems. */
#define SEAM_EM 0.18
#define AIR_EM 0.16
/* Width of what stands beside the map, in ems, and its most as a share of all. */
#define SIDE_EM 15.0
#define SIDE_SHARE 0.34
#define PART_EM 1.2
#define NAME_LINES 2
#define HOME_PX 2.5
#define AREA_PX 1.6

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
} Tile;

/* How names and figures are set in all tiles alike. */
typedef struct
{
  double name_size;  /* 0: none fits */
  double value_size; /* 0: none fits */
  gboolean letters;  /* two letters instead of names */
} Type;

typedef struct
{
  RsDrawing *drawing;
  RsRamp ramp;
  GArray *tiles; /* (owned) (element-type Tile) */
  guint n_placed;
  guint n_columns, n_rows;
  gboolean missing;
  double part, seam, tile;
  gboolean beside; /* legend and list stand right of the map, else under it */
  RsRect map;
  RsRect aside; /* room of legend and list */
  Type type;
} Tiles;

static void
tile_clear (gpointer data)
{
  Tile *self = data;

  g_free (self->name);
  g_free (self->value);
}

static Tile *
get_tile (const Tiles *self, guint i)
{
  return &g_array_index (self->tiles, Tile, i);
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
  return day != NULL ? atoi (day) : otherwise;
}

static RsCellLook
get_look (const RsFrame *frame, const Tile *tile)
{
  return rs_ramp_get_look (frame, (guint) tile->datum.series, tile->point);
}

/* A region that is not yet or no longer there in the chosen year is not missing. */
static gboolean
exists (const RsFrame *frame, const Tile *tile)
{
  int year = rs_frame_get_year (frame);

  if (tile->region == NULL || year == 0 || get_look (frame, tile) != RS_CELL_MISSING)
    return TRUE;
  return get_year (tile->region->validity.from, year) <= year &&
         get_year (tile->region->validity.to, year) >= year;
}

static Tile
make_tile (const RsDrawing *drawing, guint index)
{
  const RsFrame *frame = drawing->frame;
  const RsDimension *geo = rs_dataset_get_geo (rs_frame_get_dataset (frame));
  const RsSeries *series = rs_frame_get_series (frame, index);
  int point = find_point (frame, series);
  Tile tile = { .datum = { (int) index, point }, .series = series };

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
describe_tile (const RsDrawing *drawing, Tile *tile)
{
  tile->name = rs_tile_name_get (drawing->frame, tile->series);
  if (drawing->language == RS_LANGUAGE_EN)
    tile->letters = rs_tile_name_get_letters (drawing->frame, tile->series);
  if (tile->point != NULL && (get_look (drawing->frame, tile) != RS_CELL_MISSING ||
                              tile->point->observation.reason != RS_REASON_MISSING))
    tile->value =
      rs_drawing_describe_value (drawing, (guint) tile->datum.series, (guint) tile->datum.point);
}

/* Two regions of different maps may ask for the same square: the first has it. */
static gboolean
is_taken (const Tiles *self, const Tile *tile)
{
  for (guint i = 0; i < self->tiles->len; i++)
    if (get_tile (self, i)->placed && get_tile (self, i)->column == tile->column &&
        get_tile (self, i)->row == tile->row)
      return TRUE;
  return FALSE;
}

static void
collect_tiles (Tiles *self)
{
  const RsFrame *frame = self->drawing->frame;
  int left = G_MAXINT, top = G_MAXINT, right = G_MININT, bottom = G_MININT;

  for (guint i = 0; i < rs_frame_get_n_series (frame); i++)
    {
      Tile tile = make_tile (self->drawing, i);

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
      self->missing = self->missing || get_look (frame, &tile) == RS_CELL_MISSING;
      g_array_append_val (self->tiles, tile);
    }
  if (self->n_placed == 0)
    return;
  self->n_columns = (guint) (right - left + 1);
  self->n_rows = (guint) (bottom - top + 1);
  for (guint i = 0; i < self->tiles->len; i++)
    {
      get_tile (self, i)->column -= left;
      get_tile (self, i)->row -= top;
    }
}

static guint
count_unplaced (const Tiles *self)
{
  return self->tiles->len - self->n_placed;
}

/* A line a region: its name and its figure. */
static double
measure_list (const Tiles *self)
{
  guint n = count_unplaced (self);

  return n > 0 ? self->part + n * rs_drawing_line (self->drawing, self->drawing->type.tick) : 0;
}

static double
fit_tile (const Tiles *self, double width, double height)
{
  double most = TILE_EM_MOST * self->drawing->type.label;

  if (self->n_placed == 0)
    return 0;
  return CLAMP (MIN (width / self->n_columns, height / self->n_rows), 0, most);
}

/* Beside or under the map, wherever it leaves the larger tiles. */
static void
place_map (Tiles *self, RsRect bounds)
{
  RsDrawing *drawing = self->drawing;
  double side = MIN (SIDE_EM * drawing->type.tick, bounds.width * SIDE_SHARE);
  double below =
    rs_ramp_legend_measure (&self->ramp, drawing, bounds.width, self->missing) + self->part / 2;
  double list = measure_list (self);
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

static RsRect
get_square (const Tiles *self, const Tile *tile)
{
  double seam = self->seam / 2;
  RsRect all = rs_rect (self->map.x + tile->column * self->tile,
                        self->map.y + tile->row * self->tile, self->tile, self->tile);

  return rs_rect_inset (all, (RsInsets){ seam, seam, seam, seam });
}

static RsLabel
get_label (const Tiles *self, const char *text, double size, double room, int lines)
{
  RsLabel label = rs_label (RS_PART_LABEL, text, size, &self->drawing->theme->text);

  label.align = RS_ALIGN_MIDDLE;
  label.max_width_px = room;
  label.max_lines = lines;
  return label;
}

/* Whether @text fits in @lines without being cut: a word may not be broken, and nothing
 * ellipsized. */
static gboolean
fits (const Tiles *self, const char *text, double size, double room, int lines)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  RsLabel label = get_label (self, text, size, room, 0);
  gboolean latin = (guchar) text[0] < 0x80;

  if (rs_drawing_measure (self->drawing, &label).n_lines > lines)
    return FALSE;
  /* Without this a long word would be broken between two letters. */
  for (guint i = 0; words[i] != NULL; i++)
    {
      label = get_label (self, words[i], size, 0, 1);
      if ((latin || lines == 1) &&
          rs_drawing_measure (self->drawing, &label).width_px > room + 0.01)
        return FALSE;
    }
  return TRUE;
}

static double
get_room (const Tiles *self)
{
  return MAX (1, self->tile - self->seam - 2 * AIR_EM * self->drawing->type.tick);
}

static gboolean
do_all_fit (const Tiles *self, const Type *type)
{
  double room = get_room (self);
  double value = type->value_size > 0 ? rs_drawing_line (self->drawing, type->value_size) : 0;
  double line = rs_drawing_line (self->drawing, type->name_size);
  int lines = (int) floor ((room - value + 0.01) / MAX (1, line));

  lines = CLAMP (lines, 0, NAME_LINES);
  for (guint i = 0; i < self->tiles->len; i++)
    {
      const Tile *tile = get_tile (self, i);
      const char *name = type->letters ? tile->letters : tile->name;

      if (!tile->placed)
        continue;
      if (name == NULL || lines == 0 || !fits (self, name, type->name_size, room, lines))
        return FALSE;
      if (type->value_size > 0 && tile->value != NULL &&
          !fits (self, tile->value, type->value_size, room, 1))
        return FALSE;
    }
  return TRUE;
}

/* The largest type in which all names and figures fit; then letters for names; then names alone. */
static void
choose_type (Tiles *self)
{
  const RsTypeScale *type = &self->drawing->type;
  const double least = MIN (type->tick, LEAST_PX * self->drawing->options->text_scale);
  const double sizes[] = { type->label, type->tick, MAX (least, type->tick * SMALL),
                           MAX (least, type->tick * SMALLER) };
  const guint n = G_N_ELEMENTS (sizes);

  for (int values = 1; values >= 0; values--)
    for (int letters = 0; letters < 2; letters++)
      for (guint i = 0; i < n; i++)
        {
          self->type = (Type){ sizes[i], values ? sizes[i] : 0, letters != 0 };
          if (do_all_fit (self, &self->type))
            return;
        }
  /* As many as fit, each for itself. */
  self->type = (Type){ sizes[n - 1], sizes[n - 1], FALSE };
}

static void
tiles_init (Tiles *self, RsDrawing *drawing, RsRect bounds)
{
  *self = (Tiles){ .drawing = drawing, .part = PART_EM * drawing->type.tick };
  self->tiles = g_array_new (FALSE, FALSE, sizeof (Tile));
  g_array_set_clear_func (self->tiles, tile_clear);
  self->seam = SEAM_EM * drawing->type.tick;
  rs_ramp_init (&self->ramp, drawing);
  collect_tiles (self);
  place_map (self, bounds);
  self->seam = MIN (self->seam, self->tile / 8);
  choose_type (self);
}

static void
tiles_clear (Tiles *self)
{
  g_array_unref (self->tiles);
}

/* Name over figure, as a block in the middle of the square. The name is worth more: without it
 * nobody knows whose the figure is. */
static void
put_texts (Tiles *self, const Tile *tile, RsRect square)
{
  RsDrawing *drawing = self->drawing;
  double room = get_room (self);
  gboolean home = rs_frame_is_home (drawing->frame, (guint) tile->datum.series);
  RsColor color =
    rs_ramp_get_cell_text_color (&self->ramp, drawing, (guint) tile->datum.series, tile->point);
  const char *text = self->type.letters && tile->letters != NULL ? tile->letters : tile->name;
  gboolean two = !fits (self, text, self->type.name_size, room, 1);
  RsLabel name = get_label (self, text, self->type.name_size, room, two ? NAME_LINES : 1);
  RsLabel value =
    get_label (self, tile->value != NULL ? tile->value : "", self->type.value_size, room, 1);
  double name_height, value_height = 0, top;

  name.color = value.color = &color;
  name.datum = value.datum = tile->datum;
  name_height = rs_drawing_measure (drawing, &name).height_px;
  if (get_look (drawing->frame, tile) == RS_CELL_MISSING)
    name.plate = value.plate = &drawing->theme->missing;
  if (tile->value != NULL && self->type.value_size > 0 &&
      fits (self, tile->value, self->type.value_size, room, 1))
    value_height = rs_drawing_measure (drawing, &value).height_px;
  if (name_height + value_height > square.height)
    value_height = 0;
  top = square.y + (square.height - name_height - value_height) / 2;
  if (!fits (self, text, self->type.name_size, room, NAME_LINES) || name_height > square.height ||
      !rs_drawing_put (drawing, &name, square.x + square.width / 2, top))
    rs_drawing_leave_out (drawing, "labels", 1);
  if (tile->value == NULL)
    return;
  value.weight = home ? RS_WEIGHT_BOLD : RS_WEIGHT_NORMAL;
  if (!(value_height > 0) ||
      !rs_drawing_put (drawing, &value, square.x + square.width / 2, top + name_height))
    rs_drawing_leave_out (drawing, "values", 1);
}

static void
draw_tile (Tiles *self, const Tile *tile)
{
  RsRect square = get_square (self, tile);

  rs_ramp_draw_cell (&self->ramp, self->drawing, square, tile->datum, tile->point);
  put_texts (self, tile, square);
  if (tile->datum.point >= 0)
    rs_scene_add_stop (self->drawing->scene, tile->datum,
                       (RsPoint){ square.x + square.width / 2, square.y + square.height / 2 },
                       rs_rect (self->map.x + tile->column * self->tile,
                                self->map.y + tile->row * self->tile, self->tile, self->tile));
}

static const Tile *
find_tile (const Tiles *self, int column, int row)
{
  for (guint i = 0; i < self->tiles->len; i++)
    {
      const Tile *tile = get_tile (self, i);

      if (tile->placed && tile->column == column && tile->row == row)
        return tile;
    }
  return NULL;
}

static gboolean
have_one_parent (const Tile *a, const Tile *b)
{
  return a == NULL || b == NULL || a->region == NULL || b->region == NULL ||
         a->region->n_parents == 0 || b->region->n_parents == 0 ||
         a->region->first_parent == b->region->first_parent;
}

static void
draw_border (Tiles *self, RsPoint from, RsPoint to)
{
  RsDrawing *drawing = self->drawing;
  RsMark *mark =
    rs_scene_add_line (drawing->scene, RS_PART_RULE, from, to, &drawing->theme->secondary,
                       MIN (AREA_PX * drawing->type.stroke_scale, MAX (self->seam, 1)));

  mark->crisp = TRUE;
}

/* Where two tiles of different areas meet, a rule parts them. */
static void
draw_areas (Tiles *self)
{
  for (guint i = 0; i < self->tiles->len; i++)
    {
      const Tile *tile = get_tile (self, i);
      double x = self->map.x + (tile->column + 1) * self->tile;
      double y = self->map.y + (tile->row + 1) * self->tile;

      if (!tile->placed)
        continue;
      if (!have_one_parent (tile, find_tile (self, tile->column + 1, tile->row)))
        draw_border (self, (RsPoint){ x, y - self->tile }, (RsPoint){ x, y });
      if (!have_one_parent (tile, find_tile (self, tile->column, tile->row + 1)))
        draw_border (self, (RsPoint){ x - self->tile, y }, (RsPoint){ x, y });
    }
}

/* A frame around the selected region, with a quiet one inside it that keeps it apart from the
 * shade. */
static void
draw_home (Tiles *self)
{
  RsDrawing *drawing = self->drawing;
  double stroke = MIN (HOME_PX * drawing->type.stroke_scale, self->tile / 8);

  for (guint i = 0; i < self->tiles->len; i++)
    {
      const Tile *tile = get_tile (self, i);
      RsRect square;
      RsMark *mark;

      if (!tile->placed || !rs_frame_is_home (drawing->frame, (guint) tile->datum.series))
        continue;
      square = get_square (self, tile);
      mark =
        rs_scene_add_rect (drawing->scene, RS_PART_SELECTED,
                           rs_rect_inset (square, (RsInsets){ stroke, stroke, stroke, stroke }),
                           NULL, &drawing->theme->card, stroke / 2);
      mark->datum = tile->datum;
      mark = rs_scene_add_rect (
        drawing->scene, RS_PART_SELECTED,
        rs_rect_inset (square, (RsInsets){ stroke / 4, stroke / 4, stroke / 4, stroke / 4 }), NULL,
        &drawing->theme->text, stroke);
      mark->datum = tile->datum;
    }
}

/* Regions without a place: name and figure, a line each, with its shade before it. */
static void
draw_list (Tiles *self, double top)
{
  RsDrawing *drawing = self->drawing;
  double line = rs_drawing_line (drawing, drawing->type.tick);
  double side = line * 0.72;
  double y = top + self->part;

  for (guint i = 0; i < self->tiles->len; i++)
    {
      const Tile *tile = get_tile (self, i);
      g_autofree char *text = NULL;
      RsLabel label;

      if (tile->placed)
        continue;
      text = tile->value != NULL ? g_strdup_printf ("%s  %s", tile->series->label, tile->value)
                                 : g_strdup (tile->series->label);
      label = rs_label (RS_PART_LABEL, text, drawing->type.tick, &drawing->theme->text);
      label.max_width_px = MAX (1, self->aside.width - side - self->part / 2);
      label.datum = tile->datum;
      if (y + line > rs_rect_bottom (self->aside) + 0.5 ||
          !rs_drawing_put (drawing, &label, self->aside.x + side + self->part / 2, y))
        {
          rs_drawing_leave_out (drawing, "rows", 1);
          continue;
        }
      rs_ramp_draw_cell (&self->ramp, drawing,
                         rs_rect (self->aside.x, y + (line - side) / 2, side, side), tile->datum,
                         tile->point);
      if (tile->datum.point >= 0)
        rs_scene_add_stop (drawing->scene, tile->datum,
                           (RsPoint){ self->aside.x + side / 2, y + line / 2 },
                           rs_rect (self->aside.x, y, self->aside.width, line));
      y += line;
    }
}

void
rs_marks_draw_tiles (RsDrawing *drawing, RsRect bounds)
{
  Tiles self;
  double legend, height, top;

  tiles_init (&self, drawing, bounds);
  for (guint i = 0; i < self.tiles->len; i++)
    if (get_tile (&self, i)->placed)
      draw_tile (&self, get_tile (&self, i));
  draw_areas (&self);
  draw_home (&self);
  legend = rs_ramp_legend_measure (&self.ramp, drawing, self.aside.width, self.missing);
  height = legend + measure_list (&self);
  top = self.beside ? MAX (self.aside.y, rs_rect_bottom (self.map) - height) : self.aside.y;
  rs_ramp_legend_draw (&self.ramp, drawing, rs_rect (self.aside.x, top, self.aside.width, legend),
                       self.missing);
  draw_list (&self, top + legend);
  tiles_clear (&self);
}

double
rs_marks_get_tiles_height (RsDrawing *drawing, double width_px)
{
  Tiles self;
  double height;

  tiles_init (&self, drawing, rs_rect (0, 0, width_px, G_MAXUINT16));
  height = MIN (self.tile, TILE_EM * drawing->type.label) * self.n_rows + self.part +
           rs_ramp_legend_measure (&self.ramp, drawing, width_px, self.missing) +
           measure_list (&self);
  tiles_clear (&self);
  return height;
}

/* What the letters are, and what has no shade. */
char *
rs_marks_describe_tiles (RsDrawing *drawing, RsRect bounds)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  Tiles self;

  tiles_init (&self, drawing, bounds);
  if (self.ramp.n_looks[RS_CELL_APART] > 0)
    g_ptr_array_add (
      parts, g_strdup (rs_tr (drawing->language, "outlined: not comparable with the others")));
  if (self.ramp.n_looks[RS_CELL_BOUND] > 0)
    g_ptr_array_add (parts, g_strdup (rs_tr (drawing->language, "dashed: only a bound is known")));
  if (self.type.letters)
    g_ptr_array_add (parts, g_strdup (rs_tr (drawing->language, "letters: codes of GB/T 2260")));
  tiles_clear (&self);
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}
