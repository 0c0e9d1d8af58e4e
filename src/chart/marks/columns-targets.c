/* SPDX-License-Identifier: GPL-3.0-or-later
 * Targets of columns: ticks, and their rules in the form that has room. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/marks/columns-private.h"
#include "chart/marks/least-text.h"

#include <string.h>

#define TARGET_STROKE_PX 2.0
/* How far a target's tick reaches beyond its column; beside another column it does not. */
#define TARGET_REACH 0.12
/* Where labels of targets are too broad for their columns, they are this much smaller … */
#define TARGET_SMALL 0.86
/* … but never smaller than this on a card, in px at a text scale of 1. */
#define TARGET_LEAST_PX 9.5
/* How far over its column the chosen rule is tried, in half its height. */
#define OVER_LINES 3
/* Between the grounds of the two lines of a stack. */
#define PLATES_PX 3.0
/* From a text to the end of its ground. */
#define PLATE_AIR_PX 4.0

void
rs_columns_draw_target (const RsColumns *self, const RsColumn *column, const RsTarget *target)
{
  RsDrawing *drawing = self->plot->drawing;
  double y = rs_scale_map (&self->plot->values.scale, target->value);
  double reach = self->width * (self->grouped ? 0.5 : 0.5 + TARGET_REACH);

  rs_drawing_add_tick (drawing, RS_PART_TARGET, column->datum, (RsPoint){ column->x - reach, y },
                       (RsPoint){ column->x + reach, y }, &drawing->theme->target,
                       TARGET_STROKE_PX * drawing->type.stroke_scale, target->derived);
}

typedef struct
{
  char *text;   /* (owned): in one line, or the operator */
  char *number; /* (nullable) (owned): of a stack, under it */
  RsLabel label;
  double width, height, upper;
} TargetLabel;

static TargetLabel
get_target_label (const RsColumns *self,
                  const RsColumn *column,
                  const RsTarget *target,
                  RsTargetForm form)
{
  const RsDrawing *drawing = self->plot->drawing;
  gboolean stacked = form == RS_TARGET_STACKED || form == RS_TARGET_SMALL_STACK;
  gboolean small = form == RS_TARGET_SMALLER || form == RS_TARGET_SMALL_STACK;
  double least = rs_least_text_get_px (drawing, TARGET_LEAST_PX);
  TargetLabel out = { 0 };
  RsTextExtents extents;

  out.text = rs_drawing_describe_target (drawing, (guint) column->datum.series, target);
  out.label = rs_label (RS_PART_TARGET, out.text, drawing->type.tick, &drawing->theme->target);
  if (small)
    out.label.size_px = MIN (drawing->type.tick, MAX (least, drawing->type.tick * TARGET_SMALL));
  out.label.align = RS_ALIGN_MIDDLE;
  out.label.datum = column->datum;
  if (column->chosen)
    out.label.weight = RS_WEIGHT_BOLD;
  if (stacked)
    {
      char *space = strstr (out.text, "\u00a0");

      if (space != NULL)
        {
          out.number = g_strdup (space + strlen ("\u00a0"));
          *space = '\0';
        }
    }
  extents = rs_drawing_measure (drawing, &out.label);
  out.width = extents.width_px;
  out.height = out.upper = extents.height_px;
  if (out.number != NULL)
    {
      RsLabel lower = out.label;

      lower.text = out.number;
      extents = rs_drawing_measure (drawing, &lower);
      out.width = MAX (out.width, extents.width_px);
      out.height = out.upper + extents.height_px;
    }
  return out;
}

static void
target_label_clear (TargetLabel *self)
{
  g_free (self->text);
  g_free (self->number);
}

/* Both lines or none. */
static gboolean
put_target_at (const RsColumns *self, const TargetLabel *target, double x, double top)
{
  RsDrawing *drawing = self->plot->drawing;
  RsLabel lower = target->label;

  if (target->number == NULL)
    return rs_drawing_put (drawing, &target->label, x, top);
  lower.text = target->number;
  if (!rs_drawing_can_put (drawing, &lower, x, top + target->upper) ||
      !rs_drawing_can_put (drawing, &target->label, x, top))
    return FALSE;
  return rs_drawing_put (drawing, &target->label, x, top) &&
         rs_drawing_put (drawing, &lower, x, top + target->upper);
}

