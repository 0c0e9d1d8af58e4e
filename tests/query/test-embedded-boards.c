/* SPDX-License-Identifier: GPL-3.0-or-later
 * Every view of the boards that the program brings along, against the rules for titles and texts.
 * Arguments: the embedded datasets, and the folder of the boards. */
#include "config.h"

#include <string.h>

#include "dataset/loader.h"
#include "query/board.h"
#include "query/frame.h"
#include "query/summary.h"

#define MAX_WORDS 15
#define MAX_IDEOGRAPHS 30

static const char *const board_ids[] = { "overview", "monthly", "plan-2022", "regions" };
static RsCatalog *catalog;
static const char *boards_folder;

static RsBoard *
load_board (const char *id)
{
  g_autofree char *name = g_strconcat (id, ".json", NULL);
  g_autofree char *path = g_build_filename (boards_folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  RsBoard *board = rs_board_load (file, NULL, &error);

  g_assert_no_error (error);
  return board;
}

static RsDataset *
find_dataset (const char *id)
{
  for (guint i = 0; i < rs_catalog_get_n_datasets (catalog); i++)
    if (strcmp (rs_dataset_get_id (rs_catalog_get_dataset (catalog, i)), id) == 0)
      return rs_catalog_get_dataset (catalog, i);
  g_assert_not_reached ();
}

static guint
count_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t", -1);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    n += words[i][0] != '\0' ? 1 : 0;
  return n;
}

static guint
count_ideographs (const char *text)
{
  guint n = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    n += g_unichar_get_script (g_utf8_get_char (c)) == G_UNICODE_SCRIPT_HAN ? 1 : 0;
  return n;
}

/* R2: at most 15 words or 30 ideographs; a sentence and not A Title In Capitals. */
static void
test_titles (gconstpointer data)
{
  g_autoptr (RsBoard) board = load_board (data);

  for (guint i = 0; i < board->views->len; i++)
    {
      const RsView *view = g_ptr_array_index (board->views, i);
      const char *english = rs_text_get (&view->title, RS_LANGUAGE_EN);
      const char *chinese = rs_text_get (&view->title, RS_LANGUAGE_ZH_CN);
      guint n_capitals = 0;

      g_test_message ("%s", english);
      g_assert_cmpuint (count_words (english), >, 0);
      g_assert_cmpuint (count_words (english), <=, MAX_WORDS);
      g_assert_cmpuint (count_ideographs (chinese), >, 0);
      g_assert_cmpuint (count_ideographs (chinese), <=, MAX_IDEOGRAPHS);
      for (const char *c = english; *c != '\0'; c++)
        n_capitals += c > english && c[-1] == ' ' && g_ascii_isupper (*c) ? 1 : 0;
      /* Programmes have names: "Smart People’s Society". A title all in capitals is none. */
      if (strchr (english, ':') == NULL)
        g_assert_cmpuint (n_capitals * 2, <=, count_words (english));
    }
}

/* R1 and R6: title, subtitle, source, data date, and what the marks mean; no view misleads. */
static void
test_views (gconstpointer data)
{
  g_autoptr (RsBoard) board = load_board (data);
  RsDataset *dataset = find_dataset (board->dataset);
  RsSelection selection = { 0 };

  rs_selection_init_default (&selection, dataset);
  for (guint i = 0; i < board->views->len; i++)
    for (guint language = 0; language < RS_N_LANGUAGES; language++)
      {
        const RsView *view = g_ptr_array_index (board->views, i);
        g_autoptr (GError) error = NULL;
        g_autoptr (RsFrame) frame =
          rs_view_run (view, dataset, &selection, (RsLanguage) language, &error);
        g_autofree char *source = NULL;
        g_autofree char *date = NULL;
        g_autofree char *legend = NULL;
        g_autofree char *text = NULL;

        g_test_message ("%s", view->id);
        g_assert_no_error (error);
        g_assert_cmpstr (rs_frame_get_title (frame), !=, "");
        text = rs_summary_frame (frame);
        g_assert_nonnull (strstr (text, rs_frame_get_title (frame)));
        if (!rs_frame_has_numbers (frame))
          continue;
        source = rs_summary_sources (frame, 0);
        date = rs_summary_data_date (frame);
        legend = rs_summary_legend_of_marks (frame);
        g_assert_cmpstr (rs_frame_get_subtitle (frame), !=, "");
        if (rs_frame_get_empty_reason (frame) != NULL)
          continue;
        g_assert_cmpstr (source, !=, "");
        g_assert_nonnull (strstr (date, "2026"));
        if ((rs_frame_get_flags (frame) & (RS_FLAG_DERIVED | RS_FLAG_PROVISIONAL)) != 0)
          g_assert_cmpstr (legend, !=, "");
      }
  rs_selection_clear (&selection);
}

/* The board of regions says the same whoever is selected; only who stands out differs. */
static void
test_regions (void)
{
  static const char *const selected[] = { "000000", "110000", "500000", "500105", "820000" };
  g_autoptr (RsBoard) board = load_board ("regions");
  RsDataset *dataset = find_dataset ("yearly");

  for (guint i = 0; i < board->views->len; i++)
    for (gsize s = 0; s < G_N_ELEMENTS (selected); s++)
      {
        const RsView *view = g_ptr_array_index (board->views, i);
        RsSelection selection = { (char *) selected[s], 2021 };
        g_autoptr (GError) error = NULL;
        g_autoptr (RsFrame) frame = rs_view_run (view, dataset, &selection, RS_LANGUAGE_EN, &error);

        g_test_message ("%s for %s", view->id, selected[s]);
        g_assert_no_error (error);
        g_assert_true (rs_frame_has_numbers (frame));
        g_assert_null (rs_frame_get_empty_reason (frame));
        g_assert_cmpint (rs_frame_get_kind (frame), ==, view->kind);
      }
}

int
main (int argc, char **argv)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 3);
  file = g_file_new_for_path (argv[1]);
  boards_folder = argv[2];
  catalog = rs_load (file, NULL, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (board_ids); i++)
    {
      g_autofree char *titles = g_strconcat ("/query/embedded-boards/titles/", board_ids[i], NULL);
      g_autofree char *views = g_strconcat ("/query/embedded-boards/views/", board_ids[i], NULL);

      g_test_add_data_func (titles, board_ids[i], test_titles);
      g_test_add_data_func (views, board_ids[i], test_views);
    }
  g_test_add_func ("/query/embedded-boards/regions", test_regions);
  status = g_test_run ();
  rs_catalog_unref (catalog);
  return status;
}
