/* SPDX-License-Identifier: GPL-3.0-or-later
 * Paragraphs: all of a point, all of a frame, the choice. */
#define G_LOG_DOMAIN "renshe-query"

#include "config.h"

#include <math.h>
#include <string.h>

#include "query/frame-private.h"
#include "query/summary-private.h"
#include "query/summary.h"

/* Series that the text twin tells one by one. */
#define MAX_TOLD_SERIES 12

/* @line: (transfer full) */
static void
take_line (GString *text, char *line)
{
  if (line != NULL && *line != '\0')
    {
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, line);
    }
  g_free (line);
}

/* A heading as a sentence, so that a voice stops after it. (transfer full) */
static char *
make_sentence (const char *heading, RsLanguage language)
{
  static const char *const stops[] = { ".", "?", "!", "。", "？", "！" };
  g_auto (GStrv) parts = g_strsplit (heading, " · ", -1);
  g_autofree char *text = g_strjoinv (rs_query_get_comma (language), parts);

  if (*text == '\0')
    return g_steal_pointer (&text);
  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    if (g_str_has_suffix (text, stops[i]))
      return g_steal_pointer (&text);
  /* Translators: a title that is read out as a sentence. */
  return g_strdup_printf (rs_trc (language, "sentence", "%s."), text);
}

/* Name of the series in full, with its region, for a reader who does not see the picture. (transfer
 * full) */
static char *
name_series (const RsFrame *frame, const RsSeries *series)
{
  const char *indicator =
    rs_query_get_indicator_label (frame->dataset, series->indicator, frame->language);
  const char *region = rs_frame_name_region (frame, series->region);

  if (*region == '\0')
    return g_strdup (indicator);
  /* Translators: an indicator and a region. */
  return g_strdup_printf (rs_trc (frame->language, "series", "%s, %s"), indicator, region);
}

static void
tell_flags (GString *text, const RsFrame *frame, const RsFramePoint *at)
{
  for (guint bit = 0; bit < 14; bit++)
    {
      RsFlags flag = (RsFlags) (1u << bit);

      if ((at->observation.flags & flag) == 0 || flag == RS_FLAG_MISSING)
        continue;
      if (flag == RS_FLAG_OTHER)
        {
          if (at->observation.reason != RS_REASON_BOUND &&
              at->observation.reason != RS_REASON_LESS_THAN_HALF && at->observation.status != NULL)
            /* Translators: a status mark of the publisher that the program does not know. */
            take_line (text, g_strdup_printf (rs_tr (frame->language, "Status: %s"),
                                              at->observation.status));
          continue;
        }
      take_line (text, g_strdup (rs_flag_describe (flag, frame->language)));
    }
}

/* What was known before the publisher revised the figure. (chart-rules R44) */
static void
tell_revision (GString *text, const RsFrame *frame, guint series, guint point)
{
  const RsPassport *passport =
    rs_frame_get_series (frame, series)->points[point].observation.passport;

  for (guint i = 0; passport != NULL && i < passport->n_alternates; i++)
    {
      g_autofree char *number = NULL;
      g_autofree char *with_unit = NULL;

      if (!passport->alternates[i].previous)
        continue;
      number = rs_summary_format_number (frame, series, passport->alternates[i].value, TRUE);
      with_unit = rs_summary_attach_unit (frame, series, number, TRUE);
      /* Translators: a figure with its unit, as it was published before. */
      take_line (text,
                 g_strdup_printf (rs_tr (frame->language, "Before the revision: %s"), with_unit));
    }
}

