/* SPDX-License-Identifier: GPL-3.0-or-later
 * Boards: read, written, made. */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "fixture-dataset.h"
#include "query/board.h"
#include "query/frame.h"

static RsBoard *
read_board (const char *json, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));

  return rs_board_from_bytes ("test.json", bytes, error);
}

static const char board_text[] = "{\n"
                                 "  \"id\" : \"invented\",\n"
                                 "  \"title\" : {\n"
                                 "    \"en\" : \"Invented\",\n"
                                 "    \"zh_CN\" : \"虚构\"\n"
                                 "  },\n"
                                 "  \"dataset\" : \"yearly\",\n"
                                 "  \"views\" : [\n"
                                 "    {\n"
                                 "      \"id\" : \"jobs\",\n"
                                 "      \"indicators\" : [\n"
                                 "        \"jobs\"\n"
                                 "      ],\n"
                                 "      \"chart\" : \"columns\"\n"
                                 "    },\n"
                                 "    {\n"
                                 "      \"chart\" : \"figures\"\n"
                                 "    }\n"
                                 "  ]\n"
                                 "}\n";

static void
test_round_trip (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RsBoard) board = read_board (board_text, &error);
  g_autoptr (RsBoard) copy = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (board->id, ==, "invented");
  g_assert_cmpstr (board->dataset, ==, "yearly");
  g_assert_cmpstr (rs_text_get (&board->title, RS_LANGUAGE_ZH_CN), ==, "虚构");
  g_assert_cmpuint (board->views->len, ==, 2);
  copy = rs_board_copy (board);
  bytes = rs_board_to_bytes (copy);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_cmpstr (text, ==, board_text);
}

typedef struct
{
  const char *json;
  const char *where;
} Bad;

static const Bad bad_boards[] = {
  { "[]", "test.json" },
  { "{}", "/views" },
  { "{\"views\":{}}", "/views" },
  { "{\"views\":[3]}", "/views/0" },
  { "{\"views\":[{\"chrt\":\"lines\"}]}", "/views/0/chrt" },
  { "{\"views\":[{},{\"chart\":\"pie\"}]}", "/views/1/chart" },
  { "{\"views\":[{\"id\":\"a\"},{\"id\":\"a\"}]}", "/views/1" },
  { "{\"id\":1,\"views\":[]}", "/id" },
  { "{\"title\":1,\"views\":[]}", "/title" },
  { "{\"dataset\":{},\"views\":[]}", "/dataset" },
  { "{\"view\":[]}", "/view" },
};

static void
test_bad (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad_boards); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RsBoard) board = read_board (bad_boards[i].json, &error);

      g_test_message ("%s", bad_boards[i].json);
      g_assert_null (board);
      g_assert_error (error, RS_QUERY_ERROR, RS_QUERY_ERROR_SYNTAX);
      g_assert_nonnull (strstr (error->message, bad_boards[i].where));
    }
}

static void
test_not_json (void)
{
  static const char *const texts[] = { "", "{", "{\"views\":[]}}", "\xFF", "{\"views\":[],}" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RsBoard) board = read_board (texts[i], &error);

      g_assert_null (board);
      g_assert_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_SYNTAX);
    }
}

static void
test_too_many_views (void)
{
  GString *json = g_string_new ("{\"views\":[{}");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RsBoard) board = NULL;

  for (int i = 0; i < RS_BOARD_MAX_VIEWS; i++)
    g_string_append (json, ",{}");
  g_string_append (json, "]}");
  text = g_string_free (json, FALSE);
  board = read_board (text, &error);
  g_assert_null (board);
  g_assert_error (error, RS_QUERY_ERROR, RS_QUERY_ERROR_SYNTAX);
}

static void
test_load (void)
{
  g_autofree char *folder = g_dir_make_tmp ("renshe-board-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "board.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (RsBoard) missing = rs_board_load (file, NULL, &error);
  g_autoptr (RsBoard) board = NULL;

  g_assert_null (missing);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (path, board_text, -1, NULL));
  board = rs_board_load (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (board->views->len, ==, 2);
  g_remove (path);
  g_rmdir (folder);
}

static void
test_embedded_names (void)
{
  static const char *const ids[] = { "", "../x", "a/b", "no such", "absent" };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RsBoard) board = rs_board_load_embedded (ids[i], &error);

      g_assert_null (board);
      g_assert_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_UNREADABLE);
    }
}

/* Every view of a board that the program makes can be run. */
static void
check_made (RsDataset *dataset, guint n_views)
{
  g_autoptr (RsBoard) board = rs_board_for_dataset (dataset);
  RsSelection selection = { 0 };

  rs_selection_init_default (&selection, dataset);
  g_assert_cmpuint (board->views->len, ==, n_views);
  for (guint i = 0; i < board->views->len; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RsFrame) frame = rs_view_run (g_ptr_array_index (board->views, i), dataset,
                                               &selection, RS_LANGUAGE_ZH_CN, &error);

      g_assert_no_error (error);
      g_assert_true (rs_frame_has_numbers (frame));
    }
  rs_selection_clear (&selection);
}

static void
test_made (void)
{
  g_autoptr (RsDataset) yearly = rs_test_dataset_yearly ();
  g_autoptr (RsDataset) monthly = rs_test_dataset_monthly ();
  g_autoptr (RsDataset) plain = rs_test_dataset_plain ();
  g_autoptr (RsDataset) timeless = rs_test_dataset_timeless ();

  check_made (yearly, 5);
  check_made (monthly, 3);
  check_made (plain, 1);
  check_made (timeless, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/board/round-trip", test_round_trip);
  g_test_add_func ("/query/board/bad", test_bad);
  g_test_add_func ("/query/board/not-json", test_not_json);
  g_test_add_func ("/query/board/too-many-views", test_too_many_views);
  g_test_add_func ("/query/board/load", test_load);
  g_test_add_func ("/query/board/embedded-names", test_embedded_names);
  g_test_add_func ("/query/board/made", test_made);
  return g_test_run ();
}
