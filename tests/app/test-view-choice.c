/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the user chose for a view: kept, left out where it would mislead, taken back. */
#include "config.h"

#include "app/document.h"
#include "dataset/loader.h"

typedef struct
{
  RsDocument *document;
  guint n_changed;
  guint changes; /* of the last signal */
} Fixture;

static void
on_changed (RsDocument *document, guint changes, Fixture *fixture)
{
  fixture->n_changed++;
  fixture->changes = changes;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RsCatalog) catalog = rs_load_embedded (&error);

  g_assert_no_error (error);
  fixture->document = rs_document_new (RS_LANGUAGE_EN);
  g_assert_true (rs_document_set_catalog (fixture->document, catalog, &error));
  g_assert_no_error (error);
  rs_document_select_region (fixture->document, "500000");
  rs_document_select_year (fixture->document, 2005);
  g_assert_true (rs_document_set_board_id (fixture->document, "overview"));
  g_signal_connect (fixture->document, "changed", G_CALLBACK (on_changed), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->document);
}

static guint
find_view (Fixture *fixture, const char *id)
{
  const RsBoard *board = rs_document_get_board (fixture->document);

  for (guint i = 0; i < board->views->len; i++)
    if (g_strcmp0 (((const RsView *) g_ptr_array_index (board->views, i))->id, id) == 0)
      return i;
  g_assert_not_reached ();
}

/* The kind that the view is drawn as, and how many regions it has. */
static RsChartKind
run (Fixture *fixture, guint position, guint *out_n_series)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RsFrame) frame = rs_document_run (
    fixture->document, rs_document_get_view (fixture->document, position), RS_LANGUAGE_EN, &error);

  g_assert_no_error (error);
  if (out_n_series != NULL)
    *out_n_series = rs_frame_get_n_series (frame);
  return rs_frame_get_kind (frame);
}

static void
test_nothing_chosen (Fixture *fixture, gconstpointer data)
{
  const RsBoard *board = rs_document_get_board (fixture->document);

  for (guint i = 0; i < board->views->len; i++)
    g_assert_true (rs_view_equal (rs_document_get_view (fixture->document, i),
                                  g_ptr_array_index (board->views, i)));
  g_assert_null (rs_document_get_view (fixture->document, board->views->len));
}

static void
test_kind (Fixture *fixture, gconstpointer data)
{
  guint position = find_view (fixture, "registered-unemployment");
  RsChartKind own = run (fixture, position, NULL);
  RsViewChoice choice = { .kind = RS_CHART_RANKED };
  RsViewChoice kept;
  guint n_series = 0;

  g_assert_cmpint (own, !=, RS_CHART_RANKED);
  rs_document_set_choice (fixture->document, position, &choice);
  rs_document_set_choice (fixture->document, position, &choice);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpuint (fixture->changes, ==, RS_DOCUMENT_CHOICE);
  g_assert_cmpint (run (fixture, position, &n_series), ==, RS_CHART_RANKED);
  g_assert_cmpuint (n_series, >, 20);
  /* It is of one view of one board. */
  g_assert_cmpint (run (fixture, position + 1, NULL), !=, RS_CHART_RANKED);
  /* Another year and region keep it, and so does a look at the other dataset. */
  rs_document_select_year (fixture->document, 2004);
  rs_document_select_region (fixture->document, "110000");
  g_assert_cmpint (run (fixture, position, NULL), ==, RS_CHART_RANKED);
  rs_document_set_dataset_index (fixture->document, 1);
  rs_document_get_choice (fixture->document, 0, &kept);
  g_assert_cmpint (kept.kind, ==, RS_CHART_AUTO);
  rs_document_set_dataset_index (fixture->document, 0);
  rs_document_set_board_id (fixture->document, "overview");
  g_assert_cmpint (run (fixture, position, NULL), ==, RS_CHART_RANKED);
  choice = (RsViewChoice){ 0 };
  rs_document_set_choice (fixture->document, position, &choice);
  g_assert_cmpint (run (fixture, position, NULL), ==, own);
}

