/* SPDX-License-Identifier: GPL-3.0-or-later
 * The columns of a table and what stands in them. */
#define G_LOG_DOMAIN "renshe-query"

#include "config.h"

#include "query/table-private.h"

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
  COLUMN_TARGET_SOURCE,
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
  COLUMN_TARGET_SOURCE_ID,
  COLUMN_CHANGE_UNIT,
  COLUMN_CHANGE_PERCENT,
  COLUMN_CHANGE_KIND,
  COLUMN_CHANGE_PERCENT_KIND,
  COLUMN_STATUS_ID,
  COLUMN_VERDICT_ID,
  N_COLUMNS_FOR_FILES,
} Column;

const char *
rs_table_get_header (guint column, RsLanguage language)
{
  switch ((Column) column)
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
    case COLUMN_TARGET_SOURCE:
      return rs_trc (language, "column", "Source of the target");
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
    case COLUMN_TARGET_SOURCE_ID:
      return "target_source_id";
    case COLUMN_CHANGE_UNIT:
      return "change_unit";
    case COLUMN_CHANGE_PERCENT:
      return "change_percent";
    case COLUMN_CHANGE_KIND:
      return "change_kind";
    case COLUMN_CHANGE_PERCENT_KIND:
      return "change_percent_kind";
    case COLUMN_STATUS_ID:
      return "status_id";
    case COLUMN_VERDICT_ID:
      return "result_id";
    case N_COLUMNS_FOR_FILES:
      break;
    }
  return "";
}

