/* SPDX-License-Identifier: GPL-3.0-or-later
 * Sources, notes and flags of exactly what a frame shows. */
#define G_LOG_DOMAIN "renshe-query"

#include "config.h"

#include <string.h>

#include "query/frame-private.h"

/* More distinct remarks on other years than this stay in the table. */
#define MAX_REMARKS 6

static void
add_source (RsFrame *self, int source)
{
  guint index = (guint) source;

  if (source < 0 || index >= rs_dataset_get_n_sources (self->dataset))
    return;
  for (guint i = 0; i < self->sources->len; i++)
    if (g_array_index (self->sources, guint, i) == index)
      return;
  g_array_append_val (self->sources, index);
}

static gboolean
has_note (const RsFrame *self, const char *note)
{
  for (guint i = 0; i < self->notes->len; i++)
    if (strcmp (g_ptr_array_index (self->notes, i), note) == 0)
      return TRUE;
  return FALSE;
}

/* @note: (transfer full) */
static void
take_note (RsFrame *self, char *note)
{
  if (*note == '\0' || has_note (self, note))
    g_free (note);
  else
    g_ptr_array_add (self->notes, note);
}

static gboolean
shows_break (const RsFrame *self, const RsBreak *series_break)
{
  const RsDimension *time = rs_dataset_get_time (self->dataset);

  if (time == NULL)
    return FALSE;
  for (guint s = 0; s < self->series->len; s++)
    {
      const RsSeries *series = rs_frame_peek_series (self, s);
      gboolean before = FALSE;
      gboolean after = FALSE;

      if (series->indicator != series_break->indicator ||
          (series_break->region >= 0 && (guint) series_break->region != series->region))
        continue;
      for (guint p = 0; p < series->n_points; p++)
        {
          const RsFramePoint *point = &series->points[p];

          if (!rs_frame_is_shown (self, s, p) || !rs_query_is_figure (&point->observation))
            continue;
          if (point->change.series_break == series_break || point->break_before == series_break)
            return TRUE;
          before = before || rs_period_compare (point->period,
                                                time->categories[series_break->before].period) <= 0;
          after = after || rs_period_compare (point->period,
                                              time->categories[series_break->after].period) >= 0;
        }
      if (before && after)
        return TRUE;
    }
  return FALSE;
}

static void
collect_sources (RsFrame *self)
{
  for (guint s = 0; s < self->series->len; s++)
    {
      const RsSeries *series = rs_frame_peek_series (self, s);

      for (guint p = 0; p < series->n_points; p++)
        {
          const RsFramePoint *point = &series->points[p];

          if (!rs_frame_is_shown (self, s, p))
            continue;
          if (rs_query_is_figure (&point->observation))
            {
              self->flags |= point->observation.flags;
              if (point->observation.passport != NULL)
                add_source (self, point->observation.passport->source);
            }
          if (point->target != NULL)
            add_source (self, point->target->source);
        }
    }
  for (guint i = 0; i < self->goals->len; i++)
    add_source (self, g_array_index (self->goals, const RsTarget *, i)->source);
  for (guint i = 0; i < rs_dataset_get_n_breaks (self->dataset); i++)
    {
      const RsBreak *series_break = rs_dataset_get_break (self->dataset, i);

      if (shows_break (self, series_break))
        {
          self->flags |= RS_FLAG_BREAK;
          add_source (self, series_break->source);
        }
    }
}

static gboolean
is_first_of_indicator (const RsFrame *self, guint s)
{
  for (guint i = 0; i < s; i++)
    if (rs_frame_peek_series (self, i)->indicator == rs_frame_peek_series (self, s)->indicator)
      return FALSE;
  return TRUE;
}

static void
add_definitions (RsFrame *self)
{
  for (guint s = 0; s < self->series->len; s++)
    {
      const RsSeries *series = rs_frame_peek_series (self, s);
      const RsCategory *indicator = rs_query_get_indicator (self->dataset, series->indicator);
      const char *definition = NULL;
      const char *remark = NULL;

      if (indicator == NULL || !is_first_of_indicator (self, s))
        continue;
      definition = rs_text_get (&indicator->definition, self->language);
      remark = rs_text_get (&indicator->remark, self->language);
      if (*definition != '\0')
        /* Translators: an indicator and what it is. */
        take_note (self, g_strdup_printf (rs_trc (self->language, "definition", "%s: %s"),
                                          rs_query_get_indicator_label (
                                            self->dataset, series->indicator, self->language),
                                          definition));
      if (*remark != '\0')
        take_note (self, g_strdup_printf (rs_trc (self->language, "definition", "%s: %s"),
                                          rs_query_get_indicator_label (
                                            self->dataset, series->indicator, self->language),
                                          remark));
    }
}

