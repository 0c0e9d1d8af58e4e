/* SPDX-License-Identifier: GPL-3.0-or-later
 * A chart to a file: which, as what, how large. */
#define G_LOG_DOMAIN "renshe-app"

#include "config.h"

#include "app/export-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/compat.h"
#include "app/export-job.h"
#include "render/painter.h"
#include "widget/engine.h"

/* px: as large as the window lets it be, for the preview takes what the choices leave. */
#define MIN_WIDTH 880
#define MIN_HEIGHT 600
#define MAX_WIDTH 1440
#define MAX_HEIGHT 900
#define SHARE 0.92

struct _RsExportDialog
{
  AdwWindow parent_instance;

  AdwComboRow *chart_row;
  GtkWidget *export_button;
  AdwComboRow *format_row;
  GtkSpinButton *height;
  AdwComboRow *language_row;
  GtkDrawingArea *preview;
  GtkLabel *result;
  GtkSpinButton *scale;
  GtkWidget *scale_row;
  AdwComboRow *size_row;
  AdwComboRow *theme_row;
  GtkSpinButton *width;
  GtkWidget *width_row;
  GtkWidget *height_row;

  RsWindow *window;    /* (nullable) (owned) */
  GSettings *settings; /* (nullable) (owned) */
  RsView *view;        /* (owned): the chart in view, with its range */
  guint position;      /* of that chart in the board */
  RsScene *scene;      /* (nullable) (owned): what the preview shows */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (RsExportDialog, rs_export_dialog, ADW_TYPE_WINDOW)

static const RsFormat formats[] = { RS_FORMAT_PNG, RS_FORMAT_SVG, RS_FORMAT_PDF, RS_FORMAT_CSV };

/* What themes are called in the list; one that is not here goes by its id. */
static const struct
{
  const char *id;
  const char *title;
} theme_titles[] = {
  { "light", N_ ("Light") },
  { "dark", N_ ("Dark") },
  { "high-contrast", N_ ("High contrast") },
  { "high-contrast-dark", N_ ("High contrast, dark") },
  { "print", N_ ("Print") },
  { "greyscale", N_ ("Greyscale") },
  { "hall", N_ ("Projector") },
  { "hall-dark", N_ ("Projector, dark") },
};

static const RsLanguage languages[] = { RS_LANGUAGE_EN, RS_LANGUAGE_ZH_CN };

/* px at 96 dpi. A4 lines are 156 mm wide in an official document: 590 px. */
static const struct
{
  int width, height;
} sizes[] = {
  { 1280, 720 },
  { 960, 720 },
  { 590, 393 },
  { 1080, 1080 },
};

static RsFormat
get_format (RsExportDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->format_row);

  return selected < G_N_ELEMENTS (formats) ? formats[selected] : RS_FORMAT_PNG;
}

static RsLanguage
get_language (RsExportDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->language_row);

  return selected < G_N_ELEMENTS (languages) ? languages[selected] : RS_LANGUAGE_EN;
}

static gboolean
is_picture (RsFormat format)
{
  switch (format)
    {
    case RS_FORMAT_PNG:
    case RS_FORMAT_SVG:
    case RS_FORMAT_PDF:
      return TRUE;
    case RS_FORMAT_CSV:
    case RS_FORMAT_TSV:
      return FALSE;
    }
  return FALSE;
}

void
rs_export_dialog_get_options (RsExportDialog *self, RsExportOptions *out_options)
{
  const char *const *themes = rs_theme_list ();
  guint theme;

  g_return_if_fail (RS_IS_EXPORT_DIALOG (self));

  theme = adw_combo_row_get_selected (self->theme_row);
  rs_export_options_init (out_options);
  out_options->format = get_format (self);
  out_options->width_px = gtk_spin_button_get_value_as_int (self->width);
  out_options->height_px = gtk_spin_button_get_value_as_int (self->height);
  out_options->scale =
    out_options->format == RS_FORMAT_PNG ? gtk_spin_button_get_value_as_int (self->scale) : 1;
  out_options->theme = themes[theme < g_strv_length ((char **) themes) ? theme : 0];
}

