/* SPDX-License-Identifier: GPL-3.0-or-later
 * The table twin of a frame. */
#define G_LOG_DOMAIN "renshe-query"

#include "config.h"

#include "query/table.h"

#include <math.h>
#include <string.h>

#include "query/frame-private.h"
#include "query/summary.h"

typedef enum
{
  COLUMN_INDICATOR,
  COLUMN_REGION,
  COLUMN_PERIOD,
  COLUMN_VALUE,
  COLUMN_UNIT,
  COLUMN_STATUS,
  COLUMN_CHANGE,
  COLUMN_TARGET,
  COLUMN_VERDICT,
  COLUMN_SOURCE,
  COLUMN_NOTE,
  N_COLUMNS_FOR_PEOPLE,
  COLUMN_INDICATOR_ID = N_COLUMNS_FOR_PEOPLE,
  COLUMN_REGION_ID,
  COLUMN_PERIOD_ID,
  COLUMN_KIND,
  COLUMN_BOUND,
  COLUMN_FORMULA,
  COLUMN_SOURCE_ID,
  COLUMN_TARGET_OPERATOR,
  COLUMN_TARGET_VALUE,
  N_COLUMNS_FOR_FILES,
} Column;

static const char *
get_header (Column column, RsLanguage language)
{
  switch (column)
    {
    case COLUMN_INDICATOR:
      /* Translators: heads of table columns from here on. */
      return rs_trc (language, "column", "Indicator");
    case COLUMN_REGION:
      return rs_trc (language, "column", "Region");
    case COLUMN_PERIOD:
      return rs_trc (language, "column", "Period");
    case COLUMN_VALUE:
      return rs_trc (language, "column", "Value");
    case COLUMN_UNIT:
      return rs_trc (language, "column", "Unit");
    case COLUMN_STATUS:
      return rs_trc (language, "column", "Status");
    case COLUMN_CHANGE:
      return rs_trc (language, "column", "Change");
    case COLUMN_TARGET:
      return rs_trc (language, "column", "Target");
    case COLUMN_VERDICT:
      return rs_trc (language, "column", "Result");
    case COLUMN_SOURCE:
      return rs_trc (language, "column", "Source");
    case COLUMN_NOTE:
      return rs_trc (language, "column", "Note");
    case COLUMN_INDICATOR_ID:
      return "indicator_id";
    case COLUMN_REGION_ID:
      return "region_id";
    case COLUMN_PERIOD_ID:
      return "period_id";
    case COLUMN_KIND:
      return "kind";
    case COLUMN_BOUND:
      return "more_than";
    case COLUMN_FORMULA:
      return "derived_from";
    case COLUMN_SOURCE_ID:
      return "source_id";
    case COLUMN_TARGET_OPERATOR:
      return "target_operator";
    case COLUMN_TARGET_VALUE:
      return "target_value";
    case N_COLUMNS_FOR_FILES:
      break;
    }
  return "";
}

static gboolean
is_numeric (Column column)
{
  return column == COLUMN_VALUE || column == COLUMN_BOUND || column == COLUMN_TARGET_VALUE;
}

static char *
number_to_text (double value)
{
  char buffer[RS_NUMBER_TEXT_MAX];

  return isfinite (value) ? g_strdup (rs_number_to_text (value, buffer)) : g_strdup ("");
}

static const RsCategory *
get_region (const RsFrame *frame, guint region)
{
  const RsDimension *geo = rs_dataset_get_geo (frame->dataset);

  return geo != NULL && region < geo->n_categories ? &geo->categories[region] : NULL;
}

static char *
make_unit (const RsFrame *frame, guint s, RsTableStyle style)
{
  const RsCategory *indicator =
    rs_query_get_indicator (frame->dataset, rs_frame_get_series (frame, s)->indicator);
  const char *label = NULL;

  if (style == RS_TABLE_FOR_PEOPLE)
    return rs_frame_get_unit_label (frame, s, FALSE);
  if (indicator == NULL)
    return g_strdup ("");
  label = rs_text_get (&indicator->unit.label, frame->language);
  if (*label == '\0' && indicator->unit.symbol != NULL)
    label = indicator->unit.symbol;
  return g_strdup (label);
}

