#pragma once

#include "ui/plots/plot_spec.h"

#include <QPolygonF>
#include <QRectF>

#include <optional>
#include <vector>

namespace gan {

/// Where the boxes and arrows of a FlowSpec lie in a room.
struct FlowLayout {
    std::vector<QRectF> boxes;     ///< a line of text, and below it a square
    std::vector<QPolygonF> arrows; ///< lines from the edge of one box to that of another
    QRectF words;                  ///< free of both, for a sentence

    std::optional<std::size_t> boxAt(QPointF pixel) const;
};

/// What has a size of its own, in pixels.
struct FlowSizes {
    double title; ///< height of the line of text in a box
    double gap;   ///< between two boxes, for an arrow
};

/// In a wide, a square or a high arrangement, in which the boxes are largest.
FlowLayout flowLayout(const FlowSpec& spec, const QRectF& room, const FlowSizes& sizes);

/// The point at this share of the line's length.
QPointF pointAlong(const QPolygonF& line, double share);
double lengthOf(const QPolygonF& line);

} // namespace gan
