/* SPDX-License-Identifier: GPL-3.0-or-later
 * Writes the charts of a plan. */
#define G_LOG_DOMAIN "renshe-cli"

#include "config.h"

#include "cli/export-run.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define PROGRESS_CELLS 30

/* More messages of the same kind than this say nothing new; the count at the end holds all. */
#define SKIPPED_SHOWN_MAX 20

typedef struct
{
  const RsExportPlan *plan;
  const RsExportOptions *options;
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
batch_clear (Batch *self)
{
  g_clear_pointer (&self->engine, rs_text_engine_free);
  g_clear_object (&self->output);
  g_clear_pointer (&self->names, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Batch, batch_clear)

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
  g_autofree char *name = rs_export_suggest_name (frame, self->options->format);
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
  if (!rs_export_to_file (frame, self->options, self->engine, file, NULL, &error))
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
  if (rs_export_guess_format (output, &format))
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
rs_export_run (const RsCommand *command,
               const RsExportArguments *arguments,
               const RsExportPlan *plan)
{
  g_auto (Batch) batch = { .plan = plan,
                           .options = &arguments->options,
                           .language = arguments->language,
                           .from = arguments->from,
                           .to = arguments->to,
                           .quiet = arguments->quiet };
  RsExitCode code = prepare_output (&batch, command, arguments->output);

  if (code != RS_EXIT_OK)
    return code;
  code = run_batch (&batch);
  if (code != RS_EXIT_OK)
    remove_made_folders (&batch);
  return code;
}
