/* SPDX-License-Identifier: GPL-3.0-or-later
 * Typed access to a json-glib tree that never asserts and always knows where it is. */
#pragma once

#include <json-glib/json-glib.h>

#include "base/diagnostics.h"
#include "dataset/dataset-error.h"
#include "dataset/json-pointer.h"

G_BEGIN_DECLS

/**
 * rs_json_parse:
 * @name: file name for messages
 * @error: a #RsDatasetError
 *
 * Runs the guard, then json-glib. A member that stands twice in one object is an error.
 *
 * Returns: (transfer full) (nullable): the root, never a NULL node on success.
 */
JsonNode *rs_json_parse (const char *name, GBytes *bytes, GError **error);

/**
 * rs_json_parse_with_findings:
 * @out_findings: (out) (optional) (element-type RsJsonFinding): what the guard found, see
 * rs_json_guard_clean(); the caller must judge repeated members
 *
 * As rs_json_parse(), for foreign files.
 */
JsonNode *rs_json_parse_with_findings (const char *name,
                                       GBytes *bytes,
                                       GPtrArray **out_findings,
                                       GError **error);

/* Each returns the member as asked, or NULL/FALSE without a word where it is absent or of another
 * type. None warns, whatever the file holds; a NULL @object has no members. */
JsonObject *rs_json_get_object (JsonObject *object, const char *member);
JsonArray *rs_json_get_array (JsonObject *object, const char *member);
const char *rs_json_get_string (JsonObject *object, const char *member);
gboolean rs_json_get_number (JsonObject *object, const char *member, double *out_value);
/* Integers however written: 3, 3.0, 3e0. */
gboolean rs_json_get_int (JsonObject *object, const char *member, gint64 *out_value);
gboolean rs_json_get_boolean (JsonObject *object, const char *member, gboolean *out_value);

/* `object`, `array`, `string`, `integer`, `number`, `boolean`, `null`: untranslated JSON words for
 * messages. */
const char *rs_json_type_name (JsonNode *node);

/* Number of a node that may be integer or double; FALSE for anything else or not finite. */
gboolean rs_json_node_to_number (JsonNode *node, double *out_value);
gboolean rs_json_node_to_int (JsonNode *node, gint64 *out_value);
/* NULL where @node is no string. */
const char *rs_json_node_to_string (JsonNode *node);

G_END_DECLS
