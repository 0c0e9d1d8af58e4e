/* SPDX-License-Identifier: GPL-3.0-or-later
 * Writes what `extension.renshe` says of categories, and the translations. */
#define G_LOG_DOMAIN "renshe-dataset"

#include "config.h"

#include "dataset/jsonstat-writer-private.h"

#include <string.h>

static void
write_category_extras (RsJsonstatWriter *self, const RsCategory *category)
{
  RsJsonOut *out = self->out;

  rs_json_out_begin_object (out);
  rs_json_out_member (out, "nature", rs_nature_to_string (category->nature));
  rs_json_out_member (out, "family", category->family);
  rs_json_out_member (out, "definition", category->definition.original);
  rs_json_out_member (out, "group", category->group.original);
  rs_json_out_member (out, "remark", category->remark.original);
  rs_json_out_member (out, "pinyin", category->pinyin);
  if (category->has_tile)
    {
      rs_json_out_name (out, "tile");
      rs_json_out_begin_array (out);
      rs_json_out_integer (out, (guint64) category->tile_column);
      rs_json_out_integer (out, (guint64) category->tile_row);
      rs_json_out_end_array (out);
    }
  if (category->validity.from != NULL || category->validity.to != NULL)
    {
      rs_json_out_name (out, "validity");
      rs_json_out_begin_array (out);
      rs_json_out_string (out, category->validity.from);
      rs_json_out_string (out, category->validity.to);
      rs_json_out_end_array (out);
    }
  if (category->successors != NULL && category->successors[0] != NULL)
    {
      rs_json_out_name (out, "successors");
      rs_json_out_begin_array (out);
      for (guint i = 0; category->successors[i] != NULL; i++)
        rs_json_out_string (out, category->successors[i]);
      rs_json_out_end_array (out);
    }
  rs_json_out_end_object (out);
}

static gboolean
has_extras (const RsCategory *category)
{
  return category->nature != RS_NATURE_UNKNOWN || category->family != NULL ||
         category->definition.original != NULL || category->group.original != NULL ||
         category->remark.original != NULL || category->pinyin != NULL || category->has_tile ||
         category->validity.from != NULL || category->validity.to != NULL ||
         (category->successors != NULL && category->successors[0] != NULL);
}

void
rs_jsonstat_write_categories (RsJsonstatWriter *self)
{
  RsJsonNest nest = { .out = self->out };
  const char *const closed[] = { NULL };

  for (guint d = 0; d < rs_dataset_get_n_dimensions (self->dataset); d++)
    {
      const RsDimension *dimension = rs_dataset_get_dimension (self->dataset, d);
      const char *const names[] = { "category", dimension->id, NULL };

      for (guint i = 0; i < dimension->n_categories; i++)
        if (has_extras (&dimension->categories[i]))
          {
            rs_json_nest_to (&nest, names);
            rs_json_out_name (self->out, dimension->categories[i].id);
            write_category_extras (self, &dimension->categories[i]);
          }
    }
  rs_json_nest_to (&nest, closed);
}

static const char *const translated_tables[] = { "label", "definition", "group", "remark" };

static const char *
get_translation (const RsCategory *category, guint table, RsLanguage language)
{
  const RsText *texts[] = { &category->label, &category->definition, &category->group,
                            &category->remark };

  return texts[table]->translation[language];
}

/* The file has one word for what a unit counts; an English label that differs from it is a
 * translation. */
static const char *
get_base_translation (const RsUnit *unit, RsLanguage language)
{
  if (unit->base_label.translation[language] != NULL || language != RS_LANGUAGE_EN)
    return unit->base_label.translation[language];
  return g_strcmp0 (unit->base_label.original, unit->base) != 0 ? unit->base_label.original : NULL;
}

static void
translate_units (RsJsonNest *nest,
                 const RsDimension *dimension,
                 const char *language_id,
                 RsLanguage language)
{
  const char *const names[] = { "translations", language_id, "dimension",
                                dimension->id,  "category",  "unit" };
  const char *open[G_N_ELEMENTS (names) + 1] = { NULL };

  memcpy (open, names, sizeof names);
  for (guint i = 0; i < dimension->n_categories; i++)
    {
      const RsUnit *unit = &dimension->categories[i].unit;
      const char *base = get_base_translation (unit, language);

      if (!unit->present || (unit->label.translation[language] == NULL && base == NULL))
        continue;
      rs_json_nest_to (nest, open);
      rs_json_out_name (nest->out, dimension->categories[i].id);
      rs_json_out_begin_object (nest->out);
      rs_json_out_member (nest->out, "label", unit->label.translation[language]);
      rs_json_out_member (nest->out, "base", base);
      rs_json_out_end_object (nest->out);
    }
}

static void
translate_dimension (RsJsonNest *nest,
                     const RsDimension *dimension,
                     const char *language_id,
                     RsLanguage language)
{
  const char *const own[] = { "translations", language_id, "dimension", dimension->id, NULL };

  if (dimension->label.translation[language] != NULL)
    {
      rs_json_nest_to (nest, own);
      rs_json_out_member (nest->out, "label", dimension->label.translation[language]);
    }
  for (guint table = 0; table < G_N_ELEMENTS (translated_tables); table++)
    for (guint i = 0; i < dimension->n_categories; i++)
      {
        const char *text = get_translation (&dimension->categories[i], table, language);
        const char *const open[] = {
          "translations",           language_id, "dimension", dimension->id, "category",
          translated_tables[table], NULL,
        };

        if (text == NULL || *text == '\0')
          continue;
        rs_json_nest_to (nest, open);
        rs_json_out_member (nest->out, dimension->categories[i].id, text);
      }
  translate_units (nest, dimension, language_id, language);
}

void
rs_jsonstat_write_translations (RsJsonstatWriter *self)
{
  const RsText *label = rs_dataset_get_label (self->dataset);
  const RsText *source = rs_dataset_get_source_text (self->dataset);
  RsJsonNest nest = { .out = self->out };
  const char *const closed[] = { NULL };

  for (guint i = 0; i < RS_N_LANGUAGES; i++)
    {
      RsLanguage language = (RsLanguage) i;
      const char *const open[] = { "translations", rs_language_get_id (language), NULL };

      if (label->translation[i] != NULL || source->translation[i] != NULL)
        {
          rs_json_nest_to (&nest, open);
          rs_json_out_member (self->out, "label", label->translation[i]);
          rs_json_out_member (self->out, "source", source->translation[i]);
        }
      for (guint d = 0; d < rs_dataset_get_n_dimensions (self->dataset); d++)
        translate_dimension (&nest, rs_dataset_get_dimension (self->dataset, d), open[1], language);
    }
  rs_json_nest_to (&nest, closed);
}
