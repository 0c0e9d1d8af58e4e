/* SPDX-License-Identifier: GPL-3.0-or-later
 * Targets of series over time. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/marks/plot-targets.h"

#include "chart/marks/least-text.h"

#define TARGET_STROKE_PX 2.0
/* Half of a target's tick, as a share of a period, and its bounds in px. */
#define TARGET_HALF 0.42
#define TARGET_HALF_MIN_PX 5.0
#define TARGET_HALF_MAX_PX 26.0
/* Size of a target's label where it has no room else. */
#define TARGET_SMALL 0.86
/* … and on a card never below this, in px at a text scale of 1. */
#define TARGET_LEAST_PX 9.0

static double
get_target_half (const RsPlot *plot)
{
  double unit = plot->drawing->type.stroke_scale;

  return CLAMP (rs_time_axis_get_step_px (&plot->time) * TARGET_HALF, TARGET_HALF_MIN_PX * unit,
                TARGET_HALF_MAX_PX * unit);
}

void
rs_plot_draw_targets (RsPlot *plot, guint in_panel, const RsColor *color)
{
  RsDrawing *drawing = plot->drawing;
  guint index = plot->panel->series[in_panel];
  const RsSeries *series = rs_frame_get_series (drawing->frame, index);
  double unit = drawing->type.stroke_scale;
  double half = get_target_half (plot);

  for (guint i = 0; i < series->n_points; i++)
    {
      const RsTarget *target = rs_plot_get_target (plot, &series->points[i]);
      RsPoint at;

      if (target == NULL)
        {
          if (rs_drawing_get_target (drawing, &series->points[i]) != NULL)
            rs_drawing_leave_out (drawing, "targets", 1);
          continue;
        }
      at = rs_plot_map (plot, series->points[i].period, target->value);
      rs_drawing_add_tick (drawing, RS_PART_TARGET, (RsDatum){ (int) index, (int) i },
                           (RsPoint){ MAX (plot->area.x, at.x - half), at.y },
                           (RsPoint){ MIN (rs_rect_right (plot->area), at.x + half), at.y }, color,
                           TARGET_STROKE_PX * unit, target->derived);
    }
}

static gboolean
is_same_rule (const RsTarget *a, const RsTarget *b)
{
  return a != NULL && b != NULL && a->op == b->op && a->value == b->value;
}

/* Over, under or beside its tick, whatever is free; the chosen one in smaller type or, at last,
 * over lines as well. */
static gboolean
put_target_label (RsPlot *plot, RsLabel *label, RsPoint at, double half, gboolean chosen)
{
  RsDrawing *drawing = plot->drawing;
  double off = 4.5 * drawing->type.stroke_scale;
  double size = label->size_px;
  double small = MAX (size * TARGET_SMALL, rs_least_text_get_px (drawing, TARGET_LEAST_PX));

  for (int round = 0; round < (chosen ? 3 : 2); round++)
    {
      double height;

      label->size_px = round == 0 ? size : MIN (size, small);
      label->avoid = round < 2 ? RS_OBSTACLE_INK : 0;
      height = rs_drawing_measure (drawing, label).height_px;
      {
        const struct
        {
          RsAlign align;
          double x, top;
        } places[] = {
          { RS_ALIGN_MIDDLE, at.x, at.y - off - height },
          { RS_ALIGN_MIDDLE, at.x, at.y + off },
          { RS_ALIGN_END, at.x + half, at.y - off - height },
          { RS_ALIGN_END, at.x + half, at.y + off },
          { RS_ALIGN_START, at.x - half, at.y - off - height },
          { RS_ALIGN_START, at.x - half, at.y + off },
          { RS_ALIGN_START, at.x, at.y - off - height },
          { RS_ALIGN_END, at.x, at.y - off - height },
          { RS_ALIGN_START, at.x + half, at.y - off - height },
          { RS_ALIGN_END, at.x - half, at.y - off - height },
          { RS_ALIGN_END, at.x - half - off, at.y - height / 2 },
          { RS_ALIGN_START, at.x + half + off, at.y - height / 2 },
        };

        for (guint i = 0; i < G_N_ELEMENTS (places); i++)
          {
            label->align = places[i].align;
            if (rs_drawing_put (drawing, label, places[i].x, places[i].top))
              return TRUE;
          }
      }
    }
  return FALSE;
}

/* Each rule is said where it changes, or as soon after that as there is room, and at the chosen
 * year. */
void
rs_plot_label_targets (RsPlot *plot, guint in_panel, const RsColor *color, gboolean chosen)
{
  RsDrawing *drawing = plot->drawing;
  guint index = plot->panel->series[in_panel];
  const RsSeries *series = rs_frame_get_series (drawing->frame, index);
  const RsTarget *before = NULL;
  gboolean said = FALSE;

  for (guint i = 0; i < series->n_points; i++)
    {
      const RsTarget *target = rs_plot_get_target (plot, &series->points[i]);
      g_autofree char *text = NULL;
      RsLabel label;

      said = said && is_same_rule (before, target);
      before = target;
      if (target == NULL || chosen != ((int) i == series->selected) || said)
        continue;
      text = rs_drawing_describe_target (drawing, index, target);
      label = rs_label (RS_PART_TARGET, text, drawing->type.tick, color);
      label.plate = &drawing->theme->card;
      label.datum = (RsDatum){ (int) index, (int) i };
      label.weight = chosen ? RS_WEIGHT_BOLD : RS_WEIGHT_NORMAL;
      said =
        put_target_label (plot, &label, rs_plot_map (plot, series->points[i].period, target->value),
                          get_target_half (plot), chosen);
      if (!said)
        rs_drawing_leave_out (drawing, "targets", 1);
    }
}
