/* SPDX-License-Identifier: GPL-3.0-or-later
 * How colours look: CIELAB, CIEDE2000, and eyes that lack a cone, for tests of the themes. */
#pragma once

#include "chart/theme.h"

G_BEGIN_DECLS

typedef struct
{
  double l; /* CIE lightness, 0 to 100 */
  double a;
  double b;
} RsLab;

/* CIELAB (D65) of an sRGB colour. */
RsLab rs_vision_get_lab (RsColor color);

/* CIEDE2000 with all weights 1 (G. Sharma, W. Wu, E. N. Dalal: The CIEDE2000 color-difference
 * formula, Color Research and Application 30, 2005). */
double rs_vision_get_difference (RsLab first, RsLab second);

typedef enum
{
  RS_EYE_USUAL,
  RS_EYE_PROTAN,
  RS_EYE_DEUTAN,
  RS_EYE_TRITAN,
} RsEye;

#define RS_N_EYES 4

const char *rs_eye_to_string (RsEye eye);

/* What such an eye sees, at full severity (G. M. Machado, M. M. Oliveira, L. A. F. Fernandes: A
 * physiologically-based model for simulation of color vision deficiency, IEEE TVCG 15, 2009). */
RsColor rs_vision_see (RsColor color, RsEye eye);

/* Hue in degrees, 0 to 360, and strength of a colour. */
double rs_vision_get_hue (RsLab lab);
double rs_vision_get_chroma (RsLab lab);

G_END_DECLS
