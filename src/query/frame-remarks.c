/* SPDX-License-Identifier: GPL-3.0-or-later
 * Remarks on figures, put together for a picture: what is said of several figures is said once. */
#define G_LOG_DOMAIN "renshe-query"

#include "config.h"

#include <string.h>

#include "query/frame-private.h"
#include "query/summary.h"

/* More remarks on other years than this stay in the table. */
#define MAX_REMARKS 4

/* More formulas of other years than this stay in the table. */
#define MAX_FORMULAS 3

/* More stretches of periods than this are counted. */
#define MAX_RANGES 4

/* From so many regions on a remark names their number. */
#define MAX_NAMED_REGIONS 4

typedef struct
{
  char *text;
  GPtrArray *names; /* (element-type utf8) (owned): series it is said of */
  char *periods;
  gboolean chosen; /* said of the chosen year */
} Remark;

typedef struct
{
  const RsSeries *series;
  char *text;
  GArray *points; /* (element-type guint), ascending */
  gboolean chosen;
} Clause;

static void
remark_free (Remark *self)
{
  g_free (self->text);
  g_ptr_array_unref (self->names);
  g_free (self->periods);
  g_free (self);
}

static void
clause_free (Clause *self)
{
  g_free (self->text);
  g_array_unref (self->points);
  g_free (self);
}

/* @text: (transfer full) */
static void
add_clause (GPtrArray *clauses, const RsSeries *series, guint point, char *text)
{
  gboolean chosen = (int) point == series->selected;
  Clause *clause = NULL;

  for (guint i = 0; i < clauses->len; i++)
    {
      Clause *other = g_ptr_array_index (clauses, i);

      if (other->series != series || strcmp (other->text, text) != 0)
        continue;
      other->chosen = other->chosen || chosen;
      if (g_array_index (other->points, guint, other->points->len - 1) != point)
        g_array_append_val (other->points, point);
      g_free (text);
      return;
    }
  clause = g_new0 (Clause, 1);
  clause->series = series;
  clause->text = text;
  clause->points = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (clause->points, point);
  clause->chosen = chosen;
  g_ptr_array_add (clauses, clause);
}

/* Whether a clause is nothing but the change that the publisher gives: "+124", "−1.5%". */
static gboolean
is_published_change (const RsPassport *passport, const char *clause)
{
  static const char *const minus = "−";
  gboolean negative = g_str_has_prefix (clause, minus) || *clause == '-';
  const char *number = clause + (g_str_has_prefix (clause, minus) ? strlen (minus) : 1);
  char *end = NULL;
  double value;

  if (passport == NULL || (!negative && *clause != '+') || !g_ascii_isdigit (*number))
    return FALSE;
  value = g_ascii_strtod (number, &end) * (negative ? -1 : 1);
  while (*end == ' ')
    end++;
  if (*end == '\0')
    return passport->has_difference && value == passport->difference;
  return strcmp (end, "%") == 0 && passport->has_growth && value == passport->growth;
}

/* Whether the picture says it elsewhere: in the name of the series, its definition or its number.
 */
static gboolean
is_redundant (const RsFrame *self, guint s, guint p, const char *clause)
{
  const RsSeries *series = rs_frame_peek_series (self, s);
  const RsCategory *indicator = rs_query_get_indicator (self->dataset, series->indicator);
  g_autofree char *value = rs_summary_value_with_unit (self, s, p);
  g_autofree char *known = NULL;

  if (strcmp (clause, value) == 0 ||
      is_published_change (series->points[p].observation.passport, clause))
    return TRUE;
  known = g_strconcat (
    rs_query_get_indicator_label (self->dataset, series->indicator, self->language), " ",
    indicator != NULL ? rs_text_get (&indicator->definition, self->language) : "", NULL);
  return rs_query_only_repeats (clause, known);
}

static void
add_note (const RsFrame *self, GPtrArray *clauses, guint s, guint p, const RsText *note)
{
  g_autoptr (GPtrArray) parts = rs_query_split_remark (rs_text_get (note, self->language));

  for (guint i = 0; i < parts->len; i++)
    {
      g_autofree char *text =
        rs_query_clean_remark (self->dataset, g_ptr_array_index (parts, i), self->language);

      if (*text != '\0' && !is_redundant (self, s, p, text))
        add_clause (clauses, rs_frame_peek_series (self, s), p, g_steal_pointer (&text));
    }
}

