#pragma once

#include "ui/plots/qcp.h"

namespace gan {

/// Text with a rim in the color of the paper, so that it can be read over curves. `at`: the left end of its
/// base line.
void drawRimmedText(QCPPainter& painter, const QPointF& at, const QString& text, const QFont& font,
                    const QColor& color, const QColor& paper);

} // namespace gan
