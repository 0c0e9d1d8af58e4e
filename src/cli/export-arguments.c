/* SPDX-License-Identifier: GPL-3.0-or-later
 * The command line of `renshe-cli export`. */
#define G_LOG_DOMAIN "renshe-cli"

#include "config.h"

#include "cli/export-arguments.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "chart/theme.h"

void
rs_export_arguments_clear (RsExportArguments *self)
{
  g_free (self->dataset);
  g_free (self->board);
  g_free (self->view);
  g_free (self->from);
  g_free (self->to);
  g_free (self->chart);
  g_free (self->scope);
  g_free (self->format);
  g_free (self->size);
  g_free (self->theme);
  g_free (self->lang);
  g_free (self->output);
  g_strfreev (self->indicators);
  g_strfreev (self->regions);
}

gboolean
rs_export_guess_format (const char *output, RsFormat *out_format)
{
  const char *dot = strrchr (output, '.');

  return dot != NULL && rs_format_from_string (dot + 1, out_format);
}

static gboolean
parse_line (
  const RsCommand *command, RsExportArguments *self, int *argc, char ***argv, RsExitCode *out_exit)
{
  /* Ids, which are the same in every language. */
  g_autofree char *themes = g_strjoinv (", ", (char **) rs_theme_list ());
  const GOptionEntry entries[] = {
    { "dataset", 0, 0, G_OPTION_ARG_STRING, &self->dataset,
      N_ ("Dataset of a file that holds several"), N_ ("ID") },
    { "board", 'b', 0, G_OPTION_ARG_FILENAME, &self->board, N_ ("All views of a board"),
      N_ ("ID|FILE") },
    { "view", 'v', 0, G_OPTION_ARG_FILENAME, &self->view,
      N_ ("One view of the board, or a view file"), N_ ("ID|FILE") },
    { "indicator", 'i', 0, G_OPTION_ARG_STRING_ARRAY, &self->indicators,
      N_ ("Indicator; may be given several times"), N_ ("ID") },
    { "region", 'r', 0, G_OPTION_ARG_STRING_ARRAY, &self->regions,
      N_ ("Region; may be given several times"), N_ ("ID") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &self->from, N_ ("First period"), N_ ("PERIOD") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &self->to, N_ ("Last period"), N_ ("PERIOD") },
    { "year", 'y', 0, G_OPTION_ARG_INT, &self->year, N_ ("Year that stands out"), N_ ("YEAR") },
    { "chart", 0, 0, G_OPTION_ARG_STRING, &self->chart,
      N_ ("Kind of chart; see the manual page for the list"), N_ ("KIND") },
    { "scope", 0, 0, G_OPTION_ARG_STRING, &self->scope,
      N_ ("Regions to compare: selected, peers (of the same level) or children"), N_ ("SCOPE") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &self->format, N_ ("png, svg, pdf, csv or tsv"),
      N_ ("FORMAT") },
    { "size", 's', 0, G_OPTION_ARG_STRING, &self->size, N_ ("Size in pixels (1280x720)"),
      N_ ("WxH") },
    { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &self->scale, N_ ("Pixels of a PNG for each of them (1)"),
      N_ ("N") },
    { "theme", 't', 0, G_OPTION_ARG_STRING, &self->theme, themes, N_ ("THEME") },
    { "lang", 'l', 0, G_OPTION_ARG_STRING, &self->lang, N_ ("Language of the picture: en or zh_CN"),
      N_ ("LANGUAGE") },
    { "each-indicator", 0, 0, G_OPTION_ARG_NONE, &self->each_indicator,
      N_ ("A file for each indicator"), NULL },
    { "each-region", 0, 0, G_OPTION_ARG_NONE, &self->each_region, N_ ("A file for each region"),
      NULL },
    { "each-year", 0, 0, G_OPTION_ARG_NONE, &self->each_year, N_ ("A file for each year"), NULL },
    { "force", 0, 0, G_OPTION_ARG_NONE, &self->force, N_ ("Replace files that exist"), NULL },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &self->quiet, N_ ("Say nothing but errors"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self->output, N_ ("File, or folder for several"),
      N_ ("PATH") },
    { NULL },
  };

  return rs_command_parse_options (command, entries, argc, argv, out_exit);
}

/* "1280x720", also with "×". */
static gboolean
parse_size (const char *text, double *out_width, double *out_height)
{
  g_auto (GStrv) parts = NULL;
  guint64 numbers[2];

  parts = g_strsplit (text, strstr (text, "×") != NULL ? "×" : "x", 2);
  if (g_strv_length (parts) != 2)
    return FALSE;
  for (int i = 0; i < 2; i++)
    if (!g_ascii_string_to_unsigned (parts[i], 10, 1, 1000000, &numbers[i], NULL))
      return FALSE;
  *out_width = (double) numbers[0];
  *out_height = (double) numbers[1];
  return TRUE;
}

