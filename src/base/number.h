/* SPDX-License-Identifier: GPL-3.0-or-later
 * Numbers for files (exact, no locale) and for people (万, 亿, million, minus sign, grouping). */
#pragma once

#include "base/language.h"

G_BEGIN_DECLS

/* Longest text that rs_number_to_text() writes, with the final NUL. */
#define RS_NUMBER_TEXT_MAX 40

/**
 * rs_number_parse_exact:
 * @text: decimal digits with at most one point and an optional sign; no spaces, no exponent, no
 * grouping
 * @out_value: (out): the number
 * @out_decimals: (out) (nullable): digits after the point as written
 *
 * Reads a decimal number whose text survives a round trip: the shortest decimal that gives the same
 * double must be the number that was written (trailing zeros apart).
 *
 * Returns: %FALSE where @text is not such a number.
 */
gboolean rs_number_parse_exact (const char *text, double *out_value, int *out_decimals);

/* The shortest decimal that reads back as @value; "." as point; never "-0"; for files. */
char *rs_number_to_text (double value, char buffer[RS_NUMBER_TEXT_MAX]);

/* Decimals of the shortest decimal of @value, at most @max. 75.1 → 1, 60 → 0. */
int rs_number_get_decimals (double value, int max);

typedef enum
{
  RS_ROUND_HALF_AWAY, /* 四舍五入 */
  RS_ROUND_HALF_EVEN, /* GB/T 8170: 0.35 → 0.4, 1.050 → 1.0 */
} RsRounding;

/**
 * rs_number_round:
 *
 * Rounds once, on the shortest decimal of @value with at most 15 digits: so 0.35 is 0.35 and not
 * 0.34999…, and what was computed (554.5 × 0.01) is rounded as the number that it stands for. So do
 * rs_number_format() and rs_number_get_decimals().
 */
double rs_number_round (double value, int decimals, RsRounding rounding);

/**
 * rs_number_format:
 * @value: a finite number
 * @decimals: fixed digits after the point; -1 for as many as the number has (at most 6)
 *
 * For people: rounded half away from zero, U+2212 as minus, "," between groups of three digits:
 * from 1,000 on in English, from 10,000 on in Chinese.
 *
 * Returns: (transfer full): the text.
 */
char *rs_number_format (double value, int decimals, RsLanguage language);

/* Same with a sign always shown (+, −); ±0 has none. */
char *rs_number_format_signed (double value, int decimals, RsLanguage language);

/* What a measure counts in, as a dataset declares it. */
typedef struct
{
  const char *base; /* (nullable): "persons", "yuan", "percent", "cases"…; NULL: nothing to scale */
  int exponent;     /* power of ten of the stored unit: 4 for 万 */
} RsScaleOfUnit;

/* One unit for an axis, a column or a headline. */
/* The place in an order: "3rd", "11th", "第3". (transfer full) */
char *rs_number_ordinal (guint n, RsLanguage language);

typedef struct
{
  double factor;    /* shown = stored × factor */
  int exponent;     /* power of ten of the shown unit: 0, 3, 4, 6, 8, 9 */
  const char *word; /* "", "thousand", "million", "万", "亿"; static */
} RsDisplayUnit;

/**
 * rs_display_unit_choose:
 * @max_abs: stored value that is largest without its sign, on the axis or in the column
 * @prose: %TRUE for a single number in a sentence or a headline: below a million English writes it
 * out
 *
 * Chooses the unit once for all numbers that stand together (chart-rules R47); a sign plays no
 * part. English: 1, thousand (from 10,000; not in prose), million (from 1 million), billion (money
 * from 1 billion, persons and the like from 10 billion). Chinese: 万 from 10,000 on; persons and
 * the like stay in 万, money turns to 亿 at 1 亿; what is stored in 亿 stays in 亿. Percent and
 * unknown bases are never scaled.
 */
RsDisplayUnit
rs_display_unit_choose (RsScaleOfUnit unit, double max_abs, gboolean prose, RsLanguage language);

G_END_DECLS
