/* SPDX-License-Identifier: GPL-3.0-or-later
 * The chosen region in the list: opening the tree down to it, selecting it, scrolling to it. */
#define G_LOG_DOMAIN "renshe-widget"

#include "config.h"

#include "widget/region-tree-private.h"

/* No hierarchy of regions is deeper; what a file nests farther down is found by search and not
 * opened. */
#define MAX_DEPTH 64

/* A chosen region shows what it contains, if that is not more than this. */
#define MAX_OPENED_CHILDREN 12

/* Rows that stay in view under the one that is scrolled to. */
#define N_ROWS_BELOW 4

/* Frames after which a list is scrolled to those rows, and to the chosen one. */
#define TICKS_BELOW 2
#define TICKS_CHOICE 4

static void
scroll_list (RsRegionTree *self, guint position)
{
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
}

/* A list that has just got its rows has no heights to scroll by: it is asked again once it has been
 * drawn. First for some of what follows, so that a choice at the lower edge shows what it contains;
 * then, as a list forgets one wish over the next, a frame later for the choice itself. */
static gboolean
scroll_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  RsRegionTree *self = RS_REGION_TREE (widget);
  guint position = GTK_INVALID_LIST_POSITION;

  self->n_ticks++;
  if (self->selection != NULL)
    position = gtk_single_selection_get_selected (self->selection);
  if (position != GTK_INVALID_LIST_POSITION && self->n_ticks == TICKS_BELOW)
    scroll_list (self, MIN (rs_region_tree_get_n_rows (self) - 1, position + N_ROWS_BELOW));
  if (self->n_ticks < TICKS_CHOICE)
    return G_SOURCE_CONTINUE;
  if (position != GTK_INVALID_LIST_POSITION)
    scroll_list (self, position);
  self->scroll_tick = 0;
  return G_SOURCE_REMOVE;
}

static void
scroll_to_choice (RsRegionTree *self)
{
  self->n_ticks = 0;
  if (self->scroll_tick == 0)
    self->scroll_tick =
      gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_tick_cb, NULL, NULL);
}

void
rs_region_tree_select_row (RsRegionTree *self, guint position)
{
  self->updating = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->updating = FALSE;
}

static guint
find_root_index (const RsDimension *geo, guint region)
{
  guint n = 0;

  for (guint i = 0; i < region; i++)
    if (geo->categories[i].n_parents == 0)
      n++;
  return n;
}

static GtkTreeListRow *
get_child_row (const RsDimension *geo, GtkTreeListRow *above, guint parent, guint region)
{
  for (guint i = 0; i < geo->categories[parent].n_children; i++)
    if (geo->categories[parent].children[i] == region)
      return gtk_tree_list_row_get_child_row (above, i);
  return NULL;
}

/* The row of a region in the tree, opened down to it. (transfer full) (nullable) */
static GtkTreeListRow *
open_row (RsRegionTree *self, guint region)
{
  const RsDimension *geo = rs_dataset_get_geo (self->dataset);
  guint path[MAX_DEPTH];
  guint depth = 0;
  int at = (int) region;
  GtkTreeListRow *row = NULL;

  for (; at >= 0 && depth < MAX_DEPTH; at = rs_dimension_get_parent (geo, (guint) at))
    path[depth++] = (guint) at;
  if (at >= 0)
    return NULL;
  row = gtk_tree_list_model_get_child_row (self->tree, find_root_index (geo, path[depth - 1]));
  for (; row != NULL && depth > 1; depth--)
    {
      g_autoptr (GtkTreeListRow) above = row;

      gtk_tree_list_row_set_expanded (above, TRUE);
      row = get_child_row (geo, above, path[depth - 1], path[depth - 2]);
    }
  return row;
}

int
rs_region_tree_find_selected (RsRegionTree *self)
{
  if (self->dataset == NULL || self->selected == NULL || rs_dataset_get_geo (self->dataset) == NULL)
    return -1;
  return rs_dimension_find (rs_dataset_get_geo (self->dataset), self->selected);
}

void
rs_region_tree_show_selected (RsRegionTree *self)
{
  const int region = rs_region_tree_find_selected (self);
  g_autoptr (GtkTreeListRow) row = NULL;
  const guint n = rs_region_tree_get_n_rows (self);

  if (self->selection == NULL)
    return;
  if (region < 0)
    {
      rs_region_tree_select_row (self, GTK_INVALID_LIST_POSITION);
      return;
    }
  if (!rs_region_tree_is_searching (self))
    {
      self->updating = TRUE;
      row = open_row (self, (guint) region);
      if (row != NULL &&
          rs_dataset_get_geo (self->dataset)->categories[region].n_children <= MAX_OPENED_CHILDREN)
        gtk_tree_list_row_set_expanded (row, TRUE);
      self->updating = FALSE;
      if (row != NULL)
        {
          rs_region_tree_select_row (self, gtk_tree_list_row_get_position (row));
          scroll_to_choice (self);
        }
      return;
    }
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (rs_region_tree_get_row_id (self, i), self->selected) == 0)
      {
        rs_region_tree_select_row (self, i);
        scroll_to_choice (self);
        return;
      }
  rs_region_tree_select_row (self, GTK_INVALID_LIST_POSITION);
}
