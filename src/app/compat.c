/* SPDX-License-Identifier: GPL-3.0-or-later
 * The few calls that later versions of GTK deprecate, in one place. */
#define G_LOG_DOMAIN "renshe-app"

#include "config.h"

#include "app/compat.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkFileChooserNative *chooser; /* (owned) */
  GtkWindow *parent;             /* (owned): what the answer is for */
  RsFileChosen chosen;
  gpointer user_data;
} Request;

static void
request_free (gpointer data, GClosure *closure)
{
  Request *request = data;

  g_object_unref (request->chooser);
  g_object_unref (request->parent);
  g_free (request);
}

static void
on_response (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  Request *request = user_data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (request->chooser));
  request->chosen (file, request->user_data);
  /* Ends the connection, and with it the request and the dialog. */
  g_signal_handlers_disconnect_by_data (dialog, request);
}

static void
run (GtkFileChooserNative *chooser, GtkWindow *parent, RsFileChosen chosen, gpointer user_data)
{
  Request *request = g_new0 (Request, 1);

  request->chooser = chooser;
  request->parent = g_object_ref (parent);
  request->chosen = chosen;
  request->user_data = user_data;
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_data (chooser, "response", G_CALLBACK (on_response), request, request_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
rs_compat_open_file (GtkWindow *parent, RsFileChosen chosen, gpointer user_data)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
    _ ("Open"), parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));
  g_autoptr (GtkFileFilter) datasets = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (datasets, _ ("Datasets (JSON-stat) and boards"));
  gtk_file_filter_add_mime_type (datasets, "application/json");
  gtk_file_filter_add_suffix (datasets, "json");
  gtk_file_filter_add_suffix (datasets, "jsonstat");
  gtk_file_filter_add_suffix (datasets, "renshe-board");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), datasets);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), all);
  run (chooser, parent, chosen, user_data);
}

void
rs_compat_save_file (GtkWindow *parent,
                     GFile *folder,
                     const char *name,
                     const char *filter_name,
                     const char *mime_type,
                     RsFileChosen chosen,
                     gpointer user_data)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
    _ ("Export"), parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), _ ("_Cancel"));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, filter_name);
  gtk_file_filter_add_mime_type (filter, mime_type);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  run (chooser, parent, chosen, user_data);
}
