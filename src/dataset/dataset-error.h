/* SPDX-License-Identifier: GPL-3.0-or-later
 * Why a dataset cannot be had. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Every message says what and where (file, JSON pointer or line:column), and what to do where there
 * is something. */
#define RS_DATASET_ERROR (rs_dataset_error_quark ())
GQuark rs_dataset_error_quark (void);

typedef enum
{
  RS_DATASET_ERROR_UNREADABLE,   /* no such file, no permission, a folder, a pipe, an I/O error */
  RS_DATASET_ERROR_TOO_LARGE,    /* over a named limit */
  RS_DATASET_ERROR_TOO_DEEP,     /* nesting over RS_JSON_MAX_DEPTH */
  RS_DATASET_ERROR_SYNTAX,       /* not JSON, not CSV, not UTF-8 */
  RS_DATASET_ERROR_UNSUPPORTED,  /* JSON, but of a kind we do not read, or one that holds no data */
  RS_DATASET_ERROR_INCONSISTENT, /* sizes, positions or keys contradict each other */
  RS_DATASET_ERROR_REFERENCE,    /* an importer's row names what the other tables lack */
  RS_DATASET_ERROR_REMOTE,       /* the file is a publisher's error answer; the message is theirs */
} RsDatasetError;

G_END_DECLS
