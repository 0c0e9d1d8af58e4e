/* SPDX-License-Identifier: GPL-3.0-or-later
 * No text for people holds the id of a source: all that is said of the embedded datasets, read
 * word by word; and how invented remarks are worded. */
#include "config.h"

#include <string.h>

#include "dataset/dataset-builder.h"
#include "dataset/loader.h"
#include "query/frame.h"
#include "query/summary.h"
#include "query/table.h"

static const char *embedded_path;

static gboolean
is_id_letter (char c)
{
  return g_ascii_isalnum (c) || c == '_';
}

static void
blank_out (char *text, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  for (char *at = strstr (text, part); at != NULL; at = strstr (at, part))
    memset (at, ' ', strlen (part));
}

/* Titles and publishers may hold any word, such as the name of a site that an id is made of. */
static char *
drop_names (const RsDataset *dataset, const char *text)
{
  char *rest = g_strdup (text);

  for (guint i = 0; i < rs_dataset_get_n_sources (dataset); i++)
    {
      const RsSource *source = rs_dataset_get_source (dataset, i);

      blank_out (rest, source->title);
      if (source->publisher != NULL)
        {
          g_auto (GStrv) parts = g_strsplit (source->publisher, ";", 2);

          blank_out (rest, source->publisher);
          blank_out (rest, parts[0]);
        }
    }
  return rest;
}

static gboolean
has_id (GHashTable *ids, const char *text)
{
  for (const char *c = text; *c != '\0';)
    {
      const char *end = c;
      g_autofree char *word = NULL;

      while (is_id_letter (*end))
        end++;
      if (end == c)
        {
          c++;
          continue;
        }
      word = g_strndup (c, (gsize) (end - c));
      if (g_hash_table_contains (ids, word))
        return TRUE;
      c = end;
    }
  return FALSE;
}

typedef struct
{
  RsDataset *dataset;
  GHashTable *ids; /* (element-type utf8): of the sources */
  guint n_texts;
} Search;

static void
check (Search *self, const char *text)
{
  self->n_texts++;
  if (text != NULL && has_id (self->ids, text))
    {
      g_autofree char *rest = drop_names (self->dataset, text);

      if (has_id (self->ids, rest))
        {
          g_test_message ("An id of a source in: %s", text);
          g_test_fail ();
        }
    }
}

static void
take (Search *self, char *text)
{
  check (self, text);
  g_free (text);
}

/* Columns of ids say so in their heads. Returns: the number of rows. */
static guint
check_table (Search *self, const RsFrame *frame, RsTableStyle style)
{
  g_autoptr (RsTable) table = rs_table_new (frame, style);

  for (guint r = 0; r < table->n_rows; r++)
    for (guint c = 0; c < table->n_columns; c++)
      if (!g_str_has_suffix (table->headers[c], "_id"))
        check (self, table->rows[r].cells[c]);
  return table->n_rows;
}

/* What does not hang on the chosen year. Returns: whether there is anything. */
static gboolean
check_points (Search *self, const RsFrame *frame)
{
  for (guint s = 0; s < rs_frame_get_n_series (frame); s++)
    for (guint p = 0; p < rs_frame_get_series (frame, s)->n_points; p++)
      {
        take (self, rs_summary_point (frame, s, p));
        take (self, rs_summary_point_in_short (frame, s, p));
      }
  check_table (self, frame, RS_TABLE_FOR_FILES);
  return check_table (self, frame, RS_TABLE_FOR_PEOPLE) > 0;
}

static void
check_frame (Search *self, const RsFrame *frame)
{
  check (self, rs_frame_get_title (frame));
  check (self, rs_frame_get_subtitle (frame));
  check (self, rs_frame_get_empty_reason (frame));
  for (guint i = 0; i < rs_frame_get_n_notes (frame); i++)
    check (self, rs_frame_get_note (frame, i));
  for (guint i = 0; i < rs_frame_get_n_sources (frame); i++)
    take (self, rs_summary_source_use (frame, i));
  take (self, rs_summary_frame (frame));
  take (self, rs_summary_sources (frame, 0));
  take (self, rs_summary_legend_of_marks (frame));
}

static RsFrame *
run (const Search *self, const char *indicator, const char *region, int year, RsLanguage language)
{
  g_autoptr (RsView) view = rs_view_new ();
  g_autoptr (GError) error = NULL;
  RsSelection selection = { (char *) region, year };
  RsFrame *frame = NULL;

  view->indicators = g_strdupv ((char *[]){ (char *) indicator, NULL });
  frame = rs_view_run (view, self->dataset, &selection, language, &error);
  g_assert_no_error (error);
  return frame;
}

