/* SPDX-License-Identifier: GPL-3.0-or-later
 * Boards: read, written, and made for a dataset that brings none. */
#define G_LOG_DOMAIN "renshe-query"

#include "config.h"

#include "query/board.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "dataset/json-get.h"
#include "query/query-private.h"

#define RESOURCE_FOLDER "/org/renshe/Renshe/boards/"

/* The largest board of our own is some kilobytes; this many is not one that people arranged. */
#define MAX_BYTES (8 * 1024 * 1024)

/* Cards of a board that nobody arranged. */
#define MAX_MADE_VIEWS 24

static const char *const member_names[] = { "id", "title", "dataset", "views", NULL };

RsBoard *
rs_board_new (void)
{
  RsBoard *self = g_new0 (RsBoard, 1);

  self->views = g_ptr_array_new_with_free_func ((GDestroyNotify) rs_view_free);
  return self;
}

void
rs_board_free (RsBoard *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  rs_text_clear (&self->title);
  g_free (self->dataset);
  g_clear_pointer (&self->views, g_ptr_array_unref);
  g_free (self);
}

RsBoard *
rs_board_copy (const RsBoard *self)
{
  RsBoard *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = rs_board_new ();
  copy->id = g_strdup (self->id);
  rs_text_copy (&copy->title, &self->title);
  copy->dataset = g_strdup (self->dataset);
  for (guint i = 0; i < self->views->len; i++)
    g_ptr_array_add (copy->views, rs_view_copy (g_ptr_array_index (self->views, i)));
  return copy;
}

static gboolean
read_name (
  JsonObject *object, const char *member, const char *name, char **out_text, GError **error)
{
  const char *text = rs_json_get_string (object, member);

  if (text == NULL && json_object_has_member (object, member))
    {
      g_set_error (error, RS_QUERY_ERROR, RS_QUERY_ERROR_SYNTAX,
                   /* Translators: file name, name of a member, name of a JSON type. */
                   _ ("%s: /%s must be string, but is %s."), name, member,
                   rs_json_type_name (json_object_get_member (object, member)));
      return FALSE;
    }
  *out_text = g_strdup (text);
  return TRUE;
}

/* Views are addressed and files named by their ids, so no two may share one. */
static gboolean
check_view_id (const RsBoard *self, const RsView *view, const char *name, GError **error)
{
  for (guint i = 0; view->id != NULL && i < self->views->len; i++)
    {
      const RsView *other = g_ptr_array_index (self->views, i);

      if (g_strcmp0 (other->id, view->id) == 0)
        {
          g_set_error (error, RS_QUERY_ERROR, RS_QUERY_ERROR_SYNTAX,
                       /* Translators: file name, JSON pointer, an id. */
                       _ ("%s: /views/%u has the id “%s”, which another view has already."), name,
                       self->views->len, view->id);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
read_views (RsBoard *self, JsonObject *object, const char *name, GError **error)
{
  JsonArray *views = rs_json_get_array (object, "views");

  if (views == NULL)
    {
      g_set_error (error, RS_QUERY_ERROR, RS_QUERY_ERROR_SYNTAX,
                   /* Translators: file name. */
                   _ ("%s: a board needs an array /views."), name);
      return FALSE;
    }
  if (json_array_get_length (views) > RS_BOARD_MAX_VIEWS)
    {
      g_set_error (error, RS_QUERY_ERROR, RS_QUERY_ERROR_SYNTAX,
                   /* Translators: file name, two numbers. */
                   _ ("%s: /views has %u entries, and a board holds at most %d."), name,
                   json_array_get_length (views), RS_BOARD_MAX_VIEWS);
      return FALSE;
    }
  for (guint i = 0; i < json_array_get_length (views); i++)
    {
      g_autofree char *pointer = rs_json_pointer_index ("/views", i);
      g_autoptr (RsView) view =
        rs_view_from_json (json_array_get_element (views, i), name, pointer, error);

      if (view == NULL || !check_view_id (self, view, name, error))
        return FALSE;
      g_ptr_array_add (self->views, g_steal_pointer (&view));
    }
  return TRUE;
}

RsBoard *
rs_board_from_bytes (const char *name, GBytes *bytes, GError **error)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (RsBoard) self = NULL;
  JsonObject *object = NULL;

  g_return_val_if_fail (name != NULL && bytes != NULL, NULL);

  if (g_bytes_get_size (bytes) > MAX_BYTES)
    {
      g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_TOO_LARGE,
                   /* Translators: file name, a number of mebibytes. */
                   _ ("%s is no board: it is larger than %d MiB."), name,
                   MAX_BYTES / (1024 * 1024));
      return NULL;
    }
  root = rs_json_parse (name, bytes, error);
  if (root == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error (error, RS_QUERY_ERROR, RS_QUERY_ERROR_SYNTAX,
                   /* Translators: file name, name of a JSON type. */
                   _ ("%s: a board must be object, but is %s."), name, rs_json_type_name (root));
      return NULL;
    }
  object = json_node_get_object (root);
  self = rs_board_new ();
  if (!rs_query_refuse_unknown (object, member_names, name, "", error) ||
      !read_name (object, "id", name, &self->id, error) ||
      !rs_query_read_text (object, "title", name, "", &self->title, error) ||
      !read_name (object, "dataset", name, &self->dataset, error) ||
      !read_views (self, object, name, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* Stops one byte over the limit, which is enough to know: an endless device never fills the memory.
 */
static GBytes *
read_capped (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) all = g_byte_array_new ();

  while (all->len <= MAX_BYTES)
    {
      g_autoptr (GBytes) chunk = g_input_stream_read_bytes (stream, 64 * 1024, cancellable, error);
      gsize size = 0;
      const guint8 *data = NULL;

      if (chunk == NULL)
        return NULL;
      data = g_bytes_get_data (chunk, &size);
      if (size == 0)
        break;
      g_byte_array_append (all, data, (guint) size);
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&all));
}

RsBoard *
rs_board_load (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  base = g_file_get_basename (file);
  name = g_filename_display_name (base != NULL ? base : "");
  stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    return NULL;
  bytes = read_capped (G_INPUT_STREAM (stream), cancellable, error);
  if (bytes == NULL)
    return NULL;
  return rs_board_from_bytes (name, bytes, error);
}

GBytes *
rs_board_to_bytes (const RsBoard *self)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  JsonObject *object = json_object_new ();
  JsonArray *views = json_array_new ();
  g_autofree char *text = NULL;
  char *with_newline = NULL;

  if (self->id != NULL)
    json_object_set_string_member (object, "id", self->id);
  rs_query_write_text (object, "title", &self->title);
  if (self->dataset != NULL)
    json_object_set_string_member (object, "dataset", self->dataset);
  for (guint i = 0; i < self->views->len; i++)
    json_array_add_element (views, rs_view_to_json (g_ptr_array_index (self->views, i)));
  json_object_set_array_member (object, "views", views);
  json_node_take_object (root, object);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json_generator_set_indent (generator, 2);
  text = json_generator_to_data (generator, NULL);
  with_newline = g_strconcat (text, "\n", NULL);
  return g_bytes_new_take (with_newline, strlen (with_newline));
}

/* A board id becomes part of a resource path, so it is a plain word. */
static gboolean
is_plain_id (const char *id)
{
  if (*id == '\0')
    return FALSE;
  for (const char *c = id; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && *c != '-' && *c != '_')
      return FALSE;
  return TRUE;
}

RsBoard *
rs_board_load_embedded (const char *id, GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (id != NULL, NULL);

  if (!is_plain_id (id))
    {
      g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_UNREADABLE,
                   /* Translators: an id. */
                   _ ("“%s” is no name of a board: letters, digits, “-” and “_” only."), id);
      return NULL;
    }
  name = g_strconcat (id, ".json", NULL);
  path = g_strconcat (RESOURCE_FOLDER, name, NULL);
  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (bytes == NULL)
    {
      g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_UNREADABLE,
                   /* Translators: an id. */
                   _ ("The program brings no board “%s”."), id);
      return NULL;
    }
  return rs_board_from_bytes (name, bytes, error);
}

