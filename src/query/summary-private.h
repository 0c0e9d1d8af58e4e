/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the files of the summary share. */
#pragma once

#include "query/frame.h"

G_BEGIN_DECLS

/* A published number has no more; what follows is noise of the binary form. */
#define RS_SUMMARY_MAX_DECIMALS 6

/* The point, or NULL where the frame has none there. */
const RsFramePoint *rs_summary_get_point (const RsFrame *frame, guint series, guint point);

/* A number with its unit: "751 thousand persons", "96.5%", "75.1万人". (transfer full) */
char *
rs_summary_attach_unit (const RsFrame *frame, guint series, const char *number, gboolean prose);

/* A number without its unit; in prose with a symbol that stands before it. (transfer full) */
char *rs_summary_format_number (const RsFrame *frame, guint series, double value, gboolean prose);

/* Percentage points have at least one decimal, so that +3.0 does not look like a count. (transfer
 * full) */
char *rs_summary_format_points (double difference, gboolean is_signed, RsLanguage language);

/* "+14.5% on 2020", or why not. (transfer full) */
char *rs_summary_describe_change (const RsFrame *frame, guint series, const RsChange *change);

/* What a frame of a kind that compares says of each series, a line each: rank, earlier period and
 * change, target and verdict. FALSE: the kind does not compare. (element-type utf8) */
gboolean rs_summary_tell_compared (const RsFrame *frame, GPtrArray *lines);

G_END_DECLS
