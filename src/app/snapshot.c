/* SPDX-License-Identifier: GPL-3.0-or-later
 * A picture of the window on request, for people who look at all pages in a row. */
#define G_LOG_DOMAIN "renshe-app"

#include "config.h"

#include "app/snapshot.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <stdlib.h>

/* Frames to let pass before the picture: sizes settle, transitions end. */
#define FRAMES 30

typedef struct
{
  RsWindow *window; /* (owned) */
  char *file;       /* (owned) */
  int frames;
} Shot;

void
rs_snapshot_options_add (RsSnapshotOptions *self, GApplication *application)
{
  const GOptionEntry entries[] = {
    { "screenshot", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &self->file,
      N_ ("Write a picture of the window to FILE and end"), N_ ("FILE") },
    { "page", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &self->page,
      N_ ("Page to show: overview, chart:ID, present:N, export, shortcuts"), N_ ("PAGE") },
    { "size", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &self->size, N_ ("Size of the window"),
      N_ ("WIDTHxHEIGHT") },
    { "dataset", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &self->dataset, N_ ("Dataset to show"),
      N_ ("ID") },
    { "board", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &self->board, N_ ("Board to show"),
      N_ ("ID") },
    { "region", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &self->region, N_ ("Region to show"),
      N_ ("ID") },
    { "year", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_INT, &self->year, N_ ("Year to show"),
      N_ ("YEAR") },
    { "text-scale", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_DOUBLE, &self->text_scale,
      N_ ("Text size, 1 for that of the desktop"), N_ ("FACTOR") },
    { "first-frame", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &self->first_frame,
      N_ ("End after the first frame, to measure the start"), NULL },
    { NULL },
  };
  GOptionGroup *group =
    g_option_group_new ("testing", _ ("Options for taking pictures of the window:"),
                        _ ("Show options for taking pictures"), NULL, NULL);

  g_option_group_add_entries (group, entries);
  g_option_group_set_translation_domain (group, GETTEXT_PACKAGE);
  g_application_add_option_group (application, group);
}

gboolean
rs_snapshot_options_read (RsSnapshotOptions *self, GVariantDict *options, GError **error)
{
  char rest;

  if (self->text_scale < 0 || self->text_scale > 4)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("The text size has to be more than 0 and at most 4."));
      return FALSE;
    }
  if (self->size != NULL &&
      (sscanf (self->size, "%5dx%5d%c", &self->width, &self->height, &rest) != 2 ||
       self->width < 1 || self->height < 1))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("“%s” is no size. Write width and height, as in 1280x800."), self->size);
      return FALSE;
    }
  return TRUE;
}

void
rs_snapshot_options_apply (const RsSnapshotOptions *self, RsDocument *document)
{
  int index = rs_document_find_dataset (document, self->dataset);

  if (self->text_scale > 0)
    {
      GtkSettings *settings = gtk_settings_get_default ();
      int dpi;

      g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
      g_object_set (settings, "gtk-xft-dpi", (int) (dpi * self->text_scale), NULL);
    }
  if (index >= 0)
    rs_document_set_dataset_index (document, (guint) index);
  if (self->board != NULL)
    rs_document_set_board_id (document, self->board);
  if (self->region != NULL)
    rs_document_select_region (document, self->region);
  if (self->year != 0)
    rs_document_select_year (document, self->year);
}

static gboolean
save (GtkWidget *widget, const char *path)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (widget));

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget),
                          gtk_widget_get_height (widget));
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL || renderer == NULL)
    return FALSE;
  texture = gsk_renderer_render_texture (renderer, node, NULL);
  return gdk_texture_save_to_png (texture, path);
}

/* The window on top: the dialog or presentation that was asked for, else the main window. */
static GtkWidget *
find_subject (RsWindow *window)
{
  GtkWidget *subject = GTK_WIDGET (window);
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (toplevel != GTK_WIDGET (window) && gtk_widget_get_mapped (toplevel))
        subject = toplevel;
    }
  return subject;
}

static void
shot_free (gpointer data)
{
  Shot *shot = data;

  g_object_unref (shot->window);
  g_free (shot->file);
  g_free (shot);
}

static gboolean
on_timeout (gpointer user_data)
{
  Shot *shot = user_data;
  GApplication *application;

  if (++shot->frames < FRAMES)
    return G_SOURCE_CONTINUE;
  application = G_APPLICATION (gtk_window_get_application (GTK_WINDOW (shot->window)));
  if (!save (find_subject (shot->window), shot->file))
    g_printerr (_ ("The picture “%s” could not be written.\n"), shot->file);
  g_application_quit (application);
  return G_SOURCE_REMOVE;
}

static void
show_chart (RsWindow *window, const char *id)
{
  const RsBoard *board = rs_document_get_board (rs_window_get_document (window));

  for (guint i = 0; board != NULL && i < board->views->len; i++)
    {
      const RsView *view = g_ptr_array_index (board->views, i);

      if (g_strcmp0 (view->id, id) == 0)
        g_action_group_activate_action (G_ACTION_GROUP (window), "chart", g_variant_new_uint32 (i));
    }
}

static gboolean
show_page (gpointer user_data)
{
  Shot *shot = user_data;
  const char *page = g_object_get_data (G_OBJECT (shot->window), "snapshot-page");

  if (page != NULL && g_str_has_prefix (page, "chart:"))
    {
      show_chart (shot->window, page + strlen ("chart:"));
    }
  else if (page != NULL && g_str_has_prefix (page, "present:"))
    {
      gint64 position = g_ascii_strtoll (page + strlen ("present:"), NULL, 10);

      rs_window_present_from (shot->window, (guint) CLAMP (position - 1, 0, G_MAXINT));
    }
  else if (g_strcmp0 (page, "export") == 0)
    {
      g_action_group_activate_action (G_ACTION_GROUP (shot->window), "export", NULL);
    }
  else if (g_strcmp0 (page, "shortcuts") == 0)
    {
      gtk_widget_activate_action (GTK_WIDGET (shot->window), "win.show-help-overlay", NULL);
    }
  /* By the clock and not by the frame clock: a window that is covered gets no frames. */
  g_timeout_add_full (G_PRIORITY_LOW, 33, on_timeout, shot, shot_free);
  return G_SOURCE_REMOVE;
}

static void
on_after_paint (GdkFrameClock *clock, RsWindow *window)
{
  g_application_quit (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (window))));
}

static void
on_realize (RsWindow *window)
{
  g_signal_connect_object (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint",
                           G_CALLBACK (on_after_paint), window, 0);
}

void
rs_snapshot_options_start (const RsSnapshotOptions *self, RsWindow *window)
{
  Shot *shot;

  if (self->width > 0)
    {
      gtk_window_unmaximize (GTK_WINDOW (window));
      gtk_window_set_default_size (GTK_WINDOW (window), self->width, self->height);
    }
  if (self->first_frame)
    g_signal_connect (window, "realize", G_CALLBACK (on_realize), NULL);
  if (self->file == NULL)
    return;
  shot = g_new0 (Shot, 1);
  shot->window = g_object_ref (window);
  shot->file = g_strdup (self->file);
  g_object_set_data_full (G_OBJECT (window), "snapshot-page", g_strdup (self->page), g_free);
  g_idle_add (show_page, shot);
}

void
rs_snapshot_options_clear (RsSnapshotOptions *self)
{
  g_clear_pointer (&self->file, g_free);
  g_clear_pointer (&self->page, g_free);
  g_clear_pointer (&self->size, g_free);
  g_clear_pointer (&self->dataset, g_free);
  g_clear_pointer (&self->board, g_free);
  g_clear_pointer (&self->region, g_free);
}
