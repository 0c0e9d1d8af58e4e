/* SPDX-License-Identifier: GPL-3.0-or-later
 * From one scene to another, mark by mark. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/tween.h"

#include <math.h>

/* The room that a mark is drawn in: what all open clips leave, as one rectangle, so that marks of
 * two scenes can stand in any order. */
typedef struct
{
  gboolean on;
  RsRect rect;
} Clip;

/* Positions in the two scenes; -1: it appears, or it vanishes. */
typedef struct
{
  int from, to;
  gboolean alike; /* both can be drawn as one mark between them */
} Step;

struct _RsTween
{
  RsScene *from; /* (owned) */
  RsScene *to;   /* (owned) */
  Clip *from_clips;
  Clip *to_clips;
  GArray *steps; /* of Step, in the order of painting */
};

typedef struct
{
  RsMarkType type;
  RsPart part;
  RsDatum datum;
  int ordinal; /* -1: how many there are */
} Key;

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;
  guint hash = (guint) key->type;

  hash = hash * 31 + (guint) key->part;
  hash = hash * 8191 + (guint) key->datum.series;
  hash = hash * 131071 + (guint) key->datum.point;
  return hash * 127 + (guint) key->ordinal;
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const Key *first = a, *second = b;

  return first->type == second->type && first->part == second->part &&
         first->datum.series == second->datum.series && first->datum.point == second->datum.point &&
         first->ordinal == second->ordinal;
}

static gboolean
is_clip (const RsMark *mark)
{
  return mark->type == RS_MARK_CLIP || mark->type == RS_MARK_UNCLIP;
}

static gboolean
datum_is_none (RsDatum datum)
{
  return datum.series < 0 && datum.point < 0;
}

/* Counts the marks of one kind and datum in @counts, and gives the place of this one. */
static Key
make_key (GHashTable *counts, const RsMark *mark, RsDatum datum)
{
  Key key = { mark->type, mark->part, datum, -1 };
  int n = GPOINTER_TO_INT (g_hash_table_lookup (counts, &key));

  g_hash_table_insert (counts, g_memdup2 (&key, sizeof key), GINT_TO_POINTER (n + 1));
  key.ordinal = n;
  return key;
}

/* From the place of a mark of @scene to its position there, plus one. */
static GHashTable *
index_marks (const RsScene *scene)
{
  GHashTable *index = g_hash_table_new_full (key_hash, key_equal, g_free, NULL);
  g_autoptr (GHashTable) counts = g_hash_table_new_full (key_hash, key_equal, g_free, NULL);

  for (guint i = 0; i < rs_scene_get_n_marks (scene); i++)
    {
      const RsMark *mark = rs_scene_get_mark (scene, i);
      Key key;

      if (is_clip (mark))
        continue;
      key = make_key (counts, mark, mark->datum);
      g_hash_table_insert (index, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (i + 1));
    }
  return index;
}

static RsRect
intersect (RsRect a, RsRect b)
{
  double left = MAX (a.x, b.x), top = MAX (a.y, b.y);
  double right = MIN (rs_rect_right (a), rs_rect_right (b));
  double bottom = MIN (rs_rect_bottom (a), rs_rect_bottom (b));

  return rs_rect (left, top, MAX (0, right - left), MAX (0, bottom - top));
}

/* (transfer full) (array) */
static Clip *
collect_clips (const RsScene *scene)
{
  guint n = rs_scene_get_n_marks (scene);
  Clip *clips = g_new0 (Clip, n);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (Clip));

  for (guint i = 0; i < n; i++)
    {
      const RsMark *mark = rs_scene_get_mark (scene, i);
      Clip clip = { 0 };

      if (open->len > 0)
        clip = g_array_index (open, Clip, open->len - 1);
      clips[i] = clip;
      if (mark->type == RS_MARK_CLIP)
        {
          Clip inner = { TRUE, clip.on ? intersect (clip.rect, mark->bounds) : mark->bounds };

          g_array_append_val (open, inner);
        }
      else if (mark->type == RS_MARK_UNCLIP && open->len > 0)
        {
          g_array_set_size (open, open->len - 1);
        }
    }
  return clips;
}

static gboolean
have_same_verbs (const RsTween *self, const RsMark *a, const RsMark *b)
{
  const RsPathVerb *first = rs_scene_get_verbs (self->from) + a->first_verb;
  const RsPathVerb *second = rs_scene_get_verbs (self->to) + b->first_verb;

  if (a->n_verbs != b->n_verbs)
    return FALSE;
  for (guint i = 0; i < a->n_verbs; i++)
    if (first[i] != second[i])
      return FALSE;
  return TRUE;
}

