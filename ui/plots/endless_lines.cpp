#include "ui/plots/endless_lines.h"

#include <cmath>

namespace gan {

namespace {

constexpr double kLongestDashed = 2e5; ///< pixels; a noisy curve that fills a plot is not longer
constexpr double kLongestWide = 2e6;

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

void simplifyEndless(QCPGraph& graph)
{
    const double length = pixelLength(graph);
    QPen pen = graph.pen();
    if (length > kLongestDashed)
        pen.setStyle(Qt::SolidLine);
    if (length > kLongestWide)
        pen.setWidth(0);
    graph.setAntialiased(length <= kLongestWide);
    graph.setPen(pen);
}

} // namespace gan
