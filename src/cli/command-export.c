/* SPDX-License-Identifier: GPL-3.0-or-later
 * `renshe-cli export`: charts and their data to files. */
#define G_LOG_DOMAIN "renshe-cli"

#include "config.h"

#include "cli/command.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

#include "cli/export-plan.h"
#include "export/export.h"

#define PROGRESS_CELLS 30

/* More messages of the same kind than this say nothing new; the count at the end holds all. */
#define SKIPPED_SHOWN_MAX 20

/* The command line, as GOption leaves it. */
typedef struct
{
  RsExportRequest request;
  char *dataset, *board, *view, *from, *to, *chart, *format, *size, *theme, *lang, *output;
  char **indicators, **regions;
  double scale;
  int year;
  gboolean each_indicator, each_region, each_year, force, quiet;
} Arguments;

typedef struct
{
  const RsExportPlan *plan;
  RsExportOptions options;
  RsLanguage language;
  RsTextEngine *engine;  /* (owned) */
  GFile *output;         /* (owned) */
  guint n_made_folders;  /* of the output, made by this run: the innermost ones */
  const char *from, *to; /* (nullable): the range that was asked for */
  gboolean to_folder;
  gboolean quiet;
  gboolean show_progress;
  GHashTable *names; /* taken in this run (owned) */
  guint n_written;
  guint n_skipped;
} Batch;

static void
arguments_clear (Arguments *self)
{
  g_free (self->dataset);
  g_free (self->board);
  g_free (self->view);
  g_free (self->from);
  g_free (self->to);
  g_free (self->chart);
  g_free (self->format);
  g_free (self->size);
  g_free (self->theme);
  g_free (self->lang);
  g_free (self->output);
  g_strfreev (self->indicators);
  g_strfreev (self->regions);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arguments, arguments_clear)

