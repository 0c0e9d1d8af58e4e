/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who gets which room in a figure, and who gives way first. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/layout.h"

#include <math.h>

/* Notes and sources of an export may take this much of the picture, and less, step by step, where
 * that leaves the chart too little. */
#define FOOTER_MAX_SHARE 0.26
#define FOOTER_STEP 0.05
/* More than this is a report, not a note; what is left is counted. */
#define NOTE_MAX_LINES 4
#define FOOTER_MIN_SHARE 0.1

/* Notes give way to a chart that would be flatter than this. */
#define ASPECT_WIDEST 2.4
/* … or would have less of the height than this. */
#define CHART_GOOD_SHARE 0.36

/* So often the chart and what the foot says of it are brought together. */
#define MAX_ROUNDS 4

/* How far into the padding labels of a chart may reach. */
#define LABEL_REACH 0.4

/* What a figure gives up, step by step, until its chart has room. The title is the last to go. */
typedef struct
{
  int title_lines;
  int subtitle_lines;
  gboolean headline;
  gboolean change;
  gboolean marks;
  int note_lines;
  int source_lines;
  gboolean chart;
} Plan;

/* What the marks mean goes only where the source has gone before: without it the chart cannot be
 * read. */
static const Plan plans[] = {
  { 2, 2, TRUE, TRUE, TRUE, 3, 1, TRUE },     { 2, 2, TRUE, TRUE, TRUE, 2, 1, TRUE },
  { 2, 1, TRUE, TRUE, TRUE, 0, 1, TRUE },     { 1, 1, TRUE, TRUE, TRUE, 0, 1, TRUE },
  { 1, 0, TRUE, TRUE, TRUE, 0, 1, TRUE },     { 1, 0, TRUE, FALSE, TRUE, 0, 1, TRUE },
  { 1, 0, TRUE, FALSE, TRUE, 0, 0, TRUE },    { 1, 0, TRUE, FALSE, FALSE, 0, 0, TRUE },
  { 1, 0, TRUE, TRUE, FALSE, 0, 1, FALSE },   { 1, 0, TRUE, FALSE, FALSE, 0, 0, FALSE },
  { 1, 0, FALSE, FALSE, FALSE, 0, 0, FALSE },
};

static gboolean
has_part (const RsDrawing *drawing, RsFigureParts part)
{
  return (drawing->options->parts & part) != 0;
}

static RsHeaderPlan
plan_header (const RsDrawing *drawing, const Plan *plan)
{
  gboolean title = has_part (drawing, RS_FIGURE_TITLE);
  gboolean headline = has_part (drawing, RS_FIGURE_HEADLINE);

  return (RsHeaderPlan){
    .title_lines = title ? plan->title_lines : 0,
    .subtitle_lines = title ? plan->subtitle_lines : 0,
    .headline = headline && plan->headline,
    .change = headline && plan->change,
  };
}

/* In exports notes and sources are given in full as far as they leave the chart its room. @share:
 * of the picture, for both; 0: as the plan has it. */
static RsFooterPlan
plan_footer (const RsDrawing *drawing, const Plan *plan, double share)
{
  gboolean notes = has_part (drawing, RS_FIGURE_NOTES);
  gboolean source = has_part (drawing, RS_FIGURE_SOURCE);
  double line = rs_drawing_line (drawing, drawing->type.source);
  int room = (int) floor (drawing->options->height_px * share / MAX (1, line));

  return (RsFooterPlan){
    .marks = notes && plan->marks,
    .note_lines = notes ? MAX (MIN (room * 3 / 5, NOTE_MAX_LINES), plan->note_lines) : 0,
    .source_lines = source ? MAX (room * 2 / 5, plan->source_lines) : 0,
  };
}

double
rs_layout_get_inner_width (const RsDrawing *drawing)
{
  return MAX (1, drawing->options->width_px - 2 * drawing->type.padding);
}

static RsRect
get_inner (const RsDrawing *drawing)
{
  double padding = drawing->type.padding;

  /* Narrow pictures do with less air. */
  padding = MIN (padding, MIN (drawing->options->width_px, drawing->options->height_px) * 0.08);
  return rs_rect_inset (rs_rect (0, 0, drawing->options->width_px, drawing->options->height_px),
                        (RsInsets){ padding, padding, padding * 0.8, padding });
}