static gboolean
are_alike (const RsTween *self, const RsMark *a, const RsMark *b)
{
  switch (a->type)
    {
    case RS_MARK_RECT:
      return TRUE;
    case RS_MARK_PATH:
      return have_same_verbs (self, a, b);
    case RS_MARK_TEXT:
      return g_str_equal (a->text, b->text) && a->font.size_px == b->font.size_px &&
             a->font.weight == b->font.weight && a->align == b->align &&
             a->max_width_px == b->max_width_px && a->max_lines == b->max_lines;
    case RS_MARK_CLIP:
    case RS_MARK_UNCLIP:
      return FALSE;
    }
  return FALSE;
}

static void
append_step (RsTween *self, int from, int to)
{
  Step step = { from, to, FALSE };

  if (from >= 0 && to >= 0)
    step.alike = are_alike (self, rs_scene_get_mark (self->from, (guint) from),
                            rs_scene_get_mark (self->to, (guint) to));
  g_array_append_val (self->steps, step);
}

/* What vanishes is painted where it was: before the next mark that stays. */
static void
append_vanishing (RsTween *self, const gboolean *stays, guint begin, guint end)
{
  for (guint i = begin; i < end; i++)
    if (!stays[i] && !is_clip (rs_scene_get_mark (self->from, i)))
      append_step (self, (int) i, -1);
}

/* The position in the scene before of each mark of the scene after, or -1. (transfer full) */
static int *
match_marks (const RsTween *self, RsTweenMatch match, gconstpointer user_data)
{
  guint n = rs_scene_get_n_marks (self->to);
  int *partners = g_new (int, MAX (n, 1));
  g_autoptr (GHashTable) index = index_marks (self->from);
  g_autoptr (GHashTable) counts = g_hash_table_new_full (key_hash, key_equal, g_free, NULL);

  for (guint i = 0; i < n; i++)
    {
      const RsMark *mark = rs_scene_get_mark (self->to, i);
      RsDatum datum = mark->datum;
      Key key;

      partners[i] = -1;
      if (is_clip (mark))
        continue;
      if (match != NULL && !datum_is_none (datum))
        {
          datum = match (datum, user_data);
          /* It has no partner, rather than one that stands for nothing. */
          if (datum_is_none (datum))
            continue;
        }
      key = make_key (counts, mark, datum);
      partners[i] = GPOINTER_TO_INT (g_hash_table_lookup (index, &key)) - 1;
    }
  return partners;
}

RsTween *
rs_tween_new (RsScene *from, RsScene *to, RsTweenMatch match, gconstpointer user_data)
{
  RsTween *self;
  g_autofree int *partners = NULL;
  g_autofree gboolean *stays = NULL;
  guint next = 0;

  g_return_val_if_fail (from != NULL && to != NULL, NULL);

  if (rs_scene_get_n_marks (from) > RS_TWEEN_MAX_MARKS ||
      rs_scene_get_n_marks (to) > RS_TWEEN_MAX_MARKS)
    return NULL;
  self = g_new0 (RsTween, 1);
  self->from = rs_scene_ref (from);
  self->to = rs_scene_ref (to);
  self->from_clips = collect_clips (from);
  self->to_clips = collect_clips (to);
  self->steps = g_array_new (FALSE, FALSE, sizeof (Step));
  partners = match_marks (self, match, user_data);
  stays = g_new0 (gboolean, rs_scene_get_n_marks (from) + 1);
  for (guint i = 0; i < rs_scene_get_n_marks (to); i++)
    if (partners[i] >= 0)
      stays[partners[i]] = TRUE;
  for (guint i = 0; i < rs_scene_get_n_marks (to); i++)
    {
      if (is_clip (rs_scene_get_mark (to, i)))
        continue;
      if (partners[i] >= (int) next)
        {
          append_vanishing (self, stays, next, (guint) partners[i]);
          next = (guint) partners[i] + 1;
        }
      append_step (self, partners[i], (int) i);
    }
  append_vanishing (self, stays, next, rs_scene_get_n_marks (from));
  return self;
}

void
rs_tween_free (RsTween *self)
{
  g_return_if_fail (self != NULL);

  rs_scene_unref (self->from);
  rs_scene_unref (self->to);
  g_free (self->from_clips);
  g_free (self->to_clips);
  g_array_unref (self->steps);
  g_free (self);
}

RsScene *
rs_tween_get_target (const RsTween *self)
{
  return self->to;
}

/* Exact where both are equal: what stands still does not tremble. */
static double
mix (double a, double b, double share)
{
  return a == b ? a : a * (1 - share) + b * share;
}

static RsPoint
mix_points (RsPoint a, RsPoint b, double share)
{
  return (RsPoint){ mix (a.x, b.x, share), mix (a.y, b.y, share) };
}