RsFrame *
rs_export_dialog_run_view (RsExportDialog *self)
{
  RsDocument *document;
  const RsBoard *board;
  const RsView *view;
  guint position;
  g_autoptr (GError) error = NULL;
  RsFrame *frame;

  g_return_val_if_fail (RS_IS_EXPORT_DIALOG (self), NULL);

  /* Closed while the file chooser was open. */
  if (self->window == NULL)
    return NULL;
  document = rs_window_get_document (self->window);
  board = rs_document_get_board (document);
  position = adw_combo_row_get_selected (self->chart_row);
  if (board == NULL)
    return NULL;
  view = self->view;
  if (position != self->position && position < board->views->len)
    view = rs_document_get_view (document, position);
  frame = rs_document_run (document, view, get_language (self), &error);
  if (frame == NULL)
    g_warning ("%s", error->message);
  return frame;
}

static void
update_result (RsExportDialog *self, const RsExportOptions *options, const GError *error)
{
  g_autofree char *text = NULL;

  if (error != NULL)
    text = g_strdup (error->message);
  else
    switch (options->format)
      {
      case RS_FORMAT_PNG:
        /* Translators: size of a picture: width × height. */
        text = g_strdup_printf (_ ("%d × %d px"), (int) (options->width_px * options->scale),
                                (int) (options->height_px * options->scale));
        break;
      case RS_FORMAT_SVG:
      case RS_FORMAT_PDF:
        /* Translators: size of a drawing that has no pixels. */
        text = g_strdup_printf (_ ("%.0f × %.0f mm, at any size sharp"),
                                options->width_px * 25.4 / 96, options->height_px * 25.4 / 96);
        break;
      case RS_FORMAT_CSV:
      case RS_FORMAT_TSV:
        text = g_strdup (_ ("The figures as a table, with full precision, status and source"));
        break;
      }
  gtk_label_set_label (self->result, text);
}

static void
refresh (RsExportDialog *self)
{
  RsExportOptions options;
  gboolean picture;
  g_autoptr (RsFrame) frame = NULL;
  g_autoptr (GError) error = NULL;

  if (self->updating || self->window == NULL)
    return;
  rs_export_dialog_get_options (self, &options);
  picture = is_picture (options.format);
  gtk_widget_set_visible (GTK_WIDGET (self->preview), picture);
  gtk_widget_set_visible (GTK_WIDGET (self->size_row), picture);
  gtk_widget_set_visible (GTK_WIDGET (self->theme_row), picture);
  gtk_widget_set_visible (self->width_row, picture);
  gtk_widget_set_visible (self->height_row, picture);
  gtk_widget_set_visible (self->scale_row, options.format == RS_FORMAT_PNG);
  g_clear_pointer (&self->scene, rs_scene_unref);
  frame = rs_export_dialog_run_view (self);
  if (frame != NULL && picture)
    self->scene = rs_export_scene (frame, &options, rs_widget_get_text_engine (), &error);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.save", frame != NULL && error == NULL);
  update_result (self, &options, error);
  gtk_widget_queue_draw (GTK_WIDGET (self->preview));
}

static void
draw_preview (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  RsExportDialog *self = RS_EXPORT_DIALOG (user_data);
  double scene_width, scene_height, scale;

  if (self->scene == NULL)
    return;
  scene_width = rs_scene_get_width (self->scene);
  scene_height = rs_scene_get_height (self->scene);
  scale = MIN (width / scene_width, height / scene_height);
  cairo_translate (cr, (int) ((width - scene_width * scale) / 2),
                   (int) ((height - scene_height * scale) / 2));
  cairo_scale (cr, scale, scale);
  cairo_rectangle (cr, 0, 0, scene_width, scene_height);
  cairo_clip (cr);
  rs_painter_paint (self->scene, cr, rs_widget_get_text_engine (), 0);
}

