/* SPDX-License-Identifier: GPL-3.0-or-later
 * From one scene to another, mark by mark. */
#pragma once

#include "chart/scene.h"

G_BEGIN_DECLS

/* Beyond this many marks there is no tween: each picture of it would come too late. */
#define RS_TWEEN_MAX_MARKS 20000

/* The datum of the scene before that stands for the same as @datum of the scene after, or
 * %RS_DATUM_NONE where it had none. */
typedef RsDatum (*RsTweenMatch) (RsDatum datum, gconstpointer user_data);

/**
 * RsTween:
 *
 * Which marks of two scenes belong together: those of one type, part and datum, in the order in
 * which they stand. Such marks move, change their colours, and change their shapes where both are
 * drawn with the same strokes of the pen. All others fade. A text is never made up: one that
 * changes goes before the other comes, and no number is counted up or down.
 */
typedef struct _RsTween RsTween;

/**
 * rs_tween_new:
 * @from: what is on the screen; may be a scene between two others
 * @to: what is to come
 * @match: (nullable) (scope call): which data belong together; %NULL: equal indexes
 *
 * Returns: (transfer full) (nullable): %NULL where the scenes have too many marks.
 */
RsTween *rs_tween_new (RsScene *from, RsScene *to, RsTweenMatch match, gconstpointer user_data);
void rs_tween_free (RsTween *self);

/**
 * rs_tween_get_scene:
 * @share: 0 gives the first scene itself, 1 the second; what lies outside counts as the nearer end
 *
 * A scene in between is for the eye only: it has no stops, and title and description are those of
 * the second. Its data are those of the second scene; what vanishes has none.
 *
 * Returns: (transfer full): the sealed scene.
 */
RsScene *rs_tween_get_scene (const RsTween *self, double share);

RsScene *rs_tween_get_target (const RsTween *self); /* (transfer none) */

/* One scene of a tween with equal indexes; @to where there is none between. (transfer full) */
RsScene *rs_scene_tween (RsScene *from, RsScene *to, double share);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RsTween, rs_tween_free)

G_END_DECLS