static RsRect
mix_rects (RsRect a, RsRect b, double share)
{
  return rs_rect (mix (a.x, b.x, share), mix (a.y, b.y, share), mix (a.width, b.width, share),
                  mix (a.height, b.height, share));
}

/* A colour that one of the two lacks comes or goes. */
static gboolean
mix_colors (gboolean has_a, RsColor a, gboolean has_b, RsColor b, double share, RsColor *out_color)
{
  if (!has_a && !has_b)
    return FALSE;
  if (!has_a)
    {
      a = b;
      a.alpha = 0;
    }
  if (!has_b)
    {
      b = a;
      b.alpha = 0;
    }
  *out_color = (RsColor){ mix (a.red, b.red, share), mix (a.green, b.green, share),
                          mix (a.blue, b.blue, share), mix (a.alpha, b.alpha, share) };
  return TRUE;
}

static RsColor
fade_color (RsColor color, double opacity)
{
  color.alpha *= opacity;
  return color;
}

/* The path of @to, with points between those of both; @from and @from_scene may be its own. */
static RsMark *
add_path (RsScene *out,
          const RsMark *from,
          const RsScene *from_scene,
          const RsMark *to,
          const RsScene *to_scene,
          double share,
          const RsColor *fill,
          const RsColor *stroke,
          double stroke_px)
{
  const RsPathVerb *verbs = rs_scene_get_verbs (to_scene) + to->first_verb;
  const RsPoint *a = rs_scene_get_points (from_scene) + from->first_point;
  const RsPoint *b = rs_scene_get_points (to_scene) + to->first_point;

  rs_scene_begin_path (out, to->part, fill, stroke, stroke_px);
  for (guint i = 0; i < to->n_verbs; i++)
    {
      RsPoint p[3];
      guint n = verbs[i] == RS_PATH_CURVE ? 3 : verbs[i] == RS_PATH_CLOSE ? 0 : 1;

      for (guint k = 0; k < n; k++)
        p[k] = mix_points (*a++, *b++, share);
      switch (verbs[i])
        {
        case RS_PATH_MOVE:
          rs_scene_move_to (out, p[0].x, p[0].y);
          break;
        case RS_PATH_LINE:
          rs_scene_line_to (out, p[0].x, p[0].y);
          break;
        case RS_PATH_CURVE:
          rs_scene_curve_to (out, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y);
          break;
        case RS_PATH_CLOSE:
          rs_scene_close_path (out);
          break;
        }
    }
  return rs_scene_end_path (out);
}

static RsMark *
add_text (RsScene *out, const RsMark *mark, RsPoint anchor, const RsColor *color)
{
  const RsTextExtents extents = {
    .width_px = mark->bounds.width,
    .height_px = mark->bounds.height,
    .baseline_px = mark->anchor.y - mark->bounds.y,
    .n_lines = 1,
  };

  return rs_scene_add_text (out, mark->part, anchor, mark->align, mark->text, &mark->font, color,
                            mark->max_width_px, mark->max_lines, &extents);
}

/* Both as one mark. */
static void
add_between (const RsTween *self, RsScene *out, const RsMark *a, const RsMark *b, double share)
{
  RsColor fill, stroke;
  const RsColor *fill_of =
    mix_colors (a->has_fill, a->fill, b->has_fill, b->fill, share, &fill) ? &fill : NULL;
  const RsColor *stroke_of =
    mix_colors (a->has_stroke, a->stroke, b->has_stroke, b->stroke, share, &stroke) ? &stroke
                                                                                    : NULL;
  double stroke_px = mix (a->has_stroke ? a->stroke_px : b->stroke_px,
                          b->has_stroke ? b->stroke_px : a->stroke_px, share);
  RsMark *mark = NULL;

  switch (b->type)
    {
    case RS_MARK_RECT:
      mark = rs_scene_add_rect (out, b->part, mix_rects (a->bounds, b->bounds, share), fill_of,
                                stroke_of, stroke_px);
      break;
    case RS_MARK_PATH:
      mark = add_path (out, a, self->from, b, self->to, share, fill_of, stroke_of, stroke_px);
      break;
    case RS_MARK_TEXT:
      mark = add_text (out, b, mix_points (a->anchor, b->anchor, share), &fill);
      break;
    case RS_MARK_CLIP:
    case RS_MARK_UNCLIP:
      break;
    }
  if (mark == NULL)
    return;
  mark->datum = b->datum;
  mark->dash = share < 0.5 ? a->dash : b->dash;
  mark->radius_px = mix (a->radius_px, b->radius_px, share);
  /* Whole pixels are for what stands still. */
  mark->crisp = b->crisp && a->bounds.x == b->bounds.x && a->bounds.y == b->bounds.y &&
                a->bounds.width == b->bounds.width && a->bounds.height == b->bounds.height;
}