static char *
make_value (const RsFrame *frame, guint s, guint p, RsTableStyle style)
{
  const RsObservation *observation = &rs_frame_get_series (frame, s)->points[p].observation;

  if (style == RS_TABLE_FOR_PEOPLE)
    return rs_summary_value (frame, s, p, FALSE);
  if (observation->reason == RS_REASON_TEXT && observation->text != NULL)
    return g_strdup (observation->text);
  return number_to_text (observation->value);
}

/* Marks for people in words, since a table has no legend; for files the publisher's own letters. */
static char *
make_status (const RsFrame *frame, const RsFramePoint *point, RsTableStyle style)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  if (style == RS_TABLE_FOR_FILES)
    {
      if (point->observation.status != NULL)
        return g_strdup (point->observation.status);
      return g_strdup (point->observation.reason == RS_REASON_NONE
                         ? ""
                         : rs_reason_to_string (point->observation.reason));
    }
  for (guint bit = 0; bit < 14; bit++)
    {
      RsFlags flag = (RsFlags) (1u << bit);

      if ((point->observation.flags & flag) == 0)
        continue;
      if (flag == RS_FLAG_OTHER)
        {
          if (point->observation.reason != RS_REASON_BOUND && point->observation.status != NULL)
            g_ptr_array_add (words, (gpointer) point->observation.status);
        }
      else
        g_ptr_array_add (words, (gpointer) rs_flag_describe (flag, frame->language));
    }
  if (words->len == 0 && point->observation.reason != RS_REASON_NONE)
    g_ptr_array_add (words,
                     (gpointer) rs_reason_describe (point->observation.reason, frame->language));
  return rs_query_join (frame->language, words, rs_query_get_semicolon (frame->language), 0);
}

static char *
make_change (const RsFrame *frame, guint s, guint p, RsTableStyle style)
{
  const RsFramePoint *point = &rs_frame_get_series (frame, s)->points[p];

  if (style == RS_TABLE_FOR_FILES)
    return point->change.obstacle == RS_OBSTACLE_NONE ? number_to_text (point->change.difference)
                                                      : g_strdup ("");
  return point->observation.reason == RS_REASON_NONE ? rs_summary_change (frame, s, p)
                                                     : g_strdup ("");
}

static char *
make_verdict (const RsFrame *frame, guint s, guint p, RsTableStyle style)
{
  const RsFramePoint *point = &rs_frame_get_series (frame, s)->points[p];

  if (point->target == NULL)
    return g_strdup ("");
  if (style == RS_TABLE_FOR_PEOPLE)
    return rs_summary_verdict (frame, s, p);
  switch (point->verdict.judgement)
    {
    case RS_JUDGEMENT_NONE:
      return g_strdup ("");
    case RS_JUDGEMENT_MET:
      return g_strdup ("met");
    case RS_JUDGEMENT_MISSED:
      return g_strdup ("missed");
    case RS_JUDGEMENT_CANNOT:
      return g_strdup ("cannot_be_judged");
    }
  return g_strdup ("");
}

static const RsSource *
find_source (const RsFrame *frame, const RsFramePoint *point)
{
  int source = -1;

  if (point->observation.passport != NULL)
    source = point->observation.passport->source;
  if (source < 0 && point->target != NULL && !rs_query_is_figure (&point->observation))
    source = point->target->source;
  return source >= 0 ? rs_dataset_get_source (frame->dataset, (guint) source) : NULL;
}

static char *
make_period_id (const RsFrame *frame, const RsFramePoint *point)
{
  const RsDimension *time = rs_dataset_get_time (frame->dataset);

  return g_strdup (time != NULL ? time->categories[point->position].id : "");
}

