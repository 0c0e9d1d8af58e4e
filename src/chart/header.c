/* SPDX-License-Identifier: GPL-3.0-or-later
 * The head of a figure: title, what is measured, the number, its change and its verdict. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/header.h"

#include <math.h>

#include "query/summary.h"

/* How far a chip reaches beyond its text, in ems. */
#define CHIP_X_EM 0.8
#define CHIP_Y_EM 0.22

/* Where the next item of the headline goes. */
typedef struct
{
  RsDrawing *drawing;
  RsRect room;
  double x;        /* next free place in the row */
  double baseline; /* of the row */
  double bottom;   /* lowest edge so far */
  gboolean empty;  /* the row holds nothing yet */
  double gap;
} Row;

static double
lay_out_text (RsDrawing *drawing, RsRect room, double y, RsLabel *label, const char *what)
{
  RsTextExtents extents;

  if (label->text[0] == '\0')
    return 0;
  label->max_width_px = room.width;
  extents = rs_drawing_measure (drawing, label);
  if (drawing->scene != NULL && !rs_drawing_put (drawing, label, room.x, y))
    rs_drawing_leave_out (drawing, what, 1);
  return extents.height_px;
}

/* A new row of body text under what there is. */
static void
begin_row (Row *row, const RsTextExtents *extents)
{
  row->x = row->room.x;
  row->baseline = row->bottom + row->gap / 2 + extents->baseline_px;
  row->empty = TRUE;
}

/* Puts @label on the row's baseline, or on a new row where it does not fit. */
static void
add_item (Row *row, RsLabel *label, double gap, double inset)
{
  double right = rs_rect_right (row->room);
  RsTextExtents extents;
  double y;

  label->max_width_px = 0;
  label->max_lines = 1;
  extents = rs_drawing_measure (row->drawing, label);
  if (!row->empty && row->x + gap + extents.width_px + 2 * inset > right)
    {
      label->max_width_px = row->room.width - 2 * inset;
      label->max_lines = 2;
      extents = rs_drawing_measure (row->drawing, label);
      begin_row (row, &extents);
    }
  else if (row->empty && extents.width_px + 2 * inset > row->room.width)
    {
      label->max_width_px = row->room.width - 2 * inset;
      extents = rs_drawing_measure (row->drawing, label);
    }
  if (!row->empty)
    row->x += gap;
  y = row->baseline - extents.baseline_px;
  if (row->drawing->scene != NULL && !rs_drawing_put (row->drawing, label, row->x + inset, y))
    rs_drawing_leave_out (row->drawing, "headline", 1);
  row->x += extents.width_px + 2 * inset;
  row->bottom = MAX (row->bottom, y + extents.height_px);
  row->empty = FALSE;
}

static void
pick_chip_colors (const RsTheme *theme,
                  RsJudgement judgement,
                  const RsColor **text,
                  const RsColor **ground)
{
  switch (judgement)
    {
    case RS_JUDGEMENT_MET:
      *text = &theme->good;
      *ground = &theme->good_ground;
      return;
    case RS_JUDGEMENT_MISSED:
      *text = &theme->adverse;
      *ground = &theme->adverse_ground;
      return;
    case RS_JUDGEMENT_NONE:
    case RS_JUDGEMENT_CANNOT:
      *text = &theme->neutral;
      *ground = &theme->neutral_ground;
      return;
    }
  g_return_if_reached ();
}

