#include "ui/plots/short_dashes.h"

#include <cmath>

namespace gan {

namespace {

constexpr double kLongest = 1e5; ///< pixels

double pixelLength(const QCPGraph& graph)
{
    double length = 0;
    QPointF before;
    bool isFirst = true;
    for (const QCPGraphData& point : *graph.data()) {
        if (std::isnan(point.value))
            continue;
        const QPointF at = graph.coordsToPixels(point.key, point.value);
        length += isFirst ? 0 : std::hypot(at.x() - before.x(), at.y() - before.y());
        before = at;
        isFirst = false;
    }
    return length;
}

} // namespace

void keepDashesShort(QCPGraph& graph)
{
    if (graph.pen().style() == Qt::SolidLine || pixelLength(graph) < kLongest)
        return;
    QPen pen = graph.pen();
    pen.setStyle(Qt::SolidLine);
    graph.setPen(pen);
}

} // namespace gan
