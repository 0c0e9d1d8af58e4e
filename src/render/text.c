/* SPDX-License-Identifier: GPL-3.0-or-later
 * Text through one unhinted PangoContext a language. */
#define G_LOG_DOMAIN "renshe-render"

#include "config.h"

#include "render/text.h"

#include <fontconfig/fontconfig.h>
#include <math.h>
#include <pango/pangofc-fontmap.h>
#include <string.h>

/* Sizes are absolute, so this only decides what a point is in a family string; it must not come
 * from the screen. */
#define RESOLUTION_DPI 96.0

#define DEFAULT_FAMILY "sans-serif"

/* A dashboard has a few hundred texts, a year of playing some thousands. */
#define CACHE_MAX 4096

/* Longer than any label; a text of megabytes in a foreign file must not stop the window. */
#define TEXT_MAX_BYTES 16384

typedef struct
{
  char *text; /* (owned) */
  RsFont font;
  RsLanguage language;
  int width; /* Pango units; -1: one line */
  int max_lines;
  RsAlign align;
} Key;

typedef struct
{
  Key key;
  PangoLayout *layout; /* (owned) */
  RsTextExtents extents;
  GList link; /* in lru */
} Entry;

struct _RsTextEngine
{
  RsTextMetrics metrics;                  /* first: the engine is its own metrics */
  PangoFontMap *font_map;                 /* (owned) */
  PangoContext *contexts[RS_N_LANGUAGES]; /* (owned) */
  char *families[RS_N_LANGUAGES];         /* (owned) */
  GHashTable *cache;                      /* of Entry by its key (owned) */
  GQueue lru;                             /* of Entry, the least lately used last */
  guint64 n_asked;
  guint64 n_shaped;
  GHashTable *drawn[RS_N_LANGUAGES]; /* characters known to have a glyph */
};

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;
  guint hash = g_str_hash (key->text);

  hash = hash * 31 + (guint) (key->font.size_px * 64);
  hash = hash * 31 + (guint) key->font.weight + (key->font.tabular ? 1 : 0);
  return hash * 31 + (guint) key->width;
}

static gboolean
key_equal (gconstpointer data_a, gconstpointer data_b)
{
  const Key *a = data_a, *b = data_b;

  return a->font.size_px == b->font.size_px && a->font.weight == b->font.weight &&
         !a->font.tabular == !b->font.tabular && a->language == b->language &&
         a->width == b->width && a->max_lines == b->max_lines && a->align == b->align &&
         g_str_equal (a->text, b->text);
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->key.text);
  g_clear_object (&entry->layout);
  g_free (entry);
}

static PangoAlignment
to_pango_alignment (RsAlign align)
{
  switch (align)
    {
    case RS_ALIGN_START:
      return PANGO_ALIGN_LEFT;
    case RS_ALIGN_MIDDLE:
      return PANGO_ALIGN_CENTER;
    case RS_ALIGN_END:
      return PANGO_ALIGN_RIGHT;
    }
  g_return_val_if_reached (PANGO_ALIGN_LEFT);
}

/* Pango counts lines by paragraph when it ellipsizes; texts of several paragraphs are cut here. */
static void
cut_lines (PangoLayout *layout, int max_lines)
{
  PangoLayoutLine *line;
  g_autoptr (GString) text = NULL;

  if (max_lines <= 0 || pango_layout_get_line_count (layout) <= max_lines)
    return;
  line = pango_layout_get_line_readonly (layout, max_lines - 1);
  text = g_string_new_len (pango_layout_get_text (layout), line->start_index + line->length);
  while (text->len > 0 && g_ascii_isspace (text->str[text->len - 1]))
    g_string_truncate (text, text->len - 1);
  g_string_append (text, "…");
  pango_layout_set_text (layout, text->str, -1);
}

static gboolean
is_chinese (gunichar c)
{
  return g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN || (c >= 0x3000 && c <= 0x303f) ||
         (c >= 0xff00 && c <= 0xff60);
}

/* Chinese names stand in English pictures as well. Without a language of their own their glyphs
 * would be those that the locale of the process prefers, perhaps Japanese. */
