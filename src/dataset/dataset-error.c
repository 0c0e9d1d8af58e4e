/* SPDX-License-Identifier: GPL-3.0-or-later
 * Why a dataset cannot be had. */
#include "config.h"

#include "dataset/dataset-error.h"

G_DEFINE_QUARK (rs - dataset - error - quark, rs_dataset_error)
