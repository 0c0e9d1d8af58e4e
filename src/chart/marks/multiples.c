/* SPDX-License-Identifier: GPL-3.0-or-later
 * Small charts side by side: one a series, on the same axes where units are equal, each named by
 * its title. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/marks/marks.h"

#include <math.h>

#include "chart/marks/multiples-grid.h"
#include "chart/marks/plot-targets.h"
#include "chart/marks/rows.h"
#include "chart/marks/series.h"

/* Lines in the background of a panel: those of all others where there are so few, else that of the
 * selected region alone. How many panels have room plays no part: a region keeps its look. */
#define CONTEXT_MOST 10
/* With more series than colours the selected region has its colour and the others none. */
#define COLORED_MOST RS_N_SERIES_COLORS
/* How far background lines fade into the ground, and their share of a line's stroke. */
#define QUIET 0.25
#define QUIET_STROKE 0.6
/* Share of a stroke and of a marker in a small chart. */
#define STROKE 0.85
#define POINT RS_MULTIPLES_POINT
/* Between what is written in a panel and its frame. */
#define EDGE_PX 3.0
/* A small area has more ticks for its height than a large one. */
#define TICKS 2.3
/* Narrower than this, in ems, the time axis tells only where it begins and ends. */
#define NARROW_EM 16.0
/* Regions without a figure are named up to this many, else counted. */
#define NAMED_MOST 4
/* Between name and figure in a title, in ems of tick text. */
#define VALUE_GAP_EM 0.5

typedef struct
{
  RsMultiples grid;
  RsChartModel model;
  RsValueAxis *axes; /* (owned) (array): of each panel of the model */
  int *decimals;     /* (owned) (array): of the chosen figures of each (R46) */
  gboolean many;
  gboolean valued; /* all titles have room for their figures; else only the selected region's */
} Small;

/* The panel of the model that has the unit of a series, and its place there. */
static guint
find_unit (const RsChartModel *model, guint series, guint *out_in_panel)
{
  for (guint p = 0; p < model->n_panels; p++)
    for (guint i = 0; i < model->panels[p].n_series; i++)
      if (model->panels[p].series[i] == series)
        {
          if (out_in_panel != NULL)
            *out_in_panel = i;
          return p;
        }
  g_return_val_if_reached (0);
}

static void
small_init (Small *self, RsDrawing *drawing, RsRect bounds)
{
  rs_chart_model_init (&self->model, drawing, FALSE);
  rs_multiples_init (&self->grid, drawing, &self->model, bounds);
  self->many = self->grid.series->len + self->grid.n_left_out > COLORED_MOST;
  self->axes = g_new0 (RsValueAxis, self->model.n_panels + 1);
  self->decimals = g_new0 (int, self->model.n_panels + 1);
  for (guint p = 0; p < self->model.n_panels; p++)
    {
      const RsPanel *panel = &self->model.panels[p];

      rs_value_axis_init (&self->axes[p], drawing, panel, TICKS * self->grid.tick_height);
      self->decimals[p] = rs_rows_choose_decimals (drawing, panel->series, panel->n_series);
    }
}

static void
small_clear (Small *self)
{
  for (guint p = 0; p < self->model.n_panels; p++)
    rs_value_axis_clear (&self->axes[p]);
  g_free (self->axes);
  g_free (self->decimals);
  rs_multiples_clear (&self->grid);
  rs_chart_model_clear (&self->model);
}

static RsColor
get_color (const Small *self, guint series)
{
  const RsDrawing *drawing = self->grid.drawing;
  const RsTheme *theme = drawing->theme;

  if (!self->many)
    return theme->series[self->model.colors[series]];
  if (!self->grid.has_home || rs_frame_is_home (drawing->frame, series))
    return theme->series[0];
  return theme->secondary;
}

/* The same hue, legible as text (R7). */
static RsColor
get_text_color (const Small *self, guint series)
{
  const RsDrawing *drawing = self->grid.drawing;
  const RsTheme *theme = drawing->theme;

  if (!self->many)
    return theme->series_text[self->model.colors[series]];
  if (!self->grid.has_home || rs_frame_is_home (drawing->frame, series))
    return theme->series_text[0];
  return theme->secondary;
}

static RsSeriesStyle
get_style (const Small *self, guint series)
{
  const RsDrawing *drawing = self->grid.drawing;
  double unit = drawing->type.stroke_scale;

  return (RsSeriesStyle){
    .color = get_color (self, series),
    .shape = RS_SHAPE_CIRCLE,
    .stroke_px = drawing->theme->stroke_px * unit * STROKE,
    .point_px = drawing->theme->point_px * unit * POINT,
    .bare = TRUE,
  };
}

