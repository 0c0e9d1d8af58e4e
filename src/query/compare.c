/* SPDX-License-Identifier: GPL-3.0-or-later
 * Whether two figures may be compared, and the change between them. */
#define G_LOG_DOMAIN "renshe-query"

#include "config.h"

#include "query/verdict.h"

#include <math.h>

#include "query/query-private.h"

/* NAN alone is a float. */
#define NO_NUMBER ((double) NAN)

/* Decimals beyond this are noise of the binary form, not digits that somebody published. */
#define MAX_DECIMALS 12

double
rs_query_subtract (double a, double b)
{
  double difference = a - b;
  int decimals;

  /* Two numbers of the largest size have no difference that a double holds. */
  if (!isfinite (difference))
    return NO_NUMBER;
  decimals =
    MAX (rs_number_get_decimals (a, MAX_DECIMALS), rs_number_get_decimals (b, MAX_DECIMALS));
  difference = rs_number_round (difference, decimals, RS_ROUND_HALF_AWAY);
  return difference == 0 ? 0 : difference;
}

/* Two cells of one series differ in time only. */
static RsObstacle
check_same_series (const RsDataset *dataset, guint64 earlier_cell, guint64 later_cell)
{
  guint earlier[RS_DATASET_MAX_DIMENSIONS];
  guint later[RS_DATASET_MAX_DIMENSIONS];
  int time_index = rs_dataset_get_role (dataset, RS_ROLE_TIME);
  int metric_index = rs_dataset_get_role (dataset, RS_ROLE_METRIC);

  rs_dataset_get_positions (dataset, earlier_cell, earlier);
  rs_dataset_get_positions (dataset, later_cell, later);
  if (metric_index >= 0 && earlier[metric_index] != later[metric_index])
    return rs_query_units_equal (dataset, earlier[metric_index], later[metric_index])
             ? RS_OBSTACLE_INDICATOR
             : RS_OBSTACLE_UNIT;
  for (guint i = 0; i < rs_dataset_get_n_dimensions (dataset); i++)
    if ((int) i != time_index && earlier[i] != later[i])
      return RS_OBSTACLE_DEFINITION;
  return RS_OBSTACLE_NONE;
}

static RsObstacle
check_values (const RsObservation *earlier, const RsObservation *later)
{
  if (later->reason == RS_REASON_BOUND)
    return RS_OBSTACLE_BOUND;
  if (later->reason != RS_REASON_NONE)
    return RS_OBSTACLE_NO_VALUE;
  if (earlier->reason == RS_REASON_BOUND)
    return RS_OBSTACLE_BOUND;
  if (earlier->reason != RS_REASON_NONE)
    return RS_OBSTACLE_NO_EARLIER;
  return RS_OBSTACLE_NONE;
}

static RsObstacle
check_periods (const RsDataset *dataset, guint indicator, guint earlier, guint later)
{
  const RsDimension *time = rs_dataset_get_time (dataset);
  RsPeriod a = { 0 };
  RsPeriod b = { 0 };

  if (time == NULL)
    return RS_OBSTACLE_NONE;
  a = time->categories[earlier].period;
  b = time->categories[later].period;
  if (a.type != b.type)
    return RS_OBSTACLE_PERIOD_TYPE;
  /* What is counted since January covers equal spans only in the same part of two years; within one
   * year it grows by definition. */
  if (rs_query_get_nature (dataset, indicator) == RS_NATURE_FLOW_CUMULATIVE &&
      a.type != RS_PERIOD_NONE && a.year != b.year && a.index != b.index)
    return RS_OBSTACLE_PERIOD_TYPE;
  return RS_OBSTACLE_NONE;
}

/* A break that only a status mark tells of: on the later figure, or on one between the two. */
static gboolean
has_break_mark (const RsDataset *dataset, guint64 later_cell, guint earlier, guint later)
{
  const RsDimension *time = rs_dataset_get_time (dataset);
  int first = 0;
  int last = 0;

  if (time == NULL || earlier == later)
    return FALSE;
  first = rs_query_get_rank (time, earlier);
  last = rs_query_get_rank (time, later);
  for (int rank = first + 1; first >= 0 && rank <= last; rank++)
    {
      guint position = time->chronological[rank];
      RsObservation observation =
        rs_dataset_get_observation (dataset, rs_query_at_time (dataset, later_cell, position));

      if ((observation.flags & RS_FLAG_BREAK) != 0)
        return TRUE;
    }
  return FALSE;
}

