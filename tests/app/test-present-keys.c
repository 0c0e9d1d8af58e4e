/* SPDX-License-Identifier: GPL-3.0-or-later
 * Every key of a presentation, one row a key. */
#include "config.h"

#include "app/present-keys.h"

static const struct
{
  const char *name;
  guint keyval;
  GdkModifierType state;
  RsPresentCommand command;
} rows[] = {
  { "right", GDK_KEY_Right, 0, RS_PRESENT_NEXT },
  { "keypad-right", GDK_KEY_KP_Right, 0, RS_PRESENT_NEXT },
  { "page-down", GDK_KEY_Page_Down, 0, RS_PRESENT_NEXT },
  { "keypad-page-down", GDK_KEY_KP_Page_Down, 0, RS_PRESENT_NEXT },
  { "space", GDK_KEY_space, 0, RS_PRESENT_NEXT },
  { "return", GDK_KEY_Return, 0, RS_PRESENT_NEXT },
  { "keypad-enter", GDK_KEY_KP_Enter, 0, RS_PRESENT_NEXT },
  { "left", GDK_KEY_Left, 0, RS_PRESENT_PREVIOUS },
  { "keypad-left", GDK_KEY_KP_Left, 0, RS_PRESENT_PREVIOUS },
  { "page-up", GDK_KEY_Page_Up, 0, RS_PRESENT_PREVIOUS },
  { "keypad-page-up", GDK_KEY_KP_Page_Up, 0, RS_PRESENT_PREVIOUS },
  { "backspace", GDK_KEY_BackSpace, 0, RS_PRESENT_PREVIOUS },
  { "home", GDK_KEY_Home, 0, RS_PRESENT_FIRST },
  { "end", GDK_KEY_End, 0, RS_PRESENT_LAST },
  { "b", GDK_KEY_b, 0, RS_PRESENT_BLANK },
  { "capital-b", GDK_KEY_B, GDK_SHIFT_MASK, RS_PRESENT_BLANK },
  { "b-with-caps-lock", GDK_KEY_B, GDK_LOCK_MASK, RS_PRESENT_BLANK },
  { "period", GDK_KEY_period, 0, RS_PRESENT_BLANK },
  { "escape", GDK_KEY_Escape, 0, RS_PRESENT_END },
  { "f5", GDK_KEY_F5, 0, RS_PRESENT_IGNORE },
  { "shift-f5", GDK_KEY_F5, GDK_SHIFT_MASK, RS_PRESENT_IGNORE },
  { "up", GDK_KEY_Up, 0, RS_PRESENT_YEAR_LATER },
  { "down", GDK_KEY_Down, 0, RS_PRESENT_YEAR_EARLIER },
  { "alt-left", GDK_KEY_Left, GDK_ALT_MASK, RS_PRESENT_NOTHING },
  { "control-b", GDK_KEY_b, GDK_CONTROL_MASK, RS_PRESENT_NOTHING },
  { "super-right", GDK_KEY_Right, GDK_SUPER_MASK, RS_PRESENT_NOTHING },
  { "tab", GDK_KEY_Tab, 0, RS_PRESENT_NOTHING },
  { "letter", GDK_KEY_x, 0, RS_PRESENT_NOTHING },
};

static void
test_key (gconstpointer data)
{
  size_t i = GPOINTER_TO_SIZE (data);

  g_assert_cmpint (rs_present_key_lookup (rows[i].keyval, rows[i].state), ==, rows[i].command);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (size_t i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/app/present-keys/", rows[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_key);
    }
  return g_test_run ();
}