static void
batch_clear (Batch *self)
{
  g_clear_pointer (&self->engine, rs_text_engine_free);
  g_clear_object (&self->output);
  g_clear_pointer (&self->names, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Batch, batch_clear)

static gboolean
parse_arguments (
  const RsCommand *command, Arguments *self, int *argc, char ***argv, RsExitCode *out_exit)
{
  const GOptionEntry entries[] = {
    { "dataset", 0, 0, G_OPTION_ARG_STRING, &self->dataset,
      N_ ("Dataset of a file that holds several"), N_ ("ID") },
    { "board", 'b', 0, G_OPTION_ARG_FILENAME, &self->board, N_ ("All views of a board"),
      N_ ("ID|FILE") },
    { "view", 'v', 0, G_OPTION_ARG_FILENAME, &self->view,
      N_ ("One view of the board, or a view file"), N_ ("ID|FILE") },
    { "indicator", 'i', 0, G_OPTION_ARG_STRING_ARRAY, &self->indicators,
      N_ ("Indicator; may be given several times"), N_ ("ID") },
    { "region", 'r', 0, G_OPTION_ARG_STRING_ARRAY, &self->regions,
      N_ ("Region; may be given several times"), N_ ("ID") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &self->from, N_ ("First period"), N_ ("PERIOD") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &self->to, N_ ("Last period"), N_ ("PERIOD") },
    { "year", 'y', 0, G_OPTION_ARG_INT, &self->year, N_ ("Year that stands out"), N_ ("YEAR") },
    { "chart", 0, 0, G_OPTION_ARG_STRING, &self->chart,
      N_ ("Kind of chart: columns, lines, bars, years or figures"), N_ ("KIND") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &self->format, N_ ("png, svg, pdf, csv or tsv"),
      N_ ("FORMAT") },
    { "size", 's', 0, G_OPTION_ARG_STRING, &self->size, N_ ("Size in pixels (1280x720)"),
      N_ ("WxH") },
    { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &self->scale, N_ ("Pixels of a PNG for each of them (1)"),
      N_ ("N") },
    { "theme", 't', 0, G_OPTION_ARG_STRING, &self->theme, N_ ("light, dark or print"),
      N_ ("THEME") },
    { "lang", 'l', 0, G_OPTION_ARG_STRING, &self->lang, N_ ("Language of the picture: en or zh_CN"),
      N_ ("LANGUAGE") },
    { "each-indicator", 0, 0, G_OPTION_ARG_NONE, &self->each_indicator,
      N_ ("A file for each indicator"), NULL },
    { "each-region", 0, 0, G_OPTION_ARG_NONE, &self->each_region, N_ ("A file for each region"),
      NULL },
    { "each-year", 0, 0, G_OPTION_ARG_NONE, &self->each_year, N_ ("A file for each year"), NULL },
    { "force", 0, 0, G_OPTION_ARG_NONE, &self->force, N_ ("Replace files that exist"), NULL },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &self->quiet, N_ ("Say nothing but errors"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self->output, N_ ("File, or folder for several"),
      N_ ("PATH") },
    { NULL },
  };

  return rs_command_parse_options (command, entries, argc, argv, out_exit);
}

/* "1280x720", also with "×". */
static gboolean
parse_size (const char *text, double *out_width, double *out_height)
{
  g_auto (GStrv) parts = NULL;
  guint64 numbers[2];

  parts = g_strsplit (text, strstr (text, "×") != NULL ? "×" : "x", 2);
  if (g_strv_length (parts) != 2)
    return FALSE;
  for (int i = 0; i < 2; i++)
    if (!g_ascii_string_to_unsigned (parts[i], 10, 1, 1000000, &numbers[i], NULL))
      return FALSE;
  *out_width = (double) numbers[0];
  *out_height = (double) numbers[1];
  return TRUE;
}

/* The ending of the output where no format is given. */
static gboolean
guess_format (const char *output, RsFormat *out_format)
{
  const char *dot = strrchr (output, '.');

  return dot != NULL && rs_format_from_string (dot + 1, out_format);
}

static gboolean
check_picture (const RsCommand *command,
               const Arguments *arguments,
               RsExportOptions *options,
               RsLanguage *out_language)
{
  g_autoptr (GError) error = NULL;

  if (arguments->format != NULL)
    {
      if (!rs_format_from_string (arguments->format, &options->format))
        {
          rs_command_complain_usage (command, _ ("There is no format “%s”."), arguments->format);
          return FALSE;
        }
    }
  else if (!guess_format (arguments->output, &options->format))
    options->format = RS_FORMAT_PNG;
  if (arguments->size != NULL &&
      !parse_size (arguments->size, &options->width_px, &options->height_px))
    {
      rs_command_complain_usage (command, _ ("“%s” is no size such as 1280x720."), arguments->size);
      return FALSE;
    }
  if (!isfinite (arguments->scale) || arguments->scale <= 0)
    {
      rs_command_complain_usage (command, _ ("The scale is a number over 0."));
      return FALSE;
    }
  options->scale = arguments->scale;
  if (!rs_export_options_check (options, &error))
    {
      rs_command_complain_usage (command, "%s", error->message);
      return FALSE;
    }
  options->overwrite = arguments->force;
  if (arguments->theme != NULL)
    {
      if (!g_strv_contains (rs_theme_list (), arguments->theme))
        {
          rs_command_complain_usage (command, _ ("There is no theme “%s”."), arguments->theme);
          return FALSE;
        }
      options->theme = arguments->theme;
    }
  *out_language = rs_language_from_locale ();
  if (arguments->lang != NULL && !rs_language_from_string (arguments->lang, out_language))
    {
      rs_command_complain_usage (command, _ ("Pictures are drawn in en and zh_CN, not in “%s”."),
                                 arguments->lang);
      return FALSE;
    }
  return TRUE;
}

/* What is no period is left to the view, which knows what the dataset has. */
static gboolean
check_range (const RsCommand *command, const Arguments *arguments)
{
  RsPeriod from, to;

  if (arguments->from == NULL || arguments->to == NULL ||
      !rs_period_parse (arguments->from, &from) || !rs_period_parse (arguments->to, &to) ||
      rs_period_start (from) < rs_period_start (to) + rs_period_length (to))
    return TRUE;
  rs_command_complain_usage (command, _ ("--from %s is after --to %s."), arguments->from,
                             arguments->to);
  return FALSE;
}

static gboolean
check_request (const RsCommand *command, Arguments *arguments)
{
  RsExportRequest *request = &arguments->request;

  if (arguments->output == NULL)
    {
      rs_command_complain_usage (command, _ ("Where to? Give a file or folder with --output."));
      return FALSE;
    }
  if (arguments->indicators != NULL && (arguments->board != NULL || arguments->view != NULL))
    {
      rs_command_complain_usage (command,
                                 _ ("Give either --indicator or a board or view, not both."));
      return FALSE;
    }
  if (arguments->chart != NULL && !rs_chart_kind_from_string (arguments->chart, &request->kind))
    {
      rs_command_complain_usage (command, _ ("There is no kind of chart “%s”."), arguments->chart);
      return FALSE;
    }
  if (arguments->year != 0 && arguments->each_year)
    {
      rs_command_complain_usage (command, _ ("Give either --year or --each-year, not both."));
      return FALSE;
    }
  if (!check_range (command, arguments))
    return FALSE;
  request->dataset = arguments->dataset;
  request->board = arguments->board;
  request->view = arguments->view;
  request->indicators = arguments->indicators;
  request->regions = arguments->regions;
  request->from = arguments->from;
  request->to = arguments->to;
  request->year = arguments->year;
  request->each_indicator = arguments->each_indicator;
  request->each_region = arguments->each_region;
  request->each_year = arguments->each_year;
  return TRUE;
}

static void
clear_progress (const Batch *self)
{
  /* Carriage return and “erase line”: only ever sent to a terminal. */
  if (self->show_progress)
    g_printerr ("\r\033[K");
}

static void
show_progress (const Batch *self, guint done, guint total)
{
  char bar[PROGRESS_CELLS + 1];
  guint filled = done * PROGRESS_CELLS / total;

  if (!self->show_progress)
    return;
  for (guint i = 0; i < PROGRESS_CELLS; i++)
    bar[i] = i < filled ? '#' : '-';
  bar[PROGRESS_CELLS] = '\0';
  g_printerr ("\r[%s] %u/%u", bar, done, total);
}

/* Whether a number or a bound is known for the year that stands out. */
static gboolean
has_figure_in_year (const RsFrame *frame)
{
  for (guint i = 0; i < rs_frame_get_n_series (frame); i++)
    {
      const RsSeries *series = rs_frame_get_series (frame, i);
      const RsFramePoint *point;

      if (series->selected < 0)
        continue;
      point = &series->points[series->selected];
      if (point->observation.reason == RS_REASON_NONE ||
          point->observation.reason == RS_REASON_BOUND)
        return TRUE;
    }
  return FALSE;
}

/* The suggested name, numbered where two charts of this run would have the same. (transfer full) */
static char *
take_name (Batch *self, const RsFrame *frame)
{
  g_autofree char *name = rs_export_suggest_name (frame, self->options.format);
  const char *ending = strrchr (name, '.');
  g_autofree char *stem = g_strndup (name, (gsize) (ending - name));
  char *free_name = g_strdup (name);

  for (guint n = 2; g_hash_table_contains (self->names, free_name); n++)
    {
      g_free (free_name);
      free_name = g_strdup_printf ("%s_%u%s", stem, n, ending);
    }
  g_hash_table_add (self->names, g_strdup (free_name));
  return free_name;
}

static RsExitCode
write_frame (Batch *self, const RsFrame *frame)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  if (self->to_folder)
    {
      g_autofree char *name = take_name (self, frame);

      file = g_file_get_child (self->output, name);
    }
  else
    file = g_object_ref (self->output);
  if (!rs_export_to_file (frame, &self->options, self->engine, file, NULL, &error))
    {
      clear_progress (self);
      rs_command_complain ("%s", error->message);
      return RS_EXIT_OUTPUT;
    }
  self->n_written++;
  return RS_EXIT_OK;
}

