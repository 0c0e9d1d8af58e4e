/* SPDX-License-Identifier: GPL-3.0-or-later
 * Cards in rows: as many to a row as fit, all of a row equally high. */
#define G_LOG_DOMAIN "renshe-app"

#include "config.h"

#include "app/card-grid.h"

#include "widget/engine.h"

/* px at text scale 1. A card is not made narrower than this for a further column, and not wider
 * than that. */
#define CARD_MIN_WIDTH 500
#define CARD_MAX_WIDTH 791 /* two of them and a gap: 1,600 */
#define LONE_CARD_MAX_WIDTH 1100

struct _RsCardGrid
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (RsCardGrid, rs_card_grid, GTK_TYPE_WIDGET)

int
rs_card_grid_get_columns (int width, double text_scale, int *out_content_width)
{
  int min = (int) (CARD_MIN_WIDTH * text_scale);
  int max = (int) (CARD_MAX_WIDTH * text_scale);
  int columns =
    CLAMP ((width + RS_CARD_GRID_GAP) / (min + RS_CARD_GRID_GAP), 1, RS_CARD_GRID_MAX_COLUMNS);
  int content = columns * max + (columns - 1) * RS_CARD_GRID_GAP;

  if (columns == 1)
    /* One column is there for want of width: it takes what there is. */
    content = width;
  if (out_content_width != NULL)
    *out_content_width = MIN (width, content);
  return columns;
}

/* Of a card, beside one that is higher. */
#define MAX_STRETCH 1.8

typedef struct
{
  int columns;
  int left; /* of the first column */
  int card_width;
} Columns;

static GtkWidget *
next_visible (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* Fewer cards than would fit share the row: columns are for cards, not for emptiness. */
static Columns
get_columns (GtkWidget *widget, int width)
{
  double scale = rs_widget_get_text_scale (widget);
  GtkWidget *child = next_visible (gtk_widget_get_first_child (widget));
  Columns result;
  int content;
  int n = 0;

  result.columns = rs_card_grid_get_columns (width, scale, &content);
  for (; child != NULL && n < result.columns; n++)
    child = next_visible (gtk_widget_get_next_sibling (child));
  if (n > 0 && n < result.columns)
    {
      int max = (int) ((n == 1 ? LONE_CARD_MAX_WIDTH : CARD_MAX_WIDTH) * scale);

      result.columns = n;
      content = MIN (width, n * max + (n - 1) * RS_CARD_GRID_GAP);
    }
  result.left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? width - content : 0;
  result.card_width = MAX (1, (content - (result.columns - 1) * RS_CARD_GRID_GAP) / result.columns);
  return result;
}

/* Height of the row that begins with @first; @out_next is the first card of the next row. */
static int
measure_row (GtkWidget *first, const Columns *columns, GtkWidget **out_next)
{
  GtkWidget *child = first;
  int height = 0;

  for (int column = 0; column < columns->columns && child != NULL; column++)
    {
      int minimum, natural;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, columns->card_width, &minimum, &natural,
                          NULL, NULL);
      height = MAX (height, MAX (minimum, natural));
      child = next_visible (gtk_widget_get_next_sibling (child));
    }
  *out_next = child;
  return height;
}

/* A card is as high as its row, unless that is far more than it needs: a chart beside a long list
 * is not drawn out of all proportion. */
static int
get_card_height (GtkWidget *child, int width, int row_height)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL, NULL);
  return MIN (row_height, (int) (MAX (minimum, natural) * MAX_STRETCH));
}

static GtkSizeRequestMode
rs_card_grid_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
rs_card_grid_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  GtkWidget *child = next_visible (gtk_widget_get_first_child (widget));

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      for (; child != NULL; child = next_visible (gtk_widget_get_next_sibling (child)))
        {
          int child_minimum, child_natural;

          gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
          *minimum = MAX (*minimum, child_minimum);
          *natural = MAX (*natural, child_natural);
        }
      return;
    }
  if (for_size < 0)
    gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &for_size, NULL, NULL);
  if (child != NULL)
    {
      Columns columns = get_columns (widget, for_size);

      while (child != NULL)
        *minimum += measure_row (child, &columns, &child) + RS_CARD_GRID_GAP;
      *minimum -= RS_CARD_GRID_GAP;
    }
  *natural = *minimum;
}

static void
rs_card_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  Columns columns = get_columns (widget, width);
  GtkWidget *child = next_visible (gtk_widget_get_first_child (widget));
  int y = 0;

  while (child != NULL)
    {
      GtkWidget *next;
      int row_height = measure_row (child, &columns, &next);

      for (int column = 0; child != next; column++)
        {
          int place = rtl ? columns.columns - 1 - column : column;
          GtkAllocation allocation = {
            columns.left + place * (columns.card_width + RS_CARD_GRID_GAP),
            y,
            columns.card_width,
            get_card_height (child, columns.card_width, row_height),
          };

          gtk_widget_size_allocate (child, &allocation, -1);
          child = next_visible (gtk_widget_get_next_sibling (child));
        }
      y += row_height + RS_CARD_GRID_GAP;
    }
}

static void
rs_card_grid_dispose (GObject *object)
{
  rs_card_grid_clear (RS_CARD_GRID (object));

  G_OBJECT_CLASS (rs_card_grid_parent_class)->dispose (object);
}

static void
rs_card_grid_class_init (RsCardGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rs_card_grid_dispose;
  widget_class->get_request_mode = rs_card_grid_get_request_mode;
  widget_class->measure = rs_card_grid_measure;
  widget_class->size_allocate = rs_card_grid_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "card-grid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rs_card_grid_init (RsCardGrid *self)
{
}

GtkWidget *
rs_card_grid_new (void)
{
  return g_object_new (RS_TYPE_CARD_GRID, NULL);
}

void
rs_card_grid_append (RsCardGrid *self, GtkWidget *card)
{
  g_return_if_fail (RS_IS_CARD_GRID (self));
  g_return_if_fail (GTK_IS_WIDGET (card));

  gtk_widget_set_parent (card, GTK_WIDGET (self));
}

void
rs_card_grid_clear (RsCardGrid *self)
{
  GtkWidget *child;

  g_return_if_fail (RS_IS_CARD_GRID (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}
