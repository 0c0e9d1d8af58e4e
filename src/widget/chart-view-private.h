/* SPDX-License-Identifier: GPL-3.0-or-later
 * The chart view, for the files that make it up. */
#pragma once

#include "widget/chart-view.h"
#include "widget/figure-cache.h"

G_BEGIN_DECLS

/* Who put the cursor where it is decides what takes it away. */
typedef enum
{
  RS_CURSOR_BY_PROGRAM,
  RS_CURSOR_BY_POINTER, /* goes with the pointer */
  RS_CURSOR_BY_KEYS,    /* goes with the focus, or with Escape */
} RsCursorOrigin;

struct _RsChartView
{
  GtkWidget parent_instance;

  GtkWidget *status; /* (owned by the widget tree): the invisible label with the cursor's text */

  RsFigureCache figure;
  double text_scale; /* 0: the desktop's */
  gboolean cursor_enabled;
  gboolean activates;

  RsDatum cursor;
  RsCursorOrigin cursor_origin;
  char *cursor_text; /* (nullable) (owned) */
  double pointer_x;  /* the last motion */
  double pointer_y;

  GtkSettings *settings; /* (nullable) (owned): while there is a root */
  gulong dpi_handler;
};

/* In chart-view.c: for the cursor to tell the world. */
void rs_chart_view_emit_activated (RsChartView *self);
void rs_chart_view_emit_cursor_moved (RsChartView *self);
void rs_chart_view_notify_cursor_text (RsChartView *self);

/* In chart-view-cursor.c. */
void rs_chart_view_install_keys (GtkWidgetClass *widget_class);
void rs_chart_view_add_controllers (RsChartView *self);
void rs_chart_view_move_cursor (RsChartView *self, RsDatum datum, RsCursorOrigin origin);

/* To call before the frame becomes @to: keeps the cursor on the series and period it is on, or
 * clears it. */
void rs_chart_view_carry_cursor (RsChartView *self, RsFrame *to);
gboolean rs_chart_view_has_datum (RsChartView *self, RsDatum datum);

/* After a change of frame, cursor or switches. */
void rs_chart_view_update_actions (RsChartView *self);
void rs_chart_view_update_cursor_text (RsChartView *self);
void rs_chart_view_update_accessible (RsChartView *self);

G_END_DECLS