/* The verdict: at the right end of the row where there is room, else on a row of its own. */
static void
add_chip (Row *row, const char *verdict, RsJudgement judgement, RsDatum datum)
{
  RsDrawing *drawing = row->drawing;
  double size = drawing->type.chip;
  double inset = CHIP_X_EM * size;
  const RsColor *color = &drawing->theme->neutral;
  const RsColor *ground = &drawing->theme->neutral_ground;
  RsLabel label;
  RsTextExtents extents;
  double y;

  if (verdict[0] == '\0')
    return;
  pick_chip_colors (drawing->theme, judgement, &color, &ground);
  label = rs_label (RS_PART_CHIP, verdict, size, color);
  label.weight = RS_WEIGHT_BOLD;
  label.datum = datum;
  extents = rs_drawing_measure (drawing, &label);
  if (row->x + row->gap + extents.width_px + 2 * inset > rs_rect_right (row->room))
    {
      if (judgement == RS_JUDGEMENT_NONE)
        {
          /* That there is no target is not worth a row of its own. */
          rs_drawing_leave_out (drawing, "verdict", 1);
          return;
        }
      label.max_width_px = MAX (1, row->room.width - 2 * inset);
      label.max_lines = 2;
      extents = rs_drawing_measure (drawing, &label);
      begin_row (row, &extents);
      row->baseline += CHIP_Y_EM * size;
      row->x = row->room.x + inset;
    }
  else
    row->x = rs_rect_right (row->room) - inset - extents.width_px;
  y = row->baseline - extents.baseline_px;
  if (drawing->scene != NULL && !rs_drawing_can_put (drawing, &label, row->x, y))
    rs_drawing_leave_out (drawing, "verdict", 1);
  else if (drawing->scene != NULL)
    {
      RsRect pill = rs_rect (row->x - inset, y - CHIP_Y_EM * size, extents.width_px + 2 * inset,
                             extents.height_px + 2 * CHIP_Y_EM * size);
      RsMark *mark = rs_scene_add_rect (drawing->scene, RS_PART_CHIP, pill, ground, NULL, 0);

      mark->radius_px = MIN (pill.height / 2, size);
      mark->datum = datum;
      rs_drawing_put (drawing, &label, row->x, y);
    }
  row->bottom = MAX (row->bottom, y + extents.height_px + CHIP_Y_EM * size);
}

/* A list of figures has no number that stands for all, unless its view names one or it has but one.
 */
static gboolean
wants_headline (const RsDrawing *drawing)
{
  if (rs_frame_get_kind (drawing->frame) != RS_CHART_FIGURES)
    return TRUE;
  return rs_frame_get_n_series (drawing->frame) == 1 ||
         (drawing->view != NULL && drawing->view->headline != NULL);
}

static gboolean
fits_row (const Row *row, RsLabel *label, double gap)
{
  return row->x + gap + rs_drawing_measure (row->drawing, label).width_px <=
         rs_rect_right (row->room);
}

/* Region and year where they fit beside each other, else the year. (transfer full) */
static char *
describe_no_value (const Row *row, RsLabel label)
{
  const RsDrawing *drawing = row->drawing;
  const char *region = rs_frame_get_home_label (drawing->frame);
  int year = rs_frame_get_year (drawing->frame);
  g_autofree char *full = NULL;

  if (region[0] != '\0')
    {
      /* Translators: a region and a year. */
      full = g_strdup_printf (rs_tr (drawing->language, "no figure for %s in %d"), region, year);
      label.text = full;
      if (fits_row (row, &label, 0))
        return g_steal_pointer (&full);
    }
  /* Translators: %d is a year. */
  return g_strdup_printf (rs_tr (drawing->language, "no figure for %d"), year);
}

/* The number's place when the chosen year has none: nothing stands in for it. */
static double
lay_out_no_value (Row *row)
{
  RsDrawing *drawing = row->drawing;
  double top = row->bottom;
  RsLabel label = rs_label (RS_PART_VALUE, "0", drawing->type.value, &drawing->theme->secondary);
  RsTextExtents extents;
  g_autofree char *text = NULL;

  if (rs_frame_get_year (drawing->frame) == 0 || rs_frame_get_empty_reason (drawing->frame) != NULL)
    return 0;
  /* As high as a number would be, so that charts side by side stay level. */
  label.weight = RS_WEIGHT_HEAVY;
  extents = rs_drawing_measure (drawing, &label);
  row->baseline = top + extents.baseline_px;
  row->bottom = top + extents.height_px;
  label = rs_label (RS_PART_CHANGE, "", drawing->type.value_unit, &drawing->theme->secondary);
  text = describe_no_value (row, label);
  label.text = text;
  add_item (row, &label, 0, 0);
  return row->bottom - top;
}

/* Of which series the number is, and of which month where the year has several: "Pension · June
 * 2022". (transfer full) */
static char *
describe_headline (const RsDrawing *drawing, const RsDatum *datum)
{
  const RsFramePoint *point =
    &rs_frame_get_series (drawing->frame, (guint) datum->series)->points[datum->point];
  g_autofree char *name = rs_summary_headline_label (drawing->frame);
  g_autofree char *period = NULL;

  if (point->period.type == RS_PERIOD_YEAR || point->period.type == RS_PERIOD_NONE)
    return g_steal_pointer (&name);
  period = rs_period_to_label (point->period, drawing->language);
  return g_strjoin (name[0] != '\0' ? " · " : "", name, period, NULL);
}

/* The unit, and of which series the number is: in one row with it where there is room, else the
 * name takes a row of its own, or where there is none (@may_wrap) is left to the chart. */
