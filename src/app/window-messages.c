/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the window tells: problems above the page, results in toasts. */
#define G_LOG_DOMAIN "renshe-app"

#include "config.h"

#include "app/window-private.h"

#include <glib/gi18n-lib.h>

const char *
rs_window_get_problem (RsWindow *self)
{
  g_return_val_if_fail (RS_IS_WINDOW (self), NULL);

  if (!gtk_revealer_get_reveal_child (self->problem_revealer))
    return NULL;
  return gtk_label_get_label (self->problem_label);
}

void
rs_window_show_problem (RsWindow *self, const char *title, const char *message)
{
  g_return_if_fail (RS_IS_WINDOW (self));

  gtk_label_set_label (self->problem_title, title);
  gtk_label_set_label (self->problem_label, message);
  gtk_revealer_set_reveal_child (self->problem_revealer, TRUE);
}

static void
unref_closure_data (gpointer data, GClosure *closure)
{
  g_object_unref (data);
}

static void
on_show_clicked (AdwToast *toast, GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = g_file_get_uri (folder != NULL ? folder : file);

  g_app_info_launch_default_for_uri_async (uri, NULL, NULL, NULL, NULL);
}

void
rs_window_show_toast (RsWindow *self, const char *title, GFile *file)
{
  /* Toasts read markup; a file name must not be taken for it. */
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  AdwToast *toast = adw_toast_new (escaped);

  if (file != NULL)
    {
      adw_toast_set_button_label (toast, _ ("_Show"));
      g_signal_connect_data (toast, "button-clicked", G_CALLBACK (on_show_clicked),
                             g_object_ref (file), unref_closure_data, 0);
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
rs_window_begin_progress (RsWindow *self, const char *title)
{
  g_return_if_fail (RS_IS_WINDOW (self));

  rs_window_end_progress (self);
  self->progress = adw_toast_new (title);
  adw_toast_set_timeout (self->progress, 0);
  adw_toast_overlay_add_toast (self->toasts, g_object_ref (self->progress));
}

void
rs_window_end_progress (RsWindow *self)
{
  g_return_if_fail (RS_IS_WINDOW (self));

  if (self->progress == NULL)
    return;
  adw_toast_dismiss (self->progress);
  g_clear_object (&self->progress);
}
