/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a publication backs in a picture. */
#define G_LOG_DOMAIN "renshe-query"

#include "config.h"

#include "query/frame-private.h"
#include "query/summary.h"

/* Series told one by one; the others are counted. */
#define MAX_SERIES 4

typedef enum
{
  USE_FIGURES,
  USE_TARGETS,
} Use;

/* Where all is of the one year in the subtitle, no periods are worth a word. */
static gboolean
is_list (const RsFrame *frame)
{
  return frame->kind == RS_CHART_FIGURES;
}

static gboolean
is_backed (const RsFramePoint *point, guint source, Use use)
{
  const RsPassport *passport = point->observation.passport;

  switch (use)
    {
    case USE_FIGURES:
      return rs_query_is_figure (&point->observation) && passport != NULL &&
             passport->source == (int) source;
    case USE_TARGETS:
      return point->target != NULL && point->target->source == (int) source;
    }
  return FALSE;
}

/* (transfer full) (element-type guint): indexes of points, ascending. */
static GArray *
find_points (const RsFrame *frame, guint s, guint source, Use use)
{
  const RsSeries *series = rs_frame_get_series (frame, s);
  GArray *points = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint p = 0; p < series->n_points; p++)
    if (rs_frame_is_shown (frame, s, p) && is_backed (&series->points[p], source, use))
      g_array_append_val (points, p);
  return points;
}

static char *
describe_entry (const RsFrame *frame, guint s, const GArray *points, Use use)
{
  RsLanguage language = frame->language;
  const RsSeries *series = rs_frame_get_series (frame, s);
  /* A line a year is called by its year. */
  g_autofree char *periods =
    series->year != 0 ? g_strdup (series->label) : rs_frame_describe_points (frame, series, points);

  if (frame->series->len == 1 || series->year != 0)
    return use == USE_FIGURES
             ? g_steal_pointer (&periods)
             /* Translators: the periods whose targets stand in a publication: "target 2022". */
             : g_strdup_printf (rs_trc (language, "source", "target %s"), periods);
  if (is_list (frame))
    return use == USE_FIGURES
             ? g_strdup (series->label)
             /* Translators: an indicator whose target stands in a publication. */
             : g_strdup_printf (rs_trc (language, "source", "target of %s"), series->label);
  return use == USE_FIGURES
           /* Translators: a series and the periods whose figures stand in a publication. */
           ? g_strdup_printf (rs_trc (language, "source", "%s: %s"), series->label, periods)
           /* Translators: a series and the periods whose targets stand in a publication. */
           : g_strdup_printf (rs_trc (language, "source", "target of %s: %s"), series->label,
                              periods);
}

static void
add_series (const RsFrame *frame, guint source, Use use, GPtrArray *parts)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_free);
  const char *separator =
    is_list (frame) || (frame->series->len > 0 && rs_frame_peek_series (frame, 0)->year != 0)
      ? rs_query_get_comma (frame->language)
      : rs_query_get_semicolon (frame->language);

  for (guint s = 0; s < frame->series->len; s++)
    {
      g_autoptr (GArray) points = find_points (frame, s, source, use);

      if (points->len > 0)
        g_ptr_array_add (entries, describe_entry (frame, s, points, use));
    }
  if (entries->len > 0)
    g_ptr_array_add (parts, rs_query_join (frame->language, entries, separator, MAX_SERIES));
}

static void
add_goals (const RsFrame *frame, guint source, GPtrArray *parts)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint i = 0; i < frame->goals->len; i++)
    if (rs_frame_get_goal (frame, i)->source == (int) source)
      g_ptr_array_add (labels, rs_summary_goal_label (frame, i));
  if (labels->len == 0)
    return;
  list = rs_query_join (frame->language, labels, rs_query_get_comma (frame->language), MAX_SERIES);
  /* Translators: a year, and indicators whose targets for it stand in a publication. */
  g_ptr_array_add (parts, g_strdup_printf (rs_trc (frame->language, "source", "goal of %d: %s"),
                                           frame->goals_year, list));
}

static void
add_breaks (const RsFrame *frame, guint source, GPtrArray *parts)
{
  for (guint i = 0; i < rs_dataset_get_n_breaks (frame->dataset); i++)
    {
      const RsBreak *series_break = rs_dataset_get_break (frame->dataset, i);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      if (series_break->source != (int) source || !rs_frame_shows_break (frame, series_break))
        continue;
      before = rs_query_get_period_label (frame->dataset, series_break->before, frame->language);
      after = rs_query_get_period_label (frame->dataset, series_break->after, frame->language);
      /* Translators: two periods; a publication tells why figures on both sides differ. */
      g_ptr_array_add (
        parts, g_strdup_printf (rs_trc (frame->language, "source", "break between %s and %s"),
                                before, after));
    }
}

char *
rs_summary_source_use (const RsFrame *frame, guint source)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  guint index = 0;

  g_return_val_if_fail (frame != NULL && source < frame->sources->len, g_strdup (""));

  index = rs_frame_get_source (frame, source);
  add_series (frame, index, USE_FIGURES, parts);
  add_series (frame, index, USE_TARGETS, parts);
  add_goals (frame, index, parts);
  add_breaks (frame, index, parts);
  return rs_query_join (frame->language, parts, rs_query_get_semicolon (frame->language), 0);
}
