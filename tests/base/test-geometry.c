/* SPDX-License-Identifier: GPL-3.0-or-later
 * Tests of base/geometry. */
#include "config.h"

#include "base/geometry.h"

static void
test_inset (void)
{
  RsRect r = rs_rect_inset (rs_rect (10, 20, 100, 50), (RsInsets){ 1, 2, 3, 4 });

  g_assert_cmpfloat (r.x, ==, 14);
  g_assert_cmpfloat (r.y, ==, 21);
  g_assert_cmpfloat (r.width, ==, 94);
  g_assert_cmpfloat (r.height, ==, 46);
  g_assert_cmpfloat (rs_rect_right (r), ==, 108);
  g_assert_cmpfloat (rs_rect_bottom (r), ==, 67);

  r = rs_rect_inset (rs_rect (0, 0, 5, 5), (RsInsets){ 10, 10, 10, 10 });
  g_assert_cmpfloat (r.width, ==, 0);
  g_assert_cmpfloat (r.height, ==, 0);
}

/* The right and the lower edge belong to the neighbour. */
static void
test_contains (void)
{
  RsRect r = rs_rect (0, 0, 10, 10);

  g_assert_true (rs_rect_contains (r, (RsPoint){ 0, 0 }));
  g_assert_true (rs_rect_contains (r, (RsPoint){ 9.5, 9.5 }));
  g_assert_false (rs_rect_contains (r, (RsPoint){ 10, 5 }));
  g_assert_false (rs_rect_contains (r, (RsPoint){ 5, 10 }));
  g_assert_false (rs_rect_contains (r, (RsPoint){ -0.1, 5 }));
}

static void
test_overlaps (void)
{
  RsRect r = rs_rect (0, 0, 10, 10);

  g_assert_true (rs_rect_overlaps (r, rs_rect (9, 9, 10, 10)));
  g_assert_false (rs_rect_overlaps (r, rs_rect (10, 0, 10, 10)));
  g_assert_false (rs_rect_overlaps (r, rs_rect (0, -5, 10, 5)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/geometry/inset", test_inset);
  g_test_add_func ("/base/geometry/contains", test_contains);
  g_test_add_func ("/base/geometry/overlaps", test_overlaps);
  return g_test_run ();
}
