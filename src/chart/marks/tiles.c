/* SPDX-License-Identifier: GPL-3.0-or-later
 * A map of tiles: one equal square a region, placed like the map, in the shade of its figure. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/marks/marks.h"

#include <math.h>

#include "chart/marks/tile-map.h"

/* Natural size of a tile, in ems of label text. */
#define TILE_EM 5.6
/* Squares that are smaller show nothing. */
#define TILE_LEAST_PX 3.0
/* Frame of the selected region, and rules between areas. */
#define HOME_PX 2.5
#define AREA_PX 1.6

/* Name over figure, as a block in the middle of the square. The name is worth more: without it
 * nobody knows whose the figure is. Returns: whether the name is there. */
static gboolean
put_texts (RsTileMap *self, const RsTile *tile, RsRect square)
{
  RsDrawing *drawing = self->drawing;
  double room = rs_tile_map_get_room (self);
  gboolean home = rs_frame_is_home (drawing->frame, (guint) tile->datum.series);
  RsColor color =
    rs_ramp_get_cell_text_color (&self->ramp, drawing, (guint) tile->datum.series, tile->point);
  const char *text = self->type.letters && tile->letters != NULL ? tile->letters : tile->name;
  gboolean two = !rs_tile_map_fits (self, text, self->type.name_size, room, 1);
  RsLabel name =
    rs_tile_map_get_label (self, text, self->type.name_size, room, two ? RS_TILE_NAME_LINES : 1);
  RsLabel value = rs_tile_map_get_label (self, tile->value != NULL ? tile->value : "",
                                         self->type.value_size, room, 1);
  double name_height, value_height = 0, top;
  gboolean named;

  name.color = value.color = &color;
  name.datum = value.datum = tile->datum;
  name_height = rs_drawing_measure (drawing, &name).height_px;
  if (rs_tile_map_get_look (drawing->frame, tile) == RS_CELL_MISSING)
    name.plate = value.plate = &drawing->theme->missing;
  if (tile->value != NULL && self->type.value_size > 0 &&
      rs_tile_map_fits (self, tile->value, self->type.value_size, room, 1))
    value_height = rs_drawing_measure (drawing, &value).height_px;
  if (name_height + value_height > square.height)
    value_height = 0;
  top = square.y + (square.height - name_height - value_height) / 2;
  named = (home || !self->type.few) &&
          rs_tile_map_fits (self, text, self->type.name_size, room, RS_TILE_NAME_LINES) &&
          name_height <= square.height &&
          rs_drawing_put (drawing, &name, square.x + square.width / 2, top);
  if (!named && !home)
    rs_drawing_leave_out (drawing, "labels", 1);
  if (tile->value == NULL)
    return named;
  value.weight = home ? RS_WEIGHT_BOLD : RS_WEIGHT_NORMAL;
  if (!(value_height > 0) ||
      !rs_drawing_put (drawing, &value, square.x + square.width / 2, top + name_height))
    rs_drawing_leave_out (drawing, "values", 1);
  return named;
}

/* Returns: whether its name is there. */
static gboolean
draw_tile (RsTileMap *self, const RsTile *tile)
{
  RsRect square = rs_tile_map_get_square (self, tile);
  gboolean named;

  rs_ramp_draw_cell (&self->ramp, self->drawing, square, tile->datum, tile->point);
  named = put_texts (self, tile, square);
  if (tile->datum.point >= 0)
    rs_scene_add_stop (self->drawing->scene, tile->datum,
                       (RsPoint){ square.x + square.width / 2, square.y + square.height / 2 },
                       rs_rect (self->map.x + tile->column * self->tile,
                                self->map.y + tile->row * self->tile, self->tile, self->tile));
  return named;
}

static const RsTile *
find_tile (const RsTileMap *self, int column, int row)
{
  for (guint i = 0; i < self->tiles->len; i++)
    {
      const RsTile *tile = rs_tile_map_get_tile (self, i);

      if (tile->placed && tile->column == column && tile->row == row)
        return tile;
    }
  return NULL;
}

static gboolean
have_one_parent (const RsTile *a, const RsTile *b)
{
  return a == NULL || b == NULL || a->region == NULL || b->region == NULL ||
         a->region->n_parents == 0 || b->region->n_parents == 0 ||
         a->region->first_parent == b->region->first_parent;
}

static void
draw_border (RsTileMap *self, RsPoint from, RsPoint to)
{
  RsDrawing *drawing = self->drawing;
  RsMark *mark =
    rs_scene_add_line (drawing->scene, RS_PART_RULE, from, to, &drawing->theme->secondary,
                       MIN (AREA_PX * drawing->type.stroke_scale, MAX (self->seam, 1)));

  mark->crisp = TRUE;
}

