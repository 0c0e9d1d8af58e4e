/* SPDX-License-Identifier: GPL-3.0-or-later
 * The table twin of a frame: which rows it has. */
#define G_LOG_DOMAIN "renshe-query"

#include "config.h"

#include "query/table.h"

#include "query/frame-private.h"
#include "query/summary.h"
#include "query/table-private.h"

/* Silence at the ends of a series is no hole. Of a line a year, the year goes on in the lines
 * before and after. */
static gboolean
is_inside (const RsFrame *frame, guint s, guint p)
{
  const RsSeries *series = rs_frame_get_series (frame, s);
  gboolean after_first = series->first >= 0 && (int) p > series->first;
  gboolean before_last = series->last >= 0 && (int) p < series->last;

  if (series->year != 0)
    {
      after_first = after_first || s > 0;
      before_last = before_last || s + 1 < frame->series->len;
    }
  return after_first && before_last;
}

/* A list of what a view leaves open passes over what has no figure. */
static gboolean
is_passed_over (const RsFrame *frame, const RsFramePoint *point)
{
  return frame->kind == RS_CHART_FIGURES && frame->view->indicators == NULL &&
         point->observation.reason == RS_REASON_MISSING;
}

/* A row for what is drawn, and for each hole. */
static gboolean
needs_row (const RsFrame *frame, guint s, guint p)
{
  const RsSeries *series = rs_frame_get_series (frame, s);
  const RsFramePoint *point = &series->points[p];

  if (!rs_frame_is_shown (frame, s, p) || is_passed_over (frame, point))
    return FALSE;
  if (point->observation.reason != RS_REASON_MISSING || point->observation.status != NULL ||
      point->target != NULL)
    return TRUE;
  return is_inside (frame, s, p);
}

/* Whether the picture lists the series although nothing is known of it in the chosen year. A
 * picture without any figure is a sentence, and lists none. */
static gboolean
is_listed_without_figure (const RsFrame *frame, const RsSeries *series)
{
  if (series->selected >= 0 || (frame->empty_reason != NULL && frame->goals->len == 0))
    return FALSE;
  return (frame->kind != RS_CHART_FIGURES && rs_chart_kind_shows_one_period (frame->kind)) ||
         (frame->kind == RS_CHART_FIGURES && frame->view->indicators != NULL);
}

static RsPeriod
get_period (const RsFrame *frame, const RsTableSubject *subject)
{
  const RsDimension *time = rs_dataset_get_time (frame->dataset);

  if (subject->position < 0)
    return (RsPeriod){ RS_PERIOD_YEAR, frame->year, 1 };
  return time != NULL ? time->categories[subject->position].period
                      : (RsPeriod){ RS_PERIOD_NONE, 0, 0 };
}

static void
add_row (const RsTable *self,
         GArray *rows,
         const RsFrame *frame,
         const RsTableSubject *subject,
         RsTableStyle style)
{
  RsTableRow row = { .series = subject->series,
                     .point = subject->point != NULL ? (int) subject->p : -1,
                     .goal = subject->goal,
                     .period = get_period (frame, subject) };

  row.cells = g_new0 (char *, self->n_columns + 1);
  for (guint c = 0; c < self->n_columns; c++)
    row.cells[c] = rs_table_make_cell (frame, subject, c, style);
  g_array_append_val (rows, row);
}

static guint
find_decimals (const RsFrame *frame, guint s)
{
  const RsSeries *series = rs_frame_get_series (frame, s);
  guint most = 0;

  for (guint p = 0; p < series->n_points; p++)
    {
      g_autofree char *number = NULL;

      if (series->points[p].observation.reason != RS_REASON_NONE || !needs_row (frame, s, p))
        continue;
      number = rs_summary_value (frame, s, p, FALSE);
      most = MAX (most, rs_table_count_decimals (number));
    }
  return most;
}

static void
add_series (const RsTable *self, GArray *rows, const RsFrame *frame, guint s, RsTableStyle style)
{
  const RsSeries *series = rs_frame_get_series (frame, s);
  RsTableSubject subject = { .indicator = series->indicator,
                             .region = series->region,
                             .series = (int) s,
                             .position = -1,
                             .goal = -1 };

  if (style == RS_TABLE_FOR_PEOPLE)
    subject.decimals = find_decimals (frame, s);
  if (is_listed_without_figure (frame, series) && frame->year != 0)
    add_row (self, rows, frame, &subject, style);
  for (guint p = 0; p < series->n_points; p++)
    {
      if (!needs_row (frame, s, p))
        continue;
      subject.p = p;
      subject.point = &series->points[p];
      subject.target = subject.point->target;
      subject.position = (int) subject.point->position;
      add_row (self, rows, frame, &subject, style);
    }
}

RsTable *
rs_table_new (const RsFrame *frame, RsTableStyle style)
{
  RsTable *self = NULL;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (RsTableRow));

  g_return_val_if_fail (frame != NULL, NULL);

  self = g_new0 (RsTable, 1);
  self->n_columns = rs_table_count_columns (style);
  self->headers = g_new0 (char *, self->n_columns + 1);
  self->numeric = g_new0 (gboolean, self->n_columns);
  for (guint c = 0; c < self->n_columns; c++)
    {
      self->headers[c] = g_strdup (rs_table_get_header (c, frame->language));
      self->numeric[c] = rs_table_is_numeric (c, style);
    }
  for (guint s = 0; s < frame->series->len; s++)
    add_series (self, rows, frame, s, style);
  for (guint i = 0; i < frame->goals->len; i++)
    {
      const RsTarget *target = rs_frame_get_goal (frame, i);
      RsTableSubject subject = { .indicator = target->indicator,
                                 .region = target->region,
                                 .series = -1,
                                 .target = target,
                                 .position = (int) target->period,
                                 .goal = (int) i };

      add_row (self, rows, frame, &subject, style);
    }
  self->n_rows = rows->len;
  self->rows = (RsTableRow *) (gpointer) g_array_free (g_steal_pointer (&rows), FALSE);
  return self;
}

void
rs_table_free (RsTable *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_rows; i++)
    g_strfreev (self->rows[i].cells);
  g_free (self->rows);
  g_strfreev (self->headers);
  g_free (self->numeric);
  g_free (self);
}
