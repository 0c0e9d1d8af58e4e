/* SPDX-License-Identifier: GPL-3.0-or-later
 * The document stays whole: what fails changes nothing, what succeeds changes all at once. */
#include "config.h"

#include "app/document.h"
#include "app/message-language.h"
#include "app/snapshot.h"
#include "dataset/loader.h"

typedef struct
{
  RsDocument *document;
  guint n_changed;
  guint changes; /* of the last signal */
  guint n_loading;
} Fixture;

static void
on_changed (RsDocument *document, guint changes, Fixture *fixture)
{
  fixture->n_changed++;
  fixture->changes = changes;
}

static void
on_loading (RsDocument *document, gboolean loading, Fixture *fixture)
{
  fixture->n_loading++;
}

static GFile *
get_file (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "app", "fixtures", name, NULL);

  return g_file_new_for_path (path);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RsCatalog) catalog = rs_load_embedded (&error);

  g_assert_no_error (error);
  fixture->document = rs_document_new (RS_LANGUAGE_EN);
  g_assert_null (rs_document_get_dataset (fixture->document));
  g_assert_true (rs_document_set_catalog (fixture->document, catalog, &error));
  g_assert_no_error (error);
  g_signal_connect (fixture->document, "changed", G_CALLBACK (on_changed), fixture);
  g_signal_connect (fixture->document, "loading", G_CALLBACK (on_loading), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->document);
}

static void
on_result (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **out = user_data;

  *out = g_object_ref (result);
}

static gboolean
load (Fixture *fixture, const char *name, GError **error)
{
  g_autoptr (GFile) file = get_file (name);
  g_autoptr (GAsyncResult) result = NULL;

  rs_document_load_async (fixture->document, file, on_result, &result);
  g_assert_true (rs_document_get_loading (fixture->document));
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (rs_document_get_loading (fixture->document));
  return rs_document_load_finish (fixture->document, result, error);
}

static void
test_embedded (Fixture *fixture, gconstpointer data)
{
  RsDocument *document = fixture->document;
  const RsSelection *selection = rs_document_get_selection (document);
  g_autofree char *title = rs_document_get_title (document);
  g_autofree char *heading = rs_document_get_heading (document);

  g_assert_cmpstr (selection->region, ==, "500000");
  g_assert_cmpint (selection->year, ==, 2021);
  g_assert_cmpstr (title, ==, "Chongqing, 2021");
  g_assert_cmpstr (heading, ==, "Chongqing in 2021");
  g_assert_cmpstr (rs_document_get_board (document)->id, ==, "overview");
  g_assert_cmpuint (rs_document_get_n_boards (document), >=, 2);
  g_assert_cmpint (rs_document_find_dataset (document, "monthly"), ==, 1);
  g_assert_cmpint (rs_document_find_dataset (document, "none"), ==, -1);
}

static void
test_choice (Fixture *fixture, gconstpointer data)
{
  RsDocument *document = fixture->document;

  g_assert_true (rs_document_select_year (document, 2020));
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpuint (fixture->changes, ==, RS_DOCUMENT_SELECTION);
  g_assert_true (rs_document_select_year (document, 2020));
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_false (rs_document_select_year (document, 1066));
  g_assert_false (rs_document_select_region (document, "nowhere"));
  g_assert_false (rs_document_select_region (document, NULL));
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_true (rs_document_select_region (document, "000000"));
  g_assert_cmpuint (fixture->n_changed, ==, 2);
  g_assert_cmpstr (rs_document_get_selection (document)->region, ==, "000000");
}

static void
test_years_end (Fixture *fixture, gconstpointer data)
{
  RsDocument *document = fixture->document;
  guint n_years;
  const int *years = rs_dataset_get_years (rs_document_get_dataset (document), &n_years);

  rs_document_step_year (document, 1000);
  g_assert_cmpint (rs_document_get_selection (document)->year, ==, years[n_years - 1]);
  rs_document_step_year (document, -1000);
  g_assert_cmpint (rs_document_get_selection (document)->year, ==, years[0]);
  rs_document_step_year (document, 1);
  g_assert_cmpint (rs_document_get_selection (document)->year, ==, years[1]);
}