RsObstacle
rs_compare (const RsDataset *dataset,
            guint indicator,
            guint region,
            guint64 earlier_cell,
            guint64 later_cell,
            guint earlier,
            guint later,
            const RsBreak **out_break)
{
  RsObservation a = { 0 };
  RsObservation b = { 0 };
  const RsBreak *series_break = NULL;
  RsObstacle obstacle = RS_OBSTACLE_NONE;

  if (out_break != NULL)
    *out_break = NULL;
  g_return_val_if_fail (dataset != NULL, RS_OBSTACLE_NO_VALUE);

  obstacle = check_same_series (dataset, earlier_cell, later_cell);
  if (obstacle != RS_OBSTACLE_NONE)
    return obstacle;
  a = rs_dataset_get_observation (dataset, earlier_cell);
  b = rs_dataset_get_observation (dataset, later_cell);
  obstacle = check_values (&a, &b);
  if (obstacle != RS_OBSTACLE_NONE)
    return obstacle;
  obstacle = check_periods (dataset, indicator, earlier, later);
  if (obstacle != RS_OBSTACLE_NONE)
    return obstacle;

  if (rs_dataset_get_time (dataset) != NULL)
    series_break = rs_dataset_find_break (dataset, indicator, region, earlier, later);
  if (out_break != NULL)
    *out_break = series_break;
  if (series_break != NULL || has_break_mark (dataset, later_cell, earlier, later))
    return RS_OBSTACLE_BREAK;
  if (((a.flags ^ b.flags) & RS_FLAG_DEFINITION) != 0)
    return RS_OBSTACLE_DEFINITION;
  return RS_OBSTACLE_NONE;
}

/* The same day a year earlier; 29 February has none. */
static RsPeriod
day_a_year_before (RsPeriod day)
{
  RsPeriod before = { 0 };
  g_autoptr (GDate) date = g_date_new_dmy (1, G_DATE_JANUARY, (GDateYear) day.year);
  g_autoptr (GDate) earlier = NULL;

  g_date_add_days (date, (guint) (day.index - 1));
  if (!g_date_valid_dmy (g_date_get_day (date), g_date_get_month (date),
                         (GDateYear) (day.year - 1)))
    return before;
  earlier =
    g_date_new_dmy (g_date_get_day (date), g_date_get_month (date), (GDateYear) (day.year - 1));
  before.type = RS_PERIOD_DAY;
  before.year = day.year - 1;
  before.index = (int) g_date_get_day_of_year (earlier);
  return before;
}

RsPeriod
rs_query_get_period_before (RsPeriod period)
{
  RsPeriod before = period;

  switch (period.type)
    {
    case RS_PERIOD_NONE:
      return before;
    case RS_PERIOD_DAY:
      return day_a_year_before (period);
    case RS_PERIOD_YEAR:
    case RS_PERIOD_HALF:
    case RS_PERIOD_QUARTER:
    case RS_PERIOD_MONTH:
    case RS_PERIOD_WEEK:
      before.year--;
      return before;
    }
  return before;
}

/* The last figure before @position that could have been compared with it, had it not been too old.
 */
static int
find_older_figure (const RsDataset *dataset, guint64 cell, guint position)
{
  const RsDimension *time = rs_dataset_get_time (dataset);
  RsPeriod period = time->categories[position].period;

  for (int rank = rs_query_get_rank (time, position) - 1; rank >= 0; rank--)
    {
      guint candidate = time->chronological[rank];
      RsPeriod other = time->categories[candidate].period;
      RsObservation observation = { 0 };

      if (other.type != period.type || other.index != period.index)
        continue;
      observation =
        rs_dataset_get_observation (dataset, rs_query_at_time (dataset, cell, candidate));
      if (rs_query_is_figure (&observation))
        return (int) candidate;
    }
  return -1;
}