static void
mark_chinese (PangoAttrList **attributes, const char *text)
{
  const char *start = NULL;

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      gboolean chinese = *p != '\0' && is_chinese (g_utf8_get_char (p));

      if (chinese && start == NULL)
        start = p;
      if (!chinese && start != NULL)
        {
          const char *tag = rs_language_get_tag (RS_LANGUAGE_ZH_CN);
          PangoAttribute *attribute = pango_attr_language_new (pango_language_from_string (tag));

          attribute->start_index = (guint) (start - text);
          attribute->end_index = (guint) (p - text);
          if (*attributes == NULL)
            *attributes = pango_attr_list_new ();
          pango_attr_list_insert (*attributes, attribute);
          start = NULL;
        }
      if (*p == '\0')
        break;
    }
}

/* (transfer full) (nullable): NULL where the font says all. */
static PangoAttrList *
create_attributes (const Key *key)
{
  PangoAttrList *attributes = NULL;

  if (key->font.tabular)
    {
      attributes = pango_attr_list_new ();
      pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
    }
  if (key->language != RS_LANGUAGE_ZH_CN)
    mark_chinese (&attributes, key->text);
  return attributes;
}

static PangoLayout *
create_layout (RsTextEngine *self, const Key *key)
{
  PangoAttrList *attributes;
  PangoLayout *layout = pango_layout_new (self->contexts[key->language]);
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family_static (description, self->families[key->language]);
  pango_font_description_set_weight (description, (PangoWeight) key->font.weight);
  pango_font_description_set_absolute_size (description, key->font.size_px * PANGO_SCALE);
  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);

  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_alignment (layout, to_pango_alignment (key->align));
  attributes = create_attributes (key);
  if (attributes != NULL)
    pango_layout_set_attributes (layout, attributes);
  g_clear_pointer (&attributes, pango_attr_list_unref);
  if (key->width >= 0)
    {
      pango_layout_set_width (layout, key->width);
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      if (key->max_lines > 0)
        {
          pango_layout_set_height (layout, -key->max_lines);
          pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
        }
    }
  pango_layout_set_text (layout, key->text, -1);
  cut_lines (layout, key->max_lines);
  return layout;
}

static void
measure_layout (PangoLayout *layout, RsTextExtents *extents)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  extents->width_px = (double) logical.width / PANGO_SCALE;
  extents->height_px = (double) logical.height / PANGO_SCALE;
  extents->baseline_px = (double) pango_layout_get_baseline (layout) / PANGO_SCALE;
  extents->n_lines = pango_layout_get_line_count (layout);
}

static Entry *
add_entry (RsTextEngine *self, const Key *key)
{
  Entry *entry = g_new0 (Entry, 1);

  if (self->lru.length >= CACHE_MAX)
    {
      Entry *oldest = self->lru.tail->data;

      g_queue_unlink (&self->lru, &oldest->link);
      g_hash_table_remove (self->cache, &oldest->key);
    }
  entry->key = *key;
  if (strlen (key->text) > TEXT_MAX_BYTES)
    {
      const char *end = g_utf8_find_prev_char (key->text, key->text + TEXT_MAX_BYTES);
      g_autofree char *cut = g_strndup (key->text, end != NULL ? (gsize) (end - key->text) : 0);
      Key cut_key = *key;

      cut_key.text = cut;
      entry->layout = create_layout (self, &cut_key);
    }
  else
    entry->layout = create_layout (self, key);
  entry->key.text = g_strdup (key->text);
  measure_layout (entry->layout, &entry->extents);
  entry->link.data = entry;
  g_hash_table_insert (self->cache, &entry->key, entry);
  g_queue_push_head_link (&self->lru, &entry->link);
  return entry;
}

static Entry *
get_entry (RsTextEngine *self,
           const char *text,
           const RsFont *font,
           RsLanguage language,
           double max_width_px,
           int max_lines,
           RsAlign align)
{
  Key key = {
    .text = (char *) text,
    .font = *font,
    .language = language,
    .width = -1,
    .max_lines = MAX (0, max_lines),
    .align = align,
  };
  Entry *entry;

  if (!isfinite (key.font.size_px) || key.font.size_px <= 0)
    key.font.size_px = 1;
  /* Rounded up: what was measured must fit into its own width. */
  if (max_width_px > 0)
    key.width = (int) MIN (ceil (max_width_px * PANGO_SCALE), (double) (G_MAXINT / 2));
  self->n_asked++;
  entry = g_hash_table_lookup (self->cache, &key);
  if (entry == NULL)
    {
      self->n_shaped++;
      return add_entry (self, &key);
    }
  g_queue_unlink (&self->lru, &entry->link);
  g_queue_push_head_link (&self->lru, &entry->link);
  return entry;
}

