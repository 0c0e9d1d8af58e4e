/* SPDX-License-Identifier: GPL-3.0-or-later
 * Facts of a frame in words: for cards, tooltips, screen readers, tables, exports. */
#pragma once

#include "query/frame.h"

G_BEGIN_DECLS

/* All return (transfer full) text in the frame's language; numbers in the frame's display unit. */

/* "75.1", "≈ 5", "> 95", "–": the number alone, with its decimals, or the mark of why there is
 * none; in prose a symbol that stands before numbers belongs to it: "$36,333". */
char *rs_summary_value (const RsFrame *frame, guint series, guint point, gboolean prose);

/* The number alone in prose as rs_summary_value() has it, for the largest type of a picture:
 * decimals beyond five significant figures are dropped ("1,176.6" of 1,176.64 million), digits
 * before the point never. Tables and tooltips keep the full number; no ≈ is added. */
char *rs_summary_headline_value (const RsFrame *frame, guint series, guint point);

/* "Data of 26 March 2026": when the dataset was last brought up to date, as it says itself; ""
 * where it does not. Every export says it (chart-rules R1). */
char *rs_summary_data_date (const RsFrame *frame);

/* "751,000 persons", "75.1 万人", "over 95 %". */
char *rs_summary_value_with_unit (const RsFrame *frame, guint series, guint point);

/* "+14.5 % on 2020", "+3.0 points on 2020", "比2020年 +14.5%", or why not: "no figure for 2018". A
 * published change has no †. */
char *rs_summary_change (const RsFrame *frame, guint series, guint point);

/* "+1.24 million persons on 2020": a published difference that rs_summary_change() does not tell,
 * since it tells growth; else "". */
char *rs_summary_published_difference (const RsFrame *frame, guint series, guint point);

/* "3rd of 31 regions", "在31个地区中列第3位": the place of the chosen figure from the largest down;
 * "" where it has none (rs_frame_get_rank()). */
char *rs_summary_rank (const RsFrame *frame, guint series);

/* "+5.7% on 2018", "+0.3 points on 2018", or why not: the change from the earlier period of SLOPE
 * and DUMBBELL; "" for other kinds. */
char *rs_summary_earlier_change (const RsFrame *frame, guint series);

/* "≥ 600,000 persons (2022)": the rule. */
char *rs_summary_target (const RsFrame *frame, guint series, guint point);

/* "≥ 600 thousand persons (2022)": the same in the unit of the axis, beside values in it. */
char *rs_summary_target_in_column (const RsFrame *frame, guint series, guint point);

/* What the large number is, where the frame has several series: "Year end", "Pension insurance:
 * participants"; else "". */
char *rs_summary_headline_label (const RsFrame *frame);

/* A goal of the year after, for a list of goals: "Invented jobs" and "≥ 600,000 persons". */
char *rs_summary_goal_label (const RsFrame *frame, guint goal);
char *rs_summary_goal (const RsFrame *frame, guint goal);

/* "✓ 125 % of target", "✓ within target", "✕ …", "✕ missed: 5.54% against ≤ 5.5%; rounded to 5.5%
 * it is met", "– about 5.5 %: no tolerance published; 0.2 points above", "no target known". */
char *rs_summary_verdict (const RsFrame *frame, guint series, guint point);

/* Marks of the point, to stand right behind its number: "†", "ᵖ", "ᵇ†"; a status that only its
 * publisher knows is "(X)"; "" for none. */
char *rs_summary_marks (const RsFrame *frame, guint series, guint point);

/* Everything on one point, one fact a line: series, period, value with unit, status in words,
 * change, target with verdict and its source, formula, source, note. For tooltips and screen
 * readers. */
char *rs_summary_point (const RsFrame *frame, guint series, guint point);

/* The same without formula, note and the target's source, for a tooltip in a small picture. */
char *rs_summary_point_in_short (const RsFrame *frame, guint series, guint point);

/* The text twin of the frame: title, subtitle, the headline in a sentence, extremes, gaps, targets.
 * For alt text and PDF/SVG descriptions. */
char *rs_summary_frame (const RsFrame *frame);

/* "Source: A; B and 4 others" for the footer: at most @max entries; 0: all, the first two with
 * their publishers. Many publications of one publisher are one entry: "Ministry: 160 releases
 * (first title … last title)". */
char *rs_summary_sources (const RsFrame *frame, guint max);

/* What the source with this index among those of the frame backs there: "2015–2019, 2021; target
 * 2022"; with several series "Jobs: 2015–2019; Rate: 2020; target of Jobs: 2021"; where all is of
 * one year the names alone: "Jobs, Rate; target of Jobs; goal of 2022: Jobs". "" for what backs
 * only the text. */
char *rs_summary_source_use (const RsFrame *frame, guint source);

/* Title of a source as people read it, with its publisher where another source of the dataset has
 * the same title: "Report on the work (City)". Never an id, unless the file has no title for it. */
char *rs_summary_name_source (const RsDataset *dataset, guint source, RsLanguage language);
/* The same in quotation marks, to stand inside a sentence: “Report” (City), 《报告》. */
char *rs_summary_quote_source (const RsDataset *dataset, guint source, RsLanguage language);

/* A remark or formula of the dataset as people read it: where it gives the id of a source it has
 * the source's title. Everything that shows such a text asks here. */
char *rs_summary_word_remark (const RsDataset *dataset, const char *remark, RsLanguage language);

/* "hollow: derived (†) · b break in the series · dashed target: derived": exactly the marks that
 * this kind of chart draws for what it shows. "" for none. */
char *rs_summary_legend_of_marks (const RsFrame *frame);

/* The sentence under the page title of the overview: "Chongqing in 2021: 3 of 4 targets met; 1
 * cannot be judged." All targets of the selected region and year, not only those on the board. */
char *
rs_summary_selection (const RsDataset *dataset, const RsSelection *selection, RsLanguage language);

G_END_DECLS