static void
tell_passport (GString *text, const RsFrame *frame, const RsFramePoint *at, gboolean in_short)
{
  const RsPassport *passport = at->observation.passport;
  const char *remark = NULL;

  if (passport == NULL)
    return;
  remark = rs_text_get (&passport->note, frame->language);
  if (passport->formula != NULL && !in_short)
    {
      g_autofree char *formula =
        rs_summary_word_remark (frame->dataset, passport->formula, frame->language);

      /* Translators: arithmetic such as 2494-124. */
      take_line (text, g_strdup_printf (rs_tr (frame->language, "Formula: %s"), formula));
    }
  if (passport->source >= 0)
    {
      g_autofree char *name =
        rs_summary_name_source (frame->dataset, (guint) passport->source, frame->language);

      /* Translators: title of a publication. */
      take_line (text, g_strdup_printf (rs_trc (frame->language, "point", "Source: %s"), name));
    }
  if (*remark != '\0' && !in_short)
    {
      g_autofree char *note = rs_summary_word_remark (frame->dataset, remark, frame->language);

      /* Translators: a remark on a figure. */
      take_line (text, g_strdup_printf (rs_tr (frame->language, "Note: %s"), note));
    }
}

/* The papers that set a target are seldom those that report on it. */
static void
tell_target (GString *text, const RsFrame *frame, guint series, guint point, gboolean in_short)
{
  const RsTarget *target = rs_frame_get_series (frame, series)->points[point].target;
  g_autofree char *rule = NULL;

  if (target == NULL)
    return;
  rule = rs_summary_target (frame, series, point);
  /* Translators: a rule such as "≥ 600,000 persons (2022)". */
  take_line (text, g_strdup_printf (rs_tr (frame->language, "Target: %s"), rule));
  take_line (text, rs_summary_verdict (frame, series, point));
  if (!in_short && target->source >= 0 &&
      (guint) target->source < rs_dataset_get_n_sources (frame->dataset))
    {
      g_autofree char *name =
        rs_summary_name_source (frame->dataset, (guint) target->source, frame->language);

      /* Translators: title of the publication that a target stands in. */
      take_line (text, g_strdup_printf (rs_tr (frame->language, "Source of the target: %s"), name));
    }
}

/* The publisher's change and ours are told apart: only one of them stands in the papers. */
static void
tell_change (GString *text, const RsFrame *frame, guint series, guint point)
{
  const RsChange *change = &rs_frame_get_series (frame, series)->points[point].change;
  g_autofree char *told = rs_summary_change (frame, series, point);
  g_autofree char *difference = rs_summary_published_difference (frame, series, point);

  if (*told == '\0')
    return;
  if (change->published)
    /* Translators: a change such as "+14.5% on 2020" that the publisher gives himself. */
    take_line (text, g_strdup_printf (rs_tr (frame->language, "%s (published)"), told));
  else
    /* Translators: a change such as "+14.6% on 2020" that the program computes. */
    take_line (text, g_strdup_printf (rs_tr (frame->language, "%s (computed)"), told));
  if (*difference != '\0')
    take_line (text, g_strdup_printf (rs_tr (frame->language, "%s (published)"), difference));
}

/* The change that slopes and dumbbells draw, beside that on the year before. (transfer full) */
static char *
tell_earlier (const RsFrame *frame, guint series)
{
  RsChange change = rs_frame_get_earlier_change (frame, series);
  g_autofree char *told = rs_summary_earlier_change (frame, series);
  const RsSeries *line = rs_frame_get_series (frame, series);

  /* What was told already is not told twice. */
  if (*told == '\0' || change.obstacle != RS_OBSTACLE_NONE ||
      rs_period_equal (line->points[line->selected].change.against, change.against))
    return g_strdup ("");
  /* Translators: a change such as "+14.6% on 2015" that the program computes. */
  return g_strdup_printf (rs_tr (frame->language, "%s (computed)"), told);
}