static void
engine_measure (RsTextMetrics *metrics,
                const char *text,
                const RsFont *font,
                RsLanguage language,
                double max_width_px,
                int max_lines,
                RsTextExtents *out_extents)
{
  RsTextEngine *self = (RsTextEngine *) metrics;

  *out_extents =
    get_entry (self, text, font, language, max_width_px, max_lines, RS_ALIGN_START)->extents;
}

/* The one family that @family stands for on this machine. (transfer full) */
static char *
resolve_family (PangoContext *context, const char *family)
{
  PangoFontDescription *wanted = pango_font_description_new ();
  PangoFont *font;
  char *resolved = NULL;

  pango_font_description_set_family_static (wanted, family);
  pango_font_description_set_absolute_size (wanted, 12 * PANGO_SCALE);
  font = pango_context_load_font (context, wanted);
  if (font != NULL)
    {
      PangoFontDescription *found = pango_font_describe (font);

      resolved = g_strdup (pango_font_description_get_family (found));
      pango_font_description_free (found);
      g_object_unref (font);
    }
  pango_font_description_free (wanted);
  return resolved != NULL ? resolved : g_strdup (family);
}

/* The family that draws @c in @context. (transfer full) (nullable) */
static char *
resolve_family_of (PangoContext *context, const char *family, gunichar c)
{
  PangoFontDescription *wanted = pango_font_description_new ();
  PangoFontset *fontset;
  char *resolved = NULL;

  pango_font_description_set_family_static (wanted, family);
  pango_font_description_set_absolute_size (wanted, 12 * PANGO_SCALE);
  fontset = pango_context_load_fontset (context, wanted, pango_context_get_language (context));
  if (fontset != NULL)
    {
      PangoFont *font = pango_fontset_get_font (fontset, c);
      PangoFontDescription *found = pango_font_describe (font);

      resolved = g_strdup (pango_font_description_get_family (found));
      pango_font_description_free (found);
      g_object_unref (font);
      g_object_unref (fontset);
    }
  pango_font_description_free (wanted);
  return resolved;
}

/* “sans-serif” is another font where the language is Chinese. Numbers are set in the Latin one in
 * either language, so it is named first. The Chinese one is named too: Pango takes punctuation that
 * stands beside Latin letters for Latin, and would look for it in the fonts of every language.
 * Operators that the Latin font lacks (≥) come from a Latin companion in English, and from the
 * Chinese font, with its slanted form, in Chinese. */
static void
set_families (RsTextEngine *self, const char *family)
{
  PangoContext *english = self->contexts[RS_LANGUAGE_EN];
  g_autofree char *latin = resolve_family (english, family);
  g_autofree char *operators = resolve_family_of (english, family, 0x2265);
  g_autofree char *chinese = resolve_family (self->contexts[RS_LANGUAGE_ZH_CN], family);

  self->families[RS_LANGUAGE_EN] =
    g_strdup_printf ("%s,%s,%s,%s", latin, operators != NULL ? operators : latin, chinese, family);
  self->families[RS_LANGUAGE_ZH_CN] = g_strdup_printf ("%s,%s,%s", latin, chinese, family);
}

static RsTextEngine *
engine_new (FcConfig *config, const char *family)
{
  RsTextEngine *self = g_new0 (RsTextEngine, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  self->metrics.measure = engine_measure;
  self->font_map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (self->font_map), RESOLUTION_DPI);
  if (config != NULL)
    pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (self->font_map), config);
  for (int i = 0; i < RS_N_LANGUAGES; i++)
    {
      const char *tag = rs_language_get_tag ((RsLanguage) i);

      self->contexts[i] = pango_font_map_create_context (self->font_map);
      pango_context_set_language (self->contexts[i], pango_language_from_string (tag));
      pango_context_set_base_dir (self->contexts[i], PANGO_DIRECTION_LTR);
      pango_context_set_round_glyph_positions (self->contexts[i], FALSE);
      pango_cairo_context_set_font_options (self->contexts[i], options);
      pango_cairo_context_set_resolution (self->contexts[i], RESOLUTION_DPI);
      self->drawn[i] = g_hash_table_new (NULL, NULL);
    }
  cairo_font_options_destroy (options);
  set_families (self, family != NULL && *family != '\0' ? family : DEFAULT_FAMILY);
  self->cache = g_hash_table_new_full (key_hash, key_equal, NULL, entry_free);
  g_queue_init (&self->lru);
  return self;
}

