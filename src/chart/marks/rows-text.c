/* SPDX-License-Identifier: GPL-3.0-or-later
 * Colours and numbers of rows. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "chart/marks/rows.h"
#include "chart/series-colors.h"
#include "query/summary.h"

#define MAX_DECIMALS 6
/* Numbers are filled up with zeros to so many decimals, and not beyond: 12.06 million is
 * not 12.0600 million. */
#define MAX_FILLED 2

void
rs_row_colors_init (RsRowColors *self, const RsDrawing *drawing, gboolean fade)
{
  const RsFrame *frame = drawing->frame;
  guint n = rs_frame_get_n_series (frame);
  guint color = 0;

  *self = (RsRowColors){ .theme = drawing->theme };
  for (guint i = 0; fade && i < n && !self->has_home; i++)
    if (rs_frame_is_home (frame, i))
      {
        rs_series_colors_assign (frame, &i, 1, &color);
        self->has_home = TRUE;
      }
  self->home = drawing->theme->series[color];
  if (!self->has_home)
    self->other = drawing->theme->series[0];
  else if (color == 0)
    self->other = drawing->theme->tint;
  else
    self->other = drawing->theme->context;
  if (!self->has_home && n <= RS_N_SERIES_COLORS)
    {
      g_autofree guint *all = g_new0 (guint, MAX (n, 1));

      for (guint i = 0; i < n; i++)
        all[i] = i;
      self->colors = g_new0 (guint, MAX (n, 1));
      rs_series_colors_assign (frame, all, n, self->colors);
    }
}

void
rs_row_colors_clear (RsRowColors *self)
{
  g_clear_pointer (&self->colors, g_free);
}

RsColor
rs_row_colors_get (const RsRowColors *self, const RsRow *row)
{
  if (row->home && self->has_home)
    return self->home;
  if (self->colors != NULL)
    return self->theme->series[self->colors[row->series]];
  return self->other;
}

/* Digits behind the point of a number as it is printed. */
static int
count_decimals (const char *text)
{
  const char *point = strrchr (text, '.');
  int n = 0;

  for (const char *c = point != NULL ? point + 1 : ""; g_ascii_isdigit (*c); c++)
    n++;
  return n;
}

int
rs_rows_count_decimals (const RsDrawing *drawing, guint series, guint point)
{
  g_autofree char *text = NULL;
  double value;

  if (!rs_frame_point_get_number (&rs_frame_get_series (drawing->frame, series)->points[point],
                                  &value))
    return 0;
  text = rs_summary_value (drawing->frame, series, point, FALSE);
  return MIN (count_decimals (text), MAX_DECIMALS);
}

int
rs_rows_choose_decimals (const RsDrawing *drawing, const guint *series, guint n)
{
  int decimals = 0;

  for (guint i = 0; i < n; i++)
    {
      const RsSeries *line = rs_frame_get_series (drawing->frame, series[i]);

      if (line->selected >= 0)
        decimals =
          MAX (decimals, rs_rows_count_decimals (drawing, series[i], (guint) line->selected));
    }
  return decimals;
}

char *
rs_rows_describe_value (const RsDrawing *drawing, guint series, guint point, int decimals)
{
  const RsFramePoint *at = &rs_frame_get_series (drawing->frame, series)->points[point];
  g_autofree char *marks = NULL;
  g_autofree char *number = NULL;
  double value;

  if (!rs_frame_point_get_number (at, &value))
    return rs_drawing_describe_value (drawing, series, point);
  number = rs_summary_value (drawing->frame, series, point, FALSE);
  /* "About 5" is not "about 5.0". */
  if ((at->observation.flags & RS_FLAG_APPROXIMATE) == 0 && decimals <= MAX_FILLED &&
      count_decimals (number) < decimals)
    {
      double factor = rs_frame_get_display_unit (drawing->frame, series, FALSE).factor;

      g_free (number);
      number = rs_number_format (value * factor, decimals, drawing->language);
    }
  marks = rs_summary_marks (drawing->frame, series, point);
  return rs_drawing_join_marks (number, marks);
}
