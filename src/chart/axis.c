/* SPDX-License-Identifier: GPL-3.0-or-later
 * Axes of values and of time. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/axis.h"

#include <math.h>

#include "base/number.h"

/* Between a label and what it labels. */
#define LABEL_GAP_PX 8.0
#define FOOT_GAP_PX 6.0
/* How far the largest marker, a diamond in the chosen period, reaches: of the theme's points. */
#define MARKER_REACH 0.85
/* Air between two labels of years, in ems. */
#define YEAR_GAP_EM 0.9
/* Air before the first and after the last point, as a share of the span. */
#define EDGE_SHARE 0.025
/* The same before January and after December, in years. */
#define MONTHS_AIR 0.02
/* Air above and below what is drawn, as a share of its span, and when it is missing. */
#define DOMAIN_AIR 0.04
#define DOMAIN_EDGE 0.005
/* A tick label has this many times its height for itself. */
#define TICK_ROOM 2.3
/* From here on, and with more decimals, numbers on an axis are written with powers of ten. */
#define LONGEST 1e15
#define MAX_DECIMALS 9
/* What may be lacking, in powers of ten, to a power of ten. */
#define ON_POWER 1e-9

/* Where the axis need not start at zero, no mark lies on its very end. */
static gboolean
add_air (const RsScale *scale, const RsPanel *panel, double *min, double *max)
{
  double span = scale->max - scale->min;
  double air = (panel->max - panel->min) * DOMAIN_AIR;

  if (panel->from_zero || !isfinite (air))
    return FALSE;
  if (*min - scale->min < span * DOMAIN_EDGE)
    *min = *min >= 0 ? MAX (0, *min - air) : *min - air;
  if (scale->max - *max < span * DOMAIN_EDGE)
    *max += air;
  return *min < panel->min || *max > panel->max;
}

static void
fit_domain (RsValueAxis *self, const RsPanel *panel, double max_ticks)
{
  double max = panel->max;
  double min = panel->min;

  if (panel->log)
    {
      rs_scale_init_log (&self->scale, min, max, 0, 1);
      rs_scale_nice (&self->scale, panel->factor, (guint) max_ticks);
      return;
    }
  for (int pass = 0; pass < 2; pass++)
    {
      rs_scale_init (&self->scale, min, max, panel->from_zero, 0, 1);
      rs_scale_nice (&self->scale, panel->factor, (guint) max_ticks);
      if (!add_air (&self->scale, panel, &min, &max))
        break;
    }
  /* A share cannot pass 100 %: rounding the axis outwards must not suggest it. */
  if (panel->nature == RS_NATURE_RATE && panel->max <= 100 && self->scale.max > 100)
    self->scale.max = 100;
  self->cut = self->scale.min > 0 || self->scale.max < 0;
}

