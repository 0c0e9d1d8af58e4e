/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a frame costs, as a share of the same frame drawn bare by cairo and pango.
 *
 * Method. Both sides draw into image surfaces in this process, in turn, round by round, so that a
 * slow second hits both; the clock is the processor time of the process, and the ratio is the
 * median of the rounds' ratios. The bare side gets the finished scene and draws its marks by the
 * shortest calls there are (bare-scene.c): it decides nothing, and a layout a text is all the
 * memory it has. With "ours" or "bare" only that side runs, for an instruction counter: valgrind
 * --tool=callgrind --toggle-collect=measured frames overview 20 ours
 *
 * overview: each round is one px wider than the one before, as while a window is drawn larger;
 * heights, scenes and pixels of all cards are made anew / the same scenes drawn bare.
 *
 * year: the same after a change of year, with the answers / as above.
 *
 * hover: the pointer goes over the largest chart; hit, tooltip, and the pixels under it from the
 * kept picture / the overview drawn bare. hover-chart: / that one chart drawn bare.
 *
 * noise, wave: a line of a million points; thinned, made a scene, painted / thinned by a bare loop
 * and stroked by one cairo_stroke(). noise-alone, wave-alone: / only thinned. */
#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "bare-scene.h"
#include "chart/chart.h"
#include "chart/decimate.h"
#include "dataset/loader.h"
#include "query/board.h"
#include "render/painter.h"

#define CARD_WIDTH 520
#define PARTS                                                                                      \
  (RS_FIGURE_TITLE | RS_FIGURE_HEADLINE | RS_FIGURE_CHART | RS_FIGURE_NOTES | RS_FIGURE_SOURCE |   \
   RS_FIGURE_CARD)
#define PAGE_WIDTH 1200
#define PAGE_HEIGHT 700
#define N_LINE_POINTS 1000000
#define LINE_STROKE_PX 2.0

typedef struct
{
  RsCatalog *catalog;
  RsBoard *board;
  RsSelection selection;
  GPtrArray *frames; /* of RsFrame */
  GPtrArray *scenes; /* of RsScene: of the present round */
  GPtrArray *cards;  /* of RsScene: the overview, while a chart of it is hovered over */
  RsTextEngine *engine;
  BarePen pen;
  cairo_surface_t *surface;
  cairo_surface_t *window; /* (nullable): where the picture on surface is shown */
  int round;

  RsPoint *line;  /* the points of a long line */
  RsPoint *spare; /* room for a copy */
} Bench;

typedef struct
{
  const char *name;
  const char *what;
  void (*set_up) (Bench *self);
  void (*prepare) (Bench *self); /* (nullable): before each round, not measured */
  void (*ours) (Bench *self);
  void (*bare) (Bench *self);
} Measure;

static void
use_surface (Bench *self, int width, int height)
{
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  self->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
}

static RsFigureOptions
get_options (double width, double height, RsFigureParts parts)
{
  return (RsFigureOptions){
    .width_px = width,
    .height_px = height,
    .text_scale = 1,
    .type_mode = RS_TYPE_DESK,
    .parts = parts,
    .theme = rs_theme_get ("light"),
  };
}

static void
run_views (Bench *self)
{
  g_ptr_array_set_size (self->frames, 0);
  for (guint i = 0; i < self->board->views->len; i++)
    {
      g_autoptr (GError) error = NULL;
      RsFrame *frame = rs_view_run (g_ptr_array_index (self->board->views, i),
                                    rs_catalog_get_dataset (self->catalog, 0), &self->selection,
                                    RS_LANGUAGE_EN, &error);

      if (frame == NULL)
        g_error ("%s", error->message);
      g_ptr_array_add (self->frames, frame);
    }
}

static void
lay_out_cards (Bench *self, double width)
{
  RsTextMetrics *metrics = rs_text_engine_get_metrics (self->engine);

  g_ptr_array_set_size (self->scenes, 0);
  for (guint i = 0; i < self->frames->len; i++)
    {
      const RsFrame *frame = g_ptr_array_index (self->frames, i);
      RsFigureOptions options = get_options (width, 0, PARTS);

      options.height_px = rs_figure_get_natural_height (frame, &options, metrics);
      g_ptr_array_add (self->scenes, rs_figure_new (frame, &options, metrics));
    }
}

