/* SPDX-License-Identifier: GPL-3.0-or-later
 * The foot of a figure: the view's note, what the marks mean, notes, and where the figures come
 * from. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/footer.h"

#include <string.h>

#include "chart/marks/series.h"
#include "query/summary.h"

/* At most this many sources are named where there is one line for them. */
#define SOURCES_IN_SHORT 3
/* From so many on it is tried in steps which number of sources has room. */
#define SOURCES_IN_FULL 16
/* One source and the number of the others may take this many lines, so that the number is seen. */
#define LEAST_SOURCE_LINES 3

static int
count_lines (const RsDrawing *drawing, const char *text, double width_px)
{
  RsLabel label = rs_label (RS_PART_NOTE, text, drawing->type.source, NULL);

  label.max_width_px = width_px;
  label.max_lines = 0;
  return text[0] != '\0' ? rs_drawing_measure (drawing, &label).n_lines : 0;
}

/* How long the text is without the stop of a sentence at its end. */
static gsize
measure_without_stop (const char *text)
{
  static const char *const stops[] = { ".", "。" };
  gsize length = strlen (text);

  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    if (g_str_has_suffix (text, stops[i]))
      return length - strlen (stops[i]);
  return length;
}

/* The dot between several parts is stop enough. (transfer full) */
static char *
join (GPtrArray *parts, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      const char *part = g_ptr_array_index (parts, i);

      if (text->len > 0)
        g_string_append (text, " · ");
      g_string_append_len (text, part,
                           (gssize) (n > 1 ? measure_without_stop (part) : strlen (part)));
    }
  return g_string_free (text, FALSE);
}

/* What the marks mean. Without it the picture cannot be read: it is never cut. (transfer full)
 * (element-type utf8) */
static GPtrArray *
collect_marks (const RsDrawing *drawing, const RsFooterPlan *plan)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *legend = rs_summary_legend_of_marks (drawing->frame);
  const char *incomplete = rs_series_describe_incomplete (drawing);

  if (!plan->marks)
    return parts;
  if (legend[0] != '\0')
    g_ptr_array_add (parts, g_steal_pointer (&legend));
  if (incomplete != NULL)
    g_ptr_array_add (parts, g_strdup (incomplete));
  if (plan->axis != NULL)
    g_ptr_array_add (parts, g_strdup (plan->axis));
  return parts;
}

/* The view's note, the meaning of the marks, and, in exports, every note of what is shown. Whole
 * notes only: those that find no room are counted. (transfer full) */
static char *
get_note (RsDrawing *drawing, double width_px, const RsFooterPlan *plan)
{
  const RsFrame *frame = drawing->frame;
  gboolean all = (drawing->options->parts & RS_FIGURE_ALL_SOURCES) != 0;
  const char *note =
    drawing->view != NULL ? rs_text_get (&drawing->view->note, drawing->language) : "";
  g_autoptr (GPtrArray) parts = collect_marks (drawing, plan);
  guint n_marks = parts->len;
  guint further = all ? rs_frame_get_n_further_remarks (frame) : 0;
  char *text = NULL;

  if (note[0] != '\0')
    g_ptr_array_add (parts, g_strdup (note));
  for (guint i = 0; all && i < rs_frame_get_n_notes (frame); i++)
    if (!rs_frame_note_is_count (frame, i))
      g_ptr_array_add (parts, g_strdup (rs_frame_get_note (frame, i)));
  for (guint n = parts->len;; n--)
    {
      guint left = further + (parts->len - n);
      g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *begin = join (parts, n);

      if (begin[0] != '\0')
        g_ptr_array_add (shown, g_strdup (begin));
      if (left > 0 && all)
        g_ptr_array_add (shown, rs_frame_describe_further_remarks (frame, left, TRUE));
      text = join (shown, shown->len);
      if (count_lines (drawing, text, width_px) > plan->note_lines && n > n_marks)
        {
          g_free (text);
          continue;
        }
      rs_drawing_leave_out (drawing, "notes", parts->len - n);
      if (count_lines (drawing, text, width_px) <= plan->note_lines)
        return text;
      g_free (text);
      return g_steal_pointer (&begin);
    }
}

/* At most @max sources (0: all); an export says of what day the data are as well. (transfer full)
 */
static char *
describe_sources (const RsDrawing *drawing, guint max)
{
  gboolean all = (drawing->options->parts & RS_FIGURE_ALL_SOURCES) != 0;
  g_autofree char *sources = rs_summary_sources (drawing->frame, max);
  g_autofree char *date = all ? rs_summary_data_date (drawing->frame) : g_strdup ("");

  if (sources[0] == '\0' || date[0] == '\0')
    return g_strconcat (sources, date, NULL);
  return g_strconcat (sources, " · ", date, NULL);
}

/* All sources, or as many as the lines hold with the count of the others. (transfer full) */
static char *
get_source (const RsDrawing *drawing, double width_px, int lines)
{
  guint most = SOURCES_IN_SHORT;

  if ((drawing->options->parts & RS_FIGURE_ALL_SOURCES) != 0)
    {
      g_autofree char *text = describe_sources (drawing, 0);

      if (count_lines (drawing, text, width_px) <= lines)
        return g_steal_pointer (&text);
      most = MIN (SOURCES_IN_FULL, rs_frame_get_n_sources (drawing->frame));
    }
  for (guint n = most; n > 1; n--)
    {
      g_autofree char *text = describe_sources (drawing, n);

      if (count_lines (drawing, text, width_px) <= lines)
        return g_steal_pointer (&text);
    }
  return describe_sources (drawing, 1);
}

/* Where a sentence stands in the chart's place nothing is drawn that marks could mean or that came
 * from somewhere. */
static gboolean
is_empty (const RsDrawing *drawing)
{
  return rs_frame_get_empty_reason (drawing->frame) != NULL &&
         rs_frame_get_n_goals (drawing->frame) == 0;
}

static double
lay_out (RsDrawing *drawing, RsRect room, const RsFooterPlan *plan, gboolean draw)
{
  const RsTypeScale *type = &drawing->type;
  const RsTheme *theme = drawing->theme;
  g_autofree char *note = get_note (drawing, room.width, plan);
  g_autofree char *source =
    plan->source_lines > 0 ? get_source (drawing, room.width, plan->source_lines) : g_strdup ("");
  const struct
  {
    RsPart part;
    const char *text;
    int lines;
    const char *what;
  } rows[] = {
    { RS_PART_NOTE, note, 0, "notes" },
    { RS_PART_SOURCE, source, MAX (plan->source_lines, LEAST_SOURCE_LINES), "sources" },
  };
  double y = room.y;

  if (is_empty (drawing) || (note[0] == '\0' && source[0] == '\0'))
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