/* The last entry of the sizes is "Other": the numbers are as they were entered. */
static void
select_size (RsExportDialog *self)
{
  int width = gtk_spin_button_get_value_as_int (self->width);
  int height = gtk_spin_button_get_value_as_int (self->height);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (sizes[i].width == width && sizes[i].height == height)
      break;
  self->updating = TRUE;
  adw_combo_row_set_selected (self->size_row, i);
  self->updating = FALSE;
}

static void
on_number_changed (RsExportDialog *self)
{
  if (self->updating)
    return;
  select_size (self);
  refresh (self);
}

static void
on_size_selected (RsExportDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->size_row);

  if (self->updating || selected >= G_N_ELEMENTS (sizes))
    return;
  self->updating = TRUE;
  gtk_spin_button_set_value (self->width, sizes[selected].width);
  gtk_spin_button_set_value (self->height, sizes[selected].height);
  self->updating = FALSE;
  refresh (self);
}

static void
on_choice_changed (RsExportDialog *self)
{
  refresh (self);
}

typedef struct
{
  RsWindow *window; /* (owned) */
  GFile *file;      /* (owned) */
} Outcome;

static void
on_exported (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Outcome *outcome = user_data;
  g_autoptr (GError) error = NULL;

  if (rs_export_job_run_finish (result, &error))
    {
      g_autofree char *name = g_file_get_basename (outcome->file);
      g_autofree char *display_name = g_filename_display_name (name);
      g_autofree char *text = NULL;

      /* Translators: %s is the name of the file that was written. */
      text = g_strdup_printf (_ ("Exported “%s”"), display_name);
      rs_window_end_progress (outcome->window);
      rs_window_show_toast (outcome->window, text, outcome->file);
    }
  else
    {
      rs_window_end_progress (outcome->window);
      rs_window_show_problem (outcome->window, _ ("The chart could not be exported"),
                              error->message);
    }
  g_object_unref (outcome->window);
  g_object_unref (outcome->file);
  g_free (outcome);
}

static void
remember (RsExportDialog *self, const RsExportOptions *options, GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);

  if (self->settings == NULL)
    return;
  if (folder != NULL)
    {
      g_autofree char *uri = g_file_get_uri (folder);

      g_settings_set_string (self->settings, "export-folder", uri);
    }
  g_settings_set_string (self->settings, "export-format", rs_format_to_string (options->format));
  g_settings_set_string (self->settings, "export-theme", options->theme);
  g_settings_set_int (self->settings, "export-width", (int) options->width_px);
  g_settings_set_int (self->settings, "export-height", (int) options->height_px);
  if (options->format == RS_FORMAT_PNG)
    g_settings_set_int (self->settings, "export-scale", (int) options->scale);
}

