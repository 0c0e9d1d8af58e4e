/* SPDX-License-Identifier: GPL-3.0-or-later
 * The program: command line, settings, the window. */
#pragma once

#include <adwaita.h>

#include "app/window.h"

G_BEGIN_DECLS

#define RS_TYPE_APPLICATION (rs_application_get_type ())
G_DECLARE_FINAL_TYPE (RsApplication, rs_application, RS, APPLICATION, AdwApplication)

/**
 * RsApplication:
 *
 * Opens the embedded figures, or the file named on the command line, with the choice of the last
 * run. Actions (`app.`): quit, about.
 */

RsApplication *rs_application_new (void);

/* (nullable) (transfer none): the window, once it is there. */
RsWindow *rs_application_get_window (RsApplication *self);

/* What the program ends with where g_application_run() says that all is well: not 0 after a request
 * on the command line that could not be met. */
int rs_application_get_status (RsApplication *self);

/* Registers what is compiled in. Called by rs_application_new(); for tests of single widgets. */
void rs_application_register_resources (void);

G_END_DECLS