void
rs_query_fill_change (RsChange *change,
                      const RsObservation *earlier,
                      const RsObservation *later,
                      gboolean in_points)
{
  change->difference = rs_query_subtract (later->value, earlier->value);
  change->derived = ((earlier->flags | later->flags) & RS_FLAG_DERIVED) != 0;
  change->approximate = ((earlier->flags | later->flags) & RS_FLAG_APPROXIMATE) != 0;
  /* Growth of a percentage is not told from percentage points by most readers, so it is never made;
   * on a base of zero or less, and through zero, it means nothing. */
  if (!in_points && earlier->value > 0 && later->value >= 0)
    change->percent = (later->value - earlier->value) / earlier->value * 100;
}

static RsChange
compute_change (
  const RsDataset *dataset, guint indicator, guint region, guint64 cell, guint position)
{
  const RsDimension *time = rs_dataset_get_time (dataset);
  RsObservation later = rs_dataset_get_observation (dataset, cell);
  RsObservation earlier = { .reason = RS_REASON_MISSING };
  RsChange change = { .obstacle = RS_OBSTACLE_NO_EARLIER,
                      .difference = NO_NUMBER,
                      .percent = NO_NUMBER };
  int before = -1;

  if (later.reason != RS_REASON_NONE)
    {
      change.obstacle = later.reason == RS_REASON_BOUND ? RS_OBSTACLE_BOUND : RS_OBSTACLE_NO_VALUE;
      return change;
    }
  if (time == NULL || time->categories[position].period.type == RS_PERIOD_NONE)
    return change;

  change.against = rs_query_get_period_before (time->categories[position].period);
  before = rs_query_find_period (time, change.against);
  if (before >= 0)
    earlier =
      rs_dataset_get_observation (dataset, rs_query_at_time (dataset, cell, (guint) before));
  if (before < 0 || !rs_query_is_figure (&earlier))
    {
      int older = find_older_figure (dataset, cell, position);

      if (older >= 0)
        {
          change.obstacle = RS_OBSTACLE_GAP;
          change.against = time->categories[older].period;
        }
      return change;
    }
  change.obstacle =
    rs_compare (dataset, indicator, region, rs_query_at_time (dataset, cell, (guint) before), cell,
                (guint) before, position, &change.series_break);
  if (change.obstacle == RS_OBSTACLE_NONE)
    rs_query_fill_change (&change, &earlier, &later, rs_query_in_points (dataset, indicator));
  return change;
}

/* Whether a break lies between a figure and @against, the year before it, which has no figure. */
static gboolean
breaks_before (const RsDataset *dataset,
               guint indicator,
               guint region,
               guint64 cell,
               guint position,
               RsPeriod against)
{
  int before = rs_query_find_period (rs_dataset_get_time (dataset), against);

  if ((rs_dataset_get_observation (dataset, cell).flags & RS_FLAG_BREAK) != 0)
    return TRUE;
  if (before < 0)
    before = find_older_figure (dataset, cell, position);
  return before >= 0 &&
         rs_dataset_find_break (dataset, indicator, region, (guint) before, position) != NULL;
}

/* What is told of yearly figures beside them: "+14.5 %", "+124". */
static const RsPassport *
find_published (const RsDataset *dataset, guint64 cell, guint position)
{
  const RsDimension *time = rs_dataset_get_time (dataset);
  const RsPassport *passport = rs_dataset_get_observation (dataset, cell).passport;

  if (passport == NULL || (!passport->has_growth && !passport->has_difference))
    return NULL;
  if (time == NULL || time->categories[position].period.type != RS_PERIOD_YEAR)
    return NULL;
  return passport;
}

/* The publisher's own change goes before ours: it was made before the figures were rounded, and it
 * is the number that people have read. It holds without an earlier figure too, but no further than
 * the series does. */
