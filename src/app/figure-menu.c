/* SPDX-License-Identifier: GPL-3.0-or-later
 * The context menu of a figure. */
#define G_LOG_DOMAIN "renshe-app"

#include "config.h"

#include "app/figure-menu.h"

static gboolean
drop_menu (gpointer user_data)
{
  GtkWidget *menu = user_data;

  if (gtk_widget_get_parent (menu) != NULL)
    gtk_widget_unparent (menu);
  return G_SOURCE_REMOVE;
}

static void
on_closed (GtkPopover *menu, RsChartView *chart)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (chart));

  /* An item may have taken the focus elsewhere, as into a dialog. */
  if (root != NULL && gtk_widget_get_mapped (GTK_WIDGET (chart)))
    gtk_widget_grab_focus (GTK_WIDGET (chart));
  rs_chart_view_hold_cursor (chart, FALSE);
  /* The item that closed the menu is still to be activated. */
  g_idle_add_full (G_PRIORITY_LOW, drop_menu, g_object_ref (menu), g_object_unref);
}

static void
on_parent_destroyed (GtkWidget *parent, GtkWidget *menu)
{
  drop_menu (menu);
}

void
rs_figure_menu_popup (GtkWidget *parent, RsChartView *chart, double x, double y, GMenuModel *menu)
{
  GtkWidget *popover = gtk_popover_menu_new_from_model (menu);

  gtk_widget_translate_coordinates (GTK_WIDGET (chart), parent, x, y, &x, &y);
  gtk_widget_set_parent (popover, parent);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  g_signal_connect_object (popover, "closed", G_CALLBACK (on_closed), chart, 0);
  g_signal_connect_object (parent, "destroy", G_CALLBACK (on_parent_destroyed), popover, 0);
  rs_chart_view_hold_cursor (chart, TRUE);
  gtk_popover_popup (GTK_POPOVER (popover));
}
