/* SPDX-License-Identifier: GPL-3.0-or-later
 * The type scale: how large each kind of text is on a card, a page and in a hall. */
#define G_LOG_DOMAIN "renshe-chart"

#include "config.h"

#include "chart/theme.h"

#include <math.h>

/* The height at which the sizes of HALL are given. */
#define HALL_LINES 1080.0

static const RsTypeScale desk = {
  .title = 15,
  .subtitle = 12,
  .value = 28,
  .value_unit = 13,
  .label = 12,
  .tick = 11,
  .source = 11,
  .chip = 12,
  .padding = 18,
  .gap = 12,
  .stroke_scale = 1,
};

static const RsTypeScale page = {
  .title = 20,
  .subtitle = 14,
  .value = 36,
  .value_unit = 16,
  .label = 14,
  .tick = 13,
  .source = 12,
  .chip = 14,
  .padding = 24,
  .gap = 16,
  .stroke_scale = 1.25,
};

static const RsTypeScale hall = {
  .title = 44,
  .subtitle = 28,
  .value = 64,
  .value_unit = 30,
  .label = 28,
  .tick = 24,
  .source = 24,
  .chip = 28,
  .padding = 64,
  .gap = 30,
  .stroke_scale = 2.25,
};

static RsTypeScale
scale_type (const RsTypeScale *type, double text, double room)
{
  return (RsTypeScale){
    .title = type->title * text,
    .subtitle = type->subtitle * text,
    .value = type->value * text,
    .value_unit = type->value_unit * text,
    .label = type->label * text,
    .tick = type->tick * text,
    .source = type->source * text,
    .chip = type->chip * text,
    .padding = type->padding * room,
    .gap = type->gap * room,
    .stroke_scale = type->stroke_scale * room,
  };
}

RsTypeScale
rs_type_scale_get (RsTypeMode mode, double text_scale, double height_px)
{
  double text = isfinite (text_scale) && text_scale > 0 ? CLAMP (text_scale, 0.25, 5.0) : 1.0;
  /* Air grows with the letters, but less: at three times the size there is none to spare. */
  double room = sqrt (text);
  double lines = isfinite (height_px) && height_px > 0 ? height_px / HALL_LINES : 1.0;

  switch (mode)
    {
    case RS_TYPE_DESK:
      return scale_type (&desk, text, room);
    case RS_TYPE_PAGE:
      return scale_type (&page, text, room);
    case RS_TYPE_HALL:
      return scale_type (&hall, text * lines, room * lines);
    }
  g_return_val_if_reached (desk);
}
