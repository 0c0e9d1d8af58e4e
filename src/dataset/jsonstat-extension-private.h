/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the files that read `extension.renshe` share. */
#pragma once

#include "dataset/jsonstat-private.h"

G_BEGIN_DECLS

/* The extension of one dataset being read. */
typedef struct
{
  const RsJsonstatReader *reader;
  RsDatasetBuilder *builder;
  const GPtrArray *dimensions;
  const RsDimension *metric; /* (nullable) */
  const RsDimension *geo;    /* (nullable) */
  const RsDimension *time;   /* (nullable) */
  GArray *notes;             /* (element-type RsText) */
} RsJsonstatExtension;

/* Adds a warning about the place @pointer. */
void rs_jsonstat_extension_complain (const RsJsonstatExtension *self,
                                     const char *pointer,
                                     const char *format,
                                     ...) G_GNUC_PRINTF (3, 4);

/* Says that @member must be of the type @expected and is not. */
void rs_jsonstat_extension_complain_type (const RsJsonstatExtension *self,
                                          const char *pointer,
                                          const char *member,
                                          const char *expected,
                                          JsonNode *node);

/* Each returns the member of @object, which is at @pointer, or NULL/FALSE where there is none (or
 * null). Where it is of another type, there is a diagnostic as well. */
JsonNode *rs_jsonstat_extension_get_node (JsonObject *object, const char *member);
const char *rs_jsonstat_extension_get_string (const RsJsonstatExtension *self,
                                              JsonObject *object,
                                              const char *pointer,
                                              const char *member);
gboolean rs_jsonstat_extension_get_number (const RsJsonstatExtension *self,
                                           JsonObject *object,
                                           const char *pointer,
                                           const char *member,
                                           double *out_value);
gboolean rs_jsonstat_extension_get_boolean (const RsJsonstatExtension *self,
                                            JsonObject *object,
                                            const char *pointer,
                                            const char *member);
JsonObject *rs_jsonstat_extension_get_object (const RsJsonstatExtension *self,
                                              JsonObject *object,
                                              const char *pointer,
                                              const char *member);
JsonArray *rs_jsonstat_extension_get_array (const RsJsonstatExtension *self,
                                            JsonObject *object,
                                            const char *pointer,
                                            const char *member);

/* The object at @index of a list; NULL with a diagnostic where it is none. */
JsonObject *rs_jsonstat_extension_get_element (const RsJsonstatExtension *self,
                                               JsonArray *array,
                                               const char *pointer,
                                               guint index);

/* Sets @field to the text @member, where there is one. */
void rs_jsonstat_extension_set_member (const RsJsonstatExtension *self,
                                       JsonObject *object,
                                       const char *pointer,
                                       const char *member,
                                       char **field);

const RsDimension *rs_jsonstat_extension_find_dimension (const RsJsonstatExtension *self,
                                                         const char *id);

/* The index of the source that `source` names; -1 for none. */
int rs_jsonstat_extension_get_source (const RsJsonstatExtension *self,
                                      JsonObject *object,
                                      const char *pointer);

/* The note whose number `note` is; @text stays where there is none. */
void rs_jsonstat_extension_get_note (const RsJsonstatExtension *self,
                                     JsonObject *object,
                                     const char *pointer,
                                     RsText *text);

/* The position of the category that @member names. Where the dataset has no dimension of that role
 * (@dimension is NULL), 0. */
gboolean rs_jsonstat_extension_get_category (const RsJsonstatExtension *self,
                                             const RsDimension *dimension,
                                             JsonObject *object,
                                             const char *pointer,
                                             const char *member,
                                             guint *out_position);

/* All take a NULL table or list for an empty one. */
void rs_jsonstat_extension_read_targets (const RsJsonstatExtension *self,
                                         JsonArray *array,
                                         const char *pointer);
void rs_jsonstat_extension_read_breaks (const RsJsonstatExtension *self,
                                        JsonArray *array,
                                        const char *pointer);
void rs_jsonstat_extension_read_observations (const RsJsonstatExtension *self,
                                              JsonObject *table,
                                              const char *pointer);
void rs_jsonstat_extension_read_categories (const RsJsonstatExtension *self,
                                            JsonObject *table,
                                            const char *pointer);
void rs_jsonstat_extension_read_translations (const RsJsonstatExtension *self,
                                              JsonObject *table,
                                              const char *pointer);

G_END_DECLS
