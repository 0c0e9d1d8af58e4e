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

/* ms between two looks whether a file is open, and how many of them. */
#define LOAD_INTERVAL 20
#define MAX_LOAD_LOOKS 3000

typedef struct
{
  const RsSnapshotOptions *options;
  RsWindow *window; /* (owned) */
  gboolean loads;
  RsSnapshotFailed failed;
  int looks;
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
rs_snapshot_options_apply_text_scale (const RsSnapshotOptions *self)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int dpi;

  if (self->text_scale <= 0)
    return;
  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", (int) (dpi * self->text_scale), NULL);
}

static gboolean
refuse (GError **error, const char *option, const char *value)
{
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               /* Translators: an option of the command line, and what was written after it. */
               _ ("%s: there is no “%s” here."), option, value);
  return FALSE;
}

gboolean
rs_snapshot_options_apply (const RsSnapshotOptions *self, RsDocument *document, GError **error)
{
  int index = rs_document_find_dataset (document, self->dataset);

  if (self->dataset != NULL && index < 0)
    return refuse (error, "--dataset", self->dataset);
  if (index >= 0)
    rs_document_set_dataset_index (document, (guint) index);
  if (self->board != NULL && !rs_document_set_board_id (document, self->board))
    return refuse (error, "--board", self->board);
  if (self->region != NULL && !rs_document_select_region (document, self->region))
    return refuse (error, "--region", self->region);
  if (self->year != 0 && !rs_document_select_year (document, self->year))
    {
      g_autofree char *year = g_strdup_printf ("%d", self->year);

      return refuse (error, "--year", year);
    }
  return TRUE;
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
  g_free (shot);
}

static void
fail (Shot *shot, const char *message)
{
  GApplication *application =
    G_APPLICATION (gtk_window_get_application (GTK_WINDOW (shot->window)));

  shot->failed (application, message);
}

static gboolean
on_timeout (gpointer user_data)
{
  Shot *shot = user_data;
  const char *file = shot->options->file;

  if (++shot->frames < FRAMES)
    return G_SOURCE_CONTINUE;
  if (save (find_subject (shot->window), file))
    {
      g_application_quit (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (shot->window))));
    }
  else
    {
      g_autofree char *message =
        g_strdup_printf (_ ("The picture “%s” could not be written."), file);

      fail (shot, message);
    }
  return G_SOURCE_REMOVE;
}

static gboolean
show_chart (RsWindow *window, const char *id)
{
  const RsBoard *board = rs_document_get_board (rs_window_get_document (window));

  for (guint i = 0; board != NULL && i < board->views->len; i++)
    {
      const RsView *view = g_ptr_array_index (board->views, i);

      if (g_strcmp0 (view->id, id) != 0)
        continue;
      g_action_group_activate_action (G_ACTION_GROUP (window), "chart", g_variant_new_uint32 (i));
      return TRUE;
    }
  return FALSE;
}

static gboolean
present (RsWindow *window, const char *number)
{
  const RsBoard *board = rs_document_get_board (rs_window_get_document (window));
  guint64 position = 0;

  if (board == NULL ||
      !g_ascii_string_to_unsigned (number, 10, 1, MAX (board->views->len, 1), &position, NULL))
    return FALSE;
  rs_window_present_from (window, (guint) position - 1);
  return TRUE;
}

static gboolean
show_page (RsWindow *window, const char *page)
{
  if (page == NULL || g_str_equal (page, "overview"))
    return TRUE;
  if (g_str_has_prefix (page, "chart:"))
    return show_chart (window, page + strlen ("chart:"));
  if (g_str_has_prefix (page, "present:"))
    return present (window, page + strlen ("present:"));
  if (g_str_equal (page, "export"))
    g_action_group_activate_action (G_ACTION_GROUP (window), "export", NULL);
  else if (g_str_equal (page, "shortcuts"))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.show-help-overlay", NULL);
  else
    return FALSE;
  return TRUE;
}

static void
begin (Shot *shot)
{
  const RsSnapshotOptions *options = shot->options;
  const char *problem = rs_window_get_problem (shot->window);
  g_autoptr (GError) error = NULL;

  /* A file that could not be opened is itself worth a picture, unless something in it is asked for.
   */
  if (shot->loads && problem == NULL)
    rs_snapshot_options_apply (options, rs_window_get_document (shot->window), &error);
  if (error == NULL && !show_page (shot->window, options->page))
    refuse (&error, "--page", options->page);
  if (error != NULL)
    {
      fail (shot, error->message);
      shot_free (shot);
      return;
    }
  /* By the clock and not by the frame clock: a window that is covered gets no frames. */
  g_timeout_add_full (G_PRIORITY_LOW, 33, on_timeout, shot, shot_free);
}

static gboolean
on_load_look (gpointer user_data)
{
  Shot *shot = user_data;

  if (shot->loads && rs_document_get_loading (rs_window_get_document (shot->window)) &&
      ++shot->looks < MAX_LOAD_LOOKS)
    return G_SOURCE_CONTINUE;
  begin (shot);
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
rs_snapshot_options_start (const RsSnapshotOptions *self,
                           RsWindow *window,
                           gboolean loads,
                           RsSnapshotFailed failed)
{
  Shot *shot;

  if (self->width > 0)
    {
      gtk_window_unmaximize (GTK_WINDOW (window));
      gtk_window_set_default_size (GTK_WINDOW (window), self->width, self->height);
    }
  if (self->first_frame)
    g_signal_connect (window, "realize", G_CALLBACK (on_realize), NULL);
  /* A picture of something that moves is a picture of nothing. */
  if (self->file != NULL || self->first_frame)
    g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  if (self->file == NULL)
    return;
  shot = g_new0 (Shot, 1);
  shot->options = self;
  shot->window = g_object_ref (window);
  shot->loads = loads;
  shot->failed = failed;
  g_timeout_add (LOAD_INTERVAL, on_load_look, shot);
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
