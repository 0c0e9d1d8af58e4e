/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a key of a keyboard or a clicker does while presenting. */
#define G_LOG_DOMAIN "renshe-app"

#include "config.h"

#include "app/present-keys.h"

static const struct
{
  guint keyval;
  RsPresentCommand command;
} keys[] = {
  { GDK_KEY_Right, RS_PRESENT_NEXT },
  { GDK_KEY_KP_Right, RS_PRESENT_NEXT },
  { GDK_KEY_Page_Down, RS_PRESENT_NEXT },
  { GDK_KEY_KP_Page_Down, RS_PRESENT_NEXT },
  { GDK_KEY_space, RS_PRESENT_NEXT },
  { GDK_KEY_KP_Space, RS_PRESENT_NEXT },
  { GDK_KEY_Return, RS_PRESENT_NEXT },
  { GDK_KEY_KP_Enter, RS_PRESENT_NEXT },
  { GDK_KEY_Left, RS_PRESENT_PREVIOUS },
  { GDK_KEY_KP_Left, RS_PRESENT_PREVIOUS },
  { GDK_KEY_Page_Up, RS_PRESENT_PREVIOUS },
  { GDK_KEY_KP_Page_Up, RS_PRESENT_PREVIOUS },
  { GDK_KEY_BackSpace, RS_PRESENT_PREVIOUS },
  { GDK_KEY_Home, RS_PRESENT_FIRST },
  { GDK_KEY_KP_Home, RS_PRESENT_FIRST },
  { GDK_KEY_End, RS_PRESENT_LAST },
  { GDK_KEY_KP_End, RS_PRESENT_LAST },
  { GDK_KEY_b, RS_PRESENT_BLANK },
  { GDK_KEY_B, RS_PRESENT_BLANK },
  { GDK_KEY_period, RS_PRESENT_BLANK },
  { GDK_KEY_KP_Decimal, RS_PRESENT_BLANK },
  { GDK_KEY_Escape, RS_PRESENT_END },
  { GDK_KEY_F5, RS_PRESENT_IGNORE },
  { GDK_KEY_Up, RS_PRESENT_YEAR_LATER },
  { GDK_KEY_KP_Up, RS_PRESENT_YEAR_LATER },
  { GDK_KEY_Down, RS_PRESENT_YEAR_EARLIER },
  { GDK_KEY_KP_Down, RS_PRESENT_YEAR_EARLIER },
};

RsPresentCommand
rs_present_key_lookup (guint keyval, GdkModifierType state)
{
  /* Some clickers send Shift+F5 ("from this slide"); Shift therefore changes nothing. */
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) != 0)
    return RS_PRESENT_NOTHING;
  for (size_t i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].keyval == keyval)
      return keys[i].command;
  return RS_PRESENT_NOTHING;
}
