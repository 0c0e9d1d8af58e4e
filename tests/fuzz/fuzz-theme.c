/* SPDX-License-Identifier: GPL-3.0-or-later
 * Theme files as a stranger may write them: refused with a sentence, or whole. */
#include "config.h"

#include <gio/gio.h>
#include <math.h>

#include "chart/theme.h"
#include "query/view.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (RsTheme) theme = rs_theme_from_bytes ("fuzz.json", bytes, &error);

  if (theme == NULL)
    {
      g_assert_error (error, RS_QUERY_ERROR, RS_QUERY_ERROR_SYNTAX);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  g_assert_no_error (error);
  g_assert_true (theme->stroke_px > 0 && isfinite (theme->stroke_px));
  for (guint i = 0; i < RS_N_SERIES_COLORS; i++)
    {
      g_assert_true (theme->series[i].red >= 0 && theme->series[i].red <= 1);
      g_assert_true (theme->series_text[i].red >= 0 && theme->series_text[i].red <= 1);
    }
  for (int i = 0; i <= 4; i++)
    {
      RsColor shade = rs_theme_get_ramp (theme, i / 4.0);

      g_assert_true (shade.red >= 0 && shade.red <= 1 && shade.green >= 0 && shade.green <= 1 &&
                     shade.blue >= 0 && shade.blue <= 1);
      g_assert_true (rs_color_contrast (rs_theme_get_text_on (theme, shade), shade) >= 4.5);
    }
  return 0;
}
