/* SPDX-License-Identifier: GPL-3.0-or-later
 * Frame in, scene out. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/chart.h"

#include <math.h>

#include "chart/chart-model.h"
#include "chart/layout.h"
#include "query/summary.h"

/* Proportions of a chart (width : height). */
#define ASPECT_WIDEST 2.4
#define ASPECT_NARROWEST 1.2
/* Corners of a card in px. */
#define CARD_RADIUS_PX 12.0
/* Nothing is laid out smaller or larger than this. */
#define SIDE_MIN_PX 16.0
#define SIDE_MAX_PX 32767.0

/* One row a kind. */
static const RsMarkKind kinds[RS_N_CHART_KINDS] = {
  [RS_CHART_AUTO] = { .draw = rs_marks_draw_empty, .min_lines = 2 },
  [RS_CHART_COLUMNS] = { .draw = rs_marks_draw_columns,
                         .describe_axis = rs_marks_describe_columns_axis,
                         .min_lines = 5 },
  [RS_CHART_LINES] = { .draw = rs_marks_draw_lines,
                       .describe_axis = rs_marks_describe_lines_axis,
                       .min_lines = 5 },
  [RS_CHART_BARS] = { .draw = rs_marks_draw_bars,
                      .describe_axis = rs_marks_describe_bars,
                      .get_height = rs_marks_get_bars_height,
                      .min_lines = 2.5 },
  [RS_CHART_YEARS] = { .draw = rs_marks_draw_years,
                       .describe_axis = rs_marks_describe_years_axis,
                       .min_lines = 5 },
  [RS_CHART_RANKED] = { .draw = rs_marks_draw_ranked,
                        .describe_axis = rs_marks_describe_ranked,
                        .get_height = rs_marks_get_ranked_height,
                        .min_lines = 2.5 },
  [RS_CHART_SLOPE] = { .draw = rs_marks_draw_slope,
                       .describe_axis = rs_marks_describe_slope_axis,
                       .get_height = rs_marks_get_slope_height,
                       .min_lines = 5 },
  [RS_CHART_BULLET] = { .draw = rs_marks_draw_bullet,
                        .describe_axis = rs_marks_describe_bullet,
                        .get_height = rs_marks_get_bullet_height,
                        .min_lines = 3 },
  [RS_CHART_DUMBBELL] = { .draw = rs_marks_draw_dumbbell,
                          .describe_axis = rs_marks_describe_dumbbell_axis,
                          .get_height = rs_marks_get_dumbbell_height,
                          .min_lines = 5 },
  [RS_CHART_STACKED] = { .draw = rs_marks_draw_stacked,
                         .describe_axis = rs_marks_describe_stacked,
                         .min_lines = 5 },
  [RS_CHART_MULTIPLES] = { .draw = rs_marks_draw_multiples,
                           .describe_axis = rs_marks_describe_multiples,
                           .get_height = rs_marks_get_multiples_height,
                           .min_lines = 5 },
  [RS_CHART_HEAT] = { .draw = rs_marks_draw_heat,
                      .describe_axis = rs_marks_describe_heat,
                      .get_height = rs_marks_get_heat_height,
                      .min_lines = 4 },
  [RS_CHART_TILES] = { .draw = rs_marks_draw_tiles,
                       .describe_axis = rs_marks_describe_tiles,
                       .get_height = rs_marks_get_tiles_height,
                       .min_lines = 5 },
  [RS_CHART_AREAS] = { .draw = rs_marks_draw_areas,
                       .describe_axis = rs_marks_describe_areas_axis,
                       .min_lines = 5 },
  [RS_CHART_DOTS] = { .draw = rs_marks_draw_dots,
                      .describe_axis = rs_marks_describe_dots_axis,
                      .min_lines = 5 },
  [RS_CHART_SPARKLINE] = { .draw = rs_marks_draw_sparkline,
                           .describe_axis = rs_marks_describe_sparkline,
                           .get_height = rs_marks_get_sparkline_height,
                           .min_lines = 0.6 },
  [RS_CHART_FIGURES] = { .draw = rs_marks_draw_figures,
                         .get_height = rs_marks_get_figures_height,
                         .min_lines = 4 },
};

static const RsMarkKind empty_kind = { .draw = rs_marks_draw_empty, .min_lines = 2 };

