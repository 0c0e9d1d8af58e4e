/* SPDX-License-Identifier: GPL-3.0-or-later
 * The line that names the publications under a picture. */
#define G_LOG_DOMAIN "renshe-query"

#include "config.h"

#include <string.h>

#include "query/frame-private.h"
#include "query/summary.h"

/* From this many publications on their publisher is named once, for all. */
#define MIN_RELEASES 4

/* Longer than this it tells how a copy was come by, and no longer who published. */
#define MAX_PUBLISHER_LENGTH 40

/* Publications that are named with their publisher. */
#define MAX_PUBLISHERS 2

typedef struct
{
  char *publisher; /* "": not known */
  GArray *sources; /* (element-type guint): in the order of the dataset */
} Shelf;

static void
shelf_free (Shelf *self)
{
  g_free (self->publisher);
  g_array_unref (self->sources);
  g_free (self);
}

/* The publisher without the copy that was read: "Ministry; read in an archive" is "Ministry".
 * (transfer full) */
static char *
get_publisher (const RsSource *source)
{
  const char *publisher = source->publisher != NULL ? source->publisher : "";

  return g_strstrip (g_strndup (publisher, strcspn (publisher, ";")));
}

static gboolean
has_namesake (const RsDataset *dataset, guint source)
{
  const char *title = rs_dataset_get_source (dataset, source)->title;

  for (guint i = 0; i < rs_dataset_get_n_sources (dataset); i++)
    if (i != source && strcmp (rs_dataset_get_source (dataset, i)->title, title) == 0)
      return TRUE;
  return FALSE;
}

/* (transfer full): "" where the title alone tells the source from all others. */
static char *
get_telling_publisher (const RsDataset *dataset, guint source)
{
  return has_namesake (dataset, source) ? get_publisher (rs_dataset_get_source (dataset, source))
                                        : g_strdup ("");
}

char *
rs_summary_name_source (const RsDataset *dataset, guint source, RsLanguage language)
{
  g_autofree char *publisher = NULL;
  const char *title = NULL;

  g_return_val_if_fail (dataset != NULL && source < rs_dataset_get_n_sources (dataset),
                        g_strdup (""));

  title = rs_dataset_get_source (dataset, source)->title;
  publisher = get_telling_publisher (dataset, source);
  if (*publisher == '\0')
    return g_strdup (title);
  /* Translators: title and publisher of a publication. */
  return g_strdup_printf (rs_trc (language, "source", "%s (%s)"), title, publisher);
}

char *
rs_summary_quote_source (const RsDataset *dataset, guint source, RsLanguage language)
{
  g_autofree char *publisher = NULL;
  g_autofree char *quoted = NULL;

  g_return_val_if_fail (dataset != NULL && source < rs_dataset_get_n_sources (dataset),
                        g_strdup (""));

  publisher = get_telling_publisher (dataset, source);
  /* Translators: the title of a publication within a sentence: 《%s》 in Chinese. */
  quoted = g_strdup_printf (rs_trc (language, "source", "“%s”"),
                            rs_dataset_get_source (dataset, source)->title);
  if (*publisher == '\0')
    return g_steal_pointer (&quoted);
  return g_strdup_printf (rs_trc (language, "source", "%s (%s)"), quoted, publisher);
}

static Shelf *
add_shelf (GPtrArray *shelves, const char *publisher)
{
  Shelf *shelf = g_new0 (Shelf, 1);

  shelf->publisher = g_strdup (publisher);
  shelf->sources = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (shelves, shelf);
  return shelf;
}

static int
compare_indexes (gconstpointer a, gconstpointer b)
{
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;

  return first < second ? -1 : first > second;
}

/* (transfer full) (element-type utf8): of each source of the frame, "" where it is not known. */
static GPtrArray *
get_publishers (const RsFrame *frame)
{
  GPtrArray *publishers = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < frame->sources->len; i++)
    g_ptr_array_add (publishers, get_publisher (rs_dataset_get_source (
                                   frame->dataset, rs_frame_get_source (frame, i))));
  return publishers;
}

static guint
count (const GPtrArray *texts, const char *text)
{
  guint n = 0;

  for (guint i = 0; i < texts->len; i++)
    if (strcmp (g_ptr_array_index (texts, i), text) == 0)
      n++;
  return n;
}

