/* SPDX-License-Identifier: GPL-3.0-or-later
 * Fixed-pitch text metrics, so that tests of layout need no font. */
#include "config.h"

#include "lib/fixed-metrics.h"

#define LETTER_EM 0.6
#define LINE_EM 1.25
#define BASELINE_EM 1.0

/* Sums of 0.6 em must not wrap a line that fits exactly. */
#define EPSILON_PX 1e-6

static gboolean
is_wide (gunichar c)
{
  return c >= 0x2e80 && g_unichar_iswide (c);
}

static double
advance_em (gunichar c)
{
  if (g_unichar_iszerowidth (c) || g_unichar_ismark (c))
    return 0;
  return is_wide (c) ? 1.0 : LETTER_EM;
}

/* Where a line that starts at @p ends: @out_end is one past its last character that shows,
 * @out_next where the next line starts, NULL after the last. */
static void
find_line (const char *p,
           double em_px,
           double max_width_px,
           const char **out_end,
           const char **out_next,
           double *out_width)
{
  double width = 0, width_at_break = 0;
  const char *end_at_break = NULL, *next_at_break = NULL;
  const char *start = p;

  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      double advance = advance_em (c) * em_px;

      if (c == '\n')
        {
          *out_end = p;
          *out_next = p + 1;
          *out_width = width;
          return;
        }
      if (p > start && is_wide (c) && p[-1] != ' ')
        {
          end_at_break = next_at_break = p;
          width_at_break = width;
        }
      if (c != ' ' && max_width_px > 0 && p > start && width + advance > max_width_px + EPSILON_PX)
        {
          *out_end = end_at_break != NULL ? end_at_break : p;
          *out_next = next_at_break != NULL ? next_at_break : p;
          *out_width = end_at_break != NULL ? width_at_break : width;
          return;
        }
      if (c == ' ')
        {
          if (p == start || p[-1] != ' ')
            {
              end_at_break = p;
              width_at_break = width;
            }
          next_at_break = p + 1;
        }
      width += advance;
      if (is_wide (c))
        {
          end_at_break = next_at_break = g_utf8_next_char (p);
          width_at_break = width;
        }
    }
  *out_end = p;
  *out_next = NULL;
  *out_width = width;
}

static void
fixed_measure (RsTextMetrics *self,
               const char *text,
               const RsFont *font,
               RsLanguage language,
               double max_width_px,
               int max_lines,
               RsTextExtents *out_extents)
{
  const char *p = text;
  double em_px = font->size_px;

  *out_extents = (RsTextExtents){ 0 };
  while (p != NULL)
    {
      const char *end, *next;
      double width;

      find_line (p, em_px, max_width_px, &end, &next, &width);
      out_extents->n_lines++;
      if (next != NULL && max_lines > 0 && out_extents->n_lines == max_lines)
        {
          width += LETTER_EM * em_px;
          if (max_width_px > 0 && width > max_width_px)
            width = max_width_px;
          next = NULL;
        }
      out_extents->width_px = MAX (out_extents->width_px, width);
      p = next;
    }
  out_extents->height_px = out_extents->n_lines * LINE_EM * em_px;
  out_extents->baseline_px = BASELINE_EM * em_px;
}

RsTextMetrics *
rs_fixed_metrics_get (void)
{
  static RsTextMetrics metrics = { fixed_measure };

  return &metrics;
}