static void
test_dataset (Fixture *fixture, gconstpointer data)
{
  RsDocument *document = fixture->document;
  g_autofree char *missing = NULL;

  g_assert_null (rs_document_describe_missing_region (document));

  rs_document_set_dataset_index (document, 1);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpuint (fixture->changes, ==,
                    RS_DOCUMENT_DATASET | RS_DOCUMENT_BOARD | RS_DOCUMENT_SELECTION);
  g_assert_cmpstr (rs_dataset_get_id (rs_document_get_dataset (document)), ==, "monthly");
  /* The year is kept; the region is not there, so the dataset's own is taken. */
  g_assert_cmpint (rs_document_get_selection (document)->year, ==, 2021);
  g_assert_cmpstr (rs_document_get_selection (document)->region, ==, "000000");
  missing = rs_document_describe_missing_region (document);
  g_assert_cmpstr (missing, ==, "This dataset does not have Chongqing; China is shown.");
  rs_document_set_dataset_index (document, 99);
  g_assert_cmpuint (rs_document_get_dataset_index (document), ==, 1);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
}

static void
test_boards (Fixture *fixture, gconstpointer data)
{
  RsDocument *document = fixture->document;

  g_assert_true (rs_document_set_board_id (document, "plan-2022"));
  g_assert_cmpuint (fixture->changes, ==, RS_DOCUMENT_BOARD);
  g_assert_cmpstr (rs_document_get_board (document)->id, ==, "plan-2022");
  g_assert_false (rs_document_set_board_id (document, "monthly"));
  g_assert_cmpstr (rs_document_get_board (document)->id, ==, "plan-2022");
  g_assert_cmpuint (fixture->n_changed, ==, 1);
}

/* Every view of every board that comes with the program can be answered in both languages,
 * everywhere. */
static void
test_boards_run (Fixture *fixture, gconstpointer data)
{
  RsDocument *document = fixture->document;

  for (guint d = 0; d < rs_catalog_get_n_datasets (rs_document_get_catalog (document)); d++)
    {
      rs_document_set_dataset_index (document, d);
      for (guint b = 0; b < rs_document_get_n_boards (document); b++)
        {
          const RsBoard *board = rs_document_get_nth_board (document, b);

          for (guint v = 0; v < board->views->len; v++)
            for (int language = 0; language < RS_N_LANGUAGES; language++)
              {
                g_autoptr (GError) error = NULL;
                g_autoptr (RsFrame) frame = rs_document_run (
                  document, g_ptr_array_index (board->views, v), (RsLanguage) language, &error);

                g_assert_no_error (error);
                g_assert_nonnull (frame);
              }
        }
    }
}