static gboolean
has_all_behind (const Small *self)
{
  return self->grid.series->len + self->grid.n_left_out <= CONTEXT_MOST;
}

/* Whether @other stands in the background of the panel of @series. */
static gboolean
is_behind (const Small *self, guint series, guint other)
{
  if (other == series ||
      find_unit (&self->model, other, NULL) != find_unit (&self->model, series, NULL))
    return FALSE;
  return has_all_behind (self) || rs_frame_is_home (self->grid.drawing->frame, other);
}

static void
draw_context (const Small *self, RsPlot *plot, guint series)
{
  const RsDrawing *drawing = self->grid.drawing;
  RsSeriesStyle style = get_style (self, series);

  style.color = rs_color_mix (drawing->theme->context, drawing->theme->card, QUIET);
  style.stroke_px *= QUIET_STROKE / STROKE;
  style.point_px *= 0.5;
  style.quiet = TRUE;
  for (guint i = 0; i < self->grid.series->len; i++)
    {
      guint other = g_array_index (self->grid.series, guint, i);

      if (is_behind (self, series, other))
        rs_series_draw (plot, other, &style);
    }
}

/* The chosen figure, in as many decimals as the others of its unit have (R46). (transfer full)
 * (nullable) */
static char *
describe_chosen (const Small *self, guint index)
{
  const RsDrawing *drawing = self->grid.drawing;
  const RsSeries *series = rs_frame_get_series (drawing->frame, index);

  if (series->selected < 0)
    return NULL;
  return rs_rows_describe_value (drawing, index, (guint) series->selected,
                                 self->decimals[find_unit (&self->model, index, NULL)]);
}

static RsLabel
get_value_label (const RsDrawing *drawing, const char *text, const RsColor *color)
{
  RsLabel label = rs_label (RS_PART_LABEL, text, drawing->type.tick, color);

  label.weight = RS_WEIGHT_BOLD;
  label.align = RS_ALIGN_END;
  return label;
}

/* Some figures and some not would seem to stand out: all have one or none. */
static gboolean
have_all_room (const Small *self)
{
  const RsDrawing *drawing = self->grid.drawing;

  for (guint i = 0; i < self->grid.series->len; i++)
    {
      guint index = g_array_index (self->grid.series, guint, i);
      g_autofree char *name = rs_multiples_describe (&self->grid, index);
      g_autofree char *text = describe_chosen (self, index);
      RsLabel title = rs_multiples_get_title (&self->grid, index, name);
      RsLabel value = get_value_label (drawing, text != NULL ? text : "", NULL);

      if (text != NULL && rs_drawing_measure (drawing, &title).width_px +
                              rs_drawing_measure (drawing, &value).width_px +
                              drawing->type.tick * VALUE_GAP_EM >
                            rs_multiples_get_area (&self->grid, i).width + 0.01)
        return FALSE;
    }
  return TRUE;
}

/* Name at the left, the figure of the chosen year at the right, as long as the name has room. */
static void
draw_title (const Small *self, guint index, RsRect cell)
{
  RsDrawing *drawing = self->grid.drawing;
  const RsSeries *series = rs_frame_get_series (drawing->frame, index);
  g_autofree char *name = rs_multiples_describe (&self->grid, index);
  g_autofree char *text = NULL;
  RsColor color = get_text_color (self, index);
  RsLabel label = rs_multiples_get_title (&self->grid, index, name);
  RsLabel value;
  double width, value_width = 0;

  label.datum = (RsDatum){ (int) index, -1 };
  if (series->selected >= 0)
    {
      text = describe_chosen (self, index);
      value = get_value_label (drawing, text, &color);
      value.datum = (RsDatum){ (int) index, series->selected };
      value_width =
        rs_drawing_measure (drawing, &value).width_px + drawing->type.tick * VALUE_GAP_EM;
    }
  width = rs_drawing_measure (drawing, &label).width_px;
  if (!rs_drawing_put (drawing, &label, cell.x, cell.y))
    rs_drawing_leave_out (drawing, "labels", 1);
  if (text == NULL)
    return;
  if ((!self->valued && !rs_frame_is_home (drawing->frame, index)) ||
      width + value_width > cell.width + 0.01 ||
      !rs_drawing_put (drawing, &value, rs_rect_right (cell), cell.y))
    rs_drawing_leave_out (drawing, "values", 1);
}