static char *
tell_point (const RsFrame *frame, guint series, guint point, gboolean in_short)
{
  const RsSeries *line = rs_frame_get_series (frame, series);
  GString *text = g_string_new (NULL);
  const RsFramePoint *at = NULL;
  g_autofree char *name = NULL;
  g_autofree char *period = NULL;

  g_return_val_if_fail (line != NULL && point < line->n_points, g_string_free (text, FALSE));

  at = &line->points[point];
  name = name_series (frame, line);
  period = rs_query_get_period_label (frame->dataset, at->position, frame->language);
  if (*period != '\0')
    /* Translators: a series and a period. */
    take_line (text, g_strdup_printf (rs_trc (frame->language, "point", "%s, %s"), name, period));
  else
    take_line (text, g_strdup (name));
  if (rs_query_is_figure (&at->observation) || at->observation.reason == RS_REASON_TEXT)
    take_line (text, rs_summary_value_with_unit (frame, series, point));
  else
    take_line (text, g_strdup (rs_reason_describe (at->observation.reason, frame->language)));
  tell_flags (text, frame, at);
  tell_revision (text, frame, series, point);
  if (at->change.obstacle == RS_OBSTACLE_NONE)
    tell_change (text, frame, series, point);
  else if (at->observation.reason == RS_REASON_NONE)
    take_line (text, rs_obstacle_describe (at->change.obstacle, at->change.series_break,
                                           frame->dataset, frame->language));
  if ((int) point == line->selected)
    {
      take_line (text, rs_summary_rank (frame, series));
      take_line (text, tell_earlier (frame, series));
    }
  tell_target (text, frame, series, point, in_short);
  tell_passport (text, frame, at, in_short);
  return g_string_free (text, FALSE);
}

char *
rs_summary_point (const RsFrame *frame, guint series, guint point)
{
  return tell_point (frame, series, point, FALSE);
}

char *
rs_summary_point_in_short (const RsFrame *frame, guint series, guint point)
{
  return tell_point (frame, series, point, TRUE);
}

static void
tell_headline (GString *text, const RsFrame *frame)
{
  guint series = 0;
  guint point = 0;
  const RsSeries *line = NULL;
  g_autofree char *name = NULL;
  g_autofree char *period = NULL;
  g_autofree char *value = NULL;
  g_autofree char *change = NULL;

  if (frame->headline_series < 0)
    return;
  series = (guint) frame->headline_series;
  point = (guint) frame->headline_point;
  line = rs_frame_get_series (frame, series);
  name = name_series (frame, line);
  period =
    rs_query_get_period_label (frame->dataset, line->points[point].position, frame->language);
  value = rs_summary_value_with_unit (frame, series, point);
  change = rs_summary_change (frame, series, point);
  if (*change != '\0' && *period != '\0')
    /* Translators: a series, a period, a value with unit, and its change: "Jobs, A, 2021: 751,000
     * persons (+14.5% on 2020)." */
    take_line (text, g_strdup_printf (rs_tr (frame->language, "%s, %s: %s (%s)."), name, period,
                                      value, change));
  else
    /* Translators: a series and a value with unit. */
    take_line (text, g_strdup_printf (rs_tr (frame->language, "%s: %s."), name, value));
}

static void
tell_extremes (GString *text, const RsFrame *frame, guint series)
{
  const RsSeries *line = rs_frame_get_series (frame, series);
  guint low = 0;
  guint high = 0;
  g_autofree char *low_period = NULL;
  g_autofree char *high_period = NULL;
  g_autofree char *low_value = NULL;
  g_autofree char *high_value = NULL;

  if (line->first < 0 || line->first == line->last)
    return;
  low = high = (guint) line->first;
  for (guint p = 0; p < line->n_points; p++)
    {
      const RsObservation *observation = &line->points[p].observation;

      if (observation->reason != RS_REASON_NONE)
        continue;
      if (observation->value < line->points[low].observation.value)
        low = p;
      if (observation->value > line->points[high].observation.value)
        high = p;
    }
  low_period =
    rs_query_get_period_label (frame->dataset, line->points[low].position, frame->language);
  high_period =
    rs_query_get_period_label (frame->dataset, line->points[high].position, frame->language);
  low_value = rs_summary_value_with_unit (frame, series, low);
  high_value = rs_summary_value_with_unit (frame, series, high);
  /* Translators: a series, its lowest value and when, its highest value and when. */
  take_line (text,
             g_strdup_printf (rs_tr (frame->language, "%s: lowest %s in %s, highest %s in %s."),
                              line->label, low_value, low_period, high_value, high_period));
}