/* Over the column and the number on it. */
static gboolean
put_over_column (const RsColumns *self, const RsColumn *column, TargetLabel *at, double top)
{
  at->label.avoid = RS_OBSTACLE_INK;
  for (int line = 0; line <= OVER_LINES; line++)
    if (put_target_at (self, at, column->x, top - self->gap - at->height - line * at->height / 2))
      return TRUE;
  return FALSE;
}

static gboolean
put_inside (const RsColumns *self, const RsColumn *column, TargetLabel *at, double top)
{
  RsColumnLook look = rs_columns_get_look (self, column);

  if (!column->has_value || at->width + 2 > self->width || top + at->height >= column->bottom)
    return FALSE;
  at->label.color = rs_column_is_hollow (&look)
                      ? &self->plot->drawing->theme->text
                      : rs_drawing_text_on (self->plot->drawing, &look.color);
  return put_target_at (self, at, column->x, top);
}

/* In free room over or under the tick. */
static gboolean
put_outside (const RsColumns *self, const RsColumn *column, TargetLabel *at, double y, double off)
{
  at->label.avoid = RS_OBSTACLE_INK;
  return put_target_at (self, at, column->x, y - off - at->height) ||
         (!column->has_value && put_target_at (self, at, column->x, y + off));
}

/* On a ground of its own, which may hide lines, but would cut a column in two (R10). */
static gboolean
put_on_plate (const RsColumns *self, const RsColumn *column, TargetLabel at, double y, double off)
{
  at.label.plate = &self->plot->drawing->theme->card;
  if (at.number != NULL)
    {
      at.upper += PLATES_PX;
      at.height += PLATES_PX;
    }
  if (!rs_columns_is_clear (self, column, at.width + 2 * PLATE_AIR_PX))
    return FALSE;
  return (y - off <= column->top && put_target_at (self, &at, column->x, y - off - at.height)) ||
         (!column->has_value && put_target_at (self, &at, column->x, y + off));
}

/* @last: no form has room where it should be. */
static gboolean
put_target_form (const RsColumns *self,
                 const RsColumn *column,
                 const RsTarget *target,
                 RsTargetForm form,
                 gboolean last)
{
  TargetLabel at = get_target_label (self, column, target, form);
  double y = rs_scale_map (&self->plot->values.scale, target->value);
  double off = self->gap / 2 + TARGET_STROKE_PX * self->plot->drawing->type.stroke_scale;
  gboolean missed = !column->has_value || y <= column->top + 1;
  gboolean clear =
    rs_columns_is_clear (self, column, at.width) || (!self->grouped && at.width <= self->slot);
  gboolean done = FALSE;

  if (!last)
    done = (!missed && put_inside (self, column, &at, y + off)) ||
           (missed && clear && put_outside (self, column, &at, y, off)) ||
           (missed && put_inside (self, column, &at, MAX (y, column->top) + off));
  else
    done = (missed && put_on_plate (self, column, at, y, off)) ||
           (column->chosen && (clear || !self->grouped) &&
            put_over_column (self, column, &at, MIN (y, column->top)));
  target_label_clear (&at);
  return done;
}

gboolean
rs_columns_put_target (const RsColumns *self, const RsColumn *column, const RsTarget *target)
{
  for (RsTargetForm form = column->chosen ? RS_TARGET_PLAIN : self->form; form < RS_N_TARGET_FORMS;
       form++)
    if (put_target_form (self, column, target, form, FALSE))
      return TRUE;
  for (RsTargetForm form = column->chosen || self->grouped ? RS_TARGET_PLAIN : self->form;
       form < RS_N_TARGET_FORMS; form++)
    if (put_target_form (self, column, target, form, TRUE))
      return TRUE;
  return FALSE;
}

RsTargetForm
rs_columns_find_form (const RsColumns *self,
                      const RsColumn *column,
                      const RsTarget *target,
                      RsTargetForm form)
{
  for (; form + 1 < RS_N_TARGET_FORMS; form++)
    {
      TargetLabel label = get_target_label (self, column, target, form);
      gboolean fits = label.width + 2 <= self->width;

      target_label_clear (&label);
      if (fits)
        break;
    }
  return form;
}