/* Grid lines everywhere; figures beside them where nothing stands at the left that has the same. */
static void
draw_axis (const Small *self, RsPlot *plot, gboolean labelled)
{
  RsValueAxis silent = plot->values;

  if (labelled)
    {
      rs_value_axis_draw (&plot->values, plot->drawing, plot->area);
      return;
    }
  silent.cut = FALSE;
  silent.labels = g_new0 (char *, plot->values.ticks.n + 1);
  for (guint i = 0; i < plot->values.ticks.n; i++)
    silent.labels[i] = (char *) "";
  rs_value_axis_draw (&silent, plot->drawing, plot->area);
  g_free (silent.labels);
}

static void
put_year (RsPlot *plot, int year, RsAlign align, double x)
{
  RsDrawing *drawing = plot->drawing;
  g_autofree char *text = g_strdup_printf ("%d", year);
  RsLabel label = rs_label (RS_PART_TICK, text, drawing->type.tick, &drawing->theme->secondary);

  if (year == plot->year)
    {
      label.weight = RS_WEIGHT_BOLD;
      label.color = &drawing->theme->text;
    }
  label.align = align;
  if (!rs_drawing_put (drawing, &label, x,
                       rs_rect_bottom (plot->area) + 6 * drawing->type.stroke_scale))
    rs_drawing_leave_out (drawing, "years", 1);
}

/* The chosen year first; then the ends, where they still have room. */
static void
draw_time_labels (RsPlot *plot, const RsFramePoint *chosen)
{
  const RsTimeAxis *time = &plot->time;

  if (plot->area.width >= NARROW_EM * plot->drawing->type.tick)
    {
      rs_time_axis_draw (time, plot->drawing, plot->area, plot->year);
      return;
    }
  if (!(time->end > time->start))
    return;
  if (chosen != NULL && chosen->period.year != time->first_year &&
      chosen->period.year != time->last_year)
    put_year (plot, chosen->period.year, RS_ALIGN_MIDDLE, rs_time_axis_map (time, chosen->period));
  put_year (plot, time->first_year, RS_ALIGN_START, plot->area.x);
  if (time->last_year != time->first_year)
    put_year (plot, time->last_year, RS_ALIGN_END, rs_rect_right (plot->area));
}

static void
draw_home_frame (RsPlot *plot, guint series)
{
  RsDrawing *drawing = plot->drawing;
  RsMark *mark =
    rs_scene_add_rect (drawing->scene, RS_PART_SELECTED, plot->area, NULL, &drawing->theme->text,
                       1.5 * drawing->theme->hairline_px * drawing->type.stroke_scale);

  mark->datum = (RsDatum){ (int) series, -1 };
  mark->crisp = TRUE;
}

/* The chosen period of the series, or of any that has one: the rule stands in all panels alike. */
static const RsFramePoint *
find_chosen (const RsFrame *frame, guint index)
{
  const RsSeries *series = rs_frame_get_series (frame, index);

  for (guint i = 0; series->selected < 0 && i < rs_frame_get_n_series (frame); i++)
    series = rs_frame_get_series (frame, i);
  return series->selected >= 0 ? &series->points[series->selected] : NULL;
}

static void
draw_panel (Small *self, guint i)
{
  RsDrawing *drawing = self->grid.drawing;
  guint index = g_array_index (self->grid.series, guint, i);
  guint in_panel = 0;
  guint unit = find_unit (&self->model, index, &in_panel);
  const RsFramePoint *chosen = find_chosen (drawing->frame, index);
  RsSeriesStyle style = get_style (self, index);
  RsRect picture = drawing->picture;
  double edge = EDGE_PX * drawing->type.stroke_scale;
  RsPlot plot = {
    .drawing = drawing,
    .model = &self->model,
    .panel = &self->model.panels[unit],
    .bounds = rs_multiples_get_cell (&self->grid, i),
    .area = rs_multiples_get_area (&self->grid, i),
    .values = self->axes[unit],
    .year = rs_frame_get_year (drawing->frame),
  };

  rs_value_axis_place (&plot.values, plot.area);
  rs_time_axis_init (&plot.time, &self->model, RS_TIME_AXIS_POINTS);
  plot.time.left = plot.area.x;
  plot.time.right = rs_rect_right (plot.area);
  draw_axis (self, &plot, rs_multiples_has_value_labels (&self->grid, i));
  draw_title (self, index, rs_rect (plot.area.x, plot.bounds.y, plot.area.width, self->grid.title));
  if (rs_multiples_has_time_labels (&self->grid, i))
    draw_time_labels (&plot, chosen);
  if (chosen != NULL)
    rs_plot_draw_chosen (&plot, chosen->period);
  /* What is written in a panel stays in it: beyond its edge it would belong to another. */
  drawing->picture = rs_rect_inset (plot.area, (RsInsets){ 0, edge, 0, edge });
  draw_context (self, &plot, index);
  rs_plot_draw_targets (&plot, in_panel, &drawing->theme->target);
  rs_series_draw (&plot, index, &style);
  /* The rule of the chosen year alone: there is no room for more. */
  rs_plot_label_targets (&plot, in_panel, &drawing->theme->target, TRUE);
  drawing->picture = picture;
  if (rs_frame_is_home (drawing->frame, index))
    draw_home_frame (&plot, index);
  rs_plot_add_stops (&plot, index, 0, rs_time_axis_get_step_px (&plot.time));
}