/* Why the chart has nothing to show. The picture may be in another language than messages.
 * (transfer full) */
static char *
describe_empty (const Batch *self, const RsExportItem *item, const RsFrame *frame)
{
  const char *title = rs_frame_get_title (frame);
  const char *region = rs_frame_get_region_label (frame);
  const char *reason = rs_frame_get_empty_reason (frame);

  if (self->plan->by_year)
    return g_strdup_printf (_ ("%s, %s has no figure for %d."), title, region,
                            item->selection.year);
  /* The reason of the frame speaks of the year that stands out, which nobody may have asked for. */
  if (self->from != NULL && self->to != NULL)
    return g_strdup_printf (_ ("%s, %s has no figure from %s to %s."), title, region, self->from,
                            self->to);
  if (self->from != NULL)
    return g_strdup_printf (_ ("%s, %s has no figure from %s on."), title, region, self->from);
  if (self->to != NULL)
    return g_strdup_printf (_ ("%s, %s has no figure up to %s."), title, region, self->to);
  if (reason != NULL)
    return g_strdup (reason);
  return g_strdup_printf (_ ("%s, %s has no figure for %d."), title, region,
                          rs_frame_get_year (frame));
}

/* (transfer full) */
static RsFrame *
run_item (const Batch *self, const RsExportItem *item, RsLanguage language, GError **error)
{
  return rs_view_run (item->view, self->plan->dataset, &item->selection, language, error);
}

