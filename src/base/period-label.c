/* SPDX-License-Identifier: GPL-3.0-or-later
 * Names of periods for people. */
#define G_LOG_DOMAIN "renshe-base"

#include "config.h"

#include "base/period.h"

/* Names of months and numerals are here and not in the catalogue: a label is put together by other
 * rules in each language, and both must hold in a program whose catalogue is not complete. */
static const char *
get_english_month (int month, gboolean short_form)
{
  static const char *const names[12][2] = {
    { "January", "Jan" },   { "February", "Feb" }, { "March", "Mar" },    { "April", "Apr" },
    { "May", "May" },       { "June", "Jun" },     { "July", "Jul" },     { "August", "Aug" },
    { "September", "Sep" }, { "October", "Oct" },  { "November", "Nov" }, { "December", "Dec" },
  };

  g_return_val_if_fail (month >= 1 && month <= 12, "");

  return names[month - 1][short_form ? 1 : 0];
}

static char *
label_english (RsPeriod period, gboolean short_form)
{
  int month = 0;
  int day = 0;

  switch (period.type)
    {
    case RS_PERIOD_NONE:
      return g_strdup ("");
    case RS_PERIOD_YEAR:
      return g_strdup_printf ("%d", period.year);
    case RS_PERIOD_HALF:
      return g_strdup_printf ("H%d", period.index);
    case RS_PERIOD_QUARTER:
      return g_strdup_printf ("Q%d", period.index);
    case RS_PERIOD_MONTH:
      return g_strdup (get_english_month (period.index, short_form));
    case RS_PERIOD_WEEK:
      return g_strdup_printf (short_form ? "W%d" : "week %d", period.index);
    case RS_PERIOD_DAY:
      rs_period_get_month_and_day (period, &month, &day);
      return g_strdup_printf ("%d %s", day, get_english_month (month, short_form));
    }
  g_return_val_if_reached (g_strdup (""));
}

static char *
label_chinese (RsPeriod period, gboolean short_form)
{
  static const char *const numerals[] = { "一", "二", "三", "四" };
  int month = 0;
  int day = 0;

  switch (period.type)
    {
    case RS_PERIOD_NONE:
      return g_strdup ("");
    case RS_PERIOD_YEAR:
      return g_strdup_printf (short_form ? "%d" : "%d年", period.year);
    case RS_PERIOD_HALF:
      return g_strdup (period.index == 1 ? "上半年" : "下半年");
    case RS_PERIOD_QUARTER:
      g_return_val_if_fail (period.index >= 1 && period.index <= 4, g_strdup (""));
      return g_strdup_printf ("%s季度", numerals[period.index - 1]);
    case RS_PERIOD_MONTH:
      return g_strdup_printf ("%d月", period.index);
    case RS_PERIOD_WEEK:
      return g_strdup_printf ("第%d周", period.index);
    case RS_PERIOD_DAY:
      rs_period_get_month_and_day (period, &month, &day);
      return g_strdup_printf ("%d月%d日", month, day);
    }
  g_return_val_if_reached (g_strdup (""));
}

char *
rs_period_to_label_in_year (RsPeriod period, gboolean short_form, RsLanguage language)
{
  switch (language)
    {
    case RS_LANGUAGE_EN:
      return label_english (period, short_form);
    case RS_LANGUAGE_ZH_CN:
      return label_chinese (period, short_form);
    }
  g_return_val_if_reached (g_strdup (""));
}

char *
rs_period_to_label (RsPeriod period, RsLanguage language)
{
  g_autofree char *in_year = rs_period_to_label_in_year (period, FALSE, language);

  if (period.type == RS_PERIOD_NONE || period.type == RS_PERIOD_YEAR)
    return g_steal_pointer (&in_year);

  switch (language)
    {
    case RS_LANGUAGE_EN:
      return g_strdup_printf (period.type == RS_PERIOD_WEEK ? "%s, %d" : "%s %d", in_year,
                              period.year);
    case RS_LANGUAGE_ZH_CN:
      return g_strdup_printf ("%d年%s", period.year, in_year);
    }
  g_return_val_if_reached (g_strdup (""));
}
