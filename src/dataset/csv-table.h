/* SPDX-License-Identifier: GPL-3.0-or-later
 * RFC 4180 tables with a header, and the line each row came from. */
#pragma once

#include "dataset/dataset-error.h"

G_BEGIN_DECLS

/* Limits on what is read. */
#define RS_CSV_MAX_BYTES (256u * 1024 * 1024)
#define RS_CSV_MAX_COLUMNS 256
#define RS_CSV_MAX_ROWS (1u << 22)

typedef struct _RsCsvTable RsCsvTable;

/**
 * rs_csv_table_parse:
 * @name: file name for messages
 * @bytes: the file
 * @error: %RS_DATASET_ERROR_SYNTAX with file:line (an open quote, a quote inside an unquoted field,
 * text after a closing quote, a carriage return on its own, a row with more or fewer fields than
 * the header, a column named twice, no header, invalid UTF-8, NUL), or _TOO_LARGE
 *
 * Returns: (transfer full) (nullable): the table. LF and CRLF; a UTF-8 byte order mark is skipped;
 * an empty last line is ignored; a line without any field between other lines is a row with fewer
 * fields than the header.
 */
RsCsvTable *rs_csv_table_parse (const char *name, GBytes *bytes, GError **error);
void rs_csv_table_free (RsCsvTable *self);

const char *rs_csv_table_get_name (const RsCsvTable *self);
guint rs_csv_table_get_n_rows (const RsCsvTable *self);
guint rs_csv_table_get_n_columns (const RsCsvTable *self);
const char *rs_csv_table_get_header (const RsCsvTable *self, guint column);
/* Column number of a header, or -1. */
int rs_csv_table_find_column (const RsCsvTable *self, const char *header);
/* Never NULL; "" for an empty field, and for column -1 (one that the table does not have). */
const char *rs_csv_table_get (const RsCsvTable *self, guint row, int column);
/* Line (from 1) where the row begins. */
guint rs_csv_table_get_line (const RsCsvTable *self, guint row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RsCsvTable, rs_csv_table_free)

G_END_DECLS