static gboolean
mark_indicator (const RsDataset *dataset, guint64 cell, gpointer user_data)
{
  gboolean *has_figures = user_data;
  RsObservation observation = rs_dataset_get_observation (dataset, cell);
  guint positions[RS_DATASET_MAX_DIMENSIONS];

  if (rs_query_is_figure (&observation))
    {
      rs_dataset_get_positions (dataset, cell, positions);
      has_figures[positions[rs_dataset_get_role (dataset, RS_ROLE_METRIC)]] = TRUE;
    }
  return TRUE;
}

static void
add_made_view (RsBoard *self, const char *id, const char *indicator)
{
  RsView *view = rs_view_new ();

  view->id = g_strdup (id);
  if (indicator != NULL)
    {
      view->indicators = g_new0 (char *, 2);
      view->indicators[0] = g_strdup (indicator);
    }
  g_ptr_array_add (self->views, view);
}

/* A card an indicator that has figures at all, in the order of the dataset. The kind stays AUTO,
 * which is what its nature allows. */
static RsBoard *
make_board (const RsDataset *dataset)
{
  const RsDimension *metric = rs_dataset_get_metric (dataset);
  RsBoard *self = rs_board_new ();
  const char *id = rs_dataset_get_id (dataset);
  g_autofree gboolean *has_figures = NULL;

  self->id = g_strdup ("indicators");
  rs_text_copy (&self->title, rs_dataset_get_label (dataset));
  if (*id != '\0')
    self->dataset = g_strdup (id);
  if (metric == NULL || metric->n_categories == 0)
    {
      add_made_view (self, "figures", NULL);
      return self;
    }
  has_figures = g_new0 (gboolean, metric->n_categories);
  rs_dataset_foreach (dataset, mark_indicator, has_figures);
  for (guint i = 0; i < metric->n_categories && self->views->len < MAX_MADE_VIEWS; i++)
    if (has_figures[i])
      add_made_view (self, metric->categories[i].id, metric->categories[i].id);
  if (self->views->len == 0)
    add_made_view (self, metric->categories[0].id, metric->categories[0].id);
  return self;
}

RsBoard *
rs_board_for_dataset (const RsDataset *dataset)
{
  const char *named = NULL;

  g_return_val_if_fail (dataset != NULL, rs_board_new ());

  named = rs_dataset_get_board (dataset);
  if (named != NULL)
    {
      g_autoptr (GError) error = NULL;
      RsBoard *board = rs_board_load_embedded (named, &error);

      if (board != NULL)
        return board;
      /* A file from elsewhere may name a board that we do not have: its figures are shown all the
       * same. */
      g_debug ("No board “%s”: %s", named, error->message);
    }
  return make_board (dataset);
}