static void
test_load (Fixture *fixture, gconstpointer data)
{
  RsDocument *document = fixture->document;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;

  g_assert_true (load (fixture, "invented.json", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpuint (fixture->n_loading, ==, 2);
  g_assert_cmpuint (fixture->changes & RS_DOCUMENT_CATALOG, !=, 0);
  g_assert_cmpuint (rs_document_get_n_boards (document), ==, 1);
  g_assert_true (rs_document_select_region (document, "b"));
  g_assert_true (rs_document_select_year (document, 2002));
  title = rs_document_get_title (document);
  g_assert_cmpstr (title, ==, "B, 2002");
  /* 2003 is not among the years. */
  rs_document_step_year (document, 1);
  g_assert_cmpint (rs_document_get_selection (document)->year, ==, 2004);
}

static void
test_load_plain (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  g_autofree char *heading = NULL;

  g_assert_true (load (fixture, "invented-plain.json", &error));
  g_assert_no_error (error);
  title = rs_document_get_title (fixture->document);
  heading = rs_document_get_heading (fixture->document);
  g_assert_cmpstr (title, ==, "Invented figures without place and time");
  g_assert_cmpstr (heading, ==, title);
  g_assert_false (rs_document_select_year (fixture->document, 2021));
  rs_document_step_year (fixture->document, 1);
  g_assert_cmpint (rs_document_get_selection (fixture->document)->year, ==, 0);
}

static void
test_load_fails (Fixture *fixture, gconstpointer data)
{
  RsDocument *document = fixture->document;
  RsCatalog *catalog = rs_document_get_catalog (document);
  RsDataset *dataset = rs_document_get_dataset (document);
  const RsBoard *board = rs_document_get_board (document);
  const char *const names[] = { "broken.json", "not-there.json" };

  for (size_t i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (load (fixture, names[i], &error));
      g_assert_true (error->domain == RS_DATASET_ERROR);
      g_assert_nonnull (strstr (error->message, names[i]));
    }
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  g_assert_true (rs_document_get_catalog (document) == catalog);
  g_assert_true (rs_document_get_dataset (document) == dataset);
  g_assert_true (rs_document_get_board (document) == board);
  g_assert_cmpstr (rs_document_get_selection (document)->region, ==, "500000");
  g_assert_cmpint (rs_document_get_selection (document)->year, ==, 2021);
}

static void
test_load_twice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) first = get_file ("invented-plain.json");
  g_autoptr (GFile) second = get_file ("invented.json");
  g_autoptr (GAsyncResult) first_result = NULL;
  g_autoptr (GAsyncResult) second_result = NULL;
  g_autoptr (GError) error = NULL;

  rs_document_load_async (fixture->document, first, on_result, &first_result);
  rs_document_load_async (fixture->document, second, on_result, &second_result);
  while (first_result == NULL || second_result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (rs_document_load_finish (fixture->document, first_result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_true (rs_document_load_finish (fixture->document, second_result, &error));
  g_assert_no_error (error);
  g_assert_nonnull (rs_dataset_get_time (rs_document_get_dataset (fixture->document)));
  g_assert_cmpuint (fixture->n_changed, ==, 1);
}

/* A board that names no dataset is for the open one; its id may be that of another board. */
static void
test_board (Fixture *fixture, gconstpointer data)
{
  RsDocument *document = fixture->document;
  g_autoptr (GError) error = NULL;
  RsCatalog *catalog;

  g_assert_true (load (fixture, "invented.json", &error));
  g_assert_no_error (error);
  catalog = rs_document_get_catalog (document);
  g_assert_true (load (fixture, "invented.renshe-board", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->n_changed, ==, 2);
  g_assert_cmpuint (fixture->changes, ==, RS_DOCUMENT_BOARD);
  g_assert_true (rs_document_get_catalog (document) == catalog);
  g_assert_true (rs_document_is_board_opened (document));
  g_assert_cmpuint (rs_document_get_board (document)->views->len, ==, 2);
  g_assert_cmpstr (rs_text_get (&rs_document_get_board (document)->title, RS_LANGUAGE_EN), ==,
                   "Invented board");
}

/* A board that names an embedded dataset brings it, whatever is open. */
static void
test_board_embedded (Fixture *fixture, gconstpointer data)
{
  RsDocument *document = fixture->document;
  g_autoptr (GError) error = NULL;
  guint n_boards = rs_document_get_n_boards (document);

  g_assert_true (load (fixture, "invented.json", &error));
  g_assert_no_error (error);
  g_assert_true (load (fixture, "invented-jobs.json", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->n_changed, ==, 2);
  g_assert_cmpuint (fixture->changes, ==,
                    RS_DOCUMENT_CATALOG | RS_DOCUMENT_DATASET | RS_DOCUMENT_BOARD |
                      RS_DOCUMENT_SELECTION);
  g_assert_cmpstr (rs_dataset_get_id (rs_document_get_dataset (document)), ==, "yearly");
  g_assert_cmpstr (rs_document_get_selection (document)->region, ==, "500000");
  g_assert_cmpuint (rs_document_get_n_boards (document), ==, n_boards + 1);
  g_assert_cmpstr (rs_document_get_board (document)->id, ==, "overview-2");
  /* Still there after a look elsewhere, and only once after it was opened again. */
  g_assert_true (rs_document_set_board_id (document, "overview"));
  g_assert_false (rs_document_is_board_opened (document));
  rs_document_set_dataset_index (document, 1);
  rs_document_set_dataset_index (document, 0);
  g_assert_true (rs_document_set_board_id (document, "overview-2"));
  g_assert_true (load (fixture, "invented-jobs.json", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (rs_document_get_n_boards (document), ==, n_boards + 1);
}

static void
test_board_fails (Fixture *fixture, gconstpointer data)
{
  RsDocument *document = fixture->document;
  RsCatalog *catalog = rs_document_get_catalog (document);
  const RsBoard *board = rs_document_get_board (document);
  const struct
  {
    const char *name;
    const char *words; /* that the message must have */
  } rows[] = {
    { "invented-elsewhere.json", "“nowhere”" },
    { "invented-unknown.json", "/views/1 (bad)" },
    { "invented-unknown.json", "invented_nothing" },
    { "invented.renshe-board", "“yearly”" },
    { "invented-typing-error.json", "/views/0/indicator" },
    { "invented-neither.json", "JSON-stat" },
    { "invented-neither.json", "boards" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (load (fixture, rows[i].name, &error));
      g_assert_nonnull (error);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, rows[i].name));
      g_assert_nonnull (strstr (error->message, rows[i].words));
    }
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  g_assert_true (rs_document_get_catalog (document) == catalog);
  g_assert_true (rs_document_get_board (document) == board);
}

/* What a command line asks for has to be there. */
static void
test_options (Fixture *fixture, gconstpointer data)
{
  const struct
  {
    RsSnapshotOptions options;
    const char *words;
  } rows[] = {
    { { .dataset = (char *) "nope" }, "--dataset" },
    { { .board = (char *) "nope" }, "--board" },
    { { .region = (char *) "nope" }, "--region" },
    { { .year = 1800 }, "1800" },
    /* The monthly figures are of China. */
    { { .dataset = (char *) "monthly", .region = (char *) "500000" }, "--region" },
  };
  const RsSnapshotOptions good = {
    .dataset = (char *) "yearly",
    .board = (char *) "plan-2022",
    .region = (char *) "000000",
    .year = 2020,
  };
  g_autoptr (GError) error = NULL;

  for (size_t i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) row_error = NULL;

      g_assert_false (rs_snapshot_options_apply (&rows[i].options, fixture->document, &row_error));
      g_assert_error (row_error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE);
      g_assert_nonnull (strstr (row_error->message, rows[i].words));
    }
  g_assert_true (rs_snapshot_options_apply (&good, fixture->document, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (rs_document_get_board (fixture->document)->id, ==, "plan-2022");
  g_assert_cmpint (rs_document_get_selection (fixture->document)->year, ==, 2020);
}

/* No catalogue is bound here, so the window would speak English, whatever the environment asks for:
 * then so do its pictures. */
static void
test_message_language (void)
{
  g_setenv ("LANGUAGE", "zh_CN", TRUE);
  g_assert_cmpint (rs_language_from_messages (), ==, RS_LANGUAGE_EN);
  g_unsetenv ("LANGUAGE");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/app/document/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("embedded", test_embedded);
  ADD ("choice", test_choice);
  ADD ("years-end", test_years_end);
  ADD ("dataset", test_dataset);
  ADD ("boards", test_boards);
  ADD ("boards-run", test_boards_run);
  ADD ("load", test_load);
  ADD ("load-plain", test_load_plain);
  ADD ("load-fails", test_load_fails);
  ADD ("load-twice", test_load_twice);
  ADD ("board", test_board);
  ADD ("board-embedded", test_board_embedded);
  ADD ("board-fails", test_board_fails);
  ADD ("options", test_options);
  g_test_add_func ("/app/message-language/unbound", test_message_language);
  return g_test_run ();
}