static const RsMarkKind *
get_kind (const RsFrame *frame)
{
  RsChartKind kind = rs_frame_get_kind (frame);

  if (rs_frame_get_empty_reason (frame) != NULL && rs_frame_get_n_goals (frame) == 0)
    return &empty_kind;
  if ((guint) kind >= RS_N_CHART_KINDS || kinds[kind].draw == NULL)
    return &empty_kind;
  return &kinds[kind];
}

static RsFigureOptions
get_sane_options (const RsFigureOptions *options)
{
  RsFigureOptions sane = *options;

  sane.width_px =
    isfinite (sane.width_px) ? CLAMP (sane.width_px, SIDE_MIN_PX, SIDE_MAX_PX) : SIDE_MIN_PX;
  sane.height_px =
    isfinite (sane.height_px) ? CLAMP (sane.height_px, SIDE_MIN_PX, SIDE_MAX_PX) : SIDE_MIN_PX;
  return sane;
}

static void
draw_ground (RsDrawing *drawing, const RsLayout *layout)
{
  const RsTheme *theme = drawing->theme;
  gboolean card = (drawing->options->parts & RS_FIGURE_CARD) != 0;
  RsMark *mark;

  if (!card)
    {
      /* Marks and plates are drawn for the card's colour: a picture without a card is one large
       * card. */
      mark =
        rs_scene_add_rect (drawing->scene, RS_PART_GROUND, layout->card, &theme->card, NULL, 0);
      mark->crisp = TRUE;
      return;
    }
  mark = rs_scene_add_rect (drawing->scene, RS_PART_CARD,
                            rs_rect_inset (layout->card, (RsInsets){ 0.5, 0.5, 0.5, 0.5 }),
                            &theme->card, &theme->border, theme->hairline_px);
  mark->radius_px = CARD_RADIUS_PX;
}

static void
count_sacrifices (RsDrawing *drawing, const RsLayout *layout)
{
  RsFigureParts parts = drawing->options->parts;

  if ((parts & RS_FIGURE_NOTES) != 0 && layout->footer_plan.note_lines == 0)
    rs_drawing_leave_out (drawing, "notes", 1);
  if ((parts & RS_FIGURE_SOURCE) != 0 && layout->footer_plan.source_lines == 0)
    rs_drawing_leave_out (drawing, "sources", 1);
  if ((parts & RS_FIGURE_TITLE) != 0 && layout->header_plan.subtitle_lines == 0)
    rs_drawing_leave_out (drawing, "subtitle", 1);
  if ((parts & RS_FIGURE_HEADLINE) != 0 && !layout->header_plan.change)
    rs_drawing_leave_out (drawing, "headline", 1);
  if ((parts & RS_FIGURE_CHART) != 0 && !(layout->chart.height > 0))
    rs_drawing_leave_out (drawing, "chart", 1);
  rs_drawing_leave_out (drawing, "series", rs_frame_get_n_series_left_out (drawing->frame));
}

/* The keys begin at the number that is shown large; where it has no mark, at the chosen year of the
 * first series that has one. */
static void
set_home (RsScene *scene, const RsFrame *frame)
{
  RsDatum home;

  rs_frame_get_headline (frame, &home.series, &home.point);
  for (guint i = 0; !rs_scene_find_stop (scene, home, NULL, NULL); i++)
    {
      if (i >= rs_frame_get_n_series (frame))
        return;
      home = (RsDatum){ (int) i, rs_frame_get_series (frame, i)->selected };
    }
  rs_scene_set_home (scene, home);
}

static gboolean
has_figure_to_show (const RsFrame *frame)
{
  for (guint s = 0; s < rs_frame_get_n_series (frame); s++)
    {
      const RsSeries *series = rs_frame_get_series (frame, s);

      for (guint p = 0; p < series->n_points; p++)
        {
          double value;

          if (rs_frame_is_shown (frame, s, p) &&
              (rs_frame_point_get_number (&series->points[p], &value) ||
               rs_frame_point_get_bound (&series->points[p], &value)))
            return TRUE;
        }
    }
  return FALSE;
}

/* @austerity: (inout): how far down the list of sacrifices to begin; where the layout came to.
 * Returns: (transfer full): the scene; %NULL where the chart had a room, and could do nothing with
 * it. */
