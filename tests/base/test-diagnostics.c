/* SPDX-License-Identifier: GPL-3.0-or-later
 * Tests of base/diagnostics. */
#include "config.h"

#include "base/diagnostics.h"

static void
test_entries (void)
{
  g_autoptr (RsDiagnostics) diagnostics = rs_diagnostics_new ();
  const RsDiagnostic *entry;

  g_assert_cmpuint (rs_diagnostics_get_n (diagnostics), ==, 0);
  rs_diagnostics_add (diagnostics, RS_SEVERITY_WARNING, "/value/3", "Cell %d is odd.", 3);
  rs_diagnostics_add (diagnostics, RS_SEVERITY_NOTE, "", "Nothing to see.");

  g_assert_cmpuint (rs_diagnostics_get_n (diagnostics), ==, 2);
  entry = rs_diagnostics_get (diagnostics, 0);
  g_assert_cmpint (entry->severity, ==, RS_SEVERITY_WARNING);
  g_assert_cmpstr (entry->path, ==, "/value/3");
  g_assert_cmpstr (entry->message, ==, "Cell 3 is odd.");
  g_assert_cmpstr (rs_severity_to_string (entry->severity), ==, "warning");
  entry = rs_diagnostics_get (diagnostics, 1);
  g_assert_cmpstr (rs_severity_to_string (entry->severity), ==, "note");
}

static void
test_limit (void)
{
  g_autoptr (RsDiagnostics) diagnostics = rs_diagnostics_new ();

  for (int i = 0; i < RS_DIAGNOSTICS_MAX + 25; i++)
    rs_diagnostics_add (diagnostics, RS_SEVERITY_NOTE, "", "%d", i);
  g_assert_cmpuint (rs_diagnostics_get_n (diagnostics), ==, RS_DIAGNOSTICS_MAX);
  g_assert_cmpuint (rs_diagnostics_get_n_dropped (diagnostics), ==, 25);
}

static void
test_references (void)
{
  RsDiagnostics *diagnostics = rs_diagnostics_new ();
  RsDiagnostics *second = rs_diagnostics_ref (diagnostics);

  rs_diagnostics_add (second, RS_SEVERITY_NOTE, "", "kept");
  rs_diagnostics_unref (diagnostics);
  g_assert_cmpuint (rs_diagnostics_get_n (second), ==, 1);
  rs_diagnostics_unref (second);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/diagnostics/entries", test_entries);
  g_test_add_func ("/base/diagnostics/limit", test_limit);
  g_test_add_func ("/base/diagnostics/references", test_references);
  return g_test_run ();
}
