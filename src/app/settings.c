/* SPDX-License-Identifier: GPL-3.0-or-later
 * Where the program remembers its choices. */
#define G_LOG_DOMAIN "renshe-app"

#include "config.h"

#include "app/settings.h"

#include "app/program-folder.h"

static const char *const folders[] = {
  "../share/glib-2.0/schemas",
  "../../data",
  NULL,
};

static GSettingsSchema *
lookup_beside_program (void)
{
  g_autofree char *folder = rs_program_folder_find (folders, "gschemas.compiled");
  GSettingsSchemaSource *source;
  GSettingsSchema *schema;

  if (folder == NULL)
    return NULL;
  source = g_settings_schema_source_new_from_directory (
    folder, g_settings_schema_source_get_default (), FALSE, NULL);
  if (source == NULL)
    return NULL;
  schema = g_settings_schema_source_lookup (source, RS_APP_ID, FALSE);
  g_settings_schema_source_unref (source);
  return schema;
}

GSettings *
rs_settings_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  GSettingsSchema *schema = NULL;
  GSettings *settings;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, RS_APP_ID, TRUE);
  if (schema == NULL)
    schema = lookup_beside_program ();
  if (schema == NULL)
    {
      g_info ("The settings schema %s is not installed; choices are not remembered.", RS_APP_ID);
      return NULL;
    }
  settings = g_settings_new_full (schema, NULL, NULL);
  g_settings_schema_unref (schema);
  return settings;
}
