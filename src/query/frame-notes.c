/* SPDX-License-Identifier: GPL-3.0-or-later
 * Notes on exactly what a frame shows, the weightiest first. */
#define G_LOG_DOMAIN "renshe-query"

#include "config.h"

#include <string.h>

#include "query/frame-private.h"
#include "query/summary.h"

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
is_first_of_indicator (const RsFrame *self, guint s)
{
  for (guint i = 0; i < s; i++)
    if (rs_frame_peek_series (self, i)->indicator == rs_frame_peek_series (self, s)->indicator)
      return FALSE;
  return TRUE;
}

/* A sentence without its stop, to stand within another. (transfer full) */
static char *
drop_stop (const char *text)
{
  static const char *const stops[] = { ".", "。" };
  gsize length = strlen (text);

  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    if (g_str_has_suffix (text, stops[i]))
      length -= strlen (stops[i]);
  return g_strndup (text, length);
}

/* Whether a note says it already, such as that of a break. */
static gboolean
is_told (const RsFrame *self, const char *text)
{
  g_autofree char *bare = drop_stop (text);

  for (guint i = 0; i < self->notes->len; i++)
    if (strstr (g_ptr_array_index (self->notes, i), bare) != NULL)
      return TRUE;
  return FALSE;
}

/* Short where the lines are drawn with short names. */
static const char *
name_indicator (const RsFrame *self, const RsSeries *series)
{
  return self->n_regions == 1 && series->year == 0
           ? series->label
           : rs_query_get_indicator_label (self->dataset, series->indicator, self->language);
}

/* All indicators shown of which the same is said. (transfer full) */
static char *
name_indicators (const RsFrame *self, const char *text, gboolean remark)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint s = 0; s < self->series->len; s++)
    {
      const RsSeries *series = rs_frame_peek_series (self, s);
      const RsCategory *indicator = rs_query_get_indicator (self->dataset, series->indicator);

      if (is_first_of_indicator (self, s) && indicator != NULL &&
          strcmp (
            rs_text_get (remark ? &indicator->remark : &indicator->definition, self->language),
            text) == 0)
        g_ptr_array_add (names, (gpointer) name_indicator (self, series));
    }
  return rs_query_join (self->language, names, rs_query_get_comma (self->language), 0);
}

static void
add_definition (RsFrame *self, const RsSeries *series, const RsText *note, gboolean remark)
{
  const char *given = rs_text_get (note, self->language);
  g_autofree char *text = rs_summary_word_remark (self->dataset, given, self->language);
  const char *label =
    rs_query_get_indicator_label (self->dataset, series->indicator, self->language);
  g_autofree char *names = NULL;

  if (*text == '\0' || rs_query_only_repeats (text, label) || is_told (self, text))
    return;
  /* The title names the only one. */
  if (self->n_indicators == 1)
    {
      take_note (self, g_strdup (text));
      return;
    }
  names = name_indicators (self, given, remark);
  /* Translators: an indicator and what it is. */
  take_note (self, g_strdup_printf (rs_trc (self->language, "definition", "%s: %s"), names, text));
}

static void
add_definitions (RsFrame *self)
{
  for (guint s = 0; s < self->series->len; s++)
    {
      const RsSeries *series = rs_frame_peek_series (self, s);
      const RsCategory *indicator = rs_query_get_indicator (self->dataset, series->indicator);

      if (indicator == NULL || !is_first_of_indicator (self, s))
        continue;
      add_definition (self, series, &indicator->definition, FALSE);
      add_definition (self, series, &indicator->remark, TRUE);
    }
}

/* Cousins drawn together look like one series with a gap: the picture says that they are not. */
static void
add_family_rule (RsFrame *self)
{
  /* Translators: a part of the sentences on measures that differ. A picture whose own note has
   * these words does not repeat the sentence. */
  const char *words = rs_trc (self->language, "rule", "never joined");

  if (strstr (rs_text_get (&self->view->note, self->language), words) != NULL)
    return;
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
      g_autofree char *words = rs_summary_word_remark (
        self->dataset, rs_text_get (&series_break->note, self->language), self->language);
      g_autofree char *note = drop_stop (words);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      const char *label = NULL;

      if (!rs_frame_shows_break (self, series_break))
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
  g_autofree char *why =
    alternate->formula != NULL
      ? rs_query_typeset_formula (alternate->formula)
      : rs_query_clean_remark (self->dataset, rs_text_get (&alternate->note, self->language),
                               self->language);
  g_autofree char *source =
    alternate->source >= 0
      ? rs_summary_name_source (self->dataset, (guint) alternate->source, self->language)
      : NULL;

  if (alternate->previous)
    /* Translators: a period, the figure that its publisher gave before, and its unit. */
    return g_strdup_printf (rs_tr (self->language, "%s: before the revision it was %s %s."), period,
                            value, unit);
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

static void
add_alternates (const RsFrame *self, GPtrArray *notes)
{
  for (guint s = 0; s < self->series->len; s++)
    {
      const RsSeries *series = rs_frame_peek_series (self, s);
      const RsFramePoint *point = series->selected >= 0 ? &series->points[series->selected] : NULL;

      if (point == NULL || point->observation.passport == NULL ||
          !rs_frame_is_shown (self, s, (guint) series->selected))
        continue;
      for (guint i = 0; i < point->observation.passport->n_alternates; i++)
        g_ptr_array_add (notes, describe_alternate (self, series, point,
                                                    &point->observation.passport->alternates[i]));
    }
}

static void
take_notes (RsFrame *self, const GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    take_note (self, g_strdup (g_ptr_array_index (notes, i)));
}

static void
add_regions (RsFrame *self)
{
  const RsDimension *geo = rs_dataset_get_geo (self->dataset);

  for (guint i = 0; geo != NULL && i < self->n_regions; i++)
    {
      g_autofree char *remark = rs_summary_word_remark (
        self->dataset, rs_text_get (&geo->categories[self->regions[i]].remark, self->language),
        self->language);

      if (*remark != '\0')
        /* Translators: a region and a remark on it. */
        take_note (self, g_strdup_printf (rs_trc (self->language, "region", "%s: %s"),
                                          rs_frame_name_region (self, self->regions[i]), remark));
    }
}

/* What keeps figures out of an order that the picture shows. */
static void
add_ranking (RsFrame *self)
{
  char *reason = NULL;

  if ((self->kind == RS_CHART_RANKED || self->kind == RS_CHART_TILES) && self->n_ranked > 1)
    reason = rs_frame_explain_ranking (self);
  if (reason != NULL)
    take_note (self, reason);
}

void
rs_frame_collect_notes (RsFrame *self)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  /* What keeps a reader from a wrong comparison comes first: a short footer ends there. */
  add_breaks (self);
  add_family_rule (self);
  add_ranking (self);
  rs_frame_describe_parts (self, parts);
  take_notes (self, parts);
  rs_frame_describe_remarks (self, chosen, others);
  add_alternates (self, chosen);
  take_notes (self, chosen);
  add_definitions (self);
  add_regions (self);
  take_notes (self, others);
  if (self->n_left_out > 0)
    take_note (self, g_strdup_printf (rs_trn (self->language, "%u further series is left out.",
                                              "%u further series are left out.", self->n_left_out),
                                      self->n_left_out));
  if (self->window_cut)
    take_note (self, g_strdup (rs_tr (self->language, "Earlier periods are left out.")));
}
