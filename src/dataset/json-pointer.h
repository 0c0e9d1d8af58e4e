/* SPDX-License-Identifier: GPL-3.0-or-later
 * JSON pointers (RFC 6901): where something is in a JSON text. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @pointer + "/" + escaped @member. (transfer full) */
char *rs_json_pointer_member (const char *pointer, const char *member);
char *rs_json_pointer_index (const char *pointer, guint index);

/* As rs_json_pointer_member(), in place. */
void rs_json_pointer_append_member (GString *pointer, const char *member);

G_END_DECLS
