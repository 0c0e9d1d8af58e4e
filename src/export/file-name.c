/* SPDX-License-Identifier: GPL-3.0-or-later
 * Names for exported files, from category ids. */
#define G_LOG_DOMAIN "renshe-export"

#include "config.h"

#include <string.h>

#include "export/export.h"

/* Bytes of a name without its ending: file systems end at 255, and people at less. */
#define NAME_MAX_BYTES 120

/* More ids than these say less than their number. */
#define IDS_MAX 3

/* What Windows takes for a device, whatever the ending. */
static const char *const reserved[] = {
  "aux",  "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "con", "lpt1",
  "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "nul",  "prn",  NULL,
};

static void
append_id (GString *name, const char *id)
{
  if (id == NULL || *id == '\0')
    return;
  if (name->len > 0)
    g_string_append_c (name, '_');
  for (const char *p = id; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c) || c == '_' || c == '-')
        g_string_append_unichar (name, c);
      else if (name->len > 0 && name->str[name->len - 1] != '-')
        g_string_append_c (name, '-');
    }
}

/* Ids of the categories that the series stand for, each once, in the order of the series. */
static void
append_categories (GString *name,
                   const RsFrame *frame,
                   const RsDimension *dimension,
                   gsize member_offset)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  if (dimension == NULL)
    return;
  for (guint i = 0; i < rs_frame_get_n_series (frame); i++)
    {
      const RsSeries *series = rs_frame_get_series (frame, i);
      guint position = G_STRUCT_MEMBER (guint, series, member_offset);

      if (position >= dimension->n_categories ||
          !g_hash_table_add (seen, GUINT_TO_POINTER (position + 1)))
        continue;
      if (g_hash_table_size (seen) <= IDS_MAX)
        append_id (name, dimension->categories[position].id);
    }
  if (g_hash_table_size (seen) > IDS_MAX)
    g_string_append_printf (name, "_and_%u_more", g_hash_table_size (seen) - IDS_MAX);
}

static gboolean
is_reserved (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_strv_contains (reserved, lower);
}

char *
rs_export_suggest_name (const RsFrame *frame, RsFormat format)
{
  g_autoptr (GString) name = g_string_new (NULL);
  RsDataset *dataset;
  const RsView *view;
  int year;

  g_return_val_if_fail (frame != NULL, NULL);

  dataset = rs_frame_get_dataset (frame);
  view = rs_frame_get_view (frame);
  year = rs_frame_get_year (frame);
  /* A view of several measures or places has a better name than their list, which it may share with
   * another view. */
  if (view->id != NULL && (view->indicators == NULL || g_strv_length (view->indicators) > 1 ||
                           (view->regions != NULL && g_strv_length (view->regions) > 1)))
    append_id (name, view->id);
  else
    append_categories (name, frame, rs_dataset_get_metric (dataset),
                       G_STRUCT_OFFSET (RsSeries, indicator));
  append_categories (name, frame, rs_dataset_get_geo (dataset), G_STRUCT_OFFSET (RsSeries, region));
  if (year != 0)
    {
      g_autofree char *id = g_strdup_printf ("%d", year);

      append_id (name, id);
    }
  if (name->len > NAME_MAX_BYTES)
    {
      const char *end = g_utf8_find_prev_char (name->str, name->str + NAME_MAX_BYTES + 1);

      g_string_truncate (name, (gsize) (end - name->str));
    }
  if (name->len == 0)
    g_string_append (name, "chart");
  /* A leading “-” would be an option of the next program. */
  if (is_reserved (name->str) || name->str[0] == '-')
    g_string_prepend_c (name, '_');
  g_string_append_printf (name, ".%s", rs_format_to_string (format));
  return g_string_free (g_steal_pointer (&name), FALSE);
}
