/* SPDX-License-Identifier: GPL-3.0-or-later
 * How a region looks in a list: its name, which has the whole width, and a second line where there
 * is something to say, as that it has no figures. */
#define G_LOG_DOMAIN "renshe-widget"

#include "config.h"

#include "widget/region-row.h"

#include <glib/gi18n-lib.h>

#include "widget/region-item.h"

#define MAX_LINES 3

/* The widgets of a row, in the order in which rs_region_row_new() puts them. */
typedef struct
{
  GtkTreeExpander *expander;
  GtkWidget *box;
  GtkLabel *name;
  GtkLabel *remark;
} RowParts;

static RowParts
get_parts (GtkWidget *row)
{
  RowParts parts;

  parts.expander = GTK_TREE_EXPANDER (row);
  parts.box = gtk_tree_expander_get_child (parts.expander);
  parts.name = GTK_LABEL (gtk_widget_get_first_child (parts.box));
  parts.remark = GTK_LABEL (gtk_widget_get_next_sibling (GTK_WIDGET (parts.name)));
  return parts;
}

static GtkWidget *
new_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  /* Most fit on one line; a long name, or since when a district exists, is not cut. */
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), MAX_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

GtkWidget *
rs_region_row_new (void)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (box, "region");
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), new_label ("name"));
  gtk_box_append (GTK_BOX (box), new_label ("secondary"));
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), box);
  return expander;
}

char *
rs_region_row_describe_remark (const RsDataset *dataset,
                               guint region,
                               gboolean with_path,
                               RsLanguage language)
{
  g_autofree char *validity = rs_region_describe_validity (dataset, region, language);
  g_autofree char *path = with_path ? rs_region_describe_path (dataset, region, language) : NULL;

  if (path == NULL || *path == '\0')
    return g_steal_pointer (&validity);
  if (*validity == '\0')
    return g_steal_pointer (&path);
  return g_strdup_printf ("%s · %s", path, validity);
}

/* The line under the name: "no figures · until November 2004". (transfer full) */
static char *
get_second_line (const char *tag, const char *remark)
{
  return g_strjoin (*tag != '\0' && *remark != '\0' ? " · " : "", tag, remark, NULL);
}

static void
set_optional_label (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

void
rs_region_row_show (GtkWidget *row,
                    const RsDataset *dataset,
                    guint region,
                    GtkTreeListRow *tree_row,
                    gboolean with_path,
                    RsLanguage language)
{
  const RowParts parts = get_parts (row);
  const RsCategory *category = &rs_dataset_get_geo (dataset)->categories[region];
  const char *name = rs_text_get (&category->label, language);
  const gboolean has_figures = rs_dataset_region_has_figures (dataset, region);
  const char *tag = has_figures ? "" : _ ("no figures");
  g_autofree char *remark = rs_region_row_describe_remark (dataset, region, with_path, language);
  g_autofree char *second = get_second_line (tag, remark);
  g_autofree char *details = rs_region_describe (dataset, region, language);
  g_autofree char *spoken = g_strjoin (has_figures ? "" : ", ", name, tag, NULL);
  GtkWidget *holder = gtk_widget_get_parent (row);

  gtk_tree_expander_set_list_row (parts.expander, tree_row);
  gtk_label_set_label (parts.name, name);
  set_optional_label (parts.remark, second);
  gtk_widget_set_tooltip_text (parts.box, details);
  if (has_figures)
    gtk_widget_remove_css_class (parts.box, "without-figures");
  else
    gtk_widget_add_css_class (parts.box, "without-figures");
  /* The list's own widget around the row is what has the focus. */
  if (holder != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (holder), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, details, -1);
}
