#pragma once

#include "ui/style/theme.h"

#include <QPen>
#include <QPixmap>
#include <QVector>

namespace gan {

/// Up to so many earlier runs are seen beside the current one, numbered from 1.
inline constexpr int kMostGhosts = 3;

/// The same hue paler: as near to the paper as a contrast of 3:1 to it allows.
QColor paleColor(const QColor& color, const QColor& paper);

/// Dashes and gaps of ghost `number` (1 to 3), in widths of its line.
QVector<qreal> ghostPattern(int number);

/// The line of ghost `number` on the theme's panel, `width` pixels wide.
QPen ghostPen(const QColor& color, int number, const Theme& theme, double width);

/// The sample of a line that stands for ghost `number` in a list, in the theme's neutral color and scale,
/// 28 x 12 pixels at scale 1. `ratio`: device pixels for each.
QPixmap ghostSwatch(int number, const Theme& theme, double ratio = 1);

} // namespace gan
