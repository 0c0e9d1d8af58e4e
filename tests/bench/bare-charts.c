/* SPDX-License-Identifier: GPL-3.0-or-later
 * The same amount of drawing by cairo and pango alone: columns, labels, a title; written by cairo's
 * own PNG writer. */
#include <pango/pangocairo.h>

#define WIDTH 1280
#define HEIGHT 720

static void
draw_text (cairo_t *cr, double x, double y, int size, const char *text)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("sans-serif");

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_chart (cairo_t *cr, int n)
{
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0.12, 0.14, 0.16);
  draw_text (cr, 24, 20, 22, "Invented chart");
  for (int i = 0; i < 12; i++)
    {
      g_autofree char *label = g_strdup_printf ("%d", 2010 + i);
      double height = 200 + (i * 37 + n * 11) % 300;

      cairo_set_source_rgb (cr, 0.18, 0.36, 0.6);
      cairo_rectangle (cr, 60 + i * 98, HEIGHT - 80 - height, 60, height);
      cairo_fill (cr);
      cairo_set_source_rgb (cr, 0.35, 0.39, 0.44);
      draw_text (cr, 70 + i * 98, HEIGHT - 70, 13, label);
      draw_text (cr, 70 + i * 98, HEIGHT - 100 - height, 13, label);
    }
  for (int i = 0; i < 6; i++)
    {
      cairo_move_to (cr, 50, 120.5 + i * 96);
      cairo_line_to (cr, WIDTH - 20, 120.5 + i * 96);
      cairo_set_line_width (cr, 1);
      cairo_stroke (cr);
    }
  draw_text (cr, 24, HEIGHT - 30, 12, "Source: nobody, these figures are invented");
}

int
main (int argc, char **argv)
{
  int count = argc == 3 ? (int) g_ascii_strtoll (argv[1], NULL, 10) : 0;
  cairo_surface_t *surface;

  if (count <= 0)
    {
      g_printerr ("usage: bare-charts COUNT FOLDER\n");
      return 1;
    }
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  for (int n = 0; n < count; n++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%d.png", argv[2], n);
      cairo_t *cr = cairo_create (surface);

      draw_chart (cr, n);
      cairo_destroy (cr);
      if (cairo_surface_write_to_png (surface, path) != CAIRO_STATUS_SUCCESS)
        return 2;
    }
  cairo_surface_destroy (surface);
  return 0;
}
