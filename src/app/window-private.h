/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the files of the window share. */
#pragma once

#include "app/chart-page.h"
#include "app/overview-page.h"
#include "app/present-window.h"
#include "app/window.h"
#include "widget/period-slider.h"
#include "widget/region-tree.h"

G_BEGIN_DECLS

struct _RsWindow
{
  AdwApplicationWindow parent_instance;

  GtkWidget *back_button;
  RsChartPage *chart;
  GtkMenuButton *dataset_button;
  AdwHeaderBar *header;
  GtkLabel *dataset_label;
  GtkStack *export_stack;
  RsOverviewPage *overview;
  GtkPaned *paned;
  GtkStack *present_stack;
  GtkLabel *problem_label;
  GtkRevealer *problem_revealer;
  GtkLabel *problem_title;
  GtkWidget *region_heading;
  RsRegionTree *regions;
  GtkWidget *remarks_button;
  GtkLabel *remarks_label;
  GtkWidget *sidebar;
  GtkWidget *sidebar_button;
  GtkSpinner *spinner;
  GtkStack *stack;
  AdwToastOverlay *toasts;
  AdwWindowTitle *window_title;
  GtkWidget *year_heading;
  RsPeriodSlider *years;

  RsDocument *document;          /* (owned) */
  GSettings *settings;           /* (nullable) (owned) */
  RsPresentWindow *presentation; /* (nullable) (weak) */
  guint present_position;        /* where the last presentation ended */
  gboolean present_resumes;      /* whether the next one begins there */
  gboolean show_sidebar;         /* what the user wants; a dataset may have nothing to show there */
  int sidebar_width;             /* what the program gave it last */
  gboolean compact;              /* the header bar has icons where it has texts else */
  gboolean narrow;               /* and no title, which the page says again */
  AdwToast *progress;            /* (nullable) (owned): of the export that is under way */
};

/* window-actions.c */
void rs_window_init_actions (RsWindow *self);
/* Brings the actions that stand for a state in step with the document. */
void rs_window_update_actions (RsWindow *self);

/* window.c */
void rs_window_show_overview (RsWindow *self);
void rs_window_show_chart (RsWindow *self, guint position);
gboolean rs_window_is_chart_shown (RsWindow *self);
void rs_window_update_sidebar (RsWindow *self);
/* `light`, `dark`, `high-contrast`, `high-contrast-dark`: by the style of the desktop; static. */
const char *rs_window_get_theme (RsWindow *self);

G_END_DECLS