static const char *
get_formula (const RsFramePoint *point)
{
  return point->observation.passport != NULL ? point->observation.passport->formula : NULL;
}

static guint
count_formulas (const RsFrame *self)
{
  guint n = 0;

  for (guint s = 0; s < self->series->len; s++)
    for (guint p = 0; p < rs_frame_peek_series (self, s)->n_points; p++)
      if (rs_frame_is_shown (self, s, p) &&
          get_formula (&rs_frame_peek_series (self, s)->points[p]) != NULL)
        n++;
  return n;
}

/* (transfer full) (element-type Clause) */
static GPtrArray *
collect_clauses (const RsFrame *self)
{
  GPtrArray *clauses = g_ptr_array_new_with_free_func ((GDestroyNotify) clause_free);
  gboolean all_formulas = count_formulas (self) <= MAX_FORMULAS;

  for (guint s = 0; s < self->series->len; s++)
    {
      const RsSeries *series = rs_frame_peek_series (self, s);

      for (guint p = 0; p < series->n_points; p++)
        {
          const RsFramePoint *point = &series->points[p];

          if (!rs_frame_is_shown (self, s, p))
            continue;
          if (get_formula (point) != NULL && (all_formulas || (int) p == series->selected))
            add_clause (clauses, series, p, rs_query_typeset_formula (get_formula (point)));
          if (point->observation.passport != NULL)
            add_note (self, clauses, s, p, &point->observation.passport->note);
          if (point->target != NULL)
            add_note (self, clauses, s, p, &point->target->note);
        }
    }
  return clauses;
}

char *
rs_frame_describe_points (const RsFrame *self, const RsSeries *series, const GArray *points)
{
  g_autoptr (GPtrArray) ranges = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < points->len;)
    {
      guint first = g_array_index (points, guint, i);
      guint last = first;
      g_autofree char *from =
        rs_query_get_period_label (self->dataset, series->points[first].position, self->language);
      g_autofree char *to = NULL;

      for (i++; i < points->len && g_array_index (points, guint, i) == last + 1; i++)
        last++;
      to = rs_query_get_period_label (self->dataset, series->points[last].position, self->language);
      if (first == last)
        g_ptr_array_add (ranges, g_steal_pointer (&from));
      else
        g_ptr_array_add (ranges, rs_query_join_periods (self->language, from, to));
    }
  return rs_query_join (self->language, ranges, rs_query_get_comma (self->language), MAX_RANGES);
}

static Remark *
find_remark (const GPtrArray *remarks, const char *text, const char *periods)
{
  for (guint i = 0; i < remarks->len; i++)
    {
      Remark *remark = g_ptr_array_index (remarks, i);

      if (strcmp (remark->text, text) == 0 && strcmp (remark->periods, periods) == 0)
        return remark;
    }
  return NULL;
}

/* The remark of one series alone on exactly these periods. */
static Remark *
find_companion (const GPtrArray *remarks, const char *name, const char *periods)
{
  for (guint i = 0; i < remarks->len; i++)
    {
      Remark *remark = g_ptr_array_index (remarks, i);

      if (remark->names->len == 1 && strcmp (g_ptr_array_index (remark->names, 0), name) == 0 &&
          strcmp (remark->periods, periods) == 0)
        return remark;
    }
  return NULL;
}

/* The same clause on several series at the same periods becomes one remark of them all.
 * (transfer full) (element-type Remark) */
static GPtrArray *
merge_series (const RsFrame *self, const GPtrArray *clauses)
{
  GPtrArray *remarks = g_ptr_array_new_with_free_func ((GDestroyNotify) remark_free);

  for (guint i = 0; i < clauses->len; i++)
    {
      const Clause *clause = g_ptr_array_index (clauses, i);
      g_autofree char *periods = rs_frame_describe_points (self, clause->series, clause->points);
      Remark *remark = find_remark (remarks, clause->text, periods);

      if (remark == NULL)
        {
          remark = g_new0 (Remark, 1);
          remark->text = g_strdup (clause->text);
          remark->names = g_ptr_array_new_with_free_func (g_free);
          remark->periods = g_steal_pointer (&periods);
          g_ptr_array_add (remarks, remark);
        }
      remark->chosen = remark->chosen || clause->chosen;
      g_ptr_array_add (remark->names, g_strdup (clause->series->label));
    }
  return remarks;
}

