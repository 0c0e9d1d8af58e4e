/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the window can be asked to do. */
#define G_LOG_DOMAIN "renshe-app"

#include "config.h"

#include "app/window-private.h"

#include <glib/gi18n-lib.h>

#include "app/compat.h"
#include "app/export-dialog.h"
#include "app/export-job.h"
#include "app/remarks-dialog.h"
#include "dataset/loader.h"

static void
on_file_to_open (GFile *file, gpointer user_data)
{
  if (file != NULL)
    rs_window_open (RS_WINDOW (user_data), file);
}

static void
activate_open (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  rs_compat_open_file (GTK_WINDOW (user_data), on_file_to_open, user_data);
}

static void
activate_open_embedded (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RsWindow *self = RS_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (RsCatalog) catalog = rs_load_embedded (&error);

  if (catalog == NULL || !rs_document_set_catalog (self->document, catalog, &error))
    rs_window_show_problem (self, _ ("The embedded figures could not be opened"), error->message);
}

static void
activate_dismiss (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_revealer_set_reveal_child (RS_WINDOW (user_data)->problem_revealer, FALSE);
}

static void
change_dataset (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  RsWindow *self = RS_WINDOW (user_data);

  g_autofree char *missing = NULL;

  /* The state follows when the document says that it has changed. */
  if (g_variant_get_int32 (value) >= 0)
    rs_document_set_dataset_index (self->document, (guint) g_variant_get_int32 (value));
  missing = rs_document_describe_missing_region (self->document);
  if (missing != NULL)
    rs_window_show_toast (self, missing, NULL);
}

static void
change_board (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  RsWindow *self = RS_WINDOW (user_data);

  rs_document_set_board_id (self->document, g_variant_get_string (value, NULL));
}

static void
change_show_sidebar (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  RsWindow *self = RS_WINDOW (user_data);

  self->show_sidebar = g_variant_get_boolean (value);
  if (self->settings != NULL)
    g_settings_set_boolean (self->settings, "show-sidebar", self->show_sidebar);
  g_simple_action_set_state (action, value);
  rs_window_update_sidebar (self);
}

static void
change_full_screen (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  if (g_variant_get_boolean (value))
    gtk_window_fullscreen (GTK_WINDOW (user_data));
  else
    gtk_window_unfullscreen (GTK_WINDOW (user_data));
}

static void
on_fullscreened (RsWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "full-screen");
  gboolean fullscreen = gtk_window_is_fullscreen (GTK_WINDOW (self));

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (fullscreen));
}

static void
activate_search (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RsWindow *self = RS_WINDOW (user_data);

  if (!gtk_widget_get_visible (GTK_WIDGET (self->regions)))
    return;
  g_action_group_change_action_state (G_ACTION_GROUP (self), "show-sidebar",
                                      g_variant_new_boolean (TRUE));
  rs_region_tree_focus_search (self->regions);
}

static void
activate_back (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RsWindow *self = RS_WINDOW (user_data);

  if (rs_window_is_chart_shown (self))
    rs_window_show_overview (self);
}

static void
activate_chart (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  rs_window_show_chart (RS_WINDOW (user_data), g_variant_get_uint32 (parameter));
}

static void
activate_chart_step (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RsWindow *self = RS_WINDOW (user_data);
  const RsBoard *board = rs_document_get_board (self->document);
  gint64 position;

  if (board == NULL || !rs_window_is_chart_shown (self))
    return;
  position = (gint64) rs_chart_page_get_position (self->chart) + g_variant_get_int32 (parameter);
  if (position >= 0 && position < board->views->len)
    rs_window_show_chart (self, (guint) position);
}

static void
activate_kind (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RsWindow *self = RS_WINDOW (user_data);

  if (rs_window_is_chart_shown (self))
    rs_chart_page_pick_kind (self->chart);
}

