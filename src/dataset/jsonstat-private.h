/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the files of the JSON-stat reader share. */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "dataset/catalog.h"
#include "dataset/dataset-builder.h"

G_BEGIN_DECLS

/* Keys of the translations under extension.renshe are names of languages; the file's own labels are
 * English. */
#define RS_JSONSTAT_EXTENSION "renshe"
#define RS_JSONSTAT_EXTENSION_VERSION 1

/* Datasets, and links, of one file beyond this many are refused. */
#define RS_JSONSTAT_MAX_ITEMS 1000

/* One file being read. */
typedef struct
{
  const char *name;
  RsCatalog *catalog;         /* what the file becomes */
  RsDiagnostics *diagnostics; /* borrowed from the catalog */
  GCancellable *cancellable;  /* (nullable) */
  GHashTable *repeats; /* pointer of an object → first of its names that stands there twice; owned
                          by the findings */
} RsJsonstatReader;

/* Sets @error to `name:pointer: sentence` and returns FALSE. */
gboolean rs_jsonstat_fail (const RsJsonstatReader *self,
                           const char *pointer,
                           RsDatasetError code,
                           GError **error,
                           const char *format,
                           ...) G_GNUC_PRINTF (5, 6);

/* Refuses an object in which a repeated member would cost data. */
gboolean
rs_jsonstat_refuse_repeats (const RsJsonstatReader *self, const char *pointer, GError **error);

/* Sets the text of a builder's field: valid UTF-8 whatever came. */
void rs_jsonstat_set_string (char **field, const char *text);

/* A JSON-stat `note`: an array of texts, or (seen) one text. (transfer full) (nullable) (array
 * zero-terminated=1) */
char **rs_jsonstat_read_notes (const RsJsonstatReader *self, JsonNode *node, const char *pointer);

/* 1.x keeps `id`, `size` and `role` inside `dimension`. */
gboolean rs_jsonstat_has_old_shape (JsonObject *object);
gboolean rs_jsonstat_looks_like_dataset (JsonObject *object);

/**
 * rs_jsonstat_read_dataset:
 * @object: the dataset
 * @pointer: where it is
 * @key: (nullable): its name in a bundle
 *
 * Adds the dataset to the catalog.
 */
gboolean rs_jsonstat_read_dataset (const RsJsonstatReader *self,
                                   JsonObject *object,
                                   const char *pointer,
                                   const char *key,
                                   GError **error);

/**
 * rs_jsonstat_read_dimension:
 * @object: the entry of the dimension
 * @pointer: where it is
 * @dimension: zeroed by the builder, with as many categories as `size` says
 *
 * Ids, labels, hierarchy, units, coordinates and notes. Index, ids and size must agree; all else is
 * dropped with a diagnostic where it is wrong.
 */
gboolean rs_jsonstat_read_dimension (const RsJsonstatReader *self,
                                     JsonObject *object,
                                     const char *pointer,
                                     RsDimension *dimension,
                                     GError **error);

/* Two parts of the above, in jsonstat-category.c. @category: the member `category` of the
 * dimension, whose categories have their ids by now. */
gboolean rs_jsonstat_read_category_labels (const RsJsonstatReader *self,
                                           JsonObject *category,
                                           const char *pointer,
                                           RsDimension *dimension,
                                           GError **error);
void rs_jsonstat_read_category_tables (const RsJsonstatReader *self,
                                       JsonObject *category,
                                       const char *pointer,
                                       RsDimension *dimension);

/**
 * rs_jsonstat_read_cells:
 * @object: the dataset
 * @pointer: where it is
 * @n_cells: the product of the sizes
 * @builder: with all its dimensions
 *
 * `value` and `status` in all their forms.
 */
gboolean rs_jsonstat_read_cells (const RsJsonstatReader *self,
                                 JsonObject *object,
                                 const char *pointer,
                                 guint64 n_cells,
                                 RsDatasetBuilder *builder,
                                 GError **error);

/**
 * rs_jsonstat_read_extension:
 * @extension: (nullable): the member `extension` of the dataset
 * @pointer: where it is
 * @dimensions: (element-type RsDimension): of @builder, in order
 *
 * What is under `extension.renshe`. Never fails: what is wrong there is left out, and a diagnostic
 * says so.
 */
void rs_jsonstat_read_extension (const RsJsonstatReader *self,
                                 JsonObject *extension,
                                 const char *pointer,
                                 const GPtrArray *dimensions,
                                 RsDatasetBuilder *builder);

G_END_DECLS
