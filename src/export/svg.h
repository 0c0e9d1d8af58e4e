/* SPDX-License-Identifier: GPL-3.0-or-later
 * A scene as SVG with real text. */
#pragma once

#include <gio/gio.h>

#include "chart/scene.h"
#include "render/text.h"

G_BEGIN_DECLS

/**
 * rs_svg_encode:
 *
 * One element a mark; texts are `<text>` elements, a line each as the engine broke them, so that
 * they can be searched, selected and edited. Title and description of the scene are `<title>` and
 * `<desc>`.
 *
 * Returns: (transfer full): the document.
 */
GBytes *rs_svg_encode (const RsScene *scene, RsTextEngine *engine);

G_END_DECLS
