/* SPDX-License-Identifier: GPL-3.0-or-later
 * A legend for columns. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/marks/columns-legend.h"

/* Side of a swatch in ems, and the air behind it. */
#define SWATCH_EM 0.95
#define SWATCH_AIR_EM 0.4
#define NAME_LINES 2
#define SHAPE_SHARE 0.55

void
rs_columns_entry_clear (RsColumnsEntry *self)
{
  g_clear_pointer (&self->value, g_free);
  g_clear_pointer (&self->brief, g_free);
}

char *
rs_columns_describe_figure (const RsDrawing *drawing, guint series, guint point)
{
  const RsFramePoint *at = &rs_frame_get_series (drawing->frame, series)->points[point];
  g_autofree char *value = rs_drawing_describe_value (drawing, series, point);
  g_autofree char *period = NULL;

  if (at->period.type == RS_PERIOD_NONE)
    return g_steal_pointer (&value);
  period = at->period.type == RS_PERIOD_YEAR ? g_strdup_printf ("%d", at->period.year)
                                             : rs_period_to_label (at->period, drawing->language);
  return g_strdup_printf ("%s (%s)", value, period);
}

static void
draw_swatch (RsDrawing *drawing, const RsColumnsEntry *entry, double x, double y, double side)
{
  RsMark *mark = rs_scene_add_rect (drawing->scene, RS_PART_LEGEND, rs_rect (x, y, side, side),
                                    &entry->color, NULL, 0);

  mark->radius_px = 2 * drawing->type.stroke_scale;
  rs_drawing_add_shape (drawing, RS_PART_LEGEND, entry->shape,
                        (RsPoint){ x + side / 2, y + side / 2 }, side * SHAPE_SHARE,
                        rs_drawing_text_on (drawing, &entry->color), NULL, 0);
}

/* Both texts or none: a name without its figure would promise what it does not hold. */
static gboolean
put_entry (RsDrawing *drawing, const RsLabel *name, const RsLabel *value, double x, double y)
{
  RsTextExtents extents = rs_drawing_measure (drawing, name);
  double gap = drawing->type.label * SWATCH_AIR_EM;

  if (value->text == NULL)
    return rs_drawing_put (drawing, name, x, y);
  if (!rs_drawing_can_put (drawing, name, x, y) ||
      !rs_drawing_can_put (drawing, value, x + extents.width_px + gap, y))
    return FALSE;
  return rs_drawing_put (drawing, name, x, y) &&
         rs_drawing_put (drawing, value, x + extents.width_px + gap, y);
}

static double
lay_out (RsDrawing *drawing,
         const RsColumnsEntry *entries,
         guint n,
         RsRect room,
         double max_height_px,
         gboolean brief,
         gboolean draw)
{
  const RsTypeScale *type = &drawing->type;
  double line = rs_drawing_line (drawing, type->label);
  double side = type->label * SWATCH_EM;
  double air = type->label * SWATCH_AIR_EM;
  double x = room.x, y = room.y, row = line;

  for (guint i = 0; i < n; i++)
    {
      RsLabel name = rs_label (RS_PART_LEGEND, entries[i].name, type->label, &drawing->theme->text);
      RsLabel value = rs_label (RS_PART_LEGEND, (brief ? entries[i].brief : entries[i].value),
                                type->label, &drawing->theme->text);
      double behind = 0, width;
      RsTextExtents extents;

      value.weight = RS_WEIGHT_BOLD;
      value.datum = entries[i].datum;
      if (value.text != NULL)
        behind = air + rs_drawing_measure (drawing, &value).width_px;
      name.max_width_px = MAX (1, room.width - side - air - behind);
      name.max_lines = NAME_LINES;
      extents = rs_drawing_measure (drawing, &name);
      width = side + air + extents.width_px + behind;
      if (x > room.x && x + width > rs_rect_right (room))
        {
          x = room.x;
          y += row;
          row = line;
        }
      if (y + extents.height_px - room.y > max_height_px)
        {
          if (draw)
            rs_drawing_leave_out (drawing, "legend", 1);
          continue;
        }
      row = MAX (row, extents.height_px);
      if (draw && put_entry (drawing, &name, &value, x + side + air, y))
        draw_swatch (drawing, &entries[i], x, y + (line - side) / 2, side);
      else if (draw)
        rs_drawing_leave_out (drawing, "legend", 1);
      x += width + type->gap;
    }
  return n > 0 ? y + row + 6 * type->stroke_scale - room.y : 0;
}

double
rs_columns_legend_lay_out (RsDrawing *drawing,
                           const RsColumnsEntry *entries,
                           guint n,
                           RsRect room,
                           double max_height_px,
                           gboolean draw)
{
  double with_period = lay_out (drawing, entries, n, room, G_MAXDOUBLE, FALSE, FALSE);
  double without = lay_out (drawing, entries, n, room, G_MAXDOUBLE, TRUE, FALSE);

  return lay_out (drawing, entries, n, room, max_height_px, without < with_period, draw);
}
