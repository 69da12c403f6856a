#pragma once

#include <QBrush>
#include <QPen>
#include <QPointF>

#include <vector>

class QPainter;

namespace gan {

struct DotLook {
    double diameter; ///< pixels
    QPen pen;
    QBrush brush;
};

/// A circle at each place, in a plot's painter. On a screen all are copies of one picture at whole pixels,
/// for many smooth circles are half of what a frame takes; a picture that is taken away has true circles.
void drawDots(QPainter& painter, const std::vector<QPointF>& places, const DotLook& look);

} // namespace gan
