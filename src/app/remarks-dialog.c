/* SPDX-License-Identifier: GPL-3.0-or-later
 * What was odd about a file. */
#define G_LOG_DOMAIN "renshe-app"

#include "config.h"

#include "app/remarks-dialog.h"

#include <glib/gi18n-lib.h>

/* A row for each: rows are cheap as text in a model, not as widgets. */
static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *message = gtk_label_new (NULL);
  GtkWidget *path = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (message), 0);
  gtk_label_set_wrap (GTK_LABEL (message), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (message), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (path), 0);
  gtk_label_set_ellipsize (GTK_LABEL (path), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_add_css_class (path, "secondary");
  gtk_widget_add_css_class (box, "remark");
  gtk_box_append (GTK_BOX (box), message);
  gtk_box_append (GTK_BOX (box), path);
  gtk_list_item_set_child (item, box);
  gtk_list_item_set_activatable (item, FALSE);
}

/* The model holds "severity\nplace\nmessage": none of the first two has a line break. */
static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkStringObject *object = gtk_list_item_get_item (item);
  g_auto (GStrv) parts = g_strsplit (gtk_string_object_get_string (object), "\n", 3);
  GtkWidget *message = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *path = gtk_widget_get_next_sibling (message);
  g_autofree char *place = NULL;

  /* Translators: under a remark on a file: how grave, and where in the file. */
  place =
    g_strdup_printf (_ ("%s · %s"), parts[0], *parts[1] != '\0' ? parts[1] : _ ("whole file"));
  gtk_label_set_label (GTK_LABEL (message), parts[2]);
  gtk_label_set_label (GTK_LABEL (path), place);
  gtk_widget_set_tooltip_text (path, parts[1]);
}

static const char *
severity_get_label (RsSeverity severity)
{
  switch (severity)
    {
    case RS_SEVERITY_NOTE:
      return _ ("Note");
    case RS_SEVERITY_WARNING:
      return _ ("Warning");
    }
  return "";
}

static GListModel *
list_remarks (RsDiagnostics *diagnostics)
{
  GtkStringList *list = gtk_string_list_new (NULL);
  guint dropped = rs_diagnostics_get_n_dropped (diagnostics);

  for (guint i = 0; i < rs_diagnostics_get_n (diagnostics); i++)
    {
      const RsDiagnostic *diagnostic = rs_diagnostics_get (diagnostics, i);
      g_autofree char *path = g_strdelimit (g_strdup (diagnostic->path), "\r\n", ' ');

      gtk_string_list_take (list, g_strdup_printf ("%s\n%s\n%s",
                                                   severity_get_label (diagnostic->severity), path,
                                                   diagnostic->message));
    }
  if (dropped > 0)
    {
      g_autofree char *text = g_strdup_printf (
        ngettext ("And %u more of this kind.", "And %u more of this kind.", dropped), dropped);

      gtk_string_list_take (list, g_strdup_printf ("%s\n\n%s", _ ("Note"), text));
    }
  return G_LIST_MODEL (list);
}

GtkWidget *
rs_remarks_dialog_new (GtkWindow *parent, RsCatalog *catalog)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GListModel *remarks = list_remarks (rs_catalog_get_diagnostics (catalog));
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (gtk_no_selection_new (remarks));
  GtkWidget *list = gtk_list_view_new (selection, factory);
  GtkEventController *controller = gtk_shortcut_controller_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  adw_header_bar_set_title_widget (
    ADW_HEADER_BAR (header), adw_window_title_new (_ ("Remarks"), rs_catalog_get_name (catalog)));
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (list), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), scroller);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Remarks"));
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), 640, 480);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                      gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, controller);
  return window;
}