static gboolean
check_picture (const RsCommand *command, RsExportArguments *arguments)
{
  RsExportOptions *options = &arguments->options;
  g_autoptr (GError) error = NULL;

  if (arguments->format != NULL)
    {
      if (!rs_format_from_string (arguments->format, &options->format))
        {
          rs_command_complain_usage (command, _ ("There is no format “%s”."), arguments->format);
          return FALSE;
        }
    }
  else if (!rs_export_guess_format (arguments->output, &options->format))
    options->format = RS_FORMAT_PNG;
  if (arguments->size != NULL &&
      !parse_size (arguments->size, &options->width_px, &options->height_px))
    {
      rs_command_complain_usage (command, _ ("“%s” is no size such as 1280x720."), arguments->size);
      return FALSE;
    }
  if (!isfinite (arguments->scale) || arguments->scale <= 0)
    {
      rs_command_complain_usage (command, _ ("The scale is a number over 0."));
      return FALSE;
    }
  options->scale = arguments->scale;
  if (!rs_export_options_check (options, &error))
    {
      rs_command_complain_usage (command, "%s", error->message);
      return FALSE;
    }
  options->overwrite = arguments->force;
  if (arguments->theme != NULL)
    {
      if (!g_strv_contains (rs_theme_list (), arguments->theme))
        {
          rs_command_complain_usage (command, _ ("There is no theme “%s”."), arguments->theme);
          return FALSE;
        }
      options->theme = arguments->theme;
    }
  arguments->language = rs_language_from_locale ();
  if (arguments->lang != NULL && !rs_language_from_string (arguments->lang, &arguments->language))
    {
      rs_command_complain_usage (command, _ ("Pictures are drawn in en and zh_CN, not in “%s”."),
                                 arguments->lang);
      return FALSE;
    }
  return TRUE;
}

/* What is no period is left to the view, which knows what the dataset has. */
static gboolean
check_range (const RsCommand *command, const RsExportArguments *arguments)
{
  RsPeriod from, to;

  if (arguments->from == NULL || arguments->to == NULL ||
      !rs_period_parse (arguments->from, &from) || !rs_period_parse (arguments->to, &to) ||
      rs_period_start (from) < rs_period_start (to) + rs_period_length (to))
    return TRUE;
  rs_command_complain_usage (command, _ ("--from %s is after --to %s."), arguments->from,
                             arguments->to);
  return FALSE;
}

static gboolean
check_request (const RsCommand *command, RsExportArguments *arguments)
{
  RsExportRequest *request = &arguments->request;

  if (arguments->output == NULL)
    {
      rs_command_complain_usage (command, _ ("Where to? Give a file or folder with --output."));
      return FALSE;
    }
  if (arguments->indicators != NULL && (arguments->board != NULL || arguments->view != NULL))
    {
      rs_command_complain_usage (command,
                                 _ ("Give either --indicator or a board or view, not both."));
      return FALSE;
    }
  if (arguments->chart != NULL && !rs_chart_kind_from_string (arguments->chart, &request->kind))
    {
      g_autofree char *kinds = rs_chart_kind_list_names ();

      rs_command_complain_usage (command, _ ("There is no kind of chart “%s”; the kinds are %s."),
                                 arguments->chart, kinds);
      return FALSE;
    }
  if (arguments->scope != NULL && !rs_scope_from_string (arguments->scope, &request->scope))
    {
      rs_command_complain_usage (
        command, _ ("There is no scope “%s”; it is auto, selected, peers or children."),
        arguments->scope);
      return FALSE;
    }
  if (request->scope != RS_SCOPE_AUTO && arguments->regions != NULL &&
      arguments->regions[1] != NULL)
    {
      rs_command_complain_usage (
        command, _ ("Give either several regions with --region or a --scope, not both."));
      return FALSE;
    }
  if (arguments->year != 0 && arguments->each_year)
    {
      rs_command_complain_usage (command, _ ("Give either --year or --each-year, not both."));
      return FALSE;
    }
  if (!check_range (command, arguments))
    return FALSE;
  request->dataset = arguments->dataset;
  request->board = arguments->board;
  request->view = arguments->view;
  request->indicators = arguments->indicators;
  request->regions = arguments->regions;
  request->from = arguments->from;
  request->to = arguments->to;
  request->year = arguments->year;
  request->each_indicator = arguments->each_indicator;
  request->each_region = arguments->each_region;
  request->each_year = arguments->each_year;
  return TRUE;
}

gboolean
rs_export_arguments_parse (
  RsExportArguments *self, const RsCommand *command, int *argc, char ***argv, RsExitCode *out_exit)
{
  self->scale = 1;
  rs_export_options_init (&self->options);
  if (!parse_line (command, self, argc, argv, out_exit))
    return FALSE;
  *out_exit = RS_EXIT_USAGE;
  if (*argc > 2)
    {
      rs_command_complain_usage (command, _ ("Only one dataset can be exported at a time."));
      return FALSE;
    }
  return check_request (command, self) && check_picture (command, self);
}
