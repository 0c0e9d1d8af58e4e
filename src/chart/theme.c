/* SPDX-License-Identifier: GPL-3.0-or-later
 * Colours by role and strokes, as a value. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/theme.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "dataset/json-get.h"
#include "query/view.h"
#include "resources/theme-resources.h"

#define RESOURCE_FOLDER "/org/renshe/Renshe/themes/"

/* WCAG 2.2, 1.4.3: text of any size. */
#define TEXT_CONTRAST 4.5

#define STROKE_MAX_PX 100.0

static const char *const theme_ids[] = {
  "light",     "dark", "high-contrast", "high-contrast-dark", "print", "greyscale", "hall",
  "hall-dark", NULL,
};

typedef struct
{
  const char *name;
  gsize offset;
} Role;

static const Role color_roles[] = {
  { "ground", G_STRUCT_OFFSET (RsTheme, ground) },
  { "card", G_STRUCT_OFFSET (RsTheme, card) },
  { "border", G_STRUCT_OFFSET (RsTheme, border) },
  { "text", G_STRUCT_OFFSET (RsTheme, text) },
  { "secondary", G_STRUCT_OFFSET (RsTheme, secondary) },
  { "grid", G_STRUCT_OFFSET (RsTheme, grid) },
  { "axis", G_STRUCT_OFFSET (RsTheme, axis) },
  { "tint", G_STRUCT_OFFSET (RsTheme, tint) },
  { "context", G_STRUCT_OFFSET (RsTheme, context) },
  { "target", G_STRUCT_OFFSET (RsTheme, target) },
  { "good", G_STRUCT_OFFSET (RsTheme, good) },
  { "good_ground", G_STRUCT_OFFSET (RsTheme, good_ground) },
  { "adverse", G_STRUCT_OFFSET (RsTheme, adverse) },
  { "adverse_ground", G_STRUCT_OFFSET (RsTheme, adverse_ground) },
  { "neutral", G_STRUCT_OFFSET (RsTheme, neutral) },
  { "neutral_ground", G_STRUCT_OFFSET (RsTheme, neutral_ground) },
  { "focus", G_STRUCT_OFFSET (RsTheme, focus) },
  { "hatch", G_STRUCT_OFFSET (RsTheme, hatch) },
  { "missing", G_STRUCT_OFFSET (RsTheme, missing) },
};

typedef struct
{
  const char *name;
  guint n;
  gsize offset; /* of an array of RsColor */
} ListRole;

static const ListRole list_roles[] = {
  { "series", RS_N_SERIES_COLORS, G_STRUCT_OFFSET (RsTheme, series) },
  { "ramp", 2, G_STRUCT_OFFSET (RsTheme, ramp) },
  { "ranges", RS_N_RANGE_COLORS, G_STRUCT_OFFSET (RsTheme, ranges) },
};

static const char *const list_names[] = { "series", "ramp", "ranges", NULL };

static const Role stroke_roles[] = {
  { "series", G_STRUCT_OFFSET (RsTheme, stroke_px) },
  { "hairline", G_STRUCT_OFFSET (RsTheme, hairline_px) },
  { "point", G_STRUCT_OFFSET (RsTheme, point_px) },
};