static void
skip (Batch *self, const RsExportItem *item)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RsFrame) frame = NULL;
  g_autofree char *reason = NULL;

  self->n_skipped++;
  if (self->quiet || self->n_skipped > SKIPPED_SHOWN_MAX)
    return;
  frame = run_item (self, item, rs_language_from_locale (), &error);
  reason = frame != NULL ? describe_empty (self, item, frame) : g_strdup (error->message);
  clear_progress (self);
  rs_command_complain (_ ("left out: %s"), reason);
}

static RsExitCode
export_item (Batch *self, const RsExportItem *item)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RsFrame) frame = run_item (self, item, self->language, &error);

  if (frame == NULL)
    {
      /* Of many combinations some cannot be drawn; the only one must say so. */
      if (self->plan->items->len > 1 &&
          g_error_matches (error, RS_QUERY_ERROR, RS_QUERY_ERROR_UNSUITABLE))
        {
          skip (self, item);
          return RS_EXIT_OK;
        }
      clear_progress (self);
      rs_command_complain ("%s", error->message);
      return RS_EXIT_DATA;
    }
  if (!rs_frame_has_numbers (frame) || (self->plan->by_year && !has_figure_in_year (frame)))
    {
      skip (self, item);
      return RS_EXIT_OK;
    }
  return write_frame (self, frame);
}

/* How many folders of the path there are to make. */
static guint
count_missing_folders (GFile *folder)
{
  g_autoptr (GFile) at = g_object_ref (folder);
  guint n = 0;

  while (at != NULL && !g_file_query_exists (at, NULL))
    {
      GFile *parent = g_file_get_parent (at);

      n++;
      g_object_unref (at);
      at = parent;
    }
  return n;
}

/* Takes back the folders that this run has made and that hold nothing. */
static void
remove_made_folders (const Batch *self)
{
  g_autoptr (GFile) at = g_object_ref (self->output);

  for (guint i = 0; i < self->n_made_folders; i++)
    {
      g_autofree char *path = g_file_get_path (at);
      GFile *parent = g_file_get_parent (at);

      /* A folder that is not empty stays, and so do those above it. */
      if (parent == NULL || g_rmdir (path) != 0)
        {
          g_clear_object (&parent);
          return;
        }
      g_object_unref (at);
      at = parent;
    }
}

