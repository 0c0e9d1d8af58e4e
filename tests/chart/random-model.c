/* SPDX-License-Identifier: GPL-3.0-or-later
 * Invented datasets, views and sizes from a seed. */
#include "config.h"

#include "random-model.h"

#include <string.h>

#include "dataset/dataset-builder.h"

#define MAX_SERIES 40
#define MAX_PERIODS 500
#define MAX_LABEL 60
/* Powers of ten that a double holds exactly. */
#define EXACT_EXPONENT 22

guint64
rs_random_next (RsRandom *self)
{
  guint64 z = self->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

int
rs_random_between (RsRandom *self, int low, int high)
{
  g_assert (low <= high);

  return low + (int) (rs_random_next (self) % (guint64) ((gint64) high - low + 1));
}

gboolean
rs_random_one_in (RsRandom *self, int n)
{
  return rs_random_between (self, 1, n) == 1;
}

static void
append_word (RsRandom *random, GString *text)
{
  static const char *const words[] = {
    "invented", "rate", "of",      "the", "a",      "persons", "by",     "year",     "end",
    "newly",    "x",    "insured", "per", "region", "1,000",   "(2020)", "resident",
  };

  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, words[rs_random_between (random, 0, G_N_ELEMENTS (words) - 1)]);
}

static void
append_chinese (RsRandom *random, GString *text)
{
  /* Marks that a line does not begin with come as well. */
  static const gunichar marks[] = { 0x3001, 0xff08, 0xff09, 0xff0c };

  if (rs_random_one_in (random, 12))
    g_string_append_unichar (text,
                             marks[rs_random_between (random, 0, (int) G_N_ELEMENTS (marks) - 1)]);
  else
    g_string_append_unichar (text, (gunichar) rs_random_between (random, 0x4e00, 0x9f9f));
}

char *
rs_random_label (RsRandom *random, int max_length)
{
  int form = rs_random_between (random, 0, 3);
  /* Short ones are common, long ones are hard: both come often. */
  glong length =
    rs_random_between (random, 1, rs_random_one_in (random, 2) ? MIN (max_length, 12) : max_length);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *cut = NULL;

  while (g_utf8_strlen (text->str, -1) < length)
    switch (form)
      {
      case 0:
        append_word (random, text);
        break;
      case 1:
        append_chinese (random, text);
        break;
      case 2:
        if (rs_random_one_in (random, 3))
          append_word (random, text);
        else
          append_chinese (random, text);
        break;
      default:
        g_string_append_c (text, (char) rs_random_between (random, 'a', 'z'));
        break;
      }
  cut = g_utf8_substring (text->str, 0, length);
  g_strstrip (cut);
  return cut[0] != '\0' ? g_steal_pointer (&cut) : g_strdup ("x");
}

static void
invent_text (RsRandom *random, RsText *text, int max_length)
{
  text->original = rs_random_label (random, max_length);
  if (rs_random_one_in (random, 2))
    text->translation[RS_LANGUAGE_ZH_CN] = rs_random_label (random, max_length);
}

/* What the numbers of a series are like. */
typedef enum
{
  REGIME_SHARE,    /* 0 to 100 */
  REGIME_NARROW,   /* 90 to 100: an axis that is cut */
  REGIME_COUNT,    /* whole, growing */
  REGIME_SIGNED,   /* around zero */
  REGIME_NEGATIVE, /* all below zero */
  REGIME_ZERO,     /* nothing but zero */
  REGIME_EQUAL,    /* the same number always */
  REGIME_SPREAD,   /* from ones to thousands of millions */
  REGIME_TINY,     /* down to 1e-300 */
  REGIME_HUGE,     /* up to 1e300 */
  REGIME_ODD,      /* all of it together */
  N_REGIMES,
} Regime;

/* @mantissa x 10^@exponent, rounded once. */
static double
make_number (int mantissa, int exponent)
{
  double power = 1;
  char text[64];

  if (ABS (exponent) > EXACT_EXPONENT)
    {
      g_snprintf (text, sizeof text, "%de%d", mantissa, exponent);
      return g_ascii_strtod (text, NULL);
    }
  for (int i = 0; i < ABS (exponent); i++)
    power *= 10;
  return exponent < 0 ? mantissa / power : mantissa * power;
}

static double
invent_odd (RsRandom *random)
{
  static const double odd[] = { 0, -0.0, -1, 1e-9, 1e15, -1e15, 0.5, 100, 99.99, 4.9e-324, 1e100 };

  return odd[rs_random_between (random, 0, G_N_ELEMENTS (odd) - 1)];
}

