/* SPDX-License-Identifier: GPL-3.0-or-later
 * What all widgets share: resources, style, the text engine, the desktop's text size. */
#define G_LOG_DOMAIN "renshe-widget"

#include "config.h"

#include "widget/engine.h"

#include "chart/theme.h"
#include "widget-resources.h"

/* Below the style sheet of an application, above that of the theme. */
#define STYLE_PRIORITY (GTK_STYLE_PROVIDER_PRIORITY_APPLICATION - 1)

#define STYLE_PATH "/org/renshe/Renshe/widget/widget.css"

void
rs_widget_init (void)
{
  static gboolean done = FALSE;
  g_autoptr (GtkCssProvider) provider = NULL;
  GdkDisplay *display = gdk_display_get_default ();

  if (done)
    return;
  done = TRUE;
  /* A static library keeps only what somebody names: this call is what links the resources in. */
  g_resources_register (rs_widget_get_resource ());
  if (display == NULL)
    return;
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, STYLE_PATH);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              STYLE_PRIORITY);
}

static RsTextEngine *engine = NULL;
static GThread *preparation = NULL; /* (owned) (nullable): returns the engine */

/* Every size and weight is searched for by itself among all fonts, and each search parts into that
 * for the first font and that for the fonts of other scripts. */
static gpointer
prepare_engine (gpointer data)
{
  const RsLanguage language = (RsLanguage) GPOINTER_TO_INT (data);
  const RsTypeScale type = rs_type_scale_get (RS_TYPE_DESK, 1.0, 0.0);
  const RsFont fonts[] = {
    { type.title, RS_WEIGHT_BOLD, FALSE },       { type.subtitle, RS_WEIGHT_NORMAL, FALSE },
    { type.value, RS_WEIGHT_HEAVY, TRUE },       { type.value_unit, RS_WEIGHT_BOLD, TRUE },
    { type.value_unit, RS_WEIGHT_NORMAL, TRUE }, { type.label, RS_WEIGHT_BOLD, TRUE },
    { type.tick, RS_WEIGHT_NORMAL, TRUE },       { type.tick, RS_WEIGHT_BOLD, TRUE },
  };
  RsTextEngine *prepared = rs_text_engine_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (fonts); i++)
    rs_text_engine_get_layout (prepared, "0 ≥ A 中", &fonts[i], language, 0.0, 1, RS_ALIGN_START);
  return prepared;
}

void
rs_widget_prepare_text_engine (RsLanguage language)
{
  if (engine == NULL && preparation == NULL)
    preparation = g_thread_new ("fonts", prepare_engine, GINT_TO_POINTER (language));
}

RsTextEngine *
rs_widget_get_text_engine (void)
{
  if (preparation != NULL)
    {
      engine = g_thread_join (preparation);
      preparation = NULL;
    }
  if (engine == NULL)
    engine = rs_text_engine_new (NULL);
  return engine;
}

gboolean
rs_widget_is_drawn_by_cairo (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  /* All windows of a display have the same renderer, as soon as they have one. */
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkNative) window = g_list_model_get_item (windows, i);
      GskRenderer *renderer = gtk_native_get_renderer (window);

      if (renderer != NULL)
        return GSK_IS_CAIRO_RENDERER (renderer);
    }
  return FALSE;
}

double
rs_widget_get_text_scale (GtkWidget *widget)
{
  int dpi = -1;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), 1.0);

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  /* In 1024ths of a dot per inch; -1 where the desktop says nothing. */
  return dpi > 0 ? CLAMP (dpi / 1024.0 / 96.0, 0.5, 4.0) : 1.0;
}