/* What is left to one series at the same periods is said in one breath. (transfer full)
 * (element-type Remark) */
static GPtrArray *
merge_clauses (const RsFrame *self, GPtrArray *remarks)
{
  GPtrArray *merged = g_ptr_array_new_with_free_func ((GDestroyNotify) remark_free);

  while (remarks->len > 0)
    {
      Remark *remark = g_ptr_array_steal_index (remarks, 0);
      Remark *companion =
        remark->names->len == 1
          ? find_companion (merged, g_ptr_array_index (remark->names, 0), remark->periods)
          : NULL;

      if (companion == NULL)
        {
          g_ptr_array_add (merged, remark);
          continue;
        }
      g_free (g_steal_pointer (&remark->periods));
      remark->periods =
        g_strconcat (companion->text, rs_query_get_semicolon (self->language), remark->text, NULL);
      g_free (companion->text);
      companion->text = g_steal_pointer (&remark->periods);
      companion->chosen = companion->chosen || remark->chosen;
      remark_free (remark);
    }
  return merged;
}

/* (transfer full) */
static char *
describe_remark (const RsFrame *self, const Remark *remark)
{
  RsLanguage language = self->language;
  g_autofree char *names = NULL;
  g_autofree char *initial = NULL;
  g_autofree char *text = NULL;

  if (self->series->len == 1 || rs_frame_peek_series (self, 0)->year != 0)
    /* Translators: a period and a remark on its figure. */
    return g_strdup_printf (rs_trc (language, "remark", "%s: %s"), remark->periods, remark->text);
  if (remark->names->len == 1)
    /* Translators: a series, a period, and a remark on its figure. */
    return g_strdup_printf (rs_trc (language, "remark", "%s, %s: %s"),
                            (const char *) g_ptr_array_index (remark->names, 0), remark->periods,
                            remark->text);
  if (self->n_indicators == 1 && remark->names->len > MAX_NAMED_REGIONS)
    {
      names = rs_frame_count_regions (self, remark->names->len);
      return g_strdup_printf (rs_trc (language, "remark", "%s, %s: %s"), names, remark->periods,
                              remark->text);
    }
  names = rs_query_join (language, remark->names, rs_query_get_comma (language), 0);
  initial = g_utf8_strup (remark->text, g_utf8_next_char (remark->text) - remark->text);
  text = g_strconcat (initial, g_utf8_next_char (remark->text), NULL);
  /* Translators: a remark on several series, their names, and the period: "Single source: Skilled
   * personnel, Highly skilled personnel (2021)". */
  return g_strdup_printf (rs_trc (language, "remark", "%s: %s (%s)"), text, names, remark->periods);
}

guint
rs_frame_get_n_further_remarks (const RsFrame *self)
{
  return self->n_further;
}

gboolean
rs_frame_note_is_count (const RsFrame *self, guint i)
{
  g_autofree char *count = NULL;

  if (self->n_further == 0)
    return FALSE;
  count = rs_frame_describe_further_remarks (self, self->n_further, FALSE);
  return strcmp (rs_frame_get_note (self, i), count) == 0;
}

char *
rs_frame_describe_further_remarks (const RsFrame *self, guint n, gboolean in_picture)
{
  if (in_picture)
    /* Translators: in a picture: remarks that found no room in it. */
    return g_strdup_printf (rs_trn (self->language, "%u further remark in the program and its CSV",
                                    "%u further remarks in the program and its CSV", n),
                            n);
  return g_strdup_printf (rs_trn (self->language, "%u further remark stands in the table.",
                                  "%u further remarks stand in the table.", n),
                          n);
}

void
rs_frame_describe_remarks (RsFrame *self, GPtrArray *chosen, GPtrArray *others)
{
  g_autoptr (GPtrArray) clauses = collect_clauses (self);
  g_autoptr (GPtrArray) single = merge_series (self, clauses);
  g_autoptr (GPtrArray) remarks = merge_clauses (self, single);

  for (guint i = 0; i < remarks->len; i++)
    {
      const Remark *remark = g_ptr_array_index (remarks, i);

      g_ptr_array_add (remark->chosen ? chosen : others, describe_remark (self, remark));
    }
  if (others->len > MAX_REMARKS)
    {
      self->n_further = others->len;
      g_ptr_array_set_size (others, 0);
      g_ptr_array_add (others, rs_frame_describe_further_remarks (self, self->n_further, FALSE));
    }
}
