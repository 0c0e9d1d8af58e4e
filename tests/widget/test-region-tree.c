/* SPDX-License-Identifier: GPL-3.0-or-later
 * The region tree opens to the choice, searches, and says which regions have no figures. */
#include "config.h"

#include "widget/region-tree.h"

#include "fixture.h"

typedef struct
{
  RsRegionTree *tree;
  guint n_selected;
  guint n_notified;
  char *last;
} Fixture;

static void
selected_cb (RsRegionTree *tree, const char *id, Fixture *fixture)
{
  fixture->n_selected++;
  g_free (fixture->last);
  fixture->last = g_strdup (id);
}

static void
notify_selected_cb (RsRegionTree *tree, GParamSpec *pspec, Fixture *fixture)
{
  fixture->n_notified++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RsDataset) dataset = fixture_new_dataset ();

  fixture->tree = g_object_ref_sink (RS_REGION_TREE (rs_region_tree_new ()));
  rs_region_tree_set_dataset (fixture->tree, dataset, RS_LANGUAGE_EN);
  g_signal_connect (fixture->tree, "selected", G_CALLBACK (selected_cb), fixture);
  g_signal_connect (fixture->tree, "notify::selected", G_CALLBACK (notify_selected_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->tree);
  g_free (fixture->last);
}

/* The ids of the rows, in order, with spaces between. */
static char *
list_rows (RsRegionTree *tree)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rs_region_tree_get_n_rows (tree); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", rs_region_tree_get_row_id (tree, i));
  return g_string_free (text, FALSE);
}

static void
assert_rows (RsRegionTree *tree, const char *expected)
{
  g_autofree char *rows = list_rows (tree);

  g_assert_cmpstr (rows, ==, expected);
}

static GtkWidget *
find_child (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_child (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkSingleSelection *
get_selection (RsRegionTree *tree)
{
  GtkWidget *list = find_child (GTK_WIDGET (tree), GTK_TYPE_LIST_VIEW);

  return GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
}

static void
test_opens (Fixture *fixture, gconstpointer data)
{
  assert_rows (fixture->tree, "W A B");
  rs_region_tree_set_selected (fixture->tree, "A2");
  assert_rows (fixture->tree, "W A A1 A2 B");
  g_assert_cmpuint (gtk_single_selection_get_selected (get_selection (fixture->tree)), ==, 3);
  g_assert_cmpuint (fixture->n_selected, ==, 0);
  g_assert_cmpuint (fixture->n_notified, ==, 1);
  rs_region_tree_set_selected (fixture->tree, "A2");
  g_assert_cmpuint (fixture->n_notified, ==, 1);
}

static void
test_user_selects (Fixture *fixture, gconstpointer data)
{
  rs_region_tree_set_selected (fixture->tree, "A1");
  gtk_single_selection_set_selected (get_selection (fixture->tree), 4);
  g_assert_cmpstr (fixture->last, ==, "B");
  g_assert_cmpuint (fixture->n_selected, ==, 1);
  g_assert_cmpstr (rs_region_tree_get_selected (fixture->tree), ==, "B");
}

/* Closing a branch over the choice chooses nothing else, and opening it shows the choice again. */
static void
test_collapse_keeps (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkTreeListRow) row = NULL;

  rs_region_tree_set_selected (fixture->tree, "A1");
  row = g_list_model_get_item (G_LIST_MODEL (get_selection (fixture->tree)), 1);
  gtk_tree_list_row_set_expanded (row, FALSE);
  assert_rows (fixture->tree, "W A B");
  g_assert_cmpstr (rs_region_tree_get_selected (fixture->tree), ==, "A1");
  gtk_tree_list_row_set_expanded (row, TRUE);
  g_assert_cmpuint (gtk_single_selection_get_selected (get_selection (fixture->tree)), ==, 2);
  g_assert_cmpuint (fixture->n_selected, ==, 0);
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *query, *expected;
  } rows[] = {
    { "beta", "B" },                    /* English name */
    { "乙城", "B" },                    /* Chinese name */
    { "yi cheng", "B" },                /* pinyin */
    { "yicheng", "B" },  { "yc", "B" }, /* initials */
    { "A2", "A2" },                     /* code */
    { "nowhere", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("search for %s", rows[i].query);
      rs_region_tree_set_search (fixture->tree, rows[i].query);
      assert_rows (fixture->tree, rows[i].expected);
    }
  rs_region_tree_set_search (fixture->tree, "  ");
  assert_rows (fixture->tree, "W A B");
  g_assert_cmpuint (fixture->n_selected, ==, 0);
}

static void
test_search_entry (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = find_child (GTK_WIDGET (fixture->tree), GTK_TYPE_SEARCH_ENTRY);
  g_autofree char *remark = NULL;

  gtk_editable_set_text (GTK_EDITABLE (entry), "jia er");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (fixture->last, ==, "A2");
  remark = rs_region_tree_get_row_remark (fixture->tree, 0);
  g_assert_cmpstr (remark, ==, "World › Alpha · until November 2004");
  /* What was looked for is found: the search is over, and the tree shows the choice. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  assert_rows (fixture->tree, "W A A1 A2 B");
  rs_region_tree_set_search (fixture->tree, "jia er");
  g_signal_emit_by_name (entry, "stop-search");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  assert_rows (fixture->tree, "W A A1 A2 B");
  /* Enter without a match or without a question chooses nothing. */
  g_signal_emit_by_name (entry, "activate");
  gtk_editable_set_text (GTK_EDITABLE (entry), "nowhere");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (fixture->n_selected, ==, 1);
}

static void
test_validity (Fixture *fixture, gconstpointer data)
{
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  g_autofree char *alpha = NULL;

  rs_region_tree_set_selected (fixture->tree, "A1");
  alpha = rs_region_tree_get_row_remark (fixture->tree, 1);
  one = rs_region_tree_get_row_remark (fixture->tree, 2);
  two = rs_region_tree_get_row_remark (fixture->tree, 3);
  g_assert_cmpstr (alpha, ==, "");
  g_assert_cmpstr (one, ==, "since 2002");
  g_assert_cmpstr (two, ==, "until November 2004");
}

/* The row of "Beta" says that it has no figures, and can be chosen all the same. */
static void
test_empty_region (Fixture *fixture, gconstpointer data)
{
  GtkWindow *window = fixture_show (GTK_WIDGET (fixture->tree), 300, 400);
  GtkWidget *list = find_child (GTK_WIDGET (fixture->tree), GTK_TYPE_LIST_VIEW);
  guint n_dimmed = 0;
  guint n_rows = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *expander = find_child (row, GTK_TYPE_TREE_EXPANDER);
      GtkWidget *box =
        expander != NULL ? gtk_tree_expander_get_child (GTK_TREE_EXPANDER (expander)) : NULL;
      GtkWidget *name = box != NULL ? find_child (box, GTK_TYPE_LABEL) : NULL;
      GtkWidget *second = name != NULL ? gtk_widget_get_next_sibling (name) : NULL;
      gboolean dimmed = FALSE;

      if (second == NULL || !gtk_widget_get_mapped (row))
        continue;
      n_rows++;
      dimmed = gtk_widget_has_css_class (box, "without-figures");
      if (!dimmed)
        continue;
      n_dimmed++;
      g_assert_true (gtk_widget_get_visible (second));
      g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (name)), ==, "Beta");
      g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (second)), ==, "no figures");
    }
  g_assert_cmpuint (n_rows, ==, 3);
  g_assert_cmpuint (n_dimmed, ==, 1);
  gtk_single_selection_set_selected (get_selection (fixture->tree), 2);
  g_assert_cmpstr (fixture->last, ==, "B");
  fixture_close (window);
}