/* Gives each part its room after @plan. Returns: the height left to the chart. */
static double
apply_plan (RsLayout *self, RsDrawing *drawing, const Plan *plan, guint austerity, double share)
{
  RsRect inner = get_inner (drawing);
  double gap = drawing->type.gap;
  double header, footer, top, bottom;

  self->header_plan = plan_header (drawing, plan);
  self->footer_plan = plan_footer (drawing, plan, share);
  self->footer_plan.axis = self->axis;
  header = rs_header_lay_out (drawing, inner, &self->header_plan);
  footer = rs_footer_measure (drawing, inner.width, &self->footer_plan);
  self->limits =
    rs_rect_inset (inner, (RsInsets){ 0, -inner.x * LABEL_REACH, 0, -inner.x * LABEL_REACH });
  self->header = rs_rect (inner.x, inner.y, inner.width, header);
  self->footer = rs_rect (inner.x, rs_rect_bottom (inner) - footer, inner.width, footer);
  top = inner.y + header + (header > 0 ? gap : 0);
  bottom = self->footer.y - (footer > 0 ? gap * 0.7 : 0);
  self->chart = rs_rect (inner.x, top, inner.width, MAX (0, bottom - top));
  self->austerity = austerity;
  return bottom - top;
}

/* Notes are worth less than a chart of good proportions. */
static gboolean
is_worth (const RsLayout *self, const RsDrawing *drawing, double left, gboolean all)
{
  if (self->austerity == 0 && !all)
    return left >= self->chart.width / ASPECT_WIDEST;
  return self->austerity > 1 || left >= drawing->options->height_px * CHART_GOOD_SHARE;
}

/* Exports first give up notes and sources, line by line, before anything else goes. */
static gboolean
find_full_footer (RsLayout *self, RsDrawing *drawing, double least)
{
  for (double share = FOOTER_MAX_SHARE; share > FOOTER_MIN_SHARE; share -= FOOTER_STEP)
    {
      double left = apply_plan (self, drawing, &plans[0], 0, share);

      if (left >= least && is_worth (self, drawing, left, TRUE))
        return TRUE;
    }
  return FALSE;
}

static void
find_plan (RsLayout *self, RsDrawing *drawing, const RsMarkKind *kind, guint from)
{
  double least = kind->min_lines * rs_drawing_line (drawing, drawing->type.tick);
  gboolean wants_chart = has_part (drawing, RS_FIGURE_CHART);

  if (from == 0 && has_part (drawing, RS_FIGURE_ALL_SOURCES) && wants_chart &&
      find_full_footer (self, drawing, least))
    return;
  for (guint i = from; i < G_N_ELEMENTS (plans); i++)
    {
      double left = apply_plan (self, drawing, &plans[i], i, 0);

      if (!is_worth (self, drawing, left, has_part (drawing, RS_FIGURE_ALL_SOURCES)))
        continue;
      if (plans[i].chart && wants_chart && left >= least)
        return;
      if (!(plans[i].chart && wants_chart) && left >= 0)
        {
          self->chart.height = 0;
          return;
        }
    }
  self->chart.height = 0;
}

void
rs_layout_init (RsLayout *self, RsDrawing *drawing, const RsMarkKind *kind, guint austerity)
{
  RsScene *scene = g_steal_pointer (&drawing->scene);

  /* Without a scene everything is only measured. */
  *self = (RsLayout){ 0 };
  self->card = rs_rect (0, 0, drawing->options->width_px, drawing->options->height_px);
  find_plan (self, drawing, kind, austerity);
  drawing->chart_height_px = self->chart.height;
  /* What the axis says of itself stands in the foot; it is known once the chart's height is. Its
   * lines take of that height, which may change what is to be said: how many rows are shown. */
  for (guint round = 0; round < MAX_ROUNDS && kind->describe_axis != NULL && self->chart.height > 0;
       round++)
    {
      g_autofree char *axis = kind->describe_axis (drawing, self->chart);

      if (g_strcmp0 (axis, self->axis) == 0)
        break;
      g_free (self->axis);
      self->axis = g_steal_pointer (&axis);
      find_plan (self, drawing, kind, austerity);
    }
  drawing->scene = scene;
}

void
rs_layout_clear (RsLayout *self)
{
  g_clear_pointer (&self->axis, g_free);
}

double
rs_layout_measure_rest (RsDrawing *drawing, const RsMarkKind *kind, double chart_height_px)
{
  RsLayout layout = { 0 };
  double left;

  drawing->chart_height_px = chart_height_px;
  if (kind->describe_axis != NULL)
    layout.axis = kind->describe_axis (
      drawing, rs_rect (0, 0, rs_layout_get_inner_width (drawing), chart_height_px));
  left = apply_plan (&layout, drawing, &plans[0], 0,
                     has_part (drawing, RS_FIGURE_ALL_SOURCES) ? FOOTER_MAX_SHARE : 0);
  rs_layout_clear (&layout);
  return drawing->options->height_px - left;
}
