/* SPDX-License-Identifier: GPL-3.0-or-later
 * All datasets of one file. */
#define G_LOG_DOMAIN "renshe-dataset"

#include "config.h"

#include "dataset/catalog.h"

struct _RsCatalog
{
  char *name;
  char *class_name;
  char *version;
  char *release;
  RsText label;
  GPtrArray *datasets; /* (element-type RsDataset) (owned) */
  GPtrArray *links;    /* (element-type RsLink) (owned) */
  RsDiagnostics *diagnostics;
};

static void
link_free (gpointer data)
{
  RsLink *self = data;

  g_free (self->href);
  g_free (self->label);
  g_free (self);
}

static void
catalog_clear (gpointer data)
{
  RsCatalog *self = data;

  g_free (self->name);
  g_free (self->class_name);
  g_free (self->version);
  g_free (self->release);
  rs_text_clear (&self->label);
  g_ptr_array_unref (self->datasets);
  g_ptr_array_unref (self->links);
  rs_diagnostics_unref (self->diagnostics);
}

RsCatalog *
rs_catalog_ref (RsCatalog *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
rs_catalog_unref (RsCatalog *self)
{
  g_atomic_rc_box_release_full (self, catalog_clear);
}

const char *
rs_catalog_get_name (const RsCatalog *self)
{
  return self->name;
}

const char *
rs_catalog_get_class (const RsCatalog *self)
{
  return self->class_name;
}

const char *
rs_catalog_get_version (const RsCatalog *self)
{
  return self->version;
}

const char *
rs_catalog_get_release (const RsCatalog *self)
{
  return self->release;
}

const RsText *
rs_catalog_get_label (const RsCatalog *self)
{
  return &self->label;
}

guint
rs_catalog_get_n_datasets (const RsCatalog *self)
{
  return self->datasets->len;
}

RsDataset *
rs_catalog_get_dataset (const RsCatalog *self, guint i)
{
  g_return_val_if_fail (i < self->datasets->len, NULL);

  return g_ptr_array_index (self->datasets, i);
}

guint
rs_catalog_get_n_links (const RsCatalog *self)
{
  return self->links->len;
}

const RsLink *
rs_catalog_get_link (const RsCatalog *self, guint i)
{
  g_return_val_if_fail (i < self->links->len, NULL);

  return g_ptr_array_index (self->links, i);
}

RsDiagnostics *
rs_catalog_get_diagnostics (const RsCatalog *self)
{
  return self->diagnostics;
}

RsCatalog *
rs_catalog_new (const char *name, const char *class_name, const char *version, const char *release)
{
  RsCatalog *self = g_atomic_rc_box_new0 (RsCatalog);

  self->name = g_strdup (name != NULL ? name : "");
  self->class_name = g_strdup (class_name != NULL ? class_name : "");
  self->version = g_strdup (version != NULL ? version : "");
  self->release = g_strdup (release != NULL ? release : "");
  self->datasets = g_ptr_array_new_with_free_func ((GDestroyNotify) rs_dataset_unref);
  self->links = g_ptr_array_new_with_free_func (link_free);
  self->diagnostics = rs_diagnostics_new ();
  return self;
}

RsText *
rs_catalog_edit_label (RsCatalog *self)
{
  return &self->label;
}

void
rs_catalog_add_dataset (RsCatalog *self, RsDataset *dataset)
{
  g_return_if_fail (dataset != NULL);

  g_ptr_array_add (self->datasets, rs_dataset_ref (dataset));
}

void
rs_catalog_add_link (RsCatalog *self, const char *href, const char *label)
{
  RsLink *link;

  g_return_if_fail (href != NULL);

  link = g_new0 (RsLink, 1);
  link->href = g_strdup (href);
  link->label = g_strdup (label);
  g_ptr_array_add (self->links, link);
}