static void
add_unit (Row *row, const RsDatum *datum, gboolean may_wrap)
{
  const RsDrawing *drawing = row->drawing;
  const RsTypeScale *type = &drawing->type;
  double gap = type->value * 0.28;
  g_autofree char *unit = rs_frame_get_unit_label (drawing->frame, (guint) datum->series, TRUE);
  g_autofree char *name = describe_headline (drawing, datum);
  g_autofree char *both = g_strdup_printf ("%s · %s", unit, name);
  RsLabel label = rs_label (RS_PART_VALUE, both, type->value_unit, &drawing->theme->secondary);

  if (unit[0] != '\0' && name[0] != '\0' && fits_row (row, &label, gap))
    {
      add_item (row, &label, gap, 0);
      return;
    }
  label.text = unit;
  if (unit[0] != '\0')
    add_item (row, &label, gap, 0);
  label.text = name;
  if (name[0] != '\0' && (may_wrap || fits_row (row, &label, gap)))
    add_item (row, &label, gap, 0);
  else if (name[0] != '\0')
    rs_drawing_leave_out (row->drawing, "headline", 1);
}

static double
lay_out_headline (RsDrawing *drawing, RsRect room, double y, gboolean with_change)
{
  const RsTheme *theme = drawing->theme;
  const RsTypeScale *type = &drawing->type;
  Row row = { drawing, room, room.x, y, y, TRUE, type->gap };
  RsDatum datum;
  const RsSeries *series;
  g_autofree char *value = NULL, *marks = NULL, *text = NULL;
  RsLabel label;

  if (!wants_headline (drawing) || !rs_frame_has_home (drawing->frame))
    return 0;
  rs_frame_get_headline (drawing->frame, &datum.series, &datum.point);
  if (datum.series < 0 || datum.point < 0)
    return lay_out_no_value (&row);
  series = rs_frame_get_series (drawing->frame, (guint) datum.series);
  value = rs_summary_headline_value (drawing->frame, (guint) datum.series, (guint) datum.point);
  marks = rs_summary_marks (drawing->frame, (guint) datum.series, (guint) datum.point);
  text = rs_drawing_join_marks (value, marks);
  label = rs_label (RS_PART_VALUE, text, type->value, &theme->text);
  label.weight = RS_WEIGHT_HEAVY;
  label.datum = datum;
  row.baseline = y + rs_drawing_measure (drawing, &label).baseline_px;
  add_item (&row, &label, 0, 0);
  add_unit (&row, &datum, with_change);
  if (with_change)
    {
      const RsFramePoint *point = &series->points[datum.point];
      g_autofree char *change =
        rs_summary_change (drawing->frame, (guint) datum.series, (guint) datum.point);
      g_autofree char *verdict =
        rs_summary_verdict (drawing->frame, (guint) datum.series, (guint) datum.point);
      gboolean known = point->change.obstacle == RS_OBSTACLE_NONE;

      label = rs_label (RS_PART_CHANGE, change, type->value_unit,
                        known ? &theme->text : &theme->secondary);
      label.weight = known ? RS_WEIGHT_BOLD : RS_WEIGHT_NORMAL;
      label.datum = datum;
      if (change[0] != '\0')
        add_item (&row, &label, type->gap * 1.2, 0);
      add_chip (&row, verdict, point->verdict.judgement, datum);
    }
  return row.bottom - y;
}

double
rs_header_lay_out (RsDrawing *drawing, RsRect room, const RsHeaderPlan *plan)
{
  const RsTypeScale *type = &drawing->type;
  const RsTheme *theme = drawing->theme;
  double y = room.y;

  if (plan->title_lines > 0)
    {
      RsLabel label =
        rs_label (RS_PART_TITLE, rs_frame_get_title (drawing->frame), type->title, &theme->text);

      label.weight = RS_WEIGHT_BOLD;
      label.max_lines = plan->title_lines;
      y += lay_out_text (drawing, room, y, &label, "title");
    }
  if (plan->subtitle_lines > 0)
    {
      RsLabel label = rs_label (RS_PART_SUBTITLE, rs_frame_get_subtitle (drawing->frame),
                                type->subtitle, &theme->secondary);

      label.max_lines = plan->subtitle_lines;
      y += type->gap * 0.15;
      y += lay_out_text (drawing, room, y, &label, "subtitle");
    }
  if (plan->headline)
    {
      double height;

      y += y > room.y ? type->gap * 0.5 : 0;
      height = lay_out_headline (drawing, room, y, plan->change);
      y += height;
    }
  return y - room.y;
}
