/* SPDX-License-Identifier: GPL-3.0-or-later
 * Recoverable oddities that travel beside a result. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* More than this many are counted, not kept: a broken file must not fill the memory with
 * complaints. */
#define RS_DIAGNOSTICS_MAX 1000

typedef enum
{
  RS_SEVERITY_NOTE,    /* worth knowing; the data are as the publisher meant them */
  RS_SEVERITY_WARNING, /* something was left out or guessed */
} RsSeverity;

typedef struct
{
  RsSeverity severity;
  char *path;    /* JSON pointer, or file:line; "" for the whole file */
  char *message; /* translated full sentence */
} RsDiagnostic;

typedef struct _RsDiagnostics RsDiagnostics;

/**
 * rs_diagnostics_new:
 *
 * Returns: (transfer full): an empty list, reference counted.
 */
RsDiagnostics *rs_diagnostics_new (void);
RsDiagnostics *rs_diagnostics_ref (RsDiagnostics *self);
void rs_diagnostics_unref (RsDiagnostics *self);

/**
 * rs_diagnostics_add:
 * @severity: how much it matters
 * @path: where, as a JSON pointer or `file:line`
 * @format: a printf format for a translated sentence
 *
 * Adds an entry. Beyond %RS_DIAGNOSTICS_MAX entries only rs_diagnostics_get_n_dropped() grows.
 */
void rs_diagnostics_add (RsDiagnostics *self,
                         RsSeverity severity,
                         const char *path,
                         const char *format,
                         ...) G_GNUC_PRINTF (4, 5);
guint rs_diagnostics_get_n (const RsDiagnostics *self);
guint rs_diagnostics_get_n_dropped (const RsDiagnostics *self);
const RsDiagnostic *rs_diagnostics_get (const RsDiagnostics *self, guint i);
const char *rs_severity_to_string (RsSeverity severity);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RsDiagnostics, rs_diagnostics_unref)

G_END_DECLS
