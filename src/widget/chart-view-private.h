/* SPDX-License-Identifier: GPL-3.0-or-later
 * The chart view, for the files that make it up. */
#pragma once

#include "chart/span.h"
#include "chart/tween.h"
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

/* On the way from one frame to the next. */
typedef struct
{
  RsScene *from;       /* (nullable) (owned): where it began; NULL: nothing moves */
  RsFrame *from_frame; /* (nullable) (owned): of its data */
  RsTween *tween;      /* (nullable) (owned): once the new scene has a size */
  RsScene *between;    /* (nullable) (owned): what is on the screen, where that is neither end */
  double share;        /* of the way, eased */
  gint64 begin;        /* in the time of the frame clock; -1: with the next frame */
  guint tick;
} RsChartMotion;

/* A range of time that is being chosen. */
typedef struct
{
  gboolean active;
  gboolean dragging;
  RsSpan span;
  RsPeriod anchor; /* where it began */
  double start_x;  /* where the drag began */
} RsChartRange;

struct _RsChartView
{
  GtkWidget parent_instance;

  GtkWidget *status; /* (owned by the widget tree): the invisible label with the cursor's text */

  RsFigureCache figure;
  double text_scale; /* 0: the desktop's */
  gboolean cursor_enabled;
  gboolean activates;
  gboolean range_enabled;
  gboolean zoomed;
  gboolean cursor_held; /* while a menu has the focus */

  RsChartMotion motion;
  RsChartRange range;
  double pinch; /* scale of the pinch at the last step of the zoom */

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
void rs_chart_view_emit_range_selected (RsChartView *self, RsPeriod first, RsPeriod last);
void rs_chart_view_emit_zoom_back (RsChartView *self);
void rs_chart_view_emit_context_menu (RsChartView *self, double x, double y);
/* Whether anybody would answer. */
gboolean rs_chart_view_has_menu (RsChartView *self);
void rs_chart_view_notify_cursor_text (RsChartView *self);

/* In chart-view-motion.c. */
/* To call before the frame becomes @to. */
void rs_chart_view_start_motion (RsChartView *self, RsFrame *to);
void rs_chart_view_stop_motion (RsChartView *self);
/* What the frame clock calls. @time: in µs, of that clock */
void rs_chart_view_advance (RsChartView *self, gint64 time);
/* What is painted: the scene, or one on the way to it. (transfer none) (nullable) */
RsScene *rs_chart_view_get_shown_scene (RsChartView *self);

/* In chart-view-range.c. */
void rs_chart_view_add_range_controllers (RsChartView *self);
void rs_chart_view_install_range_actions (GtkWidgetClass *widget_class);
gboolean rs_chart_view_can_do_range (RsChartView *self, const char *action);
void rs_chart_view_update_range_actions (RsChartView *self);
void rs_chart_view_drop_range (RsChartView *self);
/* "2015–2019 is chosen…", or NULL. (transfer full) (nullable) */
char *rs_chart_view_describe_range (RsChartView *self);
void rs_chart_view_snapshot_range (RsChartView *self, GtkSnapshot *snapshot, int scale);
/* Fewer periods (@factor below 1) or more, about the one at @x. */
void rs_chart_view_zoom (RsChartView *self, double factor, double x);
/* Tries actions that one key has in turn, "a|b"; whether one did something. */
gboolean rs_chart_view_try_actions (RsChartView *self, const char *actions);

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
