#pragma once

#include "ui/style/theme.h"

#include <QFont>
#include <QPen>

namespace gan {

/// So many pixels of a plot at scale 1.
inline double plotPixels(const Theme& theme, double pixels)
{
    return pixels * theme.scale;
}

QFont plotFont(const Theme& theme, int pixels, bool strong = false);
/// Of a curve.
QPen plotPen(const Theme& theme, ColorRole role, bool dashed);

} // namespace gan
