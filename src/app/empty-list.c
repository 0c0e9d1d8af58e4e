/* SPDX-License-Identifier: GPL-3.0-or-later
 * The charts of a board that have no figure for the region, in one block. */
#define G_LOG_DOMAIN "renshe-app"

#include "config.h"

#include "app/empty-list.h"

#include <glib/gi18n-lib.h>

#define MAX_COLUMNS 4

struct _RsEmptyList
{
  GtkBox parent_instance;

  GtkLabel *sentence;
  GtkFlowBox *flow;
  GPtrArray *buttons; /* (element-type GtkButton): owned by flow */
  GArray *positions;  /* (element-type guint): in the board, one each */
};

G_DEFINE_FINAL_TYPE (RsEmptyList, rs_empty_list, GTK_TYPE_BOX)

enum
{
  SIGNAL_ACTIVATED,
  SIGNAL_FOCUSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
tell (RsEmptyList *self, guint signal, gpointer button)
{
  guint i;

  if (g_ptr_array_find (self->buttons, button, &i))
    g_signal_emit (self, signals[signal], 0, g_array_index (self->positions, guint, i));
}

static void
on_clicked (GtkButton *button, RsEmptyList *self)
{
  tell (self, SIGNAL_ACTIVATED, button);
}

static void
on_focus_changed (GtkButton *button, GParamSpec *pspec, RsEmptyList *self)
{
  if (gtk_widget_has_focus (GTK_WIDGET (button)))
    tell (self, SIGNAL_FOCUSED, button);
}

static void
append (RsEmptyList *self, const char *title)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *child = gtk_flow_box_child_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_set_tooltip_text (button, _ ("Open the Chart"));
  g_signal_connect (button, "clicked", G_CALLBACK (on_clicked), self);
  g_signal_connect (button, "notify::has-focus", G_CALLBACK (on_focus_changed), self);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), button);
  /* One Tab stop a chart: the button. */
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_append (self->flow, child);
  g_ptr_array_add (self->buttons, button);
}

static void
clear (RsEmptyList *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->buttons, 0);
  g_array_set_size (self->positions, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->flow))) != NULL)
    gtk_flow_box_remove (self->flow, child);
}

static gboolean
is_same (RsEmptyList *self, const GArray *positions, const GPtrArray *titles)
{
  if (positions->len != self->positions->len)
    return FALSE;
  for (guint i = 0; i < positions->len; i++)
    {
      GtkWidget *label = gtk_button_get_child (g_ptr_array_index (self->buttons, i));

      if (g_array_index (positions, guint, i) != g_array_index (self->positions, guint, i) ||
          g_strcmp0 (gtk_label_get_label (GTK_LABEL (label)), g_ptr_array_index (titles, i)) != 0)
        return FALSE;
    }
  return TRUE;
}

static void
rs_empty_list_finalize (GObject *object)
{
  RsEmptyList *self = RS_EMPTY_LIST (object);

  g_ptr_array_unref (self->buttons);
  g_array_unref (self->positions);

  G_OBJECT_CLASS (rs_empty_list_parent_class)->finalize (object);
}

static void
rs_empty_list_class_init (RsEmptyListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rs_empty_list_finalize;
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", RS_TYPE_EMPTY_LIST, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_FOCUSED] = g_signal_new ("focused", RS_TYPE_EMPTY_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_css_name (widget_class, "empty-list");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rs_empty_list_init (RsEmptyList *self)
{
  GtkWidget *sentence = gtk_label_new (NULL);
  GtkWidget *flow = gtk_flow_box_new ();

  self->buttons = g_ptr_array_new ();
  self->positions = g_array_new (FALSE, FALSE, sizeof (guint));
  self->sentence = GTK_LABEL (sentence);
  self->flow = GTK_FLOW_BOX (flow);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_label_set_xalign (self->sentence, 0);
  gtk_label_set_wrap (self->sentence, TRUE);
  gtk_label_set_wrap_mode (self->sentence, PANGO_WRAP_WORD_CHAR);
  gtk_flow_box_set_selection_mode (self->flow, GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (self->flow, MAX_COLUMNS);
  gtk_flow_box_set_column_spacing (self->flow, 6);
  gtk_box_append (GTK_BOX (self), sentence);
  gtk_box_append (GTK_BOX (self), flow);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "text-card");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
rs_empty_list_new (void)
{
  return g_object_new (RS_TYPE_EMPTY_LIST, NULL);
}

void
rs_empty_list_set_charts (RsEmptyList *self,
                          const char *region,
                          const GArray *positions,
                          const GPtrArray *titles)
{
  g_autofree char *sentence = NULL;

  g_return_if_fail (RS_IS_EMPTY_LIST (self));
  g_return_if_fail (positions->len == titles->len);

  if (region != NULL)
    /* Translators: a region; the names of charts follow. */
    sentence = g_strdup_printf (_ ("No figure is published for %s in this dataset for:"), region);
  else
    /* Translators: the names of charts follow. */
    sentence = g_strdup (_ ("No figure is published in this dataset for:"));
  gtk_label_set_label (self->sentence, sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
  if (!is_same (self, positions, titles))
    {
      clear (self);
      g_array_append_vals (self->positions, positions->data, positions->len);
      for (guint i = 0; i < titles->len; i++)
        append (self, g_ptr_array_index (titles, i));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), positions->len > 0);
}

guint
rs_empty_list_get_n_charts (RsEmptyList *self)
{
  g_return_val_if_fail (RS_IS_EMPTY_LIST (self), 0);

  return self->positions->len;
}

static gboolean
find (RsEmptyList *self, guint position, guint *out_index)
{
  for (guint i = 0; i < self->positions->len; i++)
    if (g_array_index (self->positions, guint, i) == position)
      {
        *out_index = i;
        return TRUE;
      }
  return FALSE;
}

gboolean
rs_empty_list_has (RsEmptyList *self, guint position)
{
  guint i;

  g_return_val_if_fail (RS_IS_EMPTY_LIST (self), FALSE);

  return find (self, position, &i);
}

gboolean
rs_empty_list_focus (RsEmptyList *self, guint position)
{
  guint i;

  g_return_val_if_fail (RS_IS_EMPTY_LIST (self), FALSE);

  return find (self, position, &i) && gtk_widget_grab_focus (g_ptr_array_index (self->buttons, i));
}