/* One entry of the line each: a publication, or all of a publisher of many. (transfer full)
 * (element-type Shelf) */
static GPtrArray *
shelve (const RsFrame *frame)
{
  GPtrArray *shelves = g_ptr_array_new_with_free_func ((GDestroyNotify) shelf_free);
  g_autoptr (GPtrArray) publishers = get_publishers (frame);

  for (guint i = 0; i < frame->sources->len; i++)
    {
      guint index = rs_frame_get_source (frame, i);
      const char *publisher = g_ptr_array_index (publishers, i);
      gboolean many = *publisher != '\0' && count (publishers, publisher) >= MIN_RELEASES;
      Shelf *shelf = NULL;

      for (guint k = 0; many && k < shelves->len && shelf == NULL; k++)
        {
          Shelf *other = g_ptr_array_index (shelves, k);

          if (strcmp (other->publisher, publisher) == 0)
            shelf = other;
        }
      if (shelf == NULL)
        shelf = add_shelf (shelves, publisher);
      g_array_append_val (shelf->sources, index);
    }
  for (guint i = 0; i < shelves->len; i++)
    g_array_sort (((Shelf *) g_ptr_array_index (shelves, i))->sources, compare_indexes);
  return shelves;
}

/* (transfer full) */
static char *
describe_shelf (const RsFrame *frame, const Shelf *shelf, gboolean with_publisher)
{
  guint n = shelf->sources->len;
  const char *first =
    rs_dataset_get_source (frame->dataset, g_array_index (shelf->sources, guint, 0))->title;
  const char *last =
    rs_dataset_get_source (frame->dataset, g_array_index (shelf->sources, guint, n - 1))->title;

  if (n > 1)
    /* Translators: a publisher, how many of its publications a picture rests on, and the titles of
     * the first and the last of them. */
    return g_strdup_printf (
      rs_trn (frame->language, "%s: %u release (%s … %s)", "%s: %u releases (%s … %s)", n),
      shelf->publisher, n, first, last);
  if (!with_publisher || *shelf->publisher == '\0' || strstr (first, shelf->publisher) != NULL ||
      g_utf8_strlen (shelf->publisher, -1) > MAX_PUBLISHER_LENGTH)
    return rs_summary_name_source (frame->dataset, g_array_index (shelf->sources, guint, 0),
                                   frame->language);
  return g_strdup_printf (rs_trc (frame->language, "source", "%s (%s)"), first, shelf->publisher);
}

/* (transfer full): "" where the dataset names none. */
static char *
describe_source_of_dataset (const RsFrame *frame)
{
  const char *text = rs_text_get (rs_dataset_get_source_text (frame->dataset), frame->language);

  /* Where figures name their sources and none is shown, none is named. */
  if (rs_dataset_get_n_sources (frame->dataset) > 0 || *text == '\0')
    return g_strdup ("");
  return g_strdup_printf (rs_trn (frame->language, "Source: %s", "Sources: %s", 1), text);
}

char *
rs_summary_sources (const RsFrame *frame, guint max)
{
  g_autoptr (GPtrArray) shelves = NULL;
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  g_autofree char *shown = NULL;
  guint left = 0;

  g_return_val_if_fail (frame != NULL, g_strdup (""));

  if (frame->sources->len == 0)
    return describe_source_of_dataset (frame);
  shelves = shelve (frame);
  for (guint i = 0; i < shelves->len; i++)
    {
      const Shelf *shelf = g_ptr_array_index (shelves, i);

      if (max > 0 && i >= max)
        left += shelf->sources->len;
      else
        g_ptr_array_add (entries, describe_shelf (frame, shelf, max == 0 && i < MAX_PUBLISHERS));
    }
  shown = rs_query_join (frame->language, entries, rs_query_get_semicolon (frame->language), 0);
  if (left > 0)
    /* Translators: a list of names, then how many more there are. */
    list = g_strdup_printf (rs_trn (frame->language, "%s and %u other", "%s and %u others", left),
                            shown, left);
  else
    list = g_steal_pointer (&shown);
  /* Translators: the publications that a picture rests on. */
  return g_strdup_printf (
    rs_trn (frame->language, "Source: %s", "Sources: %s", frame->sources->len), list);
}