/* Cards in turn over one surface: what is measured is drawing, not memory. */
static void
paint_cards (Bench *self)
{
  for (guint i = 0; i < self->scenes->len; i++)
    {
      cairo_t *cr = cairo_create (self->surface);

      rs_painter_paint (g_ptr_array_index (self->scenes, i), cr, self->engine, 1);
      cairo_destroy (cr);
    }
}

static void
set_up_overview (Bench *self)
{
  run_views (self);
  use_surface (self, 1400, 1400);
}

static void
next_width (Bench *self)
{
  self->round++;
}

static void
draw_overview (Bench *self)
{
  lay_out_cards (self, CARD_WIDTH + self->round);
  paint_cards (self);
}

static void
next_year (Bench *self)
{
  self->round++;
  self->selection.year = 2010 + self->round % 12;
}

static void
draw_year (Bench *self)
{
  run_views (self);
  lay_out_cards (self, CARD_WIDTH);
  paint_cards (self);
}

static void
draw_scenes_bare (Bench *self)
{
  for (guint i = 0; i < self->scenes->len; i++)
    {
      cairo_t *cr = cairo_create (self->surface);

      bare_scene_draw (&self->pen, g_ptr_array_index (self->scenes, i), cr);
      cairo_destroy (cr);
    }
}

static void
draw_overview_bare (Bench *self)
{
  for (guint i = 0; i < self->cards->len; i++)
    {
      cairo_t *cr = cairo_create (self->window);

      bare_scene_draw (&self->pen, g_ptr_array_index (self->cards, i), cr);
      cairo_destroy (cr);
    }
}

/* The chart with most to point at, on a page of its own. */
static void
set_up_hover (Bench *self)
{
  RsScene *best = NULL;
  guint position = 0;

  run_views (self);
  lay_out_cards (self, CARD_WIDTH);
  g_ptr_array_set_size (self->cards, 0);
  for (guint i = 0; i < self->scenes->len; i++)
    g_ptr_array_add (self->cards, rs_scene_ref (g_ptr_array_index (self->scenes, i)));
  for (guint i = 0; i < self->frames->len; i++)
    {
      RsFigureOptions options = get_options (PAGE_WIDTH, PAGE_HEIGHT, PARTS);
      RsScene *scene = rs_figure_new (g_ptr_array_index (self->frames, i), &options,
                                      rs_text_engine_get_metrics (self->engine));

      if (best != NULL && rs_scene_get_n_stops (scene) <= rs_scene_get_n_stops (best))
        {
          rs_scene_unref (scene);
          continue;
        }
      g_clear_pointer (&best, rs_scene_unref);
      best = scene;
      position = i;
    }
  g_ptr_array_set_size (self->scenes, 0);
  g_ptr_array_add (self->scenes, best);
  g_ptr_array_insert (self->frames, 0, rs_frame_ref (g_ptr_array_index (self->frames, position)));
  use_surface (self, PAGE_WIDTH, PAGE_HEIGHT);
  paint_cards (self);
  g_clear_pointer (&self->window, cairo_surface_destroy);
  self->window = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, PAGE_WIDTH, PAGE_HEIGHT);
}

/* A step of the pointer: what is under it, its tooltip, and the pixels that differ. */
static void
draw_hover (Bench *self)
{
  const RsScene *scene = g_ptr_array_index (self->scenes, 0);
  const RsFigureOptions options = get_options (PAGE_WIDTH, PAGE_HEIGHT, PARTS);
  g_autoptr (RsScene) overlay = NULL;
  cairo_surface_t *window = cairo_surface_create_similar_image (self->surface, CAIRO_FORMAT_ARGB32,
                                                                PAGE_WIDTH, PAGE_HEIGHT);
  cairo_t *cr = cairo_create (window);
  RsDatum datum;
  RsPoint at;

  rs_scene_get_stop (scene, (guint) self->round % rs_scene_get_n_stops (scene), NULL, &at, NULL);
  datum = rs_scene_hit (scene, at.x, at.y);
  overlay = rs_figure_overlay (scene, g_ptr_array_index (self->frames, 0), datum, &options,
                               rs_text_engine_get_metrics (self->engine));
  for (guint i = 0; i < rs_scene_get_n_marks (overlay); i++)
    {
      RsRect ink = rs_scene_get_mark (overlay, i)->bounds;

      cairo_rectangle (cr, floor (ink.x) - 2, floor (ink.y) - 2, ceil (ink.width) + 5,
                       ceil (ink.height) + 5);
    }
  cairo_clip (cr);
  cairo_set_source_surface (cr, self->surface, 0, 0);
  cairo_paint (cr);
  rs_painter_paint (overlay, cr, self->engine, 1);
  cairo_destroy (cr);
}

