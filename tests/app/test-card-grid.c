/* SPDX-License-Identifier: GPL-3.0-or-later
 * How many cards stand in a row, and how wide they are together. */
#include "config.h"

#include "app/card-grid.h"

static const struct
{
  const char *name;
  int width;
  double text_scale;
  int columns;
  int content;
} rows[] = {
  { "nothing", 0, 1, 1, 0 },
  { "narrow", 560, 1, 1, 560 },
  { "one-takes-all", 1017, 1, 1, 1017 },
  { "two", 1018, 1, 2, 1018 },
  { "sidebar-at-1360", 1036, 1, 2, 1036 },
  { "three", 1536, 1, 3, 1536 },
  { "four", 2054, 1, 4, 2054 },
  { "never-five", 3516, 1, 4, 3218 },
  { "large-text", 1536, 2, 1, 1536 },
  { "large-text-two", 2018, 2, 2, 2018 },
};

static void
test_columns (gconstpointer data)
{
  size_t i = GPOINTER_TO_SIZE (data);
  int content = -1;

  g_assert_cmpint (rs_card_grid_get_columns (rows[i].width, rows[i].text_scale, &content), ==,
                   rows[i].columns);
  g_assert_cmpint (content, ==, rows[i].content);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (size_t i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/app/card-grid/", rows[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_columns);
    }
  return g_test_run ();
}
