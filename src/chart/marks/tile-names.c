/* SPDX-License-Identifier: GPL-3.0-or-later
 * Names of regions that are short enough for a small square. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/marks/tile-names.h"

#include <string.h>

/* Chinese names of this many letters stay whole; longer ones keep the first two. */
#define CHINESE_WHOLE 3
#define CHINESE_SHORT 2

/* What a region is, at the end of its name; the longer ones first. Names that go on with a people
 * ("Shizhu Tujia …") are cut at their first word. */
typedef struct
{
  const char *text;
  gboolean first_word;
} Suffix;

static const Suffix suffixes[] = {
  { "特别行政区", FALSE },
  { "自治区", FALSE },
  { "自治县", FALSE },
  { "自治州", FALSE },
  { "新区", FALSE },
  { "地区", FALSE },
  { "省", FALSE },
  { "市", FALSE },
  { "区", FALSE },
  { "县", FALSE },
  { " Special Administrative Region", FALSE },
  { " Autonomous Region", FALSE },
  { " Autonomous County", TRUE },
  { " Autonomous Prefecture", TRUE },
  { " Municipality", FALSE },
  { " Prefecture", FALSE },
  { " Province", FALSE },
  { " New Area", FALSE },
  { " District", FALSE },
  { " County", FALSE },
  { " City", FALSE },
};

/* Letter codes of GB/T 2260, which ISO 3166-2:CN took over in 2017, and in Chinese the one
 * character that stands for the name. A region has one only where its code and its English name
 * agree, so that other datasets' ids are not taken for these. */
typedef struct
{
  const char *id;
  const char *name;
  const char *letters;
  const char *chinese;
} Letters;

static const Letters letters[] = {
  { "110000", "Beijing", "BJ", "京" },        { "120000", "Tianjin", "TJ", "津" },
  { "130000", "Hebei", "HE", "冀" },          { "140000", "Shanxi", "SX", "晋" },
  { "150000", "Inner Mongolia", "NM", "蒙" }, { "210000", "Liaoning", "LN", "辽" },
  { "220000", "Jilin", "JL", "吉" },          { "230000", "Heilongjiang", "HL", "黑" },
  { "310000", "Shanghai", "SH", "沪" },       { "320000", "Jiangsu", "JS", "苏" },
  { "330000", "Zhejiang", "ZJ", "浙" },       { "340000", "Anhui", "AH", "皖" },
  { "350000", "Fujian", "FJ", "闽" },         { "360000", "Jiangxi", "JX", "赣" },
  { "370000", "Shandong", "SD", "鲁" },       { "410000", "Henan", "HA", "豫" },
  { "420000", "Hubei", "HB", "鄂" },          { "430000", "Hunan", "HN", "湘" },
  { "440000", "Guangdong", "GD", "粤" },      { "450000", "Guangxi", "GX", "桂" },
  { "460000", "Hainan", "HI", "琼" },         { "500000", "Chongqing", "CQ", "渝" },
  { "510000", "Sichuan", "SC", "川" },        { "520000", "Guizhou", "GZ", "贵" },
  { "530000", "Yunnan", "YN", "云" },         { "540000", "Tibet", "XZ", "藏" },
  { "610000", "Shaanxi", "SN", "陕" },        { "620000", "Gansu", "GS", "甘" },
  { "630000", "Qinghai", "QH", "青" },        { "640000", "Ningxia", "NX", "宁" },
  { "650000", "Xinjiang", "XJ", "新" },       { "710000", "Taiwan", "TW", "台" },
  { "810000", "Hong Kong", "HK", "港" },      { "820000", "Macao", "MO", "澳" },
};

static gboolean
is_chinese (const char *text)
{
  return *text != '\0' && g_utf8_get_char (text) >= 0x2e80;
}

static void
cut_suffix (char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      gsize length = strlen (name), end = strlen (suffixes[i].text);
      char *space;

      if (!g_str_has_suffix (name, suffixes[i].text))
        continue;
      /* A single letter is no name: 忠县 stays. */
      if (length <= end || (is_chinese (name) && g_utf8_strlen (name, (gssize) (length - end)) < 2))
        return;
      name[length - end] = '\0';
      space = suffixes[i].first_word ? strchr (name, ' ') : NULL;
      if (space != NULL && space > name)
        *space = '\0';
      return;
    }
}

char *
rs_tile_name_shorten (const char *label)
{
  g_autofree char *name = g_utf8_make_valid (label, -1);

  cut_suffix (name);
  if (is_chinese (name) && g_utf8_strlen (name, -1) > CHINESE_WHOLE)
    return g_utf8_substring (name, 0, CHINESE_SHORT);
  return g_steal_pointer (&name);
}

static const RsCategory *
get_region (const RsFrame *frame, const RsSeries *series)
{
  const RsDimension *geo = rs_dataset_get_geo (rs_frame_get_dataset (frame));

  return geo != NULL && series->region < geo->n_categories ? &geo->categories[series->region]
                                                           : NULL;
}

char *
rs_tile_name_get (const RsFrame *frame, const RsSeries *series)
{
  const RsCategory *region = get_region (frame, series);
  const char *label =
    region != NULL ? rs_text_get (&region->label, rs_frame_get_language (frame)) : "";

  if (*label == '\0')
    label = region != NULL && *series->label == '\0' ? region->id : series->label;
  return rs_tile_name_shorten (label);
}

const char *
rs_tile_name_get_letters (const RsFrame *frame, const RsSeries *series)
{
  const RsCategory *region = get_region (frame, series);

  for (guint i = 0; region != NULL && i < G_N_ELEMENTS (letters); i++)
    if (strcmp (region->id, letters[i].id) == 0 &&
        strcmp (rs_text_get (&region->label, RS_LANGUAGE_EN), letters[i].name) == 0)
      return rs_frame_get_language (frame) == RS_LANGUAGE_EN ? letters[i].letters
                                                             : letters[i].chinese;
  return NULL;
}
