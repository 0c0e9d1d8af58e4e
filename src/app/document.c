/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is open: a catalog, one of its datasets, a board for it, and the one choice that all pages
 * share. */
#define G_LOG_DOMAIN "renshe-app"

#include "config.h"

#include "app/document.h"

#include <glib/gi18n-lib.h>

#include "app/open-file.h"
#include "dataset/loader.h"

#define BOARDS_PATH "/org/renshe/Renshe/boards"

struct _RsDocument
{
  GObject parent_instance;

  RsLanguage language;
  RsCatalog *catalog; /* (nullable) (owned) */
  RsDataset *dataset; /* (nullable) (unowned): of catalog */
  guint dataset_index;
  GPtrArray *boards; /* (element-type RsBoard) (owned): never empty while there is a dataset */
  guint board_index;
  RsBoard *opened_board; /* (nullable) (owned): from a file; gone with the catalog */
  guint opened_for;      /* index of the dataset that it was opened for */
  RsSelection selection;
  RsSelection wanted;        /* what was chosen last, whether or not the dataset has it */
  GHashTable *choices;       /* (owned): from what get_choice_key() gives to RsViewChoice */
  GPtrArray *views;          /* (nullable) (owned) (element-type RsView): the board's as shown */
  GCancellable *cancellable; /* (nullable) (owned): of the load that is under way */
};

G_DEFINE_FINAL_TYPE (RsDocument, rs_document, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_LOADING,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
emit_changed (RsDocument *self, guint changes)
{
  g_clear_pointer (&self->views, g_ptr_array_unref);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, changes);
}

static void
emit_loading (RsDocument *self, gboolean loading)
{
  g_signal_emit (self, signals[SIGNAL_LOADING], 0, loading);
}