/* A folder where there may be several files, or where there is one already. */
static RsExitCode
prepare_output (Batch *self, const RsCommand *command, const char *output)
{
  gboolean is_folder = g_file_test (output, G_FILE_TEST_IS_DIR);
  g_autofree char *name = NULL;
  RsFormat format;
  guint n_missing;

  self->output = g_file_new_for_commandline_arg (output);
  self->to_folder = is_folder || self->plan->many || g_str_has_suffix (output, G_DIR_SEPARATOR_S);
  if (!self->to_folder || is_folder)
    return RS_EXIT_OK;
  name = g_file_get_parse_name (self->output);
  if (guess_format (output, &format))
    return rs_command_complain_usage (
      command, _ ("These may be several charts, and “%s” is the name of one file. Name a folder."),
      name);
  n_missing = count_missing_folders (self->output);
  if (g_mkdir_with_parents (output, 0777) != 0)
    {
      int code = errno;

      rs_command_complain (_ ("The folder “%s” cannot be made: %s."), name, g_strerror (code));
      return RS_EXIT_OUTPUT;
    }
  self->n_made_folders = n_missing;
  return RS_EXIT_OK;
}

static void
say_result (const Batch *self)
{
  g_autofree char *name = g_file_get_parse_name (self->output);
  g_autofree char *shown = rs_command_escape (name);

  if (self->quiet)
    return;
  if (self->n_skipped > SKIPPED_SHOWN_MAX)
    g_printerr (ngettext ("%u more was left out.\n", "%u more were left out.\n",
                          self->n_skipped - SKIPPED_SHOWN_MAX),
                self->n_skipped - SKIPPED_SHOWN_MAX);
  if (!self->plan->many)
    return;
  /* Translators: the placeholder is replaced by a number, the second by a folder. */
  g_printerr (ngettext ("%u file written to “%s”", "%u files written to “%s”", self->n_written),
              self->n_written, shown);
  if (self->n_skipped > 0)
    g_printerr (
      ngettext ("; %u without figures left out", "; %u without figures left out", self->n_skipped),
      self->n_skipped);
  g_printerr ("\n");
}

static RsExitCode
run_batch (Batch *self)
{
  RsExitCode code = RS_EXIT_OK;
  guint total = self->plan->items->len;

  self->engine = rs_text_engine_new (NULL);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->show_progress = !self->quiet && total > 1 && isatty (STDERR_FILENO);
  for (guint i = 0; i < total && code == RS_EXIT_OK; i++)
    {
      show_progress (self, i, total);
      code = export_item (self, g_ptr_array_index (self->plan->items, i));
    }
  clear_progress (self);
  if (code != RS_EXIT_OK)
    return code;
  say_result (self);
  if (self->n_written > 0)
    return RS_EXIT_OK;
  if (self->quiet || self->plan->many)
    rs_command_complain (_ ("There is no figure to draw; nothing was written."));
  return RS_EXIT_DATA;
}

RsExitCode
rs_command_export (const RsCommand *self, int argc, char **argv)
{
  g_auto (Arguments) arguments = { .scale = 1 };
  g_auto (Batch) batch = { 0 };
  g_autoptr (RsCatalog) catalog = NULL;
  g_autoptr (RsExportPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  RsExitCode code = RS_EXIT_OK;

  if (!parse_arguments (self, &arguments, &argc, &argv, &code))
    return code;
  if (argc > 2)
    return rs_command_complain_usage (self, _ ("Only one dataset can be exported at a time."));
  rs_export_options_init (&batch.options);
  if (!check_request (self, &arguments) ||
      !check_picture (self, &arguments, &batch.options, &batch.language))
    return RS_EXIT_USAGE;
  catalog = rs_command_load (argc == 2 ? argv[1] : NULL, NULL);
  if (catalog == NULL)
    return RS_EXIT_DATA;
  if (rs_catalog_get_n_datasets (catalog) == 0)
    {
      rs_command_complain (_ ("“%s” holds no dataset."), rs_catalog_get_name (catalog));
      return RS_EXIT_DATA;
    }
  plan = rs_export_plan_new (catalog, &arguments.request, &error);
  if (plan == NULL)
    {
      rs_command_complain ("%s", error->message);
      return RS_EXIT_DATA;
    }
  batch.plan = plan;
  batch.quiet = arguments.quiet;
  batch.from = arguments.from;
  batch.to = arguments.to;
  code = prepare_output (&batch, self, arguments.output);
  if (code != RS_EXIT_OK)
    return code;
  code = run_batch (&batch);
  if (code != RS_EXIT_OK)
    remove_made_folders (&batch);
  return code;
}