static void
activate_year_step (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  rs_document_step_year (RS_WINDOW (user_data)->document, g_variant_get_int32 (parameter));
}

static void
activate_export (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RsWindow *self = RS_WINDOW (user_data);
  RsExportDialog *dialog;

  if (rs_window_get_current_view (self) == NULL)
    return;
  dialog = rs_export_dialog_new (self, self->settings);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_clip_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RsClip) clip = rs_clip_new_finish (result, &error);
  g_autoptr (GdkContentProvider) provider = NULL;
  GdkContentProvider *providers[4];
  size_t n = 0;
  g_autofree char *text = NULL;
  GdkClipboard *clipboard;

  if (clip == NULL)
    {
      rs_window_show_problem (self, _ ("The chart could not be copied"), error->message);
      return;
    }
  if (clip->png != NULL)
    providers[n++] = gdk_content_provider_new_for_bytes ("image/png", clip->png);
  if (clip->svg != NULL)
    providers[n++] = gdk_content_provider_new_for_bytes ("image/svg+xml", clip->svg);
  providers[n++] = gdk_content_provider_new_for_bytes ("text/tab-separated-values", clip->tsv);
  text = g_strndup (g_bytes_get_data (clip->tsv, NULL), g_bytes_get_size (clip->tsv));
  providers[n++] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  provider = gdk_content_provider_new_union (providers, n);
  clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  gdk_clipboard_set_content (clipboard, provider);
  rs_window_show_toast (
    self, clip->png != NULL ? _ ("Chart copied as picture and data") : _ ("Data copied"), NULL);
}

static void
copy (RsWindow *self, gboolean with_picture)
{
  RsFrame *frame = rs_window_get_current_frame (self);

  if (frame != NULL)
    rs_clip_new_async (frame, with_picture, NULL, on_clip_ready, g_object_ref (self));
}

static void
activate_copy (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  copy (RS_WINDOW (user_data), TRUE);
}

static void
activate_copy_data (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  copy (RS_WINDOW (user_data), FALSE);
}

static void
on_presentation_ended (RsPresentWindow *presentation, guint position, RsWindow *self)
{
  self->present_position = position;
  self->present_resumes = TRUE;
  gtk_window_present (GTK_WINDOW (self));
}

void
rs_window_present_from (RsWindow *self, guint position)
{
  const RsBoard *board;

  g_return_if_fail (RS_IS_WINDOW (self));

  board = rs_document_get_board (self->document);
  if (board == NULL || board->views->len == 0 || self->presentation != NULL)
    return;
  g_set_weak_pointer (&self->presentation,
                      rs_present_window_new (gtk_window_get_application (GTK_WINDOW (self)),
                                             self->document, rs_window_get_theme (self)));
  g_signal_connect_object (self->presentation, "ended", G_CALLBACK (on_presentation_ended), self,
                           G_CONNECT_DEFAULT);
  rs_present_window_show_slide (self->presentation, position);
  rs_present_window_start (self->presentation, GTK_WINDOW (self));
}

static void
activate_present (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RsWindow *self = RS_WINDOW (user_data);
  guint position = 0;

  /* From the chart that is shown large; else where the last presentation of this board ended, so
   * that a clicker that ends by mistake goes on with its next press. */
  if (rs_window_is_chart_shown (self))
    position = rs_chart_page_get_position (self->chart);
  else if (self->present_resumes)
    position = self->present_position;
  rs_window_present_from (self, position);
}

static void
activate_remarks (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RsWindow *self = RS_WINDOW (user_data);
  RsCatalog *catalog = rs_document_get_catalog (self->document);

  if (catalog != NULL)
    gtk_window_present (GTK_WINDOW (rs_remarks_dialog_new (GTK_WINDOW (self), catalog)));
}

static void
activate_close (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (user_data));
}

