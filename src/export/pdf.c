/* SPDX-License-Identifier: GPL-3.0-or-later
 * A scene as a PDF of one page. */
#define G_LOG_DOMAIN "renshe-export"

#include "config.h"

#include "export/pdf.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "export/export.h"
#include "render/painter.h"

/* px at 96 dpi to points. */
#define POINTS_PER_PX 0.75

/* What a document without a date of its data carries: any fixed date does, today would change the
 * bytes. */
#define NO_DATE "2000-01-01T00:00:00Z"

/* @updated as cairo reads dates, UTC. (transfer full) */
static char *
to_pdf_date (const char *updated)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) date = NULL;
  g_autoptr (GDateTime) date_utc = NULL;
  g_autofree char *padded = NULL;

  if (updated == NULL)
    return g_strdup (NO_DATE);
  switch (strlen (updated))
    {
    case 4:
      padded = g_strconcat (updated, "-01-01T00:00:00Z", NULL);
      break;
    case 7:
      padded = g_strconcat (updated, "-01T00:00:00Z", NULL);
      break;
    case 10:
      padded = g_strconcat (updated, "T00:00:00Z", NULL);
      break;
    default:
      padded = g_strdup (updated);
      break;
    }
  date = g_date_time_new_from_iso8601 (padded, utc);
  if (date == NULL)
    return g_strdup (NO_DATE);
  date_utc = g_date_time_to_utc (date);
  return g_date_time_format (date_utc, "%Y-%m-%dT%H:%M:%SZ");
}

static void
set_metadata (cairo_surface_t *surface, const RsScene *scene, const RsPdfInfo *info)
{
  g_autofree char *date = to_pdf_date (info->updated);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, rs_scene_get_title (scene));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT,
                                  rs_scene_get_description (scene));
  if (info->author != NULL && *info->author != '\0')
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, info->author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Renshe " RS_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, date);
}

typedef struct
{
  cairo_write_func_t write_func;
  gpointer closure;
  cairo_status_t status;
} Stream;

/* cairo 1.16 forgets some failures of a stream, such as those in a font; here none is lost. */
static cairo_status_t
stream_write (gpointer closure, const unsigned char *data, unsigned int length)
{
  Stream *self = closure;

  if (self->status == CAIRO_STATUS_SUCCESS)
    self->status = self->write_func (self->closure, data, length);
  return self->status;
}

gboolean
rs_pdf_write (const RsScene *scene,
              RsTextEngine *engine,
              const RsPdfInfo *info,
              cairo_write_func_t write_func,
              gpointer closure,
              GError **error)
{
  Stream stream = { write_func, closure, CAIRO_STATUS_SUCCESS };
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  g_return_val_if_fail (scene != NULL && engine != NULL && info != NULL, FALSE);

  surface = cairo_pdf_surface_create_for_stream (stream_write, &stream,
                                                 rs_scene_get_width (scene) * POINTS_PER_PX,
                                                 rs_scene_get_height (scene) * POINTS_PER_PX);
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  set_metadata (surface, scene, info);
  cr = cairo_create (surface);
  cairo_scale (cr, POINTS_PER_PX, POINTS_PER_PX);
  rs_painter_paint (scene, cr, engine, 0);
  status = cairo_status (cr);
  cairo_destroy (cr);

  /* A stream that failed shows only after the end of the document has been written to it. */
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = stream.status;
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, RS_EXPORT_ERROR, RS_EXPORT_ERROR_RENDER,
               _ ("The picture could not be drawn: %s."), cairo_status_to_string (status));
  return FALSE;
}

static cairo_status_t
append_bytes (gpointer closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

GBytes *
rs_pdf_encode (const RsScene *scene, RsTextEngine *engine, const RsPdfInfo *info, GError **error)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();

  if (!rs_pdf_write (scene, engine, info, append_bytes, out, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}