static double
invent_value (RsRandom *random, Regime regime, int level, guint period)
{
  int noise = rs_random_between (random, -999, 999);

  switch (regime)
    {
    case REGIME_SHARE:
      return make_number (rs_random_between (random, 0, 1000), -1);
    case REGIME_NARROW:
      return make_number (9000 + rs_random_between (random, 0, 999), -2);
    case REGIME_COUNT:
      return make_number (level * 100 + (int) period * 40 + noise / 5, 0);
    case REGIME_SIGNED:
      return make_number (noise, -2);
    case REGIME_NEGATIVE:
      return make_number (-level * 10 - ABS (noise), -1);
    case REGIME_ZERO:
      return 0;
    case REGIME_EQUAL:
      return make_number (level, -1);
    case REGIME_SPREAD:
      return make_number (rs_random_between (random, 1, 999), rs_random_between (random, 0, 9));
    case REGIME_TINY:
      return make_number (noise, -3 * rs_random_between (random, 1, 99));
    case REGIME_HUGE:
      return make_number (noise, 3 * rs_random_between (random, 1, 99));
    case REGIME_ODD:
      return invent_odd (random);
    case N_REGIMES:
      break;
    }
  g_assert_not_reached ();
}

/* What is drawn before the dataset is put together. */
typedef struct
{
  RsRandom random;
  RsDatasetBuilder *builder;
  guint n_indicators;
  guint n_regions;
  guint n_periods;
  gboolean has_time;
  gboolean nested_indicators; /* the first is the sum of the others */
  gboolean nested_regions;    /* the first contains the others */
  RsPeriodType period_type;
  int n_sources;
} Maker;

static guint
invent_n_series (RsRandom *random)
{
  switch (rs_random_between (random, 0, 9))
    {
    case 0:
    case 1:
    case 2:
    case 3:
      return 1;
    case 4:
    case 5:
    case 6:
      return (guint) rs_random_between (random, 2, 5);
    case 7:
    case 8:
      return (guint) rs_random_between (random, 6, 15);
    default:
      return (guint) rs_random_between (random, 16, MAX_SERIES);
    }
}

static guint
invent_n_periods (RsRandom *random)
{
  int form = rs_random_between (random, 0, 19);

  if (form == 0)
    return (guint) rs_random_between (random, 0, 1);
  if (form < 12)
    return (guint) rs_random_between (random, 2, 30);
  if (form < 17)
    return (guint) rs_random_between (random, 31, 120);
  return (guint) rs_random_between (random, 121, MAX_PERIODS);
}

static void
invent_shape (Maker *self)
{
  RsRandom *random = &self->random;
  guint n = invent_n_series (random);

  self->n_indicators = self->n_regions = 1;
  switch (rs_random_between (random, 0, 2))
    {
    case 0:
      self->n_indicators = n;
      break;
    case 1:
      self->n_regions = n;
      break;
    default:
      self->n_indicators = (guint) rs_random_between (random, 1, (int) MIN (n, 4));
      self->n_regions = MAX (1, n / self->n_indicators);
      break;
    }
  /* A whole comes on top of its parts. */
  self->nested_indicators = self->n_indicators > 1 && rs_random_one_in (random, 2);
  self->nested_regions = self->n_regions > 1 && rs_random_one_in (random, 2);
  self->n_indicators += self->nested_indicators ? 1 : 0;
  self->n_regions += self->nested_regions ? 1 : 0;
  self->has_time = !rs_random_one_in (random, 30);
  self->n_periods = self->has_time ? invent_n_periods (random) : 1;
}

static void
add_children (RsCategory *parent, guint n_categories)
{
  parent->n_children = n_categories - 1;
  parent->children = g_new0 (guint, MAX (1, parent->n_children));
  for (guint i = 0; i < parent->n_children; i++)
    parent->children[i] = i + 1;
}

static void
invent_unit (RsRandom *random, RsUnit *unit)
{
  static const char *const bases[] = { "persons", "percent", "yuan", "cases" };
  static const int exponents[] = { 0, 4, 8 };
  int base = rs_random_between (random, 0, 4);

  unit->decimals = rs_random_between (random, -1, 3);
  if (base == 4)
    return;
  unit->present = TRUE;
  unit->base = g_strdup (bases[base]);
  unit->exponent = base == 1 ? 0 : exponents[rs_random_between (random, 0, 2)];
  invent_text (random, &unit->label, 20);
  if (!rs_random_one_in (random, 4))
    invent_text (random, &unit->base_label, rs_random_one_in (random, 8) ? MAX_LABEL : 12);
  else
    {
      unit->symbol = g_strdup ("$");
      unit->symbol_first = rs_random_one_in (random, 2);
    }
}

