/* SPDX-License-Identifier: GPL-3.0-or-later
 * All datasets of one file. */
#pragma once

#include "base/diagnostics.h"
#include "dataset/dataset.h"

G_BEGIN_DECLS

/* Links in a collection are listed, never fetched. */
typedef struct
{
  char *href;
  char *label; /* (nullable) */
} RsLink;

typedef struct _RsCatalog RsCatalog;

RsCatalog *rs_catalog_ref (RsCatalog *self);
void rs_catalog_unref (RsCatalog *self);

const char *rs_catalog_get_name (const RsCatalog *self);    /* display name of the file */
const char *rs_catalog_get_class (const RsCatalog *self);   /* `dataset`, `collection`, `bundle` */
const char *rs_catalog_get_version (const RsCatalog *self); /* `2.0`, `1.x`; as found */
const char *
rs_catalog_get_release (const RsCatalog *self); /* SHA-256 of the bytes, 64 hex digits */
const RsText *rs_catalog_get_label (const RsCatalog *self);
guint rs_catalog_get_n_datasets (const RsCatalog *self);
RsDataset *rs_catalog_get_dataset (const RsCatalog *self, guint i); /* (transfer none) */
guint rs_catalog_get_n_links (const RsCatalog *self);
const RsLink *rs_catalog_get_link (const RsCatalog *self, guint i);
RsDiagnostics *rs_catalog_get_diagnostics (const RsCatalog *self); /* (transfer none) */

/* Made by readers. */
RsCatalog *
rs_catalog_new (const char *name, const char *class_name, const char *version, const char *release);
RsText *rs_catalog_edit_label (RsCatalog *self);
void rs_catalog_add_dataset (RsCatalog *self,
                             RsDataset *dataset); /* (transfer none): takes its own reference */
void rs_catalog_add_link (RsCatalog *self, const char *href, const char *label);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RsCatalog, rs_catalog_unref)

G_END_DECLS
