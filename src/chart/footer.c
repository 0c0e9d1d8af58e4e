/* SPDX-License-Identifier: GPL-3.0-or-later
 * The foot of a figure: the view's note, what the marks mean, notes, and where the figures come
 * from. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/footer.h"

#include "query/summary.h"

/* At most this many sources are named where there is one line for them. */
#define SOURCES_IN_SHORT 3

/* The view's note, the meaning of the marks, and, in exports, every note of what is shown. */
static char *
get_note (const RsDrawing *drawing, const char *axis)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *legend = rs_summary_legend_of_marks (drawing->frame);
  const char *note =
    drawing->view != NULL ? rs_text_get (&drawing->view->note, drawing->language) : "";

  if (note[0] != '\0')
    g_ptr_array_add (parts, (char *) note);
  if (legend[0] != '\0')
    g_ptr_array_add (parts, legend);
  if (axis != NULL)
    g_ptr_array_add (parts, (char *) axis);
  if ((drawing->options->parts & RS_FIGURE_ALL_SOURCES) != 0)
    for (guint i = 0; i < rs_frame_get_n_notes (drawing->frame); i++)
      g_ptr_array_add (parts, (char *) rs_frame_get_note (drawing->frame, i));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

/* All sources, or as many as the lines hold with the count of the others. */
static char *
get_source (const RsDrawing *drawing, double width_px, int lines)
{
  if ((drawing->options->parts & RS_FIGURE_ALL_SOURCES) != 0)
    return rs_summary_sources (drawing->frame, 0);
  for (guint n = SOURCES_IN_SHORT; n > 1; n--)
    {
      g_autofree char *text = rs_summary_sources (drawing->frame, n);
      RsLabel label = rs_label (RS_PART_SOURCE, text, drawing->type.source, NULL);

      label.max_width_px = width_px;
      label.max_lines = 0;
      if (rs_drawing_measure (drawing, &label).n_lines <= lines)
        return g_steal_pointer (&text);
    }
  return rs_summary_sources (drawing->frame, 1);
}

static double
lay_out (RsDrawing *drawing, RsRect room, const RsFooterPlan *plan, gboolean draw)
{
  const RsTypeScale *type = &drawing->type;
  const RsTheme *theme = drawing->theme;
  g_autofree char *note = plan->note_lines > 0 ? get_note (drawing, plan->axis) : g_strdup ("");
  g_autofree char *source =
    plan->source_lines > 0 ? get_source (drawing, room.width, plan->source_lines) : g_strdup ("");
  const struct
  {
    RsPart part;
    const char *text;
    int lines;
    const char *what;
  } rows[] = {
    { RS_PART_NOTE, note, plan->note_lines, "notes" },
    { RS_PART_SOURCE, source, plan->source_lines, "sources" },
  };
  double y = room.y;

  if (note[0] == '\0' && source[0] == '\0')
    return 0;
  if (draw)
    rs_scene_add_line (drawing->scene, RS_PART_RULE, (RsPoint){ room.x, y },
                       (RsPoint){ rs_rect_right (room), y }, &theme->grid,
                       theme->hairline_px * type->stroke_scale)
      ->crisp = TRUE;
  y += type->gap * 0.6;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RsLabel label = rs_label (rows[i].part, rows[i].text, type->source, &theme->secondary);

      if (rows[i].text[0] == '\0')
        continue;
      label.max_width_px = room.width;
      label.max_lines = rows[i].lines;
      if (draw && !rs_drawing_put (drawing, &label, room.x, y))
        rs_drawing_leave_out (drawing, rows[i].what, 1);
      y += rs_drawing_measure (drawing, &label).height_px + (i == 0 ? type->gap * 0.15 : 0);
    }
  return y - room.y;
}

double
rs_footer_measure (RsDrawing *drawing, double width_px, const RsFooterPlan *plan)
{
  return lay_out (drawing, rs_rect (0, 0, width_px, 0), plan, FALSE);
}

void
rs_footer_draw (RsDrawing *drawing, RsRect room, const RsFooterPlan *plan)
{
  lay_out (drawing, room, plan, TRUE);
}