void
rs_text_set_up_process (void)
{
  FcStrSet *languages;

  g_setenv ("FC_LANG", "en", TRUE);
  /* Fontconfig reads it once. GTK changes the environment while threads look for fonts. */
  languages = FcGetDefaultLangs ();
  FcStrSetDestroy (languages);
}

RsTextEngine *
rs_text_engine_new (const char *family)
{
  return engine_new (NULL, family);
}

/* File by file: for a folder fontconfig would look for a cache, and complain of having none. */
static void
add_fonts (FcConfig *config, const char *folder)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_return_if_fail (dir != NULL);

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".ttf") || g_str_has_suffix (name, ".otf"))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        FcConfigAppFontAddFile (config, (const FcChar8 *) path);
      }
  g_dir_close (dir);
}

RsTextEngine *
rs_text_engine_new_for_fonts (const char *folder, const char *family)
{
  FcConfig *config;
  RsTextEngine *self;

  g_return_val_if_fail (folder != NULL, NULL);

  config = FcConfigCreate ();
  add_fonts (config, folder);
  self = engine_new (config, family);
  FcConfigDestroy (config);
  return self;
}

void
rs_text_engine_free (RsTextEngine *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->cache);
  for (int i = 0; i < RS_N_LANGUAGES; i++)
    {
      g_hash_table_unref (self->drawn[i]);
      g_clear_object (&self->contexts[i]);
      g_free (self->families[i]);
    }
  g_clear_object (&self->font_map);
  g_free (self);
}

RsTextMetrics *
rs_text_engine_get_metrics (RsTextEngine *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->metrics;
}

void
rs_text_engine_get_counters (const RsTextEngine *self, RsTextCounters *out_counters)
{
  g_return_if_fail (self != NULL && out_counters != NULL);

  *out_counters = (RsTextCounters){
    .n_asked = self->n_asked,
    .n_shaped = self->n_shaped,
    .n_kept = self->lru.length,
  };
}

PangoLayout *
rs_text_engine_get_layout (RsTextEngine *self,
                           const char *text,
                           const RsFont *font,
                           RsLanguage language,
                           double max_width_px,
                           int max_lines,
                           RsAlign align)
{
  g_return_val_if_fail (self != NULL && text != NULL && font != NULL, NULL);
  g_return_val_if_fail ((guint) language < RS_N_LANGUAGES, NULL);

  return get_entry (self, text, font, language, max_width_px, max_lines, align)->layout;
}

/* The first character of @layout that has no glyph, or 0. */
static gunichar
find_unknown (PangoLayout *layout)
{
  for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL; l = l->next)
    {
      const PangoLayoutLine *line = l->data;

      for (GSList *r = line->runs; r != NULL; r = r->next)
        {
          const PangoGlyphItem *run = r->data;

          for (int i = 0; i < run->glyphs->num_glyphs; i++)
            {
              PangoGlyph glyph = run->glyphs->glyphs[i].glyph;

              if ((glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0)
                return glyph & ~(PangoGlyph) PANGO_GLYPH_UNKNOWN_FLAG;
            }
        }
    }
  return 0;
}

gboolean
rs_text_engine_has_glyphs (RsTextEngine *self,
                           const char *text,
                           RsLanguage language,
                           gunichar *out_missing)
{
  const RsFont font = { 12, RS_WEIGHT_NORMAL, FALSE };
  GHashTable *drawn;
  gboolean is_known = TRUE;
  gunichar missing;

  g_return_val_if_fail (self != NULL && text != NULL, FALSE);
  g_return_val_if_fail ((guint) language < RS_N_LANGUAGES, FALSE);

  drawn = self->drawn[language];
  for (const char *p = text; *p != '\0' && is_known; p = g_utf8_next_char (p))
    is_known = g_hash_table_contains (drawn, GUINT_TO_POINTER (g_utf8_get_char (p)));
  if (is_known)
    return TRUE;
  missing =
    find_unknown (rs_text_engine_get_layout (self, text, &font, language, 0, 0, RS_ALIGN_START));
  if (missing != 0)
    {
      if (out_missing != NULL)
        *out_missing = missing;
      return FALSE;
    }
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    g_hash_table_add (drawn, GUINT_TO_POINTER (g_utf8_get_char (p)));
  return TRUE;
}

char *
rs_text_engine_get_real_family (RsTextEngine *self, RsLanguage language)
{
  g_return_val_if_fail (self != NULL && (guint) language < RS_N_LANGUAGES, NULL);

  return resolve_family (self->contexts[language], self->families[language]);
}