/* "10¹⁵": @exponent in small raised figures. (transfer full) */
static char *
format_power (int exponent)
{
  static const char *const digits[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
  g_autofree char *plain = g_strdup_printf ("%d", ABS (exponent));
  GString *text = g_string_new (exponent < 0 ? "10⁻" : "10");

  for (const char *p = plain; *p != '\0'; p++)
    g_string_append (text, digits[*p - '0']);
  return g_string_free (text, FALSE);
}

/* "2 × 10¹⁸": no page has room for what is longer. (transfer full) */
static char *
format_scientific (double value, int exponent, int decimals, RsLanguage language)
{
  /* In two steps, as 10^-300 alone would be lost. */
  double mantissa = value / pow (10, exponent / 2) / pow (10, exponent - exponent / 2);
  g_autofree char *number = rs_number_format (mantissa, decimals, language);
  g_autofree char *power = format_power (exponent);

  if (value == 0)
    return g_strdup ("0");
  return g_strdup_printf ("%s\u202f×\u202f%s", number, power);
}

/* (transfer full) */
static char *
format_tick (const RsTicks *ticks, guint i, double factor, RsLanguage language)
{
  int decimals = rs_ticks_get_decimals (ticks, i);
  double value = ticks->values[i] * factor;
  double most = MAX (fabs (ticks->values[0]), fabs (ticks->values[ticks->n - 1])) * factor;
  int exponent;

  if (most < LONGEST && decimals <= MAX_DECIMALS)
    return rs_number_format (value, decimals, language);
  if (ticks->type == RS_SCALE_LOG)
    {
      exponent = (int) floor (log10 (value) + ON_POWER);
      return format_scientific (value, exponent, 0, language);
    }
  /* One power for all labels of the axis; digits as far as its step needs them. */
  exponent = (int) floor (log10 (most) + ON_POWER);
  decimals = exponent + ticks->decimals;
  if (ticks->decimals == 0)
    {
      double span = (ticks->values[ticks->n - 1] - ticks->values[0]) * factor;

      decimals = span > 0 ? exponent - (int) floor (log10 (span / (ticks->n - 1)) + ON_POWER) : 0;
    }
  return format_scientific (value, exponent, CLAMP (decimals, 0, MAX_DECIMALS), language);
}

void
rs_value_axis_init (RsValueAxis *self,
                    const RsDrawing *drawing,
                    const RsPanel *panel,
                    double height_px)
{
  RsLabel label = rs_label (RS_PART_TICK, "0", drawing->type.tick, &drawing->theme->secondary);
  double max_ticks;

  *self = (RsValueAxis){ 0 };
  self->line_px = rs_drawing_measure (drawing, &label).height_px;
  /* Ratios need more labels than differences: their steps are not equal. */
  max_ticks = CLAMP (floor (height_px / MAX (1, self->line_px * TICK_ROOM)), 3,
                     panel->log ? RS_TICKS_MAX : RS_TICKS_MAX - 1);
  fit_domain (self, panel, max_ticks);
  rs_ticks_init_for_scale (&self->ticks, &self->scale, panel->factor, (guint) max_ticks);
  self->labels = g_new0 (char *, self->ticks.n + 1);
  for (guint i = 0; i < self->ticks.n; i++)
    {
      self->labels[i] = format_tick (&self->ticks, i, panel->factor, drawing->language);
      label.text = self->labels[i];
      self->width_px = MAX (self->width_px, rs_drawing_measure (drawing, &label).width_px);
    }
}

void
rs_value_axis_clear (RsValueAxis *self)
{
  rs_ticks_clear (&self->ticks);
  g_clear_pointer (&self->labels, g_strfreev);
}

void
rs_value_axis_place (RsValueAxis *self, RsRect plot)
{
  self->scale.start_px = rs_rect_bottom (plot);
  self->scale.end_px = plot.y;
}

double
rs_value_axis_get_base (const RsValueAxis *self)
{
  return rs_scale_map (&self->scale, CLAMP (0.0, self->scale.min, self->scale.max));
}

/* (transfer full) */
static char *
describe_log (const RsDrawing *drawing, const RsPanel *panel)
{
  /* Translators: of a value axis on which equal ratios are equal distances. */
  const char *log = rs_tr (drawing->language, "logarithmic scale");
  g_autofree char *unplaced = NULL;

  if (panel->n_unplaced == 0)
    return g_strdup (log);
  unplaced = g_strdup_printf (
    /* Translators: of a logarithmic scale, which has no place for zero and less. */
    rs_trn (drawing->language, "%u figure of zero or less has no place on it",
            "%u figures of zero or less have no place on it", panel->n_unplaced),
    panel->n_unplaced);
  /* Translators: "logarithmic scale", and how many figures have no place on it. */
  return g_strdup_printf (rs_trc (drawing->language, "scale", "%s: %s"), log, unplaced);
}

char *
rs_value_axis_describe_cut (const RsValueAxis *self, const RsDrawing *drawing, const RsPanel *panel)
{
  g_autofree char *number = NULL;

  if (panel->log)
    return describe_log (drawing, panel);
  if (!self->cut)
    return NULL;
  number = rs_number_format (self->scale.min * panel->factor, -1, drawing->language);
  /* Translators: a value axis that does not start at 0; %s is where it starts, such as "80". */
  return g_strdup_printf (rs_tr (drawing->language, "axis from %s"), number);
}

/* Two small waves across the foot of the axis: something is left out below. */
static void
draw_cut (RsDrawing *drawing, RsRect plot)
{
  double unit = drawing->type.stroke_scale;
  double x = plot.x - 4 * unit;
  double y = rs_rect_bottom (plot) - 12 * unit;

  for (int i = 0; i < 2; i++, y += 3 * unit)
    {
      rs_scene_begin_path (drawing->scene, RS_PART_AXIS, NULL, &drawing->theme->axis,
                           drawing->theme->hairline_px * unit);
      rs_scene_move_to (drawing->scene, x - 4 * unit, y);
      rs_scene_curve_to (drawing->scene, x - 1.5 * unit, y - 4 * unit, x + 1.5 * unit, y + 4 * unit,
                         x + 4 * unit, y);
      rs_scene_end_path (drawing->scene);
    }
}

void
rs_value_axis_draw (const RsValueAxis *self, RsDrawing *drawing, RsRect plot)
{
  const RsTheme *theme = drawing->theme;
  double hairline = theme->hairline_px * drawing->type.stroke_scale;
  double base = rs_value_axis_get_base (self);

  for (guint i = 0; i < self->ticks.n; i++)
    {
      double y = rs_scale_map (&self->scale, self->ticks.values[i]);
      RsLabel label =
        rs_label (RS_PART_TICK, self->labels[i], drawing->type.tick, &theme->secondary);
      RsMark *mark;

      if (fabs (y - base) > 0.5)
        {
          mark = rs_scene_add_line (drawing->scene, RS_PART_GRID, (RsPoint){ plot.x, y },
                                    (RsPoint){ rs_rect_right (plot), y }, &theme->grid, hairline);
          mark->crisp = TRUE;
        }
      label.align = RS_ALIGN_END;
      if (!rs_drawing_put (drawing, &label, plot.x - LABEL_GAP_PX * drawing->type.stroke_scale,
                           y - self->line_px / 2))
        rs_drawing_leave_out (drawing, "axis labels", 1);
    }
  rs_scene_add_line (drawing->scene, RS_PART_AXIS, (RsPoint){ plot.x, base },
                     (RsPoint){ rs_rect_right (plot), base }, &theme->axis, hairline)
    ->crisp = TRUE;
  rs_collider_add_line (&drawing->taken, (RsPoint){ plot.x, base },
                        (RsPoint){ rs_rect_right (plot), base }, hairline);
  if (self->cut)
    draw_cut (drawing, plot);
}

static gboolean
is_shorter_than_month (double years)
{
  return years < 0.9 / 12;
}

void
rs_time_axis_init (RsTimeAxis *self, const RsChartModel *model, RsTimeAxisKind kind)
{
  gboolean months = kind == RS_TIME_AXIS_MONTHS;

  *self = (RsTimeAxis){
    .start = months ? 0.5 / 12 - MONTHS_AIR : model->start,
    .end = months ? 11.5 / 12 + MONTHS_AIR : model->end,
    .step = model->step,
    .months = months,
    .first_year = (int) floor (model->start + 1e-6),
    .last_year = (int) ceil (model->end - 1e-6) - 1,
  };
  if (kind == RS_TIME_AXIS_POINTS && self->end - self->start > self->step * 1.5)
    {
      /* Points need no room of their own: the first and last stand near the ends. */
      double span = self->end - self->start - self->step;

      self->start += self->step / 2 - span * EDGE_SHARE;
      self->end -= self->step / 2 - span * EDGE_SHARE;
    }
  if (months && is_shorter_than_month (self->step))
    {
      /* Days and weeks begin with the year. */
      self->start = 0;
      self->end = 1;
    }
}

static RsTimeScale
get_scale (const RsTimeAxis *self)
{
  return (RsTimeScale){ self->start, self->end, self->left, self->right };
}

double
rs_time_axis_map (const RsTimeAxis *self, RsPeriod period)
{
  RsTimeScale scale = get_scale (self);
  double at = rs_period_start (period) + rs_period_length (period) / 2;

  if (self->months)
    {
      double length = rs_period_length (period);

      /* A quarter's figure belongs to its last month, where the months of other series stand. */
      at = rs_period_start (period) - period.year + length -
           (is_shorter_than_month (length) ? length / 2 : 1.0 / 24);
      at = CLAMP (at, 0.0, 1.0);
    }
  return rs_time_scale_map (&scale, at);
}

double
rs_time_axis_get_step_px (const RsTimeAxis *self)
{
  RsTimeScale scale = get_scale (self);

  return rs_time_scale_get_length (&scale, self->months ? MIN (self->step, 1.0) : self->step);
}

/* Between the area and the labels under it: a marker that stands at the foot does not reach them.
 */
static double
get_foot_gap (const RsDrawing *drawing)
{
  return MAX (FOOT_GAP_PX, drawing->theme->point_px * MARKER_REACH) * drawing->type.stroke_scale;
}

double
rs_time_axis_get_height (const RsTimeAxis *self, const RsDrawing *drawing)
{
  return rs_drawing_line (drawing, drawing->type.tick) + get_foot_gap (drawing);
}

/* Draws one label under @x; a chosen one is bold. */
static gboolean
put_time_label (
  RsDrawing *drawing, const char *text, double x, double top, gboolean chosen, RsRect plot)
{
  RsLabel label = rs_label (RS_PART_TICK, text, drawing->type.tick, &drawing->theme->secondary);

  label.align = RS_ALIGN_MIDDLE;
  if (chosen)
    {
      label.weight = RS_WEIGHT_BOLD;
      label.color = &drawing->theme->text;
    }
  return rs_drawing_put (drawing, &label, x, top);
}

/* Every how many of the steps of @step_px a label of @width_px fits. */
static int
choose_modulus (double width_px, double step_px, const int *moduli)
{
  int last = 1;

  for (guint i = 0; moduli[i] != 0; i++)
    {
      last = moduli[i];
      if (width_px <= last * step_px)
        break;
    }
  return last;
}

static void
draw_months (const RsTimeAxis *self, RsDrawing *drawing, RsRect plot, double top)
{
  static const int moduli[] = { 1, 2, 3, 6, 12, 0 };
  double width = 0;
  int modulus;

  for (int pass = 0; pass < 2; pass++)
    for (int month = 1; month <= 12; month++)
      {
        RsPeriod period = { RS_PERIOD_MONTH, 2000, month };
        g_autofree char *text = rs_period_to_label_in_year (period, TRUE, drawing->language);
        RsLabel label = rs_label (RS_PART_TICK, text, drawing->type.tick, NULL);

        if (pass == 0)
          {
            width = MAX (width, rs_drawing_measure (drawing, &label).width_px);
            continue;
          }
        modulus = choose_modulus (width + drawing->type.tick * 0.4, (self->right - self->left) / 12,
                                  moduli);
        if (month % modulus == 0)
          put_time_label (drawing, text, rs_time_axis_map (self, period), top, FALSE, plot);
      }
}

void
rs_time_axis_draw (const RsTimeAxis *self, RsDrawing *drawing, RsRect plot, int year)
{
  RsTimeScale scale = get_scale (self);
  double top = rs_rect_bottom (plot) + get_foot_gap (drawing);
  RsLabel widest = rs_label (RS_PART_TICK, "2000", drawing->type.tick, NULL);
  int first = self->first_year;
  int last = self->last_year;
  int anchor = year >= first && year <= last ? year : last;
  double year_px, room;
  int modulus;

  if (self->months)
    {
      draw_months (self, drawing, plot, top);
      return;
    }
  if (!(self->end > self->start))
    return;
  widest.weight = RS_WEIGHT_BOLD;
  year_px = rs_time_scale_get_length (&scale, 1);
  room = rs_drawing_measure (drawing, &widest).width_px + YEAR_GAP_EM * drawing->type.tick;
  modulus = rs_time_scale_choose_step (&scale, room);

  /* The chosen year first, then outwards in steps of the modulus, so that it is the one that always
   * stays. */
  for (int i = anchor - (anchor - first) / modulus * modulus; i <= last; i += modulus)
    {
      double from = self->left + (MAX (i, self->start) - self->start) * year_px;
      double to = self->left + (MIN (i + 1, self->end) - self->start) * year_px;
      g_autofree char *text = g_strdup_printf ("%d", i);

      if (self->step > 0.99)
        {
          from = self->left + (i - self->start) * year_px;
          to = from + year_px;
        }
      if (!put_time_label (drawing, text, (from + to) / 2, top, i == year, plot))
        rs_drawing_leave_out (drawing, "years", 1);
      if (self->step < 0.99 && i > self->start)
        rs_scene_add_line (
          drawing->scene, RS_PART_TICK, (RsPoint){ from, rs_rect_bottom (plot) },
          (RsPoint){ from, rs_rect_bottom (plot) + 4 * drawing->type.stroke_scale },
          &drawing->theme->axis, drawing->theme->hairline_px * drawing->type.stroke_scale)
          ->crisp = TRUE;
    }
}
