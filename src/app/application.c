/* SPDX-License-Identifier: GPL-3.0-or-later
 * The program: command line, settings, the window. */
#define G_LOG_DOMAIN "renshe-app"

#include "config.h"

#include "app/application.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "app/message-language.h"
#include "app/settings.h"
#include "app/snapshot.h"
#include "widget/engine.h"

/* Of app-resources, which is linked in: naming it here keeps the linker from leaving it out. */
extern GResource *rs_app_get_resource (void);

struct _RsApplication
{
  AdwApplication parent_instance;

  GSettings *settings; /* (nullable) (owned) */
  RsSnapshotOptions snapshot;
  int status; /* of the program, where it ends by itself */
};

G_DEFINE_FINAL_TYPE (RsApplication, rs_application, ADW_TYPE_APPLICATION)

void
rs_application_register_resources (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    {
      g_resources_register (rs_app_get_resource ());
      g_once_init_leave (&once, 1);
    }
}

RsWindow *
rs_application_get_window (RsApplication *self)
{
  g_return_val_if_fail (RS_IS_APPLICATION (self), NULL);

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (RS_IS_WINDOW (l->data))
      return l->data;
  return NULL;
}

/* The choice of the last run, as far as the embedded figures still have it. */
static void
restore_choice (RsApplication *self, RsDocument *document)
{
  g_autofree char *dataset = NULL;
  g_autofree char *board = NULL;
  g_autofree char *region = NULL;
  int index;

  if (self->settings == NULL)
    return;
  dataset = g_settings_get_string (self->settings, "dataset");
  board = g_settings_get_string (self->settings, "board");
  region = g_settings_get_string (self->settings, "region");
  index = rs_document_find_dataset (document, dataset);
  /* Before and after the switch: either dataset may have what the other one lacks. */
  rs_document_select_region (document, region);
  rs_document_select_year (document, g_settings_get_int (self->settings, "year"));
  if (index > 0)
    rs_document_set_dataset_index (document, (guint) index);
  rs_document_set_board_id (document, board);
  rs_document_select_region (document, region);
  rs_document_select_year (document, g_settings_get_int (self->settings, "year"));
}

int
rs_application_get_status (RsApplication *self)
{
  g_return_val_if_fail (RS_IS_APPLICATION (self), EXIT_FAILURE);

  return self->status;
}

static void
on_snapshot_failed (GApplication *application, const char *message)
{
  g_printerr ("renshe: %s\n", message);
  RS_APPLICATION (application)->status = EXIT_FAILURE;
  g_application_quit (application);
}

/* @loads: a file is going to be opened in it. (nullable): the options asked for what is not there.
 */
static RsWindow *
ensure_window (RsApplication *self, gboolean loads)
{
  RsWindow *window = rs_application_get_window (self);
  g_autoptr (RsDocument) document = NULL;
  g_autoptr (RsCatalog) catalog = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) option_error = NULL;

  if (window != NULL)
    return window;
  document = rs_document_new (rs_language_from_messages ());
  catalog = rs_document_take_embedded (&error);
  if (catalog != NULL && rs_document_set_catalog (document, catalog, &error))
    restore_choice (self, document);
  rs_snapshot_options_apply_text_scale (&self->snapshot);
  if (!loads && !rs_snapshot_options_apply (&self->snapshot, document, &option_error))
    {
      on_snapshot_failed (G_APPLICATION (self), option_error->message);
      return NULL;
    }
  window = rs_window_new (ADW_APPLICATION (self), document, self->settings);
  if (error != NULL)
    rs_window_show_problem (window, _ ("The embedded figures could not be opened"), error->message);
  rs_snapshot_options_start (&self->snapshot, window, loads, on_snapshot_failed);
  return window;
}

static void
rs_application_activate (GApplication *application)
{
  RsWindow *window = ensure_window (RS_APPLICATION (application), FALSE);

  if (window != NULL)
    gtk_window_present (GTK_WINDOW (window));
}

static void
rs_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  RsWindow *window = ensure_window (RS_APPLICATION (application), TRUE);

  gtk_window_present (GTK_WINDOW (window));
  if (n_files > 1)
    rs_window_show_toast (window, _ ("The first of the files is opened."), NULL);
  rs_window_open (window, files[0]);
}

static int
rs_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  RsApplication *self = RS_APPLICATION (application);
  g_autoptr (GError) error = NULL;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("renshe %s\n", RS_VERSION);
      return EXIT_SUCCESS;
    }
  if (!rs_snapshot_options_read (&self->snapshot, options, &error))
    {
      g_printerr ("renshe: %s\n", error->message);
      return EXIT_FAILURE;
    }
  /* A picture is taken of a window of our own, not of one that is open already. */
  if (self->snapshot.file != NULL || self->snapshot.first_frame)
    g_application_set_flags (application,
                             g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  return -1; /* go on */
}