static void
copy_unit (RsUnit *to, const RsUnit *from)
{
  int decimals = to->decimals;

  *to = (RsUnit){
    .present = from->present,
    .symbol_first = from->symbol_first,
    .decimals = decimals,
    .exponent = from->exponent,
    .base = g_strdup (from->base),
    .symbol = g_strdup (from->symbol),
  };
  rs_text_copy (&to->label, &from->label);
  rs_text_copy (&to->base_label, &from->base_label);
}

static void
invent_indicators (Maker *self, RsDimension *metric)
{
  RsRandom *random = &self->random;
  gboolean alike = !rs_random_one_in (random, 4);
  RsNature nature = (RsNature) rs_random_between (random, 0, RS_NATURE_GROWTH);

  metric->role = RS_ROLE_METRIC;
  for (guint i = 0; i < metric->n_categories; i++)
    {
      RsCategory *category = &metric->categories[i];

      category->id = g_strdup_printf ("i%u", i);
      category->nature =
        alike ? nature : (RsNature) rs_random_between (random, 0, RS_NATURE_GROWTH);
      if (i == 0 || !alike)
        invent_unit (random, &category->unit);
      else
        copy_unit (&category->unit, &metric->categories[0].unit);
      invent_text (random, &category->label, MAX_LABEL);
      if (rs_random_one_in (random, 3))
        invent_text (random, &category->group, MAX_LABEL);
      if (rs_random_one_in (random, 6))
        invent_text (random, &category->definition, MAX_LABEL);
      if (rs_random_one_in (random, 8))
        invent_text (random, &category->remark, MAX_LABEL);
    }
  if (self->nested_indicators)
    add_children (&metric->categories[0], metric->n_categories);
}

static void
invent_regions (Maker *self, RsDimension *geo)
{
  RsRandom *random = &self->random;
  gboolean placed = rs_random_one_in (random, 2);

  geo->role = RS_ROLE_GEO;
  for (guint i = 0; i < geo->n_categories; i++)
    {
      RsCategory *category = &geo->categories[i];

      category->id = g_strdup_printf ("r%u", i);
      invent_text (random, &category->label, MAX_LABEL);
      if (rs_random_one_in (random, 10))
        invent_text (random, &category->remark, MAX_LABEL);
      if (placed && !rs_random_one_in (random, 10))
        {
          /* Places that nobody planned: some far off, and now and then two on one square. */
          category->has_tile = TRUE;
          category->tile_column = (int) (i % 8) + (rs_random_one_in (random, 20) ? 5 : 0);
          category->tile_row = (int) (i / 8) + (rs_random_one_in (random, 20) ? 3 : 0);
        }
    }
  if (self->nested_regions)
    add_children (&geo->categories[0], geo->n_categories);
}

static void
invent_periods (Maker *self, RsDimension *time)
{
  static const RsPeriodType types[] = {
    RS_PERIOD_YEAR,    RS_PERIOD_YEAR, RS_PERIOD_YEAR, RS_PERIOD_MONTH, RS_PERIOD_MONTH,
    RS_PERIOD_QUARTER, RS_PERIOD_HALF, RS_PERIOD_WEEK, RS_PERIOD_DAY,
  };
  RsRandom *random = &self->random;
  gboolean holes = rs_random_one_in (random, 5);
  RsPeriod at = { types[rs_random_between (random, 0, G_N_ELEMENTS (types) - 1)], 0, 1 };

  self->period_type = at.type;
  at.year = at.type == RS_PERIOD_YEAR && time->n_categories > 60
              ? rs_random_between (random, 1100, 1300)
              : rs_random_between (random, 1949, 2024);
  if (at.type == RS_PERIOD_MONTH)
    at.index = rs_random_between (random, 1, 12);
  time->role = RS_ROLE_TIME;
  for (guint i = 0; i < time->n_categories; i++)
    {
      time->categories[i].id = rs_period_to_id (at);
      at = rs_period_add (at, holes && rs_random_one_in (random, 4)
                                ? rs_random_between (random, 2, at.type == RS_PERIOD_YEAR ? 3 : 14)
                                : 1);
    }
}