static void
set_up_line (Bench *self, double noise)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  use_surface (self, PAGE_WIDTH, PAGE_HEIGHT);
  self->line = g_new (RsPoint, N_LINE_POINTS);
  self->spare = g_new (RsPoint, N_LINE_POINTS);
  for (int i = 0; i < N_LINE_POINTS; i++)
    {
      const double share = (double) i / N_LINE_POINTS;

      self->line[i] = (RsPoint){ share * PAGE_WIDTH, PAGE_HEIGHT / 2.0 + 250 * sin (share * 60) +
                                                       g_rand_double_range (rand, -noise, noise) };
    }
}

static void
set_up_noise (Bench *self)
{
  set_up_line (self, 100);
}

static void
set_up_wave (Bench *self)
{
  set_up_line (self, 0.01);
}

static void
copy_line (Bench *self)
{
  memcpy (self->spare, self->line, N_LINE_POINTS * sizeof *self->line);
}

static void
draw_line (Bench *self)
{
  const RsColor color = { 0, 0, 0, 1 };
  RsScene *scene = rs_scene_new (PAGE_WIDTH, PAGE_HEIGHT, RS_LANGUAGE_EN);
  guint n = rs_decimate (self->spare, N_LINE_POINTS, 1);
  cairo_t *cr = cairo_create (self->surface);

  rs_scene_begin_path (scene, RS_PART_LINE, NULL, &color, LINE_STROKE_PX);
  for (guint i = 0; i < n; i++)
    if (i == 0)
      rs_scene_move_to (scene, self->spare[i].x, self->spare[i].y);
    else
      rs_scene_line_to (scene, self->spare[i].x, self->spare[i].y);
  rs_scene_end_path (scene);
  rs_scene_seal (scene);
  rs_painter_paint (scene, cr, self->engine, 1);
  cairo_destroy (cr);
  rs_scene_unref (scene);
}

/* First, lowest, highest and last of each column, and nothing else that a line might need. */
static guint
thin_bare (const RsPoint *points, RsPoint *kept)
{
  guint n = 0;

  for (guint i = 0; i < N_LINE_POINTS;)
    {
      const double right = floor (points[i].x) + 1;
      guint low = i, high = i, last = i;

      for (guint j = i + 1; j < N_LINE_POINTS && points[j].x < right; j++)
        {
          if (points[j].y < points[low].y)
            low = j;
          if (points[j].y > points[high].y)
            high = j;
          last = j;
        }
      kept[n++] = points[i];
      kept[n++] = points[MIN (low, high)];
      kept[n++] = points[MAX (low, high)];
      kept[n++] = points[last];
      i = last + 1;
    }
  return n;
}

static void
thin_line_bare (Bench *self)
{
  thin_bare (self->line, self->spare);
}

static void
draw_line_bare (Bench *self)
{
  guint n = thin_bare (self->line, self->spare);
  cairo_t *cr = cairo_create (self->surface);

  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, LINE_STROKE_PX);
  for (guint i = 0; i < n; i++)
    cairo_line_to (cr, self->spare[i].x, self->spare[i].y);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static const Measure measures[] = {
  { "overview", "all cards laid out and painted / the same drawn bare", set_up_overview, next_width,
    draw_overview, draw_scenes_bare },
  { "year", "all cards asked, laid out and painted / the same drawn bare", set_up_overview,
    next_year, draw_year, draw_scenes_bare },
  { "hover", "hit, tooltip and its pixels / the overview drawn bare", set_up_hover, next_width,
    draw_hover, draw_overview_bare },
  { "hover-chart", "the same / that one chart drawn bare", set_up_hover, next_width, draw_hover,
    draw_scenes_bare },
  { "noise", "a million noisy points thinned and painted / thinned and stroked bare", set_up_noise,
    copy_line, draw_line, draw_line_bare },
  { "noise-alone", "the same / only thinned bare", set_up_noise, copy_line, draw_line,
    thin_line_bare },
  { "wave", "a million smooth points thinned and painted / thinned and stroked bare", set_up_wave,
    copy_line, draw_line, draw_line_bare },
  { "wave-alone", "the same / only thinned bare", set_up_wave, copy_line, draw_line,
    thin_line_bare },
};