void
rs_export_dialog_export (RsExportDialog *self, GFile *file, gboolean overwrite)
{
  g_autoptr (RsFrame) frame = NULL;
  RsExportOptions options;
  Outcome *outcome;

  g_return_if_fail (RS_IS_EXPORT_DIALOG (self));
  g_return_if_fail (G_IS_FILE (file));

  frame = rs_export_dialog_run_view (self);
  if (frame == NULL)
    return;
  rs_export_dialog_get_options (self, &options);
  options.overwrite = overwrite;
  remember (self, &options, file);
  outcome = g_new0 (Outcome, 1);
  outcome->window = g_object_ref (self->window);
  outcome->file = g_object_ref (file);
  rs_window_begin_progress (self->window, _ ("Exporting…"));
  rs_export_job_run_async (frame, &options, file, NULL, on_exported, outcome);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_file_chosen (GFile *chosen, gpointer user_data)
{
  RsExportDialog *self = RS_EXPORT_DIALOG (user_data);
  const char *ending = rs_format_to_string (get_format (self));
  g_autofree char *name = NULL;
  g_autofree char *dotted = NULL;
  g_autofree char *folded = NULL;

  if (chosen == NULL)
    return;
  name = g_file_get_basename (chosen);
  dotted = g_strconcat (".", ending, NULL);
  folded = g_ascii_strdown (name, -1);
  if (g_str_has_suffix (folded, dotted))
    {
      /* The file chooser asked before it let an existing file through. */
      rs_export_dialog_export (self, chosen, TRUE);
    }
  else
    {
      g_autoptr (GFile) folder = g_file_get_parent (chosen);
      g_autofree char *full_name = g_strconcat (name, dotted, NULL);
      g_autoptr (GFile) file = g_file_get_child (folder, full_name);

      /* Nobody was asked about this name. */
      rs_export_dialog_export (self, file, FALSE);
    }
}

static void
activate_save (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  RsExportDialog *self = RS_EXPORT_DIALOG (widget);
  g_autoptr (RsFrame) frame = rs_export_dialog_run_view (self);
  g_autoptr (GFile) folder = NULL;
  g_autofree char *name = NULL;
  g_autofree char *filter_name = NULL;
  g_autofree char *upper = NULL;
  g_autofree char *uri = NULL;
  RsFormat format = get_format (self);

  if (frame == NULL)
    return;
  name = rs_export_suggest_name (frame, format);
  if (self->settings != NULL)
    uri = g_settings_get_string (self->settings, "export-folder");
  if (uri != NULL && *uri != '\0')
    {
      folder = g_file_new_for_uri (uri);
      if (!g_file_query_exists (folder, NULL))
        g_clear_object (&folder);
    }
  if (folder == NULL && g_get_user_special_dir (G_USER_DIRECTORY_PICTURES) != NULL)
    folder = g_file_new_for_path (g_get_user_special_dir (G_USER_DIRECTORY_PICTURES));
  upper = g_ascii_strup (rs_format_to_string (format), -1);
  /* Translators: %s is PNG, SVG, PDF or CSV. */
  filter_name = g_strdup_printf (_ ("%s files"), upper);
  rs_compat_save_file (GTK_WINDOW (self), folder, name, filter_name,
                       rs_format_get_mime_type (format), on_file_chosen, self);
}

static void
rs_export_dialog_dispose (GObject *object)
{
  RsExportDialog *self = RS_EXPORT_DIALOG (object);

  g_clear_object (&self->window);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->view, rs_view_free);
  g_clear_pointer (&self->scene, rs_scene_unref);

  G_OBJECT_CLASS (rs_export_dialog_parent_class)->dispose (object);
}

static void
rs_export_dialog_class_init (RsExportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rs_export_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/renshe/Renshe/ui/export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RsExportDialog, chart_row);
  gtk_widget_class_bind_template_child (widget_class, RsExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, RsExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, RsExportDialog, height);
  gtk_widget_class_bind_template_child (widget_class, RsExportDialog, height_row);
  gtk_widget_class_bind_template_child (widget_class, RsExportDialog, language_row);
  gtk_widget_class_bind_template_child (widget_class, RsExportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, RsExportDialog, result);
  gtk_widget_class_bind_template_child (widget_class, RsExportDialog, scale);
  gtk_widget_class_bind_template_child (widget_class, RsExportDialog, scale_row);
  gtk_widget_class_bind_template_child (widget_class, RsExportDialog, size_row);
  gtk_widget_class_bind_template_child (widget_class, RsExportDialog, theme_row);
  gtk_widget_class_bind_template_child (widget_class, RsExportDialog, width);
  gtk_widget_class_bind_template_child (widget_class, RsExportDialog, width_row);
  gtk_widget_class_bind_template_callback (widget_class, on_choice_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_number_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_size_selected);
  gtk_widget_class_install_action (widget_class, "export.save", NULL, activate_save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static const char *
name_theme (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (theme_titles); i++)
    if (g_strcmp0 (theme_titles[i].id, id) == 0)
      return _ (theme_titles[i].title);
  return id;
}