static void
invent_sources (Maker *self)
{
  self->n_sources = rs_random_between (&self->random, 0, 5);
  for (int i = 0; i < self->n_sources; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%d", i);
      g_autofree char *title = rs_random_label (&self->random, MAX_LABEL);
      g_autofree char *publisher = rs_random_label (&self->random, MAX_LABEL);

      rs_dataset_builder_add_source (self->builder, id, title,
                                     rs_random_one_in (&self->random, 2) ? publisher : NULL, NULL);
    }
}

static void
invent_passport (Maker *self, guint64 cell)
{
  RsRandom *random = &self->random;
  RsPassport *passport = rs_dataset_builder_get_passport (self->builder, cell);

  passport->kind = rs_random_one_in (random, 2) ? RS_KIND_DERIVED : RS_KIND_PUBLISHED;
  passport->approximate = rs_random_one_in (random, 4);
  if (self->n_sources > 0)
    passport->source = rs_random_between (random, 0, self->n_sources - 1);
  if (rs_random_one_in (random, 8))
    invent_text (random, &passport->note, MAX_LABEL);
  if (rs_random_one_in (random, 6))
    {
      passport->has_growth = TRUE;
      passport->growth = make_number (rs_random_between (random, -999, 9999), -1);
    }
}

static void
invent_bound (Maker *self, guint64 cell, double value)
{
  RsPassport *passport = rs_dataset_builder_get_passport (self->builder, cell);

  passport->kind = RS_KIND_BOUND;
  passport->has_bound = TRUE;
  passport->bound = value;
  rs_dataset_builder_set_status (self->builder, cell, ">");
}

/* How full of oddities a series is. */
typedef struct
{
  Regime regime;
  int level;
  int holes; /* one in so many cells is missing; 0: none */
  int flags;
  int bounds;
  int targets;
} Habits;

static Habits
invent_habits (RsRandom *random)
{
  static const int odds[] = { 0, 0, 2, 5, 12 };
  Habits habits;

  habits.regime = (Regime) rs_random_between (
    random, 0, rs_random_one_in (random, 3) ? N_REGIMES - 1 : REGIME_SIGNED);
  habits.level = rs_random_between (random, 1, 999);
  habits.holes = odds[rs_random_between (random, 0, G_N_ELEMENTS (odds) - 1)];
  habits.flags = odds[rs_random_between (random, 0, G_N_ELEMENTS (odds) - 1)];
  habits.bounds = rs_random_one_in (random, 4) ? rs_random_between (random, 2, 12) : 0;
  habits.targets = rs_random_one_in (random, 3) ? rs_random_between (random, 1, 6) : 0;
  return habits;
}

static gboolean
happens (RsRandom *random, int one_in)
{
  return one_in > 0 && rs_random_one_in (random, one_in);
}

static void
invent_cell (Maker *self, const Habits *habits, guint64 cell, const RsTarget *at)
{
  static const char *const statuses[] = { "p", "e", "i",  "b", "f", "u",
                                          "d", "r", "bp", "c", ":", "xyz" };
  RsRandom *random = &self->random;
  double value = invent_value (random, habits->regime, habits->level, at->period);

  if (happens (random, habits->targets))
    {
      RsTarget *target = rs_dataset_builder_add_target (self->builder);

      *target = *at;
      target->source = -1;
      target->op = (RsOperator) rs_random_between (random, 0, 2);
      target->value = rs_random_one_in (random, 6)
                        ? invent_value (random, REGIME_COUNT, 999, 400)
                        : invent_value (random, habits->regime, habits->level, at->period);
      target->derived = rs_random_one_in (random, 4);
    }
  if (happens (random, habits->holes))
    {
      if (rs_random_one_in (random, 6))
        rs_dataset_builder_set_status (self->builder, cell, ":");
      return;
    }
  if (happens (random, habits->bounds))
    {
      invent_bound (self, cell, value);
      return;
    }
  rs_dataset_builder_set_value (self->builder, cell, value);
  if (!happens (random, habits->flags))
    return;
  if (rs_random_one_in (random, 2))
    rs_dataset_builder_set_status (
      self->builder, cell, statuses[rs_random_between (random, 0, G_N_ELEMENTS (statuses) - 1)]);
  else
    invent_passport (self, cell);
}