static void
tell_gaps (GString *text, const RsFrame *frame, guint series)
{
  const RsSeries *line = rs_frame_get_series (frame, series);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *list = NULL;

  for (guint p = 0; p < line->n_points; p++)
    if ((int) p > line->first && (int) p < line->last &&
        !rs_query_is_figure (&line->points[p].observation))
      g_array_append_val (points, p);
  if (points->len == 0)
    return;
  list = rs_frame_describe_points (frame, line, points);
  /* Translators: a series, and periods without a figure. */
  take_line (text,
             g_strdup_printf (rs_tr (frame->language, "%s: no figure for %s."), line->label, list));
}

static void
tell_targets (GString *text, const RsFrame *frame, guint series)
{
  const RsSeries *line = rs_frame_get_series (frame, series);
  guint met = 0;
  guint missed = 0;
  guint open = 0;

  for (guint p = 0; p < line->n_points; p++)
    switch (line->points[p].verdict.judgement)
      {
      case RS_JUDGEMENT_NONE:
        break;
      case RS_JUDGEMENT_MET:
        met++;
        break;
      case RS_JUDGEMENT_MISSED:
        missed++;
        break;
      case RS_JUDGEMENT_CANNOT:
        open++;
        break;
      }
  if (met + missed + open == 0)
    return;
  if (open == 0)
    {
      /* Translators: a series, how many of its targets are met, and how many there are. */
      take_line (text, g_strdup_printf (rs_trn (frame->language, "%s: %u of %u target met.",
                                                "%s: %u of %u targets met.", met + missed),
                                        line->label, met, met + missed));
      return;
    }
  if (met + missed == 0)
    {
      /* Translators: a series, and how many targets it has. */
      take_line (text,
                 g_strdup_printf (rs_trn (frame->language, "%s: %u target, which cannot be judged.",
                                          "%s: %u targets, none of which can be judged.", open),
                                  line->label, open));
      return;
    }
  /* Translators: a series, and numbers of its targets in the period shown. */
  take_line (text, g_strdup_printf (rs_tr (frame->language,
                                           "%s, targets: %u met, %u missed, %u cannot be judged."),
                                    line->label, met, missed, open));
}

/* One line a row, as in a list of figures. */
static void
tell_rows (GString *text, const RsFrame *frame)
{
  for (guint s = 0; s < frame->series->len; s++)
    {
      const RsSeries *line = rs_frame_get_series (frame, s);
      g_autofree char *value = NULL;

      if (line->selected < 0 || (int) s == frame->headline_series)
        continue;
      value = rs_summary_value_with_unit (frame, s, (guint) line->selected);
      take_line (text, g_strdup_printf (rs_tr (frame->language, "%s: %s."), line->label, value));
    }
  for (guint i = 0; i < frame->goals->len; i++)
    {
      g_autofree char *label = rs_summary_goal_label (frame, i);
      g_autofree char *goal = rs_summary_goal (frame, i);

      /* Translators: an indicator, a year, and the target for it. */
      take_line (text, g_strdup_printf (rs_tr (frame->language, "%s, target of %d: %s."), label,
                                        frame->goals_year, goal));
    }
}

char *
rs_summary_frame (const RsFrame *frame)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GPtrArray) compared = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (frame != NULL, g_string_free (text, FALSE));

  take_line (text, make_sentence (frame->title, frame->language));
  take_line (text, make_sentence (frame->subtitle, frame->language));
  take_line (text, g_strdup (frame->empty_reason));
  tell_headline (text, frame);
  if (rs_summary_tell_compared (frame, compared))
    {
      for (guint i = 0; i < compared->len; i++)
        take_line (text, g_strdup (g_ptr_array_index (compared, i)));
    }
  else if (rs_chart_kind_shows_one_period (frame->kind))
    tell_rows (text, frame);
  else
    for (guint s = 0; s < frame->series->len; s++)
      {
        const RsSeries *line = rs_frame_get_series (frame, s);

        /* Of a line a year the chosen one is told; the others are its ground. */
        if (s >= MAX_TOLD_SERIES || (line->year != 0 && line->year != frame->year))
          continue;
        tell_extremes (text, frame, s);
        tell_gaps (text, frame, s);
        tell_targets (text, frame, s);
      }
  return g_string_free (text, FALSE);
}
