/* SPDX-License-Identifier: GPL-3.0-or-later
 * Exports off the main thread. */
#define G_LOG_DOMAIN "renshe-app"

#include "config.h"

#include "app/export-job.h"

typedef struct
{
  RsFrame *frame; /* (owned) */
  RsExportOptions options;
  GFile *file; /* (nullable) (owned) */
  gboolean with_picture;
} Job;

static Job *
job_new (RsFrame *frame, const RsExportOptions *options, GFile *file)
{
  Job *job = g_new0 (Job, 1);

  job->frame = rs_frame_ref (frame);
  job->options = *options;
  /* The text of a theme id lives as long as the program; that of the caller may not. */
  if (options->theme != NULL)
    {
      const RsTheme *theme = rs_theme_get (options->theme);

      job->options.theme = theme != NULL ? theme->id : NULL;
    }
  if (file != NULL)
    job->file = g_object_ref (file);
  return job;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  rs_frame_unref (job->frame);
  g_clear_object (&job->file);
  g_free (job);
}

static void
run_export (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  g_autoptr (RsTextEngine) engine = rs_text_engine_new (NULL);
  GError *error = NULL;

  if (rs_export_to_file (job->frame, &job->options, engine, job->file, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
rs_export_job_run_async (RsFrame *frame,
                         const RsExportOptions *options,
                         GFile *file,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (frame != NULL);
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, rs_export_job_run_async);
  /* What was written counts, even where the cancellation came a moment too late. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job_new (frame, options, file), job_free);
  g_task_run_in_thread (task, run_export);
}

gboolean
rs_export_job_run_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
rs_clip_free (RsClip *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->png, g_bytes_unref);
  g_clear_pointer (&self->svg, g_bytes_unref);
  g_clear_pointer (&self->tsv, g_bytes_unref);
  g_free (self);
}

static GBytes *
render (Job *job, RsFormat format, RsTextEngine *engine, GError **error)
{
  job->options.format = format;
  return rs_export_to_bytes (job->frame, &job->options, engine, error);
}

static void
run_clip (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  g_autoptr (RsTextEngine) engine = rs_text_engine_new (NULL);
  g_autoptr (RsClip) clip = g_new0 (RsClip, 1);
  GError *error = NULL;

  clip->tsv = render (job, RS_FORMAT_TSV, engine, &error);
  if (clip->tsv != NULL && job->with_picture)
    {
      clip->svg = render (job, RS_FORMAT_SVG, engine, &error);
      if (clip->svg != NULL)
        clip->png = render (job, RS_FORMAT_PNG, engine, &error);
    }
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&clip), (GDestroyNotify) rs_clip_free);
}

void
rs_clip_new_async (RsFrame *frame,
                   gboolean with_picture,
                   GCancellable *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  RsExportOptions options;
  Job *job;

  g_return_if_fail (frame != NULL);

  rs_export_options_init (&options);
  /* Sharp enough for a slide or a page at the size that it is pasted in. */
  options.scale = 2;
  job = job_new (frame, &options, NULL);
  job->with_picture = with_picture;
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, rs_clip_new_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, run_clip);
}

RsClip *
rs_clip_new_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