static RsScene *
draw_figure (const RsFrame *frame,
             const RsFigureOptions *options,
             RsTextMetrics *metrics,
             guint *austerity)
{
  const RsMarkKind *kind = get_kind (frame);
  RsScene *scene =
    rs_scene_new (options->width_px, options->height_px, rs_frame_get_language (frame));
  RsDrawing drawing;
  RsLayout layout;
  gboolean in_vain;

  rs_drawing_init (&drawing, frame, options, metrics, scene);
  rs_layout_init (&layout, &drawing, kind, *austerity);
  draw_ground (&drawing, &layout);
  rs_header_lay_out (&drawing, layout.header, &layout.header_plan);
  rs_footer_draw (&drawing, layout.footer, &layout.footer_plan);
  drawing.picture = layout.limits;
  if (layout.chart.height > 0)
    kind->draw (&drawing, layout.chart);
  rs_drawing_finish (&drawing);
  set_home (scene, frame);
  count_sacrifices (&drawing, &layout);
  in_vain = layout.chart.height > 0 && kind != &empty_kind && rs_scene_get_n_stops (scene) == 0 &&
            has_figure_to_show (frame);
  *austerity = layout.austerity;
  rs_layout_clear (&layout);
  rs_drawing_clear (&drawing);
  if (in_vain)
    g_clear_pointer (&scene, rs_scene_unref);
  return scene;
}

RsScene *
rs_figure_new (const RsFrame *frame, const RsFigureOptions *options, RsTextMetrics *metrics)
{
  RsFigureOptions sane;
  RsScene *scene = NULL;
  guint austerity = 0;
  g_autofree char *description = NULL;

  g_return_val_if_fail (frame != NULL, NULL);
  g_return_val_if_fail (options != NULL && options->theme != NULL, NULL);
  g_return_val_if_fail (metrics != NULL, NULL);

  sane = get_sane_options (options);
  /* A chart knows only when it is drawn whether names and axes leave it a place: the rest of the
   * figure gives way until something is seen. Past the last sacrifice there is no chart. */
  while ((scene = draw_figure (frame, &sane, metrics, &austerity)) == NULL)
    austerity++;
  rs_scene_set_title (scene, rs_frame_get_title (frame));
  description = rs_summary_frame (frame);
  rs_scene_set_description (scene, description);
  rs_scene_seal (scene);
  return scene;
}

/* Lines at the slopes that are read best; else as wide as is good. */
static double
choose_aspect (const RsDrawing *drawing)
{
  RsChartKind kind = rs_frame_get_kind (drawing->frame);
  RsChartModel model;
  double aspect;

  if (kind != RS_CHART_LINES && kind != RS_CHART_YEARS && kind != RS_CHART_AREAS)
    return RS_ASPECT_WIDEST;
  rs_chart_model_init (&model, drawing, kind == RS_CHART_AREAS);
  aspect = rs_chart_model_choose_aspect (&model, drawing);
  rs_chart_model_clear (&model);
  return aspect;
}

double
rs_figure_get_natural_height (const RsFrame *frame,
                              const RsFigureOptions *options,
                              RsTextMetrics *metrics)
{
  RsFigureOptions sane;
  RsDrawing drawing;
  const RsMarkKind *kind;
  double width, chart, height;

  g_return_val_if_fail (frame != NULL, 0);
  g_return_val_if_fail (options != NULL && options->theme != NULL, 0);
  g_return_val_if_fail (metrics != NULL, 0);

  sane = get_sane_options (options);
  /* The rest is measured in a picture that is high enough to leave nothing out. */
  sane.height_px = MAX (sane.width_px, 1080);
  kind = get_kind (frame);
  rs_drawing_init (&drawing, frame, &sane, metrics, NULL);
  width = rs_layout_get_inner_width (&drawing);
  chart = width / choose_aspect (&drawing);
  if (kind->get_height != NULL)
    {
      chart = MAX (1, kind->get_height (&drawing, width));
      if (rs_frame_get_kind (frame) == RS_CHART_BARS)
        chart = CLAMP (chart, width / ASPECT_WIDEST, width / ASPECT_NARROWEST);
    }
  height = rs_layout_measure_rest (&drawing, kind, chart) + chart;
  rs_drawing_clear (&drawing);
  return ceil (height);
}
