/* SPDX-License-Identifier: GPL-3.0-or-later
 * Suggested file names: from ids, and safe in any file system. */
#include "config.h"

#include <string.h>

#include "export/export.h"
#include "lib/fixture-dataset.h"

static RsFrame *
run (RsDataset *dataset, const RsView *view)
{
  RsSelection selection = { (char *) "A", 2021 };
  g_autoptr (GError) error = NULL;
  RsFrame *frame = rs_view_run (view, dataset, &selection, RS_LANGUAGE_EN, &error);

  g_assert_no_error (error);
  return frame;
}

static char *
name_of (const char *id, const char *const *indicators, const char *const *regions)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_yearly ();
  g_autoptr (RsView) view = rs_view_new ();
  g_autoptr (RsFrame) frame = NULL;

  view->id = g_strdup (id);
  view->indicators = g_strdupv ((char **) indicators);
  view->regions = g_strdupv ((char **) regions);
  frame = run (dataset, view);
  return rs_export_suggest_name (frame, RS_FORMAT_PNG);
}

static void
test_ids (void)
{
  g_autofree char *name = name_of (NULL, (const char *[]){ "jobs", NULL }, NULL);

  g_assert_cmpstr (name, ==, "jobs_A_2021.png");
}

static void
test_several_regions (void)
{
  g_autofree char *name =
    name_of (NULL, (const char *[]){ "jobs", NULL }, (const char *[]){ "A", "B", NULL });

  g_assert_cmpstr (name, ==, "jobs_A_B_2021.png");
}

static void
test_view_id (void)
{
  g_autofree char *one = name_of ("card", (const char *[]){ "jobs", NULL }, NULL);
  g_autofree char *two =
    name_of ("card", (const char *[]){ "rate_june", "rate_august", NULL }, NULL);

  g_assert_cmpstr (one, ==, "jobs_A_2021.png");
  g_assert_cmpstr (two, ==, "card_A_2021.png");
}

/* Two views of one indicator in one region and year are two files. */
static void
test_views_beside (void)
{
  const char *const indicators[] = { "jobs", NULL };
  const char *const regions[] = { "A", "B", NULL };
  g_autofree char *one = name_of ("card", indicators, NULL);
  g_autofree char *two = name_of ("beside", indicators, regions);

  g_assert_cmpstr (one, ==, "jobs_A_2021.png");
  g_assert_cmpstr (two, ==, "beside_A_B_2021.png");
}

/* What a stranger's ids may hold: separators, devices, dots, and very much of it. */
static void
test_safe (void)
{
  static const char *const ids[] = {
    "../../etc/passwd", "a/b\\c:d*e?f\"g<h>i|j", "..", ".hidden", " ", "line\nbreak", "-rf",
    "新增就业",
  };
  g_autofree char *long_id = g_strnfill (500, 'x');

  for (gsize i = 0; i <= G_N_ELEMENTS (ids); i++)
    {
      const char *id = i < G_N_ELEMENTS (ids) ? ids[i] : long_id;
      g_autofree char *name =
        name_of (id, (const char *[]){ "rate_june", "rate_august", NULL }, NULL);

      g_assert_true (g_utf8_validate (name, -1, NULL));
      g_assert_null (strpbrk (name, "/\\:*?\"<>|\n "));
      g_assert_false (g_str_has_prefix (name, "."));
      g_assert_false (g_str_has_prefix (name, "-"));
      g_assert_true (g_str_has_suffix (name, ".png"));
      g_assert_cmpuint (strlen (name), <=, 130);
    }
}

static void
test_without_dimensions (void)
{
  g_autoptr (RsDataset) dataset = rs_test_dataset_plain ();
  g_autoptr (RsView) view = rs_view_new ();
  g_autoptr (RsFrame) frame = NULL;
  g_autofree char *name = NULL;
  RsSelection selection = { (char *) "X", 2003 };

  frame = rs_view_run (view, dataset, &selection, RS_LANGUAGE_EN, NULL);
  g_assert_nonnull (frame);
  name = rs_export_suggest_name (frame, RS_FORMAT_CSV);
  g_assert_cmpstr (name, ==, "X_2003.csv");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/file-name/ids", test_ids);
  g_test_add_func ("/export/file-name/several-regions", test_several_regions);
  g_test_add_func ("/export/file-name/view-id", test_view_id);
  g_test_add_func ("/export/file-name/views-beside", test_views_beside);
  g_test_add_func ("/export/file-name/safe", test_safe);
  g_test_add_func ("/export/file-name/without-dimensions", test_without_dimensions);
  return g_test_run ();
}
