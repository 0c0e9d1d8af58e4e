/* SPDX-License-Identifier: GPL-3.0-or-later
 * Marks beside numbers, and what they mean. */
#define G_LOG_DOMAIN "renshe-query"

#include "config.h"

#include <string.h>

#include "query/frame-private.h"
#include "query/summary.h"

/* A plain letter behind a number reads as its unit: "2.9 b" as billions, "135 p" as pence. Raised
 * it is a note, as statistical offices print it. */
static const struct
{
  const char *letter;
  const char *raised;
} letters[] = {
  { "b", "ᵇ" }, { "c", "ᶜ" }, { "d", "ᵈ" }, { "e", "ᵉ" }, { "f", "ᶠ" }, { "i", "ⁱ" },
  { "m", "ᵐ" }, { "p", "ᵖ" }, { "r", "ʳ" }, { "u", "ᵘ" }, { "z", "ᶻ" },
};

static const char *
get_mark (RsFlags flag)
{
  const char *mark = rs_flag_get_mark (flag);

  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    if (strcmp (letters[i].letter, mark) == 0)
      return letters[i].raised;
  return mark;
}

char *
rs_summary_marks (const RsFrame *frame, guint series, guint point)
{
  const RsSeries *line = rs_frame_get_series (frame, series);
  const RsObservation *observation = NULL;
  GString *marks = g_string_new (NULL);

  g_return_val_if_fail (line != NULL && point < line->n_points, g_string_free (marks, FALSE));

  observation = &line->points[point].observation;
  for (guint bit = 0; bit < 14; bit++)
    {
      RsFlags flag = (RsFlags) (1u << bit);

      /* ≈ stands before the number already; what is missing shows its own mark in the number's
       * place. */
      if ((observation->flags & flag) == 0 || flag == RS_FLAG_APPROXIMATE ||
          flag == RS_FLAG_MISSING)
        continue;
      if (flag == RS_FLAG_OTHER && observation->reason == RS_REASON_BOUND)
        continue;
      if (flag == RS_FLAG_OTHER && observation->status != NULL)
        /* The publisher's own word, which need not have raised letters. */
        g_string_append_printf (marks, "%s(%s)", marks->len > 0 ? "\u00a0" : "",
                                observation->status);
      else
        g_string_append (marks, get_mark (flag));
    }
  return g_string_free (marks, FALSE);
}

/* How a chart of this kind draws a figure with the flag, apart from its mark; NULL: as any other.
 * Lists draw nothing but text. */
static const char *
get_look (const RsFrame *frame, RsFlags flag)
{
  const RsFlags outlined = RS_FLAG_DERIVED | RS_FLAG_PROVISIONAL | RS_FLAG_APPROXIMATE;
  const RsFlags hatched = RS_FLAG_ESTIMATED | RS_FLAG_IMPUTED | RS_FLAG_FORECAST;

  if ((flag & (outlined | hatched)) == 0)
    return NULL;
  switch (frame->kind)
    {
    case RS_CHART_AUTO:
    case RS_CHART_FIGURES:
      return NULL;
    case RS_CHART_HEAT:
    case RS_CHART_TILES:
      /* A cell has its mark beside its number. */
      return NULL;
    case RS_CHART_LINES:
    case RS_CHART_YEARS:
    case RS_CHART_AREAS:
    case RS_CHART_MULTIPLES:
    case RS_CHART_SLOPE:
    case RS_CHART_DUMBBELL:
    case RS_CHART_SPARKLINE:
      if (flag == RS_FLAG_PROVISIONAL || flag == RS_FLAG_FORECAST)
        /* Translators: how a point is drawn and the line that leads there. */
        return rs_trc (frame->language, "mark", "hollow, dashed");
      /* Translators: how a point on a line is drawn: a circle with an empty middle. */
      return rs_trc (frame->language, "mark", "hollow");
    case RS_CHART_DOTS:
      /* Nothing leads to a dot that could be dashed. */
      return rs_trc (frame->language, "mark", "hollow");
    case RS_CHART_BARS:
    case RS_CHART_RANKED:
    case RS_CHART_BULLET:
      break;
    case RS_CHART_COLUMNS:
    case RS_CHART_STACKED:
      if ((flag & hatched) != 0)
        /* Translators: how a column is drawn. */
        return rs_trc (frame->language, "mark", "hatched");
      if (flag == RS_FLAG_PROVISIONAL)
        /* Translators: how a column is drawn. */
        return rs_trc (frame->language, "mark", "dashed outline");
      break;
    }
  /* Translators: how a column or bar is drawn: its edge, and only a pale fill. */
  return rs_trc (frame->language, "mark", "outlined");
}

/* (transfer full) */
static char *
describe_mark (const RsFrame *frame, RsFlags flag)
{
  const char *look = get_look (frame, flag);

  if (look == NULL)
    /* Translators: a mark on a chart and what it means: "† derived". */
    return g_strdup_printf (rs_trc (frame->language, "mark", "%s %s"), get_mark (flag),
                            rs_flag_describe (flag, frame->language));
  /* Translators: how a figure is drawn, what that means, and the mark beside its number: "hollow:
   * derived (†)". */
  return g_strdup_printf (rs_trc (frame->language, "mark", "%s: %s (%s)"), look,
                          rs_flag_describe (flag, frame->language), get_mark (flag));
}

/* Whether the kind has a mark for a target; a list of figures tells it in words. */
static gboolean
draws_targets (RsChartKind kind)
{
  switch (kind)
    {
    case RS_CHART_COLUMNS:
    case RS_CHART_LINES:
    case RS_CHART_BARS:
    case RS_CHART_YEARS:
    case RS_CHART_RANKED:
    case RS_CHART_BULLET:
    case RS_CHART_MULTIPLES:
    case RS_CHART_AREAS:
    case RS_CHART_DOTS:
      return TRUE;
    case RS_CHART_AUTO:
    case RS_CHART_FIGURES:
    case RS_CHART_STACKED:
    case RS_CHART_SPARKLINE:
    case RS_CHART_HEAT:
    case RS_CHART_TILES:
    case RS_CHART_SLOPE:
    case RS_CHART_DUMBBELL:
      return FALSE;
    }
  return FALSE;
}

static gboolean
draws_derived_target (const RsFrame *frame)
{
  if (!draws_targets (frame->kind))
    return FALSE;
  for (guint s = 0; s < frame->series->len; s++)
    {
      const RsSeries *line = rs_frame_get_series (frame, s);

      for (guint p = 0; p < line->n_points; p++)
        if (rs_frame_is_shown (frame, s, p) && line->points[p].target != NULL &&
            line->points[p].target->derived)
          return TRUE;
    }
  return FALSE;
}

char *
rs_summary_legend_of_marks (const RsFrame *frame)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (frame != NULL, g_strdup (""));

  for (guint bit = 0; bit < 14; bit++)
    {
      RsFlags flag = (RsFlags) (1u << bit);

      if ((frame->flags & flag) != 0 && flag != RS_FLAG_MISSING && flag != RS_FLAG_OTHER)
        g_ptr_array_add (entries, describe_mark (frame, flag));
    }
  if (draws_derived_target (frame))
    /* Translators: explains a dashed mark on a chart. */
    g_ptr_array_add (entries, g_strdup (rs_tr (frame->language, "dashed target: derived")));
  g_ptr_array_add (entries, NULL);
  return g_strjoinv (" · ", (char **) entries->pdata);
}