static void
list_themes (RsExportDialog *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (const char *const *id = rs_theme_list (); *id != NULL; id++)
    gtk_string_list_append (list, name_theme (*id));
  adw_combo_row_set_model (self->theme_row, G_LIST_MODEL (list));
}

static void
rs_export_dialog_init (RsExportDialog *self)
{
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  list_themes (self);
  gtk_drawing_area_set_draw_func (self->preview, draw_preview, self, NULL);
  self->updating = FALSE;
}

static void
list_charts (RsExportDialog *self)
{
  RsDocument *document = rs_window_get_document (self->window);
  const RsBoard *board = rs_document_get_board (document);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; i < board->views->len; i++)
    {
      g_autoptr (RsFrame) frame = rs_document_run (document, rs_document_get_view (document, i),
                                                   rs_document_get_language (document), NULL);

      gtk_string_list_append (list, frame != NULL ? rs_frame_get_title (frame) : "");
    }
  adw_combo_row_set_model (self->chart_row, G_LIST_MODEL (list));
  gtk_widget_set_visible (GTK_WIDGET (self->chart_row), board->views->len > 1);
}

static guint
find_format (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_strcmp0 (rs_format_to_string (formats[i]), text) == 0)
      return i;
  return 0;
}

static guint
find_theme (const char *text)
{
  const char *const *themes = rs_theme_list ();

  for (guint i = 0; themes[i] != NULL; i++)
    if (g_strcmp0 (themes[i], text) == 0)
      return i;
  return 0;
}

static void
restore_choices (RsExportDialog *self)
{
  RsLanguage language = rs_document_get_language (rs_window_get_document (self->window));

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (languages[i] == language)
      adw_combo_row_set_selected (self->language_row, i);
  if (self->settings != NULL)
    {
      g_autofree char *format = g_settings_get_string (self->settings, "export-format");
      g_autofree char *theme = g_settings_get_string (self->settings, "export-theme");

      adw_combo_row_set_selected (self->format_row, find_format (format));
      adw_combo_row_set_selected (self->theme_row, find_theme (theme));
      gtk_spin_button_set_value (self->width, g_settings_get_int (self->settings, "export-width"));
      gtk_spin_button_set_value (self->height,
                                 g_settings_get_int (self->settings, "export-height"));
      gtk_spin_button_set_value (self->scale, g_settings_get_int (self->settings, "export-scale"));
    }
  select_size (self);
}

static void
set_size (RsExportDialog *self, GtkWidget *window)
{
  int width = gtk_widget_get_width (window);
  int height = gtk_widget_get_height (window);

  /* Not shown yet: as it is going to be. */
  if (width == 0 || height == 0)
    gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self),
                               CLAMP ((int) (width * SHARE), MIN_WIDTH, MAX_WIDTH),
                               CLAMP ((int) (height * SHARE), MIN_HEIGHT, MAX_HEIGHT));
}

RsExportDialog *
rs_export_dialog_new (RsWindow *window, GSettings *settings)
{
  RsExportDialog *self;

  g_return_val_if_fail (RS_IS_WINDOW (window), NULL);
  g_return_val_if_fail (rs_window_get_current_view (window) != NULL, NULL);

  self = g_object_new (RS_TYPE_EXPORT_DIALOG, "transient-for", window, NULL);
  self->window = g_object_ref (window);
  if (settings != NULL)
    self->settings = g_object_ref (settings);
  self->view = rs_view_copy (rs_window_get_current_view (window));
  self->position = rs_window_get_current_position (window);
  self->updating = TRUE;
  list_charts (self);
  adw_combo_row_set_selected (self->chart_row, self->position);
  restore_choices (self);
  set_size (self, GTK_WIDGET (window));
  self->updating = FALSE;
  refresh (self);
  /* Ctrl+E, Enter: the chart in view, as the last one. */
  gtk_window_set_focus (GTK_WINDOW (self), self->export_button);
  return self;
}
