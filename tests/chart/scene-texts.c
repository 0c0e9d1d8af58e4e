/* SPDX-License-Identifier: GPL-3.0-or-later
 * Whether the texts of a picture can be read: apart, uncovered, as measured, and in contrast. */
#include "config.h"

#include <math.h>

#include "lib/fixed-metrics.h"
#include "scene-rules.h"

/* From these sizes on text counts as large (WCAG 2.2: 18 pt, 14 pt bold). */
#define LARGE_PX 24.0
#define LARGE_BOLD_PX 18.66
/* Rounding of positions, and nothing more. */
#define SLACK_PX 0.02
/* The room around letters may be touched: this much beside them, and this much over and under them.
 */
#define COVER_PX 1.0
#define AIR_EM 0.15

static int
compare_tops (gconstpointer a, gconstpointer b)
{
  double first = (*(const RsMark *const *) a)->bounds.y;
  double second = (*(const RsMark *const *) b)->bounds.y;

  return first < second ? -1 : first > second;
}

/* No two texts lie on each other. From the top down: only texts that begin above the end of one
 * can touch it. */
static void
check_apart (RsTestCase *self, const RsScene *scene)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < rs_scene_get_n_marks (scene); i++)
    {
      const RsMark *mark = rs_scene_get_mark (scene, i);

      if (mark->type == RS_MARK_TEXT)
        g_ptr_array_add (texts, (gpointer) mark);
    }
  g_ptr_array_sort (texts, compare_tops);
  for (guint i = 0; i < texts->len; i++)
    for (guint j = i + 1; j < texts->len; j++)
      {
        const RsMark *a = texts->pdata[i];
        const RsMark *b = texts->pdata[j];

        if (b->bounds.y >= rs_rect_bottom (a->bounds) - SLACK_PX)
          break;
        if (rs_rect_overlaps (
              rs_rect_inset (a->bounds, (RsInsets){ SLACK_PX, SLACK_PX, SLACK_PX, SLACK_PX }),
              b->bounds))
          rs_test_case_fail (self, "texts overlap", "%s “%s” and %s “%s”",
                             rs_part_to_string (a->part), a->text, rs_part_to_string (b->part),
                             b->text);
      }
}

/* A scene has no way to turn a text (R4): its box is that of its horizontal lines, as measured. */
static void
check_measures (RsTestCase *self, const RsScene *scene)
{
  for (guint i = 0; i < rs_scene_get_n_marks (scene); i++)
    {
      const RsMark *mark = rs_scene_get_mark (scene, i);
      RsTextExtents extents;

      if (mark->type != RS_MARK_TEXT)
        continue;
      extents = rs_text_metrics_measure (rs_fixed_metrics_get (), mark->text, &mark->font,
                                         rs_scene_get_language (scene), mark->max_width_px,
                                         mark->max_lines);
      if (mark->text[0] == '\0' || fabs (extents.width_px - mark->bounds.width) > SLACK_PX ||
          fabs (extents.height_px - mark->bounds.height) > SLACK_PX)
        rs_test_case_fail (self, "text is not as measured", "“%s”", mark->text);
      if (mark->max_width_px > 0 && mark->bounds.width > mark->max_width_px + 0.5 + SLACK_PX)
        rs_test_case_fail (self, "text is broader than its room", "“%s”", mark->text);
      if (!(mark->font.size_px > 0))
        rs_test_case_fail (self, "text has no size", "“%s”", mark->text);
    }
}

/* What is painted later does not hide a text. */
static void
check_uncovered (RsTestCase *self, const RsScene *scene)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < rs_scene_get_n_marks (scene); i++)
    {
      const RsMark *mark = rs_scene_get_mark (scene, i);

      if (mark->type == RS_MARK_TEXT)
        g_ptr_array_add (texts, (gpointer) mark);
      if ((mark->type != RS_MARK_RECT && mark->type != RS_MARK_PATH) || !mark->has_fill ||
          mark->fill.alpha < 0.5)
        continue;
      for (guint t = 0; t < texts->len; t++)
        {
          const RsMark *text = texts->pdata[t];
          double air = AIR_EM * text->font.size_px;

          if (rs_rect_overlaps (
                rs_rect_inset (mark->bounds, (RsInsets){ COVER_PX, COVER_PX, COVER_PX, COVER_PX }),
                rs_rect_inset (text->bounds, (RsInsets){ air, 0, air, 0 })))
            rs_test_case_fail (self, "text is covered", "%s “%s” by %s",
                               rs_part_to_string (text->part), text->text,
                               rs_part_to_string (mark->part));
        }
    }
}

/* On what a text is painted: the last filled rectangle that holds its middle. */
static RsColor
find_ground (const RsScene *scene, guint text, RsColor card)
{
  const RsMark *mark = rs_scene_get_mark (scene, text);
  RsPoint middle = { mark->bounds.x + mark->bounds.width / 2,
                     mark->bounds.y + mark->bounds.height / 2 };

  for (guint i = text; i > 0; i--)
    {
      const RsMark *under = rs_scene_get_mark (scene, i - 1);

      if (under->type == RS_MARK_RECT && under->has_fill && under->fill.alpha >= 1 &&
          rs_rect_contains (under->bounds, middle))
        return under->fill;
    }
  return card;
}

/* Text stands out from its ground by 4.5 : 1, large text by 3 : 1 (R7). */
static void
check_contrast (RsTestCase *self, const RsScene *scene)
{
  for (guint i = 0; i < rs_scene_get_n_marks (scene); i++)
    {
      const RsMark *mark = rs_scene_get_mark (scene, i);
      gboolean large = FALSE;
      double contrast;

      if (mark->type != RS_MARK_TEXT)
        continue;
      large =
        mark->font.size_px >= (mark->font.weight > RS_WEIGHT_NORMAL ? LARGE_BOLD_PX : LARGE_PX);
      contrast =
        rs_color_contrast (mark->fill, find_ground (scene, i, self->model->options.theme->card));
      if (contrast < (large ? 3.0 : 4.5) - 0.01)
        rs_test_case_fail (self, "text does not stand out", "%s “%s”: %.2f, theme %s",
                           rs_part_to_string (mark->part), mark->text, contrast,
                           self->model->options.theme->id);
    }
}

void
rs_test_check_texts (RsTestCase *self, const RsScene *scene)
{
  check_apart (self, scene);
  check_measures (self, scene);
  check_uncovered (self, scene);
  check_contrast (self, scene);
}