gboolean
rs_table_is_numeric (guint column, RsTableStyle style)
{
  return column == COLUMN_VALUE || column == COLUMN_BOUND || column == COLUMN_TARGET_VALUE ||
         column == COLUMN_CHANGE_PERCENT ||
         (style == RS_TABLE_FOR_FILES && column == COLUMN_CHANGE);
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

static const char *
get_stored_unit (const RsFrame *frame, guint index)
{
  const RsCategory *indicator = rs_query_get_indicator (frame->dataset, index);
  const char *label = NULL;

  if (indicator == NULL)
    return "";
  label = rs_text_get (&indicator->unit.label, frame->language);
  return *label == '\0' && indicator->unit.symbol != NULL ? indicator->unit.symbol : label;
}

/* A goal brings its unit along for people, who have no number of it to read alone. */
static char *
make_unit (const RsFrame *frame, const RsTableSubject *subject, RsTableStyle style)
{
  if (style == RS_TABLE_FOR_FILES)
    return g_strdup (get_stored_unit (frame, subject->indicator));
  return subject->series >= 0 ? rs_frame_get_unit_label (frame, (guint) subject->series, FALSE)
                              : g_strdup ("");
}

guint
rs_table_count_decimals (const char *number)
{
  const char *point = strrchr (number, '.');
  guint n = 0;

  while (point != NULL && g_ascii_isdigit (point[n + 1]))
    n++;
  return n;
}

/* The points of a right-aligned column stand under each other: what a number lacks in decimals is
 * spaces as wide as digits. No zero is added that nobody published. (transfer full) */
static char *
align_decimals (const char *number, guint decimals)
{
  guint own = rs_table_count_decimals (number);
  GString *text = g_string_new (number);

  if (own == 0 && decimals > 0)
    g_string_append (text, "\u2008");
  for (; own < decimals; own++)
    g_string_append (text, "\u2007");
  return g_string_free (text, FALSE);
}

/* Nothing is said of figures in the row of a goal: there may well be one. */
static char *
make_value (const RsFrame *frame, const RsTableSubject *subject, RsTableStyle style)
{
  const RsObservation *observation = NULL;

  if (subject->point == NULL)
    return g_strdup (style == RS_TABLE_FOR_PEOPLE && subject->goal < 0 ? "–" : "");
  if (style == RS_TABLE_FOR_PEOPLE)
    {
      g_autofree char *number =
        rs_summary_value (frame, (guint) subject->series, subject->p, FALSE);

      return subject->point->observation.reason == RS_REASON_NONE ||
                 subject->point->observation.reason == RS_REASON_BOUND
               ? align_decimals (number, subject->decimals)
               : g_steal_pointer (&number);
    }
  observation = &subject->point->observation;
  if (observation->reason == RS_REASON_TEXT && observation->text != NULL)
    return g_strdup (observation->text);
  return number_to_text (observation->value);
}

static const RsObservation *
get_observation (const RsTableSubject *subject)
{
  static const RsObservation missing = { .reason = RS_REASON_MISSING };

  return subject->point != NULL ? &subject->point->observation : &missing;
}

/* The publisher's own letters, and what else keeps a number from being one that is simply
 * published. */
static char *
make_status_id (const RsTableSubject *subject)
{
  const RsObservation *observation = get_observation (subject);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  if (subject->goal >= 0)
    return g_strdup ("");
  if (observation->status != NULL)
    g_ptr_array_add (words, (gpointer) observation->status);
  else if (observation->reason != RS_REASON_NONE)
    g_ptr_array_add (words, (gpointer) rs_reason_to_string (observation->reason));
  if ((observation->flags & RS_FLAG_DERIVED) != 0)
    g_ptr_array_add (words, (gpointer) "derived");
  if ((observation->flags & RS_FLAG_APPROXIMATE) != 0)
    g_ptr_array_add (words, (gpointer) "approximate");
  g_ptr_array_add (words, NULL);
  return g_strjoinv ("; ", (char **) words->pdata);
}

/* Marks in words, since a table has no legend. */
static char *
make_status (const RsFrame *frame, const RsTableSubject *subject)
{
  const RsObservation *observation = get_observation (subject);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  if (subject->goal >= 0)
    return g_strdup ("");
  for (guint bit = 0; bit < 14; bit++)
    {
      RsFlags flag = (RsFlags) (1u << bit);

      if ((observation->flags & flag) == 0)
        continue;
      if (flag == RS_FLAG_OTHER)
        {
          if (observation->reason != RS_REASON_BOUND &&
              observation->reason != RS_REASON_LESS_THAN_HALF && observation->status != NULL)
            g_ptr_array_add (words, (gpointer) observation->status);
        }
      else
        g_ptr_array_add (words, (gpointer) rs_flag_describe (flag, frame->language));
    }
  if (words->len == 0 && observation->reason != RS_REASON_NONE)
    g_ptr_array_add (words, (gpointer) rs_reason_describe (observation->reason, frame->language));
  return rs_query_join (frame->language, words, rs_query_get_semicolon (frame->language), 0);
}

/* Where only growth is published, that is the change there is; another column says in what. */
static char *
make_change (const RsFrame *frame, const RsTableSubject *subject, RsTableStyle style)
{
  const RsChange *change = NULL;

  if (subject->point == NULL)
    return g_strdup ("");
  change = &subject->point->change;
  if (style == RS_TABLE_FOR_FILES)
    {
      if (change->obstacle != RS_OBSTACLE_NONE)
        return g_strdup ("");
      return number_to_text (isfinite (change->difference) ? change->difference : change->percent);
    }
  return subject->point->observation.reason == RS_REASON_NONE
           ? rs_summary_change (frame, (guint) subject->series, subject->p)
           : g_strdup ("");
}

static char *
make_change_cell (const RsFrame *frame, const RsTableSubject *subject, Column column)
{
  const RsChange *change = subject->point != NULL ? &subject->point->change : NULL;
  gboolean is_difference;

  if (change == NULL || change->obstacle != RS_OBSTACLE_NONE)
    return g_strdup ("");
  if (column == COLUMN_CHANGE_PERCENT)
    return number_to_text (change->percent);
  if (column == COLUMN_CHANGE_PERCENT_KIND)
    return g_strdup (!isfinite (change->percent) ? ""
                     : change->published         ? "published"
                                                 : "computed");
  is_difference = isfinite (change->difference);
  if (!is_difference && !isfinite (change->percent))
    return g_strdup ("");
  if (column == COLUMN_CHANGE_KIND)
    return g_strdup ((is_difference ? change->published_difference : change->published)
                       ? "published"
                       : "computed");
  if (!is_difference)
    return g_strdup ("%");
  return g_strdup (rs_query_in_points (frame->dataset, subject->indicator)
                     ? "points"
                     : get_stored_unit (frame, subject->indicator));
}

static char *
make_target (const RsFrame *frame, const RsTableSubject *subject, RsTableStyle style)
{
  if (subject->goal >= 0)
    return rs_summary_goal (frame, (guint) subject->goal);
  if (subject->target == NULL)
    return g_strdup ("");
  /* For people it stands beside the value, in the same unit. */
  return style == RS_TABLE_FOR_PEOPLE
           ? rs_summary_target_in_column (frame, (guint) subject->series, subject->p)
           : rs_summary_target (frame, (guint) subject->series, subject->p);
}

/* A goal is of a year whose figures are not shown: nothing is judged. */
static char *
make_verdict (const RsFrame *frame, const RsTableSubject *subject)
{
  if (subject->point == NULL || subject->target == NULL)
    return g_strdup ("");
  return rs_summary_verdict (frame, (guint) subject->series, subject->p);
}

static char *
make_verdict_id (const RsTableSubject *subject)
{
  if (subject->point == NULL || subject->target == NULL)
    return g_strdup ("");
  switch (subject->point->verdict.judgement)
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

/* Index of the source of the figure or of the target, or -1. */
static int
find_source (const RsFrame *frame, const RsTableSubject *subject, gboolean of_target)
{
  int source = -1;

  if (of_target && subject->target != NULL)
    source = subject->target->source;
  else if (!of_target && subject->point != NULL && subject->point->observation.passport != NULL)
    source = subject->point->observation.passport->source;
  return source >= 0 && (guint) source < rs_dataset_get_n_sources (frame->dataset) ? source : -1;
}

static char *
make_source (const RsFrame *frame, const RsTableSubject *subject, gboolean of_target, gboolean id)
{
  int source = find_source (frame, subject, of_target);

  if (source < 0)
    return g_strdup ("");
  return id ? g_strdup (rs_dataset_get_source (frame->dataset, (guint) source)->id)
            : rs_summary_name_source (frame->dataset, (guint) source, frame->language);
}

static char *
make_period_id (const RsFrame *frame, const RsTableSubject *subject)
{
  const RsDimension *time = rs_dataset_get_time (frame->dataset);

  if (subject->position < 0)
    return g_strdup_printf ("%d", frame->year);
  return g_strdup (time != NULL ? time->categories[subject->position].id : "");
}

static char *
make_period (const RsFrame *frame, const RsTableSubject *subject)
{
  RsPeriod year = { RS_PERIOD_YEAR, frame->year, 1 };

  if (subject->position < 0)
    return rs_period_to_label (year, frame->language);
  return rs_query_get_period_label (frame->dataset, (guint) subject->position, frame->language);
}

/* Columns that only files have. */
static char *
make_file_cell (const RsFrame *frame, const RsTableSubject *subject, Column column)
{
  const RsPassport *passport = subject->point != NULL ? subject->point->observation.passport : NULL;
  const RsCategory *indicator = rs_query_get_indicator (frame->dataset, subject->indicator);
  const RsCategory *region = get_region (frame, subject->region);
  const RsTarget *target = subject->target;

  if (column == COLUMN_INDICATOR_ID)
    return g_strdup (indicator != NULL ? indicator->id : "");
  if (column == COLUMN_REGION_ID)
    return g_strdup (region != NULL ? region->id : "");
  if (column == COLUMN_PERIOD_ID)
    return make_period_id (frame, subject);
  if (column == COLUMN_KIND)
    return g_strdup (subject->goal >= 0 ? "goal"
                     : passport != NULL ? rs_kind_to_string (passport->kind)
                                        : "");
  if (column == COLUMN_BOUND)
    return passport != NULL && passport->has_bound ? number_to_text (passport->bound)
                                                   : g_strdup ("");
  if (column == COLUMN_FORMULA)
    return g_strdup (passport != NULL && passport->formula != NULL ? passport->formula : "");
  if (column == COLUMN_SOURCE_ID || column == COLUMN_TARGET_SOURCE_ID)
    return make_source (frame, subject, column == COLUMN_TARGET_SOURCE_ID, TRUE);
  if (column == COLUMN_TARGET_OPERATOR)
    return g_strdup (target != NULL ? rs_operator_to_string (target->op) : "");
  if (column == COLUMN_TARGET_VALUE)
    return target != NULL ? number_to_text (target->value) : g_strdup ("");
  if (column == COLUMN_STATUS_ID)
    return make_status_id (subject);
  if (column == COLUMN_VERDICT_ID)
    return make_verdict_id (subject);
  return make_change_cell (frame, subject, column);
}

static char *
make_note (const RsFrame *frame, const RsTableSubject *subject)
{
  const RsPassport *passport = subject->point != NULL ? subject->point->observation.passport : NULL;
  const char *of_figure = passport != NULL ? rs_text_get (&passport->note, frame->language) : "";
  const char *of_target =
    subject->target != NULL ? rs_text_get (&subject->target->note, frame->language) : "";

  g_autofree char *both = NULL;

  if (*of_figure != '\0' && *of_target != '\0')
    both = g_strconcat (of_figure, rs_query_get_semicolon (frame->language), of_target, NULL);
  return rs_summary_word_remark (frame->dataset,
                                 both != NULL         ? both
                                 : *of_figure != '\0' ? of_figure
                                                      : of_target,
                                 frame->language);
}

guint
rs_table_count_columns (RsTableStyle style)
{
  return style == RS_TABLE_FOR_FILES ? N_COLUMNS_FOR_FILES : N_COLUMNS_FOR_PEOPLE;
}

char *
rs_table_make_cell (const RsFrame *frame,
                    const RsTableSubject *subject,
                    guint column,
                    RsTableStyle style)
{
  switch ((Column) column)
    {
    case COLUMN_INDICATOR:
      return g_strdup (
        rs_query_get_indicator_label (frame->dataset, subject->indicator, frame->language));
    case COLUMN_REGION:
      return g_strdup (rs_frame_name_region (frame, subject->region));
    case COLUMN_PERIOD:
      return make_period (frame, subject);
    case COLUMN_VALUE:
      return make_value (frame, subject, style);
    case COLUMN_UNIT:
      return make_unit (frame, subject, style);
    case COLUMN_STATUS:
      return make_status (frame, subject);
    case COLUMN_CHANGE:
      return make_change (frame, subject, style);
    case COLUMN_TARGET:
      return make_target (frame, subject, style);
    case COLUMN_VERDICT:
      return make_verdict (frame, subject);
    case COLUMN_SOURCE:
      return make_source (frame, subject, FALSE, FALSE);
    case COLUMN_TARGET_SOURCE:
      return make_source (frame, subject, TRUE, FALSE);
    case COLUMN_NOTE:
      return make_note (frame, subject);
    case COLUMN_INDICATOR_ID:
    case COLUMN_REGION_ID:
    case COLUMN_PERIOD_ID:
    case COLUMN_KIND:
    case COLUMN_BOUND:
    case COLUMN_FORMULA:
    case COLUMN_SOURCE_ID:
    case COLUMN_TARGET_OPERATOR:
    case COLUMN_TARGET_VALUE:
    case COLUMN_TARGET_SOURCE_ID:
    case COLUMN_CHANGE_UNIT:
    case COLUMN_CHANGE_PERCENT:
    case COLUMN_CHANGE_KIND:
    case COLUMN_CHANGE_PERCENT_KIND:
    case COLUMN_STATUS_ID:
    case COLUMN_VERDICT_ID:
      return make_file_cell (frame, subject, (Column) column);
    case N_COLUMNS_FOR_FILES:
      break;
    }
  return g_strdup ("");
}