static void
take_published (RsChange *change,
                const RsDataset *dataset,
                guint indicator,
                guint region,
                guint64 cell,
                guint position)
{
  const RsPassport *passport = find_published (dataset, cell, position);
  gboolean has_growth =
    passport != NULL && passport->has_growth && !rs_query_in_points (dataset, indicator);

  if (!has_growth && (passport == NULL || !passport->has_difference))
    return;
  if (change->obstacle == RS_OBSTACLE_NO_EARLIER || change->obstacle == RS_OBSTACLE_GAP)
    {
      RsPeriod against =
        rs_query_get_period_before (rs_dataset_get_time (dataset)->categories[position].period);

      if (breaks_before (dataset, indicator, region, cell, position, against))
        return;
      change->obstacle = RS_OBSTACLE_NONE;
      change->against = against;
    }
  if (change->obstacle != RS_OBSTACLE_NONE)
    return;
  if (has_growth)
    change->percent = passport->growth;
  if (passport->has_difference)
    change->difference = passport->difference;
  change->published = has_growth || !isfinite (change->percent);
  change->published_difference = passport->has_difference;
}

RsChange
rs_query_change (
  const RsDataset *dataset, guint indicator, guint region, guint64 cell, guint position)
{
  RsChange change = compute_change (dataset, indicator, region, cell, position);

  take_published (&change, dataset, indicator, region, cell, position);
  return change;
}

char *
rs_obstacle_describe (RsObstacle obstacle,
                      const RsBreak *series_break,
                      const RsDataset *dataset,
                      RsLanguage language)
{
  switch (obstacle)
    {
    case RS_OBSTACLE_NONE:
      return g_strdup ("");
    case RS_OBSTACLE_NO_VALUE:
      return g_strdup (rs_tr (language, "No change: there is no figure for this period."));
    case RS_OBSTACLE_NO_EARLIER:
      return g_strdup (rs_tr (language, "No change: there is no figure for the period before."));
    case RS_OBSTACLE_GAP:
      return g_strdup (
        rs_tr (language, "No change: the last earlier figure is older than one period."));
    case RS_OBSTACLE_BREAK:
      if (series_break != NULL)
        {
          g_autofree char *before =
            rs_query_get_period_label (dataset, series_break->before, language);
          g_autofree char *after =
            rs_query_get_period_label (dataset, series_break->after, language);

          /* Translators: two periods. */
          return g_strdup_printf (
            rs_tr (language, "No change: the series breaks between %s and %s."), before, after);
        }
      return g_strdup (rs_tr (language, "No change: the series breaks in between."));
    case RS_OBSTACLE_DEFINITION:
      return g_strdup (
        rs_tr (language, "No change: the two figures differ in definition or coverage."));
    case RS_OBSTACLE_UNIT:
      return g_strdup (rs_tr (language, "No change: the two figures have different units."));
    case RS_OBSTACLE_PERIOD_TYPE:
      return g_strdup (
        rs_tr (language, "No change: the two figures cover different kinds of period."));
    case RS_OBSTACLE_BOUND:
      return g_strdup (rs_tr (language, "No change: one of the two figures is only a bound."));
    case RS_OBSTACLE_INDICATOR:
      return g_strdup (rs_tr (language, "No change: these are two different measures."));
    case RS_OBSTACLE_ZERO_BASE:
      return g_strdup (rs_tr (language, "No growth: the figure before is zero or less."));
    }
  return g_strdup ("");
}

const char *
rs_obstacle_get_label (RsObstacle obstacle, RsLanguage language)
{
  switch (obstacle)
    {
    case RS_OBSTACLE_NONE:
      return "";
    case RS_OBSTACLE_NO_VALUE:
      /* Translators: two or three words on a card: why no change is given. The same for those that
       * follow. */
      return rs_tr (language, "no figure");
    case RS_OBSTACLE_NO_EARLIER:
      return rs_tr (language, "no earlier figure");
    case RS_OBSTACLE_GAP:
      return rs_tr (language, "gap before");
    case RS_OBSTACLE_BREAK:
      return rs_tr (language, "break in series");
    case RS_OBSTACLE_DEFINITION:
      return rs_tr (language, "other definition");
    case RS_OBSTACLE_UNIT:
      return rs_tr (language, "other unit");
    case RS_OBSTACLE_PERIOD_TYPE:
      return rs_tr (language, "other kind of period");
    case RS_OBSTACLE_BOUND:
      return rs_tr (language, "only a bound");
    case RS_OBSTACLE_INDICATOR:
      return rs_tr (language, "two measures");
    case RS_OBSTACLE_ZERO_BASE:
      return rs_tr (language, "base is zero");
    }
  return "";
}