/* Columns that only files have. */
static char *
make_file_cell (const RsFrame *frame, guint s, guint p, Column column)
{
  const RsSeries *series = rs_frame_get_series (frame, s);
  const RsFramePoint *point = &series->points[p];
  const RsPassport *passport = point->observation.passport;
  const RsCategory *indicator = rs_query_get_indicator (frame->dataset, series->indicator);
  const RsCategory *region = get_region (frame, series->region);
  const RsSource *source = NULL;

  if (column == COLUMN_INDICATOR_ID)
    return g_strdup (indicator != NULL ? indicator->id : "");
  if (column == COLUMN_REGION_ID)
    return g_strdup (region != NULL ? region->id : "");
  if (column == COLUMN_PERIOD_ID)
    return make_period_id (frame, point);
  if (column == COLUMN_KIND)
    return g_strdup (passport != NULL ? rs_kind_to_string (passport->kind) : "");
  if (column == COLUMN_BOUND)
    return passport != NULL && passport->has_bound ? number_to_text (passport->bound)
                                                   : g_strdup ("");
  if (column == COLUMN_FORMULA)
    return g_strdup (passport != NULL && passport->formula != NULL ? passport->formula : "");
  if (column == COLUMN_SOURCE_ID)
    {
      source = find_source (frame, point);
      return g_strdup (source != NULL ? source->id : "");
    }
  if (column == COLUMN_TARGET_OPERATOR)
    return g_strdup (point->target != NULL ? rs_operator_to_string (point->target->op) : "");
  return point->target != NULL ? number_to_text (point->target->value) : g_strdup ("");
}

static char *
make_note (const RsFrame *frame, const RsFramePoint *point)
{
  const char *of_figure = point->observation.passport != NULL
                            ? rs_text_get (&point->observation.passport->note, frame->language)
                            : "";
  const char *of_target =
    point->target != NULL ? rs_text_get (&point->target->note, frame->language) : "";

  if (*of_figure != '\0' && *of_target != '\0')
    return g_strconcat (of_figure, "; ", of_target, NULL);
  return g_strdup (*of_figure != '\0' ? of_figure : of_target);
}

static char *
make_cell (const RsFrame *frame, guint s, guint p, Column column, RsTableStyle style)
{
  const RsSeries *series = rs_frame_get_series (frame, s);
  const RsFramePoint *point = &series->points[p];
  const RsSource *source = NULL;

  switch (column)
    {
    case COLUMN_INDICATOR:
      return g_strdup (
        rs_query_get_indicator_label (frame->dataset, series->indicator, frame->language));
    case COLUMN_REGION:
      return g_strdup (rs_frame_name_region (frame, series->region));
    case COLUMN_PERIOD:
      return rs_query_get_period_label (frame->dataset, point->position, frame->language);
    case COLUMN_VALUE:
      return make_value (frame, s, p, style);
    case COLUMN_UNIT:
      return make_unit (frame, s, style);
    case COLUMN_STATUS:
      return make_status (frame, point, style);
    case COLUMN_CHANGE:
      return make_change (frame, s, p, style);
    case COLUMN_TARGET:
      return point->target != NULL ? rs_summary_target (frame, s, p) : g_strdup ("");
    case COLUMN_VERDICT:
      return make_verdict (frame, s, p, style);
    case COLUMN_SOURCE:
      source = find_source (frame, point);
      return g_strdup (source != NULL ? source->title : "");
    case COLUMN_NOTE:
      return make_note (frame, point);
    case COLUMN_INDICATOR_ID:
    case COLUMN_REGION_ID:
    case COLUMN_PERIOD_ID:
    case COLUMN_KIND:
    case COLUMN_BOUND:
    case COLUMN_FORMULA:
    case COLUMN_SOURCE_ID:
    case COLUMN_TARGET_OPERATOR:
    case COLUMN_TARGET_VALUE:
      return make_file_cell (frame, s, p, column);
    case N_COLUMNS_FOR_FILES:
      break;
    }
  return g_strdup ("");
}

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