static void
test_datasets (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RsDataset) without = fixture_new_dataset_without_regions ();
  g_autoptr (RsDataset) large = fixture_new_large_dataset (10000);

  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->tree)));
  rs_region_tree_set_dataset (fixture->tree, without, RS_LANGUAGE_EN);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->tree)));
  g_assert_cmpuint (rs_region_tree_get_n_rows (fixture->tree), ==, 0);
  rs_region_tree_set_search (fixture->tree, "x");
  rs_region_tree_set_selected (fixture->tree, "R9999");
  rs_region_tree_set_dataset (fixture->tree, large, RS_LANGUAGE_ZH_CN);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->tree)));
  g_assert_cmpuint (rs_region_tree_get_n_rows (fixture->tree), ==, 10001);
  g_assert_cmpuint (gtk_single_selection_get_selected (get_selection (fixture->tree)), ==, 9999);
  rs_region_tree_set_search (fixture->tree, "R1234");
  g_assert_cmpstr (rs_region_tree_get_row_id (fixture->tree, 0), ==, "R1234");
  rs_region_tree_set_dataset (fixture->tree, NULL, RS_LANGUAGE_EN);
  g_assert_cmpuint (rs_region_tree_get_n_rows (fixture->tree), ==, 0);
  g_assert_cmpuint (fixture->n_selected, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/widget/region-tree/opens", test_opens);
  ADD ("/widget/region-tree/user-selects", test_user_selects);
  ADD ("/widget/region-tree/collapse-keeps", test_collapse_keeps);
  ADD ("/widget/region-tree/search", test_search);
  ADD ("/widget/region-tree/search-entry", test_search_entry);
  ADD ("/widget/region-tree/validity", test_validity);
  ADD ("/widget/region-tree/empty-region", test_empty_region);
  ADD ("/widget/region-tree/datasets", test_datasets);
  return g_test_run ();
}