static void
activate_quit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RsWindow *window = rs_application_get_window (user_data);

  /* Closing remembers the size. */
  if (window != NULL)
    gtk_window_close (GTK_WINDOW (window));
  g_application_quit (user_data);
}

static void
activate_about (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *const authors[] = { "The Renshe developers", NULL };

  gtk_show_about_dialog (
    GTK_WINDOW (rs_application_get_window (user_data)), "program-name", g_get_application_name (),
    "logo-icon-name", RS_APP_ID, "version", RS_VERSION, "comments",
    _ ("Employment and social security figures: view a trend, export the chart, present it."),
    "license-type", GTK_LICENSE_GPL_3_0, "authors", authors,
    /* Translators: put your name here. */
    "translator-credits", _ ("translator-credits"), NULL);
}

static const GActionEntry entries[] = {
  { .name = "quit", .activate = activate_quit },
  { .name = "about", .activate = activate_about },
};

/* Keys that mean the same wherever the focus is. The others are in window-actions.c. */
static const struct
{
  const char *action;
  const char *keys[3];
} accels[] = {
  { "app.quit", { "<Control>q" } },
  { "win.open", { "<Control>o" } },
  { "win.close", { "<Control>w" } },
  { "win.search", { "<Control>f" } },
  { "win.export", { "<Control>e" } },
  { "win.kind", { "<Control>k" } },
  { "win.present", { "F5", "<Shift>F5" } },
  { "win.show-sidebar", { "F9" } },
  { "win.full-screen", { "F11" } },
  /* Without Control these keys scroll the page. */
  { "win.chart-step(-1)", { "<Control>Page_Up" } },
  { "win.chart-step(1)", { "<Control>Page_Down" } },
  { "win.show-help-overlay", { "<Control>question", "F1" } },
};

static void
rs_application_startup (GApplication *application)
{
  RsApplication *self = RS_APPLICATION (application);

  /* The name that the desktop finds the window's icon by. Not before: --help tells the name of the
   * program. */
  g_set_prgname (RS_APP_ID);
  /* Both take as long as GTK takes to find its display and style. */
  rs_document_prepare_embedded ();
  rs_widget_prepare_text_engine (rs_language_from_messages ());
  G_APPLICATION_CLASS (rs_application_parent_class)->startup (application);

  self->settings = rs_settings_new ();
  /* What was asked for by options is not the choice of a user: nothing of it is kept. */
  if (self->settings != NULL && (self->snapshot.file != NULL || self->snapshot.first_frame))
    g_settings_delay (self->settings);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (size_t i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accels[i].action,
                                           (const char *const *) accels[i].keys);
  gtk_window_set_default_icon_name (RS_APP_ID);
}

static void
rs_application_shutdown (GApplication *application)
{
  if (RS_APPLICATION (application)->settings != NULL)
    g_settings_sync ();
  /* No thread outlives the program, not even where no window ever came. */
  rs_document_drop_embedded ();
  rs_widget_get_text_engine ();
  G_APPLICATION_CLASS (rs_application_parent_class)->shutdown (application);
}

static void
rs_application_finalize (GObject *object)
{
  RsApplication *self = RS_APPLICATION (object);

  g_clear_object (&self->settings);
  rs_snapshot_options_clear (&self->snapshot);

  G_OBJECT_CLASS (rs_application_parent_class)->finalize (object);
}

static void
rs_application_class_init (RsApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->finalize = rs_application_finalize;
  application_class->activate = rs_application_activate;
  application_class->handle_local_options = rs_application_handle_local_options;
  application_class->open = rs_application_open;
  application_class->shutdown = rs_application_shutdown;
  application_class->startup = rs_application_startup;
}

static void
rs_application_init (RsApplication *self)
{
  const GOptionEntry options[] = {
    { "version", 'v', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and end"),
      NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE]"));
  g_application_set_option_context_summary (
    G_APPLICATION (self),
    _ ("Shows employment and social security figures, or any dataset in JSON-stat."));
  rs_snapshot_options_add (&self->snapshot, G_APPLICATION (self));
}

RsApplication *
rs_application_new (void)
{
  rs_application_register_resources ();
  return g_object_new (RS_TYPE_APPLICATION, "application-id", RS_APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path", "/org/renshe/Renshe",
                       NULL);
}
