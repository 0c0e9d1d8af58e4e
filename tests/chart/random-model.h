/* SPDX-License-Identifier: GPL-3.0-or-later
 * Invented datasets, views and sizes from a seed: the same seed is the same model on every machine.
 */
#pragma once

#include "chart/chart.h"

G_BEGIN_DECLS

/* A small generator of its own (splitmix64): the sequence belongs to the tests, not to a library.
 */
typedef struct
{
  guint64 state;
} RsRandom;

guint64 rs_random_next (RsRandom *self);
/* From @low to @high, both included. */
int rs_random_between (RsRandom *self, int low, int high);
/* Whether one of @n: 1 is always. */
gboolean rs_random_one_in (RsRandom *self, int n);

/* 1 to 60 characters of words, of Chinese, of both, or of one long word. (transfer full) */
char *rs_random_label (RsRandom *self, int max_length);

typedef struct
{
  guint64 seed;
  RsDataset *dataset; /* (owned) */
  RsView *view;       /* (owned): of a kind that is honest for the dataset */
  RsFrame *frame;     /* (owned) */
  RsFigureOptions options;
  char *what; /* (owned): "seed 7: lines, 3 series × 20 periods, 640 × 480 px, …" */
} RsRandomModel;

/**
 * rs_random_model_init:
 *
 * Numbers are made of integers and powers of ten alone, so that rounding is the same everywhere.
 * All of it is invented.
 */
void rs_random_model_init (RsRandomModel *self, guint64 seed);
void rs_random_model_clear (RsRandomModel *self);

G_END_DECLS