void
rs_marks_draw_multiples (RsDrawing *drawing, RsRect bounds)
{
  Small self;

  small_init (&self, drawing, bounds);
  self.valued = have_all_room (&self);
  for (guint i = 0; i < self.grid.series->len; i++)
    draw_panel (&self, i);
  rs_drawing_leave_out (drawing, "panels", self.grid.n_left_out);
  small_clear (&self);
}

double
rs_marks_get_multiples_height (RsDrawing *drawing, double width_px)
{
  RsChartModel model;
  double height;

  rs_chart_model_init (&model, drawing, FALSE);
  height = rs_multiples_get_height (drawing, &model, width_px);
  rs_chart_model_clear (&model);
  return height;
}

static void
add_part (GPtrArray *parts, char *text)
{
  if (text != NULL)
    g_ptr_array_add (parts, text);
}

/* "no figure: A, B", or how many. (transfer full) (nullable) */
static char *
describe_bare (const RsMultiples *grid)
{
  const RsDrawing *drawing = grid->drawing;
  GString *names = NULL;

  if (grid->bare->len == 0)
    return NULL;
  if (grid->bare->len > NAMED_MOST)
    return g_strdup_printf (
      rs_trn (drawing->language, "no figure: %u series", "no figure: %u series", grid->bare->len),
      grid->bare->len);
  names = g_string_new (NULL);
  for (guint i = 0; i < grid->bare->len; i++)
    {
      guint series = g_array_index (grid->bare, guint, i);

      if (i > 0)
        /* Translators: between the names in a list. */
        g_string_append (names, rs_trc (drawing->language, "list", ", "));
      g_string_append (names, rs_frame_get_series (drawing->frame, series)->label);
    }
  {
    g_autofree char *list = g_string_free (names, FALSE);

    /* Translators: names of regions or measures that no figure is known of. */
    return g_strdup_printf (rs_tr (drawing->language, "no figure: %s"), list);
  }
}

/* (transfer full) (nullable) */
static char *
describe_context (const Small *self)
{
  const RsDrawing *drawing = self->grid.drawing;

  if (self->grid.series->len < 2)
    return NULL;
  if (has_all_behind (self))
    return g_strdup (rs_tr (drawing->language, "grey: the other series"));
  for (guint i = 0; i < self->grid.series->len; i++)
    {
      guint series = g_array_index (self->grid.series, guint, i);

      if (rs_frame_is_home (drawing->frame, series))
        /* Translators: whose line stands in the background of all small charts. */
        return g_strdup_printf (rs_tr (drawing->language, "grey: %s"),
                                rs_frame_get_series (drawing->frame, series)->label);
    }
  return NULL;
}

char *
rs_marks_describe_multiples (RsDrawing *drawing, RsRect bounds)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  Small self;

  small_init (&self, drawing, bounds);
  add_part (parts, rs_plots_describe_targets (drawing));
  if (self.model.n_panels == 1)
    add_part (parts, rs_value_axis_describe_cut (&self.axes[0], drawing, &self.model.panels[0]));
  add_part (parts, describe_context (&self));
  if (self.grid.n_left_out > 0)
    /* Translators: how many of the small charts have room in the picture. */
    add_part (parts, g_strdup_printf (rs_tr (drawing->language, "%u of %u charts shown"),
                                      self.grid.series->len,
                                      self.grid.series->len + self.grid.n_left_out));
  add_part (parts, describe_bare (&self.grid));
  small_clear (&self);
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}