/* What would mislead is remembered and not drawn. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  guint position = find_view (fixture, "registered-unemployment");
  RsChartKind own = run (fixture, position, NULL);
  RsViewChoice choice = { .kind = RS_CHART_YEARS };
  RsViewChoice kept;

  rs_document_set_choice (fixture->document, position, &choice);
  g_assert_cmpint (run (fixture, position, NULL), ==, own);
  rs_document_get_choice (fixture->document, position, &kept);
  g_assert_cmpint (kept.kind, ==, RS_CHART_YEARS);
  /* Beyond the last view nothing is kept. */
  rs_document_set_choice (fixture->document, 1000, &choice);
  rs_document_get_choice (fixture->document, 1000, &kept);
  g_assert_cmpint (kept.kind, ==, RS_CHART_AUTO);
}

static void
test_scope (Fixture *fixture, gconstpointer data)
{
  guint position = find_view (fixture, "registered-unemployment");
  RsViewChoice choice = { .kind = RS_CHART_RANKED, .scope = RS_SCOPE_CHILDREN };
  guint n_parts = 0, n_peers = 0, n_alone = 0;

  rs_document_set_choice (fixture->document, position, &choice);
  g_assert_cmpint (run (fixture, position, &n_parts), ==, RS_CHART_RANKED);
  choice.scope = RS_SCOPE_PEERS;
  rs_document_set_choice (fixture->document, position, &choice);
  g_assert_cmpint (run (fixture, position, &n_peers), ==, RS_CHART_RANKED);
  g_assert_cmpuint (n_parts, >, 1);
  g_assert_cmpuint (n_peers, !=, n_parts);
  /* A ranking of one region is none: the kind was chosen, the regions give way. */
  choice.scope = RS_SCOPE_SELECTED;
  rs_document_set_choice (fixture->document, position, &choice);
  g_assert_cmpint (run (fixture, position, &n_alone), ==, RS_CHART_RANKED);
  g_assert_cmpuint (n_alone, ==, n_peers);
}

static void
test_log (Fixture *fixture, gconstpointer data)
{
  guint position = find_view (fixture, "population");
  RsViewChoice choice = { .kind = RS_CHART_LINES, .log_chosen = TRUE, .log_scale = TRUE };

  rs_document_set_choice (fixture->document, position, &choice);
  g_assert_true (rs_document_get_view (fixture->document, position)->log_scale);
  g_assert_cmpint (run (fixture, position, NULL), ==, RS_CHART_LINES);
  /* Columns have a zero. */
  choice.kind = RS_CHART_COLUMNS;
  rs_document_set_choice (fixture->document, position, &choice);
  g_assert_false (rs_document_get_view (fixture->document, position)->log_scale);
  g_assert_cmpint (run (fixture, position, NULL), ==, RS_CHART_COLUMNS);
  /* And come back with lines. */
  choice.kind = RS_CHART_LINES;
  rs_document_set_choice (fixture->document, position, &choice);
  g_assert_true (rs_document_get_view (fixture->document, position)->log_scale);
  choice.log_scale = FALSE;
  rs_document_set_choice (fixture->document, position, &choice);
  g_assert_false (rs_document_get_view (fixture->document, position)->log_scale);
}

/* Whatever is chosen, every view of the board can be drawn. */
static void
test_all_kinds (Fixture *fixture, gconstpointer data)
{
  const RsBoard *board = rs_document_get_board (fixture->document);

  for (guint i = 0; i < board->views->len; i++)
    for (guint k = 0; k < RS_N_CHART_KINDS; k++)
      for (guint s = 0; s < RS_N_SCOPES; s++)
        {
          const RsViewChoice choice = { (RsChartKind) k, (RsScope) s, k % 2 == 0, TRUE };

          rs_document_set_choice (fixture->document, i, &choice);
          g_assert_cmpint (run (fixture, i, NULL), !=, RS_CHART_AUTO);
        }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/app/view-choice/nothing-chosen", test_nothing_chosen);
  ADD ("/app/view-choice/kind", test_kind);
  ADD ("/app/view-choice/refused", test_refused);
  ADD ("/app/view-choice/scope", test_scope);
  ADD ("/app/view-choice/log", test_log);
  ADD ("/app/view-choice/all-kinds", test_all_kinds);
  return g_test_run ();
}