/* Where two tiles of different areas meet, a rule parts them. */
static void
draw_areas (RsTileMap *self)
{
  for (guint i = 0; i < self->tiles->len; i++)
    {
      const RsTile *tile = rs_tile_map_get_tile (self, i);
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
draw_home (RsTileMap *self)
{
  RsDrawing *drawing = self->drawing;
  double stroke = MIN (HOME_PX * drawing->type.stroke_scale, self->tile / 8);

  for (guint i = 0; i < self->tiles->len; i++)
    {
      const RsTile *tile = rs_tile_map_get_tile (self, i);
      RsRect square;
      RsMark *mark;

      if (!tile->placed || !rs_frame_is_home (drawing->frame, (guint) tile->datum.series))
        continue;
      square = rs_tile_map_get_square (self, tile);
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

/* The selected region whose tile is too small for its name: under the legend, a frame before it.
 * Returns: the room that it takes. */
static double
name_home (RsTileMap *self, const RsTile *tile, double top, double bottom)
{
  RsDrawing *drawing = self->drawing;
  double line = rs_drawing_line (drawing, drawing->type.tick);
  double side = line * 0.72, stroke = HOME_PX * drawing->type.stroke_scale / 2;
  double y = top + self->part / 2;
  g_autofree char *text = tile->value != NULL
                            ? g_strdup_printf ("%s  %s", tile->series->label, tile->value)
                            : g_strdup (tile->series->label);
  RsLabel label = rs_label (RS_PART_LABEL, text, drawing->type.tick, &drawing->theme->text);
  RsMark *mark;

  label.weight = RS_WEIGHT_BOLD;
  label.datum = tile->datum;
  label.max_width_px = MAX (1, self->aside.width - side - self->part / 2);
  if (y + rs_drawing_measure (drawing, &label).height_px > bottom + 0.5 ||
      !rs_drawing_put (drawing, &label, self->aside.x + side + self->part / 2, y))
    {
      rs_drawing_leave_out (drawing, "labels", 1);
      return 0;
    }
  mark =
    rs_scene_add_rect (drawing->scene, RS_PART_LEGEND,
                       rs_rect_inset (rs_rect (self->aside.x, y + (line - side) / 2, side, side),
                                      (RsInsets){ stroke / 2, stroke / 2, stroke / 2, stroke / 2 }),
                       NULL, &drawing->theme->text, stroke);
  mark->datum = tile->datum;
  return self->part / 2 + line;
}

/* Regions without a place: name and figure, a line each, with its shade before it. */
static void
draw_list (RsTileMap *self, double top)
{
  RsDrawing *drawing = self->drawing;
  double line = rs_drawing_line (drawing, drawing->type.tick);
  double side = line * 0.72;
  double y = top + self->part;

  for (guint i = 0; i < self->tiles->len; i++)
    {
      const RsTile *tile = rs_tile_map_get_tile (self, i);
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
  RsTileMap self;
  const RsTile *nameless = NULL;
  double legend, height, top;

  rs_tile_map_init (&self, drawing, bounds);
  if (self.tile < TILE_LEAST_PX)
    {
      rs_drawing_leave_out (drawing, "chart", 1);
      rs_tile_map_clear (&self);
      return;
    }
  for (guint i = 0; i < self.tiles->len; i++)
    {
      const RsTile *tile = rs_tile_map_get_tile (&self, i);

      if (tile->placed && !draw_tile (&self, tile) &&
          rs_frame_is_home (drawing->frame, (guint) tile->datum.series))
        nameless = tile;
    }
  draw_areas (&self);
  draw_home (&self);
  legend = rs_ramp_legend_measure (&self.ramp, drawing, self.aside.width, self.missing);
  height = legend + rs_tile_map_measure_list (&self);
  if (nameless != NULL)
    height += self.part / 2 + rs_drawing_line (drawing, drawing->type.tick);
  top = self.beside ? MAX (self.aside.y, rs_rect_bottom (self.map) - height) : self.aside.y;
  rs_ramp_legend_draw (&self.ramp, drawing, rs_rect (self.aside.x, top, self.aside.width, legend),
                       self.missing);
  if (nameless != NULL)
    legend += name_home (&self, nameless, top + legend, rs_rect_bottom (bounds));
  draw_list (&self, top + legend);
  rs_tile_map_clear (&self);
}

double
rs_marks_get_tiles_height (RsDrawing *drawing, double width_px)
{
  RsTileMap self;
  double height;

  rs_tile_map_init (&self, drawing, rs_rect (0, 0, width_px, G_MAXUINT16));
  height = MIN (self.tile, TILE_EM * drawing->type.label) * self.n_rows + self.part +
           rs_ramp_legend_measure (&self.ramp, drawing, width_px, self.missing) +
           rs_tile_map_measure_list (&self);
  rs_tile_map_clear (&self);
  return height;
}

/* What the letters are, and what has no shade. */
char *
rs_marks_describe_tiles (RsDrawing *drawing, RsRect bounds)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  RsTileMap self;

  rs_tile_map_init (&self, drawing, bounds);
  if (self.ramp.n_looks[RS_CELL_APART] > 0)
    g_ptr_array_add (
      parts, g_strdup (rs_tr (drawing->language, "outlined: not comparable with the others")));
  if (self.ramp.n_looks[RS_CELL_BOUND] > 0)
    g_ptr_array_add (parts, g_strdup (rs_tr (drawing->language, "dashed: only a bound is known")));
  if (self.type.letters && drawing->language == RS_LANGUAGE_EN)
    g_ptr_array_add (parts, g_strdup (rs_tr (drawing->language, "letters: codes of GB/T 2260")));
  rs_tile_map_clear (&self);
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}
