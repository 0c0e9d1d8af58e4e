/* SPDX-License-Identifier: GPL-3.0-or-later
 * Text through one unhinted PangoContext: measuring and painting agree on every surface. */
#pragma once

#include <pango/pangocairo.h>

#include "chart/scene.h"

G_BEGIN_DECLS

typedef struct _RsTextEngine RsTextEngine;

/**
 * rs_text_set_up_process:
 *
 * Makes fonts a matter of the picture's language alone. Fontconfig otherwise adds the languages of
 * the process's locale to every search, so that a Chinese desktop would choose other fonts for the
 * same picture. Call it first in main(), before there is a thread or a font.
 */
void rs_text_set_up_process (void);

/**
 * rs_text_engine_new:
 * @family: (nullable): font family; NULL for the desktop's sans serif
 *
 * One a thread. Caches layouts by (text, font, language, width); the cache has a cap.
 */
RsTextEngine *rs_text_engine_new (const char *family);

/* As above with fonts of one folder only, for tests that must not depend on the machine. */
RsTextEngine *rs_text_engine_new_for_fonts (const char *folder, const char *family);
void rs_text_engine_free (RsTextEngine *self);

/* (transfer none): lives as long as the engine. */
RsTextMetrics *rs_text_engine_get_metrics (RsTextEngine *self);

/* How the cache did so far, for tests and benches. */
typedef struct
{
  guint64 n_asked;  /* measurements and layouts */
  guint64 n_shaped; /* of them those that were not there */
  guint n_kept;     /* layouts in the cache at present */
} RsTextCounters;

void rs_text_engine_get_counters (const RsTextEngine *self, RsTextCounters *out_counters);

/* A layout as measured; (transfer none), valid until the next call. */
PangoLayout *rs_text_engine_get_layout (RsTextEngine *self,
                                        const char *text,
                                        const RsFont *font,
                                        RsLanguage language,
                                        double max_width_px,
                                        int max_lines,
                                        RsAlign align);

/* Whether every character of @text has a glyph in some font. @out_missing: (nullable): the first
 * that has none. */
gboolean rs_text_engine_has_glyphs (RsTextEngine *self,
                                    const char *text,
                                    RsLanguage language,
                                    gunichar *out_missing);

/* Family of the font that plain text is set in, for documents that carry text and no glyphs.
 * (transfer full) */
char *rs_text_engine_get_real_family (RsTextEngine *self, RsLanguage language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RsTextEngine, rs_text_engine_free)

G_END_DECLS