/* A row for what is drawn, and for each hole. */
static gboolean
needs_row (const RsFrame *frame, guint s, guint p)
{
  const RsSeries *series = rs_frame_get_series (frame, s);
  const RsFramePoint *point = &series->points[p];

  if (!rs_frame_is_shown (frame, s, p))
    return FALSE;
  if (point->observation.reason != RS_REASON_MISSING || point->observation.status != NULL ||
      point->target != NULL)
    return TRUE;
  return is_inside (frame, s, p);
}

RsTable *
rs_table_new (const RsFrame *frame, RsTableStyle style)
{
  RsTable *self = NULL;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (RsTableRow));

  g_return_val_if_fail (frame != NULL, NULL);

  self = g_new0 (RsTable, 1);
  self->n_columns = style == RS_TABLE_FOR_FILES ? N_COLUMNS_FOR_FILES : N_COLUMNS_FOR_PEOPLE;
  self->headers = g_new0 (char *, self->n_columns + 1);
  self->numeric = g_new0 (gboolean, self->n_columns);
  for (guint c = 0; c < self->n_columns; c++)
    {
      self->headers[c] = g_strdup (get_header ((Column) c, frame->language));
      self->numeric[c] =
        is_numeric ((Column) c) || (style == RS_TABLE_FOR_FILES && c == COLUMN_CHANGE);
    }
  for (guint s = 0; s < frame->series->len; s++)
    for (guint p = 0; p < rs_frame_get_series (frame, s)->n_points; p++)
      {
        RsTableRow row = { .series = (int) s, .point = (int) p };

        if (!needs_row (frame, s, p))
          continue;
        row.cells = g_new0 (char *, self->n_columns + 1);
        for (guint c = 0; c < self->n_columns; c++)
          row.cells[c] = make_cell (frame, s, p, (Column) c, style);
        g_array_append_val (rows, row);
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

/* Whether a spreadsheet would take the text for a formula. A number such as -5 is none, and stays a
 * number. */
static gboolean
looks_like_formula (const char *text)
{
  double value = 0;

  if (*text == '\0' || strchr ("=+-@\t\r\n", *text) == NULL)
    return FALSE;
  return !rs_number_parse_exact (text, &value, NULL);
}

static void
append_field (GString *out, const char *text, char delimiter)
{
  gboolean guard = looks_like_formula (text);
  gboolean quote = strpbrk (text, "\"\r\n") != NULL || strchr (text, delimiter) != NULL ||
                   *text == ' ' || g_str_has_suffix (text, " ");

  /* TSV has no quoting that every reader knows: what would break the row becomes a space. */
  if (delimiter == '\t')
    {
      g_autofree char *plain = g_strdelimit (g_strdup (text), "\t\r\n", ' ');

      if (guard)
        g_string_append_c (out, '\'');
      g_string_append (out, plain);
      return;
    }
  if (quote)
    g_string_append_c (out, '"');
  if (guard)
    g_string_append_c (out, '\'');
  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *c);
    }
  if (quote)
    g_string_append_c (out, '"');
}

static void
append_row (GString *out, char **cells, guint n, char delimiter)
{
  for (guint c = 0; c < n; c++)
    {
      if (c > 0)
        g_string_append_c (out, delimiter);
      append_field (out, cells[c], delimiter);
    }
  g_string_append (out, "\r\n");
}

char *
rs_table_to_csv (const RsTable *self, char delimiter, gboolean bom)
{
  GString *out = g_string_new (bom ? "\xEF\xBB\xBF" : NULL);

  g_return_val_if_fail (self != NULL, g_string_free (out, FALSE));

  append_row (out, self->headers, self->n_columns, delimiter);
  for (guint i = 0; i < self->n_rows; i++)
    append_row (out, self->rows[i].cells, self->n_columns, delimiter);
  return g_string_free (out, FALSE);
}