static void
invent_breaks (Maker *self, guint indicator)
{
  RsRandom *random = &self->random;

  while (self->has_time && self->n_periods > 1 && rs_random_one_in (random, 3))
    {
      RsBreak *series_break = rs_dataset_builder_add_break (self->builder);

      series_break->indicator = indicator;
      series_break->region = rs_random_one_in (random, 2)
                               ? -1
                               : rs_random_between (random, 0, (int) self->n_regions - 1);
      series_break->before = (guint) rs_random_between (random, 0, (int) self->n_periods - 2);
      series_break->after = series_break->before + 1;
      series_break->source = -1;
    }
}

static void
invent_cells (Maker *self)
{
  Habits common = invent_habits (&self->random);
  gboolean alike = rs_random_one_in (&self->random, 2);
  guint64 cell = 0;

  for (guint i = 0; i < self->n_indicators; i++)
    {
      invent_breaks (self, i);
      for (guint r = 0; r < self->n_regions; r++)
        {
          Habits habits = alike ? common : invent_habits (&self->random);
          /* Some begin late, some end early, some have nothing at all. */
          guint first = rs_random_one_in (&self->random, 4)
                          ? (guint) rs_random_between (&self->random, 0, (int) self->n_periods)
                          : 0;
          guint last = rs_random_one_in (&self->random, 6)
                         ? (guint) rs_random_between (&self->random, 0, (int) self->n_periods)
                         : self->n_periods;

          for (guint t = 0; t < self->n_periods; t++, cell++)
            if (t >= first && t < last)
              {
                RsTarget at = { .indicator = i, .region = r, .period = t };

                invent_cell (self, &habits, cell, &at);
              }
        }
    }
}

static RsDataset *
invent_dataset (Maker *self)
{
  g_autoptr (RsDatasetBuilder) builder = rs_dataset_builder_new ();
  g_autoptr (GError) error = NULL;
  RsDataset *dataset;

  self->builder = builder;
  invent_shape (self);
  invent_text (&self->random, rs_dataset_builder_get_label (builder), MAX_LABEL);
  if (rs_random_one_in (&self->random, 2))
    invent_text (&self->random, rs_dataset_builder_get_source_text (builder), MAX_LABEL);
  invent_indicators (
    self, rs_dataset_builder_add_dimension (builder, "indicator", self->n_indicators, &error));
  invent_regions (self,
                  rs_dataset_builder_add_dimension (builder, "region", self->n_regions, &error));
  if (self->has_time)
    invent_periods (self,
                    rs_dataset_builder_add_dimension (builder, "time", self->n_periods, &error));
  g_assert_no_error (error);
  invent_sources (self);
  g_assert_true (
    rs_dataset_builder_begin_cells (builder, rs_random_one_in (&self->random, 2), &error));
  invent_cells (self);
  dataset = rs_dataset_builder_finish (builder, NULL, &error);
  g_assert_no_error (error);
  return dataset;
}

/* The whole is not among its parts, but for now and then. */
static char **
invent_ids (RsRandom *random, char prefix, guint n, gboolean nested)
{
  char **ids = g_new0 (char *, n + 1);
  guint k = 0;

  for (guint i = nested && !rs_random_one_in (random, 6) ? 1 : 0; i < n; i++)
    ids[k++] = g_strdup_printf ("%c%u", prefix, i);
  return ids;
}

static int
invent_year (Maker *self, const RsDataset *dataset)
{
  guint n;
  const int *years = rs_dataset_get_years (dataset, &n);

  if (n == 0)
    return 0;
  if (rs_random_one_in (&self->random, 20))
    return years[0] + rs_random_between (&self->random, -5, 40);
  return rs_random_one_in (&self->random, 2)
           ? years[n - 1]
           : years[rs_random_between (&self->random, 0, (int) n - 1)];
}

static RsView *
invent_view (Maker *self)
{
  RsRandom *random = &self->random;
  RsView *view = rs_view_new ();

  if (!rs_random_one_in (random, 5))
    view->indicators = invent_ids (random, 'i', self->n_indicators, self->nested_indicators);
  if (!rs_random_one_in (random, 4))
    view->regions = invent_ids (random, 'r', self->n_regions, self->nested_regions);
  view->scope = (RsScope) rs_random_between (random, 0, RS_N_SCOPES - 1);
  view->from_zero = rs_random_one_in (random, 4);
  view->log_scale = rs_random_one_in (random, 6);
  view->show_targets = !rs_random_one_in (random, 4);
  if (rs_random_one_in (random, 4))
    view->last_n = (guint) rs_random_between (random, 1, 40);
  if (rs_random_one_in (random, 2))
    view->note.original = rs_random_label (random, MAX_LABEL);
  if (rs_random_one_in (random, 2))
    view->title.original = rs_random_label (random, MAX_LABEL);
  if (rs_random_one_in (random, 3))
    view->subtitle.original = rs_random_label (random, MAX_LABEL);
  if (rs_random_one_in (random, 4))
    view->goals = invent_ids (random, 'i', self->n_indicators, FALSE);
  if (rs_random_one_in (random, 4))
    view->headline = g_strdup ("i0");
  return view;
}