/* Cousins drawn together look like one series with a gap: the picture says that they are not. */
static void
add_family_rule (RsFrame *self)
{
  for (guint a = 0; a < self->series->len; a++)
    {
      const RsSeries *first = rs_frame_peek_series (self, a);
      const RsCategory *indicator = rs_query_get_indicator (self->dataset, first->indicator);

      if (indicator == NULL || indicator->family == NULL || first->first < 0)
        continue;
      for (guint b = a + 1; b < self->series->len; b++)
        {
          const RsSeries *second = rs_frame_peek_series (self, b);
          const RsCategory *other = rs_query_get_indicator (self->dataset, second->indicator);

          if (other == NULL || second->first < 0 || second->indicator == first->indicator ||
              g_strcmp0 (other->family, indicator->family) != 0)
            continue;
          if (rs_query_in_points (self->dataset, first->indicator))
            take_note (self,
                       g_strdup (rs_tr (self->language,
                                        "The rates are different measures and are never joined "
                                        "or compared with each other.")));
          else
            take_note (self,
                       g_strdup (rs_tr (self->language,
                                        "The measures differ and are never joined or compared "
                                        "with each other.")));
          return;
        }
    }
}

static void
add_breaks (RsFrame *self)
{
  for (guint i = 0; i < rs_dataset_get_n_breaks (self->dataset); i++)
    {
      const RsBreak *series_break = rs_dataset_get_break (self->dataset, i);
      const char *note = rs_text_get (&series_break->note, self->language);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      const char *label = NULL;

      if (!shows_break (self, series_break))
        continue;
      before = rs_query_get_period_label (self->dataset, series_break->before, self->language);
      after = rs_query_get_period_label (self->dataset, series_break->after, self->language);
      label = rs_query_get_indicator_label (self->dataset, series_break->indicator, self->language);
      if (*note != '\0')
        /* Translators: an indicator, two periods, and why the series breaks. */
        take_note (self, g_strdup_printf (
                           rs_tr (self->language, "%s: the series breaks between %s and %s (%s)."),
                           label, before, after, note));
      else
        /* Translators: an indicator and two periods. */
        take_note (
          self, g_strdup_printf (rs_tr (self->language, "%s: the series breaks between %s and %s."),
                                 label, before, after));
    }
}

/* "2021: year end", with the series named where there are several. (transfer full) (nullable) */
static char *
describe_remark (const RsFrame *self,
                 const RsSeries *series,
                 const RsFramePoint *point,
                 const RsText *note)
{
  const char *text = rs_text_get (note, self->language);
  g_autofree char *period = NULL;

  if (*text == '\0')
    return NULL;
  period = rs_query_get_period_label (self->dataset, point->position, self->language);
  if (self->series->len > 1 && series->year == 0)
    /* Translators: a series, a period, and a remark on its figure. */
    return g_strdup_printf (rs_trc (self->language, "remark", "%s, %s: %s"), series->label, period,
                            text);
  /* Translators: a period and a remark on its figure. */
  return g_strdup_printf (rs_trc (self->language, "remark", "%s: %s"), period, text);
}

static void
add_remarks_of_point (const RsFrame *self, GPtrArray *remarks, const RsSeries *series, guint p)
{
  const RsFramePoint *point = &series->points[p];
  char *remark = NULL;

  if (point->observation.passport != NULL)
    {
      remark = describe_remark (self, series, point, &point->observation.passport->note);
      if (remark != NULL)
        g_ptr_array_add (remarks, remark);
    }
  if (point->target != NULL)
    {
      remark = describe_remark (self, series, point, &point->target->note);
      if (remark != NULL)
        g_ptr_array_add (remarks, remark);
    }
}