/* Named for instruction counters. */
G_GNUC_NO_INLINE void measured (void (*draw) (Bench *), Bench *self);

void
measured (void (*draw) (Bench *), Bench *self)
{
  draw (self);
}

static double
time_it (void (*draw) (Bench *), Bench *self)
{
  struct timespec from, to;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &from);
  measured (draw, self);
  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &to);
  return (double) (to.tv_sec - from.tv_sec) + (double) (to.tv_nsec - from.tv_nsec) / 1e9;
}

static int
compare_doubles (const void *a, const void *b)
{
  const double *first = a, *second = b;

  return (*first > *second) - (*first < *second);
}

static double
get_median (double *values, int n)
{
  qsort (values, (size_t) n, sizeof *values, compare_doubles);
  return values[n / 2];
}

static void
run (Bench *self, const Measure *measure, int rounds, const char *side)
{
  g_autofree double *ours = g_new0 (double, rounds);
  g_autofree double *bare = g_new0 (double, rounds);
  g_autofree double *ratios = g_new0 (double, rounds);
  RsTextCounters before, after;

  measure->set_up (self);
  /* Once for fonts and glyphs. */
  measure->prepare (self);
  measure->ours (self);
  measure->bare (self);
  rs_text_engine_get_counters (self->engine, &before);
  for (int i = 0; i < rounds; i++)
    {
      measure->prepare (self);
      if (g_strcmp0 (side, "bare") != 0)
        ours[i] = time_it (measure->ours, self);
      if (g_strcmp0 (side, "ours") != 0)
        bare[i] = time_it (measure->bare, self);
      ratios[i] = ours[i] / bare[i];
    }
  rs_text_engine_get_counters (self->engine, &after);
  if (side == NULL)
    g_print ("%-12s %9.2f ms   bare %9.2f ms   ratio %5.2f   %s\n", measure->name,
             get_median (ours, rounds) * 1000, get_median (bare, rounds) * 1000,
             get_median (ratios, rounds), measure->what);
  if (side == NULL && after.n_asked > before.n_asked)
    g_print ("%-12s %.0f texts asked for a round, %.1f %% of them found\n", "",
             (double) (after.n_asked - before.n_asked) / rounds,
             100 - 100.0 * (double) (after.n_shaped - before.n_shaped) /
                     (double) (after.n_asked - before.n_asked));
}

int
main (int argc, char **argv)
{
  Bench self = { 0 };
  g_autoptr (GError) error = NULL;
  int rounds = argc > 2 ? atoi (argv[2]) : 15;
  gboolean any = FALSE;

  rs_text_set_up_process ();
  self.catalog = rs_load_embedded (&error);
  if (self.catalog == NULL)
    g_error ("%s", error->message);
  self.board = rs_board_load_embedded ("overview", &error);
  if (self.board == NULL)
    g_error ("%s", error->message);
  rs_selection_init_default (&self.selection, rs_catalog_get_dataset (self.catalog, 0));
  self.frames = g_ptr_array_new_with_free_func ((GDestroyNotify) rs_frame_unref);
  self.scenes = g_ptr_array_new_with_free_func ((GDestroyNotify) rs_scene_unref);
  self.cards = g_ptr_array_new_with_free_func ((GDestroyNotify) rs_scene_unref);
  self.engine = rs_text_engine_new (NULL);
  bare_pen_init (&self.pen);
  for (gsize i = 0; i < G_N_ELEMENTS (measures); i++)
    if (argc < 2 || g_str_equal (argv[1], "all") || g_str_equal (argv[1], measures[i].name))
      {
        run (&self, &measures[i], MAX (rounds, 1), argc > 3 ? argv[3] : NULL);
        g_clear_pointer (&self.line, g_free);
        g_clear_pointer (&self.spare, g_free);
        any = TRUE;
      }
  bare_pen_clear (&self.pen);
  rs_text_engine_free (self.engine);
  g_clear_pointer (&self.surface, cairo_surface_destroy);
  g_clear_pointer (&self.window, cairo_surface_destroy);
  g_ptr_array_unref (self.cards);
  g_ptr_array_unref (self.scenes);
  g_ptr_array_unref (self.frames);
  rs_selection_clear (&self.selection);
  rs_board_free (self.board);
  rs_catalog_unref (self.catalog);
  if (any)
    return 0;
  g_printerr ("usage: frames [MEASURE|all [ROUNDS [ours|bare]]]\n");
  return 1;
}