static const GActionEntry entries[] = {
  { .name = "open", .activate = activate_open },
  { .name = "open-embedded", .activate = activate_open_embedded },
  { .name = "dismiss", .activate = activate_dismiss },
  { .name = "dataset", .parameter_type = "i", .state = "0", .change_state = change_dataset },
  { .name = "board", .parameter_type = "s", .state = "''", .change_state = change_board },
  { .name = "show-sidebar", .state = "true", .change_state = change_show_sidebar },
  { .name = "full-screen", .state = "false", .change_state = change_full_screen },
  { .name = "search", .activate = activate_search },
  { .name = "back", .activate = activate_back },
  { .name = "chart", .parameter_type = "u", .activate = activate_chart },
  { .name = "chart-step", .parameter_type = "i", .activate = activate_chart_step },
  { .name = "kind", .activate = activate_kind },
  { .name = "year-step", .parameter_type = "i", .activate = activate_year_step },
  { .name = "export", .activate = activate_export },
  { .name = "copy", .activate = activate_copy },
  { .name = "copy-data", .activate = activate_copy_data },
  { .name = "present", .activate = activate_present },
  { .name = "remarks", .activate = activate_remarks },
  { .name = "close", .activate = activate_close },
};

/* Keys that a focused entry, list or table has a use for come here only when that had none. */
static const struct
{
  const char *trigger;
  const char *action;
  const char *target; /* (nullable): as g_variant_parse() reads it */
} late_shortcuts[] = {
  { "<Control>c", "win.copy", NULL },
  { "<Control><Shift>c", "win.copy-data", NULL },
  { "Escape", "win.back", NULL },
  { "<Alt>Left", "win.back", NULL },
  { "Back", "win.back", NULL },
  { "bracketleft", "win.year-step", "-1" },
  { "bracketright", "win.year-step", "1" },
};

static void
add_late_shortcuts (RsWindow *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (size_t i = 0; i < G_N_ELEMENTS (late_shortcuts); i++)
    {
      GtkShortcut *shortcut;

      shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (late_shortcuts[i].trigger),
                                   gtk_named_action_new (late_shortcuts[i].action));
      if (late_shortcuts[i].target != NULL)
        gtk_shortcut_set_arguments (shortcut, g_variant_new_parsed (late_shortcuts[i].target));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_BUBBLE);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

void
rs_window_init_actions (RsWindow *self)
{
  GAction *action;

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  action = g_action_map_lookup_action (G_ACTION_MAP (self), "show-sidebar");
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (self->show_sidebar));
  g_signal_connect (self, "notify::fullscreened", G_CALLBACK (on_fullscreened), NULL);
  add_late_shortcuts (self);
}

static void
set_enabled (RsWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

void
rs_window_update_actions (RsWindow *self)
{
  GActionMap *map = G_ACTION_MAP (self);
  RsDataset *dataset = rs_document_get_dataset (self->document);
  const RsBoard *board = rs_document_get_board (self->document);
  gboolean has_chart = board != NULL && board->views->len > 0;
  gboolean has_regions = dataset != NULL && rs_dataset_get_geo (dataset) != NULL;

  g_simple_action_set_state (
    G_SIMPLE_ACTION (g_action_map_lookup_action (map, "dataset")),
    g_variant_new_int32 ((gint32) rs_document_get_dataset_index (self->document)));
  g_simple_action_set_state (
    G_SIMPLE_ACTION (g_action_map_lookup_action (map, "board")),
    g_variant_new_string (board != NULL && board->id != NULL ? board->id : ""));
  set_enabled (self, "export", has_chart);
  set_enabled (self, "copy", has_chart);
  set_enabled (self, "copy-data", has_chart);
  set_enabled (self, "present", has_chart);
  set_enabled (self, "search", has_regions);
  set_enabled (self, "back", rs_window_is_chart_shown (self));
  set_enabled (self, "chart-step", rs_window_is_chart_shown (self));
  set_enabled (self, "kind", rs_window_is_chart_shown (self));
}