static double
luminance_of_channel (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
luminance (RsColor color)
{
  return 0.2126 * luminance_of_channel (color.red) + 0.7152 * luminance_of_channel (color.green) +
         0.0722 * luminance_of_channel (color.blue);
}

double
rs_color_contrast (RsColor a, RsColor b)
{
  double la = luminance (a), lb = luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

static RsColor
mix (RsColor from, RsColor to, double share)
{
  return (RsColor){
    from.red + (to.red - from.red) * share,
    from.green + (to.green - from.green) * share,
    from.blue + (to.blue - from.blue) * share,
    1,
  };
}

/* The colour itself, or as little of @towards in it as makes it legible on @ground. */
static RsColor
make_legible (RsColor color, RsColor towards, RsColor ground)
{
  for (int step = 0; step <= 50; step++)
    {
      RsColor mixed = mix (color, towards, step / 50.0);

      if (rs_color_contrast (mixed, ground) >= TEXT_CONTRAST)
        return mixed;
    }
  return towards;
}

/* OKLab (B. Ottosson, 2020): equal distances look equal, so that a straight line from pale to
 * strong is a ramp of equal steps. */
static void
to_oklab (RsColor color, double *out_lab)
{
  double r = luminance_of_channel (color.red);
  double g = luminance_of_channel (color.green);
  double b = luminance_of_channel (color.blue);
  double l = cbrt (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  double m = cbrt (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  double s = cbrt (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);

  out_lab[0] = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
  out_lab[1] = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
  out_lab[2] = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
}

static double
channel_of_luminance (double value)
{
  value = CLAMP (value, 0, 1);
  return value <= 0.0031308 ? 12.92 * value : 1.055 * pow (value, 1 / 2.4) - 0.055;
}

static RsColor
from_oklab (const double *lab)
{
  double l = lab[0] + 0.3963377774 * lab[1] + 0.2158037573 * lab[2];
  double m = lab[0] - 0.1055613458 * lab[1] - 0.0638541728 * lab[2];
  double s = lab[0] - 0.0894841775 * lab[1] - 1.2914855480 * lab[2];

  l = l * l * l;
  m = m * m * m;
  s = s * s * s;
  return (RsColor){
    channel_of_luminance (4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    channel_of_luminance (-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    channel_of_luminance (-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s),
    1,
  };
}

RsColor
rs_theme_get_ramp (const RsTheme *self, double share)
{
  double pale[3], strong[3], between[3];

  share = CLAMP (share, 0, 1);
  to_oklab (self->ramp[0], pale);
  to_oklab (self->ramp[1], strong);
  for (int i = 0; i < 3; i++)
    between[i] = pale[i] + (strong[i] - pale[i]) * share;
  return from_oklab (between);
}

/* Whatever the ground is, black or white has 4.58:1 on it at least. */
RsColor
rs_theme_get_text_on (const RsTheme *self, RsColor ground)
{
  static const RsColor black = { 0, 0, 0, 1 }, white = { 1, 1, 1, 1 };
  double text = rs_color_contrast (self->text, ground);
  double card = rs_color_contrast (self->card, ground);

  if (MAX (text, card) >= TEXT_CONTRAST)
    return text >= card ? self->text : self->card;
  return rs_color_contrast (black, ground) > rs_color_contrast (white, ground) ? black : white;
}

static void
set_syntax_error (GError **error, const char *name, const char *pointer, const char *reason)
{
  g_set_error (error, RS_QUERY_ERROR, RS_QUERY_ERROR_SYNTAX,
               /* Translators: file name, place in the file (a JSON pointer), a sentence. */
               _ ("“%s”, %s: %s"), name, *pointer != '\0' ? pointer : "/", reason);
}

static gboolean
parse_color (JsonNode *node, const char *name, const char *pointer, RsColor *out, GError **error)
{
  const char *text = NULL;
  guint channels[3];

  if (node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
      json_node_get_value_type (node) == G_TYPE_STRING)
    text = json_node_get_string (node);
  if (text == NULL || strlen (text) != 7 || text[0] != '#' ||
      strspn (text + 1, "0123456789abcdefABCDEF") != 6)
    {
      set_syntax_error (error, name, pointer, _ ("A colour is written as “#rrggbb”."));
      return FALSE;
    }
  for (int i = 0; i < 3; i++)
    channels[i] = (guint) (g_ascii_xdigit_value (text[1 + 2 * i]) * 16 +
                           g_ascii_xdigit_value (text[2 + 2 * i]));
  *out = (RsColor){ channels[0] / 255.0, channels[1] / 255.0, channels[2] / 255.0, 1 };
  return TRUE;
}

/* Whether @object has no other members than @roles and @extra. */
static gboolean
check_members (JsonObject *object,
               const char *name,
               const char *pointer,
               const Role *roles,
               gsize n_roles,
               const char *const *extra,
               GError **error)
{
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *l = members; l != NULL; l = l->next)
    {
      gboolean known = extra != NULL && g_strv_contains (extra, l->data);

      for (gsize i = 0; i < n_roles && !known; i++)
        known = g_str_equal (l->data, roles[i].name);
      if (!known)
        {
          g_autofree char *at = rs_json_pointer_member (pointer, l->data);

          set_syntax_error (error, name, at, _ ("A theme has no such member."));
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
parse_list (
  RsTheme *theme, JsonObject *colors, const ListRole *role, const char *name, GError **error)
{
  JsonArray *array = rs_json_get_array (colors, role->name);
  RsColor *out = G_STRUCT_MEMBER_P (theme, role->offset);
  g_autofree char *pointer = rs_json_pointer_member ("/colors", role->name);

  if (array == NULL || json_array_get_length (array) != role->n)
    {
      g_autofree char *reason =
        /* Translators: the number is always two, three or six. */
        g_strdup_printf (_ ("This is a list of %u colours."), role->n);

      set_syntax_error (error, name, pointer, reason);
      return FALSE;
    }
  for (guint i = 0; i < role->n; i++)
    {
      g_autofree char *at = rs_json_pointer_index (pointer, i);

      if (!parse_color (json_array_get_element (array, i), name, at, &out[i], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
parse_colors (RsTheme *theme, JsonObject *root, const char *name, GError **error)
{
  JsonObject *colors = rs_json_get_object (root, "colors");

  if (colors == NULL)
    {
      set_syntax_error (error, name, "/colors", _ ("A theme has an object of colours."));
      return FALSE;
    }
  if (!check_members (colors, name, "/colors", color_roles, G_N_ELEMENTS (color_roles), list_names,
                      error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (color_roles); i++)
    {
      g_autofree char *pointer = rs_json_pointer_member ("/colors", color_roles[i].name);

      if (!parse_color (json_object_get_member (colors, color_roles[i].name), name, pointer,
                        G_STRUCT_MEMBER_P (theme, color_roles[i].offset), error))
        return FALSE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (list_roles); i++)
    if (!parse_list (theme, colors, &list_roles[i], name, error))
      return FALSE;
  return TRUE;
}

static gboolean
parse_strokes (RsTheme *theme, JsonObject *root, const char *name, GError **error)
{
  JsonObject *strokes = rs_json_get_object (root, "strokes");

  if (strokes == NULL)
    {
      set_syntax_error (error, name, "/strokes", _ ("A theme has an object of stroke widths."));
      return FALSE;
    }
  if (!check_members (strokes, name, "/strokes", stroke_roles, G_N_ELEMENTS (stroke_roles), NULL,
                      error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (stroke_roles); i++)
    {
      double *out = G_STRUCT_MEMBER_P (theme, stroke_roles[i].offset);

      if (!rs_json_get_number (strokes, stroke_roles[i].name, out) || !(*out > 0) ||
          *out > STROKE_MAX_PX)
        {
          g_autofree char *pointer = rs_json_pointer_member ("/strokes", stroke_roles[i].name);

          set_syntax_error (error, name, pointer,
                            _ ("A stroke width is a number over 0 and up to 100."));
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
parse_root (RsTheme *theme, JsonNode *node, const char *name, GError **error)
{
  static const Role members[] = { { "id" }, { "dark" }, { "colors" }, { "strokes" } };
  JsonObject *root;
  const char *id;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      set_syntax_error (error, name, "", _ ("A theme is a JSON object."));
      return FALSE;
    }
  root = json_node_get_object (node);
  if (!check_members (root, name, "", members, G_N_ELEMENTS (members), NULL, error))
    return FALSE;
  id = rs_json_get_string (root, "id");
  if (id == NULL || *id == '\0')
    {
      set_syntax_error (error, name, "/id", _ ("A theme has a text as its id."));
      return FALSE;
    }
  theme->id = g_strdup (id);
  if (!rs_json_get_boolean (root, "dark", &theme->dark))
    {
      set_syntax_error (error, name, "/dark", _ ("A theme says with true or false if it is dark."));
      return FALSE;
    }
  return parse_colors (theme, root, name, error) && parse_strokes (theme, root, name, error);
}

RsTheme *
rs_theme_from_bytes (const char *name, GBytes *bytes, GError **error)
{
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autoptr (RsTheme) theme = NULL;

  g_return_val_if_fail (name != NULL && bytes != NULL, NULL);

  node = rs_json_parse (name, bytes, &local_error);
  if (node == NULL)
    {
      g_set_error_literal (error, RS_QUERY_ERROR, RS_QUERY_ERROR_SYNTAX, local_error->message);
      return NULL;
    }
  theme = g_new0 (RsTheme, 1);
  if (!parse_root (theme, node, name, error))
    return NULL;
  for (guint i = 0; i < RS_N_SERIES_COLORS; i++)
    theme->series_text[i] = make_legible (theme->series[i], theme->text, theme->card);
  return g_steal_pointer (&theme);
}

void
rs_theme_free (RsTheme *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self);
}

const char *const *
rs_theme_list (void)
{
  return theme_ids;
}

const char *
rs_theme_get_hall_id (const char *id)
{
  const RsTheme *theme;

  g_return_val_if_fail (id != NULL, "hall");

  theme = rs_theme_get (id);
  if (theme == NULL)
    return "hall";
  /* Whoever asked for high contrast keeps it: it is stronger still. */
  if (g_str_has_prefix (theme->id, "high-contrast"))
    return theme->id;
  return theme->dark ? "hall-dark" : "hall";
}

/* The compiled-in themes are part of the program: one that does not parse is a broken build, not a
 * broken file. */
static RsTheme *
load_embedded (const char *id)
{
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER, id, ".json", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  RsTheme *theme = NULL;

  bytes =
    g_resource_lookup_data (rs_themes_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  if (bytes != NULL)
    theme = rs_theme_from_bytes (path, bytes, &error);
  if (theme == NULL)
    g_error ("%s", error->message);
  return theme;
}

const RsTheme *
rs_theme_get (const char *id)
{
  static RsTheme *themes[G_N_ELEMENTS (theme_ids) - 1];
  static gsize loaded = 0;

  g_return_val_if_fail (id != NULL, NULL);

  if (g_once_init_enter (&loaded))
    {
      for (gsize i = 0; theme_ids[i] != NULL; i++)
        themes[i] = load_embedded (theme_ids[i]);
      g_once_init_leave (&loaded, 1);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (themes); i++)
    if (g_str_equal (themes[i]->id, id))
      return themes[i];
  return NULL;
}