/* @mark of @scene as it is, but for its opacity and, for a text, its place. */
static void
add_faded (RsScene *out,
           const RsScene *scene,
           const RsMark *mark,
           RsPoint anchor,
           RsDatum datum,
           double opacity)
{
  RsColor fill = fade_color (mark->fill, opacity);
  RsColor stroke = fade_color (mark->stroke, opacity);
  const RsColor *fill_of = mark->has_fill ? &fill : NULL;
  const RsColor *stroke_of = mark->has_stroke ? &stroke : NULL;
  RsMark *added = NULL;

  if (opacity <= 0)
    return;
  switch (mark->type)
    {
    case RS_MARK_RECT:
      added =
        rs_scene_add_rect (out, mark->part, mark->bounds, fill_of, stroke_of, mark->stroke_px);
      break;
    case RS_MARK_PATH:
      added = add_path (out, mark, scene, mark, scene, 1, fill_of, stroke_of, mark->stroke_px);
      break;
    case RS_MARK_TEXT:
      added = add_text (out, mark, anchor, &fill);
      break;
    case RS_MARK_CLIP:
    case RS_MARK_UNCLIP:
      break;
    }
  if (added == NULL)
    return;
  added->datum = datum;
  added->dash = mark->dash;
  added->radius_px = mark->radius_px;
  added->crisp = mark->crisp;
}

/* Two texts in one place would be read as a third: the one has gone before the other comes. */
static double
get_opacity (RsMarkType type, double share)
{
  return type == RS_MARK_TEXT ? CLAMP (2 * share - 1, 0, 1) : share;
}

static void
add_step (const RsTween *self, RsScene *out, const Step *step, double share)
{
  const RsMark *a = step->from >= 0 ? rs_scene_get_mark (self->from, (guint) step->from) : NULL;
  const RsMark *b = step->to >= 0 ? rs_scene_get_mark (self->to, (guint) step->to) : NULL;
  /* A number goes with its bar, also while it changes. */
  gboolean moves = a != NULL && b != NULL && a->type == RS_MARK_TEXT && a->align == b->align;

  if (a != NULL && b != NULL && step->alike)
    {
      add_between (self, out, a, b, share);
      return;
    }
  if (a != NULL)
    add_faded (out, self->from, a, moves ? mix_points (a->anchor, b->anchor, share) : a->anchor,
               RS_DATUM_NONE, get_opacity (a->type, 1 - share));
  if (b != NULL)
    add_faded (out, self->to, b, moves ? mix_points (a->anchor, b->anchor, share) : b->anchor,
               b->datum, get_opacity (b->type, share));
}

static Clip
get_clip (const RsTween *self, const Step *step, double share)
{
  Clip clip;

  if (step->to < 0)
    return self->from_clips[step->from];
  clip = self->to_clips[step->to];
  if (step->from >= 0 && clip.on && self->from_clips[step->from].on)
    clip.rect = mix_rects (self->from_clips[step->from].rect, clip.rect, share);
  return clip;
}

static gboolean
clips_equal (Clip a, Clip b)
{
  return a.on == b.on &&
         (!a.on || (a.rect.x == b.rect.x && a.rect.y == b.rect.y && a.rect.width == b.rect.width &&
                    a.rect.height == b.rect.height));
}

RsScene *
rs_tween_get_scene (const RsTween *self, double share)
{
  RsScene *out;
  Clip open = { 0 };

  g_return_val_if_fail (self != NULL, NULL);

  if (share <= 0)
    return rs_scene_ref (self->from);
  /* Not a number counts as the end as well. */
  if (!(share < 1))
    return rs_scene_ref (self->to);
  out = rs_scene_new (rs_scene_get_width (self->to), rs_scene_get_height (self->to),
                      rs_scene_get_language (self->to));
  rs_scene_set_title (out, rs_scene_get_title (self->to));
  rs_scene_set_description (out, rs_scene_get_description (self->to));
  for (guint i = 0; i < self->steps->len; i++)
    {
      const Step *step = &g_array_index (self->steps, Step, i);
      Clip clip = get_clip (self, step, share);

      if (!clips_equal (open, clip))
        {
          if (open.on)
            rs_scene_pop_clip (out);
          if (clip.on)
            rs_scene_push_clip (out, clip.rect);
          open = clip;
        }
      add_step (self, out, step, share);
    }
  if (open.on)
    rs_scene_pop_clip (out);
  rs_scene_seal (out);
  return out;
}

RsScene *
rs_scene_tween (RsScene *from, RsScene *to, double share)
{
  g_autoptr (RsTween) tween = NULL;

  g_return_val_if_fail (from != NULL && to != NULL, NULL);

  tween = rs_tween_new (from, to, NULL, NULL);
  return tween != NULL ? rs_tween_get_scene (tween, share) : rs_scene_ref (to);
}
