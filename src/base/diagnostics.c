/* SPDX-License-Identifier: GPL-3.0-or-later
 * Recoverable oddities that travel beside a result. */
#define G_LOG_DOMAIN "renshe-diagnostics"

#include "config.h"

#include "base/diagnostics.h"

struct _RsDiagnostics
{
  GPtrArray *entries; /* (element-type RsDiagnostic) (owned) */
  guint n_dropped;
};

static void
diagnostic_free (gpointer data)
{
  RsDiagnostic *self = data;

  g_free (self->path);
  g_free (self->message);
  g_free (self);
}

static void
diagnostics_clear (gpointer data)
{
  RsDiagnostics *self = data;

  g_ptr_array_unref (self->entries);
}

RsDiagnostics *
rs_diagnostics_new (void)
{
  RsDiagnostics *self = g_atomic_rc_box_new0 (RsDiagnostics);

  self->entries = g_ptr_array_new_with_free_func (diagnostic_free);
  return self;
}

RsDiagnostics *
rs_diagnostics_ref (RsDiagnostics *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
rs_diagnostics_unref (RsDiagnostics *self)
{
  g_atomic_rc_box_release_full (self, diagnostics_clear);
}

void
rs_diagnostics_add (
  RsDiagnostics *self, RsSeverity severity, const char *path, const char *format, ...)
{
  RsDiagnostic *entry;
  va_list args;

  g_return_if_fail (self != NULL);
  g_return_if_fail (path != NULL);
  g_return_if_fail (format != NULL);

  if (self->entries->len >= RS_DIAGNOSTICS_MAX)
    {
      self->n_dropped++;
      return;
    }

  entry = g_new0 (RsDiagnostic, 1);
  entry->severity = severity;
  entry->path = g_strdup (path);
  va_start (args, format);
  entry->message = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (self->entries, entry);
}

guint
rs_diagnostics_get_n (const RsDiagnostics *self)
{
  return self->entries->len;
}

guint
rs_diagnostics_get_n_dropped (const RsDiagnostics *self)
{
  return self->n_dropped;
}

const RsDiagnostic *
rs_diagnostics_get (const RsDiagnostics *self, guint i)
{
  g_return_val_if_fail (i < self->entries->len, NULL);

  return g_ptr_array_index (self->entries, i);
}

const char *
rs_severity_to_string (RsSeverity severity)
{
  switch (severity)
    {
    case RS_SEVERITY_NOTE:
      return "note";
    case RS_SEVERITY_WARNING:
      return "warning";
    }
  g_return_val_if_reached ("note");
}