static void
check_series (Search *self, const char *indicator, const char *region, RsLanguage language)
{
  guint n_years = 0;
  const int *years = rs_dataset_get_years (self->dataset, &n_years);

  gboolean known = TRUE;

  /* What is said of nothing at all is the same in all years but for the year. */
  for (guint y = 0; y < n_years && known; y++)
    {
      g_autoptr (RsFrame) frame = run (self, indicator, region, years[y], language);

      if (y == 0)
        known = check_points (self, frame);
      check_frame (self, frame);
    }
}

static void
check_dataset (RsDataset *dataset, RsLanguage language)
{
  const RsDimension *metric = rs_dataset_get_metric (dataset);
  const RsDimension *geo = rs_dataset_get_geo (dataset);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  Search search = { dataset, ids, 0 };

  for (guint i = 0; i < rs_dataset_get_n_sources (dataset); i++)
    g_hash_table_add (ids, (gpointer) rs_dataset_get_source (dataset, i)->id);
  g_assert_cmpuint (g_hash_table_size (ids), >, 100);
  for (guint i = 0; i < metric->n_categories; i++)
    for (guint r = 0; r < geo->n_categories; r++)
      check_series (&search, metric->categories[i].id, geo->categories[r].id, language);
  g_assert_cmpuint (search.n_texts, >, 10000);
}

static void
test_embedded (gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (embedded_path);
  g_autoptr (GError) error = NULL;
  g_autoptr (RsCatalog) catalog = rs_load (file, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < rs_catalog_get_n_datasets (catalog); i++)
    check_dataset (rs_catalog_get_dataset (catalog, i), (RsLanguage) GPOINTER_TO_INT (data));
}

/* Two sources of one title are told apart by who published them. */
static RsDataset *
make_dataset (void)
{
  RsDatasetBuilder *builder = rs_dataset_builder_new ();
  RsDataset *dataset = NULL;
  RsDimension *years = NULL;

  rs_dataset_builder_add_source (builder, "inv2001", "Invented bulletin", "Town", NULL);
  rs_dataset_builder_add_source (builder, "inv2002", "Invented bulletin", "Press; read in a copy",
                                 NULL);
  rs_dataset_builder_add_source (builder, "inv_b", "Invented report", "Town", NULL);
  rs_dataset_builder_add_source (builder, "census", "Invented census", NULL, NULL);
  rs_dataset_builder_add_source (builder, "2001", "Invented register", NULL, NULL);
  years = rs_dataset_builder_add_dimension (builder, "year", 1, NULL);
  years->role = RS_ROLE_TIME;
  years->categories[0].id = g_strdup ("2020");
  g_assert_true (rs_dataset_builder_begin_cells (builder, TRUE, NULL));
  dataset = rs_dataset_builder_finish (builder, NULL, NULL);
  rs_dataset_builder_free (builder);
  return dataset;
}

static void
test_words (void)
{
  static const struct
  {
    const char *remark;
    const char *words;
  } rows[] = {
    { "also inv2001, inv2002", "also “Invented bulletin” (Town), “Invented bulletin” (Press)" },
    { "earlier 71 (inv_b); late", "earlier 71 (“Invented report”); late" },
    { "inv_b同", "“Invented report”同" },
    { "of the census of 2001", "of the census of 2001" },
    { "inv2001x, xinv2001", "inv2001x, xinv2001" },
    { "96.5-3", "96.5-3" },
    { "", "" },
  };
  g_autoptr (RsDataset) dataset = make_dataset ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = rs_summary_word_remark (dataset, rows[i].remark, RS_LANGUAGE_EN);

      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

static void
test_names (void)
{
  static const char *const names[] = { "Invented bulletin (Town)", "Invented bulletin (Press)",
                                       "Invented report", "Invented census" };
  g_autoptr (RsDataset) dataset = make_dataset ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = rs_summary_name_source (dataset, i, RS_LANGUAGE_EN);

      g_assert_cmpstr (name, ==, names[i]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  embedded_path = argv[1];
  g_test_add_func ("/query/source-ids/words", test_words);
  g_test_add_func ("/query/source-ids/names", test_names);
  g_test_add_data_func ("/query/source-ids/embedded-en", GINT_TO_POINTER (RS_LANGUAGE_EN),
                        test_embedded);
  g_test_add_data_func ("/query/source-ids/embedded-zh", GINT_TO_POINTER (RS_LANGUAGE_ZH_CN),
                        test_embedded);
  return g_test_run ();
}
