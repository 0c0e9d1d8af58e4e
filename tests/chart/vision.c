/* SPDX-License-Identifier: GPL-3.0-or-later
 * How colours look: CIELAB, CIEDE2000, and eyes that lack a cone, for tests of the themes. */
#include "config.h"

#include "vision.h"

#include <math.h>

#define RADIANS(degrees) ((degrees) *G_PI / 180)

/* 25 to the 7th power, of the formula of CIEDE2000. */
#define POW_25_7 6103515625.0

static double
decode (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
encode (double light)
{
  light = CLAMP (light, 0, 1);
  return light <= 0.0031308 ? 12.92 * light : 1.055 * pow (light, 1 / 2.4) - 0.055;
}

static double
compress (double t)
{
  return t > 216.0 / 24389 ? cbrt (t) : (24389.0 / 27 * t + 16) / 116;
}

RsLab
rs_vision_get_lab (RsColor color)
{
  double r = decode (color.red), g = decode (color.green), b = decode (color.blue);
  double x = compress ((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  double y = compress (0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
  double z = compress ((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883);

  return (RsLab){ 116 * y - 16, 500 * (x - y), 200 * (y - z) };
}

static double
get_angle (double a, double b)
{
  double degrees = a == 0 && b == 0 ? 0 : atan2 (b, a) * 180 / G_PI;

  return degrees < 0 ? degrees + 360 : degrees;
}

double
rs_vision_get_hue (RsLab lab)
{
  return get_angle (lab.a, lab.b);
}

double
rs_vision_get_chroma (RsLab lab)
{
  return hypot (lab.a, lab.b);
}

static double
get_mean_hue (double first, double second, gboolean grey)
{
  if (grey)
    return first + second;
  if (fabs (first - second) <= 180)
    return (first + second) / 2;
  return first + second < 360 ? (first + second + 360) / 2 : (first + second - 360) / 2;
}

static double
get_hue_step (double first, double second, gboolean grey)
{
  double step = second - first;

  if (grey)
    return 0;
  return step > 180 ? step - 360 : step < -180 ? step + 360 : step;
}

double
rs_vision_get_difference (RsLab first, RsLab second)
{
  double mean = pow ((hypot (first.a, first.b) + hypot (second.a, second.b)) / 2, 7);
  double stretch = 1.5 - 0.5 * sqrt (mean / (mean + POW_25_7));
  double c1 = hypot (first.a * stretch, first.b), c2 = hypot (second.a * stretch, second.b);
  double h1 = get_angle (first.a * stretch, first.b);
  double h2 = get_angle (second.a * stretch, second.b);
  gboolean grey = c1 * c2 == 0;
  double lightness = (first.l + second.l) / 2, chroma = (c1 + c2) / 2;
  double hue = get_mean_hue (h1, h2, grey);
  double turn = 1 - 0.17 * cos (RADIANS (hue - 30)) + 0.24 * cos (RADIANS (2 * hue)) +
                0.32 * cos (RADIANS (3 * hue + 6)) - 0.2 * cos (RADIANS (4 * hue - 63));
  double middle = (lightness - 50) * (lightness - 50);
  double chroma7 = pow (chroma, 7);
  double l = (second.l - first.l) / (1 + 0.015 * middle / sqrt (20 + middle));
  double c = (c2 - c1) / (1 + 0.045 * chroma);
  double h = 2 * sqrt (c1 * c2) * sin (RADIANS (get_hue_step (h1, h2, grey) / 2)) /
             (1 + 0.015 * chroma * turn);
  double blue = 30 * exp (-pow ((hue - 275) / 25, 2));
  double rotation = -sin (RADIANS (2 * blue)) * 2 * sqrt (chroma7 / (chroma7 + POW_25_7));

  return sqrt (l * l + c * c + h * h + rotation * c * h);
}

const char *
rs_eye_to_string (RsEye eye)
{
  static const char *const names[RS_N_EYES] = { "usual", "protan", "deutan", "tritan" };

  return names[eye];
}

RsColor
rs_vision_see (RsColor color, RsEye eye)
{
  static const double matrices[RS_N_EYES][3][3] = {
    { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
    { { 0.152286, 1.052583, -0.204868 },
      { 0.114503, 0.786281, 0.099216 },
      { -0.003882, -0.048116, 1.051998 } },
    { { 0.367322, 0.860646, -0.227968 },
      { 0.280085, 0.672501, 0.047413 },
      { -0.011820, 0.042940, 0.968881 } },
    { { 1.255528, -0.076749, -0.178779 },
      { -0.078411, 0.930809, 0.147602 },
      { 0.004733, 0.691367, 0.303900 } },
  };
  double in[3] = { decode (color.red), decode (color.green), decode (color.blue) };
  double out[3];

  for (int i = 0; i < 3; i++)
    out[i] = encode (matrices[eye][i][0] * in[0] + matrices[eye][i][1] * in[1] +
                     matrices[eye][i][2] * in[2]);
  return (RsColor){ out[0], out[1], out[2], 1 };
}
