/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the tests of the embedded datasets share. */
#pragma once

#include "dataset/csv-table.h"
#include "dataset/dataset.h"

/* Loads the file that the build made; @path is the first argument of the test that is left over. */
void embedded_load (const char *path);
void embedded_unload (void);

/* The datasets `yearly` and `monthly`. (transfer none) */
RsDataset *embedded_get (const char *id);

/* A table of data/datasets/<id>/, which the tests read themselves. (transfer full) */
RsCsvTable *embedded_open_table (const char *id, const char *name);

/* A field by the name of its column, which must be there. */
const char *embedded_field (const RsCsvTable *table, guint row, const char *column);

/* Positions and cells by ids that must be known. */
guint embedded_position (const RsDimension *dimension, const char *id);
guint64 embedded_cell (const RsDataset *dataset,
                       const char *indicator,
                       const char *region,
                       const char *period);
RsObservation embedded_observe (const RsDataset *dataset,
                                const char *indicator,
                                const char *region,
                                const char *period);
const RsCategory *embedded_indicator (const RsDataset *dataset, const char *id);
const RsCategory *embedded_region (const RsDataset *dataset, const char *id);

/* The first break of a series between two periods, or NULL. */
const RsBreak *embedded_break (const RsDataset *dataset,
                               const char *indicator,
                               const char *region,
                               const char *from,
                               const char *to);

/* Id of the source of a passport, "" for none. */
const char *embedded_source (const RsDataset *dataset, const RsPassport *passport);
