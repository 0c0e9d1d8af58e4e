/* SPDX-License-Identifier: GPL-3.0-or-later
 * A picture of the window on request, for people who look at all pages in a row. */
#pragma once

#include "app/window.h"

G_BEGIN_DECLS

typedef struct
{
  char *file; /* (nullable) (owned): where the picture goes; NULL: none is taken */
  char *page; /* (nullable) (owned): `overview`, `chart:ID`, `present:N`, `export`, `shortcuts` */
  char *size; /* (nullable) (owned): `WIDTHxHEIGHT` */
  char *dataset;        /* (nullable) (owned): id */
  char *board;          /* (nullable) (owned): id */
  char *region;         /* (nullable) (owned): id */
  int year;             /* 0: as it is */
  double text_scale;    /* 0: as it is */
  gboolean first_frame; /* end after the first frame */
  int width;
  int height;
} RsSnapshotOptions;

/* Adds the group of options `--help-testing`. @self must outlive @application's option parsing. */
void rs_snapshot_options_add (RsSnapshotOptions *self, GApplication *application);

/* Reads them after parsing; FALSE with an error for what makes no sense. */
gboolean rs_snapshot_options_read (RsSnapshotOptions *self, GVariantDict *options, GError **error);

/* Sets the text size, before there is a window. */
void rs_snapshot_options_apply_text_scale (const RsSnapshotOptions *self);

/* Makes the choices; FALSE with an error for one that @document does not have. */
gboolean
rs_snapshot_options_apply (const RsSnapshotOptions *self, RsDocument *document, GError **error);

/* Called when nothing can come of it. */
typedef void (*RsSnapshotFailed) (GApplication *application, const char *message);

/**
 * rs_snapshot_options_start:
 * @loads: whether a file is going to be opened, which has to be there before the choices are made
 * @failed: told why there is no picture, before the program ends
 *
 * Shows the page, writes the picture once all is drawn, and ends the program. @self has to live as
 * long as the window.
 */
void rs_snapshot_options_start (const RsSnapshotOptions *self,
                                RsWindow *window,
                                gboolean loads,
                                RsSnapshotFailed failed);

void rs_snapshot_options_clear (RsSnapshotOptions *self);

G_END_DECLS