/* (transfer full) */
static char *
describe_alternate (const RsFrame *self,
                    const RsSeries *series,
                    const RsFramePoint *point,
                    const RsAlternate *alternate)
{
  const RsCategory *indicator = rs_query_get_indicator (self->dataset, series->indicator);
  RsDisplayUnit stored = { .factor = 1,
                           .exponent = indicator != NULL ? indicator->unit.exponent : 0,
                           .word = "" };
  g_autofree char *period =
    rs_query_get_period_label (self->dataset, point->position, self->language);
  g_autofree char *value =
    rs_query_format (self->dataset, series->indicator, alternate->value, stored, self->language);
  const char *unit = indicator != NULL ? rs_text_get (&indicator->unit.label, self->language) : "";
  const char *why = alternate->formula != NULL ? alternate->formula
                                               : rs_text_get (&alternate->note, self->language);
  const char *source = alternate->source >= 0
                         ? rs_dataset_get_source (self->dataset, (guint) alternate->source)->title
                         : NULL;

  if (*why != '\0' && source != NULL)
    /* Translators: a period, another figure for it, its unit, how it is made, and where it stands.
     */
    return g_strdup_printf (rs_tr (self->language, "%s: another figure is %s %s (%s; %s)."), period,
                            value, unit, why, source);
  if (*why != '\0' || source != NULL)
    /* Translators: a period, another figure for it, its unit, and how it is made or where it
     * stands. */
    return g_strdup_printf (rs_tr (self->language, "%s: another figure is %s %s (%s)."), period,
                            value, unit, *why != '\0' ? why : source);
  /* Translators: a period, another figure for it, and its unit. */
  return g_strdup_printf (rs_tr (self->language, "%s: another figure is %s %s."), period, value,
                          unit);
}

/* What is said of the chosen year always; of the others while they are few, for a footer must stay
 * one. */
static void
add_remarks (RsFrame *self)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_free);

  for (guint s = 0; s < self->series->len; s++)
    {
      const RsSeries *series = rs_frame_peek_series (self, s);

      for (guint p = 0; p < series->n_points; p++)
        {
          const RsFramePoint *point = &series->points[p];
          const RsPassport *passport = point->observation.passport;

          if (!rs_frame_is_shown (self, s, p))
            continue;
          if ((int) p != series->selected)
            {
              add_remarks_of_point (self, others, series, p);
              continue;
            }
          add_remarks_of_point (self, chosen, series, p);
          for (guint i = 0; passport != NULL && i < passport->n_alternates; i++)
            g_ptr_array_add (chosen,
                             describe_alternate (self, series, point, &passport->alternates[i]));
        }
    }
  for (guint i = 0; i < chosen->len; i++)
    take_note (self, g_strdup (g_ptr_array_index (chosen, i)));
  if (others->len <= MAX_REMARKS)
    for (guint i = 0; i < others->len; i++)
      take_note (self, g_strdup (g_ptr_array_index (others, i)));
  else
    take_note (self,
               g_strdup_printf (rs_trn (self->language, "%u further remark stands in the table.",
                                        "%u further remarks stand in the table.", others->len),
                                others->len));
}

static void
add_regions (RsFrame *self)
{
  const RsDimension *geo = rs_dataset_get_geo (self->dataset);

  for (guint i = 0; geo != NULL && i < self->n_regions; i++)
    {
      const char *remark = rs_text_get (&geo->categories[self->regions[i]].remark, self->language);

      if (*remark != '\0')
        /* Translators: a region and a remark on it. */
        take_note (self, g_strdup_printf (rs_trc (self->language, "region", "%s: %s"),
                                          rs_frame_name_region (self, self->regions[i]), remark));
    }
}

void
rs_frame_collect_notes (RsFrame *self)
{
  collect_sources (self);
  add_definitions (self);
  add_family_rule (self);
  add_breaks (self);
  add_remarks (self);
  add_regions (self);
  if (self->n_left_out > 0)
    take_note (self, g_strdup_printf (rs_trn (self->language, "%u further series is left out.",
                                              "%u further series are left out.", self->n_left_out),
                                      self->n_left_out));
  if (self->window_cut)
    take_note (self, g_strdup (rs_tr (self->language, "Earlier periods are left out.")));
}