static gboolean
has_board (const GPtrArray *boards, const char *id)
{
  for (guint i = 0; i < boards->len; i++)
    {
      const RsBoard *board = g_ptr_array_index (boards, i);

      if (g_strcmp0 (board->id, id) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The dataset's own board, then those that the program brings along for it. */
static GPtrArray *
collect_boards (const RsDataset *dataset)
{
  GPtrArray *boards = g_ptr_array_new_with_free_func ((GDestroyNotify) rs_board_free);
  const char *dataset_id = rs_dataset_get_id (dataset);
  g_auto (GStrv) names = NULL;

  g_ptr_array_add (boards, rs_board_for_dataset (dataset));
  /* Only a dataset that names its board is one that the embedded boards were made for. */
  if (rs_dataset_get_board (dataset) == NULL || *dataset_id == '\0')
    return boards;
  names = g_resources_enumerate_children (BOARDS_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *id = NULL;
      g_autoptr (RsBoard) board = NULL;
      g_autoptr (GError) error = NULL;

      if (!g_str_has_suffix (names[i], ".json"))
        continue;
      id = g_strndup (names[i], strlen (names[i]) - strlen (".json"));
      board = rs_board_load_embedded (id, &error);
      if (board == NULL)
        g_warning ("%s", error->message);
      else if (g_strcmp0 (board->dataset, dataset_id) == 0 && !has_board (boards, board->id))
        g_ptr_array_add (boards, g_steal_pointer (&board));
    }
  return boards;
}

static void
take_dataset (RsDocument *self, guint index)
{
  self->dataset_index = index;
  self->dataset = rs_catalog_get_dataset (self->catalog, index);
  g_clear_pointer (&self->boards, g_ptr_array_unref);
  self->boards = collect_boards (self->dataset);
  if (self->opened_board != NULL && self->opened_for == index)
    g_ptr_array_add (self->boards, rs_board_copy (self->opened_board));
  self->board_index = 0;
}

static void
take_catalog (RsDocument *self, RsCatalog *catalog)
{
  rs_catalog_ref (catalog);
  g_clear_pointer (&self->catalog, rs_catalog_unref);
  self->catalog = catalog;
  g_clear_pointer (&self->opened_board, rs_board_free);
}

static void
adapt_selection (RsDocument *self)
{
  rs_selection_copy (&self->selection, &self->wanted);
  rs_selection_adapt (&self->selection, self->dataset);
}

/* @first: no choice was made yet. */
static void
choose (RsDocument *self, gboolean first)
{
  if (!first)
    {
      adapt_selection (self);
      return;
    }
  rs_selection_clear (&self->selection);
  rs_selection_init_default (&self->selection, self->dataset);
  rs_selection_copy (&self->wanted, &self->selection);
}

static void
rs_document_finalize (GObject *object)
{
  RsDocument *self = RS_DOCUMENT (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->boards, g_ptr_array_unref);
  g_clear_pointer (&self->views, g_ptr_array_unref);
  g_clear_pointer (&self->choices, g_hash_table_unref);
  g_clear_pointer (&self->catalog, rs_catalog_unref);
  g_clear_pointer (&self->opened_board, rs_board_free);
  rs_selection_clear (&self->selection);
  rs_selection_clear (&self->wanted);

  G_OBJECT_CLASS (rs_document_parent_class)->finalize (object);
}

static void
rs_document_class_init (RsDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = rs_document_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", RS_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_LOADING] = g_signal_new ("loading", RS_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
rs_document_init (RsDocument *self)
{
  self->choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static GThread *preparation = NULL; /* (owned) (nullable): returns an Embedded */

typedef struct
{
  RsCatalog *catalog; /* (owned) (nullable) */
  GError *error;      /* (owned) (nullable) */
} Embedded;

static gpointer
load_embedded (gpointer data)
{
  Embedded *embedded = g_new0 (Embedded, 1);

  embedded->catalog = rs_load_embedded (&embedded->error);
  return embedded;
}

void
rs_document_prepare_embedded (void)
{
  if (preparation == NULL)
    preparation = g_thread_new ("embedded", load_embedded, NULL);
}

RsCatalog *
rs_document_take_embedded (GError **error)
{
  Embedded *embedded;
  RsCatalog *catalog;

  if (preparation == NULL)
    return rs_load_embedded (error);
  embedded = g_thread_join (preparation);
  preparation = NULL;
  catalog = embedded->catalog;
  if (embedded->error != NULL)
    g_propagate_error (error, embedded->error);
  g_free (embedded);
  return catalog;
}

void
rs_document_drop_embedded (void)
{
  g_autoptr (RsCatalog) unused = NULL;

  if (preparation != NULL)
    unused = rs_document_take_embedded (NULL);
}

RsDocument *
rs_document_new (RsLanguage language)
{
  RsDocument *self = g_object_new (RS_TYPE_DOCUMENT, NULL);

  self->language = language;
  return self;
}

RsLanguage
rs_document_get_language (RsDocument *self)
{
  g_return_val_if_fail (RS_IS_DOCUMENT (self), RS_LANGUAGE_EN);

  return self->language;
}

gboolean
rs_document_set_catalog (RsDocument *self, RsCatalog *catalog, GError **error)
{
  gboolean first;

  g_return_val_if_fail (RS_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (catalog != NULL, FALSE);

  if (rs_catalog_get_n_datasets (catalog) == 0 && rs_catalog_get_n_links (catalog) > 0)
    {
      guint n = rs_catalog_get_n_links (catalog);

      g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_UNSUPPORTED,
                   /* Translators: name of a file, number of links. */
                   ngettext ("“%s” is a list of %u link to another file and holds no figures "
                             "itself. Links are never fetched: open that file instead.",
                             "“%s” is a list of %u links to other files and holds no figures "
                             "itself. Links are never fetched: open one of those files instead.",
                             n),
                   rs_catalog_get_name (catalog), n);
      return FALSE;
    }
  if (rs_catalog_get_n_datasets (catalog) == 0)
    {
      g_set_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_UNSUPPORTED,
                   /* Translators: %s is the name of a file. */
                   _ ("“%s” holds no dataset that can be shown."), rs_catalog_get_name (catalog));
      return FALSE;
    }
  first = self->catalog == NULL;
  take_catalog (self, catalog);
  take_dataset (self, 0);
  choose (self, first);
  emit_changed (self, RS_DOCUMENT_CATALOG | RS_DOCUMENT_DATASET | RS_DOCUMENT_BOARD |
                        RS_DOCUMENT_SELECTION);
  return TRUE;
}

static int
find_dataset (const RsCatalog *catalog, const char *id)
{
  for (guint i = 0; i < rs_catalog_get_n_datasets (catalog); i++)
    if (g_str_equal (rs_dataset_get_id (rs_catalog_get_dataset (catalog, i)), id))
      return (int) i;
  return -1;
}

/* Where the dataset that @board was made for is: the open file comes before the embedded figures; a
 * board that names none is for the open dataset. (transfer full) (nullable) */
static RsCatalog *
find_catalog_for (
  RsDocument *self, const RsBoard *board, const char *name, guint *out_index, GError **error)
{
  g_autoptr (RsCatalog) embedded = NULL;
  int index;

  *out_index = self->dataset_index;
  if (self->catalog != NULL && board->dataset == NULL)
    return rs_catalog_ref (self->catalog);
  index = self->catalog != NULL ? find_dataset (self->catalog, board->dataset) : -1;
  if (index >= 0)
    {
      *out_index = (guint) index;
      return rs_catalog_ref (self->catalog);
    }
  embedded = rs_load_embedded (error);
  if (embedded == NULL)
    return NULL;
  index = board->dataset != NULL ? find_dataset (embedded, board->dataset) : 0;
  if (index >= 0)
    {
      *out_index = (guint) index;
      return g_steal_pointer (&embedded);
    }
  g_set_error (error, RS_QUERY_ERROR, RS_QUERY_ERROR_UNSUITABLE,
               /* Translators: name of a file, id of a dataset. */
               _ ("%s: This board is for the dataset “%s”, which is neither open nor among the "
                  "embedded figures. Open that dataset first."),
               name, board->dataset);
  return NULL;
}

/* Boards are chosen by their ids, so this one must not have that of another. */
static void
make_id_unique (RsBoard *board, const GPtrArray *boards, const char *name)
{
  g_autofree char *id = g_strdup (board->id != NULL && *board->id != '\0' ? board->id : name);

  for (guint n = 2; has_board (boards, id); n++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", board->id != NULL ? board->id : name, n);
    }
  g_free (board->id);
  board->id = g_steal_pointer (&id);
}

gboolean
rs_document_open_board (RsDocument *self, const RsBoard *board, const char *name, GError **error)
{
  g_autoptr (RsCatalog) catalog = NULL;
  g_autoptr (RsBoard) copy = NULL;
  RsDocumentChange changes = RS_DOCUMENT_BOARD;
  gboolean first;
  guint index;

  g_return_val_if_fail (RS_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (board != NULL && name != NULL, FALSE);

  catalog = find_catalog_for (self, board, name, &index, error);
  if (catalog == NULL ||
      !rs_open_file_check_board (board, name, rs_catalog_get_dataset (catalog, index),
                                 self->language, error))
    return FALSE;
  copy = rs_board_copy (board);
  first = self->catalog == NULL;
  if (catalog != self->catalog)
    changes |= RS_DOCUMENT_CATALOG | RS_DOCUMENT_DATASET | RS_DOCUMENT_SELECTION;
  else if (index != self->dataset_index)
    changes |= RS_DOCUMENT_DATASET | RS_DOCUMENT_SELECTION;
  take_catalog (self, catalog);
  take_dataset (self, index);
  make_id_unique (copy, self->boards, name);
  g_ptr_array_add (self->boards, rs_board_copy (copy));
  self->board_index = self->boards->len - 1;
  self->opened_board = g_steal_pointer (&copy);
  self->opened_for = index;
  if ((changes & RS_DOCUMENT_DATASET) != 0)
    choose (self, first);
  emit_changed (self, changes);
  return TRUE;
}

gboolean
rs_document_is_board_opened (RsDocument *self)
{
  const RsBoard *board;

  g_return_val_if_fail (RS_IS_DOCUMENT (self), FALSE);

  board = rs_document_get_board (self);
  return board != NULL && self->opened_board != NULL && self->opened_for == self->dataset_index &&
         g_strcmp0 (board->id, self->opened_board->id) == 0;
}

static gboolean
take_opened (
  RsDocument *self, RsCatalog *catalog, const RsBoard *board, GFile *file, GError **error)
{
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;

  if (catalog != NULL)
    return rs_document_set_catalog (self, catalog, error);
  base = g_file_get_basename (file);
  name = g_filename_display_name (base != NULL ? base : "");
  return rs_document_open_board (self, board, name, error);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  RsDocument *self = g_task_get_source_object (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError *error = NULL;
  g_autoptr (RsCatalog) catalog = NULL;
  g_autoptr (RsBoard) board = NULL;
  gboolean opened = rs_open_file_finish (result, &catalog, &board, &error);

  /* Only the latest load may open anything: an earlier one was cancelled, however far it had come.
   */
  if (self->cancellable == cancellable)
    {
      g_clear_object (&self->cancellable);
      emit_loading (self, FALSE);
    }
  else
    {
      opened = FALSE;
      g_clear_error (&error);
      error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Cancelled"));
    }
  if (!opened || !take_opened (self, catalog, board, g_task_get_task_data (task), &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

void
rs_document_load_async (RsDocument *self,
                        GFile *file,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task;
  gboolean was_loading;

  g_return_if_fail (RS_IS_DOCUMENT (self));
  g_return_if_fail (G_IS_FILE (file));

  was_loading = self->cancellable != NULL;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, callback, user_data);
  g_task_set_source_tag (task, rs_document_load_async);
  /* The outcome counts, not a cancellation that comes after it: the document has changed by then.
   */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  if (!was_loading)
    emit_loading (self, TRUE);
  rs_open_file_async (file, self->cancellable, on_loaded, task);
}

gboolean
rs_document_load_finish (RsDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
rs_document_get_loading (RsDocument *self)
{
  g_return_val_if_fail (RS_IS_DOCUMENT (self), FALSE);

  return self->cancellable != NULL;
}

RsCatalog *
rs_document_get_catalog (RsDocument *self)
{
  g_return_val_if_fail (RS_IS_DOCUMENT (self), NULL);

  return self->catalog;
}

RsDataset *
rs_document_get_dataset (RsDocument *self)
{
  g_return_val_if_fail (RS_IS_DOCUMENT (self), NULL);

  return self->dataset;
}

guint
rs_document_get_dataset_index (RsDocument *self)
{
  g_return_val_if_fail (RS_IS_DOCUMENT (self), 0);

  return self->dataset_index;
}

void
rs_document_set_dataset_index (RsDocument *self, guint index)
{
  g_return_if_fail (RS_IS_DOCUMENT (self));

  if (self->catalog == NULL || index >= rs_catalog_get_n_datasets (self->catalog) ||
      index == self->dataset_index)
    return;
  take_dataset (self, index);
  adapt_selection (self);
  emit_changed (self, RS_DOCUMENT_DATASET | RS_DOCUMENT_BOARD | RS_DOCUMENT_SELECTION);
}

int
rs_document_find_dataset (RsDocument *self, const char *id)
{
  g_return_val_if_fail (RS_IS_DOCUMENT (self), -1);

  if (self->catalog == NULL || id == NULL)
    return -1;
  return find_dataset (self->catalog, id);
}

guint
rs_document_get_n_boards (RsDocument *self)
{
  g_return_val_if_fail (RS_IS_DOCUMENT (self), 0);

  return self->boards != NULL ? self->boards->len : 0;
}

const RsBoard *
rs_document_get_nth_board (RsDocument *self, guint i)
{
  g_return_val_if_fail (RS_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (i < rs_document_get_n_boards (self), NULL);

  return g_ptr_array_index (self->boards, i);
}

guint
rs_document_get_board_index (RsDocument *self)
{
  g_return_val_if_fail (RS_IS_DOCUMENT (self), 0);

  return self->board_index;
}

const RsBoard *
rs_document_get_board (RsDocument *self)
{
  g_return_val_if_fail (RS_IS_DOCUMENT (self), NULL);

  return self->boards != NULL ? g_ptr_array_index (self->boards, self->board_index) : NULL;
}

gboolean
rs_document_set_board_id (RsDocument *self, const char *id)
{
  g_return_val_if_fail (RS_IS_DOCUMENT (self), FALSE);

  for (guint i = 0; i < rs_document_get_n_boards (self); i++)
    {
      const RsBoard *board = g_ptr_array_index (self->boards, i);

      if (g_strcmp0 (board->id, id) != 0)
        continue;
      if (i != self->board_index)
        {
          self->board_index = i;
          emit_changed (self, RS_DOCUMENT_BOARD);
        }
      return TRUE;
    }
  return FALSE;
}

/* (transfer full) */
static char *
get_choice_key (RsDocument *self, guint position)
{
  const RsBoard *board = rs_document_get_board (self);

  return g_strdup_printf ("%s\n%s\n%u", rs_dataset_get_id (self->dataset),
                          board->id != NULL ? board->id : "", position);
}

static gboolean
has_view (RsDocument *self, guint position)
{
  const RsBoard *board = rs_document_get_board (self);

  return board != NULL && position < board->views->len;
}

const RsView *
rs_document_get_view (RsDocument *self, guint position)
{
  const RsBoard *board;

  g_return_val_if_fail (RS_IS_DOCUMENT (self), NULL);

  if (!has_view (self, position))
    return NULL;
  board = rs_document_get_board (self);
  if (self->views == NULL)
    {
      self->views = g_ptr_array_new_with_free_func ((GDestroyNotify) rs_view_free);
      for (guint i = 0; i < board->views->len; i++)
        {
          RsViewChoice choice;

          rs_document_get_choice (self, i, &choice);
          g_ptr_array_add (self->views,
                           rs_view_choice_apply (&choice, g_ptr_array_index (board->views, i),
                                                 self->dataset, &self->selection));
        }
    }
  return g_ptr_array_index (self->views, position);
}

void
rs_document_get_choice (RsDocument *self, guint position, RsViewChoice *out_choice)
{
  g_autofree char *key = NULL;
  const RsViewChoice *choice;

  g_return_if_fail (RS_IS_DOCUMENT (self));

  *out_choice = (RsViewChoice){ 0 };
  if (!has_view (self, position))
    return;
  key = get_choice_key (self, position);
  choice = g_hash_table_lookup (self->choices, key);
  if (choice != NULL)
    *out_choice = *choice;
}

void
rs_document_set_choice (RsDocument *self, guint position, const RsViewChoice *choice)
{
  RsViewChoice old;

  g_return_if_fail (RS_IS_DOCUMENT (self));

  rs_document_get_choice (self, position, &old);
  if (!has_view (self, position) || rs_view_choice_equal (&old, choice))
    return;
  g_hash_table_replace (self->choices, get_choice_key (self, position),
                        g_memdup2 (choice, sizeof *choice));
  emit_changed (self, RS_DOCUMENT_CHOICE);
}

const RsSelection *
rs_document_get_selection (RsDocument *self)
{
  g_return_val_if_fail (RS_IS_DOCUMENT (self), NULL);

  return &self->selection;
}

const RsSelection *
rs_document_get_wanted (RsDocument *self)
{
  g_return_val_if_fail (RS_IS_DOCUMENT (self), NULL);

  return &self->wanted;
}

gboolean
rs_document_select_region (RsDocument *self, const char *id)
{
  const RsDimension *geo;

  g_return_val_if_fail (RS_IS_DOCUMENT (self), FALSE);

  geo = self->dataset != NULL ? rs_dataset_get_geo (self->dataset) : NULL;
  if (geo == NULL || id == NULL || rs_dimension_find (geo, id) < 0)
    return FALSE;
  g_free (self->wanted.region);
  self->wanted.region = g_strdup (id);
  if (g_strcmp0 (self->selection.region, id) != 0)
    {
      g_free (self->selection.region);
      self->selection.region = g_strdup (id);
      emit_changed (self, RS_DOCUMENT_SELECTION);
    }
  return TRUE;
}

static int
find_year (RsDocument *self, int year)
{
  guint n_years = 0;
  const int *years = self->dataset != NULL ? rs_dataset_get_years (self->dataset, &n_years) : NULL;

  for (guint i = 0; i < n_years; i++)
    if (years[i] == year)
      return (int) i;
  return -1;
}

gboolean
rs_document_select_year (RsDocument *self, int year)
{
  g_return_val_if_fail (RS_IS_DOCUMENT (self), FALSE);

  if (find_year (self, year) < 0)
    return FALSE;
  self->wanted.year = year;
  if (self->selection.year != year)
    {
      self->selection.year = year;
      emit_changed (self, RS_DOCUMENT_SELECTION);
    }
  return TRUE;
}

void
rs_document_step_year (RsDocument *self, int n)
{
  guint n_years = 0;
  const int *years;
  int position;

  g_return_if_fail (RS_IS_DOCUMENT (self));

  position = find_year (self, self->selection.year);
  if (position < 0)
    return;
  years = rs_dataset_get_years (self->dataset, &n_years);
  rs_document_select_year (self, years[CLAMP (position + n, 0, (int) n_years - 1)]);
}

RsFrame *
rs_document_run (RsDocument *self, const RsView *view, RsLanguage language, GError **error)
{
  g_return_val_if_fail (RS_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (self->dataset != NULL, NULL);

  return rs_view_run (view, self->dataset, &self->selection, language, error);
}

/* (nullable) (transfer none) */
static const char *
find_region_label (RsDocument *self, const RsDataset *dataset, const char *id)
{
  const RsDimension *geo = rs_dataset_get_geo (dataset);
  int position = geo != NULL && id != NULL ? rs_dimension_find (geo, id) : -1;
  const char *label;

  if (position < 0)
    return NULL;
  label = rs_text_get (&geo->categories[position].label, self->language);
  return *label != '\0' ? label : geo->categories[position].id;
}

char *
rs_document_describe_missing_region (RsDocument *self)
{
  const char *missing = NULL;
  const char *shown;

  g_return_val_if_fail (RS_IS_DOCUMENT (self), NULL);

  if (self->catalog == NULL || g_strcmp0 (self->wanted.region, self->selection.region) == 0)
    return NULL;
  for (guint i = 0; missing == NULL && i < rs_catalog_get_n_datasets (self->catalog); i++)
    missing =
      find_region_label (self, rs_catalog_get_dataset (self->catalog, i), self->wanted.region);
  shown = find_region_label (self, self->dataset, self->selection.region);
  if (missing == NULL || shown == NULL)
    return NULL;
  /* Translators: two regions, after a switch to a dataset that lacks the first one. */
  return g_strdup_printf (_ ("This dataset does not have %s; %s is shown."), missing, shown);
}

/* (nullable) (transfer none) */
static const char *
get_region_label (RsDocument *self)
{
  if (self->dataset == NULL)
    return NULL;
  return find_region_label (self, self->dataset, self->selection.region);
}

static char *
get_dataset_label (RsDocument *self)
{
  const char *label = NULL;

  if (self->dataset != NULL)
    label = rs_text_get (rs_dataset_get_label (self->dataset), self->language);
  if (label != NULL && *label != '\0')
    return g_strdup (label);
  return g_strdup (self->catalog != NULL ? rs_catalog_get_name (self->catalog) : "");
}

char *
rs_document_get_title (RsDocument *self)
{
  const char *region;

  g_return_val_if_fail (RS_IS_DOCUMENT (self), NULL);

  region = get_region_label (self);
  if (region != NULL && self->selection.year != 0)
    /* Translators: the title of the window: region and year. */
    return g_strdup_printf (_ ("%s, %d"), region, self->selection.year);
  if (region != NULL)
    return g_strdup (region);
  if (self->selection.year != 0)
    return g_strdup_printf ("%d", self->selection.year);
  return get_dataset_label (self);
}

char *
rs_document_get_heading (RsDocument *self)
{
  const char *region;

  g_return_val_if_fail (RS_IS_DOCUMENT (self), NULL);

  region = get_region_label (self);
  if (region != NULL && self->selection.year != 0)
    /* Translators: the heading of the page: region and year. Written as in the sentence on the
     * targets, which stands below it and then need not repeat it. */
    return g_strdup_printf (_ ("%s in %d"), region, self->selection.year);
  return rs_document_get_title (self);
}

char *
rs_document_get_subtitle (RsDocument *self)
{
  const RsDimension *metric;
  g_autofree char *label = NULL;
  guint n;

  g_return_val_if_fail (RS_IS_DOCUMENT (self), NULL);

  label = get_dataset_label (self);
  metric = self->dataset != NULL ? rs_dataset_get_metric (self->dataset) : NULL;
  n = metric != NULL ? metric->n_categories : 0;
  if (n == 0)
    return g_steal_pointer (&label);
  /* Translators: under the title of the window: label of the dataset, number of indicators. */
  return g_strdup_printf (ngettext ("%s · %u indicator", "%s · %u indicators", n), label, n);
}