static RsFigureOptions
invent_options (RsRandom *random)
{
  const char *const *themes = rs_theme_list ();
  int n_themes = (int) g_strv_length ((char **) themes);
  /* Small pictures are the hard ones: most are small. */
  int size = rs_random_between (random, 0, 9);
  int width = size < 5 ? 700 : size < 8 ? 1600 : 3840;
  int height = size < 5 ? 500 : size < 8 ? 1000 : 2160;

  return (RsFigureOptions){
    .width_px = rs_random_between (random, 200, width),
    .height_px = rs_random_between (random, 150, height),
    .text_scale = make_number (rs_random_one_in (random, 2) ? rs_random_between (random, 80, 125)
                                                            : rs_random_between (random, 50, 300),
                               -2),
    .type_mode = (RsTypeMode) rs_random_between (random, 0, 2),
    .parts =
      (RsFigureParts) (rs_random_one_in (random, 3) ? rs_random_between (random, 0, 127)
                                                    : 63 | rs_random_between (random, 0, 1) << 6),
    .theme = rs_theme_get (themes[rs_random_between (random, 0, n_themes - 1)]),
  };
}

/* Kinds in a random order, until one is honest for the view. */
static RsFrame *
run_view (Maker *self, RsView *view, RsDataset *dataset, RsLanguage language)
{
  g_autofree char *region =
    g_strdup_printf ("r%d", rs_random_between (&self->random, 0, (int) self->n_regions - 1));
  RsSelection selection = { region, invent_year (self, dataset) };
  int kinds[RS_N_CHART_KINDS];

  for (int i = 0; i < RS_N_CHART_KINDS; i++)
    kinds[i] = i;
  for (int n = RS_N_CHART_KINDS; n > 0; n--)
    {
      int at = rs_random_between (&self->random, 0, n - 1);
      g_autoptr (GError) error = NULL;
      RsFrame *frame;

      view->kind = (RsChartKind) kinds[at];
      kinds[at] = kinds[n - 1];
      frame = rs_view_run (view, dataset, &selection, language, &error);
      if (frame != NULL)
        return frame;
      g_assert_error (error, RS_QUERY_ERROR, RS_QUERY_ERROR_UNSUITABLE);
    }
  /* A scale of ratios may be honest for none of the kinds that take one. */
  g_assert_true (view->log_scale);
  view->log_scale = FALSE;
  return run_view (self, view, dataset, language);
}

void
rs_random_model_init (RsRandomModel *self, guint64 seed)
{
  static const char *const modes[] = { "desk", "page", "hall" };
  Maker maker = { .random = { seed } };
  RsLanguage language;

  *self = (RsRandomModel){ .seed = seed };
  self->dataset = invent_dataset (&maker);
  self->view = invent_view (&maker);
  language = rs_random_one_in (&maker.random, 2) ? RS_LANGUAGE_EN : RS_LANGUAGE_ZH_CN;
  self->frame = run_view (&maker, self->view, self->dataset, language);
  self->options = invent_options (&maker.random);
  self->what = g_strdup_printf (
    "seed %" G_GUINT64_FORMAT
    ": %s%s, %u series of %u x %u, %u periods, %.0f x %.0f px, text %.2f, "
    "%s, parts %u, %s",
    seed, rs_chart_kind_to_string (rs_frame_get_kind (self->frame)),
    self->view->log_scale ? " (log)" : "", rs_frame_get_n_series (self->frame), maker.n_indicators,
    maker.n_regions, maker.n_periods, self->options.width_px, self->options.height_px,
    self->options.text_scale, modes[self->options.type_mode], (guint) self->options.parts,
    rs_language_get_id (language));
}

void
rs_random_model_clear (RsRandomModel *self)
{
  g_clear_pointer (&self->frame, rs_frame_unref);
  g_clear_pointer (&self->view, rs_view_free);
  g_clear_pointer (&self->dataset, rs_dataset_unref);
  g_clear_pointer (&self->what, g_free);
}
